//! Grading from the definitions, where what is open stays open.

use std::collections::BTreeSet;

use num_traits::{One, Zero};
use thidua_criteria::{
    Each, FactAnswer, Formula, Grade, GradedBy, Grading, Interval, PartKind, Requirement,
    Unanswered,
};
use thidua_values::{CriterionId, Figure, GradeId};

use crate::verify_line::{is_met, is_open, is_unassigned};
use crate::verify_number::{Number, is_within, number};
use crate::verify_papers::{Papers, is_for};
use crate::verify_percent::percent;
use crate::verify_sheet::{Ends, PlainLine, PlainSheet};
use crate::verify_stretch::Stretch;
use crate::{EvidenceValue, GradeOutcome, Limited, MissedGrade};

/// Whether something is so: yes, no, or open while evidence is missing.
type Verdict = Option<bool>;

/// A sheet and the papers that it was made from, to be graded.
#[derive(Clone, Copy)]
pub(crate) struct Graded<'g, 'd> {
    pub(crate) papers: &'g Papers<'d>,
    pub(crate) sheet: &'g PlainSheet<'d>,
}

impl Graded<'_, '_> {
    /// The disqualifiers that hold.
    pub(crate) fn disqualified_by(self) -> Vec<CriterionId> {
        let facts = self.papers.parts.disqualifiers.iter().map(|one| &one.fact);
        facts.filter(|fact| self.is_so(fact) == Some(true)).cloned().collect()
    }

    /// The facts that nobody answered, where that is not an answer itself.
    pub(crate) fn open_facts(self) -> Vec<CriterionId> {
        let silence_is_no = FactAnswer::YesOrNo { unanswered: Unanswered::No };
        let facts = self.papers.parts.facts.iter();
        let open = facts.filter(|fact| {
            *self.papers.value(&fact.id) == EvidenceValue::Missing {}
                && fact.answer != silence_is_no
        });
        open.map(|fact| fact.id.clone()).collect()
    }

    /// Whether a fact of yes or no is so. What is not proven is not.
    fn is_so(self, fact: &CriterionId) -> Verdict {
        match self.papers.value(fact) {
            EvidenceValue::Met { met } => Some(*met),
            EvidenceValue::Missing {} if self.open_facts().contains(fact) => None,
            _ => Some(false),
        }
    }

    /// The grade. Grades are counted from the best; after the last comes none.
    pub(crate) fn grade(self) -> Option<GradeOutcome> {
        let grading = self.papers.parts.grading.as_ref()?;
        let (held, open) = (self.left(grading, Some(true)), self.left(grading, None));
        // Of several that disqualify the one that leaves the least decides.
        if let Some(least) = held.into_iter().max() {
            let possible = open.iter().map(|left| *left.max(&least)).chain([least]).collect();
            let grade = id(grading, least);
            let outcome = GradeOutcome::Disqualified { grade };
            return Some(if is_certain(&possible) {
                outcome
            } else {
                still_open(grading, &possible)
            });
        }
        let (by_bands, missed) = self.by_bands(grading);
        let (mut possible, by) = self.limited(grading, &by_bands);
        possible.extend(open);
        let Some(only) = possible.first().copied().filter(|_| is_certain(&possible)) else {
            return Some(still_open(grading, &possible));
        };
        let Some(grade) = id(grading, only) else {
            return Some(GradeOutcome::NoneFits { missed });
        };
        let before = by_bands.first().copied().filter(|_| is_certain(&by_bands));
        let from = before.filter(|before| *before != only).and_then(|before| id(grading, before));
        let limited = from.zip(by).map(|(from, by)| Limited { from, by });
        Some(GradeOutcome::Given { grade, limited, missed })
    }

    /// The grades that are left to a subject by the disqualifiers with that verdict.
    fn left(self, grading: &Grading, verdict: Verdict) -> Vec<usize> {
        let disqualifiers = self.papers.parts.disqualifiers.iter();
        let with = disqualifiers.filter(|one| self.is_so(&one.fact) == verdict);
        with.map(|one| one.grade.as_ref().map_or(grading.grades.len(), |left| at(grading, left)))
            .collect()
    }

