//! Texts of numerals, taken apart into digits, words and signs.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use thidua_values::is_invisible;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::signs::meant_sign;
use crate::{NameKey, NumeralError, NumeralFault};

/// The words that numerals are written with, each line with its spellings, of
/// which the first is the one that the grammar names.
const WORDS: &[&[&str]] = &[
    // Units.
    &["nghìn", "ngàn"],
    &["triệu"],
    &["tỷ", "tỉ"],
    &["đồng", "đ", "vnđ", "vnd"],
    &["phần"],
    &["trăm"],
    &["điểm"],
    // Qualifiers.
    &["trên"],
    &["hơn"],
    &["quá"],
    &["dưới"],
    &["chưa"],
    &["đầy"],
    &["gần"],
    &["ngót"],
    &["khoảng"],
    &["chừng"],
    &["xấp"],
    &["xỉ"],
    &["ước"],
    &["ít"],
    &["nhiều"],
    &["nhất"],
    &["tối"],
    &["thiểu"],
    &["đa"],
    &["không"],
    &["lớn"],
    &["nhỏ"],
    &["trở"],
    &["lên"],
    &["xuống"],
    &["hàng"],
    &["chục"],
    // Ranges.
    &["từ"],
    &["đến", "tới"],
    // Dates.
    &["ngày"],
    &["tháng"],
    &["năm"],
    &["đầu"],
    &["cuối"],
    &["giai"],
    &["đoạn"],
];

/// Words of spelled-out numerals. "Năm" is five where no digits follow it.
const SPELLED_OUT: &[&str] = &[
    "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "nhăm", "sáu", "bảy", "bẩy", "tám",
    "chín", "mười", "mươi", "chục", "trăm", "nghìn", "vạn", "triệu", "tỷ", "linh", "lẻ", "rưỡi",
    "nửa", "vài", "mấy", "dăm", "tá",
];

/// What the words of [`WORDS`] are meant as, and which words spell out numbers.
static MEANINGS: LazyLock<BTreeMap<NameKey, Meaning>> = LazyLock::new(|| {
    let mut meanings = BTreeMap::<NameKey, Meaning>::new();
    for (meant, spelling) in
        WORDS.iter().flat_map(|line| line.iter().map(|spelling| (line.first(), spelling)))
    {
        meanings.entry(NameKey::of(spelling)).or_default().meant = meant.copied();
    }
    for word in SPELLED_OUT {
        meanings.entry(NameKey::of(word)).or_default().spelled_out = true;
    }
    meanings
});

#[derive(Clone, Copy, Default)]
struct Meaning {
    meant: Option<&'static str>,
    spelled_out: bool,
}

/// A part of a text: digits, a word, or one sign.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// As it is printed, in one spelling of its marks.
    pub(crate) text: String,
    /// The position of its first character, counted from 1.
    pub(crate) at: usize,
    /// Whether a blank is before it.
    pub(crate) spaced: bool,
    pub(crate) kind: Kind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Digits,
    /// A word, and the one it is meant as if numerals are written with it.
    Word {
        meant: Option<&'static str>,
        spelled_out: bool,
    },
    Sign(char),
}

/// The tokens of a text.
///
/// Signs that are not seen are dropped, letters with their marks apart are put
/// together (NFC), and signs that look alike are read as what they are meant
/// as; positions are counted in what is left, as a reader counts.
#[derive(Clone, Debug)]
pub(crate) struct Tokens {
    pub(crate) tokens: Vec<Token>,
    /// The position behind the last character.
    pub(crate) end: usize,
}

impl Tokens {
    /// The most characters of a numeral.
    pub(crate) const MAX_LEN: usize = 200;

    pub(crate) fn of(text: &str) -> Result<Self, NumeralError> {
        let seen = text.chars().filter(|sign| !is_invisible(*sign)).nfc().map(meant_sign);
        let seen: Vec<char> = seen.take(Self::MAX_LEN + 1).collect();
        if Self::MAX_LEN < seen.len() {
            return Err(NumeralError::new(Self::MAX_LEN + 1, NumeralFault::TooLong));
        }
        let mut tokens: Vec<Token> = Vec::new();
        let mut spaced = false;
        for (at, sign) in (1..).zip(&seen) {
            if sign.is_whitespace() {
                spaced = true;
                continue;
            }
            let kind = kind_of(*sign);
            match tokens.last_mut().filter(|last| !spaced && last.goes_on(kind)) {
                Some(last) => last.text.push(*sign),
                None => tokens.push(Token { text: sign.to_string(), at, spaced, kind }),
            }
            spaced = false;
        }
        if tokens.is_empty() {
            return Err(NumeralError::new(1, NumeralFault::Blank));
        }
        tokens.iter_mut().for_each(Token::find_meaning);
        Ok(Self { tokens, end: seen.len() + 1 })
    }

    /// Whether a word that is meant as this one is among the tokens.
    pub(crate) fn have_word(&self, word: &str) -> bool {
        self.tokens.iter().any(|token| token.is_word(word))
    }

    /// How many tokens are this sign.
    pub(crate) fn count_sign(&self, sign: char) -> usize {
        self.tokens.iter().filter(|token| token.kind == Kind::Sign(sign)).count()
    }
}

impl Token {
    pub(crate) fn is_word(&self, word: &str) -> bool {
        matches!(self.kind, Kind::Word { meant: Some(meant), .. } if meant == word)
    }

    /// Whether a sign of this kind, without a blank between, belongs to the token.
    fn goes_on(&self, kind: Kind) -> bool {
        self.kind == kind && !matches!(kind, Kind::Sign(_))
    }

    fn find_meaning(&mut self) {
        if let Kind::Word { .. } = self.kind {
            let meaning = MEANINGS.get(&NameKey::of(&self.text)).copied().unwrap_or_default();
            self.kind = Kind::Word { meant: meaning.meant, spelled_out: meaning.spelled_out };
        }
    }
}

fn kind_of(sign: char) -> Kind {
    if sign.is_ascii_digit() {
        Kind::Digits
    } else if sign.is_alphabetic() || is_combining_mark(sign) {
        Kind::Word { meant: None, spelled_out: false }
    } else {
        Kind::Sign(sign)
    }
}
