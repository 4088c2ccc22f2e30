//! Events held against the state that they meet.

use std::collections::BTreeSet;

use thidua_values::{ActId, Day, Place, UnitId};

use crate::replay::{Found, Life, Origin, Replay};
use crate::{Change, HistoryFault, LivesWhen, Measure, OrganisationFault, Part, Share};

/// Notes what each event says of acts, kinds and units that are not there, or not then.
pub(crate) fn check_events(replay: &Replay<'_>, found: &mut Found) {
    let acts: BTreeSet<&ActId> = replay.parts.acts.iter().map(|act| &act.id).collect();
    for happened in &replay.events {
        let event = happened.event;
        if !acts.contains(&event.act) {
            let place = Place::whole().field("events").index(happened.position).field("act");
            found.note(place, OrganisationFault::UnknownAct(event.act.clone()));
        }
        Check { replay, day: happened.day, change: happened.origin(), about: happened.unit, found }
            .change(&event.change);
    }
}

struct Check<'c, 'p> {
    replay: &'c Replay<'p>,
    day: Day,
    change: Origin,
    /// The position of the unit that the event is about.
    about: Option<usize>,
    found: &'c mut Found,
}

impl Check<'_, '_> {
    fn change(&mut self, change: &Change) {
        match change {
            // A unit that is founded is checked with those of the first day.
            Change::Founded { .. } | Change::LevelAbolished { .. } => {}
            Change::Renamed { unit, .. }
            | Change::Recoded { unit, .. }
            | Change::Moved { unit, .. } => {
                self.about_lives(LivesWhen::Through, unit, "unit");
            }
            Change::ChangedKind { unit, new_kind } => {
                self.about_lives(LivesWhen::Through, unit, "unit");
                if self.replay.kind(new_kind).is_none() {
                    let fault = OrganisationFault::UnknownUnitKind(new_kind.clone());
                    self.found.note(self.change.place().field("new_kind"), fault);
                }
            }
            Change::Merged { into, from } => {
                self.about_lives(LivesWhen::Then, into, "into");
                self.parts(from, "from", into, LivesWhen::Before);
            }
            Change::Split { unit, into } => {
                self.about_lives(LivesWhen::Before, unit, "unit");
                self.parts(into, "into", unit, LivesWhen::Then);
                self.all_of(unit, into);
            }
            Change::Transferred { from, to, population, area } => {
                self.transfer(from, to, (*population, *area));
            }
            Change::Dissolved { unit } => self.about_lives(LivesWhen::Before, unit, "unit"),
        }
    }

    fn parts(&mut self, parts: &[Part], field: &'static str, other: &UnitId, when: LivesWhen) {
        let (place, day) = (self.change.place().field(field), self.day);
        if parts.is_empty() {
            self.found.note(place.clone(), HistoryFault::NoParts { unit: other.clone(), day });
        }
        for (part, at) in parts.iter().zip(0..) {
            let place = place.index(at);
            self.lives(when, &part.unit, self.position(&part.unit), || place.field("unit"));
            if part.unit == *other {
                let fault = HistoryFault::GivesItself { unit: other.clone(), day };
                self.found.note(place.field("unit"), fault);
            }
            if (part.population, part.area) == (Share::None, Share::None) {
                let giver = if when == LivesWhen::Before { &part.unit } else { other };
                self.found.note(place, HistoryFault::NothingGiven { unit: giver.clone(), day });
            }
        }
    }

    /// Notes of what the parts of a split cannot be all together.
    fn all_of(&mut self, unit: &UnitId, parts: &[Part]) {
        for measure in Measure::ALL {
            let count = |share| parts.iter().filter(|part| part.of(measure) == share).count();
            let may_be_all =
                0 < count(Share::All) + count(Share::Unknown) || 2 <= count(Share::Part);
            if !parts.is_empty() && !may_be_all {
                let fault =
                    HistoryFault::LessThanAll { unit: unit.clone(), measure, day: self.day };
                self.found.note(self.change.place().field("into"), fault);
            }
        }
    }

    fn transfer(&mut self, from: &UnitId, to: &UnitId, shares: (Share, Share)) {
        let day = self.day;
        self.about_lives(LivesWhen::Through, from, "from");
        let place = self.change.place().field("to");
        self.lives(LivesWhen::Through, to, self.position(to), || place);
        if from == to {
            let fault = HistoryFault::GivesItself { unit: from.clone(), day };
            self.found.note(self.change.place().field("to"), fault);
        }
        match shares {
            (Share::None, Share::None) => {
                let fault = HistoryFault::NothingGiven { unit: from.clone(), day };
                self.found.note(self.change.place(), fault);
            }
            (Share::All, Share::All) => {
                let fault = HistoryFault::AllTransferred { unit: from.clone(), day };
                self.found.note(self.change.place(), fault);
            }
            _ => {}
        }
    }

    fn position(&self, unit: &UnitId) -> Option<usize> {
        self.replay.registry.position(unit)
    }

    /// Checks the unit that the event is about.
    fn about_lives(&mut self, when: LivesWhen, unit: &UnitId, field: &'static str) {
        let change = self.change;
        self.lives(when, unit, self.about, || change.place().field(field));
    }

    /// Checks a unit at a position, if it has one.
    fn lives(
        &mut self,
        when: LivesWhen,
        unit: &UnitId,
        position: Option<usize>,
        place: impl FnOnce() -> Place,
    ) {
        let Some(life) = position.and_then(|at| self.replay.life(at)) else {
            self.found.note(place(), OrganisationFault::UnknownUnit(unit.clone()));
            return;
        };
        if !lives(life, when, self.day) {
            let (unit, day, life) = (unit.clone(), self.day, life.period());
            self.found.note(place(), HistoryFault::NotLiving { unit, day, when, life });
        }
    }
}

fn lives(life: Life, when: LivesWhen, day: Day) -> bool {
    match when {
        LivesWhen::Before => life.before(day),
        LivesWhen::Then => life.on(day),
        LivesWhen::Through => life.through(day),
    }
}
