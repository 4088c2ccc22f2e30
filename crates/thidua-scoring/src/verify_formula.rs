//! What evidence is worth by a formula, from the definitions.

use std::sync::Arc;

use num_traits::{Signed, Zero};
use thidua_criteria::{Band, Formula, NothingOfNothing, Panel, Steps};
use thidua_values::{Day, Figure, Points};

use crate::verify_cluster::{leader, mean};
use crate::verify_line::{Asked, Worth, nothing_of_nothing, nothing_was_asked};
use crate::verify_number::{Number, is_within, number, part_of, sum};
use crate::{CountOutcome, EvidenceValue, NumberOutcome, Reason, ShareOutcome};

/// What a value is worth by the formula of a criterion.
pub(crate) fn by_formula(asked: Asked<'_, '_>, value: &EvidenceValue) -> Worth {
    let formula = &asked.criterion.formula;
    match (formula, value) {
        (Formula::GroupMean { mean: of }, value) => mean(asked, *of, value),
        (Formula::Leader { excess }, value) => leader(asked, *excess, value),
        (_, EvidenceValue::Share { whole, .. }) if number(whole).is_zero() => nothing(asked),
        (_, EvidenceValue::Share { part, whole }) => share(asked, *part, *whole),
        (_, EvidenceValue::Number { number }) => by_number(asked, *number),
        (_, EvidenceValue::Count { count }) => by_count(asked, *count),
        (Formula::Judged { panel, .. }, EvidenceValue::Marks { marks }) => judged(*panel, marks),
        (Formula::Lateness { due, each_day }, EvidenceValue::HandedIn { day }) => {
            late(asked, *due, *each_day, *day)
        }
        (Formula::Met {}, EvidenceValue::Met { met: true }) => all(asked, true, Reason::Met {}),
        (Formula::Met {}, EvidenceValue::Met { met: false }) => {
            all(asked, false, Reason::NotMet {})
        }
        // Evidence of another kind is refused before a sheet is made of it.
        _ => Worth::exactly(Number::zero(), Reason::NoProof {}),
    }
}

/// The most that any evidence can earn by a formula, or lose among the deductions.
pub(crate) fn most(asked: Asked<'_, '_>) -> Number {
    let points = asked.points();
    let of_nothing = match (nothing_of_nothing(&asked.criterion.formula), takes(asked)) {
        (Some(NothingOfNothing::FullMarks), false) | (Some(NothingOfNothing::Zero), true) => {
            points.clone()
        }
        _ => Number::zero(),
    };
    let of_bands =
        |bands: &[Band]| bands.iter().map(|band| number(band.points)).max().unwrap_or_default();
    let of_something = match &asked.criterion.formula {
        Formula::Recorded {} => Number::zero(),
        Formula::Proportional { cap_percent, .. } => number(cap_percent) / number(100) * points,
        Formula::Bands { bands, .. } | Formula::NumberBands { bands } => of_bands(bands),
        // No part of a whole misses the target by all of it.
        Formula::Shortfall { target_percent, .. } if takes(asked) => {
            shortfall(asked, &number(target_percent))
        }
        _ => points,
    };
    of_something.max(of_nothing)
}

/// Whether the formula takes points from the total: a formula that takes from
/// the criterion's own points earns what it leaves.
fn takes(asked: Asked<'_, '_>) -> bool {
    let takes =
        matches!(asked.criterion.formula, Formula::Shortfall { .. } | Formula::Lateness { .. });
    takes && asked.deducts()
}

/// All points or none.
pub(crate) fn all(asked: Asked<'_, '_>, all: bool, reason: Reason) -> Worth {
    Worth::exactly(if all { asked.points() } else { Number::zero() }, reason)
}

/// Points that a formula takes: from the total among the deductions, else from
/// the criterion's own points; never more than those.
fn taken(asked: Asked<'_, '_>, points: Number, reason: Reason) -> Worth {
    let taken = points.min(asked.points());
    Worth::exactly(if takes(asked) { taken } else { asked.points() - taken }, reason)
}

/// Nothing of nothing (0/0) is worth what the rulebook says: full marks are all
/// the points, or that nothing is taken; zero is no points, or that all is taken.
fn nothing(asked: Asked<'_, '_>) -> Worth {
    let worth = nothing_of_nothing(&asked.criterion.formula);
    match worth.unwrap_or(NothingOfNothing::NotAssigned) {
        NothingOfNothing::NotAssigned => nothing_was_asked(asked),
        worth => {
            let full = worth == NothingOfNothing::FullMarks;
            all(asked, full != takes(asked), Reason::NothingOfNothing { worth })
        }
    }
}

/// What a share of something is worth. It is compared in percent of the whole.
fn share(asked: Asked<'_, '_>, part: Figure, whole: Figure) -> Worth {
    let percent = number(part) / number(whole) * number(100);
    let (points, outcome) = match &asked.criterion.formula {
        // The share times the points; the share counts up to the cap.
        Formula::Proportional { cap_percent, .. } => {
            let (cap_percent, cap) = (*cap_percent, number(cap_percent));
            let counted = percent.clone().min(cap.clone()) / number(100);
            let above = ShareOutcome::Capped { cap_percent };
            let outcome = if percent <= cap { ShareOutcome::Proportion {} } else { above };
            (counted * asked.points(), outcome)
        }
        // All points at the share or above it, none below.
        Formula::Threshold { at_least_percent: end, .. } => {
            let at_least_percent = *end;
            if number(end) <= percent {
                (asked.points(), ShareOutcome::ThresholdReached { at_least_percent })
            } else {
                (Number::zero(), ShareOutcome::ThresholdMissed { at_least_percent })
            }
        }
        // The points of the band that the percentage is in; none where no band is.
        Formula::Bands { bands, .. } => match in_band(bands, &percent) {
            Some(band) => (number(band.points), ShareOutcome::InBand { band: Arc::new(band) }),
            None => (Number::zero(), ShareOutcome::OutsideBands {}),
        },
        _ => return short(asked, part, whole),
    };
    Worth::exactly(points, Reason::Share { part, whole, outcome })
}

