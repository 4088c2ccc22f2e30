//! Laws of places, and the places of a small cluster.

use proptest::prelude::*;
use thidua_values::strategies::bounds;
use thidua_values::{Exact, Fault};

use super::*;
use crate::sample::{asked, bound_catalogue, observation, organisation, parts};
use crate::{CatalogueParts, Figures, FiguresParts, Missing};

/// The places by definition: each beside each other.
fn by_definition(worths: &[Bounds]) -> Vec<(usize, usize, usize)> {
    let place = |(at, worth): (usize, &Bounds)| {
        let others = || worths.iter().enumerate().filter(move |(other, _)| *other != at);
        let ahead = others().filter(|(_, other)| worth.is_below(other) == Some(true)).count();
        let may_be = others().filter(|(_, other)| worth.is_below(other) != Some(false)).count();
        let behind = others().filter(|(_, other)| other.is_below(worth) == Some(true)).count();
        (1 + ahead, 1 + may_be, behind)
    };
    worths.iter().enumerate().map(place).collect()
}

fn ranked(direction: Direction, worths: &[Bounds]) -> Ranking<usize> {
    let figures = worths.iter().cloned().map(Some);
    Ranking::of(direction, figures.enumerate()).unwrap()
}

/// A few of the numbers within bounds, in halves.
fn some_within(bounds: &Bounds) -> Vec<Exact> {
    let halves = (-24..=24).filter_map(|half| Exact::fraction(half, 2));
    halves.filter(|number| bounds.contains(number)).collect()
}

proptest! {
    /// Law: places are those by definition, and less is better where more of the opposite is.
    #[test]
    fn places_are_those_by_definition(worths in prop::collection::vec(bounds(), 0..8)) {
        let ranking = ranked(Direction::MoreIsBetter, &worths);
        for (at, expected) in by_definition(&worths).into_iter().enumerate() {
            let Ranked { best, worst, surely_behind, .. } = *ranking.of_item(&at).unwrap();
            prop_assert_eq!((best, worst, surely_behind), expected);
        }
        let opposite: Vec<Bounds> = worths.iter().cloned().map(|it| -it).collect();
        let mirrored = ranked(Direction::LessIsBetter, &opposite);
        let places = |ranking: &Ranking<usize>| -> Vec<_> {
            ranking.places().iter().map(|it| (it.item, it.best, it.worst)).collect()
        };
        prop_assert_eq!(places(&ranking), places(&mirrored));
        let neither = worths.iter().cloned().map(Some).enumerate();
        prop_assert!(Ranking::of(Direction::Neither, neither).is_none());
        let twice = worths.iter().chain(&worths).cloned().map(Some);
        let twice = (0..worths.len()).cycle().zip(twice);
        prop_assert_eq!(Ranking::of(Direction::MoreIsBetter, twice).unwrap(), ranking);
    }

    /// Law: whatever the numbers turn out to be, each has a place that was possible.
    #[test]
    fn what_turns_out_was_possible(worths in prop::collection::vec(bounds(), 1..5), picks in prop::collection::vec(any::<prop::sample::Index>(), 5)) {
        let numbers: Vec<Vec<Exact>> = worths.iter().map(some_within).collect();
        prop_assume!(numbers.iter().all(|numbers| !numbers.is_empty()));
        let numbers: Vec<Exact> = numbers.iter().zip(&picks).map(|(of, pick)| pick.get(of).clone()).collect();
        let ranking = ranked(Direction::MoreIsBetter, &worths);
        for (at, number) in numbers.iter().enumerate() {
            let place = 1 + numbers.iter().filter(|other| number < *other).count();
            let ranked = ranking.of_item(&at).unwrap();
            prop_assert!((ranked.best..=ranked.worst).contains(&place));
        }
    }

    /// Law: of exact numbers each has one place, that of who is ahead.
    #[test]
    fn exact_numbers_have_one_place(numbers in prop::collection::vec(0_i64..5, 1..8)) {
        let worths: Vec<Bounds> = numbers.iter().map(|number| Bounds::exactly((*number).into())).collect();
        let ranking = ranked(Direction::MoreIsBetter, &worths);
        for (at, number) in numbers.iter().enumerate() {
            let ahead = numbers.iter().filter(|other| number < *other).count();
            prop_assert_eq!(ranking.of_item(&at).unwrap().place(), Some(1 + ahead));
        }
        let of = |ranked: &Ranked<usize>| numbers[ranked.item];
        prop_assert!(ranking.leaders().all(|leader| Some(&of(leader)) == numbers.iter().max()));
        prop_assert!(ranking.laggards().all(|laggard| Some(&of(laggard)) == numbers.iter().min()));
    }
}

fn figures_of_wards() -> FiguresParts {
    parts(vec![
        observation("buoi", "cremations", 9),
        observation("buoi", "deaths", 10),
        observation("xuan-la", "cremations", 9),
        observation("xuan-la", "deaths", 12),
        observation("yen-hoa", "cremations", 4),
        observation("yen-hoa", "deaths", 5),
    ])
}

#[test]
fn units_are_ranked_by_totals_and_by_shares() {
    let (catalogue, organisation) = (bound_catalogue(), organisation());
    let figures = Figures::try_new(&catalogue, &organisation, figures_of_wards()).unwrap();
    let on = figures.as_of("2024-12-31".parse().unwrap()).unwrap();
    let wards: [UnitId; 4] =
        ["buoi", "xuan-la", "yen-hoa", "dich-vong"].map(|ward| ward.parse().unwrap());
    let places = |ranking: Ranking<UnitId>| -> Vec<String> {
        let place = |it: &Ranked<UnitId>| format!("{} {}-{}", it.item, it.best, it.worst);
        ranking.places().iter().map(place).collect()
    };
    // Nothing is known of Dịch Vọng, which may be anywhere, and so all others may be one lower.
    let totals = on.totals(&asked("cremations"), Missing::Refuse).unwrap();
    let expected = ["dich-vong 1-4", "buoi 1-2", "xuan-la 1-2", "yen-hoa 3-4"];
    let mut found = places(totals.ranking(&wards).unwrap());
    found.sort();
    let mut sorted = expected.map(str::to_owned);
    sorted.sort();
    assert_eq!(found, sorted);
    let shares = on.shares(&asked("cremated"), Missing::Refuse).unwrap();
    assert_eq!(
        places(shares.ranking(&wards[..3]).unwrap()),
        ["buoi 1-1", "yen-hoa 2-2", "xuan-la 3-3"]
    );
}

#[test]
fn what_cannot_be_ranked_is_told() {
    let mut parts: CatalogueParts = bound_catalogue().parts().clone();
    parts.indicators.iter_mut().for_each(|indicator| indicator.direction = Direction::Neither);
    let (catalogue, organisation) = (crate::Catalogue::try_new(parts).unwrap(), organisation());
    let figures = Figures::try_new(&catalogue, &organisation, figures_of_wards()).unwrap();
    let on = figures.as_of("2024-12-31".parse().unwrap()).unwrap();
    let totals = on.totals(&asked("cremations"), Missing::Refuse).unwrap();
    let message = |unit: &str| {
        let fault = totals.ranking([&unit.parse().unwrap()]).unwrap_err();
        (fault.code(), fault.to_string())
    };
    let no_direction = "expected an indicator of which more or less is better, found `cremations`, of which neither is";
    assert_eq!(message("buoi"), ("no_direction", no_direction.to_owned()));
    let not_living = "expected a unit that lives on 2024-12-31, found `nowhere`";
    assert_eq!(message("nowhere"), ("not_living", not_living.to_owned()));
}
