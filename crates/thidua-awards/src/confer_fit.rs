//! Whether what a conferral is given fits together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{AwardId, Day, Place, Placed, SubjectId};

use crate::candidate_view::members;
use crate::{AwardInputs, AwardPay, Candidacies, ConferFault, EdgeDecision, Recipient};

/// What in the inputs does not fit together.
pub(crate) fn fit(inputs: &AwardInputs<'_>, day: Day) -> Vec<Placed<ConferFault>> {
    let rules = Place::whole().field("award_rules");
    let mut faults = Vec::new();
    let during = inputs.rules.parts().during;
    if !during.contains(day) {
        let fault = ConferFault::NotInForce { day, during };
        faults.push(Placed { place: rules.field("during"), fault });
    }
    faults.extend(of_money(inputs));
    if let Some(candidacies) = inputs.candidacies {
        faults.extend(of_candidacies(inputs, candidacies));
    }
    faults
}

/// The awards that pay by a schedule that is not at hand, or that says nothing of them.
fn of_money(inputs: &AwardInputs<'_>) -> Vec<Placed<ConferFault>> {
    let awards = Place::whole().field("award_rules").field("awards");
    let mut faults = Vec::new();
    for (position, rule) in inputs.rules.parts().awards.iter().enumerate() {
        let Some(AwardPay { schedule, award }) = &rule.pays else { continue };
        let place = awards.index(position).field("pays");
        let mut named =
            inputs.schedules.iter().filter(|one| one.parts().id == *schedule).peekable();
        if named.peek().is_none() {
            let fault = ConferFault::UnknownSchedule(schedule.clone());
            faults.push(Placed { place: place.field("schedule"), fault });
        } else if named.all(|one| one.row(award, rule.recipient).is_none()) {
            let (schedule, award, recipient) = (schedule.clone(), award.clone(), rule.recipient);
            let fault = ConferFault::NoMoneyRow { schedule, award, recipient };
            faults.push(Placed { place: place.field("award"), fault });
        }
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
    let here = members(inputs).into_iter();
    faults.extend(here.filter(|id| candidacies.candidate(id).is_none()).map(|id| Placed {
        place: place.field("candidates"),
        fault: ConferFault::NotACandidate(id.clone()),
    }));
    faults.extend(of_candidates(inputs, candidacies));
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

/// The candidates who are in no standing, the members of another kind than most, and what is
/// registered or voted on for an award of others.
fn of_candidates(inputs: &AwardInputs<'_>, candidacies: &Candidacies) -> Vec<Placed<ConferFault>> {
    let place = Place::whole().field("candidacies");
    let (here, mut faults) = (members(inputs), Vec::new());
    let usual = usual(&here, candidacies);
    let of_others = |award: &AwardId, found: Recipient| {
        let rule = inputs.rules.parts().awards.get(inputs.rules.position(award)?)?;
        let (award, recipient) = (award.clone(), rule.recipient);
        (recipient != found).then_some(ConferFault::OtherRecipient { award, recipient, found })
    };
    for (position, candidate) in candidacies.parts().candidates.iter().enumerate() {
        let place = place.field("candidates").index(position);
        let (subject, found) = (&candidate.subject, candidate.recipient);
        let stands = here.contains(subject) || inputs.elsewhere.contains(subject);
        if !stands && candidate.nominated_by.is_none() {
            let fault = ConferFault::Outsider(subject.clone());
            faults.push(Placed { place: place.field("subject"), fault });
        }
        if let Some(usual) = usual.filter(|usual| *usual != found && here.contains(subject)) {
            let fault = ConferFault::UnlikeOthers { usual, found };
            faults.push(Placed { place: place.field("recipient"), fault });
        }
        for (position, award) in candidate.registered.iter().enumerate() {
            let place = place.field("registered").index(position);
            faults.extend(of_others(award, found).map(|fault| Placed { place, fault }));
        }
    }
    for (position, vote) in candidacies.parts().votes.iter().enumerate() {
        let place = place.field("votes").index(position).field("subject");
        let about = candidacies.candidate(&vote.subject).map(|candidate| candidate.recipient);
        let fault = about.and_then(|found| of_others(&vote.award, found));
        faults.extend(fault.map(|fault| Placed { place, fault }));
    }
    faults
}

/// What most members of the standing are.
fn usual(here: &BTreeSet<&SubjectId>, candidacies: &Candidacies) -> Option<Recipient> {
    let mut counts: BTreeMap<Recipient, usize> = BTreeMap::new();
    for candidate in here.iter().filter_map(|subject| candidacies.candidate(subject)) {
        let count = counts.entry(candidate.recipient).or_default();
        *count = count.saturating_add(1);
    }
    counts.into_iter().max_by_key(|(kind, count)| (*count, Reverse(*kind))).map(|(kind, _)| kind)
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
