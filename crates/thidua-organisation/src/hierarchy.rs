//! Hierarchies: who belongs to whom on one day.

use std::collections::BTreeMap;
use std::iter;

use thidua_notation::NameKey;
use thidua_values::{BodyId, ClusterId, Day, KindId, UnitId};

use crate::rows::Rows;
use crate::{Body, ClusterOn, Level, Organisation, UnitCode, UnitOn};

/// An organisation on one day: its units are a forest, in which every unit
/// stands at a higher level (cấp) than the units below it.
///
/// Units come in the order of their ids. Nothing is above or below a unit that
/// does not live on the day.
// INVARIANT: `parents` has an entry for each unit that ever lives, by position; `children` says the
// same, those of each unit in the order of positions, which is that of ids.
#[derive(Clone, Debug)]
pub struct Hierarchy<'o> {
    organisation: &'o Organisation,
    day: Day,
    parents: Vec<Option<usize>>,
    children: Rows<usize>,
}

impl<'o> Hierarchy<'o> {
    pub(crate) fn new(organisation: &'o Organisation, day: Day) -> Self {
        let history = organisation.history();
        let units = 0..history.len();
        let parent = |unit: usize| {
            let parent = history.parents.on(unit, day).copied().flatten();
            parent.filter(|_| history.lives_on(unit, day))
        };
        let parents: Vec<_> = units.map(parent).collect();
        let below = parents.iter().zip(0..).filter_map(|(parent, unit)| Some(((*parent)?, unit)));
        let below: Vec<_> = below.collect();
        let children = Rows::of_copies(history.len(), &below);
        Self { organisation, day, parents, children }
    }

    /// The day.
    #[must_use]
    pub const fn day(&self) -> Day {
        self.day
    }

