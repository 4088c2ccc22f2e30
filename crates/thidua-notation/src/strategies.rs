//! Strategies that make these values, for laws here and in upper crates.

use proptest::prelude::*;
use thidua_values::{Day, Figure, Qualifier, Ratio, strategies as values};

use crate::{Date, DocumentNumber, Measure, Numeral, Quantity, QuantityRange, Scale, Share};

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

/// Quantities of every measure, most of them with few digits, so that they look
/// like other numerals.
pub fn quantity() -> impl Strategy<Value = Quantity> {
    let few = || "-?(0|[1-9][0-9]{0,3})(,[0-9]{1,3})?".prop_map(|text| text.replace(',', "."));
    let number = prop_oneof![
        6 => few().prop_filter_map("a figure", |text| text.parse().ok()),
        2 => prop::sample::select(vec![1_u32, 10, 100, 1_900, 2_020]).prop_map(Figure::from),
        1 => values::figure(),
    ];
    let scale = prop_oneof![2 => Just(Scale::One), 3 => prop::sample::select(Scale::ALL.to_vec())];
    let measure = prop::sample::select(Measure::ALL.to_vec());
    let qualifier = prop_oneof![Just(Qualifier::Exactly), values::qualifier()];
    (qualifier, number, scale, measure).prop_filter_map(
        "a quantity",
        |(qualifier, number, scale, measure)| {
            let scale = if measure.is_scaled() { scale } else { Scale::One };
            Quantity::try_new(qualifier, number, scale, measure).ok()
        },
    )
}

/// Ranges of every measure.
pub fn quantity_range() -> impl Strategy<Value = QuantityRange> {
    (quantity(), quantity(), any::<bool>()).prop_filter_map("a range", |(a, b, alike)| {
        let scale = |quantity: Quantity| if alike { a.scale() } else { quantity.scale() };
        let exactly = |quantity: Quantity| {
            Quantity::try_new(Qualifier::Exactly, quantity.number(), scale(quantity), a.measure())
        };
        let (a, b) = (exactly(a).ok()?, exactly(b).ok()?);
        if a.amount() < b.amount() {
            QuantityRange::try_new(a, b)
        } else {
            QuantityRange::try_new(b, a)
        }
        .ok()
    })
}

/// Shares, many of which look like days or months.
pub fn share() -> impl Strategy<Value = Share> {
    let whole = prop_oneof![0_u32..40, 1_900_u32..2_100, any::<u32>()];
    let qualifier = prop_oneof![Just(Qualifier::Exactly), values::qualifier()];
    (qualifier, 0_u32..5_000, whole).prop_filter_map("a share", |(qualifier, part, whole)| {
        Share::try_new(qualifier, Ratio::try_new(part.into(), whole.into()).ok()?)
    })
}

/// Dates of every span.
pub fn date() -> impl Strategy<Value = Date> {
    let day = (Date::YEARS, 1_u32..=12, 1_u32..=31)
        .prop_filter_map("a day", |(year, month, day)| Date::day(Day::from_ymd(year, month, day)?));
    let month = (Date::YEARS, 1_u32..=12).prop_filter_map("a month", |(y, m)| Date::month(y, m));
    let year = || Date::YEARS;
    prop_oneof![
        3 => day,
        2 => month,
        1 => year().prop_filter_map("a half", Date::first_half),
        1 => year().prop_filter_map("a half", Date::last_half),
        1 => year().prop_filter_map("a year", Date::year),
        1 => (year(), year()).prop_filter_map("years", |(a, b)| Date::years(a.min(b), a.max(b))),
    ]
}

/// Numerals of every kind.
pub fn numeral() -> impl Strategy<Value = Numeral> {
    prop_oneof![
        4 => quantity().prop_map(Numeral::Quantity),
        2 => quantity_range().prop_map(Numeral::Range),
        2 => share().prop_map(Numeral::Share),
        2 => date().prop_map(Numeral::Date),
    ]
}
