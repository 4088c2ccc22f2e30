//! Totals of several units together.

use thidua_organisation::UnitOn;
use thidua_values::{Bounds, UnitId};

use crate::roll::Node;
use crate::sum::Sum;
use crate::{Coverage, Observation, Source, Total, Totals};

/// The total of several units together.
///
/// It comes about as that of a unit that has these below it and tells nothing itself: see
/// [`FiguresOn`](crate::FiguresOn).
#[derive(Clone, Debug)]
pub struct UnitsTotal<'t> {
    units: Vec<Total<'t>>,
    pub(crate) node: Node,
}

impl<'t> UnitsTotal<'t> {
    /// The total of units that live on the day, with what is told of all of them; none if one does
    /// not live.
    pub(crate) fn with_own<'u>(
        totals: &'t Totals<'t>,
        units: impl IntoIterator<Item = &'u UnitId>,
        own: Sum,
    ) -> Option<Self> {
        let top = totals.on().top_units(units)?.into_iter();
        let units = top.map(|unit| totals.at(unit)).collect::<Option<Vec<_>>>()?;
        let node = totals.roll().over(own, units.iter().map(|total| total.node()));
        Some(Self { units, node })
    }

    /// The totals of the units, by id: each once, and none that is below another.
    #[must_use]
    pub fn units(&self) -> &[Total<'t>] {
        &self.units
    }

    /// What is known of the total, as [of a unit](Total::bounds).
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        self.node.total().map(|sum| sum.bounds())
    }

    /// Where it comes from, if there is one.
    #[must_use]
    pub const fn source(&self) -> Option<Source> {
        self.node.source
    }

    /// What the totals of the units add up to, counted or not, whole or not.
    #[must_use]
    pub fn below(&self) -> Option<Bounds> {
        self.node.below.told().map(Sum::bounds)
    }

    /// How many of the units and those below them were obliged to report, and how many did.
    #[must_use]
    pub const fn coverage(&self) -> Coverage {
        self.node.coverage
    }

    /// The observations that the total is the sum of, unit by unit: see [`Total::terms`].
    #[must_use]
    pub fn terms(&self) -> Vec<&'t Observation> {
        match self.source() {
            Some(Source::Below | Source::Reported) => {
                self.units.iter().flat_map(|unit| unit.terms()).collect()
            }
            Some(Source::Own) | None => Vec::new(),
        }
    }

    /// The units, of these and those below them, that were obliged to report and did not.
    #[must_use]
    pub fn missing(&self) -> Vec<UnitOn<'t>> {
        self.units.iter().flat_map(|unit| unit.missing()).collect()
    }
}
