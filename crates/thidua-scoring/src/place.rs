//! Placing: by the total, then by the rulebook's list of tie-breaks.

use std::collections::{BTreeMap, BTreeSet};

use thidua_criteria::{Formula, MissingPolicy, NotAssignedPolicy, Rulebook, TieBreak};
use thidua_ranking::{Partition, Rank, Split};
use thidua_values::{Day, Exact, SubjectId};

use crate::evidence::{Cell, Known};
use crate::{
    DecidedTie, NotScored, Position, PossibleRanks, Reason, ScoreSheet, Scores, Standing,
    TieAwaits, TieKey, Unranked, UnrankedReason, UnresolvedTie,
};

pub(crate) fn place(
    scores: &Scores<'_, '_>,
    members: &BTreeSet<SubjectId>,
    as_of: Day,
) -> Result<Standing, NotScored> {
    let rulebook = scores.evidence().rulebook();
    let (mut ranked, mut unranked) = (BTreeMap::new(), Vec::new());
    for member in members {
        let sheet = scores.sheet(member).ok_or_else(|| NotScored(member.clone()))?;
        match refusal(sheet, rulebook.parts().missing, as_of) {
            Some(reason) => unranked.push(Unranked { subject: member.clone(), reason }),
            None => {
                ranked.insert(member.clone(), sheet);
            }
        }
    }
    let totals = ranked
        .iter()
        .map(|(subject, sheet)| (subject.clone(), sheet.total.worst.clone()))
        .collect();
    let (partition, decided) = break_ties(scores, &ranked, Partition::by_key(totals));
    let awaited = unranked.iter().filter_map(|unranked: &Unranked| match unranked.reason {
        UnrankedReason::AwaitedEvidence { .. } => scores.sheet(&unranked.subject),
        UnrankedReason::MissingEvidence { .. } => None,
    });
    let positions = positions(&partition, &ranked, &awaited.collect::<Vec<_>>());
    let awaits = match rulebook.parts().tie_breaks.last() {
        Some(TieBreak::Ballot {}) => TieAwaits::Ballot,
        _ => TieAwaits::Nothing,
    };
    let unresolved = partition.ties().filter_map(|tie| {
        let rank = positions.iter().find(|position| tie.first() == Some(&position.subject))?.rank;
        Some(UnresolvedTie { rank, subjects: tie.to_vec(), awaits })
    });
    Ok(Standing { unresolved: unresolved.collect(), positions, decided, unranked })
}

fn refusal(sheet: &ScoreSheet, missing: MissingPolicy, as_of: Day) -> Option<UnrankedReason> {
    if sheet.is_complete() {
        return None;
    }
    let criteria = sheet.missing().cloned().collect();
    match missing {
        MissingPolicy::Refuse {} => Some(UnrankedReason::MissingEvidence { criteria }),
        MissingPolicy::NotPlacedUntil { day } if as_of < day => {
            Some(UnrankedReason::AwaitedEvidence { criteria, until: day })
        }
        MissingPolicy::NotPlacedUntil { .. } | MissingPolicy::CountAsWorst {} => None,
    }
}

fn break_ties(
    scores: &Scores<'_, '_>,
    ranked: &BTreeMap<SubjectId, &ScoreSheet>,
    by_total: Partition<SubjectId>,
) -> (Partition<SubjectId>, Vec<DecidedTie>) {
    let (rulebook, evidence) = (scores.evidence().rulebook(), scores.evidence());
    let (mut partition, mut decided) = (by_total, Vec::new());
    for step in &rulebook.parts().tie_breaks {
        let key = |subject: &SubjectId| {
            let sheet = ranked.get(subject)?;
            tie_key(step, sheet, rulebook, evidence.of(subject))
        };
        let refined = partition.refine_by(key);
        partition = refined.partition;
        decided.extend(refined.splits.into_iter().map(|Split { into, .. }| {
            let order =
                into.into_iter().flatten().map(|subject| TieKey { value: key(&subject), subject });
            DecidedTie { step: step.clone(), order: order.collect() }
        }));
    }
    (partition, decided)
}

/// What a step sees of a subject; the ballot sees nothing, so it splits nothing.
fn tie_key(
    step: &TieBreak,
    sheet: &ScoreSheet,
    rulebook: &Rulebook,
    cells: &[Cell],
) -> Option<Exact> {
    let criterion = step.criterion()?;
    let line = sheet.line(criterion)?;
    let known = match line.reason {
        // What is not scored has no figure either.
        Reason::GateClosed { .. } => Known::NotAssigned,
        _ => cells.get(rulebook.slot(criterion)?)?.known,
    };
    match step {
        TieBreak::Points { .. } => Some(line.contribution.worst.clone()),
        TieBreak::Figure { .. } => match known {
            Known::Share(share) => Some(share.part().into()),
            Known::Count(count) => Some(i64::from(count).into()),
            _ => None,
        },
        TieBreak::Share { .. } => match (known, &rulebook.leaf(criterion)?.criterion.formula) {
            (Known::Share(share), formula) => {
                let nothing = formula.nothing_of_nothing().map(|worth| match worth {
                    NotAssignedPolicy::Zero => Exact::zero(),
                    NotAssignedPolicy::FullMarks => Exact::one(),
                });
                share.quotient().or(nothing)
            }
            (Known::Count(count), Formula::Sampled { size, .. }) => {
                Exact::fraction(count.into(), (*size).into())
            }
            _ => None,
        },
        TieBreak::Ballot {} => None,
    }
}

fn positions(
    partition: &Partition<SubjectId>,
    sheets: &BTreeMap<SubjectId, &ScoreSheet>,
    awaited: &[&ScoreSheet],
) -> Vec<Position> {
    let ranks = partition
        .ranks()
        .filter_map(|(subject, rank)| Some((subject.clone(), (rank, *sheets.get(subject)?))));
    let ranked: BTreeMap<SubjectId, (Rank, &ScoreSheet)> = ranks.collect();
    let positions = partition.ranks().filter_map(|(subject, rank)| {
        let (_, sheet) = ranked.get(subject)?;
        Some(Position {
            subject: subject.clone(),
            rank: rank.competition(),
            tied: rank.tied(),
            total: sheet.total.worst.clone(),
            provisional: possible_ranks(subject, rank, &ranked, awaited),
        })
    });
    positions.collect()
}

/// The ranks that missing evidence leaves possible, its own and that of others,
/// of those who are ranked or awaited. Between two who reported in full the rank
/// stands; else who may end level may end ahead, by the tie-breaks.
fn possible_ranks(
    subject: &SubjectId,
    rank: Rank,
    ranked: &BTreeMap<SubjectId, (Rank, &ScoreSheet)>,
    awaited: &[&ScoreSheet],
) -> Option<PossibleRanks> {
    let (_, sheet) = ranked.get(subject)?;
    let (mut best, mut worst) = (1, 1);
    for (other_rank, other) in ranked.values() {
        if sheet.is_complete() && other.is_complete() {
            let ahead = usize::from(other_rank.ahead() < rank.ahead());
            (best, worst) = (best + ahead, worst + ahead);
        } else if other.subject != *subject {
            best += usize::from(sheet.total.best < other.total.worst);
            worst += usize::from(sheet.total.worst <= other.total.best);
        }
    }
    worst += awaited.iter().filter(|other| sheet.total.worst <= other.total.best).count();
    (best != worst).then_some(PossibleRanks { best, worst })
}

#[cfg(test)]
mod tests;
