//! Ranks, held against those that four independent programs agree on.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use thidua_ranking::Partition;
use thidua_values::Exact;

const ORACLE: &str = include_str!("data/rank_oracle.txt");

/// The ranks of a vector in one direction, item by item, in every view.
#[derive(Debug, PartialEq)]
struct Ranks {
    min: Vec<usize>,
    max: Vec<usize>,
    dense: Vec<usize>,
    /// Ties are broken by input order.
    ordinal: Vec<usize>,
    average: Vec<Exact>,
}

#[test]
fn ranks_are_those_of_scipy_pandas_polars_and_sqlite() {
    let mut vectors = 0;
    for line in ORACLE.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split(',').collect();
        let (values, oracle) = columns.split_first().unwrap();
        let (greatest_first, smallest_first) = oracle.split_at(5);
        let values = digits(values);
        assert_eq!(ranks(&values), stated(greatest_first), "greatest first: {line}");
        let reversed: Vec<_> = values.into_iter().map(Reverse).collect();
        assert_eq!(ranks(&reversed), stated(smallest_first), "smallest first: {line}");
        vectors += 1;
    }
    assert_eq!(vectors, 364);
}

fn stated(columns: &[&str]) -> Ranks {
    let [min, max, dense, ordinal, twice_average] = columns else {
        panic!("expected 5 columns, found {columns:?}");
    };
    let half = |twice: usize| Exact::fraction(i64::try_from(twice).unwrap(), 2).unwrap();
    Ranks {
        min: digits(min),
        max: digits(max),
        dense: digits(dense),
        ordinal: digits(ordinal),
        average: digits(twice_average).into_iter().map(half).collect(),
    }
}

fn ranks<K: Clone + Ord>(keys: &[K]) -> Ranks {
    let standing = Partition::by_key(keys.iter().cloned().enumerate().collect());
    let by_item: BTreeMap<usize, _> = standing.ranks().map(|(item, rank)| (*item, rank)).collect();
    assert_eq!(by_item.len(), keys.len());
    let order = standing.refine_by(|item| Reverse(*item)).partition.into_order().unwrap();
    let place = |item: usize| 1 + order.iter().position(|other| *other == item).unwrap();
    Ranks {
        min: by_item.values().map(|rank| rank.competition()).collect(),
        max: by_item.values().map(|rank| rank.modified()).collect(),
        dense: by_item.values().map(|rank| rank.dense()).collect(),
        ordinal: (0..keys.len()).map(place).collect(),
        average: by_item.values().map(|rank| rank.fractional()).collect(),
    }
}

/// A number a (hexadecimal) digit.
fn digits(text: &str) -> Vec<usize> {
    text.chars().map(|digit| usize::try_from(digit.to_digit(16).unwrap()).unwrap()).collect()
}
