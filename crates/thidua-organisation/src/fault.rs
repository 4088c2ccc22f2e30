//! Why parts make no organisation.

use thidua_values::{BodyId, ClusterId, Coded, Fault, KindId, Period, UnitId};
use thiserror::Error;

use crate::{Level, Parent, UnitCode};

/// Why parts make no organisation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum OrganisationFault {
    /// Two kinds of unit share an id.
    DuplicateUnitKind(KindId),
    /// Two units share an id.
    DuplicateUnit(UnitId),
    /// Two kinds of body share an id.
    DuplicateBodyKind(KindId),
    /// Two bodies share an id.
    DuplicateBody(BodyId),
    /// Two clusters share an id.
    DuplicateCluster(ClusterId),
    /// A unit is of no kind of unit.
    UnknownUnitKind(KindId),
    /// A parent, or the unit of a body, is no unit.
    UnknownUnit(UnitId),
    /// A body is of no kind of body.
    UnknownBodyKind(KindId),
    /// A leader or member of a cluster is no body.
    UnknownBody(BodyId),
    /// A list gives a code twice, so it would name no unit.
    DuplicateCode {
        /// The list.
        scheme: KindId,
        /// The code.
        code: UnitCode,
        /// The unit that was given the code first.
        first: UnitId,
    },
    /// A parent stands no higher than its child; it may be the child itself.
    ParentNotAbove {
        /// The parent.
        parent: UnitId,
        /// The level of the parent.
        parent_level: Level,
        /// The level of the child.
        level: Level,
    },
    /// A unit has two parents on one day.
    TwoParents {
        /// The parent that starts first.
        first: Parent,
        /// The other.
        second: Parent,
    },
    /// A cluster has no members, so nobody would ever compete in it.
    NoMembers,
    /// A body is twice in a cluster on one day.
    TwiceMember {
        /// The body.
        body: BodyId,
        /// The period that starts first.
        first: Period,
        /// The other.
        second: Period,
    },
    /// A period has no day of those that the organisation speaks of.
    OutsideStated {
        /// The period.
        during: Period,
        /// The days that the organisation speaks of.
        stated: Period,
    },
}

impl Fault for OrganisationFault {
    fn code(&self) -> &'static str {
        match self {
            Self::DuplicateUnitKind(_) => "duplicate_unit_kind",
            Self::DuplicateUnit(_) => "duplicate_unit",
            Self::DuplicateBodyKind(_) => "duplicate_body_kind",
            Self::DuplicateBody(_) => "duplicate_body",
            Self::DuplicateCluster(_) => "duplicate_cluster",
            Self::UnknownUnitKind(_) => "unknown_unit_kind",
            Self::UnknownUnit(_) => "unknown_unit",
            Self::UnknownBodyKind(_) => "unknown_body_kind",
            Self::UnknownBody(_) => "unknown_body",
            Self::DuplicateCode { .. } => "duplicate_code",
            Self::ParentNotAbove { .. } => "parent_not_above",
            Self::TwoParents { .. } => "two_parents",
            Self::NoMembers => "no_members",
            Self::TwiceMember { .. } => "twice_member",
            Self::OutsideStated { .. } => "outside_stated",
        }
    }

    fn expected(&self) -> String {
        let words = match self {
            Self::DuplicateUnitKind(_) => "each kind of unit once",
            Self::DuplicateUnit(_) => "each unit once",
            Self::DuplicateBodyKind(_) => "each kind of body once",
            Self::DuplicateBody(_) => "each body once",
            Self::DuplicateCluster(_) => "each cluster once",
            Self::UnknownUnitKind(_) => "a kind of unit of this organisation",
            Self::UnknownUnit(_) => "a unit of this organisation",
            Self::UnknownBodyKind(_) => "a kind of body of this organisation",
            Self::UnknownBody(_) => "a body of this organisation",
            Self::DuplicateCode { scheme, .. } => return format!("each code of `{scheme}` once"),
            Self::ParentNotAbove { level, .. } => {
                return format!("a parent above the level `{}`", level.code());
            }
            Self::TwoParents { .. } => "at most one parent a day",
            Self::NoMembers => "at least one member",
            Self::TwiceMember { .. } => "each member at most once a day",
            Self::OutsideStated { stated, .. } => {
                return format!("a period that shares a day with the time from {stated}");
            }
        };
        words.to_owned()
    }

    fn found(&self) -> String {
        match self {
            Self::DuplicateUnitKind(id) | Self::DuplicateBodyKind(id) => format!("`{id}` again"),
            Self::DuplicateUnit(id) => format!("`{id}` again"),
            Self::DuplicateBody(id) => format!("`{id}` again"),
            Self::DuplicateCluster(id) => format!("`{id}` again"),
            Self::UnknownUnitKind(id) | Self::UnknownBodyKind(id) => format!("`{id}`"),
            Self::UnknownUnit(id) => format!("`{id}`"),
            Self::UnknownBody(id) => format!("`{id}`"),
            Self::DuplicateCode { code, first, .. } => {
                format!("`{code}` again, after unit `{first}`")
            }
            Self::ParentNotAbove { parent, parent_level, .. } => {
                format!("`{parent}` of the level `{}`", parent_level.code())
            }
            Self::TwoParents { first, second } => {
                format!(
                    "`{}` from {} and `{}` from {}",
                    first.unit, first.during, second.unit, second.during
                )
            }
            Self::NoMembers => "none".to_owned(),
            Self::TwiceMember { body, first, second } => {
                format!("`{body}` from {first} and from {second}")
            }
            Self::OutsideStated { during, .. } => format!("one from {during}"),
        }
    }
}
