//! What a grade asks beside its band.

use super::*;

#[test]
fn none_at_zero_is_met_missed_or_open() {
    let mut parts = graded(vec![Requirement::NoneAtZero {}]);
    parts.scale.items.push(met("c", 0));
    parts.scale.items.push(Item::Criterion(criterion("d", 0, Formula::Recorded {})));
    check(
        &parts,
        &[
            (&[("a", "10"), ("b", "8"), ("c", "met")], "good"),
            (&[("a", "10"), ("b", "8"), ("c", "not_met")], "fair not good"),
            (&[("a", "10"), ("b", "8"), ("c", "no_proof")], "fair not good"),
            (&[("a", "10"), ("b", "8"), ("c", "not_assigned")], "good"),
            (&[("a", "10"), ("b", "8")], "good or fair?"),
            // What is only recorded is no criterion at zero.
            (&[("a", "10"), ("b", "8"), ("c", "met"), ("d", "no_proof")], "good"),
        ],
    );
}

#[test]
fn each_at_least_is_met_missed_or_open() {
    let of = |of| graded(vec![Requirement::EachAtLeast { of, percent: 70.into() }]);
    check(
        &of(Each::Criterion),
        &[
            (&[("a", "10"), ("b", "7")], "good"),
            (&[("a", "10"), ("b", "6")], "fair not good"),
            (&[("a", "10")], "good or fair?"),
        ],
    );
    let mut parts = of(Each::Group);
    let items = std::mem::take(&mut parts.scale.items);
    let other = group("other", 10, Combine::Sum {}, vec![met("c", 10)]);
    let own = group("own", 100, Combine::Sum {}, items);
    parts.scale = part(110, vec![Item::Group(own), Item::Group(other)]);
    parts.not_assigned = NotAssignedPolicy::Exclude;
    check(
        &parts,
        &[
            (&[("a", "10"), ("b", "7"), ("c", "met")], "good"),
            (&[("a", "10"), ("b", "7"), ("c", "not_met")], "fair not good"),
            (&[("a", "10"), ("b", "7"), ("c", "not_assigned")], "good"),
            (&[("a", "10"), ("b", "7")], "good or fair?"),
        ],
    );
}

#[test]
fn every_minimum_is_met_missed_or_open() {
    let mut parts = graded(vec![Requirement::EveryMinimum {}]);
    let minimum = Some(Points::whole(30));
    let mut items = std::mem::take(&mut parts.scale.items);
    let Item::Criterion(b) = &mut items[1] else { unreachable!() };
    b.minimum = minimum;
    let own = thidua_criteria::Group {
        minimum: Some(Points::whole(5)),
        ..group("own", 10, Combine::Sum {}, vec![met("c", 10)])
    };
    items.push(Item::Group(own));
    parts.scale = part(110, items);
    parts.not_assigned = NotAssignedPolicy::Exclude;
    check(
        &parts,
        &[
            (&[("a", "10"), ("b", "6"), ("c", "met")], "good"),
            (&[("a", "10"), ("b", "5"), ("c", "met")], "fair not good"),
            (&[("a", "10"), ("b", "8"), ("c", "not_met")], "fair not good"),
            (&[("a", "10"), ("b", "8"), ("c", "not_assigned")], "good"),
            (&[("a", "10"), ("b", "8")], "good or fair?"),
        ],
    );
}

#[test]
fn enough_criteria_is_met_missed_or_open() {
    let enough = Requirement::EnoughCriteria {
        percent_of_criteria: 50.into(),
        reaching_percent: 100.into(),
    };
    let mut parts = graded(vec![enough]);
    parts.scale.items.push(met("c", 0));
    check(
        &parts,
        &[
            (&[("a", "10"), ("b", "8"), ("c", "met")], "good"),
            (&[("a", "10"), ("b", "8"), ("c", "not_met")], "fair not good"),
            (&[("a", "10"), ("b", "8"), ("c", "not_assigned")], "good"),
            (&[("a", "10"), ("b", "8")], "good or fair?"),
        ],
    );
}

#[test]
fn facts_are_so_not_so_or_open() {
    let holds = |answer| {
        let facts = vec![fact("f", answer)];
        let requires = vec![Requirement::FactHolds { fact: "f".parse().unwrap() }];
        RulebookParts { facts, ..graded(requires) }
    };
    let full: [(&str, &str); 2] = [("a", "10"), ("b", "10")];
    let rows = |value| [full[0], full[1], ("f", value)];
    check(
        &holds(ASKED),
        &[
            (&rows("met"), "good"),
            (&rows("not_met"), "fair not good"),
            (&rows("no_proof"), "fair not good"),
            (&full, "good or fair?"),
        ],
    );
    check(&holds(REPORTED), &[(&rows("met"), "good"), (&full, "fair not good")]);
    let within = Requirement::FactWithin { fact: "f".parse().unwrap(), within: from(90) };
    let share =
        RulebookParts { facts: vec![fact("f", FactAnswer::Share {})], ..graded(vec![within]) };
    check(
        &share,
        &[
            (&rows("9/10"), "good"),
            (&rows("8999/10000"), "fair not good"),
            (&rows("0/0"), "fair not good"),
            (&rows("no_proof"), "fair not good"),
            (&full, "good or fair?"),
        ],
    );
    let open = sheet(&share, &full);
    assert_eq!(open.open_facts, ["f".parse().unwrap()]);
    assert!(open.is_settled() && !open.is_complete());
    assert!(open.missing().eq(&open.open_facts));
}

#[test]
fn a_requirement_may_be_met_by_leaving() {
    // Of 10 points at most 4 can be earned, so half of them only by not being assigned.
    let nothing_of_nothing = thidua_criteria::NothingOfNothing::Zero;
    let formula = Formula::Proportional { cap_percent: 40.into(), nothing_of_nothing };
    let requires = vec![Requirement::EachAtLeast { of: Each::Criterion, percent: 50.into() }];
    let mut parts = graded(requires);
    parts.scale.items.push(Item::Criterion(criterion("c", 10, formula)));
    parts.scale.points = Points::whole(110);
    let full = [("a", "10"), ("b", "10")];
    check(
        &parts,
        &[
            (&full, "good or fair?"),
            (&[full[0], full[1], ("c", "1/1")], "fair not good"),
            (&[full[0], full[1], ("c", "not_assigned")], "good"),
        ],
    );
}

#[test]
fn what_was_achieved_before_may_still_meet_a_requirement() {
    let own =
        Criterion { conditions: vec![before("earlier")], ..criterion("c", 0, Formula::Met {}) };
    let mut parts = graded(vec![Requirement::NoneAtZero {}]);
    parts.scale.items.push(Item::Criterion(own));
    let rows = |value| [("a", "10"), ("b", "10"), ("c", "not_met"), ("earlier", value)];
    check(
        &parts,
        &[
            (&rows(""), "good or fair?"),
            (&rows("met"), "good"),
            (&rows("not_met"), "fair not good"),
        ],
    );
}
