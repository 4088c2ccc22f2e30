//! Quotas: how many may be awarded.

use thidua_values::{Exact, Figure, Rounding, RoundingMode};

/// How many may be awarded in a cluster.
///
/// vi: Chỉ tiêu: số lượng được khen thưởng trong một cụm thi đua.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Quota {
    /// So many.
    ///
    /// vi: Số lượng cố định.
    #[cfg_attr(feature = "schemars", schemars(title = "CountQuota"))]
    Count {
        /// How many, at least 1.
        ///
        /// vi: Số lượng, ít nhất 1.
        #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
        count: u32,
    },
    /// A share of the members whom no award before this one is proposed for,
    /// placed or not.
    ///
    /// vi: Tỷ lệ trên số đơn vị còn lại.
    ///
    /// Source: Quảng Ninh, 2017: certificates for at most 50 % of the rest, after the flags.
    #[cfg_attr(feature = "schemars", schemars(title = "ShareOfRestQuota"))]
    ShareOfRest {
        /// The percentage: above 0, at most 100.
        ///
        /// vi: Tỷ lệ phần trăm: lớn hơn 0, nhiều nhất 100.
        percent: Figure,
        /// What becomes of a part of a seat.
        ///
        /// vi: Cách làm tròn phần lẻ của chỉ tiêu.
        rounding: RoundingMode,
    },
}

impl Quota {
    /// How many seats there are when `rest` members are left.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_awards::Quota;
    /// use thidua_values::RoundingMode;
    ///
    /// let half = Quota::ShareOfRest { percent: "50".parse()?, rounding: RoundingMode::Down };
    /// assert_eq!([5, 4, 1, 0].map(|rest| half.seats(rest)), [2, 2, 0, 0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn seats(self, rest: usize) -> usize {
        let (percent, rounding) = match self {
            Self::Count { count } => return usize::try_from(count).unwrap_or(usize::MAX),
            Self::ShareOfRest { percent, rounding } => (percent, rounding),
        };
        // PROOF: no collection has more than `i64::MAX` members, `1` is a step, and 100 is not zero.
        let members = Exact::from(i64::try_from(rest).unwrap_or(i64::MAX));
        let share = Exact::from(percent).checked_div(&Exact::from(100)).unwrap_or_else(Exact::zero)
            * members;
        let whole = "1"
            .parse()
            .map_or(share.clone(), |step| share.round(Rounding { mode: rounding, step }));
        whole.to_integer().and_then(|seats| usize::try_from(seats).ok()).unwrap_or(usize::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_equal_their_integer_definition() {
        for rest in 0..=200_usize {
            for percent in [1_usize, 20, 33, 50, 99, 100] {
                let seats = |rounding| {
                    Quota::ShareOfRest { percent: u32::try_from(percent).unwrap().into(), rounding }
                        .seats(rest)
                };
                assert_eq!(seats(RoundingMode::Down), rest * percent / 100);
                assert_eq!(seats(RoundingMode::Up), (rest * percent).div_ceil(100));
                assert_eq!(seats(RoundingMode::HalfUp), (rest * percent + 50) / 100);
            }
        }
    }
}
