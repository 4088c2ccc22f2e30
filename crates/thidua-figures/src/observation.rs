//! Observations: what units report.

use thidua_values::{
    Basis, BodyId, CatalogueId, Coded, Day, Figure, IndicatorId, Period, Qualifier, Text, Words,
};

use crate::About;

/// What figures are made from, as they were reported.
///
/// vi: Số liệu do các đơn vị báo cáo.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Figures"))]
pub struct FiguresParts {
    /// What they are called.
    ///
    /// vi: Tên gọi của số liệu.
    pub title: Text,
    /// The catalogue whose indicators are reported.
    ///
    /// vi: Hệ thống chỉ tiêu được báo cáo.
    pub catalogue: CatalogueId,
    /// The observations. A set.
    ///
    /// vi: Các số liệu. Tập hợp, thứ tự không có nghĩa.
    pub observations: Vec<Observation>,
}

impl FiguresParts {
    /// The same figures with their observations in canonical order.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.observations.sort_by(|a, b| a.key().cmp(&b.key()));
        self
    }
}

/// One thing that was reported: of a unit or a cluster, an indicator and a period, as of a
/// revision.
///
/// vi: Một số liệu được báo cáo.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Observation {
    /// What it is a figure of.
    ///
    /// vi: Số liệu của đơn vị hay của cụm thi đua nào.
    pub about: About,
    /// The indicator.
    ///
    /// vi: Chỉ tiêu.
    pub indicator: IndicatorId,
    /// The period it is a figure of, which ends; of a stock the one day on which it was counted.
    ///
    /// vi: Kỳ báo cáo, có ngày kết thúc; với số tồn là đúng ngày kiểm đếm.
    pub period: Period,
    /// Whether it is planned or done.
    ///
    /// vi: Kế hoạch hay thực hiện.
    pub stage: Stage,
    /// Whether it is counted where it was done or by whom.
    ///
    /// vi: Tính theo nơi thực hiện hay theo đơn vị thực hiện.
    pub counted_by: CountedBy,
    /// What was reported.
    ///
    /// vi: Nội dung được báo cáo.
    pub value: ObservedValue,
    /// Where it was reported.
    ///
    /// vi: Nguồn của số liệu.
    pub basis: Basis,
    /// The body that reported it; left out where that is not known.
    ///
    /// vi: Tổ chức báo cáo; không ghi nếu không rõ.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub reporter: Option<BodyId>,
    /// The day it was received.
    ///
    /// vi: Ngày nhận báo cáo.
    pub received: Day,
    /// The number of the revision, 0 if left out: the one with the highest number counts, and
    /// those before it are kept.
    ///
    /// vi: Lần sửa đổi, không ghi nếu là lần đầu (0): bản có số cao nhất được tính, các bản trước
    /// vẫn được giữ.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_first"))]
    pub revision: u32,
}

impl Observation {
    /// What no other observation has: what it is of, and the number of the revision.
    pub(crate) fn key(&self) -> impl Ord {
        let Self { about, indicator, period, stage, counted_by, revision, .. } = self;
        (indicator, about, period, stage, counted_by, revision)
    }
}

#[cfg(feature = "serde")]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
const fn is_first(revision: &u32) -> bool {
    *revision == 0
}

/// What is reported of an indicator.
///
/// vi: Nội dung được báo cáo của một chỉ tiêu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum ObservedValue {
    /// A figure, in the indicator's own unit of measure; of a ratio, the percentage that somebody
    /// stated.
    ///
    /// vi: Số liệu, theo đơn vị tính của chỉ tiêu; với tỷ lệ là số phần trăm nêu trong báo cáo.
    #[cfg_attr(feature = "schemars", schemars(title = "ObservedFigure"))]
    Figure {
        /// The figure.
        ///
        /// vi: Số liệu.
        figure: Figure,
        /// How the text qualifies it; left out where it does not.
        ///
        /// vi: Từ hạn định đi kèm; không ghi nếu không có.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_exact"))]
        qualifier: Qualifier,
    },
    /// An answer by yes or no.
    ///
    /// vi: Trả lời có hoặc không.
    #[cfg_attr(feature = "schemars", schemars(title = "ObservedAnswer"))]
    Answer {
        /// Whether the answer is yes.
        ///
        /// vi: Có (true) hoặc không (false).
        yes: bool,
    },
    /// That the target was met, without a number.
    ///
    /// vi: Đạt chỉ tiêu, không nêu số liệu.
    #[cfg_attr(feature = "schemars", schemars(title = "ObservedTargetMet"))]
    TargetMet {},
}

