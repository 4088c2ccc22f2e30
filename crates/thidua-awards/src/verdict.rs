//! Verdicts: proposed, refused or not decided, and why.

use thidua_scoring::{PossibleRanks, UnrankedReason};
use thidua_values::{AwardId, CriterionId, SubjectId};

use crate::{ConditionCheck, DecidedBy, Recipient, VoteOutcome};

/// What was decided about one candidate and one award.
///
/// vi: Kết quả xét một trường hợp về một danh hiệu, hình thức khen thưởng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Verdict {
    /// About whom.
    ///
    /// vi: Trường hợp được xét.
    pub subject: SubjectId,
    /// Whether it registered for the award.
    ///
    /// vi: Đã đăng ký danh hiệu, hình thức này hay chưa.
    pub registered: bool,
    /// What, and why.
    ///
    /// vi: Kết quả xét và lý do.
    pub verdict: VerdictKind,
}

/// Proposed, refused or not decided, and why.
///
/// vi: Đề nghị, không đề nghị hoặc chưa quyết định, kèm lý do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum VerdictKind {
    /// Proposed (đề nghị).
    ///
    /// vi: Đề nghị.
    #[cfg_attr(feature = "schemars", schemars(title = "Proposed"))]
    Proposed {
        /// What it rests on.
        ///
        /// vi: Căn cứ của đề nghị.
        rests_on: Grounds,
    },
    /// Refused: the award is for others.
    ///
    /// vi: Không xét: danh hiệu, hình thức dành cho loại đối tượng khác.
    #[cfg_attr(feature = "schemars", schemars(title = "OtherRecipient"))]
    OtherRecipient {
        /// Whom it is for.
        ///
        /// vi: Loại đối tượng được xét.
        recipient: Recipient,
    },
    /// Refused: it has no place in the standing, by any award but a prompt one; not decided while
    /// the rulebook waits for a place of it. Where the rulebook refuses a place to who misses
    /// evidence it is refused, even while the evidence may still come.
    ///
    /// vi: Không đề nghị: không được xếp hạng (trừ khen thưởng đột xuất); chưa quyết định khi bảng
    /// tiêu chí còn chờ để xếp hạng. Nếu bảng tiêu chí không xếp hạng đối tượng thiếu số liệu thì
    /// không đề nghị, kể cả khi số liệu còn có thể được bổ sung.
    #[cfg_attr(feature = "schemars", schemars(title = "NoPlace"))]
    NoPlace {
        /// Why not.
        ///
        /// vi: Lý do không được xếp hạng.
        reason: UnrankedReason,
    },
    /// Refused: the best placed have it, and it is not in the standing.
    ///
    /// vi: Không đề nghị: lấy theo thứ hạng, trường hợp này không thuộc bảng xếp hạng.
    #[cfg_attr(feature = "schemars", schemars(title = "NotInStanding"))]
    NotInStanding {},
    /// Refused: it misses conditions.
    ///
    /// vi: Không đề nghị: không đủ điều kiện.
    #[cfg_attr(feature = "schemars", schemars(title = "NotEligible"))]
    NotEligible {
        /// Those that it misses. Ordered as in the rules.
        ///
        /// vi: Các điều kiện không đạt. Có thứ tự: như trong quy định.
        missed: Vec<ConditionCheck>,
    },
    /// Refused: the council did not approve.
    ///
    /// vi: Không đề nghị: hội đồng không thông qua.
    #[cfg_attr(feature = "schemars", schemars(title = "NotVotedFor"))]
    NotVotedFor {
        /// What became of the vote.
        ///
        /// vi: Kết quả biểu quyết.
        vote: VoteOutcome,
    },
    /// Refused: it is behind the quota.
    ///
    /// vi: Không đề nghị: ngoài chỉ tiêu.
    #[cfg_attr(feature = "schemars", schemars(title = "BehindQuota"))]
    BehindQuota {
        /// How many of those considered are before it.
        ///
        /// vi: Số trường hợp được xét đứng trước.
        ahead: usize,
        /// How many may have the award.
        ///
        /// vi: Chỉ tiêu: số lượng được khen thưởng.
        seats: usize,
        /// By what they are before it.
        ///
        /// vi: Đứng trước theo căn cứ nào.
        by: AheadBy,
    },
    /// Refused: it is equal to others at the edge of the quota, and was left out there.
    ///
    /// vi: Không đề nghị: bằng nhau ở ranh giới chỉ tiêu và không được lấy.
    #[cfg_attr(feature = "schemars", schemars(title = "TiedAtEdge"))]
    TiedAtEdge {
        /// How many of those considered are before all who are equal.
        ///
        /// vi: Số trường hợp được xét đứng trước nhóm bằng nhau.
        ahead: usize,
        /// How many may have the award.
        ///
        /// vi: Chỉ tiêu: số lượng được khen thưởng.
        seats: usize,
        /// By what.
        ///
        /// vi: Theo căn cứ nào.
        by: EdgeStep,
    },
    /// Not decided: missing evidence leaves conditions open.
    ///
    /// vi: Chưa quyết định: điều kiện chưa xác định được do thiếu số liệu.
    #[cfg_attr(feature = "schemars", schemars(title = "ConditionOpen"))]
    ConditionOpen {
        /// Those that are open. Ordered as in the rules.
        ///
        /// vi: Các điều kiện chưa xác định. Có thứ tự: như trong quy định.
        open: Vec<ConditionCheck>,
    },
    /// Not decided: the council has not voted, or its vote decides nothing yet.
    ///
    /// vi: Chưa quyết định: hội đồng chưa biểu quyết hoặc biểu quyết chưa có kết quả.
    #[cfg_attr(feature = "schemars", schemars(title = "VoteOpen"))]
    VoteOpen {
        /// What became of the vote; left out where there is none.
        ///
        /// vi: Kết quả biểu quyết; không ghi nếu chưa biểu quyết.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        vote: Option<VoteOutcome>,
    },
    /// Not decided: its place is provisional.
    ///
    /// vi: Chưa quyết định: mới tạm xếp hạng.
    #[cfg_attr(feature = "schemars", schemars(title = "ProvisionalPlace"))]
    ProvisionalPlace {
        /// The ranks that missing evidence leaves possible.
        ///
        /// vi: Các thứ hạng còn có thể xảy ra do thiếu số liệu.
        possible: PossibleRanks,
    },
    /// Not decided: it is equal to others at the edge of the quota, and waits for
    /// lots or a decision.
    ///
    /// vi: Chưa quyết định: bằng nhau ở ranh giới chỉ tiêu, chờ bốc thăm hoặc chờ
    /// quyết định.
    #[cfg_attr(feature = "schemars", schemars(title = "Referred"))]
    Referred {
        /// How many of those considered are before all who are equal.
        ///
        /// vi: Số trường hợp được xét đứng trước nhóm bằng nhau.
        ahead: usize,
        /// How many may have the award.
        ///
        /// vi: Chỉ tiêu: số lượng được khen thưởng.
        seats: usize,
        /// What it waits for.
        ///
        /// vi: Chờ cách phân định nào.
        to: DecidedBy,
    },
    /// Not decided: it is equal to others at the edge of the quota, and a share by which
    /// some are preferred is not on record.
    ///
    /// vi: Chưa quyết định: bằng nhau ở ranh giới chỉ tiêu, hồ sơ chưa nêu tỷ lệ làm căn cứ ưu tiên.
    #[cfg_attr(feature = "schemars", schemars(title = "PreferenceOpen"))]
    PreferenceOpen {
        /// Of what the share is not on record of some who are equal. Ordered as in the rules.
        ///
        /// vi: Các nội dung mà hồ sơ chưa nêu tỷ lệ của một số trường hợp bằng nhau. Có thứ tự: như
        /// trong quy định.
        facts: Vec<CriterionId>,
    },
    /// Not decided: others who are not decided stand before it or beside.
    ///
    /// vi: Chưa quyết định: chờ kết quả của những trường hợp đứng trước hoặc bằng nhau.
    #[cfg_attr(feature = "schemars", schemars(title = "AwaitsOthers"))]
    AwaitsOthers {},
    /// Not decided: an award that this one looks at is not decided.
    ///
    /// vi: Chưa quyết định: một danh hiệu, hình thức cần xét trước chưa được quyết định.
    #[cfg_attr(feature = "schemars", schemars(title = "AwaitsAward"))]
    AwaitsAward {
        /// That award.
        ///
        /// vi: Danh hiệu, hình thức khen thưởng đó.
        award: AwardId,
    },
}

