//! What is wrong with parts that make no award rules.

use std::collections::BTreeSet;

use thidua_ranking::CapBelowQuota;
use thidua_values::{AwardId, Coded, Fault, Figure, Place, Placed};
use thiserror::Error;

use crate::{
    AwardCondition, AwardForm, AwardRule, AwardRulesParts, ConsensusPolicy, Merit, Occasion, Quota,
    QuotaBase, Recipient, Selection, VoteRule, VoteRuleFault,
};

/// Why parts make no award rules.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum AwardRulesFault {
    /// There is nothing to award.
    NoAward,
    /// Two awards share an id.
    DuplicateAward(AwardId),
    /// The form is not for such recipients.
    NotForRecipient {
        /// The form.
        form: AwardForm,
        /// Whom the rules give it to.
        recipient: Recipient,
    },
    /// One condition twice.
    ConditionTwice(String),
    /// An award for an achievement, given as soon as it happens, that waits for what the year
    /// comes to, or for an award that does.
    PromptByYear(&'static str),
    /// A condition that names no grade, or no award.
    NamesNothing,
    /// A condition that looks at the award itself, at one after it, or at none that is
    /// known.
    NotBefore(AwardId),
    /// A rank that nobody has.
    NoRank,
    /// A run of too few years.
    NoRun {
        /// How many years make one.
        least: u32,
        /// How many it says.
        found: u32,
    },
    /// A percentage that is not above 0 and at most 100.
    Percent(Figure),
    /// A quota that nobody can be in.
    NoSeat,
    /// The least or the most of fewer than two quotas.
    FewQuotas(usize),
    /// A threshold by itself, which a condition says.
    ThresholdAlone,
    /// A share of the rest where no award comes before.
    RestOfAll,
    /// Ties at the edge are taken in up to less than the quota.
    CapBelowQuota(CapBelowQuota),
    /// A selection by votes, where nobody votes or consensus does.
    NoBallots,
    /// The vote rule is none.
    Vote(VoteRuleFault),
}

/// Every fault of the parts.
pub(crate) fn check(parts: &AwardRulesParts) -> Vec<Placed<AwardRulesFault>> {
    let awards = Place::whole().field("awards");
    let mut found = Found::default();
    if parts.awards.is_empty() {
        found.add(awards.clone(), AwardRulesFault::NoAward);
    }
    let others = Place::whole().field("other_awards");
    for (position, award) in parts.other_awards.iter().enumerate() {
        let own = parts.awards.iter().any(|rule| rule.id == *award);
        if own || !found.before.insert(award.clone()) {
            let fault = AwardRulesFault::DuplicateAward(award.clone());
            found.add(others.index(position), fault);
        }
    }
    for (position, rule) in parts.awards.iter().enumerate() {
        let place = awards.index(position);
        found.rule(rule, &place);
        if rule.occasion != Occasion::Prompt {
            found.waiting.insert(rule.id.clone());
        }
        if !found.before.insert(rule.id.clone()) {
            found.add(place.field("id"), AwardRulesFault::DuplicateAward(rule.id.clone()));
        }
    }
    found.faults
}

#[derive(Default)]
struct Found {
    /// The awards that a condition may look at: of other rules, and those passed.
    before: BTreeSet<AwardId>,
    /// Those passed that wait for the result of the year.
    waiting: BTreeSet<AwardId>,
    faults: Vec<Placed<AwardRulesFault>>,
}

impl Found {
    fn add(&mut self, place: Place, fault: AwardRulesFault) {
        self.faults.push(Placed { place, fault });
    }

    fn rule(&mut self, rule: &AwardRule, place: &Place) {
        let (form, recipient) = (rule.form, rule.recipient);
        if form.only_for().is_some_and(|only| only != recipient) {
            let fault = AwardRulesFault::NotForRecipient { form, recipient };
            self.add(place.field("recipient"), fault);
        }
        if rule.occasion == Occasion::Prompt {
            self.prompt(rule, place);
        }
        let mut conditions = BTreeSet::new();
        for (position, condition) in rule.requires.iter().enumerate() {
            let place = place.field("requires").index(position);
            // The order of a set makes no other condition.
            let mut sorted = condition.clone();
            sorted.sort();
            if !conditions.insert(sorted) {
                let fault = AwardRulesFault::ConditionTwice(condition.code().to_owned());
                self.add(place.clone(), fault);
            }
            self.condition(condition, &place);
        }
        self.selection(rule, &place.field("selection"));
        if let Some(Err(faults)) = rule.vote.clone().map(VoteRule::try_new) {
            let lifted = faults.into_vec().into_iter().map(|placed| Placed {
                place: placed.place.within(&place.field("vote")),
                fault: AwardRulesFault::Vote(placed.fault),
            });
            self.faults.extend(lifted);
        }
    }

