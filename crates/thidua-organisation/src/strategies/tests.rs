//! What is drawn is of every sort.

use std::collections::{BTreeMap, BTreeSet};

use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use thidua_values::Coded;

use super::*;
use crate::UnitOn;

/// How many are drawn to see what is among them.
const DRAWS: usize = 2_000;

/// How many of the drawn things say each word.
fn counted<T>(
    strategy: impl Strategy<Value = T>,
    words: impl Fn(T) -> BTreeSet<&'static str>,
) -> BTreeMap<&'static str, usize> {
    let mut runner = TestRunner::deterministic();
    let mut counts = BTreeMap::new();
    for _ in 0..DRAWS {
        for word in words(strategy.new_tree(&mut runner).unwrap().current()) {
            *counts.entry(word).or_default() += 1;
        }
    }
    counts
}

/// What there is in an organisation.
fn sorts(organisation: &Organisation) -> BTreeSet<&'static str> {
    let parts = organisation.parts();
    let mut found: BTreeSet<_> = parts.events.iter().map(|event| event.change.code()).collect();
    let hierarchy = organisation.as_of(parts.stated.start()).unwrap();
    let levels: BTreeSet<_> = hierarchy.units().map(|unit| unit.level()).collect();
    let above = hierarchy.units().map(|unit| hierarchy.ancestors(unit.id()).count()).max();
    let days: BTreeSet<_> = parts.events.iter().map(|event| event.effective).collect();
    for (holds, sort) in [
        (1 < levels.len(), "several levels"),
        (Some(2) <= above, "three above each other"),
        (parts.stated.until().is_some(), "an end"),
        (!parts.clusters.is_empty(), "clusters"),
        (!parts.events.is_empty(), "events"),
        (days.len() < parts.events.len(), "two events of a day"),
        (moved_up(organisation), "units below an abolished level"),
    ] {
        found.extend(holds.then_some(sort));
    }
    found
}

/// Whether a unit answers to another since a level was abolished.
fn moved_up(organisation: &Organisation) -> bool {
    let events = organisation.parts().events.iter();
    let mut days = events
        .filter(|event| matches!(event.change, Change::LevelAbolished { .. }))
        .map(|event| event.effective);
    days.any(|day| {
        let (eve, today) = (organisation.as_of(day.previous().unwrap()), organisation.as_of(day));
        let (eve, today) = (eve.unwrap(), today.unwrap());
        let lost = |unit: UnitOn<'_>| {
            let parent = eve.parent(unit.id());
            parent.is_some_and(|parent| today.unit(parent.id()).is_none())
        };
        today.units().any(lost)
    })
}

#[test]
fn every_sort_of_organisation_is_drawn() {
    let counts = counted(organisation(), |organisation| sorts(&organisation));
    assert_eq!(counts.len(), 17, "{counts:?}");
    assert!(counts.values().all(|count| DRAWS <= 50 * count), "{counts:?}");
}

#[test]
fn most_parts_are_right_and_many_are_wrong() {
    let counts = counted(parts(), |parts| {
        let is_right = Organisation::try_new(parts).is_ok();
        [if is_right { "right" } else { "wrong" }].into()
    });
    assert!(counts["wrong"] < counts["right"], "{counts:?}");
    assert!(DRAWS <= 5 * counts["wrong"], "{counts:?}");
}
