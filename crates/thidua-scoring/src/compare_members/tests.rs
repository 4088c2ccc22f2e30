//! Laws and cases of comparing members.

use proptest::prelude::*;
use proptest::sample::Index;
use thidua_criteria::strategies::{plain_rulebook, rulebook};
use thidua_criteria::{
    Combine, Criterion, Formula, Item, MeanOf, NotAssignedPolicy, Part, RoundingRule, Rulebook,
    RulebookParts, Serves,
};
use thidua_values::{Coded, Exact, Points};

use super::*;
use crate::strategies::{evidence_parts, fewer, roster_for};
use crate::{Evidence, EvidenceParts, Member, PossibleRanks, Roster, Row, samples, score};

mod cases;

const RULES: [PlaceRule; 2] = [PlaceRule::Place, PlaceRule::LeaveOut];

fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    prop_oneof![rulebook(), plain_rulebook()].prop_flat_map(|rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts)
    })
}

/// The one pillar of random rulebooks.
fn any_pillar() -> ComparedPart {
    let (campaign, pillar) = ("any".parse().unwrap(), "any".parse().unwrap());
    ComparedPart::Pillar { serves: Serves { campaign, pillar } }
}

fn criteria(rulebook: &Rulebook) -> impl Iterator<Item = ComparedPart> {
    let ids = rulebook.leaves().iter().map(|leaf| leaf.criterion.id.clone());
    ids.map(|criterion| ComparedPart::Criterion { criterion })
}

/// A comparison of each part, of each kind, with each rule.
fn comparisons(evidence: &Evidence<'_>) -> Vec<MemberComparison> {
    let groups = evidence.heads().groups.iter();
    let groups = groups.map(|head| ComparedPart::Group { group: head.id.clone() });
    let parts: Vec<_> = criteria(evidence.rulebook()).chain(groups).chain([any_pillar()]).collect();
    let mut all = Vec::new();
    for of in parts {
        for by in [PartMeasure::Points, PartMeasure::Share] {
            for disqualified in RULES {
                for missing in RULES {
                    all.push(MemberComparison { of: of.clone(), by, disqualified, missing });
                }
            }
        }
    }
    all
}

/// Which of all comparisons a case tries: to try each takes long.
fn tried() -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 4)
}

/// What the comparisons that are tried come to, of all members.
fn compared(rulebook: &Rulebook, parts: &EvidenceParts, tried: &[Index]) -> Vec<MemberStanding> {
    let evidence = Evidence::try_new(rulebook, &roster_for(rulebook), parts).unwrap();
    let scores = score(&evidence);
    let everybody = roster_for(rulebook).subjects().cloned().collect();
    let all = comparisons(&evidence);
    let compare = |by: &Index| scores.compare_members(&everybody, by.get(&all)).unwrap();
    tried.iter().map(compare).collect()
}

fn possible(at: &MemberPosition) -> std::ops::RangeInclusive<usize> {
    at.provisional.map_or(at.rank..=at.rank, |ranks| ranks.best..=ranks.worst)
}

