//! The events in the order of their days, and when each unit lives by them.

use thidua_values::{Day, KindId, Period, Place, Placed, UnitId};

use crate::dated::Dated;
use crate::registry::Registry;
use crate::{Change, Event, HistoryFault, OrganisationFault, OrganisationParts, Unit, UnitKind};

/// Where something of a unit is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Among the units of the first day.
    Unit(usize),
    /// By an event.
    Event(usize),
}

impl Origin {
    /// The place of the unit, or of what changes it.
    pub(crate) fn place(self) -> Place {
        match self {
            Self::Unit(position) => Place::whole().field("units").index(position),
            Self::Event(position) => Place::whole().field("events").index(position).field("change"),
        }
    }
}

/// When a unit lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Life {
    pub(crate) start: Day,
    /// The first day on which it lives no more, and the event that ended it.
    pub(crate) end: Option<(Day, usize)>,
}

impl Life {
    pub(crate) fn on(self, day: Day) -> bool {
        self.start <= day && self.end.is_none_or(|(end, _)| day < end)
    }

    pub(crate) fn before(self, day: Day) -> bool {
        self.start < day && self.end.is_none_or(|(end, _)| day <= end)
    }

    pub(crate) fn through(self, day: Day) -> bool {
        self.before(day) && self.on(day)
    }

    /// The days; a life that would have none lasts one.
    pub(crate) fn period(self) -> Period {
        let until = self.end.map(|(end, _)| end);
        Period::try_new(self.start, until).unwrap_or(Period::starting(self.start))
    }
}

/// The faults so far.
#[derive(Debug, Default)]
pub(crate) struct Found(pub(crate) Vec<Placed<OrganisationFault>>);

impl Found {
    pub(crate) fn note(&mut self, place: Place, fault: impl Into<OrganisationFault>) {
        self.0.push(Placed { place, fault: fault.into() });
    }
}

/// What units there are, and what happens to them by day.
#[derive(Debug)]
pub(crate) struct Replay<'p> {
    pub(crate) parts: &'p OrganisationParts,
    pub(crate) registry: Registry,
    /// The kinds, by id; of two with one id, the first.
    pub(crate) kinds: Vec<&'p UnitKind>,
    /// The events of stated days, by day.
    pub(crate) events: Vec<(usize, &'p Event)>,
    pub(crate) lives: Vec<Life>,
}

impl<'p> Replay<'p> {
    pub(crate) fn of(parts: &'p OrganisationParts, found: &mut Found) -> Self {
        let mut replay = Self {
            parts,
            registry: Registry::of(foundings(parts).map(|(_, _, unit)| &unit.id)),
            kinds: kinds(parts),
            events: timely(parts, found),
            lives: Vec::new(),
        };
        replay.lives = replay.beginnings(found);
        replay.end_lives(found);
        replay
    }

