//! What the total of a subject would be if one of its answers were another.

use thidua_criteria::{Leaf, PartKind};
use thidua_values::{Exact, SubjectId};

use crate::cluster::{View, view_if};
use crate::evidence::Cell;
use crate::known::{Known, Needs, needs_of};
use crate::path_to_total::{Path, paths};
use crate::roll::{LeafEnd, roll};
use crate::worth::{End, Worth, earned, ends, own_cells, worth};
use crate::{Evidence, EvidenceValue};

/// A subject as it is scored, at the worst end, by which it is placed.
#[derive(Debug)]
pub(crate) struct Trial<'e, 'r> {
    evidence: &'e Evidence<'r>,
    subject: &'e SubjectId,
    leaves: Vec<LeafEnd>,
    /// What each criterion is worth, where some may leave the deductions: who does at the
    /// worst end hangs on all that is deducted.
    leaving: Option<Vec<Worth>>,
    /// Empty where some may leave.
    paths: Vec<Option<Path>>,
    /// Its total as it is.
    pub(crate) total: Exact,
}

/// One answer of the subject that is varied, while all others stay.
#[derive(Debug)]
pub(crate) struct Probe<'t, 'e, 'r> {
    trial: &'t mut Trial<'e, 'r>,
    leaf: &'r Leaf,
    /// Where the criterion stands in the rulebook.
    position: usize,
    /// The cells of the criterion and its conditions.
    cells: Vec<Cell>,
    /// Which of these cells is varied.
    at: usize,
    needs: Needs,
    /// What was rolled up before: what the criterion came to, and the total.
    rolled: Vec<(LeafEnd, Exact)>,
}

impl<'e, 'r> Trial<'e, 'r> {
    pub(crate) fn new(evidence: &'e Evidence<'r>, subject: &'e SubjectId) -> Self {
        let rulebook = evidence.rulebook();
        let (kind, worths) = (evidence.roster().kind(subject), evidence.worths_of(subject));
        let leaves = ends(rulebook.parts(), kind, worths, End::Worst);
        let rolled = roll(rulebook.parts(), kind, &leaves);
        let mut deducted = rulebook
            .leaves()
            .iter()
            .zip(worths)
            .filter(|(leaf, _)| leaf.part == PartKind::Deduction);
        let leaving = deducted.any(|(_, worth)| worth.may_leave).then(|| worths.to_vec());
        let paths = match leaving {
            None => paths(rulebook, kind, &leaves, &evidence.heads().groups, &rolled),
            Some(_) => Vec::new(),
        };
        Self { evidence, subject, leaves, leaving, paths, total: rolled.total }
    }

    /// The cells of a criterion and of its conditions.
    pub(crate) fn cells(&self, leaf: &Leaf) -> &'e [Cell] {
        own_cells(leaf, self.evidence.of(self.subject))
    }

    /// What the cluster comes to without the subject, for a formula that looks at it.
    pub(crate) fn others(&self, leaf: &Leaf) -> Option<View> {
        let looks = leaf.criterion.formula.looks_at_cluster();
        looks.then(|| view_if(self.evidence, leaf, self.subject, &Known::NotAssigned))
    }

    /// The criterion that stands there, whose answer, or that to one of its conditions, is varied.
    pub(crate) fn probe<'t>(
        &'t mut self,
        position: usize,
        leaf: &'r Leaf,
        at: usize,
    ) -> Option<Probe<'t, 'e, 'r>> {
        let needs = needs_of(leaf).nth(at)?;
        let rolled = vec![(self.leaves.get(position)?.clone(), self.total.clone())];
        let cells = self.cells(leaf).to_vec();
        Some(Probe { trial: self, leaf, position, cells, at, needs, rolled })
    }

    /// The total if one criterion were worth that.
    fn total_with(&mut self, position: usize, mut worth: Worth) -> Option<Exact> {
        let kind = self.evidence.roster().kind(self.subject);
        let parts = self.evidence.rulebook().parts();
        if let Some(worths) = &mut self.leaving {
            std::mem::swap(worths.get_mut(position)?, &mut worth);
            let leaves = ends(parts, kind, worths, End::Worst);
            std::mem::swap(worths.get_mut(position)?, &mut worth);
            return Some(roll(parts, kind, &leaves).total);
        }
        let mut end = worth.end(parts.not_assigned, End::Worst);
        let before = self.leaves.get_mut(position)?;
        if let Some(Some(path)) = self.paths.get(position)
            && before.counts == end.counts
        {
            return Some(path.total(&end.earned));
        }
        std::mem::swap(before, &mut end);
        let total = roll(parts, kind, &self.leaves).total;
        std::mem::swap(self.leaves.get_mut(position)?, &mut end);
        Some(total)
    }
}

