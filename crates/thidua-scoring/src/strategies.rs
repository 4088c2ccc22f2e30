//! Random evidence for a rulebook, for laws here and in upper crates.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use thidua_criteria::{Formula, Rulebook};
use thidua_values::{Basis, CriterionId, SubjectId};

use crate::{EvidenceParts, EvidenceRecord, EvidenceValue, RulebookEdition};

/// Six subjects, `s-0` to `s-5`.
#[must_use]
pub fn roster() -> BTreeSet<SubjectId> {
    (0..6).filter_map(|number| format!("s-{number}").parse().ok()).collect()
}

/// Evidence of the [`roster`] for a rulebook: a handful of values, so that ties
/// are common, and now and then one that is missing, not assigned or unproven.
pub fn evidence_parts(rulebook: &Rulebook) -> impl Strategy<Value = EvidenceParts> + use<> {
    let mut records: Vec<BoxedStrategy<EvidenceRecord>> = Vec::new();
    for subject in roster() {
        for leaf in rulebook.leaves() {
            let criterion = &leaf.criterion;
            let own = match criterion.formula {
                Formula::Sampled { size, .. } => count(size).boxed(),
                _ => share().boxed(),
            };
            records.push(record(&subject, &criterion.id, own));
            for condition in &criterion.conditions {
                records.push(record(&subject, condition.id(), met().boxed()));
            }
        }
    }
    let answers =
        RulebookEdition { rulebook: rulebook.parts().id.clone(), edition: rulebook.edition() };
    let title = rulebook.parts().title.clone();
    let gates = gates(rulebook);
    records.prop_map(move |records| EvidenceParts {
        title: title.clone(),
        answers: answers.clone(),
        records: without_contradictions(records, &gates),
    })
}

/// The criterion of each condition.
pub(crate) fn gates(rulebook: &Rulebook) -> BTreeMap<CriterionId, CriterionId> {
    let criteria = rulebook.leaves().iter().map(|leaf| &leaf.criterion);
    let gates = criteria.flat_map(|criterion| {
        criterion.conditions.iter().map(|gate| (gate.id().clone(), criterion.id.clone()))
    });
    gates.collect()
}

/// Leaves the conditions of criteria that are not assigned unanswered.
pub(crate) fn without_contradictions(
    mut records: Vec<EvidenceRecord>,
    gates: &BTreeMap<CriterionId, CriterionId>,
) -> Vec<EvidenceRecord> {
    let unassigned: BTreeSet<(SubjectId, CriterionId)> = records
        .iter()
        .filter(|record| record.value == EvidenceValue::NotAssigned {})
        .map(|record| (record.subject.clone(), record.criterion.clone()))
        .collect();
    for record in &mut records {
        let behind = gates.get(&record.criterion);
        if behind.is_some_and(|criterion| {
            unassigned.contains(&(record.subject.clone(), criterion.clone()))
        }) {
            record.value = EvidenceValue::Missing {};
        }
    }
    records
}

/// The value as a row of a spreadsheet says it.
#[must_use]
pub fn as_text(value: &EvidenceValue) -> String {
    match value {
        EvidenceValue::Share { part, whole } => format!("{part}/{whole}"),
        EvidenceValue::Count { count } => count.to_string(),
        EvidenceValue::Met { met: true } => "met".into(),
        EvidenceValue::Met { met: false } => "not_met".into(),
        EvidenceValue::Missing {} => String::new(),
        EvidenceValue::NotAssigned {} => "not_assigned".into(),
        EvidenceValue::NoProof {} => "no_proof".into(),
    }
}

fn record(
    subject: &SubjectId,
    criterion: &CriterionId,
    value: BoxedStrategy<EvidenceValue>,
) -> BoxedStrategy<EvidenceRecord> {
    let (subject, criterion) = (subject.clone(), criterion.clone());
    value
        .prop_filter_map("a basis", move |value| {
            let basis = Basis::Illustrative { note: "random".parse().ok()? };
            Some(EvidenceRecord {
                subject: subject.clone(),
                criterion: criterion.clone(),
                value,
                basis,
                note: None,
            })
        })
        .boxed()
}

fn share() -> impl Strategy<Value = EvidenceValue> {
    let some = (0_u32..=7, 1_u32..=6)
        .prop_map(|(part, whole)| EvidenceValue::Share { part: part.into(), whole: whole.into() });
    let nothing = Just(EvidenceValue::Share { part: 0.into(), whole: 0.into() });
    prop_oneof![16 => some, 1 => nothing, 1 => gap()]
}

fn count(size: u32) -> impl Strategy<Value = EvidenceValue> {
    prop_oneof![8 => (0..=size).prop_map(|count| EvidenceValue::Count { count }), 1 => gap()]
}

fn met() -> impl Strategy<Value = EvidenceValue> {
    prop_oneof![
        8 => any::<bool>().prop_map(|met| EvidenceValue::Met { met }),
        1 => Just(EvidenceValue::Missing {}),
        1 => Just(EvidenceValue::NoProof {}),
    ]
}

fn gap() -> impl Strategy<Value = EvidenceValue> {
    prop_oneof![
        Just(EvidenceValue::Missing {}),
        Just(EvidenceValue::NotAssigned {}),
        Just(EvidenceValue::NoProof {}),
    ]
}
