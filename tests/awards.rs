//! Awards from documents: a published case, and the cluster of the examples.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;
use proptest::test_runner::Config;
use thidua_awards::{
    AwardOutcome, AwardRules, Candidacies, CandidaciesParts, MoneySchedule, PrintedMoney,
    Recipient, VerdictStatus, award_money, correct,
};
use thidua_criteria::{Campaigns, Rulebook};
use thidua_documents::{Document, Limits, read, write};
use thidua_organisation::Organisation;
use thidua_scoring::{EvidenceParts, EvidenceValue, GradeOutcome};
use thidua_season::{ClusterOutcome, Inputs, Outcome, Season, conclude};
use thidua_values::SubjectId;

use crate::hanoi::bytes;
use crate::repository::{files, root};
use crate::schemas::{assert_valid, validators};

fn document<D: Document>(file: &str) -> D {
    let bytes = fs::read(root().join("tests/data/dong-nai-2022").join(file)).unwrap();
    read(&bytes, &Limits::default()).unwrap_or_else(|problems| panic!("{file}\n{problems}"))
}

/// Cluster II of Đồng Nai's Front, concluded with this evidence.
fn dong_nai(evidence: &EvidenceParts) -> Outcome {
    let candidacies: Candidacies = document("candidacies.json");
    let campaign = read(&bytes("campaign.json"), &Limits::default()).unwrap();
    let inputs = Inputs {
        season: &document::<Season>("season.json"),
        organisation: &document::<Organisation>("organisation.json"),
        campaigns: &Campaigns::try_new([campaign]).unwrap(),
        rulebook: &document::<Rulebook>("rulebook.json"),
        evidence,
        award_rules: &document::<AwardRules>("award-rules.json"),
        candidacies: Some(&candidacies),
        money_schedules: &[],
    };
    conclude(&inputs, "2022-12-15".parse().unwrap()).unwrap()
}

/// Who is proposed for each award of a cluster.
fn proposed(cluster: &ClusterOutcome) -> BTreeMap<&str, Vec<&str>> {
    let awards = cluster.awards.awards.iter();
    awards
        .map(|award| (award.award.as_str(), award.proposed().map(SubjectId::as_str).collect()))
        .collect()
}

/// Golden: six district committees, all six excellent, the flag to the one that
/// led the cluster, certificates to three. No scores were published: the marks are
/// illustrative, and so are the conditions.
///
/// Source: ubmttq.dongnai.gov.vn, NewsID=1909.
#[test]
fn cluster_2_of_dong_nai_gave_one_flag_and_three_certificates_to_six() {
    let outcome = dong_nai(&document("evidence.json"));
    let [cluster] = outcome.clusters.as_slice() else {
        panic!("expected one cluster, found {:?}", outcome.clusters);
    };
    assert_eq!(cluster.sheets.len(), 6);
    for sheet in &cluster.sheets {
        let grade = sheet.grade.as_ref().and_then(GradeOutcome::grade).unwrap();
        assert_eq!(grade.as_str(), "excellent");
    }
    let expected = BTreeMap::from([
        ("flag", vec!["front-cam-my"]),
        ("certificate", vec!["front-dinh-quan", "front-tan-phu", "front-thong-nhat"]),
    ]);
    assert_eq!(proposed(cluster), expected);
    for award in &cluster.awards.awards {
        assert_eq!(award.verdicts.len(), 6);
        let decided = |status| status != VerdictStatus::NotDecided;
        assert!(award.verdicts.iter().all(|verdict| decided(verdict.verdict.status())));
    }
    let written = serde_json::from_str(&write(&outcome)).unwrap();
    assert_valid(&validators(), "outcome.output.json", &written);
}

/// What Đồng Nai's cluster would have had to cancel, had the mark of its first
/// been wrong.
#[test]
fn a_corrected_mark_cancels_the_flag_and_lets_others_move_up() {
    let evidence: EvidenceParts = document("evidence.json");
    let mut corrected = evidence.clone();
    let of_first = corrected.records.iter_mut().find(|one| one.subject.as_str() == "front-cam-my");
    of_first.unwrap().value = EvidenceValue::Marks { marks: vec!["80".parse().unwrap()] };
    let third = corrected.records.iter_mut().find(|one| one.subject.as_str() == "front-tan-phu");
    third.unwrap().value = EvidenceValue::Marks { marks: vec!["98".parse().unwrap()] };
    let conferral = |evidence| dong_nai(evidence).clusters.remove(0).awards;
    let correction = correct(&conferral(&evidence), &conferral(&corrected));
    let cancelled: Vec<String> = correction
        .cancelled
        .iter()
        .map(|one| format!("{} {} {:?}", one.award, one.subject, one.lost))
        .collect();
    assert_eq!(
        cancelled,
        ["flag front-cam-my [Grade]", "certificate front-tan-phu [NoOtherAward]"]
    );
    let granted: Vec<String> =
        correction.granted.iter().map(|one| format!("{} {}", one.award, one.subject)).collect();
    assert_eq!(granted, ["flag front-tan-phu"]);
    let written = serde_json::from_str(&write(&correction)).unwrap();
    assert_valid(&validators(), "award-correction.output.json", &written);
}

