//! Each code of lint: a rulebook that shows it, and its neighbour that does not.

use proptest::prelude::*;

use thidua_values::{Coded, CriterionId, Exact, Points, Rounding, RoundingMode};

use crate::samples::{
    band, criterion, fact, grade, grading, group, item, judged, met, part, parts, points, rulebook,
    scale, text, within,
};
use crate::{
    Combine, Condition, Criterion, Disqualifier, Excess, Figures, Formula, GradeBand, GradeCap,
    GradedBy, GradingLint, Item, LintCode, MeanOf, NotAssignedPolicy, NothingOfNothing, Part,
    Requirement, RoundingRule, Rulebook, RulebookParts, Steps, TieBreak, TotalLimits, Unanswered,
    attainable,
};

mod formulas;
mod grading;
mod sums;
mod tie_breaks;

const ZERO: NothingOfNothing = NothingOfNothing::Zero;

/// What lint says by one code: severity, place, words and how to mend it.
fn said(rulebook: &Rulebook, code: &str) -> Vec<String> {
    let findings = rulebook.lint();
    assert!(findings.is_sorted_by(|a, b| a.place <= b.place));
    let own = findings.into_iter().filter(|finding| finding.code() == code);
    own.map(|finding| {
        let (words, mend) = (finding.words(), finding.mend);
        let (severity, place) = (finding.severity.code(), finding.place);
        format!("{severity} at {place}: {} / {}; {} / {}", words.en, words.vi, mend.en, mend.vi)
    })
    .collect()
}

#[track_caller]
fn finds(code: &str, change: impl FnOnce(&mut RulebookParts), expected: &[&str]) {
    let found = said(&rulebook(change), code);
    assert_eq!(found, expected);
}

#[track_caller]
fn spares(code: &str, change: impl FnOnce(&mut RulebookParts)) {
    assert_eq!(said(&rulebook(change), code), Vec::<String>::new());
}

/// A scale of that criterion alone, of 20 points.
fn only(formula: Formula) -> impl FnOnce(&mut RulebookParts) {
    with(criterion("1", "20", formula))
}

fn with(criterion: Criterion) -> impl FnOnce(&mut RulebookParts) {
    move |parts| {
        parts.scale = scale(&criterion.points.to_string(), vec![Item::Criterion(criterion)]);
    }
}

fn shares(bands: &[(&str, &str)]) -> Formula {
    let bands = bands.iter().map(|(within, worth)| band(within, worth)).collect();
    Formula::Bands { bands, nothing_of_nothing: ZERO }
}

fn numbers(bands: &[(&str, &str)]) -> Formula {
    Formula::NumberBands {
        bands: bands.iter().map(|(within, worth)| band(within, worth)).collect(),
    }
}

fn proportional(cap: u32) -> Formula {
    Formula::Proportional { cap_percent: cap.into(), nothing_of_nothing: ZERO }
}

fn threshold(at_least: u32) -> Formula {
    Formula::Threshold { at_least_percent: at_least.into(), nothing_of_nothing: ZERO }
}

fn shortfall(target: u32, step: &str, each: &str, steps: Steps) -> Formula {
    Formula::Shortfall {
        target_percent: target.into(),
        step_percent: step.parse().unwrap(),
        each: points(each),
        steps,
        nothing_of_nothing: ZERO,
    }
}

fn rounding(step: &str) -> Rounding {
    Rounding { mode: RoundingMode::HalfUp, step: step.parse().unwrap() }
}

/// Grades of totals, best first, each with its band.
fn grades(bands: &[(&str, &str)]) -> impl FnOnce(&mut RulebookParts) + use<> {
    let grades = bands.iter().map(|(id, within)| grade(id, &[*within])).collect();
    move |parts| parts.grading = Some(grading(GradedBy::Total, grades))
}

/// The grades of Quyết định 2579/QĐ-UBND of Cần Thơ (2025), article 6.
fn cantho(parts: &mut RulebookParts) {
    grades(&[
        ("excellent", "[95;…)"),
        ("good", "[85;95)"),
        ("completed", "[75;85)"),
        ("not-completed", "(…;75)"),
    ])(parts);
    for grade in &mut parts.grading.as_mut().unwrap().grades[..2] {
        grade.requires = vec![Requirement::NoneAtZero {}];
    }
}

#[test]
fn nothing_is_doubtful_about_a_plain_rulebook() {
    assert_eq!(rulebook(|_| ()).lint(), Vec::new());
}
