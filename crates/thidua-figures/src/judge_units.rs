//! Judging numbers of units, and who leads a cluster.

use std::collections::BTreeMap;

use thidua_organisation::{ClusterOn, Hierarchy, OutsideStatement};
use thidua_values::{BodyId, Bounds, ClusterId, Coded, Day, Exact, KindId, Period};

use crate::judge::Judge;
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
            Reading::Share(share) => Bounds::exactly(Exact::from(share.ratio().whole())),
            _ => reading.quantity()?.bounds(),
        };
        let organisation = self.text.organisation();
        let hierarchy = match organisation.as_of(day) {
            Ok(hierarchy) => hierarchy,
            Err(outside) => return Some(day_outside(&outside)),
        };
        let numbers = count(&hierarchy, about);
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

/// How many units of each kind are below a unit, or are of the members of a cluster or below them.
fn count(hierarchy: &Hierarchy<'_>, about: &About) -> BTreeMap<KindId, usize> {
    match about {
        About::Unit { unit } => hierarchy.count_by_kind(unit),
        About::Cluster { cluster } => {
            let mut numbers = BTreeMap::new();
            let members = hierarchy.cluster(cluster);
            for body in members.iter().flat_map(ClusterOn::members) {
                let own = hierarchy.unit(&body.unit).map(|unit| (unit.kind().id.clone(), 1));
                for (kind, number) in hierarchy.count_by_kind(&body.unit).into_iter().chain(own) {
                    *numbers.entry(kind).or_default() += number;
                }
            }
            numbers
        }
    }
}

fn day_outside(&OutsideStatement { day, stated }: &OutsideStatement) -> Judgement {
    Judgement { verdict: Verdict::Open, told: Told::DayOutside { day, stated } }
}
