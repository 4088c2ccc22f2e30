//! Faults of an aggregate: all of them, each at its place.

use std::error::Error;
use std::fmt;

use crate::Place;

/// A fault that a program can match on and a person can mend.
pub trait Fault: Error {
    /// The stable code, in `snake_case`.
    fn code(&self) -> &'static str;

    /// What would have been right.
    fn expected(&self) -> String;

    /// What was there.
    fn found(&self) -> String;
}

/// A fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<F> {
    /// Where, in the parts that were given.
    pub place: Place,
    /// What.
    pub fault: F,
}

/// All faults of an aggregate, at least one, in the order of their places.
// INVARIANT: not empty, sorted by place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults<F> {
    faults: Vec<Placed<F>>,
}

impl<F> Faults<F> {
    /// `value`, unless there are faults.
    ///
    /// # Errors
    ///
    /// The faults, if there is one.
    pub fn check<T>(value: T, faults: Vec<Placed<F>>) -> Result<T, Self> {
        if faults.is_empty() { Ok(value) } else { Err(Self::sorted(faults)) }
    }

    /// One fault at a place.
    #[must_use]
    pub fn one(place: Place, fault: F) -> Self {
        Self { faults: vec![Placed { place, fault }] }
    }

    /// The faults, in the order of their places.
    #[must_use]
    pub fn as_slice(&self) -> &[Placed<F>] {
        &self.faults
    }

    /// The faults, in the order of their places.
    #[must_use]
    pub fn into_vec(self) -> Vec<Placed<F>> {
        self.faults
    }

    /// The same faults as part of a larger whole: one field further in, and of
    /// another type.
    #[must_use]
    pub fn lift<G>(self, field: &'static str, wrap: impl Fn(F) -> G) -> Faults<G> {
        self.map_placed(|Placed { place, fault }| Placed {
            place: place.under(field),
            fault: wrap(fault),
        })
    }

    /// The same faults, of another type.
    #[must_use]
    pub fn map<G>(self, wrap: impl Fn(F) -> G) -> Faults<G> {
        self.map_placed(|Placed { place, fault }| Placed { place, fault: wrap(fault) })
    }

    /// The same faults, each at another place and of another type.
    #[must_use]
    pub fn map_placed<G>(self, wrap: impl Fn(Placed<F>) -> Placed<G>) -> Faults<G> {
        Faults::sorted(self.faults.into_iter().map(wrap).collect())
    }

    fn sorted(mut faults: Vec<Placed<F>>) -> Self {
        faults.sort_by(|a, b| a.place.cmp(&b.place));
        Self { faults }
    }
}

impl<F: fmt::Display> fmt::Display for Faults<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, Placed { place, fault }) in self.faults.iter().enumerate() {
            let line_end = if position == 0 { "" } else { "\n" };
            write!(f, "{line_end}{place}: {fault}")?;
        }
        Ok(())
    }
}

impl<F: fmt::Debug + fmt::Display> Error for Faults<F> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_come_in_the_order_of_their_places() {
        let at = |index| Place::whole().field("units").index(index);
        let faults =
            vec![Placed { place: at(10), fault: "late" }, Placed { place: at(2), fault: "early" }];
        let faults = Faults::check((), faults).unwrap_err();
        assert_eq!(faults.to_string(), "units[2]: early\nunits[10]: late");
        let before = |Placed { place, fault }: Placed<&'static str>| {
            let place = if fault == "late" { at(1) } else { place };
            Placed { place, fault: fault.len() }
        };
        assert_eq!(faults.map_placed(before).to_string(), "units[1]: 4\nunits[2]: 5");
        assert_eq!(Faults::<&str>::check(7, Vec::new()), Ok(7));
    }
}
