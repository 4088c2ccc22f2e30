//! Each code of lint: a rulebook that shows it, and its neighbour that does not.

use proptest::prelude::*;

use thidua_values::{Coded, CriterionId, Exact, Points, Rounding, RoundingMode};

use crate::samples::{
    band, criterion, fact, grade, grading, group, item, judged, met, part, parts, points, rulebook,
    scale, text, within,
};
use crate::{
    Combine, Condition, Criterion, Disqualifier, Excess, Figures, Formula, GradeBand, GradeCap,
    GradedBy, GradingLint, Item, LintCode, MeanOf, NotAssignedPolicy, NothingOfNothing, Part,
    Requirement, RoundingRule, Rulebook, RulebookParts, Steps, TieBreak, TotalLimits, Unanswered,
    attainable,
};

const ZERO: NothingOfNothing = NothingOfNothing::Zero;

/// What lint says by one code: severity, place, words and how to mend it.
fn said(rulebook: &Rulebook, code: &str) -> Vec<String> {
    let findings = rulebook.lint();
    assert!(findings.is_sorted_by(|a, b| a.place <= b.place));
    let own = findings.into_iter().filter(|finding| finding.code() == code);
    own.map(|finding| {
        let (words, mend) = (finding.words(), finding.mend);
        let (severity, place) = (finding.severity.code(), finding.place);
        format!("{severity} at {place}: {} / {}; {} / {}", words.en, words.vi, mend.en, mend.vi)
    })
    .collect()
}

#[track_caller]
fn finds(code: &str, change: impl FnOnce(&mut RulebookParts), expected: &[&str]) {
    let found = said(&rulebook(change), code);
    assert_eq!(found, expected);
}

#[track_caller]
fn spares(code: &str, change: impl FnOnce(&mut RulebookParts)) {
    assert_eq!(said(&rulebook(change), code), Vec::<String>::new());
}

/// A scale of that criterion alone, of 20 points.
fn only(formula: Formula) -> impl FnOnce(&mut RulebookParts) {
    with(criterion("1", "20", formula))
}

fn with(criterion: Criterion) -> impl FnOnce(&mut RulebookParts) {
    move |parts| {
        parts.scale = scale(&criterion.points.to_string(), vec![Item::Criterion(criterion)]);
    }
}

fn shares(bands: &[(&str, &str)]) -> Formula {
    let bands = bands.iter().map(|(within, worth)| band(within, worth)).collect();
    Formula::Bands { bands, nothing_of_nothing: ZERO }
}

fn numbers(bands: &[(&str, &str)]) -> Formula {
    Formula::NumberBands {
        bands: bands.iter().map(|(within, worth)| band(within, worth)).collect(),
    }
}

fn proportional(cap: u32) -> Formula {
    Formula::Proportional { cap_percent: cap.into(), nothing_of_nothing: ZERO }
}

fn threshold(at_least: u32) -> Formula {
    Formula::Threshold { at_least_percent: at_least.into(), nothing_of_nothing: ZERO }
}

fn rounding(step: &str) -> Rounding {
    Rounding { mode: RoundingMode::HalfUp, step: step.parse().unwrap() }
}

/// Grades of totals, best first, each with its band.
fn grades(bands: &[(&str, &str)]) -> impl FnOnce(&mut RulebookParts) + use<> {
    let grades = bands.iter().map(|(id, within)| grade(id, &[*within])).collect();
    move |parts| parts.grading = Some(grading(GradedBy::Total, grades))
}

/// The grades of Quyết định 2579/QĐ-UBND of Cần Thơ (2025), article 6.
fn cantho(parts: &mut RulebookParts) {
    grades(&[
        ("excellent", "[95;…)"),
        ("good", "[85;95)"),
        ("completed", "[75;85)"),
        ("not-completed", "(…;75)"),
    ])(parts);
    for grade in &mut parts.grading.as_mut().unwrap().grades[..2] {
        grade.requires = vec![Requirement::NoneAtZero {}];
    }
}

#[test]
fn nothing_is_doubtful_about_a_plain_rulebook() {
    assert_eq!(rulebook(|_| ()).lint(), Vec::new());
}

#[test]
fn gaps_between_bands_are_found() {
    finds(
        "band_gap",
        only(shares(&[("[0;79]", "5"), ("[80;…)", "20")])),
        &[
            "grave at scale.items[0].formula.bands[1].within: results within (79; 80) % are between two bands and worth nothing, though the band below is worth 5 points and the band above 20 / kết quả trong (79; 80)% nằm giữa hai khoảng nên không có điểm, trong khi khoảng liền dưới được 5 điểm và khoảng liền trên được 20 điểm; let the two bands meet, and say which of them has the end in it / nối hai khoảng liền nhau và ghi rõ điểm giáp ranh thuộc khoảng nào",
        ],
    );
    finds(
        "band_gap",
        only(numbers(&[("[0;5)", "5"), ("(6;…)", "20")])),
        &[
            "grave at scale.items[0].formula.bands[1].within: results within [5; 6] are between two bands and worth nothing, though the band below is worth 5 points and the band above 20 / kết quả trong [5; 6] nằm giữa hai khoảng nên không có điểm, trong khi khoảng liền dưới được 5 điểm và khoảng liền trên được 20 điểm; let the two bands meet, and say which of them has the end in it / nối hai khoảng liền nhau và ghi rõ điểm giáp ranh thuộc khoảng nào",
        ],
    );
    spares("band_gap", only(shares(&[("[0;80)", "5"), ("[80;…)", "20")])));
    spares("band_gap", only(numbers(&[("[0;5]", "5"), ("[6;…)", "20")])));
    let mut decimal = criterion("1", "20", numbers(&[("[0;5]", "5"), ("[6;…)", "20")]));
    decimal.figures = Figures::Decimal;
    finds(
        "band_gap",
        with(decimal),
        &[
            "grave at scale.items[0].formula.bands[1].within: results within (5; 6) are between two bands and worth nothing, though the band below is worth 5 points and the band above 20 / kết quả trong (5; 6) nằm giữa hai khoảng nên không có điểm, trong khi khoảng liền dưới được 5 điểm và khoảng liền trên được 20 điểm; let the two bands meet, and say which of them has the end in it / nối hai khoảng liền nhau và ghi rõ điểm giáp ranh thuộc khoảng nào",
        ],
    );
    let deduction = |parts: &mut RulebookParts| {
        let late = item("2", "3", shares(&[("[10;20]", "1"), ("[30;…)", "3")]));
        parts.deductions = Some(scale("3", vec![late]));
    };
    finds(
        "band_gap",
        deduction,
        &[
            "warning at deductions.items[0].formula.bands[1].within: results within (20; 30) % are between two bands and worth nothing, though the band below is worth 1 points and the band above 3 / kết quả trong (20; 30)% nằm giữa hai khoảng nên không có điểm, trong khi khoảng liền dưới được 1 điểm và khoảng liền trên được 3 điểm; let the two bands meet, and say which of them has the end in it / nối hai khoảng liền nhau và ghi rõ điểm giáp ranh thuộc khoảng nào",
        ],
    );
}

#[test]
fn what_is_below_all_bands_is_found() {
    let cashless = [("[88;90)", "2"), ("[90;95)", "3"), ("[95;100)", "4"), ("[100;…)", "20")];
    finds(
        "below_bands",
        only(shares(&cashless)),
        &[
            "note at scale.items[0].formula.bands[0]: results within [0; 88) % are below every band and worth nothing; the lowest band is worth 2 points / kết quả trong [0; 88)% thấp hơn mọi khoảng nên không có điểm; khoảng thấp nhất được 2 điểm; unless it is meant, add a lowest band / nếu không chủ ý, thêm khoảng thấp nhất",
        ],
    );
    finds(
        "below_bands",
        only(numbers(&[("[1;3)", "20"), ("[3;…)", "5")])),
        &[
            "grave at scale.items[0].formula.bands[0]: results within [0; 1) are below every band and worth nothing; the lowest band is worth 20 points / kết quả trong [0; 1) thấp hơn mọi khoảng nên không có điểm; khoảng thấp nhất được 20 điểm; unless it is meant, add a lowest band / nếu không chủ ý, thêm khoảng thấp nhất",
        ],
    );
    spares("below_bands", only(numbers(&[("[1;3)", "5"), ("[3;…)", "20")])));
    spares("below_bands", only(numbers(&[("(…;3)", "5"), ("[3;…)", "20")])));
    spares("below_bands", only(numbers(&[("(0;3)", "5"), ("[3;…)", "20")])));
    spares("below_bands", only(shares(&[("[50;80)", "0"), ("[80;…)", "20")])));
}

#[test]
fn what_is_above_all_bands_is_found() {
    finds(
        "above_bands",
        only(shares(&[("[0;90)", "5"), ("[90;100]", "20")])),
        &[
            "warning at scale.items[0].formula.bands[1]: results within (100; …) % are above the highest band and worth nothing; that band is worth 20 points / kết quả trong (100; …)% vượt khoảng cao nhất nên không có điểm; khoảng cao nhất được 20 điểm; leave the upper end of the highest band open / để khoảng cao nhất không giới hạn phía trên",
        ],
    );
    finds(
        "above_bands",
        only(shares(&[("[0;90)", "5"), ("[90;100)", "20")])),
        &[
            "grave at scale.items[0].formula.bands[1]: results within [100; …) % are above the highest band and worth nothing; that band is worth 20 points / kết quả trong [100; …)% vượt khoảng cao nhất nên không có điểm; khoảng cao nhất được 20 điểm; leave the upper end of the highest band open / để khoảng cao nhất không giới hạn phía trên",
        ],
    );
    finds(
        "above_bands",
        only(numbers(&[("[0;5)", "20"), ("[5;10]", "5")])),
        &[
            "note at scale.items[0].formula.bands[1]: results within (10; …) are above the highest band and worth nothing; that band is worth 5 points / kết quả trong (10; …) vượt khoảng cao nhất nên không có điểm; khoảng cao nhất được 5 điểm; leave the upper end of the highest band open / để khoảng cao nhất không giới hạn phía trên",
        ],
    );
    spares("above_bands", only(shares(&[("[0;90)", "5"), ("[90;…)", "20")])));
}

