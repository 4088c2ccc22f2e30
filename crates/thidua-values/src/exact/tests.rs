//! Laws and cases of exact numbers.

use proptest::prelude::*;

use super::*;
use crate::strategies;

/// The definition of rounding, by trying every multiple near the number.
fn round_by_definition(number: &Exact, rounding: Rounding) -> Exact {
    let step = Exact::from(rounding.step.points());
    let distance = |candidate: &Exact| {
        let gap = candidate.clone() - number.clone();
        if gap.is_negative() { -gap } else { gap }
    };
    let magnitude = |candidate: &Exact| {
        if candidate.is_negative() { -candidate.clone() } else { candidate.clone() }
    };
    let floor = (number.to_big() / step.to_big()).floor().to_integer();
    let multiples: Vec<(BigInt, Exact)> = (-1..=2)
        .map(|offset| {
            let count = &floor + BigInt::from(offset);
            (count.clone(), Exact::from_big(BigRational::from_integer(count)) * step.clone())
        })
        .collect();
    let toward = |keep: &dyn Fn(&Exact) -> bool| {
        let kept = multiples.iter().map(|(_, multiple)| multiple).filter(|multiple| keep(multiple));
        kept.min_by_key(|multiple| distance(multiple)).unwrap().clone()
    };
    match rounding.mode {
        RoundingMode::Down => toward(&|multiple| magnitude(multiple) <= magnitude(number)),
        RoundingMode::Up => toward(&|multiple| {
            magnitude(number) <= magnitude(multiple)
                && multiple.is_negative() == (number.is_negative() && !multiple.is_zero())
        }),
        RoundingMode::HalfUp => multiples
            .iter()
            .map(|(_, multiple)| multiple)
            .min_by_key(|m| (distance(m), std::cmp::Reverse(magnitude(m))))
            .unwrap()
            .clone(),
        RoundingMode::HalfEven => multiples
            .iter()
            .min_by_key(|(count, multiple)| (distance(multiple), count.bit(0)))
            .unwrap()
            .1
            .clone(),
    }
}

proptest! {
    /// Law: reading what was written gives the same number.
    #[test]
    fn reading_undoes_writing(number in strategies::exact()) {
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }

    /// Law: what is written fits the published pattern.
    #[test]
    fn texts_fit_the_pattern(number in strategies::exact()) {
        let pattern = regex_lite::Regex::new(Exact::PATTERN).unwrap();
        prop_assert!(pattern.is_match(&number.to_string()));
    }

    /// Law: the parser accepts what the published pattern accepts.
    #[test]
    fn parser_agrees_with_pattern(text in "-?[0-9]{0,4}([./][0-9]{0,30})?|\\PC{0,6}") {
        let pattern = regex_lite::Regex::new(Exact::PATTERN).unwrap();
        prop_assert_eq!(text.parse::<Exact>().is_ok(), pattern.is_match(&text));
    }

    /// Law: sums and products are those of unbounded fractions, in one form.
    #[test]
    fn arithmetic_is_that_of_big_fractions(a in strategies::exact(), b in strategies::exact()) {
        prop_assert_eq!(a.clone() + b.clone(), Exact::from_big(a.to_big() + b.to_big()));
        prop_assert_eq!(a.clone() * b.clone(), Exact::from_big(a.to_big() * b.to_big()));
        prop_assert_eq!(a.clone() - b.clone() + b.clone(), a.clone());
        prop_assert_eq!(a.cmp(&b), a.to_big().cmp(&b.to_big()));
        if let Some(quotient) = a.checked_div(&b) {
            prop_assert_eq!(quotient * b, a);
        } else {
            prop_assert!(b.is_zero());
        }
    }

    /// Law: a sum is that of one number after the other.
    #[test]
    fn sums_are_those_of_a_fold(numbers in prop::collection::vec(strategies::exact(), 0..9)) {
        let folded = numbers.iter().fold(Exact::zero(), |sum, number| &sum + number);
        prop_assert_eq!(numbers.iter().sum::<Exact>(), folded);
    }

    /// Law: rounding is its definition.
    #[test]
    fn rounding_equals_its_definition(number in strategies::exact(), rounding in strategies::rounding()) {
        prop_assert_eq!(number.round(rounding), round_by_definition(&number, rounding));
    }

    /// Law: rounding twice changes nothing.
    #[test]
    fn rounding_is_idempotent(number in strategies::exact(), rounding in strategies::rounding()) {
        let once = number.round(rounding);
        prop_assert_eq!(once.round(rounding), once);
    }
}

#[test]
fn a_third_three_times_is_one() {
    let third = Exact::fraction(1, 3).unwrap();
    assert_eq!([third.clone(), third.clone(), third].iter().sum::<Exact>(), Exact::one());
}

#[test]
fn sums_that_leave_128_bits_come_back() {
    let tiny = Exact::fraction(1, i64::MAX).unwrap();
    let tinier = tiny.clone() * tiny.clone() * tiny;
    assert!(matches!(tinier.0, Repr::Big(_)));
    assert_eq!(tinier.clone() + Exact::one() - tinier, Exact::one());
}

#[test]
fn halves_go_where_the_mode_says() {
    let round = |number: &str, mode| {
        number
            .parse::<Exact>()
            .unwrap()
            .round(Rounding { mode, step: "0.5".parse().unwrap() })
            .to_string()
    };
    let cases = [
        (RoundingMode::HalfUp, ["84.5", "85", "-0.5"]),
        (RoundingMode::HalfEven, ["84", "85", "0"]),
        (RoundingMode::Down, ["84", "84.5", "0"]),
        (RoundingMode::Up, ["84.5", "85", "-0.5"]),
    ];
    for (mode, expected) in cases {
        assert_eq!(
            ["84.25", "84.8", "-0.25"].map(|number| round(number, mode)),
            expected,
            "{mode:?}"
        );
    }
}

#[test]
fn points_hold_what_ends_within_six_places() {
    assert_eq!("17.09".parse::<Exact>().unwrap().to_points(), "17.09".parse().ok());
    assert_eq!(Exact::fraction(1, 3).unwrap().to_points(), None);
}

#[test]
fn what_is_no_exact_number_says_so() {
    assert_eq!(
        "1/0".parse::<Exact>().unwrap_err().to_string(),
        "expected an exact number such as `85.5` or `4375/5121`, found `1/0`"
    );
}