impl Probe<'_, '_, '_> {
    /// The total if the answer were that; none if nobody can answer so.
    pub(crate) fn total(&mut self, value: &EvidenceValue) -> Option<Exact> {
        self.cells.get_mut(self.at)?.known = self.needs.check(value).ok()?;
        let worth = self.worth()?;
        let policy = self.trial.evidence.rulebook().parts().not_assigned;
        let end = worth.end(policy, End::Worst);
        if let Some((_, total)) = self.rolled.iter().find(|(before, _)| *before == end) {
            return Some(total.clone());
        }
        let total = self.trial.total_with(self.position, worth)?;
        self.rolled.push((end, total.clone()));
        Some(total)
    }

    /// What the criterion is worth by the cells as they are.
    fn worth(&self) -> Option<Worth> {
        let (evidence, leaf) = (self.trial.evidence, self.leaf);
        let own = self.cells.first().map_or(&Known::Missing, |cell| &cell.known);
        let looks = leaf.criterion.formula.looks_at_cluster();
        let view = looks.then(|| view_if(evidence, leaf, self.trial.subject, own));
        let in_mean = *evidence.heads().in_mean.get(self.position)?;
        let earned = earned(evidence.rulebook(), leaf, &self.cells, view.as_ref());
        Some(worth(evidence.rulebook(), leaf, in_mean, earned))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use thidua_criteria::{Rulebook, strategies::rulebook};

    use super::*;
    use crate::EvidenceParts;
    use crate::strategies::{evidence_parts, roster_for};

    fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
        rulebook().prop_flat_map(|rulebook| {
            let parts = evidence_parts(&rulebook);
            (Just(rulebook), parts)
        })
    }

    proptest! {
        /// Law: taking the path of a criterion to the total is rolling all up again.
        #[test]
        fn a_path_leads_where_rolling_leads((rulebook, parts) in scored(), quarter in 0_i64..=4) {
            let roster = roster_for(&rulebook);
            let evidence = Evidence::try_new(&rulebook, &roster, &parts).unwrap();
            for (subject, member) in roster.members() {
                let trial = Trial::new(&evidence, subject);
                if trial.leaving.is_some() {
                    continue;
                }
                for (position, leaf) in rulebook.leaves().iter().enumerate() {
                    let Some(path) = &trial.paths[position] else { continue };
                    let part = Exact::fraction(quarter, 4).unwrap();
                    let earned = part * Exact::from(leaf.criterion.points);
                    let mut leaves = trial.leaves.clone();
                    leaves[position].earned = earned.clone();
                    let rolled = roll(rulebook.parts(), member.kind.as_ref(), &leaves);
                    prop_assert_eq!(path.total(&earned), rolled.total);
                }
            }
        }

        /// Law: whatever counts toward what can be earned has a path.
        #[test]
        fn what_counts_has_a_path((rulebook, parts) in scored()) {
            let roster = roster_for(&rulebook);
            let evidence = Evidence::try_new(&rulebook, &roster, &parts).unwrap();
            for (subject, member) in roster.members() {
                let trial = Trial::new(&evidence, subject);
                if trial.leaving.is_some() {
                    continue;
                }
                for (position, leaf) in rulebook.leaves().iter().enumerate() {
                    let criterion = &leaf.criterion;
                    let counts = criterion.is_for(member.kind.as_ref()) && trial.leaves[position].counts;
                    let worth = criterion.points != thidua_values::Points::ZERO;
                    prop_assert!(!(counts && worth) || trial.paths[position].is_some());
                }
            }
        }
    }
}
