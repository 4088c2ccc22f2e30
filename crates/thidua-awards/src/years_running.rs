//! Years running: which years on record count, and what ends a run.

use thidua_values::{Coded, Day, GradeId, Period, SubjectId, Words};

use crate::candidate_view::CandidateView;
use crate::condition_check::{Checks, one_of};
use crate::{AwardCondition, CheckOutcome, ConditionFound, LastYear, Merit, PastMerit, PastResult};

/// Why a run has no more years.
///
/// vi: Lý do không có thêm năm liên tục.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum RunEnd {
    /// Nothing such is on record of the year that ends before that day.
    ///
    /// vi: Hồ sơ không có kết quả của năm kết thúc trước ngày đó.
    #[cfg_attr(feature = "schemars", schemars(title = "NothingOnRecord"))]
    NoRecord {
        /// The day.
        ///
        /// vi: Ngày đó.
        until: Day,
    },
    /// The year brought something else.
    ///
    /// vi: Năm đó có kết quả khác.
    #[cfg_attr(feature = "schemars", schemars(title = "OtherYearlyResult"))]
    OtherResult {
        /// The year.
        ///
        /// vi: Năm đó.
        during: Period,
    },
    /// The period of the conferral, or of what is on record, is not a year.
    ///
    /// vi: Khoảng thời gian được xét, hoặc của kết quả trong hồ sơ, không phải là một năm.
    #[cfg_attr(feature = "schemars", schemars(title = "NotAYear"))]
    NotAYear {
        /// The period.
        ///
        /// vi: Khoảng thời gian đó.
        during: Period,
    },
}

/// A grade or an award on record that does not count: no condition of any award can look at it,
/// whether some asks or none.
///
/// What counts is of the year that is rewarded, or of a year that ends where that one begins, in
/// whichever year, so that a run can come to it; or it is an award of any period that has a day in
/// common with the year rewarded, where an award is not given beside it.
///
/// vi: Một kết quả xếp loại hoặc khen thưởng trong hồ sơ không được tính: không điều kiện nào xét
/// đến. Kết quả được tính là của năm được xét, hoặc của một năm kết thúc đúng ngày bắt đầu của năm
/// được xét (trong bất kỳ năm nào trước đó), hoặc là danh hiệu, hình thức có thời gian trùng với
/// năm được xét mà quy định không cho trùng.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct UncountedResult {
    /// Whose.
    ///
    /// vi: Của ai.
    pub subject: SubjectId,
    /// For which year.
    ///
    /// vi: Năm được xét.
    pub during: Period,
    /// What.
    ///
    /// vi: Kết quả.
    pub result: PastMerit,
    /// Why it does not count.
    ///
    /// vi: Lý do không được tính.
    pub reason: UncountedReason,
}

/// Why a result on record does not count.
///
/// vi: Lý do một kết quả trong hồ sơ không được tính.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum UncountedReason {
    /// It is of a year after the one that is rewarded.
    ///
    /// vi: Của năm sau năm được xét khen thưởng.
    AfterYear,
    /// It was decided after the day of the conferral.
    ///
    /// vi: Được quyết định sau ngày xét.
    DecidedLater,
    /// The grade of that year is given here.
    ///
    /// vi: Mức xếp loại của năm đó đã được xác định trong lần xét này.
    GradedHere,
    /// Its period is no year, such as one until 31 December: the day after the last one ends a
    /// year.
    ///
    /// vi: Khoảng thời gian không phải đủ một năm, ví dụ ghi đến ngày 31 tháng 12: ngày kết thúc
    /// phải là ngày liền sau ngày cuối cùng.
    NotAYear,
    /// Its year ends on another day than the one on which the year that is rewarded begins, so
    /// that no run comes to it.
    ///
    /// vi: Năm đó kết thúc vào ngày khác với ngày bắt đầu của năm được xét, nên không liền với các
    /// năm liên tục.
    BetweenYears,
}

/// A year that does not end a run.
struct RunYear {
    during: Period,
    /// That it has the merit, or may still have it; none where its grades on record contradict
    /// each other.
    merit: Option<CheckOutcome>,
}

