//! Selections: who among those who may have an award has it.

use thidua_ranking::EdgePolicy;
use thidua_values::{Coded, CriterionId, Figure, Words};

use crate::Quota;

/// How those who have an award are chosen among those who may.
///
/// vi: Cách chọn trong số những trường hợp đủ điều kiện.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Selection {
    /// All of them who have a place in the standing or are nominated by somebody in it: who has no
    /// place this year is refused by every award but a prompt one.
    ///
    /// vi: Tất cả trường hợp đủ điều kiện; không được xếp hạng trong năm thì không được đề nghị,
    /// trừ khen thưởng đột xuất.
    #[cfg_attr(feature = "schemars", schemars(title = "SelectAll"))]
    All {},
    /// The best placed.
    ///
    /// vi: Lấy theo thứ hạng từ cao xuống thấp.
    ///
    /// Source: Quyết định 86/2025/QĐ-UBND of Bắc Ninh, article 3.1; Thông tư
    /// 01/2024/TT-TANDTC, article 29: the more outstanding achievement first.
    #[cfg_attr(feature = "schemars", schemars(title = "SelectBestPlaced"))]
    BestPlaced {
        /// How many.
        ///
        /// vi: Chỉ tiêu.
        quota: Quota,
        /// Who of equals at the edge of the quota is preferred. Ordered: the first first.
        ///
        /// vi: Ưu tiên khi đồng hạng ở ranh giới chỉ tiêu. Có thứ tự: xét lần lượt.
        prefer: Vec<Preference>,
        /// What becomes of a tie that is left there.
        ///
        /// vi: Cách xử lý trường hợp còn đồng hạng ở ranh giới chỉ tiêu.
        edge: EdgePolicy,
    },
    /// Those with the most votes, of those whom the council approved by ballot: by the share of
    /// all members who said yes in the last one, which may have had other members for another.
    ///
    /// vi: Lấy theo tỷ lệ phiếu đồng ý trên tổng số thành viên ở lần bỏ phiếu cuối, từ cao xuống
    /// thấp, trong số đã được thông qua.
    ///
    /// Source: Thông tư 25/2025/TT-BKHCN, article 23.
    #[cfg_attr(feature = "schemars", schemars(title = "SelectMostVotes"))]
    MostVotes {
        /// How many.
        ///
        /// vi: Chỉ tiêu.
        quota: Quota,
        /// Who of equals at the edge of the quota is preferred. Ordered: the first first.
        ///
        /// vi: Ưu tiên khi bằng phiếu ở ranh giới chỉ tiêu. Có thứ tự: xét lần lượt.
        prefer: Vec<Preference>,
        /// Who decides among equals that are left there.
        ///
        /// vi: Người quyết định khi còn bằng phiếu ở ranh giới chỉ tiêu.
        edge: VoteEdge,
    },
}

/// Who is preferred among equals: whoever reaches a share, such as a collective
/// with at least 70 % women.
///
/// vi: Trường hợp được ưu tiên khi bằng nhau, ví dụ tập thể có ít nhất 70% là nữ.
///
/// Source: Nghị định 98/2023/NĐ-CP, article 4.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Preference {
    /// Of what, as the candidacy names it.
    ///
    /// vi: Nội dung của tỷ lệ, như hồ sơ đề nghị đã nêu.
    pub fact: CriterionId,
    /// The percentage: above 0, at most 100.
    ///
    /// vi: Tỷ lệ phần trăm: lớn hơn 0, nhiều nhất 100.
    pub percent: Figure,
}

/// Who decides among those with equal votes at the edge of the quota.
///
/// vi: Người quyết định khi bằng phiếu ở ranh giới chỉ tiêu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum VoteEdge {
    /// The chair of the council, by the chair's own vote.
    ///
    /// vi: Theo kết quả biểu quyết của chủ tịch hội đồng.
    ///
    /// Source: Thông tư 25/2025/TT-BKHCN, article 23.
    Chair,
    /// The competent authority.
    ///
    /// vi: Cấp có thẩm quyền.
    Authority,
}

/// A quota with what becomes of equals at its edge.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit<'s> {
    pub(crate) quota: &'s Quota,
    pub(crate) prefer: &'s [Preference],
    pub(crate) edge: EdgePolicy,
    /// Who settles what the policy leaves open.
    pub(crate) settles: Option<DecidedBy>,
}

impl Selection {
    /// Puts sets in canonical order.
    pub(crate) fn sort(&mut self) {
        match self {
            Self::All {} => {}
            Self::BestPlaced { quota, .. } | Self::MostVotes { quota, .. } => quota.sort(),
        }
    }

    /// The quota and its edge, where there is one.
    pub(crate) const fn limit(&self) -> Option<Limit<'_>> {
        match self {
            Self::All {} => None,
            Self::BestPlaced { quota, prefer, edge } => {
                let settles = match edge {
                    EdgePolicy::DrawLots {} => Some(DecidedBy::Lots),
                    EdgePolicy::Refer {} => Some(DecidedBy::Authority),
                    EdgePolicy::IncludeAll {}
                    | EdgePolicy::ExcludeAll {}
                    | EdgePolicy::IncludeUpTo { .. } => None,
                };
                Some(Limit { quota, prefer: prefer.as_slice(), edge: *edge, settles })
            }
            Self::MostVotes { quota, prefer, edge } => {
                let settles = Some(match edge {
                    VoteEdge::Chair => DecidedBy::Chair,
                    VoteEdge::Authority => DecidedBy::Authority,
                });
                let edge = EdgePolicy::Refer {};
                Some(Limit { quota, prefer: prefer.as_slice(), edge, settles })
            }
        }
    }
}

/// Who settled a tie at the edge of a quota.
///
/// vi: Cách phân định trường hợp bằng nhau ở ranh giới chỉ tiêu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum DecidedBy {
    /// Lots that were drawn.
    ///
    /// vi: Bốc thăm.
    Lots,
    /// The competent authority.
    ///
    /// vi: Cấp có thẩm quyền.
    Authority,
    /// The chair of the council, by the chair's own vote.
    ///
    /// vi: Biểu quyết của chủ tịch hội đồng.
    Chair,
}

impl Coded for DecidedBy {
    fn code(&self) -> &'static str {
        match self {
            Self::Lots => "lots",
            Self::Authority => "authority",
            Self::Chair => "chair",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Lots => Words::new("bốc thăm", "lots"),
            Self::Authority => Words::new("cấp có thẩm quyền", "the competent authority"),
            Self::Chair => Words::new("chủ tịch hội đồng", "the chair of the council"),
        }
    }
}
