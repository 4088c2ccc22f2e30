//! Each fault of a rulebook, and that random rulebooks have none.

use proptest::prelude::*;

use super::*;
use crate::{Bound, Condition, NotAssignedPolicy, Rulebook, TieBreak, strategies};

/// A consistent rulebook of one section with one criterion of 20 points.
fn parts() -> RulebookParts {
    let title = thidua_values::Text {
        vi: "Tiêu chí".parse().unwrap(),
        en: "A criterion".parse().unwrap(),
    };
    RulebookParts {
        id: "small".parse().unwrap(),
        title: title.clone(),
        basis: thidua_values::Basis::Illustrative { note: "a test".parse().unwrap() },
        campaign: "unite".parse().unwrap(),
        during: thidua_values::Period::starting("2022-01-01".parse().unwrap()),
        points: Points::whole(20),
        bonus_points: Points::ZERO,
        rounding: crate::RoundingRule::Never {},
        missing: crate::MissingPolicy::Refuse {},
        not_assigned: NotAssignedPolicy::Zero,
        sections: vec![crate::Section {
            id: "main".parse().unwrap(),
            ordinal: "I".parse().unwrap(),
            title: title.clone(),
            part: SectionPart::Scale,
            points: Points::whole(20),
            items: vec![Item::Criterion(Criterion {
                id: "cremation".parse().unwrap(),
                ordinal: "1".parse().unwrap(),
                title,
                points: Points::whole(20),
                serves: "culture".parse().unwrap(),
                conditions: Vec::new(),
                figures: crate::Figures::Whole,
                formula: proportional("100"),
            })],
        }],
        tie_breaks: vec![TieBreak::Ballot {}],
    }
}

fn proportional(cap: &str) -> Formula {
    Formula::Proportional {
        cap_percent: cap.parse().unwrap(),
        nothing_of_nothing: NotAssignedPolicy::Zero,
    }
}

fn band(low: u32, high: u32, points: i32) -> Band {
    let bound = |percent: u32, included| Bound { percent: percent.into(), included };
    Band { low: bound(low, true), high: Some(bound(high, false)), points: Points::whole(points) }
}

fn bands(bands: Vec<Band>) -> Formula {
    Formula::Bands { bands, nothing_of_nothing: NotAssignedPolicy::Zero }
}

/// The one criterion of `parts`.
fn criterion(parts: &mut RulebookParts) -> &mut Criterion {
    match &mut parts.sections[0].items[0] {
        Item::Criterion(criterion) => criterion,
        Item::Group(_) => panic!("the first item is a criterion"),
    }
}

#[track_caller]
fn check(change: impl FnOnce(&mut RulebookParts), expected: &str) {
    let mut changed = parts();
    change(&mut changed);
    assert_eq!(Rulebook::try_new(changed).unwrap_err().to_string(), expected);
}

#[track_caller]
fn check_formula(formula: Formula, expected: &str) {
    check(|parts| criterion(parts).formula = formula, expected);
}

proptest! {
    /// Law: what the strategy makes fits its own campaign and has dense slots.
    #[test]
    fn slots_are_dense(rulebook in strategies::rulebook()) {
        let mut slots: Vec<usize> = Vec::new();
        for leaf in rulebook.leaves() {
            slots.push(rulebook.slot(&leaf.criterion.id).unwrap());
            prop_assert_eq!(slots.last(), Some(&leaf.slot));
            slots.extend(leaf.criterion.conditions.iter().map(|gate| rulebook.slot(gate.id()).unwrap()));
        }
        prop_assert_eq!(slots, (0..rulebook.slot_count()).collect::<Vec<_>>());
    }
}

#[test]
fn a_consistent_rulebook_is_made() {
    assert!(Rulebook::try_new(parts()).is_ok());
}

#[test]
fn ids_are_used_once() {
    check(
        |parts| {
            parts.sections.push(parts.sections[0].clone());
            parts.points = Points::whole(40);
        },
        "sections[1].id: expected ids of sections and groups that differ, found `main` again\n\
         sections[1].items[0].id: expected ids of criteria and conditions that differ, found `cremation` again",
    );
    check(
        |parts| {
            let title = parts.title.clone();
            let gate = Condition::Gate { id: "cremation".parse().unwrap(), title };
            criterion(parts).conditions.push(gate);
        },
        "sections[0].items[0].conditions[0].id: \
         expected ids of criteria and conditions that differ, found `cremation` again",
    );
}

#[test]
fn there_is_something_to_score() {
    check(
        |parts| {
            parts.sections.clear();
            parts.points = Points::ZERO;
        },
        "sections: expected at least one item to score, found none",
    );
    check(
        |parts| {
            parts.sections[0].items.clear();
            parts.points = Points::ZERO;
        },
        "sections[0].items: expected at least one item to score, found none",
    );
}

