//! How long it takes to score and to rank clusters.
//!
//! ```text
//! cargo bench -p thidua-benches
//! ```

mod workload;

use std::collections::BTreeSet;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use thidua::criteria::{RoundingRule, Rulebook};
use thidua::scoring::{Evidence, EvidenceParts, Standing, score};
use thidua::values::{Day, Exact, SubjectId};

use workload::{clusters, evidence, plain_totals, roster, rounded_per_item, rulebook};

/// One cluster of 60 criteria: evidence bound, every line with its reason, the standing.
fn one_cluster(bench: &mut Criterion) {
    for (label, rounding) in
        [("rounded_per_item", rounded_per_item()), ("never_rounded", RoundingRule::Never {})]
    {
        let rulebook = rulebook(rounding);
        let mut group = bench.benchmark_group(format!("cluster/conclude/{label}"));
        for members in [6, 12, 30] {
            let roster = roster(members);
            let parts = evidence(&rulebook, &roster);
            let clusters = [roster.clone()];
            let conclude = || conclude(&rulebook, &roster, &clusters, black_box(&parts));
            assert_answer(&conclude(), &parts, rounding);
            group.bench_function(BenchmarkId::from_parameter(members), |bencher| {
                bencher.iter(conclude);
            });
        }
        group.finish();
    }
}

/// 3,321 communes in clusters of 5 to 15: everybody scored, every cluster ranked.
fn whole_country(bench: &mut Criterion) {
    let rulebook = rulebook(rounded_per_item());
    let communes = roster(3_321);
    let clusters = clusters(&communes);
    let parts = evidence(&rulebook, &communes);
    let conclude = || conclude(&rulebook, &communes, &clusters, black_box(&parts));
    assert_answer(&conclude(), &parts, rounded_per_item());
    let mut group = bench.benchmark_group("country/conclude/rounded_per_item");
    group.sample_size(10);
    group.bench_function("3321_communes", |bencher| bencher.iter(conclude));
    group.finish();
}

fn conclude(
    rulebook: &Rulebook,
    roster: &BTreeSet<SubjectId>,
    clusters: &[BTreeSet<SubjectId>],
    parts: &EvidenceParts,
) -> Vec<Standing> {
    let evidence = Evidence::try_new(rulebook, roster, parts).unwrap();
    let scores = score(&evidence);
    clusters.iter().map(|members| scores.place(members, today()).unwrap()).collect()
}

/// Checks every total and place against totals that are computed another way:
/// as integers, rounded per item.
///
/// A total that is never rounded differs from those by at most half a hundredth
/// for each of its 60 criteria.
fn assert_answer(standings: &[Standing], parts: &EvidenceParts, rounding: RoundingRule) {
    let plain = plain_totals(parts);
    let tolerance = if rounding == (RoundingRule::Never {}) { 30 } else { 0 };
    assert_eq!(
        standings.iter().map(|standing| standing.positions.len()).sum::<usize>(),
        plain.len()
    );
    for positions in standings.iter().map(|standing| &standing.positions) {
        for (position, next) in positions.iter().zip(positions.iter().skip(1)) {
            assert!(next.total <= position.total, "{position:?} {next:?}");
        }
        for (place, position) in positions.iter().enumerate() {
            let ahead = positions.iter().filter(|other| position.total < other.total).count();
            assert!((ahead + 1..=place + 1).contains(&position.rank), "{position:?}");
            let total = plain[&position.subject];
            let hundredths = position.total.clone() * Exact::from(100);
            let [low, high] = [total - tolerance, total + tolerance].map(Exact::from);
            assert!(low <= hundredths && hundredths <= high, "{position:?} {total}");
        }
    }
}

fn today() -> Day {
    "2022-11-08".parse().unwrap()
}

criterion_group!(benches, one_cluster, whole_country);
criterion_main!(benches);
