//! The tree of a rulebook: parts, groups and criteria.

use thidua_values::{
    CampaignId, CriterionId, Figure, GroupId, KindId, Phrase, PillarId, Place, Points, Text,
};

use crate::{Condition, Formula};

/// One of the three parts of a rulebook: its scale (thang điểm), the bonus above
/// it (điểm cộng, điểm thưởng), or what is deducted (điểm trừ).
///
/// vi: Một trong ba phần của bảng tiêu chí: thang điểm, điểm cộng hoặc điểm trừ.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Part {
    /// The most points that it can add, or take away.
    ///
    /// vi: Số điểm tối đa của phần này.
    pub points: Points,
    /// How its items make its points. Their sum, unless it says otherwise.
    ///
    /// vi: Cách các mục tạo thành điểm của phần; mặc định là cộng.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Combine::is_sum"))]
    pub combine: Combine,
    /// What it consists of. Ordered, as printed.
    ///
    /// vi: Các mục trong phần. Có thứ tự: như trong văn bản.
    pub items: Vec<Item>,
}

/// Which part of a rulebook something belongs to.
///
/// vi: Điểm được tính vào phần nào.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum PartKind {
    /// In the scale (thang điểm).
    ///
    /// vi: Trong thang điểm.
    Scale,
    /// On top of the scale: bonus points (điểm cộng, điểm thưởng).
    ///
    /// vi: Điểm cộng, điểm thưởng.
    Bonus,
    /// Taken from the total: deduction points (điểm trừ).
    ///
    /// vi: Điểm trừ.
    Deduction,
}

/// How items make the points of what they are in.
///
/// What an item earns of its own points is its share; all that is not a sum works
/// on shares, so items may be worth different points.
///
/// vi: Cách các mục tạo thành điểm của nhóm. Trừ phép cộng, mọi cách đều tính trên
/// tỷ lệ giữa điểm đạt được và điểm tối đa của từng mục.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Combine {
    /// Their sum; together they are worth the points.
    ///
    /// vi: Cộng điểm các mục; tổng điểm tối đa của các mục bằng điểm của nhóm.
    #[cfg_attr(feature = "schemars", schemars(title = "SumOfItems"))]
    Sum {},
    /// Their sum up to the points, which cap it.
    ///
    /// vi: Cộng điểm các mục nhưng không vượt mức trần là điểm của nhóm.
    ///
    /// Source: Quyết định 2579/QĐ-UBND of Cần Thơ (2025): bonus and deduction of at most 3 points each.
    #[cfg_attr(feature = "schemars", schemars(title = "SumOfItemsUpTo"))]
    SumUpTo {},
    /// The mean of their shares by weight, times the points.
    ///
    /// vi: Bình quân có trọng số của tỷ lệ đạt được, nhân với điểm của nhóm.
    #[cfg_attr(feature = "schemars", schemars(title = "WeightedMeanOfItems"))]
    WeightedMean {},
    /// The least of their shares, times the points.
    ///
    /// vi: Tỷ lệ đạt được thấp nhất trong các mục, nhân với điểm của nhóm.
    #[cfg_attr(feature = "schemars", schemars(title = "LeastOfItems"))]
    Least {},
    /// The mean of so many of the best shares, times the points.
    ///
    /// vi: Bình quân của một số tỷ lệ đạt được cao nhất, nhân với điểm của nhóm.
    #[cfg_attr(feature = "schemars", schemars(title = "BestOfItems"))]
    Best {
        /// How many count.
        ///
        /// vi: Số mục được tính.
        #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
        count: u32,
    },
}

/// The sum.
impl Default for Combine {
    fn default() -> Self {
        Self::Sum {}
    }
}

impl Combine {
    /// Whether it is the plain sum.
    #[must_use]
    pub const fn is_sum(&self) -> bool {
        matches!(self, Self::Sum {})
    }
}

/// One item of a part or of a group.
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

