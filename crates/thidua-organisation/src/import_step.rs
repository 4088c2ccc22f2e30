//! One change of lists: who of the list before goes on as whom.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use thidua_notation::NameKey;
use thidua_values::{Day, Phrase, Place};

use crate::{Level, ListChange, ListedUnit, SuccessionPair, UnitCode, UnitKind, UnitLists};

type ByCode<'l, T> = BTreeMap<&'l UnitCode, T>;

/// A list that follows another, and who goes on between them.
// INVARIANT: the lists have no fault of `import_check`, so that a parent stands above its child
// and the chain of parents ends; `goes_on` and `was` are each other's inverse.
pub(crate) struct ListStep<'l> {
    pub(crate) change: &'l ListChange,
    /// The place of the change, and of the list before.
    pub(crate) place: Place,
    pub(crate) place_before: Place,
    pub(crate) before: &'l [ListedUnit],
    kinds: &'l [UnitKind],
    eve: Option<Day>,
    old: ByCode<'l, &'l ListedUnit>,
    new: ByCode<'l, &'l ListedUnit>,
    given: ByCode<'l, Vec<&'l SuccessionPair>>,
    got: ByCode<'l, Vec<&'l SuccessionPair>>,
    goes_on: ByCode<'l, &'l UnitCode>,
    was: ByCode<'l, &'l UnitCode>,
    /// The levels that are abolished.
    pub(crate) abolished: BTreeSet<Level>,
}

impl<'l> ListStep<'l> {
    pub(crate) fn of(
        lists: &'l UnitLists,
        change: &'l ListChange,
        (place_before, before): (Place, &'l [ListedUnit]),
        place: Place,
    ) -> Self {
        let mut step = Self {
            change,
            place,
            place_before,
            before,
            kinds: &lists.unit_kinds,
            eve: change.day.previous(),
            old: before.iter().map(|unit| (&unit.code, unit)).collect(),
            new: change.units.iter().map(|unit| (&unit.code, unit)).collect(),
            given: gathered(&change.pairs, |pair| &pair.old),
            got: gathered(&change.pairs, |pair| &pair.new),
            goes_on: BTreeMap::new(),
            was: BTreeMap::new(),
            abolished: BTreeSet::new(),
        };
        step.keep_codes();
        step.change_codes();
        step.abolish();
        step
    }

    /// The code under which a unit of the list before goes on.
    pub(crate) fn goes_on(&self, old: &UnitCode) -> Option<&'l UnitCode> {
        self.goes_on.get(old).copied()
    }

