//! Sums of what observations say.

use std::mem;

use thidua_values::{Bounds, End, Exact};

use crate::known::Known;

/// A sum of what observations say: of whole numbers, which most are, and of the rest.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sum {
    /// How many things were added.
    terms: usize,
    // PROOF: each number is below 2^63 and stands in memory, so that there are fewer than 2^63.
    whole: i128,
    rest: Option<Box<Bounds>>,
}

impl Sum {
    /// The sum, unless nothing was added.
    pub(crate) fn told(&self) -> Option<&Self> {
        (0 < self.terms).then_some(self)
    }

    /// Adds what an observation says.
    pub(crate) fn say(&mut self, known: &Known) {
        self.terms += 1;
        match known {
            Known::Whole(number) => self.whole += i128::from(*number),
            Known::Within(bounds) => self.add_bounds(bounds),
            // An answer is no number, and no indicator has both.
            Known::Answer(_) => {}
        }
    }

    /// Adds another sum, as one thing.
    pub(crate) fn add(&mut self, other: &Self) {
        self.terms += 1;
        self.whole += other.whole;
        if let Some(bounds) = &other.rest {
            self.add_bounds(bounds);
        }
    }

    fn add_bounds(&mut self, bounds: &Bounds) {
        match &mut self.rest {
            Some(rest) => {
                let sum = mem::replace(&mut **rest, Bounds::unknown()) + bounds.clone();
                **rest = sum;
            }
            None => self.rest = Some(Box::new(bounds.clone())),
        }
    }

    /// What is known of the sum if there may be more that nobody said.
    pub(crate) fn or_more(&self) -> Self {
        let zero = End { at: Exact::zero(), included: true };
        let low = match &self.rest {
            Some(rest) => rest.low().cloned(),
            None => Some(zero),
        };
        // Bounds with one end are never empty.
        let rest = Bounds::between(low, None).unwrap_or(Bounds::unknown());
        Self { rest: Some(Box::new(rest)), ..*self }
    }

    pub(crate) fn bounds(&self) -> Bounds {
        let whole = Bounds::exactly(Exact::integer(self.whole));
        match &self.rest {
            Some(rest) => whole + Bounds::clone(rest),
            None => whole,
        }
    }
}
