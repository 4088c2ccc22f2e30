//! Places, quotas and preferences among equals.

use super::*;

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
    awards.push(award_for_all("letter", Vec::new()));
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
fn a_quota_that_comes_to_nothing_says_so() {
    let half = best(share(40, QuotaBase::All), EdgePolicy::Refer {});
    let case = case(vec![award("flag", Vec::new(), half)], &[9, 8]);
    assert_eq!(
        case.said(),
        ["a: refused: the quota comes to no seat", "b: refused: the quota comes to no seat"]
    );
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
fn an_unanswered_disqualifier_refuses_nobody_for_good() {
    let mut case = case(vec![award_for_all("letter", Vec::new())], &[9]);
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
fn a_share_that_is_not_on_record_prefers_nobody_and_refuses_nobody() {
    let selection = preferring_women(count(1), EdgePolicy::DrawLots {});
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
    let said = early.said().remove(0);
    assert_eq!(said, "a: not decided: no share of `women` on record to prefer some by");
}

#[test]
fn lots_beside_a_preference_that_settles_the_edge_are_not_used() {
    let selection = preferring_women(count(1), EdgePolicy::DrawLots {});
    let case = case(vec![award("flag", Vec::new(), selection)], &[9, 9]).record(|record| {
        record.candidates = vec![shares("a", 7, 0), shares("b", 6, 0)];
        record.decisions = vec![decision("flag", DecidedBy::Lots, &["b", "a"])];
    });
    let told = "the order `b`, `a` by lots is not used: a preference settles the edge of the quota";
    assert_eq!(case.unused(), [[told]]);
}

#[test]
fn all_equals_who_are_taken_beyond_the_quota_say_so() {
    let selection = best(count(3), EdgePolicy::IncludeAll {});
    let of = |totals: &[i64]| case(vec![award("flag", Vec::new(), selection.clone())], totals);
    assert_eq!(
        of(&[9, 8, 7, 7]).said(),
        [
            "a: proposed: rank 1; seat 1 of 3",
            "b: proposed: rank 2; seat 2 of 3",
            "c: proposed: rank 3; equal at the edge, all 4 taken for 3",
            "d: proposed: rank 3; equal at the edge, all 4 taken for 3",
        ]
    );
    assert_eq!(of(&[9, 8, 7, 6]).said()[2], "c: proposed: rank 3; seat 3 of 3");
}

/// R35.
///
/// Source: Nghị định 98/2023/NĐ-CP, article 4.
#[test]
fn among_equals_a_collective_with_70_percent_women_goes_first() {
    let selection = preferring_women(count(2), EdgePolicy::Refer {});
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

/// R39: from the excellent ones by points, so many.
///
/// Source: Quyết định 2579/QĐ-UBND of Cần Thơ (2025), article 7; 2 here instead of 15.
#[test]
fn the_best_of_the_excellent_ones_have_it() {
    let requires = vec![graded_as("excellent")];
    let rules = vec![award("certificate", requires, best(count(2), EdgePolicy::Refer {}))];
    let mut case = case(rules, &[9, 8, 7, 6, 5]).all_graded("excellent");
    case.grades.insert(id("a"), given("good"));
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
