//! References to official documents.

use thidua_notation::DocumentNumber;
use thidua_values::{Day, Text};

/// A reference to an official document (văn bản).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Reference {
    /// Its number (số ký hiệu).
    pub number: DocumentNumber,
    /// The day it was issued.
    pub issued: Day,
    /// Who issued it.
    pub issuer: Text,
    /// What it is about.
    pub title: Text,
}
