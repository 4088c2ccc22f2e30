//! Laws of places.

use proptest::prelude::*;
use thidua_criteria::{Formula, Item, Rulebook, RulebookParts, strategies::rulebook};

use super::*;
use crate::strategies::{evidence_parts, gates, roster, without_contradictions};
use crate::{Evidence, EvidenceParts, EvidenceValue, score};

fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    rulebook().prop_flat_map(|rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts)
    })
}

fn today() -> Day {
    "2022-11-08".parse().unwrap()
}

fn standing(rulebook: &Rulebook, parts: &EvidenceParts) -> Standing {
    let evidence = Evidence::try_new(rulebook, &roster(), parts).unwrap();
    score(&evidence).place(&roster(), today()).unwrap()
}

/// The same rulebook with its sections and items in the reverse order.
fn reversed(rulebook: &Rulebook) -> Rulebook {
    fn reverse(items: &mut [Item]) {
        items.reverse();
        for item in items {
            if let Item::Group(group) = item {
                reverse(&mut group.items);
            }
        }
    }
    let mut parts: RulebookParts = rulebook.parts().clone();
    parts.sections.reverse();
    for section in &mut parts.sections {
        reverse(&mut section.items);
    }
    Rulebook::try_new(parts).unwrap()
}

/// One of the values that missing evidence may turn out to be.
fn completion(
    rulebook: &Rulebook,
    id: &thidua_values::CriterionId,
    choice: usize,
) -> EvidenceValue {
    let Some(leaf) = rulebook.leaf(id) else {
        return EvidenceValue::Met { met: choice != 0 };
    };
    let gated = !leaf.criterion.conditions.is_empty();
    match (choice, &leaf.criterion.formula) {
        (2, _) if !gated => EvidenceValue::NotAssigned {},
        (_, Formula::Sampled { .. }) => {
            EvidenceValue::Count { count: if choice == 0 { 0 } else { 5 } }
        }
        _ => EvidenceValue::Share { part: u32::from(choice != 0).into(), whole: 1.into() },
    }
}

