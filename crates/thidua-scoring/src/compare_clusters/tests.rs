//! Laws and cases of comparing clusters.

use proptest::prelude::*;
use proptest::sample::Index;
use thidua_criteria::strategies::{plain_rulebook, rulebook};
use thidua_criteria::{
    Disqualifier, Fact, FactAnswer, Formula, Item, NothingOfNothing, RulebookParts, Unanswered,
};
use thidua_values::{Basis, Coded, Figure, SubjectId};

use super::*;
use crate::strategies::{evidence_parts, fewer, roster_for};
use crate::{
    Evidence, EvidenceParts, EvidenceValue, Member, PossibleRanks, Roster, Row, samples, score,
};

mod cases;

const RULES: [MemberRule; 3] = [MemberRule::Count, MemberRule::LeaveOut, MemberRule::Refuse];

fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    prop_oneof![rulebook(), plain_rulebook()].prop_flat_map(|rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts)
    })
}

/// A comparison of each kind, with each rule.
fn comparisons(rulebook: &Rulebook) -> Vec<ClusterComparison> {
    let mut measures = vec![ClusterMeasure::MeanOfTotals {}, ClusterMeasure::MeanOfShares {}];
    for leaf in rulebook.leaves() {
        let criterion = leaf.criterion.id.clone();
        if shares_of(rulebook, &criterion).is_ok() {
            measures.push(ClusterMeasure::RatioOfSums { criterion: criterion.clone() });
            measures.push(ClusterMeasure::MeanOfRatios { criterion });
        }
    }
    let with = |by: ClusterMeasure| {
        RULES.iter().flat_map(move |disqualified| {
            let by = by.clone();
            RULES.iter().map(move |missing| ClusterComparison {
                by: by.clone(),
                disqualified: *disqualified,
                missing: *missing,
            })
        })
    };
    measures.into_iter().flat_map(with).collect()
}

/// Which of all comparisons a case tries: to try each takes long.
fn tried() -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 4)
}

/// What the comparisons that are tried come to.
fn compared(
    rulebook: &Rulebook,
    parts: &EvidenceParts,
    roster: &Roster,
    tried: &[Index],
) -> Vec<(ClusterComparison, ClusterStanding)> {
    let evidence = Evidence::try_new(rulebook, roster, parts).unwrap();
    let scores = score(&evidence);
    let all = comparisons(rulebook);
    let compare = |by: &ClusterComparison| (by.clone(), scores.compare_clusters(by).unwrap());
    tried.iter().map(|by| compare(by.get(&all))).collect()
}

fn quotient(a: &Exact, b: &Exact) -> Exact {
    a.checked_div(b).unwrap()
}

/// The mean of the members' totals, said as plainly as it can be; none where somebody
/// lacks evidence or is disqualified.
fn mean_by_definition(scores: &Scores<'_, '_>, cluster: Option<&ClusterId>) -> Option<Exact> {
    let disqualifiers = &scores.evidence().rulebook().parts().disqualifiers;
    let is_one = |fact: &CriterionId| disqualifiers.iter().any(|one| one.fact == *fact);
    let (mut sum, mut count) = (Exact::zero(), 0);
    for (subject, member) in scores.evidence().roster().members() {
        let sheet = scores.sheet(subject).unwrap();
        if member.cluster.as_ref() == cluster {
            let may_be_disqualified = sheet.open_facts.iter().any(is_one);
            if !sheet.is_settled() || may_be_disqualified || !sheet.disqualified_by.is_empty() {
                return None;
            }
            (sum, count) = (&sum + &sheet.total.worst, count + 1);
        }
    }
    sum.checked_div(&Exact::from(count))
}

/// A name that sorts the other way round: `t-5` for `s-4`.
fn reversed_name(subject: &SubjectId) -> SubjectId {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_digit(9 - digit, 10));
    let name: String = subject.as_str().chars().map(|c| digit(c).unwrap_or(c)).collect();
    name.replace("s-", "t-").parse().unwrap()
}

fn ten_times(figure: Figure) -> Figure {
    (Exact::from(figure) * Exact::from(10)).to_string().parse().unwrap()
}

