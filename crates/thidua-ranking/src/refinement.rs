//! Refinement: a tie-break sees one tied group and splits it or not.

use std::collections::BTreeMap;

use crate::Partition;

/// A refined partition, and what the step decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refined<T> {
    /// The finer partition.
    pub partition: Partition<T>,
    /// The ties that came apart, best first.
    pub splits: Vec<Split<T>>,
}

/// A tie that came apart, at least partly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split<T> {
    /// Who was tied.
    pub tied: Vec<T>,
    /// The groups that the tie came apart into, best first.
    pub into: Vec<Vec<T>>,
}

impl<T: Clone + Ord> Partition<T> {
    /// Breaks ties by a key, the greatest first. Only items that are still tied
    /// are asked for theirs, and nobody leaves the place of the tie.
    #[must_use]
    pub fn refine_by<K: Ord>(&self, mut key: impl FnMut(&T) -> K) -> Refined<T> {
        let mut groups = Vec::with_capacity(self.groups().len());
        let mut splits = Vec::new();
        for group in self.groups() {
            if group.len() == 1 {
                groups.push(group.clone());
                continue;
            }
            let keys: BTreeMap<T, K> = group.iter().map(|item| (item.clone(), key(item))).collect();
            let into = Self::by_key(keys).groups().to_vec();
            if 1 < into.len() {
                splits.push(Split { tied: group.clone(), into: into.clone() });
            }
            groups.extend(into);
        }
        Refined { partition: Self::from_groups(groups), splits }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Two keys an item, of few values.
    fn keyed() -> impl Strategy<Value = BTreeMap<usize, (u8, u8)>> {
        prop::collection::vec((0_u8..4, 0_u8..4), 0..20)
            .prop_map(|keys| keys.into_iter().enumerate().collect())
    }

    fn by_first(keys: &BTreeMap<usize, (u8, u8)>) -> Partition<usize> {
        Partition::by_key(keys.iter().map(|(item, (first, _))| (*item, *first)).collect())
    }

    proptest! {
        /// Law: by one key, refined by another, is by the pair.
        #[test]
        fn refining_by_a_key_is_ranking_by_the_pair(keys in keyed()) {
            let refined = by_first(&keys).refine_by(|item| keys[item].1);
            prop_assert_eq!(refined.partition, Partition::by_key(keys));
        }

        /// Law: refining never crosses groups: the groups of the coarse
        /// partition are runs of the fine one.
        #[test]
        fn refining_never_crosses_groups(keys in keyed()) {
            let coarse = by_first(&keys);
            let fine = coarse.refine_by(|item| keys[item].1).partition;
            let mut finer = fine.groups().iter();
            for group in coarse.groups() {
                let mut gathered = Vec::new();
                while gathered.len() < group.len() {
                    gathered.extend(finer.next().unwrap().iter().copied());
                }
                gathered.sort_unstable();
                prop_assert_eq!(&gathered, group);
            }
            prop_assert_eq!(finer.next(), None);
        }

        /// Law: the splits are exactly the ties that are no longer whole.
        #[test]
        fn splits_tell_what_was_decided(keys in keyed()) {
            let coarse = by_first(&keys);
            let refined = coarse.refine_by(|item| keys[item].1);
            let whole = |tie: &&[usize]| !refined.partition.groups().iter().any(|group| group == tie);
            let broken: Vec<&[usize]> = coarse.ties().filter(whole).collect();
            prop_assert_eq!(refined.splits.iter().map(|split| split.tied.as_slice()).collect::<Vec<_>>(), broken);
        }
    }

    #[test]
    fn only_the_tied_are_asked() {
        let standing = Partition::by_key(BTreeMap::from([('a', 3), ('b', 2), ('c', 2)]));
        let mut asked = Vec::new();
        let refined = standing.refine_by(|item| {
            asked.push(*item);
            *item
        });
        assert_eq!(asked, ['b', 'c']);
        assert_eq!(
            refined.splits,
            [Split { tied: vec!['b', 'c'], into: vec![vec!['c'], vec!['b']] }]
        );
    }
}
