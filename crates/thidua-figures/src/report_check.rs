//! What is checked before parts become a report.

use std::collections::{BTreeMap, BTreeSet};

use thidua_notation::Date;
use thidua_values::{ClaimId, Coded, Place, Placed};

use crate::{Claim, Relation, ReportFault, ReportParts, Stated};

/// All faults of the parts, each at its place in the order they were given.
pub(crate) fn check(parts: &ReportParts) -> Vec<Placed<ReportFault>> {
    let mut known = BTreeMap::new();
    for claim in &parts.claims {
        // Of two with one id the first is meant.
        known.entry(&claim.id).or_insert(&claim.states);
    }
    let mut check = Check { known, ids: BTreeSet::new(), faults: Vec::new() };
    if let Some(year) = parts.year.filter(|year| !Date::YEARS.contains(year)) {
        check.note(Place::whole().field("year"), ReportFault::NoSuchYear(year));
    }
    if let Some(period) = parts.covers.filter(|period| period.until().is_none()) {
        check.note(Place::whole().field("covers"), ReportFault::NoEnd(period));
    }
    for (claim, at) in parts.claims.iter().zip(0..) {
        check.claim(claim, &Place::whole().field("claims").index(at));
    }
    check.faults
}

/// A check on the way.
struct Check<'p> {
    /// What each claim states.
    known: BTreeMap<&'p ClaimId, &'p Stated>,
    ids: BTreeSet<&'p ClaimId>,
    faults: Vec<Placed<ReportFault>>,
}

impl<'p> Check<'p> {
    fn note(&mut self, place: Place, fault: ReportFault) {
        self.faults.push(Placed { place, fault });
    }

    fn claim(&mut self, claim: &'p Claim, place: &Place) {
        if !self.ids.insert(&claim.id) {
            self.note(place.field("id"), ReportFault::DuplicateClaim(claim.id.clone()));
        }
        if let Some(numeral) = claim.numeral.clone() {
            let quote = claim.quote.clone();
            let fault = match stands_at(quote.as_str(), numeral.as_str()).len() {
                0 => Some(ReportFault::NotInQuote { numeral, quote }),
                1 => None,
                _ => Some(ReportFault::TwiceInQuote { numeral, quote }),
            };
            if let Some(fault) = fault {
                self.note(place.field("numeral"), fault);
            }
        }
        let states = place.field("states");
        match &claim.states {
            Stated::Figure { period, .. } | Stated::Share { period, .. }
                if period.until().is_none() =>
            {
                self.note(states.field("period"), ReportFault::NoEnd(*period));
            }
            Stated::Change { of, .. } => self.named(claim, of, "share", states.field("of")),
            _ => {}
        }
        for (relation, at) in claim.relations.iter().zip(0..) {
            self.relation(claim, relation, &place.field("relations").index(at));
        }
    }

    fn relation(&mut self, claim: &'p Claim, relation: &'p Relation, place: &Place) {
        let (own, sort) = relation.sorts();
        let states = claim.states.code();
        if !own.contains(&states) {
            self.note(place.field("kind"), ReportFault::NotFor { needed: own, states });
        }
        let mut met = BTreeSet::new();
        for (other, at) in relation.claims().into_iter().zip(0..) {
            let place = match relation {
                Relation::WholeOf { .. } => place.field("parts").index(at),
                Relation::YearsInARow { .. } => place.field("years").index(at),
                Relation::YearsBetween { .. } if at == 0 => place.field("first"),
                Relation::YearsBetween { .. } => place.field("anniversary"),
                Relation::PercentageOf { .. } => place.field("share"),
                _ => place.field("claim"),
            };
            if met.insert(other) {
                self.named(claim, other, sort, place);
            } else {
                self.note(place, ReportFault::RepeatedClaim(other.clone()));
            }
        }
        self.lists(relation, place);
    }

    /// Lists that must name something, and nothing twice.
    fn lists(&mut self, relation: &Relation, place: &Place) {
        let (field, is_empty) = match relation {
            Relation::WholeOf { parts } => ("parts", parts.is_empty()),
            Relation::YearsInARow { years } => ("years", years.is_empty()),
            Relation::Units { kinds, .. } => ("kinds", kinds.is_empty()),
            _ => return,
        };
        if is_empty {
            self.note(place.field(field), ReportFault::NothingNamed);
        }
        let Relation::Units { kinds, .. } = relation else { return };
        let mut met = BTreeSet::new();
        for (kind, at) in kinds.iter().zip(0..) {
            if !met.insert(kind) {
                let fault = ReportFault::RepeatedKind(kind.clone());
                self.note(place.field("kinds").index(at), fault);
            }
        }
    }

    /// Another claim, which is to be of a sort.
    fn named(&mut self, claim: &Claim, other: &ClaimId, needed: &'static str, place: Place) {
        let fault = match self.known.get(other).map(|stated| stated.code()) {
            _ if claim.id == *other => ReportFault::Itself(other.clone()),
            None => ReportFault::UnknownClaim(other.clone()),
            Some(states) if states != needed => {
                ReportFault::OtherSort { claim: other.clone(), needed, states }
            }
            Some(_) => return,
        };
        self.note(place, fault);
    }
}

/// Where a numeral stands in a quote by itself: `5%` does not stand in `85%`, nor `4` in `4.375`.
pub(crate) fn stands_at(quote: &str, numeral: &str) -> Vec<usize> {
    let ends = |rest: &mut dyn Iterator<Item = char>, end: Option<char>| {
        let Some(end) = end.filter(|end| end.is_alphanumeric()) else { return true };
        match rest.next() {
            Some('.' | ',') => !(end.is_numeric() && rest.next().is_some_and(char::is_numeric)),
            next => next.is_none_or(|next| !next.is_alphanumeric()),
        }
    };
    let found = quote.match_indices(numeral).filter(|(at, _)| {
        let (before, behind) = quote.split_at_checked(*at).unwrap_or_default();
        let behind = behind.strip_prefix(numeral).unwrap_or_default();
        ends(&mut before.chars().rev(), numeral.chars().next())
            && ends(&mut behind.chars(), numeral.chars().next_back())
    });
    found.map(|(at, _)| at).collect()
}
