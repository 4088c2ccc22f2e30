//! Standings, recomputed by a second path that shares no code with the first.
//!
//! It is plain on purpose: big fractions only, lists searched from the start,
//! every rank counted by comparing everybody with everybody, and what is still
//! possible looked up in every world that missing evidence leaves. It reads the
//! parts of the rulebook, the records of evidence and the sheets, which `verify`
//! recomputes by a second path of its own.

use std::collections::BTreeSet;

use thidua_criteria::{
    Condition, Criterion, FactAnswer, Item, MissingPolicy, Rulebook, RulebookParts, TieBreak,
    Unanswered,
};
use thidua_scoring::{
    Column, DecidedTie, Evidence, EvidenceParts, EvidenceValue, Position, PossibleRanks, Reason,
    Roster, ScoreSheet, Standing, TieAwaits, TieKey, Unranked, UnrankedReason, UnresolvedTie,
    score, verify,
};
use thidua_values::{CriterionId, Day, Exact, SubjectId};

mod keys;
mod laws;
mod said;

use self::keys::Left;
use self::said::{Number, number};

/// What is placed: some subjects on a day, by the evidence as it stood in a column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed<'d> {
    pub(crate) rulebook: &'d Rulebook,
    pub(crate) roster: &'d Roster,
    pub(crate) evidence: &'d EvidenceParts,
    pub(crate) column: Column,
    pub(crate) members: &'d BTreeSet<SubjectId>,
    pub(crate) as_of: Day,
}

impl Placed<'_> {
    /// The standing of the first path, once every sheet is verified and the second
    /// path comes to the same.
    #[track_caller]
    pub(crate) fn standing(&self) -> Standing {
        let Self { rulebook, roster, evidence, column, members, as_of } = *self;
        let bound = Evidence::up_to(rulebook, roster, evidence, column).unwrap();
        let scores = score(&bound);
        for sheet in scores.sheets() {
            verify(rulebook, roster, evidence, column, sheet)
                .unwrap_or_else(|faults| panic!("{}: {faults}", sheet.subject));
        }
        let sheets = scores.sheets().filter(|sheet| members.contains(&sheet.subject)).collect();
        let plain = Plain { parts: rulebook.parts(), evidence, column, as_of, sheets };
        let standing = scores.place(members, as_of).unwrap();
        assert_eq!(standing, plain.standing());
        standing
    }
}

/// What the second path reads.
struct Plain<'d> {
    parts: &'d RulebookParts,
    evidence: &'d EvidenceParts,
    column: Column,
    as_of: Day,
    /// Those of who is to be placed, by subject.
    sheets: Vec<&'d ScoreSheet>,
}

/// Somebody with a place.
struct Ranked<'d> {
    sheet: &'d ScoreSheet,
    /// The total, then what each step of the list sees, as it is at the worst.
    keys: Vec<Option<Exact>>,
    /// Whether evidence is missing that could change one of them.
    open: bool,
}

/// Whether one stands before the other: more is ahead, and who has nothing stands behind.
fn is_more(one: Option<&Exact>, other: Option<&Exact>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => number(other) < number(one),
        (one, _) => one.is_some() && other.is_none(),
    }
}

impl Ranked<'_> {
    fn subject(&self) -> &SubjectId {
        &self.sheet.subject
    }

    /// Whether it stands ahead by the first keys: the first that differs decides.
    fn is_ahead(&self, other: &Self, keys: usize) -> bool {
        let mut pairs = self.keys.iter().zip(&other.keys).take(keys);
        let differing = pairs.find(|(own, others)| own != others);
        differing.is_some_and(|(own, others)| is_more(own.as_ref(), others.as_ref()))
    }

    fn is_level(&self, other: &Self, keys: usize) -> bool {
        !self.is_ahead(other, keys) && !other.is_ahead(self, keys)
    }
}

/// How many there are of whom something holds.
fn count<'r, 'd: 'r>(ranked: &'r [Ranked<'d>], holds: impl Fn(&'r Ranked<'d>) -> bool) -> usize {
    ranked.iter().filter(|one| holds(one)).count()
}

/// The ties by the first keys, best first, each by id.
fn ties<'r, 'd>(ranked: &'r [Ranked<'d>], keys: usize) -> Vec<Vec<&'r Ranked<'d>>> {
    let tie = |one: &Ranked<'d>| -> Vec<&'r Ranked<'d>> {
        ranked.iter().filter(|other| other.is_level(one, keys)).collect()
    };
    let ties = ranked.iter().map(|one| (one, tie(one)));
    let mut ties: Vec<_> =
        ties.filter(|(one, tie)| 1 < tie.len() && tie[0].subject() == one.subject()).collect();
    ties.sort_by_key(|(one, _)| count(ranked, |other| other.is_ahead(one, keys)));
    ties.into_iter().map(|(_, tie)| tie).collect()
}

