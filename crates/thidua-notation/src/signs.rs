//! Signs that look like others, as real texts print them.

/// The sign that a printed one is meant as: a hyphen for the hyphens and dashes
/// U+2010 to U+2015 and for the minus sign U+2212, đ (U+0111) for eth.
pub(crate) fn meant_sign(printed: char) -> char {
    match printed {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{d0}' => '\u{110}',
        '\u{f0}' => '\u{111}',
        other => other,
    }
}
