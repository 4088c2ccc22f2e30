//! Rolling a tree up from the definitions, at one end of what its lines can be.

use num_traits::Zero;
use thidua_criteria::{
    Combine, Item, NotAssignedPolicy, Part, PartKind, RoundingRule, RulebookParts,
};
use thidua_values::{CriterionId, GroupId, KindId, Points, Rounding, RoundingMode};

use crate::verify_number::{Number, number, part_of, rounded, sum};
use crate::verify_papers::is_for;
use crate::{AdjustedAt, AdjustmentKind};

/// What a node of the tree earned of its own points, what it could have earned,
/// and the pieces that this is the sum of. Its share is the one of the other.
#[derive(Clone, Debug)]
pub(crate) struct Node<'d> {
    pub(crate) earned: Number,
    pub(crate) attainable: Number,
    pub(crate) pieces: Vec<(Piece<'d>, Number)>,
    /// What each group in it came to, outer groups first.
    pub(crate) groups: Vec<(&'d GroupId, Number, Number)>,
}

/// What the parts come to together.
#[derive(Clone, Debug)]
pub(crate) struct Total<'d> {
    pub(crate) all: Node<'d>,
    /// What could be earned on the scale.
    pub(crate) attainable: Number,
    /// What bonus and deductions came to.
    pub(crate) beside: Number,
}

/// What contributes: a line, or what was done to lines.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece<'d> {
    Line(&'d CriterionId),
    Done(AdjustmentKind, AdjustedAt),
}

/// A criterion at one end.
#[derive(Clone, Debug)]
pub(crate) struct Leaf<'d> {
    pub(crate) id: &'d CriterionId,
    pub(crate) earned: Number,
    /// Whether it counts toward what can be earned.
    pub(crate) counts: bool,
    /// Whether it stands for all that can be, if it stays and if it leaves.
    pub(crate) bound: bool,
}

/// A tree as it is rolled up for subjects of a kind.
#[derive(Clone, Copy)]
pub(crate) struct Tree<'t, 'd> {
    pub(crate) parts: &'d RulebookParts,
    pub(crate) kind: Option<&'d KindId>,
    pub(crate) leaves: &'t [Leaf<'d>],
}

/// What items are in: how they make its points.
#[derive(Clone, Copy)]
struct Holder<'h> {
    combine: Combine,
    points: Points,
    at: &'h AdjustedAt,
    /// Whether what is not assigned is made up for by the rest of it.
    rescales: bool,
}

