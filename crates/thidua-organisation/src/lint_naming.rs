//! What lint asks of the codes and names that events give to units.

use thidua_notation::NameKey;
use thidua_values::{Day, KindId, Phrase, UnitId};

use crate::attributes::unit_place;
use crate::check::item;
use crate::history::History;
use crate::lint::Doubts;
use crate::replay::foundings;
use crate::{Change, Organisation, UnitCode, UnitLint};

pub(crate) fn codes(organisation: &Organisation, doubts: &mut Doubts) {
    for (position, event) in organisation.parts().events.iter().enumerate() {
        let place = item("events", position).field("change");
        let mut given = |unit, code, place| {
            doubts.extend(place, reused(organisation, unit, code, event.effective));
        };
        match &event.change {
            Change::Founded { unit } => {
                for (own, at) in unit.codes.iter().zip(0..) {
                    let place = place.field("unit").field("codes").index(at);
                    given(&unit.id, (&own.scheme, &own.code), place);
                }
            }
            Change::Recoded { unit, scheme, code: Some(code) } => {
                given(unit, (scheme, code), place.field("code"));
            }
            _ => {}
        }
    }
}

pub(crate) fn spellings(organisation: &Organisation, doubts: &mut Doubts) {
    for (position, event) in organisation.parts().events.iter().enumerate() {
        if let Change::Renamed { unit, name } = &event.change {
            let place = item("events", position).field("change").field("name");
            doubts.extend(place, spelt(organisation.history(), unit, &name.vi, event.effective));
        }
    }
}

pub(crate) fn kinds_in_names(organisation: &Organisation, doubts: &mut Doubts) {
    let kinds = &organisation.parts().unit_kinds;
    let begins = |unit: &UnitId, name: &Phrase, kind: &KindId| {
        let kind = kinds.iter().find(|it| it.id == *kind)?;
        let (name_key, kind_key) = (NameKey::of(name.as_str()), NameKey::of(kind.name.vi.as_str()));
        let rest = name_key.as_str().strip_prefix(kind_key.as_str())?;
        let (unit, name) = (unit.clone(), name.clone());
        rest.starts_with(' ').then_some(UnitLint::KindInName { unit, name })
    };
    for (origin, _, unit) in foundings(organisation.parts()) {
        let place = unit_place(origin).field("name");
        doubts.extend(place, begins(&unit.id, &unit.name.vi, &unit.kind));
    }
    for (position, event) in organisation.parts().events.iter().enumerate() {
        if let Change::Renamed { unit, name } = &event.change {
            let on_the_day = organisation.unit_on(unit, event.effective).ok().flatten();
            let code = on_the_day.and_then(|on| begins(unit, &name.vi, &on.kind().id));
            doubts.extend(item("events", position).field("change").field("name"), code);
        }
    }
}

/// Whether the last to have a code before a unit gets it was another.
fn reused(
    organisation: &Organisation,
    unit: &UnitId,
    (scheme, code): (&KindId, &UnitCode),
    day: Day,
) -> Option<UnitLint> {
    let holders: Vec<_> = organisation.holders(scheme, code).collect();
    let at = holders.partition_point(|(during, _)| during.start() < day);
    let (_, before) = holders.get(at.checked_sub(1)?)?;
    (*before != unit).then(|| UnitLint::ReusedCode {
        scheme: scheme.clone(),
        code: code.clone(),
        before: (*before).clone(),
        after: unit.clone(),
        day,
    })
}

/// Whether a unit had its new name last in another spelling.
fn spelt(history: &History, unit: &UnitId, name: &Phrase, day: Day) -> Option<UnitLint> {
    let key = NameKey::of(name.as_str());
    let names = history.names.of_unit(history.position(unit)?).iter();
    let mut earlier = names.rev().filter(|(from, _)| *from < day).map(|(_, name)| &name.vi);
    let before = earlier.find(|earlier| NameKey::of(earlier.as_str()) == key)?;
    (before != name).then(|| UnitLint::SpeltOtherwise {
        unit: unit.clone(),
        before: before.clone(),
        after: name.clone(),
    })
}
