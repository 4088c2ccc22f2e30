//! Percentages in words, to hundredths.

use thidua_notation::{in_english, in_vietnamese};
use thidua_values::{Bounds, Exact, Qualifier, Rounding, RoundingMode, Words};

use crate::reading::in_words;
use crate::{StatedPercent, Verdict};

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

/// What a share comes to, and whether a stated percentage fits it.
pub(crate) fn percentage(found: &StatedPercent) -> Words {
    let Some(percent) = found.percent.as_ref().map(percents) else {
        return Words::new("0 trên 0, không có tỷ lệ", "0 of 0, which has no quotient");
    };
    let fits = |verdict| verdict == Verdict::Holds;
    let is_rounded = found.qualifier == Qualifier::Exactly;
    let [vi, en] = match (found.verdict, fits(found.half_up), fits(found.truncated)) {
        (Verdict::Open, ..) => ["chưa rõ có khớp hay không", "nobody knows whether it fits"],
        (Verdict::Holds, ..) if !is_rounded => ["khớp", "it fits"],
        (Verdict::Fails, ..) if !is_rounded => ["không khớp", "it does not fit"],
        (Verdict::Holds, true, true) => {
            ["khớp cả khi làm tròn lẫn khi cắt bỏ", "it fits by half-up and by cutting off"]
        }
        (Verdict::Holds, true, false) => ["chỉ khớp khi làm tròn", "it fits by half-up only"],
        (Verdict::Holds, false, true) => ["chỉ khớp khi cắt bỏ", "it fits by cutting off only"],
        (Verdict::Holds, false, false) => {
            ["khớp khi làm tròn hoặc khi cắt bỏ", "it fits by half-up or by cutting off"]
        }
        (Verdict::Fails, ..) => {
            ["không khớp cách nào", "it fits neither by half-up nor by cutting off"]
        }
    };
    Words::new(format!("tính ra {}: {vi}", percent.vi), format!("computed {}: {en}", percent.en))
}
