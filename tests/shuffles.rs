//! Laws: in what order sets are listed changes nothing.

use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;
use thidua_awards::VerdictKind;
use thidua_criteria::{Campaign, CampaignParts, Item, Rulebook, RulebookParts};
use thidua_documents::{Limits, read, write};
use thidua_organisation::{Organisation, OrganisationParts};
use thidua_scoring::{EvidenceParts, TieSettlement, UnrankedReason};
use thidua_season::{Outcome, Season, SeasonParts};

use crate::hanoi::{Documents, bytes};
use crate::settlements::by_ballot;

/// Concluding takes a while, and each case shuffles everything.
const CASES: u32 = 16;

/// The organisation with every set in another order.
fn organisation(documents: &Documents) -> impl Strategy<Value = OrganisationParts> + use<> {
    let parts = documents.organisation.parts().clone();
    let members = parts.clusters.iter().map(|cluster| Just(cluster.members.clone()).prop_shuffle());
    let lists = (
        Just(parts.unit_kinds.clone()).prop_shuffle(),
        Just(parts.units.clone()).prop_shuffle(),
        Just(parts.body_kinds.clone()).prop_shuffle(),
        Just(parts.bodies.clone()).prop_shuffle(),
        members.collect::<Vec<_>>(),
        Just((0..parts.clusters.len()).collect::<Vec<_>>()).prop_shuffle(),
    );
    lists.prop_map(move |(unit_kinds, units, body_kinds, bodies, members, order)| {
        let mut clusters = parts.clusters.clone();
        for (cluster, members) in clusters.iter_mut().zip(members) {
            cluster.members = members;
        }
        let clusters = order.iter().map(|at| clusters[*at].clone()).collect();
        OrganisationParts { unit_kinds, units, body_kinds, bodies, clusters, ..parts.clone() }
    })
}

fn campaign(documents: &Documents) -> impl Strategy<Value = CampaignParts> + use<> {
    let parts = documents.campaign().parts().clone();
    let lists = Just(parts.documents.clone()).prop_shuffle();
    lists.prop_map(move |documents| CampaignParts { documents, ..parts.clone() })
}

fn evidence(documents: &Documents) -> impl Strategy<Value = EvidenceParts> + use<> {
    let parts = documents.evidence.clone();
    let records = Just(parts.records.clone()).prop_shuffle();
    records.prop_map(move |records| EvidenceParts { records, ..parts.clone() })
}

/// The season with its clusters, its settlements and who is tied in each in another order.
fn season(documents: &Documents) -> impl Strategy<Value = SeasonParts> + use<> {
    let parts = documents.season.parts().clone();
    let shuffled = |record: &TieSettlement| {
        let record = record.clone();
        let tied = Just(record.tied.clone()).prop_shuffle();
        tied.prop_map(move |tied| TieSettlement { tied, ..record.clone() })
    };
    let settlements: Vec<_> = parts.settlements.iter().map(shuffled).collect();
    let order = Just((0..settlements.len()).collect::<Vec<_>>()).prop_shuffle();
    let clusters = Just(parts.clusters.clone()).prop_shuffle();
    (clusters, settlements, order).prop_map(move |(clusters, settlements, order)| {
        let settlements = order.iter().map(|at| settlements[*at].clone()).collect();
        SeasonParts { clusters, settlements, ..parts.clone() }
    })
}

/// Hà Nội with its own ballot and one more, which settle a tie each, and two that settle none.
fn settled() -> Documents {
    let ties: [&[&str]; 3] = [
        &["front-thanh-xuan", "front-ha-dong"],
        &["front-tay-ho", "front-cau-giay", "front-ha-dong"],
        &["front-soc-son", "front-gia-lam"],
    ];
    by_ballot(&ties.map(|tie| (tie, "2022-11-01")))
}

/// The rulebook with its groups, and the items of each, in another order.
fn rulebook(documents: &Documents) -> impl Strategy<Value = RulebookParts> + use<> {
    let parts = documents.rulebook.parts().clone();
    let items = |item: &Item| match item {
        Item::Group(group) => Just(group.items.clone()).prop_shuffle(),
        Item::Criterion(criterion) => panic!("expected a group, found `{}`", criterion.id),
    };
    let items: Vec<_> = parts.scale.items.iter().map(items).collect();
    let order = Just((0..items.len()).collect::<Vec<_>>()).prop_shuffle();
    (items, order).prop_map(move |(items, order): (Vec<Vec<Item>>, Vec<usize>)| {
        let mut parts = parts.clone();
        for (group, items) in parts.scale.items.iter_mut().zip(items) {
            if let Item::Group(group) = group {
                group.items = items;
            }
        }
        parts.scale.items = order.iter().map(|at| parts.scale.items[*at].clone()).collect();
        parts
    })
}

