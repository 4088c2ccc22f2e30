//! Totals by their definition: a recursion over the units, and a search among all observations.

use std::collections::{BTreeMap, BTreeSet};

use thidua_organisation::Hierarchy;
use thidua_values::{Bounds, ClusterId, Day, Exact, Period, UnitId};

use crate::{
    About, Asked, Catalogue, Coverage, Indicator, Measured, Missing, Observation, ObservedValue,
    OverUnits, Source,
};

/// What totals are computed from.
pub(crate) struct Given<'g, 'o> {
    pub(crate) catalogue: &'g Catalogue,
    pub(crate) hierarchy: &'g Hierarchy<'o>,
    pub(crate) observations: &'g [Observation],
    pub(crate) asked: &'g Asked,
    pub(crate) missing: Missing,
}

/// What a total is found to be.
pub(crate) struct Defined<'g> {
    pub(crate) bounds: Option<Bounds>,
    pub(crate) source: Option<Source>,
    pub(crate) own: Option<Bounds>,
    pub(crate) below: Option<Bounds>,
    pub(crate) coverage: Coverage,
    /// Whether it or something below it tells a figure.
    pub(crate) tells: bool,
    pub(crate) terms: Vec<&'g Observation>,
    pub(crate) missing: Vec<UnitId>,
}

/// What is known of the number that an observation states.
pub(crate) fn bounds_of(observation: &Observation) -> Bounds {
    let stated = match observation.value {
        ObservedValue::Figure { figure, qualifier } => qualifier.bounds(Exact::from(figure)),
        _ => Bounds::unknown(),
    };
    stated.meet(&Bounds::at_least(Exact::zero())).unwrap()
}

/// All ways to make up the days from one until another of periods.
fn ways(start: Day, until: Day, periods: &[Period]) -> Vec<Vec<Period>> {
    if start == until {
        return vec![Vec::new()];
    }
    let firsts = periods.iter().filter(|it| it.start() == start && it.until() <= Some(until));
    let ways = firsts.flat_map(|first| {
        let rest = ways(first.until().unwrap(), until, periods).into_iter();
        rest.map(|rest| [vec![*first], rest].concat())
    });
    ways.collect()
}

/// The periods of which the figures make that of another one.
fn chosen(measured: &Measured, asked: Period, periods: &[Period]) -> Vec<Period> {
    let within = periods.iter().filter(|period| asked.covers(**period)).copied();
    match measured {
        Measured::Stock { .. } => within.max_by_key(|period| period.start()).into_iter().collect(),
        Measured::Cumulative { .. } => {
            let since = within.filter(|period| period.start() == asked.start());
            since.max_by_key(|period| period.until()).into_iter().collect()
        }
        _ => {
            let within: Vec<Period> = within.collect();
            let lengths = |way: &Vec<Period>| {
                let days =
                    way.iter().map(|period| period.until().unwrap().days_after(period.start()));
                (way.len(), days.map(|days| -days).collect::<Vec<_>>())
            };
            let ways = asked.until().map(|until| ways(asked.start(), until, &within));
            ways.unwrap_or_default().into_iter().min_by_key(lengths).unwrap_or_default()
        }
    }
}

