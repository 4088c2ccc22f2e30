//! The checks that make a rulebook consistent.

use std::collections::BTreeSet;

use thidua_values::{CriterionId, Exact, Figure, Place, Placed, Points, SectionId};

use crate::{
    Band, Campaign, Criterion, Formula, Item, PillarFault, RoundingRule, RulebookFault,
    RulebookParts, SectionPart,
};

/// Every fault of the parts.
pub(crate) fn faults_of(parts: &RulebookParts) -> Vec<Placed<RulebookFault>> {
    let per_item = match parts.rounding {
        RoundingRule::PerItem { rounding } => Some(rounding.step.points()),
        RoundingRule::Never {} | RoundingRule::OnTotal { .. } => None,
    };
    let mut check = Check { per_item, ..Check::default() };
    let whole = Place::whole();
    let sections = whole.field("sections");
    if parts.sections.is_empty() {
        check.fault(sections.clone(), RulebookFault::NothingToScore);
    }
    for (position, section) in parts.sections.iter().enumerate() {
        check.section(&sections.index(position), &section.id, section.points, &section.items);
    }
    let sum = |part| {
        let of_part = parts.sections.iter().filter(|section| section.part == part);
        of_part
            .map(|section| sum_of(&section.items))
            .try_fold(Points::ZERO, |sum, points| sum.checked_add(points?))
    };
    let (scale, bonus) = (sum(SectionPart::Scale), sum(SectionPart::Bonus));
    if scale != Some(parts.points) {
        check.fault(
            whole.field("points"),
            RulebookFault::ScaleTotal { sum: scale, stated: parts.points },
        );
    }
    if bonus != Some(parts.bonus_points) {
        let fault = RulebookFault::BonusTotal { sum: bonus, stated: parts.bonus_points };
        check.fault(whole.field("bonus_points"), fault);
    }
    if let RoundingRule::OnTotal { rounding } = parts.rounding {
        for (field, points) in [("points", parts.points), ("bonus_points", parts.bonus_points)] {
            check.divides(whole.field(field), points, rounding.step.points());
        }
    }
    check.tie_breaks(parts);
    check.faults
}

/// Every fault of the parts against a campaign.
pub(crate) fn pillar_faults_of(
    parts: &RulebookParts,
    campaign: &Campaign,
) -> Vec<Placed<PillarFault>> {
    let at_hand = &campaign.parts().id;
    let mut faults = Vec::new();
    if parts.campaign != *at_hand {
        let fault =
            PillarFault::OtherCampaign { campaign: at_hand.clone(), named: parts.campaign.clone() };
        faults.push(Placed { place: Place::whole().field("campaign"), fault });
    }
    let sections = Place::whole().field("sections");
    for (position, section) in parts.sections.iter().enumerate() {
        each_criterion(
            &sections.index(position).field("items"),
            &section.items,
            &mut |place, criterion| {
                if campaign.pillar(&criterion.serves).is_none() {
                    let fault = PillarFault::UnknownPillar {
                        campaign: at_hand.clone(),
                        pillar: criterion.serves.clone(),
                    };
                    faults.push(Placed { place: place.field("serves"), fault });
                }
            },
        );
    }
    faults
}

/// What all criteria under these items are worth. Stated totals are held
/// against it, so that a wrong one makes no other look wrong.
fn sum_of(items: &[Item]) -> Option<Points> {
    items.iter().try_fold(Points::ZERO, |sum, item| match item {
        Item::Group(group) => sum.checked_add(sum_of(&group.items)?),
        Item::Criterion(criterion) => sum.checked_add(criterion.points),
    })
}

fn each_criterion(items_place: &Place, items: &[Item], visit: &mut impl FnMut(Place, &Criterion)) {
    for (position, item) in items.iter().enumerate() {
        let place = items_place.index(position);
        match item {
            Item::Group(group) => each_criterion(&place.field("items"), &group.items, visit),
            Item::Criterion(criterion) => visit(place, criterion),
        }
    }
}

#[derive(Default)]
struct Check<'p> {
    sections: BTreeSet<&'p SectionId>,
    inputs: BTreeSet<&'p CriterionId>,
    criteria: BTreeSet<&'p CriterionId>,
    per_item: Option<Points>,
    faults: Vec<Placed<RulebookFault>>,
}

impl<'p> Check<'p> {
    fn fault(&mut self, place: Place, fault: RulebookFault) {
        self.faults.push(Placed { place, fault });
    }

