//! What lint asks of events and acts.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{ActId, Day, Place, UnitId};

use crate::check::item;
use crate::lint::Doubts;
use crate::{
    Act, Attribute, Change, Event, EventLint, Level, Measure, Organisation, Part, Share, Unchanged,
};

pub(crate) fn acts(organisation: &Organisation, doubts: &mut Doubts) {
    let parts = organisation.parts();
    let clusters = parts.clusters.iter();
    let years = clusters.clone().flat_map(|cluster| &cluster.years);
    let used: BTreeSet<&ActId> = parts
        .events
        .iter()
        .map(|event| &event.act)
        .chain(clusters.filter_map(|cluster| cluster.decision.as_ref()))
        .chain(years.filter_map(|year| year.decision.as_ref()))
        .collect();
    for (position, Act { id, number, .. }) in parts.acts.iter().enumerate() {
        let (place, act) = (item("acts", position), id.clone());
        if !used.contains(id) {
            doubts.add(place.clone(), EventLint::UnusedAct { act: act.clone() });
        }
        if number.is_none() {
            doubts.add(place, EventLint::ActWithoutNumber { act });
        }
    }
}

pub(crate) fn all(organisation: &Organisation, doubts: &mut Doubts) {
    let parts = organisation.parts();
    let acts: BTreeMap<&ActId, &Act> = parts.acts.iter().map(|act| (&act.id, act)).collect();
    for (position, Event { effective, act, change }) in parts.events.iter().enumerate() {
        let place = item("events", position);
        let early = acts.get(act).and_then(|act| before_its_act(*effective, act));
        doubts.extend(place.field("effective"), early);
        let place = place.field("change");
        if let Change::LevelAbolished { level } = change {
            kinds_that_stay(organisation, *level, *effective, &place, doubts);
        }
        shares(change, &place, doubts);
        levels(organisation, change, *effective, &place, doubts);
        if let Some(same) = unchanged(organisation, change, *effective) {
            doubts.add(place, EventLint::ChangesNothing { same });
        }
    }
}

/// Whether an event holds before its act could be known, or else before it is in force.
fn before_its_act(effective: Day, act: &Act) -> Option<EventLint> {
    let Act { id, published, in_force, .. } = act;
    if effective < *published {
        let (act, published) = (id.clone(), *published);
        return Some(EventLint::EffectiveBeforePublished { act, effective, published });
    }
    let in_force = in_force.filter(|in_force| effective < *in_force)?;
    Some(EventLint::EffectiveBeforeInForce { act: id.clone(), effective, in_force })
}

/// What is asked of the kinds of a level that is abolished: also who is founded or becomes one at
/// it that day is of a kind that stands at it.
fn kinds_that_stay(
    organisation: &Organisation,
    level: Level,
    day: Day,
    place: &Place,
    doubts: &mut Doubts,
) {
    let kinds = organisation.parts().unit_kinds.iter();
    for kind in kinds.filter(|kind| kind.level_on(day) == Some(level)) {
        doubts.add(place.clone(), EventLint::LevelStays { level, kind: kind.id.clone(), day });
    }
}

/// What is asked of the parts that pass.
fn shares(change: &Change, place: &Place, doubts: &mut Doubts) {
    match change {
        Change::Merged { into, from } => {
            for (Part { unit, population, area }, at) in from.iter().zip(0..) {
                let place = place.field("from").index(at);
                known((unit, into), (*population, *area), &place, doubts);
            }
        }
        Change::Split { unit, into } => {
            if let [part] = into.as_slice() {
                let (unit, into) = (unit.clone(), part.unit.clone());
                doubts.add(place.field("into"), EventLint::SinglePart { unit, into });
            }
            for (Part { unit: to, population, area }, at) in into.iter().zip(0..) {
                let place = place.field("into").index(at);
                known((unit, to), (*population, *area), &place, doubts);
            }
        }
        Change::Transferred { from, to, population, area } => {
            known((from, to), (*population, *area), place, doubts);
        }
        Change::Founded { .. }
        | Change::Renamed { .. }
        | Change::Recoded { .. }
        | Change::ChangedKind { .. }
        | Change::Moved { .. }
        | Change::Dissolved { .. }
        | Change::LevelAbolished { .. } => {}
    }
}

/// What is asked of the levels of those between whom something passes.
fn levels(
    organisation: &Organisation,
    change: &Change,
    day: Day,
    place: &Place,
    doubts: &mut Doubts,
) {
    let level = |unit: &UnitId, day: Day| Some(organisation.unit_on(unit, day).ok()??.level());
    let mut pass = |from: &UnitId, to: &UnitId, place: Place| {
        let levels = day.previous().and_then(|eve| level(from, eve)).zip(level(to, day));
        if let Some((from_level, to_level)) = levels.filter(|(from, to)| from != to) {
            let (from, to) = (from.clone(), to.clone());
            doubts.add(place, EventLint::AcrossLevels { from, from_level, to, to_level });
        }
    };
    match change {
        Change::Merged { into, from } => {
            for (part, at) in from.iter().zip(0..) {
                pass(&part.unit, into, place.field("from").index(at));
            }
        }
        Change::Split { unit, into } => {
            for (part, at) in into.iter().zip(0..) {
                pass(unit, &part.unit, place.field("into").index(at));
            }
        }
        Change::Transferred { from, to, .. } => pass(from, to, place.clone()),
        _ => {}
    }
}

fn known(
    (from, to): (&UnitId, &UnitId),
    (population, area): (Share, Share),
    place: &Place,
    doubts: &mut Doubts,
) {
    let shares = [("population", Measure::Population, population), ("area", Measure::Area, area)];
    for (field, measure, share) in shares {
        if share == Share::Unknown {
            let (from, to) = (from.clone(), to.clone());
            doubts.add(place.field(field), EventLint::UnknownShare { from, to, measure });
        }
    }
}

/// What an event leaves as it was on the day before, if that is all that it could change.
fn unchanged(organisation: &Organisation, change: &Change, day: Day) -> Option<Unchanged> {
    let eve = day.previous()?;
    let on_eve = |unit: &UnitId| organisation.unit_on(unit, eve).ok().flatten();
    let (unit, attribute, same) = match change {
        Change::Renamed { unit, name } => (unit, Attribute::Name, on_eve(unit)?.name() == name),
        Change::Recoded { unit, scheme, code } => {
            (unit, Attribute::Code, on_eve(unit)?.code(scheme) == code.as_ref())
        }
        Change::ChangedKind { unit, new_kind } => {
            (unit, Attribute::Kind, on_eve(unit)?.kind().id == *new_kind)
        }
        Change::Moved { unit, parent } => {
            (unit, Attribute::Parent, parent_on(organisation, unit, eve) == parent.as_ref())
        }
        Change::LevelAbolished { level } => {
            let history = organisation.history();
            let ids = (0..history.len()).filter_map(|unit| history.registry.id(unit));
            let mut stands = ids.filter_map(on_eve).map(|unit| unit.level());
            return (!stands.any(|stands| stands == *level)).then_some(Unchanged::Level(*level));
        }
        Change::Founded { .. }
        | Change::Merged { .. }
        | Change::Split { .. }
        | Change::Transferred { .. }
        | Change::Dissolved { .. } => return None,
    };
    same.then(|| Unchanged::Unit { unit: unit.clone(), attribute })
}

fn parent_on<'o>(organisation: &'o Organisation, unit: &UnitId, day: Day) -> Option<&'o UnitId> {
    let history = organisation.history();
    let parent = history.parents.on(history.position(unit)?, day).copied().flatten();
    history.registry.id(parent?)
}
