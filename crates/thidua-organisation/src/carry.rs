//! Carrying figures from the units of one day to those of another.

use std::collections::BTreeMap;

use thidua_values::{Day, Exact, Fault, Faults, Place, Placed, UnitId};
use thiserror::Error;

use crate::{Comparability, ComparableGroup};

/// Of which day figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Of the earlier day.
    Before,
    /// Of the later day.
    After,
}

impl Side {
    /// The other day.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Before => Self::After,
            Self::After => Self::Before,
        }
    }
}

impl ComparableGroup {
    /// The units of one of the two days.
    #[must_use]
    pub fn units(&self, side: Side) -> &[UnitId] {
        match side {
            Side::Before => &self.before,
            Side::After => &self.after,
        }
    }
}

/// What figures of a group come to, and so, if [certainty](Self::certainty) is exact, what they come
/// to on the other day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried<'c> {
    /// The group.
    pub group: &'c ComparableGroup,
    /// Of which day the figures are.
    pub side: Side,
    /// Their sum.
    pub total: Exact,
    /// The units of that day without a figure, by id: where there is one the sum is not that of
    /// the group.
    pub missing: Vec<UnitId>,
}

/// What a unit has of the total of its group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allotted {
    /// The unit.
    pub unit: UnitId,
    /// Its part.
    pub value: Exact,
    /// Whether that is known.
    pub certainty: Certainty,
}

/// Whether a carried figure is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It is the figure itself: each unit of its group has one, nothing leaves the group or comes
    /// into it, and the unit is alone in it on its day.
    Exact,
    /// It is an estimate (ước tính): by weights that somebody stated, of a total in which a unit
    /// is missing, or in a group that is not closed.
    Estimate,
}

impl Comparability<'_> {
    /// The totals of the groups, from figures of the units of one of the days.
    ///
    /// Figures are of what the groups compare by: people and what they do by population, land by
    /// area. Groups without a figure are left out.
    ///
    /// # Errors
    ///
    /// Every figure of a unit that is in no group on that day.
    pub fn carry<'c>(
        &'c self,
        figures: &BTreeMap<UnitId, Exact>,
        side: Side,
    ) -> Result<Vec<Carried<'c>>, Faults<CarryFault>> {
        let day = match side {
            Side::Before => self.from(),
            Side::After => self.to(),
        };
        let is_strange = |unit: &UnitId| self.group_on(unit, side).is_none();
        let strangers = figures.keys().enumerate().filter(|(_, unit)| is_strange(unit));
        let faults = strangers.map(|(position, unit)| Placed {
            place: Place::whole().field("figures").index(position),
            fault: CarryFault::NotThen { unit: unit.clone(), day },
        });
        let carried = |group: &'c ComparableGroup| {
            let (told, missing): (Vec<_>, Vec<_>) =
                group.units(side).iter().partition(|unit| figures.contains_key(*unit));
            let total = told.iter().filter_map(|unit| figures.get(*unit)).sum();
            let missing = missing.into_iter().cloned().collect();
            (!told.is_empty()).then_some(Carried { group, side, total, missing })
        };
        Faults::check(self.groups().iter().filter_map(carried).collect(), faults.collect())
    }
}

