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

#[test]
fn points_add_up() {
    check(
        |parts| first_group(parts).points = points("25"),
        "scale.items[0].points: expected 20 points, the sum of its criteria, found 25",
    );
    check(
        |parts| parts.scale.points = points("25"),
        "scale.points: expected 20 points, the sum of its criteria, found 25",
    );
    check(
        |parts| {
            parts.deductions = Some(Part { points: points("5"), ..part(vec![another("late")]) });
        },
        "deductions.points: expected 20 points, the sum of its criteria, found 5",
    );
    check(
        |parts| {
            let mut second = another("burials");
            if let Item::Criterion(second) = &mut second {
                second.points = points("999999999999.999999");
            }
            first_group(parts).items.push(second);
        },
        "scale.items[0].points: expected a sum of its criteria below 10^12 points, found 20\n\
         scale.points: expected a sum of its criteria below 10^12 points, found 20",
    );
}

#[test]
fn points_add_up_for_each_kind_of_subject() {
    let only_for = |item: &mut Item, kind: &str| match item {
        Item::Criterion(criterion) => criterion.only_for = vec![kind.parse().unwrap()],
        Item::Group(group) => panic!("expected a criterion, found {}", group.id),
    };
    let alternatives = |parts: &mut RulebookParts, of_urban: &str| {
        let group = first_group(parts);
        group.items = vec![another("cremation"), another("burials")];
        only_for(&mut group.items[0], "rural");
        only_for(&mut group.items[1], "urban");
        if let Item::Criterion(second) = &mut group.items[1] {
            second.points = points(of_urban);
        }
    };
    let mut fitting = parts();
    alternatives(&mut fitting, "20");
    assert!(Rulebook::try_new(fitting).is_ok());
    check(
        |parts| alternatives(parts, "15"),
        "scale.items[0].points: expected 15 points, the sum of its criteria for `urban`, found 20\n\
         scale.points: expected 15 points, the sum of its criteria for `urban`, found 20",
    );
    check(
        |parts| {
            alternatives(parts, "15");
            parts.scale.points = points("35");
        },
        "scale.items[0].points: expected 15 points, the sum of its criteria for `urban`, found 20\n\
         scale.points: expected 20 points, the sum of its criteria for `rural`, found 35\n\
         scale.points: expected 15 points, the sum of its criteria for `urban`, found 35",
    );
}

#[test]
fn each_kind_of_subject_has_as_many_as_count_of_the_best() {
    let best = |count| {
        move |parts: &mut RulebookParts| {
            let group = first_group(parts);
            group.combine = Combine::Best { count };
            group.items = vec![another("cremation"), another("burials"), another("weddings")];
            if let Item::Criterion(second) = &mut group.items[1] {
                second.only_for = vec!["rural".parse().unwrap()];
            }
        }
    };
    let mut fitting = parts();
    best(2)(&mut fitting);
    assert!(Rulebook::try_new(fitting).is_ok());
    let expected = |items, kind: &str, found| {
        format!(
            "scale.items[0].combine.count: expected 1 to {items}, the number of items for `{kind}`, found {found}"
        )
    };
    check(best(3), &expected(2, "urban", 3));
    check(best(4), &[expected(3, "rural", 4), expected(2, "urban", 4)].join("\n"));
    let of_border = |parts: &mut RulebookParts| {
        parts.kinds.insert(0, "border".parse().unwrap());
        best(3)(parts);
    };
    // Border and urban are alike, and the first of them is named.
    check(of_border, &expected(2, "border", 3));
}

#[test]
fn a_bonus_may_be_for_one_kind_of_subject() {
    let mut fitting = parts();
    let mut bonus = cremation();
    bonus.id = "border-markers".parse().unwrap();
    bonus.only_for = vec!["rural".parse().unwrap()];
    fitting.bonus = Some(part(vec![Item::Criterion(bonus)]));
    assert!(Rulebook::try_new(fitting).is_ok());
}

