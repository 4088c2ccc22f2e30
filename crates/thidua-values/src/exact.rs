//! Exact numbers: fractions that neither round nor overflow.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use num_traits::{CheckedAdd, CheckedMul, One, Signed, ToPrimitive, Zero};
use thiserror::Error;

use crate::{Figure, Points, Rounding, RoundingMode};

/// An exact number: a reduced fraction of any size.
///
/// Written as a decimal if it ends within 28 places, else as `n/d`, reduced.
///
/// # Examples
///
/// ```
/// use thidua_values::Exact;
///
/// let third = Exact::fraction(1, 3).ok_or("divided by zero")?;
/// assert_eq!((third.clone() + third.clone() + third).to_string(), "1");
/// assert_eq!(Exact::fraction(4375, 5121), "4375/5121".parse().ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Exact(Repr);

/// INVARIANT: a fraction is `Small` exactly if both its parts fit in an `i128`
/// and are not its minimum; so equal numbers have equal representations.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Repr {
    Small(Ratio<i128>),
    Big(Box<BigRational>),
}

impl Exact {
    /// The pattern of the text form.
    pub const PATTERN: &'static str = r"^-?(0|[1-9][0-9]*)(\.[0-9]{1,28}|/[1-9][0-9]*)?$";
    /// The longest text form that is read back.
    pub const MAX_LEN: usize = 20_000;
    /// Decimals that end within this many places are written as such.
    const PLACES: usize = 28;

    /// Zero.
    #[must_use]
    pub fn zero() -> Self {
        Self(Repr::Small(Ratio::zero()))
    }

    /// One.
    #[must_use]
    pub fn one() -> Self {
        Self(Repr::Small(Ratio::one()))
    }

    /// `numerator / denominator`, unless the denominator is zero.
    #[must_use]
    pub fn fraction(numerator: i64, denominator: i64) -> Option<Self> {
        // PROOF: neither part is the minimum of an `i128`, so reducing cannot overflow.
        let parts = (i128::from(numerator), i128::from(denominator));
        (denominator != 0).then(|| Self(Repr::Small(Ratio::new(parts.0, parts.1))))
    }

    /// The quotient, unless `divisor` is zero.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        Some(self.clone() * Self::from_big(divisor.to_big().recip()))
    }

    /// Whether this is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(&self.0, Repr::Small(small) if small.is_zero())
    }

    /// Whether this is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(small) => *small.numer() < 0,
            Repr::Big(big) => big.is_negative(),
        }
    }

    /// The nearest multiple of the rounding's step, in its mode.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_values::{Exact, Rounding, RoundingMode};
    ///
    /// let eighth = Exact::fraction(1, 8).ok_or("divided by zero")?;
    /// let step = "0.01".parse()?;
    /// let rounded = |mode| eighth.round(Rounding { mode, step }).to_string();
    /// assert_eq!(rounded(RoundingMode::HalfUp), "0.13");
    /// assert_eq!(rounded(RoundingMode::HalfEven), "0.12");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn round(&self, rounding: Rounding) -> Self {
        let step = Self::from(rounding.step.points());
        if let (Repr::Small(number), Repr::Small(step)) = (&self.0, &step.0)
            && let Some(steps) = number.checked_mul(&step.recip())
        {
            return Self::small(Ratio::from_integer(nearest(&steps, rounding.mode)))
                * Self(Repr::Small(*step));
        }
        let steps = self.to_big() / step.to_big();
        Self::from_big(BigRational::from_integer(nearest_big(&steps, rounding.mode))) * step
    }

    /// The same number as points, if six places hold it.
    #[must_use]
    pub fn to_points(&self) -> Option<Points> {
        match &self.0 {
            Repr::Small(small) => {
                let millionths = small.checked_mul(&Ratio::from_integer(1_000_000))?;
                let whole = millionths.is_integer().then(|| millionths.to_integer())?;
                Points::from_millionths(i64::try_from(whole).ok()?)
            }
            Repr::Big(_) => None,
        }
    }

    fn small(ratio: Ratio<i128>) -> Self {
        if *ratio.numer() == i128::MIN || *ratio.denom() == i128::MIN {
            return Self(Repr::Big(Box::new(widen(&ratio))));
        }
        Self(Repr::Small(ratio))
    }

    fn from_big(big: BigRational) -> Self {
        match (big.numer().to_i128(), big.denom().to_i128()) {
            (Some(numer), Some(denom)) if numer != i128::MIN => {
                Self(Repr::Small(Ratio::new_raw(numer, denom)))
            }
            _ => Self(Repr::Big(Box::new(big))),
        }
    }

    fn to_big(&self) -> BigRational {
        match &self.0 {
            Repr::Small(small) => widen(small),
            Repr::Big(big) => big.as_ref().clone(),
        }
    }
}

