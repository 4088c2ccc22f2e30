//! Candidacies: what is on record of the candidates of a year, checked when made.

use std::collections::BTreeMap;

use thidua_values::{
    AwardId, AwardRulesId, Basis, CandidaciesId, CriterionId, Day, Exact, Faults, Figure, GradeId,
    Period, SubjectId, Text,
};

use crate::candidacies_fault::check;
use crate::{CandidaciesFault, DecidedBy, IssuerLevel, Recipient, Vote, VoteParts};

/// What candidacies are made from.
///
/// vi: Hồ sơ xét khen thưởng của một năm: các trường hợp được xét, đăng ký, kết quả
/// các năm trước, biểu quyết và phân định.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Candidacies"))]
pub struct CandidaciesParts {
    /// Their id.
    ///
    /// vi: Mã định danh của hồ sơ xét khen thưởng.
    pub id: CandidaciesId,
    /// What they are called.
    ///
    /// vi: Tên hồ sơ xét khen thưởng.
    pub title: Text,
    /// The rules whose awards are meant.
    ///
    /// vi: Quy định khen thưởng được áp dụng.
    pub award_rules: AwardRulesId,
    /// The year that is rewarded: registrations, votes and decisions are of it.
    ///
    /// vi: Năm được xét khen thưởng: việc đăng ký, biểu quyết và phân định là của năm này.
    pub during: Period,
    /// The candidates: whoever is placed, and whom they nominate. A set.
    ///
    /// vi: Các trường hợp được xét: các đối tượng được xếp hạng và những trường hợp họ đề
    /// nghị. Tập hợp, thứ tự không có nghĩa.
    pub candidates: Vec<Candidate>,
    /// Grades and awards of earlier years, and awards of this year by other
    /// rules. A set.
    ///
    /// vi: Xếp loại và khen thưởng các năm trước, khen thưởng trong năm theo quy định khác. Tập hợp, thứ tự không có
    /// nghĩa.
    pub history: Vec<PastResult>,
    /// Who carries on whose history. A set.
    ///
    /// vi: Ai được kế thừa kết quả các năm trước của ai. Tập hợp, thứ tự không có nghĩa.
    pub carries: Vec<Carry>,
    /// The votes of councils. A set.
    ///
    /// vi: Kết quả biểu quyết của hội đồng. Tập hợp, thứ tự không có nghĩa.
    pub votes: Vec<VoteRecord>,
    /// Lots drawn and decisions taken among equals at the edge of a quota. A set.
    ///
    /// vi: Kết quả bốc thăm và quyết định phân định ở ranh giới chỉ tiêu. Tập hợp, thứ tự không có
    /// nghĩa.
    pub decisions: Vec<EdgeDecision>,
}

/// A candidate: an opaque id and what awards ask about.
///
/// vi: Một trường hợp được xét: mã định danh và những nội dung cần xét, không có dữ
/// liệu cá nhân.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Candidate {
    /// Who.
    ///
    /// vi: Trường hợp được xét.
    pub subject: SubjectId,
    /// What it is.
    ///
    /// vi: Loại đối tượng.
    pub recipient: Recipient,
    /// Who nominates it, another candidate; left out for whoever is placed itself.
    ///
    /// vi: Do ai đề nghị; không ghi nếu chính đối tượng được xếp hạng.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub nominated_by: Option<SubjectId>,
    /// The awards that were registered for. A set.
    ///
    /// vi: Các danh hiệu đã đăng ký. Tập hợp, thứ tự không có nghĩa.
    pub registered: Vec<AwardId>,
    /// The levels to which it is proposed, by one channel or two: the Front committee of the
    /// city, the People's Committee of the district. Left out where it is proposed to none. A set.
    ///
    /// vi: Các cấp được đề nghị khen thưởng, theo một hoặc hai kênh: Ủy ban MTTQ Việt Nam thành
    /// phố, Ủy ban nhân dân quận. Không ghi nếu chưa đề nghị lên cấp nào. Tập hợp, thứ tự không có
    /// nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub proposed_to: Vec<IssuerLevel>,
    /// Shares of its individuals. A set.
    ///
    /// vi: Các tỷ lệ cá nhân trong tập thể. Tập hợp, thứ tự không có nghĩa.
    pub shares: Vec<CandidateShare>,
    /// What this rests on.
    ///
    /// vi: Căn cứ.
    pub basis: Basis,
}

