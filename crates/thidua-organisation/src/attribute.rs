//! What events change of units, and when a unit has to live for it.

use thidua_values::{Coded, Day, Words};

/// What an event changes of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    /// The name (tên).
    Name,
    /// The kind (loại đơn vị).
    Kind,
    /// The code in a list (mã).
    Code,
    /// The unit directly above (cấp trên trực tiếp).
    Parent,
}

impl Coded for Attribute {
    fn code(&self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Code => "code",
            Self::Parent => "parent",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Name => Words::new("tên", "name"),
            Self::Kind => Words::new("loại đơn vị", "kind"),
            Self::Code => Words::new("mã", "code"),
            Self::Parent => Words::new("cấp trên trực tiếp", "parent"),
        }
    }
}

/// When a unit has to live for an event to be about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LivesWhen {
    /// On the day before: who ends or gives on that day.
    Before,
    /// On the day itself: who gets something, or has units below it.
    Then,
    /// On both: whose name, kind, code or parent changes.
    Through,
}

impl LivesWhen {
    /// When, seen from that day, in English.
    #[must_use]
    pub(crate) fn in_english(self, day: Day) -> String {
        match self {
            Self::Before => format!("on the day before {day}"),
            Self::Then => format!("on {day}"),
            Self::Through => format!("on {day} and on the day before"),
        }
    }
}
