//! Scores and standings, recomputed by a second path that shares no code with
//! the first.
//!
//! It is plain on purpose: big fractions only, lists searched from the start,
//! every rank counted by comparing everybody with everybody. It reads the
//! parts of a rulebook and of evidence and calls no function of
//! `thidua-criteria` or `thidua-scoring` but those under test.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt::Display;

use num_rational::BigRational;
use num_traits::{One, Zero};
use proptest::prelude::*;
use thidua_criteria::strategies::rulebook;
use thidua_criteria::{
    Band, Bound, Condition, Criterion, Formula, Item, MissingPolicy, NotAssignedPolicy,
    RoundingRule, Rulebook, RulebookParts, TieBreak,
};
use thidua_scoring::strategies::{evidence_parts, roster};
use thidua_scoring::{
    Evidence, EvidenceParts, EvidenceValue, ScoreSheet, Span, Standing, UnrankedReason, score,
};
use thidua_values::{CriterionId, Day, Points, Rounding, RoundingMode, SubjectId};

use crate::hanoi;

/// A number of the second path.
type Number = BigRational;

/// What a line or a total is, from the worst to the best.
#[derive(Clone, Debug, PartialEq)]
struct Ends {
    worst: Number,
    best: Number,
}

/// What the second path makes of one criterion.
#[derive(Debug)]
struct PlainLine<'r> {
    criterion: &'r CriterionId,
    unrounded: Ends,
    contribution: Ends,
    settled: bool,
}

/// What the second path makes of one subject.
#[derive(Debug)]
struct PlainSheet<'r> {
    subject: &'r SubjectId,
    lines: Vec<PlainLine<'r>>,
    /// What rounding the total adds, if it is rounded.
    adjustment: Option<Ends>,
    total: Ends,
}

/// Reads `a.b`, `n/d` or `n`: the text forms of points, figures and exact numbers.
fn number(text: impl Display) -> Number {
    let text = text.to_string();
    if let Some((numerator, denominator)) = text.split_once('/') {
        return number(numerator) / number(denominator);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let ten = Number::from_integer(10.into());
    let power = fraction.bytes().fold(Number::one(), |power, _| power * &ten);
    Number::from_integer(format!("{whole}{fraction}").parse().unwrap()) / power
}

fn at(number: Number) -> Ends {
    Ends { worst: number.clone(), best: number }
}

fn ends(span: &Span) -> Ends {
    Ends { worst: number(&span.worst), best: number(&span.best) }
}

impl Ends {
    fn each(&self, change: impl Fn(&Number) -> Number) -> Self {
        Self { worst: change(&self.worst), best: change(&self.best) }
    }

    fn plus(&self, other: &Self) -> Self {
        Self { worst: &self.worst + &other.worst, best: &self.best + &other.best }
    }
}

/// The criteria in the order of the rulebook.
fn criteria(parts: &RulebookParts) -> Vec<&Criterion> {
    fn walk<'r>(items: &'r [Item], criteria: &mut Vec<&'r Criterion>) {
        for item in items {
            match item {
                Item::Group(group) => walk(&group.items, criteria),
                Item::Criterion(criterion) => criteria.push(criterion),
            }
        }
    }
    let mut criteria = Vec::new();
    for section in &parts.sections {
        walk(&section.items, &mut criteria);
    }
    criteria
}

/// What a subject says of a criterion or condition.
fn said(evidence: &EvidenceParts, subject: &SubjectId, id: &CriterionId) -> EvidenceValue {
    let record = evidence
        .records
        .iter()
        .find(|record| record.subject == *subject && record.criterion == *id);
    record.map_or(EvidenceValue::Missing {}, |record| record.value.clone())
}

/// To a multiple of the step; points that are earned are never below 0.
fn rounded(points: &Number, rounding: Rounding) -> Number {
    let step = number(rounding.step.points());
    let steps = points / &step;
    assert!(Number::zero() <= steps);
    let half = Number::new(1.into(), 2.into());
    let nearest = (&steps + &half).floor();
    let even = |number: &Number| (number / Number::from_integer(2.into())).is_integer();
    let whole = match rounding.mode {
        RoundingMode::Down => steps.floor(),
        RoundingMode::Up => steps.ceil(),
        RoundingMode::HalfEven if &nearest - &half == steps && !even(&nearest) => {
            nearest - Number::one()
        }
        RoundingMode::HalfUp | RoundingMode::HalfEven => nearest,
    };
    whole * step
}

