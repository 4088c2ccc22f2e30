//! Concluding a season.

use std::collections::{BTreeMap, BTreeSet};

use thidua_awards::{AwardInputs, AwardRules, Candidacies, ConferFault, MoneySchedule, confer};
use thidua_criteria::{Campaign, Campaigns, Rulebook};
use thidua_organisation::{Hierarchy, Organisation};
use thidua_scoring::{
    Evidence, EvidenceFault, EvidenceParts, Member, NotScored, Roster, ScoreSheet, Scores, score,
};
use thidua_values::{BodyId, CampaignId, ClusterId, Day, Faults, Place, Placed, SubjectId};

use crate::grades::unknown_grades;
use crate::{ClusterOutcome, ConcludeFault, Outcome, Season};

/// What a season is concluded from.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'i> {
    /// The season.
    pub season: &'i Season,
    /// The organisation that it names.
    pub organisation: &'i Organisation,
    /// The campaigns that the criteria of its rulebook serve.
    pub campaigns: &'i Campaigns,
    /// The edition of the rulebook that it names.
    pub rulebook: &'i Rulebook,
    /// The evidence about the members of its clusters.
    pub evidence: &'i EvidenceParts,
    /// The award rules that it names.
    pub award_rules: &'i AwardRules,
    /// The candidacies that it names, if it names some.
    pub candidacies: Option<&'i Candidacies>,
    /// The money schedules that the award rules name.
    pub money_schedules: &'i [MoneySchedule],
}

/// Concludes a season as of a day: members are those of that day, or of the
/// last day of the year where it is past; missing evidence is missing on that
/// day. The award rules are in force on [`AwardInputs::rules_day`]: the last day of
/// the year, or the day as of which it is concluded where that is earlier.
///
/// # Errors
///
/// Every fault, at its place; the first step of a place names the input
/// (`season`, `campaigns`, `rulebook`, `evidence`, `award_rules` or
/// `candidacies`), or is `as_of`. Clusters are looked up on the day, evidence and
/// candidates, and whom settlements of ties name, are checked once the members are known, what
/// ties wait for and awards once all are placed, so faults of these come when nothing before them fails.
pub fn conclude(inputs: &Inputs<'_>, as_of: Day) -> Result<Outcome, Faults<ConcludeFault>> {
    let members = members(inputs, as_of)?;
    let roster: Roster = members.iter().flat_map(in_cluster).collect();
    let evidence = Evidence::try_new(inputs.rulebook, &roster, inputs.evidence)
        .map_err(|faults| faults.lift("evidence", ConcludeFault::Evidence))?;
    let scores = score(&evidence);
    let clusters = conclude_clusters(inputs, &scores, &members, as_of)?;
    let parts = inputs.season.parts();
    Ok(Outcome {
        season: parts.id.clone(),
        as_of,
        organisation: parts.organisation.clone(),
        campaigns: served(inputs).map(|campaign| campaign.parts().id.clone()).collect(),
        rulebook: parts.rulebook.clone(),
        rulebook_basis: inputs.rulebook.parts().basis.clone(),
        award_rules: parts.award_rules.clone(),
        award_rules_basis: inputs.award_rules.parts().basis.clone(),
        candidacies: parts.candidacies.clone(),
        clusters,
    })
}

/// The members of a cluster, as they are scored: beside each other.
fn in_cluster<'m>(
    (cluster, bodies): (&'m ClusterId, &'m Vec<BodyId>),
) -> impl Iterator<Item = (SubjectId, Member)> + 'm {
    let member =
        |body: &BodyId| (body.as_subject(), Member { kind: None, cluster: Some(cluster.clone()) });
    bodies.iter().map(member)
}

/// The campaigns that criteria of the rulebook serve, by id.
fn served<'i>(inputs: &Inputs<'i>) -> impl Iterator<Item = &'i Campaign> {
    let leaves = inputs.rulebook.leaves().iter();
    let named: BTreeSet<&CampaignId> = leaves.map(|leaf| &leaf.criterion.serves.campaign).collect();
    named.into_iter().filter_map(|id| inputs.campaigns.get(id))
}

/// The members of each cluster, once the inputs fit together.
fn members(
    inputs: &Inputs<'_>,
    as_of: Day,
) -> Result<BTreeMap<ClusterId, Vec<BodyId>>, Faults<ConcludeFault>> {
    let mut faults = fit(inputs, as_of);
    let mut members = BTreeMap::new();
    match inputs.organisation.as_of(membership_day(inputs.season, as_of)) {
        Ok(hierarchy) => {
            members = gather(inputs.season, &hierarchy, &mut faults);
            faults.extend(strangers(inputs.candidacies, &members));
            faults.extend(settled_elsewhere(inputs.season, &members));
        }
        Err(outside) => {
            let fault =
                ConcludeFault::OutsideStatement { day: outside.day, stated: outside.stated };
            faults.push(Placed { place: Place::whole().field("as_of"), fault });
        }
    }
    Faults::check(members, faults)
}

