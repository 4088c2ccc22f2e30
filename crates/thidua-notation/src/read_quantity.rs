//! How quantities, ranges and shares are read.

use thidua_values::{Figure, Qualifier, Ratio};

use crate::cursor::Cursor;
use crate::digits::{figure, is_like_english};
use crate::tokens::{Kind, Token, Tokens};
use crate::{Measure, NumeralError, NumeralFault, Quantity, QuantityRange, Scale, Share};

/// The words before a number that qualify it, longer ones first.
const PREFIXES: &[(&[&str], Qualifier)] = &[
    (&["trên", "dưới"], Qualifier::About),
    (&["trên"], Qualifier::Above),
    (&["hơn"], Qualifier::Above),
    (&["nhiều", "hơn"], Qualifier::Above),
    (&["lớn", "hơn"], Qualifier::Above),
    (&["quá"], Qualifier::Above),
    (&["dưới"], Qualifier::Below),
    (&["ít", "hơn"], Qualifier::Below),
    (&["nhỏ", "hơn"], Qualifier::Below),
    (&["chưa", "đến"], Qualifier::Below),
    (&["chưa", "đầy"], Qualifier::Below),
    (&["gần"], Qualifier::Nearly),
    (&["ngót"], Qualifier::Nearly),
    (&["khoảng", "chừng"], Qualifier::About),
    (&["khoảng"], Qualifier::About),
    (&["chừng"], Qualifier::About),
    (&["xấp", "xỉ"], Qualifier::About),
    (&["ước", "khoảng"], Qualifier::About),
    (&["ước", "chừng"], Qualifier::About),
    (&["ước"], Qualifier::About),
    (&["ít", "nhất"], Qualifier::AtLeast),
    (&["tối", "thiểu"], Qualifier::AtLeast),
    (&["không", "dưới"], Qualifier::AtLeast),
    (&["không", "ít", "hơn"], Qualifier::AtLeast),
    (&["nhiều", "nhất"], Qualifier::AtMost),
    (&["tối", "đa"], Qualifier::AtMost),
    (&["không", "quá"], Qualifier::AtMost),
    (&["không", "nhiều", "hơn"], Qualifier::AtMost),
];

/// The words behind a number that qualify it.
const SUFFIXES: &[(&[&str], Qualifier)] =
    &[(&["trở", "lên"], Qualifier::AtLeast), (&["trở", "xuống"], Qualifier::AtMost)];

/// What a text says of quantities, before it is known what they measure.
#[derive(Clone, Debug)]
pub(crate) enum Statement {
    One { qualifier: Qualifier, term: Term },
    Two { low: Term, high: Term, joint: (usize, String) },
}

/// A number with the unit words behind it.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    /// The digits as printed.
    printed: String,
    /// Their position.
    at: usize,
    number: Figure,
    scale: Scale,
    measure: Option<Measure>,
    /// What is printed behind the digits: the unit words, or what follows.
    behind: Option<String>,
    /// Its position.
    behind_at: usize,
}

/// What qualifies a number, from before it.
enum Prefix {
    None,
    /// "Từ", which something behind the number completes.
    From,
    Word {
        qualifier: Qualifier,
        printed: String,
    },
}

impl Statement {
    pub(crate) fn read(tokens: &Tokens) -> Result<Self, NumeralError> {
        let mut cursor = Cursor::start(tokens);
        if cursor.take_words(&["hàng"]) {
            let term = Term::read_several(&mut cursor)?;
            cursor.expect_end()?;
            return Ok(Self::One { qualifier: Qualifier::Several, term });
        }
        let prefix = prefix(&mut cursor)?;
        let low = Term::read(&mut cursor)?;
        let joint = cursor;
        let dash = cursor.take_sign('-');
        if dash || cursor.take_words(&["đến"]) {
            let joint_text = cursor.since(&joint);
            let below_zero = |term: &Term| dash && term.number.is_negative();
            let high = Term::read(&mut cursor)?;
            if below_zero(&low) || below_zero(&high) {
                return Err(joint.unexpected("`đến` between ends that may be below zero"));
            }
            expect_unqualified(tokens, prefix, &mut cursor)?;
            return Ok(Self::Two {
                low: low.with_unit_of(&high),
                high,
                joint: (joint.at(), joint_text),
            });
        }
        let qualifier = suffix(&mut cursor, prefix)?;
        cursor.expect_end()?;
        Ok(Self::One { qualifier, term: low })
    }

