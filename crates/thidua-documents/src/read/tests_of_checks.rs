//! Laws of reading lists of checks.

use proptest::prelude::*;
use thidua_figures::{Catalogue, CheckList, CheckListParts};

use super::tests::{agree, change, parts, reads_back};

const CHECKS: &str = include_str!("../../../../examples/data/indicators/checks.json");
const CATALOGUE: &str =
    include_str!("../../../../examples/data/indicators/indicator-catalogue.json");

#[test]
fn reading_undoes_writing_of_the_published_list() {
    reads_back(&parts::<CheckListParts>(CHECKS).canonical());
}

#[test]
fn the_published_list_fits_the_published_catalogue() {
    let catalogue = parts::<Catalogue>(CATALOGUE);
    let checks = CheckList::try_new(&catalogue, parts(CHECKS)).unwrap();
    assert_eq!(checks.checks().len(), 20);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Law: the shape accepts what derived code accepts.
    #[test]
    fn the_shape_agrees_with_derived_code(changes in prop::collection::vec(change(), 1..3)) {
        agree::<CheckListParts>(CHECKS, &changes)?;
    }
}
