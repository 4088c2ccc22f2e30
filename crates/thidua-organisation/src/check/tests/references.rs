//! Ids given twice, and references that lead nowhere.

use super::Row;
use crate::Change;
use crate::sample::{self, event, member, text};

pub(super) const ROWS: &[Row] = &[
    Row {
        spoil: |parts| parts.unit_kinds.push(parts.unit_kinds[0].clone()),
        faults: &[(
            "duplicate_unit_kind",
            "unit_kinds[3].id: expected each kind of unit once, found `ward` again",
        )],
    },
    Row {
        spoil: |parts| {
            parts.units.push(parts.units[1].clone());
            parts.units[5].codes.clear();
        },
        faults: &[("duplicate_unit", "units[5].id: expected each unit once, found `tay-ho` again")],
    },
    Row {
        spoil: |parts| parts.acts.push(parts.acts[0].clone()),
        faults: &[("duplicate_act", "acts[1].id: expected each act once, found `nq-1656` again")],
    },
    Row {
        spoil: |parts| parts.body_kinds.push(parts.body_kinds[0].clone()),
        faults: &[(
            "duplicate_body_kind",
            "body_kinds[1].id: expected each kind of body once, found `front-committee` again",
        )],
    },
    Row {
        spoil: |parts| parts.bodies.push(parts.bodies[0].clone()),
        faults: &[(
            "duplicate_body",
            "bodies[3].id: expected each body once, found `front-tay-ho` again",
        )],
    },
    Row {
        spoil: |parts| parts.cluster_kinds.push(parts.cluster_kinds[0].clone()),
        faults: &[(
            "duplicate_cluster_kind",
            "cluster_kinds[1].id: expected each kind of cluster once, found `front` again",
        )],
    },
    Row {
        spoil: |parts| parts.clusters.push(parts.clusters[0].clone()),
        faults: &[(
            "duplicate_cluster",
            "clusters[1].id: expected each cluster once, found `cluster-2` again",
        )],
    },
    Row {
        spoil: |parts| parts.units[3].kind = "wards".parse().unwrap(),
        faults: &[(
            "unknown_unit_kind",
            "units[3].kind: expected a kind of unit of this organisation, found `wards`",
        )],
    },
    Row {
        spoil: |parts| {
            let unit = sample::unit("new", "wards", text("Mới", "New"), "9", Some("ha-noi"));
            parts.events.push(event("2024-01-01", Change::Founded { unit }));
        },
        faults: &[(
            "unknown_unit_kind",
            "events[1].change.unit.kind: expected a kind of unit of this organisation, found `wards`",
        )],
    },
    Row {
        spoil: |parts| {
            let new_kind = "wards".parse().unwrap();
            let change = Change::ChangedKind { unit: "buoi".parse().unwrap(), new_kind };
            parts.events.push(event("2024-01-01", change));
        },
        faults: &[(
            "unknown_unit_kind",
            "events[1].change.new_kind: expected a kind of unit of this organisation, found `wards`",
        )],
    },
    Row {
        spoil: |parts| parts.units[3].parent = Some("nowhere".parse().unwrap()),
        faults: &[(
            "unknown_unit",
            "units[3].parent: expected a unit of this organisation, found `nowhere`",
        )],
    },
    Row {
        spoil: |parts| {
            let unit = sample::unit("new", "ward", text("Mới", "New"), "9", Some("nowhere"));
            parts.events.push(event("2024-01-01", Change::Founded { unit }));
        },
        faults: &[(
            "unknown_unit",
            "events[1].change.unit.parent: expected a unit of this organisation, found `nowhere`",
        )],
    },
    Row {
        spoil: |parts| {
            let parent = Some("nowhere".parse().unwrap());
            let change = Change::Moved { unit: "buoi".parse().unwrap(), parent };
            parts.events.push(event("2024-01-01", change));
        },
        faults: &[(
            "unknown_unit",
            "events[1].change.parent: expected a unit of this organisation, found `nowhere`",
        )],
    },
    Row {
        spoil: |parts| {
            let change = Change::Dissolved { unit: "nowhere".parse().unwrap() };
            parts.events.push(event("2024-01-01", change));
        },
        faults: &[(
            "unknown_unit",
            "events[1].change.unit: expected a unit of this organisation, found `nowhere`",
        )],
    },
    Row {
        spoil: |parts| parts.bodies[1].unit = "nowhere".parse().unwrap(),
        faults: &[(
            "unknown_unit",
            "bodies[1].unit: expected a unit of this organisation, found `nowhere`",
        )],
    },
    Row {
        spoil: |parts| parts.events[0].act = "nq-1657".parse().unwrap(),
        faults: &[(
            "unknown_act",
            "events[0].act: expected an act of this organisation, found `nq-1657`",
        )],
    },
    Row {
        spoil: |parts| parts.clusters[0].decision = Some("nq-1657".parse().unwrap()),
        faults: &[(
            "unknown_act",
            "clusters[0].decision: expected an act of this organisation, found `nq-1657`",
        )],
    },
    Row {
        spoil: |parts| {
            let mut year = sample::cluster_year("2024-01-01", "front-tay-ho", &[]);
            year.decision = Some("nq-1657".parse().unwrap());
            parts.clusters[0].years.push(year);
        },
        faults: &[(
            "unknown_act",
            "clusters[0].years[0].decision: expected an act of this organisation, found `nq-1657`",
        )],
    },
    Row {
        spoil: |parts| parts.bodies[1].kind = "front".parse().unwrap(),
        faults: &[(
            "unknown_body_kind",
            "bodies[1].kind: expected a kind of body of this organisation, found `front`",
        )],
    },
    Row {
        spoil: |parts| parts.clusters[0].kind = "block".parse().unwrap(),
        faults: &[(
            "unknown_cluster_kind",
            "clusters[0].kind: expected a kind of cluster of this organisation, found `block`",
        )],
    },
    Row {
        spoil: |parts| parts.clusters[0].led_by = "ha-noi".parse().unwrap(),
        faults: &[(
            "unknown_body",
            "clusters[0].led_by: expected a body of this organisation, found `ha-noi`",
        )],
    },
    Row {
        spoil: |parts| parts.clusters[0].members.push(member("buoi", "2022-01-01", None)),
        faults: &[(
            "unknown_body",
            "clusters[0].members[2].body: expected a body of this organisation, found `buoi`",
        )],
    },
    Row {
        spoil: |parts| {
            parts.clusters[0].years.push(sample::cluster_year("2024-01-01", "tay-ho", &["buoi"]));
        },
        faults: &[
            (
                "unknown_body",
                "clusters[0].years[0].deputies[0]: expected a body of this organisation, found `buoi`",
            ),
            (
                "unknown_body",
                "clusters[0].years[0].head: expected a body of this organisation, found `tay-ho`",
            ),
        ],
    },
];
