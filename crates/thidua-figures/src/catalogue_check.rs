//! What is checked before parts become a catalogue.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use thidua_notation::NameKey;
use thidua_values::{Coded, IndicatorId, Phrase, Place, Placed, Text};

use crate::{CatalogueFault, CatalogueParts, Indicator, Measured};

/// All faults of the parts, each at its place in the order they were given.
pub(crate) fn check(parts: &CatalogueParts) -> Vec<Placed<CatalogueFault>> {
    let mut check = Check::default();
    for indicator in &parts.indicators {
        // Of two with one id the first is meant.
        check.known.entry(&indicator.id).or_insert(indicator);
    }
    for (position, indicator) in parts.indicators.iter().enumerate() {
        let place = Place::whole().field("indicators").index(position);
        if !check.ids.insert(&indicator.id) {
            let fault = CatalogueFault::DuplicateIndicator(indicator.id.clone());
            check.note(place.field("id"), fault);
            continue;
        }
        check.code(indicator, &place);
        check.names(indicator, &place);
        check.sets(indicator, &place);
        check.measured(indicator, &place.field("measured"));
    }
    check.faults
}

/// A check on the way.
#[derive(Default)]
struct Check<'p> {
    known: BTreeMap<&'p IndicatorId, &'p Indicator>,
    ids: BTreeSet<&'p IndicatorId>,
    codes: BTreeMap<&'p Phrase, &'p IndicatorId>,
    names: BTreeMap<NameKey, &'p IndicatorId>,
    faults: Vec<Placed<CatalogueFault>>,
}

impl<'p> Check<'p> {
    fn note(&mut self, place: Place, fault: CatalogueFault) {
        self.faults.push(Placed { place, fault });
    }

    fn code(&mut self, indicator: &'p Indicator, place: &Place) {
        let Some(code) = &indicator.code else { return };
        match self.codes.entry(code) {
            Entry::Vacant(free) => {
                free.insert(&indicator.id);
            }
            Entry::Occupied(taken) => {
                let (code, other) = (code.clone(), Clone::clone(*taken.get()));
                self.note(place.field("code"), CatalogueFault::DuplicateCode { code, other });
            }
        }
    }

    /// A name leads to one indicator. The names in both languages may be alike; an alias is
    /// another name.
    fn names(&mut self, indicator: &'p Indicator, place: &Place) {
        let Text { vi, en } = &indicator.name;
        let mut own = BTreeSet::new();
        for (name, language) in [(vi, "vi"), (en, "en")] {
            let key = NameKey::of(name.as_str());
            if own.insert(key.clone()) {
                self.name(indicator, key, name, place.field("name").field(language));
            }
        }
        for (alias, at) in indicator.aliases.iter().zip(0..) {
            let (key, place) = (NameKey::of(alias.as_str()), place.field("aliases").index(at));
            if own.insert(key.clone()) {
                self.name(indicator, key, alias, place);
            } else {
                self.note(place, CatalogueFault::DuplicateAlias(alias.clone()));
            }
        }
    }

    fn name(&mut self, indicator: &'p Indicator, key: NameKey, name: &Phrase, place: Place) {
        match self.names.entry(key) {
            Entry::Vacant(free) => {
                free.insert(&indicator.id);
            }
            Entry::Occupied(taken) => {
                let (name, other) = (name.clone(), Clone::clone(*taken.get()));
                self.note(place, CatalogueFault::AmbiguousName { name, other });
            }
        }
    }

    fn sets(&mut self, indicator: &'p Indicator, place: &Place) {
        let mut kinds = BTreeSet::new();
        for (kind, at) in indicator.reporters.iter().zip(0..) {
            if !kinds.insert(kind) {
                let place = place.field("reporters").index(at);
                self.note(place, CatalogueFault::DuplicateReporter(kind.clone()));
            }
        }
        let mut purposes = BTreeSet::new();
        for (purpose, at) in indicator.serves.iter().zip(0..) {
            if !purposes.insert(purpose) {
                let place = place.field("serves").index(at);
                self.note(place, CatalogueFault::DuplicatePurpose(purpose.clone()));
            }
        }
    }

    /// The parts of a ratio are quantities of the catalogue, and differ.
    fn measured(&mut self, indicator: &'p Indicator, place: &Place) {
        let Measured::Ratio { part, whole } = &indicator.measured else { return };
        for (id, field) in [(part, "part"), (whole, "whole")] {
            let place = place.field(field);
            match self.known.get(id).map(|it| &it.measured) {
                None => self.note(place, CatalogueFault::UnknownIndicator(id.clone())),
                Some(measured) if measured.quantity().is_none() => {
                    let (indicator, code) = (id.clone(), measured.code());
                    self.note(place, CatalogueFault::NoQuantity { indicator, measured: code });
                }
                Some(_) => {}
            }
        }
        if part == whole {
            self.note(place.field("whole"), CatalogueFault::RatioOfItself(whole.clone()));
        }
    }
}
