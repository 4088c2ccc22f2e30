//! The words of conditions and of what they found.

use std::fmt::Display;

use thidua_values::{Coded, Period, Words, in_ticks};

use crate::{AwardCondition, ConditionFound, IssuerLevel, LastYear, Merit, RunEnd};

impl Coded for ConditionFound {
    fn code(&self) -> &'static str {
        match self {
            Self::Grade { .. } => "grade",
            Self::OpenGrade { .. } => "open_grade",
            Self::Rank { .. } => "rank",
            Self::Points { .. } => "points",
            Self::Registration { .. } => "registration",
            Self::Proposal { .. } => "proposal",
            Self::Run { .. } => "run",
            Self::Share { .. } => "share",
            Self::Award { .. } => "award",
        }
    }

    fn words(&self) -> Words {
        let (vi, en) = match self {
            Self::Grade { grade: Some(grade) } => {
                (format!("xếp loại `{grade}`"), format!("grade `{grade}`"))
            }
            Self::OpenGrade { possible } => {
                let possible = in_ticks(possible);
                (format!("xếp loại có thể là {possible}"), format!("possible grades {possible}"))
            }
            Self::Rank { rank: Some(rank) } => (format!("hạng {rank}"), format!("rank {rank}")),
            Self::Points { total: Some(total), best: Some(best) } => (
                format!("từ {} đến {} điểm", comma(total), comma(best)),
                format!("{total} to {best} points"),
            ),
            Self::Points { total: Some(total), best: None } => {
                (format!("{} điểm", comma(total)), format!("{total} points"))
            }
            Self::Proposal { level, proposed } => proposal(*level, *proposed),
            Self::Run { years, contradiction, ended_by } => {
                run(years, *contradiction, ended_by.as_ref())
            }
            Self::Share { part: Some(part), whole: Some(whole) } => {
                (format!("{part}/{whole}"), format!("{part} of {whole}"))
            }
            Self::Award { award: Some(award) } => {
                (format!("đã có `{award}`"), format!("has `{award}`"))
            }
            plain => {
                let (vi, en) = plain.without_numbers();
                (vi.to_owned(), en.to_owned())
            }
        };
        Words::new(vi, en)
    }
}

impl ConditionFound {
    const fn without_numbers(&self) -> (&'static str, &'static str) {
        match self {
            Self::Registration { registered: true } => ("đã đăng ký", "registered for"),
            Self::Registration { registered: false } => ("chưa đăng ký", "not registered for"),
            Self::Rank { .. } => ("không có thứ hạng", "no rank"),
            Self::Points { .. } => ("không có tổng điểm", "no total"),
            Self::Share { .. } => ("hồ sơ không nêu tỷ lệ", "no share on record"),
            Self::Award { .. } => ("chưa có hình thức khác", "has no award that excludes it"),
            Self::Grade { .. }
            | Self::OpenGrade { .. }
            | Self::Proposal { .. }
            | Self::Run { .. } => ("không có mức xếp loại", "no grade"),
        }
    }
}

fn proposal(level: IssuerLevel, proposed: bool) -> (String, String) {
    let Words { vi, en } = level.words();
    if proposed {
        (format!("đã đề nghị lên {vi}"), format!("proposed to {en}"))
    } else {
        (format!("chưa đề nghị lên {vi}"), format!("not proposed to {en}"))
    }
}

/// How many years, from when, and why no more.
fn run(
    years: &[Period],
    contradiction: Option<Period>,
    ended_by: Option<&RunEnd>,
) -> (String, String) {
    let count = years.len();
    let (mut vi, mut en) = (
        format!("{count} năm liên tục"),
        format!("a run of {}", many(u64::try_from(count).unwrap_or(u64::MAX))),
    );
    if let Some(from) = years.last().map(|year| year.start()) {
        vi = format!("{vi} từ {}", from.in_vietnamese());
        en = format!("{en} from {from}");
    }
    let mut and = ("", "");
    if let Some(from) = contradiction.map(Period::start) {
        vi = format!("{vi}, các mức xếp loại của năm từ {} khác nhau", from.in_vietnamese());
        en = format!("{en}, grades of the year from {from} contradict each other");
        and = (" và", " and");
    }
    if let Some(end) = ended_by.map(Coded::words) {
        (vi, en) = (format!("{vi},{} {}", and.0, end.vi), format!("{en},{} {}", and.1, end.en));
    }
    (vi, en)
}

/// So many years, in English.
fn many(years: impl Into<u64>) -> String {
    match years.into() {
        1 => "1 year".to_owned(),
        years => format!("{years} years"),
    }
}

/// A number as Vietnamese texts write it, with a decimal comma.
fn comma(number: impl Display) -> String {
    number.to_string().replace('.', ",")
}

impl AwardCondition {
    /// What is asked, to follow what was found; in Vietnamese and in English.
    pub(crate) fn asked(&self) -> (String, String) {
        match self {
            Self::Graded { grades } => {
                let grades = in_ticks(grades);
                (format!(" (cần {grades})"), format!(" ({grades} asked)"))
            }
            Self::RankWithin { rank } => {
                (format!(" (cần hạng {rank} trở lên)"), format!(" ({rank} or better asked)"))
            }
            Self::PointsAtLeast { points } => (
                format!(" (cần {} điểm trở lên)", comma(points)),
                format!(" (at least {points} asked)"),
            ),
            Self::YearsRunning { years, of, last } => {
                let of = match of {
                    Merit::Graded { grades } => in_ticks(grades),
                    Merit::Awarded { award } => format!("`{award}`"),
                };
                let (vi, en) = match last {
                    LastYear::ThisYear => ("", ""),
                    LastYear::YearBefore => (" trước năm xét", " before this one"),
                };
                (
                    format!(" (cần {years} năm {of}{vi})"),
                    format!(" ({} of {of}{en} asked)", many(*years)),
                )
            }
            Self::ShareAtLeast { fact, percent } => (
                format!(" `{fact}` (cần {}% trở lên)", comma(percent)),
                format!(" `{fact}` (at least {percent} % asked)"),
            ),
            Self::Registered {} | Self::Proposed {} | Self::NotBeside { .. } => {
                (String::new(), String::new())
            }
        }
    }
}
