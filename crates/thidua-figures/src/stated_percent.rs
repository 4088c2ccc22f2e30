//! Stated percentages: whether what a text prints is what its parts come to.

use thidua_values::{Bounds, Exact, Figure, Qualifier};

use crate::shares::quotient;
use crate::{Printed, Verdict, stands};

/// A percentage that was stated, beside the part and the whole that it is of.
///
/// # Examples
///
/// ```
/// use thidua_figures::{StatedPercent, Verdict};
/// use thidua_values::{Bounds, Qualifier};
///
/// let found = |percent: &str, part: i64, whole: i64| {
///     let (part, whole) = (Bounds::exactly(part.into()), Bounds::exactly(whole.into()));
///     percent.parse().map(|it| StatedPercent::of(it, Qualifier::Exactly, &part, &whole))
/// };
/// let cremated = found("85", 4_375, 5_121)?;
/// assert_eq!((cremated.half_up, cremated.truncated), (Verdict::Holds, Verdict::Holds));
///
/// let cut_off = found("38.23", 377, 986)?;
/// assert_eq!((cut_off.half_up, cut_off.truncated), (Verdict::Fails, Verdict::Holds));
/// assert_eq!(cut_off.verdict, Verdict::Holds);
/// # Ok::<(), thidua_values::FigureError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedPercent {
    /// The percentage as it was printed.
    pub stated: Figure,
    /// How the text qualifies it.
    pub qualifier: Qualifier,
    /// What is known of the percentage itself; none of nothing.
    pub percent: Option<Bounds>,
    /// Whether rounding by half-up gives what was printed.
    pub half_up: Verdict,
    /// Whether cutting off gives what was printed.
    pub truncated: Verdict,
    /// Whether one of both does.
    pub verdict: Verdict,
}

impl StatedPercent {
    /// Whether a percentage is, to the decimals it was printed with, that of a part in a whole,
    /// neither of which is below 0.
    ///
    /// A qualified percentage, such as "trên 80%", is taken by its word: nothing is rounded. Of
    /// what may be nothing no percentage can be told.
    #[must_use]
    pub fn of(stated: Figure, qualifier: Qualifier, part: &Bounds, whole: &Bounds) -> Self {
        let percent = percent(part, whole);
        let told = percent.as_ref().filter(|_| !whole.contains(&Exact::zero()));
        let judge = |printed: &Bounds| told.map_or(Verdict::Open, |it| stands(printed, it));
        let [half_up, truncated, verdict] = if qualifier == Qualifier::Exactly {
            let printed = Printed::of(stated);
            [printed.half_up(), printed.truncated(), printed.either()].map(|it| judge(&it))
        } else {
            [judge(&qualifier.bounds(stated.into())); 3]
        };
        Self { stated, qualifier, percent, half_up, truncated, verdict }
    }
}

/// What is known of the percentage of a part in a whole, neither of which is below 0; none if the
/// whole is 0.
///
/// # Examples
///
/// ```
/// use thidua_figures::percent;
/// use thidua_values::Bounds;
///
/// let (part, whole) = (Bounds::above(9.into()), Bounds::exactly(12.into()));
/// assert_eq!(percent(&part, &whole), Some(Bounds::above(75.into())));
/// ```
#[must_use]
pub fn percent(part: &Bounds, whole: &Bounds) -> Option<Bounds> {
    Some(quotient(part, whole)?.times(&100.into()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use thidua_values::{Rounding, RoundingMode};

    use super::*;

    fn found(stated: &str, part: i64, whole: i64) -> StatedPercent {
        let (part, whole) = (Bounds::exactly(part.into()), Bounds::exactly(whole.into()));
        StatedPercent::of(stated.parse().unwrap(), Qualifier::Exactly, &part, &whole)
    }

    proptest! {
        /// Law: a percentage fits if rounding the quotient to its decimals gives it.
        #[test]
        fn percentages_fit_by_their_definition(part in 0_i64..40, whole in 1_i64..40, places in 0_usize..3, off in -1_i64..=1) {
            let percent = Exact::fraction(part * 100, whole).unwrap();
            let step = ["1", "0.1", "0.01"][places];
            let rounded = |mode| percent.round(Rounding { mode, step: step.parse().unwrap() });
            // What is printed, or one more or less in the last digit.
            let stated = rounded(RoundingMode::Down) + step.parse::<Exact>().unwrap() * off.into();
            let text = if stated.is_negative() { "0".into() } else { stated.to_string() };
            // The decimals are all printed, as `5.40`.
            let whole_digits = text.split('.').next().unwrap().to_owned();
            let decimals = text.split('.').nth(1).unwrap_or_default();
            let text = if places == 0 { whole_digits } else { format!("{whole_digits}.{decimals:0<places$}") };
            let stated = Exact::from(text.parse::<Figure>().unwrap());
            let it = found(&text, part, whole);
            let fits = |mode| Verdict::of(Some(rounded(mode) == stated));
            prop_assert_eq!(it.half_up, fits(RoundingMode::HalfUp));
            prop_assert_eq!(it.truncated, fits(RoundingMode::Down));
            let either = it.half_up == Verdict::Holds || it.truncated == Verdict::Holds;
            prop_assert_eq!(it.verdict, Verdict::of(Some(either)));
            prop_assert_eq!(it.percent, Some(Bounds::exactly(percent)));
        }
    }

    #[test]
    fn percentages_of_reports_stand_by_what_their_authors_did() {
        use Verdict::{Fails, Holds};

        // Source: the year 2022 of cluster 3 of Hà Nội, and Bến Tre 2018.
        let cases = [
            ("85", 4_375, 5_121, Holds, Holds),
            ("84", 694, 823, Holds, Holds),
            ("38.23", 377, 986, Fails, Holds),
            ("3.7", 37, 986, Fails, Holds),
            ("3.04", 5, 164, Fails, Holds),
            ("3.05", 5, 164, Holds, Fails),
            ("86", 4_375, 5_121, Fails, Fails),
        ];
        for (stated, part, whole, half_up, truncated) in cases {
            let it = found(stated, part, whole);
            assert_eq!((it.half_up, it.truncated), (half_up, truncated), "{stated}");
        }
    }

    #[test]
    fn what_is_not_known_is_open() {
        use Qualifier::{About, Above, AtLeast, Exactly};

        let exactly = |number: i64| Bounds::exactly(number.into());
        let judged = |stated: &str, qualifier, part: Bounds, whole: Bounds| {
            StatedPercent::of(stated.parse().unwrap(), qualifier, &part, &whole).verdict
        };
        let above = |number: i64| Bounds::above(number.into());
        let cases = [
            (judged("85", Exactly, above(4_375), exactly(5_121)), Verdict::Open),
            (judged("85", Exactly, above(4_500), exactly(5_121)), Verdict::Fails),
            (judged("80", Above, above(4_375), exactly(5_121)), Verdict::Holds),
            (judged("98", AtLeast, exactly(97), exactly(100)), Verdict::Fails),
            (judged("98", AtLeast, exactly(98), exactly(100)), Verdict::Holds),
            (judged("85", About, exactly(4_375), exactly(5_121)), Verdict::Open),
            (judged("100", Exactly, exactly(0), exactly(0)), Verdict::Open),
            (judged("0", Exactly, exactly(0), Bounds::at_least(0.into())), Verdict::Open),
        ];
        for (found, expected) in cases {
            assert_eq!(found, expected);
        }
    }
}