#[test]
fn what_is_no_sum_works_on_shares() {
    let combined = |parts: &mut RulebookParts, combine| {
        let group = first_group(parts);
        group.combine = combine;
        group.items.push(another("burials"));
    };
    check(
        |parts| {
            combined(parts, Combine::SumUpTo {});
            first_group(parts).points = Points::ZERO;
            parts.scale.points = Points::ZERO;
        },
        "scale.items[0].points: expected points above 0, found 0",
    );
    check(
        |parts| {
            combined(parts, Combine::Least {});
            criterion(parts).points = Points::ZERO;
        },
        &format!("{AT}.points: expected points above 0, found 0, of which there is no share"),
    );
    for count in [0, 3] {
        let expected = format!(
            "scale.items[0].combine.count: expected 1 to 2, the number of items, found {count}"
        );
        check(|parts| combined(parts, Combine::Best { count }), &expected);
    }
    check(
        |parts| {
            parts.scale.combine = Combine::Best { count: 2 };
            parts.scale.points = points("-5");
        },
        "scale.combine.count: expected 1 to 1, the number of items, found 2\n\
         scale.points: expected points above 0, found -5",
    );
}

#[test]
fn weights_stand_in_weighted_means_only() {
    let weighted = |weight: Option<&str>| {
        let weight = weight.map(|weight| weight.parse().unwrap());
        move |parts: &mut RulebookParts| {
            first_group(parts).combine = Combine::WeightedMean {};
            criterion(parts).weight = weight;
        }
    };
    let at = format!("{AT}.weight");
    check(
        weighted(None),
        &format!("{at}: expected a weight, since the mean around it is weighted, found none"),
    );
    for weight in ["0", "-1.5"] {
        let expected = format!("{at}: expected a weight above 0, found {weight}");
        check(weighted(Some(weight)), &expected);
    }
    check(
        |parts| first_group(parts).weight = Some(2.into()),
        "scale.items[0].weight: expected no weight outside a weighted mean, found 2",
    );
}

#[test]
fn deductions_have_gates_only() {
    let mut late = cremation();
    late.id = "late".parse().unwrap();
    late.conditions = vec![gate("asked"), cap("5")];
    check(
        |parts| parts.deductions = Some(part(vec![Item::Criterion(late)])),
        "deductions.items[0].conditions[1]: expected no condition of a deduction but gates, found another",
    );
}

#[test]
fn rounding_steps_divide_what_they_round() {
    let multiple = |step: &str| {
        format!("expected points that are a multiple of the rounding step {step}, found")
    };
    check(
        |parts| parts.rounding = RoundingRule::PerItem { rounding: rounding("3") },
        &format!("{AT}.points: {} 20", multiple("3")),
    );
    check(
        |parts| {
            parts.rounding = RoundingRule::PerItem { rounding: rounding("0.5") };
            criterion(parts).conditions.push(cap("3.7"));
        },
        &format!("{AT}.conditions[0].at_most: {} 3.7", multiple("0.5")),
    );
    check(
        |parts| parts.rounding = RoundingRule::PerGroup { rounding: rounding("8") },
        &format!("scale.items[0].points: {} 20", multiple("8")),
    );
    check(
        |parts| {
            parts.rounding = RoundingRule::OnTotal { rounding: rounding("0.3") };
            parts.total = TotalLimits { at_least: Some(points("-1")), at_most: Some(points("19")) };
        },
        &format!(
            "scale.points: {of} 20\ntotal.at_least: {of} -1\ntotal.at_most: {of} 19",
            of = multiple("0.3")
        ),
    );
}

