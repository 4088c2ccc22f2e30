//! Holds a document against its shape and reports every difference.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Write};

use crate::codes;
use crate::problem::{Problem, Report};
use crate::scalar::Parser;
use crate::shape::{Fields, Shape, Shapes};
use crate::tree::{Kind, Value};

/// The longest name of a field that a pointer holds.
const LONGEST_NAME: usize = 200;

/// Reports where a document differs from its shape.
pub(crate) fn check(document: Value<'_>, shapes: &Shapes, report: &mut Report) {
    let mut check = Check { shapes, report, pointer: String::new() };
    check.value(document, &shapes.root);
}

struct Check<'s, 'r> {
    shapes: &'s Shapes,
    report: &'r mut Report,
    /// The way to the value at hand.
    pointer: String,
}

impl Check<'_, '_> {
    fn value(&mut self, value: Value<'_>, shape: &Shape) {
        let shapes = self.shapes;
        match shape {
            Shape::Anything => {}
            Shape::Null => self.kind(value, Kind::Null, "null"),
            Shape::Boolean => self.kind(value, Kind::Boolean, "`true` or `false`"),
            Shape::Text => self.kind(value, Kind::Text, "a string"),
            Shape::Integer { least, most } => self.integer(value, *least, *most),
            Shape::Scalar(parser) => self.scalar(value, *parser),
            Shape::Names(names) => self.name(value, names),
            Shape::List(items) => self.list(value, items),
            Shape::Object(fields) => self.object(value, fields),
            Shape::Tagged(branches) => self.tagged(value, branches),
            Shape::OrNull(_) if value.kind() == Kind::Null => {}
            Shape::OrNull(shape) => self.value(value, shape),
            Shape::Named(name) => {
                if let Some(shape) = shapes.named.get(name) {
                    self.value(value, shape);
                }
            }
        }
    }

    fn kind(&mut self, value: Value<'_>, kind: Kind, expected: &str) {
        if value.kind() != kind {
            self.problem(codes::WRONG_TYPE, || (expected.into(), described(value)));
        }
    }

