//! Why parts make no catalogue.

use thidua_values::{Fault, IndicatorId, KindId, Phrase};
use thiserror::Error;

use crate::Purpose;

/// Why parts make no catalogue of indicators.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum CatalogueFault {
    /// Two indicators share an id, such as two `houses-built`.
    DuplicateIndicator(IndicatorId),
    /// Two indicators share a code.
    DuplicateCode {
        /// The code.
        code: Phrase,
        /// The other indicator.
        other: IndicatorId,
    },
    /// A name or an alias that reads like one of another indicator, such as "Quỹ biển đảo" of two
    /// funds.
    AmbiguousName {
        /// The name.
        name: Phrase,
        /// The other indicator.
        other: IndicatorId,
    },
    /// An alias that reads like another name of the same indicator.
    DuplicateAlias(Phrase),
    /// The same kind of reporter is listed twice.
    DuplicateReporter(KindId),
    /// The same purpose is listed twice.
    DuplicatePurpose(Purpose),
    /// A numerator or denominator is no indicator of the catalogue, such as a misspelt one.
    UnknownIndicator(IndicatorId),
    /// A numerator or denominator is itself a ratio, or a question.
    NoQuantity {
        /// The numerator or denominator.
        indicator: IndicatorId,
        /// How it is measured.
        measured: &'static str,
    },
    /// A ratio of an indicator to itself.
    RatioOfItself(IndicatorId),
}

impl Fault for CatalogueFault {
    fn code(&self) -> &'static str {
        match self {
            Self::DuplicateIndicator(_) => "duplicate_indicator",
            Self::DuplicateCode { .. } => "duplicate_code_of_indicator",
            Self::AmbiguousName { .. } => "ambiguous_name",
            Self::DuplicateAlias(_) => "duplicate_alias",
            Self::DuplicateReporter(_) => "duplicate_reporter",
            Self::DuplicatePurpose(_) => "duplicate_purpose",
            Self::UnknownIndicator(_) => "unknown_indicator",
            Self::NoQuantity { .. } => "no_quantity",
            Self::RatioOfItself(_) => "ratio_of_itself",
        }
    }

    fn expected(&self) -> String {
        let words = match self {
            Self::DuplicateIndicator(_) => "each indicator once",
            Self::DuplicateCode { .. } => "codes that differ",
            Self::AmbiguousName { .. } => "names that tell indicators apart",
            Self::DuplicateAlias(_) => "each name once",
            Self::DuplicateReporter(_) => "each kind of reporter once",
            Self::DuplicatePurpose(_) => "each purpose once",
            Self::UnknownIndicator(_) => "an indicator of this catalogue",
            Self::NoQuantity { .. } => "an indicator that is a stock, a flow or cumulative",
            Self::RatioOfItself(_) => "a numerator and a denominator that differ",
        };
        words.to_owned()
    }

    fn found(&self) -> String {
        match self {
            Self::DuplicateIndicator(id) => format!("`{id}` again"),
            Self::DuplicateCode { code, other } => format!("`{code}`, which `{other}` has"),
            Self::AmbiguousName { name, other } => format!("`{name}`, which reads like `{other}`"),
            Self::DuplicateAlias(name) => format!("`{name}` again"),
            Self::DuplicateReporter(kind) => format!("`{kind}` again"),
            Self::DuplicatePurpose(purpose) => {
                format!("{} again", thidua_values::Coded::words(purpose).en)
            }
            Self::UnknownIndicator(id) => format!("`{id}`"),
            Self::NoQuantity { indicator, measured } => format!("`{indicator}`, {measured}"),
            Self::RatioOfItself(id) => format!("`{id}` twice"),
        }
    }
}
