//! Why a criterion earned what it earned.

use thidua_criteria::{Band, NotAssignedPolicy};
use thidua_values::{Coded, CriterionId, Figure, Points, Words};

/// Why a criterion earned what it earned, with the numbers that decided.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Reason {
    /// The share of the points.
    #[cfg_attr(feature = "schemars", schemars(title = "ProportionReason"))]
    Proportion {
        /// The numerator.
        part: Figure,
        /// The denominator.
        whole: Figure,
    },
    /// The share passes the cap and counts as the cap.
    #[cfg_attr(feature = "schemars", schemars(title = "CappedReason"))]
    Capped {
        /// The numerator.
        part: Figure,
        /// The denominator.
        whole: Figure,
        /// The cap.
        cap_percent: Figure,
    },
    /// Nothing of nothing was to be done.
    #[cfg_attr(feature = "schemars", schemars(title = "NothingOfNothingReason"))]
    NothingOfNothing {
        /// What the rulebook says that is worth.
        worth: NotAssignedPolicy,
    },
    /// The threshold is reached.
    #[cfg_attr(feature = "schemars", schemars(title = "ThresholdReachedReason"))]
    ThresholdReached {
        /// The numerator.
        part: Figure,
        /// The denominator.
        whole: Figure,
        /// The threshold.
        at_least_percent: Figure,
    },
    /// The threshold is not reached.
    #[cfg_attr(feature = "schemars", schemars(title = "ThresholdMissedReason"))]
    ThresholdMissed {
        /// The numerator.
        part: Figure,
        /// The denominator.
        whole: Figure,
        /// The threshold.
        at_least_percent: Figure,
    },
    /// The share is in a band.
    #[cfg_attr(feature = "schemars", schemars(title = "InBandReason"))]
    InBand {
        /// The numerator.
        part: Figure,
        /// The denominator.
        whole: Figure,
        /// The band.
        band: Band,
    },
    /// The share is in no band.
    #[cfg_attr(feature = "schemars", schemars(title = "OutsideBandsReason"))]
    OutsideBands {
        /// The numerator.
        part: Figure,
        /// The denominator.
        whole: Figure,
    },
    /// So many of a sample are confirmed.
    #[cfg_attr(feature = "schemars", schemars(title = "SampleReason"))]
    Sample {
        /// How many are confirmed.
        confirmed: u32,
        /// How many were drawn.
        size: u32,
        /// The points of each.
        each: Points,
    },
    /// A gate is closed, so the criterion is not scored.
    #[cfg_attr(feature = "schemars", schemars(title = "GateClosedReason"))]
    GateClosed {
        /// The gate.
        gate: CriterionId,
    },
    /// Nobody said whether a gate is open.
    #[cfg_attr(feature = "schemars", schemars(title = "GateUnansweredReason"))]
    GateUnanswered {
        /// The gate.
        gate: CriterionId,
    },
    /// The evidence is missing.
    #[cfg_attr(feature = "schemars", schemars(title = "MissingReason"))]
    Missing {},
    /// The criterion does not apply.
    #[cfg_attr(feature = "schemars", schemars(title = "NotAssignedReason"))]
    NotAssigned {
        /// What the rulebook says that is worth.
        worth: NotAssignedPolicy,
    },
    /// There is no proof.
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
        match self {
            Self::Proportion { part, whole } => both(
                |n| format!("đạt {}/{}", n(part), n(whole)),
                |n| format!("{} of {}", n(part), n(whole)),
            ),
            Self::Capped { part, whole, cap_percent } => both(
                |n| format!("đạt {}/{}, tính tối đa {}%", n(part), n(whole), n(cap_percent)),
                |n| format!("{} of {}, counted up to {} %", n(part), n(whole), n(cap_percent)),
            ),
            Self::NothingOfNothing { worth } => Words::new(
                format!("không phát sinh (0/0), tính {}", worth_in_vietnamese(*worth)),
                format!("nothing to be done (0 of 0), worth {}", worth_in_english(*worth)),
            ),
            Self::ThresholdReached { part, whole, at_least_percent } => both(
                |n| format!("đạt {}/{}, đủ ngưỡng {}%", n(part), n(whole), n(at_least_percent)),
                |n| format!("{} of {} reaches {} %", n(part), n(whole), n(at_least_percent)),
            ),
            Self::ThresholdMissed { part, whole, at_least_percent } => both(
                |n| format!("đạt {}/{}, dưới ngưỡng {}%", n(part), n(whole), n(at_least_percent)),
                |n| format!("{} of {} does not reach {} %", n(part), n(whole), n(at_least_percent)),
            ),
            Self::InBand { part, whole, band } => both(
                |n| format!("đạt {}/{}, thuộc khoảng {}", n(part), n(whole), range(band, n, "%")),
                |n| format!("{} of {} is within {}", n(part), n(whole), range(band, n, " %")),
            ),
            Self::OutsideBands { part, whole } => both(
                |n| format!("đạt {}/{}, không thuộc khoảng nào", n(part), n(whole)),
                |n| format!("{} of {} is within no band", n(part), n(whole)),
            ),
            Self::Sample { confirmed, size, each } => both(
                |n| {
                    format!(
                        "{confirmed}/{size} trường hợp được xác nhận, mỗi trường hợp {} điểm",
                        n(each)
                    )
                },
                |n| format!("{confirmed} of a sample of {size} confirmed, {} points each", n(each)),
            ),
            Self::GateClosed { gate } => Words::new(
                format!("không đạt điều kiện `{gate}` nên không chấm"),
                format!("gate `{gate}` is closed, so not scored"),
            ),
            Self::GateUnanswered { gate } => Words::new(
                format!("chưa rõ điều kiện `{gate}`"),
                format!("nobody said whether gate `{gate}` is open"),
            ),
            Self::Missing {} => Words::new("chưa có số liệu", "evidence is missing"),
            Self::NotAssigned { worth } => Words::new(
                format!("không được giao, tính {}", worth_in_vietnamese(*worth)),
                format!("not assigned, worth {}", worth_in_english(*worth)),
            ),
            Self::NoProof {} => Words::new("không có minh chứng, 0 điểm", "no proof, so 0"),
        }
    }
}

/// Writes a number as one of the two languages does.
type Write = fn(&dyn std::fmt::Display) -> String;

fn both(vi: impl Fn(Write) -> String, en: impl Fn(Write) -> String) -> Words {
    Words::new(vi(|number| number.to_string().replace('.', ",")), en(|number| number.to_string()))
}

fn range(band: &Band, number: Write, percent: &str) -> String {
    let low = if band.low.included { '[' } else { '(' };
    let start = number(&band.low.percent);
    match band.high {
        Some(high) => {
            let close = if high.included { ']' } else { ')' };
            format!("{low}{start}{percent}; {}{percent}{close}", number(&high.percent))
        }
        None => format!("{low}{start}{percent}; …)"),
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
