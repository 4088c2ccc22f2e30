//! Laws of totals.

use proptest::prelude::*;
use proptest::sample::select;
use thidua_organisation::Organisation;
use thidua_values::{Day, Exact, Figure, IndicatorId, Period, Qualifier};

use super::by_definition::{Given, bounds_of};
use super::*;
use crate::{
    Catalogue, CountedBy, Figures, FiguresParts, ObservedValue, Stage, sample, strategies,
};

mod words;

/// Figures, a day of the organisation, what is asked of them, and what becomes of what is missing.
pub(crate) fn asked()
-> impl Strategy<Value = ((Catalogue, Organisation, FiguresParts), Day, Asked, Missing)> {
    let indicator = select(&["cremations", "deaths", "groups", "fund", "donors"][..]);
    let period =
        (1_u32..3, prop::option::weighted(0.9, prop_oneof![3 => Just(4_u32), 1 => 1..6_u32]));
    let stage = prop_oneof![5 => Just(Stage::Done), 1 => Just(Stage::Planned)];
    let counted_by = prop_oneof![5 => Just(CountedBy::Place), 1 => Just(CountedBy::Doer)];
    let missing = select(&[Missing::Refuse, Missing::AtLeast][..]);
    let how = (indicator, period, stage, counted_by);
    (strategies::figures(), 1_u32..10, how, missing).prop_map(
        |(figures, day, (indicator, (start, days), stage, counted_by), missing)| {
            let on = |day| Day::from_ymd(2022, 1, day).unwrap();
            let period = Period::try_new(on(start), days.map(|days| on(start + days))).unwrap();
            let indicator = indicator.parse().unwrap();
            (figures, on(day), Asked { indicator, period, stage, counted_by }, missing)
        },
    )
}

/// All that is told of a total.
type Told = (Option<Source>, [Option<Bounds>; 3], Coverage, Vec<Observation>);

fn told(total: Total<'_>) -> Told {
    let bounds = [total.bounds(), total.own(), total.below()];
    (total.source(), bounds, total.coverage(), total.terms().into_iter().cloned().collect())
}

/// All that is told of all totals.
fn all_told(
    (catalogue, organisation): (&Catalogue, &Organisation),
    observations: &[Observation],
    day: Day,
    asked: &Asked,
    missing: Missing,
) -> Vec<Told> {
    let observations = observations.to_vec();
    let parts = sample::parts(observations);
    let figures = Figures::try_new(catalogue, organisation, parts).unwrap();
    let on = figures.as_of(day).unwrap();
    let totals = on.totals(asked, missing).unwrap();
    totals.all().map(told).collect()
}

/// A number that a value may mean.
pub(crate) fn member(value: ObservedValue, more: u32) -> ObservedValue {
    let ObservedValue::Figure { figure, qualifier } = value else {
        return ObservedValue::Figure { figure: more.into(), qualifier: Qualifier::Exactly };
    };
    let stated = u32::try_from(figure.decimal().mantissa()).unwrap();
    let number = match qualifier {
        Qualifier::Exactly => stated,
        Qualifier::Above => stated + 1 + more,
        Qualifier::AtLeast | Qualifier::Several => stated + more,
        Qualifier::Below | Qualifier::Nearly => (stated - 1).min(more),
        Qualifier::AtMost => stated.min(more),
        Qualifier::About => more,
    };
    ObservedValue::Figure { figure: Figure::from(number), qualifier: Qualifier::Exactly }
}