fn worth(policy: NotAssignedPolicy, points: &Number) -> Number {
    match policy {
        NotAssignedPolicy::Zero => Number::zero(),
        NotAssignedPolicy::FullMarks => points.clone(),
    }
}

/// What a formula gives for a share in percent; for none, what it gives for
/// nothing of nothing.
fn by_share(formula: &Formula, points: &Number, percent: Option<&Number>) -> Number {
    let (Formula::Proportional { nothing_of_nothing, .. }
    | Formula::Threshold { nothing_of_nothing, .. }
    | Formula::Bands { nothing_of_nothing, .. }) = formula
    else {
        panic!("expected a formula that looks at a share, found {formula:?}");
    };
    let Some(percent) = percent else {
        return worth(*nothing_of_nothing, points);
    };
    match formula {
        Formula::Proportional { cap_percent, .. } => {
            percent.min(&number(cap_percent)) * points / number(100)
        }
        Formula::Threshold { at_least_percent, .. } => {
            if number(at_least_percent) <= *percent {
                points.clone()
            } else {
                Number::zero()
            }
        }
        Formula::Bands { bands, .. } => {
            let inside = bands.iter().filter(|band| {
                let low = percent.cmp(&number(band.low.percent));
                let high =
                    band.high.map(|high| (percent.cmp(&number(high.percent)), high.included));
                (low == Ordering::Greater || (low == Ordering::Equal && band.low.included))
                    && high.is_none_or(|(high, included)| {
                        high == Ordering::Less || (high == Ordering::Equal && included)
                    })
            });
            inside.map(|band| number(band.points)).sum()
        }
        Formula::Sampled { .. } => Number::zero(),
    }
}

/// The most that a formula can give: it is reached at one of these shares.
fn most(formula: &Formula, points: &Number) -> Number {
    let candidates = match formula {
        Formula::Sampled { size, each } => vec![number(size) * number(each)],
        Formula::Proportional { cap_percent: percent, .. }
        | Formula::Threshold { at_least_percent: percent, .. } => {
            vec![by_share(formula, points, Some(&number(percent))), by_share(formula, points, None)]
        }
        Formula::Bands { bands, .. } => {
            let of_bands = bands.iter().map(|band| number(band.points));
            of_bands.chain([by_share(formula, points, None)]).collect()
        }
    };
    candidates.into_iter().max().unwrap()
}

/// What a criterion earns, before rounding, and whether that is settled.
fn earned(
    parts: &RulebookParts,
    evidence: &EvidenceParts,
    subject: &SubjectId,
    criterion: &Criterion,
) -> (Ends, bool) {
    let gates: Vec<EvidenceValue> = criterion
        .conditions
        .iter()
        .map(|Condition::Gate { id, .. }| said(evidence, subject, id))
        .collect();
    let unanswered = |gate: &EvidenceValue| *gate == EvidenceValue::Missing {};
    let open = |gate: &EvidenceValue| *gate == EvidenceValue::Met { met: true };
    if gates.iter().any(|gate| !unanswered(gate) && !open(gate)) {
        return (at(Number::zero()), true);
    }
    let points = number(criterion.points);
    let if_unassigned = worth(parts.not_assigned, &points);
    let value = match said(evidence, subject, &criterion.id) {
        EvidenceValue::Missing {} => {
            let most = most(&criterion.formula, &points);
            let best = if gates.iter().any(open) { most } else { most.max(if_unassigned) };
            return (Ends { worst: Number::zero(), best }, false);
        }
        EvidenceValue::NotAssigned {} => return (at(if_unassigned), true),
        EvidenceValue::NoProof {} => return (at(Number::zero()), true),
        EvidenceValue::Count { count } => match &criterion.formula {
            Formula::Sampled { each, .. } => number(count) * number(each),
            other => panic!("expected a sample, found {other:?}"),
        },
        EvidenceValue::Share { part, whole } => {
            let whole = number(whole);
            let percent = (!whole.is_zero()).then(|| number(part) * number(100) / whole);
            by_share(&criterion.formula, &points, percent.as_ref())
        }
        EvidenceValue::Met { .. } => panic!("expected no answer to a condition"),
    };
    if gates.iter().any(unanswered) {
        return (Ends { worst: Number::zero(), best: value }, false);
    }
    (at(value), true)
}

