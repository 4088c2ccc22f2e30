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

/// A rulebook of one criterion, `cremation`, answered by shares, and one disqualifier, `fire`.
fn of_shares() -> Rulebook {
    let formula = Formula::Proportional {
        cap_percent: "100".parse().unwrap(),
        nothing_of_nothing: NothingOfNothing::Zero,
    };
    let items = vec![
        Item::Criterion(samples::criterion("cremation", 20, formula)),
        samples::met("plan", 5),
    ];
    let fire: CriterionId = "fire".parse().unwrap();
    let answer = FactAnswer::YesOrNo { unanswered: Unanswered::Missing };
    let fact = Fact { id: fire.clone(), title: samples::title(), answer };
    samples::rulebook(&RulebookParts {
        facts: vec![fact],
        disqualifiers: vec![Disqualifier { fact: fire, grade: None }],
        ..samples::parts(25, items)
    })
}

/// What clusters come to, of members such as `a1` of cluster `a`, each with `cremation`; all
/// met the plan and had no fire, unless the text after a comma says otherwise.
fn ranked(members: &[(&str, &str)], by: ClusterMeasure, rules: [MemberRule; 2]) -> String {
    let rulebook = of_shares();
    let cluster = |id: &str| id[..1].parse().ok();
    let roster: Roster = members
        .iter()
        .map(|(id, _)| (id.parse().unwrap(), Member { cluster: cluster(id), ..Member::default() }))
        .collect();
    let mut rows = Vec::new();
    for (subject, text) in members {
        let mut texts = text.split(", ");
        let mut row = |criterion, default| {
            let text = texts.next().unwrap_or(default);
            rows.push(Row { subject, criterion, text });
        };
        row("cremation", "");
        row("plan", "met");
        row("fire", "not_met");
    }
    let basis = Basis::Illustrative { note: "a test".parse().unwrap() };
    let evidence = Evidence::from_rows(&rulebook, &roster, &rulebook.edition(), &rows, &basis);
    let evidence = evidence.unwrap_or_else(|faults| panic!("{faults}"));
    let [disqualified, missing] = rules;
    let compared = ClusterComparison { by, disqualified, missing };
    shown(&score(&evidence).compare_clusters(&compared).unwrap())
}

/// A place such as `1 a 4.5 of 5 = 0.9, 2 of 3`, or a cluster and why it has none.
fn shown(standing: &ClusterStanding) -> String {
    let id = |cluster: &Option<ClusterId>| cluster.as_ref().map_or("-".into(), ToString::to_string);
    let placed = standing.positions.iter().map(|at| {
        let coverage = &at.coverage;
        let (sum, value) = (samples::text(&at.sum), samples::text(&at.value));
        let possible = at.provisional.map_or(String::new(), |PossibleRanks { best, worst }| {
            format!(", possibly {best} to {worst}")
        });
        let (counted, members) = (coverage.counted.len(), coverage.members);
        let of = &at.of;
        format!(
            "{} {} {sum} of {of} = {value}, {counted} of {members}{possible}",
            at.rank,
            id(&at.cluster)
        )
    });
    let unranked = standing
        .unranked
        .iter()
        .map(|one| format!("- {} {}", id(&one.cluster), one.reason.words().en));
    placed.chain(unranked).collect::<Vec<_>>().join("\n")
}

fn sums() -> ClusterMeasure {
    ClusterMeasure::RatioOfSums { criterion: "cremation".parse().unwrap() }
}

fn ratios() -> ClusterMeasure {
    ClusterMeasure::MeanOfRatios { criterion: "cremation".parse().unwrap() }
}

const REFUSE: [MemberRule; 2] = [MemberRule::Refuse; 2];

/// Sums: (900 + 5) / 1010 = 181/202 = 0.896…, above 160/200. Means: (0.9 + 0.5) / 2 = 0.7,
/// below 0.8.
#[test]
fn the_ratio_of_sums_is_not_the_mean_of_ratios() {
    let members = [("a1", "900/1000"), ("a2", "5/10"), ("b1", "80/100"), ("b2", "80/100")];
    assert_eq!(
        ranked(&members, sums(), REFUSE),
        "1 a 905 of 1010 = 181/202, 2 of 2\n2 b 160 of 200 = 0.8, 2 of 2"
    );
    assert_eq!(
        ranked(&members, ratios(), REFUSE),
        "1 b 1.6 of 2 = 0.8, 2 of 2\n2 a 1.4 of 2 = 0.7, 2 of 2"
    );
}

/// Every figure of a cluster ten times over leaves each of its ratios as it was.
#[test]
fn the_scale_of_a_cluster_does_not_matter() {
    let small = [("a1", "9/10"), ("a2", "1/2"), ("b1", "4/5"), ("b2", "3/5")];
    let large = [("a1", "90/100"), ("a2", "10/20"), ("b1", "4/5"), ("b2", "3/5")];
    assert_eq!(
        ranked(&small, sums(), REFUSE),
        "1 a 10 of 12 = 5/6, 2 of 2\n2 b 7 of 10 = 0.7, 2 of 2"
    );
    assert_eq!(
        ranked(&large, sums(), REFUSE),
        "1 a 100 of 120 = 5/6, 2 of 2\n2 b 7 of 10 = 0.7, 2 of 2"
    );
    assert_eq!(ranked(&small, ratios(), REFUSE), ranked(&large, ratios(), REFUSE));
}

