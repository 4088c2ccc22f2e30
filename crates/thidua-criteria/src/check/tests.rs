//! Each fault of a rulebook, and that random rulebooks have none.

use proptest::prelude::*;
use thidua_values::{Fault, Rounding, RoundingMode, Text};

use super::*;
use crate::samples::{self, points};
use crate::{
    Band, Bound, Campaign, CampaignKind, CampaignParts, Campaigns, Disqualifier, Each, Excess,
    Fact, FactAnswer, Formula, Grade, GradeBand, GradeCap, GradedBy, Grading, Group, Interval,
    Launch, NothingOfNothing, Panel, Pillar, Requirement, Rulebook, RulebookEdition, Steps, Task,
    TieBreak, TotalLimits, Unanswered, strategies,
};

mod formulas;
mod grades;
mod sums;

/// Where the one criterion is.
const AT: &str = "scale.items[0].items[0]";

/// A consistent rulebook of one group with one criterion of 20 points, two kinds
/// of subject, a fact for each answer, and two grades.
fn parts() -> RulebookParts {
    let fact =
        |id: &str, answer| Fact { id: id.parse().unwrap(), title: text("Sự việc"), answer };
    RulebookParts {
        id: "small".parse().unwrap(),
        kinds: vec!["rural".parse().unwrap(), "urban".parse().unwrap()],
        scale: part(vec![Item::Group(group("main", vec![Item::Criterion(cremation())]))]),
        facts: vec![
            fact("fined", FactAnswer::YesOrNo { unanswered: Unanswered::No }),
            fact("satisfied", FactAnswer::Share {}),
        ],
        grading: Some(Grading {
            by: GradedBy::Percent,
            grades: vec![
                grade("good", from(80)),
                grade("weak", Interval { low: None, high: None }),
            ],
            caps: Vec::new(),
        }),
        ..samples::parts()
    }
}

fn text(word: &str) -> Text {
    Text { vi: word.parse().unwrap(), en: word.parse().unwrap() }
}

/// A sum of 20 points.
fn part(items: Vec<Item>) -> Part {
    Part { points: points("20"), combine: Combine::Sum {}, items }
}

/// A sum of 20 points.
fn group(id: &str, items: Vec<Item>) -> Group {
    Group {
        id: id.parse().unwrap(),
        ordinal: "I".parse().unwrap(),
        title: text("Nhóm"),
        points: points("20"),
        weight: None,
        minimum: None,
        combine: Combine::Sum {},
        items,
    }
}

/// A criterion of 20 points that is met or not.
fn cremation() -> Criterion {
    samples::criterion("cremation", "20", Formula::Met {})
}

/// Another criterion as `cremation`.
fn another(id: &str) -> Item {
    Item::Criterion(Criterion { id: id.parse().unwrap(), ..cremation() })
}

fn gate(id: &str) -> Condition {
    Condition::Gate { id: id.parse().unwrap(), title: text("Điều kiện") }
}

fn cap(at_most: &str) -> Condition {
    let (id, title) = ("office".parse().unwrap(), text("Điều kiện"));
    Condition::Cap { id, title, at_most: points(at_most) }
}

fn grade(id: &str, within: Interval) -> Grade {
    let bands = vec![GradeBand { only_for: Vec::new(), within }];
    Grade { id: id.parse().unwrap(), title: text("Mức"), bands, requires: Vec::new() }
}

fn bound(at: i32, included: bool) -> Bound {
    Bound { at: at.to_string().parse().unwrap(), included }
}

fn from(low: i32) -> Interval {
    Interval { low: Some(bound(low, true)), high: None }
}

fn between(low: i32, high: i32) -> Interval {
    Interval { low: Some(bound(low, true)), high: Some(bound(high, false)) }
}

fn rounding(step: &str) -> Rounding {
    Rounding { mode: RoundingMode::HalfUp, step: step.parse().unwrap() }
}

fn first_group(parts: &mut RulebookParts) -> &mut Group {
    match &mut parts.scale.items[0] {
        Item::Group(group) => group,
        Item::Criterion(_) => panic!("the first item is a group"),
    }
}

fn criterion(parts: &mut RulebookParts) -> &mut Criterion {
    match &mut first_group(parts).items[0] {
        Item::Criterion(criterion) => criterion,
        Item::Group(_) => panic!("the first item of the group is a criterion"),
    }
}

fn grading(parts: &mut RulebookParts) -> &mut Grading {
    parts.grading.as_mut().unwrap()
}

