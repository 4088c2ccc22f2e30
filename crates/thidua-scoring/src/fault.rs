//! Why evidence does not fit a rulebook and a roster.

use thidua_values::{CriterionId, Day, Fault, Figure, IdError, RatioError, RulebookId, SubjectId};
use thiserror::Error;

/// Why evidence does not fit a rulebook and a roster.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum EvidenceFault {
    /// The evidence answers another rulebook or another edition.
    OtherRulebook {
        /// The rulebook at hand and its edition.
        at_hand: (RulebookId, Day),
        /// The rulebook that is answered and its edition.
        answered: (RulebookId, Day),
    },
    /// The subject is not on the roster.
    UnknownSubject(SubjectId),
    /// The rulebook has no such criterion or condition.
    UnknownCriterion(CriterionId),
    /// There is a second record for a subject and a criterion.
    Repeated {
        /// Whose.
        subject: SubjectId,
        /// For what.
        criterion: CriterionId,
    },
    /// The value is of another kind than the formula or the condition needs.
    WrongKind {
        /// The kind needed.
        needed: &'static str,
        /// The kind found.
        found: &'static str,
    },
    /// The two figures make no share.
    Share(RatioError),
    /// A figure has a fraction where the criterion counts in whole numbers.
    NotWhole(Figure),
    /// More of a sample are confirmed than were drawn.
    BeyondSample {
        /// How many were drawn.
        size: u32,
        /// How many are said to be confirmed.
        count: u32,
    },
    /// A condition is answered for a criterion that is not assigned.
    AnsweredUnassigned {
        /// The criterion.
        criterion: CriterionId,
        /// The condition.
        condition: CriterionId,
    },
    /// There are more subjects and criteria than can be held at once.
    TooMany {
        /// The most answers that can be held.
        most: usize,
        /// How many subjects times criteria and conditions there are.
        wanted: usize,
    },
    /// A row names its subject or criterion in a way that is no id.
    NoId(IdError),
    /// A row's text is not what the formula or the condition needs.
    Unreadable {
        /// What is needed.
        needed: &'static str,
        /// The text found.
        text: String,
    },
}

impl Fault for EvidenceFault {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherRulebook { .. } => "other_rulebook",
            Self::UnknownSubject(_) => "unknown_subject",
            Self::UnknownCriterion(_) => "unknown_criterion",
            Self::Repeated { .. } => "repeated_evidence",
            Self::WrongKind { .. } => "wrong_kind_of_evidence",
            Self::Share(_) => "impossible_share",
            Self::NotWhole(_) => "not_whole",
            Self::BeyondSample { .. } => "beyond_sample",
            Self::AnsweredUnassigned { .. } => "answered_unassigned",
            Self::TooMany { .. } => "too_many_answers",
            Self::NoId(_) => "no_id",
            Self::Unreadable { .. } => "unreadable_evidence",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::OtherRulebook { at_hand: (id, edition), .. } => {
                format!("rulebook `{id}` of {edition}")
            }
            Self::UnknownSubject(_) => "one of the subjects that are scored".into(),
            Self::UnknownCriterion(_) => "a criterion or condition of the rulebook".into(),
            Self::Repeated { .. } => "one record for a subject and a criterion".into(),
            Self::WrongKind { needed, .. } => format!("a value of kind `{needed}`"),
            Self::Unreadable { needed, .. } => (*needed).into(),
            Self::Share(fault) => fault.expected(),
            Self::NotWhole(_) => "whole numbers without grouping, such as `1203`".into(),
            Self::BeyondSample { size, .. } => {
                format!("at most {size} confirmed, the size of the sample")
            }
            Self::AnsweredUnassigned { criterion, .. } => {
                format!("no answer to the conditions of `{criterion}`, which is not assigned")
            }
            Self::TooMany { most, .. } => format!("at most {most} subjects times criteria"),
            Self::NoId(fault) => fault.expected(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::OtherRulebook { answered: (id, edition), .. } => format!("`{id}` of {edition}"),
            Self::UnknownSubject(id) => format!("`{id}`"),
            Self::UnknownCriterion(id) => format!("`{id}`"),
            Self::Repeated { subject, criterion } => {
                format!("another for `{subject}` and `{criterion}`")
            }
            Self::WrongKind { found, .. } => format!("one of kind `{found}`"),
            Self::Share(fault) => fault.found(),
            Self::NotWhole(figure) => format!("`{figure}`"),
            Self::BeyondSample { count, .. } => count.to_string(),
            Self::AnsweredUnassigned { condition, .. } => format!("an answer to `{condition}`"),
            Self::TooMany { wanted, .. } => wanted.to_string(),
            Self::NoId(fault) => fault.found(),
            Self::Unreadable { text, .. } => format!("`{text}`"),
        }
    }
}
