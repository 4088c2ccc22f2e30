//! Binding observations to a catalogue and an organisation.

use thidua_organisation::Organisation;
use thidua_values::{BodyId, CatalogueId, Day, IndicatorId, Period, Place, Placed, UnitId};

use crate::known::Known;
use crate::row::{Row, Series, sorted};
use crate::{Catalogue, FiguresFault, Measured, Observation, Stage};

/// Binding in progress: what was bound so far, and the faults met.
pub(crate) struct Binding<'b> {
    catalogue: &'b Catalogue,
    organisation: &'b Organisation,
    /// The rows of each series, by its position.
    rows: Vec<Vec<Row>>,
    faults: Vec<Placed<FiguresFault>>,
    /// When units live, by position, as far as they were met.
    lives: Vec<Option<Period>>,
    /// The last reporter of a unit that was found, by position: mostly the next is the same.
    reporters: Vec<Option<&'b BodyId>>,
    /// The last indicator that was found, likewise.
    indicator: Option<(&'b IndicatorId, usize)>,
}

impl<'b> Binding<'b> {
    pub(crate) fn new(catalogue: &'b Catalogue, organisation: &'b Organisation) -> Self {
        Self {
            catalogue,
            organisation,
            rows: Vec::new(),
            faults: Vec::new(),
            lives: Vec::new(),
            reporters: Vec::new(),
            indicator: None,
        }
    }

    /// The rows of observations, series by series, by key and revision, and all faults.
    pub(crate) fn finish(
        mut self,
        reported: &CatalogueId,
        observations: &'b [Observation],
    ) -> (Vec<Vec<Row>>, Vec<Placed<FiguresFault>>) {
        if reported != self.catalogue.id() {
            let (at_hand, reported) = (self.catalogue.id().clone(), reported.clone());
            let place = Place::whole().field("catalogue");
            self.faults
                .push(Placed { place, fault: FiguresFault::OtherCatalogue { at_hand, reported } });
        }
        let series = self.catalogue.indicators().len() * Series::OF_INDICATOR;
        self.rows.resize_with(series, Vec::new);
        // All units before all else: looking up one does not wait for another.
        let units = self.units(observations);
        for ((at, observation), unit) in observations.iter().enumerate().zip(units) {
            let found = self.row(at, unit, observation);
            if let Some((series, row)) = found
                && let Some(rows) = self.rows.get_mut(series.position())
            {
                rows.push(row);
            }
        }
        self.rows = self.rows.into_iter().map(sorted).collect();
        self.check_repeated(observations);
        (self.rows, self.faults)
    }

    fn note(&mut self, at: usize, field: &'static str, fault: FiguresFault) {
        let place = Place::whole().field("observations").index(at).field(field);
        self.faults.push(Placed { place, fault });
    }

    /// The row of an observation, if nothing is wrong with it; notes all that is.
    fn row(
        &mut self,
        at: usize,
        unit: Option<usize>,
        observation: &'b Observation,
    ) -> Option<(Series, Row)> {
        if unit.is_none() {
            self.note(at, "unit", FiguresFault::UnknownUnit(observation.unit.clone()));
        }
        let indicator = self.indicator(at, observation);
        self.reporter(at, unit, observation);
        let until = self.period(at, unit, indicator, observation);
        let measured = &self.catalogue.indicators().get(indicator?)?.measured;
        let known = match Known::of(measured, observation.stage, &observation.value) {
            Ok(known) => known,
            Err(fault) => {
                self.note(at, "value", fault);
                return None;
            }
        };
        let Observation { period, stage, counted_by, revision, .. } = *observation;
        let series = Series { indicator: indicator?, stage, counted_by };
        let (unit, start, until) = (unit?, period.start(), until?);
        Some((series, Row { unit, start, until, revision, at, known }))
    }

