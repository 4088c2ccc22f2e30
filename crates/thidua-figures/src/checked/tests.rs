//! Golden cases and laws of runs.

use proptest::prelude::*;
use thidua_organisation::{Organisation, Unit};
use thidua_values::{Coded, Figure, Period, Qualifier, Severity};

use super::*;
use crate::{
    Catalogue, ChangeBy, CheckListParts, Figures, ObservedValue, Rule, Spread, sample, strategies,
};

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(id: &str) -> T {
    id.parse().unwrap()
}

fn figure(text: &str) -> Figure {
    text.parse().unwrap()
}

fn year(year: u16) -> Period {
    sample::days(&format!("{year}-01-01"), Some(&format!("{}-01-01", year + 1)))
}

/// 2024 beside 2023, what was done, by place.
fn checking() -> Checking {
    let (period, before) = (year(2024), Some(year(2023)));
    Checking { period, before, stage: Stage::Done, counted_by: CountedBy::Place }
}

fn list(catalogue: &Catalogue, rules: &[Rule]) -> CheckListParts {
    let check = |(rule, at): (&Rule, usize)| Check {
        id: id(&format!("check-{at}")),
        title: sample::text("Kiểm tra", "A check"),
        why: sample::text("Vì sao", "Why"),
        severity: Severity::Warning,
        rule: rule.clone(),
        basis: sample::basis(),
    };
    CheckListParts {
        id: id("all"),
        title: sample::text("Các phép kiểm tra", "Checks"),
        catalogue: catalogue.id().clone(),
        checks: rules.iter().zip(100..).map(check).collect(),
    }
}

/// Tây Hồ with as many wards as letters, beside the two that it has.
fn with_wards(letters: &str) -> Organisation {
    let mut parts = sample::organisation().parts().clone();
    let ward = parts.units.iter().find(|unit| unit.id.as_str() == "buoi").unwrap().clone();
    let wards = letters.chars().map(|it| Unit { id: id(&format!("ward-{it}")), ..ward.clone() });
    parts.units.extend(wards);
    Organisation::try_new(parts).unwrap()
}

/// What a rule finds, line by line.
fn found_in(
    organisation: &Organisation,
    rule: Rule,
    observations: Vec<Observation>,
) -> Vec<String> {
    let catalogue = sample::bound_catalogue();
    let list = CheckList::try_new(&catalogue, list(&catalogue, &[rule])).unwrap();
    let parts = sample::parts(observations);
    let figures = Figures::try_new(&catalogue, organisation, parts).unwrap();
    let on = figures.as_of(sample::day("2024-12-31")).unwrap();
    let found = list.run(&on, &checking()).unwrap();
    let doubts = list.doubts(&on, &checking()).unwrap();
    let doubtful = found.iter().filter(|it| it.verdict != Verdict::Holds);
    assert!(doubtful.eq(&doubts));
    found.iter().map(in_words).collect()
}

fn found(rule: Rule, observations: Vec<Observation>) -> Vec<String> {
    found_in(&sample::organisation(), rule, observations)
}

fn in_words(it: &Checked<'_>) -> String {
    let Checked { about, verdict, terms, computed, .. } = it;
    assert!(!computed.words().vi.is_empty() && !computed.code().is_empty());
    let (verdict, words) = (verdict.code(), computed.words().en);
    format!("{} {verdict}: {words} [{}]", about.as_str(), terms.len())
}

use sample::observation as of;

fn said(qualifier: Qualifier, it: Observation) -> Observation {
    let ObservedValue::Figure { figure, .. } = it.value else { return it };
    Observation { value: ObservedValue::Figure { figure, qualifier }, ..it }
}

fn above(it: Observation) -> Observation {
    said(Qualifier::Above, it)
}

fn percent(unit: &str, text: &str, qualifier: Qualifier) -> Observation {
    let value = ObservedValue::Figure { figure: figure(text), qualifier };
    Observation { value, ..of(unit, "cremated", 0) }
}

fn in_2023(it: Observation) -> Observation {
    Observation { period: year(2023), ..it }
}

fn of_cluster(it: Observation) -> Observation {
    Observation { about: About::Cluster { cluster: id("cluster-1") }, ..it }
}

