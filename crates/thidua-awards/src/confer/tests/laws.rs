//! Laws of conferring.

use proptest::prelude::*;
use proptest::test_runner::Config;

use super::*;

const MEMBERS: usize = 6;

/// What is open or settled about one member.
#[derive(Clone, Debug)]
struct Of {
    total: Option<i64>,
    yes: Option<u32>,
    excellent: bool,
    women: u32,
}

fn members() -> impl Strategy<Value = Vec<Of>> {
    let total = prop_oneof![6 => (0_i64..4).prop_map(Some), 1 => Just(None), 1 => (-2_i64..0).prop_map(Some)];
    let yes = prop::option::weighted(0.7, prop_oneof![Just(5_u32), 8_u32..11]);
    let of = (total, yes, any::<bool>(), 5_u32..9);
    let of = of.prop_map(|(total, yes, excellent, women)| Of { total, yes, excellent, women });
    prop::collection::vec(of, 1..=MEMBERS)
}

fn edge() -> impl Strategy<Value = EdgePolicy> {
    prop::sample::select(vec![
        EdgePolicy::IncludeAll {},
        EdgePolicy::ExcludeAll {},
        EdgePolicy::IncludeUpTo { cap: 6 },
        EdgePolicy::DrawLots {},
        EdgePolicy::Refer {},
    ])
}

fn quota() -> impl Strategy<Value = Quota> {
    let share = |of| (20_u32..90).prop_map(move |percent| share(percent, of));
    let simple =
        prop_oneof![(1_u32..4).prop_map(count), share(QuotaBase::All), share(QuotaBase::Eligible),];
    let reaching = (0..4).prop_map(|points| Quota::Reaching { points: Points::whole(points) });
    let most =
        (simple.clone(), reaching).prop_map(|(one, other)| Quota::Most { of: vec![one, other] });
    let pair = prop::collection::vec(simple.clone(), 2);
    prop_oneof![
        3 => simple,
        1 => pair.clone().prop_map(|of| Quota::Least { of }),
        1 => pair.prop_map(|of| Quota::Most { of }),
        1 => most,
    ]
}

fn selection() -> impl Strategy<Value = Selection> {
    let prefer =
        prop::option::of(Just(Preference { fact: "women".parse().unwrap(), percent: 70.into() }));
    let prefer = prefer.prop_map(|one| one.into_iter().collect::<Vec<_>>());
    prop_oneof![
        1 => Just(Selection::All {}),
        4 => (quota(), prefer.clone(), edge()).prop_map(|(quota, prefer, edge)| Selection::BestPlaced { quota, prefer, edge }),
        2 => (quota(), prefer).prop_map(|(quota, prefer)| Selection::MostVotes { quota, prefer, edge: VoteEdge::Chair }),
    ]
}

/// One award, with a vote if the selection asks for one or by chance, and with a grade by chance.
pub(super) fn rule() -> impl Strategy<Value = AwardRule> {
    (selection(), any::<bool>(), any::<bool>()).prop_map(|(selection, votes, graded)| {
        let grades = vec!["excellent".parse().unwrap()];
        let requires = graded.then_some(AwardCondition::Graded { grades }).into_iter().collect();
        let votes = votes || matches!(selection, Selection::MostVotes { .. });
        let vote =
            crate::VoteRuleParts { max_ballots: 1, then_decides: None, ..vote_rule(percent(80)) };
        AwardRule { vote: votes.then_some(vote), ..award("flag", requires, selection) }
    })
}

pub(super) fn name(number: usize) -> String {
    format!("m-{number}")
}

/// The case of these members, called by `called`.
fn case_of(awards: Vec<AwardRule>, members: &[Of], called: impl Fn(usize) -> usize) -> Case {
    let named: Vec<(String, &Of)> =
        members.iter().enumerate().map(|(number, of)| (name(called(number)), of)).collect();
    let asks = awards[0].vote.is_some();
    let mut case = case(awards, &[]);
    case.totals = named.iter().map(|(name, of)| (id(name), of.total)).collect();
    for (name, of) in &named {
        case.grades.insert(id(name), given(if of.excellent { "excellent" } else { "good" }));
    }
    case.record(|record| {
        record.candidates = named.iter().map(|(name, of)| shares(name, of.women, 0)).collect();
        let voted = |(name, of): &(String, &Of)| Some(vote("flag", name, of.yes?));
        record.votes = named.iter().filter(|_| asks).filter_map(voted).collect();
    })
}