    /// The positions of the units of all observations. Neighbours are mostly of one unit.
    fn units(&self, observations: &'b [Observation]) -> Vec<Option<usize>> {
        let mut last = None;
        let position = |observation: &'b Observation| {
            let known = last.filter(|(unit, _)| *unit == &observation.unit);
            let (_, position) = *last.insert(known.unwrap_or_else(|| {
                (&observation.unit, self.organisation.position(&observation.unit))
            }));
            position
        };
        observations.iter().map(position).collect()
    }

    fn indicator(&mut self, at: usize, observation: &'b Observation) -> Option<usize> {
        let id = &observation.indicator;
        if let Some((_, position)) = self.indicator.filter(|(last, _)| *last == id) {
            return Some(position);
        }
        let position = self.catalogue.position(id);
        if let Some(position) = position {
            self.indicator = Some((id, position));
        } else {
            self.note(at, "indicator", FiguresFault::UnknownIndicator(id.clone()));
        }
        position
    }

    fn reporter(&mut self, at: usize, unit: Option<usize>, observation: &'b Observation) {
        let Some(reporter) = &observation.reporter else { return };
        if unit.and_then(|unit| kept(&self.reporters, unit)) == Some(reporter) {
            return;
        }
        let bodies = &self.organisation.parts().bodies;
        if bodies.binary_search_by(|body| body.id.cmp(reporter)).is_err() {
            self.note(at, "reporter", FiguresFault::UnknownBody(reporter.clone()));
        } else if let Some(unit) = unit {
            keep(&mut self.reporters, unit, reporter);
        }
    }

    /// The end of the period, if it fits the unit and the indicator.
    fn period(
        &mut self,
        at: usize,
        unit: Option<usize>,
        indicator: Option<usize>,
        observation: &Observation,
    ) -> Option<Day> {
        let period = observation.period;
        let life = unit.and_then(|unit| self.life(unit, &observation.unit));
        if let Some(life) = life.filter(|life| !life.overlaps(period)) {
            let unit = observation.unit.clone();
            self.note(at, "period", FiguresFault::NotLiving { unit, life, period });
        }
        if observation.stage == Stage::Done && observation.received < period.start() {
            let received = observation.received;
            self.note(at, "received", FiguresFault::Early { received, period });
        }
        let Some(until) = period.until() else {
            self.note(at, "period", FiguresFault::NoEnd(period));
            return None;
        };
        let measured = &self.catalogue.indicators().get(indicator?)?.measured;
        let is_stock = matches!(measured, Measured::Stock { .. });
        if is_stock && period.start().days_later(1) != Some(until) {
            self.note(at, "period", FiguresFault::NotADay(period));
        }
        Some(until)
    }

    /// When the unit at a position lives.
    fn life(&mut self, position: usize, unit: &UnitId) -> Option<Period> {
        if let Some(life) = kept(&self.lives, position) {
            return Some(life);
        }
        let life = self.organisation.life(unit)?;
        keep(&mut self.lives, position, life);
        Some(life)
    }

    /// Notes each observation of which another has the key and the revision.
    fn check_repeated(&mut self, observations: &[Observation]) {
        let alike = |a: &Row, b: &Row| (a.key(), a.revision) == (b.key(), b.revision);
        let groups = self.rows.iter().flat_map(|rows| rows.chunk_by(alike));
        let again = groups.flat_map(|same| same.iter().skip(1));
        let fault = |row: &Row| {
            let Observation { unit, indicator, period, revision, .. } = observations.get(row.at)?;
            let place = Place::whole().field("observations").index(row.at).field("revision");
            let (unit, indicator) = (unit.clone(), indicator.clone());
            let (period, revision) = (*period, *revision);
            let fault = FiguresFault::Repeated { unit, indicator, period, revision };
            Some(Placed { place, fault })
        };
        self.faults.extend(again.filter_map(fault));
    }
}

/// What is kept at a position.
fn kept<T: Copy>(table: &[Option<T>], position: usize) -> Option<T> {
    table.get(position).copied().flatten()
}

/// Keeps something at a position of a table that grows with the positions.
fn keep<T: Copy>(table: &mut Vec<Option<T>>, position: usize, thing: T) {
    if table.len() <= position {
        table.resize(position + 1, None);
    }
    if let Some(place) = table.get_mut(position) {
        *place = Some(thing);
    }
}
