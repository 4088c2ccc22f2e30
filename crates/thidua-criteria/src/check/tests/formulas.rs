//! What formulas and conditions have to ask.

use super::*;

#[test]
fn criteria_are_worth_what_their_formulas_ask() {
    let worth = |worth: &str, formula: Formula| {
        let worth = points(worth);
        move |parts: &mut RulebookParts| {
            parts.scale.points = worth;
            first_group(parts).points = worth;
            criterion(parts).points = worth;
            criterion(parts).formula = formula;
        }
    };
    let leader = Formula::Leader { excess: Excess::Relative };
    check(worth("0", leader), &format!("{AT}.points: expected points above 0, found 0"));
    check(worth("-1", Formula::Met {}), &format!("{AT}.points: expected points above 0, found -1"));
    check(
        worth("5", Formula::Recorded {}),
        &format!("{AT}.points: expected 0 points, since the number is only recorded, found 5"),
    );
    let mut recorded = parts();
    worth("0", Formula::Recorded {})(&mut recorded);
    assert!(Rulebook::try_new(recorded).is_ok());
}

#[test]
fn minimums_are_within_their_points() {
    for minimum in ["-1", "20.5"] {
        let expected = format!("minimum: expected 0 to 20 points, found {minimum}");
        check_criterion(|criterion| criterion.minimum = Some(points(minimum)), &expected);
        check(
            |parts| first_group(parts).minimum = Some(points(minimum)),
            &format!("scale.items[0].{expected}"),
        );
    }
}

#[test]
fn conditions_cap_below_the_criterion() {
    for at_most in ["20", "-1"] {
        check_criterion(
            |criterion| criterion.conditions.push(cap(at_most)),
            &format!(
                "conditions[0].at_most: expected 0 or more points, fewer than the 20 of the criterion, found {at_most}"
            ),
        );
    }
}

#[test]
fn figures_of_formulas_are_above_zero() {
    let nothing_of_nothing = NothingOfNothing::Zero;
    for cap in ["0", "100.5", "-3"] {
        let cap_percent = cap.parse().unwrap();
        check_formula(
            Formula::Proportional { cap_percent, nothing_of_nothing },
            &format!("cap_percent: expected a cap above 0 and at most 100 percent, found {cap}"),
        );
    }
    check_formula(
        Formula::Threshold { at_least_percent: 0.into(), nothing_of_nothing },
        "at_least_percent: expected a number above 0, found 0",
    );
    check_formula(
        Formula::Scaled { out_of: "-10".parse().unwrap() },
        "out_of: expected a number above 0, found -10",
    );
    let at = format!("{AT}.formula");
    check(
        |parts| {
            criterion(parts).formula = Formula::Shortfall {
                target_percent: 0.into(),
                step_percent: 0.into(),
                each: points("0"),
                steps: Steps::Started,
                nothing_of_nothing,
            };
        },
        &format!(
            "{at}.each: expected points above 0, at most 20, found 0\n\
             {at}.step_percent: expected a number above 0, found 0\n\
             {at}.target_percent: expected a number above 0, found 0"
        ),
    );
}

#[test]
fn points_of_each_are_within_those_of_the_criterion() {
    for stated in ["0", "-1", "20.5"] {
        let expected = format!("expected points above 0, at most 20, found {stated}");
        check_formula(Formula::PerItem { each: points(stated) }, &format!("each: {expected}"));
        let due = "2022-11-30".parse().unwrap();
        check_formula(
            Formula::Lateness { due, each_day: points(stated) },
            &format!("each_day: {expected}"),
        );
    }
}

#[test]
fn samples_lists_and_marks_make_the_points() {
    check_formula(
        Formula::Sampled { size: 50, each: points("0.5") },
        "each: expected 20 points in all, those of the criterion, found 50 times 0.5",
    );
    check_formula(
        Formula::Checklist { of: 0, pass_mark: 1 },
        "of: expected at least 1 to meet, found 0",
    );
    check_formula(
        Formula::Checklist { of: 5, pass_mark: 6 },
        "pass_mark: expected at most 5, the number of what can be met, found 6",
    );
    let step = "0.3".parse().unwrap();
    check_formula(
        Formula::Judged { step, panel: Panel::Single {} },
        "step: expected a step that divides 20, the points of the criterion, found 0.3",
    );
    let step = "0.5".parse().unwrap();
    check_formula(
        Formula::Judged { step, panel: Panel::TrimmedMean { each_end: 0 } },
        "panel.each_end: expected at least 1 mark left out at each end, found 0",
    );
}

#[test]
fn bands_are_in_order_and_within_the_points() {
    let band = |within, worth: &str| Band { within, points: points(worth) };
    let nothing_of_nothing = NothingOfNothing::Zero;
    let check_both = |bands: Vec<Band>, expected: &str| {
        check_formula(Formula::Bands { bands: bands.clone(), nothing_of_nothing }, expected);
        check_formula(Formula::NumberBands { bands }, expected);
    };
    check_both(Vec::new(), "bands: expected at least one band, found none");
    check_both(
        vec![band(between(90, 88), "2")],
        "bands[0].within: expected a low end below the high end, found [90; 88), which holds nothing",
    );
    check_both(
        vec![band(between(88, 91), "2"), band(between(90, 95), "3")],
        "bands[1].within: expected a band wholly above [88; 91), found [90; 95)",
    );
    check_both(
        vec![band(between(88, 90), "21"), band(from(90), "-1")],
        &format!(
            "bands[0].points: expected 0 to 20 points, found 21\n\
             {AT}.formula.bands[1].points: expected 0 to 20 points, found -1"
        ),
    );
    let negative = vec![band(between(-5, 50), "2")];
    check_formula(
        Formula::Bands { bands: negative.clone(), nothing_of_nothing },
        "bands[0].within: expected ends of at least 0 percent, found -5",
    );
    let mut of_numbers = parts();
    criterion(&mut of_numbers).formula = Formula::NumberBands { bands: negative };
    assert!(Rulebook::try_new(of_numbers).is_ok());
}
