//! Lists side by side in one list.

use crate::registry::{Lookup, lookup};

/// A list for each of a number of rows, each in the order in which its things came.
// INVARIANT: the list of row `r` is `things[starts[r]..starts[r + 1]]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows<T> {
    starts: Vec<usize>,
    things: Vec<T>,
}

impl<T: Copy + Default> Rows<T> {
    /// That many rows, or as many as things ask for; each thing comes after its row.
    pub(crate) fn of_copies(rows: usize, placed: &[(usize, T)]) -> Self {
        let rows = placed.iter().map(|(row, _)| row + 1).max().unwrap_or_default().max(rows);
        let mut starts = vec![0; rows + 1];
        for (row, _) in placed {
            if let Some(count) = starts.get_mut(row + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut free = starts.clone();
        let mut things = vec![T::default(); placed.len()];
        for (row, thing) in placed {
            let next = free.get_mut(*row);
            let place = next.and_then(|next| things.get_mut(std::mem::replace(next, *next + 1)));
            if let Some(place) = place {
                *place = *thing;
            }
        }
        Self { starts, things }
    }
}

impl<T> Rows<T> {
    /// The same of things of any sort.
    pub(crate) fn of(rows: usize, placed: Vec<(usize, T)>) -> Self {
        let (rows_of, things): (Vec<usize>, Vec<T>) = placed.into_iter().unzip();
        let positions: Vec<_> = rows_of.into_iter().zip(0..).collect();
        let Rows { starts, things: order } = Rows::of_copies(rows, &positions);
        Self { starts, things: in_order(things, order) }
    }

    /// The list of a row; of one that is not there, an empty one.
    pub(crate) fn row(&self, row: usize) -> &[T] {
        let range = self.starts.get(row).zip(self.starts.get(row + 1));
        range.and_then(|(start, end)| self.things.get(*start..*end)).unwrap_or_default()
    }

    /// The same with every list put in order by a key, stably.
    pub(crate) fn sorted_by_key<K: Ord>(mut self, key: impl Fn(&T) -> K) -> Self {
        for row in self.starts.windows(2) {
            let [start, end] = row else { continue };
            if let Some(list) = self.things.get_mut(*start..*end) {
                list.sort_by_key(&key);
            }
        }
        self
    }

    /// The same with other things.
    pub(crate) fn map<U>(self, thing: impl Fn(T) -> U) -> Rows<U> {
        Rows { starts: self.starts, things: self.things.into_iter().map(thing).collect() }
    }
}

/// The things in another order, in which each position comes once.
pub(crate) fn in_order<T>(things: Vec<T>, order: impl IntoIterator<Item = usize>) -> Vec<T> {
    let mut ordered = Vec::with_capacity(things.len());
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    ordered.extend(order.into_iter().filter_map(|at| things.get_mut(at)?.take()));
    ordered
}

/// Lists by key.
// INVARIANT: `rows` gives each key another row of `lists`.
#[derive(Clone, Debug)]
pub(crate) struct Grouped<K, T> {
    rows: Lookup<K, usize>,
    lists: Rows<T>,
}

impl<K: Eq + std::hash::Hash, T> Grouped<K, T> {
    /// The things of each key in the order in which they come.
    pub(crate) fn of(things: impl Iterator<Item = (K, T)>) -> Self {
        // How many there are is known before the first is put in its list: lists grow at a price.
        let things: Vec<(K, T)> = things.collect();
        let mut rows = lookup(things.len());
        let row = |(key, thing)| {
            let next = rows.len();
            (*rows.entry(key).or_insert(next), thing)
        };
        let placed = things.into_iter().map(row).collect();
        Self { lists: Rows::of(rows.len(), placed), rows }
    }

    /// The things of a key.
    pub(crate) fn list(&self, key: &K) -> &[T] {
        self.rows.get(key).map_or(&[], |row| self.lists.row(*row))
    }

    /// The lists, in the order in which their keys first came.
    pub(crate) fn lists(&self) -> impl Iterator<Item = &[T]> {
        (0..self.rows.len()).map(|row| self.lists.row(row))
    }

    /// The same with every list put in order, stably.
    pub(crate) fn sorted_by_key<L: Ord>(self, key: impl Fn(&T) -> L) -> Self {
        Self { lists: self.lists.sorted_by_key(key), ..self }
    }

    /// The same with other things.
    pub(crate) fn map<U>(self, thing: impl Fn(T) -> U) -> Grouped<K, U> {
        Grouped { rows: self.rows, lists: self.lists.map(thing) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Law: a row has what was placed in it, in that order, and so has a key.
        #[test]
        fn a_row_has_what_was_placed_in_it(placed in prop::collection::vec((0..6_usize, 0..9_u8), 0..20), rows in 0..8_usize) {
            let lists = Rows::of(rows, placed.clone());
            let copies = Rows::of_copies(rows, &placed);
            let groups = Grouped::of(placed.iter().copied());
            let sorted = lists.clone().sorted_by_key(|thing| *thing);
            for row in 0..10 {
                let mut expected: Vec<u8> = placed.iter().filter(|(of, _)| *of == row).map(|(_, thing)| *thing).collect();
                prop_assert_eq!(lists.row(row), &expected[..]);
                prop_assert_eq!(copies.row(row), &expected[..]);
                prop_assert_eq!(groups.list(&row), &expected[..]);
                expected.sort_unstable();
                prop_assert_eq!(sorted.row(row), &expected[..]);
            }
        }
    }
}
