//! What one member has to compare: points, shares and figures, and what is open of them.

use std::collections::BTreeSet;

use thidua_criteria::{Leaf, PartKind, RoundingRule};
use thidua_values::{CriterionId, Exact, GroupId, Ratio};

use crate::evaluate::excludes;
use crate::graded_measure::{Possible, shares};
use crate::known::Known;
use crate::score::Scoring;
use crate::{Evidence, GroupLine, LeftOutReason, Line, ScoreSheet, Span};

/// What a member comes to.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    /// None where nothing is known of it that has ends.
    pub(crate) term: Option<Term>,
    /// Why it may be left out: evidence is missing, or without proof.
    pub(crate) doubt: Option<LeftOutReason>,
}

/// So much of so much.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub(crate) part: Span,
    pub(crate) whole: Exact,
}

impl Term {
    fn of_one(part: Span) -> Self {
        Self { part, whole: Exact::one() }
    }
}

/// What a member has, or why there is nothing to compare.
pub(crate) type Comparable = Result<Taken, LeftOutReason>;

/// A member as it was scored.
#[derive(Clone, Copy)]
pub(crate) struct Scored<'e, 'r> {
    pub(crate) evidence: &'e Evidence<'r>,
    pub(crate) sheet: &'e ScoreSheet,
}

/// What a member earned of a part of what it is scored for.
#[derive(Clone, Debug)]
pub(crate) struct OfPart {
    pub(crate) points: Span,
    pub(crate) attainable: Exact,
    /// The points of what could be earned; none while that may be nothing.
    pub(crate) share: Option<Span>,
    /// Whether all of it may turn out not assigned, and not count.
    pub(crate) may_leave: bool,
    /// Why it may be left out: evidence is missing.
    pub(crate) doubt: Option<LeftOutReason>,
}

impl<'e, 'r> Scored<'e, 'r> {
    /// The open facts that may disqualify it.
    pub(crate) fn open_disqualifiers(self) -> Vec<CriterionId> {
        let disqualifiers = &self.evidence.rulebook().parts().disqualifiers;
        let is_one = |fact: &&CriterionId| disqualifiers.iter().any(|one| one.fact == **fact);
        self.sheet.open_facts.iter().filter(is_one).cloned().collect()
    }

    pub(crate) fn total(self) -> Taken {
        let doubt = open_of(&self.sheet.lines);
        Taken { term: Some(Term::of_one(self.sheet.total.clone())), doubt }
    }

    /// What the total is of what could be earned on the scale.
    pub(crate) fn share_of_scale(self) -> Comparable {
        let ScoreSheet { total, attainable, lines, .. } = self.sheet;
        if attainable.is_zero() {
            return Err(LeftOutReason::NothingOfNothing {});
        }
        let doubt = open_of(lines);
        let share = match &doubt {
            Some(_) if self.excludes() => self
                .possible()
                .filter(|can| !can.or_nothing)
                .and_then(|possible| shares(self.evidence.rulebook().parts(), total, &possible)),
            _ => quotient(total, attainable, attainable),
        };
        Ok(Taken { term: share.map(Term::of_one), doubt })
    }

    /// The figure of a criterion that is answered by shares; conditions say what is scored and
    /// not what was done, so they do not count.
    fn ratio(self, leaf: &Leaf, term: impl Fn(Ratio, Exact) -> Term) -> Comparable {
        let subject = &self.sheet.subject;
        if !leaf.criterion.is_for(self.evidence.roster().kind(subject)) {
            return Err(LeftOutReason::NotConcerned {});
        }
        match self.evidence.of(subject).get(leaf.slot).map(|cell| &cell.known) {
            Some(Known::Share(share)) => {
                let quotient = share.quotient().ok_or(LeftOutReason::NothingOfNothing {})?;
                Ok(Taken { term: Some(term(*share, quotient)), doubt: None })
            }
            Some(Known::NotAssigned) => Err(LeftOutReason::NotAssigned {}),
            Some(Known::NoProof) => {
                Ok(Taken { term: None, doubt: Some(LeftOutReason::NoProof {}) })
            }
            _ => {
                let criteria = vec![leaf.criterion.id.clone()];
                Ok(Taken { term: None, doubt: Some(LeftOutReason::MissingEvidence { criteria }) })
            }
        }
    }

    /// The quotient of a figure, of one.
    pub(crate) fn ratio_of_one(self, leaf: &Leaf) -> Comparable {
        self.ratio(leaf, |_, quotient| Term::of_one(Span::exactly(quotient)))
    }

    /// The two numbers of a figure.
    pub(crate) fn ratio_as_reported(self, leaf: &Leaf) -> Comparable {
        self.ratio(leaf, |share, _| Term {
            part: Span::exactly(share.part().into()),
            whole: share.whole().into(),
        })
    }

