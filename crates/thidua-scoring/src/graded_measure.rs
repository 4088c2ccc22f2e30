//! What the bands of grades are bands of, while evidence may be missing.

use std::collections::{BTreeMap, BTreeSet};

use thidua_criteria::{GradedBy, Interval, RoundingRule, RulebookParts};
use thidua_values::{CriterionId, Exact, GroupId};

use crate::Span;
use crate::leaving::GroupMost;

/// What grades look at beside the sheet.
#[derive(Debug)]
pub(crate) struct Possible {
    /// What can be earned on the scale, if anything can.
    pub(crate) attainable: Span,
    /// Whether nothing may be left that can be earned.
    pub(crate) or_nothing: bool,
    /// The most that the scale, the bonus and the deductions are together of what can be
    /// earned on the scale, before the limits of the total and unrounded; none where nobody
    /// may leave the scale.
    pub(crate) share: Option<Exact>,
    /// The criteria that may turn out not assigned.
    pub(crate) maybe_assigned: BTreeSet<CriterionId>,
    /// What groups can come to where something may leave them.
    pub(crate) groups: BTreeMap<GroupId, GroupMost>,
}

/// The total, or the percentage, that a grade is given for.
#[derive(Debug)]
pub(crate) enum Measured {
    /// Nothing can be earned.
    Nothing,
    Within {
        span: Span,
        /// Whether nothing may be left that can be earned.
        or_nothing: bool,
    },
}

impl Measured {
    /// Values that stand for all that are possible, so far as these bands tell them
    /// apart: the ends of both, and one value between each two; none stands for
    /// nothing that can be earned.
    pub(crate) fn values(&self, bands: impl Iterator<Item = Interval>) -> Vec<Option<Exact>> {
        let ends = bands.flat_map(|band| band.ends().collect::<Vec<_>>());
        let mut marks: Vec<Exact> = ends.map(|end| end.at.into()).collect();
        let or_nothing = match self {
            Self::Nothing => return vec![None],
            Self::Within { span, or_nothing } => {
                marks.retain(|mark| span.worst < *mark && *mark < span.best);
                marks.extend([span.worst.clone(), span.best.clone()]);
                *or_nothing
            }
        };
        marks.sort_unstable();
        let half = Exact::fraction(1, 2).unwrap_or_else(Exact::zero);
        let between = marks.iter().zip(marks.iter().skip(1));
        let between: Vec<Exact> = between.map(|(low, high)| (low + high) * half.clone()).collect();
        let values = marks.into_iter().chain(between).map(Some);
        values.chain(or_nothing.then_some(None)).collect()
    }
}

/// What the bands are bands of.
pub(crate) fn measured(
    by: GradedBy,
    parts: &RulebookParts,
    total: &Span,
    possible: &Possible,
) -> Measured {
    match by {
        GradedBy::Total => Measured::Within { span: total.clone(), or_nothing: false },
        GradedBy::Percent => match shares(parts, total, possible) {
            Some(shares) => Measured::Within {
                span: shares.each(|share| Exact::from(100) * share.clone()),
                or_nothing: possible.or_nothing,
            },
            None => Measured::Nothing,
        },
    }
}

/// What the total can be of what can be earned; none where that is nothing.
pub(crate) fn shares(parts: &RulebookParts, total: &Span, possible: &Possible) -> Option<Span> {
    let Span { worst: least, best: all } = &possible.attainable;
    // The more can be earned the less is a point of it, and the less is one below zero.
    let low = |points: &Exact| points.checked_div(if points.is_negative() { least } else { all });
    let high = |points: &Exact| points.checked_div(if points.is_negative() { all } else { least });
    let (worst, mut best) = (low(&total.worst)?, high(&total.best)?);
    let rounds_sums =
        matches!(parts.rounding, RoundingRule::PerGroup { .. } | RoundingRule::OnTotal { .. });
    if let Some(share) = possible.share.as_ref().filter(|_| !rounds_sums) {
        // The most points need not be the greatest share, of which a cap may leave less: that
        // is not looked for. A floor raises what is below it.
        let floor = parts.total.at_least.and_then(|floor| high(&floor.into()));
        best = best.min(floor.map_or(share.clone(), |floor| floor.max(share.clone())));
    }
    Some(Span { worst, best })
}
