//! The total in percent of what can be earned, from the definition.

use num_traits::{Signed, Zero};
use thidua_criteria::{RoundingRule, RulebookParts};

use crate::verify_number::{Number, number};
use crate::verify_sheet::{Ends, PlainSheet};

/// What the total can be in percent of what can be earned on the scale; none where nothing
/// can be earned.
///
/// While something may turn out not assigned, both may change together. The least total is
/// one at any choice, so the least percentage is that of all that can be earned or, below
/// zero, of the least. The greatest total need not be the greatest percentage, which is that
/// of all parts together, or of a floor; where the total is cut or rounded, it is bounded.
pub(crate) fn percent(parts: &RulebookParts, sheet: &PlainSheet<'_>) -> Option<Ends> {
    let PlainSheet { total, attainable, share, .. } = sheet;
    let (worst, best) = (least(&total.worst, attainable)?, most(&total.best, attainable)?);
    let rounds_sums =
        matches!(parts.rounding, RoundingRule::PerGroup { .. } | RoundingRule::OnTotal { .. });
    let floor = parts.total.at_least.and_then(|floor| most(&number(floor), attainable));
    let together = share.iter().chain(&floor).max().filter(|_| !rounds_sums);
    let best = together.map_or(best.clone(), |together| best.min(together.clone()));
    Some(Ends { worst: worst * number(100), best: best * number(100) })
}

/// The least that so many points can be of what can be earned: of all of it, or
/// where they are below zero of what is sure. Of nothing they have no least.
fn least(points: &Number, attainable: &Ends) -> Option<Number> {
    let of = if points.is_negative() { &attainable.worst } else { &attainable.best };
    (!of.is_zero()).then(|| points / of)
}

/// The most that so many points can be of what can be earned: of what is sure, or
/// where they are not above zero of all of it. Of nothing they have no most.
fn most(points: &Number, attainable: &Ends) -> Option<Number> {
    let of = if points.is_positive() { &attainable.worst } else { &attainable.best };
    (!of.is_zero()).then(|| points / of)
}
