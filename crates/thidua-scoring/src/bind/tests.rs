//! Every fault of evidence, with its place and its message; columns.

use thidua_criteria::{
    Criterion, Excess, Fact, FactAnswer, Figures, Formula, Item, NotAssignedPolicy,
    NothingOfNothing, Panel, RulebookParts, Unanswered,
};
use thidua_values::{Coded, Fault, Figure, Points, RatioError};

use super::*;
use crate::samples::{basis, criterion, gate, met, parts, rulebook, scaled, title};
use crate::{EvidenceParts, EvidenceValue, Member, score};

mod columns;

#[test]
fn there_is_an_end_to_what_is_held() {
    assert_eq!(cells_of(3_321, 176), Ok(584_496));
    assert_eq!(
        cells_of(1_000_000, 11).unwrap_err().to_string(),
        "expected at most 10000000 subjects times criteria, found 11000000"
    );
    assert!(cells_of(usize::MAX, 2).is_err());
}

/// A rulebook with a criterion for each kind of value, of which `own` has a gate
/// and `hill` is for one kind of subject.
fn small() -> RulebookParts {
    let nothing_of_nothing = NothingOfNothing::Zero;
    let share = Formula::Proportional { cap_percent: 100.into(), nothing_of_nothing };
    let step = "0.5".parse().unwrap();
    let judged = |panel| Formula::Judged { step, panel };
    let hill = Criterion { only_for: vec!["hill".parse().unwrap()], ..scaled("hill", 10) };
    let plain = Criterion { only_for: vec!["plain".parse().unwrap()], ..scaled("plain", 10) };
    let own = Criterion { conditions: vec![gate("plan")], ..criterion("own", 10, share) };
    let each = Points::whole(2);
    let due = "2022-11-30".parse().unwrap();
    let formulas = [
        ("count", Formula::PerItem { each }),
        ("sample", Formula::Sampled { size: 5, each }),
        ("number", Formula::NumberReached { at_least: 5.into() }),
        ("target", Formula::Leader { excess: Excess::Absolute }),
        ("single", judged(Panel::Single {})),
        ("mean", judged(Panel::Mean {})),
        ("panel", judged(Panel::TrimmedMean { each_end: 1 })),
        ("day", Formula::Lateness { due, each_day: each }),
    ];
    let mut criteria = vec![own, hill, plain, scaled("scaled", 10)];
    criteria.extend(formulas.map(|(id, formula)| criterion(id, 10, formula)));
    let items = criteria.into_iter().map(Item::Criterion).chain([met("met", 10)]);
    let fact = |id: &str, answer| Fact { id: id.parse().unwrap(), title: title(), answer };
    RulebookParts {
        kinds: vec!["hill".parse().unwrap(), "plain".parse().unwrap()],
        facts: vec![
            fact("asked", FactAnswer::YesOrNo { unanswered: Unanswered::Missing }),
            fact("satisfied", FactAnswer::Share {}),
        ],
        ..parts(120, items.collect())
    }
}

fn roster() -> Roster {
    let member = |kind: &str| Member { kind: Some(kind.parse().unwrap()), ..Member::default() };
    let subjects = [("s-0", "hill"), ("s-1", "plain")];
    subjects.into_iter().map(|(id, kind)| (id.parse().unwrap(), member(kind))).collect()
}

fn record(subject: &str, criterion: &str, value: EvidenceValue) -> EvidenceRecord {
    EvidenceRecord {
        subject: subject.parse().unwrap(),
        criterion: criterion.parse().unwrap(),
        column: Column::SelfScored,
        value,
        because: None,
        basis: basis(),
        note: None,
    }
}

fn evidence(rulebook: &Rulebook, records: Vec<EvidenceRecord>) -> EvidenceParts {
    EvidenceParts { title: title(), answers: rulebook.edition(), records }
}

#[track_caller]
fn check(records: Vec<EvidenceRecord>, expected: &[&str]) {
    let rulebook = rulebook(&small());
    let faults = Evidence::try_new(&rulebook, &roster(), &evidence(&rulebook, records));
    let faults = faults.map(|_| ()).map_err(|faults| faults.to_string());
    let expected = if expected.is_empty() { Ok(()) } else { Err(expected.join("\n")) };
    assert_eq!(faults, expected);
}

fn share(part: &str, whole: &str) -> EvidenceValue {
    EvidenceValue::Share { part: part.parse().unwrap(), whole: whole.parse().unwrap() }
}

