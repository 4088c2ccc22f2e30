//! What passes between the units above, where what is below them does.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{Day, Period};

use crate::passing::{Contents, Piece};
use crate::possible::Possible;
use crate::registry::{Lookup, lookup};
use crate::share::ByMeasure;
use crate::{Change, Organisation, UnitOn};

/// What passes from one unit to another, or from or to what nobody tells of.
#[derive(Debug)]
pub(crate) struct Rise {
    /// Whether something may, by measure.
    pub(crate) passes: ByMeasure<bool>,
    pub(crate) acts: BTreeSet<usize>,
}

/// What passes by giver and by receiver, each by position.
pub(crate) type Rises = BTreeMap<(Option<usize>, Option<usize>), Rise>;

/// What passes between the units above those between which something does.
///
/// Of each that was above on the earlier day and is not on the later one something is in the one
/// of its level that is above then, or nobody tells where if there is none; and so the other way.
/// What a unit that ended left behind stays with the nearest above it that lived on.
pub(crate) fn rises(
    organisation: &Organisation,
    (from, to): (Day, Day),
    contents: &Contents<'_>,
) -> Rises {
    let parents = &organisation.history().parents;
    let acts = moves(organisation, (from, to));
    let mut rises = Rises::new();
    let mut rise = |piece: &Piece, after: Vec<UnitOn<'_>>| {
        let before = chain(organisation, piece.origin, from);
        let moved = before.iter().chain(&after).filter_map(|unit| acts.get(&unit.position()));
        let acts: BTreeSet<usize> = moved.flatten().chain(&piece.acts).copied().collect();
        for ends in pairs(&before, &after) {
            rises.entry(ends).or_insert_with(Rise::nothing).add(piece, &acts);
        }
    };
    for (unit, content) in contents.units.iter().enumerate() {
        // What is above one that stays is looked at in its turn.
        let stays = parents.on(unit, from) == parents.on(unit, to);
        for piece in content.pieces.iter().filter(|piece| piece.origin != unit || !stays) {
            rise(piece, chain(organisation, unit, to));
        }
    }
    for (unit, piece) in &contents.nowhere {
        if let Some(after) = left_behind(organisation, *unit, to) {
            rise(piece, after);
        }
    }
    rises
}

/// A unit that ended and the units above what it left behind.
fn left_behind(organisation: &Organisation, unit: usize, to: Day) -> Option<Vec<UnitOn<'_>>> {
    let end = |unit| organisation.history().life(unit).and_then(Period::until);
    let ended = UnitOn::new(organisation, unit, end(unit)?.previous()?)?;
    let mut heir = Some(unit);
    while let Some((unit, day)) = heir.zip(heir.and_then(end)).filter(|(_, end)| *end <= to) {
        let mut above = chain(organisation, unit, day.previous()?).into_iter().skip(1);
        let lives = |unit: &UnitOn<'_>| organisation.history().lives_on(unit.position(), day);
        heir = above.find(lives).map(|unit| unit.position());
    }
    let above = heir.map(|heir| chain(organisation, heir, to)).unwrap_or_default();
    Some([ended].into_iter().chain(above).collect())
}

impl Rise {
    fn nothing() -> Self {
        Self { passes: ByMeasure::each(|_| false), acts: BTreeSet::new() }
    }

    fn add(&mut self, piece: &Piece, acts: &BTreeSet<usize>) {
        let there = self.passes;
        self.passes = ByMeasure::each(|of| there.of(of) || piece.shares.of(of) != Possible::NONE);
        self.acts.extend(acts);
    }
}

/// The units of the two chains that are in one of them alone, by level: of the earlier day and of
/// the later one. What passes between the first of each is told.
fn pairs(before: &[UnitOn<'_>], after: &[UnitOn<'_>]) -> Vec<(Option<usize>, Option<usize>)> {
    let alone = |these: &[UnitOn<'_>], others: &[UnitOn<'_>]| {
        let is_there =
            |unit: &&UnitOn<'_>| others.iter().all(|it| it.position() != unit.position());
        let units = these.iter().filter(is_there).map(|unit| (unit.level(), unit.position()));
        units.collect::<BTreeMap<_, _>>()
    };
    let (gone, come) = (alone(before, after), alone(after, before));
    let is_first = |unit: Option<usize>, chain: &[UnitOn<'_>]| {
        unit.is_some() && unit == chain.first().map(UnitOn::position)
    };
    let is_told = |(one, other): &(Option<usize>, Option<usize>)| {
        let firsts = (is_first(*one, before), is_first(*other, after));
        let pair = one.is_some() && other.is_some();
        if pair { firsts == (true, true) } else { firsts != (false, false) }
    };
    let levels: BTreeSet<_> = gone.keys().chain(come.keys()).collect();
    let pair = |level| (gone.get(level).copied(), come.get(level).copied());
    levels.into_iter().map(pair).filter(|pair| !is_told(pair)).collect()
}

/// A unit on a day and those above it, nearest first.
fn chain(organisation: &Organisation, unit: usize, day: Day) -> Vec<UnitOn<'_>> {
    let parents = &organisation.history().parents;
    let above = |unit: &usize| parents.on(*unit, day).copied().flatten();
    std::iter::successors(Some(unit), above)
        .map_while(|unit| UnitOn::new(organisation, unit, day))
        .collect()
}

/// The acts by which units are moved after a day until another, by unit; all by position.
fn moves(organisation: &Organisation, (from, to): (Day, Day)) -> Lookup<usize, Vec<usize>> {
    let acts = &organisation.parts().acts;
    let events = organisation.parts().events.iter();
    let mut moves: Lookup<usize, Vec<usize>> = lookup(0);
    for event in events.filter(|event| from < event.effective && event.effective <= to) {
        let Change::Moved { unit, .. } = &event.change else { continue };
        let act = acts.binary_search_by(|act| act.id.cmp(&event.act));
        if let (Some(unit), Ok(act)) = (organisation.history().position(unit), act) {
            moves.entry(unit).or_default().push(act);
        }
    }
    moves
}
