//! The tree of a rulebook: sections, groups and criteria.

use thidua_values::{CriterionId, Phrase, PillarId, Points, SectionId, Text};

use crate::Formula;

/// A top section of a rulebook, inside its scale or above it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its number as printed; printed ordinals may repeat and skip.
    pub ordinal: Phrase,
    /// What it is about.
    pub title: Text,
    /// Whether its points belong to the scale or come on top.
    pub part: SectionPart,
    /// The most points it can earn (điểm tối đa): the sum of its items.
    pub points: Points,
    /// What it consists of. Ordered, as printed.
    pub items: Vec<Item>,
}

/// Where the points of a section belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum SectionPart {
    /// In the scale (thang điểm).
    Scale,
    /// Above the scale: bonus points (điểm cộng, điểm thưởng).
    Bonus,
}

/// One item of a section or of a group.
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
    pub id: SectionId,
    /// Its number as printed.
    pub ordinal: Phrase,
    /// What it is about.
    pub title: Text,
    /// The most points it can earn: the sum of its items.
    pub points: Points,
    /// What it consists of. Ordered, as printed.
    pub items: Vec<Item>,
}

/// A criterion (tiêu chí): what is scored, for how many points, by which formula.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Criterion {
    /// Its id, which evidence names.
    pub id: CriterionId,
    /// Its number as printed.
    pub ordinal: Phrase,
    /// What it asks for.
    pub title: Text,
    /// The most points it can earn (điểm tối đa), above none.
    pub points: Points,
    /// The pillar of the campaign that it serves.
    pub serves: PillarId,
    /// What must hold before the formula counts. Ordered.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub conditions: Vec<Condition>,
    /// How evidence becomes points.
    pub formula: Formula,
}

/// A condition before a formula. It has an id of its own, by which evidence
/// answers it.
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
        id: CriterionId,
        /// What it asks for.
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
