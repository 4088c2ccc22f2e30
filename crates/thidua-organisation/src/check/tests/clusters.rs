//! Bodies, their terms, and clusters that cannot be.

use super::Row;
use crate::sample::{cluster_year, days, member, role, term};

pub(super) const ROWS: &[Row] = &[
    Row {
        spoil: |parts| parts.body_kinds[0].roles.extend([role("chair"), role("chair")]),
        faults: &[(
            "duplicate_role",
            "body_kinds[0].roles[1].id: expected each role once, found `chair` again",
        )],
    },
    Row {
        spoil: |parts| {
            parts.bodies[2].terms.push(term((17, "2019-09-20"), (2019, 2024), &["chair"]));
        },
        faults: &[(
            "unknown_role",
            "bodies[2].terms[0].offices[0].role: expected a role of the kind of the body, found `chair`",
        )],
    },
    Row {
        spoil: |parts| {
            parts.body_kinds[0].roles.push(role("chair"));
            let term = term((17, "2019-09-20"), (2019, 2024), &["chair", "chair"]);
            parts.bodies[2].terms.push(term);
        },
        faults: &[(
            "duplicate_office",
            "bodies[2].terms[0].offices[1].role: expected each office once, found `chair` again",
        )],
    },
    Row {
        spoil: |parts| parts.bodies[2].terms.push(term((17, "2019-09-20"), (2019, 2019), &[])),
        faults: &[(
            "years_of_term",
            "bodies[2].terms[0].last_year: expected a last year after 2019, found 2019",
        )],
    },
    Row {
        spoil: |parts| {
            let earlier = term((18, "2019-09-20"), (2019, 2024), &[]);
            let later = term((17, "2024-10-15"), (2024, 2029), &[]);
            parts.bodies[2].terms.extend([later, earlier]);
        },
        faults: &[(
            "congress_order",
            "bodies[2].terms[0].congress: expected a congress after no. 18 of 2019-09-20, by number and by day, found no. 17 of 2024-10-15",
        )],
    },
    Row {
        spoil: |parts| parts.clusters[0].members.clear(),
        faults: &[("no_members", "clusters[0].members: expected at least one member, found none")],
    },
    Row {
        spoil: |parts| {
            parts.clusters[0].members.insert(0, member("front-tay-ho", "2022-06-01", None));
        },
        faults: &[(
            "twice_member",
            "clusters[0].members[0].during: expected each member at most once a day, found `front-tay-ho` from 2022-01-01 until, not including, 2025-07-01 and from 2022-06-01 on",
        )],
    },
    Row {
        spoil: |parts| {
            let years = days("2019-01-01", Some("2022-01-01"));
            parts.clusters[0].members[1].during = years;
        },
        faults: &[(
            "outside_stated",
            "clusters[0].members[1].during: expected a period that shares a day with the time from 2022-01-01 on, found one from 2019-01-01 until, not including, 2022-01-01",
        )],
    },
    Row {
        spoil: |parts| {
            parts.clusters[0].years.push(cluster_year("2021-01-01", "front-tay-ho", &[]));
        },
        faults: &[
            (
                "outside_stated",
                "clusters[0].years[0].during: expected a period that shares a day with the time from 2022-01-01 on, found one from 2021-01-01 until, not including, 2022-01-01",
            ),
            (
                "leader_no_member",
                "clusters[0].years[0].head: expected a member of the cluster on 2021-01-01, found `front-tay-ho`",
            ),
        ],
    },
    Row {
        spoil: |parts| parts.clusters[0].members[1].during = days("2025-07-01", None),
        faults: &[(
            "member_not_living",
            "clusters[0].members[1].during: expected a member whose unit lives on 2025-07-01, found `front-cau-giay`, whose unit lives from 2022-01-01 until, not including, 2025-07-01",
        )],
    },
    Row {
        spoil: |parts| {
            let mut long = cluster_year("2023-01-01", "front-tay-ho", &[]);
            long.during = days("2023-01-01", Some("2024-06-01"));
            let next = cluster_year("2024-01-01", "front-cau-giay", &[]);
            parts.clusters[0].years.extend([next, long]);
        },
        faults: &[(
            "two_heads",
            "clusters[0].years[0].during: expected at most one head a day, found one from 2023-01-01 until, not including, 2024-06-01 and one from 2024-01-01 until, not including, 2025-01-01",
        )],
    },
    Row {
        // A member on paper, whose unit has ended.
        spoil: |parts| {
            parts.clusters[0].members[0].during = days("2022-01-01", None);
            parts.clusters[0].years.push(cluster_year("2026-01-01", "front-tay-ho", &[]));
        },
        faults: &[(
            "member_not_living",
            "clusters[0].years[0].head: expected a member whose unit lives on 2026-01-01, found `front-tay-ho`, whose unit lives from 2022-01-01 until, not including, 2025-07-01",
        )],
    },
    Row {
        spoil: |parts| {
            let year = cluster_year("2022-01-01", "front-cau-giay", &["front-ha-noi"]);
            parts.clusters[0].years.push(year);
        },
        faults: &[
            (
                "leader_no_member",
                "clusters[0].years[0].deputies[0]: expected a member of the cluster on 2022-01-01, found `front-ha-noi`",
            ),
            (
                "leader_no_member",
                "clusters[0].years[0].head: expected a member of the cluster on 2022-01-01, found `front-cau-giay`",
            ),
        ],
    },
    Row {
        spoil: |parts| {
            let year = cluster_year("2023-01-01", "front-tay-ho", &["front-tay-ho"]);
            parts.clusters[0].years.push(year);
        },
        faults: &[(
            "twice_leader",
            "clusters[0].years[0].deputies[0]: expected each leader of the year once, found `front-tay-ho` again",
        )],
    },
];
