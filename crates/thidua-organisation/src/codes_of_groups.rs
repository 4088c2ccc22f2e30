//! What is doubtful about bodies and clusters: codes and words.

use thidua_values::{BodyId, ClusterId, Day, UnitId};

use crate::lint_code::lints;

lints! {
/// What is legal but doubtful about a body or a cluster.
///
/// vi: Điểm đáng ngờ về một tổ chức hoặc cụm thi đua.
GroupLint {
    /// A body is in two clusters of an exclusive kind on one day, such as a committee that was
    /// moved to another cluster and not taken out of the first: it would be ranked twice.
    ///
    /// vi: Một tổ chức cùng ngày thuộc hai cụm của loại chỉ cho phép một cụm, như chuyển cụm mà chưa
    /// rút khỏi cụm cũ: bị xếp hạng hai lần.
    InTwoClusters {
        /// The body.
        ///
        /// vi: Tổ chức.
        body: BodyId,
        /// The cluster in which it was first.
        ///
        /// vi: Cụm tham gia trước.
        first: ClusterId,
        /// The other.
        ///
        /// vi: Cụm kia.
        second: ClusterId,
        /// The first day on which it is in both.
        ///
        /// vi: Ngày đầu tiên thuộc cả hai.
        day: Day,
    } = Grave "in_two_clusters",
    vi: "`{body}` thuộc cụm `{second}` và cả cụm `{first}` từ {day}",
    en: "`{body}` is in the cluster `{second}` and in `{first}` too from {day}",
    mend_vi: "kết thúc tư cách thành viên ở một cụm trước khi vào cụm kia",
    mend_en: "end the one membership before the other begins";

    /// A member is of a unit that is not below the unit of the body that leads the cluster, nor
    /// that unit itself, such as a committee of another province, or of a commune that was moved
    /// to another district.
    ///
    /// vi: Thành viên thuộc đơn vị không nằm trong đơn vị của tổ chức lập ra cụm, như Ủy ban của
    /// tỉnh khác, hoặc của xã đã chuyển sang huyện khác.
    OutsideScope {
        /// The member.
        ///
        /// vi: Thành viên.
        body: BodyId,
        /// Its unit.
        ///
        /// vi: Đơn vị của thành viên.
        unit: UnitId,
        /// The unit of the body that leads the cluster.
        ///
        /// vi: Đơn vị của tổ chức lập ra cụm.
        leading: UnitId,
        /// The first such day of the membership.
        ///
        /// vi: Ngày đầu tiên như vậy trong thời gian tham gia.
        day: Day,
    } = Warning "outside_scope",
    vi: "đơn vị `{unit}` của `{body}` không thuộc `{leading}` vào {day}",
    en: "`{unit}`, the unit of `{body}`, is not within `{leading}` on {day}",
    mend_vi: "kiểm tra thành viên, hoặc tổ chức lập ra cụm",
    mend_en: "check the member, or who leads the cluster";

    /// The congress of a body is later than that of the body of its kind above for the same years,
    /// such as a commune's after its district's: congresses go from below upwards.
    ///
    /// vi: Đại hội của tổ chức diễn ra sau đại hội của tổ chức cùng loại cấp trên trong cùng nhiệm
    /// kỳ, như đại hội cấp xã sau đại hội cấp huyện: đại hội được tổ chức từ dưới lên.
    CongressAfterParents {
        /// The body.
        ///
        /// vi: Tổ chức.
        body: BodyId,
        /// The day of its congress.
        ///
        /// vi: Ngày đại hội.
        day: Day,
        /// The body above.
        ///
        /// vi: Tổ chức cấp trên.
        above: BodyId,
        /// The day of that one's congress.
        ///
        /// vi: Ngày đại hội cấp trên.
        above_day: Day,
    } = Warning "congress_after_parents",
    vi: "đại hội của `{body}` ngày {day} sau đại hội của `{above}` ngày {above_day}",
    en: "the congress of `{body}` on {day} is after that of `{above}` on {above_day}",
    mend_vi: "kiểm tra ngày của hai đại hội",
    mend_en: "check the days of both congresses";
}
}
