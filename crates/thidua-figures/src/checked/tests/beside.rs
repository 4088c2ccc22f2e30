//! Golden cases of figures beside siblings and other periods.

use super::*;

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
        of("ward-c", "deaths", 4),
        of("yen-hoa", "deaths", 2),
        of("dich-vong", "deaths", 2_280),
    ];
    assert_eq!(
        found_in(&with_wards("abc"), rule, observations),
        [
            "dich-vong open: 2,280; others in the group: 1, too few to compare [1]",
            "yen-hoa open: 2; others in the group: 1, too few to compare [1]",
            "buoi holds: 2; the median of 3 others in the group is 4 [1]",
            "ward-a fails: 2,280; the median of 3 others in the group is 3 [1]",
            "ward-b open: more than 3; the median of 4 others in the group is 3.5 [1]",
            "ward-c holds: 4; the median of 3 others in the group is 3 [1]",
            "xuan-la holds: 3; the median of 3 others in the group is 4 [1]",
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
