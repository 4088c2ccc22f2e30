//! The season: what a year of clusters is concluded from.

use std::collections::BTreeSet;

use thidua_criteria::RulebookEdition;
use thidua_scoring::{SettlementFault, TieSettlement, TieSettlements};
use thidua_values::{
    AwardRulesId, CandidaciesId, ClusterId, Day, Fault, Faults, OrganisationId, Period, Place,
    Placed, SeasonId, Text,
};
use thiserror::Error;

/// What a season is made from.
///
/// vi: Các thành phần của năm thi đua.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Season"))]
pub struct SeasonParts {
    /// Its id.
    ///
    /// vi: Mã định danh của năm thi đua.
    pub id: SeasonId,
    /// What it is called.
    ///
    /// vi: Tên năm thi đua.
    pub title: Text,
    /// The year that is compared.
    ///
    /// vi: Năm được so sánh.
    pub during: Period,
    /// The organisation that the clusters are part of.
    ///
    /// vi: Cơ cấu tổ chức có các cụm thi đua này.
    pub organisation: OrganisationId,
    /// The clusters. A set: their order has no meaning.
    ///
    /// vi: Các cụm thi đua. Tập hợp, thứ tự không có nghĩa.
    pub clusters: Vec<ClusterId>,
    /// The rulebook, and which edition of it. Its criteria name the campaigns that they serve.
    ///
    /// vi: Bảng tiêu chí và phiên bản; các tiêu chí nêu cuộc vận động mà chúng phục vụ.
    pub rulebook: RulebookEdition,
    /// The award rules.
    ///
    /// vi: Quy định khen thưởng.
    pub award_rules: AwardRulesId,
    /// What is on record of the candidates for awards; left out where nothing is,
    /// and every member is a collective.
    ///
    /// vi: Hồ sơ xét khen thưởng; không ghi nếu không có, khi đó mọi thành viên là tập thể.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub candidacies: Option<CandidaciesId>,
    /// Lots drawn, ballots held and decisions taken on ties that the rulebook's list leaves
    /// in the standing of a cluster, none before the year; left out where there are none. A set.
    ///
    /// vi: Kết quả bốc thăm, bỏ phiếu và quyết định phân định các trường hợp còn đồng hạng trong
    /// cụm sau mọi bước của bảng tiêu chí, không trước ngày bắt đầu năm thi đua; không ghi nếu
    /// không có. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub settlements: Vec<TieSettlement>,
}

impl SeasonParts {
    /// The parts with every set in canonical order.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.clusters.sort();
        self.settlements = self.settlements.into_iter().map(TieSettlement::canonical).collect();
        self.settlements.sort_by(|a, b| a.tied.cmp(&b.tied));
        self
    }
}

/// One year of clusters.
// INVARIANT: there is a cluster, and the clusters differ; the settlements are those of the parts,
// none before the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    parts: SeasonParts,
    settlements: TieSettlements,
}

impl Season {
    /// The season of these parts.
    ///
    /// # Errors
    ///
    /// Every fault: no cluster, or one named twice; a settlement of a day before the year, or
    /// one that is not of one tie.
    pub fn try_new(parts: SeasonParts) -> Result<Self, Faults<SeasonFault>> {
        let mut faults = faults_of(&parts);
        let settlements = TieSettlements::try_new(parts.settlements.clone());
        let settlements = settlements.unwrap_or_else(|found| {
            faults.extend(found.lift("settlements", SeasonFault::Settlement).into_vec());
            TieSettlements::default()
        });
        Faults::check(Self { parts, settlements }, faults)
    }

    /// The parts, as they were given.
    #[must_use]
    pub const fn parts(&self) -> &SeasonParts {
        &self.parts
    }

    /// What is on record of ties in the standings of its clusters.
    #[must_use]
    pub const fn settlements(&self) -> &TieSettlements {
        &self.settlements
    }
}

