//! Clusters, held against bodies, units and acts.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{ActId, BodyId, KindId, Period, Place};

use crate::check::{item, overlapping};
use crate::history::History;
use crate::replay::Found;
use crate::{
    Body, BodyFault, Cluster, ClusterYear, Membership, OrganisationFault, OrganisationParts,
};

/// Notes what is wrong with clusters.
pub(crate) fn check_clusters(parts: &OrganisationParts, history: &History, found: &mut Found) {
    let given = Given {
        stated: parts.stated,
        kinds: parts.cluster_kinds.iter().map(|kind| &kind.id).collect(),
        acts: parts.acts.iter().map(|act| &act.id).collect(),
        bodies: parts.bodies.iter().rev().map(|body| (&body.id, body)).collect(),
        history,
    };
    for (cluster, position) in parts.clusters.iter().zip(0..) {
        given.check(cluster, &item("clusters", position), found);
    }
}

/// What clusters have to fit.
struct Given<'p> {
    stated: Period,
    kinds: BTreeSet<&'p KindId>,
    acts: BTreeSet<&'p ActId>,
    bodies: BTreeMap<&'p BodyId, &'p Body>,
    history: &'p History,
}

impl Given<'_> {
    fn check(&self, cluster: &Cluster, place: &Place, found: &mut Found) {
        if !self.kinds.contains(&cluster.kind) {
            let fault = OrganisationFault::UnknownClusterKind(cluster.kind.clone());
            found.note(place.field("kind"), fault);
        }
        self.check_known(&cluster.led_by, || place.field("led_by"), found);
        self.check_act(cluster.decision.as_ref(), || place.field("decision"), found);
        if cluster.members.is_empty() {
            found.note(place.field("members"), BodyFault::NoMembers);
        }
        self.check_members(&cluster.members, &place.field("members"), found);
        let years = cluster.years.iter().zip(0..);
        let years_place = place.field("years");
        for (year, at) in years.clone() {
            self.check_year(year, &cluster.members, &years_place.index(at), found);
        }
        let dated = years.map(|(year, at)| (year.during, at, year.during));
        for (first, at, second) in overlapping(dated) {
            let fault = BodyFault::TwoHeads { first, second };
            found.note(years_place.index(at).field("during"), fault);
        }
    }

    fn check_known(&self, body: &BodyId, place: impl Fn() -> Place, found: &mut Found) {
        if !self.bodies.contains_key(body) {
            found.note(place(), OrganisationFault::UnknownBody(body.clone()));
        }
    }

    fn check_act(&self, act: Option<&ActId>, place: impl Fn() -> Place, found: &mut Found) {
        if let Some(act) = act.filter(|act| !self.acts.contains(act)) {
            found.note(place(), OrganisationFault::UnknownAct(act.clone()));
        }
    }

    fn check_members(&self, members: &[Membership], place: &Place, found: &mut Found) {
        let mut by_body: BTreeMap<&BodyId, Vec<_>> = BTreeMap::new();
        for (Membership { body, during }, at) in members.iter().zip(0..) {
            self.check_known(body, || place.index(at).field("body"), found);
            if self.stated.overlaps(*during) {
                self.check_living(body, *during, || place.index(at).field("during"), found);
            } else {
                let fault = BodyFault::OutsideStated { during: *during, stated: self.stated };
                found.note(place.index(at).field("during"), fault);
            }
            by_body.entry(body).or_default().push((*during, at, *during));
        }
        for (body, dated) in by_body {
            for (first, at, second) in overlapping(dated) {
                let fault = BodyFault::TwiceMember { body: body.clone(), first, second };
                found.note(place.index(at).field("during"), fault);
            }
        }
    }

    /// Notes a body that is in a cluster from a day on, or on the first stated day, without a unit.
    fn check_living(
        &self,
        id: &BodyId,
        during: Period,
        place: impl FnOnce() -> Place,
        found: &mut Found,
    ) {
        let day = during.start().max(self.stated.start());
        let unit = self.bodies.get(id).and_then(|body| self.history.position(&body.unit));
        let life = unit.and_then(|unit| self.history.life(unit));
        if let Some(life) = life.filter(|life| !life.contains(day)) {
            let fault = BodyFault::MemberNotLiving { body: id.clone(), day, life };
            found.note(place(), fault);
        }
    }

    fn check_year(
        &self,
        year: &ClusterYear,
        members: &[Membership],
        place: &Place,
        found: &mut Found,
    ) {
        self.check_act(year.decision.as_ref(), || place.field("decision"), found);
        if !self.stated.overlaps(year.during) {
            let fault = BodyFault::OutsideStated { during: year.during, stated: self.stated };
            found.note(place.field("during"), fault);
        }
        let day = year.during.start();
        let is_member = |body: &BodyId| {
            members.iter().any(|member| member.body == *body && member.during.contains(day))
        };
        let deputies = year.deputies.iter().zip(0..);
        let deputies = deputies.map(|(body, at)| (body, place.field("deputies").index(at)));
        let mut seen = BTreeSet::new();
        for (body, place) in [(&year.head, place.field("head"))].into_iter().chain(deputies) {
            if !seen.insert(body) {
                found.note(place, BodyFault::TwiceLeader(body.clone()));
            } else if !self.bodies.contains_key(body) {
                found.note(place, OrganisationFault::UnknownBody(body.clone()));
            } else if !is_member(body) {
                found.note(place, BodyFault::LeaderNoMember { body: body.clone(), day });
            } else if self.stated.overlaps(year.during) {
                self.check_living(body, year.during, || place, found);
            }
        }
    }
}