#[test]
fn a_part_is_within_its_whole() {
    let rule = Rule::PartInWhole { ratios: vec![id("cremated")] };
    let observations = vec![
        of("buoi", "cremations", 9),
        of("buoi", "deaths", 10),
        of("xuan-la", "cremations", 11),
        of("xuan-la", "deaths", 10),
        above(of("yen-hoa", "cremations", 9)),
        of("yen-hoa", "deaths", 10),
        above(of("dich-vong", "cremations", 10)),
        of("dich-vong", "deaths", 10),
        of("tay-ho", "deaths", 20),
        of_cluster(of("tay-ho", "cremations", 30)),
        of_cluster(of("tay-ho", "deaths", 20)),
    ];
    assert_eq!(
        found(rule, observations),
        [
            "buoi holds: 9, beside 10 [2]",
            "dich-vong fails: more than 10, beside 10 [2]",
            "xuan-la fails: 11, beside 10 [2]",
            "yen-hoa open: more than 9, beside 10 [2]",
            "cluster-1 fails: 30, beside 20 [2]",
        ]
    );
}

#[test]
fn each_of_a_chain_is_at_most_the_one_before() {
    let rule = Rule::Chain { indicators: vec![id("deaths"), id("cremations")] };
    let observations = vec![
        of("buoi", "deaths", 59),
        of("buoi", "cremations", 59),
        of("xuan-la", "deaths", 56),
        of("xuan-la", "cremations", 59),
        said(Qualifier::About, of("yen-hoa", "deaths", 59)),
        of("yen-hoa", "cremations", 59),
        of("dich-vong", "cremations", 59),
    ];
    assert_eq!(
        found(rule, observations),
        [
            "buoi holds: 59, beside 59 [2]",
            "xuan-la fails: 59, beside 56 [2]",
            "yen-hoa open: 59, beside at least 0 [2]",
        ]
    );
}

#[test]
fn parts_are_within_their_whole() {
    let rule = Rule::PartsInWhole { parts: vec![id("cremations")], whole: id("deaths") };
    let observations = vec![
        of("buoi", "deaths", 10),
        of("buoi", "cremations", 4),
        above(of("xuan-la", "deaths", 10)),
        above(of("xuan-la", "cremations", 4)),
        of("yen-hoa", "deaths", 3),
        of("yen-hoa", "cremations", 4),
        of("dich-vong", "deaths", 3),
    ];
    assert_eq!(
        found(rule, observations),
        [
            "buoi holds: parts 4, whole 10, rest 6 [2]",
            "xuan-la open: parts more than 4, whole more than 10, rest at least 0 [2]",
            "yen-hoa fails: parts 4, more than the whole 3 [2]",
        ]
    );
}

#[test]
fn a_part_that_is_not_told_may_be_more() {
    let rule =
        Rule::PartsInWhole { parts: vec![id("cremations"), id("crematoria")], whole: id("deaths") };
    let mut parts = sample::catalogue();
    let another = parts.indicators[0].clone();
    parts.indicators.push(crate::Indicator {
        id: id("crematoria"),
        name: sample::text("Nơi hỏa táng", "Crematoria"),
        ..another
    });
    let catalogue = Catalogue::try_new(parts).unwrap();
    let list = CheckList::try_new(&catalogue, list(&catalogue, &[rule])).unwrap();
    let observations = vec![
        of("buoi", "deaths", 10),
        of("buoi", "cremations", 4),
        of("xuan-la", "deaths", 10),
        of("xuan-la", "crematoria", 11),
    ];
    let parts = sample::parts(observations);
    let organisation = sample::organisation();
    let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
    let on = figures.as_of(sample::day("2024-12-31")).unwrap();
    let found = list.run(&on, &checking()).unwrap();
    let words: Vec<String> = found.iter().map(in_words).collect();
    assert_eq!(
        words,
        [
            "buoi open: parts at least 4, whole 10, rest at least 0 and at most 6 [2]",
            "xuan-la fails: parts at least 11, more than the whole 10 [2]",
        ]
    );
}