    /// The one quantity that it states of a measure.
    pub(crate) fn quantity(&self, measure: Measure) -> Result<Quantity, NumeralError> {
        match self {
            Self::One { qualifier, term } => term.quantity(*qualifier, measure),
            Self::Two { joint: (joint, printed), .. } => {
                Err(unexpected(*joint, "one number, not a range", printed))
            }
        }
    }

    /// The position of its first number.
    pub(crate) const fn at(&self) -> usize {
        let (Self::One { term, .. } | Self::Two { low: term, .. }) = self;
        term.at
    }

    /// The range that it states of a measure.
    pub(crate) fn range(&self, measure: Measure) -> Result<QuantityRange, NumeralError> {
        match self {
            Self::One { term, .. } => {
                Err(unexpected(term.at, "a range such as `3-5`", &term.printed))
            }
            Self::Two { low, high, .. } => {
                let upper = high.quantity(Qualifier::Exactly, measure)?;
                let lower = low.quantity(Qualifier::Exactly, measure)?;
                QuantityRange::try_new(lower, upper)
                    .map_err(|fault| NumeralError::new(low.at, NumeralFault::Range(fault)))
            }
        }
    }

    /// Why it states no quantity or range of what its words say it measures.
    pub(crate) fn fault(&self) -> Option<NumeralError> {
        match self {
            Self::One { term, .. } => self.quantity(term.stated_measure()).err(),
            Self::Two { high, .. } => self.range(high.stated_measure()).err(),
        }
    }

    /// Its first number as a reader of English takes it, if that is another.
    pub(crate) fn in_english(&self) -> Option<String> {
        let terms = match self {
            Self::One { term, .. } => vec![term],
            Self::Two { low, high, .. } => vec![low, high],
        };
        let term = terms.into_iter().find(|term| {
            term.scale == Scale::One
                && term.measure.is_none()
                && is_like_english(&term.printed, ',')
        })?;
        Some(format!("{} grouped as in English", term.printed))
    }
}

impl Term {
    fn read(cursor: &mut Cursor<'_>) -> Result<Self, NumeralError> {
        let (at, (printed, number)) = (cursor.at(), number(cursor)?);
        Self::with_units(at, printed, number, cursor)
    }

    /// What is behind "hàng": a power of ten.
    fn read_several(cursor: &mut Cursor<'_>) -> Result<Self, NumeralError> {
        let start = *cursor;
        let figure = if cursor.take_words(&["chục"]) {
            10
        } else if cursor.take_words(&["trăm"]) {
            100
        } else {
            1_u32
        };
        let term = Self::with_units(start.at(), figure.to_string(), figure.into(), cursor)?;
        if figure == 1 && term.scale == Scale::One {
            return Err(start.unexpected("`chục`, `trăm`, `nghìn`, `triệu` or `tỷ`"));
        }
        Ok(term)
    }

    fn with_units(
        at: usize,
        printed: String,
        number: Figure,
        cursor: &mut Cursor<'_>,
    ) -> Result<Self, NumeralError> {
        let start = *cursor;
        let mut scales = Scale::ALL.into_iter().rev();
        let scale = scales.find(|scale| cursor.take_words(scale.words())).unwrap_or(Scale::One);
        let measure = measure(cursor)?;
        let units = Some(cursor.since(&start)).filter(|units| !units.is_empty());
        let behind = units.or_else(|| cursor.peek().map(|token| token.text.clone()));
        Ok(Self { printed, at, number, scale, measure, behind, behind_at: start.at() })
    }

