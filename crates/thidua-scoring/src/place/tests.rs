//! Laws of places.

use proptest::prelude::*;
use thidua_criteria::strategies::rulebook;
use thidua_criteria::{
    Combine, Disqualifier, Fact, FactAnswer, Item, Rulebook, RulebookParts, TotalLimits, Unanswered,
};
use thidua_values::{Coded, CriterionId, Points};

use super::*;
use crate::strategies::{evidence_parts, fewer, roster_for};
use crate::{Evidence, EvidenceParts, samples, score};

fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    rulebook().prop_flat_map(|rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts)
    })
}

fn today() -> Day {
    "2022-11-08".parse().unwrap()
}

fn everybody(rulebook: &Rulebook) -> BTreeSet<SubjectId> {
    roster_for(rulebook).subjects().cloned().collect()
}

fn standing(rulebook: &Rulebook, parts: &EvidenceParts) -> Standing {
    let evidence = Evidence::try_new(rulebook, &roster_for(rulebook), parts).unwrap();
    score(&evidence).place(&everybody(rulebook), today()).unwrap()
}

/// The same rulebook with the items of its parts and groups in the reverse order.
fn reversed(rulebook: &Rulebook) -> Rulebook {
    fn reverse(items: &mut [Item]) {
        items.reverse();
        for item in items {
            if let Item::Group(group) = item {
                reverse(&mut group.items);
            }
        }
    }
    let mut parts: RulebookParts = rulebook.parts().clone();
    let all = [Some(&mut parts.scale), parts.bonus.as_mut(), parts.deductions.as_mut()];
    for part in all.into_iter().flatten() {
        reverse(&mut part.items);
    }
    Rulebook::try_new(parts).unwrap()
}

/// The same rulebook with another policy.
fn with(rulebook: &Rulebook, missing: MissingPolicy) -> Rulebook {
    Rulebook::try_new(RulebookParts { missing, ..rulebook.parts().clone() }).unwrap()
}

proptest! {
    /// Law: everybody has a place or a reason, once.
    #[test]
    fn everybody_has_a_place_or_a_reason((rulebook, parts) in scored()) {
        let standing = standing(&rulebook, &parts);
        let placed = standing.positions.iter().map(|position| &position.subject);
        let mut all: Vec<_> = placed.chain(standing.unranked.iter().map(|unranked| &unranked.subject)).collect();
        all.sort();
        prop_assert!(all.into_iter().eq(&everybody(&rulebook)));
    }

    /// Law: among those who are placed, a greater total is never behind, and
    /// who shares a rank has the same total.
    #[test]
    fn totals_decide_first((rulebook, parts) in scored()) {
        let standing = standing(&rulebook, &parts);
        for a in &standing.positions {
            for b in &standing.positions {
                prop_assert!(a.total <= b.total || a.rank < b.rank);
                prop_assert!(a.rank != b.rank || a.total == b.total);
            }
        }
    }

    /// Law: the order of criteria changes no total, no place and no tie.
    #[test]
    fn order_of_criteria_changes_no_place((rulebook, parts) in scored()) {
        let (forth, back) = (standing(&rulebook, &parts), standing(&reversed(&rulebook), &parts));
        prop_assert_eq!(forth.positions, back.positions);
        prop_assert_eq!(forth.decided, back.decided);
        prop_assert_eq!(forth.unresolved, back.unresolved);
    }

    /// Law: a place is within the ranks it calls possible, and new evidence only
    /// narrows them; a place that is not provisional stands.
    #[test]
    fn new_evidence_narrows_the_possible_ranks(
        (rulebook, parts) in scored(),
        keep in prop::collection::vec(any::<bool>(), 97),
        waits in any::<bool>(),
    ) {
        let day = Day::from_ymd(2022, 12, 1).unwrap();
        let policy = if waits { MissingPolicy::NotPlacedUntil { day } } else { MissingPolicy::CountAsWorst {} };
        let rulebook = with(&rulebook, policy);
        let before = standing(&rulebook, &fewer(&rulebook, &parts, &keep));
        let after = standing(&rulebook, &parts);
        let possible = |at: &Position| at.provisional.map_or(at.rank..=at.rank, |ranks| ranks.best..=ranks.worst);
        for position in &before.positions {
            let narrow = after.position(&position.subject).unwrap();
            let (wide, narrow) = (possible(position), possible(narrow));
            prop_assert!(wide.contains(&position.rank));
            prop_assert!(wide.start() <= narrow.start() && narrow.end() <= wide.end(), "{:?} {:?}", before, after);
        }
    }

    /// Law: what decided a tie shows equals whom it took apart: their totals are
    /// equal, what the step saw never rises from one to the next, and where it
    /// falls the next stands behind.
    #[test]
    fn decided_ties_show_what_decided((rulebook, parts) in scored()) {
        let standing = standing(&rulebook, &parts);
        for tie in &standing.decided {
            prop_assert!(rulebook.parts().tie_breaks.contains(&tie.step));
            prop_assert!(tie.order.first().unwrap().value != tie.order.last().unwrap().value);
            for pair in tie.order.windows(2) {
                let at = |key: &TieKey| standing.position(&key.subject).unwrap();
                let (ahead, behind) = (at(&pair[0]), at(&pair[1]));
                prop_assert_eq!(&ahead.total, &behind.total);
                prop_assert!(pair[1].value <= pair[0].value);
                prop_assert!(pair[1].value == pair[0].value || ahead.rank < behind.rank);
            }
        }
    }

    /// Law: the ties that are left are those who share a rank.
    #[test]
    fn unresolved_ties_are_the_shared_ranks((rulebook, parts) in scored()) {
        let standing = standing(&rulebook, &parts);
        let shared = standing.positions.iter().filter(|position| 1 < position.tied).count();
        let left: usize = standing.unresolved.iter().map(|tie| tie.subjects.len()).sum();
        prop_assert_eq!(left, shared);
        let awaits = match rulebook.parts().tie_breaks.last() {
            Some(TieBreak::Ballot {}) => TieAwaits::Ballot,
            Some(TieBreak::Authority {}) => TieAwaits::Authority,
            Some(TieBreak::Lots {}) => TieAwaits::Lots,
            _ => TieAwaits::Nothing,
        };
        prop_assert!(standing.unresolved.iter().all(|tie| tie.awaits == awaits));
    }
}

