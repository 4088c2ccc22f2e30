//! The rulebook (bảng tiêu chí chấm điểm): consistent by construction.

use std::collections::BTreeMap;

use thidua_values::{
    Basis, CampaignId, CriterionId, Day, Faults, Period, Points, RulebookId, Text,
};

use crate::{
    Campaign, Criterion, Item, MissingPolicy, NotAssignedPolicy, PillarFault, RoundingRule,
    RulebookFault, Section, SectionPart, TieBreak, check,
};

/// What one edition of a rulebook is made from.
///
/// vi: Các thành phần của một phiên bản bảng tiêu chí.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Rulebook"))]
pub struct RulebookParts {
    /// The id of the rulebook, the same for all its editions.
    ///
    /// vi: Mã định danh của bảng tiêu chí, giống nhau ở mọi phiên bản.
    pub id: RulebookId,
    /// What it is called.
    ///
    /// vi: Tên bảng tiêu chí.
    pub title: Text,
    /// Whether it is published or made up.
    ///
    /// vi: Bảng tiêu chí đã công bố hay chỉ để minh họa.
    pub basis: Basis,
    /// The campaign that its criteria serve.
    ///
    /// vi: Cuộc vận động mà các tiêu chí phục vụ.
    pub campaign: CampaignId,
    /// When this edition is in force; its first day names the edition.
    ///
    /// vi: Thời gian phiên bản có hiệu lực; ngày đầu tiên dùng để gọi tên phiên bản.
    pub during: Period,
    /// The points of the scale (thang điểm): the sum of its sections.
    ///
    /// vi: Thang điểm: tổng điểm tối đa của các phần trong thang điểm.
    pub points: Points,
    /// The points above the scale: the sum of the bonus sections.
    ///
    /// vi: Điểm ngoài thang điểm: tổng điểm tối đa của các phần điểm cộng.
    pub bonus_points: Points,
    /// Where it rounds.
    ///
    /// vi: Làm tròn ở đâu.
    pub rounding: RoundingRule,
    /// What missing evidence does to a place.
    ///
    /// vi: Thiếu số liệu ảnh hưởng thế nào đến xếp hạng.
    pub missing: MissingPolicy,
    /// What a criterion is worth to whom it is not assigned.
    ///
    /// vi: Cách tính điểm tiêu chí cho đối tượng không được giao tiêu chí.
    pub not_assigned: NotAssignedPolicy,
    /// Its sections. Ordered, as printed.
    ///
    /// vi: Các phần của bảng tiêu chí. Có thứ tự: như trong văn bản.
    pub sections: Vec<Section>,
    /// What breaks ties. Ordered: each step sees only who is still tied.
    ///
    /// vi: Các bước phân định đồng hạng. Có thứ tự: mỗi bước chỉ xét những đối tượng còn đồng hạng.
    pub tie_breaks: Vec<TieBreak>,
}

/// One edition of a rulebook.
///
/// Criteria and conditions have dense positions, their slots, in the order of
/// the rulebook: each criterion is followed by its conditions.
// INVARIANT: `check::faults_of` finds none in the parts; `leaves` are the criteria in order;
// `slots` holds the slot of every criterion and condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rulebook {
    parts: RulebookParts,
    leaves: Vec<Leaf>,
    slots: BTreeMap<CriterionId, usize>,
}

/// A criterion of a rulebook, and where it stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// The criterion.
    pub criterion: Criterion,
    /// The part that its section belongs to.
    pub part: SectionPart,
    /// Its slot; those of its conditions follow.
    pub slot: usize,
}

impl Rulebook {
    /// The rulebook of these parts.
    ///
    /// # Errors
    ///
    /// Every fault, at its place: see [`RulebookFault`].
    pub fn try_new(parts: RulebookParts) -> Result<Self, Faults<RulebookFault>> {
        let faults = check::faults_of(&parts);
        let mut leaves = Vec::new();
        let mut slots = BTreeMap::new();
        for section in &parts.sections {
            flatten(&section.items, section.part, &mut leaves, &mut slots);
        }
        Faults::check(Self { parts, leaves, slots }, faults)
    }

    /// The parts.
    #[must_use]
    pub const fn parts(&self) -> &RulebookParts {
        &self.parts
    }

    /// The day that names this edition: its first in force.
    #[must_use]
    pub const fn edition(&self) -> Day {
        self.parts.during.start()
    }

    /// The criteria, in the order of the rulebook.
    #[must_use]
    pub fn leaves(&self) -> &[Leaf] {
        &self.leaves
    }

    /// The criterion of that id, with where it stands.
    #[must_use]
    pub fn leaf(&self, id: &CriterionId) -> Option<&Leaf> {
        self.leaves.iter().find(|leaf| leaf.criterion.id == *id)
    }

    /// The slot of a criterion or condition.
    #[must_use]
    pub fn slot(&self, id: &CriterionId) -> Option<usize> {
        self.slots.get(id).copied()
    }

    /// How many slots there are.
    #[must_use]
    pub fn slot_count(&self) -> usize {
        self.slots.len()
    }

    /// Whether each criterion serves a pillar of the campaign.
    ///
    /// # Errors
    ///
    /// Every fault, at its place: see [`PillarFault`].
    pub fn check_pillars(&self, campaign: &Campaign) -> Result<(), Faults<PillarFault>> {
        Faults::check((), check::pillar_faults_of(&self.parts, campaign))
    }
}

fn flatten(
    items: &[Item],
    part: SectionPart,
    leaves: &mut Vec<Leaf>,
    slots: &mut BTreeMap<CriterionId, usize>,
) {
    for item in items {
        match item {
            Item::Group(group) => flatten(&group.items, part, leaves, slots),
            Item::Criterion(criterion) => {
                let slot = slots.len();
                slots.insert(criterion.id.clone(), slot);
                for condition in &criterion.conditions {
                    slots.insert(condition.id().clone(), slots.len());
                }
                leaves.push(Leaf { criterion: criterion.clone(), part, slot });
            }
        }
    }
}
