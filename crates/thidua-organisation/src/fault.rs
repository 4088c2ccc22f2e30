//! Why parts make no organisation.

use thidua_values::{ActId, BodyId, ClusterId, Fault, KindId, UnitId};
use thiserror::Error;

use crate::{BodyFault, HistoryFault};

/// Why parts make no organisation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum OrganisationFault {
    /// Two kinds of unit share an id, such as two kinds `ward`.
    DuplicateUnitKind(KindId),
    /// Two units of the first day share an id, such as a ward listed twice.
    DuplicateUnit(UnitId),
    /// Two acts share an id, such as a resolution listed twice.
    DuplicateAct(ActId),
    /// Two kinds of body share an id, such as two kinds `front-committee`.
    DuplicateBodyKind(KindId),
    /// Two bodies share an id, such as a committee listed twice.
    DuplicateBody(BodyId),
    /// Two kinds of cluster share an id, such as two kinds `front`.
    DuplicateClusterKind(KindId),
    /// Two clusters share an id, such as a cluster listed twice.
    DuplicateCluster(ClusterId),
    /// A unit is of no kind of unit, such as of a kind `wards` where the kind is `ward`.
    UnknownUnitKind(KindId),
    /// A parent, the unit of a body, or a unit of an event is no unit, such as a misspelt one.
    UnknownUnit(UnitId),
    /// An event or a cluster rests on no act of the list, such as on a misspelt one.
    UnknownAct(ActId),
    /// A body is of no kind of body, such as of a misspelt one.
    UnknownBodyKind(KindId),
    /// A cluster is of no kind of cluster, such as of a misspelt one.
    UnknownClusterKind(KindId),
    /// A leader, member, head or deputy of a cluster is no body, such as a unit's id in its place.
    UnknownBody(BodyId),
    /// What is told of units through time does not fit together.
    History(HistoryFault),
    /// What is told of a body or of a cluster does not fit together.
    Body(BodyFault),
}

impl From<HistoryFault> for OrganisationFault {
    fn from(fault: HistoryFault) -> Self {
        Self::History(fault)
    }
}

impl From<BodyFault> for OrganisationFault {
    fn from(fault: BodyFault) -> Self {
        Self::Body(fault)
    }
}

impl Fault for OrganisationFault {
    fn code(&self) -> &'static str {
        match self {
            Self::DuplicateUnitKind(_) => "duplicate_unit_kind",
            Self::DuplicateUnit(_) => "duplicate_unit",
            Self::DuplicateAct(_) => "duplicate_act",
            Self::DuplicateBodyKind(_) => "duplicate_body_kind",
            Self::DuplicateBody(_) => "duplicate_body",
            Self::DuplicateClusterKind(_) => "duplicate_cluster_kind",
            Self::DuplicateCluster(_) => "duplicate_cluster",
            Self::UnknownUnitKind(_) => "unknown_unit_kind",
            Self::UnknownUnit(_) => "unknown_unit",
            Self::UnknownAct(_) => "unknown_act",
            Self::UnknownBodyKind(_) => "unknown_body_kind",
            Self::UnknownClusterKind(_) => "unknown_cluster_kind",
            Self::UnknownBody(_) => "unknown_body",
            Self::History(fault) => fault.code(),
            Self::Body(fault) => fault.code(),
        }
    }

    fn expected(&self) -> String {
        let words = match self {
            Self::DuplicateUnitKind(_) => "each kind of unit once",
            Self::DuplicateUnit(_) => "each unit once",
            Self::DuplicateAct(_) => "each act once",
            Self::DuplicateBodyKind(_) => "each kind of body once",
            Self::DuplicateBody(_) => "each body once",
            Self::DuplicateClusterKind(_) => "each kind of cluster once",
            Self::DuplicateCluster(_) => "each cluster once",
            Self::UnknownUnitKind(_) => "a kind of unit of this organisation",
            Self::UnknownUnit(_) => "a unit of this organisation",
            Self::UnknownAct(_) => "an act of this organisation",
            Self::UnknownBodyKind(_) => "a kind of body of this organisation",
            Self::UnknownClusterKind(_) => "a kind of cluster of this organisation",
            Self::UnknownBody(_) => "a body of this organisation",
            Self::History(fault) => return fault.expected(),
            Self::Body(fault) => return fault.expected(),
        };
        words.to_owned()
    }

    fn found(&self) -> String {
        match self {
            Self::DuplicateUnitKind(id)
            | Self::DuplicateBodyKind(id)
            | Self::DuplicateClusterKind(id) => format!("`{id}` again"),
            Self::DuplicateUnit(id) => format!("`{id}` again"),
            Self::DuplicateAct(id) => format!("`{id}` again"),
            Self::DuplicateBody(id) => format!("`{id}` again"),
            Self::DuplicateCluster(id) => format!("`{id}` again"),
            Self::UnknownUnitKind(id)
            | Self::UnknownBodyKind(id)
            | Self::UnknownClusterKind(id) => format!("`{id}`"),
            Self::UnknownUnit(id) => format!("`{id}`"),
            Self::UnknownAct(id) => format!("`{id}`"),
            Self::UnknownBody(id) => format!("`{id}`"),
            Self::History(fault) => fault.found(),
            Self::Body(fault) => fault.found(),
        }
    }
}
