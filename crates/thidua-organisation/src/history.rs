//! Units through time, by position: what an organisation looks days up in.

use std::sync::OnceLock;

use thidua_notation::NameKey;
use thidua_values::{Day, KindId, Period, Text, UnitId};

use crate::attributes::{Attributes, CodeIn};
use crate::dated::Dated;
use crate::event_check::check_events;
use crate::fit::check_fit;
use crate::flow::{Flow, flows};
use crate::holders::Holders;
use crate::names::Names;
use crate::registry::Registry;
use crate::replay::{Found, Life, Replay};
use crate::{OrganisationParts, UnitCode};

/// Units through time.
// INVARIANT: made from the parts that it is used with. Positions of units are those of
// `registry`, of kinds and acts those of canonical parts, of lists those of `schemes`.
#[derive(Clone, Debug)]
pub(crate) struct History {
    pub(crate) registry: Registry,
    pub(crate) lives: Vec<Period>,
    pub(crate) names: Dated<Text>,
    pub(crate) kinds: Dated<usize>,
    pub(crate) parents: Dated<Option<usize>>,
    pub(crate) codes: Dated<CodeIn>,
    pub(crate) flows: Vec<Flow>,
    /// Made when a name is first searched for.
    by_name: OnceLock<Names>,
    schemes: Vec<KindId>,
    holders: Holders,
}

impl History {
    /// The history that parts tell, and what is wrong with it; and which unit each event is about,
    /// by the event's position.
    pub(crate) fn of(parts: &OrganisationParts, found: &mut Found) -> (Self, Vec<Option<usize>>) {
        let replay = Replay::of(parts, found);
        check_events(&replay, found);
        let attributes = Attributes::of(&replay, found);
        check_fit(&replay, &attributes, found);
        let holders = Holders::of(&replay, &attributes, found);
        let flows = flows(&replay, found);
        let about = replay.about();
        let Attributes { names, parents, codes, schemes } = attributes;
        let history = Self {
            lives: replay.lives.iter().copied().map(Life::period).collect(),
            by_name: OnceLock::new(),
            registry: replay.registry,
            names,
            kinds: replay.kind_of.map(|(kind, _)| kind),
            parents: parents.map(|(parent, _)| parent),
            codes: codes.map(|(code, _)| code),
            flows,
            schemes,
            holders,
        };
        (history, about)
    }

    /// How many units there ever are.
    pub(crate) fn len(&self) -> usize {
        self.registry.len()
    }

    pub(crate) fn position(&self, unit: &UnitId) -> Option<usize> {
        self.registry.position(unit)
    }

    pub(crate) fn life(&self, unit: usize) -> Option<Period> {
        self.lives.get(unit).copied()
    }

    pub(crate) fn lives_on(&self, unit: usize, day: Day) -> bool {
        self.life(unit).is_some_and(|life| life.contains(day))
    }

    pub(crate) fn scheme(&self, scheme: &KindId) -> Option<usize> {
        self.schemes.binary_search(scheme).ok()
    }

    pub(crate) fn schemes(&self) -> &[KindId] {
        &self.schemes
    }

    /// The unit that has a code on a day.
    pub(crate) fn holder(&self, scheme: &KindId, code: &UnitCode, day: Day) -> Option<usize> {
        self.holders.on(self.scheme(scheme)?, code, day)
    }

    /// Who had a code when, by day.
    pub(crate) fn holders(&self, scheme: &KindId, code: &UnitCode) -> &[(Period, usize)] {
        self.scheme(scheme).map_or(&[], |scheme| self.holders.all(scheme, code))
    }

    /// The units that ever had a name with that key.
    pub(crate) fn named(&self, key: &NameKey) -> &[usize] {
        self.by_name.get_or_init(|| Names::of(self.len(), &self.names)).units(key)
    }

    /// The code of a unit in a list on a day.
    pub(crate) fn code(&self, unit: usize, scheme: usize, day: Day) -> Option<&UnitCode> {
        let told = self.codes.of_unit(unit).iter();
        let until_then = told.take_while(|(from, _)| *from <= day).map(|(_, code)| code);
        until_then.filter(|(of, _)| *of == scheme).last().and_then(|(_, code)| code.as_ref())
    }
}
