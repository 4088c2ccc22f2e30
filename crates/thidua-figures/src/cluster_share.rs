//! Shares of clusters.

use thidua_values::Bounds;

use crate::about::cluster_position;
use crate::shares::quotient;
use crate::{ClusterTotal, Shares};

/// The share of a cluster.
#[derive(Clone, Debug)]
pub struct ClusterShare<'s> {
    shares: &'s Shares<'s>,
    part: ClusterTotal<'s>,
    whole: ClusterTotal<'s>,
}

impl<'s> ClusterShare<'s> {
    pub(crate) const fn new(
        shares: &'s Shares<'s>,
        part: ClusterTotal<'s>,
        whole: ClusterTotal<'s>,
    ) -> Self {
        Self { shares, part, whole }
    }

    /// The total of the numerator.
    #[must_use]
    pub const fn part(&self) -> &ClusterTotal<'s> {
        &self.part
    }

    /// The total of the denominator.
    #[must_use]
    pub const fn whole(&self) -> &ClusterTotal<'s> {
        &self.whole
    }

    /// What is known of the quotient, as [of a unit](crate::Share::quotient).
    #[must_use]
    pub fn quotient(&self) -> Option<Bounds> {
        quotient(&self.part.bounds()?, &self.whole.bounds()?)
    }

    /// The percentage that was stated of the cluster itself, which nothing is computed with.
    #[must_use]
    pub fn stated_percent(&self) -> Option<Bounds> {
        let organisation = self.shares.on().figures().organisation();
        self.shares.stated(cluster_position(self.part.cluster().id(), organisation)?)
    }
}
