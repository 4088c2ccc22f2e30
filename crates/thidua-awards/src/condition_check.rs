//! Conditions held against a candidate: what each found.

use std::collections::BTreeMap;

use thidua_scoring::{GradeOutcome, Position, PossibleRanks};
use thidua_values::{AwardId, Coded, Day, Exact, GradeId, Period, SubjectId, Words};

use crate::candidate_view::CandidateView;
use crate::{AwardCondition, AwardInputs, AwardRule, IssuerLevel, PastMerit, RunEnd};

/// A condition and what it found of a candidate.
///
/// vi: Một điều kiện và kết quả xét điều kiện đó.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ConditionCheck {
    /// The condition.
    ///
    /// vi: Điều kiện.
    pub condition: AwardCondition,
    /// What it found.
    ///
    /// vi: Nội dung đã xét.
    pub found: ConditionFound,
    /// Whether that meets it.
    ///
    /// vi: Kết quả xét.
    pub outcome: CheckOutcome,
}

/// Whether a condition is met.
///
/// vi: Kết quả xét một điều kiện.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum CheckOutcome {
    /// It is met.
    ///
    /// vi: Đạt.
    Met,
    /// It is missed.
    ///
    /// vi: Không đạt.
    Missed,
    /// Missing evidence leaves it open.
    ///
    /// vi: Chưa xác định được do thiếu số liệu.
    Open,
}

/// What a condition found.
///
/// vi: Nội dung mà điều kiện đã xét.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum ConditionFound {
    /// A grade.
    ///
    /// vi: Xếp loại.
    #[cfg_attr(feature = "schemars", schemars(title = "FoundGrade"))]
    Grade {
        /// The grade; left out where there is none.
        ///
        /// vi: Mức xếp loại; không ghi nếu không có.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        grade: Option<GradeId>,
    },
    /// A grade that missing evidence leaves open.
    ///
    /// vi: Xếp loại chưa xác định được do thiếu số liệu.
    #[cfg_attr(feature = "schemars", schemars(title = "FoundOpenGrade"))]
    OpenGrade {
        /// The grades that are possible. Ordered, best first.
        ///
        /// vi: Các mức còn có thể. Có thứ tự: từ cao xuống thấp.
        possible: Vec<GradeId>,
    },
    /// A place.
    ///
    /// vi: Thứ hạng.
    #[cfg_attr(feature = "schemars", schemars(title = "FoundRank"))]
    Rank {
        /// The rank; left out where there is none.
        ///
        /// vi: Thứ hạng; không ghi nếu không có.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        rank: Option<usize>,
    },
    /// A total.
    ///
    /// vi: Tổng điểm.
    #[cfg_attr(feature = "schemars", schemars(title = "FoundPoints"))]
    Points {
        /// The total; left out where there is none.
        ///
        /// vi: Tổng điểm; không ghi nếu không có.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        total: Option<Exact>,
        /// The best that missing evidence leaves possible; left out where it is this one.
        ///
        /// vi: Tổng điểm cao nhất còn có thể đạt; không ghi nếu không khác.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        best: Option<Exact>,
    },
    /// A registration, or none.
    ///
    /// vi: Việc đăng ký.
    #[cfg_attr(feature = "schemars", schemars(title = "FoundRegistration"))]
    Registration {
        /// Whether the award was registered for.
        ///
        /// vi: Đã đăng ký hay chưa.
        registered: bool,
    },
    /// A proposal to the level that decides, or none.
    ///
    /// vi: Việc đề nghị lên cấp quyết định khen thưởng.
    #[cfg_attr(feature = "schemars", schemars(title = "FoundProposal"))]
    Proposal {
        /// The level.
        ///
        /// vi: Cấp quyết định khen thưởng.
        level: IssuerLevel,
        /// Whether it was proposed to that level.
        ///
        /// vi: Đã đề nghị lên cấp đó hay chưa.
        proposed: bool,
    },
    /// A run of years.
    ///
    /// vi: Số năm liên tục.
    #[cfg_attr(feature = "schemars", schemars(title = "FoundRun"))]
    Run {
        /// The years that count, no more than are asked for. Ordered, the latest first.
        ///
        /// vi: Các năm được tính, không quá số năm cần có. Có thứ tự: năm gần nhất trước.
        years: Vec<Period>,
        /// The latest year whose grades on record contradict each other, such as those of units
        /// that were merged: neither it nor any year behind it counts; left out where none do.
        ///
        /// vi: Năm gần nhất mà các mức xếp loại trong hồ sơ khác nhau, ví dụ của các đơn vị đã sáp
        /// nhập: năm đó và các năm trước đó chưa được tính; không ghi nếu không có.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        contradiction: Option<Period>,
        /// Why there are too few, even if grades that contradict each other were settled for the
        /// best; left out where there are enough, or would be.
        ///
        /// vi: Lý do không đủ, kể cả khi các mức xếp loại khác nhau được xác định theo mức có lợi
        /// nhất; không ghi nếu đã đủ hoặc khi đó sẽ đủ.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        ended_by: Option<RunEnd>,
    },
    /// A share.
    ///
    /// vi: Tỷ lệ cá nhân.
    #[cfg_attr(feature = "schemars", schemars(title = "FoundShare"))]
    Share {
        /// How many; left out, as the whole is, where none is on record.
        ///
        /// vi: Số cá nhân; không ghi nếu hồ sơ không nêu.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        part: Option<u32>,
        /// Of how many.
        ///
        /// vi: Tổng số.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        whole: Option<u32>,
    },
    /// Another award for the same year, or none.
    ///
    /// vi: Danh hiệu, hình thức khác trong cùng năm.
    #[cfg_attr(feature = "schemars", schemars(title = "FoundAward"))]
    Award {
        /// The award; left out where there is none.
        ///
        /// vi: Danh hiệu, hình thức đó; không ghi nếu không có.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        award: Option<AwardId>,
    },
}

