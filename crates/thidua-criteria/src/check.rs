//! The checks that make a rulebook consistent: its tree and its points.

use std::collections::BTreeSet;

use thidua_values::{CriterionId, Figure, GroupId, KindId, Place, Placed, Points};

use crate::by_kind::{Own, Tallied, tallied};
use crate::tree::walk;
use crate::{
    Campaigns, Combine, Condition, Criterion, Group, Item, NotAssignedPolicy, Part, PartKind,
    RoundingRule, RulebookFault, RulebookParts, Serves, ServesFault, check_formula, check_grading,
};

/// Every fault of the parts.
pub(crate) fn faults_of(parts: &RulebookParts) -> Vec<Placed<RulebookFault>> {
    let mut check = Check {
        parts,
        kinds: parts.kinds.iter().collect(),
        inputs: BTreeSet::new(),
        groups: BTreeSet::new(),
        faults: Vec::new(),
    };
    check.set("kinds", &parts.kinds, RulebookFault::DuplicateKind);
    check.set("replaces", &parts.replaces, RulebookFault::ReplacedTwice);
    check.replaces_others();
    for (kind, part) in parts.by_part() {
        check.part(kind, part);
    }
    check.for_each_kind();
    let facts = Place::whole().field("facts");
    for (position, fact) in parts.facts.iter().enumerate() {
        check.input(facts.index(position).field("id"), &fact.id);
    }
    check.total();
    let mut faults = check.faults;
    faults.extend(check_grading::faults_of(parts));
    faults
}

/// Every criterion of the parts that serves no pillar of the campaigns.
pub(crate) fn serves_faults_of(
    parts: &RulebookParts,
    campaigns: &Campaigns,
) -> Vec<Placed<ServesFault>> {
    let mut faults = Vec::new();
    for (kind, part) in parts.by_part() {
        walk(
            &Place::whole().field(kind.field()).field("items"),
            &part.items,
            &mut |place, item| {
                let Item::Criterion(criterion) = item else { return };
                let Serves { campaign, pillar } = &criterion.serves;
                if let Err(fault) = campaigns.served(campaign, pillar) {
                    let field = match fault {
                        ServesFault::UnknownCampaign(_) => "campaign",
                        ServesFault::UnknownPillar { .. } => "pillar",
                    };
                    faults.push(Placed { place: place.field("serves").field(field), fault });
                }
            },
        );
    }
    faults
}

impl PartKind {
    /// The field of a rulebook that holds the part.
    pub(crate) const fn field(self) -> &'static str {
        match self {
            Self::Scale => "scale",
            Self::Bonus => "bonus",
            Self::Deduction => "deductions",
        }
    }
}

struct Check<'p> {
    parts: &'p RulebookParts,
    kinds: BTreeSet<&'p KindId>,
    inputs: BTreeSet<&'p CriterionId>,
    groups: BTreeSet<&'p GroupId>,
    faults: Vec<Placed<RulebookFault>>,
}

/// What items are in: a part or a group.
#[derive(Clone, Copy)]
struct Holder<'p> {
    points: Points,
    combine: Combine,
    items: &'p [Item],
}

impl<'p> Check<'p> {
    fn fault(&mut self, place: Place, fault: impl Into<RulebookFault>) {
        self.faults.push(Placed { place, fault: fault.into() });
    }

    fn set<T: Clone + Ord>(
        &mut self,
        field: &'static str,
        list: &[T],
        twice: fn(T) -> RulebookFault,
    ) {
        let mut seen = BTreeSet::new();
        for (position, element) in list.iter().enumerate() {
            if !seen.insert(element) {
                self.fault(Place::whole().field(field).index(position), twice(element.clone()));
            }
        }
    }

    /// Its own editions follow one another by their days.
    fn replaces_others(&mut self) {
        for (position, edition) in self.parts.replaces.iter().enumerate() {
            if edition.rulebook == self.parts.id {
                let place = Place::whole().field("replaces").index(position).field("rulebook");
                self.fault(place, RulebookFault::ReplacesOwn(edition.clone()));
            }
        }
    }

