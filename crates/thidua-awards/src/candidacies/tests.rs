//! What is no candidacies, and what small ones look like.

use super::*;
use crate::BallotParts;
use crate::check_faults::check;
use crate::rules::tests::{illustrative, text};

pub(crate) fn candidate(subject: &str) -> Candidate {
    Candidate {
        subject: subject.parse().unwrap(),
        recipient: Recipient::Collective,
        nominated_by: None,
        registered: Vec::new(),
        proposed_to: Vec::new(),
        shares: Vec::new(),
        basis: illustrative(),
    }
}

pub(crate) fn parts(candidates: Vec<Candidate>) -> CandidaciesParts {
    CandidaciesParts {
        id: "record".parse().unwrap(),
        title: text(),
        award_rules: "rules".parse().unwrap(),
        during: year(2025),
        candidates,
        history: Vec::new(),
        carries: Vec::new(),
        votes: Vec::new(),
        decisions: Vec::new(),
    }
}

pub(crate) fn year(year: u16) -> Period {
    let first = |year| Day::from_ymd(year, 1, 1).unwrap();
    Period::try_new(first(year), Some(first(year + 1))).unwrap()
}

pub(crate) fn graded(subject: &str, during: Period, grade: &str) -> PastResult {
    let result = PastMerit::Graded { grade: grade.parse().unwrap() };
    PastResult { subject: subject.parse().unwrap(), during, result, basis: illustrative() }
}

pub(crate) fn awarded(subject: &str, during: Period, award: &str) -> PastResult {
    let result = PastMerit::Awarded { award: award.parse().unwrap(), day: during.start() };
    PastResult { result, ..graded(subject, during, "any") }
}

pub(crate) fn carry(subject: &str, history_of: &str) -> Carry {
    Carry {
        subject: subject.parse().unwrap(),
        history_of: history_of.parse().unwrap(),
        basis: illustrative(),
    }
}

/// A vote of ten members, all present.
pub(crate) fn vote(award: &str, subject: &str, yes: u32) -> VoteRecord {
    let ballot = BallotParts {
        members: 10,
        present: 10,
        written: 0,
        yes,
        no: 10_u32.saturating_sub(yes),
        blank: 0,
    };
    VoteRecord {
        award: award.parse().unwrap(),
        subject: subject.parse().unwrap(),
        vote: VoteParts::Ballots { ballots: vec![ballot], ruling: None },
        basis: illustrative(),
    }
}

pub(crate) fn decision(award: &str, by: DecidedBy, order: &[&str]) -> EdgeDecision {
    let order = order.iter().map(|id| id.parse().unwrap()).collect();
    EdgeDecision { award: award.parse().unwrap(), by, order, basis: illustrative() }
}

#[test]
fn all_faults_of_candidates_are_reported_at_once() {
    let share = |part, whole| CandidateShare { fact: "women".parse().unwrap(), part, whole };
    let by = |subject: &str, by: &str| Candidate {
        nominated_by: Some(by.parse().unwrap()),
        ..candidate(subject)
    };
    let mut faulty = candidate("a");
    faulty.registered = vec!["flag".parse().unwrap(), "flag".parse().unwrap()];
    faulty.shares = vec![share(8, 7), share(0, 0)];
    faulty.proposed_to = vec![IssuerLevel::FrontProvince; 2];
    let candidates = vec![candidate("a"), faulty, by("b", "a"), by("c", "b"), by("d", "nobody")];
    check(
        Candidacies::try_new(parts(candidates)),
        "candidates[1].proposed_to[1]: expected levels that differ, found `front_province` again [proposed_twice]\n\
         candidates[1].registered[1]: expected awards that differ, found `flag` again [registered_twice]\n\
         candidates[1].shares[0].part: expected a part of a whole of at least 1, found 8 of 7 [candidate_share]\n\
         candidates[1].shares[1].fact: expected shares that differ, found `women` again [duplicate_share]\n\
         candidates[1].shares[1].part: expected a part of a whole of at least 1, found 0 of 0 [candidate_share]\n\
         candidates[1].subject: expected candidates that differ, found `a` again [duplicate_candidate]\n\
         candidates[3].nominated_by: expected a candidate whom nobody nominates, found `b` [nominated]\n\
         candidates[4].nominated_by: expected a candidate, found `nobody` [no_candidate]",
    );
}

#[test]
fn all_faults_of_the_record_are_reported_at_once() {
    let mut record = parts(vec![candidate("a"), candidate("b")]);
    record.history = vec![
        graded("a", year(2021), "good"),
        graded("a", year(2021), "excellent"),
        awarded("a", year(2021), "flag"),
        awarded("a", year(2021), "flag"),
        graded("old", year(2021), "good"),
        graded("gone", year(2021), "good"),
    ];
    record.carries = vec![carry("a", "old"), carry("a", "old"), carry("b", "b"), carry("c", "old")];
    record.votes = vec![vote("flag", "a", 11), vote("flag", "a", 9), vote("flag", "c", 9)];
    record.decisions = vec![
        decision("flag", DecidedBy::Lots, &["a", "a", "c"]),
        decision("flag", DecidedBy::Lots, &[]),
        decision("flag", DecidedBy::Chair, &["c", "a"]),
    ];
    check(
        Candidacies::try_new(record),
        "carries[1].history_of: expected a history of another, carried on once, found `old` [carried]\n\
         carries[2].history_of: expected a history of another, carried on once, found `b` [carried]\n\
         carries[3].subject: expected a candidate, found `c` [no_candidate]\n\
         decisions[0].order[1]: expected everybody once, found `a` again [decided_twice]\n\
         decisions[0].order[2]: expected a candidate, found `c` [no_candidate]\n\
         decisions[1].order: expected all who are equal, found nobody [decides_nothing]\n\
         decisions[2].order: expected one decision about the same candidates for an award, found a second one for `flag` [second_decision]\n\
         decisions[2].order[0]: expected a candidate, found `c` [no_candidate]\n\
         history[1].during: expected no second grade for a day from 2021-01-01 until, not including, 2022-01-01, found one from 2021-01-01 until, not including, 2022-01-01 [second_grade]\n\
         history[3].during: expected an award once for a year, found `flag` again [second_award]\n\
         history[5].subject: expected a candidate, found `gone` [no_candidate]\n\
         votes[0].vote.ballots[0]: expected at most 10 in `yes`, `no` and `blank`, as many as take part, found 11 [votes_beyond_voters]\n\
         votes[1].subject: expected one vote about a candidate for an award, found a second one about `a` [second_vote]\n\
         votes[2].subject: expected a candidate, found `c` [no_candidate]",
    );
}

#[test]
fn a_share_is_reached_in_whole_numbers() {
    let reaches = |part, percent: &str| {
        let shares = vec![CandidateShare { fact: "women".parse().unwrap(), part, whole: 7 }];
        let women = Candidate { shares, ..candidate("a") };
        women.reaches(&"women".parse().unwrap(), percent.parse().unwrap()).unwrap()
    };
    // 70 % of 7 are 4.9.
    assert_eq!([4, 5].map(|part| reaches(part, "70")), [false, true]);
    assert_eq!([0, 7].map(|part| reaches(part, "100")), [false, true]);
    assert_eq!(candidate("a").reaches(&"women".parse().unwrap(), 1.into()), None);
}
