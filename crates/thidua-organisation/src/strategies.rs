//! Strategies that make organisations, for laws here and in upper crates.
//!
//! They draw few ids and few days, so that things meet.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;
use thidua_values::{Basis, ClusterId, Day, Period, Text, UnitId, mark, strategies};

use crate::{
    Act, Body, BodyKind, Change, Cluster, ClusterKind, Code, DatedLevel, Event, Level, Membership,
    Organisation, OrganisationParts, Part, Share, Unit, UnitKind,
};

/// Small organisations.
///
/// They speak of days in the first days of January 2022, some of them without
/// end.
pub fn organisation() -> impl Strategy<Value = Organisation> {
    right_parts().prop_filter_map("an organisation", |parts| Organisation::try_new(parts).ok())
}

/// Parts of small organisations: most are right, some have a fault or two.
pub fn parts() -> impl Strategy<Value = OrganisationParts> {
    let spoils = (prop::sample::select(SPOILS), any::<Index>(), any::<Index>());
    let spoils = prop_oneof![
        2 => Just(Vec::new()),
        1 => prop::collection::vec(spoils, 1..3),
    ];
    (right_parts(), spoils, prop::collection::vec(event(), 0..2)).prop_map(
        |(mut parts, spoils, others)| {
            for (spoil, which, other) in spoils {
                spoil(&mut parts, which, other);
            }
            let units: Vec<UnitId> = unit_ids(&parts).collect();
            if units.len().is_multiple_of(3) {
                parts.events.extend(others.iter().flat_map(|seed| seed.events(&units)));
            }
            parts
        },
    )
}

const UNIT_KINDS: [(&str, Level); 6] = [
    ("province", Level::Province),
    ("urban-district", Level::District),
    ("rural-district", Level::District),
    ("ward", Level::Commune),
    ("commune", Level::Commune),
    ("hamlet", Level::ResidentialArea),
];

const SCHEMES: [&str; 2] = ["gso", "gso-2025"];

const BODY_KINDS: [&str; 2] = ["front-committee", "front-work-committee"];

const SHARES: [Share; 4] = [Share::All, Share::Part, Share::None, Share::Unknown];

const LEVELS: [Level; 2] = [Level::District, Level::Commune];

/// What a unit is drawn from: its kind, its parent, and in how many lists it is.
type UnitSeed = (Index, Index, usize);

/// What a cluster is drawn from: who leads it, its members and when.
type ClusterSeed = (Index, Vec<(Index, Period)>);

/// What some events of one day are drawn from.
#[derive(Clone, Debug)]
struct EventSeed {
    day: u32,
    what: usize,
    units: [Index; 3],
    shares: [(Share, Share); 2],
}

fn event() -> impl Strategy<Value = EventSeed> {
    let share = || (prop::sample::select(&SHARES[..]), prop::sample::select(&SHARES[..]));
    let shares = [share(), share()];
    (2_u32..10, 0..13_usize, any::<[Index; 3]>(), shares)
        .prop_map(|(day, what, units, shares)| EventSeed { day, what, units, shares })
}

impl EventSeed {
    /// Some events about these units, which may or may not fit.
    fn events(&self, known: &[UnitId]) -> Vec<Event> {
        let day = Day::from_ymd(2022, 1, self.day);
        let act =
            ["first", "second"].get(usize::from(6 < self.day)).and_then(|act| act.parse().ok());
        let (Some(effective), Some(act)) = (day, act) else { return Vec::new() };
        let changes = self.changes(known).unwrap_or_default();
        changes
            .into_iter()
            .map(|change| Event { effective, act: Clone::clone(&act), change })
            .collect()
    }

