//! JSON Schemas (draft 2020-12) of the documents, for partners and for our own reader.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::Value;
use thidua_awards::{AwardCorrection, AwardRules, Candidacies, MoneySchedule};
use thidua_criteria::{Campaign, Rulebook};
use thidua_figures::{Catalogue, CheckListParts, FeedsParts, FiguresParts, Report};
use thidua_organisation::{Organisation, UnitLists};
use thidua_scoring::{EvidenceParts, Why};
use thidua_season::{Outcome, Season};

use crate::root::Root;
use crate::write::pretty;
use crate::{ReachAnswer, RulebookDifferences, RulebookFindings, Written};

/// A schema as a file.
///
/// # Examples
///
/// ```
/// let schemas = thidua_documents::schemas();
/// let rulebook = schemas.iter().find(|file| file.name == "rulebook.input.json");
/// assert!(rulebook.is_some_and(|file| file.text.contains("\"title\": \"RulebookDocument\"")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaFile {
    /// The name of the file: `rulebook.input.json`.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// Which of two contracts a schema states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contract {
    /// What is accepted.
    Input,
    /// What is written.
    Output,
}

/// The schemas of all documents: `*.input.json` for those that are read,
/// `*.output.json` for those that are written.
///
/// A description is in Vietnamese first, then in English. A list says whether
/// its order has a meaning ("Ordered") or none ("A set").
#[must_use]
pub fn schemas() -> Vec<SchemaFile> {
    vec![
        file::<Organisation>(Contract::Input),
        file::<Organisation>(Contract::Output),
        file::<UnitLists>(Contract::Input),
        file::<UnitLists>(Contract::Output),
        file::<Catalogue>(Contract::Input),
        file::<Catalogue>(Contract::Output),
        file::<FiguresParts>(Contract::Input),
        file::<FiguresParts>(Contract::Output),
        file::<CheckListParts>(Contract::Input),
        file::<CheckListParts>(Contract::Output),
        file::<FeedsParts>(Contract::Input),
        file::<FeedsParts>(Contract::Output),
        file::<Report>(Contract::Input),
        file::<Report>(Contract::Output),
        file::<Campaign>(Contract::Input),
        file::<Campaign>(Contract::Output),
        file::<Rulebook>(Contract::Input),
        file::<Rulebook>(Contract::Output),
        file::<EvidenceParts>(Contract::Input),
        file::<EvidenceParts>(Contract::Output),
        file::<AwardRules>(Contract::Input),
        file::<AwardRules>(Contract::Output),
        file::<Candidacies>(Contract::Input),
        file::<Candidacies>(Contract::Output),
        file::<MoneySchedule>(Contract::Input),
        file::<MoneySchedule>(Contract::Output),
        file::<Season>(Contract::Input),
        file::<Season>(Contract::Output),
        file::<Outcome>(Contract::Output),
        file::<AwardCorrection>(Contract::Output),
        file::<Why>(Contract::Output),
        file::<ReachAnswer>(Contract::Output),
        file::<RulebookFindings>(Contract::Output),
        file::<RulebookDifferences>(Contract::Output),
    ]
}

fn file<W: Written>(contract: Contract) -> SchemaFile {
    let mut schema = schema::<W>(contract);
    // Another crate of a build may switch on the order of insertion; here it is that of names.
    let object = schema.ensure_object();
    object.sort_keys();
    object.values_mut().for_each(Value::sort_all_objects);
    let (name, _) = named::<W>();
    let name = format!("{name}.{}.json", contract.named());
    SchemaFile { name, text: pretty(&schema) }
}

/// The schema of a document.
pub(crate) fn schema<W: Written>(contract: Contract) -> Schema {
    let settings = SchemaSettings::draft2020_12();
    let settings = match contract {
        Contract::Input => settings.for_deserialize(),
        Contract::Output => settings.for_serialize(),
    };
    let mut schema = settings.into_generator().into_root_schema_for::<Root<'_, W>>();
    RecursiveTransform(drop_int_formats).transform(&mut schema);
    RecursiveTransform(vietnamese_first).transform(&mut schema);
    if contract == Contract::Output {
        RecursiveTransform(as_written).transform(&mut schema);
    }
    let (name, version) = named::<W>();
    let id = format!("https://thidua.example/schemas/{name}/v{version}.{}.json", contract.named());
    schema.insert("$id".into(), id.into());
    schema
}

impl Contract {
    const fn named(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Output => "output",
        }
    }
}

/// The name and the version of a format.
fn named<W: Written>() -> (&'static str, &'static str) {
    W::FORMAT.split_once('/').unwrap_or((W::FORMAT, "1"))
}

/// Says the range of an integer by `minimum` and `maximum`: validators refuse
/// unknown formats, and a number above 2^53 is not safe in JavaScript.
fn drop_int_formats(schema: &mut Schema) {
    let most: u64 = match schema.get("format").and_then(Value::as_str) {
        Some("uint16") => u16::MAX.into(),
        Some("uint32") => u32::MAX.into(),
        Some("uint" | "uint64") => 9_007_199_254_740_991,
        _ => return,
    };
    schema.remove("format");
    if schema.get("maximum").is_none() {
        schema.insert("maximum".into(), most.into());
    }
}

/// Puts the paragraph `vi: …` of a description first, and each paragraph on a
/// line of its own.
fn vietnamese_first(schema: &mut Schema) {
    let Some(description) = schema.get("description").and_then(Value::as_str) else { return };
    let paragraphs = description.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
    let (vietnamese, others): (Vec<_>, Vec<_>) =
        paragraphs.partition(|paragraph| paragraph.starts_with("vi: "));
    let vietnamese = vietnamese.iter().filter_map(|paragraph| paragraph.strip_prefix("vi: "));
    let ordered: Vec<&str> = vietnamese.chain(others.iter().map(String::as_str)).collect();
    let description = ordered.join("\n\n");
    schema.insert("description".into(), description.into());
}

/// Describes what is written rather than what is accepted.
///
/// A later version may add fields. What is not there is left out and not
/// `null`: on output a field is required unless it may be left out.
fn as_written(schema: &mut Schema) {
    schema.remove("additionalProperties");
    let required = schema.get("required").cloned().unwrap_or_default();
    let required = |name: &str| required.as_array().is_some_and(|list| list.contains(&name.into()));
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    for (name, property) in properties.into_iter().flatten() {
        if let Some(property) = property.as_object_mut()
            && !required(name)
        {
            without_null(property);
        }
    }
}

/// Takes `null` out of what a property may be.
fn without_null(property: &mut serde_json::Map<String, Value>) {
    if let Some([some, null]) = property.get("anyOf").and_then(Value::as_array).map(Vec::as_slice)
        && null.get("type").is_some_and(|kind| kind == "null")
        && let Some(some) = some.as_object().cloned()
    {
        property.remove("anyOf");
        property.extend(some);
    } else if let Some([some, null]) =
        property.get("type").and_then(Value::as_array).map(Vec::as_slice)
        && null == "null"
    {
        let some = some.clone();
        property.insert("type".into(), some);
    }
}

#[cfg(test)]
mod tests;
