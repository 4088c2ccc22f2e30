//! Bounds: what is known of a number that nobody stated exactly.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use crate::{Exact, Qualifier};

/// What is known of a number: from where it is, up to where.
///
/// A report says "trên 6 tỷ đồng" and does not say how much more. Such a figure
/// takes part in sums as its bounds, so that what follows from it claims no
/// more than is known: more than 6 and exactly 3 are more than 9, never 9. Of
/// numbers whose bounds overlap nobody knows which is less, so bounds are not
/// ordered; [`Bounds::is_below`] and its like answer yes, no or not known.
///
/// Bounds know nothing of what is counted. Who knows that a number is a count
/// meets its bounds with [`Bounds::at_least`] zero.
///
/// # Examples
///
/// ```
/// use thidua_values::{Bounds, Exact, Qualifier};
///
/// let sea_fund = Qualifier::Above.bounds(7_690.into());
/// let parts = Bounds::exactly(2_280.into()) + Qualifier::Above.bounds(1_600.into());
/// assert_eq!(parts, Bounds::above(3_880.into()));
///
/// // Whether the rest is more than these parts cannot be told: both are open above.
/// let rest = sea_fund - parts;
/// assert_eq!(rest, Bounds::unknown());
/// assert_eq!(rest.meet(&Bounds::at_least(Exact::zero())), Some(Bounds::at_least(Exact::zero())));
/// ```
// INVARIANT: some number is within the bounds; every constructor checks it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bounds {
    low: Option<End>,
    high: Option<End>,
}

/// One end of what is known of a number, and whether the number may be there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct End {
    /// Where it is.
    pub at: Exact,
    /// Whether the number itself may be there: in "from 5 on" it may, in "more
    /// than 5" it may not.
    pub included: bool,
}

impl End {
    /// An end that is itself within the bounds.
    const fn included(at: Exact) -> Self {
        Self { at, included: true }
    }

    /// An end that is not.
    const fn excluded(at: Exact) -> Self {
        Self { at, included: false }
    }

    /// Whether every number up to this end is less than every one from `low` on.
    fn is_below(&self, low: &Self) -> bool {
        self.at < low.at || (self.at == low.at && !(self.included && low.included))
    }

    fn plus(&self, other: &Self) -> Self {
        Self { at: &self.at + &other.at, included: self.included && other.included }
    }

    fn times(&self, factor: &Exact) -> Self {
        Self { at: &self.at * factor, included: self.included }
    }
}

impl Bounds {
    /// The bounds from one end to the other, none where no number is between
    /// them; an end that is left out is not known.
    #[must_use]
    pub fn between(low: Option<End>, high: Option<End>) -> Option<Self> {
        let empty = high.as_ref().zip(low.as_ref()).is_some_and(|(high, low)| high.is_below(low));
        (!empty).then_some(Self { low, high })
    }

    /// The number is this one.
    #[must_use]
    pub fn exactly(number: Exact) -> Self {
        Self { low: Some(End::included(number.clone())), high: Some(End::included(number)) }
    }

    /// The number is more than this one.
    #[must_use]
    pub const fn above(number: Exact) -> Self {
        Self { low: Some(End::excluded(number)), high: None }
    }

    /// The number is this one or more.
    #[must_use]
    pub const fn at_least(number: Exact) -> Self {
        Self { low: Some(End::included(number)), high: None }
    }

    /// The number is less than this one.
    #[must_use]
    pub const fn below(number: Exact) -> Self {
        Self { low: None, high: Some(End::excluded(number)) }
    }

    /// The number is this one or less.
    #[must_use]
    pub const fn at_most(number: Exact) -> Self {
        Self { low: None, high: Some(End::included(number)) }
    }

    /// Nothing is known of the number.
    #[must_use]
    pub const fn unknown() -> Self {
        Self { low: None, high: None }
    }

    /// From where the number is, if that is known.
    #[must_use]
    pub const fn low(&self) -> Option<&End> {
        self.low.as_ref()
    }

    /// Up to where the number is, if that is known.
    #[must_use]
    pub const fn high(&self) -> Option<&End> {
        self.high.as_ref()
    }

    /// The number itself, if it is known.
    #[must_use]
    pub fn number(&self) -> Option<&Exact> {
        let (low, high) = self.low.as_ref().zip(self.high.as_ref())?;
        (low.at == high.at).then_some(&low.at)
    }

