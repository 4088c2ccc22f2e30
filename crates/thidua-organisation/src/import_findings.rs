//! What one change of lists leaves open.

use thidua_values::{Finding, Place};

use crate::import::Ids;
use crate::import_step::{ListStep, is_named_alike};
use crate::{ImportCode, ListedUnit, Measure, Share, SuccessionPair};

/// What a change leaves open. `holders` tells who had a code last, `ids` who has it now.
pub(crate) fn findings(
    step: &ListStep<'_>,
    holders: &Ids<'_>,
    ids: &Ids<'_>,
) -> Vec<Finding<ImportCode>> {
    let mut found = Vec::new();
    let mut note = |place: Place, code: ImportCode| {
        found.push(Finding { code, place, severity: code.severity(), mend: code.mend() });
    };
    for (old, at) in step.before.iter().zip(0..) {
        if let Some(code) = of_old(step, old) {
            note(step.place_before.field("units").index(at), code);
        }
    }
    for (new, at) in step.change.units.iter().zip(0..) {
        let place = step.place.field("units").index(at);
        let before = holders.get(&new.code);
        if before.is_some() && before != ids.get(&new.code) {
            note(place.clone(), ImportCode::CodeReused);
        }
        if let Some(code) = of_new(step, new) {
            note(place, code);
        }
    }
    for (pair, at) in step.change.pairs.iter().zip(0..) {
        if pair.shares().contains(&Share::Unknown) {
            note(step.place.field("pairs").index(at), ImportCode::UnknownShare);
        }
    }
    found
}

fn of_old(step: &ListStep<'_>, old: &ListedUnit) -> Option<ImportCode> {
    let given = step.given(&old.code);
    if !given.is_empty() {
        let covered = Measure::ALL.into_iter().all(|measure| may_cover(given, measure));
        return (!covered).then_some(ImportCode::NotCovered);
    }
    let ends = step.goes_on(&old.code).is_none() && !step.is_abolished(old);
    ends.then_some(ImportCode::EndsWithoutPair)
}

/// Whether the shares can be all of the unit: all to one, several parts, or nobody knows.
fn may_cover(given: &[&SuccessionPair], measure: Measure) -> bool {
    let how_many = |share| given.iter().filter(|pair| pair.of(measure) == share).count();
    1 <= how_many(Share::All) + how_many(Share::Unknown) || 2 <= how_many(Share::Part)
}

fn of_new(step: &ListStep<'_>, new: &ListedUnit) -> Option<ImportCode> {
    let got = step.got(&new.code);
    let Some(old) = step.was(&new.code).and_then(|code| step.old(code)) else {
        return got.is_empty().then_some(ImportCode::BeginsWithoutPair);
    };
    let attributes = old.code != new.code || !is_named_alike(old, new);
    let pairs = step.given(&old.code).iter().chain(got);
    let extent = { pairs }.any(|pair| !step.is_own(pair) || !pair.is_whole());
    (attributes || extent).then_some(ImportCode::TakenAsSame)
}
