//! Recorded settlements of ties: lots that were drawn, decisions, ballots.

use std::collections::BTreeSet;

use thidua_values::{Basis, Coded, Day, Fault, Faults, Place, Placed, SubjectId, Words, in_ticks};
use thiserror::Error;

use crate::TieAwaits;

/// How one tie of a standing was settled, as it is on record.
///
/// It settles exactly the tie that it names: nobody else, and no part of a larger one.
///
/// vi: Kết quả phân định một trường hợp đồng hạng, theo biên bản. Chỉ có giá trị với đúng những
/// đối tượng đồng hạng được nêu.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct TieSettlement {
    /// How it came about.
    ///
    /// vi: Cách phân định.
    pub by: SettledBy,
    /// All who were tied. A set.
    ///
    /// vi: Tất cả các đối tượng đồng hạng. Tập hợp, thứ tự không có nghĩa.
    pub tied: Vec<SubjectId>,
    /// The same, each once. Ordered: the first stands ahead.
    ///
    /// vi: Cũng các đối tượng đó, mỗi đối tượng một lần. Có thứ tự: từ cao xuống thấp.
    pub order: Vec<SubjectId>,
    /// The day on which it was settled.
    ///
    /// vi: Ngày phân định.
    pub on: Day,
    /// What this rests on.
    ///
    /// vi: Căn cứ.
    pub basis: Basis,
}

/// What settles a tie that the list of tie-breaks leaves.
///
/// vi: Cách phân định trường hợp còn đồng hạng sau các bước đã xét.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum SettledBy {
    /// A ballot that was held.
    ///
    /// vi: Bỏ phiếu.
    Ballot,
    /// A decision of the competent authority.
    ///
    /// vi: Quyết định của cấp có thẩm quyền.
    Authority,
    /// Lots that were drawn.
    ///
    /// vi: Bốc thăm.
    Lots,
}

impl SettledBy {
    /// Whether a tie that waits for that is settled by this.
    #[must_use]
    pub const fn ends(self, awaits: TieAwaits) -> bool {
        matches!(
            (self, awaits),
            (Self::Ballot, TieAwaits::Ballot)
                | (Self::Authority, TieAwaits::Authority)
                | (Self::Lots, TieAwaits::Lots)
        )
    }
}

impl Coded for SettledBy {
    fn code(&self) -> &'static str {
        match self {
            Self::Ballot => "ballot",
            Self::Authority => "authority",
            Self::Lots => "lots",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Ballot => Words::new("bỏ phiếu", "ballot"),
            Self::Authority => {
                Words::new("quyết định của cấp có thẩm quyền", "decision of the authority")
            }
            Self::Lots => Words::new("bốc thăm", "lots"),
        }
    }
}

impl TieSettlement {
    /// The same with its set in canonical order.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.tied.sort();
        self
    }
}

impl Coded for TieSettlement {
    fn code(&self) -> &'static str {
        self.by.code()
    }

    fn words(&self) -> Words {
        let (by, basis) = (self.by.words(), self.basis.words());
        let order = in_ticks(&self.order);
        Words::new(
            format!("{} ngày {}: {order} ({})", by.vi, self.on.in_vietnamese(), basis.vi),
            format!("{} of {}: {order} ({})", by.en, self.on, basis.en),
        )
    }
}

/// What is on record of ties: each record is sound in itself, whatever standing it meets.
// INVARIANT: each names at least two who are tied, each once, and puts exactly these in order,
// each once; no two name the same tie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TieSettlements {
    records: Vec<TieSettlement>,
}

impl TieSettlements {
    /// These records.
    ///
    /// # Errors
    ///
    /// Every fault, placed by the position of the record: fewer than two are tied, or one of
    /// them is named twice; the order leaves somebody out, names somebody twice, or somebody
    /// who is not tied; a tie is settled by two records.
    pub fn try_new(records: Vec<TieSettlement>) -> Result<Self, Faults<SettlementFault>> {
        let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
        for (position, record) in records.iter().enumerate() {
            let place = Place::whole().index(position);
            let tied: BTreeSet<&SubjectId> = record.tied.iter().collect();
            faults.extend(faults_of(record, &tied, &place));
            if !seen.insert(tied) {
                let fault = SettlementFault::Again(record.tied.clone());
                faults.push(Placed { place: place.field("tied"), fault });
            }
        }
        Faults::check(Self { records }, faults)
    }

    /// The records, as they were given.
    #[must_use]
    pub fn records(&self) -> &[TieSettlement] {
        &self.records
    }
}

/// What is wrong with a record in itself.
fn faults_of(
    record: &TieSettlement,
    tied: &BTreeSet<&SubjectId>,
    place: &Place,
) -> Vec<Placed<SettlementFault>> {
    let (of_tied, of_order) = (place.field("tied"), place.field("order"));
    let mut faults = Vec::new();
    let mut add = |place, fault| faults.push(Placed { place, fault });
    if tied.len() < 2 {
        add(of_tied.clone(), SettlementFault::NoTie(record.tied.clone()));
    }
    let mut named = BTreeSet::new();
    for (position, subject) in record.tied.iter().enumerate() {
        if !named.insert(subject) {
            add(of_tied.index(position), SettlementFault::TiedTwice(subject.clone()));
        }
    }
    let mut placed = BTreeSet::new();
    for (position, subject) in record.order.iter().enumerate() {
        let place = of_order.index(position);
        if !tied.contains(subject) {
            add(place, SettlementFault::NotTied(subject.clone()));
        } else if !placed.insert(subject) {
            add(place, SettlementFault::Twice(subject.clone()));
        }
    }
    for subject in tied.difference(&placed) {
        add(of_order.clone(), SettlementFault::LeftOut((*subject).clone()));
    }
    faults
}

