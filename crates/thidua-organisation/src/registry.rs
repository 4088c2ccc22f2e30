//! The units of an organisation, by position and by id.

use foldhash::fast::FixedState;
use thidua_values::UnitId;

/// A map that is only looked up, with a hasher that is the same in every run.
#[expect(clippy::disallowed_types, reason = "it is only looked up, never walked")]
pub(crate) type Lookup<K, V> = std::collections::HashMap<K, V, FixedState>;

/// A map with room for that many keys.
pub(crate) fn lookup<K, V>(room: usize) -> Lookup<K, V> {
    Lookup::with_capacity_and_hasher(room, FixedState::default())
}

/// The units that there ever are, in the order of their ids.
// INVARIANT: `ids` is sorted and names no unit twice; `positions` is its inverse.
#[derive(Clone, Debug)]
pub(crate) struct Registry {
    ids: Vec<UnitId>,
    positions: Lookup<UnitId, usize>,
}

impl Registry {
    pub(crate) fn of<'u>(ids: impl Iterator<Item = &'u UnitId>) -> Self {
        let mut ids: Vec<UnitId> = ids.cloned().collect();
        ids.sort();
        ids.dedup();
        let positions = ids.iter().cloned().zip(0..).collect();
        Self { ids, positions }
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(crate) fn id(&self, position: usize) -> Option<&UnitId> {
        self.ids.get(position)
    }

    pub(crate) fn position(&self, id: &UnitId) -> Option<usize> {
        self.positions.get(id).copied()
    }
}
