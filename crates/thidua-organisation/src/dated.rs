//! What holds of each unit from which day on.

use thidua_values::{Day, Period};

use crate::rows::Rows;

/// Values of units, by position, each from a day on until the unit's next one.
// INVARIANT: the values of each unit are by day.
#[derive(Clone, Debug)]
pub(crate) struct Dated<T> {
    by_unit: Rows<(Day, T)>,
}

impl<T> Dated<T> {
    /// The values of that many units; of one day, in the order in which they come.
    pub(crate) fn of(units: usize, values: impl Iterator<Item = (usize, Day, T)>) -> Self {
        let values = values.map(|(unit, day, value)| (unit, (day, value))).collect();
        Self { by_unit: Rows::of(units, values).sorted_by_key(|(day, _)| *day) }
    }

    /// All values of a unit, each with its first day.
    pub(crate) fn of_unit(&self, unit: usize) -> &[(Day, T)] {
        self.by_unit.row(unit)
    }

    /// The value of a unit on a day.
    pub(crate) fn on(&self, unit: usize, day: Day) -> Option<&T> {
        let values = self.of_unit(unit);
        let after = values.partition_point(|(start, _)| *start <= day);
        values.get(after.checked_sub(1)?).map(|(_, value)| value)
    }

    /// The values of a unit with their periods, within its life.
    pub(crate) fn through(&self, unit: usize, life: Period) -> impl Iterator<Item = (Period, &T)> {
        let values = self.of_unit(unit);
        let ends = values.iter().skip(1).map(|(day, _)| Some(*day)).chain([None]);
        values.iter().zip(ends).filter_map(move |((start, value), end)| {
            let until = match (end, life.until()) {
                (Some(end), Some(until)) => Some(end.min(until)),
                (end, until) => end.or(until),
            };
            Some((Period::try_new((*start).max(life.start()), until).ok()?, value))
        })
    }

    /// The same with other values.
    pub(crate) fn map<U>(self, value: impl Fn(T) -> U) -> Dated<U> {
        Dated { by_unit: self.by_unit.map(|(day, it)| (day, value(it))) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use thidua_values::strategies;

    use super::*;

    proptest! {
        /// Law: what holds on a day is what was last said before or on it.
        #[test]
        fn a_value_holds_until_the_next(values in prop::collection::vec((0..3_usize, strategies::day(), 0..9_u8), 0..12)) {
            let dated = Dated::of(3, values.iter().copied());
            for unit in 0..3 {
                for day in strategies::small_calendar() {
                    let said = values.iter().filter(|(of, from, _)| *of == unit && *from <= day);
                    // Of one day, the last.
                    let expected = said.max_by_key(|(_, from, _)| *from).map(|(_, _, value)| value);
                    prop_assert_eq!(dated.on(unit, day), expected);
                }
            }
        }

        /// Law: the periods of a unit's values are the days of its life on which they hold.
        #[test]
        fn periods_are_the_days_on_which_values_hold(
            values in prop::collection::vec((0..2_usize, strategies::day(), 0..9_u8), 0..8),
            life in strategies::period(),
        ) {
            let dated = Dated::of(2, values.into_iter());
            for unit in 0..2 {
                for day in strategies::small_calendar() {
                    let holding: Vec<_> = dated.through(unit, life).filter(|(during, _)| during.contains(day)).map(|(_, value)| value).collect();
                    let expected: Vec<_> = dated.on(unit, day).filter(|_| life.contains(day)).into_iter().collect();
                    prop_assert_eq!(holding, expected);
                }
            }
        }
    }
}
