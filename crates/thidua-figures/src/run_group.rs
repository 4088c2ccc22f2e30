//! Checks of figures beside those of siblings: units of one kind directly under one unit.

use std::collections::BTreeMap;

use thidua_values::{Exact, Figure};

use crate::run::{Item, Run, Told, terms};
use crate::spread::sorted_median;
use crate::{Computed, Fences, Spread, Verdict, not_thousandfold};

/// The fewest others by which one can be told to be off a thousandfold: of two it may be either.
const FEWEST_OTHERS: usize = 3;

impl<'r> Run<'r> {
    pub(crate) fn outlier(&mut self, item: Item<'r>, spread: Spread, times: Figure, fewest: u32) {
        let (figures, times) = (self.figures(), Exact::from(times));
        for group in self.groups(item) {
            let numbers = exact(&group);
            let enough = is_enough(&numbers, fewest);
            let fences = Fences::of(&numbers, spread, &times).filter(|_| enough);
            for told in &group {
                let verdict = fences.as_ref().map_or(Verdict::Open, |it| it.judge(&told.bounds));
                self.add(item, told.about, verdict, || {
                    let within = fences.as_ref().map(|it| it.within().clone());
                    let (number, among) = (told.bounds.clone(), numbers.len());
                    (terms(figures, &[told]), Computed::Fences { number, within, among })
                });
            }
        }
    }

    pub(crate) fn same_as_siblings(&mut self, item: Item<'r>, fewest: u32) {
        let figures = self.figures();
        for group in self.groups(item) {
            let mut counts: BTreeMap<Exact, usize> = BTreeMap::new();
            for number in exact(&group) {
                *counts.entry(number).or_default() += 1;
            }
            for told in &group {
                let number = told.bounds.number();
                let alike = number.and_then(|number| counts.get(number)).copied();
                let verdict = Verdict::of(number.zip(alike).map(|(number, alike)| {
                    number.is_zero() || u32::try_from(alike).is_ok_and(|alike| alike < fewest)
                }));
                self.add(item, told.about, verdict, || {
                    let (number, alike) = (told.bounds.clone(), alike.unwrap_or_default());
                    (terms(figures, &[told]), Computed::Alike { number, alike })
                });
            }
        }
    }

    pub(crate) fn thousandfold(&mut self, item: Item<'r>, factor: Figure, fewest: u32) {
        let (figures, factor) = (self.figures(), Exact::from(factor));
        for group in self.groups(item) {
            let mut numbers = exact(&group);
            numbers.sort_unstable();
            let enough = is_enough(&numbers, fewest);
            for told in &group {
                // One that is wrong would move the median, most among few.
                let at = told.bounds.number().and_then(|it| numbers.binary_search(it).ok());
                let own = at.map(|at| (at, numbers.remove(at)));
                let among = numbers.len();
                let median = sorted_median(&numbers).filter(|_| enough && FEWEST_OTHERS <= among);
                if let Some((at, own)) = own {
                    numbers.insert(at, own);
                }
                let judge = |median| not_thousandfold(&told.bounds, median, &factor);
                let verdict = median.as_ref().map_or(Verdict::Open, judge);
                self.add(item, told.about, verdict, || {
                    let number = told.bounds.clone();
                    (terms(figures, &[told]), Computed::Typical { number, median, among })
                });
            }
        }
    }

    /// What units tell of an indicator, siblings together: by the unit above, by kind, by unit.
    fn groups(&self, item: Item<'r>) -> Vec<Vec<Told<'r>>> {
        let place = |told: Told<'r>| {
            let kind = &self.unit(told.about)?.kind().id;
            Some((self.on.hierarchy().above(told.about), kind, told))
        };
        let numbers = self.numbers(item.indicator, self.of.period);
        let mut placed: Vec<_> = numbers.into_iter().filter_map(place).collect();
        // The sort is stable, and what is told is by unit.
        placed.sort_by_key(|(above, kind, _)| (*above, *kind));
        let mut groups: Vec<Vec<Told<'r>>> = Vec::new();
        let mut last = None;
        for (above, kind, told) in placed {
            match groups.last_mut().filter(|_| last == Some((above, kind))) {
                Some(group) => group.push(told),
                None => groups.push(vec![told]),
            }
            last = Some((above, kind));
        }
        groups
    }
}

/// The figures of a group that are exact.
fn exact(group: &[Told<'_>]) -> Vec<Exact> {
    group.iter().filter_map(|told| told.bounds.number().cloned()).collect()
}

fn is_enough(numbers: &[Exact], fewest: u32) -> bool {
    usize::try_from(fewest).is_ok_and(|fewest| fewest <= numbers.len())
}