#[track_caller]
fn check(change: impl FnOnce(&mut RulebookParts), expected: &str) {
    let mut changed = parts();
    change(&mut changed);
    assert_eq!(Rulebook::try_new(changed).unwrap_err().to_string(), expected);
}

/// The rulebook with a change has no fault.
#[track_caller]
fn consistent(change: impl FnOnce(&mut RulebookParts)) {
    let mut parts = parts();
    change(&mut parts);
    assert_eq!(Rulebook::try_new(parts).map(|_| ()), Ok(()));
}

/// Checks a change of the one criterion; the place is within it.
#[track_caller]
fn check_criterion(change: impl FnOnce(&mut Criterion), expected: &str) {
    check(|parts| change(criterion(parts)), &format!("{AT}.{expected}"));
}

/// Checks a formula of the one criterion; the place is within it.
#[track_caller]
fn check_formula(formula: Formula, expected: &str) {
    check_criterion(|criterion| criterion.formula = formula, &format!("formula.{expected}"));
}

/// Checks what the better grade requires; the place is within it.
#[track_caller]
fn check_requirement(requirement: Requirement, expected: &str) {
    check(
        |parts| grading(parts).grades[0].requires.push(requirement),
        &format!("grading.grades[0].requires[0].{expected}"),
    );
}

/// The points that a sum around or below them holds to their value.
fn points_of_sums<'p>(combine: Combine, items: &'p mut [Item], found: &mut Vec<&'p mut Points>) {
    for item in items {
        match item {
            Item::Group(group) => {
                if combine.is_sum() || group.combine.is_sum() {
                    found.push(&mut group.points);
                }
                points_of_sums(group.combine, &mut group.items, found);
            }
            Item::Criterion(criterion) if combine.is_sum() => found.push(&mut criterion.points),
            Item::Criterion(_) => {}
        }
    }
}

fn turn_kinds(items: &mut [Item]) {
    for item in items {
        match item {
            Item::Group(group) => turn_kinds(&mut group.items),
            Item::Criterion(criterion) => criterion.only_for.reverse(),
        }
    }
}

proptest! {
    /// Law: random rulebooks are consistent by construction.
    #[test]
    fn random_rulebooks_are_accepted(parts in strategies::rulebook_parts()) {
        let refused = Rulebook::try_new(parts).err().map(|faults| faults.to_string());
        prop_assert_eq!(refused, None);
    }

    /// Law: who changes the points of one item of a sum, or of one sum, and nothing
    /// else, is refused.
    #[test]
    fn sums_hold(parts in strategies::rulebook_parts(), which in any::<prop::sample::Index>(), by in -1_i64..=1) {
        let mut changed = parts;
        let mut found = Vec::new();
        let others = [changed.bonus.as_mut(), changed.deductions.as_mut()];
        for part in [&mut changed.scale].into_iter().chain(others.into_iter().flatten()) {
            if part.combine.is_sum() {
                found.push(&mut part.points);
            }
            points_of_sums(part.combine, &mut part.items, &mut found);
        }
        if let (false, Some(by)) = (found.is_empty(), Points::from_millionths(2 * by + 1)) {
            let points = which.index(found.len());
            *found[points] = found[points].checked_add(by).unwrap();
            let faults = Rulebook::try_new(changed).unwrap_err();
            prop_assert!(faults.as_slice().iter().any(|placed| placed.fault.code() == "points_total"));
        }
    }

    /// Law: slots are dense: criteria with their conditions in order, then the facts.
    #[test]
    fn slots_are_dense(rulebook in strategies::rulebook()) {
        let mut slots: Vec<usize> = Vec::new();
        for leaf in rulebook.leaves() {
            prop_assert_eq!(rulebook.slot(&leaf.criterion.id), Some(leaf.slot));
            slots.push(leaf.slot);
            slots.extend(leaf.criterion.conditions.iter().filter_map(|own| rulebook.slot(own.id())));
        }
        slots.extend(rulebook.parts().facts.iter().filter_map(|fact| rulebook.slot(&fact.id)));
        prop_assert_eq!(slots, (0..rulebook.slot_count()).collect::<Vec<_>>());
    }

    /// Law: the order of sets has no meaning.
    #[test]
    fn the_order_of_sets_has_no_meaning(parts in strategies::rulebook_parts()) {
        let mut turned = parts.clone();
        turned.kinds.reverse();
        turned.replaces.reverse();
        let others = [turned.bonus.as_mut(), turned.deductions.as_mut()];
        for part in [&mut turned.scale].into_iter().chain(others.into_iter().flatten()) {
            turn_kinds(&mut part.items);
        }
        for grade in turned.grading.iter_mut().flat_map(|grading| &mut grading.grades) {
            grade.bands.reverse();
        }
        prop_assert_eq!(Rulebook::try_new(parts), Rulebook::try_new(turned));
    }
}

