//! What is wrong with parts that make no candidacies.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{AwardId, Coded, CriterionId, Fault, Period, Place, Placed, SubjectId};
use thiserror::Error;

use crate::{BallotFault, CandidaciesParts, Candidate, IssuerLevel, PastMerit, Vote};

/// Why parts make no candidacies.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum CandidaciesFault {
    /// A candidate is there twice.
    DuplicateCandidate(SubjectId),
    /// Something is about somebody who is no candidate.
    NoCandidate(SubjectId),
    /// A candidate is nominated by itself or by one who is nominated too.
    Nominated(SubjectId),
    /// It is proposed to a level twice.
    ProposedTwice(IssuerLevel),
    /// An award is registered for twice.
    RegisteredTwice(AwardId),
    /// A share is there twice.
    DuplicateShare(CriterionId),
    /// A share of nothing, or of more than all.
    Share {
        /// How many are.
        part: u32,
        /// Of how many.
        whole: u32,
    },
    /// A subject has two grades for one day.
    SecondGrade {
        /// For which year the other is.
        first: Period,
        /// For which year this one is.
        second: Period,
    },
    /// An award is on record twice for one day of a subject.
    SecondAward(AwardId),
    /// A history is carried on twice by the same, or by its own subject.
    Carried(SubjectId),
    /// A second vote about a candidate for an award.
    SecondVote(SubjectId),
    /// Nobody is decided about.
    DecidesNothing,
    /// A second decision about the same candidates for an award.
    SecondDecision(AwardId),
    /// Somebody is twice in a decision.
    DecidedTwice(SubjectId),
    /// The counts of a ballot are none.
    Ballot(BallotFault),
}

/// Every fault of the parts.
pub(crate) fn check(parts: &CandidaciesParts) -> Vec<Placed<CandidaciesFault>> {
    let candidates = &parts.candidates;
    let nominated = candidates.iter().filter(|candidate| candidate.nominated_by.is_some());
    let mut found = Found {
        parts,
        known: candidates.iter().map(|candidate| &candidate.subject).collect(),
        nominated: nominated.map(|candidate| &candidate.subject).collect(),
        faults: Vec::new(),
    };
    let mut seen = BTreeSet::new();
    for (position, candidate) in candidates.iter().enumerate() {
        let place = Place::whole().field("candidates").index(position);
        if !seen.insert(&candidate.subject) {
            let fault = CandidaciesFault::DuplicateCandidate(candidate.subject.clone());
            found.add(place.field("subject"), fault);
        }
        found.candidate(candidate, &place);
    }
    found.history();
    found.carries();
    found.votes();
    found.decisions();
    found.faults
}

struct Found<'p> {
    parts: &'p CandidaciesParts,
    known: BTreeSet<&'p SubjectId>,
    nominated: BTreeSet<&'p SubjectId>,
    faults: Vec<Placed<CandidaciesFault>>,
}

