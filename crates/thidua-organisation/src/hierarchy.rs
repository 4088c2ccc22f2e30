//! Hierarchies: who belongs to whom on one day.

use std::collections::BTreeMap;
use std::iter;

use thidua_values::{BodyId, ClusterId, Day, KindId, UnitId};

use crate::{Body, ClusterOn, Level, Organisation, Unit, UnitCode, UnitKind};

/// An organisation on one day: its units are a forest, in which every unit
/// stands at a higher level (cấp) than the units below it.
///
/// Units come in the order of their ids. Nothing is above or below a unit that
/// is not of the organisation.
// INVARIANT: `parents` and `children` have an entry for each unit of
// `organisation`, by position; they say the same of `day`, and children are in
// the order of positions, which is that of ids.
#[derive(Clone, Debug)]
pub struct Hierarchy<'o> {
    organisation: &'o Organisation,
    day: Day,
    parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
}

impl<'o> Hierarchy<'o> {
    pub(crate) fn new(organisation: &'o Organisation, day: Day) -> Self {
        let parents = organisation.index().parents_on(day);
        let mut children = vec![Vec::new(); parents.len()];
        for (child, parent) in parents.iter().enumerate() {
            if let Some(siblings) = parent.and_then(|parent| children.get_mut(parent)) {
                siblings.push(child);
            }
        }
        Self { organisation, day, parents, children }
    }

    /// The day.
    #[must_use]
    pub const fn day(&self) -> Day {
        self.day
    }

    /// The unit with that id.
    #[must_use]
    pub fn unit(&self, unit: &UnitId) -> Option<&'o Unit> {
        self.at(self.organisation.position(unit)?)
    }

    /// All units.
    pub fn units(&self) -> impl Iterator<Item = &'o Unit> + use<'o> {
        self.organisation.parts().units.iter()
    }

    /// The unit with that code in the list `scheme`.
    #[must_use]
    pub fn by_code(&self, scheme: &KindId, code: &UnitCode) -> Option<&'o Unit> {
        self.organisation.by_code(scheme, code)
    }

    /// The kind of a unit.
    #[must_use]
    pub fn kind(&self, unit: &UnitId) -> Option<&'o UnitKind> {
        self.organisation.unit_kind(&self.unit(unit)?.kind)
    }

    /// The level at which a unit stands.
    #[must_use]
    pub fn level(&self, unit: &UnitId) -> Option<Level> {
        self.kind(unit).map(|kind| kind.level)
    }

    /// The unit directly above.
    #[must_use]
    pub fn parent(&self, unit: &UnitId) -> Option<&'o Unit> {
        self.at(self.above(self.organisation.position(unit)?)?)
    }

    /// The units above, nearest first.
    pub fn ancestors(&self, unit: &UnitId) -> impl Iterator<Item = &'o Unit> + use<'_, 'o> {
        let start = self.organisation.position(unit).and_then(|unit| self.above(unit));
        iter::successors(start, |unit| self.above(*unit)).filter_map(|unit| self.at(unit))
    }

    /// The units directly below.
    pub fn children(&self, unit: &UnitId) -> impl Iterator<Item = &'o Unit> + use<'_, 'o> {
        let position = self.organisation.position(unit);
        let children = position.map_or(&[][..], |unit| self.below(unit));
        children.iter().filter_map(|unit| self.at(*unit))
    }

    /// The units below, each before those below it.
    pub fn descendants(&self, unit: &UnitId) -> impl Iterator<Item = &'o Unit> + use<'_, 'o> {
        let position = self.organisation.position(unit);
        let mut open: Vec<usize> = position
            .map(|unit| self.below(unit).iter().rev().copied().collect())
            .unwrap_or_default();
        iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(self.below(next).iter().rev());
            self.at(next)
        })
    }

    /// How many units of each kind are below `under`; a kind of which there is
    /// none is left out.
    #[must_use]
    pub fn count_by_kind(&self, under: &UnitId) -> BTreeMap<KindId, usize> {
        let mut counts = BTreeMap::new();
        for unit in self.descendants(under) {
            *counts.entry(unit.kind.clone()).or_default() += 1;
        }
        counts
    }

    /// The body with that id.
    #[must_use]
    pub fn body(&self, body: &BodyId) -> Option<&'o Body> {
        self.organisation.body(body)
    }

    /// The cluster (cụm thi đua) with that id, as it is on the day.
    #[must_use]
    pub fn cluster(&self, cluster: &ClusterId) -> Option<ClusterOn<'o>> {
        ClusterOn::new(self.organisation, self.organisation.cluster(cluster)?, self.day)
    }

    fn at(&self, position: usize) -> Option<&'o Unit> {
        self.organisation.parts().units.get(position)
    }

    fn above(&self, position: usize) -> Option<usize> {
        self.parents.get(position).copied().flatten()
    }

    fn below(&self, position: usize) -> &[usize] {
        self.children.get(position).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests;
