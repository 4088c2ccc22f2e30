//! What a comparison across clusters came to: ranks, and the terms that they come from.

use thidua_values::{ClusterId, CriterionId, Exact, SubjectId};

use crate::{ClusterComparison, MemberComparison, PossibleRanks, Span};

/// How clusters stand among each other: each is in `positions` or in `unranked`, once.
///
/// vi: Xếp hạng các cụm thi đua.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ClusterStanding {
    /// What was asked.
    ///
    /// vi: Cách so sánh.
    pub compared: ClusterComparison,
    /// The places. Ordered, best first; who shares a rank, by id.
    ///
    /// vi: Các thứ hạng. Có thứ tự: từ cao xuống thấp; đồng hạng thì theo mã định danh.
    pub positions: Vec<ClusterPosition>,
    /// Which clusters have no place. Ordered by id.
    ///
    /// vi: Những cụm không được xếp hạng. Có thứ tự: theo mã định danh.
    pub unranked: Vec<UnrankedCluster>,
}

/// A cluster's place.
///
/// vi: Thứ hạng của một cụm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ClusterPosition {
    /// Whose it is; left out for those who are in no cluster, together.
    ///
    /// vi: Cụm được xếp hạng; không ghi đối với các đối tượng không thuộc cụm nào.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub cluster: Option<ClusterId>,
    /// One more than the number of those ahead; equals share it, and the next numbers are left out.
    ///
    /// vi: Thứ hạng: số cụm xếp trước cộng 1; đồng hạng thì cùng một số, các số tiếp theo bỏ qua.
    pub rank: usize,
    /// How many share the rank, the cluster itself among them.
    ///
    /// vi: Số cụm cùng thứ hạng, kể cả cụm này.
    pub tied: usize,
    /// The number that it is placed by, at the worst end: `sum` of `of`. Points, or a share of one.
    ///
    /// vi: Con số dùng để xếp hạng, lấy ở đầu kém nhất: `sum` chia cho `of`. Là số điểm hoặc
    /// tỷ lệ (1 là 100%).
    pub value: Span,
    /// What the members' terms come to together.
    ///
    /// vi: Tổng tử số của các thành viên được tính.
    pub sum: Span,
    /// What that is divided by: how many members count, or all there was to do.
    ///
    /// vi: Mẫu số: số thành viên được tính, hoặc tổng mẫu số của các thành viên.
    pub of: Exact,
    /// Who counts, and who does not.
    ///
    /// vi: Thành viên nào được tính, thành viên nào không.
    pub coverage: ClusterCoverage,
    /// For a provisional place, which missing evidence could still change: the ranks that are
    /// possible.
    ///
    /// vi: Khi tạm xếp hạng: các thứ hạng còn có thể xảy ra do thiếu số liệu.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub provisional: Option<PossibleRanks>,
}

/// Which members make the number of a cluster: each is in one of the two lists, once.
///
/// vi: Các thành viên tạo nên con số của cụm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ClusterCoverage {
    /// How many members the cluster has.
    ///
    /// vi: Tổng số thành viên của cụm.
    pub members: usize,
    /// Who counts, with what it adds. Ordered by id.
    ///
    /// vi: Các thành viên được tính và phần đóng góp. Có thứ tự: theo mã định danh.
    pub counted: Vec<MemberTerm>,
    /// Who is left out, and why. Ordered by id.
    ///
    /// vi: Các thành viên không được tính và lý do. Có thứ tự: theo mã định danh.
    pub left_out: Vec<LeftOut>,
}

/// What a member adds to the number of its cluster.
///
/// vi: Phần đóng góp của một thành viên vào con số của cụm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct MemberTerm {
    /// The member.
    ///
    /// vi: Thành viên.
    pub subject: SubjectId,
    /// To the sum: its total, its share or, of a ratio of sums, its numerator.
    ///
    /// vi: Phần cộng vào tử số: tổng điểm, tỷ lệ, hoặc tử số khi tính tỷ lệ chung.
    pub part: Span,
    /// To what that is divided by: one or, of a ratio of sums, its denominator.
    ///
    /// vi: Phần cộng vào mẫu số: 1, hoặc mẫu số khi tính tỷ lệ chung.
    pub whole: Exact,
}

