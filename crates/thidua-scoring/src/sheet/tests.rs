//! Laws of score sheets, and each fault of evidence.

use proptest::prelude::*;
use thidua_criteria::{Rulebook, strategies::rulebook};
use thidua_values::{Basis, Exact, Points};

use super::*;
use crate::strategies::{evidence_parts, roster};
use crate::{EvidenceParts, EvidenceRecord, EvidenceValue, RulebookEdition};

fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    rulebook().prop_flat_map(|rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts)
    })
}

proptest! {
    /// Law: contributions add up exactly to the total, at both ends.
    #[test]
    fn contributions_add_up_to_the_total((rulebook, parts) in scored()) {
        let evidence = Evidence::try_new(&rulebook, &roster(), &parts).unwrap();
        for sheet in score(&evidence).sheets() {
            let contributions = || {
                let lines = sheet.lines.iter().map(|line| &line.contribution);
                lines.chain(sheet.adjustments.iter().map(|adjustment| &adjustment.contribution))
            };
            prop_assert_eq!(contributions().map(|span| &span.worst).sum::<Exact>(), sheet.total.worst.clone());
            prop_assert_eq!(contributions().map(|span| &span.best).sum::<Exact>(), sheet.total.best.clone());
        }
    }

    /// Law: a line earns from nothing to its maximum, and a settled line earns
    /// one number.
    #[test]
    fn lines_stay_within_their_maximum((rulebook, parts) in scored()) {
        let evidence = Evidence::try_new(&rulebook, &roster(), &parts).unwrap();
        for line in score(&evidence).sheets().flat_map(|sheet| &sheet.lines) {
            let Span { worst, best } = &line.contribution;
            prop_assert!(!worst.is_negative() && worst <= best && *best <= Exact::from(line.maximum), "{:?}", line);
            prop_assert!(!line.is_settled() || line.contribution.is_exact());
        }
    }

    /// Law: the order of records changes no sheet.
    #[test]
    fn order_of_records_changes_nothing(
        (rulebook, parts, shuffled) in scored().prop_flat_map(|(rulebook, parts)| {
            let shuffled = Just(parts.records.clone()).prop_shuffle();
            (Just(rulebook), Just(parts), shuffled)
        }),
    ) {
        let shuffled = EvidenceParts { records: shuffled, ..parts.clone() };
        let (a, b) = (
            Evidence::try_new(&rulebook, &roster(), &parts).unwrap(),
            Evidence::try_new(&rulebook, &roster(), &shuffled).unwrap(),
        );
        prop_assert!(score(&a).sheets().eq(score(&b).sheets()));
    }

    /// Law: new evidence only narrows the total.
    #[test]
    fn new_evidence_narrows_the_total((rulebook, parts) in scored(), keep in prop::collection::vec(any::<bool>(), 200)) {
        let mut fewer = parts.clone();
        let mut kept = keep.into_iter().cycle();
        fewer.records.retain(|_| kept.next().unwrap());
        let (before, after) = (
            Evidence::try_new(&rulebook, &roster(), &fewer).unwrap(),
            Evidence::try_new(&rulebook, &roster(), &parts).unwrap(),
        );
        for (wide, narrow) in score(&before).sheets().zip(score(&after).sheets()) {
            prop_assert!(wide.total.worst <= narrow.total.worst && narrow.total.best <= wide.total.best);
            prop_assert!(wide.coverage.settled <= narrow.coverage.settled);
        }
    }

    /// Law: a proportional line never falls when its part rises.
    #[test]
    fn more_of_a_share_never_earns_less((rulebook, parts) in scored(), more in 1_u32..3) {
        let mut raised = parts.clone();
        for record in &mut raised.records {
            if let EvidenceValue::Share { part, whole } = &mut record.value && !whole.is_zero() {
                let risen = Exact::from(*part) + Exact::from(i64::from(more));
                *part = risen.to_string().parse().unwrap();
            }
        }
        let (before, after) = (
            Evidence::try_new(&rulebook, &roster(), &parts).unwrap(),
            Evidence::try_new(&rulebook, &roster(), &raised).unwrap(),
        );
        for (low, high) in score(&before).sheets().zip(score(&after).sheets()) {
            prop_assert!(low.total.worst <= high.total.worst && low.total.best <= high.total.best);
        }
    }
}

