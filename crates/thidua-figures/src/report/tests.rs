//! Faults of reports.

use thidua_values::{Fault, Period};

use super::*;
use crate::sample::day;
use crate::sample_report::{claim, count, date, district, figure, parts, report, share};
use crate::{Course, Stated, When};

fn faults(claims: Vec<Claim>) -> Vec<String> {
    let faults = Report::try_new(parts(claims)).unwrap_err().into_vec();
    faults.iter().map(|it| format!("{} {}: {}", it.fault.code(), it.place, it.fault)).collect()
}

fn at_most(claim: &str) -> Relation {
    Relation::AtMost { claim: claim.parse().unwrap() }
}

#[test]
fn claims_are_told_apart_and_their_numerals_are_quoted() {
    let again = vec![claim("a", "9 nhà", count()), claim("a", "8 nhà", count())];
    assert_eq!(
        faults(again),
        ["duplicate_claim claims[1].id: expected each claim once, found `a` again"]
    );
    let elsewhere = vec![claim("a", "trên 9 nhà", count()).read_as("trên 8")];
    assert_eq!(
        faults(elsewhere),
        [
            "not_in_quote claims[0].numeral: expected words of the quote `trên 9 nhà`, found `trên 8`"
        ]
    );
    let within = vec![
        claim("a", "đạt 85%, tăng 5%", count()).read_as("5%"),
        claim("b", "4.375 ca", count()).read_as("4"),
        claim("c", "5%, rồi 5%", count()).read_as("5%"),
        claim("d", "đạt 85.", count()).read_as("85"),
    ];
    assert_eq!(
        faults(within),
        [
            "not_in_quote claims[1].numeral: expected words of the quote `4.375 ca`, found `4`",
            "twice_in_quote claims[2].numeral: expected words that the quote `5%, rồi 5%` has once, found `5%` more than once",
        ]
    );
}

#[test]
fn periods_end_and_years_have_four_digits() {
    let Stated::Share { about, indicator, stage, counted_by, .. } = share() else { panic!() };
    let period = Period::starting(day("2024-01-01"));
    let endless = Stated::Share { about, indicator, period, stage, counted_by };
    let parts = ReportParts {
        year: Some(22),
        covers: Some(period),
        ..parts(vec![claim("a", "3/4", endless)])
    };
    let faults = Report::try_new(parts).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "claims[0].states.period: expected a period that ends, found 2024-01-01 on\n\
         covers: expected a period that ends, found 2024-01-01 on\n\
         year: expected a year from 1900 to 2099, found 22"
    );
}

#[test]
fn relations_name_other_claims_of_the_sort_they_need() {
    let claims = vec![
        claim("a", "9", figure("cremations"))
            .held_to(at_most("a"))
            .held_to(at_most("z"))
            .held_to(at_most("d")),
        claim("d", "8/11", date(When::On)).held_to(at_most("a")),
        claim("c", "tăng 5%", Stated::Change { of: "a".parse().unwrap(), course: Course::Rise }),
    ];
    assert_eq!(
        faults(claims),
        [
            "relation_to_itself claims[0].relations[0].claim: expected another claim, found `a` itself",
            "unknown_claim claims[0].relations[1].claim: expected a claim of this text, found `z`",
            "claim_of_another_sort claims[0].relations[2].claim: expected a claim that states a figure, found `d`, a date",
            "relation_of_another_sort claims[1].relations[0].kind: expected a relation for a claim that states a figure, found one that states a date",
            "claim_of_another_sort claims[2].states.of: expected a claim that states a share, found `a`, a figure",
        ]
    );
}

#[test]
fn relations_name_something_and_nothing_twice() {
    let units = |kinds: &[&str]| Relation::Units {
        about: district(),
        kinds: kinds.iter().map(|kind| kind.parse().unwrap()).collect(),
        day: day("2024-03-01"),
    };
    let parts = vec!["b".parse().unwrap(), "b".parse().unwrap()];
    let claims = vec![
        claim("a", "9", figure("cremations")).held_to(Relation::WholeOf { parts }),
        claim("b", "8", figure("cremations")).held_to(Relation::WholeOf { parts: Vec::new() }),
        claim("c", "2", count()).held_to(Relation::YearsInARow { years: Vec::new() }),
        claim("d", "2", count()).held_to(units(&[])).held_to(units(&["ward", "ward"])),
    ];
    assert_eq!(
        faults(claims),
        [
            "repeated_claim claims[0].relations[0].parts[1]: expected each once, found `b` again",
            "nothing_named claims[1].relations[0].parts: expected at least one, found none",
            "nothing_named claims[2].relations[0].years: expected at least one, found none",
            "nothing_named claims[3].relations[0].kinds: expected at least one, found none",
            "repeated_kind claims[3].relations[1].kinds[1]: expected each once, found `ward` again",
        ]
    );
}

#[test]
fn sets_have_one_order_and_claims_that_of_the_text() {
    let whole = |parts: [&str; 2]| Relation::WholeOf {
        parts: parts.iter().map(|part| part.parse().unwrap()).collect(),
    };
    let claims = |first: Relation, second: Relation| {
        vec![
            claim("z", "9", figure("deaths")).held_to(first).held_to(second),
            claim("b", "1", figure("deaths")),
            claim("a", "2", figure("deaths")),
        ]
    };
    let one = report(claims(whole(["a", "b"]), at_most("a")));
    let other = report(claims(at_most("a"), whole(["b", "a"])));
    assert_eq!(one, other);
    assert_eq!(one.claims()[0].id.as_str(), "z");
    assert_eq!(one.position(&"a".parse().unwrap()), Some(2));
}