/// Who is left out of a comparison.
///
/// vi: Thành viên không được tính hoặc không được xếp hạng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct LeftOut {
    /// Who.
    ///
    /// vi: Thành viên.
    pub subject: SubjectId,
    /// Why.
    ///
    /// vi: Lý do.
    pub reason: LeftOutReason,
}

/// Why a member is left out of a comparison, or why its cluster is.
///
/// vi: Lý do không tính một thành viên, hoặc không xếp hạng cụm của thành viên đó.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum LeftOutReason {
    /// It is disqualified (bị loại trừ).
    ///
    /// vi: Bị loại trừ.
    #[cfg_attr(feature = "schemars", schemars(title = "LeftOutDisqualified"))]
    Disqualified {
        /// What disqualifies it. Ordered as in the rulebook.
        ///
        /// vi: Các tiêu chí loại trừ bị vi phạm. Có thứ tự: như trong bảng tiêu chí.
        facts: Vec<CriterionId>,
    },
    /// Evidence that is looked at is missing, or whether it is disqualified is not answered.
    ///
    /// vi: Thiếu số liệu được xét, hoặc chưa rõ có bị loại trừ hay không.
    #[cfg_attr(feature = "schemars", schemars(title = "LeftOutMissingEvidence"))]
    MissingEvidence {
        /// The criteria that are open; none where it waits for others in the cluster. Ordered
        /// as in the rulebook.
        ///
        /// vi: Các tiêu chí chưa đủ số liệu; trống nếu chờ số liệu của đơn vị khác trong cụm.
        /// Có thứ tự: như trong bảng tiêu chí.
        criteria: Vec<CriterionId>,
    },
    /// Its figure has no proof (không có minh chứng).
    ///
    /// vi: Số liệu không có minh chứng.
    #[cfg_attr(feature = "schemars", schemars(title = "LeftOutNoProof"))]
    NoProof {},
    /// It was not assigned what is looked at.
    ///
    /// vi: Không được giao phần được xét.
    #[cfg_attr(feature = "schemars", schemars(title = "LeftOutNotAssigned"))]
    NotAssigned {},
    /// There is nothing to take a share of: nothing was to be done (0/0), or nothing could
    /// be earned. That is not zero.
    ///
    /// vi: Không có gì để tính tỷ lệ: không phát sinh (0/0) hoặc không có điểm để đạt. Không
    /// coi là 0.
    #[cfg_attr(feature = "schemars", schemars(title = "LeftOutNothingOfNothing"))]
    NothingOfNothing {},
    /// What is looked at is for other kinds of subject.
    ///
    /// vi: Phần được xét không áp dụng cho loại đối tượng này.
    #[cfg_attr(feature = "schemars", schemars(title = "LeftOutNotConcerned"))]
    NotConcerned {},
}

/// A cluster without a place.
///
/// vi: Cụm không được xếp hạng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct UnrankedCluster {
    /// Which; left out for those who are in no cluster, together.
    ///
    /// vi: Cụm; không ghi đối với các đối tượng không thuộc cụm nào.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub cluster: Option<ClusterId>,
    /// Why.
    ///
    /// vi: Lý do.
    pub reason: ClusterUnranked,
}

/// Why a cluster has no place.
///
/// vi: Lý do cụm không được xếp hạng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum ClusterUnranked {
    /// A rule of the comparison refuses clusters with such members.
    ///
    /// vi: Cách so sánh không xếp hạng cụm có thành viên như vậy.
    #[cfg_attr(feature = "schemars", schemars(title = "ClusterRefused"))]
    Refused {
        /// The members. Ordered by id.
        ///
        /// vi: Các thành viên đó. Có thứ tự: theo mã định danh.
        members: Vec<LeftOut>,
    },
    /// Members are to be counted of whom nothing is known that has ends.
    ///
    /// vi: Có thành viên phải tính nhưng chưa biết con số nằm trong giới hạn nào.
    #[cfg_attr(feature = "schemars", schemars(title = "ClusterUnbounded"))]
    Unbounded {
        /// The members. Ordered by id.
        ///
        /// vi: Các thành viên đó. Có thứ tự: theo mã định danh.
        members: Vec<LeftOut>,
    },
    /// Nobody is counted, or all there was to do is nothing.
    ///
    /// vi: Không có thành viên nào được tính.
    #[cfg_attr(feature = "schemars", schemars(title = "ClusterOfNothing"))]
    Nothing {
        /// Who is left out, and why. Ordered by id.
        ///
        /// vi: Các thành viên không được tính và lý do. Có thứ tự: theo mã định danh.
        left_out: Vec<LeftOut>,
    },
}

