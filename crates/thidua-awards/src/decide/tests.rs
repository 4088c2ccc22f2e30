//! Laws of deciding, and the published rules as golden cases.

use proptest::prelude::*;

use super::*;
use crate::check_faults;
use crate::vote_rule::tests::{MAJORITY, TWO_THIRDS, parts, percent};
use crate::{Approval, BallotParts, ConsensusForm, Quorum, VoteParts, VoteRuleParts, VoteShare};

fn rule(parts: VoteRuleParts) -> VoteRule {
    VoteRule::try_new(parts).unwrap()
}

/// A ballot in which all are present and say yes or no.
fn all_present(yes: u32, members: u32) -> BallotParts {
    BallotParts { members, present: members, written: 0, yes, no: members - yes, blank: 0 }
}

fn held(ballots: &[BallotParts], ruling: Option<Ruling>) -> Vote {
    Vote::try_new(VoteParts::Ballots { ballots: ballots.to_vec(), ruling }).unwrap()
}

fn outcome(rule: &VoteRule, ballots: &[BallotParts], ruling: Option<Ruling>) -> VoteOutcome {
    rule.decide(&held(ballots, ruling)).unwrap().outcome
}

fn verdict(rule: &VoteRule, parts: BallotParts) -> BallotVerdict {
    rule.count(&Ballot::try_new(parts).unwrap()).verdict
}

/// Golden: `nd98-30-7`.
///
/// Source: Nghị định 98/2023/NĐ-CP, article 30.7, as told at
/// <https://thuvienphapluat.vn/phap-luat/xet-danh-hieu-chien-si-thi-dua-co-so-phai-co-ty-le-phieu-dong-y-la-bao-nhieu-ho-so-khen-thuong-gom--367655-220979.html>.
/// Nghị định 152/2025/NĐ-CP replaced it on 2025-07-01; its threshold was not read.
#[test]
fn decree_98_asks_for_80_or_90_percent_of_all_members() {
    let titles = [
        ("Anh hùng", 90),
        ("Chiến sĩ thi đua toàn quốc", 90),
        ("Chiến sĩ thi đua bộ, tỉnh", 90),
        ("Chiến sĩ thi đua cơ sở", 80),
        ("Cờ thi đua bộ, tỉnh", 80),
        ("Cờ thi đua của Chính phủ", 80),
    ];
    // The row names no quorum, no second ballot and nobody who decides after it.
    let row = |share| {
        rule(VoteRuleParts {
            quorum: None,
            max_ballots: 1,
            then_decides: None,
            ..parts(percent(share))
        })
    };
    for (title, share) in titles {
        let rule = row(share);
        for members in 1..=200 {
            let least = (0..=members).find(|yes| 100 * yes >= share * members).unwrap();
            let of_all = |yes| outcome(&rule, &[all_present(yes, members)], None);
            assert!(of_all(least).is_approved(), "{title}: {least} of {members}");
            assert!(of_all(least - 1).is_refused(), "{title}: {} of {members}", least - 1);
        }
    }
    // Of seven 80 % are 5.6 and 90 % are 6.3: 6 and 7.
    assert_eq!(row(80).count(&Ballot::try_new(all_present(6, 7)).unwrap()).approval.needed, 6);
    assert_eq!(row(90).count(&Ballot::try_new(all_present(6, 7)).unwrap()).approval.needed, 7);

    // Who is absent gives a written opinion, which counts as the member's; who is silent
    // stays in the denominator. All 7 present of 10 are 70 %, and one who writes makes 80 %.
    let seven = BallotParts { members: 10, present: 7, written: 0, yes: 7, no: 0, blank: 0 };
    assert!(outcome(&row(80), &[seven], None).is_refused());
    let and_one_writes = BallotParts { written: 1, yes: 8, ..seven };
    assert!(outcome(&row(80), &[and_one_writes], None).is_approved());

    // Consensus has no numbers, and the decree asks for a ballot.
    let form = ConsensusForm::Agreed;
    let consensus = Vote::try_new(VoteParts::Consensus { form }).unwrap();
    let found = row(80).decide(&consensus).unwrap();
    assert_eq!(found.outcome, VoteOutcome::BallotRequired { form });
}

