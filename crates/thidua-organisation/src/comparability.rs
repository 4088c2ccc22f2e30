//! Comparability: the finest groups of units that two days share.

use std::collections::BTreeMap;

use thidua_values::{Day, UnitId};

use crate::glue::bridges;
use crate::share::ByMeasure;
use crate::{Level, Measure, Organisation, Passage, Share, Side, Succession};

/// The finest groups of units within which figures of two days compare: what the units of a group
/// had together on the first day is what those of the same group have on the other, where the
/// group [is closed](ComparableGroup::is_closed).
///
/// Two units are in one group if something of the one is, or may be, in the other by the measure:
/// a part of area alone does not bind figures about people.
///
/// vi: Các nhóm đơn vị nhỏ nhất có thể so sánh số liệu giữa hai ngày.
// INVARIANT: `of_before` and `of_after` have the position of its group for each unit of either
// day, by the position of the unit.
#[derive(Clone, Debug)]
pub struct Comparability<'o> {
    organisation: &'o Organisation,
    from: Day,
    to: Day,
    measure: Measure,
    groups: Vec<ComparableGroup>,
    of_before: Vec<Option<usize>>,
    of_after: Vec<Option<usize>>,
}

/// Units of two days whose figures compare in total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparableGroup {
    /// The units of the earlier day, by id; none if those of the later day came from nothing that
    /// is told.
    pub before: Vec<UnitId>,
    /// The units of the later day, by id; none if those of the earlier day have no successors.
    pub after: Vec<UnitId>,
    /// The earlier units of which something may be in none of the later ones, by id: such as one
    /// of which a part was merged before it was dissolved.
    pub lost: Vec<UnitId>,
    /// The later units in which there may be something of none of the earlier ones, by id: such
    /// as one into which a unit was merged that was founded of nothing that is told.
    pub foreign: Vec<UnitId>,
    /// The earlier units in the groups that they would be in if only what is whole bound them,
    /// each by id. Where there are several, parts or unknown shares hold the group together.
    pub wholes: Vec<Vec<UnitId>>,
    /// The passages, of parts or of unknown shares, without any one of which the earlier units
    /// would be in two groups. By the earlier unit, then by the later one. There are none where
    /// several hold each part of the group.
    pub glue: Vec<Glue>,
}

impl ComparableGroup {
    /// Whether nothing leaves the group and nothing comes into it, so that what it has on one day
    /// is what it has on the other.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.lost.is_empty() && self.foreign.is_empty()
    }
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
    /// How many groups have units of both days.
    pub groups: usize,
    /// How many of those units compare by themselves: each is alone in its group on its day, and
    /// the group is closed.
    pub alone: usize,
    /// How many of them have no successors.
    pub gone: usize,
    /// How many units of the later day came from none of them.
    pub new: usize,
    /// How many of them the largest group has.
    pub largest: usize,
}

impl<'o> Comparability<'o> {
    pub(crate) fn of(succession: &Succession<'o>, measure: Measure) -> Self {
        let (from, to) = (succession.from(), succession.to());
        let organisation = succession.organisation();
        let groups = groups(succession, measure).into_iter().map(|group| group.glued(measure));
        Self::with(organisation, (from, to), measure, groups.collect())
    }

    fn with(
        organisation: &'o Organisation,
        (from, to): (Day, Day),
        measure: Measure,
        groups: Vec<ComparableGroup>,
    ) -> Self {
        let history = organisation.history();
        let index = |side| {
            let mut of_units = vec![None; history.len()];
            for (group, at) in groups.iter().zip(0..) {
                for unit in group.units(side).iter().filter_map(|unit| history.position(unit)) {
                    if let Some(of_unit) = of_units.get_mut(unit) {
                        *of_unit = Some(at);
                    }
                }
            }
            of_units
        };
        let (of_before, of_after) = (index(Side::Before), index(Side::After));
        Self { organisation, from, to, measure, groups, of_before, of_after }
    }

