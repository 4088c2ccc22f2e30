//! A small catalogue and a small organisation for tests.

use thidua_organisation::{
    Act, Body, BodyKind, Change, Cluster, ClusterKind, DatedLevel, Event, Level, Membership,
    Organisation, OrganisationParts, Unit, UnitKind,
};
use thidua_values::{Basis, Day, Period, Qualifier, Text};

use crate::{
    About, Asked, Catalogue, CatalogueParts, CountedBy, Direction, FiguresParts, Indicator,
    Measured, Observation, ObservedValue, OverUnits, Quantity, Stage,
};

pub(crate) fn text(vi: &str, en: &str) -> Text {
    Text { vi: vi.parse().unwrap(), en: en.parse().unwrap() }
}

pub(crate) fn basis() -> Basis {
    Basis::Illustrative { note: "A test.".parse().unwrap() }
}

fn indicator(id: &str, name: Text, measured: Measured) -> Indicator {
    Indicator {
        id: id.parse().unwrap(),
        code: None,
        name,
        aliases: Vec::new(),
        measured,
        direction: Direction::MoreIsBetter,
        reporters: vec!["ward".parse().unwrap()],
        serves: Vec::new(),
        basis: basis(),
    }
}

fn count(vi: &str, en: &str) -> Quantity {
    Quantity::Count { of: text(vi, en) }
}

/// Cremations and deaths with their ratio, groups, donors, a fund, land, and a conference.
pub(crate) fn catalogue() -> CatalogueParts {
    let sum = OverUnits::Sum;
    let cases = || Measured::Flow { of: count("ca", "cases"), over_units: sum };
    let groups = Measured::Stock { of: count("tổ", "groups"), over_units: sum };
    let donors = Measured::Flow { of: count("người", "people"), over_units: OverUnits::Never };
    let (part, whole) = ("cremations".parse().unwrap(), "deaths".parse().unwrap());
    let share = Measured::Ratio { part, whole };
    let land = Measured::Flow { of: Quantity::Amount { of: text("m²", "m²") }, over_units: sum };
    let held = text("Đã tổ chức hội nghị", "Conference held");
    CatalogueParts {
        id: "small".parse().unwrap(),
        title: text("Chỉ tiêu nhỏ", "A few indicators"),
        indicators: vec![
            indicator("cremations", text("Số ca hỏa táng", "Cremations"), cases()),
            indicator("deaths", text("Số người mất", "Deaths"), cases()),
            indicator("cremated", text("Tỷ lệ hỏa táng", "Share of cremations"), share),
            indicator("groups", text("Tổ tự quản", "Self-managed groups"), groups),
            indicator("donors", text("Người ủng hộ", "Donors"), donors),
            sea_fund(),
            indicator("land", text("Đất hiến", "Land given"), land),
            indicator("conference", held, Measured::YesNo {}),
        ],
    }
}