/// Who is proposed for which awards so far, or not decided about.
pub(crate) type Holders = BTreeMap<SubjectId, Vec<AwardId>>;

/// What conditions look at besides a candidate.
pub(crate) struct Checks<'i> {
    pub(crate) inputs: &'i AwardInputs<'i>,
    pub(crate) holders: &'i Holders,
    /// Who is not decided about, for which awards.
    pub(crate) open: &'i Holders,
    /// The day of the decision: what was decided later does not count yet.
    pub(crate) decided: Day,
}

impl Checks<'_> {
    /// What each condition finds of a candidate for an award, in their order.
    pub(crate) fn of(
        &self,
        rule: &AwardRule,
        candidate: &CandidateView<'_>,
    ) -> Vec<ConditionCheck> {
        let check = |condition: &AwardCondition| {
            let (found, outcome) = self.check(rule, condition, candidate);
            ConditionCheck { condition: condition.clone(), found, outcome }
        };
        rule.requires.iter().map(check).collect()
    }

    fn check(
        &self,
        rule: &AwardRule,
        condition: &AwardCondition,
        candidate: &CandidateView<'_>,
    ) -> (ConditionFound, CheckOutcome) {
        let position = candidate.position();
        match condition {
            AwardCondition::Graded { grades } => self.graded(candidate.subject, grades),
            AwardCondition::RankWithin { rank: within } => {
                let within = usize::try_from(*within).unwrap_or(usize::MAX);
                let without = unless(candidate.is_awaited(), CheckOutcome::Missed);
                let outcome = position.map_or(without, |at| within_rank(at, within));
                (ConditionFound::Rank { rank: position.map(|position| position.rank) }, outcome)
            }
            AwardCondition::PointsAtLeast { points } => {
                let total = position.map(|position| position.total.clone());
                let best = position.and_then(|position| position.best_total.clone());
                (ConditionFound::Points { total, best }, candidate.reaches(*points))
            }
            AwardCondition::Registered {} => {
                let registered = candidate.registered(&rule.id);
                (ConditionFound::Registration { registered }, settled(registered))
            }
            AwardCondition::Proposed {} => proposal(rule.issued_by, candidate),
            AwardCondition::YearsRunning { years, of, last } => {
                self.run(candidate.subject, *years, of, *last)
            }
            AwardCondition::ShareAtLeast { fact, percent } => {
                let met = candidate.record.and_then(|record| record.reaches(fact, *percent));
                (candidate.share(fact), met.map_or(CheckOutcome::Open, settled))
            }
            AwardCondition::NotBeside { awards } => self.beside(candidate.subject, awards),
        }
    }

    /// The first of these awards that somebody has for this year, and whether there is none.
    fn beside(&self, subject: &SubjectId, awards: &[AwardId]) -> (ConditionFound, CheckOutcome) {
        let has = |outcome| {
            let awarded = |award: &&AwardId| self.awarded(subject, award, Period::overlaps);
            awards.iter().find(|award| awarded(award) == outcome).cloned()
        };
        let award = has(CheckOutcome::Met);
        let open = award.is_none() && has(CheckOutcome::Open).is_some();
        let outcome = unless(open, settled(award.is_none()));
        (ConditionFound::Award { award }, outcome)
    }

    /// The grade of this year, and whether it is one of these: the one given here, or else
    /// what is on record.
    pub(crate) fn graded(
        &self,
        subject: &SubjectId,
        grades: &[GradeId],
    ) -> (ConditionFound, CheckOutcome) {
        let given = self.inputs.grades.get(subject);
        let (possible, or_none) = match given {
            Some(GradeOutcome::Open { possible, or_none }) => (possible.clone(), *or_none),
            Some(given) => (given.grade().cloned().into_iter().collect(), false),
            None => (self.grades_of(subject, |during| during == self.inputs.during), false),
        };
        let outcome = match one_of(&possible, grades) {
            Some(true) if or_none => CheckOutcome::Open,
            fits => fits.map_or(CheckOutcome::Open, settled),
        };
        let is_open = or_none || 1 < possible.len();
        let found = if is_open {
            ConditionFound::OpenGrade { possible }
        } else {
            ConditionFound::Grade { grade: possible.into_iter().next() }
        };
        (found, outcome)
    }

    /// Whether somebody has an award for a year that `fits` this one: by this conferral or on
    /// record; open while this conferral has not decided.
    pub(crate) fn awarded(
        &self,
        subject: &SubjectId,
        award: &AwardId,
        fits: fn(Period, Period) -> bool,
    ) -> CheckOutcome {
        let among =
            |holders: &Holders| holders.get(subject).is_some_and(|awards| awards.contains(award));
        let on_record = self.past(subject).any(|past| {
            fits(past.during, self.inputs.during)
                && matches!(&past.result, PastMerit::Awarded { award: other, .. } if other == award)
        });
        let met = on_record || among(self.holders);
        unless(!met && among(self.open), settled(met))
    }
}

