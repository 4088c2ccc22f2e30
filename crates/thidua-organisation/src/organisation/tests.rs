//! Laws of organisations, and a row for each fault.

use proptest::prelude::*;
use thidua_values::Fault;

use super::*;
use crate::sample::{self, day, days, member, parent};
use crate::{Level, strategies};

/// The same parts, every list in another order.
fn shuffled(parts: &OrganisationParts, rng: &mut impl Rng) -> OrganisationParts {
    fn shuffle<T>(list: &mut [T], rng: &mut impl Rng) {
        for last in (1..list.len()).rev() {
            let other = rng.next_u32() as usize % (last + 1);
            list.swap(last, other);
        }
    }
    let mut parts = parts.clone();
    shuffle(&mut parts.unit_kinds, rng);
    shuffle(&mut parts.units, rng);
    shuffle(&mut parts.body_kinds, rng);
    shuffle(&mut parts.bodies, rng);
    shuffle(&mut parts.clusters, rng);
    for unit in &mut parts.units {
        shuffle(&mut unit.codes, rng);
        shuffle(&mut unit.parents, rng);
    }
    for cluster in &mut parts.clusters {
        shuffle(&mut cluster.members, rng);
    }
    parts
}

/// Whether no two of these are equal.
fn distinct<T: PartialEq>(things: impl IntoIterator<Item = T>) -> bool {
    let things: Vec<T> = things.into_iter().collect();
    things.iter().enumerate().all(|(at, thing)| !things[..at].contains(thing))
}

/// Whether at most one of these periods has any day.
fn at_most_one_a_day(periods: impl Iterator<Item = Period>) -> bool {
    let periods: Vec<Period> = periods.collect();
    let mut calendar = thidua_values::strategies::small_calendar();
    calendar.all(|day| periods.iter().filter(|period| period.contains(day)).count() <= 1)
}

/// The definition itself, quadratic and obvious, for periods of a small
/// calendar.
fn is_right_by_definition(parts: &OrganisationParts) -> bool {
    let OrganisationParts { stated, unit_kinds, units, body_kinds, bodies, clusters, .. } = parts;
    let level = |unit: &UnitId| {
        let unit = units.iter().find(|other| other.id == *unit)?;
        unit_kinds.iter().find(|kind| kind.id == unit.kind).map(|kind| kind.level)
    };
    let meets = |period: Period| {
        let mut calendar = thidua_values::strategies::small_calendar();
        calendar.any(|day| stated.contains(day) && period.contains(day))
    };
    let is_body = |id: &BodyId| bodies.iter().any(|body| body.id == *id);
    distinct(unit_kinds.iter().map(|kind| &kind.id))
        && distinct(units.iter().map(|unit| &unit.id))
        && distinct(body_kinds.iter().map(|kind| &kind.id))
        && distinct(bodies.iter().map(|body| &body.id))
        && distinct(clusters.iter().map(|cluster| &cluster.id))
        && distinct(units.iter().flat_map(|unit| &unit.codes))
        && units.iter().all(|unit| {
            level(&unit.id).is_some()
                && unit.parents.iter().all(|parent| level(&unit.id) < level(&parent.unit))
                && unit.parents.iter().all(|parent| meets(parent.during))
                && at_most_one_a_day(unit.parents.iter().map(|parent| parent.during))
        })
        && bodies.iter().all(|body| {
            level(&body.unit).is_some() && body_kinds.iter().any(|kind| kind.id == body.kind)
        })
        && clusters.iter().all(|cluster| {
            is_body(&cluster.led_by)
                && !cluster.members.is_empty()
                && cluster.members.iter().all(|member| is_body(&member.body))
                && cluster.members.iter().all(|member| meets(member.during))
                && bodies.iter().all(|body| {
                    let same = cluster.members.iter().filter(|member| member.body == body.id);
                    at_most_one_a_day(same.map(|member| member.during))
                })
        })
}

