//! Reports read against the catalogue and the organisation that they speak of.

use thidua_notation::{Quantity as Amount, Scale, Share};
use thidua_organisation::Organisation;
use thidua_values::{
    BodyId, CatalogueId, ClaimId, ClusterId, Coded, Fault, Faults, Figure, IndicatorId, KindId,
    Period, Place, Placed, Qualifier, UnitId,
};
use thiserror::Error;

use crate::judge::unqualified;
use crate::{
    About, Catalogue, Claim, Indicator, Measured, Observation, ObservedValue, Reading, Refusal,
    Relation, Report, Stated,
};

/// A report whose claims are read.
// INVARIANT: `readings` has one for each claim of the report, whose indicators are of the
// catalogue and whose units, clusters, bodies and kinds are of the organisation.
#[derive(Clone, Debug)]
pub struct ReadReport<'a> {
    report: &'a Report,
    catalogue: &'a Catalogue,
    organisation: &'a Organisation,
    readings: Vec<Result<Reading, Refusal>>,
}

/// Why a report does not fit a catalogue and an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum ReadFault {
    /// The report speaks of the indicators of another catalogue.
    OtherCatalogue {
        /// The catalogue at hand.
        at_hand: CatalogueId,
        /// That of the report.
        named: CatalogueId,
    },
    /// A claim of no indicator of the catalogue, such as of a misspelt one.
    UnknownIndicator(IndicatorId),
    /// An indicator that is measured otherwise than the claim states it, such as the share of one
    /// that is no ratio.
    OtherMeasure {
        /// The indicator.
        indicator: IndicatorId,
        /// How it would have to be measured.
        needed: &'static str,
        /// How it is measured.
        measured: &'static str,
    },
    /// No unit of the organisation.
    UnknownUnit(UnitId),
    /// No cluster of the organisation.
    UnknownCluster(ClusterId),
    /// No body of the organisation.
    UnknownBody(BodyId),
    /// No kind of unit of the organisation.
    UnknownKind(KindId),
}

impl Fault for ReadFault {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherCatalogue { .. } => "other_catalogue",
            Self::UnknownIndicator(_) => "unknown_indicator",
            Self::OtherMeasure { .. } => "other_kind_of_indicator",
            Self::UnknownUnit(_) => "unknown_unit",
            Self::UnknownCluster(_) => "unknown_cluster",
            Self::UnknownBody(_) => "unknown_body",
            Self::UnknownKind(_) => "unknown_kind_of_unit",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::OtherCatalogue { at_hand, .. } => format!("claims of catalogue `{at_hand}`"),
            Self::UnknownIndicator(_) => "an indicator of the catalogue".into(),
            Self::OtherMeasure { needed, .. } => (*needed).into(),
            Self::UnknownUnit(_) => "a unit of the organisation".into(),
            Self::UnknownCluster(_) => "a cluster of the organisation".into(),
            Self::UnknownBody(_) => "a body of the organisation".into(),
            Self::UnknownKind(_) => "a kind of unit of the organisation".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::OtherCatalogue { named, .. } => format!("`{named}`"),
            Self::UnknownIndicator(indicator) => format!("`{indicator}`"),
            Self::OtherMeasure { indicator, measured, .. } => format!("`{indicator}`, {measured}"),
            Self::UnknownUnit(unit) => format!("`{unit}`"),
            Self::UnknownCluster(cluster) => format!("`{cluster}`"),
            Self::UnknownBody(body) => format!("`{body}`"),
            Self::UnknownKind(kind) => format!("`{kind}`"),
        }
    }
}

impl Report {
    /// Reads the claims: figures in the unit of measure of their indicators, dates without a year
    /// in that of the text.
    ///
    /// Words that cannot be read are kept with the reason.
    ///
    /// # Errors
    ///
    /// Every fault, at its place in the parts: see [`ReadFault`].
    pub fn read<'a>(
        &'a self,
        catalogue: &'a Catalogue,
        organisation: &'a Organisation,
    ) -> Result<ReadReport<'a>, Faults<ReadFault>> {
        let mut fit = Fit { catalogue, organisation, faults: Vec::new() };
        let parts = self.parts();
        if parts.catalogue != *catalogue.id() {
            let (at_hand, named) = (catalogue.id().clone(), parts.catalogue.clone());
            fit.note(
                Place::whole().field("catalogue"),
                ReadFault::OtherCatalogue { at_hand, named },
            );
        }
        let mut readings = Vec::new();
        for (claim, at) in self.claims().iter().zip(0..) {
            let measured = fit.claim(claim, &Place::whole().field("claims").index(at));
            readings.push(Reading::of(claim, measured, parts.year));
        }
        let read = ReadReport { report: self, catalogue, organisation, readings };
        Faults::check(read, fit.faults)
    }
}

