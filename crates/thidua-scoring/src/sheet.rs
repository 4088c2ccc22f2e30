//! Score sheets (bảng điểm): every line with its points and its reason.

use std::sync::Arc;

use thidua_criteria::PartKind;
use thidua_values::{
    Coded, CriterionId, Exact, GroupId, KindId, Points, Rounding, SubjectId, Words,
};

use crate::{Answer, CriterionHead, GradeOutcome, GroupHead, Reason, Span};

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
    /// Its kind; left out where the rulebook tells no kinds apart.
    ///
    /// vi: Loại đối tượng; không ghi nếu bảng tiêu chí không phân biệt.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub kind: Option<KindId>,
    /// A line for each criterion that is for the subject. Ordered as in the rulebook.
    ///
    /// vi: Mỗi tiêu chí áp dụng cho đối tượng một dòng. Có thứ tự: như trong bảng tiêu chí.
    pub lines: Vec<Line>,
    /// What each group earned. Ordered as in the rulebook, outer groups first.
    ///
    /// vi: Điểm của từng nhóm. Có thứ tự: như trong bảng tiêu chí, nhóm ngoài trước.
    pub groups: Vec<GroupLine>,
    /// What was done to the lines. Ordered as it was done.
    ///
    /// vi: Các điều chỉnh đối với các dòng. Có thứ tự: theo trình tự thực hiện.
    pub adjustments: Vec<Adjustment>,
    /// The sum of all contributions (tổng điểm).
    ///
    /// vi: Tổng điểm: tổng của mọi điểm đóng góp.
    pub total: Span,
    /// What the subject could earn on the scale.
    ///
    /// vi: Điểm tối đa mà đối tượng có thể đạt trong thang điểm.
    pub attainable: Exact,
    /// What disqualifies it. Ordered as in the rulebook.
    ///
    /// vi: Các tiêu chí loại trừ bị vi phạm. Có thứ tự: như trong bảng tiêu chí.
    pub disqualified_by: Vec<CriterionId>,
    /// Its grade (xếp loại); left out where the rulebook has no grades.
    ///
    /// vi: Xếp loại; không ghi nếu bảng tiêu chí không xếp loại.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub grade: Option<GradeOutcome>,
    /// The facts that nobody answered. Ordered as in the rulebook.
    ///
    /// vi: Các sự việc chưa có trả lời. Có thứ tự: như trong bảng tiêu chí.
    pub open_facts: Vec<CriterionId>,
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
    pub criterion: Arc<CriterionHead>,
    /// What it earned, or takes, before rounding.
    ///
    /// vi: Điểm đạt được, hoặc điểm bị trừ, trước khi làm tròn.
    pub unrounded: Span,
    /// The same, rounded where the rulebook rounds each criterion.
    ///
    /// vi: Điểm đó sau khi làm tròn, nếu bảng tiêu chí làm tròn từng tiêu chí.
    pub earned: Span,
    /// What it adds to the total: after weights, and below zero for a deduction.
    ///
    /// vi: Điểm đóng góp vào tổng điểm: đã tính trọng số; âm nếu là điểm trừ.
    pub contribution: Span,
    /// Why.
    ///
    /// vi: Lý do.
    pub reason: Reason,
    /// Who said so, and what that rests on; left out where there is no evidence.
    ///
    /// vi: Số liệu thuộc cột nào, căn cứ vào đâu; không ghi nếu không có số liệu.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub answer: Option<Arc<Answer>>,
}

/// What a group earned of its points.
///
/// vi: Điểm của một nhóm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct GroupLine {
    /// The group.
    ///
    /// vi: Nhóm tiêu chí.
    pub group: Arc<GroupHead>,
    /// What it earned, or takes, after all that was done to it.
    ///
    /// vi: Điểm của nhóm sau mọi điều chỉnh trong nhóm.
    pub earned: Span,
    /// What the subject could earn in it.
    ///
    /// vi: Điểm tối đa mà đối tượng có thể đạt trong nhóm.
    pub attainable: Exact,
}

/// What was done to the lines.
///
/// vi: Điều chỉnh đối với các dòng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Adjustment {
    /// What was done.
    ///
    /// vi: Loại điều chỉnh.
    pub kind: AdjustmentKind,
    /// What it was done to.
    ///
    /// vi: Điều chỉnh ở đâu.
    pub at: AdjustedAt,
    /// What it adds to the total.
    ///
    /// vi: Điểm đóng góp vào tổng điểm.
    pub contribution: Span,
}

