//! Conditions, and what a proposal rests on.

use super::*;

#[test]
fn a_total_that_may_still_reach_the_points_leaves_them_open() {
    let points = |points| AwardCondition::PointsAtLeast { points: Points::whole(points) };
    let letter = award_for_all("letter", vec![points(50)]);
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
fn a_run_of_awards_is_open_while_the_award_of_this_year_is() {
    let awards = vec![
        award("flag", Vec::new(), best(count(1), EdgePolicy::Refer {})),
        award_for_all("certificate", vec![years_of(2, "flag")]),
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

/// R42.
///
/// Source: Quyết định 86/2025/QĐ-UBND of Bắc Ninh.
#[test]
fn a_labour_collective_needs_70_percent_advanced_workers() {
    let fact = "advanced-workers".parse().unwrap();
    let requires = vec![AwardCondition::ShareAtLeast { fact, percent: 70.into() }];
    let case = case(vec![award_for_all("collective", requires)], &[9, 8, 7]).record(|record| {
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

/// R41.
///
/// Source: Quyết định 86/2025/QĐ-UBND of Bắc Ninh, article 3.3.
#[test]
fn excellent_two_years_running_brings_a_certificate_and_a_gap_none() {
    let case = case(vec![years_excellent(2)], &[9, 8, 7, 6]).all_graded("excellent");
    let case = case.history(vec![
        graded("a", year(2024), "excellent"),
        graded("b", year(2023), "excellent"),
        graded("c", year(2024), "good"),
    ]);
    assert_eq!(
        case.said(),
        [
            "a: proposed: rank 1; a run of 2 years from 2024-01-01 (2 years of `excellent` asked)",
            "b: refused: a run of 1 year from 2025-01-01, nothing on record of the year that ends before 2025-01-01 (2 years of `excellent` asked)",
            "c: refused: a run of 1 year from 2025-01-01, another result in the year from 2024-01-01 (2 years of `excellent` asked)",
            "d: refused: a run of 1 year from 2025-01-01, nothing on record of the year that ends before 2025-01-01 (2 years of `excellent` asked)",
        ]
    );
}

/// A merger breaks a run, unless the record says who carries it on.
#[test]
fn a_run_goes_through_a_merger_only_where_the_record_says_so() {
    let merged = |carries: &[crate::Carry]| {
        let case = case(vec![years_excellent(2)], &[9]).all_graded("excellent");
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
    let awards = vec![
        award("title", Vec::new(), best(count(2), EdgePolicy::Refer {})),
        award_for_all("certificate", vec![years_of(3, "title")]),
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
    let awards = vec![award_for_all("letter", vec![not_beside("prompt")])];
    let case = case(awards, &[9, 8])
        .history(vec![awarded("a", year(2025), "prompt"), awarded("b", year(2024), "prompt")]);
    assert_eq!(case.said(), ["a: refused: has `prompt`", "b: proposed: rank 2",]);
}

#[test]
fn a_title_that_must_be_registered_is_refused_to_whoever_did_not() {
    let mut awards = vec![award_for_all("flag", vec![AwardCondition::Registered {}])];
    awards.push(award_for_all("letter", Vec::new()));
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
    let mut letter = award_for_all("letter", Vec::new());
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
    let case = case(vec![years_excellent(2)], &[9]).all_graded("excellent");
    let case = case.history(vec![graded("a", year(2024), "excellent")]);
    let outcome = case.confer().unwrap().awards.remove(0);
    let VerdictKind::Proposed { rests_on } = &outcome.verdict(&id("a")).unwrap().verdict else {
        panic!("expected a proposal, found {outcome:?}");
    };
    assert_eq!((rests_on.rank, rests_on.seats, rests_on.edge), (Some(1), None, None::<EdgeStep>));
    let years = vec![year(2025), year(2024)];
    let run = ConditionFound::Run { years, contradiction: None, ended_by: None };
    assert_eq!(rests_on.conditions[0].found, run);
}
