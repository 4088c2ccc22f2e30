//! What must fit together before anything is conferred, and what an award pays.

use super::*;

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
        "award_rules.during: expected award rules in force on 2021-12-31, found rules in force from 2022-01-01 on",
    );
}

/// Trap: rules apply by the year, money by the day of the decision.
#[test]
fn what_is_decided_after_the_year_goes_by_the_rules_of_the_year() {
    let mut case = case(vec![award_for_all("letter", Vec::new())], &[9]);
    case.rules_during = Period::try_new(year(2025).start(), year(2025).until()).unwrap();
    case.day = "2026-02-01".parse().unwrap();
    assert_eq!(case.proposed(), ["a"]);
    // Rules of the next year are not those of this one.
    case.rules_during = Period::starting("2026-01-01".parse().unwrap());
    case.faults(
        "award_rules.during: expected award rules in force on 2025-12-31, found rules in force from 2026-01-01 on",
    );
}

#[test]
fn every_candidate_is_in_a_standing_or_nominated() {
    let mut case = case(vec![award_for_all("letter", Vec::new())], &[9])
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

#[test]
fn what_looks_at_a_faulty_award_is_not_judged() {
    let mut awards = flag_and_half(EdgePolicy::IncludeUpTo { cap: 1 });
    awards[0].selection = best(share(50, QuotaBase::All), EdgePolicy::IncludeUpTo { cap: 1 });
    // The certificate could not be conferred either, if anybody knew who has the flag.
    case(awards, &[9, 8, 7, 6, 5]).faults(
        "award_rules.awards[0].selection.edge.cap: expected a cap of at least the quota of 2, found 1",
    );
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
    let letter = AwardRule { pays: Some(pays), ..award_for_all("letter", Vec::new()) };
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
    let letter = award_for_all("letter", Vec::new());
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
