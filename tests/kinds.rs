//! The organisation of `examples/data/kinds`: every kind of unit and of body, one of each at least.

use std::collections::BTreeSet;

use thidua_documents::{Limits, read};
use thidua_organisation::{Level, Organisation};
use thidua_values::Coded;

use crate::repository::root;

fn organisation() -> Organisation {
    let bytes = std::fs::read(root().join("examples/data/kinds/organisation.json")).unwrap();
    read(&bytes, &Limits::default()).unwrap()
}

/// The kinds of the units of a day.
fn kinds_on(organisation: &Organisation, day: &str) -> BTreeSet<String> {
    let hierarchy = organisation.as_of(day.parse().unwrap()).unwrap();
    hierarchy.units().map(|unit| unit.kind().id.to_string()).collect()
}

#[test]
fn each_kind_has_a_unit_while_it_stands() {
    let organisation = organisation();
    for day in ["2025-06-30", "2025-07-01"] {
        let stands =
            |kind: &&thidua_organisation::UnitKind| kind.level_on(day.parse().unwrap()).is_some();
        let kinds = organisation.parts().unit_kinds.iter().filter(stands);
        assert_eq!(kinds_on(&organisation, day), kinds.map(|kind| kind.id.to_string()).collect());
    }
    let ended = ["urban-district", "rural-district", "town", "provincial-city", "township"];
    let [eve, day] = ["2025-06-30", "2025-07-01"].map(|day| kinds_on(&organisation, day));
    assert!(ended.iter().all(|kind| eve.contains(*kind) && !day.contains(*kind)));
    assert!(!eve.contains("special-zone") && day.contains("special-zone"));
}

#[test]
fn every_level_is_there_and_the_district_level_ends() {
    let organisation = organisation();
    let levels = |day: &str| -> BTreeSet<Level> {
        let hierarchy = organisation.as_of(day.parse().unwrap()).unwrap();
        hierarchy.units().map(|unit| unit.level()).collect()
    };
    let all =
        [Level::ResidentialArea, Level::Commune, Level::District, Level::Province, Level::Central];
    assert_eq!(levels("2019-01-01"), BTreeSet::from(all));
    let without = all.into_iter().filter(|level| *level != Level::District).collect();
    assert_eq!(levels("2025-07-01"), without);
}

#[test]
fn each_kind_of_body_has_a_body_and_terms_have_their_offices() {
    let organisation = organisation();
    let parts = organisation.parts();
    let of_bodies: BTreeSet<_> = parts.bodies.iter().map(|body| &body.kind).collect();
    assert_eq!(of_bodies, parts.body_kinds.iter().map(|kind| &kind.id).collect());
    let hierarchy = organisation.as_of("2024-12-31".parse().unwrap()).unwrap();
    let body = hierarchy.body(&"front-district".parse().unwrap()).unwrap();
    let term = body.term_on("2024-12-31".parse().unwrap()).unwrap();
    assert_eq!((term.first_year.get(), term.last_year.get()), (2024, 2029));
    let offices: Vec<_> =
        term.offices.iter().map(|office| (office.role.as_str(), office.count)).collect();
    assert_eq!(offices, [("chair", 1), ("standing-member", 2), ("vice-chair", 2)]);
}

#[test]
fn lint_finds_nothing_but_what_is_made_up() {
    let findings = organisation().lint();
    let codes: BTreeSet<_> = findings.iter().map(|finding| finding.code.code()).collect();
    assert_eq!(codes, BTreeSet::from(["act_without_number", "across_levels"]), "{findings:#?}");
}
