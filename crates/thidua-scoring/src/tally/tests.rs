//! Laws of tallies: they are what sheets and standings come to.

use proptest::prelude::*;
use thidua_criteria::{MissingPolicy, Rulebook, RulebookParts, strategies::rulebook};

use super::*;
use crate::strategies::{evidence_parts, roster_for};
use crate::{EvidenceParts, score};

mod monotone;

fn case() -> impl Strategy<Value = (Rulebook, EvidenceParts)> {
    // Who misses evidence has no place, as in a tally.
    let refusing = rulebook().prop_map(|rulebook| {
        let missing = MissingPolicy::Refuse {};
        Rulebook::try_new(RulebookParts { missing, ..rulebook.parts().clone() }).unwrap()
    });
    refusing.prop_flat_map(|rulebook| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), parts)
    })
}

proptest! {
    /// Law: a tally is the total of the sheet, and tells what the sheet tells.
    #[test]
    fn tallies_are_the_totals_of_sheets((rulebook, parts) in case()) {
        let evidence = Evidence::try_new(&rulebook, &roster_for(&rulebook), &parts).unwrap();
        let tallies = tally(&evidence);
        for sheet in score(&evidence).sheets() {
            let tally = tallies.total(&sheet.subject).unwrap();
            prop_assert_eq!(tally.worst.total(), sheet.total.worst.clone());
            prop_assert_eq!(tally.best.total(), sheet.total.best.clone());
            prop_assert_eq!(tally.is_complete, sheet.is_complete());
            prop_assert_eq!(tally.is_disqualified, !sheet.disqualified_by.is_empty());
        }
    }

    /// Law: the order of tallies is that of places by total alone.
    #[test]
    fn tallies_stand_as_places_do((rulebook, parts) in case()) {
        let parts_without = RulebookParts { tie_breaks: Vec::new(), ..rulebook.parts().clone() };
        let rulebook = Rulebook::try_new(parts_without).unwrap();
        let roster = roster_for(&rulebook);
        let evidence = Evidence::try_new(&rulebook, &roster, &parts).unwrap();
        let members = roster.subjects().cloned().collect();
        let standing = score(&evidence).place(&members, "2022-11-08".parse().unwrap()).unwrap();
        let order = tally(&evidence).order(&members).unwrap();
        let placed: Vec<_> =
            order.placed.ranks().map(|(subject, rank)| (subject, rank.competition())).collect();
        let positions = standing.positions.iter().map(|at| (&at.subject, at.rank));
        prop_assert_eq!(placed, positions.collect::<Vec<_>>());
        let unranked = standing.unranked.iter().map(|unranked| &unranked.subject);
        prop_assert!(order.left_out.iter().eq(unranked));
    }

    /// Law: who was not tallied has no place.
    #[test]
    fn who_was_not_tallied_has_no_place((rulebook, parts) in case()) {
        let evidence = Evidence::try_new(&rulebook, &roster_for(&rulebook), &parts).unwrap();
        let stranger: SubjectId = "stranger".parse().unwrap();
        let order = tally(&evidence).order(&[stranger.clone()].into());
        prop_assert_eq!(order, Err(NotScored(stranger)));
    }
}