/// The outcome with what is listed in the order of the rulebook listed by criterion.
fn by_criterion(mut outcome: Outcome) -> Outcome {
    let sort = |reason: &mut UnrankedReason| match reason {
        UnrankedReason::MissingEvidence { criteria }
        | UnrankedReason::AwaitedEvidence { criteria, .. }
        | UnrankedReason::DisqualifierOpen { facts: criteria }
        | UnrankedReason::Disqualified { facts: criteria } => criteria.sort(),
    };
    for cluster in &mut outcome.clusters {
        cluster.standing.unranked.iter_mut().for_each(|unranked| sort(&mut unranked.reason));
        for verdict in cluster.awards.awards.iter_mut().flat_map(|award| &mut award.verdicts) {
            if let VerdictKind::NoPlace { reason } = &mut verdict.verdict {
                sort(reason);
            }
        }
        for sheet in &mut cluster.sheets {
            sheet.lines.sort_by(|a, b| a.criterion.id.cmp(&b.criterion.id));
            sheet.groups.sort_by(|a, b| a.group.id.cmp(&b.group.id));
        }
    }
    outcome
}

proptest! {
    #![proptest_config(Config { cases: CASES, ..Config::default() })]

    /// Law: the order of units, bodies, clusters, members, parents, kinds, records and the
    /// season's clusters and settlements changes no byte of the outcome.
    #[test]
    fn the_order_of_sets_changes_no_byte_of_the_outcome(
        (organisation, evidence, season) in {
            let documents = settled();
            (organisation(&documents), evidence(&documents), season(&documents))
        },
    ) {
        let documents = settled();
        let before = write(&documents.conclude());
        let shuffled = Documents {
            organisation: Organisation::try_new(organisation).unwrap(),
            evidence,
            season: Season::try_new(season).unwrap(),
            ..documents
        };
        prop_assert_eq!(write(&shuffled.conclude()), before);
    }

    /// Law: the order of groups and criteria changes no point of any line, no
    /// total, no place, no tie and no award.
    #[test]
    fn the_order_of_criteria_changes_no_point_place_or_award(
        rulebook in rulebook(&Documents::read()),
    ) {
        let documents = Documents::read();
        let before = by_criterion(documents.conclude());
        let shuffled = Documents { rulebook: Rulebook::try_new(rulebook).unwrap(), ..documents };
        prop_assert_eq!(by_criterion(shuffled.conclude()), before);
    }

    /// Law: a written document is the same in whatever order its sets came.
    #[test]
    fn the_order_of_sets_changes_no_byte_of_a_written_document(
        (organisation, campaign, evidence, season) in {
            let documents = settled();
            (organisation(&documents), campaign(&documents), evidence(&documents), season(&documents))
        },
    ) {
        let documents = settled();
        let shuffled = Organisation::try_new(organisation).unwrap();
        prop_assert_eq!(write(&shuffled), write(&documents.organisation));
        prop_assert_eq!(write(&Campaign::try_new(campaign).unwrap()), write(documents.campaign()));
        prop_assert_eq!(write(&evidence), write(&documents.evidence));
        prop_assert_eq!(write(&Season::try_new(season).unwrap()), write(&documents.season));
    }
}

/// The members of every object in the reverse of alphabetical order, so that
/// the `kind` of a tagged object comes after other fields.
fn backwards(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            members.sort_by(|a, b| b.0.cmp(a.0));
            let members = members.iter().map(|(name, value)| {
                format!("{}:{}", Value::from(name.as_str()), backwards(value))
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(backwards).collect::<Vec<_>>().join(","))
        }
        _ => value.to_string(),
    }
}

#[test]
fn the_order_of_fields_changes_nothing() {
    let documents = Documents::read();
    let turned = |file| backwards(&serde_json::from_slice(&bytes(file)).unwrap()).into_bytes();
    let limits = Limits::default();
    assert_eq!(read(&turned("campaign.json"), &limits), Ok(documents.campaign().clone()));
    assert_eq!(read(&turned("organisation.json"), &limits), Ok(documents.organisation));
    assert_eq!(read(&turned("rulebook.json"), &limits), Ok(documents.rulebook));
    assert_eq!(read(&turned("evidence.json"), &limits), Ok(documents.evidence));
    assert_eq!(read(&turned("award-rules.json"), &limits), Ok(documents.award_rules));
    assert_eq!(read(&turned("season.json"), &limits), Ok(documents.season));
}