/// How many of the individuals of a candidate.
///
/// vi: Số cá nhân trên tổng số.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct CandidateShare {
    /// Of what: `women`, `advanced-workers`.
    ///
    /// vi: Nội dung: nữ, lao động tiên tiến.
    pub fact: CriterionId,
    /// How many are.
    ///
    /// vi: Số cá nhân.
    pub part: u32,
    /// Of how many, at least 1 and at least as many.
    ///
    /// vi: Tổng số, ít nhất 1 và không nhỏ hơn số cá nhân.
    #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
    pub whole: u32,
}

/// A grade or an award on record.
///
/// vi: Một kết quả xếp loại hoặc khen thưởng đã có.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct PastResult {
    /// Whose.
    ///
    /// vi: Của ai.
    pub subject: SubjectId,
    /// For which year. `until` is the day after its last one, and years must meet: each ends on
    /// the day on which the next begins, so that of 2021 is from 2021-01-01 until 2022-01-01. What
    /// meets no year is told as not counted.
    ///
    /// vi: Năm được xét. `until` là ngày liền sau ngày cuối cùng, và các năm phải liền nhau: năm
    /// trước kết thúc vào ngày năm sau bắt đầu; năm 2021 là từ 2021-01-01 đến 2022-01-01. Kết quả
    /// không liền với năm nào thì được nêu là không được tính.
    pub during: Period,
    /// What.
    ///
    /// vi: Kết quả.
    pub result: PastMerit,
    /// What this rests on.
    ///
    /// vi: Căn cứ.
    pub basis: Basis,
}

/// What is on record of a year.
///
/// vi: Kết quả của một năm.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum PastMerit {
    /// A grade.
    ///
    /// vi: Xếp loại.
    #[cfg_attr(feature = "schemars", schemars(title = "PastGrade"))]
    Graded {
        /// The grade.
        ///
        /// vi: Mức xếp loại.
        grade: GradeId,
    },
    /// An award.
    ///
    /// vi: Danh hiệu, hình thức khen thưởng.
    #[cfg_attr(feature = "schemars", schemars(title = "PastAward"))]
    Awarded {
        /// The award.
        ///
        /// vi: Danh hiệu, hình thức khen thưởng.
        award: AwardId,
        /// The day of the decision.
        ///
        /// vi: Ngày ban hành quyết định.
        day: Day,
    },
}

/// Who carries on the history of another, such as a unit that it was merged
/// with.
///
/// vi: Kế thừa kết quả các năm trước, ví dụ khi sáp nhập.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Carry {
    /// Who carries it on, a candidate.
    ///
    /// vi: Trường hợp được kế thừa.
    pub subject: SubjectId,
    /// Whose history.
    ///
    /// vi: Kế thừa kết quả của ai.
    pub history_of: SubjectId,
    /// What this rests on.
    ///
    /// vi: Căn cứ.
    pub basis: Basis,
}

/// What a council said about a candidate for an award. It has no day and counts always.
///
/// vi: Kết quả biểu quyết về một trường hợp đối với một danh hiệu, hình thức. Không ghi ngày, luôn
/// được tính.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct VoteRecord {
    /// For which award.
    ///
    /// vi: Danh hiệu, hình thức khen thưởng.
    pub award: AwardId,
    /// About whom.
    ///
    /// vi: Trường hợp được xét.
    pub subject: SubjectId,
    /// What it said.
    ///
    /// vi: Kết quả xét.
    pub vote: VoteParts,
    /// What this rests on.
    ///
    /// vi: Căn cứ.
    pub basis: Basis,
}

/// The order of all who are equal at the edge of a quota: as lots were drawn,
/// or as somebody decided. It has no day: it counts whenever the tie is there.
///
/// vi: Thứ tự của tất cả các trường hợp bằng nhau ở ranh giới chỉ tiêu, theo kết quả
/// bốc thăm hoặc theo quyết định. Không ghi ngày: được tính khi các trường hợp đó bằng nhau.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct EdgeDecision {
    /// For which award.
    ///
    /// vi: Danh hiệu, hình thức khen thưởng.
    pub award: AwardId,
    /// How it came about.
    ///
    /// vi: Cách phân định.
    pub by: DecidedBy,
    /// All who are equal, each once. Ordered: the first is taken first.
    ///
    /// vi: Tất cả các trường hợp bằng nhau, mỗi trường hợp một lần. Có thứ tự: lấy từ đầu.
    pub order: Vec<SubjectId>,
    /// What this rests on.
    ///
    /// vi: Căn cứ.
    pub basis: Basis,
}

