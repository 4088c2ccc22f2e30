//! What steps that break ties see of a subject.

use std::collections::BTreeSet;

use num_traits::Zero;
use thidua_criteria::{Condition, Criterion, Item, PartKind, TieBreak};
use thidua_scoring::{AdjustedAt, EvidenceValue, Line, ScoreSheet};
use thidua_values::{CriterionId, Exact, GroupId, Points};

use super::said::{Number, days_before, exact, figure, meets, number, share};
use super::{Plain, Ranked, ties};

/// How the conditions of a criterion leave it at the worst.
#[derive(PartialEq)]
pub(super) enum Left {
    Scored,
    AchievedBefore,
    GateClosed,
}

impl Plain<'_> {
    /// What a step sees of a subject: nothing of a criterion that is not for it.
    pub(super) fn key(&self, step: &TieBreak, sheet: &ScoreSheet) -> Option<Exact> {
        match step {
            TieBreak::Points { criterion: id }
            | TieBreak::Figure { criterion: id }
            | TieBreak::Share { criterion: id }
            | TieBreak::Earlier { criterion: id }
            | TieBreak::Met { criterion: id } => self.key_of_criterion(step, id, sheet),
            TieBreak::GroupPoints { group } => {
                let line = sheet.groups.iter().find(|line| line.group.id == *group)?;
                let earned = number(&line.earned.worst);
                let taken = self.deducted().groups.contains(group);
                Some(exact(if taken { Number::zero() - earned } else { earned }))
            }
            TieBreak::FewerDeductions {} => Some(exact(self.taken(sheet))),
            // Pairs, not subjects, are seen head to head.
            TieBreak::HeadToHead { .. }
            | TieBreak::Authority {}
            | TieBreak::Ballot {}
            | TieBreak::Lots {} => None,
        }
    }

    fn key_of_criterion(
        &self,
        step: &TieBreak,
        id: &CriterionId,
        sheet: &ScoreSheet,
    ) -> Option<Exact> {
        let line = sheet.lines.iter().find(|line| line.criterion.id == *id)?;
        let criterion = self.criterion(id);
        let said = || self.said(&sheet.subject, id);
        match step {
            TieBreak::Points { .. } => Some(line.contribution.worst.clone()),
            TieBreak::Met { .. } => Some(exact(u8::from(self.is_met(sheet, criterion, line)))),
            // A gate that leaves nothing leaves no figure either.
            _ if self.left(sheet, criterion) == Left::GateClosed
                && number(&line.unrounded.worst).is_zero() =>
            {
                None
            }
            TieBreak::Figure { .. } => figure(&said()),
            TieBreak::Earlier { .. } => days_before(&said(), &criterion.formula),
            _ => share(&said(), &criterion.formula),
        }
    }

    /// Gives the steps that compare pairs their keys, one after the other: each sees who is
    /// tied by all keys before it.
    pub(super) fn meet(&self, ranked: &mut [Ranked<'_>]) {
        for (before, step) in (1..).zip(&self.parts.tie_breaks) {
            let TieBreak::HeadToHead { group } = step else { continue };
            let compared = self.compared(group.as_ref());
            let mut keys = Vec::new();
            for tie in ties(ranked, before) {
                let key = |one: &&Ranked<'_>| (one.subject().clone(), beaten(one, &tie, &compared));
                keys.extend(tie.iter().map(key));
            }
            for (subject, beaten) in keys {
                let one = ranked.iter_mut().find(|one| *one.subject() == subject).unwrap();
                one.keys[before] = Some(i64::try_from(beaten).unwrap().into());
            }
        }
    }

    /// The criteria of a group, or of the scale.
    fn compared(&self, group: Option<&GroupId>) -> BTreeSet<&CriterionId> {
        fn find<'i>(items: &'i [Item], id: &GroupId) -> Option<&'i [Item]> {
            items.iter().find_map(|item| match item {
                Item::Group(group) if group.id == *id => Some(group.items.as_slice()),
                Item::Group(group) => find(&group.items, id),
                Item::Criterion(_) => None,
            })
        }
        let (bonus, deductions) = (&self.parts.bonus, &self.parts.deductions);
        let mut parts = [Some(&self.parts.scale), bonus.as_ref(), deductions.as_ref()].into_iter();
        let items = match group {
            Some(group) => parts.flatten().find_map(|part| find(&part.items, group)),
            None => parts.next().flatten().map(|part| part.items.as_slice()),
        };
        let mut all = Gathered::default();
        all.gather(items.unwrap());
        all.criteria
    }

    /// What the deductions add to the total: what is left of it without all that the
    /// scale, the bonus and the limits of the total add.
    fn taken(&self, sheet: &ScoreSheet) -> Number {
        let deducted = self.deducted();
        let lines =
            sheet.lines.iter().filter(|line| !deducted.criteria.contains(&line.criterion.id));
        let done = sheet.adjustments.iter().filter(|done| match &done.at {
            AdjustedAt::Criterion { criterion } => !deducted.criteria.contains(criterion),
            AdjustedAt::Group { group } => !deducted.groups.contains(group),
            AdjustedAt::Part { part } => *part != PartKind::Deduction,
            AdjustedAt::Total {} => true,
        });
        let others =
            lines.map(|line| &line.contribution).chain(done.map(|done| &done.contribution));
        others.fold(number(&sheet.total.worst), |rest, other| rest - number(&other.worst))
    }

    /// What is in the deductions.
    fn deducted(&self) -> Gathered<'_> {
        let mut all = Gathered::default();
        if let Some(part) = &self.parts.deductions {
            all.gather(&part.items);
        }
        all
    }

    /// Whether a criterion is met at the worst: it earns, or takes, all its points.
    /// One without points is met by what is said of it, or was achieved before.
    fn is_met(&self, sheet: &ScoreSheet, criterion: &Criterion, line: &Line) -> bool {
        if criterion.points != Points::ZERO {
            let assigned = !line.reason.is_unassigned();
            return assigned && number(&line.earned.worst) == number(criterion.points);
        }
        match self.left(sheet, criterion) {
            Left::AchievedBefore => true,
            Left::GateClosed => false,
            Left::Scored => meets(&self.said(&sheet.subject, &criterion.id), &criterion.formula),
        }
    }

    /// The first condition that decides, where one that nobody answered is not met.
    pub(super) fn left(&self, sheet: &ScoreSheet, criterion: &Criterion) -> Left {
        for condition in &criterion.conditions {
            let (Condition::Gate { id, .. }
            | Condition::Cap { id, .. }
            | Condition::AchievedBefore { id, .. }) = condition;
            match (condition, self.said(&sheet.subject, id) == EvidenceValue::Met { met: true }) {
                (Condition::AchievedBefore { .. }, true) => return Left::AchievedBefore,
                (Condition::Gate { .. }, false) => return Left::GateClosed,
                _ => {}
            }
        }
        Left::Scored
    }
}

