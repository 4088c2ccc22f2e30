//! What lint says of groups, kinds, limits and rounding.

use super::*;

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
