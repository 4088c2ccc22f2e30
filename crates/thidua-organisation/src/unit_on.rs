//! A unit on one day.

use std::fmt;

use thidua_values::{Day, KindId, Period, Text, UnitId};

use crate::{Level, Organisation, UnitCode, UnitKind};

/// A unit (đơn vị) as it is on one day. Copying it is cheap.
// INVARIANT: `position` is that of a unit of `organisation` that lives on `day`.
#[derive(Clone, Copy)]
pub struct UnitOn<'o> {
    organisation: &'o Organisation,
    day: Day,
    position: usize,
    id: &'o UnitId,
    name: &'o Text,
    kind: &'o UnitKind,
    level: Level,
}

impl<'o> UnitOn<'o> {
    /// The unit at a position on a day; none if it does not live then.
    pub(crate) fn new(organisation: &'o Organisation, position: usize, day: Day) -> Option<Self> {
        let history = organisation.history();
        if !history.lives_on(position, day) {
            return None;
        }
        let kind = organisation.parts().unit_kinds.get(*history.kinds.on(position, day)?)?;
        Some(Self {
            organisation,
            day,
            position,
            id: history.registry.id(position)?,
            name: history.names.on(position, day)?,
            kind,
            level: kind.level_on(day)?,
        })
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> &'o UnitId {
        self.id
    }

    /// Its name, without the kind.
    #[must_use]
    pub const fn name(&self) -> &'o Text {
        self.name
    }

    /// Its kind (loại đơn vị).
    #[must_use]
    pub const fn kind(&self) -> &'o UnitKind {
        self.kind
    }

    /// The level (cấp) at which it stands.
    #[must_use]
    pub const fn level(&self) -> Level {
        self.level
    }

    /// Its code in a list.
    #[must_use]
    pub fn code(&self, scheme: &KindId) -> Option<&'o UnitCode> {
        let history = self.organisation.history();
        history.code(self.position, history.scheme(scheme)?, self.day)
    }

    /// Its codes, by list.
    pub fn codes(&self) -> impl Iterator<Item = (&'o KindId, &'o UnitCode)> + use<'o> {
        let (history, position, day) = (self.organisation.history(), self.position, self.day);
        let schemes = history.schemes().iter().enumerate();
        schemes.filter_map(move |(at, scheme)| Some((scheme, history.code(position, at, day)?)))
    }

    /// The days on which it lives, as far as the organisation tells: from its founding or the
    /// first stated day.
    #[must_use]
    pub fn life(&self) -> Period {
        // INVARIANT of `position`: it lives on the day.
        self.organisation.history().life(self.position).unwrap_or(Period::starting(self.day))
    }

    /// The day.
    #[must_use]
    pub const fn day(&self) -> Day {
        self.day
    }

    /// Its position among all units that ever live, as [`Organisation::position`] tells it.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.position
    }
}

impl PartialEq for UnitOn<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.id, self.day, self.name, self.kind) == (other.id, other.day, other.name, other.kind)
    }
}

impl Eq for UnitOn<'_> {}

impl fmt::Debug for UnitOn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut unit = f.debug_struct("UnitOn");
        unit.field("id", &self.id).field("day", &self.day).finish_non_exhaustive()
    }
}
