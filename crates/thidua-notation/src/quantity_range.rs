//! Ranges of quantities.

use std::fmt;

use thidua_values::{Bounds, End, Fault, Qualifier};
use thiserror::Error;

use crate::read_quantity::Statement;
use crate::tokens::Tokens;
use crate::{Measure, NumeralError, Quantity, Scale};

/// A range (khoảng) that a text states from one quantity to another, both
/// included: `từ 3 đến 5 tỷ đồng`, `50-60%`.
///
/// # Examples
///
/// ```
/// use thidua_notation::{Measure, QuantityRange};
///
/// let range = QuantityRange::read("800 triệu – 1,2 tỷ đồng", Measure::Dong)?;
/// assert_eq!(range.bounds().to_string(), "[800000000; 1200000000]");
/// assert_eq!(range.to_string(), "từ 800 triệu đồng đến 1,2 tỷ đồng");
/// # Ok::<(), thidua_notation::NumeralError>(())
/// ```
// INVARIANT: as `QuantityRange::try_new` checks; only it builds one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct QuantityRange {
    low: Quantity,
    high: Quantity,
}

impl QuantityRange {
    /// The range from one quantity to a greater one.
    ///
    /// # Errors
    ///
    /// The quantities measure different things or are qualified; one of two
    /// plain numbers is scaled and the other not, so that nobody could tell
    /// from the print whether the word that scales stands for both; the first
    /// is not the lesser.
    pub fn try_new(low: Quantity, high: Quantity) -> Result<Self, RangeFault> {
        let found = || (low.to_string(), high.to_string());
        if low.measure() != high.measure() {
            return Err(RangeFault::Measures { found: found() });
        }
        if [low, high].iter().any(|end| end.qualifier() != Qualifier::Exactly) {
            return Err(RangeFault::Qualified { found: found() });
        }
        let is_scaled = |end: &Quantity| end.scale() != Scale::One;
        if low.measure() == Measure::Plain && is_scaled(&low) != is_scaled(&high) {
            return Err(RangeFault::Scales { found: found() });
        }
        if high.amount() <= low.amount() {
            return Err(RangeFault::Descending { found: found() });
        }
        Ok(Self { low, high })
    }

    /// Reads a range where a text is known to state one of this measure: two
    /// numbers as [`Quantity::read`] reads them, with a hyphen or a dash, or
    /// with "đến" or "tới" between and "từ" before them or not.
    ///
    /// A lower end without unit words takes those of the upper one: both ends
    /// of `3-5 tỷ` are in tỷ. Neither end is qualified: whether "hơn" in `hơn
    /// 3-5 tỷ` is meant of one end or of both, nobody can tell.
    ///
    /// # Errors
    ///
    /// The text is something else, an end is no quantity of the measure, or the
    /// ends make no range.
    pub fn read(text: &str, measure: Measure) -> Result<Self, NumeralError> {
        Statement::read(&Tokens::of(text)?)?.range(measure)
    }

    /// The lower end.
    #[must_use]
    pub const fn low(&self) -> Quantity {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub const fn high(&self) -> Quantity {
        self.high
    }

    /// What both ends measure.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.low.measure()
    }

    /// What is known of the quantity: both ends are included.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let end = |quantity: &Quantity| Some(End { at: quantity.amount(), included: true });
        // PROOF: the lower end is below the upper one, so there are bounds.
        Bounds::between(end(&self.low), end(&self.high)).unwrap_or_else(Bounds::unknown)
    }
}

impl fmt::Display for QuantityRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let low = if self.low.scale() == self.high.scale() {
            self.low.digits()
        } else {
            self.low.to_string()
        };
        write!(f, "từ {low} đến {}", self.high)
    }
}

/// Why two quantities make no range.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
#[non_exhaustive]
pub enum RangeFault {
    /// They measure different things.
    Measures {
        /// The quantities found.
        found: (String, String),
    },
    /// One of them is qualified.
    Qualified {
        /// The quantities found.
        found: (String, String),
    },
    /// One of two plain numbers is scaled.
    Scales {
        /// The quantities found.
        found: (String, String),
    },
    /// The first is not the lesser.
    Descending {
        /// The quantities found.
        found: (String, String),
    },
}

impl Fault for RangeFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Measures { .. } => "range_of_measures",
            Self::Qualified { .. } => "qualified_range",
            Self::Scales { .. } => "range_of_scales",
            Self::Descending { .. } => "descending_range",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::Measures { .. } => "two ends that measure the same",
            Self::Qualified { .. } => "two ends without qualifiers",
            Self::Scales { .. } => "nghìn, triệu or tỷ at both ends or at none",
            Self::Descending { .. } => "a range from less to more",
        }
        .into()
    }

    fn found(&self) -> String {
        let (Self::Measures { found }
        | Self::Qualified { found }
        | Self::Scales { found }
        | Self::Descending { found }) = self;
        format!("`{}` to `{}`", found.0, found.1)
    }
}