#[test]
fn bands_that_fall_are_found() {
    let slip = [("[0;50)", "5"), ("[50;80)", "10"), ("[80;90)", "8"), ("[90;…)", "20")];
    finds(
        "falling_bands",
        only(shares(&slip)),
        &[
            "warning at scale.items[0].formula.bands[2].points: band [80; 90) % is worth 8 points, less than the 10 of the band before it: more earns less / khoảng [80; 90)% được 8 điểm, ít hơn 10 điểm của khoảng liền trước: kết quả cao hơn lại được ít điểm hơn; check the order of the points; where less is better, say so in the title / kiểm tra thứ tự điểm của các khoảng; nếu càng ít càng tốt thì nói rõ trong tiêu đề",
        ],
    );
    finds(
        "falling_bands",
        only(shares(&[("[0;5)", "20"), ("[5;…)", "10")])),
        &[
            "note at scale.items[0].formula.bands[1].points: band [5; …) % is worth 10 points, less than the 20 of the band before it: more earns less / khoảng [5; …)% được 10 điểm, ít hơn 20 điểm của khoảng liền trước: kết quả cao hơn lại được ít điểm hơn; check the order of the points; where less is better, say so in the title / kiểm tra thứ tự điểm của các khoảng; nếu càng ít càng tốt thì nói rõ trong tiêu đề",
        ],
    );
    spares("falling_bands", only(shares(&[("[0;5)", "10"), ("[5;50)", "10"), ("[50;…)", "20")])));
}

#[test]
fn maxima_that_no_result_earns_are_found() {
    finds(
        "maximum_out_of_reach",
        only(shares(&[("[0;50)", "5"), ("[50;…)", "18")])),
        &[
            "warning at scale.items[0].points: 20 points are printed, but the best result earns 18 / điểm tối đa ghi 20 nhưng kết quả tốt nhất chỉ được 18 điểm; lower the points to 18, or mend the formula / hạ điểm tối đa xuống 18 hoặc sửa công thức",
        ],
    );
    finds(
        "maximum_out_of_reach",
        only(proportional(80)),
        &[
            "warning at scale.items[0].points: 20 points are printed, but the best result earns 16 / điểm tối đa ghi 20 nhưng kết quả tốt nhất chỉ được 16 điểm; lower the points to 16, or mend the formula / hạ điểm tối đa xuống 16 hoặc sửa công thức",
        ],
    );
    spares("maximum_out_of_reach", only(proportional(100)));
    spares("maximum_out_of_reach", only(Formula::PerItem { each: points("3") }));
    let mut before = criterion("1", "20", proportional(80));
    let (id, title) = ("before".parse().unwrap(), text("Đã đạt", "Achieved"));
    before.conditions = vec![Condition::AchievedBefore { id, title }];
    spares("maximum_out_of_reach", with(before));
}

fn shortfall(target: u32, step: &str, each: &str, steps: Steps) -> Formula {
    Formula::Shortfall {
        target_percent: target.into(),
        step_percent: step.parse().unwrap(),
        each: points(each),
        steps,
        nothing_of_nothing: ZERO,
    }
}

#[test]
fn points_that_are_never_taken_in_full_are_found() {
    finds(
        "never_taken_in_full",
        only(shortfall(50, "1", "0.1", Steps::Whole)),
        &[
            "note at scale.items[0].formula: who reaches nothing (0 %) is charged 5 of 20 points / không đạt gì (0%) cũng chỉ bị trừ 5 trong 20 điểm; take more for each step, or lower the points of the criterion to 5 / tăng điểm trừ mỗi bước, hoặc hạ điểm tối đa của tiêu chí xuống 5",
        ],
    );
    finds(
        "never_taken_in_full",
        only(shortfall(100, "3", "0.5", Steps::Started)),
        &[
            "note at scale.items[0].formula: who reaches nothing (0 %) is charged 17 of 20 points / không đạt gì (0%) cũng chỉ bị trừ 17 trong 20 điểm; take more for each step, or lower the points of the criterion to 17 / tăng điểm trừ mỗi bước, hoặc hạ điểm tối đa của tiêu chí xuống 17",
        ],
    );
    finds(
        "never_taken_in_full",
        only(shortfall(100, "3", "0.5", Steps::Proportional)),
        &[
            "note at scale.items[0].formula: who reaches nothing (0 %) is charged 50/3 of 20 points / không đạt gì (0%) cũng chỉ bị trừ 50/3 trong 20 điểm; take more for each step, or lower the points of the criterion to 50/3 / tăng điểm trừ mỗi bước, hoặc hạ điểm tối đa của tiêu chí xuống 50/3",
        ],
    );
    spares("never_taken_in_full", only(shortfall(100, "1", "0.2", Steps::Whole)));
}

#[test]
fn what_is_asked_beyond_the_whole_is_found() {
    finds(
        "beyond_the_whole",
        only(threshold(105)),
        &[
            "warning at scale.items[0].formula.at_least_percent: 105 % is asked, which only a part reaches that is more than its whole / đòi hỏi 105%, chỉ đạt được khi tử số lớn hơn mẫu số; ask for 100 % at most, or for a share of something that can be passed, such as a target / hạ mức xuống 100% trở xuống, hoặc chọn mẫu số mà tử số có thể vượt (chỉ tiêu được giao)",
        ],
    );
    finds(
        "beyond_the_whole",
        only(shortfall(120, "1", "1", Steps::Whole)),
        &[
            "warning at scale.items[0].formula.target_percent: 120 % is asked, which only a part reaches that is more than its whole / đòi hỏi 120%, chỉ đạt được khi tử số lớn hơn mẫu số; ask for 100 % at most, or for a share of something that can be passed, such as a target / hạ mức xuống 100% trở xuống, hoặc chọn mẫu số mà tử số có thể vượt (chỉ tiêu được giao)",
        ],
    );
    finds(
        "beyond_the_whole",
        only(shares(&[("[0;110)", "5"), ("[110;…)", "20")])),
        &[
            "warning at scale.items[0].formula.bands[1].within: 110 % is asked, which only a part reaches that is more than its whole / đòi hỏi 110%, chỉ đạt được khi tử số lớn hơn mẫu số; ask for 100 % at most, or for a share of something that can be passed, such as a target / hạ mức xuống 100% trở xuống, hoặc chọn mẫu số mà tử số có thể vượt (chỉ tiêu được giao)",
        ],
    );
    spares("beyond_the_whole", only(threshold(100)));
    spares("beyond_the_whole", only(shares(&[("[0;100]", "5"), ("(100;…)", "20")])));
}

#[test]
fn numbers_that_everybody_reaches_are_found() {
    let reached = |at_least: &str| Formula::NumberReached { at_least: at_least.parse().unwrap() };
    finds(
        "reached_by_all",
        only(reached("0")),
        &[
            "warning at scale.items[0].formula.at_least: everybody reaches 0 / mức tối thiểu 0 thì ai cũng đạt; ask for a number above 0 / đặt mức tối thiểu lớn hơn 0",
        ],
    );
    spares("reached_by_all", only(reached("2")));
}

#[test]
fn conditions_that_cap_nothing_are_found() {
    let capped = |at_most: &str| {
        let mut criterion = criterion("1", "20", proportional(80));
        let (id, title) = ("office".parse().unwrap(), text("Trụ sở", "An office"));
        criterion.conditions = vec![Condition::Cap { id, title, at_most: points(at_most) }];
        criterion
    };
    finds(
        "idle_condition_cap",
        with(capped("16")),
        &[
            "warning at scale.items[0].conditions[0].at_most: the condition's cap of 16 points never bites, since the formula earns at most 16 / mức trần 16 điểm của điều kiện không bao giờ có tác dụng vì công thức chỉ cho tối đa 16 điểm; lower the cap, or leave the condition out / hạ mức trần, hoặc bỏ điều kiện",
        ],
    );
    spares("idle_condition_cap", with(capped("15.5")));
}

#[test]
fn formulas_that_look_at_the_cluster_are_found() {
    finds(
        "looks_at_cluster",
        only(Formula::Leader { excess: Excess::Relative }),
        &[
            "note at scale.items[0].formula: the formula looks at the cluster: one subject's better result may lower the points of others, and a correction means scoring all again / công thức so sánh trong cụm: kết quả tốt hơn của đơn vị này có thể làm giảm điểm đơn vị khác; sửa một số liệu phải chấm lại cả cụm; unless it is meant, measure against a fixed target / nếu không chủ ý, so với chỉ tiêu cố định",
        ],
    );
    spares("looks_at_cluster", only(proportional(100)));
}

#[test]
fn nothing_that_earns_all_is_found() {
    let full = NothingOfNothing::FullMarks;
    let formula = Formula::Proportional { cap_percent: 100.into(), nothing_of_nothing: full };
    finds(
        "nothing_earns_all",
        only(formula),
        &[
            "note at scale.items[0].formula.nothing_of_nothing: who had nothing to do (0/0) earns all points / đơn vị không phát sinh việc gì (0/0) được đủ điểm; unless it is meant, let nothing of nothing count as not assigned / nếu không chủ ý, coi 0/0 là không được giao",
        ],
    );
    spares("nothing_earns_all", only(proportional(100)));
}