/// The verdicts on an award by subject.
pub(super) fn verdicts(case: &Case, award: usize) -> BTreeMap<SubjectId, VerdictKind> {
    let outcome = case.confer().unwrap().awards.remove(award);
    let verdicts = outcome.verdicts.iter();
    let by_subject: BTreeMap<_, _> =
        verdicts.map(|one| (one.subject.clone(), one.verdict.clone())).collect();
    assert_eq!(by_subject.len(), outcome.verdicts.len());
    by_subject
}

fn is_proposed(kind: &VerdictKind) -> bool {
    kind.status() == VerdictStatus::Proposed
}

/// What is known of one member: a total and the best that it may still come to, votes,
/// a grade, women, and whether it had the award the year before.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) total: Option<i64>,
    pub(super) best: Option<i64>,
    pub(super) yes: Option<u32>,
    pub(super) excellent: Option<bool>,
    pub(super) women: Option<u32>,
    pub(super) before: bool,
}

/// What is known of one member, and how it comes out.
fn open_and_closed() -> impl Strategy<Value = (Known, Known)> {
    let total = prop_oneof![
        5 => (0_i64..4).prop_map(|total| (Some(total), None, total)),
        1 => (0_i64..4, 1_i64..3, 0_i64..3).prop_map(|(total, more, by)| (Some(total), Some(total + more), total + by.min(more))),
        1 => (0_i64..4, 0_i64..4).prop_map(|(best, by)| (None, Some(best), by.min(best))),
    ];
    let yes = prop_oneof![Just(5_u32), 8_u32..11];
    let values = (total, yes, any::<bool>(), 5_u32..9, any::<bool>());
    (values, prop::array::uniform3(prop::bool::weighted(0.8))).prop_map(
        |(((total, best, comes_to), yes, excellent, women, before), [voted, graded, shared])| {
            let closed = Known {
                total: Some(comes_to),
                best: None,
                yes: Some(yes),
                excellent: Some(excellent),
                women: Some(women),
                before,
            };
            let open = Known {
                total,
                best,
                yes: closed.yes.filter(|_| voted),
                excellent: closed.excellent.filter(|_| graded),
                women: closed.women.filter(|_| shared),
                before,
            };
            (open, closed)
        },
    )
}

/// An award, and one that is not given beside it or that asks for it two years running.
fn linked_rules() -> impl Strategy<Value = Vec<AwardRule>> {
    let links = prop_oneof![Just(not_beside("flag")), Just(years_of(2, "flag")),];
    let share_asked =
        AwardCondition::ShareAtLeast { fact: "women".parse().unwrap(), percent: 70.into() };
    let more = prop::sample::select(vec![
        Vec::new(),
        vec![share_asked],
        vec![AwardCondition::RankWithin { rank: 2 }],
        vec![AwardCondition::PointsAtLeast { points: Points::whole(2) }],
    ]);
    (rule(), links, more, best_selection()).prop_map(|(first, link, more, selection)| {
        let mut requires = more;
        requires.push(link);
        vec![first, award("certificate", requires, selection)]
    })
}

/// A selection without votes; a share of the rest where one is left.
fn best_selection() -> impl Strategy<Value = Selection> {
    let up = thidua_values::RoundingMode::Up;
    let half = Quota::Share { percent: 50.into(), of: QuotaBase::All, rounding: up };
    let quota = prop_oneof![quota(), Just(half)];
    prop_oneof![
        Just(Selection::All {}),
        (quota, edge()).prop_map(|(quota, edge)| best(quota, edge)),
    ]
}