impl Checks<'_> {
    /// The years that count in a run, from its last one back.
    ///
    /// Behind a year whose grades contradict each other no more count, but the run is followed
    /// as if they came out well: if it ends too soon even so, nothing is open.
    pub(crate) fn run(
        &self,
        subject: &SubjectId,
        needed: u32,
        of: &Merit,
        last: LastYear,
    ) -> (ConditionFound, CheckOutcome) {
        let needed = usize::try_from(needed).unwrap_or(usize::MAX);
        let (mut years, mut is_open) = (Vec::new(), false);
        let (mut contradiction, mut ended_by) = (None, None);
        let (mut length, mut from) = (0_usize, self.inputs.during.start());
        while length < needed {
            let year = match (length, last) {
                (0, LastYear::ThisYear) => self.this_year(subject, of),
                _ => self.year_before(subject, from, of),
            };
            let RunYear { during, merit } = match year {
                Ok(year) => year,
                Err(end) => {
                    ended_by = Some(end);
                    break;
                }
            };
            (length, from) = (length.saturating_add(1), during.start());
            contradiction = contradiction.or(merit.is_none().then_some(during));
            years.extend(contradiction.is_none().then_some(during));
            is_open |= merit != Some(CheckOutcome::Met);
        }
        let outcome = match (&ended_by, is_open) {
            (Some(_), _) => CheckOutcome::Missed,
            (None, true) => CheckOutcome::Open,
            (None, false) => CheckOutcome::Met,
        };
        (ConditionFound::Run { years, contradiction, ended_by }, outcome)
    }

    /// This year, if it has that merit or may still have it.
    fn this_year(&self, subject: &SubjectId, of: &Merit) -> Result<RunYear, RunEnd> {
        let during = self.inputs.during;
        let until = during.until().filter(|_| during.is_year());
        let until = until.ok_or(RunEnd::NotAYear { during })?;
        let (merit, is_told) = match of {
            Merit::Graded { grades } => {
                let on_record = self.grades_of(subject, |past| past == during);
                let is_graded = self.inputs.grades.contains_key(subject);
                if !is_graded && one_of(&on_record, grades).is_none() {
                    return Ok(RunYear { during, merit: None });
                }
                (self.graded(subject, grades).1, is_graded || !on_record.is_empty())
            }
            Merit::Awarded { award } => {
                let outcome = self.awarded(subject, award, |past, year| past == year);
                (outcome, self.inputs.rules.position(award).is_some())
            }
        };
        match merit {
            CheckOutcome::Met | CheckOutcome::Open => Ok(RunYear { during, merit: Some(merit) }),
            CheckOutcome::Missed if is_told => Err(RunEnd::OtherResult { during }),
            CheckOutcome::Missed => Err(RunEnd::NoRecord { until }),
        }
    }

    /// The year on record with that merit which ends on a day.
    fn year_before(&self, subject: &SubjectId, until: Day, of: &Merit) -> Result<RunYear, RunEnd> {
        let told = |past: &&PastResult| match (of, &past.result) {
            (Merit::Graded { .. }, PastMerit::Graded { .. }) => true,
            (Merit::Awarded { award }, PastMerit::Awarded { award: past, .. }) => award == past,
            _ => false,
        };
        let told = self.past(subject).filter(told).map(|past| past.during);
        let ending = told.filter(|during| during.until() == Some(until));
        // Of several a year, whatever order they come in.
        let found = ending.max_by_key(|during| (during.is_year(), during.start()));
        let during = found.ok_or(RunEnd::NoRecord { until })?;
        if !during.is_year() {
            return Err(RunEnd::NotAYear { during });
        }
        let has_merit = match of {
            Merit::Graded { grades } => {
                one_of(&self.grades_of(subject, |other| other == during), grades)
            }
            Merit::Awarded { .. } => Some(true),
        };
        match has_merit {
            Some(false) => Err(RunEnd::OtherResult { during }),
            _ => Ok(RunYear { during, merit: has_merit.map(|_| CheckOutcome::Met) }),
        }
    }

    /// The grades on record of the periods that are meant, each once.
    pub(crate) fn grades_of(
        &self,
        subject: &SubjectId,
        meant: impl Fn(Period) -> bool,
    ) -> Vec<GradeId> {
        let grade = |past: &PastResult| match &past.result {
            PastMerit::Graded { grade } if meant(past.during) => Some(grade.clone()),
            _ => None,
        };
        let mut grades: Vec<GradeId> = self.past(subject).filter_map(grade).collect();
        grades.sort();
        grades.dedup();
        grades
    }

    /// What is on record of somebody and counts.
    pub(crate) fn past<'s>(&'s self, subject: &SubjectId) -> impl Iterator<Item = &'s PastResult> {
        let counts = |past: &&PastResult| self.uncounted(past).is_none();
        self.inputs.candidacies.into_iter().flat_map(|all| all.history(subject)).filter(counts)
    }

    /// What is on record of these and does not count.
    pub(crate) fn all_uncounted(&self, candidates: &[CandidateView<'_>]) -> Vec<UncountedResult> {
        let mut found = Vec::new();
        for view in candidates {
            let history = self.inputs.candidacies.into_iter();
            for past in history.flat_map(|all| all.history(view.subject)) {
                let reason = self.uncounted(past);
                let reason = reason.or_else(|| self.graded_here(view.subject, past));
                let reason = reason.or_else(|| self.off_the_years(past));
                let Some(reason) = reason else { continue };
                let PastResult { subject, during, result, .. } = past.clone();
                found.push(UncountedResult { subject, during, result, reason });
            }
        }
        found.sort();
        found.dedup();
        found
    }

    /// Why a result counts for nobody.
    fn uncounted(&self, past: &PastResult) -> Option<UncountedReason> {
        let year = self.inputs.during;
        if year.until().is_some_and(|until| until <= past.during.start()) {
            return Some(UncountedReason::AfterYear);
        }
        match past.result {
            PastMerit::Awarded { day, .. } if self.decided < day => {
                Some(UncountedReason::DecidedLater)
            }
            PastMerit::Awarded { .. } | PastMerit::Graded { .. } => None,
        }
    }

    /// Why a result does not count for somebody whose grade is given here.
    fn graded_here(&self, subject: &SubjectId, past: &PastResult) -> Option<UncountedReason> {
        let of_this_year = past.during == self.inputs.during;
        let is_grade = matches!(past.result, PastMerit::Graded { .. });
        (of_this_year && is_grade && self.inputs.grades.contains_key(subject))
            .then_some(UncountedReason::GradedHere)
    }

    /// Why no condition can come to a result, by its period alone.
    fn off_the_years(&self, past: &PastResult) -> Option<UncountedReason> {
        let (year, during) = (self.inputs.during, past.during);
        if during == year || self.is_excluded_beside(past) {
            return None;
        }
        let meets = during.until().is_some_and(|until| until.is_anniversary_of(year.start()));
        match (during.is_year(), meets) {
            (false, _) => Some(UncountedReason::NotAYear),
            (true, false) => Some(UncountedReason::BetweenYears),
            (true, true) => None,
        }
    }

    /// Whether it is an award of this year, in part at least, beside which some are not given.
    fn is_excluded_beside(&self, past: &PastResult) -> bool {
        let PastMerit::Awarded { award, .. } = &past.result else { return false };
        let mut asked = self.inputs.rules.parts().awards.iter().flat_map(|rule| &rule.requires);
        let is_named = asked.any(|condition| match condition {
            AwardCondition::NotBeside { awards } => awards.contains(award),
            _ => false,
        });
        is_named && past.during.overlaps(self.inputs.during)
    }
}

