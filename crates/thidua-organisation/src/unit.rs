//! Units, their kinds, codes and parents.

use thidua_values::{KindId, Period, Text, UnitId};

use crate::{Level, UnitCode};

/// A kind of unit, such as quận (urban district) or phường (ward).
///
/// Kinds are data, for they come and go: thị trấn (township) is gone since
/// 2025-07-01, đặc khu (special zone) is new.
///
/// vi: Loại đơn vị.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct UnitKind {
    /// The id of the kind.
    pub id: KindId,
    /// What units of the kind are called.
    pub name: Text,
    /// The level at which units of the kind stand.
    pub level: Level,
}

/// A unit: an administrative unit or a residential area.
///
/// vi: Đơn vị.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Unit {
    /// The id of the unit.
    pub id: UnitId,
    /// The kind of the unit.
    pub kind: KindId,
    /// The name without the kind, such as Tây Hồ.
    pub name: Text,
    /// What lists call the unit. A set.
    pub codes: Vec<Code>,
    /// The units it belonged to, each above it, at most one a day. A set.
    pub parents: Vec<Parent>,
}

/// What one list calls a unit.
///
/// vi: Mã của đơn vị trong một danh mục.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Code {
    /// The list, such as `gso` for that of the General Statistics Office.
    pub scheme: KindId,
    /// The code, which no other unit has in that list.
    pub code: UnitCode,
}

/// A unit directly above, for a period.
///
/// vi: Đơn vị cấp trên trực tiếp trong một khoảng thời gian.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Parent {
    /// The unit above.
    pub unit: UnitId,
    /// When it was above.
    pub during: Period,
}