/// The day whose members take part and whose award rules apply: the day as of which the
/// season is concluded, or the last of the year where that is past.
fn membership_day(season: &Season, as_of: Day) -> Day {
    season.parts().during.up_to_last(as_of)
}

/// What in the inputs does not fit together.
fn fit(inputs: &Inputs<'_>, as_of: Day) -> Vec<Placed<ConcludeFault>> {
    let (year, place) = (inputs.season.parts().during, Place::whole());
    let mut faults = names(inputs);
    let during = inputs.rulebook.parts().during;
    if !during.overlaps(year) {
        let place = place.field("rulebook").field("during");
        faults.push(Placed { place, fault: ConcludeFault::RulebookNotInForce { during, year } });
    }
    for campaign in served(inputs).filter(|campaign| !campaign.parts().during.overlaps(year)) {
        let (during, campaign) = (campaign.parts().during, campaign.parts().id.clone());
        let fault = ConcludeFault::CampaignNotRunning { campaign, during, year };
        faults.push(Placed { place: place.field("campaigns"), fault });
    }
    let during = inputs.award_rules.parts().during;
    let day = membership_day(inputs.season, as_of);
    if !during.contains(day) {
        let place = place.field("award_rules").field("during");
        let fault = ConferFault::NotInForce { day, during };
        faults.push(Placed { place, fault: ConcludeFault::Awards(fault) });
    }
    if as_of < year.start() {
        let fault = ConcludeFault::BeforeYear { day: as_of, during: year };
        faults.push(Placed { place: place.field("as_of"), fault });
    }
    faults.extend(unknown_grades(inputs));
    if let Err(pillars) = inputs.rulebook.check_pillars(inputs.campaigns) {
        faults.extend(pillars.lift("rulebook", ConcludeFault::Serves).into_vec());
    }
    faults
}

/// Which inputs are not the ones that the season names.
fn names(inputs: &Inputs<'_>) -> Vec<Placed<ConcludeFault>> {
    let season = inputs.season.parts();
    let mut faults = Vec::new();
    let mut check = |field: &'static str, named_so: bool, fault: ConcludeFault| {
        if !named_so {
            faults.push(Placed { place: Place::whole().field("season").field(field), fault });
        }
    };
    let (at_hand, named) = (inputs.organisation.parts().id.clone(), season.organisation.clone());
    check("organisation", at_hand == named, ConcludeFault::OtherOrganisation { at_hand, named });
    let (at_hand, named) = (inputs.rulebook.edition(), season.rulebook.clone());
    check("rulebook", at_hand == named, ConcludeFault::OtherRulebook { at_hand, named });
    let (at_hand, named) = (inputs.award_rules.parts().id.clone(), season.award_rules.clone());
    check("award_rules", at_hand == named, ConcludeFault::OtherAwardRules { at_hand, named });
    let at_hand = inputs.candidacies.map(|candidacies| candidacies.parts().id.clone());
    let named = season.candidacies.clone();
    check("candidacies", at_hand == named, ConcludeFault::OtherCandidacies { at_hand, named });
    faults
}

/// The members of each cluster of the season on the day, and what is wrong with them.
fn gather(
    season: &Season,
    hierarchy: &Hierarchy<'_>,
    faults: &mut Vec<Placed<ConcludeFault>>,
) -> BTreeMap<ClusterId, Vec<BodyId>> {
    let clusters = Place::whole().field("season").field("clusters");
    let mut members = BTreeMap::new();
    let mut seen: BTreeMap<BodyId, ClusterId> = BTreeMap::new();
    for (position, id) in season.parts().clusters.iter().enumerate() {
        let mut fault = |fault| faults.push(Placed { place: clusters.index(position), fault });
        let Some(cluster) = hierarchy.cluster(id) else {
            fault(ConcludeFault::UnknownCluster(id.clone()));
            continue;
        };
        let bodies: Vec<BodyId> = cluster.members().iter().map(|body| body.id.clone()).collect();
        if bodies.is_empty() {
            fault(ConcludeFault::EmptyCluster { cluster: id.clone(), day: hierarchy.day() });
        }
        for body in &bodies {
            if let Some(other) = seen.insert(body.clone(), id.clone()) {
                fault(ConcludeFault::SharedMember { body: body.clone(), other });
            }
        }
        members.insert(id.clone(), bodies);
    }
    members
}

