//! Recorded decisions among equals at an edge, replayed and checked.

use std::collections::BTreeSet;

use thidua_ranking::RefineFault;
use thidua_values::{Place, Placed, SubjectId};

use crate::edge::EdgeCut;
use crate::select::Field;
use crate::{ConferFault, DecidedBy, EdgeDecision};

/// The recorded order of those who are equal at the edge of an award, if there is one.
///
/// `edge` is the cut without it, whether what is still open makes a decision too
/// early, and who settles such a tie; none where nothing is selected at an edge.
pub(crate) fn replay<'f>(
    field: &Field<'f, '_>,
    edge: Option<(&EdgeCut, bool, Option<DecidedBy>)>,
) -> Result<Option<&'f [SubjectId]>, Vec<Placed<ConferFault>>> {
    let mut recorded = recorded(field);
    let first = recorded.next();
    let place = |position| Place::whole().field("candidacies").field("decisions").index(position);
    let mut faults: Vec<Placed<ConferFault>> = recorded
        .map(|(position, _)| Placed { place: place(position), fault: ConferFault::NoTie })
        .collect();
    let Some((position, decision)) = first else { return Ok(None) };
    let place = place(position);
    let fault = match edge {
        Some((cut, _, Some(by))) if !cut.left.is_empty() && by != decision.by => {
            Some((place.field("by"), ConferFault::DecidedByAnother { by, found: decision.by }))
        }
        Some((_, true, Some(_))) => Some((place, ConferFault::DecidedTooEarly)),
        Some((cut, false, Some(_))) if !cut.left.is_empty() => {
            not_theirs(cut, decision).map(|fault| (place.field("order"), fault))
        }
        _ => Some((place, ConferFault::NoTie)),
    };
    faults.extend(fault.map(|(place, fault)| Placed { place, fault }));
    if faults.is_empty() { Ok(Some(decision.order.as_slice())) } else { Err(faults) }
}

/// The decisions about the award among these candidates, with their positions.
fn recorded<'f>(field: &Field<'f, '_>) -> impl Iterator<Item = (usize, &'f EdgeDecision)> {
    let decisions = field.inputs.candidacies.map(|all| all.parts().decisions.as_slice());
    let rule = field.rule;
    let here: BTreeSet<&SubjectId> = field.contenders.iter().map(|one| one.view.subject).collect();
    decisions.unwrap_or_default().iter().enumerate().filter(move |(_, decision)| {
        decision.award == rule.id && decision.order.iter().any(|subject| here.contains(subject))
    })
}

/// Why a decision is not about exactly those who are equal at the edge.
fn not_theirs(cut: &EdgeCut, decision: &EdgeDecision) -> Option<ConferFault> {
    let stranger = decision.order.first().filter(|first| !cut.left.contains(first));
    if let Some(stranger) = stranger {
        return Some(ConferFault::Decided(RefineFault::NotTied(stranger.clone())));
    }
    cut.order.settle(&decision.order).err().map(ConferFault::Decided)
}
