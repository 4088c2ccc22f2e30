//! A country to measure: a hundred provinces and their communes, each with three dated changes.

use thidua::organisation::{
    Act, Change, Code, DatedLevel, Event, Level, OrganisationParts, Unit, UnitKind,
};
use thidua::values::{Basis, Day, KindId, Period, Text, UnitId};

/// Above the communes.
pub(crate) const PROVINCES: usize = 100;

/// How many units; the most of them not where benchmarks only have to run.
pub(crate) fn sizes() -> Vec<usize> {
    let in_test_mode = std::env::args().any(|argument| argument == "--test");
    let sizes = [1_000, 10_000, 100_000, 1_000_000];
    sizes.into_iter().filter(|size| !in_test_mode || *size <= 10_000).collect()
}

/// That many units, of which all but the provinces are renamed, recoded and moved on days of 2023.
pub(crate) fn parts(units: usize) -> OrganisationParts {
    OrganisationParts {
        id: "country".parse().unwrap(),
        title: text("Cả nước"),
        basis: Basis::Illustrative { note: "Made up to measure.".parse().unwrap() },
        stated: Period::starting(day("2022-01-01")),
        unit_kinds: vec![kind("province", Level::Province), kind("commune", Level::Commune)],
        units: (0..units).map(unit).collect(),
        acts: vec![Act {
            id: "act".parse().unwrap(),
            number: None,
            title: text("Văn bản"),
            published: day("2022-12-01"),
            in_force: None,
        }],
        events: (PROVINCES..units).flat_map(events).collect(),
        body_kinds: Vec::new(),
        bodies: Vec::new(),
        cluster_kinds: Vec::new(),
        clusters: Vec::new(),
    }
}

fn unit(number: usize) -> Unit {
    let is_province = number < PROVINCES;
    Unit {
        id: unit_id(number),
        kind: if is_province { "province" } else { "commune" }.parse().unwrap(),
        name: name(number),
        codes: vec![Code { scheme: scheme(), code: format!("c{number}").parse().unwrap() }],
        parent: (!is_province).then(|| unit_id(number % PROVINCES)),
    }
}

fn events(number: usize) -> [Event; 3] {
    let unit = || unit_id(number);
    let event = |month: usize, change| Event {
        effective: Day::from_ymd(2023, u32::try_from(1 + month % 12).unwrap(), 1).unwrap(),
        act: "act".parse().unwrap(),
        change,
    };
    let code = format!("r{number}").parse().ok();
    [
        event(number, Change::Renamed { unit: unit(), name: name(number + 1) }),
        event(number + 1, Change::Recoded { unit: unit(), scheme: scheme(), code }),
        event(
            number + 2,
            Change::Moved { unit: unit(), parent: Some(unit_id((number + 1) % PROVINCES)) },
        ),
    ]
}

fn kind(id: &str, level: Level) -> UnitKind {
    let levels = vec![DatedLevel { during: Period::starting(day("2022-01-01")), level }];
    UnitKind { id: id.parse().unwrap(), name: text(id), levels }
}

pub(crate) fn unit_id(number: usize) -> UnitId {
    format!("unit-{number:07}").parse().unwrap()
}

pub(crate) fn scheme() -> KindId {
    "gso".parse().unwrap()
}

pub(crate) fn name(number: usize) -> Text {
    text(&format!("Hòa Bình {number}"))
}

fn text(text: &str) -> Text {
    Text { vi: text.parse().unwrap(), en: text.parse().unwrap() }
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}