/// The candidates who are neither a member of a cluster nor nominated by one.
fn strangers(
    candidacies: Option<&Candidacies>,
    members: &BTreeMap<ClusterId, Vec<BodyId>>,
) -> Vec<Placed<ConcludeFault>> {
    let members: BTreeSet<SubjectId> = members.values().flatten().map(BodyId::as_subject).collect();
    let candidates = Place::whole().field("candidacies").field("candidates");
    let listed = candidacies.map(|candidacies| candidacies.parts().candidates.as_slice());
    let listed = listed.unwrap_or_default().iter().enumerate();
    let stranger = listed.filter(|(_, candidate)| {
        !members.contains(candidate.nominated_by.as_ref().unwrap_or(&candidate.subject))
    });
    let fault = |subject: &SubjectId| ConcludeFault::UnknownCandidate(subject.clone());
    let placed = stranger.map(|(position, candidate)| Placed {
        place: candidates.index(position).field("subject"),
        fault: fault(&candidate.subject),
    });
    placed.collect()
}

/// Who is named by a settlement of a tie and is in no cluster, or in another than the first.
fn settled_elsewhere(
    season: &Season,
    members: &BTreeMap<ClusterId, Vec<BodyId>>,
) -> Vec<Placed<ConcludeFault>> {
    let clusters = members.iter();
    let clusters: BTreeMap<SubjectId, &ClusterId> = clusters
        .flat_map(|(cluster, bodies)| bodies.iter().map(move |body| (body.as_subject(), cluster)))
        .collect();
    let place = Place::whole().field("season").field("settlements");
    let mut faults = Vec::new();
    for (position, record) in season.settlements().records().iter().enumerate() {
        let mut first: Option<(&SubjectId, &ClusterId)> = None;
        for (at, subject) in record.tied.iter().enumerate() {
            let fault = match clusters.get(subject) {
                None => ConcludeFault::SettledOutsider(subject.clone()),
                Some(cluster) => {
                    let (first, first_cluster) = *first.get_or_insert((subject, *cluster));
                    if first_cluster == *cluster {
                        continue;
                    }
                    ConcludeFault::SettledAcross {
                        subject: subject.clone(),
                        cluster: (*cluster).clone(),
                        first: first.clone(),
                        first_cluster: first_cluster.clone(),
                    }
                }
            };
            let place = place.index(position).field("tied").index(at);
            faults.push(Placed { place, fault });
        }
    }
    faults
}

/// What becomes of each cluster. What is wrong for several of them is said once.
fn conclude_clusters(
    inputs: &Inputs<'_>,
    scores: &Scores<'_, '_>,
    members: &BTreeMap<ClusterId, Vec<BodyId>>,
    as_of: Day,
) -> Result<Vec<ClusterOutcome>, Faults<ConcludeFault>> {
    let everybody = members.values().flatten().map(BodyId::as_subject).collect();
    let (mut outcomes, mut faults) = (Vec::new(), Vec::new());
    for (cluster, bodies) in members {
        match conclude_cluster(inputs, scores, cluster, bodies, &everybody, as_of) {
            Ok(outcome) => outcomes.push(outcome),
            Err(found) => {
                for placed in found.into_vec() {
                    if !faults.contains(&placed) {
                        faults.push(placed);
                    }
                }
            }
        }
    }
    Faults::check(outcomes, faults)
}

fn conclude_cluster(
    inputs: &Inputs<'_>,
    scores: &Scores<'_, '_>,
    cluster: &ClusterId,
    bodies: &[BodyId],
    everybody: &BTreeSet<SubjectId>,
    as_of: Day,
) -> Result<ClusterOutcome, Faults<ConcludeFault>> {
    let members: BTreeSet<SubjectId> = bodies.iter().map(BodyId::as_subject).collect();
    let standing = scores.place(&members, as_of).map_err(|NotScored(subject)| {
        let fault = ConcludeFault::Evidence(EvidenceFault::UnknownSubject(subject));
        Faults::one(Place::whole().field("evidence"), fault)
    })?;
    let standing = standing.settle(inputs.season.settlements(), as_of).map_err(|faults| {
        faults.lift("settlements", ConcludeFault::Settlement).lift("season", |fault| fault)
    })?;
    let sheets: Vec<ScoreSheet> =
        members.iter().filter_map(|member| scores.sheet(member).cloned()).collect();
    let graded =
        sheets.iter().filter_map(|sheet| Some((sheet.subject.clone(), sheet.grade.clone()?)));
    let awards = AwardInputs {
        rules: inputs.award_rules,
        standing: &standing,
        grades: &graded.collect(),
        elsewhere: everybody,
        during: inputs.season.parts().during,
        candidacies: inputs.candidacies,
        schedules: inputs.money_schedules,
    };
    let awards = confer(&awards, as_of).map_err(|faults| faults.map(ConcludeFault::Awards))?;
    Ok(ClusterOutcome { cluster: cluster.clone(), standing, awards, sheets })
}
