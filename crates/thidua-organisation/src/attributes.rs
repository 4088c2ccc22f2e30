//! Names, kinds, codes and parents of units through time, gathered from the events.

use std::collections::BTreeSet;

use thidua_values::{Day, KindId, Place, Text, UnitId};

use crate::check::repeated;
use crate::dated::Dated;
use crate::registry::lookup;
use crate::replay::{Begun, Found, Happened, Origin, Replay};
use crate::{Attribute, Change, HistoryFault, OrganisationFault, UnitCode};

/// A code of a unit in a list, by the position of the list; none where it is withdrawn.
pub(crate) type CodeIn = (usize, Option<UnitCode>);

/// What is told of units through time, each with where it is told.
#[derive(Debug)]
pub(crate) struct Attributes {
    pub(crate) names: Dated<Text>,
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
            parents: parents(replay, found),
            codes: codes(replay, &schemes),
            schemes,
        }
    }
}

/// Notes units that begin with a kind or a parent that is not there, or with two codes in a list.
fn check_begun(replay: &Replay<'_>, found: &mut Found) {
    for Begun { origin, day, unit, .. } in &replay.begun {
        let place = || unit_place(*origin);
        if replay.kind(&unit.kind).is_none() {
            found
                .note(place().field("kind"), OrganisationFault::UnknownUnitKind(unit.kind.clone()));
        }
        for (at, scheme) in repeated(unit.codes.iter().map(|code| &code.scheme)) {
            let (unit, scheme) = (unit.id.clone(), scheme.clone());
            let place = place().field("codes").index(at).field("scheme");
            found.note(place, HistoryFault::TwoCodes { unit, scheme, day: *day });
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

/// Notes second changes of one thing on one day.
fn check_once_a_day(replay: &Replay<'_>, found: &mut Found) {
    for today in replay.events.chunk_by(|a, b| a.day == b.day) {
        let mut changed = lookup(today.len());
        let mut abolished = BTreeSet::new();
        for happened in today {
            let day = happened.day;
            let (attribute, scheme) = match &happened.event.change {
                Change::Renamed { .. } => (Attribute::Name, None),
                Change::ChangedKind { .. } => (Attribute::Kind, None),
                Change::Moved { .. } => (Attribute::Parent, None),
                Change::Recoded { scheme, .. } => (Attribute::Code, Some(scheme)),
                Change::LevelAbolished { level } if !abolished.insert(*level) => {
                    let fault = HistoryFault::AbolishedTwice { level: *level, day };
                    found.note(happened.origin().place(), fault);
                    continue;
                }
                _ => continue,
            };
            let Some(unit) = happened.unit else { continue };
            if changed.insert((unit, attribute, scheme), ()).is_some()
                && let Some(unit) = replay.registry.id(unit).cloned()
            {
                let fault = HistoryFault::ChangedTwice { unit, day, attribute };
                found.note(happened.origin().place(), fault);
            }
        }
    }
}

fn names(replay: &Replay<'_>) -> Dated<Text> {
    let begun = replay.begun.iter().map(|begun| (begun.at, begun.day, begun.unit.name.clone()));
    let changed = replay.events.iter().filter_map(|happened| match &happened.event.change {
        Change::Renamed { name, .. } => Some((happened.unit?, happened.day, name.clone())),
        _ => None,
    });
    Dated::of(replay.registry.len(), begun.chain(changed))
}

fn schemes(replay: &Replay<'_>) -> Vec<KindId> {
    let begun = replay.begun.iter().flat_map(|begun| &begun.unit.codes).map(|code| &code.scheme);
    let changed = replay.events.iter().filter_map(|happened| match &happened.event.change {
        Change::Recoded { scheme, .. } => Some(scheme),
        _ => None,
    });
    let schemes: BTreeSet<&KindId> = begun.chain(changed).collect();
    schemes.into_iter().cloned().collect()
}

fn codes(replay: &Replay<'_>, schemes: &[KindId]) -> Dated<(CodeIn, Origin)> {
    let scheme = |id: &KindId| schemes.binary_search(id).ok();
    let mut values = Vec::with_capacity(replay.registry.len());
    for Begun { origin, day, at, unit } in &replay.begun {
        let code = |code: &crate::Code| Some((scheme(&code.scheme)?, Some(code.code.clone())));
        let codes = unit.codes.iter().filter_map(code);
        values.extend(codes.map(|code| (*at, *day, (code, *origin))));
    }
    for happened in &replay.events {
        let Change::Recoded { scheme: id, code, .. } = &happened.event.change else { continue };
        let known = happened.unit.zip(scheme(id));
        let value =
            |(unit, scheme)| (unit, happened.day, ((scheme, code.clone()), happened.origin()));
        values.extend(known.map(value));
    }
    Dated::of(replay.registry.len(), values.into_iter())
}

/// The parents through time; when a level is abolished, those below answer to the nearest unit
/// above that lives on.
fn parents(replay: &Replay<'_>, found: &mut Found) -> Dated<(Option<usize>, Origin)> {
    let units = replay.registry.len();
    let mut values = told_parents(replay, found);
    for happened in &replay.events {
        if matches!(happened.event.change, Change::LevelAbolished { .. }) {
            let parents = Dated::of(units, values.iter().copied());
            values.extend(moved_up(replay, &parents, happened));
        }
    }
    Dated::of(units, values.into_iter())
}

/// The new parents of the units below those that end with a level.
fn moved_up<'r>(
    replay: &'r Replay<'_>,
    parents: &'r Dated<(Option<usize>, Origin)>,
    abolished: &'r Happened<'_>,
) -> impl Iterator<Item = (usize, Day, (Option<usize>, Origin))> + use<'r> {
    let day = abolished.day;
    let above = move |unit: usize| {
        let (parent, _) = parents.on(unit, day.previous()?)?;
        *parent
    };
    let ends_here = move |unit: usize| {
        replay.life(unit).is_some_and(|life| life.end == Some((day, abolished.position)))
    };
    let lives_on = move |unit: &usize| replay.life(*unit).is_some_and(|life| life.on(day));
    let lives = replay.lives.iter().enumerate().filter(move |(_, life)| life.through(day));
    lives.filter_map(move |(unit, _)| {
        let told = parents.of_unit(unit).iter().any(|(from, _)| *from == day);
        if told || !above(unit).is_some_and(ends_here) {
            return None;
        }
        let mut chain = std::iter::successors(above(unit), |unit| above(*unit));
        let parent = chain.by_ref().take(replay.lives.len()).find(lives_on);
        Some((unit, day, (parent, abolished.origin())))
    })
}

/// The parents as units begin with them and are moved to them; notes those that are not there.
fn told_parents(
    replay: &Replay<'_>,
    found: &mut Found,
) -> Vec<(usize, Day, (Option<usize>, Origin))> {
    let mut parent = |id: &Option<UnitId>, place: &dyn Fn() -> Place| {
        let id = id.as_ref()?;
        let known = replay.registry.position(id);
        if known.is_none() {
            found.note(place().field("parent"), OrganisationFault::UnknownUnit(id.clone()));
        }
        known
    };
    let mut told = Vec::with_capacity(replay.begun.len());
    for Begun { origin, day, at, unit } in &replay.begun {
        told.push((*at, *day, (parent(&unit.parent, &|| unit_place(*origin)), *origin)));
    }
    for happened in &replay.events {
        if let Change::Moved { parent: to, .. } = &happened.event.change {
            let origin = happened.origin();
            let to = parent(to, &|| origin.place());
            told.extend(happened.unit.map(|unit| (unit, happened.day, (to, origin))));
        }
    }
    told
}
