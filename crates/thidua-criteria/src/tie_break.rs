//! The list that breaks ties.

use thidua_values::{CriterionId, GroupId};

/// One step of the list that breaks ties (đồng hạng, bằng điểm). It sees only
/// who is still tied; more stands ahead.
///
/// vi: Một bước phân định các trường hợp đồng hạng, bằng điểm. Mỗi bước chỉ xét
/// những đối tượng còn đồng hạng; số lớn hơn xếp trước.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum TieBreak {
    /// By the points that a criterion adds to the total: what a deduction takes
    /// is below zero, so who has less taken stands ahead.
    ///
    /// vi: Theo số điểm mà một tiêu chí đóng góp vào tổng điểm; bị trừ ít hơn thì xếp trước.
    #[cfg_attr(feature = "schemars", schemars(title = "PointsTieBreak"))]
    Points {
        /// The criterion.
        ///
        /// vi: Tiêu chí được xét.
        criterion: CriterionId,
    },
    /// By the points that a group earned, after all that was done to it: what a group
    /// of deductions takes is below zero, so who has less taken stands ahead. For whom
    /// nothing in it is meant stands behind.
    ///
    /// vi: Theo số điểm của một nhóm sau mọi điều chỉnh trong nhóm; ở phần điểm trừ, bị trừ
    /// ít hơn thì xếp trước.
    #[cfg_attr(feature = "schemars", schemars(title = "GroupPointsTieBreak"))]
    GroupPoints {
        /// The group.
        ///
        /// vi: Nhóm tiêu chí được xét.
        group: GroupId,
    },
    /// By what the deductions take in all, which is below zero: who has less taken
    /// stands ahead.
    ///
    /// vi: Theo tổng điểm trừ; bị trừ ít hơn thì xếp trước.
    #[cfg_attr(feature = "schemars", schemars(title = "FewerDeductionsTieBreak"))]
    FewerDeductions {},
    /// By the number reported for a criterion: the part of a share, or the
    /// confirmed of a sample. Who reported none stands behind. More stands ahead,
    /// of a deduction too.
    ///
    /// vi: Theo số lượng đã báo cáo; số lớn hơn xếp trước, kể cả ở phần điểm trừ.
    ///
    /// Source: Kế hoạch 157/KH-UBND of Cần Thơ (2025), note on equal points.
    #[cfg_attr(feature = "schemars", schemars(title = "FigureTieBreak"))]
    Figure {
        /// The criterion.
        ///
        /// vi: Tiêu chí được xét.
        criterion: CriterionId,
    },
    /// By the share reported for a criterion, uncapped; nothing of nothing
    /// counts as the rulebook has it. Who reported none stands behind. More stands
    /// ahead, of a deduction too.
    ///
    /// vi: Theo tỷ lệ đã báo cáo; tỷ lệ lớn hơn xếp trước, kể cả ở phần điểm trừ.
    #[cfg_attr(feature = "schemars", schemars(title = "ShareTieBreak"))]
    Share {
        /// The criterion.
        ///
        /// vi: Tiêu chí được xét.
        criterion: CriterionId,
    },
    /// By the day on which a criterion of lateness was handed in, counted as days before
    /// the due day, below zero when late. Who handed in nothing stands behind. Earlier
    /// stands ahead.
    ///
    /// vi: Theo ngày nộp, tính bằng số ngày trước hạn, âm nếu quá hạn; nộp sớm hơn thì xếp
    /// trước, chưa nộp thì xếp sau.
    #[cfg_attr(feature = "schemars", schemars(title = "EarlierTieBreak"))]
    Earlier {
        /// The criterion.
        ///
        /// vi: Tiêu chí được xét.
        criterion: CriterionId,
    },
    /// Who earned all points of a criterion, or meets one without points, stands
    /// ahead of everybody else; of a deduction, who has all its points taken.
    ///
    /// vi: Đối tượng đạt đủ điểm của tiêu chí, hoặc đạt tiêu chí không tính điểm, xếp trước
    /// các đối tượng còn lại; ở phần điểm trừ là đối tượng bị trừ hết điểm của tiêu chí.
    ///
    /// Source: Nghị định 98/2023/NĐ-CP, article 4: among equals a collective with
    /// at least 70 % women.
    #[cfg_attr(feature = "schemars", schemars(title = "MetTieBreak"))]
    Met {
        /// The criterion, of which part of the points counts as none.
        ///
        /// vi: Tiêu chí được xét; chỉ đạt một phần điểm coi như không đạt.
        criterion: CriterionId,
    },
    /// Head to head (đối đầu): of two who are tied, who has more points of more criteria beats
    /// the other. They come apart where each of those ahead beat each of those behind, and
    /// nowhere else, so that a cycle stays tied.
    ///
    /// Compared are the points that each criterion adds to the total; what a deduction takes is
    /// below zero. A criterion that is not for one of the two, or not assigned to one, counts
    /// for neither.
    ///
    /// vi: Đối đầu từng cặp: trong hai đối tượng, ai hơn điểm ở nhiều tiêu chí hơn thì thắng; tách
    /// nhóm khi mỗi đối tượng xếp trước đều thắng mọi đối tượng xếp sau, ngoài ra giữ nguyên đồng
    /// hạng. Tiêu chí không áp dụng hoặc không giao cho một trong hai thì không xét.
    ///
    /// Source: none read; a rule that a rulebook may state.
    #[cfg_attr(feature = "schemars", schemars(title = "HeadToHeadTieBreak"))]
    HeadToHead {
        /// The group whose criteria are compared; left out for all criteria of the scale.
        ///
        /// vi: Nhóm có các tiêu chí được so; không ghi nếu so mọi tiêu chí của phần chấm điểm chính.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        group: Option<GroupId>,
    },
    /// By decision of the competent authority (cấp có thẩm quyền). The last
    /// step: what is left tied waits for it.
    ///
    /// vi: Cấp có thẩm quyền quyết định.
    ///
    /// Source: Quyết định 2579/QĐ-UBND of Cần Thơ (2025), article 8.2.
    #[cfg_attr(feature = "schemars", schemars(title = "AuthorityTieBreak"))]
    Authority {},
    /// By ballot. The last step: what is left tied waits for one.
    ///
    /// vi: Bỏ phiếu.
    #[cfg_attr(feature = "schemars", schemars(title = "BallotTieBreak"))]
    Ballot {},
    /// By lots. The last step: what is left tied waits for the lots that are drawn and
    /// recorded.
    ///
    /// vi: Bốc thăm.
    #[cfg_attr(feature = "schemars", schemars(title = "LotsTieBreak"))]
    Lots {},
}

