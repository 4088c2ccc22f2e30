//! Why what is told of units through time does not fit together.

use thidua_values::{Coded, Day, Fault, KindId, Period, UnitId};
use thiserror::Error;

use crate::{Attribute, Level, LivesWhen, Measure, UnitCode};

/// Why what is told of units through time does not fit together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum HistoryFault {
    /// An event is not of the days that the organisation speaks of, or is of the
    /// first, whose state is listed: such as a renaming of 2019 in a statement from 2022.
    EventOutsideStated {
        /// The day of the event.
        day: Day,
        /// The days that the organisation speaks of.
        stated: Period,
    },
    /// A kind of unit stands at two levels on one day, such as a city that is of the province
    /// and of the district level.
    TwoLevels {
        /// The kind.
        kind: KindId,
        /// The period that starts first.
        first: Period,
        /// The other.
        second: Period,
    },
    /// A unit is founded that is there already, or was, such as a ward founded again after it
    /// was dissolved; a unit that comes again is another unit.
    FoundedTwice {
        /// The unit.
        unit: UnitId,
        /// The day of the second founding.
        day: Day,
        /// Its first day.
        first: Day,
    },
    /// Two events of one day end a unit, such as a merger of all of it and a dissolution.
    EndedTwice {
        /// The unit.
        unit: UnitId,
        /// The day.
        day: Day,
    },
    /// An event is about a unit that does not live then, such as a renaming of a ward after its
    /// dissolution.
    NotLiving {
        /// The unit.
        unit: UnitId,
        /// The day of the event.
        day: Day,
        /// When the unit has to live.
        when: LivesWhen,
        /// When it does.
        life: Period,
    },
    /// Two events of one day change the same of a unit, such as two renamings.
    ChangedTwice {
        /// The unit.
        unit: UnitId,
        /// The day.
        day: Day,
        /// What both change.
        attribute: Attribute,
    },
    /// Two events of one day abolish a level, such as by two acts.
    AbolishedTwice {
        /// The level.
        level: Level,
        /// The day.
        day: Day,
    },
    /// A unit begins with two codes in one list, such as `003` and `004` of the same scheme.
    TwoCodes {
        /// The unit.
        unit: UnitId,
        /// The list.
        scheme: KindId,
        /// The first day of the unit.
        day: Day,
    },
    /// Two units have a code on one day, such as a new ward with the code of one that lives on.
    DuplicateCode {
        /// The list.
        scheme: KindId,
        /// The code.
        code: UnitCode,
        /// The unit that had it first.
        first: UnitId,
        /// The other unit.
        second: UnitId,
        /// The first day on which both have it.
        day: Day,
    },
    /// A unit gives to itself, such as a ward that is merged into itself, or split into a new one
    /// and itself: then only the part for the new one is merged into that.
    GivesItself {
        /// The unit.
        unit: UnitId,
        /// The day.
        day: Day,
    },
    /// A merger or a split without parts, such as a split into nothing.
    NoParts {
        /// Who is to receive, or is to be split.
        unit: UnitId,
        /// The day.
        day: Day,
    },
    /// A part with nothing of the population and nothing of the area, such as a row of a merger
    /// that was not filled in.
    NothingGiven {
        /// The giver.
        unit: UnitId,
        /// The day.
        day: Day,
    },
    /// A boundary transfer of all that a unit is, such as of all people and all land of a ward to
    /// the next: that is a merger.
    AllTransferred {
        /// The giver.
        unit: UnitId,
        /// The day.
        day: Day,
    },
    /// What a unit gives to another on a day is told twice, such as by a split and a merger.
    GivenTwice {
        /// The giver.
        from: UnitId,
        /// Who gets it.
        to: UnitId,
        /// The day.
        day: Day,
    },
    /// A unit gives all to one and something to another, such as all of its people to one ward
    /// and a part of them to the next.
    MoreThanAll {
        /// The giver.
        unit: UnitId,
        /// Of what.
        measure: Measure,
        /// The day.
        day: Day,
    },
    /// A unit is split into parts that cannot be all of it, such as a part of its people for one
    /// ward and nobody for any other.
    LessThanAll {
        /// The unit.
        unit: UnitId,
        /// Of what.
        measure: Measure,
        /// The day.
        day: Day,
    },
    /// A unit is put below one that does not live then, such as a ward founded in a district
    /// that was abolished.
    ParentNotLiving {
        /// The unit.
        unit: UnitId,
        /// The parent.
        parent: UnitId,
        /// From which day it is to be the parent.
        day: Day,
        /// When the parent lives.
        life: Period,
    },
    /// A unit ends while others are below it, such as a district that is dissolved and its wards
    /// are not moved.
    LeftBelow {
        /// The unit below.
        unit: UnitId,
        /// The parent that ends.
        parent: UnitId,
        /// The day.
        day: Day,
    },
    /// A unit is of a kind that stands at no level then, such as a township after 2025-07-01.
    NoLevel {
        /// The unit.
        unit: UnitId,
        /// Its kind.
        kind: KindId,
        /// The first such day.
        day: Day,
    },
    /// A parent stands no higher than its child, such as a ward below a ward.
    ParentNotAbove {
        /// The unit.
        unit: UnitId,
        /// Its level.
        level: Level,
        /// The parent; it may be the unit itself.
        parent: UnitId,
        /// The level of the parent.
        parent_level: Level,
        /// The first such day.
        day: Day,
    },
}