impl<'g> Given<'g, '_> {
    fn indicator(&self) -> &'g Indicator {
        self.catalogue.indicator(&self.asked.indicator).unwrap()
    }

    /// The observations that make the own figure of a unit or a cluster.
    fn own(&self, about: &About) -> Vec<&'g Observation> {
        let of_series = self.observations.iter().filter(|it| {
            it.about == *about
                && it.indicator == self.asked.indicator
                && (it.stage, it.counted_by) == (self.asked.stage, self.asked.counted_by)
        });
        let mut last: BTreeMap<Period, &Observation> = BTreeMap::new();
        for observation in of_series {
            let known = last.entry(observation.period).or_insert(observation);
            if known.revision < observation.revision {
                *known = observation;
            }
        }
        let periods: Vec<Period> = last.keys().copied().collect();
        let chosen = chosen(&self.indicator().measured, self.asked.period, &periods);
        chosen.iter().map(|period| last[period]).collect()
    }

    /// Whether all that counts of some units was told: of those that are obliged or tell a figure,
    /// or have units below them that do, and of all of them where none is obliged.
    pub(crate) fn is_told(&self, units: &BTreeSet<&UnitId>) -> bool {
        let below = |unit| self.hierarchy.descendants(unit).map(|it| it.id());
        let within = |unit| below(unit).chain([unit]);
        let tells = |unit: &UnitId| !self.own(&unit.clone().into()).is_empty();
        let is_obliged = |unit| within(unit).any(|it| self.is_obliged(it));
        let under: BTreeSet<&UnitId> = units.iter().flat_map(|unit| below(unit)).collect();
        let mut counts: Vec<&UnitId> = units.difference(&under).copied().collect();
        if counts.iter().any(|unit| is_obliged(unit)) {
            counts.retain(|unit| is_obliged(unit) || within(unit).any(tells));
        }
        let is_told = |unit: &&UnitId| {
            let children = self.hierarchy.children(unit).map(|it| it.id());
            tells(unit) || self.is_told(&children.collect())
        };
        let adds = self.indicator().measured.quantity().unwrap().1 == OverUnits::Sum;
        adds && !counts.is_empty() && counts.iter().all(is_told)
    }

    fn is_obliged(&self, unit: &UnitId) -> bool {
        let reporters = &self.indicator().reporters;
        let unit = self.hierarchy.unit(unit).unwrap();
        let mut bodies = self.hierarchy.bodies(unit.id());
        reporters.contains(&unit.kind().id) || bodies.any(|body| reporters.contains(&body.kind))
    }

    /// Whether a total is of all that matters.
    fn is_whole(defined: &Defined<'_>) -> bool {
        matches!(defined.source, Some(Source::Below | Source::Own))
    }

    pub(crate) fn total(&self, unit: &UnitId) -> Defined<'g> {
        let children = self.hierarchy.children(unit);
        let below = children.map(|child| self.total(child.id())).collect();
        let obliged = self.is_obliged(unit).then_some(unit);
        self.over(&unit.clone().into(), obliged, below)
    }

    /// The total of a cluster: of the units of its members, and what is told of itself.
    pub(crate) fn of_cluster(&self, cluster: &ClusterId) -> Defined<'g> {
        let on_day = self.hierarchy.cluster(cluster).unwrap();
        let units = on_day.members().iter().map(|body| &body.unit).collect();
        self.over(&cluster.clone().into(), None, self.tops(&units))
    }

    /// The total of several units together.
    pub(crate) fn of_units(&self, units: &BTreeSet<&UnitId>) -> Defined<'g> {
        // Nothing is told of them together.
        let nowhere = About::Unit { unit: "nowhere".parse().unwrap() };
        self.over(&nowhere, None, self.tops(units))
    }

    /// The totals of units, each once and without those below another.
    fn tops(&self, units: &BTreeSet<&UnitId>) -> Vec<Defined<'g>> {
        let below_of = |above| {
            let below = self.hierarchy.descendants(above).map(|unit| unit.id());
            below.collect::<BTreeSet<&UnitId>>()
        };
        let below: BTreeSet<&UnitId> = units.iter().flat_map(|above| below_of(above)).collect();
        units.difference(&below).map(|unit| self.total(unit)).collect()
    }

    /// The total of something with what is below it; itself, if it is obliged.
    fn over(
        &self,
        about: &About,
        obliged: Option<&UnitId>,
        below: Vec<Defined<'g>>,
    ) -> Defined<'g> {
        let own_terms = self.own(about);
        let own: Option<Bounds> =
            (!own_terms.is_empty()).then(|| own_terms.iter().map(|it| bounds_of(it)).sum());
        let adds = self.indicator().measured.quantity().unwrap().1 == OverUnits::Sum;
        let totals: Vec<Bounds> = below.iter().filter_map(|it| it.bounds.clone()).collect();
        let sum = (adds && !totals.is_empty()).then(|| totals.into_iter().sum::<Bounds>());
        let obliged_below = below.iter().any(|it| 0 < it.coverage.obliged);
        let counts = |it: &&Defined<'_>| !obliged_below || 0 < it.coverage.obliged || it.tells;
        let whole = sum.is_some() && below.iter().filter(counts).all(Self::is_whole);
        let reported = usize::from(own.is_some() && obliged.is_some());
        let itself = Coverage { obliged: usize::from(obliged.is_some()), reported };
        let coverage = below.iter().fold(itself, |sum, it| Coverage {
            obliged: sum.obliged + it.coverage.obliged,
            reported: sum.reported + it.coverage.reported,
        });
        let (source, bounds) = match (&own, &sum) {
            (_, Some(sum)) if whole => (Some(Source::Below), Some(sum.clone())),
            (Some(own), _) => (Some(Source::Own), Some(own.clone())),
            (None, Some(sum)) if self.missing == Missing::AtLeast => {
                let or_more = sum.clone() + Bounds::at_least(Exact::zero());
                (Some(Source::Reported), Some(or_more))
            }
            _ => (None, None),
        };
        let terms = match source {
            Some(Source::Own) => own_terms,
            Some(_) => below.iter().flat_map(|it| it.terms.clone()).collect(),
            None => Vec::new(),
        };
        let tells = own.is_some() || below.iter().any(|it| it.tells);
        let itself = obliged.filter(|_| own.is_none()).cloned().into_iter();
        let missing = itself.chain(below.into_iter().flat_map(|it| it.missing)).collect();
        Defined { bounds, source, own, below: sum, tells, coverage, terms, missing }
    }
}
