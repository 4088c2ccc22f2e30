//! Sums, products and the order of exact numbers.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;

use crate::Exact;
use crate::exact::{Repr, Small, cancelled, gcd};

impl Add for &Exact {
    type Output = Exact;

    #[inline]
    fn add(self, other: Self) -> Exact {
        match (&self.0, &other.0) {
            (Repr::Small(a), Repr::Small(b)) => add_small(*a, *b),
            (Repr::Small(small), Repr::Big(big)) | (Repr::Big(big), Repr::Small(small)) => {
                add_big(big, *small)
            }
            (Repr::Big(a), Repr::Big(b)) => Exact::from_big(a.as_ref() + b.as_ref()),
        }
    }
}

/// The sum on the least common denominator. What may still cancel divides what
/// the denominators share, so nothing larger is ever reduced.
///
/// Source: Knuth, The Art of Computer Programming, volume 2, section 4.5.1.
fn add_small(a: Small, b: Small) -> Exact {
    if let Some(sum) = (Unreduced { numer: a.numer(), denom: a.denom() }).checked_add(b) {
        return sum.reduced();
    }
    let shared = gcd(a.denom(), b.denom());
    let (a_scale, b_scale) = (b.denom() / shared, a.denom() / shared);
    // PROOF: each part is below 2^63, so each product is below 2^126.
    let sum = wide_mul(a.numer(), a_scale) + wide_mul(b.numer(), b_scale);
    let common = if shared == 1 { 1 } else { gcd(remainder(sum, shared), shared) };
    let denom = wide_mul(b_scale, b.denom() / common);
    Exact::from_parts(if common == 1 { sum } else { sum / i128::from(common) }, denom)
}

/// The same of a big and a small number: what is reduced by is small, so the
/// time is linear in the length of the big one.
fn add_big(big: &BigRational, small: Small) -> Exact {
    let shared = gcd_big(big.denom(), small.denom());
    let small_scale = big.denom() / shared;
    let sum = big.numer() * (small.denom() / shared) + &small_scale * small.numer();
    let common = gcd_big(&sum, shared);
    Exact::from_big(BigRational::new_raw(sum / common, small_scale * (small.denom() / common)))
}

fn wide_mul(a: i64, b: i64) -> i128 {
    i128::from(a) * i128::from(b)
}

#[expect(clippy::cast_possible_truncation, reason = "a remainder is below its divisor")]
fn remainder(number: i128, divisor: i64) -> i64 {
    match i64::try_from(number) {
        Ok(number) => number % divisor,
        Err(_) => (number % i128::from(divisor)) as i64,
    }
}

fn gcd_big(number: &BigInt, above_zero: i64) -> i64 {
    // PROOF: the rest is below 2^63, so it fits in front of another 64 bits.
    let digits = number.iter_u64_digits().rev();
    let rest = digits
        .fold(0, |rest, digit| remainder((i128::from(rest) << 64) | i128::from(digit), above_zero));
    gcd(rest, above_zero)
}

impl Mul for &Exact {
    type Output = Exact;

    #[inline]
    fn mul(self, other: Self) -> Exact {
        match (&self.0, &other.0) {
            (Repr::Small(a), Repr::Small(b)) => mul_small(*a, *b),
            (Repr::Small(small), Repr::Big(big)) | (Repr::Big(big), Repr::Small(small)) => {
                mul_big(big, *small)
            }
            (Repr::Big(a), Repr::Big(b)) => Exact::from_big(a.as_ref() * b.as_ref()),
        }
    }
}

/// The product, cancelled crosswise before anything is multiplied.
fn mul_small(a: Small, b: Small) -> Exact {
    let (a_numer, b_denom) = cancelled(a.numer(), b.denom());
    let (b_numer, a_denom) = cancelled(b.numer(), a.denom());
    if let (Some(numer), Some(denom)) = (a_numer.checked_mul(b_numer), a_denom.checked_mul(b_denom))
    {
        return Exact::from_small_parts(numer, denom);
    }
    Exact::from_parts(wide_mul(a_numer, b_numer), wide_mul(a_denom, b_denom))
}

/// The same of a big and a small number, in linear time too.
fn mul_big(big: &BigRational, small: Small) -> Exact {
    if small.numer() == 0 {
        return Exact::zero();
    }
    let left = gcd_big(big.numer(), small.denom());
    let right = gcd_big(big.denom(), small.numer().abs());
    let numer = big.numer() / left * (small.numer() / right);
    Exact::from_big(BigRational::new_raw(numer, big.denom() / right * (small.denom() / left)))
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

    #[inline]
    fn neg(self) -> Self {
        match self.0 {
            Repr::Small(small) => {
                // PROOF: the numerator is not the minimum of an `i64`.
                Self::from_small_parts(-small.numer(), small.denom())
            }
            Repr::Big(big) => Self::from_big(-*big),
        }
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        sum(numbers)
    }
}

impl<'a> Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Self>>(numbers: I) -> Self {
        sum(numbers)
    }
}

/// Sums small numbers one after the other, reducing only where 64 bits are
/// full, and big ones in pairs.
fn sum<N: Borrow<Exact>>(numbers: impl Iterator<Item = N>) -> Exact {
    let mut bigs = Vec::new();
    let mut smalls = Exact::zero();
    let mut last = Unreduced { numer: 0, denom: 1 };
    for number in numbers {
        match &number.borrow().0 {
            Repr::Big(_) => bigs.push(number.borrow().clone()),
            Repr::Small(small) => {
                last = last.checked_add(*small).unwrap_or_else(|| {
                    smalls = &smalls + &last.reduced();
                    Unreduced { numer: small.numer(), denom: small.denom() }
                });
            }
        }
    }
    smalls = &smalls + &last.reduced();
    if bigs.is_empty() {
        return smalls;
    }
    bigs.push(smalls);
    sum_in_pairs(bigs)
}

/// A fraction that may not be reduced; its denominator is above zero.
#[derive(Clone, Copy)]
struct Unreduced {
    numer: i64,
    denom: i64,
}

impl Unreduced {
    /// The sum on the least common denominator, unless that leaves 64 bits.
    #[inline]
    fn checked_add(self, other: Small) -> Option<Self> {
        if self.denom == other.denom() {
            return Some(Self { numer: self.numer.checked_add(other.numer())?, ..self });
        }
        let (other_scale, scale) = if self.denom % other.denom() == 0 {
            (self.denom / other.denom(), 1)
        } else {
            cancelled(self.denom, other.denom())
        };
        let numer = self.numer.checked_mul(scale)?;
        let numer = numer.checked_add(other.numer().checked_mul(other_scale)?)?;
        Some(Self { numer, denom: self.denom.checked_mul(scale)? })
    }

    fn reduced(self) -> Exact {
        Exact::reduced(self.numer.into(), self.denom.into())
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
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Repr::Small(a), Repr::Small(b)) = (&self.0, &other.0) {
            return wide_mul(a.numer(), b.denom()).cmp(&wide_mul(b.numer(), a.denom()));
        }
        let (a, b) = (self.to_big(), other.to_big());
        (a.numer() * b.denom()).cmp(&(b.numer() * a.denom()))
    }
}

impl PartialOrd for Exact {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
