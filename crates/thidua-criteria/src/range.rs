//! Ranges of exact numbers: what bands leave of a line.

use std::cmp::Ordering;
use std::fmt;

use thidua_values::{Bounds, End, Exact};

use crate::Interval;

/// A range of exact numbers, such as the totals that no grade is for. What a
/// rulebook states is an [`Interval`]; what follows from it may end at a fraction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// Its lower end, if it has one.
    pub low: Option<End>,
    /// Its upper end, if it has one.
    pub high: Option<End>,
}

impl Range {
    /// The range from one number to another, both included.
    #[must_use]
    pub const fn closed(low: Exact, high: Exact) -> Self {
        Self {
            low: Some(End { at: low, included: true }),
            high: Some(End { at: high, included: true }),
        }
    }

    /// The numbers from zero on.
    #[must_use]
    pub fn from_zero() -> Self {
        Self { low: Some(End { at: Exact::zero(), included: true }), high: None }
    }

    /// Whether the number is in the range.
    #[must_use]
    pub fn contains(&self, number: &Exact) -> bool {
        let in_order =
            |end: &End, order: Ordering| order.is_lt() || (order.is_eq() && end.included);
        self.low.as_ref().is_none_or(|low| in_order(low, low.at.cmp(number)))
            && self.high.as_ref().is_none_or(|high| in_order(high, number.cmp(&high.at)))
    }

    /// Whether no number is in the range.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.low.as_ref().zip(self.high.as_ref()).is_some_and(|(low, high)| {
            high.at < low.at || (high.at == low.at && !(low.included && high.included))
        })
    }

    /// What is in both, if anything is.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Option<Self> {
        let both = self.bounds()?.meet(&other.bounds()?)?;
        Some(Self { low: both.low().cloned(), high: both.high().cloned() })
    }

    /// The same as bounds, none if no number is in the range.
    fn bounds(&self) -> Option<Bounds> {
        Bounds::between(self.low.clone(), self.high.clone())
    }

    /// What is in this one and in none of the others, lowest first.
    #[must_use]
    pub fn without<'r>(&self, others: impl IntoIterator<Item = &'r Self>) -> Vec<Self> {
        others
            .into_iter()
            .filter(|other| !other.is_empty())
            .fold(vec![self.clone()], |rest, other| {
                rest.iter().flat_map(|range| range.beside(other)).collect()
            })
    }

    /// What is in this one below the other, and above it.
    fn beside(&self, other: &Self) -> impl Iterator<Item = Self> {
        let turned = |end: &End| Some(End { at: end.at.clone(), included: !end.included });
        let below = other.low.as_ref().map(|low| Self { low: None, high: turned(low) });
        let above = other.high.as_ref().map(|high| Self { low: turned(high), high: None });
        [below, above].into_iter().flatten().filter_map(|side| self.meet(&side))
    }
}

impl From<Interval> for Range {
    fn from(within: Interval) -> Self {
        let end = |bound: crate::Bound| End { at: bound.at.into(), included: bound.included };
        Self { low: within.low.map(end), high: within.high.map(end) }
    }
}

/// Its two ends, such as `[88; 90)`.
impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn end() -> impl Strategy<Value = Option<End>> {
        let end = (0_i64..6, any::<bool>());
        prop::option::weighted(0.8, end.prop_map(|(at, included)| End { at: at.into(), included }))
    }

    fn range() -> impl Strategy<Value = Range> {
        (end(), end()).prop_map(|(low, high)| Range { low, high })
    }

    proptest! {
        /// Law: what is in both, and what is left over, are what the numbers say.
        #[test]
        fn ranges_agree_with_their_numbers(a in range(), b in range(), c in range()) {
            let inside = |ranges: &[Range]| {
                let halves = (-2..=14).filter_map(|half| Exact::fraction(half, 2));
                halves.filter(|half| ranges.iter().any(|range| range.contains(half))).collect::<Vec<_>>()
            };
            prop_assert_eq!(a.is_empty(), inside(std::slice::from_ref(&a)).is_empty());
            let both: Vec<Exact> = inside(std::slice::from_ref(&a)).into_iter().filter(|n| b.contains(n)).collect();
            prop_assert_eq!(inside(a.meet(&b).as_slice()), both);
            let rest = a.without([&b, &c]);
            prop_assert!(a.is_empty() || rest.iter().all(|range| !range.is_empty()));
            let left: Vec<Exact> =
                inside(&[a]).into_iter().filter(|n| !b.contains(n) && !c.contains(n)).collect();
            prop_assert_eq!(inside(&rest), left);
        }
    }
}
