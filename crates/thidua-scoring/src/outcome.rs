//! What became of a share, a number, a count or a comparison: the parts of a reason.

use std::sync::Arc;

use thidua_criteria::Band;
use thidua_values::{Exact, Figure, Points};

/// What became of a share.
///
/// vi: Kết quả xét một tỷ lệ.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum ShareOutcome {
    /// It is the share of the points.
    ///
    /// vi: Tính điểm theo tỷ lệ.
    #[cfg_attr(feature = "schemars", schemars(title = "ProportionShare"))]
    Proportion {},
    /// It passes the cap and counts as the cap.
    ///
    /// vi: Tỷ lệ vượt mức trần, tính bằng mức trần.
    #[cfg_attr(feature = "schemars", schemars(title = "CappedShare"))]
    Capped {
        /// The cap.
        ///
        /// vi: Mức trần.
        cap_percent: Figure,
    },
    /// It reaches the threshold.
    ///
    /// vi: Đạt ngưỡng.
    #[cfg_attr(feature = "schemars", schemars(title = "ThresholdReachedShare"))]
    ThresholdReached {
        /// The threshold.
        ///
        /// vi: Ngưỡng.
        at_least_percent: Figure,
    },
    /// It does not reach the threshold.
    ///
    /// vi: Không đạt ngưỡng.
    #[cfg_attr(feature = "schemars", schemars(title = "ThresholdMissedShare"))]
    ThresholdMissed {
        /// The threshold.
        ///
        /// vi: Ngưỡng.
        at_least_percent: Figure,
    },
    /// It is in a band.
    ///
    /// vi: Thuộc một khoảng.
    #[cfg_attr(feature = "schemars", schemars(title = "InBandShare"))]
    InBand {
        /// The band.
        ///
        /// vi: Khoảng tỷ lệ.
        band: Arc<Band>,
    },
    /// It is in no band.
    ///
    /// vi: Không thuộc khoảng nào.
    #[cfg_attr(feature = "schemars", schemars(title = "OutsideBandsShare"))]
    OutsideBands {},
    /// It is not below its target, so nothing is taken.
    ///
    /// vi: Đạt chỉ tiêu, không trừ điểm.
    #[cfg_attr(feature = "schemars", schemars(title = "TargetReachedShare"))]
    TargetReached {
        /// The target.
        ///
        /// vi: Chỉ tiêu.
        target_percent: Figure,
    },
    /// It is below its target, so points are taken.
    ///
    /// vi: Thấp hơn chỉ tiêu, bị trừ điểm.
    #[cfg_attr(feature = "schemars", schemars(title = "ShareShort"))]
    Short {
        /// The target.
        ///
        /// vi: Chỉ tiêu.
        target_percent: Figure,
    },
}

/// What became of a number.
///
/// vi: Kết quả xét một con số.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum NumberOutcome {
    /// It reaches the least.
    ///
    /// vi: Đạt mức tối thiểu.
    #[cfg_attr(feature = "schemars", schemars(title = "NumberReached"))]
    Reached {
        /// The least.
        ///
        /// vi: Mức tối thiểu.
        at_least: Figure,
    },
    /// It does not reach the least.
    ///
    /// vi: Không đạt mức tối thiểu.
    #[cfg_attr(feature = "schemars", schemars(title = "NumberMissed"))]
    Missed {
        /// The least.
        ///
        /// vi: Mức tối thiểu.
        at_least: Figure,
    },
    /// It is in a band.
    ///
    /// vi: Thuộc một khoảng.
    #[cfg_attr(feature = "schemars", schemars(title = "NumberInBand"))]
    InBand {
        /// The band.
        ///
        /// vi: Khoảng số lượng.
        band: Arc<Band>,
    },
    /// It is in no band.
    ///
    /// vi: Không thuộc khoảng nào.
    #[cfg_attr(feature = "schemars", schemars(title = "NumberOutsideBands"))]
    OutsideBands {},
    /// It is a score on another scale.
    ///
    /// vi: Quy đổi từ thang điểm khác.
    #[cfg_attr(feature = "schemars", schemars(title = "NumberScaled"))]
    Scaled {
        /// The most of that scale.
        ///
        /// vi: Điểm tối đa của thang đó.
        out_of: Figure,
    },
    /// It is only recorded.
    ///
    /// vi: Chỉ ghi nhận.
    #[cfg_attr(feature = "schemars", schemars(title = "NumberRecorded"))]
    Recorded {},
}

