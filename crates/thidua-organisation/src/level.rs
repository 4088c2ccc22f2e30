//! Levels at which units stand.

use thidua_values::{Coded, Words};

/// The level (cấp) of a unit: a higher level is greater, the centre greatest.
///
/// A parent stands above its children, but need not stand next to them: there
/// is no district since 2025-07-01, and the communes answer to the province.
///
/// vi: Cấp của đơn vị.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Level {
    /// A residential area: hamlets and residential groups.
    ///
    /// vi: Khu dân cư: thôn, làng, ấp, bản, buôn, tổ dân phố, khu phố.
    ResidentialArea,
    /// Communes, wards, townships and special zones.
    ///
    /// vi: Cấp xã: xã, phường, thị trấn, đặc khu.
    Commune,
    /// Districts, towns and cities of a province or of a central city.
    ///
    /// vi: Cấp huyện: quận, huyện, thị xã, thành phố thuộc tỉnh, thành phố thuộc thành phố trực
    /// thuộc trung ương.
    District,
    /// Provinces and central cities.
    ///
    /// vi: Cấp tỉnh: tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// The whole country.
    ///
    /// vi: Cấp trung ương.
    Central,
}

impl Coded for Level {
    fn code(&self) -> &'static str {
        match self {
            Self::ResidentialArea => "residential_area",
            Self::Commune => "commune",
            Self::District => "district",
            Self::Province => "province",
            Self::Central => "central",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::ResidentialArea => Words::new("khu dân cư", "residential area"),
            Self::Commune => Words::new("cấp xã", "commune level"),
            Self::District => Words::new("cấp huyện", "district level"),
            Self::Province => Words::new("cấp tỉnh", "province level"),
            Self::Central => Words::new("cấp trung ương", "central level"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HIGHEST_FIRST: [Level; 5] =
        [Level::Central, Level::Province, Level::District, Level::Commune, Level::ResidentialArea];

    #[test]
    fn the_centre_is_the_highest_level() {
        assert!(HIGHEST_FIRST.is_sorted_by(|higher, lower| lower < higher));
    }

    #[cfg(feature = "serde")]
    #[test]
    fn a_level_is_written_as_its_code() {
        for level in HIGHEST_FIRST {
            assert_eq!(serde_json::to_value(level).unwrap(), level.code());
        }
    }
}
