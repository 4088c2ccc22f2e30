//! Binding evidence to a rulebook and a roster.

use std::collections::BTreeSet;
use std::sync::Arc;

use thidua_criteria::{Condition, Leaf, Rulebook, RulebookEdition};
use thidua_values::{CriterionId, Faults, KindId, Place, Placed, SubjectId};

use crate::evidence::{Answer, Cell};
use crate::head::Heads;
use crate::known::{Known, Needs, needs_of, needs_of_fact};
use crate::worth::evaluated;
use crate::{Column, Evidence, EvidenceFault, EvidenceRecord, Roster};

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

/// Binding in progress: what was said so far, and the faults met.
pub(crate) struct Binding<'r, 'o> {
    rulebook: &'r Rulebook,
    roster: &'o Roster,
    rows: Vec<(&'o SubjectId, Option<&'o KindId>)>,
    slots: Vec<Slot<'r>>,
    /// What was said first of each cell, and where.
    cells: Vec<Cell>,
    positions: Vec<usize>,
    /// What was said later.
    later: Vec<Said>,
    /// The records whose value is refused: of these nothing else is said.
    refused: BTreeSet<usize>,
    /// The cells of conditions that are answered.
    conditions: Vec<usize>,
    /// Where the last record belongs, and who said so: mostly the next is said likewise.
    last: (usize, usize),
    answer: Option<Arc<Answer>>,
    /// The list that the records stand in.
    list: Place,
    faults: Vec<Placed<EvidenceFault>>,
}

/// A slot of the rulebook.
#[derive(Clone, Copy)]
struct Slot<'r> {
    id: &'r CriterionId,
    needs: Needs,
    /// The criterion that it belongs to; none for a fact.
    leaf: Option<&'r Leaf>,
    /// How far behind the criterion's own slot it is: above zero for a condition.
    behind: usize,
}

/// What a record says of a cell.
struct Said {
    /// Which cell: its subject's row and its slot.
    at: usize,
    /// Where the record stands.
    position: usize,
    known: Known,
    answer: Arc<Answer>,
}

/// The same, as columns are looked through.
struct InColumn<'b> {
    column: Column,
    position: usize,
    known: &'b Known,
}

/// The slots of a rulebook, in order.
fn slots(rulebook: &Rulebook) -> Vec<Slot<'_>> {
    let of_leaves = rulebook.leaves().iter().flat_map(|leaf| {
        let conditions = leaf.criterion.conditions.iter().map(Condition::id);
        let ids = std::iter::once(&leaf.criterion.id).chain(conditions);
        let slots = ids.zip(needs_of(leaf)).enumerate();
        slots.map(move |(behind, (id, needs))| Slot { id, needs, leaf: Some(leaf), behind })
    });
    let facts = rulebook.parts().facts.iter();
    let of_facts =
        facts.map(|fact| Slot { id: &fact.id, needs: needs_of_fact(fact), leaf: None, behind: 0 });
    of_leaves.chain(of_facts).collect()
}

impl<'r, 'o> Binding<'r, 'o> {
    pub(crate) fn new(rulebook: &'r Rulebook, roster: &'o Roster, list: &'static str) -> Self {
        let mut faults = Vec::new();
        let cells = cells_of(roster.len(), rulebook.slot_count()).unwrap_or_else(|fault| {
            faults.push(Placed { place: Place::whole(), fault });
            0
        });
        let rows = roster.members().map(|(subject, member)| (subject, member.kind.as_ref()));
        let mut binding = Self {
            rulebook,
            roster,
            rows: rows.collect(),
            slots: slots(rulebook),
            cells: std::iter::repeat_with(Cell::default).take(cells).collect(),
            positions: vec![0; cells],
            later: Vec::new(),
            refused: BTreeSet::new(),
            conditions: Vec::new(),
            last: (0, 0),
            answer: None,
            list: Place::whole().field(list),
            faults,
        };
        binding.check_kinds();
        binding
    }

    /// Where the rulebook tells kinds apart, each subject has one of them.
    fn check_kinds(&mut self) {
        let kinds = &self.rulebook.parts().kinds;
        for (subject, member) in self.roster.members().filter(|_| !kinds.is_empty()) {
            if member.kind.as_ref().is_none_or(|kind| !kinds.contains(kind)) {
                let (subject, kind) = (subject.clone(), member.kind.clone());
                let fault = EvidenceFault::OtherKind { subject, kind, kinds: few(kinds) };
                self.fault(Place::whole(), fault);
            }
        }
    }

    /// Evidence answers the edition that is at hand, and no other.
    pub(crate) fn check_edition(&mut self, answered: &RulebookEdition) {
        let at_hand = self.rulebook.edition();
        if *answered != at_hand {
            let fault = EvidenceFault::OtherRulebook { at_hand, answered: answered.clone() };
            self.fault(Place::whole().field("answers"), fault);
        }
    }

    /// What the criterion, condition or fact of that id is answered by.
    pub(crate) fn needs(&self, id: &CriterionId) -> Option<Needs> {
        Some(self.slots.get(self.rulebook.slot(id)?)?.needs)
    }