    /// The organisation.
    #[must_use]
    pub const fn organisation(&self) -> &'o Organisation {
        self.organisation
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
        let groups = self.groups.into_iter().filter(is_of).collect();
        Self::with(self.organisation, (self.from, self.to), self.measure, groups)
    }

    /// The group of a unit of either day; of the earlier one, where both have a unit of the id.
    #[must_use]
    pub fn group_of(&self, unit: &UnitId) -> Option<&ComparableGroup> {
        self.group_on(unit, Side::Before).or_else(|| self.group_on(unit, Side::After))
    }

    /// The group of a unit of one of the days.
    pub(crate) fn group_on(&self, unit: &UnitId, side: Side) -> Option<&ComparableGroup> {
        let of_units = match side {
            Side::Before => &self.of_before,
            Side::After => &self.of_after,
        };
        let position = self.organisation.history().position(unit)?;
        self.groups.get((*of_units.get(position)?)?)
    }

    /// How coarse the groups are.
    #[must_use]
    pub fn coarseness(&self) -> Coarseness {
        let units = || self.groups.iter().map(|group| (group.before.len(), group.after.len()));
        let compares = |group: &&ComparableGroup| group.before.len() == 1 && group.is_closed();
        Coarseness {
            units: units().map(|(before, _)| before).sum(),
            groups: units().filter(|(before, after)| *before != 0 && *after != 0).count(),
            alone: self.groups.iter().filter(compares).count(),
            gone: units().filter(|(_, after)| *after == 0).map(|(before, _)| before).sum(),
            new: units().filter(|(before, _)| *before == 0).map(|(_, after)| after).sum(),
            largest: units().map(|(before, _)| before).max().unwrap_or_default(),
        }
    }
}

/// A group on the way, with all that binds it.
#[derive(Default)]
struct Bound<'p> {
    before: Vec<UnitId>,
    after: Vec<UnitId>,
    lost: Vec<UnitId>,
    foreign: Vec<UnitId>,
    /// The earlier units by the least unit of those that what is whole binds.
    wholes: BTreeMap<usize, Vec<UnitId>>,
    binding: Vec<&'p Passage>,
}

impl Bound<'_> {
    fn glued(self, measure: Measure) -> ComparableGroup {
        let Self { before, after, lost, foreign, wholes, binding } = self;
        let is_part = |glue: &Glue| glue.passage.of(measure) != Share::All;
        let glues = |glue: &Glue| is_part(glue) && glue.units_before != 0 && glue.units_after != 0;
        // What is bound by what is whole needs no glue.
        let bridges =
            if 1 < wholes.len() { bridges(&before, &after, &binding) } else { Vec::new() };
        let glue = bridges.into_iter().filter(glues).collect();
        let wholes = wholes.into_values().collect();
        ComparableGroup { before, after, lost, foreign, wholes, glue }
    }
}

/// The units of both days, in groups that passages bind.
fn groups<'p>(succession: &'p Succession<'_>, measure: Measure) -> Vec<Bound<'p>> {
    let history = succession.organisation().history();
    let units = history.len();
    let ends =
        |passage: &Passage| history.position(&passage.before).zip(history.position(&passage.after));
    let bound_by = |binds: fn(Share) -> bool| {
        let mut sets = Sets::of(2 * units);
        let passages = succession.passages().iter().filter(|passage| binds(passage.of(measure)));
        for (before, after) in passages.filter_map(ends) {
            sets.join(before, units + after);
        }
        sets
    };
    let mut sets = bound_by(|share| share != Share::None);
    let mut wholes = bound_by(|share| share == Share::All);
    let is = |of: &[ByMeasure<bool>], unit: usize| of.get(unit).is_some_and(|of| of.of(measure));
    let mut groups: BTreeMap<usize, Bound<'p>> = BTreeMap::new();
    for unit in 0..units {
        let Some(id) = history.registry.id(unit) else { continue };
        if history.lives_on(unit, succession.from()) {
            let group = groups.entry(sets.first(unit)).or_default();
            group.before.push(id.clone());
            group.lost.extend(is(&succession.lost, unit).then(|| id.clone()));
            group.wholes.entry(wholes.first(unit)).or_default().push(id.clone());
        }
        if history.lives_on(unit, succession.to()) {
            let group = groups.entry(sets.first(units + unit)).or_default();
            group.after.push(id.clone());
            group.foreign.extend(is(&succession.foreign, unit).then(|| id.clone()));
        }
    }
    let binding = succession.passages().iter().filter(|it| it.of(measure) != Share::None);
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
