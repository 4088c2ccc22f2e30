//! Laws of carrying figures, and a row for each fault.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::atoms::{self, Atom, People};
use crate::sample::{self, day, event, text, unit};
use crate::{Change, Level, Measure, Organisation, Part, Share, strategies};

fn span() -> impl Strategy<Value = (Day, Day)> {
    let day = |number| Day::from_ymd(2022, 1, number).unwrap();
    (1_u32..10, 1_u32..10).prop_map(move |(a, b)| (day(a.min(b)), day(a.max(b))))
}

proptest! {
    /// Law: however people and land moved, a total that is told to be exact is what the units of
    /// the other day have; who is nowhere any more was of a unit of which that is told, and who
    /// came from nowhere is in one of which that is.
    #[test]
    fn exact_totals_are_equal_before_and_after(
        (organisation, (from, to), mut rng) in (strategies::organisation(), span())
            .prop_perturb(|(organisation, span), rng| (organisation, span, rng))
    ) {
        let succession = organisation.succession(from, to).unwrap();
        let counts = |people: &People| -> BTreeMap<UnitId, Exact> {
            people.iter().map(|(unit, atoms)| (unit.clone(), Exact::from(i64::try_from(atoms.len()).unwrap()))).collect()
        };
        for measure in Measure::ALL {
            let now = atoms::moved(&organisation, (from, from), measure, &mut rng).unwrap();
            let Some(then) = atoms::moved(&organisation, (from, to), measure, &mut rng) else { continue };
            let comparability = succession.comparable_by(measure);
            for (side, here, there) in [(Side::Before, &now, &then), (Side::After, &then, &now)] {
                let there = counts(there);
                for carried in comparability.carry(&counts(here), side).unwrap() {
                    let units = carried.group.units(side.other());
                    let others: Exact = units.iter().map(|unit| &there[unit]).sum();
                    if carried.certainty() == Certainty::Exact {
                        prop_assert_eq!(&carried.total, &others);
                    }
                }
            }
            for group in comparability.groups() {
                let atoms_of = |people: &People, units: &[UnitId]| -> BTreeSet<Atom> {
                    units.iter().flat_map(|unit| people[unit].clone()).collect()
                };
                let (before, after) = (atoms_of(&now, &group.before), atoms_of(&then, &group.after));
                prop_assert!(before.difference(&after).all(|(unit, _)| group.lost.contains(unit)));
                let strangers: BTreeSet<Atom> = after.difference(&before).cloned().collect();
                for unit in &group.after {
                    prop_assert!(group.foreign.contains(unit) || then[unit].is_disjoint(&strangers));
                }
            }
        }
    }

    /// Law: what is allotted of a total is the total, and exact only where that is and one unit
    /// has all of it.
    #[test]
    fn nothing_is_lost_in_allotting(
        (organisation, (from, to)) in (strategies::organisation(), span()),
        numbers in prop::collection::vec((0_i64..4, 0_u8..8), 30),
    ) {
        let succession = organisation.succession(from, to).unwrap();
        let comparability = succession.comparable_by(Measure::Population);
        for side in [Side::Before, Side::After] {
            let units = |side| comparability.groups().iter().flat_map(move |group| group.units(side)).cloned();
            let told = units(side).zip((1_i64..).zip(&numbers)).filter(|(_, (_, (_, told)))| *told != 0);
            let figures: BTreeMap<UnitId, Exact> = told.map(|(unit, (figure, _))| (unit, figure.into())).collect();
            let weights: BTreeMap<UnitId, Exact> =
                units(side.other()).zip(numbers.iter().map(|(weight, _)| Exact::from(*weight))).collect();
            let carried = comparability.carry(&figures, side).unwrap();
            let total: Exact = carried.iter().map(|carried| &carried.total).sum();
            prop_assert_eq!(total, figures.values().sum::<Exact>());
            for carried in &carried {
                let told = |unit: &&UnitId| !figures.contains_key(*unit);
                let missing: Vec<_> = carried.group.units(side).iter().filter(told).cloned().collect();
                prop_assert_eq!(&carried.missing, &missing);
                let Ok(allotted) = carried.allot(&weights) else { continue };
                prop_assert_eq!(allotted.iter().map(|part| &part.value).sum::<Exact>(), carried.total.clone());
                let alone = allotted.len() == 1;
                for part in &allotted {
                    let is_exact = alone && missing.is_empty() && carried.group.is_closed();
                    prop_assert_eq!(part.certainty == Certainty::Exact, is_exact);
                }
            }
        }
    }
}

