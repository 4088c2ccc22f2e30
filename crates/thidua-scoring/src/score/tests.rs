//! Laws of score sheets.

use proptest::prelude::*;
use thidua_criteria::strategies::{plain_rulebook, rulebook};
use thidua_criteria::{
    Criterion, Formula, NotAssignedPolicy, Part, PartKind, RoundingRule, Rulebook, RulebookParts,
};
use thidua_values::{Exact, Figure, GradeId};

use super::*;
use crate::strategies::{evidence_parts, fewer, roster_for};
use crate::{Column, EvidenceParts, EvidenceRecord, EvidenceValue, GradeOutcome, Roster};

fn with_evidence(
    rulebook: impl Strategy<Value = Rulebook>,
) -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    rulebook.prop_flat_map(|rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts)
    })
}

fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    with_evidence(rulebook())
}

fn bound<'r>(rulebook: &'r Rulebook, parts: &EvidenceParts) -> Evidence<'r> {
    Evidence::try_new(rulebook, &roster_for(rulebook), parts).unwrap()
}

fn sheets(rulebook: &Rulebook, parts: &EvidenceParts) -> Vec<ScoreSheet> {
    score(&bound(rulebook, parts)).sheets().cloned().collect()
}

fn holds(wide: &Span, narrow: &Span) -> bool {
    wide.worst <= narrow.worst && narrow.worst <= narrow.best && narrow.best <= wide.best
}

/// The same of what is taken, whose worst end is the most.
fn holds_taken(wide: &Span, narrow: &Span) -> bool {
    let turned = |span: &Span| Span { worst: span.best.clone(), best: span.worst.clone() };
    holds(&turned(wide), &turned(narrow))
}

/// What a grade may still be, `None` being none.
fn possible(grade: &GradeOutcome) -> BTreeSet<Option<GradeId>> {
    match grade {
        GradeOutcome::Given { grade, .. } => [Some(grade.clone())].into(),
        GradeOutcome::NoneFits { .. } => [None].into(),
        GradeOutcome::Disqualified { grade } => [grade.clone()].into(),
        GradeOutcome::Open { possible, or_none } => {
            possible.iter().cloned().map(Some).chain(or_none.then_some(None)).collect()
        }
    }
}

