//! Figures as evidence: each record from its terms, and what is not known left unsaid.

use proptest::prelude::*;
use thidua_scoring::{Evidence, Roster, score};
use thidua_values::Qualifier;

use super::*;
use crate::feeds::tests::{parts, rulebook};
use crate::sample::{self, asked, bound_catalogue, day, days, observation, organisation, text};
use crate::{Figures, ObservedValue, strategies};

/// The subjects are the units themselves.
fn subjects(units: &[&str]) -> Vec<(SubjectId, UnitId)> {
    let unit = |unit: &&str| unit.parse::<UnitId>().unwrap();
    units.iter().map(unit).map(|unit| (unit.as_subject(), unit)).collect()
}

fn fed(observations: Vec<Observation>, units: &[&str]) -> Fed {
    let (catalogue, organisation, rulebook) = (bound_catalogue(), organisation(), rulebook());
    let reported = sample::parts(observations);
    let figures = Figures::try_new(&catalogue, &organisation, reported).unwrap();
    let feeds = Feeds::try_new(&catalogue, &rulebook, parts()).unwrap();
    let on = figures.as_of(day("2024-12-31")).unwrap();
    let fed = on.feed(&feeds, days("2024-01-01", Some("2025-01-01")), subjects(units)).unwrap();
    // What is fed fits the rulebook.
    let roster: Roster = subjects(units).into_iter().map(|(subject, _)| subject).collect();
    let evidence = Evidence::try_new(&rulebook, &roster, &fed.evidence).unwrap();
    assert_eq!(score(&evidence).sheets().count(), units.len());
    fed
}

fn told(fed: &Fed) -> Vec<String> {
    let records = fed.evidence.records.iter().zip(&fed.trail).map(|(record, trail)| {
        let terms =
            trail.terms.iter().map(|term| format!("{}/{}", term.about.as_str(), term.indicator));
        let terms: Vec<_> = terms.collect();
        format!(
            "{} {} {:?} of {}",
            record.subject,
            record.criterion,
            record.value,
            terms.join(" + ")
        )
    });
    let unfed = fed.unfed.iter();
    let unfed =
        unfed.map(|it| format!("{} {}: {}", it.subject, it.criterion, it.because.words().en));
    records.chain(unfed).collect()
}

fn of_day(unit: &str, figure: u32) -> Observation {
    Observation {
        period: days("2024-12-31", Some("2025-01-01")),
        ..observation(unit, "groups", figure)
    }
}