/// The band that a number is in; bands share no number.
fn in_band(bands: &[Band], number: &Number) -> Option<Band> {
    bands.iter().find(|band| is_within(number, band.within)).copied()
}

/// Points are taken for what the percentage is below its target.
fn short(asked: Asked<'_, '_>, part: Figure, whole: Figure) -> Worth {
    let Formula::Shortfall { target_percent, .. } = asked.criterion.formula else {
        return Worth::exactly(Number::zero(), Reason::NoProof {});
    };
    let below = number(target_percent) - number(part) / number(whole) * number(100);
    let outcome = if below.is_positive() {
        ShareOutcome::Short { target_percent }
    } else {
        ShareOutcome::TargetReached { target_percent }
    };
    taken(asked, shortfall(asked, &below), Reason::Share { part, whole, outcome })
}

/// What so many percentage points below the target take: so many points for each
/// step, where a step that is not whole counts as one, as none or by its share;
/// never more than the criterion's points.
fn shortfall(asked: Asked<'_, '_>, short: &Number) -> Number {
    let Formula::Shortfall { step_percent, each, steps, .. } = &asked.criterion.formula else {
        return Number::zero();
    };
    if !short.is_positive() {
        return Number::zero();
    }
    let exact = short / number(step_percent);
    let counted = match steps {
        Steps::Started => exact.ceil(),
        Steps::Whole => exact.floor(),
        Steps::Proportional => exact,
    };
    (counted * number(each)).min(asked.points())
}

/// What a number is worth.
fn by_number(asked: Asked<'_, '_>, reported: Figure) -> Worth {
    let exact = number(reported);
    let because = |outcome| Reason::Number { number: reported, outcome };
    match &asked.criterion.formula {
        // All points at the number or above it, none below.
        Formula::NumberReached { at_least } => {
            let (at_least, reached) = (*at_least, number(at_least) <= exact);
            let outcome = if reached {
                NumberOutcome::Reached { at_least }
            } else {
                NumberOutcome::Missed { at_least }
            };
            all(asked, reached, because(outcome))
        }
        // The points of the band that the number is in; none where no band is.
        Formula::NumberBands { bands } => match in_band(bands, &exact) {
            Some(band) => Worth::exactly(
                number(band.points),
                because(NumberOutcome::InBand { band: Arc::new(band) }),
            ),
            None => Worth::exactly(Number::zero(), because(NumberOutcome::OutsideBands {})),
        },
        // The share of the other scale, times the points.
        Formula::Scaled { out_of } => {
            let points = exact / number(out_of) * asked.points();
            Worth::exactly(points, because(NumberOutcome::Scaled { out_of: *out_of }))
        }
        _ => Worth::exactly(Number::zero(), because(NumberOutcome::Recorded {})),
    }
}

/// What a count is worth.
fn by_count(asked: Asked<'_, '_>, count: u32) -> Worth {
    let because = |outcome| Reason::Count { count, outcome };
    match asked.criterion.formula {
        // So many points for each, up to those of the criterion.
        Formula::PerItem { each } => {
            let (points, most) = (number(count) * number(each), asked.criterion.points);
            let outcome = if points <= asked.points() {
                CountOutcome::PerItem { each }
            } else {
                CountOutcome::PerItemCapped { each, most }
            };
            Worth::exactly(points.min(asked.points()), because(outcome))
        }
        // So many points for each of the sample that is confirmed.
        Formula::Sampled { size, each } => Worth::exactly(
            number(count) * number(each),
            because(CountOutcome::Sample { size, each }),
        ),
        // The share of the list that is met, times the points; none below the pass mark.
        Formula::Checklist { of, pass_mark } if count < pass_mark => {
            Worth::exactly(Number::zero(), because(CountOutcome::ChecklistFailed { of, pass_mark }))
        }
        Formula::Checklist { of, .. } => {
            let points = part_of(&number(count), &number(of)) * asked.points();
            Worth::exactly(points, because(CountOutcome::Checklist { of }))
        }
        _ => Worth::exactly(Number::zero(), Reason::NoProof {}),
    }
}

/// The mean of the marks of a panel, without so many of the lowest and of the
/// highest; one mark is its own mean.
fn judged(panel: Panel, marks: &[Points]) -> Worth {
    let left_out = match panel {
        Panel::TrimmedMean { each_end } => each_end as usize,
        Panel::Single {} | Panel::Mean {} => 0,
    };
    let mut marks = marks.to_vec();
    marks.sort();
    let kept = marks.len().saturating_sub(left_out.saturating_mul(2));
    let counted: Vec<Number> = marks.iter().skip(left_out).take(kept).map(number).collect();
    let mean = part_of(&sum(&counted), &number(counted.len()));
    let reason = match marks.as_slice() {
        [mark] => Reason::Judged { mark: *mark },
        _ => Reason::Panel { marks: marks.into(), left_out },
    };
    Worth::exactly(mean, reason)
}

/// So many points are taken for each day after the due day.
fn late(asked: Asked<'_, '_>, due: Day, each_day: Points, day: Day) -> Worth {
    match u32::try_from(day.days_after(due)) {
        Ok(days) if 0 < days => {
            let points = number(days) * number(each_day);
            taken(asked, points, Reason::Late { days, each_day })
        }
        _ => taken(asked, Number::zero(), Reason::OnTime {}),
    }
}
