//! Observations by position: what roll-ups read.

use std::mem;

use thidua_values::{Day, Period};

use crate::known::Known;
use crate::{CountedBy, Stage};

/// Which figures belong together: an indicator by its position, planned or done, by doer or by
/// place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Series {
    pub(crate) indicator: usize,
    pub(crate) stage: Stage,
    pub(crate) counted_by: CountedBy,
}

impl Series {
    /// How many there are of each indicator.
    pub(crate) const OF_INDICATOR: usize = 4;

    /// Its position among those of all indicators.
    pub(crate) const fn position(self) -> usize {
        let stage = match self.stage {
            Stage::Planned => 0,
            Stage::Done => 2,
        };
        let counted_by = match self.counted_by {
            CountedBy::Doer => 0,
            CountedBy::Place => 1,
        };
        self.indicator * Self::OF_INDICATOR + stage + counted_by
    }
}

/// An observation of a series, by position.
#[derive(Debug)]
pub(crate) struct Row {
    /// The unit or the cluster, by its [position](crate::About::position).
    pub(crate) about: usize,
    pub(crate) start: Day,
    pub(crate) until: Day,
    pub(crate) revision: u32,
    /// Where it stands among those that were given.
    pub(crate) at: usize,
    pub(crate) known: Known,
}

impl Row {
    /// The row, which is left behind without what it says.
    const fn take(&mut self) -> Self {
        let known = mem::replace(&mut self.known, Known::Whole(0));
        let Self { about, start, until, revision, at, .. } = *self;
        Self { about, start, until, revision, at, known }
    }

    /// What it is an observation of, in its series.
    pub(crate) const fn key(&self) -> (usize, Day, Day) {
        (self.about, self.start, self.until)
    }

    /// Whether its period is that one.
    pub(crate) fn is_of(&self, period: Period) -> bool {
        (self.start, Some(self.until)) == (period.start(), period.until())
    }

    /// Whether its period is within that one.
    pub(crate) fn is_within(&self, period: Period) -> bool {
        period.start() <= self.start && period.until().is_none_or(|until| self.until <= until)
    }

    /// Whether some day is in its period and in that one.
    pub(crate) fn overlaps(&self, period: Period) -> bool {
        period.start() < self.until && period.until().is_none_or(|until| self.start < until)
    }
}

/// The rows of a series in the order of their keys and revisions.
pub(crate) fn sorted(mut rows: Vec<Row>) -> Vec<Row> {
    let order = |row: &Row| (row.key(), row.revision, row.at);
    if rows.is_sorted_by_key(order) {
        return rows;
    }
    // Rows are large, so units are sorted in their place, and then the few rows of each.
    let mut abouts: Vec<_> = rows.iter().zip(0..).map(|(row, place)| (row.about, place)).collect();
    abouts.sort_unstable();
    let moved =
        abouts.into_iter().filter_map(|(_, place): (_, usize)| Some(rows.get_mut(place)?.take()));
    let mut sorted: Vec<Row> = moved.collect();
    for of_one in sorted.chunk_by_mut(|a, b| a.about == b.about) {
        of_one.sort_unstable_by_key(order);
    }
    sorted
}

/// Of rows by key and revision, those of which no later revision follows.
pub(crate) fn counting(rows: &[Row]) -> impl DoubleEndedIterator<Item = &Row> {
    rows.chunk_by(|a, b| a.key() == b.key()).filter_map(<[Row]>::last)
}