proptest! {
    /// Law: before the stated day who misses evidence has no place; from that
    /// day on it is placed as by the worst.
    #[test]
    fn the_stated_day_divides_waiting_from_counting((rulebook, parts) in scored(), days in 0_u32..3) {
        let until = Day::from_ymd(2022, 11, 7 + days).unwrap();
        let waiting = standing(&with(&rulebook, MissingPolicy::NotPlacedUntil { day: until }), &parts);
        if today() < until {
            let refused = standing(&with(&rulebook, MissingPolicy::Refuse {}), &parts);
            let ranks = |standing: &Standing| -> Vec<_> {
                standing.positions.iter().map(|at| (at.subject.clone(), at.rank)).collect()
            };
            prop_assert_eq!(ranks(&waiting), ranks(&refused));
            // But for the figure of what was achieved before, which nobody has to report.
            let by_figure = |step: &TieBreak| {
                matches!(step, TieBreak::Figure { .. } | TieBreak::Share { .. } | TieBreak::Earlier { .. })
            };
            prop_assert!(
                rulebook.parts().tie_breaks.iter().any(by_figure)
                    || refused.positions.iter().all(|position| position.provisional.is_none())
            );
        } else {
            prop_assert_eq!(waiting, standing(&with(&rulebook, MissingPolicy::CountAsWorst {}), &parts));
        }
    }
}

proptest! {
    /// Law: who was not scored cannot be placed.
    #[test]
    fn who_was_not_scored_cannot_be_placed((rulebook, parts) in scored()) {
        let evidence = Evidence::try_new(&rulebook, &roster_for(&rulebook), &parts).unwrap();
        let stranger: SubjectId = "stranger".parse().unwrap();
        let fault = score(&evidence).place(&[stranger].into(), today()).unwrap_err();
        prop_assert_eq!(fault.to_string(), "expected a subject that was scored, found `stranger`");
    }
}

/// The places of subjects who each have rows, shown as `rank: subject`, a possible
/// range behind it.
fn places(standing: &Standing) -> Vec<String> {
    let positions = standing.positions.iter().map(|at| {
        let possible = at.provisional.map(|ranks| format!(" ({} to {})", ranks.best, ranks.worst));
        format!("{}: {}{}", at.rank, at.subject, possible.unwrap_or_default())
    });
    positions.collect()
}

/// The standing of these subjects by these rows, on a day in November.
fn stand(parts: &RulebookParts, subjects: &[&str], rows: &[(&str, &str, &str)]) -> Standing {
    let rulebook = samples::rulebook(parts);
    let evidence = samples::evidence(&rulebook, subjects, rows);
    let members = subjects.iter().map(|subject| subject.parse().unwrap()).collect();
    score(&evidence).place(&members, today()).unwrap()
}

/// A rulebook of 10 points, and a criterion without points that breaks ties.
fn tied(formula: Formula, steps: Vec<TieBreak>) -> RulebookParts {
    let breaks = samples::criterion("breaks", 0, formula);
    let items = vec![samples::met("own", 10), Item::Criterion(breaks)];
    RulebookParts { tie_breaks: steps, ..samples::parts(10, items) }
}

