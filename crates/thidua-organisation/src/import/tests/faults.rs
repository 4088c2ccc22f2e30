//! Lists that are refused, and what is said of them.

use super::*;

#[track_caller]
fn refused(change: impl FnOnce(&mut UnitLists), expected: &[&str]) {
    let mut lists = two(
        vec![ward("2", "An"), ward("3", "Bình")],
        vec![ward("4", "An")],
        vec![whole("2", "4"), whole("3", "4")],
    );
    change(&mut lists);
    let faults = lists.import().unwrap_err();
    assert_eq!(faults.to_string().lines().collect::<Vec<_>>(), expected);
}

#[test]
fn faults_of_a_list_say_where_and_what() {
    refused(
        |lists| {
            lists.opening.units[2].parent = Some("7".parse().unwrap());
            lists.opening.units[3] = ward("2", "An");
            lists.opening.units[3].kind = "wards".parse().unwrap();
            lists.changes.clear();
        },
        &[
            "opening.units[2].parent: expected the code of a unit of the same list, found `7`",
            "opening.units[3].code: expected each code once in a list, whatever its case, found `2` again",
            "opening.units[3].kind: expected a kind of unit of this organisation, found `wards`",
        ],
    );
    refused(
        |lists| lists.changes[0].units[2].parent = Some("4".parse().unwrap()),
        &[
            "changes[0].units[2].parent: expected a parent above the level `commune`, found `4` of the level `commune`",
        ],
    );
    refused(
        |lists| lists.unit_kinds = kinds(Some("2025-01-01")),
        &[
            "changes[0].units[1].kind: expected a kind that stands at a level on 2025-01-01, found `9` of the kind `urban-district`",
        ],
    );
    let long = "a".repeat(52);
    refused(
        |lists| {
            lists.scheme = long.parse().unwrap();
            lists.opening.units.truncate(1);
            lists.changes.clear();
        },
        &[&format!(
            "opening.units[0].code: expected an id of scheme, code and day of at most 64 bytes, found `{long}-1-2022-01-01`"
        )],
    );
}

#[test]
fn faults_of_a_change_say_where_and_what() {
    refused(
        |lists| {
            let change = &mut lists.changes[0];
            change.day = day("2022-01-01");
            change.act = "none".parse().unwrap();
            change.pairs[1] = pair("2", "5", Share::Part, Share::None);
            change.pairs.push(pair("6", "4", Share::None, Share::None));
            change.pairs.push(whole("2", "4"));
        },
        &[
            "changes[0].act: expected an act of this organisation, found `none`",
            "changes[0].day: expected a day after 2022-01-01, found 2022-01-01",
            "changes[0].pairs[1]: expected no more than all of the population of a unit, found more of `2`, of which one gets all",
            "changes[0].pairs[1].new: expected the code of a unit of the list of the day, found `5`",
            "changes[0].pairs[2]: expected something of the population or of the area, found nothing of `6`",
            "changes[0].pairs[2].old: expected the code of a unit of the list before, found `6`",
            "changes[0].pairs[3]: expected each pair once, found `2` and `4` again",
            "changes[0].pairs[3]: expected no more than all of the area of a unit, found more of `2`, of which one gets all",
        ],
    );
}

#[test]
fn faults_between_the_lists_are_told_of_their_units() {
    let ended = |kind: &mut UnitKind| {
        kind.levels[0].during = sample::days("2022-01-01", Some("2026-01-01"));
    };
    refused(
        |lists| {
            let wards = lists.unit_kinds.iter_mut().filter(|kind| kind.id.as_str() == "ward");
            wards.for_each(ended);
        },
        &[
            "changes[0].units[2]: expected a kind that stands at a level on 2026-01-01, found `gso-4-2025-01-01` of the kind `ward`",
        ],
    );
}
