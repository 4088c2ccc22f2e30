//! The root of a document: its format and its one field.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::Written;

/// What stands at the root of a document.
pub(crate) struct Root<'p, W: Written> {
    pub(crate) parts: Cow<'p, W::Parts>,
}

impl<W: Written> Serialize for Root<'_, W> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut root = serializer.serialize_struct("Root", 2)?;
        root.serialize_field("format", W::FORMAT)?;
        root.serialize_field(W::FIELD, self.parts.as_ref())?;
        root.end()
    }
}

impl<W: Written> JsonSchema for Root<'_, W> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}Document", W::Parts::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": W::ABOUT,
            "type": "object",
            "properties": {
                "format": {
                    "description": "Loại và phiên bản tài liệu.\n\nThe kind and version of the document.",
                    "type": "string",
                    "const": W::FORMAT,
                },
                (W::FIELD): generator.subschema_for::<W::Parts>(),
            },
            "required": ["format", W::FIELD],
            "additionalProperties": false,
        })
    }
}
