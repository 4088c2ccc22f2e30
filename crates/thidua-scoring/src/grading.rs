//! Grading a sheet: three-valued, since evidence may be missing.

use std::collections::BTreeSet;

use thidua_criteria::{
    Each, FactAnswer, Formula, Grade, Grading, Interval, Item, PartKind, Requirement, Rulebook,
    Unanswered,
};
use thidua_values::{CriterionId, Exact, Figure, GradeId, Points};

use crate::evidence::Cell;
use crate::graded_measure::{Possible, measured};
use crate::known::Known;
use crate::three_valued::Sure;
use crate::{GradeOutcome, GroupLine, Limited, Line, MissedGrade, ScoreSheet, Span};

/// Answers the facts of a sheet that is otherwise complete: what disqualifies,
/// what is open, and the grade.
pub(crate) fn grade(
    rulebook: &Rulebook,
    cells: &[Cell],
    possible: Option<Possible>,
    sheet: &mut ScoreSheet,
) {
    let facts = Facts { rulebook, cells };
    let Answers { disqualified_by, open_facts } = answers(rulebook, cells);
    (sheet.disqualified_by, sheet.open_facts) = (disqualified_by, open_facts);
    let Some((grading, possible)) = rulebook.parts().grading.as_ref().zip(possible) else { return };
    let grader = Grader { facts, grading, possible, sheet };
    let outcome = grader.outcome();
    sheet.grade = Some(outcome);
}

/// What the answers to the facts come to.
pub(crate) struct Answers {
    /// What disqualifies.
    pub(crate) disqualified_by: Vec<CriterionId>,
    /// What is not answered.
    pub(crate) open_facts: Vec<CriterionId>,
}

/// What disqualifies a subject and what is open, in the order of the rulebook.
pub(crate) fn answers(rulebook: &Rulebook, cells: &[Cell]) -> Answers {
    let facts = Facts { rulebook, cells };
    let disqualifiers = rulebook.parts().disqualifiers.iter();
    let so = disqualifiers.filter(|one| facts.is_so(&one.fact) == Sure::Yes);
    let open = rulebook.parts().facts.iter().filter(|fact| facts.is_open(&fact.id));
    Answers {
        disqualified_by: so.map(|one| one.fact.clone()).collect(),
        open_facts: open.map(|fact| fact.id.clone()).collect(),
    }
}

/// What the evidence says of the facts.
#[derive(Clone, Copy)]
struct Facts<'e> {
    rulebook: &'e Rulebook,
    cells: &'e [Cell],
}

impl Facts<'_> {
    fn known(&self, fact: &CriterionId) -> &Known {
        let slot = self.rulebook.slot(fact);
        slot.and_then(|slot| self.cells.get(slot)).map_or(&Known::Missing, |cell| &cell.known)
    }

    fn answer(&self, fact: &CriterionId) -> Option<FactAnswer> {
        let facts = &self.rulebook.parts().facts;
        facts.iter().find(|known| known.id == *fact).map(|known| known.answer)
    }

    /// Whether an answer is missing.
    fn is_open(&self, fact: &CriterionId) -> bool {
        let silent_no = FactAnswer::YesOrNo { unanswered: Unanswered::No };
        *self.known(fact) == Known::Missing && self.answer(fact) != Some(silent_no)
    }

    /// Whether a fact of yes or no is so; what is not proven is not.
    fn is_so(&self, fact: &CriterionId) -> Sure {
        match self.known(fact) {
            Known::Met(true) => Sure::Yes,
            Known::Missing if self.is_open(fact) => Sure::Maybe,
            _ => Sure::No,
        }
    }
}

/// A sheet as it is graded. Grades stand by their position, so that a worse one is
/// greater; the position after the last is that of no grade.
struct Grader<'s> {
    facts: Facts<'s>,
    grading: &'s Grading,
    possible: Possible,
    sheet: &'s ScoreSheet,
}