#[cfg(feature = "serde")]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_exact(qualifier: &Qualifier) -> bool {
    *qualifier == Qualifier::Exactly
}

impl Coded for ObservedValue {
    fn code(&self) -> &'static str {
        match self {
            Self::Figure { .. } => "figure",
            Self::Answer { .. } => "answer",
            Self::TargetMet {} => "target_met",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Figure { figure, qualifier: Qualifier::Exactly } => {
                Words::new(figure.to_string(), figure.to_string())
            }
            Self::Figure { figure, qualifier } => {
                let Words { vi, en } = qualifier.words();
                Words::new(format!("{vi} {figure}"), format!("{en} {figure}"))
            }
            Self::Answer { yes: true } => Words::new("có", "yes"),
            Self::Answer { yes: false } => Words::new("không", "no"),
            Self::TargetMet {} => Words::new("đạt chỉ tiêu", "target met"),
        }
    }
}

/// Whether something is planned or done. The two are never added up.
///
/// vi: Kế hoạch hay thực hiện; không bao giờ cộng hai loại với nhau.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Stage {
    /// Planned.
    ///
    /// vi: Kế hoạch.
    Planned,
    /// Done.
    ///
    /// vi: Thực hiện.
    Done,
}

impl Coded for Stage {
    fn code(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Done => "done",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Planned => Words::new("kế hoạch", "planned"),
            Self::Done => Words::new("thực hiện", "done"),
        }
    }
}

/// Of whom something is counted: of who did it, or of where it was done. The two are never added
/// up: of 57 houses that a district built, some stand in another province.
///
/// vi: Tính theo đơn vị thực hiện hay theo địa bàn; không bao giờ cộng hai cách tính với nhau.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum CountedBy {
    /// Of who did it, wherever.
    ///
    /// vi: Theo đơn vị thực hiện, dù ở đâu.
    Doer,
    /// Of where it was done, whoever did it.
    ///
    /// vi: Theo địa bàn, dù ai thực hiện.
    Place,
}

impl Coded for CountedBy {
    fn code(&self) -> &'static str {
        match self {
            Self::Doer => "doer",
            Self::Place => "place",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Doer => Words::new("theo đơn vị thực hiện", "by who did it"),
            Self::Place => Words::new("theo địa bàn", "by where it was done"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_stage_and_way_to_count_has_its_code_and_words() {
        let figure = |text: &str, qualifier| ObservedValue::Figure {
            figure: text.parse().unwrap(),
            qualifier,
        };
        let values = [
            (figure("133", Qualifier::Exactly), "figure", "133", "133"),
            (figure("6", Qualifier::Above), "figure", "trên 6", "more than 6"),
            (ObservedValue::Answer { yes: true }, "answer", "có", "yes"),
            (ObservedValue::Answer { yes: false }, "answer", "không", "no"),
            (ObservedValue::TargetMet {}, "target_met", "đạt chỉ tiêu", "target met"),
        ];
        for (value, code, vi, en) in values {
            assert_eq!((value.code(), value.words()), (code, Words::new(vi, en)));
        }
        for (stage, code, vi) in
            [(Stage::Planned, "planned", "kế hoạch"), (Stage::Done, "done", "thực hiện")]
        {
            assert_eq!((stage.code(), stage.words()), (code, Words::new(vi, code)));
        }
        let ways = [
            (CountedBy::Doer, "doer", "by who did it"),
            (CountedBy::Place, "place", "by where it was done"),
        ];
        for (way, code, en) in ways {
            assert_eq!((way.code(), way.words().en.as_str()), (code, en));
        }
    }
}
