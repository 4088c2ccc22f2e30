//! The committed schemas are fresh, and say what partners and our reader need.

use std::collections::BTreeSet;
use std::fs;

use expect_test::expect_file;
use serde_json::json;

use super::*;
use crate::document::Read;
use crate::scalar;
use crate::shape::{Shape, Shapes};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas");

fn values() -> impl Iterator<Item = (String, Value)> {
    schemas().into_iter().map(|file| (file.name, serde_json::from_str(&file.text).unwrap()))
}

/// Calls back for each object in a schema.
fn each_object(value: &Value, what: &mut impl FnMut(&Value)) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| each_object(value, what)),
        Value::Object(object) => {
            what(value);
            object.values().for_each(|value| each_object(value, what));
        }
        _ => {}
    }
}

#[test]
fn committed_schemas_are_fresh() {
    for file in schemas() {
        expect_file![format!("{FOLDER}/{}", file.name)].assert_eq(&file.text);
    }
    let committed = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name());
    let committed: BTreeSet<_> = committed.map(|name| name.into_string().unwrap()).collect();
    assert_eq!(committed, schemas().into_iter().map(|file| file.name).collect());
}

#[test]
fn each_list_says_whether_its_order_has_a_meaning() {
    for (name, schema) in values() {
        each_object(&schema, &mut |object| {
            if object["type"] == "array" {
                let description = object["description"].as_str().unwrap_or_default();
                let says = |vi, en| description.contains(vi) && description.contains(en);
                let says = says("Có thứ tự", "Ordered") || says("Tập hợp", "A set");
                assert!(says, "{name}: {object}");
            }
        });
    }
}

#[test]
fn each_description_is_in_vietnamese_and_then_in_english() {
    // An English paragraph may have Vietnamese letters, too, but seldom none of these words.
    const ENGLISH: [&str; 7] = ["a", "how", "is", "its", "of", "the", "what"];
    for (name, schema) in values() {
        each_object(&schema, &mut |object| {
            let Some(description) = object["description"].as_str() else { return };
            let (vietnamese, english) = description.split_once("\n\n").unwrap_or_default();
            let has_letter = vietnamese.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
            let mut words = vietnamese.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
            let is_vietnamese = has_letter && !words.any(|word| ENGLISH.contains(&&*word));
            assert!(is_vietnamese && !english.is_empty(), "{name}: {description}");
        });
    }
}

#[test]
fn no_description_has_links_that_only_rust_knows() {
    for (name, schema) in values() {
        each_object(&schema, &mut |object| {
            let description = object["description"].as_str().unwrap_or_default();
            assert!(!description.contains("[`"), "{name}: {description}");
        });
    }
}

#[test]
fn each_pattern_has_its_parser() {
    for (name, schema) in values() {
        let mut patterns = 0;
        each_object(&schema, &mut |object| patterns += usize::from(object["pattern"].is_string()));
        let definitions = schema["$defs"].as_object().unwrap();
        let with_pattern = definitions.iter().filter(|(_, schema)| schema["pattern"].is_string());
        let with_pattern: Vec<_> = with_pattern.map(|(name, _)| name).collect();
        assert_eq!(with_pattern.len(), patterns, "{name}: a pattern outside of definitions");
        for definition in with_pattern {
            assert!(scalar::parser(definition).is_some(), "{name}: {definition}");
        }
    }
}

#[test]
fn every_input_schema_is_understood_wholly() {
    fn gaps(shape: &Shape) -> usize {
        let of_fields = |fields: &crate::shape::Fields| fields.shapes.values().map(gaps).sum();
        match shape {
            Shape::Anything => 1,
            Shape::List(shape) | Shape::OrNull(shape) => gaps(shape),
            Shape::Object(fields) => of_fields(fields),
            Shape::Tagged(branches) => branches.iter().map(|(_, fields)| of_fields(fields)).sum(),
            _ => 0,
        }
    }
    fn check<D: Read>() {
        let shapes = D::shapes();
        for (name, shape) in shapes
            .named
            .iter()
            .map(|(name, shape)| (name.as_str(), shape))
            .chain([("", &shapes.root)])
        {
            assert_eq!(gaps(shape), 0, "{name}: {shape:?}");
        }
    }
    check::<Organisation>();
    check::<UnitLists>();
    check::<Catalogue>();
    check::<FiguresParts>();
    check::<CheckListParts>();
    check::<FeedsParts>();
    check::<Report>();
    check::<Campaign>();
    check::<Rulebook>();
    check::<EvidenceParts>();
    check::<AwardRules>();
    check::<Season>();
}

#[test]
fn what_is_not_understood_is_a_gap() {
    let schemas = [
        json!(true),
        json!({"type": "number"}),
        json!({"type": "string", "pattern": "^a$"}),
        json!({"type": "object", "patternProperties": {}}),
        json!({"type": "array", "items": {"type": "null"}, "uniqueItems": true}),
        json!({"oneOf": [{"type": "null"}, {"type": "boolean"}]}),
    ];
    for schema in schemas {
        assert!(matches!(Shapes::of(&schema).root, Shape::Anything), "{schema}");
    }
}

#[test]
fn nothing_that_is_written_is_null() {
    for (name, schema) in values().filter(|(name, _)| name.ends_with(".output.json")) {
        each_object(&schema, &mut |object| {
            assert!(!object["type"].to_string().contains("\"null\""), "{name}: {object}");
        });
    }
}

#[test]
fn vietnamese_comes_first() {
    let mut schema = schemars::json_schema!({
        "description": "In\nEnglish.\n\nvi: Tiếng\nViệt.\n\nSource: here.",
    });
    vietnamese_first(&mut schema);
    assert_eq!(schema.get("description").unwrap(), "Tiếng Việt.\n\nIn English.\n\nSource: here.");
}

#[test]
fn integers_have_a_range_that_every_language_holds() {
    for (name, schema) in values() {
        each_object(&schema, &mut |object| {
            if object["type"] == "integer" {
                let most = object["maximum"].as_u64().unwrap();
                assert!(most < 1 << 53 && object.get("format").is_none(), "{name}: {object}");
            }
        });
    }
}
