//! The events in the order of their days, and when each unit lives by them.

use thidua_values::{Day, KindId, Period, Place, Placed, UnitId};

use crate::dated::Dated;
use crate::registry::Registry;
use crate::{
    Change, Event, HistoryFault, Level, OrganisationFault, OrganisationParts, Unit, UnitKind,
};

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

/// A unit as it begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Begun<'p> {
    pub(crate) origin: Origin,
    pub(crate) day: Day,
    /// Its position in the registry.
    pub(crate) at: usize,
    pub(crate) unit: &'p Unit,
}

/// An event of a stated day that is not the first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Happened<'p> {
    pub(crate) day: Day,
    /// Its position among the events as given.
    pub(crate) position: usize,
    /// The position of the unit that it is about, if there is such a unit.
    pub(crate) unit: Option<usize>,
    pub(crate) event: &'p Event,
}

impl Happened<'_> {
    pub(crate) fn origin(&self) -> Origin {
        Origin::Event(self.position)
    }
}

/// What units there are, and what happens to them by day.
#[derive(Debug)]
pub(crate) struct Replay<'p> {
    pub(crate) parts: &'p OrganisationParts,
    pub(crate) registry: Registry,
    /// The kinds, by id; of two with one id, the first.
    pub(crate) kinds: Vec<&'p UnitKind>,
    pub(crate) begun: Vec<Begun<'p>>,
    /// The events, by day.
    pub(crate) events: Vec<Happened<'p>>,
    /// The kinds of units through time, as far as they are known.
    pub(crate) kind_of: Dated<(usize, Origin)>,
    pub(crate) lives: Vec<Life>,
}

impl<'p> Replay<'p> {
    pub(crate) fn of(parts: &'p OrganisationParts, found: &mut Found) -> Self {
        let registry = Registry::of(foundings(parts).map(|(_, _, unit)| &unit.id));
        let kinds = kinds(parts);
        let begun = foundings(parts).filter_map(|(origin, day, unit)| {
            Some(Begun { origin, day, at: registry.position(&unit.id)?, unit })
        });
        let begun: Vec<_> = begun.collect();
        let events = timely(parts, &registry, found);
        let kind_of = kinds_through_time(&registry, &kinds, &begun, &events);
        let lives = lives(registry.len(), &begun, found);
        let mut replay = Self { parts, registry, kinds, begun, events, kind_of, lives };
        replay.end_lives(found);
        replay
    }

    /// The position of a kind among `kinds`.
    pub(crate) fn kind(&self, id: &KindId) -> Option<usize> {
        position_of(&self.kinds, id)
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

    /// The unit that each event is about, by the event's position.
    pub(crate) fn about(&self) -> Vec<Option<usize>> {
        let mut about = vec![None; self.parts.events.len()];
        for Happened { position, unit, .. } in &self.events {
            if let Some(place) = about.get_mut(*position) {
                *place = *unit;
            }
        }
        about
    }

    pub(crate) fn life(&self, unit: usize) -> Option<Life> {
        self.lives.get(unit).copied()
    }

    fn end_lives(&mut self, found: &mut Found) {
        let events = std::mem::take(&mut self.events);
        for today in events.chunk_by(|a, b| a.day == b.day) {
            for event in today {
                for unit in ended_by(&event.event.change) {
                    self.end(unit, event, found);
                }
            }
            for event in today {
                if let Change::LevelAbolished { level } = event.event.change {
                    self.end_level(level, event);
                }
            }
        }
        self.events = events;
    }

    fn end(&mut self, unit: &UnitId, event: &Happened<'_>, found: &mut Found) {
        let day = event.day;
        let life = self.registry.position(unit).and_then(|at| self.lives.get_mut(at));
        match life {
            Some(Life { end: Some((end, _)), .. }) if *end == day => {
                let fault = HistoryFault::EndedTwice { unit: unit.clone(), day };
                found.note(event.origin().place(), fault);
            }
            Some(life) if life.through(day) => life.end = Some((day, event.position)),
            // That it does not live then is told by the check of the event.
            _ => {}
        }
    }

    /// Ends who stands at a level; also who ends by another event that day, since the units below
    /// it move all the same.
    fn end_level(&mut self, level: Level, event: &Happened<'_>) {
        let Some(eve) = event.day.previous() else { return };
        let (kind_of, kinds) = (&self.kind_of, &self.kinds);
        let stands = |unit: usize| {
            let kind = kind_of.on(unit, eve).and_then(|(kind, _)| kinds.get(*kind));
            kind.and_then(|kind| kind.level_on(eve)) == Some(level)
        };
        for (unit, life) in self.lives.iter_mut().enumerate() {
            if life.before(event.day) && stands(unit) {
                life.end = Some((event.day, event.position));
            }
        }
    }
}

/// The kinds of units through time, as far as they are known.
fn kinds_through_time(
    registry: &Registry,
    kinds: &[&UnitKind],
    begun: &[Begun<'_>],
    events: &[Happened<'_>],
) -> Dated<(usize, Origin)> {
    let known = |kind: &KindId| position_of(kinds, kind);
    let begun = begun
        .iter()
        .filter_map(|begun| Some((begun.at, begun.day, (known(&begun.unit.kind)?, begun.origin))));
    let changed = events.iter().filter_map(|event| match &event.event.change {
        Change::ChangedKind { new_kind, .. } => {
            Some((event.unit?, event.day, (known(new_kind)?, event.origin())))
        }
        _ => None,
    });
    Dated::of(registry.len(), begun.chain(changed))
}

fn position_of(kinds: &[&UnitKind], id: &KindId) -> Option<usize> {
    kinds.binary_search_by(|kind| kind.id.cmp(id)).ok()
}

/// When units live if nothing ends them.
fn lives(units: usize, begun: &[Begun<'_>], found: &mut Found) -> Vec<Life> {
    let mut lives: Vec<Option<Life>> = vec![None; units];
    let mut by_day: Vec<_> = begun.iter().collect();
    by_day.sort_by_key(|begun| begun.day);
    for Begun { origin, day, at, unit } in by_day {
        match (lives.get_mut(*at), origin) {
            (Some(Some(life)), Origin::Event(_)) => {
                let (unit, day, first) = (unit.id.clone(), *day, life.start);
                let place = origin.place().field("unit").field("id");
                found.note(place, HistoryFault::FoundedTwice { unit, day, first });
            }
            // Of two on the first day, the list of units tells.
            (Some(Some(_)), Origin::Unit(_)) | (None, _) => {}
            (Some(life), _) => *life = Some(Life { start: *day, end: None }),
        }
    }
    lives.into_iter().flatten().collect()
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
fn timely<'p>(
    parts: &'p OrganisationParts,
    registry: &Registry,
    found: &mut Found,
) -> Vec<Happened<'p>> {
    let stated = parts.stated;
    let mut events = Vec::with_capacity(parts.events.len());
    for (position, event) in parts.events.iter().enumerate() {
        let day = event.effective;
        if stated.contains(day) && day != stated.start() {
            let unit = event.change.unit().and_then(|unit| registry.position(unit));
            events.push(Happened { day, position, unit, event });
        } else {
            let place = Place::whole().field("events").index(position).field("effective");
            found.note(place, HistoryFault::EventOutsideStated { day, stated });
        }
    }
    events.sort_unstable_by_key(|event| (event.day, event.position));
    events
}
