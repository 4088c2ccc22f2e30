//! Units that do not fit together: their kinds, codes and parents.

use super::Row;
use crate::sample::{self, days, event, text};
use crate::{Change, DatedLevel, Level};

pub(super) const ROWS: &[Row] = &[
    Row {
        spoil: |parts| {
            let during = days("2025-01-01", None);
            parts.unit_kinds[1].levels.push(DatedLevel { during, level: Level::Province });
        },
        faults: &[(
            "two_levels",
            "unit_kinds[1].levels[1].during: expected at most one level of `urban-district` a day, found one from 2022-01-01 until, not including, 2025-07-01 and one from 2025-01-01 on",
        )],
    },
    Row {
        spoil: |parts| {
            let mut code = parts.units[3].codes[0].clone();
            code.code = "00110".parse().unwrap();
            parts.units[3].codes.push(code);
        },
        faults: &[(
            "two_codes",
            "units[3].codes[1].scheme: expected at most one code of `gso` on 2022-01-01, found two of `buoi`",
        )],
    },
    Row {
        spoil: |parts| {
            let mut unit = sample::unit("new", "ward", text("Mới", "New"), "9", Some("ha-noi"));
            unit.codes.push(unit.codes[0].clone());
            parts.events.push(event("2024-01-01", Change::Founded { unit }));
        },
        faults: &[(
            "two_codes",
            "events[1].change.unit.codes[1].scheme: expected at most one code of `gso` on 2024-01-01, found two of `new`",
        )],
    },
    Row {
        spoil: |parts| parts.units[4].codes = parts.units[3].codes.clone(),
        faults: &[(
            "duplicate_code",
            "units[4].codes: expected a code of `gso` that no other unit has on 2022-01-01, found `00109` of `buoi` and of `yen-hoa`",
        )],
    },
    Row {
        spoil: |parts| {
            let unit = sample::unit("new", "ward", text("Mới", "New"), "00109", Some("ha-noi"));
            parts.events.push(event("2024-01-01", Change::Founded { unit }));
        },
        faults: &[(
            "duplicate_code",
            "events[1].change.unit.codes: expected a code of `gso` that no other unit has on 2024-01-01, found `00109` of `buoi` and of `new`",
        )],
    },
    Row {
        spoil: |parts| {
            let (scheme, code) = ("gso".parse().unwrap(), Some("00109".parse().unwrap()));
            let change = Change::Recoded { unit: "yen-hoa".parse().unwrap(), scheme, code };
            parts.events.push(event("2024-01-01", change));
        },
        faults: &[(
            "duplicate_code",
            "events[1].change.code: expected a code of `gso` that no other unit has on 2024-01-01, found `00109` of `buoi` and of `yen-hoa`",
        )],
    },
    Row {
        // Also the third of those that have a code while the first has it.
        spoil: |parts| {
            for (id, founded, ended) in
                [("new", "2023-01-01", "2023-02-01"), ("newer", "2024-01-01", "2024-02-01")]
            {
                let unit = sample::unit(id, "ward", text("Mới", "New"), "00109", Some("ha-noi"));
                parts.events.push(event(founded, Change::Founded { unit }));
                let unit = id.parse().unwrap();
                parts.events.push(event(ended, Change::Dissolved { unit }));
            }
        },
        faults: &[
            (
                "duplicate_code",
                "events[1].change.unit.codes: expected a code of `gso` that no other unit has on 2023-01-01, found `00109` of `buoi` and of `new`",
            ),
            (
                "duplicate_code",
                "events[3].change.unit.codes: expected a code of `gso` that no other unit has on 2024-01-01, found `00109` of `buoi` and of `newer`",
            ),
        ],
    },
    Row {
        spoil: |parts| {
            let unit = sample::unit("new", "ward", text("Mới", "New"), "9", Some("tay-ho"));
            parts.events.push(event("2025-07-01", Change::Founded { unit }));
        },
        faults: &[(
            "parent_not_living",
            "events[1].change.unit.parent: expected a parent of `new` that lives on 2025-07-01, found `tay-ho`, which lives from 2022-01-01 until, not including, 2025-07-01",
        )],
    },
    Row {
        spoil: |parts| {
            let parent = Some("tay-ho".parse().unwrap());
            let change = Change::Moved { unit: "yen-hoa".parse().unwrap(), parent };
            parts.events.push(event("2025-07-01", change));
        },
        faults: &[(
            "parent_not_living",
            "events[1].change.parent: expected a parent of `yen-hoa` that lives on 2025-07-01, found `tay-ho`, which lives from 2022-01-01 until, not including, 2025-07-01",
        )],
    },
    Row {
        spoil: |parts| {
            let change = Change::Dissolved { unit: "tay-ho".parse().unwrap() };
            parts.events.push(event("2024-01-01", change));
        },
        faults: &[(
            "left_below",
            "events[1].change: expected no unit below one that ends on 2024-01-01, found `buoi` still below `tay-ho`",
        )],
    },
    Row {
        spoil: |parts| {
            parts.unit_kinds[1].levels[0].during = days("2022-01-01", Some("2025-01-01"));
        },
        faults: &[
            (
                "no_level",
                "units[1].kind: expected a kind that stands at a level on 2025-01-01, found `tay-ho` of the kind `urban-district`",
            ),
            (
                "no_level",
                "units[2].kind: expected a kind that stands at a level on 2025-01-01, found `cau-giay` of the kind `urban-district`",
            ),
        ],
    },
    Row {
        spoil: |parts| {
            let new_kind = "urban-district".parse().unwrap();
            let change = Change::ChangedKind { unit: "yen-hoa".parse().unwrap(), new_kind };
            parts.events.push(event("2025-07-01", change));
        },
        faults: &[(
            "no_level",
            "events[1].change.new_kind: expected a kind that stands at a level on 2025-07-01, found `yen-hoa` of the kind `urban-district`",
        )],
    },
    Row {
        spoil: |parts| {
            let unit =
                sample::unit("new", "urban-district", text("Mới", "New"), "9", Some("ha-noi"));
            parts.events.push(event("2025-07-01", Change::Founded { unit }));
        },
        faults: &[(
            "no_level",
            "events[1].change.unit.kind: expected a kind that stands at a level on 2025-07-01, found `new` of the kind `urban-district`",
        )],
    },
    Row {
        spoil: |parts| parts.units[3].parent = Some("yen-hoa".parse().unwrap()),
        faults: &[(
            "parent_not_above",
            "units[3].parent: expected a parent above `buoi` of the level `commune` on 2022-01-01, found `yen-hoa` of the level `commune`",
        )],
    },
    Row {
        spoil: |parts| parts.units[3].parent = Some("buoi".parse().unwrap()),
        faults: &[(
            "parent_not_above",
            "units[3].parent: expected a parent above `buoi` of the level `commune` on 2022-01-01, found `buoi` of the level `commune`",
        )],
    },
    Row {
        spoil: |parts| {
            let unit = sample::unit("new", "ward", text("Mới", "New"), "9", Some("buoi"));
            parts.events.push(event("2024-01-01", Change::Founded { unit }));
        },
        faults: &[(
            "parent_not_above",
            "events[1].change.unit.parent: expected a parent above `new` of the level `commune` on 2024-01-01, found `buoi` of the level `commune`",
        )],
    },
    Row {
        spoil: |parts| {
            let parent = Some("cau-giay".parse().unwrap());
            let change = Change::Moved { unit: "tay-ho".parse().unwrap(), parent };
            parts.events.push(event("2024-01-01", change));
        },
        faults: &[(
            "parent_not_above",
            "events[1].change.parent: expected a parent above `tay-ho` of the level `district` on 2024-01-01, found `cau-giay` of the level `district`",
        )],
    },
    Row {
        spoil: |parts| {
            let new_kind = "ward".parse().unwrap();
            let change = Change::ChangedKind { unit: "ha-noi".parse().unwrap(), new_kind };
            parts.events.push(event("2025-07-01", change));
        },
        faults: &[
            (
                "parent_not_above",
                "events[0].change: expected a parent above `buoi` of the level `commune` on 2025-07-01, found `ha-noi` of the level `commune`",
            ),
            (
                "parent_not_above",
                "events[0].change: expected a parent above `yen-hoa` of the level `commune` on 2025-07-01, found `ha-noi` of the level `commune`",
            ),
        ],
    },
    Row {
        spoil: |parts| {
            let new_kind = "ward".parse().unwrap();
            let change = Change::ChangedKind { unit: "tay-ho".parse().unwrap(), new_kind };
            parts.events.push(event("2024-01-01", change));
        },
        faults: &[(
            "parent_not_above",
            "events[1].change.new_kind: expected a parent above `buoi` of the level `commune` on 2024-01-01, found `tay-ho` of the level `commune`",
        )],
    },
];