proptest! {
    /// Law: everybody has a place or a reason, once.
    #[test]
    fn everybody_has_a_place_or_a_reason((rulebook, parts) in scored()) {
        let standing = standing(&rulebook, &parts);
        let placed = standing.positions.iter().map(|position| &position.subject);
        let mut all: Vec<_> = placed.chain(standing.unranked.iter().map(|unranked| &unranked.subject)).collect();
        all.sort();
        prop_assert!(all.into_iter().eq(roster().iter()));
    }

    /// Law: among those who are placed, a greater total is never behind, and
    /// who shares a rank has the same total.
    #[test]
    fn totals_decide_first((rulebook, parts) in scored()) {
        let standing = standing(&rulebook, &parts);
        for a in &standing.positions {
            for b in &standing.positions {
                prop_assert!(a.total <= b.total || a.rank < b.rank);
                prop_assert!(a.rank != b.rank || a.total == b.total);
            }
        }
    }

    /// Law: the order of criteria changes no total, no place and no tie.
    #[test]
    fn order_of_criteria_changes_no_place((rulebook, parts) in scored()) {
        let (forth, back) = (standing(&rulebook, &parts), standing(&reversed(&rulebook), &parts));
        prop_assert_eq!(forth.positions, back.positions);
        prop_assert_eq!(forth.decided, back.decided);
        prop_assert_eq!(forth.unresolved, back.unresolved);
    }

    /// Law: a place is within the ranks it calls possible, and so is the rank of
    /// the same subject in any completion of the evidence; a place that is not
    /// provisional stands.
    #[test]
    fn possible_ranks_hold_every_completion((rulebook, parts) in scored(), choices in prop::collection::vec(0_usize..3, 200)) {
        let open = Rulebook::try_new(RulebookParts { missing: MissingPolicy::CountAsWorst {}, ..rulebook.parts().clone() }).unwrap();
        let before = standing(&open, &parts);
        let mut completed = parts.clone();
        for (record, choice) in completed.records.iter_mut().zip(choices.iter().cycle()) {
            if record.value == (EvidenceValue::Missing {}) {
                record.value = completion(&open, &record.criterion, *choice);
            }
        }
        completed.records = without_contradictions(completed.records, &gates(&open));
        let after = standing(&open, &completed);
        for position in &before.positions {
            let rank = position.rank;
            let possible = position.provisional.map_or(rank..=rank, |ranks| ranks.best..=ranks.worst);
            let settled = after.position(&position.subject).unwrap();
            prop_assert!(possible.contains(&rank));
            prop_assert!(possible.contains(&settled.rank), "{:?} {:?}", position, settled);
        }
    }

    /// Law: what decided a tie shows equals whom it took apart: their totals are
    /// equal, what the step saw never rises from one to the next, and where it
    /// falls the next stands behind.
    #[test]
    fn decided_ties_show_what_decided((rulebook, parts) in scored()) {
        let standing = standing(&rulebook, &parts);
        for tie in &standing.decided {
            prop_assert!(rulebook.parts().tie_breaks.contains(&tie.step));
            prop_assert!(tie.order.first().unwrap().value != tie.order.last().unwrap().value);
            for pair in tie.order.windows(2) {
                let at = |key: &TieKey| standing.position(&key.subject).unwrap();
                let (ahead, behind) = (at(&pair[0]), at(&pair[1]));
                prop_assert_eq!(&ahead.total, &behind.total);
                prop_assert!(pair[1].value <= pair[0].value);
                prop_assert!(pair[1].value == pair[0].value || ahead.rank < behind.rank);
            }
        }
    }

    /// Law: the ties that are left are those who share a rank.
    #[test]
    fn unresolved_ties_are_the_shared_ranks((rulebook, parts) in scored()) {
        let standing = standing(&rulebook, &parts);
        let shared = standing.positions.iter().filter(|position| 1 < position.tied).count();
        let left: usize = standing.unresolved.iter().map(|tie| tie.subjects.len()).sum();
        prop_assert_eq!(left, shared);
        prop_assert!(standing.unresolved.iter().all(|tie| tie.awaits == TieAwaits::Ballot));
    }
}

proptest! {
    /// Law: before the stated day who misses evidence has no place; from that
    /// day on it is placed as by the worst.
    #[test]
    fn the_stated_day_divides_waiting_from_counting((rulebook, parts) in scored(), days in 0_u32..3) {
        let until = Day::from_ymd(2022, 11, 7 + days).unwrap();
        let with = |missing| Rulebook::try_new(RulebookParts { missing, ..rulebook.parts().clone() }).unwrap();
        let waiting = standing(&with(MissingPolicy::NotPlacedUntil { day: until }), &parts);
        if today() < until {
            let refused = standing(&with(MissingPolicy::Refuse {}), &parts);
            let ranks = |standing: &Standing| -> Vec<_> {
                standing.positions.iter().map(|at| (at.subject.clone(), at.rank)).collect()
            };
            prop_assert_eq!(ranks(&waiting), ranks(&refused));
            prop_assert!(refused.positions.iter().all(|position| position.provisional.is_none()));
        } else {
            prop_assert_eq!(waiting, standing(&with(MissingPolicy::CountAsWorst {}), &parts));
        }
    }
}

proptest! {
    /// Law: who was not scored cannot be placed.
    #[test]
    fn who_was_not_scored_cannot_be_placed((rulebook, parts) in scored()) {
        let evidence = Evidence::try_new(&rulebook, &roster(), &parts).unwrap();
        let stranger: SubjectId = "stranger".parse().unwrap();
        let fault = score(&evidence).place(&[stranger].into(), today()).unwrap_err();
        prop_assert_eq!(fault.to_string(), "expected a subject that was scored, found `stranger`");
    }
}