/// Golden: what the rule of the decree comes to for every row of the document: the
/// coefficients are published, the amounts are computed. The one amount that the page
/// prints is not rounded, against the rule that it quotes.
///
/// Source: Nghị định 152/2025/NĐ-CP, articles 49, 50 and 54, as the document says.
#[test]
fn the_money_of_decree_152_is_what_its_rule_comes_to() {
    let schedule: MoneySchedule = read(&bytes("money-schedule.json"), &Limits::default()).unwrap();
    let results = [
        ("government-flag", "28080000"),
        ("province-flag", "18720000"),
        ("excellent-labour-collective", "3510000"),
        ("advanced-labour-collective", "1880000"),
        ("cultured-residential-area", "3510000"),
        ("outstanding-commune", "4680000"),
        ("prime-minister-certificate", "16380000"),
        ("province-certificate", "7020000"),
        ("letter-of-commendation", "1410000"),
        ("national-emulation-fighter", "10530000"),
        ("province-emulation-fighter", "7020000"),
        ("grassroots-emulation-fighter", "2340000"),
        ("advanced-worker", "710000"),
    ];
    assert_eq!(schedule.parts().rows.len(), results.len());
    for (award, expected) in results {
        let to = if award.ends_with("fighter") || award.ends_with("worker") {
            Recipient::Individual
        } else {
            Recipient::Collective
        };
        let day = "2025-12-20".parse().unwrap();
        let money =
            award_money(std::slice::from_ref(&schedule), day, &award.parse().unwrap(), to).unwrap();
        assert_eq!(money.amount.to_string(), expected, "{award}");
        if award == "advanced-worker" {
            let (computed, printed) = (money.amount, "702000".parse().unwrap());
            assert_eq!(money.compare(printed), PrintedMoney::NotRounded { computed, printed });
        }
    }
}

#[test]
fn the_table_of_the_docs_names_tests_that_exist() {
    let table = fs::read_to_string(root().join("crates/thidua-awards/src/shapes.md")).unwrap();
    let sources = files(&["crates/thidua-awards/src", "tests"]);
    let exists = |name: &str| {
        let head = format!("fn {name}(");
        sources.iter().any(|file| file.is_rust() && file.text().contains(&head))
    };
    let mut shapes = Vec::new();
    for row in table.lines().filter(|line| line.starts_with("| R")) {
        let [_, shape, _, _, shown_by, _] = row.split('|').map(str::trim).collect::<Vec<_>>()[..]
        else {
            panic!("expected four columns, found `{row}`")
        };
        shapes.push(shape);
        let tests: Vec<&str> = shown_by.split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty() && tests.iter().all(|name| exists(name)), "{row}");
    }
    let expected: Vec<String> = (32..=44).chain([49]).map(|number| format!("R{number}")).collect();
    assert_eq!(shapes, expected);
}

fn of_example() -> CandidaciesParts {
    let read: Candidacies = read(&bytes("candidacies.json"), &Limits::default()).unwrap();
    read.parts().clone()
}

/// The candidacies of the example with every list in another order.
fn shuffled() -> impl Strategy<Value = CandidaciesParts> {
    let parts = of_example();
    let lists = (
        Just(parts.candidates.clone()).prop_shuffle(),
        Just(parts.history.clone()).prop_shuffle(),
        Just(parts.votes.clone()).prop_shuffle(),
    );
    lists.prop_map(move |(candidates, history, votes)| CandidaciesParts {
        candidates,
        history,
        votes,
        ..parts.clone()
    })
}

/// The evidence of Đồng Nai with these marks.
fn marked(marks: &[u32]) -> EvidenceParts {
    let mut evidence: EvidenceParts = document("evidence.json");
    for (record, mark) in evidence.records.iter_mut().zip(marks) {
        record.value = EvidenceValue::Marks { marks: vec![mark.to_string().parse().unwrap()] };
    }
    evidence
}

/// Which award is the first that a subject has, or could still have; the first of the
/// rules is the best, and none is worse than all.
fn best_award(
    outcome: &Outcome,
    subject: &SubjectId,
    counts: impl Fn(VerdictStatus) -> bool,
) -> Option<Reverse<usize>> {
    let awards = &outcome.clusters[0].awards.awards;
    let has = |award: &AwardOutcome| {
        award.verdict(subject).is_some_and(|verdict| counts(verdict.verdict.status()))
    };
    awards.iter().position(has).map(Reverse)
}

proptest! {
    #![proptest_config(Config { cases: 48, ..Config::default() })]

    /// Law: the order of what is on record changes no byte of the written document.
    #[test]
    fn the_order_of_candidacies_changes_no_byte(parts in shuffled()) {
        let written = |parts| write(&Candidacies::try_new(parts).unwrap());
        prop_assert_eq!(written(parts), written(of_example()));
    }

    /// Law: from evidence to awards: a better mark, where no formula looks at others,
    /// never takes away the better of two awards, nor the only one. It may make a tie,
    /// and both wait until that is settled.
    #[test]
    fn better_evidence_never_lowers_the_own_award(
        marks in prop::collection::vec(86_u32..96, 6),
        who in 0_usize..6,
        more in 1_u32..5,
    ) {
        let mut better = marks.clone();
        better[who] += more;
        let (before, after) = (dong_nai(&marked(&marks)), dong_nai(&marked(&better)));
        let subject = &marked(&marks).records[who].subject;
        let had = best_award(&before, subject, |status| status == VerdictStatus::Proposed);
        let may_have = best_award(&after, subject, |status| status != VerdictStatus::Refused);
        prop_assert!(had <= may_have);
    }
}
