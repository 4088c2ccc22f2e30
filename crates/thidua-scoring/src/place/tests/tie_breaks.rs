//! Each step that breaks ties.

use super::*;

#[test]
fn who_meets_a_criterion_stands_ahead() {
    let women = Formula::Threshold {
        at_least_percent: 70.into(),
        nothing_of_nothing: NothingOfNothing::Zero,
    };
    let steps = vec![TieBreak::Met { criterion: criterion() }, TieBreak::Authority {}];
    let rows = [
        ("s-0", "own", "met"),
        ("s-0", "breaks", "69/100"),
        ("s-1", "own", "met"),
        ("s-1", "breaks", "7/10"),
        ("s-2", "own", "met"),
        ("s-2", "breaks", "not_assigned"),
        ("s-3", "own", "not_met"),
        ("s-3", "breaks", "1/1"),
        ("s-4", "own", "met"),
        ("s-4", "breaks", "9/10"),
    ];
    let standing = stand(&tied(women, steps), &["s-0", "s-1", "s-2", "s-3", "s-4"], &rows);
    assert_eq!(places(&standing), ["1: s-1", "1: s-4", "3: s-0", "3: s-2", "5: s-3"]);
    let [tie] = &standing.decided[..] else { panic!("{:?}", standing.decided) };
    let order: Vec<String> = tie
        .order
        .iter()
        .map(|key| format!("{} {}", key.subject, key.value.as_ref().unwrap()))
        .collect();
    assert_eq!(order, ["s-1 1", "s-4 1", "s-0 0", "s-2 0"]);
    let left: Vec<(usize, usize, TieAwaits)> =
        standing.unresolved.iter().map(|tie| (tie.rank, tie.subjects.len(), tie.awaits)).collect();
    assert_eq!(left, [(1, 2, TieAwaits::Authority), (3, 2, TieAwaits::Authority)]);
}

#[test]
fn more_of_a_figure_stands_ahead_and_none_behind() {
    let steps = vec![TieBreak::Figure { criterion: criterion() }];
    let rows = [
        ("s-0", "own", "met"),
        ("s-0", "breaks", "7"),
        ("s-1", "own", "met"),
        ("s-1", "breaks", "no_proof"),
        ("s-2", "own", "met"),
        ("s-2", "breaks", "12"),
        ("s-3", "own", "met"),
        ("s-3", "breaks", "-1"),
    ];
    let standing = stand(&tied(Formula::Recorded {}, steps), &["s-0", "s-1", "s-2", "s-3"], &rows);
    assert_eq!(places(&standing), ["1: s-2", "2: s-0", "3: s-3", "4: s-1"]);
    assert!(standing.unresolved.is_empty());
}

#[test]
fn the_last_step_says_what_a_tie_awaits() {
    let rows = [
        ("s-0", "own", "met"),
        ("s-1", "own", "met"),
        ("s-0", "breaks", "1"),
        ("s-1", "breaks", "1"),
    ];
    for (step, awaits, code, vi, en) in [
        (
            Some(TieBreak::Ballot {}),
            TieAwaits::Ballot,
            "ballot",
            "chờ bỏ phiếu",
            "waits for a ballot",
        ),
        (
            Some(TieBreak::Authority {}),
            TieAwaits::Authority,
            "authority",
            "chờ cấp có thẩm quyền quyết định",
            "waits for the authority's decision",
        ),
        (Some(TieBreak::Lots {}), TieAwaits::Lots, "lots", "chờ bốc thăm", "waits for lots"),
        (None, TieAwaits::Nothing, "nothing", "đồng hạng", "stays tied"),
    ] {
        let parts = tied(Formula::Recorded {}, step.into_iter().collect());
        let standing = stand(&parts, &["s-0", "s-1"], &rows);
        assert_eq!(standing.unresolved[0].awaits, awaits);
        let words = awaits.words();
        assert_eq!((awaits.code(), words.vi.as_str(), words.en.as_str()), (code, vi, en));
    }
}

