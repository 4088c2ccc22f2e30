//! A cluster on one day.

use thidua_values::{BodyId, ClusterId, Day, Text};

use crate::{Body, Cluster, ClusterYear, Hierarchy, Level};

/// A cluster on one day.
// INVARIANT: `members` is sorted by id and names no body twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterOn<'o> {
    cluster: &'o Cluster,
    day: Day,
    led_by: &'o Body,
    level: Option<Level>,
    members: Vec<&'o Body>,
}

impl<'o> ClusterOn<'o> {
    /// The cluster on the day of the hierarchy; none only if a body is not of the organisation.
    pub(crate) fn new(hierarchy: &Hierarchy<'o>, cluster: &'o Cluster) -> Option<Self> {
        let day = hierarchy.day();
        let body = |id: &BodyId| hierarchy.organisation().body(id);
        let on_that_day = cluster.members.iter().filter(|member| member.during.contains(day));
        let lives = |body: &&Body| hierarchy.unit(&body.unit).is_some();
        let members = on_that_day.map(|member| body(&member.body)).collect::<Option<Vec<_>>>()?;
        let mut members: Vec<_> = members.into_iter().filter(lives).collect();
        members.sort_by(|a, b| a.id.cmp(&b.id));
        let led_by = body(&cluster.led_by)?;
        let level = hierarchy.unit(&led_by.unit).map(|unit| unit.level());
        Some(Self { cluster, day, led_by, level, members })
    }

    /// The id of the cluster.
    #[must_use]
    pub const fn id(&self) -> &'o ClusterId {
        &self.cluster.id
    }

    /// The name of the cluster.
    #[must_use]
    pub const fn name(&self) -> &'o Text {
        &self.cluster.name
    }

    /// The body that leads the cluster.
    #[must_use]
    pub const fn led_by(&self) -> &'o Body {
        self.led_by
    }

    /// The level of the unit whose body leads the cluster; none where that unit has ended.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        self.level
    }

    /// Who competes in the cluster on that day, by id: its members whose units live; nobody, if
    /// all memberships are of other days.
    #[must_use]
    pub fn members(&self) -> &[&'o Body] {
        &self.members
    }

    /// Who leads the cluster in the year that the day is in, if that is told.
    #[must_use]
    pub fn year(&self) -> Option<&'o ClusterYear> {
        self.cluster.year_on(self.day)
    }
}