impl Coded for RunEnd {
    fn code(&self) -> &'static str {
        match self {
            Self::NoRecord { .. } => "no_record",
            Self::OtherResult { .. } => "other_result",
            Self::NotAYear { .. } => "not_a_year",
        }
    }

    fn words(&self) -> Words {
        let from = |during: &Period| (during.start().in_vietnamese(), during.start());
        match self {
            Self::NoRecord { until } => Words::new(
                format!(
                    "hồ sơ không có kết quả của năm kết thúc trước ngày {}",
                    until.in_vietnamese()
                ),
                format!("nothing on record of the year that ends before {until}"),
            ),
            Self::OtherResult { during } => {
                let (vi, en) = from(during);
                Words::new(
                    format!("năm từ {vi} có kết quả khác"),
                    format!("another result in the year from {en}"),
                )
            }
            Self::NotAYear { during } => {
                let (vi, en) = from(during);
                Words::new(
                    format!("khoảng thời gian từ {vi} không phải là một năm"),
                    format!("the period from {en} is not a year"),
                )
            }
        }
    }
}

impl Coded for UncountedReason {
    fn code(&self) -> &'static str {
        match self {
            Self::AfterYear => "after_year",
            Self::DecidedLater => "decided_later",
            Self::GradedHere => "graded_here",
            Self::NotAYear => "not_a_year",
            Self::BetweenYears => "between_years",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::AfterYear => Words::new("của năm sau năm được xét", "of a later year"),
            Self::DecidedLater => Words::new("quyết định sau ngày xét", "decided later"),
            Self::GradedHere => Words::new(
                "mức xếp loại của năm đó được xác định trong lần xét này",
                "the grade of that year is given here",
            ),
            Self::NotAYear => Words::new(
                "khoảng thời gian không phải đủ một năm (ngày kết thúc là ngày liền sau ngày cuối cùng)",
                "its period is no year (`until` is the day after the last)",
            ),
            Self::BetweenYears => Words::new(
                "năm đó kết thúc vào ngày khác với ngày bắt đầu của năm được xét",
                "its year ends on another day than that on which the year rewarded begins",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