#[test]
fn a_district_is_answered_for_by_its_wards() {
    let observations = vec![
        observation("buoi", "cremations", 9),
        observation("xuan-la", "cremations", 8),
        observation("buoi", "deaths", 10),
        observation("xuan-la", "deaths", 10),
        of_day("buoi", 3),
        of_day("xuan-la", 4),
    ];
    let fed = fed(observations, &["tay-ho"]);
    let trail_of = |criterion: &str| {
        let trail = fed.trail_of(&"tay-ho".parse().unwrap(), &criterion.parse().unwrap());
        trail.map(|trail| trail.terms.len())
    };
    assert_eq!(["cremated", "groups", "fund"].map(trail_of), [Some(4), Some(2), None]);
    let found = told(&fed);
    let expected = [
        "tay-ho cremated Share { part: Figure(17), whole: Figure(20) } of buoi/cremations + xuan-la/cremations + buoi/deaths + xuan-la/deaths",
        "tay-ho groups Count { count: 7 } of buoi/groups + xuan-la/groups",
        "tay-ho conference: no report of `tay-ho`",
        "tay-ho fund: no report of `buoi`, `xuan-la`",
        "tay-ho houses: no report of `buoi`, `xuan-la`",
        "tay-ho land: no report of `buoi`, `xuan-la`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn targets_answers_and_funds_are_evidence_too() {
    let planned = |indicator: &str, figure| {
        let stage = Stage::Planned;
        Observation { stage, ..observation("buoi", indicator, figure) }
    };
    let answer = ObservedValue::Answer { yes: true };
    let observations = vec![
        observation("buoi", "land", 50),
        planned("land", 40),
        observation("buoi", "donors", 3),
        planned("donors", 4),
        observation("buoi", "sea-fund", 7_690),
        Observation { value: answer, ..observation("buoi", "conference", 0) },
    ];
    let found = told(&fed(observations, &["buoi"]));
    let expected = [
        "buoi conference Met { met: true } of buoi/conference",
        "buoi fund Number { number: Figure(7690) } of buoi/sea-fund",
        "buoi houses Share { part: Figure(3), whole: Figure(4) } of buoi/donors + buoi/donors",
        "buoi land Target { actual: Figure(50), target: Figure(40) } of buoi/land + buoi/land",
        "buoi cremated: no report of `buoi`",
        "buoi groups: no report of `buoi`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_not_exact_is_no_evidence() {
    let more = ObservedValue::Figure { figure: 7_690.into(), qualifier: Qualifier::Above };
    let figure = "5000000000".parse().unwrap();
    let long = ObservedValue::Figure { figure, qualifier: Qualifier::Exactly };
    let fund = Observation { value: more, ..observation("buoi", "sea-fund", 0) };
    let groups = Observation { value: long, ..of_day("buoi", 0) };
    let fed = fed(vec![fund, groups], &["buoi"]);
    let because: Vec<_> =
        fed.unfed.iter().map(|it| (it.criterion.as_str(), it.because.code())).collect();
    let not_reported = ["conference", "cremated", "houses", "land"].map(|it| (it, "not_reported"));
    let mut expected = vec![("fund", "not_exact"), ("groups", "too_long")];
    expected.extend(not_reported);
    expected.sort_unstable();
    assert_eq!(because, expected);
    assert!(fed.evidence.records.is_empty());
}

#[test]
fn each_reason_has_its_code_and_words() {
    let unit: UnitId = "buoi".parse().unwrap();
    let cases = [
        (
            WhyUnfed::NotLiving(unit.clone()),
            "not_living",
            "the unit `buoi` does not live on the day",
        ),
        (WhyUnfed::NotReported(vec![]), "not_reported", "nothing was reported"),
        (WhyUnfed::NotReported(vec![unit]), "not_reported", "no report of `buoi`"),
        (
            WhyUnfed::NotExact(Bounds::above(3.into())),
            "not_exact",
            "the figure is known within (3; …) alone",
        ),
        (WhyUnfed::TooLong(3.into()), "too_long", "the figure 3 has too many digits"),
    ];
    for (because, code, en) in cases {
        assert_eq!((because.code(), because.words().en.as_str()), (code, en));
    }
}

#[test]
fn feeds_of_another_catalogue_are_refused() {
    let (catalogue, organisation) = (bound_catalogue(), organisation());
    let mut other = catalogue.parts().clone();
    other.title = text("Khác", "Another");
    let other = crate::Catalogue::try_new(other).unwrap();
    let reported = sample::parts(Vec::new());
    let figures = Figures::try_new(&other, &organisation, reported).unwrap();
    let feeds = Feeds::try_new(&catalogue, &rulebook(), parts()).unwrap();
    let on = figures.as_of(day("2024-12-31")).unwrap();
    let fault = on.feed(&feeds, days("2024-01-01", Some("2025-01-01")), []).unwrap_err();
    let message =
        "expected figures of the catalogue `small` as it is at hand, found figures of `small`";
    assert_eq!(fault.to_string(), message);
}

proptest! {
    /// Law: a number that is fed is the total that its unit has, and the sum of its terms.
    #[test]
    fn what_is_fed_is_the_total((catalogue, organisation, parts) in strategies::figures()) {
        let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
        let units: Vec<_> = organisation.parts().units.iter().map(|unit| unit.id.clone()).collect();
        let Some(day) = figures.observations().first().map(|it| it.period.start()) else { return Ok(()) };
        let Ok(on) = figures.as_of(day) else { return Ok(()) };
        for observation in figures.observations() {
            let asked = Asked { indicator: observation.indicator.clone(), period: observation.period, ..asked("groups") };
            let Ok(totals) = on.totals(&asked, Missing::Refuse) else { continue };
            for unit in &units {
                let Some(total) = totals.of_unit(unit) else { continue };
                match (exact(total), total.bounds().and_then(|bounds| bounds.number().cloned())) {
                    (Ok((figure, terms)), Some(number)) => {
                        prop_assert_eq!(Exact::from(figure), number);
                        prop_assert!(!terms.is_empty());
                    }
                    (Err(_), None) => {}
                    (found, number) => prop_assert!(false, "{:?} of {:?}", found.err(), number),
                }
            }
        }
    }
}
