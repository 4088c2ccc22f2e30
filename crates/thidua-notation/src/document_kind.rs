//! Kinds of documents, and the symbols that stand for them.

use thidua_values::{Coded, Words};

/// What a document is (loại văn bản), as far as rules of emulation and
/// commendation rest on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum DocumentKind {
    /// Kế hoạch (`KH`): what is to be done, by whom and until when.
    Plan,
    /// Hướng dẫn (`HD`): how lower levels carry out what was decided.
    Guideline,
    /// Quyết định (`QĐ`): what an authority decides, rules and awards included.
    Decision,
    /// Chỉ thị (`CT`): what an authority orders.
    Directive,
    /// Nghị quyết (`NQ`): what a collective body has resolved.
    Resolution,
    /// Thông tư (`TT`): how a ministry or a court details a law.
    Circular,
    /// Nghị định (`NĐ`): how the Government details a law.
    Decree,
    /// Tờ trình (`TTr`): what a lower level asks a higher one to decide.
    SubmissionLetter,
    /// Thông tri (`TTri`, also `TTr`) of the Front: how its committees carry out
    /// work, neither a thông tư nor a tờ trình.
    CircularLetter,
    /// Thông báo (`TB`): what is made known.
    Announcement,
    /// Báo cáo (`BC`): what was done.
    Report,
    /// Công văn (`CV`, or no symbol at all): a letter from office to office.
    OfficialLetter,
}

impl DocumentKind {
    /// Which kinds the kind symbol of a document number may stand for.
    pub(crate) fn named_by(symbol: &str) -> &'static [Self] {
        match symbol {
            "KH" => &[Self::Plan],
            "HD" => &[Self::Guideline],
            "QĐ" => &[Self::Decision],
            "CT" => &[Self::Directive],
            "NQ" => &[Self::Resolution],
            "TT" => &[Self::Circular],
            "NĐ" => &[Self::Decree],
            // Source: 10/TTr-MTTW-BTT of 08/7/2016 is a thông tri.
            "TTr" => &[Self::SubmissionLetter, Self::CircularLetter],
            "TTri" => &[Self::CircularLetter],
            "TB" => &[Self::Announcement],
            "BC" => &[Self::Report],
            "CV" => &[Self::OfficialLetter],
            _ => &[],
        }
    }
}

impl Coded for DocumentKind {
    fn code(&self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Guideline => "guideline",
            Self::Decision => "decision",
            Self::Directive => "directive",
            Self::Resolution => "resolution",
            Self::Circular => "circular",
            Self::Decree => "decree",
            Self::SubmissionLetter => "submission_letter",
            Self::CircularLetter => "circular_letter",
            Self::Announcement => "announcement",
            Self::Report => "report",
            Self::OfficialLetter => "official_letter",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Plan => Words::new("kế hoạch", "plan"),
            Self::Guideline => Words::new("hướng dẫn", "guideline"),
            Self::Decision => Words::new("quyết định", "decision"),
            Self::Directive => Words::new("chỉ thị", "directive"),
            Self::Resolution => Words::new("nghị quyết", "resolution"),
            Self::Circular => Words::new("thông tư", "circular"),
            Self::Decree => Words::new("nghị định", "decree"),
            Self::SubmissionLetter => Words::new("tờ trình", "submission letter"),
            Self::CircularLetter => Words::new("thông tri", "circular letter"),
            Self::Announcement => Words::new("thông báo", "announcement"),
            Self::Report => Words::new("báo cáo", "report"),
            Self::OfficialLetter => Words::new("công văn", "official letter"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_symbol_names_its_kinds_in_both_languages() {
        let cases: [(&str, &[[&str; 3]]); 16] = [
            ("KH", &[["plan", "kế hoạch", "plan"]]),
            ("HD", &[["guideline", "hướng dẫn", "guideline"]]),
            ("QĐ", &[["decision", "quyết định", "decision"]]),
            ("CT", &[["directive", "chỉ thị", "directive"]]),
            ("NQ", &[["resolution", "nghị quyết", "resolution"]]),
            ("TT", &[["circular", "thông tư", "circular"]]),
            ("NĐ", &[["decree", "nghị định", "decree"]]),
            (
                "TTr",
                &[
                    ["submission_letter", "tờ trình", "submission letter"],
                    ["circular_letter", "thông tri", "circular letter"],
                ],
            ),
            ("TTri", &[["circular_letter", "thông tri", "circular letter"]]),
            ("TB", &[["announcement", "thông báo", "announcement"]]),
            ("BC", &[["report", "báo cáo", "report"]]),
            ("CV", &[["official_letter", "công văn", "official letter"]]),
            ("QH14", &[]),
            ("SGDĐT", &[]),
            ("TTR", &[]),
            ("", &[]),
        ];
        for (symbol, expected) in cases {
            let found: Vec<_> = DocumentKind::named_by(symbol)
                .iter()
                .map(|kind| (kind.code(), kind.words()))
                .collect();
            let expected: Vec<_> =
                expected.iter().map(|[code, vi, en]| (*code, Words::new(*vi, *en))).collect();
            assert_eq!(found, expected, "{symbol}");
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn a_kind_is_written_as_its_code() {
        let symbols = ["KH", "HD", "QĐ", "CT", "NQ", "TT", "NĐ", "TTr", "TTri", "TB", "BC", "CV"];
        for kind in symbols.into_iter().flat_map(DocumentKind::named_by) {
            let written = serde_json::to_value(kind).unwrap();
            assert_eq!(written, kind.code());
            assert_eq!(serde_json::from_value::<DocumentKind>(written).unwrap(), *kind);
        }
    }
}
