//! What evidence is worth under a criterion: its formula and its conditions.

use thidua_criteria::{Condition, Criterion, NotAssignedPolicy, NothingOfNothing, PartKind};
use thidua_values::{CriterionId, Exact, Points};

use crate::cluster::View;
use crate::evidence::Cell;
use crate::formula::by_formula;
use crate::known::Known;
use crate::sheet::share_of;
use crate::three_valued::Sure;
use crate::{Reason, Span};

/// What a criterion earns, or takes among the deductions, before rounding.
#[derive(Clone, Debug)]
pub(crate) struct Earned {
    pub(crate) span: Span,
    pub(crate) reason: Reason,
    /// Whether it is assigned.
    pub(crate) assigned: Sure,
}

impl Earned {
    #[inline]
    pub(crate) fn exactly(points: Exact, reason: Reason) -> Self {
        Self { span: Span::exactly(points), reason, assigned: Sure::Yes }
    }
}

/// A criterion as it is evaluated.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'r> {
    pub(crate) criterion: &'r Criterion,
    pub(crate) part: PartKind,
    pub(crate) not_assigned: NotAssignedPolicy,
    /// For a formula that looks at the cluster.
    pub(crate) view: Option<&'r View>,
}

/// What a criterion earns and why. `cells` are those of the criterion and of
/// its conditions.
pub(crate) fn evaluate(asked: Asked<'_>, cells: &[Cell]) -> Earned {
    let (own, conditions) = match cells.split_first() {
        Some((own, conditions)) => (&own.known, conditions),
        None => (&Known::Missing, cells),
    };
    let inner = match own {
        Known::NotAssigned => return asked.not_assigned(),
        Known::NoProof => asked.no_proof(),
        Known::Missing => {
            // Who answers a condition has the task, so only without an answer may it turn out not assigned.
            let assigned = conditions.iter().any(|cell| cell.known != Known::Missing);
            asked.missing(assigned)
        }
        known => by_formula(asked, known),
    };
    if conditions.is_empty() {
        return inner;
    }
    let conditions = asked.criterion.conditions.iter().zip(conditions);
    conditions.rev().fold(inner, |inner, (condition, cell)| {
        let met = match cell.known {
            Known::Met(met) => Some(met),
            Known::Missing => None,
            // What is not proven is not met.
            _ => Some(false),
        };
        asked.under(condition, met, inner)
    })
}

