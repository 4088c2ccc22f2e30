//! How long it takes to build an organisation and to ask it: a hundred provinces and their
//! communes, each with three dated changes.
//!
//! ```text
//! cargo bench -p thidua-benches --bench organisation
//! ```

use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{
    BatchSize, BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main,
};
use thidua::organisation::Organisation;

mod country;
use country::{PROVINCES, day, name, parts, scheme, sizes, unit_id};

fn all(bench: &mut Criterion) {
    for units in sizes() {
        let parts = parts(units);
        let mut group = bench.benchmark_group("organisation");
        group.sample_size(10);
        group.bench_function(BenchmarkId::new("build", units), |bencher| {
            let build = |parts| Organisation::try_new(parts).unwrap();
            bencher.iter_batched(|| parts.clone(), build, BatchSize::PerIteration);
        });
        let organisation = Organisation::try_new(parts).unwrap();
        let (first, day) = (day("2022-01-01"), day("2024-06-01"));
        let hierarchy = organisation.as_of(day).unwrap();
        assert_eq!(hierarchy.units().count(), units);
        group.bench_function(BenchmarkId::new("as_of", units), |bencher| {
            bencher.iter(|| organisation.as_of(black_box(day)).unwrap());
        });
        first_search(&mut group, &organisation, units);
        let last = unit_id(units - 1);
        assert_eq!(hierarchy.unit(&last).unwrap().name().vi.as_str(), name(units).vi.as_str());
        group.bench_function(BenchmarkId::new("by_id", units), |bencher| {
            bencher.iter(|| hierarchy.unit(black_box(&last)).unwrap());
        });
        let (scheme, code) = (scheme(), format!("r{}", units - 1).parse().unwrap());
        assert_eq!(hierarchy.by_code(&scheme, &code).unwrap().id(), &last);
        group.bench_function(BenchmarkId::new("by_code", units), |bencher| {
            bencher.iter(|| hierarchy.by_code(&scheme, black_box(&code)).unwrap());
        });
        let succession = organisation.succession(first, day).unwrap();
        // Each to itself, and of each province an unknown share to the next, where its communes moved.
        assert_eq!(succession.passages().len(), units + PROVINCES);
        group.bench_function(BenchmarkId::new("succession", units), |bencher| {
            bencher.iter(|| organisation.succession(first, black_box(day)).unwrap());
        });
        group.finish();
    }
}

/// Names are indexed when one is first searched for: in a copy that was never asked.
fn first_search(
    group: &mut BenchmarkGroup<'_, WallTime>,
    organisation: &Organisation,
    units: usize,
) {
    let (wanted, day) = (name(units), day("2024-06-01"));
    group.bench_function(BenchmarkId::new("first_search", units), |bencher| {
        let search = |organisation: Organisation| {
            let found = organisation.as_of(day).unwrap().named(wanted.vi.as_str()).len();
            assert_eq!(found, 1);
            organisation
        };
        bencher.iter_batched(|| organisation.clone(), search, BatchSize::PerIteration);
    });
}

criterion_group!(benches, all);
criterion_main!(benches);
