//! Succession: which units of one day became which of another, and how much of them.

use thidua_values::{ActId, Day, UnitId};

use crate::passing::{Contents, Piece};
use crate::share::ByMeasure;
use crate::{Comparability, Measure, Organisation, OutsideStatement, Share};

/// Which units of a day are in which units of a later day, through every event between them.
///
/// A unit that lives on both days and gave nothing away is its own successor. Shares are those of
/// the earlier unit, by population and by area apart; what follows for them from a chain of events
/// is told, and what does not is unknown: of a part of a ward that was merged before nobody knows
/// from which of the two it came.
///
/// What passes or moves below a unit passes out of it too: of a district (quận) whose ward moved to
/// another an unknown share is in the other, unless it is told how much passed between the two;
/// where no unit of its level is above the ward any more nobody tells where that share is. What a
/// unit that ended left behind stays with the nearest above it that lived on.
///
/// vi: Đơn vị của một ngày trở thành đơn vị nào của một ngày sau đó.
// INVARIANT: `passages` is by unit before, then after; `by_after` has their positions, by unit
// after, then before.
#[derive(Clone, Debug)]
pub struct Succession<'o> {
    organisation: &'o Organisation,
    from: Day,
    to: Day,
    passages: Vec<Passage>,
    by_after: Vec<usize>,
    /// Whether something of each unit of the earlier day may be nowhere any more, by position.
    pub(crate) lost: Vec<ByMeasure<bool>>,
    /// Whether in each unit of the later day there may be something of none of the earlier ones.
    pub(crate) foreign: Vec<ByMeasure<bool>>,
}

/// What of a unit is in another, later one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The earlier unit.
    pub before: UnitId,
    /// The later unit; it may be the same.
    pub after: UnitId,
    /// How much of the earlier unit's population.
    pub population: Share,
    /// How much of the earlier unit's area.
    pub area: Share,
    /// The acts by which it passed, by id; none for what stayed with the unit, whatever that
    /// gave away or received.
    pub acts: Vec<ActId>,
}

impl Passage {
    /// How much of the earlier unit, by that measure.
    #[must_use]
    pub const fn of(&self, measure: Measure) -> Share {
        measure.of(self.population, self.area)
    }

    /// Whether the earlier unit is wholly in the later one.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        (self.population, self.area) == (Share::All, Share::All)
    }
}

impl Organisation {
    /// Which units of the earlier of two days became which of the later one, whichever of the two
    /// is named first.
    ///
    /// # Errors
    ///
    /// The organisation says nothing of one of the days.
    pub fn succession(&self, one: Day, other: Day) -> Result<Succession<'_>, OutsideStatement> {
        let (from, to) = (one.min(other), one.max(other));
        self.check_stated(from)?;
        self.check_stated(to)?;
        let contents = Contents::between(self, from, to);
        let (passages, by_after) = self.passages(&contents);
        let (lost, foreign) = (contents.lost(), contents.foreign());
        Ok(Succession { organisation: self, from, to, passages, by_after, lost, foreign })
    }

    /// The passages by the unit before, then after, and their positions by the unit after, then
    /// before. Units are compared by position, which are in the order of ids.
    fn passages(&self, contents: &Contents<'_>) -> (Vec<Passage>, Vec<usize>) {
        let of_unit = contents.units.iter().zip(0..);
        let pieces = of_unit.flat_map(|(content, after)| {
            content.pieces.iter().map(move |piece| (piece.origin, after, piece))
        });
        let mut pieces: Vec<_> = pieces.collect();
        pieces.sort_unstable_by_key(|(before, after, _)| (*before, *after));
        let mut by_after: Vec<usize> = (0..pieces.len()).collect();
        by_after
            .sort_unstable_by_key(|at| pieces.get(*at).map(|(before, after, _)| (*after, *before)));
        let passage = |(before, after, piece)| self.passage(before, after, piece);
        (pieces.into_iter().filter_map(passage).collect(), by_after)
    }

    fn passage(&self, before: usize, after: usize, piece: &Piece) -> Option<Passage> {
        let id = |unit: usize| self.history().registry.id(unit).cloned();
        let acts = piece.acts.iter().filter_map(|act| self.parts().acts.get(*act));
        Some(Passage {
            before: id(before)?,
            after: id(after)?,
            population: piece.shares.population.share(),
            area: piece.shares.area.share(),
            acts: acts.map(|act| act.id.clone()).collect(),
        })
    }
}

impl<'o> Succession<'o> {
    /// The earlier day.
    #[must_use]
    pub const fn from(&self) -> Day {
        self.from
    }

    /// The later day.
    #[must_use]
    pub const fn to(&self) -> Day {
        self.to
    }

    /// Every passage, by the earlier unit, then by the later one.
    #[must_use]
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// What became of a unit of the earlier day, by the later unit; nothing if it ended and
    /// nobody succeeds it.
    #[must_use]
    pub fn successors(&self, before: &UnitId) -> &[Passage] {
        let start = self.passages.partition_point(|passage| passage.before < *before);
        let end = self.passages.partition_point(|passage| passage.before <= *before);
        self.passages.get(start..end).unwrap_or_default()
    }

    /// What a unit of the later day came from, by the earlier unit; nothing if it was founded out
    /// of nothing that is told.
    pub fn predecessors<'s>(&'s self, after: &'s UnitId) -> impl Iterator<Item = &'s Passage> {
        let passage = |at: &usize| self.passages.get(*at);
        let is_before = |at: &usize| passage(at).is_some_and(|passage| passage.after < *after);
        let start = self.by_after.partition_point(is_before);
        let rest = self.by_after.get(start..).unwrap_or_default().iter().filter_map(passage);
        rest.take_while(move |passage| passage.after == *after)
    }

    /// The finest groups of units that both days share, by population or by area.
    #[must_use]
    pub fn comparable_by(&self, measure: Measure) -> Comparability<'o> {
        Comparability::of(self, measure)
    }

    pub(crate) const fn organisation(&self) -> &'o Organisation {
        self.organisation
    }
}

#[cfg(test)]
mod tests;