#[test]
fn a_unit_and_a_cluster_tell_what_those_below_come_to() {
    let rule = Rule::ParentAndChildren { indicators: vec![id("cremations")] };
    let observations = vec![
        of("buoi", "cremations", 9),
        of("xuan-la", "cremations", 20),
        of("tay-ho", "cremations", 29),
        of("yen-hoa", "cremations", 7),
        of("cau-giay", "cremations", 8),
        of("ha-noi", "cremations", 36),
        of_cluster(above(of("tay-ho", "cremations", 36))),
    ];
    assert_eq!(
        found(rule.clone(), observations.clone()),
        [
            "cau-giay open: reported 8, added up at least 7 (1 of 2 units reported) [2]",
            "ha-noi fails: reported 36, added up 37 (3 of 4 units reported) [4]",
            "tay-ho holds: reported 29, added up 29 (2 of 2 units reported) [3]",
            "cluster-1 holds: reported more than 36, added up 37 (3 of 4 units reported) [4]",
        ]
    );
    let fewer = Observation { revision: 1, ..of("cau-giay", "cremations", 6) };
    let found = found(rule, [observations, vec![fewer]].concat());
    assert_eq!(
        found[0],
        "cau-giay fails: reported 6, added up at least 7 (1 of 2 units reported) [2]"
    );
    assert_eq!(
        found[3],
        "cluster-1 fails: reported more than 36, added up 35 (3 of 4 units reported) [4]"
    );
}

#[test]
fn a_stated_percentage_is_that_of_its_parts() {
    let rule = Rule::StatedPercent { ratios: vec![id("cremated")] };
    let of_5121 = |unit: &str| vec![of(unit, "cremations", 4_375), of(unit, "deaths", 5_121)];
    let observations = [
        of_5121("buoi"),
        vec![percent("buoi", "85", Qualifier::Exactly)],
        of_5121("xuan-la"),
        vec![percent("xuan-la", "86", Qualifier::Exactly)],
        vec![of("yen-hoa", "cremations", 377), of("yen-hoa", "deaths", 986)],
        vec![percent("yen-hoa", "38.23", Qualifier::Exactly)],
        of_5121("dich-vong"),
        vec![percent("dich-vong", "80", Qualifier::Above)],
        vec![of("tay-ho", "cremations", 1), above(of("tay-ho", "deaths", 2))],
        vec![percent("tay-ho", "40", Qualifier::Exactly)],
        vec![percent("cau-giay", "40", Qualifier::Exactly)],
    ];
    assert_eq!(
        found(rule, observations.concat()),
        [
            "buoi holds: 4,375/5,121 = ≈ 85.4325%, stated as 85%: fits [3]",
            "dich-vong holds: 4,375/5,121 = ≈ 85.4325%, stated as more than 80%: fits [3]",
            "tay-ho open: 1/more than 2 = more than 0 and less than 50%, stated as 40%: cannot be told [3]",
            "xuan-la fails: 4,375/5,121 = ≈ 85.4325%, stated as 86%: does not fit [3]",
            "yen-hoa holds: 377/986 = ≈ 38.2353%, stated as 38.23%: fits if cut off [3]",
        ]
    );
}

#[test]
fn figures_change_within_bounds() {
    let rule = |indicator: &str, by, most: &str| Rule::Change {
        indicators: vec![id(indicator)],
        by,
        most: figure(most),
    };
    let observations = vec![
        in_2023(of("buoi", "deaths", 10)),
        of("buoi", "deaths", 15),
        in_2023(of("xuan-la", "deaths", 10)),
        of("xuan-la", "deaths", 4),
        in_2023(of("yen-hoa", "deaths", 0)),
        of("yen-hoa", "deaths", 4),
        in_2023(of("dich-vong", "deaths", 0)),
        of("dich-vong", "deaths", 0),
        of("tay-ho", "deaths", 4),
        in_2023(of("buoi", "cremations", 8)),
        of("buoi", "cremations", 9),
    ];
    assert_eq!(
        found(rule("deaths", ChangeBy::Percent, "50"), observations.clone()),
        [
            "buoi holds: before 10, now 15, changed by 50 percent [2]",
            "dich-vong holds: before 0, now 0, no percentage of 0 [2]",
            "xuan-la fails: before 10, now 4, changed by -60 percent [2]",
            "yen-hoa open: before 0, now 4, no percentage of 0 [2]",
        ]
    );
    assert_eq!(
        found(rule("cremated", ChangeBy::Points, "19.9"), observations),
        ["buoi fails: before 80, now 60, changed by -20 percentage points [4]"]
    );
}