/// Golden: `tand-01-2024-29`.
///
/// Source: Thông tư 01/2024/TT-TANDTC, article 29, as told at
/// <https://thuvienphapluat.vn/phap-luat/noi-dung-to-chuc-phong-trao-thi-dua-trong-toa-an-nhan-dan-quy-dinh-the-nao-quy-dinh-ve-cac-doi-tuon-609686-213534.html>.
#[test]
fn courts_hold_two_ballots_and_then_head_and_deputy_decide_about_a_flag() {
    let title = rule(parts(percent(80)));
    let flag =
        rule(VoteRuleParts { then_decides: Some(Decider::HeadAndDeputy), ..title.parts().clone() });
    let fails = all_present(7, 9);
    let passes = all_present(8, 9);

    // The quorum is 2/3: of nine members six, and five are too few whatever they say.
    let present = |present| BallotParts { present, yes: present, no: 0, ..fails };
    assert_eq!(verdict(&title, present(5)), BallotVerdict::NoQuorum);
    assert_eq!(verdict(&title, present(6)), BallotVerdict::NotApproved);

    let (most, votes) = (2, VoteCount { count: 8, of: 9, needed: 8 });
    assert_eq!(outcome(&title, &[fails], None), VoteOutcome::AwaitsBallot { held: 1, most });
    assert_eq!(outcome(&title, &[fails, passes], None), VoteOutcome::Approved { ballot: 2, votes });

    for (rule, by) in [(&title, Decider::Authority), (&flag, Decider::HeadAndDeputy)] {
        let twice = outcome(rule, &[fails, fails], None);
        assert_eq!(twice, VoteOutcome::AwaitsRuling { by, ballots: 2 });
    }
    let approves = Some(Ruling::Authority { approves: true });
    let by = Decider::Authority;
    assert_eq!(outcome(&title, &[fails, fails], approves), VoteOutcome::ApprovedByRuling { by });
    let disagree = Some(Ruling::HeadAndDeputy { head_approves: true, deputy_approves: false });
    assert_eq!(outcome(&flag, &[fails, fails], disagree), VoteOutcome::HeadAndDeputyDisagree {});

    // 90 % of nine are 8.1.
    assert!(!outcome(&rule(parts(percent(90))), &[passes], None).is_approved());
}

/// Golden: `bkhcn-25-2025-23`, its quorum; its seats are one of those of `confer`.
///
/// Source: Thông tư 25/2025/TT-BKHCN, article 23, as told at
/// <https://thuvienphapluat.vn/phap-luat/hoi-dong-thi-dua-khen-thuong-cac-cap-thuoc-bo-khoa-hoc-va-cong-nghe-duoc-thanh-lap-va-to-chuc-ra-sa-937687-244506.html>.
#[test]
fn the_science_ministry_counts_who_substitutes_in_writing_and_no_guest() {
    // The row states no share of approval; 80 % here are illustrative.
    let rule = rule(parts(percent(80)));

    // Who substitutes in writing counts as the member: of nine, six present are a quorum. An
    // invited guest is no member, so nothing here could count one.
    let six = BallotParts { members: 9, present: 6, written: 2, yes: 8, no: 0, blank: 0 };
    assert_eq!(verdict(&rule, six), BallotVerdict::Approved);
    assert_eq!(verdict(&rule, BallotParts { present: 5, yes: 7, ..six }), BallotVerdict::NoQuorum);
    assert!(Ballot::try_new(BallotParts { members: 9, present: 10, ..six }).is_err());
}

/// Golden: `bacninh-86-2025-8`.
///
/// The row says "simple majority" and not of whom, so both readings are shown.
///
/// Source: Quyết định 86/2025/QĐ-UBND of Bắc Ninh, article 8, at
/// <https://thuvienphapluat.vn/van-ban/Bo-may-hanh-chinh/Quyet-dinh-86-2025-QD-UBND-cong-tac-thi-dua-khen-thuong-Bac-Ninh-682835.aspx>.
#[test]
fn bac_ninh_asks_80_percent_to_attend_where_awards_are_decided() {
    let session = |share, counts, of| {
        rule(VoteRuleParts {
            quorum: Some(Quorum { share, counts }),
            approval: Approval { share: MAJORITY, of },
            ..parts(MAJORITY)
        })
    };
    // Seven of ten are a quorum, but not where awards are decided; the absent may write.
    let seven = BallotParts { members: 10, present: 7, written: 1, yes: 5, no: 3, blank: 0 };
    let plain = session(TWO_THIRDS, Attendance::Present, VoteBase::TakingPart);
    let strict = session(percent(80), Attendance::Present, VoteBase::TakingPart);
    let award = session(percent(80), Attendance::PresentOrInWriting, VoteBase::TakingPart);
    assert_eq!(verdict(&plain, seven), BallotVerdict::Approved);
    assert_eq!(verdict(&strict, seven), BallotVerdict::NoQuorum);
    assert_eq!(verdict(&award, seven), BallotVerdict::Approved);
    // Two ratios: eight of ten attend, and five of the eight are more than a half, but five
    // of all ten are not.
    let of_all = session(percent(80), Attendance::PresentOrInWriting, VoteBase::AllMembers);
    assert_eq!(verdict(&of_all, seven), BallotVerdict::NotApproved);
    assert_eq!(verdict(&of_all, BallotParts { yes: 6, no: 2, ..seven }), BallotVerdict::Approved);
    // A half is not a majority.
    assert_eq!(verdict(&award, BallotParts { yes: 4, no: 4, ..seven }), BallotVerdict::NotApproved);
}

