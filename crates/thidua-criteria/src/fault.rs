//! Why parts make no rulebook.

use thidua_values::{CampaignId, CriterionId, Fault, Figure, PillarId, Points, SectionId};
use thiserror::Error;

use crate::Band;

/// Why parts make no rulebook.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum RulebookFault {
    /// Two sections or groups share an id.
    DuplicateSection(SectionId),
    /// Two criteria or conditions share an id, so that evidence would be ambiguous.
    DuplicateCriterion(CriterionId),
    /// There is no section, or one without items.
    NothingToScore,
    /// The points of a section or group are not the sum of its items.
    SectionTotal {
        /// The sum of the items; none where it passes what points can hold.
        sum: Option<Points>,
        /// The points that are stated.
        stated: Points,
    },
    /// The points of the scale are not the sum of its sections.
    ScaleTotal {
        /// The sum of the sections; none where it passes what points can hold.
        sum: Option<Points>,
        /// The points that are stated.
        stated: Points,
    },
    /// The points above the scale are not the sum of the bonus sections.
    BonusTotal {
        /// The sum of the bonus sections; none where it passes what points can hold.
        sum: Option<Points>,
        /// The points that are stated.
        stated: Points,
    },
    /// A criterion is worth nothing, or less.
    WorthlessCriterion(Points),
    /// A cap is not within 0 to 100 percent.
    Cap(Figure),
    /// A threshold that anybody reaches.
    Threshold(Figure),
    /// A formula without bands.
    NoBand,
    /// A band that begins or ends below 0 percent, where no share is.
    NegativeBound(Figure),
    /// A band that no percentage is in.
    EmptyBand(Band),
    /// A band that is not above the one before it.
    BandOrder {
        /// The band before it.
        before: Band,
        /// The band.
        band: Band,
    },
    /// A band is worth less than nothing, or more than its criterion.
    BandPoints {
        /// The points of the criterion.
        most: Points,
        /// The points of the band.
        stated: Points,
    },
    /// The points of a sample are not those of its criterion.
    SampleTotal {
        /// The points of the criterion.
        points: Points,
        /// How many are drawn.
        size: u32,
        /// The points of each.
        each: Points,
    },
    /// Rounding could give more than can be earned: the step is no divisor.
    RoundingStep {
        /// The points that are rounded.
        points: Points,
        /// The step.
        step: Points,
    },
    /// A tie-break looks at a criterion that is not in the rulebook.
    UnknownTieBreak(CriterionId),
    /// A step after the ballot, which leaves nothing to decide.
    StepAfterBallot,
}

impl Fault for RulebookFault {
    fn code(&self) -> &'static str {
        match self {
            Self::DuplicateSection(_) => "duplicate_section",
            Self::DuplicateCriterion(_) => "duplicate_criterion",
            Self::NothingToScore => "nothing_to_score",
            Self::SectionTotal { .. } => "section_total",
            Self::ScaleTotal { .. } => "scale_total",
            Self::BonusTotal { .. } => "bonus_total",
            Self::WorthlessCriterion(_) => "worthless_criterion",
            Self::Cap(_) => "cap",
            Self::Threshold(_) => "threshold",
            Self::NoBand => "no_band",
            Self::NegativeBound(_) => "negative_bound",
            Self::EmptyBand(_) => "empty_band",
            Self::BandOrder { .. } => "band_order",
            Self::BandPoints { .. } => "band_points",
            Self::SampleTotal { .. } => "sample_total",
            Self::RoundingStep { .. } => "rounding_step",
            Self::UnknownTieBreak(_) => "unknown_tie_break",
            Self::StepAfterBallot => "step_after_ballot",
        }
    }

    fn expected(&self) -> String {
        let total = |sum: &Option<Points>, of: &str| match sum {
            Some(sum) => format!("{sum} points, the sum of {of}"),
            None => format!("a sum of {of} below 10^12 points"),
        };
        match self {
            Self::DuplicateSection(_) => "ids of sections and groups that differ".into(),
            Self::DuplicateCriterion(_) => "ids of criteria and conditions that differ".into(),
            Self::NothingToScore => "at least one item to score".into(),
            Self::SectionTotal { sum, .. } => total(sum, "its criteria"),
            Self::ScaleTotal { sum, .. } => total(sum, "the criteria of the scale"),
            Self::BonusTotal { sum, .. } => total(sum, "the bonus criteria"),
            Self::WorthlessCriterion(_) => "points above 0".into(),
            Self::Cap(_) => "a cap above 0 and at most 100 percent".into(),
            Self::Threshold(_) => "a threshold above 0 percent".into(),
            Self::NoBand => "at least one band".into(),
            Self::NegativeBound(_) => "ends of at least 0 percent".into(),
            Self::EmptyBand(_) => "a low end below the high end".into(),
            Self::BandOrder { before, .. } => format!("a band wholly above {before}"),
            Self::BandPoints { most, .. } => format!("0 to {most} points"),
            Self::SampleTotal { points, .. } => {
                format!("{points} points in all, those of the criterion")
            }
            Self::RoundingStep { step, .. } => {
                format!("points that are a multiple of the rounding step {step}")
            }
            Self::UnknownTieBreak(_) => "a criterion of this rulebook".into(),
            Self::StepAfterBallot => "the ballot as the last step".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::DuplicateSection(id) => format!("`{id}` again"),
            Self::DuplicateCriterion(id) => format!("`{id}` again"),
            Self::NothingToScore | Self::NoBand => "none".into(),
            Self::SectionTotal { stated, .. }
            | Self::ScaleTotal { stated, .. }
            | Self::BonusTotal { stated, .. }
            | Self::BandPoints { stated, .. }
            | Self::WorthlessCriterion(stated) => stated.to_string(),
            Self::Cap(percent) | Self::Threshold(percent) | Self::NegativeBound(percent) => {
                percent.to_string()
            }
            Self::EmptyBand(band) => format!("{band}, which holds no percentage"),
            Self::BandOrder { band, .. } => band.to_string(),
            Self::SampleTotal { size, each, .. } => format!("{size} times {each}"),
            Self::RoundingStep { points, .. } => points.to_string(),
            Self::UnknownTieBreak(id) => format!("`{id}`"),
            Self::StepAfterBallot => "a further step".into(),
        }
    }
}

/// Why a rulebook does not fit a campaign.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum PillarFault {
    /// The rulebook is for another campaign.
    OtherCampaign {
        /// The campaign at hand.
        campaign: CampaignId,
        /// The campaign that the rulebook names.
        named: CampaignId,
    },
    /// A criterion serves a pillar that the campaign does not have.
    UnknownPillar {
        /// The campaign at hand.
        campaign: CampaignId,
        /// The pillar that the criterion names.
        pillar: PillarId,
    },
}

impl Fault for PillarFault {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherCampaign { .. } => "other_campaign",
            Self::UnknownPillar { .. } => "unknown_pillar",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::OtherCampaign { campaign, .. } => format!("campaign `{campaign}`"),
            Self::UnknownPillar { campaign, .. } => format!("a pillar of campaign `{campaign}`"),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::OtherCampaign { named, .. } => format!("`{named}`"),
            Self::UnknownPillar { pillar, .. } => format!("`{pillar}`"),
        }
    }
}
