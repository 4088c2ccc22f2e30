//! Verdicts: whether something holds, as far as what is known of figures tells.

use thidua_values::{Bounds, Coded, Words};

/// Whether something holds of figures of which perhaps only bounds are known.
///
/// vi: Kết luận về một điều kiện, theo những gì đã biết về số liệu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Verdict {
    /// It holds, whatever the figures are within what is known of them.
    ///
    /// vi: Đúng với mọi giá trị có thể có của số liệu.
    Holds,
    /// It fails, whatever they are.
    ///
    /// vi: Không đúng với mọi giá trị có thể có của số liệu.
    Fails,
    /// It cannot be told from what is known.
    ///
    /// vi: Chưa kết luận được từ những gì đã biết.
    Open,
}

impl Verdict {
    /// The verdict on an answer that may not be known.
    #[must_use]
    pub const fn of(answer: Option<bool>) -> Self {
        match answer {
            Some(true) => Self::Holds,
            Some(false) => Self::Fails,
            None => Self::Open,
        }
    }

    /// Whether all of them hold.
    #[must_use]
    pub fn all(each: impl IntoIterator<Item = Self>) -> Self {
        each.into_iter().fold(Self::Holds, |all, one| match (all, one) {
            (Self::Fails, _) | (_, Self::Fails) => Self::Fails,
            (Self::Open, _) | (_, Self::Open) => Self::Open,
            (Self::Holds, Self::Holds) => Self::Holds,
        })
    }
}

impl Coded for Verdict {
    fn code(&self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Fails => "fails",
            Self::Open => "open",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Holds => Words::new("đúng", "holds"),
            Self::Fails => Words::new("không đúng", "fails"),
            Self::Open => Words::new("chưa kết luận được", "cannot be told from what is known"),
        }
    }
}

/// Whether a number is the other or less.
///
/// # Examples
///
/// ```
/// use thidua_figures::{Verdict, at_most};
/// use thidua_values::Bounds;
///
/// let cremations = Bounds::exactly(4_375.into());
/// assert_eq!(at_most(&cremations, &Bounds::exactly(5_121.into())), Verdict::Holds);
/// assert_eq!(at_most(&cremations, &Bounds::above(4_000.into())), Verdict::Open);
/// ```
#[must_use]
pub fn at_most(number: &Bounds, other: &Bounds) -> Verdict {
    Verdict::of(number.is_at_most(other))
}

/// Whether what is stated of a number is true, given what was computed of it: "trên 6 tỷ" (more
/// than 6 billion) is true of 6.5 billion.
///
/// A statement of which nothing is known, such as "khoảng 50" (about 50), is never wrong and never
/// right.
#[must_use]
pub fn stands(stated: &Bounds, computed: &Bounds) -> Verdict {
    if *stated == Bounds::unknown() {
        return Verdict::Open;
    }
    match stated.meet(computed) {
        None => Verdict::Fails,
        Some(both) if both == *computed => Verdict::Holds,
        Some(_) => Verdict::Open,
    }
}

/// Parts beside the whole that they are parts of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartsInWhole {
    /// Whether the parts together are the whole or less.
    pub verdict: Verdict,
    /// What the parts add up to.
    pub sum: Bounds,
    /// What of the whole is left, which is not below 0; none where the parts are more.
    pub rest: Option<Bounds>,
}