fn faults_of(parts: &SeasonParts) -> Vec<Placed<SeasonFault>> {
    let clusters = Place::whole().field("clusters");
    let mut faults = Vec::new();
    if parts.clusters.is_empty() {
        faults.push(Placed { place: clusters.clone(), fault: SeasonFault::NoCluster });
    }
    let mut ids = BTreeSet::new();
    for (position, cluster) in parts.clusters.iter().enumerate() {
        if !ids.insert(cluster) {
            let fault = SeasonFault::DuplicateCluster(cluster.clone());
            faults.push(Placed { place: clusters.index(position), fault });
        }
    }
    let settlements = Place::whole().field("settlements");
    for (position, record) in parts.settlements.iter().enumerate() {
        if record.on < parts.during.start() {
            let fault = SeasonFault::SettledBeforeYear { on: record.on, during: parts.during };
            faults.push(Placed { place: settlements.index(position).field("on"), fault });
        }
    }
    faults
}

/// Why parts make no season.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum SeasonFault {
    /// Nobody takes part.
    NoCluster,
    /// A cluster is named twice.
    DuplicateCluster(ClusterId),
    /// A tie was settled before there was anything to settle.
    SettledBeforeYear {
        /// The day of the settlement.
        on: Day,
        /// The year.
        during: Period,
    },
    /// A settlement is not of one tie.
    Settlement(SettlementFault),
}

impl Fault for SeasonFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoCluster => "no_cluster",
            Self::DuplicateCluster(_) => "duplicate_cluster",
            Self::SettledBeforeYear { .. } => "settled_before_year",
            Self::Settlement(fault) => fault.code(),
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::NoCluster => "at least one cluster".into(),
            Self::DuplicateCluster(_) => "clusters that differ".into(),
            Self::SettledBeforeYear { during, .. } => {
                format!("a day from {} on, when the year begins", during.start())
            }
            Self::Settlement(fault) => fault.expected(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::NoCluster => "none".into(),
            Self::DuplicateCluster(id) => format!("`{id}` again"),
            Self::SettledBeforeYear { on, .. } => on.to_string(),
            Self::Settlement(fault) => fault.found(),
        }
    }
}

#[cfg(test)]
mod tests {
    use thidua_scoring::SettledBy;
    use thidua_values::{Basis, SubjectId};

    use super::*;

    fn parts(clusters: &[&str]) -> SeasonParts {
        SeasonParts {
            id: "year".parse().unwrap(),
            title: Text { vi: "Năm".parse().unwrap(), en: "The year".parse().unwrap() },
            during: Period::starting("2022-01-01".parse().unwrap()),
            organisation: "city".parse().unwrap(),
            clusters: clusters.iter().map(|id| id.parse().unwrap()).collect(),
            rulebook: RulebookEdition {
                rulebook: "table".parse().unwrap(),
                edition: "2022-01-01".parse().unwrap(),
            },
            award_rules: "rules".parse().unwrap(),
            candidacies: None,
            settlements: Vec::new(),
        }
    }

    #[test]
    fn there_are_clusters_that_differ() {
        assert!(Season::try_new(parts(&["b", "a"])).is_ok());
        let message = |clusters| Season::try_new(parts(clusters)).unwrap_err().to_string();
        assert_eq!(message(&[]), "clusters: expected at least one cluster, found none");
        assert_eq!(
            message(&["a", "a"]),
            "clusters[1]: expected clusters that differ, found `a` again"
        );
    }

    #[test]
    fn no_tie_was_settled_before_the_year() {
        let lots = |on: &str| {
            let order: Vec<SubjectId> = ["x", "y"].map(|id| id.parse().unwrap()).to_vec();
            let basis = Basis::Illustrative { note: "made up".parse().unwrap() };
            let (tied, on) = (order.clone(), on.parse().unwrap());
            let settlements = vec![TieSettlement { by: SettledBy::Lots, tied, order, on, basis }];
            Season::try_new(SeasonParts { settlements, ..parts(&["a"]) })
        };
        assert!(lots("2022-01-01").is_ok() && lots("2023-01-09").is_ok());
        assert_eq!(
            lots("2021-12-31").unwrap_err().to_string(),
            "settlements[0].on: expected a day from 2022-01-01 on, when the year begins, found 2021-12-31"
        );
    }
}