fn criterion() -> CriterionId {
    "breaks".parse().unwrap()
}

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

fn disqualifying(missing: MissingPolicy) -> RulebookParts {
    let mut parts = samples::parts(10, vec![Item::Criterion(samples::scaled("own", 10))]);
    let fact = |id: &str, unanswered| Fact {
        id: id.parse().unwrap(),
        title: samples::title(),
        answer: FactAnswer::YesOrNo { unanswered },
    };
    parts.facts = vec![fact("asked", Unanswered::Missing), fact("reported", Unanswered::No)];
    parts.disqualifiers = parts
        .facts
        .iter()
        .map(|fact| Disqualifier { fact: fact.id.clone(), grade: None })
        .collect();
    RulebookParts { missing, ..parts }
}

#[test]
fn who_is_disqualified_is_scored_and_has_no_place() {
    let rows = [
        ("s-0", "own", "10"),
        ("s-0", "asked", "met"),
        ("s-0", "reported", "met"),
        ("s-1", "own", "9"),
        ("s-1", "asked", "not_met"),
        ("s-2", "own", "8"),
        ("s-2", "asked", "no_proof"),
        ("s-3", "own", "7"),
    ];
    let subjects = ["s-0", "s-1", "s-2", "s-3"];
    let standing = stand(&disqualifying(MissingPolicy::Refuse {}), &subjects, &rows);
    assert_eq!(places(&standing), ["1: s-1", "2: s-2"]);
    let reasons: Vec<(&str, String)> = standing
        .unranked
        .iter()
        .map(|unranked| (unranked.subject.as_str(), unranked.reason.words().en))
        .collect();
    assert_eq!(
        reasons,
        [
            ("s-0", "disqualified by `asked`, `reported`".to_owned()),
            ("s-3", "evidence is missing for `asked`".to_owned()),
        ]
    );
    // By the worst it would be disqualified, but it may yet stand before or behind others.
    let standing = stand(&disqualifying(MissingPolicy::CountAsWorst {}), &subjects, &rows);
    assert_eq!(places(&standing), ["1: s-1", "2: s-2"]);
    let open = &standing.unranked[1];
    assert_eq!(open.subject.as_str(), "s-3");
    assert_eq!(
        open.reason,
        UnrankedReason::DisqualifierOpen { facts: vec!["asked".parse().unwrap()] }
    );
    assert!(open.reason.is_open() && !standing.unranked[0].reason.is_open());
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(subject, criterion, text)| {
            (subject, criterion, if text == "7" { "8" } else { text })
        })
        .collect();
    let standing = stand(&disqualifying(MissingPolicy::CountAsWorst {}), &subjects, &rows);
    assert_eq!(places(&standing), ["1: s-1", "2: s-2 (2 to 3)"]);
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

#[test]
fn every_reason_to_have_no_place_has_its_words() {
    let criteria = || vec!["a".parse().unwrap(), "b".parse().unwrap()];
    for (reason, code, vi, en) in [
        (
            UnrankedReason::Disqualified { facts: criteria() },
            "disqualified",
            "bị loại trừ do `a`, `b`",
            "disqualified by `a`, `b`",
        ),
        (
            UnrankedReason::MissingEvidence { criteria: criteria() },
            "missing_evidence",
            "chưa có số liệu `a`, `b`",
            "evidence is missing for `a`, `b`",
        ),
        (
            UnrankedReason::MissingEvidence { criteria: Vec::new() },
            "missing_evidence",
            "còn thiếu số liệu của đơn vị khác trong cụm",
            "evidence of others in the cluster is missing",
        ),
        (
            UnrankedReason::DisqualifierOpen { facts: criteria() },
            "disqualifier_open",
            "chưa có trả lời về tiêu chí loại trừ `a`, `b`",
            "nobody answered whether it is disqualified by `a`, `b`",
        ),
        (
            UnrankedReason::AwaitedEvidence { criteria: criteria(), until: today() },
            "awaited_evidence",
            "chờ số liệu `a`, `b` đến 08/11/2022",
            "evidence for `a`, `b` is awaited until 2022-11-08",
        ),
        (
            UnrankedReason::AwaitedEvidence { criteria: Vec::new(), until: today() },
            "awaited_evidence",
            "chờ số liệu của đơn vị khác trong cụm đến 08/11/2022",
            "evidence of others in the cluster is awaited until 2022-11-08",
        ),
    ] {
        let words = reason.words();
        assert_eq!((reason.code(), words.vi.as_str(), words.en.as_str()), (code, vi, en));
    }
}
