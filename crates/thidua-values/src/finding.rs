//! Findings: what is legal but doubtful.

use crate::{Coded, Place, Words};

/// Something legal but doubtful, and how to mend it. Whether to go on is the
/// caller's choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<C> {
    /// What it is.
    pub code: C,
    /// Where, in the parts that were given.
    pub place: Place,
    /// How much it matters.
    pub severity: Severity,
    /// A way to mend it.
    pub mend: Words,
}

/// How much a finding matters.
///
/// vi: Mức độ quan trọng của một phát hiện.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Severity {
    /// Worth knowing.
    ///
    /// vi: Nên biết.
    Note,
    /// Probably not what was meant.
    ///
    /// vi: Có lẽ không đúng chủ ý.
    Warning,
    /// Somebody may lose what they earned.
    ///
    /// vi: Có thể làm mất điểm hoặc mức xếp loại đáng được hưởng.
    Grave,
}

impl Coded for Severity {
    fn code(&self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Grave => "grave",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Note => Words::new("lưu ý", "note"),
            Self::Warning => Words::new("cảnh báo", "warning"),
            Self::Grave => Words::new("nghiêm trọng", "grave"),
        }
    }
}

impl<C: Coded> Coded for Finding<C> {
    fn code(&self) -> &'static str {
        self.code.code()
    }

    fn words(&self) -> Words {
        self.code.words()
    }
}
