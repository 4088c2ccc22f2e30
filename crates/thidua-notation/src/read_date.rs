//! How dates are read.

use thidua_values::Day;

use crate::cursor::Cursor;
use crate::tokens::Tokens;
use crate::{Date, NumeralError, NumeralFault};

/// What stands between the digits of a date.
const JOINTS: [char; 2] = ['/', '-'];

/// Reads a date; where the text has no year, it is of the one that is stated.
pub(crate) fn date(tokens: &Tokens, stated: Option<u16>) -> Result<Date, NumeralError> {
    if let Some(year) = stated.filter(|year| !Date::YEARS.contains(year)) {
        let fault = NumeralFault::NoSuchYear { found: year.to_string() };
        return Err(NumeralError::new(1, fault));
    }
    let start = Cursor::start(tokens);
    let mut cursor = start;
    let date = if cursor.take_words(&["giai", "đoạn"]) {
        years(&mut cursor)
    } else if cursor.take_words(&["năm"]) {
        year(&mut cursor)
    } else if cursor.take_words(&["tháng"]) {
        month(start, &mut cursor, stated)
    } else if cursor.take_words(&["ngày"]) {
        day(start, &mut cursor, stated)
    } else {
        without_a_word(&mut cursor, stated)
    }?;
    cursor.expect_end()?;
    Ok(date)
}

/// A date that starts with digits: what is behind them tells what they are.
fn without_a_word(cursor: &mut Cursor<'_>, stated: Option<u16>) -> Result<Date, NumeralError> {
    let start = *cursor;
    let mut ahead = *cursor;
    let first = ahead.take_digits().ok_or_else(|| start.unexpected("a date in digits"))?;
    let of_four = first.text.len() == 4;
    if of_four && ahead.peek().is_none() {
        return year(cursor);
    }
    if ahead.take_words(&["tháng"]) && ahead.take_digits().is_none() {
        return half_year(cursor, stated);
    }
    let joint = take_joint(&mut ahead, &JOINTS);
    if of_four && joint == Some('-') {
        return years(cursor);
    }
    if joint.is_some() && ahead.take_digits().is_some_and(|second| second.text.len() == 4) {
        return month(start, cursor, stated);
    }
    day(start, cursor, stated)
}

/// A day and its month; the same sign joins them and the year, since `5-12/2020`
/// may be two days or two months.
fn day(
    start: Cursor<'_>,
    cursor: &mut Cursor<'_>,
    stated: Option<u16>,
) -> Result<Date, NumeralError> {
    let at_day = *cursor;
    let day = one_or_two_digits(cursor, "a day of one or two digits")?;
    let joint = take_joint(cursor, &JOINTS);
    if joint.is_none() && !cursor.take_words(&["tháng"]) {
        return Err(cursor.unexpected("`/` or `tháng` and a month"));
    }
    let month = month_number(cursor)?;
    let year = year_or_stated(start, cursor, &[joint.unwrap_or('/')], stated)?;
    let no_such_day =
        || at_day.fault(NumeralFault::NoSuchDay { found: format!("{day:02}/{month:02}/{year}") });
    Day::from_ymd(year, month, day).and_then(Date::day).ok_or_else(no_such_day)
}

fn month(
    start: Cursor<'_>,
    cursor: &mut Cursor<'_>,
    stated: Option<u16>,
) -> Result<Date, NumeralError> {
    let month = month_number(cursor)?;
    let at_year = *cursor;
    let year = year_or_stated(start, cursor, &JOINTS, stated)?;
    Date::month(year, month).ok_or_else(|| no_such_year(at_year, year))
}

fn half_year(cursor: &mut Cursor<'_>, stated: Option<u16>) -> Result<Date, NumeralError> {
    const EXPECTED: &str = "`6 tháng đầu năm` or `6 tháng cuối năm`";
    let start = *cursor;
    if cursor.take(|token| ["6", "06"].contains(&token.text.as_str())).is_none() {
        return Err(start.unexpected(EXPECTED));
    }
    let half = if cursor.take_words(&["tháng", "đầu"]) {
        Date::first_half
    } else if cursor.take_words(&["tháng", "cuối"]) {
        Date::last_half
    } else {
        return Err(start.unexpected(EXPECTED));
    };
    if !cursor.take_words(&["năm"]) {
        return Err(cursor.unexpected("`năm` and a year"));
    }
    let at_year = *cursor;
    let year = match (cursor.peek(), stated) {
        (None, Some(year)) => year,
        (None, None) => return Err(no_year(start, cursor)),
        (Some(_), _) => year_number(cursor)?,
    };
    half(year).ok_or_else(|| no_such_year(at_year, year))
}

fn year(cursor: &mut Cursor<'_>) -> Result<Date, NumeralError> {
    let at_year = *cursor;
    let year = year_number(cursor)?;
    Date::year(year).ok_or_else(|| no_such_year(at_year, year))
}

fn years(cursor: &mut Cursor<'_>) -> Result<Date, NumeralError> {
    let start = *cursor;
    let first = year_number(cursor)?;
    if !cursor.take_sign('-') {
        return Err(cursor.unexpected("`-` and the last year"));
    }
    let last = year_number(cursor)?;
    Date::years(first, last)
        .ok_or_else(|| start.fault(NumeralFault::DescendingYears { first, last }))
}

/// The year that stands behind a day or a month, or the one that is stated.
fn year_or_stated(
    start: Cursor<'_>,
    cursor: &mut Cursor<'_>,
    joints: &[char],
    stated: Option<u16>,
) -> Result<u16, NumeralError> {
    if take_joint(cursor, joints).is_some() || cursor.take_words(&["năm"]) {
        return year_number(cursor);
    }
    match stated {
        _ if cursor.peek().is_some() => Err(cursor.unexpected("`/` or `năm` and a year")),
        Some(year) => Ok(year),
        None => Err(no_year(start, cursor)),
    }
}

/// Reads one of these signs if it is next.
fn take_joint(cursor: &mut Cursor<'_>, joints: &[char]) -> Option<char> {
    joints.iter().copied().find(|joint| cursor.take_sign(*joint))
}

fn year_number(cursor: &mut Cursor<'_>) -> Result<u16, NumeralError> {
    let start = *cursor;
    let token = cursor.take_digits().ok_or_else(|| start.unexpected("a year of four digits"))?;
    let year = (token.text.len() == 4).then(|| token.text.parse().ok()).flatten();
    year.filter(|year| Date::YEARS.contains(year))
        .ok_or_else(|| start.fault(NumeralFault::NoSuchYear { found: token.text.clone() }))
}

fn month_number(cursor: &mut Cursor<'_>) -> Result<u32, NumeralError> {
    let start = *cursor;
    let month = one_or_two_digits(cursor, "a month of one or two digits")?;
    if (1..=12).contains(&month) {
        return Ok(month);
    }
    Err(start.fault(NumeralFault::NoSuchMonth { found: cursor.since(&start) }))
}

fn one_or_two_digits(cursor: &mut Cursor<'_>, expected: &'static str) -> Result<u32, NumeralError> {
    let start = *cursor;
    let digits = cursor.take_digits().filter(|token| token.text.len() <= 2);
    digits.and_then(|token| token.text.parse().ok()).ok_or_else(|| start.unexpected(expected))
}

fn no_year(start: Cursor<'_>, cursor: &Cursor<'_>) -> NumeralError {
    start.fault(NumeralFault::NoYear { found: cursor.since(&start) })
}

fn no_such_year(at: Cursor<'_>, year: u16) -> NumeralError {
    at.fault(NumeralFault::NoSuchYear { found: year.to_string() })
}
