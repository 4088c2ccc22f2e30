//! Documents with a few changes at random: reader and schema agree on their form.

use std::collections::BTreeMap;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;
use serde_json::{Value, json};
use thidua_documents::{Limits, Problem, Problems, codes};

use crate::bad_documents::problems;
use crate::hanoi::bytes;
use crate::schemas::{INPUTS, validators};

/// The words that refuse what no schema can say.
const BEYOND_A_SCHEMA: [&str; 5] = [
    "a day that exists",
    "a period with `start` before `until`",
    "a phrase",
    "single blanks inside and none around",
    "Unicode normal form C",
];

/// Something done to a value of a document.
#[derive(Clone, Debug)]
enum Change {
    /// Another value stands there.
    Replace(Value),
    /// A value from elsewhere in the document stands there.
    Copy(Index),
    /// It is gone from its list or object.
    Remove,
    /// It has a field more, if it is an object, or an item more, if it is a list.
    Add(&'static str, Value),
}

fn value() -> impl Strategy<Value = Value> {
    let texts = [
        "",
        " ",
        "a",
        "A",
        "a-b",
        "a--b",
        "1",
        "01",
        "-1",
        "0",
        "100",
        "1.5",
        "1,5",
        "1e3",
        "+1",
        "٣",
        "0.000001",
        "0.0000001",
        "999999999999",
        "1000000000000",
        "2022-11-08",
        "2022-02-30",
        "2022-13-01",
        "9999-12-31",
        "0000-01-01",
        "10-CT/TW",
        "10-CT",
        "Tây Hồ",
        "Ha\u{300}",
        "a b",
        "a  b",
        "criterion",
        "ballot",
        "full_marks",
        "commune",
        "scale",
        "rulebook/1",
    ];
    let long =
        ["a".repeat(64), "a".repeat(65), "9".repeat(31), "ă".repeat(2_000), "ă".repeat(2_001)];
    let texts = texts.map(str::to_owned).into_iter().chain(long).map(Value::from);
    let others = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(4_294_967_295_u32),
        json!(4_294_967_296_u64),
        json!(-4_294_967_296_i64),
        json!(u64::MAX),
        json!([]),
        json!({}),
        json!([[]]),
        json!({"kind": "ballot"}),
        json!({"kind": "refer"}),
        json!({"kind": "missing"}),
        json!({"kind": "refuse", "x": 1}),
        json!({"start": "2022-01-01"}),
        json!({"start": "2022-01-01", "until": null}),
        json!({"start": "2022-01-01", "until": "2022-01-01"}),
        json!({"vi": "Hà Nội", "en": "Ha Noi"}),
        json!({"vi": "Hà Nội"}),
    ];
    prop::sample::select(texts.chain(others).collect::<Vec<_>>())
}

fn change() -> impl Strategy<Value = Change> {
    let names = vec!["x", "", "a/b", "kind", "id", "note", "high", "until", "conditions", "format"];
    prop_oneof![
        4 => value().prop_map(Change::Replace),
        2 => any::<Index>().prop_map(Change::Copy),
        2 => Just(Change::Remove),
        2 => (prop::sample::select(names), value()).prop_map(|(name, value)| Change::Add(name, value)),
    ]
}

/// A document of the examples with at most two items in each list, so that
/// checking it is quick. Its rules may be broken; only its form matters here.
fn short(kind: &str) -> Value {
    fn shorten(value: &mut Value) {
        match value {
            Value::Array(items) => {
                items.truncate(2);
                items.iter_mut().for_each(shorten);
            }
            Value::Object(members) => members.values_mut().for_each(shorten),
            _ => {}
        }
    }
    let mut document = serde_json::from_slice(&bytes(&format!("{kind}.json"))).unwrap();
    shorten(&mut document);
    document
}

/// The pointers to every value of a document.
fn pointers(document: &Value) -> Vec<String> {
    let mut pointers = Vec::new();
    let mut open = vec![(String::new(), document)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                open.extend(items.map(|(at, item)| (format!("{pointer}/{at}"), item)));
            }
            Value::Object(members) => {
                let name = |name: &str| name.replace('~', "~0").replace('/', "~1");
                let members = members.iter();
                open.extend(
                    members.map(|(key, value)| (format!("{pointer}/{}", name(key)), value)),
                );
            }
            _ => {}
        }
        pointers.push(pointer);
    }
    pointers
}

fn apply(document: &mut Value, at: Index, change: Change) {
    let pointers = pointers(document);
    let pointer = at.get::<String>(&pointers).as_str();
    let copied = match &change {
        Change::Copy(other) => document.pointer(other.get::<String>(&pointers)).unwrap().clone(),
        _ => Value::Null,
    };
    let value = document.pointer_mut(pointer).unwrap();
    match (change, value) {
        (Change::Replace(new), value) => *value = new,
        (Change::Copy(_), value) => *value = copied,
        (Change::Add(_, new), Value::Array(items)) => items.push(new),
        (Change::Add(name, new), Value::Object(members)) => {
            members.insert(name.to_owned(), new);
        }
        (Change::Add(..), _) => {}
        (Change::Remove, _) => remove(document, pointer),
    }
}

fn remove(document: &mut Value, pointer: &str) {
    let Some((parent, name)) = pointer.rsplit_once('/') else { return };
    match document.pointer_mut(parent).unwrap() {
        Value::Array(items) => {
            items.remove(name.parse().unwrap());
        }
        Value::Object(members) => {
            members.remove(&name.replace("~1", "/").replace("~0", "~"));
        }
        _ => {}
    }
}

fn is_beyond_a_schema(problem: &Problem) -> bool {
    problem.code == codes::BAD_VALUE
        && BEYOND_A_SCHEMA.iter().any(|words| problem.expected.starts_with(words))
}

/// Compares what the schema and the reader say of the form of a document.
#[track_caller]
fn assert_agree(validators: &BTreeMap<String, Validator>, kind: &str, document: &Value) {
    let found = problems(kind, document.to_string().as_bytes(), &Limits::default());
    let of_form = |problem: &&Problem| codes::ALL.contains(&problem.code);
    let form: Vec<&Problem> = found.iter().flat_map(Problems::as_slice).filter(of_form).collect();
    let valid = validators[&format!("{kind}.input.json")].is_valid(document);
    if form.is_empty() {
        assert!(valid, "the reader accepts the form, the schema does not: {document}");
    } else if !form.iter().all(|problem| is_beyond_a_schema(problem)) {
        assert!(!valid, "the reader refuses the form, the schema does not: {form:?}");
    }
}

proptest! {
    #![proptest_config(Config { cases: 1_500, ..Config::default() })]

    /// Law: the schema accepts exactly what the reader's check of the form
    /// accepts, save what no schema can say.
    #[test]
    fn schema_and_reader_agree_on_the_form_of_changed_documents(
        changes in prop::collection::vec((any::<Index>(), change()), 1..3),
        kind in prop::sample::select(INPUTS.to_vec()),
    ) {
        thread_local! {
            static VALIDATORS: BTreeMap<String, Validator> = validators();
            static DOCUMENTS: BTreeMap<&'static str, Value> = INPUTS.map(|kind| (kind, short(kind))).into();
        }
        let mut document = DOCUMENTS.with(|documents| documents[kind].clone());
        for (at, change) in changes {
            apply(&mut document, at, change);
        }
        VALIDATORS.with(|validators| assert_agree(validators, kind, &document));
    }
}