/// A rulebook of one sampled criterion of 20 points behind a gate, and one
/// proportional criterion of 10 points, capped at 100 %.
fn small() -> Rulebook {
    use thidua_criteria::{
        Condition, Criterion, Figures, Formula, Item, MissingPolicy, NotAssignedPolicy,
        RulebookParts, Section,
    };
    let title = thidua_values::Text {
        vi: "Tiêu chí".parse().unwrap(),
        en: "A criterion".parse().unwrap(),
    };
    let criterion = |id: &str, points, conditions, formula| {
        Item::Criterion(Criterion {
            id: id.parse().unwrap(),
            ordinal: "1".parse().unwrap(),
            title: title.clone(),
            points: Points::whole(points),
            serves: "any".parse().unwrap(),
            conditions,
            figures: Figures::Whole,
            formula,
        })
    };
    let gate = Condition::Gate { id: "plan".parse().unwrap(), title: title.clone() };
    let sampled = Formula::Sampled { size: 50, each: "0.4".parse().unwrap() };
    let share = Formula::Proportional {
        cap_percent: "100".parse().unwrap(),
        nothing_of_nothing: NotAssignedPolicy::Zero,
    };
    let items = vec![
        criterion("asked", 20, vec![gate], sampled),
        criterion("opened", 10, Vec::new(), share),
    ];
    Rulebook::try_new(RulebookParts {
        id: "small".parse().unwrap(),
        title: title.clone(),
        basis: Basis::Illustrative { note: "a test".parse().unwrap() },
        campaign: "any".parse().unwrap(),
        during: thidua_values::Period::starting("2022-01-01".parse().unwrap()),
        points: Points::whole(30),
        bonus_points: Points::ZERO,
        rounding: RoundingRule::PerItem {
            rounding: Rounding {
                mode: thidua_values::RoundingMode::HalfUp,
                step: "0.01".parse().unwrap(),
            },
        },
        missing: MissingPolicy::Refuse {},
        not_assigned: NotAssignedPolicy::Zero,
        sections: vec![Section {
            id: "main".parse().unwrap(),
            ordinal: "I".parse().unwrap(),
            title: title.clone(),
            part: SectionPart::Scale,
            points: Points::whole(30),
            items,
        }],
        tie_breaks: Vec::new(),
    })
    .unwrap()
}

fn share(part: u32, whole: u32) -> EvidenceValue {
    EvidenceValue::Share { part: part.into(), whole: whole.into() }
}

fn parts(values: &[(&str, &str, EvidenceValue)]) -> EvidenceParts {
    let rulebook = small();
    let records = values.iter().map(|(subject, criterion, value)| EvidenceRecord {
        subject: subject.parse().unwrap(),
        criterion: criterion.parse().unwrap(),
        value: value.clone(),
        basis: Basis::Illustrative { note: "a test".parse().unwrap() },
        note: None,
    });
    EvidenceParts {
        title: rulebook.parts().title.clone(),
        answers: RulebookEdition {
            rulebook: rulebook.parts().id.clone(),
            edition: rulebook.edition(),
        },
        records: records.collect(),
    }
}

