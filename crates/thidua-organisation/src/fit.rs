//! Whether parents live and stand above.

use std::collections::BTreeSet;

use thidua_values::{Day, Period, Place};

use crate::attributes::Attributes;
use crate::replay::{Found, Origin, Replay};
use crate::{HistoryFault, Level};

/// Notes what does not fit of the units through time.
pub(crate) fn check_fit(replay: &Replay<'_>, attributes: &Attributes, found: &mut Found) {
    let turns = turns(replay);
    for unit in 0..replay.registry.len() {
        let fit = Fit { replay, attributes, turns: &turns, unit };
        fit.check_parents(found);
        fit.check_levels(found);
    }
}

/// The days on which the level of some kind begins or ends.
fn turns(replay: &Replay<'_>) -> BTreeSet<Day> {
    let levels = replay.kinds.iter().flat_map(|kind| &kind.levels);
    levels.flat_map(|dated| [Some(dated.during.start()), dated.during.until()]).flatten().collect()
}

struct Fit<'f, 'p> {
    replay: &'f Replay<'p>,
    attributes: &'f Attributes,
    turns: &'f BTreeSet<Day>,
    unit: usize,
}

impl Fit<'_, '_> {
    /// The stated days of the unit's life.
    fn life(&self) -> Option<Period> {
        let life = self.replay.life(self.unit)?.period();
        let ends = [life.until(), self.replay.parts.stated.until()];
        Period::try_new(life.start(), ends.into_iter().flatten().min()).ok()
    }

    /// The parents with their periods and where they are told.
    fn parents(&self) -> impl Iterator<Item = (Period, usize, Origin)> {
        let told = self.life().map(|life| self.attributes.parents.through(self.unit, life));
        told.into_iter()
            .flatten()
            .filter_map(|(during, (parent, origin))| Some((during, (*parent)?, *origin)))
    }

    fn check_parents(&self, found: &mut Found) {
        for (during, parent, origin) in self.parents() {
            let ids = self.replay.registry.id(self.unit).zip(self.replay.registry.id(parent));
            let Some((life, (unit, parent_id))) = self.replay.life(parent).zip(ids) else {
                continue;
            };
            let (unit, parent) = (unit.clone(), parent_id.clone());
            let day = during.start();
            if !life.on(day) {
                let fault =
                    HistoryFault::ParentNotLiving { unit, parent, day, life: life.period() };
                found.note(self.place_of_parent(origin), fault);
            } else if let Some((end, event)) = life.end
                && during.contains(end)
            {
                let fault = HistoryFault::LeftBelow { unit, parent, day: end };
                found.note(Origin::Event(event).place(), fault);
            }
        }
    }

    fn place_of_parent(&self, origin: Origin) -> Place {
        self.replay.place(origin, "parent", "parent")
    }

    fn place_of_kind(&self, origin: Origin) -> Place {
        self.replay.place(origin, "kind", "new_kind")
    }

    /// Looks at each day on which the level of the unit or of its parent may change, and tells
    /// the first that is wrong.
    fn check_levels(&self, found: &mut Found) {
        let Some(life) = self.life() else { return };
        for (during, (kind, origin)) in self.replay.kind_of.through(self.unit, life) {
            let days = self.days(during, None);
            let none = days.filter(|day| self.level(self.unit, *day).is_none()).min();
            let id = self.replay.registry.id(self.unit);
            if let Some(((day, unit), kind)) = none.zip(id).zip(self.replay.kinds.get(*kind)) {
                let fault =
                    HistoryFault::NoLevel { unit: unit.clone(), kind: kind.id.clone(), day };
                found.note(self.place_of_kind(*origin), fault);
            }
        }
        for (during, parent, origin) in self.parents() {
            let ends = |day: Day| {
                let levels = self.level(self.unit, day).zip(self.level(parent, day));
                levels.filter(|(level, parent_level)| parent_level <= level)
            };
            let days = self.days(during, Some(parent));
            let wrong = days.filter_map(|day| Some((day, ends(day)?))).min_by_key(|(day, _)| *day);
            let ids = self.replay.registry.id(self.unit).zip(self.replay.registry.id(parent));
            if let Some(((day, (level, parent_level)), (unit, above))) = wrong.zip(ids) {
                let place = self.place_of_levels(parent, day, (during, origin));
                let (unit, parent) = (unit.clone(), above.clone());
                let fault = HistoryFault::ParentNotAbove { unit, level, parent, parent_level, day };
                found.note(place, fault);
            }
        }
    }

    /// Where it is told that a parent stands no higher from a day on: where the parent is, or
    /// later where its kind or that of the unit changes.
    fn place_of_levels(&self, parent: usize, day: Day, told: (Period, Origin)) -> Place {
        let (during, origin) = told;
        let kinds = [parent, self.unit].map(|unit| self.replay.kind_of.of_unit(unit));
        let mut later = kinds.into_iter().flatten().filter(|_| during.start() < day);
        match later.find(|(from, _)| *from == day) {
            Some((_, (_, changed))) => self.place_of_kind(*changed),
            None => self.place_of_parent(origin),
        }
    }

    /// The days of a period on which a level may change, some of them more than once.
    fn days(&self, during: Period, parent: Option<usize>) -> impl Iterator<Item = Day> {
        let units = [Some(self.unit), parent].into_iter().flatten();
        let kinds = units.flat_map(|unit| self.replay.kind_of.of_unit(unit));
        let days = kinds.map(|(day, _)| *day).chain(self.turns.iter().copied());
        days.filter(move |day| during.contains(*day)).chain([during.start()])
    }

    fn level(&self, unit: usize, day: Day) -> Option<Level> {
        let (kind, _) = self.replay.kind_of.on(unit, day)?;
        self.replay.kinds.get(*kind)?.level_on(day)
    }
}
