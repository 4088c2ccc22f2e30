//! Points (điểm): what a criterion is worth and what a subject earns by rule.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::grammar::Numeral;

/// Points (điểm), a decimal with at most twelve digits before the point and
/// six after it.
///
/// Points are what rulebooks state: maxima, steps of a band, points per item.
/// What a subject earns is an [`Exact`](crate::Exact), because a proportion
/// seldom ends after six places.
// INVARIANT: the absolute value is below `Points::BOUND`; every constructor checks it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points {
    millionths: i64,
}

impl Points {
    /// No points.
    pub const ZERO: Self = Self { millionths: 0 };
    /// The pattern of the text form.
    pub const PATTERN: &'static str = r"^-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$";
    /// The longest text form.
    pub const MAX_LEN: usize = 20;
    /// How many millionths make ten to the power of twelve points.
    const BOUND: i64 = 1_000_000_000_000_000_000;
    const PLACES: usize = 6;
    const SCALE: i64 = 1_000_000;

    /// A whole number of points.
    #[must_use]
    pub const fn whole(points: i32) -> Self {
        // PROOF: |i32| * 10^6 < 2.2 * 10^15, below the bound; the cast widens.
        Self { millionths: points as i64 * Self::SCALE }
    }

    /// That many millionths of a point, if they are below 10^12 points.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Option<Self> {
        if -Self::BOUND < millionths && millionths < Self::BOUND {
            Some(Self { millionths })
        } else {
            None
        }
    }

    /// The number of millionths of a point.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.millionths
    }

    /// The sum, if it is below 10^12 points.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Self::from_millionths(self.millionths.checked_add(other.millionths)?)
    }

    /// The sum of all, if it is below 10^12 points.
    #[must_use]
    pub fn checked_sum(points: impl IntoIterator<Item = Self>) -> Option<Self> {
        points.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// Whether there are fewer than none, as in a deduction.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.millionths < 0
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let magnitude = self.millionths.unsigned_abs();
        let scale = Self::SCALE.unsigned_abs();
        let fraction = format!("{:06}", magnitude % scale);
        let text = format!("{sign}{}.{fraction}", magnitude / scale);
        f.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl FromStr for Points {
    type Err = PointsError;

    fn from_str(text: &str) -> Result<Self, PointsError> {
        Numeral::read(text, 12, Self::PLACES)
            .and_then(|numeral| numeral.scaled(Self::PLACES))
            .and_then(|millionths| Self::from_millionths(i64::try_from(millionths).ok()?))
            .ok_or_else(|| PointsError(text.to_owned()))
    }
}

impl From<Points> for Decimal {
    fn from(points: Points) -> Self {
        Self::new(points.millionths, 6).normalize()
    }
}

impl TryFrom<Decimal> for Points {
    type Error = PointsError;

    /// # Errors
    ///
    /// The decimal has more than six places, or reaches 10^12.
    fn try_from(decimal: Decimal) -> Result<Self, PointsError> {
        decimal.normalize().to_string().parse()
    }
}

/// A text that is no number of points.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "expected points such as `12.5` (at most 12 digits, then at most 6 after the point), found `{0}`"
)]
pub struct PointsError(String);

crate::text_form!(
    Points,
    name: "Points",
    pattern: Points::PATTERN,
    max_len: Points::MAX_LEN,
    examples: ["20", "0.4"],
    about: "Điểm, số thập phân viết bằng chuỗi.\n\nPoints: an exact decimal, written as a string."
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::strategies;

    proptest! {
        /// Law: reading what was written gives the same points.
        #[test]
        fn reading_undoes_writing(points in strategies::points()) {
            prop_assert_eq!(points.to_string().parse(), Ok(points));
        }

        /// Law: a decimal holds any points exactly.
        #[test]
        fn decimals_hold_points(points in strategies::points()) {
            prop_assert_eq!(Points::try_from(Decimal::from(points)), Ok(points));
        }

        /// Law: the parser accepts what the published pattern accepts.
        #[test]
        fn parser_agrees_with_pattern(text in "-?[0-9]{0,14}(\\.[0-9]{0,8})?|\\PC{0,6}") {
            let pattern = regex_lite::Regex::new(Points::PATTERN).unwrap();
            prop_assert_eq!(text.parse::<Points>().is_ok(), pattern.is_match(&text));
        }
    }

    #[test]
    fn trailing_zeros_are_not_written() {
        let cases =
            [("12.50", "12.5"), ("0.400000", "0.4"), ("100", "100"), ("-3.0", "-3"), ("-0", "0")];
        for (text, written) in cases {
            assert_eq!(text.parse::<Points>().unwrap().to_string(), written);
        }
    }

    #[test]
    fn what_is_no_number_of_points_says_so() {
        let fault = "1,5".parse::<Points>().unwrap_err();
        assert_eq!(
            fault.to_string(),
            "expected points such as `12.5` (at most 12 digits, then at most 6 after the point), found `1,5`"
        );
        assert!(Points::try_from(Decimal::new(1, 7)).is_err());
    }

    #[test]
    fn sums_stop_at_the_bound() {
        let most = Points::from_millionths(Points::BOUND - 1).unwrap();
        assert_eq!(most.checked_add(Points::from_millionths(1).unwrap()), None);
        assert_eq!(
            Points::checked_sum([Points::whole(60), Points::whole(40)]),
            Some(Points::whole(100))
        );
    }
}
