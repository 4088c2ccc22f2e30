//! What of each unit of one day is in which unit of a later one.

use std::collections::BTreeMap;

use thidua_values::{Day, Period};

use crate::above::{Rise, Rises, rises};
use crate::flow::Flow;
use crate::history::History;
use crate::possible::{Possible, parts_of_all};
use crate::share::ByMeasure;
use crate::{Measure, Organisation, Share};

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

/// What is in one unit.
#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) pieces: Vec<Piece>,
    /// Whether there may be something else: of a unit founded out of nothing that is told.
    foreign: ByMeasure<bool>,
}

/// Where what there was on one day is on a later one.
pub(crate) struct Contents<'h> {
    history: &'h History,
    /// What is in each unit, by position.
    pub(crate) units: Vec<Content>,
    /// What is nowhere any more, each with the unit in which it was last.
    pub(crate) nowhere: Vec<(usize, Piece)>,
}

/// What a unit keeps of what it gives on a day.
struct Left {
    /// What it keeps; nothing if it ends.
    kept: ByMeasure<Possible>,
    /// What is nowhere any more.
    lost: ByMeasure<Possible>,
}

impl<'h> Contents<'h> {
    /// What is in the units of `to`; `from` is no later.
    pub(crate) fn between(organisation: &'h Organisation, from: Day, to: Day) -> Self {
        let history = organisation.history();
        let whole = |unit: usize| {
            let shares = ByMeasure::each(|_| Possible::ALL);
            let piece = Piece { origin: unit, shares, acts: Vec::new() };
            if history.lives_on(unit, from) { vec![piece] } else { Vec::new() }
        };
        let foreign = founded_of_nothing(history, from).into_iter().enumerate();
        let units = foreign.map(|(unit, foreign)| Content { pieces: whole(unit), foreign });
        let mut contents = Self { history, units: units.collect(), nowhere: Vec::new() };
        let begin = history.flows.partition_point(|flow| flow.day <= from);
        let end = history.flows.partition_point(|flow| flow.day <= to);
        let within = history.flows.get(begin..end).unwrap_or_default();
        for today in within.chunk_by(|a, b| a.day == b.day) {
            contents.pass(today);
        }
        contents.leave(to);
        contents.refine();
        let rises = rises(organisation, (from, to), &contents);
        if !rises.is_empty() {
            contents.raise(&rises);
            contents.refine();
        }
        contents
    }

    /// Whether something of each unit may be nowhere any more, by position.
    pub(crate) fn lost(&self) -> Vec<ByMeasure<bool>> {
        let mut lost = vec![ByMeasure::each(|_| false); self.units.len()];
        for (_, piece) in &self.nowhere {
            for measure in Measure::ALL {
                if let Some(lost) = lost.get_mut(piece.origin) {
                    *lost.of_mut(measure) |= piece.shares.of(measure) != Possible::NONE;
                }
            }
        }
        lost
    }

    /// Whether there may be something in each unit that is of none of the first day.
    pub(crate) fn foreign(&self) -> Vec<ByMeasure<bool>> {
        self.units.iter().map(|content| content.foreign).collect()
    }

    /// Passes on what is given on one day; flows are by giver.
    fn pass(&mut self, today: &[Flow]) {
        let (mut arrived, mut stayed) = (Vec::new(), Vec::new());
        for given in today.chunk_by(|a, b| a.from == b.from) {
            for Flow { from, to, act, shares, .. } in given {
                let shares = ByMeasure::each(|measure| Possible::of(shares.of(measure)));
                arrived.extend(Some(*to).zip(self.passed(*from, Some(*act), shares)));
            }
            let Some(Flow { from, day, .. }) = given.first() else { continue };
            let Left { kept, lost } = left(given, !self.history.lives_on(*from, *day));
            let lost = self.passed(*from, None, lost);
            let lost = lost.into_iter().flat_map(|content| content.pieces);
            self.nowhere.extend(lost.map(|piece| (*from, piece)));
            stayed.extend(Some(*from).zip(self.passed(*from, None, kept)));
        }
        for (unit, kept) in stayed {
            if let Some(content) = self.units.get_mut(unit) {
                *content = kept;
            }
        }
        for (unit, Content { pieces, foreign }) in arrived {
            if let Some(content) = self.units.get_mut(unit) {
                for piece in pieces {
                    add(&mut content.pieces, piece);
                }
                let there = content.foreign;
                content.foreign = ByMeasure::each(|of| there.of(of) || foreign.of(of));
            }
        }
    }