proptest! {
    /// Law: contributions add up exactly to the total, at both ends.
    #[test]
    fn contributions_add_up_to_the_total((rulebook, parts) in scored()) {
        for sheet in sheets(&rulebook, &parts) {
            let contributions = || {
                let lines = sheet.lines.iter().map(|line| &line.contribution);
                lines.chain(sheet.adjustments.iter().map(|adjustment| &adjustment.contribution))
            };
            prop_assert_eq!(contributions().map(|span| &span.worst).sum::<Exact>(), sheet.total.worst.clone());
            prop_assert_eq!(contributions().map(|span| &span.best).sum::<Exact>(), sheet.total.best.clone());
        }
    }

    /// Law: a line earns from nothing to its maximum, the worst end of a deduction
    /// being the most that it takes; a settled line earns one number, and in a settled sheet
    /// contributes one.
    #[test]
    fn lines_stay_within_their_maximum((rulebook, parts) in scored()) {
        for line in sheets(&rulebook, &parts).iter().flat_map(|sheet| &sheet.lines) {
            let all = Span { worst: Exact::zero(), best: line.criterion.maximum.into() };
            for span in [&line.unrounded, &line.earned] {
                let Span { worst, best } = span.clone();
                let rising = if line.criterion.part == PartKind::Deduction { Span { worst: best, best: worst } } else { Span { worst, best } };
                prop_assert!(holds(&all, &rising), "{:?}", line);
            }
            prop_assert!(!line.is_settled() || line.earned.is_exact(), "{:?}", line);
        }
    }

    /// Law: a group earns from nothing to what it could, and that is no more than it is worth.
    #[test]
    fn groups_stay_within_their_maximum((rulebook, parts) in scored()) {
        for line in sheets(&rulebook, &parts).iter().flat_map(|sheet| &sheet.groups) {
            for end in [&line.earned.worst, &line.earned.best] {
                prop_assert!(!end.is_negative() && *end <= line.attainable, "{:?}", line);
            }
            prop_assert!(line.attainable <= Exact::from(line.group.maximum), "{:?}", line);
        }
    }

    /// Law: what is complete is one number, and its grade is certain.
    #[test]
    fn complete_sheets_are_one_number((rulebook, parts) in scored()) {
        for sheet in sheets(&rulebook, &parts) {
            prop_assert!(!sheet.is_settled() || sheet.total.is_exact(), "{:?}", sheet);
            prop_assert!(!sheet.is_settled() || sheet.lines.iter().all(|line| line.contribution.is_exact()));
            if sheet.is_complete() {
                prop_assert!(!matches!(sheet.grade, Some(GradeOutcome::Open { .. })), "{:?}", sheet);
                prop_assert_eq!(sheet.missing().count(), 0);
            }
        }
    }

    /// Law: no total is outside its limits, nor outside what the parts are worth
    /// where those allow it, and the worst is never above the best.
    #[test]
    fn totals_stay_within_their_limits((rulebook, parts) in scored()) {
        let limits = rulebook.parts().total;
        for sheet in sheets(&rulebook, &parts) {
            prop_assert!(sheet.total.worst <= sheet.total.best);
            prop_assert!(limits.at_least.is_none_or(|floor| Exact::from(floor) <= sheet.total.worst));
            prop_assert!(limits.at_most.is_none_or(|cap| sheet.total.best <= Exact::from(cap)));
            let points = |part: &Option<Part>| part.as_ref().map_or_else(Exact::zero, |part| part.points.into());
            let most = Exact::from(rulebook.parts().scale.points) + points(&rulebook.parts().bonus);
            let least = -points(&rulebook.parts().deductions);
            prop_assert!(sheet.total.best <= limits.at_least.map_or(most.clone(), |floor| most.max(floor.into())));
            prop_assert!(limits.at_most.map_or(least.clone(), |cap| least.min(cap.into())) <= sheet.total.worst);
        }
    }

    /// Law: the order of records and of subjects changes no sheet.
    #[test]
    fn order_changes_nothing(
        (rulebook, parts, shuffled) in scored().prop_flat_map(|(rulebook, parts)| {
            let shuffled = Just(parts.records.clone()).prop_shuffle();
            (Just(rulebook), Just(parts), shuffled)
        }),
    ) {
        let roster = roster_for(&rulebook);
        let members: Vec<_> = roster.members().map(|(subject, member)| (subject.clone(), member.clone())).collect();
        let backwards: Roster = members.into_iter().rev().collect();
        let shuffled = EvidenceParts { records: shuffled, ..parts.clone() };
        let other = Evidence::try_new(&rulebook, &backwards, &shuffled).unwrap();
        prop_assert!(sheets(&rulebook, &parts).iter().eq(score(&other).sheets()));
    }

    /// Law: a sheet depends on the evidence of its own cluster alone, and on its
    /// own evidence alone where no formula looks at the cluster.
    #[test]
    fn nobody_outside_changes_a_sheet((rulebook, parts) in scored()) {
        let roster = roster_for(&rulebook);
        let own = roster.members().next().map(|(subject, member)| (subject.clone(), member.clone())).unwrap();
        let looks = rulebook.leaves().iter().any(|leaf| leaf.criterion.formula.looks_at_cluster());
        let with = roster.members().filter(|(subject, member)| **subject == own.0 || (looks && member.cluster == own.1.cluster));
        let with: Roster = with.map(|(subject, member)| (subject.clone(), member.clone())).collect();
        let mut fewer = parts.clone();
        fewer.records.retain(|record| with.subjects().any(|subject| *subject == record.subject));
        let evidence = Evidence::try_new(&rulebook, &with, &fewer).unwrap();
        let sheets = sheets(&rulebook, &parts);
        let scores = score(&evidence);
        prop_assert_eq!(scores.sheet(&own.0), sheets.iter().find(|sheet| sheet.subject == own.0));
    }

    /// Law: what later columns say does not count in an earlier one.
    #[test]
    fn earlier_columns_ignore_later_ones((rulebook, parts) in scored()) {
        let roster = roster_for(&rulebook);
        for column in [Column::SelfScored, Column::CrossScored, Column::Appraised, Column::Decided] {
            let stood = Evidence::up_to(&rulebook, &roster, &parts, column).unwrap();
            let mut earlier = parts.clone();
            earlier.records.retain(|record| record.column <= column);
            prop_assert!(score(&stood).sheets().eq(&sheets(&rulebook, &earlier)));
        }
    }
}

