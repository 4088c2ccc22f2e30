//! Proposals that go up one channel or two.

use super::*;
use crate::{Ground, IssuerLevel};

/// An award of that level, for whoever is proposed to it.
fn proposed_award(name: &str, issued_by: IssuerLevel) -> AwardRule {
    AwardRule { issued_by, ..award_for_all(name, vec![AwardCondition::Proposed {}]) }
}

/// Of three members one is proposed to the city's Front and to the district's People's Committee,
/// one to the district alone, one to nobody.
fn tay_ho() -> Case {
    let (city, district) = (IssuerLevel::FrontProvince, IssuerLevel::District);
    let awards = vec![proposed_award("certificate", city), proposed_award("letter", district)];
    case(awards, &[9, 8, 7]).record(|record| {
        record.candidates[0].proposed_to = vec![district, city];
        record.candidates[1].proposed_to = vec![district];
    })
}

#[test]
fn who_is_proposed_to_two_levels_may_be_awarded_by_both() {
    assert_eq!(tay_ho().proposed(), ["a", "a b"]);
    assert_eq!(
        tay_ho().said(),
        [
            "a: proposed: rank 1; proposed to the Front of the province",
            "b: refused: not proposed to the Front of the province",
            "c: refused: not proposed to the Front of the province",
        ]
    );
}

#[test]
fn a_proposal_withdrawn_cancels_what_rested_on_it() {
    let (before, mut after) = (tay_ho(), tay_ho());
    after = after.record(|record| record.candidates[1].proposed_to.clear());
    let (before, after) = (before.confer().unwrap(), after.confer().unwrap());
    let correction = crate::correct(&before, &after);
    let [cancelled] = correction.cancelled.as_slice() else { panic!("{correction:?}") };
    assert_eq!((cancelled.subject.as_str(), cancelled.award.as_str()), ("b", "letter"));
    assert_eq!(cancelled.lost, [Ground::Proposal]);
}