    fn integer(&mut self, value: Value<'_>, least: i128, most: i128) {
        let expected = || format!("an integer from {least} to {most}");
        let raw = value.raw();
        let digits = raw.strip_prefix('-').unwrap_or(raw);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) || raw == "-0" {
            self.problem(codes::WRONG_TYPE, || (expected(), described(value)));
        } else if !raw.parse().is_ok_and(|number: i128| least <= number && number <= most) {
            self.problem(codes::OUT_OF_RANGE, || (expected(), described(value)));
        }
    }

    fn scalar(&mut self, value: Value<'_>, parser: Parser) {
        if value.kind() != Kind::Text {
            self.kind(value, Kind::Text, "a string");
        } else if let Err(message) = parser(&value.text()) {
            self.refused(&message);
        }
    }

    fn name(&mut self, value: Value<'_>, names: &[String]) {
        let expected = || one_of(names);
        if value.kind() != Kind::Text {
            self.problem(codes::WRONG_TYPE, || (expected(), described(value)));
        } else if !names.iter().any(|name| *name == value.text()) {
            self.problem(codes::UNKNOWN_KIND, || (expected(), quoted(&value.text())));
        }
    }

    fn list(&mut self, value: Value<'_>, items: &Shape) {
        if value.kind() != Kind::List {
            return self.kind(value, Kind::List, "a list");
        }
        for (position, item) in value.parts().enumerate() {
            self.at(position, |check| check.value(item, items));
        }
    }

    fn tagged(&mut self, value: Value<'_>, branches: &[(String, Fields)]) {
        let Some(kind) = value.member("kind") else {
            return if value.kind() == Kind::Object {
                self.missing("kind");
            } else {
                self.kind(value, Kind::Object, "an object");
            };
        };
        let name = kind.text();
        let branch = branches.iter().find(|(own, _)| kind.kind() == Kind::Text && *own == name);
        if let Some((_, fields)) = branch {
            self.object(value, fields);
        } else {
            let names: Vec<String> = branches.iter().map(|(own, _)| own.clone()).collect();
            self.at("kind", |check| check.name(kind, &names));
        }
    }

    fn object(&mut self, value: Value<'_>, fields: &Fields) {
        if value.kind() != Kind::Object {
            return self.kind(value, Kind::Object, "an object");
        }
        let before = self.report.met();
        let names: BTreeSet<&str> = value
            .members()
            .filter_map(|(key, _)| {
                fields.shapes.get_key_value(key.text().as_ref()).map(|(name, _)| name.as_str())
            })
            .collect();
        for field in fields.required.iter().filter(|field| !names.contains(field.as_str())) {
            self.missing(field);
        }
        let repeated = value.repeated();
        for (key, value) in value.members() {
            let name = key.text();
            if repeated.binary_search(&key.at()).is_ok() {
                self.field(&name, codes::DUPLICATE_KEY, || "each key once".into(), " again");
            } else if let Some(shape) = fields.shapes.get(name.as_ref()) {
                self.at(Escaped(&name), |check| check.value(value, shape));
            } else if !fields.open {
                self.field(&name, codes::UNKNOWN_FIELD, || one_of(fields.shapes.keys()), "");
            }
        }
        if let Some(whole) = fields.whole
            && before == self.report.met()
            && let Err(message) = whole(value)
        {
            self.refused(&message);
        }
    }

    /// Does something one step further in.
    fn at(&mut self, step: impl Display, what: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        // PROOF: writing to a string never fails.
        let _ = write!(self.pointer, "/{step}");
        what(self);
        self.pointer.truncate(length);
    }

    /// Reports a field that should not be there.
    fn field(
        &mut self,
        name: &str,
        code: &'static str,
        expected: impl FnOnce() -> String,
        again: &str,
    ) {
        let problem = || (expected(), format!("{}{again}", quoted(name)));
        if name.len() <= LONGEST_NAME {
            self.at(Escaped(name), |check| check.problem(code, problem));
        } else {
            self.problem(code, problem);
        }
    }

    fn missing(&mut self, field: &str) {
        self.problem(codes::MISSING_FIELD, || (format!("a field `{field}`"), "none".into()));
    }

    /// Reports what a parser refused: "expected …, found …".
    fn refused(&mut self, message: &str) {
        self.problem(codes::BAD_VALUE, || match message.split_once(", found ") {
            Some((expected, found)) => {
                (expected.strip_prefix("expected ").unwrap_or(expected).into(), found.into())
            }
            None => ("a value that its type accepts".into(), message.into()),
        });
    }

    fn problem(&mut self, code: &'static str, sides: impl FnOnce() -> (String, String)) {
        let pointer = &self.pointer;
        self.report.add(|| {
            let (expected, found) = sides();
            Problem::new(pointer.as_str(), code, expected, &found)
        });
    }
}

/// The name of a field as a step of a pointer.
struct Escaped<'n>(&'n str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|sign| match sign {
            '~' => f.write_str("~0"),
            '/' => f.write_str("~1"),
            _ => f.write_char(sign),
        })
    }
}

fn one_of<'n>(names: impl IntoIterator<Item = &'n String>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => "nothing".into(),
        [name] => name.clone(),
        _ => format!("one of {}", names.join(", ")),
    }
}

/// What a value is, in words.
fn described(value: Value<'_>) -> String {
    match value.kind() {
        Kind::Null => "null".into(),
        Kind::Boolean => quoted(value.raw()),
        Kind::Number => format!("the number {}", quoted(value.raw())),
        Kind::Text => format!("the string {}", quoted(&value.text())),
        Kind::List => "a list".into(),
        Kind::Object => "an object".into(),
    }
}

/// The start of a text, between backticks.
pub(crate) fn quoted(text: &str) -> String {
    const SHOWN: usize = 80;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("`{}…`", text.get(..end).unwrap_or_default()),
        None => format!("`{text}`"),
    }
}
