//! Why a season cannot be concluded.

use thidua_awards::ConferFault;
use thidua_criteria::{RulebookEdition, ServesFault};
use thidua_scoring::{EvidenceFault, SettlementFault};
use thidua_values::{
    AwardRulesId, BodyId, CampaignId, CandidaciesId, ClusterId, Day, Fault, GradeId,
    OrganisationId, Period, SubjectId, in_ticks,
};
use thiserror::Error;

/// Why a season cannot be concluded.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum ConcludeFault {
    /// The day lies outside the days that the organisation speaks of.
    OutsideStatement {
        /// The day.
        day: Day,
        /// The days that the organisation speaks of.
        stated: Period,
    },
    /// The day lies before the year.
    BeforeYear {
        /// The day.
        day: Day,
        /// The year.
        during: Period,
    },
    /// The season is of another organisation.
    OtherOrganisation {
        /// The organisation at hand.
        at_hand: OrganisationId,
        /// The one that the season names.
        named: OrganisationId,
    },
    /// The season is under another rulebook or another edition.
    OtherRulebook {
        /// The edition at hand.
        at_hand: RulebookEdition,
        /// The one that the season names.
        named: RulebookEdition,
    },
    /// The season is under other award rules.
    OtherAwardRules {
        /// The award rules at hand.
        at_hand: AwardRulesId,
        /// The ones that the season names.
        named: AwardRulesId,
    },
    /// The season is of other candidacies, or of none.
    OtherCandidacies {
        /// The candidacies at hand.
        at_hand: Option<CandidaciesId>,
        /// The ones that the season names.
        named: Option<CandidaciesId>,
    },
    /// A campaign that criteria serve runs on no day of the year.
    CampaignNotRunning {
        /// The campaign.
        campaign: CampaignId,
        /// When the campaign runs.
        during: Period,
        /// The year.
        year: Period,
    },
    /// The edition is in force on no day of the year.
    RulebookNotInForce {
        /// When the edition is in force.
        during: Period,
        /// The year.
        year: Period,
    },
    /// The organisation has no such cluster.
    UnknownCluster(ClusterId),
    /// Nobody is a member of the cluster on the day.
    EmptyCluster {
        /// The cluster.
        cluster: ClusterId,
        /// The day.
        day: Day,
    },
    /// A body is a member of two clusters of the season, so it would be placed twice.
    SharedMember {
        /// The body.
        body: BodyId,
        /// The other cluster.
        other: ClusterId,
    },
    /// A criterion serves no pillar of the campaigns at hand.
    Serves(ServesFault),
    /// The evidence does not fit the rulebook or the members.
    Evidence(EvidenceFault),
    /// A recorded settlement of a tie does not fit the standings.
    Settlement(SettlementFault),
    /// A settlement of a tie names somebody who is in no cluster of the season.
    SettledOutsider(SubjectId),
    /// A settlement of a tie names members of several clusters.
    SettledAcross {
        /// Whom it names.
        subject: SubjectId,
        /// The cluster of that one.
        cluster: ClusterId,
        /// The first member of a cluster whom it names.
        first: SubjectId,
        /// The cluster of that one.
        first_cluster: ClusterId,
    },
    /// A candidate is neither a member of a cluster of the season nor nominated by one.
    UnknownCandidate(SubjectId),
    /// An award asks for grades that the rulebook does not give, so that nobody could have it.
    UnknownGrades {
        /// The grades that it asks for.
        asked: Vec<GradeId>,
        /// Those of the rulebook.
        given: Vec<GradeId>,
    },
    /// The award rules are not taken to a standing.
    Awards(ConferFault),
}

/// Who can be a candidate.
const CANDIDATE: &str = "a member of a cluster of the season, or one nominated by a member";