fn number(number: &str) -> EvidenceValue {
    EvidenceValue::Number { number: number.parse().unwrap() }
}

fn target(actual: &str, target: &str) -> EvidenceValue {
    EvidenceValue::Target { actual: actual.parse().unwrap(), target: target.parse().unwrap() }
}

fn marks(marks: &[&str]) -> EvidenceValue {
    EvidenceValue::Marks { marks: marks.iter().map(|mark| mark.parse().unwrap()).collect() }
}

const MET: EvidenceValue = EvidenceValue::Met { met: true };

const NOT_ASSIGNED: EvidenceValue = EvidenceValue::NotAssigned {};

/// The fault of one value.
#[track_caller]
fn check_value(criterion: &str, value: EvidenceValue, expected: &str) {
    check(vec![record("s-0", criterion, value)], &[&format!("records[0].value: {expected}")]);
}

#[test]
fn every_impossible_value_is_refused() {
    let whole = "expected whole numbers without grouping, such as `1203`, found";
    for grouped in ["1.203", "950.5"] {
        check_value("own", share("950", grouped), &format!("{whole} `{grouped}`"));
        check_value("number", number(grouped), &format!("{whole} `{grouped}`"));
        check_value("target", target(grouped, "5"), &format!("{whole} `{grouped}`"));
        check_value("target", target("5", grouped), &format!("{whole} `{grouped}`"));
        check_value("satisfied", share(grouped, "951"), &format!("{whole} `{grouped}`"));
    }
    check_value("scaled", number("9.5"), &format!("{whole} `9.5`"));
    check_value(
        "own",
        share("5", "0"),
        "expected a whole above 0, or `0/0` where nothing was to be done, found `5/0`",
    );
    check_value("own", share("-1", "2"), "expected a part and a whole of at least 0, found `-1/2`");
    check_value(
        "sample",
        EvidenceValue::Count { count: 6 },
        "expected at most 5, which is how many there are, found 6",
    );
    check_value("scaled", number("11"), "expected 0 to 10, found 11");
    check_value("scaled", number("-1"), "expected 0 to 10, found -1");
    let least = "expected a figure of at least 0, found -1";
    check_value("target", number("-1"), least);
    check_value("target", target("-1", "5"), least);
    let no_target = "expected a target above 0; who has none is answered by a number alone, found";
    check_value("target", target("5", "0"), &format!("{no_target} 0"));
    check_value("target", target("5", "-1"), &format!("{no_target} -1"));
}

#[test]
fn every_impossible_mark_is_refused() {
    let mark = "expected 0 to 10 points in steps of 0.5, found";
    check_value("single", marks(&["10.5"]), &format!("{mark} 10.5"));
    check_value("single", marks(&["-0.5"]), &format!("{mark} -0.5"));
    check_value("mean", marks(&["5", "4.3"]), &format!("{mark} 4.3"));
    check_value("single", marks(&[]), "expected 1 mark, found 0");
    check_value("single", marks(&["4", "5"]), "expected 1 mark, found 2");
    check_value("mean", marks(&[]), "expected 1 to 1000 marks, found 0");
    check_value("panel", marks(&["4", "5"]), "expected 3 to 1000 marks, found 2");
}

#[test]
fn every_kind_of_value_is_told_from_the_others() {
    for (criterion, needed) in [
        ("own", "share"),
        ("count", "count"),
        ("sample", "count"),
        ("number", "number"),
        ("scaled", "number"),
        ("target", "target"),
        ("single", "marks"),
        ("met", "met"),
        ("plan", "met"),
        ("asked", "met"),
        ("satisfied", "share"),
    ] {
        let value = EvidenceValue::HandedIn { day: "2022-11-30".parse().unwrap() };
        let fault = format!("expected a value of kind `{needed}`, found one of kind `handed_in`");
        check_value(criterion, value, &fault);
    }
    for (value, found) in [
        (share("1", "2"), "share"),
        (EvidenceValue::Count { count: 1 }, "count"),
        (number("1"), "number"),
        (target("1", "2"), "target"),
        (marks(&["1"]), "marks"),
        (MET, "met"),
    ] {
        let fault = format!("expected a value of kind `handed_in`, found one of kind `{found}`");
        check_value("day", value, &fault);
    }
    for criterion in ["plan", "asked"] {
        let fault = "expected a value of kind `met`, found one of kind `not_assigned`";
        check_value(criterion, NOT_ASSIGNED, fault);
    }
    check_value(
        "satisfied",
        NOT_ASSIGNED,
        "expected a value of kind `share`, found one of kind `not_assigned`",
    );
}

