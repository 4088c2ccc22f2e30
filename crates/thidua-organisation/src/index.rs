//! Positions in canonical parts, so that one day's hierarchy is cheap.

use std::collections::BTreeMap;

use thidua_values::{Day, Id, KindId, Period};

use crate::{OrganisationParts, UnitCode};

/// Where parents and codes lead, as positions in the units.
// INVARIANT: made from the canonical parts it is used with; `parents` has an
// entry for each unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Index {
    parents: Vec<Vec<(Period, usize)>>,
    codes: BTreeMap<KindId, BTreeMap<UnitCode, usize>>,
}

impl Index {
    /// The index of canonical parts.
    pub(crate) fn of(parts: &OrganisationParts) -> Self {
        let units = &parts.units;
        let above = |unit| find(units, unit, |unit| &unit.id);
        let parents = units.iter().map(|unit| {
            let dated = unit.parents.iter();
            dated.filter_map(|parent| Some((parent.during, above(&parent.unit)?))).collect()
        });
        let parents = parents.collect();
        let mut codes: BTreeMap<KindId, BTreeMap<UnitCode, usize>> = BTreeMap::new();
        for (position, unit) in units.iter().enumerate() {
            for code in &unit.codes {
                codes.entry(code.scheme.clone()).or_default().insert(code.code.clone(), position);
            }
        }
        Self { parents, codes }
    }

    /// For each unit, its parent on that day.
    pub(crate) fn parents_on(&self, day: Day) -> Vec<Option<usize>> {
        let on_day = |dated: &Vec<(Period, usize)>| {
            dated.iter().find(|(period, _)| period.contains(day)).map(|(_, parent)| *parent)
        };
        self.parents.iter().map(on_day).collect()
    }

    /// The unit with that code.
    pub(crate) fn by_code(&self, scheme: &KindId, code: &UnitCode) -> Option<usize> {
        self.codes.get(scheme)?.get(code).copied()
    }
}

/// The position of the thing with that id, in things sorted by id.
pub(crate) fn find<T, M>(sorted: &[T], id: &Id<M>, id_of: impl Fn(&T) -> &Id<M>) -> Option<usize> {
    sorted.binary_search_by(|thing| id_of(thing).cmp(id)).ok()
}
