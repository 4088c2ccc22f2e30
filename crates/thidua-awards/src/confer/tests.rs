//! Whole conferrals: published rules as cases, and laws.

use thidua_ranking::{EdgePolicy, Partition};
use thidua_scoring::{Position, PossibleRanks, Unranked, UnrankedReason};
use thidua_values::{Coded, Exact, Points};

use super::*;
use crate::candidacies::tests::{
    awarded, candidate, carry, decision, graded, parts as record, vote, year,
};
use crate::money_schedule::tests::decree_152;
use crate::rules::tests::{
    award, award_for_all, best, count, graded_as, not_beside, parts, share, years_of,
};
use crate::vote_rule::tests::{parts as vote_rule, percent};
use crate::{
    AwardCondition, AwardPay, AwardRulesParts, CandidaciesParts, Candidate, CandidateShare,
    ConditionFound, DecidedBy, EdgeStep, LastYear, Merit, Preference, Quota, QuotaBase, Recipient,
    Selection, VoteEdge,
};

mod channels;
mod completions;
mod conditions;
mod corrections;
mod decisions;
mod fit;
mod laws;
mod places;
mod prompt;
mod votes;

/// What a test confers on.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) awards: Vec<AwardRule>,
    /// A subject without a total has no place, one with a total below zero a provisional one.
    totals: BTreeMap<SubjectId, Option<i64>>,
    /// The best that a total may still come to; who has no total yet is awaited.
    bests: BTreeMap<SubjectId, i64>,
    /// Why those have no place who have neither.
    placeless: UnrankedReason,
    /// Who stands in other standings.
    elsewhere: BTreeSet<SubjectId>,
    pub(crate) grades: BTreeMap<SubjectId, GradeOutcome>,
    record: Option<CandidaciesParts>,
    schedules: Vec<MoneySchedule>,
    pub(crate) during: Period,
    rules_during: Period,
    pub(crate) day: Day,
}

fn id(text: &str) -> SubjectId {
    text.parse().unwrap()
}

/// The letters of the alphabet with these totals.
fn totals(totals: &[Option<i64>]) -> BTreeMap<SubjectId, Option<i64>> {
    ('a'..).zip(totals).map(|(letter, total)| (id(&letter.to_string()), *total)).collect()
}

fn given(grade: &str) -> GradeOutcome {
    GradeOutcome::Given { grade: grade.parse().unwrap(), limited: None, missed: Vec::new() }
}

/// A case without votes and history.
pub(crate) fn case(awards: Vec<AwardRule>, placed: &[i64]) -> Case {
    let placed: Vec<Option<i64>> = placed.iter().copied().map(Some).collect();
    Case {
        awards,
        totals: totals(&placed),
        bests: BTreeMap::new(),
        placeless: UnrankedReason::MissingEvidence { criteria: Vec::new() },
        elsewhere: BTreeSet::new(),
        grades: BTreeMap::new(),
        record: None,
        schedules: Vec::new(),
        during: year(2025),
        rules_during: Period::starting("2022-01-01".parse().unwrap()),
        day: "2025-12-20".parse().unwrap(),
    }
}

impl Case {
    /// Every member a candidate, changed by `change`.
    pub(crate) fn record(mut self, change: impl FnOnce(&mut CandidaciesParts)) -> Self {
        let members = self.totals.keys().map(|subject| candidate(subject.as_str()));
        let mut found = self.record.take().unwrap_or_else(|| record(members.collect()));
        change(&mut found);
        Self { record: Some(found), ..self }
    }

    /// With these lots or this decision alone on record.
    pub(crate) fn decided(self, award: &str, by: DecidedBy, order: &[&str]) -> Self {
        self.record(|record| record.decisions = vec![decision(award, by, order)])
    }

    /// With so many of ten votes for each of these on record, for the flag.
    pub(crate) fn voted(self, votes: &[(&str, u32)]) -> Self {
        let votes = votes.iter().map(|(who, yes)| vote("flag", who, *yes));
        self.record(|record| record.votes = votes.collect())
    }

    /// With these results of earlier years on record, or of this one elsewhere.
    pub(crate) fn history(self, history: Vec<crate::PastResult>) -> Self {
        self.record(|record| record.history = history)
    }

    /// All of the same grade.
    pub(crate) fn all_graded(mut self, grade: &str) -> Self {
        for subject in self.totals.keys() {
            self.grades.insert(subject.clone(), given(grade));
        }
        self
    }

    /// The ranks that open totals leave possible, by their definition.
    fn possible(&self, subject: &SubjectId) -> Option<PossibleRanks> {
        let best = |of: &SubjectId, total: i64| self.bests.get(of).copied().unwrap_or(total);
        let total = self.totals[subject]?;
        let others = self.totals.iter().filter(|(other, _)| *other != subject);
        let (mut high, mut low) = (1, 1);
        for (other, of) in others {
            let Some(found) = of.or_else(|| self.bests.contains_key(other).then_some(0)) else {
                continue;
            };
            let settled =
                of.is_some() && best(subject, total) == total && best(other, found) == found;
            high += usize::from(of.is_some() && best(subject, total) < found);
            low += usize::from(if settled { total < found } else { total <= best(other, found) });
        }
        (high != low).then_some(PossibleRanks { best: high, worst: low })
    }