/// Golden: cluster 3 of Hà Nội agreed on Sóc Sơn as head and Thanh Trì as deputy for 2023 by
/// acclamation ("thống nhất suy tôn"), of which no numbers are told; meeting of 8/11/2022.
///
/// Source: the report of the cluster for 2022, the third of the project's source articles.
#[test]
fn acclamation_has_no_numbers() {
    let rule = rule(VoteRuleParts { consensus: ConsensusPolicy::Suffices, ..parts(percent(80)) });
    let form = ConsensusForm::Acclaimed;
    let found = rule.decide(&Vote::Consensus { form }).unwrap();
    assert_eq!(found.outcome, VoteOutcome::ApprovedByConsensus { form });
    assert_eq!(found.ballots, []);
}

/// Every council of up to 200 members and every number of votes, once where only
/// they came and once where all did, against the inequalities themselves.
#[test]
fn verdicts_equal_their_integer_definition() {
    type Definition = fn(u32, u32) -> bool;
    let shares: [(VoteShare, Definition); 3] = [
        (percent(80), |yes, members| 100 * yes >= 80 * members),
        (percent(90), |yes, members| 100 * yes >= 90 * members),
        (MAJORITY, |yes, members| 2 * yes > members),
    ];
    for (share, approves) in shares {
        let rule = rule(parts(share));
        for members in 1..=200 {
            for yes in 0..=members {
                let expected = match (3 * yes >= 2 * members, approves(yes, members)) {
                    (false, _) => BallotVerdict::NoQuorum,
                    (true, false) => BallotVerdict::NotApproved,
                    (true, true) => BallotVerdict::Approved,
                };
                let all_who_came = BallotParts { present: yes, no: 0, ..all_present(yes, members) };
                assert_eq!(verdict(&rule, all_who_came), expected, "{yes} of {members}");

                let all_came = verdict(&rule, all_present(yes, members));
                let approved = all_came == BallotVerdict::Approved;
                assert_eq!(approved, approves(yes, members), "{yes} of {members}");
            }
        }
    }
}

#[test]
fn a_ballot_without_quorum_does_not_count() {
    let rule = rule(parts(percent(80)));
    let void = BallotParts { members: 9, present: 5, written: 4, yes: 9, no: 0, blank: 0 };
    let (fails, passes) = (all_present(7, 9), all_present(8, 9));
    let quorum = VoteCount { count: 5, of: 9, needed: 6 };
    assert_eq!(outcome(&rule, &[void], None), VoteOutcome::NoQuorum { quorum });
    assert_eq!(outcome(&rule, &[fails, void], None), VoteOutcome::NoQuorum { quorum });
    let third = outcome(&rule, &[fails, void, passes], None);
    assert!(matches!(third, VoteOutcome::Approved { ballot: 2, .. }), "{third:?}");
}

#[test]
fn nobody_approves_nothing_of_nobody() {
    let approval = Approval { share: percent(80), of: VoteBase::TakingPart };
    let rule = rule(VoteRuleParts { quorum: None, approval, ..parts(percent(80)) });
    let nobody = BallotParts { members: 9, present: 0, written: 0, yes: 0, no: 0, blank: 0 };
    assert_eq!(verdict(&rule, nobody), BallotVerdict::NotApproved);
}

