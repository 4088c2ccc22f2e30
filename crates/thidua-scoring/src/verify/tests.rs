//! Laws of verifying: what was scored is accepted, and nothing else.

use std::sync::Arc;

use proptest::prelude::*;
use thidua_criteria::strategies::rulebook;
use thidua_criteria::{
    Band, Bound, Interval, NotAssignedPolicy, NothingOfNothing, PartKind, Requirement,
};
use thidua_values::{Basis, Exact, Fault, Figure, Phrase, Points, Rounding, SubjectId, Text};

use super::*;
use crate::samples;
use crate::strategies::{evidence_parts, fewer, roster_for};
use crate::{
    AdjustedAt, Adjustment, AdjustmentKind, Answer, Comparison, CountOutcome, Coverage,
    CriterionHead, Evidence, EvidenceRecord, EvidenceValue, GradeOutcome, GroupHead, GroupLine,
    Limited, Line, MissedGrade, NumberOutcome, Reason, ShareOutcome, Span, score,
};
use mutations::mutations;

mod mutations;
mod reasons;

/// A rulebook and evidence for it, with many gaps or with few.
fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    let keep = prop_oneof![Just(vec![true]), prop::collection::vec(prop::bool::weighted(0.8), 97),];
    rulebook().prop_flat_map(move |rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts, keep.clone()).prop_map(|(rulebook, parts, keep)| {
            let parts = fewer(&rulebook, &parts, &keep);
            (rulebook, parts)
        })
    })
}

fn column() -> impl Strategy<Value = Column> {
    prop::sample::select(vec![
        Column::SelfScored,
        Column::CrossScored,
        Column::Appraised,
        Column::Decided,
    ])
}

proptest! {
    /// Law: the second path comes to what the first did, in every field, under
    /// every policy, as of every column.
    #[test]
    fn what_was_scored_is_verified((rulebook, parts) in scored(), column in column()) {
        let roster = roster_for(&rulebook);
        let evidence = Evidence::up_to(&rulebook, &roster, &parts, column).unwrap();
        for sheet in score(&evidence).sheets() {
            let verified = verify(&rulebook, &roster, &parts, column, sheet);
            prop_assert!(verified.is_ok(), "{}", verified.unwrap_err());
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Law: a sheet with any one field changed is refused, whichever it is.
    #[test]
    fn every_mutation_is_refused((rulebook, parts) in scored(), number in 0_usize..6) {
        let roster = roster_for(&rulebook);
        let evidence = Evidence::try_new(&rulebook, &roster, &parts).unwrap();
        let scores = score(&evidence);
        let sheet = scores.sheets().nth(number).unwrap();
        let papers =
            Papers::of(rulebook.parts(), &roster, &parts, Column::Decided, &sheet.subject).unwrap();
        let expected = written(&papers, &recomputed(&papers));
        for other in mutations(sheet).into_iter().filter(|other| other != sheet) {
            prop_assert!(!compared(&expected, &other).is_empty(), "{:?}", other);
        }
        let other = ScoreSheet { subject: "nobody".parse().unwrap(), ..sheet.clone() };
        prop_assert!(verify(&rulebook, &roster, &parts, Column::Decided, &other).is_err());
    }
}

/// The second path uses nothing of what computes the first.
#[test]
fn the_second_path_shares_no_computing_with_the_first() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    let files: Vec<String> = names
        .filter(|name| name.starts_with("verify") && name.contains('.'))
        .map(|name| std::fs::read_to_string(folder.join(name)).unwrap())
        .collect();
    assert!(14 < files.len());
    let of_the_first = [
        "bind",
        "cluster",
        "evaluate",
        "evidence",
        "formula",
        "graded_measure",
        "grading",
        "head",
        "known",
        "leaving",
        "other_answers",
        "path_to_total",
        "place",
        "roll",
        "score",
        "sheet",
        "span",
        "tally",
        "tally_total",
        "three_valued",
        "what_if",
        "what_if_search",
        "worth",
    ];
    // What rulebooks and reasons compute, the second path computes by itself.
    let methods = [
        "is_for(",
        "is_met(",
        "is_open(",
        "leaves()",
        "meets(",
        "most(",
        "quotient(",
        "round(",
        "share()",
        "shortfall(",
        "within.contains(",
    ];
    for file in files {
        for line in file.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for module in of_the_first {
                assert!(!line.contains(&format!("crate::{module}::")), "{line}");
            }
            for method in methods {
                assert!(!line.contains(&format!(".{method}")), "{line}");
            }
        }
    }
}

