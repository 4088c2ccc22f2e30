//! Conditions: who may have an award.

use thidua_values::{AwardId, CriterionId, Figure, GradeId, Points};

/// What an award asks of a candidate.
///
/// vi: Điều kiện, tiêu chuẩn xét khen thưởng.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum AwardCondition {
    /// A grade of the year: one of these.
    ///
    /// vi: Xếp loại trong năm thuộc một trong các mức này.
    ///
    /// Source: Quyết định 2579/QĐ-UBND of Cần Thơ (2025), article 7: from the excellent ones.
    #[cfg_attr(feature = "schemars", schemars(title = "GradedCondition"))]
    Graded {
        /// The grades, at least one. A set.
        ///
        /// vi: Các mức xếp loại, ít nhất một. Tập hợp, thứ tự không có nghĩa.
        grades: Vec<GradeId>,
    },
    /// A place: at most this rank.
    ///
    /// vi: Thứ hạng từ mức này trở lên.
    #[cfg_attr(feature = "schemars", schemars(title = "RankCondition"))]
    RankWithin {
        /// The last rank that will do, at least 1.
        ///
        /// vi: Thứ hạng thấp nhất được xét, ít nhất 1.
        #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
        rank: u32,
    },
    /// A total of points: at least so many.
    ///
    /// vi: Tổng điểm từ mức này trở lên.
    #[cfg_attr(feature = "schemars", schemars(title = "PointsCondition"))]
    PointsAtLeast {
        /// The points.
        ///
        /// vi: Tổng điểm tối thiểu.
        points: Points,
    },
    /// The award was registered for. Without this condition an award that was not
    /// may be given too.
    ///
    /// vi: Đã đăng ký danh hiệu này. Không có điều kiện này thì không đăng ký vẫn được xét.
    #[cfg_attr(feature = "schemars", schemars(title = "RegisteredCondition"))]
    Registered {},
    /// It was proposed to the level that decides on the award.
    ///
    /// vi: Đã được đề nghị lên cấp quyết định khen thưởng.
    ///
    /// Source: báo cáo của Ủy ban MTTQ Việt Nam quận Tây Hồ: collectives and individuals are
    /// proposed to the city, and to the district's People's Committee.
    #[cfg_attr(feature = "schemars", schemars(title = "ProposedCondition"))]
    Proposed {},
    /// So many years running, the year of the conferral or the one before it the last of
    /// them. A year lasts until the same day of the next, and follows another if it starts
    /// when that one ends; a gap breaks the run, and so does a merger, unless it is on record
    /// who carries it on. Whoever carries on different grades of a year leaves it open, unless
    /// too few years precede that one in any case. Who has no place this year is refused whatever
    /// the run, except a prompt award.
    ///
    /// vi: Số năm liên tục, tính đến năm xét khen thưởng hoặc năm trước đó. Mỗi năm đủ 12 tháng.
    /// Đứt quãng hoặc sáp nhập thì không còn liên tục, trừ khi hồ sơ ghi rõ đơn vị được kế thừa;
    /// kế thừa các mức xếp loại khác nhau của cùng một năm thì chưa xác định được, trừ khi các năm
    /// trước đó vẫn không đủ trong mọi trường hợp. Không được xếp hạng trong năm thì không được đề
    /// nghị dù đủ số năm, trừ khen thưởng đột xuất.
    ///
    /// Source: Quyết định 86/2025/QĐ-UBND of Bắc Ninh, article 3.3: excellent two years running.
    #[cfg_attr(feature = "schemars", schemars(title = "YearsRunningCondition"))]
    YearsRunning {
        /// How many years: at least 2, or 1 where the year before is the last.
        ///
        /// vi: Số năm: ít nhất 2, hoặc 1 nếu tính đến năm trước.
        #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
        years: u32,
        /// What in each of them.
        ///
        /// vi: Kết quả phải có trong từng năm.
        of: Merit,
        /// Which year is the last; left out where it is the one of the conferral.
        ///
        /// vi: Năm cuối là năm nào; không ghi nếu là chính năm xét khen thưởng.
        #[cfg_attr(
            feature = "serde",
            serde(default, skip_serializing_if = "LastYear::is_this_year")
        )]
        last: LastYear,
    },
    /// A share of its individuals: at least so many percent of them, such as
    /// 70 % advanced workers.
    ///
    /// vi: Tỷ lệ cá nhân trong tập thể, ví dụ ít nhất 70% lao động tiên tiến.
    ///
    /// Source: Quyết định 86/2025/QĐ-UBND of Bắc Ninh.
    #[cfg_attr(feature = "schemars", schemars(title = "ShareCondition"))]
    ShareAtLeast {
        /// Of what, as the candidacy names it.
        ///
        /// vi: Nội dung của tỷ lệ, như hồ sơ đề nghị đã nêu.
        fact: CriterionId,
        /// The percentage: above 0, at most 100.
        ///
        /// vi: Tỷ lệ phần trăm: lớn hơn 0, nhiều nhất 100.
        percent: Figure,
    },
    /// None of these awards for the same year: one achievement, one award.
    ///
    /// vi: Chưa được đề nghị, chưa được tặng một trong các danh hiệu, hình thức này
    /// trong cùng năm: một thành tích chỉ khen thưởng một hình thức.
    ///
    /// Source: Luật Thi đua, khen thưởng 06/2022/QH15, article 5; Nghị định 152/2025/NĐ-CP, article 49.
    #[cfg_attr(feature = "schemars", schemars(title = "NotBesideCondition"))]
    NotBeside {
        /// The awards, at least one: listed before this one, or among the `other_awards`. A set.
        ///
        /// vi: Các danh hiệu, hình thức đó, ít nhất một: xét trước, hoặc của quy định khác.
        /// Tập hợp, thứ tự không có nghĩa.
        awards: Vec<AwardId>,
    },
}

