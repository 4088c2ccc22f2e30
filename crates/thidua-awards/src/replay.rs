//! Recorded decisions among equals at an edge, replayed and checked.

use std::collections::BTreeSet;

use thidua_ranking::RefineFault;
use thidua_values::{Place, Placed, SubjectId};

use crate::edge::EdgeCut;
use crate::select::Field;
use crate::{ConferFault, DecidedBy, EdgeDecision};

/// What a decision is held against.
pub(crate) struct AtEdge<'c> {
    /// The cut without it.
    pub(crate) cut: &'c EdgeCut,
    /// Whether what is still open makes a decision too early.
    pub(crate) too_early: bool,
    /// Who settles such a tie.
    pub(crate) settles: Option<DecidedBy>,
}

/// The recorded order of those who are equal at the edge of an award, if there is one.
pub(crate) fn replay<'f>(
    field: &Field<'f, '_>,
    edge: &AtEdge<'_>,
) -> Result<Option<&'f [SubjectId]>, Vec<Placed<ConferFault>>> {
    let mut recorded = recorded(field);
    let first = recorded.next();
    let mut faults: Vec<Placed<ConferFault>> = recorded.map(no_tie).collect();
    let Some((position, decision)) = first else { return Ok(None) };
    let (cut, place) = (edge.cut, place(position));
    match edge.settles {
        Some(by) if !cut.left.is_empty() && by != decision.by => {
            let fault = ConferFault::DecidedByAnother { by, found: decision.by };
            faults.push(Placed { place: place.field("by"), fault });
        }
        Some(_) if edge.too_early => {
            let (award, order) = (decision.award.clone(), decision.order.clone());
            faults.push(Placed { place, fault: ConferFault::DecidedTooEarly { award, order } });
        }
        Some(_) if !cut.left.is_empty() => {
            let place = place.field("order");
            faults.extend(not_theirs(cut, decision).map(|fault| Placed { place, fault }));
        }
        _ => faults.push(no_tie((position, decision))),
    }
    if faults.is_empty() { Ok(Some(decision.order.as_slice())) } else { Err(faults) }
}

/// What is wrong with decisions where nothing is selected at an edge.
pub(crate) fn without_edge(field: &Field<'_, '_>) -> Vec<Placed<ConferFault>> {
    recorded(field).map(no_tie).collect()
}

fn place(position: usize) -> Place {
    Place::whole().field("candidacies").field("decisions").index(position)
}

fn no_tie((position, decision): (usize, &EdgeDecision)) -> Placed<ConferFault> {
    let (award, order) = (decision.award.clone(), decision.order.clone());
    Placed { place: place(position), fault: ConferFault::NoTie { award, order } }
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
