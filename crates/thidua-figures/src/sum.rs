//! Sums of what observations say.

use thidua_values::{Bounds, End, Exact};

use crate::known::Known;

/// A sum of what observations say: of whole numbers, which most are, and of the rest.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sum {
    // PROOF: each term is below 2^63 and stands in memory, so that there are fewer than 2^63.
    whole: i128,
    rest: Option<Box<Bounds>>,
}

impl Sum {
    pub(crate) fn say(&mut self, known: &Known) {
        match known {
            Known::Whole(number) => self.whole += i128::from(*number),
            Known::Within(bounds) => self.add_bounds(bounds),
            // An answer is no number, and no indicator has both.
            Known::Answer(_) => {}
        }
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.whole += other.whole;
        if let Some(bounds) = &other.rest {
            self.add_bounds(bounds);
        }
    }

    fn add_bounds(&mut self, bounds: &Bounds) {
        let rest = match self.rest.take() {
            Some(rest) => *rest + bounds.clone(),
            None => bounds.clone(),
        };
        self.rest = Some(Box::new(rest));
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
        Self { whole: self.whole, rest: Some(Box::new(rest)) }
    }

    pub(crate) fn bounds(&self) -> Bounds {
        let whole = Bounds::exactly(Exact::integer(self.whole));
        match &self.rest {
            Some(rest) => whole + Bounds::clone(rest),
            None => whole,
        }
    }
}
