//! How long it takes to bind what the communes of a hundred provinces report, to add it up and to
//! check it.
//!
//! Each commune reports ten flows. They are bound as ten months of one indicator, whose year is
//! added up once, and as ten indicators of one year, each of which is added up; in the order of the
//! units, and in none.
//!
//! ```text
//! cargo bench -p thidua-benches --bench figures
//! ```

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use thidua::figures::{
    Asked, Catalogue, CatalogueParts, Check, CheckList, CheckListParts, Checking, CountedBy,
    Direction, Figures, FiguresOn, FiguresParts, Indicator, Measured, Missing, Observation,
    ObservedValue, OverUnits, Quantity, Rule, Source, Spread, Stage,
};
use thidua::organisation::{DatedLevel, Level, Organisation, OrganisationParts, Unit, UnitKind};
use thidua::values::{
    Basis, Bounds, Day, Exact, IndicatorId, Period, Qualifier, Severity, Text, UnitId,
};

/// Above the districts.
const PROVINCES: usize = 100;
/// Above the communes.
const DISTRICTS: usize = 700;
/// How many figures each commune reports.
const FIGURES: usize = 10;

/// How many units; the most of them not where benchmarks only have to run.
fn sizes() -> Vec<usize> {
    let in_test_mode = std::env::args().any(|argument| argument == "--test");
    let sizes = [1_000, 10_000, 100_000];
    sizes.into_iter().filter(|size| !in_test_mode || *size <= 1_000).collect()
}

/// What the figures of a commune are of.
#[derive(Clone, Copy)]
enum Shape {
    /// Months of one indicator.
    Months,
    /// Indicators of one year.
    Indicators,
}

impl Shape {
    const fn label(self) -> &'static str {
        match self {
            Self::Months => "months",
            Self::Indicators => "indicators",
        }
    }

    fn indicator(self, number: usize) -> IndicatorId {
        match self {
            Self::Months => indicator_id(0),
            Self::Indicators => indicator_id(number),
        }
    }

    fn period(self, number: usize) -> Period {
        match self {
            Self::Months => months(number, number + 1),
            Self::Indicators => months(0, FIGURES),
        }
    }

    /// What is asked, so that every figure is added up once.
    fn asked(self) -> Vec<Asked> {
        let ask = |number| Asked {
            indicator: self.indicator(number),
            period: months(0, FIGURES),
            stage: Stage::Done,
            counted_by: CountedBy::Place,
        };
        match self {
            Self::Months => vec![ask(0)],
            Self::Indicators => (0..FIGURES).map(ask).collect(),
        }
    }
}

fn all(bench: &mut Criterion) {
    let catalogue = catalogue();
    for units in sizes() {
        let organisation = organisation(units);
        for shape in [Shape::Months, Shape::Indicators] {
            for in_order in [true, false] {
                measure(bench, &catalogue, &organisation, (units, shape, in_order));
            }
        }
    }
}

fn measure(
    bench: &mut Criterion,
    catalogue: &Catalogue,
    organisation: &Organisation,
    (units, shape, in_order): (usize, Shape, bool),
) {
    let parts = parts(units, shape, in_order);
    let order = if in_order { "in_order" } else { "shuffled" };
    let label = format!("{}_{order}", shape.label());
    let size = parts.observations.len();
    let mut group = bench.benchmark_group("figures");
    group.sample_size(10);
    group.bench_function(BenchmarkId::new(format!("bind/{label}"), size), |bencher| {
        let bind = |parts| Figures::try_new(catalogue, organisation, parts).unwrap();
        bencher.iter_batched(|| parts.clone(), bind, BatchSize::PerIteration);
    });
    let expected = sum(&parts.observations);
    let figures = Figures::try_new(catalogue, organisation, parts).unwrap();
    let (day, asked) = (day("2022-12-31"), shape.asked());
    assert_eq!(roll_up(&figures.as_of(day).unwrap(), &asked), expected);
    group.bench_function(BenchmarkId::new(format!("roll_up/{label}"), size), |bencher| {
        bencher.iter(|| roll_up(&figures.as_of(black_box(day)).unwrap(), &asked));
    });
    if let (Shape::Indicators, true) = (shape, in_order) {
        let checks = CheckList::try_new(catalogue, checks()).unwrap();
        let communes = units - PROVINCES - DISTRICTS;
        // Each but the first of a chain, each beside its siblings, and each as reported.
        let expected = communes * (3 * FIGURES - 1);
        group.bench_function(BenchmarkId::new(format!("check/{label}"), size), |bencher| {
            bencher.iter(|| {
                let on = figures.as_of(black_box(day)).unwrap();
                assert_eq!(checks.run(&on, &checking()).unwrap().len(), expected);
            });
        });
    }
    group.finish();
}

/// A chain of all indicators, and each of them among siblings and as obliged.
fn checks() -> CheckListParts {
    let indicators = || (0..FIGURES).map(indicator_id).collect();
    let times = "3".parse().unwrap();
    let rules = [
        Rule::Chain { indicators: indicators() },
        Rule::Outlier { indicators: indicators(), spread: Spread::Mad, times, fewest: 5 },
        Rule::Missing { indicators: indicators() },
    ];
    let check = |(rule, at): (Rule, usize)| Check {
        id: format!("check-{at}").parse().unwrap(),
        title: text("Kiểm tra"),
        why: text("Để đo"),
        severity: Severity::Note,
        rule,
        basis: Basis::Illustrative { note: "Made up to measure.".parse().unwrap() },
    };
    CheckListParts {
        id: "three".parse().unwrap(),
        title: text("Ba phép kiểm tra"),
        catalogue: "ten".parse().unwrap(),
        checks: rules.into_iter().zip(0..).map(check).collect(),
    }
}

