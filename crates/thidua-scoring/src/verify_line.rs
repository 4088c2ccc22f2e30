//! What a criterion is worth to a subject, from the definitions: its own
//! evidence first, then the conditions before it.

use num_traits::Zero;
use thidua_criteria::{
    Condition, Criterion, Formula, MeanOf, NotAssignedPolicy, NothingOfNothing, PartKind,
};
use thidua_values::Points;

use crate::verify_formula::{by_formula, most};
use crate::verify_number::{Number, number};
use crate::verify_papers::Papers;
use crate::{EvidenceValue, NumberOutcome, Reason, ShareOutcome};

/// What a criterion is worth, before it is rounded: what it earns, or what it
/// takes where it is a deduction.
///
/// While evidence is missing that is anything from the worst to the best; of a
/// deduction the worst is the most, since that is taken away.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Worth {
    pub(crate) worst: Number,
    pub(crate) best: Number,
    pub(crate) reason: Reason,
    /// Whether it is assigned; none while that is open.
    pub(crate) assigned: Option<bool>,
}

/// A criterion that is asked of a subject.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'p, 'd> {
    pub(crate) papers: &'p Papers<'d>,
    pub(crate) criterion: &'d Criterion,
    pub(crate) part: PartKind,
}

/// What a criterion is worth: what its own evidence is worth, under its
/// conditions. A criterion that is not assigned asks for no condition.
pub(crate) fn worth(asked: Asked<'_, '_>) -> Worth {
    let own = match asked.papers.value(&asked.criterion.id) {
        EvidenceValue::NotAssigned {} => return asked.not_assigned(),
        EvidenceValue::NoProof {} => asked.no_proof(),
        EvidenceValue::Missing {} => asked.missing(),
        value => by_formula(asked, value),
    };
    under(asked, &asked.criterion.conditions, own)
}

/// The first condition decides over what is left under the others.
fn under(asked: Asked<'_, '_>, conditions: &[Condition], own: Worth) -> Worth {
    let Some((first, others)) = conditions.split_first() else { return own };
    let inner = under(asked, others, own);
    match asked.papers.value(first.id()) {
        EvidenceValue::Met { met } => asked.answered(first, *met, inner),
        EvidenceValue::Missing {} => asked.unanswered(first, inner),
        // What is not proven is not met.
        _ => asked.answered(first, false, inner),
    }
}

impl Worth {
    /// So many points, whatever else may come.
    pub(crate) fn exactly(points: Number, reason: Reason) -> Self {
        Self { worst: points.clone(), best: points, reason, assigned: Some(true) }
    }
}

impl Asked<'_, '_> {
    pub(crate) fn points(self) -> Number {
        number(self.criterion.points)
    }

    pub(crate) fn deducts(self) -> bool {
        self.part == PartKind::Deduction
    }

    /// Anything from no points to so many.
    pub(crate) fn up_to(self, most: Number, reason: Reason) -> Worth {
        let (worst, best) =
            if self.deducts() { (most, Number::zero()) } else { (Number::zero(), most) };
        Worth { worst, best, reason, assigned: Some(true) }
    }

    /// What a criterion is worth that is not assigned: all its points where the
    /// rulebook says so of the scale, else none.
    pub(crate) fn not_assigned(self) -> Worth {
        let policy = self.papers.parts.not_assigned;
        let full = self.part == PartKind::Scale && policy == NotAssignedPolicy::FullMarks;
        let points = if full { self.points() } else { Number::zero() };
        let reason = Reason::NotAssigned { policy };
        Worth { assigned: Some(false), ..Worth::exactly(points, reason) }
    }

    /// Without proof nothing is earned, and what is taken for falling short is
    /// taken in full.
    fn no_proof(self) -> Worth {
        let takes =
            matches!(self.criterion.formula, Formula::Shortfall { .. } | Formula::Lateness { .. });
        let points = if self.deducts() && takes { most(self) } else { Number::zero() };
        Worth::exactly(points, Reason::NoProof {})
    }

    /// Without evidence it may be worth anything that evidence can make it, or
    /// what it is worth unassigned. Who answers a condition has the task; then it
    /// can only be nothing of nothing that counts as not assigned.
    fn missing(self) -> Worth {
        let answers =
            |condition: &Condition| *self.papers.value(condition.id()) != EvidenceValue::Missing {};
        let has_the_task = self.criterion.conditions.iter().any(answers);
        let (most, reason) = (most(self), Reason::Missing {});
        if has_the_task && !nothing_is_unassigned(&self.criterion.formula) {
            return self.up_to(most, reason);
        }
        let most = most.max(self.not_assigned().best);
        Worth { assigned: None, ..self.up_to(most, reason) }
    }

    /// What is left under a condition that is answered.
    fn answered(self, condition: &Condition, met: bool, inner: Worth) -> Worth {
        let id = condition.id().clone();
        match (condition, met) {
            // Unless it is met, the criterion is not scored and earns nothing.
            (Condition::Gate { .. }, false) => {
                Worth::exactly(Number::zero(), Reason::GateClosed { gate: id })
            }
            // If it is met, the criterion was achieved before and earns all its points.
            (Condition::AchievedBefore { .. }, true) => {
                Worth::exactly(self.points(), Reason::AchievedBefore { condition: id })
            }
            // Unless it is met, the criterion earns at most so many points.
            (Condition::Cap { at_most, .. }, false) => held_back(id, *at_most, inner),
            (Condition::Gate { .. } | Condition::Cap { .. }, true)
            | (Condition::AchievedBefore { .. }, false) => inner,
        }
    }

