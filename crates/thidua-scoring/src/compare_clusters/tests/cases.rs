//! Cases of comparing clusters, worked out by hand.

use super::*;

/// A rulebook of one criterion, `cremation`, answered by shares, and one disqualifier, `fire`.
fn of_shares() -> Rulebook {
    let formula = Formula::Proportional {
        cap_percent: "100".parse().unwrap(),
        nothing_of_nothing: NothingOfNothing::Zero,
    };
    let items = vec![
        Item::Criterion(samples::criterion("cremation", 20, formula)),
        samples::met("plan", 5),
    ];
    let fire: CriterionId = "fire".parse().unwrap();
    let answer = FactAnswer::YesOrNo { unanswered: Unanswered::Missing };
    let fact = Fact { id: fire.clone(), title: samples::title(), answer };
    samples::rulebook(&RulebookParts {
        facts: vec![fact],
        disqualifiers: vec![Disqualifier { fact: fire, grade: None }],
        ..samples::parts(25, items)
    })
}

/// What clusters come to, of members such as `a1` of cluster `a`, each with `cremation`; all
/// met the plan and had no fire, unless the text after a comma says otherwise.
fn ranked(members: &[(&str, &str)], by: ClusterMeasure, rules: [MemberRule; 2]) -> String {
    let rulebook = of_shares();
    let cluster = |id: &str| id[..1].parse().ok();
    let roster: Roster = members
        .iter()
        .map(|(id, _)| (id.parse().unwrap(), Member { cluster: cluster(id), ..Member::default() }))
        .collect();
    let mut rows = Vec::new();
    for (subject, text) in members {
        let mut texts = text.split(", ");
        let mut row = |criterion, default| {
            let text = texts.next().unwrap_or(default);
            rows.push(Row { subject, criterion, text });
        };
        row("cremation", "");
        row("plan", "met");
        row("fire", "not_met");
    }
    let basis = Basis::Illustrative { note: "a test".parse().unwrap() };
    let evidence = Evidence::from_rows(&rulebook, &roster, &rulebook.edition(), &rows, &basis);
    let evidence = evidence.unwrap_or_else(|faults| panic!("{faults}"));
    let [disqualified, missing] = rules;
    let compared = ClusterComparison { by, disqualified, missing };
    shown(&score(&evidence).compare_clusters(&compared).unwrap())
}

/// A place such as `1 a 4.5 of 5 = 0.9, 2 of 3`, or a cluster and why it has none.
fn shown(standing: &ClusterStanding) -> String {
    let id = |cluster: &Option<ClusterId>| cluster.as_ref().map_or("-".into(), ToString::to_string);
    let placed = standing.positions.iter().map(|at| {
        let coverage = &at.coverage;
        let (sum, value) = (samples::text(&at.sum), samples::text(&at.value));
        let possible = at.provisional.map_or(String::new(), |PossibleRanks { best, worst }| {
            format!(", possibly {best} to {worst}")
        });
        let (counted, members) = (coverage.counted.len(), coverage.members);
        let of = &at.of;
        format!(
            "{} {} {sum} of {of} = {value}, {counted} of {members}{possible}",
            at.rank,
            id(&at.cluster)
        )
    });
    let unranked = standing
        .unranked
        .iter()
        .map(|one| format!("- {} {}", id(&one.cluster), one.reason.words().en));
    placed.chain(unranked).collect::<Vec<_>>().join("\n")
}

fn sums() -> ClusterMeasure {
    ClusterMeasure::RatioOfSums { criterion: "cremation".parse().unwrap() }
}

fn ratios() -> ClusterMeasure {
    ClusterMeasure::MeanOfRatios { criterion: "cremation".parse().unwrap() }
}

const REFUSE: [MemberRule; 2] = [MemberRule::Refuse; 2];

/// Sums: (900 + 5) / 1010 = 181/202 = 0.896…, above 160/200. Means: (0.9 + 0.5) / 2 = 0.7,
/// below 0.8.
#[test]
fn the_ratio_of_sums_is_not_the_mean_of_ratios() {
    let members = [("a1", "900/1000"), ("a2", "5/10"), ("b1", "80/100"), ("b2", "80/100")];
    assert_eq!(
        ranked(&members, sums(), REFUSE),
        "1 a 905 of 1010 = 181/202, 2 of 2\n2 b 160 of 200 = 0.8, 2 of 2"
    );
    assert_eq!(
        ranked(&members, ratios(), REFUSE),
        "1 b 1.6 of 2 = 0.8, 2 of 2\n2 a 1.4 of 2 = 0.7, 2 of 2"
    );
}

/// Every figure of a cluster ten times over leaves each of its ratios as it was.
#[test]
fn the_scale_of_a_cluster_does_not_matter() {
    let small = [("a1", "9/10"), ("a2", "1/2"), ("b1", "4/5"), ("b2", "3/5")];
    let large = [("a1", "90/100"), ("a2", "10/20"), ("b1", "4/5"), ("b2", "3/5")];
    assert_eq!(
        ranked(&small, sums(), REFUSE),
        "1 a 10 of 12 = 5/6, 2 of 2\n2 b 7 of 10 = 0.7, 2 of 2"
    );
    assert_eq!(
        ranked(&large, sums(), REFUSE),
        "1 a 100 of 120 = 5/6, 2 of 2\n2 b 7 of 10 = 0.7, 2 of 2"
    );
    assert_eq!(ranked(&small, ratios(), REFUSE), ranked(&large, ratios(), REFUSE));
}

