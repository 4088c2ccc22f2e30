//! The codes and the words of verdicts.

use thidua_values::{Coded, CriterionId, Words, in_ticks};

use crate::{AheadBy, AwardCondition, ConditionCheck, EdgeStep, Grounds, VerdictKind};

impl Coded for VerdictKind {
    fn code(&self) -> &'static str {
        match self {
            Self::Proposed { .. } => "proposed",
            Self::OtherRecipient { .. } => "other_recipient",
            Self::NoPlace { .. } => "no_place",
            Self::NotInStanding {} => "not_in_standing",
            Self::NotEligible { .. } => "not_eligible",
            Self::NotVotedFor { .. } => "not_voted_for",
            Self::BehindQuota { .. } => "behind_quota",
            Self::TiedAtEdge { .. } => "tied_at_edge",
            Self::ConditionOpen { .. } => "condition_open",
            Self::VoteOpen { .. } => "vote_open",
            Self::ProvisionalPlace { .. } => "provisional_place",
            Self::Referred { .. } => "referred",
            Self::PreferenceOpen { .. } => "preference_open",
            Self::AwaitsOthers {} => "awaits_others",
            Self::AwaitsAward { .. } => "awaits_award",
        }
    }

    fn words(&self) -> Words {
        Words::new(self.vietnamese(), self.english())
    }
}

impl VerdictKind {
    fn vietnamese(&self) -> String {
        match self {
            Self::Proposed { rests_on } => format!("đề nghị{}", rests_on.words().vi),
            Self::OtherRecipient { recipient } => {
                format!("không xét: chỉ dành cho {}", recipient.words().vi)
            }
            Self::NoPlace { reason } if reason.is_open() => {
                format!("chưa quyết định: {}", reason.words().vi)
            }
            Self::NoPlace { reason } => {
                format!("không đề nghị: không xếp hạng, {}", reason.words().vi)
            }
            Self::NotInStanding {} => "không đề nghị: không thuộc bảng xếp hạng".into(),
            Self::NotEligible { missed } => format!("không đề nghị: {}", all(missed).vi),
            Self::NotVotedFor { vote } => format!("không đề nghị: {}", vote.words().vi),
            Self::BehindQuota { ahead, seats, by } => {
                format!("không đề nghị: {}", behind(*ahead, *seats, *by).vi)
            }
            Self::TiedAtEdge { seats, by, .. } => {
                format!("không đề nghị: bằng nhau ở ranh giới chỉ tiêu {seats}, {}", by.words().vi)
            }
            Self::ConditionOpen { open } => format!("chưa quyết định: {}", all(open).vi),
            Self::VoteOpen { vote: Some(vote) } => vote.words().vi,
            Self::VoteOpen { vote: None } => "chưa quyết định: chưa biểu quyết".into(),
            Self::ProvisionalPlace { possible } => format!(
                "chưa quyết định: tạm xếp hạng, có thể từ {} đến {}",
                possible.best, possible.worst
            ),
            Self::Referred { seats, to, .. } => format!(
                "chưa quyết định: bằng nhau ở ranh giới chỉ tiêu {seats}, chờ {}",
                to.words().vi
            ),
            Self::PreferenceOpen { facts } => no_share(facts).vi,
            Self::AwaitsOthers {} => {
                "chưa quyết định: chờ trường hợp đứng trước hoặc bằng nhau".into()
            }
            Self::AwaitsAward { award } => format!("chưa quyết định: chờ kết quả `{award}`"),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Proposed { rests_on } => format!("proposed{}", rests_on.words().en),
            Self::OtherRecipient { recipient } => {
                format!("not considered: it is for {}", recipient.words().en)
            }
            Self::NoPlace { reason } if reason.is_open() => {
                format!("not decided: {}", reason.words().en)
            }
            Self::NoPlace { reason } => format!("refused: no place, {}", reason.words().en),
            Self::NotInStanding {} => "refused: not in the standing".into(),
            Self::NotEligible { missed } => format!("refused: {}", all(missed).en),
            Self::NotVotedFor { vote } | Self::VoteOpen { vote: Some(vote) } => vote.words().en,
            Self::BehindQuota { ahead, seats, by } => {
                format!("refused: {}", behind(*ahead, *seats, *by).en)
            }
            Self::TiedAtEdge { seats, by, .. } => format!(
                "refused: equal to others at the edge of the quota of {seats}, {}",
                by.words().en
            ),
            Self::ConditionOpen { open } => format!("not decided: {}", all(open).en),
            Self::VoteOpen { vote: None } => "not decided: no vote yet".into(),
            Self::ProvisionalPlace { possible } => format!(
                "not decided: provisional place, possibly {} to {}",
                possible.best, possible.worst
            ),
            Self::Referred { seats, to, .. } => format!(
                "not decided: equal to others at the edge of the quota of {seats}, waits for {}",
                to.words().en
            ),
            Self::PreferenceOpen { facts } => no_share(facts).en,
            Self::AwaitsOthers {} => {
                "not decided: waits for others ahead of it or beside it".into()
            }
            Self::AwaitsAward { award } => format!("not decided: waits for `{award}`"),
        }
    }
}

