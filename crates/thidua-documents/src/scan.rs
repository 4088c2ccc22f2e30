//! The signs of a JSON text, found without recursion and before it is trusted.

/// A piece of a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) sign: Sign,
    /// Where it starts, in bytes.
    pub(crate) start: usize,
    /// Where it has ended.
    pub(crate) end: usize,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// `[` or `{`.
    Open,
    /// `]` or `}`.
    Close,
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// A string with its quotes; in a text that is no JSON, the closing one may be missing.
    Text,
    /// Anything else up to a blank or another sign: a number, `true`, `false`, `null`.
    Word,
}

/// The pieces of a text that need not be JSON.
#[derive(Clone, Debug)]
pub(crate) struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Tokens<'t> {
    pub(crate) const fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = self.text.get(self.at..)?.trim_ascii_start();
        let start = self.text.len() - rest.len();
        let (sign, length) = match rest.bytes().next()? {
            b'[' | b'{' => (Sign::Open, 1),
            b']' | b'}' => (Sign::Close, 1),
            b',' => (Sign::Comma, 1),
            b':' => (Sign::Colon, 1),
            b'"' => (Sign::Text, text_length(rest)),
            _ => (Sign::Word, rest.bytes().take_while(|byte| !ends_a_word(*byte)).count()),
        };
        self.at = start + length;
        Some(Token { sign, start, end: self.at })
    }
}

/// The length of the string that `rest` starts with, quotes included.
fn text_length(rest: &str) -> usize {
    let quotes = rest.match_indices('"').skip(1);
    let closing = quotes.map(|(position, _)| position).find(|position| {
        let before = rest.as_bytes().get(..*position).unwrap_or_default();
        before.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 0
    });
    closing.map_or(rest.len(), |position| position + 1)
}

const fn ends_a_word(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'[' | b'{' | b']' | b'}' | b',' | b':' | b'"')
}

/// How far a text extends; right for JSON, a guess for other texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    /// How many lists and objects are inside each other.
    pub(crate) depth: usize,
    /// How many values there are.
    pub(crate) values: usize,
    /// How many keys there are.
    pub(crate) keys: usize,
}

impl Extent {
    pub(crate) fn of(text: &str) -> Self {
        let (mut extent, mut open) = (Self { depth: 0, values: 1, keys: 0 }, 0_usize);
        let mut last = Sign::Comma;
        for token in Tokens::of(text) {
            if last == Sign::Open && token.sign != Sign::Close {
                extent.values += 1;
            }
            match token.sign {
                Sign::Open => open += 1,
                Sign::Close => open = open.saturating_sub(1),
                Sign::Comma => extent.values += 1,
                Sign::Colon => extent.keys += 1,
                Sign::Text | Sign::Word => {}
            }
            extent.depth = extent.depth.max(open);
            last = token.sign;
        }
        extent
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_extent_counts_values_keys_and_depth() {
        let cases = [
            ("1", (0, 1, 0)),
            ("[]", (1, 1, 0)),
            (r#"[0, [], {"a": "]", "b": [1]}]"#, (3, 7, 2)),
            (r#"{"\"[": {}}"#, (2, 2, 1)),
        ];
        for (text, (depth, values, keys)) in cases {
            assert_eq!(Extent::of(text), Extent { depth, values, keys }, "{text}");
        }
    }

    proptest! {
        /// Law: the pieces of any text follow each other and leave out blanks only.
        #[test]
        fn pieces_cover_the_text(text in "[\\[\\]{},:\"\\\\ \na0é]{0,40}") {
            let mut at = 0;
            for token in Tokens::of(&text) {
                prop_assert!(token.start < token.end);
                prop_assert_eq!(text[at..token.start].trim(), "");
                at = token.end;
            }
            prop_assert_eq!(text[at..].trim(), "");
        }
    }
}
