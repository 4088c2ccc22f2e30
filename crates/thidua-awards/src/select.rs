//! The quota of one award over the candidates in the running.
//!
//! What is open is decided both ways: all who are open stay, and none does.
//! Fewer rivals and more seats never put anybody out, so whoever is in while all
//! stay is in, and whoever is out while none does is out.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use thidua_ranking::Partition;
use thidua_values::{Exact, Place, Placed, SubjectId};

use crate::assess::{Contender, State};
use crate::edge::{Edge, EdgeCut, Side};
use crate::replay::replay;
use crate::{
    AwardCondition, AwardInputs, AwardRule, CheckOutcome, ConferFault, DecidedBy, QuotaCounts,
    Selection, Verdict, VerdictKind,
};

/// What a selection came to.
pub(crate) struct Selected {
    pub(crate) rest: usize,
    pub(crate) seats: Option<usize>,
    pub(crate) verdicts: Vec<Verdict>,
    /// Whether anybody who could still have the award is not decided.
    pub(crate) undecided: bool,
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
            replay(self, None)?;
            return Ok(self.all(least.rest));
        };
        let preferred = |contender: &Contender<'_>| {
            let meets = limit.prefer.iter().map(|preference| {
                let record = contender.view.record;
                record.is_some_and(|it| it.reaches(&preference.fact, preference.percent))
            });
            meets.collect::<Vec<bool>>()
        };
        let preferred =
            self.contenders.iter().map(|one| (one.view.subject, preferred(one))).collect();
        let seats = [self.seats(least, |one| !is_open(one))?, self.seats(most, |_| true)?];
        let mut edge = Edge { limit, preferred, decided: None };
        let open = self.cut(&edge, &self.order(|_| true), seats[0])?;
        let waits =
            |one: &Contender<'_>| matches!(one.state, State::Out(VerdictKind::AwaitsAward { .. }));
        let too_early = seats[0] != seats[1]
            || self.open().any(|subject| open.side(subject) != Side::Outside)
            || self.contenders.iter().any(waits);
        edge.decided = replay(self, Some((&open, too_early, edge.limit.settles)))?;
        self.verdicts(&edge, seats, least.rest)
    }

    fn verdicts(
        &self,
        edge: &Edge<'_>,
        [fewest, most]: [usize; 2],
        rest: usize,
    ) -> Result<Selected, Vec<Placed<ConferFault>>> {
        let worst = self.cut(edge, &self.order(|_| true), fewest)?;
        let best = self.cut(edge, &self.order(|other| !is_open(other)), most)?;
        let (mut verdicts, mut undecided) = (Vec::new(), false);
        for contender in self.contenders {
            let subject = contender.view.subject;
            let own = if is_open(contender) {
                let stays =
                    |other: &Contender<'_>| !is_open(other) || other.view.subject == subject;
                Some(self.cut(edge, &self.order(stays), most)?)
            } else {
                None
            };
            let best = own.as_ref().unwrap_or(&best);
            let kind = judge(contender, edge.limit.settles, [&worst, best], [fewest, most]);
            let proposed = matches!(kind, VerdictKind::Proposed { .. });
            undecided |= is_running(contender) && !proposed && best.side(subject) != Side::Outside;
            verdicts.push(self.said(contender, kind));
        }
        let seats = (fewest == most).then_some(fewest);
        Ok(Selected { rest, seats, verdicts, undecided })
    }

    /// The verdicts where all who fit are taken.
    fn all(&self, rest: usize) -> Selected {
        let verdict = |contender: &Contender<'_>| match &contender.state {
            State::Out(kind) | State::Open(kind) => kind.clone(),
            State::Provisional(possible) => VerdictKind::ProvisionalPlace { possible: *possible },
            State::Fits => VerdictKind::Proposed { rests_on: contender.grounds(None, None) },
        };
        let verdicts = self.contenders.iter().map(|one| self.said(one, verdict(one))).collect();
        let open =
            |one: &Contender<'_>| matches!(one.state, State::Open(_) | State::Provisional(_));
        Selected { rest, seats: None, verdicts, undecided: self.contenders.iter().any(open) }
    }

    fn said(&self, contender: &Contender<'_>, verdict: VerdictKind) -> Verdict {
        let registered = contender.view.registered(&self.rule.id);
        Verdict { subject: contender.view.subject.clone(), registered, verdict }
    }

    /// Those in the running who stay, in the order of the selection.
    fn order(&self, stays: impl Fn(&Contender<'_>) -> bool) -> Partition<SubjectId> {
        let runs = |one: &&Contender<'_>| is_running(one) && stays(one);
        let running = self.contenders.iter().filter(runs);
        let by_votes = matches!(self.rule.selection, Selection::MostVotes { .. });
        let key = |one: &Contender<'_>| {
            let rank = one.view.position().map_or(usize::MAX, |position| position.rank);
            match &one.vote {
                // Nobody knows how many votes there will be.
                _ if by_votes && is_open(one) => (u32::MAX, Reverse(0)),
                Some(vote) if by_votes => {
                    (vote.ballots.last().map_or(0, |ballot| ballot.approval.count), Reverse(0))
                }
                _ => (0, Reverse(rank)),
            }
        };
        Partition::by_key(running.map(|one| (one.view.subject.clone(), key(one))).collect())
    }

    fn open(&self) -> impl Iterator<Item = &SubjectId> {
        self.contenders.iter().filter(|one| is_open(one)).map(|one| one.view.subject)
    }

    fn cut(
        &self,
        edge: &Edge<'_>,
        order: &Partition<SubjectId>,
        seats: usize,
    ) -> Result<EdgeCut, Vec<Placed<ConferFault>>> {
        edge.cut(order, seats).map_err(|fault| {
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
        let sure = count(&|one| possible(one) && !has(one, CheckOutcome::Open));
        [counts(sure), counts(count(&possible))]
    }

    /// How many seats there are, where those in the running who stay may reach a threshold.
    fn seats(
        &self,
        counts: QuotaCounts,
        stays: impl Fn(&Contender<'_>) -> bool,
    ) -> Result<usize, Vec<Placed<ConferFault>>> {
        let Some(limit) = self.rule.selection.limit() else { return Ok(0) };
        let running = self.contenders.iter().filter(|one| is_running(one) && stays(one));
        let totals: BTreeMap<&SubjectId, &Exact> = running
            .filter_map(|one| Some((one.view.subject, &one.view.position()?.total)))
            .collect();
        let standing =
            self.inputs.standing.partition().keep(|subject| totals.contains_key(subject));
        let mut reaching = |points| {
            let least = Exact::from(points);
            standing.reaching(|subject| totals.get(subject).is_some_and(|total| least <= **total))
        };
        limit.quota.seats(counts, &mut reaching).map_err(|fault| {
            let place = self.place.field("selection").field("quota");
            vec![Placed { place, fault: ConferFault::CrossedThreshold(fault) }]
        })
    }
}

fn is_running(contender: &Contender<'_>) -> bool {
    !matches!(contender.state, State::Out(_))
}

fn is_open(contender: &Contender<'_>) -> bool {
    matches!(contender.state, State::Open(_))
}

/// The verdict on somebody, while all who are open stay and while none does.
fn judge(
    contender: &Contender<'_>,
    settles: Option<DecidedBy>,
    [worst, best]: [&EdgeCut; 2],
    [fewest, seats]: [usize; 2],
) -> VerdictKind {
    let subject = contender.view.subject;
    let position = contender.view.position();
    match &contender.state {
        State::Out(kind) => return kind.clone(),
        State::Provisional(possible) => {
            return VerdictKind::ProvisionalPlace { possible: *possible };
        }
        // A place that can still change is behind no quota yet.
        State::Open(kind) if position.is_some_and(|at| at.provisional.is_some()) => {
            return kind.clone();
        }
        State::Open(_) | State::Fits => {}
    }
    let ahead = best.ahead(subject);
    match (best.side(subject), best.step(subject), &contender.state, settles) {
        (Side::Outside, Some(by), ..) => VerdictKind::TiedAtEdge { ahead, seats, by },
        (Side::Outside, None, ..) => VerdictKind::BehindQuota { ahead, seats },
        (_, _, State::Open(kind), _) => kind.clone(),
        _ if worst.side(subject) == Side::Inside => {
            VerdictKind::Proposed { rests_on: contender.grounds(Some(fewest), worst.step(subject)) }
        }
        (Side::Undecided, _, _, Some(to)) if fewest == seats && worst.left == best.left => {
            VerdictKind::Referred { ahead, seats, to }
        }
        _ => VerdictKind::AwaitsOthers {},
    }
}