    fn section(&mut self, place: &Place, id: &'p SectionId, points: Points, items: &'p [Item]) {
        if !self.sections.insert(id) {
            self.fault(place.field("id"), RulebookFault::DuplicateSection(id.clone()));
        }
        if items.is_empty() {
            self.fault(place.field("items"), RulebookFault::NothingToScore);
            return;
        }
        for (position, item) in items.iter().enumerate() {
            let place = place.field("items").index(position);
            match item {
                Item::Group(group) => self.section(&place, &group.id, group.points, &group.items),
                Item::Criterion(criterion) => self.criterion(&place, criterion),
            }
        }
        let sum = sum_of(items);
        if sum != Some(points) {
            self.fault(place.field("points"), RulebookFault::SectionTotal { sum, stated: points });
        }
    }

    fn criterion(&mut self, place: &Place, criterion: &'p Criterion) {
        self.criteria.insert(&criterion.id);
        self.input(place.field("id"), &criterion.id);
        for (position, condition) in criterion.conditions.iter().enumerate() {
            self.input(place.field("conditions").index(position).field("id"), condition.id());
        }
        if criterion.points <= Points::ZERO {
            self.fault(place.field("points"), RulebookFault::WorthlessCriterion(criterion.points));
        }
        if let Some(step) = self.per_item {
            self.divides(place.field("points"), criterion.points, step);
        }
        self.formula(&place.field("formula"), criterion);
    }

    /// A step that is no divisor of the most that can be earned could round above it.
    fn divides(&mut self, place: Place, points: Points, step: Points) {
        if points.millionths().checked_rem(step.millionths()) != Some(0) {
            self.fault(place, RulebookFault::RoundingStep { points, step });
        }
    }

    fn input(&mut self, place: Place, id: &'p CriterionId) {
        if !self.inputs.insert(id) {
            self.fault(place, RulebookFault::DuplicateCriterion(id.clone()));
        }
    }

    fn formula(&mut self, place: &Place, criterion: &Criterion) {
        match &criterion.formula {
            Formula::Proportional { cap_percent, .. } => {
                if cap_percent.is_negative()
                    || cap_percent.is_zero()
                    || Figure::from(100) < *cap_percent
                {
                    self.fault(place.field("cap_percent"), RulebookFault::Cap(*cap_percent));
                }
            }
            Formula::Threshold { at_least_percent, .. } => {
                if at_least_percent.is_negative() || at_least_percent.is_zero() {
                    self.fault(
                        place.field("at_least_percent"),
                        RulebookFault::Threshold(*at_least_percent),
                    );
                }
            }
            Formula::Bands { bands, .. } => {
                self.bands(&place.field("bands"), bands, criterion.points);
            }
            Formula::Sampled { size, each } => {
                let total = Exact::from(i64::from(*size)) * Exact::from(*each);
                if total != Exact::from(criterion.points) {
                    let fault = RulebookFault::SampleTotal {
                        points: criterion.points,
                        size: *size,
                        each: *each,
                    };
                    self.fault(place.field("each"), fault);
                }
            }
        }
    }

    fn bands(&mut self, place: &Place, bands: &[Band], most: Points) {
        if bands.is_empty() {
            self.fault(place.clone(), RulebookFault::NoBand);
        }
        for (position, band) in bands.iter().enumerate() {
            let place = place.index(position);
            if band.is_empty() {
                self.fault(place.clone(), RulebookFault::EmptyBand(band.clone()));
            }
            let ends = [Some(band.low), band.high].into_iter().flatten();
            for end in ends.filter(|end| end.percent.is_negative()) {
                self.fault(place.clone(), RulebookFault::NegativeBound(end.percent));
            }
            let before = position.checked_sub(1).and_then(|before| bands.get(before));
            if let Some(before) = before.filter(|before| !before.is_below(band)) {
                let fault = RulebookFault::BandOrder { before: before.clone(), band: band.clone() };
                self.fault(place.clone(), fault);
            }
            if band.points.is_negative() || most < band.points {
                let fault = RulebookFault::BandPoints { most, stated: band.points };
                self.fault(place.field("points"), fault);
            }
        }
    }

    fn tie_breaks(&mut self, parts: &'p RulebookParts) {
        let place = Place::whole().field("tie_breaks");
        for (position, step) in parts.tie_breaks.iter().enumerate() {
            match step.criterion() {
                Some(criterion) if !self.criteria.contains(criterion) => {
                    let fault = RulebookFault::UnknownTieBreak(criterion.clone());
                    self.fault(place.index(position).field("criterion"), fault);
                }
                None if position + 1 < parts.tie_breaks.len() => {
                    self.fault(place.index(position + 1), RulebookFault::StepAfterBallot);
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests;
