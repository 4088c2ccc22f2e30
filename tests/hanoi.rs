//! The documents of `examples/data/hanoi-2022`: what they hold, and what they
//! come to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use num_rational::BigRational;
use thidua_awards::{AwardRules, Candidacies, MoneySchedule};
use thidua_criteria::{Campaign, Campaigns, Rulebook};
use thidua_documents::{Document, Limits, read};
use thidua_organisation::Organisation;
use thidua_scoring::{
    Column, EvidenceParts, EvidenceRecord, EvidenceValue, Member, Reason, Roster, UnrankedReason,
    verify,
};
use thidua_season::{ClusterOutcome, Inputs, Outcome, Season, conclude};
use thidua_values::{Basis, ClusterId, Day, SubjectId, UnitId};

use crate::repository::root;

/// The two clusters of the season.
pub(crate) const CLUSTERS: [&str; 2] = ["ha-noi-front-cluster-2", "ha-noi-front-cluster-3"];

/// The documents, read.
#[derive(Clone, Debug)]
pub(crate) struct Documents {
    pub(crate) organisation: Organisation,
    pub(crate) campaigns: Campaigns,
    pub(crate) rulebook: Rulebook,
    pub(crate) evidence: EvidenceParts,
    pub(crate) award_rules: AwardRules,
    pub(crate) season: Season,
    pub(crate) candidacies: Option<Candidacies>,
    pub(crate) money_schedules: Vec<MoneySchedule>,
}

impl Documents {
    pub(crate) fn read() -> Self {
        Self {
            organisation: document("organisation.json"),
            campaigns: Campaigns::try_new([document("campaign.json")]).unwrap(),
            rulebook: document("rulebook.json"),
            evidence: document("evidence.json"),
            award_rules: document("award-rules.json"),
            season: document("season.json"),
            candidacies: None,
            money_schedules: Vec::new(),
        }
    }

    pub(crate) fn inputs(&self) -> Inputs<'_> {
        Inputs {
            season: &self.season,
            organisation: &self.organisation,
            campaigns: &self.campaigns,
            rulebook: &self.rulebook,
            evidence: &self.evidence,
            award_rules: &self.award_rules,
            candidacies: self.candidacies.as_ref(),
            money_schedules: &self.money_schedules,
        }
    }

    pub(crate) fn conclude(&self) -> Outcome {
        conclude(&self.inputs(), meeting()).unwrap()
    }

    /// The one campaign.
    pub(crate) fn campaign(&self) -> &Campaign {
        self.campaigns.iter().next().unwrap()
    }

    /// The members of a cluster on the day of the meeting.
    pub(crate) fn members(&self, cluster: &str) -> BTreeSet<SubjectId> {
        let hierarchy = self.organisation.as_of(meeting()).unwrap();
        let cluster = hierarchy.cluster(&cluster.parse().unwrap()).unwrap();
        cluster.members().iter().map(|body| body.id.as_subject()).collect()
    }

    /// The members of both clusters, each in its cluster.
    pub(crate) fn roster(&self) -> Roster {
        let in_cluster = |id: &'static str| {
            let member = Member { kind: None, cluster: Some(id.parse().unwrap()) };
            self.members(id).into_iter().map(move |subject| (subject, member.clone()))
        };
        CLUSTERS.into_iter().flat_map(in_cluster).collect()
    }

    /// What the members of cluster no. 3 say of a criterion.
    fn of_cluster_3(&self, criterion: &str) -> Vec<&EvidenceRecord> {
        let members = self.members(CLUSTERS[1]);
        let records = self.evidence.records.iter();
        records
            .filter(|record| {
                members.contains(&record.subject) && record.criterion.as_str() == criterion
            })
            .collect()
    }
}

/// The day of the review of cluster no. 3.
pub(crate) fn meeting() -> Day {
    "2022-11-08".parse().unwrap()
}

/// A document of Hà Nội, or of the cluster that shows what Hà Nội has not.
pub(crate) fn bytes(file: &str) -> Vec<u8> {
    let folder = match file {
        "candidacies.json" | "money-schedule.json" => "award-a-cluster",
        "unit-lists.json" => "hanoi-history",
        "indicator-catalogue.json" | "checks.json" => "indicators",
        "figures.json" => "hanoi-figures",
        "report.json" => "reports",
        _ => "hanoi-2022",
    };
    let file = if folder == "reports" { "cluster-3-year-2022.json" } else { file };
    fs::read(root().join("examples/data").join(folder).join(file)).unwrap()
}

