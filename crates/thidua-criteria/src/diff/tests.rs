//! Each change that two editions can show, in words, and laws.

use proptest::prelude::*;

use thidua_values::{Coded, Period};

use super::*;
use crate::samples::{
    self, criterion, fact, grade, grading, group, judged, met, points, scale, text,
};
use crate::{
    Combine, Disqualifier, Figures, Formula, GradeCap, GradedBy, MissingPolicy, NotAssignedPolicy,
    PartKind, RoundingRule, TieBreak, TotalLimits, Unanswered, strategies,
};

mod laws;

/// A rulebook that has something of everything.
fn full(parts: &mut RulebookParts) {
    let mut first = criterion("a", "5", Formula::Met {});
    let gate =
        |id: &str| Condition::Gate { id: id.parse().unwrap(), title: text("Cửa", "A gate") };
    first.conditions = vec![gate("plan"), gate("proof")];
    let items = vec![Item::Criterion(first), met("b", "5")];
    parts.kinds = vec!["area".parse().unwrap(), "household".parse().unwrap()];
    parts.scale = scale("20", vec![group("g", "10", Combine::Sum {}, items), met("c", "10")]);
    parts.bonus = Some(scale("2", vec![met("d", "2")]));
    parts.facts = vec![fact("fraud", Unanswered::No), fact("warned", Unanswered::No)];
    parts.grading = Some(grading(
        GradedBy::Total,
        vec![grade("good", &["[10;…)"]), grade("rest", &["(…;10)"])],
    ));
}

/// The one criterion of that id.
fn of<'p>(items: &'p mut [Item], id: &str) -> &'p mut Criterion {
    fn find<'p>(items: &'p mut [Item], id: &str) -> Option<&'p mut Criterion> {
        items.iter_mut().find_map(|item| match item {
            Item::Group(group) => find(&mut group.items, id),
            Item::Criterion(own) => (own.id.as_str() == id).then_some(own),
        })
    }
    find(items, id).unwrap()
}

fn group_of(parts: &mut RulebookParts) -> &mut Group {
    match &mut parts.scale.items[0] {
        Item::Group(group) => group,
        Item::Criterion(_) => panic!("the first item is a group"),
    }
}

#[track_caller]
fn check(change: impl FnOnce(&mut RulebookParts), expected: &[(&str, &str)]) {
    let before = samples::rulebook(full);
    let after = samples::rulebook(|parts| {
        full(parts);
        change(parts);
    });
    let words = diff(&before, &after).into_iter().map(|difference| difference.words());
    let words: Vec<_> = words.map(|words| (words.en, words.vi)).collect();
    let words: Vec<_> = words.iter().map(|(en, vi)| (en.as_str(), vi.as_str())).collect();
    assert_eq!(words, expected);
}

#[test]
fn what_is_added_or_removed_is_named() {
    check(
        |parts| parts.bonus = None,
        &[
            ("the bonus: removed", "điểm cộng: bị bỏ"),
            ("criterion `d`: removed", "tiêu chí `d`: bị bỏ"),
        ],
    );
    check(
        |parts| {
            parts.deductions = Some(scale("1", vec![met("late", "1")]));
            parts.facts.push(fact("new", Unanswered::Missing));
        },
        &[
            ("the deductions: added", "điểm trừ: được bổ sung"),
            ("criterion `late`: added", "tiêu chí `late`: được bổ sung"),
            ("fact `new`: added", "sự việc `new`: được bổ sung"),
        ],
    );
    check(
        |parts| parts.grading = None,
        &[
            (
                "the rulebook: the base of the grades changed",
                "bảng tiêu chí: thay đổi đại lượng dùng để xếp loại",
            ),
            ("grade `good`: removed", "mức xếp loại `good`: bị bỏ"),
            ("grade `rest`: removed", "mức xếp loại `rest`: bị bỏ"),
        ],
    );
    check(
        |parts| drop(of(&mut parts.scale.items, "a").conditions.remove(0)),
        &[("condition `plan`: removed", "điều kiện `plan`: bị bỏ")],
    );
}

