//! Why a text is no numeral.

use thidua_values::{Fault, RatioError};
use thiserror::Error;

use crate::tokens::Tokens;
use crate::{QuantityFault, RangeFault};

/// A text that is no numeral of an official text, and where it ceases to be one.
///
/// The place is a character, counted from 1 as a reader counts: a letter and
/// its marks are one character, what is not seen is none.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("at character {at}: {fault}")]
pub struct NumeralError {
    at: usize,
    fault: NumeralFault,
}

impl NumeralError {
    pub(crate) const fn new(at: usize, fault: NumeralFault) -> Self {
        Self { at, fault }
    }

    /// The position of the first character that is at fault, counted from 1;
    /// one behind the last where something is missing.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// What is wrong there.
    #[must_use]
    pub const fn fault(&self) -> &NumeralFault {
        &self.fault
    }
}

impl Fault for NumeralError {
    fn code(&self) -> &'static str {
        self.fault.code()
    }

    fn expected(&self) -> String {
        self.fault.expected()
    }

    fn found(&self) -> String {
        self.fault.found()
    }
}

/// What is wrong with a text that was read as a numeral.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
#[non_exhaustive]
pub enum NumeralFault {
    /// There is nothing to read.
    Blank,
    /// There is more than a numeral.
    TooLong,
    /// A number is spelled out in words, which is out of scope.
    SpelledOut {
        /// The word found.
        word: String,
    },
    /// Something else should stand here.
    Unexpected {
        /// What should.
        expected: &'static str,
        /// What does; nothing at the end of the text.
        found: Option<String>,
    },
    /// Dots and commas that neither group thousands nor begin decimals.
    Grouping {
        /// The digits found, with their dots and commas.
        found: String,
    },
    /// More zeros in front than the one of `05`.
    LeadingZeros {
        /// The digits found.
        found: String,
    },
    /// More digits than a figure has.
    TooManyDigits {
        /// The digits found.
        found: String,
    },
    /// Decimals, or a minus sign, where things are counted.
    NotACount {
        /// The number found.
        found: String,
    },
    /// The text can be read in several ways, and nothing tells which is meant.
    Ambiguous {
        /// The text found, or the part that can.
        found: String,
        /// Each way to read it.
        readings: Vec<String>,
    },
    /// Two qualifiers of one number.
    TwoQualifiers {
        /// The first, as it is printed.
        first: String,
        /// The second.
        second: String,
    },
    /// A number that its unit does not go with.
    Quantity(QuantityFault),
    /// Two quantities that make no range.
    Range(RangeFault),
    /// Two numbers that make no share.
    Share(RatioError),
    /// A month that no year has.
    NoSuchMonth {
        /// The digits found.
        found: String,
    },
    /// A day that its month does not have.
    NoSuchDay {
        /// The date found.
        found: String,
    },
    /// A year that is not of four digits, or not of these two centuries.
    NoSuchYear {
        /// The digits found.
        found: String,
    },
    /// Years that do not go up.
    DescendingYears {
        /// The first year found.
        first: u16,
        /// The last.
        last: u16,
    },
    /// A date without its year, where nobody stated one.
    NoYear {
        /// The date found.
        found: String,
    },
}

impl Fault for NumeralFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Blank => "blank_numeral",
            Self::TooLong => "long_numeral",
            Self::SpelledOut { .. } => "spelled_out_numeral",
            Self::Unexpected { .. } => "unexpected_in_numeral",
            Self::Grouping { .. } => "misgrouped_digits",
            Self::LeadingZeros { .. } => "leading_zeros",
            Self::TooManyDigits { .. } => "too_many_digits",
            Self::NotACount { .. } => "not_a_count",
            Self::Ambiguous { .. } => "ambiguous_numeral",
            Self::TwoQualifiers { .. } => "two_qualifiers",
            Self::Quantity(fault) => fault.code(),
            Self::Range(fault) => fault.code(),
            Self::Share(fault) => fault.code(),
            Self::NoSuchMonth { .. } => "no_such_month",
            Self::NoSuchDay { .. } => "no_such_day",
            Self::NoSuchYear { .. } => "no_such_year",
            Self::DescendingYears { .. } => "descending_years",
            Self::NoYear { .. } => "no_year",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::Blank => "a numeral".into(),
            Self::TooLong => {
                format!("the end of a numeral of at most {} characters", Tokens::MAX_LEN)
            }
            Self::SpelledOut { .. } => "digits, since numerals in words are not read".into(),
            Self::Unexpected { expected, .. } => (*expected).into(),
            Self::Grouping { .. } => {
                "dots between groups of three digits (`1.500`), or a comma before decimals (`1,5`)"
                    .into()
            }
            Self::LeadingZeros { .. } => "at most one zero in front, of two digits (`05`)".into(),
            Self::TooManyDigits { .. } => "at most 18 digits before the comma and 28 in all".into(),
            Self::NotACount { .. } => "a whole number of at least 0, without decimals".into(),
            Self::Ambiguous { .. } => "a numeral with one reading".into(),
            Self::TwoQualifiers { .. } => "one qualifier".into(),
            Self::Quantity(fault) => fault.expected(),
            Self::Range(fault) => fault.expected(),
            Self::Share(fault) => fault.expected(),
            Self::NoSuchMonth { .. } => "a month from 1 to 12".into(),
            Self::NoSuchDay { .. } => "a day that its month has".into(),
            Self::NoSuchYear { .. } => "a year of four digits from 1900 to 2099".into(),
            Self::DescendingYears { .. } => "a last year after the first".into(),
            Self::NoYear { .. } => "a date with its year, or a year that the caller states".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::Blank => "a blank text".into(),
            Self::TooLong => "more".into(),
            Self::SpelledOut { word: found }
            | Self::Unexpected { found: Some(found), .. }
            | Self::Grouping { found }
            | Self::LeadingZeros { found }
            | Self::TooManyDigits { found }
            | Self::NotACount { found }
            | Self::NoSuchMonth { found }
            | Self::NoSuchDay { found }
            | Self::NoSuchYear { found }
            | Self::NoYear { found } => format!("`{found}`"),
            Self::Unexpected { found: None, .. } => "the end".into(),
            Self::Ambiguous { found, readings } => {
                let readings = readings.iter().map(|reading| format!("`{reading}`"));
                format!("`{found}`: {}", readings.collect::<Vec<_>>().join(" or "))
            }
            Self::TwoQualifiers { first, second } => format!("`{first}` and `{second}`"),
            Self::Quantity(fault) => fault.found(),
            Self::DescendingYears { first, last } => format!("`{first}-{last}`"),
            Self::Range(fault) => fault.found(),
            Self::Share(fault) => fault.found(),
        }
    }
}
