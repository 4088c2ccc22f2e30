//! Totals without lines and reasons: all that an order needs, in a fraction of the time.

use std::collections::{BTreeMap, BTreeSet};

use thidua_ranking::Partition;
use thidua_values::{ExactSum, SubjectId};

use crate::grading::answers;
use crate::score::{Scoring, each};
use crate::tally_total::total;
use crate::worth::{End, Worth, ends};
use crate::{Evidence, NotScored};

/// The totals of a whole roster.
#[derive(Clone, Debug)]
pub struct Tallies {
    tallies: BTreeMap<SubjectId, Tally>,
}

/// What one subject comes to: the total of its sheet, and whether it has a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The total if all that is missing turns out as bad as it can.
    pub worst: ExactSum,
    /// The total if all that is missing turns out as good as it can.
    pub best: ExactSum,
    /// Whether no evidence is missing.
    pub is_complete: bool,
    /// Whether something disqualifies it.
    pub is_disqualified: bool,
}

/// Members by their totals, the greatest first; ties are left tied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyOrder {
    /// Who has all evidence and is not disqualified.
    pub placed: Partition<SubjectId>,
    /// All others, by id.
    pub left_out: Vec<SubjectId>,
}

/// Adds up what each subject of a roster earned: the totals that [`score`](crate::score)
/// gives, but no line, reason or grade.
///
/// Its [order](Tallies::order) is by totals alone. Who misses evidence is left out of it
/// whatever the rulebook's policy; tie-breaks and provisional places are those of
/// [`Scores::place`](crate::Scores::place).
#[must_use]
pub fn tally(evidence: &Evidence<'_>) -> Tallies {
    let tallies = each(evidence).map(|(subject, scoring)| (subject.clone(), scoring.tally()));
    Tallies { tallies: tallies.collect() }
}

impl Tallies {
    /// What a subject comes to.
    #[must_use]
    pub fn total(&self, subject: &SubjectId) -> Option<&Tally> {
        self.tallies.get(subject)
    }

    /// Orders some subjects by their totals.
    ///
    /// # Errors
    ///
    /// One of them was not scored.
    pub fn order(&self, members: &BTreeSet<SubjectId>) -> Result<TallyOrder, NotScored> {
        let (mut placed, mut left_out) = (BTreeMap::new(), Vec::new());
        for member in members {
            let tally = self.total(member).ok_or_else(|| NotScored(member.clone()))?;
            if tally.is_complete && !tally.is_disqualified {
                placed.insert(member.clone(), &tally.worst);
            } else {
                left_out.push(member.clone());
            }
        }
        Ok(TallyOrder { placed: Partition::by_key(placed), left_out })
    }
}

impl Scoring<'_, '_> {
    fn tally(&self) -> Tally {
        let rulebook = self.evidence.rulebook();
        let total = |end: End| {
            let (parts, kind) = (rulebook.parts(), self.member.kind.as_ref());
            total(parts, kind, &ends(parts, kind, self.worths, end))
        };
        let worst = total(End::Worst);
        let exact = self.worths.iter().all(Worth::is_exact);
        let best = if exact { worst.clone() } else { total(End::Best) };
        let answers = answers(rulebook, self.cells);
        let is_settled = !self.worths.iter().any(|worth| worth.earned.reason.is_open());
        Tally {
            worst,
            best,
            is_complete: is_settled && answers.open_facts.is_empty(),
            is_disqualified: !answers.disqualified_by.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests;
