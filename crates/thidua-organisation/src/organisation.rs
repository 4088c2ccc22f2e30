//! Organisations: what is stated of units, bodies and clusters through time.

use thidua_values::{BodyId, ClusterId, Day, Faults, KindId, Period, UnitId};
use thiserror::Error;

use crate::index::{Index, find};
use crate::{
    Body, Cluster, Hierarchy, OrganisationFault, OrganisationParts, Unit, UnitCode, UnitKind, check,
};

/// Units (đơn vị), bodies and clusters (cụm thi đua) through a stated period.
///
/// Two organisations that were stated alike are equal, in whatever order their
/// parts came.
// INVARIANT: `check::faults(&parts)` is empty, hence ids name one thing each,
// references lead somewhere, a unit has at most one parent a day and that one
// stands above it, so that no unit is above itself; `parts` is canonical, and
// `index` is that of `parts`. Only `try_new` builds one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    parts: OrganisationParts,
    index: Index,
}

impl Organisation {
    /// The organisation with these parts, in whatever order they come.
    ///
    /// # Errors
    ///
    /// Every fault of the parts, each at its place in the parts as given: an id
    /// or a code is given twice; a kind, unit or body is referred to but not
    /// given; a parent stands no higher than its child; a unit has two parents
    /// or a cluster the same member twice on one day; a cluster has no members;
    /// a period has no day of the stated ones.
    pub fn try_new(parts: OrganisationParts) -> Result<Self, Faults<OrganisationFault>> {
        let faults = check::faults(&parts);
        let parts = Faults::check(parts, faults)?.into_canonical();
        Ok(Self { index: Index::of(&parts), parts })
    }

    /// The parts in canonical order: every set by id, codes by scheme, parents
    /// and members by period.
    #[must_use]
    pub const fn parts(&self) -> &OrganisationParts {
        &self.parts
    }

    /// Who belongs to whom on that day.
    ///
    /// # Errors
    ///
    /// The organisation says nothing of that day.
    pub fn as_of(&self, day: Day) -> Result<Hierarchy<'_>, OutsideStatement> {
        let stated = self.parts.stated;
        if stated.contains(day) {
            Ok(Hierarchy::new(self, day))
        } else {
            Err(OutsideStatement { day, stated })
        }
    }

    pub(crate) const fn index(&self) -> &Index {
        &self.index
    }

    pub(crate) fn position(&self, unit: &UnitId) -> Option<usize> {
        find(&self.parts.units, unit, |unit| &unit.id)
    }

    pub(crate) fn by_code(&self, scheme: &KindId, code: &UnitCode) -> Option<&Unit> {
        self.parts.units.get(self.index.by_code(scheme, code)?)
    }

    pub(crate) fn unit_kind(&self, kind: &KindId) -> Option<&UnitKind> {
        let kinds = &self.parts.unit_kinds;
        kinds.get(find(kinds, kind, |kind| &kind.id)?)
    }

    pub(crate) fn body(&self, body: &BodyId) -> Option<&Body> {
        let bodies = &self.parts.bodies;
        bodies.get(find(bodies, body, |body| &body.id)?)
    }

    pub(crate) fn cluster(&self, cluster: &ClusterId) -> Option<&Cluster> {
        let clusters = &self.parts.clusters;
        clusters.get(find(clusters, cluster, |cluster| &cluster.id)?)
    }
}

/// A day of which an organisation says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a day from {stated}, found {day}")]
pub struct OutsideStatement {
    /// The day that was asked for.
    pub day: Day,
    /// The days that the organisation speaks of.
    pub stated: Period,
}

#[cfg(test)]
mod tests;
