//! What a check computed, as data and in words.

use thidua_notation::{in_english, in_vietnamese};
use thidua_values::{
    Bounds, Coded, Day, End, Exact, Period, Rounding, RoundingMode, RoundingStep, Words,
};

use crate::{ChangeBy, Coverage, StatedPercent, Verdict};

/// What a check computed of one unit or cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Computed {
    /// A figure beside the one that it is not to be more than.
    AtMost {
        /// The figure.
        number: Bounds,
        /// What it is at most.
        limit: Bounds,
    },
    /// Parts beside their whole.
    Parts {
        /// What the parts add up to.
        sum: Bounds,
        /// The whole.
        whole: Bounds,
        /// What is left of it; none where the parts are more.
        rest: Option<Bounds>,
    },
    /// What a unit or a cluster reports beside what those below it, or its members, come to.
    Sum {
        /// What it reports.
        stated: Bounds,
        /// What the others come to, or more where some of them did not report.
        below: Bounds,
        /// How many of it and the others were obliged to report, and did.
        coverage: Coverage,
    },
    /// A percentage beside what it is stated of.
    Percent {
        /// The percentage, computed and as printed.
        percent: StatedPercent,
        /// The numerator.
        part: Bounds,
        /// The denominator.
        whole: Bounds,
    },
    /// A figure beside that of the period before, of a ratio in percent.
    Change {
        /// That of the period before.
        before: Bounds,
        /// The figure.
        now: Bounds,
        /// How the change is measured.
        by: ChangeBy,
        /// The change; none in percent of 0.
        change: Option<Bounds>,
    },
    /// A figure beside those of its siblings, of a ratio in percent.
    Fences {
        /// The figure.
        number: Bounds,
        /// What is no outlier; none where they are too few to tell.
        within: Option<Bounds>,
        /// How many figures of the group are exact.
        among: usize,
    },
    /// A figure beside that of the period before, which it may repeat.
    Before {
        /// The figure.
        number: Bounds,
        /// That of the period before.
        before: Bounds,
    },
    /// A figure that siblings report alike.
    Alike {
        /// The figure.
        number: Bounds,
        /// How many of the group report exactly that, this one included.
        alike: usize,
    },
    /// A figure beside what is typical of its siblings.
    Typical {
        /// The figure.
        number: Bounds,
        /// The median of the others of the group; none where they are too few to tell.
        median: Option<Exact>,
        /// How many figures of the others are exact.
        among: usize,
    },
    /// The periods that were reported where one was asked for.
    Periods {
        /// The period that was asked for.
        asked: Period,
        /// Those that were reported.
        found: Vec<Period>,
    },
    /// When a figure was first received.
    Received {
        /// The last day on which it was due; none at the end of the calendar.
        due: Option<Day>,
        /// The day it was received.
        received: Day,
    },
    /// Whether anything was reported.
    Reported {
        /// Whether it was.
        is_reported: bool,
    },
}

impl Coded for Computed {
    fn code(&self) -> &'static str {
        match self {
            Self::AtMost { .. } => "at_most",
            Self::Parts { .. } => "parts",
            Self::Sum { .. } => "sum",
            Self::Percent { .. } => "percent",
            Self::Change { .. } => "change",
            Self::Fences { .. } => "fences",
            Self::Before { .. } => "before",
            Self::Alike { .. } => "alike",
            Self::Typical { .. } => "typical",
            Self::Periods { .. } => "periods",
            Self::Received { .. } => "received",
            Self::Reported { .. } => "reported",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::AtMost { number, limit } => say(
                &[number, limit],
                |[a, b]| format!("{a}, so với {b}"),
                |[a, b]| format!("{a}, beside {b}"),
            ),
            Self::Parts { sum, whole, rest } => parts(sum, whole, rest.as_ref()),
            Self::Sum { stated, below, coverage } => sum(stated, below, *coverage),
            Self::Percent { percent, part, whole } => stated_percent(percent, part, whole),
            Self::Change { before, now, by, change } => changed(before, now, *by, change.as_ref()),
            Self::Fences { number, within, among } => fences(number, within.as_ref(), *among),
            Self::Before { number, before } => say(
                &[number, before],
                |[a, b]| format!("{a}; kỳ trước {b}"),
                |[a, b]| format!("{a}; the period before {b}"),
            ),
            Self::Alike { number, alike } => say(
                &[number],
                |[a]| format!("{a}, {alike} đơn vị cùng nhóm báo cáo đúng số này"),
                |[a]| format!("{a}, reported alike by {alike} of the group"),
            ),
            Self::Typical { number, median, among } => typical(number, median.as_ref(), *among),
            Self::Periods { asked, found } => periods(*asked, found),
            Self::Received { due, received } => received_on(*due, *received),
            Self::Reported { is_reported: true } => Words::new("đã báo cáo", "reported"),
            Self::Reported { is_reported: false } => Words::new("chưa báo cáo", "not reported"),
        }
    }
}

