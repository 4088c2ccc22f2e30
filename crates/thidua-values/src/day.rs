//! Days of the calendar.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};
use thiserror::Error;

/// A day of the Gregorian calendar in the years 1 to 9999, written
/// `2022-11-08` and no other way.
// INVARIANT: the year is within 1..=9999; every constructor checks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The pattern of the text form. That the day exists is not in it.
    pub const PATTERN: &'static str = "^(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    /// The day of that year, month and day of the month, if there is one.
    #[must_use]
    pub fn from_ymd(year: u16, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year.into(), month, day)?.try_into().ok()
    }

    /// The day as a date of `chrono`.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// The day before, unless this is the first of the calendar.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        self.0.pred_opt()?.try_into().ok()
    }

    /// The day so many days later, unless that is after the last of the calendar.
    #[must_use]
    pub fn days_later(self, days: u64) -> Option<Self> {
        self.0.checked_add_days(Days::new(days))?.try_into().ok()
    }

    /// As Vietnamese texts write it, such as `15/12/2022`.
    #[must_use]
    pub fn in_vietnamese(self) -> String {
        format!("{:02}/{:02}/{}", self.0.day(), self.0.month(), self.year())
    }

    /// How many days this is after `other`; below zero if before it.
    #[must_use]
    pub fn days_after(self, other: Self) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }

    /// Whether it is the same day of the same month, in whatever year.
    #[must_use]
    pub fn is_anniversary_of(self, other: Self) -> bool {
        (self.0.month(), self.0.day()) == (other.0.month(), other.0.day())
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        // PROOF: the invariant bounds the year, so the fallback is never taken.
        u16::try_from(self.0.year()).unwrap_or_default()
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = DayError;

    /// # Errors
    ///
    /// The year is not within 1 to 9999.
    fn try_from(date: NaiveDate) -> Result<Self, DayError> {
        if (1..=9999).contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(DayError(date.to_string()))
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let number = |range: std::ops::Range<usize>| {
            let digits = text.get(range)?;
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
        };
        let read = || {
            let hyphens = (text.get(4..5)?, text.get(7..8)?) == ("-", "-");
            let (year, month, day): (u32, u32, u32) =
                (number(0..4)?, number(5..7)?, number(8..10)?);
            (hyphens && text.len() == 10)
                .then(|| Self::from_ymd(u16::try_from(year).ok()?, month, day))
                .flatten()
        };
        read().ok_or_else(|| DayError(text.to_owned()))
    }
}

/// A text that is no day.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a day that exists, written year-month-day such as `2022-11-08`, found `{0}`")]
pub struct DayError(String);

crate::text_form!(
    Day,
    name: "Day",
    pattern: Day::PATTERN,
    max_len: 10,
    examples: ["2022-11-08"],
    about: "Ngày dương lịch, năm-tháng-ngày.\n\nA day that exists, year-month-day.",
    format: "date"
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::strategies;

    proptest! {
        /// Law: reading what was written gives the same day, and the text fits
        /// the published pattern.
        #[test]
        fn reading_undoes_writing(day in strategies::day()) {
            let text = day.to_string();
            prop_assert!(regex_lite::Regex::new(Day::PATTERN).unwrap().is_match(&text));
            prop_assert_eq!(text.parse(), Ok(day));
        }

        /// Law: days are ordered as their texts are.
        #[test]
        fn order_is_that_of_the_texts(a in strategies::day(), b in strategies::day()) {
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }
    }

    #[test]
    fn lenient_and_impossible_days_are_refused() {
        let texts = [
            "2020-15-05",
            "2022-02-30",
            "2022-2-3",
            "08/11/2022",
            "2022-11-08 ",
            "+2022-11-08",
            "0000-01-01",
            "10000-01-01",
            "2022-11-0é",
            "",
        ];
        for text in texts {
            assert_eq!(
                text.parse::<Day>().unwrap_err().to_string(),
                format!(
                    "expected a day that exists, written year-month-day such as `2022-11-08`, found `{text}`"
                )
            );
        }
    }

    #[test]
    fn an_anniversary_is_the_same_day_of_a_year() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert!(day("2022-02-01").is_anniversary_of(day("2025-02-01")));
        assert!(!day("2022-02-01").is_anniversary_of(day("2022-01-01")));
        assert!(!day("2022-02-01").is_anniversary_of(day("2022-02-02")));
    }

    #[test]
    fn leap_days_exist_in_leap_years() {
        assert!("2020-02-29".parse::<Day>().is_ok());
        assert!("2022-02-29".parse::<Day>().is_err());
        assert_eq!(Day::from_ymd(2022, 11, 8).map(Day::year), Some(2022));
        assert_eq!(Day::from_ymd(2023, 1, 1).and_then(Day::previous), Day::from_ymd(2022, 12, 31));
        assert_eq!(Day::from_ymd(1, 1, 1).and_then(Day::previous), None);
    }
}
