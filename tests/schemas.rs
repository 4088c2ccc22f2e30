//! The JSON Schemas that partners get, held against what is read and written.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::Value;
use thidua_awards::{Candidacies, MoneySchedule};
use thidua_documents::{Limits, Written, codes, read, schemas, write};

use crate::bad_documents::{Case, Step, cases, problems};
use crate::hanoi::{Documents, bytes};

/// The kinds of documents that are read.
pub(crate) const INPUTS: [&str; 14] = [
    "organisation",
    "unit-lists",
    "indicator-catalogue",
    "figures",
    "checks",
    "feeds",
    "report",
    "campaign",
    "rulebook",
    "evidence",
    "award-rules",
    "candidacies",
    "money-schedule",
    "season",
];

/// The kinds of documents that are only written.
const OUTPUTS: [&str; 6] =
    ["outcome", "award-correction", "why", "reach", "rulebook-findings", "rulebook-differences"];

/// Bad documents that a schema lets pass, each for one reason: a schema knows
/// no calendar, compares no two fields, knows no Unicode forms, and sees an
/// object only after one of two equal keys is gone.
const BEYOND_A_SCHEMA: [(&str, &str); 8] = [
    ("accents-apart-from-letters", "Unicode normal form C"),
    ("blank-name", "blanks only"),
    ("blanks-in-names", "single blanks"),
    ("day-that-does-not-exist", "the calendar"),
    ("duplicate-key", "equal keys"),
    ("no-break-space", "plain blanks"),
    ("period-without-days", "two days compared"),
    ("whole-number-with-a-point", "43.0, which JSON Schema takes for an integer"),
];

/// Problems of the bytes and of the text, before there is a value to validate.
const BEFORE_SHAPE: [&str; 7] = [
    codes::TOO_LARGE,
    codes::EMPTY,
    codes::NOT_UTF8,
    codes::NOT_JSON,
    codes::TOO_DEEP,
    codes::TOO_MANY_VALUES,
    codes::TOO_MANY_PROBLEMS,
];

/// The validators of all schemas, by file name.
pub(crate) fn validators() -> BTreeMap<String, Validator> {
    let validator =
        |text: &str| jsonschema::draft202012::new(&serde_json::from_str(text).unwrap()).unwrap();
    schemas().into_iter().map(|file| (file.name, validator(&file.text))).collect()
}

#[track_caller]
pub(crate) fn assert_valid(
    validators: &BTreeMap<String, Validator>,
    schema: &str,
    document: &Value,
) {
    let validator = validators.get(schema).unwrap_or_else(|| panic!("there is no {schema}"));
    let errors: Vec<String> = validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{schema}\n{}", errors.join("\n"));
}

fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn every_schema_is_one_of_draft_2020_12() {
    for file in schemas() {
        let schema: Value = parsed(file.text.as_bytes());
        assert_eq!(
            schema["$schema"], "https://json-schema.org/draft/2020-12/schema",
            "{}",
            file.name
        );
        assert!(schema["$id"].is_string(), "{}", file.name);
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{}", file.name);
    }
}

#[test]
fn each_kind_of_document_has_its_schemas() {
    let names: Vec<String> = schemas().into_iter().map(|file| file.name).collect();
    let mut expected: Vec<String> = INPUTS
        .iter()
        .flat_map(|kind| [format!("{kind}.input.json"), format!("{kind}.output.json")])
        .chain(OUTPUTS.map(|kind| format!("{kind}.output.json")))
        .collect();
    expected.sort();
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(sorted, expected);
}

#[test]
fn every_document_of_the_examples_fits_its_input_schema() {
    let validators = validators();
    for kind in INPUTS {
        let document = parsed(&bytes(&format!("{kind}.json")));
        assert_valid(&validators, &format!("{kind}.input.json"), &document);
    }
}

#[test]
fn what_is_written_fits_both_schemas() {
    fn check<W: Written>(validators: &BTreeMap<String, Validator>, kind: &str, value: &W) {
        let document = parsed(write(value).as_bytes());
        assert_valid(validators, &format!("{kind}.output.json"), &document);
        assert_valid(validators, &format!("{kind}.input.json"), &document);
    }
    let (validators, documents) = (validators(), Documents::read());
    check(&validators, "organisation", &documents.organisation);
    check(&validators, "campaign", documents.campaign());
    check(&validators, "rulebook", &documents.rulebook);
    check(&validators, "evidence", &documents.evidence);
    check(&validators, "award-rules", &documents.award_rules);
    check(&validators, "season", &documents.season);
    let limits = Limits::default();
    let candidacies = read::<Candidacies>(&bytes("candidacies.json"), &limits).unwrap();
    check(&validators, "candidacies", &candidacies);
    let schedule = read::<MoneySchedule>(&bytes("money-schedule.json"), &limits).unwrap();
    check(&validators, "money-schedule", &schedule);
}

#[test]
fn the_outcome_fits_its_output_schema() {
    let outcome = parsed(write(&Documents::read().conclude()).as_bytes());
    assert_valid(&validators(), "outcome.output.json", &outcome);
}

/// What the problems of a bad document are about.
#[derive(Debug, PartialEq)]
enum About {
    /// There is no value to validate.
    TheText,
    /// A schema can say it.
    Shape,
    /// A schema cannot say it.
    Rules,
}

fn about(case: &Case) -> About {
    let Step::Read(limits) = case.step else { return About::Rules };
    let (kind, bytes) = case.documents.first_key_value().unwrap();
    let problems = problems(kind, bytes, &limits).unwrap();
    let all = |holds: &dyn Fn(&str) -> bool| {
        problems.as_slice().iter().all(|problem| holds(problem.code))
    };
    if all(&|code| BEFORE_SHAPE.contains(&code)) {
        About::TheText
    } else if all(&|code| codes::ALL.contains(&code)) {
        About::Shape
    } else {
        assert!(all(&|code| !codes::ALL.contains(&code)), "{}: form and rules at once", case.name);
        About::Rules
    }
}

/// Law: a schema refuses what the reader refuses for its form, and accepts what
/// the reader refuses only for a rule, or for what no schema can say.
#[test]
fn schemas_refuse_what_the_reader_refuses_for_its_form() {
    let validators = validators();
    for case in cases() {
        let about = about(&case);
        if about == About::TheText {
            continue;
        }
        let beyond = BEYOND_A_SCHEMA.iter().any(|(name, _)| *name == case.name);
        for (kind, bytes) in &case.documents {
            let valid = validators[&format!("{kind}.input.json")].is_valid(&parsed(bytes));
            assert_eq!(valid, about == About::Rules || beyond, "{} ({kind}): {about:?}", case.name);
        }
    }
}

#[test]
fn each_document_beyond_a_schema_is_a_case() {
    let names: Vec<String> = cases().into_iter().map(|case| case.name).collect();
    for (name, _) in BEYOND_A_SCHEMA {
        assert!(names.iter().any(|case| case == name), "{name}");
    }
}

#[test]
fn limits_are_no_part_of_a_schema() {
    let limits = Limits { bytes: 10, ..Limits::default() };
    let document = bytes("season.json");
    assert_eq!(
        problems("season", &document, &limits).unwrap().as_slice()[0].code,
        codes::TOO_LARGE
    );
    assert_valid(&validators(), "season.input.json", &parsed(&document));
}
