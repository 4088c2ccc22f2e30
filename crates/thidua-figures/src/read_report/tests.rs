//! What is read of claims, and the observations that come of it.

use proptest::prelude::*;
use thidua_values::{Exact, Fault};

use super::*;
use crate::sample::{bound_catalogue, day, organisation};
use crate::sample_report::{claim, cluster, count, date, figure, parts, report, share};
use crate::{Figures, Post, ReportParts, When, sample};

fn faults(report: &Report) -> Vec<String> {
    let (catalogue, organisation) = (bound_catalogue(), organisation());
    let faults = report.read(&catalogue, &organisation).unwrap_err().into_vec();
    faults.iter().map(|it| format!("{} {}: {}", it.fault.code(), it.place, it.fault)).collect()
}

proptest! {
    /// Law: a printed figure becomes an observation that says as much and no more.
    #[test]
    fn observations_say_what_was_printed(printed in thidua_notation::strategies::quantity()) {
        let (catalogue, organisation) = (bound_catalogue(), organisation());
        let quote = printed.to_string();
        for indicator in ["cremations", "sea-fund", "land", "cremated"] {
            let report = report(vec![claim("a", &quote, figure(indicator))]);
            let read = report.read(&catalogue, &organisation).unwrap();
            let reading = read.reading(&"a".parse().unwrap());
            let observed = read.observations();
            prop_assert!(observed.is_empty() || reading.is_some());
            for observation in observed {
                let ObservedValue::Figure { figure, qualifier } = observation.value else { panic!() };
                let bounds = reading.and_then(Reading::quantity).unwrap().bounds();
                prop_assert_eq!(qualifier.bounds(Exact::from(figure)), bounds);
            }
        }
    }

    /// Law: no claim is lost, whatever it says.
    #[test]
    fn every_claim_is_read_or_refused(quotes in prop::collection::vec("[0-9./% ]{0,3}[a-zđồng]{1,4}", 0..5)) {
        let (catalogue, organisation) = (bound_catalogue(), organisation());
        let quotes: Vec<_> = quotes.iter().map(|quote| quote.trim().replace("  ", " ")).collect();
        let named = quotes.iter().zip(0..).map(|(quote, at)| claim(&format!("c{at}"), quote, count()));
        let report = report(named.collect());
        let read = report.read(&catalogue, &organisation).unwrap();
        prop_assert_eq!(read.claims().count(), quotes.len());
    }
}

#[test]
fn claims_are_read_in_the_unit_of_their_indicator() {
    let (catalogue, organisation) = (bound_catalogue(), organisation());
    let report = report(vec![
        claim("a", "được trên 7.690 triệu đồng", figure("sea-fund"))
            .read_as("trên 7.690 triệu đồng"),
        claim("b", "98% trở lên", figure("cremated")),
        claim("c", "4.375/5.121", share()),
        claim("d", "8/11", date(When::On)),
        claim("e", "01", count()),
        claim("f", "ngày 05 tháng 15 năm 2020", date(When::Before)),
        claim("g", "10/TTr-MTTW-BTT", Stated::Number { called: "Thông tri".parse().unwrap() }),
        claim("h", "1,5", figure("land")),
        claim("i", "Nghị quyết", Stated::Number { called: "Nghị quyết".parse().unwrap() }),
    ]);
    let read = report.read(&catalogue, &organisation).unwrap();
    let words: Vec<String> = read
        .claims()
        .map(|(_, reading)| match reading {
            Ok(reading) => format!("{}: {}", reading.code(), reading.words().en),
            Err(refusal) => refusal.to_string(),
        })
        .collect();
    assert_eq!(
        words,
        [
            "quantity: more than 7,690,000,000 đồng",
            "quantity: at least 98 %",
            "share: 4,375 of 5,121",
            "date: 2024-11-08",
            "quantity: 1",
            "at character 15: expected a month from 1 to 12, found `15`",
            "number: 10/TTr-MTTW-BTT",
            "quantity: 1.5",
            "expected a document number such as `30/KH-MTTQ` or `10-CT/TW`, found `Nghị quyết`",
        ]
    );
}

