//! Why feeds do not fit a rulebook and a catalogue.

use thidua_criteria::RulebookEdition;
use thidua_scoring::Needed;
use thidua_values::{CatalogueId, Coded, CriterionId, Fault, IndicatorId};
use thiserror::Error;

/// Why feeds do not fit a rulebook and a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum FeedsFault {
    /// The feeds answer another rulebook or another edition.
    OtherRulebook {
        /// The edition at hand.
        at_hand: RulebookEdition,
        /// The edition that is answered.
        answered: RulebookEdition,
    },
    /// The indicators are of another catalogue.
    OtherCatalogue {
        /// The catalogue at hand.
        at_hand: CatalogueId,
        /// The catalogue that is named.
        named: CatalogueId,
    },
    /// The rulebook has no such criterion, condition or fact.
    UnknownCriterion(CriterionId),
    /// The catalogue has no such indicator.
    UnknownIndicator(IndicatorId),
    /// Two feeds answer one criterion.
    FedTwice(CriterionId),
    /// The indicator is measured in another way than the criterion needs.
    OtherKind {
        /// The criterion.
        criterion: CriterionId,
        /// What it needs.
        needed: Needed,
        /// The indicator.
        indicator: IndicatorId,
        /// How it is measured.
        measured: String,
    },
}

impl Fault for FeedsFault {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherRulebook { .. } => "other_rulebook",
            Self::OtherCatalogue { .. } => "other_catalogue",
            Self::UnknownCriterion(_) => "unknown_criterion",
            Self::UnknownIndicator(_) => "unknown_indicator",
            Self::FedTwice(_) => "fed_twice",
            Self::OtherKind { .. } => "other_kind_of_indicator",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::OtherRulebook { at_hand, .. } => edition(at_hand),
            Self::OtherCatalogue { at_hand, .. } => format!("the catalogue at hand, `{at_hand}`"),
            Self::UnknownCriterion(_) => "a criterion, condition or fact of the rulebook".into(),
            Self::UnknownIndicator(_) => "an indicator of the catalogue".into(),
            Self::FedTwice(_) => "one indicator for each criterion".into(),
            Self::OtherKind { criterion, needed, .. } => match needed {
                Needed::Marks | Needed::HandedIn => {
                    let what = needed.words().en;
                    format!("no feed for `{criterion}`, which needs {what}: no figure is that")
                }
                needed => {
                    format!("an indicator for `{criterion}`, which needs {}", needed.words().en)
                }
            },
        }
    }

    fn found(&self) -> String {
        match self {
            Self::OtherRulebook { answered, .. } => edition(answered),
            Self::OtherCatalogue { named, .. } => format!("`{named}`"),
            Self::UnknownCriterion(criterion) => format!("`{criterion}`"),
            Self::UnknownIndicator(indicator) => format!("`{indicator}`"),
            Self::FedTwice(criterion) => format!("a second for `{criterion}`"),
            Self::OtherKind { indicator, measured, .. } => format!("`{indicator}`, {measured}"),
        }
    }
}

fn edition(RulebookEdition { rulebook, edition }: &RulebookEdition) -> String {
    format!("`{rulebook}` of {edition}")
}
