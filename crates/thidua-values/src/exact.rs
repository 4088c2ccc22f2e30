//! Exact numbers: fractions that neither round nor overflow.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::num::NonZero;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

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
pub struct Exact(pub(crate) Repr);

/// INVARIANT: a fraction is `Small` exactly if both its parts fit in an `i64`
/// and are not its minimum; so equal numbers have equal representations. Only
/// `Exact::from_parts` and `Exact::from_big` make one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Repr {
    Small(Small),
    Big(Box<BigRational>),
}

/// A reduced fraction of small parts. All that is computed from two of them
/// on the way to a result fits in an `i128`.
// INVARIANT: the denominator is above zero, and no part is the minimum of an
// `i64`. Its never being zero leaves `Repr` the room to say that it is `Big`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Small {
    numer: i64,
    denom: NonZero<i64>,
}

impl Small {
    pub(crate) const fn numer(self) -> i64 {
        self.numer
    }

    pub(crate) const fn denom(self) -> i64 {
        self.denom.get()
    }

    /// The nearest multiple of so many millionths, unless that leaves 64 bits.
    fn round(self, step: i64, mode: RoundingMode) -> Option<Exact> {
        let numer = self.numer().checked_mul(1_000_000)?;
        let denom = self.denom().checked_mul(step)?;
        let (toward_zero, rest) = (numer / denom, numer % denom);
        if rest == 0 {
            return Some(Exact(Repr::Small(self)));
        }
        // PROOF: the rest is below 2^63, so twice it fits without a sign.
        let twice = (2 * rest.unsigned_abs()).cmp(&denom.unsigned_abs());
        let away = away_from_zero(mode, true, twice, toward_zero % 2 != 0);
        let steps = toward_zero + if away { rest.signum() } else { 0 };
        Some(Exact::from_millionths(steps.checked_mul(step)?))
    }
}

impl Exact {
    pub(crate) const MILLION: i128 = 1_000_000;

    /// Zero.
    #[must_use]
    #[inline]
    pub fn zero() -> Self {
        Self::from(0)
    }

    /// One.
    #[must_use]
    #[inline]
    pub fn one() -> Self {
        Self::from(1)
    }

    /// `numerator / denominator`, unless the denominator is zero.
    #[must_use]
    pub fn fraction(numerator: i64, denominator: i64) -> Option<Self> {
        if 0 < denominator {
            return Some(Self::per(numerator, denominator));
        }
        let (numer, denom) = (i128::from(numerator), i128::from(denominator));
        (denom != 0).then(|| Self::reduced(numer * denom.signum(), denom.abs()))
    }

