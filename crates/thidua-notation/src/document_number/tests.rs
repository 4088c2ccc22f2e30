//! Laws and real cases of document numbers.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::DocumentKind::{
    Circular, CircularLetter, Decision, Decree, Directive, Guideline, Plan, Resolution,
    SubmissionLetter,
};
use crate::strategies;

/// Numbers with up to three signs put in, replaced or taken away, and longer
/// ones: about half of them are still numbers.
fn nearly_numbers() -> impl Strategy<Value = String> {
    let signs = select(
        "-/&.0129aZđĐÐưƯỦ \u{a0}\u{2013}\u{2011}\u{31b}\u{661}\n".chars().collect::<Vec<_>>(),
    );
    let edits = prop::collection::vec((0..4, any::<Index>(), signs), 0..=3);
    let mutated = (strategies::document_number(), edits).prop_map(|(number, edits)| {
        let mut signs: Vec<char> = number.as_str().chars().collect();
        for (edit, at, sign) in edits {
            let at = at.index(signs.len());
            match edit {
                0 => signs.insert(at, sign),
                1 => signs[at] = sign,
                2 if 1 < signs.len() => _ = signs.remove(at),
                _ => {}
            }
        }
        signs.into_iter().collect()
    });
    let long = "[1-9][0-9]{0,6}/((19|20)[0-9]{2}/)?[A-ZĐ]{30,40}[-&][A-ZĐ]{10,20}";
    prop_oneof![6 => mutated, 1 => long, 1 => "\\PC{0,12}"]
}

/// A number, and how a careless text prints it.
fn printed() -> impl Strategy<Value = (DocumentNumber, String)> {
    let blank = || select(vec!["", "", " ", "  ", "\u{a0}", "\u{202f}", "\n", "\t"]);
    let hyphen = select(vec!['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}']);
    let habits = prop::collection::vec((blank(), hyphen, any::<bool>(), blank()), 1..12);
    (strategies::document_number(), habits, any::<bool>()).prop_map(|(number, habits, apart)| {
        let mut text = habits[0].0.to_owned();
        for (sign, (before, hyphen, eth, after)) in
            number.as_str().chars().zip(habits.iter().cycle())
        {
            match sign {
                '-' => text.extend([before, hyphen.to_string().as_str(), after]),
                '/' => text.extend([before, "/", after]),
                'Đ' if *eth => text.push('Ð'),
                'đ' if *eth => text.push('ð'),
                sign => text.push(sign),
            }
        }
        text.push_str(habits[0].3);
        let text = if apart { text.nfd().collect() } else { text };
        (number, text)
    })
}

proptest! {
    /// Law: reading what was written gives the same number.
    #[test]
    fn reading_undoes_writing(number in strategies::document_number()) {
        prop_assert_eq!(number.to_string().parse(), Ok(number.clone()));
        prop_assert_eq!(DocumentNumber::read_printed(number.as_str()), Ok(number));
    }

    /// Law: the parser accepts what the published pattern and length accept.
    #[test]
    fn parser_agrees_with_pattern(text in nearly_numbers()) {
        let pattern = regex_lite::Regex::new(DocumentNumber::PATTERN).unwrap();
        let published =
            pattern.is_match(&text) && text.chars().count() <= DocumentNumber::MAX_LEN;
        prop_assert_eq!(text.parse::<DocumentNumber>().is_ok(), published);
    }

    /// Law: the parts of a number, put together, are the number.
    #[test]
    fn parts_make_the_whole(number in strategies::document_number()) {
        let year = number.year().map(|year| format!("{year}/")).unwrap_or_default();
        let with = |joint| format!("{}{joint}{year}{}", number.ordinal(), number.symbol());
        prop_assert!([with("/"), with("-")].contains(&number.to_string()));
    }

    /// Law: blanks, dashes, eth and marks apart do not change a number.
    #[test]
    fn careless_print_is_read_as_meant((number, text) in printed()) {
        prop_assert_eq!(DocumentNumber::read_printed(&text), Ok(number));
    }

    /// Law: reading print never panics, and what it reads is a number.
    #[test]
    fn any_print_is_read_or_refused(text in prop_oneof![any::<String>(), nearly_numbers()]) {
        match DocumentNumber::read_printed(&text) {
            Ok(number) => prop_assert_eq!(number.to_string().parse(), Ok(number)),
            Err(refused) => prop_assert_eq!(refused, DocumentNumberError(text)),
        }
    }
}