fn plain_sheet<'r>(
    parts: &'r RulebookParts,
    evidence: &EvidenceParts,
    subject: &'r SubjectId,
) -> PlainSheet<'r> {
    let lines: Vec<PlainLine<'r>> = criteria(parts)
        .into_iter()
        .map(|criterion| {
            let (unrounded, settled) = earned(parts, evidence, subject, criterion);
            let contribution = match parts.rounding {
                RoundingRule::PerItem { rounding } => unrounded.each(|end| rounded(end, rounding)),
                RoundingRule::Never {} | RoundingRule::OnTotal { .. } => unrounded.clone(),
            };
            PlainLine { criterion: &criterion.id, unrounded, contribution, settled }
        })
        .collect();
    let sum = lines.iter().fold(at(Number::zero()), |sum, line| sum.plus(&line.contribution));
    let RoundingRule::OnTotal { rounding } = parts.rounding else {
        return PlainSheet { subject, lines, adjustment: None, total: sum };
    };
    let total = sum.each(|end| rounded(end, rounding));
    let adjustment = Ends { worst: &total.worst - sum.worst, best: &total.best - sum.best };
    PlainSheet { subject, lines, adjustment: Some(adjustment), total }
}

/// Compares a sheet with its second path, line by line, and adds it up.
#[track_caller]
fn assert_sheet(sheet: &ScoreSheet, plain: &PlainSheet<'_>) {
    assert_eq!(sheet.subject, *plain.subject);
    assert_eq!(sheet.lines.len(), plain.lines.len());
    let mut sum = at(Number::zero());
    for (line, plain) in sheet.lines.iter().zip(&plain.lines) {
        assert_eq!(line.criterion, *plain.criterion);
        assert_eq!(ends(&line.unrounded), plain.unrounded, "{line:?}");
        assert_eq!(ends(&line.contribution), plain.contribution, "{line:?}");
        assert_eq!(line.is_settled(), plain.settled, "{line:?}");
        sum = sum.plus(&ends(&line.contribution));
    }
    let adjustments: Vec<Ends> =
        sheet.adjustments.iter().map(|done| ends(&done.contribution)).collect();
    assert_eq!(adjustments, Vec::from_iter(plain.adjustment.clone()));
    for adjustment in adjustments {
        sum = sum.plus(&adjustment);
    }
    assert_eq!(sum, ends(&sheet.total), "the contributions of {} add up", sheet.subject);
    assert_eq!(sum, plain.total);
    let settled = plain.lines.iter().filter(|line| line.settled).count();
    assert_eq!((sheet.coverage.settled, sheet.coverage.criteria), (settled, plain.lines.len()));
}

/// What a subject is compared by: the total, then what each step sees.
fn keys(
    parts: &RulebookParts,
    evidence: &EvidenceParts,
    sheet: &PlainSheet<'_>,
) -> Vec<Option<Number>> {
    let steps = parts.tie_breaks.iter().map(|step| match step {
        TieBreak::Points { criterion } => {
            let line = sheet.lines.iter().find(|line| line.criterion == criterion).unwrap();
            Some(line.contribution.worst.clone())
        }
        TieBreak::Figure { criterion } => match scored(parts, evidence, sheet.subject, criterion) {
            EvidenceValue::Share { part, .. } => Some(number(part)),
            EvidenceValue::Count { count } => Some(number(count)),
            _ => None,
        },
        TieBreak::Share { criterion } => match scored(parts, evidence, sheet.subject, criterion) {
            EvidenceValue::Share { whole, .. } if number(whole).is_zero() => {
                Some(nothing_of_nothing(parts, criterion))
            }
            EvidenceValue::Share { part, whole } => Some(number(part) / number(whole)),
            EvidenceValue::Count { count } => Some(number(count) / sample_size(parts, criterion)),
            _ => None,
        },
        TieBreak::Ballot {} => None,
    });
    [Some(sheet.total.worst.clone())].into_iter().chain(steps).collect()
}

