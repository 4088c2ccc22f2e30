//! Words in Vietnamese and English, in one spelling each.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use thiserror::Error;
use unicode_normalization::is_nfc;

/// What something is called or said, in Vietnamese and in English.
///
/// vi: Tên gọi hoặc lời văn, bằng tiếng Việt và tiếng Anh.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Text {
    /// In Vietnamese, with diacritics.
    ///
    /// vi: Bằng tiếng Việt, có dấu.
    pub vi: Phrase,
    /// In English.
    ///
    /// vi: Bằng tiếng Anh.
    pub en: Phrase,
}

/// A phrase in one spelling: NFC, single blanks inside and none around, no
/// control characters, 1 to 2,000 characters.
///
/// What looks the same is the same bytes, as far as Unicode can tell; `Hòa` and
/// `Hoà`, which place the tone differently, stay two spellings.
// INVARIANT: as above; only `FromStr` builds one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrase(Arc<str>);

impl Phrase {
    /// The most characters of a phrase.
    pub const MAX_LEN: usize = 2_000;

    /// The phrase as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Phrase {
    type Err = PhraseError;

    fn from_str(text: &str) -> Result<Self, PhraseError> {
        if text.chars().all(char::is_whitespace) {
            return Err(PhraseError::Blank);
        }
        let length = text.chars().count();
        if Self::MAX_LEN < length {
            return Err(PhraseError::Long { length });
        }
        let found = || text.to_owned();
        if text
            .chars()
            .any(|c| c.is_control() || is_invisible(c) || (c.is_whitespace() && c != ' '))
        {
            return Err(PhraseError::Character { found: found() });
        }
        if text.starts_with(' ') || text.ends_with(' ') || text.contains("  ") {
            return Err(PhraseError::Blanks { found: found() });
        }
        if !is_nfc(text) {
            return Err(PhraseError::NotNfc { found: found() });
        }
        Ok(Self(text.into()))
    }
}

/// Whether a character is not seen, so that texts that look equal would differ:
/// soft hyphens, zero-width and direction marks, byte order marks.
///
/// # Examples
///
/// ```
/// use thidua_values::is_invisible;
///
/// let seen: String = "Hà\u{200b} Nội\u{feff}".chars().filter(|c| !is_invisible(*c)).collect();
/// assert_eq!(seen, "Hà Nội");
/// ```
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Why a text is no phrase.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PhraseError {
    /// There is nothing to read.
    #[error("expected a phrase, found a blank text")]
    Blank,
    /// There is too much to read.
    #[error("expected a phrase of at most 2000 characters, found {length}")]
    Long {
        /// How many characters were found.
        length: usize,
    },
    /// A tab, a line end, a no-break space, a control or an invisible character.
    #[error("expected a phrase on one line with plain blanks and no invisible character, found `{}`", found.escape_debug())]
    Character {
        /// The text found.
        found: String,
    },
    /// A blank at an end, or two in a row.
    #[error("expected single blanks inside and none around, found `{found}`")]
    Blanks {
        /// The text found.
        found: String,
    },
    /// Accents that are written apart from their letters.
    #[error(
        "expected Unicode normal form C, with accents joined to their letters, found `{found}`"
    )]
    NotNfc {
        /// The text found.
        found: String,
    },
}

#[cfg(feature = "serde")]
impl serde::Serialize for Phrase {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Phrase {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Phrase {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Phrase".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "minLength": 1,
            "maxLength": Self::MAX_LEN,
            "description": "Cụm từ ở dạng chuẩn Unicode NFC, một dấu cách giữa các từ.\n\nA phrase in Unicode normal form C, single blanks inside and none around.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_of_a_phrase_has_its_words() {
        let cases = [
            ("", "expected a phrase, found a blank text"),
            (" \u{a0}", "expected a phrase, found a blank text"),
            (
                "Hà\u{a0}Nội",
                "expected a phrase on one line with plain blanks and no invisible character, found `Hà\\u{a0}Nội`",
            ),
            (
                "Hà\nNội",
                "expected a phrase on one line with plain blanks and no invisible character, found `Hà\\nNội`",
            ),
            (
                "Hà\u{200b} Nội",
                "expected a phrase on one line with plain blanks and no invisible character, found `Hà\\u{200b} Nội`",
            ),
            (" Hà Nội", "expected single blanks inside and none around, found ` Hà Nội`"),
            ("Hà  Nội", "expected single blanks inside and none around, found `Hà  Nội`"),
            (
                "Ha\u{300} Nội",
                "expected Unicode normal form C, with accents joined to their letters, found `Ha\u{300} Nội`",
            ),
        ];
        for (text, message) in cases {
            assert_eq!(text.parse::<Phrase>().unwrap_err().to_string(), message);
        }
        let long = "a".repeat(Phrase::MAX_LEN + 1);
        assert_eq!(long.parse::<Phrase>(), Err(PhraseError::Long { length: 2_001 }));
    }

    #[test]
    fn different_words_stay_different() {
        let read = |text: &str| text.parse::<Phrase>().unwrap();
        assert_ne!(read("quý"), read("quỹ"));
        assert_eq!(read("Đại Áng").as_str(), "Đại Áng");
    }
}