/// What the first step that decided saw, as `subject key`.
fn seen(standing: &Standing) -> Vec<String> {
    let keys = standing.decided.iter().take(1).flat_map(|tie| &tie.order);
    let value = |key: &TieKey| key.value.as_ref().map_or("none".to_owned(), Exact::to_string);
    keys.map(|key| format!("{} {}", key.subject, value(key))).collect()
}

#[test]
fn who_earned_more_in_a_group_stands_ahead() {
    let own = |id: &str| Item::Criterion(samples::scaled(id, 10));
    let up_to = samples::group("g", 15, Combine::SumUpTo {}, vec![own("a"), own("b")]);
    let items = vec![Item::Group(up_to), own("c")];
    let steps = vec![TieBreak::GroupPoints { group: "g".parse().unwrap() }];
    let parts = RulebookParts { tie_breaks: steps, ..samples::parts(25, items) };
    let rows = [
        ("s-0", "a", "2"),
        ("s-0", "b", "8"),
        ("s-0", "c", "8"),
        ("s-1", "a", "9"),
        ("s-1", "b", "9"),
        ("s-1", "c", "3"),
        ("s-2", "a", "5"),
        ("s-2", "b", "10"),
        ("s-2", "c", "3"),
    ];
    let standing = stand(&parts, &["s-0", "s-1", "s-2"], &rows);
    assert_eq!(seen(&standing), ["s-1 15", "s-2 15", "s-0 10"]);
    assert_eq!(places(&standing), ["1: s-1", "1: s-2", "3: s-0"]);
}

/// Ten points, of which groups and a criterion beside them take up to six; ties are broken
/// by that step.
fn deducting(step: TieBreak) -> RulebookParts {
    let takes = |id: &str, points| {
        let each = Formula::PerItem { each: Points::whole(1) };
        Item::Criterion(samples::criterion(id, points, each))
    };
    let up_to = samples::group("g", 3, Combine::SumUpTo {}, vec![takes("a", 3), takes("b", 3)]);
    let items = vec![Item::Group(up_to), takes("c", 3)];
    let deductions = Some(samples::part(6, items));
    let scale = vec![Item::Criterion(samples::scaled("own", 10))];
    RulebookParts { deductions, tie_breaks: vec![step], ..samples::parts(10, scale) }
}

#[test]
fn who_has_less_taken_stands_ahead() {
    let rows = [
        ("s-0", "own", "10"),
        ("s-0", "a", "2"),
        ("s-0", "b", "2"),
        ("s-0", "c", "1"),
        ("s-1", "own", "9"),
        ("s-1", "a", "0"),
        ("s-1", "b", "1"),
        ("s-1", "c", "2"),
        ("s-2", "own", "7"),
        ("s-2", "a", "1"),
        ("s-2", "b", "0"),
        ("s-2", "c", "0"),
    ];
    let subjects = ["s-0", "s-1", "s-2"];
    let standing = stand(&deducting(TieBreak::FewerDeductions {}), &subjects, &rows);
    // Of the first the group takes 3 of 4.
    assert_eq!(seen(&standing), ["s-2 -1", "s-1 -3", "s-0 -4"]);
    assert_eq!(places(&standing), ["1: s-2", "2: s-1", "3: s-0"]);
    let group = TieBreak::GroupPoints { group: "g".parse().unwrap() };
    let standing = stand(&deducting(group), &subjects, &rows);
    assert_eq!(seen(&standing), ["s-1 -1", "s-2 -1", "s-0 -3"]);
    assert_eq!(places(&standing), ["1: s-1", "1: s-2", "3: s-0"]);
    // The last two each have less taken of one criterion; of both than the first.
    let pairs = TieBreak::HeadToHead { group: Some("g".parse().unwrap()) };
    let standing = stand(&deducting(pairs), &subjects, &rows);
    assert_eq!(seen(&standing), ["s-1 1", "s-2 1", "s-0 0"]);
    assert_eq!(places(&standing), ["1: s-1", "1: s-2", "3: s-0"]);
}

