//! Why parts make no rulebook: faults of grades, disqualifiers and tie-breaks.

use thidua_values::{CriterionId, Fault, Figure, GradeId, GroupId, KindId};
use thiserror::Error;

use crate::Interval;

/// Why grades, disqualifiers or tie-breaks cannot stand in a rulebook.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum GradingFault {
    /// A fact is looked at that is never asked.
    UnknownFact(CriterionId),
    /// A fact is answered in another way than it is looked at.
    OtherAnswer {
        /// The fact.
        fact: CriterionId,
        /// How it would have to be answered.
        by: &'static str,
    },
    /// A fact disqualifies, or limits the grade, twice.
    FactTwice(CriterionId),
    /// Grades without a grade.
    NoGrade,
    /// Two grades share an id.
    DuplicateGrade(GradeId),
    /// A grade is named that is none of the rulebook's.
    UnknownGrade(GradeId),
    /// A grade has no band.
    NoBand(GradeId),
    /// A grade has two bands for the same subjects.
    BandTwice(Option<KindId>),
    /// A band that nothing is in.
    EmptyInterval(Interval),
    /// A grade is after one that asks for less: grades stand from the best to the worst.
    BetterBehind {
        /// The grade.
        grade: GradeId,
        /// The worse one before it.
        before: GradeId,
    },
    /// A percentage that is not above 0, or above 100.
    Percent(Figure),
    /// A tie-break looks at a criterion that is not in the rulebook.
    UnknownTieBreak(CriterionId),
    /// A tie-break looks at a group that is not in the rulebook.
    UnknownTieBreakGroup(GroupId),
    /// A step after a ballot, lots or a decision, which leaves nothing to decide.
    StepAfterTheLast,
}

impl Fault for GradingFault {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownFact(_) => "unknown_fact",
            Self::OtherAnswer { .. } => "other_answer",
            Self::FactTwice(_) => "fact_twice",
            Self::NoGrade => "no_grade",
            Self::DuplicateGrade(_) => "duplicate_grade",
            Self::UnknownGrade(_) => "unknown_grade",
            Self::NoBand(_) => "no_grade_band",
            Self::BandTwice(_) => "band_twice",
            Self::EmptyInterval(_) => "empty_band",
            Self::BetterBehind { .. } => "better_grade_behind",
            Self::Percent(_) => "percent",
            Self::UnknownTieBreak(_) => "unknown_tie_break",
            Self::UnknownTieBreakGroup(_) => "unknown_tie_break_group",
            Self::StepAfterTheLast => "step_after_the_last",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::UnknownFact(_) => "a fact of this rulebook".into(),
            Self::OtherAnswer { by, .. } => format!("a fact that is answered by {by}"),
            Self::FactTwice(_) => "facts that differ".into(),
            Self::NoGrade => "at least one grade".into(),
            Self::DuplicateGrade(_) => "grade ids that differ".into(),
            Self::UnknownGrade(_) => "a grade of this rulebook".into(),
            Self::NoBand(_) => "at least one band".into(),
            Self::BandTwice(_) => "one band for a kind of subject, and one for all others".into(),
            Self::EmptyInterval(_) => "a low end below the high end".into(),
            Self::BetterBehind { .. } => "grades from the best to the worst".into(),
            Self::Percent(_) => "a percentage above 0 and at most 100".into(),
            Self::UnknownTieBreak(_) => "a criterion of this rulebook".into(),
            Self::UnknownTieBreakGroup(_) => "a group of this rulebook".into(),
            Self::StepAfterTheLast => {
                "the ballot, the lots or the decision as the last step".into()
            }
        }
    }

    fn found(&self) -> String {
        match self {
            Self::UnknownFact(id) | Self::UnknownTieBreak(id) => format!("`{id}`"),
            Self::UnknownTieBreakGroup(id) => format!("`{id}`"),
            Self::OtherAnswer { fact, .. } => format!("`{fact}`, which is not"),
            Self::FactTwice(id) => format!("`{id}` again"),
            Self::NoGrade => "none".into(),
            Self::DuplicateGrade(id) => format!("`{id}` again"),
            Self::UnknownGrade(id) => format!("`{id}`"),
            Self::NoBand(id) => format!("none in `{id}`"),
            Self::BandTwice(Some(kind)) => format!("another for `{kind}`"),
            Self::BandTwice(None) => "another for all others".into(),
            Self::EmptyInterval(within) => format!("{within}, which holds nothing"),
            Self::BetterBehind { grade, before } => {
                format!("`{grade}`, whose band is above that of `{before}` before it")
            }
            Self::Percent(figure) => figure.to_string(),
            Self::StepAfterTheLast => "a further step".into(),
        }
    }
}