    /// The organisation.
    #[must_use]
    pub const fn organisation(&self) -> &'o Organisation {
        self.organisation
    }

    /// The unit with that id, if it lives.
    #[must_use]
    pub fn unit(&self, unit: &UnitId) -> Option<UnitOn<'o>> {
        self.at(self.organisation.history().position(unit)?)
    }

    /// All units that live.
    pub fn units(&self) -> impl Iterator<Item = UnitOn<'o>> + use<'_, 'o> {
        (0..self.parents.len()).filter_map(|unit| self.at(unit))
    }

    /// The units that nobody is above.
    pub fn roots(&self) -> impl Iterator<Item = UnitOn<'o>> + use<'_, 'o> {
        self.units().filter(|unit| self.above(unit.position()).is_none())
    }

    /// The unit with that code in the list `scheme`.
    #[must_use]
    pub fn by_code(&self, scheme: &KindId, code: &UnitCode) -> Option<UnitOn<'o>> {
        self.at(self.organisation.history().holder(scheme, code, self.day)?)
    }

    /// Every unit of that Vietnamese name, with the name of its kind before it or without.
    ///
    /// Case, normal form, blanks and the placement of tone marks mean nothing ([`NameKey`]); names
    /// are borne by several units.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<UnitOn<'o>> {
        let key = NameKey::of(name);
        let mut found = self.with_key(&key, |_| true);
        for kind in &self.organisation.parts().unit_kinds {
            let kind_key = NameKey::of(kind.name.vi.as_str());
            let rest = key.as_str().strip_prefix(kind_key.as_str());
            if let Some(rest) = rest.and_then(|rest| rest.strip_prefix(' ')) {
                found.extend(self.with_key(&NameKey::of(rest), |unit| unit.kind() == kind));
            }
        }
        found.sort_by_key(UnitOn::position);
        found.dedup_by_key(|unit| unit.position());
        found
    }

    /// The units whose name has a key, and that are meant.
    fn with_key(&self, key: &NameKey, is_meant: impl Fn(&UnitOn<'o>) -> bool) -> Vec<UnitOn<'o>> {
        let ever = self.organisation.history().named(key).iter();
        let now = ever.filter_map(|unit| self.at(*unit));
        let is_so = |unit: &UnitOn<'o>| NameKey::of(unit.name().vi.as_str()) == *key;
        now.filter(|unit| is_so(unit) && is_meant(unit)).collect()
    }

    /// The unit directly above.
    #[must_use]
    pub fn parent(&self, unit: &UnitId) -> Option<UnitOn<'o>> {
        self.at(self.above(self.position(unit)?)?)
    }

    /// The units above, nearest first.
    pub fn ancestors(&self, unit: &UnitId) -> impl Iterator<Item = UnitOn<'o>> + use<'_, 'o> {
        let start = self.position(unit).and_then(|unit| self.above(unit));
        iter::successors(start, |unit| self.above(*unit)).filter_map(|unit| self.at(unit))
    }

    /// The way to a unit: those above it, the highest first, then the unit.
    #[must_use]
    pub fn path(&self, unit: &UnitId) -> Vec<UnitOn<'o>> {
        let mut path: Vec<_> = self.unit(unit).into_iter().chain(self.ancestors(unit)).collect();
        path.reverse();
        path
    }

    /// The lowest unit that both are, or are below of.
    #[must_use]
    pub fn lowest_common_ancestor(&self, a: &UnitId, b: &UnitId) -> Option<UnitOn<'o>> {
        let (a, b) = (self.path(a), self.path(b));
        a.into_iter()
            .zip(b)
            .take_while(|(a, b)| a.position() == b.position())
            .last()
            .map(|(a, _)| a)
    }

    /// The units directly below.
    pub fn children(&self, unit: &UnitId) -> impl Iterator<Item = UnitOn<'o>> + use<'_, 'o> {
        let children = self.position(unit).map_or(&[][..], |unit| self.below(unit));
        children.iter().filter_map(|unit| self.at(*unit))
    }

    /// The units below, each before those below it.
    pub fn descendants(&self, unit: &UnitId) -> impl Iterator<Item = UnitOn<'o>> + use<'_, 'o> {
        let mut open: Vec<usize> = self
            .position(unit)
            .map(|unit| self.below(unit).iter().rev().copied().collect())
            .unwrap_or_default();
        iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(self.below(next).iter().rev());
            self.at(next)
        })
    }

    /// The units below that stand at a level.
    pub fn descendants_at(
        &self,
        unit: &UnitId,
        level: Level,
    ) -> impl Iterator<Item = UnitOn<'o>> + use<'_, 'o> {
        self.descendants(unit).filter(move |unit| unit.level() == level)
    }

    /// How many units of each kind are below `under`; a kind of which there is
    /// none is left out.
    #[must_use]
    pub fn count_by_kind(&self, under: &UnitId) -> BTreeMap<KindId, usize> {
        let mut counts = BTreeMap::new();
        for unit in self.descendants(under) {
            *counts.entry(unit.kind().id.clone()).or_default() += 1;
        }
        counts
    }

    /// The body with that id, if its unit lives.
    #[must_use]
    pub fn body(&self, body: &BodyId) -> Option<&'o Body> {
        self.organisation.body(body).filter(|body| self.unit(&body.unit).is_some())
    }

    /// The bodies of a unit, by id.
    pub fn bodies(&self, unit: &UnitId) -> impl Iterator<Item = &'o Body> + use<'o> {
        let lives = self.unit(unit).is_some();
        let bodies = if lives { self.organisation.bodies_of(unit) } else { Vec::new() };
        bodies.into_iter()
    }

    /// The cluster (cụm thi đua) with that id, as it is on the day.
    #[must_use]
    pub fn cluster(&self, cluster: &ClusterId) -> Option<ClusterOn<'o>> {
        ClusterOn::new(self, self.organisation.cluster(cluster)?)
    }

    fn at(&self, position: usize) -> Option<UnitOn<'o>> {
        UnitOn::new(self.organisation, position, self.day)
    }

    fn position(&self, unit: &UnitId) -> Option<usize> {
        self.organisation.history().position(unit)
    }

    /// The [position](Organisation::position) of the unit directly above the one at a position.
    #[must_use]
    pub fn above(&self, position: usize) -> Option<usize> {
        self.parents.get(position).copied().flatten()
    }

    fn below(&self, position: usize) -> &[usize] {
        self.children.row(position)
    }
}

#[cfg(test)]
mod tests;
