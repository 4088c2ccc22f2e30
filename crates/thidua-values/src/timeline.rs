//! Values through time: at most one a day.

use thiserror::Error;

use crate::{Day, Period};

/// Values, each for a period; a day has at most one of them.
// INVARIANT: sorted by start, and no two periods share a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline<T> {
    entries: Vec<(Period, T)>,
}

impl<T> Timeline<T> {
    /// The timeline of these entries, in whatever order they come.
    ///
    /// # Errors
    ///
    /// Two periods share a day.
    pub fn try_new(entries: impl IntoIterator<Item = (Period, T)>) -> Result<Self, TimelineError> {
        let mut entries: Vec<_> = entries.into_iter().collect();
        entries.sort_by_key(|(period, _)| *period);
        for ((first, _), (second, _)) in entries.iter().zip(entries.iter().skip(1)) {
            if first.overlaps(*second) {
                return Err(TimelineError { first: *first, second: *second });
            }
        }
        Ok(Self { entries })
    }

    /// The value on that day.
    #[must_use]
    pub fn at(&self, day: Day) -> Option<&T> {
        let after = self.entries.partition_point(|(period, _)| period.start() <= day);
        let (period, value) = self.entries.get(after.checked_sub(1)?)?;
        period.contains(day).then_some(value)
    }

    /// All entries, earliest first.
    pub fn entries(&self) -> impl Iterator<Item = (Period, &T)> {
        self.entries.iter().map(|(period, value)| (*period, value))
    }
}

/// Two entries of a timeline that share a day.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected periods that share no day, found one from {first} and one from {second}")]
pub struct TimelineError {
    first: Period,
    second: Period,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::strategies;

    proptest! {
        /// Law: looking a day up agrees with a linear search, and a timeline
        /// exists exactly if no day has two values.
        #[test]
        fn a_day_has_at_most_one_value(periods in prop::collection::vec(strategies::period(), 0..4)) {
            let days: Vec<Day> = strategies::small_calendar().collect();
            let crowded = days.iter().any(|day| 1 < periods.iter().filter(|period| period.contains(*day)).count());
            let timeline = Timeline::try_new(periods.iter().copied().zip(0..));
            prop_assert_eq!(timeline.is_err(), crowded);
            if let Ok(timeline) = timeline {
                for day in &days {
                    let by_search = periods.iter().zip(0..).find(|(period, _)| period.contains(*day)).map(|(_, value)| value);
                    prop_assert_eq!(timeline.at(*day).copied(), by_search);
                }
            }
        }
    }

    #[test]
    fn two_values_for_a_day_are_refused() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let entries = [
            (Period::starting(day("2022-01-01")), 'a'),
            (Period::starting(day("2023-01-01")), 'b'),
        ];
        assert_eq!(
            Timeline::try_new(entries).unwrap_err().to_string(),
            "expected periods that share no day, found one from 2022-01-01 on and one from 2023-01-01 on"
        );
    }
}