/// Two wards, parts of which become one another's, after the districts.
fn exchanged() -> Organisation {
    let mut parts = sample::parts();
    let (buoi, yen_hoa) = ("buoi".parse().unwrap(), "yen-hoa".parse().unwrap());
    let (population, area) = (Share::Part, Share::Part);
    let change = Change::Transferred { from: buoi, to: yen_hoa, population, area };
    parts.events.push(event("2025-07-01", change));
    Organisation::try_new(parts).unwrap()
}

fn figures(figures: &[(&str, i64)]) -> BTreeMap<UnitId, Exact> {
    figures.iter().map(|(unit, figure)| (unit.parse().unwrap(), (*figure).into())).collect()
}

#[test]
fn a_total_is_of_a_group_and_its_parts_are_estimates() {
    let organisation = exchanged();
    let succession = organisation.succession(day("2022-01-01"), day("2025-07-01")).unwrap();
    let comparability = succession.comparable_by(Measure::Population).at(Level::Commune);
    assert_eq!(comparability.groups().len(), 1);
    let carried = comparability.carry(&figures(&[("buoi", 10), ("yen-hoa", 20)]), Side::Before);
    let carried = carried.unwrap();
    assert_eq!(carried[0].total, Exact::from(30));
    let allotted = carried[0].allot(&figures(&[("buoi", 1), ("yen-hoa", 3)])).unwrap();
    let allotted: Vec<_> = allotted
        .iter()
        .map(|part| (part.unit.as_str(), part.value.to_string(), part.certainty))
        .collect();
    assert_eq!(
        allotted,
        [
            ("buoi", "7.5".to_owned(), Certainty::Estimate),
            ("yen-hoa", "22.5".to_owned(), Certainty::Estimate),
        ]
    );
    let part = comparability.carry(&figures(&[("buoi", 10)]), Side::Before).unwrap();
    assert_eq!(part[0].missing, ["yen-hoa".parse().unwrap()]);
    assert!(comparability.carry(&figures(&[]), Side::After).unwrap().is_empty());
    let glue: Vec<_> = comparability.groups()[0].glue.iter().collect();
    assert_eq!((glue.len(), glue[0].units_before, glue[0].units_after), (1, 1, 1));
}

#[test]
fn figures_and_weights_that_do_not_fit_are_refused() {
    let organisation = exchanged();
    let succession = organisation.succession(day("2022-01-01"), day("2025-07-01")).unwrap();
    let comparability = succession.comparable_by(Measure::Population).at(Level::Commune);
    let lines = |faults: Faults<CarryFault>| {
        let line = |placed: &Placed<CarryFault>| {
            format!("{}: {} [{}]", placed.place, placed.fault, placed.fault.code())
        };
        faults.as_slice().iter().map(line).collect::<Vec<_>>()
    };
    let unknown = comparability.carry(&figures(&[("buoi", 1), ("tay-ho", 10)]), Side::Before);
    assert_eq!(
        lines(unknown.unwrap_err()),
        ["figures[1]: expected a unit of the groups on 2022-01-01, found `tay-ho` [not_then]"]
    );
    let carried = comparability.carry(&figures(&[("buoi", 10)]), Side::Before).unwrap();
    let allotted = |weights| lines(carried[0].allot(&figures(weights)).unwrap_err());
    assert_eq!(
        allotted(&[("buoi", -3)]),
        [
            "weights[0]: expected a weight of `buoi` of at least 0, found -3 [negative_weight]",
            "weights[1]: expected a weight of `yen-hoa`, found none [no_weight]",
        ]
    );
    assert_eq!(
        allotted(&[("buoi", 0), ("yen-hoa", 0)]),
        ["weights: expected weights of more than 0 together, found 0 [weights_of_nothing]"]
    );
}

