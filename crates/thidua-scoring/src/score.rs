//! Scoring: evidence becomes sheets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use thidua_criteria::Leaf;
use thidua_values::{CriterionId, Day, SubjectId};

use crate::evaluate::excludes;
use crate::evidence::Cell;
use crate::graded_measure::Possible;
use crate::known::Known;
use crate::leaving::{Choice, Most, most};
use crate::roll::{Piece, Rolled, What, roll};
use crate::three_valued::Sure;
use crate::worth::{End, Worth, ends};
use crate::{
    Adjustment, Answer, Coverage, Evidence, GroupLine, Line, Member, NotScored, Reason, ScoreSheet,
    Span, Standing, grading, place,
};

/// The sheets of a whole roster, with the evidence that they rest on.
#[derive(Clone, Debug)]
pub struct Scores<'e, 'r> {
    evidence: &'e Evidence<'r>,
    sheets: BTreeMap<SubjectId, ScoreSheet>,
}

/// Scores every subject on the roster.
///
/// A subject's points depend on its own evidence alone, but for formulas that
/// look at its cluster.
#[must_use]
pub fn score<'e, 'r>(evidence: &'e Evidence<'r>) -> Scores<'e, 'r> {
    let sheets = each(evidence).map(|(subject, scoring)| (subject.clone(), scoring.sheet(subject)));
    Scores { evidence, sheets: sheets.collect() }
}

impl<'e, 'r> Scores<'e, 'r> {
    /// The sheet of a subject.
    #[must_use]
    pub fn sheet(&self, subject: &SubjectId) -> Option<&ScoreSheet> {
        self.sheets.get(subject)
    }

    /// All sheets, by subject.
    pub fn sheets(&self) -> impl Iterator<Item = &ScoreSheet> {
        self.sheets.values()
    }

    /// The evidence that the sheets rest on.
    #[must_use]
    pub const fn evidence(&self) -> &'e Evidence<'r> {
        self.evidence
    }

    /// Places some subjects among each other, as of a day, which decides only what
    /// a rulebook that places nobody until a day still waits for. Ties that the rulebook's
    /// list leaves are [settled](Standing::settle) afterwards, by what is on record.
    ///
    /// # Errors
    ///
    /// One of them was not scored.
    pub fn place(&self, members: &BTreeSet<SubjectId>, as_of: Day) -> Result<Standing, NotScored> {
        place::place(self, members, as_of)
    }
}

/// One subject as it is scored.
pub(crate) struct Scoring<'e, 'r> {
    pub(crate) evidence: &'e Evidence<'r>,
    pub(crate) member: &'e Member,
    pub(crate) cells: &'e [Cell],
    /// What each criterion of the rulebook is worth to it.
    pub(crate) worths: &'e [Worth],
}

/// Each subject of a roster as it is scored.
pub(crate) fn each<'e, 'r>(
    evidence: &'e Evidence<'r>,
) -> impl Iterator<Item = (&'e SubjectId, Scoring<'e, 'r>)> {
    let members = evidence.roster().members().zip(evidence.by_subject()).zip(evidence.worths());
    members.map(move |(((subject, member), (_, cells)), worths)| {
        (subject, Scoring { evidence, member, cells, worths })
    })
}

impl<'e, 'r> Scoring<'e, 'r> {
    /// One subject of a roster, if it is on it.
    pub(crate) fn of(evidence: &'e Evidence<'r>, subject: &SubjectId) -> Option<Self> {
        let member = evidence.roster().member(subject)?;
        let (cells, worths) = (evidence.of(subject), evidence.worths_of(subject));
        Some(Self { evidence, member, cells, worths })
    }
}

impl Scoring<'_, '_> {
    fn sheet(&self, subject: &SubjectId) -> ScoreSheet {
        let rulebook = self.evidence.rulebook();
        let worst = self.roll(End::Worst);
        let exact = self.worths.iter().all(Worth::is_exact);
        let best = (!exact).then(|| self.roll(End::Best));
        let best_end = best.as_ref().unwrap_or(&worst);
        let most = self.most();
        let graded = rulebook.parts().grading.is_some();
        let possible = graded.then(|| self.possible(&worst, best_end, most.as_ref()));
        let mut sheet = ScoreSheet {
            subject: subject.clone(),
            kind: self.member.kind.clone().filter(|_| !rulebook.parts().kinds.is_empty()),
            lines: Vec::with_capacity(self.worths.len()),
            groups: self.groups(&worst, best_end, most.as_ref()),
            adjustments: Vec::new(),
            total: Span { worst: worst.total.clone(), best: best_end.total.clone() },
            attainable: worst.scale.attainable.clone(),
            disqualified_by: Vec::new(),
            grade: None,
            open_facts: Vec::new(),
            coverage: Coverage { settled: 0, criteria: 0 },
        };
        self.fill(&mut sheet, worst.pieces, best.map(|best| best.pieces));
        let settled = sheet.lines.iter().filter(|line| line.is_settled()).count();
        sheet.coverage = Coverage { settled, criteria: sheet.lines.len() };
        grading::grade(rulebook, self.cells, possible, &mut sheet);
        sheet
    }

