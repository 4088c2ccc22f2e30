//! Tests of the export.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use thidua_values::{Coded, Day, Finding, KindId, Period, UnitId};

use crate::strategies_lists::unit_lists;
use crate::{
    Change, Code, Event, ImportCode, Organisation, OrganisationParts, Share, Unit, UnitLists,
    sample, strategies,
};

fn organisation(lists: &UnitLists) -> Organisation {
    lists.import().unwrap().organisation
}

fn scheme() -> KindId {
    "gso".parse().unwrap()
}

proptest! {
    /// Law: lists made of a history that lists told tell it again.
    #[test]
    fn import_undoes_export(lists in unit_lists()) {
        let history = organisation(&lists);
        let exported = UnitLists::export(&history, &lists.scheme).unwrap();
        prop_assert_eq!(&exported, &exported.clone().canonical());
        let imported = exported.import().unwrap();
        prop_assert_eq!(imported.organisation, history);
        let otherwise = |finding: &Finding<ImportCode>| finding.code == ImportCode::KeptOtherwise;
        prop_assert!(!imported.findings.iter().any(otherwise));
    }

    /// Law: whatever the organisation, lists that can be made of it tell it again.
    #[test]
    fn what_can_be_exported_is_all_there_is(history in like_imported()) {
        if let Ok(exported) = UnitLists::export(&history, &scheme()) {
            prop_assert_eq!(organisation(&exported), history);
        }
    }

    /// Law: a history without one of its events is told by its lists, or its events are not.
    #[test]
    fn an_event_is_told_or_refused(lists in unit_lists(), which in any::<prop::sample::Index>()) {
        let mut parts = organisation(&lists).parts().clone();
        if !parts.events.is_empty() {
            parts.events.remove(which.index(parts.events.len()));
        }
        if let Ok(history) = Organisation::try_new(parts)
            && let Ok(exported) = UnitLists::export(&history, &lists.scheme)
        {
            prop_assert_eq!(organisation(&exported), history);
        }
    }
}

/// Organisations of units alone, with ids as an import makes them and one code each, of which
/// many events are as it would infer them.
fn like_imported() -> impl Strategy<Value = Organisation> {
    strategies::organisation().prop_filter_map("units alone", |drawn| {
        let mut parts = drawn.parts().clone();
        parts.stated = Period::starting(parts.stated.start());
        parts.unit_kinds.iter_mut().for_each(|kind| kind.levels[0].during = parts.stated);
        for (unit, number) in parts.units.iter_mut().zip(100..) {
            let code = number.to_string().parse().unwrap();
            unit.codes = vec![Code { scheme: scheme(), code }];
        }
        parts.events.retain(|event| match &event.change {
            Change::Recoded { scheme: of, code, .. } => *of == scheme() && code.is_some(),
            Change::Split { .. } => false,
            _ => true,
        });
        Organisation::try_new(minted(without_bodies(parts))).ok()
    })
}

#[test]
fn many_organisations_with_events_can_be_exported() {
    let mut runner = TestRunner::deterministic();
    let mut drawn = || like_imported().new_tree(&mut runner).unwrap().current();
    let exported = |history: &Organisation| UnitLists::export(history, &scheme()).is_ok();
    let (mut told, refused): (Vec<_>, Vec<_>) = (0..200).map(|_| drawn()).partition(exported);
    told.retain(|history| !history.parts().events.is_empty());
    assert!(40 < told.len() && 40 < refused.len(), "{} {}", told.len(), refused.len());
    let events = told.iter().flat_map(|history| &history.parts().events);
    let codes: BTreeSet<&str> = events.map(|event| event.change.code()).collect();
    let expected = [
        "changed_kind",
        "dissolved",
        "founded",
        "merged",
        "moved",
        "recoded",
        "renamed",
        "transferred",
    ];
    assert_eq!(Vec::from_iter(codes), expected);
}

/// Units alone.
fn without_bodies(mut parts: OrganisationParts) -> OrganisationParts {
    parts.body_kinds.clear();
    parts.bodies.clear();
    parts.cluster_kinds.clear();
    parts.clusters.clear();
    parts
}

/// The parts with the ids that an import makes of the first codes of units.
fn minted(mut parts: OrganisationParts) -> OrganisationParts {
    let mut ids: BTreeMap<UnitId, UnitId> = BTreeMap::new();
    let mut mint = |unit: &Unit, day: Day| {
        let id = format!("gso-{}-{day}", unit.codes[0].code).parse().unwrap();
        ids.insert(unit.id.clone(), id);
    };
    parts.units.iter().for_each(|unit| mint(unit, parts.stated.start()));
    for event in &parts.events {
        if let Change::Founded { unit } = &event.change {
            mint(unit, event.effective);
        }
    }
    for unit in &mut parts.units {
        rename(unit, &ids);
    }
    for event in &mut parts.events {
        match &mut event.change {
            Change::Founded { unit } => rename(unit, &ids),
            Change::Renamed { unit, .. }
            | Change::Recoded { unit, .. }
            | Change::ChangedKind { unit, .. }
            | Change::Dissolved { unit } => *unit = ids[unit].clone(),
            Change::Moved { unit, parent } => {
                *unit = ids[unit].clone();
                *parent = parent.as_ref().map(|parent| ids[parent].clone());
            }
            Change::Merged { into: unit, from: parts } | Change::Split { unit, into: parts } => {
                *unit = ids[unit].clone();
                for part in parts {
                    part.unit = ids[&part.unit].clone();
                }
            }
            Change::Transferred { from, to, .. } => {
                (*from, *to) = (ids[from].clone(), ids[to].clone());
            }
            Change::LevelAbolished { .. } => {}
        }
    }
    parts
}

