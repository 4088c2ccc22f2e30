//! What is possible of a share: some of nothing, a part, and all.

use crate::Share;

/// The shares that are possible of something, of which one is true.
// INVARIANT: at least one of the three bits is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Possible(u8);

/// The shares that can be true; what is not known is one of them.
const TRUE: [Share; 3] = [Share::None, Share::Part, Share::All];

impl Possible {
    pub(crate) const NONE: Self = Self(1);
    pub(crate) const PART: Self = Self(2);
    pub(crate) const ALL: Self = Self(4);
    pub(crate) const ANY: Self = Self(7);

    pub(crate) const fn of(share: Share) -> Self {
        match share {
            Share::None => Self::NONE,
            Share::Part => Self::PART,
            Share::All => Self::ALL,
            Share::Unknown => Self::ANY,
        }
    }

    /// The share, if only one is possible.
    pub(crate) const fn share(self) -> Share {
        match self {
            Self::NONE => Share::None,
            Self::PART => Share::Part,
            Self::ALL => Share::All,
            _ => Share::Unknown,
        }
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn can_be(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether something of it is meant for sure.
    pub(crate) const fn is_something(self) -> bool {
        !self.can_be(Self::NONE)
    }

    /// Only what is possible by the other too, unless nothing would be left.
    const fn within(self, other: Self) -> Self {
        let both = self.0 & other.0;
        if both == 0 { self } else { Self(both) }
    }

    /// What may be left of it where some may be elsewhere: if some stays, not nothing.
    pub(crate) const fn or_less(self, stays: bool) -> Self {
        let part = if self.can_be(Self::ALL) { self.or(Self::PART) } else { self };
        if stays { part } else { part.or(Self::NONE) }
    }

    /// Of an origin of which this is in a unit: what of it passes on where `passed` of the unit
    /// does. `alone` says whether nothing else is in the unit.
    pub(crate) fn passed_on(self, passed: Self, alone: bool) -> Self {
        self.with(passed, |here, passed| match (here, passed) {
            (Share::None, _) | (_, Share::None) => Self::NONE,
            (here, Share::All) => Self::of(here),
            _ if alone => Self::PART,
            // Which part of the unit passes is not known: it may be from elsewhere, or be this.
            (Share::Part, _) => Self::NONE.or(Self::PART),
            _ => Self::ANY,
        })
    }

    /// What two pieces of one origin come to in one unit.
    pub(crate) fn and(self, other: Self) -> Self {
        self.with(other, |a, b| match (a, b) {
            (Share::None, other) | (other, Share::None) => Self::of(other),
            (Share::Part, Share::Part) => Self::PART.or(Self::ALL),
            // Who has all leaves nothing to others.
            _ => Self(0),
        })
    }

    /// What is possible of every pair of possible shares; anything if no pair is.
    fn with(self, other: Self, of: impl Fn(Share, Share) -> Self) -> Self {
        let mut found = Self(0);
        for a in TRUE.into_iter().filter(|share| self.can_be(Self::of(*share))) {
            for b in TRUE.into_iter().filter(|share| other.can_be(Self::of(*share))) {
                found = found.or(of(a, b));
            }
        }
        if found.0 == 0 { Self::ANY } else { found }
    }
}

/// What is possible of each of such parts, where together they are all of one thing: one is all
/// and the others are nothing, or several are parts.
pub(crate) fn parts_of_all(shares: &[Possible]) -> Vec<Possible> {
    let refined = |(at, share): (usize, &Possible)| {
        let others = || shares.iter().zip(0..).filter(move |(_, other)| *other != at);
        let others = || others().map(|(share, _)| *share);
        let how_many = |is: fn(Possible) -> bool| others().filter(|other| is(*other)).count();
        let something = how_many(Possible::is_something);
        let parts = how_many(|other| other.can_be(Possible::PART));
        let none_is_all = how_many(|other| other == Possible::ALL) == 0;
        let another_is_all = others().any(|other| {
            other.can_be(Possible::ALL) && something == usize::from(other.is_something())
        });
        let fits = [
            (something == 0, Possible::ALL),
            (none_is_all && 1 <= parts, Possible::PART),
            (another_is_all || none_is_all && 2 <= parts, Possible::NONE),
        ];
        let fits = fits.into_iter().filter(|(fits, _)| *fits);
        share.within(fits.fold(Possible(0), |all, (_, share)| all.or(share)))
    };
    shares.iter().enumerate().map(refined).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// All that these parts can be together, each part as one share.
    fn ways(shares: &[Possible]) -> Vec<Vec<Share>> {
        let Some((first, rest)) = shares.split_first() else { return vec![Vec::new()] };
        let first = TRUE.into_iter().filter(|share| first.can_be(Possible::of(*share)));
        let rest = ways(rest);
        first
            .flat_map(|share| rest.iter().map(move |rest| [&[share], &rest[..]].concat()))
            .collect()
    }

    fn is_all(way: &[Share]) -> bool {
        let how_many = |share| way.iter().filter(|it| **it == share).count();
        match how_many(Share::All) {
            0 => 2 <= how_many(Share::Part),
            1 => how_many(Share::Part) == 0,
            _ => false,
        }
    }

    proptest! {
        /// Law: of parts that can be all together, just what is so in some way is possible.
        #[test]
        fn parts_of_all_equal_their_definition(shares in prop::collection::vec((1_u8..8).prop_map(Possible), 1..6)) {
            let ways: Vec<_> = ways(&shares).into_iter().filter(|way| is_all(way)).collect();
            let found = parts_of_all(&shares);
            for (at, share) in found.iter().enumerate().filter(|_| !ways.is_empty()) {
                for one in TRUE {
                    let expected = ways.iter().any(|way| way[at] == one);
                    prop_assert_eq!(share.can_be(Possible::of(one)), expected, "{:?} {}", shares, at);
                }
            }
        }
    }
}