#[test]
fn what_stands_elsewhere_is_moved() {
    check(
        |parts| {
            let moved = group_of(parts).items.remove(1);
            group_of(parts).points = points("5");
            parts.scale.items.push(moved);
        },
        &[
            (
                "group `g`: the points changed from 10 to 5",
                "nhóm `g`: điểm tối đa đổi từ 10 thành 5",
            ),
            (
                "criterion `b`: its place changed from group `g` to the scale",
                "tiêu chí `b`: vị trí đổi từ nhóm `g` thành thang điểm",
            ),
        ],
    );
    check(
        |parts| parts.scale.items.reverse(),
        &[("the scale: the order changed", "thang điểm: thay đổi thứ tự")],
    );
    check(
        |parts| of(&mut parts.scale.items, "a").conditions.reverse(),
        &[("criterion `a`: the order changed", "tiêu chí `a`: thay đổi thứ tự")],
    );
    check(
        |parts| parts.facts.reverse(),
        &[("the rulebook: the order changed", "bảng tiêu chí: thay đổi thứ tự")],
    );
    check(
        |parts| {
            let gate = of(&mut parts.scale.items, "a").conditions.remove(0);
            of(&mut parts.scale.items, "b").conditions.push(gate);
        },
        &[(
            "condition `plan`: its place changed from criterion `a` to criterion `b`",
            "điều kiện `plan`: vị trí đổi từ tiêu chí `a` thành tiêu chí `b`",
        )],
    );
}

#[test]
fn what_changed_in_the_rulebook_is_named() {
    check(
        |parts| {
            parts.id = "other".parse().unwrap();
            parts.title = text("Bảng khác", "Another table");
            parts.basis = thidua_values::Basis::Published { source: "a paper".parse().unwrap() };
            let (from, until) = ("2026-01-01".parse().unwrap(), "2027-01-01".parse().unwrap());
            parts.during = Period::try_new(from, Some(until)).unwrap();
            parts.replaces = vec![crate::RulebookEdition {
                rulebook: "old".parse().unwrap(),
                edition: "2020-01-01".parse().unwrap(),
            }];
            parts.kinds = Vec::new();
            parts.readings = vec![crate::Reading {
                of: "5.2".parse().unwrap(),
                printed: "90-95".parse().unwrap(),
                taken_as: text("đến dưới 95", "below 95"),
            }];
        },
        &[
            ("the rulebook: the basis changed", "bảng tiêu chí: thay đổi căn cứ"),
            (
                "the rulebook: the period in force changed from 2025-01-01 on to 2026-01-01 until, not including, 2027-01-01",
                "bảng tiêu chí: thời gian hiệu lực đổi từ 2025-01-01 trở đi thành 2026-01-01 đến trước 2027-01-01",
            ),
            (
                "the rulebook: the id changed from small to other",
                "bảng tiêu chí: mã định danh đổi từ small thành other",
            ),
            (
                "the rulebook: the kinds of subject changed from `area`, `household` to all",
                "bảng tiêu chí: đối tượng áp dụng đổi từ `area`, `household` thành mọi đối tượng",
            ),
            (
                "the rulebook: the readings of doubtful print changed",
                "bảng tiêu chí: thay đổi cách hiểu chỗ chưa rõ",
            ),
            (
                "the rulebook: the list of what it replaces changed",
                "bảng tiêu chí: thay đổi các phiên bản được thay thế",
            ),
            (
                "the rulebook: the title changed from “A small table” to “Another table”",
                "bảng tiêu chí: tên đổi từ “Bảng nhỏ” thành “Bảng khác”",
            ),
        ],
    );
    check(
        |parts| {
            parts.total = TotalLimits { at_least: None, at_most: Some(points("20")) };
            let mode = thidua_values::RoundingMode::HalfUp;
            let rounding = thidua_values::Rounding { mode, step: "0.1".parse().unwrap() };
            parts.rounding = RoundingRule::OnTotal { rounding };
            parts.missing = MissingPolicy::CountAsWorst {};
            parts.not_assigned = NotAssignedPolicy::Exclude;
            let (fact, grade) = ("fraud".parse().unwrap(), None);
            parts.disqualifiers = vec![Disqualifier { fact, grade }];
            let own = parts.grading.as_mut().unwrap();
            own.by = GradedBy::Percent;
            let (fact, at_most) = ("warned".parse().unwrap(), "rest".parse().unwrap());
            own.caps = vec![GradeCap { fact, at_most }];
            parts.tie_breaks = vec![TieBreak::Authority {}];
        },
        &[
            (
                "the rulebook: the list of disqualifiers changed",
                "bảng tiêu chí: thay đổi các tiêu chí loại trừ",
            ),
            (
                "the rulebook: the list of grade caps changed",
                "bảng tiêu chí: thay đổi các trường hợp hạ bậc",
            ),
            (
                "the rulebook: the base of the grades changed",
                "bảng tiêu chí: thay đổi đại lượng dùng để xếp loại",
            ),
            (
                "the rulebook: the handling of missing evidence changed",
                "bảng tiêu chí: thay đổi cách xử lý khi thiếu số liệu",
            ),
            (
                "the rulebook: the handling of what is not assigned changed",
                "bảng tiêu chí: thay đổi cách tính tiêu chí không được giao",
            ),
            ("the rulebook: the rounding changed", "bảng tiêu chí: thay đổi quy tắc làm tròn"),
            (
                "the rulebook: the list of tie-breaks changed",
                "bảng tiêu chí: thay đổi các bước phân định đồng hạng",
            ),
            (
                "the rulebook: the limits of the total changed",
                "bảng tiêu chí: thay đổi mức sàn, mức trần của tổng điểm",
            ),
        ],
    );
}

