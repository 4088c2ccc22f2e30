//! Laws of the totals of clusters.

use std::collections::BTreeSet;

use proptest::prelude::*;
use thidua_values::Qualifier;

use super::*;
use crate::totals::by_definition::Given;
use crate::totals::tests::asked;
use crate::{About, Figures, Missing, ObservedValue, sample};

proptest! {
    /// Law: the total of a cluster is that of its members by definition: those of the day, each
    /// unit once and none that is below another, beside what is reported of the cluster itself.
    #[test]
    fn totals_of_clusters_equal_their_definition(((catalogue, organisation, parts), day, asked, missing) in asked()) {
        let figures = Figures::try_new(&catalogue, &organisation, parts.clone()).unwrap();
        let Ok(on) = figures.as_of(day) else { return Ok(()) };
        let totals = on.totals(&asked, missing).unwrap();
        let hierarchy = on.hierarchy();
        let given = Given { catalogue: &catalogue, hierarchy, observations: &parts.observations, asked: &asked, missing };
        for cluster in &organisation.parts().clusters {
            let (total, defined) = (totals.of_cluster(&cluster.id).unwrap(), given.of_cluster(&cluster.id));
            prop_assert_eq!(total.source(), defined.source);
            prop_assert_eq!(total.bounds(), defined.bounds);
            prop_assert_eq!(total.own(), defined.own);
            prop_assert_eq!(total.below(), defined.below);
            prop_assert_eq!(total.coverage(), defined.coverage);
            prop_assert_eq!(total.terms(), defined.terms);
            let missing: Vec<_> = total.missing().into_iter().map(|unit| unit.id().clone()).collect();
            prop_assert_eq!(missing, defined.missing);
        }
    }

    /// Law: no member's unit is counted twice.
    #[test]
    fn members_count_once(((catalogue, organisation, parts), day, asked, missing) in asked()) {
        let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
        let Ok(on) = figures.as_of(day) else { return Ok(()) };
        let totals = on.totals(&asked, missing).unwrap();
        for cluster in &organisation.parts().clusters {
            let total = totals.of_cluster(&cluster.id).unwrap();
            let units: Vec<_> = total.members().iter().map(|total| total.unit().id()).collect();
            prop_assert!(units.is_sorted_by(|a, b| a < b));
            let with_below = units.iter().flat_map(|unit| {
                on.hierarchy().unit(unit).into_iter().chain(on.hierarchy().descendants(unit))
            });
            let all: Vec<_> = with_below.map(|unit| unit.id()).collect();
            let once: BTreeSet<_> = all.iter().collect();
            prop_assert_eq!(all.len(), once.len());
            for member in total.cluster().members() {
                prop_assert!(all.contains(&&member.unit));
            }
        }
    }
}

/// What is told of the cluster of both districts in 2024.
fn told(observations: Vec<crate::Observation>, missing: Missing) -> String {
    let (catalogue, organisation) = (sample::bound_catalogue(), sample::organisation());
    let parts = sample::parts(observations);
    let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
    let on = figures.as_of(sample::day("2024-12-31")).unwrap();
    let totals = on.totals(&sample::asked("cremations"), missing).unwrap();
    let total = totals.of_cluster(&"cluster-1".parse().unwrap()).unwrap();
    let words = |bounds: Option<Bounds>| bounds.map_or("none".to_owned(), |it| it.to_string());
    let source = total.source().map_or("none", |source| thidua_values::Coded::code(&source));
    let Coverage { obliged, reported } = total.coverage();
    let of = [total.bounds(), total.own(), total.below()].map(words).join(", ");
    format!("{of}; {source} {reported}/{obliged}, {} terms", total.terms().len())
}

fn of_wards(figures: &[(&str, u32)]) -> Vec<crate::Observation> {
    figures.iter().map(|(unit, figure)| sample::observation(unit, "cremations", *figure)).collect()
}

fn of_cluster(figure: u32) -> crate::Observation {
    let cluster = "cluster-1".parse().unwrap();
    crate::Observation {
        about: About::Cluster { cluster },
        value: ObservedValue::Figure { figure: figure.into(), qualifier: Qualifier::Above },
        ..sample::observation("buoi", "cremations", 0)
    }
}

#[test]
fn a_cluster_is_told_beside_its_members() {
    let all = [("buoi", 3), ("xuan-la", 4), ("yen-hoa", 5), ("dich-vong", 6)];
    let own = vec![of_cluster(20)];
    let with_own = |wards: &[(&str, u32)]| [of_wards(wards), own.clone()].concat();
    assert_eq!(told(of_wards(&all), Missing::Refuse), "18, none, 18; below 4/4, 4 terms");
    assert_eq!(told(with_own(&all), Missing::Refuse), "18, (20; …), 18; below 4/4, 4 terms");
    let but_one = &all[..3];
    assert_eq!(told(of_wards(but_one), Missing::Refuse), "none, none, 7; none 3/4, 0 terms");
    assert_eq!(
        told(of_wards(but_one), Missing::AtLeast),
        "[12; …), none, [12; …); reported 3/4, 3 terms"
    );
    assert_eq!(told(with_own(but_one), Missing::Refuse), "(20; …), (20; …), 7; own 3/4, 1 terms");
}

#[test]
fn shares_and_tallies_of_a_cluster_are_told() {
    let (catalogue, organisation) = (sample::bound_catalogue(), sample::organisation());
    let of = |unit: &str, indicator: &str, figure| sample::observation(unit, indicator, figure);
    let about = |indicator: &str, value| crate::Observation {
        value,
        indicator: indicator.parse().unwrap(),
        ..of_cluster(0)
    };
    let answer = |unit: &str, yes| crate::Observation {
        value: ObservedValue::Answer { yes },
        ..of(unit, "conference", 0)
    };
    let percent = ObservedValue::Figure { figure: 60.into(), qualifier: Qualifier::Exactly };
    let mut observations = vec![
        about("cremated", percent),
        about("conference", ObservedValue::Answer { yes: false }),
        answer("buoi", true),
        answer("dich-vong", true),
        answer("yen-hoa", false),
        answer("tay-ho", true),
    ];
    for ward in ["buoi", "xuan-la", "yen-hoa", "dich-vong"] {
        observations.extend([of(ward, "cremations", 3), of(ward, "deaths", 5)]);
    }
    let parts = sample::parts(observations);
    let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
    let on = figures.as_of(sample::day("2024-12-31")).unwrap();
    let cluster = "cluster-1".parse().unwrap();
    let shares = on.shares(&sample::asked("cremated"), Missing::Refuse).unwrap();
    let share = shares.of_cluster(&cluster).unwrap();
    assert_eq!(share.quotient().unwrap().to_string(), "0.6");
    assert_eq!(share.stated_percent(), Some(Bounds::exactly(60.into())));
    assert_eq!((share.part().terms().len(), share.whole().terms().len()), (4, 4));
    let tallies = on.tallies(&sample::asked("conference")).unwrap();
    let expected = crate::Tally { own: Some(false), obliged: 4, yes: 2, no: 1 };
    assert_eq!(tallies.of_cluster(&cluster), Some(expected));
    let nowhere = "cluster-9".parse().unwrap();
    assert!(shares.of_cluster(&nowhere).is_none() && tallies.of_cluster(&nowhere).is_none());
}
