//! What a criterion is answered by.

use thidua_criteria::Rulebook;
use thidua_values::{Coded, CriterionId, Words};

use crate::known::{needs_of, needs_of_fact};

/// What kind of [value](crate::EvidenceValue) answers a criterion, a condition or a fact.
///
/// vi: Loại số liệu, minh chứng mà một tiêu chí cần.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Needed {
    /// A share: a part of a whole.
    Share,
    /// How many there are.
    Count,
    /// A number.
    Number,
    /// What was done and the target, or what was done alone.
    Target,
    /// The marks of assessors.
    Marks,
    /// A day.
    HandedIn,
    /// Yes or no.
    Met,
}

impl Needed {
    /// What answers the criterion, condition or fact with that id, if the rulebook has one.
    #[must_use]
    pub fn of(rulebook: &Rulebook, id: &CriterionId) -> Option<Self> {
        let facts = rulebook.parts().facts.iter().map(needs_of_fact);
        let needs = rulebook.leaves().iter().flat_map(needs_of).chain(facts);
        needs.map(crate::known::Needs::needed).nth(rulebook.slot(id)?)
    }
}

impl Coded for Needed {
    fn code(&self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Count => "count",
            Self::Number => "number",
            Self::Target => "target",
            Self::Marks => "marks",
            Self::HandedIn => "handed_in",
            Self::Met => "met",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Share => Words::new("tỷ lệ", "a share"),
            Self::Count => Words::new("số trường hợp", "a count"),
            Self::Number => Words::new("một con số", "a number"),
            Self::Target => Words::new("kết quả và chỉ tiêu", "what was done and the target"),
            Self::Marks => Words::new("điểm chấm", "marks"),
            Self::HandedIn => Words::new("ngày nộp", "a day"),
            Self::Met => Words::new("đạt hay không đạt", "yes or no"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Column, Evidence, EvidenceParts, EvidenceRecord, EvidenceValue, Roster};
    use thidua_criteria::strategies::rulebook;
    use thidua_values::{Basis, Faults, SubjectId, Text};

    /// A value of each kind.
    fn value(needed: Needed) -> EvidenceValue {
        let number = || "1".parse().unwrap();
        match needed {
            Needed::Share => EvidenceValue::Share { part: number(), whole: number() },
            Needed::Count => EvidenceValue::Count { count: 0 },
            Needed::Number => EvidenceValue::Number { number: number() },
            Needed::Target => EvidenceValue::Target { actual: number(), target: number() },
            Needed::Marks => EvidenceValue::Marks { marks: Vec::new() },
            Needed::HandedIn => EvidenceValue::HandedIn { day: "2022-12-15".parse().unwrap() },
            Needed::Met => EvidenceValue::Met { met: true },
        }
    }

    proptest! {
        /// Law: what is needed is not refused for its kind, and it is the kind that a refusal names.
        #[test]
        fn what_is_needed_is_of_the_right_kind(rulebook in rulebook()) {
            let subject: SubjectId = "a".parse().unwrap();
            let roster: Roster = [subject].into_iter().collect();
            let text = || Text { vi: "a".parse().unwrap(), en: "a".parse().unwrap() };
            for leaf in rulebook.leaves() {
                let criterion = leaf.criterion.id.clone();
                let needed = Needed::of(&rulebook, &criterion).unwrap();
                for other in [Needed::Share, Needed::Count, Needed::Number, Needed::Target, Needed::Marks, Needed::HandedIn, Needed::Met] {
                    let basis = Basis::Illustrative { note: "a".parse().unwrap() };
                    let (column, because, note) = (Column::default(), None, None);
                    let (subject, value) = ("a".parse().unwrap(), value(other));
                    let record = EvidenceRecord { subject, criterion: criterion.clone(), column, value, because, basis, note };
                    let parts = EvidenceParts { title: text(), answers: rulebook.edition(), records: vec![record] };
                    let faults = Evidence::try_new(&rulebook, &roster, &parts).err();
                    let found = faults.iter().flat_map(Faults::as_slice).any(|placed| {
                        matches!(&placed.fault, crate::EvidenceFault::WrongKind { needed: named, .. } if *named == needed.code())
                    });
                    // A number without a target will do where one is needed.
                    let is_right = other == needed || (needed, other) == (Needed::Target, Needed::Number);
                    prop_assert_eq!(found, !is_right);
                }
            }
            prop_assert_eq!(Needed::of(&rulebook, &"no-such".parse().unwrap()), None);
        }
    }
}