fn sea_fund() -> Indicator {
    let name = text("Quỹ “Vì biển, đảo Việt Nam”", "Sea and Islands Fund");
    let fund = Measured::Cumulative { of: Quantity::Dong {}, over_units: OverUnits::Sum };
    Indicator {
        code: Some("Q1".parse().unwrap()),
        aliases: vec!["Quỹ biển, đảo".parse().unwrap()],
        ..indicator("sea-fund", name, fund)
    }
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The days from `start` until `until`, or on.
pub(crate) fn days(start: &str, until: Option<&str>) -> Period {
    Period::try_new(day(start), until.map(day)).unwrap()
}

pub(crate) fn bound_catalogue() -> Catalogue {
    Catalogue::try_new(catalogue()).unwrap()
}

fn unit_kind(id: &str, level: Level, until: Option<&str>) -> UnitKind {
    let levels = vec![DatedLevel { during: days("2022-01-01", until), level }];
    UnitKind { id: id.parse().unwrap(), name: text(id, id), levels }
}

fn unit(id: &str, kind: &str, parent: Option<&str>) -> Unit {
    Unit {
        id: id.parse().unwrap(),
        kind: kind.parse().unwrap(),
        name: text(id, id),
        codes: Vec::new(),
        parent: parent.map(|parent| parent.parse().unwrap()),
    }
}

fn body(unit: &str) -> Body {
    Body {
        id: format!("mttq-{unit}").parse().unwrap(),
        kind: "committee".parse().unwrap(),
        unit: unit.parse().unwrap(),
        name: text("Ủy ban", "Committee"),
        terms: Vec::new(),
    }
}

fn body_kind() -> BodyKind {
    let (id, name) = ("committee".parse().unwrap(), text("Ủy ban", "Committee"));
    BodyKind { id, name, roles: Vec::new() }
}

fn cluster_kind() -> ClusterKind {
    let (id, name) = ("emulation".parse().unwrap(), text("Cụm thi đua", "Emulation cluster"));
    ClusterKind { id, name, exclusive: true }
}

/// A cluster of both districts.
fn cluster() -> Cluster {
    let member = |unit: &str| Membership {
        body: body(unit).id,
        during: days("2022-01-01", Some("2025-07-01")),
    };
    Cluster {
        id: "cluster-1".parse().unwrap(),
        kind: "emulation".parse().unwrap(),
        name: text("Cụm thi đua số 1", "Cluster 1"),
        led_by: body("ha-noi").id,
        decision: None,
        members: vec![member("tay-ho"), member("cau-giay")],
        years: Vec::new(),
        if_ended: None,
    }
}

fn act() -> Act {
    Act {
        id: "nq-1656".parse().unwrap(),
        number: None,
        title: text("Sắp xếp cấp xã của Hà Nội", "Rearranging the communes of Ha Noi"),
        published: day("2025-06-16"),
        in_force: None,
    }
}

/// Hà Nội, two of its districts, which end in 2025, and four wards.
pub(crate) fn organisation() -> Organisation {
    let reform = "2025-07-01";
    Organisation::try_new(OrganisationParts {
        id: "ha-noi-west".parse().unwrap(),
        title: text("Tây Hồ, Cầu Giấy và cấp trên", "Tay Ho, Cau Giay and above"),
        basis: basis(),
        stated: days("2022-01-01", None),
        unit_kinds: vec![
            unit_kind("city", Level::Province, None),
            unit_kind("urban-district", Level::District, Some(reform)),
            unit_kind("ward", Level::Commune, None),
        ],
        units: vec![
            unit("ha-noi", "city", None),
            unit("tay-ho", "urban-district", Some("ha-noi")),
            unit("cau-giay", "urban-district", Some("ha-noi")),
            unit("buoi", "ward", Some("tay-ho")),
            unit("xuan-la", "ward", Some("tay-ho")),
            unit("yen-hoa", "ward", Some("cau-giay")),
            unit("dich-vong", "ward", Some("cau-giay")),
        ],
        acts: vec![act()],
        events: vec![Event {
            effective: day(reform),
            act: "nq-1656".parse().unwrap(),
            change: Change::LevelAbolished { level: Level::District },
        }],
        body_kinds: vec![body_kind()],
        bodies: vec![body("ha-noi"), body("tay-ho"), body("cau-giay")],
        cluster_kinds: vec![cluster_kind()],
        clusters: vec![cluster()],
    })
    .unwrap()
}

/// What was reported of the indicators of a catalogue that is called small.
pub(crate) fn parts(observations: Vec<Observation>) -> FiguresParts {
    let title = text("Số liệu nhỏ", "A few figures");
    FiguresParts { title, catalogue: "small".parse().unwrap(), observations }
}

/// What was done in 2024, counted by place.
pub(crate) fn observation(unit: &str, indicator: &str, figure: u32) -> Observation {
    Observation {
        about: About::Unit { unit: unit.parse().unwrap() },
        indicator: indicator.parse().unwrap(),
        period: days("2024-01-01", Some("2025-01-01")),
        stage: Stage::Done,
        counted_by: CountedBy::Place,
        value: ObservedValue::Figure { figure: figure.into(), qualifier: Qualifier::Exactly },
        basis: basis(),
        reporter: None,
        received: day("2025-01-10"),
        revision: 0,
    }
}

/// What was done in 2024, counted by place.
pub(crate) fn asked(indicator: &str) -> Asked {
    Asked {
        indicator: indicator.parse().unwrap(),
        period: days("2024-01-01", Some("2025-01-01")),
        stage: Stage::Done,
        counted_by: CountedBy::Place,
    }
}