    /// What waits for the result of the year in an award that does not.
    fn prompt(&mut self, rule: &AwardRule, place: &Place) {
        for (position, condition) in rule.requires.iter().enumerate() {
            let waits = match condition {
                AwardCondition::Graded { .. }
                | AwardCondition::RankWithin { .. }
                | AwardCondition::PointsAtLeast { .. }
                | AwardCondition::YearsRunning { .. } => true,
                AwardCondition::NotBeside { awards } => {
                    awards.iter().any(|award| self.waiting.contains(award))
                }
                AwardCondition::Registered {}
                | AwardCondition::Proposed {}
                | AwardCondition::ShareAtLeast { .. } => false,
            };
            if waits {
                let place = place.field("requires").index(position);
                self.add(place, AwardRulesFault::PromptByYear(condition.code()));
            }
        }
        let place = place.field("selection");
        if matches!(rule.selection, Selection::BestPlaced { .. }) {
            self.add(place.clone(), AwardRulesFault::PromptByYear("best_placed"));
        }
        if rule.selection.limit().is_some_and(|limit| limit.quota.reaches()) {
            self.add(place.field("quota"), AwardRulesFault::PromptByYear("reaching"));
        }
    }

    fn condition(&mut self, condition: &AwardCondition, place: &Place) {
        match condition {
            AwardCondition::Graded { grades } if grades.is_empty() => {
                self.add(place.field("grades"), AwardRulesFault::NamesNothing);
            }
            AwardCondition::NotBeside { awards } if awards.is_empty() => {
                self.add(place.field("awards"), AwardRulesFault::NamesNothing);
            }
            AwardCondition::RankWithin { rank: 0 } => {
                self.add(place.field("rank"), AwardRulesFault::NoRank);
            }
            AwardCondition::ShareAtLeast { percent, .. } => self.percent(*percent, place),
            AwardCondition::YearsRunning { years, of, last } => {
                let least = last.least_years();
                if *years < least {
                    let fault = AwardRulesFault::NoRun { least, found: *years };
                    self.add(place.field("years"), fault);
                }
                if matches!(of, Merit::Graded { grades } if grades.is_empty()) {
                    let place = place.field("of").field("grades");
                    self.add(place, AwardRulesFault::NamesNothing);
                }
            }
            AwardCondition::Graded { .. }
            | AwardCondition::NotBeside { .. }
            | AwardCondition::RankWithin { .. }
            | AwardCondition::PointsAtLeast { .. }
            | AwardCondition::Registered {}
            | AwardCondition::Proposed {} => {}
        }
        for award in condition.awards() {
            if !self.before.contains(award) {
                let fault = AwardRulesFault::NotBefore(award.clone());
                self.add(place.clone(), fault);
            }
        }
    }

    fn percent(&mut self, percent: Figure, place: &Place) {
        if percent.is_zero() || percent.is_negative() || Figure::from(100) < percent {
            self.add(place.field("percent"), AwardRulesFault::Percent(percent));
        }
    }

    fn selection(&mut self, rule: &AwardRule, place: &Place) {
        let Some(limit) = rule.selection.limit() else { return };
        let has_rest =
            rule.requires.iter().any(|asked| matches!(asked, AwardCondition::NotBeside { .. }));
        self.quota(limit.quota, has_rest, Threshold::Refused, &place.field("quota"));
        for (position, preference) in limit.prefer.iter().enumerate() {
            self.percent(preference.percent, &place.field("prefer").index(position));
        }
        // Of how many a share is, only a cluster tells.
        if let Quota::Count { count } = limit.quota
            && let Err(fault) = limit.edge.check(usize::try_from(*count).unwrap_or(usize::MAX))
        {
            let place = place.field("edge").field("cap");
            self.add(place, AwardRulesFault::CapBelowQuota(fault));
        }
        let ballots = |vote: ConsensusPolicy| vote == ConsensusPolicy::BallotRequired;
        let votes = matches!(rule.selection, Selection::MostVotes { .. });
        if votes && !rule.vote.as_ref().is_some_and(|vote| ballots(vote.consensus)) {
            self.add(place.clone(), AwardRulesFault::NoBallots);
        }
    }

