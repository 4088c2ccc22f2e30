//! How exact numbers are written and read.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use thiserror::Error;

use crate::Exact;

impl Exact {
    /// The pattern of the text form.
    pub const PATTERN: &'static str = r"^-?(0|[1-9][0-9]*)(\.[0-9]{1,28}|/[1-9][0-9]*)?$";
    /// The longest text form that is read back.
    pub const MAX_LEN: usize = 100_000;
    /// Decimals that end within this many places are written as such.
    const PLACES: usize = 28;
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.to_big();
        match decimal_places(number.denom()) {
            Some(places) => f.pad(&decimal(&number, places)),
            None => f.pad(&format!("{}/{}", number.numer(), number.denom())),
        }
    }
}

/// After how many places the decimal of a reduced fraction with this
/// denominator ends, if within 28.
fn decimal_places(denominator: &BigInt) -> Option<usize> {
    let mut power = BigInt::one();
    for places in 0..=Exact::PLACES {
        if (&power % denominator).is_zero() {
            return Some(places);
        }
        power *= 10;
    }
    None
}

fn decimal(number: &BigRational, places: usize) -> String {
    let power = (0..places).fold(BigInt::one(), |power, _| power * 10);
    let sign = if number.is_negative() { "-" } else { "" };
    let digits = (number.numer().abs() * power / number.denom()).to_string();
    if places == 0 {
        return format!("{sign}{digits}");
    }
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    format!("{sign}{whole}.{fraction}")
}

impl FromStr for Exact {
    type Err = ExactError;

    fn from_str(text: &str) -> Result<Self, ExactError> {
        let refuse = || ExactError(text.chars().take(80).collect());
        let digits = |part: &str| {
            let well_formed = (part == "0" || !part.starts_with('0'))
                && !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_digit());
            well_formed.then(|| part.parse::<BigInt>().ok()).flatten()
        };
        if Self::MAX_LEN < text.len() {
            return Err(refuse());
        }
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let number = if let Some((numer, denom)) = unsigned.split_once('/') {
            let (numer, denom) = digits(numer).zip(digits(denom)).ok_or_else(refuse)?;
            if denom.is_zero() {
                return Err(refuse());
            }
            BigRational::new(numer, denom)
        } else {
            let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
            let dangling = unsigned.ends_with('.');
            let ended = fraction.len() <= Self::PLACES
                && fraction.bytes().all(|byte| byte.is_ascii_digit());
            if dangling || !ended || digits(whole).is_none() {
                return Err(refuse());
            }
            let scaled: BigInt = format!("{whole}{fraction}").parse().map_err(|_| refuse())?;
            let power = fraction.bytes().fold(BigInt::one(), |power, _| power * 10);
            BigRational::new(scaled, power)
        };
        Ok(Self::from_big(if text.starts_with('-') { -number } else { number }))
    }
}

/// A text that is no exact number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected an exact number such as `85.5` or `4375/5121`, found `{0}`")]
pub struct ExactError(String);

crate::text_form!(
    Exact,
    name: "Exact",
    pattern: Exact::PATTERN,
    max_len: Exact::MAX_LEN,
    examples: ["85.5", "4375/5121"],
    about: "Số chính xác: số thập phân nếu hữu hạn trong 28 chữ số, nếu không là phân số tối giản.\n\nAn exact number: a decimal if it ends within 28 places, else a reduced fraction."
);
