//! Strategies that make lists of units, for laws here and in upper crates.
//!
//! They draw few codes and few names, of which two are one, so that units are
//! renamed or only spelt otherwise, codes used again, and levels abolished.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;
use thidua_values::{Basis, Day, Period, Text};

use crate::strategies::{pick, remove, repeat};
use crate::{
    Act, DatedLevel, Level, ListChange, ListedUnit, Measure, Share, SuccessionPair, UnitCode,
    UnitKind, UnitList, UnitLists,
};

const ROOT: &str = "1";

const DISTRICTS: [&str; 3] = ["001", "002", "00a"];

const COMMUNES: [&str; 6] = ["00001", "00002", "00003", "00004", "00005", "0000A"];

const KINDS: [(&str, Level); 5] = [
    ("city", Level::Province),
    ("urban-district", Level::District),
    ("rural-district", Level::District),
    ("ward", Level::Commune),
    ("commune", Level::Commune),
];

const NAMES: [(&str, &str); 4] = [("An", "An"), ("Hòa", "Hoa"), ("Hòa", "Peace"), ("Hoà", "Hoa")];

const SHARES: [Share; 4] = [Share::All, Share::Part, Share::None, Share::Unknown];

/// What a listed unit is drawn from: whether it is of the first kind of its level, its name and
/// its parent.
type RowSeed = (bool, (&'static str, &'static str), Index);

/// The units of a list, by code.
type Rows = BTreeMap<&'static str, RowSeed>;

/// What becomes of a code.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Keep,
    Drop,
    Draw(RowSeed),
}

/// What the pairs of an old unit are drawn from: a form, two new units, two shares.
type PairSeed = (usize, [Index; 2], [Share; 2]);

/// What one list is drawn from: an edit and pairs for each code.
type ListSeed = Vec<(Edit, PairSeed)>;

/// Small lists of units without faults.
///
/// They begin on 2022-01-01, with a list of every second day; the districts may
/// end with the last.
pub fn unit_lists() -> impl Strategy<Value = UnitLists> {
    let codes = DISTRICTS.len() + COMMUNES.len();
    let row = || (any::<bool>(), prop::sample::select(&NAMES[..]), any::<Index>());
    let edit = prop_oneof![
        5 => Just(Edit::Keep),
        1 => Just(Edit::Drop),
        2 => row().prop_map(Edit::Draw),
    ];
    let share = || prop::sample::select(&SHARES[..]);
    let pair = (0..8_usize, any::<[Index; 2]>(), [share(), share()]);
    let opening = prop::collection::vec(prop::option::weighted(0.7, row()), codes);
    let list = prop::collection::vec((edit, pair), codes);
    (opening, prop::collection::vec(list, 0..4), any::<bool>())
        .prop_filter_map("lists", |(opening, changes, abolished)| {
            build(&opening, &changes, abolished)
        })
}

/// Small lists of units: most are right, some have a fault or two.
pub fn spoilt_unit_lists() -> impl Strategy<Value = UnitLists> {
    let spoil = (prop::sample::select(SPOILS), any::<Index>(), any::<Index>());
    (unit_lists(), prop::collection::vec(spoil, 0..3)).prop_map(|(mut lists, spoils)| {
        for (spoil, which, other) in spoils {
            spoil(&mut lists, which, other);
        }
        lists
    })
}

