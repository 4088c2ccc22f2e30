//! Laws of what would have lifted a total: it does, and nothing less does.

use proptest::prelude::*;
use thidua_criteria::{
    Band, Bound, Combine, Criterion, Excess, Figures, Formula, Interval, Item, MeanOf,
    MissingPolicy, NotAssignedPolicy, NothingOfNothing, Panel, Part, Rulebook, RulebookParts,
    strategies::rulebook,
};
use thidua_values::{Coded, Figure, Points, SubjectId};

use super::*;
use crate::strategies::{evidence_parts, roster_for};
use crate::strategies_value::{Sort, sorts, value};
use crate::{Column, Evidence, EvidenceParts, EvidenceRecord, samples, score};

mod answers;

fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts, Exact)> {
    let part = (1_i64..=40).prop_map(|part| Exact::fraction(part, 20).unwrap());
    (rulebook(), part).prop_flat_map(|(rulebook, part)| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts, Just(part))
    })
}

/// The same evidence with another answer of a subject.
fn with(
    parts: &EvidenceParts,
    subject: &SubjectId,
    criterion: &CriterionId,
    value: &EvidenceValue,
) -> EvidenceParts {
    let mut changed = parts.clone();
    changed.records.retain(|one| one.subject != *subject || one.criterion != *criterion);
    changed.records.push(EvidenceRecord {
        subject: subject.clone(),
        criterion: criterion.clone(),
        // The last column, since what is assigned may have changed on the way there.
        column: Column::Decided,
        value: value.clone(),
        because: None,
        basis: samples::basis(),
        note: None,
    });
    changed
}

fn total(rulebook: &Rulebook, parts: &EvidenceParts, subject: &SubjectId) -> Exact {
    let evidence = Evidence::try_new(rulebook, &roster_for(rulebook), parts).unwrap();
    score(&evidence).sheet(subject).unwrap().total.worst.clone()
}

/// What would lift each subject to so much more than it has.
fn lifts(
    rulebook: &Rulebook,
    parts: &EvidenceParts,
    more: &Exact,
) -> Vec<(SubjectId, Exact, Vec<Lift>)> {
    let evidence = Evidence::try_new(rulebook, &roster_for(rulebook), parts).unwrap();
    let scores = score(&evidence);
    let of = scores.sheets().map(|sheet| {
        let goal = &sheet.total.worst + more;
        match scores.to_reach(&sheet.subject, &goal).unwrap() {
            Reach::Reached { .. } => panic!("{goal} is more than {:?}", sheet.total),
            Reach::Missed { total, short, lifts } => {
                assert_eq!((&total, &short), (&sheet.total.worst, more));
                (sheet.subject.clone(), goal, lifts)
            }
        }
    });
    of.collect()
}

/// The figures of two values, and what makes a value of another one; only of values that
/// differ in one figure.
type Axis = (Exact, Exact, Box<dyn Fn(Figure) -> EvidenceValue>);

fn axis(before: &EvidenceValue, after: &EvidenceValue) -> Option<Axis> {
    use EvidenceValue as V;
    Some(match (before.clone(), after.clone()) {
        (V::Share { part: a, whole }, V::Share { part: b, whole: same }) if whole == same => {
            (a.into(), b.into(), Box::new(move |part| V::Share { part, whole }))
        }
        (V::Number { number: a }, V::Number { number: b }) => {
            (a.into(), b.into(), Box::new(|number| V::Number { number }))
        }
        (V::Target { actual: a, target }, V::Target { actual: b, target: same })
            if target == same =>
        {
            (a.into(), b.into(), Box::new(move |actual| V::Target { actual, target }))
        }
        (V::Count { count: a }, V::Count { count: b }) => (
            i64::from(a).into(),
            i64::from(b).into(),
            Box::new(|count| V::Count { count: count.to_string().parse().unwrap() }),
        ),
        _ => return None,
    })
}

