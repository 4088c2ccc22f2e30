//! Laws and faults of figures.

use std::collections::BTreeSet;

use proptest::prelude::*;
use thidua_values::Fault;

use super::*;
use crate::{About, CountedBy, ObservedValue, Stage, sample, strategies};

/// Whether a later revision of the same thing is there, found by looking at all.
fn is_replaced(observation: &Observation, all: &[Observation]) -> bool {
    let same = |other: &&Observation| {
        (&other.about, &other.indicator) == (&observation.about, &observation.indicator)
            && other.period == observation.period
            && (other.stage, other.counted_by) == (observation.stage, observation.counted_by)
    };
    all.iter().filter(same).any(|other| observation.revision < other.revision)
}

proptest! {
    /// Law: nothing is lost, and of several revisions only the last counts.
    #[test]
    fn only_the_last_revision_counts((catalogue, organisation, parts) in strategies::figures()) {
        let figures = Figures::try_new(&catalogue, &organisation, parts.clone()).unwrap();
        prop_assert_eq!(figures.observations(), &parts.observations[..]);
        prop_assert_eq!(figures.title(), &parts.title);
        let all = &parts.observations;
        let place = |one: &Observation| all.iter().position(|other| other == one).unwrap();
        let counting: BTreeSet<usize> = figures.counting().map(place).collect();
        prop_assert_eq!(figures.counting().count(), counting.len());
        for (at, observation) in all.iter().enumerate() {
            prop_assert_eq!(counting.contains(&at), !is_replaced(observation, all));
            let revisions: Vec<_> = figures.revisions(observation).collect();
            prop_assert!(revisions.contains(&observation));
            prop_assert!(revisions.is_sorted_by(|a, b| a.revision < b.revision));
            let last = revisions.last().unwrap();
            prop_assert!(counting.contains(&place(last)));
        }
    }
}

/// The faults of one observation, a flow of the ward Bưởi in 2024, with something spoilt.
#[track_caller]
fn spoilt(spoil: impl FnOnce(&mut Observation)) -> Vec<String> {
    let mut observation = sample::observation("buoi", "cremations", 5);
    spoil(&mut observation);
    faults(vec![observation])
}

#[track_caller]
fn faults(observations: Vec<Observation>) -> Vec<String> {
    let (catalogue, organisation) = (sample::bound_catalogue(), sample::organisation());
    let parts = sample::parts(observations);
    let faults = Figures::try_new(&catalogue, &organisation, parts).unwrap_err();
    let faults = faults.as_slice().iter();
    faults.map(|it| format!("{} {}: {}", it.fault.code(), it.place, it.fault)).collect()
}

#[test]
fn what_is_unknown_is_refused() {
    let found = spoilt(|it| {
        it.about = About::Unit { unit: "buoii".parse().unwrap() };
        it.indicator = "houses".parse().unwrap();
        it.reporter = Some("buoi".parse().unwrap());
    });
    assert_eq!(
        found,
        [
            "unknown_unit observations[0].about.unit: expected a unit of the organisation, found `buoii`",
            "unknown_indicator observations[0].indicator: expected an indicator of the catalogue, found `houses`",
            "unknown_body observations[0].reporter: expected a body of the organisation, found `buoi`",
        ]
    );
    let cluster = "cluster-9".parse().unwrap();
    assert_eq!(
        spoilt(|it| it.about = About::Cluster { cluster }),
        [
            "unknown_cluster observations[0].about.cluster: expected a cluster of the organisation, found `cluster-9`"
        ]
    );
    let catalogue = sample::bound_catalogue();
    let parts = FiguresParts { catalogue: "other".parse().unwrap(), ..sample::parts(Vec::new()) };
    let refused = Figures::try_new(&catalogue, &sample::organisation(), parts).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "catalogue: expected figures of catalogue `small`, found `other`"
    );
}

#[test]
fn periods_fit_units_and_indicators() {
    let gone = spoilt(|it| {
        it.about = About::Unit { unit: "tay-ho".parse().unwrap() };
        it.period = sample::days("2025-07-01", Some("2026-01-01"));
        it.received = sample::day("2025-06-01");
    });
    assert_eq!(
        gone,
        [
            "not_living_in_period observations[0].period: expected a period in which `tay-ho` lives, from 2022-01-01 until, not including, 2025-07-01, found 2025-07-01 until, not including, 2026-01-01",
            "received_early observations[0].received: expected a day from 2025-07-01 on, found 2025-06-01",
        ]
    );
    let open = spoilt(|it| it.period = sample::days("2024-01-01", None));
    assert_eq!(
        open,
        [
            "period_without_end observations[0].period: expected a period that ends, found 2024-01-01 on"
        ]
    );
    let stock = spoilt(|it| it.indicator = "groups".parse().unwrap());
    assert_eq!(
        stock,
        [
            "stock_of_days observations[0].period: expected one day, on which a stock was counted, found 2024-01-01 until, not including, 2025-01-01"
        ]
    );
}

