//! Clusters of bodies that compete with each other, and their kinds and years.

use thidua_values::{ActId, BodyId, ClusterId, Coded, Day, KindId, Period, Text, Words};

/// A kind of cluster, such as those that the Front forms among its committees,
/// or those that a People's Committee forms among its own.
///
/// vi: Loại cụm thi đua.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ClusterKind {
    /// The id of the kind.
    ///
    /// vi: Mã định danh của loại cụm.
    pub id: KindId,
    /// What clusters of the kind are called.
    ///
    /// vi: Tên gọi của loại cụm.
    pub name: Text,
    /// Whether a body is to be in at most one cluster of the kind a day.
    ///
    /// vi: Mỗi tổ chức trong một ngày chỉ thuộc nhiều nhất một cụm của loại này hay không.
    pub exclusive: bool,
}

/// An emulation cluster: a territorial cluster (cụm thi đua) or a block of one
/// sector (khối thi đua).
///
/// vi: Cụm thi đua, khối thi đua.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Cluster {
    /// The id of the cluster.
    ///
    /// vi: Mã định danh của cụm thi đua.
    pub id: ClusterId,
    /// The kind of the cluster.
    ///
    /// vi: Loại cụm.
    pub kind: KindId,
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
    /// The decision that set it up; left out where it is not known.
    ///
    /// vi: Quyết định thành lập cụm; không ghi nếu chưa biết.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub decision: Option<ActId>,
    /// Who competes in it, at least one, each at most once a day. A set.
    ///
    /// vi: Các thành viên thi đua trong cụm: ít nhất một, mỗi thành viên nhiều
    /// nhất một lần trong một ngày. Tập hợp, thứ tự không có nghĩa.
    pub members: Vec<Membership>,
    /// Who leads it in which year; left out where it is not told. A set.
    ///
    /// vi: Cụm trưởng, cụm phó từng năm; không ghi nếu không nêu. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub years: Vec<ClusterYear>,
    /// What becomes of a member that ends in mid-year; left out where no rule says it.
    ///
    /// vi: Xử lý thành viên chấm dứt giữa năm; không ghi nếu không có quy định.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub if_ended: Option<EndedMember>,
}

/// A body in a cluster, for a period.
///
/// vi: Thành viên của cụm trong một khoảng thời gian.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// Who leads a cluster in a year: members, and not persons.
///
/// vi: Cụm trưởng, cụm phó của một năm: là đơn vị thành viên, không phải cá nhân.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ClusterYear {
    /// The year.
    ///
    /// vi: Năm thi đua.
    pub during: Period,
    /// The head (cụm trưởng), a member on the first day.
    ///
    /// vi: Cụm trưởng, là thành viên vào ngày đầu năm.
    pub head: BodyId,
    /// The deputies (cụm phó), members on the first day and not the head. A set.
    ///
    /// vi: Các cụm phó, là thành viên vào ngày đầu năm, khác cụm trưởng. Tập hợp, thứ tự không có
    /// nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub deputies: Vec<BodyId>,
    /// The minutes or decision that say so; left out where they are not known.
    ///
    /// vi: Biên bản hoặc quyết định; không ghi nếu chưa biết.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub decision: Option<ActId>,
}

/// What becomes of a member of a cluster that ends in mid-year.
///
/// vi: Xử lý thành viên của cụm chấm dứt giữa năm thi đua.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum EndedMember {
    /// It leaves: its year is not compared.
    ///
    /// vi: Rút khỏi cụm; không so sánh kết quả năm đó.
    Leaves,
    /// What it did until that day is compared with the year of the others.
    ///
    /// vi: Kết quả đến ngày chấm dứt được so sánh với kết quả năm của các thành viên khác.
    IsCompared,
    /// The bodies of the same kind of those units that succeed its own take its place.
    ///
    /// vi: Tổ chức cùng loại của các đơn vị kế thừa thay chỗ.
    IsSucceeded,
    /// The body that leads the cluster decides.
    ///
    /// vi: Tổ chức lập ra cụm quyết định.
    LeaderDecides,
}

impl Cluster {
    /// The year of the cluster that a day is in.
    #[must_use]
    pub fn year_on(&self, day: Day) -> Option<&ClusterYear> {
        self.years.iter().find(|year| year.during.contains(day))
    }
}

impl Coded for EndedMember {
    fn code(&self) -> &'static str {
        match self {
            Self::Leaves => "leaves",
            Self::IsCompared => "is_compared",
            Self::IsSucceeded => "is_succeeded",
            Self::LeaderDecides => "leader_decides",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Leaves => Words::new("rút khỏi cụm", "it leaves the cluster"),
            Self::IsCompared => Words::new(
                "so sánh kết quả đến ngày chấm dứt",
                "what it did until that day is compared",
            ),
            Self::IsSucceeded => {
                Words::new("đơn vị kế thừa thay chỗ", "the units that succeed it take its place")
            }
            Self::LeaderDecides => Words::new(
                "tổ chức lập ra cụm quyết định",
                "the body that leads the cluster decides",
            ),
        }
    }
}