impl Fault for ConcludeFault {
    fn code(&self) -> &'static str {
        match self {
            Self::OutsideStatement { .. } => "outside_statement",
            Self::BeforeYear { .. } => "before_year",
            Self::OtherOrganisation { .. } => "other_organisation",
            Self::OtherRulebook { .. } => "other_rulebook",
            Self::OtherAwardRules { .. } => "other_award_rules",
            Self::OtherCandidacies { .. } => "other_candidacies",
            Self::CampaignNotRunning { .. } => "campaign_not_running",
            Self::RulebookNotInForce { .. } => "rulebook_not_in_force",
            Self::UnknownCluster(_) => "unknown_cluster",
            Self::EmptyCluster { .. } => "empty_cluster",
            Self::SharedMember { .. } => "shared_member",
            Self::Serves(fault) => fault.code(),
            Self::Evidence(fault) => fault.code(),
            Self::Settlement(fault) => fault.code(),
            Self::SettledOutsider(_) => "settled_outsider",
            Self::SettledAcross { .. } => "settled_across_clusters",
            Self::UnknownCandidate(_) => "unknown_candidate",
            Self::UnknownGrades { .. } => "unknown_grade",
            Self::Awards(fault) => fault.code(),
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::OutsideStatement { stated, .. } => {
                format!("a day from {stated}, of which the organisation speaks")
            }
            Self::BeforeYear { during, .. } => {
                format!("a day from {} on, when the year begins", during.start())
            }
            Self::OtherOrganisation { at_hand, .. } => format!("organisation `{at_hand}`"),
            Self::OtherRulebook { at_hand: RulebookEdition { rulebook, edition }, .. } => {
                format!("rulebook `{rulebook}` of {edition}")
            }
            Self::OtherAwardRules { at_hand, .. } => format!("award rules `{at_hand}`"),
            Self::OtherCandidacies { at_hand: Some(at_hand), .. } => {
                format!("candidacies `{at_hand}`")
            }
            Self::OtherCandidacies { at_hand: None, .. } => {
                "no candidacies, as none are given".into()
            }
            Self::CampaignNotRunning { campaign, year, .. } => {
                format!("campaign `{campaign}` to run some day from {year}")
            }
            Self::RulebookNotInForce { year, .. } => {
                format!("an edition in force some day from {year}")
            }
            Self::UnknownCluster(_) => "a cluster of the organisation".into(),
            Self::EmptyCluster { day, .. } => format!("a cluster with members on {day}"),
            Self::SharedMember { .. } => "members of one cluster of the season each".into(),
            Self::Serves(fault) => fault.expected(),
            Self::Evidence(fault) => fault.expected(),
            Self::Settlement(fault) => fault.expected(),
            Self::SettledOutsider(_) => "a member of a cluster of the season".into(),
            Self::SettledAcross { first, first_cluster, .. } => {
                format!("a member of cluster `{first_cluster}`, as `{first}` is")
            }
            Self::UnknownCandidate(_) => CANDIDATE.into(),
            Self::UnknownGrades { given, .. } => one_of(given),
            Self::Awards(fault) => fault.expected(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::OutsideStatement { day, .. } | Self::BeforeYear { day, .. } => day.to_string(),
            Self::OtherOrganisation { named, .. } => format!("`{named}`"),
            Self::OtherRulebook { named: RulebookEdition { rulebook, edition }, .. } => {
                format!("`{rulebook}` of {edition}")
            }
            Self::OtherAwardRules { named, .. } => format!("`{named}`"),
            Self::CampaignNotRunning { during, .. } => format!("one that runs from {during}"),
            Self::OtherCandidacies { named: Some(named), .. } => format!("`{named}`"),
            Self::OtherCandidacies { named: None, .. } => "none".into(),
            Self::RulebookNotInForce { during, .. } => format!("one in force from {during}"),
            Self::UnknownCluster(id) => format!("`{id}`"),
            Self::EmptyCluster { cluster, .. } => format!("none in `{cluster}`"),
            Self::SharedMember { body, other } => format!("`{body}`, a member of `{other}` too"),
            Self::Serves(fault) => fault.found(),
            Self::Evidence(fault) => fault.found(),
            Self::Settlement(fault) => fault.found(),
            Self::SettledOutsider(subject) | Self::UnknownCandidate(subject) => {
                format!("`{subject}`")
            }
            Self::SettledAcross { subject, cluster, .. } => {
                format!("`{subject}`, a member of `{cluster}`")
            }
            Self::UnknownGrades { asked, .. } => in_ticks(asked),
            Self::Awards(fault) => fault.found(),
        }
    }
}

fn one_of(given: &[GradeId]) -> String {
    if given.is_empty() {
        return "no grade, as the rulebook gives none".into();
    }
    format!("a grade of the rulebook ({})", in_ticks(given))
}
