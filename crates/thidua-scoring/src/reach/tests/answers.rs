//! What each kind of answer could have been.

use super::*;

fn criterion(id: &str, formula: Formula) -> Criterion {
    samples::criterion(id, 10, formula)
}

/// What is not assigned is rescaled, and what is missing counts as the worst.
fn rulebook_of(scale: Part, deductions: Option<Part>) -> Rulebook {
    let missing = MissingPolicy::CountAsWorst {};
    let not_assigned = NotAssignedPolicy::RescaleScale;
    let parts = samples::parts(10, Vec::new());
    samples::rulebook(&RulebookParts { scale, deductions, missing, not_assigned, ..parts })
}

fn part(points: i32, combine: Combine, items: Vec<Criterion>) -> Part {
    let items = items.into_iter().map(Item::Criterion).collect();
    Part { combine, ..samples::part(points, items) }
}

/// What would lift `a` to so many points; the rows are of a subject, a criterion and a text.
fn reach(rulebook: &Rulebook, rows: &[(&str, &str, &str)], goal: &str) -> Reach {
    let evidence = samples::evidence(rulebook, &["a", "b"], rows);
    score(&evidence).to_reach(&"a".parse().unwrap(), &goal.parse().unwrap()).unwrap()
}

/// The answers that would do, of each criterion or condition.
fn answers(reach: &Reach) -> Vec<String> {
    let Reach::Missed { lifts, .. } = reach else { return vec![reach.words().en] };
    lifts.iter().map(|lift| format!("{}: {}", lift.answer_to, lift.after.words().en)).collect()
}

/// What answer to the one criterion, of 10 points, would do instead of a text.
#[track_caller]
fn check(formula: &Formula, text: &str, goal: &str, answer: Option<&str>) {
    let mut own = criterion("own", formula.clone());
    own.figures = Figures::Decimal;
    let rulebook = rulebook_of(part(10, Combine::Sum {}, vec![own]), None);
    let found = answers(&reach(&rulebook, &[("a", "own", text)], goal));
    assert_eq!(
        found,
        answer.map(|answer| format!("own: {answer}")).into_iter().collect::<Vec<_>>()
    );
}

fn share_of_all() -> Formula {
    Formula::Proportional {
        cap_percent: "100".parse().unwrap(),
        nothing_of_nothing: NothingOfNothing::Zero,
    }
}

fn band(low: Option<u32>, high: Option<u32>, points: i32) -> Band {
    let end = |at: u32, included| Bound { at: at.into(), included };
    let (low, high) = (low.map(|low| end(low, true)), high.map(|high| end(high, false)));
    Band { within: Interval { low, high }, points: Points::whole(points) }
}

#[test]
fn shares_rise_by_the_last_place_that_is_reported() {
    check(&share_of_all(), "1/3", "9", Some("3/3"));
    check(&share_of_all(), "100/300", "9", Some("270/300"));
    check(&share_of_all(), "1.00/3", "9", Some("2.7/3"));
    check(&share_of_all(), "1.0/7", "9.99", Some("7/7"));
    check(&share_of_all(), "1/3", "10.01", None);
}

#[test]
fn silence_ends_with_the_first_figure_that_reaches() {
    check(&share_of_all(), "missing", "9", Some("90/100"));
    check(&share_of_all(), "no_proof", "0.01", Some("1/100"));
    let reached = |at_least: &str| Formula::NumberReached { at_least: at_least.parse().unwrap() };
    check(&reached("-5"), "missing", "10", Some("0"));
    check(&reached("5.5"), "missing", "10", Some("6"));
    check(&reached("5.5"), "1.0", "10", Some("5.5"));
}

#[test]
fn what_is_not_assigned_and_nothing_of_nothing_are_not_lifted() {
    check(&share_of_all(), "not_assigned", "5", None);
    check(&share_of_all(), "0/0", "5", None);
}

