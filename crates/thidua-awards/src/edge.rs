//! One cut at a quota, its edge settled by preferences, then by a decision or a policy.

use std::collections::BTreeMap;

use thidua_ranking::{CapBelowQuota, Cut, Partition, Rank, cut, cut_open};
use thidua_values::SubjectId;

use crate::EdgeStep;
use crate::selection::Limit;

/// What settles the edge of a quota.
pub(crate) struct Edge<'c> {
    pub(crate) limit: Limit<'c>,
    /// Which preferences each candidate meets, in their order.
    pub(crate) preferred: BTreeMap<&'c SubjectId, Vec<bool>>,
    /// The recorded order of those whom no preference separates.
    pub(crate) decided: Option<&'c [SubjectId]>,
}

/// An order, cut.
pub(crate) struct EdgeCut {
    pub(crate) order: Partition<SubjectId>,
    /// Where each of them is, and how many are ahead of it and of all who are equal to it.
    places: BTreeMap<SubjectId, (Side, usize)>,
    /// The equals at the edge.
    tied: Vec<SubjectId>,
    /// Those of them whom no preference separates from each other at the edge.
    pub(crate) left: Vec<SubjectId>,
    settled_by: EdgeStep,
}

/// On which side of a cut somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Inside,
    Undecided,
    Outside,
}

impl Edge<'_> {
    pub(crate) fn cut(
        &self,
        order: &Partition<SubjectId>,
        seats: usize,
    ) -> Result<EdgeCut, CapBelowQuota> {
        self.limit.edge.check(seats)?;
        let tied = cut_open(order, seats).edge.unwrap_or_default();
        let preferred = |subject: &SubjectId| {
            let at_edge = tied.contains(subject);
            self.preferred.get(subject).filter(|_| at_edge)
        };
        let order = order.refine_by(preferred).partition;
        let left = cut_open(&order, seats).edge.unwrap_or_default();
        let settled = self.decided.and_then(|decided| order.settle(decided).ok());
        let (order, settled_by) = match (settled, self.limit.settles) {
            (Some(settled), Some(by)) => (settled.partition, EdgeStep::Decision { by }),
            _ => (order, EdgeStep::Policy {}),
        };
        let places = places(&order, &cut(&order, seats, self.limit.edge)?);
        Ok(EdgeCut { order, places, tied, left, settled_by })
    }
}

impl EdgeCut {
    pub(crate) fn side(&self, subject: &SubjectId) -> Side {
        self.places.get(subject).map_or(Side::Outside, |(side, _)| *side)
    }

    /// What settled the side of somebody who is among the equals at the edge.
    pub(crate) fn step(&self, subject: &SubjectId) -> Option<EdgeStep> {
        if self.left.contains(subject) {
            Some(self.settled_by)
        } else {
            self.tied.contains(subject).then_some(EdgeStep::Preference {})
        }
    }

    /// How many are ahead of somebody, and of all who are equal to it.
    pub(crate) fn ahead(&self, subject: &SubjectId) -> usize {
        self.places.get(subject).map_or(0, |(_, ahead)| *ahead)
    }
}

fn places(
    order: &Partition<SubjectId>,
    cut: &Cut<SubjectId>,
) -> BTreeMap<SubjectId, (Side, usize)> {
    // PROOF: a cut keeps the order; the inside comes first, then who is undecided.
    let (inside, undecided) = (cut.inside.len(), cut.undecided.len());
    let side = |ahead: usize| match ahead {
        ahead if ahead < inside => Side::Inside,
        ahead if ahead < inside.saturating_add(undecided) => Side::Undecided,
        _ => Side::Outside,
    };
    let place = |rank: Rank| (side(rank.ahead()), rank.ahead());
    order.ranks().map(|(subject, rank)| (subject.clone(), place(rank))).collect()
}
