//! Figures (số liệu): numbers as units report them.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::grammar::Numeral;

/// A reported figure (số liệu): a decimal with at most eighteen digits before
/// the point and twenty-seven after it, at most 28 in all.
///
/// That is as many digits as a `Decimal` holds, whatever they are. The text is
/// at most 29 bytes long, so that its length and its pattern say this together;
/// a minus sign therefore costs a fraction its 28th digit.
///
/// A figure is kept as it was reported. It is compared, but never added,
/// multiplied or divided as such: arithmetic happens in
/// [`Exact`](crate::Exact), because `Decimal` rounds without saying so.
// INVARIANT: the decimal has at most 28 digits, of which at most 27 after the
// point; only `FromStr` and `From<u32>` build one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure(Decimal);

impl Figure {
    /// The pattern of the text form.
    pub const PATTERN: &'static str = r"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,27})?$";
    /// The longest text form: 28 digits and a point.
    pub const MAX_LEN: usize = 29;

    /// The figure as a decimal.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// Whether the figure is below zero.
    #[inline]
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Whether the figure was reported without a fraction: `1.000` was not.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0.scale() == 0
    }

    /// Whether the figure is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }
}

impl From<u32> for Figure {
    fn from(count: u32) -> Self {
        Self(Decimal::from(count))
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_string())
    }
}

impl FromStr for Figure {
    type Err = FigureError;

    fn from_str(text: &str) -> Result<Self, FigureError> {
        let refuse = || FigureError(text.to_owned());
        if Self::MAX_LEN < text.len() {
            return Err(refuse());
        }
        let numeral = Numeral::read(text, 18, 27).ok_or_else(refuse)?;
        let mantissa = numeral.scaled(numeral.fraction.len()).ok_or_else(refuse)?;
        let scale = u32::try_from(numeral.fraction.len()).map_err(|_| refuse())?;
        let decimal = Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| refuse())?;
        Ok(Self(decimal))
    }
}

/// A text that is no figure.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "expected a figure such as `4375` or `2.28` (at most 28 digits, a decimal point, no `+`, no grouping){hint}, found `{0}`",
    hint = hint(.0)
)]
pub struct FigureError(String);

/// What a text that is nearly a figure should leave out.
fn hint(text: &str) -> &'static str {
    if text.ends_with('%') { ", without `%`" } else { "" }
}

crate::text_form!(
    Figure,
    name: "Figure",
    pattern: Figure::PATTERN,
    max_len: Figure::MAX_LEN,
    examples: ["4375", "2.28"],
    about: "Số liệu báo cáo, viết bằng chuỗi; dấu chấm là dấu thập phân.\n\nA reported figure, written as a string; the point is the decimal point."
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::strategies;

    proptest! {
        /// Law: reading what was written gives the same figure.
        #[test]
        fn reading_undoes_writing(figure in strategies::figure()) {
            prop_assert_eq!(figure.to_string().parse(), Ok(figure));
        }

        /// Law: the parser accepts what the published pattern and length accept.
        #[test]
        fn parser_agrees_with_pattern(text in "-?[1-9]?[0-9]{0,19}(\\.[0-9]{0,22})?|\\PC{0,6}") {
            let pattern = regex_lite::Regex::new(Figure::PATTERN).unwrap();
            let published = pattern.is_match(&text) && text.chars().count() <= Figure::MAX_LEN;
            prop_assert_eq!(text.parse::<Figure>().is_ok(), published);
        }

        /// Law: a figure has at most 28 digits, and every one of them is kept.
        #[test]
        fn figures_have_at_most_28_digits(whole in "[1-9][0-9]{7,17}", fraction in "[0-9]{1,27}") {
            let text = format!("{whole}.{fraction}");
            let kept = text.parse::<Figure>().map(|figure| figure.to_string());
            prop_assert_eq!(kept.is_ok(), whole.len() + fraction.len() <= 28);
            prop_assert!(kept.is_err() || kept == Ok(text));
        }
    }

    #[test]
    fn figures_are_kept_as_reported() {
        let reported: Figure = "2.280".parse().unwrap();
        assert_eq!(reported.to_string(), "2.280");
        assert_eq!(reported, "2.28".parse().unwrap());
        assert!(!"1.000".parse::<Figure>().unwrap().is_whole());
        assert_eq!("-0".parse::<Figure>().unwrap().to_string(), "0");
    }

    #[test]
    fn a_percent_sign_is_named() {
        assert_eq!(
            "95%".parse::<Figure>().unwrap_err().to_string(),
            "expected a figure such as `4375` or `2.28` (at most 28 digits, a decimal point, no `+`, no grouping), without `%`, found `95%`"
        );
    }

    #[test]
    fn grouped_and_foreign_numerals_are_refused() {
        for text in ["4.375.000", "2,280", "+5", ".5", "5.", "1e3", "١٢", "00012", "1_000", ""] {
            assert_eq!(
                text.parse::<Figure>().unwrap_err().to_string(),
                format!(
                    "expected a figure such as `4375` or `2.28` (at most 28 digits, a decimal point, no `+`, no grouping), found `{text}`"
                )
            );
        }
    }
}
