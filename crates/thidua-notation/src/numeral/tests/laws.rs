//! Laws of numerals: what is printed is read again, and nothing is guessed.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use regex_lite::Regex;
use thidua_values::{Bounds, Day, Exact, Fault, Figure, Qualifier};
use unicode_normalization::UnicodeNormalization;

use super::cases::Asked;
use crate::Scale::{Million, One};
use crate::{Date, Measure, Numeral, NumeralFault, Quantity, Scale, strategies};

/// Every way to ask but the one that does not know.
fn asked() -> Vec<Asked> {
    let quantities = Measure::ALL.into_iter().flat_map(|of| [Asked::Of(of), Asked::RangeOf(of)]);
    quantities.chain([Asked::Share, Asked::Date]).collect()
}

/// How to ask for a numeral of the same kind.
fn kind_of(numeral: &Numeral) -> Asked {
    match numeral {
        Numeral::Quantity(quantity) => Asked::Of(quantity.measure()),
        Numeral::Range(range) => Asked::RangeOf(range.measure()),
        Numeral::Share(_) => Asked::Share,
        Numeral::Date(_) => Asked::Date,
    }
}

/// How many decimals the numbers of a numeral are printed with.
fn places(numeral: &Numeral) -> Vec<u32> {
    let places = |quantity: Quantity| quantity.number().decimal().scale();
    match numeral {
        Numeral::Quantity(quantity) => vec![places(*quantity)],
        Numeral::Range(range) => vec![places(range.low()), places(range.high())],
        Numeral::Share(_) | Numeral::Date(_) => Vec::new(),
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Numerals with up to three signs put in, replaced or taken away, words that
/// numerals are made of, and any text.
fn nearly_numerals() -> impl Strategy<Value = String> {
    let signs = "-–/.,%019đ \u{a0}\u{200b}\u{301}\u{661}n"
        .chars()
        .map(String::from)
        .chain([" tỷ", " trở lên", "trên ", " đến ", " tháng ", " năm ", "từ "].map(Into::into));
    let edits =
        prop::collection::vec((0..4, any::<Index>(), select(signs.collect::<Vec<_>>())), 0..=3);
    let mutated = (strategies::numeral(), edits).prop_map(|(numeral, edits)| {
        let mut signs: Vec<String> = numeral.to_string().chars().map(String::from).collect();
        for (edit, at, sign) in edits {
            let at = at.index(signs.len());
            match edit {
                0 => signs.insert(at, sign),
                1 => signs[at] = sign,
                2 if 1 < signs.len() => _ = signs.remove(at),
                _ => {}
            }
        }
        signs.concat()
    });
    let words = select(vec![
        "trên",
        "dưới",
        "hơn",
        "khoảng",
        "không",
        "quá",
        "ít",
        "nhất",
        "hàng",
        "chục",
        "trăm",
        "nghìn",
        "triệu",
        "tỷ",
        "đồng",
        "%",
        "điểm",
        "phần",
        "từ",
        "đến",
        "-",
        "/",
        "trở",
        "lên",
        "ngày",
        "tháng",
        "năm",
        "đầu",
        "giai đoạn",
        "5",
        "12",
        "2020",
        "1,234",
        "1.234",
        "hai",
    ]);
    let of_words = prop::collection::vec(words, 1..6).prop_map(|words| words.join(" "));
    prop_oneof![5 => mutated, 2 => of_words, 1 => "[0-9.,/ -]{1,12}", 1 => any::<String>()]
}

/// A numeral, and how a careless hand prints it.
fn careless() -> impl Strategy<Value = (Numeral, String)> {
    let blank = || select(vec![" ", "  ", "\u{a0}", "\u{202f}", "\n", " \u{200b}"]);
    let dash = select(vec!["-", "\u{2013}", "\u{2014}", "\u{2212}"]);
    let habits = (blank(), dash, any::<bool>(), any::<bool>());
    (strategies::numeral(), habits).prop_map(|(numeral, (blank, dash, upper, apart))| {
        let text = numeral.to_string().replace('-', dash).replace(' ', blank);
        // Tone marks on another vowel, and the second spelling of some words.
        let text = text.replace("khoảng", "khỏang").replace("tỷ", "tỉ").replace("nghìn", "ngàn");
        let text = if upper { text.to_uppercase() } else { text };
        let text = if apart { text.nfd().collect() } else { text };
        (numeral, format!("{blank}{text}\u{feff}{blank}"))
    })
}

proptest! {
    /// Law: reading what was printed gives the same numeral, with its decimals.
    #[test]
    fn reading_undoes_printing(numeral in strategies::numeral()) {
        let read = kind_of(&numeral).read(&numeral.to_string());
        prop_assert_eq!(read.as_ref(), Ok(&numeral));
        prop_assert_eq!(places(&read.unwrap()), places(&numeral));
    }

    /// Law: blanks, dashes, case, marks apart or on another vowel, and what is
    /// not seen do not change a numeral.
    #[test]
    fn careless_print_is_read_as_meant((numeral, text) in careless()) {
        prop_assert_eq!(kind_of(&numeral).read(&text), Ok(numeral), "{}", text);
    }

    /// Law: who does not know what stands there gets the numeral that was
    /// printed, or a refusal that shows it among others.
    #[test]
    fn any_reading_is_shown_among_others(numeral in strategies::numeral()) {
        match Numeral::read(&numeral.to_string()) {
            Ok(read) => prop_assert_eq!(read, numeral),
            Err(error) => {
                let NumeralFault::Ambiguous { readings, .. } = error.fault() else {
                    return Err(TestCaseError::fail(error.to_string()));
                };
                prop_assert!(readings.iter().any(|reading| reading.ends_with(&numeral.to_string())));
            }
        }
    }

    /// Law: nothing is guessed. What is read is what the one reader that
    /// accepts the text reads, and prints all its digits.
    #[test]
    fn a_text_is_read_if_it_has_one_reading(text in nearly_numerals()) {
        let readings: Vec<Numeral> =
            asked().into_iter().filter_map(|asked| asked.read(&text).ok()).collect();
        let of_some_year = Date::read(&text).is_err() && Date::read_in_year(&text, 2020).is_ok();
        match Numeral::read(&text) {
            Ok(numeral) => {
                prop_assert_eq!(&readings, &[numeral]);
                prop_assert!(!of_some_year);
            }
            Err(error) if matches!(error.fault(), NumeralFault::Ambiguous { .. }) => {}
            Err(_) => prop_assert!(readings.is_empty()),
        }
        for numeral in readings {
            let (printed, found) = (digits(&numeral.to_string()), digits(&text));
            // A zero in front of a day, a month or a small count may be printed or not.
            let kept = printed.replace('0', "") == found.replace('0', "");
            let standing_for = |quantity: &Quantity| quantity.qualifier() == Qualifier::Several;
            prop_assert!(kept || matches!(&numeral, Numeral::Quantity(q) if standing_for(q)));
            prop_assert_eq!(kind_of(&numeral).read(&numeral.to_string()), Ok(numeral));
        }
    }

    /// Law: any text is read or refused, twice the same, at a place in it.
    #[test]
    fn any_text_is_read_or_refused(text in nearly_numerals(), year in 1890_u16..2110) {
        for asked in asked().into_iter().chain([Asked::Any, Asked::Count, Asked::DateIn(year)]) {
            let read = asked.read(&text);
            prop_assert_eq!(&read, &asked.read(&text));
            if let Err(error) = read {
                let characters = text.nfc().count();
                prop_assert!((1..=characters + 1).contains(&error.at()));
                let sentence = format!(
                    "at character {}: expected {}, found {}",
                    error.at(), error.expected(), error.found()
                );
                prop_assert_eq!(error.to_string(), sentence);
                prop_assert_eq!(error.code(), error.fault().code());
            }
        }
    }

    /// Law: a number is what its definition says: dots, if any, between groups
    /// of three, then a comma and decimals.
    #[test]
    fn plain_numbers_equal_their_definition(text in "-?[0-9]{0,4}([.,][0-9]{2,4}){0,3}") {
        let grouped = "([1-9][0-9]{0,2}(\\.[0-9]{3})+|0|[1-9][0-9]*)(,[0-9]+)?|0[0-9]";
        let definition = Regex::new(&format!("^-?({grouped})$")).unwrap();
        let defined = || {
            let places = text.split_once(',').map_or(0, |(_, decimals)| decimals.len());
            let number = Exact::fraction(digits(&text).parse().unwrap(), 10_i64.pow(places.try_into().unwrap()));
            if text.starts_with('-') { number.map(|number| -number) } else { number }
        };
        let expected = if definition.is_match(&text) { defined() } else { None };
        let read = Quantity::read(&text, Measure::Plain).ok().map(|quantity| quantity.amount());
        prop_assert_eq!(read, expected);
    }

    /// Law: a day is read if the calendar has it, in the years of dates.
    #[test]
    fn days_are_those_of_the_calendar(day in 0_u32..40, month in 0_u32..20, year in 1890_u16..2110) {
        let expected = Day::from_ymd(year, month, day).filter(|_| Date::YEARS.contains(&year));
        let spellings = [
            format!("{day}/{month}/{year}"),
            format!("{day:02}/{month:02}/{year}"),
            format!("{day}-{month}-{year}"),
            format!("ngày {day} tháng {month} năm {year}"),
        ];
        for text in spellings {
            let read = Date::read(&text).ok();
            prop_assert_eq!(read.map(|date| date.period().start()), expected);
            let in_year = Date::read_in_year(text.rsplit_once(['/', '-', ' ']).unwrap().0.trim_end_matches(" năm"), year);
            prop_assert_eq!(in_year.ok(), read);
        }
    }

    /// Law: amounts of money are printed so that they are read again.
    #[test]
    fn money_is_printed_as_its_amount(dong in prop_oneof![-10_000_i64..10_000, any::<i64>()], zeros in 0_u32..12) {
        let Some(amount) = dong.checked_mul(10_i64.pow(zeros)).and_then(thidua_values::Vnd::new) else {
            return Ok(());
        };
        let printed = Quantity::from(amount).to_string();
        let read = Quantity::read(&printed, Measure::Dong);
        prop_assert_eq!(read.clone().map(|quantity| quantity.dong()), Ok(Some(amount)), "{}", printed);
        prop_assert_eq!(read, Ok(Quantity::from(amount)));
    }

    /// Law: qualified figures that are read and added promise no more than each
    /// of them does: the sum allows every sum of numbers that they allow.
    #[test]
    fn sums_of_what_is_read_keep_their_qualifiers(
        a in strategies::quantity(),
        b in strategies::quantity(),
        off in -3_i64..=3,
    ) {
        let sum = a.bounds() + b.bounds();
        prop_assert_eq!(sum.number().is_some(), [a, b].iter().all(|q| q.qualifier() == Qualifier::Exactly));
        let near = |quantity: &Quantity| quantity.amount() + Exact::from(off);
        if a.bounds().contains(&near(&a)) && b.bounds().contains(&near(&b)) {
            prop_assert!(sum.contains(&(near(&a) + near(&b))));
        }
        prop_assert!(sum.covers(&(a.bounds() + Bounds::exactly(near(&b)))) || !b.bounds().contains(&near(&b)));
    }
}

#[test]
fn money_is_printed_in_the_unit_that_texts_use() {
    let cases = [
        (2_280_000_000, "2,28 tỷ đồng"),
        (7_690_000_000, "7,69 tỷ đồng"),
        (1_600_000, "1,6 triệu đồng"),
        (350_000, "350.000 đồng"),
        (1_234_567, "1.234.567 đồng"),
        (12_345_000, "12,345 triệu đồng"),
        (10_000_000_000_000, "10.000 tỷ đồng"),
        (-3_000_000_000, "-3 tỷ đồng"),
        (0, "0 đồng"),
    ];
    for (dong, printed) in cases {
        let amount = thidua_values::Vnd::new(dong).unwrap();
        assert_eq!(Quantity::from(amount).to_string(), printed);
    }
}

#[test]
fn a_figure_knows_the_precision_it_was_printed_with() {
    let cases = [
        ("85%", Measure::Percent, "1"),
        ("5,4%", Measure::Percent, "0.1"),
        ("38,230%", Measure::Percent, "0.001"),
        ("2,280 tỷ", Measure::Dong, "1000000"),
        ("7.690 triệu", Measure::Dong, "1000000"),
        ("1.053", Measure::Plain, "1"),
    ];
    for (text, measure, precision) in cases {
        assert_eq!(Quantity::read(text, measure).unwrap().precision().to_string(), precision);
    }
}

#[test]
fn parts_that_make_no_quantity_are_refused() {
    let quantity = |number: &str, scale, measure, qualifier| {
        let number: Figure = number.parse().unwrap();
        Quantity::try_new(qualifier, number, scale, measure).unwrap_err().to_string()
    };
    assert_eq!(
        quantity("20", One, Measure::Plain, Qualifier::Several),
        "expected 10 or 100 of something, or one nghìn, triệu or tỷ, found `20`"
    );
    assert_eq!(
        quantity("1", One, Measure::Plain, Qualifier::Several),
        "expected 10 or 100 of something, or one nghìn, triệu or tỷ, found `1`"
    );
    assert_eq!(
        quantity("10.0", One, Measure::Plain, Qualifier::Several),
        "expected 10 or 100 of something, or one nghìn, triệu or tỷ, found `10,0`"
    );
    assert_eq!(
        quantity("5", Million, Measure::PercentagePoint, Qualifier::Exactly),
        "expected a percentage without nghìn, triệu or tỷ, found `5 triệu điểm phần trăm`"
    );
}

#[test]
fn a_long_text_is_no_numeral() {
    let message =
        "at character 201: expected the end of a numeral of at most 200 characters, found more";
    assert_eq!(Numeral::read(&"1".repeat(201)).unwrap_err().to_string(), message);
    assert!(Numeral::read(&format!("1{}", " ".repeat(199))).is_ok());
}

#[test]
fn powers_of_ten_stand_for_several() {
    for measure in Measure::ALL {
        for (scale, number) in
            Scale::ALL.into_iter().flat_map(|scale| [1_u32, 10, 100].map(|number| (scale, number)))
        {
            let Ok(quantity) = Quantity::try_new(Qualifier::Several, number.into(), scale, measure)
            else {
                let alone = number == 1 && scale == One;
                assert!(alone || !measure.is_scaled(), "{number} {scale:?} {measure:?}");
                continue;
            };
            assert_eq!(Quantity::read(&quantity.to_string(), measure), Ok(quantity));
            assert_eq!(quantity.bounds(), Bounds::at_least(quantity.amount()));
        }
    }
}

#[test]
fn numerals_in_words_are_refused_by_name() {
    let words = "một hai ba bốn tư năm sáu bảy tám chín mười mươi trăm nghìn vạn triệu tỷ linh lẻ rưỡi nửa vài mấy dăm tá";
    for word in words.split(' ') {
        let spelled_out = NumeralFault::SpelledOut { word: word.into() };
        assert_eq!(Numeral::read(word).unwrap_err().fault(), &spelled_out);
        assert_eq!(Numeral::read(&format!("trên {word} mươi")).unwrap_err().fault(), &spelled_out);
    }
}

#[test]
fn dates_are_of_two_centuries() {
    for years in [(1899, 1900), (2099, 2100), (1800, 2000), (2000, 2200), (2000, 2000)] {
        assert_eq!(Date::years(years.0, years.1), None, "{years:?}");
    }
    assert!(Date::years(1900, 2099).is_some());
    assert_eq!((Date::year(1899), Date::year(2100)), (None, None));
    assert_eq!((Date::month(2020, 0), Date::month(2020, 13)), (None, None));
    assert_eq!((Date::first_half(u16::MAX), Date::last_half(u16::MAX)), (None, None));
}