/// By what others are before somebody.
///
/// vi: Căn cứ để đứng trước.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum AheadBy {
    /// By their places.
    ///
    /// vi: Thứ hạng.
    Place,
    /// By the share of all members of the council who approved.
    ///
    /// vi: Tỷ lệ phiếu đồng ý trên tổng số thành viên hội đồng.
    Votes,
}

/// What a proposal rests on: what falls with any of it falls too.
///
/// vi: Căn cứ của một đề nghị.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Grounds {
    /// Its place in the standing; left out for whoever is not in it, and where the award is
    /// prompt.
    ///
    /// vi: Thứ hạng trong bảng xếp hạng; không ghi nếu không thuộc bảng xếp hạng hoặc khi khen
    /// thưởng đột xuất.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub rank: Option<usize>,
    /// Which seat of the quota it has, from 1, while all who are not decided about stay; equals
    /// share the first of theirs. Left out where there is no quota.
    ///
    /// vi: Vị trí thứ mấy trong chỉ tiêu, từ 1, khi mọi trường hợp chưa quyết định vẫn còn được
    /// xét; bằng nhau thì cùng vị trí đầu. Không ghi nếu không có chỉ tiêu.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub seat: Option<usize>,
    /// The quota that it is within; left out where there is none.
    ///
    /// vi: Chỉ tiêu; không ghi nếu không có chỉ tiêu.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub seats: Option<usize>,
    /// How many are proposed where that is more than the quota, since all who are equal at its
    /// edge are taken and this is one of them; left out otherwise.
    ///
    /// vi: Số trường hợp được đề nghị khi vượt chỉ tiêu, do lấy tất cả các trường hợp bằng nhau ở
    /// ranh giới chỉ tiêu, trong đó có trường hợp này; không ghi trong các trường hợp khác.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub taken: Option<usize>,
    /// The conditions, all met. Ordered as in the rules.
    ///
    /// vi: Các điều kiện đã đạt. Có thứ tự: như trong quy định.
    pub conditions: Vec<ConditionCheck>,
    /// The vote that approved; left out where nobody votes.
    ///
    /// vi: Kết quả biểu quyết; không ghi nếu không biểu quyết.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub vote: Option<VoteOutcome>,
    /// What took it in from among equals at the edge of the quota; left out where
    /// it was not among them.
    ///
    /// vi: Căn cứ lấy từ nhóm bằng nhau ở ranh giới chỉ tiêu; không ghi nếu không thuộc nhóm đó.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub edge: Option<EdgeStep>,
}

