//! Checks of figures that are parts of each other.

use thidua_organisation::UnitOn;
use thidua_values::{Bounds, Exact, IndicatorId};

use crate::row::Row;
use crate::run::{Item, Run, Told, find, terms};
use crate::{
    About, Asked, Check, Checking, Computed, Coverage, FiguresOn, Measured, Missing, ObservedValue,
    PartsInWhole, Source, StatedPercent, Total, Totals, Verdict, at_most, stands,
};

impl<'r> Run<'r> {
    pub(crate) fn part_in_whole(&mut self, item: Item<'r>) {
        let Some((part, whole)) = self.parts_of(item.indicator) else { return };
        let (parts, wholes) = (self.told(part, self.of.period), self.told(whole, self.of.period));
        for whole in &wholes {
            if let Some(part) = find(&parts, whole.about) {
                self.within(item, part, whole, [part, whole]);
            }
        }
    }

    /// The numerator and the denominator of a ratio.
    fn parts_of(&self, ratio: &IndicatorId) -> Option<(&'r IndicatorId, &'r IndicatorId)> {
        match &self.series(ratio)?.0.measured {
            Measured::Ratio { part, whole } => Some((part, whole)),
            _ => None,
        }
    }

    /// Checks that one figure is another or less.
    fn within(
        &mut self,
        item: Item<'r>,
        number: &Told<'r>,
        limit: &Told<'r>,
        told: [&Told<'r>; 2],
    ) {
        let figures = self.figures();
        self.add(item, number.about, at_most(&number.bounds, &limit.bounds), || {
            let (number, limit) = (number.bounds.clone(), limit.bounds.clone());
            (terms(figures, &told), Computed::AtMost { number, limit })
        });
    }

    pub(crate) fn chain(&mut self, check: &'r Check, indicators: &'r [IndicatorId]) {
        let mut earlier: Vec<Vec<Told<'r>>> = Vec::new();
        for indicator in indicators {
            let told = self.told(indicator, self.of.period);
            for it in &told {
                // Of all before that are told of the same: the one it is more than, else may be,
                // else the nearest.
                let before = earlier.iter().rev().filter_map(|told| find(told, it.about));
                let doubt = |before: &&Told<'_>| match at_most(&it.bounds, &before.bounds) {
                    Verdict::Fails => 0,
                    Verdict::Open => 1,
                    Verdict::Holds => 2,
                };
                if let Some(before) = before.min_by_key(doubt) {
                    self.within(Item { check, indicator }, it, before, [before, it]);
                }
            }
            earlier.push(told);
        }
    }

    pub(crate) fn parts_in_whole(&mut self, item: Item<'r>, parts: &'r [IndicatorId]) {
        let (figures, period) = (self.figures(), self.of.period);
        let parts: Vec<Vec<Told<'r>>> = parts.iter().map(|id| self.told(id, period)).collect();
        for whole in self.told(item.indicator, period) {
            let told: Vec<&Told<'r>> =
                parts.iter().filter_map(|told| find(told, whole.about)).collect();
            if told.is_empty() {
                continue;
            }
            // Of a part that is not told nothing is known but that it is not below 0.
            let rest = (told.len() < parts.len()).then(|| Bounds::at_least(Exact::zero()));
            let sum = told.iter().map(|it| it.bounds.clone()).chain(rest);
            let PartsInWhole { verdict, sum, rest } = PartsInWhole::of(sum, &whole.bounds);
            self.add(item, whole.about, verdict, || {
                let terms = terms(figures, &[told.as_slice(), &[&whole]].concat());
                (terms, Computed::Parts { sum, whole: whole.bounds.clone(), rest })
            });
        }
    }

    pub(crate) fn stated_percent(&mut self, item: Item<'r>) {
        let Some((part, whole)) = self.parts_of(item.indicator) else { return };
        let (on, figures) = (self.on, self.figures());
        let stated = self.told(item.indicator, self.of.period);
        if stated.is_empty() {
            return;
        }
        let (parts, wholes) = (self.told(part, self.of.period), self.told(whole, self.of.period));
        let totals = [part, whole].map(|id| on.totals(&self.asked(id), Missing::AtLeast));
        let [Ok(of_parts), Ok(of_wholes)] = &totals else { return };
        let parts = Below { on, totals: of_parts, told: &parts };
        let wholes = Below { on, totals: of_wholes, told: &wholes };
        for stated in stated {
            let found = parts.find(&stated).zip(wholes.find(&stated));
            let observation = stated.rows.first().and_then(|row| figures.observation(row));
            let Some(((part, whole), observation)) = found.zip(observation) else { continue };
            let ObservedValue::Figure { figure, qualifier } = observation.value else { continue };
            let percent = StatedPercent::of(figure, qualifier, &part.bounds, &whole.bounds);
            self.add(item, stated.about, percent.verdict, || {
                let (part_of, of) = (part.bounds.clone(), whole.bounds.clone());
                let computed = Computed::Percent { percent, part: part_of, whole: of };
                (terms(figures, &[&part, &whole, &stated]), computed)
            });
        }
    }