    fn standing(&self) -> Standing {
        let placed =
            |(subject, total): (&SubjectId, &Option<i64>)| Some((subject.clone(), (*total)?));
        let partition = Partition::by_key(self.totals.iter().filter_map(placed).collect());
        let positions = partition.ranks().map(|(subject, rank)| {
            let total = self.totals[subject].unwrap();
            Position {
                subject: subject.clone(),
                rank: rank.competition(),
                tied: rank.tied(),
                total: Exact::from(total),
                best_total: self
                    .bests
                    .get(subject)
                    .filter(|best| **best != total)
                    .map(|best| Exact::from(*best)),
                provisional: (total < 0)
                    .then_some(PossibleRanks { best: 1, worst: rank.modified() })
                    .or_else(|| self.possible(subject)),
            }
        });
        let unranked = self.totals.iter().filter(|(_, total)| total.is_none());
        let until = "2026-01-01".parse().unwrap();
        let reason = |subject: &SubjectId| match self.bests.get(subject) {
            Some(_) => UnrankedReason::AwaitedEvidence { criteria: Vec::new(), until },
            None => self.placeless.clone(),
        };
        Standing {
            positions: positions.collect(),
            unranked: unranked
                .map(|(subject, _)| Unranked { subject: subject.clone(), reason: reason(subject) })
                .collect(),
            ..Standing::default()
        }
    }

    pub(crate) fn confer(&self) -> Result<Conferral, Faults<ConferFault>> {
        let other_awards = vec!["prompt".parse().unwrap()];
        let during = self.rules_during;
        let parts = AwardRulesParts { during, other_awards, ..parts(self.awards.clone()) };
        let rules = AwardRules::try_new(parts).unwrap();
        let record = self.record.clone().map(|parts| Candidacies::try_new(parts).unwrap());
        let inputs = AwardInputs {
            rules: &rules,
            standing: &self.standing(),
            grades: &self.grades,
            elsewhere: &self.elsewhere,
            during: self.during,
            candidacies: record.as_ref(),
            schedules: &self.schedules,
        };
        confer(&inputs, self.day)
    }

    /// The codes of the verdicts on each award, in their order.
    fn codes(&self) -> Vec<Vec<&'static str>> {
        let codes = |award: &AwardOutcome| {
            award.verdicts.iter().map(|verdict| verdict.verdict.code()).collect()
        };
        self.confer().unwrap().awards.iter().map(codes).collect()
    }

    /// Who is proposed for each award.
    fn proposed(&self) -> Vec<String> {
        let proposed = |award: &AwardOutcome| {
            award.proposed().map(SubjectId::as_str).collect::<Vec<_>>().join(" ")
        };
        self.confer().unwrap().awards.iter().map(proposed).collect()
    }

    /// The verdicts on the first award in English, in their order.
    pub(crate) fn said(&self) -> Vec<String> {
        let award = self.confer().unwrap().awards.remove(0);
        let said =
            |verdict: &Verdict| format!("{}: {}", verdict.subject, verdict.verdict.words().en);
        award.verdicts.iter().map(said).collect()
    }

    /// What is said of the unused decisions on each award.
    fn unused(&self) -> Vec<Vec<String>> {
        let said = |one: &UnusedDecision| one.words().en;
        let said = |award: &AwardOutcome| award.unused.iter().map(said).collect();
        self.confer().unwrap().awards.iter().map(said).collect()
    }

    #[track_caller]
    fn faults(&self, expected: &str) {
        assert_eq!(self.confer().unwrap_err().to_string(), expected);
    }
}

fn flag_and_half(edge: EdgePolicy) -> Vec<AwardRule> {
    vec![
        award("flag", Vec::new(), best(count(1), edge)),
        award("certificate", vec![not_beside("flag")], best(share(50, QuotaBase::Rest), edge)),
    ]
}

/// A flag by ballot of 80 % of all members.
fn voted_flag(selection: Selection) -> AwardRule {
    AwardRule { vote: Some(vote_rule(percent(80))), ..award("flag", Vec::new(), selection) }
}

const STILL_OPEN: &str =
    "votes, evidence or another award that may change who is equal are still to come";

/// Women among the individuals of a candidate, and advanced workers.
fn shares(subject: &str, women: u32, workers: u32) -> Candidate {
    let share = |fact: &str, part| CandidateShare { fact: fact.parse().unwrap(), part, whole: 10 };
    let shares = vec![share("women", women), share("advanced-workers", workers)];
    Candidate { shares, ..candidate(subject) }
}

fn most_votes(seats: u32, edge: VoteEdge) -> Selection {
    Selection::MostVotes { quota: count(seats), prefer: Vec::new(), edge }
}

/// The best placed, of equals at the edge those with 70 percent women.
fn preferring_women(quota: Quota, edge: EdgePolicy) -> Selection {
    let prefer = vec![Preference { fact: "women".parse().unwrap(), percent: 70.into() }];
    Selection::BestPlaced { quota, prefer, edge }
}

pub(crate) fn years_excellent(years: u32) -> AwardRule {
    let of = Merit::Graded { grades: vec!["excellent".parse().unwrap()] };
    let requires = vec![AwardCondition::YearsRunning { years, of, last: LastYear::ThisYear }];
    award_for_all("certificate", requires)
}