#[test]
fn percentages_are_no_whole_of_percentages() {
    let parts = vec!["b".parse().unwrap(), "c".parse().unwrap()];
    let report = report(vec![
        claim("a", "80%", figure("cremated")).held_to(Relation::WholeOf { parts }),
        claim("b", "98%", figure("cremated")),
        claim("c", "98%", figure("cremated")),
    ]);
    assert_eq!(
        faults(&report),
        [
            "other_kind_of_indicator claims[0].relations[0].kind: expected a stock, a flow or a cumulative figure, found `cremated`, ratio"
        ]
    );
}

#[test]
fn figures_and_shares_become_observations() {
    let (catalogue, organisation) = (bound_catalogue(), organisation());
    let again = Relation::Restates { claim: "b".parse().unwrap() };
    let report = report(vec![
        claim("a", "4.375/5.121", share()),
        claim("b", "trên 6", figure("groups")),
        claim("c", "hàng chục", figure("groups")).held_to(again),
        claim("d", "hơn 2/3", share()),
        claim("e", "nhiều", figure("cremations")),
        claim("f", "85,0%", figure("cremated")),
    ]);
    let read = report.read(&catalogue, &organisation).unwrap();
    let observations = read.observations();
    let told: Vec<(&str, String)> =
        observations.iter().map(|it| (it.indicator.as_str(), it.value.words().en)).collect();
    assert_eq!(
        told,
        [
            ("cremations", "4375".to_owned()),
            ("deaths", "5121".to_owned()),
            ("groups", "more than 6".to_owned()),
            ("cremated", "85.0".to_owned())
        ]
    );
    assert!(observations.iter().all(|it| it.received == day("2024-11-08")));
    let parts = sample::parts(observations);
    assert!(Figures::try_new(&catalogue, &organisation, parts).is_ok());
}

#[test]
fn what_is_not_at_hand_is_named() {
    let elsewhere = About::Unit { unit: "ba-vi".parse().unwrap() };
    let kinds = vec!["commune".parse().unwrap()];
    let units = Relation::Units { about: elsewhere, kinds, day: day("2024-03-01") };
    let Stated::Share { about, period, stage, counted_by, .. } = share() else { panic!() };
    let indicator = "deaths".parse().unwrap();
    let no_share = Stated::Share { about, indicator, period, stage, counted_by };
    let lead = Stated::Lead {
        cluster: "cluster-9".parse().unwrap(),
        member: "mttq-ba-vi".parse().unwrap(),
        post: Post::Head,
        during: period,
    };
    let claims = vec![
        claim("a", "3", figure("houses")),
        claim("b", "3", figure("conference")),
        claim("c", "3/4", no_share),
        claim("d", "3", count()).held_to(units),
        claim("e", "làm Cụm trưởng", lead),
    ];
    let parts = ReportParts { catalogue: "large".parse().unwrap(), ..parts(claims) };
    assert_eq!(
        faults(&Report::try_new(parts).unwrap()),
        [
            "other_catalogue catalogue: expected claims of catalogue `small`, found `large`",
            "unknown_indicator claims[0].states.indicator: expected an indicator of the catalogue, found `houses`",
            "other_kind_of_indicator claims[1].states.indicator: expected a stock, a flow, a cumulative figure or a ratio, found `conference`, yes_no",
            "other_kind_of_indicator claims[2].states.indicator: expected a ratio, found `deaths`, flow",
            "unknown_unit claims[3].relations[0].about.unit: expected a unit of the organisation, found `ba-vi`",
            "unknown_kind_of_unit claims[3].relations[0].kinds[0]: expected a kind of unit of the organisation, found `commune`",
            "unknown_cluster claims[4].states.cluster: expected a cluster of the organisation, found `cluster-9`",
            "unknown_body claims[4].states.member: expected a body of the organisation, found `mttq-ba-vi`",
        ]
    );
    assert_eq!(cluster().as_str(), "cluster-1");
}
