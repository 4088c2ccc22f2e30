//! Corrections: which awards fall with corrected evidence, on what they rested, and who moves up.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{AwardId, Coded, SubjectId, Words};

use crate::{
    AheadBy, AwardCondition, ConditionCheck, Conferral, EdgeStep, Grounds, VerdictKind,
    VerdictStatus,
};

/// What a correction changes of a conferral.
///
/// Source: Luật Thi đua, khen thưởng 06/2022/QH15, article 93: what rests on a wrong
/// result is cancelled.
///
/// vi: Những thay đổi về khen thưởng sau khi số liệu được đính chính.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct AwardCorrection {
    /// The proposals that fall. Ordered by award as in the rules, then by id.
    ///
    /// vi: Các đề nghị bị hủy. Có thứ tự: theo danh hiệu, hình thức như trong quy định, rồi theo
    /// mã định danh.
    pub cancelled: Vec<CancelledAward>,
    /// The proposals that are open again. Ordered likewise.
    ///
    /// vi: Các đề nghị phải xét lại, chưa quyết định. Có thứ tự: như trên.
    pub reopened: Vec<ReopenedAward>,
    /// The proposals that are new. Ordered likewise.
    ///
    /// vi: Các đề nghị mới. Có thứ tự: như trên.
    pub granted: Vec<GrantedAward>,
}

/// A proposal that falls.
///
/// vi: Một đề nghị bị hủy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct CancelledAward {
    /// The award.
    ///
    /// vi: Danh hiệu, hình thức khen thưởng.
    pub award: AwardId,
    /// Whose proposal it was.
    ///
    /// vi: Trường hợp đã được đề nghị.
    pub subject: SubjectId,
    /// All that it rested on.
    ///
    /// vi: Toàn bộ căn cứ trước đây.
    pub rested_on: Grounds,
    /// What of it no longer holds. A set, at least one.
    ///
    /// vi: Những căn cứ không còn. Tập hợp, thứ tự không có nghĩa, ít nhất một.
    pub lost: Vec<Ground>,
    /// The verdict now; left out where it is no candidate any more.
    ///
    /// vi: Kết quả xét hiện nay; không ghi nếu không còn được xét.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub now: Option<VerdictKind>,
}

/// A proposal that is not decided any more: it neither stands nor falls yet.
///
/// vi: Một đề nghị phải xét lại.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ReopenedAward {
    /// The award.
    ///
    /// vi: Danh hiệu, hình thức khen thưởng.
    pub award: AwardId,
    /// Whose proposal it was.
    ///
    /// vi: Trường hợp đã được đề nghị.
    pub subject: SubjectId,
    /// All that it rested on.
    ///
    /// vi: Toàn bộ căn cứ trước đây.
    pub rested_on: Grounds,
    /// The verdict now.
    ///
    /// vi: Kết quả xét hiện nay.
    pub now: VerdictKind,
}

/// A proposal that is new.
///
/// vi: Một đề nghị mới.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct GrantedAward {
    /// The award.
    ///
    /// vi: Danh hiệu, hình thức khen thưởng.
    pub award: AwardId,
    /// Who moves up.
    ///
    /// vi: Trường hợp được đề nghị.
    pub subject: SubjectId,
    /// The verdict before; left out where it was no candidate.
    ///
    /// vi: Kết quả xét trước đây; không ghi nếu trước đây không được xét.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub before: Option<VerdictKind>,
    /// What it rests on.
    ///
    /// vi: Căn cứ của đề nghị.
    pub rests_on: Grounds,
}

/// What a proposal can rest on.
///
/// vi: Căn cứ của một đề nghị.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Ground {
    /// That it is a candidate for such an award.
    ///
    /// vi: Thuộc diện được xét.
    Candidacy,
    /// Its place.
    ///
    /// vi: Thứ hạng.
    Place,
    /// A quota that is smaller now.
    ///
    /// vi: Chỉ tiêu.
    Quota,
    /// That it was preferred among equals, or that they were not preferred to it.
    ///
    /// vi: Ưu tiên khi bằng nhau.
    Preference,
    /// Lots, or a decision among equals.
    ///
    /// vi: Kết quả bốc thăm hoặc quyết định phân định.
    Decision,
    /// Its points.
    ///
    /// vi: Điểm.
    Points,
    /// Its grade.
    ///
    /// vi: Xếp loại.
    Grade,
    /// Its run of years.
    ///
    /// vi: Số năm liên tục.
    Run,
    /// A share of its individuals.
    ///
    /// vi: Tỷ lệ cá nhân.
    Share,
    /// Its registration.
    ///
    /// vi: Việc đăng ký.
    Registration,
    /// That it was proposed to the level that decides.
    ///
    /// vi: Việc đề nghị lên cấp quyết định khen thưởng.
    Proposal,
    /// That it has no award that excludes this one.
    ///
    /// vi: Không có danh hiệu, hình thức không được trùng.
    NoOtherAward,
    /// The vote.
    ///
    /// vi: Kết quả biểu quyết.
    Vote,
}

