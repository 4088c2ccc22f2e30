//! The tree of a rulebook: sections, groups and criteria.

use thidua_values::{CriterionId, Phrase, PillarId, Points, SectionId, Text};

use crate::Formula;

/// A top section of a rulebook, inside its scale or above it.
///
/// vi: Một phần ở cấp cao nhất của bảng tiêu chí, trong thang điểm hoặc ngoài thang điểm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Section {
    /// Its id.
    ///
    /// vi: Mã định danh của phần.
    pub id: SectionId,
    /// Its number as printed; printed ordinals may repeat and skip.
    ///
    /// vi: Số thứ tự như trong văn bản; có thể lặp lại hoặc cách quãng.
    pub ordinal: Phrase,
    /// What it is about.
    ///
    /// vi: Tiêu đề của phần.
    pub title: Text,
    /// Whether its points belong to the scale or come on top.
    ///
    /// vi: Điểm của phần thuộc thang điểm hay là điểm cộng.
    pub part: SectionPart,
    /// The most points it can earn (điểm tối đa): the sum of its items.
    ///
    /// vi: Điểm tối đa: tổng điểm tối đa của các mục.
    pub points: Points,
    /// What it consists of. Ordered, as printed.
    ///
    /// vi: Các mục trong phần. Có thứ tự: như trong văn bản.
    pub items: Vec<Item>,
}

/// Where the points of a section belong.
///
/// vi: Điểm của phần được tính vào đâu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum SectionPart {
    /// In the scale (thang điểm).
    ///
    /// vi: Trong thang điểm.
    Scale,
    /// Above the scale: bonus points (điểm cộng, điểm thưởng).
    ///
    /// vi: Ngoài thang điểm: điểm cộng, điểm thưởng.
    Bonus,
}

/// One item of a section or of a group.
///
/// vi: Một mục của phần hoặc của nhóm tiêu chí.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Item {
    /// A group of further items.
    ///
    /// vi: Nhóm tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "GroupItem"))]
    Group(Group),
    /// A criterion, which is scored.
    ///
    /// vi: Tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "CriterionItem"))]
    Criterion(Criterion),
}

/// A group of items inside a section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Group {
    /// Its id.
    ///
    /// vi: Mã định danh của nhóm tiêu chí.
    pub id: SectionId,
    /// Its number as printed.
    ///
    /// vi: Số thứ tự như trong văn bản.
    pub ordinal: Phrase,
    /// What it is about.
    ///
    /// vi: Tiêu đề của nhóm tiêu chí.
    pub title: Text,
    /// The most points it can earn: the sum of its items.
    ///
    /// vi: Điểm tối đa: tổng điểm tối đa của các mục.
    pub points: Points,
    /// What it consists of. Ordered, as printed.
    ///
    /// vi: Các mục trong nhóm. Có thứ tự: như trong văn bản.
    pub items: Vec<Item>,
}

/// A criterion (tiêu chí): what is scored, for how many points, by which formula.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Criterion {
    /// Its id, which evidence names.
    ///
    /// vi: Mã định danh của tiêu chí, dùng trong số liệu, minh chứng.
    pub id: CriterionId,
    /// Its number as printed.
    ///
    /// vi: Số thứ tự như trong văn bản.
    pub ordinal: Phrase,
    /// What it asks for.
    ///
    /// vi: Yêu cầu của tiêu chí.
    pub title: Text,
    /// The most points it can earn (điểm tối đa), above none.
    ///
    /// vi: Điểm tối đa, lớn hơn 0.
    pub points: Points,
    /// The pillar of the campaign that it serves.
    ///
    /// vi: Nội dung của cuộc vận động mà tiêu chí phục vụ.
    pub serves: PillarId,
    /// What must hold before the formula counts. Ordered.
    ///
    /// vi: Các điều kiện phải đạt trước khi áp dụng công thức. Có thứ tự.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub conditions: Vec<Condition>,
    /// Whether the figures of its shares are whole numbers. They are unless it
    /// says otherwise, so that `1.203`, meant as 1,203, is refused.
    ///
    /// vi: Số liệu là số nguyên hay số thập phân; mặc định là số nguyên.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Figures::is_whole"))]
    pub figures: Figures,
    /// How evidence becomes points.
    ///
    /// vi: Cách tính điểm từ số liệu, minh chứng.
    pub formula: Formula,
}

/// What numbers the figures of a criterion are.
///
/// vi: Loại số liệu của tiêu chí.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Figures {
    /// Whole numbers: people, sessions, cases, đồng.
    ///
    /// vi: Số nguyên: người, cuộc, vụ, đồng.
    #[default]
    Whole,
    /// Numbers that may have a fraction: hectares, kilometres, million đồng.
    ///
    /// vi: Số có thể có phần thập phân: héc-ta, ki-lô-mét, triệu đồng.
    Decimal,
}

impl Figures {
    /// Whether they are whole numbers.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        matches!(self, Self::Whole)
    }
}

/// A condition before a formula. It has an id of its own, by which evidence
/// answers it.
///
/// vi: Điều kiện xét trước công thức, có mã định danh riêng để số liệu, minh chứng trả lời.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Condition {
    /// Unless it holds, the criterion is not scored and earns nothing.
    ///
    /// vi: Điều kiện tiên quyết: không đạt thì không chấm tiêu chí.
    ///
    /// Source: Kế hoạch 157/KH-UBND of Cần Thơ (2025), item 1.
    #[cfg_attr(feature = "schemars", schemars(title = "GateCondition"))]
    Gate {
        /// The id by which evidence answers.
        ///
        /// vi: Mã định danh để số liệu, minh chứng trả lời.
        id: CriterionId,
        /// What it asks for.
        ///
        /// vi: Yêu cầu của điều kiện.
        title: Text,
    },
}

impl Condition {
    /// The id by which evidence answers.
    #[must_use]
    pub const fn id(&self) -> &CriterionId {
        match self {
            Self::Gate { id, .. } => id,
        }
    }
}