    fn changes(&self, known: &[UnitId]) -> Option<Vec<Change>> {
        (!known.is_empty()).then_some(())?;
        let [unit, second, third] = self.units.map(|index| index.get(known).clone());
        let kind = || self.units[1].get(&UNIT_KINDS).0.parse().ok();
        let [shares, other_shares] = self.shares;
        Some(match self.what {
            0 => vec![Change::Renamed { unit, name: named(second.as_str())? }],
            1 => vec![self.recoded(unit)?],
            2 => vec![Change::ChangedKind { unit, new_kind: kind()? }],
            3 => {
                let parent = (second != unit).then_some(second);
                vec![Change::Moved { unit, parent }]
            }
            4 => vec![Change::Merged { into: unit, from: vec![part(&second, shares)] }],
            5 | 10 => {
                let new = self.new_unit(known)?;
                let from = vec![part(&unit, shares), part(&second, other_shares)];
                let merged = Change::Merged { into: new.id.clone(), from };
                let ended =
                    self.day.is_multiple_of(2).then_some(Change::Dissolved { unit: second });
                [Change::Founded { unit: new }, merged].into_iter().chain(ended).collect()
            }
            6 | 11 => {
                let new = self.new_unit(known)?;
                let into = vec![part(&new.id, shares), part(&third, self.others())];
                vec![Change::Founded { unit: new }, Change::Split { unit, into }]
            }
            7 => {
                let (population, area) = shares;
                vec![Change::Transferred { from: unit, to: second, population, area }]
            }
            8 => vec![Change::Dissolved { unit }],
            12 => vec![Change::Founded { unit: self.new_unit(known)? }],
            _ => vec![Change::LevelAbolished { level: *self.units[0].get(&LEVELS) }],
        })
    }

    fn recoded(&self, unit: UnitId) -> Option<Change> {
        let scheme = self.units[1].get(&SCHEMES).parse().ok()?;
        let has_one = !self.day.is_multiple_of(3);
        let code = has_one.then(|| format!("{:03}", self.day % 2).parse().ok());
        Some(Change::Recoded { unit, scheme, code: code.flatten() })
    }

    /// What the other of two gets of a split, most often the rest.
    fn others(&self) -> (Share, Share) {
        let [(population, area), others] = self.shares;
        if self.day.is_multiple_of(4) { others } else { (rest(population), rest(area)) }
    }

    fn new_unit(&self, known: &[UnitId]) -> Option<Unit> {
        let id = ["n1", "n2", "n3"].into_iter().filter_map(|id| id.parse().ok());
        Some(Unit {
            id: id.into_iter().find(|id: &UnitId| !known.contains(id))?,
            kind: self.units[1].get(&UNIT_KINDS).0.parse().ok()?,
            name: named("new")?,
            codes: vec![Code {
                scheme: SCHEMES[0].parse().ok()?,
                code: format!("{:03}", self.day).parse().ok()?,
            }],
            parent: (!self.day.is_multiple_of(3)).then(|| self.units[2].get(known).clone()),
        })
    }
}

/// What the other of two gets of what is split.
const fn rest(share: Share) -> Share {
    match share {
        Share::All => Share::None,
        Share::Part => Share::Part,
        Share::None => Share::All,
        Share::Unknown => Share::Unknown,
    }
}

/// Every unit that the parts begin with or found.
fn unit_ids(parts: &OrganisationParts) -> impl Iterator<Item = UnitId> {
    let founded = parts.events.iter().filter_map(|event| match &event.change {
        Change::Founded { unit } => Some(unit.id.clone()),
        _ => None,
    });
    parts.units.iter().map(|unit| unit.id.clone()).chain(founded)
}

fn right_parts() -> impl Strategy<Value = OrganisationParts> {
    let unit = (any::<Index>(), any::<Index>(), 0..=SCHEMES.len());
    let units = prop::collection::btree_map(strategies::id::<mark::Unit>(), unit, 0..10);
    let events = prop::collection::vec(event(), 0..8);
    let body = (any::<Index>(), any::<Index>());
    let bodies = prop::collection::btree_map(strategies::id::<mark::Body>(), body, 0..6);
    let members = prop::collection::vec((any::<Index>(), strategies::period()), 1..6);
    let cluster = (any::<Index>(), members);
    let clusters = prop::collection::btree_map(strategies::id::<mark::Cluster>(), cluster, 0..3);
    (any::<bool>(), units, events, bodies, clusters).prop_filter_map(
        "parts",
        |(open, units, events, bodies, clusters)| {
            let mut parts = parts_without_events(open, &Vec::from_iter(units))?;
            add_events(&mut parts, &events);
            for (id, (kind, unit)) in bodies {
                let units: Vec<UnitId> = unit_ids(&parts).collect();
                let body = |unit: UnitId| {
                    let kind = kind.get(&BODY_KINDS).parse().ok()?;
                    Some(Body { name: named(id.as_str())?, id, kind, unit, terms: Vec::new() })
                };
                parts
                    .bodies
                    .extend((!units.is_empty()).then(|| unit.get(&units).clone()).and_then(body));
            }
            let organisation = Organisation::try_new(parts.clone()).ok()?;
            let life = |unit: UnitId| Some((organisation.life(&unit)?, unit));
            let lives = unit_ids(&parts).filter_map(life).map(|(life, unit)| (unit, life));
            let lives = lives.collect();
            for (id, seed) in clusters {
                add_cluster(&mut parts, &lives, id, seed);
            }
            Some(parts)
        },
    )
}

