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

/// The sheet with one field changed, in every field that it has.
fn mutations(sheet: &ScoreSheet) -> Vec<ScoreSheet> {
    let ScoreSheet {
        subject: _,
        kind,
        lines,
        groups,
        adjustments,
        total,
        attainable,
        disqualified_by,
        grade,
        open_facts,
        coverage,
    } = sheet;
    let mut all = vec![
        ScoreSheet { subject: "nobody".parse().unwrap(), ..sheet.clone() },
        ScoreSheet { attainable: other(attainable), ..sheet.clone() },
        ScoreSheet {
            coverage: Coverage { settled: coverage.settled + 1, ..*coverage },
            ..sheet.clone()
        },
        ScoreSheet {
            coverage: Coverage { criteria: coverage.criteria + 1, ..*coverage },
            ..sheet.clone()
        },
    ];
    all.extend(
        option(kind.as_ref(), "other").into_iter().map(|kind| ScoreSheet { kind, ..sheet.clone() }),
    );
    all.extend(spans(total).into_iter().map(|total| ScoreSheet { total, ..sheet.clone() }));
    let lines = list(lines, line).into_iter();
    all.extend(lines.map(|lines| ScoreSheet { lines, ..sheet.clone() }));
    let groups = list(groups, group).into_iter();
    all.extend(groups.map(|groups| ScoreSheet { groups, ..sheet.clone() }));
    let adjustments = list(adjustments, adjustment).into_iter();
    all.extend(adjustments.map(|adjustments| ScoreSheet { adjustments, ..sheet.clone() }));
    let facts = list(disqualified_by, |_| vec!["other".parse().unwrap()]).into_iter();
    all.extend(facts.map(|disqualified_by| ScoreSheet { disqualified_by, ..sheet.clone() }));
    let facts = list(open_facts, |_| vec!["other".parse().unwrap()]).into_iter();
    all.extend(facts.map(|open_facts| ScoreSheet { open_facts, ..sheet.clone() }));
    let more = ["other".parse().unwrap()];
    all.push(ScoreSheet {
        disqualified_by: [disqualified_by.as_slice(), &more].concat(),
        ..sheet.clone()
    });
    all.push(ScoreSheet { open_facts: [open_facts.as_slice(), &more].concat(), ..sheet.clone() });
    let grades = match grade {
        Some(grade) => self::grade(grade).into_iter().map(Some).chain([None]).collect(),
        None => vec![Some(GradeOutcome::NoneFits { missed: Vec::new() })],
    };
    all.extend(grades.into_iter().map(|grade| ScoreSheet { grade, ..sheet.clone() }));
    all
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

const fn elsewhere(part: PartKind) -> PartKind {
    match part {
        PartKind::Scale => PartKind::Bonus,
        PartKind::Bonus => PartKind::Deduction,
        PartKind::Deduction => PartKind::Scale,
    }
}

fn line(line: &Line) -> Vec<Line> {
    let Line { criterion, unrounded, earned, contribution, reason, answer } = line;
    let CriterionHead { id: _, ordinal, title, part, under, maximum } = &**criterion;
    let head = |head: CriterionHead| Line { criterion: Arc::new(head), ..line.clone() };
    let own = || (**criterion).clone();
    let mut all = vec![
        head(CriterionHead { id: "other".parse().unwrap(), ..own() }),
        head(CriterionHead { ordinal: phrase(ordinal), ..own() }),
        head(CriterionHead { part: elsewhere(*part), ..own() }),
        head(CriterionHead { maximum: dearer(*maximum), ..own() }),
    ];
    all.extend(texts(title).into_iter().map(|title| head(CriterionHead { title, ..own() })));
    let unders = option(under.as_ref(), "other").into_iter();
    all.extend(unders.map(|under| head(CriterionHead { under, ..own() })));
    all.extend(spans(unrounded).into_iter().map(|unrounded| Line { unrounded, ..line.clone() }));
    all.extend(spans(earned).into_iter().map(|earned| Line { earned, ..line.clone() }));
    let contributions = spans(contribution).into_iter();
    all.extend(contributions.map(|contribution| Line { contribution, ..line.clone() }));
    all.extend(reasons(reason).into_iter().map(|reason| Line { reason, ..line.clone() }));
    all.extend(
        answers(answer.as_deref())
            .into_iter()
            .map(|answer| Line { answer: answer.map(Arc::new), ..line.clone() }),
    );
    all
}

fn answers(answer: Option<&Answer>) -> Vec<Option<Answer>> {
    let basis = Basis::Published { source: "somewhere".parse().unwrap() };
    let Some(answer) = answer else {
        return vec![Some(Answer { column: Column::SelfScored, because: None, basis })];
    };
    let column =
        if answer.column == Column::Decided { Column::SelfScored } else { Column::Decided };
    let mut all = vec![
        None,
        Some(Answer { column, ..answer.clone() }),
        Some(Answer { basis, ..answer.clone() }),
    ];
    let because = option(answer.because.as_ref(), "for another reason").into_iter();
    all.extend(because.map(|because| Some(Answer { because, ..answer.clone() })));
    all
}

fn group(line: &GroupLine) -> Vec<GroupLine> {
    let GroupLine { group, earned, attainable } = line;
    let GroupHead { id: _, ordinal, title, part, under, maximum } = &**group;
    let head = |head: GroupHead| GroupLine { group: Arc::new(head), ..line.clone() };
    let own = || (**group).clone();
    let mut all = vec![
        head(GroupHead { id: "other".parse().unwrap(), ..own() }),
        head(GroupHead { ordinal: phrase(ordinal), ..own() }),
        head(GroupHead { part: elsewhere(*part), ..own() }),
        head(GroupHead { maximum: dearer(*maximum), ..own() }),
        GroupLine { attainable: other(attainable), ..line.clone() },
    ];
    all.extend(texts(title).into_iter().map(|title| head(GroupHead { title, ..own() })));
    let unders = option(under.as_ref(), "other").into_iter();
    all.extend(unders.map(|under| head(GroupHead { under, ..own() })));
    all.extend(spans(earned).into_iter().map(|earned| GroupLine { earned, ..line.clone() }));
    all
}

fn adjustment(adjustment: &Adjustment) -> Vec<Adjustment> {
    let Adjustment { kind, at, contribution } = adjustment;
    let kind = match kind {
        AdjustmentKind::Capped {} => AdjustmentKind::Dropped {},
        _ => AdjustmentKind::Capped {},
    };
    let places = match at {
        AdjustedAt::Total {} => vec![AdjustedAt::Part { part: PartKind::Scale }],
        AdjustedAt::Part { part } => vec![AdjustedAt::Part { part: elsewhere(*part) }],
        AdjustedAt::Group { group: _ } => {
            vec![AdjustedAt::Group { group: "other".parse().unwrap() }, AdjustedAt::Total {}]
        }
        AdjustedAt::Criterion { criterion: _ } => {
            vec![AdjustedAt::Criterion { criterion: "other".parse().unwrap() }]
        }
    };
    let mut all = vec![Adjustment { kind, ..adjustment.clone() }];
    if let AdjustmentKind::Rounded { rounding } = adjustment.kind {
        let step = dearer(rounding.step.points()).to_string().parse().unwrap();
        let rounding = Rounding { step, ..rounding };
        all.push(Adjustment { kind: AdjustmentKind::Rounded { rounding }, ..adjustment.clone() });
    }
    all.extend(places.into_iter().map(|at| Adjustment { at, ..adjustment.clone() }));
    let contributions = spans(contribution).into_iter();
    all.extend(contributions.map(|contribution| Adjustment { contribution, ..adjustment.clone() }));
    all
}

fn grade(outcome: &GradeOutcome) -> Vec<GradeOutcome> {
    let elsewhere = || "other".parse().unwrap();
    let mut all = Vec::new();
    match outcome {
        GradeOutcome::Given { grade, limited, missed } => {
            let given = |grade, limited, missed| GradeOutcome::Given { grade, limited, missed };
            all.push(given(elsewhere(), limited.clone(), missed.clone()));
            all.push(GradeOutcome::NoneFits { missed: missed.clone() });
            let limits = match limited {
                Some(Limited { from, by }) => vec![
                    None,
                    Some(Limited { from: elsewhere(), by: by.clone() }),
                    Some(Limited { from: from.clone(), by: "other".parse().unwrap() }),
                ],
                None => vec![Some(Limited { from: elsewhere(), by: "other".parse().unwrap() })],
            };
            let (grade, missed) = (grade.clone(), missed.clone());
            all.extend(limits.into_iter().map(|limit| given(grade.clone(), limit, missed.clone())));
            all.extend(
                misses(&missed).into_iter().map(|m| given(grade.clone(), limited.clone(), m)),
            );
        }
        GradeOutcome::NoneFits { missed } => {
            all.extend(misses(missed).into_iter().map(|missed| GradeOutcome::NoneFits { missed }));
            all.push(GradeOutcome::Disqualified { grade: None });
        }
        GradeOutcome::Disqualified { grade } => {
            let grades = option(grade.as_ref(), "other").into_iter();
            all.extend(grades.map(|grade| GradeOutcome::Disqualified { grade }));
            all.push(GradeOutcome::Open { possible: Vec::new(), or_none: true });
        }
        GradeOutcome::Open { possible, or_none } => {
            let or_none = *or_none;
            all.push(GradeOutcome::Open { possible: possible.clone(), or_none: !or_none });
            all.push(GradeOutcome::NoneFits { missed: Vec::new() });
            let lists = list(possible, |_| vec!["other".parse().unwrap()]).into_iter();
            all.extend(lists.map(|possible| GradeOutcome::Open { possible, or_none }));
        }
    }
    all
}

fn misses(missed: &[MissedGrade]) -> Vec<Vec<MissedGrade>> {
    let mut all = list(missed, |one: &MissedGrade| {
        let MissedGrade { grade: _, requires } = one;
        let replaced =
            |_: &Requirement| vec![Requirement::FactHolds { fact: "other".parse().unwrap() }];
        let lists = list(requires, replaced).into_iter();
        let lists = lists.map(|requires| MissedGrade { requires, ..one.clone() });
        lists.chain([MissedGrade { grade: "other".parse().unwrap(), ..one.clone() }]).collect()
    });
    let requires = Vec::new();
    let one = MissedGrade { grade: "other".parse().unwrap(), requires };
    all.push(missed.iter().cloned().chain([one]).collect());
    all
}

/// Another reason, and the same with another number.
fn reasons(reason: &Reason) -> Vec<Reason> {
    let another = match reason {
        Reason::Met {} => Reason::NotMet {},
        _ => Reason::Met {},
    };
    let condition = || "other".parse().unwrap();
    let mut all = vec![another];
    match reason.clone() {
        Reason::Met {}
        | Reason::NotMet {}
        | Reason::OnTime {}
        | Reason::ClusterOpen {}
        | Reason::Missing {}
        | Reason::NoProof {} => {}
        Reason::Share { part, whole, outcome } => {
            all.push(Reason::Share { part: more(part), whole, outcome: outcome.clone() });
            all.push(Reason::Share { part, whole: more(whole), outcome: outcome.clone() });
            let outcomes = shares(&outcome).into_iter();
            all.extend(outcomes.map(|outcome| Reason::Share { part, whole, outcome }));
        }
        Reason::NothingOfNothing { worth } => {
            let worth = match worth {
                NothingOfNothing::Zero => NothingOfNothing::FullMarks,
                _ => NothingOfNothing::Zero,
            };
            all.push(Reason::NothingOfNothing { worth });
        }
        Reason::Number { number, outcome } => {
            all.push(Reason::Number { number: more(number), outcome: outcome.clone() });
            let outcomes = numbers(&outcome).into_iter();
            all.extend(outcomes.map(|outcome| Reason::Number { number, outcome }));
        }
        Reason::Count { count, outcome } => {
            all.push(Reason::Count { count: count.wrapping_add(1), outcome: outcome.clone() });
            let outcomes = counts(&outcome).into_iter();
            all.extend(outcomes.map(|outcome| Reason::Count { count, outcome }));
        }
        Reason::Judged { mark } => all.push(Reason::Judged { mark: dearer(mark) }),
        Reason::Panel { marks, left_out } => {
            all.push(Reason::Panel { marks: marks.clone(), left_out: left_out + 1 });
            let marks = list(&marks, |mark| vec![dearer(*mark)]).into_iter();
            all.extend(marks.map(|marks| Reason::Panel { marks: marks.into(), left_out }));
        }
        Reason::Compared { comparison } => {
            let comparisons = comparisons(&comparison).into_iter();
            all.extend(
                comparisons.map(|comparison| Reason::Compared { comparison: Box::new(comparison) }),
            );
        }
        Reason::Late { days, each_day } => {
            all.push(Reason::Late { days: days + 1, each_day });
            all.push(Reason::Late { days, each_day: dearer(each_day) });
        }
        Reason::AchievedBefore { condition: _ } => {
            all.push(Reason::AchievedBefore { condition: condition() });
        }
        Reason::HeldBack { condition: id, at_most, reason } => {
            let held = |condition, at_most, reason| Reason::HeldBack { condition, at_most, reason };
            all.push(held(condition(), at_most, reason.clone()));
            all.push(held(id.clone(), dearer(at_most), reason.clone()));
            let inner = reasons(&reason).into_iter();
            all.extend(inner.map(|inner| held(id.clone(), at_most, Box::new(inner))));
        }
        Reason::GateClosed { gate: _ } => all.push(Reason::GateClosed { gate: condition() }),
        Reason::ConditionUnanswered { condition: _ } => {
            all.push(Reason::ConditionUnanswered { condition: condition() });
        }
        Reason::NotAssigned { policy } => {
            let policy = match policy {
                NotAssignedPolicy::Zero => NotAssignedPolicy::Exclude,
                _ => NotAssignedPolicy::Zero,
            };
            all.push(Reason::NotAssigned { policy });
        }
    }
    all
}

fn shares(outcome: &ShareOutcome) -> Vec<ShareOutcome> {
    use ShareOutcome as Of;
    match outcome.clone() {
        Of::Proportion {} => vec![Of::OutsideBands {}],
        Of::OutsideBands {} => vec![Of::Proportion {}],
        Of::Capped { cap_percent } => vec![Of::Capped { cap_percent: more(cap_percent) }],
        Of::ThresholdReached { at_least_percent: at } => vec![
            Of::ThresholdReached { at_least_percent: more(at) },
            Of::ThresholdMissed { at_least_percent: at },
        ],
        Of::ThresholdMissed { at_least_percent: at } => {
            vec![Of::ThresholdMissed { at_least_percent: more(at) }]
        }
        Of::InBand { band } => {
            vec![Of::InBand { band: Arc::new(Band { points: dearer(band.points), ..*band }) }]
        }
        Of::TargetReached { target_percent: at } => {
            vec![Of::TargetReached { target_percent: more(at) }, Of::Short { target_percent: at }]
        }
        Of::Short { target_percent } => vec![Of::Short { target_percent: more(target_percent) }],
    }
}

fn numbers(outcome: &NumberOutcome) -> Vec<NumberOutcome> {
    use NumberOutcome as Of;
    match outcome.clone() {
        Of::Reached { at_least } => {
            vec![Of::Reached { at_least: more(at_least) }, Of::Missed { at_least }]
        }
        Of::Missed { at_least } => vec![Of::Missed { at_least: more(at_least) }],
        Of::InBand { band } => {
            let low = Some(Bound { at: 77.into(), included: true });
            let within = Interval { low, ..band.within };
            vec![Of::InBand { band: Arc::new(Band { within, ..*band }) }]
        }
        Of::OutsideBands {} => vec![Of::Recorded {}],
        Of::Scaled { out_of } => vec![Of::Scaled { out_of: more(out_of) }],
        Of::Recorded {} => vec![Of::OutsideBands {}],
    }
}

fn counts(outcome: &CountOutcome) -> Vec<CountOutcome> {
    use CountOutcome as Of;
    match *outcome {
        Of::PerItem { each } => vec![Of::PerItem { each: dearer(each) }],
        Of::PerItemCapped { each, most } => vec![
            Of::PerItemCapped { each: dearer(each), most },
            Of::PerItemCapped { each, most: dearer(most) },
        ],
        Of::Sample { size, each } => {
            vec![Of::Sample { size: size + 1, each }, Of::Sample { size, each: dearer(each) }]
        }
        Of::Checklist { of } => vec![Of::Checklist { of: of + 1 }],
        Of::ChecklistFailed { of, pass_mark } => vec![
            Of::ChecklistFailed { of: of + 1, pass_mark },
            Of::ChecklistFailed { of, pass_mark: pass_mark + 1 },
        ],
    }
}

fn comparisons(comparison: &Comparison) -> Vec<Comparison> {
    use Comparison as Of;
    match comparison.clone() {
        Of::MeanReached { own, mean } => vec![
            Of::MeanReached { own: other(&own), mean: mean.clone() },
            Of::MeanReached { own: own.clone(), mean: other(&mean) },
            Of::BelowMean { own, mean },
        ],
        Of::BelowMean { own, mean } => vec![
            Of::BelowMean { own: other(&own), mean: mean.clone() },
            Of::BelowMean { own, mean: other(&mean) },
        ],
        Of::BelowTarget { actual, target } => vec![
            Of::BelowTarget { actual: more(actual), target },
            Of::BelowTarget { actual, target: more(target) },
        ],
        Of::AboveTarget { actual, target, excess, leading } => {
            let above = |actual, target, excess: &Exact, leading: &Exact| {
                let (excess, leading) = (excess.clone(), leading.clone());
                Of::AboveTarget { actual, target, excess, leading }
            };
            vec![
                above(more(actual), target, &excess, &leading),
                above(actual, more(target), &excess, &leading),
                above(actual, target, &other(&excess), &leading),
                above(actual, target, &excess, &other(&leading)),
            ]
        }
        Of::WithoutTarget { actual, leading } => vec![
            Of::WithoutTarget { actual: more(actual), leading: leading.clone() },
            Of::WithoutTarget { actual, leading: other(&leading) },
        ],
    }
}
