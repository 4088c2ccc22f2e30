//! Laws of bounds: they never claim more than is known.

use proptest::prelude::*;

use super::*;
use crate::strategies::{self, bounds, bounds_and_member};

/// Every quarter around the small numbers that the strategy draws: enough to
/// tell its bounds apart.
fn quarters() -> Vec<Exact> {
    (-28..=28).filter_map(|quarter| Exact::fraction(quarter, 4)).collect()
}

fn members(bounds: &Bounds) -> Vec<Exact> {
    quarters().into_iter().filter(|number| bounds.contains(number)).collect()
}

/// What all pairs of members say, if they say one thing.
fn agreed(a: &Bounds, b: &Bounds, says: impl Fn(&Exact, &Exact) -> bool) -> Option<bool> {
    let (a, b) = (members(a), members(b));
    let mut answers = a.iter().flat_map(|a| b.iter().map(|b| says(a, b)).collect::<Vec<_>>());
    let first = answers.next()?;
    answers.all(|answer| answer == first).then_some(first)
}

proptest! {
    /// Law: a member of bounds is within them, and so are sums, differences and
    /// multiples of members within those of their bounds.
    #[test]
    fn arithmetic_keeps_every_member(
        (a, in_a) in bounds_and_member(),
        (b, in_b) in bounds_and_member(),
        factor in strategies::exact(),
    ) {
        prop_assert!(a.contains(&in_a));
        prop_assert!((a.clone() + b.clone()).contains(&(&in_a + &in_b)));
        prop_assert!((a.clone() - b).contains(&(&in_a - &in_b)));
        prop_assert!(a.times(&factor).contains(&(in_a * factor)));
    }

    /// Law: a figure that is added never narrows what was known: the sum
    /// allows each figure moved by any member of the other.
    #[test]
    fn sums_never_narrow((a, in_a) in bounds_and_member(), (b, in_b) in bounds_and_member()) {
        let sum = a.clone() + b.clone();
        prop_assert!(sum.covers(&(a.clone() + Bounds::exactly(in_b.clone()))));
        prop_assert!(sum.covers(&(b.clone() + Bounds::exactly(in_a.clone()))));
        prop_assert!((a.clone() - b).covers(&(a - Bounds::exactly(in_b))));
    }

    /// Law: sums claim all that is known too: each end of a sum is one of sums.
    #[test]
    fn ends_of_sums_are_sums_of_ends(a in bounds(), b in bounds()) {
        let sum = a.clone() + b.clone();
        let ends = |a: Option<&End>, b: Option<&End>| {
            Some(End { at: &a?.at + &b?.at, included: a?.included && b?.included })
        };
        prop_assert_eq!(sum.low().cloned(), ends(a.low(), b.low()));
        prop_assert_eq!(sum.high().cloned(), ends(a.high(), b.high()));
    }

    /// Law: who knows less concludes less.
    #[test]
    fn wider_bounds_conclude_less(a in bounds(), b in bounds(), c in bounds()) {
        let Some(both) = a.meet(&b) else { return Ok(()) };
        prop_assert!(a.covers(&both) && b.covers(&both));
        prop_assert!((a.clone() + c.clone()).covers(&(both.clone() + c.clone())));
        prop_assert!((c.clone() - a.clone()).covers(&(c.clone() - both.clone())));
        for (wide, narrow) in [
            (a.is_below(&c), both.is_below(&c)),
            (a.is_at_most(&c), both.is_at_most(&c)),
            (a.equals(&c), both.equals(&c)),
        ] {
            prop_assert!(wide.is_none() || wide == narrow);
        }
    }

    /// Law: meeting, covering and comparing are what the members say.
    #[test]
    fn comparisons_equal_their_definitions(a in bounds(), b in bounds()) {
        let both = a.meet(&b);
        let in_both: Vec<_> = members(&a).into_iter().filter(|number| b.contains(number)).collect();
        prop_assert_eq!(both.is_none(), in_both.is_empty());
        prop_assert_eq!(both.as_ref().map(members).unwrap_or_default(), in_both);
        prop_assert_eq!(a.covers(&b), members(&b).iter().all(|number| a.contains(number)));
        prop_assert_eq!(a.is_below(&b), agreed(&a, &b, |a, b| a < b));
        prop_assert_eq!(a.is_at_most(&b), agreed(&a, &b, |a, b| a <= b));
        prop_assert_eq!(a.equals(&b), agreed(&a, &b, |a, b| a == b));
    }

    /// Law: sums do not depend on their order, and taking a number from itself
    /// leaves zero only where the number is known.
    #[test]
    fn sums_are_a_commutative_monoid(a in bounds(), b in bounds(), c in bounds()) {
        prop_assert_eq!(a.clone() + b.clone(), b.clone() + a.clone());
        let sum: Bounds = [a.clone(), b.clone(), c.clone()].into_iter().sum();
        prop_assert_eq!(sum, a.clone() + (b + c));
        prop_assert_eq!(a.clone() + Bounds::exactly(Exact::zero()), a.clone());
        prop_assert_eq!((a.clone() - a.clone()).number().is_some(), a.number().is_some());
        prop_assert_eq!(a.times(&Exact::zero()), Bounds::exactly(Exact::zero()));
        prop_assert_eq!(a.times(&-Exact::one()), -a);
    }

    /// Law: a qualifier and its figure say the same as the bounds they stand for.
    #[test]
    fn a_qualified_figure_is_its_bounds(bounds in bounds()) {
        if let Some((qualifier, figure)) = bounds.qualified() {
            prop_assert_eq!(qualifier.bounds(figure.clone()), bounds);
        } else {
            prop_assert!(bounds.number().is_none());
        }
    }
}

#[test]
fn bounds_without_a_number_are_none() {
    let end = |at: i64, included| Some(End { at: at.into(), included });
    assert_eq!(Bounds::between(end(5, true), end(4, true)), None);
    assert_eq!(Bounds::between(end(5, true), end(5, false)), None);
    assert_eq!(Bounds::between(end(5, true), end(5, true)), Some(Bounds::exactly(5.into())));
}

#[test]
fn bounds_are_printed_with_their_ends() {
    let end = |at: i64, included| Some(End { at: at.into(), included });
    let cases = [
        (Bounds::exactly(9.into()), "9"),
        (Bounds::above(9.into()), "(9; …)"),
        (Bounds::at_least(9.into()), "[9; …)"),
        (Bounds::below(9.into()), "(…; 9)"),
        (Bounds::at_most(9.into()), "(…; 9]"),
        (Bounds::unknown(), "(…; …)"),
        (Bounds::between(end(3, true), end(5, false)).unwrap(), "[3; 5)"),
    ];
    for (bounds, printed) in cases {
        assert_eq!(bounds.to_string(), printed);
    }
}
