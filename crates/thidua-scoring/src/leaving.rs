//! Who leaves at the greater end: of what may turn out not assigned, that which
//! would lower a share if it stayed.
//!
//! Where points are added up nobody gains by leaving. Where shares are taken, of a
//! sum that is rescaled or of what is in a mean, who may leave stays only if its
//! own share reaches the one that all who stay come to. Each such share is found
//! once, from the inside out.

use thidua_criteria::{
    Combine, Item, NotAssignedPolicy, Part, PartKind, RoundingRule, RulebookParts,
};
use thidua_values::{Exact, KindId, Points};

use crate::head::is_mean;
use crate::roll::{LeafEnd, Value};
use crate::three_valued::Sure;
use crate::worth::{End, Worth, takes_share};

/// What an item can come to at the greater end, by who leaves it.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    of: Of,
    /// The most that it earns, and what it then can.
    pub(crate) most: Value,
    /// Whether all of it may leave.
    pub(crate) may_leave: bool,
}

#[derive(Clone, Debug)]
enum Of {
    /// The criterion at that position of the rulebook.
    Leaf(usize),
    Items(Vec<Choice>, How),
    /// Its share of so many points, which is taken where only those stay that reach
    /// that share, and those that have to.
    Share(Box<Choice>, Exact),
}

/// How items make points, once shares are turned into points.
#[derive(Clone, Debug)]
enum How {
    Sum,
    UpTo(Exact),
    /// So many of the best.
    Best(usize),
}

impl How {
    fn combine(&self, values: impl Iterator<Item = Value>) -> Value {
        let mut values: Vec<Value> = values.filter(|value| !value.attainable.is_zero()).collect();
        if let Self::Best(count) = self {
            values.sort_by(|a, b| b.earned.cmp(&a.earned));
            values.truncate(*count);
        }
        let earned = values.iter().map(|value| &value.earned).sum();
        let attainable = values.iter().map(|value| &value.attainable).sum();
        match self {
            Self::UpTo(most) => {
                let most = |points: Exact| points.min(most.clone());
                Value { earned: most(earned), attainable: most(attainable) }
            }
            Self::Sum | Self::Best(_) => Value { earned, attainable },
        }
    }
}

impl Choice {
    fn of(items: Vec<Self>, how: How) -> Self {
        let most = how.combine(items.iter().map(|item| item.most.clone()));
        let may_leave = items.iter().all(|item| item.may_leave);
        Self { of: Of::Items(items, how), most, may_leave }
    }

    /// So many points by the greatest of its shares.
    fn worth(self, points: &Exact) -> Self {
        match self.share_with(&Exact::zero()) {
            Some(share) => self.at_share(share, points),
            None => self,
        }
    }

    fn at_share(self, share: Exact, points: &Exact) -> Self {
        let most = Value { earned: &share * points, attainable: points.clone() };
        let may_leave = self.may_leave;
        Self { of: Of::Share(Box::new(self), share), most, may_leave }
    }

    /// So many points by the least of the shares: of those that have to stay or, where
    /// none has to, of the best alone.
    fn least(items: Vec<Self>, points: &Exact) -> Self {
        let one = Exact::one();
        let shares: Vec<Self> = items.into_iter().map(|item| item.worth(&one)).collect();
        let assigned = || shares.iter().filter(|share| !share.most.attainable.is_zero());
        let stay = assigned().filter(|share| !share.may_leave).map(|share| &share.most.earned);
        let least = stay.min().or_else(|| assigned().map(|share| &share.most.earned).max());
        match least.cloned() {
            Some(least) => Self::of(shares, How::Sum).at_share(least, points),
            None => Self::of(shares, How::Sum),
        }
    }

    /// The most that it and so many points beside it can be of what it can earn; none
    /// where nothing of it is assigned.
    ///
    /// The share of some who stay tells who else should leave, or stay, until nobody
    /// should; it rises each time, so that ends.
    pub(crate) fn share_with(&self, beside: &Exact) -> Option<Exact> {
        let share = |value: &Value| (&value.earned + beside).checked_div(&value.attainable);
        let mut greatest = share(&self.most)?;
        if self.may_leave && Exact::zero() < *beside {
            // The fewer stay the more is beside each, so one alone is the most.
            return self.alone().iter().filter_map(share).max();
        }
        while let Some(other) = share(&self.at(&greatest)).filter(|other| greatest < *other) {
            greatest = other;
        }
        Some(greatest)
    }

    /// The least that can be earned of it while anything of it is assigned.
    pub(crate) fn least_attainable(&self) -> Exact {
        if self.may_leave {
            let alone = self.alone().into_iter().map(|value| value.attainable);
            return alone.min().unwrap_or_else(Exact::zero);
        }
        self.held().attainable
    }

