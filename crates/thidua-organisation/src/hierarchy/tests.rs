//! Laws of one day's hierarchy.

use proptest::prelude::*;

use super::*;
use crate::sample::{self, day};
use crate::strategies;

/// An organisation and a day it speaks of.
fn dated() -> impl Strategy<Value = (Organisation, Day)> {
    (strategies::organisation(), 1_u32..10)
        .prop_map(|(organisation, day)| (organisation, Day::from_ymd(2022, 1, day).unwrap()))
}

fn ids<'o>(units: impl IntoIterator<Item = UnitOn<'o>>) -> Vec<&'o str> {
    units.into_iter().map(|unit| unit.id().as_str()).collect()
}

/// Every unit below, found by looking at the ancestors of all.
fn below_by_definition<'o>(hierarchy: &Hierarchy<'o>, unit: &UnitId) -> Vec<&'o str> {
    let is_below =
        |other: &UnitOn<'_>| hierarchy.ancestors(other.id()).any(|above| above.id() == unit);
    ids(hierarchy.units().filter(is_below))
}

proptest! {
    /// Law: units are a forest: nothing is above itself, what is above one
    /// above is above, and levels rise on the way up.
    #[test]
    fn hierarchies_are_forests((organisation, day) in dated()) {
        let hierarchy = organisation.as_of(day).unwrap();
        for unit in hierarchy.units() {
            let above: Vec<_> = hierarchy.ancestors(unit.id()).collect();
            prop_assert!(!above.contains(&unit));
            prop_assert_eq!(above.first().copied(), hierarchy.parent(unit.id()));
            prop_assert_eq!(organisation.position(unit.id()), Some(unit.position()));
            prop_assert!(unit.position() < organisation.positions());
            prop_assert_eq!(hierarchy.above(unit.position()), above.first().map(UnitOn::position));
            for (position, ancestor) in above.iter().enumerate() {
                prop_assert!(unit.level() < ancestor.level());
                let further: Vec<_> = hierarchy.ancestors(ancestor.id()).collect();
                prop_assert_eq!(&further[..], &above[position + 1..]);
            }
        }
    }

    /// Law: what is below a unit is what the unit is above of, each once, after
    /// its parent; children are by id.
    #[test]
    fn descendants_are_those_with_the_ancestor((organisation, day) in dated()) {
        let hierarchy = organisation.as_of(day).unwrap();
        for unit in hierarchy.units() {
            let mut preorder = Vec::new();
            for child in hierarchy.children(unit.id()) {
                prop_assert_eq!(hierarchy.parent(child.id()), Some(unit));
                preorder.push(child.id().as_str());
                preorder.extend(ids(hierarchy.descendants(child.id())));
            }
            let mut below = ids(hierarchy.descendants(unit.id()));
            prop_assert_eq!(&below, &preorder);
            prop_assert!(ids(hierarchy.children(unit.id())).is_sorted());
            below.sort_unstable();
            prop_assert_eq!(&below, &below_by_definition(&hierarchy, unit.id()));
            prop_assert_eq!(hierarchy.count_by_kind(unit.id()).values().sum::<usize>(), below.len());
        }
    }

    /// Law: the way to a unit begins at a root; what two units share of theirs ends with the
    /// lowest unit that both are or are below of.
    #[test]
    fn ways_part_at_the_lowest_common_ancestor((organisation, day) in dated()) {
        let hierarchy = organisation.as_of(day).unwrap();
        let roots = ids(hierarchy.roots());
        for a in hierarchy.units() {
            prop_assert!(roots.contains(&hierarchy.path(a.id())[0].id().as_str()));
            for b in hierarchy.units() {
                let around = |unit: UnitOn<'_>| ids(hierarchy.path(unit.id()).into_iter().rev());
                let above_b = around(b);
                let expected = around(a).into_iter().find(|unit| above_b.contains(unit));
                let found = hierarchy.lowest_common_ancestor(a.id(), b.id());
                prop_assert_eq!(found.map(|unit| unit.id().as_str()), expected);
            }
        }
    }

    /// Law: a cluster has on a day the bodies of living units whose membership has the day.
    #[test]
    fn members_are_those_of_the_day((organisation, day) in dated()) {
        let hierarchy = organisation.as_of(day).unwrap();
        for cluster in &organisation.parts().clusters {
            let on_day = hierarchy.cluster(&cluster.id).unwrap();
            let found: Vec<_> = on_day.members().iter().map(|body| &body.id).collect();
            let stated = cluster.members.iter().filter(|member| member.during.contains(day));
            let lives = |body: &&BodyId| hierarchy.body(body).is_some();
            let mut stated: Vec<_> = stated.map(|member| &member.body).filter(lives).collect();
            stated.sort();
            prop_assert_eq!(found, stated);
            prop_assert_eq!(&on_day.led_by().id, &cluster.led_by);
        }
    }
}

#[test]
fn units_below_an_abolished_level_answer_to_the_next() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    let before = organisation.as_of(day("2025-06-30")).unwrap();
    let after = organisation.as_of(day("2025-07-01")).unwrap();
    let (city, ward) = ("ha-noi".parse().unwrap(), "buoi".parse().unwrap());
    assert_eq!(ids(before.ancestors(&ward)), ["tay-ho", "ha-noi"]);
    assert_eq!(ids(after.ancestors(&ward)), ["ha-noi"]);
    assert_eq!(ids(before.children(&city)), ["cau-giay", "tay-ho"]);
    assert_eq!(ids(after.children(&city)), ["buoi", "yen-hoa"]);
    assert_eq!(ids(before.descendants(&city)), ["cau-giay", "yen-hoa", "tay-ho", "buoi"]);
    assert_eq!(ids(after.descendants(&city)), ["buoi", "yen-hoa"]);
    assert_eq!(ids(before.path(&ward)), ["ha-noi", "tay-ho", "buoi"]);
    assert_eq!(after.unit(&"tay-ho".parse().unwrap()), None);
}

