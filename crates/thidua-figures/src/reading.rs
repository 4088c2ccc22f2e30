//! Readings: what was read of the words of a claim.

use thidua_notation::{
    Date, DocumentNumber, DocumentNumberError, Measure, NumeralError, NumeralFault,
    Quantity as Amount, Share, in_english, in_vietnamese,
};
use thidua_values::{Bounds, Coded, Exact, Qualifier, Words};
use thiserror::Error;

use crate::{Claim, Measured, Quantity, Stated};

/// What was read of the words of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A number with its qualifier and its unit.
    Quantity(Amount),
    /// So many of so many.
    Share(Share),
    /// A day, a month or years.
    Date(Date),
    /// The number of a document.
    Number(DocumentNumber),
    /// Nothing: the claim has names only.
    Names,
}

/// Why the words of a claim were not read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// They are no numeral or no date.
    #[error(transparent)]
    Numeral(NumeralError),
    /// They are not the number of a document.
    #[error(transparent)]
    Number(DocumentNumberError),
}

impl Refusal {
    /// Whether the words state what cannot be, such as the month 15; all else may be right, though
    /// nobody can read it here.
    pub(crate) const fn is_impossible(&self) -> bool {
        let Self::Numeral(error) = self else { return false };
        matches!(
            error.fault(),
            NumeralFault::NoSuchMonth { .. }
                | NumeralFault::NoSuchDay { .. }
                | NumeralFault::DescendingYears { .. }
                | NumeralFault::Share(_)
        )
    }
}

impl Reading {
    /// What is read of a claim. `measured` says how its indicator is measured, if it has one.
    pub(crate) fn of(
        claim: &Claim,
        measured: Option<&Measured>,
        year: Option<u16>,
    ) -> Result<Self, Refusal> {
        let text = claim.read_words().as_str();
        let read = match &claim.states {
            Stated::Figure { .. } => figure(text, measured).map(Self::Quantity),
            Stated::Share { .. } => Share::read(text).map(Self::Share),
            Stated::Percentage { .. } => Amount::read(text, Measure::Percent).map(Self::Quantity),
            Stated::Change { .. } => {
                let points = |_: &NumeralError| Amount::read(text, Measure::PercentagePoint).ok();
                let read = Amount::read(text, Measure::Percent);
                read.or_else(|error| points(&error).ok_or(error)).map(Self::Quantity)
            }
            Stated::Count { .. } => Amount::read_count(text).map(Self::Quantity),
            Stated::Date { .. } => {
                let date = year.map_or_else(|| Date::read(text), |it| Date::read_in_year(text, it));
                date.map(Self::Date)
            }
            Stated::Number { .. } => {
                let number = DocumentNumber::read_printed(text);
                return number.map(Self::Number).map_err(Refusal::Number);
            }
            Stated::Lead { .. } => return Ok(Self::Names),
        };
        read.map_err(Refusal::Numeral)
    }

    /// The quantity, if it is one.
    #[must_use]
    pub const fn quantity(&self) -> Option<&Amount> {
        if let Self::Quantity(quantity) = self { Some(quantity) } else { None }
    }

    /// The share, if it is one.
    #[must_use]
    pub const fn share(&self) -> Option<Share> {
        if let Self::Share(share) = self { Some(*share) } else { None }
    }

    /// The date, if it is one.
    #[must_use]
    pub const fn date(&self) -> Option<Date> {
        if let Self::Date(date) = self { Some(*date) } else { None }
    }
}

fn figure(text: &str, measured: Option<&Measured>) -> Result<Amount, NumeralError> {
    match measured.and_then(Measured::quantity) {
        Some((Quantity::Count { .. }, _)) => Amount::read_count(text),
        Some((Quantity::Dong {}, _)) => Amount::read(text, Measure::Dong),
        Some((Quantity::Amount { .. }, _)) => Amount::read(text, Measure::Plain),
        None => Amount::read(text, Measure::Percent),
    }
}

impl Coded for Reading {
    fn code(&self) -> &'static str {
        match self {
            Self::Quantity(_) => "quantity",
            Self::Share(_) => "share",
            Self::Date(_) => "date",
            Self::Number(_) => "number",
            Self::Names => "names",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Quantity(quantity) => in_words(&quantity.bounds(), unit(quantity.measure())),
            Self::Share(share) => {
                let [part, whole] = [share.ratio().part(), share.ratio().whole()];
                let [before_vi, before_en] = match share.qualifier() {
                    Qualifier::Exactly => [String::new(), String::new()],
                    other => [other.words().vi + " ", other.words().en + " "],
                };
                let vi = format!("{} trên {}", in_vietnamese(part), in_vietnamese(whole));
                let en = format!("{} of {}", in_english(part), in_english(whole));
                Words::new(before_vi + &vi, before_en + &en)
            }
            Self::Date(date) => of_date(*date),
            Self::Number(number) => Words::new(number.as_str(), number.as_str()),
            Self::Names => Words::new("tên gọi, không có số", "names, no number"),
        }
    }
}

/// A date as Vietnamese texts print it, and by its days.
pub(crate) fn of_date(date: Date) -> Words {
    let (start, last) = (date.period().start(), date.period().last());
    let en = match last {
        Some(last) if last != start => format!("{start} to {last}"),
        _ => start.to_string(),
    };
    Words::new(date.to_string(), en)
}

/// The unit of a measure, with the blank before it.
pub(crate) const fn unit(measure: Measure) -> [&'static str; 2] {
    match measure {
        Measure::Plain => ["", ""],
        Measure::Percent => ["%", " %"],
        Measure::PercentagePoint => [" điểm phần trăm", " percentage points"],
        Measure::Dong => [" đồng", " đồng"],
    }
}

/// What is known of a number, with its unit in Vietnamese and in English.
pub(crate) fn in_words(bounds: &Bounds, [vi, en]: [&str; 2]) -> Words {
    let [in_vi, in_en]: [fn(&Exact) -> String; 2] =
        [|number| in_vietnamese(number), |number| in_english(number)];
    if let Some(number) = bounds.number() {
        return Words::new(in_vi(number) + vi, in_en(number) + en);
    }
    if let Some((qualifier, number)) = bounds.qualified() {
        let words = qualifier.words();
        let (number_vi, number_en) = (in_vi(number), in_en(number));
        return Words::new(
            format!("{} {number_vi}{vi}", words.vi),
            format!("{} {number_en}{en}", words.en),
        );
    }
    match (bounds.low(), bounds.high()) {
        (Some(low), Some(high)) => Words::new(
            format!("từ {}{vi} đến {}{vi}", in_vi(&low.at), in_vi(&high.at)),
            format!("from {}{en} to {}{en}", in_en(&low.at), in_en(&high.at)),
        ),
        _ => Words::new("không rõ bao nhiêu", "nobody knows how much"),
    }
}
