//! Score sheets (bảng điểm): every line with its points and its reason.

use std::collections::{BTreeMap, BTreeSet};

use thidua_criteria::{Leaf, RoundingRule, SectionPart};
use thidua_values::{Basis, CriterionId, Day, Phrase, Points, Rounding, SubjectId, Text};

use crate::evaluate::evaluate;
use crate::evidence::{Cell, Known};
use crate::{Evidence, NotScored, Reason, Span, Standing, standing};

/// What one subject earned: its lines and adjustments add up exactly to the
/// total.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ScoreSheet {
    /// Whose sheet it is.
    pub subject: SubjectId,
    /// A line for each criterion. Ordered as in the rulebook.
    pub lines: Vec<Line>,
    /// What was done to the sum of the lines. Ordered as it was done.
    pub adjustments: Vec<Adjustment>,
    /// The sum of all contributions (tổng điểm).
    pub total: Span,
    /// How much of the evidence is there.
    pub coverage: Coverage,
}

/// What a criterion contributed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Line {
    /// The criterion.
    pub criterion: CriterionId,
    /// Its number as printed in the rulebook.
    pub ordinal: Phrase,
    /// What it asks for.
    pub title: Text,
    /// Whether it belongs to the scale or comes on top.
    pub part: SectionPart,
    /// The most it can earn.
    pub maximum: Points,
    /// What it earned before rounding.
    pub unrounded: Span,
    /// What it adds to the total.
    pub contribution: Span,
    /// Why.
    pub reason: Reason,
    /// What its evidence rests on; left out where there is none.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub basis: Option<Basis>,
}

/// What was done to the sum of the lines.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Adjustment {
    /// What was done.
    pub kind: AdjustmentKind,
    /// What it adds to the total.
    pub contribution: Span,
}

/// What can be done to the sum of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum AdjustmentKind {
    /// The exact sum is rounded.
    #[cfg_attr(feature = "schemars", schemars(title = "RoundedTotal"))]
    RoundedTotal {
        /// How.
        rounding: Rounding,
    },
}

/// How much of the evidence is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// How many criteria are settled.
    pub settled: usize,
    /// How many criteria there are.
    pub criteria: usize,
}

/// The sheets of a whole roster, with the evidence that they rest on.
#[derive(Clone, Debug)]
pub struct Scores<'e, 'r> {
    evidence: &'e Evidence<'r>,
    sheets: BTreeMap<SubjectId, ScoreSheet>,
}

/// Scores every subject on the roster.
///
/// A subject's points depend on its own evidence alone.
#[must_use]
pub fn score<'e, 'r>(evidence: &'e Evidence<'r>) -> Scores<'e, 'r> {
    let sheets = evidence
        .by_subject()
        .map(|(subject, cells)| (subject.clone(), sheet(evidence, subject, cells)));
    Scores { evidence, sheets: sheets.collect() }
}

impl<'e, 'r> Scores<'e, 'r> {
    /// The sheet of a subject.
    #[must_use]
    pub fn sheet(&self, subject: &SubjectId) -> Option<&ScoreSheet> {
        self.sheets.get(subject)
    }

    /// All sheets, by subject.
    pub fn sheets(&self) -> impl Iterator<Item = &ScoreSheet> {
        self.sheets.values()
    }

    /// The evidence that the sheets rest on.
    #[must_use]
    pub const fn evidence(&self) -> &'e Evidence<'r> {
        self.evidence
    }

    /// Places some subjects among each other, as of a day.
    ///
    /// # Errors
    ///
    /// One of them was not scored.
    pub fn place(&self, members: &BTreeSet<SubjectId>, as_of: Day) -> Result<Standing, NotScored> {
        standing::place(self, members, as_of)
    }
}

fn sheet(evidence: &Evidence<'_>, subject: &SubjectId, cells: &[Cell]) -> ScoreSheet {
    let rules = evidence.rulebook().parts();
    let lines: Vec<Line> =
        evidence.rulebook().leaves().iter().map(|leaf| line(evidence, leaf, cells)).collect();
    let nothing = Span::exactly(thidua_values::Exact::zero());
    let mut total = lines.iter().fold(nothing, |sum, line| sum + &line.contribution);
    let mut adjustments = Vec::new();
    if let RoundingRule::OnTotal { rounding } = rules.rounding {
        let contribution = total.rounding_gap(rounding);
        total = total + &contribution;
        adjustments
            .push(Adjustment { kind: AdjustmentKind::RoundedTotal { rounding }, contribution });
    }
    let settled = lines.iter().filter(|line| line.is_settled()).count();
    let coverage = Coverage { settled, criteria: lines.len() };
    ScoreSheet { subject: subject.clone(), lines, adjustments, total, coverage }
}

fn line(evidence: &Evidence<'_>, leaf: &Leaf, cells: &[Cell]) -> Line {
    let rules = evidence.rulebook().parts();
    let criterion = &leaf.criterion;
    let own = cells.get(leaf.slot..=leaf.slot + criterion.conditions.len()).unwrap_or_default();
    let (unrounded, reason) = evaluate(criterion, own, rules.not_assigned);
    let contribution = match rules.rounding {
        RoundingRule::PerItem { rounding } => unrounded.round(rounding),
        RoundingRule::Never {} | RoundingRule::OnTotal { .. } => unrounded.clone(),
    };
    // The criterion's own evidence; behind a closed gate there may be none but the gate's.
    let answer = own.iter().find(|cell| !matches!(cell.known, Known::Missing));
    Line {
        criterion: criterion.id.clone(),
        ordinal: criterion.ordinal.clone(),
        title: criterion.title.clone(),
        part: leaf.part,
        maximum: criterion.points,
        unrounded,
        contribution,
        reason,
        basis: answer.and_then(|cell| cell.basis.clone()),
    }
}

impl Line {
    /// Whether no evidence that could change it is missing.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        !matches!(self.reason, Reason::Missing {} | Reason::GateUnanswered { .. })
    }
}

impl ScoreSheet {
    /// Whether no evidence that could change it is missing.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.coverage.settled == self.coverage.criteria
    }

    /// The line of a criterion.
    #[must_use]
    pub fn line(&self, criterion: &CriterionId) -> Option<&Line> {
        self.lines.iter().find(|line| line.criterion == *criterion)
    }

    /// The criteria whose evidence is missing, as in the rulebook.
    pub fn missing(&self) -> impl Iterator<Item = &CriterionId> {
        self.lines.iter().filter(|line| !line.is_settled()).map(|line| &line.criterion)
    }
}

#[cfg(test)]
mod tests;
