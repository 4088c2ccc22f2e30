//! Laws: standings are those of the second path, in random seasons, in the
//! golden cases and in Hanoi.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use thidua_criteria::TotalLimits;
use thidua_criteria::strategies::rulebook;
use thidua_scoring::EvidenceRecord;
use thidua_scoring::strategies::{evidence_parts, fewer, roster_for};
use thidua_values::{Coded, Points};

use super::*;
use crate::{golden, hanoi};

/// What a random season is placed by.
#[derive(Clone, Debug)]
struct Season {
    rulebook: Rulebook,
    evidence: EvidenceParts,
    column: Column,
    members: BTreeSet<SubjectId>,
    as_of: Day,
}

impl Season {
    fn standing(&self) -> Standing {
        let Self { rulebook, evidence, column, members, as_of } = self;
        let roster = roster_for(rulebook);
        let (roster, column, as_of) = (&roster, *column, *as_of);
        Placed { rulebook, roster, evidence, column, members, as_of }.standing()
    }
}

/// Who says mostly what another of its kind says.
const TWINS: [(&str, &str); 4] = [("s-0", "s-2"), ("s-0", "s-4"), ("s-1", "s-3"), ("s-3", "s-5")];

/// The same evidence where twins say the same of some criteria and facts, as
/// `same` says in turn; without that, most totals differ and steps see nobody.
fn with_twins(rulebook: &Rulebook, parts: &EvidenceParts, same: &[bool]) -> EvidenceParts {
    let criteria = rulebook.leaves().iter().map(|leaf| -> Vec<&CriterionId> {
        let conditions = leaf.criterion.conditions.iter().map(Condition::id);
        [&leaf.criterion.id].into_iter().chain(conditions).collect()
    });
    let facts = rulebook.parts().facts.iter().map(|fact| vec![&fact.id]);
    let pairs = TWINS.map(|(one, other)| [one, other].map(|id| id.parse::<SubjectId>().unwrap()));
    let mut same = same.iter().cycle();
    let mut records = parts.records.clone();
    for together in criteria.chain(facts) {
        for [one, other] in pairs.iter().filter(|_| *same.next().unwrap()) {
            let is_of = |record: &EvidenceRecord, subject: &SubjectId| {
                record.subject == *subject && together.contains(&&record.criterion)
            };
            let own: Vec<_> = records.iter().filter(|own| is_of(own, one)).cloned().collect();
            records.retain(|record| !is_of(record, other));
            let copy = |own| EvidenceRecord { subject: other.clone(), ..own };
            records.extend(own.into_iter().map(copy));
        }
    }
    EvidenceParts { records, ..parts.clone() }
}

/// The same rulebook with a cap that most totals reach, so that steps have to decide, perhaps
/// the deductions before all others.
fn levelled(rulebook: &Rulebook, by_deductions: bool) -> Option<Rulebook> {
    let total = TotalLimits { at_least: None, at_most: Some(Points::whole(1)) };
    let mut parts = RulebookParts { total, ..rulebook.parts().clone() };
    if by_deductions {
        parts.tie_breaks.insert(0, TieBreak::FewerDeductions {});
    }
    Rulebook::try_new(parts).ok()
}

/// Seasons in which ties are common, and evidence is missing seldom or often.
fn season() -> impl Strategy<Value = Season> {
    let evidence = |rulebook: Rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts)
    };
    let rulebook = (rulebook(), any::<bool>(), prop::bool::weighted(0.2)).prop_map(
        |(rulebook, level, by_deductions)| {
            let levelled = levelled(&rulebook, by_deductions).filter(|_| level);
            levelled.unwrap_or(rulebook)
        },
    );
    let some = |weight| prop::collection::vec(prop::bool::weighted(weight), 97);
    let columns = vec![Column::SelfScored, Column::CrossScored, Column::Appraised, Column::Decided];
    let days = ["2022-11-08", "2022-12-01", "2022-12-02"].map(|day| day.parse().unwrap()).to_vec();
    (
        rulebook.prop_flat_map(evidence),
        (some(0.8), prop_oneof![Just(vec![true]), some(0.9)]),
        prop::sample::select(columns),
        prop::collection::vec(prop::bool::weighted(0.9), 6),
        prop::sample::select(days),
    )
        .prop_map(|((rulebook, parts), (same, keep), column, present, as_of)| {
            let evidence = with_twins(&rulebook, &fewer(&rulebook, &parts, &keep), &same);
            let roster = roster_for(&rulebook);
            let members = roster.subjects().zip(present).filter(|(_, present)| *present);
            let members = members.map(|(subject, _)| subject.clone()).collect();
            Season { rulebook, evidence, column, members, as_of }
        })
}