/// The share that a rulebook takes nothing of nothing for: all or none.
fn nothing_of_nothing(parts: &RulebookParts, id: &CriterionId) -> Number {
    let criterion = criteria(parts).into_iter().find(|criterion| criterion.id == *id).unwrap();
    match &criterion.formula {
        Formula::Proportional { nothing_of_nothing, .. }
        | Formula::Threshold { nothing_of_nothing, .. }
        | Formula::Bands { nothing_of_nothing, .. } => worth(*nothing_of_nothing, &number(1)),
        Formula::Sampled { .. } => panic!("expected a formula on a share"),
    }
}

fn sample_size(parts: &RulebookParts, id: &CriterionId) -> Number {
    let criterion = criteria(parts).into_iter().find(|criterion| criterion.id == *id).unwrap();
    match &criterion.formula {
        Formula::Sampled { size, .. } => number(size),
        other => panic!("expected a sample, found {other:?}"),
    }
}

/// What is said about a criterion, or nothing where a gate before it is closed.
fn scored(
    parts: &RulebookParts,
    evidence: &EvidenceParts,
    subject: &SubjectId,
    id: &CriterionId,
) -> EvidenceValue {
    let criterion = criteria(parts).into_iter().find(|criterion| criterion.id == *id).unwrap();
    let closed = criterion.conditions.iter().any(|Condition::Gate { id, .. }| {
        !matches!(
            said(evidence, subject, id),
            EvidenceValue::Missing {} | EvidenceValue::Met { met: true }
        )
    });
    if closed { EvidenceValue::NoProof {} } else { said(evidence, subject, id) }
}

/// Whether `one` stands ahead of `other`: the first key that differs decides,
/// and who has none stands behind.
fn is_ahead(one: &[Option<Number>], other: &[Option<Number>]) -> bool {
    for (one, other) in one.iter().zip(other) {
        match (one, other) {
            (Some(one), Some(other)) if one == other => {}
            (Some(one), Some(other)) => return other < one,
            (None, None) => {}
            (one, _) => return one.is_some(),
        }
    }
    false
}

/// Compares a standing with everybody compared with everybody.
#[track_caller]
fn assert_standing(
    standing: &Standing,
    parts: &RulebookParts,
    evidence: &EvidenceParts,
    sheets: &[PlainSheet<'_>],
    as_of: Day,
) {
    let complete = |sheet: &PlainSheet<'_>| sheet.lines.iter().all(|line| line.settled);
    let is_placed = |sheet: &&PlainSheet<'_>| {
        complete(sheet)
            || match parts.missing {
                MissingPolicy::Refuse {} => false,
                MissingPolicy::CountAsWorst {} => true,
                MissingPolicy::NotPlacedUntil { day } => day <= as_of,
            }
    };
    let placed: Vec<&PlainSheet<'_>> = sheets.iter().filter(is_placed).collect();
    assert_eq!(standing.positions.len(), placed.len());
    for sheet in &placed {
        let own = keys(parts, evidence, sheet);
        let count = |holds: &dyn Fn(&PlainSheet<'_>) -> bool| {
            placed.iter().filter(|other| holds(other)).count()
        };
        let ahead = count(&|other| is_ahead(&keys(parts, evidence, other), &own));
        let behind = count(&|other| is_ahead(&own, &keys(parts, evidence, other)));
        let position = standing.positions.iter().find(|at| at.subject == *sheet.subject).unwrap();
        assert_eq!(position.rank, 1 + ahead, "{}", sheet.subject);
        assert_eq!(position.tied, placed.len() - ahead - behind, "{}", sheet.subject);
        assert_eq!(number(&position.total), sheet.total.worst);
        let possible = position.provisional.map(|ranks| (ranks.best, ranks.worst));
        assert_eq!(possible, possible_ranks(parts, evidence, sheet, sheets, &is_placed));
    }
    assert_unranked(standing, parts, evidence, sheets.iter().filter(|sheet| !is_placed(sheet)));
    assert_unresolved(standing);
}

