//! Complete evidence reaches each end, and goes no further.

use super::*;

proptest! {
    // Each case is scored in every way to complete it.
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Law: each end of a line, of the total and of each group by itself is what some complete
    /// evidence comes to, and none comes to more or less.
    #[test]
    fn complete_evidence_reaches_each_end(case in cases()) {
        let open = case.sheet(&case.parts);
        let Some(sheets) = case.completed() else { return Ok(()) };
        prop_assert!(sheets.iter().all(ScoreSheet::is_settled));
        for (at, line) in open.lines.iter().enumerate() {
            let earned = found(line.criterion.part, &sheets, |sheet| sheet.lines[at].unrounded.worst.clone());
            prop_assert_eq!(Some(&line.unrounded), earned.as_ref(), "{:?}", line);
        }
        let total = found(PartKind::Scale, &sheets, |sheet| sheet.total.worst.clone()).unwrap();
        prop_assert!(open.total.worst <= total.worst && total.best <= open.total.best, "{:?} of {:?}", total, open.total);
        if case.takes_shares_of_rounded() || case.achieved_or_unassigned() {
            return Ok(());
        }
        prop_assert_eq!(&open.total, &total);
        for (at, group) in open.groups.iter().enumerate() {
            let earned = found(group.group.part, &sheets, |sheet| sheet.groups[at].earned.worst.clone());
            prop_assert_eq!(Some(&group.earned), earned.as_ref(), "{:?}", group.group.id);
        }
    }
}

proptest! {
    // Each case is scored in every way to complete it.
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Law: the second path comes to the same ends, and lets the same leave.
    #[test]
    fn the_second_path_lets_the_same_leave(case in cases()) {
        let sheet = case.sheet(&case.parts);
        let Case { rulebook, roster, parts } = &case;
        let verified = verify(rulebook, roster, parts, Column::Decided, &sheet);
        prop_assert!(verified.is_ok(), "{}", verified.unwrap_err());
    }

    /// Law: each end of the percentage of what can be earned is what some complete evidence
    /// comes to. Not so the greater one where the total is cut or a sum rounded: the greatest
    /// total and the least that can be earned need not come together.
    #[test]
    fn complete_evidence_reaches_each_percentage(case in cases()) {
        let parts = case.rulebook.parts();
        let Some(sheets) = case.completed() else { return Ok(()) };
        let found = ends_of(percents(&sheets));
        let nothing = sheets.iter().any(|sheet| sheet.attainable.is_zero());
        match case.percent() {
            Measured::Nothing => prop_assert!(found.is_none()),
            Measured::Within { span, or_nothing } => {
                prop_assert_eq!(or_nothing, nothing);
                let (least, most) = found.unwrap();
                prop_assert!(span.worst <= least && most <= span.best, "{least} to {most} of {span:?}");
                let sums_rounded =
                    matches!(parts.rounding, RoundingRule::PerGroup { .. } | RoundingRule::OnTotal { .. });
                if !(case.achieved_or_unassigned() || case.takes_shares_of_rounded()) {
                    prop_assert_eq!(span.worst, least);
                    prop_assert!(sums_rounded || parts.total.at_most.is_some() || span.best == most, "{most} of {}", span.best);
                }
            }
        }
    }

    /// Law: the greatest share of each group is what some complete evidence comes to, but for
    /// rounded groups, which it only does not exceed; and a group may leave if some lets it.
    #[test]
    fn complete_evidence_reaches_each_share(case in cases()) {
        let parts = case.rulebook.parts();
        let Some(sheets) = case.completed().filter(|_| excludes(parts.not_assigned)) else { return Ok(()) };
        let evidence = Evidence::try_new(&case.rulebook, &case.roster, &case.parts).unwrap();
        let (_, scoring) = each(&evidence).next().unwrap();
        let most = most(parts, scoring.member.kind.as_ref(), scoring.worths);
        for (at, most) in most.groups.iter().flatten().enumerate() {
            let lines = || sheets.iter().map(|sheet| &sheet.groups[at]);
            let shares = lines().filter_map(|line| line.earned.worst.checked_div(&line.attainable));
            let found = ends_of(shares).map(|(_, most)| most);
            let rounds = matches!(parts.rounding, RoundingRule::PerGroup { .. });
            prop_assert!(found == most.share || (rounds && found < most.share), "{found:?} of {most:?}");
            prop_assert_eq!(most.may_leave, lines().any(|line| line.attainable.is_zero()));
        }
    }
}

