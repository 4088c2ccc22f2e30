//! Points, weights and rounding have to work out.

use super::*;

#[test]
fn points_add_up() {
    check(
        |parts| first_group(parts).points = points("25"),
        "scale.items[0].points: expected 20 points, the sum of its criteria, found 25",
    );
    check(
        |parts| parts.scale.points = points("25"),
        "scale.points: expected 20 points, the sum of its criteria, found 25",
    );
    check(
        |parts| {
            parts.deductions = Some(Part { points: points("5"), ..part(vec![another("late")]) });
        },
        "deductions.points: expected 20 points, the sum of its criteria, found 5",
    );
    check(
        |parts| {
            let mut second = another("burials");
            if let Item::Criterion(second) = &mut second {
                second.points = points("999999999999.999999");
            }
            first_group(parts).items.push(second);
        },
        "scale.items[0].points: expected a sum of its criteria below 10^12 points, found 20\n\
         scale.points: expected a sum of its criteria below 10^12 points, found 20",
    );
}

#[test]
fn points_add_up_for_each_kind_of_subject() {
    let only_for = |item: &mut Item, kind: &str| match item {
        Item::Criterion(criterion) => criterion.only_for = vec![kind.parse().unwrap()],
        Item::Group(group) => panic!("expected a criterion, found {}", group.id),
    };
    let alternatives = |parts: &mut RulebookParts, of_urban: &str| {
        let group = first_group(parts);
        group.items = vec![another("cremation"), another("burials")];
        only_for(&mut group.items[0], "rural");
        only_for(&mut group.items[1], "urban");
        if let Item::Criterion(second) = &mut group.items[1] {
            second.points = points(of_urban);
        }
    };
    let mut fitting = parts();
    alternatives(&mut fitting, "20");
    assert!(Rulebook::try_new(fitting).is_ok());
    check(
        |parts| alternatives(parts, "15"),
        "scale.items[0].points: expected 15 points, the sum of its criteria for `urban`, found 20\n\
         scale.points: expected 15 points, the sum of its criteria for `urban`, found 20",
    );
    check(
        |parts| {
            alternatives(parts, "15");
            parts.scale.points = points("35");
        },
        "scale.items[0].points: expected 15 points, the sum of its criteria for `urban`, found 20\n\
         scale.points: expected 20 points, the sum of its criteria for `rural`, found 35\n\
         scale.points: expected 15 points, the sum of its criteria for `urban`, found 35",
    );
}

#[test]
fn each_kind_of_subject_has_as_many_as_count_of_the_best() {
    let best = |count| {
        move |parts: &mut RulebookParts| {
            let group = first_group(parts);
            group.combine = Combine::Best { count };
            group.items = vec![another("cremation"), another("burials"), another("weddings")];
            if let Item::Criterion(second) = &mut group.items[1] {
                second.only_for = vec!["rural".parse().unwrap()];
            }
        }
    };
    let mut fitting = parts();
    best(2)(&mut fitting);
    assert!(Rulebook::try_new(fitting).is_ok());
    let expected = |items, kind: &str, found| {
        format!(
            "scale.items[0].combine.count: expected 1 to {items}, the number of items for `{kind}`, found {found}"
        )
    };
    check(best(3), &expected(2, "urban", 3));
    check(best(4), &[expected(3, "rural", 4), expected(2, "urban", 4)].join("\n"));
    let of_border = |parts: &mut RulebookParts| {
        parts.kinds.insert(0, "border".parse().unwrap());
        best(3)(parts);
    };
    // Border and urban are alike, and the first of them is named.
    check(of_border, &expected(2, "border", 3));
}

#[test]
fn a_bonus_may_be_for_one_kind_of_subject() {
    let mut fitting = parts();
    let mut bonus = cremation();
    bonus.id = "border-markers".parse().unwrap();
    bonus.only_for = vec!["rural".parse().unwrap()];
    fitting.bonus = Some(part(vec![Item::Criterion(bonus)]));
    assert!(Rulebook::try_new(fitting).is_ok());
}

#[test]
fn what_is_no_sum_works_on_shares() {
    let combined = |parts: &mut RulebookParts, combine| {
        let group = first_group(parts);
        group.combine = combine;
        group.items.push(another("burials"));
    };
    check(
        |parts| {
            combined(parts, Combine::SumUpTo {});
            first_group(parts).points = Points::ZERO;
            parts.scale.points = Points::ZERO;
        },
        "scale.items[0].points: expected points above 0, found 0",
    );
    check(
        |parts| {
            combined(parts, Combine::Least {});
            criterion(parts).points = Points::ZERO;
        },
        &format!("{AT}.points: expected points above 0, found 0, of which there is no share"),
    );
    for count in [0, 3] {
        let expected = format!(
            "scale.items[0].combine.count: expected 1 to 2, the number of items, found {count}"
        );
        check(|parts| combined(parts, Combine::Best { count }), &expected);
    }
    check(
        |parts| {
            parts.scale.combine = Combine::Best { count: 2 };
            parts.scale.points = points("-5");
        },
        "scale.combine.count: expected 1 to 1, the number of items, found 2\n\
         scale.points: expected points above 0, found -5",
    );
}