#[test]
fn points_add_up() {
    check(
        |parts| parts.sections[0].points = Points::whole(25),
        "sections[0].points: expected 20 points, the sum of its criteria, found 25",
    );
    check(
        |parts| parts.bonus_points = Points::whole(5),
        "bonus_points: expected 0 points, the sum of the bonus criteria, found 5",
    );
    check(
        |parts| {
            let most = Points::from_millionths(999_999_999_999_999_999).unwrap();
            let mut second = criterion(parts).clone();
            second.id = "second".parse().unwrap();
            second.points = most;
            parts.sections[0].items.push(Item::Criterion(second));
        },
        "points: expected a sum of the criteria of the scale below 10^12 points, found 20\n\
         sections[0].points: expected a sum of its criteria below 10^12 points, found 20",
    );
}

#[test]
fn a_criterion_is_worth_something() {
    check(
        |parts| {
            criterion(parts).points = Points::ZERO;
            parts.sections[0].points = Points::ZERO;
            parts.points = Points::ZERO;
        },
        "sections[0].items[0].points: expected points above 0, found 0",
    );
}

#[test]
fn formulas_are_checked() {
    let at = "sections[0].items[0].formula";
    for cap in ["0", "100.5", "-3"] {
        let expected = format!(
            "{at}.cap_percent: expected a cap above 0 and at most 100 percent, found {cap}"
        );
        check_formula(proportional(cap), &expected);
    }
    let threshold = Formula::Threshold {
        at_least_percent: 0.into(),
        nothing_of_nothing: NotAssignedPolicy::Zero,
    };
    check_formula(
        threshold,
        &format!("{at}.at_least_percent: expected a threshold above 0 percent, found 0"),
    );
    let sampled = Formula::Sampled { size: 50, each: "0.5".parse().unwrap() };
    check_formula(
        sampled,
        &format!(
            "{at}.each: expected 20 points in all, those of the criterion, found 50 times 0.5"
        ),
    );
}

#[test]
fn rounding_steps_divide_what_they_round() {
    let rounding = |step: &str| thidua_values::Rounding {
        mode: thidua_values::RoundingMode::HalfUp,
        step: step.parse().unwrap(),
    };
    check(
        |parts| parts.rounding = RoundingRule::PerItem { rounding: rounding("3") },
        "sections[0].items[0].points: expected points that are a multiple of the rounding step 3, found 20",
    );
    check(
        |parts| parts.rounding = RoundingRule::OnTotal { rounding: rounding("0.3") },
        "points: expected points that are a multiple of the rounding step 0.3, found 20",
    );
}

#[test]
fn bands_are_checked() {
    let at = "sections[0].items[0].formula.bands";
    check_formula(bands(Vec::new()), &format!("{at}: expected at least one band, found none"));
    check_formula(
        bands(vec![band(90, 88, 2)]),
        &format!(
            "{at}[0]: expected a low end below the high end, found [90 %; 88 %), which holds no percentage"
        ),
    );
    check_formula(
        bands(vec![band(88, 91, 2), band(90, 95, 3)]),
        &format!("{at}[1]: expected a band wholly above [88 %; 91 %), found [90 %; 95 %)"),
    );
    let mut negative = band(0, 50, 2);
    negative.low.percent = "-5".parse().unwrap();
    check_formula(
        bands(vec![negative]),
        &format!("{at}[0]: expected ends of at least 0 percent, found -5"),
    );
    check_formula(
        bands(vec![band(88, 90, 21)]),
        &format!("{at}[0].points: expected 0 to 20 points, found 21"),
    );
}

#[test]
fn tie_breaks_look_at_criteria_and_end_with_the_ballot() {
    check(
        |parts| parts.tie_breaks = vec![TieBreak::Figure { criterion: "burials".parse().unwrap() }],
        "tie_breaks[0].criterion: expected a criterion of this rulebook, found `burials`",
    );
    check(
        |parts| {
            let step = TieBreak::Share { criterion: "cremation".parse().unwrap() };
            parts.tie_breaks = vec![TieBreak::Ballot {}, step];
        },
        "tie_breaks[1]: expected the ballot as the last step, found a further step",
    );
}

#[test]
fn criteria_serve_pillars_of_the_campaign() {
    let rulebook = Rulebook::try_new(parts()).unwrap();
    let title = parts().title;
    let reference = crate::Reference {
        number: "10/TTr-MTTW-BTT".parse().unwrap(),
        issued: "2016-07-08".parse().unwrap(),
        issuer: title.clone(),
        title: title.clone(),
    };
    let campaign = |id: &str, pillar: &str| {
        let pillar = crate::Pillar {
            id: pillar.parse().unwrap(),
            ordinal: "1".parse().unwrap(),
            name: title.clone(),
            tasks: vec![title.clone()],
        };
        Campaign::try_new(crate::CampaignParts {
            id: id.parse().unwrap(),
            name: title.clone(),
            basis: parts().basis,
            launch: reference.clone(),
            carries_out: Vec::new(),
            during: parts().during,
            pillars: vec![pillar],
        })
        .unwrap()
    };
    assert_eq!(rulebook.check_pillars(&campaign("unite", "culture")), Ok(()));
    assert_eq!(
        rulebook.check_pillars(&campaign("goods", "economy")).unwrap_err().to_string(),
        "campaign: expected campaign `goods`, found `unite`\n\
         sections[0].items[0].serves: expected a pillar of campaign `goods`, found `culture`"
    );
}