/// How many of a tie are not in the least company that one can keep where each beats each
/// of all others: whoever one of them does not beat is of that company.
fn beaten(one: &Ranked<'_>, tie: &[&Ranked<'_>], compared: &BTreeSet<&CriterionId>) -> usize {
    let mut company = vec![one.sheet];
    loop {
        let further = tie.iter().map(|other| other.sheet).find(|other| {
            let is_new = company.iter().all(|own| own.subject != other.subject);
            is_new && company.iter().any(|own| !beats(own, other, compared))
        });
        match further {
            Some(other) => company.push(other),
            None => return tie.len() - company.len(),
        }
    }
}

/// Whether one has more points than the other of more of the criteria that both are assigned.
fn beats(one: &ScoreSheet, other: &ScoreSheet, compared: &BTreeSet<&CriterionId>) -> bool {
    let points = |sheet: &ScoreSheet, id: &CriterionId| -> Option<Number> {
        let line = sheet.lines.iter().find(|line| line.criterion.id == *id)?;
        (!line.reason.is_unassigned()).then(|| number(&line.contribution.worst))
    };
    let pairs: Vec<(Number, Number)> =
        compared.iter().filter_map(|id| points(one, id).zip(points(other, id))).collect();
    let more = pairs.iter().filter(|(own, others)| others < own).count();
    pairs.iter().filter(|(own, others)| own < others).count() < more
}

/// What is in some items, by id.
#[derive(Default)]
struct Gathered<'d> {
    criteria: BTreeSet<&'d CriterionId>,
    groups: BTreeSet<&'d GroupId>,
}

impl<'d> Gathered<'d> {
    fn gather(&mut self, items: &'d [Item]) {
        for item in items {
            match item {
                Item::Criterion(criterion) => {
                    self.criteria.insert(&criterion.id);
                }
                Item::Group(group) => {
                    self.groups.insert(&group.id);
                    self.gather(&group.items);
                }
            }
        }
    }
}
