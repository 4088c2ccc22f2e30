//! A second path for succession: people one by one, who move as the events say.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::TestRng;
use thidua_values::{Day, UnitId};

use crate::{Change, Hierarchy, Measure, Organisation, Share};

/// How many there are in a unit at first.
pub(crate) const ATOMS: usize = 4;

/// Somebody, or a bit of land: in which unit at first, and a number. Who came from nowhere that is
/// told is of the unit that was founded so.
pub(crate) type Atom = (UnitId, usize);

/// Who is in which unit.
pub(crate) type People = BTreeMap<UnitId, BTreeSet<Atom>>;

/// Where the atoms of the units of `from` are on `to`, in one of the ways in which the events can
/// have gone; none if no such way was found.
pub(crate) fn moved(
    organisation: &Organisation,
    (from, to): (Day, Day),
    measure: Measure,
    rng: &mut TestRng,
) -> Option<People> {
    moved_on(organisation, (from, to), measure, rng, &|_, _| None)
}

/// The same, where what a unit leaves behind stays with the nearest unit above it that lives on.
pub(crate) fn moved_below(
    organisation: &Organisation,
    span: (Day, Day),
    measure: Measure,
    rng: &mut TestRng,
) -> Option<People> {
    moved_on(organisation, span, measure, rng, &|unit, day| {
        let eve = organisation.as_of(day.previous().unwrap()).unwrap();
        let mut above = eve.ancestors(unit).map(|unit| unit.id().clone());
        above.find(|unit| organisation.unit_on(unit, day).unwrap().is_some())
    })
}

/// The units that ever have units below them.
pub(crate) fn above(organisation: &Organisation) -> BTreeSet<UnitId> {
    let parts = organisation.parts();
    let days = parts.events.iter().map(|event| event.effective).chain([parts.stated.start()]);
    let parents = |day| {
        let hierarchy = organisation.as_of(day).unwrap();
        let parents = hierarchy.units().filter_map(|unit| hierarchy.parent(unit.id()));
        parents.map(|unit| unit.id().clone()).collect::<Vec<_>>()
    };
    days.flat_map(parents).collect()
}

/// Whether units that ever have units below them give and get nothing by themselves, and no unit
/// changes its kind: then all that is in them moves with what is below.
pub(crate) fn only_below(organisation: &Organisation) -> bool {
    let above = above(organisation);
    organisation.parts().events.iter().all(|event| {
        let told = |measure| flows(organisation, event.effective, measure);
        let mut told = Measure::ALL.into_iter().flat_map(told);
        !matches!(event.change, Change::ChangedKind { .. })
            && told.all(|(from, to, _)| !above.contains(&from) && !above.contains(&to))
    })
}

/// The atoms of each unit with those of all units below it.
pub(crate) fn within(hierarchy: &Hierarchy<'_>, people: &People) -> People {
    let mut within = people.clone();
    for (unit, atoms) in people {
        for above in hierarchy.ancestors(unit) {
            within.get_mut(above.id()).unwrap().extend(atoms.iter().cloned());
        }
    }
    within
}

/// The atoms of each unit on a first day.
pub(crate) fn at_first(hierarchy: &Hierarchy<'_>) -> People {
    hierarchy.units().map(|unit| (unit.id().clone(), atoms_of(unit.id()))).collect()
}

/// Where what a unit that ends leaves behind is.
type Rest<'r> = &'r dyn Fn(&UnitId, Day) -> Option<UnitId>;

fn moved_on(
    organisation: &Organisation,
    (from, to): (Day, Day),
    measure: Measure,
    rng: &mut TestRng,
    rest: Rest<'_>,
) -> Option<People> {
    let mut people = at_first(&organisation.as_of(from).unwrap());
    let mut days: Vec<Day> =
        organisation.parts().events.iter().map(|event| event.effective).collect();
    days.sort();
    days.dedup();
    for day in days.into_iter().filter(|day| from < *day && *day <= to) {
        people = on_a_day(organisation, &people, (day, measure), rng, rest)?;
    }
    Some(people)
}

