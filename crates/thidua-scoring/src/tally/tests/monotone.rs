//! Laws of better evidence: what it does to its own subject's rank and to others.

use thidua_criteria::{Excess, Formula, Item, MeanOf, NothingOfNothing, PartKind};

use super::*;
use thidua_values::{Exact, Figure};

use crate::strategies::{conditions, without_contradictions};
use crate::{EvidenceRecord, EvidenceValue, Reason, ScoreSheet, Scores, samples};

/// Some evidence, and the same with one record of another draw.
#[derive(Debug)]
struct Change {
    rulebook: Rulebook,
    before: EvidenceParts,
    after: EvidenceParts,
    subject: SubjectId,
}

/// Where one formula looks at the cluster, or none does. There all is settled, since nobody is
/// compared before.
fn changes(looks: bool) -> impl Strategy<Value = Change> {
    let of_kind = rulebook().prop_filter("formulas of that kind", move |rulebook| {
        let formulas = || rulebook.leaves().iter().map(|leaf| &leaf.criterion.formula);
        formulas().any(Formula::looks_at_cluster) == looks && formulas().all(rises_with_each)
    });
    let drawn = of_kind.prop_flat_map(move |rulebook| {
        let evidence = || {
            let of_rulebook = rulebook.clone();
            let settle = move |parts| if looks { settled(&of_rulebook, parts) } else { parts };
            evidence_parts(&rulebook).prop_map(settle)
        };
        let (before, other) = (evidence(), evidence());
        (Just(rulebook), before, other, any::<prop::sample::Index>())
    });
    drawn.prop_filter_map("a record to change", |(rulebook, before, other, at)| {
        let ids = |record: &EvidenceRecord| {
            (record.subject.clone(), record.criterion.clone(), record.column)
        };
        let both = before.records.iter().enumerate().filter_map(|(at, record)| {
            let same = other.records.iter().find(|other| ids(other) == ids(record))?;
            Some((at, same.value.clone()))
        });
        let both: Vec<_> = both.collect();
        let (at, value) = both.get(at.index(both.len().max(1)))?.clone();
        let mut after = before.clone();
        after.records[at].value = value;
        let subject = before.records[at].subject.clone();
        Evidence::try_new(&rulebook, &roster_for(&rulebook), &after).ok()?;
        Some(Change { rulebook, before, after, subject })
    })
}

/// What is missing is not proven instead.
fn settled(rulebook: &Rulebook, mut parts: EvidenceParts) -> EvidenceParts {
    for record in &mut parts.records {
        if record.value == (EvidenceValue::Missing {}) {
            record.value = EvidenceValue::NoProof {};
        }
    }
    parts.records = without_contradictions(parts.records, &conditions(rulebook));
    parts
}

/// How many have a greater total, as they are placed.
fn ahead(scores: &Scores<'_, '_>, subject: &SubjectId) -> usize {
    let total = |of: &SubjectId| scores.sheet(of).unwrap().total.worst.clone();
    scores.sheets().filter(|other| total(subject) < other.total.worst).count()
}

/// Whether no line is worse after a change, and the same lines are assigned.
fn is_better(before: &ScoreSheet, after: &ScoreSheet) -> bool {
    before.lines.iter().zip(&after.lines).all(|(before, after)| {
        let (was, is) = (&before.earned.worst, &after.earned.worst);
        let no_worse =
            if before.criterion.part == PartKind::Deduction { is <= was } else { was <= is };
        no_worse && is_unassigned(&before.reason) == is_unassigned(&after.reason)
    })
}

fn is_unassigned(reason: &Reason) -> bool {
    let worth = NothingOfNothing::NotAssigned;
    matches!(reason, Reason::NotAssigned { .. }) || *reason == Reason::NothingOfNothing { worth }
}

impl Change {
    /// Holds two scores of it against each other.
    fn compare<T>(&self, compare: impl FnOnce(&Scores<'_, '_>, &Scores<'_, '_>) -> T) -> T {
        let roster = roster_for(&self.rulebook);
        let before = Evidence::try_new(&self.rulebook, &roster, &self.before).unwrap();
        let after = Evidence::try_new(&self.rulebook, &roster, &self.after).unwrap();
        compare(&score(&before), &score(&after))
    }

    /// Whether each value is no less than it was.
    fn is_no_less(&self) -> bool {
        let mut both = self.before.records.iter().zip(&self.after.records);
        both.all(|(before, after)| is_no_less(&before.value, &after.value))
    }

    fn is_better(&self) -> bool {
        self.compare(|before, after| {
            is_better(before.sheet(&self.subject).unwrap(), after.sheet(&self.subject).unwrap())
        })
    }
}

