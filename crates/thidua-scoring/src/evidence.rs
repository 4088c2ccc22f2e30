//! Evidence bound to a rulebook and a roster.

use std::collections::{BTreeMap, BTreeSet};

use thidua_criteria::{Figures, Formula, Leaf, Rulebook};
use thidua_values::{Basis, CriterionId, Faults, Place, Placed, Ratio, SubjectId};

use crate::{EvidenceFault, EvidenceParts, EvidenceRecord, EvidenceValue};

/// Evidence bound to a rulebook and a roster: for each subject and each slot of
/// the rulebook what is known.
// INVARIANT: one cell for each subject of the roster and slot of the rulebook, subject by
// subject; a cell's value is of the kind that its slot needs.
#[derive(Clone, Debug)]
pub struct Evidence<'r> {
    rulebook: &'r Rulebook,
    roster: Vec<SubjectId>,
    cells: Vec<Cell>,
}

/// What is known about a subject and a slot.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    pub(crate) known: Known,
    pub(crate) basis: Option<Basis>,
}

/// A checked [`EvidenceValue`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Known {
    #[default]
    Missing,
    NotAssigned,
    NoProof,
    Share(Ratio),
    Count(u32),
    Met(bool),
}

/// What a slot of the rulebook is answered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    Share(Figures),
    CountUpTo(u32),
    Met,
}

impl<'r> Evidence<'r> {
    /// Binds evidence to the rulebook that it answers and to a roster. What
    /// has no record is missing.
    ///
    /// # Errors
    ///
    /// Every fault, at its place: see [`EvidenceFault`].
    pub fn try_new(
        rulebook: &'r Rulebook,
        roster: &BTreeSet<SubjectId>,
        parts: &EvidenceParts,
    ) -> Result<Self, Faults<EvidenceFault>> {
        let mut binding = Binding::new(rulebook, roster, "records");
        let at_hand = (rulebook.parts().id.clone(), rulebook.edition());
        let answered = (parts.answers.rulebook.clone(), parts.answers.edition);
        if at_hand != answered {
            let place = Place::whole().field("answers");
            binding
                .faults
                .push(Placed { place, fault: EvidenceFault::OtherRulebook { at_hand, answered } });
        }
        for (position, record) in parts.records.iter().enumerate() {
            binding.record(position, "value", record);
        }
        binding.finish()
    }

    /// The rulebook that is answered.
    #[must_use]
    pub const fn rulebook(&self) -> &'r Rulebook {
        self.rulebook
    }

    /// The subjects, by id.
    #[must_use]
    pub fn roster(&self) -> &[SubjectId] {
        &self.roster
    }

    /// The cells of each subject, slot by slot.
    pub(crate) fn by_subject(&self) -> impl Iterator<Item = (&SubjectId, &[Cell])> {
        // PROOF: a rulebook has at least one criterion, so the chunks are not of size 0.
        self.roster.iter().zip(self.cells.chunks(self.rulebook.slot_count().max(1)))
    }

    /// The cells of one subject, slot by slot.
    pub(crate) fn of(&self, subject: &SubjectId) -> &[Cell] {
        let slots = self.rulebook.slot_count();
        let row = self.roster.binary_search(subject).unwrap_or(self.roster.len());
        self.cells.get(row * slots..(row + 1) * slots).unwrap_or_default()
    }
}

/// How many answers a roster can be asked for: a country's communes and a large
/// rulebook many times over, and still within a machine's memory.
const MOST_CELLS: usize = 10_000_000;

/// How many cells so many subjects and slots take, if they can be held.
fn cells_of(subjects: usize, slots: usize) -> Result<usize, EvidenceFault> {
    let wanted = subjects.saturating_mul(slots);
    if wanted <= MOST_CELLS {
        Ok(wanted)
    } else {
        Err(EvidenceFault::TooMany { most: MOST_CELLS, wanted })
    }
}

/// Binding in progress: cells filled so far, and the faults met.
pub(crate) struct Binding<'r> {
    rulebook: &'r Rulebook,
    roster: Vec<SubjectId>,
    needs: Vec<Needs>,
    cells: Vec<Cell>,
    /// Which record filled a cell.
    filled: Vec<Option<usize>>,
    rows: BTreeMap<SubjectId, usize>,
    /// The list that the records stand in.
    list: Place,
    pub(crate) faults: Vec<Placed<EvidenceFault>>,
}

impl<'r> Binding<'r> {
    pub(crate) fn new(
        rulebook: &'r Rulebook,
        roster: &BTreeSet<SubjectId>,
        list: &'static str,
    ) -> Self {
        let roster: Vec<SubjectId> = roster.iter().cloned().collect();
        let mut faults = Vec::new();
        let size = cells_of(roster.len(), rulebook.slot_count()).unwrap_or_else(|fault| {
            faults.push(Placed { place: Place::whole(), fault });
            0
        });
        Self {
            rulebook,
            needs: rulebook.leaves().iter().flat_map(needs_of).collect(),
            cells: vec![Cell::default(); size],
            filled: vec![None; size],
            rows: roster.iter().cloned().zip(0..).collect(),
            roster,
            list: Place::whole().field(list),
            faults,
        }
    }

    /// What the criterion or condition of that id is answered by.
    pub(crate) fn needs(&self, id: &CriterionId) -> Option<Needs> {
        self.needs.get(self.rulebook.slot(id)?).copied()
    }

    /// The place of a record.
    pub(crate) fn place(&self, position: usize) -> Place {
        self.list.index(position)
    }

