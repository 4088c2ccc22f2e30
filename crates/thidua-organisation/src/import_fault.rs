//! What can be wrong in lists of units.

use thidua_values::{Coded, Day, Fault, KindId, UnitId};
use thiserror::Error;

use crate::{Level, Measure, OrganisationFault, UnitCode};

/// Why lists of units make no organisation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum ImportFault {
    /// A list has a code twice, such as a ward that is listed twice; `1a` and `1A` are one.
    DuplicateCode(UnitCode),
    /// No id can be made of the scheme, a code and a day, for it would be too long, such as of a
    /// scheme of 52 letters.
    LongId(String),
    /// A parent is not in the list of its day, such as a district that ended.
    UnknownParent(UnitCode),
    /// A unit is of a kind that stands at no level on the day of the list, such as a township
    /// after 2025-07-01.
    NoLevel {
        /// The unit.
        unit: UnitCode,
        /// Its kind.
        kind: KindId,
        /// The day.
        day: Day,
    },
    /// A parent stands no higher than its child, such as a ward below a ward.
    ParentNotAbove {
        /// The level of the unit.
        level: Level,
        /// The parent; it may be the unit itself.
        parent: UnitCode,
        /// The level of the parent.
        parent_level: Level,
    },
    /// A list is not of a later day than the one before, such as one of 2025-01-01 after that of
    /// 2025-07-01.
    NotLater {
        /// The day.
        day: Day,
        /// The day of the list before.
        before: Day,
    },
    /// The old unit of a pair is not in the list before, such as a ward that ended by an earlier
    /// change.
    UnknownOld(UnitCode),
    /// The new unit of a pair is not in the list of the day, such as a ward that only a later list
    /// has.
    UnknownNew(UnitCode),
    /// A pair is told twice, such as once with the people and once with the land.
    DuplicatePair {
        /// The old unit.
        old: UnitCode,
        /// The new unit.
        new: UnitCode,
    },
    /// A pair with nothing of the population and nothing of the area, such as a row that was not
    /// filled in.
    NothingGiven(UnitCode),
    /// A unit gives all to one and something to another, such as all of its people to one ward and
    /// a part of them to the next.
    MoreThanAll {
        /// The old unit.
        old: UnitCode,
        /// Of what.
        measure: Measure,
    },
    /// What is wrong with kinds, acts, or the units between the days of the lists.
    Organisation(OrganisationFault),
}

impl Fault for ImportFault {
    fn code(&self) -> &'static str {
        match self {
            Self::DuplicateCode(_) => "duplicate_listed_code",
            Self::LongId(_) => "long_id",
            Self::UnknownParent(_) => "unknown_parent",
            Self::NoLevel { .. } => "listed_at_no_level",
            Self::ParentNotAbove { .. } => "listed_parent_not_above",
            Self::NotLater { .. } => "list_not_later",
            Self::UnknownOld(_) => "unknown_old_unit",
            Self::UnknownNew(_) => "unknown_new_unit",
            Self::DuplicatePair { .. } => "duplicate_pair",
            Self::NothingGiven(_) => "nothing_paired",
            Self::MoreThanAll { .. } => "more_than_all_paired",
            Self::Organisation(fault) => fault.code(),
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::DuplicateCode(_) => "each code once in a list, whatever its case".into(),
            Self::LongId(_) => {
                format!("an id of scheme, code and day of at most {} bytes", UnitId::MAX_LEN)
            }
            Self::UnknownParent(_) => "the code of a unit of the same list".into(),
            Self::NoLevel { day, .. } => format!("a kind that stands at a level on {day}"),
            Self::ParentNotAbove { level, .. } => {
                format!("a parent above the level `{}`", level.code())
            }
            Self::NotLater { before, .. } => format!("a day after {before}"),
            Self::UnknownOld(_) => "the code of a unit of the list before".into(),
            Self::UnknownNew(_) => "the code of a unit of the list of the day".into(),
            Self::DuplicatePair { .. } => "each pair once".into(),
            Self::NothingGiven(_) => "something of the population or of the area".into(),
            Self::MoreThanAll { measure, .. } => {
                format!("no more than all of the {} of a unit", measure.words().en)
            }
            Self::Organisation(fault) => fault.expected(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::DuplicateCode(code) => format!("`{code}` again"),
            Self::LongId(id) => format!("`{id}`"),
            Self::UnknownParent(code) | Self::UnknownOld(code) | Self::UnknownNew(code) => {
                format!("`{code}`")
            }
            Self::NoLevel { unit, kind, .. } => format!("`{unit}` of the kind `{kind}`"),
            Self::ParentNotAbove { parent, parent_level, .. } => {
                format!("`{parent}` of the level `{}`", parent_level.code())
            }
            Self::NotLater { day, .. } => day.to_string(),
            Self::DuplicatePair { old, new } => format!("`{old}` and `{new}` again"),
            Self::NothingGiven(old) => format!("nothing of `{old}`"),
            Self::MoreThanAll { old, .. } => format!("more of `{old}`, of which one gets all"),
            Self::Organisation(fault) => fault.found(),
        }
    }
}
