//! Whole conferrals: published rules as cases, and laws.

use thidua_ranking::{EdgePolicy, Partition};
use thidua_scoring::{Position, PossibleRanks, Unranked, UnrankedReason};
use thidua_values::{Coded, Exact, Points};

use super::*;
use crate::candidacies::tests::{
    awarded, candidate, carry, decision, graded, parts as record, vote, year,
};
use crate::money_schedule::tests::decree_152;
use crate::rules::tests::{award, best, count, not_beside, parts, share};
use crate::vote_rule::tests::{parts as vote_rule, percent};
use crate::{
    AwardCondition, AwardPay, AwardRulesParts, CandidaciesParts, Candidate, CandidateShare,
    ConditionFound, DecidedBy, EdgeStep, Merit, Preference, Quota, QuotaBase, Recipient, RunEnding,
    Selection, VoteEdge,
};

mod channels;
mod laws;
mod prompt;

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
    pub(crate) fn record(mut self, change: impl Fn(&mut CandidaciesParts)) -> Self {
        let members = self.totals.keys().map(|subject| candidate(subject.as_str()));
        let mut found = self.record.take().unwrap_or_else(|| record(members.collect()));
        change(&mut found);
        Self { record: Some(found), ..self }
    }

    /// All of the same grade.
    pub(crate) fn all_graded(mut self, grade: &str) -> Self {
        for subject in self.totals.keys() {
            let grade = grade.parse().unwrap();
            let given = GradeOutcome::Given { grade, limited: None, missed: Vec::new() };
            self.grades.insert(subject.clone(), given);
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

#[test]
fn half_of_the_rest_counts_who_has_no_place() {
    let mut case = case(flag_and_half(EdgePolicy::Refer {}), &[]);
    case.totals = totals(&[Some(9), Some(8), Some(7), Some(6), None]);
    let certificate = case.confer().unwrap().awards.remove(1);
    assert_eq!((certificate.rest, certificate.seats), (Some(4), Some(2)));
    assert_eq!(
        case.codes(),
        [
            ["proposed", "behind_quota", "behind_quota", "behind_quota", "no_place"],
            ["not_eligible", "proposed", "proposed", "behind_quota", "no_place"],
        ]
    );
}

#[test]
fn an_undecided_flag_holds_up_what_looks_at_it_and_nothing_else() {
    let mut awards = flag_and_half(EdgePolicy::Refer {});
    awards.push(award("letter", Vec::new(), Selection::All {}));
    assert_eq!(
        case(awards, &[9, 9, 7]).codes(),
        [
            ["referred", "referred", "behind_quota"],
            ["awaits_award", "awaits_award", "awaits_award"],
            ["proposed", "proposed", "proposed"],
        ]
    );
}

#[test]
fn a_tie_at_the_edge_is_left_out_or_taken_in() {
    let certificates = |edge| case(flag_and_half(edge), &[9, 8, 8, 8, 1, 0]).codes().swap_remove(1);
    let at_edge = |code| ["not_eligible", code, code, code, "behind_quota", "behind_quota"];
    assert_eq!(certificates(EdgePolicy::ExcludeAll {}), at_edge("tied_at_edge"));
    assert_eq!(certificates(EdgePolicy::IncludeUpTo { cap: 2 }), at_edge("tied_at_edge"));
    assert_eq!(certificates(EdgePolicy::IncludeUpTo { cap: 3 }), at_edge("proposed"));
    assert_eq!(certificates(EdgePolicy::IncludeAll {}), at_edge("proposed"));
    assert_eq!(certificates(EdgePolicy::DrawLots {}), at_edge("referred"));
    assert_eq!(certificates(EdgePolicy::Refer {}), at_edge("referred"));
}

#[test]
fn a_provisional_place_leaves_its_seat_empty_and_what_follows_open() {
    let case = case(flag_and_half(EdgePolicy::Refer {}), &[-1, -2]);
    assert_eq!(
        case.codes(),
        [["provisional_place", "provisional_place"], ["awaits_award", "awaits_award"]]
    );
    assert_eq!(case.confer().unwrap().awards[1].rest, None);
}

#[test]
fn ties_are_not_capped_below_the_share() {
    let rules = flag_and_half(EdgePolicy::IncludeUpTo { cap: 1 });
    case(rules.clone(), &[9, 8, 7, 6, 5]).faults(
        "award_rules.awards[1].selection.edge.cap: expected a cap of at least the quota of 2, found 1",
    );
    assert!(case(rules, &[9, 8, 7, 6]).confer().is_ok());
}

#[test]
fn rules_apply_on_no_day_before_their_own() {
    let mut case = case(flag_and_half(EdgePolicy::Refer {}), &[]);
    case.day = "2021-12-31".parse().unwrap();
    case.faults(
        "award_rules.during: expected award rules in force on 2021-12-31, found one in force from 2022-01-01 on",
    );
}

/// Trap: rules apply by the year, money by the day of the decision.
#[test]
fn what_is_decided_after_the_year_goes_by_the_rules_of_the_year() {
    let mut case = case(vec![award("letter", Vec::new(), Selection::All {})], &[9]);
    case.rules_during = Period::try_new(year(2025).start(), year(2025).until()).unwrap();
    case.day = "2026-02-01".parse().unwrap();
    assert_eq!(case.proposed(), ["a"]);
    // Rules of the next year are not those of this one.
    case.rules_during = Period::starting("2026-01-01".parse().unwrap());
    case.faults(
        "award_rules.during: expected award rules in force on 2025-12-31, found one in force from 2026-01-01 on",
    );
}

#[test]
fn every_candidate_is_in_a_standing_or_nominated() {
    let mut case = case(vec![award("letter", Vec::new(), Selection::All {})], &[9])
        .record(|record| record.candidates.push(candidate("z")));
    case.faults(
        "candidacies.candidates[1].subject: expected a member of the standing, or one whom a member nominates, found `z`",
    );
    case.elsewhere.insert(id("z"));
    assert_eq!(case.proposed(), ["a"]);
}

#[test]
fn an_award_of_others_is_neither_registered_for_nor_voted_on() {
    let home = Candidate {
        recipient: Recipient::Household,
        nominated_by: Some(id("a")),
        registered: vec!["flag".parse().unwrap()],
        ..candidate("home-1")
    };
    let voted =
        case(vec![voted_flag(best(count(1), EdgePolicy::Refer {}))], &[9, 8, 7]).record(|record| {
            record.candidates.push(home.clone());
            record.candidates[1].recipient = Recipient::Household;
            record.votes = vec![vote("flag", "a", 8), vote("flag", "home-1", 8)];
        });
    voted.faults(
        "candidacies.candidates[1].recipient: expected a collective, as most members of the standing are, found a household\n\
         candidacies.candidates[3].registered[0]: expected an award for a household, found `flag` for a collective\n\
         candidacies.votes[1].subject: expected an award for a household, found `flag` for a collective",
    );
}

/// A flag by ballot of 80 % of all members.
fn voted_flag(selection: Selection) -> AwardRule {
    AwardRule { vote: Some(vote_rule(percent(80))), ..award("flag", Vec::new(), selection) }
}

#[test]
fn whoever_the_council_refuses_makes_room_and_whoever_it_has_not_voted_on_holds_a_seat() {
    let flag = voted_flag(best(count(1), EdgePolicy::Refer {}));
    let voted = |votes: &[(&str, u32)]| {
        let votes: Vec<_> = votes.iter().map(|(who, yes)| vote("flag", who, *yes)).collect();
        let case = case(vec![flag.clone()], &[9, 8, 7]);
        case.record(|record| record.votes.clone_from(&votes)).codes().swap_remove(0)
    };
    assert_eq!(voted(&[("a", 8)]), ["proposed", "behind_quota", "behind_quota"]);
    assert_eq!(voted(&[("b", 8)]), ["vote_open", "awaits_others", "behind_quota"]);
    assert_eq!(voted(&[]), ["vote_open", "vote_open", "vote_open"]);
}

#[test]
fn a_council_that_refuses_for_good_lets_the_next_move_up() {
    let mut flag = voted_flag(best(count(1), EdgePolicy::Refer {}));
    flag.vote =
        flag.vote.map(|rule| crate::VoteRuleParts { max_ballots: 1, then_decides: None, ..rule });
    let case = case(vec![flag], &[9, 8, 7]);
    let case =
        case.record(|record| record.votes = vec![vote("flag", "a", 7), vote("flag", "b", 8)]);
    assert_eq!(
        case.said(),
        [
            "a: refused: not approved after 1 ballot, 7 of 10 votes, 8 needed",
            "b: proposed: rank 2; seat 1 of 1; approved: in ballot 1, 8 of 10 votes, 8 needed",
            "c: refused: 1 ahead of it, quota of 1",
        ]
    );
}

/// Golden: `bkhcn-25-2025-23`, its seats.
///
/// Source: Thông tư 25/2025/TT-BKHCN, article 23, as told at
/// <https://thuvienphapluat.vn/phap-luat/hoi-dong-thi-dua-khen-thuong-cac-cap-thuoc-bo-khoa-hoc-va-cong-nghe-duoc-thanh-lap-va-to-chuc-ra-sa-937687-244506.html>.
#[test]
fn the_science_ministry_takes_most_votes_first_and_the_chair_decides_at_the_edge() {
    let (quota, prefer, edge) = (count(2), Vec::new(), VoteEdge::Chair);
    let flag = voted_flag(Selection::MostVotes { quota, prefer, edge });
    // The standing runs the other way: votes go first.
    let voted = case(vec![flag], &[1, 2, 3, 4]).record(|record| {
        let votes = [("a", 9), ("b", 10), ("c", 9), ("d", 8)];
        record.votes = votes.map(|(who, yes)| vote("flag", who, yes)).to_vec();
    });
    assert_eq!(voted.codes(), [["behind_quota", "referred", "proposed", "referred"]]);
    let chaired = voted.clone().record(|record| {
        record.decisions = vec![decision("flag", DecidedBy::Chair, &["c", "a"])];
    });
    assert_eq!(chaired.proposed(), ["c b"]);
    let by_lots = voted.record(|record| {
        record.decisions = vec![decision("flag", DecidedBy::Lots, &["c", "a"])];
    });
    by_lots.faults(
        "candidacies.decisions[0].by: expected a decision by the chair of the council, found one by lots",
    );
}

/// A vote of a council of so many, all of whom take part.
fn vote_of(subject: &str, yes: u32, members: u32) -> crate::VoteRecord {
    let ballot = crate::BallotParts {
        members,
        present: members,
        written: 0,
        yes,
        no: 0,
        blank: members - yes,
    };
    let ballots = crate::VoteParts::Ballots { ballots: vec![ballot], ruling: None };
    crate::VoteRecord { vote: ballots, ..vote("flag", subject, 8) }
}

#[test]
fn votes_of_councils_of_other_sizes_are_compared_as_shares_of_all_members() {
    let (quota, prefer, edge) = (count(1), Vec::new(), VoteEdge::Chair);
    let flag = voted_flag(Selection::MostVotes { quota, prefer, edge });
    let case = case(vec![flag], &[1, 2, 3]).record(|record| {
        record.votes = vec![vote_of("a", 9, 9), vote_of("b", 10, 11), vote_of("c", 10, 12)];
    });
    assert_eq!(
        case.said(),
        [
            "c: refused: 2 with a greater share of votes, quota of 1",
            "b: refused: 1 with a greater share of votes, quota of 1",
            "a: proposed: rank 3; seat 1 of 1; approved: in ballot 1, 9 of 9 votes, 8 needed",
        ]
    );
    let in_vietnamese = |who: &str| {
        let award = case.confer().unwrap().awards.remove(0);
        award.verdict(&id(who)).unwrap().verdict.words().vi
    };
    assert_eq!(
        in_vietnamese("b"),
        "không đề nghị: 1 trường hợp có tỷ lệ phiếu đồng ý cao hơn, chỉ tiêu 1"
    );
    assert!(in_vietnamese("a").starts_with("đề nghị: hạng 3; vị trí thứ 1/1 trong chỉ tiêu; "));
    let level = case.record(|record| {
        record.votes = vec![vote_of("a", 9, 10), vote_of("b", 18, 20), vote_of("c", 10, 12)];
    });
    assert_eq!(level.codes(), [["behind_quota", "referred", "referred"]]);
}

#[test]
fn a_proposal_lost_by_votes_rested_on_the_vote() {
    let (quota, prefer, edge) = (count(1), Vec::new(), VoteEdge::Chair);
    let flag = voted_flag(Selection::MostVotes { quota, prefer, edge });
    let of = |yes: [u32; 2]| {
        let case = case(vec![flag.clone()], &[2, 1]).record(|record| {
            record.votes = vec![vote("flag", "a", yes[0]), vote("flag", "b", yes[1])];
        });
        case.confer().unwrap()
    };
    let correction = crate::correct(&of([9, 8]), &of([8, 9]));
    assert_eq!(correction.cancelled[0].lost, [crate::Ground::Vote]);
}

#[test]
fn a_quota_that_comes_to_nothing_says_so() {
    let half = best(share(40, QuotaBase::All), EdgePolicy::Refer {});
    let case = case(vec![award("flag", Vec::new(), half)], &[9, 8]);
    assert_eq!(
        case.said(),
        ["a: refused: the quota comes to no seat", "b: refused: the quota comes to no seat"]
    );
}

#[test]
fn a_selection_by_votes_waits_for_every_vote_that_could_matter() {
    let (quota, prefer, edge) = (count(1), Vec::new(), VoteEdge::Authority);
    let flag = voted_flag(Selection::MostVotes { quota, prefer, edge });
    let case = case(vec![flag], &[3, 2, 1])
        .record(|record| record.votes = vec![vote("flag", "a", 9), vote("flag", "b", 8)]);
    assert_eq!(case.codes(), [["awaits_others", "behind_quota", "vote_open"]]);
}

#[test]
fn lots_are_of_exactly_those_who_are_equal_at_the_edge() {
    let open = case(flag_and_half(EdgePolicy::DrawLots {}), &[9, 8, 8, 8, 1, 1]);
    let drawn = |award: &str, by, order: &[&str]| {
        let decisions = vec![decision(award, by, order)];
        open.clone().record(|record| record.decisions.clone_from(&decisions))
    };
    let lots = DecidedBy::Lots;
    assert_eq!(drawn("certificate", lots, &["d", "b", "c"]).proposed(), ["a", "b d"]);
    drawn("certificate", DecidedBy::Authority, &["d", "b", "c"]).faults(
        "candidacies.decisions[0].by: expected a decision by lots, found one by the competent authority",
    );
}

#[test]
fn nobody_decides_where_the_rules_settle_every_tie() {
    let case = case(flag_and_half(EdgePolicy::ExcludeAll {}), &[9, 9, 7]).record(|record| {
        record.decisions = vec![decision("flag", DecidedBy::Lots, &["a", "b"])];
    });
    case.faults(
        "candidacies.decisions[0].award: expected decisions only for awards whose ties somebody settles, found `flag`",
    );
}

/// What was drawn stays on record when corrected evidence sets apart those who were equal.
#[test]
fn a_decision_whose_tie_is_gone_is_told_as_unused() {
    let drawn = |totals: &[i64], order: &[&str]| {
        let case = case(flag_and_half(EdgePolicy::DrawLots {}), totals);
        case.record(|record| {
            record.decisions = vec![decision("certificate", DecidedBy::Lots, order)];
        })
    };
    let nobody = drawn(&[9, 8, 7, 6, 1, 1], &["d", "b", "c"]);
    assert_eq!(nobody.proposed(), ["a", "b c"]);
    let of_certificate = |case: &Case| case.unused().swap_remove(1);
    assert_eq!(
        of_certificate(&nobody),
        ["the order `d`, `b`, `c` by lots is not used: nobody is equal at the edge of the quota"]
    );
    let others = drawn(&[9, 8, 7, 7, 1, 1], &["d", "b", "c"]);
    assert_eq!(others.proposed(), ["a", "b"]);
    assert_eq!(
        of_certificate(&others),
        [
            "the order `d`, `b`, `c` by lots is not used: `b` is not equal to others at the edge of the quota"
        ]
    );
    // What is drawn then stands beside what was drawn before.
    let again = others.record(|record| {
        record.decisions.push(decision("certificate", DecidedBy::Lots, &["d", "c"]));
    });
    assert_eq!(again.proposed(), ["a", "b d"]);
    assert_eq!(of_certificate(&again).len(), 1);
}

/// Corrected evidence may also put others beside those who were equal.
#[test]
fn a_decision_without_others_who_are_equal_now_is_told_as_unused() {
    let drawn = |order: &[&str]| {
        let case = case(flag_and_half(EdgePolicy::DrawLots {}), &[9, 8, 8, 8, 8, 1]);
        case.record(|record| {
            record.decisions = vec![decision("certificate", DecidedBy::Lots, order)];
        })
    };
    let narrow = drawn(&["d", "b"]);
    assert_eq!(narrow.codes()[1][1..5], ["referred"; 4]);
    assert_eq!(
        narrow.unused().swap_remove(1),
        [
            "the order `d`, `b` by lots is not used: equal to others too at the edge of the quota: `c`, `e`"
        ]
    );
    // What is drawn then among all of them is used beside it.
    let again = narrow.record(|record| {
        record.decisions.push(decision("certificate", DecidedBy::Lots, &["e", "d", "c", "b"]));
    });
    assert_eq!(again.proposed(), ["a", "d e"]);
    assert_eq!(again.unused()[1].len(), 1);
    assert!(drawn(&["e", "d", "c", "b"]).unused()[1].is_empty());
}

const STILL_OPEN: &str = "votes or evidence of somebody who could be equal are still to come";

#[test]
fn a_decision_before_the_votes_is_not_used_yet() {
    let early = case(vec![voted_flag(best(count(1), EdgePolicy::Refer {}))], &[9, 9, 7]);
    let early = early.record(|record| {
        record.votes = vec![vote("flag", "a", 8)];
        record.decisions = vec![decision("flag", DecidedBy::Authority, &["a", "b"])];
    });
    assert_eq!(early.codes(), [["awaits_others", "vote_open", "behind_quota"]]);
    let by = "the order `a`, `b` by the competent authority is not used";
    assert_eq!(early.unused(), [[format!("{by}: {STILL_OPEN}")]]);
}

#[test]
fn lots_for_an_award_that_waits_for_another_are_too_early() {
    let case = case(flag_and_half(EdgePolicy::DrawLots {}), &[9, 9, 8, 8, 8]);
    let case = case.record(|record| {
        record.decisions = vec![decision("certificate", DecidedBy::Lots, &["c", "d", "e"])];
    });
    let told = format!("the order `c`, `d`, `e` by lots is not used: {STILL_OPEN}");
    assert_eq!(case.unused(), [Vec::new(), vec![told]]);
}

#[test]
fn a_provisional_tie_left_outside_still_holds_up_what_looks_at_the_award() {
    let mut awards = flag_and_half(EdgePolicy::ExcludeAll {});
    if let Selection::BestPlaced { quota: Quota::Share { rounding, .. }, .. } =
        &mut awards[1].selection
    {
        *rounding = thidua_values::RoundingMode::Up;
    }
    let mut case = case(awards, &[90, 90, 80, 70, 60]);
    case.totals.insert(id("p"), Some(85));
    case.bests.insert(id("p"), 95);
    let codes = case.codes();
    // In the order of places: a, b, p, c, d, e.
    assert_eq!(codes[0][..3], ["provisional_place"; 3]);
    assert_eq!(codes[1], ["awaits_award"; 6]);
}

#[test]
fn lots_among_provisional_places_are_too_early() {
    let rules = flag_and_half(EdgePolicy::DrawLots {});
    let mut case = case(rules, &[]).record(|record| {
        record.candidates = vec![candidate("b"), candidate("p")];
        record.decisions = vec![decision("flag", DecidedBy::Lots, &["b", "p"])];
    });
    case.totals = [("b", Some(90)), ("p", Some(90))].map(|(who, total)| (id(who), total)).into();
    case.bests.insert(id("p"), 95);
    let told = format!("the order `b`, `p` by lots is not used: {STILL_OPEN}");
    assert_eq!(case.unused()[0], [told]);
}

#[test]
fn whoever_awaits_evidence_leaves_the_flag_and_the_quota_open() {
    let mut case = case(flag_and_half(EdgePolicy::Refer {}), &[9, 8]);
    case.totals.insert(id("w"), None);
    case.bests.insert(id("w"), 10);
    assert_eq!(
        case.codes(),
        [["provisional_place", "provisional_place", "no_place"], ["awaits_award"; 3]]
    );
    // Whom it cannot reach is not held up.
    case.bests.insert(id("w"), 7);
    assert_eq!(case.codes()[0], ["proposed", "behind_quota", "no_place"]);
}

#[test]
fn a_total_that_may_still_reach_the_points_leaves_them_open() {
    let points = |points| AwardCondition::PointsAtLeast { points: Points::whole(points) };
    let letter = award("letter", vec![points(50)], Selection::All {});
    // Whoever stands alone has its place for good, but not yet its total.
    let mut alone = case(vec![letter.clone()], &[40]);
    alone.bests.insert(id("a"), 100);
    assert_eq!(alone.said(), ["a: not decided: 40 to 100 points (at least 50 asked), still open"]);
    alone.bests.insert(id("a"), 49);
    assert_eq!(alone.said(), ["a: refused: 40 to 49 points (at least 50 asked)"]);
    // Others may move its place, but not its total.
    let mut settled = case(vec![letter], &[40, 30]);
    settled.bests.insert(id("b"), 60);
    assert_eq!(settled.codes(), [["not_eligible", "condition_open"]]);
}

#[test]
fn an_unanswered_disqualifier_refuses_nobody_for_good() {
    let mut case = case(vec![award("letter", Vec::new(), Selection::All {})], &[9]);
    case.totals.insert(id("w"), None);
    case.placeless = UnrankedReason::DisqualifierOpen { facts: vec!["scandal".parse().unwrap()] };
    assert_eq!(
        case.said(),
        [
            "a: proposed: rank 1",
            "w: not decided: nobody answered whether it is disqualified by `scandal`",
        ]
    );
}

#[test]
fn a_run_of_awards_is_open_while_the_award_of_this_year_is() {
    let of = Merit::Awarded { award: "flag".parse().unwrap() };
    let requires = vec![AwardCondition::YearsRunning { years: 2, of, ending: RunEnding::ThisYear }];
    let awards = vec![
        award("flag", Vec::new(), best(count(1), EdgePolicy::Refer {})),
        award("certificate", requires, Selection::All {}),
    ];
    let case = case(awards, &[9, 9, 8]).record(|record| {
        record.history = ["a", "c"].map(|who| awarded(who, year(2024), "flag")).to_vec();
    });
    assert_eq!(
        case.codes(),
        [
            ["referred", "referred", "behind_quota"],
            ["awaits_award", "not_eligible", "not_eligible"],
        ]
    );
}

#[test]
fn a_share_that_is_not_on_record_prefers_nobody_and_refuses_nobody() {
    let fact = "women".parse().unwrap();
    let selection = Selection::BestPlaced {
        quota: count(1),
        prefer: vec![Preference { fact, percent: 70.into() }],
        edge: EdgePolicy::DrawLots {},
    };
    let case = |decisions: &[crate::EdgeDecision]| {
        let awards = vec![award("flag", Vec::new(), selection.clone())];
        case(awards, &[9, 9, 9, 8]).record(|record| {
            record.candidates =
                vec![shares("a", 7, 0), shares("b", 6, 0), candidate("c"), candidate("d")];
            record.decisions = decisions.to_vec();
        })
    };
    assert_eq!(
        case(&[]).codes(),
        [["preference_open", "tied_at_edge", "preference_open", "behind_quota"]]
    );
    let early = case(&[decision("flag", DecidedBy::Lots, &["a", "c"])]);
    let told = format!("the order `a`, `c` by lots is not used: {STILL_OPEN}");
    assert_eq!(early.unused(), [[told]]);
}

#[test]
fn what_looks_at_a_faulty_award_is_not_judged() {
    let mut awards = flag_and_half(EdgePolicy::IncludeUpTo { cap: 1 });
    awards[0].selection = best(share(50, QuotaBase::All), EdgePolicy::IncludeUpTo { cap: 1 });
    // The certificate could not be conferred either, if anybody knew who has the flag.
    case(awards, &[9, 8, 7, 6, 5]).faults(
        "award_rules.awards[0].selection.edge.cap: expected a cap of at least the quota of 2, found 1",
    );
}

/// Women among the individuals of a candidate, and advanced workers.
fn shares(subject: &str, women: u32, workers: u32) -> Candidate {
    let share = |fact: &str, part| CandidateShare { fact: fact.parse().unwrap(), part, whole: 10 };
    let shares = vec![share("women", women), share("advanced-workers", workers)];
    Candidate { shares, ..candidate(subject) }
}

/// R35.
///
/// Source: Nghị định 98/2023/NĐ-CP, article 4.
#[test]
fn among_equals_a_collective_with_70_percent_women_goes_first() {
    let fact = "women".parse().unwrap();
    let selection = Selection::BestPlaced {
        quota: count(2),
        prefer: vec![Preference { fact, percent: 70.into() }],
        edge: EdgePolicy::Refer {},
    };
    let case = |women: [u32; 3]| {
        let awards = vec![award("certificate", Vec::new(), selection.clone())];
        let [a, b, c] = women;
        case(awards, &[9, 8, 8]).record(|record| {
            record.candidates = vec![shares("a", a, 0), shares("b", b, 0), shares("c", c, 0)];
        })
    };
    assert_eq!(
        case([0, 6, 7]).said(),
        [
            "a: proposed: rank 1; seat 1 of 2",
            "b: refused: equal to others at the edge of the quota of 2, by preference among equals",
            "c: proposed: rank 2; seat 2 of 2; by preference among equals",
        ]
    );
    assert_eq!(case([0, 7, 7]).codes(), [["proposed", "referred", "referred"]]);
}

/// R42.
///
/// Source: Quyết định 86/2025/QĐ-UBND of Bắc Ninh.
#[test]
fn a_labour_collective_needs_70_percent_advanced_workers() {
    let fact = "advanced-workers".parse().unwrap();
    let requires = vec![AwardCondition::ShareAtLeast { fact, percent: 70.into() }];
    let case =
        case(vec![award("collective", requires, Selection::All {})], &[9, 8, 7]).record(|record| {
            record.candidates = vec![shares("a", 0, 7), shares("b", 0, 6), candidate("c")];
        });
    assert_eq!(
        case.said(),
        [
            "a: proposed: rank 1; 7 of 10 `advanced-workers` (at least 70 % asked)",
            "b: refused: 6 of 10 `advanced-workers` (at least 70 % asked)",
            "c: not decided: no share on record `advanced-workers` (at least 70 % asked), still open",
        ]
    );
}

pub(crate) fn two_years_excellent() -> AwardRule {
    let of = Merit::Graded { grades: vec!["excellent".parse().unwrap()] };
    let requires = vec![AwardCondition::YearsRunning { years: 2, of, ending: RunEnding::ThisYear }];
    award("certificate", requires, Selection::All {})
}

/// R41.
///
/// Source: Quyết định 86/2025/QĐ-UBND of Bắc Ninh, article 3.3.
#[test]
fn excellent_two_years_running_brings_a_certificate_and_a_gap_none() {
    let case = case(vec![two_years_excellent()], &[9, 8, 7, 6]).all_graded("excellent");
    let case = case.record(|record| {
        record.history = vec![
            graded("a", year(2024), "excellent"),
            graded("b", year(2023), "excellent"),
            graded("c", year(2024), "good"),
        ];
    });
    assert_eq!(
        case.said(),
        [
            "a: proposed: rank 1; a run of 2 years from 2024-01-01 (2 years of `excellent` asked)",
            "b: refused: a run of 1 year from 2025-01-01, nothing on record of the year before 2025-01-01 (2 years of `excellent` asked)",
            "c: refused: a run of 1 year from 2025-01-01, another result in the year from 2024-01-01 (2 years of `excellent` asked)",
            "d: refused: a run of 1 year from 2025-01-01, nothing on record of the year before 2025-01-01 (2 years of `excellent` asked)",
        ]
    );
}

/// A merger breaks a run, unless the record says who carries it on.
#[test]
fn a_run_goes_through_a_merger_only_where_the_record_says_so() {
    let merged = |carries: &[crate::Carry]| {
        let case = case(vec![two_years_excellent()], &[9]).all_graded("excellent");
        case.record(|record| {
            record.history = vec![graded("old", year(2024), "excellent")];
            record.carries = carries.to_vec();
        })
    };
    assert_eq!(merged(&[carry("a", "old")]).proposed(), ["a"]);
    // `b` goes on beside `a`: what `b` carries on, `a` does not.
    let mut broken = merged(&[carry("b", "old")]);
    broken.totals.insert(id("b"), Some(8));
    let broken =
        broken.all_graded("excellent").record(|record| record.candidates.push(candidate("b")));
    assert_eq!(broken.proposed(), ["b"]);
}

#[test]
fn a_run_of_awards_counts_the_one_proposed_this_year() {
    let of = Merit::Awarded { award: "title".parse().unwrap() };
    let requires = vec![AwardCondition::YearsRunning { years: 3, of, ending: RunEnding::ThisYear }];
    let awards = vec![
        award("title", Vec::new(), best(count(2), EdgePolicy::Refer {})),
        award("certificate", requires, Selection::All {}),
    ];
    let case = case(awards, &[9, 8, 7]).record(|record| {
        let years = [2023, 2024].map(year);
        record.history = ["a", "b", "c"]
            .iter()
            .flat_map(|who| years.map(|year| awarded(who, year, "title")))
            .filter(|past| past.subject.as_str() != "b" || past.during != year(2023))
            .collect();
    });
    assert_eq!(case.proposed(), ["a b", "a"]);
}

/// R43.
///
/// Source: Luật Thi đua, khen thưởng 06/2022/QH15, article 5; Nghị định 152/2025/NĐ-CP, article 49.
#[test]
fn an_award_of_the_same_year_by_other_rules_excludes_too() {
    let awards = vec![award("letter", vec![not_beside("prompt")], Selection::All {})];
    let case = case(awards, &[9, 8]).record(|record| {
        record.history =
            vec![awarded("a", year(2025), "prompt"), awarded("b", year(2024), "prompt")];
    });
    assert_eq!(case.said(), ["a: refused: has `prompt`", "b: proposed: rank 2",]);
}

/// R39: from the excellent ones by points, so many.
///
/// Source: Quyết định 2579/QĐ-UBND of Cần Thơ (2025), article 7; 2 here instead of 15.
#[test]
fn the_best_of_the_excellent_ones_have_it() {
    let requires = vec![AwardCondition::Graded { grades: vec!["excellent".parse().unwrap()] }];
    let rules = vec![award("certificate", requires, best(count(2), EdgePolicy::Refer {}))];
    let mut case = case(rules, &[9, 8, 7, 6, 5]).all_graded("excellent");
    let grade = |grade: &str| GradeOutcome::Given {
        grade: grade.parse().unwrap(),
        limited: None,
        missed: Vec::new(),
    };
    case.grades.insert(id("a"), grade("good"));
    case.grades.remove(&id("b"));
    assert_eq!(
        case.said(),
        [
            "a: refused: grade `good` (`excellent` asked)",
            "b: refused: no grade (`excellent` asked)",
            "c: proposed: rank 3; seat 1 of 2; grade `excellent` (`excellent` asked)",
            "d: proposed: rank 4; seat 2 of 2; grade `excellent` (`excellent` asked)",
            "e: refused: 2 ahead of it, quota of 2",
        ]
    );
    let possible = ["excellent", "good"].map(|grade| grade.parse().unwrap()).to_vec();
    case.grades.insert(id("b"), GradeOutcome::Open { possible, or_none: false });
    assert_eq!(
        case.codes(),
        [["not_eligible", "condition_open", "proposed", "awaits_others", "behind_quota"]]
    );
}

/// R38: one flag, then at most half of the rest; of all, of the eligible, the
/// least and the most of two.
///
/// Source: Quảng Ninh, 2017; Kế hoạch 157/KH-UBND of Cần Thơ (2025).
#[test]
fn quotas_are_shares_of_all_of_the_rest_or_of_the_eligible() {
    let requires = vec![not_beside("flag"), AwardCondition::RankWithin { rank: 4 }];
    let seats = |quota: Quota| {
        let mut awards = flag_and_half(EdgePolicy::Refer {});
        awards[1] = award("certificate", requires.clone(), best(quota, EdgePolicy::Refer {}));
        case(awards, &[9, 8, 7, 6, 5, 4, 3]).confer().unwrap().awards[1].seats
    };
    let half = |of| share(50, of);
    assert_eq!(seats(half(QuotaBase::All)), Some(3));
    assert_eq!(seats(share(80, QuotaBase::Rest)), Some(4));
    assert_eq!(seats(half(QuotaBase::Eligible)), Some(1));
    assert_eq!(seats(Quota::Least { of: vec![half(QuotaBase::All), count(2)] }), Some(2));
    assert_eq!(seats(Quota::Most { of: vec![half(QuotaBase::Eligible), count(2)] }), Some(2));
    let points = thidua_values::Points::whole(5);
    // The flag has gone to the first, and the conditions leave three.
    assert_eq!(seats(Quota::Most { of: vec![Quota::Reaching { points }, count(2)] }), Some(3));
}

#[test]
fn a_title_that_must_be_registered_is_refused_to_whoever_did_not() {
    let mut awards = vec![award("flag", vec![AwardCondition::Registered {}], Selection::All {})];
    awards.push(award("letter", Vec::new(), Selection::All {}));
    let case = case(awards, &[9, 8])
        .record(|record| record.candidates[1].registered = vec!["flag".parse().unwrap()]);
    assert_eq!(
        case.said(),
        ["a: refused: not registered for", "b: proposed: rank 2; registered for"]
    );
    let registered = |award: usize| {
        let conferral = case.confer().unwrap();
        conferral.awards[award].verdicts.iter().map(|v| v.registered).collect::<Vec<_>>()
    };
    assert_eq!([registered(0), registered(1)], [[false, true], [false, false]]);
}

#[test]
fn individuals_are_nominated_by_members_and_refused_what_is_for_collectives() {
    let worker = Candidate {
        recipient: Recipient::Individual,
        nominated_by: Some(id("a")),
        ..candidate("worker-7")
    };
    let mut letter = award("letter", Vec::new(), Selection::All {});
    letter.recipient = Recipient::Individual;
    let mut best_worker = award("best", Vec::new(), best(count(1), EdgePolicy::Refer {}));
    best_worker.recipient = Recipient::Individual;
    let flag = award("flag", Vec::new(), best(share(50, QuotaBase::All), EdgePolicy::Refer {}));
    let case = case(vec![flag, letter, best_worker], &[9, 8])
        .record(|record| record.candidates.push(worker.clone()));
    assert_eq!(
        case.codes(),
        [
            ["proposed", "behind_quota", "other_recipient"],
            ["other_recipient", "other_recipient", "proposed"],
            ["other_recipient", "other_recipient", "not_in_standing"],
        ]
    );
}

#[test]
fn a_proposal_says_what_it_rests_on() {
    let case = case(vec![two_years_excellent()], &[9]).all_graded("excellent");
    let case = case.record(|record| record.history = vec![graded("a", year(2024), "excellent")]);
    let outcome = case.confer().unwrap().awards.remove(0);
    let VerdictKind::Proposed { rests_on } = &outcome.verdict(&id("a")).unwrap().verdict else {
        panic!("expected a proposal, found {outcome:?}");
    };
    assert_eq!((rests_on.rank, rests_on.seats, rests_on.edge), (Some(1), None, None::<EdgeStep>));
    let years = vec![year(2025), year(2024)];
    assert_eq!(rests_on.conditions[0].found, ConditionFound::Run { years, ended_by: None });
}

/// R44.
///
/// Source: Nghị định 152/2025/NĐ-CP, article 49.
#[test]
fn an_award_pays_what_its_schedule_says_on_the_day() {
    let pays = AwardPay {
        schedule: "decree-152-2025".parse().unwrap(),
        award: "letter-of-commendation".parse().unwrap(),
    };
    let letter = AwardRule { pays: Some(pays), ..award("letter", Vec::new(), Selection::All {}) };
    let mut case = case(vec![letter], &[9]);
    case.faults(
        "award_rules.awards[0].pays.schedule: expected a money schedule at hand, found `decree-152-2025`",
    );
    case.schedules = vec![MoneySchedule::try_new(decree_152()).unwrap()];
    let said = |case: &Case| match case.confer().unwrap().awards.remove(0).money {
        Some(PaidMoney::Paid { money }) => money.amount.to_string(),
        Some(PaidMoney::NotPaid { reason }) => reason.code().to_owned(),
        None => "nothing".to_owned(),
    };
    assert_eq!(said(&case), "1410000");
    case.day = "2025-06-30".parse().unwrap();
    assert_eq!(said(&case), "no_money_schedule");
}

#[test]
fn an_award_that_its_schedule_does_not_pay_is_a_fault_whoever_has_it() {
    let pays = |award: &str| {
        let (schedule, award) = ("decree-152-2025".parse().unwrap(), award.parse().unwrap());
        Some(AwardPay { schedule, award })
    };
    let letter = award("letter", Vec::new(), Selection::All {});
    let paid = |id: &str, award: &str| AwardRule {
        id: id.parse().unwrap(),
        pays: pays(award),
        ..letter.clone()
    };
    let awards = vec![
        paid("paid", "letter-of-commendation"),
        paid("misspelt", "letter-of-comendation"),
        paid("of-individuals", "advanced-worker"),
    ];
    let mut case = case(awards, &[]);
    case.schedules = vec![MoneySchedule::try_new(decree_152()).unwrap()];
    case.faults(
        "award_rules.awards[1].pays.award: expected an award that `decree-152-2025` pays to a collective, found `letter-of-comendation`\n\
         award_rules.awards[2].pays.award: expected an award that `decree-152-2025` pays to a collective, found `advanced-worker`",
    );
}

#[test]
fn candidacies_fit_the_rules_and_the_standing() {
    let mut case = case(flag_and_half(EdgePolicy::Refer {}), &[9, 8]).record(|record| {
        record.award_rules = "others".parse().unwrap();
        record.during = year(2024);
        record.candidates.remove(1);
        record.candidates[0].registered = vec!["medal".parse().unwrap()];
        record.votes = vec![vote("flag", "a", 8), vote("medal", "a", 8)];
        record.decisions = vec![decision("order", DecidedBy::Lots, &["a"])];
    });
    case.faults(
        "candidacies.award_rules: expected award rules `rules`, found `others`\n\
         candidacies.candidates: expected every member of the standing, found none for `b`\n\
         candidacies.candidates[0].registered[0]: expected an award of the rules, found `medal`\n\
         candidacies.decisions[0].award: expected an award of the rules, found `order`\n\
         candidacies.during: expected candidacies of the year from 2025-01-01 until, not including, 2026-01-01, found ones of that from 2024-01-01 until, not including, 2025-01-01\n\
         candidacies.votes[0].award: expected votes only for awards with a vote rule, found `flag`\n\
         candidacies.votes[1].award: expected an award of the rules, found `medal`",
    );
    case = super::tests::case(vec![voted_flag(best(count(1), EdgePolicy::Refer {}))], &[9]);
    let ruling = Some(crate::Ruling::Authority { approves: true });
    let case = case.record(|record| {
        let mut early = vote("flag", "a", 8);
        if let crate::VoteParts::Ballots { ruling: to, .. } = &mut early.vote {
            *to = ruling;
        }
        record.votes = vec![early];
    });
    case.faults(
        "candidacies.votes[0].vote.ruling: expected a ruling only after the last ballot has not approved, found one before",
    );
}

/// R49: a correction cancels what rested on the wrong grade, place or run, and says
/// who moves up.
///
/// Source: Luật Thi đua, khen thưởng 06/2022/QH15, article 93.
#[test]
fn a_correction_cancels_what_rested_on_what_was_wrong() {
    let excellent = AwardCondition::Graded { grades: vec!["excellent".parse().unwrap()] };
    let mut awards = flag_and_half(EdgePolicy::Refer {});
    awards[0].requires.push(excellent);
    awards.push(AwardRule { id: "run".parse().unwrap(), ..two_years_excellent() });
    let before = case(awards, &[9, 8, 7, 6]).all_graded("excellent").record(|record| {
        record.history = vec![graded("a", year(2024), "excellent")];
    });
    let mut after = before.clone();
    after.totals.insert(id("a"), Some(0));
    let grade = "good".parse().unwrap();
    let good = GradeOutcome::Given { grade, limited: None, missed: Vec::new() };
    after.grades.insert(id("a"), good);
    let (before, after) = (before.confer().unwrap(), after.confer().unwrap());
    let correction = crate::correct(&before, &after);
    let cancelled: Vec<String> = correction
        .cancelled
        .iter()
        .map(|one| format!("{} {}: {}", one.award, one.subject, one.words().en))
        .collect();
    assert_eq!(
        cancelled,
        [
            "flag a: cancelled: it rested on its grade; now refused: grade `good` (`excellent` asked)",
            "certificate b: cancelled: it rested on having no award that excludes it; now refused: has `flag`",
            "run a: cancelled: it rested on its run of years; now refused: a run of 0 years, another result in the year from 2025-01-01 (2 years of `excellent` asked)",
        ]
    );
    let granted: Vec<String> =
        correction.granted.iter().map(|one| format!("{} {}", one.award, one.subject)).collect();
    assert_eq!(granted, ["flag b", "certificate c"]);
    assert_eq!(correction.cancelled[0].rested_on.rank, Some(1));
    let nothing = crate::correct(&after, &after);
    assert!(nothing.cancelled.is_empty() && nothing.granted.is_empty());
}

#[test]
fn a_correction_that_moves_a_place_says_so() {
    let before = case(flag_and_half(EdgePolicy::Refer {}), &[9, 8, 7]);
    let mut after = before.clone();
    after.totals.insert(id("a"), Some(1));
    after.totals.remove(&id("c"));
    let correction = crate::correct(&before.confer().unwrap(), &after.confer().unwrap());
    let lost: Vec<_> = correction
        .cancelled
        .iter()
        .map(|one| (one.award.as_str(), one.subject.as_str(), one.lost[0].code()))
        .collect();
    assert_eq!(lost, [("flag", "a", "place"), ("certificate", "b", "no_other_award")]);
    let back = crate::correct(&after.confer().unwrap(), &before.confer().unwrap());
    let granted: Vec<_> =
        back.granted.iter().map(|one| (one.award.as_str(), one.subject.as_str())).collect();
    assert_eq!(granted, [("flag", "a"), ("certificate", "b")]);
}

#[test]
fn a_proposal_that_waits_again_is_not_cancelled() {
    let before = case(flag_and_half(EdgePolicy::Refer {}), &[9, 8, 7]);
    let mut after = before.clone();
    after.totals.insert(id("b"), Some(9));
    let correction = crate::correct(&before.confer().unwrap(), &after.confer().unwrap());
    assert!(correction.cancelled.is_empty() && correction.granted.is_empty());
    let reopened: Vec<String> = correction
        .reopened
        .iter()
        .map(|one| format!("{} {}: {}", one.award, one.subject, one.words().en))
        .collect();
    assert_eq!(
        reopened,
        [
            "flag a: open again: now not decided: equal to others at the edge of the quota of 1, waits for the competent authority",
            "certificate b: open again: now not decided: waits for `flag`",
        ]
    );
}

#[test]
fn a_correction_tells_a_smaller_quota_from_a_place_and_a_preference() {
    let fact = "women".parse().unwrap();
    let selection = Selection::BestPlaced {
        quota: share(50, QuotaBase::All),
        prefer: vec![Preference { fact, percent: 70.into() }],
        edge: EdgePolicy::Refer {},
    };
    let of = |totals: &[i64], women: &[u32]| {
        let awards = vec![award("certificate", Vec::new(), selection.clone())];
        let case = case(awards, totals).record(|record| {
            let named = ["a", "b", "c", "d"].iter().zip(women);
            record.candidates = named.map(|(who, women)| shares(who, *women, 0)).collect();
        });
        case.confer().unwrap()
    };
    let before = of(&[9, 8, 7, 6], &[0, 0, 7, 0]);
    let lost = |after: &Conferral| {
        let cancelled = crate::correct(&before, after).cancelled;
        let said = cancelled.iter().map(|one| (one.subject.to_string(), one.lost[0].code()));
        said.collect::<Vec<_>>()
    };
    let of_b = |code| vec![("b".to_owned(), code)];
    assert_eq!(lost(&of(&[9, 8, 7], &[0, 0, 7])), of_b("quota"));
    assert_eq!(lost(&of(&[9, 1, 7, 6], &[0, 0, 7, 0])), of_b("place"));
    assert_eq!(lost(&of(&[9, 7, 7, 6], &[0, 0, 7, 0])), of_b("preference"));
}
