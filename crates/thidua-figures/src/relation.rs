//! Relations: what a claim is held against.

use thidua_values::{ClaimId, Coded, Day, KindId, ReportId, Words};

use crate::About;

/// What a claim is held against: other claims, or the units of an organisation.
///
/// vi: Điều được nêu được đối chiếu với những gì.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Relation {
    /// The figure is a whole, of which others are parts.
    ///
    /// vi: Số liệu là tổng, các số liệu kia là thành phần.
    #[cfg_attr(feature = "schemars", schemars(title = "WholeOf"))]
    WholeOf {
        /// The parts, at least one. A set.
        ///
        /// vi: Các thành phần, ít nhất một. Tập hợp, thứ tự không có nghĩa.
        parts: Vec<ClaimId>,
    },
    /// The figure is at most another one.
    ///
    /// vi: Số liệu không lớn hơn số liệu kia.
    #[cfg_attr(feature = "schemars", schemars(title = "AtMostClaim"))]
    AtMost {
        /// The other.
        ///
        /// vi: Số liệu kia.
        claim: ClaimId,
    },
    /// The percentage is that of a share.
    ///
    /// vi: Số phần trăm tính từ một tỷ lệ.
    #[cfg_attr(feature = "schemars", schemars(title = "PercentageOf"))]
    PercentageOf {
        /// The share.
        ///
        /// vi: Tỷ lệ, gồm tử số và mẫu số.
        share: ClaimId,
    },
    /// The figure replaces an earlier one, to which it is never added.
    ///
    /// vi: Số liệu thay thế số liệu trước, không bao giờ cộng với nhau.
    #[cfg_attr(feature = "schemars", schemars(title = "ReplacesClaim"))]
    Replaces {
        /// The earlier one.
        ///
        /// vi: Số liệu trước.
        claim: ClaimId,
    },
    /// The figure says again, less exactly, what another one says.
    ///
    /// vi: Số liệu nhắc lại, kém chính xác hơn, một số liệu khác.
    #[cfg_attr(feature = "schemars", schemars(title = "RestatesClaim"))]
    Restates {
        /// The other.
        ///
        /// vi: Số liệu kia.
        claim: ClaimId,
    },
    /// The date comes after another one.
    ///
    /// vi: Thời gian này sau thời gian kia.
    #[cfg_attr(feature = "schemars", schemars(title = "AfterClaim"))]
    After {
        /// The other.
        ///
        /// vi: Thời gian kia.
        claim: ClaimId,
    },
    /// The count is the number of years from a day to its anniversary.
    ///
    /// vi: Số năm từ một ngày đến ngày kỷ niệm.
    #[cfg_attr(feature = "schemars", schemars(title = "YearsBetween"))]
    YearsBetween {
        /// The first day.
        ///
        /// vi: Ngày đầu.
        first: ClaimId,
        /// Its anniversary.
        ///
        /// vi: Ngày kỷ niệm.
        anniversary: ClaimId,
    },
    /// The count is that of years, each of which follows the one before.
    ///
    /// vi: Số năm liền nhau.
    #[cfg_attr(feature = "schemars", schemars(title = "YearsInARow"))]
    YearsInARow {
        /// The years, at least one. Ordered.
        ///
        /// vi: Các năm, ít nhất một. Có thứ tự.
        years: Vec<ClaimId>,
    },
    /// The count, or the whole of the share, is that of the units of some kinds on a day.
    ///
    /// vi: Số lượng, hoặc mẫu số của tỷ lệ, là số đơn vị thuộc các loại nêu ra vào một ngày.
    #[cfg_attr(feature = "schemars", schemars(title = "UnitsOfKinds"))]
    Units {
        /// Below which unit, or which members of a cluster and what is below them.
        ///
        /// vi: Trong đơn vị nào, hoặc trong cụm thi đua nào.
        about: About,
        /// The kinds, at least one. A set.
        ///
        /// vi: Các loại đơn vị, ít nhất một. Tập hợp, thứ tự không có nghĩa.
        kinds: Vec<KindId>,
        /// The day.
        ///
        /// vi: Ngày.
        day: Day,
    },
    /// The figure is set beside one of another text.
    ///
    /// vi: Số liệu được đặt cạnh số liệu của văn bản khác.
    #[cfg_attr(feature = "schemars", schemars(title = "BesideClaim"))]
    Beside {
        /// The other text.
        ///
        /// vi: Văn bản kia.
        report: ReportId,
        /// Its claim.
        ///
        /// vi: Điều được nêu trong văn bản kia.
        claim: ClaimId,
    },
}

impl Relation {
    /// The claims of the same text that it names.
    pub(crate) fn claims(&self) -> Vec<&ClaimId> {
        match self {
            Self::WholeOf { parts } => parts.iter().collect(),
            Self::YearsInARow { years } => years.iter().collect(),
            Self::YearsBetween { first, anniversary } => vec![first, anniversary],
            Self::AtMost { claim }
            | Self::Replaces { claim }
            | Self::Restates { claim }
            | Self::After { claim }
            | Self::PercentageOf { share: claim } => vec![claim],
            Self::Units { .. } | Self::Beside { .. } => Vec::new(),
        }
    }

    /// Of which sorts the claim may be that has it, and those that it names.
    pub(crate) const fn sorts(&self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::PercentageOf { .. } => (&["figure", "percentage"], "share"),
            Self::After { .. } => (&["date"], "date"),
            Self::YearsBetween { .. } | Self::YearsInARow { .. } => (&["count"], "date"),
            Self::Units { .. } => (&["count", "share"], "share"),
            Self::WholeOf { .. }
            | Self::AtMost { .. }
            | Self::Replaces { .. }
            | Self::Restates { .. }
            | Self::Beside { .. } => (&["figure"], "figure"),
        }
    }
}

impl Coded for Relation {
    fn code(&self) -> &'static str {
        match self {
            Self::WholeOf { .. } => "whole_of",
            Self::AtMost { .. } => "at_most",
            Self::PercentageOf { .. } => "percentage_of",
            Self::Replaces { .. } => "replaces",
            Self::Restates { .. } => "restates",
            Self::After { .. } => "after",
            Self::YearsBetween { .. } => "years_between",
            Self::YearsInARow { .. } => "years_in_a_row",
            Self::Units { .. } => "units",
            Self::Beside { .. } => "beside",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::WholeOf { .. } => Words::new("tổng của các thành phần", "a whole of parts"),
            Self::AtMost { .. } => Words::new("không lớn hơn", "at most another"),
            Self::PercentageOf { .. } => Words::new("số phần trăm của tỷ lệ", "that of a share"),
            Self::Replaces { .. } => Words::new("thay thế", "replaces another"),
            Self::Restates { .. } => Words::new("nhắc lại", "says another again"),
            Self::After { .. } => Words::new("sau", "after another"),
            Self::YearsBetween { .. } => Words::new("số năm kỷ niệm", "years of an anniversary"),
            Self::YearsInARow { .. } => Words::new("các năm liền nhau", "years in a row"),
            Self::Units { .. } => Words::new("số đơn vị", "a number of units"),
            Self::Beside { .. } => Words::new("bên cạnh văn bản khác", "beside another text"),
        }
    }
}