fn build(opening: &[Option<RowSeed>], changes: &[ListSeed], abolished: bool) -> Option<UnitLists> {
    let first = Day::from_ymd(2022, 1, 1)?;
    let day = |at: u64| first.days_later(2 * (at + 1));
    let last = u64::try_from(changes.len()).ok()?.checked_sub(1);
    let end = last.filter(|_| abolished).and_then(day);
    let mut rows: Rows =
        codes().zip(opening).filter_map(|(code, row)| Some((code, (*row)?))).collect();
    let mut lists = UnitLists {
        id: "small".parse().ok()?,
        title: named(NAMES[0])?,
        basis: Basis::Illustrative { note: "drawn at random".parse().ok()? },
        scheme: "gso".parse().ok()?,
        unit_kinds: KINDS.iter().map(|kind| unit_kind(kind, first, end)).collect::<Option<_>>()?,
        acts: vec![act("first", first)?, act("second", first)?],
        opening: UnitList { day: first, units: list(&rows)? },
        changes: Vec::new(),
    };
    for (seeds, at) in changes.iter().zip(0..) {
        let day = day(at)?;
        edit(&mut rows, seeds);
        if end == Some(day) {
            rows.retain(|code, _| !DISTRICTS.contains(code));
        }
        let units = list(&rows)?;
        let before = lists.changes.last().map_or(&lists.opening.units, |change| &change.units);
        let pairs = pairs(before, &units, seeds);
        let act = if at == 1 { "second" } else { "first" }.parse().ok()?;
        lists.changes.push(ListChange { day, act, units, pairs });
    }
    Some(lists)
}

fn edit(rows: &mut Rows, seeds: &[(Edit, PairSeed)]) {
    for (code, (edit, _)) in codes().zip(seeds) {
        match edit {
            Edit::Keep => {}
            Edit::Drop => drop(rows.remove(code)),
            Edit::Draw(row) => drop(rows.insert(code, *row)),
        }
    }
}

fn codes() -> impl Iterator<Item = &'static str> {
    DISTRICTS.into_iter().chain(COMMUNES)
}

fn list(rows: &Rows) -> Option<Vec<ListedUnit>> {
    let districts = rows.keys().copied().filter(|code| DISTRICTS.contains(code));
    let above: Vec<&str> = [ROOT].into_iter().chain(districts).collect();
    let row = |(code, (is_first, name, parent)): (&&str, &RowSeed)| {
        let is_district = DISTRICTS.contains(code);
        let (kind, parent) = match (is_district, is_first) {
            (true, true) => ("urban-district", ROOT),
            (true, false) => ("rural-district", ROOT),
            (false, true) => ("ward", *parent.get(&above)),
            (false, false) => ("commune", *parent.get(&above)),
        };
        listed(code, kind, *name, Some(parent))
    };
    [listed(ROOT, "city", NAMES[0], None)].into_iter().chain(rows.iter().map(row)).collect()
}

/// The pairs that seeds make of old units, as far as the lists have both.
fn pairs(
    old: &[ListedUnit],
    new: &[ListedUnit],
    seeds: &[(Edit, PairSeed)],
) -> Vec<SuccessionPair> {
    let mut pairs = Vec::new();
    for (code, (_, (form, others, [first, second]))) in codes().zip(seeds) {
        let Some(unit) = old.iter().find(|unit| unit.code.as_str() == code) else { continue };
        let [other, another] = others.map(|other| &other.get(new).code);
        let given = match form {
            0..=2 => vec![],
            3 => vec![(other, [Share::All; 2])],
            4 => vec![(&unit.code, [Share::All; 2])],
            5 => vec![(&unit.code, [Share::Part; 2]), (other, [Share::Part, *first])],
            6 => vec![(other, [Share::Part; 2]), (another, [*first, *second])],
            _ => vec![(other, [*first, *second])],
        };
        let mut told: Vec<SuccessionPair> = Vec::new();
        for (to, [population, area]) in given {
            let (old, new_code) = (unit.code.clone(), to.clone());
            let pair = SuccessionPair { old, new: new_code, population, area };
            let listed = new.iter().any(|unit| unit.code == pair.new);
            told.extend((listed && fits(&told, &pair)).then_some(pair));
        }
        pairs.extend(told);
    }
    pairs
}

fn fits(told: &[SuccessionPair], pair: &SuccessionPair) -> bool {
    let together = |measure| {
        let shares = told.iter().chain([pair]).map(|pair| pair.of(measure));
        let some: Vec<Share> = shares.filter(|share| *share != Share::None).collect();
        some.len() < 2 || !some.contains(&Share::All)
    };
    let nothing = (pair.population, pair.area) == (Share::None, Share::None);
    !nothing && told.iter().all(|it| it.new != pair.new) && Measure::ALL.into_iter().all(together)
}

