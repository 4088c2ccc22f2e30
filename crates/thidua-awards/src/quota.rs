//! Quotas: how many may be awarded.

use thidua_ranking::share_of;
use thidua_values::{Figure, Points, RoundingMode};

/// How many may be awarded in a cluster.
///
/// vi: Chỉ tiêu: số lượng được khen thưởng trong một cụm thi đua.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Quota {
    /// So many.
    ///
    /// vi: Số lượng cố định.
    ///
    /// Source: Quyết định 2579/QĐ-UBND of Cần Thơ (2025), article 7: 15 collectives.
    #[cfg_attr(feature = "schemars", schemars(title = "CountQuota"))]
    Count {
        /// How many, at least 1.
        ///
        /// vi: Số lượng, ít nhất 1.
        #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
        count: u32,
    },
    /// A share of the candidates.
    ///
    /// vi: Tỷ lệ trên số được xét.
    ///
    /// Source: Quảng Ninh, 2017: certificates for at most 50 % of the rest, after
    /// the flags; Kế hoạch 157/KH-UBND of Cần Thơ (2025): at most 10 % of collectives.
    #[cfg_attr(feature = "schemars", schemars(title = "ShareQuota"))]
    Share {
        /// The percentage: above 0, at most 100.
        ///
        /// vi: Tỷ lệ phần trăm: lớn hơn 0, nhiều nhất 100.
        percent: Figure,
        /// Of which candidates.
        ///
        /// vi: Mẫu số của tỷ lệ.
        of: QuotaBase,
        /// What becomes of a part of a seat.
        ///
        /// vi: Cách làm tròn phần lẻ của chỉ tiêu.
        rounding: RoundingMode,
    },
    /// As many of those in the running as reach so many points. Only in `most`: by
    /// itself a condition says it.
    ///
    /// vi: Bằng số trường hợp còn được xét đạt từ mức điểm này trở lên; chỉ dùng trong mục lấy số
    /// lớn nhất.
    #[cfg_attr(feature = "schemars", schemars(title = "ReachingQuota"))]
    Reaching {
        /// The points.
        ///
        /// vi: Tổng điểm tối thiểu.
        points: Points,
    },
    /// The least of several.
    ///
    /// vi: Số nhỏ nhất trong các chỉ tiêu.
    #[cfg_attr(feature = "schemars", schemars(title = "LeastQuota"))]
    Least {
        /// The quotas, at least two. A set.
        ///
        /// vi: Các chỉ tiêu, ít nhất hai. Tập hợp, thứ tự không có nghĩa.
        of: Vec<Quota>,
    },
    /// The most of several.
    ///
    /// vi: Số lớn nhất trong các chỉ tiêu.
    #[cfg_attr(feature = "schemars", schemars(title = "MostQuota"))]
    Most {
        /// The quotas, at least two. A set.
        ///
        /// vi: Các chỉ tiêu, ít nhất hai. Tập hợp, thứ tự không có nghĩa.
        of: Vec<Quota>,
    },
}

/// Of which candidates a quota is a share.
///
/// vi: Mẫu số của chỉ tiêu theo tỷ lệ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum QuotaBase {
    /// All whom the award is for, placed or not.
    ///
    /// vi: Tất cả đối tượng của danh hiệu, hình thức này.
    All,
    /// Those of them who have none of the awards that this one is not given beside.
    ///
    /// vi: Số còn lại, trừ những trường hợp đã có danh hiệu, hình thức không được trùng.
    Rest,
    /// Those of them who meet every condition.
    ///
    /// vi: Số đủ mọi điều kiện.
    Eligible,
}

/// How many candidates there are, as quotas count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotaCounts {
    /// All whom the award is for.
    pub all: usize,
    /// Those without an award that excludes it.
    pub rest: usize,
    /// Those who meet every condition.
    pub eligible: usize,
}

impl Quota {
    /// Puts sets in canonical order.
    pub(crate) fn sort(&mut self) {
        if let Self::Least { of } | Self::Most { of } = self {
            of.iter_mut().for_each(Self::sort);
            of.sort();
        }
    }

    /// Whether it counts who reaches a total.
    pub(crate) fn reaches(&self) -> bool {
        match self {
            Self::Reaching { .. } => true,
            Self::Least { of } | Self::Most { of } => of.iter().any(Self::reaches),
            Self::Count { .. } | Self::Share { .. } => false,
        }
    }

    /// How many seats there are among so many; `reaching` says how many reach
    /// that many points.
    ///
    /// # Errors
    ///
    /// What `reaching` says.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::convert::Infallible;
    /// use thidua_awards::{Quota, QuotaBase, QuotaCounts};
    /// use thidua_values::RoundingMode;
    ///
    /// let (percent, of, rounding) = ("50".parse()?, QuotaBase::Rest, RoundingMode::Down);
    /// let half = Quota::Share { percent, of, rounding };
    /// let seats = |quota: &Quota, rest| {
    ///     let Ok(seats) = quota.seats(QuotaCounts { all: 6, rest, eligible: rest }, &mut |_| {
    ///         Ok::<_, Infallible>(0)
    ///     });
    ///     seats
    /// };
    /// assert_eq!([5, 4, 1, 0].map(|rest| seats(&half, rest)), [2, 2, 0, 0]);
    ///
    /// let at_least_one = Quota::Most { of: vec![half, Quota::Count { count: 1 }] };
    /// assert_eq!([5, 1].map(|rest| seats(&at_least_one, rest)), [2, 1]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn seats<E>(
        &self,
        counts: QuotaCounts,
        reaching: &mut impl FnMut(Points) -> Result<usize, E>,
    ) -> Result<usize, E> {
        let mut each = |of: &[Self], pick: fn(usize, usize) -> usize| {
            let seats: Vec<usize> =
                of.iter().map(|quota| quota.seats(counts, reaching)).collect::<Result<_, _>>()?;
            Ok(seats.into_iter().reduce(pick).unwrap_or(0))
        };
        match self {
            Self::Least { of } => each(of, usize::min),
            Self::Most { of } => each(of, usize::max),
            Self::Count { count } => Ok(usize::try_from(*count).unwrap_or(usize::MAX)),
            Self::Reaching { points } => reaching(*points),
            Self::Share { percent, of, rounding } => {
                let items = match of {
                    QuotaBase::All => counts.all,
                    QuotaBase::Rest => counts.rest,
                    QuotaBase::Eligible => counts.eligible,
                };
                Ok(share_of(items, *percent, *rounding))
            }
        }
    }
}
