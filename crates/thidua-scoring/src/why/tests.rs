//! Laws of why one stands ahead of another, and each way to be decided.

use std::collections::BTreeSet;

use proptest::prelude::*;
use thidua_criteria::{
    Criterion, Formula, Item, NothingOfNothing, RoundingRule, Rulebook, RulebookParts,
    strategies::rulebook,
};
use thidua_values::{Basis, Coded, Day, Rounding, RoundingMode};

use super::*;
use crate::strategies::{evidence_parts, roster_for};
use crate::{
    DifferencePart, Evidence, EvidenceParts, ScoreSheet, SettledBy, TieSettlements, UnrankedReason,
    UnresolvedTie, samples, score,
};

fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    rulebook().prop_flat_map(|rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts)
    })
}

fn today() -> Day {
    Day::from_ymd(2022, 12, 2).unwrap()
}

/// The standing with the ties settled that wait for something, each from the last id to the first.
fn settled(standing: &Standing) -> Standing {
    let record = |tie: &UnresolvedTie| {
        let all = [SettledBy::Ballot, SettledBy::Authority, SettledBy::Lots];
        Some(TieSettlement {
            by: all.into_iter().find(|by| by.ends(tie.awaits))?,
            tied: tie.subjects.clone(),
            order: tie.subjects.iter().rev().cloned().collect(),
            on: today(),
            basis: Basis::Illustrative { note: "made up".parse().unwrap() },
        })
    };
    let records = standing.unresolved.iter().filter_map(record).collect();
    standing.settle(&TieSettlements::try_new(records).unwrap(), today()).unwrap()
}

/// Why each of the subjects stands where it stands beside each other one, and the standing.
fn all(rulebook: &Rulebook, parts: &EvidenceParts) -> (Vec<(Why, Why)>, Standing, Vec<ScoreSheet>) {
    let roster = roster_for(rulebook);
    let evidence = Evidence::try_new(rulebook, &roster, parts).unwrap();
    let scores = score(&evidence);
    let members: BTreeSet<SubjectId> = roster.subjects().cloned().collect();
    let standing = settled(&scores.place(&members, today()).unwrap());
    let pairs = members.iter().flat_map(|a| {
        let others = members.iter().filter(move |b| *b != a);
        others.map(move |b| (a.clone(), b.clone()))
    });
    let why = |a: &SubjectId, b: &SubjectId| scores.why(a, b, &standing).unwrap();
    let all = pairs.map(|(a, b)| (why(&a, &b), why(&b, &a))).collect();
    (all, standing, scores.sheets().cloned().collect())
}