#[test]
fn who_has_more_points_of_more_criteria_stands_ahead() {
    let items = ["a", "b", "c", "d"].map(|id| Item::Criterion(samples::scaled(id, 10)));
    let steps = vec![TieBreak::HeadToHead { group: None }, TieBreak::Lots {}];
    let parts = RulebookParts { tie_breaks: steps, ..samples::parts(40, items.to_vec()) };
    let stand = |values: [[&'static str; 4]; 2]| {
        let of = |subject, values: [&'static str; 4]| {
            ["a", "b", "c", "d"]
                .into_iter()
                .zip(values)
                .map(move |(id, value)| (subject, id, value))
        };
        let rows: Vec<_> = of("s-0", values[0]).chain(of("s-1", values[1])).collect();
        stand(&parts, &["s-0", "s-1"], &rows)
    };
    let standing = stand([["10", "5", "5", "0"], ["0", "6", "6", "8"]]);
    assert_eq!(seen(&standing), ["s-1 1", "s-0 0"]);
    assert_eq!(places(&standing), ["1: s-1", "2: s-0"]);
    // Two criteria are for one of them only and count for neither, so it is one to one.
    let standing = stand([["9", "3", "not_assigned", "5"], ["4", "4", "9", "not_assigned"]]);
    assert!(standing.decided.is_empty());
    assert_eq!(standing.unresolved[0].awaits, TieAwaits::Lots);
}

#[test]
fn who_handed_in_earlier_stands_ahead_and_who_did_not_behind() {
    let due = "2022-11-10".parse().unwrap();
    let late = Formula::Lateness { due, each_day: Points::whole(1) };
    let steps = vec![TieBreak::Earlier { criterion: criterion() }];
    let rows = [
        ("s-0", "own", "met"),
        ("s-0", "breaks", "2022-11-12"),
        ("s-1", "own", "met"),
        ("s-1", "breaks", "2022-11-03"),
        ("s-2", "own", "met"),
        ("s-2", "breaks", "no_proof"),
        ("s-3", "own", "met"),
        ("s-3", "breaks", "2022-11-10"),
    ];
    let mut own = samples::criterion("breaks", 5, late);
    own.conditions = vec![samples::gate("plan")];
    let items = vec![samples::met("own", 10), Item::Criterion(own)];
    let total = TotalLimits { at_least: None, at_most: Some(Points::whole(10)) };
    let parts = RulebookParts { tie_breaks: steps, total, ..samples::parts(15, items) };
    let subjects = ["s-0", "s-1", "s-2", "s-3"];
    let with_plan = |of_first: &'static str| {
        let plans = subjects
            .map(|subject| (subject, "plan", if subject == "s-1" { of_first } else { "met" }));
        stand(&parts, &subjects, &[rows.to_vec(), plans.to_vec()].concat())
    };
    let standing = with_plan("met");
    assert_eq!(seen(&standing), ["s-1 7", "s-3 0", "s-0 -2", "s-2 none"]);
    assert_eq!(places(&standing), ["1: s-1", "2: s-3", "3: s-0", "4: s-2"]);
    // Behind a closed gate there is no day.
    assert_eq!(seen(&with_plan("not_met")), ["s-3 0", "s-0 -2", "s-1 none", "s-2 none"]);
}

#[test]
fn the_day_of_what_was_achieved_before_may_still_break_a_tie() {
    let due = "2022-11-10".parse().unwrap();
    let late = Formula::Lateness { due, each_day: Points::whole(1) };
    let mut own = samples::criterion("own", 10, late);
    own.conditions = vec![samples::before("earlier")];
    let steps = vec![TieBreak::Earlier { criterion: "own".parse().unwrap() }];
    let parts =
        RulebookParts { tie_breaks: steps, ..samples::parts(10, vec![Item::Criterion(own)]) };
    let rows =
        [("s-0", "own", "2022-11-09"), ("s-0", "earlier", "not_met"), ("s-1", "earlier", "met")];
    let standing = stand(&parts, &["s-0", "s-1"], &rows);
    assert_eq!(places(&standing), ["1: s-0 (1 to 2)", "2: s-1 (1 to 2)"]);
    let rows: Vec<_> = rows.into_iter().chain([("s-1", "own", "2022-11-08")]).collect();
    assert_eq!(places(&stand(&parts, &["s-0", "s-1"], &rows)), ["1: s-1", "2: s-0"]);
}