    /// What is left under a condition that nobody answered: anything between
    /// what would be left if it is met and if it is not. What was open before
    /// stays open for its own reason.
    fn unanswered(self, condition: &Condition, inner: Worth) -> Worth {
        if self.is_the_same(condition, &inner) {
            return inner;
        }
        let met = self.answered(condition, true, inner.clone());
        let not_met = self.answered(condition, false, inner.clone());
        let reason = if is_open(&inner.reason) {
            inner.reason
        } else {
            Reason::ConditionUnanswered { condition: condition.id().clone() }
        };
        let (worst, best) = if self.deducts() {
            (met.worst.max(not_met.worst), met.best.min(not_met.best))
        } else {
            (met.worst.min(not_met.worst), met.best.max(not_met.best))
        };
        let both = met.assigned == Some(true) && not_met.assigned == Some(true);
        Worth { worst, best, reason, assigned: both.then_some(true) }
    }

    /// Whether nothing hangs on a condition. Behind a gate it is only what is worth
    /// nothing and has no figure, since a closed gate hides that from tie-breaks too;
    /// under a cap what is no more than the cap; and what was perhaps achieved
    /// before is all there already.
    fn is_the_same(self, condition: &Condition, inner: &Worth) -> bool {
        match condition {
            Condition::Gate { .. } => {
                let unseen = matches!(inner.reason, Reason::NoProof {} | Reason::GateClosed { .. });
                unseen && inner.worst.is_zero() && inner.best.is_zero()
            }
            Condition::Cap { at_most, .. } => {
                inner.worst <= number(at_most) && inner.best <= number(at_most)
            }
            Condition::AchievedBefore { .. } if self.criterion.points == Points::ZERO => {
                is_met(&inner.reason)
            }
            Condition::AchievedBefore { .. } => {
                !is_unassigned(&inner.reason)
                    && inner.worst == self.points()
                    && inner.best == self.points()
            }
        }
    }
}

/// At most so many points at both ends.
fn held_back(condition: thidua_values::CriterionId, at_most: Points, inner: Worth) -> Worth {
    let cap = number(at_most);
    if inner.worst <= cap && inner.best <= cap {
        return inner;
    }
    let reason = if is_open(&inner.reason) {
        inner.reason
    } else {
        Reason::HeldBack { condition, at_most, reason: Box::new(inner.reason) }
    };
    let (worst, best) = (inner.worst.min(cap.clone()), inner.best.min(cap));
    Worth { worst, best, reason, assigned: inner.assigned }
}

/// Whether what is not assigned leaves what can be earned.
pub(crate) fn leaves(policy: NotAssignedPolicy) -> bool {
    !matches!(policy, NotAssignedPolicy::Zero | NotAssignedPolicy::FullMarks)
}

/// Whether it counts as not assigned.
pub(crate) fn is_unassigned(reason: &Reason) -> bool {
    match reason {
        Reason::NotAssigned { .. } => true,
        Reason::NothingOfNothing { worth } => *worth == NothingOfNothing::NotAssigned,
        _ => false,
    }
}

/// Nothing of nothing, where that counts as not assigned.
pub(crate) fn nothing_was_asked(asked: Asked<'_, '_>) -> Worth {
    let reason = Reason::NothingOfNothing { worth: NothingOfNothing::NotAssigned };
    Worth { reason, ..asked.not_assigned() }
}

/// Whether evidence is missing that could change it.
pub(crate) fn is_open(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::Missing {} | Reason::ClusterOpen {} | Reason::ConditionUnanswered { .. }
    )
}

/// Whether a criterion is met: it is, its threshold is reached, nothing of
/// nothing counts in full, or it was achieved before.
pub(crate) fn is_met(reason: &Reason) -> bool {
    match reason {
        Reason::Share { outcome, .. } => matches!(outcome, ShareOutcome::ThresholdReached { .. }),
        Reason::Number { outcome, .. } => matches!(outcome, NumberOutcome::Reached { .. }),
        Reason::NothingOfNothing { worth } => *worth == NothingOfNothing::FullMarks,
        reason => matches!(reason, Reason::Met {} | Reason::AchievedBefore { .. }),
    }
}

/// What a formula says of nothing of nothing, if it looks at a share.
pub(crate) fn nothing_of_nothing(formula: &Formula) -> Option<NothingOfNothing> {
    match formula {
        Formula::Proportional { nothing_of_nothing, .. }
        | Formula::Threshold { nothing_of_nothing, .. }
        | Formula::Bands { nothing_of_nothing, .. }
        | Formula::Shortfall { nothing_of_nothing, .. } => Some(*nothing_of_nothing),
        Formula::GroupMean { mean: MeanOf::Shares | MeanOf::Sums } => {
            Some(NothingOfNothing::NotAssigned)
        }
        _ => None,
    }
}

/// Whether nothing of nothing counts as not assigned.
fn nothing_is_unassigned(formula: &Formula) -> bool {
    nothing_of_nothing(formula) == Some(NothingOfNothing::NotAssigned)
}
