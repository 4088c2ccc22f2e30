//! The two clusters of Hà Nội in 2022 among each other, and their members across clusters.
//!
//! Published are cluster no. 3's 4,375 of 5,121 cremations and that cluster no. 2 had above
//! 80 %, three of its districts at least 98 %; how figures split over districts is made up.

use thidua_criteria::Serves;
use thidua_scoring::{
    ClusterComparison, ClusterMeasure, ClusterStanding, ComparedPart, Evidence, LeftOut,
    LeftOutReason, MemberComparison, MemberRule, MemberStanding, PartMeasure, PlaceRule, Scores,
    Span, score,
};
use thidua_values::{Exact, SubjectId};

use crate::hanoi::{CLUSTERS, Documents};

/// What is asked of the scores of all members of both clusters.
fn of_ha_noi<T>(ask: impl FnOnce(&Scores<'_, '_>) -> T) -> T {
    let documents = Documents::read();
    let Documents { rulebook, evidence, .. } = &documents;
    let evidence = Evidence::try_new(rulebook, &documents.roster(), evidence).unwrap();
    ask(&score(&evidence))
}

fn clusters(by: ClusterMeasure, missing: MemberRule) -> ClusterStanding {
    let compared = ClusterComparison { by, disqualified: MemberRule::Refuse, missing };
    of_ha_noi(|scores| scores.compare_clusters(&compared).unwrap())
}

fn members(of: ComparedPart, missing: PlaceRule) -> MemberStanding {
    let (by, disqualified) = (PartMeasure::Share, PlaceRule::LeaveOut);
    let compared = MemberComparison { of, by, disqualified, missing };
    of_ha_noi(|scores| {
        let everybody = scores.sheets().map(|sheet| sheet.subject.clone()).collect();
        scores.compare_members(&everybody, &compared).unwrap()
    })
}

/// `rank cluster sum/of`, best first.
fn ratios(standing: &ClusterStanding) -> Vec<String> {
    let positions = standing.positions.iter();
    let text = positions.map(|at| {
        let cluster = at.cluster.as_ref().unwrap();
        format!("{} {cluster} {}/{}", at.rank, at.sum.worst, at.of)
    });
    text.collect()
}

/// Cluster no. 2: 1179 + 861 + 704 + 522 + 804 + 718 = 4788 of
/// 1203 + 910 + 716 + 531 + 892 + 803 = 5055.
#[test]
fn the_ratio_of_sums_of_cremations_is_the_published_one() {
    let criterion = "cremation".parse().unwrap();
    let standing = clusters(ClusterMeasure::RatioOfSums { criterion }, MemberRule::Refuse);
    let [second, third] = CLUSTERS;
    assert_eq!(
        ratios(&standing),
        [format!("1 {second} 4788/5055"), format!("2 {third} 4375/5121")]
    );
    let [of_2, of_3] = &standing.positions[..] else { panic!("{standing:?}") };
    assert!(Exact::fraction(4, 5).unwrap() < of_2.value.worst);
    assert_eq!(of_3.value, Span::exactly(Exact::fraction(4375, 5121).unwrap()));
    assert_eq!([of_2.coverage.counted.len(), of_3.coverage.counted.len()], [6, 5]);
}

/// The mean of the five ratios of cluster no. 3 is another number than its ratio of sums.
#[test]
fn the_mean_of_ratios_of_cremations_is_another_number() {
    let criterion = "cremation".parse().unwrap();
    let standing = clusters(ClusterMeasure::MeanOfRatios { criterion }, MemberRule::Refuse);
    let of_3 = standing.position(Some(&CLUSTERS[1].parse().unwrap())).unwrap();
    let figures = [(742, 918), (846, 948), (974, 1168), (838, 973), (975, 1114)];
    let ratios = figures.map(|(part, whole)| Exact::fraction(part, whole).unwrap());
    assert_eq!(of_3.sum, Span::exactly(ratios.into_iter().sum()));
    assert_eq!(of_3.of, Exact::from(5));
    assert!(Exact::fraction(4375, 5121).unwrap() != of_3.value.worst);
}

