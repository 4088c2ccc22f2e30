//! Observations by position: what roll-ups read.

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

/// An observation by position.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) series: Series,
    /// The unit, by its position in the organisation.
    pub(crate) unit: usize,
    pub(crate) start: Day,
    pub(crate) until: Day,
    pub(crate) revision: u32,
    /// Where it stands among those that were given.
    pub(crate) at: usize,
    pub(crate) known: Known,
}

impl Row {
    /// What it is an observation of.
    pub(crate) fn key(&self) -> (Series, usize, Day, Day) {
        (self.series, self.unit, self.start, self.until)
    }

    /// Whether its period is that one.
    pub(crate) fn is_of(&self, period: Period) -> bool {
        (self.start, Some(self.until)) == (period.start(), period.until())
    }

    /// Whether its period is within that one.
    pub(crate) fn is_within(&self, period: Period) -> bool {
        period.start() <= self.start && period.until().is_none_or(|until| self.until <= until)
    }
}

/// Of rows by key and revision, those of which no later revision follows.
pub(crate) fn counting(rows: &[Row]) -> impl DoubleEndedIterator<Item = &Row> {
    rows.chunk_by(|a, b| a.key() == b.key()).filter_map(<[Row]>::last)
}