    /// The place of a record.
    pub(crate) fn place(&self, position: usize) -> Place {
        self.list.index(position)
    }

    pub(crate) fn fault(&mut self, place: Place, fault: EvidenceFault) {
        self.faults.push(Placed { place, fault });
    }

    /// The row of a subject. Records mostly come subject by subject, so that of the
    /// last record and the next are tried first.
    fn row(&self, subject: &SubjectId) -> Option<usize> {
        let is = |row: &usize| self.rows.get(*row).is_some_and(|(known, _)| *known == subject);
        let near = [self.last.0, self.last.0 + 1].into_iter().find(is);
        near.or_else(|| self.rows.binary_search_by(|(known, _)| (*known).cmp(subject)).ok())
    }

    /// The slot of an id. Records mostly come in the order of the rulebook, so the
    /// slot after the last is tried first.
    fn slot(&self, id: &CriterionId) -> Option<usize> {
        let next = (self.last.1 + 1).checked_rem(self.slots.len())?;
        let is_next = self.slots.get(next).is_some_and(|slot| slot.id == id);
        if is_next { Some(next) } else { self.rulebook.slot(id) }
    }

    /// Binds the record at a position; `field` is where its value stands.
    pub(crate) fn record(&mut self, position: usize, field: &'static str, record: &EvidenceRecord) {
        let row = self.row(&record.subject);
        if row.is_none() {
            let fault = EvidenceFault::UnknownSubject(record.subject.clone());
            self.fault(self.place(position).field("subject"), fault);
        }
        let slot = self.slot(&record.criterion);
        if slot.is_none() {
            let fault = EvidenceFault::UnknownCriterion(record.criterion.clone());
            self.fault(self.place(position).field("criterion"), fault);
        }
        let needs = slot.and_then(|slot| self.slots.get(slot)).map(|slot| slot.needs);
        let known = match needs.map(|needs| needs.check(&record.value)) {
            Some(Err(fault)) => {
                self.fault(self.place(position).field(field), fault);
                self.refused.insert(position);
                Known::Missing
            }
            checked => checked.and_then(Result::ok).unwrap_or_default(),
        };
        let (Some(row), Some(slot)) = (row, slot) else { return };
        if record.because.is_some() && record.column.is_self_scored() {
            let place = self.place(position).field("because");
            self.fault(place, EvidenceFault::NothingToExplain);
        }
        self.last = (row, slot);
        let (at, answer) = (row * self.slots.len() + slot, self.answer(record));
        self.check_kind(row, slot, position);
        self.say(Said { at, position, known, answer }, slot);
    }

    /// Who says what a record says, shared by neighbours.
    fn answer(&mut self, record: &EvidenceRecord) -> Arc<Answer> {
        let EvidenceRecord { column, because, basis, .. } = record;
        let same = |answer: &&Arc<Answer>| {
            answer.column == *column && answer.because == *because && answer.basis == *basis
        };
        if let Some(answer) = self.answer.as_ref().filter(same) {
            return Arc::clone(answer);
        }
        let (because, basis) = (because.clone(), basis.clone());
        let answer = Arc::new(Answer { column: *column, because, basis });
        Arc::clone(self.answer.insert(answer))
    }

