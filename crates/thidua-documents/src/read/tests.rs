//! What is read is right, what is not says why, and nothing panics.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};
use thidua_awards::{AwardRules, Candidacies, MoneySchedule};
use thidua_criteria::{Campaign, Rulebook};
use thidua_figures::Catalogue;
use thidua_organisation::{Organisation, UnitLists};
use thidua_scoring::EvidenceParts;
use thidua_season::Season;

use super::*;
use crate::write;

/// A document of each kind, as published in `examples/data`.
macro_rules! example {
    ($name:literal) => {
        example!("hanoi-2022", $name)
    };
    ($folder:literal, $name:literal) => {
        include_str!(concat!("../../../../examples/data/", $folder, "/", $name, ".json"))
    };
}

fn problems<D: Document>(document: &str) -> Vec<String> {
    let problems = read::<D>(document.as_bytes(), &Limits::default()).err();
    let problems = problems.iter().flat_map(Problems::as_slice);
    problems.map(ToString::to_string).collect()
}

fn evidence_and_rulebook() -> impl Strategy<Value = EvidenceParts> {
    thidua_criteria::strategies::rulebook()
        .prop_flat_map(|rulebook| thidua_scoring::strategies::evidence_parts(&rulebook))
}

pub(super) fn parts<D: Document>(document: &str) -> D {
    read(document.as_bytes(), &Limits::default()).unwrap()
}

pub(super) fn reads_back<D: Document + PartialEq + std::fmt::Debug>(value: &D) {
    let text = write(value);
    assert_eq!(read::<D>(text.as_bytes(), &Limits::default()).as_ref(), Ok(value), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Law: reading what was written gives the same rulebook.
    #[test]
    fn reading_undoes_writing_of_rulebooks(rulebook in thidua_criteria::strategies::rulebook()) {
        reads_back(&rulebook);
    }

    /// Law: reading what was written gives the same organisation.
    #[test]
    fn reading_undoes_writing_of_organisations(
        organisation in thidua_organisation::strategies::organisation(),
    ) {
        reads_back(&organisation);
    }

    /// Law: reading what was written gives the same lists of units, in canonical order.
    #[test]
    fn reading_undoes_writing_of_unit_lists(
        lists in thidua_organisation::strategies_lists::unit_lists(),
    ) {
        reads_back(&lists.canonical());
    }

    /// Law: reading what was written gives the same evidence, in canonical order.
    #[test]
    fn reading_undoes_writing_of_evidence(evidence in evidence_and_rulebook()) {
        reads_back(&evidence.canonical());
    }
}

#[test]
fn reading_undoes_writing_of_published_documents() {
    reads_back(&parts::<Organisation>(example!("organisation")));
    reads_back(&parts::<Catalogue>(example!("indicators", "indicator-catalogue")));
    reads_back(&parts::<Campaign>(example!("campaign")));
    reads_back(&parts::<Rulebook>(example!("rulebook")));
    reads_back(&parts::<AwardRules>(example!("award-rules")));
    reads_back(&parts::<AwardRules>(example!("award-a-cluster", "award-rules")));
    reads_back(&parts::<Candidacies>(example!("award-a-cluster", "candidacies")));
    reads_back(&parts::<MoneySchedule>(example!("award-a-cluster", "money-schedule")));
    reads_back(&parts::<Season>(example!("season")));
    reads_back(&parts::<UnitLists>(example!("hanoi-history", "unit-lists")).canonical());
    reads_back(&parts::<EvidenceParts>(example!("evidence")).canonical());
}

/// Whether the parts of a document fit its shape, and whether they are read
/// without asking it.
fn verdicts<D: Document>(document: &Json) -> (bool, bool) {
    let text = document.to_string();
    let by_shape = parts_within::<D>(&text, Extent::of(&text), &Limits::default()).is_ok();
    (by_shape, serde_json::from_value::<D::Parts>(document[D::FIELD].clone()).is_ok())
}

/// All places of a value that can be changed.
fn places(value: &Json, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Json::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(index, value)| places(value, &format!("{at}/{index}"), found)),
        Json::Object(object) => {
            object.iter().for_each(|(key, value)| places(value, &format!("{at}/{key}"), found));
        }
        _ => {}
    }
}

