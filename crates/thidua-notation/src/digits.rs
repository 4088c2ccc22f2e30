//! Digits: how numbers are grouped and their decimals set off.

use std::fmt::Display;

use thidua_values::Figure;

use crate::NumeralFault;

/// A number as Vietnamese texts write it, with dots between its thousands and
/// a decimal comma: `1.234,5`. A fraction `n/d` stays as it is.
///
/// # Examples
///
/// ```
/// use thidua_notation::in_vietnamese;
///
/// assert_eq!(in_vietnamese("2340000"), "2.340.000");
/// assert_eq!(in_vietnamese("-1234.50"), "-1.234,50");
/// ```
#[must_use]
pub fn in_vietnamese(number: impl Display) -> String {
    grouped(&number.to_string(), '.', ',')
}

/// A number as English texts write it, with commas between its thousands and a
/// decimal point: `1,234.5`. A fraction `n/d` stays as it is.
#[must_use]
pub fn in_english(number: impl Display) -> String {
    grouped(&number.to_string(), ',', '.')
}

fn grouped(number: &str, separator: char, point: char) -> String {
    if number.contains('/') {
        return number.to_owned();
    }
    let (whole, places) = match number.split_once('.') {
        Some((whole, places)) => (whole, Some(places)),
        None => (number, None),
    };
    let mut text = String::new();
    for (position, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(position);
        if 0 < position && left % 3 == 0 && !text.ends_with('-') {
            text.push(separator);
        }
        text.push(digit);
    }
    if let Some(places) = places {
        text.push(point);
        text.push_str(places);
    }
    text
}

/// The figure that printed digits stand for: dots group thousands, a comma
/// begins decimals, and never the reverse. Numbers of two digits may start with
/// a zero, as official texts write `01` to `09`.
///
/// # Errors
///
/// Misplaced dots and commas, more zeros in front, too many digits.
pub(crate) fn figure(printed: &str) -> Result<Figure, NumeralFault> {
    let found = || printed.to_owned();
    let (sign, unsigned) = match printed.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", printed),
    };
    let (whole, decimals) = match unsigned.split_once(',') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    let is_grouped = whole.contains('.');
    let groups_are_of_three = || {
        let mut groups = whole.split('.');
        let first = groups.next().unwrap_or_default();
        first.len() <= 3 && groups.all(|group| group.len() == 3)
    };
    if decimals.is_some_and(|decimals| decimals.contains(['.', ',']))
        || (is_grouped && !groups_are_of_three())
    {
        return Err(NumeralFault::Grouping { found: found() });
    }
    let two_digits = whole.len() == 2 && decimals.is_none();
    if whole.starts_with('0') && whole != "0" && !two_digits {
        return Err(NumeralFault::LeadingZeros { found: found() });
    }
    let digits = whole.replace('.', "");
    let digits = digits.strip_prefix('0').filter(|rest| !rest.is_empty()).unwrap_or(&digits);
    let point = if decimals.is_some() { "." } else { "" };
    format!("{sign}{digits}{point}{}", decimals.unwrap_or_default())
        .parse()
        .map_err(|_| NumeralFault::TooManyDigits { found: found() })
}

/// Whether the digits are one to three, this sign, and three: a number whose
/// sign a reader of English takes for the other.
pub(crate) fn is_like_english(printed: &str, sign: char) -> bool {
    let unsigned = printed.strip_prefix('-').unwrap_or(printed);
    unsigned.split_once(sign).is_some_and(|(whole, rest)| {
        (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && rest.len() == 3
            && [whole, rest].into_iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_in_both_languages() {
        let cases = [
            ("0.3", "0,3", "0.3"),
            ("710000", "710.000", "710,000"),
            ("2340000", "2.340.000", "2,340,000"),
            ("-100", "-100", "-100"),
            ("-1234.5678", "-1.234,5678", "-1,234.5678"),
            ("12345/7", "12345/7", "12345/7"),
        ];
        for (number, vi, en) in cases {
            assert_eq!((in_vietnamese(number), in_english(number)), (vi.into(), en.into()));
        }
    }
}