proptest! {
    /// Law: new evidence only narrows what lines, groups and the total can be, and
    /// never lowers coverage.
    #[test]
    fn new_evidence_narrows((rulebook, parts) in scored(), keep in prop::collection::vec(any::<bool>(), 97)) {
        let before = sheets(&rulebook, &fewer(&rulebook, &parts, &keep));
        for (wide, narrow) in before.iter().zip(sheets(&rulebook, &parts)) {
            prop_assert!(holds(&wide.total, &narrow.total), "{:?} {:?}", wide, narrow);
            prop_assert!(wide.coverage.settled <= narrow.coverage.settled);
            prop_assert_eq!(wide.coverage.criteria, narrow.coverage.criteria);
            for (wide, narrow) in wide.lines.iter().zip(&narrow.lines) {
                let holds = if wide.criterion.part == PartKind::Deduction { holds_taken } else { holds };
                prop_assert!(holds(&wide.earned, &narrow.earned), "{:?} {:?}", wide, narrow);
                prop_assert!(!wide.is_settled() || narrow.is_settled());
            }
            for (wide, narrow) in wide.groups.iter().zip(&narrow.groups) {
                let holds = if wide.group.part == PartKind::Deduction { holds_taken } else { holds };
                prop_assert!(holds(&wide.earned, &narrow.earned), "{:?} {:?}", wide, narrow);
                prop_assert!(narrow.attainable <= wide.attainable, "{:?} {:?}", wide, narrow);
            }
        }
    }

    /// Law: new evidence only takes grades away that were possible, so a certain
    /// grade stays, and so does what disqualifies.
    #[test]
    fn new_evidence_never_changes_a_certain_grade((rulebook, parts) in scored(), keep in prop::collection::vec(any::<bool>(), 97)) {
        let before = sheets(&rulebook, &fewer(&rulebook, &parts, &keep));
        for (wide, narrow) in before.iter().zip(sheets(&rulebook, &parts)) {
            prop_assert!(wide.disqualified_by.iter().all(|fact| narrow.disqualified_by.contains(fact)));
            let Some((before, after)) = wide.grade.as_ref().zip(narrow.grade.as_ref()) else { continue };
            prop_assert!(possible(after).is_subset(&possible(before)), "{:?} {:?}", wide, narrow);
            prop_assert!(before.grade().is_none() || before.grade() == after.grade());
        }
    }

    /// Law: what a plain sum comes to is the sum of what is in it, rounded where
    /// the rulebook rounds groups.
    #[test]
    fn plain_sums_are_the_sums_of_their_items((rulebook, parts) in with_evidence(plain_rulebook())) {
        let without = |policy| RulebookParts { not_assigned: policy, ..rulebook.parts().clone() };
        let rulebook = Rulebook::try_new(without(NotAssignedPolicy::Exclude)).unwrap();
        for sheet in sheets(&rulebook, &parts) {
            for group in &sheet.groups {
                let lines = sheet.lines.iter().filter(|line| line.criterion.under.as_ref() == Some(&group.group.id));
                let inner = sheet.groups.iter().filter(|inner| inner.group.under.as_ref() == Some(&group.group.id));
                let spans: Vec<&Span> = lines.map(|line| &line.earned).chain(inner.map(|inner| &inner.earned)).collect();
                let rounded = |sum: Exact| match rulebook.parts().rounding {
                    RoundingRule::PerGroup { rounding } if group.group.under.is_none() => sum.round(rounding),
                    _ => sum,
                };
                prop_assert_eq!(rounded(spans.iter().map(|span| &span.worst).sum()), group.earned.worst.clone());
                prop_assert_eq!(rounded(spans.iter().map(|span| &span.best).sum()), group.earned.best.clone());
            }
        }
    }

    /// Law: where a formula says so, more never earns less and never takes more.
    #[test]
    fn more_never_earns_less((rulebook, parts) in scored(), more in 1_u32..3) {
        let mut raised = parts.clone();
        for record in &mut raised.records {
            let leaf = rulebook.leaf(&record.criterion);
            let earns = |leaf: &&Leaf| leaf.part != PartKind::Deduction || leaf.criterion.formula.takes();
            if let Some(leaf) = leaf.filter(earns) {
                raise(&leaf.criterion, record, more);
            }
        }
        // What two columns say still differs or not as before only where both were raised.
        raised.records.iter_mut().for_each(|record| record.column = Column::SelfScored);
        let mut lowered = parts.clone();
        lowered.records.iter_mut().for_each(|record| record.column = Column::SelfScored);
        let (low, high) = (one_column(lowered), one_column(raised));
        for (low, high) in sheets(&rulebook, &low).iter().zip(sheets(&rulebook, &high)) {
            prop_assert!(low.total.worst <= high.total.worst && low.total.best <= high.total.best);
            // While evidence is missing, who has more may let others leave.
            let settled = low.is_settled() && high.is_settled();
            for (low, high) in low.lines.iter().zip(&high.lines) {
                let rises = |a: &Span, b: &Span| a.worst <= b.worst && a.best <= b.best;
                prop_assert_eq!(&low.criterion.id, &high.criterion.id);
                prop_assert!(!settled || rises(&low.contribution, &high.contribution));
                let taken = low.criterion.part == PartKind::Deduction;
                let (low, high) = (&low.earned, &high.earned);
                let (less, more) = if taken { (high, low) } else { (low, high) };
                prop_assert!(rises(less, more));
            }
        }
    }
}

