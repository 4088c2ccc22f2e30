//! Totals: what all units come to, and what each total rests on.

use thidua_organisation::UnitOn;
use thidua_values::{Bounds, ClusterId, Coded, UnitId, Words};

use crate::roll::{Node, Roll};
use crate::row::Row;
use crate::sum::Sum;
use crate::{
    Asked, AskedFault, ClusterTotal, FiguresOn, Indicator, Missing, Observation, UnitsTotal,
};

/// The totals of all units that live on a day: of stocks, flows or cumulative figures.
#[derive(Debug)]
pub struct Totals<'n> {
    on: &'n FiguresOn<'n>,
    indicator: &'n Indicator,
    asked: Asked,
    roll: Roll<'n>,
    nodes: Vec<Node>,
    left_out: Vec<&'n UnitId>,
}

/// Where a total comes from.
///
/// vi: Tổng lấy từ đâu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Source {
    /// The units below, which are whole.
    ///
    /// vi: Cộng các đơn vị cấp dưới, đã đủ.
    Below,
    /// The unit itself.
    ///
    /// vi: Số liệu của chính đơn vị.
    Own,
    /// What of the units below was reported: there may be more.
    ///
    /// vi: Phần các đơn vị cấp dưới đã báo cáo; có thể còn thiếu.
    Reported,
}

impl Coded for Source {
    fn code(&self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::Own => "own",
            Self::Reported => "reported",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Below => Words::new("cộng các đơn vị cấp dưới", "the sum of the units below"),
            Self::Own => Words::new("số liệu của chính đơn vị", "what the unit itself reported"),
            Self::Reported => Words::new(
                "phần các đơn vị cấp dưới đã báo cáo",
                "what of the units below was reported",
            ),
        }
    }
}

/// How many units were obliged to report, and how many of them did.
///
/// vi: Số đơn vị có trách nhiệm báo cáo và số đã báo cáo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// How many were obliged.
    ///
    /// vi: Số đơn vị có trách nhiệm báo cáo.
    pub obliged: usize,
    /// How many of them reported.
    ///
    /// vi: Số đơn vị đã báo cáo.
    pub reported: usize,
}

impl<'n> Totals<'n> {
    pub(crate) fn of(
        on: &'n FiguresOn<'n>,
        asked: &Asked,
        missing: Missing,
    ) -> Result<Self, AskedFault> {
        let (indicator, series, over_units) = asked.find(
            on.figures().catalogue(),
            "a stock, a flow or a cumulative figure",
            |it| it.quantity().map(|(_, over_units)| over_units),
        )?;
        let Indicator { measured, reporters, .. } = indicator;
        let period = asked.period;
        let roll = Roll { series, measured, period, reporters, over_units, missing };
        let (nodes, left_out) = roll.up(on);
        Ok(Self { on, indicator, roll, asked: asked.clone(), nodes, left_out })
    }

    /// What was asked for.
    #[must_use]
    pub const fn asked(&self) -> &Asked {
        &self.asked
    }

    /// What becomes of a total of which a part is missing.
    #[must_use]
    pub const fn missing(&self) -> Missing {
        self.roll.missing
    }