impl Grader<'_> {
    fn outcome(&self) -> GradeOutcome {
        let (left, maybe_left) = self.left();
        if let Some(left) = left {
            let possible = maybe_left.into_iter().map(|other| left.max(other)).chain([left]);
            let possible: BTreeSet<usize> = possible.collect();
            return match single(&possible) {
                Some(position) => GradeOutcome::Disqualified { grade: self.id(position) },
                None => self.open(&possible),
            };
        }
        let (mut possible, missed) = self.by_bands();
        let from = single(&possible);
        let limited_by = self.limit(&mut possible);
        possible.extend(maybe_left);
        let Some(position) = single(&possible) else { return self.open(&possible) };
        let limited = from.filter(|from| *from != position).zip(limited_by);
        let limited = limited.and_then(|(from, by)| Some(Limited { from: self.id(from)?, by }));
        match self.id(position) {
            Some(grade) => GradeOutcome::Given { grade, limited, missed },
            None => GradeOutcome::NoneFits { missed },
        }
    }

    fn open(&self, possible: &BTreeSet<usize>) -> GradeOutcome {
        let grades = possible.iter().filter_map(|position| self.id(*position));
        GradeOutcome::Open { possible: grades.collect(), or_none: possible.contains(&self.none()) }
    }

    /// The position of no grade.
    fn none(&self) -> usize {
        self.grading.grades.len()
    }

    fn id(&self, position: usize) -> Option<GradeId> {
        self.grading.grades.get(position).map(|grade| grade.id.clone())
    }

    /// The worst grade that what disqualifies leaves, if anything does, and the
    /// grades that what may disqualify leaves.
    fn left(&self) -> (Option<usize>, BTreeSet<usize>) {
        let (mut certain, mut maybe) = (None, BTreeSet::new());
        for disqualifier in &self.facts.rulebook.parts().disqualifiers {
            let grade = disqualifier.grade.as_ref().and_then(|grade| self.grading.position(grade));
            let left = grade.unwrap_or(self.none());
            match self.facts.is_so(&disqualifier.fact) {
                Sure::Yes => certain = certain.max(Some(left)),
                Sure::Maybe => {
                    maybe.insert(left);
                }
                Sure::No => {}
            }
        }
        (certain, maybe)
    }

    /// The grades that the bands leave possible, with those that are missed for
    /// what they ask besides.
    fn by_bands(&self) -> (BTreeSet<usize>, Vec<MissedGrade>) {
        let kind = self.sheet.kind.as_ref();
        let band = |grade: &Grade| grade.band(kind).map(|band| band.within);
        let asked = |grade: &Grade| Sure::all(grade.requires.iter().map(|asked| self.holds(asked)));
        let grades = self.grading.grades.iter();
        let grades: Vec<_> = grades.map(|grade| (band(grade), asked(grade))).collect();
        let parts = self.facts.rulebook.parts();
        let measured = measured(self.grading.by, parts, &self.sheet.total, &self.possible);
        let (mut possible, mut missed) = (BTreeSet::new(), BTreeSet::new());
        for value in measured.values(grades.iter().filter_map(|(band, _)| *band)) {
            let holds = |band: &Interval| value.as_ref().is_some_and(|value| band.contains(value));
            let mut given = false;
            for (position, (band, asked)) in grades.iter().enumerate() {
                if given || !band.as_ref().is_some_and(holds) {
                    continue;
                }
                let list = if *asked == Sure::No { &mut missed } else { &mut possible };
                list.insert(position);
                given = *asked == Sure::Yes;
            }
            if !given {
                possible.insert(self.none());
            }
        }
        let grades = self.grading.grades.iter().enumerate();
        let missed = grades.filter(|(position, _)| missed.contains(position));
        (possible, missed.map(|(_, grade)| self.missed(grade)).collect())
    }

    /// What of its requirements a grade is missed for.
    fn missed(&self, grade: &Grade) -> MissedGrade {
        let requires = grade.requires.iter().filter(|asked| self.holds(asked) == Sure::No);
        MissedGrade { grade: grade.id.clone(), requires: requires.cloned().collect() }
    }

    /// Limits the grades by the caps that hold, and by those that may. Gives the
    /// fact that limits the most for certain.
    fn limit(&self, possible: &mut BTreeSet<usize>) -> Option<CriterionId> {
        let (mut limit, mut by) = (0, None);
        for cap in &self.grading.caps {
            let at_most = self.grading.position(&cap.at_most).unwrap_or_default();
            match self.facts.is_so(&cap.fact) {
                Sure::Yes if limit < at_most => (limit, by) = (at_most, Some(cap.fact.clone())),
                Sure::Yes | Sure::No => {}
                Sure::Maybe => {
                    let lowered: Vec<usize> =
                        possible.iter().map(|own| (*own).max(at_most)).collect();
                    possible.extend(lowered);
                }
            }
        }
        *possible = possible.iter().map(|own| (*own).max(limit)).collect();
        by
    }

    fn holds(&self, requirement: &Requirement) -> Sure {
        match requirement {
            Requirement::NoneAtZero {} => {
                let shares = self.shares(Each::Criterion);
                Sure::all(shares.map(|share| Sure::above(&share, |end| Exact::zero() < *end)))
            }
            Requirement::EachAtLeast { of, percent } => {
                let least = Exact::percent(*percent);
                Sure::all(self.shares(*of).map(|share| Sure::above(&share, |end| least <= *end)))
            }
            Requirement::EveryMinimum {} => Sure::all(self.minima()),
            Requirement::EnoughCriteria { percent_of_criteria, reaching_percent } => {
                self.enough(*percent_of_criteria, *reaching_percent)
            }
            Requirement::FactHolds { fact } => self.facts.is_so(fact),
            Requirement::FactWithin { fact, within } => match self.facts.known(fact) {
                Known::Missing => Sure::Maybe,
                Known::Share(share) => {
                    let percent = share.quotient().map(|share| share * Exact::from(100));
                    Sure::of(percent.is_some_and(|percent| within.contains(&percent)))
                }
                _ => Sure::No,
            },
        }
    }

    /// The shares of their points that the groups at the top of the scale, or its
    /// criteria, earned, as far as they are assigned.
    fn shares(&self, of: Each) -> Box<dyn Iterator<Item = Span> + '_> {
        match of {
            Each::Criterion => {
                let lines = self.sheet.lines.iter();
                let scale = lines.filter(|line| line.criterion.part == PartKind::Scale);
                Box::new(scale.filter_map(|line| self.share(line)))
            }
            Each::Group => {
                let groups = self.sheet.groups.iter();
                let top = groups.filter(|line| {
                    line.group.part == PartKind::Scale && line.group.under.is_none()
                });
                Box::new(top.filter_map(|line| self.group_share(line)))
            }
        }
    }

    /// The share of a group; none where nothing of it is assigned. What may turn out so
    /// may be at no fault at all.
    fn group_share(&self, line: &GroupLine) -> Option<Span> {
        let one = Exact::one().checked_div(&line.attainable)?;
        let mut share = line.earned.each(|end| end * &one);
        if let Some(most) = self.possible.groups.get(&line.group.id) {
            share.best = if most.may_leave { Exact::one() } else { most.share.clone()? };
        }
        Some(share)
    }

    /// The share of a line; none where it is not assigned or only recorded. What
    /// may turn out not assigned may be at no fault at all.
    fn share(&self, line: &Line) -> Option<Span> {
        let share = line.share().filter(|_| !self.is_recorded(line))?;
        let best = if self.may_be_unassigned(line) { Exact::one() } else { share.best };
        Some(Span { worst: share.worst, best })
    }

    fn is_recorded(&self, line: &Line) -> bool {
        let leaf = || self.facts.rulebook.leaf(&line.criterion.id);
        line.criterion.maximum == Points::ZERO
            && leaf().is_some_and(|leaf| leaf.criterion.formula == Formula::Recorded {})
    }

    fn may_be_unassigned(&self, line: &Line) -> bool {
        self.possible.maybe_assigned.contains(&line.criterion.id)
    }

    /// Whether each stated minimum of what is assigned of the scale is reached.
    fn minima(&self) -> impl Iterator<Item = Sure> {
        let mut reached = Vec::new();
        gather(&self.facts.rulebook.parts().scale.items, &mut |item, minimum| {
            let minimum = Exact::from(minimum);
            let enough = |earned| Sure::above(earned, |end| minimum <= *end);
            match item {
                Item::Group(group) => {
                    let line = self.sheet.group(&group.id);
                    let assigned = line.filter(|line| !line.attainable.is_zero());
                    let most = self.possible.groups.get(&group.id);
                    let may_leave = most.is_some_and(|most| most.may_leave);
                    reached.extend(assigned.map(|line| unless(may_leave, enough(&line.earned))));
                }
                Item::Criterion(criterion) => {
                    let line = self.sheet.line(&criterion.id);
                    let assigned = line.filter(|line| line.share().is_some());
                    reached
                        .extend(assigned.map(|line| {
                            unless(self.may_be_unassigned(line), enough(&line.earned))
                        }));
                }
            }
        });
        reached.into_iter()
    }

    fn enough(&self, percent_of_criteria: Figure, reaching_percent: Figure) -> Sure {
        let least = Exact::percent(reaching_percent);
        let shares = self.shares(Each::Criterion);
        let reached: Vec<Sure> =
            shares.map(|share| Sure::above(&share, |end| least <= *end)).collect();
        let count = |holds: fn(Sure) -> bool| {
            let reached = reached.iter().filter(|sure| holds(**sure)).count();
            Exact::from(i64::try_from(reached).unwrap_or(i64::MAX))
        };
        let all = Exact::from(i64::try_from(reached.len()).unwrap_or(i64::MAX));
        let needed = Exact::percent(percent_of_criteria) * all;
        if needed <= count(|sure| sure == Sure::Yes) {
            Sure::Yes
        } else if needed <= count(|sure| sure != Sure::No) {
            Sure::Maybe
        } else {
            Sure::No
        }
    }
}

/// What is not so may be no matter at all, where it may leave.
fn unless(may_leave: bool, sure: Sure) -> Sure {
    if may_leave && sure == Sure::No { Sure::Maybe } else { sure }
}

/// The only one of several, if there is only one.
fn single(possible: &BTreeSet<usize>) -> Option<usize> {
    if possible.len() == 1 { possible.first().copied() } else { None }
}

fn gather<'r>(items: &'r [Item], visit: &mut impl FnMut(&'r Item, Points)) {
    for item in items {
        if let Some(minimum) = item.minimum() {
            visit(item, minimum);
        }
        if let Item::Group(group) = item {
            gather(&group.items, visit);
        }
    }
}

#[cfg(test)]
mod tests;
