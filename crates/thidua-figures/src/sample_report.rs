//! A small text for tests.

use crate::sample::{basis, day, days, text};
use crate::{About, Claim, CountedBy, Relation, Report, ReportParts, Stage, Stated, When};

/// A text of 8 November 2024 on that year.
pub(crate) fn parts(claims: Vec<Claim>) -> ReportParts {
    ReportParts {
        id: "year-2024".parse().unwrap(),
        title: text("Năm 2024", "The year 2024"),
        publisher: text("Cụm", "The cluster"),
        basis: basis(),
        day: day("2024-11-08"),
        year: Some(2024),
        covers: Some(days("2024-01-01", Some("2025-01-01"))),
        catalogue: "small".parse().unwrap(),
        claims,
    }
}

pub(crate) fn report(claims: Vec<Claim>) -> Report {
    Report::try_new(parts(claims)).unwrap()
}

pub(crate) fn claim(id: &str, quote: &str, states: Stated) -> Claim {
    Claim {
        id: id.parse().unwrap(),
        quote: quote.parse().unwrap(),
        numeral: None,
        states,
        relations: Vec::new(),
        note: None,
    }
}

impl Claim {
    pub(crate) fn read_as(self, numeral: &str) -> Self {
        Self { numeral: Some(numeral.parse().unwrap()), ..self }
    }

    pub(crate) fn held_to(mut self, relation: Relation) -> Self {
        self.relations.push(relation);
        self
    }
}

pub(crate) fn district() -> About {
    About::Unit { unit: "tay-ho".parse().unwrap() }
}

pub(crate) fn cluster() -> About {
    About::Cluster { cluster: "cluster-1".parse().unwrap() }
}

/// A figure of the first half of 2024, of the district; of a stock, of one day.
pub(crate) fn figure(indicator: &str) -> Stated {
    let half = days("2024-01-01", Some("2024-07-01"));
    let period = if indicator == "groups" { days("2024-03-01", Some("2024-03-02")) } else { half };
    Stated::Figure {
        about: district(),
        indicator: indicator.parse().unwrap(),
        period,
        stage: Stage::Done,
        counted_by: CountedBy::Place,
        called: None,
    }
}

/// The share of cremations in the first half of 2024.
pub(crate) fn share() -> Stated {
    Stated::Share {
        about: district(),
        indicator: "cremated".parse().unwrap(),
        period: days("2024-01-01", Some("2024-07-01")),
        stage: Stage::Done,
        counted_by: CountedBy::Place,
    }
}

pub(crate) fn count() -> Stated {
    Stated::Count { of: text("việc", "things") }
}

pub(crate) fn date(when: When) -> Stated {
    Stated::Date { of: text("họp", "meeting"), when }
}
