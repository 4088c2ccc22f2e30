//! Each grade outcome, requirement, cap and disqualifier, also while evidence is missing.

use thidua_criteria::{
    Bound, Combine, Criterion, Disqualifier, Each, Fact, FactAnswer, Formula, Grade, GradeBand,
    GradeCap, GradedBy, Grading, Interval, Item, NotAssignedPolicy, Requirement, RulebookParts,
    TotalLimits, Unanswered,
};
use thidua_values::{Coded, Points};

use crate::samples::{before, criterion, group, met, part, parts, scaled, sheet, title};
use crate::{GradeOutcome, ScoreSheet};

mod requirements;

fn from(percent: u32) -> Interval {
    Interval { low: Some(Bound { at: percent.into(), included: true }), high: None }
}

fn grade(id: &str, low: u32, requires: Vec<Requirement>) -> Grade {
    let bands = vec![GradeBand { only_for: Vec::new(), within: from(low) }];
    Grade { id: id.parse().unwrap(), title: title(), bands, requires }
}

/// Grades `good` from 80 and `fair` from 50 of two criteria `a` and `b`, each a
/// score from 0 to 10 that is worth 50 points; `good` asks for more.
fn graded(requires: Vec<Requirement>) -> RulebookParts {
    let items = vec![Item::Criterion(scaled("a", 50)), Item::Criterion(scaled("b", 50))];
    let grades = vec![grade("good", 80, requires), grade("fair", 50, Vec::new())];
    let grading = Grading { by: GradedBy::Total, grades, caps: Vec::new() };
    RulebookParts { grading: Some(grading), ..parts(100, items) }
}

fn fact(id: &str, answer: FactAnswer) -> Fact {
    Fact { id: id.parse().unwrap(), title: title(), answer }
}

const ASKED: FactAnswer = FactAnswer::YesOrNo { unanswered: Unanswered::Missing };

const REPORTED: FactAnswer = FactAnswer::YesOrNo { unanswered: Unanswered::No };

/// The outcome in one line: the grades that are possible, and what is missed.
fn shown(sheet: &ScoreSheet) -> String {
    let missed = |missed: &[crate::MissedGrade]| {
        missed.iter().fold(String::new(), |text, missed| text + " not " + missed.grade.as_str())
    };
    match sheet.grade.as_ref().unwrap() {
        GradeOutcome::Given { grade, limited: None, missed: list } => {
            format!("{grade}{}", missed(list))
        }
        GradeOutcome::Given { grade, limited: Some(limited), missed: list } => {
            format!("{grade} from {} by {}{}", limited.from, limited.by, missed(list))
        }
        GradeOutcome::NoneFits { missed: list } => format!("none{}", missed(list)),
        GradeOutcome::Disqualified { grade } => {
            let grade = grade.as_ref().map_or("none", |grade| grade.as_str());
            format!("disqualified {grade}")
        }
        GradeOutcome::Open { possible, or_none } => {
            let possible: Vec<&str> = possible.iter().map(thidua_values::GradeId::as_str).collect();
            format!("{}{}?", possible.join(" or "), if *or_none { " or none" } else { "" })
        }
    }
}

#[track_caller]
fn check(parts: &RulebookParts, rows: &[(&[(&str, &str)], &str)]) {
    for (values, expected) in rows {
        assert_eq!(shown(&sheet(parts, values)), *expected, "{values:?}");
    }
}

#[test]
fn the_first_band_that_holds_the_total_gives_the_grade() {
    check(
        &graded(Vec::new()),
        &[
            (&[("a", "8"), ("b", "8")], "good"),
            (&[("a", "8"), ("b", "7")], "fair"),
            (&[("a", "4"), ("b", "5")], "none"),
            (&[("a", "10")], "good or fair?"),
            (&[("a", "5")], "fair or none?"),
            (&[("a", "8")], "good or fair or none?"),
            (&[], "good or fair or none?"),
        ],
    );
}

#[test]
fn only_what_the_bands_leave_out_may_be_without_a_grade() {
    let mut parts = graded(Vec::new());
    let grades = &mut parts.grading.as_mut().unwrap().grades;
    grades[1].bands[0].within.high = Some(Bound { at: 80.into(), included: false });
    let mut poor = grade("poor", 0, Vec::new());
    poor.bands[0].within.high = Some(Bound { at: 50.into(), included: false });
    grades.push(poor);
    check(
        &parts,
        &[
            (&[("a", "8")], "good or fair or poor?"),
            (&[("a", "5")], "fair or poor?"),
            (&[], "good or fair or poor?"),
        ],
    );
    // Exactly 80 has no grade.
    parts.grading.as_mut().unwrap().grades[0].bands[0].within.low.as_mut().unwrap().included =
        false;
    check(
        &parts,
        &[
            (&[("a", "8")], "good or fair or poor or none?"),
            (&[("a", "6")], "fair or poor or none?"),
            (&[("a", "5")], "fair or poor?"),
            (&[("a", "10"), ("b", "6")], "none"),
        ],
    );
}

