//! Awards given as soon as an achievement happens, whatever the year comes to.

use super::*;
use crate::Occasion;

/// A letter for an achievement, for whoever is proposed.
fn prompt_letter() -> AwardRule {
    let letter = award_for_all("letter", vec![AwardCondition::Proposed {}]);
    AwardRule { occasion: Occasion::Prompt, ..letter }
}

/// Four members without a settled place, of whom all but the last are proposed: `a` and `b`
/// have provisional places, `c` and `d` none.
fn in_mid_year(letter: AwardRule) -> Case {
    let level = letter.issued_by;
    let mut case = case(vec![letter], &[]);
    case.totals = totals(&[Some(-1), Some(-2), None, None]);
    case.record(|record| {
        record.candidates.iter_mut().take(3).for_each(|one| one.proposed_to = vec![level]);
    })
}

#[test]
fn a_prompt_award_looks_at_no_place_of_the_year() {
    let mut case = in_mid_year(prompt_letter());
    let facts = vec!["scandal".parse().unwrap()];
    let disqualified = UnrankedReason::Disqualified { facts: facts.clone() };
    let unanswered = UnrankedReason::DisqualifierOpen { facts };
    let missing = UnrankedReason::MissingEvidence { criteria: Vec::new() };
    for reason in [disqualified, unanswered, missing] {
        case.placeless = reason;
        assert_eq!(
            case.said(),
            [
                "a: proposed: proposed to the Front of the province",
                "b: proposed: proposed to the Front of the province",
                "c: proposed: proposed to the Front of the province",
                "d: refused: not proposed to the Front of the province",
            ]
        );
    }
    let awaited = [("c", 9), ("d", 9)];
    case.bests = awaited.map(|(who, best)| (id(who), best)).into();
    assert_eq!(case.proposed(), ["a b c"]);
}

#[test]
fn an_award_of_the_year_looks_at_the_place() {
    let periodic = AwardRule { occasion: Occasion::Periodic, ..prompt_letter() };
    assert_eq!(
        in_mid_year(periodic).codes(),
        [["provisional_place", "provisional_place", "no_place", "no_place"]]
    );
}

#[test]
fn a_prompt_award_by_votes_counts_whoever_has_no_place() {
    let selection = most_votes(1, VoteEdge::Chair);
    let vote_rule = Some(vote_rule(percent(80)));
    let case = in_mid_year(AwardRule { selection, vote: vote_rule, ..prompt_letter() });
    let case = case.record(|record| {
        record.votes = vec![vote("letter", "a", 8), vote("letter", "c", 9)];
    });
    assert_eq!(case.codes(), [["behind_quota", "vote_open", "awaits_others", "not_eligible"]]);
    let case = case.record(|record| record.votes.push(vote("letter", "b", 8)));
    assert_eq!(case.proposed(), ["c"]);
}