impl<'d> Plain<'d> {
    fn standing(&self) -> Standing {
        let (mut ranked, mut unranked, mut awaited) = (Vec::new(), Vec::new(), Vec::new());
        for sheet in self.sheets.iter().copied() {
            let Some((reason, may_come)) = self.without_place(sheet) else {
                ranked.push(Ranked { sheet, keys: self.keys(sheet), open: self.is_open(sheet) });
                continue;
            };
            unranked.push(Unranked { subject: sheet.subject.clone(), reason });
            awaited.extend(may_come.then_some(sheet));
        }
        self.meet(&mut ranked);
        Standing {
            positions: self.positions(&ranked, &awaited),
            decided: self.decided(&ranked),
            unresolved: self.unresolved(&ranked),
            unranked,
            ..Standing::default()
        }
    }

    /// What counts of what is said about a subject: the last column with a record.
    fn said(&self, subject: &SubjectId, id: &CriterionId) -> EvidenceValue {
        let records = self.evidence.records.iter().filter(|record| {
            record.subject == *subject && record.criterion == *id && record.column <= self.column
        });
        let last = records.max_by_key(|record| record.column);
        last.map_or(EvidenceValue::Missing {}, |record| record.value.clone())
    }

    fn criterion(&self, id: &CriterionId) -> &'d Criterion {
        fn find<'i>(items: &'i [Item], id: &CriterionId) -> Option<&'i Criterion> {
            items.iter().find_map(|item| match item {
                Item::Group(group) => find(&group.items, id),
                Item::Criterion(criterion) => (criterion.id == *id).then_some(criterion),
            })
        }
        let parts =
            [Some(&self.parts.scale), self.parts.bonus.as_ref(), self.parts.deductions.as_ref()];
        parts.into_iter().flatten().find_map(|part| find(&part.items, id)).unwrap()
    }

    /// Why somebody has no place, and whether it may still get one.
    fn without_place(&self, sheet: &ScoreSheet) -> Option<(UnrankedReason, bool)> {
        let said = |fact: &CriterionId| self.said(&sheet.subject, fact);
        let disqualifiers = self.parts.disqualifiers.iter().map(|one| &one.fact);
        let facts: Vec<CriterionId> = disqualifiers
            .filter(|fact| said(fact) == EvidenceValue::Met { met: true })
            .cloned()
            .collect();
        if !facts.is_empty() {
            return Some((UnrankedReason::Disqualified { facts }, false));
        }
        let unanswered = self.unanswered(sheet);
        let open = sheet.lines.iter().any(|line| is_open(&line.reason));
        if !open && unanswered.is_empty() {
            return None;
        }
        let of_lines = sheet.lines.iter().filter_map(|line| match &line.reason {
            Reason::Missing {} => Some(&line.criterion.id),
            Reason::ConditionUnanswered { condition } => Some(condition),
            _ => None,
        });
        let criteria = of_lines.chain(unanswered.iter().copied()).cloned().collect();
        match self.parts.missing {
            MissingPolicy::Refuse {} => Some((UnrankedReason::MissingEvidence { criteria }, false)),
            MissingPolicy::NotPlacedUntil { day: until } if self.as_of < until => {
                Some((UnrankedReason::AwaitedEvidence { criteria, until }, true))
            }
            // At the worst it is disqualified.
            _ => {
                let disqualifiers = self.parts.disqualifiers.iter().map(|one| &one.fact);
                let open = disqualifiers.filter(|fact| unanswered.contains(fact));
                let facts: Vec<CriterionId> = open.cloned().collect();
                (!facts.is_empty()).then_some((UnrankedReason::DisqualifierOpen { facts }, true))
            }
        }
    }

    /// The facts that nobody answered, where that is no answer itself.
    fn unanswered(&self, sheet: &ScoreSheet) -> Vec<&'d CriterionId> {
        let silence_is_no = FactAnswer::YesOrNo { unanswered: Unanswered::No };
        let facts = self.parts.facts.iter().filter(|fact| {
            fact.answer != silence_is_no
                && self.said(&sheet.subject, &fact.id) == EvidenceValue::Missing {}
        });
        facts.map(|fact| &fact.id).collect()
    }

    /// Whether evidence is missing that could change a point, or what a step sees:
    /// whose figure nobody had to report may still report it.
    fn is_open(&self, sheet: &ScoreSheet) -> bool {
        let may_report = |step: &TieBreak| match step {
            TieBreak::Figure { criterion }
            | TieBreak::Share { criterion }
            | TieBreak::Earlier { criterion } => {
                let has_line = sheet.lines.iter().any(|line| line.criterion.id == *criterion);
                has_line
                    && self.said(&sheet.subject, criterion) == EvidenceValue::Missing {}
                    && self.left(sheet, self.criterion(criterion)) != Left::GateClosed
            }
            _ => false,
        };
        sheet.lines.iter().any(|line| is_open(&line.reason))
            || self.parts.tie_breaks.iter().any(may_report)
    }

    fn keys(&self, sheet: &ScoreSheet) -> Vec<Option<Exact>> {
        let steps = self.parts.tie_breaks.iter().map(|step| self.key(step, sheet));
        [Some(sheet.total.worst.clone())].into_iter().chain(steps).collect()
    }

    fn positions(&self, ranked: &[Ranked<'d>], awaited: &[&ScoreSheet]) -> Vec<Position> {
        let all = 1 + self.parts.tie_breaks.len();
        let position = |one: &Ranked<'d>| Position {
            subject: one.subject().clone(),
            rank: 1 + count(ranked, |other| other.is_ahead(one, all)),
            tied: count(ranked, |other| other.is_level(one, all)),
            total: one.sheet.total.worst.clone(),
            best_total: Some(one.sheet.total.best.clone())
                .filter(|best| *best != one.sheet.total.worst),
            provisional: possible_ranks(one, ranked, awaited, all),
        };
        let mut positions: Vec<Position> = ranked.iter().map(position).collect();
        positions.sort_by_key(|position| position.rank);
        positions
    }

    /// Of each step the ties before it that it takes apart.
    fn decided(&self, ranked: &[Ranked<'d>]) -> Vec<DecidedTie> {
        let mut decided = Vec::new();
        for (before, step) in (1..).zip(&self.parts.tie_breaks) {
            for mut tie in ties(ranked, before) {
                if tie.iter().all(|one| one.is_level(tie[0], before + 1)) {
                    continue;
                }
                let members = tie.clone();
                tie.sort_by_key(|one| {
                    members.iter().filter(|other| other.is_ahead(one, before + 1)).count()
                });
                let key = |one: &&Ranked<'d>| TieKey {
                    subject: one.subject().clone(),
                    value: one.keys[before].clone(),
                };
                decided
                    .push(DecidedTie { step: step.clone(), order: tie.iter().map(key).collect() });
            }
        }
        decided
    }

    fn unresolved(&self, ranked: &[Ranked<'d>]) -> Vec<UnresolvedTie> {
        let all = 1 + self.parts.tie_breaks.len();
        let awaits = match self.parts.tie_breaks.iter().next_back() {
            Some(TieBreak::Ballot {}) => TieAwaits::Ballot,
            Some(TieBreak::Authority {}) => TieAwaits::Authority,
            Some(TieBreak::Lots {}) => TieAwaits::Lots,
            _ => TieAwaits::Nothing,
        };
        let left = |tie: Vec<&Ranked<'d>>| UnresolvedTie {
            rank: 1 + count(ranked, |other| other.is_ahead(tie[0], all)),
            subjects: tie.iter().map(|one| one.subject().clone()).collect(),
            awaits,
        };
        ties(ranked, all).into_iter().map(left).collect()
    }
}

