//! Totals of clusters.

use thidua_organisation::{ClusterOn, UnitOn};
use thidua_values::Bounds;

use crate::about::cluster_position;
use crate::sum::Sum;
use crate::{Coverage, Observation, Source, Total, Totals, UnitsTotal};

/// The total of a cluster: of the units of its members, beside what was reported of the cluster
/// itself.
///
/// It comes about as that of a unit whose units below are those of the members: see
/// [`FiguresOn`](crate::FiguresOn). A cluster is not obliged to report.
#[derive(Clone, Debug)]
pub struct ClusterTotal<'t> {
    totals: &'t Totals<'t>,
    position: usize,
    cluster: ClusterOn<'t>,
    total: UnitsTotal<'t>,
}

impl<'t> ClusterTotal<'t> {
    pub(crate) fn new(totals: &'t Totals<'t>, cluster: ClusterOn<'t>) -> Option<Self> {
        let position = cluster_position(cluster.id(), totals.on().figures().organisation())?;
        let mut own = Sum::default();
        totals.own(position).into_iter().for_each(|row| own.say(&row.known));
        let units = cluster.members().iter().map(|body| &body.unit);
        let total = UnitsTotal::with_own(totals, units, own)?;
        Some(Self { totals, position, cluster, total })
    }

    /// The cluster on the day.
    #[must_use]
    pub const fn cluster(&self) -> &ClusterOn<'t> {
        &self.cluster
    }

    /// The totals of the units of its members, by id: each once, and none that is below another.
    #[must_use]
    pub fn members(&self) -> &[Total<'t>] {
        self.total.units()
    }

    /// What is known of the total, as [of a unit](Total::bounds).
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        self.total.bounds()
    }

    /// Where it comes from, if there is one.
    #[must_use]
    pub const fn source(&self) -> Option<Source> {
        self.total.source()
    }

    /// What was reported of the cluster itself, counted or not.
    #[must_use]
    pub fn own(&self) -> Option<Bounds> {
        self.total.node.own.told().map(Sum::bounds)
    }

    /// What the totals of the units of the members add up to, counted or not, whole or not.
    #[must_use]
    pub fn below(&self) -> Option<Bounds> {
        self.total.below()
    }

    /// How many of the units of the members and those below them were obliged to report, and how
    /// many did.
    #[must_use]
    pub const fn coverage(&self) -> Coverage {
        self.total.coverage()
    }

    /// The observations that the total is the sum of: those of the cluster itself, or
    /// [those](Total::terms) of its members.
    #[must_use]
    pub fn terms(&self) -> Vec<&'t Observation> {
        if self.source() != Some(Source::Own) {
            return self.total.terms();
        }
        let figures = self.totals.on().figures();
        let rows = self.totals.own(self.position).into_iter();
        rows.filter_map(|row| figures.observation(row)).collect()
    }

    /// The units, of those of its members and those below them, that were obliged to report and
    /// did not.
    #[must_use]
    pub fn missing(&self) -> Vec<UnitOn<'t>> {
        self.total.missing()
    }
}

#[cfg(test)]
mod tests;