#[test]
fn bands_are_reached_at_their_nearest_figure() {
    let bands = vec![band(None, Some(2), 10), band(Some(5), Some(8), 4), band(Some(20), None, 6)];
    let numbers = Formula::NumberBands { bands: bands.clone() };
    check(&numbers, "6", "5", Some("1"));
    check(&numbers, "14", "5", Some("20"));
    check(&numbers, "9.5", "4", Some("7.9"));
    check(&numbers, "30", "10", Some("1"));
    check(&numbers, "missing", "4", Some("0"));
    let shares = Formula::Bands { bands, nothing_of_nothing: NothingOfNothing::Zero };
    check(&shares, "10/200", "5", Some("3/200"));
}

#[test]
fn counts_and_scores_of_another_scale_rise_to_their_end() {
    let each = "0.3".parse().unwrap();
    check(&Formula::PerItem { each }, "2", "9.5", Some("32"));
    check(&Formula::PerItem { each }, "missing", "10", Some("34"));
    check(&Formula::Checklist { of: 8, pass_mark: 5 }, "1", "1", Some("5"));
    let scaled = Formula::Scaled { out_of: "9.5".parse().unwrap() };
    check(&scaled, "3", "9", Some("9"));
    check(&scaled, "3", "9.9", None);
    check(&scaled, "3.0", "9.9", Some("9.5"));
}

#[test]
fn of_a_panel_one_mark_rises() {
    let judged = |panel| Formula::Judged { step: "0.5".parse().unwrap(), panel };
    check(&judged(Panel::Single {}), "4", "7.2", Some("7.5"));
    check(&judged(Panel::Single {}), "missing", "7.2", Some("7.5"));
    check(&judged(Panel::Mean {}), "4; 6", "7", Some("6; 8"));
    check(&judged(Panel::Mean {}), "4; 6", "8.1", None);
    check(&judged(Panel::Mean {}), "3; 9", "7", Some("5; 9"));
    let trimmed = Panel::TrimmedMean { each_end: 1 };
    check(&judged(trimmed), "1; 5; 5; 5; 9", "5.3", Some("1; 5; 5; 6; 9"));
    check(&judged(trimmed), "missing", "5.3", Some("5.5; 5.5; 5.5"));
}

#[test]
fn what_is_late_could_have_come_earlier() {
    let (due, each_day) = ("2022-11-10".parse().unwrap(), "0.4".parse().unwrap());
    let lateness = Formula::Lateness { due, each_day };
    check(&lateness, "2022-12-31", "8", Some("handed in on 2022-11-15"));
    check(&lateness, "missing", "10", Some("handed in on 2022-11-10"));
    check(&Formula::Met {}, "not_met", "10", Some("met"));
}

#[test]
fn who_looks_at_the_cluster_is_scored_with_it_again() {
    let own = criterion("own", Formula::GroupMean { mean: MeanOf::Numbers });
    let rulebook = rulebook_of(part(10, Combine::Sum {}, vec![own]), None);
    let reach = |text| answers(&reach(&rulebook, &[("a", "own", text), ("b", "own", "9")], "10"));
    assert_eq!(reach("4"), ["own: 9"]);
    assert_eq!(reach("missing"), ["own: 9"]);
    let own = criterion("own", Formula::Leader { excess: Excess::Relative });
    let rulebook = rulebook_of(part(10, Combine::Sum {}, vec![own]), None);
    let rows = [("a", "own", "4 of 10"), ("b", "own", "30 of 20")];
    let reach = |goal| answers(&self::reach(&rulebook, &rows, goal));
    assert_eq!(reach("5"), ["own: 10 of a target of 10"]);
    assert_eq!(reach("8"), ["own: 13 of a target of 10"]);
    assert_eq!(reach("10"), ["own: 15 of a target of 10"]);
}

