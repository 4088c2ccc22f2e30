//! Laws of organisations.

use std::collections::BTreeMap;

use proptest::prelude::*;
use thidua_values::strategies::small_calendar;

use super::by_definition::{self, State, World};
use super::*;
use crate::sample::{self, day};
use crate::strategies;

/// The same parts, every list in another order.
fn shuffled(parts: &OrganisationParts, rng: &mut impl Rng) -> OrganisationParts {
    fn shuffle<T>(list: &mut [T], rng: &mut impl Rng) {
        for last in (1..list.len()).rev() {
            let other = rng.next_u32() as usize % (last + 1);
            list.swap(last, other);
        }
    }
    let mut parts = parts.clone();
    shuffle(&mut parts.unit_kinds, rng);
    shuffle(&mut parts.units, rng);
    shuffle(&mut parts.acts, rng);
    shuffle(&mut parts.events, rng);
    shuffle(&mut parts.body_kinds, rng);
    shuffle(&mut parts.bodies, rng);
    shuffle(&mut parts.clusters, rng);
    for unit in &mut parts.units {
        shuffle(&mut unit.codes, rng);
    }
    for cluster in &mut parts.clusters {
        shuffle(&mut cluster.members, rng);
    }
    parts
}

/// The units of a day as the organisation tells them.
fn told(organisation: &Organisation, day: Day) -> World {
    let hierarchy = organisation.as_of(day).unwrap();
    let state = |unit: UnitOn<'_>| {
        let codes = unit.codes().map(|(scheme, code)| (scheme.clone(), code.clone())).collect();
        let parent = hierarchy.parent(unit.id()).map(|parent| parent.id().clone());
        let (name, kind) = (unit.name().clone(), unit.kind().id.clone());
        (unit.id().clone(), State { name, kind, codes, parent })
    };
    hierarchy.units().map(state).collect()
}

/// The units of each stated day of the small calendar, as the organisation tells them.
fn told_by_day(organisation: &Organisation) -> BTreeMap<Day, World> {
    let stated = small_calendar().filter(|day| organisation.parts().stated.contains(*day));
    stated.map(|day| (day, told(organisation, day))).collect()
}

proptest! {
    /// Law: an organisation exists exactly if its parts are right by definition.
    #[test]
    fn parts_are_accepted_by_definition(parts in strategies::parts()) {
        let right = by_definition::is_right(&parts);
        let made = Organisation::try_new(parts);
        prop_assert_eq!(made.is_ok(), right, "{:?}", made.err());
    }

    /// Law: on each day the units are those of the definition, with their names, kinds, codes
    /// and parents.
    #[test]
    fn days_equal_their_definition(organisation in strategies::organisation()) {
        let worlds = by_definition::worlds(organisation.parts()).unwrap();
        prop_assert_eq!(told_by_day(&organisation), worlds);
    }

    /// Law: a unit lives from the first day on which it is there until the first after that on
    /// which it is not; on each day it stands at the level of its kind.
    #[test]
    fn lives_and_levels_equal_their_definition(organisation in strategies::organisation()) {
        let worlds = by_definition::worlds(organisation.parts()).unwrap();
        for (day, world) in &worlds {
            let hierarchy = organisation.as_of(*day).unwrap();
            for (id, state) in world {
                let there = |(_, world): &(&Day, &World)| world.contains_key(id);
                let start = *worlds.iter().find(there).unwrap().0;
                let gone = worlds.iter().skip_while(|day| !there(day)).find(|day| !there(day));
                let life = Period::try_new(start, gone.map(|(day, _)| *day)).unwrap();
                let unit = hierarchy.unit(id).unwrap();
                prop_assert_eq!((unit.life(), organisation.life(id)), (life, Some(life)));
                let level = by_definition::level(organisation.parts(), &state.kind, *day);
                prop_assert_eq!(Some(unit.level()), level);
            }
        }
    }

    /// Law: a code leads to the unit that has it on the day, and to its holders through time.
    #[test]
    fn codes_lead_to_units_by_definition(organisation in strategies::organisation()) {
        let worlds = by_definition::worlds(organisation.parts()).unwrap();
        let codes = worlds.values().flat_map(World::values).flat_map(|state| &state.codes);
        for (scheme, code) in codes {
            for (day, world) in &worlds {
                let has = |(_, state): &(&UnitId, &State)| state.codes.get(scheme) == Some(code);
                let holder = world.iter().find(has).map(|(unit, _)| unit);
                let found = organisation.by_code(scheme, code, *day);
                prop_assert_eq!(found.map(|unit| unit.id()), holder);
                let found = organisation.as_of(*day).unwrap().by_code(scheme, code);
                prop_assert_eq!(found.map(|unit| unit.id()), holder);
                let holders = organisation.holders(scheme, code);
                let then: Vec<_> = holders.filter(|(during, _)| during.contains(*day)).collect();
                prop_assert_eq!(then.into_iter().map(|(_, unit)| unit).collect::<Vec<_>>(), Vec::from_iter(holder));
            }
        }
    }

    /// Law: the order of the parts means nothing.
    #[test]
    fn organisations_ignore_input_order(
        (parts, other) in strategies::parts().prop_perturb(|parts, mut rng| {
            let other = shuffled(&parts, &mut rng);
            (parts, other)
        })
    ) {
        let faults = |organisation: &Result<_, Faults<_>>| {
            organisation.as_ref().map_or_else(|faults| faults.as_slice().len(), |_| 0)
        };
        let (organisation, other) = (Organisation::try_new(parts), Organisation::try_new(other));
        prop_assert_eq!(faults(&organisation) == 0, faults(&other) == 0);
        let days = |organisation: &Result<_, _>| organisation.as_ref().ok().map(told_by_day);
        prop_assert_eq!(days(&organisation), days(&other));
        prop_assert_eq!(organisation.ok(), other.ok());
    }

    /// Law: canonical parts make the organisation that they came from.
    #[test]
    fn canonical_parts_are_canonical(organisation in strategies::organisation()) {
        let again = Organisation::try_new(organisation.parts().clone()).unwrap();
        prop_assert_eq!(again.parts(), organisation.parts());
        prop_assert_eq!(again, organisation);
    }
}

#[test]
fn the_sample_is_right() {
    assert!(Organisation::try_new(sample::parts()).is_ok());
}

#[test]
fn a_day_that_is_not_spoken_of_is_refused() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    assert_eq!(
        organisation.as_of(day("2021-12-31")).unwrap_err().to_string(),
        "expected a day from 2022-01-01 on, found 2021-12-31"
    );
}
