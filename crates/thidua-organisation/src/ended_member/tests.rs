//! Tests of members that end in mid-year.

use proptest::prelude::*;
use thidua_values::{Coded, Period};

use super::*;
use crate::sample::{days, event, member, parts, text, unit};
use crate::{Change, OrganisationParts, Part, strategies};

/// The committee of Tây Hồ and that of Bưởi, in the cluster for all of 2025.
fn of_2025(turn: impl FnOnce(&mut OrganisationParts)) -> Organisation {
    let mut parts = parts();
    let mut buoi = parts.bodies[0].clone();
    (buoi.id, buoi.unit) = ("front-buoi".parse().unwrap(), "buoi".parse().unwrap());
    parts.bodies.push(buoi);
    let member = |body| member(body, "2025-01-01", Some("2026-01-01"));
    parts.clusters[0].members = vec![member("front-buoi"), member("front-tay-ho")];
    turn(&mut parts);
    Organisation::try_new(parts).unwrap()
}

fn ended(organisation: &Organisation) -> Vec<EndedMembership> {
    organisation.ended_members(&"cluster-2".parse().unwrap(), year()).unwrap()
}

fn year() -> Period {
    days("2025-01-01", Some("2026-01-01"))
}

/// Merges Bưởi into a new ward and Yên Hòa, with the bodies of the new one as told.
fn merges(parts: &mut OrganisationParts, bodies: &[&str]) {
    let mut new = unit("new", "ward", text("Mới", "New"), "1", Some("ha-noi"));
    new.codes.clear();
    parts.events.push(event("2025-07-01", Change::Founded { unit: new }));
    let part = |unit: &str| Part {
        unit: unit.parse().unwrap(),
        population: Share::Part,
        area: Share::Part,
    };
    let into = vec![part("new"), part("yen-hoa")];
    let unit = "buoi".parse().unwrap();
    parts.events.push(event("2025-07-01", Change::Split { unit, into }));
    for id in bodies {
        let mut body = parts.bodies[0].clone();
        (body.id, body.unit) = (id.parse().unwrap(), "new".parse().unwrap());
        parts.bodies.push(body);
    }
}

#[test]
fn a_member_whose_level_is_abolished_has_no_successors() {
    let found = ended(&of_2025(|_| ()));
    let tay_ho = EndedMembership {
        body: "front-tay-ho".parse().unwrap(),
        day: "2025-07-01".parse().unwrap(),
        post: None,
        rule: None,
        successors: Vec::new(),
    };
    assert_eq!(found, [tay_ho]);
}

#[test]
fn the_bodies_of_the_units_that_succeed_are_found() {
    let found = ended(&of_2025(|parts| merges(parts, &["front-new", "front-new-2"])));
    assert_eq!(
        found.iter().map(|it| it.body.as_str()).collect::<Vec<_>>(),
        ["front-buoi", "front-tay-ho"]
    );
    let successor = |unit: &str, body: Option<&str>| Successor {
        unit: unit.parse().unwrap(),
        body: body.map(|body| body.parse().unwrap()),
        population: Share::Part,
    };
    let expected = [
        successor("new", Some("front-new")),
        successor("new", Some("front-new-2")),
        // No body of Yên Hòa is told.
        successor("yen-hoa", None),
    ];
    assert_eq!(found[0].successors, expected);
}

#[test]
fn bodies_of_another_kind_do_not_succeed() {
    let found = ended(&of_2025(|parts| {
        merges(parts, &["front-new"]);
        let mut kind = parts.body_kinds[0].clone();
        kind.id = "other".parse().unwrap();
        parts.body_kinds.push(kind);
        parts.bodies.last_mut().unwrap().kind = "other".parse().unwrap();
    }));
    assert_eq!(found[0].successors[0].body, None);
}

