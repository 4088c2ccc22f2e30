//! Binding observations to a catalogue and an organisation.

use thidua_organisation::Organisation;
use thidua_values::{BodyId, CatalogueId, Coded, Day, IndicatorId, Period, Place, Placed, UnitId};

use crate::known::Known;
use crate::row::{Row, Series, sorted};
use crate::{About, Catalogue, FiguresFault, Indicator, Measured, Observation, Stage};

/// Binding in progress: what was bound so far, and the faults met.
pub(crate) struct Binding<'b> {
    catalogue: &'b Catalogue,
    organisation: &'b Organisation,
    /// The rows of each series, by its position.
    rows: Vec<Vec<Row>>,
    faults: Vec<Placed<FiguresFault>>,
    /// When units live, by position, as far as they were met.
    lives: Vec<Option<Period>>,
    /// The last reporter of a unit or a cluster that was found, by position: mostly the next is
    /// the same.
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
        let positions = self.positions(observations);
        for ((at, observation), about) in observations.iter().enumerate().zip(positions) {
            let found = self.row(at, about, observation);
            if let Some((series, row)) = found
                && let Some(rows) = self.rows.get_mut(series.position())
            {
                rows.push(row);
            }
        }
        self.rows = self.rows.into_iter().map(sorted).collect();
        self.check_repeated(observations);
        self.check_reporters();
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
        about: Option<usize>,
        observation: &'b Observation,
    ) -> Option<(Series, Row)> {
        if about.is_none() {
            self.note_unknown(at, &observation.about);
        }
        let indicator = self.indicator(at, observation);
        self.reporter(at, about, observation);
        let until = self.period(at, about, indicator, observation);
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
        let (about, start, until) = (about?, period.start(), until?);
        Some((series, Row { about, start, until, revision, at, known }))
    }

    fn note_unknown(&mut self, at: usize, about: &About) {
        let fault = match about {
            About::Unit { unit } => FiguresFault::UnknownUnit(unit.clone()),
            About::Cluster { cluster } => FiguresFault::UnknownCluster(cluster.clone()),
        };
        let place = Place::whole().field("observations").index(at).field("about");
        self.faults.push(Placed { place: place.field(about.code()), fault });
    }

    /// The positions of what all observations are about. Neighbours are mostly about the same.
    fn positions(&self, observations: &'b [Observation]) -> Vec<Option<usize>> {
        let mut last = None;
        let position = |observation: &'b Observation| {
            let about = &observation.about;
            let known = last.filter(|(other, _)| *other == about);
            let find = || (about, about.position(self.organisation));
            let (_, position) = *last.insert(known.unwrap_or_else(find));
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

    fn reporter(&mut self, at: usize, about: Option<usize>, observation: &'b Observation) {
        let Some(reporter) = &observation.reporter else { return };
        if about.and_then(|about| kept(&self.reporters, about)) == Some(reporter) {
            return;
        }
        let bodies = &self.organisation.parts().bodies;
        if bodies.binary_search_by(|body| body.id.cmp(reporter)).is_err() {
            self.note(at, "reporter", FiguresFault::UnknownBody(reporter.clone()));
        } else if let Some(about) = about {
            keep(&mut self.reporters, about, reporter);
        }
    }

    /// The end of the period, if it fits the unit and the indicator.
    fn period(
        &mut self,
        at: usize,
        about: Option<usize>,
        indicator: Option<usize>,
        observation: &Observation,
    ) -> Option<Day> {
        let period = observation.period;
        if let Some((position, unit)) = about.zip(observation.about.unit())
            && let Some(life) = self.life(position, unit).filter(|life| !life.overlaps(period))
        {
            let unit = unit.clone();
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

    /// Notes each indicator that is told of, of which the organisation has no reporter.
    fn check_reporters(&mut self) {
        let indicators = self.catalogue.indicators().iter();
        let told = indicators.zip(self.rows.chunks(Series::OF_INDICATOR));
        let told = told.filter(|(_, series)| series.iter().any(|rows| !rows.is_empty()));
        let unknown = told.filter(|(indicator, _)| !knows_reporter(self.organisation, indicator));
        let fault = |(indicator, _): (&Indicator, _)| {
            let reporter = indicator.reporters.first()?.clone();
            let indicator = indicator.id.clone();
            let fault = FiguresFault::UnknownReporter { indicator, reporter };
            Some(Placed { place: Place::whole().field("catalogue"), fault })
        };
        self.faults.extend(unknown.filter_map(fault));
    }

    /// Notes each observation of which another has the key and the revision.
    fn check_repeated(&mut self, observations: &[Observation]) {
        let alike = |a: &Row, b: &Row| (a.key(), a.revision) == (b.key(), b.revision);
        let groups = self.rows.iter().flat_map(|rows| rows.chunk_by(alike));
        let again = groups.flat_map(|same| same.iter().skip(1));
        let fault = |row: &Row| {
            let Observation { about, indicator, period, revision, .. } =
                observations.get(row.at)?;
            let place = Place::whole().field("observations").index(row.at).field("revision");
            let (about, indicator) = (about.clone(), indicator.clone());
            let (period, revision) = (*period, *revision);
            let fault = FiguresFault::Repeated { about, indicator, period, revision };
            Some(Placed { place, fault })
        };
        self.faults.extend(again.filter_map(fault));
    }
}

/// Whether a reporter of an indicator is a kind of the organisation, if it has any.
pub(crate) fn knows_reporter(organisation: &Organisation, indicator: &Indicator) -> bool {
    let parts = organisation.parts();
    let units = parts.unit_kinds.iter().map(|kind| &kind.id);
    let mut kinds = units.chain(parts.body_kinds.iter().map(|kind| &kind.id));
    indicator.reporters.is_empty() || kinds.any(|kind| indicator.reporters.contains(kind))
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