#[test]
fn rounding_steps_divide_what_can_be_earned_of_a_rounded_group() {
    let rounds = |parts: &mut RulebookParts, combine, not_assigned| {
        let halves = vec![samples::met("a", "2.5"), samples::met("b", "1.5")];
        parts.scale = samples::scale("4", vec![samples::group("g", "4", combine, halves)]);
        parts.rounding = RoundingRule::PerGroup { rounding: rounding("1") };
        parts.not_assigned = not_assigned;
    };
    let inner = |number, found| {
        format!(
            "scale.items[0].items[{number}].points: expected points that are a multiple of the rounding step 1, found {found}"
        )
    };
    let both = format!("{}\n{}", inner(0, "2.5"), inner(1, "1.5"));
    for policy in [NotAssignedPolicy::Exclude, NotAssignedPolicy::RescaleScale] {
        check(|parts| rounds(parts, Combine::Sum {}, policy), &both);
        check(|parts| rounds(parts, Combine::SumUpTo {}, policy), &both);
        consistent(|parts| rounds(parts, Combine::Least {}, policy));
        check(
            |parts| {
                rounds(parts, Combine::Best { count: 2 }, policy);
                parts.rounding = RoundingRule::PerGroup { rounding: rounding("4") };
            },
            "scale.items[0].points: expected points of which each of the best 2 gets a multiple of the rounding step 4, found 4",
        );
    }
    // What is not assigned leaves nothing, or the rest of its group makes up for it.
    for policy in
        [NotAssignedPolicy::Zero, NotAssignedPolicy::FullMarks, NotAssignedPolicy::RescaleGroup]
    {
        consistent(|parts| rounds(parts, Combine::Sum {}, policy));
        consistent(|parts| rounds(parts, Combine::SumUpTo {}, policy));
        let short = |parts: &mut RulebookParts| {
            rounds(parts, Combine::SumUpTo {}, policy);
            first_group(parts).items.truncate(1);
        };
        check(short, &inner(0, "2.5"));
    }
}

#[test]
fn the_cap_of_the_total_is_not_below_its_floor() {
    check(
        |parts| {
            parts.total = TotalLimits { at_least: Some(points("10")), at_most: Some(points("5")) };
        },
        "total.at_most: expected a cap of at least 10, the floor, found 5",
    );
}

#[test]
fn criteria_are_worth_what_their_formulas_ask() {
    let worth = |worth: &str, formula: Formula| {
        let worth = points(worth);
        move |parts: &mut RulebookParts| {
            parts.scale.points = worth;
            first_group(parts).points = worth;
            criterion(parts).points = worth;
            criterion(parts).formula = formula;
        }
    };
    let leader = Formula::Leader { excess: Excess::Relative };
    check(worth("0", leader), &format!("{AT}.points: expected points above 0, found 0"));
    check(worth("-1", Formula::Met {}), &format!("{AT}.points: expected points above 0, found -1"));
    check(
        worth("5", Formula::Recorded {}),
        &format!("{AT}.points: expected 0 points, since the number is only recorded, found 5"),
    );
    let mut recorded = parts();
    worth("0", Formula::Recorded {})(&mut recorded);
    assert!(Rulebook::try_new(recorded).is_ok());
}

#[test]
fn minimums_are_within_their_points() {
    for minimum in ["-1", "20.5"] {
        let expected = format!("minimum: expected 0 to 20 points, found {minimum}");
        check_criterion(|criterion| criterion.minimum = Some(points(minimum)), &expected);
        check(
            |parts| first_group(parts).minimum = Some(points(minimum)),
            &format!("scale.items[0].{expected}"),
        );
    }
}

#[test]
fn conditions_cap_below_the_criterion() {
    for at_most in ["20", "-1"] {
        check_criterion(
            |criterion| criterion.conditions.push(cap(at_most)),
            &format!(
                "conditions[0].at_most: expected 0 or more points, fewer than the 20 of the criterion, found {at_most}"
            ),
        );
    }
}

#[test]
fn figures_of_formulas_are_above_zero() {
    let nothing_of_nothing = NothingOfNothing::Zero;
    for cap in ["0", "100.5", "-3"] {
        let cap_percent = cap.parse().unwrap();
        check_formula(
            Formula::Proportional { cap_percent, nothing_of_nothing },
            &format!("cap_percent: expected a cap above 0 and at most 100 percent, found {cap}"),
        );
    }
    check_formula(
        Formula::Threshold { at_least_percent: 0.into(), nothing_of_nothing },
        "at_least_percent: expected a number above 0, found 0",
    );
    check_formula(
        Formula::Scaled { out_of: "-10".parse().unwrap() },
        "out_of: expected a number above 0, found -10",
    );
    let at = format!("{AT}.formula");
    check(
        |parts| {
            criterion(parts).formula = Formula::Shortfall {
                target_percent: 0.into(),
                step_percent: 0.into(),
                each: points("0"),
                steps: Steps::Started,
                nothing_of_nothing,
            };
        },
        &format!(
            "{at}.each: expected points above 0, at most 20, found 0\n\
             {at}.step_percent: expected a number above 0, found 0\n\
             {at}.target_percent: expected a number above 0, found 0"
        ),
    );
}

