//! What lint asks of units: what they are called, where they stand, and how they begin and end.

use std::collections::{BTreeMap, BTreeSet};

use thidua_notation::NameKey;
use thidua_values::{Day, Period, Place, UnitId};

use crate::attributes::unit_place;
use crate::check::item;
use crate::flow::Flow;
use crate::history::History;
use crate::lint::Doubts;
use crate::passing::left_over;
use crate::replay::{Origin, ended_by, foundings};
use crate::{Change, Level, Measure, Organisation, UnitLint};

/// Some days on which a unit stays as it is.
struct Stay {
    unit: usize,
    during: Period,
    called: Called,
    level: Level,
}

/// What tells units apart for those who know no ids: the kind, by position, the name, and the
/// unit above.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Called {
    kind: usize,
    name: NameKey,
    parent: Option<usize>,
}

/// Units through time, as the rules look at them.
struct Units<'o> {
    organisation: &'o Organisation,
    history: &'o History,
    /// By unit, then by day.
    stays: Vec<Stay>,
    /// Where each unit is stated, by position.
    places: BTreeMap<usize, Place>,
    /// The levels that are abolished, by day.
    abolished: BTreeSet<(Day, Level)>,
}

const RULES: [fn(&Units<'_>, &mut Doubts); 5] = [same_names, gaps, orphans, endings, beginnings];

pub(crate) fn all(organisation: &Organisation, doubts: &mut Doubts) {
    let history = organisation.history();
    let stays = (0..history.len()).flat_map(|unit| stays(organisation, unit)).collect();
    let abolished = organisation.parts().events.iter().filter_map(|event| match event.change {
        Change::LevelAbolished { level } => Some((event.effective, level)),
        _ => None,
    });
    let (places, abolished) = (places(organisation), abolished.collect());
    let units = Units { organisation, history, stays, places, abolished };
    for rule in RULES {
        rule(&units, doubts);
    }
}

fn places(organisation: &Organisation) -> BTreeMap<usize, Place> {
    let position = |unit| organisation.history().position(unit);
    let places = foundings(organisation.parts());
    places.filter_map(|(origin, _, it)| Some((position(&it.id)?, unit_place(origin)))).collect()
}

fn stays(organisation: &Organisation, unit: usize) -> Vec<Stay> {
    let history = organisation.history();
    let Some(life) = history.life(unit) else { return Vec::new() };
    let kind = |kind: &usize| organisation.parts().unit_kinds.get(*kind);
    let kinds = history.kinds.of_unit(unit).iter();
    let levels = kinds.clone().filter_map(|(_, of)| kind(of)).flat_map(|kind| &kind.levels);
    let names = history.names.of_unit(unit).iter().map(|(day, _)| *day);
    let parents = history.parents.of_unit(unit).iter().map(|(day, _)| *day);
    let levels = levels.map(|level| level.during.start());
    let days = names.chain(parents).chain(kinds.map(|(day, _)| *day)).chain(levels);
    let mut days: Vec<Day> = days.filter(|day| life.contains(*day)).collect();
    days.sort();
    days.dedup();
    let ends = days.iter().skip(1).copied().map(Some).chain([life.until()]);
    let stay = |(start, until): (&Day, Option<Day>)| {
        let name = NameKey::of(history.names.on(unit, *start)?.vi.as_str());
        let of = *history.kinds.on(unit, *start)?;
        let parent = history.parents.on(unit, *start).copied().flatten();
        let level = kind(&of)?.level_on(*start)?;
        let during = Period::try_new(*start, until).ok()?;
        Some(Stay { unit, during, called: Called { kind: of, name, parent }, level })
    };
    days.iter().zip(ends).filter_map(stay).collect()
}

impl Stay {
    /// Whether it is told what is above: nothing is above a province, and without a parent below
    /// it, two of one name need not be in one place.
    fn is_placed(&self) -> bool {
        self.called.parent.is_some() || Level::Province <= self.level
    }
}

impl Units<'_> {
    fn id(&self, unit: usize) -> Option<UnitId> {
        self.history.registry.id(unit).cloned()
    }

    fn life(&self, unit: usize) -> Option<Period> {
        self.history.life(unit)
    }

    fn place(&self, unit: usize) -> Option<Place> {
        self.places.get(&unit).cloned()
    }

    /// What a unit gives on a day.
    fn given(&self, unit: usize, day: Day) -> &[Flow] {
        let flows = &self.history.flows;
        let start = flows.partition_point(|flow| (flow.day, flow.from) < (day, unit));
        let end = flows.partition_point(|flow| (flow.day, flow.from) <= (day, unit));
        flows.get(start..end).unwrap_or_default()
    }
}

fn same_names(units: &Units<'_>, doubts: &mut Doubts) {
    let mut alike: BTreeMap<&Called, Vec<&Stay>> = BTreeMap::new();
    for stay in units.stays.iter().filter(|stay| stay.is_placed()) {
        alike.entry(&stay.called).or_default().push(stay);
    }
    let mut later = BTreeMap::new();
    for stays in alike.into_values() {
        note_alike(units, stays, &mut later);
    }
    for (second, (day, first)) in later {
        let ids = units.id(first).zip(units.id(second));
        if let (Some(place), Some((first, second))) = (units.place(second), ids) {
            doubts.add(place, UnitLint::SameName { first, second, day });
        }
    }
}

/// Notes each unit with the first day on which one that began before it is called so too, and the
/// first begun of those.
fn note_alike(units: &Units<'_>, mut stays: Vec<&Stay>, later: &mut BTreeMap<usize, (Day, usize)>) {
    let begins = |unit: usize| (units.life(unit).map(Period::start), unit);
    stays.sort_by_key(|stay| (stay.during.start(), begins(stay.unit)));
    // Who is called so, the first begun first: all others that are were noted as they met it.
    let mut called: BTreeMap<_, Period> = BTreeMap::new();
    for stay in stays {
        let (day, this) = (stay.during.start(), begins(stay.unit));
        while let Some(first) = called.first_entry().filter(|first| !first.get().contains(day)) {
            first.remove();
        }
        if let Some((met, _)) = called.first_key_value() {
            let ((_, first), (_, second)) = (this.min(*met), this.max(*met));
            let noted = later.entry(second).or_insert((day, first));
            *noted = (*noted).min((day, first));
        }
        called.insert(this, stay.during);
    }
}

fn gaps(units: &Units<'_>, doubts: &mut Doubts) {
    let placed = || units.stays.iter().filter(|stay| stay.is_placed());
    let mut ended: BTreeMap<&Called, Vec<(Day, usize)>> = BTreeMap::new();
    for stay in placed() {
        let end = units.life(stay.unit).and_then(Period::until);
        if let Some(end) = end.filter(|end| stay.during.until() == Some(*end)) {
            ended.entry(&stay.called).or_default().push((end, stay.unit));
        }
    }
    let begin =
        |stay: &&Stay| units.life(stay.unit).map(Period::start) == Some(stay.during.start());
    // Who ended and who was founded, by both days: a succession is of all units.
    let mut pairs: BTreeMap<(Day, Day), Vec<(usize, usize)>> = BTreeMap::new();
    for stay in placed().filter(begin) {
        let founded = stay.during.start();
        let before = ended.get(&stay.called).into_iter().flatten();
        if let Some((ended, before)) = before.filter(|(end, _)| *end < founded).max() {
            pairs.entry((*ended, founded)).or_default().push((*before, stay.unit));
        }
    }
    for ((ended, founded), pairs) in pairs {
        let eve = ended.previous();
        let succession = eve.and_then(|eve| units.organisation.succession(eve, founded).ok());
        for (before, after) in pairs {
            let ids = units.id(before).zip(units.id(after));
            let Some((place, (before, after))) = units.place(after).zip(ids) else { continue };
            let successors = succession.as_ref().map_or(&[][..], |it| it.successors(&before));
            if successors.iter().all(|passage| passage.after != after) {
                doubts.add(place, UnitLint::GapInLife { before, ended, after, founded });
            }
        }
    }
}

fn orphans(units: &Units<'_>, doubts: &mut Doubts) {
    let below = || units.stays.iter().filter(|stay| stay.level < Level::Province);
    let mut with_parent: BTreeMap<usize, Vec<Period>> = BTreeMap::new();
    for stay in below().filter(|stay| stay.called.parent.is_some()) {
        with_parent.entry(stay.called.kind).or_default().push(stay.during);
    }
    let with_parent: BTreeMap<usize, Vec<Period>> =
        with_parent.into_iter().map(|(kind, periods)| (kind, joined(periods))).collect();
    let mut orphaned = BTreeSet::new();
    for stay in below().filter(|stay| stay.called.parent.is_none()) {
        let mut others = with_parent.get(&stay.called.kind).into_iter().flatten();
        let Some(others) = others.find(|others| others.overlaps(stay.during)) else { continue };
        let day = others.start().max(stay.during.start());
        // Once for each unit, on the first such day.
        if orphaned.insert(stay.unit)
            && let (Some(place), Some(unit)) = (units.place(stay.unit), units.id(stay.unit))
        {
            doubts.add(place, UnitLint::Orphan { unit, day });
        }
    }
}

/// The days of all periods, as periods by day of which no two meet.
fn joined(mut periods: Vec<Period>) -> Vec<Period> {
    periods.sort();
    let mut joined: Vec<Period> = Vec::new();
    for period in periods {
        match joined.last_mut() {
            Some(last) if last.until().is_none_or(|until| period.start() <= until) => {
                let until = last.until().zip(period.until()).map(|(a, b)| a.max(b));
                *last = Period::try_new(last.start(), until).unwrap_or(*last);
            }
            _ => joined.push(period),
        }
    }
    joined
}

fn endings(units: &Units<'_>, doubts: &mut Doubts) {
    let events = &units.organisation.parts().events;
    let mut ended = BTreeSet::new();
    for (position, event) in events.iter().enumerate() {
        for unit in ended_by(&event.change) {
            let Some(unit) = units.history.position(unit) else { continue };
            ended.insert(unit);
            ending(units, unit, event.effective, position, doubts);
        }
    }
    for (position, event) in events.iter().enumerate() {
        let Change::LevelAbolished { level } = event.change else { continue };
        let day = event.effective;
        let last = units.stays.iter().filter(|stay| stay.during.until() == Some(day));
        let abolished = last.filter(|stay| {
            let ends = units.life(stay.unit).and_then(Period::until) == Some(day);
            ends && stay.level == level && !ended.contains(&stay.unit)
        });
        for stay in abolished {
            ending(units, stay.unit, day, position, doubts);
        }
    }
}

/// Whether all of a unit that an event ends on a day is somewhere.
fn ending(units: &Units<'_>, unit: usize, day: Day, event: usize, doubts: &mut Doubts) {
    let Some(id) = units.id(unit) else { return };
    let place = item("events", event).field("change");
    let given = units.given(unit, day);
    if given.is_empty() {
        if !level_ends(units, unit, day) {
            doubts.add(place, UnitLint::NoSuccessor { unit: id, day });
        }
        return;
    }
    for measure in Measure::ALL {
        if left_over(given.iter().map(|flow| flow.shares.of(measure)), true).is_something() {
            doubts.add(place.clone(), UnitLint::NotCovered { unit: id.clone(), measure });
        }
    }
}

/// Whether the level at which a unit stood last is abolished on a day.
fn level_ends(units: &Units<'_>, unit: usize, day: Day) -> bool {
    let last = units.id(unit).zip(day.previous());
    let last =
        last.as_ref().and_then(|(id, eve)| units.organisation.unit_on(id, *eve).ok().flatten());
    last.is_some_and(|last| units.abolished.contains(&(day, last.level())))
}

fn beginnings(units: &Units<'_>, doubts: &mut Doubts) {
    let got: BTreeSet<(usize, Day)> =
        units.history.flows.iter().map(|flow| (flow.to, flow.day)).collect();
    for (origin, day, unit) in foundings(units.organisation.parts()) {
        let position = units.history.position(&unit.id);
        let founded = matches!(origin, Origin::Event(_));
        if founded && position.is_some_and(|unit| !got.contains(&(unit, day))) {
            let unit = unit.id.clone();
            doubts.add(origin.place().field("unit"), UnitLint::NoPredecessor { unit, day });
        }
    }
}