#[test]
fn outliers_are_told_among_siblings() {
    let rule = Rule::Outlier {
        indicators: vec![id("deaths")],
        spread: Spread::Mad,
        times: figure("3"),
        fewest: 5,
    };
    let observations = vec![
        of("buoi", "deaths", 11),
        of("xuan-la", "deaths", 12),
        of("ward-a", "deaths", 13),
        of("ward-b", "deaths", 14),
        of("ward-c", "deaths", 90),
        above(of("ward-d", "deaths", 12)),
        of("yen-hoa", "deaths", 900),
    ];
    assert_eq!(
        found_in(&with_wards("abcd"), rule, observations),
        [
            "yen-hoa open: 900; only 1 in the group, too few to compare [1]",
            "buoi holds: 11; of 5 in the group, usual is at least 10 and at most 16 [1]",
            "ward-a holds: 13; of 5 in the group, usual is at least 10 and at most 16 [1]",
            "ward-b holds: 14; of 5 in the group, usual is at least 10 and at most 16 [1]",
            "ward-c fails: 90; of 5 in the group, usual is at least 10 and at most 16 [1]",
            "ward-d open: more than 12; of 5 in the group, usual is at least 10 and at most 16 [1]",
            "xuan-la holds: 12; of 5 in the group, usual is at least 10 and at most 16 [1]",
        ]
    );
}

#[test]
fn figures_do_not_repeat_the_period_before() {
    let rule = Rule::SameAsBefore { indicators: vec![id("deaths")] };
    let observations = vec![
        in_2023(of("buoi", "deaths", 10)),
        of("buoi", "deaths", 10),
        in_2023(of("xuan-la", "deaths", 10)),
        of("xuan-la", "deaths", 11),
        in_2023(of("yen-hoa", "deaths", 0)),
        of("yen-hoa", "deaths", 0),
        in_2023(of("dich-vong", "deaths", 10)),
        above(of("dich-vong", "deaths", 9)),
    ];
    assert_eq!(
        found(rule, observations),
        [
            "buoi fails: 10; the period before 10 [2]",
            "dich-vong open: more than 9; the period before 10 [2]",
            "xuan-la holds: 11; the period before 10 [2]",
            "yen-hoa holds: 0; the period before 0 [2]",
        ]
    );
}

#[test]
fn many_siblings_do_not_tell_the_same() {
    let rule = Rule::SameAsSiblings { indicators: vec![id("deaths")], fewest: 3 };
    let observations = vec![
        of("buoi", "deaths", 20),
        of("xuan-la", "deaths", 20),
        of("ward-a", "deaths", 20),
        of("ward-b", "deaths", 0),
        above(of("ward-c", "deaths", 20)),
        of("yen-hoa", "deaths", 20),
    ];
    assert_eq!(
        found_in(&with_wards("abc"), rule, observations),
        [
            "yen-hoa holds: 20, reported alike by 1 of the group [1]",
            "buoi fails: 20, reported alike by 3 of the group [1]",
            "ward-a fails: 20, reported alike by 3 of the group [1]",
            "ward-b holds: 0, reported alike by 1 of the group [1]",
            "ward-c open: more than 20, reported alike by 0 of the group [1]",
            "xuan-la fails: 20, reported alike by 3 of the group [1]",
        ]
    );
}

#[test]
fn units_of_measure_are_not_mixed_up() {
    let rule =
        Rule::Thousandfold { indicators: vec![id("deaths")], factor: figure("3"), fewest: 3 };
    let observations = vec![
        of("buoi", "deaths", 2),
        of("xuan-la", "deaths", 3),
        of("ward-a", "deaths", 2_280),
        above(of("ward-b", "deaths", 3)),
        of("yen-hoa", "deaths", 2),
    ];
    assert_eq!(
        found_in(&with_wards("ab"), rule, observations),
        [
            "yen-hoa open: 2; only 1 in the group, too few to compare [1]",
            "buoi holds: 2; the median of 3 in the group is 3 [1]",
            "ward-a fails: 2,280; the median of 3 in the group is 3 [1]",
            "ward-b open: more than 3; the median of 3 in the group is 3 [1]",
            "xuan-la holds: 3; the median of 3 in the group is 3 [1]",
        ]
    );
}

