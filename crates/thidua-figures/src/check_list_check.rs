//! What is checked before parts become a list of checks.

use std::collections::BTreeSet;

use thidua_values::{Coded, Exact, Figure, IndicatorId, Place, Placed};

use crate::{
    Catalogue, ChangeBy, CheckListFault, CheckListParts, Indicator, Measured, OverUnits, Rule,
};

/// All faults of the parts, each at its place in the order they were given.
pub(crate) fn check(catalogue: &Catalogue, parts: &CheckListParts) -> Vec<Placed<CheckListFault>> {
    let mut checking = Checking { catalogue, faults: Vec::new() };
    if parts.catalogue != *catalogue.id() {
        let (at_hand, checked) = (catalogue.id().clone(), parts.catalogue.clone());
        let fault = CheckListFault::OtherCatalogue { at_hand, checked };
        checking.note(Place::whole().field("catalogue"), fault);
    }
    let mut ids = BTreeSet::new();
    for (check, position) in parts.checks.iter().zip(0..) {
        let place = Place::whole().field("checks").index(position);
        if !ids.insert(&check.id) {
            checking.note(place.field("id"), CheckListFault::DuplicateCheck(check.id.clone()));
        }
        checking.rule(&check.rule, &place.field("rule"));
    }
    checking.faults
}

/// A check of checks on the way.
struct Checking<'c> {
    catalogue: &'c Catalogue,
    faults: Vec<Placed<CheckListFault>>,
}

/// An indicator that a rule lists, and where.
struct Listed<'c> {
    indicator: &'c Indicator,
    place: Place,
}

impl<'c> Checking<'c> {
    fn note(&mut self, place: Place, fault: CheckListFault) {
        self.faults.push(Placed { place, fault });
    }

    fn rule(&mut self, rule: &Rule, place: &Place) {
        match rule {
            Rule::PartInWhole { ratios } => self.each(ratios, place, "ratios", Self::share),
            Rule::StatedPercent { ratios } => self.each(ratios, place, "ratios", Self::ratio),
            Rule::Chain { indicators } => self.chain(indicators, place),
            Rule::PartsInWhole { parts, whole } => self.parts(parts, whole, place),
            Rule::ParentAndChildren { indicators } => {
                self.each(indicators, place, "indicators", Self::adds_up);
            }
            Rule::Change { indicators, by: ChangeBy::Points, .. } => {
                self.each(indicators, place, "indicators", Self::ratio);
            }
            Rule::Change { indicators, by: ChangeBy::Percent, .. }
            | Rule::Outlier { indicators, .. } => {
                self.each(indicators, place, "indicators", Self::number);
            }
            Rule::SameAsBefore { indicators }
            | Rule::SameAsSiblings { indicators, .. }
            | Rule::Thousandfold { indicators, .. } => {
                self.each(indicators, place, "indicators", Self::quantity);
            }
            Rule::OtherPeriod { indicators } => {
                self.each(indicators, place, "indicators", Self::no_stock);
            }
            Rule::Late { indicators, .. } => self.each(indicators, place, "indicators", |_, _| {}),
            Rule::Missing { indicators } => {
                self.each(indicators, place, "indicators", Self::obliges);
            }
        }
        self.limits(rule, place);
    }

    fn limits(&mut self, rule: &Rule, place: &Place) {
        match rule {
            Rule::Change { most, .. } => self.not_below_zero(*most, place.field("most")),
            Rule::Outlier { times, fewest, .. } => {
                self.not_below_zero(*times, place.field("times"));
                self.fewest(*fewest, place);
            }
            Rule::SameAsSiblings { fewest, .. } => self.fewest(*fewest, place),
            Rule::Thousandfold { factor, fewest, .. } => {
                self.factor(*factor, place.field("factor"));
                self.fewest(*fewest, place);
            }
            _ => {}
        }
    }