proptest! {
    /// Law: an organisation exists exactly if its parts are right by definition.
    #[test]
    fn parts_are_accepted_by_definition(parts in strategies::parts()) {
        let right = is_right_by_definition(&parts);
        prop_assert_eq!(Organisation::try_new(parts).is_ok(), right);
    }

    /// Law: the order of the parts means nothing.
    #[test]
    fn organisations_ignore_input_order(
        (parts, other) in strategies::parts().prop_perturb(|parts, mut rng| {
            let other = shuffled(&parts, &mut rng);
            (parts, other)
        })
    ) {
        let faults = |organisation: &Result<_, Faults<_>>| {
            organisation.as_ref().map_or_else(|faults| faults.as_slice().len(), |_| 0)
        };
        let (organisation, other) = (Organisation::try_new(parts), Organisation::try_new(other));
        prop_assert_eq!(faults(&organisation) == 0, faults(&other) == 0);
        prop_assert_eq!(organisation.ok(), other.ok());
    }

    /// Law: canonical parts make the organisation that they came from.
    #[test]
    fn canonical_parts_are_canonical(organisation in strategies::organisation()) {
        let again = Organisation::try_new(organisation.parts().clone()).unwrap();
        prop_assert_eq!(again.parts(), organisation.parts());
        prop_assert_eq!(again, organisation);
    }
}