/// How members of all clusters stand by a part of what they are scored for: each is in
/// `positions` or in `unranked`, once.
///
/// vi: Xếp hạng các thành viên của mọi cụm theo một phần của bảng tiêu chí.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct MemberStanding {
    /// What was asked.
    ///
    /// vi: Cách so sánh.
    pub compared: MemberComparison,
    /// The places. Ordered, best first; who shares a rank, by id.
    ///
    /// vi: Các thứ hạng. Có thứ tự: từ cao xuống thấp; đồng hạng thì theo mã định danh.
    pub positions: Vec<MemberPosition>,
    /// Who has no place. Ordered by id.
    ///
    /// vi: Những thành viên không được xếp hạng. Có thứ tự: theo mã định danh.
    pub unranked: Vec<UnrankedMember>,
}

/// A member's place.
///
/// vi: Thứ hạng của một thành viên.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct MemberPosition {
    /// Whose it is.
    ///
    /// vi: Thành viên được xếp hạng.
    pub subject: SubjectId,
    /// Its cluster; left out where it is in none.
    ///
    /// vi: Cụm của thành viên; không ghi nếu không thuộc cụm nào.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub cluster: Option<ClusterId>,
    /// One more than the number of those ahead; equals share it, and the next numbers are left out.
    ///
    /// vi: Thứ hạng: số thành viên xếp trước cộng 1; đồng hạng thì cùng một số, các số tiếp theo
    /// bỏ qua.
    pub rank: usize,
    /// How many share the rank, the member itself among them.
    ///
    /// vi: Số thành viên cùng thứ hạng, kể cả thành viên này.
    pub tied: usize,
    /// The number that it is placed by, at the worst end: points, or a share of one.
    ///
    /// vi: Con số dùng để xếp hạng, lấy ở đầu kém nhất: số điểm hoặc tỷ lệ (1 là 100%).
    pub value: Span,
    /// The points.
    ///
    /// vi: Số điểm.
    pub points: Span,
    /// What could be earned.
    ///
    /// vi: Điểm tối đa có thể đạt.
    pub attainable: Exact,
    /// For a provisional place, which missing evidence could still change, its own or that of
    /// others: the ranks that are possible.
    ///
    /// vi: Khi tạm xếp hạng: các thứ hạng còn có thể xảy ra do thiếu số liệu.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub provisional: Option<PossibleRanks>,
}

/// A member without a place.
///
/// vi: Thành viên không được xếp hạng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct UnrankedMember {
    /// Who.
    ///
    /// vi: Thành viên.
    pub subject: SubjectId,
    /// Its cluster; left out where it is in none.
    ///
    /// vi: Cụm của thành viên; không ghi nếu không thuộc cụm nào.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub cluster: Option<ClusterId>,
    /// Why.
    ///
    /// vi: Lý do.
    pub reason: LeftOutReason,
}

impl ClusterStanding {
    /// The place of a cluster, if it has one.
    #[must_use]
    pub fn position(&self, cluster: Option<&ClusterId>) -> Option<&ClusterPosition> {
        self.positions.iter().find(|position| position.cluster.as_ref() == cluster)
    }
}

impl MemberStanding {
    /// The place of a member, if it has one.
    #[must_use]
    pub fn position(&self, subject: &SubjectId) -> Option<&MemberPosition> {
        self.positions.iter().find(|position| position.subject == *subject)
    }
}
