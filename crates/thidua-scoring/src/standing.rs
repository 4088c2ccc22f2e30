//! The standing of a cluster: places, what decided each tie, and who has no place.

use std::cmp::Reverse;

use thidua_criteria::TieBreak;
use thidua_ranking::Partition;
use thidua_values::{Coded, CriterionId, Day, Exact, SubjectId, Words, in_ticks};
use thiserror::Error;

use crate::{TieSettlement, UnusedSettlement};

/// Who stands where among some subjects, as placing finds it: each of
/// them is in `positions` or in `unranked`, once.
///
/// vi: Xếp hạng của các đối tượng.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Standing {
    /// The places. Ordered, best first; who shares a rank, by id.
    ///
    /// vi: Các thứ hạng. Có thứ tự: từ cao xuống thấp; đồng hạng thì theo mã định danh.
    pub positions: Vec<Position>,
    /// The ties that the list of tie-breaks decided. Ordered by step, then as they stand.
    ///
    /// vi: Các trường hợp đồng hạng đã được phân định. Có thứ tự: theo bước, rồi theo thứ hạng.
    pub decided: Vec<DecidedTie>,
    /// The ties that the list left and that were settled as recorded. Ordered as they stand.
    ///
    /// vi: Các trường hợp đồng hạng đã được phân định theo biên bản. Có thứ tự: theo thứ hạng.
    pub settled: Vec<TieSettlement>,
    /// The ties that are left. Ordered, best first.
    ///
    /// vi: Các trường hợp còn đồng hạng. Có thứ tự: từ cao xuống thấp.
    pub unresolved: Vec<UnresolvedTie>,
    /// The records of settled ties that settle nothing here. Ordered by who was tied.
    ///
    /// vi: Các biên bản phân định không được dùng. Có thứ tự: theo mã định danh của những đối
    /// tượng đồng hạng.
    pub unused: Vec<UnusedSettlement>,
    /// Who has no place. Ordered by id.
    ///
    /// vi: Những đối tượng không được xếp hạng. Có thứ tự: theo mã định danh.
    pub unranked: Vec<Unranked>,
}

/// A subject's place.
///
/// vi: Thứ hạng của một đối tượng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Position {
    /// Whose it is.
    ///
    /// vi: Đối tượng được xếp hạng.
    pub subject: SubjectId,
    /// One more than the number of those ahead; equals share it, and the next numbers are left out.
    ///
    /// vi: Thứ hạng: số đối tượng xếp trước cộng 1; đồng hạng thì cùng một số,
    /// các số tiếp theo bỏ qua.
    pub rank: usize,
    /// How many share the rank, the subject itself among them.
    ///
    /// vi: Số đối tượng cùng thứ hạng, kể cả đối tượng này.
    pub tied: usize,
    /// The total that it is placed by.
    ///
    /// vi: Tổng điểm dùng để xếp hạng.
    pub total: Exact,
    /// The best total that missing evidence leaves possible; left out where it is this one.
    ///
    /// vi: Tổng điểm cao nhất còn có thể đạt do thiếu số liệu; không ghi nếu không khác.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub best_total: Option<Exact>,
    /// For a provisional place, which missing evidence could still change, its
    /// own or that of others: the ranks that are possible.
    ///
    /// vi: Khi tạm xếp hạng: các thứ hạng còn có thể xảy ra do thiếu số liệu.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub provisional: Option<PossibleRanks>,
}

/// The ranks that missing evidence leaves possible.
///
/// vi: Các thứ hạng còn có thể xảy ra do thiếu số liệu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct PossibleRanks {
    /// No rank above this one is possible.
    ///
    /// vi: Không thể có thứ hạng cao hơn.
    pub best: usize,
    /// No rank below this one is possible.
    ///
    /// vi: Không thể có thứ hạng thấp hơn.
    pub worst: usize,
}

/// A tie that a step of the list took apart, at least partly.
///
/// vi: Trường hợp đồng hạng được một bước phân định, ít nhất một phần.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct DecidedTie {
    /// The step.
    ///
    /// vi: Bước phân định.
    pub step: TieBreak,
    /// Who was tied, with what the step saw. Ordered as it placed them.
    ///
    /// vi: Những đối tượng đồng hạng, kèm con số mà bước đã xét. Có thứ tự: theo kết quả phân định.
    pub order: Vec<TieKey>,
}