    /// What is asked of an indicator.
    fn asked(&self, indicator: &IndicatorId) -> Asked {
        let Checking { period, stage, counted_by, .. } = self.of;
        Asked { indicator: indicator.clone(), period, stage, counted_by }
    }

    pub(crate) fn parent_and_children(&mut self, item: Item<'r>) {
        let (on, figures) = (self.on, self.figures());
        let Ok(totals) = on.totals(&self.asked(item.indicator), Missing::AtLeast) else { return };
        let told = self.told(item.indicator, self.of.period);
        let below = Below { on, totals: &totals, told: &told };
        for own in &told {
            let Some(sum) = below.sum(own) else { continue };
            self.add(item, own.about, stands(&own.bounds, &sum.bounds), || {
                let of_below =
                    Told { about: own.about, bounds: Bounds::unknown(), rows: below.rows(&sum) };
                let terms = terms(figures, &[own, &of_below]);
                let (stated, coverage) = (own.bounds.clone(), sum.coverage);
                (terms, Computed::Sum { stated, below: sum.bounds, coverage })
            });
        }
    }
}

/// What the sums of those below come from.
struct Below<'b, 'r> {
    on: &'r FiguresOn<'r>,
    totals: &'b Totals<'b>,
    told: &'b [Told<'r>],
}

/// What the units below a unit, or of the members of a cluster, come to.
struct Added<'b> {
    /// The sum, or more where some did not report.
    bounds: Bounds,
    coverage: Coverage,
    units: Vec<UnitOn<'b>>,
}

impl<'b, 'r> Below<'b, 'r> {
    /// What a unit or a cluster itself tells, else what those below it come to.
    fn find(&self, stated: &Told<'r>) -> Option<Told<'r>> {
        let added = || {
            let sum = self.sum(stated)?;
            let rows = self.rows(&sum);
            Some(Told { about: stated.about, bounds: sum.bounds, rows })
        };
        find(self.told, stated.about).cloned().or_else(added)
    }

    /// What those below a unit or a cluster that states something come to, if any of them tells
    /// something.
    fn sum(&self, stated: &Told<'r>) -> Option<Added<'b>> {
        let observation = self.on.figures().observation(stated.rows.first()?)?;
        let (below, source, coverage, units) = match &observation.about {
            About::Unit { unit } => {
                let total = self.totals.of_unit(unit)?;
                let below = total.below()?;
                let units = self.totals.on().hierarchy().children(unit).collect();
                (below, total.source(), total.coverage(), units)
            }
            About::Cluster { cluster } => {
                let total = self.totals.of_cluster(cluster)?;
                let units = total.members().iter().map(|member| member.unit()).collect();
                (total.below()?, total.source(), total.coverage(), units)
            }
        };
        // Where some did not report there may be more.
        let more = match source {
            Some(Source::Below) => Bounds::exactly(Exact::zero()),
            _ => Bounds::at_least(Exact::zero()),
        };
        Some(Added { bounds: below + more, coverage, units })
    }

    /// The rows that a sum comes from: as [`Total::terms`](crate::Total), of figures that outlive
    /// the totals.
    fn rows(&self, sum: &Added<'b>) -> Vec<&'r Row> {
        let mut found = Vec::new();
        let mut open = sum.units.clone();
        open.reverse();
        while let Some(unit) = open.pop() {
            match self.totals.of_unit(unit.id()).and_then(Total::source) {
                Some(Source::Own) => {
                    let own = find(self.told, unit.position());
                    found.extend(own.iter().flat_map(|own| own.rows.iter().copied()));
                }
                Some(Source::Below | Source::Reported) => {
                    let first = open.len();
                    open.extend(self.totals.on().hierarchy().children(unit.id()));
                    open.get_mut(first..).unwrap_or_default().reverse();
                }
                None => {}
            }
        }
        found
    }
}
