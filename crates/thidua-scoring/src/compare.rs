//! What is compared across clusters: the question, which states all that has to be chosen.

use thidua_criteria::Serves;
use thidua_values::{CriterionId, GroupId, SubjectId};
use thiserror::Error;

/// How clusters are compared among each other.
///
/// vi: Cách so sánh các cụm thi đua với nhau.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ClusterComparison {
    /// What of the members makes the number of their cluster.
    ///
    /// vi: Con số của cụm tính từ kết quả nào của các thành viên.
    pub by: ClusterMeasure,
    /// What becomes of members that are disqualified.
    ///
    /// vi: Cách tính thành viên bị loại trừ.
    pub disqualified: MemberRule,
    /// What becomes of members without all the evidence that is looked at: it is missing or,
    /// of figures, without proof.
    ///
    /// vi: Cách tính thành viên thiếu số liệu được xét; khi so số liệu thì kể cả thành viên
    /// không có minh chứng.
    pub missing: MemberRule,
}

/// What of the members makes the number of their cluster.
///
/// The ratio of sums is not the mean of ratios: a large member weighs more in the first,
/// each member as much as any other in the second. So either is asked for by name.
///
/// vi: Con số của cụm tính từ kết quả nào của các thành viên. Tỷ lệ chung (tổng tử số trên
/// tổng mẫu số) khác với bình quân các tỷ lệ, nên phải nêu rõ.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum ClusterMeasure {
    /// The mean of the members' totals (bình quân điểm).
    ///
    /// vi: Bình quân tổng điểm của các thành viên.
    #[cfg_attr(feature = "schemars", schemars(title = "MeanOfTotals"))]
    MeanOfTotals {},
    /// The mean of what each member's total is of what it could earn on the scale.
    ///
    /// vi: Bình quân tỷ lệ giữa tổng điểm và điểm tối đa có thể đạt của từng thành viên.
    #[cfg_attr(feature = "schemars", schemars(title = "MeanOfPointShares"))]
    MeanOfShares {},
    /// The ratio of sums of a criterion that is answered by shares: all that was done of all
    /// there was to do in the cluster, as reported (tổng tử số trên tổng mẫu số).
    ///
    /// vi: Tỷ lệ chung của cụm theo một tiêu chí: tổng tử số trên tổng mẫu số.
    #[cfg_attr(feature = "schemars", schemars(title = "RatioOfSums"))]
    RatioOfSums {
        /// The criterion.
        ///
        /// vi: Tiêu chí.
        criterion: CriterionId,
    },
    /// The mean of the members' ratios of a criterion that is answered by shares, as reported
    /// (bình quân tỷ lệ).
    ///
    /// vi: Bình quân các tỷ lệ của thành viên theo một tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "MeanOfRatios"))]
    MeanOfRatios {
        /// The criterion.
        ///
        /// vi: Tiêu chí.
        criterion: CriterionId,
    },
}

/// What becomes of a member in the number of its cluster. It is said of each cluster who is
/// counted, and of who is left out why.
///
/// vi: Cách tính một thành viên vào con số của cụm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum MemberRule {
    /// It counts like any other: with missing evidence from the worst to the best, so that the
    /// rank may be provisional. A figure that nobody reported or proved has no ends, and without it the
    /// cluster has no rank.
    ///
    /// vi: Vẫn tính; còn thiếu số liệu thì tính từ kém nhất đến tốt nhất và tạm xếp hạng.
    /// Riêng tỷ lệ chưa báo cáo hoặc không có minh chứng thì không có giới hạn, nên cụm chưa được xếp hạng.
    Count,
    /// It is left out, and the others make the number.
    ///
    /// vi: Không tính thành viên đó; con số của cụm lấy theo các thành viên còn lại.
    LeaveOut,
    /// Its cluster has no rank.
    ///
    /// vi: Cụm không được xếp hạng.
    Refuse,
}

