//! Bodies, held against their kinds and units.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{KindId, Place};

use crate::check::{item, repeated};
use crate::history::History;
use crate::replay::Found;
use crate::{Body, BodyFault, BodyKind, OrganisationFault, OrganisationParts, Term};

/// Notes what is wrong with kinds of body and bodies.
pub(crate) fn check_bodies(parts: &OrganisationParts, history: &History, found: &mut Found) {
    for (kind, position) in parts.body_kinds.iter().zip(0..) {
        for (at, role) in repeated(kind.roles.iter().map(|role| &role.id)) {
            let place = item("body_kinds", position).field("roles").index(at).field("id");
            found.note(place, BodyFault::DuplicateRole(role.clone()));
        }
    }
    // Backwards, for the last of equal keys stays.
    let kinds: BTreeMap<&KindId, &BodyKind> =
        parts.body_kinds.iter().rev().map(|kind| (&kind.id, kind)).collect();
    for (body, position) in parts.bodies.iter().zip(0..) {
        let place = || item("bodies", position);
        if history.position(&body.unit).is_none() {
            let fault = OrganisationFault::UnknownUnit(body.unit.clone());
            found.note(place().field("unit"), fault);
        }
        let Some(kind) = kinds.get(&body.kind) else {
            let fault = OrganisationFault::UnknownBodyKind(body.kind.clone());
            found.note(place().field("kind"), fault);
            continue;
        };
        let roles = kind.roles.iter().map(|role| &role.id).collect();
        check_terms(body, &roles, &place().field("terms"), found);
    }
}

fn check_terms(body: &Body, roles: &BTreeSet<&KindId>, place: &Place, found: &mut Found) {
    let mut terms: Vec<(usize, &Term)> = body.terms.iter().enumerate().collect();
    for (at, term) in &terms {
        check_term(term, roles, &place.index(*at), found);
    }
    terms.sort_by_key(|(_, term)| (term.congress.day, term.congress.ordinal));
    for pair in terms.windows(2) {
        let [(_, before), (at, after)] = pair else { continue };
        let (before, after) = (&before.congress, &after.congress);
        if after.day <= before.day || after.ordinal <= before.ordinal {
            let fault = BodyFault::CongressOrder {
                ordinal: after.ordinal,
                day: after.day,
                previous: before.ordinal,
                previous_day: before.day,
            };
            found.note(place.index(*at).field("congress"), fault);
        }
    }
}

fn check_term(term: &Term, roles: &BTreeSet<&KindId>, place: &Place, found: &mut Found) {
    if term.last_year <= term.first_year {
        let fault = BodyFault::YearsOfTerm { first: term.first_year, last: term.last_year };
        found.note(place.field("last_year"), fault);
    }
    let office = |at| place.field("offices").index(at).field("role");
    for (at, role) in repeated(term.offices.iter().map(|office| &office.role)) {
        found.note(office(at), BodyFault::DuplicateOffice(role.clone()));
    }
    for (at, held) in term.offices.iter().enumerate() {
        if !roles.contains(&held.role) {
            found.note(office(at), BodyFault::UnknownRole(held.role.clone()));
        }
    }
}