    fn part(&mut self, kind: PartKind, part: &'p Part) {
        let place = Place::whole().field(kind.field());
        self.holder(
            &place,
            Holder { points: part.points, combine: part.combine, items: &part.items },
        );
        walk(&place.field("items"), &part.items, &mut |place, item| match item {
            Item::Group(group) => {
                if !self.groups.insert(&group.id) {
                    self.fault(place.field("id"), RulebookFault::DuplicateGroup(group.id.clone()));
                }
                let (points, combine, items) = (group.points, group.combine, &group.items);
                self.holder(place, Holder { points, combine, items });
                self.faults.extend(check_formula::minimum_fault_of(place, points, group.minimum));
            }
            Item::Criterion(criterion) => self.criterion(place, kind, criterion),
        });
        if let RoundingRule::PerGroup { rounding } = self.parts.rounding {
            let shrinks = match self.parts.not_assigned {
                NotAssignedPolicy::Zero | NotAssignedPolicy::FullMarks => false,
                NotAssignedPolicy::RescaleGroup => kind != PartKind::Scale,
                NotAssignedPolicy::Exclude | NotAssignedPolicy::RescaleScale => true,
            };
            self.rounded_items(&place, &part.items, rounding.step.points(), shrinks);
        }
    }

    /// Items of which each is rounded as a whole: that gives no more than can be earned.
    fn rounded_items(&mut self, holder: &Place, items: &'p [Item], step: Points, shrinks: bool) {
        for (position, item) in items.iter().enumerate() {
            let place = holder.field("items").index(position);
            self.divides(place.field("points"), item.points(), step);
            match item {
                Item::Group(group) if self.may_be_less(item, shrinks) => match group.combine {
                    Combine::Best { count } => self.divides_each(&place, group.points, step, count),
                    _ => self.rounded_items(&place, &group.items, step, shrinks),
                },
                Item::Group(_) | Item::Criterion(_) => {}
            }
        }
    }

    /// Whether less than its points, but not nothing, may be all that can be earned of an item.
    /// What can be earned `shrinks` where something is not assigned and nothing makes up for it.
    fn may_be_less(&self, item: &Item, shrinks: bool) -> bool {
        let Item::Group(group) = item else { return false };
        let inner = || group.items.iter().any(|item| self.may_be_less(item, shrinks));
        match group.combine {
            Combine::Sum {} => shrinks || inner(),
            Combine::SumUpTo {} => shrinks || self.falls_short(group) || inner(),
            Combine::Best { .. } => shrinks,
            Combine::WeightedMean {} | Combine::Least {} => false,
        }
    }

    /// Whether the items of a group are worth less than its points together, to some subjects.
    fn falls_short(&self, group: &Group) -> bool {
        let all = std::iter::once(None).filter(|_| self.kinds.is_empty());
        let mut kinds = self.kinds.iter().map(|kind| Some(*kind)).chain(all);
        kinds.any(|kind| {
            let own = group.items.iter().filter(|item| item.is_for(kind)).map(Item::points);
            let sum = Points::checked_sum(own);
            sum.is_some_and(|sum| sum != Points::ZERO && sum < group.points)
        })
    }

    /// The items of a part or of a group, against its points.
    fn holder(&mut self, place: &Place, holder: Holder<'p>) {
        let items = place.field("items");
        if holder.items.is_empty() {
            return self.fault(items, RulebookFault::NothingToScore);
        }
        for (position, item) in holder.items.iter().enumerate() {
            self.weight(&items.index(position), holder.combine, item);
        }
        if !holder.combine.is_sum() && holder.points <= Points::ZERO {
            self.fault(place.field("points"), RulebookFault::Worthless(holder.points));
        }
    }

    fn weight(&mut self, place: &Place, combine: Combine, item: &Item) {
        if !matches!(combine, Combine::Sum {} | Combine::SumUpTo {})
            && item.points() == Points::ZERO
        {
            self.fault(place.field("points"), RulebookFault::ShareOfNothing);
        }
        let place = place.field("weight");
        let positive = |weight: &Figure| !weight.is_negative() && !weight.is_zero();
        match (combine, item.weight()) {
            (Combine::WeightedMean {}, None) => self.fault(place, RulebookFault::NoWeight),
            (Combine::WeightedMean {}, Some(weight)) if !positive(&weight) => {
                self.fault(place, RulebookFault::Weight(weight));
            }
            (Combine::WeightedMean {}, Some(_)) | (_, None) => {}
            (_, Some(weight)) => self.fault(place, RulebookFault::IdleWeight(weight)),
        }
    }

    /// What has to hold for each kind of subject, of every part and group.
    fn for_each_kind(&mut self) {
        let (parts, kinds) = (self.parts, std::mem::take(&mut self.kinds));
        tallied(parts, &kinds, &mut |tallied| match tallied.combine {
            Combine::Sum {} => self.sum(&tallied),
            Combine::Best { count } => self.best(&tallied, count),
            _ => {}
        });
        self.kinds = kinds;
    }

