//! Spread: how far the numbers of a group lie apart, and which of them lie outside.

use thidua_values::{Bounds, Coded, End, Exact, Words};

use crate::Verdict;

/// How far apart the numbers of a group lie: the measure that outliers are told by.
///
/// Both are exact, of rational numbers. Neither is scaled to be like a standard deviation.
///
/// vi: Độ phân tán của một nhóm số liệu, làm thước đo số liệu bất thường.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Spread {
    /// The median of the distances from the median (MAD), measured from the median.
    ///
    /// vi: Trung vị của khoảng cách đến trung vị (MAD), tính từ trung vị.
    Mad,
    /// The distance between the first and the third quartile (IQR), measured from the quartiles.
    ///
    /// vi: Khoảng cách giữa tứ phân vị thứ nhất và thứ ba (IQR), tính từ hai tứ phân vị.
    Iqr,
}

impl Coded for Spread {
    fn code(&self) -> &'static str {
        match self {
            Self::Mad => "mad",
            Self::Iqr => "iqr",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Mad => Words::new("độ lệch tuyệt đối trung vị", "median absolute deviation"),
            Self::Iqr => Words::new("khoảng tứ phân vị", "interquartile range"),
        }
    }
}

/// The fences of a group of numbers: what lies beyond them is an outlier.
///
/// Source: F. R. Hampel, The Influence Curve and Its Role in Robust Estimation (1974), for the
/// median absolute deviation; J. W. Tukey, Exploratory Data Analysis (1977), for fences by
/// quartiles.
///
/// # Examples
///
/// ```
/// use thidua_figures::{Fences, Spread, Verdict};
/// use thidua_values::{Bounds, Exact};
///
/// let models = [11, 12, 12, 14, 15, 110].map(Exact::from);
/// let fences = Fences::of(&models, Spread::Mad, &3.into()).ok_or("no numbers")?;
/// assert_eq!(fences.within().to_string(), "[8.5; 17.5]");
/// assert_eq!(fences.judge(&Bounds::exactly(110.into())), Verdict::Fails);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fences {
    within: Bounds,
    are_apart: bool,
}

impl Fences {
    /// The fences that stand so many times the spread away; none of no numbers. `times` is not
    /// below 0.
    #[must_use]
    pub fn of(numbers: &[Exact], spread: Spread, times: &Exact) -> Option<Self> {
        let mut sorted = numbers.to_vec();
        sorted.sort_unstable();
        let (low, high, spread) = match spread {
            Spread::Mad => {
                let median = quartile(&sorted, 2)?;
                let distance = |number: &Exact| (number - &median).max(&median - number);
                let mut distances: Vec<Exact> = sorted.iter().map(distance).collect();
                distances.sort_unstable();
                (median.clone(), median, quartile(&distances, 2)?)
            }
            Spread::Iqr => {
                let (first, third) = (quartile(&sorted, 1)?, quartile(&sorted, 3)?);
                (first.clone(), third.clone(), third - first)
            }
        };
        let away = &spread * times;
        let end = |at| Some(End { at, included: true });
        let within = Bounds::between(end(low - away.clone()), end(high + away))?;
        Some(Self { within, are_apart: !spread.is_zero() })
    }

    /// What is no outlier.
    #[must_use]
    pub const fn within(&self) -> &Bounds {
        &self.within
    }

    /// Whether a number of the group is no outlier. Where most of the group are equal its spread
    /// is 0, and how far off another is cannot be told by it.
    #[must_use]
    pub fn judge(&self, number: &Bounds) -> Verdict {
        match self.within.meet(number) {
            None if self.are_apart => Verdict::Fails,
            Some(both) if both == *number => Verdict::Holds,
            _ => Verdict::Open,
        }
    }
}

/// The median of numbers; none of none.
#[must_use]
pub fn median(numbers: &[Exact]) -> Option<Exact> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted_median(&sorted)
}

/// The median of sorted numbers.
pub(crate) fn sorted_median(sorted: &[Exact]) -> Option<Exact> {
    quartile(sorted, 2)
}