impl CandidaciesParts {
    /// The parts with every set in canonical order.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.candidates.sort_by(|a, b| a.subject.cmp(&b.subject));
        for candidate in &mut self.candidates {
            candidate.registered.sort();
            candidate.proposed_to.sort();
            candidate.shares.sort();
        }
        let past = |past: &PastResult| (past.subject.clone(), past.during, past.result.clone());
        self.history.sort_by_cached_key(past);
        self.carries.sort_by_cached_key(|one| (one.subject.clone(), one.history_of.clone()));
        self.votes.sort_by_cached_key(|one| (one.award.clone(), one.subject.clone()));
        self.decisions.sort_by_cached_key(|one| (one.award.clone(), one.order.clone()));
        self
    }
}

/// What is on record of the candidates of a year.
// INVARIANT: as `candidacies_fault::check` says; the maps find the parts by their positions:
// each candidate, each vote, and for whom which past results count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidacies {
    parts: CandidaciesParts,
    candidates: BTreeMap<SubjectId, usize>,
    history: BTreeMap<SubjectId, Vec<usize>>,
    votes: BTreeMap<(AwardId, SubjectId), (usize, Vote)>,
}

impl Candidacies {
    /// The candidacies of these parts.
    ///
    /// # Errors
    ///
    /// Every fault: a candidate twice or nominated by none, a share of nothing or
    /// of more than all, a registration, a past result or a vote twice, two grades
    /// for one day, two decisions about the same, whatever is about nobody, a vote that is none.
    pub fn try_new(parts: CandidaciesParts) -> Result<Self, Faults<CandidaciesFault>> {
        let faults = check(&parts);
        let candidates = parts.candidates.iter().enumerate();
        let vote = |(position, record): (usize, &VoteRecord)| {
            let vote = Vote::try_new(record.vote.clone()).ok()?;
            Some(((record.award.clone(), record.subject.clone()), (position, vote)))
        };
        let all = Self {
            candidates: candidates.map(|(at, one)| (one.subject.clone(), at)).collect(),
            history: history(&parts),
            votes: parts.votes.iter().enumerate().filter_map(vote).collect(),
            parts,
        };
        Faults::check(all, faults)
    }

    /// The parts, as they were given.
    #[must_use]
    pub const fn parts(&self) -> &CandidaciesParts {
        &self.parts
    }

    /// What is on record of a candidate.
    #[must_use]
    pub fn candidate(&self, subject: &SubjectId) -> Option<&Candidate> {
        self.parts.candidates.get(*self.candidates.get(subject)?)
    }

    /// A vote, and its position in the parts.
    pub(crate) fn vote(&self, award: &AwardId, subject: &SubjectId) -> Option<(usize, &Vote)> {
        let (position, vote) = self.votes.get(&(award.clone(), subject.clone()))?;
        Some((*position, vote))
    }

    /// The results on record that count for a candidate: its own, and those that it carries on.
    pub(crate) fn history(&self, subject: &SubjectId) -> impl Iterator<Item = &PastResult> {
        let positions = self.history.get(subject).into_iter().flatten();
        positions.filter_map(|position| self.parts.history.get(*position))
    }
}

/// For whom which past results count, by their positions.
fn history(parts: &CandidaciesParts) -> BTreeMap<SubjectId, Vec<usize>> {
    let mut own: BTreeMap<SubjectId, Vec<usize>> = BTreeMap::new();
    for (position, past) in parts.history.iter().enumerate() {
        own.entry(past.subject.clone()).or_default().push(position);
    }
    let mut history = own.clone();
    for Carry { subject, history_of, .. } in &parts.carries {
        let carried = own.get(history_of).into_iter().flatten();
        history.entry(subject.clone()).or_default().extend(carried);
    }
    history
}

impl Candidate {
    /// Whether a share reaches a percentage; none where it is not on record.
    #[must_use]
    pub fn reaches(&self, fact: &CriterionId, percent: Figure) -> Option<bool> {
        self.share(fact).map(|share| share.reaches(percent))
    }

    /// A share, if it is on record.
    #[must_use]
    pub fn share(&self, fact: &CriterionId) -> Option<&CandidateShare> {
        self.shares.iter().find(|share| share.fact == *fact)
    }
}

impl CandidateShare {
    /// Whether it is at least so many percent, in whole numbers.
    fn reaches(&self, percent: Figure) -> bool {
        let count = |number: u32| Exact::from(i64::from(number));
        Exact::from(percent) * count(self.whole) <= count(self.part) * Exact::from(100)
    }
}

#[cfg(test)]
pub(crate) mod tests;
