//! What is open, held against all that it can come to.

use proptest::prelude::*;
use proptest::test_runner::Config;

use super::laws::{Known, case_of_known, name, rule, verdicts};
use super::*;

const MEMBERS: usize = 4;

/// What can be open about a member.
#[derive(Clone, Copy, Debug)]
enum Open {
    Votes,
    Grade,
    Women,
}

impl Open {
    /// The members with this left open about one of them.
    fn left_open(self, members: &mut [Known], who: usize) {
        match self {
            Self::Votes => members[who].yes = None,
            Self::Grade => members[who].excellent = None,
            Self::Women => members[who].women = None,
        }
    }

    /// All that this can come to: too few votes, enough, the most; a grade; too few women, enough.
    fn comes_to(self, members: &[Known], who: usize) -> Vec<Vec<Known>> {
        let with = |change: &dyn Fn(&mut Known)| {
            let mut members = members.to_vec();
            change(&mut members[who]);
            members
        };
        match self {
            Self::Votes => [5, 8, 9, 10].map(|yes| with(&|one| one.yes = Some(yes))).into(),
            Self::Grade => [true, false].map(|is| with(&|one| one.excellent = Some(is))).into(),
            Self::Women => [5, 7].map(|women| with(&|one| one.women = Some(women))).into(),
        }
    }
}

/// Members whose places are settled, of whom all else is known.
fn members() -> impl Strategy<Value = Vec<Known>> {
    let yes = prop_oneof![1 => Just(5_u32), 4 => 8_u32..11];
    let of = (0_i64..3, yes, prop::bool::weighted(0.8), prop_oneof![Just(5_u32), Just(7_u32)]);
    let of = of.prop_map(|(total, yes, excellent, women)| Known {
        total: Some(total),
        best: None,
        yes: Some(yes),
        excellent: Some(excellent),
        women: Some(women),
        before: false,
    });
    prop::collection::vec(of, 1..=MEMBERS)
}

/// What is open, and about whom.
fn open() -> impl Strategy<Value = Vec<(usize, Open)>> {
    let one = prop::sample::select(vec![Open::Votes, Open::Grade, Open::Women]);
    prop::collection::vec((0..MEMBERS, one), 1..=3)
}

/// The definition: yes or no if it comes out so whatever happens, else not decided.
fn status_by_definition(
    ends: &[BTreeMap<SubjectId, VerdictKind>],
    who: &SubjectId,
) -> VerdictStatus {
    let mut statuses = ends.iter().map(|end| end[who].status());
    let first = statuses.next().unwrap();
    if statuses.all(|other| other == first) { first } else { VerdictStatus::NotDecided }
}

proptest! {
    #![proptest_config(Config { cases: 400, ..Config::default() })]

    /// Law: where the seats are known and the places settled, a verdict is not decided exactly
    /// where it can come out one way and another, or stays undecided.
    #[test]
    fn what_is_not_decided_can_come_out_either_way(rule in rule(), members in members(), open in open()) {
        let mut known = members.clone();
        for (who, what) in &open {
            what.left_open(&mut known, who % members.len());
        }
        let mut ends = vec![known.clone()];
        for (who, what) in &open {
            ends = ends.iter().flat_map(|end| what.comes_to(end, who % members.len())).collect();
        }
        let case = |members: &[Known]| case_of_known(vec![rule.clone()], members);
        let case_of_open = case(&known);
        let has_quota = !matches!(rule.selection, Selection::All {});
        prop_assume!(!has_quota || case_of_open.confer().unwrap().awards[0].seats.is_some());
        let found = verdicts(&case_of_open, 0);
        let ends: Vec<_> = ends.iter().map(|end| verdicts(&case(end), 0)).collect();
        for who in 0..members.len() {
            let who = id(&name(who));
            prop_assert_eq!(found[&who].status(), status_by_definition(&ends, &who), "{}: {:?}", who, &found);
        }
    }
}

/// Whether `a` is eligible or not, `b` has a seat: the second of two or the only one.
#[test]
fn seats_that_hang_on_somebody_open_are_held_at_their_fewest_against_all_rivals() {
    let up = thidua_values::RoundingMode::Up;
    let half = Quota::Share { percent: 50.into(), of: QuotaBase::Eligible, rounding: up };
    let rule = award("flag", vec![graded_as("excellent")], best(half, EdgePolicy::Refer {}));
    let of = |total, excellent| Known {
        total: Some(total),
        best: None,
        yes: None,
        excellent,
        women: None,
        before: false,
    };
    let codes = |first| {
        let members = [of(3, first), of(2, Some(true)), of(1, Some(true))];
        case_of_known(vec![rule.clone()], &members).codes().swap_remove(0)
    };
    assert_eq!(codes(Some(true)), ["proposed", "proposed", "behind_quota"]);
    assert_eq!(codes(Some(false)), ["not_eligible", "proposed", "behind_quota"]);
    assert_eq!(codes(None), ["condition_open", "awaits_others", "awaits_others"]);
}

/// Whether `b` comes to 8 points or to 9, both have a seat.
#[test]
fn a_place_that_can_still_change_has_no_seat_wherever_it_comes_to_be() {
    let rule = award("flag", Vec::new(), best(count(2), EdgePolicy::Refer {}));
    let mut case = case(vec![rule], &[8, 7, 6]);
    case.bests.insert(id("b"), 9);
    assert_eq!(case.codes(), [["provisional_place", "provisional_place", "behind_quota"]]);
}

#[test]
fn votes_that_were_counted_stay_what_they_are_while_a_condition_is_open() {
    let mut flag = voted_flag(most_votes(1, VoteEdge::Chair));
    flag.requires = vec![graded_as("excellent")];
    let mut case = case(vec![flag], &[3, 2]).all_graded("excellent").voted(&[("a", 9), ("b", 8)]);
    let possible = ["excellent", "good"].map(|grade| grade.parse().unwrap()).to_vec();
    case.grades.insert(id("b"), GradeOutcome::Open { possible, or_none: false });
    assert_eq!(case.codes(), [["proposed", "behind_quota"]]);
}

/// Whoever is preferred and has all votes goes first, whatever the others will have.
#[test]
fn a_vote_to_come_is_of_all_members_at_most() {
    let prefer = vec![Preference { fact: "women".parse().unwrap(), percent: 70.into() }];
    let edge = VoteEdge::Chair;
    let flag = voted_flag(Selection::MostVotes { quota: count(1), prefer, edge });
    let yes = |yes| {
        let case = case(vec![flag.clone()], &[3, 2]).record(|record| {
            record.candidates = vec![shares("a", 7, 0), shares("b", 5, 0)];
            record.votes = vec![vote("flag", "a", yes)];
        });
        case.codes().swap_remove(0)
    };
    assert_eq!(yes(10), ["proposed", "tied_at_edge"]);
    assert_eq!(yes(9), ["awaits_others", "vote_open"]);
}