fn atoms_of(unit: &UnitId) -> BTreeSet<Atom> {
    (0..ATOMS).map(|number| (unit.clone(), number)).collect()
}

/// Who gives what share to whom on a day.
fn flows(organisation: &Organisation, day: Day, measure: Measure) -> Vec<(UnitId, UnitId, Share)> {
    let mut flows = Vec::new();
    for event in organisation.parts().events.iter().filter(|event| event.effective == day) {
        match &event.change {
            Change::Merged { into, from } => {
                let given =
                    from.iter().map(|part| (part.unit.clone(), into.clone(), part.of(measure)));
                flows.extend(given);
            }
            Change::Split { unit, into } => {
                let given =
                    into.iter().map(|part| (unit.clone(), part.unit.clone(), part.of(measure)));
                flows.extend(given);
            }
            Change::Transferred { from, to, population, area } => {
                let share = if measure == Measure::Population { *population } else { *area };
                flows.push((from.clone(), to.clone(), share));
            }
            _ => {}
        }
    }
    flows.retain(|(_, _, share)| *share != Share::None);
    flows
}

fn on_a_day(
    organisation: &Organisation,
    people: &People,
    (day, measure): (Day, Measure),
    rng: &mut TestRng,
    rest: Rest<'_>,
) -> Option<People> {
    let flows = flows(organisation, day, measure);
    let mut next = People::new();
    for unit in organisation.as_of(day).unwrap().units() {
        let founded = unit.life().start() == day;
        let fed = flows.iter().any(|(_, to, _)| to == unit.id());
        let strangers = if founded && !fed { atoms_of(unit.id()) } else { BTreeSet::new() };
        next.insert(unit.id().clone(), strangers);
    }
    for (unit, atoms) in people {
        let given: Vec<_> = flows.iter().filter(|(from, _, _)| from == unit).collect();
        let lives_on = organisation.unit_on(unit, day).unwrap().is_some();
        let left = if lives_on { Some(unit.clone()) } else { rest(unit, day) };
        let places: Vec<Option<UnitId>> =
            given.iter().map(|(_, to, _)| Some(to.clone())).chain([left]).collect();
        let fits = |parted: &Vec<BTreeSet<Atom>>| is_as_told(parted, &given, lives_on, atoms.len());
        let parted = (0..200).map(|_| part(atoms, places.len(), rng)).find(fits)?;
        for (place, atoms) in places.iter().zip(parted) {
            if let Some(place) = place {
                next.get_mut(place).unwrap().extend(atoms);
            }
        }
    }
    Some(next)
}

/// The atoms in so many parts; often all in one.
fn part(atoms: &BTreeSet<Atom>, parts: usize, rng: &mut TestRng) -> Vec<BTreeSet<Atom>> {
    let mut parted = vec![BTreeSet::new(); parts];
    let together = rng.next_u32().is_multiple_of(3).then(|| rng.next_u32() as usize % parts);
    for atom in atoms {
        let place = together.unwrap_or_else(|| rng.next_u32() as usize % parts);
        parted[place].insert(atom.clone());
    }
    parted
}

/// Whether parts of a unit, the last of which stays or is lost, are what is told of them.
fn is_as_told(
    parted: &[BTreeSet<Atom>],
    given: &[&(UnitId, UnitId, Share)],
    lives_on: bool,
    all: usize,
) -> bool {
    let shares_fit = given.iter().zip(parted).all(|((_, _, share), part)| match share {
        Share::All => part.len() == all,
        Share::Part => !part.is_empty() && part.len() < all,
        Share::None => part.is_empty(),
        Share::Unknown => true,
    });
    let left = parted[given.len()].len();
    let given_all = given.iter().any(|(_, _, share)| *share == Share::All);
    let left_fits = match given.len() {
        0 => true,
        _ if given_all => left == 0,
        _ if lives_on => 0 < left,
        1 => true,
        _ => left == 0,
    };
    shares_fit && left_fits
}
