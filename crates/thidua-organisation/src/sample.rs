//! A small organisation for tests: two wards of Hà Nội, before and after its
//! districts.

use thidua_values::{Basis, Period, Text};

use crate::{
    Act, Body, BodyKind, Change, Cluster, ClusterKind, ClusterYear, Code, Congress, DatedLevel,
    Event, Level, Membership, Office, OrganisationParts, Role, Term, Unit, UnitKind,
};

pub(crate) fn day(text: &str) -> thidua_values::Day {
    text.parse().unwrap()
}

/// The days from `start` until `until`, or on.
pub(crate) fn days(start: &str, until: Option<&str>) -> Period {
    Period::try_new(day(start), until.map(day)).unwrap()
}

pub(crate) fn text(vi: &str, en: &str) -> Text {
    Text { vi: vi.parse().unwrap(), en: en.parse().unwrap() }
}

pub(crate) fn member(body: &str, start: &str, until: Option<&str>) -> Membership {
    Membership { body: body.parse().unwrap(), during: days(start, until) }
}

/// The year of a cluster from that day on, with these leaders.
pub(crate) fn cluster_year(start: &str, head: &str, deputies: &[&str]) -> ClusterYear {
    let until = thidua_values::Day::from_ymd(day(start).year() + 1, 1, 1);
    ClusterYear {
        during: Period::try_new(day(start), until).unwrap(),
        head: head.parse().unwrap(),
        deputies: deputies.iter().map(|body| body.parse().unwrap()).collect(),
        decision: None,
    }
}

pub(crate) fn role(id: &str) -> Role {
    Role { id: id.parse().unwrap(), name: text(id, id) }
}

/// A term by the number and day of its congress, its years, and offices of one each.
pub(crate) fn term(
    (ordinal, opened): (u32, &str),
    (first_year, last_year): (u16, u16),
    offices: &[&str],
) -> Term {
    let ordinal = ordinal.try_into().unwrap();
    let congress = Congress { ordinal, day: day(opened), delegates: None };
    let [first_year, last_year] = [first_year, last_year].map(|year| year.try_into().unwrap());
    let office = |role: &&str| Office { role: role.parse().unwrap(), count: 1 };
    Term { congress, first_year, last_year, offices: offices.iter().map(office).collect() }
}

/// An event that rests on the act of the sample.
pub(crate) fn event(effective: &str, change: Change) -> Event {
    Event { effective: day(effective), act: "nq-1656".parse().unwrap(), change }
}

pub(crate) fn unit(id: &str, kind: &str, name: Text, code: &str, parent: Option<&str>) -> Unit {
    let code = Code { scheme: "gso".parse().unwrap(), code: code.parse().unwrap() };
    Unit {
        id: id.parse().unwrap(),
        kind: kind.parse().unwrap(),
        name,
        codes: vec![code],
        parent: parent.map(|parent| parent.parse().unwrap()),
    }
}

fn unit_kind(id: &str, name: Text, level: Level, until: Option<&str>) -> UnitKind {
    let levels = vec![DatedLevel { during: days("2022-01-01", until), level }];
    UnitKind { id: id.parse().unwrap(), name, levels }
}

fn body(unit: &str, name: Text) -> Body {
    Body {
        id: format!("front-{unit}").parse().unwrap(),
        kind: "front-committee".parse().unwrap(),
        unit: unit.parse().unwrap(),
        name,
        terms: Vec::new(),
    }
}

fn unit_kinds() -> Vec<UnitKind> {
    vec![
        unit_kind("ward", text("phường", "ward"), Level::Commune, None),
        unit_kind(
            "urban-district",
            text("quận", "urban district"),
            Level::District,
            Some("2025-07-01"),
        ),
        unit_kind("central-city", text("thành phố", "central city"), Level::Province, None),
    ]
}

const IN_CITY: Option<&str> = Some("ha-noi");

/// The parts, not in canonical order.
pub(crate) fn parts() -> OrganisationParts {
    OrganisationParts {
        id: "ha-noi-west".parse().unwrap(),
        title: text("Tây Hồ, Cầu Giấy và cấp trên", "Tay Ho, Cau Giay and above"),
        basis: Basis::Illustrative { note: "A test.".parse().unwrap() },
        stated: days("2022-01-01", None),
        unit_kinds: unit_kinds(),
        units: vec![
            unit("ha-noi", "central-city", text("Hà Nội", "Ha Noi"), "01", None),
            unit("tay-ho", "urban-district", text("Tây Hồ", "Tay Ho"), "003", IN_CITY),
            unit("cau-giay", "urban-district", text("Cầu Giấy", "Cau Giay"), "005", IN_CITY),
            unit("buoi", "ward", text("Bưởi", "Buoi"), "00109", Some("tay-ho")),
            unit("yen-hoa", "ward", text("Yên Hòa", "Yen Hoa"), "00172", Some("cau-giay")),
        ],
        acts: vec![Act {
            id: "nq-1656".parse().unwrap(),
            number: Some("1656/NQ-UBTVQH15".parse().unwrap()),
            title: text("Sắp xếp cấp xã của Hà Nội", "Rearranging the communes of Ha Noi"),
            published: day("2025-06-16"),
            in_force: Some(day("2025-06-16")),
        }],
        events: vec![event("2025-07-01", Change::LevelAbolished { level: Level::District })],
        body_kinds: vec![BodyKind {
            id: "front-committee".parse().unwrap(),
            name: text("Ủy ban Mặt trận Tổ quốc", "Fatherland Front committee"),
            roles: Vec::new(),
        }],
        bodies: vec![
            body("tay-ho", text("Ủy ban MTTQ quận Tây Hồ", "Front committee of Tay Ho")),
            body("cau-giay", text("Ủy ban MTTQ quận Cầu Giấy", "Front committee of Cau Giay")),
            body("ha-noi", text("Ủy ban MTTQ thành phố Hà Nội", "Front committee of Ha Noi")),
        ],
        cluster_kinds: vec![ClusterKind {
            id: "front".parse().unwrap(),
            name: text("Cụm thi đua của Mặt trận", "Clusters of the Front"),
            exclusive: true,
        }],
        clusters: vec![cluster()],
    }
}

fn cluster() -> Cluster {
    Cluster {
        id: "cluster-2".parse().unwrap(),
        kind: "front".parse().unwrap(),
        name: text("Cụm thi đua số 2", "Emulation cluster no. 2"),
        led_by: "front-ha-noi".parse().unwrap(),
        decision: None,
        members: vec![
            member("front-tay-ho", "2022-01-01", Some("2025-07-01")),
            member("front-cau-giay", "2023-01-01", Some("2025-07-01")),
        ],
        years: Vec::new(),
        if_ended: None,
    }
}
