//! What sheets say of each criterion and group, said once and shared.

use std::sync::Arc;

use thidua_criteria::{Combine, Item, PartKind, Rulebook};
use thidua_values::{CriterionId, GroupId, Phrase, Points, Text};

/// A criterion, as a sheet shows it.
///
/// vi: Tiêu chí, như ghi trong bảng điểm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct CriterionHead {
    /// Its id.
    ///
    /// vi: Mã định danh của tiêu chí.
    pub id: CriterionId,
    /// Its number as printed in the rulebook.
    ///
    /// vi: Số thứ tự như trong bảng tiêu chí.
    pub ordinal: Phrase,
    /// What it asks for.
    ///
    /// vi: Yêu cầu của tiêu chí.
    pub title: Text,
    /// The part that it belongs to.
    ///
    /// vi: Tiêu chí thuộc thang điểm, điểm cộng hay điểm trừ.
    pub part: PartKind,
    /// The group that it is in; left out where it is in none.
    ///
    /// vi: Nhóm chứa tiêu chí; không ghi nếu không thuộc nhóm nào.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub under: Option<GroupId>,
    /// The most it can earn, or take away.
    ///
    /// vi: Điểm tối đa.
    pub maximum: Points,
}

/// A group, as a sheet shows it.
///
/// vi: Nhóm tiêu chí, như ghi trong bảng điểm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct GroupHead {
    /// Its id.
    ///
    /// vi: Mã định danh của nhóm.
    pub id: GroupId,
    /// Its number as printed in the rulebook.
    ///
    /// vi: Số thứ tự như trong bảng tiêu chí.
    pub ordinal: Phrase,
    /// What it is about.
    ///
    /// vi: Tiêu đề của nhóm.
    pub title: Text,
    /// The part that it belongs to.
    ///
    /// vi: Nhóm thuộc thang điểm, điểm cộng hay điểm trừ.
    pub part: PartKind,
    /// The group that it is in; left out where it is at the top.
    ///
    /// vi: Nhóm cấp trên; không ghi nếu là nhóm cấp cao nhất.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub under: Option<GroupId>,
    /// The most it can earn, or take away.
    ///
    /// vi: Điểm tối đa.
    pub maximum: Points,
}

/// The heads of a rulebook: criteria and groups, each in its order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heads {
    pub(crate) criteria: Vec<Arc<CriterionHead>>,
    /// Of each criterion, whether a mean, a least or a best is around it.
    pub(crate) in_mean: Vec<bool>,
    pub(crate) groups: Vec<Arc<GroupHead>>,
}

/// What is around items.
#[derive(Clone, Copy)]
struct Within<'r> {
    part: PartKind,
    under: Option<&'r GroupId>,
    mean: bool,
}

/// Whether shares make the points, so that one that is not assigned changes what others count.
pub(crate) const fn is_mean(combine: Combine) -> bool {
    matches!(combine, Combine::WeightedMean {} | Combine::Least {} | Combine::Best { .. })
}

impl Heads {
    pub(crate) fn of(rulebook: &Rulebook) -> Self {
        let mut heads = Self::default();
        for (kind, part) in rulebook.parts().by_part() {
            heads.gather(
                Within { part: kind, under: None, mean: is_mean(part.combine) },
                &part.items,
            );
        }
        heads
    }

    fn gather(&mut self, within: Within<'_>, items: &[Item]) {
        for item in items {
            let (ordinal, maximum) = (item.ordinal().clone(), item.points());
            let (part, under) = (within.part, within.under.cloned());
            match item {
                Item::Criterion(criterion) => {
                    let (id, title) = (criterion.id.clone(), criterion.title.clone());
                    let head = CriterionHead { id, ordinal, title, part, under, maximum };
                    self.criteria.push(Arc::new(head));
                    self.in_mean.push(within.mean);
                }
                Item::Group(group) => {
                    let (id, title) = (group.id.clone(), group.title.clone());
                    let head = GroupHead { id, ordinal, title, part, under, maximum };
                    self.groups.push(Arc::new(head));
                    let mean = within.mean || is_mean(group.combine);
                    self.gather(Within { part, under: Some(&group.id), mean }, &group.items);
                }
            }
        }
    }
}
