//! What one change of lists infers by rule.

use thidua_values::{Finding, Place};

use crate::import_step::{ListStep, is_named_alike};
use crate::passing::left_over;
use crate::{ImportCode, ListedUnit, Measure, SuccessionPair};

/// What a change infers by rule.
pub(crate) fn findings(step: &ListStep<'_>) -> Vec<Finding<ImportCode>> {
    let mut found = Vec::new();
    let mut note = |place: Place, code: ImportCode| {
        found.push(Finding { code, place, severity: code.severity(), mend: code.mend() });
    };
    for (new, at) in step.change.units.iter().zip(0..) {
        if is_taken_as_same(step, new) {
            note(step.place.field("units").index(at), ImportCode::TakenAsSame);
        }
    }
    for (pair, at) in step.change.pairs.iter().zip(0..) {
        if step.is_own(pair) && !keeps_as_told(step, pair) {
            note(step.place.field("pairs").index(at), ImportCode::KeptOtherwise);
        }
    }
    found
}

/// Whether a unit is another in some way than the one before that it is taken for.
fn is_taken_as_same(step: &ListStep<'_>, new: &ListedUnit) -> bool {
    let Some(old) = step.was(&new.code).and_then(|code| step.old(code)) else { return false };
    let mut pairs = step.given(&old.code).iter().chain(step.got(&new.code));
    let extent = pairs.any(|pair| !step.is_own(pair) || !pair.is_whole());
    old.code != new.code || !is_named_alike(old, new) || extent
}

/// Whether the pair of a unit with itself says what its other pairs leave.
fn keeps_as_told(step: &ListStep<'_>, own: &SuccessionPair) -> bool {
    Measure::ALL.into_iter().all(|measure| {
        let others = step.given(&own.old).iter().filter(|pair| pair.new != own.new);
        left_over(others.map(|pair| pair.of(measure)), false).share() == own.of(measure)
    })
}
