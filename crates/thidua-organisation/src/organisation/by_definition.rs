//! What an organisation is, said plainly: the units of each day, from those of the day before.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use thidua_values::strategies::small_calendar;
use thidua_values::{ActId, BodyId, Day, KindId, Period, Text, UnitId};

use crate::{
    Body, Change, Cluster, DatedLevel, Event, Level, Measure, Membership, OrganisationParts, Part,
    Share, Term, Unit, UnitCode, UnitKind,
};

/// The units of one day.
pub(super) type World = BTreeMap<UnitId, State>;

/// A unit on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    pub(super) name: Text,
    pub(super) kind: KindId,
    pub(super) codes: BTreeMap<KindId, UnitCode>,
    pub(super) parent: Option<UnitId>,
}

/// Whether parts of days of the small calendar make an organisation, as far as bodies have no
/// terms and clusters no years.
pub(super) fn is_right(parts: &OrganisationParts) -> bool {
    let act = |id: &ActId| parts.acts.iter().any(|act| act.id == *id);
    let after_the_first = |day| parts.stated.contains(day) && parts.stated.start() < day;
    let levels_are_right =
        |levels: &[DatedLevel]| at_most_one_a_day(levels.iter().map(|dated| dated.during));
    distinct(parts.unit_kinds.iter().map(|kind| &kind.id))
        && distinct(parts.units.iter().map(|unit| &unit.id))
        && distinct(parts.acts.iter().map(|act| &act.id))
        && distinct(parts.body_kinds.iter().map(|kind| &kind.id))
        && distinct(parts.bodies.iter().map(|body| &body.id))
        && distinct(parts.cluster_kinds.iter().map(|kind| &kind.id))
        && distinct(parts.clusters.iter().map(|cluster| &cluster.id))
        && parts.unit_kinds.iter().all(|kind| levels_are_right(&kind.levels))
        && parts.events.iter().all(|event| act(&event.act) && after_the_first(event.effective))
        && worlds(parts).is_some_and(|worlds| {
            bodies_are_right(parts, &worlds) && clusters_are_right(parts, &worlds)
        })
}

/// The units of each stated day of the small calendar; none if they are told wrongly.
pub(super) fn worlds(parts: &OrganisationParts) -> Option<BTreeMap<Day, World>> {
    let mut worlds = BTreeMap::new();
    let mut world = World::new();
    for unit in &parts.units {
        world.insert(unit.id.clone(), begun(unit)?);
    }
    for day in small_calendar().filter(|day| parts.stated.contains(*day)) {
        if day != parts.stated.start() {
            let ever = worlds.values().flat_map(World::keys).collect();
            world = next(parts, &world, &ever, day)?;
        }
        if !is_forest(parts, &world, day) || !codes_are_unique(&world) {
            return None;
        }
        worlds.insert(day, world.clone());
    }
    Some(worlds)
}

/// What was known on a day: the published acts, what rests on them, and what is of the
/// units that these tell of.
pub(super) fn known_on(parts: &OrganisationParts, day: Day) -> OrganisationParts {
    let published = |id: &ActId| parts.acts.iter().any(|act| act.id == *id && act.published <= day);
    let known_unit = |id: &UnitId| {
        let founds =
            |event: &&Event| matches!(&event.change, Change::Founded { unit } if unit.id == *id);
        parts.units.iter().any(|unit| unit.id == *id)
            || parts.events.iter().filter(founds).any(|event| published(&event.act))
    };
    let known =
        |id: &BodyId| parts.bodies.iter().any(|body| body.id == *id && known_unit(&body.unit));
    let may_stand = |decision: &Option<ActId>| decision.as_ref().is_none_or(published);
    let cluster = |cluster: &Cluster| {
        let mut cluster = cluster.clone();
        cluster.members.retain(|member| known(&member.body));
        cluster.years.retain(|year| {
            may_stand(&year.decision) && known(&year.head) && year.deputies.iter().all(known)
        });
        let stands = may_stand(&cluster.decision) && known(&cluster.led_by);
        (stands && !cluster.members.is_empty()).then_some(cluster)
    };
    let held = |term: &Term| term.congress.day <= day;
    let with_held = |body: &Body| Body {
        terms: body.terms.iter().filter(|term| held(term)).cloned().collect(),
        ..body.clone()
    };
    let known_bodies = parts.bodies.iter().filter(|body| known(&body.id)).map(with_held);
    OrganisationParts {
        unit_kinds: parts.unit_kinds.iter().map(|kind| lasting(kind, day)).collect(),
        acts: parts.acts.iter().filter(|act| published(&act.id)).cloned().collect(),
        events: parts.events.iter().filter(|event| published(&event.act)).cloned().collect(),
        bodies: known_bodies.collect(),
        clusters: parts.clusters.iter().filter_map(cluster).collect(),
        ..parts.clone()
    }
}