#[test]
fn figures_are_of_the_period_that_is_asked_for() {
    let rule = Rule::OtherPeriod { indicators: vec![id("deaths")] };
    let half = |unit: &str, from: &str, until: &str| Observation {
        period: sample::days(from, Some(until)),
        ..of(unit, "deaths", 5)
    };
    let observations = vec![
        of("buoi", "deaths", 10),
        half("xuan-la", "2024-01-01", "2024-07-01"),
        half("yen-hoa", "2024-01-01", "2024-07-01"),
        half("yen-hoa", "2024-07-01", "2025-01-01"),
        in_2023(of("dich-vong", "deaths", 10)),
    ];
    assert_eq!(
        found(rule, observations),
        [
            "buoi holds: asked for 2024-01-01 to 2024-12-31, reported 2024-01-01 to 2024-12-31 [1]",
            "xuan-la fails: asked for 2024-01-01 to 2024-12-31, reported 2024-01-01 to 2024-06-30 [1]",
            "yen-hoa holds: asked for 2024-01-01 to 2024-12-31, reported 2024-01-01 to 2024-06-30; 2024-07-01 to 2024-12-31 [2]",
        ]
    );
}

#[test]
fn figures_are_received_in_time() {
    let rule = Rule::Late { indicators: vec![id("deaths")], days: 10 };
    let received = |unit: &str, day: &str, revision| Observation {
        received: sample::day(day),
        revision,
        ..of(unit, "deaths", 5)
    };
    let observations = vec![
        received("buoi", "2025-01-10", 0),
        received("buoi", "2025-03-10", 1),
        received("xuan-la", "2025-01-11", 0),
    ];
    assert_eq!(
        found(rule, observations),
        [
            "buoi holds: received on 2025-01-10, due by 2025-01-10 [1]",
            "xuan-la fails: received on 2025-01-11, due by 2025-01-10 [1]",
        ]
    );
}

#[test]
fn who_is_obliged_reports() {
    let rule = Rule::Missing { indicators: vec![id("deaths")] };
    let observations = vec![of("buoi", "deaths", 0), of("tay-ho", "deaths", 5)];
    assert_eq!(
        found(rule, observations),
        [
            "buoi holds: reported [1]",
            "dich-vong fails: not reported [0]",
            "xuan-la fails: not reported [0]",
            "yen-hoa fails: not reported [0]",
        ]
    );
}

#[test]
fn figures_are_those_of_the_catalogue() {
    let catalogue = sample::bound_catalogue();
    let mut parts = sample::catalogue();
    parts.indicators.pop();
    let other = Catalogue::try_new(parts).unwrap();
    let list = CheckList::try_new(&catalogue, list(&catalogue, &[])).unwrap();
    let parts = sample::parts(Vec::new());
    let organisation = sample::organisation();
    let figures = Figures::try_new(&other, &organisation, parts).unwrap();
    let on = figures.as_of(sample::day("2024-12-31")).unwrap();
    assert_eq!(
        list.run(&on, &checking()).unwrap_err().to_string(),
        "expected figures of the catalogue `small` as it is at hand, found figures of `small`"
    );
}

/// One rule of each kind, of the indicators of the strategies.
fn rules() -> Vec<Rule> {
    let (flows, all) = (
        || vec![id("cremations"), id("deaths")],
        || vec![id("cremations"), id("cremated"), id("groups"), id("fund")],
    );
    vec![
        Rule::PartInWhole { ratios: vec![id("cremated")] },
        Rule::Chain { indicators: vec![id("deaths"), id("cremations")] },
        Rule::ParentAndChildren { indicators: vec![id("cremations"), id("groups"), id("fund")] },
        Rule::StatedPercent { ratios: vec![id("cremated")] },
        Rule::Change { indicators: all(), by: ChangeBy::Percent, most: figure("50") },
        Rule::Change { indicators: vec![id("cremated")], by: ChangeBy::Points, most: figure("5") },
        Rule::Outlier { indicators: all(), spread: Spread::Iqr, times: figure("1.5"), fewest: 2 },
        Rule::SameAsBefore { indicators: flows() },
        Rule::SameAsSiblings { indicators: flows(), fewest: 2 },
        Rule::Thousandfold { indicators: flows(), factor: figure("3"), fewest: 2 },
        Rule::OtherPeriod { indicators: vec![id("deaths"), id("conference")] },
        Rule::Late { indicators: flows(), days: 3 },
    ]
}

fn drawn() -> Checking {
    let days = |from: &str, until: &str| sample::days(from, Some(until));
    Checking {
        period: days("2022-01-01", "2022-01-03"),
        before: Some(days("2022-01-02", "2022-01-04")),
        stage: Stage::Done,
        counted_by: CountedBy::Place,
    }
}