#[test]
fn weights_stand_in_weighted_means_only() {
    let weighted = |weight: Option<&str>| {
        let weight = weight.map(|weight| weight.parse().unwrap());
        move |parts: &mut RulebookParts| {
            first_group(parts).combine = Combine::WeightedMean {};
            criterion(parts).weight = weight;
        }
    };
    let at = format!("{AT}.weight");
    check(
        weighted(None),
        &format!("{at}: expected a weight, since the mean around it is weighted, found none"),
    );
    for weight in ["0", "-1.5"] {
        let expected = format!("{at}: expected a weight above 0, found {weight}");
        check(weighted(Some(weight)), &expected);
    }
    check(
        |parts| first_group(parts).weight = Some(2.into()),
        "scale.items[0].weight: expected no weight outside a weighted mean, found 2",
    );
}

#[test]
fn deductions_have_gates_only() {
    let mut late = cremation();
    late.id = "late".parse().unwrap();
    late.conditions = vec![gate("asked"), cap("5")];
    check(
        |parts| parts.deductions = Some(part(vec![Item::Criterion(late)])),
        "deductions.items[0].conditions[1]: expected no condition of a deduction but gates, found another",
    );
}

#[test]
fn rounding_steps_divide_what_they_round() {
    let multiple = |step: &str| {
        format!("expected points that are a multiple of the rounding step {step}, found")
    };
    check(
        |parts| parts.rounding = RoundingRule::PerItem { rounding: rounding("3") },
        &format!("{AT}.points: {} 20", multiple("3")),
    );
    check(
        |parts| {
            parts.rounding = RoundingRule::PerItem { rounding: rounding("0.5") };
            criterion(parts).conditions.push(cap("3.7"));
        },
        &format!("{AT}.conditions[0].at_most: {} 3.7", multiple("0.5")),
    );
    check(
        |parts| parts.rounding = RoundingRule::PerGroup { rounding: rounding("8") },
        &format!("scale.items[0].points: {} 20", multiple("8")),
    );
    check(
        |parts| {
            parts.rounding = RoundingRule::OnTotal { rounding: rounding("0.3") };
            parts.total = TotalLimits { at_least: Some(points("-1")), at_most: Some(points("19")) };
        },
        &format!(
            "scale.points: {of} 20\ntotal.at_least: {of} -1\ntotal.at_most: {of} 19",
            of = multiple("0.3")
        ),
    );
}

#[test]
fn rounding_steps_divide_what_can_be_earned_of_a_rounded_group() {
    let rounds = |parts: &mut RulebookParts, combine, not_assigned| {
        let halves = vec![samples::met("a", "2.5"), samples::met("b", "1.5")];
        parts.scale = samples::scale("4", vec![samples::group("g", "4", combine, halves)]);
        parts.rounding = RoundingRule::PerGroup { rounding: rounding("1") };
        parts.not_assigned = not_assigned;
    };
    let inner = |number, found| {
        format!(
            "scale.items[0].items[{number}].points: expected points that are a multiple of the rounding step 1, found {found}"
        )
    };
    let both = format!("{}\n{}", inner(0, "2.5"), inner(1, "1.5"));
    for policy in [NotAssignedPolicy::Exclude, NotAssignedPolicy::RescaleScale] {
        check(|parts| rounds(parts, Combine::Sum {}, policy), &both);
        check(|parts| rounds(parts, Combine::SumUpTo {}, policy), &both);
        consistent(|parts| rounds(parts, Combine::Least {}, policy));
        check(
            |parts| {
                rounds(parts, Combine::Best { count: 2 }, policy);
                parts.rounding = RoundingRule::PerGroup { rounding: rounding("4") };
            },
            "scale.items[0].points: expected points of which each of the best 2 gets a multiple of the rounding step 4, found 4",
        );
    }
    // What is not assigned leaves nothing, or the rest of its group makes up for it.
    for policy in
        [NotAssignedPolicy::Zero, NotAssignedPolicy::FullMarks, NotAssignedPolicy::RescaleGroup]
    {
        consistent(|parts| rounds(parts, Combine::Sum {}, policy));
        consistent(|parts| rounds(parts, Combine::SumUpTo {}, policy));
        let short = |parts: &mut RulebookParts| {
            rounds(parts, Combine::SumUpTo {}, policy);
            first_group(parts).items.truncate(1);
        };
        check(short, &inner(0, "2.5"));
    }
}

#[test]
fn the_cap_of_the_total_is_not_below_its_floor() {
    check(
        |parts| {
            parts.total = TotalLimits { at_least: Some(points("10")), at_most: Some(points("5")) };
        },
        "total.at_most: expected a cap of at least 10, the floor, found 5",
    );
}
