//! Placing: by the total, then by the rulebook's list of tie-breaks.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use thidua_criteria::{
    Condition, Formula, MissingPolicy, NothingOfNothing, PartKind, Rulebook, TieBreak,
};
use thidua_ranking::{Partition, Rank, Split};
use thidua_values::{CriterionId, Day, Exact, SubjectId};

use crate::evidence::Cell;
use crate::head_to_head::won;
use crate::known::Known;
use crate::worth::own_cells;
use crate::{
    AdjustedAt, DecidedTie, GroupLine, Line, NotScored, Position, PossibleRanks, Reason,
    ScoreSheet, Scores, Span, Standing, TieAwaits, TieKey, Unranked, UnrankedReason, UnresolvedTie,
};

pub(crate) fn place(
    scores: &Scores<'_, '_>,
    members: &BTreeSet<SubjectId>,
    as_of: Day,
) -> Result<Standing, NotScored> {
    let (rulebook, evidence) = (scores.evidence().rulebook(), scores.evidence());
    let (mut ranked, mut unranked) = (BTreeMap::new(), Vec::new());
    for member in members {
        let sheet = scores.sheet(member).ok_or_else(|| NotScored(member.clone()))?;
        match refusal(sheet, rulebook, as_of) {
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
    let open =
        ranked.values().filter(|sheet| !is_final(sheet, rulebook, evidence.of(&sheet.subject)));
    let open: BTreeSet<&SubjectId> = open.map(|sheet| &sheet.subject).collect();
    let positions = positions(&partition, &ranked, &open, &awaited(scores, &unranked));
    let awaits = match rulebook.parts().tie_breaks.last() {
        Some(TieBreak::Ballot {}) => TieAwaits::Ballot,
        Some(TieBreak::Authority {}) => TieAwaits::Authority,
        Some(TieBreak::Lots {}) => TieAwaits::Lots,
        _ => TieAwaits::Nothing,
    };
    let unresolved = partition.ties().filter_map(|tie| {
        let rank = positions.iter().find(|position| tie.first() == Some(&position.subject))?.rank;
        Some(UnresolvedTie { rank, subjects: tie.to_vec(), awaits })
    });
    let unresolved = unresolved.collect();
    let (settled, unused) = (Vec::new(), Vec::new());
    Ok(Standing { positions, decided, settled, unresolved, unused, unranked })
}

/// The totals of those who have no place and may still have one.
fn awaited<'s>(scores: &'s Scores<'_, '_>, unranked: &[Unranked]) -> Vec<&'s Span> {
    let open = unranked.iter().filter(|unranked| unranked.reason.is_open());
    open.filter_map(|unranked| Some(&scores.sheet(&unranked.subject)?.total)).collect()
}

