//! Who has no place, and why.

use super::*;

fn disqualifying(missing: MissingPolicy) -> RulebookParts {
    let mut parts = samples::parts(10, vec![Item::Criterion(samples::scaled("own", 10))]);
    let fact = |id: &str, unanswered| Fact {
        id: id.parse().unwrap(),
        title: samples::title(),
        answer: FactAnswer::YesOrNo { unanswered },
    };
    parts.facts = vec![fact("asked", Unanswered::Missing), fact("reported", Unanswered::No)];
    parts.disqualifiers = parts
        .facts
        .iter()
        .map(|fact| Disqualifier { fact: fact.id.clone(), grade: None })
        .collect();
    RulebookParts { missing, ..parts }
}

#[test]
fn who_is_disqualified_is_scored_and_has_no_place() {
    let rows = [
        ("s-0", "own", "10"),
        ("s-0", "asked", "met"),
        ("s-0", "reported", "met"),
        ("s-1", "own", "9"),
        ("s-1", "asked", "not_met"),
        ("s-2", "own", "8"),
        ("s-2", "asked", "no_proof"),
        ("s-3", "own", "7"),
    ];
    let subjects = ["s-0", "s-1", "s-2", "s-3"];
    let standing = stand(&disqualifying(MissingPolicy::Refuse {}), &subjects, &rows);
    assert_eq!(places(&standing), ["1: s-1", "2: s-2"]);
    let reasons: Vec<(&str, String)> = standing
        .unranked
        .iter()
        .map(|unranked| (unranked.subject.as_str(), unranked.reason.words().en))
        .collect();
    assert_eq!(
        reasons,
        [
            ("s-0", "disqualified by `asked`, `reported`".to_owned()),
            ("s-3", "evidence is missing for `asked`".to_owned()),
        ]
    );
    // By the worst it would be disqualified, but it may yet stand before or behind others.
    let standing = stand(&disqualifying(MissingPolicy::CountAsWorst {}), &subjects, &rows);
    assert_eq!(places(&standing), ["1: s-1", "2: s-2"]);
    let open = &standing.unranked[1];
    assert_eq!(open.subject.as_str(), "s-3");
    assert_eq!(
        open.reason,
        UnrankedReason::DisqualifierOpen { facts: vec!["asked".parse().unwrap()] }
    );
    assert!(open.reason.is_open() && !standing.unranked[0].reason.is_open());
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(subject, criterion, text)| {
            (subject, criterion, if text == "7" { "8" } else { text })
        })
        .collect();
    let standing = stand(&disqualifying(MissingPolicy::CountAsWorst {}), &subjects, &rows);
    assert_eq!(places(&standing), ["1: s-1", "2: s-2 (2 to 3)"]);
}

#[test]
fn every_reason_to_have_no_place_has_its_words() {
    let criteria = || vec!["a".parse().unwrap(), "b".parse().unwrap()];
    for (reason, code, vi, en) in [
        (
            UnrankedReason::Disqualified { facts: criteria() },
            "disqualified",
            "bị loại trừ do `a`, `b`",
            "disqualified by `a`, `b`",
        ),
        (
            UnrankedReason::MissingEvidence { criteria: criteria() },
            "missing_evidence",
            "chưa có số liệu `a`, `b`",
            "evidence is missing for `a`, `b`",
        ),
        (
            UnrankedReason::MissingEvidence { criteria: Vec::new() },
            "missing_evidence",
            "còn thiếu số liệu của đơn vị khác trong cụm",
            "evidence of others in the cluster is missing",
        ),
        (
            UnrankedReason::DisqualifierOpen { facts: criteria() },
            "disqualifier_open",
            "chưa có trả lời về tiêu chí loại trừ `a`, `b`",
            "nobody answered whether it is disqualified by `a`, `b`",
        ),
        (
            UnrankedReason::AwaitedEvidence { criteria: criteria(), until: today() },
            "awaited_evidence",
            "chờ số liệu `a`, `b` đến 08/11/2022",
            "evidence for `a`, `b` is awaited until 2022-11-08",
        ),
        (
            UnrankedReason::AwaitedEvidence { criteria: Vec::new(), until: today() },
            "awaited_evidence",
            "chờ số liệu của đơn vị khác trong cụm đến 08/11/2022",
            "evidence of others in the cluster is awaited until 2022-11-08",
        ),
    ] {
        let words = reason.words();
        assert_eq!((reason.code(), words.vi.as_str(), words.en.as_str()), (code, vi, en));
    }
}