proptest! {
    /// Law: totals, their terms, coverage and what is missing equal their definition.
    #[test]
    fn totals_equal_their_definition(((catalogue, organisation, parts), day, asked, missing) in asked()) {
        let figures = Figures::try_new(&catalogue, &organisation, parts.clone()).unwrap();
        let Ok(on) = figures.as_of(day) else { return Ok(()) };
        let totals = on.totals(&asked, missing).unwrap();
        let hierarchy = on.hierarchy();
        let given = Given { catalogue: &catalogue, hierarchy, observations: &parts.observations, asked: &asked, missing };
        for unit in hierarchy.units() {
            let (total, defined) = (totals.of_unit(unit.id()).unwrap(), given.total(unit.id()));
            prop_assert_eq!(total.source(), defined.source);
            prop_assert_eq!(total.bounds(), defined.bounds);
            prop_assert_eq!(total.own(), defined.own);
            prop_assert_eq!(total.below(), defined.below);
            prop_assert_eq!(total.coverage(), defined.coverage);
            prop_assert_eq!(total.terms(), defined.terms);
            let missing: Vec<_> = total.missing().into_iter().map(|unit| unit.id().clone()).collect();
            prop_assert_eq!(missing, defined.missing);
        }
        prop_assert_eq!(totals.all().count(), hierarchy.units().count());
    }

    /// Law: a total is the sum of its terms, or at least that where something is missing; no unit
    /// is a term with another that it is below of.
    #[test]
    fn totals_are_the_sums_of_their_terms(((catalogue, organisation, parts), day, asked, missing) in asked()) {
        let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
        let Ok(on) = figures.as_of(day) else { return Ok(()) };
        for total in on.totals(&asked, missing).unwrap().all() {
            let terms = total.terms();
            let sum: Bounds = terms.iter().map(|term| bounds_of(term)).sum();
            match (total.source(), total.bounds()) {
                (Some(Source::Below | Source::Own), bounds) => prop_assert_eq!(bounds, Some(sum)),
                (Some(Source::Reported), bounds) => {
                    prop_assert_eq!(missing, Missing::AtLeast);
                    prop_assert_eq!(bounds, Some(sum + Bounds::at_least(Exact::zero())));
                }
                (None, bounds) => prop_assert!(bounds.is_none() && terms.is_empty()),
            }
            for term in &terms {
                let mut above = on.hierarchy().ancestors(term.about.unit().unwrap());
                prop_assert!(above.all(|above| terms.iter().all(|other| other.about.unit() != Some(above.id()))));
            }
        }
    }

    /// Law: the order of observations means nothing.
    #[test]
    fn order_means_nothing(
        ((catalogue, organisation, parts), day, asked, missing, shuffled) in asked().prop_flat_map(|(figures, day, asked, missing)| {
            let shuffled = Just(figures.2.observations.clone()).prop_shuffle();
            (Just(figures), Just(day), Just(asked), Just(missing), shuffled)
        }),
    ) {
        if organisation.as_of(day).is_ok() {
            let bound = (&catalogue, &organisation);
            prop_assert_eq!(
                all_told(bound, &parts.observations, day, &asked, missing),
                all_told(bound, &shuffled, day, &asked, missing)
            );
        }
    }

    /// Law: revisions that are replaced, and figures that were not asked for, change nothing.
    #[test]
    fn only_what_is_asked_for_and_counts_is_added(((catalogue, organisation, parts), day, asked, missing) in asked()) {
        let bound = (&catalogue, &organisation);
        let figures = Figures::try_new(&catalogue, &organisation, parts.clone()).unwrap();
        let is_asked = |it: &&Observation| {
            it.indicator == asked.indicator && (it.stage, it.counted_by) == (asked.stage, asked.counted_by)
        };
        let few: Vec<Observation> = figures.counting().filter(is_asked).cloned().collect();
        if organisation.as_of(day).is_ok() {
            prop_assert_eq!(
                all_told(bound, &parts.observations, day, &asked, missing),
                all_told(bound, &few, day, &asked, missing)
            );
        }
    }

    /// Law: qualifiers never tighten: a total of qualified figures allows every total of the
    /// numbers that they may mean.
    #[test]
    fn qualifiers_never_tighten(
        ((catalogue, organisation, parts), day, asked, missing) in asked(),
        more in prop::collection::vec(0_u32..5, 60),
    ) {
        let mut meant = parts.observations.clone();
        for (observation, more) in meant.iter_mut().zip(more) {
            if !matches!(observation.value, ObservedValue::Answer { .. }) {
                observation.value = member(observation.value, more);
            }
        }
        if organisation.as_of(day).is_ok() {
            let bound = (&catalogue, &organisation);
            let qualified = all_told(bound, &parts.observations, day, &asked, missing);
            let meant = all_told(bound, &meant, day, &asked, missing);
            for ((source, wide, ..), (other, narrow, ..)) in qualified.iter().zip(&meant) {
                prop_assert_eq!(source, other);
                for (wide, narrow) in wide.iter().zip(narrow) {
                    prop_assert!(wide.as_ref().zip(narrow.as_ref()).is_none_or(|(wide, narrow)| wide.covers(narrow)));
                    prop_assert_eq!(wide.is_some(), narrow.is_some());
                }
            }
        }
    }

    /// Law: who tells a figure of the period and is in no total does not live on the day.
    #[test]
    fn nobody_who_lives_is_left_out(((catalogue, organisation, parts), day, asked, missing) in asked()) {
        let figures = Figures::try_new(&catalogue, &organisation, parts.clone()).unwrap();
        let Ok(on) = figures.as_of(day) else { return Ok(()) };
        let totals = on.totals(&asked, missing).unwrap();
        prop_assert!(totals.left_out().is_sorted_by(|a, b| a < b));
        for unit in totals.left_out() {
            prop_assert!(on.hierarchy().unit(unit).is_none());
            prop_assert!(parts.observations.iter().any(|it| it.about.unit() == Some(*unit)));
        }
    }
}

/// The total of a unit of the sample in 2024, as words.
fn total(observations: Vec<Observation>, indicator: &str, unit: &str, missing: Missing) -> String {
    total_on("2024-12-31", observations, indicator, unit, missing)
}

