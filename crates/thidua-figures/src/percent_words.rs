//! Percentages in words, to hundredths.

use thidua_notation::{in_english, in_vietnamese};
use thidua_values::{Bounds, Exact, Rounding, RoundingMode, Words};

use crate::reading::in_words;

/// A percentage to hundredths, with "khoảng" where that is not all of it.
pub(crate) fn hundredths(percent: &Exact) -> Words {
    let step = "0.01".parse();
    let rounded = step.map(|step| percent.round(Rounding { mode: RoundingMode::HalfUp, step }));
    let rounded = rounded.unwrap_or_else(|_| percent.clone());
    let [vi, en] = if rounded == *percent { ["", ""] } else { ["khoảng ", "about "] };
    Words::new(
        format!("{vi}{}%", in_vietnamese(&rounded)),
        format!("{en}{} %", in_english(&rounded)),
    )
}

/// The same of what is known of a percentage.
pub(crate) fn percents(percent: &Bounds) -> Words {
    if let Some(percent) = percent.number() {
        return hundredths(percent);
    }
    match (percent.low(), percent.high()) {
        (Some(low), Some(high)) => {
            let (low, high) = (hundredths(&low.at), hundredths(&high.at));
            Words::new(
                format!("từ {} đến {}", low.vi, high.vi),
                format!("from {} to {}", low.en, high.en),
            )
        }
        _ => in_words(percent, ["%", " %"]),
    }
}

/// What a number is of another, between words for it; nothing where one of both is not known.
pub(crate) fn share_of(part: &Bounds, whole: &Bounds, [before, after]: [Words; 2]) -> Words {
    let both = part.number().zip(whole.number());
    let percent = both.and_then(|(part, whole)| (part * &Exact::from(100)).checked_div(whole));
    percent.as_ref().map(hundredths).map_or_else(
        || Words::new("", ""),
        |percent| {
            Words::new(before.vi + &percent.vi + &after.vi, before.en + &percent.en + &after.en)
        },
    )
}