fn widen(small: &Ratio<i128>) -> BigRational {
    BigRational::new_raw((*small.numer()).into(), (*small.denom()).into())
}

/// The whole number that a mode takes for `number`.
fn nearest(number: &Ratio<i128>, mode: RoundingMode) -> i128 {
    let (toward_zero, rest) = (number.trunc().to_integer(), number.fract());
    let twice = (rest.numer().unsigned_abs().saturating_mul(2)).cmp(&rest.denom().unsigned_abs());
    toward_zero
        + if away_from_zero(mode, !rest.is_zero(), twice, toward_zero % 2 != 0) {
            rest.numer().signum()
        } else {
            0
        }
}

/// [`nearest`] for numbers of any size.
fn nearest_big(number: &BigRational, mode: RoundingMode) -> BigInt {
    let (toward_zero, rest) = (number.trunc().to_integer(), number.fract());
    let twice = (rest.numer().abs() * BigInt::from(2)).cmp(rest.denom());
    let away = away_from_zero(mode, !rest.is_zero(), twice, toward_zero.bit(0));
    toward_zero + if away { rest.numer().signum() } else { BigInt::zero() }
}

/// Whether a mode steps away from zero, given whether there is a rest, how
/// twice the rest compares with one, and whether the truncated number is odd.
fn away_from_zero(mode: RoundingMode, rest: bool, twice: Ordering, odd: bool) -> bool {
    match mode {
        RoundingMode::HalfUp => twice != Ordering::Less,
        RoundingMode::HalfEven => twice == Ordering::Greater || (twice == Ordering::Equal && odd),
        RoundingMode::Down => false,
        RoundingMode::Up => rest,
    }
}

impl From<Points> for Exact {
    fn from(points: Points) -> Self {
        Self(Repr::Small(Ratio::new(points.millionths().into(), 1_000_000)))
    }
}

impl From<Figure> for Exact {
    fn from(figure: Figure) -> Self {
        let decimal = figure.decimal();
        // PROOF: a figure has at most ten places, so the power fits.
        Self(Repr::Small(Ratio::new(decimal.mantissa(), 10_i128.pow(decimal.scale()))))
    }
}

impl From<i64> for Exact {
    fn from(number: i64) -> Self {
        Self(Repr::Small(Ratio::from_integer(number.into())))
    }
}

impl Add for Exact {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        if let (Repr::Small(a), Repr::Small(b)) = (&self.0, &other.0)
            && let Some(sum) = a.checked_add(b)
        {
            return Self::small(sum);
        }
        Self::from_big(self.to_big() + other.to_big())
    }
}

impl Mul for Exact {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        if let (Repr::Small(a), Repr::Small(b)) = (&self.0, &other.0)
            && let Some(product) = a.checked_mul(b)
        {
            return Self::small(product);
        }
        Self::from_big(self.to_big() * other.to_big())
    }
}

impl Neg for Exact {
    type Output = Self;

    fn neg(self) -> Self {
        match self.0 {
            Repr::Small(small) => Self(Repr::Small(-small)),
            Repr::Big(big) => Self::from_big(-*big),
        }
    }
}

impl Sub for Exact {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::zero(), Self::add)
    }
}

impl<'a> Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Self>>(numbers: I) -> Self {
        numbers.cloned().sum()
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(a), Repr::Small(b)) => a.cmp(b),
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
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

#[cfg(test)]
mod tests;
