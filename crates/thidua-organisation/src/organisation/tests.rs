//! Laws of organisations.

use proptest::prelude::*;

use super::*;
use crate::sample::{self, day};
use crate::strategies;

/// The same parts, every list in another order.
fn shuffled(parts: &OrganisationParts, rng: &mut impl Rng) -> OrganisationParts {
    fn shuffle<T>(list: &mut [T], rng: &mut impl Rng) {
        for last in (1..list.len()).rev() {
            let other = rng.next_u32() as usize % (last + 1);
            list.swap(last, other);
        }
    }
    let mut parts = parts.clone();
    shuffle(&mut parts.unit_kinds, rng);
    shuffle(&mut parts.units, rng);
    shuffle(&mut parts.acts, rng);
    shuffle(&mut parts.events, rng);
    shuffle(&mut parts.body_kinds, rng);
    shuffle(&mut parts.bodies, rng);
    shuffle(&mut parts.clusters, rng);
    for unit in &mut parts.units {
        shuffle(&mut unit.codes, rng);
    }
    for cluster in &mut parts.clusters {
        shuffle(&mut cluster.members, rng);
    }
    parts
}

proptest! {
    /// Law: the order of the parts means nothing.
    #[test]
    fn organisations_ignore_input_order(
        (parts, other) in strategies::parts().prop_perturb(|parts, mut rng| {
            let other = shuffled(&parts, &mut rng);
            (parts, other)
        })
    ) {
        let faults = |organisation: &Result<_, Faults<_>>| {
            organisation.as_ref().map_or_else(|faults| faults.as_slice().len(), |_| 0)
        };
        let (organisation, other) = (Organisation::try_new(parts), Organisation::try_new(other));
        prop_assert_eq!(faults(&organisation) == 0, faults(&other) == 0);
        prop_assert_eq!(organisation.ok(), other.ok());
    }

    /// Law: canonical parts make the organisation that they came from.
    #[test]
    fn canonical_parts_are_canonical(organisation in strategies::organisation()) {
        let again = Organisation::try_new(organisation.parts().clone()).unwrap();
        prop_assert_eq!(again.parts(), organisation.parts());
        prop_assert_eq!(again, organisation);
    }
}

#[test]
fn the_sample_is_right() {
    assert!(Organisation::try_new(sample::parts()).is_ok());
}

#[test]
fn a_day_that_is_not_spoken_of_is_refused() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    assert_eq!(
        organisation.as_of(day("2021-12-31")).unwrap_err().to_string(),
        "expected a day from 2022-01-01 on, found 2021-12-31"
    );
}