/// What a step saw of one subject.
///
/// vi: Con số của một đối tượng mà bước đã xét.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct TieKey {
    /// Whose it is.
    ///
    /// vi: Đối tượng có con số này.
    pub subject: SubjectId,
    /// The number; left out where none is reported. Head to head it is how many of those
    /// tied were beaten by it and by each who is still level with it.
    ///
    /// vi: Con số; không ghi nếu không được báo cáo. Khi đối đầu từng cặp: số đối tượng đồng
    /// hạng mà đối tượng này cùng từng đối tượng còn ngang với nó đều thắng.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub value: Option<Exact>,
}

/// A tie that the list leaves.
///
/// vi: Trường hợp còn đồng hạng sau mọi bước phân định.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct UnresolvedTie {
    /// The rank that they share.
    ///
    /// vi: Thứ hạng chung.
    pub rank: usize,
    /// Who is tied. Ordered by id.
    ///
    /// vi: Những đối tượng đồng hạng. Có thứ tự: theo mã định danh.
    pub subjects: Vec<SubjectId>,
    /// What it waits for.
    ///
    /// vi: Trường hợp này còn chờ gì.
    pub awaits: TieAwaits,
}

/// What a tie that is left waits for.
///
/// vi: Trường hợp còn đồng hạng chờ gì.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum TieAwaits {
    /// The ballot that ends the list.
    ///
    /// vi: Chờ bỏ phiếu, là bước phân định cuối cùng.
    Ballot,
    /// The decision of the authority that ends the list.
    ///
    /// vi: Chờ cấp có thẩm quyền quyết định, là bước phân định cuối cùng.
    Authority,
    /// The lots that end the list.
    ///
    /// vi: Chờ bốc thăm, là bước phân định cuối cùng.
    Lots,
    /// Nothing: the list ends without any of them, and the rank stays shared.
    ///
    /// vi: Không chờ gì: bước cuối cùng không phải bỏ phiếu, bốc thăm hay quyết định, nên giữ nguyên đồng hạng.
    Nothing,
}

impl Coded for TieAwaits {
    fn code(&self) -> &'static str {
        match self {
            Self::Ballot => "ballot",
            Self::Authority => "authority",
            Self::Lots => "lots",
            Self::Nothing => "nothing",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Ballot => Words::new("chờ bỏ phiếu", "waits for a ballot"),
            Self::Authority => {
                Words::new("chờ cấp có thẩm quyền quyết định", "waits for the authority's decision")
            }
            Self::Lots => Words::new("chờ bốc thăm", "waits for lots"),
            Self::Nothing => Words::new("đồng hạng", "stays tied"),
        }
    }
}

/// A subject without a place.
///
/// vi: Đối tượng không được xếp hạng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Unranked {
    /// Who.
    ///
    /// vi: Đối tượng.
    pub subject: SubjectId,
    /// Why.
    ///
    /// vi: Lý do.
    pub reason: UnrankedReason,
}

