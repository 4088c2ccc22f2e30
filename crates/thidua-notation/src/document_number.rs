//! The numbers that documents are known by.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use thidua_values::text_form;
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use crate::DocumentKind;
use crate::signs::meant_sign;

/// Signs of a symbol: an upper-case letter first, then letters and digits. No
/// letter bears a tone mark.
macro_rules! signs {
    () => {
        "[A-ZĂÂĐÊÔƠƯ][0-9A-Za-zĂÂĐÊÔƠƯăâđêôơư]*"
    };
}

/// The number of a document (số ký hiệu), such as `30/KH-MTTQ`: what a text
/// cites it by.
///
/// The State and the Front write an ordinal, a slash and a symbol, some with
/// the year between: `30/KH-MTTQ`, `86/2023/NĐ-CP`. The Party puts a hyphen
/// before the kind and a slash after it: `10-CT/TW`. The ordinal may end with a
/// letter (`30a/2008/NQ-CP`), an issuer may hold an ampersand (`SGD&ĐT`).
/// Zeros in front stay as printed, so `4/2022/QĐ-TTg` is another number than
/// `04/2022/QĐ-TTg`. Numbers are ordered as their texts are, by code point.
/// Cloning is cheap.
///
/// # Examples
///
/// ```
/// use thidua_notation::{DocumentKind, DocumentNumber};
///
/// let directive: DocumentNumber = "10-CT/TW".parse()?;
/// assert_eq!((directive.ordinal(), directive.symbol()), ("10", "CT/TW"));
/// assert_eq!(directive.kinds(), [DocumentKind::Directive]);
/// # Ok::<(), thidua_notation::DocumentNumberError>(())
/// ```
// INVARIANT: the text matches `DocumentNumber::PATTERN` and has at most
// `DocumentNumber::MAX_LEN` characters; only `FromStr` builds one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentNumber(Arc<str>);

impl DocumentNumber {
    /// The pattern of the text form.
    pub const PATTERN: &'static str = concat!(
        "^0{0,3}[1-9][0-9]{0,5}[a-z]?",
        "(/((19|20)[0-9]{2}/)?|-",
        signs!(),
        "/)",
        signs!(),
        "((-|&)",
        signs!(),
        ")*$"
    );
    /// The most characters of a number.
    pub const MAX_LEN: usize = 64;

    /// Reads a number as real texts print it.
    ///
    /// Blanks around it and beside its hyphens and slashes are dropped, line
    /// ends and no-break blanks too; the hyphens and dashes U+2010 to U+2015 and
    /// the minus sign U+2212 are read as hyphens, eth (Ð, U+00D0) as Đ (U+0110),
    /// and letters with their marks apart as one (NFC). Nothing else
    /// is mended: a blank between two signs may stand for a lost hyphen or for
    /// the end of the number, so it is refused.
    ///
    /// # Errors
    ///
    /// What is left is not the text form of a number.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_notation::DocumentNumber;
    ///
    /// let plan = DocumentNumber::read_printed("30/KH- MTTQ")?;
    /// assert_eq!(plan, "30/KH-MTTQ".parse()?);
    /// assert!(DocumentNumber::read_printed("30/KH MTTQ").is_err());
    /// # Ok::<(), thidua_notation::DocumentNumberError>(())
    /// ```
    pub fn read_printed(text: &str) -> Result<Self, DocumentNumberError> {
        const JOINTS: [char; 2] = ['-', '/'];
        let refused = || DocumentNumberError(text.to_owned());

        let meant: String = text.nfc().map(meant_sign).collect();
        let mut tight = String::with_capacity(meant.len());
        for piece in meant.split_whitespace() {
            if !(tight.is_empty() || tight.ends_with(JOINTS) || piece.starts_with(JOINTS)) {
                return Err(refused());
            }
            tight.push_str(piece);
        }
        tight.parse().map_err(|_| refused())
    }

    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The ordinal (số) as printed, with its zeros in front: `04` of
    /// `04/2022/QĐ-TTg`.
    #[must_use]
    pub fn ordinal(&self) -> &str {
        Parts::of(&self.0).ordinal
    }

    /// The year, if the number has one: 2022 of `04/2022/QĐ-TTg`.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        Parts::of(&self.0).year?.parse().ok()
    }

    /// The symbol (ký hiệu), which tells kind and issuer: `QĐ-TTg` of
    /// `04/2022/QĐ-TTg`, `CT/TW` of `10-CT/TW`.
    #[must_use]
    pub fn symbol(&self) -> &str {
        Parts::of(&self.0).symbol
    }

    /// Which kinds of document the number may name, none if its symbol starts
    /// with no kind: a law (`06/2022/QH15`), or an official letter
    /// (`5155/SGDĐT-GDTXNNĐH`).
    ///
    /// Two kinds are an ambiguity that only the text around the number
    /// resolves. The Party also numbers its quy định with `QĐ`; they are no
    /// [`DocumentKind`].
    ///
    /// # Examples
    ///
    /// `10/TTr-MTTW-BTT` is a thông tri, though `TTr` usually is a tờ trình:
    ///
    /// ```
    /// use thidua_notation::{DocumentKind, DocumentNumber};
    ///
    /// let number: DocumentNumber = "10/TTr-MTTW-BTT".parse()?;
    /// let kinds = [DocumentKind::SubmissionLetter, DocumentKind::CircularLetter];
    /// assert_eq!(number.kinds(), kinds);
    /// # Ok::<(), thidua_notation::DocumentNumberError>(())
    /// ```
    #[must_use]
    pub fn kinds(&self) -> &'static [DocumentKind] {
        let symbol = self.symbol();
        let kind = symbol.split_once(['-', '/']).map_or(symbol, |(kind, _)| kind);
        DocumentKind::named_by(kind)
    }
}

