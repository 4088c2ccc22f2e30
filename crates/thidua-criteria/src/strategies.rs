//! Random rulebooks, for laws here and in upper crates.

use proptest::prelude::*;

use thidua_values::{
    Basis, CriterionId, Day, GroupId, KindId, Period, Place, Points, Rounding, Text, strategies,
};

use crate::{
    Formula, Item, MissingPolicy, NotAssignedPolicy, Part, PartKind, Reading, RoundingRule,
    Rulebook, RulebookEdition, RulebookParts, TieBreak, TotalLimits,
    strategies_grading::{GradingPlan, NOTHING, grading_plan},
    strategies_tree::{Builder, Scope, Sketch, sketch},
    tree::walk,
};

pub use crate::strategies_formula::{formula, own_formula};

/// Rulebooks over the whole model: up to six criteria in the scale, two of the bonus and
/// two deductions, each of them perhaps a pair of alternatives for two kinds of subject.
///
/// Criteria are named `c-0`, `c-1`, … in the order of the rulebook, conditions
/// `g-0`, …, groups `s-0`, …, facts `f-0`, …, grades `grade-0`, …, kinds `k-0` and
/// `k-1`. Criteria serve the pillar `any` of the campaign `any`. Editions are in
/// force from 2022 on, and due days are in November 2022.
pub fn rulebook() -> impl Strategy<Value = Rulebook> {
    rulebook_parts().prop_filter_map("a consistent rulebook", |parts| Rulebook::try_new(parts).ok())
}

/// The parts of what [`rulebook`] gives.
pub fn rulebook_parts() -> impl Strategy<Value = RulebookParts> {
    (trees(Scope::Whole), 0_usize..=2, grading_plan(), states(), extras()).prop_filter_map(
        "ids",
        |(trees, kinds, grading, states, extras)| {
            assemble(&trees, kinds, &grading, states, &extras)
        },
    )
}

/// Rulebooks as of [`rulebook`] that only add up criteria for all subjects, each
/// of which looks at one subject alone: without facts, grades and kinds of subject.
pub fn plain_rulebook() -> impl Strategy<Value = Rulebook> {
    (trees(Scope::Plain), states(), extras()).prop_filter_map(
        "a consistent rulebook",
        |(trees, states, extras)| {
            Rulebook::try_new(assemble(&trees, 0, &NOTHING, states, &extras)?).ok()
        },
    )
}

/// Where rulebooks round, by steps that divide whole points.
pub fn rounding_rule() -> impl Strategy<Value = RoundingRule> {
    prop_oneof![
        Just(RoundingRule::Never {}),
        strategies::rounding().prop_map(|rounding| RoundingRule::PerItem { rounding }),
        strategies::rounding().prop_map(|rounding| RoundingRule::PerGroup { rounding }),
        strategies::rounding().prop_map(|rounding| RoundingRule::OnTotal { rounding }),
    ]
}

/// What missing evidence does to a place; the day is one of two in December 2022.
pub fn missing_policy() -> impl Strategy<Value = MissingPolicy> {
    prop_oneof![
        Just(MissingPolicy::Refuse {}),
        Just(MissingPolicy::CountAsWorst {}),
        (1_u32..=2).prop_filter_map("a day", |day| {
            Some(MissingPolicy::NotPlacedUntil { day: Day::from_ymd(2022, 12, day)? })
        }),
    ]
}

/// What becomes of a criterion that is not assigned.
pub fn not_assigned_policy() -> impl Strategy<Value = NotAssignedPolicy> {
    prop::sample::select(vec![
        NotAssignedPolicy::Zero,
        NotAssignedPolicy::FullMarks,
        NotAssignedPolicy::Exclude,
        NotAssignedPolicy::RescaleGroup,
        NotAssignedPolicy::RescaleScale,
    ])
}

