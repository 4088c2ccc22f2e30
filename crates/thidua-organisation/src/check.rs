//! What is checked before parts become an organisation.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{BodyId, KindId, Period, Place, Placed, UnitId};

use crate::{Body, Cluster, Level, Membership, OrganisationFault, OrganisationParts, Parent, Unit};

/// All faults of the parts, each at its place in the order they were given.
pub(crate) fn faults(parts: &OrganisationParts) -> Vec<Placed<OrganisationFault>> {
    let given = Given::of(parts);
    let mut found = Found(Vec::new());
    check_ids(parts, &mut found);
    check_codes(&parts.units, &mut found);
    for (unit, position) in parts.units.iter().zip(0..) {
        check_unit(unit, || item("units", position), &given, &mut found);
    }
    for (body, position) in parts.bodies.iter().zip(0..) {
        check_body(body, || item("bodies", position), &given, &mut found);
    }
    for (cluster, position) in parts.clusters.iter().zip(0..) {
        check_cluster(cluster, || item("clusters", position), &given, &mut found);
    }
    found.0
}

struct Found(Vec<Placed<OrganisationFault>>);

impl Found {
    fn note(&mut self, place: Place, fault: OrganisationFault) {
        self.0.push(Placed { place, fault });
    }
}

/// What the parts have to fit: the stated days, and what can be referred to; of
/// two things with one id, the first.
struct Given<'p> {
    stated: Period,
    levels: BTreeMap<&'p KindId, Level>,
    kinds: BTreeMap<&'p UnitId, &'p KindId>,
    body_kinds: BTreeSet<&'p KindId>,
    bodies: BTreeSet<&'p BodyId>,
}

impl<'p> Given<'p> {
    fn of(parts: &'p OrganisationParts) -> Self {
        Self {
            stated: parts.stated,
            // Backwards, for the last of equal keys stays.
            levels: parts.unit_kinds.iter().rev().map(|kind| (&kind.id, kind.level)).collect(),
            kinds: parts.units.iter().rev().map(|unit| (&unit.id, &unit.kind)).collect(),
            body_kinds: parts.body_kinds.iter().map(|kind| &kind.id).collect(),
            bodies: parts.bodies.iter().map(|body| &body.id).collect(),
        }
    }

    fn level(&self, unit: &UnitId) -> Option<Level> {
        self.levels.get(self.kinds.get(unit)?).copied()
    }
}

fn check_ids(parts: &OrganisationParts, found: &mut Found) {
    let id = |list, position| item(list, position).field("id");
    for (position, kind) in repeated(parts.unit_kinds.iter().map(|kind| &kind.id)) {
        let fault = OrganisationFault::DuplicateUnitKind(kind.clone());
        found.note(id("unit_kinds", position), fault);
    }
    for (position, unit) in repeated(parts.units.iter().map(|unit| &unit.id)) {
        found.note(id("units", position), OrganisationFault::DuplicateUnit(unit.clone()));
    }
    for (position, kind) in repeated(parts.body_kinds.iter().map(|kind| &kind.id)) {
        let fault = OrganisationFault::DuplicateBodyKind(kind.clone());
        found.note(id("body_kinds", position), fault);
    }
    for (position, body) in repeated(parts.bodies.iter().map(|body| &body.id)) {
        found.note(id("bodies", position), OrganisationFault::DuplicateBody(body.clone()));
    }
    for (position, cluster) in repeated(parts.clusters.iter().map(|cluster| &cluster.id)) {
        found.note(id("clusters", position), OrganisationFault::DuplicateCluster(cluster.clone()));
    }
}

fn check_codes(units: &[Unit], found: &mut Found) {
    let mut holders: BTreeMap<_, &UnitId> = BTreeMap::new();
    for (unit, position) in units.iter().zip(0..) {
        for (code, at) in unit.codes.iter().zip(0..) {
            if let Some(first) = holders.get(code) {
                let fault = OrganisationFault::DuplicateCode {
                    scheme: code.scheme.clone(),
                    code: code.code.clone(),
                    first: UnitId::clone(first),
                };
                let place = item("units", position).field("codes").index(at).field("code");
                found.note(place, fault);
            } else {
                holders.insert(code, &unit.id);
            }
        }
    }
}

fn check_unit(unit: &Unit, place: impl Fn() -> Place, given: &Given<'_>, found: &mut Found) {
    let level = given.levels.get(&unit.kind).copied();
    if level.is_none() {
        let fault = OrganisationFault::UnknownUnitKind(unit.kind.clone());
        found.note(place().field("kind"), fault);
    }
    let parent_place = |at| place().field("parents").index(at);
    for (parent, at) in unit.parents.iter().zip(0..) {
        check_parent(parent, level, || parent_place(at), given, found);
        check_stated(parent.during, || parent_place(at), given, found);
    }
    let dated = unit.parents.iter().zip(0..).map(|(parent, at)| (parent.during, at, parent));
    for (first, at, second) in overlapping(dated) {
        let fault = OrganisationFault::TwoParents { first: first.clone(), second: second.clone() };
        found.note(parent_place(at).field("during"), fault);
    }
}

