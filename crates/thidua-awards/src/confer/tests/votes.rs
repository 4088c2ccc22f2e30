//! Votes of a council: who is refused, who waits, and who goes first.

use super::*;

#[test]
fn whoever_the_council_refuses_makes_room_and_whoever_it_has_not_voted_on_holds_a_seat() {
    let flag = voted_flag(best(count(1), EdgePolicy::Refer {}));
    let voted = |votes: &[(&str, u32)]| {
        case(vec![flag.clone()], &[9, 8, 7]).voted(votes).codes().swap_remove(0)
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
    let case = case.voted(&[("a", 7), ("b", 8)]);
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
    let flag = voted_flag(most_votes(2, VoteEdge::Chair));
    // The standing runs the other way: votes go first.
    let voted = case(vec![flag], &[1, 2, 3, 4]);
    let voted = voted.voted(&[("a", 9), ("b", 10), ("c", 9), ("d", 8)]);
    assert_eq!(voted.codes(), [["behind_quota", "referred", "proposed", "referred"]]);
    let chaired = voted.clone().decided("flag", DecidedBy::Chair, &["c", "a"]);
    assert_eq!(chaired.proposed(), ["c b"]);
    let by_lots = voted.decided("flag", DecidedBy::Lots, &["c", "a"]);
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
    let flag = voted_flag(most_votes(1, VoteEdge::Chair));
    let case = case(vec![flag], &[1, 2, 3]).record(|record| {
        record.votes = vec![vote_of("a", 9, 9), vote_of("b", 10, 11), vote_of("c", 10, 12)];
    });
    assert_eq!(
        case.said(),
        [
            "c: refused: 2 approved by a greater share of all members, quota of 1",
            "b: refused: 1 approved by a greater share of all members, quota of 1",
            "a: proposed: rank 3; seat 1 of 1; approved: in ballot 1, 9 of 9 votes, 8 needed",
        ]
    );
    let in_vietnamese = |who: &str| {
        let award = case.confer().unwrap().awards.remove(0);
        award.verdict(&id(who)).unwrap().verdict.words().vi
    };
    assert_eq!(
        in_vietnamese("b"),
        "không đề nghị: 1 trường hợp có tỷ lệ phiếu đồng ý trên tổng số thành viên cao hơn, chỉ tiêu 1"
    );
    assert!(in_vietnamese("a").starts_with("đề nghị: hạng 3; vị trí 1/1 trong chỉ tiêu; "));
    let level = case.record(|record| {
        record.votes = vec![vote_of("a", 9, 10), vote_of("b", 18, 20), vote_of("c", 10, 12)];
    });
    assert_eq!(level.codes(), [["behind_quota", "referred", "referred"]]);
}

#[test]
fn a_selection_by_votes_waits_for_every_vote_that_could_matter() {
    let flag = voted_flag(most_votes(1, VoteEdge::Authority));
    let case = case(vec![flag], &[3, 2, 1]).voted(&[("a", 9), ("b", 8)]);
    assert_eq!(case.codes(), [["awaits_others", "behind_quota", "vote_open"]]);
}