/// Something that may stand where it should not. Left out are what derived code accepts beside
/// the schema: a list for a struct, and a small number or a one-field object for a name.
fn intruder() -> impl Strategy<Value = Json> {
    select(vec![
        json!(null),
        json!(true),
        json!(99),
        json!(-1),
        json!(1.5),
        json!(4_294_967_295_u64),
        json!(4_294_967_296_u64),
        json!(""),
        json!("a"),
        json!("1/2"),
        json!("2022-02-30"),
        json!("2021-12-31"),
        json!("scale"),
        json!("criterion"),
        json!("bands"),
        json!([]),
        json!({}),
    ])
}

/// A change: which place, in which way, with what.
pub(super) type Change = (Index, u8, &'static str, Json);

pub(super) fn change() -> impl Strategy<Value = Change> {
    let names = select(vec!["kind", "id", "zzz", "until", "note", "conditions", "during"]);
    (any::<Index>(), 0_u8..4, names, intruder())
}

fn changed(mut document: Json, field: &str, changes: &[Change]) -> Json {
    for (which, way, name, intruder) in changes {
        let mut found = Vec::new();
        places(&document[field], &format!("/{field}"), &mut found);
        let place = which.get(&found).as_str();
        let (parent, key) = place.rsplit_once('/').unwrap();
        let value = document.pointer_mut(place).unwrap();
        match (way, value) {
            (0, Json::Object(object)) => {
                object.insert((*name).to_owned(), intruder.clone());
            }
            (0, Json::Array(list)) => list.extend(list.first().cloned()),
            (1, _) => {
                if let Some(Json::Object(object)) = document.pointer_mut(parent) {
                    object.remove(key);
                }
            }
            (2, _) => {
                if let Some(Json::Object(object)) = document.pointer_mut(parent)
                    && let Some(value) = object.remove(key)
                {
                    object.insert((*name).to_owned(), value);
                }
            }
            (_, value) => *value = intruder.clone(),
        }
        if !document[field].is_object() {
            break;
        }
    }
    document
}

pub(super) fn agree<D: Document>(document: &str, changes: &[Change]) -> Result<(), TestCaseError> {
    let document = changed(serde_json::from_str(document).unwrap(), D::FIELD, changes);
    let (by_shape, by_derived_code) = verdicts::<D>(&document);
    prop_assert_eq!(by_shape, by_derived_code, "{:#}", document);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Law: the shape accepts what derived code accepts, so that reading cannot
    /// fail after it and refuses nothing needlessly.
    #[test]
    fn the_shape_agrees_with_derived_code(
        rulebook in thidua_criteria::strategies::rulebook(),
        changes in prop::collection::vec(change(), 1..3),
    ) {
        agree::<Rulebook>(&write(&rulebook), &changes)?;
        agree::<Rulebook>(example!("rulebook"), &changes)?;
        agree::<Catalogue>(example!("indicators", "indicator-catalogue"), &changes)?;
        agree::<Campaign>(example!("campaign"), &changes)?;
        agree::<AwardRules>(example!("award-a-cluster", "award-rules"), &changes)?;
        agree::<Candidacies>(example!("award-a-cluster", "candidacies"), &changes)?;
        agree::<MoneySchedule>(example!("award-a-cluster", "money-schedule"), &changes)?;
        agree::<Season>(example!("season"), &changes)?;
    }

    /// Law: the same for documents with many small parts.
    #[test]
    fn the_shape_agrees_with_derived_code_on_lists(
        organisation in thidua_organisation::strategies::organisation(),
        evidence in evidence_and_rulebook(),
        changes in prop::collection::vec(change(), 1..3),
    ) {
        agree::<Organisation>(&write(&organisation), &changes)?;
        agree::<EvidenceParts>(&write(&evidence), &changes)?;
    }

    /// Law: no bytes make a panic, and what is no document has problems.
    #[test]
    fn any_bytes_have_problems(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        prop_assert!(read::<Rulebook>(&bytes, &Limits::default()).is_err());
    }

    /// Law: no piece of JSON makes a panic.
    #[test]
    fn any_signs_have_problems(text in "[\\[\\]{},:\"\\\\ u0-9a.eE+-]{0,40}") {
        prop_assert!(read::<Rulebook>(text.as_bytes(), &Limits::default()).is_err());
    }

    /// Law: a document that ends too early, or has another byte, makes no panic.
    #[test]
    fn spoilt_documents_make_no_panic(at in any::<Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = example!("rulebook").trim_end().as_bytes().to_vec();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
            prop_assert!(read::<Rulebook>(&bytes, &Limits::default()).is_err());
        } else {
            bytes[at] = byte;
            let read = read::<Rulebook>(&bytes, &Limits::default());
            prop_assert!(read.is_ok() || !read.unwrap_err().as_slice().is_empty());
        }
    }
}

