//! What is awarded: titles and forms, from which level, on what occasion.

use thidua_values::{Coded, Words};

use crate::Recipient;

/// An emulation title (danh hiệu thi đua) or a form of commendation (hình thức
/// khen thưởng). What an award is called is its title.
///
/// vi: Danh hiệu thi đua hoặc hình thức khen thưởng.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum AwardForm {
    /// A flag, for collectives.
    ///
    /// vi: Cờ thi đua.
    EmulationFlag,
    /// Excellent labour collective.
    ///
    /// vi: Tập thể lao động xuất sắc.
    ExcellentLabourCollective,
    /// Advanced labour collective.
    ///
    /// vi: Tập thể lao động tiên tiến.
    AdvancedLabourCollective,
    /// Emulation fighter, for individuals; of which level, the level says.
    ///
    /// vi: Chiến sĩ thi đua.
    EmulationFighter,
    /// Advanced worker, for individuals.
    ///
    /// vi: Lao động tiên tiến.
    AdvancedWorker,
    /// Cultured household.
    ///
    /// vi: Gia đình văn hóa.
    CulturedHousehold,
    /// Cultured hamlet or residential group, a collective.
    ///
    /// vi: Thôn, tổ dân phố văn hóa.
    CulturedResidentialArea,
    /// Outstanding commune, ward or special zone, a collective.
    ///
    /// vi: Xã, phường, đặc khu tiêu biểu.
    OutstandingCommune,
    /// An order.
    ///
    /// vi: Huân chương.
    Order,
    /// A certificate of merit.
    ///
    /// vi: Bằng khen.
    CertificateOfMerit,
    /// A letter of commendation.
    ///
    /// vi: Giấy khen.
    LetterOfCommendation,
    /// A commemorative medal, for individuals.
    ///
    /// vi: Kỷ niệm chương.
    CommemorativeMedal,
}

impl AwardForm {
    /// What a recipient of it must be; none where it may be anything.
    #[must_use]
    pub const fn only_for(self) -> Option<Recipient> {
        match self {
            Self::EmulationFlag
            | Self::ExcellentLabourCollective
            | Self::AdvancedLabourCollective
            | Self::CulturedResidentialArea
            | Self::OutstandingCommune => Some(Recipient::Collective),
            Self::EmulationFighter | Self::AdvancedWorker | Self::CommemorativeMedal => {
                Some(Recipient::Individual)
            }
            Self::CulturedHousehold => Some(Recipient::Household),
            Self::Order | Self::CertificateOfMerit | Self::LetterOfCommendation => None,
        }
    }
}

impl Coded for AwardForm {
    fn code(&self) -> &'static str {
        match self {
            Self::EmulationFlag => "emulation_flag",
            Self::ExcellentLabourCollective => "excellent_labour_collective",
            Self::AdvancedLabourCollective => "advanced_labour_collective",
            Self::EmulationFighter => "emulation_fighter",
            Self::AdvancedWorker => "advanced_worker",
            Self::CulturedHousehold => "cultured_household",
            Self::CulturedResidentialArea => "cultured_residential_area",
            Self::OutstandingCommune => "outstanding_commune",
            Self::Order => "order",
            Self::CertificateOfMerit => "certificate_of_merit",
            Self::LetterOfCommendation => "letter_of_commendation",
            Self::CommemorativeMedal => "commemorative_medal",
        }
    }

    fn words(&self) -> Words {
        let (vi, en) = match self {
            Self::EmulationFlag => ("cờ thi đua", "emulation flag"),
            Self::ExcellentLabourCollective => {
                ("tập thể lao động xuất sắc", "excellent labour collective")
            }
            Self::AdvancedLabourCollective => {
                ("tập thể lao động tiên tiến", "advanced labour collective")
            }
            Self::EmulationFighter => ("chiến sĩ thi đua", "emulation fighter"),
            Self::AdvancedWorker => ("lao động tiên tiến", "advanced worker"),
            Self::CulturedHousehold => ("gia đình văn hóa", "cultured household"),
            Self::CulturedResidentialArea => {
                ("thôn, tổ dân phố văn hóa", "cultured residential area")
            }
            Self::OutstandingCommune => ("xã, phường, đặc khu tiêu biểu", "outstanding commune"),
            Self::Order => ("huân chương", "order"),
            Self::CertificateOfMerit => ("bằng khen", "certificate of merit"),
            Self::LetterOfCommendation => ("giấy khen", "letter of commendation"),
            Self::CommemorativeMedal => ("kỷ niệm chương", "commemorative medal"),
        };
        Words::new(vi, en)
    }
}