/// What changed from one conferral to the one after the evidence was corrected.
///
/// # Examples
///
/// Nothing falls and nobody moves up where nothing changed:
///
/// ```
/// use thidua_awards::{Conferral, correct};
///
/// let none = Conferral { awards: Vec::new(), uncounted: Vec::new() };
/// let correction = correct(&none, &none);
/// assert!(correction.cancelled.is_empty() && correction.granted.is_empty());
/// ```
#[must_use]
pub fn correct(before: &Conferral, after: &Conferral) -> AwardCorrection {
    let mut correction =
        AwardCorrection { cancelled: Vec::new(), reopened: Vec::new(), granted: Vec::new() };
    for award in awards(before, after) {
        let (old, new) = (verdicts(before, award), verdicts(after, award));
        for (subject, kind) in &old {
            if let VerdictKind::Proposed { rests_on } = kind {
                correction.proposal(award, subject, rests_on, new.get(subject).copied());
            }
        }
        for (subject, kind) in &new {
            let before = old.get(subject).copied();
            if let VerdictKind::Proposed { rests_on } = kind
                && !before.is_some_and(is_proposed)
            {
                correction.granted.push(GrantedAward {
                    award: award.clone(),
                    subject: (*subject).clone(),
                    before: before.cloned(),
                    rests_on: rests_on.clone(),
                });
            }
        }
    }
    correction
}

impl AwardCorrection {
    /// What becomes of a proposal by the verdict now, if there is one.
    fn proposal(
        &mut self,
        award: &AwardId,
        subject: &SubjectId,
        rested_on: &Grounds,
        now: Option<&VerdictKind>,
    ) {
        let (award, subject, rested_on) = (award.clone(), subject.clone(), rested_on.clone());
        match now.map(|now| (now.status(), now)) {
            Some((VerdictStatus::Proposed, _)) => {}
            Some((VerdictStatus::NotDecided, now)) => {
                let now = now.clone();
                self.reopened.push(ReopenedAward { award, subject, rested_on, now });
            }
            Some((VerdictStatus::Refused, now)) => {
                let (lost, now) = (lost(&rested_on, now), Some(now.clone()));
                self.cancelled.push(CancelledAward { award, subject, rested_on, lost, now });
            }
            None => {
                let (lost, now) = (vec![Ground::Candidacy], None);
                self.cancelled.push(CancelledAward { award, subject, rested_on, lost, now });
            }
        }
    }
}

/// The awards of both, each once: those of the first in their order, then new ones.
fn awards<'c>(before: &'c Conferral, after: &'c Conferral) -> Vec<&'c AwardId> {
    let mut seen = BTreeSet::new();
    let all = before.awards.iter().chain(&after.awards).map(|outcome| &outcome.award);
    all.filter(|award| seen.insert(*award)).collect()
}

fn verdicts<'c>(
    conferral: &'c Conferral,
    award: &AwardId,
) -> BTreeMap<&'c SubjectId, &'c VerdictKind> {
    let verdicts = conferral.award(award).into_iter().flat_map(|outcome| &outcome.verdicts);
    verdicts.map(|verdict| (&verdict.subject, &verdict.verdict)).collect()
}

fn is_proposed(kind: &VerdictKind) -> bool {
    kind.status() == VerdictStatus::Proposed
}

