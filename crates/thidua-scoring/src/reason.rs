//! Why a criterion earned what it earned.

use std::sync::Arc;

use thidua_criteria::{NotAssignedPolicy, NothingOfNothing};
use thidua_values::{CriterionId, Figure, Points};

use crate::{Comparison, CountOutcome, NumberOutcome, ShareOutcome};

/// Why a criterion earned what it earned, with the numbers that decided.
///
/// vi: Lý do tiêu chí được số điểm đó, kèm các con số quyết định.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Reason {
    /// It is met.
    ///
    /// vi: Đạt.
    #[cfg_attr(feature = "schemars", schemars(title = "MetReason"))]
    Met {},
    /// It is not met.
    ///
    /// vi: Không đạt.
    #[cfg_attr(feature = "schemars", schemars(title = "NotMetReason"))]
    NotMet {},
    /// A share decided.
    ///
    /// vi: Tính theo tỷ lệ.
    #[cfg_attr(feature = "schemars", schemars(title = "ShareReason"))]
    Share {
        /// The numerator.
        ///
        /// vi: Tử số.
        part: Figure,
        /// The denominator.
        ///
        /// vi: Mẫu số.
        whole: Figure,
        /// What became of it.
        ///
        /// vi: Kết quả xét tỷ lệ.
        outcome: ShareOutcome,
    },
    /// Nothing of nothing was to be done.
    ///
    /// vi: Không phát sinh (0/0).
    #[cfg_attr(feature = "schemars", schemars(title = "NothingOfNothingReason"))]
    NothingOfNothing {
        /// What the rulebook says that is worth.
        ///
        /// vi: Mức điểm theo quy định của bảng tiêu chí.
        worth: NothingOfNothing,
    },
    /// A number decided.
    ///
    /// vi: Tính theo con số.
    #[cfg_attr(feature = "schemars", schemars(title = "NumberReason"))]
    Number {
        /// The number.
        ///
        /// vi: Con số.
        number: Figure,
        /// What became of it.
        ///
        /// vi: Kết quả xét con số.
        outcome: NumberOutcome,
    },
    /// A count decided.
    ///
    /// vi: Tính theo số đếm.
    #[cfg_attr(feature = "schemars", schemars(title = "CountReason"))]
    Count {
        /// How many there are, are confirmed or are met.
        ///
        /// vi: Số đếm được, được xác nhận hoặc đạt.
        count: u32,
        /// What became of it.
        ///
        /// vi: Kết quả xét số đếm.
        outcome: CountOutcome,
    },
    /// An assessor gave the points.
    ///
    /// vi: Điểm do người chấm cho.
    #[cfg_attr(feature = "schemars", schemars(title = "JudgedReason"))]
    Judged {
        /// The mark.
        ///
        /// vi: Điểm chấm.
        mark: Points,
    },
    /// Assessors gave the points; the mean of their marks counts.
    ///
    /// vi: Điểm do nhiều người chấm, lấy bình quân.
    #[cfg_attr(feature = "schemars", schemars(title = "PanelReason"))]
    Panel {
        /// The marks. Ordered, lowest first.
        ///
        /// vi: Các điểm chấm. Có thứ tự: từ thấp đến cao.
        marks: Arc<[Points]>,
        /// How many marks are left out at each end.
        ///
        /// vi: Số điểm chấm bị bỏ ở mỗi đầu.
        left_out: usize,
    },
    /// A comparison with the cluster decided.
    ///
    /// vi: So sánh với cụm.
    #[cfg_attr(feature = "schemars", schemars(title = "ComparedReason"))]
    Compared {
        /// What it came to.
        ///
        /// vi: Kết quả so sánh.
        comparison: Box<Comparison>,
    },
    /// It was handed in on time, so nothing is taken.
    ///
    /// vi: Nộp đúng hạn, không trừ điểm.
    #[cfg_attr(feature = "schemars", schemars(title = "OnTimeReason"))]
    OnTime {},
    /// It was handed in late, so points are taken.
    ///
    /// vi: Nộp quá hạn, bị trừ điểm.
    #[cfg_attr(feature = "schemars", schemars(title = "LateReason"))]
    Late {
        /// How many days after the due day.
        ///
        /// vi: Số ngày quá hạn.
        days: u32,
        /// The points that a day takes.
        ///
        /// vi: Số điểm trừ cho mỗi ngày.
        each_day: Points,
    },
    /// It was achieved before, so all points are earned.
    ///
    /// vi: Đã đạt từ trước nên được đủ điểm.
    #[cfg_attr(feature = "schemars", schemars(title = "AchievedBeforeReason"))]
    AchievedBefore {
        /// The condition that says so.
        ///
        /// vi: Điều kiện xác nhận.
        condition: CriterionId,
    },
    /// A condition is not met, so no more than so many points are earned.
    ///
    /// vi: Không đạt điều kiện nên chỉ được tối đa số điểm quy định.
    #[cfg_attr(feature = "schemars", schemars(title = "HeldBackReason"))]
    HeldBack {
        /// The condition.
        ///
        /// vi: Điều kiện.
        condition: CriterionId,
        /// The most points without it.
        ///
        /// vi: Số điểm tối đa khi không đạt điều kiện.
        at_most: Points,
        /// Why it would have earned more.
        ///
        /// vi: Lý do của số điểm khi chưa áp dụng điều kiện.
        reason: Box<Reason>,
    },
    /// A gate is closed, so the criterion is not scored.
    ///
    /// vi: Không đạt điều kiện tiên quyết nên không chấm tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "GateClosedReason"))]
    GateClosed {
        /// The gate.
        ///
        /// vi: Điều kiện tiên quyết.
        gate: CriterionId,
    },
    /// Nobody said whether a condition is met.
    ///
    /// vi: Chưa rõ có đạt điều kiện hay không.
    #[cfg_attr(feature = "schemars", schemars(title = "ConditionUnansweredReason"))]
    ConditionUnanswered {
        /// The condition.
        ///
        /// vi: Điều kiện.
        condition: CriterionId,
    },
    /// Evidence of others in the cluster is missing, which the points depend on.
    ///
    /// vi: Còn thiếu số liệu của đơn vị khác trong cụm mà điểm phụ thuộc vào.
    #[cfg_attr(feature = "schemars", schemars(title = "ClusterOpenReason"))]
    ClusterOpen {},
    /// The evidence is missing.
    ///
    /// vi: Chưa có số liệu.
    #[cfg_attr(feature = "schemars", schemars(title = "MissingReason"))]
    Missing {},
    /// The criterion is not assigned.
    ///
    /// vi: Không được giao tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "NotAssignedReason"))]
    NotAssigned {
        /// What the rulebook says becomes of it.
        ///
        /// vi: Cách tính theo quy định của bảng tiêu chí.
        policy: NotAssignedPolicy,
    },
    /// There is no proof.
    ///
    /// vi: Không có minh chứng.
    #[cfg_attr(feature = "schemars", schemars(title = "NoProofReason"))]
    NoProof {},
}