fn document<D: Document>(file: &str) -> D {
    read(&bytes(file), &Limits::default()).unwrap_or_else(|problems| panic!("{file}\n{problems}"))
}

fn cluster<'o>(outcome: &'o Outcome, id: &str) -> &'o ClusterOutcome {
    let id: ClusterId = id.parse().unwrap();
    outcome.clusters.iter().find(|cluster| cluster.cluster == id).unwrap()
}

/// Who is proposed for the flag, and who for a certificate.
pub(crate) fn proposed(outcome: &ClusterOutcome) -> Vec<Vec<&str>> {
    let awards = outcome.awards.awards.iter();
    awards.map(|award| award.proposed().map(SubjectId::as_str).collect()).collect()
}

fn unit(id: &str) -> UnitId {
    id.parse().unwrap()
}

#[test]
fn ha_noi_has_30_districts_and_579_communes() {
    let documents = Documents::read();
    let hierarchy = documents.organisation.as_of(meeting()).unwrap();
    let counts = hierarchy.count_by_kind(&unit("ha-noi"));
    let count = |kinds: &[&str]| -> usize { kinds.iter().map(|kind| counts[*kind]).sum() };
    assert_eq!(
        [count(&["urban-district"]), count(&["rural-district"]), count(&["town"])],
        [12, 17, 1]
    );
    assert_eq!(hierarchy.children(&unit("ha-noi")).count(), 30);
    assert_eq!(count(&["ward", "commune", "township"]), 579);
    assert_eq!(hierarchy.units().count(), 1 + 30 + 579);
}

#[test]
fn clusters_2_and_3_have_67_and_106_communes_under_their_districts() {
    let documents = Documents::read();
    let hierarchy = documents.organisation.as_of(meeting()).unwrap();
    let communes = CLUSTERS.map(|id| {
        let cluster = hierarchy.cluster(&id.parse().unwrap()).unwrap();
        let districts = cluster.members().iter().map(|body| &body.unit);
        districts.map(|district| hierarchy.children(district).count()).sum::<usize>()
    });
    assert_eq!(communes, [67, 106]);
}

#[test]
fn figures_of_cluster_3_add_up_to_the_published_totals() {
    let documents = Documents::read();
    let totals = |criterion: &str| {
        let mut totals = [BigRational::from_integer(0.into()), BigRational::from_integer(0.into())];
        for record in documents.of_cluster_3(criterion) {
            let EvidenceValue::Share { part, whole } = &record.value else {
                panic!("expected a share, found {record:?}");
            };
            for (total, figure) in totals.iter_mut().zip([part, whole]) {
                *total += figure.to_string().parse::<BigRational>().unwrap();
            }
        }
        totals.map(|total| total.to_string())
    };
    assert_eq!(totals("cremation"), ["4375", "5121"]);
    assert_eq!(totals("mediation"), ["694", "823"]);
    assert_eq!(totals("supervision")[0], "1053");
    assert_eq!(totals("area-conferences"), ["740", "740"]);
    assert_eq!(totals("commune-conferences"), ["106", "106"]);
    assert_eq!(totals("opinions-answered")[1], "10678");
    let sea_fund: u64 = totals("sea-fund")[0].parse().unwrap();
    assert!((7_690_000_001..7_700_000_000).contains(&sea_fund), "{sea_fund}");
}

#[test]
fn dong_anh_gave_2_280_million_dong_to_the_sea_fund_as_published() {
    let documents = Documents::read();
    let records = documents.of_cluster_3("sea-fund");
    let of_dong_anh = records.iter().find(|record| record.subject.as_str() == "front-dong-anh");
    let record = of_dong_anh.unwrap();
    assert!(
        matches!(&record.value, EvidenceValue::Share { part, .. } if part.to_string() == "2280000000")
    );
    assert!(matches!(record.basis, Basis::PartPublished { .. }), "{:?}", record.basis);
}

