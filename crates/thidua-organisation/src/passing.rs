//! What of each unit of one day is in which unit of a later one.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{Day, Period};

use crate::flow::Flow;
use crate::history::History;
use crate::possible::Possible;
use crate::share::ByMeasure;
use crate::{Measure, Share};

/// What of one unit, the origin, is in another.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) origin: usize,
    pub(crate) shares: ByMeasure<Possible>,
    /// The acts by which it came there, by position.
    pub(crate) acts: Vec<usize>,
}

impl Piece {
    fn is_nothing(&self) -> bool {
        Measure::ALL.iter().all(|measure| self.shares.of(*measure) == Possible::NONE)
    }
}

/// What is in the units of a day of those of an earlier day.
pub(crate) struct Contents<'h> {
    history: &'h History,
    /// The pieces in each unit, by position.
    pub(crate) pieces: Vec<Vec<Piece>>,
    /// Whether there is something else in a unit: it was founded out of nothing that is told.
    foreign: Vec<bool>,
    /// Whether something of an origin may be nowhere any more, by measure.
    lost: BTreeSet<(usize, Measure)>,
}

/// What the unit `from` keeps and gives on a day.
struct Giving {
    from: usize,
    /// What it keeps; nothing if it ends.
    kept: ByMeasure<Possible>,
    /// What is nowhere any more.
    lost: ByMeasure<Possible>,
}

impl<'h> Contents<'h> {
    /// What is in the units of `to`; `from` is no later.
    pub(crate) fn between(history: &'h History, from: Day, to: Day) -> Self {
        let whole = |unit: usize| {
            let shares = ByMeasure::each(|_| Possible::ALL);
            let piece = Piece { origin: unit, shares, acts: Vec::new() };
            if history.lives_on(unit, from) { vec![piece] } else { Vec::new() }
        };
        let units = 0..history.len();
        let mut contents = Self {
            history,
            pieces: units.map(whole).collect(),
            foreign: founded_of_nothing(history, from),
            lost: BTreeSet::new(),
        };
        let begin = history.flows.partition_point(|flow| flow.day <= from);
        let end = history.flows.partition_point(|flow| flow.day <= to);
        let within = history.flows.get(begin..end).unwrap_or_default();
        for today in within.chunk_by(|a, b| a.day == b.day) {
            contents.pass(today);
        }
        contents.leave(to);
        contents.refine();
        contents
    }

    /// Passes on what is given on one day; flows are by giver.
    fn pass(&mut self, today: &[Flow]) {
        let mut arrived: Vec<(usize, Piece)> = Vec::new();
        let mut givings = Vec::new();
        for given in today.chunk_by(|a, b| a.from == b.from) {
            for Flow { from, to, act, shares, .. } in given {
                let shares = ByMeasure::each(|measure| Possible::of(shares.of(measure)));
                let passed = self.passed(*from, Some(*act), shares);
                arrived.extend(passed.into_iter().map(|piece| (*to, piece)));
            }
            givings.extend(self.giving(given));
        }
        for Giving { from, kept, lost } in givings {
            for piece in self.passed(from, None, lost) {
                for measure in Measure::ALL {
                    if piece.shares.of(measure) != Possible::NONE {
                        self.lost.insert((piece.origin, measure));
                    }
                }
            }
            let left = self.passed(from, None, kept);
            if let Some(pieces) = self.pieces.get_mut(from) {
                *pieces = left;
            }
        }
        for (to, piece) in arrived {
            if let Some(pieces) = self.pieces.get_mut(to) {
                add(pieces, piece);
            }
        }
    }

    /// The pieces of a unit of which so much passes.
    fn passed(&self, from: usize, act: Option<usize>, passed: ByMeasure<Possible>) -> Vec<Piece> {
        let pieces = self.pieces.get(from).map_or(&[][..], Vec::as_slice);
        let foreign = self.foreign.get(from).is_some_and(|foreign| *foreign);
        let alone = ByMeasure::each(|measure| {
            let there = pieces.iter().filter(|piece| piece.shares.of(measure) != Possible::NONE);
            !foreign && there.count() == 1
        });
        let passed = |piece: &Piece| {
            let shares = ByMeasure::each(|measure| {
                let share = piece.shares.of(measure);
                share.passed_on(passed.of(measure), alone.of(measure))
            });
            let mut piece = Piece { shares, ..piece.clone() };
            if let Some(act) = act.filter(|act| !piece.acts.contains(act)) {
                piece.acts.push(act);
                piece.acts.sort_unstable();
            }
            piece
        };
        pieces.iter().map(passed).filter(|piece| !piece.is_nothing()).collect()
    }

    /// What a unit keeps of what it gives on a day, and what is lost.
    fn giving(&self, given: &[Flow]) -> Option<Giving> {
        let Flow { from, day, .. } = *given.first()?;
        let ends = !self.history.lives_on(from, day);
        let left = ByMeasure::each(|measure| {
            left_over(given.iter().map(|flow| flow.shares.of(measure)), ends)
        });
        let nothing = ByMeasure::each(|_| Possible::NONE);
        let (kept, lost) = if ends { (nothing, left) } else { (left, nothing) };
        Some(Giving { from, kept, lost })
    }

