//! Evidence from rows of text, as spreadsheets hold it.

use std::collections::BTreeSet;

use thidua_criteria::Rulebook;
use thidua_values::{Basis, CriterionId, Faults, Figure, SubjectId};

use crate::evidence::{Binding, Needs};
use crate::{Evidence, EvidenceFault, EvidenceRecord, EvidenceValue};

/// A row of a spreadsheet.
///
/// The text is a share (`4375/5121`), a count (`43`), `met` or `not_met`, as
/// the criterion needs it; or `missing`, `not_assigned` or `no_proof`. A blank
/// text is missing; blanks around a text do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'t> {
    /// The id of the subject.
    pub subject: &'t str,
    /// The id of the criterion or condition.
    pub criterion: &'t str,
    /// What is known.
    pub text: &'t str,
}

impl<'r> Evidence<'r> {
    /// Binds rows to a rulebook and a roster; they all have the same basis.
    ///
    /// # Errors
    ///
    /// Every fault of every row, at `rows[position]`, counted from 0.
    pub fn from_rows(
        rulebook: &'r Rulebook,
        roster: &BTreeSet<SubjectId>,
        rows: &[Row<'_>],
        basis: &Basis,
    ) -> Result<Self, Faults<EvidenceFault>> {
        let mut binding = Binding::new(rulebook, roster, "rows");
        for (position, row) in rows.iter().enumerate() {
            bind(&mut binding, position, *row, basis);
        }
        binding.finish()
    }
}

fn bind(binding: &mut Binding<'_>, position: usize, row: Row<'_>, basis: &Basis) {
    let place = binding.place(position);
    let subject = row.subject.parse::<SubjectId>();
    let criterion = row.criterion.parse::<CriterionId>();
    for (field, fault) in
        [("subject", subject.as_ref().err()), ("criterion", criterion.as_ref().err())]
    {
        if let Some(fault) = fault {
            binding.fault(place.field(field), EvidenceFault::NoId(fault.clone()));
        }
    }
    let (Ok(subject), Ok(criterion)) = (subject, criterion) else { return };
    let value = match binding.needs(&criterion) {
        Some(needs) => read(row.text, needs).unwrap_or_else(|fault| {
            binding.fault(place.field("text"), fault);
            EvidenceValue::Missing {}
        }),
        // The record below is refused for its criterion; nobody can say what its text should be.
        None => EvidenceValue::Missing {},
    };
    let record = EvidenceRecord { subject, criterion, value, basis: basis.clone(), note: None };
    binding.record(position, "text", &record);
}

fn read(text: &str, needs: Needs) -> Result<EvidenceValue, EvidenceFault> {
    let refuse = || EvidenceFault::Unreadable { needed: needs.in_words(), text: text.to_owned() };
    match (text.trim(), needs) {
        ("" | "missing", _) => Ok(EvidenceValue::Missing {}),
        ("not_assigned", Needs::Share(_) | Needs::CountUpTo(_)) => {
            Ok(EvidenceValue::NotAssigned {})
        }
        ("no_proof", _) => Ok(EvidenceValue::NoProof {}),
        ("met", Needs::Met) => Ok(EvidenceValue::Met { met: true }),
        ("not_met", Needs::Met) => Ok(EvidenceValue::Met { met: false }),
        (text, Needs::Share(_)) => {
            let (part, whole) = text.split_once('/').ok_or_else(refuse)?;
            let figure = |digits: &str| digits.parse::<Figure>().map_err(|_| refuse());
            Ok(EvidenceValue::Share { part: figure(part)?, whole: figure(whole)? })
        }
        (text, Needs::CountUpTo(_)) => {
            let count = text.parse::<u32>().ok().filter(|count| count.to_string() == text);
            Ok(EvidenceValue::Count { count: count.ok_or_else(refuse)? })
        }
        (_, Needs::Met) => Err(refuse()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use thidua_criteria::strategies::rulebook;

    use super::*;
    use crate::strategies::{as_text, evidence_parts, roster};

    fn basis() -> Basis {
        Basis::Illustrative { note: "a test".parse().unwrap() }
    }

    proptest! {
        /// Law: rows and records that say the same score the same.
        #[test]
        fn rows_say_what_records_say(
            (rulebook, parts) in rulebook().prop_flat_map(|rulebook| {
                let parts = evidence_parts(&rulebook);
                (Just(rulebook), parts)
            }),
        ) {
            let texts: Vec<String> = parts.records.iter().map(|record| as_text(&record.value)).collect();
            let rows: Vec<Row<'_>> = parts.records.iter().zip(&texts).map(|(record, text)| Row {
                subject: record.subject.as_str(),
                criterion: record.criterion.as_str(),
                text,
            }).collect();
            let from_rows = Evidence::from_rows(&rulebook, &roster(), &rows, &basis()).unwrap();
            let from_records = Evidence::try_new(&rulebook, &roster(), &parts).unwrap();
            let (by_rows, by_records) = (crate::score(&from_rows), crate::score(&from_records));
            for (a, b) in by_rows.sheets().zip(by_records.sheets()) {
                prop_assert_eq!(&a.total, &b.total);
            }
        }

        /// Law: no text of a row makes a panic, and each is a value or a fault.
        #[test]
        fn any_text_is_a_value_or_a_fault(rulebook in rulebook(), text in "\\PC{0,12}") {
            let criterion = rulebook.leaves()[0].criterion.id.to_string();
            let rows = [Row { subject: "s-0", criterion: &criterion, text: &text }];
            if let Err(faults) = Evidence::from_rows(&rulebook, &roster(), &rows, &basis()) {
                prop_assert_eq!(faults.as_slice().len(), 1);
            }
        }
    }
}