    /// So many percent, as a share of one.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_values::Exact;
    ///
    /// let target = Exact::percent("84.995".parse()?);
    /// assert_eq!(target.to_string(), "0.84995");
    /// assert_eq!(Exact::percent(100.into()), Exact::one());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn percent(percent: Figure) -> Self {
        match Self::from(percent).0 {
            Repr::Small(small) if small.denom() == 1 => Self::per(small.numer(), 100),
            percent => Self(percent) * Self::from_small_parts(1, 100),
        }
    }

    /// The quotient, unless `divisor` is zero.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        let reciprocal = match (&self.0, &divisor.0) {
            (Repr::Small(whole), Repr::Small(by)) if whole.denom() == 1 && by.denom() == 1 => {
                return Self::fraction(whole.numer(), by.numer());
            }
            (_, Repr::Small(small)) => {
                // PROOF: neither part is the minimum of an `i64`.
                Self::from_small_parts(small.denom() * small.numer().signum(), small.numer().abs())
            }
            (_, Repr::Big(big)) => Self::from_big(big.recip()),
        };
        Some(self * &reciprocal)
    }

    /// Whether this is zero.
    #[must_use]
    #[inline]
    pub fn is_zero(&self) -> bool {
        matches!(&self.0, Repr::Small(small) if small.numer() == 0)
    }

    /// Whether this is below zero.
    #[must_use]
    #[inline]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(small) => small.numer() < 0,
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
        let step = rounding.step.points().millionths();
        match &self.0 {
            Repr::Small(small) => small.round(step, rounding.mode).unwrap_or_else(|| {
                // PROOF: the parts are below 2^63 and the step below 2^60, so the products are
                // below 2^83 and 2^123, and a multiple next to the first is below 2^124.
                let numer = i128::from(small.numer()) * Self::MILLION;
                let denom = i128::from(small.denom()) * i128::from(step);
                let steps = nearest(numer, denom, rounding.mode);
                if steps * denom == numer {
                    return self.clone();
                }
                Self::reduced(steps * i128::from(step), Self::MILLION)
            }),
            Repr::Big(big) => {
                let (numer, denom) = (big.numer() * Self::MILLION, big.denom() * step);
                let millionths = nearest_big(&numer, &denom, rounding.mode) * step;
                Self::from_big(BigRational::new(millionths, Self::MILLION.into()))
            }
        }
    }

    /// The integer.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_values::Exact;
    ///
    /// assert_eq!(Exact::integer(i128::MAX).to_integer(), Some(i128::MAX));
    /// assert_eq!(Exact::integer(9), Exact::from(9));
    /// ```
    #[must_use]
    pub fn integer(number: i128) -> Self {
        Self::from_parts(number, 1)
    }

    /// The same number as an integer, if it is one that fits in 128 bits.
    #[must_use]
    pub fn to_integer(&self) -> Option<i128> {
        match &self.0 {
            Repr::Small(small) => (small.denom() == 1).then(|| small.numer().into()),
            Repr::Big(big) => big.is_integer().then(|| big.numer().to_i128())?,
        }
    }

    /// The same number as points, if six places hold it.
    #[must_use]
    pub fn to_points(&self) -> Option<Points> {
        // Points are below 10^18 millionths, so neither of their parts is big.
        let Repr::Small(small) = &self.0 else { return None };
        let (millionths, denom) =
            (i128::from(small.numer()) * Self::MILLION, i128::from(small.denom()));
        let whole = (millionths % denom == 0).then_some(millionths / denom)?;
        Points::from_millionths(i64::try_from(whole).ok()?)
    }

    /// The fraction of two small parts, of which the second is above zero.
    #[inline]
    fn per(numer: i64, denom: i64) -> Self {
        let (numer, denom) = cancelled(numer, denom);
        Self::from_small_parts(numer, denom)
    }

    /// The fraction of two parts, of which the second is above zero.
    pub(crate) fn reduced(numer: i128, denom: i128) -> Self {
        if let (Ok(numer), Ok(denom)) = (i64::try_from(numer), i64::try_from(denom)) {
            return Self::per(numer, denom);
        }
        let divisor = numer.gcd(&denom);
        Self::from_parts(numer / divisor, denom / divisor)
    }

    /// The fraction of two parts that have no common divisor, of which the
    /// second is above zero.
    #[inline]
    pub(crate) fn from_parts(numer: i128, denom: i128) -> Self {
        let small_denom = i64::try_from(denom).ok().and_then(NonZero::new);
        match (i64::try_from(numer), small_denom) {
            (Ok(numer), Some(denom)) if numer != i64::MIN => {
                Self(Repr::Small(Small { numer, denom }))
            }
            _ => Self(Repr::Big(Box::new(BigRational::new_raw(numer.into(), denom.into())))),
        }
    }

    /// The same of parts that are small, which most are.
    #[inline]
    pub(crate) fn from_small_parts(numer: i64, denom: i64) -> Self {
        match NonZero::new(denom) {
            Some(denom) if numer != i64::MIN => Self(Repr::Small(Small { numer, denom })),
            _ => Self::from_parts(numer.into(), denom.into()),
        }
    }

    /// So many millionths. A million has no other divisors than twos and fives,
    /// six of each, and what is divided by a constant takes no division.
    #[inline]
    fn from_millionths(millionths: i64) -> Self {
        if millionths % 1_000_000 == 0 {
            return Self::from(millionths / 1_000_000);
        }
        let twos = (millionths | 1 << 6).trailing_zeros();
        let (mut numer, mut denom) = (millionths >> twos, 1_000_000_i64 >> twos);
        for fives in [625, 25, 5] {
            if denom % fives == 0 && numer % fives == 0 {
                (numer, denom) = (numer / fives, denom / fives);
            }
        }
        Self::from_small_parts(numer, denom)
    }

    pub(crate) fn from_big(big: BigRational) -> Self {
        let small_denom = big.denom().to_i64().and_then(NonZero::new);
        match (big.numer().to_i64(), small_denom) {
            (Some(numer), Some(denom)) if numer != i64::MIN => {
                Self(Repr::Small(Small { numer, denom }))
            }
            _ => Self(Repr::Big(Box::new(big))),
        }
    }

    pub(crate) fn to_big(&self) -> Cow<'_, BigRational> {
        match &self.0 {
            Repr::Small(small) => {
                Cow::Owned(BigRational::new_raw(small.numer().into(), small.denom().into()))
            }
            Repr::Big(big) => Cow::Borrowed(big),
        }
    }
}

