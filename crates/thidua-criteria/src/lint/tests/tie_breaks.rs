//! What lint says of the steps that break ties.

use super::*;

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