    /// The indicator.
    #[must_use]
    pub const fn indicator(&self) -> &'n Indicator {
        self.indicator
    }

    /// The total of a unit, if it lives on the day.
    #[must_use]
    pub fn of_unit(&self, unit: &UnitId) -> Option<Total<'_>> {
        self.at(self.on.hierarchy().unit(unit)?)
    }

    /// The total of a cluster, of its members on the day.
    #[must_use]
    pub fn of_cluster(&self, cluster: &ClusterId) -> Option<ClusterTotal<'_>> {
        ClusterTotal::new(self, self.on.hierarchy().cluster(cluster)?)
    }

    /// The total of several units together, none if one of them does not live on the day. Each
    /// counts once, and none that is below another of them, which has it already.
    #[must_use]
    pub fn of_units<'u>(
        &self,
        units: impl IntoIterator<Item = &'u UnitId>,
    ) -> Option<UnitsTotal<'_>> {
        UnitsTotal::with_own(self, units, Sum::default())
    }

    /// The totals of all units, by id.
    pub fn all(&self) -> impl Iterator<Item = Total<'_>> {
        self.on.hierarchy().units().filter_map(|unit| self.at(unit))
    }

    /// The units that tell a figure of the period and do not live on the day, by id: no total has
    /// them. Across mergers, figures [compare](Self::compare) within groups of units.
    #[must_use]
    pub fn left_out(&self) -> &[&'n UnitId] {
        &self.left_out
    }

    pub(crate) const fn on(&self) -> &'n FiguresOn<'n> {
        self.on
    }

    pub(crate) const fn roll(&self) -> &Roll<'n> {
        &self.roll
    }

    /// The rows that make the own figure of a unit or a cluster, by its position.
    pub(crate) fn own(&self, about: usize) -> Vec<&'n Row> {
        let Roll { series, measured, period, .. } = self.roll;
        self.on.own(series, measured, period, about)
    }

    pub(crate) fn at(&self, unit: UnitOn<'n>) -> Option<Total<'_>> {
        Some(Total { totals: self, unit, node: self.nodes.get(unit.position())? })
    }
}

/// The total of a unit.
///
/// # Examples
///
/// See [the crate](crate).
#[derive(Clone, Copy, Debug)]
pub struct Total<'t> {
    totals: &'t Totals<'t>,
    unit: UnitOn<'t>,
    node: &'t Node,
}

impl<'t> Total<'t> {
    pub(crate) const fn node(self) -> &'t Node {
        self.node
    }

    /// The unit.
    #[must_use]
    pub const fn unit(self) -> UnitOn<'t> {
        self.unit
    }

    /// What is known of the total, in the indicator's own unit of measure; none where nothing was
    /// reported, or where [`Missing`] refuses it.
    #[must_use]
    pub fn bounds(self) -> Option<Bounds> {
        self.node.total().map(|sum| sum.bounds())
    }

    /// Where it comes from, if there is one.
    #[must_use]
    pub const fn source(self) -> Option<Source> {
        self.node.source
    }

    /// What the unit itself reported, counted or not.
    #[must_use]
    pub fn own(self) -> Option<Bounds> {
        self.node.own.told().map(Sum::bounds)
    }

    /// What the totals of the units directly below add up to, counted or not, whole or not.
    #[must_use]
    pub fn below(self) -> Option<Bounds> {
        self.node.below.told().map(Sum::bounds)
    }

    /// How many of the unit and those below it were obliged to report, and how many did.
    #[must_use]
    pub const fn coverage(self) -> Coverage {
        self.node.coverage
    }

    /// The observations that the total is the sum of: by unit, each before those below it, then by
    /// period.
    #[must_use]
    pub fn terms(self) -> Vec<&'t Observation> {
        let on = self.totals.on;
        let mut terms = Vec::new();
        self.walk(|total| match total.source() {
            Some(Source::Own) => {
                let rows = total.totals.own(total.unit.position());
                terms.extend(rows.into_iter().filter_map(|row| on.figures().observation(row)));
                false
            }
            Some(Source::Below | Source::Reported) => true,
            None => false,
        });
        terms
    }

    /// The units, of this one and those below it, that were obliged to report and did not: each
    /// before those below it.
    #[must_use]
    pub fn missing(self) -> Vec<UnitOn<'t>> {
        let mut missing = Vec::new();
        self.walk(|total| {
            let Node { is_obliged, own, coverage, .. } = total.node;
            missing.extend((*is_obliged && own.told().is_none()).then_some(total.unit));
            coverage.reported < coverage.obliged
        });
        missing
    }

    /// Visits the unit and those below it, each before those below it; not below where the visit
    /// says so.
    fn walk(self, mut goes_on: impl FnMut(Self) -> bool) {
        let mut open = vec![self];
        while let Some(total) = open.pop() {
            if goes_on(total) {
                let children = total.totals.on.hierarchy().children(total.unit.id());
                let first = open.len();
                open.extend(children.filter_map(|unit| total.totals.at(unit)));
                open.get_mut(first..).unwrap_or_default().reverse();
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod by_definition;
#[cfg(test)]
pub(crate) mod tests;
