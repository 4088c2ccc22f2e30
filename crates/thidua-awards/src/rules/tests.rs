//! What is no award rules, and what small rules look like.

use thidua_ranking::EdgePolicy;
use thidua_values::RoundingMode;

use super::*;
use crate::check_faults;
use crate::{LastYear, Merit, Preference, Quota, QuotaBase, VoteEdge};

pub(crate) fn text() -> Text {
    Text { vi: "Giải".parse().unwrap(), en: "An award".parse().unwrap() }
}

pub(crate) fn illustrative() -> Basis {
    Basis::Illustrative { note: "a test".parse().unwrap() }
}

/// A certificate for collectives.
pub(crate) fn award(id: &str, requires: Vec<AwardCondition>, selection: Selection) -> AwardRule {
    AwardRule {
        id: id.parse().unwrap(),
        title: text(),
        form: AwardForm::CertificateOfMerit,
        issued_by: IssuerLevel::FrontProvince,
        recipient: Recipient::Collective,
        occasion: Occasion::Periodic,
        requires,
        selection,
        vote: None,
        pays: None,
    }
}

/// A certificate for all collectives that meet the conditions.
pub(crate) fn award_for_all(id: &str, requires: Vec<AwardCondition>) -> AwardRule {
    award(id, requires, Selection::All {})
}

pub(crate) fn best(quota: Quota, edge: EdgePolicy) -> Selection {
    Selection::BestPlaced { quota, prefer: Vec::new(), edge }
}

pub(crate) fn count(count: u32) -> Quota {
    Quota::Count { count }
}

pub(crate) fn share(percent: u32, of: QuotaBase) -> Quota {
    Quota::Share { percent: percent.into(), of, rounding: RoundingMode::Down }
}

pub(crate) fn graded_as(grade: &str) -> AwardCondition {
    AwardCondition::Graded { grades: vec![grade.parse().unwrap()] }
}

/// So many years running, this one the last, with that award in each.
pub(crate) fn years_of(years: u32, award: &str) -> AwardCondition {
    let of = Merit::Awarded { award: award.parse().unwrap() };
    AwardCondition::YearsRunning { years, of, last: LastYear::ThisYear }
}

pub(crate) fn not_beside(award: &str) -> AwardCondition {
    AwardCondition::NotBeside { awards: vec![award.parse().unwrap()] }
}

pub(crate) fn parts(awards: Vec<AwardRule>) -> AwardRulesParts {
    AwardRulesParts {
        id: "rules".parse().unwrap(),
        title: text(),
        issuer: text(),
        basis: illustrative(),
        during: Period::starting("2022-01-01".parse().unwrap()),
        awards,
        other_awards: Vec::new(),
    }
}

/// What is wrong with rules, a line each, with its code.
#[track_caller]
fn check(awards: Vec<AwardRule>, expected: &str) {
    check_faults::check(AwardRules::try_new(parts(awards)), expected);
}

#[test]
fn all_faults_of_quotas_are_reported_at_once() {
    let points = thidua_values::Points::whole(90);
    let refer = EdgePolicy::Refer {};
    let threshold = Quota::Most { of: vec![count(2), Quota::Reaching { points }] };
    let least = Quota::Least { of: vec![Quota::Reaching { points }] };
    check(
        vec![
            award("flag", Vec::new(), best(count(0), refer)),
            award("flag", Vec::new(), best(share(0, QuotaBase::All), refer)),
            award("certificate", Vec::new(), best(share(101, QuotaBase::Rest), refer)),
            award("letter", Vec::new(), best(count(3), EdgePolicy::IncludeUpTo { cap: 2 })),
            award("order", Vec::new(), best(threshold, refer)),
            award("medal", Vec::new(), best(least, refer)),
        ],
        "awards[0].selection.quota.count: expected a quota of at least 1, found 0 [no_seat]\n\
         awards[1].id: expected award ids that differ, found `flag` again [duplicate_award]\n\
         awards[1].selection.quota.percent: expected a percentage above 0 and at most 100, found 0 [award_percent]\n\
         awards[2].selection.quota.of: expected a condition `not_beside`, which leaves a rest, found none [rest_of_all]\n\
         awards[2].selection.quota.percent: expected a percentage above 0 and at most 100, found 101 [award_percent]\n\
         awards[3].selection.edge.cap: expected a cap of at least the quota of 3, found 2 [cap_below_quota]\n\
         awards[5].selection.quota.of: expected at least two quotas, found 1 [few_quotas]\n\
         awards[5].selection.quota.of[0]: expected a threshold in `most` only, since by itself it is a condition, found one elsewhere [threshold_alone]",
    );
    check(Vec::new(), "awards: expected at least one award, found none [no_award]");
}

