//! Organisations: what is stated of units, bodies and clusters through time.

use thidua_values::{
    ActId, BodyId, ClusterId, Day, Faults, Id, KindId, Period, Place, Placed, Step, UnitId,
};
use thiserror::Error;

use crate::check::{Checked, check};
use crate::history::History;
use crate::{
    Act, Body, Cluster, Hierarchy, OrganisationFault, OrganisationParts, UnitCode, UnitOn,
};

/// Units (đơn vị), bodies and clusters (cụm thi đua) through a stated period.
///
/// Two organisations that were stated alike are equal, in whatever order their
/// parts came.
// INVARIANT: `check` finds no fault in `parts`, hence ids name one thing each, references lead
// somewhere, events meet the state that they need, and on each day a unit has at most one parent,
// which lives and stands above it, so that no unit is above itself; `parts` is canonical, and
// `history` is what it tells. Only `try_new` builds one.
#[derive(Clone, Debug)]
pub struct Organisation {
    parts: OrganisationParts,
    history: History,
}

impl Organisation {
    /// The organisation with these parts, in whatever order they come.
    ///
    /// # Errors
    ///
    /// Every fault of the parts, each at its place in the parts as given.
    pub fn try_new(parts: OrganisationParts) -> Result<Self, Faults<OrganisationFault>> {
        let Checked { history, about, faults } = check(&parts);
        let parts = Faults::check(parts, faults)?.into_canonical(&about);
        Ok(Self { parts, history })
    }

    /// The parts in canonical order: every set by id, or by day where its members have none.
    #[must_use]
    pub const fn parts(&self) -> &OrganisationParts {
        &self.parts
    }

    /// Who belongs to whom on that day.
    ///
    /// # Errors
    ///
    /// The organisation says nothing of that day.
    pub fn as_of(&self, day: Day) -> Result<Hierarchy<'_>, OutsideStatement> {
        self.check_stated(day)?;
        Ok(Hierarchy::new(self, day))
    }

    pub(crate) fn check_stated(&self, day: Day) -> Result<(), OutsideStatement> {
        let stated = self.parts.stated;
        if stated.contains(day) { Ok(()) } else { Err(OutsideStatement { day, stated }) }
    }

    /// What was known of the organisation on a day: the acts published until then, their events,
    /// and what does not need later ones:
    /// - bodies of the units that these tell of, with the terms of congresses until that day;
    /// - clusters without a decision or with one published until then, if the body that leads
    ///   them is known and a member is, with their known members, and with their years of which
    ///   the same holds;
    /// - levels of kinds. Nothing dates the word that tells of one, so that one that begins later
    ///   stays, and one that ends later lasts until the next begins.
    ///
    /// Memberships and years without a decision stay, however late they begin.
    ///
    /// # Errors
    ///
    /// What was known did not fit together: an act rests on one that was published later, such as
    /// a merger of a unit that a back-dated act founds. Each fault is at its place in
    /// [`parts`](Self::parts).
    pub fn known_on(&self, day: Day) -> Result<Self, Faults<OrganisationFault>> {
        let known = self.parts.clone().known_on(day);
        let events = known.events.clone();
        let here = |place: Place| {
            let [Step::Field("events"), Step::Index(at), ..] = place.steps() else { return place };
            let event = events.get(*at);
            let here = self.parts.events.iter().position(|it| Some(it) == event);
            here.map_or(place.clone(), |here| place.at_position(here))
        };
        Self::try_new(known).map_err(|faults| {
            faults.map_placed(|Placed { place, fault }| Placed { place: here(place), fault })
        })
    }

    /// A unit as it is on a day, if it lives.
    ///
    /// # Errors
    ///
    /// The organisation says nothing of that day.
    pub fn unit_on(&self, unit: &UnitId, day: Day) -> Result<Option<UnitOn<'_>>, OutsideStatement> {
        self.check_stated(day)?;
        Ok(self.on(self.history.position(unit), day))
    }

    /// The unit that had a code in the list `scheme` on a day.
    ///
    /// # Errors
    ///
    /// The organisation says nothing of that day.
    pub fn by_code(
        &self,
        scheme: &KindId,
        code: &UnitCode,
        day: Day,
    ) -> Result<Option<UnitOn<'_>>, OutsideStatement> {
        self.check_stated(day)?;
        Ok(self.on(self.history.holder(scheme, code, day), day))
    }

    fn on(&self, unit: Option<usize>, day: Day) -> Option<UnitOn<'_>> {
        UnitOn::new(self, unit?, day)
    }

    /// Every unit that ever had a code in the list `scheme`, and when, by day: codes are used again.
    /// A period that no event ends is open, also where the statement ends.
    pub fn holders(
        &self,
        scheme: &KindId,
        code: &UnitCode,
    ) -> impl Iterator<Item = (Period, &UnitId)> {
        let holders = self.history.holders(scheme, code).iter();
        holders.filter_map(|(during, unit)| Some((*during, self.history.registry.id(*unit)?)))
    }

    /// When a unit lives, as far as is told: from its founding or the first stated day. A life that
    /// no event ends is open, also where the statement ends.
    #[must_use]
    pub fn life(&self, unit: &UnitId) -> Option<Period> {
        self.history.life(self.history.position(unit)?)
    }

    /// The position of a unit among all that ever live, which are by id: what a table of figures
    /// of many units is indexed by, so that each id is looked up once.
    #[must_use]
    pub fn position(&self, unit: &UnitId) -> Option<usize> {
        self.history.position(unit)
    }

    /// How many units ever live: one more than the last [position](Self::position).
    #[must_use]
    pub fn positions(&self) -> usize {
        self.history.len()
    }

    /// The act with that id.
    #[must_use]
    pub fn act(&self, act: &ActId) -> Option<&Act> {
        find(&self.parts.acts, act, |act| &act.id)
    }

    pub(crate) const fn history(&self) -> &History {
        &self.history
    }

    pub(crate) fn body(&self, body: &BodyId) -> Option<&Body> {
        find(&self.parts.bodies, body, |body| &body.id)
    }

    /// The bodies of a unit, by id.
    pub(crate) fn bodies_of(&self, unit: &UnitId) -> Vec<&Body> {
        self.parts.bodies.iter().filter(|body| body.unit == *unit).collect()
    }

    pub(crate) fn cluster(&self, cluster: &ClusterId) -> Option<&Cluster> {
        find(&self.parts.clusters, cluster, |cluster| &cluster.id)
    }
}

impl PartialEq for Organisation {
    fn eq(&self, other: &Self) -> bool {
        // The history is made from the parts.
        self.parts == other.parts
    }
}

impl Eq for Organisation {}

/// The thing with that id, of things sorted by id.
fn find<'t, T, M>(sorted: &'t [T], id: &Id<M>, id_of: impl Fn(&T) -> &Id<M>) -> Option<&'t T> {
    sorted.get(sorted.binary_search_by(|thing| id_of(thing).cmp(id)).ok()?)
}

/// A day of which an organisation says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a day from {stated}, found {day}")]
pub struct OutsideStatement {
    /// The day that was asked for.
    pub day: Day,
    /// The days that the organisation speaks of.
    pub stated: Period,
}

#[cfg(test)]
mod by_definition;
#[cfg(test)]
mod tests;
