//! Units as they begin, and their codes.

use thidua_values::{KindId, Text, UnitId};

use crate::UnitCode;

/// A unit (đơn vị), an administrative unit or a residential area, as it is
/// when it begins or when the statement does; what changes later is told by
/// events.
///
/// vi: Đơn vị, theo tình trạng khi thành lập hoặc khi bắt đầu khoảng thời gian được trình bày;
/// các thay đổi về sau ghi ở các sự kiện.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Unit {
    /// The id of the unit: never a code, for codes are changed and used again.
    ///
    /// vi: Mã định danh của đơn vị; không phải mã trong danh mục, vì mã có thể thay đổi và được
    /// dùng lại.
    pub id: UnitId,
    /// The kind of the unit.
    ///
    /// vi: Loại đơn vị.
    pub kind: KindId,
    /// The name without the kind, such as Tây Hồ.
    ///
    /// vi: Tên không kèm loại đơn vị, như Tây Hồ.
    pub name: Text,
    /// What lists call the unit, at most one code a list; left out where none does. A set.
    ///
    /// vi: Mã của đơn vị trong các danh mục, mỗi danh mục nhiều nhất một mã; không ghi nếu không
    /// có. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub codes: Vec<Code>,
    /// The unit directly above; left out where there is none.
    ///
    /// vi: Đơn vị cấp trên trực tiếp; không ghi nếu không có.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub parent: Option<UnitId>,
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
    /// The code, which no other unit has in that list on the same day.
    ///
    /// vi: Mã, trong cùng một ngày không trùng với đơn vị nào khác của danh mục.
    pub code: UnitCode,
}
