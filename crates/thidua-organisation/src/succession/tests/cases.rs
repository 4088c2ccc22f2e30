//! Cases of who became whom, worked out by hand.

use super::*;
use crate::sample::{self, day, event, text, unit};
use crate::{Change, OrganisationParts, Part, Unit};

fn ward(id: &str, code: &str) -> Unit {
    unit(id, "ward", text(id, id), code, Some("tay-ho"))
}

fn part(unit: &str, population: Share, area: Share) -> Part {
    Part { unit: unit.parse().unwrap(), population, area }
}

fn merged(into: &str, from: Vec<Part>) -> Change {
    Change::Merged { into: into.parse().unwrap(), from }
}

fn founded(id: &str, code: &str) -> Change {
    Change::Founded { unit: ward(id, code) }
}

/// The sample with wards `a`, `b` and `c`, and these changes.
fn with(changes: Vec<(&str, Change)>) -> OrganisationParts {
    let mut parts = sample::parts();
    parts.units.extend([ward("a", "a"), ward("b", "b"), ward("c", "c")]);
    parts.events.extend(changes.into_iter().map(|(day, change)| event(day, change)));
    parts
}

/// What became of whom until 2024, as `before>after: population, area`.
#[track_caller]
fn check(changes: Vec<(&str, Change)>, expected: &[&str]) {
    let organisation = Organisation::try_new(with(changes)).unwrap();
    let succession = organisation.succession(day("2022-01-01"), day("2024-01-01")).unwrap();
    let wards = ["a", "b", "c"];
    let passages = succession.passages().iter();
    let passages = passages.filter(|passage| wards.contains(&passage.before.as_str()));
    let found: Vec<_> = passages
        .map(|passage| {
            let Passage { before, after, population, area, .. } = passage;
            format!("{before}>{after}: {population:?}, {area:?}")
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn chains_of_mergers_pass_all_on() {
    use Share::All;
    check(
        vec![
            ("2022-02-01", merged("b", vec![part("a", All, All)])),
            ("2022-03-01", merged("c", vec![part("b", All, All)])),
        ],
        &["a>c: All, All", "b>c: All, All", "c>c: All, All"],
    );
}

#[test]
fn a_split_that_is_merged_again_is_all() {
    use Share::{All, Part};
    check(
        vec![
            (
                "2022-02-01",
                Change::Split {
                    unit: "a".parse().unwrap(),
                    into: vec![part("b", Part, Part), part("c", Part, Part)],
                },
            ),
            ("2022-03-01", merged("c", vec![part("b", All, All)])),
        ],
        &["a>c: All, All", "b>c: All, All", "c>c: All, All"],
    );
}

#[test]
fn of_a_part_of_what_was_merged_the_origin_is_not_known() {
    use Share::{All, Part};
    check(
        vec![
            ("2022-02-01", merged("b", vec![part("a", All, All)])),
            ("2022-03-01", merged("c", vec![part("b", Part, Part)])),
        ],
        &[
            "a>b: Unknown, Unknown",
            "a>c: Unknown, Unknown",
            "b>b: Unknown, Unknown",
            "b>c: Unknown, Unknown",
            "c>c: All, All",
        ],
    );
}

#[test]
fn land_without_people_does_not_take_people_along() {
    use Share::{None, Part};
    check(
        vec![("2022-02-01", merged("b", vec![part("a", None, Part)]))],
        &["a>a: All, Part", "a>b: None, Part", "b>b: All, All", "c>c: All, All"],
    );
}

#[test]
fn a_part_of_what_ends_leaves_the_rest_nowhere() {
    use Share::Part;
    check(
        vec![
            ("2022-02-01", merged("b", vec![part("a", Part, Part)])),
            ("2022-02-01", Change::Dissolved { unit: "a".parse().unwrap() }),
        ],
        &["a>b: Part, Part", "b>b: All, All", "c>c: All, All"],
    );
}

#[test]
fn an_unknown_share_of_what_ends_may_be_all() {
    use Share::Unknown;
    check(
        vec![
            ("2022-02-01", founded("d", "d")),
            (
                "2022-02-01",
                merged("d", vec![part("a", Unknown, Unknown), part("b", Unknown, Unknown)]),
            ),
            ("2022-02-01", merged("c", vec![part("b", Unknown, Unknown)])),
            ("2022-02-01", Change::Dissolved { unit: "a".parse().unwrap() }),
            ("2022-02-01", Change::Dissolved { unit: "b".parse().unwrap() }),
        ],
        &[
            "a>d: Unknown, Unknown",
            "b>c: Unknown, Unknown",
            "b>d: Unknown, Unknown",
            "c>c: All, All",
        ],
    );
}

#[test]
fn acts_of_a_chain_are_told() {
    let organisation = Organisation::try_new(with(vec![(
        "2022-02-01",
        merged("b", vec![part("a", Share::All, Share::All)]),
    )]))
    .unwrap();
    let succession = organisation.succession(day("2022-01-01"), day("2024-01-01")).unwrap();
    let acts = |unit: &str| {
        let acts = succession.successors(&unit.parse().unwrap())[0].acts.iter();
        acts.map(ActId::as_str).collect::<Vec<_>>()
    };
    assert_eq!((acts("a"), acts("c")), (vec!["nq-1656"], vec![]));
    assert_eq!((succession.from(), succession.to()), (day("2022-01-01"), day("2024-01-01")));
    assert!(organisation.succession(day("2021-01-01"), day("2024-01-01")).is_err());
}

#[test]
fn units_of_an_abolished_level_have_no_successors() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    let succession = organisation.succession(day("2025-06-30"), day("2025-07-01")).unwrap();
    let counts: BTreeMap<&str, usize> = ["ha-noi", "tay-ho", "buoi"]
        .map(|unit| (unit, succession.successors(&unit.parse().unwrap()).len()))
        .into();
    assert_eq!(counts, BTreeMap::from([("ha-noi", 1), ("tay-ho", 0), ("buoi", 1)]));
}

/// Nobody says who lived in `f`, which becomes part of `b`: of a part of `b` that passes on it is
/// not known whether it is of them.
#[test]
fn who_came_from_nowhere_travels_too() {
    use Share::{All, Part};
    let transferred = Change::Transferred {
        from: "b".parse().unwrap(),
        to: "c".parse().unwrap(),
        population: Part,
        area: Part,
    };
    check(
        vec![
            ("2022-02-01", founded("f", "f")),
            ("2022-03-01", merged("b", vec![part("f", All, All)])),
            ("2022-04-01", transferred),
        ],
        &["a>a: All, All", "b>b: Unknown, Unknown", "b>c: Unknown, Unknown", "c>c: All, All"],
    );
}

/// Who is founded on land alone has people from nowhere that is told.
#[test]
fn who_came_from_nowhere_is_told_by_measure() {
    use Share::{All, None, Part};
    check(
        vec![
            ("2022-02-01", founded("d", "d")),
            ("2022-02-01", merged("d", vec![part("a", None, Part)])),
            ("2022-03-01", merged("d", vec![part("b", All, All)])),
            ("2022-04-01", merged("c", vec![part("d", Part, None)])),
        ],
        &[
            "a>a: All, Part",
            "a>d: None, Part",
            "b>c: Unknown, None",
            "b>d: Unknown, All",
            "c>c: All, All",
        ],
    );
}

#[test]
fn what_no_other_can_be_is_something() {
    use Share::{All, Part};
    check(
        vec![
            ("2022-02-01", merged("b", vec![part("a", Part, Part)])),
            ("2022-03-01", founded("d", "d")),
            (
                "2022-03-01",
                Change::Split {
                    unit: "b".parse().unwrap(),
                    into: vec![part("c", Part, Part), part("d", Part, Part)],
                },
            ),
            ("2022-04-01", merged("d", vec![part("c", All, All)])),
        ],
        &["a>a: Part, Part", "a>d: Part, Part", "b>d: All, All", "c>d: All, All"],
    );
}

#[test]
fn land_that_is_lost_loses_no_people() {
    use Share::{All, None, Part};
    let into = vec![part("b", Part, Part), part("c", Part, None), part("d", None, Part)];
    check(
        vec![
            ("2022-02-01", founded("d", "d")),
            ("2022-02-01", Change::Split { unit: "a".parse().unwrap(), into }),
            ("2022-03-01", merged("c", vec![part("b", All, All)])),
            ("2022-04-01", Change::Dissolved { unit: "d".parse().unwrap() }),
        ],
        &["a>c: All, Part", "b>c: All, All", "c>c: All, All"],
    );
}

/// What became of the districts of the sample until 2024.
#[track_caller]
fn check_districts(changes: Vec<(&str, Change)>, expected: &[&str]) {
    let mut parts = sample::parts();
    parts.events.extend(changes.into_iter().map(|(day, change)| event(day, change)));
    let organisation = Organisation::try_new(parts).unwrap();
    let succession = organisation.succession(day("2022-01-01"), day("2024-01-01")).unwrap();
    let is_above = |passage: &&Passage| {
        let before = organisation.unit_on(&passage.before, day("2022-01-01")).unwrap().unwrap();
        before.level() != crate::Level::Commune
    };
    let found: Vec<_> = succession
        .passages()
        .iter()
        .filter(is_above)
        .map(|Passage { before, after, population, area, .. }| {
            format!("{before}>{after}: {population:?}, {area:?}")
        })
        .collect();
    assert_eq!(found, expected);
}

fn moved(unit: &str, parent: &str) -> Change {
    Change::Moved { unit: unit.parse().unwrap(), parent: Some(parent.parse().unwrap()) }
}

#[test]
fn a_ward_that_moves_takes_a_part_of_its_district_along() {
    check_districts(
        vec![("2023-05-01", moved("buoi", "cau-giay"))],
        &[
            "cau-giay>cau-giay: All, All",
            "ha-noi>ha-noi: All, All",
            "tay-ho>cau-giay: Unknown, Unknown",
            "tay-ho>tay-ho: Unknown, Unknown",
        ],
    );
    let mut parts = sample::parts();
    parts.events.push(event("2023-05-01", moved("buoi", "ha-noi")));
    let organisation = Organisation::try_new(parts).unwrap();
    let succession = organisation.succession(day("2022-01-01"), day("2024-01-01")).unwrap();
    let comparability = succession.comparable_by(Measure::Population);
    let tay_ho: UnitId = "tay-ho".parse().unwrap();
    assert_eq!(comparability.group_of(&tay_ho).unwrap().lost, [tay_ho]);
}

#[test]
fn what_passes_between_wards_passes_between_their_districts() {
    use Share::{None, Part};
    let transferred = Change::Transferred {
        from: "buoi".parse().unwrap(),
        to: "yen-hoa".parse().unwrap(),
        population: None,
        area: Part,
    };
    check_districts(
        vec![("2023-05-01", transferred)],
        &[
            "cau-giay>cau-giay: All, All",
            "ha-noi>ha-noi: All, All",
            "tay-ho>cau-giay: None, Unknown",
            "tay-ho>tay-ho: All, Unknown",
        ],
    );
}

#[test]
fn what_is_told_of_districts_is_not_guessed_from_their_wards() {
    use Share::Part;
    let transferred = Change::Transferred {
        from: "tay-ho".parse().unwrap(),
        to: "cau-giay".parse().unwrap(),
        population: Part,
        area: Part,
    };
    check_districts(
        vec![("2023-05-01", moved("buoi", "cau-giay")), ("2023-05-01", transferred)],
        &[
            "cau-giay>cau-giay: All, All",
            "ha-noi>ha-noi: All, All",
            "tay-ho>cau-giay: Part, Part",
            "tay-ho>tay-ho: Part, Part",
        ],
    );
    check_districts(
        vec![
            ("2023-05-01", moved("buoi", "cau-giay")),
            ("2023-05-01", merged("cau-giay", vec![part("tay-ho", Share::All, Share::All)])),
        ],
        &["cau-giay>cau-giay: All, All", "ha-noi>ha-noi: All, All", "tay-ho>cau-giay: All, All"],
    );
}
