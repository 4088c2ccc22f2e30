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
    pub(crate) own: Sum,
    /// The sum of the totals of the units directly below, of those that have one.
    pub(crate) below: Sum,
    pub(crate) is_obliged: bool,
    pub(crate) coverage: Coverage,
    pub(crate) source: Option<Source>,
    /// How many of the unit and those below it tell a figure.
    tellers: usize,
    /// How many units are directly below.
    children: usize,
    /// How many of them have a total that is whole.
    wholes: usize,
    /// Whether another of them is obliged or tells a figure, or has units below it that do.
    has_gap: bool,
}

/// What is rolled up.
#[derive(Debug)]
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
        for member in on.upwards() {
            if let Some(node) = nodes.get_mut(member.unit) {
                node.lives = true;
            }
        }
        let mut left_out = Vec::new();
        on.visit_own(self.series, self.measured, self.period, |unit, first, own| {
            match nodes.get_mut(unit).filter(|node| node.lives) {
                Some(node) => own.iter().for_each(|row| node.own.say(&row.known)),
                None => left_out.extend(on.unit_of(first)),
            }
        });
        for member in on.upwards() {
            self.rise(member.unit, member.above, &mut nodes);
        }
        (nodes, left_out)
    }

    /// Settles the total of a unit, of which all below is settled, and tells the one above.
    fn rise(&self, unit: usize, above: Option<usize>, nodes: &mut [Node]) {
        let Some(node) = nodes.get_mut(unit) else { return };
        node.source = self.source(node);
        node.tellers += usize::from(node.own.told().is_some());
        node.coverage.obliged += usize::from(node.is_obliged);
        node.coverage.reported += usize::from(node.is_obliged && node.own.told().is_some());
        let pair = above.and_then(|above| nodes.get_disjoint_mut([unit, above]).ok());
        if let Some([node, parent]) = pair {
            self.tell(node, parent);
        }
    }

    /// Tells the one above a unit what there is below it.
    fn tell(&self, node: &Node, above: &mut Node) {
        above.coverage.obliged += node.coverage.obliged;
        above.coverage.reported += node.coverage.reported;
        above.tellers += node.tellers;
        above.children += 1;
        if matches!(node.source, Some(Source::Below | Source::Own)) {
            above.wholes += 1;
        } else {
            above.has_gap |= 0 < node.coverage.obliged || 0 < node.tellers;
        }
        if let (OverUnits::Sum, Some(total)) = (self.over_units, node.total()) {
            above.below.add(&total);
        }
    }

    /// The node of a cluster, which tells something itself and has these units below it.
    pub(crate) fn over<'n>(&self, own: Sum, below: impl Iterator<Item = &'n Node>) -> Node {
        let mut cluster = Node { own, ..Node::default() };
        below.for_each(|node| self.tell(node, &mut cluster));
        cluster.source = self.source(&cluster);
        cluster
    }

    /// Where a total comes from, whose coverage is so far that of what is below.
    fn source(&self, node: &Node) -> Option<Source> {
        let is_whole = match self.over_units {
            OverUnits::Never => false,
            OverUnits::Sum if 0 < node.coverage.obliged => !node.has_gap,
            OverUnits::Sum => node.wholes == node.children,
        };
        let below = node.below.told();
        if is_whole && below.is_some() {
            return Some(Source::Below);
        }
        if node.own.told().is_some() {
            return Some(Source::Own);
        }
        below.filter(|_| self.missing == Missing::AtLeast).map(|_| Source::Reported)
    }
}

impl Node {
    /// The total.
    pub(crate) fn total(&self) -> Option<Cow<'_, Sum>> {
        Some(match self.source? {
            Source::Below => Cow::Borrowed(&self.below),
            Source::Own => Cow::Borrowed(&self.own),
            Source::Reported => Cow::Owned(self.below.or_more()),
        })
    }
}