#[test]
fn a_plan_comes_before_its_period() {
    let mut plan = sample::observation("buoi", "cremations", 5);
    (plan.stage, plan.received) = (Stage::Planned, sample::day("2023-12-01"));
    let (catalogue, organisation) = (sample::bound_catalogue(), sample::organisation());
    let parts = sample::parts(vec![plan]);
    assert!(Figures::try_new(&catalogue, &organisation, parts).is_ok());
}

#[test]
fn values_are_of_the_sort_that_indicators_need() {
    let value = |indicator: &str, value: ObservedValue| {
        let found = spoilt(|it| {
            it.indicator = indicator.parse().unwrap();
            it.value = value;
        });
        found
            .into_iter()
            .map(|it| it.replace("observations[0].value: expected ", ""))
            .collect::<Vec<_>>()
    };
    let figure =
        |text: &str, qualifier| ObservedValue::Figure { figure: text.parse().unwrap(), qualifier };
    let exactly = |text: &str| figure(text, thidua_values::Qualifier::Exactly);
    assert_eq!(
        value("cremations", ObservedValue::Answer { yes: true }),
        ["wrong_sort_of_value a figure, or that a target is met, found an answer"]
    );
    assert_eq!(
        value("conference", exactly("1")),
        ["wrong_sort_of_value an answer, yes or no, found a figure"]
    );
    assert_eq!(
        value("conference", ObservedValue::TargetMet {}),
        ["wrong_sort_of_value an answer, yes or no, found a target met"]
    );
    assert_eq!(
        value("cremations", exactly("-3")),
        ["figure_below_zero a number of at least 0, found `-3`"]
    );
    assert_eq!(
        value("land", figure("0", thidua_values::Qualifier::Below)),
        ["figure_below_zero a number of at least 0, found `0`"]
    );
    for text in ["15", "1", "0", "20", "10.5"] {
        assert_eq!(
            value("land", figure(text, thidua_values::Qualifier::Several)),
            [format!(
                "not_several 10 or 100 of something, or one nghìn, triệu or tỷ, found `{text}`"
            )]
        );
    }
    assert_eq!(value("sea-fund", exactly("0.5")), ["part_of_one a whole number, found `0.5`"]);
    let planned = spoilt(|it| {
        it.stage = Stage::Planned;
        it.value = ObservedValue::TargetMet {};
    });
    assert_eq!(
        planned,
        [
            "plan_met observations[0].value: expected a planned figure, or a target met by what is done, found a target met that is planned"
        ]
    );
}

#[test]
fn a_reporter_of_each_indicator_is_a_kind_of_the_organisation() {
    let organisation = sample::organisation();
    let refused = |reporters: &[&str], indicator: &str| {
        let mut parts = sample::catalogue();
        for it in &mut parts.indicators {
            it.reporters = reporters.iter().map(|it| it.parse().unwrap()).collect();
        }
        let catalogue = Catalogue::try_new(parts).unwrap();
        let parts = sample::parts(vec![sample::observation("buoi", indicator, 10)]);
        let faults = Figures::try_new(&catalogue, &organisation, parts).err();
        let faults = faults.iter().flat_map(Faults::as_slice);
        let words = faults.map(|it| format!("{} {}: {}", it.fault.code(), it.place, it.fault));
        words.collect::<Vec<_>>()
    };
    assert_eq!(
        refused(&["wardd"], "deaths"),
        [
            "unknown_reporter catalogue: expected a reporter of `deaths` that is a kind of the organisation, found `wardd`"
        ]
    );
    // Catalogues are of more organisations than one.
    assert!(refused(&["commune", "ward"], "deaths").is_empty());
    assert!(refused(&["committee"], "deaths").is_empty());
    assert!(refused(&[], "deaths").is_empty());
}

#[test]
fn each_revision_is_another() {
    let first = sample::observation("buoi", "cremations", 5);
    let second = Observation { revision: 1, ..first.clone() };
    let by_doer = Observation { counted_by: CountedBy::Doer, ..first.clone() };
    let found = faults(vec![first.clone(), second.clone(), by_doer, second, first]);
    assert_eq!(
        found,
        [
            "repeated_observation observations[3].revision: expected another number for each revision of a figure, found revision 1 of `cremations` of `buoi`, 2024-01-01 until, not including, 2025-01-01, again",
            "repeated_observation observations[4].revision: expected another number for each revision of a figure, found revision 0 of `cremations` of `buoi`, 2024-01-01 until, not including, 2025-01-01, again",
        ]
    );
}

#[cfg(feature = "serde")]
proptest! {
    /// Law: reading what was written gives the same observations.
    #[test]
    fn reading_undoes_writing((_, _, parts) in strategies::figures()) {
        let text = serde_json::to_string(&parts).unwrap();
        prop_assert_eq!(serde_json::from_str::<FiguresParts>(&text).unwrap(), parts);
    }
}

proptest! {
    /// Law: the canonical order is one, whatever order observations came in.
    #[test]
    fn canonical_order_is_one(
        (parts, shuffled) in strategies::figures().prop_flat_map(|(_, _, parts)| {
            let shuffled = Just(parts.observations.clone()).prop_shuffle();
            (Just(parts), shuffled)
        }),
    ) {
        let shuffled = FiguresParts { observations: shuffled, ..parts.clone() };
        prop_assert_eq!(parts.canonical(), shuffled.canonical());
    }
}