/// A text taken apart as a number would be; nothing in it has been checked yet.
struct Parts<'t> {
    ordinal: &'t str,
    /// What is between the ordinal and the rest.
    joint: &'t str,
    year: Option<&'t str>,
    symbol: &'t str,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str) -> Self {
        let (ordinal, rest) = text.split_at(text.find(['-', '/']).unwrap_or(text.len()));
        let (joint, rest) = rest.split_at(rest.len().min(1));
        match rest.split_once('/') {
            Some((year, symbol)) if year.starts_with(|sign: char| sign.is_ascii_digit()) => {
                Self { ordinal, joint, year: Some(year), symbol }
            }
            _ => Self { ordinal, joint, year: None, symbol: rest },
        }
    }

    fn are_well_formed(&self) -> bool {
        let symbol = match (self.joint, self.year) {
            ("/", year) => year.is_none_or(is_year) && is_symbol(self.symbol),
            ("-", None) => self
                .symbol
                .split_once('/')
                .is_some_and(|(kind, issuer)| are_signs(kind) && is_symbol(issuer)),
            _ => false,
        };
        symbol && is_ordinal(self.ordinal)
    }
}

fn is_ordinal(text: &str) -> bool {
    let numeral = text.strip_suffix(|sign: char| sign.is_ascii_lowercase()).unwrap_or(text);
    let number = numeral.trim_start_matches('0');
    numeral.len() <= number.len() + 3
        && (1..=6).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(text: &str) -> bool {
    let in_a_century = text.starts_with("19") || text.starts_with("20");
    in_a_century && text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_symbol(text: &str) -> bool {
    text.split(['-', '&']).all(are_signs)
}

/// Whether the text is what `signs!` says.
fn are_signs(text: &str) -> bool {
    let capital = |sign| matches!(sign, 'A'..='Z' | 'Ă' | 'Â' | 'Đ' | 'Ê' | 'Ô' | 'Ơ' | 'Ư');
    let small = |sign| matches!(sign, 'a'..='z' | 'ă' | 'â' | 'đ' | 'ê' | 'ô' | 'ơ' | 'ư');
    text.starts_with(capital)
        && text.chars().all(|sign| capital(sign) || small(sign) || sign.is_ascii_digit())
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for DocumentNumber {
    type Err = DocumentNumberError;

    fn from_str(text: &str) -> Result<Self, DocumentNumberError> {
        if Self::MAX_LEN < text.chars().count() || !Parts::of(text).are_well_formed() {
            return Err(DocumentNumberError(text.to_owned()));
        }
        Ok(Self(text.into()))
    }
}

/// A text that is no document number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a document number such as `30/KH-MTTQ` or `10-CT/TW`, found `{0}`")]
pub struct DocumentNumberError(String);

text_form!(
    DocumentNumber,
    name: "DocumentNumber",
    pattern: DocumentNumber::PATTERN,
    max_len: DocumentNumber::MAX_LEN,
    examples: ["30/KH-MTTQ", "10-CT/TW", "86/2023/NĐ-CP"],
    about: "Số ký hiệu văn bản, không có dấu cách, dạng chuẩn Unicode NFC.\n\nThe number of a document, without blanks, in Unicode normal form C."
);

#[cfg(test)]
mod tests;