/// Why a subject has no place: it is disqualified, or evidence is missing.
fn refusal(sheet: &ScoreSheet, rulebook: &Rulebook, as_of: Day) -> Option<UnrankedReason> {
    if !sheet.disqualified_by.is_empty() {
        return Some(UnrankedReason::Disqualified { facts: sheet.disqualified_by.clone() });
    }
    if sheet.is_complete() {
        return None;
    }
    let criteria = || sheet.missing().cloned().collect();
    match rulebook.parts().missing {
        MissingPolicy::Refuse {} => Some(UnrankedReason::MissingEvidence { criteria: criteria() }),
        MissingPolicy::NotPlacedUntil { day } if as_of < day => {
            Some(UnrankedReason::AwaitedEvidence { criteria: criteria(), until: day })
        }
        // At the worst a disqualifier that nobody answered holds.
        MissingPolicy::NotPlacedUntil { .. } | MissingPolicy::CountAsWorst {} => {
            let facts = rulebook.parts().disqualifiers.iter().map(|one| &one.fact);
            let open = facts.filter(|fact| sheet.open_facts.contains(fact));
            let facts: Vec<CriterionId> = open.cloned().collect();
            (!facts.is_empty()).then_some(UnrankedReason::DisqualifierOpen { facts })
        }
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
        if let TieBreak::HeadToHead { group } = step {
            let refined = partition.refine_head_to_head(|one, other| {
                let Some((one, other)) = ranked.get(one).zip(ranked.get(other)) else {
                    return Ordering::Equal;
                };
                let [of_one, of_other] = won(evidence.heads(), group.as_ref(), [*one, *other]);
                of_one.cmp(&of_other)
            });
            partition = refined.partition;
            decided.extend(refined.splits.into_iter().map(|split| met(step, split)));
            continue;
        }
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

/// A tie that came apart head to head: of each, how many of those tied it and all who are
/// level with it beat, which are all who come behind.
fn met(step: &TieBreak, Split { tied, into }: Split<SubjectId>) -> DecidedTie {
    let (mut order, mut behind) = (Vec::with_capacity(tied.len()), tied.len());
    for level in into {
        behind -= level.len();
        let beaten = i64::try_from(behind).ok().map(Exact::from);
        order.extend(level.into_iter().map(|subject| TieKey { subject, value: beaten.clone() }));
    }
    DecidedTie { step: step.clone(), order }
}

/// What a step sees of a subject; the last sees nothing, so it splits nothing, and head to
/// head sees pairs.
fn tie_key(
    step: &TieBreak,
    sheet: &ScoreSheet,
    rulebook: &Rulebook,
    cells: &[Cell],
) -> Option<Exact> {
    let reported = |criterion| reported(criterion, sheet, rulebook, cells);
    match step {
        TieBreak::Points { criterion } => Some(sheet.line(criterion)?.contribution.worst.clone()),
        TieBreak::GroupPoints { group } => {
            let GroupLine { group, earned, .. } = sheet.group(group)?;
            let taken = group.part == PartKind::Deduction;
            Some(if taken { -earned.worst.clone() } else { earned.worst.clone() })
        }
        TieBreak::FewerDeductions {} => Some(taken(sheet)),
        TieBreak::Figure { criterion } => figure_key(reported(criterion)?.0),
        TieBreak::Share { criterion } => {
            let (known, formula) = reported(criterion)?;
            share_key(known, formula)
        }
        TieBreak::Earlier { criterion } => match reported(criterion)? {
            (Known::HandedIn(day), Formula::Lateness { due, .. }) => {
                Some(due.days_after(*day).into())
            }
            _ => None,
        },
        TieBreak::Met { criterion } => {
            let share = sheet.line(criterion)?.share();
            Some(i64::from(share.is_some_and(|share| share.worst == Exact::one())).into())
        }
        TieBreak::HeadToHead { .. }
        | TieBreak::Authority {}
        | TieBreak::Ballot {}
        | TieBreak::Lots {} => None,
    }
}

/// What the deductions add to the total, at the worst: what their lines take, and what was
/// done to them. It is below zero.
fn taken(sheet: &ScoreSheet) -> Exact {
    let lines = sheet.lines.iter().filter(|line| line.criterion.part == PartKind::Deduction);
    let is_of_deductions = |at: &AdjustedAt| {
        let part = match at {
            AdjustedAt::Criterion { criterion } => {
                sheet.line(criterion).map(|line| line.criterion.part)
            }
            AdjustedAt::Group { group } => sheet.group(group).map(|line| line.group.part),
            AdjustedAt::Part { part } => Some(*part),
            AdjustedAt::Total {} => None,
        };
        part == Some(PartKind::Deduction)
    };
    let done = sheet.adjustments.iter().filter(|done| is_of_deductions(&done.at));
    let lines = lines.map(|line| &line.contribution.worst);
    lines.chain(done.map(|done| &done.contribution.worst)).sum()
}

/// What is reported of a criterion, and its formula; what is not scored has no figure either.
fn reported<'c>(
    criterion: &CriterionId,
    sheet: &ScoreSheet,
    rulebook: &'c Rulebook,
    cells: &'c [Cell],
) -> Option<(&'c Known, &'c Formula)> {
    let (line, leaf) = (sheet.line(criterion)?, rulebook.leaf(criterion)?);
    let (own, conditions) = own_cells(leaf, cells).split_first()?;
    let hidden = is_behind_a_gate(line, &leaf.criterion.conditions, conditions);
    (!hidden).then_some((&own.known, &leaf.criterion.formula))
}

/// Whether the line is not scored, at the worst: a gate is closed, or nobody answered
/// it and it would leave as little. Of a deduction that is most often not the worst.
fn is_behind_a_gate(line: &Line, conditions: &[Condition], answers: &[Cell]) -> bool {
    let first = conditions.iter().zip(answers).find(|(condition, cell)| match condition {
        Condition::Gate { .. } => cell.known != Known::Met(true),
        Condition::AchievedBefore { .. } => cell.known == Known::Met(true),
        Condition::Cap { .. } => false,
    });
    matches!(first, Some((Condition::Gate { .. }, _))) && line.unrounded.worst.is_zero()
}

/// The number that is reported: of a share its part.
fn figure_key(known: &Known) -> Option<Exact> {
    match known {
        Known::Share(share) => Some(share.part().into()),
        Known::Count(count) => Some(i64::from(*count).into()),
        Known::Number(number) | Known::Target { actual: number, .. } => Some((*number).into()),
        _ => None,
    }
}

/// The share that is reported, uncapped.
fn share_key(known: &Known, formula: &Formula) -> Option<Exact> {
    match (known, formula) {
        (Known::Share(share), formula) => {
            let nothing = match formula.nothing_of_nothing() {
                Some(NothingOfNothing::Zero) => Some(Exact::zero()),
                Some(NothingOfNothing::FullMarks) => Some(Exact::one()),
                Some(NothingOfNothing::NotAssigned) | None => None,
            };
            share.quotient().or(nothing)
        }
        (
            Known::Count(count),
            Formula::Sampled { size: of, .. } | Formula::Checklist { of, .. },
        ) => Exact::fraction((*count).into(), (*of).into()),
        _ => None,
    }
}

/// Whether a step looks at what is reported, not at what it earns.
const fn looks_at_evidence(step: &TieBreak) -> bool {
    matches!(step, TieBreak::Figure { .. } | TieBreak::Share { .. } | TieBreak::Earlier { .. })
}

/// Whether no evidence is missing that could change a point or what a tie-break
/// looks at: the figure of what was achieved before earns nothing more, but it
/// may still break a tie.
fn is_final(sheet: &ScoreSheet, rulebook: &Rulebook, cells: &[Cell]) -> bool {
    let steps = rulebook.parts().tie_breaks.iter();
    let by_figure = steps.filter(|step| looks_at_evidence(step));
    let waits = by_figure.filter_map(TieBreak::criterion).any(|criterion| {
        let line = sheet.line(criterion);
        let cell = rulebook.slot(criterion).and_then(|slot| cells.get(slot));
        line.is_some_and(|line| !matches!(line.reason, Reason::GateClosed { .. }))
            && cell.is_none_or(|cell| cell.known == Known::Missing)
    });
    sheet.is_settled() && !waits
}

fn positions(
    partition: &Partition<SubjectId>,
    sheets: &BTreeMap<SubjectId, &ScoreSheet>,
    open: &BTreeSet<&SubjectId>,
    awaited: &[&Span],
) -> Vec<Position> {
    let ranks = partition
        .ranks()
        .filter_map(|(subject, rank)| Some((subject.clone(), (rank, &sheets.get(subject)?.total))));
    let ranked: BTreeMap<SubjectId, (Rank, &Span)> = ranks.collect();
    let positions = partition.ranks().filter_map(|(subject, rank)| {
        let (_, total) = ranked.get(subject)?;
        Some(Position {
            subject: subject.clone(),
            rank: rank.competition(),
            tied: rank.tied(),
            total: total.worst.clone(),
            best_total: (!total.is_exact()).then(|| total.best.clone()),
            provisional: possible_ranks(subject, rank, &ranked, open, awaited),
        })
    });
    positions.collect()
}

/// The ranks that missing evidence leaves possible, its own and that of others,
/// of those who are ranked or awaited. Between two who reported in full the rank
/// stands; else who may end level may end ahead, by the tie-breaks.
pub(crate) fn possible_ranks<T: Ord>(
    item: &T,
    rank: Rank,
    ranked: &BTreeMap<T, (Rank, &Span)>,
    open: &BTreeSet<&T>,
    awaited: &[&Span],
) -> Option<PossibleRanks> {
    let (_, own) = ranked.get(item)?;
    let (mut best, mut worst) = (1, 1);
    for (other, (other_rank, span)) in ranked {
        if !open.contains(item) && !open.contains(other) {
            let ahead = usize::from(other_rank.ahead() < rank.ahead());
            (best, worst) = (best + ahead, worst + ahead);
        } else if other != item {
            best += usize::from(own.best < span.worst);
            worst += usize::from(own.worst <= span.best);
        }
    }
    worst += awaited.iter().filter(|other| own.worst <= other.best).count();
    (best != worst).then_some(PossibleRanks { best, worst })
}

#[cfg(test)]
mod tests;
