//! From lists of units to an organisation: what happened is inferred, and what could not be is told.

use std::collections::BTreeMap;

use thidua_values::{Day, Faults, Finding, KindId, Period, Place, Placed, Step, UnitId};

use crate::import_check::check;
use crate::import_events::events;
use crate::import_findings::findings;
use crate::import_step::ListStep;
use crate::{
    Code, Event, ImportCode, ImportFault, ListedUnit, Organisation, OrganisationFault,
    OrganisationParts, Unit, UnitCode, UnitLists,
};

/// What lists of units tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The units and what happens to them, without bodies and clusters, from the opening on. What
    /// is doubtful about it, such as a share that nobody knows, is told by [`Organisation::lint`].
    pub organisation: Organisation,
    /// What was inferred by rule, in the order of places in the lists.
    pub findings: Vec<Finding<ImportCode>>,
}

impl UnitLists {
    /// What happened to the units, as far as the lists and the pairs between them tell.
    ///
    /// A unit's id is made of the scheme, its code and its first day, such as
    /// `gso-00373-2025-01-01`; the code in small letters. It is never read again: a code that
    /// changes, or is used for another unit, changes no id.
    ///
    /// Between two lists a unit goes on
    /// - under its code, if its kind and its Vietnamese name stay and no pair tells that it was
    ///   given away: there is no pair of it, or one with itself (the part that stayed);
    /// - under its code with another name or kind, if all of it became that code's unit and
    ///   nothing else did;
    /// - under another code, if its kind, its name and the unit above it stay, all of it became
    ///   that code's unit, nothing else did, and no other unit goes on under the code.
    ///
    /// Names are compared by their [`NameKey`](thidua_notation::NameKey): Yên Hoà is Yên Hòa. What
    /// differs of it is told: another code, name (in whichever language or spelling), kind or unit
    /// above. Every other unit ends, and every other unit of the new list begins. Pairs with a unit
    /// that begins, and pairs of a unit that ends, are told as mergers; those between two units
    /// that go on as boundary transfers. What a unit that goes on keeps is what it does not give:
    /// all beside nothing, a part beside a part; a pair with itself that says otherwise is found. A
    /// unit that ends and did not give all of itself to one unit is dissolved. Where no kind stands
    /// at a level any more, and none of its units goes on, the level is abolished, whatever became
    /// of single ones, and nobody is moved to the next unit above that goes on.
    ///
    /// # Errors
    ///
    /// Every fault of the lists, each at its place; without any, what the units between the days
    /// of the lists have against the levels of their kinds.
    pub fn import(&self) -> Result<Imported, Faults<ImportFault>> {
        Faults::check((), check(self))?;
        let mut import = Import::opened(self);
        let mut before = (Place::whole().field("opening"), self.opening.units.as_slice());
        for (change, at) in self.changes.iter().zip(0..) {
            let place = Place::whole().field("changes").index(at);
            import.take(&ListStep::of(self, change, before, place.clone()));
            before = (place, &change.units);
        }
        import.finished()
    }
}

/// The text of the id of a unit: scheme, code and first day.
pub(crate) fn id_text(scheme: &KindId, code: &UnitCode, day: Day) -> String {
    format!("{scheme}-{}-{day}", code.as_str().to_ascii_lowercase())
}

/// The organisation of the lists without its units and events.
pub(crate) fn frame(lists: &UnitLists) -> OrganisationParts {
    OrganisationParts {
        id: lists.id.clone(),
        title: lists.title.clone(),
        basis: lists.basis.clone(),
        stated: Period::starting(lists.opening.day),
        unit_kinds: lists.unit_kinds.clone(),
        units: Vec::new(),
        acts: lists.acts.clone(),
        events: Vec::new(),
        body_kinds: Vec::new(),
        bodies: Vec::new(),
        cluster_kinds: Vec::new(),
        clusters: Vec::new(),
    }
}

/// The units of a list, by code.
pub(crate) type Ids<'l> = BTreeMap<&'l UnitCode, UnitId>;

/// A listed unit as it begins.
pub(crate) fn begun(listed: &ListedUnit, scheme: &KindId, ids: &Ids<'_>) -> Option<Unit> {
    let code = Code { scheme: scheme.clone(), code: listed.code.clone() };
    Some(Unit {
        id: ids.get(&listed.code)?.clone(),
        kind: listed.kind.clone(),
        name: listed.name.clone(),
        codes: vec![code],
        parent: listed.parent.as_ref().and_then(|parent| ids.get(parent)).cloned(),
    })
}

/// What was read so far.
struct Import<'l> {
    lists: &'l UnitLists,
    /// The units of the last list.
    ids: Ids<'l>,
    units: Vec<Unit>,
    /// The events, and where the lists tell them.
    events: Vec<(Event, Place)>,
    findings: Vec<Finding<ImportCode>>,
}

impl<'l> Import<'l> {
    fn opened(lists: &'l UnitLists) -> Self {
        let opening = &lists.opening;
        let minted = |unit: &'l ListedUnit| mint(&lists.scheme, &unit.code, opening.day);
        let ids: Ids<'l> = opening.units.iter().filter_map(minted).collect();
        let begun = |unit: &'l ListedUnit| begun(unit, &lists.scheme, &ids);
        let units = opening.units.iter().filter_map(begun).collect();
        Self { lists, ids, units, events: Vec::new(), findings: Vec::new() }
    }

    fn take(&mut self, step: &ListStep<'l>) {
        let scheme = &self.lists.scheme;
        let id = |code: &'l UnitCode| match step.was(code) {
            Some(old) => Some((code, self.ids.get(old)?.clone())),
            None => mint(scheme, code, step.change.day),
        };
        let ids: Ids<'l> = step.change.units.iter().filter_map(|unit| id(&unit.code)).collect();
        self.events.extend(events(step, scheme, [&self.ids, &ids]));
        self.findings.extend(findings(step));
        self.ids = ids;
    }

    fn finished(self) -> Result<Imported, Faults<ImportFault>> {
        let Self { lists, units, events, mut findings, .. } = self;
        let (events, places): (Vec<Event>, Vec<Place>) = events.into_iter().unzip();
        let organisation =
            Organisation::try_new(OrganisationParts { units, events, ..frame(lists) })
                .map_err(|faults| faults.map_placed(|fault| in_lists(fault, &places)))?;
        findings.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
        Ok(Imported { organisation, findings })
    }
}

/// The id of a unit that begins, by its code.
fn mint<'l>(scheme: &KindId, code: &'l UnitCode, day: Day) -> Option<(&'l UnitCode, UnitId)> {
    Some((code, id_text(scheme, code, day).parse().ok()?))
}

/// A fault of the parts, at the place in the lists where they come from.
fn in_lists(
    Placed { place, fault }: Placed<OrganisationFault>,
    events: &[Place],
) -> Placed<ImportFault> {
    let place = match place.steps() {
        [Step::Field("units"), ..] => place.under("opening"),
        [Step::Field("events"), Step::Index(at), ..] => events.get(*at).cloned().unwrap_or(place),
        _ => place,
    };
    Placed { place, fault: ImportFault::Organisation(fault) }
}

#[cfg(test)]
mod tests;