impl Found<'_> {
    fn add(&mut self, place: Place, fault: CandidaciesFault) {
        self.faults.push(Placed { place, fault });
    }

    fn known(&mut self, subject: &SubjectId, place: Place) {
        if !self.known.contains(subject) {
            self.add(place, CandidaciesFault::NoCandidate(subject.clone()));
        }
    }

    fn candidate(&mut self, candidate: &Candidate, place: &Place) {
        if let Some(by) = &candidate.nominated_by {
            let place = place.field("nominated_by");
            if self.nominated.contains(by) {
                self.add(place, CandidaciesFault::Nominated(by.clone()));
            } else {
                self.known(by, place);
            }
        }
        let mut registered = BTreeSet::new();
        for (position, award) in candidate.registered.iter().enumerate() {
            if !registered.insert(award) {
                let place = place.field("registered").index(position);
                self.add(place, CandidaciesFault::RegisteredTwice(award.clone()));
            }
        }
        let mut levels = BTreeSet::new();
        for (position, level) in candidate.proposed_to.iter().enumerate() {
            if !levels.insert(level) {
                let place = place.field("proposed_to").index(position);
                self.add(place, CandidaciesFault::ProposedTwice(*level));
            }
        }
        let mut facts = BTreeSet::new();
        for (position, share) in candidate.shares.iter().enumerate() {
            let place = place.field("shares").index(position);
            let (part, whole) = (share.part, share.whole);
            if whole == 0 || whole < part {
                self.add(place.field("part"), CandidaciesFault::Share { part, whole });
            }
            if !facts.insert(&share.fact) {
                let fault = CandidaciesFault::DuplicateShare(share.fact.clone());
                self.add(place.field("fact"), fault);
            }
        }
    }

    fn history(&mut self) {
        let parts = self.parts;
        let carried: BTreeSet<&SubjectId> =
            parts.carries.iter().map(|carry| &carry.history_of).collect();
        let place = |position| Place::whole().field("history").index(position);
        let mut years = BTreeMap::new();
        for (position, past) in parts.history.iter().enumerate() {
            if !carried.contains(&past.subject) {
                self.known(&past.subject, place(position).field("subject"));
            }
            let award = match &past.result {
                PastMerit::Graded { .. } => None,
                PastMerit::Awarded { award, .. } => Some(award),
            };
            let of_same: &mut Vec<_> = years.entry((&past.subject, award)).or_default();
            of_same.push((past.during, position));
        }
        for ((_, award), mut years) in years {
            years.sort_unstable();
            for pair in years.windows(2) {
                let [(first, _), (second, position)] = *pair else { continue };
                if first.overlaps(second) {
                    let again = |award: &AwardId| CandidaciesFault::SecondAward(award.clone());
                    let grade = CandidaciesFault::SecondGrade { first, second };
                    self.add(place(position).field("during"), award.map_or(grade, again));
                }
            }
        }
    }

    fn carries(&mut self) {
        let mut seen = BTreeSet::new();
        for (position, carry) in self.parts.carries.iter().enumerate() {
            let place = Place::whole().field("carries").index(position);
            self.known(&carry.subject, place.field("subject"));
            let (subject, whose) = (&carry.subject, &carry.history_of);
            if !seen.insert((subject, whose)) || subject == whose {
                self.add(place.field("history_of"), CandidaciesFault::Carried(whose.clone()));
            }
        }
    }

    fn votes(&mut self) {
        let mut seen = BTreeSet::new();
        for (position, record) in self.parts.votes.iter().enumerate() {
            let place = Place::whole().field("votes").index(position);
            self.known(&record.subject, place.field("subject"));
            if !seen.insert((&record.award, &record.subject)) {
                let fault = CandidaciesFault::SecondVote(record.subject.clone());
                self.add(place.field("subject"), fault);
            }
            if let Err(faults) = Vote::try_new(record.vote.clone()) {
                let lifted = faults.into_vec().into_iter().map(|placed| Placed {
                    place: placed.place.within(&place.field("vote")),
                    fault: CandidaciesFault::Ballot(placed.fault),
                });
                self.faults.extend(lifted);
            }
        }
    }

    fn decisions(&mut self) {
        let mut decided = BTreeSet::new();
        for (position, decision) in self.parts.decisions.iter().enumerate() {
            let place = Place::whole().field("decisions").index(position).field("order");
            let same: BTreeSet<&SubjectId> = decision.order.iter().collect();
            if !decided.insert((&decision.award, same)) {
                let fault = CandidaciesFault::SecondDecision(decision.award.clone());
                self.add(place.clone(), fault);
            }
            if decision.order.is_empty() {
                self.add(place.clone(), CandidaciesFault::DecidesNothing);
            }
            let mut seen = BTreeSet::new();
            for (position, subject) in decision.order.iter().enumerate() {
                self.known(subject, place.index(position));
                if !seen.insert(subject) {
                    let fault = CandidaciesFault::DecidedTwice(subject.clone());
                    self.add(place.index(position), fault);
                }
            }
        }
    }
}

impl Fault for CandidaciesFault {
    fn code(&self) -> &'static str {
        match self {
            Self::DuplicateCandidate(_) => "duplicate_candidate",
            Self::NoCandidate(_) => "no_candidate",
            Self::Nominated(_) => "nominated",
            Self::ProposedTwice(_) => "proposed_twice",
            Self::RegisteredTwice(_) => "registered_twice",
            Self::DuplicateShare(_) => "duplicate_share",
            Self::Share { .. } => "candidate_share",
            Self::SecondGrade { .. } => "second_grade",
            Self::SecondAward(_) => "second_award",
            Self::Carried(_) => "carried",
            Self::SecondVote(_) => "second_vote",
            Self::DecidesNothing => "decides_nothing",
            Self::SecondDecision(_) => "second_decision",
            Self::DecidedTwice(_) => "decided_twice",
            Self::Ballot(fault) => fault.code(),
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::DuplicateCandidate(_) => "candidates that differ".into(),
            Self::NoCandidate(_) => "a candidate".into(),
            Self::Nominated(_) => "a candidate whom nobody nominates".into(),
            Self::ProposedTwice(_) => "levels that differ".into(),
            Self::RegisteredTwice(_) => "awards that differ".into(),
            Self::DuplicateShare(_) => "shares that differ".into(),
            Self::Share { .. } => "a part of a whole of at least 1".into(),
            Self::SecondGrade { first, .. } => format!("no second grade for a day from {first}"),
            Self::SecondAward(_) => "an award once for a year".into(),
            Self::Carried(_) => "a history of another, carried on once".into(),
            Self::SecondVote(_) => "one vote about a candidate for an award".into(),
            Self::DecidesNothing => "all who are equal".into(),
            Self::SecondDecision(_) => "one decision about the same candidates for an award".into(),
            Self::DecidedTwice(_) => "everybody once".into(),
            Self::Ballot(fault) => fault.expected(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::DuplicateCandidate(id) | Self::DecidedTwice(id) => format!("`{id}` again"),
            Self::NoCandidate(id) | Self::Nominated(id) | Self::Carried(id) => format!("`{id}`"),
            Self::ProposedTwice(level) => format!("`{}` again", level.code()),
            Self::RegisteredTwice(id) | Self::SecondAward(id) => format!("`{id}` again"),
            Self::DuplicateShare(id) => format!("`{id}` again"),
            Self::Share { part, whole } => format!("{part} of {whole}"),
            Self::SecondGrade { second, .. } => format!("one from {second}"),
            Self::SecondVote(id) => format!("a second one about `{id}`"),
            Self::DecidesNothing => "nobody".into(),
            Self::SecondDecision(id) => format!("a second one for `{id}`"),
            Self::Ballot(fault) => fault.found(),
        }
    }
}
