//! Why observations make no figures.

use thidua_values::{
    BodyId, CatalogueId, ClusterId, Day, Fault, Figure, IndicatorId, KindId, Period, UnitId,
};
use thiserror::Error;

use crate::About;

/// Why observations make no figures of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum FiguresFault {
    /// The figures are of the indicators of another catalogue.
    OtherCatalogue {
        /// The catalogue at hand.
        at_hand: CatalogueId,
        /// The catalogue that was reported on.
        reported: CatalogueId,
    },
    /// A figure of no unit of the organisation, such as of a misspelt one.
    UnknownUnit(UnitId),
    /// A figure of no cluster of the organisation.
    UnknownCluster(ClusterId),
    /// A figure of a period in which the unit does not live, such as of a quận for 2026.
    NotLiving {
        /// The unit.
        unit: UnitId,
        /// When it lives.
        life: Period,
        /// The period of the figure.
        period: Period,
    },
    /// A figure of no indicator of the catalogue, such as of a misspelt one.
    UnknownIndicator(IndicatorId),
    /// A reporter that is no body of the organisation, such as a unit's id in its place.
    UnknownBody(BodyId),
    /// An indicator of the figures of which no reporter is a kind of unit or body of the
    /// organisation, such as of a misspelt one: nobody would ever be missing.
    UnknownReporter {
        /// The indicator.
        indicator: IndicatorId,
        /// The first of its reporters.
        reporter: KindId,
    },
    /// A figure of a period that has not ended, such as "from 2022-01-01 on".
    NoEnd(Period),
    /// A stock of more than a day, such as the groups of a year.
    NotADay(Period),
    /// A value of another sort than the indicator is measured in, such as "yes" of houses.
    WrongSort {
        /// What the indicator is measured in.
        needed: &'static str,
        /// What was reported.
        value: &'static str,
    },
    /// A figure below zero, such as -3 houses, or one that says "less than 0".
    BelowZero(Figure),
    /// A part of what has none, such as half a house or half a đồng.
    PartOfOne(Figure),
    /// A figure that "hàng" does not go with, such as "hàng 15".
    NotSeveral(Figure),
    /// A plan that says it was met.
    PlanMet,
    /// What was done in a period was received before the period began.
    Early {
        /// The day it was received.
        received: Day,
        /// The period.
        period: Period,
    },
    /// Two observations of the same, with the same number of revision.
    Repeated {
        /// The unit or the cluster.
        about: About,
        /// The indicator.
        indicator: IndicatorId,
        /// The period.
        period: Period,
        /// The number of the revision.
        revision: u32,
    },
}

impl Fault for FiguresFault {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherCatalogue { .. } => "other_catalogue",
            Self::UnknownUnit(_) => "unknown_unit",
            Self::UnknownCluster(_) => "unknown_cluster",
            Self::NotLiving { .. } => "not_living_in_period",
            Self::UnknownIndicator(_) => "unknown_indicator",
            Self::UnknownBody(_) => "unknown_body",
            Self::UnknownReporter { .. } => "unknown_reporter",
            Self::NoEnd(_) => "period_without_end",
            Self::NotADay(_) => "stock_of_days",
            Self::WrongSort { .. } => "wrong_sort_of_value",
            Self::BelowZero(_) => "figure_below_zero",
            Self::PartOfOne(_) => "part_of_one",
            Self::NotSeveral(_) => "not_several",
            Self::PlanMet => "plan_met",
            Self::Early { .. } => "received_early",
            Self::Repeated { .. } => "repeated_observation",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::OtherCatalogue { at_hand, .. } => format!("figures of catalogue `{at_hand}`"),
            Self::UnknownUnit(_) => "a unit of the organisation".into(),
            Self::UnknownCluster(_) => "a cluster of the organisation".into(),
            Self::NotLiving { unit, life, .. } => {
                format!("a period in which `{unit}` lives, from {life}")
            }
            Self::UnknownIndicator(_) => "an indicator of the catalogue".into(),
            Self::UnknownBody(_) => "a body of the organisation".into(),
            Self::UnknownReporter { indicator, .. } => {
                format!("a reporter of `{indicator}` that is a kind of the organisation")
            }
            Self::NoEnd(_) => "a period that ends".into(),
            Self::NotADay(_) => "one day, on which a stock was counted".into(),
            Self::WrongSort { needed, .. } => (*needed).into(),
            Self::BelowZero(_) => "a number of at least 0".into(),
            Self::PartOfOne(_) => "a whole number".into(),
            Self::NotSeveral(_) => "10 or 100 of something, or one nghìn, triệu or tỷ".into(),
            Self::PlanMet => "a planned figure, or a target met by what is done".into(),
            Self::Early { period, .. } => format!("a day from {} on", period.start()),
            Self::Repeated { .. } => "another number for each revision of a figure".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::OtherCatalogue { reported, .. } => format!("`{reported}`"),
            Self::UnknownUnit(unit) => format!("`{unit}`"),
            Self::UnknownCluster(cluster) => format!("`{cluster}`"),
            Self::NotLiving { period, .. } | Self::NoEnd(period) | Self::NotADay(period) => {
                period.to_string()
            }
            Self::UnknownIndicator(indicator) => format!("`{indicator}`"),
            Self::UnknownBody(body) => format!("`{body}`"),
            Self::UnknownReporter { reporter, .. } => format!("`{reporter}`"),
            Self::WrongSort { value, .. } => (*value).into(),
            Self::BelowZero(figure) | Self::PartOfOne(figure) | Self::NotSeveral(figure) => {
                format!("`{figure}`")
            }
            Self::PlanMet => "a target met that is planned".into(),
            Self::Early { received, .. } => received.to_string(),
            Self::Repeated { about, indicator, period, revision } => {
                let about = about.as_str();
                format!("revision {revision} of `{indicator}` of `{about}`, {period}, again")
            }
        }
    }
}
