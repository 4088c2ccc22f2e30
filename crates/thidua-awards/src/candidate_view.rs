//! The candidates of a conferral: who is placed, who has no place, and whom they nominate.

use std::collections::{BTreeMap, BTreeSet};

use thidua_scoring::{Position, UnrankedReason};
use thidua_values::{AwardId, CriterionId, Exact, Points, SubjectId};

use crate::{
    AwardInputs, AwardRule, Candidate, CheckOutcome, ConditionFound, IssuerLevel, Occasion,
    Preference, Recipient,
};

/// A candidate as a conferral sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CandidateView<'i> {
    pub(crate) subject: &'i SubjectId,
    pub(crate) recipient: Recipient,
    pub(crate) stands: Stands<'i>,
    pub(crate) record: Option<&'i Candidate>,
}

/// Where a candidate stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stands<'i> {
    Placed(&'i Position),
    Unplaced(&'i UnrankedReason),
    /// In no place that counts: it is nominated by somebody in the standing and not in it, or
    /// what it is a candidate for does not wait for the year's places.
    Outside,
}

impl<'i> CandidateView<'i> {
    /// The candidate as an award sees it: a prompt award looks at nobody's place.
    pub(crate) fn for_award(self, rule: &AwardRule) -> Self {
        match rule.occasion {
            Occasion::Prompt => Self { stands: Stands::Outside, ..self },
            Occasion::Periodic | Occasion::Thematic => self,
        }
    }

    pub(crate) const fn position(&self) -> Option<&'i Position> {
        match self.stands {
            Stands::Placed(position) => Some(position),
            Stands::Unplaced(_) | Stands::Outside => None,
        }
    }

    /// Whether it has no place yet, and may still have any.
    pub(crate) const fn is_awaited(&self) -> bool {
        matches!(self.stands, Stands::Unplaced(reason) if reason.is_open())
    }

    /// Whether its total is at least so many points; open while it may still come to them.
    pub(crate) fn reaches(&self, points: Points) -> CheckOutcome {
        let least = Exact::from(points);
        match self.position() {
            Some(at) if least <= at.total => CheckOutcome::Met,
            Some(at) if at.best_total.as_ref().is_some_and(|best| least <= *best) => {
                CheckOutcome::Open
            }
            None if self.is_awaited() => CheckOutcome::Open,
            Some(_) | None => CheckOutcome::Missed,
        }
    }

    /// Whether missing evidence, its own or that of others, may still move it.
    pub(crate) fn may_move(&self) -> bool {
        self.is_awaited() || self.position().is_some_and(|position| position.provisional.is_some())
    }

    /// Which preferences it meets; none says that the share is not on record.
    pub(crate) fn meets(&self, preferences: &[Preference]) -> Vec<Option<bool>> {
        let meets = |asked: &Preference| self.record?.reaches(&asked.fact, asked.percent);
        preferences.iter().map(meets).collect()
    }

    pub(crate) fn share(&self, fact: &CriterionId) -> ConditionFound {
        let share = self.record.and_then(|record| record.share(fact));
        let (part, whole) = (share.map(|share| share.part), share.map(|share| share.whole));
        ConditionFound::Share { part, whole }
    }

    /// Whether it is proposed to a level.
    pub(crate) fn proposed_to(&self, level: IssuerLevel) -> bool {
        self.record.is_some_and(|record| record.proposed_to.contains(&level))
    }

    pub(crate) fn registered(&self, award: &AwardId) -> bool {
        self.record.is_some_and(|record| record.registered.contains(award))
    }
}

/// The candidates, best placed first; who has no place last, by id.
pub(crate) fn candidates<'i>(inputs: &AwardInputs<'i>) -> Vec<CandidateView<'i>> {
    let standing = inputs.standing;
    let view = |subject, stands| {
        let record = inputs.candidacies.and_then(|all| all.candidate(subject));
        let recipient = record.map_or(Recipient::Collective, |record| record.recipient);
        CandidateView { subject, recipient, stands, record }
    };
    let placed = standing.positions.iter().map(|at| view(&at.subject, Stands::Placed(at)));
    let mut others: BTreeMap<&SubjectId, CandidateView<'_>> = BTreeMap::new();
    for unranked in &standing.unranked {
        let stands = Stands::Unplaced(&unranked.reason);
        others.insert(&unranked.subject, view(&unranked.subject, stands));
    }
    let members = members(inputs);
    for record in inputs.candidacies.into_iter().flat_map(|all| &all.parts().candidates) {
        let nominated = record.nominated_by.as_ref().is_some_and(|by| members.contains(by));
        if nominated && !members.contains(&record.subject) {
            others.insert(&record.subject, view(&record.subject, Stands::Outside));
        }
    }
    placed.chain(others.into_values()).collect()
}

/// Who is in the standing, with a place or without.
pub(crate) fn members<'i>(inputs: &AwardInputs<'i>) -> BTreeSet<&'i SubjectId> {
    let standing = inputs.standing;
    let placed = standing.positions.iter().map(|position| &position.subject);
    placed.chain(standing.unranked.iter().map(|unranked| &unranked.subject)).collect()
}
