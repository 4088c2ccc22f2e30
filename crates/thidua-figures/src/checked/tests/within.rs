//! Golden cases of figures that are parts of each other.

use super::*;

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
fn each_of_a_chain_is_at_most_all_before() {
    let rule = Rule::Chain { indicators: vec![id("deaths"), id("cremations"), id("donors")] };
    let mut parts = sample::catalogue();
    let measured = parts.indicators[0].measured.clone();
    parts
        .indicators
        .iter_mut()
        .filter(|it| it.id.as_str() == "donors")
        .for_each(|it| it.measured = measured.clone());
    let catalogue = Catalogue::try_new(parts).unwrap();
    let list = CheckList::try_new(&catalogue, list(&catalogue, &[rule])).unwrap();
    let observations = vec![
        of("buoi", "deaths", 59),
        said(Qualifier::About, of("buoi", "cremations", 59)),
        of("buoi", "donors", 70),
        of("xuan-la", "deaths", 59),
        said(Qualifier::About, of("xuan-la", "cremations", 59)),
        of("xuan-la", "donors", 40),
    ];
    let organisation = sample::organisation();
    let figures = Figures::try_new(&catalogue, &organisation, sample::parts(observations)).unwrap();
    let on = figures.as_of(sample::day("2024-12-31")).unwrap();
    let found = list.run(&on, &checking()).unwrap();
    let words: Vec<String> =
        found.iter().map(|it| format!("{} {}", it.indicator, in_words(it))).collect();
    assert_eq!(
        words,
        [
            "cremations buoi open: at least 0, beside 59 [2]",
            "cremations xuan-la open: at least 0, beside 59 [2]",
            "donors buoi fails: 70, beside 59 [2]",
            "donors xuan-la open: 40, beside at least 0 [2]",
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
            "buoi holds: 4,375/5,121 (≈ 85.4325%), stated as 85%: fits [3]",
            "cau-giay fails: 4,752/6,107 (≈ 77.8123%), stated as 40%: does not fit [5]",
            "dich-vong holds: 4,375/5,121 (≈ 85.4325%), stated as more than 80%: fits [3]",
            "tay-ho open: 1/more than 2 (more than 0 and less than 50%), stated as 40%: cannot be told [3]",
            "xuan-la fails: 4,375/5,121 (≈ 85.4325%), stated as 86%: does not fit [3]",
            "yen-hoa holds: 377/986 (≈ 38.2353%), stated as 38.23%: fits if cut off [3]",
        ]
    );
}

#[test]
fn a_stated_percentage_is_that_of_those_below_where_its_parts_are_theirs() {
    let rule = || Rule::StatedPercent { ratios: vec![id("cremated")] };
    let ward = |unit, cremations| vec![of(unit, "cremations", cremations), of(unit, "deaths", 60)];
    let stated = |unit| vec![percent(unit, "12", Qualifier::Exactly)];
    let wards = [ward("buoi", 54), ward("xuan-la", 54), ward("yen-hoa", 5)].concat();
    let own = vec![of("ha-noi", "deaths", 1_000)];
    let cluster = vec![of_cluster(percent("tay-ho", "90", Qualifier::AtLeast))];
    let observations =
        [wards, own, stated("tay-ho"), stated("cau-giay"), stated("ha-noi"), cluster];
    assert_eq!(
        found(rule(), observations.concat()),
        [
            "cau-giay open: at least 5/at least 60 (more than 0%), stated as 12%: cannot be told [3]",
            "ha-noi open: at least 113/1,000 (at least 11.3%), stated as 12%: cannot be told [5]",
            "tay-ho fails: 108/120 (90%), stated as 12%: does not fit [5]",
            "cluster-1 open: at least 113/at least 180 (more than 0%), stated as at least 90%: cannot be told [7]",
        ]
    );
}

#[test]
fn what_rounding_or_cutting_off_gives_fits() {
    let rule = Rule::StatedPercent { ratios: vec![id("cremated")] };
    let between = said(Qualifier::AtMost, of("buoi", "cremations", 999));
    let observations =
        vec![between, of("buoi", "deaths", 1_000), percent("buoi", "50", Qualifier::Exactly)];
    let found = found(rule, observations);
    assert!(found[0].ends_with("cannot be told [3]"), "{found:?}");
    let percent = crate::StatedPercent {
        stated: figure("50"),
        qualifier: Qualifier::Exactly,
        percent: None,
        half_up: Verdict::Open,
        truncated: Verdict::Open,
        verdict: Verdict::Holds,
    };
    let [part, whole] = [5, 10].map(|it| thidua_values::Bounds::exactly(it.into()));
    let words = Computed::Percent { percent, part, whole }.words();
    assert!(words.en.ends_with("stated as 50%: fits if rounded or cut off"), "{}", words.en);
}
