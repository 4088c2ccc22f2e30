//! Rolling up a tree: what the lines come to together, and what was done to
//! them on the way.

use thidua_criteria::{
    Combine, Item, NotAssignedPolicy, Part, PartKind, RoundingRule, RulebookParts,
};
use thidua_values::{Exact, KindId, Points, Rounding, RoundingMode};

use crate::{AdjustedAt, AdjustmentKind};

/// What a criterion earned, at one end of what it can be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LeafEnd {
    pub(crate) earned: Exact,
    /// Whether it counts toward what can be earned.
    pub(crate) counts: bool,
    /// Whether it is but a bound: it may leave, but stays and earns all its points.
    pub(crate) is_bound: bool,
}

/// A contribution to the total.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) what: What,
    pub(crate) contribution: Exact,
}

/// What contributes.
#[derive(Clone, Debug)]
pub(crate) enum What {
    /// The criterion at that position of the rulebook.
    Leaf(usize),
    Adjusted(AdjustmentKind, AdjustedAt),
}

/// What a group earned; none where no criterion of it is for the subject.
pub(crate) type GroupEnd = Option<Value>;

/// What a node earned of its own points, and what it could.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub(crate) earned: Exact,
    pub(crate) attainable: Exact,
}

/// A tree rolled up: contributions that add up to the total, in the order of the
/// rulebook. The order depends on the rulebook and the kind of subject alone.
#[derive(Clone, Debug)]
pub(crate) struct Rolled {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) groups: Vec<GroupEnd>,
    /// What each part adds, below zero for the deductions.
    pub(crate) parts: Vec<Exact>,
    pub(crate) total: Exact,
    /// What the scale came to, and what could be earned on it.
    pub(crate) scale: Value,
    /// What bonus and deductions came to together.
    pub(crate) beside: Exact,
}

/// Rolls the leaves of a subject of that kind up, from the criteria to the total.
/// `leaves` are those of all criteria of the rulebook.
pub(crate) fn roll(parts: &RulebookParts, kind: Option<&KindId>, leaves: &[LeafEnd]) -> Rolled {
    let pieces = Vec::with_capacity(leaves.len() + 4);
    let mut roller = Roller::new(parts, kind, leaves.iter().enumerate(), pieces);
    let mut scale = Value { earned: Exact::zero(), attainable: Exact::zero() };
    let (mut beside, mut of_parts) = (Exact::zero(), Vec::new());
    for (part_kind, part) in parts.by_part() {
        let value = roller.part(part_kind, part);
        of_parts.push(value.earned.clone());
        match part_kind {
            PartKind::Scale => scale = value,
            PartKind::Bonus | PartKind::Deduction => beside = beside + value.earned,
        }
    }
    let total = roller.limit(&scale.earned + &beside);
    let (pieces, groups) = (roller.pieces, roller.groups);
    Rolled { pieces, groups, parts: of_parts, total, scale, beside }
}

pub(crate) struct Roller<'r, L> {
    pub(crate) parts: &'r RulebookParts,
    pub(crate) kind: Option<&'r KindId>,
    /// The part at hand.
    pub(crate) part: PartKind,
    pub(crate) leaves: L,
    /// Whether there was a bound in the item at the top at hand.
    is_bound: bool,
    pieces: Vec<Piece>,
    groups: Vec<GroupEnd>,
}

/// An item that is for the subject, rolled up. Its pieces reach from `start` to `end`.
pub(crate) struct Child<'r> {
    item: &'r Item,
    value: Value,
    start: usize,
    end: usize,
}