/// The first record of each subject and criterion alone.
fn one_column(mut parts: EvidenceParts) -> EvidenceParts {
    let mut seen = BTreeSet::new();
    parts.records.retain(|record| seen.insert((record.subject.clone(), record.criterion.clone())));
    parts.records.iter_mut().for_each(|record| record.because = None);
    parts
}

/// Raises what more of is better, where the formula says so.
fn raise(criterion: &Criterion, record: &mut EvidenceRecord, more: u32) {
    let risen = |figure: Figure| -> Figure {
        (Exact::from(figure) + Exact::from(i64::from(more))).to_string().parse().unwrap()
    };
    match (&criterion.formula, &mut record.value) {
        (
            Formula::Proportional { .. } | Formula::Threshold { .. } | Formula::Shortfall { .. },
            EvidenceValue::Share { part, whole },
        ) if !whole.is_zero() => *part = risen(*part),
        (Formula::NumberReached { .. }, EvidenceValue::Number { number }) => {
            *number = risen(*number);
        }
        (Formula::Scaled { out_of }, EvidenceValue::Number { number }) => {
            *number = risen(*number).min(*out_of);
        }
        (Formula::PerItem { .. }, EvidenceValue::Count { count }) => *count += more,
        (
            Formula::Sampled { size: of, .. } | Formula::Checklist { of, .. },
            EvidenceValue::Count { count },
        ) => *count = (*count + more).min(*of),
        (Formula::Judged { step, .. }, EvidenceValue::Marks { marks }) => {
            let risen = marks.first().and_then(|mark| mark.checked_add(step.points()));
            if let (Some(first), Some(risen)) = (marks.first_mut(), risen)
                && risen <= criterion.points
            {
                *first = risen;
            }
        }
        (Formula::Lateness { .. }, EvidenceValue::HandedIn { day }) => {
            *day = day.previous().unwrap_or(*day);
        }
        (Formula::Met {}, EvidenceValue::Met { met }) => *met = true,
        _ => {}
    }
}