/// Spoils the sample, and expects exactly these faults: code, place, message.
#[track_caller]
fn check(spoil: impl FnOnce(&mut OrganisationParts), expected: &[(&str, &str)]) {
    let mut parts = sample::parts();
    spoil(&mut parts);
    let faults = Organisation::try_new(parts).unwrap_err();
    let found: Vec<_> = faults
        .as_slice()
        .iter()
        .map(|placed| (placed.fault.code(), format!("{}: {}", placed.place, placed.fault)))
        .collect();
    let found: Vec<_> = found.iter().map(|(code, line)| (*code, line.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_sample_is_right() {
    assert!(Organisation::try_new(sample::parts()).is_ok());
}

#[test]
fn ids_and_codes_given_twice_are_refused() {
    check(
        |parts| {
            let mut ward = parts.unit_kinds[0].clone();
            ward.level = Level::Central;
            parts.unit_kinds.push(ward);
        },
        &[(
            "duplicate_unit_kind",
            "unit_kinds[3].id: expected each kind of unit once, found `ward` again",
        )],
    );
    check(
        |parts| {
            let mut unit = parts.units[1].clone();
            unit.kind = "ward".parse().unwrap();
            unit.codes.clear();
            parts.units.push(unit);
        },
        &[("duplicate_unit", "units[5].id: expected each unit once, found `tay-ho` again")],
    );
    check(
        |parts| parts.body_kinds.push(parts.body_kinds[0].clone()),
        &[(
            "duplicate_body_kind",
            "body_kinds[1].id: expected each kind of body once, found `front-committee` again",
        )],
    );
    check(
        |parts| parts.bodies.push(parts.bodies[0].clone()),
        &[("duplicate_body", "bodies[3].id: expected each body once, found `front-tay-ho` again")],
    );
    check(
        |parts| parts.clusters.push(parts.clusters[0].clone()),
        &[(
            "duplicate_cluster",
            "clusters[1].id: expected each cluster once, found `cluster-2` again",
        )],
    );
    check(
        |parts| {
            let code = parts.units[1].codes[0].clone();
            parts.units[2].codes.push(code);
        },
        &[(
            "duplicate_code",
            "units[2].codes[1].code: expected each code of `gso` once, found `003` again, after unit `tay-ho`",
        )],
    );
}

#[test]
fn references_that_lead_nowhere_are_refused() {
    let nowhere = "nowhere";
    check(
        |parts| parts.units[3].kind = nowhere.parse().unwrap(),
        &[(
            "unknown_unit_kind",
            "units[3].kind: expected a kind of unit of this organisation, found `nowhere`",
        )],
    );
    check(
        |parts| parts.units[3].parents[1].unit = nowhere.parse().unwrap(),
        &[(
            "unknown_unit",
            "units[3].parents[1].unit: expected a unit of this organisation, found `nowhere`",
        )],
    );
    check(
        |parts| parts.bodies[1].unit = nowhere.parse().unwrap(),
        &[(
            "unknown_unit",
            "bodies[1].unit: expected a unit of this organisation, found `nowhere`",
        )],
    );
    check(
        |parts| parts.bodies[1].kind = nowhere.parse().unwrap(),
        &[(
            "unknown_body_kind",
            "bodies[1].kind: expected a kind of body of this organisation, found `nowhere`",
        )],
    );
    check(
        |parts| parts.clusters[0].led_by = nowhere.parse().unwrap(),
        &[(
            "unknown_body",
            "clusters[0].led_by: expected a body of this organisation, found `nowhere`",
        )],
    );
    check(
        |parts| parts.clusters[0].members[1].body = nowhere.parse().unwrap(),
        &[(
            "unknown_body",
            "clusters[0].members[1].body: expected a body of this organisation, found `nowhere`",
        )],
    );
}

#[test]
fn parents_that_do_not_stand_above_are_refused() {
    check(
        |parts| parts.units[2].parents[0].unit = "tay-ho".parse().unwrap(),
        &[(
            "parent_not_above",
            "units[2].parents[0].unit: expected a parent above the level `district`, found `tay-ho` of the level `district`",
        )],
    );
    check(
        |parts| parts.units[1].parents[0].unit = "tay-ho".parse().unwrap(),
        &[(
            "parent_not_above",
            "units[1].parents[0].unit: expected a parent above the level `district`, found `tay-ho` of the level `district`",
        )],
    );
    check(
        |parts| parts.units[0].parents.push(parent("buoi", "2022-01-01", None)),
        &[(
            "parent_not_above",
            "units[0].parents[0].unit: expected a parent above the level `province`, found `buoi` of the level `commune`",
        )],
    );
}

#[test]
fn crowded_days_and_empty_clusters_are_refused() {
    check(
        |parts| parts.units[3].parents[1].during = days("2025-06-30", None),
        &[(
            "two_parents",
            "units[3].parents[1].during: expected at most one parent a day, found `tay-ho` from 2022-01-01 until, not including, 2025-07-01 and `ha-noi` from 2025-06-30 on",
        )],
    );
    check(
        |parts| parts.clusters[0].members.insert(0, member("front-tay-ho", "2022-06-01", None)),
        &[(
            "twice_member",
            "clusters[0].members[0].during: expected each member at most once a day, found `front-tay-ho` from 2022-01-01 until, not including, 2025-07-01 and from 2022-06-01 on",
        )],
    );
    check(
        |parts| parts.clusters[0].members.clear(),
        &[("no_members", "clusters[0].members: expected at least one member, found none")],
    );
}

#[test]
fn periods_outside_the_stated_days_are_refused() {
    check(
        |parts| {
            parts.stated = days("2022-01-01", Some("2023-01-01"));
            parts.units[3].parents.remove(1);
            parts.units[4].parents.remove(1);
            parts.units[4].parents[0].during = days("2021-01-01", Some("2022-01-01"));
        },
        &[
            (
                "outside_stated",
                "clusters[0].members[1].during: expected a period that shares a day with the time from 2022-01-01 until, not including, 2023-01-01, found one from 2023-01-01 until, not including, 2025-07-01",
            ),
            (
                "outside_stated",
                "units[4].parents[0].during: expected a period that shares a day with the time from 2022-01-01 until, not including, 2023-01-01, found one from 2021-01-01 until, not including, 2022-01-01",
            ),
        ],
    );
}

#[test]
fn all_faults_come_at_once_and_by_place() {
    check(
        |parts| {
            parts.units[4].kind = "hamlet".parse().unwrap();
            parts.units[2].id = "tay-ho".parse().unwrap();
            parts.clusters[0].members.clear();
        },
        &[
            (
                "unknown_unit",
                "bodies[1].unit: expected a unit of this organisation, found `cau-giay`",
            ),
            ("no_members", "clusters[0].members: expected at least one member, found none"),
            ("duplicate_unit", "units[2].id: expected each unit once, found `tay-ho` again"),
            (
                "unknown_unit_kind",
                "units[4].kind: expected a kind of unit of this organisation, found `hamlet`",
            ),
            (
                "unknown_unit",
                "units[4].parents[0].unit: expected a unit of this organisation, found `cau-giay`",
            ),
        ],
    );
}

#[test]
fn a_day_that_is_not_spoken_of_is_refused() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    assert_eq!(
        organisation.as_of(day("2021-12-31")).unwrap_err().to_string(),
        "expected a day from 2022-01-01 on, found 2021-12-31"
    );
}