fn total_on(
    day: &str,
    observations: Vec<Observation>,
    indicator: &str,
    unit: &str,
    missing: Missing,
) -> String {
    let (catalogue, organisation) = (sample::bound_catalogue(), sample::organisation());
    let parts = sample::parts(observations);
    let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
    let on = figures.as_of(sample::day(day)).unwrap();
    let totals = on.totals(&sample::asked(indicator), missing).unwrap();
    let total = totals.of_unit(&unit.parse().unwrap()).unwrap();
    let Coverage { obliged, reported } = total.coverage();
    let bounds = total.bounds().map_or("none".to_owned(), |bounds| bounds.to_string());
    let source = total.source().map_or("none", |source| source.code());
    format!("{bounds} {source} {reported}/{obliged}")
}

fn of_wards(figures: &[(&str, u32)]) -> Vec<Observation> {
    figures.iter().map(|(unit, figure)| sample::observation(unit, "cremations", *figure)).collect()
}

#[test]
fn parents_are_not_counted_with_their_children() {
    let all = [
        ("buoi", 3),
        ("xuan-la", 4),
        ("yen-hoa", 5),
        ("dich-vong", 6),
        ("tay-ho", 9),
        ("ha-noi", 20),
    ];
    let of = |unit| total(of_wards(&all), "cremations", unit, Missing::Refuse);
    assert_eq!(of("tay-ho"), "7 below 2/2");
    assert_eq!(of("ha-noi"), "18 below 4/4");
    let (catalogue, organisation) = (sample::bound_catalogue(), sample::organisation());
    let parts = sample::parts(of_wards(&all));
    let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
    let on = figures.as_of(sample::day("2024-12-31")).unwrap();
    let totals = on.totals(&sample::asked("cremations"), Missing::Refuse).unwrap();
    let tay_ho = totals.of_unit(&"tay-ho".parse().unwrap()).unwrap();
    assert_eq!(tay_ho.own(), Some(Bounds::exactly(9.into())));
    assert_eq!(totals.of_unit(&"nowhere".parse().unwrap()).map(told), None);
}

#[test]
fn a_figure_of_the_parent_stands_in_for_what_is_missing() {
    let with = |own: &[(&str, u32)], unit, missing| {
        let wards = [("buoi", 3), ("yen-hoa", 5), ("dich-vong", 6)];
        total(of_wards(&[&wards, own].concat()), "cremations", unit, missing)
    };
    assert_eq!(with(&[], "tay-ho", Missing::Refuse), "none none 1/2");
    assert_eq!(with(&[], "tay-ho", Missing::AtLeast), "[3; …) reported 1/2");
    assert_eq!(with(&[], "ha-noi", Missing::Refuse), "none none 3/4");
    assert_eq!(with(&[], "ha-noi", Missing::AtLeast), "[14; …) reported 3/4");
    assert_eq!(with(&[("tay-ho", 9)], "tay-ho", Missing::Refuse), "9 own 1/2");
    assert_eq!(with(&[("tay-ho", 9)], "ha-noi", Missing::Refuse), "20 below 3/4");
    assert_eq!(with(&[("ha-noi", 30)], "ha-noi", Missing::AtLeast), "30 own 3/4");
}

#[test]
fn some_of_those_whom_nothing_obliges_are_not_all() {
    let mut parts = sample::catalogue();
    parts.indicators.iter_mut().for_each(|it| it.reporters.clear());
    let (catalogue, organisation) = (Catalogue::try_new(parts).unwrap(), sample::organisation());
    let total = |wards: &[(&str, u32)], missing| {
        let parts = sample::parts(of_wards(wards));
        let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
        let on = figures.as_of(sample::day("2024-12-31")).unwrap();
        let totals = on.totals(&sample::asked("cremations"), missing).unwrap();
        let total = totals.of_unit(&"ha-noi".parse().unwrap()).unwrap();
        let terms = total.terms().len();
        total
            .bounds()
            .zip(total.source())
            .map(|(it, source)| format!("{it} {} {terms}", source.code()))
    };
    let some = [("buoi", 3), ("yen-hoa", 5)];
    assert_eq!(total(&some, Missing::AtLeast).unwrap(), "[8; …) reported 2");
    assert_eq!(total(&some, Missing::Refuse), None);
    let all = [("buoi", 3), ("xuan-la", 4), ("cau-giay", 5)];
    assert_eq!(total(&all, Missing::Refuse).unwrap(), "12 below 3");
    let three: Vec<UnitId> = ["buoi", "xuan-la", "yen-hoa"].map(|it| it.parse().unwrap()).into();
    let parts = sample::parts(of_wards(&some[..1]));
    let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
    let on = figures.as_of(sample::day("2024-12-31")).unwrap();
    let totals = on.totals(&sample::asked("cremations"), Missing::AtLeast).unwrap();
    let together = totals.of_units(&three).unwrap();
    assert_eq!(together.bounds(), Some(Bounds::at_least(3.into())));
    assert_eq!(together.source(), Some(Source::Reported));
}

