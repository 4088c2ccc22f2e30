//! Comparing members of all clusters by a criterion, a group or a pillar.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{ClusterId, SubjectId};

use crate::comparable::{OfPart, Scored};
use crate::open_rank::{Contender, OpenRank, open_ranks};
use crate::{
    CompareFault, ComparedPart, Evidence, LeftOutReason, MemberComparison, MemberPosition,
    MemberStanding, PartMeasure, PlaceRule, Scores, Span, UnrankedMember,
};

impl Scores<'_, '_> {
    /// Ranks some subjects, of whatever clusters, by what they earned of a part of what they
    /// are scored for: a criterion, a group or a pillar.
    ///
    /// Who is not assigned it has no place where the rulebook lets that leave what can be
    /// earned, and else the points that the rulebook gives. Members that come to the same are
    /// tied, and nothing breaks the tie.
    ///
    /// # Errors
    ///
    /// The rulebook has no such criterion or group, nothing in it serves the pillar, or one of
    /// the subjects was not scored.
    pub fn compare_members(
        &self,
        members: &BTreeSet<SubjectId>,
        compared: &MemberComparison,
    ) -> Result<MemberStanding, CompareFault> {
        let evidence = self.evidence();
        check(evidence, &compared.of)?;
        let (mut placed, mut unranked, mut awaited) = (BTreeMap::new(), Vec::new(), 0);
        for subject in members {
            let sheet =
                self.sheet(subject).ok_or_else(|| CompareFault::NotScored(subject.clone()))?;
            match place(compared, Scored { evidence, sheet }) {
                Ok(part) => {
                    placed.insert(subject.clone(), part);
                }
                Err(Refused { reason, is_awaited }) => {
                    awaited += usize::from(is_awaited);
                    let cluster = self.cluster(subject);
                    unranked.push(UnrankedMember { subject: subject.clone(), cluster, reason });
                }
            }
        }
        let positions = self.positions(placed, awaited);
        Ok(MemberStanding { positions, compared: compared.clone(), unranked })
    }

    /// The places, while so many more may still have one.
    fn positions(
        &self,
        mut placed: BTreeMap<SubjectId, (Span, OfPart)>,
        awaited: usize,
    ) -> Vec<MemberPosition> {
        let contenders = placed.iter().map(|(subject, (value, part))| {
            (subject.clone(), Contender { span: value, is_open: part.doubt.is_some() })
        });
        let ranks = open_ranks(&contenders.collect(), awaited);
        let positions =
            ranks.into_iter().filter_map(|(subject, OpenRank { rank, provisional })| {
                let (value, OfPart { points, attainable, .. }) = placed.remove(&subject)?;
                let (cluster, rank, tied) =
                    (self.cluster(&subject), rank.competition(), rank.tied());
                Some(MemberPosition {
                    subject,
                    cluster,
                    rank,
                    tied,
                    value,
                    points,
                    attainable,
                    provisional,
                })
            });
        positions.collect()
    }

    fn cluster(&self, subject: &SubjectId) -> Option<ClusterId> {
        self.evidence().roster().member(subject)?.cluster.clone()
    }
}

/// Whether the rulebook has the part.
fn check(evidence: &Evidence<'_>, of: &ComparedPart) -> Result<(), CompareFault> {
    let rulebook = evidence.rulebook();
    let (mut leaves, mut groups) = (rulebook.leaves().iter(), evidence.heads().groups.iter());
    match of {
        ComparedPart::Criterion { criterion } if rulebook.leaf(criterion).is_none() => {
            Err(CompareFault::UnknownCriterion(criterion.clone()))
        }
        ComparedPart::Group { group } if !groups.any(|head| head.id == *group) => {
            Err(CompareFault::UnknownGroup(group.clone()))
        }
        ComparedPart::Pillar { serves } if !leaves.any(|leaf| leaf.criterion.serves == *serves) => {
            Err(CompareFault::UnservedPillar(serves.clone()))
        }
        _ => Ok(()),
    }
}

/// Why a member has no place, and whether it may still have one.
struct Refused {
    reason: LeftOutReason,
    is_awaited: bool,
}

impl From<LeftOutReason> for Refused {
    fn from(reason: LeftOutReason) -> Self {
        Self { reason, is_awaited: false }
    }
}

/// What a member is placed by, if it has a place.
fn place(compared: &MemberComparison, scored: Scored<'_, '_>) -> Result<(Span, OfPart), Refused> {
    let facts = &scored.sheet.disqualified_by;
    let places_disqualified = compared.disqualified == PlaceRule::Place;
    if !facts.is_empty() && !places_disqualified {
        return Err(LeftOutReason::Disqualified { facts: facts.clone() }.into());
    }
    let part = earned(&compared.of, scored)?;
    let by_share = compared.by == PartMeasure::Share;
    if by_share && part.attainable.is_zero() {
        return Err(LeftOutReason::NothingOfNothing {}.into());
    }
    let is_awaited = compared.missing == PlaceRule::Place;
    if let Some(reason) = part.doubt.clone().filter(|_| !is_awaited) {
        return Err(reason.into());
    }
    let criteria = scored.open_disqualifiers();
    if !criteria.is_empty() && !places_disqualified {
        return Err(Refused { reason: LeftOutReason::MissingEvidence { criteria }, is_awaited });
    }
    let value = match compared.by {
        PartMeasure::Points => Some(part.points.clone()),
        PartMeasure::Share => part.share.clone(),
    };
    let doubt = || part.doubt.clone().unwrap_or(LeftOutReason::NothingOfNothing {});
    match value.filter(|_| !part.may_leave) {
        Some(value) => Ok((value, part)),
        None => Err(Refused { reason: doubt(), is_awaited }),
    }
}

fn earned(of: &ComparedPart, scored: Scored<'_, '_>) -> Result<OfPart, LeftOutReason> {
    let rulebook = scored.evidence.rulebook();
    match of {
        ComparedPart::Criterion { criterion } => scored.of_criteria(|id| id == criterion),
        ComparedPart::Group { group } => scored.of_group(group),
        ComparedPart::Pillar { serves } => scored.of_criteria(|id| {
            rulebook.leaf(id).is_some_and(|leaf| leaf.criterion.serves == *serves)
        }),
    }
}

#[cfg(test)]
mod tests;
