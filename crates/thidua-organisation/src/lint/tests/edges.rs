//! What is found and spared at the edges of each doubt.

use super::*;

/// How many findings of a code there are.
fn count(code: &str, turn: impl FnOnce(&mut OrganisationParts)) -> usize {
    said(&organisation(turn), code).len()
}

#[test]
fn each_event_that_changes_nothing_is_found() {
    let code = "changes_nothing";
    let same = |parts: &mut OrganisationParts| {
        let name = text("Bưởi", "Buoi");
        happens(parts, "2023-05-01", Change::Renamed { unit: id("buoi"), name });
        recodes(parts, "2023-05-01", "buoi", Some("00109"));
        let new_kind = "ward".parse().unwrap();
        happens(parts, "2023-05-01", Change::ChangedKind { unit: id("buoi"), new_kind });
        happens(parts, "2023-05-01", Change::Moved { unit: id("ha-noi"), parent: None });
        happens(parts, "2025-08-01", Change::LevelAbolished { level: Level::District });
    };
    assert_eq!(count(code, same), 5);
    // The name in English is another.
    spares(code, |parts| renames(parts, "2023-05-01", "buoi", "Bưởi"));
}

#[test]
fn names_of_units_after_each_other_are_spared() {
    spares("same_name", |parts| {
        renames(parts, "2023-05-01", "buoi", "Hồ Tây");
        founds(parts, "2023-05-01", ward("buoi-2", "Bưởi", Some("tay-ho")));
    });
    // Without a parent, nobody knows whether they are in one place.
    spares("same_name", |parts| {
        parts.units.extend([ward("a", "Tân Tiến", None), ward("b", "Tân Tiến", None)]);
    });
}

#[test]
fn a_pair_of_one_name_is_found_once() {
    let twice = |parts: &mut OrganisationParts| {
        parts.units.push(ward("buoi-2", "Bưởi", Some("tay-ho")));
        for unit in ["buoi", "buoi-2"] {
            renames(parts, "2023-05-01", unit, "Hồ Tây");
        }
    };
    assert_eq!(count("same_name", twice), 1);
}

#[test]
fn each_later_unit_of_one_name_is_told_of_the_first() {
    let many = |parts: &mut OrganisationParts| {
        let wards = (1..100).map(|at| ward(&format!("buoi-{at}"), "Bưởi", Some("tay-ho")));
        parts.units.extend(wards);
    };
    let said = said(&organisation(many), "same_name");
    assert_eq!(said.len(), 99);
    assert!(said.iter().all(|it| it.contains("has the kind, name and parent of `buoi` from")));
}

#[test]
fn a_life_that_goes_on_the_same_day_has_no_gap() {
    spares("gap_in_life", |parts| {
        dissolves(parts, "2023-05-01", "buoi");
        founds(parts, "2023-05-01", ward("buoi-2", "Bưởi", Some("tay-ho")));
    });
}

#[test]
fn who_gave_all_of_one_measure_and_nothing_of_the_other_is_not_covered() {
    let people_only = |parts: &mut OrganisationParts| {
        merges(parts, "2023-05-01", "yen-hoa", part("buoi", Share::All, Share::None));
        dissolves(parts, "2023-05-01", "buoi");
    };
    assert_eq!(count("not_covered", people_only), 1);
    // It may be all of it.
    spares("not_covered", |parts| {
        merges(parts, "2023-05-01", "yen-hoa", part("buoi", Share::All, Share::Unknown));
        dissolves(parts, "2023-05-01", "buoi");
    });
}

#[test]
fn who_is_dissolved_as_its_level_ends_needs_no_successor() {
    spares("no_successor", |parts| {
        dissolves(parts, "2025-07-01", "tay-ho");
        let parent = Some(id("ha-noi"));
        happens(parts, "2025-07-01", Change::Moved { unit: id("buoi"), parent });
    });
}

#[test]
fn names_that_come_back_in_another_spelling_are_found() {
    let back = |parts: &mut OrganisationParts| {
        renames(parts, "2023-01-01", "yen-hoa", "Hồ Tây");
        renames(parts, "2024-01-01", "yen-hoa", "Yên Hoà");
    };
    assert_eq!(count("spelt_otherwise", back), 1);
    spares("spelt_otherwise", |parts| {
        renames(parts, "2023-01-01", "yen-hoa", "Hồ Tây");
        renames(parts, "2024-01-01", "yen-hoa", "Yên Hòa");
    });
}

#[test]
fn clusters_of_a_kind_that_is_not_exclusive_share_members() {
    spares("in_two_clusters", |parts| {
        second_cluster(parts);
        parts.cluster_kinds[0].exclusive = false;
    });
}

#[test]
fn a_member_that_leaves_the_scope_is_found() {
    let moves = |parts: &mut OrganisationParts| {
        parts.units.push(unit("hue", "central-city", text("Huế", "Hue"), "46", None));
        let parent = Some(id("hue"));
        happens(parts, "2024-05-01", Change::Moved { unit: id("tay-ho"), parent });
    };
    let said = said(&organisation(moves), "outside_scope");
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("is not within `ha-noi` on 2024-05-01"), "{}", said[0]);
}

#[test]
fn other_terms_and_days_before_the_unit_above_are_spared() {
    spares("congress_after_parents", |parts| {
        convenes(parts, "front-ha-noi", "2024-07-10");
        convenes(parts, "front-tay-ho", "2024-07-11");
        parts.bodies[2].terms[0].first_year = 2025.try_into().unwrap();
    });
    spares("congress_after_parents", |parts| {
        convenes(parts, "front-tay-ho", "2024-07-11");
        convenes(parts, "front-cau-giay", "2024-04-11");
    });
}
