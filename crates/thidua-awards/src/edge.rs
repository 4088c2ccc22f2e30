//! One cut at a quota, its edge settled by preferences, then by a decision or a policy.

use std::collections::BTreeMap;

use thidua_ranking::{CapBelowQuota, Cut, Partition, Rank, cut, cut_open};
use thidua_values::{CriterionId, SubjectId};

use crate::EdgeStep;
use crate::selection::Limit;

/// What settles the edge of a quota.
pub(crate) struct Edge<'c> {
    pub(crate) limit: Limit<'c>,
    /// Which preferences each candidate meets, in their order; none where its share is
    /// not on record.
    pub(crate) preferred: BTreeMap<&'c SubjectId, Vec<Option<bool>>>,
    /// The recorded order of those whom no preference separates.
    pub(crate) decided: Option<&'c [SubjectId]>,
}

/// How a cut takes the shares that are not on record.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unknown<'s> {
    /// As if nobody met the preference.
    Unmet,
    /// Best for somebody: as if nobody else met it.
    For(&'s SubjectId),
    /// Worst for somebody: as if everybody else met it.
    Against(&'s SubjectId),
}

impl Unknown<'_> {
    fn meets(self, subject: &SubjectId) -> bool {
        match self {
            Self::Unmet => false,
            Self::For(one) => one == subject,
            Self::Against(one) => one != subject,
        }
    }
}

/// An order, cut.
pub(crate) struct EdgeCut {
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
        unknown: Unknown<'_>,
    ) -> Result<EdgeCut, CapBelowQuota> {
        self.limit.edge.check(seats)?;
        let tied = cut_open(order, seats).edge.unwrap_or_default();
        let preferred = |subject: &SubjectId| {
            let at_edge = tied.contains(subject);
            let meets = self.preferred.get(subject).filter(|_| at_edge)?;
            let meets = meets.iter().map(|one| one.unwrap_or_else(|| unknown.meets(subject)));
            Some(meets.collect::<Vec<bool>>())
        };
        let order = order.refine_by(preferred).partition;
        let left = cut_open(&order, seats).edge.unwrap_or_default();
        let settled = self.decided.and_then(|decided| order.settle(decided).ok());
        let (order, settled_by) = match (settled, self.limit.settles) {
            (Some(settled), Some(by)) => (settled.partition, EdgeStep::Decision { by }),
            _ => (order, EdgeStep::Policy {}),
        };
        let places = places(&order, &cut(&order, seats, self.limit.edge)?);
        Ok(EdgeCut { places, tied, left, settled_by })
    }
}

impl Edge<'_> {
    /// Whether a share that a preference asks for is not on record of some candidate.
    pub(crate) fn has_unknown(&self) -> bool {
        self.preferred.values().flatten().any(Option::is_none)
    }

    /// The facts whose share is not on record of somebody among the equals at the edge of some
    /// cut, in the order of the preferences.
    pub(crate) fn missing_shares(&self, cuts: &[&EdgeCut]) -> Vec<CriterionId> {
        let tied = || cuts.iter().flat_map(|cut| &cut.tied);
        let is_missing = |at: usize| {
            let mut meets = tied().filter_map(|subject| self.preferred.get(subject)?.get(at));
            meets.any(Option::is_none)
        };
        let asked = self.limit.prefer.iter().enumerate();
        asked.filter(|(at, _)| is_missing(*at)).map(|(_, one)| one.fact.clone()).collect()
    }
}

impl EdgeCut {
    pub(crate) fn side(&self, subject: &SubjectId) -> Side {
        self.places.get(subject).map_or(Side::Outside, |(side, _)| *side)
    }

    /// Whether preferences alone settled the edge.
    pub(crate) fn is_settled_by_preference(&self) -> bool {
        self.left.is_empty() && !self.tied.is_empty()
    }

    /// How many are taken in.
    pub(crate) fn taken(&self) -> usize {
        self.places.values().filter(|(side, _)| *side == Side::Inside).count()
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
