//! Shares as reported: a part of a whole, not yet divided.

use std::fmt;

use thiserror::Error;

use crate::{Exact, Fault, Figure};

/// A share (tỷ lệ) as it is reported: `4375/5121`.
///
/// The two figures are kept, since a percentage loses them. The part may
/// exceed the whole: in real tables the numerator is not always a subset.
/// Nothing of nothing (`0/0`) is a share without a quotient, and what it is
/// worth is for a rule to say.
// INVARIANT: neither figure is negative, and a whole of zero has a part of zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    part: Figure,
    whole: Figure,
}

impl Ratio {
    /// The share of `part` in `whole`.
    ///
    /// # Errors
    ///
    /// A figure is negative, or something is said to be part of nothing.
    pub fn try_new(part: Figure, whole: Figure) -> Result<Self, RatioError> {
        if part.is_negative() || whole.is_negative() {
            return Err(RatioError::Negative { part, whole });
        }
        if whole.is_zero() && !part.is_zero() {
            return Err(RatioError::PartOfNothing { part });
        }
        Ok(Self { part, whole })
    }

    /// The numerator.
    #[must_use]
    pub const fn part(self) -> Figure {
        self.part
    }

    /// The denominator.
    #[must_use]
    pub const fn whole(self) -> Figure {
        self.whole
    }

    /// The exact quotient; none for nothing of nothing.
    #[must_use]
    pub fn quotient(self) -> Option<Exact> {
        Exact::from(self.part).checked_div(&Exact::from(self.whole))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.whole)
    }
}

/// Why two figures make no share.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
#[non_exhaustive]
pub enum RatioError {
    /// A share of less than nothing.
    Negative {
        /// The numerator found.
        part: Figure,
        /// The denominator found.
        whole: Figure,
    },
    /// A part of a whole of zero.
    PartOfNothing {
        /// The numerator found.
        part: Figure,
    },
}

impl Fault for RatioError {
    fn code(&self) -> &'static str {
        match self {
            Self::Negative { .. } => "negative_share",
            Self::PartOfNothing { .. } => "part_of_nothing",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::Negative { .. } => "a part and a whole of at least 0".into(),
            Self::PartOfNothing { .. } => {
                "a whole above 0, or `0/0` where nothing was to be done".into()
            }
        }
    }

    fn found(&self) -> String {
        match self {
            Self::Negative { part, whole } => format!("`{part}/{whole}`"),
            Self::PartOfNothing { part } => format!("`{part}/0`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(part: &str, whole: &str) -> Result<Ratio, RatioError> {
        Ratio::try_new(part.parse().unwrap(), whole.parse().unwrap())
    }

    #[test]
    fn a_share_keeps_its_figures() {
        let share = ratio("4375", "5121").unwrap();
        assert_eq!(share.to_string(), "4375/5121");
        assert_eq!(share.quotient(), Exact::fraction(4375, 5121));
        assert_eq!(ratio("7", "5").unwrap().quotient(), Exact::fraction(7, 5));
    }

    #[test]
    fn nothing_of_nothing_has_no_quotient() {
        assert_eq!(ratio("0", "0").unwrap().quotient(), None);
    }

    #[test]
    fn impossible_shares_are_refused() {
        let message = |part, whole| ratio(part, whole).unwrap_err().to_string();
        assert_eq!(
            message("5", "0"),
            "expected a whole above 0, or `0/0` where nothing was to be done, found `5/0`"
        );
        assert_eq!(message("-1", "4"), "expected a part and a whole of at least 0, found `-1/4`");
    }
}
