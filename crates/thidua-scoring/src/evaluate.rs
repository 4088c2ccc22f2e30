//! What evidence is worth under a criterion: its formula and its conditions.

use thidua_criteria::{Band, Condition, Criterion, Formula, NotAssignedPolicy};
use thidua_values::{Exact, Figure, Points, Ratio};

use crate::evidence::{Cell, Known};
use crate::{Reason, Span};

/// What a criterion earns, unrounded, and why. `cells` are those of the
/// criterion and of its conditions.
pub(crate) fn evaluate(
    criterion: &Criterion,
    cells: &[Cell],
    not_assigned: NotAssignedPolicy,
) -> (Span, Reason) {
    let (own, gates) = match cells.split_first() {
        Some((own, gates)) => (own.known, gates),
        None => (Known::Missing, cells),
    };
    let mut unanswered = None;
    for (Condition::Gate { id, .. }, cell) in criterion.conditions.iter().zip(gates) {
        match cell.known {
            Known::Met(true) => {}
            Known::Missing => unanswered = unanswered.or(Some(id)),
            _ => return (Span::exactly(Exact::zero()), Reason::GateClosed { gate: id.clone() }),
        }
    }
    let unassigned = Exact::from(not_assigned.points(criterion.points));
    let (earned, reason) = match own {
        Known::NoProof => return (Span::exactly(Exact::zero()), Reason::NoProof {}),
        Known::NotAssigned => {
            return (Span::exactly(unassigned), Reason::NotAssigned { worth: not_assigned });
        }
        Known::Missing => {
            // Who answers a condition has the task, so only without an answer may it turn out not assigned.
            let answered = gates.iter().any(|gate| !matches!(gate.known, Known::Missing));
            let most = criterion.formula.most(criterion.points);
            let best = if answered { most } else { most.max(unassigned) };
            return (Span { worst: Exact::zero(), best }, Reason::Missing {});
        }
        known => formula(&criterion.formula, criterion.points, known),
    };
    match unanswered {
        Some(gate) => {
            (Span { worst: Exact::zero(), ..earned }, Reason::GateUnanswered { gate: gate.clone() })
        }
        None => (earned, reason),
    }
}

fn formula(formula: &Formula, points: Points, known: Known) -> (Span, Reason) {
    match (formula, known) {
        (Formula::Proportional { cap_percent, nothing_of_nothing }, Known::Share(share)) => {
            match share.quotient() {
                Some(quotient) => proportional(share, &quotient, *cap_percent, points),
                None => nothing(*nothing_of_nothing, points),
            }
        }
        (Formula::Threshold { at_least_percent, nothing_of_nothing }, Known::Share(share)) => {
            match share.quotient() {
                Some(quotient) => threshold(share, &quotient, *at_least_percent, points),
                None => nothing(*nothing_of_nothing, points),
            }
        }
        (Formula::Bands { bands, nothing_of_nothing }, Known::Share(share)) => {
            match share.quotient() {
                Some(quotient) => banded(share, &quotient, bands),
                None => nothing(*nothing_of_nothing, points),
            }
        }
        (Formula::Sampled { size, each }, Known::Count(confirmed)) => {
            let earned = Exact::from(i64::from(confirmed)) * Exact::from(*each);
            (Span::exactly(earned), Reason::Sample { confirmed, size: *size, each: *each })
        }
        // Binding lets no value of another kind through, and the caller settles the other gaps.
        _ => (Span::exactly(Exact::zero()), Reason::NoProof {}),
    }
}

fn nothing(worth: NotAssignedPolicy, points: Points) -> (Span, Reason) {
    (Span::exactly(worth.points(points).into()), Reason::NothingOfNothing { worth })
}

fn proportional(
    share: Ratio,
    quotient: &Exact,
    cap_percent: Figure,
    points: Points,
) -> (Span, Reason) {
    let cap = Exact::from(cap_percent) * hundredth();
    let (part, whole) = (share.part(), share.whole());
    let (counted, reason) = if *quotient <= cap {
        (quotient.clone(), Reason::Proportion { part, whole })
    } else {
        (cap, Reason::Capped { part, whole, cap_percent })
    };
    (Span::exactly(counted * points.into()), reason)
}

fn threshold(
    share: Ratio,
    quotient: &Exact,
    at_least_percent: Figure,
    points: Points,
) -> (Span, Reason) {
    let (part, whole) = (share.part(), share.whole());
    if Exact::from(at_least_percent) * hundredth() <= *quotient {
        (Span::exactly(points.into()), Reason::ThresholdReached { part, whole, at_least_percent })
    } else {
        (Span::exactly(Exact::zero()), Reason::ThresholdMissed { part, whole, at_least_percent })
    }
}

fn banded(share: Ratio, quotient: &Exact, bands: &[Band]) -> (Span, Reason) {
    let percent = quotient.clone() * Exact::from(100);
    let (part, whole) = (share.part(), share.whole());
    match bands.iter().find(|band| band.contains(&percent)) {
        Some(band) => {
            (Span::exactly(band.points.into()), Reason::InBand { part, whole, band: band.clone() })
        }
        None => (Span::exactly(Exact::zero()), Reason::OutsideBands { part, whole }),
    }
}

fn hundredth() -> Exact {
    Exact::fraction(1, 100).unwrap_or_else(Exact::zero)
}