/// A check on the way.
struct Fit<'a> {
    catalogue: &'a Catalogue,
    organisation: &'a Organisation,
    faults: Vec<Placed<ReadFault>>,
}

impl<'a> Fit<'a> {
    fn note(&mut self, place: Place, fault: ReadFault) {
        self.faults.push(Placed { place, fault });
    }

    /// How the indicator of a claim is measured, if it has one; notes what does not fit.
    fn claim(&mut self, claim: &Claim, place: &Place) -> Option<&'a Measured> {
        let states = place.field("states");
        match &claim.states {
            Stated::Figure { about, .. } | Stated::Share { about, .. } => {
                self.about(about, &states.field("about"));
            }
            Stated::Lead { cluster, member, .. } => {
                self.cluster(cluster, states.field("cluster"));
                self.body(member, states.field("member"));
            }
            _ => {}
        }
        for (relation, at) in claim.relations.iter().zip(0..) {
            if let Relation::Units { about, kinds, .. } = relation {
                let place = place.field("relations").index(at);
                self.about(about, &place.field("about"));
                self.kinds(kinds, &place.field("kinds"));
            }
        }
        let measured = self.indicator(&claim.states, &states.field("indicator"));
        self.whole(claim, measured, place);
        measured
    }

    /// Percentages are no parts that add up to another one.
    fn whole(&mut self, claim: &Claim, measured: Option<&Measured>, place: &Place) {
        let Some((id, measured @ Measured::Ratio { .. })) = claim.states.indicator().zip(measured)
        else {
            return;
        };
        for (relation, at) in claim.relations.iter().zip(0..) {
            if let Relation::WholeOf { .. } = relation {
                let (indicator, measured) = (id.clone(), measured.code());
                let needed = "a stock, a flow or a cumulative figure";
                let fault = ReadFault::OtherMeasure { indicator, needed, measured };
                self.note(place.field("relations").index(at).field("kind"), fault);
            }
        }
    }

    fn indicator(&mut self, stated: &Stated, place: &Place) -> Option<&'a Measured> {
        let id = stated.indicator()?;
        let Some(Indicator { measured, .. }) = self.catalogue.indicator(id) else {
            self.note(place.clone(), ReadFault::UnknownIndicator(id.clone()));
            return None;
        };
        let needed = match (stated, measured) {
            (Stated::Share { .. }, Measured::Ratio { .. }) => return Some(measured),
            (Stated::Share { .. }, _) => "a ratio",
            (_, Measured::YesNo {}) => "a stock, a flow, a cumulative figure or a ratio",
            _ => return Some(measured),
        };
        let (indicator, measured) = (id.clone(), measured.code());
        self.note(place.clone(), ReadFault::OtherMeasure { indicator, needed, measured });
        None
    }

    fn about(&mut self, about: &About, place: &Place) {
        match about {
            About::Unit { unit } if self.organisation.position(unit).is_none() => {
                self.note(place.field("unit"), ReadFault::UnknownUnit(unit.clone()));
            }
            About::Unit { .. } => {}
            About::Cluster { cluster } => self.cluster(cluster, place.field("cluster")),
        }
    }

    fn cluster(&mut self, cluster: &ClusterId, place: Place) {
        let clusters = &self.organisation.parts().clusters;
        if !clusters.iter().any(|other| other.id == *cluster) {
            self.note(place, ReadFault::UnknownCluster(cluster.clone()));
        }
    }

    fn body(&mut self, body: &BodyId, place: Place) {
        if !self.organisation.parts().bodies.iter().any(|other| other.id == *body) {
            self.note(place, ReadFault::UnknownBody(body.clone()));
        }
    }

    fn kinds(&mut self, kinds: &[KindId], place: &Place) {
        for (kind, at) in kinds.iter().zip(0..) {
            if !self.organisation.parts().unit_kinds.iter().any(|other| other.id == *kind) {
                self.note(place.index(at), ReadFault::UnknownKind(kind.clone()));
            }
        }
    }
}