/// Why a subject has no place.
///
/// vi: Lý do đối tượng không được xếp hạng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum UnrankedReason {
    /// It is disqualified (bị loại trừ).
    ///
    /// vi: Bị loại trừ.
    #[cfg_attr(feature = "schemars", schemars(title = "Disqualified"))]
    Disqualified {
        /// What disqualifies it. Ordered as in the rulebook.
        ///
        /// vi: Các tiêu chí loại trừ bị vi phạm. Có thứ tự: như trong bảng tiêu chí.
        facts: Vec<CriterionId>,
    },
    /// The rulebook places nobody whose evidence is missing.
    ///
    /// vi: Bảng tiêu chí không xếp hạng đối tượng thiếu số liệu.
    #[cfg_attr(feature = "schemars", schemars(title = "MissingEvidence"))]
    MissingEvidence {
        /// The criteria that are open. Ordered as in the rulebook.
        ///
        /// vi: Các tiêu chí chưa đủ số liệu. Có thứ tự: như trong bảng tiêu chí.
        criteria: Vec<CriterionId>,
    },
    /// Nobody answered whether it is disqualified: it may still have a place.
    ///
    /// vi: Chưa có trả lời về tiêu chí loại trừ; vẫn có thể được xếp hạng.
    #[cfg_attr(feature = "schemars", schemars(title = "DisqualifierOpen"))]
    DisqualifierOpen {
        /// The disqualifiers that nobody answered. Ordered as in the rulebook.
        ///
        /// vi: Các tiêu chí loại trừ chưa có trả lời. Có thứ tự: như trong bảng tiêu chí.
        facts: Vec<CriterionId>,
    },
    /// The rulebook waits for missing evidence until a day.
    ///
    /// vi: Bảng tiêu chí chờ số liệu còn thiếu đến ngày ấn định.
    #[cfg_attr(feature = "schemars", schemars(title = "AwaitedEvidence"))]
    AwaitedEvidence {
        /// The criteria that are open. Ordered as in the rulebook.
        ///
        /// vi: Các tiêu chí chưa đủ số liệu. Có thứ tự: như trong bảng tiêu chí.
        criteria: Vec<CriterionId>,
        /// The day.
        ///
        /// vi: Ngày ấn định.
        until: Day,
    },
}

impl UnrankedReason {
    /// Whether the rulebook waits for evidence that may give it a place. By
    /// [`MissingPolicy::Refuse`](thidua_criteria::MissingPolicy::Refuse) who misses evidence has
    /// no place, and nothing is waited for.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        match self {
            Self::DisqualifierOpen { .. } | Self::AwaitedEvidence { .. } => true,
            Self::Disqualified { .. } | Self::MissingEvidence { .. } => false,
        }
    }
}

impl Coded for UnrankedReason {
    fn code(&self) -> &'static str {
        match self {
            Self::Disqualified { .. } => "disqualified",
            Self::MissingEvidence { .. } => "missing_evidence",
            Self::DisqualifierOpen { .. } => "disqualifier_open",
            Self::AwaitedEvidence { .. } => "awaited_evidence",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Disqualified { facts } => Words::new(
                format!("bị loại trừ do {}", in_ticks(facts)),
                format!("disqualified by {}", in_ticks(facts)),
            ),
            Self::MissingEvidence { criteria } if criteria.is_empty() => Words::new(
                "còn thiếu số liệu của đơn vị khác trong cụm",
                "evidence of others in the cluster is missing",
            ),
            Self::MissingEvidence { criteria } => Words::new(
                format!("chưa có số liệu {}", in_ticks(criteria)),
                format!("evidence is missing for {}", in_ticks(criteria)),
            ),
            Self::DisqualifierOpen { facts } => Words::new(
                format!("chưa có trả lời về tiêu chí loại trừ {}", in_ticks(facts)),
                format!("nobody answered whether it is disqualified by {}", in_ticks(facts)),
            ),
            Self::AwaitedEvidence { criteria, until } if criteria.is_empty() => Words::new(
                format!("chờ số liệu của đơn vị khác trong cụm đến {}", until.in_vietnamese()),
                format!("evidence of others in the cluster is awaited until {until}"),
            ),
            Self::AwaitedEvidence { criteria, until } => Words::new(
                format!("chờ số liệu {} đến {}", in_ticks(criteria), until.in_vietnamese()),
                format!("evidence for {} is awaited until {until}", in_ticks(criteria)),
            ),
        }
    }
}

/// A subject was to be placed that was not scored.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a subject that was scored, found `{0}`")]
pub struct NotScored(pub SubjectId);

impl Standing {
    /// The standing as an ordered partition of those who have a place.
    #[must_use]
    pub fn partition(&self) -> Partition<SubjectId> {
        Partition::by_key(
            self.positions.iter().map(|at| (at.subject.clone(), Reverse(at.rank))).collect(),
        )
    }

    /// The place of a subject, if it has one.
    #[must_use]
    pub fn position(&self, subject: &SubjectId) -> Option<&Position> {
        self.positions.iter().find(|position| position.subject == *subject)
    }
}