#[test]
fn nothing_of_nothing_is_not_zero() {
    let members = [("a1", "8/10"), ("a2", "0/0"), ("b1", "0/0"), ("c1", "not_assigned")];
    for by in [sums(), ratios()] {
        let text = ranked(&members, by, REFUSE);
        assert!(text.starts_with("1 a ") && text.contains(" = 0.8, 1 of 2\n"), "{text}");
        assert!(
            text.ends_with(
                "- b no member counts: `b1` (nothing to take a share of (0 of 0))\n\
                 - c no member counts: `c1` (not assigned)"
            ),
            "{text}"
        );
    }
}

#[test]
fn each_rule_says_what_a_missing_figure_does() {
    let members = [("a1", "9/10"), ("a2", ""), ("b1", "8/10"), ("b2", "no_proof"), ("c1", "7/10")];
    let by = |missing| ranked(&members, sums(), [MemberRule::Count, missing]);
    assert_eq!(
        by(MemberRule::LeaveOut),
        "1 a 9 of 10 = 0.9, 1 of 2\n2 b 8 of 10 = 0.8, 1 of 2\n3 c 7 of 10 = 0.7, 1 of 1"
    );
    assert_eq!(
        by(MemberRule::Refuse),
        "1 c 7 of 10 = 0.7, 1 of 1\n\
         - a not ranked because of members: `a2` (evidence is missing for `cremation`)\n\
         - b not ranked because of members: `b2` (no proof)"
    );
    // Cluster `a` may still come to anything; no proof will come for `b`.
    assert_eq!(
        by(MemberRule::Count),
        "1 c 7 of 10 = 0.7, 1 of 1, possibly 1 to 2\n\
         - a nothing bounds what members come to: `a2` (evidence is missing for `cremation`)\n\
         - b nothing bounds what members come to: `b2` (no proof)"
    );
}

#[test]
fn missing_points_count_from_the_worst_to_the_best() {
    let members = [("a1", "10/10"), ("a2", "10/10, "), ("b1", "9/10"), ("b2", "10/10")];
    let by = |by| ranked(&members, by, [MemberRule::Refuse, MemberRule::Count]);
    assert_eq!(
        by(ClusterMeasure::MeanOfTotals {}),
        "1 b 48 of 2 = 24, 2 of 2, possibly 1 to 2\n\
         2 a 45 to 50 of 2 = 22.5 to 25, 2 of 2, possibly 1 to 2"
    );
    assert_eq!(
        by(ClusterMeasure::MeanOfShares {}),
        "1 b 1.92 of 2 = 0.96, 2 of 2, possibly 1 to 2\n\
         2 a 1.8 to 2 of 2 = 0.9 to 1, 2 of 2, possibly 1 to 2"
    );
}

#[test]
fn each_rule_says_what_a_disqualified_member_does() {
    let members = [("a1", "10/10, met, met"), ("a2", "5/10"), ("b1", "8/10"), ("b2", "8/10")];
    let by = |rule| ranked(&members, ClusterMeasure::MeanOfTotals {}, [rule, MemberRule::Refuse]);
    assert_eq!(by(MemberRule::Count), "1 b 42 of 2 = 21, 2 of 2\n2 a 40 of 2 = 20, 2 of 2");
    assert_eq!(by(MemberRule::LeaveOut), "1 b 42 of 2 = 21, 2 of 2\n2 a 15 of 1 = 15, 1 of 2");
    assert_eq!(
        by(MemberRule::Refuse),
        "1 b 42 of 2 = 21, 2 of 2\n\
         - a not ranked because of members: `a1` (disqualified by `fire`)"
    );
}

#[test]
fn who_may_be_disqualified_may_still_not_count() {
    let members = [("a1", "10/10, met, "), ("b1", "8/10")];
    let by = |rule| ranked(&members, ClusterMeasure::MeanOfTotals {}, [rule, MemberRule::Count]);
    assert_eq!(by(MemberRule::Count), "1 a 25 of 1 = 25, 1 of 1\n2 b 21 of 1 = 21, 1 of 1");
    assert_eq!(
        by(MemberRule::LeaveOut),
        "1 b 21 of 1 = 21, 1 of 1, possibly 1 to 2\n\
         - a nothing bounds what members come to: `a1` (evidence is missing for `fire`)"
    );
}

#[test]
fn only_ratios_of_shares_can_be_taken() {
    let rulebook = of_shares();
    let evidence = samples::evidence(&rulebook, &["a"], &[]);
    let message = |criterion: &str| {
        let by = ClusterMeasure::RatioOfSums { criterion: criterion.parse().unwrap() };
        let [disqualified, missing] = REFUSE;
        let compared = ClusterComparison { by, disqualified, missing };
        score(&evidence).compare_clusters(&compared).unwrap_err().to_string()
    };
    assert_eq!(message("plan"), "expected a criterion that is answered by shares, found `plan`");
    assert_eq!(message("fire"), "expected a criterion of the rulebook, found `fire`");
}