    /// The lower end of a range takes the unit of the upper one where it has
    /// none: both ends of "3-5 tỷ" are in tỷ.
    fn with_unit_of(mut self, high: &Self) -> Self {
        if self.measure.is_none() {
            self.measure = high.measure;
            if self.scale == Scale::One {
                self.scale = high.scale;
            }
        }
        self
    }

    fn stated_measure(&self) -> Measure {
        self.measure.unwrap_or(Measure::Plain)
    }

    fn quantity(&self, qualifier: Qualifier, measure: Measure) -> Result<Quantity, NumeralError> {
        let fits = match self.measure {
            Some(stated) => stated == measure,
            None => {
                measure == Measure::Plain || (measure == Measure::Dong && self.scale != Scale::One)
            }
        };
        let here = |fault| NumeralError::new(self.at, fault);
        if !fits {
            let found = self.behind.clone();
            let fault = NumeralFault::Unexpected { expected: units_of(measure), found };
            return Err(NumeralError::new(self.behind_at, fault));
        }
        if !measure.is_scaled() && is_like_english(&self.printed, '.') {
            let with = |point| self.printed.replace('.', point) + measure.suffix();
            let readings = vec![with(""), with(",")];
            return Err(here(NumeralFault::Ambiguous { found: with("."), readings }));
        }
        Quantity::try_new(qualifier, self.number, self.scale, measure)
            .map_err(|fault| here(NumeralFault::Quantity(fault)))
    }
}

/// A share: two counts with a slash between.
pub(crate) fn share(tokens: &Tokens) -> Result<Share, NumeralError> {
    let mut cursor = Cursor::start(tokens);
    let prefix = prefix(&mut cursor)?;
    let at = cursor.at();
    let part = count(&mut cursor)?;
    if !cursor.take_sign('/') {
        return Err(cursor.unexpected("`/` and a whole"));
    }
    let whole = count(&mut cursor)?;
    let qualifier = suffix(&mut cursor, prefix)?;
    cursor.expect_end()?;
    let fault = |fault| NumeralError::new(at, fault);
    let ratio =
        Ratio::try_new(part, whole).map_err(|refused| fault(NumeralFault::Share(refused)))?;
    Share::try_new(qualifier, ratio)
        .ok_or_else(|| fault(NumeralFault::NotACount { found: ratio.to_string() }))
}

fn count(cursor: &mut Cursor<'_>) -> Result<Figure, NumeralError> {
    let start = *cursor;
    let (printed, number) = number(cursor)?;
    if number.is_negative() || !number.is_whole() {
        return Err(start.fault(NumeralFault::NotACount { found: printed }));
    }
    Ok(number)
}

/// Digits with their dots, commas and minus sign, none of which has a blank
/// beside it.
fn number(cursor: &mut Cursor<'_>) -> Result<(String, Figure), NumeralError> {
    let start = *cursor;
    let mut ahead = start;
    let signed = ahead.take_sign('-');
    let is_tight = |token: &Token| token.kind == Kind::Digits && !token.spaced;
    let first = if signed { ahead.take(is_tight) } else { ahead.take_digits() };
    if first.is_none() {
        return Err(start.unexpected("a number in digits"));
    }
    loop {
        *cursor = ahead;
        let is_point = |token: &Token| !token.spaced && matches!(token.kind, Kind::Sign('.' | ','));
        if ahead.take(is_point).and_then(|_| ahead.take(is_tight)).is_none() {
            break;
        }
    }
    let printed = cursor.since(&start);
    match figure(&printed) {
        Ok(number) => Ok((printed, number)),
        Err(fault) => Err(start.fault(fault)),
    }
}