/// What a criterion of 10 points, of which it earns at most 2, is beside another of 10 points
/// that earned 5: its own contribution, the total and all adjustments, at both ends.
#[track_caller]
fn check(policy: NotAssignedPolicy, combine: Combine, expected: &str) {
    let nothing_of_nothing = NothingOfNothing::Zero;
    let formula = Formula::Proportional { cap_percent: 20.into(), nothing_of_nothing };
    let low = Criterion {
        weight: matches!(combine, Combine::WeightedMean {}).then(|| 1.into()),
        ..samples::criterion("low", 10, formula)
    };
    let other = Criterion { weight: low.weight, ..samples::scaled("other", 10) };
    let items = vec![Item::Criterion(low), Item::Criterion(other)];
    let mut parts = samples::parts(20, items);
    (parts.not_assigned, parts.scale.combine) = (policy, combine);
    let sheet = samples::sheet(&parts, &[("other", "5")]);
    let line = sheet.line(&"low".parse().unwrap()).unwrap();
    let adjusted: Vec<String> =
        sheet.adjustments.iter().map(|one| samples::text(&one.contribution)).collect();
    let found = format!(
        "{}; {}; {}; {}",
        samples::text(&line.earned),
        samples::text(&line.contribution),
        adjusted.join(", "),
        samples::text(&sheet.total)
    );
    assert_eq!(found, expected, "{policy:?} {combine:?}");
}

#[test]
fn who_would_lower_a_share_leaves() {
    use NotAssignedPolicy::{Exclude, RescaleGroup, RescaleScale, Zero};
    let (sum, mean) = (Combine::Sum {}, Combine::WeightedMean {});
    check(Zero, sum, "0 to 2; 0 to 2; ; 5 to 7");
    // In a sum that is not rescaled two points are better than none.
    check(Exclude, sum, "0 to 2; 0 to 2; ; 5 to 7");
    // But 5 of 10 are a greater share than 7 of 20.
    check(RescaleGroup, sum, "0 to 2; 0; 0 to 5; 5 to 10");
    check(RescaleScale, sum, "0 to 2; 0; 0 to 5; 5 to 10");
    check(Exclude, mean, "0 to 2; 0; ; 5 to 10");
    // Alone 50 %, beside each other 20 % or 0.
    check(Exclude, Combine::Least {}, "0 to 2; 0; -10 to 0; 0 to 10");
    // Of two one is enough, and of a share of 20 % nothing is lost.
    check(Exclude, Combine::Best { count: 1 }, "0 to 2; 0 to 4; 0 to -4; 10");
    check(RescaleScale, Combine::Best { count: 2 }, "0 to 2; 0; 0 to 5; 5 to 10");
}

/// The laws above are about something.
#[test]
fn now_and_then_somebody_leaves() {
    let mut runner = TestRunner::deterministic();
    let mut leaving = 0;
    for _ in 0..200 {
        let case = cases().new_tree(&mut runner).unwrap().current();
        let evidence = Evidence::try_new(&case.rulebook, &case.roster, &case.parts).unwrap();
        let (_, scoring) = each(&evidence).next().unwrap();
        let (parts, kind) = (case.rulebook.parts(), scoring.member.kind.as_ref());
        let leaves = |end| {
            let ends = ends(parts, kind, scoring.worths, end);
            ends.iter().zip(scoring.worths).any(|(end, worth)| worth.may_leave && !end.counts)
        };
        leaving += usize::from(leaves(End::Worst) || leaves(End::Best));
    }
    assert!(10 < leaving, "{leaving}");
}