#[test]
fn real_numbers_have_their_parts() {
    type Case = (&'static str, &'static str, Option<u16>, &'static str, &'static [DocumentKind]);
    let cases: [Case; 20] = [
        ("165-KH/QU", "165", None, "KH/QU", &[Plan]),
        ("10-CT/TW", "10", None, "CT/TW", &[Directive]),
        ("17-CT/TU", "17", None, "CT/TU", &[Directive]),
        ("30/KH-MTTQ", "30", None, "KH-MTTQ", &[Plan]),
        ("11/KH-MTTQ-BTT", "11", None, "KH-MTTQ-BTT", &[Plan]),
        ("16/KH-MTTQ-BTT", "16", None, "KH-MTTQ-BTT", &[Plan]),
        ("10/TTr-MTTW-BTT", "10", None, "TTr-MTTW-BTT", &[SubmissionLetter, CircularLetter]),
        ("08/HD-MTTW-BTT", "08", None, "HD-MTTW-BTT", &[Guideline]),
        ("157/KH-UBND", "157", None, "KH-UBND", &[Plan]),
        ("2579/QĐ-UBND", "2579", None, "QĐ-UBND", &[Decision]),
        ("56/TC-CTĐĐBSH", "56", None, "TC-CTĐĐBSH", &[]),
        ("5155/SGDĐT-GDTXNNĐH", "5155", None, "SGDĐT-GDTXNNĐH", &[]),
        ("2180/SGD&ĐT-KTKĐCLGD", "2180", None, "SGD&ĐT-KTKĐCLGD", &[]),
        ("04/2022/QĐ-TTg", "04", Some(2022), "QĐ-TTg", &[Decision]),
        ("86/2023/NĐ-CP", "86", Some(2023), "NĐ-CP", &[Decree]),
        ("212/2025/QĐ-UBND", "212", Some(2025), "QĐ-UBND", &[Decision]),
        ("01/2024/TT-TANDTC", "01", Some(2024), "TT-TANDTC", &[Circular]),
        ("30a/2008/NQ-CP", "30a", Some(2008), "NQ-CP", &[Resolution]),
        ("97/2019/QH14", "97", Some(2019), "QH14", &[]),
        ("06/2022/QH15", "06", Some(2022), "QH15", &[]),
    ];
    for (text, ordinal, year, symbol, kinds) in cases {
        let number: DocumentNumber = text.parse().unwrap();
        assert_eq!((number.as_str(), number.ordinal()), (text, ordinal));
        assert_eq!((number.year(), number.symbol()), (year, symbol), "{text}");
        assert_eq!(number.kinds(), kinds, "{text}");
    }
}

#[test]
fn blanks_dashes_eth_and_marks_apart_are_mended() {
    let cases = [
        ("30/KH- MTTQ", "30/KH-MTTQ"),
        ("16/KH – MTTQ - BTT", "16/KH-MTTQ-BTT"),
        ("\u{a0}10 / TTr\u{2011}MTTW\u{2014}BTT\n", "10/TTr-MTTW-BTT"),
        ("47 - QĐ/TW", "47-QĐ/TW"),
        ("2579/QÐ-UBND", "2579/QĐ-UBND"),
        ("12/QĐ-UBMTTU\u{31b}", "12/QĐ-UBMTTƯ"),
    ];
    for (text, expected) in cases {
        let number = DocumentNumber::read_printed(text).unwrap();
        assert_eq!(number.as_str(), expected);
        assert!(text.parse::<DocumentNumber>().is_err(), "{text}");
    }
}

/// Texts that neither the parser nor a reader of print takes for a number.
const REFUSED: [&str; 33] = [
    "",
    "97",
    "97/",
    "/KH-MTTQ",
    "KH-MTTQ",
    "97/2019",
    "97/2019/",
    "00/KH-MTTQ",
    "00001/KH-MTTQ",
    "1234567/KH-MTTQ",
    "30A/2008/NQ-CP",
    "86/23/NĐ-CP",
    "86/2203/NĐ-CP",
    "10-CT",
    "10-2022/CT",
    "10-2022/CT/TW",
    "10-CT/TW/BTG",
    "10-CT-X/TW",
    "30/kh-mttq",
    "30/KH-",
    "30/KH--MTTQ",
    "30/KH-MTTQ.",
    "30/KH/MTTQ",
    "30/KH-Ủy ban",
    "30/KH MTTQ",
    "3 0/KH-MTTQ",
    "SGD & ĐT",
    "7/SGD & ĐT",
    "30/KH-MTTQ 16/KH-MTTQ",
    "số 30/KH-MTTQ",
    "٣٠/KH-MTTQ",
    "30/KH-MTTQ\u{200b}",
    "05/12/2020",
];

#[test]
fn what_is_no_number_is_refused() {
    for text in REFUSED {
        let message = format!(
            "expected a document number such as `30/KH-MTTQ` or `10-CT/TW`, found `{text}`"
        );
        assert_eq!(text.parse::<DocumentNumber>().unwrap_err().to_string(), message);
        assert_eq!(DocumentNumber::read_printed(text).unwrap_err().to_string(), message);
    }
}

#[test]
fn a_number_is_at_most_as_long_as_published() {
    let of_length = |length: usize| format!("1/{}", "Đ".repeat(length - 2));
    assert!(of_length(DocumentNumber::MAX_LEN).parse::<DocumentNumber>().is_ok());
    assert!(of_length(DocumentNumber::MAX_LEN + 1).parse::<DocumentNumber>().is_err());
}

#[cfg(feature = "serde")]
#[test]
fn a_number_is_written_as_its_text() {
    let number: DocumentNumber = "04/2022/QĐ-TTg".parse().unwrap();
    let written = serde_json::to_value(&number).unwrap();
    assert_eq!(written, "04/2022/QĐ-TTg");
    assert_eq!(serde_json::from_value::<DocumentNumber>(written).unwrap(), number);
    let refused = serde_json::from_str::<DocumentNumber>("\"30/KH- MTTQ\"").unwrap_err();
    assert!(refused.to_string().contains("found `30/KH- MTTQ`"));
}

#[cfg(feature = "schemars")]
#[test]
fn the_schema_says_what_the_parser_checks() {
    let schema = schemars::schema_for!(DocumentNumber);
    assert_eq!(schema.get("pattern").unwrap(), DocumentNumber::PATTERN);
    assert_eq!(schema.get("maxLength").unwrap(), DocumentNumber::MAX_LEN);
}