fn parts_without_events(open: bool, seeds: &[(UnitId, UnitSeed)]) -> Option<OrganisationParts> {
    let until = (!open).then(|| Day::from_ymd(2022, 1, 10)).flatten();
    let stated = Period::try_new(Day::from_ymd(2022, 1, 1)?, until).ok()?;
    Some(OrganisationParts {
        id: "small".parse().ok()?,
        title: named("small")?,
        basis: Basis::Illustrative { note: "drawn at random".parse().ok()? },
        stated,
        unit_kinds: UNIT_KINDS.iter().map(|kind| unit_kind(kind, stated)).collect::<Option<_>>()?,
        units: build_units(seeds)?,
        acts: vec![act("first", 2)?, act("second", 6)?],
        events: Vec::new(),
        body_kinds: BODY_KINDS.iter().map(body_kind).collect::<Option<_>>()?,
        bodies: Vec::new(),
        cluster_kinds: vec![ClusterKind {
            id: "front".parse().ok()?,
            name: named("front")?,
            exclusive: true,
        }],
        clusters: Vec::new(),
    })
}

/// Adds what fits of the drawn events, one draw after the other.
fn add_events(parts: &mut OrganisationParts, seeds: &[EventSeed]) {
    for seed in seeds {
        let known: Vec<UnitId> = unit_ids(parts).collect();
        let mut with = parts.clone();
        with.events.extend(seed.events(&known));
        if Organisation::try_new(with.clone()).is_ok() {
            *parts = with;
        }
    }
}

/// Adds a cluster of drawn members, as far as they fit.
fn add_cluster(
    parts: &mut OrganisationParts,
    lives: &BTreeMap<UnitId, Period>,
    id: ClusterId,
    (led_by, seeds): ClusterSeed,
) {
    let mut members: Vec<Membership> = Vec::new();
    for (body, during) in seeds.into_iter().filter(|_| !parts.bodies.is_empty()) {
        let Body { id: body, unit, .. } = body.get(&parts.bodies);
        let first = during.start().max(parts.stated.start());
        let lives = lives.get(unit).is_some_and(|life| life.contains(first));
        let mut same = members.iter().filter(|member| member.body == *body);
        if lives && parts.stated.overlaps(during) && same.all(|it| !it.during.overlaps(during)) {
            members.push(Membership { body: body.clone(), during });
        }
    }
    let named = named(id.as_str()).zip("front".parse().ok());
    if let Some((name, kind)) = named.filter(|_| !members.is_empty()) {
        let led_by = led_by.get(&parts.bodies).id.clone();
        let (decision, years, if_ended) = (None, Vec::new(), None);
        parts.clusters.push(Cluster { id, kind, name, led_by, decision, members, years, if_ended });
    }
}

fn part(unit: &UnitId, (population, area): (Share, Share)) -> Part {
    Part { unit: unit.clone(), population, area }
}

fn named(name: &str) -> Option<Text> {
    Some(Text { vi: name.parse().ok()?, en: name.parse().ok()? })
}

fn act(id: &str, published: u32) -> Option<Act> {
    let published = Day::from_ymd(2022, 1, published)?;
    Some(Act { id: id.parse().ok()?, number: None, title: named(id)?, published, in_force: None })
}

fn unit_kind((id, level): &(&str, Level), during: Period) -> Option<UnitKind> {
    let levels = vec![DatedLevel { during, level: *level }];
    Some(UnitKind { id: id.parse().ok()?, name: named(id)?, levels })
}

fn body_kind(id: &&str) -> Option<BodyKind> {
    Some(BodyKind { id: id.parse().ok()?, name: named(id)?, roles: Vec::new() })
}

