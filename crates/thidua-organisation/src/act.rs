//! Acts: what the events of an organisation rest on.

use thidua_notation::DocumentNumber;
use thidua_values::{ActId, Day, Text};

/// An act (văn bản), such as a resolution of the National Assembly's standing
/// committee, that events or clusters rest on.
///
/// Its days are not those of its events: the resolution on Hà Nội's communes
/// was in force on 2025-06-16, and the new communes worked from 2025-07-01.
///
/// vi: Văn bản làm căn cứ của các sự kiện hoặc của cụm thi đua.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Act {
    /// The id of the act.
    ///
    /// vi: Mã định danh của văn bản.
    pub id: ActId,
    /// Its number; left out while it is not known.
    ///
    /// vi: Số ký hiệu; không ghi nếu chưa biết.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub number: Option<DocumentNumber>,
    /// What it is called.
    ///
    /// vi: Tên văn bản.
    pub title: Text,
    /// The day from which everybody could know of it.
    ///
    /// vi: Ngày công bố.
    pub published: Day,
    /// The day from which it is in force; left out where it is not known.
    ///
    /// vi: Ngày có hiệu lực; không ghi nếu chưa biết.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub in_force: Option<Day>,
}
