//! Strategies that make organisations, for laws here and in upper crates.
//!
//! They draw few ids and few days, so that things meet.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::Index;
use thidua_values::{
    Basis, BodyId, ClusterId, Day, KindId, Period, Text, UnitId, mark, strategies,
};

use crate::{
    Body, BodyKind, Cluster, Code, Level, Membership, Organisation, OrganisationParts, Parent,
    Unit, UnitKind,
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
        3 => Just(Vec::new()),
        1 => prop::collection::vec(spoils, 1..3),
    ];
    (right_parts(), spoils).prop_map(|(mut parts, spoils)| {
        for (spoil, which, other) in spoils {
            spoil(&mut parts, which, other);
        }
        parts
    })
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

/// What a unit is drawn from: its kind, the days on which its parents change,
/// whether the last one stays, its parents, and in how many lists it is.
type UnitSeed = (Index, BTreeSet<u32>, bool, Vec<Index>, usize);

/// What a body is drawn from: its kind and its unit.
type BodySeed = (Index, Index);

/// What a cluster is drawn from: who leads it, its members and when.
type ClusterSeed = (Index, Vec<(Index, Period)>);

fn right_parts() -> impl Strategy<Value = OrganisationParts> {
    let days = prop::collection::btree_set(1_u32..10, 1..4);
    let parents = prop::collection::vec(any::<Index>(), 4);
    let last_stays = prop::bool::weighted(0.8);
    let unit = (any::<Index>(), days, last_stays, parents, 0..=SCHEMES.len());
    let units = prop::collection::btree_map(strategies::id::<mark::Unit>(), unit, 0..10);
    let body = (any::<Index>(), any::<Index>());
    let bodies = prop::collection::btree_map(strategies::id::<mark::Body>(), body, 0..6);
    let members = prop::collection::vec((any::<Index>(), strategies::period()), 1..6);
    let cluster = (any::<Index>(), members);
    let clusters = prop::collection::btree_map(strategies::id::<mark::Cluster>(), cluster, 0..3);
    (any::<bool>(), units, bodies, clusters).prop_filter_map(
        "parts",
        |(open, units, bodies, clusters)| {
            let until = (!open).then(|| Day::from_ymd(2022, 1, 10)).flatten();
            let units = build_units(&units)?;
            let bodies = build_bodies(&bodies, &units)?;
            Some(OrganisationParts {
                id: "small".parse().ok()?,
                title: named("small")?,
                basis: Basis::Illustrative { note: "drawn at random".parse().ok()? },
                stated: Period::try_new(Day::from_ymd(2022, 1, 1)?, until).ok()?,
                unit_kinds: UNIT_KINDS.iter().map(unit_kind).collect::<Option<_>>()?,
                units,
                body_kinds: BODY_KINDS.iter().map(body_kind).collect::<Option<_>>()?,
                clusters: build_clusters(&clusters, &bodies)?,
                bodies,
            })
        },
    )
}

fn named(name: &str) -> Option<Text> {
    Some(Text { vi: name.parse().ok()?, en: name.parse().ok()? })
}

fn unit_kind((id, level): &(&str, Level)) -> Option<UnitKind> {
    Some(UnitKind { id: id.parse().ok()?, name: named(id)?, level: *level })
}

fn body_kind(id: &&str) -> Option<BodyKind> {
    Some(BodyKind { id: id.parse().ok()?, name: named(id)? })
}

fn build_units(seeds: &BTreeMap<UnitId, UnitSeed>) -> Option<Vec<Unit>> {
    let level_of = |seed: &UnitSeed| seed.0.get(&UNIT_KINDS).1;
    let unit = |((id, seed), number): ((&UnitId, &UnitSeed), usize)| {
        let (kind, days, last_stays, parents, lists) = seed;
        let above = seeds.iter().filter(|(_, other)| level_of(seed) < level_of(other));
        let above: Vec<_> = above.map(|(id, _)| id.clone()).collect();
        let changes = days.iter().filter_map(|day| Day::from_ymd(2022, 1, *day));
        let ends = changes.clone().skip(1).map(Some).chain(last_stays.then_some(None));
        let periods = changes.zip(ends).map(|(start, until)| Period::try_new(start, until).ok());
        let parents = periods.zip(parents).filter(|_| !above.is_empty()).map(|(during, parent)| {
            Some(Parent { unit: parent.get(&above).clone(), during: during? })
        });
        let code = |scheme: &&str| {
            let code = format!("{number:03}").parse().ok()?;
            Some(Code { scheme: scheme.parse().ok()?, code })
        };
        Some(Unit {
            id: id.clone(),
            kind: kind.get(&UNIT_KINDS).0.parse().ok()?,
            name: named(id.as_str())?,
            codes: SCHEMES.iter().take(*lists).map(code).collect::<Option<_>>()?,
            parents: parents.collect::<Option<_>>()?,
        })
    };
    seeds.iter().zip(1..).map(unit).collect()
}

