//! Documents of reports: what is read is right, and what does not fit has its place.

use proptest::prelude::*;
use thidua_figures::{Catalogue, Report};
use thidua_organisation::Organisation;

use super::tests::{agree, change, parts, reads_back};
use crate::problems_of;

/// A published text of the examples.
macro_rules! example {
    ($folder:literal, $name:literal) => {
        include_str!(concat!("../../../../examples/data/", $folder, "/", $name, ".json"))
    };
}

const PUBLISHED: [&str; 5] = [
    example!("reports", "cluster-2-half-year-2022"),
    example!("reports", "cluster-3-year-2022"),
    example!("reports", "tay-ho-five-years-2020"),
    example!("reports", "thanh-xuan-congress-2024"),
    example!("reports", "thanh-xuan-models-2020"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Law: the shape accepts what derived code accepts.
    #[test]
    fn the_shape_agrees_with_derived_code_on_reports(
        which in 0..PUBLISHED.len(),
        changes in prop::collection::vec(change(), 1..3),
    ) {
        agree::<Report>(PUBLISHED[which], &changes)?;
    }
}

#[test]
fn reading_undoes_writing_of_the_texts_of_the_examples() {
    for document in PUBLISHED {
        reads_back(&parts::<Report>(document));
    }
}

#[test]
fn what_does_not_fit_the_catalogue_has_its_place() {
    let catalogue: Catalogue = parts(example!("indicators", "indicator-catalogue"));
    let organisation: Organisation = parts(example!("hanoi-2022", "organisation"));
    let document = PUBLISHED[1].replace("\"great-solidarity-houses\"", "\"houses\"");
    let faults = parts::<Report>(&document).read(&catalogue, &organisation).unwrap_err();
    assert_eq!(
        problems_of::<Report, _>(&faults).to_string(),
        "/report/claims/1/states/indicator: expected an indicator of the catalogue, found `houses` [unknown_indicator]"
    );
}
