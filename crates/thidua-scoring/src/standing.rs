//! The standing of a cluster: places, what decided each tie, and who has no place.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use thidua_criteria::{MissingPolicy, Rulebook, TieBreak};
use thidua_ranking::{Partition, Split};
use thidua_values::{Coded, CriterionId, Day, Exact, SubjectId, Words};
use thiserror::Error;

use crate::evidence::{Cell, Known};
use crate::{ScoreSheet, Scores};

/// Who stands where among some subjects.
///
/// vi: Xếp hạng của các đối tượng.
// INVARIANT: every subject that was asked about is in `positions` or in `unranked`, once.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The ties that are left. Ordered, best first.
    ///
    /// vi: Các trường hợp còn đồng hạng. Có thứ tự: từ cao xuống thấp.
    pub unresolved: Vec<UnresolvedTie>,
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
    /// For a provisional place, the ranks that missing evidence leaves possible.
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
    /// The number; left out where none is reported.
    ///
    /// vi: Con số; không ghi nếu không được báo cáo.
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
    /// Nothing: the list ends without one, and the rank stays shared.
    ///
    /// vi: Không chờ gì: bước cuối cùng không phải bỏ phiếu, nên giữ nguyên đồng hạng.
    Nothing,
}

impl Coded for TieAwaits {
    fn code(&self) -> &'static str {
        match self {
            Self::Ballot => "ballot",
            Self::Nothing => "nothing",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Ballot => Words::new("chờ bỏ phiếu", "waits for a ballot"),
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

impl Coded for UnrankedReason {
    fn code(&self) -> &'static str {
        match self {
            Self::MissingEvidence { .. } => "missing_evidence",
            Self::AwaitedEvidence { .. } => "awaited_evidence",
        }
    }

    fn words(&self) -> Words {
        let list = |criteria: &[CriterionId]| {
            criteria.iter().map(|criterion| format!("`{criterion}`")).collect::<Vec<_>>().join(", ")
        };
        match self {
            Self::MissingEvidence { criteria } => Words::new(
                format!("chưa có số liệu {}", list(criteria)),
                format!("evidence is missing for {}", list(criteria)),
            ),
            Self::AwaitedEvidence { criteria, until } => Words::new(
                format!("chờ số liệu {} đến {until}", list(criteria)),
                format!("evidence for {} is awaited until {until}", list(criteria)),
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

pub(crate) fn place(
    scores: &Scores<'_, '_>,
    members: &BTreeSet<SubjectId>,
    as_of: Day,
) -> Result<Standing, NotScored> {
    let rulebook = scores.evidence().rulebook();
    let (mut ranked, mut unranked) = (BTreeMap::new(), Vec::new());
    for member in members {
        let sheet = scores.sheet(member).ok_or_else(|| NotScored(member.clone()))?;
        match refusal(sheet, rulebook.parts().missing, as_of) {
            Some(reason) => unranked.push(Unranked { subject: member.clone(), reason }),
            None => {
                ranked.insert(member.clone(), sheet);
            }
        }
    }
    let totals = ranked
        .iter()
        .map(|(subject, sheet)| (subject.clone(), sheet.total.worst.clone()))
        .collect();
    let (partition, decided) = break_ties(scores, &ranked, Partition::by_key(totals));
    let positions = positions(&partition, &ranked);
    let awaits = match rulebook.parts().tie_breaks.last() {
        Some(TieBreak::Ballot {}) => TieAwaits::Ballot,
        _ => TieAwaits::Nothing,
    };
    let unresolved = partition.ties().filter_map(|tie| {
        let rank = positions.iter().find(|position| tie.first() == Some(&position.subject))?.rank;
        Some(UnresolvedTie { rank, subjects: tie.to_vec(), awaits })
    });
    Ok(Standing { unresolved: unresolved.collect(), positions, decided, unranked })
}

fn refusal(sheet: &ScoreSheet, missing: MissingPolicy, as_of: Day) -> Option<UnrankedReason> {
    if sheet.is_complete() {
        return None;
    }
    let criteria = sheet.missing().cloned().collect();
    match missing {
        MissingPolicy::Refuse {} => Some(UnrankedReason::MissingEvidence { criteria }),
        MissingPolicy::NotPlacedUntil { day } if as_of < day => {
            Some(UnrankedReason::AwaitedEvidence { criteria, until: day })
        }
        MissingPolicy::NotPlacedUntil { .. } | MissingPolicy::CountAsWorst {} => None,
    }
}

fn break_ties(
    scores: &Scores<'_, '_>,
    ranked: &BTreeMap<SubjectId, &ScoreSheet>,
    by_total: Partition<SubjectId>,
) -> (Partition<SubjectId>, Vec<DecidedTie>) {
    let (rulebook, evidence) = (scores.evidence().rulebook(), scores.evidence());
    let (mut partition, mut decided) = (by_total, Vec::new());
    for step in &rulebook.parts().tie_breaks {
        let key = |subject: &SubjectId| {
            let sheet = ranked.get(subject)?;
            tie_key(step, sheet, rulebook, evidence.of(subject))
        };
        let refined = partition.refine_by(key);
        partition = refined.partition;
        decided.extend(refined.splits.into_iter().map(|Split { into, .. }| {
            let order =
                into.into_iter().flatten().map(|subject| TieKey { value: key(&subject), subject });
            DecidedTie { step: step.clone(), order: order.collect() }
        }));
    }
    (partition, decided)
}

/// What a step sees of a subject; the ballot sees nothing, so it splits nothing.
fn tie_key(
    step: &TieBreak,
    sheet: &ScoreSheet,
    rulebook: &Rulebook,
    cells: &[Cell],
) -> Option<Exact> {
    let criterion = step.criterion()?;
    let known = cells.get(rulebook.slot(criterion)?)?.known;
    match step {
        TieBreak::Points { .. } => Some(sheet.line(criterion)?.contribution.worst.clone()),
        TieBreak::Figure { .. } => match known {
            Known::Share(share) => Some(share.part().into()),
            Known::Count(count) => Some(i64::from(count).into()),
            _ => None,
        },
        TieBreak::Share { .. } => match known {
            Known::Share(share) => share.quotient(),
            // A sample has one size for all, so its counts compare as its shares do.
            Known::Count(count) => Some(i64::from(count).into()),
            _ => None,
        },
        TieBreak::Ballot {} => None,
    }
}

fn positions(
    partition: &Partition<SubjectId>,
    ranked: &BTreeMap<SubjectId, &ScoreSheet>,
) -> Vec<Position> {
    let ranks = partition
        .ranks()
        .filter_map(|(subject, rank)| Some((subject, rank, *ranked.get(subject)?)));
    ranks
        .map(|(subject, rank, sheet)| Position {
            subject: subject.clone(),
            rank: rank.competition(),
            tied: rank.tied(),
            total: sheet.total.worst.clone(),
            provisional: (!sheet.is_complete()).then(|| possible_ranks(sheet, ranked)),
        })
        .collect()
}

/// The ranks that missing evidence leaves possible, among those who are ranked:
/// who may end level may end ahead, by the tie-breaks.
fn possible_ranks(sheet: &ScoreSheet, ranked: &BTreeMap<SubjectId, &ScoreSheet>) -> PossibleRanks {
    let others = || ranked.values().filter(|other| other.subject != sheet.subject);
    let surely_ahead = others().filter(|other| sheet.total.best < other.total.worst).count();
    let maybe_ahead = others().filter(|other| sheet.total.worst <= other.total.best).count();
    PossibleRanks { best: 1 + surely_ahead, worst: 1 + maybe_ahead }
}

#[cfg(test)]
mod tests;