proptest! {
    /// Law: the differences are none zero, the largest first, and add up exactly to the gap
    /// of the totals.
    #[test]
    fn differences_add_up_to_the_gap((rulebook, parts) in scored()) {
        let (all, _, sheets) = all(&rulebook, &parts);
        let total = |of: &SubjectId| &sheets.iter().find(|sheet| sheet.subject == *of).unwrap().total.worst;
        for (why, _) in all {
            prop_assert_eq!(&why.gap, &(total(&why.subject) - total(&why.other)));
            prop_assert_eq!(&why.gap, &why.differences.iter().map(|one| &one.difference).sum::<Exact>());
            for one in &why.differences {
                prop_assert!(!one.difference.is_zero());
                prop_assert_eq!(&one.difference, &(&one.of_subject.points - &one.of_other.points));
            }
            let size = |one: &Difference| one.difference.clone().max(-one.difference.clone());
            prop_assert!(why.differences.windows(2).all(|pair| size(&pair[1]) <= size(&pair[0])));
        }
    }

    /// Law: the other way round every difference has the other sign, in the same order.
    #[test]
    fn the_other_way_round_all_signs_turn((rulebook, parts) in scored()) {
        for (why, back) in all(&rulebook, &parts).0 {
            prop_assert_eq!(&why.gap, &-back.gap);
            prop_assert_eq!(why.differences.len(), back.differences.len());
            for (one, turned) in why.differences.iter().zip(back.differences) {
                prop_assert_eq!(&one.difference, &-turned.difference);
                prop_assert_eq!(one.part.place(), turned.part.place());
            }
            if !matches!(why.decided_by, DecidedBy::Unranked { .. }) {
                prop_assert_eq!(why.decided_by, back.decided_by);
            }
        }
    }

    /// Law: equal differences stand in the order of the rulebook, lines before adjustments.
    #[test]
    fn equal_differences_stand_as_in_the_rulebook((rulebook, parts) in scored()) {
        let position = |one: &Difference| match &one.part {
            DifferencePart::Line { criterion } => {
                rulebook.leaves().iter().position(|leaf| leaf.criterion.id == criterion.id).unwrap()
            }
            DifferencePart::Adjustment { .. } => rulebook.leaves().len(),
        };
        for (why, _) in all(&rulebook, &parts).0 {
            for pair in why.differences.windows(2) {
                let [a, b] = pair else { unreachable!() };
                let level = a.difference == b.difference || a.difference == -b.difference.clone();
                prop_assert!(!level || position(a) <= position(b));
            }
        }
    }

    /// Law: what decides agrees with the ranks.
    #[test]
    fn what_decides_agrees_with_the_ranks((rulebook, parts) in scored()) {
        let (all, standing, _) = all(&rulebook, &parts);
        let rank = |of: &SubjectId| standing.position(of).map(|position| position.rank);
        for (why, _) in all {
            let ranks = (rank(&why.subject), rank(&why.other));
            let behind = |ahead: &SubjectId| if *ahead == why.subject { &why.other } else { &why.subject };
            match &why.decided_by {
                DecidedBy::Points { ahead } => {
                    prop_assert!(rank(ahead).unwrap() < rank(behind(ahead)).unwrap());
                    prop_assert_eq!(why.gap.is_negative(), *ahead == why.other);
                }
                DecidedBy::TieBreak { ahead, behind: other, .. } => {
                    prop_assert_eq!(behind(&ahead.subject), &other.subject);
                    prop_assert!(rank(&ahead.subject).unwrap() < rank(&other.subject).unwrap());
                    prop_assert!(other.value < ahead.value && why.gap.is_zero());
                }
                DecidedBy::Settlement { ahead, settlement } => {
                    prop_assert!(rank(ahead).unwrap() < rank(behind(ahead)).unwrap());
                    prop_assert!(standing.settled.contains(settlement) && why.gap.is_zero());
                }
                DecidedBy::Tied { rank, .. } => {
                    prop_assert_eq!(ranks, (Some(*rank), Some(*rank)));
                    prop_assert!(why.gap.is_zero());
                }
                DecidedBy::Unranked { unranked } => {
                    let without = [ranks.0, ranks.1].iter().filter(|rank| rank.is_none()).count();
                    prop_assert_eq!(unranked.len(), without);
                }
            }
        }
    }
}

impl DifferencePart {
    /// Where it is, without the reasons.
    fn place(&self) -> String {
        match self {
            Self::Line { criterion } => criterion.id.to_string(),
            Self::Adjustment { adjustment, at } => format!("{adjustment:?} {at:?}"),
        }
    }
}

/// Two shares, of 20 and 10 points, rounded on the total; ties by the figure of the second,
/// then by ballot; no place for who misses evidence.
fn small() -> Rulebook {
    let criterion = |id: &str, ordinal: &str, points| {
        let formula = Formula::Proportional {
            cap_percent: "100".parse().unwrap(),
            nothing_of_nothing: NothingOfNothing::Zero,
        };
        let ordinal = ordinal.parse().unwrap();
        Item::Criterion(Criterion { ordinal, ..samples::criterion(id, points, formula) })
    };
    let items = vec![criterion("cremation", "1", 20), criterion("houses", "2", 10)];
    let (mode, step) = (RoundingMode::HalfUp, "0.5".parse().unwrap());
    samples::rulebook(&RulebookParts {
        rounding: RoundingRule::OnTotal { rounding: Rounding { mode, step } },
        tie_breaks: vec![
            TieBreak::Figure { criterion: "houses".parse().unwrap() },
            TieBreak::Ballot {},
        ],
        ..samples::parts(30, items)
    })
}

fn id(of: &str) -> SubjectId {
    of.parse().unwrap()
}

/// The words of each difference between `a` and `b`, and what decided.
#[track_caller]
fn check(a: [&str; 2], b: [&str; 2], differences: &[&str], decided_by: &str) {
    let rulebook = small();
    let rows = [
        ("a", "cremation", a[0]),
        ("a", "houses", a[1]),
        ("b", "cremation", b[0]),
        ("b", "houses", b[1]),
    ];
    let evidence = samples::evidence(&rulebook, &["a", "b"], &rows);
    let scores = score(&evidence);
    let standing = scores.place(&[id("a"), id("b")].into(), today()).unwrap();
    let why = scores.why(&id("a"), &id("b"), &standing).unwrap();
    let words: Vec<String> = why.differences.iter().map(|one| one.words().en).collect();
    assert_eq!(words, differences);
    assert_eq!(why.decided_by.words().en, decided_by);
}