/// The case of members of whom so much is known.
pub(super) fn case_of_known(awards: Vec<AwardRule>, members: &[Known]) -> Case {
    let asks = awards[0].vote.is_some();
    let mut case = case(awards, &[]);
    let named = || members.iter().enumerate().map(|(number, of)| (name(number), of));
    case.totals = named().map(|(name, of)| (id(&name), of.total)).collect();
    case.bests = named().filter_map(|(name, of)| Some((id(&name), of.best?))).collect();
    let possible = ["excellent", "good"].map(|grade| grade.parse().unwrap()).to_vec();
    let open = GradeOutcome::Open { possible, or_none: false };
    for (name, of) in named() {
        let found = of.excellent.map(|is| given(if is { "excellent" } else { "good" }));
        case.grades.insert(id(&name), found.unwrap_or_else(|| open.clone()));
    }
    let one = |(name, of): (String, &Known)| match of.women {
        Some(women) => shares(&name, women, 0),
        None => candidate(&name),
    };
    case.record(|record| {
        record.candidates = named().map(one).collect();
        let voted = |(name, of): (String, &Known)| Some(vote("flag", &name, of.yes?));
        record.votes = named().filter(|_| asks).filter_map(voted).collect();
        let before = named().filter(|(_, of)| of.before);
        record.history = before.map(|(name, _)| awarded(&name, year(2024), "flag")).collect();
    })
}