/// What became of equals at the edge of a quota, and by what.
///
/// vi: Căn cứ phân định những trường hợp bằng nhau ở ranh giới chỉ tiêu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum EdgeStep {
    /// The rules take all who are equal, or none.
    ///
    /// vi: Theo quy định: lấy tất cả hoặc không lấy trường hợp nào.
    #[cfg_attr(feature = "schemars", schemars(title = "EdgeByPolicy"))]
    Policy {},
    /// Some are preferred among equals.
    ///
    /// vi: Theo ưu tiên.
    #[cfg_attr(feature = "schemars", schemars(title = "EdgeByPreference"))]
    Preference {},
    /// Lots were drawn, or somebody decided.
    ///
    /// vi: Theo bốc thăm hoặc quyết định.
    #[cfg_attr(feature = "schemars", schemars(title = "EdgeByDecision"))]
    Decision {
        /// Which.
        ///
        /// vi: Cách phân định.
        by: DecidedBy,
    },
}

/// Whether a verdict says yes, no, or neither yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerdictStatus {
    /// It is proposed.
    Proposed,
    /// It is refused.
    Refused,
    /// It is not decided.
    NotDecided,
}

impl VerdictKind {
    /// Whether it says yes, no, or neither yet.
    #[must_use]
    pub const fn status(&self) -> VerdictStatus {
        match self {
            Self::Proposed { .. } => VerdictStatus::Proposed,
            Self::NoPlace { reason } if reason.is_open() => VerdictStatus::NotDecided,
            Self::ConditionOpen { .. }
            | Self::VoteOpen { .. }
            | Self::ProvisionalPlace { .. }
            | Self::Referred { .. }
            | Self::PreferenceOpen { .. }
            | Self::AwaitsOthers {}
            | Self::AwaitsAward { .. } => VerdictStatus::NotDecided,
            Self::OtherRecipient { .. }
            | Self::NoPlace { .. }
            | Self::NotInStanding {}
            | Self::NotEligible { .. }
            | Self::NotVotedFor { .. }
            | Self::BehindQuota { .. }
            | Self::TiedAtEdge { .. } => VerdictStatus::Refused,
        }
    }
}
