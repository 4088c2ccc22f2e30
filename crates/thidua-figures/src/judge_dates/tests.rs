//! Verdicts on dates and on counts of years.

use crate::judge::tests::{after, told_of};
use crate::sample_report::{claim, count, date};
use crate::{Relation, When};

#[test]
fn months_may_overlap_and_ends_of_months_come_after_their_twentieth() {
    let found = told_of(vec![
        claim("a", "tháng 12", date(When::On)),
        claim("b", "tháng 12", date(When::EndOf)),
        claim("c", "20/12", date(When::Before)).held_to(after("a")).held_to(after("b")),
        claim("d", "31/12", date(When::On)).held_to(after("b")),
    ]);
    assert_eq!(
        found,
        [
            "c after open: before 2024-12-20 is to come after 2024-12-01 to 2024-12-31",
            "c after fails: before 2024-12-20 is to come after the end of 2024-12-01 to 2024-12-31",
            "d after open: 2024-12-31 is to come after the end of 2024-12-01 to 2024-12-31",
        ]
    );
}

#[test]
fn years_of_anniversaries_and_years_in_a_row_are_counted() {
    let since = |first: &str, to: &str| Relation::YearsBetween {
        first: first.parse().unwrap(),
        anniversary: to.parse().unwrap(),
    };
    let between = |to: &str| since("a", to);
    let years = |ids: [&str; 2]| Relation::YearsInARow {
        years: ids.iter().map(|id| id.parse().unwrap()).collect(),
    };
    let found = told_of(vec![
        claim("a", "03/02/1930", date(When::On)),
        claim("b", "03/02/2020", date(When::On)),
        claim("c", "90", count()).held_to(between("b")),
        claim("d", "91", count()).held_to(between("b")),
        claim("e", "04/02/2020", date(When::On)),
        claim("f", "90", count()).held_to(between("e")),
        claim("g", "2019", date(When::On)),
        claim("h", "2020", date(When::On)),
        claim("i", "2", count()).held_to(years(["g", "h"])),
        claim("j", "2", count()).held_to(years(["h", "g"])),
        claim("k", "3", count()).held_to(years(["g", "h"])),
        claim("l", "năm 1930", date(When::On)),
        claim("m", "90", count()).held_to(since("l", "h")),
        claim("n", "90", count()).held_to(since("l", "b")),
    ]);
    let verdicts: Vec<&str> = found.iter().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(
        verdicts,
        [
            "c years_between holds",
            "d years_between fails",
            "f years_between fails",
            "i years_in_a_row holds",
            "j years_in_a_row fails",
            "k years_in_a_row fails",
            "m years_between holds",
            "n other_spans open",
        ]
    );
    assert_eq!(
        found[7],
        "n other_spans open: no years can be counted: from 1930-01-01 to 1930-12-31 to 2020-02-03"
    );
    assert_eq!(
        found[0],
        "c years_between holds: stated 90 years; from 1930-02-03 to 2020-02-03: 90 years"
    );
}