/// A sheet of one criterion that is met or not, and the documents that it is of.
fn small() -> (Rulebook, Roster, EvidenceParts, ScoreSheet) {
    let rulebook = samples::rulebook(&samples::parts(5, vec![samples::met("clean", 5)]));
    let subject: SubjectId = "s-0".parse().unwrap();
    let roster: Roster = [subject.clone()].into_iter().collect();
    let record = EvidenceRecord {
        subject,
        criterion: "clean".parse().unwrap(),
        column: Column::SelfScored,
        value: EvidenceValue::Met { met: true },
        because: None,
        basis: samples::basis(),
        note: None,
    };
    let (title, answers) = (samples::title(), rulebook.edition());
    let parts = EvidenceParts { title, answers, records: vec![record] };
    let sheet = score(&Evidence::try_new(&rulebook, &roster, &parts).unwrap())
        .sheets()
        .next()
        .unwrap()
        .clone();
    (rulebook, roster, parts, sheet)
}

/// What is said of a changed sheet, and the code of the first fault.
#[track_caller]
fn check(change: impl Fn(&mut ScoreSheet, &mut EvidenceParts), code: &str, expected: &str) {
    let (rulebook, roster, mut parts, mut sheet) = small();
    change(&mut sheet, &mut parts);
    let faults = verify(&rulebook, &roster, &parts, Column::Decided, &sheet).unwrap_err();
    assert_eq!(faults.to_string(), expected);
    assert_eq!(faults.as_slice()[0].fault.code(), code);
}

#[test]
fn every_fault_is_told_at_its_place() {
    check(
        |_, parts| parts.answers.edition = "2023-01-01".parse().unwrap(),
        "other_rulebook",
        "the whole: expected evidence for `small` of 2022-01-01, found evidence for `small` of 2023-01-01",
    );
    check(
        |sheet, _| sheet.subject = "s-1".parse().unwrap(),
        "unknown_subject",
        "subject: expected one of the subjects that are scored, found `s-1`",
    );
    check(|sheet, _| sheet.lines.clear(), "left_out", "lines[0]: expected `clean`, found none");
    check(
        |sheet, _| sheet.open_facts.push("fined".parse().unwrap()),
        "made_up",
        "open_facts[0]: expected none, found `fined`",
    );
    check(
        |sheet, _| sheet.lines[0].contribution.worst = Exact::from(4),
        "other_number",
        "lines[0].contribution.worst: expected 5, found 4",
    );
    check(
        |sheet, _| sheet.lines[0].reason = Reason::NoProof {},
        "other_reason",
        "lines[0].reason: expected `met`: met, found `no_proof`: no proof",
    );
    check(
        |sheet, _| sheet.coverage.settled = 0,
        "other_value",
        "coverage.settled: expected `1`, found `0`",
    );
}

/// One element changed, left out or said twice, and each two neighbours exchanged.
fn list<T: Clone>(list: &[T], change: impl Fn(&T) -> Vec<T>) -> Vec<Vec<T>> {
    let mut all = Vec::new();
    for position in 0..list.len() {
        for changed in change(&list[position]) {
            let mut other = list.to_vec();
            other[position] = changed;
            all.push(other);
        }
        let mut other = list.to_vec();
        other.insert(position, list[position].clone());
        all.push(other.clone());
        other.drain(position..position + 2);
        all.push(other);
        if position + 1 < list.len() {
            let mut other = list.to_vec();
            other.swap(position, position + 1);
            all.push(other);
        }
    }
    all
}

fn option<T: Clone + PartialEq + std::str::FromStr<Err: std::fmt::Debug>>(
    value: Option<&T>,
    other: &str,
) -> Vec<Option<T>> {
    let other: Option<T> = Some(other.parse().unwrap());
    if value.is_some() { vec![None, other] } else { vec![other] }
}

fn other(number: &Exact) -> Exact {
    number + &Exact::fraction(1, 1_000_003).unwrap()
}

fn more(figure: Figure) -> Figure {
    (Exact::from(figure) + Exact::one()).to_string().parse().unwrap()
}

fn dearer(points: Points) -> Points {
    points.checked_add(Points::from_millionths(1).unwrap()).unwrap()
}

fn spans(span: &Span) -> Vec<Span> {
    let Span { worst, best } = span.clone();
    vec![
        Span { worst: other(&worst), best: best.clone() },
        Span { worst: worst.clone(), best: other(&best) },
    ]
}

fn phrase(phrase: &Phrase) -> Phrase {
    format!("{phrase}!").parse().unwrap()
}

fn texts(text: &Text) -> Vec<Text> {
    let Text { vi, en } = text;
    vec![Text { vi: phrase(vi), en: en.clone() }, Text { vi: vi.clone(), en: phrase(en) }]
}
