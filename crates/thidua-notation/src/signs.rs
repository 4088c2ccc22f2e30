//! Signs that look like others, as real texts print them.

/// The sign that a printed one is meant as: a hyphen for hyphens (U+2010),
/// no-break hyphens (U+2011), en and em dashes, đ (U+0111) for eth.
pub(crate) fn meant_sign(printed: char) -> char {
    match printed {
        '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2014}' => '-',
        '\u{d0}' => '\u{110}',
        '\u{f0}' => '\u{111}',
        other => other,
    }
}
