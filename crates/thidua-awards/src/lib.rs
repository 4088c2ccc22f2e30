//! Awards (khen thưởng): who is proposed for which, who is refused, and why.
//!
//! [`AwardRules`] are data, dated on their own, since they have another issuer
//! than the rulebook. An [`AwardRule`] has five parts: what the award is, who may
//! have it ([`AwardCondition`]), who of them has it ([`Selection`], with its
//! [`Quota`] and what becomes of equals at the edge), how a council votes about each
//! ([`VoteRule`]), and what it pays ([`MoneySchedule`]). [`Candidacies`] are what is
//! on record: who is a candidate and registered for what, earlier years, votes,
//! drawn lots and decisions. [`confer`] takes the rules to a standing and to that
//! record, award by award, and gives every candidate a verdict with its reason;
//! [`correct`] says what falls, and who moves up, when evidence was wrong.
//!
//! # Examples
//!
//! One flag for the best of five, then certificates for at most half of the
//! rest, rounded down: 2 of 4.
//!
//! ```
//! use std::collections::{BTreeMap, BTreeSet};
//! use thidua_awards::{
//!     AwardCondition, AwardForm, AwardInputs, AwardRule, AwardRules, AwardRulesParts, IssuerLevel,
//!     Occasion, Quota, QuotaBase, Recipient, Selection, confer,
//! };
//! use thidua_ranking::EdgePolicy;
//! use thidua_scoring::{Position, Standing};
//! use thidua_values::{Basis, Exact, Period, RoundingMode, Text};
//!
//! let text = |vi: &str, en: &str| -> Result<Text, thidua_values::PhraseError> {
//!     Ok(Text { vi: vi.parse()?, en: en.parse()? })
//! };
//! let best = |quota| {
//!     Selection::BestPlaced { quota, prefer: Vec::new(), edge: EdgePolicy::Refer {} }
//! };
//! let flag = AwardRule {
//!     id: "flag".parse()?,
//!     title: text("Cờ thi đua", "Emulation flag")?,
//!     form: AwardForm::EmulationFlag,
//!     issued_by: IssuerLevel::FrontProvince,
//!     recipient: Recipient::Collective,
//!     occasion: Occasion::Periodic,
//!     requires: Vec::new(),
//!     selection: best(Quota::Count { count: 1 }),
//!     vote: None,
//!     pays: None,
//! };
//! let half = Quota::Share {
//!     percent: "50".parse()?, of: QuotaBase::Rest, rounding: RoundingMode::Down,
//! };
//! let certificate = AwardRule {
//!     id: "certificate".parse()?,
//!     title: text("Bằng khen", "Certificate of merit")?,
//!     form: AwardForm::CertificateOfMerit,
//!     requires: vec![AwardCondition::NotBeside { awards: vec![flag.id.clone()] }],
//!     selection: best(half),
//!     ..flag.clone()
//! };
//! let rules = AwardRules::try_new(AwardRulesParts {
//!     id: "example".parse()?,
//!     title: text("Ví dụ", "An example")?,
//!     issuer: text("Ủy ban MTTQ thành phố", "The city's Front committee")?,
//!     basis: Basis::Illustrative { note: "made up for the docs".parse()? },
//!     during: Period::starting("2022-01-01".parse()?),
//!     awards: vec![flag, certificate],
//!     other_awards: Vec::new(),
//! })?;
//!
//! let mut positions = Vec::new();
//! for (rank, subject) in ["a", "b", "c", "d", "e"].into_iter().enumerate() {
//!     let total = Exact::from(100 - i64::try_from(rank)?);
//!     positions.push(Position { subject: subject.parse()?, rank: rank + 1, tied: 1, total, best_total: None, provisional: None });
//! }
//! let standing = Standing { positions, ..Standing::default() };
//!
//! let inputs = AwardInputs {
//!     rules: &rules,
//!     standing: &standing,
//!     grades: &BTreeMap::new(),
//!     elsewhere: &BTreeSet::new(),
//!     during: Period::try_new("2022-01-01".parse()?, Some("2023-01-01".parse()?))?,
//!     candidacies: None,
//!     schedules: &[],
//! };
//! let conferral = confer(&inputs, "2022-11-08".parse()?)?;
//! let proposed = |award: usize| -> Vec<&str> { conferral.awards[award].proposed().map(|id| id.as_str()).collect() };
//! assert_eq!(proposed(0), ["a"]);
//! assert_eq!(proposed(1), ["b", "c"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
#![doc = include_str!("shapes.md")]

mod form;
mod recipient;

mod condition;
mod condition_words;

mod quota;
mod selection;

mod rules;
mod rules_fault;

mod candidacies;
mod candidacies_fault;

mod candidate_view;
mod condition_check;
mod years_running;

mod verdict;
mod verdict_words;

mod assess;
mod edge;
mod replay;
mod select;

mod confer;
mod confer_fault;
mod confer_fit;
mod correction;

mod ballot;
mod decide;
mod vote;
mod vote_outcome;
mod vote_rule;

mod award_money;
mod money_schedule;
mod money_words;
mod printed_money;

#[cfg(test)]
mod check_faults;

pub use crate::{
    award_money::{AwardMoney, MoneyProduct, MoneyRefusal, award_money},
    ballot::{Ballot, BallotFault, BallotParts},
    candidacies::{
        Candidacies, CandidaciesParts, Candidate, CandidateShare, Carry, EdgeDecision, PastMerit,
        PastResult, VoteRecord,
    },
    candidacies_fault::CandidaciesFault,
    condition::{AwardCondition, LastYear, Merit},
    condition_check::{CheckOutcome, ConditionCheck, ConditionFound},
    confer::{AwardInputs, AwardOutcome, Conferral, PaidMoney, confer},
    confer_fault::ConferFault,
    correction::{AwardCorrection, CancelledAward, GrantedAward, Ground, ReopenedAward, correct},
    decide::{BallotResult, BallotVerdict, VoteCount, VoteFault, VoteResult},
    form::{AwardForm, IssuerLevel, Occasion},
    money_schedule::{
        AmountTaken, BaseSalary, MoneyRate, MoneyRow, MoneySchedule, MoneyScheduleFault,
        MoneyScheduleParts,
    },
    printed_money::PrintedMoney,
    quota::{Quota, QuotaBase, QuotaCounts},
    recipient::Recipient,
    replay::{UnusedDecision, UnusedDecisionReason},
    rules::{AwardPay, AwardRule, AwardRules, AwardRulesParts},
    rules_fault::AwardRulesFault,
    selection::{DecidedBy, Preference, Selection, VoteEdge},
    verdict::{AheadBy, EdgeStep, Grounds, Verdict, VerdictKind, VerdictStatus},
    vote::{ConsensusForm, Ruling, Vote, VoteParts},
    vote_outcome::VoteOutcome,
    vote_rule::{
        Approval, Attendance, ConsensusPolicy, Decider, Quorum, VoteBase, VoteRule, VoteRuleFault,
        VoteRuleParts, VoteShare,
    },
    years_running::{RunEnd, UncountedReason, UncountedResult},
};