#[test]
fn all_faults_of_conditions_are_reported_at_once() {
    let of = Merit::Graded { grades: Vec::new() };
    let fact = "advanced-workers".parse().unwrap();
    let requires = vec![
        AwardCondition::Graded { grades: Vec::new() },
        AwardCondition::RankWithin { rank: 0 },
        AwardCondition::YearsRunning { years: 1, of, last: LastYear::ThisYear },
        AwardCondition::ShareAtLeast { fact, percent: 120.into() },
        not_beside("flag"),
        not_beside("later"),
        not_beside("of-other-rules"),
        AwardCondition::Registered {},
        AwardCondition::Registered {},
        AwardCondition::NotBeside { awards: Vec::new() },
    ];
    let mut flag = award("flag", requires, Selection::All {});
    flag.form = AwardForm::CommemorativeMedal;
    check(
        vec![flag, award("later", vec![not_beside("flag")], Selection::All {})],
        "awards[0].recipient: expected an individual as the recipient of commemorative medal, found a collective [not_for_recipient]\n\
         awards[0].requires[0].grades: expected at least one, found none [names_nothing]\n\
         awards[0].requires[1].rank: expected a rank of at least 1, found 0 [no_rank]\n\
         awards[0].requires[2].of.grades: expected at least one, found none [names_nothing]\n\
         awards[0].requires[2].years: expected at least 2 years, found 1 [no_run]\n\
         awards[0].requires[3].percent: expected a percentage above 0 and at most 100, found 120 [award_percent]\n\
         awards[0].requires[4]: expected an award before this one, or one of `other_awards`, found `flag` [award_not_before]\n\
         awards[0].requires[5]: expected an award before this one, or one of `other_awards`, found `later` [award_not_before]\n\
         awards[0].requires[6]: expected an award before this one, or one of `other_awards`, found `of-other-rules` [award_not_before]\n\
         awards[0].requires[8]: expected conditions that differ, found `registered` again [condition_twice]\n\
         awards[0].requires[9].awards: expected at least one, found none [names_nothing]",
    );
}

#[test]
fn a_prompt_award_waits_for_no_result_of_the_year() {
    let requires = vec![
        AwardCondition::Proposed {},
        AwardCondition::RankWithin { rank: 1 },
        AwardCondition::PointsAtLeast { points: thidua_values::Points::whole(90) },
    ];
    let mut early = award("early", requires, best(count(1), EdgePolicy::Refer {}));
    early.occasion = Occasion::Prompt;
    check(
        vec![early.clone()],
        "awards[0].requires[1]: expected a prompt award that waits for no result of the year, found `rank_within` [prompt_by_year]\n\
         awards[0].requires[2]: expected a prompt award that waits for no result of the year, found `points_at_least` [prompt_by_year]\n\
         awards[0].selection: expected a prompt award that waits for no result of the year, found `best_placed` [prompt_by_year]",
    );
    early.requires.truncate(1);
    let points = thidua_values::Points::whole(90);
    let quota = Quota::Most { of: vec![count(1), Quota::Reaching { points }] };
    early.vote = Some(crate::vote_rule::tests::parts(crate::vote_rule::tests::MAJORITY));
    early.selection = Selection::MostVotes { quota, prefer: Vec::new(), edge: VoteEdge::Chair };
    check(
        vec![early.clone()],
        "awards[0].selection.quota: expected a prompt award that waits for no result of the year, found `reaching` [prompt_by_year]",
    );
    early.selection = Selection::All {};
    assert!(AwardRules::try_new(parts(vec![early])).is_ok());
}

#[test]
fn a_prompt_award_waits_for_no_award_of_the_year() {
    let flag = award("flag", Vec::new(), best(count(1), EdgePolicy::Refer {}));
    let prompt =
        |id, beside| AwardRule { occasion: Occasion::Prompt, ..award_for_all(id, vec![beside]) };
    let letter = prompt("letter", not_beside("flag"));
    check(
        vec![flag.clone(), letter.clone()],
        "awards[1].requires[0]: expected a prompt award that waits for no result of the year, found `not_beside` [prompt_by_year]",
    );
    let thematic = AwardRule { occasion: Occasion::Thematic, ..flag.clone() };
    check(
        vec![thematic, letter],
        "awards[1].requires[0]: expected a prompt award that waits for no result of the year, found `not_beside` [prompt_by_year]",
    );
    // An award of other rules is on record or not, and one that is prompt too waits for nothing.
    let awards = vec![
        prompt("letter", not_beside("of-other-rules")),
        prompt("medal", not_beside("letter")),
        flag,
    ];
    let other_awards = vec!["of-other-rules".parse().unwrap()];
    assert!(AwardRules::try_new(AwardRulesParts { other_awards, ..parts(awards) }).is_ok());
}

