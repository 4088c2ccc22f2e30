//! Reads documents: every problem, each at its place.

use std::ops::Range;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::problem::{Problem, Report};
use crate::scan::Extent;
use crate::tree::{Kind, Tree, Value};
use crate::{Document, Limits, Problems, check, codes};

/// Reads a document.
///
/// The bytes become a tree that keeps repeated keys; the tree is held against
/// the document's own schema; then the value is made, which checks its rules.
/// Each step reports everything that it finds, and the next one starts only if
/// that is nothing.
///
/// # Errors
///
/// Every problem of the first step that has one: see [`codes`] and the faults
/// of the value.
///
/// # Examples
///
/// ```
/// use thidua_criteria::Rulebook;
/// use thidua_documents::{Limits, read};
///
/// let problems = read::<Rulebook>(br#"{"format": "campaign/1"}"#, &Limits::default()).unwrap_err();
/// assert_eq!(
///     problems.to_string(),
///     "/format: expected `rulebook/1`, found `campaign/1` [wrong_format]"
/// );
/// ```
pub fn read<D: Document>(bytes: &[u8], limits: &Limits) -> Result<D, Problems> {
    let (text, extent) = text_within(bytes, limits).map_err(Problems::one)?;
    let parts = parts_within::<D>(text, extent, limits)?;
    // Each list and object of the parts is one of the text, and those are within the limit.
    let mut reader = serde_json::Deserializer::from_str(text.get(parts).unwrap_or_default());
    reader.disable_recursion_limit();
    let parts = D::Parts::deserialize(&mut reader).map_err(|error| {
        // PROOF: what fits the shape can be read; a law holds that. Should it fail, it says so.
        let pointer = format!("/{}", D::FIELD);
        let expected = "a value that its type accepts";
        Problems::one(Problem::new(pointer, codes::BAD_VALUE, expected, &error.to_string()))
    })?;
    D::from_parts(parts, limits.problems)
}

/// The text of the bytes and how far it extends, if it is JSON within the limits.
fn text_within<'t>(bytes: &'t [u8], limits: &Limits) -> Result<(&'t str, Extent), Problem> {
    let whole = |code, expected: String, found: String| Problem::new("", code, expected, &found);
    let most = limits.bytes.min(usize::try_from(u32::MAX).unwrap_or(usize::MAX));
    if most < bytes.len() {
        let found = format!("{} bytes", bytes.len());
        return Err(whole(codes::TOO_LARGE, format!("at most {most} bytes"), found));
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let found = format!("another byte at offset {}", error.valid_up_to());
        whole(codes::NOT_UTF8, "UTF-8".into(), found)
    })?;
    if text.starts_with('\u{feff}') {
        let expected = "JSON without a byte order mark".into();
        return Err(whole(codes::NOT_JSON, expected, "one at the start".into()));
    }
    if text.trim_ascii().is_empty() {
        return Err(whole(codes::EMPTY, "a document".into(), "nothing".into()));
    }
    let extent = Extent::of(text);
    if usize::from(limits.depth) < extent.depth {
        let expected = format!("at most {} lists and objects inside each other", limits.depth);
        return Err(whole(codes::TOO_DEEP, expected, extent.depth.to_string()));
    }
    if limits.values < extent.values {
        let (expected, found) = (format!("at most {} values", limits.values), extent.values);
        return Err(whole(codes::TOO_MANY_VALUES, expected, found.to_string()));
    }
    match serde_json::from_str::<IgnoredAny>(text) {
        Ok(IgnoredAny) => Ok((text, extent)),
        Err(error) => Err(whole(codes::NOT_JSON, "JSON".into(), mistake(&error))),
    }
}

fn mistake(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    if error.is_eof() {
        return format!("the end of the document at line {line} column {column}");
    }
    let message = error.to_string();
    let message = message.split_once(" at line ").map_or(message.as_str(), |(said, _)| said);
    format!("a mistake at line {line} column {column} ({message})")
}

/// Where the parts are in a text whose shape is right.
fn parts_within<D: Document>(
    text: &str,
    extent: Extent,
    limits: &Limits,
) -> Result<Range<usize>, Problems> {
    let tree = Tree::of(text, extent).map_err(|offset| {
        let found = format!("half of a surrogate pair in the string at offset {offset}");
        Problems::one(Problem::new("", codes::NOT_JSON, "JSON", &found))
    })?;
    let mut report = Report::within(limits.problems, limits.bytes);
    let root = tree.root();
    if let Some(root) = root {
        check_format::<D>(root).map_err(Problems::one)?;
        check::check(root, D::shapes(), &mut report);
    }
    report.finish()?;
    Ok(root.and_then(|root| root.member(D::FIELD)).map(Value::range).unwrap_or_default())
}

/// A document of another format is held against no other part of the shape.
fn check_format<D: Document>(root: Value<'_>) -> Result<(), Problem> {
    let format = root.member("format").filter(|format| format.kind() == Kind::Text);
    let Some(format) = format.map(Value::text).filter(|format| *format != D::FORMAT) else {
        return Ok(());
    };
    let name = |format: &str| format.split_once('/').map_or(format, |(name, _)| name).to_owned();
    let same = name(&format) == name(D::FORMAT);
    let code = if same { codes::WRONG_VERSION } else { codes::WRONG_FORMAT };
    Err(Problem::new("/format", code, format!("`{}`", D::FORMAT), &check::quoted(&format)))
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_checks;
#[cfg(test)]
mod tests_of_feeds;
#[cfg(test)]
mod tests_of_figures;
#[cfg(test)]
mod tests_of_reports;
