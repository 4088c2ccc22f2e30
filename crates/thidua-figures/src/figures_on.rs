//! Figures on one day: the units of whose hierarchy they are added up over.

use std::collections::BTreeSet;

use thidua_organisation::{Hierarchy, Level, UnitOn};
use thidua_values::{KindId, Period, UnitId};

use crate::own::find_own;
use crate::row::{Row, Series};
use crate::{Asked, AskedFault, Figures, Measured, Missing, Observation, Shares, Tallies, Totals};

/// Figures to be added up over the units that live on one day.
///
/// # How totals come about
///
/// A unit's total is the sum of the totals of the units directly below it where those are whole:
/// where each of them that is obliged to report or tells a figure, or has units below it that do,
/// has a total that is whole; where nobody below is obliged, where each of them has one. What the
/// unit itself reports is then told beside it, and not counted. Where they are not whole the unit's
/// own figure is its total, which is whole. Where there is none, [`Missing`] says what becomes of
/// the total.
///
/// A total of something that does not add up over units is what the unit itself reports.
///
/// Of a cluster the units of its members of that day are what is below: each once, and none that is
/// below another, which has it already.
#[derive(Debug)]
pub struct FiguresOn<'f> {
    figures: &'f Figures<'f>,
    hierarchy: Hierarchy<'f>,
    /// The units that live, each before the one above it.
    units: Vec<Member<'f>>,
    /// One more than the last of their positions.
    size: usize,
}

/// A unit that lives, by its position.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member<'f> {
    level: Level,
    pub(crate) unit: usize,
    /// The position of the unit directly above.
    pub(crate) above: Option<usize>,
    kind: &'f KindId,
}

impl<'f> FiguresOn<'f> {
    pub(crate) fn new(figures: &'f Figures<'f>, hierarchy: Hierarchy<'f>) -> Self {
        let member = |unit: UnitOn<'f>| Member {
            level: unit.level(),
            unit: unit.position(),
            above: hierarchy.above(unit.position()),
            kind: &unit.kind().id,
        };
        let mut units: Vec<Member<'f>> = hierarchy.units().map(member).collect();
        let size = units.last().map_or(0, |member| member.unit + 1);
        // Every unit stands below the one above it.
        units.sort_by_key(|member| member.level);
        Self { figures, hierarchy, units, size }
    }

    /// The figures.
    #[must_use]
    pub const fn figures(&self) -> &'f Figures<'f> {
        self.figures
    }

    /// Who belongs to whom on the day.
    #[must_use]
    pub const fn hierarchy(&self) -> &Hierarchy<'f> {
        &self.hierarchy
    }

    /// The totals of all units: of stocks, flows and cumulative figures.
    ///
    /// # Errors
    ///
    /// The indicator is not in the catalogue, or it is a ratio or a question.
    pub fn totals(&self, asked: &Asked, missing: Missing) -> Result<Totals<'_>, AskedFault> {
        Totals::of(self, asked, missing)
    }

    /// The shares of all units: the total of the numerator and that of the denominator.
    ///
    /// # Errors
    ///
    /// The indicator is not in the catalogue, or it is no ratio.
    pub fn shares(&self, asked: &Asked, missing: Missing) -> Result<Shares<'_>, AskedFault> {
        Shares::of(self, asked, missing)
    }

    /// How many units answered yes and no.
    ///
    /// # Errors
    ///
    /// The indicator is not in the catalogue, or it is no question.
    pub fn tallies(&self, asked: &Asked) -> Result<Tallies<'_>, AskedFault> {
        Tallies::of(self, asked)
    }

    /// The units that live, each before the one above it.
    pub(crate) fn upwards(&self) -> &[Member<'f>] {
        &self.units
    }

    /// One more than the last position of a unit that lives.
    pub(crate) const fn size(&self) -> usize {
        self.size
    }

    /// Whether each unit, by position, is obliged to report to these kinds.
    pub(crate) fn obliged(&self, reporters: &[KindId]) -> Vec<bool> {
        let mut obliged = vec![false; self.size];
        let mut oblige = |position: usize| {
            if let Some(place) = obliged.get_mut(position) {
                *place = true;
            }
        };
        for member in self.units.iter().filter(|member| reporters.contains(member.kind)) {
            oblige(member.unit);
        }
        let organisation = self.figures.organisation();
        let parts = organisation.parts();
        if parts.body_kinds.iter().any(|kind| reporters.contains(&kind.id)) {
            let bodies = parts.bodies.iter().filter(|body| reporters.contains(&body.kind));
            bodies.filter_map(|body| organisation.position(&body.unit)).for_each(oblige);
        }
        obliged
    }

    /// What a unit itself tells of what is asked for.
    pub(crate) fn told_by(&self, unit: usize, asked: &Asked) -> Vec<&'f Observation> {
        let found = asked.find(self.figures.catalogue(), "an indicator", Some);
        let rows =
            found.map(|(_, series, measured)| self.own(series, measured, asked.period, unit));
        let rows = rows.unwrap_or_default().into_iter();
        rows.filter_map(|row| self.figures.observation(row)).collect()
    }

    /// The rows that make the own figure of a unit or a cluster, by its position.
    pub(crate) fn own(
        &self,
        series: Series,
        measured: &Measured,
        period: Period,
        about: usize,
    ) -> Vec<&'f Row> {
        let rows = self.figures.series(series);
        let start = rows.partition_point(|row| row.about < about);
        let rows = rows.get(start..).unwrap_or_default();
        let length = rows.partition_point(|row| row.about == about);
        let mut own = Vec::new();
        find_own(measured, rows.get(..length).unwrap_or_default(), period, &mut own);
        own
    }

    /// Of some units those that are not below another of them, each once, by id; none if one of
    /// them does not live.
    pub(crate) fn top_units<'u>(
        &self,
        units: impl IntoIterator<Item = &'u UnitId>,
    ) -> Option<Vec<UnitOn<'_>>> {
        let units: BTreeSet<&UnitId> = units.into_iter().collect();
        let is_below =
            |unit: &UnitId| self.hierarchy.ancestors(unit).any(|above| units.contains(above.id()));
        let top = units.iter().filter(|unit| !is_below(unit));
        top.map(|unit| self.hierarchy.unit(unit)).collect()
    }

    /// Visits the own figure of each unit that tells one, by the unit's position.
    pub(crate) fn visit_own(
        &self,
        series: Series,
        measured: &Measured,
        period: Period,
        mut visit: impl FnMut(usize, &'f Row, &[&'f Row]),
    ) {
        let rows = self.figures.series(series);
        let clusters = self.figures.organisation().positions();
        let of_units = rows.partition_point(|row| row.about < clusters);
        let mut own = Vec::new();
        let rows = rows.get(..of_units).unwrap_or_default();
        for rows in rows.chunk_by(|a, b| a.about == b.about) {
            find_own(measured, rows, period, &mut own);
            if let Some(first) = own.first() {
                visit(first.about, first, &own);
            }
        }
    }

    /// The unit of a row.
    pub(crate) fn unit_of(&self, row: &Row) -> Option<&'f UnitId> {
        self.figures.observation(row)?.about.unit()
    }
}