#[test]
fn a_selection_by_votes_needs_ballots_and_a_vote_rule_is_checked() {
    let percent = 150.into();
    let prefer = vec![Preference { fact: "women".parse().unwrap(), percent }];
    let selection = Selection::MostVotes { quota: count(1), prefer, edge: VoteEdge::Chair };
    let mut voted = award("voted", Vec::new(), selection.clone());
    voted.vote = Some(VoteRuleParts {
        max_ballots: 0,
        ..crate::vote_rule::tests::parts(crate::vote_rule::tests::MAJORITY)
    });
    check(
        vec![award("unvoted", Vec::new(), selection), voted],
        "awards[0].selection: expected a vote rule with ballots, found none [no_ballots]\n\
         awards[0].selection.prefer[0].percent: expected a percentage above 0 and at most 100, found 150 [award_percent]\n\
         awards[1].selection.prefer[0].percent: expected a percentage above 0 and at most 100, found 150 [award_percent]\n\
         awards[1].vote.max_ballots: expected at least 1 ballot, found 0 [no_ballot]",
    );
}

#[test]
fn the_order_of_sets_makes_no_other_rules() {
    let grades = |ids: [&str; 2]| ids.map(|id| id.parse().unwrap()).to_vec();
    let rules = |ids, of: Vec<Quota>| {
        let requires = vec![AwardCondition::Graded { grades: grades(ids) }];
        let selection = best(Quota::Least { of }, EdgePolicy::Refer {});
        AwardRules::try_new(parts(vec![award("flag", requires, selection)])).unwrap()
    };
    let half = share(50, QuotaBase::All);
    assert_eq!(
        rules(["good", "excellent"], vec![half.clone(), count(2)]),
        rules(["excellent", "good"], vec![count(2), half])
    );
}

#[cfg(feature = "serde")]
#[test]
fn rules_are_written_as_partners_write_them() {
    let text = r#"{"id":"flag","title":{"vi":"Cờ thi đua","en":"Flag"},"form":"emulation_flag","issued_by":"front_province","recipient":"collective","occasion":"periodic","requires":[{"kind":"graded","grades":["excellent"]},{"kind":"rank_within","rank":1},{"kind":"points_at_least","points":"90"},{"kind":"registered"},{"kind":"proposed"},{"kind":"years_running","years":2,"of":{"kind":"awarded","award":"certificate"}},{"kind":"share_at_least","fact":"advanced-workers","percent":"70"},{"kind":"not_beside","awards":["government-flag"]}],"selection":{"kind":"most_votes","quota":{"kind":"least","of":[{"kind":"count","count":1},{"kind":"share","percent":"20","of":"eligible","rounding":"down"}]},"prefer":[{"fact":"women","percent":"70"}],"edge":"chair"},"vote":{"approval":{"share":{"kind":"at_least","part":80,"whole":100},"of":"all_members"},"consensus":"ballot_required","max_ballots":2},"pays":{"schedule":"decree-152-2025","award":"province-flag"}}"#;
    let rule: AwardRule = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&rule).unwrap(), text);
    let other_awards = ["government-flag", "certificate"].map(|id| id.parse().unwrap()).to_vec();
    let declared = AwardRulesParts { other_awards, ..parts(vec![rule.clone()]) };
    let rules = AwardRules::try_new(declared.clone()).unwrap();
    assert!(rules.parts().other_awards.is_sorted());
    assert!(AwardRules::try_new(parts(vec![rule])).is_err());
    let again = ["flag", "certificate", "certificate"].map(|id| id.parse().unwrap()).to_vec();
    let faults = AwardRules::try_new(AwardRulesParts { other_awards: again, ..declared });
    assert_eq!(
        faults.unwrap_err().to_string(),
        "awards[0].requires[7]: expected an award before this one, or one of `other_awards`, found `government-flag`\n\
         other_awards[0]: expected award ids that differ, found `flag` again\n\
         other_awards[2]: expected award ids that differ, found `certificate` again"
    );
    let unknown = text.replace("\"prefer\"", "\"prefers\"");
    assert!(serde_json::from_str::<AwardRule>(&unknown).is_err());
}

#[cfg(feature = "schemars")]
#[test]
fn every_description_of_the_schemas_is_in_both_languages() {
    crate::vote::tests::assert_both_languages(&[
        schemars::schema_for!(AwardRulesParts),
        schemars::schema_for!(crate::CandidaciesParts),
        schemars::schema_for!(crate::Conferral),
        schemars::schema_for!(crate::AwardCorrection),
    ]);
}

#[test]
fn the_order_of_a_set_makes_no_other_condition() {
    let graded = |grades: [&str; 2]| {
        let grades = grades.map(|grade| grade.parse().unwrap()).to_vec();
        AwardCondition::Graded { grades }
    };
    let requires = vec![graded(["excellent", "good"]), graded(["good", "excellent"])];
    check(
        vec![award("flag", requires, Selection::All {})],
        "awards[0].requires[1]: expected conditions that differ, found `graded` again [condition_twice]",
    );
}
