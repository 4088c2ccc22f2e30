//! Evidence bound to a rulebook and a roster.

use std::sync::Arc;

use thidua_criteria::Rulebook;
use thidua_values::{Basis, Faults, Phrase, SubjectId};

use crate::bind::Binding;
use crate::head::Heads;
use crate::known::Known;
use crate::worth::Worth;
use crate::{Column, EvidenceFault, EvidenceParts, Roster};

/// Evidence bound to a rulebook and a roster: for each subject and each slot of
/// the rulebook what is known, and what each criterion is worth.
// INVARIANT: one cell for each subject of the roster and slot of the rulebook, subject by
// subject; a cell's value is of the kind that its slot needs; `heads` are those of the rulebook,
// and `worths` those of the cells.
#[derive(Clone, Debug)]
pub struct Evidence<'r> {
    pub(crate) rulebook: &'r Rulebook,
    pub(crate) roster: Roster,
    pub(crate) rows: Vec<SubjectId>,
    pub(crate) cells: Vec<Cell>,
    pub(crate) heads: Heads,
    pub(crate) worths: Vec<Worth>,
}

/// What is known about a subject and a slot.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    pub(crate) known: Known,
    pub(crate) answer: Option<Arc<Answer>>,
}

/// Who said what is known, and what it rests on.
///
/// vi: Số liệu thuộc cột nào và căn cứ vào đâu.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Answer {
    /// The column that counts: the last with a record.
    ///
    /// vi: Cột được tính: cột sau cùng có bản ghi.
    pub column: Column,
    /// Why it differs from the column before, which must be said, or why it does
    /// not; left out where nothing is to be explained.
    ///
    /// vi: Lý do khác với cột trước (bắt buộc nếu khác) hoặc giữ nguyên; không ghi nếu
    /// không có gì cần giải trình.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub because: Option<Phrase>,
    /// What it rests on.
    ///
    /// vi: Căn cứ của số liệu.
    pub basis: Basis,
}

impl<'r> Evidence<'r> {
    /// Binds evidence to the rulebook that it answers and to a roster. What
    /// has no record is missing; of several columns the last counts.
    ///
    /// # Errors
    ///
    /// Every fault, at its place: see [`EvidenceFault`].
    pub fn try_new(
        rulebook: &'r Rulebook,
        roster: &Roster,
        parts: &EvidenceParts,
    ) -> Result<Self, Faults<EvidenceFault>> {
        Self::up_to(rulebook, roster, parts, Column::Decided)
    }

    /// The same as it stood in a column: what later columns say does not count.
    ///
    /// # Errors
    ///
    /// Every fault of the whole evidence, at its place: see [`EvidenceFault`].
    pub fn up_to(
        rulebook: &'r Rulebook,
        roster: &Roster,
        parts: &EvidenceParts,
        column: Column,
    ) -> Result<Self, Faults<EvidenceFault>> {
        let mut binding = Binding::new(rulebook, roster, "records");
        binding.check_edition(&parts.answers);
        for (position, record) in parts.records.iter().enumerate() {
            binding.record(position, "value", record);
        }
        binding.finish(column)
    }

    /// The rulebook that is answered.
    #[must_use]
    pub const fn rulebook(&self) -> &'r Rulebook {
        self.rulebook
    }

    /// Who is scored.
    #[must_use]
    pub const fn roster(&self) -> &Roster {
        &self.roster
    }

    pub(crate) const fn heads(&self) -> &Heads {
        &self.heads
    }

    /// The cells of each subject, slot by slot.
    pub(crate) fn by_subject(&self) -> impl Iterator<Item = (&SubjectId, &[Cell])> {
        // PROOF: a rulebook has at least one criterion, so the chunks are not of size 0.
        self.rows.iter().zip(self.cells.chunks(self.rulebook.slot_count().max(1)))
    }

    /// What each criterion is worth to each subject, in the order of the rulebook.
    pub(crate) fn worths(&self) -> impl Iterator<Item = &[Worth]> {
        // PROOF: a rulebook has at least one criterion, so the chunks are not of size 0.
        self.worths.chunks(self.rulebook.leaves().len().max(1))
    }

    /// The cells of one subject, slot by slot.
    pub(crate) fn of(&self, subject: &SubjectId) -> &[Cell] {
        self.row(&self.cells, subject, self.rulebook.slot_count())
    }

    /// What each criterion is worth to one subject.
    pub(crate) fn worths_of(&self, subject: &SubjectId) -> &[Worth] {
        self.row(&self.worths, subject, self.rulebook.leaves().len())
    }

    fn row<'t, T>(&self, table: &'t [T], subject: &SubjectId, width: usize) -> &'t [T] {
        let row = self.rows.binary_search(subject).unwrap_or(self.rows.len());
        table.get(row * width..(row + 1) * width).unwrap_or_default()
    }
}
