//! Why parts make no list of checks.

use thidua_values::{CatalogueId, CheckId, Fault, Figure, IndicatorId};
use thiserror::Error;

/// Why parts make no list of checks.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum CheckListFault {
    /// The checks are of the indicators of another catalogue.
    OtherCatalogue {
        /// The catalogue at hand.
        at_hand: CatalogueId,
        /// The catalogue that the checks are made for.
        checked: CatalogueId,
    },
    /// Two checks share an id.
    DuplicateCheck(CheckId),
    /// A check of no indicator.
    NoIndicator,
    /// An indicator that is not in the catalogue, such as a misspelt one.
    UnknownIndicator(IndicatorId),
    /// The same indicator is listed twice, or among the parts of itself.
    DuplicateIndicator(IndicatorId),
    /// An indicator that is measured in another way than the rule needs, such as a count where a
    /// ratio is needed.
    WrongMeasure {
        /// The indicator.
        indicator: IndicatorId,
        /// What is needed.
        needed: &'static str,
        /// How it is measured.
        measured: &'static str,
    },
    /// A chain of one, which compares nothing.
    ChainOfOne(IndicatorId),
    /// Two indicators of which one is to be within the other are figures of different things, such
    /// as houses and đồng.
    OtherUnit {
        /// The indicator.
        indicator: IndicatorId,
        /// What it is a figure of.
        of: String,
        /// The indicator it is compared with.
        other: IndicatorId,
        /// What that is a figure of.
        other_of: String,
    },
    /// An indicator that does not add up over units, so that there is nothing to compare a
    /// parent's figure with.
    NotAdded(IndicatorId),
    /// An indicator that obliges nobody, of which nothing can be missing.
    NobodyObliged(IndicatorId),
    /// A most or a number of times below 0.
    BelowZero(Figure),
    /// A factor that is below 1, or so large that it takes what is typical for a mix-up.
    Factor(Figure),
    /// A group of fewer than two.
    TooFew(u32),
}

impl Fault for CheckListFault {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherCatalogue { .. } => "other_catalogue",
            Self::DuplicateCheck(_) => "duplicate_check",
            Self::NoIndicator => "check_of_no_indicator",
            Self::UnknownIndicator(_) => "unknown_indicator",
            Self::DuplicateIndicator(_) => "duplicate_indicator_of_check",
            Self::WrongMeasure { .. } => "wrong_measure",
            Self::ChainOfOne(_) => "chain_of_one",
            Self::OtherUnit { .. } => "other_unit_of_measure",
            Self::NotAdded(_) => "indicator_not_added",
            Self::NobodyObliged(_) => "nobody_obliged",
            Self::BelowZero(_) => "bound_below_zero",
            Self::Factor(_) => "factor_out_of_range",
            Self::TooFew(_) => "group_too_small",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::OtherCatalogue { at_hand, .. } => format!("checks of the catalogue `{at_hand}`"),
            Self::DuplicateCheck(_) => "each check once".into(),
            Self::NoIndicator => "at least one indicator".into(),
            Self::UnknownIndicator(_) => "an indicator of the catalogue".into(),
            Self::DuplicateIndicator(_) => "each indicator once".into(),
            Self::WrongMeasure { needed, .. } => (*needed).into(),
            Self::ChainOfOne(_) => "at least two indicators".into(),
            Self::OtherUnit { other, other_of, .. } => format!("{other_of}, as `{other}`"),
            Self::NotAdded(_) => "an indicator that adds up over units".into(),
            Self::NobodyObliged(_) => "an indicator that somebody is obliged to report".into(),
            Self::BelowZero(_) => "a number of at least 0".into(),
            Self::Factor(_) => "a factor of at least 1 and less than 1000".into(),
            Self::TooFew(_) => "at least 2".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::OtherCatalogue { checked, .. } => format!("those of `{checked}`"),
            Self::DuplicateCheck(id) => format!("`{id}` again"),
            Self::NoIndicator => "none".into(),
            Self::UnknownIndicator(id) => format!("`{id}`"),
            Self::DuplicateIndicator(id) => format!("`{id}` again"),
            Self::WrongMeasure { indicator, measured, .. } => format!("`{indicator}`, {measured}"),
            Self::ChainOfOne(id) => format!("`{id}` alone"),
            Self::OtherUnit { indicator, of, .. } => format!("{of}, of `{indicator}`"),
            Self::NotAdded(id) => format!("`{id}`, which never does"),
            Self::NobodyObliged(id) => format!("`{id}`, which obliges nobody"),
            Self::BelowZero(figure) | Self::Factor(figure) => format!("`{figure}`"),
            Self::TooFew(found) => found.to_string(),
        }
    }
}