#[test]
fn nothing_that_costs_all_is_found() {
    let deduction = |formula: Formula| {
        move |parts: &mut RulebookParts| {
            parts.deductions = Some(scale("3", vec![item("2", "3", formula)]));
        }
    };
    finds(
        "nothing_costs_all",
        deduction(shortfall(90, "1", "1", Steps::Whole)),
        &[
            "warning at deductions.items[0].formula.nothing_of_nothing: who had nothing to do (0/0) loses all points of the deduction / đơn vị không phát sinh việc gì (0/0) bị trừ hết điểm; unless it is meant, let nothing of nothing cost nothing / nếu không chủ ý, để 0/0 không bị trừ điểm",
        ],
    );
    spares("nothing_costs_all", deduction(proportional(100)));
    spares("nothing_costs_all", only(shortfall(90, "1", "1", Steps::Whole)));
}

#[test]
fn groups_that_are_worth_less_than_printed_are_found() {
    let bonus = |worth: &'static str, items: Vec<Item>| {
        move |parts: &mut RulebookParts| {
            parts.bonus = Some(part(worth, Combine::SumUpTo {}, items));
        }
    };
    let models = || vec![met("2", "1"), met("3", "1.5")];
    finds(
        "group_out_of_reach",
        bonus("3", models()),
        &[
            "warning at bonus.points: 3 points are printed, but the items are worth 2.5 together / điểm tối đa ghi 3 nhưng các mục cộng lại chỉ được 2,5 điểm; lower the points to 2.5, or add the items that are missing / hạ điểm tối đa xuống 2,5 hoặc bổ sung mục còn thiếu",
        ],
    );
    spares("group_out_of_reach", bonus("2.5", models()));
    finds(
        "idle_cap",
        bonus("2.5", models()),
        &[
            "note at bonus.points: the cap of 2.5 points never bites, since the items make at most 2.5 / mức trần 2,5 điểm không bao giờ có tác dụng vì các mục cộng lại tối đa 2,5 điểm; use a plain sum, or lower the cap / dùng phép cộng thông thường, hoặc hạ mức trần",
        ],
    );
    spares("idle_cap", bonus("2", models()));
    spares("idle_cap", bonus("3", models()));
    let by_kind = |parts: &mut RulebookParts| {
        parts.kinds = vec!["area".parse().unwrap(), "household".parse().unwrap()];
        let mut own = criterion("3", "2", Formula::Met {});
        own.only_for = vec!["area".parse().unwrap()];
        bonus("3", vec![met("2", "2"), Item::Criterion(own)])(parts);
    };
    finds(
        "group_out_of_reach",
        by_kind,
        &[
            "warning at bonus.points: 3 points are printed, but the items are worth 2 together for `household` / điểm tối đa ghi 3 nhưng các mục cộng lại chỉ được 2 điểm đối với `household`; lower the points to 2, or add the items that are missing / hạ điểm tối đa xuống 2 hoặc bổ sung mục còn thiếu",
        ],
    );
}

#[test]
fn counting_all_as_the_best_is_found() {
    let best = |count| {
        move |parts: &mut RulebookParts| {
            let combine = Combine::Best { count };
            parts.scale = part("10", combine, vec![met("1", "5"), met("2", "5")]);
        }
    };
    finds(
        "all_count",
        best(2),
        &[
            "note at scale.combine.count: the best 2 count, and there are 2: none is left out / tính 2 mục tốt nhất nhưng chỉ có 2 mục: không mục nào được bỏ qua; let fewer count, or add items / giảm số mục được tính, hoặc thêm mục",
        ],
    );
    spares("all_count", best(1));
    let by_kind = |parts: &mut RulebookParts| {
        best(2)(parts);
        parts.kinds = vec!["area".parse().unwrap(), "household".parse().unwrap()];
        let mut third = criterion("3", "5", Formula::Met {});
        third.only_for = vec!["household".parse().unwrap()];
        parts.scale.items.push(Item::Criterion(third));
    };
    finds(
        "all_count",
        by_kind,
        &[
            "note at scale.combine.count: the best 2 count, and there are 2 for `area`: none is left out / tính 2 mục tốt nhất nhưng chỉ có 2 mục đối với `area`: không mục nào được bỏ qua; let fewer count, or add items / giảm số mục được tính, hoặc thêm mục",
        ],
    );
}

/// A scale of criteria with these ordinals.
fn numbered(ordinals: &'static [&'static str]) -> impl FnOnce(&mut RulebookParts) {
    move |parts| {
        let numbered = |(position, ordinal): (usize, &&str)| {
            let mut criterion = criterion(&format!("c-{position}"), "1", Formula::Met {});
            criterion.ordinal = ordinal.parse().unwrap();
            Item::Criterion(criterion)
        };
        let items = ordinals.iter().enumerate().map(numbered).collect();
        parts.scale = scale(&ordinals.len().to_string(), items);
    }
}

#[test]
fn ordinals_that_repeat_or_skip_are_found() {
    finds(
        "repeated_ordinal",
        numbered(&["1", "2", "2", "3"]),
        &[
            "note at scale.items[2].ordinal: ordinal `2` stands twice among siblings / số thứ tự `2` lặp lại trong cùng một cấp; leave it if it is printed so, else number anew / giữ như văn bản nếu văn bản in như vậy; nếu không thì đánh số lại",
        ],
    );
    finds(
        "skipped_ordinal",
        numbered(&["c)", "d)", "e)"]),
        &[
            "note at scale.items[2].ordinal: `e)` follows `d)`: an ordinal is left out / sau `d)` là `e)`: số thứ tự bị cách quãng; check whether an item is missing / kiểm tra xem có thiếu mục nào không",
        ],
    );
    finds(
        "skipped_ordinal",
        numbered(&["5.1", "5.3"]),
        &[
            "note at scale.items[1].ordinal: `5.3` follows `5.1`: an ordinal is left out / sau `5.1` là `5.3`: số thứ tự bị cách quãng; check whether an item is missing / kiểm tra xem có thiếu mục nào không",
        ],
    );
    finds(
        "skipped_ordinal",
        numbered(&["I", "II", "IV"]),
        &[
            "note at scale.items[2].ordinal: `IV` follows `II`: an ordinal is left out / sau `II` là `IV`: số thứ tự bị cách quãng; check whether an item is missing / kiểm tra xem có thiếu mục nào không",
        ],
    );
    let in_order: [&[&str]; 5] = [
        &["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"],
        &["VIII", "IX", "X", "XI"],
        &["5.9", "5.10", "6.1"],
        &["Đ", "E"],
        &["2", "1", "a", "1.5"],
    ];
    for ordinals in in_order {
        spares("skipped_ordinal", numbered(ordinals));
        spares("repeated_ordinal", numbered(ordinals));
    }
}

#[test]
fn kinds_without_a_criterion_are_found() {
    let by_kind = |only_for: Vec<&'static str>| {
        move |parts: &mut RulebookParts| {
            parts.kinds = vec!["area".parse().unwrap(), "household".parse().unwrap()];
            let mut criterion = criterion("1", "20", Formula::Met {});
            criterion.only_for = only_for.iter().map(|kind| kind.parse().unwrap()).collect();
            with(criterion)(parts);
        }
    };
    finds(
        "nothing_for_kind",
        by_kind(vec!["area"]),
        &[
            "warning at scale.items: the scale has no criterion for `household` / thang điểm không có tiêu chí nào cho `household`; add criteria for that kind, or do not list it / bổ sung tiêu chí cho loại này, hoặc bỏ loại này",
        ],
    );
    spares("nothing_for_kind", by_kind(vec!["area", "household"]));
    spares("nothing_for_kind", by_kind(Vec::new()));
}

#[test]
fn minima_that_say_nothing_or_too_much_are_found() {
    let minimum = |minimum: &'static str, asked: bool| {
        move |parts: &mut RulebookParts| {
            let mut criterion = criterion("1", "20", proportional(80));
            criterion.minimum = Some(points(minimum));
            with(criterion)(parts);
            grades(&[("full", "[15;…)"), ("rest", "(…;…)")])(parts);
            if asked {
                let grades = &mut parts.grading.as_mut().unwrap().grades;
                grades[0].requires = vec![Requirement::EveryMinimum {}];
            }
        }
    };
    finds(
        "idle_minimum",
        minimum("10", false),
        &[
            "note at scale.items[0].minimum: a minimum of 10 points is stated, and no grade asks for it / quy định điểm tối thiểu 10 nhưng không mức xếp loại nào yêu cầu; let a grade ask for every minimum, or leave the minimum out / thêm yêu cầu đạt điểm tối thiểu vào mức xếp loại, hoặc bỏ điểm tối thiểu",
        ],
    );
    spares("idle_minimum", minimum("10", true));
    finds(
        "minimum_out_of_reach",
        minimum("17", true),
        &[
            "grave at scale.items[0].minimum: the minimum of 17 points cannot be reached, since at most 16 are earned / điểm tối thiểu 17 không thể đạt vì tối đa chỉ được 16 điểm; lower the minimum to 16 or less / hạ điểm tối thiểu xuống 16 trở xuống",
        ],
    );
    spares("minimum_out_of_reach", minimum("16", true));
    let none_stated = |parts: &mut RulebookParts| {
        minimum("16", true)(parts);
        with(criterion("1", "20", Formula::Met {}))(parts);
    };
    finds(
        "idle_requirement",
        none_stated,
        &[
            "warning at grading.grades[0].requires[0]: `full` asks for every minimum, and the scale states none / mức `full` yêu cầu đạt mọi điểm tối thiểu nhưng thang điểm không quy định điểm tối thiểu nào; state the minima, or leave the requirement out / ghi điểm tối thiểu của các tiêu chí, hoặc bỏ yêu cầu",
        ],
    );
    spares("idle_requirement", minimum("16", true));
}