/// Whether all of these grades are among some, or none of them is; neither where they differ.
pub(crate) fn one_of(possible: &[GradeId], grades: &[GradeId]) -> Option<bool> {
    let fits = possible.iter().filter(|grade| grades.contains(grade)).count();
    match fits {
        0 => Some(false),
        _ if fits == possible.len() => Some(true),
        _ => None,
    }
}

fn within_rank(position: &Position, within: usize) -> CheckOutcome {
    let rank = position.rank;
    let PossibleRanks { best, worst } =
        position.provisional.unwrap_or(PossibleRanks { best: rank, worst: rank });
    if worst <= within {
        CheckOutcome::Met
    } else if within < best {
        CheckOutcome::Missed
    } else {
        CheckOutcome::Open
    }
}

/// The outcome, unless it is still open.
const fn unless(open: bool, outcome: CheckOutcome) -> CheckOutcome {
    if open { CheckOutcome::Open } else { outcome }
}

const fn settled(met: bool) -> CheckOutcome {
    if met { CheckOutcome::Met } else { CheckOutcome::Missed }
}

impl Coded for ConditionCheck {
    fn code(&self) -> &'static str {
        self.condition.code()
    }

    fn words(&self) -> Words {
        let Words { vi, en } = self.found.words();
        let (asked_vi, asked_en) = self.condition.asked();
        let (vi, en) = (format!("{vi}{asked_vi}"), format!("{en}{asked_en}"));
        match self.outcome {
            CheckOutcome::Met | CheckOutcome::Missed => Words::new(vi, en),
            CheckOutcome::Open => {
                Words::new(format!("{vi}, chưa xác định"), format!("{en}, still open"))
            }
        }
    }
}

/// Whether a candidate is proposed to a level.
fn proposal(level: IssuerLevel, candidate: &CandidateView<'_>) -> (ConditionFound, CheckOutcome) {
    let proposed = candidate.proposed_to(level);
    (ConditionFound::Proposal { level, proposed }, settled(proposed))
}
