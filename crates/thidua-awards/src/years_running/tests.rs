//! Runs of years: what counts, and what does not.

use std::collections::BTreeSet;

use proptest::prelude::*;
use thidua_values::Day;

use super::*;
use crate::candidacies::tests::{awarded, candidate, carry, graded, year};
use crate::confer::tests::{Case, case, years_excellent};
use crate::rules::tests::{award_for_all, graded_as, not_beside, years_of};
use crate::{Conferral, VerdictKind, VerdictStatus};

fn excellent(years: &[(&str, Period, &str)]) -> Case {
    let case = case(vec![years_excellent(2)], &[9]).all_graded("excellent");
    case.record(|record| {
        record.history =
            years.iter().map(|(who, during, grade)| graded(who, *during, grade)).collect();
        let old = years.iter().map(|(who, ..)| *who).filter(|who| *who != "a");
        let old: BTreeSet<&str> = old.collect();
        record.carries = old.into_iter().map(|who| carry("a", who)).collect();
    })
}

fn period(start: &str, until: &str) -> Period {
    Period::try_new(start.parse().unwrap(), Some(until.parse().unwrap())).unwrap()
}

#[test]
fn a_day_and_two_years_are_no_year() {
    for (start, until) in [("2024-12-31", "2025-01-01"), ("2023-01-01", "2025-01-01")] {
        let said = excellent(&[("a", period(start, until), "excellent")]).said();
        assert_eq!(
            said,
            [format!(
                "a: refused: a run of 1 year from 2025-01-01, the period from {start} is not a year (2 years of `excellent` asked)"
            )]
        );
    }
    let mut half = excellent(&[("a", year(2024), "excellent")]);
    half.during = period("2025-01-01", "2025-07-01");
    let half = half.record(|record| record.during = period("2025-01-01", "2025-07-01"));
    assert_eq!(
        half.said(),
        [
            "a: refused: a run of 0 years, the period from 2025-01-01 is not a year (2 years of `excellent` asked)"
        ]
    );
}

#[test]
fn predecessors_with_different_grades_leave_the_run_open() {
    let merged =
        |second| excellent(&[("old-1", year(2024), "excellent"), ("old-2", year(2024), second)]);
    assert_eq!(
        merged("good").said(),
        [
            "a: not decided: a run of 1 year from 2025-01-01, grades of the year from 2024-01-01 contradict each other (2 years of `excellent` asked), still open"
        ]
    );
    assert_eq!(
        merged("excellent").said(),
        ["a: proposed: rank 1; a run of 2 years from 2024-01-01 (2 years of `excellent` asked)"]
    );
}

/// Four excellent years running, this one among them, of whoever has this on record.
fn four_years(history: &[(&str, u16, &str)]) -> Case {
    let mut case = excellent(
        &history.iter().map(|(who, of, grade)| (*who, year(*of), *grade)).collect::<Vec<_>>(),
    );
    case.awards = vec![years_excellent(4)];
    case
}

