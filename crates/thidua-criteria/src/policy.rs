//! What a rulebook states beside its criteria: rounding, limits, and what gaps
//! in the evidence do.

use thidua_values::{Day, Points, Rounding};

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
    /// The points of each criterion are rounded, and then summed. Where they are
    /// rescaled, or enter a mean, after that, nothing is rounded again.
    ///
    /// vi: Làm tròn từng tiêu chí rồi cộng. Nếu sau đó còn quy đổi hoặc tính bình quân thì
    /// không làm tròn lại.
    #[cfg_attr(feature = "schemars", schemars(title = "RoundedPerItem"))]
    PerItem {
        /// How.
        ///
        /// vi: Cách làm tròn.
        rounding: Rounding,
    },
    /// The points of each item at the top of a part are rounded, and then summed.
    /// Where they are rescaled, or enter a mean, after that, nothing is rounded again.
    ///
    /// vi: Làm tròn điểm của từng mục cấp cao nhất trong mỗi phần rồi cộng. Nếu sau đó còn
    /// quy đổi hoặc tính bình quân thì không làm tròn lại.
    #[cfg_attr(feature = "schemars", schemars(title = "RoundedPerGroup"))]
    PerGroup {
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
    /// Who misses evidence is not placed, and so is refused every award but a prompt one, even
    /// while the evidence may still come.
    ///
    /// vi: Thiếu số liệu thì không xếp hạng và không được đề nghị khen thưởng, trừ khen thưởng đột
    /// xuất, kể cả khi số liệu còn có thể được bổ sung.
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

/// What becomes of a criterion of the scale that is not assigned (không được
/// giao) to a subject. Bonus and deductions that are not assigned add nothing.
///
/// vi: Cách tính tiêu chí trong thang điểm không được giao cho đối tượng. Điểm cộng, điểm trừ không được giao thì không tính.
///
/// Source: Quyết định 212/2025/QĐ-UBND of Hải Phòng, note 7 (rescaled).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum NotAssignedPolicy {
    /// It earns no points.
    ///
    /// vi: 0 điểm.
    Zero,
    /// It earns all its points.
    ///
    /// vi: Đủ điểm.
    FullMarks,
    /// Its points leave what can be earned; nothing else changes.
    ///
    /// vi: Bỏ ra khỏi điểm tối đa có thể đạt, không quy đổi.
    Exclude,
    /// Its points leave what can be earned, and the rest of its group is scaled
    /// up to the points of the group, after it is capped where that is summed up
    /// to its points. A group of which nothing is assigned leaves what it is in,
    /// the scale at last, in the same way.
    ///
    /// vi: Bỏ ra và quy đổi phần còn lại của nhóm lên đủ điểm của nhóm, sau khi đã áp dụng
    /// mức trần của nhóm nếu có. Nhóm không được giao
    /// tiêu chí nào thì cũng được bỏ ra khỏi nhóm cấp trên, hoặc thang điểm, theo cách đó.
    RescaleGroup,
    /// Its points leave what can be earned, and the rest of the scale is scaled
    /// up to the points of the scale.
    ///
    /// vi: Bỏ ra và quy đổi phần còn lại của thang điểm lên đủ thang điểm.
    RescaleScale,
}

/// What nothing of nothing (0/0, không phát sinh) is worth.
///
/// vi: Cách tính điểm khi không phát sinh (0/0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum NothingOfNothing {
    /// No points.
    ///
    /// vi: 0 điểm.
    Zero,
    /// All points.
    ///
    /// vi: Đủ điểm.
    FullMarks,
    /// What a criterion is worth that is not assigned.
    ///
    /// vi: Coi là không được giao tiêu chí.
    NotAssigned,
}

/// The ends of the total: a floor, a cap, both or none.
///
/// vi: Mức sàn và mức trần của tổng điểm; có thể không quy định.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct TotalLimits {
    /// The floor: a total below it counts as it.
    ///
    /// vi: Mức sàn: tổng điểm thấp hơn thì tính bằng mức sàn.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub at_least: Option<Points>,
    /// The cap: a total above it counts as it. A cap at the points of the scale
    /// keeps the bonus inside it.
    ///
    /// vi: Mức trần: tổng điểm cao hơn thì tính bằng mức trần.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub at_most: Option<Points>,
}

impl TotalLimits {
    /// Whether there is neither.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.at_least.is_none() && self.at_most.is_none()
    }
}