    /// Binds the record at a position; `field` is where its value stands.
    pub(crate) fn record(&mut self, position: usize, field: &'static str, record: &EvidenceRecord) {
        let place = self.place(position);
        let row = self.rows.get(&record.subject).copied();
        if row.is_none() {
            self.fault(
                place.field("subject"),
                EvidenceFault::UnknownSubject(record.subject.clone()),
            );
        }
        let slot = self.rulebook.slot(&record.criterion);
        if slot.is_none() {
            self.fault(
                place.field("criterion"),
                EvidenceFault::UnknownCriterion(record.criterion.clone()),
            );
        }
        let known = self.needs(&record.criterion).map(|needs| checked(&record.value, needs));
        let known = match known {
            Some(Err(fault)) => {
                self.fault(place.field(field), fault);
                None
            }
            known => known.and_then(Result::ok),
        };
        let (Some(row), Some(slot)) = (row, slot) else { return };
        let at = row * self.rulebook.slot_count() + slot;
        if let Some(filled) = self.filled.get_mut(at)
            && filled.replace(position).is_some()
        {
            let (subject, criterion) = (record.subject.clone(), record.criterion.clone());
            self.fault(place, EvidenceFault::Repeated { subject, criterion });
        } else if let (Some(cell), Some(known)) = (self.cells.get_mut(at), known) {
            *cell = Cell { known, basis: Some(record.basis.clone()) };
        }
    }

    /// Who has no task can neither meet its conditions nor fail them.
    fn check_not_assigned(&mut self) {
        let slots = self.rulebook.slot_count();
        let mut faults = Vec::new();
        for leaf in self.rulebook.leaves() {
            let own = (leaf.slot..self.cells.len()).step_by(slots.max(1));
            for at in own.filter(|at| matches!(self.known(*at), Some(Known::NotAssigned))) {
                for (condition, gate) in leaf.criterion.conditions.iter().zip(at + 1..) {
                    let answered =
                        self.known(gate).is_some_and(|known| !matches!(known, Known::Missing));
                    if let Some(position) =
                        self.filled.get(gate).copied().flatten().filter(|_| answered)
                    {
                        let (criterion, condition) =
                            (leaf.criterion.id.clone(), condition.id().clone());
                        let fault = EvidenceFault::AnsweredUnassigned { criterion, condition };
                        faults.push(Placed { place: self.place(position), fault });
                    }
                }
            }
        }
        self.faults.append(&mut faults);
    }

    fn known(&self, at: usize) -> Option<Known> {
        self.cells.get(at).map(|cell| cell.known)
    }

    pub(crate) fn finish(mut self) -> Result<Evidence<'r>, Faults<EvidenceFault>> {
        self.check_not_assigned();
        let evidence = Evidence { rulebook: self.rulebook, roster: self.roster, cells: self.cells };
        Faults::check(evidence, self.faults)
    }

    pub(crate) fn fault(&mut self, place: Place, fault: EvidenceFault) {
        self.faults.push(Placed { place, fault });
    }
}

/// What the slots of a criterion and its conditions are answered by.
fn needs_of(leaf: &Leaf) -> impl Iterator<Item = Needs> {
    let own = match leaf.criterion.formula {
        Formula::Proportional { .. } | Formula::Threshold { .. } | Formula::Bands { .. } => {
            Needs::Share(leaf.criterion.figures)
        }
        Formula::Sampled { size, .. } => Needs::CountUpTo(size),
    };
    std::iter::once(own).chain(leaf.criterion.conditions.iter().map(|_| Needs::Met))
}

fn checked(value: &EvidenceValue, needs: Needs) -> Result<Known, EvidenceFault> {
    match (value, needs) {
        (EvidenceValue::Missing {}, _) => Ok(Known::Missing),
        (EvidenceValue::NoProof {}, _) => Ok(Known::NoProof),
        (EvidenceValue::NotAssigned {}, Needs::Share(_) | Needs::CountUpTo(_)) => {
            Ok(Known::NotAssigned)
        }
        (EvidenceValue::Share { part, whole }, Needs::Share(figures)) => {
            if let Some(figure) =
                [*part, *whole].into_iter().find(|figure| figures.is_whole() && !figure.is_whole())
            {
                return Err(EvidenceFault::NotWhole(figure));
            }
            Ratio::try_new(*part, *whole).map(Known::Share).map_err(EvidenceFault::Share)
        }
        (EvidenceValue::Count { count }, Needs::CountUpTo(size)) if *count <= size => {
            Ok(Known::Count(*count))
        }
        (EvidenceValue::Count { count }, Needs::CountUpTo(size)) => {
            Err(EvidenceFault::BeyondSample { size, count: *count })
        }
        (EvidenceValue::Met { met }, Needs::Met) => Ok(Known::Met(*met)),
        _ => Err(EvidenceFault::WrongKind { needed: needs.kind(), found: value.kind() }),
    }
}

impl Needs {
    /// The kind of value, as documents write it.
    const fn kind(self) -> &'static str {
        match self {
            Self::Share(_) => "share",
            Self::CountUpTo(_) => "count",
            Self::Met => "met",
        }
    }

    /// What a text has to be.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Share(_) => {
                "a share such as `4375/5121`, `not_assigned`, `no_proof` or `missing`"
            }
            Self::CountUpTo(_) => "a count such as `43`, `not_assigned`, `no_proof` or `missing`",
            Self::Met => "`met`, `not_met`, `no_proof` or `missing`",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_an_end_to_what_is_held() {
        assert_eq!(cells_of(3_321, 176), Ok(584_496));
        assert_eq!(
            cells_of(1_000_000, 11).unwrap_err().to_string(),
            "expected at most 10000000 subjects times criteria, found 11000000"
        );
        assert!(cells_of(usize::MAX, 2).is_err());
    }
}