proptest! {
    /// Law: the standing is what comparing everybody with everybody comes to.
    #[test]
    fn random_standings_are_those_of_the_second_path(season in season()) {
        season.standing();
    }
}

/// What a standing shows, by codes.
fn shown(standing: &Standing) -> Vec<String> {
    let decided = standing.decided.iter().map(|tie| match tie.step {
        TieBreak::Points { .. } => "by points".to_owned(),
        TieBreak::GroupPoints { .. } => "by group points".to_owned(),
        TieBreak::FewerDeductions {} => "by fewer deductions".to_owned(),
        TieBreak::Figure { .. } => "by figure".to_owned(),
        TieBreak::Share { .. } => "by share".to_owned(),
        TieBreak::Earlier { .. } => "by earlier".to_owned(),
        TieBreak::Met { .. } => "by met".to_owned(),
        TieBreak::HeadToHead { .. } => "by head to head".to_owned(),
        TieBreak::Authority {} | TieBreak::Ballot {} | TieBreak::Lots {} => "by nothing".to_owned(),
    });
    let left = standing.unresolved.iter().map(|tie| format!("awaits {}", tie.awaits.code()));
    let unranked = standing.unranked.iter().map(|unranked| unranked.reason.code().to_owned());
    let provisional = standing.positions.iter().filter(|at| at.provisional.is_some());
    let provisional = provisional.map(|_| "provisional".to_owned());
    decided.chain(left).chain(unranked).chain(provisional).collect()
}

#[test]
fn random_standings_show_all_that_a_standing_can_show() {
    let mut runner = TestRunner::deterministic();
    let expected = "awaited_evidence, awaits authority, awaits ballot, awaits lots, awaits nothing, \
                    by earlier, by fewer deductions, by figure, by group points, by head to head, by met, by points, by share, disqualified, disqualifier_open, missing_evidence, provisional";
    let mut all = BTreeSet::new();
    // Some of it is rare.
    for _ in 0..2000 {
        let season = season().new_tree(&mut runner).unwrap().current();
        all.extend(shown(&season.standing()));
        if all.len() == expected.split(", ").count() {
            break;
        }
    }
    assert_eq!(Vec::from_iter(all).join(", "), expected);
}

#[test]
fn standings_of_golden_cases_are_those_of_the_second_path() {
    for case in golden::cases() {
        let (rulebook, evidence, roster) = case.documents();
        for golden::Asked { as_of, up_to: column } in case.asked() {
            for members in golden::clusters(&roster).values() {
                let (rulebook, roster, evidence) = (&rulebook, &roster, &evidence);
                Placed { rulebook, roster, evidence, column, members, as_of }.standing();
            }
        }
    }
}

#[test]
fn standings_of_ha_noi_are_those_of_the_second_path() {
    let documents = hanoi::Documents::read();
    let (roster, column, as_of) = (documents.roster(), Column::Decided, hanoi::meeting());
    for cluster in documents.conclude().clusters {
        let members = documents.members(cluster.cluster.as_str());
        let placed = Placed {
            rulebook: &documents.rulebook,
            roster: &roster,
            evidence: &documents.evidence,
            column,
            members: &members,
            as_of,
        };
        let settled = placed.standing().settle(documents.season.settlements(), as_of);
        assert_eq!(settled.unwrap(), cluster.standing);
    }
}
