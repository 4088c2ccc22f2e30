//! Where a stated fact comes from.

use std::collections::BTreeSet;

use crate::{Coded, Phrase, Words};

/// What a stated fact rests on: something published, or nothing but the wish to
/// illustrate.
///
/// Data that is made up says so, in documents and in what is printed from them.
///
/// vi: Căn cứ của dữ liệu: đã công bố, hoặc chỉ để minh họa. Dữ liệu minh họa
/// luôn được ghi rõ, trong tài liệu cũng như trong bản in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Basis {
    /// The fact is published.
    ///
    /// vi: Đã công bố.
    #[cfg_attr(feature = "schemars", schemars(title = "PublishedBasis"))]
    Published {
        /// Who published it, where and when.
        ///
        /// vi: Nguồn: ai công bố, ở đâu, khi nào.
        source: Phrase,
    },
    /// The fact is made up to illustrate.
    ///
    /// vi: Minh họa.
    #[cfg_attr(feature = "schemars", schemars(title = "IllustrativeBasis"))]
    Illustrative {
        /// What it was made up from or for.
        ///
        /// vi: Dựng từ số liệu nào hoặc nhằm mục đích gì.
        note: Phrase,
    },
    /// A part is published, and what is missing is made up: of a share the whole,
    /// of a rulebook what its printed frame leaves open.
    ///
    /// vi: Một phần đã công bố, phần còn thiếu là minh họa: với tỷ lệ là mẫu số, với bảng
    /// tiêu chí là những gì khung đã in còn để trống.
    #[cfg_attr(feature = "schemars", schemars(title = "PartPublishedBasis"))]
    PartPublished {
        /// Who published the part, where and when.
        ///
        /// vi: Nguồn của phần đã công bố: ai công bố, ở đâu, khi nào.
        source: Phrase,
        /// What the rest was made up from or for.
        ///
        /// vi: Phần minh họa dựng từ số liệu nào hoặc nhằm mục đích gì.
        note: Phrase,
    },
}

impl Basis {
    /// What several facts rest on together, none if there are none: published if all of them are,
    /// made up if none is, else published in part. Each source and note is named once, in order, as
    /// far as a phrase has room for them.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_values::Basis;
    ///
    /// let minutes = Basis::Published { source: "the minutes".parse()? };
    /// let guess = Basis::Illustrative { note: "a guess".parse()? };
    /// let both = Basis::together([&minutes, &guess, &minutes]).ok_or("none")?;
    /// assert!(matches!(both, Basis::PartPublished { .. }));
    /// assert_eq!(Basis::together([&minutes, &minutes]), Some(minutes));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn together<'b>(bases: impl IntoIterator<Item = &'b Self>) -> Option<Self> {
        let (mut sources, mut notes) = (BTreeSet::new(), BTreeSet::new());
        for basis in bases {
            let (source, note) = match basis {
                Self::Published { source } => (Some(source), None),
                Self::Illustrative { note } => (None, Some(note)),
                Self::PartPublished { source, note } => (Some(source), Some(note)),
            };
            sources.extend(source);
            notes.extend(note);
        }
        match (joined(sources), joined(notes)) {
            (Some(source), Some(note)) => Some(Self::PartPublished { source, note }),
            (Some(source), None) => Some(Self::Published { source }),
            (None, Some(note)) => Some(Self::Illustrative { note }),
            (None, None) => None,
        }
    }
}

/// Phrases as one, as many of the first as there is room for.
fn joined(phrases: BTreeSet<&Phrase>) -> Option<Phrase> {
    let mut phrases = phrases.into_iter();
    let mut all = phrases.next()?.clone();
    for phrase in phrases {
        let Ok(longer) = format!("{all}; {phrase}").parse() else { break };
        all = longer;
    }
    Some(all)
}

impl Coded for Basis {
    fn code(&self) -> &'static str {
        match self {
            Self::Published { .. } => "published",
            Self::Illustrative { .. } => "illustrative",
            Self::PartPublished { .. } => "part_published",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Published { source } => {
                Words::new(format!("nguồn: {source}"), format!("source: {source}"))
            }
            Self::Illustrative { note } => {
                Words::new(format!("minh họa: {note}"), format!("illustrative: {note}"))
            }
            Self::PartPublished { source, note } => Words::new(
                format!("nguồn: {source}; phần còn lại minh họa: {note}"),
                format!("source: {source}; the rest illustrative: {note}"),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rests_on_several_names_each_once() {
        let phrase = |text: &str| -> Phrase { text.parse().unwrap() };
        let published = |source: &str| Basis::Published { source: phrase(source) };
        let made_up = |note: &str| Basis::Illustrative { note: phrase(note) };
        let (a, b, c) = (published("a"), published("b"), made_up("c"));
        let part = Basis::PartPublished { source: phrase("a; b"), note: phrase("c") };
        let cases = [
            (vec![], None),
            (vec![&b, &a, &b], Some(published("a; b"))),
            (vec![&c, &c], Some(c.clone())),
            (vec![&c, &b, &a], Some(part.clone())),
            (vec![&part, &c], Some(part.clone())),
        ];
        for (bases, expected) in cases {
            assert_eq!(Basis::together(bases), expected);
        }
        // Of more than a phrase can hold the first are named.
        let long = published(&"l".repeat(Phrase::MAX_LEN));
        assert_eq!(Basis::together([&long, &a]), Some(a));
    }

    #[test]
    fn each_says_what_it_rests_on() {
        let source: Phrase = "the minutes".parse().unwrap();
        let note: Phrase = "made up".parse().unwrap();
        let published = Basis::Published { source: source.clone() };
        let illustrative = Basis::Illustrative { note: note.clone() };
        let part = Basis::PartPublished { source, note };
        let cases = [
            (published, "published", "nguồn: the minutes", "source: the minutes"),
            (illustrative, "illustrative", "minh họa: made up", "illustrative: made up"),
            (
                part,
                "part_published",
                "nguồn: the minutes; phần còn lại minh họa: made up",
                "source: the minutes; the rest illustrative: made up",
            ),
        ];
        for (basis, code, vi, en) in cases {
            assert_eq!((basis.code(), basis.words()), (code, Words::new(vi, en)));
        }
    }
}
