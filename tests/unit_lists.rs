//! The lists of units of `examples/data/hanoi-history`: what they come to, and
//! that they are what the organisation made of them tells.

use thidua_documents::{Limits, read};
use thidua_organisation::{Hierarchy, Level, Organisation, UnitLists};
use thidua_values::Day;

use crate::hanoi;

/// The day of the opening, and those of both changes.
const DAYS: [&str; 3] = ["2022-10-01", "2025-01-01", "2025-07-01"];

fn lists() -> UnitLists {
    read(&hanoi::bytes("unit-lists.json"), &Limits::default()).unwrap()
}

fn organisation(lists: &UnitLists) -> Organisation {
    lists.import().unwrap_or_else(|faults| panic!("{faults}")).organisation
}

/// What is counted of each of the days.
fn counts<T>(organisation: &Organisation, count: impl Fn(&Hierarchy<'_>) -> T) -> [T; 3] {
    DAYS.map(|day| count(&organisation.as_of(day.parse::<Day>().unwrap()).unwrap()))
}

#[test]
fn ha_noi_has_the_published_number_of_units_on_each_day() {
    let organisation = organisation(&lists());
    let at = |level| {
        counts(&organisation, |hierarchy| {
            hierarchy.units().filter(|unit| unit.level() == level).count()
        })
    };
    assert_eq!(at(Level::Province), [1, 1, 1]);
    assert_eq!(at(Level::District), [30, 30, 0]);
    assert_eq!(at(Level::Commune), [579, 526, 126]);
    let of = |kind| {
        counts(&organisation, |hierarchy| {
            hierarchy.units().filter(|unit| unit.kind().id.as_str() == kind).count()
        })
    };
    let [urban, rural, towns] = ["urban-district", "rural-district", "town"].map(of);
    assert_eq!([urban[0], rural[0], towns[0]], [12, 17, 1]);
}

#[test]
fn the_lists_of_ha_noi_are_told_again_by_its_organisation() {
    let lists = lists();
    let organisation = organisation(&lists);
    let exported = UnitLists::export(&organisation, &lists.scheme).unwrap();
    assert_eq!(self::organisation(&exported), organisation);
    let units = |lists: &UnitLists| {
        let changes = lists.changes.iter().map(|change| (change.day, change.units.clone()));
        let opening = (lists.opening.day, lists.opening.units.clone());
        [opening].into_iter().chain(changes).collect::<Vec<_>>()
    };
    assert_eq!(units(&exported), units(&lists.canonical()));
}
