//! The events of one change of lists.

use thidua_values::{KindId, Place, UnitId};

use crate::import::{Ids, begun};
use crate::import_step::ListStep;
use crate::{Change, Event, ListedUnit, Part, SuccessionPair};

/// The events of a change, each with the place in the lists that tells it. The ids are those of
/// the list before and of the new one.
pub(crate) fn events(
    step: &ListStep<'_>,
    scheme: &KindId,
    ids: [&Ids<'_>; 2],
) -> Vec<(Event, Place)> {
    let [old_ids, new_ids] = ids;
    let mut told = Told { step, scheme, old_ids, new_ids, events: Vec::new() };
    for level in &step.abolished {
        told.note(&step.place, Change::LevelAbolished { level: *level });
    }
    for (old, at) in step.before.iter().zip(0..) {
        told.end(old, &step.place_before.field("units").index(at));
    }
    for (new, at) in step.change.units.iter().zip(0..) {
        let place = step.place.field("units").index(at);
        let old = step.was(&new.code).and_then(|code| step.old(code));
        let id = new_ids.get(&new.code);
        match old.zip(id) {
            Some((old, id)) => told.go_on(old, new, id, &place),
            None => told.begin(new, &place),
        }
        told.join(new, &place);
    }
    told.events
}

struct Told<'t, 'l> {
    step: &'t ListStep<'l>,
    scheme: &'t KindId,
    old_ids: &'t Ids<'l>,
    new_ids: &'t Ids<'l>,
    events: Vec<(Event, Place)>,
}

impl Told<'_, '_> {
    fn note(&mut self, place: &Place, change: Change) {
        let (effective, act) = (self.step.change.day, self.step.change.act.clone());
        self.events.push((Event { effective, act, change }, place.clone()));
    }

    fn end(&mut self, old: &ListedUnit, place: &Place) {
        let goes_on = self.step.goes_on(&old.code).is_some();
        let merged = self.step.given(&old.code).iter().any(|pair| pair.is_whole());
        if goes_on || merged || self.step.is_abolished(old) {
            return;
        }
        if let Some(unit) = self.old_ids.get(&old.code).cloned() {
            self.note(place, Change::Dissolved { unit });
        }
    }

    fn begin(&mut self, new: &ListedUnit, place: &Place) {
        if let Some(unit) = begun(new, self.scheme, self.new_ids) {
            self.note(place, Change::Founded { unit });
        }
    }

    fn go_on(&mut self, old: &ListedUnit, new: &ListedUnit, id: &UnitId, place: &Place) {
        let unit = || id.clone();
        if old.code != new.code {
            let (scheme, code) = (self.scheme.clone(), Some(new.code.clone()));
            self.note(place, Change::Recoded { unit: unit(), scheme, code });
        }
        if old.name != new.name {
            self.note(place, Change::Renamed { unit: unit(), name: new.name.clone() });
        }
        if old.kind != new.kind {
            self.note(place, Change::ChangedKind { unit: unit(), new_kind: new.kind.clone() });
        }
        if self.step.is_moved(old, new) {
            let parent = new.parent.as_ref().and_then(|parent| self.new_ids.get(parent)).cloned();
            self.note(place, Change::Moved { unit: unit(), parent });
        }
    }

    /// What other units give to one.
    fn join(&mut self, new: &ListedUnit, place: &Place) {
        let Some(into) = self.new_ids.get(&new.code).cloned() else { return };
        let lived = self.step.was(&new.code).is_some();
        let others = self.step.got(&new.code).iter().filter(|pair| !self.step.is_own(pair));
        let (transferred, merged): (Vec<&SuccessionPair>, Vec<_>) =
            others.partition(|pair| lived && self.step.goes_on(&pair.old).is_some());
        let part = |pair: &SuccessionPair| {
            let unit = self.old_ids.get(&pair.old)?.clone();
            Some(Part { unit, population: pair.population, area: pair.area })
        };
        let from: Vec<Part> = merged.into_iter().filter_map(part).collect();
        let transferred: Vec<Part> = transferred.into_iter().filter_map(part).collect();
        if !from.is_empty() {
            self.note(place, Change::Merged { into: into.clone(), from });
        }
        for Part { unit: from, population, area } in transferred {
            self.note(place, Change::Transferred { from, to: into.clone(), population, area });
        }
    }
}
