//! Recipients: what those are whom an award is for.

use thidua_values::{Coded, Words};

/// What a recipient is. Who it is, only an opaque id says.
///
/// vi: Loại đối tượng được khen thưởng.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Recipient {
    /// A collective (tập thể).
    ///
    /// vi: Tập thể.
    Collective,
    /// An individual (cá nhân).
    ///
    /// vi: Cá nhân.
    Individual,
    /// A household (hộ gia đình).
    ///
    /// vi: Hộ gia đình.
    Household,
}

impl Coded for Recipient {
    fn code(&self) -> &'static str {
        match self {
            Self::Collective => "collective",
            Self::Individual => "individual",
            Self::Household => "household",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Collective => Words::new("tập thể", "a collective"),
            Self::Individual => Words::new("cá nhân", "an individual"),
            Self::Household => Words::new("hộ gia đình", "a household"),
        }
    }
}