impl TieBreak {
    /// The criterion it looks at, if it looks at one.
    #[must_use]
    pub const fn criterion(&self) -> Option<&CriterionId> {
        match self {
            Self::Points { criterion }
            | Self::Figure { criterion }
            | Self::Share { criterion }
            | Self::Earlier { criterion }
            | Self::Met { criterion } => Some(criterion),
            Self::GroupPoints { .. }
            | Self::FewerDeductions {}
            | Self::HeadToHead { .. }
            | Self::Authority {}
            | Self::Ballot {}
            | Self::Lots {} => None,
        }
    }

    /// The group it looks at, if it looks at one.
    #[must_use]
    pub const fn group(&self) -> Option<&GroupId> {
        match self {
            Self::GroupPoints { group } | Self::HeadToHead { group: Some(group) } => Some(group),
            Self::Points { .. }
            | Self::FewerDeductions {}
            | Self::Figure { .. }
            | Self::Share { .. }
            | Self::Earlier { .. }
            | Self::Met { .. }
            | Self::HeadToHead { group: None }
            | Self::Authority {}
            | Self::Ballot {}
            | Self::Lots {} => None,
        }
    }

    /// Whether it can only be the last: it sees nothing, and what is left tied waits for
    /// what it names.
    #[must_use]
    pub const fn is_last(&self) -> bool {
        match self {
            Self::Authority {} | Self::Ballot {} | Self::Lots {} => true,
            Self::Points { .. }
            | Self::GroupPoints { .. }
            | Self::FewerDeductions {}
            | Self::Figure { .. }
            | Self::Share { .. }
            | Self::Earlier { .. }
            | Self::Met { .. }
            | Self::HeadToHead { .. } => false,
        }
    }
}