fn build_units(seeds: &[(UnitId, UnitSeed)]) -> Option<Vec<Unit>> {
    let level_of = |seed: &UnitSeed| seed.0.get(&UNIT_KINDS).1;
    let unit = |((id, seed), number): (&(UnitId, UnitSeed), usize)| {
        let (kind, parent, lists) = seed;
        let above = seeds.iter().filter(|(_, other)| level_of(seed) < level_of(other));
        let above: Vec<_> = above.map(|(id, _)| id.clone()).collect();
        let code = |scheme: &&str| {
            let code = format!("1{number:02}").parse().ok()?;
            Some(Code { scheme: scheme.parse().ok()?, code })
        };
        Some(Unit {
            id: id.clone(),
            kind: kind.get(&UNIT_KINDS).0.parse().ok()?,
            name: named(id.as_str())?,
            codes: SCHEMES.iter().take(*lists).map(code).collect::<Option<_>>()?,
            parent: (!above.is_empty()).then(|| parent.get(&above).clone()),
        })
    };
    seeds.iter().zip(1..).map(unit).collect()
}

/// A way to spoil parts; it may leave them right.
type Spoil = fn(&mut OrganisationParts, Index, Index);

const SPOILS: &[Spoil] = &[
    |parts, which, _| repeat(&mut parts.unit_kinds, which),
    |parts, which, _| repeat(&mut parts.units, which),
    |parts, which, _| repeat(&mut parts.acts, which),
    |parts, which, _| repeat(&mut parts.events, which),
    |parts, which, _| repeat(&mut parts.body_kinds, which),
    |parts, which, _| repeat(&mut parts.bodies, which),
    |parts, which, _| repeat(&mut parts.cluster_kinds, which),
    |parts, which, _| repeat(&mut parts.clusters, which),
    |parts, which, _| remove(&mut parts.unit_kinds, which),
    |parts, which, _| remove(&mut parts.units, which),
    |parts, which, _| remove(&mut parts.acts, which),
    |parts, which, _| remove(&mut parts.events, which),
    |parts, which, _| remove(&mut parts.body_kinds, which),
    |parts, which, _| remove(&mut parts.bodies, which),
    |parts, which, _| remove(&mut parts.cluster_kinds, which),
    |parts, which, other| pick(&mut parts.unit_kinds, which, |it| repeat(&mut it.levels, other)),
    |parts, which, other| pick(&mut parts.units, which, |unit| repeat(&mut unit.codes, other)),
    |parts, which, other| {
        let parent = (!parts.units.is_empty()).then(|| other.get(&parts.units).id.clone());
        pick(&mut parts.units, which, |unit| unit.parent = parent);
    },
    |parts, which, other| pick(&mut parts.clusters, which, |it| repeat(&mut it.members, other)),
    |parts, which, _| pick(&mut parts.clusters, which, |cluster| cluster.members.clear()),
    |parts, which, other| {
        let kind = other.get(&UNIT_KINDS).0.parse();
        pick(&mut parts.units, which, |unit| unit.kind = kind.unwrap_or(unit.kind.clone()));
    },
    |parts, which, _| {
        let code = parts.units.iter().find_map(|unit| unit.codes.first()).cloned();
        pick(&mut parts.units, which, |unit| unit.codes.extend(code));
    },
    |parts, which, other| {
        let until = Day::from_ymd(2022, 1, 2).and_then(|day| day.days_later(other.index(6) as u64));
        pick(&mut parts.unit_kinds, which, |kind| {
            for dated in &mut kind.levels {
                dated.during = Period::try_new(dated.during.start(), until).unwrap_or(dated.during);
            }
        });
    },
    |parts, start, length| {
        let day = |number: usize| Day::from_ymd(2022, 1, u32::try_from(number).ok()?);
        let start = 1 + start.index(9);
        let until = day(1 + start + length.index(3));
        let stated = day(start).and_then(|start| Period::try_new(start, until).ok());
        parts.stated = stated.unwrap_or(parts.stated);
    },
];

pub(crate) fn repeat<T: Clone>(list: &mut Vec<T>, which: Index) {
    let thing = (!list.is_empty()).then(|| which.get(list).clone());
    list.extend(thing);
}

pub(crate) fn remove<T>(list: &mut Vec<T>, which: Index) {
    if !list.is_empty() {
        list.remove(which.index(list.len()));
    }
}

pub(crate) fn pick<T>(list: &mut [T], which: Index, change: impl FnOnce(&mut T)) {
    if !list.is_empty() {
        change(which.get_mut(list));
    }
}

#[cfg(test)]
mod tests;