#[test]
fn limits_of_the_total_that_never_bite_are_found() {
    let limited = |at_least: Option<&'static str>, at_most: Option<&'static str>| {
        move |parts: &mut RulebookParts| {
            parts.bonus = Some(scale("3", vec![met("2", "3")]));
            parts.deductions = Some(scale("2", vec![met("3", "2")]));
            let (at_least, at_most) = (at_least.map(points), at_most.map(points));
            parts.total = TotalLimits { at_least, at_most };
        }
    };
    finds(
        "idle_total_cap",
        limited(None, Some("103")),
        &[
            "note at total.at_most: the total's cap of 103 points never bites, since the highest total is 103 / mức trần 103 điểm của tổng điểm không bao giờ có tác dụng vì tổng cao nhất là 103 điểm; leave the cap out, or lower it below 103 / bỏ mức trần, hoặc hạ xuống dưới 103",
        ],
    );
    spares("idle_total_cap", limited(None, Some("102.5")));
    finds(
        "idle_total_floor",
        limited(Some("-2"), None),
        &[
            "note at total.at_least: the total's floor of -2 points never bites, since the lowest total is -2 / mức sàn -2 điểm của tổng điểm không bao giờ có tác dụng vì tổng thấp nhất là -2 điểm; leave the floor out / bỏ mức sàn",
        ],
    );
    spares("idle_total_floor", limited(Some("0"), None));
    finds(
        "idle_total_floor",
        |parts| parts.total.at_least = Some(Points::ZERO),
        &[
            "note at total.at_least: the total's floor of 0 points never bites, since the lowest total is 0 / mức sàn 0 điểm của tổng điểm không bao giờ có tác dụng vì tổng thấp nhất là 0 điểm; leave the floor out / bỏ mức sàn",
        ],
    );
    finds(
        "bonus_above_scale",
        limited(None, None),
        &[
            "note at bonus.points: the bonus can lift a total to 103 points, above the scale of 100 / điểm cộng có thể đưa tổng lên 103 điểm, vượt thang 100 điểm; unless it is meant, cap the total at 100 / nếu không chủ ý, đặt mức trần của tổng điểm là 100",
        ],
    );
    finds(
        "bonus_above_scale",
        limited(None, Some("102")),
        &[
            "note at bonus.points: the bonus can lift a total to 102 points, above the scale of 100 / điểm cộng có thể đưa tổng lên 102 điểm, vượt thang 100 điểm; unless it is meant, cap the total at 100 / nếu không chủ ý, đặt mức trần của tổng điểm là 100",
        ],
    );
    spares("bonus_above_scale", limited(None, Some("100")));
}

#[test]
fn rounding_before_ranking_is_found() {
    let rounded = |rule: fn(Rounding) -> RoundingRule, step: &'static str, formula: Formula| {
        move |parts: &mut RulebookParts| {
            parts.rounding = rule(rounding(step));
            only(formula)(parts);
        }
    };
    let per_item = |rounding| RoundingRule::PerItem { rounding };
    let per_group = |rounding| RoundingRule::PerGroup { rounding };
    let on_total = |rounding| RoundingRule::OnTotal { rounding };
    finds(
        "rounded_criteria",
        rounded(per_item, "0.01", proportional(100)),
        &[
            "warning at rounding: each criterion is rounded to 0.01 points before ranking: what is rounded adds up, and can tie or reverse an order / làm tròn từng tiêu chí đến 0,01 điểm trước khi xếp hạng: sai số cộng dồn có thể tạo đồng hạng hoặc đảo thứ hạng; round only what is shown, or once, on the total / chỉ làm tròn khi trình bày, hoặc làm tròn một lần ở tổng điểm",
        ],
    );
    finds(
        "rounded_groups",
        rounded(per_group, "0.01", proportional(100)),
        &[
            "warning at rounding: each group is rounded to 0.01 points before ranking: what is rounded adds up, and can tie or reverse an order / làm tròn từng nhóm đến 0,01 điểm trước khi xếp hạng: sai số cộng dồn có thể tạo đồng hạng hoặc đảo thứ hạng; round only what is shown, or once, on the total / chỉ làm tròn khi trình bày, hoặc làm tròn một lần ở tổng điểm",
        ],
    );
    finds(
        "rounded_total",
        rounded(on_total, "0.1", proportional(100)),
        &[
            "note at rounding: the total is rounded to 0.1 points before ranking: totals that differ by less can tie / làm tròn tổng điểm đến 0,1 điểm trước khi xếp hạng: các tổng chênh nhau ít hơn có thể thành đồng hạng; round only what is shown, or make sure that ties are broken / chỉ làm tròn khi trình bày, hoặc bảo đảm có bước phân định đồng hạng",
        ],
    );
    spares("rounded_total", rounded(on_total, "0.5", judged("0.5")));
    finds(
        "idle_rounding",
        rounded(on_total, "0.5", judged("0.5")),
        &[
            "note at rounding: rounding to 0.5 points changes nothing: all that can be earned is a multiple of it / làm tròn đến 0,5 điểm không thay đổi gì: mọi điểm có thể đạt đã là bội số của bước này; say that nothing is rounded / ghi là không làm tròn",
        ],
    );
    spares("idle_rounding", rounded(on_total, "0.5", judged("0.25")));
    finds(
        "swallowed_step",
        rounded(per_item, "0.5", judged("0.4")),
        &[
            "warning at scale.items[0].points: points are earned in steps of 0.4 and rounded to 0.5: something done may add nothing, or too much / điểm đạt được theo bước 0,4 nhưng làm tròn đến 0,5: có kết quả tốt hơn mà không thêm điểm, hoặc thêm quá nhiều; round to a step that 0.4 is a multiple of / chọn bước làm tròn mà 0,4 là bội số của bước đó",
        ],
    );
    spares("swallowed_step", rounded(per_item, "0.5", judged("2")));
    finds(
        "coarse_step",
        rounded(per_group, "4", proportional(100)),
        &[
            "warning at scale.items[0].points: rounding 20 points to 4 is coarse: fewer than ten steps / làm tròn 20 điểm đến 4 điểm là quá thô: chưa đến 10 bước; choose a smaller step / chọn bước làm tròn nhỏ hơn",
        ],
    );
    spares("coarse_step", rounded(per_group, "2", proportional(100)));
}

#[test]
fn totals_without_a_grade_are_found() {
    let hoabinh = [
        ("excellent", "[90;100]"),
        ("good", "[80;89]"),
        ("fair", "[65;79]"),
        ("average", "[50;64]"),
        ("weak", "(…;50)"),
    ];
    finds(
        "ungraded_totals",
        grades(&hoabinh),
        &[
            "grave at grading.grades: totals within (64; 65) have no grade / tổng điểm trong (64; 65) không thuộc mức xếp loại nào; let the bands of the grades meet, or leave the outermost end open / nối các khoảng xếp loại liền nhau, hoặc để khoảng ngoài cùng không giới hạn",
            "grave at grading.grades: totals within (79; 80) have no grade / tổng điểm trong (79; 80) không thuộc mức xếp loại nào; let the bands of the grades meet, or leave the outermost end open / nối các khoảng xếp loại liền nhau, hoặc để khoảng ngoài cùng không giới hạn",
            "grave at grading.grades: totals within (89; 90) have no grade / tổng điểm trong (89; 90) không thuộc mức xếp loại nào; let the bands of the grades meet, or leave the outermost end open / nối các khoảng xếp loại liền nhau, hoặc để khoảng ngoài cùng không giới hạn",
        ],
    );
    finds(
        "ungraded_totals",
        grades(&[("good", "(50;100)"), ("rest", "(…;50)")]),
        &[
            "grave at grading.grades: totals within [50; 50] have no grade / tổng điểm trong [50; 50] không thuộc mức xếp loại nào; let the bands of the grades meet, or leave the outermost end open / nối các khoảng xếp loại liền nhau, hoặc để khoảng ngoài cùng không giới hạn",
            "grave at grading.grades: totals within [100; 100] have no grade / tổng điểm trong [100; 100] không thuộc mức xếp loại nào; let the bands of the grades meet, or leave the outermost end open / nối các khoảng xếp loại liền nhau, hoặc để khoảng ngoài cùng không giới hạn",
        ],
    );
    spares("ungraded_totals", grades(&[("good", "[50;100]"), ("rest", "[0;50)")]));
    let deducted = |parts: &mut RulebookParts| {
        grades(&[("good", "[50;100]"), ("rest", "[0;50)")])(parts);
        parts.deductions = Some(scale("3", vec![met("2", "3")]));
    };
    finds(
        "ungraded_totals",
        deducted,
        &[
            "grave at grading.grades: totals within [-3; 0) have no grade / tổng điểm trong [-3; 0) không thuộc mức xếp loại nào; let the bands of the grades meet, or leave the outermost end open / nối các khoảng xếp loại liền nhau, hoặc để khoảng ngoài cùng không giới hạn",
        ],
    );
    let percent = |parts: &mut RulebookParts| {
        let bands = vec![grade("good", &["[90;100]"]), grade("rest", &["[0;89]"])];
        parts.grading = Some(grading(GradedBy::Percent, bands));
        only(judged("1"))(parts);
    };
    spares("ungraded_totals", percent);
}

