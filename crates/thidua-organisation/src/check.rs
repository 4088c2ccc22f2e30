//! What is checked before parts become an organisation.

use std::collections::BTreeSet;

use thidua_values::{Period, Place, Placed};

use crate::check_body::check_bodies;
use crate::check_cluster::check_clusters;
use crate::history::History;
use crate::replay::Found;
use crate::{HistoryFault, OrganisationFault, OrganisationParts, UnitKind};

/// What parts come to.
pub(crate) struct Checked {
    pub(crate) history: History,
    /// The unit that each event is about, by the event's position.
    pub(crate) about: Vec<Option<usize>>,
    /// All faults of the parts, each at its place in the order they were given.
    pub(crate) faults: Vec<Placed<OrganisationFault>>,
}

/// The history that parts tell, and what is wrong with them.
pub(crate) fn check(parts: &OrganisationParts) -> Checked {
    let mut found = Found::default();
    check_ids(parts, &mut found);
    for (kind, position) in parts.unit_kinds.iter().zip(0..) {
        check_kind(kind, position, &mut found);
    }
    let (history, about) = History::of(parts, &mut found);
    check_bodies(parts, &history, &mut found);
    check_clusters(parts, &history, &mut found);
    Checked { history, about, faults: found.0 }
}

fn check_ids(parts: &OrganisationParts, found: &mut Found) {
    macro_rules! once {
        ($list:ident, $fault:ident) => {
            for (position, id) in repeated(parts.$list.iter().map(|one| &one.id)) {
                let place = item(stringify!($list), position).field("id");
                found.note(place, OrganisationFault::$fault(id.clone()));
            }
        };
    }
    once!(unit_kinds, DuplicateUnitKind);
    once!(units, DuplicateUnit);
    once!(acts, DuplicateAct);
    once!(body_kinds, DuplicateBodyKind);
    once!(bodies, DuplicateBody);
    once!(cluster_kinds, DuplicateClusterKind);
    once!(clusters, DuplicateCluster);
}

fn check_kind(kind: &UnitKind, position: usize, found: &mut Found) {
    let dated = kind.levels.iter().zip(0..);
    for (first, at, second) in
        overlapping(dated.map(|(level, at)| (level.during, at, level.during)))
    {
        let place = item("unit_kinds", position).field("levels").index(at).field("during");
        found.note(place, HistoryFault::TwoLevels { kind: kind.id.clone(), first, second });
    }
}

pub(crate) fn item(list: &'static str, position: usize) -> Place {
    Place::whole().field(list).index(position)
}

/// The keys that came before, with their positions.
pub(crate) fn repeated<K: Copy + Ord>(
    keys: impl Iterator<Item = K>,
) -> impl Iterator<Item = (usize, K)> {
    let mut seen = BTreeSet::new();
    keys.enumerate().filter(move |(_, key)| !seen.insert(*key))
}

/// Each thing that shares a day with one that starts no later, after that one
/// and its own position.
pub(crate) fn overlapping<T: Copy>(
    dated: impl IntoIterator<Item = (Period, usize, T)>,
) -> Vec<(T, usize, T)> {
    let mut dated: Vec<_> = dated.into_iter().collect();
    dated.sort_by_key(|(period, position, _)| (*period, *position));
    let mut found = Vec::new();
    // Of those so far, the one that ends last: if it does not overlap, none does.
    let mut lasting: Option<(Period, T)> = None;
    for (period, position, thing) in dated {
        if let Some((earlier, first)) = lasting
            && earlier.overlaps(period)
        {
            found.push((first, position, thing));
        }
        if lasting.is_none_or(|(earlier, _)| ends_later(period, earlier)) {
            lasting = Some((period, thing));
        }
    }
    found
}

fn ends_later(a: Period, b: Period) -> bool {
    match (a.until(), b.until()) {
        (Some(a), Some(b)) => b < a,
        (a, b) => a.is_none() && b.is_some(),
    }
}

#[cfg(test)]
mod tests;