#[test]
fn a_grade_that_a_better_one_certainly_takes_is_not_possible() {
    let mut parts = graded(Vec::new());
    let within_good = Interval { high: Some(Bound { at: 90.into(), included: true }), ..from(80) };
    let bands = vec![GradeBand { only_for: Vec::new(), within: within_good }];
    parts.grading.as_mut().unwrap().grades[1].bands = bands;
    check(&parts, &[(&[("a", "8")], "good or none?"), (&[("a", "10")], "good or none?")]);
}

#[test]
fn a_kind_may_have_a_band_of_its_own() {
    let mut parts = graded(Vec::new());
    parts.kinds = vec!["mountain".parse().unwrap(), "plain".parse().unwrap()];
    let own = GradeBand { only_for: vec!["mountain".parse().unwrap()], within: from(70) };
    parts.grading.as_mut().unwrap().grades[0].bands.push(own);
    let rulebook = crate::samples::rulebook(&parts);
    for (kind, expected) in [("mountain", "good"), ("plain", "fair")] {
        let member =
            crate::Member { kind: Some(kind.parse().unwrap()), ..crate::Member::default() };
        let roster = [("s-0".parse().unwrap(), member)].into_iter().collect();
        let row = |criterion, text| crate::Row { subject: "s-0", criterion, text };
        let rows = [row("a", "7"), row("b", "7")];
        let basis = crate::samples::basis();
        let evidence =
            crate::Evidence::from_rows(&rulebook, &roster, &rulebook.edition(), &rows, &basis);
        let evidence = evidence.unwrap();
        let scores = crate::score(&evidence);
        assert_eq!(shown(scores.sheets().next().unwrap()), expected);
    }
}

#[test]
fn a_cap_limits_the_grade() {
    let caps = |answer| {
        let mut parts = graded(Vec::new());
        parts.facts = vec![fact("f", answer)];
        parts.grading.as_mut().unwrap().caps =
            vec![GradeCap { fact: "f".parse().unwrap(), at_most: "fair".parse().unwrap() }];
        parts
    };
    let rows = |a, f| [("a", a), ("b", "10"), ("f", f)];
    check(
        &caps(ASKED),
        &[
            (&rows("10", "met"), "fair from good by f"),
            (&rows("10", "not_met"), "good"),
            (&rows("2", "met"), "fair"),
            (&rows("10", ""), "good or fair?"),
            (&rows("2", ""), "fair"),
            (&[("b", "2"), ("a", "2"), ("f", "met")], "none"),
        ],
    );
    check(
        &caps(REPORTED),
        &[(&rows("10", ""), "good"), (&rows("10", "met"), "fair from good by f")],
    );
}

fn disqualified(answers: &[FactAnswer], grades: &[Option<&str>]) -> RulebookParts {
    let mut parts = graded(Vec::new());
    let id = |position: usize| format!("f-{position}");
    parts.facts = answers.iter().enumerate().map(|(at, answer)| fact(&id(at), *answer)).collect();
    let disqualifiers = grades.iter().enumerate().map(|(at, grade)| Disqualifier {
        fact: id(at).parse().unwrap(),
        grade: grade.map(|grade| grade.parse().unwrap()),
    });
    parts.disqualifiers = disqualifiers.collect();
    parts
}

#[test]
fn what_disqualifies_leaves_its_grade_or_none() {
    let rows = |value| [("a", "10"), ("b", "10"), ("f-0", value)];
    check(
        &disqualified(&[ASKED], &[None]),
        &[
            (&rows("met"), "disqualified none"),
            (&rows("not_met"), "good"),
            (&rows("no_proof"), "good"),
            (&rows(""), "good or none?"),
        ],
    );
    check(
        &disqualified(&[ASKED], &[Some("fair")]),
        &[(&rows("met"), "disqualified fair"), (&rows(""), "good or fair?")],
    );
    check(
        &disqualified(&[REPORTED], &[None]),
        &[(&rows("met"), "disqualified none"), (&rows(""), "good")],
    );
    let sheet = sheet(&disqualified(&[REPORTED], &[None]), &rows("met"));
    assert_eq!(sheet.disqualified_by, ["f-0".parse().unwrap()]);
    assert!(sheet.open_facts.is_empty());
}

#[test]
fn the_worst_that_disqualifies_counts_also_if_it_is_open() {
    let parts = |grades| disqualified(&[ASKED, ASKED], grades);
    let rows = |first, second| [("a", "10"), ("b", "10"), ("f-0", first), ("f-1", second)];
    check(
        &parts(&[Some("good"), Some("fair")]),
        &[
            (&rows("met", "met"), "disqualified fair"),
            (&rows("met", "not_met"), "disqualified good"),
            (&rows("met", ""), "good or fair?"),
            (&rows("", "met"), "disqualified fair"),
        ],
    );
    check(
        &parts(&[Some("fair"), None]),
        &[
            (&rows("met", "met"), "disqualified none"),
            (&rows("met", ""), "fair or none?"),
            (&rows("", "met"), "disqualified none"),
        ],
    );
}