#[test]
fn points_decide() {
    check(
        ["90/100", "1/2"],
        ["80/100", "3/5"],
        &[
            "criterion 1 (A test): 2 points more (18 against 16)",
            "criterion 2 (A test): 1 points less (5 against 6)",
        ],
        "`a` stands ahead by its total",
    );
}

#[test]
fn rounding_is_a_difference_too() {
    check(
        ["89/100", "1/2"],
        ["80/100", "1/2"],
        &[
            "criterion 1 (A test): 1.8 points more (17.8 against 16)",
            "rounding: 0.2 points more (0.2 against 0)",
        ],
        "`a` stands ahead by its total",
    );
}

#[test]
fn tie_breaks_show_both_keys() {
    check(
        ["1/2", "3/6"],
        ["1/2", "4/8"],
        &[],
        "level on points; `b` stands ahead by the figure of `houses`: 4 against 3",
    );
}

#[test]
fn a_tie_that_is_left_says_what_it_waits_for() {
    check(
        ["1/2", "3/6"],
        ["2/4", "3/6"],
        &[],
        "level on points, both at rank 1: waits for a ballot",
    );
}

#[test]
fn who_has_no_place_is_told_with_the_reason() {
    check(
        ["1/2", "1/2"],
        ["1/2", "missing"],
        &["criterion 2 (A test): 5 points more (5 against 0)"],
        "`b` has no place: evidence is missing for `houses`",
    );
}

#[test]
fn a_pair_is_told_the_criteria_that_each_won() {
    let criteria = ["x", "y", "z"].map(|id| Item::Criterion(samples::scaled(id, 10)));
    let rulebook = samples::rulebook(&RulebookParts {
        tie_breaks: vec![TieBreak::HeadToHead { group: None }],
        ..samples::parts(30, criteria.to_vec())
    });
    let rows = [("x", "9", "5"), ("y", "1", "3"), ("z", "1", "3")];
    let rows = rows.iter().flat_map(|(id, a, b)| [("a", *id, *a), ("b", *id, *b)]);
    let evidence = samples::evidence(&rulebook, &["a", "b"], &rows.collect::<Vec<_>>());
    let scores = score(&evidence);
    let standing = scores.place(&[id("a"), id("b")].into(), today()).unwrap();
    for pair in [["a", "b"], ["b", "a"]] {
        let why = scores.why(&id(pair[0]), &id(pair[1]), &standing).unwrap();
        assert_eq!(
            why.decided_by.words().en,
            "level on points; `b` stands ahead head to head, by more criteria: 2 against 1"
        );
    }
}

#[test]
fn what_cannot_be_explained_says_so() {
    let rulebook = small();
    let bound = |text| {
        let rows = ["cremation", "houses"]
            .into_iter()
            .flat_map(|criterion| ["a", "b", "c"].map(|subject| (subject, criterion, text)));
        samples::evidence(&rulebook, &["a", "b", "c"], &rows.collect::<Vec<_>>())
    };
    let (evidence, other) = (bound("1/2"), bound("1/1"));
    let scores = score(&evidence);
    let standing = scores.place(&[id("a"), id("b")].into(), today()).unwrap();
    let fault = |a, b| scores.why(&id(a), &id(b), &standing).unwrap_err().to_string();
    assert_eq!(fault("a", "a"), "expected two subjects, found `a` twice");
    assert_eq!(fault("a", "x"), "expected a subject that was scored, found `x`");
    assert_eq!(fault("c", "a"), "expected a subject of the standing, found `c`");
    assert_eq!(
        score(&other).why(&id("a"), &id("b"), &standing).unwrap_err().to_string(),
        "expected `a` to be placed by its total of 30, found 15"
    );
}

#[test]
fn who_is_disqualified_has_its_reason() {
    let reason = UnrankedReason::Disqualified { facts: vec!["scandal".parse().unwrap()] };
    let unranked = vec![Unranked { subject: id("a"), reason }];
    let decided = DecidedBy::Unranked { unranked };
    assert_eq!(decided.code(), "unranked");
    assert_eq!(decided.words().vi, "`a` không được xếp hạng: bị loại trừ do `scandal`");
}
