//! Dates: days, months and years, as texts print them.

use std::fmt;

use thidua_values::{Day, Period};

use crate::tokens::Tokens;
use crate::{NumeralError, read_date};

/// A date (thời gian) as official Vietnamese texts print it: a day, a month, a
/// half of a year, a year, or several years.
///
/// A day comes before its month, always. Years have four digits and are of 1900
/// to 2099, as in the numbers of documents. Printed, a date is in one form of
/// several: `08/11/2022`, `tháng 10/2020`, `6 tháng đầu năm 2022`, `năm 2022`,
/// `giai đoạn 2016-2020`.
///
/// # Examples
///
/// ```
/// use thidua_notation::Date;
///
/// let deadline = Date::read("ngày 20 tháng 12 năm 2020")?;
/// assert_eq!(deadline.to_string(), "20/12/2020");
/// let meeting = Date::read_in_year("8/11", 2022)?;
/// assert_eq!(meeting.period().start(), "2022-11-08".parse()?);
///
/// assert_eq!(
///     Date::read("ngày 05 tháng 15 năm 2020").unwrap_err().to_string(),
///     "at character 15: expected a month from 1 to 12, found `15`"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// INVARIANT: the period is of the span, within the years `Date::YEARS`; the
// constructors build only such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    span: Span,
    period: Period,
}

/// How long a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// One day.
    Day,
    /// A month.
    Month,
    /// The first or the last six months of a year (6 tháng đầu năm, 6 tháng
    /// cuối năm).
    HalfYear,
    /// A year.
    Year,
    /// Several years, the last included (giai đoạn).
    Years,
}

impl Date {
    /// The years of dates.
    pub const YEARS: std::ops::RangeInclusive<u16> = 1900..=2099;

    /// Reads a date where a text is known to state one, with its year.
    ///
    /// `dd/mm/yyyy`, `dd-mm-yyyy`, `ngày dd tháng mm năm yyyy` and mixtures with
    /// words, days and months with one digit or two; `tháng mm/yyyy`, `tháng mm năm yyyy` or
    /// `mm/yyyy`; `6 tháng đầu năm yyyy` and `6 tháng cuối năm yyyy`; `năm yyyy`
    /// or `yyyy`; `giai đoạn yyyy-yyyy` or `yyyy-yyyy`.
    ///
    /// # Errors
    ///
    /// The text is something else, the day or the month does not exist, the
    /// year is missing or has two digits.
    pub fn read(text: &str) -> Result<Self, NumeralError> {
        read_date::date(&Tokens::of(text)?, None)
    }

    /// Reads a date that may be without its year: `8/11`, `ngày 14/6`, `tháng
    /// 5`, `6 tháng đầu năm`. Then it is of the year that the caller states; a
    /// year in the text goes before it.
    ///
    /// # Errors
    ///
    /// As [`Date::read`], but for a missing year; the year stated is not in
    /// [`Date::YEARS`].
    pub fn read_in_year(text: &str, year: u16) -> Result<Self, NumeralError> {
        read_date::date(&Tokens::of(text)?, Some(year))
    }

    /// One day, if it is in [`Date::YEARS`].
    #[must_use]
    pub fn day(day: Day) -> Option<Self> {
        Self::between(Span::Day, day, day.days_later(1)?)
    }

    /// The month of this number, 1 to 12, of a year in [`Date::YEARS`].
    #[must_use]
    pub fn month(year: u16, month: u32) -> Option<Self> {
        Self::between(Span::Month, Day::from_ymd(year, month, 1)?, first_after(year, month)?)
    }

    /// The first six months of a year in [`Date::YEARS`].
    #[must_use]
    pub fn first_half(year: u16) -> Option<Self> {
        Self::between(Span::HalfYear, Day::from_ymd(year, 1, 1)?, first_after(year, 6)?)
    }

    /// The last six months of a year in [`Date::YEARS`].
    #[must_use]
    pub fn last_half(year: u16) -> Option<Self> {
        Self::between(Span::HalfYear, Day::from_ymd(year, 7, 1)?, first_after(year, 12)?)
    }

    /// A year in [`Date::YEARS`].
    #[must_use]
    pub fn year(year: u16) -> Option<Self> {
        Self::between(Span::Year, Day::from_ymd(year, 1, 1)?, first_after(year, 12)?)
    }

    /// The years from one to a later one, both included and in [`Date::YEARS`].
    #[must_use]
    pub fn years(first: u16, last: u16) -> Option<Self> {
        let years =
            || Self::between(Span::Years, Day::from_ymd(first, 1, 1)?, first_after(last, 12)?);
        if first < last { years() } else { None }
    }

    fn between(span: Span, start: Day, until: Day) -> Option<Self> {
        let in_years = |day: Day| Self::YEARS.contains(&day.year());
        let period = Period::try_new(start, Some(until)).ok()?;
        (in_years(start) && period.last().is_some_and(in_years)).then_some(Self { span, period })
    }

    /// How long it is.
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }

    /// Its days, from the first until, not including, the one after the last.
    #[must_use]
    pub const fn period(self) -> Period {
        self.period
    }
}

/// The day after the last of a month.
fn first_after(year: u16, month: u32) -> Option<Day> {
    match month {
        12 => Day::from_ymd(year.checked_add(1)?, 1, 1),
        month => Day::from_ymd(year, month.checked_add(1)?, 1),
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = self.period.start();
        let year = start.year();
        match self.span {
            Span::Day => f.write_str(&start.in_vietnamese()),
            Span::Month => write!(f, "tháng {:02}/{year}", start.month()),
            Span::HalfYear if start.month() == 1 => write!(f, "6 tháng đầu năm {year}"),
            Span::HalfYear => write!(f, "6 tháng cuối năm {year}"),
            Span::Year => write!(f, "năm {year}"),
            Span::Years => {
                // PROOF: the period has a last day; without one its first year would be printed.
                let last = self.period.last().unwrap_or(start);
                write!(f, "giai đoạn {year}-{}", last.year())
            }
        }
    }
}