#[test]
fn each_problem_of_the_bytes_has_its_words() {
    let limits = Limits { bytes: 40, depth: 2, values: 4, problems: 1 };
    let cases: [(&[u8], &str); 13] = [
        (&[b' '; 41], "at most 40 bytes, found 41 bytes [too_large]"),
        (b" \n", "a document, found nothing [empty]"),
        (b"{\"a\xff", "UTF-8, found another byte at offset 3 [not_utf8]"),
        (
            "\u{feff}{}".as_bytes(),
            "JSON without a byte order mark, found one at the start [not_json]",
        ),
        (b"[[[", "at most 2 lists and objects inside each other, found 3 [too_deep]"),
        (b"[1, 2, 3, 4]", "at most 4 values, found 5 [too_many_values]"),
        (b"{\"a\": ", "JSON, found the end of the document at line 1 column 6 [not_json]"),
        (b"{} x", "JSON, found a mistake at line 1 column 4 (trailing characters) [not_json]"),
        (b"[1,\n]", "JSON, found a mistake at line 2 column 1 (expected value) [not_json]"),
        (b"NaN", "JSON, found a mistake at line 1 column 1 (expected value) [not_json]"),
        (
            b"[\"\\ud83d\"]",
            "JSON, found half of a surrogate pair in the string at offset 1 [not_json]",
        ),
        (b"[]", "an object, found a list [wrong_type]"),
        (b"{}", "a field `format`, found none [missing_field]"),
    ];
    for (bytes, words) in cases {
        let problems = read::<Rulebook>(bytes, &limits).unwrap_err().to_string();
        let first = problems.lines().next().unwrap();
        assert_eq!(first, format!("the document: expected {words}"));
    }
}

#[test]
fn each_problem_of_the_shape_has_its_words() {
    let document = r#"{
        "format": "evidence/1",
        "evidence": {
            "title": {"vi": "Số  liệu", "en": 5, "fr~/": "x"},
            "answers": {"rulebook": "a", "edition": "2022-02-30", "edition": "2022-01-01"},
            "records": [
                {"subject": "a", "criterion": "b", "value": {"kind": "count", "count": 4294967296}},
                {"subject": "a", "criterion": "b", "value": {"kind": "count", "count": -0},
                 "basis": {"kind": "heard"}, "note": null},
                {"subject": "a", "criterion": "b", "value": {"count": 1},
                 "basis": {"kind": ["published"], "source": "S"}},
                {"subject": "a", "criterion": "b", "value": {"kind": "met", "met": "yes"},
                 "basis": "published"}
            ]
        }
    }"#;
    assert_eq!(
        problems::<EvidenceParts>(document),
        [
            "/evidence/title/vi: expected single blanks inside and none around, found `Số  liệu` [bad_value]",
            "/evidence/title/en: expected a string, found the number `5` [wrong_type]",
            "/evidence/title/fr~0~1: expected one of `en`, `vi`, found `fr~/` [unknown_field]",
            "/evidence/answers/edition: expected a day that exists, written year-month-day such as `2022-11-08`, found `2022-02-30` [bad_value]",
            "/evidence/answers/edition: expected each key once, found `edition` again [duplicate_key]",
            "/evidence/records/0: expected a field `basis`, found none [missing_field]",
            "/evidence/records/0/value/count: expected an integer from 0 to 4294967295, found the number `4294967296` [out_of_range]",
            "/evidence/records/1/value/count: expected an integer from 0 to 4294967295, found the number `-0` [wrong_type]",
            "/evidence/records/1/basis/kind: expected one of `published`, `illustrative`, `part_published`, found `heard` [unknown_kind]",
            "/evidence/records/2/value: expected a field `kind`, found none [missing_field]",
            "/evidence/records/2/basis/kind: expected one of `published`, `illustrative`, `part_published`, found a list [wrong_type]",
            "/evidence/records/3/value/met: expected `true` or `false`, found the string `yes` [wrong_type]",
            "/evidence/records/3/basis: expected an object, found the string `published` [wrong_type]",
        ]
    );
}

