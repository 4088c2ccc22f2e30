//! How an indicator is measured, from which follows how it adds up.

use thidua_values::{Coded, IndicatorId, Words};

use crate::Quantity;

/// How an indicator is measured.
///
/// How it adds over time follows from this, and nobody states it again: a flow of a year is the sum
/// of its quarters, a stock the last one of the year, a cumulative figure the latest of those from
/// the year's first day on; a share is computed from its parts, and an answer is given for a
/// period and no other.
///
/// vi: Cách đo của chỉ tiêu. Cách cộng theo thời gian suy ra từ đây: số phát sinh thì cộng các kỳ,
/// số tồn thì lấy số cuối kỳ, số lũy kế thì lấy số mới nhất, tỷ lệ thì tính lại từ tử số và mẫu số.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Measured {
    /// What there is on a day (số tồn), such as self-managed groups.
    ///
    /// vi: Số tồn: số hiện có vào một ngày, như số tổ tự quản.
    #[cfg_attr(feature = "schemars", schemars(title = "StockIndicator"))]
    Stock {
        /// Of what.
        ///
        /// vi: Đại lượng.
        of: Quantity,
        /// Whether units add up.
        ///
        /// vi: Có cộng qua các đơn vị hay không.
        over_units: OverUnits,
    },
    /// What happens in a period (số phát sinh), such as houses built in a year.
    ///
    /// vi: Số phát sinh: số thực hiện trong một khoảng thời gian, như số nhà xây trong năm.
    #[cfg_attr(feature = "schemars", schemars(title = "FlowIndicator"))]
    Flow {
        /// Of what.
        ///
        /// vi: Đại lượng.
        of: Quantity,
        /// Whether units add up.
        ///
        /// vi: Có cộng qua các đơn vị hay không.
        over_units: OverUnits,
    },
    /// What has happened from a first day up to the day of the report (số lũy kế).
    ///
    /// vi: Số lũy kế: từ ngày đầu đến thời điểm báo cáo.
    #[cfg_attr(feature = "schemars", schemars(title = "CumulativeIndicator"))]
    Cumulative {
        /// Of what.
        ///
        /// vi: Đại lượng.
        of: Quantity,
        /// Whether units add up.
        ///
        /// vi: Có cộng qua các đơn vị hay không.
        over_units: OverUnits,
    },
    /// A share of two other indicators (tỷ lệ). They are reported by themselves; what is reported
    /// of the share itself is a percentage that somebody states, and is never computed with.
    ///
    /// vi: Tỷ lệ của hai chỉ tiêu khác. Tử số và mẫu số được báo cáo riêng; số phần trăm nêu trong
    /// báo cáo chỉ để đối chiếu, không dùng để tính.
    #[cfg_attr(feature = "schemars", schemars(title = "RatioIndicator"))]
    Ratio {
        /// The numerator, which need not be a part of the denominator.
        ///
        /// vi: Chỉ tiêu làm tử số; không nhất thiết là một phần của mẫu số.
        part: IndicatorId,
        /// The denominator.
        ///
        /// vi: Chỉ tiêu làm mẫu số.
        whole: IndicatorId,
    },
    /// A question that is answered by yes or no, such as whether a conference was held.
    ///
    /// vi: Câu hỏi trả lời có hoặc không, như đã tổ chức hội nghị hay chưa.
    #[cfg_attr(feature = "schemars", schemars(title = "YesNoIndicator"))]
    YesNo {},
}

impl Measured {
    /// Of what it is a quantity, and whether units add up; none of a share or an answer.
    #[must_use]
    pub const fn quantity(&self) -> Option<(&Quantity, OverUnits)> {
        match self {
            Self::Stock { of, over_units }
            | Self::Flow { of, over_units }
            | Self::Cumulative { of, over_units } => Some((of, *over_units)),
            Self::Ratio { .. } | Self::YesNo {} => None,
        }
    }
}

impl Coded for Measured {
    fn code(&self) -> &'static str {
        match self {
            Self::Stock { .. } => "stock",
            Self::Flow { .. } => "flow",
            Self::Cumulative { .. } => "cumulative",
            Self::Ratio { .. } => "ratio",
            Self::YesNo {} => "yes_no",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Stock { .. } => Words::new("số tồn", "a stock"),
            Self::Flow { .. } => Words::new("số phát sinh", "a flow"),
            Self::Cumulative { .. } => Words::new("số lũy kế", "a cumulative figure"),
            Self::Ratio { .. } => Words::new("tỷ lệ", "a ratio"),
            Self::YesNo {} => Words::new("có hoặc không", "an answer"),
        }
    }
}

/// Whether the figures of several units add up to one.
///
/// vi: Số liệu của các đơn vị có cộng được hay không.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum OverUnits {
    /// They do.
    ///
    /// vi: Cộng được.
    Sum,
    /// They do not, such as donors of whom some gave in several wards: the figure of a unit is
    /// the one it reports.
    ///
    /// vi: Không cộng được, như số người ủng hộ khi một người ủng hộ ở nhiều nơi.
    Never,
}

impl Coded for OverUnits {
    fn code(&self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Never => "never",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Sum => Words::new("cộng qua các đơn vị", "adds up over units"),
            Self::Never => Words::new("không cộng qua các đơn vị", "does not add up over units"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_to_measure_has_its_code_and_words() {
        let (of, over_units) = (Quantity::Dong {}, OverUnits::Sum);
        let id = |text: &str| text.parse().unwrap();
        let cases = [
            (Measured::Stock { of: of.clone(), over_units }, "stock", "số tồn", "a stock"),
            (Measured::Flow { of: of.clone(), over_units }, "flow", "số phát sinh", "a flow"),
            (
                Measured::Cumulative { of, over_units },
                "cumulative",
                "số lũy kế",
                "a cumulative figure",
            ),
            (Measured::Ratio { part: id("a"), whole: id("b") }, "ratio", "tỷ lệ", "a ratio"),
            (Measured::YesNo {}, "yes_no", "có hoặc không", "an answer"),
        ];
        for (measured, code, vi, en) in cases {
            assert_eq!((measured.code(), measured.words()), (code, Words::new(vi, en)));
            assert_eq!(measured.quantity().is_none(), ["ratio", "yes_no"].contains(&code));
        }
        let words = Words::new("không cộng qua các đơn vị", "does not add up over units");
        assert_eq!((OverUnits::Never.code(), OverUnits::Never.words()), ("never", words));
        assert_eq!(OverUnits::Sum.code(), "sum");
    }
}