proptest! {
    #![proptest_config(Config { cases: 400, ..Config::default() })]

    /// Law: every candidate has one verdict on each award; no more are proposed
    /// than there are seats, save by the stated policy; and none whose place is
    /// provisional, whose vote is open or lost, or who misses a condition.
    #[test]
    fn everybody_is_awarded_or_refused_within_the_quota(rule in rule(), members in members()) {
        let case = case_of(vec![rule.clone()], &members, |number| number);
        let outcome = case.confer().unwrap().awards.remove(0);
        let verdicts = verdicts(&case, 0);
        prop_assert_eq!(verdicts.len(), members.len());
        let proposed: Vec<&SubjectId> = outcome.proposed().collect();
        let most = match &rule.selection {
            Selection::All {} | Selection::BestPlaced { edge: EdgePolicy::IncludeAll {}, .. } => members.len(),
            Selection::BestPlaced { edge: EdgePolicy::IncludeUpTo { cap }, .. } => *cap as usize,
            Selection::BestPlaced { .. } | Selection::MostVotes { .. } => outcome.seats.unwrap_or(members.len()),
        };
        prop_assert!(proposed.len() <= most);
        for subject in proposed {
            let of = &members[subject.as_str()[2..].parse::<usize>().unwrap()];
            prop_assert!(of.total.is_some_and(|total| 0 <= total));
            prop_assert!(rule.vote.is_none() || of.yes.is_some_and(|yes| 8 <= yes));
            prop_assert!(rule.requires.is_empty() || of.excellent);
        }
    }

    /// Law: to rename the members is to rename the result.
    #[test]
    fn nobody_is_preferred_for_a_name(rule in rule(), members in members(), turn in 0..MEMBERS) {
        let called = |number: usize| (number + turn) % members.len();
        let before = verdicts(&case_of(vec![rule.clone()], &members, |number| number), 0);
        let after = verdicts(&case_of(vec![rule], &members, called), 0);
        for number in 0..members.len() {
            prop_assert_eq!(&before[&id(&name(number))], &after[&id(&name(called(number)))]);
        }
    }

    /// Law: the order of what is on record changes nothing.
    #[test]
    fn the_order_of_the_record_changes_nothing(
        (rule, members, order) in (rule(), members()).prop_flat_map(|(rule, members)| {
            let order = Just((0..members.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(rule), Just(members), order)
        }),
    ) {
        let case = case_of(vec![rule], &members, |number| number);
        let shuffled = case.clone().record(|record| {
            let candidates = record.candidates.clone();
            record.candidates = order.iter().map(|at| candidates[*at].clone()).collect();
            record.votes.reverse();
        });
        prop_assert_eq!(shuffled.confer().unwrap(), case.confer().unwrap());
    }

    /// Law: a better total never takes a proposal away.
    #[test]
    fn better_evidence_never_lowers_the_own_verdict(rule in rule(), members in members(), who in 0..MEMBERS, more in 1_i64..4) {
        let who = who % members.len();
        prop_assume!(members[who].total.is_some_and(|total| 0 <= total));
        let mut better = members.clone();
        better[who].total = members[who].total.map(|total| total + more);
        let subject = id(&name(who));
        let before = verdicts(&case_of(vec![rule.clone()], &members, |number| number), 0);
        let after = verdicts(&case_of(vec![rule], &better, |number| number), 0);
        prop_assert!(!is_proposed(&before[&subject]) || is_proposed(&after[&subject]), "{before:?} {after:?}");
    }

    /// Law: what is said while votes, grades, totals and shares are open holds however they
    /// come out, of an award and of one that looks at it.
    #[test]
    fn a_verdict_holds_however_it_comes_out(
        rules in linked_rules(),
        (open, closed) in prop::collection::vec(open_and_closed(), 1..=MEMBERS)
            .prop_map(|both| both.into_iter().unzip::<_, _, Vec<_>, Vec<_>>()),
    ) {
        let (open, closed) = (case_of_known(rules.clone(), &open), case_of_known(rules, &closed));
        for award in 0..2 {
            let (open, closed) = (verdicts(&open, award), verdicts(&closed, award));
            for (subject, kind) in &open {
                if kind.status() != VerdictStatus::NotDecided {
                    prop_assert_eq!(kind.status(), closed[subject].status(), "{}: {:?} {:?}", subject, kind, &closed[subject]);
                }
            }
        }
    }

    /// Law: lots replay. Whatever order is drawn of those who wait, its first have
    /// the seats that are left; and so they have when it is replayed.
    #[test]
    fn lots_replay(totals in prop::collection::vec(0_i64..2, 3..=MEMBERS), seats in 1_u32..4, turn in 0..MEMBERS) {
        let rule = award("flag", Vec::new(), best(count(seats), EdgePolicy::DrawLots {}));
        let of = |total: &i64| Of { total: Some(*total), yes: None, excellent: true, women: 5 };
        let members: Vec<Of> = totals.iter().map(of).collect();
        let case = case_of(vec![rule], &members, |number| number);
        let open = verdicts(&case, 0);
        let mut tied: Vec<SubjectId> = open
            .iter()
            .filter(|(_, kind)| matches!(kind, VerdictKind::Referred { .. }))
            .map(|(subject, _)| subject.clone())
            .collect();
        prop_assume!(!tied.is_empty());
        let turn = turn % tied.len();
        tied.rotate_left(turn);
        let order: Vec<&str> = tied.iter().map(SubjectId::as_str).collect();
        let drawn = case.decided("flag", DecidedBy::Lots, &order);
        let settled = verdicts(&drawn, 0);
        let Some(VerdictKind::Referred { ahead, .. }) = open.get(&tied[0]) else { unreachable!() };
        let free = seats as usize - ahead;
        for (place, subject) in tied.iter().enumerate() {
            prop_assert_eq!(is_proposed(&settled[subject]), place < free);
        }
        for (subject, kind) in open.iter().filter(|(subject, _)| !tied.contains(subject)) {
            prop_assert_eq!(kind.status(), settled[subject].status());
        }
        let again = drawn.clone().record(|record| record.candidates.reverse());
        prop_assert_eq!(drawn.confer(), again.confer());
    }

    /// Law: a share of the rest never gives a seat to whoever has the award before.
    #[test]
    fn nobody_has_both_of_two_that_exclude_each_other(members in members(), edge in edge(), percent in 20_u32..100) {
        let mut awards = vec![award("flag", Vec::new(), best(count(1), edge))];
        awards.push(award("certificate", vec![not_beside("flag")], best(share(percent, QuotaBase::Rest), edge)));
        let case = case_of(awards, &members, |number| number);
        let (flag, certificate) = (verdicts(&case, 0), verdicts(&case, 1));
        for (subject, kind) in &flag {
            prop_assert!(!is_proposed(kind) || !is_proposed(&certificate[subject]));
        }
    }
}