#[test]
fn qualified_figures_stay_bounds() {
    let above = |unit: &str, figure: u32| Observation {
        value: ObservedValue::Figure { figure: figure.into(), qualifier: Qualifier::Above },
        ..sample::observation(unit, "cremations", 0)
    };
    let met = Observation {
        value: ObservedValue::TargetMet {},
        ..sample::observation("yen-hoa", "cremations", 0)
    };
    let observations =
        [of_wards(&[("buoi", 3)]), vec![above("xuan-la", 6), above("dich-vong", 1), met]].concat();
    assert_eq!(
        total(observations.clone(), "cremations", "tay-ho", Missing::Refuse),
        "(9; …) below 2/2"
    );
    assert_eq!(total(observations, "cremations", "ha-noi", Missing::Refuse), "(10; …) below 4/4");
}

#[test]
fn a_flow_of_a_year_is_made_up_of_its_parts() {
    let part = |start: &str, until: &str, figure| Observation {
        period: sample::days(start, Some(until)),
        ..sample::observation("buoi", "cremations", figure)
    };
    let first_half = part("2024-01-01", "2024-07-01", 10);
    let quarters = [part("2024-07-01", "2024-10-01", 3), part("2024-10-01", "2025-01-01", 4)];
    let of = |observations: &[Observation]| {
        total(observations.to_vec(), "cremations", "buoi", Missing::Refuse)
    };
    assert_eq!(of(&[vec![first_half.clone()], quarters.to_vec()].concat()), "17 own 1/1");
    assert_eq!(of(&quarters), "none none 0/1");
    let second_half = part("2024-07-01", "2025-01-01", 8);
    let thirds = [part("2024-01-01", "2024-05-01", 1), part("2024-05-01", "2025-01-01", 2)];
    let halves = [first_half.clone(), second_half.clone()];
    assert_eq!(of(&[thirds, halves].concat()), "18 own 1/1");
    assert_eq!(of(&[vec![first_half, second_half], quarters.to_vec()].concat()), "18 own 1/1");
}

#[test]
fn stocks_are_the_last_and_cumulative_figures_the_latest() {
    let on = |day: &str, figure| Observation {
        period: Period::try_new(sample::day(day), sample::day(day).days_later(1)).unwrap(),
        ..sample::observation("buoi", "groups", figure)
    };
    let groups = vec![on("2023-12-31", 1), on("2024-06-30", 5), on("2024-03-31", 7)];
    assert_eq!(total(groups, "groups", "buoi", Missing::Refuse), "5 own 1/1");
    let until = |start: &str, until: &str, figure| Observation {
        period: sample::days(start, Some(until)),
        ..sample::observation("buoi", "sea-fund", figure)
    };
    let fund = vec![
        until("2024-01-01", "2024-04-01", 10),
        until("2024-01-01", "2024-10-01", 30),
        until("2024-07-01", "2025-01-01", 90),
    ];
    assert_eq!(total(fund, "sea-fund", "buoi", Missing::Refuse), "30 own 1/1");
}

#[test]
fn what_does_not_add_up_is_what_a_unit_reports() {
    let donors = |unit: &str, figure| sample::observation(unit, "donors", figure);
    let wards = vec![donors("buoi", 3), donors("xuan-la", 4)];
    assert_eq!(total(wards.clone(), "donors", "tay-ho", Missing::AtLeast), "none none 2/2");
    let with = [wards, vec![donors("tay-ho", 5)]].concat();
    assert_eq!(total(with, "donors", "tay-ho", Missing::AtLeast), "5 own 2/2");
}

#[test]
fn units_that_are_gone_are_told() {
    let (catalogue, organisation) = (sample::bound_catalogue(), sample::organisation());
    let observations = of_wards(&[("buoi", 3), ("tay-ho", 9)]);
    let parts = sample::parts(observations);
    let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
    let on = figures.as_of(sample::day("2025-07-01")).unwrap();
    let totals = on.totals(&sample::asked("cremations"), Missing::AtLeast).unwrap();
    assert_eq!(totals.left_out(), [&"tay-ho".parse::<UnitId>().unwrap()]);
    let city = totals.of_unit(&"ha-noi".parse().unwrap()).unwrap();
    assert_eq!(city.bounds(), Some(Bounds::at_least(3.into())));
    let missing: Vec<_> = city.missing().into_iter().map(|unit| unit.id().as_str()).collect();
    assert_eq!(missing, ["dich-vong", "xuan-la", "yen-hoa"]);
}