#[test]
fn points_of_each_are_within_those_of_the_criterion() {
    for stated in ["0", "-1", "20.5"] {
        let expected = format!("expected points above 0, at most 20, found {stated}");
        check_formula(Formula::PerItem { each: points(stated) }, &format!("each: {expected}"));
        let due = "2022-11-30".parse().unwrap();
        check_formula(
            Formula::Lateness { due, each_day: points(stated) },
            &format!("each_day: {expected}"),
        );
    }
}

#[test]
fn samples_lists_and_marks_make_the_points() {
    check_formula(
        Formula::Sampled { size: 50, each: points("0.5") },
        "each: expected 20 points in all, those of the criterion, found 50 times 0.5",
    );
    check_formula(
        Formula::Checklist { of: 0, pass_mark: 1 },
        "of: expected at least 1 to meet, found 0",
    );
    check_formula(
        Formula::Checklist { of: 5, pass_mark: 6 },
        "pass_mark: expected at most 5, the number of what can be met, found 6",
    );
    let step = "0.3".parse().unwrap();
    check_formula(
        Formula::Judged { step, panel: Panel::Single {} },
        "step: expected a step that divides 20, the points of the criterion, found 0.3",
    );
    let step = "0.5".parse().unwrap();
    check_formula(
        Formula::Judged { step, panel: Panel::TrimmedMean { each_end: 0 } },
        "panel.each_end: expected at least 1 mark left out at each end, found 0",
    );
}

#[test]
fn bands_are_in_order_and_within_the_points() {
    let band = |within, worth: &str| Band { within, points: points(worth) };
    let nothing_of_nothing = NothingOfNothing::Zero;
    let check_both = |bands: Vec<Band>, expected: &str| {
        check_formula(Formula::Bands { bands: bands.clone(), nothing_of_nothing }, expected);
        check_formula(Formula::NumberBands { bands }, expected);
    };
    check_both(Vec::new(), "bands: expected at least one band, found none");
    check_both(
        vec![band(between(90, 88), "2")],
        "bands[0].within: expected a low end below the high end, found [90; 88), which holds nothing",
    );
    check_both(
        vec![band(between(88, 91), "2"), band(between(90, 95), "3")],
        "bands[1].within: expected a band wholly above [88; 91), found [90; 95)",
    );
    check_both(
        vec![band(between(88, 90), "21"), band(from(90), "-1")],
        &format!(
            "bands[0].points: expected 0 to 20 points, found 21\n\
             {AT}.formula.bands[1].points: expected 0 to 20 points, found -1"
        ),
    );
    let negative = vec![band(between(-5, 50), "2")];
    check_formula(
        Formula::Bands { bands: negative.clone(), nothing_of_nothing },
        "bands[0].within: expected ends of at least 0 percent, found -5",
    );
    let mut of_numbers = parts();
    criterion(&mut of_numbers).formula = Formula::NumberBands { bands: negative };
    assert!(Rulebook::try_new(of_numbers).is_ok());
}