#[test]
fn a_contradiction_before_which_the_run_ends_leaves_nothing_open() {
    let merged = [("old-1", 2024, "excellent"), ("old-2", 2024, "good")];
    let of_a = |years: &[(u16, &'static str)]| {
        let own = years.iter().map(|(of, grade)| ("a", *of, *grade));
        four_years(&merged.into_iter().chain(own).collect::<Vec<_>>()).said()
    };
    let asked = "(4 years of `excellent` asked)";
    assert_eq!(
        of_a(&[(2023, "excellent")]),
        [format!(
            "a: refused: a run of 1 year from 2025-01-01, grades of the year from 2024-01-01 contradict each other, and nothing on record of the year that ends before 2023-01-01 {asked}"
        )]
    );
    assert_eq!(
        of_a(&[(2023, "good"), (2022, "excellent")]),
        [format!(
            "a: refused: a run of 1 year from 2025-01-01, grades of the year from 2024-01-01 contradict each other, and another result in the year from 2023-01-01 {asked}"
        )]
    );
    assert_eq!(
        of_a(&[(2023, "excellent"), (2022, "excellent")]),
        [format!(
            "a: not decided: a run of 1 year from 2025-01-01, grades of the year from 2024-01-01 contradict each other {asked}, still open"
        )]
    );
}

#[test]
fn a_contradiction_of_this_year_is_named_and_counts_as_no_year() {
    let mut merged = four_years(&[
        ("old-1", 2025, "excellent"),
        ("old-2", 2025, "good"),
        ("a", 2024, "excellent"),
        ("a", 2023, "excellent"),
    ]);
    merged.grades.clear();
    let asked = "(4 years of `excellent` asked)";
    let contradict = "grades of the year from 2025-01-01 contradict each other";
    assert_eq!(
        merged.said(),
        [format!(
            "a: refused: a run of 0 years, {contradict}, and nothing on record of the year that ends before 2023-01-01 {asked}"
        )]
    );
    merged.awards = vec![years_excellent(3)];
    assert_eq!(
        merged.said(),
        [format!(
            "a: not decided: a run of 0 years, {contradict} (3 years of `excellent` asked), still open"
        )]
    );
    // What is graded here goes first.
    assert_eq!(
        merged.all_graded("excellent").said(),
        ["a: proposed: rank 1; a run of 3 years from 2023-01-01 (3 years of `excellent` asked)"]
    );
}

#[test]
fn a_run_says_in_vietnamese_what_breaks_it() {
    let found = ConditionFound::Run {
        years: vec![year(2025)],
        contradiction: Some(year(2024)),
        ended_by: Some(RunEnd::NoRecord { until: "2023-01-01".parse().unwrap() }),
    };
    assert_eq!(
        found.words().vi,
        "1 năm liên tục từ 01/01/2025, các mức xếp loại của năm từ 01/01/2024 khác nhau, và hồ sơ không có kết quả của năm kết thúc trước ngày 01/01/2023"
    );
}

#[test]
fn a_year_of_which_nothing_is_on_record_ends_a_run_as_such() {
    let ungraded = case(vec![years_excellent(2)], &[9]);
    assert_eq!(
        ungraded.said(),
        [
            "a: refused: a run of 0 years, nothing on record of the year that ends before 2026-01-01 (2 years of `excellent` asked)"
        ]
    );
    let good = ungraded.history(vec![graded("a", year(2025), "good")]);
    assert_eq!(
        good.said(),
        [
            "a: refused: a run of 0 years, another result in the year from 2025-01-01 (2 years of `excellent` asked)"
        ]
    );
    let by_others = case(vec![award_for_all("flag", vec![years_of(2, "prompt")])], &[9]);
    assert_eq!(
        by_others.said(),
        [
            "a: refused: a run of 0 years, nothing on record of the year that ends before 2026-01-01 (2 years of `prompt` asked)"
        ]
    );
}

#[test]
fn a_condition_asks_about_the_year_before_alone() {
    let of = Merit::Graded { grades: vec!["excellent".parse().unwrap()] };
    let asked = AwardCondition::YearsRunning { years: 1, of, last: LastYear::YearBefore };
    let case = case(vec![award_for_all("flag", vec![asked])], &[9, 8]);
    let case = case.all_graded("good").history(vec![graded("a", year(2024), "excellent")]);
    assert_eq!(
        case.said(),
        [
            "a: proposed: rank 1; a run of 1 year from 2024-01-01 (1 year of `excellent` before this one asked)",
            "b: refused: a run of 0 years, nothing on record of the year that ends before 2025-01-01 (1 year of `excellent` before this one asked)",
        ]
    );
}

#[test]
fn a_grade_on_record_of_this_year_counts_for_whom_nobody_grades_here() {
    let asked = graded_as("excellent");
    let case = case(vec![award_for_all("flag", vec![asked])], &[9, 8]);
    let case =
        case.history(vec![graded("a", year(2025), "excellent"), graded("b", year(2025), "good")]);
    assert_eq!(
        case.said(),
        [
            "a: proposed: rank 1; grade `excellent` (`excellent` asked)",
            "b: refused: grade `good` (`excellent` asked)",
        ]
    );
    assert!(case.confer().unwrap().uncounted.is_empty());
    // What is graded here goes first.
    let here = case.all_graded("good");
    assert_eq!(here.said()[0], "a: refused: grade `good` (`excellent` asked)");
    assert_eq!(reasons(&here), ["a graded_here", "b graded_here"]);
}

fn reasons(case: &Case) -> Vec<String> {
    let uncounted = case.confer().unwrap().uncounted;
    uncounted.iter().map(|one| format!("{} {}", one.subject, one.reason.code())).collect()
}

#[test]
fn what_comes_later_does_not_count_and_is_said_so() {
    let letter = award_for_all("letter", vec![not_beside("prompt")]);
    let mut case = case(vec![letter], &[9, 8]).record(|record| {
        record.candidates = vec![candidate("a"), candidate("b")];
        record.history =
            vec![awarded("a", year(2025), "prompt"), graded("b", year(2026), "excellent")];
    });
    let PastMerit::Awarded { day, .. } = awarded("a", year(2025), "prompt").result else {
        unreachable!()
    };
    case.day = day;
    assert_eq!(case.said(), ["a: refused: has `prompt`", "b: proposed: rank 2"]);
    assert_eq!(reasons(&case), ["b after_year"]);
    case.day = day.previous().unwrap();
    assert_eq!(case.said(), ["a: proposed: rank 1", "b: proposed: rank 2"]);
    assert_eq!(reasons(&case), ["a decided_later", "b after_year"]);
}

#[test]
fn a_year_that_meets_no_other_is_said_not_to_count() {
    let of = |during| excellent(&[("a", during, "excellent")]);
    let until_its_last_day = of(period("2024-01-01", "2024-12-31"));
    assert_eq!(reasons(&until_its_last_day), ["a not_a_year"]);
    assert_eq!(reasons(&of(Period::starting("2024-01-01".parse().unwrap()))), ["a not_a_year"]);
    assert_eq!(reasons(&of(period("2024-02-01", "2025-02-01"))), ["a between_years"]);
    assert!(reasons(&of(year(2024))).is_empty());
    // A year that a run comes to only over others counts as well.
    assert!(reasons(&of(year(2020))).is_empty());
}

#[test]
fn an_award_of_any_period_counts_where_another_is_not_given_beside_it() {
    let during = period("2025-03-01", "2025-04-01");
    let on_record = |requires| {
        let flag = award_for_all("flag", requires);
        case(vec![flag], &[9]).history(vec![awarded("a", during, "prompt")])
    };
    assert!(reasons(&on_record(vec![not_beside("prompt")])).is_empty());
    assert_eq!(reasons(&on_record(vec![years_of(2, "prompt")])), ["a not_a_year"]);
}

#[test]
fn each_reason_has_its_code_and_its_words() {
    let until: Day = "2025-01-01".parse().unwrap();
    let during = year(2024);
    let ends =
        [RunEnd::NoRecord { until }, RunEnd::OtherResult { during }, RunEnd::NotAYear { during }];
    let reasons = [
        UncountedReason::AfterYear,
        UncountedReason::DecidedLater,
        UncountedReason::GradedHere,
        UncountedReason::NotAYear,
        UncountedReason::BetweenYears,
    ];
    let mut said: Vec<String> =
        ends.iter().map(|one| format!("{} | {}", one.code(), one.words().vi)).collect();
    said.extend(reasons.iter().map(|one| format!("{} | {}", one.code(), one.words().vi)));
    assert_eq!(
        said.join("\n"),
        "no_record | hồ sơ không có kết quả của năm kết thúc trước ngày 01/01/2025\n\
         other_result | năm từ 01/01/2024 có kết quả khác\n\
         not_a_year | khoảng thời gian từ 01/01/2024 không phải là một năm\n\
         after_year | của năm sau năm được xét\n\
         decided_later | quyết định sau ngày xét\n\
         graded_here | mức xếp loại của năm đó được xác định trong lần xét này\n\
         not_a_year | khoảng thời gian không phải đủ một năm (ngày kết thúc là ngày liền sau ngày cuối cùng)\n\
         between_years | năm đó kết thúc vào ngày khác với ngày bắt đầu của năm được xét"
    );
}

/// What two units that were merged have on record of this year and of those before: excellent,
/// good or nothing.
type Merged = [[Option<bool>; 2]; 4];

/// What is said of four years running, with a grade given here or without.
fn status(merged: Merged, is_graded: bool) -> VerdictStatus {
    let grade = |excellent: bool| if excellent { "excellent" } else { "good" };
    let of = |(years, pair): (u16, &[Option<bool>; 2])| {
        let named = ["old-1", "old-2"].into_iter().zip(*pair);
        named.filter_map(move |(who, of)| Some((who, 2025 - years, grade(of?)))).collect::<Vec<_>>()
    };
    let history: Vec<_> = (0..).zip(&merged).flat_map(of).collect();
    let mut case = four_years(&history);
    if !is_graded {
        case.grades.clear();
    }
    case.confer().unwrap().awards[0].verdicts[0].verdict.status()
}

proptest! {
    /// Law: no run has a year whose grade is said not to count.
    #[test]
    fn a_run_uses_nothing_that_does_not_count(
        history in prop::collection::vec((0..4_u16, 0..2_u32, 0..2_u32), 0..5),
        last in prop::sample::select(vec![LastYear::ThisYear, LastYear::YearBefore]),
    ) {
        let day = |year: u16, later: u32| Day::from_ymd(year, 1, 1 + later).unwrap();
        let names = ["a", "old-1", "old-2", "old-3", "old-4"];
        let years: Vec<_> = names
            .into_iter()
            .zip(history)
            .filter_map(|(who, (of, start, until))| {
                let (start, until) = (day(2021 + of, start), day(2022 + of, until));
                Some((who, Period::try_new(start, Some(until)).ok()?, "excellent"))
            })
            .collect();
        let mut case = excellent(&years);
        let of = Merit::Graded { grades: vec!["excellent".parse().unwrap()] };
        let asked = AwardCondition::YearsRunning { years: 9, of, last };
        case.awards = vec![award_for_all("flag", vec![asked])];
        let Conferral { awards, uncounted } = case.confer().unwrap();
        let VerdictKind::NotEligible { missed } = &awards[0].verdicts[0].verdict else {
            unreachable!()
        };
        let ConditionFound::Run { years, .. } = &missed[0].found else { unreachable!() };
        let is_used = |one: &UncountedResult| {
            one.reason != UncountedReason::GradedHere && years.contains(&one.during)
        };
        prop_assert!(!uncounted.iter().any(is_used));
    }

    /// Law: grades that contradict each other leave a run open exactly where settling them one
    /// way and the other makes a difference.
    #[test]
    fn a_run_is_open_where_a_contradiction_decides(
        merged in prop::array::uniform4(prop::array::uniform2(prop::option::weighted(0.8, any::<bool>()))),
        is_graded in any::<bool>(),
    ) {
        let settle = |way: usize| {
            let mut settled = merged;
            for (year, pair) in settled.iter_mut().enumerate() {
                if let [Some(one), Some(other)] = *pair && one != other {
                    *pair = [Some(way >> year & 1 == 1); 2];
                }
            }
            status(settled, is_graded)
        };
        let ways: Vec<VerdictStatus> = (0..16).map(settle).collect();
        let same = ways.iter().all(|way| *way == ways[0]);
        let expected = if same { ways[0] } else { VerdictStatus::NotDecided };
        prop_assert_eq!(status(merged, is_graded), expected);
    }
}