impl Asked<'_> {
    pub(crate) fn points(self) -> Exact {
        self.criterion.points.into()
    }

    /// Whether the points are taken from the total.
    fn deducts(self) -> bool {
        self.part == PartKind::Deduction
    }

    pub(crate) fn not_assigned(self) -> Earned {
        let policy = self.not_assigned;
        let full = policy == NotAssignedPolicy::FullMarks && self.part == PartKind::Scale;
        let points = if full { self.points() } else { Exact::zero() };
        let reason = Reason::NotAssigned { policy };
        Earned { assigned: Sure::No, ..Earned::exactly(points, reason) }
    }

    fn no_proof(self) -> Earned {
        let taken = self.deducts() && self.criterion.formula.takes();
        let points = if taken { self.most() } else { Exact::zero() };
        Earned::exactly(points, Reason::NoProof {})
    }

    fn most(self) -> Exact {
        self.criterion.formula.most(self.criterion.points, self.part)
    }

    /// From nothing to the most that it may turn out to be worth, assigned or not.
    fn missing(self, assigned: bool) -> Earned {
        let may_be_unassigned = !assigned || self.nothing_is_unassigned();
        let unassigned =
            if may_be_unassigned { self.not_assigned().span.best } else { Exact::zero() };
        let span = self.up_to(self.most().max(unassigned));
        let assigned = if may_be_unassigned { Sure::Maybe } else { Sure::Yes };
        Earned { span, reason: Reason::Missing {}, assigned }
    }

    /// Whether nothing of nothing counts as not assigned.
    fn nothing_is_unassigned(self) -> bool {
        self.criterion.formula.nothing_of_nothing() == Some(NothingOfNothing::NotAssigned)
    }

    /// Anything from nothing to so many points, the worst end first.
    pub(crate) fn up_to(self, most: Exact) -> Span {
        if self.deducts() {
            Span { worst: most, best: Exact::zero() }
        } else {
            Span { worst: Exact::zero(), best: most }
        }
    }

    /// What is left under a condition that is met, not met or not answered.
    fn under(self, condition: &Condition, met: Option<bool>, inner: Earned) -> Earned {
        // Without a figure that a closed gate could hide.
        let unseen = matches!(inner.reason, Reason::NoProof {} | Reason::GateClosed { .. });
        let id = || condition.id().clone();
        match (condition, met) {
            (Condition::Gate { .. } | Condition::Cap { .. }, Some(true))
            | (Condition::AchievedBefore { .. }, Some(false)) => inner,
            (Condition::Gate { .. }, Some(false)) => {
                Earned::exactly(Exact::zero(), Reason::GateClosed { gate: id() })
            }
            (Condition::Gate { .. }, None) => {
                let nothing = Span::exactly(Exact::zero());
                if unseen && inner.span == nothing {
                    return inner;
                }
                self.open(id(), &nothing, inner)
            }
            (Condition::Cap { at_most, .. }, met) => self.capped(id(), *at_most, met, inner),
            (Condition::AchievedBefore { .. }, Some(true)) => {
                Earned::exactly(self.points(), Reason::AchievedBefore { condition: id() })
            }
            (Condition::AchievedBefore { .. }, None) => {
                let (maximum, one) = (self.criterion.points, Span::exactly(Exact::one()));
                if share_of(&inner.reason, maximum, &inner.span) == Some(one) {
                    return inner;
                }
                self.open(id(), &Span::exactly(self.points()), inner)
            }
        }
    }

    /// What is left under a cap whose condition is not met, or not answered.
    fn capped(
        self,
        condition: CriterionId,
        at_most: Points,
        met: Option<bool>,
        inner: Earned,
    ) -> Earned {
        let held = inner.span.each(|end| end.clone().min(Exact::from(at_most)));
        if held == inner.span {
            return inner;
        }
        if met.is_none() {
            return self.open(condition, &held, inner);
        }
        let reason = if inner.reason.is_open() {
            inner.reason
        } else {
            Reason::HeldBack { condition, at_most, reason: Box::new(inner.reason) }
        };
        Earned { span: held, reason, assigned: inner.assigned }
    }

    /// What it is, or another, since a condition is not answered; what was open
    /// stays open for its own reason.
    fn open(self, condition: CriterionId, other: &Span, inner: Earned) -> Earned {
        let span = self.either(&inner.span, other);
        let reason = if inner.reason.is_open() {
            inner.reason
        } else {
            Reason::ConditionUnanswered { condition }
        };
        let assigned = if inner.assigned == Sure::Yes { Sure::Yes } else { Sure::Maybe };
        Earned { span, reason, assigned }
    }

    /// Anything that is within one of the two.
    fn either(self, a: &Span, b: &Span) -> Span {
        let least = |a: &Exact, b: &Exact| a.min(b).clone();
        let most = |a: &Exact, b: &Exact| a.max(b).clone();
        if self.deducts() {
            Span { worst: most(&a.worst, &b.worst), best: least(&a.best, &b.best) }
        } else {
            Span { worst: least(&a.worst, &b.worst), best: most(&a.best, &b.best) }
        }
    }
}

/// Whether what is not assigned leaves what can be earned.
pub(crate) const fn excludes(policy: NotAssignedPolicy) -> bool {
    match policy {
        NotAssignedPolicy::Zero | NotAssignedPolicy::FullMarks => false,
        NotAssignedPolicy::Exclude
        | NotAssignedPolicy::RescaleGroup
        | NotAssignedPolicy::RescaleScale => true,
    }
}

#[cfg(test)]
mod tests;