/// The sketches of the three parts.
#[derive(Clone, Debug)]
struct Trees {
    scale: Sketch,
    bonus: Option<Sketch>,
    deductions: Option<Sketch>,
}

fn trees(scope: Scope) -> impl Strategy<Value = Trees> {
    let other = || prop::option::weighted(0.3, sketch(scope));
    (sketch(scope), other(), other()).prop_filter_map("a scale", |(scale, bonus, deductions)| {
        let other = |sketch: Option<Sketch>| sketch.and_then(|sketch| sketch.within(&mut 2));
        let (bonus, deductions) = (other(bonus), other(deductions));
        Some(Trees { scale: scale.within(&mut 6)?, bonus, deductions })
    })
}

impl Trees {
    fn has_halves(&self) -> bool {
        let others = self.bonus.iter().chain(&self.deductions);
        others.chain([&self.scale]).any(Sketch::has_halves)
    }

    /// The scale, then bonus and deductions.
    fn build(&self, kinds: &[KindId], title: &Text) -> Option<(Part, [Option<Part>; 2])> {
        let mut builder = Builder::new(kinds, title);
        let scale = builder.part(PartKind::Scale, &self.scale)?;
        let mut other = |kind, sketch: &Option<Sketch>| match sketch {
            Some(sketch) => builder.part(kind, sketch).map(Some),
            None => Some(None),
        };
        let bonus = other(PartKind::Bonus, &self.bonus)?;
        let deductions = other(PartKind::Deduction, &self.deductions)?;
        Some((scale, [bonus, deductions]))
    }
}

/// What a rulebook states beside its tree.
#[derive(Clone, Copy, Debug)]
struct States {
    total: TotalLimits,
    rounding: RoundingRule,
    missing: MissingPolicy,
    not_assigned: NotAssignedPolicy,
}

fn states() -> impl Strategy<Value = States> {
    let limit = |points: Vec<i32>| {
        prop::option::weighted(0.2, prop::sample::select(points).prop_map(Points::whole))
    };
    (
        (limit(vec![-5, 0, 5]), limit(vec![5, 20, 100])),
        rounding_rule(),
        missing_policy(),
        not_assigned_policy(),
    )
        .prop_map(|((at_least, at_most), rounding, missing, not_assigned)| {
            let total = TotalLimits { at_least, at_most };
            States { total, rounding, missing, not_assigned }
        })
}

/// What breaks ties, and what is told for the reader.
#[derive(Clone, Debug)]
struct Extras {
    /// The kind of each step and the number of its criterion or group.
    steps: Vec<(u8, usize)>,
    last: Option<TieBreak>,
    /// Whether it replaces an edition of another rulebook.
    replaces: bool,
    /// Whether it says how it takes something.
    reads: bool,
}

fn extras() -> impl Strategy<Value = Extras> {
    let steps = prop::collection::vec((0_u8..8, 0_usize..8), 0..=3);
    let last = prop_oneof![
        2 => Just(None),
        1 => Just(Some(TieBreak::Ballot {})),
        1 => Just(Some(TieBreak::Authority {})),
        1 => Just(Some(TieBreak::Lots {})),
    ];
    (steps, last, prop::bool::weighted(0.2), prop::bool::weighted(0.2))
        .prop_map(|(steps, last, replaces, reads)| Extras { steps, last, replaces, reads })
}

impl Extras {
    fn tie_breaks(&self, named: &Named) -> Option<Vec<TieBreak>> {
        let steps = self.steps.iter().map(|(kind, number)| {
            let criterion = nth(&named.criteria, *number)?;
            Some(match (kind, nth(&named.groups, *number)) {
                (0, _) => TieBreak::Points { criterion },
                (1, _) => TieBreak::Figure { criterion },
                (2, _) => TieBreak::Share { criterion },
                (3, Some(group)) => TieBreak::GroupPoints { group },
                (3 | 4, _) => TieBreak::FewerDeductions {},
                // One of lateness, if there is any.
                (5, _) => {
                    TieBreak::Earlier { criterion: nth(&named.late, *number).unwrap_or(criterion) }
                }
                (6, _) => TieBreak::Met { criterion },
                // Of a group or of the scale.
                (_, group) => TieBreak::HeadToHead { group: group.filter(|_| number % 2 == 0) },
            })
        });
        steps.chain(self.last.iter().cloned().map(Some)).collect()
    }

