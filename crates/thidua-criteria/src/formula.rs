//! Formulas: how evidence about one criterion becomes points.

use std::fmt;

use thidua_values::{Exact, Figure, Points};

use crate::NotAssignedPolicy;

/// How evidence becomes points.
///
/// Shares are compared in percent of the reported whole, exactly: 84.995 % is
/// below 85 %.
///
/// vi: Cách tính điểm từ số liệu, minh chứng. Tỷ lệ phần trăm trên mẫu số đã
/// báo cáo được so sánh chính xác: 84,995% thấp hơn 85%.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Formula {
    /// The share times the points; the share counts up to a stated cap, since
    /// a part need not be a subset of its whole. It never falls when the part
    /// rises.
    ///
    /// vi: Tỷ lệ nhân điểm tối đa, có mức trần.
    ///
    /// Source: Kế hoạch 157/KH-UBND of Cần Thơ (2025), items 2 to 4.
    #[cfg_attr(feature = "schemars", schemars(title = "ProportionalFormula"))]
    Proportional {
        /// The percentage above which a share counts no further: above 0, at most 100.
        ///
        /// vi: Mức trần của tỷ lệ phần trăm được tính: lớn hơn 0, nhiều nhất 100.
        cap_percent: Figure,
        /// What nothing of nothing (0/0) is worth.
        ///
        /// vi: Cách tính điểm khi không phát sinh (0/0).
        nothing_of_nothing: NotAssignedPolicy,
    },
    /// All points at a share or above it, none below.
    ///
    /// vi: Đạt ngưỡng thì đủ điểm, không đạt thì 0 điểm.
    ///
    /// Source: Kế hoạch 157/KH-UBND of Cần Thơ (2025), items 5.1 and 5.3.
    #[cfg_attr(feature = "schemars", schemars(title = "ThresholdFormula"))]
    Threshold {
        /// The percentage to reach, above 0.
        ///
        /// vi: Ngưỡng tỷ lệ phần trăm phải đạt, lớn hơn 0.
        at_least_percent: Figure,
        /// What nothing of nothing (0/0) is worth.
        ///
        /// vi: Cách tính điểm khi không phát sinh (0/0).
        nothing_of_nothing: NotAssignedPolicy,
    },
    /// The points of the band that the share falls in; none where no band is.
    ///
    /// vi: Điểm theo khoảng tỷ lệ.
    ///
    /// Source: Kế hoạch 157/KH-UBND of Cần Thơ (2025), item 5.2.
    #[cfg_attr(feature = "schemars", schemars(title = "BandsFormula"))]
    Bands {
        /// The bands, which share no percentage. Ordered, lowest first.
        ///
        /// vi: Các khoảng tỷ lệ, không trùng nhau. Có thứ tự: từ thấp đến cao.
        bands: Vec<Band>,
        /// What nothing of nothing (0/0) is worth.
        ///
        /// vi: Cách tính điểm khi không phát sinh (0/0).
        nothing_of_nothing: NotAssignedPolicy,
    },
    /// So many points for each of a sample that is confirmed.
    ///
    /// vi: Chấm theo mẫu ngẫu nhiên.
    ///
    /// Source: Kế hoạch 157/KH-UBND of Cần Thơ (2025), item 1: 50 people, 0.4 points each.
    #[cfg_attr(feature = "schemars", schemars(title = "SampledFormula"))]
    Sampled {
        /// How many are drawn.
        ///
        /// vi: Số trường hợp được chọn vào mẫu.
        #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
        size: u32,
        /// The points of each that is confirmed; the criterion's points are `size` times this.
        ///
        /// vi: Điểm của mỗi trường hợp được xác nhận; điểm tối đa của tiêu chí
        /// bằng `size` nhân số điểm này.
        each: Points,
    },
}

/// A band (khoảng) of percentages and what it is worth.
///
/// vi: Khoảng tỷ lệ phần trăm và số điểm của khoảng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Band {
    /// Its lower end.
    ///
    /// vi: Giới hạn dưới.
    pub low: Bound,
    /// Its upper end; left out where it has none.
    ///
    /// vi: Giới hạn trên; không ghi nếu không có.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub high: Option<Bound>,
    /// What it is worth.
    ///
    /// vi: Số điểm của khoảng.
    pub points: Points,
}

/// One end of a band, which says whether it is included: exactly 90 % is in one
/// band only.
///
/// vi: Giới hạn của khoảng, ghi rõ có thuộc khoảng hay không: đúng 90% chỉ thuộc một khoảng.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Bound {
    /// The percentage.
    ///
    /// vi: Tỷ lệ phần trăm.
    pub percent: Figure,
    /// Whether the percentage itself is in the band.
    ///
    /// vi: Chính tỷ lệ này có thuộc khoảng hay không.
    pub included: bool,
}

