//! Cuts: the first few of a standing, and what becomes of a tie at the edge.

use crate::Partition;

/// What becomes of a tie that straddles the edge of a quota.
///
/// A tie that does not straddle the edge is not broken.
///
/// vi: Cách xử lý trường hợp đồng hạng nằm ở cả hai bên ranh giới chỉ tiêu;
/// đồng hạng ở chỗ khác thì giữ nguyên.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum EdgePolicy {
    /// All who are tied there are taken, over the quota.
    ///
    /// vi: Lấy tất cả các đơn vị đồng hạng ở ranh giới.
    #[cfg_attr(feature = "schemars", schemars(title = "IncludeAllAtEdge"))]
    IncludeAll {},
    /// None who is tied there is taken.
    ///
    /// vi: Không lấy đơn vị nào đồng hạng ở ranh giới.
    #[cfg_attr(feature = "schemars", schemars(title = "ExcludeAllAtEdge"))]
    ExcludeAll {},
    /// All who are tied there are taken, unless that makes more than the cap; then none.
    ///
    /// vi: Lấy tất cả nếu không vượt mức trần, nếu vượt thì không lấy đơn vị nào.
    #[cfg_attr(feature = "schemars", schemars(title = "IncludeUpToAtEdge"))]
    IncludeUpTo {
        /// The most that may be taken in all.
        ///
        /// vi: Mức trần: tổng số được lấy nhiều nhất.
        cap: u32,
    },
    /// An authority decides among those tied; until then nobody there is taken.
    ///
    /// vi: Cấp có thẩm quyền quyết định.
    ///
    /// Source: Quyết định 2579/QĐ-UBND of Cần Thơ (2025), article 8.2.
    #[cfg_attr(feature = "schemars", schemars(title = "ReferAtEdge"))]
    Refer {},
}

/// A standing, cut at a quota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut<T> {
    /// Who is taken, best first.
    pub inside: Vec<T>,
    /// Who is tied at the edge and waits for an authority's decision.
    pub referred: Vec<T>,
    /// Who is not taken, best first.
    pub outside: Vec<T>,
    /// The tie that straddled the edge, if one did.
    pub edge: Option<Vec<T>>,
}

/// Takes the best `seats` of a standing; `policy` says what becomes of a tie
/// that straddles the edge.
///
/// # Examples
///
/// ```
/// use std::collections::BTreeMap;
/// use thidua_ranking::{EdgePolicy, Partition, cut};
///
/// let standing = Partition::by_key(BTreeMap::from([('a', 9), ('b', 7), ('c', 7)]));
/// let taken = cut(&standing, 2, EdgePolicy::ExcludeAll {});
/// assert_eq!((taken.inside, taken.outside), (vec!['a'], vec!['b', 'c']));
/// ```
#[must_use]
pub fn cut<T: Clone + Ord>(standing: &Partition<T>, seats: usize, policy: EdgePolicy) -> Cut<T> {
    let mut cut = Cut { inside: Vec::new(), referred: Vec::new(), outside: Vec::new(), edge: None };
    let mut ahead = 0;
    for group in standing.groups() {
        let behind = ahead + group.len();
        let side = if behind <= seats {
            &mut cut.inside
        } else if seats <= ahead {
            &mut cut.outside
        } else {
            cut.edge = Some(group.clone());
            match policy {
                EdgePolicy::IncludeAll {} => &mut cut.inside,
                EdgePolicy::IncludeUpTo { cap }
                    if behind <= usize::try_from(cap).unwrap_or(usize::MAX) =>
                {
                    &mut cut.inside
                }
                EdgePolicy::ExcludeAll {} | EdgePolicy::IncludeUpTo { .. } => &mut cut.outside,
                EdgePolicy::Refer {} => &mut cut.referred,
            }
        };
        side.extend(group.iter().cloned());
        ahead = behind;
    }
    cut
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Rank;

    fn policy() -> impl Strategy<Value = EdgePolicy> {
        prop_oneof![
            Just(EdgePolicy::IncludeAll {}),
            Just(EdgePolicy::ExcludeAll {}),
            (0_u32..12).prop_map(|cap| EdgePolicy::IncludeUpTo { cap }),
            Just(EdgePolicy::Refer {}),
        ]
    }

    fn standing() -> impl Strategy<Value = Partition<usize>> {
        prop::collection::vec(0_u8..4, 0..10)
            .prop_map(|scores| Partition::by_key(scores.into_iter().enumerate().collect()))
    }

    proptest! {
        /// Law: everybody is on one side of the cut, in the order of the standing.
        #[test]
        fn everybody_is_on_one_side(standing in standing(), seats in 0_usize..12, policy in policy()) {
            let Cut { inside, referred, outside, .. } = cut(&standing, seats, policy);
            let sides: Vec<usize> = [inside, referred, outside].concat();
            prop_assert_eq!(sides, standing.groups().concat());
        }

        /// Law: who is taken is who is certainly within the quota, and of a tie
        /// at its edge all or none, as the policy says.
        #[test]
        fn who_is_taken_is_what_the_policy_says(standing in standing(), seats in 0_usize..12, policy in policy()) {
            let cut = cut(&standing, seats, policy);
            let within = |holds: &dyn Fn(Rank) -> bool| -> Vec<usize> {
                standing.ranks().filter(|(_, rank)| holds(*rank)).map(|(item, _)| *item).collect()
            };
            let edge = within(&|rank| rank.ahead() < seats && seats < rank.modified());
            let taken = match policy {
                EdgePolicy::IncludeAll {} => true,
                EdgePolicy::IncludeUpTo { cap } => {
                    within(&|rank| rank.modified() <= seats).len() + edge.len() <= cap as usize
                }
                EdgePolicy::ExcludeAll {} | EdgePolicy::Refer {} => false,
            };
            let inside = within(&|rank| rank.modified() <= seats || (taken && rank.ahead() < seats));
            prop_assert_eq!(cut.inside, inside);
            prop_assert_eq!(cut.referred, if policy == (EdgePolicy::Refer {}) { edge } else { Vec::new() });
        }

        /// Law: without a straddling tie every policy cuts alike, and fills the
        /// quota as far as there is somebody.
        #[test]
        fn a_tie_that_does_not_straddle_is_not_broken(standing in standing(), seats in 0_usize..12, policy in policy()) {
            let taken = cut(&standing, seats, policy);
            let straddles = standing.ranks().any(|(_, rank)| rank.ahead() < seats && seats < rank.modified());
            prop_assert_eq!(taken.edge.is_some(), straddles);
            if !straddles {
                prop_assert_eq!(taken.inside.len(), seats.min(standing.len()));
            }
        }
    }
}