    /// What it earned of some criteria, together.
    pub(crate) fn of_criteria(
        self,
        is_one: impl Fn(&CriterionId) -> bool,
    ) -> Result<OfPart, LeftOutReason> {
        let lines: Vec<&Line> =
            self.sheet.lines.iter().filter(|line| is_one(&line.criterion.id)).collect();
        if lines.is_empty() {
            return Err(LeftOutReason::NotConcerned {});
        }
        let counts = |line: &&Line| !(self.excludes() && line.reason.is_unassigned());
        let lines: Vec<&Line> = lines.into_iter().filter(counts).collect();
        if lines.is_empty() {
            return Err(LeftOutReason::NotAssigned {});
        }
        let maybe_assigned = self.maybe_assigned();
        let may_leave = |line: &&Line| maybe_assigned.contains(&line.criterion.id);
        let points: Vec<Span> =
            lines.iter().map(|line| signed(line.criterion.part, &line.earned)).collect();
        let points = Span {
            worst: points.iter().map(|one| &one.worst).sum(),
            best: points.iter().map(|one| &one.best).sum(),
        };
        let attainable = lines.iter().copied().map(most_of).sum();
        let least = lines.iter().copied().filter(|line| !may_leave(line)).map(most_of).sum();
        let share = quotient(&points, &least, &attainable);
        Ok(OfPart {
            share: share.map(|share| self.up_to_one(share)),
            points,
            attainable,
            may_leave: lines.iter().all(may_leave),
            doubt: open_of(lines),
        })
    }

    /// What it earned of a group.
    pub(crate) fn of_group(self, id: &GroupId) -> Result<OfPart, LeftOutReason> {
        let GroupLine { group, earned, attainable } =
            self.sheet.group(id).ok_or(LeftOutReason::NotConcerned {})?;
        let points = signed(group.part, earned);
        if group.part == PartKind::Deduction {
            let (attainable, doubt) = (Exact::zero(), open_of(self.within(id)));
            return Ok(OfPart { points, attainable, share: None, may_leave: false, doubt });
        }
        if attainable.is_zero() && self.within(id).any(|line| line.reason.is_unassigned()) {
            return Err(LeftOutReason::NotAssigned {});
        }
        let (doubt, attainable) = (open_of(self.within(id)), attainable.clone());
        let possible = doubt.as_ref().filter(|_| self.excludes()).and_then(|_| self.possible());
        let (share, may_leave) = match possible.as_ref().and_then(|can| can.groups.get(id)) {
            Some(most) => {
                let worst = points.worst.checked_div(&attainable);
                let span = worst.zip(most.share.clone()).filter(|_| !most.may_leave);
                (span.map(|(worst, best)| Span { worst, best }), most.may_leave)
            }
            None => (quotient(&points, &attainable, &attainable), false),
        };
        Ok(OfPart { points, attainable, share, may_leave, doubt })
    }

    /// The lines of a group and of the groups in it.
    fn within<'s>(self, id: &'s GroupId) -> impl Iterator<Item = &'s Line> + 's
    where
        Self: 's,
    {
        let sheet = self.sheet;
        sheet.lines.iter().filter(move |line| {
            let under = |group: &GroupId| sheet.group(group)?.group.under.as_ref();
            let mut around = line.criterion.under.as_ref();
            while let Some(group) = around.filter(|group| *group != id) {
                around = under(group);
            }
            around.is_some()
        })
    }

    /// Unless points are rounded on the way nobody earns more than there is to earn, whatever
    /// leaves.
    fn up_to_one(self, share: Span) -> Span {
        match self.evidence.rulebook().parts().rounding {
            RoundingRule::PerItem { .. } | RoundingRule::PerGroup { .. } => share,
            RoundingRule::Never {} | RoundingRule::OnTotal { .. } => {
                Span { best: share.best.min(Exact::one()), ..share }
            }
        }
    }

    /// Whether what is not assigned leaves what can be earned.
    fn excludes(self) -> bool {
        excludes(self.evidence.rulebook().parts().not_assigned)
    }

    fn possible(self) -> Option<Possible> {
        Some(self.scoring()?.with_all_leaving())
    }

    /// The criteria that may turn out not assigned, and then leave.
    fn maybe_assigned(self) -> BTreeSet<CriterionId> {
        let scoring = self.scoring().filter(|_| self.excludes());
        scoring.map_or_else(BTreeSet::new, |scoring| scoring.maybe_assigned())
    }

    fn scoring(self) -> Option<Scoring<'e, 'r>> {
        Scoring::of(self.evidence, &self.sheet.subject)
    }
}

/// What is missing of some lines, if anything is.
fn open_of<'l>(lines: impl IntoIterator<Item = &'l Line>) -> Option<LeftOutReason> {
    let open: Vec<&Line> = lines.into_iter().filter(|line| !line.is_settled()).collect();
    let criteria = || open.iter().filter_map(|line| line.waits_for()).cloned().collect();
    (!open.is_empty()).then(|| LeftOutReason::MissingEvidence { criteria: criteria() })
}

/// The most that a line could have earned; a deduction earns nothing.
fn most_of(line: &Line) -> Exact {
    match line.criterion.part {
        PartKind::Deduction => Exact::zero(),
        PartKind::Scale | PartKind::Bonus => line.criterion.maximum.into(),
    }
}

/// What is earned, or below zero what is taken.
fn signed(part: PartKind, earned: &Span) -> Span {
    match part {
        PartKind::Deduction => earned.each(|end| -end.clone()),
        PartKind::Scale | PartKind::Bonus => earned.clone(),
    }
}

/// Points of what could be earned, which is between two ends; none where that may be nothing.
///
/// The more could be earned the less is a point of it, and the less is one below zero.
fn quotient(points: &Span, least: &Exact, most: &Exact) -> Option<Span> {
    let worst = if points.worst.is_negative() { least } else { most };
    let best = if points.best.is_negative() { most } else { least };
    let (worst, best) = (points.worst.checked_div(worst)?, points.best.checked_div(best)?);
    Some(Span { worst, best })
}
