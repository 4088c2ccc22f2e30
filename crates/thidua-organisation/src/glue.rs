//! Which passages hold a group of units together.

use std::collections::BTreeMap;

use thidua_values::UnitId;

use crate::Passage;
use crate::comparability::Glue;

/// The passages without any one of which a connected group would be two, by unit.
///
/// Source: R. Tarjan, "A note on finding the bridges of a graph", Information Processing
/// Letters 2 (1974).
pub(crate) fn bridges(before: &[UnitId], after: &[UnitId], binding: &[&Passage]) -> Vec<Glue> {
    let mut walk = Walk::of(before, after, binding);
    walk.from(0);
    let total = before.len();
    let mut found: Vec<Glue> = walk
        .bridges
        .into_iter()
        .filter_map(|Bridge { edge, below, below_is_after }| {
            let passage = Passage::clone(binding.get(edge)?);
            let (units_before, units_after) =
                if below_is_after { (total - below, below) } else { (below, total - below) };
            Some(Glue { passage, units_before, units_after })
        })
        .collect();
    found.sort_by(|a, b| a.passage.cmp(&b.passage));
    found
}

/// An edge that alone leads to what is below it.
struct Bridge {
    edge: usize,
    /// How many units of the earlier day are below.
    below: usize,
    /// Whether its end below is the unit of the later day.
    below_is_after: bool,
}

/// A walk through the group in depth: units of the earlier day come first, then the others.
struct Walk {
    earlier: usize,
    /// The neighbours of each unit, and by which passage.
    neighbours: Vec<Vec<(usize, usize)>>,
    /// When each unit was met, from 1; 0 if not yet.
    met: Vec<usize>,
    /// The earliest unit that can be reached from below without the way to it.
    reach: Vec<usize>,
    /// How many units of the earlier day are below, itself among them.
    below: Vec<usize>,
    bridges: Vec<Bridge>,
}

/// A unit on the way down.
struct Step {
    unit: usize,
    /// The passage that led to it.
    by: Option<usize>,
    /// The neighbour to look at next.
    next: usize,
}

impl Walk {
    fn of(before: &[UnitId], after: &[UnitId], binding: &[&Passage]) -> Self {
        let earlier: BTreeMap<&UnitId, usize> = before.iter().zip(0..).collect();
        let later: BTreeMap<&UnitId, usize> = after.iter().zip(before.len()..).collect();
        let units = before.len() + after.len();
        let mut neighbours = vec![Vec::new(); units];
        for (edge, passage) in binding.iter().enumerate() {
            let ends = earlier.get(&passage.before).zip(later.get(&passage.after));
            let Some((before, after)) = ends else { continue };
            for (one, other) in [(*before, *after), (*after, *before)] {
                if let Some(neighbours) = neighbours.get_mut(one) {
                    neighbours.push((other, edge));
                }
            }
        }
        let below = (0..units).map(|unit| usize::from(unit < before.len())).collect();
        let (met, reach) = (vec![0; units], vec![0; units]);
        Self { earlier: before.len(), neighbours, met, reach, below, bridges: Vec::new() }
    }

    fn from(&mut self, start: usize) {
        let mut met = 0;
        let mut way = vec![self.meet(start, None, &mut met)];
        while let Some(Step { unit, by, next }) = way.last_mut() {
            let neighbour = self.neighbours.get(*unit).and_then(|all| all.get(*next)).copied();
            *next += 1;
            match neighbour {
                Some((_, edge)) if Some(edge) == *by => {}
                Some((other, _)) if at(&self.met, other) != 0 => {
                    let unit = *unit;
                    self.reach_up(unit, at(&self.met, other));
                }
                Some((other, edge)) => {
                    let step = self.meet(other, Some(edge), &mut met);
                    way.push(step);
                }
                None => {
                    let (unit, by) = (*unit, *by);
                    way.pop();
                    if let (Some(above), Some(edge)) = (way.last().map(|step| step.unit), by) {
                        self.leave(unit, above, edge);
                    }
                }
            }
        }
    }

    fn meet(&mut self, unit: usize, by: Option<usize>, met: &mut usize) -> Step {
        *met += 1;
        for list in [&mut self.met, &mut self.reach] {
            if let Some(place) = list.get_mut(unit) {
                *place = *met;
            }
        }
        Step { unit, by, next: 0 }
    }

    /// Goes back up from a unit, by the passage that led to it.
    fn leave(&mut self, unit: usize, above: usize, edge: usize) {
        let (reach, below) = (at(&self.reach, unit), at(&self.below, unit));
        self.reach_up(above, reach);
        if let Some(place) = self.below.get_mut(above) {
            *place += below;
        }
        if at(&self.met, above) < reach {
            self.bridges.push(Bridge { edge, below, below_is_after: self.earlier <= unit });
        }
    }

    fn reach_up(&mut self, unit: usize, reached: usize) {
        if let Some(place) = self.reach.get_mut(unit) {
            *place = (*place).min(reached);
        }
    }
}

fn at(list: &[usize], unit: usize) -> usize {
    list.get(unit).copied().unwrap_or_default()
}