#[test]
fn nothing_of_nothing_is_not_zero() {
    let members = [("a1", "8/10"), ("a2", "0/0"), ("b1", "0/0"), ("c1", "not_assigned")];
    for by in [sums(), ratios()] {
        let text = ranked(&members, by, REFUSE);
        assert!(text.starts_with("1 a ") && text.contains(" = 0.8, 1 of 2\n"), "{text}");
        assert!(
            text.ends_with(
                "- b no member counts: `b1` (nothing to take a share of (0 of 0))\n\
                 - c no member counts: `c1` (not assigned)"
            ),
            "{text}"
        );
    }
}

#[test]
fn each_rule_says_what_a_missing_figure_does() {
    let members = [("a1", "9/10"), ("a2", ""), ("b1", "8/10"), ("b2", "no_proof"), ("c1", "7/10")];
    let by = |missing| ranked(&members, sums(), [MemberRule::Count, missing]);
    assert_eq!(
        by(MemberRule::LeaveOut),
        "1 a 9 of 10 = 0.9, 1 of 2\n2 b 8 of 10 = 0.8, 1 of 2\n3 c 7 of 10 = 0.7, 1 of 1"
    );
    assert_eq!(
        by(MemberRule::Refuse),
        "1 c 7 of 10 = 0.7, 1 of 1\n\
         - a not ranked because of members: `a2` (evidence is missing for `cremation`)\n\
         - b not ranked because of members: `b2` (no proof)"
    );
    // Cluster `a` may still come to anything; no proof will come for `b`.
    assert_eq!(
        by(MemberRule::Count),
        "1 c 7 of 10 = 0.7, 1 of 1, possibly 1 to 2\n\
         - a nothing bounds what members come to: `a2` (evidence is missing for `cremation`)\n\
         - b nothing bounds what members come to: `b2` (no proof)"
    );
}

#[test]
fn missing_points_count_from_the_worst_to_the_best() {
    let members = [("a1", "10/10"), ("a2", "10/10, "), ("b1", "9/10"), ("b2", "10/10")];
    let by = |by| ranked(&members, by, [MemberRule::Refuse, MemberRule::Count]);
    assert_eq!(
        by(ClusterMeasure::MeanOfTotals {}),
        "1 b 48 of 2 = 24, 2 of 2, possibly 1 to 2\n\
         2 a 45 to 50 of 2 = 22.5 to 25, 2 of 2, possibly 1 to 2"
    );
    assert_eq!(
        by(ClusterMeasure::MeanOfShares {}),
        "1 b 1.92 of 2 = 0.96, 2 of 2, possibly 1 to 2\n\
         2 a 1.8 to 2 of 2 = 0.9 to 1, 2 of 2, possibly 1 to 2"
    );
}

#[test]
fn each_rule_says_what_a_disqualified_member_does() {
    let members = [("a1", "10/10, met, met"), ("a2", "5/10"), ("b1", "8/10"), ("b2", "8/10")];
    let by = |rule| ranked(&members, ClusterMeasure::MeanOfTotals {}, [rule, MemberRule::Refuse]);
    assert_eq!(by(MemberRule::Count), "1 b 42 of 2 = 21, 2 of 2\n2 a 40 of 2 = 20, 2 of 2");
    assert_eq!(by(MemberRule::LeaveOut), "1 b 42 of 2 = 21, 2 of 2\n2 a 15 of 1 = 15, 1 of 2");
    assert_eq!(
        by(MemberRule::Refuse),
        "1 b 42 of 2 = 21, 2 of 2\n\
         - a not ranked because of members: `a1` (disqualified by `fire`)"
    );
}

#[test]
fn who_may_be_disqualified_may_still_not_count() {
    let members = [("a1", "10/10, met, "), ("b1", "8/10")];
    let by = |rule| ranked(&members, ClusterMeasure::MeanOfTotals {}, [rule, MemberRule::Count]);
    assert_eq!(by(MemberRule::Count), "1 a 25 of 1 = 25, 1 of 1\n2 b 21 of 1 = 21, 1 of 1");
    assert_eq!(
        by(MemberRule::LeaveOut),
        "1 b 21 of 1 = 21, 1 of 1, possibly 1 to 2\n\
         - a nothing bounds what members come to: `a1` (evidence is missing for `fire`)"
    );
}

#[test]
fn only_ratios_of_shares_can_be_taken() {
    let rulebook = of_shares();
    let evidence = samples::evidence(&rulebook, &["a"], &[]);
    let message = |criterion: &str| {
        let by = ClusterMeasure::RatioOfSums { criterion: criterion.parse().unwrap() };
        let [disqualified, missing] = REFUSE;
        let compared = ClusterComparison { by, disqualified, missing };
        score(&evidence).compare_clusters(&compared).unwrap_err().to_string()
    };
    assert_eq!(message("plan"), "expected a criterion that is answered by shares, found `plan`");
    assert_eq!(message("fire"), "expected a criterion of the rulebook, found `fire`");
}
