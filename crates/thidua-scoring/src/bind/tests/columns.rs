//! What columns of evidence have to say.

use super::*;

fn in_column(column: Column, because: Option<&str>, record: EvidenceRecord) -> EvidenceRecord {
    EvidenceRecord { column, because: because.map(|why| why.parse().unwrap()), ..record }
}

#[test]
fn a_column_that_differs_says_why() {
    let own = || record("s-0", "number", number("4"));
    let later = |because, value: &str| {
        in_column(Column::Appraised, because, record("s-0", "number", number(value)))
    };
    check(vec![own(), later(None, "4")], &[]);
    check(vec![own(), later(Some("counted again"), "5")], &[]);
    check(vec![later(None, "5")], &[]);
    check(
        vec![later(None, "5"), own()],
        &["records[0].because: expected a reason, since column `appraised` differs from column \
           `self_scored`, found none"],
    );
    // Why a later column leaves what was said, or is the first to say anything, may be told.
    check(vec![own(), later(Some("kept after a second count"), "4")], &[]);
    check(vec![later(Some("found at the inspection"), "4")], &[]);
    check(
        vec![in_column(Column::SelfScored, Some("first"), own())],
        &["records[0].because: expected no reason, since no column comes before, found one"],
    );
    // Marks are a set.
    let same = in_column(Column::Decided, None, record("s-0", "mean", marks(&["5", "4"])));
    check(vec![record("s-0", "mean", marks(&["4", "5"])), same], &[]);
    // Of what is refused nobody can say whether it differs.
    let refused = in_column(Column::Decided, None, record("s-0", "number", number("1.5")));
    check(
        vec![own(), refused],
        &["records[1].value: expected whole numbers without grouping, such as `1203`, found `1.5`"],
    );
}

#[test]
fn what_is_not_assigned_has_no_answered_conditions_as_of_any_column() {
    let own = |value| record("s-0", "own", value);
    let plan = |value| record("s-0", "plan", value);
    let later = |record| in_column(Column::Appraised, Some("appraised"), record);
    let added = |record| in_column(Column::Appraised, None, record);
    let refused = |position: usize| {
        format!(
            "records[{position}]: expected no answer to the conditions of `own`, which is not \
             assigned, found an answer to `plan`"
        )
    };
    let some = || share("1", "2");
    check(vec![own(NOT_ASSIGNED), plan(EvidenceValue::Missing {})], &[]);
    for answer in [MET, EvidenceValue::Met { met: false }, EvidenceValue::NoProof {}] {
        check(vec![plan(answer), own(NOT_ASSIGNED)], &[&refused(0)]);
    }
    // Assigned by a later column, which answers the condition too.
    check(vec![own(NOT_ASSIGNED), later(own(some())), added(plan(MET))], &[]);
    // Not assigned by a later column, which has to take the answer back.
    check(vec![own(some()), plan(MET), later(own(NOT_ASSIGNED))], &[&refused(1)]);
    let taken_back = later(plan(EvidenceValue::Missing {}));
    check(vec![own(some()), plan(MET), later(own(NOT_ASSIGNED)), taken_back], &[]);
    check(vec![own(NOT_ASSIGNED), added(plan(MET))], &[&refused(1)]);
    // The other subject is another matter.
    check(vec![own(NOT_ASSIGNED), record("s-1", "plan", MET)], &[]);
}

#[test]
fn the_last_column_that_says_anything_counts() {
    let rulebook = rulebook(&RulebookParts {
        not_assigned: NotAssignedPolicy::Zero,
        ..parts(
            10,
            vec![Item::Criterion(Criterion { figures: Figures::Decimal, ..scaled("own", 10) })],
        )
    });
    let roster: Roster = [SubjectId::clone(&"s-0".parse().unwrap())].into_iter().collect();
    let own = |value| record("s-0", "own", number(value));
    let records = vec![
        in_column(Column::Decided, Some("the vote"), own("6")),
        own("8"),
        in_column(Column::Appraised, Some("the books"), own("7.5")),
        in_column(Column::CrossScored, None, own("8")),
    ];
    let parts = evidence(&rulebook, records);
    for (column, earned, because) in [
        (Column::SelfScored, "8", None),
        (Column::CrossScored, "8", None),
        (Column::Appraised, "7.5", Some("the books")),
        (Column::Decided, "6", Some("the vote")),
    ] {
        let evidence = Evidence::up_to(&rulebook, &roster, &parts, column).unwrap();
        let scores = score(&evidence);
        let line = &scores.sheets().next().unwrap().lines[0];
        assert_eq!(crate::samples::text(&line.earned), earned);
        let answer = line.answer.as_ref().unwrap();
        assert_eq!(answer.column, column);
        assert_eq!(answer.because.as_ref().map(thidua_values::Phrase::as_str), because);
    }
}

#[test]
fn every_column_has_its_words() {
    for (column, code, vi, en) in [
        (Column::SelfScored, "self_scored", "tự chấm", "self-scored"),
        (Column::CrossScored, "cross_scored", "chấm chéo", "cross-scored"),
        (Column::Appraised, "appraised", "thẩm định", "appraised"),
        (Column::Decided, "decided", "quyết định", "decided"),
    ] {
        let words = column.words();
        assert_eq!((column.code(), words.vi.as_str(), words.en.as_str()), (code, vi, en));
    }
}
