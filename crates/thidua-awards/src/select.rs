//! The quota of one award over the candidates in the running.
//!
//! What is open is decided both ways: all who are open stay, and none does.
//! Fewer rivals and more seats never put anybody out, so whoever is in while all
//! stay is in, and whoever is out while none does is out. A vote to come counts as if all
//! members said yes, while its candidate stays.
//!
//! Where the number of seats is known and no place can still change, that is exact: somebody
//! waits only if what is open can come out one way and another for it, or leave it undecided.
//! It is coarser, and lets somebody wait for whom all comes to the same, at two points:
//!
//! - Where the number of seats hangs on who is open (a share of the eligible, a threshold), the
//!   fewest seats are held against the most rivals, though they may never come together.
//! - Whose place can still change is neither proposed nor behind the quota, wherever it may
//!   come to be: an award rests on a place that is settled.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use thidua_ranking::Partition;
use thidua_values::{Exact, Place, Placed, SubjectId};

use crate::assess::{Contender, State};
use crate::candidate_view::CandidateView;
use crate::edge::{Edge, EdgeCut, Side, Unknown};
use crate::replay::{AtEdge, Replayed, replay};
use crate::{
    AheadBy, AwardCondition, AwardInputs, AwardRule, CheckOutcome, ConferFault, EdgeStep, Grounds,
    QuotaCounts, Selection, UnusedDecision, Verdict, VerdictKind,
};

/// What a selection came to.
pub(crate) struct Selected {
    pub(crate) rest: usize,
    pub(crate) seats: Option<usize>,
    pub(crate) unused: Vec<UnusedDecision>,
    pub(crate) verdicts: Vec<Verdict>,
}

/// The candidates for one award, with the rule that selects among them.
pub(crate) struct Field<'f, 'i> {
    pub(crate) inputs: &'f AwardInputs<'f>,
    pub(crate) rule: &'f AwardRule,
    pub(crate) contenders: &'f [Contender<'i>],
    /// Where the rule stands.
    pub(crate) place: &'f Place,
}

impl Field<'_, '_> {
    /// Takes the selection of the award to its candidates.
    pub(crate) fn select(&self) -> Result<Selected, Vec<Placed<ConferFault>>> {
        let [least, most] = self.counts();
        let Some(limit) = self.rule.selection.limit() else {
            return Ok(self.all(least.rest));
        };
        let meets = |one: &Contender<'_>| one.view.meets(limit.prefer);
        let preferred = self.contenders.iter().map(|one| (one.view.subject, meets(one))).collect();
        let seats = [self.seats(least, End::Least)?, self.seats(most, End::Most)?];
        let mut edge = Edge { limit, preferred, decided: None };
        let cut = self.cut(&edge, &self.order(|_| true), seats[0], Unknown::Unmet)?;
        let too_early = seats[0] != seats[1]
            || !edge.missing_shares(&[&cut]).is_empty()
            || self.contenders.iter().any(|one| may_move_the_edge(one, &cut));
        let Replayed { decided, unused } = replay(self, &AtEdge { cut: &cut, too_early });
        edge.decided = decided;
        Ok(Selected { unused, ..self.verdicts(&edge, seats, least.rest)? })
    }

    fn verdicts(
        &self,
        edge: &Edge<'_>,
        [fewest, most]: [usize; 2],
        rest: usize,
    ) -> Result<Selected, Vec<Placed<ConferFault>>> {
        let all = self.order(|_| true);
        let sure = self.order(|other| !other.is_open());
        let worst = self.cut(edge, &all, fewest, Unknown::Unmet)?;
        let best = self.cut(edge, &sure, most, Unknown::Unmet)?;
        let mut verdicts = Vec::new();
        let sure_keys = self.sure_keys();
        for contender in self.contenders {
            let subject = contender.view.subject;
            let kind = if let Some(kind) = self.away_from_the_edge(contender, &sure_keys, most) {
                kind
            } else if contender.is_open() || edge.has_unknown() {
                let stays =
                    |other: &Contender<'_>| !other.is_open() || other.view.subject == subject;
                let worst = self.cut(edge, &all, fewest, Unknown::Against(subject))?;
                let best = self.cut(edge, &self.order(stays), most, Unknown::For(subject))?;
                self.judge(contender, edge, [&worst, &best], [fewest, most])
            } else {
                self.judge(contender, edge, [&worst, &best], [fewest, most])
            };
            verdicts.push(self.said(contender, kind));
        }
        let seats = (fewest == most).then_some(fewest);
        Ok(Selected { rest, seats, unused: Vec::new(), verdicts })
    }

