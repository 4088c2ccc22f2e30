//! Printed numbers: what a number may be that was printed with so many decimals.

use thidua_values::{Bounds, End, Exact, Figure};

/// A number as it was printed: known to its last digit.
///
/// Official texts round by half-up or cut off, and do not say which: of the same report of Bến Tre
/// one percentage stands by both, another only by cutting off. Both are thought of, always.
///
/// # Examples
///
/// ```
/// use thidua_figures::Printed;
///
/// let grown = Printed::of("5.4".parse()?);
/// assert_eq!(grown.half_up().to_string(), "[5.35; 5.45)");
/// assert_eq!(grown.truncated().to_string(), "[5.4; 5.5)");
/// assert_eq!(grown.either().to_string(), "[5.35; 5.5)");
/// # Ok::<(), thidua_values::FigureError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    at: Exact,
    /// What one more in the last digit is worth.
    step: Exact,
}

impl Printed {
    /// A figure, with the decimals that it was printed with: `5.40` tells more than `5.4`.
    #[must_use]
    pub fn of(figure: Figure) -> Self {
        let tenth = Exact::percent(10.into());
        let places = 0..figure.decimal().scale();
        Self { at: figure.into(), step: places.fold(Exact::one(), |step, _| &step * &tenth) }
    }

    /// The numbers that half-up rounds to it, a half away from zero.
    #[must_use]
    pub fn half_up(&self) -> Bounds {
        self.around(&self.half(), &self.half())
    }

    /// The numbers of which it is left when the further digits are cut off.
    #[must_use]
    pub fn truncated(&self) -> Bounds {
        self.around(&Exact::zero(), &self.step)
    }

    /// The numbers of which it may be printed, by half-up or by cutting off.
    #[must_use]
    pub fn either(&self) -> Bounds {
        self.around(&self.half(), &self.step)
    }

    fn half(&self) -> Exact {
        &self.step * &Exact::percent(50.into())
    }

    /// From so much nearer to zero up to, not including, so much farther from it; around zero
    /// itself as far on either side.
    fn around(&self, nearer: &Exact, farther: &Exact) -> Bounds {
        let end = |at: Exact, included| Some(End { at, included });
        let size = if self.at.is_negative() { -self.at.clone() } else { self.at.clone() };
        let low =
            if size.is_zero() { end(-farther.clone(), false) } else { end(&size - nearer, true) };
        // PROOF: both ends differ, since `farther` is above zero.
        let around = Bounds::between(low, end(&size + farther, false));
        let around = around.unwrap_or_else(|| Bounds::exactly(size));
        if self.at.is_negative() { -around } else { around }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use thidua_values::{Rounding, RoundingMode};

    use super::*;

    proptest! {
        /// Law: a number is within what was printed exactly if rounding it gives what was printed.
        #[test]
        fn printed_numbers_are_what_is_rounded_to_them(
            figure in "-?[0-9](\\.[0-9]{1,2})?",
            twentieths in -45_i64..45,
        ) {
            let figure: Figure = figure.parse().unwrap();
            let printed = Printed::of(figure);
            let number = &printed.at + &(&printed.step * &Exact::fraction(twentieths, 20).unwrap());
            let step = ["1", "0.1", "0.01"][figure.decimal().scale() as usize].parse().unwrap();
            let fits = |mode| number.round(Rounding { mode, step }) == printed.at;
            let (half_up, truncated) = (fits(RoundingMode::HalfUp), fits(RoundingMode::Down));
            prop_assert_eq!(printed.half_up().contains(&number), half_up);
            prop_assert_eq!(printed.truncated().contains(&number), truncated);
            prop_assert_eq!(printed.either().contains(&number), half_up || truncated);
        }
    }
}
