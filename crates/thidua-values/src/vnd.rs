//! Money: whole đồng.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::{Figure, grammar::Numeral};

/// An amount of money in whole Vietnamese đồng.
///
/// Reports speak of million (triệu) and billion (tỷ) đồng; the amount itself is
/// an integer. `2,280 tỷ` of a Vietnamese text is 2,280,000,000 đồng.
// INVARIANT: fewer than 10^18 đồng either way; every constructor checks it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vnd(i64);

impl Vnd {
    /// The pattern of the text form.
    pub const PATTERN: &'static str = "^-?(0|[1-9][0-9]{0,17})$";
    /// The longest text form.
    pub const MAX_LEN: usize = 19;
    const BOUND: i64 = 1_000_000_000_000_000_000;

    /// That many đồng, if they are fewer than 10^18.
    #[must_use]
    pub const fn new(dong: i64) -> Option<Self> {
        if -Self::BOUND < dong && dong < Self::BOUND { Some(Self(dong)) } else { None }
    }

    /// The number of đồng.
    #[must_use]
    pub const fn dong(self) -> i64 {
        self.0
    }

    /// The sum, if it is below 10^18 đồng.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Self::new(self.0.checked_add(other.0)?)
    }
}

impl fmt::Display for Vnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Vnd {
    type Err = VndError;

    fn from_str(text: &str) -> Result<Self, VndError> {
        Numeral::read(text, 18, 0)
            .and_then(|numeral| numeral.scaled(0))
            .and_then(|dong| Self::new(i64::try_from(dong).ok()?))
            .ok_or_else(|| VndError(text.to_owned()))
    }
}

impl TryFrom<Figure> for Vnd {
    type Error = VndError;

    /// # Errors
    ///
    /// The figure has a fraction: there is no part of a đồng.
    fn try_from(figure: Figure) -> Result<Self, VndError> {
        figure.to_string().parse()
    }
}

/// A text that is no amount of đồng.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected whole đồng such as `2280000000` (at most 18 digits, no grouping), found `{0}`")]
pub struct VndError(String);

crate::text_form!(
    Vnd,
    name: "Vnd",
    pattern: Vnd::PATTERN,
    max_len: Vnd::MAX_LEN,
    examples: ["2280000000"],
    about: "Số tiền bằng đồng, số nguyên viết bằng chuỗi.\n\nAn amount in whole đồng, written as a string."
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Law: the parser accepts what the published pattern accepts, and
        /// reading undoes writing.
        #[test]
        fn parser_agrees_with_pattern(text in "-?[0-9]{0,20}|\\PC{0,6}") {
            let pattern = regex_lite::Regex::new(Vnd::PATTERN).unwrap();
            let read = text.parse::<Vnd>();
            prop_assert_eq!(read.is_ok(), pattern.is_match(&text));
            if let Ok(amount) = read {
                prop_assert_eq!(amount.to_string().parse(), Ok(amount));
            }
        }
    }

    #[test]
    fn there_is_no_part_of_a_dong() {
        let figure: Figure = "1.5".parse().unwrap();
        assert_eq!(
            Vnd::try_from(figure).unwrap_err().to_string(),
            "expected whole đồng such as `2280000000` (at most 18 digits, no grouping), found `1.5`"
        );
    }

    #[test]
    fn sums_stop_at_the_bound() {
        let most = Vnd::new(Vnd::BOUND - 1).unwrap();
        assert_eq!(most.checked_add(Vnd(1)), None);
        assert_eq!(Vnd(2_280_000_000).checked_add(Vnd(1_600_000_000)), Vnd::new(3_880_000_000));
    }
}