    /// Units as they begin, with their first day.
    pub(crate) fn foundings(&self) -> impl Iterator<Item = (Origin, Day, &'p Unit)> + use<'p> {
        foundings(self.parts)
    }

    /// The position of a kind among `kinds`.
    pub(crate) fn kind(&self, id: &KindId) -> Option<usize> {
        self.kinds.binary_search_by(|kind| kind.id.cmp(id)).ok()
    }

    /// Where something of a unit is told: in the field `begun` as it begins, in `changed` by an
    /// event about it, and by a level that is abolished as a whole.
    pub(crate) fn place(
        &self,
        origin: Origin,
        begun: &'static str,
        changed: &'static str,
    ) -> Place {
        let event = match origin {
            Origin::Unit(_) => None,
            Origin::Event(position) => self.parts.events.get(position),
        };
        match event.map(|event| &event.change) {
            None => origin.place().field(begun),
            Some(Change::Founded { .. }) => origin.place().field("unit").field(begun),
            Some(Change::LevelAbolished { .. }) => origin.place(),
            Some(_) => origin.place().field(changed),
        }
    }

    pub(crate) fn life(&self, unit: usize) -> Option<Life> {
        self.lives.get(unit).copied()
    }

    /// The units that live on a day and on the day before.
    pub(crate) fn living_through(&self, day: Day) -> impl Iterator<Item = usize> {
        self.lives.iter().zip(0..).filter(move |(life, _)| life.through(day)).map(|(_, unit)| unit)
    }

    /// The kinds of units through time, as far as they are known.
    pub(crate) fn kinds_through_time(&self) -> Dated<(usize, Origin)> {
        let mut values = Vec::with_capacity(self.registry.len());
        let begun = self.foundings().map(|(origin, day, unit)| (origin, day, &unit.id, &unit.kind));
        let changed = self.events.iter().filter_map(|(position, event)| match &event.change {
            Change::ChangedKind { unit, new_kind } => {
                Some((Origin::Event(*position), event.effective, unit, new_kind))
            }
            _ => None,
        });
        for (origin, day, unit, kind) in begun.chain(changed) {
            let known = self.registry.position(unit).zip(self.kind(kind));
            values.extend(known.map(|(unit, kind)| (unit, day, (kind, origin))));
        }
        Dated::of(self.registry.len(), values)
    }

    fn beginnings(&self, found: &mut Found) -> Vec<Life> {
        let mut lives: Vec<Option<Life>> = vec![None; self.registry.len()];
        let mut foundings: Vec<_> = self.foundings().collect();
        foundings.sort_by_key(|(_, day, _)| *day);
        for (origin, day, unit) in foundings {
            let life = self.registry.position(&unit.id).and_then(|at| lives.get_mut(at));
            match (life, origin) {
                (Some(Some(life)), Origin::Event(_)) => {
                    let (unit, first) = (unit.id.clone(), life.start);
                    let place = origin.place().field("unit").field("id");
                    found.note(place, HistoryFault::FoundedTwice { unit, day, first });
                }
                // Of two on the first day, the list of units tells.
                (Some(Some(_)), Origin::Unit(_)) | (None, _) => {}
                (Some(life), _) => *life = Some(Life { start: day, end: None }),
            }
        }
        lives.into_iter().flatten().collect()
    }

    fn end_lives(&mut self, found: &mut Found) {
        let kinds = self.kinds_through_time();
        let events = std::mem::take(&mut self.events);
        for today in events.chunk_by(|(_, a), (_, b)| a.effective == b.effective) {
            for (position, event) in today {
                for unit in ended_by(&event.change) {
                    self.end(unit, event.effective, *position, found);
                }
            }
            for (position, event) in today {
                let Change::LevelAbolished { level } = event.change else { continue };
                let Some(eve) = event.effective.previous() else { continue };
                let all_kinds = &self.kinds;
                let stands = |unit: &usize| {
                    let kind = kinds.on(*unit, eve).and_then(|(kind, _)| all_kinds.get(*kind));
                    kind.and_then(|kind| kind.level_on(eve)) == Some(level)
                };
                // Also who ends by another event that day: the units below it move all the same.
                let end = Some((event.effective, *position));
                let lives = self.lives.iter_mut().zip(0..);
                let there =
                    lives.filter(|(life, unit)| life.before(event.effective) && stands(unit));
                there.for_each(|(life, _)| life.end = end);
            }
        }
        self.events = events;
    }

    fn end(&mut self, unit: &UnitId, day: Day, event: usize, found: &mut Found) {
        let life = self.registry.position(unit).and_then(|at| self.lives.get_mut(at));
        match life {
            Some(Life { end: Some((end, _)), .. }) if *end == day => {
                let fault = HistoryFault::EndedTwice { unit: unit.clone(), day };
                found.note(Origin::Event(event).place(), fault);
            }
            Some(life) if life.through(day) => life.end = Some((day, event)),
            // That it does not live then is told by the check of the event.
            _ => {}
        }
    }
}

/// The units that an event ends by itself.
pub(crate) fn ended_by(change: &Change) -> Vec<&UnitId> {
    match change {
        Change::Dissolved { unit } | Change::Split { unit, .. } => vec![unit],
        Change::Merged { from, .. } => {
            from.iter().filter(|part| part.is_whole()).map(|part| &part.unit).collect()
        }
        _ => Vec::new(),
    }
}

pub(crate) fn foundings(parts: &OrganisationParts) -> impl Iterator<Item = (Origin, Day, &Unit)> {
    let first = parts.stated.start();
    let there = parts.units.iter().zip(0..);
    let there = there.map(move |(unit, position)| (Origin::Unit(position), first, unit));
    let stated = parts.stated;
    let founded = parts.events.iter().zip(0..).filter_map(move |(event, position)| {
        let Change::Founded { unit } = &event.change else { return None };
        let timely = stated.contains(event.effective);
        timely.then_some((Origin::Event(position), event.effective, unit))
    });
    there.chain(founded)
}

fn kinds(parts: &OrganisationParts) -> Vec<&UnitKind> {
    let mut kinds: Vec<_> = parts.unit_kinds.iter().collect();
    kinds.sort_by(|a, b| a.id.cmp(&b.id));
    kinds.dedup_by(|later, first| later.id == first.id);
    kinds
}

/// The events of days that are stated and not the first, by day.
fn timely<'p>(parts: &'p OrganisationParts, found: &mut Found) -> Vec<(usize, &'p Event)> {
    let stated = parts.stated;
    let mut events = Vec::with_capacity(parts.events.len());
    for (position, event) in parts.events.iter().enumerate() {
        let day = event.effective;
        if stated.contains(day) && day != stated.start() {
            events.push((position, event));
        } else {
            let place = Place::whole().field("events").index(position).field("effective");
            found.note(place, HistoryFault::EventOutsideStated { day, stated });
        }
    }
    events.sort_by_key(|(position, event)| (event.effective, *position));
    events
}
