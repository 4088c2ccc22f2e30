//! Laws and faults of catalogues.

use proptest::prelude::*;
use thidua_values::Fault;

use super::*;
use crate::{Measured, Purpose, sample};

fn faults(parts: CatalogueParts) -> Vec<String> {
    let faults = Catalogue::try_new(parts).unwrap_err().into_vec();
    faults.iter().map(|it| format!("{} {}: {}", it.fault.code(), it.place, it.fault)).collect()
}

/// The faults of the sample with something spoilt.
fn spoilt(spoil: impl FnOnce(&mut Vec<Indicator>)) -> Vec<String> {
    let mut parts = sample::catalogue();
    spoil(&mut parts.indicators);
    faults(parts)
}

proptest! {
    /// Law: the order of indicators means nothing.
    #[test]
    fn order_means_nothing(indicators in Just(sample::catalogue().indicators).prop_shuffle()) {
        let shuffled = CatalogueParts { indicators, ..sample::catalogue() };
        let catalogue = Catalogue::try_new(sample::catalogue()).unwrap();
        prop_assert_eq!(Catalogue::try_new(shuffled), Ok(catalogue));
    }
}

#[test]
fn indicators_are_found_by_id_and_by_every_name() {
    let catalogue = Catalogue::try_new(sample::catalogue()).unwrap();
    for indicator in catalogue.indicators() {
        assert_eq!(catalogue.indicator(&indicator.id), Some(indicator));
        for name in indicator.names() {
            assert_eq!(catalogue.named(name), Some(indicator));
        }
    }
    assert_eq!(catalogue.named("TỈ LỆ HOẢ TÁNG"), None);
    let found = catalogue.named("tỷ lệ  hoả táng").unwrap();
    assert_eq!(found.id.as_str(), "cremated");
    assert_eq!(catalogue.indicator(&"houses".parse().unwrap()), None);
}

#[test]
fn ids_and_codes_name_one_indicator() {
    let twice = spoilt(|indicators| indicators.push(indicators[1].clone()));
    assert_eq!(
        twice,
        [
            "duplicate_indicator indicators[8].id: expected each indicator once, found `deaths` again"
        ]
    );
    let codes = spoilt(|indicators| indicators[7].code = indicators[5].code.clone());
    assert_eq!(
        codes,
        [
            "duplicate_code_of_indicator indicators[7].code: expected codes that differ, found `Q1`, which `sea-fund` has"
        ]
    );
}

#[test]
fn names_tell_indicators_apart() {
    let ambiguous = spoilt(|indicators| {
        indicators[0].aliases.push("QUỸ BIỂN, ĐẢO".parse().unwrap());
        indicators[7].name.en = "cremations".parse().unwrap();
    });
    assert_eq!(
        ambiguous,
        [
            "ambiguous_name indicators[5].aliases[0]: expected names that tell indicators apart, found `Quỹ biển, đảo`, which reads like `cremations`",
            "ambiguous_name indicators[7].name.en: expected names that tell indicators apart, found `cremations`, which reads like `cremations`",
        ]
    );
    let again = spoilt(|indicators| indicators[0].aliases.push("Số ca hoả táng".parse().unwrap()));
    assert_eq!(
        again,
        [
            "duplicate_alias indicators[0].aliases[0]: expected each name once, found `Số ca hoả táng` again"
        ]
    );
}

#[test]
fn members_of_sets_differ() {
    let fund = Purpose::Fund { name: sample::text("Quỹ", "Fund") };
    let twice = spoilt(|indicators| {
        indicators[0].reporters.push("ward".parse().unwrap());
        indicators[0].serves = vec![fund.clone(), fund];
    });
    assert_eq!(
        twice,
        [
            "duplicate_reporter indicators[0].reporters[1]: expected each kind of reporter once, found `ward` again",
            "duplicate_purpose indicators[0].serves[1]: expected each purpose once, found Fund again",
        ]
    );
}

#[test]
fn ratios_are_of_two_quantities() {
    let ratio = |part: &str, whole: &str| Measured::Ratio {
        part: part.parse().unwrap(),
        whole: whole.parse().unwrap(),
    };
    let found = spoilt(|indicators| {
        indicators[0].measured = ratio("nothing", "cremated");
        indicators[1].measured = ratio("conference", "groups");
        indicators[2].measured = ratio("groups", "groups");
    });
    assert_eq!(
        found,
        [
            "unknown_indicator indicators[0].measured.part: expected an indicator of this catalogue, found `nothing`",
            "no_quantity indicators[0].measured.whole: expected an indicator that is a stock, a flow or cumulative, found `cremated`, ratio",
            "no_quantity indicators[1].measured.part: expected an indicator that is a stock, a flow or cumulative, found `conference`, yes_no",
            "ratio_of_itself indicators[2].measured.whole: expected a numerator and a denominator that differ, found `groups` twice",
        ]
    );
}

#[cfg(feature = "serde")]
#[test]
fn reading_undoes_writing() {
    let text = serde_json::to_string(&sample::catalogue()).unwrap();
    assert_eq!(serde_json::from_str::<CatalogueParts>(&text).unwrap(), sample::catalogue());
    let unknown = text.replace("\"aliases\"", "\"alias\"");
    assert!(serde_json::from_str::<CatalogueParts>(&unknown).is_err());
}