    fn each(
        &mut self,
        ids: &[IndicatorId],
        rule: &Place,
        field: &'static str,
        needs: fn(&mut Self, &Listed<'c>),
    ) {
        for listed in self.list(ids, rule, field) {
            needs(self, &listed);
        }
    }

    /// The listed indicators that the catalogue has; notes those that it has not, those that are
    /// listed again, and that there are none.
    fn list(&mut self, ids: &[IndicatorId], rule: &Place, field: &'static str) -> Vec<Listed<'c>> {
        if ids.is_empty() {
            self.note(rule.field(field), CheckListFault::NoIndicator);
        }
        let mut seen = BTreeSet::new();
        let mut listed = Vec::new();
        for (id, position) in ids.iter().zip(0..) {
            let place = rule.field(field).index(position);
            if !seen.insert(id) {
                self.note(place, CheckListFault::DuplicateIndicator(id.clone()));
            } else if let Some(indicator) = self.find(id, &place) {
                listed.push(Listed { indicator, place });
            }
        }
        listed
    }

    fn find(&mut self, id: &IndicatorId, place: &Place) -> Option<&'c Indicator> {
        let found = self.catalogue.indicator(id);
        if found.is_none() {
            self.note(place.clone(), CheckListFault::UnknownIndicator(id.clone()));
        }
        found
    }

    fn needs(&mut self, listed: &Listed<'_>, needed: &'static str, fits: bool) {
        if !fits {
            let (indicator, measured) =
                (listed.indicator.id.clone(), listed.indicator.measured.code());
            let fault = CheckListFault::WrongMeasure { indicator, needed, measured };
            self.note(listed.place.clone(), fault);
        }
    }

    fn ratio(&mut self, listed: &Listed<'_>) {
        let is_ratio = matches!(listed.indicator.measured, Measured::Ratio { .. });
        self.needs(listed, "a ratio", is_ratio);
    }

    fn quantity(&mut self, listed: &Listed<'_>) {
        let is_quantity = listed.indicator.measured.quantity().is_some();
        self.needs(listed, "a stock, a flow or a cumulative figure", is_quantity);
    }

    fn number(&mut self, listed: &Listed<'_>) {
        let is_number = !matches!(listed.indicator.measured, Measured::YesNo {});
        self.needs(listed, "a figure or a ratio", is_number);
    }

    fn no_stock(&mut self, listed: &Listed<'_>) {
        let is_stock = matches!(listed.indicator.measured, Measured::Stock { .. });
        self.needs(listed, "an indicator of periods, not of days", !is_stock);
    }

    fn obliges(&mut self, listed: &Listed<'_>) {
        if listed.indicator.reporters.is_empty() {
            let fault = CheckListFault::NobodyObliged(listed.indicator.id.clone());
            self.note(listed.place.clone(), fault);
        }
    }

    fn adds_up(&mut self, listed: &Listed<'_>) {
        match listed.indicator.measured.quantity() {
            None => self.quantity(listed),
            Some((_, OverUnits::Sum)) => {}
            Some((_, OverUnits::Never)) => {
                let fault = CheckListFault::NotAdded(listed.indicator.id.clone());
                self.note(listed.place.clone(), fault);
            }
        }
    }

    /// A ratio whose numerator may be a part of its denominator.
    fn share(&mut self, listed: &Listed<'_>) {
        let Measured::Ratio { part, whole } = &listed.indicator.measured else {
            return self.ratio(listed);
        };
        let known = self.catalogue.indicator(part).zip(self.catalogue.indicator(whole));
        if let Some((part, whole)) = known {
            self.one_unit(part, whole, &listed.place);
        }
    }

    /// Notes that two indicators are figures of different things.
    fn one_unit(&mut self, indicator: &Indicator, other: &Indicator, place: &Place) {
        let quantities = indicator.measured.quantity().zip(other.measured.quantity());
        let Some(((of, _), (other_of, _))) = quantities.filter(|((a, _), (b, _))| a != b) else {
            return;
        };
        let fault = CheckListFault::OtherUnit {
            indicator: indicator.id.clone(),
            of: of.words().en,
            other: other.id.clone(),
            other_of: other_of.words().en,
        };
        self.note(place.clone(), fault);
    }

    fn chain(&mut self, ids: &[IndicatorId], rule: &Place) {
        if let [only] = ids {
            let fault = CheckListFault::ChainOfOne(only.clone());
            self.note(rule.field("indicators"), fault);
        }
        let listed = self.list(ids, rule, "indicators");
        for listed in &listed {
            self.quantity(listed);
        }
        for (before, listed) in listed.iter().zip(listed.iter().skip(1)) {
            self.one_unit(listed.indicator, before.indicator, &listed.place);
        }
    }

    fn parts(&mut self, parts: &[IndicatorId], whole: &IndicatorId, rule: &Place) {
        let place = rule.field("whole");
        if parts.contains(whole) {
            self.note(place.clone(), CheckListFault::DuplicateIndicator(whole.clone()));
        }
        let whole = self.find(whole, &place);
        if let Some(indicator) = whole {
            self.quantity(&Listed { indicator, place });
        }
        for listed in self.list(parts, rule, "parts") {
            self.quantity(&listed);
            if let Some(whole) = whole {
                self.one_unit(listed.indicator, whole, &listed.place);
            }
        }
    }

    fn not_below_zero(&mut self, figure: Figure, place: Place) {
        if figure.is_negative() {
            self.note(place, CheckListFault::BelowZero(figure));
        }
    }

    fn factor(&mut self, factor: Figure, place: Place) {
        if !(Exact::one()..1_000.into()).contains(&Exact::from(factor)) {
            self.note(place, CheckListFault::Factor(factor));
        }
    }

    fn fewest(&mut self, fewest: u32, rule: &Place) {
        if fewest < 2 {
            self.note(rule.field("fewest"), CheckListFault::TooFew(fewest));
        }
    }
}
