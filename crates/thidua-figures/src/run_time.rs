//! Checks of figures in time: beside the period before, in the right period, received in time.

use thidua_values::{Bounds, Day, End, Exact, Figure};

use crate::own::find_own;
use crate::row::{Row, counting};
use crate::run::{Item, Run, Told, find, terms};
use crate::{ChangeBy, Computed, Figures, Verdict, stands};

impl<'r> Run<'r> {
    pub(crate) fn change(&mut self, item: Item<'r>, by: ChangeBy, most: Figure) {
        let figures = self.figures();
        let end = |at| Some(End { at, included: true });
        let most = Exact::from(most);
        let allowed = Bounds::between(end(-most.clone()), end(most)).unwrap_or(Bounds::unknown());
        for (before, now) in self.beside_before(item) {
            let change = by.of(&before.bounds, &now.bounds);
            let is_zero = |told: &Told<'r>| told.bounds.number().is_some_and(Exact::is_zero);
            let may_be_none = by == ChangeBy::Percent && before.bounds.contains(&Exact::zero());
            let verdict = match &change {
                // Nothing is still nothing.
                None if is_zero(&before) && is_zero(&now) => Verdict::Holds,
                Some(change) if !may_be_none => stands(&allowed, change),
                _ => Verdict::Open,
            };
            self.add(item, now.about, verdict, || {
                let terms = terms(figures, &[&now, &before]);
                let (before, now) = (before.bounds.clone(), now.bounds.clone());
                (terms, Computed::Change { before, now, by, change })
            });
        }
    }

    pub(crate) fn same_as_before(&mut self, item: Item<'r>) {
        let figures = self.figures();
        for (before, now) in self.beside_before(item) {
            let is_none = now.bounds.number().is_some_and(Exact::is_zero);
            let differs = now.bounds.equals(&before.bounds).map(|equals| !equals || is_none);
            self.add(item, now.about, Verdict::of(differs), || {
                let terms = terms(figures, &[&now, &before]);
                let (number, before) = (now.bounds.clone(), before.bounds.clone());
                (terms, Computed::Before { number, before })
            });
        }
    }

    /// What is told of an indicator in the period before and in the period.
    fn beside_before(&self, item: Item<'r>) -> Vec<(Told<'r>, Told<'r>)> {
        let Some(before) = self.of.before else { return Vec::new() };
        let earlier = self.numbers(item.indicator, before);
        let now = self.numbers(item.indicator, self.of.period).into_iter();
        now.filter_map(|now| Some((find(&earlier, now.about)?.clone(), now))).collect()
    }

    pub(crate) fn other_period(&mut self, item: Item<'r>) {
        let (figures, asked) = (self.figures(), self.of.period);
        let Some((indicator, _)) = self.series(item.indicator) else { return };
        let mut own = Vec::new();
        for rows in self.rows(item.indicator) {
            find_own(&indicator.measured, rows, asked, &mut own);
            let is_told = !own.is_empty();
            if !is_told {
                own.extend(counting(rows).filter(|row| row.overlaps(asked)));
            }
            let Some(first) = own.first() else { continue };
            self.add(item, first.about, Verdict::of(Some(is_told)), || {
                let observations = own.iter().filter_map(|row| figures.observation(row));
                let terms: Vec<_> = observations.collect();
                let found = terms.iter().map(|it| it.period).collect();
                (terms, Computed::Periods { asked, found })
            });
        }
    }

    pub(crate) fn late(&mut self, item: Item<'r>, days: u32) {
        let (figures, period) = (self.figures(), self.of.period);
        let Some((indicator, _)) = self.series(item.indicator) else { return };
        let mut own = Vec::new();
        for rows in self.rows(item.indicator) {
            find_own(&indicator.measured, rows, period, &mut own);
            let received = |row: &&Row| {
                let received = first_received(figures, rows, row)?;
                // The day after the period is the first of those that follow it.
                let due = row.until.previous().and_then(|last| last.days_later(days.into()));
                Some((due.is_some_and(|due| due < received), due, received))
            };
            // The latest of those that are late, if any is.
            let Some((is_late, due, received)) = own.iter().filter_map(received).max() else {
                continue;
            };
            let Some(first) = own.first() else { continue };
            self.add(item, first.about, Verdict::of(Some(!is_late)), || {
                let terms = own.iter().filter_map(|row| figures.observation(row)).collect();
                (terms, Computed::Received { due, received })
            });
        }
    }

    pub(crate) fn missing(&mut self, item: Item<'r>) {
        let figures = self.figures();
        let Some((indicator, _)) = self.series(item.indicator) else { return };
        let obliged = self.on.obliged(&indicator.reporters);
        let told = self.told(item.indicator, self.of.period);
        for unit in self.units() {
            let position = unit.position();
            if obliged.get(position) != Some(&true) {
                continue;
            }
            let own = find(&told, position);
            let is_reported = own.is_some();
            self.add(item, position, Verdict::of(Some(is_reported)), || {
                let terms = own.map(|own| terms(figures, &[own])).unwrap_or_default();
                (terms, Computed::Reported { is_reported })
            });
        }
    }
}

/// The day on which the first revision of a row was received; `rows` are all of its unit.
fn first_received(figures: &Figures<'_>, rows: &[Row], of: &Row) -> Option<Day> {
    let first = rows.partition_point(|row| row.key() < of.key());
    let revisions = rows.iter().skip(first).take_while(|row| row.key() == of.key());
    revisions.filter_map(|row| figures.observation(row)).map(|it| it.received).min()
}