/// Says the same of numbers in both languages.
fn say<const N: usize>(
    numbers: &[&Bounds; N],
    vi: impl Fn([String; N]) -> String,
    en: impl Fn([String; N]) -> String,
) -> Words {
    let words = numbers.map(in_words);
    Words::new(vi(words.clone().map(|it| it.vi)), en(words.map(|it| it.en)))
}

fn parts(sum: &Bounds, whole: &Bounds, rest: Option<&Bounds>) -> Words {
    match rest {
        Some(rest) => say(
            &[sum, whole, rest],
            |[sum, whole, rest]| format!("các phần {sum}, toàn bộ {whole}, còn lại {rest}"),
            |[sum, whole, rest]| format!("parts {sum}, whole {whole}, rest {rest}"),
        ),
        None => say(
            &[sum, whole],
            |[sum, whole]| format!("các phần {sum}, vượt toàn bộ {whole}"),
            |[sum, whole]| format!("parts {sum}, more than the whole {whole}"),
        ),
    }
}

fn sum(stated: &Bounds, below: &Bounds, coverage: Coverage) -> Words {
    let Coverage { obliged, reported } = coverage;
    say(
        &[stated, below],
        |[stated, below]| {
            format!("báo cáo {stated}, cộng lại {below} ({reported}/{obliged} đơn vị đã báo cáo)")
        },
        |[stated, below]| {
            format!("reported {stated}, added up {below} ({reported} of {obliged} units reported)")
        },
    )
}

fn stated_percent(percent: &StatedPercent, part: &Bounds, whole: &Bounds) -> Words {
    let StatedPercent { stated, qualifier, half_up, truncated, .. } = percent;
    let known = percent.percent.clone().unwrap_or(Bounds::unknown());
    let (vi, en) = match (half_up, truncated) {
        (Verdict::Holds, Verdict::Holds) => ("đúng", "fits"),
        (Verdict::Holds, _) => ("đúng nếu làm tròn", "fits if rounded"),
        (_, Verdict::Holds) => ("đúng nếu cắt bỏ số lẻ", "fits if cut off"),
        _ if percent.verdict == Verdict::Holds => {
            ("đúng nếu làm tròn hoặc cắt bỏ số lẻ", "fits if rounded or cut off")
        }
        (Verdict::Fails, Verdict::Fails) => ("không đúng", "does not fit"),
        _ => ("chưa kết luận được", "cannot be told"),
    };
    let said = qualifier.words();
    let [said_vi, said_en] = match qualifier {
        thidua_values::Qualifier::Exactly => [String::new(), String::new()],
        _ => [said.vi + " ", said.en + " "],
    };
    say(
        &[part, whole, &known],
        |[part, whole, known]| {
            let stated = in_vietnamese(stated);
            format!("{part}/{whole} ({known}%), nêu {said_vi}{stated}%: {vi}")
        },
        |[part, whole, known]| {
            let stated = in_english(stated);
            format!("{part}/{whole} ({known}%), stated as {said_en}{stated}%: {en}")
        },
    )
}

fn changed(before: &Bounds, now: &Bounds, by: ChangeBy, change: Option<&Bounds>) -> Words {
    let unit = by.words();
    let Some(change) = change else {
        return say(
            &[before, now],
            |[before, now]| format!("kỳ trước {before}, kỳ này {now}, không tính được phần trăm"),
            |[before, now]| format!("before {before}, now {now}, no percentage of 0"),
        );
    };
    say(
        &[before, now, change],
        |[before, now, change]| {
            format!("kỳ trước {before}, kỳ này {now}, thay đổi {change} {}", unit.vi)
        },
        |[before, now, change]| {
            format!("before {before}, now {now}, changed by {change} {}", unit.en)
        },
    )
}