impl PartsInWhole {
    /// Whether parts that do not overlap fit in their whole.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_figures::{PartsInWhole, Verdict};
    /// use thidua_values::Bounds;
    ///
    /// // Of more than 7,690 million đồng one district raised 2,280 million.
    /// let whole = Bounds::above(7_690.into());
    /// let found = PartsInWhole::of([Bounds::exactly(2_280.into())], &whole);
    /// assert_eq!((found.verdict, found.rest), (Verdict::Holds, Some(Bounds::above(5_410.into()))));
    ///
    /// // Another raised more than 1,600 million, and nobody knows how much more.
    /// let parts = [Bounds::exactly(2_280.into()), Bounds::above(1_600.into())];
    /// assert_eq!(PartsInWhole::of(parts, &whole).verdict, Verdict::Open);
    /// ```
    #[must_use]
    pub fn of(parts: impl IntoIterator<Item = Bounds>, whole: &Bounds) -> Self {
        let sum: Bounds = parts.into_iter().sum();
        let rest = (whole.clone() - sum.clone()).meet(&Bounds::at_least(0.into()));
        Self { verdict: at_most(&sum, whole), sum, rest }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use thidua_values::{Exact, strategies::bounds};

    use super::*;

    /// Quarters, since bounds of the laws end at whole numbers of at most 5: of all that may be
    /// true of two numbers within them, it is so of some of these.
    fn members(bounds: &Bounds) -> Vec<Exact> {
        let quarters = (-24..=24).filter_map(|it| Exact::fraction(it, 4));
        quarters.filter(|it| bounds.contains(it)).collect()
    }

    /// The verdict on each pair of numbers within bounds.
    fn by_definition(a: &Bounds, b: &Bounds, holds: impl Fn(&Exact, &Exact) -> bool) -> Verdict {
        let (a, b) = (members(a), members(b));
        let answers: Vec<bool> =
            a.iter().flat_map(|a| b.iter().map(|b| holds(a, b)).collect::<Vec<_>>()).collect();
        match (answers.contains(&true), answers.contains(&false)) {
            (true, false) => Verdict::Holds,
            (false, true) => Verdict::Fails,
            _ => Verdict::Open,
        }
    }

    proptest! {
        /// Law: what holds for all numbers holds, what holds for none fails, and all else is open.
        #[test]
        fn at_most_equals_its_definition(a in bounds(), b in bounds()) {
            prop_assert_eq!(at_most(&a, &b), by_definition(&a, &b, |a, b| a <= b));
        }

        /// Law: a statement stands if all that was computed is as stated.
        #[test]
        fn stands_equals_its_definition(stated in bounds(), computed in bounds()) {
            let any = Bounds::exactly(0.into());
            let defined = by_definition(&computed, &any, |it, _| stated.contains(it));
            let says_nothing = stated == Bounds::unknown();
            prop_assert_eq!(stands(&stated, &computed), if says_nothing { Verdict::Open } else { defined });
        }

        /// Law: parts fit if their sum does, and with the rest they may be the whole.
        #[test]
        fn parts_and_their_rest_are_the_whole(parts in prop::collection::vec(bounds(), 0..4), whole in bounds()) {
            let found = PartsInWhole::of(parts.clone(), &whole);
            let sum: Bounds = parts.into_iter().sum();
            prop_assert_eq!(found.verdict, at_most(&sum, &whole));
            prop_assert_eq!(found.rest.is_none(), found.verdict == Verdict::Fails);
            if let (Some(rest), true) = (&found.rest, sum.number().is_some()) {
                prop_assert!(whole.covers(&(sum + rest.clone())));
            }
        }
    }

    #[test]
    fn each_verdict_has_its_code_and_words() {
        let cases = [
            (Some(true), "holds", "đúng", "holds"),
            (Some(false), "fails", "không đúng", "fails"),
            (None, "open", "chưa kết luận được", "cannot be told from what is known"),
        ];
        for (answer, code, vi, en) in cases {
            let verdict = Verdict::of(answer);
            assert_eq!((verdict.code(), verdict.words()), (code, Words::new(vi, en)));
        }
    }

    #[test]
    fn all_hold_if_each_does() {
        use Verdict::{Fails, Holds, Open};

        assert_eq!(Verdict::all([]), Holds);
        assert_eq!(Verdict::all([Holds, Open, Holds]), Open);
        assert_eq!(Verdict::all([Open, Fails, Holds]), Fails);
    }

    #[test]
    fn what_is_said_of_nothing_known_is_neither_right_nor_wrong() {
        assert_eq!(stands(&Bounds::unknown(), &Bounds::exactly(3.into())), Verdict::Open);
        assert_eq!(stands(&Bounds::above(6.into()), &Bounds::exactly(7.into())), Verdict::Holds);
        assert_eq!(stands(&Bounds::above(6.into()), &Bounds::exactly(6.into())), Verdict::Fails);
        assert_eq!(stands(&Bounds::exactly(7.into()), &Bounds::above(6.into())), Verdict::Open);
    }
}
