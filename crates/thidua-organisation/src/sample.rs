//! A small organisation for tests: two wards of Hà Nội, before and after its
//! districts.

use thidua_values::{Basis, Period, Text};

use crate::{
    Body, BodyKind, Cluster, Code, Level, Membership, OrganisationParts, Parent, Unit, UnitKind,
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

pub(crate) fn parent(unit: &str, start: &str, until: Option<&str>) -> Parent {
    Parent { unit: unit.parse().unwrap(), during: days(start, until) }
}

pub(crate) fn member(body: &str, start: &str, until: Option<&str>) -> Membership {
    Membership { body: body.parse().unwrap(), during: days(start, until) }
}

fn unit_kind(id: &str, name: Text, level: Level) -> UnitKind {
    UnitKind { id: id.parse().unwrap(), name, level }
}

fn unit(id: &str, kind: &str, name: Text, code: &str, parents: Vec<Parent>) -> Unit {
    let code = Code { scheme: "gso".parse().unwrap(), code: code.parse().unwrap() };
    let (id, kind) = (id.parse().unwrap(), kind.parse().unwrap());
    Unit { id, kind, name, codes: vec![code], parents }
}

fn body(unit: &str, name: Text) -> Body {
    Body {
        id: format!("front-{unit}").parse().unwrap(),
        kind: "front-committee".parse().unwrap(),
        unit: unit.parse().unwrap(),
        name,
    }
}

/// The parts, not in canonical order.
pub(crate) fn parts() -> OrganisationParts {
    let (start, change) = ("2022-01-01", "2025-07-01");
    let in_city = || vec![parent("ha-noi", start, Some(change))];
    let in_district =
        |district| vec![parent(district, start, Some(change)), parent("ha-noi", change, None)];
    OrganisationParts {
        id: "ha-noi-west".parse().unwrap(),
        title: text("Tây Hồ, Cầu Giấy và cấp trên", "Tay Ho, Cau Giay and above"),
        basis: Basis::Illustrative { note: "A test.".parse().unwrap() },
        stated: days(start, None),
        unit_kinds: vec![
            unit_kind("ward", text("phường", "ward"), Level::Commune),
            unit_kind("urban-district", text("quận", "urban district"), Level::District),
            unit_kind("central-city", text("thành phố", "central city"), Level::Province),
        ],
        units: vec![
            unit("ha-noi", "central-city", text("Hà Nội", "Ha Noi"), "01", vec![]),
            unit("tay-ho", "urban-district", text("Tây Hồ", "Tay Ho"), "003", in_city()),
            unit("cau-giay", "urban-district", text("Cầu Giấy", "Cau Giay"), "005", in_city()),
            unit("buoi", "ward", text("Bưởi", "Buoi"), "00109", in_district("tay-ho")),
            unit("yen-hoa", "ward", text("Yên Hòa", "Yen Hoa"), "00172", in_district("cau-giay")),
        ],
        body_kinds: vec![BodyKind {
            id: "front-committee".parse().unwrap(),
            name: text("Ủy ban Mặt trận Tổ quốc", "Fatherland Front committee"),
        }],
        bodies: vec![
            body("tay-ho", text("Ủy ban MTTQ quận Tây Hồ", "Front committee of Tay Ho")),
            body("cau-giay", text("Ủy ban MTTQ quận Cầu Giấy", "Front committee of Cau Giay")),
            body("ha-noi", text("Ủy ban MTTQ thành phố Hà Nội", "Front committee of Ha Noi")),
        ],
        clusters: vec![cluster()],
    }
}

fn cluster() -> Cluster {
    Cluster {
        id: "cluster-2".parse().unwrap(),
        name: text("Cụm thi đua số 2", "Emulation cluster no. 2"),
        led_by: "front-ha-noi".parse().unwrap(),
        members: vec![
            member("front-tay-ho", "2022-01-01", Some("2025-07-01")),
            member("front-cau-giay", "2023-01-01", Some("2025-07-01")),
        ],
    }
}
