//! Units and totals as they are printed.

use thidua::figures::{Coverage, Totals};
use thidua::notation::in_english;
use thidua::organisation::UnitOn;
use thidua::values::{Bounds, Coded, Exact, Qualifier, Rounding, RoundingMode};

use crate::Result;

/// What totals are of, and in what they are counted.
pub(crate) fn of(totals: &Totals<'_>) -> String {
    let indicator = totals.indicator();
    let quantity = indicator.measured.quantity().map(|(of, _)| of.words().en);
    format!("{}, {}", indicator.name.en, quantity.unwrap_or_default())
}

/// What is known of a number.
pub(crate) fn number(bounds: Option<&Bounds>) -> String {
    let Some(bounds) = bounds else { return "none".to_owned() };
    match bounds.qualified() {
        Some((Qualifier::Exactly, number)) => in_english(number),
        Some((qualifier, number)) => format!("{} {}", qualifier.words().en, in_english(number)),
        None => bounds.to_string(),
    }
}

/// A number to two decimals.
pub(crate) fn hundredths(number: &Exact) -> Result<String> {
    let rounding = Rounding { mode: RoundingMode::HalfUp, step: "0.01".parse()? };
    Ok(number.round(rounding).to_string())
}

/// The kind and the name of a unit.
pub(crate) fn called(unit: UnitOn<'_>) -> String {
    format!("{} {}", unit.kind().name.vi, unit.name().vi)
}

pub(crate) fn reported(Coverage { obliged, reported }: Coverage) -> String {
    format!("{reported}/{obliged} reported")
}
