//! What is inferred from lists of units by rule: codes, words and ways to mend it.

use thidua_values::{Coded, Severity, Words};

/// What is inferred from lists of units by rule, where they may mean something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportCode {
    /// A unit is taken for the one before, though its code, kind, name or extent changed, such as
    /// a ward that absorbs another and keeps its name.
    TakenAsSame,
    /// The pair of a unit with itself says otherwise than what its other pairs leave, which is
    /// taken, such as a ward with no pair but one of a part of it with itself: all of it stays.
    KeptOtherwise,
}

impl ImportCode {
    /// Every code.
    pub const ALL: [Self; 2] = [Self::TakenAsSame, Self::KeptOtherwise];

    pub(crate) const fn severity(self) -> Severity {
        match self {
            Self::TakenAsSame => Severity::Note,
            Self::KeptOtherwise => Severity::Warning,
        }
    }

    pub(crate) fn mend(self) -> Words {
        match self {
            Self::TakenAsSame => Words::new(
                "đối chiếu với văn bản: nếu là đơn vị mới thì sửa các cặp",
                "see whether the act founds another unit; if so, mend the pairs",
            ),
            Self::KeptOtherwise => Words::new(
                "bổ sung các cặp còn thiếu hoặc sửa tỷ phần",
                "add the missing pairs, or mend the shares",
            ),
        }
    }
}

impl Coded for ImportCode {
    fn code(&self) -> &'static str {
        match self {
            Self::TakenAsSame => "taken_as_same",
            Self::KeptOtherwise => "kept_otherwise",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::TakenAsSame => Words::new(
                "được coi là vẫn là đơn vị trước đó dù có thay đổi",
                "taken for the unit before, though something of it changed",
            ),
            Self::KeptOtherwise => Words::new(
                "phần đơn vị giữ lại được ghi khác với phần còn lại theo các cặp khác",
                "what the unit is said to keep is not what its other pairs leave",
            ),
        }
    }
}