    /// What each part and group can come to by itself, where something may leave it and
    /// anybody looks at that.
    pub(crate) fn most(&self) -> Option<Most> {
        let parts = self.evidence.rulebook().parts();
        let graded = parts.grading.is_some() && excludes(parts.not_assigned);
        let looked_at =
            |worth: &Worth| worth.may_leave || (graded && worth.earned.assigned == Sure::Maybe);
        let any = self.worths.iter().any(looked_at);
        any.then(|| most(parts, self.member.kind.as_ref(), self.worths))
    }

    /// What grades look at beside the sheet.
    pub(crate) fn possible(&self, worst: &Rolled, best: &Rolled, most: Option<&Most>) -> Possible {
        let attainable = &worst.scale.attainable;
        let scale = most.and_then(Most::scale);
        let heads = self.evidence.heads().groups.iter().map(|head| &head.id);
        let groups = heads.zip(most.iter().flat_map(|most| &most.groups));
        Possible {
            share: scale.and_then(|scale| scale.share_with(&best.beside)),
            attainable: Span {
                worst: scale.map_or_else(|| attainable.clone(), Choice::least_attainable),
                best: attainable.clone(),
            },
            or_nothing: scale.is_some_and(|scale| scale.may_leave),
            maybe_assigned: self.maybe_assigned(),
            groups: groups.filter_map(|(id, most)| Some((id.clone(), most.clone()?))).collect(),
        }
    }

    /// The criteria that may turn out not assigned.
    pub(crate) fn maybe_assigned(&self) -> BTreeSet<CriterionId> {
        let leaves = self.evidence.rulebook().leaves().iter().zip(self.worths);
        let maybe = leaves.filter(|(_, worth)| worth.earned.assigned == Sure::Maybe);
        maybe.map(|(leaf, _)| leaf.criterion.id.clone()).collect()
    }

    /// What shares look at, whether or not there are grades.
    pub(crate) fn with_all_leaving(&self) -> Possible {
        let parts = self.evidence.rulebook().parts();
        let most = most(parts, self.member.kind.as_ref(), self.worths);
        self.possible(&self.roll(End::Worst), &self.roll(End::Best), Some(&most))
    }

    pub(crate) fn roll(&self, end: End) -> Rolled {
        let (parts, kind) = (self.evidence.rulebook().parts(), self.member.kind.as_ref());
        roll(parts, kind, &ends(parts, kind, self.worths, end))
    }

    /// What each group came to. What makes the most of the total need not make the most
    /// of it.
    fn groups(&self, worst: &Rolled, best: &Rolled, most: Option<&Most>) -> Vec<GroupLine> {
        let heads = self.evidence.heads().groups.iter().enumerate();
        let groups = heads.zip(worst.groups.iter().zip(&best.groups));
        let lines = groups.filter_map(|((at, head), (worst, best))| {
            let (worst, best) = (worst.as_ref()?, best.as_ref()?);
            let mut earned = Span { worst: worst.earned.clone(), best: best.earned.clone() };
            if let Some(Some(most)) = most.and_then(|most| most.groups.get(at)) {
                *End::greater(head.part).of_mut(&mut earned) = most.earned.clone();
            }
            // At its lesser end everybody stays.
            let all = if End::greater(head.part) == End::Best { worst } else { best };
            Some(GroupLine { group: head.clone(), earned, attainable: all.attainable.clone() })
        });
        lines.collect()
    }

    /// Lines and adjustments: the pieces of both ends stand in the same order; those
    /// of the best are left out where they are the same.
    fn fill(&self, sheet: &mut ScoreSheet, worst: Vec<Piece>, best: Option<Vec<Piece>>) {
        let mut best = best.map(Vec::into_iter);
        for Piece { what, contribution } in worst {
            let contribution = match best.as_mut().and_then(Iterator::next) {
                Some(best) => Span { worst: contribution, best: best.contribution },
                None => Span::exactly(contribution),
            };
            match what {
                What::Leaf(position) => {
                    if let Some(line) = self.line(position, contribution) {
                        sheet.lines.push(line);
                    }
                }
                What::Adjusted(kind, at) => {
                    if !(contribution.worst.is_zero() && contribution.best.is_zero()) {
                        sheet.adjustments.push(Adjustment { kind, at, contribution });
                    }
                }
            }
        }
    }

    /// The line of the criterion at a position.
    fn line(&self, position: usize, contribution: Span) -> Option<Line> {
        let leaf = self.evidence.rulebook().leaves().get(position)?;
        let Worth { earned, rounded, .. } = self.worths.get(position)?;
        Some(Line {
            criterion: self.evidence.heads().criteria.get(position)?.clone(),
            answer: self.answer(leaf, &earned.reason),
            unrounded: earned.span.clone(),
            earned: rounded.clone(),
            contribution,
            reason: earned.reason.clone(),
        })
    }

    /// Who said what decided: the criterion's own evidence, or that of the
    /// condition that kept it from counting.
    fn answer(&self, leaf: &Leaf, reason: &Reason) -> Option<Arc<Answer>> {
        let slot = match reason {
            Reason::GateClosed { gate: id } | Reason::AchievedBefore { condition: id } => {
                self.evidence.rulebook().slot(id)?
            }
            _ => leaf.slot,
        };
        let cell = self.cells.get(slot)?;
        if matches!(cell.known, Known::Missing) { None } else { cell.answer.clone() }
    }
}

#[cfg(test)]
mod tests;