#[test]
fn what_changed_in_groups_and_parts_is_named() {
    check(
        |parts| {
            group_of(parts).combine = Combine::SumUpTo {};
            group_of(parts).minimum = Some(points("2.5"));
            group_of(parts).ordinal = "II".parse().unwrap();
            group_of(parts).title = text("Nhóm khác", "Another group");
            parts.bonus.as_mut().unwrap().points = points("1.5");
            parts.bonus.as_mut().unwrap().combine = Combine::SumUpTo {};
        },
        &[
            (
                "the bonus: the way its items combine changed",
                "điểm cộng: thay đổi cách tính điểm từ các mục",
            ),
            (
                "the bonus: the points changed from 2 to 1.5",
                "điểm cộng: điểm tối đa đổi từ 2 thành 1,5",
            ),
            (
                "group `g`: the way its items combine changed",
                "nhóm `g`: thay đổi cách tính điểm từ các mục",
            ),
            (
                "group `g`: the minimum changed from none to 2.5",
                "nhóm `g`: điểm tối thiểu đổi từ không quy định thành 2,5",
            ),
            (
                "group `g`: the ordinal changed from g to II",
                "nhóm `g`: số thứ tự đổi từ g thành II",
            ),
            (
                "group `g`: the title changed from “A group” to “Another group”",
                "nhóm `g`: tên đổi từ “Nhóm” thành “Nhóm khác”",
            ),
        ],
    );
}

#[test]
fn what_changed_in_criteria_and_grades_is_named() {
    check(
        |parts| {
            let own = of(&mut parts.scale.items, "c");
            own.formula = judged("0.5");
            own.figures = Figures::Decimal;
            own.only_for = vec!["area".parse().unwrap(), "household".parse().unwrap()];
            own.serves.pillar = "security".parse().unwrap();
            own.ordinal = "9".parse().unwrap();
            let gated = of(&mut parts.scale.items, "a");
            let (id, title) = ("plan".parse().unwrap(), text("Cửa", "A gate"));
            gated.conditions[0] = Condition::AchievedBefore { id, title };
            parts.facts[0] = fact("fraud", Unanswered::Missing);
            let grades = &mut parts.grading.as_mut().unwrap().grades;
            grades[0] = grade("good", &["[15;…)"]);
            grades[0].requires = vec![crate::Requirement::NoneAtZero {}];
        },
        &[
            (
                "criterion `c`: the kind of its figures changed",
                "tiêu chí `c`: thay đổi loại số liệu",
            ),
            ("criterion `c`: the formula changed", "tiêu chí `c`: thay đổi công thức"),
            (
                "criterion `c`: the kinds of subject changed from all to `area`, `household`",
                "tiêu chí `c`: đối tượng áp dụng đổi từ mọi đối tượng thành `area`, `household`",
            ),
            (
                "criterion `c`: the ordinal changed from c to 9",
                "tiêu chí `c`: số thứ tự đổi từ c thành 9",
            ),
            (
                "criterion `c`: the pillar it serves changed",
                "tiêu chí `c`: thay đổi nội dung phục vụ",
            ),
            ("condition `plan`: the condition changed", "điều kiện `plan`: thay đổi điều kiện"),
            (
                "fact `fraud`: the way it is answered changed",
                "sự việc `fraud`: thay đổi cách trả lời",
            ),
            ("grade `good`: the bands changed", "mức xếp loại `good`: thay đổi khoảng điểm"),
            (
                "grade `good`: the further requirements changed",
                "mức xếp loại `good`: thay đổi điều kiện kèm theo",
            ),
        ],
    );
    check(
        |parts| {
            let weighed = |item: &mut Item| match item {
                Item::Group(group) => group.weight = Some("1.5".parse().unwrap()),
                Item::Criterion(own) => own.weight = Some("2".parse().unwrap()),
            };
            parts.scale.combine = Combine::WeightedMean {};
            parts.scale.items.iter_mut().for_each(weighed);
        },
        &[
            (
                "the scale: the way its items combine changed",
                "thang điểm: thay đổi cách tính điểm từ các mục",
            ),
            (
                "group `g`: the weight changed from none to 1.5",
                "nhóm `g`: trọng số đổi từ không quy định thành 1,5",
            ),
            (
                "criterion `c`: the weight changed from none to 2",
                "tiêu chí `c`: trọng số đổi từ không quy định thành 2",
            ),
        ],
    );
}
