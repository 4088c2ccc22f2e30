//! Faults and laws of lists of checks.

use proptest::prelude::*;
use thidua_values::{Fault, Severity};

use super::*;
use crate::{ChangeBy, Spread, sample};

fn ids<T: std::str::FromStr<Err: std::fmt::Debug>>(ids: &[&str]) -> Vec<T> {
    ids.iter().map(|id| id.parse().unwrap()).collect()
}

fn check(id: &str, rule: Rule) -> Check {
    let text = || sample::text("Kiểm tra", "A check");
    let (id, basis) = (id.parse().unwrap(), sample::basis());
    Check { id, title: text(), why: text(), severity: Severity::Warning, rule, basis }
}

fn list(rules: Vec<Rule>) -> CheckListParts {
    let checks = rules.into_iter().zip(1..).map(|(rule, at)| check(&format!("c{at}"), rule));
    CheckListParts {
        id: "all".parse().unwrap(),
        title: sample::text("Các phép kiểm tra", "Checks"),
        catalogue: "small".parse().unwrap(),
        checks: checks.collect(),
    }
}

fn faults(parts: CheckListParts) -> Vec<String> {
    let catalogue = sample::bound_catalogue();
    let faults = CheckList::try_new(&catalogue, parts).unwrap_err().into_vec();
    faults.iter().map(|it| format!("{} {}: {}", it.fault.code(), it.place, it.fault)).collect()
}

fn figure(text: &str) -> thidua_values::Figure {
    text.parse().unwrap()
}

/// One rule of each kind that fits the sample.
fn rules() -> Vec<Rule> {
    let indicators = || ids(&["deaths", "cremations"]);
    vec![
        Rule::PartInWhole { ratios: ids(&["cremated"]) },
        Rule::Chain { indicators: indicators() },
        Rule::PartsInWhole { parts: ids(&["cremations"]), whole: "deaths".parse().unwrap() },
        Rule::ParentAndChildren { indicators: indicators() },
        Rule::StatedPercent { ratios: ids(&["cremated"]) },
        Rule::Change { indicators: indicators(), by: ChangeBy::Percent, most: figure("50") },
        Rule::Change { indicators: ids(&["cremated"]), by: ChangeBy::Points, most: figure("10") },
        Rule::Outlier {
            indicators: indicators(),
            spread: Spread::Mad,
            times: figure("3"),
            fewest: 4,
        },
        Rule::SameAsBefore { indicators: indicators() },
        Rule::SameAsSiblings { indicators: indicators(), fewest: 3 },
        Rule::Thousandfold { indicators: indicators(), factor: figure("3"), fewest: 4 },
        Rule::OtherPeriod { indicators: indicators() },
        Rule::Late { indicators: indicators(), days: 15 },
        Rule::Missing { indicators: indicators() },
    ]
}

proptest! {
    /// Law: the order of checks, and of indicators that are a set, means nothing.
    #[test]
    fn order_means_nothing(checks in Just(list(rules()).checks).prop_shuffle(), reversed in any::<bool>()) {
        let catalogue = sample::bound_catalogue();
        let mut shuffled = CheckListParts { checks, ..list(rules()) };
        for check in &mut shuffled.checks {
            if let (Rule::Late { indicators, .. } | Rule::Missing { indicators }, true) = (&mut check.rule, reversed) {
                indicators.reverse();
            }
        }
        let stated = CheckList::try_new(&catalogue, list(rules())).unwrap();
        prop_assert_eq!(CheckList::try_new(&catalogue, shuffled), Ok(stated));
    }
}

#[test]
fn checks_are_found_by_id() {
    let catalogue = sample::bound_catalogue();
    let list = CheckList::try_new(&catalogue, list(rules())).unwrap();
    for check in list.checks() {
        assert_eq!(list.check(&check.id), Some(check));
        assert!(0 < check.rule.indicators().count());
        assert!(!thidua_values::Coded::words(&check.rule).en.is_empty());
    }
    assert_eq!(list.check(&"nothing".parse().unwrap()), None);
    assert_eq!(list.parts().checks.len(), 14);
    assert_eq!(list.catalogue(), &catalogue);
}

#[test]
fn a_list_is_of_one_catalogue_and_names_each_check_once() {
    let mut parts = list(vec![Rule::Missing { indicators: ids(&["deaths"]) }]);
    parts.catalogue = "large".parse().unwrap();
    parts.checks.push(parts.checks[0].clone());
    assert_eq!(
        faults(parts),
        [
            "other_catalogue catalogue: expected checks of the catalogue `small`, found those of `large`",
            "duplicate_check checks[1].id: expected each check once, found `c1` again",
        ]
    );
}