impl Fault for HistoryFault {
    fn code(&self) -> &'static str {
        match self {
            Self::EventOutsideStated { .. } => "event_outside_stated",
            Self::TwoLevels { .. } => "two_levels",
            Self::FoundedTwice { .. } => "founded_twice",
            Self::EndedTwice { .. } => "ended_twice",
            Self::NotLiving { .. } => "not_living",
            Self::ChangedTwice { .. } => "changed_twice",
            Self::AbolishedTwice { .. } => "abolished_twice",
            Self::TwoCodes { .. } => "two_codes",
            Self::DuplicateCode { .. } => "duplicate_code",
            Self::GivesItself { .. } => "gives_itself",
            Self::NoParts { .. } => "no_parts",
            Self::NothingGiven { .. } => "nothing_given",
            Self::AllTransferred { .. } => "all_transferred",
            Self::GivenTwice { .. } => "given_twice",
            Self::MoreThanAll { .. } => "more_than_all",
            Self::LessThanAll { .. } => "less_than_all",
            Self::ParentNotLiving { .. } => "parent_not_living",
            Self::LeftBelow { .. } => "left_below",
            Self::NoLevel { .. } => "no_level",
            Self::ParentNotAbove { .. } => "parent_not_above",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::EventOutsideStated { stated, .. } => after_the_first(*stated),
            Self::TwoLevels { kind, .. } => format!("at most one level of `{kind}` a day"),
            Self::FoundedTwice { .. } => "a unit that was never there before".into(),
            Self::EndedTwice { day, .. } => format!("one end of a unit on {day}"),
            Self::NotLiving { day, when, .. } => {
                format!("a unit that lives {}", when.in_english(*day))
            }
            Self::ChangedTwice { day, attribute, .. } => {
                format!("one change of the {} of a unit on {day}", attribute.words().en)
            }
            Self::AbolishedTwice { day, .. } => format!("one end of a level on {day}"),
            Self::TwoCodes { scheme, day, .. } => {
                format!("at most one code of `{scheme}` on {day}")
            }
            Self::DuplicateCode { scheme, day, .. } => {
                format!("a code of `{scheme}` that no other unit has on {day}")
            }
            Self::GivesItself { day, .. }
            | Self::NoParts { day, .. }
            | Self::NothingGiven { day, .. }
            | Self::AllTransferred { day, .. }
            | Self::GivenTwice { day, .. }
            | Self::MoreThanAll { day, .. }
            | Self::LessThanAll { day, .. } => format!("{} on {day}", self.expected_of_parts()),
            Self::ParentNotLiving { unit, day, .. } => {
                format!("a parent of `{unit}` that lives on {day}")
            }
            Self::LeftBelow { day, .. } => format!("no unit below one that ends on {day}"),
            Self::NoLevel { day, .. } => format!("a kind that stands at a level on {day}"),
            Self::ParentNotAbove { unit, level, day, .. } => {
                format!("a parent above `{unit}` of the level `{}` on {day}", level.code())
            }
        }
    }

    fn found(&self) -> String {
        match self {
            Self::EventOutsideStated { day, .. } => day.to_string(),
            Self::TwoLevels { first, second, .. } => {
                format!("one from {first} and one from {second}")
            }
            Self::FoundedTwice { unit, day, first } => {
                format!("`{unit}`, founded on {day} and there since {first}")
            }
            Self::EndedTwice { unit, .. } => format!("a second end of `{unit}`"),
            Self::NotLiving { unit, life, .. } => format!("`{unit}`, which lives from {life}"),
            Self::ChangedTwice { unit, .. } => format!("a second change of `{unit}`"),
            Self::AbolishedTwice { level, .. } => {
                format!("a second end of the level `{}`", level.code())
            }
            Self::TwoCodes { unit, .. } => format!("two of `{unit}`"),
            Self::DuplicateCode { code, first, second, .. } => {
                format!("`{code}` of `{first}` and of `{second}`")
            }
            Self::GivesItself { unit, .. } => format!("`{unit}` itself"),
            Self::NoParts { unit, .. } => format!("none of `{unit}`"),
            Self::NothingGiven { unit, .. } => format!("nothing of `{unit}`"),
            Self::AllTransferred { unit, .. } => format!("all of `{unit}`"),
            Self::GivenTwice { from, to, .. } => format!("a second part of `{from}` for `{to}`"),
            Self::MoreThanAll { unit, .. } => {
                format!("all of `{unit}` for one and more for another")
            }
            Self::LessThanAll { unit, .. } => format!("less than all of `{unit}`"),
            Self::ParentNotLiving { parent, life, .. } => {
                format!("`{parent}`, which lives from {life}")
            }
            Self::LeftBelow { unit, parent, .. } => format!("`{unit}` still below `{parent}`"),
            Self::NoLevel { unit, kind, .. } => format!("`{unit}` of the kind `{kind}`"),
            Self::ParentNotAbove { parent, parent_level, .. } => {
                format!("`{parent}` of the level `{}`", parent_level.code())
            }
        }
    }
}

impl HistoryFault {
    /// What is expected of what units give.
    fn expected_of_parts(&self) -> String {
        match self {
            Self::GivesItself { .. } => "another unit, as what a unit keeps is not told,".into(),
            Self::NoParts { .. } => "at least one part".into(),
            Self::NothingGiven { .. } => "something of the population or of the area".into(),
            Self::AllTransferred { .. } => {
                "less than all of the population and area, which would be a merger,".into()
            }
            Self::MoreThanAll { measure, .. } => {
                format!("no more than all of the {} of a unit", measure.words().en)
            }
            Self::LessThanAll { measure, .. } => {
                format!("parts that are together all of the {} of a unit", measure.words().en)
            }
            _ => "what a unit gives to another told once".into(),
        }
    }
}

fn after_the_first(stated: Period) -> String {
    let until = stated.until().map(|until| format!(", and before {until}"));
    let after = format!("a day after {}, the first stated day", stated.start());
    after + &until.unwrap_or_default()
}