    /// The code that a unit of the new list had before, if it was there.
    pub(crate) fn was(&self, new: &UnitCode) -> Option<&'l UnitCode> {
        self.was.get(new).copied()
    }

    /// The unit of the list before.
    pub(crate) fn old(&self, code: &UnitCode) -> Option<&'l ListedUnit> {
        self.old.get(code).copied()
    }

    /// The pairs of an old unit.
    pub(crate) fn given(&self, old: &UnitCode) -> &[&'l SuccessionPair] {
        self.given.get(old).map_or(&[], Vec::as_slice)
    }

    /// The pairs of a new unit.
    pub(crate) fn got(&self, new: &UnitCode) -> &[&'l SuccessionPair] {
        self.got.get(new).map_or(&[], Vec::as_slice)
    }

    /// Whether a pair is of a unit with itself.
    pub(crate) fn is_own(&self, pair: &SuccessionPair) -> bool {
        self.goes_on(&pair.old) == Some(&pair.new)
    }

    /// Whether an old unit ends with its level.
    pub(crate) fn is_abolished(&self, old: &ListedUnit) -> bool {
        self.level_before(old).is_some_and(|level| self.abolished.contains(&level))
    }

    /// Whether a unit that goes on has to be moved to be where the new list has it.
    pub(crate) fn is_moved(&self, old: &ListedUnit, new: &ListedUnit) -> bool {
        let ended = self.above(old).filter(|above| self.goes_on(&above.code).is_none());
        let told = ended.is_some_and(|above| !self.is_abolished(above));
        told || self.living_above(old) != new.parent.as_ref()
    }

    fn keep_codes(&mut self) {
        for (code, old) in &self.old {
            let Some(new) = self.new.get(code) else { continue };
            if self.keeps_name(old, new) || self.is_whole_pair(code, code) {
                self.goes_on.insert(code, code);
                self.was.insert(code, code);
            }
        }
    }

    fn keeps_name(&self, old: &ListedUnit, new: &ListedUnit) -> bool {
        let given = self.given(&old.code);
        let stayed = given.is_empty() || given.iter().any(|pair| pair.new == old.code);
        stayed && is_named_alike(old, new)
    }

    /// Whether all of `old` became `new`, and nothing else did.
    fn is_whole_pair(&self, old: &UnitCode, new: &UnitCode) -> bool {
        let one = |pairs: &[&SuccessionPair]| matches!(pairs, [pair] if pair.is_whole() && pair.old == *old && pair.new == *new);
        one(self.given(old)) && one(self.got(new))
    }

    /// Who goes on under another code: the highest level first, for a unit is known by the one
    /// above it.
    fn change_codes(&mut self) {
        let mut old: Vec<&'l ListedUnit> = self.before.iter().collect();
        old.sort_by_key(|unit| (Reverse(self.level_before(unit)), &unit.code));
        for old in old {
            let [pair] = self.given(&old.code) else { continue };
            let Some(new) = self.new.get(&pair.new).copied() else { continue };
            let free = self.goes_on(&old.code).is_none() && self.was(&new.code).is_none();
            let alike = is_named_alike(old, new) && self.living_above(old) == new.parent.as_ref();
            if free && alike && self.is_whole_pair(&old.code, &new.code) {
                self.goes_on.insert(&old.code, &new.code);
                self.was.insert(&new.code, &old.code);
            }
        }
    }

    fn abolish(&mut self) {
        let stays = |level: Level| {
            self.kinds.iter().any(|kind| kind.level_on(self.change.day) == Some(level))
        };
        let goes_on = |unit: &&ListedUnit| self.goes_on(&unit.code).is_some();
        let (kept, ended): (Vec<_>, Vec<_>) = self.before.iter().partition(goes_on);
        let levels = |units: Vec<&ListedUnit>| -> BTreeSet<Level> {
            units.into_iter().filter_map(|unit| self.level_before(unit)).collect()
        };
        let (kept, ended) = (levels(kept), levels(ended));
        let abolished = ended.difference(&kept).copied().filter(|level| !stays(*level));
        self.abolished = abolished.collect();
    }

    fn level_before(&self, unit: &ListedUnit) -> Option<Level> {
        self.kinds.iter().find(|kind| kind.id == unit.kind)?.level_on(self.eve?)
    }

    /// The unit directly above, in the list before.
    fn above(&self, old: &ListedUnit) -> Option<&'l ListedUnit> {
        self.old(old.parent.as_ref()?)
    }

    /// The code under which the nearest unit above that goes on does so.
    fn living_above(&self, old: &ListedUnit) -> Option<&'l UnitCode> {
        let mut chain = iter::successors(self.above(old), |unit| self.above(unit));
        chain.find_map(|unit| self.goes_on(&unit.code))
    }
}

/// Whether kind and Vietnamese name are the same, however the name is spelt.
pub(crate) fn is_named_alike(old: &ListedUnit, new: &ListedUnit) -> bool {
    old.kind == new.kind && is_one_name(&old.name.vi, &new.name.vi)
}

/// Whether two spellings are of one name.
pub(crate) fn is_one_name(a: &Phrase, b: &Phrase) -> bool {
    // Most are spelt alike, and keys take time.
    a == b || NameKey::of(a.as_str()) == NameKey::of(b.as_str())
}

fn gathered<'l>(
    pairs: &'l [SuccessionPair],
    code: impl Fn(&'l SuccessionPair) -> &'l UnitCode,
) -> ByCode<'l, Vec<&'l SuccessionPair>> {
    let mut gathered = BTreeMap::new();
    for pair in pairs {
        gathered.entry(code(pair)).or_insert_with(Vec::new).push(pair);
    }
    gathered
}