#[test]
fn each_district_of_cluster_3_held_a_conference_in_each_commune_that_it_has() {
    let documents = Documents::read();
    let hierarchy = documents.organisation.as_of(meeting()).unwrap();
    for record in documents.of_cluster_3("commune-conferences") {
        let body = hierarchy.body(&record.subject.as_str().parse().unwrap()).unwrap();
        let communes = hierarchy.children(&body.unit).count().to_string();
        let EvidenceValue::Share { part, whole } = &record.value else {
            panic!("expected a share, found {record:?}");
        };
        assert_eq!([part.to_string(), whole.to_string()], [communes.clone(), communes]);
    }
}

#[test]
fn every_sheet_of_both_clusters_verifies() {
    let documents = Documents::read();
    let (outcome, roster) = (documents.conclude(), documents.roster());
    let sheets: Vec<_> = outcome.clusters.iter().flat_map(|cluster| &cluster.sheets).collect();
    assert!(!sheets.is_empty() && sheets.len() == roster.len());
    for sheet in sheets {
        let (rulebook, evidence) = (&documents.rulebook, &documents.evidence);
        let verified = verify(rulebook, &roster, evidence, Column::Decided, sheet);
        assert_eq!(verified, Ok(()), "{}", sheet.subject);
    }
}

#[test]
fn supervision_decides_the_tie_for_first_in_cluster_2() {
    let outcome = Documents::read().conclude();
    let cluster = cluster(&outcome, CLUSTERS[0]);
    let [first, second, third, ..] = cluster.standing.positions.as_slice() else {
        panic!("expected three places, found {:?}", cluster.standing.positions);
    };
    assert_eq!(first.total, second.total);
    assert_eq!([first.rank, second.rank, third.rank], [1, 2, 3]);
    let [decided] = cluster.standing.decided.as_slice() else {
        panic!("expected one tie, found {:?}", cluster.standing.decided);
    };
    assert_eq!(decided.step, documents_first_step());
    let order: Vec<&str> = decided.order.iter().map(|key| key.subject.as_str()).collect();
    assert_eq!(order, [first.subject.as_str(), second.subject.as_str()]);
    assert!(decided.order[1].value < decided.order[0].value);
    assert!(cluster.standing.unresolved.is_empty() && cluster.standing.unranked.is_empty());
    assert_eq!(
        proposed(cluster),
        [vec!["front-ha-dong"], vec!["front-thanh-xuan", "front-tay-ho"]]
    );
}

fn documents_first_step() -> thidua_criteria::TieBreak {
    thidua_criteria::TieBreak::Figure { criterion: "supervision".parse().unwrap() }
}

#[test]
fn thanh_tri_leads_cluster_3() {
    let outcome = Documents::read().conclude();
    let cluster = cluster(&outcome, CLUSTERS[1]);
    assert_eq!(
        proposed(cluster),
        [vec!["front-thanh-tri"], vec!["front-dong-anh", "front-gia-lam"]]
    );
}

#[test]
fn me_linh_has_no_place_for_missing_evidence() {
    let outcome = Documents::read().conclude();
    let standing = &cluster(&outcome, CLUSTERS[1]).standing;
    assert_eq!(standing.positions.len(), 4);
    let [unranked] = standing.unranked.as_slice() else {
        panic!("expected one without a place, found {:?}", standing.unranked);
    };
    assert_eq!(unranked.subject.as_str(), "front-me-linh");
    let criteria = vec!["poor-fund".parse().unwrap()];
    assert_eq!(unranked.reason, UnrankedReason::MissingEvidence { criteria });
}

#[test]
fn the_gate_of_gia_lam_is_closed() {
    let outcome = Documents::read().conclude();
    let sheets = &cluster(&outcome, CLUSTERS[1]).sheets;
    let reasons: BTreeMap<&str, &Reason> = sheets
        .iter()
        .map(|sheet| {
            let line = sheet.line(&"households-asked".parse().unwrap()).unwrap();
            (sheet.subject.as_str(), &line.reason)
        })
        .collect();
    let closed = Reason::GateClosed { gate: "public-information-plan".parse().unwrap() };
    let behind: Vec<&str> =
        reasons.iter().filter(|(_, reason)| ***reason == closed).map(|(id, _)| *id).collect();
    assert_eq!(behind, ["front-gia-lam"]);
}