/// The best and the worst rank in all the worlds that missing evidence leaves,
/// where they differ.
fn possible_ranks(
    one: &Ranked<'_>,
    ranked: &[Ranked<'_>],
    awaited: &[&ScoreSheet],
    keys: usize,
) -> Option<PossibleRanks> {
    let own = ranked.iter().position(|other| other.subject() == one.subject()).unwrap();
    let (mut best, mut worst) = (usize::MAX, 0);
    for world in worlds(ranked, awaited) {
        let Some(total) = &world[own] else { continue };
        let (mut ahead, mut perhaps) = (0, 0);
        for (at, other_total) in world.iter().enumerate().filter(|(at, _)| *at != own) {
            let Some(other_total) = other_total else { continue };
            let (is_ahead, may_be) = if ranked.get(at).is_some_and(|other| !one.open && !other.open)
            {
                // Between two of whom nothing is missing it is decided.
                let is_ahead = ranked[at].is_ahead(one, keys);
                (is_ahead, is_ahead)
            } else {
                // Else who is level may be ahead by what a step sees, or a vote.
                (total < other_total, total <= other_total)
            };
            ahead += usize::from(is_ahead);
            perhaps += usize::from(may_be);
        }
        (best, worst) = (best.min(1 + ahead), worst.max(1 + perhaps));
    }
    (best != worst).then_some(PossibleRanks { best, worst })
}

/// The totals in every world: each at an end of what it may be, first of who is
/// ranked, then of who is awaited, who may also stay without a place.
fn worlds(ranked: &[Ranked<'_>], awaited: &[&ScoreSheet]) -> Vec<Vec<Option<Number>>> {
    let ends = |sheet: &ScoreSheet| -> BTreeSet<Option<Number>> {
        [&sheet.total.worst, &sheet.total.best].map(|end| Some(number(end))).into()
    };
    let of_ranked = ranked.iter().map(|one| ends(one.sheet));
    let of_awaited = awaited.iter().map(|sheet| &ends(sheet) | &[None].into());
    let mut worlds = vec![Vec::new()];
    for choices in of_ranked.chain(of_awaited) {
        let further = |world: &Vec<_>| -> Vec<Vec<Option<Number>>> {
            let with =
                |choice: &Option<Number>| [world.as_slice(), std::slice::from_ref(choice)].concat();
            choices.iter().map(with).collect()
        };
        worlds = worlds.iter().flat_map(further).collect();
    }
    worlds
}

fn is_open(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::Missing {} | Reason::ClusterOpen {} | Reason::ConditionUnanswered { .. }
    )
}
