//! A run of checks: the figures that they compare, and what they found.

use thidua_organisation::UnitOn;
use thidua_values::{Bounds, IndicatorId, Period};

use crate::own::find_own;
use crate::row::{Row, Series};
use crate::sum::Sum;
use crate::{
    About, Check, Checked, Checking, Computed, Figures, FiguresOn, Indicator, Measured,
    Observation, Rule, Verdict, percent,
};

/// A run of checks on the way.
pub(crate) struct Run<'r> {
    pub(crate) on: &'r FiguresOn<'r>,
    pub(crate) of: Checking,
    keeps: fn(Verdict) -> bool,
    /// The units that live on the day, by position.
    units: Vec<Option<UnitOn<'r>>>,
    found: Vec<Checked<'r>>,
}

/// What is checked: an indicator by a check.
#[derive(Clone, Copy)]
pub(crate) struct Item<'r> {
    pub(crate) check: &'r Check,
    pub(crate) indicator: &'r IndicatorId,
}

/// What a unit or a cluster itself tells, by its position: of a quantity what its rows add up to,
/// of a ratio a percentage.
#[derive(Clone, Debug)]
pub(crate) struct Told<'r> {
    pub(crate) about: usize,
    pub(crate) bounds: Bounds,
    pub(crate) rows: Vec<&'r Row>,
}

impl<'r> Run<'r> {
    pub(crate) fn new(on: &'r FiguresOn<'r>, of: Checking, keeps: fn(Verdict) -> bool) -> Self {
        let mut units = vec![None; on.size()];
        for unit in on.hierarchy().units() {
            if let Some(place) = units.get_mut(unit.position()) {
                *place = Some(unit);
            }
        }
        Self { on, of, keeps, units, found: Vec::new() }
    }

    pub(crate) fn into_found(self) -> Vec<Checked<'r>> {
        self.found
    }

    pub(crate) fn check(&mut self, check: &'r Check) {
        match &check.rule {
            Rule::PartsInWhole { parts, whole } => {
                self.parts_in_whole(Item { check, indicator: whole }, parts);
            }
            Rule::Chain { indicators } => self.chain(check, indicators),
            rule => {
                for indicator in rule.indicators() {
                    self.check_one(Item { check, indicator });
                }
            }
        }
    }

    /// Checks an indicator by a rule that looks at each by itself.
    fn check_one(&mut self, item: Item<'r>) {
        match &item.check.rule {
            Rule::PartInWhole { .. } => self.part_in_whole(item),
            Rule::ParentAndChildren { .. } => self.parent_and_children(item),
            Rule::StatedPercent { .. } => self.stated_percent(item),
            Rule::Change { by, most, .. } => self.change(item, *by, *most),
            Rule::Outlier { spread, times, fewest, .. } => {
                self.outlier(item, *spread, *times, *fewest);
            }
            Rule::SameAsBefore { .. } => self.same_as_before(item),
            Rule::SameAsSiblings { fewest, .. } => self.same_as_siblings(item, *fewest),
            Rule::Thousandfold { factor, fewest, .. } => self.thousandfold(item, *factor, *fewest),
            Rule::OtherPeriod { .. } => self.other_period(item),
            Rule::Late { days, .. } => self.late(item, *days),
            Rule::Missing { .. } => self.missing(item),
            // These look at several indicators at once.
            Rule::PartsInWhole { .. } | Rule::Chain { .. } => {}
        }
    }

    pub(crate) const fn figures(&self) -> &'r Figures<'r> {
        self.on.figures()
    }

    /// The unit at a position, if it lives on the day.
    pub(crate) fn unit(&self, position: usize) -> Option<UnitOn<'r>> {
        self.units.get(position).copied().flatten()
    }

    /// The units that live on the day.
    pub(crate) fn units(&self) -> impl Iterator<Item = UnitOn<'r>> + use<'r> {
        self.on.hierarchy().units()
    }

    /// The unit or the cluster at a position; none that does not live on the day.
    fn about(&self, position: usize) -> Option<About> {
        let organisation = self.figures().organisation();
        match position.checked_sub(organisation.positions()) {
            None => self.unit(position).map(|unit| unit.id().clone().into()),
            Some(at) => organisation.parts().clusters.get(at).map(|it| it.id.clone().into()),
        }
    }

    /// An indicator and its series.
    pub(crate) fn series(&self, id: &IndicatorId) -> Option<(&'r Indicator, Series)> {
        let catalogue = self.figures().catalogue();
        let indicator = catalogue.position(id)?;
        let Checking { stage, counted_by, .. } = self.of;
        Some((catalogue.indicators().get(indicator)?, Series { indicator, stage, counted_by }))
    }

    /// All rows of an indicator, those of each unit or cluster together.
    pub(crate) fn rows(&self, id: &IndicatorId) -> impl Iterator<Item = &'r [Row]> + use<'r> {
        let series = self.series(id).map(|(_, series)| self.figures().series(series));
        series.unwrap_or_default().chunk_by(|a, b| a.about == b.about)
    }

    /// What units that live and clusters themselves tell of an indicator, by position.
    pub(crate) fn told(&self, id: &IndicatorId, period: Period) -> Vec<Told<'r>> {
        let Some((indicator, _)) = self.series(id) else { return Vec::new() };
        let clusters = self.figures().organisation().positions();
        let told = |rows: &'r [Row]| {
            let mut own = Vec::new();
            find_own(&indicator.measured, rows, period, &mut own);
            let about = own.first()?.about;
            let is_there = clusters <= about || self.unit(about).is_some();
            let mut sum = Sum::default();
            for row in &own {
                sum.say(&row.known);
            }
            is_there.then(|| Told { about, bounds: sum.bounds(), rows: own })
        };
        self.rows(id).filter_map(told).collect()
    }

    /// The same as numbers that compare: of a ratio the percentage of its parts.
    pub(crate) fn numbers(&self, id: &IndicatorId, period: Period) -> Vec<Told<'r>> {
        let Some((Indicator { measured: Measured::Ratio { part, whole }, .. }, _)) =
            self.series(id)
        else {
            return self.told(id, period);
        };
        let (parts, wholes) = (self.told(part, period), self.told(whole, period));
        let share = |part: Told<'r>| {
            let whole = find(&wholes, part.about)?;
            let bounds = percent(&part.bounds, &whole.bounds)?;
            Some(Told { bounds, rows: [part.rows, whole.rows.clone()].concat(), ..part })
        };
        parts.into_iter().filter_map(share).collect()
    }

    /// Keeps what was found of a unit or a cluster, if it is asked for.
    pub(crate) fn add(
        &mut self,
        Item { check, indicator }: Item<'r>,
        about: usize,
        verdict: Verdict,
        found: impl FnOnce() -> (Vec<&'r Observation>, Computed),
    ) {
        if let Some(about) = Some(verdict).filter(|it| (self.keeps)(*it)).and(self.about(about)) {
            let (terms, computed) = found();
            self.found.push(Checked { check, indicator, about, verdict, terms, computed });
        }
    }
}

/// What the unit or the cluster at a position tells; `told` is by position.
pub(crate) fn find<'t, 'r>(told: &'t [Told<'r>], about: usize) -> Option<&'t Told<'r>> {
    let at = told.binary_search_by_key(&about, |told| told.about).ok()?;
    told.get(at)
}

/// The observations that something told comes from.
pub(crate) fn terms<'r>(figures: &'r Figures<'r>, told: &[&Told<'r>]) -> Vec<&'r Observation> {
    let rows = told.iter().flat_map(|told| &told.rows);
    rows.filter_map(|row| figures.observation(row)).collect()
}
