//! Why a criterion earned what it earned.

use std::fmt;

use thidua_criteria::{Band, NotAssignedPolicy};
use thidua_values::{Coded, CriterionId, Figure, Points, Words};

/// Why a criterion earned what it earned, with the numbers that decided.
///
/// vi: Lý do tiêu chí được số điểm đó, kèm các con số quyết định.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Reason {
    /// The share of the points.
    ///
    /// vi: Tính điểm theo tỷ lệ.
    #[cfg_attr(feature = "schemars", schemars(title = "ProportionReason"))]
    Proportion {
        /// The numerator.
        ///
        /// vi: Tử số.
        part: Figure,
        /// The denominator.
        ///
        /// vi: Mẫu số.
        whole: Figure,
    },
    /// The share passes the cap and counts as the cap.
    ///
    /// vi: Tỷ lệ vượt mức trần, tính bằng mức trần.
    #[cfg_attr(feature = "schemars", schemars(title = "CappedReason"))]
    Capped {
        /// The numerator.
        ///
        /// vi: Tử số.
        part: Figure,
        /// The denominator.
        ///
        /// vi: Mẫu số.
        whole: Figure,
        /// The cap.
        ///
        /// vi: Mức trần.
        cap_percent: Figure,
    },
    /// Nothing of nothing was to be done.
    ///
    /// vi: Không phát sinh (0/0).
    #[cfg_attr(feature = "schemars", schemars(title = "NothingOfNothingReason"))]
    NothingOfNothing {
        /// What the rulebook says that is worth.
        ///
        /// vi: Mức điểm theo quy định của bảng tiêu chí.
        worth: NotAssignedPolicy,
    },
    /// The threshold is reached.
    ///
    /// vi: Đạt ngưỡng.
    #[cfg_attr(feature = "schemars", schemars(title = "ThresholdReachedReason"))]
    ThresholdReached {
        /// The numerator.
        ///
        /// vi: Tử số.
        part: Figure,
        /// The denominator.
        ///
        /// vi: Mẫu số.
        whole: Figure,
        /// The threshold.
        ///
        /// vi: Ngưỡng.
        at_least_percent: Figure,
    },
    /// The threshold is not reached.
    ///
    /// vi: Không đạt ngưỡng.
    #[cfg_attr(feature = "schemars", schemars(title = "ThresholdMissedReason"))]
    ThresholdMissed {
        /// The numerator.
        ///
        /// vi: Tử số.
        part: Figure,
        /// The denominator.
        ///
        /// vi: Mẫu số.
        whole: Figure,
        /// The threshold.
        ///
        /// vi: Ngưỡng.
        at_least_percent: Figure,
    },
    /// The share is in a band.
    ///
    /// vi: Tỷ lệ thuộc một khoảng.
    #[cfg_attr(feature = "schemars", schemars(title = "InBandReason"))]
    InBand {
        /// The numerator.
        ///
        /// vi: Tử số.
        part: Figure,
        /// The denominator.
        ///
        /// vi: Mẫu số.
        whole: Figure,
        /// The band.
        ///
        /// vi: Khoảng tỷ lệ.
        band: Band,
    },
    /// The share is in no band.
    ///
    /// vi: Tỷ lệ không thuộc khoảng nào.
    #[cfg_attr(feature = "schemars", schemars(title = "OutsideBandsReason"))]
    OutsideBands {
        /// The numerator.
        ///
        /// vi: Tử số.
        part: Figure,
        /// The denominator.
        ///
        /// vi: Mẫu số.
        whole: Figure,
    },
    /// So many of a sample are confirmed.
    ///
    /// vi: Số trường hợp trong mẫu được xác nhận.
    #[cfg_attr(feature = "schemars", schemars(title = "SampleReason"))]
    Sample {
        /// How many are confirmed.
        ///
        /// vi: Số trường hợp được xác nhận.
        confirmed: u32,
        /// How many were drawn.
        ///
        /// vi: Số trường hợp được chọn vào mẫu.
        size: u32,
        /// The points of each.
        ///
        /// vi: Điểm của mỗi trường hợp được xác nhận.
        each: Points,
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
    /// Nobody said whether a gate is open.
    ///
    /// vi: Chưa rõ có đạt điều kiện tiên quyết hay không.
    #[cfg_attr(feature = "schemars", schemars(title = "GateUnansweredReason"))]
    GateUnanswered {
        /// The gate.
        ///
        /// vi: Điều kiện tiên quyết.
        gate: CriterionId,
    },
    /// The evidence is missing.
    ///
    /// vi: Chưa có số liệu.
    #[cfg_attr(feature = "schemars", schemars(title = "MissingReason"))]
    Missing {},
    /// The criterion does not apply.
    ///
    /// vi: Không được giao tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "NotAssignedReason"))]
    NotAssigned {
        /// What the rulebook says that is worth.
        ///
        /// vi: Mức điểm theo quy định của bảng tiêu chí.
        worth: NotAssignedPolicy,
    },
    /// There is no proof.
    ///
    /// vi: Không có minh chứng.
    #[cfg_attr(feature = "schemars", schemars(title = "NoProofReason"))]
    NoProof {},
}

