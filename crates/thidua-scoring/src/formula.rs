//! What a value is worth under each formula.

use std::sync::Arc;

use thidua_criteria::{Band, Excess, Formula, NothingOfNothing, Panel};
use thidua_values::{Exact, Figure, Points, Ratio};

use crate::cluster::{View, excess};
use crate::evaluate::{Asked, Earned};
use crate::known::Known;
use crate::three_valued::Sure;
use crate::{Comparison, CountOutcome, NumberOutcome, Reason, ShareOutcome};

/// What a known value earns, or takes among the deductions.
pub(crate) fn by_formula(asked: Asked<'_>, known: &Known) -> Earned {
    match (&asked.criterion.formula, known) {
        (Formula::GroupMean { .. }, known) => against_mean(asked, known),
        (Formula::Leader { excess }, known) => against_leader(asked, *excess, known),
        (formula, Known::Share(share)) => match share.quotient() {
            Some(quotient) => by_share(asked, formula, *share, &quotient),
            None => nothing_of_nothing(asked, formula),
        },
        (formula, Known::Number(number)) => by_number(asked, formula, *number),
        (formula, Known::Count(count)) => by_count(asked, formula, *count),
        (Formula::Met {}, Known::Met(met)) => {
            all_or_nothing(asked, *met, if *met { Reason::Met {} } else { Reason::NotMet {} })
        }
        (Formula::Judged { panel, .. }, Known::Marks(marks)) => judged(*panel, marks),
        (Formula::Lateness { due, each_day }, Known::HandedIn(day)) => {
            let days = u32::try_from(day.days_after(*due)).unwrap_or(0);
            let reason = if days == 0 {
                Reason::OnTime {}
            } else {
                Reason::Late { days, each_day: *each_day }
            };
            taking(asked, Exact::from(i64::from(days)) * Exact::from(*each_day), reason)
        }
        // Binding lets no value of another kind through, and the caller settles the gaps.
        _ => Earned::exactly(Exact::zero(), Reason::NoProof {}),
    }
}

fn all_or_nothing(asked: Asked<'_>, all: bool, reason: Reason) -> Earned {
    Earned::exactly(if all { asked.points() } else { Exact::zero() }, reason)
}

/// What a formula that takes leaves of the criterion's own points, or takes from the total.
fn taking(asked: Asked<'_>, taken: Exact, reason: Reason) -> Earned {
    let taken = taken.min(asked.points());
    let deduction = asked.part == thidua_criteria::PartKind::Deduction;
    Earned::exactly(if deduction { taken } else { asked.points() - taken }, reason)
}

fn nothing_of_nothing(asked: Asked<'_>, formula: &Formula) -> Earned {
    let worth = formula.nothing_of_nothing().unwrap_or(NothingOfNothing::NotAssigned);
    let reason = Reason::NothingOfNothing { worth };
    match worth {
        NothingOfNothing::NotAssigned => Earned { reason, ..asked.not_assigned() },
        // Of a formula that takes, full marks are what is left when nothing is taken.
        NothingOfNothing::FullMarks if formula.takes() => taking(asked, Exact::zero(), reason),
        NothingOfNothing::Zero if formula.takes() => taking(asked, asked.points(), reason),
        NothingOfNothing::FullMarks => Earned::exactly(asked.points(), reason),
        NothingOfNothing::Zero => Earned::exactly(Exact::zero(), reason),
    }
}

