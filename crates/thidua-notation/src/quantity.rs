//! Quantities: numbers with their units and qualifiers, as texts print them.

use std::fmt;

use thidua_values::{Bounds, Coded, Exact, Fault, Figure, Qualifier, Vnd};
use thiserror::Error;

use crate::digits::in_vietnamese;
use crate::read_quantity::Statement;
use crate::tokens::Tokens;
use crate::{Measure, NumeralError, NumeralFault, Scale};

/// A quantity (số lượng) as official Vietnamese texts print it: a number, the
/// word that scales it, what it measures, and how it is qualified, such as
/// `trên 1,6 tỷ đồng`.
///
/// The digits are kept as they were printed, since a stated percentage is
/// checked at its own precision: `2,280 tỷ` is as much as `2,28 tỷ` and is
/// printed again with its three places. Quantities are equal if their parts
/// are; equal [amounts](Quantity::amount) in other units are other quantities.
///
/// Printed, a quantity is in one form: dots group the thousands of counts and
/// of money (`4.375`, but `1234%`, since `1.234%` could be taken for `1,234%`),
/// a comma begins decimals, a percent sign touches its number, and each
/// qualifier has one word.
///
/// # Examples
///
/// ```
/// use thidua_notation::{Measure, Quantity};
/// use thidua_values::Bounds;
///
/// let fund = Quantity::read("trên 7.690 triệu đồng", Measure::Dong)?;
/// assert_eq!(fund.bounds(), Bounds::above(7_690_000_000.into()));
/// assert_eq!(fund.to_string(), "trên 7.690 triệu đồng");
///
/// let part = Quantity::read("2,280 tỷ", Measure::Dong)?;
/// assert_eq!(part.amount(), 2_280_000_000.into());
/// assert_eq!(part.precision(), 1_000_000.into());
/// # Ok::<(), thidua_notation::NumeralError>(())
/// ```
// INVARIANT: as `Quantity::try_new` checks; only it and `From<Vnd>` build one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    qualifier: Qualifier,
    number: Figure,
    scale: Scale,
    measure: Measure,
}

impl Quantity {
    /// The quantity of these parts.
    ///
    /// # Errors
    ///
    /// The money is not in whole đồng or is 10^18 đồng or more; a percentage is
    /// scaled; a figure of [`Qualifier::Several`] is no power of ten that "hàng"
    /// goes with.
    pub fn try_new(
        qualifier: Qualifier,
        number: Figure,
        scale: Scale,
        measure: Measure,
    ) -> Result<Self, QuantityFault> {
        let quantity = Self { qualifier, number, scale, measure };
        if scale != Scale::One && !measure.is_scaled() {
            return Err(QuantityFault::Scaled { found: quantity.unqualified() });
        }
        if qualifier == Qualifier::Several && quantity.several().is_none() {
            return Err(QuantityFault::NotSeveral { found: quantity.unqualified() });
        }
        if measure == Measure::Dong {
            let whole = quantity.amount().to_integer();
            if whole.is_none() || (scale == Scale::One && !number.is_whole()) {
                return Err(QuantityFault::PartOfADong { found: quantity.unqualified() });
            }
            if quantity.dong().is_none() {
                return Err(QuantityFault::TooMuchMoney { found: quantity.unqualified() });
            }
        }
        Ok(quantity)
    }