fn rename(unit: &mut Unit, ids: &BTreeMap<UnitId, UnitId>) {
    unit.id = ids[&unit.id].clone();
    unit.parent = unit.parent.as_ref().map(|parent| ids[parent].clone());
}

/// The sample's units with the ids that an import makes, and no bodies.
fn units_alone() -> OrganisationParts {
    minted(without_bodies(sample::parts()))
}

#[track_caller]
fn refused(parts: OrganisationParts, scheme: &str, expected: &[&str]) {
    let history = Organisation::try_new(parts).unwrap();
    let faults = UnitLists::export(&history, &scheme.parse().unwrap()).unwrap_err();
    assert_eq!(faults.to_string().lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_history_of_units_is_told_by_lists() {
    let history = Organisation::try_new(units_alone()).unwrap();
    let lists = UnitLists::export(&history, &scheme()).unwrap();
    assert_eq!((lists.opening.units.len(), lists.changes[0].units.len()), (5, 3));
    assert_eq!(organisation(&lists), history);
}

#[test]
fn what_lists_cannot_say_is_refused() {
    let mut parts = sample::parts();
    parts.stated = sample::days("2022-01-01", Some("2026-01-01"));
    parts.units.truncate(1);
    parts.bodies.clear();
    parts.clusters.clear();
    parts.events.clear();
    refused(
        parts,
        "gso",
        &[
            "body_kinds: expected units alone, found 1",
            "cluster_kinds: expected units alone, found 1",
            "stated: expected a statement without end, found 2022-01-01 until, not including, 2026-01-01",
            "units[0].id: expected the id `gso-01-2022-01-01`, found `ha-noi`",
        ],
    );
}

#[test]
fn units_need_codes_of_the_scheme_alone() {
    let mut parts = units_alone();
    parts.units.truncate(1);
    parts.events = vec![sample::event(
        "2023-01-01",
        Change::Recoded { unit: parts.units[0].id.clone(), scheme: scheme(), code: None },
    )];
    refused(
        parts.clone(),
        "gso",
        &["units[0].codes: expected a code of `gso-01-2022-01-01` on 2023-01-01, found none"],
    );
    refused(
        parts,
        "other",
        &[
            "events[0].change.scheme: expected codes of one scheme, found `gso`",
            "units[0].codes: expected a code of `gso-01-2022-01-01` on 2022-01-01, found none",
            "units[0].codes[0].scheme: expected codes of one scheme, found `gso`",
        ],
    );
}

#[test]
fn events_of_a_day_rest_on_one_act() {
    let mut parts = units_alone();
    let mut other = parts.acts[0].clone();
    other.id = "other".parse().unwrap();
    parts.acts.push(other);
    let unit = parts.units[4].id.clone();
    let renamed = Change::Renamed { unit, name: sample::text("Yên", "Yen") };
    let event = sample::event("2025-07-01", renamed);
    parts.events.push(Event { act: "other".parse().unwrap(), ..event });
    refused(
        parts,
        "gso",
        &["events[1].act: expected events of 2025-07-01 by `nq-1656` alone, found `other`"],
    );
}

#[test]
fn events_that_lists_would_tell_otherwise_are_refused() {
    let mut parts = units_alone();
    // The ward is put below the city by hand, as it would be by the end of its district.
    let (unit, city) = (parts.units[4].id.clone(), parts.units[0].id.clone());
    parts.events.push(sample::event("2025-07-01", Change::Moved { unit, parent: Some(city) }));
    refused(
        parts,
        "gso",
        &["events[1]: expected an event that lists and pairs tell, found `moved` of 2025-07-01"],
    );
    let mut parts = units_alone();
    let district = parts.units[1].id.clone();
    parts.units.retain(|unit| unit.codes[0].code.as_str().len() == 2 || unit.id == district);
    parts.events = vec![sample::event("2025-07-01", Change::Dissolved { unit: district })];
    refused(
        parts,
        "gso",
        &[
            "events: expected the event `level_abolished` of 2025-07-01, found none",
            "events[0]: expected an event that lists and pairs tell, found `dissolved` of 2025-07-01",
        ],
    );
}

#[test]
fn faults_of_lists_are_told_of_the_units_they_are_about() {
    let mut parts = units_alone();
    let mut founded = parts.units[3].clone();
    founded.id = "gso-1a-2023-01-01".parse().unwrap();
    founded.codes[0].code = "1a".parse().unwrap();
    parts.units[4].codes[0].code = "1A".parse().unwrap();
    parts.units[4].id = "gso-1a-2022-01-01".parse().unwrap();
    parts.events.push(sample::event("2023-01-01", Change::Founded { unit: founded }));
    refused(
        parts,
        "gso",
        &[
            "events[0].change.unit: expected each code once in a list, whatever its case, found `1a` again",
        ],
    );
    // All of the people go to one, all of the land to another, and the ward is to live on.
    let mut parts = units_alone();
    let mut other = parts.units[4].clone();
    other.id = "gso-00173-2022-01-01".parse().unwrap();
    other.codes[0].code = "00173".parse().unwrap();
    parts.units.push(other);
    let [from, people, land] = [3, 4, 5].map(|at| parts.units[at].id.clone());
    let gives = |to: &UnitId, population, area| {
        let change = Change::Transferred { from: from.clone(), to: to.clone(), population, area };
        sample::event("2023-01-01", change)
    };
    let both = [gives(&people, Share::All, Share::None), gives(&land, Share::None, Share::All)];
    parts.events.extend(both);
    refused(
        parts,
        "gso",
        &[
            "units[0]: expected something of the population or of the area, found nothing of `00109`",
        ],
    );
}
