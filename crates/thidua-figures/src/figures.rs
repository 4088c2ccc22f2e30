//! Figures: observations bound to a catalogue and an organisation.

use thidua_organisation::{Organisation, OutsideStatement};
use thidua_values::{Day, Faults, Text};

use crate::bind::Binding;
use crate::row::{Row, Series, counting};
use crate::{Catalogue, FiguresFault, FiguresOn, FiguresParts, Observation};

/// Observations bound to the catalogue and the organisation that they speak of.
///
/// Every observation is kept. Of several revisions of one thing the last counts.
// INVARIANT: `rows` has a row for each observation: series by series, by key and revision; no two
// are of the same revision of the same thing.
#[derive(Debug)]
pub struct Figures<'a> {
    title: Text,
    catalogue: &'a Catalogue,
    organisation: &'a Organisation,
    observations: Vec<Observation>,
    rows: Vec<Vec<Row>>,
}

impl<'a> Figures<'a> {
    /// Binds observations, in whatever order they come.
    ///
    /// # Errors
    ///
    /// Every fault, at its place in the parts as given: see [`FiguresFault`].
    pub fn try_new(
        catalogue: &'a Catalogue,
        organisation: &'a Organisation,
        parts: FiguresParts,
    ) -> Result<Self, Faults<FiguresFault>> {
        let FiguresParts { title, catalogue: reported, observations } = parts;
        let binding = Binding::new(catalogue, organisation);
        let (rows, faults) = binding.finish(&reported, &observations);
        Faults::check(Self { title, catalogue, organisation, observations, rows }, faults)
    }

    /// What they are called.
    #[must_use]
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// The catalogue.
    #[must_use]
    pub const fn catalogue(&self) -> &'a Catalogue {
        self.catalogue
    }

    /// The organisation.
    #[must_use]
    pub const fn organisation(&self) -> &'a Organisation {
        self.organisation
    }

    /// All observations, as they were given.
    #[must_use]
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// The observations that count, those that no later revision replaces: by indicator, then by
    /// unit, clusters after all units, and by period.
    pub fn counting(&self) -> impl Iterator<Item = &Observation> {
        let rows = self.rows.iter().flat_map(|rows| counting(rows));
        rows.filter_map(|row| self.observation(row))
    }

    /// All revisions of what an observation is of, the one that counts last.
    pub fn revisions(&self, of: &Observation) -> impl Iterator<Item = &Observation> {
        let Observation { stage, counted_by, .. } = *of;
        let series = self
            .catalogue
            .position(&of.indicator)
            .map(|indicator| self.series(Series { indicator, stage, counted_by }));
        let ends = of.about.position(self.organisation).zip(of.period.until());
        let key = ends.map(|(about, until)| (about, of.period.start(), until));
        let rows = series.unwrap_or_default();
        let start = rows.partition_point(|row| Some(row.key()) < key);
        let same = rows.iter().skip(start).take_while(move |row| Some(row.key()) == key);
        same.filter_map(|row| self.observation(row))
    }

    /// The same for the units of one day, to be rolled up.
    ///
    /// # Errors
    ///
    /// The organisation says nothing of that day.
    pub fn as_of(&self, day: Day) -> Result<FiguresOn<'_>, OutsideStatement> {
        Ok(FiguresOn::new(self, self.organisation.as_of(day)?))
    }

    /// The rows of a series, by unit or cluster and by period.
    pub(crate) fn series(&self, series: Series) -> &[Row] {
        self.rows.get(series.position()).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn observation(&self, row: &Row) -> Option<&Observation> {
        self.observations.get(row.at)
    }
}

#[cfg(test)]
mod tests;