fn check_parent(
    Parent { unit: parent, .. }: &Parent,
    level: Option<Level>,
    place: impl Fn() -> Place,
    given: &Given<'_>,
    found: &mut Found,
) {
    if !given.kinds.contains_key(parent) {
        let fault = OrganisationFault::UnknownUnit(parent.clone());
        found.note(place().field("unit"), fault);
    }
    // Levels that rise at every step leave no room for a cycle.
    if let (Some(level), Some(parent_level)) = (level, given.level(parent))
        && parent_level <= level
    {
        let parent = parent.clone();
        let fault = OrganisationFault::ParentNotAbove { parent, parent_level, level };
        found.note(place().field("unit"), fault);
    }
}

fn check_body(body: &Body, place: impl Fn() -> Place, given: &Given<'_>, found: &mut Found) {
    if !given.body_kinds.contains(&body.kind) {
        let fault = OrganisationFault::UnknownBodyKind(body.kind.clone());
        found.note(place().field("kind"), fault);
    }
    if !given.kinds.contains_key(&body.unit) {
        let fault = OrganisationFault::UnknownUnit(body.unit.clone());
        found.note(place().field("unit"), fault);
    }
}

fn check_cluster(
    cluster: &Cluster,
    place: impl Fn() -> Place,
    given: &Given<'_>,
    found: &mut Found,
) {
    let Cluster { led_by, members, .. } = cluster;
    if !given.bodies.contains(led_by) {
        found.note(place().field("led_by"), OrganisationFault::UnknownBody(led_by.clone()));
    }
    if members.is_empty() {
        found.note(place().field("members"), OrganisationFault::NoMembers);
    }
    let member_place = |at| place().field("members").index(at);
    let mut by_body: BTreeMap<&BodyId, Vec<_>> = BTreeMap::new();
    for (Membership { body, during }, at) in members.iter().zip(0..) {
        if !given.bodies.contains(body) {
            let fault = OrganisationFault::UnknownBody(body.clone());
            found.note(member_place(at).field("body"), fault);
        }
        check_stated(*during, || member_place(at), given, found);
        by_body.entry(body).or_default().push((*during, at, *during));
    }
    for (body, dated) in by_body {
        for (first, at, second) in overlapping(dated) {
            let fault = OrganisationFault::TwiceMember { body: body.clone(), first, second };
            found.note(member_place(at).field("during"), fault);
        }
    }
}

fn check_stated(during: Period, place: impl Fn() -> Place, given: &Given<'_>, found: &mut Found) {
    let stated = given.stated;
    if !stated.overlaps(during) {
        found.note(place().field("during"), OrganisationFault::OutsideStated { during, stated });
    }
}

fn item(list: &'static str, position: usize) -> Place {
    Place::whole().field(list).index(position)
}

/// The keys that came before, with their positions.
fn repeated<K: Copy + Ord>(keys: impl Iterator<Item = K>) -> impl Iterator<Item = (usize, K)> {
    let mut seen = BTreeSet::new();
    keys.enumerate().filter(move |(_, key)| !seen.insert(*key))
}

/// Each thing that shares a day with one that starts no later, after that one
/// and its own position.
fn overlapping<T: Copy>(dated: impl IntoIterator<Item = (Period, usize, T)>) -> Vec<(T, usize, T)> {
    let mut dated: Vec<_> = dated.into_iter().collect();
    dated.sort_by_key(|(period, position, _)| (*period, *position));
    let mut found = Vec::new();
    // Of those so far, the one that ends last: if it does not overlap, none does.
    let mut lasting: Option<(Period, T)> = None;
    for (period, position, thing) in dated {
        if let Some((earlier, first)) = lasting
            && earlier.overlaps(period)
        {
            found.push((first, position, thing));
        }
        if lasting.is_none_or(|(earlier, _)| ends_later(period, earlier)) {
            lasting = Some((period, thing));
        }
    }
    found
}

fn ends_later(a: Period, b: Period) -> bool {
    match (a.until(), b.until()) {
        (Some(a), Some(b)) => b < a,
        (a, b) => a.is_none() && b.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use thidua_values::strategies;

    use super::*;

    proptest! {
        /// Law: what overlaps is what shares a day with one that comes before
        /// it by period, then by position; the one named is such a one.
        #[test]
        fn overlapping_equals_its_definition(periods in prop::collection::vec(strategies::period(), 0..6)) {
            let mut dated: Vec<_> = periods.into_iter().zip(0..).collect();
            let found = overlapping(dated.iter().map(|(period, position)| (*period, *position, *period)));
            prop_assert!(found.iter().all(|(first, _, second)| first <= second && first.overlaps(*second)));
            dated.sort();
            let overlaps = |at: usize| dated[..at].iter().any(|(first, _)| first.overlaps(dated[at].0));
            let by_definition: Vec<_> = (0..dated.len()).filter(|at| overlaps(*at)).map(|at| dated[at].1).collect();
            let found: Vec<_> = found.into_iter().map(|(_, position, _)| position).collect();
            prop_assert_eq!(found, by_definition);
        }
    }
}
