//! Exact numbers: fractions that neither round nor overflow.

use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::{BigRational, Ratio};
use num_traits::{One, Signed, ToPrimitive, Zero};

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
        let reciprocal = match &divisor.0 {
            // PROOF: the numerator is not zero, nor the minimum, which has no opposite.
            Repr::Small(small) => Self(Repr::Small(small.recip())),
            Repr::Big(big) => Self::from_big(big.recip()),
        };
        Some(self * &reciprocal)
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
            && let Some(rounded) = round_small(*number, *step, rounding.mode)
        {
            return rounded;
        }
        let steps = self.to_big() / step.to_big();
        &Self::from_big(BigRational::from_integer(nearest_big(&steps, rounding.mode))) * &step
    }

    /// The same number as an integer, if it is one.
    #[must_use]
    pub fn to_integer(&self) -> Option<i128> {
        match &self.0 {
            Repr::Small(small) => small.is_integer().then(|| *small.numer()),
            Repr::Big(_) => None,
        }
    }

    /// The same number as points, if six places hold it.
    #[must_use]
    pub fn to_points(&self) -> Option<Points> {
        match &self.0 {
            Repr::Small(small) => {
                let millionths = small.numer().checked_mul(1_000_000)?;
                let whole =
                    (millionths % small.denom() == 0).then(|| millionths / small.denom())?;
                Points::from_millionths(i64::try_from(whole).ok()?)
            }
            Repr::Big(_) => None,
        }
    }

    /// The reduced fraction of two parts, of which the second is above zero.
    fn reduced(numer: i128, denom: i128) -> Self {
        if numer == i128::MIN {
            return Self::from_big(BigRational::new(numer.into(), denom.into()));
        }
        let divisor = match (i64::try_from(numer), i64::try_from(denom)) {
            (Ok(numer), Ok(denom)) if numer != i64::MIN => i128::from(numer.gcd(&denom)),
            _ => numer.gcd(&denom),
        };
        Self(Repr::Small(Ratio::new_raw(numer / divisor, denom / divisor)))
    }

    pub(crate) fn from_big(big: BigRational) -> Self {
        match (big.numer().to_i128(), big.denom().to_i128()) {
            (Some(numer), Some(denom)) if numer != i128::MIN => {
                Self(Repr::Small(Ratio::new_raw(numer, denom)))
            }
            _ => Self(Repr::Big(Box::new(big))),
        }
    }

    pub(crate) fn to_big(&self) -> BigRational {
        match &self.0 {
            Repr::Small(small) => widen(small),
            Repr::Big(big) => big.as_ref().clone(),
        }
    }
}

fn widen(small: &Ratio<i128>) -> BigRational {
    BigRational::new_raw((*small.numer()).into(), (*small.denom()).into())
}

/// Rounds a small number to a small step, unless that leaves 128 bits.
fn round_small(exact: Ratio<i128>, step: Ratio<i128>, mode: RoundingMode) -> Option<Exact> {
    let numer = exact.numer().checked_mul(*step.denom())?;
    let denom = exact.denom().checked_mul(*step.numer())?;
    let (toward_zero, rest) = (numer / denom, numer % denom);
    let twice = rest.unsigned_abs().checked_mul(2)?.cmp(&denom.unsigned_abs());
    let away = away_from_zero(mode, rest != 0, twice, toward_zero % 2 != 0);
    let steps = toward_zero.checked_add(if away { rest.signum() } else { 0 })?;
    Some(Exact::reduced(steps.checked_mul(*step.numer())?, *step.denom()))
}

/// The whole number that a mode takes for `number`.
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
        Self::reduced(points.millionths().into(), 1_000_000)
    }
}

impl From<Figure> for Exact {
    fn from(figure: Figure) -> Self {
        let decimal = figure.decimal();
        // PROOF: a figure has at most ten places, so the power fits.
        Self::reduced(decimal.mantissa(), 10_i128.pow(decimal.scale()))
    }
}

impl From<i64> for Exact {
    fn from(number: i64) -> Self {
        Self(Repr::Small(Ratio::from_integer(number.into())))
    }
}

impl Add for &Exact {
    type Output = Exact;

    fn add(self, other: Self) -> Exact {
        if let (Repr::Small(a), Repr::Small(b)) = (&self.0, &other.0)
            && let Some(sum) = add_small(*a, *b)
        {
            return sum;
        }
        Exact::from_big(self.to_big() + other.to_big())
    }
}

fn add_small(a: Ratio<i128>, b: Ratio<i128>) -> Option<Exact> {
    if a.denom() == b.denom() {
        return Some(Exact::reduced(a.numer().checked_add(*b.numer())?, *a.denom()));
    }
    let (left, right) = (a.numer().checked_mul(*b.denom())?, b.numer().checked_mul(*a.denom())?);
    Some(Exact::reduced(left.checked_add(right)?, a.denom().checked_mul(*b.denom())?))
}

impl Mul for &Exact {
    type Output = Exact;

    fn mul(self, other: Self) -> Exact {
        if let (Repr::Small(a), Repr::Small(b)) = (&self.0, &other.0)
            && let Some(numer) = a.numer().checked_mul(*b.numer())
            && let Some(denom) = a.denom().checked_mul(*b.denom())
        {
            return Exact::reduced(numer, denom);
        }
        Exact::from_big(self.to_big() * other.to_big())
    }
}

impl Sub for &Exact {
    type Output = Exact;

    fn sub(self, other: Self) -> Exact {
        self + &-other.clone()
    }
}

/// The same by value, since most numbers are used once.
macro_rules! by_value {
    ($($operator:ident, $operation:ident;)+) => {
        $(
            impl $operator for Exact {
                type Output = Self;

                fn $operation(self, other: Self) -> Self {
                    (&self).$operation(&other)
                }
            }
        )+
    };
}

by_value! {
    Add, add;
    Mul, mul;
    Sub, sub;
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

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        sum_in_pairs(numbers.collect())
    }
}

impl<'a> Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Self>>(numbers: I) -> Self {
        sum_in_pairs(numbers.cloned().collect())
    }
}

/// Sums neighbours, then their sums, and so on: where denominators differ the
/// fractions grow, and this way large ones meet only a few times.
fn sum_in_pairs(mut numbers: Vec<Exact>) -> Exact {
    while 1 < numbers.len() {
        let sum = |pair: &[Exact]| match pair {
            [a, b] => a + b,
            _ => pair.iter().fold(Exact::zero(), |sum, number| &sum + number),
        };
        numbers = numbers.chunks(2).map(sum).collect();
    }
    numbers.pop().unwrap_or_else(Exact::zero)
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(a), Repr::Small(b)) if a.denom() == b.denom() => a.numer().cmp(b.numer()),
            (Repr::Small(a), Repr::Small(b)) => {
                let crossed =
                    a.numer().checked_mul(*b.denom()).zip(b.numer().checked_mul(*a.denom()));
                crossed.map_or_else(|| a.cmp(b), |(left, right)| left.cmp(&right))
            }
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests;
