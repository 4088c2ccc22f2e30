//! What lint says of formulas: bands, maxima, conditions.

use super::*;

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
