//! References to official documents.

use thidua_notation::DocumentNumber;
use thidua_values::{Day, Text};

/// A reference to an official document (văn bản).
///
/// vi: Dẫn chiếu đến một văn bản.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Reference {
    /// Its number (số ký hiệu).
    ///
    /// vi: Số ký hiệu của văn bản.
    pub number: DocumentNumber,
    /// The day it was issued.
    ///
    /// vi: Ngày ban hành.
    pub issued: Day,
    /// Who issued it.
    ///
    /// vi: Cơ quan ban hành.
    pub issuer: Text,
    /// What it is about.
    ///
    /// vi: Trích yếu của văn bản.
    pub title: Text,
}
