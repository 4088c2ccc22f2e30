//! Which observations of a unit make its own figure of a period.

use std::cmp::Reverse;

use thidua_values::{Day, Period};

use crate::Measured;
use crate::row::{Row, counting};

/// Finds the rows that make a unit's own figure of a period: `own` has them afterwards, none if the
/// unit does not tell it. All rows are of one unit and of one series.
///
/// A flow is that of the period itself, or of as few parts as make it up without a gap; a stock is
/// the last in the period; a cumulative figure is the latest of those that begin with it; all else
/// is of the period itself.
pub(crate) fn find_own<'r>(
    measured: &Measured,
    rows: &'r [Row],
    period: Period,
    own: &mut Vec<&'r Row>,
) {
    own.clear();
    let within = || counting(rows).filter(|row| row.is_within(period));
    own.extend(match measured {
        Measured::Stock { .. } => within().next_back(),
        Measured::Cumulative { .. } => within().rfind(|row| row.start == period.start()),
        Measured::Flow { .. } | Measured::Ratio { .. } | Measured::YesNo {} => {
            within().find(|row| row.is_of(period))
        }
    });
    if let (true, Measured::Flow { .. }, Some(until)) = (own.is_empty(), measured, period.until()) {
        own.extend(within());
        if !follow_each_other(own, period.start(), until) {
            *own = Parts { rows: std::mem::take(own), until }.from(period.start());
        }
    }
}

/// Whether there is one way only to make up the days from one until another, which takes all parts:
/// so it mostly is.
fn follow_each_other(rows: &[&Row], start: Day, until: Day) -> bool {
    let mut day = start;
    rows.iter().all(|row| std::mem::replace(&mut day, row.until) == row.start) && day == until
}

/// Parts that may make up a period.
struct Parts<'r> {
    /// By their first day, then by their last.
    rows: Vec<&'r Row>,
    until: Day,
}

impl<'r> Parts<'r> {
    /// The fewest parts that follow each other from a day until the end, of as many the longest
    /// first; none if there is a gap.
    fn from(&self, start: Day) -> Vec<&'r Row> {
        // How many parts it takes from each on, the last part first.
        let mut steps = vec![None; self.rows.len()];
        for (at, row) in self.rows.iter().enumerate().rev() {
            let steps_on = self.next(row.until, &steps).map(|(count, _)| count + 1);
            if let Some(place) = steps.get_mut(at) {
                *place = steps_on;
            }
        }
        let mut way = Vec::new();
        let mut day = start;
        while let Some((_, Some(row))) = self.next(day, &steps) {
            way.push(row);
            day = row.until;
        }
        way
    }

    /// How many parts it takes from a day on, and the first of them.
    fn next(&self, day: Day, steps: &[Option<usize>]) -> Option<(usize, Option<&'r Row>)> {
        if day == self.until {
            return Some((0, None));
        }
        let first = self.rows.partition_point(|row| row.start < day);
        let parts = self.rows.iter().zip(steps).skip(first);
        let parts = parts.take_while(|(row, _)| row.start == day);
        let ways = parts.filter_map(|(row, steps)| Some(((*steps)?, Some(*row))));
        ways.min_by_key(|(count, row)| (*count, Reverse(row.map(|row| row.until))))
    }
}