    fn replaces(&self) -> Option<Vec<RulebookEdition>> {
        let edition = RulebookEdition {
            rulebook: "older".parse().ok()?,
            edition: Day::from_ymd(2021, 1, 1)?,
        };
        Some(Vec::from_iter(self.replaces.then_some(edition)))
    }

    fn readings(&self, title: &Text) -> Option<Vec<Reading>> {
        let (of, printed) = ("1".parse().ok()?, title.vi.clone());
        let reading = Reading { of, printed, taken_as: title.clone() };
        Some(Vec::from_iter(self.reads.then_some(reading)))
    }
}

/// What steps can look at.
#[derive(Debug, Default)]
struct Named {
    criteria: Vec<CriterionId>,
    /// Those of lateness.
    late: Vec<CriterionId>,
    groups: Vec<GroupId>,
}

impl Named {
    fn of<'p>(parts: impl Iterator<Item = &'p Part>) -> Self {
        let mut named = Self::default();
        for part in parts {
            walk(&Place::whole(), &part.items, &mut |_, item| match item {
                Item::Group(group) => named.groups.push(group.id.clone()),
                Item::Criterion(criterion) => {
                    let is_late = matches!(criterion.formula, Formula::Lateness { .. });
                    named.late.extend(is_late.then(|| criterion.id.clone()));
                    named.criteria.push(criterion.id.clone());
                }
            });
        }
        named
    }
}

/// The one of that number, counted round and round.
fn nth<T: Clone>(all: &[T], number: usize) -> Option<T> {
    all.get(number.checked_rem(all.len())?).cloned()
}

/// The rule with a step that divides halves of a point.
fn halved(rule: RoundingRule) -> Option<RoundingRule> {
    let half = "0.5".parse().ok()?;
    let halved = |Rounding { mode, step }: Rounding| {
        let step = if step.points() == Points::whole(1) { half } else { step };
        Rounding { mode, step }
    };
    Some(match rule {
        RoundingRule::Never {} => RoundingRule::Never {},
        RoundingRule::PerItem { rounding } => RoundingRule::PerItem { rounding: halved(rounding) },
        RoundingRule::PerGroup { rounding } => {
            RoundingRule::PerGroup { rounding: halved(rounding) }
        }
        RoundingRule::OnTotal { rounding } => RoundingRule::OnTotal { rounding: halved(rounding) },
    })
}