impl<'d> Tree<'_, 'd> {
    /// The total: the scale and the bonus without the deductions, cut at the cap,
    /// raised to the floor, and rounded where the rulebook rounds the total.
    pub(crate) fn total(self, parts: impl Iterator<Item = (PartKind, &'d Part)>) -> Total<'d> {
        let nodes: Vec<Node<'d>> = parts.map(|(kind, part)| self.part(kind, part)).collect();
        // PROOF: the scale is always there, and first.
        let attainable = nodes.first().map(|node| node.attainable.clone()).unwrap_or_default();
        let beside = sum(nodes.iter().skip(1).map(|node| &node.earned));
        let mut all = together(nodes);
        if let Some(cap) = self.parts.total.at_most {
            let capped = all.earned.clone().min(number(cap));
            all = all.becomes(capped, AdjustmentKind::TotalCapped {}, AdjustedAt::Total {});
        }
        if let Some(floor) = self.parts.total.at_least {
            let raised = all.earned.clone().max(number(floor));
            all = all.becomes(raised, AdjustmentKind::TotalRaised {}, AdjustedAt::Total {});
        }
        if let RoundingRule::OnTotal { rounding } = self.parts.rounding {
            all = all.rounded(rounding, rounding.mode, AdjustedAt::Total {});
        }
        Total { all, attainable, beside }
    }

    /// A part: its items, of which each is rounded by itself where the rulebook
    /// rounds per group. The scale makes up for what is not assigned where the
    /// rulebook rescales it; what is deducted is below zero.
    fn part(self, kind: PartKind, part: &'d Part) -> Node<'d> {
        let (at, scale) = (AdjustedAt::Part { part: kind }, kind == PartKind::Scale);
        let mut items = self.items(kind, &part.items);
        if let RoundingRule::PerGroup { rounding } = self.parts.rounding {
            let rounded = items.into_iter().map(|(item, node)| {
                // Half a point to the even one would be lost where all points count.
                let mode = match rounding.mode {
                    RoundingMode::HalfEven if self.has_bound(&node) => RoundingMode::HalfUp,
                    mode => mode,
                };
                (item, node.rounded_at_top(rounding, mode, item))
            });
            items = rounded.collect();
        }
        let rescales = scale && self.parts.not_assigned == NotAssignedPolicy::RescaleGroup;
        let holder = Holder { combine: part.combine, points: part.points, at: &at, rescales };
        let mut node = holder.combined(items);
        if scale && self.parts.not_assigned == NotAssignedPolicy::RescaleScale {
            node = node.rescaled(&number(part.points), at);
        }
        if kind == PartKind::Deduction { node.taken() } else { node }
    }

    fn has_bound(self, node: &Node<'d>) -> bool {
        let bounds = self.leaves.iter().filter(|leaf| leaf.bound);
        let mut bounds = bounds.map(|leaf| Piece::Line(leaf.id));
        bounds.any(|bound| node.pieces.iter().any(|(piece, _)| *piece == bound))
    }

    /// The items that are for the subject: a group is if something in it is.
    fn items(self, part: PartKind, items: &'d [Item]) -> Vec<(&'d Item, Node<'d>)> {
        items.iter().filter_map(|item| Some((item, self.item(part, item)?))).collect()
    }

    fn item(self, part: PartKind, item: &'d Item) -> Option<Node<'d>> {
        match item {
            Item::Criterion(criterion) => {
                if !is_for(&criterion.only_for, self.kind) {
                    return None;
                }
                let Leaf { id, earned, counts, .. } =
                    self.leaves.iter().find(|leaf| *leaf.id == criterion.id)?.clone();
                let attainable = if counts { number(criterion.points) } else { Number::zero() };
                let pieces = vec![(Piece::Line(id), earned.clone())];
                Some(Node { earned, attainable, pieces, groups: Vec::new() })
            }
            Item::Group(group) => {
                let items = self.items(part, &group.items);
                if items.is_empty() {
                    return None;
                }
                let at = AdjustedAt::Group { group: group.id.clone() };
                let rescales = part == PartKind::Scale
                    && self.parts.not_assigned == NotAssignedPolicy::RescaleGroup;
                let (combine, points) = (group.combine, group.points);
                let mut node = Holder { combine, points, at: &at, rescales }.combined(items);
                let own = (&group.id, node.earned.clone(), node.attainable.clone());
                node.groups.insert(0, own);
                Some(node)
            }
        }
    }
}

impl Holder<'_> {
    /// How items make the points of what they are in.
    fn combined<'d>(self, items: Vec<(&'d Item, Node<'d>)>) -> Node<'d> {
        match self.combine {
            Combine::Sum {} => {
                let all = points_of(&items);
                self.made_up_to(&all, together_of(items))
            }
            Combine::SumUpTo {} => {
                let most = number(self.points);
                let (all, sum) = (points_of(&items).min(most.clone()), together_of(items));
                let (earned, attainable) =
                    (sum.earned.clone().min(most.clone()), sum.attainable.clone().min(most));
                let capped = sum.becomes(earned, AdjustmentKind::Capped {}, self.at.clone());
                self.made_up_to(&all, Node { attainable, ..capped })
            }
            Combine::WeightedMean {} => self.weighted_mean(items),
            Combine::Least {} => {
                let shares = shares_of(&items);
                let least = shares.iter().min_by(|(_, a), (_, b)| a.cmp(b));
                let counted: Vec<usize> = least.map(|(at, _)| *at).into_iter().collect();
                self.mean_of(items, &counted, 1)
            }
            Combine::Best { count } => {
                let mut shares = shares_of(&items);
                // The sort is stable: of equals those count that are named first.
                shares.sort_by(|(_, a), (_, b)| b.cmp(a));
                let counted = shares.into_iter().take(count as usize).map(|(at, _)| at);
                let best = self.mean_of(items, &counted.collect::<Vec<_>>(), count);
                self.made_up_to(&number(self.points), best)
            }
        }
    }

    /// The node, made up to so many points where the rulebook rescales groups.
    fn made_up_to<'d>(self, points: &Number, node: Node<'d>) -> Node<'d> {
        if self.rescales { node.rescaled(points, self.at.clone()) } else { node }
    }

    /// The mean of the shares by weight, times the points: each item is worth its
    /// part of the points by its weight. What is not assigned has no share, and
    /// its weight does not count.
    fn weighted_mean<'d>(self, items: Vec<(&'d Item, Node<'d>)>) -> Node<'d> {
        let points = number(self.points);
        let weight = |item: &Item| item.weight().map_or_else(Number::zero, number);
        let assigned = items.iter().filter(|(_, node)| !node.attainable.is_zero());
        let weights: Vec<Number> = assigned.map(|(item, _)| weight(item)).collect();
        let weights = sum(&weights);
        let worth = |item: &Item| part_of(&weight(item), &weights) * &points;
        let nodes = items.into_iter().map(|(item, node)| node.worth(&worth(item)));
        let attainable = if weights.is_zero() { Number::zero() } else { points.clone() };
        Node { attainable, ..together(nodes.collect()) }
    }

    /// The mean of so many shares, times the points: each of them is worth an even
    /// part of the points. The other items stand at what they would be worth, and
    /// are then dropped. Where fewer are assigned, less can be earned.
    fn mean_of<'d>(
        self,
        items: Vec<(&'d Item, Node<'d>)>,
        counted: &[usize],
        count: u32,
    ) -> Node<'d> {
        let even = part_of(&number(self.points), &number(count));
        let (mut nodes, mut dropped) = (Vec::new(), Vec::new());
        for (at, (item, node)) in items.into_iter().enumerate() {
            let node = node.worth(&even);
            let counts = counted.contains(&at);
            dropped
                .push((at_item(item), if counts { Number::zero() } else { node.earned.clone() }));
            nodes.push(node);
        }
        let all = Node { attainable: even * number(counted.len()), ..together(nodes) };
        dropped.into_iter().fold(all, |all, (at, earned)| {
            let without = &all.earned - earned;
            all.becomes(without, AdjustmentKind::Dropped {}, at)
        })
    }
}

