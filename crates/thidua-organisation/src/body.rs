//! Bodies of units, their kinds, terms and offices.

use std::num::{NonZeroU16, NonZeroU32};

use thidua_values::{BodyId, Day, KindId, Text, UnitId};

/// A kind of body, such as Ủy ban Mặt trận Tổ quốc (Fatherland Front committee)
/// or Ban Công tác Mặt trận (Front work committee of a residential area).
///
/// vi: Loại tổ chức.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// The offices that bodies of the kind fill, such as chair; left out where none is told. A set.
    ///
    /// vi: Các chức danh của tổ chức, như Chủ tịch; không ghi nếu không nêu. Tập hợp, thứ tự
    /// không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub roles: Vec<Role>,
}

/// An office of a kind of body, such as chair (Chủ tịch) or vice chair (Phó Chủ tịch).
///
/// vi: Chức danh trong một loại tổ chức.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Role {
    /// The id of the role.
    ///
    /// vi: Mã định danh của chức danh.
    pub id: KindId,
    /// What it is called.
    ///
    /// vi: Tên chức danh.
    pub name: Text,
}

/// A body of a unit, such as the Fatherland Front committee of Tây Hồ: what
/// competes, and leads those who compete. It lives as long as its unit.
///
/// vi: Tổ chức của đơn vị, như Ủy ban Mặt trận Tổ quốc; tồn tại cùng với đơn vị.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Its terms, each opened by a congress; left out where none is told. A set.
    ///
    /// vi: Các nhiệm kỳ, mỗi nhiệm kỳ mở đầu bằng một đại hội; không ghi nếu không nêu. Tập hợp,
    /// thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub terms: Vec<Term>,
}

impl Body {
    /// The term that runs on that day: that of the last congress before or on it.
    #[must_use]
    pub fn term_on(&self, day: Day) -> Option<&Term> {
        let begun = self.terms.iter().filter(|term| term.congress.day <= day);
        begun.max_by_key(|term| term.congress.day)
    }
}

/// A term (nhiệm kỳ): from its congress until the next one.
///
/// vi: Nhiệm kỳ, từ đại hội này đến đại hội sau.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Term {
    /// The congress that opens it.
    ///
    /// vi: Đại hội mở đầu nhiệm kỳ.
    pub congress: Congress,
    /// The year in its name at which it begins: 2024 of the term 2024–2029.
    ///
    /// vi: Năm đầu trong tên nhiệm kỳ: 2024 của nhiệm kỳ 2024–2029.
    pub first_year: NonZeroU16,
    /// The year in its name at which it is to end: 2029 of the term 2024–2029.
    ///
    /// vi: Năm cuối trong tên nhiệm kỳ: 2029 của nhiệm kỳ 2024–2029.
    pub last_year: NonZeroU16,
    /// How many hold each office, by role and never by person; left out where it is not told. A set.
    ///
    /// vi: Số người giữ từng chức danh, không ghi tên người; không ghi nếu không nêu. Tập hợp, thứ
    /// tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub offices: Vec<Office>,
}

/// A congress (đại hội) of a body.
///
/// vi: Đại hội.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Congress {
    /// Its first day.
    ///
    /// vi: Ngày khai mạc.
    pub day: Day,
    /// Which of the body's congresses it is, from 1.
    ///
    /// vi: Đại hội lần thứ mấy, từ 1.
    pub ordinal: NonZeroU32,
    /// How many delegates; left out where it is not told.
    ///
    /// vi: Số đại biểu; không ghi nếu không nêu.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub delegates: Option<u32>,
}

/// How many hold an office.
///
/// vi: Số người giữ một chức danh.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Office {
    /// The role, one of the body's kind.
    ///
    /// vi: Chức danh, thuộc loại tổ chức này.
    pub role: KindId,
    /// How many hold it.
    ///
    /// vi: Số người.
    pub count: u32,
}