    /// What of a unit passes where so much of it does.
    fn passed(
        &self,
        from: usize,
        act: Option<usize>,
        passed: ByMeasure<Possible>,
    ) -> Option<Content> {
        let Content { pieces, foreign } = self.units.get(from)?;
        let alone = ByMeasure::each(|measure| {
            let there = pieces.iter().filter(|piece| piece.shares.of(measure) != Possible::NONE);
            !foreign.of(measure) && there.count() == 1
        });
        let of_piece = |piece: &Piece| {
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
        let pieces = pieces.iter().map(of_piece).filter(|piece| !piece.is_nothing()).collect();
        let foreign = ByMeasure::each(|of| foreign.of(of) && passed.of(of) != Possible::NONE);
        Some(Content { pieces, foreign })
    }

    /// Takes out what is in units that do not live on the last day.
    fn leave(&mut self, to: Day) {
        for (unit, content) in self.units.iter_mut().enumerate() {
            if !self.history.lives_on(unit, to) {
                let left = std::mem::take(&mut content.pieces);
                self.nowhere.extend(left.into_iter().map(|piece| (unit, piece)));
            }
        }
    }

    /// Takes in what passes between the units above: how much nobody says, nor whether it is of
    /// what is told to be elsewhere.
    fn raise(&mut self, rises: &Rises) {
        let mut givers: BTreeMap<usize, ByMeasure<bool>> = BTreeMap::new();
        for ((giver, _), Rise { passes, .. }) in rises {
            let Some(giver) = giver else { continue };
            let all = givers.entry(*giver).or_insert(*passes);
            *all = ByMeasure::each(|of| all.of(of) || passes.of(of));
        }
        let nowhere = self.nowhere.iter_mut().map(|(_, piece)| (None, piece));
        let in_units = self.units.iter_mut().enumerate();
        let in_units = in_units.flat_map(|(unit, content)| {
            content.pieces.iter_mut().map(move |piece| (Some(unit), piece))
        });
        for (unit, piece) in in_units.chain(nowhere) {
            let Some(passes) = givers.get(&piece.origin) else { continue };
            let stays =
                unit == Some(piece.origin) || rises.contains_key(&(Some(piece.origin), unit));
            for measure in Measure::ALL.into_iter().filter(|measure| passes.of(*measure)) {
                let share = piece.shares.of_mut(measure);
                *share = share.or_less(stays);
            }
        }
        for ((giver, receiver), rise) in rises {
            self.rise(*giver, *receiver, rise);
        }
    }

    /// Adds what passes between two units above.
    fn rise(&mut self, giver: Option<usize>, receiver: Option<usize>, rise: &Rise) {
        let content = receiver.and_then(|unit| self.units.get_mut(unit));
        let Some(origin) = giver else {
            if let Some(content) = content {
                let there = content.foreign;
                content.foreign = ByMeasure::each(|of| there.of(of) || rise.passes.of(of));
            }
            return;
        };
        let shares =
            ByMeasure::each(|of| if rise.passes.of(of) { Possible::ANY } else { Possible::NONE });
        let piece = Piece { origin, shares, acts: rise.acts.iter().copied().collect() };
        let Some(Content { pieces, .. }) = content else {
            self.nowhere.push((origin, piece));
            return;
        };
        match pieces.iter_mut().find(|there| there.origin == origin) {
            None => pieces.push(piece),
            Some(there) => {
                for measure in Measure::ALL {
                    if there.shares.of(measure) == Possible::NONE {
                        *there.shares.of_mut(measure) = piece.shares.of(measure);
                    }
                }
            }
        }
    }

    /// Uses that the pieces of an origin, those that are nowhere among them, come to all of it.
    fn refine(&mut self) {
        let in_units = self.units.iter_mut().flat_map(|content| &mut content.pieces);
        let nowhere = self.nowhere.iter_mut().map(|(_, piece)| piece);
        let mut by_origin: Vec<&mut Piece> = in_units.chain(nowhere).collect();
        by_origin.sort_by_key(|piece| piece.origin);
        for pieces in by_origin.chunk_by_mut(|a, b| a.origin == b.origin) {
            for measure in Measure::ALL {
                let shares: Vec<_> = pieces.iter().map(|piece| piece.shares.of(measure)).collect();
                for (piece, share) in pieces.iter_mut().zip(parts_of_all(&shares)) {
                    *piece.shares.of_mut(measure) = share;
                }
            }
        }
        for content in &mut self.units {
            content.pieces.retain(|piece| !piece.is_nothing());
        }
        self.nowhere.retain(|(_, piece)| !piece.is_nothing());
    }
}

/// What a unit keeps of what it gives on a day, and what is lost.
fn left(given: &[Flow], ends: bool) -> Left {
    let left = ByMeasure::each(|measure| {
        left_over(given.iter().map(|flow| flow.shares.of(measure)), ends)
    });
    let nothing = ByMeasure::each(|_| Possible::NONE);
    let (kept, lost) = if ends { (nothing, left) } else { (left, nothing) };
    Left { kept, lost }
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

/// Whether each unit was founded after a day, out of nothing that is told of a measure.
fn founded_of_nothing(history: &History, after: Day) -> Vec<ByMeasure<bool>> {
    let founded = |unit: usize| history.life(unit).map(Period::start).filter(|day| after < *day);
    let foreign = |unit| ByMeasure::each(|_| founded(unit).is_some());
    let mut foreign: Vec<_> = (0..history.len()).map(foreign).collect();
    for flow in history.flows.iter().filter(|flow| founded(flow.to) == Some(flow.day)) {
        for measure in Measure::ALL.into_iter().filter(|of| flow.shares.of(*of) != Share::None) {
            if let Some(foreign) = foreign.get_mut(flow.to) {
                *foreign.of_mut(measure) = false;
            }
        }
    }
    foreign
}