fn assemble(
    trees: &Trees,
    kinds: usize,
    grading: &GradingPlan,
    states: States,
    extras: &Extras,
) -> Option<RulebookParts> {
    let title = Text { vi: "Tiêu chí".parse().ok()?, en: "A criterion".parse().ok()? };
    let kinds = (0..kinds).map(|number| format!("k-{number}").parse().ok());
    let kinds = kinds.collect::<Option<Vec<KindId>>>()?;
    let has_halves = trees.has_halves();
    let (scale, [bonus, deductions]) = trees.build(&kinds, &title)?;
    let named = Named::of([&scale].into_iter().chain(&bonus).chain(&deductions));
    Some(RulebookParts {
        id: "random".parse().ok()?,
        basis: Basis::Illustrative { note: "random".parse().ok()? },
        during: Period::starting(Day::from_ymd(2022, 1, 1)?),
        replaces: extras.replaces()?,
        readings: extras.readings(&title)?,
        facts: grading.facts(&title)?,
        disqualifiers: grading.disqualifiers()?,
        grading: grading.grading(&title, &kinds, scale.points),
        tie_breaks: extras.tie_breaks(&named)?,
        title,
        kinds,
        scale,
        bonus,
        deductions,
        total: states.total,
        rounding: if has_halves { halved(states.rounding)? } else { states.rounding },
        missing: states.missing,
        not_assigned: states.not_assigned,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Debug;

    use proptest::{strategy::ValueTree, test_runner::TestRunner};

    use super::*;

    /// The name of a variant, from how it is shown for debugging.
    fn name(value: &impl Debug) -> String {
        let shown = format!("{value:?}");
        shown.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
    }

    fn sample(strategy: &impl Strategy<Value = Rulebook>) -> Vec<Rulebook> {
        let mut runner = TestRunner::deterministic();
        (0..300).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
    }

    #[track_caller]
    fn assert_names<T: Debug>(found: impl Iterator<Item = T>, expected: &str) {
        let found: BTreeSet<String> = found.map(|value| name(&value)).collect();
        assert_eq!(found, expected.split(' ').map(str::to_owned).collect());
    }

    #[test]
    fn random_rulebooks_cover_the_model() {
        let books = sample(&rulebook());
        let parts = || books.iter().map(Rulebook::parts);
        let criteria = || books.iter().flat_map(Rulebook::leaves).map(|leaf| &leaf.criterion);
        assert_names(
            criteria().map(|criterion| &criterion.formula),
            "Met Proportional Threshold Bands Shortfall NumberReached NumberBands PerItem Sampled \
             Checklist Judged Scaled GroupMean Leader Lateness Recorded",
        );
        assert_names(criteria().flat_map(|own| &own.conditions), "Gate Cap AchievedBefore");
        assert_names(criteria().map(|criterion| criterion.only_for.len()), "0 1 2");
        assert_names(
            books.iter().flat_map(Rulebook::leaves).map(|leaf| leaf.part),
            "Scale Bonus Deduction",
        );
        assert_names(
            parts().map(|parts| parts.scale.combine),
            "Sum SumUpTo WeightedMean Least Best",
        );
        assert_names(parts().map(|parts| parts.rounding), "Never PerItem PerGroup OnTotal");
        assert_names(parts().map(|parts| parts.missing), "Refuse CountAsWorst NotPlacedUntil");
        assert_names(
            parts().map(|parts| parts.not_assigned),
            "Zero FullMarks Exclude RescaleGroup RescaleScale",
        );
        assert_names(
            parts().flat_map(|parts| &parts.facts).map(|fact| fact.answer),
            "YesOrNo Share",
        );
        assert_names(parts().map(|parts| parts.disqualifiers.len()), "0 1 2 3");
        let grades = || parts().filter_map(|parts| parts.grading.as_ref());
        assert_names(grades().map(|grading| grading.by), "Total Percent");
        assert_names(grades().map(|grading| grading.caps.len()), "0 1 2 3");
        assert_names(
            grades().flat_map(|grading| &grading.grades).flat_map(|grade| &grade.requires),
            "NoneAtZero EachAtLeast EveryMinimum EnoughCriteria FactHolds FactWithin",
        );
        assert_names(
            parts().flat_map(|parts| &parts.tie_breaks),
            "Points GroupPoints FewerDeductions Figure Share Earlier Met HeadToHead Authority Ballot Lots",
        );
    }

    #[test]
    fn plain_rulebooks_add_up_what_looks_at_one_subject() {
        for book in sample(&plain_rulebook()) {
            let parts = book.parts();
            assert!(parts.kinds.is_empty() && parts.facts.is_empty() && parts.grading.is_none());
            assert!(parts.by_part().all(|(_, part)| part.combine.is_sum()));
            for leaf in book.leaves() {
                assert!(
                    !leaf.criterion.formula.looks_at_cluster() && leaf.criterion.weight.is_none()
                );
            }
        }
    }
}