impl<'r, L: Iterator<Item = (usize, &'r LeafEnd)>> Roller<'r, L> {
    pub(crate) fn new(
        parts: &'r RulebookParts,
        kind: Option<&'r KindId>,
        leaves: L,
        pieces: Vec<Piece>,
    ) -> Self {
        let (part, is_bound) = (PartKind::Scale, false);
        Self { parts, kind, part, leaves, is_bound, pieces, groups: Vec::new() }
    }

    pub(crate) fn part(&mut self, kind: PartKind, part: &'r Part) -> Value {
        self.part = kind;
        let (start, at) = (self.pieces.len(), AdjustedAt::Part { part: kind });
        let children = self.children(&part.items, true);
        let mut value = self.combine(part.combine, part.points, &children, &at);
        if kind == PartKind::Scale && self.parts.not_assigned == NotAssignedPolicy::RescaleScale {
            value = self.rescale_to(&value, &part.points.into(), &at);
        }
        if kind == PartKind::Deduction {
            for piece in self.pieces.iter_mut().skip(start) {
                piece.contribution = -piece.contribution.clone();
            }
            value.earned = -value.earned;
        }
        value
    }

    /// Whether what is not assigned is made up for in each group.
    pub(crate) fn rescales(&self) -> bool {
        self.part == PartKind::Scale && self.parts.not_assigned == NotAssignedPolicy::RescaleGroup
    }

    pub(crate) fn children(&mut self, items: &'r [Item], top: bool) -> Vec<Child<'r>> {
        let mut children = Vec::with_capacity(items.len());
        for item in items {
            let (start, own) = (self.pieces.len(), self.groups.len());
            if top {
                self.is_bound = false;
            }
            let Some(mut value) = self.item(item) else { continue };
            if let RoundingRule::PerGroup { rounding } = self.parts.rounding
                && top
            {
                value.earned = self.round(&value.earned, rounding, at_item(item));
                if let (Item::Group(_), Some(group)) = (item, self.groups.get_mut(own)) {
                    *group = Some(value.clone());
                }
            }
            children.push(Child { item, value, start, end: self.pieces.len() });
        }
        children
    }

    /// An item rolled up; none where it is not for the subject.
    fn item(&mut self, item: &'r Item) -> Option<Value> {
        match item {
            Item::Criterion(criterion) => {
                let (position, leaf) = self.leaves.next()?;
                if !criterion.is_for(self.kind) {
                    return None;
                }
                let attainable = if leaf.counts { criterion.points.into() } else { Exact::zero() };
                self.is_bound |= leaf.is_bound;
                self.pieces
                    .push(Piece { what: What::Leaf(position), contribution: leaf.earned.clone() });
                Some(Value { earned: leaf.earned.clone(), attainable })
            }
            Item::Group(group) => {
                let own = self.groups.len();
                self.groups.push(None);
                let children = self.children(&group.items, false);
                if children.is_empty() {
                    return None;
                }
                let at = AdjustedAt::Group { group: group.id.clone() };
                let value = self.combine(group.combine, group.points, &children, &at);
                if let Some(place) = self.groups.get_mut(own) {
                    *place = Some(value.clone());
                }
                Some(value)
            }
        }
    }

    pub(crate) fn combine(
        &mut self,
        combine: Combine,
        points: Points,
        children: &[Child<'r>],
        at: &AdjustedAt,
    ) -> Value {
        let rescales = self.rescales();
        match combine {
            Combine::Sum {} | Combine::SumUpTo {} => {
                let mut value = sum(children);
                if !combine.is_sum() {
                    value = self.cap(value, points, at);
                }
                if !rescales {
                    return value;
                }
                let full = points_of(children);
                let full = if combine.is_sum() { full } else { full.min(points.into()) };
                self.rescale_to(&value, &full, at)
            }
            Combine::WeightedMean {} => self.weighted_mean(points, children),
            Combine::Least {} => self.best(points, children, Pick::Least),
            Combine::Best { count } => {
                let value = self.best(points, children, Pick::Best(count));
                if rescales { self.rescale_to(&value, &points.into(), at) } else { value }
            }
        }
    }

    fn cap(&mut self, value: Value, points: Points, at: &AdjustedAt) -> Value {
        let most = Exact::from(points);
        let earned = value.earned.clone().min(most.clone());
        self.adjust(AdjustmentKind::Capped {}, at.clone(), &earned - &value.earned);
        Value { earned, attainable: value.attainable.min(most) }
    }

    /// Scales what was earned of what could be up to all the points. Where nothing
    /// is assigned there is nothing to scale.
    fn rescale_to(&mut self, value: &Value, full: &Exact, at: &AdjustedAt) -> Value {
        let share = value.earned.checked_div(&value.attainable);
        let value_of =
            |share: Exact| Value { earned: share * full.clone(), attainable: full.clone() };
        let scaled = share.map_or_else(|| value.clone(), value_of);
        self.adjust(AdjustmentKind::Rescaled {}, at.clone(), &scaled.earned - &value.earned);
        scaled
    }

    fn weighted_mean(&mut self, points: Points, children: &[Child<'r>]) -> Value {
        let assigned = || children.iter().filter(|child| !child.value.attainable.is_zero());
        let weight = |child: &Child<'_>| child.item.weight().map_or_else(Exact::zero, Exact::from);
        let weights: Exact = assigned().map(weight).sum();
        let mut earned = Exact::zero();
        for child in assigned() {
            // PROOF: a rulebook's weights are above zero, so nothing here is divided by zero.
            let of_points = weight(child).checked_div(&weights).unwrap_or_else(Exact::zero);
            let factor = of_points * Exact::from(points);
            earned = earned + self.scale(child, &factor);
        }
        let attainable = if weights.is_zero() { Exact::zero() } else { points.into() };
        Value { earned, attainable }
    }

    /// The least share or the mean of the best; the others stand in the sheet and
    /// are dropped by an adjustment of their own.
    fn best(&mut self, points: Points, children: &[Child<'r>], pick: Pick) -> Value {
        let mut order: Vec<(Exact, usize)> = children
            .iter()
            .enumerate()
            .filter_map(|(at, child)| {
                Some((child.value.earned.checked_div(&child.value.attainable)?, at))
            })
            .collect();
        let wanted = pick.order(&mut order);
        let kept: Vec<usize> = order.iter().take(wanted).map(|(_, at)| *at).collect();
        let one = Exact::from(points)
            .checked_div(&Exact::from(i64::try_from(wanted).unwrap_or(i64::MAX)))
            .unwrap_or_else(Exact::zero);
        let (mut earned, mut attainable) = (Exact::zero(), Exact::zero());
        for (at, child) in children.iter().enumerate() {
            let scaled = self.scale(child, &one);
            let dropped = if kept.contains(&at) {
                earned = earned + scaled;
                attainable = attainable + one.clone();
                Exact::zero()
            } else {
                -scaled
            };
            self.adjust(AdjustmentKind::Dropped {}, at_item(child.item), dropped);
        }
        Value { earned, attainable }
    }

    /// Turns the pieces of an item into contributions of its share of so many
    /// points, and gives their sum.
    fn scale(&mut self, child: &Child<'_>, points: &Exact) -> Exact {
        let Some(factor) = points.checked_div(&child.value.attainable) else {
            return Exact::zero();
        };
        for piece in self.pieces.iter_mut().take(child.end).skip(child.start) {
            piece.contribution = &piece.contribution * &factor;
        }
        factor * child.value.earned.clone()
    }

    /// The total within its ends, rounded where the rulebook rounds it.
    fn limit(&mut self, total: Exact) -> Exact {
        let (limits, mut total) = (self.parts.total, total);
        if let Some(cap) = limits.at_most.map(Exact::from) {
            let capped = total.clone().min(cap);
            self.adjust(AdjustmentKind::TotalCapped {}, AdjustedAt::Total {}, &capped - &total);
            total = capped;
        }
        if let Some(floor) = limits.at_least.map(Exact::from) {
            let raised = total.clone().max(floor);
            self.adjust(AdjustmentKind::TotalRaised {}, AdjustedAt::Total {}, &raised - &total);
            total = raised;
        }
        match self.parts.rounding {
            RoundingRule::OnTotal { rounding } => {
                self.round(&total, rounding, AdjustedAt::Total {})
            }
            _ => total,
        }
    }

    fn round(&mut self, number: &Exact, rounding: Rounding, at: AdjustedAt) -> Exact {
        let mode = if self.is_bound { bound_of(rounding.mode) } else { rounding.mode };
        let rounded = number.round(Rounding { mode, ..rounding });
        self.adjust(AdjustmentKind::Rounded { rounding }, at, &rounded - number);
        rounded
    }

    fn adjust(&mut self, kind: AdjustmentKind, at: AdjustedAt, contribution: Exact) {
        self.pieces.push(Piece { what: What::Adjusted(kind, at), contribution });
    }
}

/// Which shares count.
#[derive(Clone, Copy)]
enum Pick {
    Least,
    Best(u32),
}

impl Pick {
    /// Brings the shares that count to the front, and tells how many do; of
    /// equals those that the rulebook names first.
    fn order(self, shares: &mut [(Exact, usize)]) -> usize {
        match self {
            Self::Least => {
                shares.sort();
                1
            }
            Self::Best(count) => {
                shares.sort_by(|(a, at), (b, other)| b.cmp(a).then(at.cmp(other)));
                count as usize
            }
        }
    }
}

/// The mode in which what may leave adds all its points, whatever is beside it: halves do not
/// go to the even step.
const fn bound_of(mode: RoundingMode) -> RoundingMode {
    match mode {
        RoundingMode::HalfEven | RoundingMode::HalfUp => RoundingMode::HalfUp,
        RoundingMode::Down | RoundingMode::Up => mode,
    }
}

/// What the items are worth if all are assigned.
fn points_of(children: &[Child<'_>]) -> Exact {
    children.iter().map(|child| Exact::from(child.item.points())).sum()
}

fn sum(children: &[Child<'_>]) -> Value {
    Value {
        earned: children.iter().map(|child| &child.value.earned).sum(),
        attainable: children.iter().map(|child| &child.value.attainable).sum(),
    }
}

/// An item, as what something is done to.
pub(crate) fn at_item(item: &Item) -> AdjustedAt {
    match item {
        Item::Group(group) => AdjustedAt::Group { group: group.id.clone() },
        Item::Criterion(criterion) => AdjustedAt::Criterion { criterion: criterion.id.clone() },
    }
}

#[cfg(test)]
mod tests;
