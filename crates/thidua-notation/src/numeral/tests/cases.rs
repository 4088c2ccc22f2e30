//! How the tables of cases are judged.
//!
//! A row of numerals that are read has the article it is taken from, what it
//! is asked as, the text, how it is printed again, and what is known of it: a
//! number, `[3; 5]` from 3 to 5, `(3; …)` more than 3; of a date its first and
//! its last day. A row of texts that are refused ends with the message.
//!
//! The articles are the five that this library was made after: S0 and S4 of
//! quận Thanh Xuân (2020, 2024), S1 of quận Tây Hồ (2020), S2 and S3 of the
//! emulation clusters 3 and 2 of Hà Nội (2022). Numerals without one are made up.

use std::collections::BTreeMap;

use super::{counts, dates, money, percentages, qualifiers, readings};
use crate::{Date, Measure, Numeral, NumeralError, Quantity, QuantityRange, Share};

/// What stands in a text, as far as whoever asks knows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Asked {
    Any,
    Count,
    Of(Measure),
    RangeOf(Measure),
    Share,
    Date,
    DateIn(u16),
}

pub(super) const PLAIN: Asked = Asked::Of(Measure::Plain);
pub(super) const PERCENT: Asked = Asked::Of(Measure::Percent);
pub(super) const POINTS: Asked = Asked::Of(Measure::PercentagePoint);
pub(super) const DONG: Asked = Asked::Of(Measure::Dong);
pub(super) const COUNTS: Asked = Asked::RangeOf(Measure::Plain);
pub(super) const PERCENTS: Asked = Asked::RangeOf(Measure::Percent);
pub(super) const DONGS: Asked = Asked::RangeOf(Measure::Dong);

/// Article, what is asked, text, how it is printed, what is known.
pub(super) type Read = (&'static str, Asked, &'static str, &'static str, &'static str);
/// Article, what is asked, text, message.
pub(super) type Refused = (&'static str, Asked, &'static str, &'static str);

const READ: [&[Read]; 6] =
    [counts::READ, dates::READ, money::READ, percentages::READ, qualifiers::READ, readings::READ];
const REFUSED: [&[Refused]; 6] = [
    counts::REFUSED,
    dates::REFUSED,
    money::REFUSED,
    percentages::REFUSED,
    qualifiers::REFUSED,
    readings::REFUSED,
];

impl Asked {
    pub(super) fn read(self, text: &str) -> Result<Numeral, NumeralError> {
        match self {
            Self::Any => Numeral::read(text),
            Self::Count => Quantity::read_count(text).map(Numeral::Quantity),
            Self::Of(measure) => Quantity::read(text, measure).map(Numeral::Quantity),
            Self::RangeOf(measure) => QuantityRange::read(text, measure).map(Numeral::Range),
            Self::Share => Share::read(text).map(Numeral::Share),
            Self::Date => Date::read(text).map(Numeral::Date),
            Self::DateIn(year) => Date::read_in_year(text, year).map(Numeral::Date),
        }
    }
}

fn known(numeral: &Numeral) -> String {
    match (numeral, numeral.bounds()) {
        (Numeral::Date(date), _) => {
            let (first, last) = (date.period().start(), date.period().last().unwrap());
            if first == last { first.to_string() } else { format!("{first} {last}") }
        }
        (_, bounds) => bounds.unwrap().to_string(),
    }
}

/// All that is wrong with the rows, at once.
#[test]
fn each_case_is_read_or_refused_as_its_row_says() {
    let mut wrong = Vec::new();
    for (_, asked, text, printed, is_known) in READ.into_iter().flatten() {
        let found = asked.read(text).map(|numeral| (numeral.to_string(), known(&numeral)));
        if found != Ok(((*printed).into(), (*is_known).into())) {
            wrong.push(format!("{asked:?} {text:?}: {found:?}"));
        }
    }
    for (_, asked, text, message) in REFUSED.into_iter().flatten() {
        let found = asked.read(text).map_err(|error| error.to_string());
        if found != Err((*message).into()) {
            wrong.push(format!("{asked:?} {text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_300_cases_and_many_are_of_the_five_articles() {
    let read = READ.into_iter().flatten().map(|case| (case.0, format!("{:?}", case.1), case.2));
    let refused = REFUSED.into_iter().flatten();
    let refused = refused.map(|case| (case.0, format!("{:?}", case.1), case.2));
    let mut cases: Vec<_> = read.chain(refused).collect();
    let all = cases.len();
    cases.sort();
    cases.dedup_by(|a, b| (&a.1, a.2) == (&b.1, b.2));
    assert_eq!(cases.len(), all, "a case stands twice");
    assert!(300 <= all, "{all} cases");

    let mut of_articles = BTreeMap::new();
    for case in cases.iter().filter(|case| !case.0.is_empty()) {
        *of_articles.entry(case.0).or_insert(0) += 1;
    }
    let articles: Vec<_> = of_articles.keys().copied().collect();
    assert_eq!(articles, ["S0", "S1", "S2", "S3", "S4"]);
    assert!(of_articles.values().all(|rows| 8 <= *rows), "{of_articles:?}");
    assert!(90 <= of_articles.values().sum(), "{of_articles:?}");
}