impl Band {
    /// Whether the percentage is in the band.
    #[must_use]
    pub fn contains(&self, percent: &Exact) -> bool {
        let low = Exact::from(self.low.percent);
        let above = low < *percent || (self.low.included && low == *percent);
        above
            && self.high.is_none_or(|high| {
                let end = Exact::from(high.percent);
                *percent < end || (high.included && *percent == end)
            })
    }

    /// Whether no percentage is in the band.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.high.is_some_and(|high| {
            let closed = self.low.included && high.included;
            high.percent < self.low.percent || (high.percent == self.low.percent && !closed)
        })
    }

    /// Whether every percentage of this band is below every one of `next`.
    #[must_use]
    pub fn is_below(&self, next: &Self) -> bool {
        self.high.is_some_and(|high| {
            let touching = high.included && next.low.included;
            high.percent < next.low.percent || (high.percent == next.low.percent && !touching)
        })
    }
}

/// Its two ends, such as `[88 %; 90 %)`.
impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{} %; ", if self.low.included { '[' } else { '(' }, self.low.percent)?;
        match self.high {
            Some(high) => write!(f, "{} %{}", high.percent, if high.included { ']' } else { ')' }),
            None => f.write_str("…)"),
        }
    }
}

impl Formula {
    /// The most that any evidence can earn of these points.
    #[must_use]
    pub fn most(&self, points: Points) -> Exact {
        let nothing = self.nothing_of_nothing().map(|policy| Exact::from(policy.points(points)));
        let best = match self {
            Self::Proportional { cap_percent, .. } => percent_of(*cap_percent, points),
            Self::Threshold { .. } => Exact::from(points),
            Self::Bands { bands, .. } => {
                bands.iter().map(|band| band.points).max().unwrap_or_default().into()
            }
            Self::Sampled { size, each } => Exact::from(i64::from(*size)) * Exact::from(*each),
        };
        nothing.map_or(best.clone(), |nothing| nothing.max(best))
    }

    /// What nothing of nothing is worth, for formulas that look at a share.
    #[must_use]
    pub const fn nothing_of_nothing(&self) -> Option<NotAssignedPolicy> {
        match self {
            Self::Proportional { nothing_of_nothing, .. }
            | Self::Threshold { nothing_of_nothing, .. }
            | Self::Bands { nothing_of_nothing, .. } => Some(*nothing_of_nothing),
            Self::Sampled { .. } => None,
        }
    }
}

/// That percentage of the points, exactly.
fn percent_of(percent: Figure, points: Points) -> Exact {
    let hundredth = Exact::fraction(1, 100).unwrap_or_else(Exact::zero);
    Exact::from(percent) * hundredth * Exact::from(points)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bound() -> impl Strategy<Value = Bound> {
        (0_u32..6, any::<bool>())
            .prop_map(|(percent, included)| Bound { percent: percent.into(), included })
    }

    fn band() -> impl Strategy<Value = Band> {
        (bound(), prop::option::weighted(0.9, bound())).prop_map(|(low, high)| Band {
            low,
            high,
            points: Points::whole(1),
        })
    }

    /// Every half of a percent that matters for bounds of whole percents.
    fn halves() -> Vec<Exact> {
        (0..=14).filter_map(|half| Exact::fraction(half, 2)).collect()
    }

    proptest! {
        /// Law: emptiness and order of bands are what their percentages say.
        #[test]
        fn bands_agree_with_their_percentages(a in band(), b in band()) {
            let inside = |band: &Band| halves().into_iter().filter(|half| band.contains(half)).collect::<Vec<_>>();
            prop_assert_eq!(a.is_empty(), inside(&a).is_empty());
            if !a.is_empty() && !b.is_empty() {
                prop_assert_eq!(a.is_below(&b), inside(&a).last() < inside(&b).first());
            }
        }
    }

    #[test]
    fn exactly_ninety_is_in_one_band() {
        let bound = |percent: u32, included| Bound { percent: percent.into(), included };
        let low =
            Band { low: bound(88, true), high: Some(bound(90, false)), points: Points::whole(2) };
        let high = Band { low: bound(90, true), high: None, points: Points::whole(3) };
        let ninety = Exact::from(90);
        assert!(!low.contains(&ninety) && high.contains(&ninety) && low.is_below(&high));
    }
}
