//! Laws of runs, and what their golden cases are written with.

mod beside;
mod within;

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
