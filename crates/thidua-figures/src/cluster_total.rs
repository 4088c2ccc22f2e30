//! Totals of clusters.

use thidua_organisation::{ClusterOn, UnitOn};
use thidua_values::Bounds;

use crate::about::cluster_position;
use crate::roll::Node;
use crate::sum::Sum;
use crate::{Coverage, Observation, Source, Total, Totals};

/// The total of a cluster: of the units of its members, beside what was reported of the cluster
/// itself.
///
/// It comes about as that of a unit whose units below are those of the members: see
/// [`FiguresOn`](crate::FiguresOn). A cluster is not obliged to report.
#[derive(Clone, Debug)]
pub struct ClusterTotal<'t> {
    totals: &'t Totals<'t>,
    cluster: ClusterOn<'t>,
    members: Vec<Total<'t>>,
    node: Node,
}

impl<'t> ClusterTotal<'t> {
    pub(crate) fn new(totals: &'t Totals<'t>, cluster: ClusterOn<'t>) -> Option<Self> {
        let on = totals.on();
        let position = cluster_position(cluster.id(), on.figures().organisation())?;
        let units = on.member_units(&cluster).into_iter();
        let members: Vec<Total<'t>> = units.filter_map(|unit| totals.at(unit)).collect();
        let mut own = Sum::default();
        totals.own(position).into_iter().for_each(|row| own.say(&row.known));
        let node = totals.roll().over(own, members.iter().map(|total| total.node()));
        Some(Self { totals, cluster, members, node })
    }

    /// The cluster on the day.
    #[must_use]
    pub const fn cluster(&self) -> &ClusterOn<'t> {
        &self.cluster
    }

    /// The totals of the units of its members, by id: each once, and none that is below another.
    #[must_use]
    pub fn members(&self) -> &[Total<'t>] {
        &self.members
    }

    /// What is known of the total, as [of a unit](Total::bounds).
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        self.node.total().map(|sum| sum.bounds())
    }

    /// Where it comes from, if there is one.
    #[must_use]
    pub const fn source(&self) -> Option<Source> {
        self.node.source
    }

    /// What was reported of the cluster itself, counted or not.
    #[must_use]
    pub fn own(&self) -> Option<Bounds> {
        self.node.own.told().map(Sum::bounds)
    }

    /// What the totals of the units of the members add up to, counted or not, whole or not.
    #[must_use]
    pub fn below(&self) -> Option<Bounds> {
        self.node.below.told().map(Sum::bounds)
    }

    /// How many of the units of the members and those below them were obliged to report, and how
    /// many did.
    #[must_use]
    pub const fn coverage(&self) -> Coverage {
        self.node.coverage
    }

    /// The observations that the total is the sum of: those of the cluster itself, or
    /// [those](Total::terms) of its members.
    #[must_use]
    pub fn terms(&self) -> Vec<&'t Observation> {
        match self.source() {
            Some(Source::Own) => self.own_terms(),
            Some(Source::Below | Source::Reported) => {
                self.members.iter().flat_map(|member| member.terms()).collect()
            }
            None => Vec::new(),
        }
    }

    fn own_terms(&self) -> Vec<&'t Observation> {
        let figures = self.totals.on().figures();
        let position = cluster_position(self.cluster.id(), figures.organisation());
        let rows = position.map(|position| self.totals.own(position)).unwrap_or_default();
        rows.into_iter().filter_map(|row| figures.observation(row)).collect()
    }

    /// The units, of those of its members and those below them, that were obliged to report and
    /// did not.
    #[must_use]
    pub fn missing(&self) -> Vec<UnitOn<'t>> {
        self.members.iter().flat_map(|member| member.missing()).collect()
    }
}

#[cfg(test)]
mod tests;
