//! What a rulebook states beside its criteria: rounding, gaps in the evidence,
//! and the list that breaks ties.

use thidua_values::{CriterionId, Day, Points, Rounding};

/// Where a rulebook rounds (làm tròn): once, or never.
///
/// vi: Bảng tiêu chí làm tròn ở đâu: một lần, hoặc không làm tròn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum RoundingRule {
    /// Nothing is rounded; totals are exact fractions.
    ///
    /// vi: Không làm tròn.
    #[cfg_attr(feature = "schemars", schemars(title = "NeverRounded"))]
    Never {},
    /// The points of each criterion are rounded, and then summed.
    ///
    /// vi: Làm tròn từng tiêu chí rồi cộng.
    #[cfg_attr(feature = "schemars", schemars(title = "RoundedPerItem"))]
    PerItem {
        /// How.
        ///
        /// vi: Cách làm tròn.
        rounding: Rounding,
    },
    /// The exact sum is rounded once.
    ///
    /// vi: Cộng rồi làm tròn một lần ở tổng điểm.
    ///
    /// Source: Thông tư 10/2021/TT-BTP.
    #[cfg_attr(feature = "schemars", schemars(title = "RoundedOnTotal"))]
    OnTotal {
        /// How.
        ///
        /// vi: Cách làm tròn.
        rounding: Rounding,
    },
}

/// What missing evidence does to a place.
///
/// vi: Thiếu số liệu ảnh hưởng thế nào đến xếp hạng.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum MissingPolicy {
    /// Who misses evidence is not placed.
    ///
    /// vi: Thiếu số liệu thì không xếp hạng.
    #[cfg_attr(feature = "schemars", schemars(title = "RefuseMissing"))]
    Refuse {},
    /// Who misses evidence is placed by the worst it can mean, provisionally.
    ///
    /// vi: Thiếu số liệu thì tính mức thấp nhất, tạm xếp.
    #[cfg_attr(feature = "schemars", schemars(title = "CountMissingAsWorst"))]
    CountAsWorst {},
    /// Who misses evidence is not placed before that day, and from then on
    /// placed as by `count_as_worst`.
    ///
    /// vi: Thiếu số liệu thì chưa xếp hạng trước ngày ấn định.
    #[cfg_attr(feature = "schemars", schemars(title = "NotPlacedUntil"))]
    NotPlacedUntil {
        /// The first day on which what is still missing counts as the worst.
        ///
        /// vi: Ngày đầu tiên mà số liệu còn thiếu bị tính ở mức thấp nhất.
        day: Day,
    },
}

/// What a criterion is worth to whom it does not apply.
///
/// vi: Cách tính điểm tiêu chí cho đối tượng không được giao tiêu chí.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum NotAssignedPolicy {
    /// No points.
    ///
    /// vi: 0 điểm.
    Zero,
    /// All points.
    ///
    /// vi: Đủ điểm.
    FullMarks,
}

impl NotAssignedPolicy {
    /// What it gives of these points.
    #[must_use]
    pub const fn points(self, points: Points) -> Points {
        match self {
            Self::Zero => Points::ZERO,
            Self::FullMarks => points,
        }
    }
}

/// One step of the list that breaks ties (đồng hạng, bằng điểm). It sees only
/// who is still tied; more stands ahead.
///
/// vi: Một bước phân định các trường hợp đồng hạng, bằng điểm. Mỗi bước chỉ xét
/// những đối tượng còn đồng hạng; số lớn hơn xếp trước.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum TieBreak {
    /// By the points earned on a criterion.
    ///
    /// vi: Theo điểm của một tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "PointsTieBreak"))]
    Points {
        /// The criterion.
        ///
        /// vi: Tiêu chí được xét.
        criterion: CriterionId,
    },
    /// By the number reported for a criterion: the part of a share, or the
    /// confirmed of a sample. Who reported none stands behind.
    ///
    /// vi: Theo số lượng đã báo cáo.
    ///
    /// Source: Kế hoạch 157/KH-UBND of Cần Thơ (2025), note on equal points.
    #[cfg_attr(feature = "schemars", schemars(title = "FigureTieBreak"))]
    Figure {
        /// The criterion.
        ///
        /// vi: Tiêu chí được xét.
        criterion: CriterionId,
    },
    /// By the share reported for a criterion, uncapped; nothing of nothing
    /// counts as the rulebook has it. Who reported none stands behind.
    ///
    /// vi: Theo tỷ lệ đã báo cáo.
    #[cfg_attr(feature = "schemars", schemars(title = "ShareTieBreak"))]
    Share {
        /// The criterion.
        ///
        /// vi: Tiêu chí được xét.
        criterion: CriterionId,
    },
    /// By ballot. The last step: what is left tied waits for one.
    ///
    /// vi: Bỏ phiếu.
    #[cfg_attr(feature = "schemars", schemars(title = "BallotTieBreak"))]
    Ballot {},
}

impl TieBreak {
    /// The criterion it looks at, if it looks at one.
    #[must_use]
    pub const fn criterion(&self) -> Option<&CriterionId> {
        match self {
            Self::Points { criterion } | Self::Figure { criterion } | Self::Share { criterion } => {
                Some(criterion)
            }
            Self::Ballot {} => None,
        }
    }
}