    /// Without all that may leave.
    fn held(&self) -> Value {
        match &self.of {
            Of::Items(items, how) => {
                how.combine(items.iter().filter(|item| !item.may_leave).map(Self::held))
            }
            Of::Leaf(_) | Of::Share(..) => self.most.clone(),
        }
    }

    /// With one thing alone of all that is assigned, each in turn.
    fn alone(&self) -> Vec<Value> {
        match &self.of {
            Of::Items(items, how) => {
                let alone = items.iter().flat_map(Self::alone);
                alone.map(|one| how.combine(std::iter::once(one))).collect()
            }
            _ if self.most.attainable.is_zero() => Vec::new(),
            Of::Leaf(_) | Of::Share(..) => vec![self.most.clone()],
        }
    }

    /// What it comes to where a point that can be earned costs such a share of one.
    fn at(&self, share: &Exact) -> Value {
        let fewer = self.fewer(share);
        if self.gains_by_staying(&fewer, share) { self.most.clone() } else { fewer }
    }

    /// The same where whoever may leave does if it does not reach that share.
    fn fewer(&self, share: &Exact) -> Value {
        match &self.of {
            Of::Items(items, how) => how.combine(items.iter().map(|item| item.at(share))),
            _ if self.may_leave => Value { earned: Exact::zero(), attainable: Exact::zero() },
            Of::Leaf(_) | Of::Share(..) => self.most.clone(),
        }
    }

    /// Whether it is no worse if nobody leaves. A capped sum and the best of several may be
    /// better so even if some in them do not reach the share: above the cap, or among the best,
    /// they take nobody's place.
    fn gains_by_staying(&self, fewer: &Value, share: &Exact) -> bool {
        let gain = |value: &Value| &value.earned - &(share * &value.attainable);
        gain(fewer) <= gain(&self.most)
    }

    /// Who leaves it where a point that can be earned costs such a share of one.
    fn leave(&self, share: &Exact, leavers: &mut Vec<usize>) {
        let stays = self.gains_by_staying(&self.fewer(share), share);
        match &self.of {
            Of::Items(items, _) => {
                let share = if stays { &Exact::zero() } else { share };
                for item in items {
                    item.leave(share, leavers);
                }
            }
            _ if self.may_leave && !stays => leavers.extend(self.leaves().map(|(leaf, _)| leaf)),
            Of::Leaf(_) => {}
            Of::Share(of, share) => of.leave(share, leavers),
        }
    }

    /// Each criterion in it, by its position.
    fn leaves(&self) -> Box<dyn Iterator<Item = (usize, &Self)> + '_> {
        match &self.of {
            Of::Leaf(position) => Box::new(std::iter::once((*position, self))),
            Of::Items(items, _) => Box::new(items.iter().flat_map(Self::leaves)),
            Of::Share(of, _) => of.leaves(),
        }
    }
}

/// What a group can come to at the greater end.
#[derive(Clone, Debug)]
pub(crate) struct GroupMost {
    /// The most that it earns.
    pub(crate) earned: Exact,
    /// The greatest share of what can be earned, none where nothing of it is assigned.
    pub(crate) share: Option<Exact>,
    /// Whether all of it may leave.
    pub(crate) may_leave: bool,
}

/// What the parts and the groups of a rulebook can come to, each by itself.
#[derive(Clone, Debug)]
pub(crate) struct Most {
    parts: Vec<PartMost>,
    /// None where no criterion of a group is for the subject.
    pub(crate) groups: Vec<Option<GroupMost>>,
}

#[derive(Clone, Debug)]
struct PartMost {
    kind: PartKind,
    choice: Choice,
    /// Whether shares are taken of rounded items.
    of_rounded: bool,
}

/// What a subject of that kind can come to. `worths` are those of all criteria.
pub(crate) fn most(parts: &RulebookParts, kind: Option<&KindId>, worths: &[Worth]) -> Most {
    let (part, leaves) = (PartKind::Scale, worths.iter().enumerate());
    let mut chooser = Chooser { parts, kind, part, leaves, groups: Vec::new() };
    let of_parts = parts.by_part().map(|(kind, part)| {
        let rounds = matches!(parts.rounding, RoundingRule::PerGroup { .. });
        let shares = is_mean(part.combine) || takes_share(parts.not_assigned, kind);
        PartMost { kind, choice: chooser.part(kind, part), of_rounded: rounds && shares }
    });
    Most { parts: of_parts.collect(), groups: chooser.groups }
}

impl Most {
    pub(crate) fn scale(&self) -> Option<&Choice> {
        self.parts.iter().find(|part| part.kind == PartKind::Scale).map(|part| &part.choice)
    }