    /// The slot of a cell.
    fn slot_of(&self, at: usize) -> Option<Slot<'r>> {
        self.slots.get(at.checked_rem(self.slots.len())?).copied()
    }

    /// The row of a cell: its subject and its kind.
    fn row_of(&self, at: usize) -> Option<(&'o SubjectId, Option<&'o KindId>)> {
        self.rows.get(at.checked_div(self.slots.len())?).copied()
    }

    /// Keeps what a record says: most cells are said once.
    fn say(&mut self, said: Said, slot: usize) {
        let answers = !matches!(said.known, Known::Missing);
        if answers && self.slots.get(slot).is_some_and(|slot| 0 < slot.behind) {
            self.conditions.push(said.at);
        }
        match (self.cells.get_mut(said.at), self.positions.get_mut(said.at)) {
            (Some(cell), Some(position)) if cell.answer.is_none() => {
                *cell = Cell { known: said.known, answer: Some(said.answer) };
                *position = said.position;
            }
            _ => self.later.push(said),
        }
    }

    /// The evidence as it stood in a column.
    pub(crate) fn finish(mut self, last: Column) -> Result<Evidence<'r>, Faults<EvidenceFault>> {
        let several = self.take_several();
        for (before, said) in several.iter().zip(several.iter().skip(1)) {
            self.check_columns(before, said);
        }
        self.check_conditions(&several);
        let mut cells = self.cells;
        let is_later = |cell: &Cell| cell.answer.as_ref().is_some_and(|said| last < said.column);
        for cell in cells.iter_mut().filter(|cell| is_later(cell)) {
            *cell = Cell::default();
        }
        for said in several.into_iter().filter(|said| said.answer.column <= last) {
            if let Some(cell) = cells.get_mut(said.at) {
                *cell = Cell { known: said.known, answer: Some(said.answer) };
            }
        }
        let (heads, worths) = (Heads::of(self.rulebook), Vec::new());
        let evidence = Evidence {
            rulebook: self.rulebook,
            roster: self.roster.clone(),
            rows: self.roster.subjects().cloned().collect(),
            cells,
            heads,
            worths,
        };
        let evidence = Faults::check(evidence, self.faults)?;
        Ok(Evidence { worths: evaluated(&evidence), ..evidence })
    }

    /// Takes all that was said of those cells of which several things were, cell
    /// by cell and column by column.
    fn take_several(&mut self) -> Vec<Said> {
        let mut several = std::mem::take(&mut self.later);
        for at in several.iter().map(|said| said.at).collect::<Vec<_>>() {
            let cell = self.cells.get_mut(at).map(std::mem::take).unwrap_or_default();
            let position = self.positions.get(at).copied().unwrap_or_default();
            let said = |answer| Said { at, position, known: cell.known, answer };
            several.extend(cell.answer.map(said));
        }
        several.sort_by_key(|said| (said.at, said.answer.column, said.position));
        several
    }

    /// A column says one thing of a cell, and says why where it differs from the one before.
    fn check_columns(&mut self, before: &Said, said: &Said) {
        let (from, to) = (before.answer.column, said.answer.column);
        if before.at != said.at {
            return;
        }
        if from == to {
            let subject = self.row_of(said.at).map(|(subject, _)| subject.clone());
            let criterion = self.slot_of(said.at).map(|slot| slot.id.clone());
            if let (Some(subject), Some(criterion)) = (subject, criterion) {
                let fault = EvidenceFault::Repeated { subject, criterion, column: to };
                self.fault(self.place(said.position), fault);
            }
            return;
        }
        let refused = [before, said].iter().any(|said| self.refused.contains(&said.position));
        if before.known != said.known && said.answer.because.is_none() && !refused {
            let place = self.place(said.position).field("because");
            self.fault(place, EvidenceFault::UnexplainedChange { from, to });
        }
    }

    /// A criterion that is for some kinds of subject is answered by no other.
    fn check_kind(&mut self, row: usize, slot: usize, position: usize) {
        let kind = self.rows.get(row).and_then(|(_, kind)| *kind);
        let leaf = self.slots.get(slot).and_then(|slot| slot.leaf);
        if let Some(leaf) = leaf.filter(|leaf| !leaf.criterion.is_for(kind)) {
            let only_for = few(&leaf.criterion.only_for);
            let fault = EvidenceFault::NotForKind { only_for, kind: kind.cloned() };
            self.fault(self.place(position).field("criterion"), fault);
        }
    }

    /// Who has no task can neither meet its conditions nor fail them, as of any
    /// column: what a condition says stands until it says something else.
    fn check_conditions(&mut self, several: &[Said]) {
        let mut conditions = std::mem::take(&mut self.conditions);
        conditions.sort_unstable();
        conditions.dedup();
        let mut faults = Vec::new();
        for at in conditions {
            let Some(Slot { id, leaf: Some(leaf), behind, .. }) = self.slot_of(at) else {
                continue;
            };
            let own = self.all_said(at - behind, several);
            let condition = self.all_said(at, several);
            let until = condition.iter().skip(1).map(|next| Some(next.column));
            for (said, until) in condition.iter().zip(until.chain([None])) {
                let answers = !matches!(said.known, Known::Missing);
                if answers && is_unassigned_while(&own, said.column, until) {
                    let (criterion, condition) = (leaf.criterion.id.clone(), id.clone());
                    let fault = EvidenceFault::AnsweredUnassigned { criterion, condition };
                    faults.push(Placed { place: self.place(said.position), fault });
                }
            }
        }
        self.faults.extend(faults);
    }

    /// All that is said of a cell, column by column.
    fn all_said<'b>(&'b self, at: usize, several: &'b [Said]) -> Vec<InColumn<'b>> {
        let only = self.cells.get(at).zip(self.positions.get(at));
        let only = only.and_then(|(Cell { known, answer }, position)| {
            Some(InColumn { column: answer.as_ref()?.column, position: *position, known })
        });
        let start = several.partition_point(|said| said.at < at);
        let rest = several.iter().skip(start).take_while(|said| said.at == at);
        let rest = rest.map(|said| {
            let Said { position, known, answer, .. } = said;
            InColumn { column: answer.column, position: *position, known }
        });
        only.into_iter().chain(rest).collect()
    }
}

/// Whether a criterion was not assigned at any time from a column on, until another.
/// `own` is all that is said of it.
fn is_unassigned_while(own: &[InColumn<'_>], from: Column, until: Option<Column>) -> bool {
    let own = own.iter().take_while(|own| until.is_none_or(|until| own.column < until));
    let (before, after): (Vec<&InColumn<'_>>, _) = own.partition(|own| own.column <= from);
    let mut while_said = before.last().into_iter().chain(&after);
    while_said.any(|own| *own.known == Known::NotAssigned)
}

/// The kinds that a fault names: a list may be long, and there is a fault for each record.
fn few(kinds: &[KindId]) -> Vec<KindId> {
    kinds.iter().take(8).cloned().collect()
}

#[cfg(test)]
mod tests;