#[test]
fn titles_that_not_everybody_reaches_are_noted() {
    let title = grades(&[("cultured", "[85;100]")]);
    finds(
        "below_grades",
        grades(&[("cultured", "[85;100]")]),
        &[
            "note at grading.grades: totals within [0; 85) are below every grade and have none / tổng điểm trong [0; 85) thấp hơn mọi mức nên không được xếp loại; if everybody is to be graded, add a lowest grade / nếu mọi đối tượng đều phải được xếp loại, thêm mức thấp nhất",
        ],
    );
    spares("ungraded_totals", title);
    spares("below_grades", grades(&[("cultured", "[85;100]"), ("rest", "[0;85)")]));
    spares("below_grades", grades(&[("weak", "(…;0)")]));
    let conditional = |parts: &mut RulebookParts| {
        grades(&[("cultured", "[85;100]")])(parts);
        let grade = &mut parts.grading.as_mut().unwrap().grades[0];
        grade.requires = vec![Requirement::NoneAtZero {}];
        parts.facts = vec![fact("fraud", Unanswered::Missing)];
        let (fact, grade) = ("fraud".parse().unwrap(), None);
        parts.disqualifiers = vec![Disqualifier { fact, grade }];
        parts.tie_breaks.clear();
    };
    finds(
        "uncovered_requirement",
        conditional,
        &[
            "note at grading.grades[0].requires: totals within [85; 100] that fail what `cultured` asks besides have no grade / tổng điểm trong [85; 100] mà không đạt điều kiện của mức `cultured` thì không được xếp mức nào; leave the upper end of a lower grade open that asks for nothing besides / để khoảng điểm của một mức thấp hơn, không kèm điều kiện, không giới hạn phía trên",
        ],
    );
    finds(
        "tie_may_stay",
        conditional,
        &[
            "note at tie_breaks: the list ends without a ballot, lots or an authority: a tie may stay / danh sách phân định không kết thúc bằng bỏ phiếu, bốc thăm hoặc quyết định của cấp có thẩm quyền: đồng hạng có thể vẫn còn; end it with a ballot, with lots or with the authority / thêm bước cuối: bỏ phiếu, bốc thăm hoặc cấp có thẩm quyền quyết định",
        ],
    );
    spares("disqualified_ungraded", conditional);
}

#[test]
fn gaps_that_only_the_step_keeps_shut_are_found() {
    let community = |top: &'static str| {
        grades(&[
            ("good", "[85;100]"),
            ("fair", top),
            ("passed", "[50;69.5]"),
            ("rest", "[0;49.5]"),
        ])
    };
    finds(
        "gap_between_steps",
        community("[70;84.5]"),
        &[
            "note at grading.grades: the gap (49.5; 50) between grades does no harm only because all totals are multiples of 0.5 / khoảng trống (49,5; 50) giữa các mức xếp loại không ảnh hưởng chỉ vì mọi tổng điểm là bội số của 0,5; let the bands of the grades meet, so that nothing depends on the step / nối các khoảng xếp loại liền nhau để không phụ thuộc bước điểm",
            "note at grading.grades: the gap (69.5; 70) between grades does no harm only because all totals are multiples of 0.5 / khoảng trống (69,5; 70) giữa các mức xếp loại không ảnh hưởng chỉ vì mọi tổng điểm là bội số của 0,5; let the bands of the grades meet, so that nothing depends on the step / nối các khoảng xếp loại liền nhau để không phụ thuộc bước điểm",
            "note at grading.grades: the gap (84.5; 85) between grades does no harm only because all totals are multiples of 0.5 / khoảng trống (84,5; 85) giữa các mức xếp loại không ảnh hưởng chỉ vì mọi tổng điểm là bội số của 0,5; let the bands of the grades meet, so that nothing depends on the step / nối các khoảng xếp loại liền nhau để không phụ thuộc bước điểm",
        ],
    );
    spares("ungraded_totals", community("[70;84.5]"));
    spares("gap_between_steps", |parts| {
        community("[70;84.5]")(parts);
        parts.scale = scale("100", vec![item("1", "100", judged("0.25"))]);
    });
}

#[test]
fn requirements_that_leave_without_a_grade_are_found() {
    finds(
        "uncovered_requirement",
        cantho,
        &[
            "grave at grading.grades[0].requires: totals within [95; 100] that fail what `excellent` asks besides have no grade / tổng điểm trong [95; 100] mà không đạt điều kiện của mức `excellent` thì không được xếp mức nào; leave the upper end of a lower grade open that asks for nothing besides / để khoảng điểm của một mức thấp hơn, không kèm điều kiện, không giới hạn phía trên",
            "grave at grading.grades[1].requires: totals within [85; 95) that fail what `good` asks besides have no grade / tổng điểm trong [85; 95) mà không đạt điều kiện của mức `good` thì không được xếp mức nào; leave the upper end of a lower grade open that asks for nothing besides / để khoảng điểm của một mức thấp hơn, không kèm điều kiện, không giới hạn phía trên",
        ],
    );
    spares("uncovered_requirement", |parts| {
        cantho(parts);
        parts.grading.as_mut().unwrap().grades[2] = grade("completed", &["[75;…)"]);
    });
    let haiphong = |parts: &mut RulebookParts| {
        grades(&[("good", "(80;…)"), ("completed", "[50;80]"), ("not-completed", "(…;50)")])(
            parts,
        );
        let title = text("Tỷ lệ chỉ tiêu đạt", "Targets reached");
        let answer = crate::FactAnswer::Share {};
        parts.facts = vec![crate::Fact { id: "targets".parse().unwrap(), title, answer }];
        let (fact, within) = ("targets".parse().unwrap(), within("(70;…)"));
        let grades = &mut parts.grading.as_mut().unwrap().grades;
        grades[1].requires = vec![Requirement::FactWithin { fact, within }];
    };
    finds(
        "uncovered_requirement",
        haiphong,
        &[
            "grave at grading.grades[1].requires: totals within [50; 80] that fail what `completed` asks besides have no grade / tổng điểm trong [50; 80] mà không đạt điều kiện của mức `completed` thì không được xếp mức nào; leave the upper end of a lower grade open that asks for nothing besides / để khoảng điểm của một mức thấp hơn, không kèm điều kiện, không giới hạn phía trên",
        ],
    );
    let by_kind = |parts: &mut RulebookParts| {
        parts.kinds = vec!["area".parse().unwrap(), "household".parse().unwrap()];
        let mut good = grade("good", &["[90;…)"]);
        let only_for = vec!["household".parse().unwrap()];
        good.bands.push(GradeBand { only_for, within: within("[85;…)") });
        good.requires = vec![Requirement::NoneAtZero {}];
        parts.grading = Some(grading(GradedBy::Total, vec![good, grade("rest", &["(…;90)"])]));
    };
    finds(
        "uncovered_requirement",
        by_kind,
        &[
            "grave at grading.grades[0].requires: totals within [90; 100] that fail what `good` asks besides have no grade / tổng điểm trong [90; 100] mà không đạt điều kiện của mức `good` thì không được xếp mức nào; leave the upper end of a lower grade open that asks for nothing besides / để khoảng điểm của một mức thấp hơn, không kèm điều kiện, không giới hạn phía trên",
        ],
    );
    let alike = |parts: &mut RulebookParts| {
        cantho(parts);
        parts.kinds = vec!["area".parse().unwrap(), "household".parse().unwrap()];
    };
    assert_eq!(
        said(&rulebook(cantho), "uncovered_requirement"),
        said(&rulebook(alike), "uncovered_requirement")
    );
}

#[test]
fn grades_for_the_same_totals_are_found() {
    finds(
        "grades_overlap",
        grades(&[("good", "[90;…)"), ("fair", "[50;90]"), ("rest", "(…;50)")]),
        &[
            "note at grading.grades[1].bands: totals within [90; 90] are in `good` and in `fair`; the better, `good`, is tried first / tổng điểm trong [90; 90] thuộc cả hai mức `good` và `fair`; mức cao hơn `good` được xét trước; leave it if the lower one is for who fails a condition, else keep the bands apart / giữ nếu mức thấp hơn dành cho trường hợp không đạt điều kiện; nếu không thì tách hai khoảng",
        ],
    );
    spares(
        "grades_overlap",
        grades(&[("good", "(90;…)"), ("fair", "[50;90]"), ("rest", "(…;50)")]),
    );
    spares("grades_overlap", grades(&[("good", "(100;…)"), ("rest", "(…;120)")]));
}

#[test]
fn grades_that_are_never_given_are_found() {
    finds(
        "grade_out_of_reach",
        grades(&[("top", "[101;…)"), ("rest", "(…;101)")]),
        &[
            "warning at grading.grades[0].bands: `top` can never be given: totals are within [0; 100] / không ai có thể được xếp mức `top`: tổng điểm chỉ trong [0; 100]; mend the band of the grade / sửa khoảng điểm của mức này",
        ],
    );
    finds(
        "grade_out_of_reach",
        grades(&[("top", "(99.5;100)"), ("rest", "(…;99.5]")]),
        &[
            "warning at grading.grades[0].bands: `top` can never be given: totals are within [0; 100] / không ai có thể được xếp mức `top`: tổng điểm chỉ trong [0; 100]; mend the band of the grade / sửa khoảng điểm của mức này",
        ],
    );
    spares("grade_out_of_reach", grades(&[("top", "[100;…)"), ("rest", "(…;100)")]));
    let order = [("passed", "[50;…)"), ("good", "[80;…)"), ("rest", "(…;50)")];
    finds(
        "grade_shadowed",
        grades(&order),
        &[
            "warning at grading.grades[1].bands: `good` is never given: better grades take all its totals / không ai được xếp mức `good`: các mức cao hơn đã bao trùm khoảng điểm của mức này; order the grades from the best, or mend the bands / sắp lại thứ tự các mức, hoặc sửa khoảng điểm",
        ],
    );
    spares("grade_shadowed", grades(&[order[1], order[0], order[2]]));
    spares("grade_out_of_reach", |parts| {
        grades(&[("passed", "[0;…)"), ("disqualified", "(…;0)")])(parts);
        parts.facts = vec![fact("fraud", Unanswered::Missing)];
        let (fact, grade) = ("fraud".parse().unwrap(), Some("disqualified".parse().unwrap()));
        parts.disqualifiers = vec![Disqualifier { fact, grade }];
    });
}