#[test]
fn formats_are_told_apart() {
    let cases = [
        ("rulebook/2", "wrong_version"),
        ("rulebook", "wrong_version"),
        ("campaign/1", "wrong_format"),
        ("Rulebook/1", "wrong_format"),
    ];
    for (format, code) in cases {
        let document = json!({"format": format, "anything": 1}).to_string();
        let expected = format!("/format: expected `rulebook/1`, found `{format}` [{code}]");
        assert_eq!(problems::<Rulebook>(&document), [expected]);
    }
}

#[test]
fn a_period_is_checked_as_a_whole() {
    let document = example!("season").replace("2023-01-01", "2021-01-01");
    assert_eq!(
        problems::<Season>(&document),
        [
            "/season/during: expected a period with `start` before `until`, found `2022-01-01` until `2021-01-01` [bad_value]"
        ]
    );
}

#[test]
fn broken_rules_have_their_own_codes() {
    let document = example!("season").replace("cluster-3", "cluster-2");
    assert_eq!(
        problems::<Season>(&document),
        [
            "/season/clusters/1: expected clusters that differ, found `ha-noi-front-cluster-2` again [duplicate_cluster]"
        ]
    );
}

#[test]
fn problems_beyond_the_limit_are_counted() {
    let document = json!({"format": "season/1", "season": {}}).to_string();
    let limits = Limits { problems: 2, ..Limits::default() };
    assert_eq!(
        read::<Season>(document.as_bytes(), &limits).unwrap_err().to_string(),
        "/season: expected a field `id`, found none [missing_field]\n\
         /season: expected a field `title`, found none [missing_field]\n\
         the document: expected at most 2 problems, found 5 more, which are left out [too_many_problems]"
    );
}

#[test]
fn a_long_name_is_shown_at_its_object() {
    let name = "n".repeat(300);
    let document = json!({"format": "season/1", "season": {(name): 1}}).to_string();
    let last = problems::<Season>(&document).pop().unwrap();
    assert!(last.starts_with("/season: expected one of `award_rules`,"), "{last}");
    assert!(last.ends_with(&format!("found `{}…` [unknown_field]", "n".repeat(80))), "{last}");
}

/// A rulebook with groups inside each other, as deep as any limit allows.
#[test]
fn the_deepest_documents_are_read() {
    let mut document: Json = serde_json::from_str(example!("rulebook")).unwrap();
    let section = document.pointer_mut("/rulebook/scale/items/0").unwrap();
    let points = section["points"].clone();
    // The root, its field, the scale, its list and a group around, and a title in the groups, take the rest.
    for level in 0..123 {
        let items = section["items"].take();
        section["items"] = json!([{
            "kind": "group", "id": format!("deep-{level}"), "ordinal": "a",
            "title": section["title"], "points": points, "items": items,
        }]);
    }
    let text = document.to_string();
    let deep = Extent::of(&text).depth;
    assert!(250 < deep && deep <= 255, "{deep}");
    let limits = Limits { depth: u8::MAX, ..Limits::default() };
    reads_back_within(&text, &limits);
    let problems = read::<Rulebook>(text.as_bytes(), &Limits::default()).unwrap_err();
    assert_eq!(problems.as_slice()[0].code, codes::TOO_DEEP);
}

fn reads_back_within(text: &str, limits: &Limits) {
    let rulebook = read::<Rulebook>(text.as_bytes(), limits).unwrap();
    assert_eq!(read::<Rulebook>(write(&rulebook).as_bytes(), limits), Ok(rulebook));
}