/// What can be done to lines.
///
/// vi: Các loại điều chỉnh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum AdjustmentKind {
    /// A sum passes its points and counts as them.
    ///
    /// vi: Tổng vượt mức trần, tính bằng mức trần.
    #[cfg_attr(feature = "schemars", schemars(title = "CappedSum"))]
    Capped {},
    /// An item does not count beside others, which are better, or worse where
    /// the least counts.
    ///
    /// vi: Mục không được tính vì chỉ tính một số mục cao nhất, hoặc chỉ tính mục thấp nhất.
    #[cfg_attr(feature = "schemars", schemars(title = "DroppedItem"))]
    Dropped {},
    /// What was earned is scaled up, since not all is assigned.
    ///
    /// vi: Quy đổi do có tiêu chí không được giao.
    #[cfg_attr(feature = "schemars", schemars(title = "Rescaled"))]
    Rescaled {},
    /// An exact sum is rounded.
    ///
    /// vi: Làm tròn tổng chính xác.
    #[cfg_attr(feature = "schemars", schemars(title = "RoundedSum"))]
    Rounded {
        /// How.
        ///
        /// vi: Cách làm tròn.
        rounding: Rounding,
    },
    /// The total passes its cap and counts as it.
    ///
    /// vi: Tổng điểm vượt mức trần, tính bằng mức trần.
    #[cfg_attr(feature = "schemars", schemars(title = "CappedTotal"))]
    TotalCapped {},
    /// The total is below its floor and counts as it.
    ///
    /// vi: Tổng điểm dưới mức sàn, tính bằng mức sàn.
    #[cfg_attr(feature = "schemars", schemars(title = "RaisedTotal"))]
    TotalRaised {},
}

/// What something was done to.
///
/// vi: Đối tượng của điều chỉnh.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum AdjustedAt {
    /// A criterion.
    ///
    /// vi: Một tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "AtCriterion"))]
    Criterion {
        /// The criterion.
        ///
        /// vi: Tiêu chí.
        criterion: CriterionId,
    },
    /// A group.
    ///
    /// vi: Một nhóm.
    #[cfg_attr(feature = "schemars", schemars(title = "AtGroup"))]
    Group {
        /// The group.
        ///
        /// vi: Nhóm tiêu chí.
        group: GroupId,
    },
    /// A part of the rulebook.
    ///
    /// vi: Một phần của bảng tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "AtPart"))]
    Part {
        /// The part.
        ///
        /// vi: Phần của bảng tiêu chí.
        part: PartKind,
    },
    /// The total.
    ///
    /// vi: Tổng điểm.
    #[cfg_attr(feature = "schemars", schemars(title = "AtTotal"))]
    Total {},
}

impl Coded for AdjustmentKind {
    fn code(&self) -> &'static str {
        match self {
            Self::Capped {} => "capped",
            Self::Dropped {} => "dropped",
            Self::Rescaled {} => "rescaled",
            Self::Rounded { .. } => "rounded",
            Self::TotalCapped {} => "total_capped",
            Self::TotalRaised {} => "total_raised",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Capped {} => Words::new("vượt mức trần", "above the cap"),
            Self::Dropped {} => Words::new("không được tính", "does not count"),
            Self::Rescaled {} => Words::new(
                "quy đổi do tiêu chí không được giao",
                "rescaled, since not all is assigned",
            ),
            Self::Rounded { .. } => Words::new("làm tròn", "rounding"),
            Self::TotalCapped {} => Words::new("tổng vượt mức trần", "the total is above its cap"),
            Self::TotalRaised {} => Words::new("tổng dưới mức sàn", "the total is below its floor"),
        }
    }
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

impl Line {
    /// Whether no evidence is missing that could change its points, or whether it is met.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        !self.reason.is_open()
    }

    /// What has to be answered to settle it, if that is its own: the criterion or a condition.
    pub(crate) fn waits_for(&self) -> Option<&CriterionId> {
        match &self.reason {
            Reason::Missing {} => Some(&self.criterion.id),
            Reason::ConditionUnanswered { condition } => Some(condition),
            _ => None,
        }
    }

    /// The share of its points that it earned; where it has no points, one if it
    /// is met and zero if not. None where it is not assigned or only recorded.
    #[must_use]
    pub fn share(&self) -> Option<Span> {
        share_of(&self.reason, self.criterion.maximum, &self.earned)
    }
}

/// The share of so many points that was earned: see [`Line::share`].
pub(crate) fn share_of(reason: &Reason, maximum: Points, earned: &Span) -> Option<Span> {
    match (reason, maximum) {
        (reason, _) if reason.is_unassigned() => None,
        (reason, Points::ZERO) if reason.is_open() => {
            Some(Span { worst: Exact::zero(), best: Exact::one() })
        }
        (reason, Points::ZERO) => {
            let met = reason.is_met()?;
            Some(Span::exactly(if met { Exact::one() } else { Exact::zero() }))
        }
        (_, maximum) => {
            let maximum = Exact::from(maximum);
            Some(earned.each(|end| end.checked_div(&maximum).unwrap_or_else(Exact::zero)))
        }
    }
}

impl ScoreSheet {
    /// Whether no evidence is missing: each criterion is settled and each fact answered.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.is_settled() && self.open_facts.is_empty()
    }

    /// Whether no evidence is missing that could change a point.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        self.coverage.settled == self.coverage.criteria
    }

    /// The line of a criterion.
    #[must_use]
    pub fn line(&self, criterion: &CriterionId) -> Option<&Line> {
        self.lines.iter().find(|line| line.criterion.id == *criterion)
    }

    /// What a group earned.
    #[must_use]
    pub fn group(&self, group: &GroupId) -> Option<&GroupLine> {
        self.groups.iter().find(|line| line.group.id == *group)
    }

    /// What has to be answered to settle the sheet: criteria, or the conditions
    /// before them, then facts, as in the rulebook. What waits for others in the
    /// cluster is not among it.
    pub fn missing(&self) -> impl Iterator<Item = &CriterionId> {
        self.lines.iter().filter_map(Line::waits_for).chain(&self.open_facts)
    }
}
