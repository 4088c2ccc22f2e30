//! Laws of organisations.

use std::collections::BTreeMap;

use proptest::prelude::*;
use thidua_values::strategies::small_calendar;

use super::by_definition::{self, State, World};
use super::*;
use crate::sample::{self, day};
use crate::strategies;
use crate::{Change, DatedLevel, Event, Level};

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

/// A change of the name, kind, parent or code of a unit.
fn small_change() -> impl Strategy<Value = fn(UnitId) -> Change> {
    prop::sample::select(&SMALL_CHANGES[..])
}

const SMALL_CHANGES: [fn(UnitId) -> Change; 4] = [
    |unit| Change::Renamed { unit, name: sample::text("Mới", "New") },
    |unit| Change::ChangedKind { unit, new_kind: "rural-district".parse().unwrap() },
    |unit| Change::Moved { unit, parent: None },
    |unit| Change::Recoded { unit, scheme: "gso".parse().unwrap(), code: None },
];

proptest! {
    /// Law: what happens to two units may happen to one after the other or to both at once.
    #[test]
    fn changes_of_two_units_commute(
        organisation in strategies::organisation(),
        unit in any::<prop::sample::Index>(),
        changes in [small_change(), small_change()],
    ) {
        let parts = organisation.parts();
        if parts.units.len() < 2 {
            return Ok(());
        }
        let at = unit.index(parts.units.len());
        let [a, b] = [at, (at + 1) % parts.units.len()].map(|at| parts.units[at].id.clone());
        let with = |a_on: u32, b_on: u32| {
            let mut parts = parts.clone();
            parts.events.retain(|event| Day::from_ymd(2022, 1, 4) < Some(event.effective));
            for (day, unit, change) in [(a_on, &a, changes[0]), (b_on, &b, changes[1])] {
                let effective = Day::from_ymd(2022, 1, day).unwrap();
                let (act, change) = ("first".parse().unwrap(), change(unit.clone()));
                parts.events.push(Event { effective, act, change });
            }
            Organisation::try_new(parts).ok()
        };
        let ways = [with(3, 3), with(3, 4), with(4, 3), with(4, 4)];
        let after = |organisation: Organisation| {
            let mut days = told_by_day(&organisation);
            days.split_off(&Day::from_ymd(2022, 1, 4).unwrap())
        };
        let mut made = ways.into_iter().flatten().map(after);
        if let Some(first) = made.next() {
            prop_assert!(made.all(|other| other == first));
        }
    }

    /// Law: the events of a day happen together: in whatever order they come, each day is as it is.
    #[test]
    fn acts_of_one_day_commute(organisation in strategies::organisation()) {
        let mut parts = organisation.parts().clone();
        for rotated in 0..parts.events.len() {
            parts.events.rotate_left(1);
            let act = |number: usize| format!("act-{number}").parse().unwrap();
            let mut split = parts.clone();
            for (event, number) in split.events.iter_mut().zip(rotated..) {
                event.act = act(number);
                split.acts.push(Act { id: act(number), ..parts.acts[0].clone() });
            }
            let other = Organisation::try_new(split).unwrap();
            prop_assert_eq!(told_by_day(&other), told_by_day(&organisation));
        }
    }

    /// Law: what was known on a day is the organisation of what was published until then.
    #[test]
    fn what_was_known_equals_its_definition(organisation in strategies::organisation()) {
        for day in small_calendar() {
            let by_hand = by_definition::known_on(organisation.parts(), day);
            let told = |known: Result<Organisation, Faults<OrganisationFault>>| known.map_err(|faults| {
                let mut told: Vec<_> = faults.as_slice().iter().map(|it| it.fault.to_string()).collect();
                told.sort();
                told
            });
            prop_assert_eq!(told(organisation.known_on(day)), told(Organisation::try_new(by_hand)));
        }
    }

    /// Law: in the end all is known, and who remembers what was known on a day knows as much of
    /// the days before.
    #[test]
    fn in_the_end_all_is_known(organisation in strategies::organisation(), day in 1_u32..11) {
        let last = Day::from_ymd(9999, 12, 31).unwrap();
        prop_assert_eq!(organisation.known_on(last), Ok(organisation.clone()));
        let day = Day::from_ymd(2022, 1, day).unwrap();
        let Ok(then) = organisation.known_on(day) else { return Ok(()) };
        for earlier in small_calendar().take_while(|earlier| *earlier <= day) {
            prop_assert_eq!(then.known_on(earlier), organisation.known_on(earlier));
        }
    }
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
                let found = organisation.by_code(scheme, code, *day).unwrap();
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
fn what_was_not_published_was_not_known() {
    let mut parts = sample::parts();
    let name = sample::text("Tây Hồ", "Tay Ho");
    let unit = sample::unit("tay-ho-ward", "ward", name, "00103", Some("ha-noi"));
    parts.events.push(sample::event("2025-07-01", Change::Founded { unit }));
    parts.bodies.push(Body {
        id: "front-tay-ho-ward".parse().unwrap(),
        unit: "tay-ho-ward".parse().unwrap(),
        ..parts.bodies[0].clone()
    });
    let members = &mut parts.clusters[0].members;
    members.push(sample::member("front-tay-ho-ward", "2025-07-01", None));
    parts.clusters[0].years = vec![
        sample::cluster_year("2025-01-01", "front-tay-ho", &[]),
        sample::cluster_year("2026-01-01", "front-tay-ho-ward", &[]),
    ];
    let organisation = Organisation::try_new(parts).unwrap();

    let mut by_hand = sample::parts();
    by_hand.acts.clear();
    by_hand.events.clear();
    by_hand.unit_kinds[1].levels[0].during = sample::days("2022-01-01", None);
    by_hand.clusters[0].years = vec![sample::cluster_year("2025-01-01", "front-tay-ho", &[])];
    let known = organisation.known_on(day("2025-06-15")).unwrap();
    assert_eq!(known, Organisation::try_new(by_hand).unwrap());
    let districts = |organisation: &Organisation| {
        let hierarchy = organisation.as_of(day("2025-07-01")).unwrap();
        hierarchy.units().filter(|unit| unit.level() == Level::District).count()
    };
    assert_eq!((districts(&known), districts(&organisation)), (2, 0));
    assert_eq!(organisation.known_on(day("2025-07-01")), Ok(organisation));
}

#[test]
fn what_comes_later_was_not_known() {
    let mut parts = sample::parts();
    parts.body_kinds[0].roles.push(sample::role("chair"));
    let [earlier, later] = [
        sample::term((17, "2019-09-20"), (2019, 2024), &["chair"]),
        sample::term((18, "2024-10-15"), (2024, 2029), &[]),
    ];
    parts.bodies[2].terms = vec![earlier.clone(), later];
    let starts = [("2022-01-01", Some("2025-07-01")), ("2027-01-01", None)];
    let level =
        |(start, until)| DatedLevel { during: sample::days(start, until), level: Level::District };
    parts.unit_kinds[1].levels = starts.map(level).to_vec();
    let body = parts.bodies[2].id.clone();
    let organisation = Organisation::try_new(parts).unwrap();
    let known = organisation.known_on(day("2024-01-01")).unwrap();
    assert_eq!(known.body(&body).unwrap().terms, [earlier]);
    let hierarchy = known.as_of(day("2026-01-01")).unwrap();
    assert_eq!(hierarchy.unit(&"tay-ho".parse().unwrap()).unwrap().level(), Level::District);
}

#[test]
fn a_fault_of_what_was_known_is_where_the_caller_sees_it() {
    let mut parts = sample::parts();
    let back_dated = Act {
        id: "back-dated".parse().unwrap(),
        published: day("2024-06-01"),
        ..parts.acts[0].clone()
    };
    parts.acts.push(back_dated);
    parts.acts[0].published = day("2023-06-01");
    let unit = sample::unit("new", "ward", sample::text("Mới", "New"), "9", Some("ha-noi"));
    let founded = sample::event("2023-01-01", Change::Founded { unit });
    parts.events.push(Event { act: "back-dated".parse().unwrap(), ..founded });
    let (unit, name) = ("new".parse().unwrap(), sample::text("Tên", "Name"));
    parts.events.push(sample::event("2023-03-01", Change::Renamed { unit, name }));
    let faults = Organisation::try_new(parts).unwrap().known_on(day("2024-01-01")).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "events[1].change.unit: expected a unit of this organisation, found `new`"
    );
}

#[test]
fn a_day_that_is_not_spoken_of_is_refused() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    let outside = day("2021-12-31");
    let code = "00109".parse().unwrap();
    let refused = [
        organisation.unit_on(&"buoi".parse().unwrap(), outside).unwrap_err(),
        organisation.by_code(&"gso".parse().unwrap(), &code, outside).unwrap_err(),
    ];
    assert_eq!(refused, [(); 2].map(|()| organisation.as_of(outside).unwrap_err()));
    assert_eq!(
        organisation.as_of(day("2021-12-31")).unwrap_err().to_string(),
        "expected a day from 2022-01-01 on, found 2021-12-31"
    );
}
