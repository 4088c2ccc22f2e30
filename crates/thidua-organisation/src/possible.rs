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

    /// Without a share that cannot be, unless nothing would be left.
    pub(crate) const fn without(self, other: Self) -> Self {
        let left = self.0 & !other.0;
        if left == 0 { self } else { Self(left) }
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
