//! What evidence is worth by formulas that look at the whole cluster, from the
//! definitions.

use num_traits::{Signed, Zero};
use thidua_criteria::{Excess, MeanOf};
use thidua_values::Figure;

use crate::verify_formula::all;
use crate::verify_line::{Asked, Worth, nothing_was_asked};
use crate::verify_number::{Number, exact, number, part_of, sum};
use crate::{Comparison, EvidenceValue, Reason};

/// All points at the mean of the cluster or above it, none below. Nothing of
/// nothing counts as not assigned. While a member's evidence is missing, all is
/// open for everyone.
pub(crate) fn mean(asked: Asked<'_, '_>, of: MeanOf, value: &EvidenceValue) -> Worth {
    let Some(own) = measured(value) else { return nothing_was_asked(asked) };
    let cluster = asked.papers.in_cluster(asked.criterion);
    if cluster.contains(&&EvidenceValue::Missing {}) {
        return asked.up_to(asked.points(), Reason::ClusterOpen {});
    }
    let mean = mean_of(of, &cluster);
    let reached = mean <= own;
    let (own, mean) = (exact(&own), exact(&mean));
    let comparison = if reached {
        Comparison::MeanReached { own, mean }
    } else {
        Comparison::BelowMean { own, mean }
    };
    all(asked, reached, Reason::Compared { comparison: Box::new(comparison) })
}

/// A member's number or share; none of who has no task, no proof or nothing of nothing.
fn measured(value: &EvidenceValue) -> Option<Number> {
    match value {
        EvidenceValue::Number { number } => Some(self::number(number)),
        EvidenceValue::Share { part, whole } => {
            let whole = number(whole);
            (!whole.is_zero()).then(|| number(part) / whole)
        }
        _ => None,
    }
}

/// The mean of what the members have, or all parts over all wholes.
fn mean_of(of: MeanOf, cluster: &[&EvidenceValue]) -> Number {
    match of {
        MeanOf::Numbers | MeanOf::Shares => {
            let all: Vec<Number> = cluster.iter().filter_map(|value| measured(value)).collect();
            part_of(&sum(&all), &number(all.len()))
        }
        MeanOf::Sums => {
            let shares = || {
                cluster.iter().filter_map(|value| match value {
                    EvidenceValue::Share { part, whole } => Some((number(part), number(whole))),
                    _ => None,
                })
            };
            let parts: Vec<Number> = shares().map(|(part, _)| part).collect();
            let wholes: Vec<Number> = shares().map(|(_, whole)| whole).collect();
            part_of(&sum(&parts), &sum(&wholes))
        }
    }
}

/// Half of the points by the share of the target that is reached; at the target
/// half of them, and the other half by how far above it, relative to who is
/// furthest. Who has no target has the points by its share of the most that
/// anybody without a target did.
pub(crate) fn leader(asked: Asked<'_, '_>, measure: Excess, value: &EvidenceValue) -> Worth {
    let cluster = asked.papers.in_cluster(asked.criterion);
    if cluster.contains(&&EvidenceValue::Missing {}) {
        return asked.up_to(asked.points(), Reason::ClusterOpen {});
    }
    match value {
        EvidenceValue::Target { actual, target } => {
            let all = cluster.iter().filter_map(|value| match value {
                EvidenceValue::Target { actual, target } => Some(excess(measure, *actual, *target)),
                _ => None,
            });
            let own = excess(measure, *actual, *target);
            against_target(asked, (*actual, *target), &own, &greatest(all))
        }
        EvidenceValue::Number { number: actual } => {
            let all = cluster.iter().filter_map(|value| match value {
                EvidenceValue::Number { number } => Some(self::number(number)),
                _ => None,
            });
            let leading = greatest(all);
            let points = asked.points() * part_of(&number(actual), &leading);
            let (actual, leading) = (*actual, exact(&leading));
            let comparison = Comparison::WithoutTarget { actual, leading };
            Worth::exactly(points, Reason::Compared { comparison: Box::new(comparison) })
        }
        _ => Worth::exactly(Number::zero(), Reason::NoProof {}),
    }
}

/// What was done, against the own target and against who is furthest above theirs.
fn against_target(
    asked: Asked<'_, '_>,
    (actual, target): (Figure, Figure),
    own: &Number,
    leading: &Number,
) -> Worth {
    let half = asked.points() / number(2);
    let (points, comparison) = if own.is_negative() {
        let points = half * part_of(&number(actual), &number(target));
        (points, Comparison::BelowTarget { actual, target })
    } else {
        let points = &half + &half * part_of(own, leading);
        let (excess, leading) = (exact(own), exact(leading));
        (points, Comparison::AboveTarget { actual, target, excess, leading })
    };
    Worth::exactly(points, Reason::Compared { comparison: Box::new(comparison) })
}

/// How far above its target something is, or below where it is below zero.
fn excess(measure: Excess, actual: Figure, target: Figure) -> Number {
    let above = number(actual) - number(target);
    match measure {
        Excess::Absolute => above,
        Excess::Relative => part_of(&above, &number(target)),
    }
}

/// The greatest, and at least nothing.
fn greatest(numbers: impl Iterator<Item = Number>) -> Number {
    numbers.fold(Number::zero(), Number::max)
}
