//! Numbers and days are texts on the wire, whatever features of other crates
//! are on.
//!
//! A feature of `rust_decimal` that somebody else turns on is turned on for us
//! too. Here `serde-float` is, the one that writes decimals as floats; it does
//! not reach our forms.

use std::fmt::{Debug, Display};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thidua_scoring::EvidenceValue;
use thidua_values::{Day, Exact, Figure, Points, RoundingStep, Vnd};

/// Texts in canonical form, and JSON that a lenient reader would take for a value.
#[track_caller]
fn check<T: Debug + DeserializeOwned + Display + Serialize>(texts: &[&str], refused: &[Value]) {
    for text in texts {
        let value: T = serde_json::from_value(json!(text)).unwrap();
        assert_eq!(serde_json::to_value(&value).unwrap(), json!(text));
        assert_eq!(serde_json::to_string(&value).unwrap(), format!("\"{text}\""));
        assert_eq!(value.to_string(), *text);
    }
    for value in refused {
        let written = value.to_string();
        assert!(serde_json::from_value::<T>(value.clone()).is_err(), "{written}");
        assert!(serde_json::from_str::<T>(&written).is_err(), "{written}");
    }
}

fn no_numbers() -> Vec<Value> {
    vec![
        json!(0),
        json!(12),
        json!(-3),
        json!(12.5),
        json!(1e3),
        json!(u64::MAX),
        json!(null),
        json!(true),
        json!(["12"]),
        json!({"$serde_json::private::Number": "12"}),
    ]
}

#[test]
fn a_bare_decimal_is_a_number_here_so_that_ours_are_proved_to_be_texts() {
    let figure: Figure = "2.28".parse().unwrap();
    assert_eq!(serde_json::to_string(&figure.decimal()).unwrap(), "2.28");
    assert_eq!(serde_json::to_string(&figure).unwrap(), "\"2.28\"");
}

#[test]
fn points_are_texts() {
    check::<Points>(&["0", "12.5", "0.000001", "999999999999.999999", "-3"], &no_numbers());
    check::<RoundingStep>(&["0.01", "0.5", "1"], &no_numbers());
}

#[test]
fn figures_are_texts() {
    check::<Figure>(&["0", "4375", "2.28", "999999999999999999.9999999999", "-1"], &no_numbers());
}

#[test]
fn exact_numbers_are_texts() {
    check::<Exact>(
        &["85.5", "4375/5121", "-1/3", "0", "0.0000000000000000000000000001"],
        &no_numbers(),
    );
}

#[test]
fn money_is_a_text() {
    check::<Vnd>(&["2280000000", "-1", "999999999999999999"], &no_numbers());
}

#[test]
fn days_are_texts() {
    check::<Day>(&["2022-11-08", "0001-01-01", "9999-12-31"], &no_numbers());
}

/// A tagged value is buffered while its tag is looked for; there, too, no
/// number passes for a text.
#[test]
fn numbers_are_refused_inside_tagged_values() {
    let share = |part: Value| {
        serde_json::from_value::<EvidenceValue>(
            json!({"part": part, "whole": "5121", "kind": "share"}),
        )
    };
    assert_eq!(
        share(json!("4375")).unwrap(),
        EvidenceValue::Share { part: "4375".parse().unwrap(), whole: "5121".parse().unwrap() }
    );
    for number in no_numbers() {
        assert!(share(number.clone()).is_err(), "{number}");
    }
}