/// Why the record of a settled tie is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum SettlementFault {
    /// Fewer than two are tied.
    NoTie(Vec<SubjectId>),
    /// Somebody is named twice among those who are tied.
    TiedTwice(SubjectId),
    /// The order names somebody who is not tied.
    NotTied(SubjectId),
    /// The order names somebody twice.
    Twice(SubjectId),
    /// The order leaves out somebody who is tied.
    LeftOut(SubjectId),
    /// Another record settles the same tie.
    Again(Vec<SubjectId>),
    /// Somebody is not in the standing in which others of the record are.
    Stranger(SubjectId),
    /// The rulebook's list of tie-breaks does not end with that.
    Otherwise {
        /// What the tie waits for.
        awaits: TieAwaits,
        /// What is on record.
        found: SettledBy,
    },
}

impl Fault for SettlementFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoTie(_) => "settles_no_tie",
            Self::TiedTwice(_) => "tied_twice",
            Self::NotTied(_) => "settled_not_tied",
            Self::Twice(_) => "settled_twice",
            Self::LeftOut(_) => "settled_left_out",
            Self::Again(_) => "settled_again",
            Self::Stranger(_) => "settled_stranger",
            Self::Otherwise { .. } => "settled_otherwise",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::NoTie(_) => "at least two who are tied".into(),
            Self::TiedTwice(_) => "everybody once".into(),
            Self::NotTied(_) | Self::Twice(_) | Self::LeftOut(_) => {
                "all who are tied, each once".into()
            }
            Self::Again(_) => "one settlement of a tie".into(),
            Self::Stranger(_) => "members of one standing".into(),
            Self::Otherwise { awaits, .. } => match awaits {
                TieAwaits::Ballot => "a ballot, with which the list of tie-breaks ends".into(),
                TieAwaits::Authority => {
                    "a decision of the authority, with which the list of tie-breaks ends".into()
                }
                TieAwaits::Lots => "lots, with which the list of tie-breaks ends".into(),
                TieAwaits::Nothing => {
                    "no settlement, as the list of tie-breaks ends without one".into()
                }
            },
        }
    }

    fn found(&self) -> String {
        match self {
            Self::NoTie(tied) if tied.is_empty() => "nobody".into(),
            Self::NoTie(tied) => format!("only {}", in_ticks(tied)),
            Self::TiedTwice(subject) | Self::Twice(subject) => format!("`{subject}` again"),
            Self::NotTied(subject) => format!("`{subject}`, who is not"),
            Self::LeftOut(subject) => format!("`{subject}` left out"),
            Self::Again(tied) => format!("another of that between {}", in_ticks(tied)),
            Self::Stranger(subject) => format!("`{subject}`, who is not in it"),
            Self::Otherwise { found, .. } => found.words().en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(tied: &[&str], order: &[&str]) -> TieSettlement {
        let ids = |ids: &[&str]| ids.iter().map(|id| id.parse().unwrap()).collect();
        TieSettlement {
            by: SettledBy::Lots,
            tied: ids(tied),
            order: ids(order),
            on: "2022-12-01".parse().unwrap(),
            basis: Basis::Illustrative { note: "made up".parse().unwrap() },
        }
    }

    #[test]
    fn a_record_is_about_exactly_one_tie() {
        let sound =
            vec![record(&["a", "b"], &["b", "a"]), record(&["c", "b", "a"], &["a", "c", "b"])];
        assert_eq!(TieSettlements::try_new(sound.clone()).unwrap().records(), sound);
        let cases = [
            (vec![record(&[], &[])], "[0].tied: expected at least two who are tied, found nobody"),
            (
                vec![record(&["a"], &["a"])],
                "[0].tied: expected at least two who are tied, found only `a`",
            ),
            (
                vec![record(&["a", "b", "a"], &["a", "b"])],
                "[0].tied[2]: expected everybody once, found `a` again",
            ),
            (
                vec![record(&["a", "b", "c"], &["b", "d", "b"])],
                "[0].order: expected all who are tied, each once, found `a` left out\n\
                 [0].order: expected all who are tied, each once, found `c` left out\n\
                 [0].order[1]: expected all who are tied, each once, found `d`, who is not\n\
                 [0].order[2]: expected all who are tied, each once, found `b` again",
            ),
            (
                vec![record(&["a", "b"], &["b", "a"]), record(&["b", "a"], &["a", "b"])],
                "[1].tied: expected one settlement of a tie, found another of that between `b`, `a`",
            ),
        ];
        for (records, expected) in cases {
            assert_eq!(TieSettlements::try_new(records).unwrap_err().to_string(), expected);
        }
    }

    #[test]
    fn a_settlement_says_how_when_and_by_what() {
        let lots = record(&["a", "b"], &["b", "a"]);
        assert_eq!(lots.code(), "lots");
        assert_eq!(lots.words().vi, "bốc thăm ngày 01/12/2022: `b`, `a` (minh họa: made up)");
        assert_eq!(lots.words().en, "lots of 2022-12-01: `b`, `a` (illustrative: made up)");
        let source = "the minutes".parse().unwrap();
        let ballot =
            TieSettlement { by: SettledBy::Ballot, basis: Basis::Published { source }, ..lots };
        assert_eq!(ballot.words().en, "ballot of 2022-12-01: `b`, `a` (source: the minutes)");
    }

    #[test]
    fn each_ends_what_waits_for_it() {
        let all = [SettledBy::Ballot, SettledBy::Authority, SettledBy::Lots];
        let awaited =
            [TieAwaits::Ballot, TieAwaits::Authority, TieAwaits::Lots, TieAwaits::Nothing];
        for by in all {
            for awaits in awaited {
                assert_eq!(by.ends(awaits), by.code() == awaits.code());
            }
        }
    }
}