    /// The points of a sum are what its criteria are worth together.
    fn sum(&mut self, tallied: &Tallied<'_, '_>) {
        let stated = tallied.points;
        for (kind, sum) in tallied.by_kind(Own::worth) {
            if sum != Some(stated) {
                let kind = kind.cloned();
                let place = tallied.place.field("points");
                self.fault(place, RulebookFault::Total { sum, stated, kind });
            }
        }
    }

    /// As many of the best as count are there: else nobody of the kind could earn all.
    fn best(&mut self, tallied: &Tallied<'_, '_>, count: u32) {
        for (kind, items) in tallied.by_kind(|own| own.items) {
            if count == 0 || items < count as usize {
                let kind = kind.cloned();
                let place = tallied.place.field("combine").field("count");
                self.fault(place, RulebookFault::BestCount { items, count, kind });
            }
        }
    }

    fn criterion(&mut self, place: &Place, part: PartKind, criterion: &'p Criterion) {
        self.input(place.field("id"), &criterion.id);
        for (position, condition) in criterion.conditions.iter().enumerate() {
            let place = place.field("conditions").index(position);
            self.input(place.field("id"), condition.id());
            let gate = matches!(condition, Condition::Gate { .. });
            if part == PartKind::Deduction && !gate {
                self.fault(place, RulebookFault::ConditionOfDeduction);
            }
        }
        self.audience(&place.field("only_for"), &criterion.only_for);
        if let RoundingRule::PerItem { rounding } = self.parts.rounding {
            self.rounded_item(place, criterion, rounding.step.points());
        }
        self.faults.extend(check_formula::faults_of(place, criterion));
    }

    /// The kinds of subject that a criterion is for: listed by the rulebook, each once.
    fn audience(&mut self, place: &Place, only_for: &[KindId]) {
        let mut seen = BTreeSet::new();
        for (position, kind) in only_for.iter().enumerate() {
            let place = place.index(position);
            if !self.kinds.contains(kind) {
                self.fault(place, RulebookFault::UnknownKind(kind.clone()));
            } else if !seen.insert(kind) {
                self.fault(place, RulebookFault::DuplicateKind(kind.clone()));
            }
        }
    }

    /// Whatever caps a criterion that is rounded by itself: its points and its conditions.
    fn rounded_item(&mut self, place: &Place, criterion: &Criterion, step: Points) {
        self.divides(place.field("points"), criterion.points, step);
        for (position, condition) in criterion.conditions.iter().enumerate() {
            if let Condition::Cap { at_most, .. } = condition {
                let place = place.field("conditions").index(position).field("at_most");
                self.divides(place, *at_most, step);
            }
        }
    }

    /// A step that is no divisor of the most that can be earned could round above it.
    fn divides(&mut self, place: Place, points: Points, step: Points) {
        if points.millionths().checked_rem(step.millionths()) != Some(0) {
            self.fault(place, RulebookFault::RoundingStep { points, step });
        }
    }

    /// Of the best of several each is worth an even part of the points.
    fn divides_each(&mut self, place: &Place, points: Points, step: Points, count: u32) {
        let of_all = step.millionths().checked_mul(count.into());
        if of_all.and_then(|of_all| points.millionths().checked_rem(of_all)) != Some(0) {
            let fault = RulebookFault::RoundingStepOfBest { points, step, count };
            self.fault(place.field("points"), fault);
        }
    }

    fn input(&mut self, place: Place, id: &'p CriterionId) {
        if !self.inputs.insert(id) {
            self.fault(place, RulebookFault::DuplicateCriterion(id.clone()));
        }
    }

    /// The ends of the total, and rounding it.
    fn total(&mut self) {
        let limits = self.parts.total;
        let place = Place::whole().field("total");
        if let Some((floor, cap)) = limits.at_least.zip(limits.at_most)
            && cap < floor
        {
            self.fault(place.field("at_most"), RulebookFault::TotalLimits { floor, cap });
        }
        if let RoundingRule::OnTotal { rounding } = self.parts.rounding {
            let step = rounding.step.points();
            for (kind, part) in self.parts.by_part() {
                self.divides(Place::whole().field(kind.field()).field("points"), part.points, step);
            }
            for (field, limit) in [("at_least", limits.at_least), ("at_most", limits.at_most)] {
                if let Some(limit) = limit {
                    self.divides(place.field(field), limit, step);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