/// A group of items: a section of the table, a standard (tiêu chuẩn), a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Group {
    /// Its id.
    ///
    /// vi: Mã định danh của nhóm tiêu chí.
    pub id: GroupId,
    /// Its number as printed; printed ordinals may repeat and skip.
    ///
    /// vi: Số thứ tự như trong văn bản; có thể lặp lại hoặc cách quãng.
    pub ordinal: Phrase,
    /// What it is about.
    ///
    /// vi: Tiêu đề của nhóm tiêu chí.
    pub title: Text,
    /// The most points it can earn (điểm tối đa).
    ///
    /// vi: Điểm tối đa của nhóm.
    pub points: Points,
    /// What it weighs (trọng số, hệ số) in a weighted mean; left out elsewhere.
    ///
    /// vi: Trọng số trong bình quân có trọng số; không ghi trong trường hợp khác.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub weight: Option<Figure>,
    /// The points that a grade may ask of it (điểm tối thiểu); left out where none are.
    ///
    /// vi: Điểm tối thiểu mà mức xếp loại có thể yêu cầu; không ghi nếu không quy định.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub minimum: Option<Points>,
    /// How its items make its points. Their sum, unless it says otherwise.
    ///
    /// vi: Cách các mục tạo thành điểm của nhóm; mặc định là cộng.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Combine::is_sum"))]
    pub combine: Combine,
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
    /// The most points it can earn (điểm tối đa); 0 where it is only met or not, or recorded.
    ///
    /// vi: Điểm tối đa; bằng 0 nếu tiêu chí chỉ xét đạt hay không đạt, hoặc chỉ ghi nhận.
    pub points: Points,
    /// What it weighs (trọng số, hệ số) in a weighted mean; left out elsewhere.
    ///
    /// vi: Trọng số trong bình quân có trọng số; không ghi trong trường hợp khác.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub weight: Option<Figure>,
    /// The points that a grade may ask of it (điểm tối thiểu); left out where none are.
    ///
    /// vi: Điểm tối thiểu mà mức xếp loại có thể yêu cầu; không ghi nếu không quy định.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub minimum: Option<Points>,
    /// The kinds of subject that it is for; left out where it is for all. A set.
    ///
    /// vi: Các loại đối tượng áp dụng tiêu chí; không ghi nếu áp dụng cho mọi đối tượng. Tập hợp.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub only_for: Vec<KindId>,
    /// The campaign and the pillar that it serves.
    ///
    /// vi: Cuộc vận động và nội dung mà tiêu chí phục vụ.
    pub serves: Serves,
    /// What is asked before the formula counts. Ordered: the first is asked first.
    ///
    /// vi: Các điều kiện xét trước công thức. Có thứ tự: điều kiện đầu được xét trước.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub conditions: Vec<Condition>,
    /// Whether the figures it is answered by are whole numbers. They are unless
    /// it says otherwise, so that `1.203`, meant as 1,203, is refused.
    ///
    /// vi: Số liệu là số nguyên hay số thập phân; mặc định là số nguyên.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Figures::is_whole"))]
    pub figures: Figures,
    /// How evidence becomes points.
    ///
    /// vi: Cách tính điểm từ số liệu, minh chứng.
    pub formula: Formula,
}

/// The one pillar (nội dung) of the one campaign that something serves.
///
/// vi: Nội dung của cuộc vận động mà tiêu chí phục vụ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Serves {
    /// The campaign or movement.
    ///
    /// vi: Cuộc vận động hoặc phong trào thi đua.
    pub campaign: CampaignId,
    /// The pillar.
    ///
    /// vi: Nội dung của cuộc vận động.
    pub pillar: PillarId,
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

impl Criterion {
    /// Whether it is for subjects of that kind.
    #[inline]
    #[must_use]
    pub fn is_for(&self, kind: Option<&KindId>) -> bool {
        is_for(&self.only_for, kind)
    }
}

/// Whether a list of kinds, of which none means all, is for subjects of that kind.
pub(crate) fn is_for(only_for: &[KindId], kind: Option<&KindId>) -> bool {
    only_for.is_empty() || kind.is_some_and(|kind| only_for.contains(kind))
}

impl Item {
    /// The number as printed.
    #[must_use]
    pub const fn ordinal(&self) -> &Phrase {
        match self {
            Self::Group(group) => &group.ordinal,
            Self::Criterion(criterion) => &criterion.ordinal,
        }
    }

    /// The most points it can earn.
    #[must_use]
    pub const fn points(&self) -> Points {
        match self {
            Self::Group(group) => group.points,
            Self::Criterion(criterion) => criterion.points,
        }
    }

    /// What it weighs in a weighted mean.
    #[must_use]
    pub const fn weight(&self) -> Option<Figure> {
        match self {
            Self::Group(group) => group.weight,
            Self::Criterion(criterion) => criterion.weight,
        }
    }

    /// The points that a grade may ask of it.
    #[must_use]
    pub const fn minimum(&self) -> Option<Points> {
        match self {
            Self::Group(group) => group.minimum,
            Self::Criterion(criterion) => criterion.minimum,
        }
    }

    /// Whether any criterion of it is for subjects of that kind.
    #[must_use]
    pub fn is_for(&self, kind: Option<&KindId>) -> bool {
        match self {
            Self::Group(group) => group.items.iter().any(|item| item.is_for(kind)),
            Self::Criterion(criterion) => criterion.is_for(kind),
        }
    }
}

/// Visits items and all that is in them, outermost first, as printed, each with
/// its place.
pub(crate) fn walk<'p>(place: &Place, items: &'p [Item], visit: &mut impl FnMut(&Place, &'p Item)) {
    for (position, item) in items.iter().enumerate() {
        let place = place.index(position);
        visit(&place, item);
        if let Item::Group(group) = item {
            walk(&place.field("items"), &group.items, visit);
        }
    }
}
