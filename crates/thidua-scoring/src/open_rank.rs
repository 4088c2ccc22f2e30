//! Ranks among what is open: by the worst ends, with the ranks that are possible.

use std::collections::{BTreeMap, BTreeSet};

use thidua_ranking::{Partition, Rank};

use crate::place::possible_ranks;
use crate::{PossibleRanks, Span};

/// What is ranked.
#[derive(Clone, Debug)]
pub(crate) struct Contender<'s> {
    pub(crate) span: &'s Span,
    /// Whether missing evidence could change it.
    pub(crate) is_open: bool,
}

/// A rank, and those that are possible where it is provisional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OpenRank {
    pub(crate) rank: Rank,
    pub(crate) provisional: Option<PossibleRanks>,
}

/// Ranks contenders by their worst ends, best first; so many more are awaited of whom
/// nothing is known.
pub(crate) fn open_ranks<T: Clone + Ord>(
    contenders: &BTreeMap<T, Contender<'_>>,
    awaited: usize,
) -> Vec<(T, OpenRank)> {
    let keys = contenders.iter().map(|(item, one)| (item.clone(), &one.span.worst));
    let partition = Partition::by_key(keys.collect());
    let open: BTreeSet<&T> =
        contenders.iter().filter(|(_, one)| one.is_open).map(|(item, _)| item).collect();
    // Who may come to anything may come to as much as the first.
    let top = contenders.values().map(|one| one.span).max_by(|a, b| a.best.cmp(&b.best));
    let awaited: Vec<&Span> = top.into_iter().cycle().take(awaited).collect();
    let ranked = partition
        .ranks()
        .filter_map(|(item, rank)| Some((item.clone(), (rank, contenders.get(item)?.span))));
    let ranked: BTreeMap<T, (Rank, &Span)> = ranked.collect();
    let ranks = partition.ranks().map(|(item, rank)| {
        let provisional = possible_ranks(item, rank, &ranked, &open, &awaited);
        (item.clone(), OpenRank { rank, provisional })
    });
    ranks.collect()
}
