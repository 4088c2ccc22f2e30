//! Conditions, and the four kinds of nothing under every policy.

use thidua_criteria::{
    Condition, Criterion, Formula, Item, NotAssignedPolicy, NothingOfNothing, RulebookParts,
};
use thidua_values::{Coded, Points};

use crate::Line;
use crate::samples::{before, cap, criterion, gate, met, part, parts, scaled, sheet, text};

/// What a criterion of 10 points beside another of 10, which is met, earns of
/// each row, and why.
#[track_caller]
fn line(parts: &RulebookParts, rows: &[(&str, &str)]) -> Line {
    let rows: Vec<_> = rows.iter().copied().chain([("other", "met")]).collect();
    let sheet = sheet(parts, &rows);
    sheet.line(&"own".parse().unwrap()).unwrap().clone()
}

fn with(own: Criterion, policy: NotAssignedPolicy) -> RulebookParts {
    let points = 10 + i32::try_from(own.points.millionths() / 1_000_000).unwrap();
    let items = vec![Item::Criterion(own), met("other", 10)];
    RulebookParts { not_assigned: policy, ..parts(points, items) }
}

fn conditioned(conditions: Vec<Condition>) -> RulebookParts {
    with(Criterion { conditions, ..scaled("own", 10) }, NotAssignedPolicy::Zero)
}

/// Rows of a criterion and a value, what `own` earns of them, and the code of its reason.
type Case<'c> = (&'c [(&'c str, &'c str)], &'c str, &'c str);