impl<'a> ReadReport<'a> {
    /// The report.
    #[must_use]
    pub const fn report(&self) -> &'a Report {
        self.report
    }

    /// The catalogue.
    #[must_use]
    pub const fn catalogue(&self) -> &'a Catalogue {
        self.catalogue
    }

    /// The organisation.
    #[must_use]
    pub const fn organisation(&self) -> &'a Organisation {
        self.organisation
    }

    /// The claims as they stand in the text, each with what was read of it or why nothing was.
    pub fn claims(&self) -> impl Iterator<Item = (&'a Claim, &Result<Reading, Refusal>)> {
        self.report.claims().iter().zip(&self.readings)
    }

    /// What was read of a claim, if there is such a claim and it was read.
    #[must_use]
    pub fn reading(&self, claim: &ClaimId) -> Option<&Reading> {
        self.readings.get(self.report.position(claim)?)?.as_ref().ok()
    }

    /// The claims of figures and shares that were read, as observations received on the day of the
    /// text.
    ///
    /// A figure that says another one again is none of its own. A share gives two, of its numerator
    /// and of its denominator; one that is qualified, such as "hơn 2/3", gives none, since nobody
    /// knows which of the two the qualifier is meant of.
    #[must_use]
    pub fn observations(&self) -> Vec<Observation> {
        self.claims().flat_map(|(claim, read)| self.observed(claim, read.as_ref().ok())).collect()
    }

    fn observed(&self, claim: &Claim, read: Option<&Reading>) -> Vec<Observation> {
        let again = |relation: &Relation| matches!(relation, Relation::Restates { .. });
        let observations = match read {
            _ if claim.relations.iter().any(again) => None,
            Some(Reading::Quantity(quantity)) => self.of_figure(claim, quantity).map(|it| vec![it]),
            Some(Reading::Share(share)) => self.of_share(claim, *share),
            _ => None,
        };
        observations.unwrap_or_default()
    }

    fn of_figure(&self, claim: &Claim, quantity: &Amount) -> Option<Observation> {
        let Stated::Figure { indicator, period, .. } = &claim.states else { return None };
        let figure = match quantity.scale() {
            // With the decimals that are printed: `85,0%` tells more than `85%`.
            Scale::One => quantity.number(),
            _ => quantity.amount().to_string().parse().ok()?,
        };
        self.observation(claim, indicator, *period, figure, quantity.qualifier())
    }

    fn of_share(&self, claim: &Claim, share: Share) -> Option<Vec<Observation>> {
        let Stated::Share { indicator, period, .. } = &claim.states else { return None };
        let Measured::Ratio { part, whole } = &self.catalogue.indicator(indicator)?.measured else {
            return None;
        };
        let ratio = unqualified(share).ok()?;
        let figures = [(part, ratio.part()), (whole, ratio.whole())];
        let observation = |(indicator, figure): (&IndicatorId, Figure)| {
            let period = self.period_of(indicator, *period)?;
            self.observation(claim, indicator, period, figure, Qualifier::Exactly)
        };
        figures.into_iter().map(observation).collect()
    }

    /// A period; of a stock the day of the text.
    fn period_of(&self, indicator: &IndicatorId, period: Period) -> Option<Period> {
        let day = self.report.parts().day;
        match self.catalogue.indicator(indicator)?.measured {
            Measured::Stock { .. } => Period::try_new(day, day.days_later(1)).ok(),
            _ => Some(period),
        }
    }

    fn observation(
        &self,
        claim: &Claim,
        indicator: &IndicatorId,
        period: Period,
        figure: Figure,
        qualifier: Qualifier,
    ) -> Option<Observation> {
        let (Stated::Figure { about, stage, counted_by, .. }
        | Stated::Share { about, stage, counted_by, .. }) = &claim.states
        else {
            return None;
        };
        Some(Observation {
            about: about.clone(),
            indicator: indicator.clone(),
            period,
            stage: *stage,
            counted_by: *counted_by,
            value: ObservedValue::Figure { figure, qualifier },
            basis: self.report.parts().basis.clone(),
            reporter: None,
            received: self.report.parts().day,
            revision: 0,
        })
    }
}

#[cfg(test)]
mod tests;
