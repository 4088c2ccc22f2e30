//! Periods of days: from a first day until, not including, another.

use std::fmt;

use chrono::Months;
use thiserror::Error;

use crate::Day;

/// A period of days: from `start` until, not including, `until`; without an
/// `until` it has no end yet.
///
/// # Examples
///
/// ```
/// use thidua_values::Period;
///
/// let year = Period::try_new("2022-01-01".parse()?, Some("2023-01-01".parse()?))?;
/// assert!(year.contains("2022-12-31".parse()?));
/// assert!(!year.contains("2023-01-01".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// INVARIANT: `start` is before `until`, so a period has at least one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(try_from = "PeriodParts", into = "PeriodParts"))]
pub struct Period {
    start: Day,
    until: Option<Day>,
}

impl Period {
    /// The days from `start` until, not including, `until`.
    ///
    /// # Errors
    ///
    /// The period would have no day.
    pub fn try_new(start: Day, until: Option<Day>) -> Result<Self, PeriodError> {
        match until {
            Some(until) if until <= start => Err(PeriodError { start, until }),
            _ => Ok(Self { start, until }),
        }
    }

    /// The days from `start` on.
    #[must_use]
    pub const fn starting(start: Day) -> Self {
        Self { start, until: None }
    }

    /// The first day.
    #[must_use]
    pub const fn start(self) -> Day {
        self.start
    }

    /// The first day that is no longer in the period.
    #[must_use]
    pub const fn until(self) -> Option<Day> {
        self.until
    }

    /// The last day, if the period ends.
    #[must_use]
    pub fn last(self) -> Option<Day> {
        self.until.and_then(Day::previous)
    }

    /// A day, or the last of the period where that is earlier: the day as of which something
    /// of the period is looked at.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_values::{Day, Period};
    ///
    /// let day = |text: &str| text.parse::<Day>();
    /// let year = Period::try_new(day("2025-01-01")?, Some(day("2026-01-01")?))?;
    /// assert_eq!(year.up_to_last(day("2026-02-01")?), day("2025-12-31")?);
    /// assert_eq!(year.up_to_last(day("2025-11-08")?), day("2025-11-08")?);
    /// assert_eq!(Period::starting(day("2025-01-01")?).up_to_last(day("2026-02-01")?), day("2026-02-01")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn up_to_last(self, day: Day) -> Day {
        self.last().map_or(day, |last| last.min(day))
    }

    /// Whether the day is in the period.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.start <= day && self.until.is_none_or(|until| day < until)
    }

    /// Whether every day of `other` is in this period.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        let ends_in_time = match (self.until, other.until) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(until), Some(other_until)) => other_until <= until,
        };
        self.start <= other.start && ends_in_time
    }

    /// Whether it lasts exactly one year: until the same day of the next.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_values::Period;
    ///
    /// let period = |until: &str| -> Result<Period, Box<dyn std::error::Error>> {
    ///     Ok(Period::try_new("2024-03-01".parse()?, Some(until.parse()?))?)
    /// };
    /// assert!(period("2025-03-01")?.is_year());
    /// assert!(!period("2025-02-28")?.is_year());
    /// assert!(!Period::starting("2024-03-01".parse()?).is_year());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_year(self) -> bool {
        let next = self.start.date().checked_add_months(Months::new(12));
        self.until.is_some_and(|until| Some(until.date()) == next)
    }

    /// Whether some day is in both periods.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.contains(other.start) || other.contains(self.start)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.until {
            Some(until) => write!(f, "{} until, not including, {until}", self.start),
            None => write!(f, "{} on", self.start),
        }
    }
}

/// Two days that make no period.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a period with `start` before `until`, found `{start}` until `{until}`")]
pub struct PeriodError {
    start: Day,
    until: Day,
}

/// The written form of a [`Period`].
#[cfg(feature = "serde")]
#[derive(serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Period"))]
struct PeriodParts {
    /// The first day.
    ///
    /// vi: Ngày đầu tiên.
    start: Day,
    /// The first day that is no longer in the period (exclusive); left out while there is no end.
    ///
    /// vi: Ngày đầu tiên không còn thuộc khoảng thời gian (không tính ngày
    /// này); không ghi nếu chưa có ngày kết thúc.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
}

#[cfg(feature = "serde")]
impl TryFrom<PeriodParts> for Period {
    type Error = PeriodError;

    fn try_from(parts: PeriodParts) -> Result<Self, PeriodError> {
        Self::try_new(parts.start, parts.until)
    }
}

#[cfg(feature = "serde")]
impl From<Period> for PeriodParts {
    fn from(period: Period) -> Self {
        Self { start: period.start, until: period.until }
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Period {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = PeriodParts::json_schema(generator);
        schema.insert(
            "description".into(),
            "Khoảng thời gian, không gồm ngày kết thúc.\n\nA period of days, not including its end.".into(),
        );
        schema
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::strategies;

    proptest! {
        /// Law: covering is containing every day; here, every day of a small calendar.
        #[test]
        fn covering_and_overlapping_equal_their_definitions(a in strategies::period(), b in strategies::period()) {
            let days: Vec<Day> = strategies::small_calendar().collect();
            prop_assert!(a.last().is_none_or(|last| a.contains(last)));
            prop_assert_eq!(a.covers(b), days.iter().all(|day| !b.contains(*day) || a.contains(*day)));
            prop_assert_eq!(a.overlaps(b), days.iter().any(|day| a.contains(*day) && b.contains(*day)));
        }
    }

    #[test]
    fn a_period_without_days_is_refused() {
        let day: Day = "2022-01-01".parse().unwrap();
        assert_eq!(
            Period::try_new(day, Some(day)).unwrap_err().to_string(),
            "expected a period with `start` before `until`, found `2022-01-01` until `2022-01-01`"
        );
        assert_eq!(Period::starting(day).to_string(), "2022-01-01 on");
    }
}
