//! What lists of units leave open: codes, words and ways to mend it.

use thidua_values::{Coded, Severity, Words};

/// What could not be inferred from lists of units, or was by rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportCode {
    /// A unit ends, and no pair says what became of it.
    EndsWithoutPair,
    /// A unit begins, and no pair says what it was made of.
    BeginsWithoutPair,
    /// A pair does not say how much of the old unit it is about.
    UnknownShare,
    /// The pairs of an old unit do not account for all of it, such as a single part.
    NotCovered,
    /// A code of one unit is that of another from that day on.
    CodeReused,
    /// A unit is taken for the one before, though its code, kind, name or extent changed.
    TakenAsSame,
}

impl ImportCode {
    /// Every code.
    pub const ALL: [Self; 6] = [
        Self::EndsWithoutPair,
        Self::BeginsWithoutPair,
        Self::UnknownShare,
        Self::NotCovered,
        Self::CodeReused,
        Self::TakenAsSame,
    ];

    pub(crate) const fn severity(self) -> Severity {
        match self {
            Self::CodeReused | Self::TakenAsSame => Severity::Note,
            _ => Severity::Warning,
        }
    }

    pub(crate) fn mend(self) -> Words {
        match self {
            Self::EndsWithoutPair => Words::new(
                "bổ sung cặp đơn vị cũ, đơn vị mới cho đơn vị này",
                "add the pairs of this old unit",
            ),
            Self::BeginsWithoutPair => Words::new(
                "bổ sung cặp đơn vị cũ, đơn vị mới cho đơn vị này, nếu có",
                "add the pairs of this new unit, if there are any",
            ),
            Self::UnknownShare => Words::new(
                "tra cứu văn bản làm căn cứ để ghi tỷ phần",
                "look the share up in the act",
            ),
            Self::NotCovered => Words::new(
                "bổ sung các cặp còn thiếu hoặc sửa tỷ phần",
                "add the missing pairs, or mend the shares",
            ),
            Self::CodeReused => Words::new(
                "không dùng mã để nhận diện đơn vị qua các ngày",
                "do not tell units of different days by their code",
            ),
            Self::TakenAsSame => Words::new(
                "đối chiếu với văn bản: nếu là đơn vị mới thì sửa các cặp",
                "see whether the act founds another unit; if so, mend the pairs",
            ),
        }
    }
}

impl Coded for ImportCode {
    fn code(&self) -> &'static str {
        match self {
            Self::EndsWithoutPair => "ends_without_pair",
            Self::BeginsWithoutPair => "begins_without_pair",
            Self::UnknownShare => "unknown_share",
            Self::NotCovered => "not_covered",
            Self::CodeReused => "code_reused",
            Self::TakenAsSame => "taken_as_same",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::EndsWithoutPair => Words::new(
                "đơn vị chấm dứt mà không rõ nhập vào đâu",
                "the unit ends, and nothing says what became of it",
            ),
            Self::BeginsWithoutPair => Words::new(
                "đơn vị mới mà không rõ hình thành từ đâu",
                "the unit begins, and nothing says what it was made of",
            ),
            Self::UnknownShare => Words::new(
                "không rõ tỷ phần của đơn vị cũ",
                "how much of the old unit is meant is not known",
            ),
            Self::NotCovered => Words::new(
                "các cặp không bao quát hết đơn vị cũ",
                "the pairs do not account for all of the old unit",
            ),
            Self::CodeReused => Words::new(
                "mã đã dùng cho một đơn vị khác",
                "the code was that of another unit before",
            ),
            Self::TakenAsSame => Words::new(
                "được coi là vẫn đơn vị trước đó dù có thay đổi",
                "taken for the unit before, though something of it changed",
            ),
        }
    }
}