#[test]
fn a_consistent_rulebook_is_made() {
    assert!(Rulebook::try_new(parts()).is_ok());
}

#[test]
fn all_faults_are_reported_at_once_in_the_order_of_their_places() {
    check(
        |parts| {
            parts.tie_breaks.push(TieBreak::Ballot {});
            parts.bonus = Some(Part { points: points("0"), ..part(Vec::new()) });
            first_group(parts).points = points("25");
            criterion(parts).formula = Formula::Scaled { out_of: 0.into() };
            grading(parts).grades.clear();
        },
        "bonus.items: expected at least one item to score, found none\n\
         grading.grades: expected at least one grade, found none\n\
         scale.items[0].items[0].formula.out_of: expected a number above 0, found 0\n\
         scale.items[0].points: expected 20 points, the sum of its criteria, found 25\n\
         tie_breaks[1]: expected the ballot, the lots or the decision as the last step, found a further step",
    );
}

#[test]
fn grades_stand_from_the_best_to_the_worst() {
    check(
        |parts| {
            let grades = &mut grading(parts).grades;
            grades[1].bands[0].within.high = Some(Bound { at: 80.into(), included: false });
            grades.reverse();
        },
        "grading.grades[1].bands[0]: expected grades from the best to the worst, found `good`, whose \
         band is above that of `weak` before it",
    );
}

#[test]
fn ids_of_groups_are_used_once() {
    check(
        |parts| {
            parts.scale.points = points("40");
            parts.scale.items.push(Item::Group(group("main", vec![another("burials")])));
        },
        "scale.items[1].id: expected ids of groups that differ, found `main` again",
    );
}

#[test]
fn ids_by_which_evidence_answers_are_used_once() {
    let differ =
        "expected ids of criteria, conditions and facts that differ, found `cremation` again";
    check(
        |parts| parts.bonus = Some(part(vec![another("cremation")])),
        &format!("bonus.items[0].id: {differ}"),
    );
    check_criterion(
        |criterion| criterion.conditions.push(gate("cremation")),
        &format!("conditions[0].id: {differ}"),
    );
    check(
        |parts| parts.facts[1].id = "cremation".parse().unwrap(),
        &format!("facts[1].id: {differ}"),
    );
}

#[test]
fn kinds_of_subject_are_listed_once() {
    let differ = "expected kinds of subject that differ, found `rural` again";
    check(|parts| parts.kinds.push("rural".parse().unwrap()), &format!("kinds[2]: {differ}"));
    check_criterion(
        |criterion| {
            criterion.only_for = ["rural", "urban", "rural"].map(|id| id.parse().unwrap()).into();
        },
        &format!("only_for[2]: {differ}"),
    );
    let unknown = "expected one of the kinds of subject that the rulebook lists, found `border`";
    check_criterion(
        |criterion| {
            criterion.only_for = ["rural", "border", "urban"].map(|id| id.parse().unwrap()).into();
        },
        &format!("only_for[1]: {unknown}"),
    );
    check(
        |parts| grading(parts).grades[0].bands[0].only_for = vec!["border".parse().unwrap()],
        &format!("grading.grades[0].bands[0].only_for[0]: {unknown}"),
    );
}

#[test]
fn editions_of_other_rulebooks_are_replaced_once() {
    let edition = |id: &str| RulebookEdition {
        rulebook: id.parse().unwrap(),
        edition: "2020-01-01".parse().unwrap(),
    };
    check(
        |parts| parts.replaces = vec![edition("old"), edition("old")],
        "replaces[1]: expected editions that differ, found `old` of 2020-01-01 again",
    );
    check(
        |parts| parts.replaces = vec![edition("old"), edition("small")],
        "replaces[1].rulebook: expected an edition of another rulebook, found `small`, the rulebook itself",
    );
}

#[test]
fn there_is_something_to_score() {
    check(
        |parts| parts.scale.items.clear(),
        "scale.items: expected at least one item to score, found none",
    );
    check(
        |parts| {
            parts.scale.points = Points::ZERO;
            first_group(parts).items.clear();
        },
        "scale.items[0].items: expected at least one item to score, found none",
    );
}