/// Whether a value is of the same kind as another, and no less of what a cluster is compared by.
fn is_no_less(was: &EvidenceValue, is: &EvidenceValue) -> bool {
    use EvidenceValue::{Number, Share, Target};
    let share = |part: Figure, whole: Figure| Exact::from(part).checked_div(&whole.into());
    match (was, is) {
        (Share { part, whole }, Share { part: part_is, whole: whole_is }) => {
            share(*part, *whole) <= share(*part_is, *whole_is)
        }
        (Number { number }, Number { number: is }) => number <= is,
        (Target { actual, target }, Target { actual: is, target: target_is }) => {
            target == target_is && actual <= is
        }
        (was, is) => std::mem::discriminant(was) == std::mem::discriminant(is),
    }
}

/// Of the formulas that look at the cluster those whose common mark rises no faster than the
/// figure that raises it.
fn rises_with_each(formula: &Formula) -> bool {
    !matches!(formula, Formula::GroupMean { mean: MeanOf::Sums })
}

proptest! {
    /// Law: better evidence never lowers the own rank, and moves nobody else's total, where no
    /// formula looks at the cluster.
    #[test]
    fn better_evidence_never_lowers_the_own_rank(change in changes(false)) {
        let own = &change.subject;
        let (was, is) = change.compare(|before, after| (ahead(before, own), ahead(after, own)));
        prop_assert!(!change.is_better() || is <= was, "{was} before, {is} after");
        let moved = change.compare(|before, after| {
            let mut both = before.sheets().zip(after.sheets());
            both.any(|(before, after)| before.subject != *own && before.total != after.total)
        });
        prop_assert!(!moved);
    }

    /// Law: nor does it lower the own rank where formulas look at the leader, or at a mean to
    /// which each adds its own figure, once all have handed in.
    #[test]
    fn who_raises_the_common_mark_does_not_fall(change in changes(true)) {
        let own = &change.subject;
        let (was, is) = change.compare(|before, after| (ahead(before, own), ahead(after, own)));
        let is_better = change.is_better() && change.is_no_less();
        prop_assert!(!is_better || is <= was, "{was} before, {is} after");
    }
}

/// The order of three by a formula that looks at the cluster, and by marks from 0 to 10 beside
/// it: each with its total at the worst.
#[track_caller]
fn check(formula: &Formula, rows: [(&str, &str, &str); 3], expected: &str) {
    let items = vec![
        Item::Criterion(samples::criterion("compared", 10, formula.clone())),
        Item::Criterion(samples::scaled("marks", 10)),
    ];
    let rulebook = samples::rulebook(&samples::parts(20, items));
    let mut said = Vec::new();
    for (subject, compared, marks) in rows {
        said.extend(Some((subject, "compared", compared)).filter(|_| !compared.is_empty()));
        said.push((subject, "marks", marks));
    }
    let evidence = samples::evidence(&rulebook, &rows.map(|(subject, ..)| subject), &said);
    let scores = score(&evidence);
    let mut sheets: Vec<_> = scores.sheets().collect();
    sheets.sort_by(|a, b| b.total.worst.cmp(&a.total.worst));
    let found: Vec<String> =
        sheets.iter().map(|sheet| format!("{} {}", sheet.subject, sheet.total.worst)).collect();
    assert_eq!(found.join(", "), expected, "{formula:?}");
}

/// The exception: where a rulebook looks at the leader, others change places if it does better.
#[test]
fn a_better_leader_turns_the_others_round() {
    let leader = Formula::Leader { excess: Excess::Absolute };
    let others = [("b", "12 of 10", "1"), ("c", "10 of 10", "5")];
    check(&leader, [("a", "12 of 10", "9"), others[0], others[1]], "a 19, b 11, c 10");
    check(&leader, [("a", "20 of 10", "9"), others[0], others[1]], "a 19, c 10, b 7");
}

/// The exception that lowers the own rank: nobody is compared before all have handed in, and
/// who is last to do so may lead until then.
#[test]
fn to_hand_in_may_lower_the_own_rank_where_others_wait_for_it() {
    let leader = Formula::Leader { excess: Excess::Absolute };
    let others = [("b", "10 of 10", "6"), ("c", "0 of 10", "0")];
    check(&leader, [("a", "", "10"), others[0], others[1]], "a 10, b 6, c 0");
    check(&leader, [("a", "0 of 10", "10"), others[0], others[1]], "b 11, a 10, c 0");
}

/// So does a mean of sums: a greater share of less leaves it lower, for others to reach.
#[test]
fn a_greater_share_of_less_may_lower_the_own_rank() {
    let mean = Formula::GroupMean { mean: MeanOf::Sums };
    let others = [("b", "58/100", "6"), ("c", "10/100", "0")];
    check(&mean, [("a", "900/1000", "5"), others[0], others[1]], "a 15, b 6, c 0");
    check(&mean, [("a", "1/1", "5"), others[0], others[1]], "b 16, a 15, c 0");
}
