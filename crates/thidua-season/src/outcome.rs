//! The outcome of a season: sheets, standings and awards of each cluster.

use thidua_awards::Conferral;
use thidua_scoring::{RulebookEdition, ScoreSheet, Standing};
use thidua_values::{AwardRulesId, CampaignId, ClusterId, Day, OrganisationId, SeasonId};

/// The outcome of a season, in canonical order: the same inputs give the same
/// outcome, in whatever order they list their parts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// The season.
    pub season: SeasonId,
    /// The day as of which it was concluded.
    pub as_of: Day,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The campaign.
    pub campaign: CampaignId,
    /// The rulebook and its edition.
    pub rulebook: RulebookEdition,
    /// The award rules.
    pub award_rules: AwardRulesId,
    /// What became of each cluster. Ordered by id.
    pub clusters: Vec<ClusterOutcome>,
}

/// What became of one cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ClusterOutcome {
    /// The cluster.
    pub cluster: ClusterId,
    /// Who stands where, and what decided each tie.
    pub standing: Standing,
    /// Who is proposed for which award, and who is refused, and why.
    pub awards: Conferral,
    /// The sheet of each member. Ordered by id.
    pub sheets: Vec<ScoreSheet>,
}
