//! Whether what a conferral is given fits together.

use thidua_values::{AwardId, Day, MoneyScheduleId, Place, Placed};

use crate::candidate_view::members;
use crate::{AwardInputs, Candidacies, ConferFault, EdgeDecision};

/// What in the inputs does not fit together.
pub(crate) fn fit(inputs: &AwardInputs<'_>, day: Day) -> Vec<Placed<ConferFault>> {
    let rules = Place::whole().field("award_rules");
    let mut faults = Vec::new();
    let during = inputs.rules.parts().during;
    if !during.contains(day) {
        let fault = ConferFault::NotInForce { day, during };
        faults.push(Placed { place: rules.field("during"), fault });
    }
    for (position, rule) in inputs.rules.parts().awards.iter().enumerate() {
        let named = rule.pays.as_ref().map(|pays| &pays.schedule);
        let at_hand = |id: &MoneyScheduleId| {
            inputs.schedules.iter().any(|schedule| schedule.parts().id == *id)
        };
        if let Some(schedule) = named.filter(|id| !at_hand(id)) {
            let place = rules.field("awards").index(position).field("pays").field("schedule");
            faults.push(Placed { place, fault: ConferFault::UnknownSchedule(schedule.clone()) });
        }
    }
    if let Some(candidacies) = inputs.candidacies {
        faults.extend(of_candidacies(inputs, candidacies));
    }
    faults
}

fn of_candidacies(inputs: &AwardInputs<'_>, candidacies: &Candidacies) -> Vec<Placed<ConferFault>> {
    let (parts, place) = (candidacies.parts(), Place::whole().field("candidacies"));
    let mut faults = Vec::new();
    let (at_hand, named) = (inputs.rules.parts().id.clone(), parts.award_rules.clone());
    if at_hand != named {
        let fault = ConferFault::OtherRules { at_hand, named };
        faults.push(Placed { place: place.field("award_rules"), fault });
    }
    if parts.during != inputs.during {
        let fault = ConferFault::OtherYear { year: inputs.during, found: parts.during };
        faults.push(Placed { place: place.field("during"), fault });
    }
    let strangers = members(inputs).into_iter();
    faults.extend(strangers.filter(|id| candidacies.candidate(id).is_none()).map(|id| Placed {
        place: place.field("candidates"),
        fault: ConferFault::NotACandidate(id.clone()),
    }));
    let mut known = |award: &AwardId, place: Place| {
        if inputs.rules.position(award).is_none() {
            let fault = ConferFault::UnknownAward(award.clone());
            faults.push(Placed { place, fault });
        }
    };
    for (position, candidate) in parts.candidates.iter().enumerate() {
        let place = place.field("candidates").index(position).field("registered");
        for (position, award) in candidate.registered.iter().enumerate() {
            known(award, place.index(position));
        }
    }
    for (position, vote) in parts.votes.iter().enumerate() {
        known(&vote.award, place.field("votes").index(position).field("award"));
    }
    for (position, decision) in parts.decisions.iter().enumerate() {
        known(&decision.award, place.field("decisions").index(position).field("award"));
    }
    faults.extend(of_votes(inputs, candidacies));
    faults.extend(of_decisions(inputs, candidacies));
    faults
}

/// The decisions that the rules leave to nobody, or to somebody else.
fn of_decisions(inputs: &AwardInputs<'_>, candidacies: &Candidacies) -> Vec<Placed<ConferFault>> {
    let (rules, place) = (inputs.rules, Place::whole().field("candidacies").field("decisions"));
    let fault = |(position, decision): (usize, &EdgeDecision)| {
        let (award, found) = (&decision.award, decision.by);
        let rule = rules.parts().awards.get(rules.position(award)?)?;
        let place = place.index(position);
        match rule.selection.limit().and_then(|limit| limit.settles) {
            None => {
                let fault = ConferFault::DecisionNotAsked(award.clone());
                Some(Placed { place: place.field("award"), fault })
            }
            Some(by) if by != found => {
                let fault = ConferFault::DecidedByAnother { by, found };
                Some(Placed { place: place.field("by"), fault })
            }
            Some(_) => None,
        }
    };
    candidacies.parts().decisions.iter().enumerate().filter_map(fault).collect()
}

/// The votes that the rules did not ask for, or that were not held under them.
fn of_votes(inputs: &AwardInputs<'_>, candidacies: &Candidacies) -> Vec<Placed<ConferFault>> {
    let votes = Place::whole().field("candidacies").field("votes");
    let mut faults = Vec::new();
    for record in &candidacies.parts().votes {
        let Some((position, vote)) = candidacies.vote(&record.award, &record.subject) else {
            continue;
        };
        let place = votes.index(position);
        match inputs.rules.vote(&record.award).map(|rule| rule.decide(vote)) {
            None if inputs.rules.position(&record.award).is_some() => {
                let fault = ConferFault::VoteNotAsked(record.award.clone());
                faults.push(Placed { place: place.field("award"), fault });
            }
            None | Some(Ok(_)) => {}
            Some(Err(found)) => faults.extend(found.into_vec().into_iter().map(|placed| Placed {
                place: placed.place.within(&place.field("vote")),
                fault: ConferFault::Vote(placed.fault),
            })),
        }
    }
    faults
}