#[test]
fn bands_of_grades_that_end_where_no_total_is_are_found() {
    let ninety = |parts: &mut RulebookParts| {
        grades(&[("good", "[80;100]"), ("rest", "[0;80)")])(parts);
        with(criterion("1", "90", judged("0.5")))(parts);
    };
    finds(
        "end_beyond_totals",
        ninety,
        &[
            "note at grading.grades[0].bands: the band of `good` ends at 100, where no total is: they are within [0; 90] / khoảng của mức `good` kết thúc ở 100, nơi không thể có tổng điểm nào: chỉ trong [0; 90]; check that the scale and the grades count to the same number / kiểm tra thang điểm và khoảng xếp loại có cùng một thang không",
        ],
    );
    spares("end_beyond_totals", grades(&[("good", "[80;100]"), ("rest", "[0;80)")]));
}

#[test]
fn places_by_a_total_that_not_all_can_earn_are_found() {
    let by = |by: GradedBy, not_assigned: NotAssignedPolicy, combine: Combine| {
        move |parts: &mut RulebookParts| {
            let weighted = |id: &str, worth: &str| {
                let weight = (combine == Combine::WeightedMean {}).then(|| 1.into());
                Item::Criterion(Criterion { weight, ..criterion(id, worth, judged("1")) })
            };
            parts.scale = part("100", combine, vec![weighted("1", "60"), weighted("2", "40")]);
            parts.grading = Some(grading(by, vec![grade("good", &["[0;…)"])]));
            parts.not_assigned = not_assigned;
        }
    };
    let (percent, exclude) = (GradedBy::Percent, NotAssignedPolicy::Exclude);
    let code = "places_by_total";
    finds(
        code,
        by(percent, exclude, Combine::Sum {}),
        &[
            "warning at not_assigned: grades go by the percentage and places by the total: who is not asked everything can earn as little as 40 points instead of 100, and can rank behind though its percentage is higher / xếp loại theo phần trăm nhưng xếp hạng theo tổng điểm: đối tượng không được giao đủ tiêu chí chỉ có thể đạt từ 40 điểm thay vì 100 điểm, nên có thể xếp hạng sau dù phần trăm cao hơn; scale the rest up to all the points, so that totals can be compared / quy đổi phần còn lại lên đủ điểm, để tổng điểm so sánh được với nhau",
        ],
    );
    let unranked = |parts: &mut RulebookParts| {
        by(percent, exclude, Combine::Best { count: 2 })(parts);
        parts.tie_breaks.clear();
    };
    let notes = said(&rulebook(unranked), code);
    assert!(notes.iter().all(|note| note.starts_with("note at not_assigned: ")), "{notes:?}");
    assert!(notes.iter().all(|note| note.contains("50 points instead of 100")), "{notes:?}");
    assert_eq!(notes.len(), 1);
    spares(code, by(GradedBy::Total, exclude, Combine::Sum {}));
    spares(code, by(percent, NotAssignedPolicy::Zero, Combine::Sum {}));
    spares(code, by(percent, NotAssignedPolicy::RescaleGroup, Combine::Sum {}));
    spares(code, by(percent, NotAssignedPolicy::RescaleScale, Combine::Sum {}));
    for combine in [Combine::WeightedMean {}, Combine::Least {}, Combine::Best { count: 1 }] {
        spares(code, by(percent, exclude, combine));
    }
}

#[test]
fn facts_that_do_nothing_or_are_taken_for_a_no_are_found() {
    let limited = |at_most: &'static str, unanswered: Unanswered| {
        move |parts: &mut RulebookParts| {
            grades(&[("good", "[80;…)"), ("rest", "(…;80)")])(parts);
            parts.facts = vec![fact("reprimand", unanswered)];
            let (fact, at_most) = ("reprimand".parse().unwrap(), at_most.parse().unwrap());
            parts.grading.as_mut().unwrap().caps = vec![GradeCap { fact, at_most }];
        }
    };
    finds(
        "idle_grade_cap",
        limited("good", Unanswered::Missing),
        &[
            "warning at grading.caps[0].at_most: the grade is limited to `good`, which is the best: nothing is lowered / hạ bậc xuống tối đa `good`, vốn là mức cao nhất, nên không có tác dụng; limit it to a lower grade, or leave the cap out / chọn mức thấp hơn, hoặc bỏ trường hợp hạ bậc",
        ],
    );
    spares("idle_grade_cap", limited("rest", Unanswered::Missing));
    finds(
        "silence_means_no",
        limited("rest", Unanswered::No),
        &[
            "note at facts[0].answer: no answer to `reprimand` is taken for a no / không có trả lời về `reprimand` thì được coi là không; if it must be confirmed for each, let silence be a missing answer / nếu phải xác nhận cho từng đối tượng, coi không trả lời là còn thiếu",
        ],
    );
    spares("silence_means_no", limited("rest", Unanswered::Missing));
    finds(
        "idle_fact",
        |parts| parts.facts = vec![fact("visited", Unanswered::Missing)],
        &[
            "warning at facts[0]: `visited` is asked, and no disqualifier, grade or grade cap looks at it / hỏi `visited` nhưng không có loại trừ, mức xếp loại hay hạ bậc nào xét đến; use the fact, or leave it out / dùng sự việc này, hoặc bỏ",
        ],
    );
    spares("idle_fact", limited("rest", Unanswered::Missing));
    spares("idle_fact", |parts| {
        parts.facts = vec![fact("exceeded", Unanswered::No)];
        grades(&[("good", "[80;…)"), ("rest", "(…;…)")])(parts);
        let holds = Requirement::FactHolds { fact: "exceeded".parse().unwrap() };
        parts.grading.as_mut().unwrap().grades[0].requires = vec![holds];
    });
    let disqualified = |grade: Option<&'static str>| {
        move |parts: &mut RulebookParts| {
            grades(&[("good", "[80;…)"), ("rest", "(…;80)")])(parts);
            parts.facts = vec![fact("fraud", Unanswered::Missing)];
            let (fact, grade) = ("fraud".parse().unwrap(), grade.map(|id| id.parse().unwrap()));
            parts.disqualifiers = vec![Disqualifier { fact, grade }];
        }
    };
    finds(
        "disqualified_ungraded",
        disqualified(None),
        &[
            "warning at disqualifiers[0]: who is disqualified by `fraud` has no grade / đối tượng bị loại trừ vì `fraud` không được xếp mức nào; unless it is meant, state the grade that is left / nếu không chủ ý, ghi mức xếp loại dành cho đối tượng bị loại trừ",
        ],
    );
    spares("disqualified_ungraded", disqualified(Some("rest")));
}

#[test]
fn tie_breaks_are_looked_at() {
    let id = || "1".parse().unwrap();
    let steps = |steps: Vec<TieBreak>| move |parts: &mut RulebookParts| parts.tie_breaks = steps;
    finds(
        "tie_may_stay",
        steps(vec![TieBreak::Share { criterion: id() }]),
        &[
            "warning at tie_breaks: the list ends without a ballot, lots or an authority: a tie may stay / danh sách phân định không kết thúc bằng bỏ phiếu, bốc thăm hoặc quyết định của cấp có thẩm quyền: đồng hạng có thể vẫn còn; end it with a ballot, with lots or with the authority / thêm bước cuối: bỏ phiếu, bốc thăm hoặc cấp có thẩm quyền quyết định",
        ],
    );
    spares("tie_may_stay", steps(vec![TieBreak::Authority {}]));
    spares("tie_may_stay", steps(vec![TieBreak::Lots {}]));
    let twice = TieBreak::Share { criterion: id() };
    finds(
        "repeated_step",
        steps(vec![twice.clone(), twice, TieBreak::Ballot {}]),
        &[
            "warning at tie_breaks[1]: the step looks at `1` as an earlier one did, and decides nothing new / bước này xét lại `1` như một bước trước nên không phân định thêm được gì; leave the step out, or choose something else to look at / bỏ bước này, hoặc chọn nội dung khác để xét",
        ],
    );
    let both = vec![TieBreak::Share { criterion: id() }, TieBreak::Figure { criterion: id() }];
    spares("repeated_step", steps(both.clone()));
    let counted = |steps: Vec<TieBreak>| {
        move |parts: &mut RulebookParts| {
            only(proportional(100))(parts);
            parts.tie_breaks = steps;
        }
    };
    finds(
        "count_favours_large",
        counted(both),
        &[
            "note at tie_breaks[1]: the number of `1` favours large units / phân định theo số lượng của `1` có lợi cho đơn vị lớn; unless it is meant, compare the share / nếu không chủ ý, phân định theo tỷ lệ",
        ],
    );
    spares("count_favours_large", counted(vec![TieBreak::Share { criterion: id() }]));
    let recorded = |step: TieBreak| {
        move |parts: &mut RulebookParts| {
            parts.scale = scale("0", vec![item("1", "0", Formula::Recorded {})]);
            parts.tie_breaks = vec![step, TieBreak::Ballot {}];
        }
    };
    finds(
        "no_points_to_compare",
        recorded(TieBreak::Points { criterion: id() }),
        &[
            "warning at tie_breaks[0]: the step compares points of `1`, which is worth none / bước này so điểm của `1` nhưng tiêu chí này không có điểm; compare the number, or whether it is met / xét theo số lượng hoặc theo đạt hay không đạt",
        ],
    );
    spares("no_points_to_compare", recorded(TieBreak::Figure { criterion: id() }));
    let rounded = |formula: Formula| {
        move |parts: &mut RulebookParts| {
            only(formula)(parts);
            parts.rounding = RoundingRule::PerItem { rounding: rounding("0.5") };
            parts.tie_breaks = vec![TieBreak::Points { criterion: id() }, TieBreak::Ballot {}];
        }
    };
    finds(
        "rounded_step",
        rounded(proportional(100)),
        &[
            "note at tie_breaks[0]: the points of `1` are rounded to 0.5 before they break a tie / điểm của `1` đã làm tròn đến 0,5 trước khi dùng để phân định; compare the share or the number that was reported / phân định theo tỷ lệ hoặc số lượng đã báo cáo",
        ],
    );
    spares("rounded_step", rounded(judged("0.5")));
}