    /// Takes out what is in units that do not live on the last day.
    fn leave(&mut self, to: Day) {
        for (unit, pieces) in self.pieces.iter_mut().enumerate() {
            if self.history.lives_on(unit, to) {
                continue;
            }
            for piece in std::mem::take(pieces) {
                for measure in Measure::ALL {
                    self.lost.insert((piece.origin, measure));
                }
            }
        }
    }

    /// Uses that the pieces of an origin come to all of it, unless something is lost: of one that
    /// is all, the others are nothing; beside one that is something, no other is all.
    fn refine(&mut self) {
        let mut of_origin: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for (unit, pieces) in self.pieces.iter().enumerate() {
            for (at, piece) in pieces.iter().enumerate() {
                let is_whole =
                    Measure::ALL.iter().all(|measure| piece.shares.of(*measure) == Possible::ALL);
                if !is_whole {
                    of_origin.entry(piece.origin).or_default().push((unit, at));
                }
            }
        }
        for (origin, places) in of_origin {
            for measure in Measure::ALL {
                let lost = self.lost.contains(&(origin, measure));
                let shares: Vec<Possible> = places
                    .iter()
                    .filter_map(|place| Some(self.piece(*place)?.shares.of(measure)))
                    .collect();
                for (at, place) in places.iter().enumerate() {
                    let others = shares.iter().enumerate().filter(|(other, _)| *other != at);
                    let refined = refined(shares.get(at), others.map(|(_, share)| *share), lost);
                    if let (Some(refined), Some(piece)) = (refined, self.piece_mut(*place)) {
                        *piece.shares.of_mut(measure) = refined;
                    }
                }
            }
        }
        for pieces in &mut self.pieces {
            pieces.retain(|piece| !piece.is_nothing());
        }
    }

    fn piece(&self, (unit, at): (usize, usize)) -> Option<&Piece> {
        self.pieces.get(unit)?.get(at)
    }

    fn piece_mut(&mut self, (unit, at): (usize, usize)) -> Option<&mut Piece> {
        self.pieces.get_mut(unit)?.get_mut(at)
    }
}

/// What is possible of one piece of an origin beside its other pieces.
fn refined(
    share: Option<&Possible>,
    others: impl Iterator<Item = Possible>,
    lost: bool,
) -> Option<Possible> {
    let mut share = *share?;
    let (mut nothing_else, mut all_elsewhere, mut something_else) = (!lost, false, false);
    for other in others {
        nothing_else &= other == Possible::NONE;
        all_elsewhere |= other == Possible::ALL;
        something_else |= other.is_something();
    }
    if all_elsewhere {
        share = Possible::NONE;
    } else if something_else {
        share = share.without(Possible::ALL);
    } else if nothing_else {
        share = Possible::ALL;
    }
    Some(share)
}

/// What is left of a unit that gave such shares. Two parts or more of one that ends are all of it.
pub(crate) fn left_over(shares: impl Iterator<Item = Share>, ends: bool) -> Possible {
    let (mut all, mut parts, mut unknown) = (false, 0_usize, 0_usize);
    for share in shares {
        match share {
            Share::All => all = true,
            Share::Part => parts += 1,
            Share::Unknown => unknown += 1,
            Share::None => {}
        }
    }
    match (ends, parts, unknown) {
        _ if all => Possible::NONE,
        (_, 0, 0) => Possible::ALL,
        (true, 1, 0) | (false, 1.., _) => Possible::PART,
        (true, 0, 1) => Possible::ANY,
        (true, ..) => Possible::NONE,
        (false, 0, _) => Possible::PART.or(Possible::ALL),
    }
}

/// Adds a piece to those of a unit, in which one of the origin may be.
fn add(pieces: &mut Vec<Piece>, piece: Piece) {
    let Some(there) = pieces.iter_mut().find(|there| there.origin == piece.origin) else {
        pieces.push(piece);
        return;
    };
    for measure in Measure::ALL {
        *there.shares.of_mut(measure) = there.shares.of(measure).and(piece.shares.of(measure));
    }
    there.acts.extend(piece.acts);
    there.acts.sort_unstable();
    there.acts.dedup();
}

/// Whether each unit was founded after a day, out of nothing that is told.
fn founded_of_nothing(history: &History, after: Day) -> Vec<bool> {
    let founded = |unit: usize| history.life(unit).map(Period::start).filter(|day| after < *day);
    let mut foreign: Vec<bool> = (0..history.len()).map(|unit| founded(unit).is_some()).collect();
    for flow in &history.flows {
        if founded(flow.to) == Some(flow.day)
            && let Some(foreign) = foreign.get_mut(flow.to)
        {
            *foreign = false;
        }
    }
    foreign
}