fn build_bodies(seeds: &BTreeMap<BodyId, BodySeed>, units: &[Unit]) -> Option<Vec<Body>> {
    let body = |(id, (kind, unit)): (&BodyId, &BodySeed)| {
        Some(Body {
            id: id.clone(),
            kind: kind.get(&BODY_KINDS).parse().ok()?,
            unit: unit.get(units).id.clone(),
            name: named(id.as_str())?,
        })
    };
    seeds.iter().filter(|_| !units.is_empty()).map(body).collect()
}

fn build_clusters(
    seeds: &BTreeMap<ClusterId, ClusterSeed>,
    bodies: &[Body],
) -> Option<Vec<Cluster>> {
    let cluster = |(id, (led_by, seeds)): (&ClusterId, &ClusterSeed)| {
        let mut members: Vec<Membership> = Vec::new();
        for (body, during) in seeds {
            let body = &body.get(bodies).id;
            let mut same = members.iter().filter(|member| member.body == *body);
            if same.all(|member| !member.during.overlaps(*during)) {
                members.push(Membership { body: body.clone(), during: *during });
            }
        }
        let led_by = led_by.get(bodies).id.clone();
        Some(Cluster { id: id.clone(), name: named(id.as_str())?, led_by, members })
    };
    seeds.iter().filter(|_| !bodies.is_empty()).map(cluster).collect()
}

/// A way to spoil parts; it may leave them right.
type Spoil = fn(&mut OrganisationParts, Index, Index);

const SPOILS: &[Spoil] = &[
    |parts, which, _| repeat(&mut parts.unit_kinds, which),
    |parts, which, _| repeat(&mut parts.units, which),
    |parts, which, _| repeat(&mut parts.body_kinds, which),
    |parts, which, _| repeat(&mut parts.bodies, which),
    |parts, which, _| repeat(&mut parts.clusters, which),
    |parts, which, _| remove(&mut parts.unit_kinds, which),
    |parts, which, _| remove(&mut parts.units, which),
    |parts, which, _| remove(&mut parts.body_kinds, which),
    |parts, which, _| remove(&mut parts.bodies, which),
    |parts, which, other| pick(&mut parts.units, which, |unit| repeat(&mut unit.codes, other)),
    |parts, which, other| pick(&mut parts.units, which, |unit| repeat(&mut unit.parents, other)),
    |parts, which, other| pick(&mut parts.clusters, which, |it| repeat(&mut it.members, other)),
    |parts, which, _| pick(&mut parts.clusters, which, |cluster| cluster.members.clear()),
    |parts, which, other| {
        let kind = other.get(&UNIT_KINDS).0.parse::<KindId>();
        pick(&mut parts.units, which, |unit| unit.kind = kind.unwrap_or(unit.kind.clone()));
    },
    |parts, which, _| {
        let code = parts.units.iter().find_map(|unit| unit.codes.first()).cloned();
        pick(&mut parts.units, which, |unit| unit.codes.extend(code));
    },
    |parts, start, length| {
        let day = |number: usize| Day::from_ymd(2022, 1, u32::try_from(number).ok()?);
        let start = 1 + start.index(9);
        let until = day(1 + start + length.index(3));
        let stated = day(start).and_then(|start| Period::try_new(start, until).ok());
        parts.stated = stated.unwrap_or(parts.stated);
    },
];

fn repeat<T: Clone>(list: &mut Vec<T>, which: Index) {
    let thing = (!list.is_empty()).then(|| which.get(list).clone());
    list.extend(thing);
}

fn remove<T>(list: &mut Vec<T>, which: Index) {
    if !list.is_empty() {
        list.remove(which.index(list.len()));
    }
}

fn pick<T>(list: &mut [T], which: Index, change: impl FnOnce(&mut T)) {
    if !list.is_empty() {
        change(which.get_mut(list));
    }
}