    fn quota(&mut self, quota: &Quota, has_rest: bool, threshold: Threshold, place: &Place) {
        match quota {
            Quota::Count { count: 0 } => self.add(place.field("count"), AwardRulesFault::NoSeat),
            Quota::Count { .. } => {}
            Quota::Share { percent, of, .. } => {
                self.percent(*percent, place);
                if *of == QuotaBase::Rest && !has_rest {
                    self.add(place.field("of"), AwardRulesFault::RestOfAll);
                }
            }
            Quota::Reaching { .. } if threshold == Threshold::Allowed => {}
            Quota::Reaching { .. } => self.add(place.clone(), AwardRulesFault::ThresholdAlone),
            Quota::Least { of } | Quota::Most { of } => {
                let threshold = match quota {
                    Quota::Most { .. } => Threshold::Allowed,
                    _ => Threshold::Refused,
                };
                if of.len() < 2 {
                    self.add(place.field("of"), AwardRulesFault::FewQuotas(of.len()));
                }
                for (position, quota) in of.iter().enumerate() {
                    self.quota(quota, has_rest, threshold, &place.field("of").index(position));
                }
            }
        }
    }
}

/// Whether a quota may be a threshold here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Threshold {
    Allowed,
    Refused,
}

impl Fault for AwardRulesFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoAward => "no_award",
            Self::DuplicateAward(_) => "duplicate_award",
            Self::NotForRecipient { .. } => "not_for_recipient",
            Self::ConditionTwice(_) => "condition_twice",
            Self::PromptByYear(_) => "prompt_by_year",
            Self::NamesNothing => "names_nothing",
            Self::NotBefore(_) => "award_not_before",
            Self::NoRank => "no_rank",
            Self::NoRun { .. } => "no_run",
            Self::Percent(_) => "award_percent",
            Self::NoSeat => "no_seat",
            Self::FewQuotas(_) => "few_quotas",
            Self::ThresholdAlone => "threshold_alone",
            Self::RestOfAll => "rest_of_all",
            Self::CapBelowQuota(_) => "cap_below_quota",
            Self::NoBallots => "no_ballots",
            Self::Vote(fault) => fault.code(),
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::NoAward => "at least one award".into(),
            Self::DuplicateAward(_) => "award ids that differ".into(),
            Self::NotForRecipient { form, .. } => {
                let only = form.only_for().map_or("anybody".into(), |only| only.words().en);
                format!("{only} as the recipient of {}", form.words().en)
            }
            Self::ConditionTwice(_) => "conditions that differ".into(),
            Self::PromptByYear(_) => "a prompt award that waits for no result of the year".into(),
            Self::NamesNothing => "at least one".into(),
            Self::NotBefore(_) => "an award before this one, or one of `other_awards`".into(),
            Self::NoRank => "a rank of at least 1".into(),
            Self::NoRun { least: 1, .. } => "at least 1 year".into(),
            Self::NoRun { least, .. } => format!("at least {least} years"),
            Self::Percent(_) => "a percentage above 0 and at most 100".into(),
            Self::NoSeat => "a quota of at least 1".into(),
            Self::FewQuotas(_) => "at least two quotas".into(),
            Self::ThresholdAlone => {
                "a threshold in `most` only, since by itself it is a condition".into()
            }
            Self::RestOfAll => "a condition `not_beside`, which leaves a rest".into(),
            Self::CapBelowQuota(CapBelowQuota { seats, .. }) => {
                format!("a cap of at least the quota of {seats}")
            }
            Self::NoBallots => "a vote rule with ballots".into(),
            Self::Vote(fault) => fault.expected(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::NoAward | Self::NamesNothing | Self::RestOfAll | Self::NoBallots => "none".into(),
            Self::DuplicateAward(id) => format!("`{id}` again"),
            Self::NotForRecipient { recipient, .. } => recipient.words().en,
            Self::ConditionTwice(kind) => format!("`{kind}` again"),
            Self::PromptByYear(kind) => format!("`{kind}`"),
            Self::NotBefore(award) => format!("`{award}`"),
            Self::NoRank | Self::NoSeat => "0".into(),
            Self::NoRun { found, .. } => found.to_string(),
            Self::FewQuotas(found) => found.to_string(),
            Self::ThresholdAlone => "one elsewhere".into(),
            Self::Percent(percent) => percent.to_string(),
            Self::CapBelowQuota(CapBelowQuota { cap, .. }) => cap.to_string(),
            Self::Vote(fault) => fault.found(),
        }
    }
}