    /// Each grade takes what is in its band of what the better ones left. It is
    /// possible if that is anything and no requirement is unmet, and takes it for
    /// good if all are met; what is left in the end has no grade. With those that
    /// are missed: they would take something, and a requirement is not met.
    fn by_bands(self, grading: &Grading) -> (BTreeSet<usize>, Vec<MissedGrade>) {
        let (mut possible, mut missed) = (BTreeSet::new(), Vec::new());
        let (mut left, nothing) = self.measured(grading);
        for (position, grade) in grading.grades.iter().enumerate() {
            let Some(band) = self.band(grade) else { continue };
            if !left.iter().any(|left| left.shares_any_with(&band)) {
                continue;
            }
            let verdicts = || grade.requires.iter().map(|asked| (asked, self.verdict_on(asked)));
            let unmet = verdicts().filter(|(_, met)| *met == Some(false));
            let requires: Vec<Requirement> = unmet.map(|(asked, _)| asked.clone()).collect();
            if !requires.is_empty() {
                missed.push(MissedGrade { grade: grade.id.clone(), requires });
                continue;
            }
            possible.insert(position);
            if verdicts().all(|(_, met)| met == Some(true)) {
                left = left.iter().flat_map(|left| left.without(&band)).collect();
            }
        }
        if nothing || !left.is_empty() {
            possible.insert(grading.grades.len());
        }
        (possible, missed)
    }

    /// The band of a grade: the one for the kind of subject, else the one for all.
    fn band(self, grade: &Grade) -> Option<Stretch> {
        let own = grade
            .bands
            .iter()
            .find(|band| !band.only_for.is_empty() && is_for(&band.only_for, self.papers.kind()));
        let general = grade.bands.iter().find(|band| band.only_for.is_empty());
        own.or(general).map(|band| Stretch::of(band.within))
    }

    /// All that may be measured, and whether there may be nothing to measure.
    fn measured(self, grading: &Grading) -> (Vec<Stretch>, bool) {
        match grading.by {
            GradedBy::Total => (vec![Stretch::within(&self.sheet.total)], false),
            GradedBy::Percent => match percent(self.papers.parts, self.sheet) {
                Some(percent) => (vec![Stretch::within(&percent)], self.sheet.or_nothing),
                None => (Vec::new(), true),
            },
        }
    }

    /// The grades as caps limit them: a cap that holds lowers every grade above
    /// it, one that is open may. With the fact of the lowest cap that holds.
    fn limited(
        self,
        grading: &Grading,
        grades: &BTreeSet<usize>,
    ) -> (BTreeSet<usize>, Option<CriterionId>) {
        let none = grading.grades.len();
        let caps = |verdict| {
            let caps = grading.caps.iter().filter(move |cap| self.is_so(&cap.fact) == verdict);
            caps.map(|cap| (at(grading, &cap.at_most), &cap.fact)).collect::<Vec<_>>()
        };
        let held = caps(Some(true));
        let lowest = held.iter().map(|(at_most, _)| *at_most).max().unwrap_or(0);
        let by = held.iter().find(|(at_most, _)| *at_most == lowest).map(|(_, by)| (*by).clone());
        let open: Vec<usize> = caps(None).iter().map(|(at_most, _)| *at_most).collect();
        let lowered = |grade: &usize| -> Vec<usize> {
            if *grade == none {
                return vec![none];
            }
            let to = open.iter().chain([&lowest]);
            to.map(|at_most| *[grade, at_most, &lowest].into_iter().max().unwrap_or(grade))
                .collect()
        };
        (grades.iter().flat_map(lowered).collect(), by)
    }

    /// Whether a requirement is met.
    fn verdict_on(self, requirement: &Requirement) -> Verdict {
        match requirement {
            Requirement::NoneAtZero {} => {
                let above = |end: &Number| Number::zero() < *end;
                all(self.criteria().iter().map(|share| reaches(share, above)))
            }
            Requirement::EachAtLeast { of: Each::Criterion, percent } => {
                all(self.reaching(*percent).into_iter())
            }
            Requirement::EachAtLeast { of: Each::Group, percent } => {
                let least = number(percent) / number(100);
                let reaching = |end: &Number| least <= *end;
                all(self.top_groups().iter().map(|share| reaches(share, reaching)))
            }
            Requirement::EveryMinimum {} => all(self.minima().into_iter()),
            Requirement::EnoughCriteria { percent_of_criteria, reaching_percent } => {
                let reaching = self.reaching(*reaching_percent);
                let count = |holds: fn(&Verdict) -> bool| {
                    number(reaching.iter().filter(|verdict| holds(verdict)).count())
                };
                let wanted = number(percent_of_criteria) / number(100) * number(reaching.len());
                let sure = wanted <= count(|verdict| *verdict == Some(true));
                let possible = wanted <= count(|verdict| *verdict != Some(false));
                if sure {
                    Some(true)
                } else if possible {
                    None
                } else {
                    Some(false)
                }
            }
            Requirement::FactHolds { fact } => self.is_so(fact),
            Requirement::FactWithin { fact, within } => self.is_fact_within(fact, *within),
        }
    }

