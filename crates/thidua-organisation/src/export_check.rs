//! What an organisation says that lists of units cannot.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{Day, KindId, Place, Placed, UnitId};

use crate::attributes::unit_place;
use crate::import::id_text;
use crate::replay::{Origin, foundings};
use crate::{Change, ExportFault, Organisation, OrganisationParts, Unit};

type Found = Vec<Placed<ExportFault>>;

/// What no list has room for, each at its place in the parts.
pub(crate) fn check(organisation: &Organisation, scheme: &KindId) -> Found {
    let parts = organisation.parts();
    let mut found = Found::new();
    check_extent(parts, &mut found);
    check_acts(parts, &mut found);
    for (position, event) in parts.events.iter().enumerate() {
        if let Change::Recoded { scheme: other, .. } = &event.change
            && other != scheme
        {
            let place = Origin::Event(position).place().field("scheme");
            note(&mut found, place, ExportFault::OtherScheme(other.clone()));
        }
    }
    let begun = begun(parts);
    for (origin, day, unit) in begun.values() {
        check_begun(unit, *day, scheme, &unit_place(*origin), &mut found);
    }
    check_codes(organisation, scheme, &begun, &mut found);
    found
}

fn note(found: &mut Found, place: Place, fault: ExportFault) {
    found.push(Placed { place, fault });
}

/// Units as they begin.
type Begun<'p> = BTreeMap<&'p UnitId, (Origin, Day, &'p Unit)>;

pub(crate) fn begun(parts: &OrganisationParts) -> Begun<'_> {
    foundings(parts).map(|(origin, day, unit)| (&unit.id, (origin, day, unit))).collect()
}

fn check_extent(parts: &OrganisationParts, found: &mut Found) {
    if parts.stated.until().is_some() {
        note(found, Place::whole().field("stated"), ExportFault::Ends(parts.stated));
    }
    let lists = [
        ("body_kinds", parts.body_kinds.len()),
        ("bodies", parts.bodies.len()),
        ("cluster_kinds", parts.cluster_kinds.len()),
        ("clusters", parts.clusters.len()),
    ];
    for (field, count) in lists {
        if 0 < count {
            note(found, Place::whole().field(field), ExportFault::NotUnits(count));
        }
    }
}

/// Notes events that rest on another act than the first of their day.
fn check_acts(parts: &OrganisationParts, found: &mut Found) {
    let mut first = BTreeMap::new();
    for (event, at) in parts.events.iter().zip(0..) {
        let act = *first.entry(event.effective).or_insert(&event.act);
        if *act != event.act {
            let (day, first, second) = (event.effective, act.clone(), event.act.clone());
            let place = Place::whole().field("events").index(at).field("act");
            note(found, place, ExportFault::TwoActs { day, first, second });
        }
    }
}

fn check_begun(unit: &Unit, day: Day, scheme: &KindId, place: &Place, found: &mut Found) {
    for (code, at) in unit.codes.iter().zip(0..) {
        if code.scheme != *scheme {
            let place = place.field("codes").index(at).field("scheme");
            note(found, place, ExportFault::OtherScheme(code.scheme.clone()));
            continue;
        }
        let expected = id_text(scheme, &code.code, day);
        if unit.id.as_str() != expected {
            let fault = ExportFault::OtherId { expected, unit: unit.id.clone() };
            note(found, place.field("id"), fault);
        }
    }
}

/// Notes units that have no code on a day of which there is a list, the first such day.
fn check_codes(organisation: &Organisation, scheme: &KindId, begun: &Begun<'_>, found: &mut Found) {
    let history = organisation.history();
    let scheme_at = history.scheme(scheme);
    let listed = listed_days(organisation.parts());
    for (unit, (origin, ..)) in begun {
        let (Some(at), Some(life)) = (history.position(unit), organisation.life(unit)) else {
            continue;
        };
        let coded = |day: Day| scheme_at.and_then(|scheme| history.code(at, scheme, day)).is_some();
        let lived = listed.range(life.start()..).take_while(|day| life.contains(**day));
        if let Some(day) = lived.copied().find(|day| !coded(*day)) {
            let place = unit_place(*origin).field("codes");
            note(found, place, ExportFault::NoCode { unit: (*unit).clone(), day });
        }
    }
}

/// The days of which there is a list.
fn listed_days(parts: &OrganisationParts) -> BTreeSet<Day> {
    let events = parts.events.iter().map(|event| event.effective);
    [parts.stated.start()].into_iter().chain(events).collect()
}