    /// What those are ordered by who are in the running and not open, the first first.
    fn sure_keys(&self) -> Vec<Key> {
        let sure = self.contenders.iter().filter(|one| one.is_running() && !one.is_open());
        let mut keys: Vec<Key> = sure.map(|one| self.key(one)).collect();
        keys.sort_unstable_by(|a, b| b.cmp(a));
        keys
    }

    /// The verdict on somebody open who is not among equals at the edge while no other who
    /// is open stays, which needs no cut of its own.
    fn away_from_the_edge(
        &self,
        contender: &Contender<'_>,
        sure: &[Key],
        seats: usize,
    ) -> Option<VerdictKind> {
        let State::Open(kind) = &contender.state else { return None };
        let key = self.key(contender);
        let ahead = sure.partition_point(|other| key < *other);
        let with_equals = sure.partition_point(|other| key <= *other).saturating_add(1);
        if contender.view.may_move() || with_equals <= seats {
            return Some(kind.clone());
        }
        let behind = VerdictKind::BehindQuota { ahead, seats, by: self.ahead_by() };
        (seats <= ahead).then_some(behind)
    }

    /// The verdicts where all who fit are taken.
    fn all(&self, rest: usize) -> Selected {
        let verdict = |contender: &Contender<'_>| match &contender.state {
            State::Out(kind) | State::Open(kind) => kind.clone(),
            State::Provisional(possible) => VerdictKind::ProvisionalPlace { possible: *possible },
            State::Fits => VerdictKind::Proposed { rests_on: contender.grounds() },
        };
        let verdicts = self.contenders.iter().map(|one| self.said(one, verdict(one))).collect();
        Selected { rest, seats: None, unused: Vec::new(), verdicts }
    }

    /// The verdict on somebody, while all who are open stay and while none does.
    fn judge(
        &self,
        contender: &Contender<'_>,
        edge: &Edge<'_>,
        [worst, best]: [&EdgeCut; 2],
        [fewest, seats]: [usize; 2],
    ) -> VerdictKind {
        let subject = contender.view.subject;
        match &contender.state {
            State::Out(kind) => return kind.clone(),
            State::Provisional(possible) => {
                return VerdictKind::ProvisionalPlace { possible: *possible };
            }
            // A place that can still change is behind no quota yet.
            State::Open(kind) if contender.view.may_move() => return kind.clone(),
            State::Open(_) | State::Fits => {}
        }
        let ahead = best.ahead(subject);
        let missing = edge.missing_shares(&[worst, best]);
        match (best.side(subject), best.step(subject), &contender.state, edge.limit.settles) {
            (Side::Outside, Some(by), ..) => VerdictKind::TiedAtEdge { ahead, seats, by },
            (Side::Outside, None, ..) => {
                VerdictKind::BehindQuota { ahead, seats, by: self.ahead_by() }
            }
            (_, _, State::Open(kind), _) => kind.clone(),
            _ if worst.side(subject) == Side::Inside => {
                let seat = worst.ahead(subject).saturating_add(1);
                let step = worst.step(subject);
                let over = step == Some(EdgeStep::Policy {}) && fewest < worst.taken();
                let taken = over.then(|| worst.taken());
                let rests_on = contender.grounds_within(seat, fewest, step);
                VerdictKind::Proposed { rests_on: Grounds { taken, ..rests_on } }
            }
            _ if !missing.is_empty() => VerdictKind::PreferenceOpen { facts: missing },
            (Side::Undecided, _, _, Some(to)) if fewest == seats && worst.left == best.left => {
                VerdictKind::Referred { ahead, seats, to }
            }
            _ => VerdictKind::AwaitsOthers {},
        }
    }

    fn said(&self, contender: &Contender<'_>, verdict: VerdictKind) -> Verdict {
        let registered = contender.view.registered(&self.rule.id);
        Verdict { subject: contender.view.subject.clone(), registered, verdict }
    }

    /// Those in the running who stay, in the order of the selection.
    fn order(&self, stays: impl Fn(&Contender<'_>) -> bool) -> Partition<SubjectId> {
        let runs = |one: &&Contender<'_>| one.is_running() && stays(one);
        let running = self.contenders.iter().filter(runs);
        Partition::by_key(running.map(|one| (one.view.subject.clone(), self.key(one))).collect())
    }

    /// What the selection orders somebody by, the greatest first.
    fn key(&self, one: &Contender<'_>) -> Key {
        match self.ahead_by() {
            AheadBy::Votes => Key::Votes(one.most_votes()),
            // PROOF: whoever is awaited and could reach somebody makes that place
            // provisional, so it is behind all whose place is not.
            AheadBy::Place => {
                let rank = one.view.position().map_or(usize::MAX, |position| position.rank);
                Key::Place(Reverse(rank))
            }
        }
    }

    fn ahead_by(&self) -> AheadBy {
        match self.rule.selection {
            Selection::MostVotes { .. } => AheadBy::Votes,
            Selection::BestPlaced { .. } | Selection::All {} => AheadBy::Place,
        }
    }

    fn cut(
        &self,
        edge: &Edge<'_>,
        order: &Partition<SubjectId>,
        seats: usize,
        unknown: Unknown<'_>,
    ) -> Result<EdgeCut, Vec<Placed<ConferFault>>> {
        edge.cut(order, seats, unknown).map_err(|fault| {
            let place = self.place.field("selection").field("edge").field("cap");
            vec![Placed { place, fault: ConferFault::CapBelowQuota(fault) }]
        })
    }

    /// How many candidates there are: at least, and at most.
    fn counts(&self) -> [QuotaCounts; 2] {
        let count = |holds: &dyn Fn(&Contender<'_>) -> bool| {
            let own = |one: &&Contender<'_>| one.view.recipient == self.rule.recipient;
            self.contenders.iter().filter(own).filter(|one| holds(one)).count()
        };
        let excluded = |one: &Contender<'_>| {
            one.checks.iter().any(|check| {
                matches!(check.condition, AwardCondition::NotBeside { .. })
                    && check.outcome == CheckOutcome::Missed
            })
        };
        let has = |one: &Contender<'_>, outcome| one.checks.iter().any(|c| c.outcome == outcome);
        let placeless = |one: &Contender<'_>| {
            matches!(
                &one.state,
                State::Out(VerdictKind::NoPlace { .. } | VerdictKind::NotInStanding {})
            )
        };
        let possible = |one: &Contender<'_>| !has(one, CheckOutcome::Missed) && !placeless(one);
        let counts = |eligible| QuotaCounts {
            all: count(&|_| true),
            rest: count(&|one| !excluded(one)),
            eligible,
        };
        let sure =
            count(&|one| possible(one) && !has(one, CheckOutcome::Open) && !one.view.is_awaited());
        [counts(sure), counts(count(&possible))]
    }

    /// How many seats there are, at least or at most: those who may reach a threshold
    /// count for it at most.
    fn seats(&self, counts: QuotaCounts, end: End) -> Result<usize, Vec<Placed<ConferFault>>> {
        let Some(limit) = self.rule.selection.limit() else { return Ok(0) };
        let stays = |one: &&Contender<'_>| one.is_running() && (end == End::Most || !one.is_open());
        let running = || self.contenders.iter().filter(stays);
        let placed: BTreeMap<&SubjectId, &CandidateView<'_>> = running()
            .filter(|one| one.view.position().is_some())
            .map(|one| (one.view.subject, &one.view))
            .collect();
        let standing =
            self.inputs.standing.partition().keep(|subject| placed.contains_key(subject));
        let mut reaching = |points| {
            let reaches = |subject: &SubjectId| {
                placed.get(subject).is_some_and(|view| view.reaches(points) == CheckOutcome::Met)
            };
            let may = |one: &&Contender<'_>| one.view.reaches(points) == CheckOutcome::Open;
            let more = if end == End::Most { running().filter(may).count() } else { 0 };
            Ok(standing.reaching(reaches)?.saturating_add(more))
        };
        limit.quota.seats(counts, &mut reaching).map_err(|fault| {
            let place = self.place.field("selection").field("quota");
            vec![Placed { place, fault: ConferFault::CrossedThreshold(fault) }]
        })
    }
}

/// What a selection orders by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Place(Reverse<usize>),
    Votes(Exact),
}

/// Of what is open, the end that is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Least,
    Most,
}

/// Whether it is too early to settle a tie at this edge, because of somebody.
fn may_move_the_edge(contender: &Contender<'_>, cut: &EdgeCut) -> bool {
    match &contender.state {
        State::Out(kind) => matches!(kind, VerdictKind::AwaitsAward { .. }),
        State::Open(_) | State::Provisional(_) => cut.side(contender.view.subject) != Side::Outside,
        State::Fits => false,
    }
}
