//! The one grammar of decimal numerals: `-`, digits, a point, digits.

/// A decimal numeral taken apart; nothing in it has been computed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral<'t> {
    pub(crate) negative: bool,
    pub(crate) whole: &'t str,
    pub(crate) fraction: &'t str,
}

impl<'t> Numeral<'t> {
    /// Reads `-?(0|[1-9][0-9]*)(\.[0-9]+)?` within the given numbers of digits.
    pub(crate) fn read(text: &'t str, max_whole: usize, max_fraction: usize) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let well_formed = (whole == "0" || !whole.starts_with('0'))
            && (1..=max_whole).contains(&whole.len())
            && fraction.len() <= max_fraction
            && digits(whole)
            && digits(fraction);
        well_formed.then_some(Self { negative, whole, fraction })
    }

    /// The number, scaled by ten to the power of `scale`, which is at least the
    /// number of digits after the point.
    pub(crate) fn scaled(self, scale: usize) -> Option<i128> {
        let mut number: i128 = 0;
        let padding = scale.checked_sub(self.fraction.len())?;
        let zeros = std::iter::repeat_n(b'0', padding);
        for digit in self.whole.bytes().chain(self.fraction.bytes()).chain(zeros) {
            number = number.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
        }
        Some(if self.negative { -number } else { number })
    }
}