fn fences(number: &Bounds, within: Option<&Bounds>, among: usize) -> Words {
    match within {
        Some(within) => say(
            &[number, within],
            |[number, within]| format!("{number}; {among} số liệu cùng nhóm, bình thường {within}"),
            |[number, within]| format!("{number}; of {among} in the group, usual is {within}"),
        ),
        None => too_few(number, among),
    }
}

fn typical(number: &Bounds, median: Option<&Exact>, among: usize) -> Words {
    match median.cloned().map(Bounds::exactly) {
        Some(median) => say(
            &[number, &median],
            |[number, median]| {
                format!("{number}; trung vị của {among} số liệu khác cùng nhóm {median}")
            },
            |[number, median]| {
                format!("{number}; the median of {among} others in the group is {median}")
            },
        ),
        None => say(
            &[number],
            |[number]| {
                format!("{number}; chỉ có {among} số liệu khác cùng nhóm, quá ít để so sánh")
            },
            |[number]| format!("{number}; others in the group: {among}, too few to compare"),
        ),
    }
}

fn too_few(number: &Bounds, among: usize) -> Words {
    say(
        &[number],
        |[number]| format!("{number}; chỉ có {among} số liệu cùng nhóm, quá ít để so sánh"),
        |[number]| format!("{number}; only {among} in the group, too few to compare"),
    )
}

fn periods(asked: Period, found: &[Period]) -> Words {
    let all = |words: fn(Period) -> String| {
        let found: Vec<String> = found.iter().map(|period| words(*period)).collect();
        found.join("; ")
    };
    let vi = |period: Period| {
        let last = period.last().map(Day::in_vietnamese).unwrap_or_default();
        format!("{} - {last}", period.start().in_vietnamese())
    };
    let en = |period: Period| {
        let last = period.last().map(|day| day.to_string()).unwrap_or_default();
        format!("{} to {last}", period.start())
    };
    Words::new(
        format!("cần kỳ {}, có kỳ {}", vi(asked), all(vi)),
        format!("asked for {}, reported {}", en(asked), all(en)),
    )
}

fn received_on(due: Option<Day>, received: Day) -> Words {
    let Some(due) = due else {
        return Words::new(
            format!("nhận ngày {}", received.in_vietnamese()),
            format!("received on {received}"),
        );
    };
    Words::new(
        format!("nhận ngày {}, hạn {}", received.in_vietnamese(), due.in_vietnamese()),
        format!("received on {received}, due by {due}"),
    )
}

