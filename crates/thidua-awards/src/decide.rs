//! From a vote to what a rule makes of it, ballot by ballot.

use thidua_values::{Coded, Fault, Faults, Place, Placed};
use thiserror::Error;

use crate::{
    Attendance, Ballot, ConsensusPolicy, Decider, Ruling, Vote, VoteBase, VoteOutcome, VoteRule,
};

/// So many, of so many, where so many were needed.
///
/// vi: Số đạt được, trên tổng số, so với số cần đạt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct VoteCount {
    /// How many there were.
    ///
    /// vi: Số đạt được.
    pub count: u32,
    /// Of how many.
    ///
    /// vi: Trên tổng số.
    pub of: u32,
    /// How many were needed.
    ///
    /// vi: Số cần đạt.
    pub needed: u32,
}

/// What a rule makes of one ballot.
///
/// vi: Kết quả một lần bỏ phiếu so với quy định.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct BallotResult {
    /// Who counted toward the quorum; left out where the rule asks for none.
    ///
    /// vi: Số tham gia so với điều kiện họp; không ghi nếu không quy định.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub quorum: Option<VoteCount>,
    /// Who approved.
    ///
    /// vi: Số đồng ý so với tỷ lệ cần đạt.
    pub approval: VoteCount,
    /// What that amounts to.
    ///
    /// vi: Kết luận.
    pub verdict: BallotVerdict,
}

/// What a ballot amounts to.
///
/// vi: Kết luận của một lần bỏ phiếu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum BallotVerdict {
    /// Enough approved.
    ///
    /// vi: Đạt.
    Approved,
    /// Too few approved.
    ///
    /// vi: Không đạt.
    NotApproved,
    /// Too few took part: the ballot does not count.
    ///
    /// vi: Không đủ điều kiện họp, không tính.
    NoQuorum,
}

/// What a rule makes of a vote.
///
/// vi: Kết quả xét so với quy định biểu quyết.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct VoteResult {
    /// Each ballot. Ordered as they were held.
    ///
    /// vi: Từng lần bỏ phiếu. Có thứ tự: theo lần.
    pub ballots: Vec<BallotResult>,
    /// What became of it, and why.
    ///
    /// vi: Kết quả và lý do.
    pub outcome: VoteOutcome,
}

impl VoteRule {
    /// What the rule makes of one ballot.
    #[must_use]
    pub fn count(&self, ballot: &Ballot) -> BallotResult {
        let rule = self.parts();
        let members = ballot.parts().members;
        let of = match rule.approval.of {
            VoteBase::AllMembers => members,
            VoteBase::TakingPart => ballot.taking_part(),
        };
        let (count, share) = (ballot.parts().yes, rule.approval.share);
        let approval = VoteCount { count, of, needed: share.least_of(of) };
        let mut verdict = BallotVerdict::NotApproved;
        if share.is_reached_by(count, of) {
            verdict = BallotVerdict::Approved;
        }
        let quorum = rule.quorum.map(|quorum| {
            let count = match quorum.counts {
                Attendance::Present => ballot.parts().present,
                Attendance::PresentOrInWriting => ballot.taking_part(),
            };
            if !quorum.share.is_reached_by(count, members) {
                verdict = BallotVerdict::NoQuorum;
            }
            VoteCount { count, of: members, needed: quorum.share.least_of(members) }
        });
        BallotResult { quorum, approval, verdict }
    }

    /// What the rule makes of a vote.
    ///
    /// A ballot without quorum does not count, neither for nor against nor as
    /// one of the ballots that a round may have.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_awards::{
    ///     Approval, Ballot, BallotParts, ConsensusPolicy, Decider, Vote, VoteBase, VoteOutcome,
    ///     VoteParts, VoteRule, VoteRuleParts, VoteShare,
    /// };
    ///
    /// let rule = VoteRule::try_new(VoteRuleParts {
    ///     quorum: None,
    ///     approval: Approval {
    ///         share: VoteShare::AtLeast { part: 80, whole: 100 },
    ///         of: VoteBase::AllMembers,
    ///     },
    ///     consensus: ConsensusPolicy::BallotRequired,
    ///     max_ballots: 2,
    ///     then_decides: Some(Decider::HeadAndDeputy),
    /// })?;
    /// let ballot = |yes| BallotParts { members: 7, present: 7, written: 0, yes, no: 7 - yes, blank: 0 };
    /// let held = |ballots| Vote::try_new(VoteParts::Ballots { ballots, ruling: None });
    ///
    /// // 5 of 7 are 71 %, 6 of 7 are 85 %.
    /// let approved = rule.decide(&held(vec![ballot(5), ballot(6)])?)?;
    /// assert!(approved.outcome.is_approved());
    ///
    /// let failed = rule.decide(&held(vec![ballot(5), ballot(5)])?)?;
    /// let by = Decider::HeadAndDeputy;
    /// assert_eq!(failed.outcome, VoteOutcome::AwaitsRuling { by, ballots: 2 });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every ballot after the matter was approved or after the last that the
    /// rule allows, and a ruling before that or by somebody else.
    pub fn decide(&self, vote: &Vote) -> Result<VoteResult, Faults<VoteFault>> {
        match vote {
            Vote::Consensus { form } => {
                let form = *form;
                let outcome = match self.parts().consensus {
                    ConsensusPolicy::Suffices => VoteOutcome::ApprovedByConsensus { form },
                    ConsensusPolicy::BallotRequired => VoteOutcome::BallotRequired { form },
                };
                Ok(VoteResult { ballots: Vec::new(), outcome })
            }
            Vote::Ballots { ballots, ruling } => self.decide_ballots(ballots, *ruling),
        }
    }

