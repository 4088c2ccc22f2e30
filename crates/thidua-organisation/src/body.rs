//! Bodies of units and their kinds.

use thidua_values::{BodyId, KindId, Text, UnitId};

/// A kind of body, such as Ủy ban Mặt trận Tổ quốc (Fatherland Front committee)
/// or Ban Công tác Mặt trận (Front work committee of a residential area).
///
/// vi: Loại tổ chức.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct BodyKind {
    /// The id of the kind.
    ///
    /// vi: Mã định danh của loại tổ chức.
    pub id: KindId,
    /// What bodies of the kind are called.
    ///
    /// vi: Tên gọi của loại tổ chức.
    pub name: Text,
}

/// A body of a unit, such as the Fatherland Front committee of Tây Hồ: what
/// competes, and leads those who compete.
///
/// vi: Tổ chức của đơn vị, như Ủy ban Mặt trận Tổ quốc.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Body {
    /// The id of the body.
    ///
    /// vi: Mã định danh của tổ chức.
    pub id: BodyId,
    /// The kind of the body.
    ///
    /// vi: Loại tổ chức.
    pub kind: KindId,
    /// The unit whose body it is.
    ///
    /// vi: Đơn vị có tổ chức này.
    pub unit: UnitId,
    /// The name.
    ///
    /// vi: Tên tổ chức.
    pub name: Text,
}