/// What is known of a number, in words: with at most four decimals, and marked where that rounds.
pub(crate) fn in_words(bounds: &Bounds) -> Words {
    let number = |at: &Exact| {
        let whole = Rounding { mode: RoundingMode::HalfUp, step: RoundingStep::ONE };
        let fourth_place = &Exact::percent(1.into()) * &Exact::percent(1.into());
        let rounded = &(at * &10_000.into()).round(whole) * &fourth_place;
        let about = if rounded == *at { "" } else { "≈ " };
        Words::new(
            format!("{about}{}", in_vietnamese(&rounded)),
            format!("{about}{}", in_english(&rounded)),
        )
    };
    if let Some(at) = bounds.number() {
        return number(at);
    }
    let one = |end: &End, vi: &str, en: &str| {
        let words = number(&end.at);
        Words::new(format!("{vi} {}", words.vi), format!("{en} {}", words.en))
    };
    let low = bounds.low().map(|end| {
        let (vi, en) =
            if end.included { ("ít nhất", "at least") } else { ("trên", "more than") };
        one(end, vi, en)
    });
    let high = bounds.high().map(|end| {
        let (vi, en) =
            if end.included { ("nhiều nhất", "at most") } else { ("dưới", "less than") };
        one(end, vi, en)
    });
    match (low, high) {
        (Some(low), Some(high)) => {
            Words::new(format!("{} và {}", low.vi, high.vi), format!("{} and {}", low.en, high.en))
        }
        (Some(words), None) | (None, Some(words)) => words,
        (None, None) => Words::new("chưa rõ", "not known"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn exactly(number: i64) -> Bounds {
        Bounds::exactly(number.into())
    }

    #[test]
    fn numbers_are_in_words() {
        let third = Bounds::exactly(Exact::fraction(100_000, 3).unwrap());
        let end = |at: i64, included| Some(End { at: at.into(), included });
        let cases = [
            (exactly(7_690), "7.690", "7,690"),
            (third, "≈ 33.333,3333", "≈ 33,333.3333"),
            (Bounds::above(6.into()), "trên 6", "more than 6"),
            (Bounds::at_least(6.into()), "ít nhất 6", "at least 6"),
            (Bounds::below(6.into()), "dưới 6", "less than 6"),
            (Bounds::at_most(6.into()), "nhiều nhất 6", "at most 6"),
            (Bounds::unknown(), "chưa rõ", "not known"),
            (
                Bounds::between(end(1, true), end(2, false)).unwrap(),
                "ít nhất 1 và dưới 2",
                "at least 1 and less than 2",
            ),
        ];
        for (bounds, vi, en) in cases {
            assert_eq!(in_words(&bounds), Words::new(vi, en));
        }
    }

    /// One of each, with its code and its Vietnamese words.
    fn each() -> [(Computed, &'static str, &'static str); 12] {
        let number = || exactly(9);
        let of = |part: i64| {
            let percent = StatedPercent::of(
                "85".parse().unwrap(),
                thidua_values::Qualifier::AtLeast,
                &exactly(part),
                &exactly(10),
            );
            Computed::Percent { percent, part: exactly(part), whole: exactly(10) }
        };
        let year = sample::days("2022-01-01", Some("2023-01-01"));
        let half = sample::days("2022-01-01", Some("2022-07-01"));
        let received = sample::day("2022-07-25");
        let coverage = Coverage { obliged: 5, reported: 4 };
        let (sum, whole, rest) = (number(), exactly(10), Some(exactly(1)));
        let change = Some(exactly(-10));
        [
            (Computed::AtMost { number: number(), limit: exactly(10) }, "at_most", "9, so với 10"),
            (Computed::Parts { sum, whole, rest }, "parts", "các phần 9, toàn bộ 10, còn lại 1"),
            (
                Computed::Sum { stated: number(), below: exactly(10), coverage },
                "sum",
                "báo cáo 9, cộng lại 10 (4/5 đơn vị đã báo cáo)",
            ),
            (of(9), "percent", "9/10 (90%), nêu ít nhất 85%: đúng"),
            (
                Computed::Change {
                    before: exactly(10),
                    now: number(),
                    by: ChangeBy::Percent,
                    change,
                },
                "change",
                "kỳ trước 10, kỳ này 9, thay đổi -10 phần trăm",
            ),
            (
                Computed::Fences { number: number(), within: Some(exactly(9)), among: 5 },
                "fences",
                "9; 5 số liệu cùng nhóm, bình thường 9",
            ),
            (Computed::Before { number: number(), before: exactly(9) }, "before", "9; kỳ trước 9"),
            (
                Computed::Alike { number: number(), alike: 4 },
                "alike",
                "9, 4 đơn vị cùng nhóm báo cáo đúng số này",
            ),
            (
                Computed::Typical { number: number(), median: None, among: 1 },
                "typical",
                "9; chỉ có 1 số liệu khác cùng nhóm, quá ít để so sánh",
            ),
            (
                Computed::Periods { asked: half, found: vec![year] },
                "periods",
                "cần kỳ 01/01/2022 - 30/06/2022, có kỳ 01/01/2022 - 31/12/2022",
            ),
            (
                Computed::Received { due: Some(sample::day("2022-07-10")), received },
                "received",
                "nhận ngày 25/07/2022, hạn 10/07/2022",
            ),
            (Computed::Reported { is_reported: false }, "reported", "chưa báo cáo"),
        ]
    }

    #[test]
    fn what_was_computed_has_its_code_and_words() {
        for (computed, code, vi) in each() {
            assert_eq!((computed.code(), computed.words().vi.as_str()), (code, vi));
        }
    }
}
