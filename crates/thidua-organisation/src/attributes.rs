//! Names, kinds, codes and parents of units through time, gathered from the events.

use std::collections::BTreeSet;

use thidua_values::{Day, KindId, Place, Text, UnitId};

use crate::dated::Dated;
use crate::replay::{Found, Life, Origin, Replay};
use crate::{Attribute, Change, HistoryFault, OrganisationFault, Unit, UnitCode};

/// A code of a unit in a list, by the position of the list; none where it is withdrawn.
pub(crate) type CodeIn = (usize, Option<UnitCode>);

/// What is told of units through time, each with where it is told.
#[derive(Debug)]
pub(crate) struct Attributes {
    pub(crate) names: Dated<Text>,
    pub(crate) kinds: Dated<(usize, Origin)>,
    pub(crate) parents: Dated<(Option<usize>, Origin)>,
    pub(crate) codes: Dated<(CodeIn, Origin)>,
    /// The lists of codes, by id.
    pub(crate) schemes: Vec<KindId>,
}

impl Attributes {
    pub(crate) fn of(replay: &Replay<'_>, found: &mut Found) -> Self {
        check_begun(replay, found);
        check_once_a_day(replay, found);
        let schemes = schemes(replay);
        Self {
            names: names(replay),
            kinds: replay.kinds_through_time(),
            parents: parents(replay),
            codes: codes(replay, &schemes),
            schemes,
        }
    }
}

/// Notes units that begin with a kind or a parent that is not there, or with two codes in a list.
fn check_begun(replay: &Replay<'_>, found: &mut Found) {
    for (origin, _, unit) in replay.foundings() {
        let place = || unit_place(origin);
        if replay.kind(&unit.kind).is_none() {
            found
                .note(place().field("kind"), OrganisationFault::UnknownUnitKind(unit.kind.clone()));
        }
        let mut seen = BTreeSet::new();
        for (code, at) in unit.codes.iter().zip(0..) {
            if !seen.insert(&code.scheme) {
                let (unit, scheme) = (unit.id.clone(), code.scheme.clone());
                let place = place().field("codes").index(at).field("scheme");
                found.note(place, HistoryFault::TwoCodes { unit, scheme });
            }
        }
        note_unknown_parent(replay, unit.parent.as_ref(), || place().field("parent"), found);
    }
    for (position, event) in &replay.events {
        if let Change::Moved { parent, .. } = &event.change {
            let place = || Origin::Event(*position).place().field("parent");
            note_unknown_parent(replay, parent.as_ref(), place, found);
        }
    }
}

/// The place of a unit as it begins.
pub(crate) fn unit_place(origin: Origin) -> Place {
    match origin {
        Origin::Unit(_) => origin.place(),
        Origin::Event(_) => origin.place().field("unit"),
    }
}

fn note_unknown_parent(
    replay: &Replay<'_>,
    parent: Option<&UnitId>,
    place: impl Fn() -> Place,
    found: &mut Found,
) {
    let unknown = parent.filter(|parent| replay.registry.position(parent).is_none());
    if let Some(parent) = unknown {
        found.note(place(), OrganisationFault::UnknownUnit(parent.clone()));
    }
}

/// Notes second changes of one thing on one day.
fn check_once_a_day(replay: &Replay<'_>, found: &mut Found) {
    for today in replay.events.chunk_by(|(_, a), (_, b)| a.effective == b.effective) {
        let mut changed = BTreeSet::new();
        let mut abolished = BTreeSet::new();
        for (position, event) in today {
            let (attribute, unit, scheme) = match &event.change {
                Change::Renamed { unit, .. } => (Attribute::Name, unit, None),
                Change::ChangedKind { unit, .. } => (Attribute::Kind, unit, None),
                Change::Moved { unit, .. } => (Attribute::Parent, unit, None),
                Change::Recoded { unit, scheme, .. } => (Attribute::Code, unit, Some(scheme)),
                Change::LevelAbolished { level } if !abolished.insert(*level) => {
                    let fault =
                        HistoryFault::AbolishedTwice { level: *level, day: event.effective };
                    found.note(Origin::Event(*position).place(), fault);
                    continue;
                }
                _ => continue,
            };
            if !changed.insert((attribute, unit, scheme)) {
                let (unit, day) = (unit.clone(), event.effective);
                let fault = HistoryFault::ChangedTwice { unit, day, attribute };
                found.note(Origin::Event(*position).place(), fault);
            }
        }
    }
}

