//! Laws of tallies.

use proptest::prelude::*;
use thidua_values::{Day, Period};

use super::*;
use crate::{CountedBy, Figures, ObservedValue, Stage, strategies};

proptest! {
    /// Law: a tally is a recount of all that answered, as far as they count.
    #[test]
    fn tallies_are_recounts((catalogue, organisation, parts) in strategies::figures(), day in 1_u32..10) {
        let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
        let on = |day| Day::from_ymd(2022, 1, day).unwrap();
        let asked = Asked {
            indicator: "conference".parse().unwrap(),
            period: Period::try_new(on(1), Some(on(2))).unwrap(),
            stage: Stage::Done,
            counted_by: CountedBy::Place,
        };
        let Ok(on_day) = figures.as_of(on(day)) else { return Ok(()) };
        let tallies = on_day.tallies(&asked).unwrap();
        let (hierarchy, reporters) = (on_day.hierarchy(), &catalogue.indicator(&asked.indicator).unwrap().reporters);
        let answer = |unit: &UnitId| {
            let is_asked = |it: &&crate::Observation| {
                it.about.unit() == Some(unit) && it.indicator == asked.indicator && it.period == asked.period
                    && (it.stage, it.counted_by) == (asked.stage, asked.counted_by)
            };
            let answered = figures.observations().iter().filter(is_asked).max_by_key(|it| it.revision);
            answered.map(|it| it.value == ObservedValue::Answer { yes: true })
        };
        let is_obliged = |unit: &UnitId| {
            reporters.contains(&hierarchy.unit(unit).unwrap().kind().id)
                || hierarchy.bodies(unit).any(|body| reporters.contains(&body.kind))
        };
        for unit in hierarchy.units() {
            let all: Vec<_> = [unit].into_iter().chain(hierarchy.descendants(unit.id())).map(|unit| unit.id()).collect();
            let obliged = all.iter().filter(|unit| is_obliged(unit)).count();
            let counted = all.iter().filter(|unit| is_obliged(unit) || reporters.is_empty());
            let counted: Vec<_> = counted.filter_map(|unit| answer(unit)).collect();
            let count = |yes| counted.iter().filter(|answer| **answer == yes).count();
            let expected = Tally { own: answer(unit.id()), obliged, yes: count(true), no: count(false) };
            prop_assert_eq!(tallies.of_unit(unit.id()), Some(expected));
        }
        prop_assert_eq!(tallies.of_unit(&"nowhere".parse().unwrap()), None);
    }
}
