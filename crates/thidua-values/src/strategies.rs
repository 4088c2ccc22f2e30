//! Strategies that make values, for laws here and in upper crates.
//!
//! They draw few distinct values where ties and overlaps are wanted.

use proptest::prelude::*;

use crate::id::mark::Mark;
use crate::{
    Bounds, Day, End, Exact, Figure, Id, Period, Points, Qualifier, Rounding, RoundingMode,
};

/// Points over the whole range.
pub fn points() -> impl Strategy<Value = Points> {
    prop_oneof![
        -200_000_000_i64..200_000_000,
        -1_000_000_000_000_000_000_i64 + 1..1_000_000_000_000_000_000
    ]
    .prop_filter_map("in range", Points::from_millionths)
}

/// Figures over the whole range.
pub fn figure() -> impl Strategy<Value = Figure> {
    prop_oneof!["(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?", "-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,27})?"]
        .prop_filter_map("a figure", |text| text.parse().ok())
}

/// Exact numbers, some of them beyond 128 bits.
pub fn exact() -> impl Strategy<Value = Exact> {
    let small =
        (-1000_i64..1000, 1_i64..60).prop_filter_map("a fraction", |(n, d)| Exact::fraction(n, d));
    let large =
        (any::<i64>(), 1..i64::MAX).prop_filter_map("a fraction", |(n, d)| Exact::fraction(n, d));
    let huge = (large.clone(), large.clone(), large.clone()).prop_map(|(a, b, c)| a * b * c);
    prop_oneof![4 => small, 1 => large, 1 => huge]
}

/// Bounds whose ends are small whole numbers, so that they meet and touch.
pub fn bounds() -> impl Strategy<Value = Bounds> {
    let end = || prop::option::weighted(0.8, (-5_i64..=5, any::<bool>()));
    (end(), end()).prop_filter_map("bounds", |(low, high)| {
        let end = |(at, included): (i64, bool)| End { at: at.into(), included };
        Bounds::between(low.map(end), high.map(end))
    })
}

/// Bounds, and a number within them.
pub fn bounds_and_member() -> impl Strategy<Value = (Bounds, Exact)> {
    let end = || prop::option::weighted(0.8, ((0_i64..4, 1_i64..4), any::<bool>()));
    (exact(), end(), end()).prop_filter_map("bounds", |(member, low, high)| {
        let away = |(numer, denom)| Exact::fraction(numer, denom);
        let end = |at, included| Some(End { at, included });
        let low = low.and_then(|(by, included)| end(&member - &away(by)?, included));
        let high = high.and_then(|(by, included)| end(&member + &away(by)?, included));
        let bounds = Bounds::between(low, high)?;
        bounds.contains(&member).then_some((bounds, member))
    })
}

/// Any qualifier.
pub fn qualifier() -> impl Strategy<Value = Qualifier> {
    prop::sample::select(Qualifier::ALL.to_vec())
}

/// Ways to round that real rules use.
pub fn rounding() -> impl Strategy<Value = Rounding> {
    let modes = prop::sample::select(vec![
        RoundingMode::HalfUp,
        RoundingMode::HalfEven,
        RoundingMode::Down,
        RoundingMode::Up,
    ]);
    let steps = prop::sample::select(vec!["0.01", "0.1", "0.25", "0.5", "1"]);
    (modes, steps)
        .prop_filter_map("a step", |(mode, step)| Some(Rounding { mode, step: step.parse().ok()? }))
}

/// Days over the whole calendar.
pub fn day() -> impl Strategy<Value = Day> {
    (1_u16..=9999, 1_u32..=12, 1_u32..=31)
        .prop_filter_map("a day", |(year, month, day)| Day::from_ymd(year, month, day))
}

/// The days of one short month, and the day after it.
pub fn small_calendar() -> impl Iterator<Item = Day> {
    (1..=10).filter_map(|day| Day::from_ymd(2022, 1, day)).chain(Day::from_ymd(9999, 12, 31))
}

/// Periods that start and end in the first days of January 2022, or never end.
pub fn period() -> impl Strategy<Value = Period> {
    (1_u32..10, prop::option::weighted(0.8, 1_u32..10)).prop_filter_map(
        "a period",
        |(start, days)| {
            let until = days.map(|days| Day::from_ymd(2022, 1, (start + days).min(10)));
            Period::try_new(Day::from_ymd(2022, 1, start)?, until.flatten()).ok()
        },
    )
}

/// Ids out of a handful, so that they repeat.
pub fn id<M: Mark + 'static>() -> impl Strategy<Value = Id<M>> {
    "[a-d](-[1-3])?".prop_filter_map("an id", |text| text.parse().ok())
}
