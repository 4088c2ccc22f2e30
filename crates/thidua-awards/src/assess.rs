//! Candidates held against one award, each by itself: out, open, or in the running.

use thidua_scoring::PossibleRanks;
use thidua_values::Exact;

use crate::candidate_view::{CandidateView, Stands};
use crate::condition_check::Checks;
use crate::{
    AwardRule, CheckOutcome, ConditionCheck, EdgeStep, Grounds, Selection, VerdictKind, Vote,
    VoteOutcome, VoteResult,
};

/// A candidate for one award.
pub(crate) struct Contender<'i> {
    pub(crate) view: CandidateView<'i>,
    pub(crate) checks: Vec<ConditionCheck>,
    pub(crate) vote: Option<VoteResult>,
    /// The share of all members who approved in the last ballot, if one was held.
    pub(crate) approval: Option<Exact>,
    pub(crate) state: State,
}

/// What a candidate is by itself, before the quota.
#[derive(Clone, Debug)]
pub(crate) enum State {
    /// It is out, whatever others are.
    Out(VerdictKind),
    /// It is in the running unless what is open goes against it.
    Open(VerdictKind),
    /// It is in the running, with a place that can still change.
    Provisional(PossibleRanks),
    /// It is in the running.
    Fits,
}

impl Contender<'_> {
    /// What a proposal of it rests on where there is no quota.
    pub(crate) fn grounds(&self) -> Grounds {
        Grounds {
            rank: self.view.position().map(|position| position.rank),
            seat: None,
            seats: None,
            taken: None,
            conditions: self.checks.clone(),
            vote: self.vote.as_ref().map(|vote| vote.outcome),
            edge: None,
        }
    }

    /// What a proposal of it rests on within a quota.
    pub(crate) fn grounds_within(
        &self,
        seat: usize,
        seats: usize,
        edge: Option<EdgeStep>,
    ) -> Grounds {
        Grounds { seat: Some(seat), seats: Some(seats), edge, ..self.grounds() }
    }

    /// The share of all members who approved in the last ballot; of all of them while it is
    /// to come.
    pub(crate) fn most_votes(&self) -> Exact {
        match &self.vote {
            Some(vote) if !vote.outcome.awaits_votes() => {
                self.approval.clone().unwrap_or_else(Exact::zero)
            }
            Some(_) | None => Exact::one(),
        }
    }

    /// Whether it is in the running, for now.
    pub(crate) const fn is_running(&self) -> bool {
        !matches!(self.state, State::Out(_))
    }

    /// Whether it is in the running unless what is open goes against it.
    pub(crate) const fn is_open(&self) -> bool {
        matches!(self.state, State::Open(_))
    }
}

/// Every candidate for an award, in their order.
pub(crate) fn assess<'i>(
    checks: &Checks<'_>,
    rule: &AwardRule,
    candidates: &[CandidateView<'i>],
) -> Vec<Contender<'i>> {
    let contender = |view: &CandidateView<'i>| {
        let view = view.for_award(rule);
        let held = checks.inputs.candidacies.and_then(|all| all.vote(&rule.id, view.subject));
        let held = held.map(|(_, vote)| vote);
        let approval = held.and_then(Vote::approval);
        let vote = held.and_then(|held| decided(checks, rule, held));
        let checks = checks.of(rule, &view);
        let state = state(rule, &view, &checks, vote.as_ref());
        Contender { view, checks, vote, approval, state }
    };
    candidates.iter().map(contender).collect()
}

fn decided(checks: &Checks<'_>, rule: &AwardRule, vote: &Vote) -> Option<VoteResult> {
    let vote_rule = checks.inputs.rules.vote(&rule.id)?;
    // PROOF: each vote was decided before without a fault.
    vote_rule.decide(vote).ok()
}

fn state(
    rule: &AwardRule,
    view: &CandidateView<'_>,
    checks: &[ConditionCheck],
    vote: Option<&VoteResult>,
) -> State {
    let outcome = vote.map(|vote| vote.outcome);
    if rule.recipient != view.recipient {
        return State::Out(VerdictKind::OtherRecipient { recipient: rule.recipient });
    }
    match view.stands {
        Stands::Unplaced(reason) if !view.is_awaited() => {
            return State::Out(VerdictKind::NoPlace { reason: reason.clone() });
        }
        Stands::Outside if matches!(rule.selection, Selection::BestPlaced { .. }) => {
            return State::Out(VerdictKind::NotInStanding {});
        }
        Stands::Placed(_) | Stands::Unplaced(_) | Stands::Outside => {}
    }
    let missed = with(checks, CheckOutcome::Missed);
    if !missed.is_empty() {
        return State::Out(VerdictKind::NotEligible { missed });
    }
    if let Some(vote) = outcome.filter(|vote| vote.is_refused()) {
        return State::Out(VerdictKind::NotVotedFor { vote });
    }
    let open = with(checks, CheckOutcome::Open);
    if !open.is_empty() {
        return State::Open(VerdictKind::ConditionOpen { open });
    }
    if rule.vote.is_some() && !outcome.is_some_and(VoteOutcome::is_approved) {
        return State::Open(VerdictKind::VoteOpen { vote: outcome });
    }
    if let Stands::Unplaced(reason) = view.stands {
        return State::Open(VerdictKind::NoPlace { reason: reason.clone() });
    }
    let possible = view.position().and_then(|position| position.provisional);
    possible.map_or(State::Fits, State::Provisional)
}

/// The checks that came out so.
fn with(checks: &[ConditionCheck], outcome: CheckOutcome) -> Vec<ConditionCheck> {
    checks.iter().filter(|check| check.outcome == outcome).cloned().collect()
}