fn measure(cursor: &mut Cursor<'_>) -> Result<Option<Measure>, NumeralError> {
    let percent =
        |cursor: &mut Cursor<'_>| cursor.take_sign('%') || cursor.take_words(&["phần", "trăm"]);
    if percent(cursor) {
        return Ok(Some(Measure::Percent));
    }
    if cursor.take_words(&["điểm"]) {
        return if percent(cursor) {
            Ok(Some(Measure::PercentagePoint))
        } else {
            Err(cursor.unexpected("`%` or `phần trăm`"))
        };
    }
    Ok(cursor.take_words(&["đồng"]).then_some(Measure::Dong))
}

const fn units_of(measure: Measure) -> &'static str {
    match measure {
        Measure::Plain => "a number without a unit",
        Measure::Percent => "`%` or `phần trăm`",
        Measure::PercentagePoint => "`điểm %` or `điểm phần trăm`",
        Measure::Dong => "`đồng`, `nghìn`, `triệu` or `tỷ`",
    }
}

fn prefix(cursor: &mut Cursor<'_>) -> Result<Prefix, NumeralError> {
    let start = *cursor;
    if cursor.take_words(&["từ"]) {
        return Ok(Prefix::From);
    }
    let Some(qualifier) = qualifier_among(PREFIXES, cursor) else { return Ok(Prefix::None) };
    let printed = cursor.since(&start);
    let second = *cursor;
    if qualifier_among(PREFIXES, cursor).is_some() {
        let fault = NumeralFault::TwoQualifiers { first: printed, second: cursor.since(&second) };
        return Err(second.fault(fault));
    }
    Ok(Prefix::Word { qualifier, printed })
}

/// The qualifier of a number, from before it and from behind it.
fn suffix(cursor: &mut Cursor<'_>, prefix: Prefix) -> Result<Qualifier, NumeralError> {
    let start = *cursor;
    match (prefix, qualifier_among(SUFFIXES, cursor)) {
        (Prefix::None | Prefix::From, Some(qualifier)) | (Prefix::Word { qualifier, .. }, None) => {
            Ok(qualifier)
        }
        (Prefix::None, None) => Ok(Qualifier::Exactly),
        (Prefix::From, None) => Err(start.unexpected("`đến`, `trở lên` or `trở xuống`")),
        (Prefix::Word { printed: first, .. }, Some(_)) => {
            let second = cursor.since(&start);
            Err(start.fault(NumeralFault::TwoQualifiers { first, second }))
        }
    }
}

/// Expects the end of a range. A qualifier of a range may be meant of one end
/// or of both.
fn expect_unqualified(
    tokens: &Tokens,
    prefix: Prefix,
    cursor: &mut Cursor<'_>,
) -> Result<(), NumeralError> {
    let (start, end) = (Cursor::start(tokens), *cursor);
    let suffixed = qualifier_among(SUFFIXES, cursor).is_some();
    cursor.expect_end()?;
    let (word, near) = match (prefix, suffixed) {
        (Prefix::None | Prefix::From, false) => return Ok(()),
        (Prefix::None | Prefix::From, true) => (cursor.since(&end), "upper"),
        (Prefix::Word { printed, .. }, false) => (printed, "lower"),
        (Prefix::Word { printed: first, .. }, true) => {
            let second = cursor.since(&end);
            return Err(end.fault(NumeralFault::TwoQualifiers { first, second }));
        }
    };
    let readings = vec![format!("{word} of the {near} end"), format!("{word} of the whole range")];
    Err(start.fault(NumeralFault::Ambiguous { found: cursor.since(&start), readings }))
}

fn qualifier_among(phrases: &[(&[&str], Qualifier)], cursor: &mut Cursor<'_>) -> Option<Qualifier> {
    let said = phrases.iter().find(|(words, _)| cursor.take_words(words));
    said.map(|(_, qualifier)| *qualifier)
}

fn unexpected(at: usize, expected: &'static str, found: &str) -> NumeralError {
    NumeralError::new(at, NumeralFault::Unexpected { expected, found: Some(found.to_owned()) })
}