fn by_share(asked: Asked<'_>, formula: &Formula, share: Ratio, quotient: &Exact) -> Earned {
    let (part, whole) = (share.part(), share.whole());
    let of = |outcome| Reason::Share { part, whole, outcome };
    match formula {
        Formula::Proportional { cap_percent, .. } => {
            let cap = Exact::percent(*cap_percent);
            let outcome = if *quotient <= cap {
                ShareOutcome::Proportion {}
            } else {
                ShareOutcome::Capped { cap_percent: *cap_percent }
            };
            Earned::exactly(quotient.clone().min(cap) * asked.points(), of(outcome))
        }
        Formula::Threshold { at_least_percent, .. } => {
            let at_least_percent = *at_least_percent;
            if Exact::percent(at_least_percent) <= *quotient {
                all_or_nothing(asked, true, of(ShareOutcome::ThresholdReached { at_least_percent }))
            } else {
                all_or_nothing(asked, false, of(ShareOutcome::ThresholdMissed { at_least_percent }))
            }
        }
        Formula::Bands { bands, .. } => match banded(bands, &(quotient * &Exact::from(100))) {
            Some(band) => Earned::exactly(
                band.points.into(),
                of(ShareOutcome::InBand { band: Arc::new(*band) }),
            ),
            None => Earned::exactly(Exact::zero(), of(ShareOutcome::OutsideBands {})),
        },
        Formula::Shortfall { target_percent, .. } => {
            let (taken, outcome) = shortfall(asked, formula, *target_percent, quotient);
            taking(asked, taken, of(outcome))
        }
        _ => Earned::exactly(Exact::zero(), Reason::NoProof {}),
    }
}

/// What is taken for a share below a target.
fn shortfall(
    asked: Asked<'_>,
    formula: &Formula,
    target_percent: Figure,
    quotient: &Exact,
) -> (Exact, ShareOutcome) {
    let short = Exact::from(target_percent) - quotient * &Exact::from(100);
    if short.is_zero() || short.is_negative() {
        return (Exact::zero(), ShareOutcome::TargetReached { target_percent });
    }
    let taken = formula.shortfall(asked.criterion.points, &short);
    (taken, ShareOutcome::Short { target_percent })
}

fn banded<'b>(bands: &'b [Band], number: &Exact) -> Option<&'b Band> {
    bands.iter().find(|band| band.within.contains(number))
}

fn by_number(asked: Asked<'_>, formula: &Formula, number: Figure) -> Earned {
    let exact = Exact::from(number);
    let of = |outcome| Reason::Number { number, outcome };
    match formula {
        Formula::NumberReached { at_least } => {
            let (reached, at_least) = (*at_least <= number, *at_least);
            let reason = if reached {
                of(NumberOutcome::Reached { at_least })
            } else {
                of(NumberOutcome::Missed { at_least })
            };
            all_or_nothing(asked, reached, reason)
        }
        Formula::NumberBands { bands } => match banded(bands, &exact) {
            Some(band) => Earned::exactly(
                band.points.into(),
                of(NumberOutcome::InBand { band: Arc::new(*band) }),
            ),
            None => Earned::exactly(Exact::zero(), of(NumberOutcome::OutsideBands {})),
        },
        Formula::Scaled { out_of } => {
            let share = exact.checked_div(&Exact::from(*out_of)).unwrap_or_else(Exact::zero);
            Earned::exactly(share * asked.points(), of(NumberOutcome::Scaled { out_of: *out_of }))
        }
        _ => Earned::exactly(Exact::zero(), of(NumberOutcome::Recorded {})),
    }
}

fn by_count(asked: Asked<'_>, formula: &Formula, count: u32) -> Earned {
    let counted = Exact::from(i64::from(count));
    let reason = |outcome| Reason::Count { count, outcome };
    match formula {
        Formula::PerItem { each } => {
            let (each, earned) = (*each, counted * Exact::from(*each));
            if earned <= asked.points() {
                Earned::exactly(earned, reason(CountOutcome::PerItem { each }))
            } else {
                Earned::exactly(
                    asked.points(),
                    reason(CountOutcome::PerItemCapped { each, most: asked.criterion.points }),
                )
            }
        }
        Formula::Checklist { of, pass_mark } => {
            let (of, pass_mark) = (*of, *pass_mark);
            if count < pass_mark {
                return Earned::exactly(
                    Exact::zero(),
                    reason(CountOutcome::ChecklistFailed { of, pass_mark }),
                );
            }
            let share =
                counted.checked_div(&Exact::from(i64::from(of))).unwrap_or_else(Exact::zero);
            Earned::exactly(share * asked.points(), reason(CountOutcome::Checklist { of }))
        }
        Formula::Sampled { size, each } => {
            let earned = counted * Exact::from(*each);
            Earned::exactly(earned, reason(CountOutcome::Sample { size: *size, each: *each }))
        }
        _ => Earned::exactly(Exact::zero(), Reason::NoProof {}),
    }
}