proptest! {
    /// Law: everybody has a place or a reason, once, and the cluster of the roster.
    #[test]
    fn everybody_has_a_place_or_a_reason((rulebook, parts) in scored(), tried in tried()) {
        let roster = roster_for(&rulebook);
        for standing in compared(&rulebook, &parts, &tried) {
            let placed = standing.positions.iter().map(|at| (&at.subject, at.cluster.as_ref()));
            let unranked = standing.unranked.iter().map(|one| (&one.subject, one.cluster.as_ref()));
            let mut all: Vec<_> = placed.chain(unranked).collect();
            all.sort();
            prop_assert!(all.into_iter().eq(roster.members().map(|(subject, member)| (subject, member.cluster.as_ref()))));
        }
    }

    /// Law: a rank is one more than how many have a greater number.
    #[test]
    fn ranks_equal_their_definition((rulebook, parts) in scored(), tried in tried()) {
        for standing in compared(&rulebook, &parts, &tried) {
            for at in &standing.positions {
                let worst = |other: &MemberPosition| other.value.worst.clone();
                let ahead = standing.positions.iter().filter(|other| at.value.worst < worst(other)).count();
                let tied = standing.positions.iter().filter(|other| at.value.worst == worst(other)).count();
                prop_assert_eq!((at.rank, at.tied), (1 + ahead, tied));
            }
        }
    }

    /// Law: unless points are rounded on the way, no share is above one; and where nothing is
    /// open it is the points of what could be earned.
    #[test]
    fn shares_are_points_of_what_could_be_earned((rulebook, parts) in scored(), tried in tried()) {
        for standing in compared(&rulebook, &parts, &tried) {
            let shares = standing.compared.by == PartMeasure::Share;
            let rounding = rulebook.parts().rounding;
            let rounds = matches!(rounding, RoundingRule::PerItem { .. } | RoundingRule::PerGroup { .. });
            for at in standing.positions.iter().filter(|_| shares) {
                prop_assert!(at.value.worst <= at.value.best);
                prop_assert!(rounds || at.value.best <= Exact::one(), "{:?} {:?}", standing.compared, at);
                if standing.compared.missing == PlaceRule::LeaveOut {
                    prop_assert!(at.value.is_exact());
                    prop_assert_eq!(Some(at.value.worst.clone()), at.points.worst.checked_div(&at.attainable));
                }
            }
        }
    }

    /// Law: what is earned of a pillar is the sum of what is earned of its criteria.
    #[test]
    fn a_pillar_is_the_sum_of_its_criteria((rulebook, parts) in scored()) {
        let evidence = Evidence::try_new(&rulebook, &roster_for(&rulebook), &parts).unwrap();
        let scores = score(&evidence);
        let everybody = roster_for(&rulebook).subjects().cloned().collect();
        let points = |of| {
            let (by, disqualified, missing) = (PartMeasure::Points, PlaceRule::Place, PlaceRule::LeaveOut);
            scores.compare_members(&everybody, &MemberComparison { of, by, disqualified, missing }).unwrap()
        };
        let of_criteria: Vec<MemberStanding> = criteria(&rulebook).map(points).collect();
        for at in points(any_pillar()).positions {
            let of_each = of_criteria.iter().filter_map(|standing| standing.position(&at.subject));
            let sum: Exact = of_each.map(|one| &one.points.worst).sum();
            prop_assert_eq!(at.points, Span::exactly(sum));
        }
    }

    /// Law: who is compared beside others keeps the order to them.
    #[test]
    fn fewer_members_keep_their_order(
        (rulebook, parts) in scored(),
        kept in prop::collection::vec(any::<bool>(), 6),
        tried in tried(),
    ) {
        let evidence = Evidence::try_new(&rulebook, &roster_for(&rulebook), &parts).unwrap();
        let scores = score(&evidence);
        let everybody: BTreeSet<SubjectId> = roster_for(&rulebook).subjects().cloned().collect();
        let some: BTreeSet<SubjectId> = everybody.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(one, _)| one.clone()).collect();
        let all = comparisons(&evidence);
        for by in tried.iter().map(|by| by.get(&all)) {
            let order = |members: &BTreeSet<SubjectId>| -> Vec<_> {
                let positions = scores.compare_members(members, by).unwrap().positions;
                positions.into_iter().map(|at| (at.subject, at.value)).filter(|(subject, _)| some.contains(subject)).collect()
            };
            prop_assert_eq!(order(&some), order(&everybody));
        }
    }

    /// Law: where who lacks evidence has a place, new evidence only narrows what it is placed
    /// by and the ranks that it calls possible, and it keeps a place.
    #[test]
    fn new_evidence_narrows_the_possible_ranks(
        (rulebook, parts) in scored(),
        keep in prop::collection::vec(any::<bool>(), 97),
        tried in tried(),
    ) {
        let after = compared(&rulebook, &parts, &tried);
        let both = compared(&rulebook, &fewer(&rulebook, &parts, &keep), &tried).into_iter().zip(after);
        for (before, after) in both.filter(|(before, _)| before.compared.missing == PlaceRule::Place) {
            for wide in &before.positions {
                prop_assert!(possible(wide).contains(&wide.rank));
                let narrow = after.position(&wide.subject).unwrap();
                prop_assert!(wide.value.worst <= narrow.value.worst && narrow.value.best <= wide.value.best, "{:?} {:?} {:?}", before.compared, wide, narrow);
                let (wide, narrow) = (possible(wide), possible(narrow));
                prop_assert!(wide.start() <= narrow.start() && narrow.end() <= wide.end(), "{:?} {:?}", before, after);
            }
        }
    }
}
