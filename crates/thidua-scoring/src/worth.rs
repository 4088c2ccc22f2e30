//! What each criterion is worth to each subject: all of scoring but the rolling up.

use thidua_criteria::{Leaf, NotAssignedPolicy, PartKind, RoundingRule, Rulebook, RulebookParts};
use thidua_values::{Exact, KindId, RoundingMode};

use crate::cluster::{View, views};
use crate::evaluate::{Asked, Earned, evaluate, excludes};
use crate::evidence::Cell;
use crate::leaving::most;
use crate::roll::LeafEnd;
use crate::three_valued::Sure;
use crate::{Evidence, Reason, Span};

/// What a criterion is worth to a subject.
#[derive(Clone, Debug)]
pub(crate) struct Worth {
    pub(crate) earned: Earned,
    /// The same as it counts: rounded where the rulebook rounds each criterion.
    pub(crate) rounded: Span,
    /// Whether it may turn out not assigned, and what it is in may gain by that.
    pub(crate) may_leave: bool,
}

impl Worth {
    /// Whether nothing is open that could change a point, here or around it.
    pub(crate) fn is_exact(&self) -> bool {
        !self.may_leave && self.rounded.is_exact()
    }

    /// What it comes to at an end if it stays.
    pub(crate) fn end(&self, policy: NotAssignedPolicy, end: End) -> LeafEnd {
        let counts = self.earned.assigned != Sure::No || !excludes(policy);
        LeafEnd { earned: end.of(&self.rounded).clone(), counts, is_bound: false }
    }
}

/// One end of what something can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Worst,
    Best,
}

impl End {
    /// The end at which a part comes to the most.
    pub(crate) fn greater(part: PartKind) -> Self {
        if part == PartKind::Deduction { Self::Worst } else { Self::Best }
    }

    pub(crate) const fn of(self, span: &Span) -> &Exact {
        match self {
            Self::Worst => &span.worst,
            Self::Best => &span.best,
        }
    }

    pub(crate) const fn of_mut(self, span: &mut Span) -> &mut Exact {
        match self {
            Self::Worst => &mut span.worst,
            Self::Best => &mut span.best,
        }
    }
}

/// What each criterion is worth to each subject, subject by subject: what formulas
/// see that look at the cluster comes first, then each criterion by itself.
pub(crate) fn evaluated(evidence: &Evidence<'_>) -> Vec<Worth> {
    let (rulebook, views) = (evidence.rulebook(), views(evidence));
    let mut worths = Vec::with_capacity(evidence.roster().len() * rulebook.leaves().len());
    for ((_, member), (_, cells)) in evidence.roster().members().zip(evidence.by_subject()) {
        for (leaf, in_mean) in rulebook.leaves().iter().zip(&evidence.heads().in_mean) {
            let view = leaf.criterion.formula.looks_at_cluster();
            let view = view.then(|| views.get(&(member.cluster.clone(), leaf.slot)));
            let earned = if leaf.criterion.is_for(member.kind.as_ref()) {
                earned(rulebook, leaf, own_cells(leaf, cells), view.flatten())
            } else {
                // It has no line, and nothing of it is open.
                Earned::exactly(Exact::zero(), Reason::NoProof {})
            };
            worths.push(worth(rulebook, leaf, *in_mean, earned));
        }
    }
    worths
}

/// A criterion as it counts. Whether a mean, a least or a best is around it matters to
/// who may leave.
pub(crate) fn worth(rulebook: &Rulebook, leaf: &Leaf, in_mean: bool, earned: Earned) -> Worth {
    let rounded = rounded(rulebook, &earned.span);
    let policy = rulebook.parts().not_assigned;
    let is_less = || *End::greater(leaf.part).of(&rounded) < leaf.criterion.points.into();
    let may_leave = earned.assigned == Sure::Maybe
        && (takes_share(policy, leaf.part) || (in_mean && excludes(policy)))
        && (is_less() || rounds_groups_to_even(rulebook.parts().rounding));
    Worth { earned, rounded, may_leave }
}

/// Whether a group may come to more without a criterion that earns all its points.
const fn rounds_groups_to_even(rule: RoundingRule) -> bool {
    matches!(rule, RoundingRule::PerGroup { rounding } if matches!(rounding.mode, RoundingMode::HalfEven))
}

/// Whether a part, or each group of it, is what it comes to of what it can.
pub(crate) fn takes_share(policy: NotAssignedPolicy, part: PartKind) -> bool {
    let rescales =
        matches!(policy, NotAssignedPolicy::RescaleGroup | NotAssignedPolicy::RescaleScale);
    rescales && part == PartKind::Scale
}

/// One end of what criteria are worth, for a subject of that kind.
pub(crate) fn ends(
    parts: &RulebookParts,
    kind: Option<&KindId>,
    worths: &[Worth],
    end: End,
) -> Vec<LeafEnd> {
    let mut ends: Vec<_> = worths.iter().map(|worth| worth.end(parts.not_assigned, end)).collect();
    if worths.iter().any(|worth| worth.may_leave) {
        most(parts, kind, worths).settle(end, &mut ends);
    }
    ends
}

/// The cells of a criterion and of its conditions, out of all those of a subject.
pub(crate) fn own_cells<'c>(leaf: &Leaf, cells: &'c [Cell]) -> &'c [Cell] {
    cells.get(leaf.slot..=leaf.slot + leaf.criterion.conditions.len()).unwrap_or_default()
}

/// What a criterion earns of its cells and those of its conditions.
pub(crate) fn earned(
    rulebook: &Rulebook,
    leaf: &Leaf,
    cells: &[Cell],
    view: Option<&View>,
) -> Earned {
    let (criterion, part) = (&leaf.criterion, leaf.part);
    let not_assigned = rulebook.parts().not_assigned;
    evaluate(Asked { criterion, part, not_assigned, view }, cells)
}

/// The same, rounded where the rulebook rounds each criterion.
fn rounded(rulebook: &Rulebook, span: &Span) -> Span {
    match rulebook.parts().rounding {
        RoundingRule::PerItem { rounding } => span.each(|end| end.round(rounding)),
        _ => span.clone(),
    }
}