/// What figures of wards come to on the other day, after changes between 2022 and 2024: as
/// `unit: value, certainty`, or as the code of a fault.
#[track_caller]
fn check(changes: Vec<(&str, Change)>, of: &[(&str, i64)], side: Side, expected: &[&str]) {
    let mut parts = sample::parts();
    parts.events.extend(changes.into_iter().map(|(day, change)| event(day, change)));
    let organisation = Organisation::try_new(parts).unwrap();
    let succession = organisation.succession(day("2022-01-01"), day("2024-01-01")).unwrap();
    let comparability = succession.comparable_by(Measure::Population).at(Level::Commune);
    let mut found = Vec::new();
    for carried in comparability.carry(&figures(of), side).unwrap() {
        match carried.allot(&figures(&[])) {
            Ok(allotted) => {
                found.extend(allotted.iter().map(|Allotted { unit, value, certainty }| {
                    format!("{unit}: {value}, {certainty:?}")
                }));
            }
            Err(faults) => found.push(faults.as_slice()[0].fault.code().to_owned()),
        }
    }
    assert_eq!(found, expected);
}

fn buoi_merged(share: Share) -> Change {
    let part = Part { unit: "buoi".parse().unwrap(), population: share, area: share };
    Change::Merged { into: "yen-hoa".parse().unwrap(), from: vec![part] }
}

#[test]
fn a_total_without_a_unit_is_an_estimate() {
    let merged = || vec![("2022-02-01", buoi_merged(Share::All))];
    let both = [("buoi", 100), ("yen-hoa", 50)];
    check(merged(), &both, Side::Before, &["yen-hoa: 150, Exact"]);
    check(merged(), &both[..1], Side::Before, &["yen-hoa: 100, Estimate"]);
}

#[test]
fn a_total_of_which_a_part_is_nowhere_is_an_estimate() {
    let lost = || {
        let dissolved = Change::Dissolved { unit: "buoi".parse().unwrap() };
        vec![("2022-02-01", buoi_merged(Share::Part)), ("2022-02-01", dissolved)]
    };
    let both = [("buoi", 100), ("yen-hoa", 50)];
    check(lost(), &both, Side::Before, &["yen-hoa: 150, Estimate"]);
    let organisation = {
        let mut parts = sample::parts();
        parts.events.extend(lost().into_iter().map(|(day, change)| event(day, change)));
        Organisation::try_new(parts).unwrap()
    };
    let succession = organisation.succession(day("2022-01-01"), day("2024-01-01")).unwrap();
    let comparability = succession.comparable_by(Measure::Area);
    let group = comparability.group_of(&"yen-hoa".parse().unwrap()).unwrap();
    assert_eq!((&group.lost[..], &group.foreign[..]), (&["buoi".parse().unwrap()][..], &[][..]));
    let carried = comparability.carry(&figures(&[("yen-hoa", 120)]), Side::After).unwrap();
    assert_eq!(carried[0].certainty(), Certainty::Estimate);
}

#[test]
fn a_total_with_what_came_from_nowhere_is_an_estimate() {
    let founded = unit("new", "ward", text("Mới", "New"), "n", Some("tay-ho"));
    let part = Part { unit: "new".parse().unwrap(), population: Share::All, area: Share::All };
    let merged = Change::Merged { into: "buoi".parse().unwrap(), from: vec![part] };
    let changes = || {
        vec![
            ("2022-02-01", Change::Founded { unit: founded.clone() }),
            ("2022-03-01", merged.clone()),
        ]
    };
    check(changes(), &[("buoi", 10)], Side::Before, &["buoi: 10, Estimate"]);
    check(changes(), &[("buoi", 30)], Side::After, &["buoi: 30, Estimate"]);
    check(changes(), &[("yen-hoa", 7)], Side::After, &["yen-hoa: 7, Exact"]);
}

#[test]
fn what_nobody_succeeds_is_allotted_to_nobody() {
    let dissolved = Change::Dissolved { unit: "buoi".parse().unwrap() };
    check(vec![("2022-02-01", dissolved)], &[("buoi", 10)], Side::Before, &["nobody_there"]);
}
