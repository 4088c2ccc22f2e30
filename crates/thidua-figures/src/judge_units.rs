//! Judging numbers of units, and who leads a cluster.

use std::collections::BTreeMap;

use thidua_organisation::{Hierarchy, OutsideStatement};
use thidua_values::{BodyId, Bounds, ClusterId, Coded, Day, Exact, KindId, Period};

use crate::judge::{Judge, qualified, unqualified};
use crate::{About, Counted, Judgement, Post, Reading, Stated, Told, Verdict, stands};

impl Judge<'_> {
    /// Whether a number is that of the units of some kinds on a day.
    pub(crate) fn units(
        &self,
        reading: &Reading,
        about: &About,
        kinds: &[KindId],
        day: Day,
    ) -> Option<Judgement> {
        let stated = match reading {
            Reading::Share(share) => match unqualified(*share) {
                Ok(ratio) => Bounds::exactly(Exact::from(ratio.whole())),
                Err(share) => return Some(qualified(share)),
            },
            _ => reading.quantity()?.bounds(),
        };
        let organisation = self.text.organisation();
        let hierarchy = match organisation.as_of(day) {
            Ok(hierarchy) => hierarchy,
            Err(outside) => return Some(day_outside(&outside)),
        };
        let Some(numbers) = count(&hierarchy, about) else {
            return Some(Judgement { verdict: Verdict::Open, told: Told::NobodyOn { day } });
        };
        let counted = organisation.parts().unit_kinds.iter().filter_map(|kind| {
            let is_asked = kinds.contains(&kind.id);
            let number = numbers.get(&kind.id).copied().unwrap_or_default();
            let is_told = is_asked || 0 < number;
            is_told.then(|| Counted { kind: kind.name.clone(), number, is_asked })
        });
        let counted: Vec<Counted> = counted.collect();
        let asked = counted.iter().filter(|counted| counted.is_asked);
        let total = i64::try_from(asked.map(|counted| counted.number).sum::<usize>()).ok()?;
        let verdict = stands(&stated, &Bounds::exactly(total.into()));
        Some(Judgement { verdict, told: Told::Units { stated, counted, day } })
    }

    /// Whether a member may lead a cluster, and does.
    pub(crate) fn lead(&self, states: &Stated) -> Vec<Judgement> {
        let Stated::Lead { cluster, member, post, during } = states else { return Vec::new() };
        vec![
            self.member(cluster, member, *post, *during),
            self.leads(cluster, member, *post, *during),
        ]
    }

    fn member(
        &self,
        cluster: &ClusterId,
        member: &BodyId,
        post: Post,
        during: Period,
    ) -> Judgement {
        let day = self.text.report().parts().day;
        let hierarchy = match self.text.organisation().as_of(day) {
            Ok(hierarchy) => hierarchy,
            Err(outside) => return day_outside(&outside),
        };
        let members = hierarchy.cluster(cluster);
        let is_member =
            members.is_some_and(|it| it.members().iter().any(|body| body.id == *member));
        let other_post = self.text.claims().find_map(|(claim, _)| match &claim.states {
            Stated::Lead { cluster: of, member: also, post: other, during: then }
                if (of, also) == (cluster, member) && *other != post && then.overlaps(during) =>
            {
                Some(*other)
            }
            _ => None,
        });
        let verdict = Verdict::of(Some(is_member && other_post.is_none()));
        let member = member.clone();
        Judgement { verdict, told: Told::Member { member, day, is_member, other_post } }
    }

    fn leads(&self, cluster: &ClusterId, member: &BodyId, post: Post, year: Period) -> Judgement {
        let hierarchy = match self.text.organisation().as_of(year.start()) {
            Ok(hierarchy) => hierarchy,
            Err(outside) => return day_outside(&outside),
        };
        let told = hierarchy.cluster(cluster).and_then(|it| it.year());
        let holders = told.map_or_else(Vec::new, |told| match post {
            Post::Head => vec![told.head.clone()],
            Post::Deputy => told.deputies.clone(),
        });
        let verdict = Verdict::of(told.map(|_| holders.contains(member)));
        Judgement { verdict, told: Told::Leads { year, post: post.words(), holders } }
    }
}

/// How many units of each kind are below a unit, or are of the members of a cluster or below them,
/// each once; none if the unit does not live, or nobody is a member.
fn count(hierarchy: &Hierarchy<'_>, about: &About) -> Option<BTreeMap<KindId, usize>> {
    let cluster = match about {
        About::Unit { unit } => {
            return hierarchy.unit(unit).map(|_| hierarchy.count_by_kind(unit));
        }
        About::Cluster { cluster } => hierarchy.cluster(cluster)?,
    };
    let members = cluster.members().iter().map(|body| &body.unit);
    let units = members
        .flat_map(|unit| hierarchy.unit(unit).into_iter().chain(hierarchy.descendants(unit)));
    // A unit may have two bodies in a cluster, and be below another member.
    let units: BTreeMap<_, _> = units.map(|unit| (unit.id(), &unit.kind().id)).collect();
    let mut numbers = BTreeMap::new();
    for kind in units.values() {
        *numbers.entry((*kind).clone()).or_default() += 1;
    }
    (!units.is_empty()).then_some(numbers)
}

fn day_outside(&OutsideStatement { day, stated }: &OutsideStatement) -> Judgement {
    Judgement { verdict: Verdict::Open, told: Told::DayOutside { day, stated } }
}

#[cfg(test)]
mod tests;
