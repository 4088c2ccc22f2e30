//! Shares: so many of so many, as texts print them.

use std::fmt;

use thidua_values::{Bounds, Qualifier, Ratio};

use crate::digits::in_vietnamese;
use crate::quantity::prefix;
use crate::tokens::Tokens;
use crate::{NumeralError, read_quantity};

/// A share (tỷ lệ) that a text states as one count of another, such as
/// `4.375/5.121` or `hơn 2/3`.
///
/// A slash also stands in dates: [`Share::read`] is for who knows that a share
/// stands there, [`Numeral::read`](crate::Numeral::read) refuses `05/12`.
///
/// # Examples
///
/// ```
/// use thidua_notation::Share;
/// use thidua_values::Exact;
///
/// let cremated = Share::read("4.375/5.121")?;
/// assert_eq!(cremated.ratio().quotient(), Exact::fraction(4_375, 5_121));
/// assert_eq!(Share::read("hơn 2/3")?.to_string(), "trên 2/3");
/// # Ok::<(), thidua_notation::NumeralError>(())
/// ```
// INVARIANT: as `Share::try_new` checks; only it builds one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    qualifier: Qualifier,
    ratio: Ratio,
}

impl Share {
    /// A share and how it is qualified; none if a figure has decimals, which
    /// shares of counts have not, or if the qualifier is
    /// [`Qualifier::Several`], which goes with powers of ten.
    #[must_use]
    pub fn try_new(qualifier: Qualifier, ratio: Ratio) -> Option<Self> {
        let counts = ratio.part().is_whole() && ratio.whole().is_whole();
        (counts && qualifier != Qualifier::Several).then_some(Self { qualifier, ratio })
    }

    /// Reads a share where a text is known to state one: two counts with a
    /// slash between, qualified as [`Quantity::read`](crate::Quantity::read) tells.
    ///
    /// # Errors
    ///
    /// The text is something else; a count has decimals; something is said to
    /// be part of nothing.
    pub fn read(text: &str) -> Result<Self, NumeralError> {
        read_quantity::share(&Tokens::of(text)?)
    }

    /// How the share is qualified.
    #[must_use]
    pub const fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// The two counts, without the qualifier.
    #[must_use]
    pub const fn ratio(self) -> Ratio {
        self.ratio
    }

    /// What is known of the quotient, 1 for all; nothing of `0/0`.
    #[must_use]
    pub fn bounds(self) -> Bounds {
        self.ratio
            .quotient()
            .map_or_else(Bounds::unknown, |quotient| self.qualifier.bounds(quotient))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [part, whole] = [self.ratio.part(), self.ratio.whole()].map(in_vietnamese);
        write!(f, "{}{part}/{whole}", prefix(self.qualifier))
    }
}