/// The first, second or third quartile of sorted numbers, linear between the two numbers next to
/// it; the second is the median.
///
/// Source: R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages (1996), definition 7.
fn quartile(sorted: &[Exact], which: usize) -> Option<Exact> {
    // In quarters of the way from one number to the next.
    let at = sorted.len().checked_sub(1)?.checked_mul(which)?;
    let below = sorted.get(at / 4)?;
    let above = sorted.get(at / 4 + 1).unwrap_or(below);
    let quarters = Exact::fraction(i64::try_from(at % 4).ok()?, 4)?;
    Some(below + &(&(above - below) * &quarters))
}

/// Whether a number is not typical a thousandfold, as if somebody had written triệu for tỷ: its
/// quotient by what is typical is not from 1000/`factor` to 1000 `factor`, nor the inverse.
/// `factor` is at least 1. Nothing can be told where 0 is typical.
///
/// # Examples
///
/// ```
/// use thidua_figures::{Verdict, not_thousandfold};
/// use thidua_values::Bounds;
///
/// let fund = |million: i64| Bounds::exactly(million.into());
/// let judge = |it: Bounds| not_thousandfold(&it, &2_000.into(), &3.into());
/// assert_eq!(judge(fund(2_280_000)), Verdict::Fails);
/// assert_eq!(judge(fund(2)), Verdict::Fails);
/// assert_eq!(judge(fund(1_600)), Verdict::Holds);
/// ```
#[must_use]
pub fn not_thousandfold(number: &Bounds, typical: &Exact, factor: &Exact) -> Verdict {
    let Some(per_typical) = Exact::one().checked_div(typical) else { return Verdict::Open };
    let quotient = number.times(&per_typical);
    let outside = |times: Exact| {
        let end = |at| Some(End { at, included: true });
        let mixed_up = Bounds::between(end(times.checked_div(factor)?), end(&times * factor))?;
        Some(match mixed_up.meet(&quotient) {
            None => Verdict::Holds,
            Some(both) if both == quotient => Verdict::Fails,
            Some(_) => Verdict::Open,
        })
    };
    let thousandth = &Exact::percent(1.into()) * &Exact::percent(10.into());
    Verdict::all([1_000.into(), thousandth].into_iter().filter_map(outside))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn numbers() -> impl Strategy<Value = Vec<Exact>> {
        let number = (0_i64..12, 1_i64..3).prop_map(|(n, d)| Exact::fraction(n, d).unwrap());
        prop::collection::vec(number, 1..12)
    }

    /// The quantile by its definition: the numbers stand at equal distances from 0 to 1, and
    /// between two of them runs a straight line.
    fn by_definition(numbers: &[Exact], share: (i64, i64)) -> Exact {
        let mut sorted = numbers.to_vec();
        sorted.sort();
        let last = i64::try_from(sorted.len()).unwrap() - 1;
        let share = Exact::fraction(share.0, share.1).unwrap();
        if last == 0 {
            return sorted[0].clone();
        }
        let stands = |at: usize| Exact::fraction(i64::try_from(at).unwrap(), last).unwrap();
        let at = (0..sorted.len() - 1).find(|at| share <= stands(at + 1)).unwrap();
        let way = (share - stands(at)).checked_div(&(stands(at + 1) - stands(at))).unwrap();
        sorted[at].clone() + (sorted[at + 1].clone() - sorted[at].clone()) * way
    }

    proptest! {
        /// Law: quartiles are those of their definition.
        #[test]
        fn quartiles_equal_their_definition(numbers in numbers(), which in 1_usize..4) {
            let mut sorted = numbers.clone();
            sorted.sort();
            let share = (i64::try_from(which).unwrap(), 4);
            prop_assert_eq!(quartile(&sorted, which), Some(by_definition(&numbers, share)));
        }

        /// Law: half of the numbers are the median or less, and half are it or more.
        #[test]
        fn the_median_halves(numbers in numbers()) {
            let median = median(&numbers).unwrap();
            let count = |is: &dyn Fn(&Exact) -> bool| 2 * numbers.iter().filter(|it| is(it)).count();
            prop_assert!(numbers.len() <= count(&|it| *it <= median));
            prop_assert!(numbers.len() <= count(&|it| median <= *it));
        }

        /// Law: an outlier is farther from the median, or from a quartile, than so many times the spread.
        #[test]
        fn fences_equal_their_definition(numbers in numbers(), times in 0_i64..4, at in any::<prop::sample::Index>()) {
            let number = at.get(&numbers);
            let times = Exact::from(times);
            let judge = |spread| Fences::of(&numbers, spread, &times).unwrap().judge(&Bounds::exactly(number.clone()));
            let verdict = |spread: &Exact, is_within| match is_within {
                true => Verdict::Holds,
                false if spread.is_zero() => Verdict::Open,
                false => Verdict::Fails,
            };
            let middle = by_definition(&numbers, (1, 2));
            let distance = |it: &Exact| if *it < middle { &middle - it } else { it - &middle };
            let mad = by_definition(&numbers.iter().map(distance).collect::<Vec<_>>(), (1, 2));
            prop_assert_eq!(judge(Spread::Mad), verdict(&mad, distance(number) <= &mad * &times));
            let (first, third) = (by_definition(&numbers, (1, 4)), by_definition(&numbers, (3, 4)));
            let iqr = &third - &first;
            let is_within = &first - &(&iqr * &times) <= *number && *number <= &third + &(&iqr * &times);
            prop_assert_eq!(judge(Spread::Iqr), verdict(&iqr, is_within));
        }

        /// Law: the order of numbers means nothing, and what is larger all alike has larger fences.
        #[test]
        fn fences_ignore_order_and_scale_with_the_numbers(
            (numbers, shuffled) in numbers().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
            spread in prop::sample::select(vec![Spread::Mad, Spread::Iqr]),
        ) {
            let fences = Fences::of(&numbers, spread, &2.into()).unwrap();
            prop_assert_eq!(Fences::of(&shuffled, spread, &2.into()), Some(fences.clone()));
            let thrice: Vec<Exact> = numbers.iter().map(|it| it * &3.into()).collect();
            let wider = Fences::of(&thrice, spread, &2.into()).unwrap();
            prop_assert_eq!(wider.within(), &fences.within().times(&3.into()));
        }

        /// Law: a mix-up is told by the quotient, in both directions.
        #[test]
        fn mix_ups_equal_their_definition(number in 0_i64..60, typical in 0_i64..60, hundred in any::<bool>(), factor in 1_i64..4) {
            let number = Exact::from(if hundred { number * 100 } else { number });
            let (typical, factor) = (Exact::from(typical), Exact::from(factor));
            let is_mixed_up = |a: &Exact, b: &Exact| a.checked_div(b).map(|quotient| {
                let thousand = Exact::from(1_000);
                thousand.checked_div(&factor).unwrap() <= quotient && quotient <= thousand * factor.clone()
            });
            let expected = is_mixed_up(&number, &typical).map(|it| !it && is_mixed_up(&typical, &number) != Some(true));
            prop_assert_eq!(not_thousandfold(&Bounds::exactly(number), &typical, &factor), Verdict::of(expected));
        }
    }

    #[test]
    fn a_group_of_equals_tells_nothing_of_the_one_that_differs() {
        let numbers = [5, 5, 5, 5, 900].map(Exact::from);
        for spread in [Spread::Mad, Spread::Iqr] {
            let fences = Fences::of(&numbers, spread, &3.into()).unwrap();
            assert_eq!(fences.judge(&Bounds::exactly(5.into())), Verdict::Holds);
            assert_eq!(fences.judge(&Bounds::exactly(900.into())), Verdict::Open);
        }
        assert_eq!(Fences::of(&[], Spread::Mad, &3.into()), None);
    }

    #[test]
    fn what_is_not_known_is_open() {
        let numbers = [1, 2, 3, 4, 5].map(Exact::from);
        let fences = Fences::of(&numbers, Spread::Mad, &3.into()).unwrap();
        assert_eq!(fences.within().to_string(), "[0; 6]");
        assert_eq!(fences.judge(&Bounds::above(5.into())), Verdict::Open);
        assert_eq!(fences.judge(&Bounds::above(6.into())), Verdict::Fails);
        let judge = |number: Bounds| not_thousandfold(&number, &2.into(), &2.into());
        assert_eq!(judge(Bounds::above(2.into())), Verdict::Open);
        assert_eq!(judge(Bounds::above(4_000.into())), Verdict::Holds);
    }

    #[test]
    fn each_spread_has_its_code_and_words() {
        let cases = [
            (Spread::Mad, "mad", "median absolute deviation"),
            (Spread::Iqr, "iqr", "interquartile range"),
        ];
        for (spread, code, en) in cases {
            assert_eq!((spread.code(), spread.words().en.as_str()), (code, en));
        }
    }
}
