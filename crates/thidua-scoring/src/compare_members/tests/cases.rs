//! Cases of comparing members, worked out by hand.

use super::*;

/// A group `works` of `road` (10 points, pillar `economy`) and `tree` (10, `environment`), then
/// `lamp` (20, `environment`) and, taken off, `waste` (10, `environment`); all are scores of 10.
fn of_pillars(not_assigned: NotAssignedPolicy) -> Rulebook {
    let serving = |id: &str, points, pillar: &str| {
        let mut criterion = samples::scaled(id, points);
        criterion.serves.pillar = pillar.parse().unwrap();
        Item::Criterion(criterion)
    };
    let works = vec![serving("road", 10, "economy"), serving("tree", 10, "environment")];
    let works = Item::Group(samples::group("works", 20, Combine::Sum {}, works));
    let deductions = Part {
        points: Points::whole(10),
        combine: Combine::Sum {},
        items: vec![serving("waste", 10, "environment")],
    };
    samples::rulebook(&RulebookParts {
        deductions: Some(deductions),
        not_assigned,
        ..samples::parts(40, vec![works, serving("lamp", 20, "environment")])
    })
}

/// Places of `a1`, `a2` of cluster `a` and `b1` of cluster `b`; rows hold road, tree, lamp and
/// waste.
fn ranked(rulebook: &Rulebook, texts: [[&str; 4]; 3], of: ComparedPart, by: PartMeasure) -> String {
    let ids = ["a1", "a2", "b1"];
    let member = |id: &str| Member { cluster: id[..1].parse().ok(), ..Member::default() };
    let roster: Roster = ids.iter().map(|id| (id.parse().unwrap(), member(id))).collect();
    let mut rows = Vec::new();
    for (subject, texts) in ids.iter().zip(texts) {
        for (criterion, text) in ["road", "tree", "lamp", "waste"].into_iter().zip(texts) {
            rows.push(Row { subject, criterion, text });
        }
    }
    ranked_by(rulebook, &roster, &rows, of, by)
}

