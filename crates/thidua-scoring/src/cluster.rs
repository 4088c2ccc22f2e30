//! What formulas that look at the whole cluster see of it: the first of two phases.

use std::collections::BTreeMap;

use thidua_criteria::{Excess, Formula, Leaf, MeanOf};
use thidua_values::{ClusterId, Exact, Figure, SubjectId};

use crate::Evidence;
use crate::evidence::Cell;
use crate::known::Known;

/// What a cluster comes to for one criterion.
#[derive(Clone, Debug)]
pub(crate) enum View {
    /// Somebody's evidence is missing, so it is open for all.
    Open,
    /// The mean; none where nobody has anything to take the mean of.
    Mean(Option<Exact>),
    /// How far the leader is above its target, and the most of those without a target.
    Leader { excess: Exact, untargeted: Exact },
}

/// The views of each cluster, by the slot of the criterion.
pub(crate) type Views = BTreeMap<(Option<ClusterId>, usize), View>;

/// What each cluster of the roster comes to for each criterion that looks at it.
///
/// Who has no proof, no task or nothing of nothing is not in it; conditions do
/// not count, since they say what is scored and not what was done.
pub(crate) fn views(evidence: &Evidence<'_>) -> Views {
    let leaves = evidence.rulebook().leaves().iter();
    let looking: Vec<&Leaf> =
        leaves.filter(|leaf| leaf.criterion.formula.looks_at_cluster()).collect();
    let mut known: BTreeMap<(Option<ClusterId>, usize), Vec<&Known>> = BTreeMap::new();
    for ((_, member), (_, cells)) in evidence.roster().members().zip(evidence.by_subject()) {
        for leaf in looking.iter().filter(|leaf| leaf.criterion.is_for(member.kind.as_ref())) {
            let cell = cells.get(leaf.slot).map_or(&Known::Missing, |cell: &Cell| &cell.known);
            known.entry((member.cluster.clone(), leaf.slot)).or_default().push(cell);
        }
    }
    let formula =
        |slot| looking.iter().find(|leaf| leaf.slot == slot).map(|leaf| &leaf.criterion.formula);
    let views = known.into_iter().filter_map(|(key, known)| {
        let view = view(formula(key.1)?, &known);
        Some((key, view))
    });
    views.collect()
}

/// What the cluster of a subject comes to for one criterion if so much were known of
/// the subject.
pub(crate) fn view_if(
    evidence: &Evidence<'_>,
    leaf: &Leaf,
    subject: &SubjectId,
    own: &Known,
) -> View {
    let cluster = evidence.roster().member(subject).and_then(|member| member.cluster.as_ref());
    let members = evidence.roster().members().zip(evidence.by_subject());
    let looked_at = members.filter(|((_, member), _)| {
        member.cluster.as_ref() == cluster && leaf.criterion.is_for(member.kind.as_ref())
    });
    let known = looked_at.map(|((id, _), (_, cells))| match cells.get(leaf.slot) {
        _ if id == subject => own,
        Some(cell) => &cell.known,
        None => &Known::Missing,
    });
    view(&leaf.criterion.formula, &known.collect::<Vec<_>>())
}

fn view(formula: &Formula, known: &[&Known]) -> View {
    if known.contains(&&Known::Missing) {
        return View::Open;
    }
    match formula {
        Formula::GroupMean { mean } => View::Mean(mean_of(*mean, known)),
        Formula::Leader { excess } => leader(*excess, known),
        _ => View::Open,
    }
}

fn mean_of(mean: MeanOf, known: &[&Known]) -> Option<Exact> {
    let shares = || {
        known.iter().filter_map(|known| match known {
            Known::Share(share) => Some(share),
            _ => None,
        })
    };
    match mean {
        MeanOf::Numbers => {
            let numbers = known.iter().filter_map(|known| match known {
                Known::Number(number) => Some(Exact::from(*number)),
                _ => None,
            });
            plain_mean(numbers.collect())
        }
        MeanOf::Shares => plain_mean(shares().filter_map(|share| share.quotient()).collect()),
        MeanOf::Sums => {
            let parts: Exact = shares().map(|share| Exact::from(share.part())).sum();
            let wholes: Exact = shares().map(|share| Exact::from(share.whole())).sum();
            parts.checked_div(&wholes)
        }
    }
}

fn plain_mean(numbers: Vec<Exact>) -> Option<Exact> {
    let count = Exact::from(i64::try_from(numbers.len()).ok()?);
    numbers.into_iter().sum::<Exact>().checked_div(&count)
}

fn leader(measure: Excess, known: &[&Known]) -> View {
    let (mut most, mut untargeted) = (Exact::zero(), Exact::zero());
    for known in known {
        match known {
            Known::Target { actual, target } => most = most.max(excess(measure, *actual, *target)),
            Known::Number(actual) => untargeted = untargeted.max(Exact::from(*actual)),
            _ => {}
        }
    }
    View::Leader { excess: most, untargeted }
}

/// How far above its target something is; below zero where it is below.
pub(crate) fn excess(measure: Excess, actual: Figure, target: Figure) -> Exact {
    let (above, target) = (Exact::from(actual) - Exact::from(target), Exact::from(target));
    match measure {
        Excess::Absolute => above,
        // PROOF: binding lets no target through that is not above zero.
        Excess::Relative => above.checked_div(&target).unwrap_or_else(Exact::zero),
    }
}
