//! What lint asks of bodies and clusters.

use std::collections::BTreeMap;
use std::iter;

use thidua_values::{BodyId, ClusterId, Day, KindId, Period, Place};

use crate::check::{item, overlapping};
use crate::lint::Doubts;
use crate::{Body, GroupLint, Organisation, Term};

/// What a body is and how long its unit lives.
fn living<'o>(organisation: &'o Organisation, body: &BodyId) -> Option<(&'o Body, Period)> {
    let body = organisation.body(body)?;
    Some((body, organisation.life(&body.unit)?))
}

/// A unit and those above it on a day, nearest first, by position.
fn with_those_above(
    organisation: &Organisation,
    unit: Option<usize>,
    day: Day,
) -> impl Iterator<Item = usize> {
    let history = organisation.history();
    let start = unit.filter(|unit| history.lives_on(*unit, day));
    iter::successors(start, move |unit| history.parents.on(*unit, day).copied().flatten())
}

/// A membership in a cluster of an exclusive kind, as far as its body lives.
#[derive(Clone, Copy)]
struct Member<'o> {
    cluster: &'o ClusterId,
    during: Period,
}

pub(crate) fn exclusive_clusters(organisation: &Organisation, doubts: &mut Doubts) {
    let parts = organisation.parts();
    let mut of_body: BTreeMap<(&KindId, &BodyId), Vec<(Member<'_>, Place)>> = BTreeMap::new();
    let exclusive =
        |kind: &KindId| parts.cluster_kinds.iter().any(|it| it.id == *kind && it.exclusive);
    for (position, cluster) in parts.clusters.iter().enumerate() {
        if !exclusive(&cluster.kind) {
            continue;
        }
        for (at, member) in cluster.members.iter().enumerate() {
            let life = living(organisation, &member.body).map(|(_, life)| life);
            let Some(during) = life.and_then(|life| both(member.during, life)) else { continue };
            let place = item("clusters", position).field("members").index(at);
            let key = (&cluster.kind, &member.body);
            of_body.entry(key).or_default().push((Member { cluster: &cluster.id, during }, place));
        }
    }
    for ((_, body), members) in of_body {
        let dated = members.iter().zip(0..).map(|((member, _), at)| (member.during, at, *member));
        for (first, at, second) in overlapping(dated) {
            let Some((_, place)) = members.get(at) else { continue };
            let code = GroupLint::InTwoClusters {
                body: body.clone(),
                first: first.cluster.clone(),
                second: second.cluster.clone(),
                day: second.during.start(),
            };
            doubts.add(place.clone(), code);
        }
    }
}

/// The days of both periods.
fn both(a: Period, b: Period) -> Option<Period> {
    let until = [a.until(), b.until()].into_iter().flatten().min();
    Period::try_new(a.start().max(b.start()), until).ok()
}

pub(crate) fn scope(organisation: &Organisation, doubts: &mut Doubts) {
    let parts = organisation.parts();
    let position = |body: &Body| organisation.history().position(&body.unit);
    for (at, cluster) in parts.clusters.iter().enumerate() {
        let Some(led_by) = organisation.body(&cluster.led_by) else { continue };
        let leading = position(led_by);
        for (number, member) in cluster.members.iter().enumerate() {
            let Some(body) = organisation.body(&member.body) else { continue };
            let unit = position(body).zip(leading);
            let during = living(organisation, &body.id).and_then(|(_, it)| both(member.during, it));
            let first = unit.zip(during).and_then(|(units, it)| outside(organisation, units, it));
            if let Some(day) = first {
                let code = GroupLint::OutsideScope {
                    body: body.id.clone(),
                    unit: body.unit.clone(),
                    leading: led_by.unit.clone(),
                    day,
                };
                doubts.add(item("clusters", at).field("members").index(number), code);
            }
        }
    }
}

/// The first day on which a unit is neither the leading one nor below it.
fn outside(
    organisation: &Organisation,
    (unit, leading): (usize, usize),
    during: Period,
) -> Option<Day> {
    let parents = &organisation.history().parents;
    let mut day = during.start();
    loop {
        let path = || with_those_above(organisation, Some(unit), day);
        if path().all(|above| above != leading) {
            return Some(day);
        }
        // Until one of those below the leading unit has another parent, all stays as it is.
        let below = path().take_while(|above| *above != leading);
        let later = below.flat_map(|below| parents.of_unit(below)).map(|(from, _)| *from);
        day = later.filter(|later| day < *later).min().filter(|day| during.contains(*day))?;
    }
}

pub(crate) fn congresses(organisation: &Organisation, doubts: &mut Doubts) {
    let bodies = &organisation.parts().bodies;
    let position = |body: &Body| organisation.history().position(&body.unit);
    let mut of_unit: BTreeMap<(usize, &KindId), Vec<&Body>> = BTreeMap::new();
    for body in bodies {
        if let Some(unit) = position(body) {
            of_unit.entry((unit, &body.kind)).or_default().push(body);
        }
    }
    for (at, body) in bodies.iter().enumerate() {
        let Some((_, life)) = living(organisation, &body.id) else { continue };
        for (number, term) in body.terms.iter().enumerate() {
            let day = life.up_to_last(term.congress.day.max(life.start()));
            let above = with_those_above(organisation, position(body), day).skip(1);
            let mut above = above.filter_map(|unit| of_unit.get(&(unit, &body.kind)));
            for above in above.next().into_iter().flatten() {
                if let Some(above_day) = earlier(&above.terms, term) {
                    let (body, above) = (body.id.clone(), above.id.clone());
                    let day = term.congress.day;
                    let code = GroupLint::CongressAfterParents { body, day, above, above_day };
                    let place = item("bodies", at).field("terms").index(number);
                    doubts.add(place.field("congress"), code);
                }
            }
        }
    }
}

/// The day of the congress of the same years, if it is earlier than that of a term.
fn earlier(terms: &[Term], term: &Term) -> Option<Day> {
    let years = |term: &Term| (term.first_year, term.last_year);
    let same = terms.iter().find(|other| years(other) == years(term))?;
    (same.congress.day < term.congress.day).then_some(same.congress.day)
}