impl Coded for Reason {
    fn code(&self) -> &'static str {
        match self {
            Self::Proportion { .. } => "proportion",
            Self::Capped { .. } => "capped",
            Self::NothingOfNothing { .. } => "nothing_of_nothing",
            Self::ThresholdReached { .. } => "threshold_reached",
            Self::ThresholdMissed { .. } => "threshold_missed",
            Self::InBand { .. } => "in_band",
            Self::OutsideBands { .. } => "outside_bands",
            Self::Sample { .. } => "sample",
            Self::GateClosed { .. } => "gate_closed",
            Self::GateUnanswered { .. } => "gate_unanswered",
            Self::Missing {} => "missing",
            Self::NotAssigned { .. } => "not_assigned",
            Self::NoProof {} => "no_proof",
        }
    }

    fn words(&self) -> Words {
        Words::new(self.vietnamese(), self.english())
    }
}

impl Reason {
    fn vietnamese(&self) -> String {
        let n = |number: &dyn fmt::Display| number.to_string().replace('.', ",");
        let done = |part, whole| format!("đạt {}/{}", n(part), n(whole));
        match self {
            Self::Proportion { part, whole } => done(part, whole),
            Self::Capped { part, whole, cap_percent } => {
                format!("{}, tính tối đa {}%", done(part, whole), n(cap_percent))
            }
            Self::NothingOfNothing { worth } => {
                format!("không phát sinh (0/0), tính {}", worth_in_vietnamese(*worth))
            }
            Self::ThresholdReached { part, whole, at_least_percent } => {
                format!("{}, đủ ngưỡng {}%", done(part, whole), n(at_least_percent))
            }
            Self::ThresholdMissed { part, whole, at_least_percent } => {
                format!("{}, dưới ngưỡng {}%", done(part, whole), n(at_least_percent))
            }
            Self::InBand { part, whole, band } => {
                format!("{}, thuộc khoảng {}", done(part, whole), n(band).replace(" %", "%"))
            }
            Self::OutsideBands { part, whole } => {
                format!("{}, không thuộc khoảng nào", done(part, whole))
            }
            Self::Sample { confirmed, size, each } => {
                format!(
                    "{confirmed}/{size} trường hợp được xác nhận, mỗi trường hợp {} điểm",
                    n(each)
                )
            }
            Self::GateClosed { gate } => format!("không đạt điều kiện `{gate}` nên không chấm"),
            Self::GateUnanswered { gate } => format!("chưa rõ điều kiện `{gate}`"),
            Self::Missing {} => "chưa có số liệu".into(),
            Self::NotAssigned { worth } => {
                format!("không được giao, tính {}", worth_in_vietnamese(*worth))
            }
            Self::NoProof {} => "không có minh chứng, 0 điểm".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Proportion { part, whole } => format!("{part} of {whole}"),
            Self::Capped { part, whole, cap_percent } => {
                format!("{part} of {whole}, counted up to {cap_percent} %")
            }
            Self::NothingOfNothing { worth } => {
                format!("nothing to be done (0 of 0), worth {}", worth_in_english(*worth))
            }
            Self::ThresholdReached { part, whole, at_least_percent } => {
                format!("{part} of {whole} reaches {at_least_percent} %")
            }
            Self::ThresholdMissed { part, whole, at_least_percent } => {
                format!("{part} of {whole} does not reach {at_least_percent} %")
            }
            Self::InBand { part, whole, band } => {
                format!("{part} of {whole} is within {band}")
            }
            Self::OutsideBands { part, whole } => format!("{part} of {whole} is within no band"),
            Self::Sample { confirmed, size, each } => {
                format!("{confirmed} of a sample of {size} confirmed, {each} points each")
            }
            Self::GateClosed { gate } => format!("gate `{gate}` is closed, so not scored"),
            Self::GateUnanswered { gate } => format!("nobody said whether gate `{gate}` is open"),
            Self::Missing {} => "evidence is missing".into(),
            Self::NotAssigned { worth } => {
                format!("not assigned, worth {}", worth_in_english(*worth))
            }
            Self::NoProof {} => "no proof, so 0".into(),
        }
    }
}

const fn worth_in_vietnamese(worth: NotAssignedPolicy) -> &'static str {
    match worth {
        NotAssignedPolicy::Zero => "0 điểm",
        NotAssignedPolicy::FullMarks => "đủ điểm",
    }
}

const fn worth_in_english(worth: NotAssignedPolicy) -> &'static str {
    match worth {
        NotAssignedPolicy::Zero => "0 points",
        NotAssignedPolicy::FullMarks => "all points",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_write_numbers_as_their_language_does() {
        let words =
            Reason::Sample { confirmed: 43, size: 50, each: "0.4".parse().unwrap() }.words();
        assert_eq!(words.vi, "43/50 trường hợp được xác nhận, mỗi trường hợp 0,4 điểm");
        assert_eq!(words.en, "43 of a sample of 50 confirmed, 0.4 points each");
    }
}
