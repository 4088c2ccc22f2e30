//! Why award rules are not taken to a standing.

use thidua_ranking::{CapBelowQuota, CrossedThreshold};
use thidua_values::{AwardId, AwardRulesId, Coded, Day, Fault, MoneyScheduleId, Period, SubjectId};
use thiserror::Error;

use crate::{DecidedBy, Recipient, VoteFault};

/// Why award rules are not taken to a standing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum ConferFault {
    /// They were to be applied on a day when they are not in force.
    NotInForce {
        /// The day.
        day: Day,
        /// When the rules are in force.
        during: Period,
    },
    /// The candidacies are of other rules.
    OtherRules {
        /// The rules at hand.
        at_hand: AwardRulesId,
        /// The ones that the candidacies name.
        named: AwardRulesId,
    },
    /// The candidacies are of another year.
    OtherYear {
        /// The year that is rewarded.
        year: Period,
        /// Theirs.
        found: Period,
    },
    /// Somebody in the standing is no candidate.
    NotACandidate(SubjectId),
    /// A candidate is in no standing, and nobody nominates it.
    Outsider(SubjectId),
    /// A member of the standing is of another kind than most.
    UnlikeOthers {
        /// What most are.
        usual: Recipient,
        /// What it is said to be.
        found: Recipient,
    },
    /// A registration or a vote for an award that is for others.
    OtherRecipient {
        /// The award.
        award: AwardId,
        /// Whom it is for.
        recipient: Recipient,
        /// What the candidate is.
        found: Recipient,
    },
    /// The rules have no such award.
    UnknownAward(AwardId),
    /// An award pays by a schedule that is not at hand.
    UnknownSchedule(MoneyScheduleId),
    /// An award pays by a schedule that has no row for it and its recipients.
    NoMoneyRow {
        /// The schedule.
        schedule: MoneyScheduleId,
        /// The award, as the schedule is asked for it.
        award: AwardId,
        /// Whom it is for.
        recipient: Recipient,
    },
    /// A vote for an award about which nobody votes.
    VoteNotAsked(AwardId),
    /// A vote was not held under the rules.
    Vote(VoteFault),
    /// An award takes in ties up to less than what its quota comes to.
    CapBelowQuota(CapBelowQuota),
    /// The standing is not in the order of the totals that a threshold is about.
    CrossedThreshold(CrossedThreshold<SubjectId>),
    /// A decision for an award where nobody settles ties.
    DecisionNotAsked(AwardId),
    /// Somebody else settles such ties.
    DecidedByAnother {
        /// Who does.
        by: DecidedBy,
        /// Who did.
        found: DecidedBy,
    },
}

impl Fault for ConferFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotInForce { .. } => "award_rules_not_in_force",
            Self::OtherRules { .. } => "other_award_rules",
            Self::OtherYear { .. } => "candidacies_of_another_year",
            Self::NotACandidate(_) => "not_a_candidate",
            Self::Outsider(_) => "candidate_outside",
            Self::UnlikeOthers { .. } => "unlike_others",
            Self::OtherRecipient { .. } => "award_for_others",
            Self::UnknownAward(_) => "unknown_award",
            Self::UnknownSchedule(_) => "unknown_money_schedule",
            Self::NoMoneyRow { .. } => "award_without_money_row",
            Self::VoteNotAsked(_) => "vote_not_asked",
            Self::Vote(fault) => fault.code(),
            Self::CapBelowQuota(_) => "cap_below_quota",
            Self::CrossedThreshold(_) => "crossed_threshold",
            Self::DecisionNotAsked(_) => "decision_not_asked",
            Self::DecidedByAnother { .. } => "decided_by_another",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::NotInForce { day, .. } => format!("award rules in force on {day}"),
            Self::OtherRules { at_hand, .. } => format!("award rules `{at_hand}`"),
            Self::OtherYear { year, .. } => format!("candidacies of the year from {year}"),
            Self::NotACandidate(_) => "every member of the standing".into(),
            Self::Outsider(_) => "a member of the standing, or one whom a member nominates".into(),
            Self::UnlikeOthers { usual, .. } => {
                format!("{}, as most members of the standing are", usual.words().en)
            }
            Self::OtherRecipient { found, .. } => format!("an award for {}", found.words().en),
            Self::UnknownAward(_) => "an award of the rules".into(),
            Self::UnknownSchedule(_) => "a money schedule at hand".into(),
            Self::NoMoneyRow { schedule, recipient, .. } => {
                format!("an award that `{schedule}` pays to {}", recipient.words().en)
            }
            Self::VoteNotAsked(_) => "votes only for awards with a vote rule".into(),
            Self::Vote(fault) => fault.expected(),
            Self::CapBelowQuota(CapBelowQuota { seats, .. }) => {
                format!("a cap of at least the quota of {seats}")
            }
            Self::CrossedThreshold(_) => "all who reach the threshold ahead of all others".into(),
            Self::DecisionNotAsked(_) => {
                "decisions only for awards whose ties somebody settles".into()
            }
            Self::DecidedByAnother { by, .. } => format!("a decision by {}", by.words().en),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::NotInForce { during, .. } => format!("rules in force from {during}"),
            Self::OtherRules { named, .. } => format!("`{named}`"),
            Self::OtherYear { found, .. } => format!("ones of that from {found}"),
            Self::NotACandidate(subject) => format!("none for `{subject}`"),
            Self::UnknownAward(award)
            | Self::NoMoneyRow { award, .. }
            | Self::VoteNotAsked(award)
            | Self::DecisionNotAsked(award) => format!("`{award}`"),
            Self::Outsider(subject) => format!("`{subject}`"),
            Self::UnlikeOthers { found, .. } => found.words().en,
            Self::OtherRecipient { award, recipient, .. } => {
                format!("`{award}` for {}", recipient.words().en)
            }
            Self::UnknownSchedule(schedule) => format!("`{schedule}`"),
            Self::Vote(fault) => fault.found(),
            Self::CapBelowQuota(CapBelowQuota { cap, .. }) => cap.to_string(),
            Self::CrossedThreshold(CrossedThreshold { reached, short }) => {
                format!("`{reached}`, who does, not ahead of `{short}`")
            }
            Self::DecidedByAnother { found, .. } => format!("one by {}", found.words().en),
        }
    }
}