impl Reason {
    /// Whether evidence that could change it is missing.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Missing {} | Self::ClusterOpen {} | Self::ConditionUnanswered { .. })
    }

    /// Whether the criterion counts as not assigned: it is not, or nothing of
    /// nothing is taken for that.
    #[must_use]
    pub const fn is_unassigned(&self) -> bool {
        matches!(
            self,
            Self::NotAssigned { .. }
                | Self::NothingOfNothing { worth: NothingOfNothing::NotAssigned }
        )
    }

    /// Whether what the criterion asks for is met, where it is met or not; none
    /// where it is only recorded or still open.
    #[must_use]
    pub const fn is_met(&self) -> Option<bool> {
        match self {
            Self::Met {}
            | Self::Share { outcome: ShareOutcome::ThresholdReached { .. }, .. }
            | Self::Number { outcome: NumberOutcome::Reached { .. }, .. }
            | Self::NothingOfNothing { worth: NothingOfNothing::FullMarks }
            | Self::AchievedBefore { .. } => Some(true),
            Self::NotMet {}
            | Self::Share { outcome: ShareOutcome::ThresholdMissed { .. }, .. }
            | Self::Number { outcome: NumberOutcome::Missed { .. }, .. }
            | Self::NothingOfNothing { worth: NothingOfNothing::Zero }
            | Self::GateClosed { .. }
            | Self::NoProof {} => Some(false),
            _ => None,
        }
    }
}
