//! Checks of figures that are parts of each other.

use thidua_organisation::UnitOn;
use thidua_values::{Bounds, Exact, IndicatorId};

use crate::run::{Item, Run, Told, find, terms};
use crate::{
    Asked, Check, Checking, Computed, Coverage, FiguresOn, Measured, Missing, Observation,
    ObservedValue, PartsInWhole, Source, StatedPercent, Total, Totals, at_most, stands,
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
                // The nearest before that is told of the same.
                let before = earlier.iter().rev().find_map(|told| find(told, it.about));
                if let Some(before) = before {
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
        let (figures, period) = (self.figures(), self.of.period);
        let (parts, wholes) = (self.told(part, period), self.told(whole, period));
        for stated in self.told(item.indicator, period) {
            let found = find(&parts, stated.about).zip(find(&wholes, stated.about));
            let observation = stated.rows.first().and_then(|row| figures.observation(row));
            let Some(((part, whole), observation)) = found.zip(observation) else { continue };
            let ObservedValue::Figure { figure, qualifier } = observation.value else { continue };
            let percent = StatedPercent::of(figure, qualifier, &part.bounds, &whole.bounds);
            self.add(item, stated.about, percent.verdict, || {
                let (part_of, of) = (part.bounds.clone(), whole.bounds.clone());
                let computed = Computed::Percent { percent, part: part_of, whole: of };
                (terms(figures, &[part, whole, &stated]), computed)
            });
        }
    }

    pub(crate) fn parent_and_children(&mut self, item: Item<'r>) {
        let Checking { period, stage, counted_by, .. } = self.of;
        let asked = Asked { indicator: item.indicator.clone(), period, stage, counted_by };
        let (on, figures) = (self.on, self.figures());
        let Ok(totals) = on.totals(&asked, Missing::AtLeast) else { return };
        let told = self.told(item.indicator, period);
        let below = Below { on, totals: &totals, told: &told };
        let organisation = figures.organisation();
        for own in &told {
            let cluster = own.about.checked_sub(organisation.positions());
            match cluster.map(|at| organisation.parts().clusters.get(at)) {
                None => {
                    let Some(unit) = self.unit(own.about) else { continue };
                    let Some(total) = totals.of_unit(unit.id()) else { continue };
                    let beside = (total.below(), total.source(), total.coverage());
                    self.sum(item, own, beside, || {
                        below.terms(on.hierarchy().children(unit.id()).collect())
                    });
                }
                Some(cluster) => {
                    let total = cluster.and_then(|cluster| totals.of_cluster(&cluster.id));
                    let Some(total) = total else { continue };
                    let beside = (total.below(), total.source(), total.coverage());
                    self.sum(item, own, beside, || {
                        below.terms(total.members().iter().map(|member| member.unit()).collect())
                    });
                }
            }
        }
    }

    /// Checks an own figure beside what those below come to, where that comes from, and how many
    /// of them reported.
    fn sum(
        &mut self,
        item: Item<'r>,
        own: &Told<'r>,
        (below, source, coverage): (Option<Bounds>, Option<Source>, Coverage),
        terms_below: impl FnOnce() -> Vec<&'r Observation>,
    ) {
        let Some(below) = below else { return };
        // Where some did not report there may be more.
        let more = match source {
            Some(Source::Below) => Bounds::exactly(Exact::zero()),
            _ => Bounds::at_least(Exact::zero()),
        };
        let (figures, below) = (self.figures(), below + more);
        self.add(item, own.about, stands(&own.bounds, &below), || {
            let stated = own.bounds.clone();
            let terms = [terms(figures, &[own]), terms_below()].concat();
            (terms, Computed::Sum { stated, below, coverage })
        });
    }
}

/// What the sums of those below come from.
struct Below<'b, 'r> {
    on: &'r FiguresOn<'r>,
    totals: &'b Totals<'b>,
    told: &'b [Told<'r>],
}

impl<'r> Below<'_, 'r> {
    /// The observations that the totals of units are the sums of: as [`Total::terms`](crate::Total),
    /// of figures that outlive the totals.
    fn terms<'u>(&self, units: Vec<UnitOn<'u>>) -> Vec<&'r Observation>
    where
        'r: 'u,
    {
        let mut found = Vec::new();
        let mut open = units;
        open.reverse();
        while let Some(unit) = open.pop() {
            match self.totals.of_unit(unit.id()).and_then(Total::source) {
                Some(Source::Own) => {
                    let own = find(self.told, unit.position());
                    found.extend(own.iter().flat_map(|own| terms(self.on.figures(), &[own])));
                }
                Some(Source::Below | Source::Reported) => {
                    let first = open.len();
                    open.extend(self.on.hierarchy().children(unit.id()));
                    open.get_mut(first..).unwrap_or_default().reverse();
                }
                None => {}
            }
        }
        found
    }
}
