//! Indicators: what units report figures of.

use thidua_values::{Basis, CampaignId, Coded, IndicatorId, KindId, Phrase, PillarId, Text, Words};

use crate::Measured;

/// An indicator (chỉ tiêu): something that units report figures of, such as houses built for poor
/// households.
///
/// vi: Chỉ tiêu mà các đơn vị báo cáo số liệu.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Indicator {
    /// The id of the indicator.
    ///
    /// vi: Mã định danh của chỉ tiêu.
    pub id: IndicatorId,
    /// Its code in the list of whoever issued it; left out where it has none.
    ///
    /// vi: Mã số của chỉ tiêu trong hệ thống chỉ tiêu đã ban hành; không ghi nếu không có.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub code: Option<Phrase>,
    /// What it is called.
    ///
    /// vi: Tên chỉ tiêu.
    pub name: Text,
    /// What else texts call it, such as "Quỹ biển, đảo" for Quỹ "Vì biển, đảo Việt Nam"; left out
    /// where nothing. A set.
    ///
    /// vi: Các tên gọi khác trong văn bản; không ghi nếu không có. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub aliases: Vec<Phrase>,
    /// How it is measured, and in what.
    ///
    /// vi: Cách đo và đại lượng.
    pub measured: Measured,
    /// Whether more of it is better.
    ///
    /// vi: Nhiều hơn hay ít hơn thì tốt hơn.
    pub direction: Direction,
    /// The kinds of unit, and the kinds of body whose units, are obliged to report it; left out
    /// where nobody is. A set.
    ///
    /// vi: Các loại đơn vị, hoặc loại tổ chức của đơn vị, có trách nhiệm báo cáo; không ghi nếu
    /// không quy định. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub reporters: Vec<KindId>,
    /// What it serves; left out where nothing is told. A set.
    ///
    /// vi: Phục vụ cuộc vận động, nội dung hoặc quỹ nào; không ghi nếu không nêu. Tập hợp, thứ tự
    /// không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub serves: Vec<Purpose>,
    /// Where it comes from.
    ///
    /// vi: Nguồn của chỉ tiêu.
    pub basis: Basis,
}

/// Whether more of something is better.
///
/// vi: Chiều của chỉ tiêu: nhiều hơn hay ít hơn thì tốt hơn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Direction {
    /// More is better, such as houses built.
    ///
    /// vi: Càng nhiều càng tốt.
    MoreIsBetter,
    /// Less is better, such as poor households.
    ///
    /// vi: Càng ít càng tốt.
    LessIsBetter,
    /// Neither is, such as deaths in a commune, of which only the share of cremations tells
    /// something.
    ///
    /// vi: Không xét nhiều hay ít.
    Neither,
}

impl Coded for Direction {
    fn code(&self) -> &'static str {
        match self {
            Self::MoreIsBetter => "more_is_better",
            Self::LessIsBetter => "less_is_better",
            Self::Neither => "neither",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::MoreIsBetter => Words::new("càng nhiều càng tốt", "more is better"),
            Self::LessIsBetter => Words::new("càng ít càng tốt", "less is better"),
            Self::Neither => {
                Words::new("không xét nhiều hay ít", "neither more nor less is better")
            }
        }
    }
}

/// What an indicator serves.
///
/// vi: Mục đích mà chỉ tiêu phục vụ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Purpose {
    /// A campaign or movement as a whole.
    ///
    /// vi: Cả cuộc vận động hoặc phong trào thi đua.
    #[cfg_attr(feature = "schemars", schemars(title = "CampaignPurpose"))]
    Campaign {
        /// The campaign or movement.
        ///
        /// vi: Cuộc vận động hoặc phong trào thi đua.
        campaign: CampaignId,
    },
    /// A pillar of a campaign.
    ///
    /// vi: Một nội dung của cuộc vận động.
    #[cfg_attr(feature = "schemars", schemars(title = "PillarPurpose"))]
    Pillar {
        /// The campaign or movement.
        ///
        /// vi: Cuộc vận động hoặc phong trào thi đua.
        campaign: CampaignId,
        /// The pillar.
        ///
        /// vi: Nội dung của cuộc vận động.
        pillar: PillarId,
    },
    /// A fund, such as Quỹ "Vì người nghèo" (Fund for the Poor).
    ///
    /// vi: Một quỹ, như Quỹ “Vì người nghèo”.
    #[cfg_attr(feature = "schemars", schemars(title = "FundPurpose"))]
    Fund {
        /// What it is called.
        ///
        /// vi: Tên quỹ.
        name: Text,
    },
}

impl Coded for Purpose {
    fn code(&self) -> &'static str {
        match self {
            Self::Campaign { .. } => "campaign",
            Self::Pillar { .. } => "pillar",
            Self::Fund { .. } => "fund",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Campaign { campaign } => {
                Words::new(format!("cuộc vận động `{campaign}`"), format!("campaign `{campaign}`"))
            }
            Self::Pillar { campaign, pillar } => Words::new(
                format!("nội dung `{pillar}` của cuộc vận động `{campaign}`"),
                format!("pillar `{pillar}` of campaign `{campaign}`"),
            ),
            Self::Fund { name } => Words::new(name.vi.as_str(), name.en.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::text;

    #[test]
    fn each_direction_and_purpose_has_its_code_and_words() {
        let directions = [
            (Direction::MoreIsBetter, "more_is_better", "càng nhiều càng tốt", "more is better"),
            (Direction::LessIsBetter, "less_is_better", "càng ít càng tốt", "less is better"),
            (
                Direction::Neither,
                "neither",
                "không xét nhiều hay ít",
                "neither more nor less is better",
            ),
        ];
        for (direction, code, vi, en) in directions {
            assert_eq!((direction.code(), direction.words()), (code, Words::new(vi, en)));
        }
        let (campaign, pillar) = (|| "unite".parse().unwrap(), "culture".parse().unwrap());
        let purposes = [
            (Purpose::Campaign { campaign: campaign() }, "campaign", "campaign `unite`"),
            (
                Purpose::Pillar { campaign: campaign(), pillar },
                "pillar",
                "pillar `culture` of campaign `unite`",
            ),
            (Purpose::Fund { name: text("Quỹ", "Fund") }, "fund", "Fund"),
        ];
        for (purpose, code, en) in purposes {
            assert_eq!((purpose.code(), purpose.words().en.as_str()), (code, en));
        }
    }
}