#[test]
fn a_percentage_is_of_what_could_be_earned() {
    let mut parts = graded(Vec::new());
    parts.grading.as_mut().unwrap().by = GradedBy::Percent;
    parts.not_assigned = NotAssignedPolicy::Exclude;
    check(
        &parts,
        &[
            (&[("a", "8"), ("b", "not_assigned")], "good"),
            (&[("a", "8"), ("b", "0")], "none"),
            // Not assigned at 100 %, else from 50 to 100.
            (&[("a", "10")], "good or fair?"),
            // Not assigned at 20 %, else from 10 to 60.
            (&[("a", "2")], "fair or none?"),
            (&[("a", "not_assigned"), ("b", "not_assigned")], "none"),
            (&[], "good or fair or none?"),
        ],
    );
}

#[test]
fn a_percentage_may_leave_the_ends_that_the_total_has() {
    let mut parts = graded(Vec::new());
    parts.grading.as_mut().unwrap().by = GradedBy::Percent;
    parts.not_assigned = NotAssignedPolicy::Exclude;
    // From 50 to 75 of 100, but 50 of 50 if `b` is not assigned.
    let capped = TotalLimits { at_least: None, at_most: Some(Points::whole(75)) };
    let limited = RulebookParts { total: capped, ..parts.clone() };
    check(
        &limited,
        &[
            (&[("a", "10")], "good or fair?"),
            (&[("a", "10"), ("b", "10")], "fair"),
            (&[("a", "10"), ("b", "not_assigned")], "good"),
        ],
    );
    // From -45 to 5 of 100, but -45 of 50 if `b` is not assigned.
    parts.deductions = Some(part(45, vec![met("d", 45)]));
    let mut poor = grade("poor", 0, Vec::new());
    poor.bands[0].within.low = Some(Bound { at: "-50".parse().unwrap(), included: true });
    parts.grading.as_mut().unwrap().grades.push(poor);
    check(
        &parts,
        &[
            (&[("a", "0"), ("d", "met")], "poor or none?"),
            (&[("a", "0"), ("b", "10"), ("d", "met")], "poor"),
            (&[("a", "0"), ("b", "0"), ("d", "met")], "poor"),
            (&[("a", "0"), ("b", "not_assigned"), ("d", "met")], "none"),
        ],
    );
}

#[test]
fn every_outcome_has_its_words() {
    let parts = disqualified(&[REPORTED, REPORTED], &[None, Some("fair")]);
    let mut limited = parts.clone();
    limited.disqualifiers.pop();
    limited.grading.as_mut().unwrap().caps =
        vec![GradeCap { fact: "f-1".parse().unwrap(), at_most: "fair".parse().unwrap() }];
    let mut asking = graded(vec![Requirement::NoneAtZero {}]);
    asking.grading.as_mut().unwrap().grades.pop();
    let full = [("a", "10"), ("b", "10")];
    let fact = |id| [full[0], full[1], (id, "met")];
    let zero = [("a", "0"), ("b", "10")];
    let mut low = asking.clone();
    low.grading.as_mut().unwrap().grades[0].bands[0].within = from(50);
    for (parts, rows, code, vi, en) in [
        (&parts, &full[..], "given", "xếp loại `good`", "grade `good`"),
        (
            &limited,
            &fact("f-1"),
            "limited",
            "hạ bậc từ `good` xuống `fair` do `f-1`",
            "grade `fair` instead of `good` because of `f-1`",
        ),
        (
            &asking,
            &zero,
            "none_fits",
            "không xếp được loại: không có khoảng điểm phù hợp",
            "no grade: no band holds the total",
        ),
        (
            &low,
            &zero,
            "none_fits",
            "không xếp được loại: thiếu điều kiện kèm theo",
            "no grade: what the grades ask besides is missed",
        ),
        (
            &parts,
            &fact("f-1"),
            "disqualified",
            "bị loại trừ, xếp loại `fair`",
            "disqualified, so grade `fair`",
        ),
        (
            &parts,
            &fact("f-0"),
            "disqualified",
            "bị loại trừ, không xếp loại",
            "disqualified, so no grade",
        ),
        (&parts, &full[..1], "open", "chưa xác định được mức xếp loại", "the grade is still open"),
    ] {
        let sheet = sheet(parts, rows);
        let outcome = sheet.grade.as_ref().unwrap();
        let words = outcome.words();
        assert_eq!((outcome.code(), words.vi.as_str(), words.en.as_str()), (code, vi, en));
    }
    let missed = sheet(&low, &zero).grade;
    let Some(GradeOutcome::NoneFits { missed }) = missed else { unreachable!() };
    assert_eq!(missed[0].requires, [Requirement::NoneAtZero {}]);
}
