//! Comparability: the finest groups of units that two days share.

use std::collections::BTreeMap;

use thidua_values::{Day, UnitId};

use crate::glue::bridges;
use crate::{Level, Measure, Organisation, Passage, Share, Succession};

/// The finest groups of units within which figures of two days compare: what the units of a group
/// had together on the first day is what those of the same group have on the other.
///
/// Two units are in one group if something of the one is, or may be, in the other by the measure:
/// a part of area alone does not bind figures about people.
///
/// vi: Các nhóm đơn vị nhỏ nhất có thể so sánh số liệu giữa hai ngày.
#[derive(Clone, Debug)]
pub struct Comparability<'o> {
    organisation: &'o Organisation,
    from: Day,
    to: Day,
    measure: Measure,
    groups: Vec<ComparableGroup>,
}

/// Units of two days whose figures compare in total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparableGroup {
    /// The units of the earlier day, by id; none if those of the later day came from nothing that
    /// is told.
    pub before: Vec<UnitId>,
    /// The units of the later day, by id; none if those of the earlier day have no successors.
    pub after: Vec<UnitId>,
    /// The passages, of parts or of unknown shares, without any one of which the earlier units
    /// would be in two groups. By the earlier unit, then by the later one.
    pub glue: Vec<Glue>,
}

/// A passage without which the earlier units of a group would be in two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glue {
    /// The passage, of a part or of an unknown share.
    pub passage: Passage,
    /// How many units of the earlier day would be on the side of the earlier unit.
    pub units_before: usize,
    /// How many would be on the side of the later unit.
    pub units_after: usize,
}

/// How coarse groups are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coarseness {
    /// How many units of the earlier day there are.
    pub units: usize,
    /// How many groups.
    pub groups: usize,
    /// How many of those units are alone in their group, so that they compare by themselves.
    pub alone: usize,
    /// How many of them the largest group has.
    pub largest: usize,
}

impl<'o> Comparability<'o> {
    pub(crate) fn of(succession: &Succession<'o>, measure: Measure) -> Self {
        let passages = succession.passages();
        let binding: Vec<&Passage> =
            passages.iter().filter(|passage| passage.of(measure) != Share::None).collect();
        let (from, to) = (succession.from(), succession.to());
        let organisation = succession.organisation();
        let groups = groups(organisation, (from, to), &binding);
        let groups = groups.into_iter().map(|group| group.glued(measure)).collect();
        Self { organisation, from, to, measure, groups }
    }

    /// The earlier day.
    #[must_use]
    pub const fn from(&self) -> Day {
        self.from
    }

    /// The later day.
    #[must_use]
    pub const fn to(&self) -> Day {
        self.to
    }

    /// By what they compare.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.measure
    }

    /// The groups, by their first unit.
    #[must_use]
    pub fn groups(&self) -> &[ComparableGroup] {
        &self.groups
    }

    /// The groups that have a unit of a level on one of the days.
    #[must_use]
    pub fn at(self, level: Level) -> Self {
        let stands = |unit: &UnitId, day: Day| {
            let unit = self.organisation.unit_on(unit, day).ok().flatten();
            unit.is_some_and(|unit| unit.level() == level)
        };
        let is_of = |group: &ComparableGroup| {
            group.before.iter().any(|unit| stands(unit, self.from))
                || group.after.iter().any(|unit| stands(unit, self.to))
        };
        Self { groups: self.groups.into_iter().filter(is_of).collect(), ..self }
    }

    /// The group of a unit of either day; of the earlier one, where both have a unit of the id.
    #[must_use]
    pub fn group_of(&self, unit: &UnitId) -> Option<&ComparableGroup> {
        let before = self.groups.iter().find(|group| group.before.contains(unit));
        before.or_else(|| self.groups.iter().find(|group| group.after.contains(unit)))
    }

    /// How coarse the groups are.
    #[must_use]
    pub fn coarseness(&self) -> Coarseness {
        let sizes = || self.groups.iter().map(|group| group.before.len());
        Coarseness {
            units: sizes().sum(),
            groups: self.groups.len(),
            alone: sizes().filter(|size| *size == 1).count(),
            largest: sizes().max().unwrap_or_default(),
        }
    }
}

/// A group on the way, with all that binds it.
struct Bound<'p> {
    before: Vec<UnitId>,
    after: Vec<UnitId>,
    binding: Vec<&'p Passage>,
}

impl Bound<'_> {
    fn glued(self, measure: Measure) -> ComparableGroup {
        let Self { before, after, binding } = self;
        let whole = |passage: &Passage| passage.of(measure) == Share::All;
        // A group of one earlier unit, or of units that are wholly in one, needs no glue.
        let needs_glue = 1 < before.len() && !binding.iter().all(|passage| whole(passage));
        let glue = if needs_glue { bridges(&before, &after, &binding) } else { Vec::new() };
        let glues =
            |glue: &Glue| !whole(&glue.passage) && glue.units_before != 0 && glue.units_after != 0;
        let glue = glue.into_iter().filter(glues).collect();
        ComparableGroup { before, after, glue }
    }
}

/// The units of both days, in groups that passages bind.
fn groups<'p>(
    organisation: &Organisation,
    (from, to): (Day, Day),
    binding: &[&'p Passage],
) -> Vec<Bound<'p>> {
    let history = organisation.history();
    let units = history.len();
    let mut sets = Sets::of(2 * units);
    let ends =
        |passage: &Passage| history.position(&passage.before).zip(history.position(&passage.after));
    for (before, after) in binding.iter().filter_map(|passage| ends(passage)) {
        sets.join(before, units + after);
    }
    let mut groups: BTreeMap<usize, Bound<'p>> = BTreeMap::new();
    let empty = || Bound { before: Vec::new(), after: Vec::new(), binding: Vec::new() };
    for unit in 0..units {
        let Some(id) = history.registry.id(unit) else { continue };
        if history.lives_on(unit, from) {
            groups.entry(sets.first(unit)).or_insert_with(empty).before.push(id.clone());
        }
        if history.lives_on(unit, to) {
            groups.entry(sets.first(units + unit)).or_insert_with(empty).after.push(id.clone());
        }
    }
    for passage in binding {
        let set = ends(passage).map(|(before, _)| sets.first(before));
        if let Some(group) = set.and_then(|set| groups.get_mut(&set)) {
            group.binding.push(passage);
        }
    }
    groups.into_values().collect()
}

/// Disjoint sets of numbers.
struct Sets {
    next: Vec<usize>,
}

impl Sets {
    fn of(size: usize) -> Self {
        Self { next: (0..size).collect() }
    }

    /// The least of the set of a number.
    fn first(&mut self, mut one: usize) -> usize {
        while let Some(next) = self.next.get(one).copied()
            && next != one
        {
            let after = self.next.get(next).copied().unwrap_or(next);
            if let Some(place) = self.next.get_mut(one) {
                *place = after;
            }
            one = next;
        }
        one
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        if let Some(place) = self.next.get_mut(a.max(b)) {
            *place = a.min(b);
        }
    }
}

#[cfg(test)]
mod tests;