#[test]
fn facts_are_known_and_looked_at_as_they_are_answered() {
    let unknown = "expected a fact of this rulebook, found `praised`";
    let not_yes_or_no =
        "expected a fact that is answered by yes or no, found `satisfied`, which is not";
    for (id, expected) in [("praised", unknown), ("satisfied", not_yes_or_no)] {
        let fact = || id.parse().unwrap();
        check(
            |parts| parts.disqualifiers = vec![Disqualifier { fact: fact(), grade: None }],
            &format!("disqualifiers[0].fact: {expected}"),
        );
        check(
            |parts| {
                let at_most = "weak".parse().unwrap();
                grading(parts).caps = vec![GradeCap { fact: fact(), at_most }];
            },
            &format!("grading.caps[0].fact: {expected}"),
        );
        check_requirement(Requirement::FactHolds { fact: fact() }, &format!("fact: {expected}"));
    }
    check_requirement(
        Requirement::FactWithin { fact: "praised".parse().unwrap(), within: from(90) },
        &format!("fact: {unknown}"),
    );
    check_requirement(
        Requirement::FactWithin { fact: "fined".parse().unwrap(), within: from(90) },
        "fact: expected a fact that is answered by a share, found `fined`, which is not",
    );
}

#[test]
fn a_fact_disqualifies_or_limits_once() {
    let fact = || "fined".parse().unwrap();
    let differ = "expected facts that differ, found `fined` again";
    check(
        |parts| parts.disqualifiers = vec![Disqualifier { fact: fact(), grade: None }; 2],
        &format!("disqualifiers[1].fact: {differ}"),
    );
    check(
        |parts| {
            let cap = GradeCap { fact: fact(), at_most: "weak".parse().unwrap() };
            grading(parts).caps = vec![cap; 2];
        },
        &format!("grading.caps[1].fact: {differ}"),
    );
}

#[test]
fn grades_are_known_and_differ() {
    let fact = || "fined".parse().unwrap();
    let unknown = "expected a grade of this rulebook, found `best`";
    let disqualifier = || Disqualifier { fact: fact(), grade: Some("best".parse().unwrap()) };
    check(
        |parts| parts.disqualifiers = vec![disqualifier()],
        &format!("disqualifiers[0].grade: {unknown}"),
    );
    check(
        |parts| {
            parts.disqualifiers = vec![disqualifier()];
            parts.grading = None;
        },
        &format!("disqualifiers[0].grade: {unknown}"),
    );
    check(
        |parts| {
            let at_most = "best".parse().unwrap();
            grading(parts).caps = vec![GradeCap { fact: fact(), at_most }];
        },
        &format!("grading.caps[0].at_most: {unknown}"),
    );
    check(
        |parts| grading(parts).grades.clear(),
        "grading.grades: expected at least one grade, found none",
    );
    check(
        |parts| grading(parts).grades[1].id = "good".parse().unwrap(),
        "grading.grades[1].id: expected grade ids that differ, found `good` again",
    );
}

#[test]
fn each_grade_has_one_band_for_each_kind_of_subject() {
    let bands = |kinds: &[&[&str]]| -> Vec<GradeBand> {
        let only_for = |kinds: &[&str]| kinds.iter().map(|id| id.parse().unwrap()).collect();
        kinds
            .iter()
            .map(|kinds| GradeBand { only_for: only_for(kinds), within: from(50) })
            .collect()
    };
    let at = "grading.grades[0].bands";
    check(
        |parts| grading(parts).grades[0].bands.clear(),
        &format!("{at}: expected at least one band, found none in `good`"),
    );
    let one = "expected one band for a kind of subject, and one for all others, found another for";
    check(
        |parts| grading(parts).grades[0].bands = bands(&[&[], &["rural"], &[]]),
        &format!("{at}[2]: {one} all others"),
    );
    check(
        |parts| grading(parts).grades[0].bands = bands(&[&["rural"], &["urban", "rural"]]),
        &format!("{at}[1].only_for[1]: {one} `rural`"),
    );
    check(
        |parts| grading(parts).grades[0].bands[0].within = between(90, 90),
        &format!(
            "{at}[0].within: expected a low end below the high end, found [90; 90), which holds nothing"
        ),
    );
}