/// A scale of that criterion, whose ties that step breaks.
fn broken_by(
    formula: Formula,
    step: fn(CriterionId) -> TieBreak,
) -> impl FnOnce(&mut RulebookParts) {
    move |parts| {
        let points = if formula == (Formula::Recorded {}) { "0" } else { "20" };
        with(criterion("1", points, formula))(parts);
        parts.tie_breaks = vec![step("1".parse().unwrap()), TieBreak::Ballot {}];
    }
}

const FIGURE: fn(CriterionId) -> TieBreak = |criterion| TieBreak::Figure { criterion };
const SHARE: fn(CriterionId) -> TieBreak = |criterion| TieBreak::Share { criterion };
const EARLIER: fn(CriterionId) -> TieBreak = |criterion| TieBreak::Earlier { criterion };
const MET: fn(CriterionId) -> TieBreak = |criterion| TieBreak::Met { criterion };

#[test]
fn steps_that_see_nothing_are_found() {
    let late = Formula::Lateness { due: "2025-12-01".parse().unwrap(), each_day: points("1") };
    let no_number = "warning at tie_breaks[0]: the step compares the number of `1`, which reports none, and decides nothing / bước này so số lượng của `1` nhưng tiêu chí này không báo cáo số lượng nên không phân định được gì; compare the points, or whether it is met / xét theo điểm, hoặc theo đạt hay không đạt";
    for formula in [Formula::Met {}, judged("0.5"), late.clone()] {
        finds("no_number_to_compare", broken_by(formula.clone(), FIGURE), &[no_number]);
        spares("count_favours_large", broken_by(formula, FIGURE));
    }
    let no_share = "warning at tie_breaks[0]: the step compares the share of `1`, which reports none, and decides nothing / bước này so tỷ lệ của `1` nhưng tiêu chí này không báo cáo tỷ lệ nên không phân định được gì; compare the points, or the number if it reports one / xét theo điểm, hoặc theo số lượng nếu tiêu chí có báo cáo";
    let each = Formula::PerItem { each: points("1") };
    let mean = |mean| Formula::GroupMean { mean };
    for formula in [Formula::Met {}, late, each.clone(), mean(MeanOf::Numbers)] {
        finds("no_share_to_compare", broken_by(formula, SHARE), &[no_share]);
    }
    let list = Formula::Checklist { of: 4, pass_mark: 3 };
    for formula in [proportional(100), list, mean(MeanOf::Shares)] {
        spares("no_share_to_compare", broken_by(formula.clone(), SHARE));
        spares("no_number_to_compare", broken_by(formula, FIGURE));
    }
    spares("no_number_to_compare", broken_by(each, FIGURE));
}

#[test]
fn steps_that_see_no_day_are_found() {
    let no_day = "warning at tie_breaks[0]: the step compares the day of `1`, which reports none, and decides nothing / bước này so ngày nộp của `1` nhưng tiêu chí này không báo cáo ngày nộp nên không phân định được gì; compare the points, or choose a criterion of lateness / xét theo điểm, hoặc chọn tiêu chí tính điểm theo hạn nộp";
    for formula in [Formula::Met {}, proportional(100), Formula::Recorded {}] {
        finds("no_day_to_compare", broken_by(formula, EARLIER), &[no_day]);
    }
    let late = Formula::Lateness { due: "2025-12-01".parse().unwrap(), each_day: points("1") };
    spares("no_day_to_compare", broken_by(late.clone(), EARLIER));
    let taken = |parts: &mut RulebookParts| {
        parts.deductions = Some(scale("3", vec![item("late", "3", late)]));
        let step = TieBreak::Earlier { criterion: "late".parse().unwrap() };
        parts.tie_breaks = vec![step, TieBreak::Ballot {}];
    };
    spares("more_taken_ahead", taken);
}

#[test]
fn steps_that_compare_deductions_need_some() {
    let none = "warning at tie_breaks[0]: the step compares what is deducted, which is nothing, and decides nothing / bước này so tổng điểm trừ nhưng bảng tiêu chí không có điểm trừ nên không phân định được gì; leave the step out, or compare the points of a criterion or a group / bỏ bước này, hoặc xét theo điểm của một tiêu chí hay một nhóm";
    let fewer = |times: usize, taken: Option<Part>| {
        move |parts: &mut RulebookParts| {
            let steps = std::iter::repeat_n(TieBreak::FewerDeductions {}, times);
            parts.tie_breaks = steps.chain([TieBreak::Ballot {}]).collect();
            parts.deductions = taken;
        }
    };
    let taken = || Some(scale("3", vec![met("late", "3")]));
    finds("no_deductions_to_compare", fewer(1, None), &[none]);
    spares("no_deductions_to_compare", fewer(1, taken()));
    let twice = "warning at tie_breaks[1]: the step looks at the deductions as an earlier one did, and decides nothing new / bước này xét lại tổng điểm trừ như một bước trước nên không phân định thêm được gì; leave the step out, or choose something else to look at / bỏ bước này, hoặc chọn nội dung khác để xét";
    finds("repeated_step", fewer(2, taken()), &[twice]);
    spares("repeated_step", fewer(1, taken()));
}

/// Two groups, one in the other, of one criterion of that formula, whose points break ties.
fn grouped(
    by: &[&str],
    worth: &str,
    formula: Formula,
    rounding: RoundingRule,
) -> impl FnOnce(&mut RulebookParts) {
    let step = |id: &&str| TieBreak::GroupPoints { group: id.parse().unwrap() };
    let steps: Vec<_> = by.iter().map(step).chain([TieBreak::Ballot {}]).collect();
    move |parts| {
        let sum = Combine::Sum {};
        let inner = group("inner", worth, sum, vec![item("own", worth, formula)]);
        let outer = group("outer", worth, sum, vec![inner]);
        parts.scale = scale("20", vec![outer, judged_rest(worth)]);
        (parts.tie_breaks, parts.rounding) = (steps, rounding);
    }
}

/// What is left of 20 points, judged in halves.
fn judged_rest(worth: &str) -> Item {
    let rest = if worth == "0" { "20" } else { "10" };
    item("rest", rest, judged("0.5"))
}

#[test]
fn steps_that_compare_groups_are_looked_at() {
    let never = RoundingRule::Never {};
    let none = "warning at tie_breaks[0]: the step compares points of group `outer`, which is worth none / bước này so điểm của nhóm `outer` nhưng nhóm này không có điểm; compare the number of one of its criteria / xét theo số lượng của một tiêu chí trong nhóm";
    let code = "no_group_points_to_compare";
    finds(code, grouped(&["outer"], "0", Formula::Recorded {}, never), &[none]);
    spares(code, grouped(&["outer"], "10", proportional(100), never));
    let twice = "warning at tie_breaks[1]: the step looks at group `inner` as an earlier one did, and decides nothing new / bước này xét lại nhóm `inner` như một bước trước nên không phân định thêm được gì; leave the step out, or choose something else to look at / bỏ bước này, hoặc chọn nội dung khác để xét";
    let code = "repeated_step";
    finds(code, grouped(&["inner", "inner"], "10", proportional(100), never), &[twice]);
    spares(code, grouped(&["outer", "inner"], "10", proportional(100), never));
}

#[test]
fn steps_that_compare_rounded_groups_are_found() {
    let rounded = |id: &str| {
        format!(
            "note at tie_breaks[0]: points in group `{id}` are rounded to 0.5 before they break a tie / điểm trong nhóm `{id}` đã làm tròn đến 0,5 trước khi dùng để phân định; round only what is shown, or once, on the total / chỉ làm tròn khi trình bày, hoặc làm tròn một lần ở tổng điểm"
        )
    };
    let code = "rounded_group_step";
    let items = RoundingRule::PerItem { rounding: rounding("0.5") };
    let groups = RoundingRule::PerGroup { rounding: rounding("0.5") };
    let total = RoundingRule::OnTotal { rounding: rounding("0.5") };
    for id in ["outer", "inner"] {
        finds(code, grouped(&[id], "10", proportional(100), items), &[&rounded(id)]);
        spares(code, grouped(&[id], "10", judged("0.5"), items));
        spares(code, grouped(&[id], "10", proportional(100), total));
    }
    finds(code, grouped(&["outer"], "10", proportional(100), groups), &[&rounded("outer")]);
    spares(code, grouped(&["outer"], "10", judged("0.5"), groups));
    // What is in a group of the top is added up before it is rounded.
    spares(code, grouped(&["inner"], "10", proportional(100), groups));
}

/// The same, whose criteria are compared in pairs.
fn paired(
    worth: &str,
    formula: Formula,
    rounding: RoundingRule,
) -> impl FnOnce(&mut RulebookParts) {
    let change = grouped(&[], worth, formula, rounding);
    move |parts| {
        change(parts);
        let group = Some("outer".parse().unwrap());
        parts.tie_breaks = vec![TieBreak::HeadToHead { group }, TieBreak::Ballot {}];
    }
}

