//! The shape of a document, taken from its JSON Schema.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::scalar::{self, Parser, Whole};

/// What a value has to look like.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// Where a schema says something that is not understood here; a test holds that ours never do.
    Anything,
    Null,
    Boolean,
    Integer {
        least: i128,
        most: i128,
    },
    /// Any string.
    Text,
    /// A string that its parser accepts.
    Scalar(Parser),
    /// One of these strings.
    Names(Vec<String>),
    List(Box<Shape>),
    Object(Fields),
    /// An object whose `kind` says which fields it has.
    Tagged(Vec<(String, Fields)>),
    OrNull(Box<Shape>),
    /// A definition of that name.
    Named(String),
}

/// The fields of an object.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub(crate) shapes: BTreeMap<String, Shape>,
    /// Those that must be there, in the order of their type.
    pub(crate) required: Vec<String>,
    /// Whether other fields may be there too.
    pub(crate) open: bool,
    /// What they must be together.
    pub(crate) whole: Option<Whole>,
}

/// A whole schema.
#[derive(Clone, Debug)]
pub struct Shapes {
    pub(crate) root: Shape,
    pub(crate) named: BTreeMap<String, Shape>,
}

/// The keywords that say nothing about the shape.
const NOTES: [&str; 8] =
    ["$schema", "$id", "$defs", "title", "description", "examples", "default", "format"];

impl Shapes {
    /// The shape that a schema describes.
    pub(crate) fn of(schema: &Value) -> Self {
        let definitions = schema.get("$defs").and_then(Value::as_object).into_iter().flatten();
        let mut named = BTreeMap::new();
        for (name, schema) in definitions.filter(|(name, _)| scalar::parser(name).is_none()) {
            let mut shape = shape(schema);
            if let Shape::Object(fields) = &mut shape {
                fields.whole = scalar::whole(name);
            }
            named.insert(name.clone(), shape);
        }
        Self { root: shape(schema), named }
    }
}

fn shape(schema: &Value) -> Shape {
    schema.as_object().and_then(understood).unwrap_or(Shape::Anything)
}

fn understood(object: &Map<String, Value>) -> Option<Shape> {
    let list = |keyword| object.get(keyword).and_then(Value::as_array);
    if let Some(name) = object.get("$ref") {
        only(object, &["$ref"])?;
        reference(name)
    } else if object.contains_key("const") || object.contains_key("enum") {
        only(object, &["const", "enum", "type"])?;
        names(object).map(Shape::Names)
    } else if let Some(either) = list("anyOf") {
        only(object, &["anyOf"])?;
        let [some, null] = either.as_slice() else { return None };
        (null.get("type")? == "null").then(|| Shape::OrNull(Box::new(shape(some))))
    } else if let Some(branches) = list("oneOf") {
        only(object, &["oneOf"])?;
        one_of(branches)
    } else {
        match object.get("type")? {
            Value::Array(types) => or_null(object, types),
            kind => typed(object, kind.as_str()?),
        }
    }
}

/// Something, if the schema has no keywords but these and notes.
fn only(object: &Map<String, Value>, keywords: &[&str]) -> Option<()> {
    let known = |keyword: &str| NOTES.contains(&keyword) || keywords.contains(&keyword);
    object.keys().all(|keyword| known(keyword)).then_some(())
}

fn reference(name: &Value) -> Option<Shape> {
    let name = name.as_str()?.strip_prefix("#/$defs/")?;
    Some(scalar::parser(name).map_or_else(|| Shape::Named(name.to_owned()), Shape::Scalar))
}

/// The strings that a schema allows, if it is a set of strings.
fn names(object: &Map<String, Value>) -> Option<Vec<String>> {
    match object.get("const") {
        Some(name) => Some(vec![name.as_str()?.to_owned()]),
        None => strings(object.get("enum")),
    }
}

fn strings(list: Option<&Value>) -> Option<Vec<String>> {
    list?.as_array()?.iter().map(|name| name.as_str().map(str::to_owned)).collect()
}

/// Strings out of a closed set, or objects that a `kind` tells apart.
fn one_of(branches: &[Value]) -> Option<Shape> {
    let own = |branch: &Value| branch.as_object().and_then(names);
    if let Some(names) = branches.iter().map(own).collect::<Option<Vec<_>>>() {
        return Some(Shape::Names(names.concat()));
    }
    let tagged = branches.iter().map(|branch| {
        let kind = branch.pointer("/properties/kind/const")?.as_str()?;
        match shape(branch) {
            Shape::Object(fields) => Some((kind.to_owned(), fields)),
            _ => None,
        }
    });
    tagged.collect::<Option<_>>().map(Shape::Tagged)
}

fn or_null(object: &Map<String, Value>, types: &[Value]) -> Option<Shape> {
    let [kind, null] = types else { return None };
    (null == "null").then_some(())?;
    Some(Shape::OrNull(Box::new(typed(object, kind.as_str()?)?)))
}

fn typed(object: &Map<String, Value>, kind: &str) -> Option<Shape> {
    match kind {
        "integer" => {
            only(object, &["type", "minimum", "maximum"])?;
            let bound = |keyword| object.get(keyword)?.as_i64().map(i128::from);
            Some(Shape::Integer { least: bound("minimum")?, most: bound("maximum")? })
        }
        "array" => {
            only(object, &["type", "items"])?;
            Some(Shape::List(Box::new(shape(object.get("items")?))))
        }
        "object" => {
            only(object, &["type", "properties", "required", "additionalProperties"])?;
            fields(object).map(Shape::Object)
        }
        _ => {
            only(object, &["type"])?;
            match kind {
                "null" => Some(Shape::Null),
                "boolean" => Some(Shape::Boolean),
                "string" => Some(Shape::Text),
                _ => None,
            }
        }
    }
}

fn fields(object: &Map<String, Value>) -> Option<Fields> {
    let properties = object.get("properties").and_then(Value::as_object).into_iter().flatten();
    let shapes = properties.map(|(name, schema)| (name.clone(), shape(schema))).collect();
    let open = match object.get("additionalProperties") {
        Some(open) => open.as_bool()?,
        None => true,
    };
    let required = strings(object.get("required")).unwrap_or_default();
    Some(Fields { shapes, required, open, whole: None })
}
