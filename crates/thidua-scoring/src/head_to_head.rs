//! Head to head: who of two has more points of more criteria.

use std::cmp::Ordering;

use thidua_criteria::PartKind;
use thidua_values::GroupId;

use crate::head::Heads;
use crate::{CriterionHead, ScoreSheet};

/// On how many criteria of a group, or of the scale, each of two has more points than the
/// other: the one that is named first, then the other.
///
/// What is not for both of them, or not assigned to both, counts for neither.
pub(crate) fn won(
    heads: &Heads,
    group: Option<&GroupId>,
    [one, other]: [&ScoreSheet; 2],
) -> [usize; 2] {
    let [mut of_one, mut of_other] = [0, 0];
    for line in one.lines.iter().filter(|line| is_compared(heads, group, &line.criterion)) {
        let theirs = other.line(&line.criterion.id).filter(|line| !line.reason.is_unassigned());
        let Some(theirs) = theirs.filter(|_| !line.reason.is_unassigned()) else { continue };
        match line.contribution.worst.cmp(&theirs.contribution.worst) {
            Ordering::Greater => of_one += 1,
            Ordering::Less => of_other += 1,
            Ordering::Equal => {}
        }
    }
    [of_one, of_other]
}

/// Whether a criterion is in the group, or in the scale where none is named.
fn is_compared(heads: &Heads, group: Option<&GroupId>, head: &CriterionHead) -> bool {
    let Some(group) = group else { return head.part == PartKind::Scale };
    let mut under = head.under.as_ref();
    while let Some(id) = under {
        if id == group {
            return true;
        }
        let around = heads.groups.iter().find(|head| head.id == *id);
        under = around.and_then(|head| head.under.as_ref());
    }
    false
}
