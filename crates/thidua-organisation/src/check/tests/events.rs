//! Events that do not meet the state that they need.

use super::Row;
use crate::Change;
use crate::sample::{self, days, event, text};

pub(super) const ROWS: &[Row] = &[
    Row {
        spoil: |parts| parts.events.push(parts.events[0].clone()),
        faults: &[(
            "abolished_twice",
            "events[1].change: expected one end of a level on 2025-07-01, found a second end of the level `district`",
        )],
    },
    Row {
        spoil: |parts| parts.events[0].effective = sample::day("2021-12-31"),
        faults: &[
            (
                "event_outside_stated",
                "events[0].effective: expected a day after 2022-01-01, the first stated day, found 2021-12-31",
            ),
            (
                "no_level",
                "units[1].kind: expected a kind that stands at a level on 2025-07-01, found `tay-ho` of the kind `urban-district`",
            ),
            (
                "no_level",
                "units[2].kind: expected a kind that stands at a level on 2025-07-01, found `cau-giay` of the kind `urban-district`",
            ),
        ],
    },
    Row {
        spoil: |parts| {
            let name = text("Hà Nội", "Hanoi");
            let change = Change::Renamed { unit: "ha-noi".parse().unwrap(), name };
            parts.events.push(event("2022-01-01", change));
        },
        faults: &[(
            "event_outside_stated",
            "events[1].effective: expected a day after 2022-01-01, the first stated day, found 2022-01-01",
        )],
    },
    Row {
        spoil: |parts| parts.stated = days("2022-01-01", Some("2025-07-01")),
        faults: &[(
            "event_outside_stated",
            "events[0].effective: expected a day after 2022-01-01, the first stated day, and before 2025-07-01, found 2025-07-01",
        )],
    },
    Row {
        spoil: |parts| {
            let unit = parts.units[3].clone();
            parts.events.push(event("2024-01-01", Change::Founded { unit }));
        },
        faults: &[(
            "founded_twice",
            "events[1].change.unit.id: expected a unit that was never there before, found `buoi`, founded on 2024-01-01 and there since 2022-01-01",
        )],
    },
    Row {
        spoil: |parts| {
            let unit = sample::unit("new", "ward", text("Mới", "New"), "9", Some("ha-noi"));
            parts.events.push(event("2024-01-01", Change::Founded { unit: unit.clone() }));
            parts.events.push(event("2025-01-01", Change::Founded { unit }));
        },
        faults: &[(
            "founded_twice",
            "events[2].change.unit.id: expected a unit that was never there before, found `new`, founded on 2025-01-01 and there since 2024-01-01",
        )],
    },
    Row {
        spoil: |parts| {
            let change = Change::Dissolved { unit: "buoi".parse().unwrap() };
            parts.events.push(event("2024-01-01", change.clone()));
            parts.events.push(event("2024-01-01", change));
        },
        faults: &[(
            "ended_twice",
            "events[2].change: expected one end of a unit on 2024-01-01, found a second end of `buoi`",
        )],
    },
    Row {
        spoil: |parts| {
            let change = Change::Dissolved { unit: "buoi".parse().unwrap() };
            parts.events.push(event("2024-01-01", change.clone()));
            parts.events.push(event("2024-01-02", change));
        },
        faults: &[(
            "not_living",
            "events[2].change.unit: expected a unit that lives on the day before 2024-01-02, found `buoi`, which lives from 2022-01-01 until, not including, 2024-01-01",
        )],
    },
    Row {
        spoil: |parts| {
            let name = text("Tây Hồ", "Westlake");
            let change = Change::Renamed { unit: "tay-ho".parse().unwrap(), name };
            parts.events.push(event("2025-07-01", change));
        },
        faults: &[(
            "not_living",
            "events[1].change.unit: expected a unit that lives on 2025-07-01 and on the day before, found `tay-ho`, which lives from 2022-01-01 until, not including, 2025-07-01",
        )],
    },
    Row {
        spoil: |parts| {
            for en in ["Buoi One", "Buoi Two"] {
                let change =
                    Change::Renamed { unit: "buoi".parse().unwrap(), name: text("Bưởi", en) };
                parts.events.push(event("2024-01-01", change));
            }
        },
        faults: &[(
            "changed_twice",
            "events[2].change: expected one change of the name of a unit on 2024-01-01, found a second change of `buoi`",
        )],
    },
    Row {
        spoil: |parts| {
            for code in ["00110", "00111"] {
                let (scheme, code) = ("gso".parse().unwrap(), Some(code.parse().unwrap()));
                let change = Change::Recoded { unit: "buoi".parse().unwrap(), scheme, code };
                parts.events.push(event("2024-01-01", change));
            }
        },
        faults: &[(
            "changed_twice",
            "events[2].change: expected one change of the code of a unit on 2024-01-01, found a second change of `buoi`",
        )],
    },
    Row {
        spoil: |parts| {
            let (unit, new_kind) = ("buoi".parse().unwrap(), "ward".parse().unwrap());
            let change = Change::ChangedKind { unit, new_kind };
            parts.events.extend([event("2024-01-01", change.clone()), event("2024-01-01", change)]);
        },
        faults: &[(
            "changed_twice",
            "events[2].change: expected one change of the kind of a unit on 2024-01-01, found a second change of `buoi`",
        )],
    },
    Row {
        spoil: |parts| {
            for parent in ["cau-giay", "ha-noi"] {
                let parent = Some(parent.parse().unwrap());
                let change = Change::Moved { unit: "buoi".parse().unwrap(), parent };
                parts.events.push(event("2024-01-01", change));
            }
        },
        faults: &[(
            "changed_twice",
            "events[2].change: expected one change of the parent of a unit on 2024-01-01, found a second change of `buoi`",
        )],
    },
];