/// The places of a roster by rows, who is left out, and why.
fn ranked_by(
    rulebook: &Rulebook,
    roster: &Roster,
    rows: &[Row<'_>],
    of: ComparedPart,
    by: PartMeasure,
) -> String {
    let basis = samples::basis();
    let evidence = Evidence::from_rows(rulebook, roster, &rulebook.edition(), rows, &basis);
    let evidence = evidence.unwrap_or_else(|faults| panic!("{faults}"));
    let (disqualified, missing) = (PlaceRule::LeaveOut, PlaceRule::Place);
    let members = roster.subjects().cloned().collect();
    let compared = MemberComparison { of, by, disqualified, missing };
    let standing = score(&evidence).compare_members(&members, &compared).unwrap();
    let placed = standing.positions.iter().map(|at| {
        let cluster = at.cluster.as_ref().map_or(String::new(), |id| format!(" of {id}"));
        let value = samples::text(&at.value);
        let possible = at.provisional.map_or(String::new(), |PossibleRanks { best, worst }| {
            format!(", possibly {best} to {worst}")
        });
        format!("{} {}{cluster} {value}{possible}", at.rank, at.subject)
    });
    let unranked = standing.unranked.iter();
    let unranked = unranked.map(|one| format!("- {} {}", one.subject, one.reason.words().en));
    placed.chain(unranked).collect::<Vec<_>>().join("\n")
}

fn criterion(id: &str) -> ComparedPart {
    ComparedPart::Criterion { criterion: id.parse().unwrap() }
}

fn group() -> ComparedPart {
    ComparedPart::Group { group: "works".parse().unwrap() }
}

fn environment() -> ComparedPart {
    let (campaign, pillar) = ("any".parse().unwrap(), "environment".parse().unwrap());
    ComparedPart::Pillar { serves: Serves { campaign, pillar } }
}

/// Of `environment`: `a1` 8 + 10 - 3 = 15, `a2` 10 + 20 - 10 = 20, `b1` 10 + 10 - 0 = 20, of 30.
#[test]
fn members_of_all_clusters_are_ranked_by_a_pillar() {
    let rulebook = of_pillars(NotAssignedPolicy::Zero);
    let texts = [["10", "8", "5", "3"], ["0", "10", "10", "10"], ["5", "10", "5", "0"]];
    assert_eq!(
        ranked(&rulebook, texts, environment(), PartMeasure::Points),
        "1 a2 of a 20\n1 b1 of b 20\n3 a1 of a 15"
    );
    assert_eq!(
        ranked(&rulebook, texts, environment(), PartMeasure::Share),
        "1 a2 of a 2/3\n1 b1 of b 2/3\n3 a1 of a 0.5"
    );
}

#[test]
fn members_of_all_clusters_are_ranked_by_a_criterion_or_a_group() {
    let rulebook = of_pillars(NotAssignedPolicy::Zero);
    let texts = [["10", "8", "5", "3"], ["0", "10", "10", "10"], ["5", "10", "5", "0"]];
    let points = |of| ranked(&rulebook, texts, of, PartMeasure::Points);
    assert_eq!(points(criterion("road")), "1 a1 of a 10\n2 b1 of b 5\n3 a2 of a 0");
    assert_eq!(points(group()), "1 a1 of a 18\n2 b1 of b 15\n3 a2 of a 10");
    // What is taken stands below zero.
    assert_eq!(points(criterion("waste")), "1 b1 of b 0\n2 a1 of a -3\n3 a2 of a -10");
    let shares = ranked(&rulebook, texts, criterion("waste"), PartMeasure::Share);
    assert!(shares.starts_with("- a1 nothing to take a share of (0 of 0)\n"), "{shares}");
}

#[test]
fn missing_evidence_makes_places_provisional() {
    let rulebook = of_pillars(NotAssignedPolicy::Zero);
    let texts = [["10", "8", "", "0"], ["0", "10", "10", "0"], ["5", "9", "5", "0"]];
    assert_eq!(
        ranked(&rulebook, texts, environment(), PartMeasure::Points),
        "1 a2 of a 30\n2 b1 of b 19, possibly 2 to 3\n3 a1 of a 8 to 28, possibly 2 to 3"
    );
    // Of `road` nothing is missing.
    assert_eq!(
        ranked(&rulebook, texts, criterion("road"), PartMeasure::Points),
        "1 a1 of a 10\n2 b1 of b 5\n3 a2 of a 0"
    );
}

/// `tree` of `a1` is not assigned: where that leaves, 10 of 10 were earned of `works`, not of 20.
#[test]
fn what_is_not_assigned_is_as_the_rulebook_says() {
    let texts = [["10", "not_assigned", "5", "0"], ["0", "10", "5", "0"], ["5", "10", "5", "0"]];
    let shares = |policy, of| ranked(&of_pillars(policy), texts, of, PartMeasure::Share);
    assert_eq!(
        shares(NotAssignedPolicy::Exclude, group()),
        "1 a1 of a 1\n2 b1 of b 0.75\n3 a2 of a 0.5"
    );
    assert_eq!(
        shares(NotAssignedPolicy::Zero, group()),
        "1 b1 of b 0.75\n2 a1 of a 0.5\n2 a2 of a 0.5"
    );
    assert_eq!(
        shares(NotAssignedPolicy::Exclude, criterion("tree")),
        "1 a2 of a 1\n1 b1 of b 1\n- a1 not assigned"
    );
    assert_eq!(
        shares(NotAssignedPolicy::Zero, criterion("tree")),
        "1 a2 of a 1\n1 b1 of b 1\n3 a1 of a 0"
    );
}

/// `tree` of `a1` may turn out not assigned, so it may have no place, and is awaited; of `works`
/// it has 5 of 20 at the least and, with all of `tree`, 15 of 20 at the most.
#[test]
fn what_may_leave_may_leave_no_share() {
    let rulebook = of_pillars(NotAssignedPolicy::Exclude);
    let texts = [["5", "", "5", "0"], ["9", "10", "5", "0"], ["5", "1", "5", "0"]];
    assert_eq!(
        ranked(&rulebook, texts, criterion("tree"), PartMeasure::Share),
        "1 a2 of a 1, possibly 1 to 2\n2 b1 of b 0.1, possibly 2 to 3\n\
         - a1 evidence is missing for `tree`"
    );
    assert_eq!(
        ranked(&rulebook, texts, group(), PartMeasure::Share),
        "1 a2 of a 0.95\n2 b1 of b 0.3, possibly 2 to 3\n3 a1 of a 0.25 to 0.75, possibly 2 to 3"
    );
}

/// Places of `a` and `b` by a criterion `tree` of 10 points, which stands alone in the group
/// `works`: the same by either.
fn ranked_alone(tree: Criterion, rows: &[(&str, &str, &str)], by: PartMeasure) -> String {
    let works = samples::group("works", 10, Combine::Sum {}, vec![Item::Criterion(tree)]);
    let rulebook = samples::rulebook(&RulebookParts {
        not_assigned: NotAssignedPolicy::Exclude,
        ..samples::parts(20, vec![Item::Group(works), samples::met("lamp", 10)])
    });
    let roster: Roster = ["a", "b"].iter().map(|id| id.parse::<SubjectId>().unwrap()).collect();
    let rows = rows.iter().map(|(subject, criterion, text)| Row { subject, criterion, text });
    let rows: Vec<Row<'_>> = rows.collect();
    let [one, all] =
        [criterion("tree"), group()].map(|of| ranked_by(&rulebook, &roster, &rows, of, by));
    assert_eq!(one, all);
    one
}

/// Who has the task has a place, whatever its gate turns out to be; and who answers the gate has
/// the task.
#[test]
fn an_open_gate_leaves_its_place_to_what_is_assigned() {
    let mut tree = samples::scaled("tree", 10);
    tree.conditions = vec![samples::gate("planted")];
    let ranked = |rows: &[_], by| ranked_alone(tree.clone(), rows, by);
    let answered = [("a", "tree", "8"), ("b", "tree", "5"), ("b", "planted", "met")];
    assert_eq!(
        ranked(&answered, PartMeasure::Points),
        "1 b 5, possibly 1 to 2\n2 a 0 to 8, possibly 1 to 2"
    );
    assert_eq!(
        ranked(&answered, PartMeasure::Share),
        "1 b 0.5, possibly 1 to 2\n2 a 0 to 0.8, possibly 1 to 2"
    );
    let gate_alone = [("a", "planted", "met"), ("b", "tree", "5"), ("b", "planted", "met")];
    assert_eq!(
        ranked(&gate_alone, PartMeasure::Share),
        "1 b 0.5, possibly 1 to 2\n2 a 0 to 1, possibly 1 to 2"
    );
    let neither = &answered[1..];
    assert_eq!(
        ranked(neither, PartMeasure::Share),
        "1 b 0.5, possibly 1 to 2\n- a evidence is missing for `tree`"
    );
}

/// `a` waits for the mean of both, and keeps its place meanwhile; `b` may turn out not assigned.
#[test]
fn who_waits_for_others_keeps_a_place() {
    let mean = Formula::GroupMean { mean: MeanOf::Numbers };
    let tree = samples::criterion("tree", 10, mean);
    for by in [PartMeasure::Points, PartMeasure::Share] {
        let best = if by == PartMeasure::Points { 10 } else { 1 };
        assert_eq!(
            ranked_alone(tree.clone(), &[("a", "tree", "4")], by),
            format!("1 a 0 to {best}, possibly 1 to 2\n- b evidence is missing for `tree`")
        );
    }
}

#[test]
fn what_the_rulebook_does_not_have_is_refused() {
    let rulebook = of_pillars(NotAssignedPolicy::Zero);
    let evidence = samples::evidence(&rulebook, &["a"], &[]);
    let scores = score(&evidence);
    let message = |of, members: [&str; 1]| {
        let (disqualified, missing) = (PlaceRule::Place, PlaceRule::Place);
        let by = PartMeasure::Points;
        let members = members.into_iter().map(|id| id.parse().unwrap()).collect();
        let compared = MemberComparison { of, by, disqualified, missing };
        scores.compare_members(&members, &compared).unwrap_err().to_string()
    };
    assert_eq!(
        message(criterion("works"), ["a"]),
        "expected a criterion of the rulebook, found `works`"
    );
    let of = ComparedPart::Group { group: "road".parse().unwrap() };
    assert_eq!(message(of, ["a"]), "expected a group of the rulebook, found `road`");
    assert_eq!(
        message(any_pillar(), ["a"]),
        "expected a pillar that a criterion of the rulebook serves, found `any` of `any`"
    );
    assert_eq!(message(group(), ["z"]), "expected a subject that was scored, found `z`");
}
