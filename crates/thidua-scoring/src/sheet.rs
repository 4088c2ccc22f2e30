//! Score sheets (bảng điểm): every line with its points and its reason.

use std::collections::{BTreeMap, BTreeSet};

use thidua_criteria::{Leaf, RoundingRule, SectionPart};
use thidua_values::{Basis, CriterionId, Day, Phrase, Points, Rounding, SubjectId, Text};

use crate::evaluate::evaluate;
use crate::evidence::{Cell, Known};
use crate::{Evidence, NotScored, Reason, Span, Standing, place};

/// What one subject earned: its lines and adjustments add up exactly to the
/// total.
///
/// vi: Bảng điểm của một đối tượng: các dòng và các điều chỉnh cộng lại đúng bằng tổng điểm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ScoreSheet {
    /// Whose sheet it is.
    ///
    /// vi: Đối tượng của bảng điểm.
    pub subject: SubjectId,
    /// A line for each criterion. Ordered as in the rulebook.
    ///
    /// vi: Mỗi tiêu chí một dòng. Có thứ tự: như trong bảng tiêu chí.
    pub lines: Vec<Line>,
    /// What was done to the sum of the lines. Ordered as it was done.
    ///
    /// vi: Các điều chỉnh đối với tổng các dòng. Có thứ tự: theo trình tự thực hiện.
    pub adjustments: Vec<Adjustment>,
    /// The sum of all contributions (tổng điểm).
    ///
    /// vi: Tổng điểm: tổng của mọi điểm đóng góp.
    pub total: Span,
    /// How much of the evidence is there.
    ///
    /// vi: Mức độ đầy đủ của số liệu.
    pub coverage: Coverage,
}

/// What a criterion contributed, and why.
///
/// vi: Điểm đóng góp của một tiêu chí và lý do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Line {
    /// The criterion.
    ///
    /// vi: Tiêu chí.
    pub criterion: CriterionId,
    /// Its number as printed in the rulebook.
    ///
    /// vi: Số thứ tự như trong bảng tiêu chí.
    pub ordinal: Phrase,
    /// What it asks for.
    ///
    /// vi: Yêu cầu của tiêu chí.
    pub title: Text,
    /// Whether it belongs to the scale or comes on top.
    ///
    /// vi: Tiêu chí thuộc thang điểm hay là điểm cộng.
    pub part: SectionPart,
    /// The most it can earn.
    ///
    /// vi: Điểm tối đa.
    pub maximum: Points,
    /// What it earned before rounding.
    ///
    /// vi: Điểm đạt được trước khi làm tròn.
    pub unrounded: Span,
    /// What it adds to the total.
    ///
    /// vi: Điểm đóng góp vào tổng điểm.
    pub contribution: Span,
    /// Why.
    ///
    /// vi: Lý do.
    pub reason: Reason,
    /// What its evidence rests on; left out where there is none.
    ///
    /// vi: Căn cứ của số liệu; không ghi nếu không có số liệu.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub basis: Option<Basis>,
}

/// What was done to the sum of the lines.
///
/// vi: Điều chỉnh đối với tổng các dòng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Adjustment {
    /// What was done.
    ///
    /// vi: Loại điều chỉnh.
    pub kind: AdjustmentKind,
    /// What it adds to the total.
    ///
    /// vi: Điểm đóng góp vào tổng điểm.
    pub contribution: Span,
}

/// What can be done to the sum of the lines.
///
/// vi: Các loại điều chỉnh đối với tổng các dòng.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum AdjustmentKind {
    /// The exact sum is rounded.
    ///
    /// vi: Làm tròn tổng chính xác.
    #[cfg_attr(feature = "schemars", schemars(title = "RoundedTotal"))]
    RoundedTotal {
        /// How.
        ///
        /// vi: Cách làm tròn.
        rounding: Rounding,
    },
}

/// How much of the evidence is there.
///
/// vi: Mức độ đầy đủ của số liệu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// How many criteria are settled.
    ///
    /// vi: Số tiêu chí đã đủ số liệu.
    pub settled: usize,
    /// How many criteria there are.
    ///
    /// vi: Tổng số tiêu chí.
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
        place::place(self, members, as_of)
    }
}

fn sheet(evidence: &Evidence<'_>, subject: &SubjectId, cells: &[Cell]) -> ScoreSheet {
    let rules = evidence.rulebook().parts();
    let lines: Vec<Line> =
        evidence.rulebook().leaves().iter().map(|leaf| line(evidence, leaf, cells)).collect();
    let mut total = Span::sum(lines.iter().map(|line| &line.contribution));
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
    let known = |cell: &&Cell| !matches!(cell.known, Known::Missing);
    let answer = match &reason {
        Reason::GateClosed { gate } => own.get(
            criterion
                .conditions
                .iter()
                .position(|condition| condition.id() == gate)
                .map_or(0, |at| at + 1),
        ),
        _ => own.first().filter(known),
    };
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
    /// Whether no evidence that could change it, or a tie-break that looks at it, is missing.
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

    /// What has to be answered to settle the sheet: criteria, or the gates
    /// before them, as in the rulebook.
    pub fn missing(&self) -> impl Iterator<Item = &CriterionId> {
        self.lines.iter().filter_map(|line| match &line.reason {
            Reason::Missing {} => Some(&line.criterion),
            Reason::GateUnanswered { gate } => Some(gate),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests;
