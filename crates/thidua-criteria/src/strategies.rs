//! Random rulebooks, for laws here and in upper crates.

use proptest::prelude::*;

use thidua_values::{Basis, Figure, Period, Points, Text, strategies};

use crate::{
    Band, Bound, Condition, Criterion, Figures, Formula, Group, Item, MissingPolicy,
    NotAssignedPolicy, RoundingRule, Rulebook, RulebookParts, Section, SectionPart, TieBreak,
};

/// Rulebooks of a few sections, some with groups, over every formula.
///
/// Criteria are named `c-0`, `c-1`, … and their gates `g-0`, `g-1`, ….
pub fn rulebook() -> impl Strategy<Value = Rulebook> {
    (
        prop::collection::vec(plan(), 1..5),
        rounding_rule(),
        missing(),
        not_assigned(),
        prop::collection::vec(0_usize..3, 0..3),
    )
        .prop_filter_map(
            "a consistent rulebook",
            |(plans, rounding, missing, not_assigned, steps)| {
                Rulebook::try_new(assemble(plans, rounding, missing, not_assigned, &steps)?).ok()
            },
        )
}

/// A section to be: whether it is bonus, whether its tail is grouped, and its criteria.
type Plan = (bool, bool, Vec<(u8, bool, Formula)>);

fn plan() -> impl Strategy<Value = Plan> {
    let criterion = (prop::sample::select(vec![5_u8, 10, 20]), prop::bool::weighted(0.2))
        .prop_flat_map(|(points, gated)| (Just(points), Just(gated), formula(points)));
    (prop::bool::weighted(0.2), any::<bool>(), prop::collection::vec(criterion, 1..4))
}

fn formula(points: u8) -> impl Strategy<Value = Formula> {
    let share = prop_oneof![
        (prop::sample::select(vec![50_u32, 80, 100]), not_assigned()).prop_map(
            |(cap, nothing_of_nothing)| Formula::Proportional {
                cap_percent: cap.into(),
                nothing_of_nothing
            }
        ),
        (prop::sample::select(vec![50_u32, 85, 100]), not_assigned()).prop_map(
            |(least, nothing_of_nothing)| {
                Formula::Threshold { at_least_percent: least.into(), nothing_of_nothing }
            }
        ),
        not_assigned().prop_map(move |nothing_of_nothing| Formula::Bands {
            bands: bands(points),
            nothing_of_nothing
        }),
    ];
    let sizes = prop::sample::select(vec![(5_u32, 5), (10, 10), (50, 50)]);
    let sampled = sizes.prop_filter_map("points of a sample", move |(size, parts)| {
        let each = Points::from_millionths(i64::from(points) * 1_000_000 / parts)?;
        Some(Formula::Sampled { size, each })
    });
    prop_oneof![3 => share, 1 => sampled]
}

fn bands(points: u8) -> Vec<Band> {
    let bound = |percent: u32, included| Bound { percent: Figure::from(percent), included };
    vec![
        Band { low: bound(50, true), high: Some(bound(90, false)), points: Points::whole(2) },
        Band { low: bound(90, true), high: None, points: Points::whole(points.into()) },
    ]
}

fn rounding_rule() -> impl Strategy<Value = RoundingRule> {
    prop_oneof![
        Just(RoundingRule::Never {}),
        strategies::rounding().prop_map(|rounding| RoundingRule::PerItem { rounding }),
        strategies::rounding().prop_map(|rounding| RoundingRule::OnTotal { rounding }),
    ]
}

fn missing() -> impl Strategy<Value = MissingPolicy> {
    prop_oneof![Just(MissingPolicy::Refuse {}), Just(MissingPolicy::CountAsWorst {})]
}

fn not_assigned() -> impl Strategy<Value = NotAssignedPolicy> {
    prop::sample::select(vec![NotAssignedPolicy::Zero, NotAssignedPolicy::FullMarks])
}

fn assemble(
    plans: Vec<Plan>,
    rounding: RoundingRule,
    missing: MissingPolicy,
    not_assigned: NotAssignedPolicy,
    steps: &[usize],
) -> Option<RulebookParts> {
    let title = Text { vi: "Tiêu chí".parse().ok()?, en: "A criterion".parse().ok()? };
    let criteria = plans.iter().map(|(_, _, plan)| plan.len()).sum();
    let sections = sections(plans, &title)?;
    let of_part = |part| {
        Points::checked_sum(
            sections.iter().filter(|section| section.part == part).map(|section| section.points),
        )
    };
    Some(RulebookParts {
        id: "random".parse().ok()?,
        title,
        basis: Basis::Illustrative { note: "random".parse().ok()? },
        campaign: "random".parse().ok()?,
        during: Period::starting("2022-01-01".parse().ok()?),
        points: of_part(SectionPart::Scale)?,
        bonus_points: of_part(SectionPart::Bonus)?,
        rounding,
        missing,
        not_assigned,
        sections,
        tie_breaks: tie_breaks(steps, criteria)?,
    })
}

fn sections(plans: Vec<Plan>, title: &Text) -> Option<Vec<Section>> {
    let mut sections = Vec::new();
    let mut criteria = 0_usize;
    for (number, (bonus, grouped, plan)) in plans.into_iter().enumerate() {
        let mut items = Vec::new();
        for (points, gated, formula) in plan {
            items.push(Item::Criterion(criterion(criteria, points, gated, formula, title)?));
            criteria += 1;
        }
        if grouped {
            let tail = items.split_off(items.len() / 2);
            items.push(Item::Group(Group {
                id: format!("s-{number}-tail").parse().ok()?,
                ordinal: "b".parse().ok()?,
                title: title.clone(),
                points: sum(&tail)?,
                items: tail,
            }));
        }
        let part = if bonus { SectionPart::Bonus } else { SectionPart::Scale };
        let (id, ordinal) = (format!("s-{number}").parse().ok()?, number.to_string().parse().ok()?);
        sections.push(Section {
            id,
            ordinal,
            title: title.clone(),
            part,
            points: sum(&items)?,
            items,
        });
    }
    Some(sections)
}

fn criterion(
    number: usize,
    points: u8,
    gated: bool,
    formula: Formula,
    title: &Text,
) -> Option<Criterion> {
    let gate = Condition::Gate { id: format!("g-{number}").parse().ok()?, title: title.clone() };
    Some(Criterion {
        id: format!("c-{number}").parse().ok()?,
        ordinal: number.to_string().parse().ok()?,
        title: title.clone(),
        points: Points::whole(points.into()),
        serves: "any".parse().ok()?,
        conditions: if gated { vec![gate] } else { Vec::new() },
        figures: Figures::Whole,
        formula,
    })
}

fn sum(items: &[Item]) -> Option<Points> {
    Points::checked_sum(items.iter().map(|item| match item {
        Item::Group(group) => group.points,
        Item::Criterion(criterion) => criterion.points,
    }))
}

/// A step for each number, over the criteria in turn, and a ballot at the end.
fn tie_breaks(steps: &[usize], criteria: usize) -> Option<Vec<TieBreak>> {
    let mut list = Vec::new();
    for (position, step) in steps.iter().enumerate() {
        let criterion = format!("c-{}", position % criteria).parse().ok()?;
        list.push(match step {
            0 => TieBreak::Points { criterion },
            1 => TieBreak::Figure { criterion },
            _ => TieBreak::Share { criterion },
        });
    }
    list.push(TieBreak::Ballot {});
    Some(list)
}