#[test]
fn conditions_are_answered_otherwise() {
    let mut own = criterion("own", share_of_all());
    own.conditions = vec![samples::gate("plan"), samples::cap("office", 4)];
    let rulebook = rulebook_of(part(10, Combine::Sum {}, vec![own]), None);
    let reach = |plan, office, goal| {
        let rows = [("a", "own", "8/10"), ("a", "plan", plan), ("a", "office", office)];
        answers(&self::reach(&rulebook, &rows, goal))
    };
    assert_eq!(reach("not_met", "met", "8"), ["plan: met"]);
    assert_eq!(reach("missing", "met", "8"), ["plan: met"]);
    assert_eq!(reach("met", "no_proof", "8"), ["office: met"]);
    assert_eq!(reach("met", "met", "8"), ["reached with 8"]);
    assert_eq!(reach("not_met", "not_met", "8"), [""; 0]);
    assert_eq!(reach("met", "met", "9"), ["own: 9/10"]);
}

#[test]
fn less_is_taken_where_less_is_reported() {
    let scale = part(10, Combine::Sum {}, vec![criterion("own", share_of_all())]);
    let taken = vec![
        criterion("faults", Formula::PerItem { each: Points::whole(2) }),
        criterion("scandal", Formula::Met {}),
    ];
    let rulebook = rulebook_of(scale, Some(part(20, Combine::Sum {}, taken)));
    let rows = [("a", "own", "9/10"), ("a", "faults", "3"), ("a", "scandal", "met")];
    assert_eq!(answers(&reach(&rulebook, &rows, "-5")), ["faults: 2", "scandal: not met"]);
    assert_eq!(answers(&reach(&rulebook, &rows, "0")), ["scandal: not met"]);
    let rows = [("a", "own", "9/10"), ("a", "scandal", "not_met")];
    assert_eq!(answers(&reach(&rulebook, &rows, "1")), ["faults: 4"]);
}

#[test]
fn trees_are_climbed_as_they_are_scored() {
    let items = || vec![criterion("one", share_of_all()), criterion("two", share_of_all())];
    let rows = [("a", "one", "30/100"), ("a", "two", "60/100")];
    let reach = |combine, goal| {
        let rulebook = rulebook_of(part(20, combine, items()), None);
        answers(&self::reach(&rulebook, &rows, goal))
    };
    assert_eq!(reach(Combine::Sum {}, "10"), ["one: 40/100", "two: 70/100"]);
    assert_eq!(reach(Combine::Least {}, "10"), ["one: 50/100"]);
    assert_eq!(reach(Combine::Least {}, "12.2"), [""; 0]);
    assert_eq!(reach(Combine::Best { count: 1 }, "14"), ["one: 70/100", "two: 70/100"]);
}

#[test]
fn who_is_there_already_is_told_so() {
    let rulebook =
        rulebook_of(part(10, Combine::Sum {}, vec![criterion("own", share_of_all())]), None);
    let reached = reach(&rulebook, &[("a", "own", "8/10")], "8");
    assert_eq!(reached, Reach::Reached { total: 8.into() });
    assert_eq!(reached.words().vi, "đã đạt, tổng điểm 8");
    let missed = reach(&rulebook, &[("a", "own", "8/10")], "8.5");
    let Reach::Missed { lifts, .. } = &missed else { panic!("{missed:?}") };
    assert_eq!(missed.words().en, "8, which is 0.5 short; 1 change could make it up");
    assert_eq!(lifts[0].words().vi, "tiêu chí 1 (Thử): 9/10 thay vì 8/10, tổng điểm 9, tăng 1");
}

#[test]
fn who_was_not_scored_has_no_way() {
    let rulebook =
        rulebook_of(part(10, Combine::Sum {}, vec![criterion("own", share_of_all())]), None);
    let evidence = samples::evidence(&rulebook, &["a"], &[]);
    let fault = score(&evidence).to_reach(&"stranger".parse().unwrap(), &Exact::one()).unwrap_err();
    assert_eq!(fault.to_string(), "expected a subject that was scored, found `stranger`");
}
