//! From an organisation to lists of units: the inverse of the import.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{Day, Faults, KindId, Place, Placed, Step, UnitId};

use crate::attributes::unit_place;
use crate::check::repeated;
use crate::export_check::{begun, check};
use crate::flow::Flow;
use crate::import_step::is_one_name;
use crate::passing::left_over;
use crate::{
    Event, ExportFault, Hierarchy, ImportFault, ListChange, ListedUnit, Measure, Organisation,
    SuccessionPair, UnitCode, UnitList, UnitLists, UnitOn,
};

impl UnitLists {
    /// The lists that tell what an organisation does, by the codes of `scheme`: one of the first
    /// day, and one of each day on which something happens.
    ///
    /// A unit that goes on and gives parts has a pair with itself: all where the others get
    /// nothing of the population or of the area, nothing where one gets all, a part where they
    /// get parts, else unknown.
    ///
    /// # Errors
    ///
    /// What the organisation says and lists cannot, each at its place in [`Organisation::parts`]:
    /// reading the lists again with [`UnitLists::import`] always gives the same organisation.
    pub fn export(
        organisation: &Organisation,
        scheme: &KindId,
    ) -> Result<Self, Faults<ExportFault>> {
        Faults::check((), check(organisation, scheme))?;
        let lists = lists(organisation, scheme);
        let faults = differences(organisation, &lists);
        Faults::check(lists, faults)
    }
}

fn lists(organisation: &Organisation, scheme: &KindId) -> UnitLists {
    let parts = organisation.parts();
    let day = parts.stated.start();
    let units = |day: Day| {
        organisation.as_of(day).map(|hierarchy| listed(&hierarchy, scheme)).unwrap_or_default()
    };
    // Events come by day, and those of one day rest on one act.
    let days = parts.events.chunk_by(|a, b| a.effective == b.effective);
    let change = |today: &[Event]| {
        let Event { effective: day, act, .. } = today.first()?;
        let pairs = pairs(organisation, scheme, *day).unwrap_or_default();
        Some(ListChange { day: *day, act: act.clone(), units: units(*day), pairs })
    };
    UnitLists {
        id: parts.id.clone(),
        title: parts.title.clone(),
        basis: parts.basis.clone(),
        scheme: scheme.clone(),
        unit_kinds: parts.unit_kinds.clone(),
        acts: parts.acts.clone(),
        opening: UnitList { day, units: units(day) },
        changes: days.filter_map(change).collect(),
    }
    .canonical()
}

/// The units of a day.
fn listed(hierarchy: &Hierarchy<'_>, scheme: &KindId) -> Vec<ListedUnit> {
    let unit = |unit: UnitOn<'_>| {
        let parent = hierarchy.parent(unit.id());
        Some(ListedUnit {
            code: unit.code(scheme)?.clone(),
            kind: unit.kind().id.clone(),
            name: unit.name().clone(),
            parent: parent.and_then(|parent| parent.code(scheme)).cloned(),
        })
    };
    hierarchy.units().filter_map(unit).collect()
}

/// What became what on a day.
fn pairs(organisation: &Organisation, scheme: &KindId, day: Day) -> Option<Vec<SuccessionPair>> {
    let [before, now] = [day.previous()?, day].map(|day| organisation.as_of(day));
    let (before, now) = (before.ok()?, now.ok()?);
    let history = organisation.history();
    let code = |on: &Hierarchy<'_>, unit: &UnitId| -> Option<UnitCode> {
        Some(on.unit(unit)?.code(scheme)?.clone())
    };
    let mut given: BTreeMap<usize, Vec<&Flow>> = BTreeMap::new();
    let mut pairs = Vec::new();
    for flow in given_on(&history.flows, day) {
        given.entry(flow.from).or_default().push(flow);
        let old = code(&before, history.registry.id(flow.from)?)?;
        let new = code(&now, history.registry.id(flow.to)?)?;
        pairs.push(SuccessionPair {
            old,
            new,
            population: flow.shares.population,
            area: flow.shares.area,
        });
    }
    for unit in now.units() {
        let Some(was) = before.unit(unit.id()) else { continue };
        let given = given.get(&unit.position()).map_or(&[][..], Vec::as_slice);
        if !given.is_empty() || !is_known(was, unit, scheme) {
            let [population, area] = Measure::ALL.map(|measure| {
                left_over(given.iter().map(|flow| flow.shares.of(measure)), false).share()
            });
            let (old, new) = (was.code(scheme)?.clone(), unit.code(scheme)?.clone());
            pairs.push(SuccessionPair { old, new, population, area });
        }
    }
    Some(pairs)
}