/// The values of whole steps from the one before, nearest first, that are nearer than the
/// one after.
fn nearer(before: &EvidenceValue, after: &EvidenceValue) -> Vec<EvidenceValue> {
    let Some((from, to, value)) = axis(before, after) else { return Vec::new() };
    let step = Exact::from(if to < from { -1 } else { 1 });
    let numbers = std::iter::successors(Some(&from + &step), |number| Some(number + &step));
    let numbers = numbers.take_while(|number| (*number < to) == (from < to) && *number != to);
    let figures = numbers.take(30).filter_map(|number| number.to_string().parse().ok());
    figures.map(value).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Law: scored again with the change, the total is what was told, and enough.
    #[test]
    fn lifts_lift((rulebook, parts, more) in scored()) {
        let before = lifts(&rulebook, &parts, &more);
        for (subject, goal, lifts) in before {
            for lift in lifts {
                let changed = with(&parts, &subject, &lift.answer_to, &lift.after);
                prop_assert_eq!(&total(&rulebook, &changed, &subject), &lift.total, "{:?}", lift);
                prop_assert!(goal <= lift.total);
                prop_assert_eq!(&lift.total - &lift.gain, &goal - &more);
            }
        }
    }

    /// Law: lifts are in order, the least gain first.
    #[test]
    fn the_least_gain_comes_first((rulebook, parts, more) in scored()) {
        for (_, _, lifts) in lifts(&rulebook, &parts, &more) {
            let slot = |lift: &Lift| rulebook.slot(&lift.answer_to);
            let key = |lift: &Lift| (lift.gain.clone(), slot(lift));
            prop_assert!(lifts.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
        }
    }

    /// Law: nothing nearer than a lift is enough.
    #[test]
    fn nothing_nearer_lifts((rulebook, parts, more) in scored()) {
        for (subject, goal, lifts) in lifts(&rulebook, &parts, &more) {
            for lift in lifts {
                for value in nearer(&lift.before, &lift.after) {
                    let changed = with(&parts, &subject, &lift.answer_to, &value);
                    prop_assert!(total(&rulebook, &changed, &subject) < goal, "{:?} {:?}", lift, value);
                }
            }
        }
    }
}

/// What is known of a subject and a criterion, condition or fact.
fn known(evidence: &Evidence<'_>, subject: &SubjectId, criterion: &CriterionId) -> EvidenceValue {
    let slot = evidence.rulebook().slot(criterion).unwrap();
    evidence.of(subject)[slot].known.value()
}

/// Whether a change is of the kind that is searched: one figure, one mark, or out of silence.
fn is_searched(formula: &Formula, before: &EvidenceValue, after: &EvidenceValue) -> bool {
    use EvidenceValue as V;
    let unsearched_silence = matches!(
        formula,
        Formula::GroupMean { mean: MeanOf::Sums } | Formula::Leader { excess: Excess::Absolute }
    );
    match (before, after) {
        (_, V::NotAssigned {} | V::NoProof {} | V::Missing {}) | (V::NotAssigned {}, _) => false,
        (_, V::Share { whole, .. }) if whole.is_zero() => false,
        (V::Share { whole, .. }, _) if whole.is_zero() => false,
        // A subject without a target is another matter than one whose target is missing.
        (V::Missing {} | V::NoProof {}, V::Number { .. }) => {
            !matches!(formula, Formula::Leader { .. })
        }
        (V::Missing {} | V::NoProof {}, _) => !unsearched_silence,
        (V::Marks { marks: a }, V::Marks { marks: b }) => a.len() == 1 && b.len() == 1,
        (V::Met { .. }, V::Met { .. }) | (V::HandedIn { .. }, V::HandedIn { .. }) => true,
        // Nobody is sent below zero.
        (_, V::Number { number }) if number.is_negative() => false,
        (before, after) => axis(before, after).is_some(),
    }
}

/// A random answer to a random criterion or condition of a random rulebook, beside its evidence.
fn answered_otherwise()
-> impl Strategy<Value = (Rulebook, EvidenceParts, Vec<(Sort, EvidenceValue)>)> {
    rulebook().prop_flat_map(|rulebook| {
        let parts = evidence_parts(&rulebook);
        let others: Vec<_> = sorts(&rulebook)
            .into_iter()
            .filter(|sort| !matches!(sort, Sort::Fact { .. }))
            .map(|sort| value(&sort).prop_map(move |value| (sort.clone(), value)))
            .collect();
        (Just(rulebook), parts, others)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Law: whatever one answer lifts a total to, a lift of that answer is found, which
    /// gains no more.
    #[test]
    fn whatever_lifts_is_found((rulebook, parts, others) in answered_otherwise()) {
        let roster = roster_for(&rulebook);
        let evidence = Evidence::try_new(&rulebook, &roster, &parts).unwrap();
        let scores = score(&evidence);
        let leaves = rulebook.leaves();
        for (sort, value) in &others {
            let criterion = match sort { Sort::Criterion(of) | Sort::Condition { of, .. } => of, Sort::Fact { .. } => continue };
            for (subject, member) in roster.members().filter(|(_, member)| criterion.is_for(member.kind.as_ref())) {
                let before = known(&evidence, subject, sort.id());
                let unassigned = known(&evidence, subject, &criterion.id) == EvidenceValue::NotAssigned {};
                if unassigned || !is_searched(&criterion.formula, &before, value) { continue }
                prop_assert!(leaves.iter().any(|leaf| leaf.criterion.id == criterion.id) && member.kind == *scores.sheet(subject).map(|sheet| &sheet.kind).unwrap());
                let after = total(&rulebook, &with(&parts, subject, sort.id(), value), subject);
                let Reach::Missed { lifts, .. } = scores.to_reach(subject, &after).unwrap() else { continue };
                let lift = lifts.iter().find(|lift| lift.answer_to == *sort.id());
                prop_assert!(lift.is_some(), "{:?} to {:?} of {:?} lifts {} to {}", before, value, criterion.formula, subject, after);
            }
        }
    }
}
