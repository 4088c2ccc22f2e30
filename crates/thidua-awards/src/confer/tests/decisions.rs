//! Lots and decisions among equals at an edge.

use super::*;

#[test]
fn lots_are_of_exactly_those_who_are_equal_at_the_edge() {
    let open = case(flag_and_half(EdgePolicy::DrawLots {}), &[9, 8, 8, 8, 1, 1]);
    let drawn = |award: &str, by, order: &[&str]| open.clone().decided(award, by, order);
    let lots = DecidedBy::Lots;
    assert_eq!(drawn("certificate", lots, &["d", "b", "c"]).proposed(), ["a", "b d"]);
    drawn("certificate", DecidedBy::Authority, &["d", "b", "c"]).faults(
        "candidacies.decisions[0].by: expected a decision by lots, found one by the competent authority",
    );
}

#[test]
fn nobody_decides_where_the_rules_settle_every_tie() {
    let case = case(flag_and_half(EdgePolicy::ExcludeAll {}), &[9, 9, 7]).decided(
        "flag",
        DecidedBy::Lots,
        &["a", "b"],
    );
    case.faults(
        "candidacies.decisions[0].award: expected decisions only for awards whose ties somebody settles, found `flag`",
    );
}

/// What was drawn stays on record when corrected evidence sets apart those who were equal.
#[test]
fn a_decision_whose_tie_is_gone_is_told_as_unused() {
    let drawn = |totals: &[i64], order: &[&str]| {
        let case = case(flag_and_half(EdgePolicy::DrawLots {}), totals);
        case.decided("certificate", DecidedBy::Lots, order)
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
        case.decided("certificate", DecidedBy::Lots, order)
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
    let case = case.decided("certificate", DecidedBy::Lots, &["c", "d", "e"]);
    let told = format!("the order `c`, `d`, `e` by lots is not used: {STILL_OPEN}");
    assert_eq!(case.unused(), [Vec::new(), vec![told]]);
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