#[test]
fn requirements_are_percentages_that_ask_something() {
    for percent in ["0", "-5", "100.5"] {
        let asked: Figure = percent.parse().unwrap();
        let expected = format!("expected a percentage above 0 and at most 100, found {percent}");
        check_requirement(
            Requirement::EachAtLeast { of: Each::Group, percent: asked },
            &format!("percent: {expected}"),
        );
        check_requirement(
            Requirement::EnoughCriteria { percent_of_criteria: asked, reaching_percent: 50.into() },
            &format!("percent_of_criteria: {expected}"),
        );
        check_requirement(
            Requirement::EnoughCriteria { percent_of_criteria: 80.into(), reaching_percent: asked },
            &format!("reaching_percent: {expected}"),
        );
    }
    let fact = "satisfied".parse().unwrap();
    check_requirement(
        Requirement::FactWithin { fact, within: between(95, 90) },
        "within: expected a low end below the high end, found [95; 90), which holds nothing",
    );
}

#[test]
fn tie_breaks_look_at_criteria_and_groups_and_end_with_what_decides() {
    let burials = || "burials".parse().unwrap();
    for step in [
        TieBreak::Points { criterion: burials() },
        TieBreak::Figure { criterion: burials() },
        TieBreak::Share { criterion: burials() },
        TieBreak::Earlier { criterion: burials() },
        TieBreak::Met { criterion: burials() },
    ] {
        check(
            |parts| parts.tie_breaks = vec![step],
            "tie_breaks[0].criterion: expected a criterion of this rulebook, found `burials`",
        );
    }
    check(
        |parts| {
            let group = "burials".parse().unwrap();
            parts.tie_breaks = vec![TieBreak::GroupPoints { group }, TieBreak::FewerDeductions {}];
        },
        "tie_breaks[0].group: expected a group of this rulebook, found `burials`",
    );
    check(
        |parts| {
            let group = Some("burials".parse().unwrap());
            parts.tie_breaks =
                vec![TieBreak::HeadToHead { group: None }, TieBreak::HeadToHead { group }];
        },
        "tie_breaks[1].group: expected a group of this rulebook, found `burials`",
    );
    for last in [TieBreak::Ballot {}, TieBreak::Lots {}, TieBreak::Authority {}] {
        check(
            |parts| {
                let step = TieBreak::Met { criterion: "cremation".parse().unwrap() };
                parts.tie_breaks = vec![last, step];
            },
            "tie_breaks[1]: expected the ballot, the lots or the decision as the last step, found a further step",
        );
    }
}

#[test]
fn criteria_serve_pillars_of_campaigns_at_hand() {
    let campaign = |id: &str, pillar: &str| {
        let task = Task { name: text("Việc tang"), added_by: None };
        let pillar = Pillar {
            id: pillar.parse().unwrap(),
            ordinal: "1".parse().unwrap(),
            name: text("Văn hóa"),
            added_by: None,
            tasks: vec![task],
        };
        Campaign::try_new(CampaignParts {
            id: id.parse().unwrap(),
            name: text("Toàn dân đoàn kết"),
            kind: CampaignKind::Campaign,
            basis: parts().basis,
            launch: Launch { by: text("Trung ương"), document: None },
            documents: Vec::new(),
            carries_out: Vec::new(),
            during: parts().during,
            occasions: Vec::new(),
            annual_themes: Vec::new(),
            pillars: vec![pillar],
        })
        .unwrap()
    };
    let rulebook = Rulebook::try_new(parts()).unwrap();
    let served_by = |campaigns: &[(&str, &str)]| {
        let campaigns = campaigns.iter().map(|(id, pillar)| campaign(id, pillar));
        let campaigns = Campaigns::try_new(campaigns).unwrap();
        rulebook.check_pillars(&campaigns).map_err(|faults| faults.to_string())
    };
    assert_eq!(served_by(&[("goods", "economy"), ("unite", "culture")]), Ok(()));
    assert_eq!(
        served_by(&[("goods", "economy")]).unwrap_err(),
        format!("{AT}.serves.campaign: expected one of the campaigns at hand, found `unite`")
    );
    assert_eq!(
        served_by(&[("unite", "economy")]).unwrap_err(),
        format!("{AT}.serves.pillar: expected a pillar of campaign `unite`, found `culture`")
    );
}
