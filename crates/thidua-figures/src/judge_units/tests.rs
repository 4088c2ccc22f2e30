//! Verdicts on numbers of units, and on who leads a cluster.

use thidua_organisation::{Membership, Organisation};
use thidua_values::Day;

use crate::judge::tests::{told_of, told_with};
use crate::sample::{day, days, organisation};
use crate::sample_report::{claim, cluster, count, district, parts, share};
use crate::{Post, Relation, Stated};

#[test]
fn units_are_counted_on_the_day() {
    let units = |about, kind: &str, on: Day| Relation::Units {
        about,
        kinds: vec![kind.parse().unwrap()],
        day: on,
    };
    let then = day("2024-03-01");
    let found = told_of(vec![
        claim("a", "2 phường", count()).read_as("2").held_to(units(district(), "ward", then)),
        claim("b", "3", count()).held_to(units(cluster(), "urban-district", then)),
        claim("c", "4/4", share()).held_to(units(cluster(), "ward", then)),
        claim("d", "2", count()).held_to(units(district(), "ward", day("2021-12-31"))),
        claim("e", "2", count()).held_to(units(district(), "ward", day("2026-01-01"))),
        claim("f", "4", count()).held_to(units(cluster(), "ward", day("2026-01-01"))),
    ]);
    assert_eq!(
        found,
        [
            "a units holds: stated 2; on 2024-03-01 there are 2: 2 ward",
            "b units fails: stated 3; on 2024-03-01 there are 2: 2 urban-district; beside them 4 ward",
            "c part_of_whole holds: 4 of 4 is 100 %",
            "c units holds: stated 4; on 2024-03-01 there are 4: 4 ward; beside them 2 urban-district",
            "d day_outside open: the organisation tells of 2022-01-01 on, and nothing of 2021-12-31",
            "e nobody_on open: the organisation tells of no unit there on 2026-01-01",
            "f nobody_on open: the organisation tells of no unit there on 2026-01-01",
        ]
    );
}

#[test]
fn units_below_two_members_are_counted_once() {
    let mut all = organisation().parts().clone();
    let (body, during) = ("mttq-ha-noi".parse().unwrap(), days("2022-01-01", None));
    all.clusters[0].members.push(Membership { body, during });
    let organisation = Organisation::try_new(all).unwrap();
    let kinds = ["ward", "urban-district"].map(|kind| kind.parse().unwrap()).to_vec();
    let units = Relation::Units { about: cluster(), kinds, day: day("2024-03-01") };
    assert_eq!(
        told_with(&organisation, &[parts(vec![claim("a", "6", count()).held_to(units)])]),
        [
            "a units holds: stated 6; on 2024-03-01 there are 6: 2 urban-district, 4 ward; beside them 1 city"
        ]
    );
}

#[test]
fn who_leads_is_a_member_and_has_one_post() {
    let lead = |id: &str, member: &str, post| {
        let during = days("2025-01-01", Some("2026-01-01"));
        let (cluster, member) = ("cluster-1".parse().unwrap(), member.parse().unwrap());
        claim(id, "làm cụm trưởng", Stated::Lead { cluster, member, post, during })
    };
    let found = told_of(vec![
        lead("a", "mttq-tay-ho", Post::Head),
        lead("b", "mttq-tay-ho", Post::Deputy),
        lead("c", "mttq-ha-noi", Post::Deputy),
        lead("d", "mttq-cau-giay", Post::Deputy),
    ]);
    let of_members: Vec<_> = found.iter().filter(|line| line.contains(" member ")).collect();
    assert_eq!(
        of_members,
        [
            "a member fails: `mttq-tay-ho` is a member on 2024-11-08, and deputy at once",
            "b member fails: `mttq-tay-ho` is a member on 2024-11-08, and head at once",
            "c member fails: `mttq-ha-noi` is no member on 2024-11-08",
            "d member holds: `mttq-cau-giay` is a member on 2024-11-08",
        ]
    );
    assert_eq!(
        found[1],
        "a leads open: the organisation does not tell the head of 2025-01-01 to 2025-12-31"
    );
}
