//! A place among the tokens of a text, and what is read from there.

use crate::tokens::{Kind, Token, Tokens};
use crate::{NumeralError, NumeralFault};

/// The tokens that are not read yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'t> {
    rest: &'t [Token],
    end: usize,
}

impl<'t> Cursor<'t> {
    /// The first token of a text.
    pub(crate) fn start(tokens: &'t Tokens) -> Self {
        Self { rest: &tokens.tokens, end: tokens.end }
    }

    /// The next token.
    pub(crate) fn peek(&self) -> Option<&'t Token> {
        self.rest.first()
    }

    /// The position of the next token, or the one behind the text.
    pub(crate) fn at(&self) -> usize {
        self.peek().map_or(self.end, |token| token.at)
    }

    /// Reads the next token if it is one of these.
    pub(crate) fn take(&mut self, is_wanted: impl Fn(&Token) -> bool) -> Option<&'t Token> {
        let (token, rest) = self.rest.split_first()?;
        is_wanted(token).then(|| {
            self.rest = rest;
            token
        })
    }

    /// Reads this sign if it is next.
    pub(crate) fn take_sign(&mut self, sign: char) -> bool {
        self.take(|token| token.kind == Kind::Sign(sign)).is_some()
    }

    /// Reads digits if they are next.
    pub(crate) fn take_digits(&mut self) -> Option<&'t Token> {
        self.take(|token| token.kind == Kind::Digits)
    }

    /// Reads these words if they are next, all of them.
    pub(crate) fn take_words(&mut self, words: &[&str]) -> bool {
        let mut ahead = *self;
        let all = words.iter().all(|word| ahead.take(|token| token.is_word(word)).is_some());
        if all {
            *self = ahead;
        }
        all
    }

    /// What was read since an earlier place, as it is printed.
    pub(crate) fn since(&self, earlier: &Self) -> String {
        let read = earlier.rest.len().saturating_sub(self.rest.len());
        printed(earlier.rest.iter().take(read))
    }

    /// What is not read yet, as it is printed.
    pub(crate) fn printed(&self) -> String {
        printed(self.rest)
    }

    /// A fault at the next token.
    pub(crate) fn fault(&self, fault: NumeralFault) -> NumeralError {
        NumeralError::new(self.at(), fault)
    }

    /// The fault that something else should be next.
    pub(crate) fn unexpected(&self, expected: &'static str) -> NumeralError {
        let found = self.peek().map(|token| token.text.clone());
        self.fault(match (self.peek().map(|token| token.kind), found) {
            (Some(Kind::Word { spelled_out: true, .. }), Some(word)) if !self.is_year_word() => {
                NumeralFault::SpelledOut { word }
            }
            (_, found) => NumeralFault::Unexpected { expected, found },
        })
    }

    /// Whether "năm" and digits are next, so that it is a year, not five.
    pub(crate) fn is_year_word(&self) -> bool {
        let mut ahead = *self;
        ahead.take_words(&["năm"]) && ahead.take_digits().is_some()
    }

    /// # Errors
    ///
    /// There is more to read.
    pub(crate) fn expect_end(&self) -> Result<(), NumeralError> {
        const EXPECTED: &str = "the end of the numeral";
        match self.peek() {
            None => Ok(()),
            // Behind a numeral it is what is counted: "5 năm" are five years.
            Some(token) if token.is_word("năm") => {
                let found = Some(token.text.clone());
                Err(self.fault(NumeralFault::Unexpected { expected: EXPECTED, found }))
            }
            Some(_) => Err(self.unexpected(EXPECTED)),
        }
    }
}

fn printed<'t>(tokens: impl IntoIterator<Item = &'t Token>) -> String {
    let mut text = String::new();
    for token in tokens {
        if token.spaced && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&token.text);
    }
    text
}
