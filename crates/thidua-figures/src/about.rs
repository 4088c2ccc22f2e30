//! What a figure is of: a unit or a cluster.

use thidua_organisation::Organisation;
use thidua_values::{ClusterId, Coded, UnitId, Words};

/// What a figure is of.
///
/// vi: Số liệu của đơn vị hay của cụm thi đua.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum About {
    /// A unit.
    ///
    /// vi: Một đơn vị.
    #[cfg_attr(feature = "schemars", schemars(title = "AboutUnit"))]
    Unit {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
    },
    /// A cluster as a whole, of which reports tell what its members come to.
    ///
    /// The figure may be of any period: an organisation says when bodies are members of a cluster,
    /// and not since when there is one.
    ///
    /// vi: Cả cụm thi đua.
    #[cfg_attr(feature = "schemars", schemars(title = "AboutCluster"))]
    Cluster {
        /// The cluster.
        ///
        /// vi: Cụm thi đua.
        cluster: ClusterId,
    },
}

impl About {
    /// The unit, if it is one.
    #[must_use]
    pub const fn unit(&self) -> Option<&UnitId> {
        match self {
            Self::Unit { unit } => Some(unit),
            Self::Cluster { .. } => None,
        }
    }

    /// The cluster, if it is one.
    #[must_use]
    pub const fn cluster(&self) -> Option<&ClusterId> {
        match self {
            Self::Unit { .. } => None,
            Self::Cluster { cluster } => Some(cluster),
        }
    }

    /// The id of the unit or the cluster, as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Unit { unit } => unit.as_str(),
            Self::Cluster { cluster } => cluster.as_str(),
        }
    }

    /// Its position among all units that ever live, by id, and the clusters after them, by id.
    pub(crate) fn position(&self, organisation: &Organisation) -> Option<usize> {
        match self {
            Self::Unit { unit } => organisation.position(unit),
            Self::Cluster { cluster } => cluster_position(cluster, organisation),
        }
    }
}

/// The position of a cluster, after those of all units.
pub(crate) fn cluster_position(cluster: &ClusterId, organisation: &Organisation) -> Option<usize> {
    let clusters = &organisation.parts().clusters;
    let at = clusters.binary_search_by(|other| other.id.cmp(cluster)).ok()?;
    Some(organisation.positions() + at)
}

impl From<UnitId> for About {
    fn from(unit: UnitId) -> Self {
        Self::Unit { unit }
    }
}

impl From<ClusterId> for About {
    fn from(cluster: ClusterId) -> Self {
        Self::Cluster { cluster }
    }
}

impl Coded for About {
    fn code(&self) -> &'static str {
        match self {
            Self::Unit { .. } => "unit",
            Self::Cluster { .. } => "cluster",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Unit { .. } => Words::new("đơn vị", "unit"),
            Self::Cluster { .. } => Words::new("cụm thi đua", "cluster"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_unit_and_a_cluster_of_one_id_are_two() {
        let unit = About::from("tay-ho".parse::<UnitId>().unwrap());
        let cluster = About::from("tay-ho".parse::<ClusterId>().unwrap());
        assert_ne!(unit, cluster);
        assert_eq!((unit.as_str(), cluster.as_str()), ("tay-ho", "tay-ho"));
        assert_eq!((unit.unit().is_some(), unit.cluster().is_some()), (true, false));
        assert_eq!((cluster.unit().is_some(), cluster.cluster().is_some()), (false, true));
        assert_eq!((unit.code(), unit.words()), ("unit", Words::new("đơn vị", "unit")));
        assert_eq!((cluster.code(), cluster.words().en.as_str()), ("cluster", "cluster"));
    }

    #[test]
    fn clusters_stand_after_all_units() {
        let organisation = sample::organisation();
        let units = organisation.parts().units.iter().map(|unit| About::from(unit.id.clone()));
        let clusters = organisation.parts().clusters.iter().map(|it| About::from(it.id.clone()));
        let positions = units.chain(clusters).map(|about| about.position(&organisation));
        assert!(positions.eq((0..8).map(Some)));
        let unknown = About::from("cluster-9".parse::<ClusterId>().unwrap());
        assert_eq!(unknown.position(&organisation), None);
    }
}