impl Carried<'_> {
    /// Whether the total is what the units of the group have on the other day: none is missing,
    /// and the group is closed.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        if self.missing.is_empty() && self.group.is_closed() {
            Certainty::Exact
        } else {
            Certainty::Estimate
        }
    }

    /// The total among the units of the other day, by weights that the caller states, such as
    /// their households.
    ///
    /// A unit that is alone there has all of it, whatever it weighs, as certain as the total is;
    /// all else is an estimate.
    ///
    /// # Errors
    ///
    /// There is no unit on the other day; every unit without a weight or with one below zero; or
    /// weights that come to nothing.
    pub fn allot(
        &self,
        weights: &BTreeMap<UnitId, Exact>,
    ) -> Result<Vec<Allotted>, Faults<CarryFault>> {
        let units = self.group.units(self.side.other());
        if let [unit] = units {
            let (unit, value, certainty) = (unit.clone(), self.total.clone(), self.certainty());
            return Ok(vec![Allotted { unit, value, certainty }]);
        }
        let sum: Exact = units.iter().filter_map(|unit| weights.get(unit)).sum();
        let allotted = units.iter().filter_map(|unit| {
            let value = (self.total.clone() * weights.get(unit)?.clone()).checked_div(&sum)?;
            Some(Allotted { unit: unit.clone(), value, certainty: Certainty::Estimate })
        });
        Faults::check(allotted.collect(), self.faults(weights, &sum))
    }

    /// What keeps the total from being allotted by weights that come to that sum.
    fn faults(&self, weights: &BTreeMap<UnitId, Exact>, sum: &Exact) -> Vec<Placed<CarryFault>> {
        let units = self.group.units(self.side.other());
        if units.is_empty() {
            let units = self.group.units(self.side).to_vec();
            let place = Place::whole().field("group");
            return vec![Placed { place, fault: CarryFault::NobodyThere { units } }];
        }
        let place = |position| Place::whole().field("weights").index(position);
        let wrong = |unit: &UnitId| match weights.get(unit) {
            None => Some(CarryFault::NoWeight { unit: unit.clone() }),
            Some(weight) if weight.is_negative() => {
                Some(CarryFault::NegativeWeight { unit: unit.clone(), weight: weight.clone() })
            }
            Some(_) => None,
        };
        let placed =
            |(position, unit)| Some(Placed { place: place(position), fault: wrong(unit)? });
        let mut faults: Vec<_> = units.iter().enumerate().filter_map(placed).collect();
        if faults.is_empty() && sum.is_zero() {
            let place = Place::whole().field("weights");
            faults.push(Placed { place, fault: CarryFault::WeightsOfNothing });
        }
        faults
    }
}

/// Why figures cannot be carried.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum CarryFault {
    /// A figure of a unit that does not live on the day, or not at the level of the groups: such
    /// as one of a quận for 2025-07-01.
    NotThen {
        /// The unit.
        unit: UnitId,
        /// The day.
        day: Day,
    },
    /// A group without units on the other day, such as that of an abolished quận.
    NobodyThere {
        /// The units of the group.
        units: Vec<UnitId>,
    },
    /// A unit of the group without a weight, such as a new ward whose households nobody counted.
    NoWeight {
        /// The unit.
        unit: UnitId,
    },
    /// A weight below zero, such as -3 households.
    NegativeWeight {
        /// The unit.
        unit: UnitId,
        /// The weight.
        weight: Exact,
    },
    /// Weights that come to nothing, such as 0 households everywhere.
    WeightsOfNothing,
}

impl Fault for CarryFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThen { .. } => "not_then",
            Self::NobodyThere { .. } => "nobody_there",
            Self::NoWeight { .. } => "no_weight",
            Self::NegativeWeight { .. } => "negative_weight",
            Self::WeightsOfNothing => "weights_of_nothing",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::NotThen { day, .. } => format!("a unit of the groups on {day}"),
            Self::NobodyThere { units } => {
                let units: Vec<_> = units.iter().map(|unit| format!("`{unit}`")).collect();
                format!("a unit of the other day that has something of {}", units.join(", "))
            }
            Self::NoWeight { unit } => format!("a weight of `{unit}`"),
            Self::NegativeWeight { unit, .. } => format!("a weight of `{unit}` of at least 0"),
            Self::WeightsOfNothing => "weights of more than 0 together".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::NotThen { unit, .. } => format!("`{unit}`"),
            Self::NobodyThere { .. } | Self::NoWeight { .. } => "none".into(),
            Self::NegativeWeight { weight, .. } => weight.to_string(),
            Self::WeightsOfNothing => "0".into(),
        }
    }
}

#[cfg(test)]
mod tests;
