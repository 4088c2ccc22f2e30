//! Laws of reading feeds.

use proptest::prelude::*;
use thidua_figures::FeedsParts;

use super::tests::{agree, change, parts, reads_back};

const FEEDS: &str = include_str!("../../../../examples/data/hanoi-2022/feeds.json");

#[test]
fn reading_undoes_writing_of_the_feeds_of_an_example() {
    reads_back(&parts::<FeedsParts>(FEEDS).canonical());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Law: the shape accepts what derived code accepts.
    #[test]
    fn the_shape_agrees_with_derived_code(changes in prop::collection::vec(change(), 1..3)) {
        agree::<FeedsParts>(FEEDS, &changes)?;
    }
}