fn named((vi, en): (&str, &str)) -> Option<Text> {
    Some(Text { vi: vi.parse().ok()?, en: en.parse().ok()? })
}

fn listed(code: &str, kind: &str, name: (&str, &str), parent: Option<&str>) -> Option<ListedUnit> {
    let (code, kind, name) = (code.parse().ok()?, kind.parse().ok()?, named(name)?);
    Some(ListedUnit { code, kind, name, parent: parent.and_then(|parent| parent.parse().ok()) })
}

fn unit_kind((id, level): &(&str, Level), start: Day, end: Option<Day>) -> Option<UnitKind> {
    let until = end.filter(|_| *level == Level::District);
    let levels = vec![DatedLevel { during: Period::try_new(start, until).ok()?, level: *level }];
    Some(UnitKind { id: id.parse().ok()?, name: named((id, id))?, levels })
}

fn act(id: &str, published: Day) -> Option<Act> {
    let title = named((id, id))?;
    Some(Act { id: id.parse().ok()?, number: None, title, published, in_force: None })
}

/// A way to spoil lists; it may leave them right.
type Spoil = fn(&mut UnitLists, Index, Index);

const SPOILS: &[Spoil] = &[
    |lists, which, _| repeat(&mut lists.unit_kinds, which),
    |lists, which, _| remove(&mut lists.unit_kinds, which),
    |lists, which, _| repeat(&mut lists.acts, which),
    |lists, which, _| remove(&mut lists.acts, which),
    |lists, which, _| repeat(&mut lists.opening.units, which),
    |lists, which, _| remove(&mut lists.opening.units, which),
    |lists, which, _| repeat(&mut lists.changes, which),
    |lists, which, _| remove(&mut lists.changes, which),
    |lists, which, other| pick(&mut lists.changes, which, |it| repeat(&mut it.units, other)),
    |lists, which, other| pick(&mut lists.changes, which, |it| remove(&mut it.units, other)),
    |lists, which, other| pick(&mut lists.changes, which, |it| repeat(&mut it.pairs, other)),
    |lists, which, other| {
        pick(&mut lists.changes, which, |change| {
            pick(&mut change.pairs, other, |pair| pair.population = Share::All);
        });
    },
    |lists, which, other| {
        let code: Option<UnitCode> = other.get(&COMMUNES).parse().ok();
        pick(&mut lists.opening.units, which, |unit| unit.parent = code);
    },
    |lists, which, other| {
        let kind = other.get(&KINDS).0.parse();
        pick(&mut lists.opening.units, which, |unit| unit.kind = kind.unwrap_or(unit.kind.clone()));
    },
    |lists, which, other| {
        let until = Day::from_ymd(2022, 1, 2).and_then(|day| day.days_later(other.index(6) as u64));
        pick(&mut lists.unit_kinds, which, |kind| {
            for dated in &mut kind.levels {
                dated.during = Period::try_new(dated.during.start(), until).unwrap_or(dated.during);
            }
        });
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    use thidua_values::Coded;

    use super::*;

    #[test]
    fn every_kind_of_event_and_finding_is_drawn() {
        let mut runner = TestRunner::deterministic();
        let (mut events, mut findings) = (BTreeSet::new(), BTreeSet::new());
        for _ in 0..500 {
            let imported = unit_lists().new_tree(&mut runner).unwrap().current().import().unwrap();
            events.extend(
                imported.organisation.parts().events.iter().map(|event| event.change.code()),
            );
            findings.extend(imported.findings.iter().map(|finding| finding.code));
        }
        let expected = [
            "changed_kind",
            "dissolved",
            "founded",
            "level_abolished",
            "merged",
            "moved",
            "recoded",
            "renamed",
            "transferred",
        ];
        assert_eq!(Vec::from_iter(events), expected);
        assert_eq!(Vec::from_iter(findings), crate::ImportCode::ALL);
    }
}
