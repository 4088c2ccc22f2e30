//! What a correction cancels, opens again and grants.

use super::*;

#[test]
fn a_proposal_lost_by_votes_rested_on_the_vote() {
    let flag = voted_flag(most_votes(1, VoteEdge::Chair));
    let of = |yes: [u32; 2]| {
        let case = case(vec![flag.clone()], &[2, 1]).voted(&[("a", yes[0]), ("b", yes[1])]);
        case.confer().unwrap()
    };
    let correction = crate::correct(&of([9, 8]), &of([8, 9]));
    assert_eq!(correction.cancelled[0].lost, [crate::Ground::Vote]);
}

/// R49: a correction cancels what rested on the wrong grade, place or run, and says
/// who moves up.
///
/// Source: Luật Thi đua, khen thưởng 06/2022/QH15, article 93.
#[test]
fn a_correction_cancels_what_rested_on_what_was_wrong() {
    let excellent = graded_as("excellent");
    let mut awards = flag_and_half(EdgePolicy::Refer {});
    awards[0].requires.push(excellent);
    awards.push(AwardRule { id: "run".parse().unwrap(), ..years_excellent(2) });
    let before = case(awards, &[9, 8, 7, 6]).all_graded("excellent").history(vec![graded(
        "a",
        year(2024),
        "excellent",
    )]);
    let mut after = before.clone();
    after.totals.insert(id("a"), Some(0));
    after.grades.insert(id("a"), given("good"));
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
    let selection = preferring_women(share(50, QuotaBase::All), EdgePolicy::Refer {});
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
