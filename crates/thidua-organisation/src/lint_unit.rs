//! What lint asks of units: their names, codes and parents, and how they begin and end.

use std::collections::{BTreeMap, BTreeSet};

use thidua_notation::NameKey;
use thidua_values::{Day, KindId, Period, Phrase, Place, UnitId};

use crate::check::item;
use crate::flow::Flow;
use crate::history::History;
use crate::lint::Doubts;
use crate::passing::left_over;
use crate::replay::{Origin, ended_by, foundings};
use crate::{Change, Level, Measure, Organisation, UnitCode, UnitLint};

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
}

const RULES: [fn(&Units<'_>, &mut Doubts); 5] = [same_names, gaps, orphans, endings, beginnings];

pub(crate) fn all(organisation: &Organisation, doubts: &mut Doubts) {
    let history = organisation.history();
    let stays = (0..history.len()).flat_map(|unit| stays(organisation, unit)).collect();
    let units = Units { organisation, history, stays, places: places(organisation) };
    for rule in RULES {
        rule(&units, doubts);
    }
}

fn places(organisation: &Organisation) -> BTreeMap<usize, Place> {
    let place = |origin: Origin| match origin {
        Origin::Unit(_) => origin.place(),
        Origin::Event(_) => origin.place().field("unit"),
    };
    let position = |unit| organisation.history().position(unit);
    let places = foundings(organisation.parts());
    places.filter_map(|(origin, _, unit)| Some((position(&unit.id)?, place(origin)))).collect()
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
    // The later unit of a pair, then the other.
    let mut pairs: BTreeMap<(usize, usize), Day> = BTreeMap::new();
    let begins = |unit: usize| (units.life(unit).map(Period::start), unit);
    for mut stays in alike.into_values() {
        stays.sort_by_key(|stay| (stay.during, stay.unit));
        for (at, later) in stays.iter().enumerate() {
            let alike = |it: &&&Stay| it.unit != later.unit && it.during.overlaps(later.during);
            for earlier in stays.iter().take(at).filter(alike) {
                let (first, second) = (begins(earlier.unit), begins(later.unit));
                let pair = (first.max(second).1, first.min(second).1);
                let day = pairs.entry(pair).or_insert(later.during.start());
                *day = (*day).min(later.during.start());
            }
        }
    }
    for ((later, first), day) in pairs {
        let ids = units.id(first).zip(units.id(later));
        if let (Some(place), Some((first, second))) = (units.place(later), ids) {
            doubts.add(place, UnitLint::SameName { first, second, day });
        }
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
    for stay in placed().filter(begin) {
        let founded = stay.during.start();
        let before = ended.get(&stay.called).into_iter().flatten();
        let last = before.filter(|(end, _)| *end < founded).max();
        let Some((ended, before)) = last.copied() else { continue };
        let ids = units.id(before).zip(units.id(stay.unit));
        if let (Some(place), Some((before, after))) = (units.place(stay.unit), ids)
            && !passes(units.organisation, (ended, &before), (founded, &after))
        {
            doubts.add(place, UnitLint::GapInLife { before, ended, after, founded });
        }
    }
}

/// Whether something of a unit that ended is in one that was founded later.
fn passes(organisation: &Organisation, from: (Day, &UnitId), to: (Day, &UnitId)) -> bool {
    let ((ended, before), (founded, after)) = (from, to);
    let succession = ended.previous().and_then(|eve| organisation.succession(eve, founded).ok());
    let succession = succession.as_ref().map_or(&[][..], |it| it.successors(before));
    succession.iter().any(|passage| passage.after == *after)
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
    let Some(last) = last else { return false };
    let mut today = units.organisation.parts().events.iter().filter(|it| it.effective == day);
    today.any(|event| event.change == Change::LevelAbolished { level: last.level() })
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

/// What is asked of the names and codes that events give.
pub(crate) fn codes(organisation: &Organisation, doubts: &mut Doubts) {
    for (position, event) in organisation.parts().events.iter().enumerate() {
        let place = item("events", position).field("change");
        let day = event.effective;
        match &event.change {
            Change::Founded { unit } => {
                for (at, own) in unit.codes.iter().enumerate() {
                    let place = place.field("unit").field("codes").index(at);
                    let lint = reused(organisation, &unit.id, (&own.scheme, &own.code), day);
                    if let Some(lint) = lint {
                        doubts.add(place, lint);
                    }
                }
            }
            Change::Recoded { unit, scheme, code: Some(code) } => {
                let lint = reused(organisation, unit, (scheme, code), day);
                if let Some(lint) = lint {
                    doubts.add(place.field("code"), lint);
                }
            }
            Change::Renamed { unit, name } => {
                let lint = spelt(organisation.history(), unit, &name.vi, day);
                if let Some(lint) = lint {
                    doubts.add(place.field("name"), lint);
                }
            }
            _ => {}
        }
    }
}

/// Whether the last to have a code before a unit gets it was another.
fn reused(
    organisation: &Organisation,
    unit: &UnitId,
    (scheme, code): (&KindId, &UnitCode),
    day: Day,
) -> Option<UnitLint> {
    let holders: Vec<_> = organisation.holders(scheme, code).collect();
    let at = holders.partition_point(|(during, _)| during.start() < day);
    let (_, before) = holders.get(at.checked_sub(1)?)?;
    (*before != unit).then(|| UnitLint::ReusedCode {
        scheme: scheme.clone(),
        code: code.clone(),
        before: (*before).clone(),
        after: unit.clone(),
        day,
    })
}

/// Whether a unit had its new name last in another spelling.
fn spelt(history: &History, unit: &UnitId, name: &Phrase, day: Day) -> Option<UnitLint> {
    let key = NameKey::of(name.as_str());
    let names = history.names.of_unit(history.position(unit)?).iter();
    let mut earlier = names.rev().filter(|(from, _)| *from < day).map(|(_, name)| &name.vi);
    let before = earlier.find(|earlier| NameKey::of(earlier.as_str()) == key)?;
    (before != name).then(|| UnitLint::SpeltOtherwise {
        unit: unit.clone(),
        before: before.clone(),
        after: name.clone(),
    })
}