#[test]
fn the_figure_of_what_was_achieved_before_may_still_break_a_tie() {
    let mut own = samples::scaled("own", 10);
    own.conditions = vec![samples::before("earlier")];
    let steps = vec![TieBreak::Figure { criterion: "own".parse().unwrap() }];
    let parts =
        RulebookParts { tie_breaks: steps, ..samples::parts(10, vec![Item::Criterion(own)]) };
    let rows = [("s-0", "own", "10"), ("s-0", "earlier", "not_met"), ("s-1", "earlier", "met")];
    let standing = stand(&parts, &["s-0", "s-1"], &rows);
    assert_eq!(places(&standing), ["1: s-0 (1 to 2)", "2: s-1 (1 to 2)"]);
    let rows: Vec<_> = rows.into_iter().chain([("s-1", "own", "3")]).collect();
    assert_eq!(places(&stand(&parts, &["s-0", "s-1"], &rows)), ["1: s-0", "2: s-1"]);
}

#[test]
fn the_figure_of_what_was_achieved_before_and_held_back_may_still_break_a_tie() {
    let mut own = samples::scaled("own", 10);
    own.conditions = vec![samples::cap("office", 4), samples::before("earlier")];
    let steps = vec![TieBreak::Figure { criterion: "own".parse().unwrap() }];
    let parts =
        RulebookParts { tie_breaks: steps, ..samples::parts(10, vec![Item::Criterion(own)]) };
    let mut rows = vec![
        ("s-0", "own", "4"),
        ("s-0", "office", "met"),
        ("s-0", "earlier", "not_met"),
        ("s-1", "office", "not_met"),
        ("s-1", "earlier", "met"),
    ];
    let standing = stand(&parts, &["s-0", "s-1"], &rows);
    assert_eq!(places(&standing), ["1: s-0 (1 to 2)", "2: s-1 (1 to 2)"]);
    rows.push(("s-1", "own", "7"));
    assert_eq!(places(&stand(&parts, &["s-0", "s-1"], &rows)), ["1: s-1", "2: s-0"]);
}

#[test]
fn silence_about_a_gate_stands_no_better_than_a_closed_gate() {
    let gated = |points| {
        let mut gated =
            samples::criterion("gated", points, Formula::PerItem { each: Points::whole(1) });
        gated.conditions = vec![samples::gate("plan")];
        gated
    };
    let figure = TieBreak::Figure { criterion: "gated".parse().unwrap() };
    let deductions = Some(samples::part(5, vec![Item::Criterion(gated(5))]));
    let own = || samples::met("own", 10);
    let scale = samples::parts(15, vec![own(), Item::Criterion(gated(5))]);
    let taken = RulebookParts { deductions, ..samples::parts(10, vec![own()]) };
    let rows = [
        ("s-0", "own", "met"),
        ("s-0", "gated", "2"),
        ("s-0", "plan", "not_met"),
        ("s-1", "own", "met"),
        ("s-1", "gated", "2"),
        ("s-2", "own", "met"),
        ("s-2", "gated", "2"),
        ("s-2", "plan", "met"),
    ];
    let placed = |parts: RulebookParts| {
        let (missing, tie_breaks) = (MissingPolicy::CountAsWorst {}, vec![figure.clone()]);
        stand(&RulebookParts { missing, tie_breaks, ..parts }, &["s-0", "s-1", "s-2"], &rows)
    };
    let standing = placed(scale);
    assert_eq!(places(&standing), ["1: s-2 (1 to 2)", "2: s-0 (2 to 3)", "2: s-1 (1 to 3)"]);
    assert!(standing.decided.is_empty());
    // Of a deduction the worst is that the gate is open; then there is a figure too.
    let standing = placed(taken);
    assert_eq!(places(&standing), ["1: s-0 (1 to 2)", "2: s-1 (1 to 3)", "2: s-2 (2 to 3)"]);
    assert!(standing.decided.is_empty());
}
