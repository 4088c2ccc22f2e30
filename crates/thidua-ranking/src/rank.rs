//! Rank views: what number a place in an ordered partition gets.

use thidua_values::Exact;

/// Where an item stands in an ordered partition; each way of numbering is a
/// view of it.
///
/// The ordinal view (1, 2, 3, 4 without ties) is
/// [`Partition::into_order`](crate::Partition::into_order).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    ahead: usize,
    groups_ahead: usize,
    tied: usize,
}

impl Rank {
    pub(crate) const fn new(ahead: usize, groups_ahead: usize, tied: usize) -> Self {
        Self { ahead, groups_ahead, tied }
    }

    /// How many stand ahead.
    #[must_use]
    pub const fn ahead(self) -> usize {
        self.ahead
    }

    /// How many stand here, the item itself among them.
    #[must_use]
    pub const fn tied(self) -> usize {
        self.tied
    }

    /// Ranks as 1, 2, 2, 4: one more than those ahead. The usual one.
    #[must_use]
    pub const fn competition(self) -> usize {
        self.ahead + 1
    }

    /// Ranks as 1, 3, 3, 4: how many are not behind.
    #[must_use]
    pub const fn modified(self) -> usize {
        self.ahead + self.tied
    }

    /// Ranks as 1, 2, 2, 3: no number is left out.
    #[must_use]
    pub const fn dense(self) -> usize {
        self.groups_ahead + 1
    }

    /// Ranks as 1, 2.5, 2.5, 4: the mean of the places that the tie takes.
    #[must_use]
    pub fn fractional(self) -> Exact {
        let twice = i64::try_from(self.competition() + self.modified()).unwrap_or(i64::MAX);
        // PROOF: the divisor is 2; and no collection has half of `i64::MAX` items.
        Exact::fraction(twice, 2).unwrap_or_else(Exact::zero)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::Partition;

    /// Few distinct values, so that ties are common.
    fn scores() -> impl Strategy<Value = Vec<u16>> {
        prop::collection::vec(0_u16..6, 0..20)
    }

    fn partition(scores: &[u16]) -> Partition<usize> {
        Partition::by_key(scores.iter().copied().enumerate().collect())
    }

    fn ranks(scores: &[u16]) -> BTreeMap<usize, Rank> {
        partition(scores).ranks().map(|(item, rank)| (*item, rank)).collect()
    }

    proptest! {
        /// Law: the ranking is its quadratic definition, in every view.
        #[test]
        fn ranks_equal_their_definition(scores in scores()) {
            for (item, rank) in ranks(&scores) {
                let own = scores[item];
                let better = scores.iter().filter(|other| own < **other).count();
                let equal = scores.iter().filter(|other| own == **other).count();
                let mut ahead: Vec<u16> = scores.iter().copied().filter(|other| own < *other).collect();
                ahead.sort_unstable();
                ahead.dedup();
                prop_assert_eq!(rank.competition(), 1 + better);
                prop_assert_eq!(rank.modified(), better + equal);
                prop_assert_eq!(rank.dense(), 1 + ahead.len());
                let places: Exact = (1 + better..=better + equal).map(|place| Exact::from(i64::try_from(place).unwrap())).sum();
                prop_assert_eq!(Some(rank.fractional()), places.checked_div(&Exact::from(i64::try_from(equal).unwrap())));
            }
        }

        /// Law: a common bonus moves nobody.
        #[test]
        fn a_common_bonus_moves_nobody(scores in scores(), bonus in 0_u16..100) {
            let raised: Vec<u16> = scores.iter().map(|score| score + bonus).collect();
            prop_assert_eq!(partition(&raised), partition(&scores));
        }

        /// Law: removing the last changes nobody ahead.
        #[test]
        fn removing_the_last_changes_nobody_ahead(scores in scores()) {
            let whole = partition(&scores);
            if let Some((last, ahead)) = whole.groups().split_last() {
                let kept = ahead.iter().flatten().map(|item| (*item, scores[*item])).collect();
                let without = Partition::by_key(kept);
                prop_assert_eq!(without.groups(), ahead);
                prop_assert!(!last.is_empty());
            }
        }

        /// Law: fractional ranks add up to those of an order without ties.
        #[test]
        fn fractional_ranks_add_up(scores in scores()) {
            let sum: Exact = ranks(&scores).values().map(|rank| rank.fractional()).sum();
            prop_assert_eq!(sum, (1..=scores.len()).map(|place| Exact::from(i64::try_from(place).unwrap())).sum::<Exact>());
        }
    }
}