fn checking() -> Checking {
    let period = months(0, FIGURES);
    Checking { period, before: None, stage: Stage::Done, counted_by: CountedBy::Place }
}

/// The sum of the totals of all provinces, each of which is whole, over all that is asked.
fn roll_up(on: &FiguresOn<'_>, asked: &[Asked]) -> Bounds {
    let totals = asked.iter().map(|asked| {
        let totals = on.totals(asked, Missing::Refuse).unwrap();
        let province = |number| {
            let province = totals.of_unit(&unit_id(number)).unwrap();
            assert_eq!(province.source(), Some(Source::Below));
            province.bounds().unwrap()
        };
        (0..PROVINCES).map(province).sum::<Bounds>()
    });
    totals.sum()
}

/// The sum of all observations.
fn sum(observations: &[Observation]) -> Bounds {
    let bounds = |observation: &Observation| match observation.value {
        ObservedValue::Figure { figure, qualifier } => qualifier.bounds(Exact::from(figure)),
        _ => unreachable!("only figures are made"),
    };
    observations.iter().map(bounds).sum()
}

/// What all communes report: each tenth figure as "more than".
fn parts(units: usize, shape: Shape, in_order: bool) -> FiguresParts {
    let communes = units - PROVINCES - DISTRICTS;
    let count = communes * FIGURES;
    // Steps of a prime that is no factor of the count visit each once.
    let place = |at: usize| if in_order { at } else { at * 7_368_787 % count };
    let basis = Basis::Illustrative { note: "Made up to measure.".parse().unwrap() };
    let observation = |at: usize| {
        let (commune, number) = (place(at) / FIGURES, place(at) % FIGURES);
        let qualifier =
            if place(at).is_multiple_of(10) { Qualifier::Above } else { Qualifier::Exactly };
        let figure = u32::try_from(place(at) % 1_000).unwrap().into();
        Observation {
            about: unit_id(PROVINCES + DISTRICTS + commune).into(),
            indicator: shape.indicator(number),
            period: shape.period(number),
            stage: Stage::Done,
            counted_by: CountedBy::Place,
            value: ObservedValue::Figure { figure, qualifier },
            basis: basis.clone(),
            reporter: None,
            received: day("2023-01-10"),
            revision: 0,
        }
    };
    FiguresParts {
        title: text("Số liệu"),
        catalogue: "ten".parse().unwrap(),
        observations: (0..count).map(observation).collect(),
    }
}

fn catalogue() -> Catalogue {
    let indicator = |number| Indicator {
        id: indicator_id(number),
        code: None,
        name: text(&format!("Chỉ tiêu {number}")),
        aliases: Vec::new(),
        measured: Measured::Flow {
            of: Quantity::Count { of: text("cuộc") },
            over_units: OverUnits::Sum,
        },
        direction: Direction::MoreIsBetter,
        reporters: vec!["commune".parse().unwrap()],
        serves: Vec::new(),
        basis: Basis::Illustrative { note: "Made up to measure.".parse().unwrap() },
    };
    let indicators = (0..FIGURES).map(indicator).collect();
    let (id, title) = ("ten".parse().unwrap(), text("Mười chỉ tiêu"));
    Catalogue::try_new(CatalogueParts { id, title, indicators }).unwrap()
}

fn organisation(units: usize) -> Organisation {
    Organisation::try_new(OrganisationParts {
        id: "country".parse().unwrap(),
        title: text("Cả nước"),
        basis: Basis::Illustrative { note: "Made up to measure.".parse().unwrap() },
        stated: Period::starting(day("2022-01-01")),
        unit_kinds: vec![
            kind("province", Level::Province),
            kind("district", Level::District),
            kind("commune", Level::Commune),
        ],
        units: (0..units).map(unit).collect(),
        acts: Vec::new(),
        events: Vec::new(),
        body_kinds: Vec::new(),
        bodies: Vec::new(),
        cluster_kinds: Vec::new(),
        clusters: Vec::new(),
    })
    .unwrap()
}

fn unit(number: usize) -> Unit {
    let (kind, parent) = if number < PROVINCES {
        ("province", None)
    } else if number < PROVINCES + DISTRICTS {
        ("district", Some(number % PROVINCES))
    } else {
        ("commune", Some(PROVINCES + number % DISTRICTS))
    };
    Unit {
        id: unit_id(number),
        kind: kind.parse().unwrap(),
        name: text(&format!("Hòa Bình {number}")),
        codes: Vec::new(),
        parent: parent.map(unit_id),
    }
}

fn kind(id: &str, level: Level) -> UnitKind {
    let levels = vec![DatedLevel { during: Period::starting(day("2022-01-01")), level }];
    UnitKind { id: id.parse().unwrap(), name: text(id), levels }
}

fn unit_id(number: usize) -> UnitId {
    format!("unit-{number:07}").parse().unwrap()
}

fn indicator_id(number: usize) -> IndicatorId {
    format!("indicator-{number}").parse().unwrap()
}

/// From the first day of a month of 2022 until that of another, both counted from 0.
fn months(first: usize, until: usize) -> Period {
    let start = |month: usize| Day::from_ymd(2022, u32::try_from(month + 1).unwrap(), 1).unwrap();
    Period::try_new(start(first), Some(start(until))).unwrap()
}

fn text(text: &str) -> Text {
    Text { vi: text.parse().unwrap(), en: text.parse().unwrap() }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

criterion_group!(benches, all);
criterion_main!(benches);