    fn decide_ballots(
        &self,
        ballots: &[Ballot],
        ruling: Option<Ruling>,
    ) -> Result<VoteResult, Faults<VoteFault>> {
        let results: Vec<BallotResult> = ballots.iter().map(|ballot| self.count(ballot)).collect();
        let mut outcome = VoteOutcome::AwaitsBallot { held: 0, most: self.parts().max_ballots };
        let mut failed = 0;
        let mut faults = Vec::new();
        for (position, result) in results.iter().enumerate() {
            let too_late = match outcome {
                VoteOutcome::Approved { .. } => Some(VoteFault::BallotAfterApproval),
                _ if failed == self.parts().max_ballots => {
                    Some(VoteFault::BallotTooMany { most: failed })
                }
                _ => None,
            };
            if let Some(fault) = too_late {
                faults
                    .push(Placed { place: Place::whole().field("ballots").index(position), fault });
            } else {
                outcome = self.after(result, &mut failed);
            }
        }
        match self.ruled(ruling, outcome) {
            Ok(ruled) => outcome = ruled,
            Err(fault) => faults.push(Placed { place: Place::whole().field("ruling"), fault }),
        }
        Faults::check(VoteResult { ballots: results, outcome }, faults)
    }

    /// What the matter has come to after one more ballot.
    fn after(&self, result: &BallotResult, failed: &mut u32) -> VoteOutcome {
        let votes = result.approval;
        match (result.verdict, result.quorum) {
            (BallotVerdict::Approved, _) => {
                VoteOutcome::Approved { ballot: failed.saturating_add(1), votes }
            }
            (BallotVerdict::NoQuorum, Some(quorum)) => VoteOutcome::NoQuorum { quorum },
            _ => {
                *failed = failed.saturating_add(1);
                let (ballots, most) = (*failed, self.parts().max_ballots);
                match self.parts().then_decides {
                    _ if ballots < most => VoteOutcome::AwaitsBallot { held: ballots, most },
                    Some(by) => VoteOutcome::AwaitsRuling { by, ballots },
                    None => VoteOutcome::NotApproved { ballots, votes },
                }
            }
        }
    }

    /// The outcome after a ruling, if there is one.
    fn ruled(
        &self,
        ruling: Option<Ruling>,
        outcome: VoteOutcome,
    ) -> Result<VoteOutcome, VoteFault> {
        match (ruling, self.parts().then_decides, outcome) {
            (None, ..) => Ok(outcome),
            (Some(ruling), Some(by), _) if ruling.by() != by => {
                Err(VoteFault::RulingByAnother { by, found: ruling.by() })
            }
            (Some(ruling), Some(_), VoteOutcome::AwaitsRuling { .. }) => Ok(ruling.outcome()),
            (Some(_), Some(_), _) => Err(VoteFault::RulingTooEarly),
            (Some(ruling), None, _) => Err(VoteFault::RulingByNobody { found: ruling.by() }),
        }
    }
}

/// Why a vote was not held under a rule.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum VoteFault {
    /// The matter was approved before this ballot.
    BallotAfterApproval,
    /// The last ballot that the rule allows was held before this one.
    BallotTooMany {
        /// How many ballots a round may have.
        most: u32,
    },
    /// Ballots could still decide the matter, or have approved it.
    RulingTooEarly,
    /// Somebody else decides after the last ballot.
    RulingByAnother {
        /// Who does.
        by: Decider,
        /// Who decided.
        found: Decider,
    },
    /// Nobody decides after the last ballot.
    RulingByNobody {
        /// Who decided.
        found: Decider,
    },
}

impl Fault for VoteFault {
    fn code(&self) -> &'static str {
        match self {
            Self::BallotAfterApproval => "ballot_after_approval",
            Self::BallotTooMany { .. } => "ballot_too_many",
            Self::RulingTooEarly => "ruling_too_early",
            Self::RulingByAnother { .. } => "ruling_by_another",
            Self::RulingByNobody { .. } => "ruling_by_nobody",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::BallotAfterApproval => "no ballot after the one that approved".into(),
            Self::BallotTooMany { most } => format!("at most {most} ballots that count"),
            Self::RulingTooEarly => "a ruling only after the last ballot has not approved".into(),
            Self::RulingByAnother { by, .. } => format!("a ruling of {}", by.words().en),
            Self::RulingByNobody { .. } => "no ruling after the last ballot".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::BallotAfterApproval | Self::BallotTooMany { .. } => "one more ballot".into(),
            Self::RulingTooEarly => "one before".into(),
            Self::RulingByAnother { found, .. } | Self::RulingByNobody { found } => {
                format!("one of {}", found.words().en)
            }
        }
    }
}

#[cfg(test)]
mod tests;
