//! What is checked of lists of units before they are read.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{ActId, Day, Place, Placed, UnitId};

use crate::import::{frame, id_text};
use crate::{
    ImportFault, Level, ListedUnit, Measure, Organisation, OrganisationFault, Share,
    SuccessionPair, UnitCode, UnitKind, UnitLists,
};

type Found = Vec<Placed<ImportFault>>;

/// What is wrong in the lists themselves, each at its place.
pub(crate) fn check(lists: &UnitLists) -> Found {
    let mut found = Found::new();
    // Kinds and acts are checked as those of an organisation without units.
    if let Err(faults) = Organisation::try_new(frame(lists)) {
        found.extend(faults.map(ImportFault::Organisation).into_vec());
    }
    let opening = &lists.opening;
    let place = Place::whole().field("opening").field("units");
    check_list(lists, opening.day, &opening.units, &place, &mut found);
    let acts: BTreeSet<&ActId> = lists.acts.iter().map(|act| &act.id).collect();
    let (mut last_day, mut last_units) = (opening.day, &opening.units);
    for (change, at) in lists.changes.iter().zip(0..) {
        let place = Place::whole().field("changes").index(at);
        if change.day <= last_day {
            let fault = ImportFault::NotLater { day: change.day, before: last_day };
            note(&mut found, place.field("day"), fault);
        }
        if !acts.contains(&change.act) {
            let fault = OrganisationFault::UnknownAct(change.act.clone());
            note(&mut found, place.field("act"), ImportFault::Organisation(fault));
        }
        check_list(lists, change.day, &change.units, &place.field("units"), &mut found);
        check_pairs(&change.pairs, [last_units, &change.units], &place.field("pairs"), &mut found);
        (last_day, last_units) = (change.day.max(last_day), &change.units);
    }
    found
}

fn note(found: &mut Found, place: Place, fault: ImportFault) {
    found.push(Placed { place, fault });
}

fn check_list(lists: &UnitLists, day: Day, units: &[ListedUnit], place: &Place, found: &mut Found) {
    let kinds: BTreeMap<_, &UnitKind> = lists.unit_kinds.iter().map(|it| (&it.id, it)).collect();
    let by_code: BTreeMap<&UnitCode, &ListedUnit> =
        units.iter().map(|unit| (&unit.code, unit)).collect();
    let level = |unit: &ListedUnit| kinds.get(&unit.kind).and_then(|kind| kind.level_on(day));
    let mut seen = BTreeSet::new();
    for (unit, at) in units.iter().zip(0..) {
        let place = place.index(at);
        if !seen.insert(unit.code.as_str().to_ascii_lowercase()) {
            note(found, place.field("code"), ImportFault::DuplicateCode(unit.code.clone()));
        }
        let id = id_text(&lists.scheme, &unit.code, day);
        if id.parse::<UnitId>().is_err() {
            note(found, place.field("code"), ImportFault::LongId(id));
        }
        if !kinds.contains_key(&unit.kind) {
            let fault = OrganisationFault::UnknownUnitKind(unit.kind.clone());
            note(found, place.field("kind"), ImportFault::Organisation(fault));
        } else if level(unit).is_none() {
            let (unit, kind) = (unit.code.clone(), unit.kind.clone());
            note(found, place.field("kind"), ImportFault::NoLevel { unit, kind, day });
        }
        let Some(parent) = &unit.parent else { continue };
        let fault = match by_code.get(parent) {
            None => Some(ImportFault::UnknownParent(parent.clone())),
            Some(above) => not_above(parent, level(unit), level(above)),
        };
        if let Some(fault) = fault {
            note(found, place.field("parent"), fault);
        }
    }
}

fn not_above(parent: &UnitCode, unit: Option<Level>, above: Option<Level>) -> Option<ImportFault> {
    let (level, parent_level) = unit.zip(above).filter(|(unit, above)| above <= unit)?;
    Some(ImportFault::ParentNotAbove { level, parent: parent.clone(), parent_level })
}

fn check_pairs(
    pairs: &[SuccessionPair],
    lists: [&[ListedUnit]; 2],
    place: &Place,
    found: &mut Found,
) {
    let [old, new] = lists.map(|units| units.iter().map(|it| &it.code).collect::<BTreeSet<_>>());
    let mut seen = BTreeSet::new();
    for (pair, at) in pairs.iter().zip(0..) {
        let place = place.index(at);
        if !old.contains(&pair.old) {
            note(found, place.field("old"), ImportFault::UnknownOld(pair.old.clone()));
        }
        if !new.contains(&pair.new) {
            note(found, place.field("new"), ImportFault::UnknownNew(pair.new.clone()));
        }
        if pair.shares() == [Share::None; 2] {
            note(found, place.clone(), ImportFault::NothingGiven(pair.old.clone()));
        }
        if !seen.insert((&pair.old, &pair.new)) {
            let (old, new) = (pair.old.clone(), pair.new.clone());
            note(found, place, ImportFault::DuplicatePair { old, new });
        }
    }
    for measure in Measure::ALL {
        check_shares(pairs, measure, place, found);
    }
}

/// Notes the second pair of each old unit of which one gets all.
fn check_shares(pairs: &[SuccessionPair], measure: Measure, place: &Place, found: &mut Found) {
    let mut given: BTreeMap<&UnitCode, Vec<(usize, Share)>> = BTreeMap::new();
    for (pair, at) in pairs.iter().zip(0..) {
        let share = pair.of(measure);
        if share != Share::None {
            given.entry(&pair.old).or_default().push((at, share));
        }
    }
    for (old, shares) in given {
        let all = shares.iter().any(|(_, share)| *share == Share::All);
        if let Some((at, _)) = shares.get(1).filter(|_| all) {
            let fault = ImportFault::MoreThanAll { old: old.clone(), measure };
            note(found, place.index(*at), fault);
        }
    }
}
