//! A row for every fault, and how overlaps are found.

use std::collections::BTreeSet;

use proptest::prelude::*;
use thidua_values::{Fault, strategies};

use super::*;
use crate::{Organisation, sample};

mod clusters;
mod events;
mod parts_of_units;
mod references;
mod units;

/// A way to spoil the sample, and the faults that it makes: code and line.
struct Row {
    spoil: fn(&mut OrganisationParts),
    faults: &'static [(&'static str, &'static str)],
}

const ROWS: [&[Row]; 5] =
    [references::ROWS, units::ROWS, events::ROWS, parts_of_units::ROWS, clusters::ROWS];

fn rows() -> impl Iterator<Item = &'static Row> {
    ROWS.into_iter().flatten()
}

/// The faults of the sample when it is spoiled.
fn faults(spoil: impl FnOnce(&mut OrganisationParts)) -> Vec<Placed<OrganisationFault>> {
    let mut parts = sample::parts();
    spoil(&mut parts);
    Organisation::try_new(parts).unwrap_err().into_vec()
}

/// The code of a fault, and its line.
fn shown(placed: &Placed<OrganisationFault>) -> (&'static str, String) {
    (placed.fault.code(), format!("{}: {}", placed.place, placed.fault))
}

#[test]
fn faults_are_told_with_place_and_words() {
    for row in rows() {
        let found: Vec<_> = faults(row.spoil).iter().map(shown).collect();
        let found: Vec<_> = found.iter().map(|(code, line)| (*code, line.as_str())).collect();
        assert_eq!(found, row.faults);
    }
}

/// The variants of a fault by name; a variant that is not named does not compile.
macro_rules! variants {
    ($name:ident: $fault:ident { $($variant:ident)* }) => {
        mod $name {
            use crate::$fault;

            pub(super) const ALL: &[&str] = &[$(stringify!($variant)),*];

            pub(super) const fn name(fault: &$fault) -> &'static str {
                match fault {
                    $($fault::$variant { .. } => stringify!($variant)),*
                }
            }
        }
    };
}

variants!(organisation_faults: OrganisationFault {
    DuplicateUnitKind DuplicateUnit DuplicateAct DuplicateBodyKind DuplicateBody
    DuplicateClusterKind DuplicateCluster
    UnknownUnitKind UnknownUnit UnknownAct UnknownBodyKind UnknownClusterKind UnknownBody
    History Body
});

variants!(history_faults: HistoryFault {
    EventOutsideStated TwoLevels FoundedTwice EndedTwice NotLiving ChangedTwice AbolishedTwice TwoCodes
    DuplicateCode GivesItself NoParts NothingGiven AllTransferred GivenTwice MoreThanAll
    LessThanAll ParentNotLiving LeftBelow NoLevel ParentNotAbove
});

variants!(body_faults: BodyFault {
    DuplicateRole UnknownRole DuplicateOffice YearsOfTerm CongressOrder NoMembers TwiceMember
    OutsideStated MemberNotLiving TwoHeads LeaderNoMember TwiceLeader
});

#[test]
fn every_fault_has_a_row() {
    let mut left: BTreeSet<&str> =
        [organisation_faults::ALL, history_faults::ALL, body_faults::ALL]
            .into_iter()
            .flatten()
            .copied()
            .collect();
    for placed in rows().flat_map(|row| faults(row.spoil)) {
        left.remove(organisation_faults::name(&placed.fault));
        match &placed.fault {
            OrganisationFault::History(fault) => left.remove(history_faults::name(fault)),
            OrganisationFault::Body(fault) => left.remove(body_faults::name(fault)),
            _ => continue,
        };
    }
    assert!(left.is_empty(), "no row for {left:?}");
}

#[test]
fn codes_are_distinct() {
    let named = |placed: Placed<OrganisationFault>| match &placed.fault {
        OrganisationFault::History(fault) => (fault.code(), history_faults::name(fault)),
        OrganisationFault::Body(fault) => (fault.code(), body_faults::name(fault)),
        fault => (fault.code(), organisation_faults::name(fault)),
    };
    let named: BTreeSet<_> = rows().flat_map(|row| faults(row.spoil)).map(named).collect();
    let codes: BTreeSet<_> = named.iter().map(|(code, _)| code).collect();
    assert_eq!(codes.len(), named.len());
}

#[test]
fn all_faults_are_told_at_once_by_place() {
    let found = faults(|parts| {
        parts.clusters[0].led_by = "nobody".parse().unwrap();
        parts.bodies[1].kind = "nothing".parse().unwrap();
        parts.units[4].codes = parts.units[3].codes.clone();
        parts.units[3].kind = "nothing".parse().unwrap();
        parts.events.push(parts.events[0].clone());
        parts.events[1].act = "nothing".parse().unwrap();
        parts.events[0].effective = parts.stated.start();
    });
    let places: Vec<_> = found.iter().map(|placed| placed.place.to_string()).collect();
    assert_eq!(
        places,
        [
            "bodies[1].kind",
            "clusters[0].led_by",
            "events[0].effective",
            "events[1].act",
            "units[3].kind",
            "units[4].codes",
        ]
    );
}

proptest! {
    /// Law: what overlaps is what shares a day with one that comes before
    /// it by period, then by position; the one named is such a one.
    #[test]
    fn overlapping_equals_its_definition(periods in prop::collection::vec(strategies::period(), 0..6)) {
        let mut dated: Vec<_> = periods.into_iter().zip(0..).collect();
        let found = overlapping(dated.iter().map(|(period, position)| (*period, *position, *period)));
        prop_assert!(found.iter().all(|(first, _, second)| first <= second && first.overlaps(*second)));
        dated.sort();
        let overlaps = |at: usize| dated[..at].iter().any(|(first, _)| first.overlaps(dated[at].0));
        let by_definition: Vec<_> = (0..dated.len()).filter(|at| overlaps(*at)).map(|at| dated[at].1).collect();
        let found: Vec<_> = found.into_iter().map(|(_, position, _)| position).collect();
        prop_assert_eq!(found, by_definition);
    }
}
