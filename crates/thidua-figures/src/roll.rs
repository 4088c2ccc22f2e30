//! How totals come about, unit by unit, from the lowest up.

use std::borrow::Cow;

use thidua_values::{KindId, UnitId};

use crate::row::Series;
use crate::sum::Sum;
use crate::{Coverage, FiguresOn, Measured, Missing, OverUnits, Source};

/// A unit with what it reports and what is below it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    pub(crate) lives: bool,
    pub(crate) own: Option<Sum>,
    /// The sum of the totals of the units directly below.
    pub(crate) below: Option<Sum>,
    pub(crate) is_obliged: bool,
    pub(crate) coverage: Coverage,
    pub(crate) source: Option<Source>,
    /// How many units are directly below, and how many of them have a total.
    children: usize,
    told: usize,
    /// Whether one of them is not whole that is obliged, or has units below it that are.
    has_gap: bool,
}

/// What is rolled up.
pub(crate) struct Roll<'r> {
    pub(crate) series: Series,
    pub(crate) measured: &'r Measured,
    pub(crate) period: thidua_values::Period,
    pub(crate) reporters: &'r [KindId],
    pub(crate) over_units: OverUnits,
    pub(crate) missing: Missing,
}

impl Roll<'_> {
    /// The nodes of all units by position, and the units that do not live on the day although
    /// they tell a figure.
    pub(crate) fn up<'f>(&self, on: &FiguresOn<'f>) -> (Vec<Node>, Vec<&'f UnitId>) {
        let obliged = on.obliged(self.reporters).into_iter();
        let node = |is_obliged| Node { is_obliged, ..Node::default() };
        let mut nodes: Vec<Node> = obliged.map(node).collect();
        for unit in on.upwards() {
            if let Some(node) = nodes.get_mut(unit.position()) {
                node.lives = true;
            }
        }
        let mut left_out = Vec::new();
        for (unit, rows) in on.all_own(self.series, self.measured, self.period) {
            let mut sum = Sum::default();
            for row in &rows {
                sum.say(&row.known);
            }
            match nodes.get_mut(unit).filter(|node| node.lives) {
                Some(node) => node.own = Some(sum),
                None => left_out.extend(rows.first().and_then(|row| on.unit_of(row))),
            }
        }
        for unit in on.upwards() {
            self.rise(unit.position(), on.hierarchy().above(unit.position()), &mut nodes);
        }
        (nodes, left_out)
    }

    /// Settles the total of a unit, of which all below is settled, and tells the one above.
    fn rise(&self, unit: usize, above: Option<usize>, nodes: &mut [Node]) {
        let Some(node) = nodes.get_mut(unit) else { return };
        node.source = self.source(node);
        node.coverage.obliged += usize::from(node.is_obliged);
        node.coverage.reported += usize::from(node.is_obliged && node.own.is_some());
        let coverage = node.coverage;
        let is_whole = node.source.is_some_and(|source| source != Source::Reported);
        let total = match self.over_units {
            OverUnits::Sum => node.total().map(Cow::into_owned),
            OverUnits::Never => None,
        };
        let Some(parent) = above.and_then(|above| nodes.get_mut(above)) else { return };
        parent.coverage.obliged += coverage.obliged;
        parent.coverage.reported += coverage.reported;
        parent.children += 1;
        parent.has_gap |= 0 < coverage.obliged && !is_whole;
        if let Some(total) = total {
            parent.told += 1;
            parent.below.get_or_insert_default().add(&total);
        }
    }

    /// Where the total of a unit comes from, whose coverage is so far that of the units below.
    fn source(&self, node: &Node) -> Option<Source> {
        let is_whole = match self.over_units {
            OverUnits::Never => false,
            OverUnits::Sum if 0 < node.coverage.obliged => 0 < node.told && !node.has_gap,
            OverUnits::Sum => 0 < node.told && node.told == node.children,
        };
        if is_whole {
            return Some(Source::Below);
        }
        if node.own.is_some() {
            return Some(Source::Own);
        }
        if node.coverage.obliged == 0 && !node.is_obliged {
            return node.below.is_some().then_some(Source::Below);
        }
        (self.missing == Missing::AtLeast && node.below.is_some()).then_some(Source::Reported)
    }
}

impl Node {
    /// The total.
    pub(crate) fn total(&self) -> Option<Cow<'_, Sum>> {
        match self.source? {
            Source::Below => self.below.as_ref().map(Cow::Borrowed),
            Source::Own => self.own.as_ref().map(Cow::Borrowed),
            Source::Reported => self.below.as_ref().map(|sum| Cow::Owned(sum.or_more())),
        }
    }
}