/// How members are compared across clusters by a part of what they are scored for.
///
/// vi: Cách so sánh các thành viên của mọi cụm theo một phần của bảng tiêu chí.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct MemberComparison {
    /// The part.
    ///
    /// vi: Phần được so sánh.
    pub of: ComparedPart,
    /// The number they are placed by.
    ///
    /// vi: Con số dùng để xếp hạng.
    pub by: PartMeasure,
    /// Whether who is disqualified has a place.
    ///
    /// vi: Có xếp hạng thành viên bị loại trừ hay không.
    pub disqualified: PlaceRule,
    /// Whether who lacks evidence of the part has a place: from the worst to the best, so
    /// that it may be provisional.
    ///
    /// vi: Có xếp hạng thành viên thiếu số liệu của phần này hay không; nếu có thì tính từ kém
    /// nhất đến tốt nhất và tạm xếp hạng.
    pub missing: PlaceRule,
}

/// A part of what members are scored for.
///
/// vi: Một phần của bảng tiêu chí.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum ComparedPart {
    /// A criterion.
    ///
    /// vi: Một tiêu chí.
    #[cfg_attr(feature = "schemars", schemars(title = "ComparedCriterion"))]
    Criterion {
        /// The criterion.
        ///
        /// vi: Tiêu chí.
        criterion: CriterionId,
    },
    /// A group, after all that was done in it.
    ///
    /// vi: Một nhóm tiêu chí, sau mọi điều chỉnh trong nhóm.
    #[cfg_attr(feature = "schemars", schemars(title = "ComparedGroup"))]
    Group {
        /// The group.
        ///
        /// vi: Nhóm tiêu chí.
        group: GroupId,
    },
    /// All criteria that serve a pillar (nội dung) of a campaign, wherever they stand: the sum
    /// of what each earned, before weights and before what was done to groups.
    ///
    /// vi: Mọi tiêu chí phục vụ một nội dung của cuộc vận động: tổng điểm của các tiêu chí đó,
    /// trước khi nhân trọng số và trước các điều chỉnh ở nhóm.
    #[cfg_attr(feature = "schemars", schemars(title = "ComparedPillar"))]
    Pillar {
        /// The pillar, with its campaign.
        ///
        /// vi: Nội dung và cuộc vận động.
        serves: Serves,
    },
}

/// The number that members are placed by.
///
/// vi: Con số dùng để xếp hạng các thành viên.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum PartMeasure {
    /// The points; below zero for deductions, so that who loses least is first.
    ///
    /// vi: Số điểm; điểm trừ mang dấu âm, bị trừ ít nhất thì xếp trước.
    Points,
    /// The points of what could be earned; deductions earn nothing.
    ///
    /// vi: Tỷ lệ giữa số điểm và điểm tối đa có thể đạt; điểm trừ không có điểm tối đa.
    Share,
}

/// Whether such a member has a place.
///
/// vi: Có xếp hạng thành viên đó hay không.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum PlaceRule {
    /// It has.
    ///
    /// vi: Có xếp hạng.
    Place,
    /// It has none, and the reason is said.
    ///
    /// vi: Không xếp hạng, có nêu lý do.
    LeaveOut,
}

/// Why nothing could be compared.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CompareFault {
    /// The rulebook has no such criterion.
    #[error("expected a criterion of the rulebook, found `{0}`")]
    UnknownCriterion(CriterionId),
    /// The criterion is not answered by shares, so there are no ratios.
    #[error("expected a criterion that is answered by shares, found `{0}`")]
    NotAShare(CriterionId),
    /// The rulebook has no such group.
    #[error("expected a group of the rulebook, found `{0}`")]
    UnknownGroup(GroupId),
    /// No criterion of the rulebook serves that pillar.
    #[error(
        "expected a pillar that a criterion of the rulebook serves, found `{}` of `{}`",
        _0.pillar, _0.campaign
    )]
    UnservedPillar(Serves),
    /// A subject was to be compared that was not scored.
    #[error("expected a subject that was scored, found `{0}`")]
    NotScored(SubjectId),
}