impl Node<'_> {
    /// It earns something else, and what was done to it contributes the difference.
    fn becomes(mut self, earned: Number, kind: AdjustmentKind, at: AdjustedAt) -> Self {
        self.pieces.push((Piece::Done(kind, at), &earned - &self.earned));
        Self { earned, ..self }
    }

    fn rounded(self, rounding: Rounding, mode: RoundingMode, at: AdjustedAt) -> Self {
        let earned = rounded(&self.earned, Rounding { mode, ..rounding });
        self.becomes(earned, AdjustmentKind::Rounded { rounding }, at)
    }

    /// An item at the top, rounded by itself; a group is then told as it was rounded.
    fn rounded_at_top(self, rounding: Rounding, mode: RoundingMode, item: &Item) -> Self {
        let mut node = self.rounded(rounding, mode, at_item(item));
        if let (Item::Group(_), Some((_, earned, _))) = (item, node.groups.first_mut()) {
            earned.clone_from(&node.earned);
        }
        node
    }

    /// Its share of so many points, which can then be earned. Where nothing is
    /// assigned there is nothing to rescale.
    fn rescaled(self, points: &Number, at: AdjustedAt) -> Self {
        let kind = AdjustmentKind::Rescaled {};
        if self.attainable.is_zero() {
            let earned = self.earned.clone();
            return self.becomes(earned, kind, at);
        }
        let earned = &self.earned / &self.attainable * points;
        let rescaled = self.becomes(earned, kind, at);
        Self { attainable: points.clone(), ..rescaled }
    }

    /// Its share of so many points, with each piece of it in proportion.
    fn worth(self, points: &Number) -> Self {
        let factor = part_of(points, &self.attainable);
        self.times(&factor)
    }

    /// It is taken from the total.
    fn taken(self) -> Self {
        self.times(&number(-1))
    }

    fn times(self, factor: &Number) -> Self {
        let pieces = self.pieces.into_iter().map(|(piece, number)| (piece, number * factor));
        Self { earned: self.earned * factor, pieces: pieces.collect(), ..self }
    }
}

/// What items are worth if all are assigned.
fn points_of(items: &[(&Item, Node<'_>)]) -> Number {
    let points: Vec<Number> = items.iter().map(|(item, _)| number(item.points())).collect();
    sum(&points)
}

fn together_of<'d>(items: Vec<(&'d Item, Node<'d>)>) -> Node<'d> {
    together(items.into_iter().map(|(_, node)| node).collect())
}

/// The sum of nodes.
fn together(nodes: Vec<Node<'_>>) -> Node<'_> {
    Node {
        earned: sum(nodes.iter().map(|node| &node.earned)),
        attainable: sum(nodes.iter().map(|node| &node.attainable)),
        groups: nodes.iter().flat_map(|node| node.groups.iter().cloned()).collect(),
        pieces: nodes.into_iter().flat_map(|node| node.pieces).collect(),
    }
}

/// The shares of the items of which anything is assigned, by their position.
fn shares_of(items: &[(&Item, Node<'_>)]) -> Vec<(usize, Number)> {
    let assigned = items.iter().enumerate().filter(|(_, (_, node))| !node.attainable.is_zero());
    assigned.map(|(at, (_, node))| (at, &node.earned / &node.attainable)).collect()
}

fn at_item(item: &Item) -> AdjustedAt {
    match item {
        Item::Group(group) => AdjustedAt::Group { group: group.id.clone() },
        Item::Criterion(criterion) => AdjustedAt::Criterion { criterion: criterion.id.clone() },
    }
}