#[test]
fn votes_that_were_not_held_under_the_rule_are_faults() {
    let check = |then_decides, ballots: &[BallotParts], ruling, expected: &str| {
        let rule = rule(VoteRuleParts { then_decides, ..parts(percent(80)) });
        check_faults::check(rule.decide(&held(ballots, ruling)), expected);
    };
    let (fails, passes) = (all_present(7, 9), all_present(8, 9));
    let authority = Some(Ruling::Authority { approves: true });
    let both = Some(Ruling::HeadAndDeputy { head_approves: true, deputy_approves: true });
    check(
        Some(Decider::Authority),
        &[passes, fails, passes],
        authority,
        "ballots[1]: expected no ballot after the one that approved, found one more ballot [ballot_after_approval]\n\
         ballots[2]: expected no ballot after the one that approved, found one more ballot [ballot_after_approval]\n\
         ruling: expected a ruling only after the last ballot has not approved, found one before [ruling_too_early]",
    );
    check(
        Some(Decider::Authority),
        &[fails, fails, passes],
        both,
        "ballots[2]: expected at most 2 ballots that count, found one more ballot [ballot_too_many]\n\
         ruling: expected a ruling of the competent authority, found one of the head and the deputy of the cluster together [ruling_by_another]",
    );
    check(
        None,
        &[fails, fails],
        authority,
        "ruling: expected no ruling after the last ballot, found one of the competent authority [ruling_by_nobody]",
    );
}

/// Shares of few kinds.
fn share() -> impl Strategy<Value = VoteShare> {
    prop::sample::select(vec![percent(80), percent(90), TWO_THIRDS, MAJORITY])
}

/// Ballots of small councils.
fn ballot() -> impl Strategy<Value = Ballot> {
    (1_u32..9, 0_u32..9, 0_u32..9, 0_u32..9, 0_u32..9).prop_filter_map(
        "possible counts",
        |(members, present, written, yes, no)| {
            Ballot::try_new(BallotParts { members, present, written, yes, no, blank: 0 }).ok()
        },
    )
}

proptest! {
    /// Law: one ballot more for it never turns an approval into none.
    #[test]
    fn a_vote_more_never_harms(share in share(), ballot in ballot()) {
        let rule = rule(parts(share));
        let BallotParts { no, yes, .. } = *ballot.parts();
        if rule.count(&ballot).verdict == BallotVerdict::Approved && 0 < no {
            let one_more = BallotParts { yes: yes + 1, no: no - 1, ..*ballot.parts() };
            prop_assert_eq!(verdict(&rule, one_more), BallotVerdict::Approved);
        }
    }

    /// Law: who approves of all members approves of those who take part as well.
    #[test]
    fn all_members_are_the_stricter_denominator(share in share(), ballot in ballot()) {
        let of = |of| rule(VoteRuleParts { approval: Approval { share, of }, ..parts(share) });
        let found = of(VoteBase::AllMembers).count(&ballot).verdict;
        if found == BallotVerdict::Approved {
            prop_assert_eq!(of(VoteBase::TakingPart).count(&ballot).verdict, found);
        }
    }

    /// Law: whether it suffices and how many are needed say the same.
    #[test]
    fn a_verdict_agrees_with_its_counts(share in share(), ballot in ballot()) {
        let result = rule(parts(share)).count(&ballot);
        let enough = |votes: VoteCount| votes.needed <= votes.count;
        let expected = match result.quorum {
            Some(quorum) if !enough(quorum) => BallotVerdict::NoQuorum,
            _ if enough(result.approval) => BallotVerdict::Approved,
            _ => BallotVerdict::NotApproved,
        };
        prop_assert_eq!(result.verdict, expected);
    }

    /// Law: nothing is decided while a ballot is left, unless it is approved.
    #[test]
    fn only_the_last_ballot_refuses(
        share in share(),
        ballots in prop::collection::vec(ballot(), 0..4),
        last in prop::sample::select(vec![None, Some(Decider::Authority)]),
    ) {
        let rule = rule(VoteRuleParts { then_decides: last, ..parts(share) });
        let counted = |verdict| {
            ballots.iter().filter(|ballot| rule.count(ballot).verdict == verdict).count()
        };
        let (approved, failed) =
            (counted(BallotVerdict::Approved), counted(BallotVerdict::NotApproved));
        let vote = Vote::Ballots { ballots: ballots.clone(), ruling: None };
        if let Ok(result) = rule.decide(&vote) {
            prop_assert_eq!(result.outcome.is_approved(), approved == 1);
            prop_assert_eq!(result.outcome.is_refused(), failed == 2 && last.is_none() && approved == 0);
            prop_assert_eq!(result.ballots.len(), ballots.len());
        }
    }
}
