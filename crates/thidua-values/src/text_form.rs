//! How a value that is a text gets its `serde` form and its JSON Schema.

/// Gives a type with `Display`, `FromStr` and a published pattern its `serde`
/// form (that text) and its JSON Schema, under the features `serde` and
/// `schemars` of the crate that calls it.
///
/// The type's `FromStr` decides; the pattern tells partners the same rule, and
/// a law in the calling crate holds the two together.
#[macro_export]
macro_rules! text_form {
    ($type:ty, name: $name:expr, pattern: $pattern:expr, max_len: $max:expr,
     examples: [$($example:literal),+], about: $about:expr $(, format: $format:literal)?) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    $("format": $format,)?
                    "pattern": $pattern,
                    "maxLength": $max,
                    "description": $about,
                    "examples": [$($example),+],
                })
            }
        }
    };
}