/// All that checks find, in words.
fn all_found(
    (catalogue, organisation): (&Catalogue, &Organisation),
    observations: Vec<Observation>,
    day: u32,
) -> Option<Vec<(String, About, Verdict, String)>> {
    let parts = sample::parts(observations);
    let figures = Figures::try_new(catalogue, organisation, parts).unwrap();
    let on = figures.as_of(thidua_values::Day::from_ymd(2022, 1, day)?).ok()?;
    let list = CheckList::try_new(catalogue, list(catalogue, &rules())).unwrap();
    let found = list.run(&on, &drawn()).unwrap();
    let told = |it: &Checked<'_>| {
        (format!("{} {}", it.check.id, it.indicator), it.about.clone(), it.verdict, in_words(it))
    };
    Some(found.iter().map(told).collect())
}

proptest! {
    /// Law: the order of observations means nothing.
    #[test]
    fn order_means_nothing(
        (figures, shuffled) in strategies::figures().prop_flat_map(|figures| {
            let shuffled = Just(figures.2.observations.clone()).prop_shuffle();
            (Just(figures), shuffled)
        }),
        day in 1_u32..10,
    ) {
        let (catalogue, organisation, parts) = figures;
        let bound = (&catalogue, &organisation);
        prop_assert_eq!(all_found(bound, parts.observations, day), all_found(bound, shuffled, day));
    }

    /// Law: what fails or holds of qualified figures does of every number that they may mean, where
    /// it looks at one unit only.
    #[test]
    fn verdicts_hold_of_all_members(
        (catalogue, organisation, parts) in strategies::figures(),
        more in prop::collection::vec(0_u32..5, 60),
        day in 1_u32..10,
    ) {
        let mut meant = parts.observations.clone();
        for (observation, more) in meant.iter_mut().zip(more) {
            // A stated percentage says something of numbers, and is none.
            let is_number = observation.indicator.as_str() != "cremated";
            if is_number && !matches!(observation.value, ObservedValue::Answer { .. }) {
                observation.value = crate::totals::tests::member(observation.value, more);
            }
        }
        let bound = (&catalogue, &organisation);
        let told = all_found(bound, parts.observations, day);
        let of_one = |check: &str| ["check-100", "check-101", "check-103", "check-104", "check-105", "check-107", "check-110", "check-111"]
            .iter().any(|one| check.starts_with(one));
        let meant = all_found(bound, meant, day).unwrap_or_default();
        for (check, about, verdict, words) in told.unwrap_or_default() {
            let same = meant.iter().find(|it| it.0 == check && it.1 == about);
            if let (true, Some(same), true) = (of_one(&check), same, verdict != Verdict::Open) {
                prop_assert_eq!(verdict, same.2, "{} {} / {}", check, words, same.3);
            }
        }
    }

    /// Law: of wards whose figures agree nothing is doubtful, and one that is planted is found.
    #[test]
    fn a_planted_error_is_found(deaths in prop::collection::vec(40_u32..60, 6), at in 0_usize..6) {
        let organisation = with_wards("abcd");
        let wards = ["buoi", "xuan-la", "ward-a", "ward-b", "ward-c", "ward-d"];
        let told = |deaths: &[u32]| -> Vec<Observation> {
            let each = wards.iter().zip(deaths);
            each.flat_map(|(ward, deaths)| vec![of(ward, "deaths", *deaths), of(ward, "cremations", 39)]).collect()
        };
        let sum = deaths.iter().sum();
        let district = vec![of("tay-ho", "deaths", sum)];
        let rules = [
            Rule::PartInWhole { ratios: vec![id("cremated")] },
            Rule::ParentAndChildren { indicators: vec![id("deaths")] },
            Rule::Thousandfold { indicators: vec![id("deaths")], factor: figure("3"), fewest: 4 },
        ];
        for (rule, planted) in rules.into_iter().zip([38, deaths[at] + 1, deaths[at] * 1_000]) {
            let right = [told(&deaths), district.clone()].concat();
            let found = found_in(&organisation, rule.clone(), right);
            prop_assert!(found.iter().all(|it| !it.contains(" fails: ")), "{found:?}");
            let mut wrong = deaths.clone();
            wrong[at] = planted;
            let found = found_in(&organisation, rule.clone(), [told(&wrong), district.clone()].concat());
            let fails: Vec<_> = found.iter().filter(|it| it.contains(" fails: ")).collect();
            let expected = if matches!(rule, Rule::ParentAndChildren { .. }) { "tay-ho" } else { wards[at] };
            prop_assert_eq!(fails.len(), 1);
            prop_assert!(fails[0].starts_with(expected));
        }
    }
}