    /// Reads a quantity where a text is known to state one of this measure.
    ///
    /// The text is a number in digits with at most one qualifier, one word that
    /// scales it (two in nghìn tỷ and triệu tỷ) and its unit, in upper or lower
    /// case, with blanks of any kind between. Dots group thousands, a comma
    /// begins decimals, never the reverse: `2,280 tỷ` is 2.28 billion, `1.5 tỷ`
    /// is refused. A number of two digits may start with a zero (`01`).
    /// - Before the number: trên, hơn, nhiều hơn, lớn hơn, quá; dưới, ít hơn,
    ///   nhỏ hơn, chưa đến, chưa tới, chưa đầy; gần, ngót; khoảng, chừng, khoảng
    ///   chừng, xấp xỉ, ước, ước khoảng, ước chừng, trên dưới; ít nhất, tối
    ///   thiểu, không dưới, không ít hơn; nhiều nhất, tối đa, không quá, không
    ///   nhiều hơn. In place of the number: hàng chục, hàng trăm, hàng nghìn and
    ///   so on.
    /// - Behind it: trở lên, trở xuống, with or without "từ" before the number.
    /// - The units of percentages (`%`, phần trăm) and of percentage points
    ///   (`điểm %`, điểm phần trăm) have to be there; money may leave out đồng
    ///   behind nghìn, triệu or tỷ. A bare number is neither.
    ///
    /// # Errors
    ///
    /// The text is something else; a number is spelled out, or grouped
    /// otherwise; a percentage such as `1.234%` could be 1,234 or 1.234 %.
    pub fn read(text: &str, measure: Measure) -> Result<Self, NumeralError> {
        Statement::read(&Tokens::of(text)?)?.quantity(measure)
    }

    /// Reads a count of things: a plain number, whole and not below zero.
    ///
    /// # Errors
    ///
    /// As [`Quantity::read`]; and decimals or a minus sign, so that `12,000`,
    /// which is no count as it stands, is not taken for `12.000`.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_notation::Quantity;
    ///
    /// assert_eq!(Quantity::read_count("9.379")?.amount(), 9_379.into());
    /// assert_eq!(Quantity::read_count("01")?.amount(), 1.into());
    /// assert!(Quantity::read_count("12,000").is_err());
    /// # Ok::<(), thidua_notation::NumeralError>(())
    /// ```
    pub fn read_count(text: &str) -> Result<Self, NumeralError> {
        let statement = Statement::read(&Tokens::of(text)?)?;
        let quantity = statement.quantity(Measure::Plain)?;
        if quantity.is_count() {
            return Ok(quantity);
        }
        let found = quantity.unqualified();
        Err(NumeralError::new(statement.at(), NumeralFault::NotACount { found }))
    }

    /// How the number is qualified.
    #[must_use]
    pub const fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// The number as printed, before it is scaled.
    #[must_use]
    pub const fn number(&self) -> Figure {
        self.number
    }

    /// The word that scales it.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// What it measures.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.measure
    }

    /// The figure, scaled and without its qualifier: things, percent,
    /// percentage points or đồng. Compute with the [`bounds`](Self::bounds).
    #[must_use]
    pub fn amount(&self) -> Exact {
        Exact::from(self.number) * Exact::from(self.scale.ones())
    }

    /// What is known of the quantity, in the unit of [`amount`](Self::amount).
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        self.qualifier.bounds(self.amount())
    }

    /// The figure in đồng, without its qualifier, if it is money.
    #[must_use]
    pub fn dong(&self) -> Option<Vnd> {
        let dong = (self.measure == Measure::Dong).then(|| self.amount().to_integer())??;
        Vnd::new(i64::try_from(dong).ok()?)
    }

    /// What one more in the last printed digit is worth, in the unit of
    /// [`amount`](Self::amount): 1 of `85%`, 0.1 of `5,4%`, a million of
    /// `2,280 tỷ`.
    #[must_use]
    pub fn precision(&self) -> Exact {
        let tenth = Exact::percent(10.into());
        let ones = Exact::from(self.scale.ones());
        (0..self.number.decimal().scale()).fold(ones, |worth, _| worth * tenth.clone())
    }

    /// Whether it can be a count of things: whole, not below zero, and printed
    /// without decimals unless it is scaled.
    #[must_use]
    pub fn is_count(&self) -> bool {
        self.measure == Measure::Plain
            && !self.number.is_negative()
            && (self.number.is_whole()
                || (self.scale != Scale::One && self.amount().to_integer().is_some()))
    }

    /// The word between "hàng" and the scale, if "hàng" goes with the figure:
    /// none of a scale alone, else "chục" or "trăm".
    fn several(&self) -> Option<&'static str> {
        let ten = [(1_u32, ""), (10, " chục"), (100, " trăm")];
        let (figure, word) =
            ten.into_iter().find(|(figure, _)| Figure::from(*figure) == self.number)?;
        (self.number.is_whole() && (1 < figure || self.scale != Scale::One)).then_some(word)
    }

    /// The number as printed, without scale, unit and qualifier.
    pub(crate) fn digits(&self) -> String {
        let number = self.number.to_string();
        if self.measure.is_scaled() { in_vietnamese(number) } else { number.replace('.', ",") }
    }

    /// The words behind the number.
    fn units(&self) -> String {
        let scale = self.scale.words().iter().flat_map(|word| [" ", *word]);
        scale.chain([self.measure.suffix()]).collect()
    }

    pub(crate) fn unqualified(&self) -> String {
        self.digits() + &self.units()
    }
}

