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
    ///
    /// vi: Mã định danh của loại đơn vị.
    pub id: KindId,
    /// What units of the kind are called.
    ///
    /// vi: Tên gọi của loại đơn vị.
    pub name: Text,
    /// The level at which units of the kind stand.
    ///
    /// vi: Cấp của các đơn vị thuộc loại này.
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
    ///
    /// vi: Mã định danh của đơn vị.
    pub id: UnitId,
    /// The kind of the unit.
    ///
    /// vi: Loại đơn vị.
    pub kind: KindId,
    /// The name without the kind, such as Tây Hồ.
    ///
    /// vi: Tên không kèm loại đơn vị, như Tây Hồ.
    pub name: Text,
    /// What lists call the unit. A set.
    ///
    /// vi: Mã của đơn vị trong các danh mục. Tập hợp, thứ tự không có nghĩa.
    pub codes: Vec<Code>,
    /// The units it belonged to, each above it, at most one a day. A set.
    ///
    /// vi: Các đơn vị cấp trên qua từng thời gian, mỗi ngày nhiều nhất một đơn
    /// vị. Tập hợp, thứ tự không có nghĩa.
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
    ///
    /// vi: Danh mục, như `gso` của Tổng cục Thống kê.
    pub scheme: KindId,
    /// The code, which no other unit has in that list.
    ///
    /// vi: Mã, không trùng với đơn vị nào khác trong danh mục.
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
    ///
    /// vi: Đơn vị cấp trên.
    pub unit: UnitId,
    /// When it was above.
    ///
    /// vi: Thời gian là đơn vị cấp trên.
    pub during: Period,
}