#[test]
fn what_me_linh_did_not_report_is_said_of_its_cluster() {
    let me_linh = LeftOut {
        subject: "front-me-linh".parse().unwrap(),
        reason: LeftOutReason::MissingEvidence { criteria: vec!["poor-fund".parse().unwrap()] },
    };
    let third = CLUSTERS[1].parse().unwrap();
    let totals = |missing| clusters(ClusterMeasure::MeanOfTotals {}, missing);

    let refused = totals(MemberRule::Refuse);
    let [unranked] = &refused.unranked[..] else { panic!("{refused:?}") };
    assert_eq!(unranked.cluster.as_ref(), Some(&third));

    let left_out = totals(MemberRule::LeaveOut);
    let at = left_out.position(Some(&third)).unwrap();
    assert_eq!((at.coverage.counted.len(), at.coverage.members), (4, 5));
    assert_eq!(at.coverage.left_out, [me_linh]);
    assert!(at.value.is_exact());

    let counted = totals(MemberRule::Count);
    let at = counted.position(Some(&third)).unwrap();
    assert_eq!((at.coverage.counted.len(), at.coverage.left_out.len()), (5, 0));
    assert!(at.value.worst < at.value.best);
}

/// Tây Hồ, Cầu Giấy and Hà Đông, as published; the shares beside are those of the points, which
/// are rounded.
#[test]
fn three_districts_of_cluster_2_lead_both_clusters_in_cremations() {
    let criterion = "cremation".parse().unwrap();
    let standing = members(ComparedPart::Criterion { criterion }, PlaceRule::LeaveOut);
    assert_eq!((standing.positions.len(), standing.unranked.len()), (11, 0));
    let mut leading: Vec<&str> =
        standing.positions.iter().take(3).map(|at| at.subject.as_str()).collect();
    leading.sort_unstable();
    assert_eq!(leading, ["front-cau-giay", "front-ha-dong", "front-tay-ho"]);
    for at in &standing.positions[..3] {
        assert_eq!(at.cluster.as_ref().unwrap().as_str(), CLUSTERS[0]);
        assert!(Exact::fraction(98, 100).unwrap() <= at.value.worst, "{at:?}");
    }
}

/// `poor-fund` of Mê Linh serves the first pillar; of the second nothing of it is missing.
#[test]
fn a_pillar_asks_only_for_its_own_evidence() {
    let pillar = |pillar: &str| {
        let campaign = "toan-dan-doan-ket".parse().unwrap();
        let serves = Serves { campaign, pillar: pillar.parse().unwrap() };
        members(ComparedPart::Pillar { serves }, PlaceRule::LeaveOut)
    };
    let economy = pillar("economy-poverty-reduction");
    let unranked: Vec<&SubjectId> = economy.unranked.iter().map(|one| &one.subject).collect();
    assert_eq!(unranked, [&"front-me-linh".parse().unwrap()]);
    assert_eq!(pillar("culture-education-health-gratitude").unranked, []);
}

#[test]
fn a_comparison_is_data_and_states_all_that_is_chosen() {
    let text = r#"{
        "by": { "kind": "ratio_of_sums", "criterion": "cremation" },
        "disqualified": "leave_out",
        "missing": "refuse"
    }"#;
    let compared: ClusterComparison = serde_json::from_str(text).unwrap();
    let standing = of_ha_noi(|scores| scores.compare_clusters(&compared).unwrap());
    let written = serde_json::to_value(&standing).unwrap();
    assert_eq!(written["compared"], serde_json::from_str::<serde_json::Value>(text).unwrap());
    let third = &written["positions"][1];
    assert_eq!([&third["sum"]["worst"], &third["of"]], ["4375", "5121"]);
    assert!(serde_json::from_str::<ClusterComparison>(&text.replace("refuse", "ignore")).is_err());
    let silent = r#"{ "by": { "kind": "mean_of_totals" }, "missing": "refuse" }"#;
    assert!(serde_json::from_str::<ClusterComparison>(silent).is_err());
}