/// The greatest common divisor of a number and one above zero.
///
/// Two steps of Euclid are enough for most, since most denominators are one or
/// divide each other. The rest is the binary algorithm, of which several steps
/// take no longer than a division.
pub(crate) fn gcd(number: i64, above_zero: i64) -> i64 {
    if above_zero == 1 {
        return 1;
    }
    let first = (number % above_zero).unsigned_abs();
    if first == 0 {
        return above_zero;
    }
    let mut rest = above_zero.unsigned_abs() % first;
    if rest == 0 {
        return first.cast_signed();
    }
    let twos = (first | rest).trailing_zeros();
    let mut odd = first >> first.trailing_zeros();
    while rest != 0 {
        rest >>= rest.trailing_zeros();
        (odd, rest) = (odd.min(rest), odd.abs_diff(rest));
    }
    (odd << twos).cast_signed()
}

/// A number and one above zero, both divided by what divides both.
#[inline]
pub(crate) fn cancelled(number: i64, above_zero: i64) -> (i64, i64) {
    match gcd(number, above_zero) {
        // Divisions take longer than all the rest.
        1 => (number, above_zero),
        shared => (number / shared, above_zero / shared),
    }
}

/// The whole number that a mode takes for `numer / denom`, of which the second
/// is above zero and below 2^126.
pub(crate) fn nearest(numer: i128, denom: i128, mode: RoundingMode) -> i128 {
    let toward_zero = numer / denom;
    let rest = numer - toward_zero * denom;
    let twice = (2 * rest.abs()).cmp(&denom);
    let away = away_from_zero(mode, rest != 0, twice, toward_zero % 2 != 0);
    toward_zero + if away { rest.signum() } else { 0 }
}

/// The same where parts are large.
fn nearest_big(numer: &BigInt, denom: &BigInt, mode: RoundingMode) -> BigInt {
    let (toward_zero, rest) = numer.div_rem(denom);
    let twice = BigInt::cmp(&(rest.abs() * 2), denom);
    let away = away_from_zero(mode, rest.sign() != Sign::NoSign, twice, toward_zero.bit(0));
    toward_zero + if away { rest.signum() } else { BigInt::ZERO }
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
    #[inline]
    fn from(points: Points) -> Self {
        Self::from_millionths(points.millionths())
    }
}

impl From<Figure> for Exact {
    #[inline]
    fn from(figure: Figure) -> Self {
        let decimal = figure.decimal();
        if let (true, Ok(whole)) = (figure.is_whole(), i64::try_from(decimal.mantissa())) {
            return Self::from(whole);
        }
        // PROOF: a figure has at most twenty-seven places, so the power fits.
        Self::reduced(decimal.mantissa(), 10_i128.pow(decimal.scale()))
    }
}

impl From<i64> for Exact {
    #[inline]
    fn from(number: i64) -> Self {
        Self::from_small_parts(number, 1)
    }
}

#[cfg(test)]
mod tests;