#[test]
fn the_head_and_the_deputies_of_the_year_are_told() {
    let with_head = |head: &str, deputy: &str, during| {
        let year = ClusterYear {
            during,
            head: head.parse().unwrap(),
            deputies: vec![deputy.parse().unwrap()],
            decision: None,
        };
        let organisation = of_2025(|parts| parts.clusters[0].years = vec![year]);
        ended(&organisation)[0].post
    };
    assert_eq!(with_head("front-tay-ho", "front-buoi", year()), Some(ClusterPost::Head));
    assert_eq!(with_head("front-buoi", "front-tay-ho", year()), Some(ClusterPost::Deputy));
    // A year that is over as the unit ends.
    let half = days("2025-01-01", Some("2025-07-01"));
    assert_eq!(with_head("front-tay-ho", "front-buoi", half), None);
}

#[test]
fn a_membership_that_was_over_is_not_listed() {
    let until = |day: &str, years: &[ClusterYear]| {
        let organisation = of_2025(|parts| {
            parts.clusters[0].members[1].during = days("2025-01-01", Some(day));
            parts.clusters[0].years = years.to_vec();
        });
        ended(&organisation).iter().map(|it| it.body.to_string()).collect::<Vec<_>>()
    };
    let year_until = |day: &str| ClusterYear {
        during: days("2025-01-01", Some(day)),
        head: "front-tay-ho".parse().unwrap(),
        deputies: Vec::new(),
        decision: None,
    };
    assert!(until("2025-06-30", &[]).is_empty());
    // Ended with its unit, in the midst of the cluster's year or at the end of it.
    assert_eq!(until("2025-07-01", &[]), ["front-tay-ho"]);
    assert_eq!(until("2025-07-01", &[year_until("2026-01-01")]), ["front-tay-ho"]);
    assert!(until("2025-07-01", &[year_until("2025-07-01")]).is_empty());
}

#[test]
fn the_rule_of_the_cluster_is_told() {
    let rule = Some(EndedMember::LeaderDecides);
    let organisation = of_2025(|parts| parts.clusters[0].if_ended = rule);
    assert_eq!(ended(&organisation)[0].rule, rule);
}

#[test]
fn what_is_not_stated_is_refused() {
    let organisation = of_2025(|_| ());
    let unknown = organisation.ended_members(&"cluster-9".parse().unwrap(), year());
    let message = unknown.unwrap_err().to_string();
    assert_eq!(message, "expected a cluster of this organisation, found `cluster-9`");
    let id = "cluster-2".parse().unwrap();
    let early = organisation.ended_members(&id, days("2021-01-01", Some("2026-01-01")));
    let message = early.unwrap_err().to_string();
    assert_eq!(message, "expected a day from 2022-01-01 on, found 2021-01-01");
    let closed = of_2025(|parts| parts.stated = days("2022-01-01", Some("2026-01-01")));
    let open = closed.ended_members(&id, days("2025-01-01", None)).unwrap_err();
    assert!(open.to_string().ends_with("found 2026-01-01"), "{open}");
}

#[test]
fn posts_have_words() {
    for post in [ClusterPost::Head, ClusterPost::Deputy] {
        assert!(!post.words().vi.is_empty() && !post.words().en.is_empty());
    }
}

proptest! {
    /// Law: who ended within the stated days is who was a member on the eve of the day on which its
    /// unit lives no more, where no year of the cluster is told.
    #[test]
    fn ended_members_equal_their_definition(organisation in strategies::organisation()) {
        let stated = organisation.parts().stated;
        for cluster in &organisation.parts().clusters {
            let found = organisation.ended_members(&cluster.id, stated).unwrap();
            let found: Vec<_> = found.into_iter().map(|it| (it.day, it.body)).collect();
            let mut expected = Vec::new();
            for day in (1..20).filter_map(|days| stated.start().days_later(days)).filter(|day| stated.contains(*day)) {
                for member in cluster.members.iter().filter(|member| member.during.contains(day.previous().unwrap())) {
                    let lives = |day| organisation.as_of(day).unwrap().body(&member.body).is_some();
                    if lives(day.previous().unwrap()) && !lives(day) {
                        expected.push((day, member.body.clone()));
                    }
                }
            }
            expected.sort();
            prop_assert_eq!(found, expected);
        }
    }
}
