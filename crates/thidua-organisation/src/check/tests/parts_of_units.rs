//! Mergers, splits and transfers that cannot be.

use super::Row;
use crate::sample::event;
use crate::{Change, Event, Part, Share};

const ALL: (Share, Share) = (Share::All, Share::All);
const SOME: (Share, Share) = (Share::Part, Share::Part);
const NONE: (Share, Share) = (Share::None, Share::None);

fn part((unit, (population, area)): (&str, (Share, Share))) -> Part {
    Part { unit: unit.parse().unwrap(), population, area }
}

fn merged<const N: usize>(into: &str, from: [(&str, (Share, Share)); N]) -> Event {
    let from = from.map(part).into();
    event("2024-01-01", Change::Merged { into: into.parse().unwrap(), from })
}

fn split<const N: usize>(unit: &str, into: [(&str, (Share, Share)); N]) -> Event {
    let into = into.map(part).into();
    event("2024-01-01", Change::Split { unit: unit.parse().unwrap(), into })
}

fn transferred(from: &str, to: &str, (population, area): (Share, Share)) -> Event {
    let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
    event("2024-01-01", Change::Transferred { from, to, population, area })
}

pub(super) const ROWS: &[Row] = &[
    Row {
        spoil: |parts| parts.events.push(merged("nowhere", [("buoi", ALL)])),
        faults: &[(
            "unknown_unit",
            "events[1].change.into: expected a unit of this organisation, found `nowhere`",
        )],
    },
    Row {
        spoil: |parts| parts.events.push(split("buoi", [("nowhere", ALL)])),
        faults: &[(
            "unknown_unit",
            "events[1].change.into[0].unit: expected a unit of this organisation, found `nowhere`",
        )],
    },
    Row {
        spoil: |parts| {
            let gone = event("2023-01-01", Change::Dissolved { unit: "buoi".parse().unwrap() });
            parts.events.extend([gone, merged("yen-hoa", [("buoi", SOME)])]);
        },
        faults: &[(
            "not_living",
            "events[2].change.from[0].unit: expected a unit that lives on the day before 2024-01-01, found `buoi`, which lives from 2022-01-01 until, not including, 2023-01-01",
        )],
    },
    Row {
        spoil: |parts| {
            let gone = event("2023-01-01", Change::Dissolved { unit: "buoi".parse().unwrap() });
            parts.events.extend([gone, merged("buoi", [("yen-hoa", SOME)])]);
        },
        faults: &[(
            "not_living",
            "events[2].change.into: expected a unit that lives on 2024-01-01, found `buoi`, which lives from 2022-01-01 until, not including, 2023-01-01",
        )],
    },
    Row {
        spoil: |parts| {
            let gone = event("2024-01-01", Change::Dissolved { unit: "buoi".parse().unwrap() });
            parts.events.extend([gone, transferred("buoi", "yen-hoa", SOME)]);
        },
        faults: &[(
            "not_living",
            "events[2].change.from: expected a unit that lives on 2024-01-01 and on the day before, found `buoi`, which lives from 2022-01-01 until, not including, 2024-01-01",
        )],
    },
    Row {
        spoil: |parts| parts.events.push(merged("buoi", [("buoi", SOME)])),
        faults: &[(
            "gives_itself",
            "events[1].change.from[0].unit: expected another unit, as what a unit keeps is not told, on 2024-01-01, found `buoi` itself",
        )],
    },
    Row {
        spoil: |parts| parts.events.push(split("buoi", [("buoi", SOME), ("yen-hoa", SOME)])),
        faults: &[
            (
                "not_living",
                "events[1].change.into[0].unit: expected a unit that lives on 2024-01-01, found `buoi`, which lives from 2022-01-01 until, not including, 2024-01-01",
            ),
            (
                "gives_itself",
                "events[1].change.into[0].unit: expected another unit, as what a unit keeps is not told, on 2024-01-01, found `buoi` itself",
            ),
        ],
    },
    Row {
        spoil: |parts| parts.events.push(transferred("buoi", "buoi", SOME)),
        faults: &[(
            "gives_itself",
            "events[1].change.to: expected another unit, as what a unit keeps is not told, on 2024-01-01, found `buoi` itself",
        )],
    },
    Row {
        spoil: |parts| parts.events.push(merged("buoi", [])),
        faults: &[(
            "no_parts",
            "events[1].change.from: expected at least one part on 2024-01-01, found none of `buoi`",
        )],
    },
    Row {
        spoil: |parts| parts.events.push(split("buoi", [])),
        faults: &[(
            "no_parts",
            "events[1].change.into: expected at least one part on 2024-01-01, found none of `buoi`",
        )],
    },
    Row {
        spoil: |parts| parts.events.push(merged("buoi", [("yen-hoa", NONE)])),
        faults: &[(
            "nothing_given",
            "events[1].change.from[0]: expected something of the population or of the area on 2024-01-01, found nothing of `yen-hoa`",
        )],
    },
    Row {
        spoil: |parts| parts.events.push(split("buoi", [("yen-hoa", ALL), ("cau-giay", NONE)])),
        faults: &[(
            "nothing_given",
            "events[1].change.into[1]: expected something of the population or of the area on 2024-01-01, found nothing of `buoi`",
        )],
    },
    Row {
        spoil: |parts| parts.events.push(transferred("buoi", "yen-hoa", NONE)),
        faults: &[(
            "nothing_given",
            "events[1].change: expected something of the population or of the area on 2024-01-01, found nothing of `buoi`",
        )],
    },
    Row {
        spoil: |parts| parts.events.push(transferred("buoi", "yen-hoa", ALL)),
        faults: &[(
            "all_transferred",
            "events[1].change: expected less than all of the population and area, which would be a merger, on 2024-01-01, found all of `buoi`",
        )],
    },
    Row {
        spoil: |parts| {
            let change = transferred("buoi", "yen-hoa", SOME);
            parts.events.extend([change, merged("yen-hoa", [("buoi", SOME)])]);
        },
        faults: &[(
            "given_twice",
            "events[2].change: expected what a unit gives to another told once on 2024-01-01, found a second part of `buoi` for `yen-hoa`",
        )],
    },
    Row {
        spoil: |parts| {
            let people = (Share::All, Share::Part);
            parts.events.push(merged("yen-hoa", [("buoi", people)]));
            parts.events.push(transferred("buoi", "cau-giay", SOME));
        },
        faults: &[(
            "more_than_all",
            "events[1].change: expected no more than all of the population of a unit on 2024-01-01, found all of `buoi` for one and more for another",
        )],
    },
    Row {
        spoil: |parts| parts.events.push(split("buoi", [("yen-hoa", SOME)])),
        faults: &[
            (
                "less_than_all",
                "events[1].change.into: expected parts that are together all of the population of a unit on 2024-01-01, found less than all of `buoi`",
            ),
            (
                "less_than_all",
                "events[1].change.into: expected parts that are together all of the area of a unit on 2024-01-01, found less than all of `buoi`",
            ),
        ],
    },
];