/// What no longer holds, by the verdict now.
fn lost(rested_on: &Grounds, now: &VerdictKind) -> Vec<Ground> {
    match now {
        VerdictKind::OtherRecipient { .. } | VerdictKind::NotInStanding {} => {
            vec![Ground::Candidacy]
        }
        VerdictKind::NotEligible { missed: checks }
        | VerdictKind::ConditionOpen { open: checks } => {
            let grounds: BTreeSet<Ground> = checks.iter().map(ConditionCheck::ground).collect();
            grounds.into_iter().collect()
        }
        VerdictKind::AwaitsAward { .. } => vec![Ground::NoOtherAward],
        // Whoever was inside the quota before would still be inside it now: it is smaller.
        VerdictKind::BehindQuota { ahead, seats, .. }
            if rested_on.seats.is_some_and(|before| seats < &before && *ahead < before) =>
        {
            vec![Ground::Quota]
        }
        VerdictKind::NotVotedFor { .. }
        | VerdictKind::VoteOpen { .. }
        | VerdictKind::BehindQuota { by: AheadBy::Votes, .. } => vec![Ground::Vote],
        VerdictKind::TiedAtEdge { by: EdgeStep::Preference {}, .. } => vec![Ground::Preference],
        VerdictKind::TiedAtEdge { by: EdgeStep::Decision { .. }, .. } => vec![Ground::Decision],
        VerdictKind::Proposed { .. }
        | VerdictKind::NoPlace { .. }
        | VerdictKind::BehindQuota { .. }
        | VerdictKind::TiedAtEdge { by: EdgeStep::Policy {}, .. }
        | VerdictKind::ProvisionalPlace { .. }
        | VerdictKind::Referred { .. }
        | VerdictKind::PreferenceOpen { .. }
        | VerdictKind::AwaitsOthers {} => vec![Ground::Place],
    }
}

impl ConditionCheck {
    /// What a proposal that meets it rests on.
    #[must_use]
    pub const fn ground(&self) -> Ground {
        match &self.condition {
            AwardCondition::Graded { .. } => Ground::Grade,
            AwardCondition::RankWithin { .. } => Ground::Place,
            AwardCondition::PointsAtLeast { .. } => Ground::Points,
            AwardCondition::Registered {} => Ground::Registration,
            AwardCondition::Proposed {} => Ground::Proposal,
            AwardCondition::YearsRunning { .. } => Ground::Run,
            AwardCondition::ShareAtLeast { .. } => Ground::Share,
            AwardCondition::NotBeside { .. } => Ground::NoOtherAward,
        }
    }
}

impl Coded for Ground {
    fn code(&self) -> &'static str {
        match self {
            Self::Candidacy => "candidacy",
            Self::Place => "place",
            Self::Quota => "quota",
            Self::Preference => "preference",
            Self::Decision => "decision",
            Self::Points => "points",
            Self::Grade => "grade",
            Self::Run => "run",
            Self::Share => "share",
            Self::Registration => "registration",
            Self::Proposal => "proposal",
            Self::NoOtherAward => "no_other_award",
            Self::Vote => "vote",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Candidacy => Words::new("diện được xét", "its candidacy"),
            Self::Place => Words::new("thứ hạng", "its place"),
            Self::Quota => Words::new("chỉ tiêu", "the quota"),
            Self::Preference => Words::new("ưu tiên khi bằng nhau", "the preference among equals"),
            Self::Decision => {
                Words::new("kết quả phân định khi bằng nhau", "the decision among equals")
            }
            Self::Points => Words::new("điểm", "its points"),
            Self::Grade => Words::new("xếp loại", "its grade"),
            Self::Run => Words::new("số năm liên tục", "its run of years"),
            Self::Share => Words::new("tỷ lệ cá nhân", "a share of its individuals"),
            Self::Registration => Words::new("việc đăng ký", "its registration"),
            Self::Proposal => Words::new("việc đề nghị", "its proposal"),
            Self::NoOtherAward => {
                Words::new("việc chưa có hình thức khác", "having no award that excludes it")
            }
            Self::Vote => Words::new("kết quả biểu quyết", "the vote"),
        }
    }
}

impl ReopenedAward {
    /// That it is open again, and why.
    #[must_use]
    pub fn words(&self) -> Words {
        let now = self.now.words();
        Words::new(format!("phải xét lại: nay {}", now.vi), format!("open again: now {}", now.en))
    }
}

impl CancelledAward {
    /// That it is cancelled, on what it rested, and what is said now.
    #[must_use]
    pub fn words(&self) -> Words {
        let lost: Vec<Words> = self.lost.iter().map(Coded::words).collect();
        let joined =
            |pick: fn(&Words) -> &str| lost.iter().map(pick).collect::<Vec<_>>().join(", ");
        let now = self.now.as_ref().map(Coded::words);
        let now = now.unwrap_or_else(|| Words::new("không còn được xét", "no candidate any more"));
        Words::new(
            format!("hủy: căn cứ vào {}; nay {}", joined(|words| &words.vi), now.vi),
            format!("cancelled: it rested on {}; now {}", joined(|words| &words.en), now.en),
        )
    }
}