/// What passes on a day; flows are by day.
fn given_on(flows: &[Flow], day: Day) -> &[Flow] {
    let start = flows.partition_point(|flow| flow.day < day);
    let end = flows.partition_point(|flow| flow.day <= day);
    flows.get(start..end).unwrap_or_default()
}

/// Whether an import knows a unit without a pair: by its code, kind and name.
fn is_known(was: UnitOn<'_>, unit: UnitOn<'_>, scheme: &KindId) -> bool {
    let same_code = was.code(scheme) == unit.code(scheme);
    same_code && was.kind() == unit.kind() && is_one_name(&was.name().vi, &unit.name().vi)
}

/// What the lists would tell otherwise than the organisation.
fn differences(organisation: &Organisation, lists: &UnitLists) -> Vec<Placed<ExportFault>> {
    let events = Place::whole().field("events");
    let imported = match lists.import() {
        Ok(imported) => imported.organisation,
        Err(faults) => return against(organisation, lists, faults),
    };
    let told = &organisation.parts().events;
    let [told_set, inferred] =
        [told, &imported.parts().events].map(|it| it.iter().collect::<BTreeSet<&Event>>());
    let lost = told.iter().enumerate().filter(|(_, event)| !inferred.contains(event));
    // Of two that are the same, such as two ends of one level, lists tell one.
    let lost = lost.chain(repeated(told.iter())).map(|(at, event)| Placed {
        place: events.index(at),
        fault: ExportFault::NotInferred(Box::new(event.clone())),
    });
    let besides = inferred.difference(&told_set).map(|event| Placed {
        place: events.clone(),
        fault: ExportFault::InferredBesides(Box::new(Event::clone(event))),
    });
    lost.chain(besides).collect()
}

/// What the lists have against them, each once, at the unit of the organisation that it is about.
fn against(
    organisation: &Organisation,
    lists: &UnitLists,
    faults: Faults<ImportFault>,
) -> Vec<Placed<ExportFault>> {
    let begun = begun(organisation.parts());
    let in_parts = |Placed { place, fault }: Placed<ImportFault>| {
        let about = about(lists, &place);
        let unit = about
            .and_then(|(code, day)| organisation.by_code(&lists.scheme, code, day).ok().flatten());
        let origin = unit.and_then(|unit| begun.get(unit.id()));
        let place =
            origin.map_or(Place::whole().field("events"), |(origin, ..)| unit_place(*origin));
        Placed { place, fault: ExportFault::Lists(fault) }
    };
    let mut faults = faults.map_placed(in_parts).into_vec();
    faults.dedup();
    faults
}

/// The code of the unit that a place in lists is about, and a day on which it has it.
fn about<'l>(lists: &'l UnitLists, place: &Place) -> Option<(&'l UnitCode, Day)> {
    let (units, pairs, day, rest) = match place.steps() {
        [Step::Field("opening"), rest @ ..] => {
            (&lists.opening.units, [].as_slice(), lists.opening.day, rest)
        }
        [Step::Field("changes"), Step::Index(at), rest @ ..] => {
            let ListChange { units, pairs, day, .. } = lists.changes.get(*at)?;
            (units, pairs.as_slice(), *day, rest)
        }
        _ => return None,
    };
    match rest {
        [Step::Field("units"), Step::Index(at), ..] => Some((&units.get(*at)?.code, day)),
        [Step::Field("pairs"), Step::Index(at), ..] => {
            Some((&pairs.get(*at)?.old, day.previous()?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