/// The amount with the highest of tỷ and triệu that leaves at most three
/// decimals, else in đồng: `2,28 tỷ đồng`, `350.000 đồng`.
impl From<Vnd> for Quantity {
    fn from(amount: Vnd) -> Self {
        let exactly = |number: Figure, scale| Self {
            qualifier: Qualifier::Exactly,
            number,
            scale,
            measure: Measure::Dong,
        };
        let scaled = |scale: Scale| {
            let number = Exact::from(amount.dong()).checked_div(&scale.ones().into())?;
            let number: Figure = number.to_string().parse().ok()?;
            let short = number.decimal().scale() <= 3 && scale.ones() <= amount.dong().abs();
            short.then(|| exactly(number, scale))
        };
        let in_dong = || {
            // PROOF: an amount has at most 18 digits, which are a figure.
            exactly(amount.to_string().parse().unwrap_or_default(), Scale::One)
        };
        [Scale::Billion, Scale::Million].into_iter().find_map(scaled).unwrap_or_else(in_dong)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = prefix(self.qualifier);
        match self.several().filter(|_| self.qualifier == Qualifier::Several) {
            Some(ten) => write!(f, "{}{ten}{}", prefix.trim_end(), self.units()),
            None => write!(f, "{prefix}{}", self.unqualified()),
        }
    }
}

/// What is printed before a figure that is qualified so.
pub(crate) fn prefix(qualifier: Qualifier) -> String {
    match qualifier {
        Qualifier::Exactly => String::new(),
        other => other.words().vi + " ",
    }
}

/// Why a number and its unit do not go together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
#[non_exhaustive]
pub enum QuantityFault {
    /// Money with a part of a đồng.
    PartOfADong {
        /// The quantity found.
        found: String,
    },
    /// Money that no amount holds.
    TooMuchMoney {
        /// The quantity found.
        found: String,
    },
    /// A percentage in thousands or more.
    Scaled {
        /// The quantity found.
        found: String,
    },
    /// A figure that "hàng" does not go with.
    NotSeveral {
        /// The quantity found.
        found: String,
    },
}

impl Fault for QuantityFault {
    fn code(&self) -> &'static str {
        match self {
            Self::PartOfADong { .. } => "part_of_a_dong",
            Self::TooMuchMoney { .. } => "too_much_money",
            Self::Scaled { .. } => "scaled_percentage",
            Self::NotSeveral { .. } => "not_several",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::PartOfADong { .. } => "whole đồng, with dots between groups of three digits",
            Self::TooMuchMoney { .. } => "less than 10^18 đồng",
            Self::Scaled { .. } => "a percentage without nghìn, triệu or tỷ",
            Self::NotSeveral { .. } => "10 or 100 of something, or one nghìn, triệu or tỷ",
        }
        .into()
    }

    fn found(&self) -> String {
        let (Self::PartOfADong { found }
        | Self::TooMuchMoney { found }
        | Self::Scaled { found }
        | Self::NotSeveral { found }) = self;
        format!("`{found}`")
    }
}