/// The best and the worst rank that missing evidence leaves open, if they differ.
fn possible_ranks(
    parts: &RulebookParts,
    evidence: &EvidenceParts,
    sheet: &PlainSheet<'_>,
    sheets: &[PlainSheet<'_>],
    is_placed: &dyn Fn(&&PlainSheet<'_>) -> bool,
) -> Option<(usize, usize)> {
    let complete = |sheet: &PlainSheet<'_>| sheet.lines.iter().all(|line| line.settled);
    let own = keys(parts, evidence, sheet);
    let (mut best, mut worst) = (1, 1);
    for other in sheets.iter().filter(|other| other.subject != sheet.subject) {
        let awaited = matches!(parts.missing, MissingPolicy::NotPlacedUntil { .. });
        let may_end_ahead = sheet.total.worst <= other.total.best;
        if !is_placed(&other) {
            worst += usize::from(awaited && may_end_ahead);
        } else if complete(sheet) && complete(other) {
            let ahead = usize::from(is_ahead(&keys(parts, evidence, other), &own));
            (best, worst) = (best + ahead, worst + ahead);
        } else {
            best += usize::from(sheet.total.best < other.total.worst);
            worst += usize::from(may_end_ahead);
        }
    }
    (best != worst).then_some((best, worst))
}

/// Which evidence would settle a line: its own, or else that of a gate.
fn to_answer(
    parts: &RulebookParts,
    evidence: &EvidenceParts,
    subject: &SubjectId,
    line: &PlainLine<'_>,
) -> CriterionId {
    let missing = |id: &CriterionId| said(evidence, subject, id) == EvidenceValue::Missing {};
    let criterion = criteria(parts).into_iter().find(|own| own.id == *line.criterion).unwrap();
    let mut gates = criterion.conditions.iter().map(Condition::id);
    let own = missing(&criterion.id).then_some(&criterion.id);
    own.or_else(|| gates.find(|gate| missing(gate))).unwrap().clone()
}

fn assert_unranked<'s>(
    standing: &Standing,
    parts: &RulebookParts,
    evidence: &EvidenceParts,
    sheets: impl Iterator<Item = &'s PlainSheet<'s>>,
) {
    let expected: Vec<(&SubjectId, UnrankedReason)> = sheets
        .map(|sheet| {
            let open = sheet.lines.iter().filter(|line| !line.settled);
            let criteria =
                open.map(|line| to_answer(parts, evidence, sheet.subject, line)).collect();
            let reason = match parts.missing {
                MissingPolicy::NotPlacedUntil { day } => {
                    UnrankedReason::AwaitedEvidence { criteria, until: day }
                }
                _ => UnrankedReason::MissingEvidence { criteria },
            };
            (sheet.subject, reason)
        })
        .collect();
    let found: Vec<(&SubjectId, UnrankedReason)> = standing
        .unranked
        .iter()
        .map(|unranked| (&unranked.subject, unranked.reason.clone()))
        .collect();
    assert_eq!(found, expected);
}

/// The ties that are left are exactly the ranks that are shared.
fn assert_unresolved(standing: &Standing) {
    let shared: BTreeSet<(usize, &SubjectId)> = standing
        .positions
        .iter()
        .filter(|position| 1 < position.tied)
        .map(|position| (position.rank, &position.subject))
        .collect();
    let left: BTreeSet<(usize, &SubjectId)> = standing
        .unresolved
        .iter()
        .flat_map(|tie| tie.subjects.iter().map(|subject| (tie.rank, subject)))
        .collect();
    assert_eq!(left, shared);
}

/// Takes both paths from the same parts and compares all they come to.
#[track_caller]
fn assert_paths_agree(
    rulebook: &Rulebook,
    members: &BTreeSet<SubjectId>,
    parts: &EvidenceParts,
    as_of: Day,
) {
    let evidence = Evidence::try_new(rulebook, members, parts).unwrap();
    let scores = score(&evidence);
    let plain: Vec<PlainSheet<'_>> =
        members.iter().map(|subject| plain_sheet(rulebook.parts(), parts, subject)).collect();
    assert_eq!(scores.sheets().count(), plain.len());
    for (sheet, plain) in scores.sheets().zip(&plain) {
        assert_sheet(sheet, plain);
    }
    let standing = scores.place(members, as_of).unwrap();
    assert_standing(&standing, rulebook.parts(), parts, &plain, as_of);
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Rulebooks under each policy for what is missing, and with bands that own
/// their ends in each way; half and all of a whole are common shares.
fn rulebooks() -> impl Strategy<Value = Rulebook> {
    let until = |text: &str| MissingPolicy::NotPlacedUntil { day: day(text) };
    let policies = vec![
        MissingPolicy::Refuse {},
        MissingPolicy::CountAsWorst {},
        until("2022-11-08"),
        until("2022-11-09"),
    ];
    let bound = |percent: u32, included| Bound { percent: percent.into(), included };
    let band = |low, high, points| Band { low, high: Some(high), points: Points::whole(points) };
    let rest = |low| Band { low, high: None, points: Points::whole(3) };
    let bands = prop::sample::select(vec![
        vec![band(bound(0, true), bound(50, true), 1), rest(bound(50, false))],
        vec![
            band(bound(0, false), bound(50, false), 1),
            band(bound(100, true), bound(100, true), 5),
        ],
        vec![band(bound(50, false), bound(100, true), 4), rest(bound(100, false))],
        vec![rest(bound(0, true))],
    ]);
    (rulebook(), prop::sample::select(policies), bands).prop_map(|(rulebook, missing, bands)| {
        let mut parts = RulebookParts { missing, ..rulebook.parts().clone() };
        parts.sections.iter_mut().for_each(|section| replace_bands(&mut section.items, &bands));
        Rulebook::try_new(parts).unwrap()
    })
}

fn replace_bands(items: &mut [Item], with: &[Band]) {
    for item in items {
        match item {
            Item::Group(group) => replace_bands(&mut group.items, with),
            Item::Criterion(Criterion { formula: Formula::Bands { bands, .. }, .. }) => {
                *bands = with.to_vec();
            }
            Item::Criterion(_) => {}
        }
    }
}

/// Evidence of which every so many-th record is left out.
fn evidence_with_holes(rulebook: &Rulebook) -> impl Strategy<Value = EvidenceParts> + use<> {
    (evidence_parts(rulebook), 5_usize..60).prop_map(|(mut parts, every)| {
        let records = parts.records.into_iter().enumerate();
        parts.records =
            records.filter(|(at, _)| at % every != 4).map(|(_, record)| record).collect();
        parts
    })
}

proptest! {
    /// Law: contributions add up exactly to each total, and every line, total
    /// and rank is what the second path comes to.
    #[test]
    fn random_scores_and_standings_are_those_of_the_second_path(
        (rulebook, parts) in rulebooks().prop_flat_map(|rulebook| {
            let parts = evidence_with_holes(&rulebook);
            (Just(rulebook), parts)
        }),
    ) {
        assert_paths_agree(&rulebook, &roster(), &parts, day("2022-11-08"));
    }
}

#[test]
fn scores_and_standings_of_ha_noi_are_those_of_the_second_path() {
    let inputs = hanoi::Documents::read();
    for cluster in ["ha-noi-front-cluster-2", "ha-noi-front-cluster-3"] {
        let members = inputs.members(cluster);
        let mut parts = inputs.evidence.clone();
        parts.records.retain(|record| members.contains(&record.subject));
        assert_paths_agree(&inputs.rulebook, &members, &parts, day("2022-11-08"));
    }
}

#[test]
fn the_second_path_reads_numbers_and_rounds_them() {
    assert_eq!(number("85.50"), Number::new(171.into(), 2.into()));
    assert_eq!(number("-0.25"), -number("1/4"));
    let round =
        |text: &str, mode| rounded(&number(text), Rounding { mode, step: "0.01".parse().unwrap() });
    for (mode, of_125, of_135, of_121) in [
        (RoundingMode::HalfUp, "0.13", "0.14", "0.12"),
        (RoundingMode::HalfEven, "0.12", "0.14", "0.12"),
        (RoundingMode::Down, "0.12", "0.13", "0.12"),
        (RoundingMode::Up, "0.13", "0.14", "0.13"),
    ] {
        let found = ["0.125", "0.135", "0.121"].map(|text| round(text, mode));
        assert_eq!(found, [of_125, of_135, of_121].map(number), "{mode:?}");
    }
}