    /// The same as a qualifier and its figure, if one says it all: more than 9
    /// is "trên 9". Two ends that differ, or none, are no single figure.
    #[must_use]
    pub fn qualified(&self) -> Option<(Qualifier, &Exact)> {
        match (&self.low, &self.high) {
            (Some(_), Some(_)) => Some((Qualifier::Exactly, self.number()?)),
            (Some(low), None) if low.included => Some((Qualifier::AtLeast, &low.at)),
            (Some(low), None) => Some((Qualifier::Above, &low.at)),
            (None, Some(high)) if high.included => Some((Qualifier::AtMost, &high.at)),
            (None, Some(high)) => Some((Qualifier::Below, &high.at)),
            (None, None) => None,
        }
    }

    /// Whether the number may be this one.
    #[must_use]
    pub fn contains(&self, number: &Exact) -> bool {
        self.meet(&Self::exactly(number.clone())).is_some()
    }

    /// Whether all that `other` allows is allowed here too.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        self.meet(other).as_ref() == Some(other)
    }

    /// What is known of a number of which both are known; none if no number is
    /// both, so that the two contradict each other.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Option<Self> {
        let low = match (&self.low, &other.low) {
            (Some(a), Some(b)) if (&a.at, !a.included) < (&b.at, !b.included) => Some(b),
            (a, b) => a.as_ref().or(b.as_ref()),
        };
        let high = match (&self.high, &other.high) {
            (Some(a), Some(b)) if (&b.at, b.included) < (&a.at, a.included) => Some(b),
            (a, b) => a.as_ref().or(b.as_ref()),
        };
        Self::between(low.cloned(), high.cloned())
    }

    /// Whether this number is less than the other; none if that is not known.
    #[must_use]
    pub fn is_below(&self, other: &Self) -> Option<bool> {
        if self.high.as_ref().zip(other.low.as_ref()).is_some_and(|(high, low)| high.is_below(low))
        {
            return Some(true);
        }
        let never = self.low.as_ref().zip(other.high.as_ref());
        never.is_some_and(|(low, high)| high.at <= low.at).then_some(false)
    }

    /// Whether this number is the other or less; none if that is not known.
    #[must_use]
    pub fn is_at_most(&self, other: &Self) -> Option<bool> {
        other.is_below(self).map(|below| !below)
    }

    /// Whether the two numbers are equal; none if that is not known.
    #[must_use]
    pub fn equals(&self, other: &Self) -> Option<bool> {
        match self.number().zip(other.number()) {
            Some((a, b)) => Some(a == b),
            None => self.meet(other).is_none().then_some(false),
        }
    }

    /// What is known of the number times an exact one.
    #[must_use]
    pub fn times(&self, factor: &Exact) -> Self {
        if factor.is_zero() {
            return Self::exactly(Exact::zero());
        }
        let times = |end: &Option<End>| end.as_ref().map(|end| end.times(factor));
        let (low, high) = (times(&self.low), times(&self.high));
        if factor.is_negative() { Self { low: high, high: low } } else { Self { low, high } }
    }
}

impl Add for Bounds {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let plus = |a: Option<End>, b: Option<End>| a.zip(b).map(|(a, b)| a.plus(&b));
        Self { low: plus(self.low, other.low), high: plus(self.high, other.high) }
    }
}

impl Neg for Bounds {
    type Output = Self;

    fn neg(self) -> Self {
        let negated = |end: End| End { at: -end.at, ..end };
        Self { low: self.high.map(negated), high: self.low.map(negated) }
    }
}

impl Sub for Bounds {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Sum for Bounds {
    fn sum<I: Iterator<Item = Self>>(bounds: I) -> Self {
        bounds.fold(Self::exactly(Exact::zero()), Self::add)
    }
}

/// The number if it is known, such as `9`, else the two ends, such as `(9; …)`.
impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(number) = self.number() {
            return number.fmt(f);
        }
        match &self.low {
            Some(low) => write!(f, "{}{}; ", if low.included { '[' } else { '(' }, low.at)?,
            None => f.write_str("(…; ")?,
        }
        match &self.high {
            Some(high) => write!(f, "{}{}", high.at, if high.included { ']' } else { ')' }),
            None => f.write_str("…)"),
        }
    }
}

#[cfg(test)]
mod tests;