/// What `s-0` earns on each line, and the codes of the reasons.
#[track_caller]
fn check(values: &[(&str, EvidenceValue)], expected: &[(&str, &str, &str)]) {
    use thidua_values::Coded;
    let rulebook = small();
    let values: Vec<_> =
        values.iter().map(|(criterion, value)| ("s-0", *criterion, value.clone())).collect();
    let evidence = Evidence::try_new(&rulebook, &roster(), &parts(&values)).unwrap();
    let scores = score(&evidence);
    let sheet = scores.sheet(&"s-0".parse().unwrap()).unwrap();
    let lines = sheet.lines.iter().map(|line| {
        (
            line.contribution.worst.to_string(),
            line.contribution.best.to_string(),
            line.reason.code(),
        )
    });
    let lines: Vec<_> = lines.collect();
    let lines: Vec<_> =
        lines.iter().map(|(worst, best, code)| (worst.as_str(), best.as_str(), *code)).collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_sample_behind_an_open_gate_counts() {
    check(
        &[
            ("plan", EvidenceValue::Met { met: true }),
            ("asked", EvidenceValue::Count { count: 43 }),
            ("opened", share(4375, 5121)),
        ],
        &[("17.2", "17.2", "sample"), ("8.54", "8.54", "proportion")],
    );
}

#[test]
fn a_closed_gate_earns_nothing() {
    for answer in [EvidenceValue::Met { met: false }, EvidenceValue::NoProof {}] {
        check(
            &[
                ("plan", answer),
                ("asked", EvidenceValue::Count { count: 43 }),
                ("opened", share(6, 5)),
            ],
            &[("0", "0", "gate_closed"), ("10", "10", "capped")],
        );
    }
}

#[test]
fn the_four_kinds_of_nothing_differ() {
    check(
        &[("asked", EvidenceValue::Count { count: 43 })],
        &[("0", "17.2", "gate_unanswered"), ("0", "10", "missing")],
    );
    check(
        &[("asked", EvidenceValue::NotAssigned {}), ("opened", EvidenceValue::NoProof {})],
        &[("0", "0", "not_assigned"), ("0", "0", "no_proof")],
    );
    check(&[("opened", share(0, 0))], &[("0", "20", "missing"), ("0", "0", "nothing_of_nothing")]);
}

#[test]
fn grouped_numbers_are_not_read_as_decimals() {
    for whole in ["1.203", "1.000"] {
        let value = EvidenceValue::Share { part: 950.into(), whole: whole.parse().unwrap() };
        let faults = Evidence::try_new(&small(), &roster(), &parts(&[("s-0", "opened", value)]))
            .map(|_| ())
            .unwrap_err();
        assert_eq!(
            faults.to_string(),
            format!(
                "records[0].value: expected whole numbers without grouping, such as `1203`, found `{whole}`"
            )
        );
    }
}

#[test]
fn all_faults_of_evidence_are_reported_at_once() {
    let mut parts = parts(&[
        ("s-9", "opened", share(1, 2)),
        ("s-0", "closed", share(1, 2)),
        ("s-0", "opened", EvidenceValue::Count { count: 3 }),
        ("s-0", "asked", EvidenceValue::Count { count: 51 }),
        ("s-0", "opened", share(5, 0)),
        ("s-0", "plan", EvidenceValue::NotAssigned {}),
        ("s-1", "plan", EvidenceValue::Met { met: false }),
        ("s-1", "asked", EvidenceValue::NotAssigned {}),
    ]);
    parts.answers.edition = "2023-01-01".parse().unwrap();
    let rulebook = small();
    assert_eq!(
        Evidence::try_new(&rulebook, &roster(), &parts).unwrap_err().to_string(),
        "answers: expected rulebook `small` of 2022-01-01, found `small` of 2023-01-01\n\
         records[0].subject: expected one of the subjects that are scored, found `s-9`\n\
         records[1].criterion: expected a criterion or condition of the rulebook, found `closed`\n\
         records[2].value: expected a value of kind `share`, found one of kind `count`\n\
         records[3].value: expected at most 50 confirmed, the size of the sample, found 51\n\
         records[4]: expected one record for a subject and a criterion, found another for `s-0` and `opened`\n\
         records[4].value: expected a whole above 0, or `0/0` where nothing was to be done, found `5/0`\n\
         records[5].value: expected a value of kind `met`, found one of kind `not_assigned`\n\
         records[6]: expected no answer to the conditions of `asked`, which is not assigned, \
         found an answer to `plan`"
    );
}