fn names(replay: &Replay<'_>) -> Dated<Text> {
    let begun = replay.foundings().map(|(_, day, unit)| (day, &unit.id, &unit.name));
    let changed = replay.events.iter().filter_map(|(_, event)| match &event.change {
        Change::Renamed { unit, name } => Some((event.effective, unit, name)),
        _ => None,
    });
    let known = |(day, unit, name): (Day, &UnitId, &Text)| {
        Some((replay.registry.position(unit)?, day, name.clone()))
    };
    Dated::of(replay.registry.len(), begun.chain(changed).filter_map(known).collect())
}

fn schemes(replay: &Replay<'_>) -> Vec<KindId> {
    let begun = replay.foundings().flat_map(|(_, _, unit)| &unit.codes).map(|code| &code.scheme);
    let changed = replay.events.iter().filter_map(|(_, event)| match &event.change {
        Change::Recoded { scheme, .. } => Some(scheme),
        _ => None,
    });
    let schemes: BTreeSet<&KindId> = begun.chain(changed).collect();
    schemes.into_iter().cloned().collect()
}

fn codes(replay: &Replay<'_>, schemes: &[KindId]) -> Dated<(CodeIn, Origin)> {
    let scheme = |id: &KindId| schemes.binary_search(id).ok();
    let mut values = Vec::with_capacity(replay.registry.len());
    for (origin, day, unit) in replay.foundings() {
        let Some(position) = replay.registry.position(&unit.id) else { continue };
        let code = |code: &crate::Code| Some((scheme(&code.scheme)?, Some(code.code.clone())));
        let codes = unit.codes.iter().filter_map(code);
        values.extend(codes.map(|code| (position, day, (code, origin))));
    }
    for (event_position, event) in &replay.events {
        let Change::Recoded { unit, scheme: id, code } = &event.change else { continue };
        let known = replay.registry.position(unit).zip(scheme(id));
        let origin = Origin::Event(*event_position);
        let value = |(unit, scheme)| (unit, event.effective, ((scheme, code.clone()), origin));
        values.extend(known.map(value));
    }
    Dated::of(replay.registry.len(), values)
}

/// The parents through time; when a level is abolished, those below answer to the nearest unit
/// above that lives on.
fn parents(replay: &Replay<'_>) -> Dated<(Option<usize>, Origin)> {
    let units = replay.registry.len();
    let mut values = told_parents(replay);
    for (position, event) in &replay.events {
        if !matches!(event.change, Change::LevelAbolished { .. }) {
            continue;
        }
        let day = event.effective;
        let Some(eve) = day.previous() else { continue };
        let parents = Dated::of(units, values.clone());
        let above = |unit: usize| parents.on(unit, eve).and_then(|(parent, _)| *parent);
        let ended_here = |life: Life| life.end == Some((day, *position));
        for unit in replay.living_through(day) {
            let moved = parents.of_unit(unit).iter().any(|(from, _)| *from == day);
            let ended = |unit: &usize| replay.life(*unit).is_some_and(ended_here);
            if moved || !above(unit).as_ref().is_some_and(ended) {
                continue;
            }
            let lives = |unit: &usize| replay.life(*unit).is_some_and(|life| life.on(day));
            let mut chain = std::iter::successors(above(unit), |unit| above(*unit)).take(units);
            values.push((unit, day, (chain.find(lives), Origin::Event(*position))));
        }
    }
    Dated::of(units, values)
}

fn told_parents(replay: &Replay<'_>) -> Vec<(usize, Day, (Option<usize>, Origin))> {
    let position = |id: &UnitId| replay.registry.position(id);
    let begun = replay.foundings().filter_map(|(origin, day, Unit { id, parent, .. })| {
        Some((position(id)?, day, (parent.as_ref().and_then(position), origin)))
    });
    let moved = replay.events.iter().filter_map(|(at, event)| match &event.change {
        Change::Moved { unit, parent } => {
            let parent = parent.as_ref().and_then(position);
            Some((position(unit)?, event.effective, (parent, Origin::Event(*at))))
        }
        _ => None,
    });
    begun.chain(moved).collect()
}