proptest! {
    /// Law: every cluster has a place or a reason, once, and every member of a placed one
    /// counts or is left out.
    #[test]
    fn every_cluster_has_a_place_or_a_reason((rulebook, parts) in scored(), tried in tried()) {
        let roster = roster_for(&rulebook);
        for (_, standing) in compared(&rulebook, &parts, &roster, &tried) {
            let placed = standing.positions.iter().map(|at| &at.cluster);
            let mut all: Vec<_> = placed.chain(standing.unranked.iter().map(|one| &one.cluster)).collect();
            all.sort();
            let mut expected: Vec<_> = roster.members().map(|(_, member)| &member.cluster).collect();
            expected.sort();
            expected.dedup();
            prop_assert_eq!(all, expected);
            for ClusterPosition { coverage, .. } in &standing.positions {
                prop_assert_eq!(coverage.members, 3);
                prop_assert_eq!(coverage.members, coverage.counted.len() + coverage.left_out.len());
            }
        }
    }

    /// Law: a number is the sum of its terms, divided; a greater one is never behind; and a
    /// shared rank is an equal number.
    #[test]
    fn numbers_are_the_sums_of_their_terms((rulebook, parts) in scored(), tried in tried()) {
        for (_, standing) in compared(&rulebook, &parts, &roster_for(&rulebook), &tried) {
            for at in &standing.positions {
                let terms = &at.coverage.counted;
                let of: Exact = terms.iter().map(|term| &term.whole).sum();
                prop_assert_eq!(&at.of, &of);
                prop_assert_eq!(&at.value.worst, &quotient(&terms.iter().map(|term| &term.part.worst).sum(), &of));
                prop_assert_eq!(&at.value.best, &quotient(&terms.iter().map(|term| &term.part.best).sum(), &of));
                prop_assert!(at.value.worst <= at.value.best);
                for other in &standing.positions {
                    prop_assert!(at.value.worst <= other.value.worst || at.rank < other.rank);
                    prop_assert!(at.rank != other.rank || at.value.worst == other.value.worst);
                }
            }
        }
    }

    /// Law: the mean of totals is its definition.
    #[test]
    fn the_mean_of_totals_equals_its_definition((rulebook, parts) in scored()) {
        let evidence = Evidence::try_new(&rulebook, &roster_for(&rulebook), &parts).unwrap();
        let scores = score(&evidence);
        let (disqualified, missing) = (MemberRule::Refuse, MemberRule::Refuse);
        let by = ClusterComparison { by: ClusterMeasure::MeanOfTotals {}, disqualified, missing };
        let standing = scores.compare_clusters(&by).unwrap();
        for at in &standing.positions {
            let mean = mean_by_definition(&scores, at.cluster.as_ref());
            prop_assert_eq!(Some(at.value.clone()), mean.map(Span::exactly));
        }
        for one in &standing.unranked {
            prop_assert_eq!(mean_by_definition(&scores, one.cluster.as_ref()), None);
        }
    }

    /// Law: the ratio of sums and the mean of ratios lie between the least and the greatest
    /// ratio of a member.
    #[test]
    fn ratios_lie_between_those_of_the_members((rulebook, parts) in scored(), tried in tried()) {
        for (_, standing) in compared(&rulebook, &parts, &roster_for(&rulebook), &tried) {
            for at in &standing.positions {
                let ratios = || at.coverage.counted.iter().map(|term| quotient(&term.part.worst, &term.whole));
                prop_assert!(ratios().min().unwrap() <= at.value.worst && at.value.worst <= ratios().max().unwrap());
            }
        }
    }

    /// Law: nobody is preferred for a name: with members named the other way round each
    /// cluster keeps its number and its rank.
    #[test]
    fn names_of_members_do_not_matter((rulebook, parts) in scored(), tried in tried()) {
        let roster = roster_for(&rulebook);
        let members: Roster = roster.members().map(|(subject, member)| (reversed_name(subject), member.clone())).collect();
        let mut others = parts.clone();
        others.records.reverse();
        for record in &mut others.records {
            record.subject = reversed_name(&record.subject);
        }
        let places = |standing: ClusterStanding| -> Vec<_> {
            standing.positions.into_iter().map(|at| (at.cluster, at.rank, at.value, at.provisional)).collect()
        };
        let back = compared(&rulebook, &others, &members, &tried);
        for ((_, forth), (_, back)) in compared(&rulebook, &parts, &roster, &tried).into_iter().zip(back) {
            prop_assert_eq!(places(forth), places(back));
        }
    }

    /// Law: shares of ten times as much leave each ratio as it was.
    #[test]
    fn scale_of_figures_does_not_matter((rulebook, parts) in scored(), tried in tried()) {
        let mut scaled = parts.clone();
        for record in &mut scaled.records {
            if let EvidenceValue::Share { part, whole } = &mut record.value {
                (*part, *whole) = (ten_times(*part), ten_times(*whole));
            }
        }
        let roster = roster_for(&rulebook);
        let both = compared(&rulebook, &parts, &roster, &tried).into_iter().zip(compared(&rulebook, &scaled, &roster, &tried));
        for ((_, before), (_, after)) in both {
            let places = |standing: ClusterStanding| -> Vec<_> {
                standing.positions.into_iter().map(|at| (at.cluster, at.rank, at.value)).collect()
            };
            prop_assert_eq!(places(before), places(after));
        }
    }

    /// Law: where who lacks evidence counts, new evidence only narrows the number and the
    /// possible ranks of a cluster that has a place, and it keeps one.
    #[test]
    fn new_evidence_narrows_what_is_counted(
        (rulebook, parts) in scored(),
        keep in prop::collection::vec(any::<bool>(), 97),
        tried in tried(),
    ) {
        let roster = roster_for(&rulebook);
        let possible = |at: &ClusterPosition| at.provisional.map_or(at.rank..=at.rank, |ranks| ranks.best..=ranks.worst);
        let after = compared(&rulebook, &parts, &roster, &tried);
        let both = compared(&rulebook, &fewer(&rulebook, &parts, &keep), &roster, &tried).into_iter().zip(after);
        for ((_, before), (_, after)) in both.filter(|((by, _), _)| by.missing == MemberRule::Count) {
            for wide in &before.positions {
                prop_assert!(possible(wide).contains(&wide.rank));
                let narrow = after.position(wide.cluster.as_ref()).unwrap();
                prop_assert!(wide.value.worst <= narrow.value.worst && narrow.value.best <= wide.value.best, "{:?} {:?}", wide, narrow);
                let (wide, narrow) = (possible(wide), possible(narrow));
                prop_assert!(wide.start() <= narrow.start() && narrow.end() <= wide.end(), "{:?} {:?}", before, after);
            }
        }
    }
}