#[test]
fn a_rule_lists_indicators_of_the_catalogue_once() {
    let found = faults(list(vec![
        Rule::Missing { indicators: Vec::new() },
        Rule::Late { indicators: ids(&["houses", "deaths", "deaths"]), days: 0 },
        Rule::PartsInWhole { parts: ids(&["deaths"]), whole: "deaths".parse().unwrap() },
        Rule::Chain { indicators: ids(&["deaths"]) },
    ]));
    assert_eq!(
        found,
        [
            "check_of_no_indicator checks[0].rule.indicators: expected at least one indicator, found none",
            "unknown_indicator checks[1].rule.indicators[0]: expected an indicator of the catalogue, found `houses`",
            "duplicate_indicator_of_check checks[1].rule.indicators[2]: expected each indicator once, found `deaths` again",
            "duplicate_indicator_of_check checks[2].rule.whole: expected each indicator once, found `deaths` again",
            "chain_of_one checks[3].rule.indicators: expected at least two indicators, found `deaths` alone",
        ]
    );
}

#[test]
fn a_rule_needs_indicators_of_its_measure() {
    let found = faults(list(vec![
        Rule::PartInWhole { ratios: ids(&["deaths"]) },
        Rule::StatedPercent { ratios: ids(&["conference"]) },
        Rule::ParentAndChildren { indicators: ids(&["cremated", "donors"]) },
        Rule::Change { indicators: ids(&["deaths"]), by: ChangeBy::Points, most: figure("-1") },
        Rule::Change { indicators: ids(&["conference"]), by: ChangeBy::Percent, most: figure("1") },
        Rule::OtherPeriod { indicators: ids(&["groups"]) },
        Rule::SameAsBefore { indicators: ids(&["cremated"]) },
    ]));
    assert_eq!(
        found,
        [
            "wrong_measure checks[0].rule.ratios[0]: expected a ratio, found `deaths`, flow",
            "wrong_measure checks[1].rule.ratios[0]: expected a ratio, found `conference`, yes_no",
            "wrong_measure checks[2].rule.indicators[0]: expected a stock, a flow or a cumulative figure, found `cremated`, ratio",
            "indicator_not_added checks[2].rule.indicators[1]: expected an indicator that adds up over units, found `donors`, which never does",
            "wrong_measure checks[3].rule.indicators[0]: expected a ratio, found `deaths`, flow",
            "bound_below_zero checks[3].rule.most: expected a number of at least 0, found `-1`",
            "wrong_measure checks[4].rule.indicators[0]: expected a figure or a ratio, found `conference`, yes_no",
            "wrong_measure checks[5].rule.indicators[0]: expected an indicator of periods, not of days, found `groups`, stock",
            "wrong_measure checks[6].rule.indicators[0]: expected a stock, a flow or a cumulative figure, found `cremated`, ratio",
        ]
    );
}

#[test]
fn what_is_compared_has_one_unit_of_measure() {
    let mut catalogue = sample::catalogue();
    catalogue.indicators[1].reporters.clear();
    let catalogue = Catalogue::try_new(catalogue).unwrap();
    let parts = list(vec![
        Rule::Chain { indicators: ids(&["deaths", "groups", "conference"]) },
        Rule::PartsInWhole {
            parts: ids(&["sea-fund", "cremations"]),
            whole: "deaths".parse().unwrap(),
        },
        Rule::Missing { indicators: ids(&["deaths"]) },
    ]);
    let found = CheckList::try_new(&catalogue, parts).unwrap_err().to_string();
    assert_eq!(
        found.lines().collect::<Vec<_>>(),
        [
            "checks[0].rule.indicators[1]: expected cases, as `deaths`, found groups, of `groups`",
            "checks[0].rule.indicators[2]: expected a stock, a flow or a cumulative figure, found `conference`, yes_no",
            "checks[1].rule.parts[0]: expected cases, as `deaths`, found đồng, of `sea-fund`",
            "checks[2].rule.indicators[0]: expected an indicator that somebody is obliged to report, found `deaths`, which obliges nobody",
        ]
    );
}

#[test]
fn numbers_of_rules_are_in_their_range() {
    let indicators = || ids(&["deaths"]);
    let found = faults(list(vec![
        Rule::Outlier {
            indicators: indicators(),
            spread: Spread::Iqr,
            times: figure("-1.5"),
            fewest: 1,
        },
        Rule::Thousandfold { indicators: indicators(), factor: figure("0.5"), fewest: 2 },
        Rule::Thousandfold { indicators: indicators(), factor: figure("1000"), fewest: 2 },
        Rule::SameAsSiblings { indicators: indicators(), fewest: 0 },
    ]));
    assert_eq!(
        found,
        [
            "group_too_small checks[0].rule.fewest: expected at least 2, found 1",
            "bound_below_zero checks[0].rule.times: expected a number of at least 0, found `-1.5`",
            "factor_out_of_range checks[1].rule.factor: expected a factor of at least 1 and less than 1000, found `0.5`",
            "factor_out_of_range checks[2].rule.factor: expected a factor of at least 1 and less than 1000, found `1000`",
            "group_too_small checks[3].rule.fewest: expected at least 2, found 0",
        ]
    );
}

#[cfg(feature = "serde")]
#[test]
fn reading_undoes_writing() {
    let text = serde_json::to_string(&list(rules())).unwrap();
    assert_eq!(serde_json::from_str::<CheckListParts>(&text).unwrap(), list(rules()));
    let unknown = text.replace("\"ratios\"", "\"ratio\"");
    assert!(serde_json::from_str::<CheckListParts>(&unknown).is_err());
}
