//! Numerals of any kind, for who does not know which kind stands there.

use std::fmt;

use thidua_values::Bounds;

use crate::cursor::Cursor;
use crate::read_date::date;
use crate::read_quantity::{Statement, share};
use crate::tokens::Tokens;
use crate::{Date, Measure, NumeralError, NumeralFault, Quantity, QuantityRange, Share};

/// A numeral of an official Vietnamese text: what its digits, its unit words
/// and its qualifiers say together.
///
/// # Examples
///
/// ```
/// use thidua_notation::Numeral;
///
/// let best = Numeral::read("98% trở lên")?;
/// assert_eq!(best.to_string(), "ít nhất 98%");
///
/// // Nobody can tell; who knows what stands there asks `Share` or `Date`.
/// assert_eq!(
///     Numeral::read("05/12").unwrap_err().to_string(),
///     "at character 1: expected a numeral with one reading, \
///      found `05/12`: `share 5/12` or `day 05/12 of a year that is not stated`"
/// );
/// # Ok::<(), thidua_notation::NumeralError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numeral {
    /// A number of things, percent, percentage points or đồng.
    Quantity(Quantity),
    /// From one quantity to another.
    Range(QuantityRange),
    /// So many of so many.
    Share(Share),
    /// A day, a month or years.
    Date(Date),
}

impl Numeral {
    /// Reads a numeral of any kind.
    ///
    /// The text is the numeral alone, without the thing that is counted. A text
    /// that several kinds of numeral could stand for is refused with its
    /// readings: `05/12` (a share, a day), `6 tỷ` (a count, money), `2020` (a
    /// count, a year), and also `1,234`, which here is a decimal and which
    /// English texts group so; beside a unit (`2,280 tỷ đồng`) the comma begins
    /// decimals. Who knows the kind asks [`Quantity::read`],
    /// [`Quantity::read_count`], [`QuantityRange::read`], [`Share::read`] or
    /// [`Date::read`].
    ///
    /// # Errors
    ///
    /// The text is no numeral, or could be several.
    pub fn read(text: &str) -> Result<Self, NumeralError> {
        let tokens = Tokens::of(text)?;
        let statement = Statement::read(&tokens);
        let (share, date) = (share(&tokens), date(&tokens, None));
        let mut numerals: Vec<Self> = Vec::new();
        let mut other_readings: Vec<String> = Vec::new();
        if let Ok(statement) = &statement {
            for measure in Measure::ALL {
                numerals.extend(statement.quantity(measure).map(Self::Quantity));
                numerals.extend(statement.range(measure).map(Self::Range));
            }
            other_readings.extend(statement.in_english());
        }
        numerals.extend(share.clone().map(Self::Share));
        numerals.extend(date.clone().map(Self::Date));
        if let Err(NumeralFault::NoYear { found }) = date.as_ref().map_err(NumeralError::fault) {
            other_readings.push(format!("day {found} of a year that is not stated"));
        }
        match (numerals.as_slice(), other_readings.is_empty()) {
            ([numeral], true) => Ok(*numeral),
            ([], _) => Err(nearest_fault(&tokens, statement, share, date)),
            (several, _) => {
                let readings = several.iter().map(Self::described).chain(other_readings).collect();
                Err(ambiguous(&tokens, readings))
            }
        }
    }

    /// What is known of the number: things, percent, percentage points, đồng,
    /// or the quotient of a share. A date is no number.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        match self {
            Self::Quantity(quantity) => Some(quantity.bounds()),
            Self::Range(range) => Some(range.bounds()),
            Self::Share(share) => Some(share.bounds()),
            Self::Date(_) => None,
        }
    }

    /// The numeral and its kind, for who has to choose.
    fn described(&self) -> String {
        let kind = match self {
            Self::Quantity(quantity) if quantity.measure() == Measure::Plain => "number",
            Self::Quantity(_) => "quantity",
            Self::Range(_) => "range",
            Self::Share(_) => "share",
            Self::Date(_) => "date",
        };
        format!("{kind} {self}")
    }
}

fn ambiguous(tokens: &Tokens, readings: Vec<String>) -> NumeralError {
    let start = Cursor::start(tokens);
    start.fault(NumeralFault::Ambiguous { found: start.printed(), readings })
}

/// The fault of the kind that the text resembles.
fn nearest_fault(
    tokens: &Tokens,
    statement: Result<Statement, NumeralError>,
    share: Result<Share, NumeralError>,
    date: Result<Date, NumeralError>,
) -> NumeralError {
    let start = Cursor::start(tokens);
    let slashes = tokens.count_sign('/');
    let of_dates = ["ngày", "tháng", "giai"].iter().any(|word| tokens.have_word(word));
    let fault = if of_dates || start.is_year_word() || 1 < slashes {
        date.err()
    } else if slashes == 1 {
        share.err()
    } else {
        statement.map_or_else(Some, |statement| statement.fault())
    };
    fault.unwrap_or_else(|| start.unexpected("a numeral"))
}

impl fmt::Display for Numeral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quantity(quantity) => quantity.fmt(f),
            Self::Range(range) => range.fmt(f),
            Self::Share(share) => share.fmt(f),
            Self::Date(date) => date.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests;