/// A kind whose levels do not end after a day, but for the next.
fn lasting(kind: &UnitKind, day: Day) -> UnitKind {
    let mut kind = kind.clone();
    let starts: Vec<Day> = kind.levels.iter().map(|dated| dated.during.start()).collect();
    for DatedLevel { during, .. } in &mut kind.levels {
        let next = starts.iter().copied().filter(|start| during.start() < *start).min();
        if during.until().is_some_and(|until| day < until) {
            *during = Period::try_new(during.start(), next).unwrap();
        }
    }
    kind
}

/// The level of a kind on a day.
pub(super) fn level(parts: &OrganisationParts, kind: &KindId, day: Day) -> Option<Level> {
    parts.unit_kinds.iter().find(|other| other.id == *kind)?.level_on(day)
}

/// A unit as it begins, in each list with one code at most.
fn begun(unit: &Unit) -> Option<State> {
    let (name, kind, parent) = (unit.name.clone(), unit.kind.clone(), unit.parent.clone());
    let codes = unit.codes.iter().map(|code| (code.scheme.clone(), code.code.clone())).collect();
    let state = State { name, kind, codes, parent };
    (state.codes.len() == unit.codes.len()).then_some(state)
}

/// The units of a day, from those of the day before; `ever` are all that there were until then.
fn next(
    parts: &OrganisationParts,
    eve: &World,
    ever: &BTreeSet<&UnitId>,
    day: Day,
) -> Option<World> {
    let today = parts.events.iter().filter(|event| event.effective == day);
    let today: Vec<&Change> = today.map(|event| &event.change).collect();
    let ended: Vec<&UnitId> = today.iter().flat_map(|change| ended_by(change)).collect();
    if !distinct(&ended) || !ended.iter().all(|&unit| eve.contains_key(unit)) {
        return None;
    }
    let mut through = eve.clone();
    through.retain(|unit, _| !ended.contains(&unit));
    abolish_levels(parts, eve, &mut through, &today, day);

    let mut world = through.clone();
    let mut changed = Vec::new();
    for change in &today {
        match change {
            Change::Founded { unit } if ever.contains(&unit.id) => return None,
            Change::Founded { unit } if world.contains_key(&unit.id) => return None,
            Change::Founded { unit } => {
                world.insert(unit.id.clone(), begun(unit)?);
            }
            _ => {
                let Some(altered) = altered(change) else { continue };
                through.get(altered.1)?;
                alter(world.get_mut(altered.1)?, change);
                changed.push(altered);
            }
        }
    }
    let right = distinct(&changed)
        && distinct(today.iter().filter(|change| matches!(change, Change::LevelAbolished { .. })))
        && today.iter().all(|change| meets(change, eve, &through, &world))
        && givers(&today).all(|unit| gives_no_more_than_all(&today, unit));
    right.then_some(world)
}

fn ended_by(change: &Change) -> Vec<&UnitId> {
    match change {
        Change::Dissolved { unit } | Change::Split { unit, .. } => vec![unit],
        Change::Merged { from, .. } => {
            from.iter().filter(|part| part.is_whole()).map(|part| &part.unit).collect()
        }
        _ => Vec::new(),
    }
}

/// Ends all that stood at an abolished level; who was below answers to the nearest above that
/// lives on.
fn abolish_levels(
    parts: &OrganisationParts,
    eve: &World,
    through: &mut World,
    today: &[&Change],
    day: Day,
) {
    let eve_day = day.previous().unwrap();
    let stood_there = |unit: &UnitId| {
        let stood_at = level(parts, &eve[unit].kind, eve_day).unwrap();
        today
            .iter()
            .any(|change| matches!(change, Change::LevelAbolished { level } if *level == stood_at))
    };
    through.retain(|unit, _| !stood_there(unit));
    let alive: BTreeSet<UnitId> = through.keys().cloned().collect();
    for state in through.values_mut() {
        if state.parent.as_ref().is_some_and(stood_there) {
            let mut above = iter::successors(state.parent.clone(), |unit| eve[unit].parent.clone());
            state.parent = above.find(|unit| alive.contains(unit));
        }
    }
}

/// What a change alters of a unit that lives through the day.
fn altered(change: &Change) -> Option<(&'static str, &UnitId, Option<&KindId>)> {
    match change {
        Change::Renamed { unit, .. } => Some(("name", unit, None)),
        Change::Recoded { unit, scheme, .. } => Some(("code", unit, Some(scheme))),
        Change::ChangedKind { unit, .. } => Some(("kind", unit, None)),
        Change::Moved { unit, .. } => Some(("parent", unit, None)),
        _ => None,
    }
}

fn alter(state: &mut State, change: &Change) {
    match change.clone() {
        Change::Renamed { name, .. } => state.name = name,
        Change::ChangedKind { new_kind, .. } => state.kind = new_kind,
        Change::Moved { parent, .. } => state.parent = parent,
        Change::Recoded { scheme, code: Some(code), .. } => {
            state.codes.insert(scheme, code);
        }
        Change::Recoded { scheme, code: None, .. } => {
            state.codes.remove(&scheme);
        }
        _ => {}
    }
}

