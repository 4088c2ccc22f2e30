//! Recorded decisions among equals at an edge, replayed and checked.

use std::collections::BTreeSet;

use thidua_values::{Coded, SubjectId, Words, in_ticks};

use crate::edge::EdgeCut;
use crate::select::Field;
use crate::{DecidedBy, EdgeDecision};

/// A decision on record that settles nothing now, such as lots among candidates whom
/// corrected evidence has set apart, or beside whom it has put others.
///
/// vi: Một kết quả bốc thăm hoặc quyết định trong hồ sơ nay không dùng đến, ví dụ vì số liệu
/// đính chính làm các trường hợp không còn bằng nhau, hoặc có thêm trường hợp khác cũng bằng nhau.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct UnusedDecision {
    /// How it came about.
    ///
    /// vi: Cách phân định.
    pub by: DecidedBy,
    /// Whom it is about. Ordered as on record.
    ///
    /// vi: Các trường hợp được phân định. Có thứ tự: như trong hồ sơ.
    pub order: Vec<SubjectId>,
    /// Why it is not used.
    ///
    /// vi: Lý do không dùng đến.
    pub reason: UnusedDecisionReason,
}

/// Why a decision on record settles nothing.
///
/// vi: Lý do một kết quả bốc thăm hoặc quyết định không dùng đến.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum UnusedDecisionReason {
    /// Votes, evidence or another award that may change who is equal are still to come.
    ///
    /// vi: Còn chờ biểu quyết, số liệu hoặc danh hiệu, hình thức khác có thể làm thay đổi những
    /// trường hợp bằng nhau.
    #[cfg_attr(feature = "schemars", schemars(title = "TieStillOpen"))]
    StillOpen {},
    /// Nobody is equal to anybody at the edge of the quota.
    ///
    /// vi: Không có trường hợp nào bằng nhau ở ranh giới chỉ tiêu.
    #[cfg_attr(feature = "schemars", schemars(title = "NoTieLeft"))]
    NoTie {},
    /// Those who were equal at the edge of the quota are told apart by a preference.
    ///
    /// vi: Các trường hợp bằng nhau ở ranh giới chỉ tiêu đã được phân định theo ưu tiên.
    #[cfg_attr(feature = "schemars", schemars(title = "TieSettledByPreference"))]
    SettledByPreference {},
    /// Others are equal at the edge of the quota, and one of those decided about is not.
    ///
    /// vi: Những trường hợp bằng nhau ở ranh giới chỉ tiêu nay không có một trường hợp đã được
    /// phân định.
    #[cfg_attr(feature = "schemars", schemars(title = "NotEqualNow"))]
    NotEqual {
        /// The first of those who are not.
        ///
        /// vi: Trường hợp đầu tiên không còn bằng nhau.
        subject: SubjectId,
    },
    /// Others are equal to them at the edge of the quota, and the decision is not about those.
    ///
    /// vi: Còn trường hợp khác cũng bằng nhau ở ranh giới chỉ tiêu mà chưa được phân định.
    #[cfg_attr(feature = "schemars", schemars(title = "DecidedWithoutOthers"))]
    WithoutOthers {
        /// The others. Ordered by id.
        ///
        /// vi: Những trường hợp khác đó. Có thứ tự: theo mã định danh.
        subjects: Vec<SubjectId>,
    },
}

/// What a decision is held against.
pub(crate) struct AtEdge<'c> {
    /// The cut without it.
    pub(crate) cut: &'c EdgeCut,
    /// Whether what is still open makes a decision too early.
    pub(crate) too_early: bool,
}

/// What is on record about the edge of an award.
pub(crate) struct Replayed<'f> {
    /// The order of those who are equal there.
    pub(crate) decided: Option<&'f [SubjectId]>,
    pub(crate) unused: Vec<UnusedDecision>,
}

