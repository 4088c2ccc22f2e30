//! What lint says of grades and facts.

use super::*;

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
