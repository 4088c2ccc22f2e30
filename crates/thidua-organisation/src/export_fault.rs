//! Why an organisation cannot be told by lists of units.

use thidua_values::{ActId, Coded, Day, Fault, KindId, Period, UnitId};
use thiserror::Error;

use crate::{Event, ImportFault};

/// Why an organisation cannot be told by lists of units.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum ExportFault {
    /// It speaks of days until one, such as a statement of 2022 alone; lists hold until the next,
    /// and the last without end.
    Ends(Period),
    /// It has bodies or clusters, or kinds of them, such as the Front committees of districts;
    /// lists have units alone.
    NotUnits(usize),
    /// A unit has no code in the list, such as a residential area.
    NoCode {
        /// The unit.
        unit: UnitId,
        /// The first day of which there is a list, and on which it has none.
        day: Day,
    },
    /// A unit has a code of another scheme, such as of a list that is used no more.
    OtherScheme(KindId),
    /// A unit has an id that is not made of its code and first day, such as `tay-ho` instead of
    /// `gso-003-2022-01-01`.
    OtherId {
        /// The id that it would have.
        expected: String,
        /// The id that it has.
        unit: UnitId,
    },
    /// Events of one day rest on two acts, such as on resolutions about two provinces; a change of
    /// lists has one.
    TwoActs {
        /// The day.
        day: Day,
        /// One act.
        first: ActId,
        /// The other.
        second: ActId,
    },
    /// An event that would not be inferred from lists, such as a dissolution of a ward whose
    /// name and code another has from that day on.
    NotInferred(Box<Event>),
    /// An event that would be inferred besides those that there are, such as the end of a level
    /// where its last district is dissolved by itself.
    InferredBesides(Box<Event>),
    /// What the lists would have against them, such as two units with the codes `1a` and `1A` on
    /// one day.
    Lists(ImportFault),
}

impl Fault for ExportFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Ends(_) => "statement_ends",
            Self::NotUnits(_) => "not_units",
            Self::NoCode { .. } => "no_listed_code",
            Self::OtherScheme(_) => "other_scheme",
            Self::OtherId { .. } => "other_id",
            Self::TwoActs { .. } => "two_acts",
            Self::NotInferred(_) => "not_inferred",
            Self::InferredBesides(_) => "inferred_besides",
            Self::Lists(fault) => fault.code(),
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::Ends(_) => "a statement without end".into(),
            Self::NotUnits(_) => "units alone".into(),
            Self::NoCode { unit, day } => format!("a code of `{unit}` on {day}"),
            Self::OtherScheme(_) => "codes of one scheme".into(),
            Self::OtherId { expected, .. } => format!("the id `{expected}`"),
            Self::TwoActs { day, first, .. } => format!("events of {day} by `{first}` alone"),
            Self::NotInferred(_) => "an event that lists and pairs tell".into(),
            Self::InferredBesides(event) => {
                format!("the event `{}` of {}", event.change.code(), event.effective)
            }
            Self::Lists(fault) => fault.expected(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::Ends(stated) => stated.to_string(),
            Self::NotUnits(count) => count.to_string(),
            Self::NoCode { .. } | Self::InferredBesides(_) => "none".into(),
            Self::OtherScheme(scheme) => format!("`{scheme}`"),
            Self::OtherId { unit, .. } => format!("`{unit}`"),
            Self::TwoActs { second, .. } => format!("`{second}`"),
            Self::NotInferred(event) => {
                format!("`{}` of {}", event.change.code(), event.effective)
            }
            Self::Lists(fault) => fault.found(),
        }
    }
}