    /// Lets those leave that make the most of the parts which come to it at that end.
    ///
    /// Of the shares of rounded items who leaves best is no matter of thresholds, but of all
    /// that can be chosen. There whoever may leave stays, and earns all its points. That is no
    /// less if all points then count: halves beside them do not go to the even step.
    pub(crate) fn settle(&self, end: End, ends: &mut [LeafEnd]) {
        for part in self.parts.iter().filter(|part| End::greater(part.kind) == end) {
            let mut leavers = Vec::new();
            part.choice.leave(&Exact::zero(), &mut leavers);
            for (position, leaf) in part.choice.leaves() {
                let Some(end) = ends.get_mut(position) else { continue };
                if part.of_rounded && leaf.may_leave {
                    end.earned = leaf.most.attainable.clone();
                    end.is_bound = true;
                } else if leavers.contains(&position) {
                    *end = LeafEnd { earned: Exact::zero(), counts: false, is_bound: false };
                }
            }
        }
    }
}

/// Goes through the tree as it is rolled up.
struct Chooser<'r, L> {
    parts: &'r RulebookParts,
    kind: Option<&'r KindId>,
    /// The part at hand.
    part: PartKind,
    leaves: L,
    groups: Vec<Option<GroupMost>>,
}

impl<'r, 'w, L: Iterator<Item = (usize, &'w Worth)>> Chooser<'r, L> {
    fn part(&mut self, kind: PartKind, part: &'r Part) -> Choice {
        self.part = kind;
        let items = self.items(&part.items, true);
        let choice = self.combined(part.combine, part.points, items);
        if kind == PartKind::Scale && self.parts.not_assigned == NotAssignedPolicy::RescaleScale {
            return choice.worth(&part.points.into());
        }
        choice
    }

    fn items(&mut self, items: &'r [Item], top: bool) -> Vec<(&'r Item, Choice)> {
        items.iter().filter_map(|item| Some((item, self.item(item, top)?))).collect()
    }

    /// An item; none where it is not for the subject.
    fn item(&mut self, item: &'r Item, top: bool) -> Option<Choice> {
        match item {
            Item::Criterion(criterion) => {
                let (position, worth) = self.leaves.next()?;
                criterion.is_for(self.kind).then(|| self.leaf(position, worth, criterion.points))
            }
            Item::Group(group) => {
                let own = self.groups.len();
                self.groups.push(None);
                let items = self.items(&group.items, false);
                if items.is_empty() {
                    return None;
                }
                let choice = self.combined(group.combine, group.points, items);
                if let Some(place) = self.groups.get_mut(own) {
                    *place = Some(group_most(&choice, self.parts.rounding, top));
                }
                Some(choice)
            }
        }
    }

    fn leaf(&self, position: usize, worth: &Worth, points: Points) -> Choice {
        let assigned = worth.earned.assigned;
        let attainable = if assigned == Sure::No { Exact::zero() } else { points.into() };
        let may_leave = assigned == Sure::Maybe || attainable.is_zero();
        let earned = End::greater(self.part).of(&worth.rounded).clone();
        Choice { of: Of::Leaf(position), most: Value { earned, attainable }, may_leave }
    }

    fn combined(&self, combine: Combine, points: Points, items: Vec<(&Item, Choice)>) -> Choice {
        let all: Exact = items.iter().map(|(item, _)| Exact::from(item.points())).sum();
        let weight = |item: &Item| item.weight().map_or_else(Exact::zero, Exact::from);
        let (weights, items): (Vec<Exact>, Vec<Choice>) =
            items.into_iter().map(|(item, choice)| (weight(item), choice)).unzip();
        let points = Exact::from(points);
        let (choice, full) = match combine {
            Combine::Sum {} => (Choice::of(items, How::Sum), all),
            Combine::SumUpTo {} => (Choice::of(items, How::UpTo(points.clone())), all.min(points)),
            Combine::WeightedMean {} => {
                let shares =
                    items.into_iter().zip(&weights).map(|(item, weight)| item.worth(weight));
                return Choice::of(shares.collect(), How::Sum).worth(&points);
            }
            Combine::Least {} => return Choice::least(items, &points),
            Combine::Best { count } => {
                let even = points.checked_div(&i64::from(count).into());
                let even = even.unwrap_or_else(Exact::zero);
                let shares = items.into_iter().map(|item| item.worth(&even)).collect();
                (Choice::of(shares, How::Best(count as usize)), points)
            }
        };
        let rescales = self.part == PartKind::Scale
            && self.parts.not_assigned == NotAssignedPolicy::RescaleGroup;
        if rescales { choice.worth(&full) } else { choice }
    }
}

/// What a group can come to, which is rounded at the top where the rulebook rounds each
/// group.
fn group_most(choice: &Choice, rule: RoundingRule, top: bool) -> GroupMost {
    let (earned, may_leave) = (choice.most.earned.clone(), choice.may_leave);
    match rule {
        RoundingRule::PerGroup { rounding } if top => {
            let earned = earned.round(rounding);
            let share = earned.checked_div(&choice.least_attainable());
            GroupMost { earned, share, may_leave }
        }
        _ => GroupMost { earned, share: choice.share_with(&Exact::zero()), may_leave },
    }
}

#[cfg(test)]
mod tests;