#[track_caller]
fn check(parts: &RulebookParts, rows: &[Case<'_>]) {
    for (values, earned, code) in rows {
        let line = line(parts, values);
        assert_eq!(
            (text(&line.earned).as_str(), line.reason.code()),
            (*earned, *code),
            "{values:?}"
        );
    }
}

#[test]
fn a_gate_is_asked_before_anything_counts() {
    check(
        &conditioned(vec![gate("plan")]),
        &[
            (&[("own", "8"), ("plan", "met")], "8", "scaled"),
            (&[("own", "8"), ("plan", "not_met")], "0", "gate_closed"),
            (&[("own", "8"), ("plan", "no_proof")], "0", "gate_closed"),
            (&[("own", "8")], "0 to 8", "condition_unanswered"),
            (&[("own", "no_proof")], "0", "no_proof"),
            (&[("plan", "met")], "0 to 10", "missing"),
            (&[("plan", "not_met")], "0", "gate_closed"),
            (&[], "0 to 10", "missing"),
        ],
    );
}

#[test]
fn a_cap_holds_back_what_is_above_it() {
    check(
        &conditioned(vec![cap("office", 4)]),
        &[
            (&[("own", "8"), ("office", "met")], "8", "scaled"),
            (&[("own", "8"), ("office", "not_met")], "4", "held_back"),
            (&[("own", "3"), ("office", "not_met")], "3", "scaled"),
            (&[("own", "8")], "4 to 8", "condition_unanswered"),
            (&[("own", "3")], "3", "scaled"),
            (&[("office", "not_met")], "0 to 4", "missing"),
            (&[("own", "no_proof")], "0", "no_proof"),
        ],
    );
}

#[test]
fn what_was_achieved_before_earns_all() {
    check(
        &conditioned(vec![before("earlier")]),
        &[
            (&[("own", "8"), ("earlier", "not_met")], "8", "scaled"),
            (&[("own", "8"), ("earlier", "met")], "10", "achieved_before"),
            (&[("earlier", "met")], "10", "achieved_before"),
            (&[("own", "no_proof"), ("earlier", "met")], "10", "achieved_before"),
            (&[("own", "8")], "8 to 10", "condition_unanswered"),
            (&[("own", "10")], "10", "scaled"),
            (&[("earlier", "no_proof")], "0 to 10", "missing"),
        ],
    );
}

#[test]
fn the_first_condition_is_asked_first() {
    check(
        &conditioned(vec![gate("plan"), before("earlier")]),
        &[
            (&[("plan", "not_met"), ("earlier", "met")], "0", "gate_closed"),
            (&[("plan", "met"), ("earlier", "met")], "10", "achieved_before"),
            (&[("earlier", "met")], "0 to 10", "condition_unanswered"),
            (&[("own", "8")], "0 to 10", "condition_unanswered"),
        ],
    );
    check(
        &conditioned(vec![before("earlier"), gate("plan")]),
        &[(&[("plan", "not_met"), ("earlier", "met")], "10", "achieved_before")],
    );
    check(
        &conditioned(vec![cap("office", 4), cap("staff", 6)]),
        &[
            (&[("own", "8"), ("office", "met"), ("staff", "not_met")], "6", "held_back"),
            (&[("own", "8"), ("office", "not_met"), ("staff", "not_met")], "4", "held_back"),
            (&[("own", "8"), ("staff", "not_met")], "4 to 6", "condition_unanswered"),
        ],
    );
}

#[test]
fn what_was_achieved_before_is_open_where_nothing_is_earned() {
    // Without points nothing distinguishes met from not met but the reason.
    let own =
        Criterion { conditions: vec![before("earlier")], ..criterion("own", 0, Formula::Met {}) };
    let parts = with(own, NotAssignedPolicy::Zero);
    check(
        &parts,
        &[
            (&[("own", "not_met")], "0", "condition_unanswered"),
            (&[("own", "met")], "0", "met"),
            (&[("own", "not_met"), ("earlier", "met")], "0", "achieved_before"),
        ],
    );
    let share = |rows| line(&parts, rows).share().map(|share| text(&share));
    assert_eq!(share(&[("own", "not_met")]).unwrap(), "0 to 1");
    assert_eq!(share(&[("own", "not_met"), ("earlier", "met")]).unwrap(), "1");
    assert_eq!(share(&[("own", "not_assigned")]), None);
}

#[test]
fn the_four_kinds_of_nothing_differ_under_every_policy() {
    for (policy, unassigned, total, attainable) in [
        (NotAssignedPolicy::Zero, "0", "10", "20"),
        (NotAssignedPolicy::FullMarks, "10", "20", "20"),
        (NotAssignedPolicy::Exclude, "0", "10", "10"),
        (NotAssignedPolicy::RescaleGroup, "0", "20", "20"),
        (NotAssignedPolicy::RescaleScale, "0", "20", "20"),
    ] {
        let parts = with(scaled("own", 10), policy);
        check(
            &parts,
            &[
                (&[], "0 to 10", "missing"),
                (&[("own", "missing")], "0 to 10", "missing"),
                (&[("own", "no_proof")], "0", "no_proof"),
                (&[("own", "0")], "0", "scaled"),
                (&[("own", "not_assigned")], unassigned, "not_assigned"),
            ],
        );
        let sheet = |value| sheet(&parts, &[("own", value), ("other", "met")]);
        let unassigned = sheet("not_assigned");
        assert_eq!(text(&unassigned.total), total, "{policy:?}");
        assert_eq!(unassigned.attainable.to_string(), attainable, "{policy:?}");
        assert_eq!(text(&sheet("").total), "10 to 20", "{policy:?}");
        assert_eq!(text(&sheet("no_proof").total), "10", "{policy:?}");
    }
}

/// What is worth at most 8 of 10 points, and nothing of nothing not assigned.
fn capped() -> Criterion {
    let nothing_of_nothing = NothingOfNothing::NotAssigned;
    criterion("own", 10, Formula::Proportional { cap_percent: 80.into(), nothing_of_nothing })
}

#[test]
fn what_may_not_be_assigned_may_be_worth_that() {
    for (policy, most) in [
        (NotAssignedPolicy::Zero, "0 to 8"),
        (NotAssignedPolicy::FullMarks, "0 to 10"),
        (NotAssignedPolicy::Exclude, "0 to 8"),
        (NotAssignedPolicy::RescaleGroup, "0 to 8"),
        (NotAssignedPolicy::RescaleScale, "0 to 8"),
    ] {
        check(&with(capped(), policy), &[(&[], most, "missing")]);
        // An answered condition says that there is a task, and still nothing may be to be done.
        let own = Criterion { conditions: vec![gate("plan")], ..capped() };
        check(&with(own.clone(), policy), &[(&[("plan", "met")], most, "missing")]);
        let Formula::Proportional { cap_percent, .. } = own.formula else { unreachable!() };
        let nothing_of_nothing = NothingOfNothing::Zero;
        let formula = Formula::Proportional { cap_percent, nothing_of_nothing };
        let own = Criterion { formula, ..own };
        check(&with(own, policy), &[(&[("plan", "met")], "0 to 8", "missing")]);
    }
}

#[test]
fn nothing_of_nothing_behind_an_unanswered_gate_may_leave() {
    let own = Criterion { conditions: vec![gate("plan")], ..capped() };
    for (policy, open) in [
        (NotAssignedPolicy::Zero, "0"),
        (NotAssignedPolicy::FullMarks, "0 to 10"),
        (NotAssignedPolicy::Exclude, "0"),
        (NotAssignedPolicy::RescaleGroup, "0"),
    ] {
        let parts = with(own.clone(), policy);
        check(
            &parts,
            &[
                (&[("own", "0/0")], open, "condition_unanswered"),
                (&[("own", "0/0"), ("plan", "not_met")], "0", "gate_closed"),
            ],
        );
    }
}

#[test]
fn what_is_missing_among_deductions_is_taken_at_the_worst() {
    let mut parts = parts(10, vec![met("other", 10)]);
    let nothing_of_nothing = NothingOfNothing::FullMarks;
    let (target_percent, step_percent) = (80.into(), 10.into());
    let short = Formula::Shortfall {
        target_percent,
        step_percent,
        each: Points::whole(1),
        steps: thidua_criteria::Steps::Whole,
        nothing_of_nothing,
    };
    let own = Criterion { conditions: vec![gate("plan")], ..criterion("own", 10, short) };
    parts.deductions = Some(part(10, vec![Item::Criterion(own)]));
    parts.not_assigned = NotAssignedPolicy::FullMarks;
    check(
        &parts,
        &[
            // No share is more than 80 points below its target.
            (&[], "8 to 0", "missing"),
            (&[("plan", "met")], "8 to 0", "missing"),
            (&[("own", "50/100"), ("plan", "met")], "3", "short"),
            (&[("own", "50/100")], "3 to 0", "condition_unanswered"),
            (&[("own", "no_proof")], "8 to 0", "condition_unanswered"),
            (&[("own", "no_proof"), ("plan", "not_met")], "0", "gate_closed"),
            (&[("own", "not_assigned")], "0", "not_assigned"),
        ],
    );
    let total = |rows: &[(&str, &str)]| text(&sheet(&parts, rows).total);
    assert_eq!(total(&[("other", "met")]), "2 to 10");
    assert_eq!(total(&[("other", "met"), ("own", "50/100")]), "7 to 10");
}
