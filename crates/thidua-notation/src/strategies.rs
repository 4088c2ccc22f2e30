//! Strategies that make these values, for laws here and in upper crates.

use proptest::prelude::*;

use crate::DocumentNumber;

/// Document numbers of the State, the Front and the Party: mostly symbols that
/// real ones bear, out of a handful, so that they repeat.
pub fn document_number() -> impl Strategy<Value = DocumentNumber> {
    let ordinal = prop_oneof![4 => "[1-9][0-9]?", 1 => "0{0,3}[1-9][0-9]{0,5}[a-z]?"];
    let kind = prop::sample::select(vec![
        "KH", "HD", "QĐ", "CT", "NQ", "TT", "NĐ", "TTr", "TTri", "TB", "BC", "CV", "TC",
    ]);
    let issuer = prop_oneof![
        4 => prop::sample::select(vec!["MTTQ", "MTTQ-BTT", "MTTW-BTT", "UBND", "TTg", "CP", "TW"])
            .prop_map(str::to_owned),
        1 => "[A-ZĐƯ][A-Za-z0-9Đđ]{0,5}([-&][A-ZĐƯ][A-Za-z0-9Đđ]{0,5}){0,3}",
    ];
    (ordinal, 0..4, 1945_u16..=2099, kind, issuer).prop_filter_map(
        "a document number",
        |(ordinal, form, year, kind, issuer)| {
            let text = match form {
                0 => format!("{ordinal}-{kind}/{issuer}"),
                1 => format!("{ordinal}/{year}/{kind}-{issuer}"),
                2 => format!("{ordinal}/{issuer}"),
                _ => format!("{ordinal}/{kind}-{issuer}"),
            };
            text.parse().ok()
        },
    )
}