#[test]
fn pairs_look_at_criteria_of_a_group() {
    let never = RoundingRule::Never {};
    let items = RoundingRule::PerItem { rounding: rounding("0.5") };
    let groups = RoundingRule::PerGroup { rounding: rounding("0.5") };
    let none = "warning at tie_breaks[0]: the step compares points of group `outer`, which is worth none / bước này so điểm của nhóm `outer` nhưng nhóm này không có điểm; compare the number of one of its criteria / xét theo số lượng của một tiêu chí trong nhóm";
    finds("no_group_points_to_compare", paired("0", Formula::Recorded {}, never), &[none]);
    let rounded = "note at tie_breaks[0]: points in group `outer` are rounded to 0.5 before they break a tie / điểm trong nhóm `outer` đã làm tròn đến 0,5 trước khi dùng để phân định; round only what is shown, or once, on the total / chỉ làm tròn khi trình bày, hoặc làm tròn một lần ở tổng điểm";
    finds("rounded_group_step", paired("10", proportional(100), items), &[rounded]);
    spares("rounded_group_step", paired("10", proportional(100), groups));
    let twice = |parts: &mut RulebookParts| {
        let step = TieBreak::HeadToHead { group: None };
        parts.tie_breaks = vec![step.clone(), step, TieBreak::Ballot {}];
    };
    let again = "warning at tie_breaks[1]: the step looks at pairs head to head as an earlier one did, and decides nothing new / bước này xét lại đối đầu từng cặp như một bước trước nên không phân định thêm được gì; leave the step out, or choose something else to look at / bỏ bước này, hoặc chọn nội dung khác để xét";
    finds("repeated_step", twice, &[again]);
}

#[test]
fn steps_that_nobody_meets_are_found() {
    let never = "warning at tie_breaks[0]: the step asks who meets `1` in full, which nobody can, and decides nothing / bước này xét ai đạt trọn `1` nhưng không ai có thể đạt trọn nên không phân định được gì; compare the points, the number or the share / xét theo điểm, số lượng hoặc tỷ lệ";
    for formula in [Formula::Recorded {}, proportional(80)] {
        finds("never_met", broken_by(formula, MET), &[never]);
    }
    spares("never_met", broken_by(proportional(100), MET));
    spares("never_met", broken_by(Formula::Met {}, MET));
    let rounded_up = |parts: &mut RulebookParts| {
        broken_by(proportional(99), MET)(parts);
        parts.rounding = RoundingRule::PerItem { rounding: rounding("1") };
    };
    spares("never_met", rounded_up);
    let before = |parts: &mut RulebookParts| {
        broken_by(proportional(80), MET)(parts);
        let Item::Criterion(own) = &mut parts.scale.items[0] else { return };
        let (id, title) = ("before".parse().unwrap(), text("Đã đạt", "Achieved"));
        own.conditions = vec![Condition::AchievedBefore { id, title }];
    };
    spares("never_met", before);
}

#[test]
fn steps_that_put_ahead_who_has_more_taken_are_found() {
    let taken = |formula: Formula, step: fn(CriterionId) -> TieBreak| {
        move |parts: &mut RulebookParts| {
            parts.deductions = Some(scale("3", vec![item("late", "3", formula)]));
            parts.tie_breaks = vec![step("late".parse().unwrap()), TieBreak::Ballot {}];
        }
    };
    let more = "grave at tie_breaks[0]: `late` is a deduction, and the step puts more ahead: who has more taken stands ahead / `late` thuộc phần điểm trừ, mà bước này xếp số lớn hơn lên trước: ai bị trừ nhiều hơn lại đứng trước; compare the points: who has less taken stands ahead / xét theo điểm: bị trừ ít hơn thì xếp trước";
    let code = "more_taken_ahead";
    let each = Formula::PerItem { each: points("1") };
    finds(code, taken(each.clone(), FIGURE), &[more]);
    spares("count_favours_large", taken(each.clone(), FIGURE));
    finds(code, taken(proportional(100), SHARE), &[more]);
    finds(code, taken(Formula::Met {}, MET), &[more]);
    finds(code, taken(numbers(&[("(0;5)", "3"), ("[5;…)", "1")]), FIGURE), &[more]);
    finds(code, taken(numbers(&[("[0;5)", "1"), ("[5;…)", "3")]), FIGURE), &[more]);
    spares(code, taken(each.clone(), |criterion| TieBreak::Points { criterion }));
    // More is better there, and who has less taken stands ahead.
    spares(code, taken(shortfall(80, "1", "0.5", Steps::Whole), SHARE));
    spares(code, taken(shares(&[("[0;50)", "3"), ("[50;…)", "1")]), SHARE));
    finds(code, taken(shortfall(80, "1", "0.5", Steps::Whole), MET), &[more]);
    spares(code, broken_by(each, FIGURE));
    // What sees nothing puts nobody ahead.
    spares(code, taken(Formula::Met {}, FIGURE));
    spares(code, taken(proportional(80), MET));
}

#[test]
fn the_most_that_can_be_earned_is_exact() {
    let most = |items: Vec<Item>, combine: Combine| {
        let small = rulebook(|parts| parts.scale = part("12", combine, items));
        let reach = attainable::of_part(small.parts(), crate::PartKind::Scale, None);
        (reach.most.to_string(), reach.step.map(|step| step.to_string()))
    };
    let third = || item("2", "3", shares(&[("[0;50)", "1"), ("[50;…)", "2")]));
    let weighed = |item: Item, weight: u32| match item {
        Item::Criterion(mut own) => {
            own.weight = Some(weight.into());
            Item::Criterion(own)
        }
        Item::Group(_) => panic!("a criterion"),
    };
    let halves = |step: &str| Some(step.to_owned());
    assert_eq!(most(vec![met("1", "9"), third()], Combine::Sum {}), ("11".into(), halves("1")));
    assert_eq!(
        most(vec![met("1", "11"), third()], Combine::SumUpTo {}),
        ("12".into(), halves("1"))
    );
    assert_eq!(most(vec![met("1", "9"), third()], Combine::Least {}), ("8".into(), halves("4")));
    assert_eq!(
        most(vec![met("1", "9"), third()], Combine::Best { count: 2 }),
        ("10".into(), halves("2"))
    );
    let mean = vec![weighed(met("1", "9"), 1), weighed(third(), 2)];
    assert_eq!(most(mean, Combine::WeightedMean {}), ("28/3".into(), halves("4/3")));
    let nested = vec![
        group("g", "9", Combine::Sum {}, vec![met("1", "9")]),
        item("2", "3", proportional(50)),
    ];
    assert_eq!(most(nested, Combine::Sum {}), ("21/2".replace("21/2", "10.5"), None));
}

/// Bands of grades between whole and half totals, some open, in random order.
fn bands() -> impl Strategy<Value = Vec<(Option<u32>, Option<u32>, bool, bool)>> {
    let end = || prop::option::weighted(0.8, 0_u32..12);
    prop::collection::vec((end(), end(), any::<bool>(), any::<bool>()), 1..4)
}

/// The findings about totals without a grade.
fn ungraded(rulebook: &Rulebook) -> Vec<crate::Range> {
    let of = |code| match code {
        LintCode::Grading(
            GradingLint::UngradedTotals { totals, .. } | GradingLint::BelowGrades { totals, .. },
        ) => Some(totals),
        _ => None,
    };
    rulebook.lint().into_iter().filter_map(|finding| of(finding.code)).collect()
}

proptest! {
    /// Law: a total that there can be is in a reported gap exactly if no band of a
    /// grade has it.
    #[test]
    fn gaps_between_grades_are_real(
        bands in bands(),
        worths in prop::collection::vec(prop::sample::select(vec!["1", "2", "2.5", "3"]), 1..4),
        taken in prop::option::of(prop::sample::select(vec!["1", "1.5"])),
    ) {
        let mut graded = parts();
        let items: Vec<Item> = worths.iter().enumerate().map(|(n, worth)| met(&n.to_string(), worth)).collect();
        let sum = Points::checked_sum(items.iter().map(Item::points)).unwrap();
        graded.scale = scale(&sum.to_string(), items);
        graded.deductions = taken.map(|taken| scale(taken, vec![met("taken", taken)]));
        let interval = |(low, high, low_in, high_in): &(Option<u32>, Option<u32>, bool, bool)| {
            let bound = |at: &Option<u32>, included| at.map(|at| crate::Bound { at: at.into(), included });
            crate::Interval { low: bound(low, *low_in), high: bound(high, *high_in) }
        };
        let grade = |(n, band): (usize, _)| {
            let mut grade = grade(&format!("g-{n}"), &["(…;…)"]);
            grade.bands[0].within = interval(band);
            grade
        };
        let grades = bands.iter().enumerate().map(grade).collect();
        graded.grading = Some(grading(GradedBy::Total, grades));
        let Ok(rulebook) = Rulebook::try_new(graded) else { return Ok(()) };
        let gaps = ungraded(&rulebook);
        let sums = worths.iter().map(|worth| points(worth)).chain(taken.map(|taken| {
            Points::from_millionths(-points(taken).millionths()).unwrap()
        }));
        let totals = sums.fold(vec![Points::ZERO], |totals, worth| {
            let more = totals.iter().map(|total| total.checked_add(worth).unwrap()).collect::<Vec<_>>();
            [totals, more].concat()
        });
        for total in totals.into_iter().map(Exact::from) {
            let grades = &rulebook.parts().grading.as_ref().unwrap().grades;
            let has_grade = grades.iter().any(|grade| grade.bands[0].within.contains(&total));
            prop_assert_eq!(gaps.iter().any(|gap| gap.contains(&total)), !has_grade, "{}", total);
        }
    }
}