/// What a year must have brought to count in a run.
///
/// vi: Kết quả của một năm được tính liên tục.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Merit {
    /// A grade: one of these.
    ///
    /// vi: Xếp loại thuộc một trong các mức này.
    #[cfg_attr(feature = "schemars", schemars(title = "GradedMerit"))]
    Graded {
        /// The grades, at least one. A set.
        ///
        /// vi: Các mức xếp loại, ít nhất một. Tập hợp, thứ tự không có nghĩa.
        grades: Vec<GradeId>,
    },
    /// An award, listed before the one that asks, or among the `other_awards`.
    ///
    /// vi: Danh hiệu, hình thức khen thưởng: xét trước, hoặc của quy định khác.
    #[cfg_attr(feature = "schemars", schemars(title = "AwardedMerit"))]
    Awarded {
        /// The award.
        ///
        /// vi: Danh hiệu, hình thức khen thưởng đó.
        award: AwardId,
    },
}

/// Which year is the last of a run.
///
/// vi: Năm cuối của chuỗi năm liên tục.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum LastYear {
    /// The year of the conferral.
    ///
    /// vi: Năm xét khen thưởng.
    #[default]
    ThisYear,
    /// The year before it.
    ///
    /// vi: Năm trước năm xét khen thưởng.
    YearBefore,
}

impl LastYear {
    /// Whether a document may leave it out.
    #[cfg(feature = "serde")]
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    const fn is_this_year(&self) -> bool {
        matches!(self, Self::ThisYear)
    }

    /// The fewest years that make a run.
    pub(crate) const fn least_years(self) -> u32 {
        match self {
            Self::ThisYear => 2,
            Self::YearBefore => 1,
        }
    }
}

impl AwardCondition {
    /// Puts sets in canonical order.
    pub(crate) fn sort(&mut self) {
        match self {
            Self::Graded { grades } | Self::YearsRunning { of: Merit::Graded { grades }, .. } => {
                grades.sort();
            }
            Self::NotBeside { awards } => awards.sort(),
            Self::YearsRunning { of: Merit::Awarded { .. }, .. }
            | Self::RankWithin { .. }
            | Self::PointsAtLeast { .. }
            | Self::Registered {}
            | Self::Proposed {}
            | Self::ShareAtLeast { .. } => {}
        }
    }

    /// What kind of condition it is, as a document names it.
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::Graded { .. } => "graded",
            Self::RankWithin { .. } => "rank_within",
            Self::PointsAtLeast { .. } => "points_at_least",
            Self::Registered {} => "registered",
            Self::Proposed {} => "proposed",
            Self::YearsRunning { .. } => "years_running",
            Self::ShareAtLeast { .. } => "share_at_least",
            Self::NotBeside { .. } => "not_beside",
        }
    }

    /// The awards that it looks at.
    pub(crate) fn awards(&self) -> &[AwardId] {
        match self {
            Self::NotBeside { awards } => awards,
            Self::YearsRunning { of: Merit::Awarded { award }, .. } => std::slice::from_ref(award),
            _ => &[],
        }
    }
}