/// Which level decides on an award.
///
/// vi: Cấp quyết định khen thưởng.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum IssuerLevel {
    /// The State.
    ///
    /// vi: Nhà nước.
    State,
    /// The Government or the Prime Minister.
    ///
    /// vi: Chính phủ, Thủ tướng Chính phủ.
    Government,
    /// A ministry, a branch, a province.
    ///
    /// vi: Bộ, ban, ngành, tỉnh.
    MinistryOrProvince,
    /// A district, until there were none (2025-07-01).
    ///
    /// vi: Cấp huyện, đến trước ngày 01/7/2025.
    District,
    /// A commune.
    ///
    /// vi: Cấp xã.
    Commune,
    /// The agency or unit itself.
    ///
    /// vi: Cơ sở.
    Grassroots,
    /// The Front's Central Committee.
    ///
    /// vi: Ủy ban Trung ương MTTQ Việt Nam.
    FrontCentral,
    /// The Front committee of a province.
    ///
    /// vi: Ủy ban MTTQ Việt Nam cấp tỉnh.
    FrontProvince,
    /// The Front committee of a district, until there were none (2025-07-01).
    ///
    /// vi: Ủy ban MTTQ Việt Nam cấp huyện, đến trước ngày 01/7/2025.
    FrontDistrict,
    /// The Front committee of a commune.
    ///
    /// vi: Ủy ban MTTQ Việt Nam cấp xã.
    FrontCommune,
}

impl Coded for IssuerLevel {
    fn code(&self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Government => "government",
            Self::MinistryOrProvince => "ministry_or_province",
            Self::District => "district",
            Self::Commune => "commune",
            Self::Grassroots => "grassroots",
            Self::FrontCentral => "front_central",
            Self::FrontProvince => "front_province",
            Self::FrontDistrict => "front_district",
            Self::FrontCommune => "front_commune",
        }
    }

    fn words(&self) -> Words {
        let (vi, en) = match self {
            Self::State => ("Nhà nước", "the State"),
            Self::Government => ("Chính phủ", "the Government"),
            Self::MinistryOrProvince => ("bộ, ban, ngành, tỉnh", "the ministry or province"),
            Self::District => ("cấp huyện", "the district"),
            Self::Commune => ("cấp xã", "the commune"),
            Self::Grassroots => ("cấp cơ sở", "the agency or unit itself"),
            Self::FrontCentral => {
                ("Ủy ban Trung ương MTTQ Việt Nam", "the Front's Central Committee")
            }
            Self::FrontProvince => ("Ủy ban MTTQ Việt Nam cấp tỉnh", "the Front of the province"),
            Self::FrontDistrict => ("Ủy ban MTTQ Việt Nam cấp huyện", "the Front of the district"),
            Self::FrontCommune => ("Ủy ban MTTQ Việt Nam cấp xã", "the Front of the commune"),
        };
        Words::new(vi, en)
    }
}

/// On what occasion is commended.
///
/// vi: Loại khen thưởng.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Occasion {
    /// For the work of a year or a term.
    ///
    /// vi: Khen thưởng thường xuyên, theo công trạng.
    Periodic,
    /// For a movement with a topic.
    ///
    /// vi: Khen thưởng chuyên đề.
    Thematic,
    /// For an achievement, as soon as it happens: it waits for no result of the year and looks
    /// at nobody's place in it.
    ///
    /// vi: Khen thưởng đột xuất, ngay khi lập thành tích, không chờ kết quả và không xét thứ hạng
    /// của năm.
    Prompt,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "serde")]
    #[test]
    fn a_form_is_written_as_its_code() {
        for form in [AwardForm::EmulationFlag, AwardForm::Order, AwardForm::CommemorativeMedal] {
            assert_eq!(serde_json::to_string(&form).unwrap(), format!("\"{}\"", form.code()));
        }
    }

    #[test]
    fn a_certificate_is_for_everybody_and_a_medal_for_individuals() {
        assert_eq!(AwardForm::CertificateOfMerit.only_for(), None);
        assert_eq!(AwardForm::CommemorativeMedal.only_for(), Some(Recipient::Individual));
        assert_eq!(AwardForm::CulturedHousehold.only_for(), Some(Recipient::Household));
    }
}
