//! Laws of places.

use proptest::prelude::*;
use thidua_criteria::strategies::rulebook;
use thidua_criteria::{
    Combine, Disqualifier, Fact, FactAnswer, Item, Rulebook, RulebookParts, TotalLimits, Unanswered,
};
use thidua_values::{Coded, CriterionId, Points};

use super::*;
use crate::strategies::{evidence_parts, fewer, roster_for};
use crate::{Evidence, EvidenceParts, samples, score};

mod no_place;
mod tie_breaks;

fn scored() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    rulebook().prop_flat_map(|rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts)
    })
}

fn today() -> Day {
    "2022-11-08".parse().unwrap()
}

fn everybody(rulebook: &Rulebook) -> BTreeSet<SubjectId> {
    roster_for(rulebook).subjects().cloned().collect()
}

fn standing(rulebook: &Rulebook, parts: &EvidenceParts) -> Standing {
    let evidence = Evidence::try_new(rulebook, &roster_for(rulebook), parts).unwrap();
    score(&evidence).place(&everybody(rulebook), today()).unwrap()
}

/// The same rulebook with the items of its parts and groups in the reverse order.
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
    let all = [Some(&mut parts.scale), parts.bonus.as_mut(), parts.deductions.as_mut()];
    for part in all.into_iter().flatten() {
        reverse(&mut part.items);
    }
    Rulebook::try_new(parts).unwrap()
}

/// The same rulebook with another policy.
fn with(rulebook: &Rulebook, missing: MissingPolicy) -> Rulebook {
    Rulebook::try_new(RulebookParts { missing, ..rulebook.parts().clone() }).unwrap()
}

proptest! {
    /// Law: everybody has a place or a reason, once.
    #[test]
    fn everybody_has_a_place_or_a_reason((rulebook, parts) in scored()) {
        let standing = standing(&rulebook, &parts);
        let placed = standing.positions.iter().map(|position| &position.subject);
        let mut all: Vec<_> = placed.chain(standing.unranked.iter().map(|unranked| &unranked.subject)).collect();
        all.sort();
        prop_assert!(all.into_iter().eq(&everybody(&rulebook)));
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

    /// Law: a place is within the ranks it calls possible, and new evidence only
    /// narrows them; a place that is not provisional stands.
    #[test]
    fn new_evidence_narrows_the_possible_ranks(
        (rulebook, parts) in scored(),
        keep in prop::collection::vec(any::<bool>(), 97),
        waits in any::<bool>(),
    ) {
        let day = Day::from_ymd(2022, 12, 1).unwrap();
        let policy = if waits { MissingPolicy::NotPlacedUntil { day } } else { MissingPolicy::CountAsWorst {} };
        let rulebook = with(&rulebook, policy);
        let before = standing(&rulebook, &fewer(&rulebook, &parts, &keep));
        let after = standing(&rulebook, &parts);
        let possible = |at: &Position| at.provisional.map_or(at.rank..=at.rank, |ranks| ranks.best..=ranks.worst);
        for position in &before.positions {
            let narrow = after.position(&position.subject).unwrap();
            let (wide, narrow) = (possible(position), possible(narrow));
            prop_assert!(wide.contains(&position.rank));
            prop_assert!(wide.start() <= narrow.start() && narrow.end() <= wide.end(), "{:?} {:?}", before, after);
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
        let awaits = match rulebook.parts().tie_breaks.last() {
            Some(TieBreak::Ballot {}) => TieAwaits::Ballot,
            Some(TieBreak::Authority {}) => TieAwaits::Authority,
            Some(TieBreak::Lots {}) => TieAwaits::Lots,
            _ => TieAwaits::Nothing,
        };
        prop_assert!(standing.unresolved.iter().all(|tie| tie.awaits == awaits));
    }
}

proptest! {
    /// Law: before the stated day who misses evidence has no place; from that
    /// day on it is placed as by the worst.
    #[test]
    fn the_stated_day_divides_waiting_from_counting((rulebook, parts) in scored(), days in 0_u32..3) {
        let until = Day::from_ymd(2022, 11, 7 + days).unwrap();
        let waiting = standing(&with(&rulebook, MissingPolicy::NotPlacedUntil { day: until }), &parts);
        if today() < until {
            let refused = standing(&with(&rulebook, MissingPolicy::Refuse {}), &parts);
            let ranks = |standing: &Standing| -> Vec<_> {
                standing.positions.iter().map(|at| (at.subject.clone(), at.rank)).collect()
            };
            prop_assert_eq!(ranks(&waiting), ranks(&refused));
            // But for the figure of what was achieved before, which nobody has to report.
            let by_figure = |step: &TieBreak| {
                matches!(step, TieBreak::Figure { .. } | TieBreak::Share { .. } | TieBreak::Earlier { .. })
            };
            prop_assert!(
                rulebook.parts().tie_breaks.iter().any(by_figure)
                    || refused.positions.iter().all(|position| position.provisional.is_none())
            );
        } else {
            prop_assert_eq!(waiting, standing(&with(&rulebook, MissingPolicy::CountAsWorst {}), &parts));
        }
    }
}

proptest! {
    /// Law: who was not scored cannot be placed.
    #[test]
    fn who_was_not_scored_cannot_be_placed((rulebook, parts) in scored()) {
        let evidence = Evidence::try_new(&rulebook, &roster_for(&rulebook), &parts).unwrap();
        let stranger: SubjectId = "stranger".parse().unwrap();
        let fault = score(&evidence).place(&[stranger].into(), today()).unwrap_err();
        prop_assert_eq!(fault.to_string(), "expected a subject that was scored, found `stranger`");
    }
}

/// The places of subjects who each have rows, shown as `rank: subject`, a possible
/// range behind it.
fn places(standing: &Standing) -> Vec<String> {
    let positions = standing.positions.iter().map(|at| {
        let possible = at.provisional.map(|ranks| format!(" ({} to {})", ranks.best, ranks.worst));
        format!("{}: {}{}", at.rank, at.subject, possible.unwrap_or_default())
    });
    positions.collect()
}

/// The standing of these subjects by these rows, on a day in November.
fn stand(parts: &RulebookParts, subjects: &[&str], rows: &[(&str, &str, &str)]) -> Standing {
    let rulebook = samples::rulebook(parts);
    let evidence = samples::evidence(&rulebook, subjects, rows);
    let members = subjects.iter().map(|subject| subject.parse().unwrap()).collect();
    score(&evidence).place(&members, today()).unwrap()
}

/// A rulebook of 10 points, and a criterion without points that breaks ties.
fn tied(formula: Formula, steps: Vec<TieBreak>) -> RulebookParts {
    let breaks = samples::criterion("breaks", 0, formula);
    let items = vec![samples::met("own", 10), Item::Criterion(breaks)];
    RulebookParts { tie_breaks: steps, ..samples::parts(10, items) }
}

fn criterion() -> CriterionId {
    "breaks".parse().unwrap()
}