fn judged(panel: Panel, marks: &Arc<[Points]>) -> Earned {
    let left_out = match panel {
        Panel::TrimmedMean { each_end } => each_end as usize,
        Panel::Single {} | Panel::Mean {} => 0,
    };
    // PROOF: binding lets no fewer marks through than are left out, and one more.
    let kept = marks.get(left_out..marks.len() - left_out).unwrap_or_default();
    let sum: Exact = kept.iter().map(|mark| Exact::from(*mark)).sum();
    let count = Exact::from(i64::try_from(kept.len()).unwrap_or(i64::MAX));
    let mean = sum.checked_div(&count).unwrap_or_else(Exact::zero);
    let reason = match **marks {
        [mark] => Reason::Judged { mark },
        _ => Reason::Panel { marks: Arc::clone(marks), left_out },
    };
    Earned::exactly(mean, reason)
}

/// Anything up to all the points, while what the cluster comes to is not known.
fn open(asked: Asked<'_>) -> Earned {
    let span = asked.up_to(asked.points());
    Earned { span, reason: Reason::ClusterOpen {}, assigned: Sure::Yes }
}

fn against_mean(asked: Asked<'_>, known: &Known) -> Earned {
    let own = match known {
        Known::Share(share) => share.quotient(),
        Known::Number(number) => Some(Exact::from(*number)),
        _ => None,
    };
    match (own, asked.view) {
        (None, _) => {
            let reason = Reason::NothingOfNothing { worth: NothingOfNothing::NotAssigned };
            Earned { reason, ..asked.not_assigned() }
        }
        (Some(own), Some(View::Mean(Some(mean)))) => {
            let reached = *mean <= own;
            let mean = mean.clone();
            let comparison = if reached {
                Comparison::MeanReached { own, mean }
            } else {
                Comparison::BelowMean { own, mean }
            };
            all_or_nothing(asked, reached, Reason::Compared { comparison: Box::new(comparison) })
        }
        _ => open(asked),
    }
}

fn against_leader(asked: Asked<'_>, measure: Excess, known: &Known) -> Earned {
    let Some(View::Leader { excess: most, untargeted }) = asked.view else { return open(asked) };
    let half = asked.points() * Exact::fraction(1, 2).unwrap_or_else(Exact::zero);
    let compared = |comparison| Reason::Compared { comparison: Box::new(comparison) };
    let share = |part: &Exact, whole: &Exact| part.checked_div(whole).unwrap_or_else(Exact::zero);
    match known {
        Known::Target { actual, target } => {
            let (actual, target) = (*actual, *target);
            let own = excess(measure, actual, target);
            if own.is_negative() {
                let reached = share(&actual.into(), &target.into());
                return Earned::exactly(
                    half * reached,
                    compared(Comparison::BelowTarget { actual, target }),
                );
            }
            let earned = &half + &(&half * &share(&own, most));
            Earned::exactly(
                earned,
                compared(Comparison::AboveTarget {
                    actual,
                    target,
                    excess: own,
                    leading: most.clone(),
                }),
            )
        }
        Known::Number(actual) => {
            let earned = asked.points() * share(&(*actual).into(), untargeted);
            Earned::exactly(
                earned,
                compared(Comparison::WithoutTarget {
                    actual: *actual,
                    leading: untargeted.clone(),
                }),
            )
        }
        _ => open(asked),
    }
}

#[cfg(test)]
mod tests;