    /// Whether a share is in an interval of percentages. Nothing of nothing is not,
    /// nor is what is not proven.
    fn is_fact_within(self, fact: &CriterionId, within: Interval) -> Verdict {
        match self.papers.value(fact) {
            EvidenceValue::Missing {} => None,
            EvidenceValue::Share { part, whole } if !number(whole).is_zero() => {
                Some(is_within(&(number(part) / number(whole) * number(100)), within))
            }
            _ => Some(false),
        }
    }

    /// Of each criterion of the scale that has a share whether it reaches so much of its points.
    fn reaching(self, percent: Figure) -> Vec<Verdict> {
        let least = number(percent) / number(100);
        let reaching = |end: &Number| least <= *end;
        self.criteria().iter().map(|share| reaches(share, reaching)).collect()
    }

    /// The shares of the criteria of the scale. What may turn out not assigned may
    /// be without fault at all.
    fn criteria(self) -> Vec<Ends> {
        let scale = self.sheet.lines.iter().filter(|line| line.part == PartKind::Scale);
        let shares = scale.filter_map(|line| {
            let Ends { worst, best } = share(line)?;
            let best = if line.worth.assigned.is_none() { Number::one() } else { best };
            Some(Ends { worst, best })
        });
        shares.collect()
    }

    /// The shares of the groups at the top of the scale, as far as they are assigned. What
    /// may turn out not assigned may be without fault at all.
    fn top_groups(self) -> Vec<Ends> {
        let groups = self.sheet.groups.iter();
        let top = groups.filter(|line| {
            line.part == PartKind::Scale && line.under.is_none() && !line.attainable.is_zero()
        });
        let shares = top.map(|line| {
            let best = if line.may_leave { Number::one() } else { line.share.clone()? };
            Some(Ends { worst: &line.earned.worst / &line.attainable, best })
        });
        shares.flatten().collect()
    }

    /// Of each group and criterion of the scale that is assigned and has a stated
    /// minimum whether it reaches it.
    fn minima(self) -> Vec<Verdict> {
        let groups = self
            .sheet
            .groups
            .iter()
            .filter(|line| line.part == PartKind::Scale && !line.attainable.is_zero());
        let groups = groups.map(|line| (line.group.minimum, &line.earned, !line.may_leave));
        let lines = self
            .sheet
            .lines
            .iter()
            .filter(|line| line.part == PartKind::Scale && share(line).is_some());
        let lines =
            lines.map(|line| (line.criterion.minimum, &line.earned, line.worth.assigned.is_some()));
        let stated = groups.chain(lines).filter_map(|(minimum, earned, assigned)| {
            let minimum = number(minimum?);
            let reached = reaches(earned, |end: &Number| minimum <= *end);
            Some(reached.filter(|reached| *reached || assigned))
        });
        stated.collect()
    }
}

/// The share of its points that a criterion earned. Without points it is one if
/// it is met, none if not, and anything between while that is open. What is not
/// assigned or only recorded has no share.
fn share(line: &PlainLine<'_>) -> Option<Ends> {
    let (reason, points) = (&line.worth.reason, number(line.criterion.points));
    let recorded = matches!(line.criterion.formula, Formula::Recorded {});
    if recorded || is_unassigned(reason) {
        return None;
    }
    if !points.is_zero() {
        return Some(line.earned.each(|end| end / &points));
    }
    let one = |one: bool| if one { Number::one() } else { Number::zero() };
    Some(Ends { worst: one(is_met(reason)), best: one(is_met(reason) || is_open(reason)) })
}

/// Whether both ends are enough, only the best, or none.
fn reaches(ends: &Ends, enough: impl Fn(&Number) -> bool) -> Verdict {
    if enough(&ends.worst) {
        Some(true)
    } else if enough(&ends.best) {
        None
    } else {
        Some(false)
    }
}

/// Whether all are so: one that is not decides, then one that is open.
fn all(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let verdicts: Vec<Verdict> = verdicts.collect();
    if verdicts.contains(&Some(false)) {
        Some(false)
    } else if verdicts.contains(&None) {
        None
    } else {
        Some(true)
    }
}

fn is_certain(possible: &BTreeSet<usize>) -> bool {
    possible.len() == 1
}

fn still_open(grading: &Grading, possible: &BTreeSet<usize>) -> GradeOutcome {
    GradeOutcome::Open {
        possible: possible.iter().filter_map(|position| id(grading, *position)).collect(),
        or_none: possible.contains(&grading.grades.len()),
    }
}

fn at(grading: &Grading, grade: &GradeId) -> usize {
    let position = grading.grades.iter().position(|known| known.id == *grade);
    position.unwrap_or(grading.grades.len())
}

fn id(grading: &Grading, position: usize) -> Option<GradeId> {
    grading.grades.get(position).map(|grade| grade.id.clone())
}
