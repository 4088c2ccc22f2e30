//! Clusters of bodies that compete with each other.

use thidua_values::{BodyId, ClusterId, Day, Period, Text};

use crate::{Body, Organisation};

/// An emulation cluster: a territorial cluster (cụm thi đua) or a block of one
/// sector (khối thi đua).
///
/// vi: Cụm thi đua, khối thi đua.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Cluster {
    /// The id of the cluster.
    ///
    /// vi: Mã định danh của cụm thi đua.
    pub id: ClusterId,
    /// The name, such as Cụm thi đua số 2.
    ///
    /// vi: Tên cụm, như Cụm thi đua số 2.
    pub name: Text,
    /// The body that set the cluster up and concludes its year; its head (cụm
    /// trưởng) is one of the members, and changes from year to year.
    ///
    /// vi: Tổ chức lập ra cụm và tổng kết năm thi đua của cụm; cụm trưởng là
    /// một trong các thành viên, thay đổi từng năm.
    pub led_by: BodyId,
    /// Who competes in it, at least one, each at most once a day. A set.
    ///
    /// vi: Các thành viên thi đua trong cụm: ít nhất một, mỗi thành viên nhiều
    /// nhất một lần trong một ngày. Tập hợp, thứ tự không có nghĩa.
    pub members: Vec<Membership>,
}

/// A body in a cluster, for a period.
///
/// vi: Thành viên của cụm trong một khoảng thời gian.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Membership {
    /// The member.
    ///
    /// vi: Thành viên.
    pub body: BodyId,
    /// When it was a member.
    ///
    /// vi: Thời gian là thành viên.
    pub during: Period,
}

/// A cluster on one day.
// INVARIANT: `members` is sorted by id and names no body twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterOn<'o> {
    cluster: &'o Cluster,
    led_by: &'o Body,
    members: Vec<&'o Body>,
}

impl<'o> ClusterOn<'o> {
    /// The cluster on that day; none only if a body is not of the organisation.
    pub(crate) fn new(
        organisation: &'o Organisation,
        cluster: &'o Cluster,
        day: Day,
    ) -> Option<Self> {
        let on_that_day = cluster.members.iter().filter(|member| member.during.contains(day));
        let mut members: Vec<_> =
            on_that_day.map(|member| organisation.body(&member.body)).collect::<Option<_>>()?;
        members.sort_by(|a, b| a.id.cmp(&b.id));
        Some(Self { cluster, led_by: organisation.body(&cluster.led_by)?, members })
    }

    /// The id of the cluster.
    #[must_use]
    pub fn id(&self) -> &'o ClusterId {
        &self.cluster.id
    }

    /// The name of the cluster.
    #[must_use]
    pub fn name(&self) -> &'o Text {
        &self.cluster.name
    }

    /// The body that leads the cluster.
    #[must_use]
    pub fn led_by(&self) -> &'o Body {
        self.led_by
    }

    /// Who competes in the cluster on that day, by id; nobody, if all
    /// memberships are of other days.
    #[must_use]
    pub fn members(&self) -> &[&'o Body] {
        &self.members
    }
}