/// What became of a count.
///
/// vi: Kết quả xét một số đếm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum CountOutcome {
    /// So many points for each.
    ///
    /// vi: Tính điểm theo số lượng.
    #[cfg_attr(feature = "schemars", schemars(title = "PerItemCount"))]
    PerItem {
        /// The points of each.
        ///
        /// vi: Điểm của mỗi đơn vị.
        each: Points,
    },
    /// So many points for each, more than the criterion is worth.
    ///
    /// vi: Tính điểm theo số lượng, vượt điểm tối đa của tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "PerItemCappedCount"))]
    PerItemCapped {
        /// The points of each.
        ///
        /// vi: Điểm của mỗi đơn vị.
        each: Points,
        /// The points of the criterion.
        ///
        /// vi: Điểm tối đa của tiêu chí.
        most: Points,
    },
    /// So many of a sample are confirmed.
    ///
    /// vi: Số trường hợp trong mẫu được xác nhận.
    #[cfg_attr(feature = "schemars", schemars(title = "SampleCount"))]
    Sample {
        /// How many were drawn.
        ///
        /// vi: Số trường hợp được chọn vào mẫu.
        size: u32,
        /// The points of each.
        ///
        /// vi: Điểm của mỗi trường hợp được xác nhận.
        each: Points,
    },
    /// So many of a list are met.
    ///
    /// vi: Số mục đạt trong danh mục.
    #[cfg_attr(feature = "schemars", schemars(title = "ChecklistCount"))]
    Checklist {
        /// How many there are.
        ///
        /// vi: Tổng số mục.
        of: u32,
    },
    /// Fewer of a list are met than must be.
    ///
    /// vi: Số mục đạt thấp hơn mức tối thiểu.
    #[cfg_attr(feature = "schemars", schemars(title = "ChecklistFailedCount"))]
    ChecklistFailed {
        /// How many there are.
        ///
        /// vi: Tổng số mục.
        of: u32,
        /// How many must be met.
        ///
        /// vi: Số mục tối thiểu phải đạt.
        pass_mark: u32,
    },
}

/// What a comparison with the cluster came to.
///
/// vi: Kết quả so sánh với cụm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Comparison {
    /// The mean of the cluster is reached.
    ///
    /// vi: Đạt mức bình quân của cụm.
    #[cfg_attr(feature = "schemars", schemars(title = "MeanReachedComparison"))]
    MeanReached {
        /// The subject's own.
        ///
        /// vi: Mức của đối tượng.
        own: Exact,
        /// The mean.
        ///
        /// vi: Mức bình quân.
        mean: Exact,
    },
    /// The mean of the cluster is not reached.
    ///
    /// vi: Thấp hơn mức bình quân của cụm.
    #[cfg_attr(feature = "schemars", schemars(title = "BelowMeanComparison"))]
    BelowMean {
        /// The subject's own.
        ///
        /// vi: Mức của đối tượng.
        own: Exact,
        /// The mean.
        ///
        /// vi: Mức bình quân.
        mean: Exact,
    },
    /// The target is not reached: half of the points by the share reached.
    ///
    /// vi: Chưa đạt chỉ tiêu: nửa số điểm theo tỷ lệ thực hiện.
    #[cfg_attr(feature = "schemars", schemars(title = "BelowTargetComparison"))]
    BelowTarget {
        /// What was done.
        ///
        /// vi: Kết quả thực hiện.
        actual: Figure,
        /// The target.
        ///
        /// vi: Chỉ tiêu.
        target: Figure,
    },
    /// The target is reached: half of the points, and the other half relative to the leader.
    ///
    /// vi: Đạt chỉ tiêu: nửa số điểm, cộng nửa còn lại so với đơn vị dẫn đầu.
    #[cfg_attr(feature = "schemars", schemars(title = "AboveTargetComparison"))]
    AboveTarget {
        /// What was done.
        ///
        /// vi: Kết quả thực hiện.
        actual: Figure,
        /// The target.
        ///
        /// vi: Chỉ tiêu.
        target: Figure,
        /// How far above the target that is.
        ///
        /// vi: Mức vượt chỉ tiêu.
        excess: Exact,
        /// How far the leader is above its own.
        ///
        /// vi: Mức vượt của đơn vị dẫn đầu.
        leading: Exact,
    },
    /// There is no target: measured against the most of those without one.
    ///
    /// vi: Không có chỉ tiêu: so với đơn vị cao nhất trong các đơn vị không có chỉ tiêu.
    #[cfg_attr(feature = "schemars", schemars(title = "WithoutTargetComparison"))]
    WithoutTarget {
        /// What was done.
        ///
        /// vi: Kết quả thực hiện.
        actual: Figure,
        /// The most that any of them did.
        ///
        /// vi: Kết quả cao nhất.
        leading: Exact,
    },
}