#[test]
fn every_record_names_what_there_is_once() {
    let rulebook = rulebook(&small());
    let records = vec![
        record("s-9", "met", MET),
        record("s-0", "closed", MET),
        record("s-0", "plain", number("1")),
        record("s-0", "met", MET),
        record("s-0", "met", MET),
        record("s-1", "hill", EvidenceValue::Missing {}),
    ];
    let mut parts = evidence(&rulebook, records);
    parts.answers.edition = "2023-01-01".parse().unwrap();
    let mut roster: Vec<(SubjectId, Member)> =
        roster().members().map(|(id, member)| (id.clone(), member.clone())).collect();
    roster.push(("s-2".parse().unwrap(), Member::default()));
    let sea = Member { kind: Some("sea".parse().unwrap()), ..Member::default() };
    roster.push(("s-3".parse().unwrap(), sea));
    let faults = Evidence::try_new(&rulebook, &roster.into_iter().collect(), &parts).unwrap_err();
    let faults = faults.into_vec();
    let found: Vec<(&str, String)> = faults
        .iter()
        .map(|placed| (placed.fault.code(), format!("{}: {}", placed.place, placed.fault)))
        .collect();
    let found: Vec<(&str, &str)> =
        found.iter().map(|(code, text)| (*code, text.as_str())).collect();
    assert_eq!(
        found,
        [
            (
                "other_subject_kind",
                "the whole: expected `s-2` to be `hill` or `plain`, found no kind"
            ),
            (
                "other_subject_kind",
                "the whole: expected `s-3` to be `hill` or `plain`, found `sea`"
            ),
            (
                "other_rulebook",
                "answers: expected rulebook `small` of 2022-01-01, found `small` of 2023-01-01",
            ),
            (
                "unknown_subject",
                "records[0].subject: expected one of the subjects that are scored, found `s-9`",
            ),
            (
                "unknown_criterion",
                "records[1].criterion: expected a criterion, condition or fact of the rulebook, found `closed`",
            ),
            (
                "not_for_kind",
                "records[2].criterion: expected a subject that is `plain`, found `hill`",
            ),
            (
                "repeated_evidence",
                "records[4]: expected one record for a subject, a criterion and a column, \
                 found another for `s-0` and `met` in `self_scored`",
            ),
            (
                "not_for_kind",
                "records[5].criterion: expected a subject that is `hill`, found `plain`",
            ),
        ]
    );
}

#[test]
fn every_other_fault_has_its_code() {
    let (figure, points) = (Figure::from(1), Points::whole(1));
    let id = || "own".parse::<CriterionId>();
    let text = String::new;
    for (fault, code) in [
        (EvidenceFault::WrongKind { needed: "met", found: "share" }, "wrong_kind_of_evidence"),
        (EvidenceFault::Share(RatioError::PartOfNothing { part: figure }), "impossible_share"),
        (EvidenceFault::NotWhole(figure), "not_whole"),
        (EvidenceFault::BeyondSample { size: 1, count: 2 }, "beyond_sample"),
        (EvidenceFault::Negative(figure), "negative_figure"),
        (EvidenceFault::BeyondScale { most: figure, number: figure }, "beyond_scale"),
        (EvidenceFault::NoTarget(figure), "no_target"),
        (EvidenceFault::HowManyMarks { least: 1, most: 1, found: 2 }, "how_many_marks"),
        (EvidenceFault::Mark { most: points, step: points, mark: points }, "impossible_mark"),
        (
            EvidenceFault::UnexplainedChange { from: Column::SelfScored, to: Column::Decided },
            "unexplained_change",
        ),
        (EvidenceFault::NothingToExplain, "nothing_to_explain"),
        (
            EvidenceFault::AnsweredUnassigned {
                criterion: id().unwrap(),
                condition: id().unwrap(),
            },
            "answered_unassigned",
        ),
        (EvidenceFault::TooMany { most: 1, wanted: 2 }, "too_many_answers"),
        (EvidenceFault::NoId("No id".parse::<CriterionId>().unwrap_err()), "no_id"),
        (EvidenceFault::Unreadable { needed: text(), text: text() }, "unreadable_evidence"),
    ] {
        assert_eq!(fault.code(), code);
    }
}