/// Whether all that a change speaks of lives when it has to, and parts of it pass.
fn meets(change: &Change, eve: &World, through: &World, world: &World) -> bool {
    let passes = |part: &Part| (part.population, part.area) != (Share::None, Share::None);
    match change {
        Change::Merged { into, from } => {
            let right = |part: &Part| eve.contains_key(&part.unit) && part.unit != *into;
            !from.is_empty()
                && world.contains_key(into)
                && from.iter().all(|part| right(part) && passes(part))
        }
        Change::Split { unit, into } => {
            let right = |part: &Part| world.contains_key(&part.unit) && part.unit != *unit;
            eve.contains_key(unit)
                && into.iter().all(|part| right(part) && passes(part))
                && Measure::ALL.into_iter().all(|measure| may_be_all(into, measure))
        }
        Change::Transferred { from, to, population, area } => {
            let less =
                |shares| shares != (Share::None, Share::None) && shares != (Share::All, Share::All);
            from != to
                && through.contains_key(from)
                && through.contains_key(to)
                && less((*population, *area))
        }
        _ => true,
    }
}

/// Whether parts may together be all that a unit is.
fn may_be_all(parts: &[Part], measure: Measure) -> bool {
    let count = |share| parts.iter().filter(|part| part.of(measure) == share).count();
    0 < count(Share::All) || 0 < count(Share::Unknown) || 2 <= count(Share::Part)
}

/// What passes: from whom, to whom, of the population, of the area.
fn passed<'c>(today: &[&'c Change]) -> Vec<(&'c UnitId, &'c UnitId, [Share; 2])> {
    let of = |change: &'c Change| -> Vec<_> {
        match change {
            Change::Merged { into, from } => {
                from.iter().map(|part| (&part.unit, into, [part.population, part.area])).collect()
            }
            Change::Split { unit, into } => {
                into.iter().map(|part| (unit, &part.unit, [part.population, part.area])).collect()
            }
            Change::Transferred { from, to, population, area } => {
                vec![(from, to, [*population, *area])]
            }
            _ => Vec::new(),
        }
    };
    today.iter().flat_map(|change| of(change)).collect()
}

fn givers<'c>(today: &[&'c Change]) -> impl Iterator<Item = &'c UnitId> {
    passed(today).into_iter().map(|(from, ..)| from)
}

/// Whether a unit gives to each other once, and to one alone if it gives all.
fn gives_no_more_than_all(today: &[&Change], unit: &UnitId) -> bool {
    let given: Vec<_> = passed(today).into_iter().filter(|(from, ..)| *from == unit).collect();
    distinct(given.iter().map(|(_, to, _)| to))
        && [0, 1].into_iter().all(|measure| {
            let shares: Vec<_> = given.iter().map(|(.., shares)| shares[measure]).collect();
            let some = shares.iter().filter(|share| **share != Share::None).count();
            some <= 1 || !shares.contains(&Share::All)
        })
}

/// Whether each unit stands at a level, and each parent is there and stands higher.
fn is_forest(parts: &OrganisationParts, world: &World, day: Day) -> bool {
    let stands = |unit: &UnitId| level(parts, &world.get(unit)?.kind, day);
    world.iter().all(|(unit, state)| {
        let above = state.parent.as_ref();
        stands(unit).is_some() && above.is_none_or(|above| stands(unit) < stands(above))
    })
}

fn codes_are_unique(world: &World) -> bool {
    distinct(world.values().flat_map(|state| &state.codes))
}

fn bodies_are_right(parts: &OrganisationParts, worlds: &BTreeMap<Day, World>) -> bool {
    parts.bodies.iter().all(|body| {
        parts.body_kinds.iter().any(|kind| kind.id == body.kind)
            && worlds.values().any(|world| world.contains_key(&body.unit))
    })
}

fn clusters_are_right(parts: &OrganisationParts, worlds: &BTreeMap<Day, World>) -> bool {
    let is_body = |id: &BodyId| parts.bodies.iter().any(|body| body.id == *id);
    let begins = |member: &Membership| {
        let day = member.during.start().max(parts.stated.start());
        let body = parts.bodies.iter().find(|body| body.id == member.body);
        body.is_some_and(|body| worlds[&day].contains_key(&body.unit))
    };
    parts.clusters.iter().all(|cluster| {
        parts.cluster_kinds.iter().any(|kind| kind.id == cluster.kind)
            && is_body(&cluster.led_by)
            && !cluster.members.is_empty()
            && cluster.members.iter().all(|member| {
                worlds.keys().any(|day| member.during.contains(*day)) && begins(member)
            })
            && cluster.members.iter().all(|member| {
                let same = cluster.members.iter().filter(|other| other.body == member.body);
                at_most_one_a_day(same.map(|other| other.during))
            })
    })
}

/// Whether no two of these are equal.
fn distinct<T: PartialEq>(things: impl IntoIterator<Item = T>) -> bool {
    let things: Vec<T> = things.into_iter().collect();
    things.iter().enumerate().all(|(at, thing)| !things[..at].contains(thing))
}

/// Whether at most one of these periods has any day.
fn at_most_one_a_day(periods: impl Iterator<Item = Period>) -> bool {
    let periods: Vec<Period> = periods.collect();
    small_calendar().all(|day| periods.iter().filter(|period| period.contains(day)).count() <= 1)
}