/// The decisions on record, held against those who are equal at the edge of an award.
pub(crate) fn replay<'f>(field: &Field<'f, '_>, edge: &AtEdge<'_>) -> Replayed<'f> {
    let mut replayed = Replayed { decided: None, unused: Vec::new() };
    for EdgeDecision { by, order, .. } in recorded(field) {
        match unused(edge, order) {
            Some(reason) => {
                replayed.unused.push(UnusedDecision { by: *by, order: order.clone(), reason });
            }
            None => replayed.decided = Some(order),
        }
    }
    replayed
}

/// Why a decision settles nothing at this edge, if it does not.
fn unused(edge: &AtEdge<'_>, order: &[SubjectId]) -> Option<UnusedDecisionReason> {
    if edge.too_early {
        return Some(UnusedDecisionReason::StillOpen {});
    }
    if edge.cut.is_settled_by_preference() {
        return Some(UnusedDecisionReason::SettledByPreference {});
    }
    if edge.cut.left.is_empty() {
        return Some(UnusedDecisionReason::NoTie {});
    }
    if let Some(stranger) = order.iter().find(|subject| !edge.cut.left.contains(subject)) {
        return Some(UnusedDecisionReason::NotEqual { subject: stranger.clone() });
    }
    let others = edge.cut.left.iter().filter(|subject| !order.contains(subject));
    let others: BTreeSet<&SubjectId> = others.collect();
    let subjects: Vec<SubjectId> = others.into_iter().cloned().collect();
    (!subjects.is_empty()).then_some(UnusedDecisionReason::WithoutOthers { subjects })
}

/// The decisions about the award among these candidates.
fn recorded<'f>(field: &Field<'f, '_>) -> impl Iterator<Item = &'f EdgeDecision> {
    let decisions = field.inputs.candidacies.map(|all| all.parts().decisions.as_slice());
    let rule = field.rule;
    let here: BTreeSet<&SubjectId> = field.contenders.iter().map(|one| one.view.subject).collect();
    decisions.unwrap_or_default().iter().filter(move |decision| {
        decision.award == rule.id && decision.order.iter().any(|subject| here.contains(subject))
    })
}

impl Coded for UnusedDecisionReason {
    fn code(&self) -> &'static str {
        match self {
            Self::StillOpen {} => "still_open",
            Self::NoTie {} => "no_tie",
            Self::SettledByPreference {} => "settled_by_preference",
            Self::NotEqual { .. } => "not_equal",
            Self::WithoutOthers { .. } => "without_others",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::StillOpen {} => Words::new(
                "còn chờ biểu quyết, số liệu hoặc danh hiệu, hình thức khác có thể làm thay đổi những trường hợp bằng nhau",
                "votes, evidence or another award that may change who is equal are still to come",
            ),
            Self::NoTie {} => Words::new(
                "không có trường hợp nào bằng nhau ở ranh giới chỉ tiêu",
                "nobody is equal at the edge of the quota",
            ),
            Self::SettledByPreference {} => Words::new(
                "các trường hợp bằng nhau ở ranh giới chỉ tiêu đã được phân định theo ưu tiên",
                "a preference settles the edge of the quota",
            ),
            Self::NotEqual { subject } => Words::new(
                format!("`{subject}` không còn bằng nhau ở ranh giới chỉ tiêu"),
                format!("`{subject}` is not equal to others at the edge of the quota"),
            ),
            Self::WithoutOthers { subjects } => {
                let others = in_ticks(subjects);
                Words::new(
                    format!("còn bằng nhau với {others} ở ranh giới chỉ tiêu"),
                    format!("equal to others too at the edge of the quota: {others}"),
                )
            }
        }
    }
}

impl UnusedDecision {
    /// That it is not used, and why.
    #[must_use]
    pub fn words(&self) -> Words {
        let order = in_ticks(&self.order);
        let (by, why) = (self.by.words(), self.reason.words());
        Words::new(
            format!("không dùng kết quả phân định {order} theo {}: {}", by.vi, why.vi),
            format!("the order {order} by {} is not used: {}", by.en, why.en),
        )
    }
}