impl Grounds {
    /// What it rests on, to follow `proposed`.
    fn words(&self) -> Words {
        let mut vi = Vec::new();
        let mut en = Vec::new();
        let mut add = |words: Words| {
            vi.push(words.vi);
            en.push(words.en);
        };
        if let Some(rank) = self.rank {
            add(Words::new(format!("hạng {rank}"), format!("rank {rank}")));
        }
        if let (Some(taken), Some(seats)) = (self.taken, self.seats) {
            add(Words::new(
                format!(
                    "bằng nhau ở ranh giới chỉ tiêu, lấy cả {taken} trường hợp cho chỉ tiêu {seats}"
                ),
                format!("equal at the edge, all {taken} taken for {seats}"),
            ));
        } else if let (Some(seat), Some(seats)) = (self.seat, self.seats) {
            add(Words::new(
                format!("vị trí {seat}/{seats} trong chỉ tiêu"),
                format!("seat {seat} of {seats}"),
            ));
        }
        if let Some(edge) = self.edge.filter(|_| self.taken.is_none()) {
            add(edge.words());
        }
        // That nothing excludes it goes without saying.
        let excludes =
            |check: &&ConditionCheck| !matches!(check.condition, AwardCondition::NotBeside { .. });
        self.conditions.iter().filter(excludes).map(Coded::words).for_each(&mut add);
        if let Some(vote) = self.vote {
            add(vote.words());
        }
        let joined = |parts: Vec<String>, by: &str| {
            if parts.is_empty() { String::new() } else { format!(": {}", parts.join(by)) }
        };
        Words::new(joined(vi, "; "), joined(en, "; "))
    }
}

impl Coded for EdgeStep {
    fn code(&self) -> &'static str {
        match self {
            Self::Policy {} => "policy",
            Self::Preference {} => "preference",
            Self::Decision { by } => by.code(),
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Policy {} => Words::new(
                "theo quy định về trường hợp bằng nhau",
                "as the rules say of such a tie",
            ),
            Self::Preference {} => Words::new("theo ưu tiên", "by preference among equals"),
            Self::Decision { by } => {
                let Words { vi, en } = by.words();
                Words::new(format!("theo {vi}"), format!("by {en}"))
            }
        }
    }
}

/// That a share to prefer some by is not on record.
fn no_share(facts: &[CriterionId]) -> Words {
    let facts = in_ticks(facts);
    Words::new(
        format!("chưa quyết định: hồ sơ chưa nêu tỷ lệ {facts} làm căn cứ ưu tiên"),
        format!("not decided: no share of {facts} on record to prefer some by"),
    )
}

/// That so many are before somebody, and by what.
fn behind(ahead: usize, seats: usize, by: AheadBy) -> Words {
    if seats == 0 {
        return Words::new("chỉ tiêu tính ra bằng 0", "the quota comes to no seat");
    }
    let (vi, en) = match by {
        AheadBy::Place => ("đứng trước", "ahead of it"),
        AheadBy::Votes => (
            "có tỷ lệ phiếu đồng ý trên tổng số thành viên cao hơn",
            "approved by a greater share of all members",
        ),
    };
    Words::new(
        format!("{ahead} trường hợp {vi}, chỉ tiêu {seats}"),
        format!("{ahead} {en}, quota of {seats}"),
    )
}

/// The words of all of them.
fn all(checks: &[ConditionCheck]) -> Words {
    let words: Vec<Words> = checks.iter().map(Coded::words).collect();
    let joined = |pick: fn(&Words) -> &str| words.iter().map(pick).collect::<Vec<_>>().join("; ");
    Words::new(joined(|words| &words.vi), joined(|words| &words.en))
}