#[test]
fn units_below_an_abolished_level_move_whatever_else_ends_their_parent() {
    let mut parts = sample::parts();
    let change = crate::Change::Dissolved { unit: "tay-ho".parse().unwrap() };
    parts.events.push(sample::event("2025-07-01", change));
    let organisation = Organisation::try_new(parts).unwrap();
    let after = organisation.as_of(day("2025-07-01")).unwrap();
    assert_eq!(ids(after.ancestors(&"buoi".parse().unwrap())), ["ha-noi"]);
}

#[test]
fn units_are_counted_by_their_kinds() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    let hierarchy = organisation.as_of(day("2022-11-08")).unwrap();
    let counts = hierarchy.count_by_kind(&"ha-noi".parse().unwrap());
    let counts: Vec<_> = counts.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    assert_eq!(counts, [("urban-district", 2), ("ward", 2)]);
    let city = "ha-noi".parse().unwrap();
    assert_eq!(ids(hierarchy.descendants_at(&city, Level::Commune)), ["yen-hoa", "buoi"]);
}

#[test]
fn units_are_found_by_id_and_by_code() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    let hierarchy = organisation.as_of(day("2022-11-08")).unwrap();
    assert_eq!(hierarchy.day(), day("2022-11-08"));
    let by_code = |scheme: &str, code: &str| {
        hierarchy.by_code(&scheme.parse().unwrap(), &code.parse().unwrap())
    };
    let tay_ho = hierarchy.unit(&"tay-ho".parse().unwrap()).unwrap();
    assert_eq!(by_code("gso", "003"), Some(tay_ho));
    assert_eq!(by_code("gso", "3"), None);
    assert_eq!(by_code("iso", "003"), None);
    assert_eq!(tay_ho.kind().name.vi.as_str(), "quận");
    assert_eq!(tay_ho.level(), Level::District);
    assert_eq!(tay_ho.code(&"gso".parse().unwrap()).unwrap().as_str(), "003");
    assert_eq!(tay_ho.codes().count(), 1);
    assert_eq!(tay_ho.life(), sample::days("2022-01-01", Some("2025-07-01")));
    let later = organisation.as_of(day("2025-07-01")).unwrap();
    assert_eq!(later.by_code(&"gso".parse().unwrap(), &"003".parse().unwrap()), None);
}

#[test]
fn units_are_found_by_name_however_it_is_spelt() {
    let mut parts = sample::parts();
    let text = |vi: &str| sample::text(vi, "x");
    parts.units.push(sample::unit("quy", "ward", text("Hoà Quý"), "1", Some("tay-ho")));
    parts.units.push(sample::unit("buoi-2", "ward", text("Bưởi"), "2", Some("cau-giay")));
    let organisation = Organisation::try_new(parts).unwrap();
    let hierarchy = organisation.as_of(day("2022-11-08")).unwrap();
    let found = |name: &str| ids(hierarchy.named(name));
    assert_eq!(found("  HÒA  quý"), ["quy"]);
    assert_eq!(found("Ho\u{300}a quy\u{301}"), ["quy"]);
    assert_eq!(found("phường hoà quý"), ["quy"]);
    assert_eq!(found("Bưởi"), ["buoi", "buoi-2"]);
    for other in ["Hòa Quỹ", "quận Hòa Quý", "Hòa", "Buoi", ""] {
        assert!(found(other).is_empty(), "{other}");
    }
    assert_eq!(found("tây hồ"), ["tay-ho"]);
    let later = organisation.as_of(day("2025-07-01")).unwrap();
    assert!(later.named("Tây Hồ").is_empty());
}

#[test]
fn clusters_have_the_members_of_the_day() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    let members = |on: &str| {
        let cluster = organisation.as_of(day(on)).unwrap().cluster(&"cluster-2".parse().unwrap());
        let cluster = cluster.unwrap();
        assert_eq!(cluster.id().as_str(), "cluster-2");
        assert_eq!(cluster.name().vi.as_str(), "Cụm thi đua số 2");
        assert_eq!(cluster.led_by().id.as_str(), "front-ha-noi");
        assert_eq!(cluster.level(), Some(Level::Province));
        cluster.members().iter().map(|body| body.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(members("2022-11-08"), ["front-tay-ho"]);
    assert_eq!(members("2023-01-01"), ["front-cau-giay", "front-tay-ho"]);
    assert!(members("2025-07-01").is_empty());
}

#[test]
fn nothing_is_around_what_is_unknown() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    let hierarchy = organisation.as_of(day("2022-11-08")).unwrap();
    let unit = "nowhere".parse().unwrap();
    assert_eq!((hierarchy.unit(&unit), hierarchy.parent(&unit)), (None, None));
    assert_eq!(hierarchy.ancestors(&unit).chain(hierarchy.children(&unit)).count(), 0);
    assert_eq!(hierarchy.descendants(&unit).count(), 0);
    assert!(hierarchy.path(&unit).is_empty() && hierarchy.count_by_kind(&unit).is_empty());
    assert_eq!(hierarchy.body(&"nobody".parse().unwrap()), None);
    assert_eq!(hierarchy.cluster(&"nowhere".parse().unwrap()), None);
}
