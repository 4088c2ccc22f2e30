//! The keys that names are searched by.

use std::sync::Arc;

use thidua_values::is_invisible;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::signs::meant_sign;

/// What the spellings of one name (tên gọi) of a place or a body have in
/// common: names are found by their keys, whatever hand wrote them.
///
/// Equal are names that differ only in
/// - upper and lower case, and letters in one piece or with their marks apart
///   (NFC, NFD);
/// - the vowel that bears the tone mark, among vowels side by side: `hòa` and
///   `hoà`, `Ủy` and `Uỷ`, and slips such as `qủa` for `quả`, `gìa` for `già`;
/// - blanks around the name, several for one, no-break ones, and blanks beside
///   hyphens and apostrophes: `Ea H' Leo` and `Ea H'leo`;
/// - signs that are not seen, as [`is_invisible`] lists them;
/// - signs that look alike: the hyphens and dashes U+2010 to U+2015 and the
///   minus sign U+2212 for hyphens, curly quotes for straight ones, primes and
///   accents that stand alone for apostrophes, and eth (Ð, U+00D0) for Đ
///   (U+0110), which real texts confuse.
///
/// All else tells names apart: tones (`quý`, `quỹ`, `Quỳ`), letters and their
/// marks (`đ` and `d`, `ô` and `o`), also `y` and `i`, so `Mỹ` is not found by
/// `Mĩ`; a hyphen and a blank. Marks on consonants, and several tone marks on
/// vowels side by side, are in no Vietnamese syllable and stay where they are.
///
/// A key is no identity: many communes share their name with others, so an
/// index holds a list under each key. Keys are ordered by code point, not as
/// Vietnamese lists are. Cloning is cheap.
///
/// # Examples
///
/// ```
/// use std::collections::BTreeMap;
/// use thidua_notation::NameKey;
///
/// let communes = [("a", "Tân Tiến"), ("b", "Hòa Tiến"), ("c", "Tân  tiến")];
/// let mut index = BTreeMap::<NameKey, Vec<&str>>::new();
/// for (code, name) in communes {
///     index.entry(NameKey::of(name)).or_default().push(code);
/// }
/// assert_eq!(index[&NameKey::of("TÂN TIẾN")], ["a", "c"]);
/// assert_eq!(index[&NameKey::of("Hoà Tiến")], ["b"]);
/// assert!(!index.contains_key(&NameKey::of("Hoa Tiến")));
/// ```
// INVARIANT: the key of its own text; only `of` builds one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(Arc<str>);

impl NameKey {
    /// The key of a name, or of what is typed in search of one. Any text has a
    /// key, a blank one the empty key.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // Marks apart take more bytes than letters in one piece: 3 become 5.
        let mut writer =
            Writer { key: String::with_capacity(text.len() * 2), blank: false, run: Run::Outside };
        // What is not seen goes first, since it keeps marks from being put in order.
        let seen = text.chars().filter(|sign| !is_invisible(*sign));
        // Letters in one piece leave no marks to put in order, which takes time.
        if seen.clone().all(is_latin_in_one_piece) {
            seen.for_each(|sign| decompose_canonical(sign, |part| writer.write(part)));
        } else {
            seen.nfd().for_each(|part| writer.write(part));
        }
        writer.end_run();
        Self(writer.key.into())
    }

    /// The key as text, to be stored and compared rather than read: lower case,
    /// with marks apart and the tone mark behind its vowels.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_notation::NameKey;
    ///
    /// let key = NameKey::of("Ủy ban");
    /// assert_eq!(key.as_str(), "uy\u{309} ban");
    /// assert_eq!(NameKey::of(key.as_str()), key);
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Writes a key, sign by sign.
struct Writer {
    key: String,
    /// Whether blanks were read that are not written yet.
    blank: bool,
    run: Run,
}

/// Whether the key so far ends in vowels side by side, with their marks, and
/// which of these marks are tones.
#[derive(Clone, Copy)]
enum Run {
    Outside,
    Toneless,
    /// The one tone mark stands at this byte of the key.
    OneTone(usize),
    SeveralTones,
}

impl Writer {
    /// Writes what a sign of a text in NFD is meant as.
    fn write(&mut self, printed: char) {
        if is_mark(printed) {
            self.push(printed);
        } else if printed.is_whitespace() {
            self.end_run();
            self.blank = true;
        } else {
            printed.to_lowercase().for_each(|sign| self.push(meant(sign)));
        }
    }

    fn push(&mut self, sign: char) {
        const JOINTS: [char; 2] = ['-', '\''];

        if !is_vowel(sign) && !is_mark(sign) {
            self.end_run();
        }
        if self.blank {
            self.blank = false;
            let beside_a_joint = JOINTS.contains(&sign) || self.key.ends_with(JOINTS);
            if !self.key.is_empty() && !beside_a_joint {
                self.key.push(' ');
            }
        }
        self.run = match self.run {
            Run::Outside if is_vowel(sign) => Run::Toneless,
            Run::Toneless if is_tone(sign) => Run::OneTone(self.key.len()),
            Run::OneTone(_) if is_tone(sign) => Run::SeveralTones,
            run => run,
        };
        self.key.push(sign);
    }

    /// Puts the tone mark behind its vowels.
    fn end_run(&mut self) {
        if let Run::OneTone(at) = self.run {
            let tone = self.key.remove(at);
            self.key.push(tone);
        }
        self.run = Run::Outside;
    }
}

/// The sign that a printed one in lower case is meant as.
fn meant(printed: char) -> char {
    match printed {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2032}' | '`' | '\u{b4}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        other => meant_sign(other),
    }
}

/// Whether a sign is of the blocks of Latin letters, none of which is a mark.
fn is_latin_in_one_piece(sign: char) -> bool {
    matches!(sign, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether a sign is a mark that the letter before it bears.
fn is_mark(sign: char) -> bool {
    // The block of marks on Latin letters needs no table.
    matches!(sign, '\u{300}'..='\u{36f}') || ('\u{36f}' < sign && is_combining_mark(sign))
}

/// Whether a letter is a Vietnamese vowel once its marks are apart.
fn is_vowel(sign: char) -> bool {
    matches!(sign, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether a mark is a Vietnamese tone: huyền, sắc, ngã, hỏi, nặng.
fn is_tone(mark: char) -> bool {
    matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

#[cfg(test)]
mod tests;
