//! Settling: what is on record of ties is held against a standing, and used where it fits.

use std::collections::BTreeSet;

use thidua_values::{Coded, Day, Faults, Place, Placed, SubjectId, Words, in_ticks};

use crate::{SettlementFault, Standing, TieSettlement, TieSettlements, UnresolvedTie};

/// A record of a settled tie that settles nothing in a standing.
///
/// vi: Biên bản phân định không được dùng trong bảng xếp hạng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct UnusedSettlement {
    /// The record.
    ///
    /// vi: Biên bản phân định.
    pub settlement: TieSettlement,
    /// Why it settles nothing.
    ///
    /// vi: Lý do không được dùng.
    pub reason: UnusedSettlementReason,
}

/// Why a record of a settled tie settles nothing in a standing: most often the tie is no
/// longer what it was, once figures were corrected.
///
/// vi: Lý do biên bản phân định không được dùng; thường là do số liệu đã được đính chính.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum UnusedSettlementReason {
    /// On the day of the standing it is still to come.
    ///
    /// vi: Đến ngày xếp hạng chưa diễn ra.
    #[cfg_attr(feature = "schemars", schemars(title = "SettledLater"))]
    Later {},
    /// None of them is tied with anybody.
    ///
    /// vi: Không ai trong số đó còn đồng hạng.
    #[cfg_attr(feature = "schemars", schemars(title = "SettlesNoTie"))]
    NoTie {},
    /// Not all of them are tied with each other.
    ///
    /// vi: Không phải tất cả đều đồng hạng với nhau.
    #[cfg_attr(feature = "schemars", schemars(title = "SettledApart"))]
    Apart {
        /// Who is not tied with the others. Ordered by id.
        ///
        /// vi: Những đối tượng không đồng hạng với các đối tượng còn lại. Có thứ tự: theo mã định
        /// danh.
        subjects: Vec<SubjectId>,
    },
    /// Others are tied with them too.
    ///
    /// vi: Còn đối tượng khác cũng đồng hạng.
    #[cfg_attr(feature = "schemars", schemars(title = "SettledWithoutOthers"))]
    WithoutOthers {
        /// The others. Ordered by id.
        ///
        /// vi: Những đối tượng khác đó. Có thứ tự: theo mã định danh.
        subjects: Vec<SubjectId>,
    },
    /// The tie is provisional: missing evidence may still take it apart, or bring others in.
    ///
    /// vi: Trường hợp đồng hạng mới là tạm thời vì còn thiếu số liệu.
    #[cfg_attr(feature = "schemars", schemars(title = "SettledTooEarly"))]
    Provisional {},
}

impl Coded for UnusedSettlementReason {
    fn code(&self) -> &'static str {
        match self {
            Self::Later {} => "later",
            Self::NoTie {} => "no_tie",
            Self::Apart { .. } => "apart",
            Self::WithoutOthers { .. } => "without_others",
            Self::Provisional {} => "provisional",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Later {} => {
                Words::new("đến ngày xếp hạng chưa diễn ra", "it is after the day of the standing")
            }
            Self::NoTie {} => Words::new(
                "không ai trong số đó còn đồng hạng",
                "none of them is tied with anybody",
            ),
            Self::Apart { subjects } => Words::new(
                format!("không cùng đồng hạng: {}", in_ticks(subjects)),
                format!("not tied with the others: {}", in_ticks(subjects)),
            ),
            Self::WithoutOthers { subjects } => Words::new(
                format!("còn đồng hạng với {}", in_ticks(subjects)),
                format!("tied with others too: {}", in_ticks(subjects)),
            ),
            Self::Provisional {} => Words::new(
                "mới đồng hạng tạm thời, còn thiếu số liệu",
                "the tie is provisional, as evidence is missing",
            ),
        }
    }
}

impl Standing {
    /// The same standing with its ties settled as recorded, as far as that was by a day.
    ///
    /// A record settles exactly the tie that it names. One that names no tie of this standing
    /// settles nothing and stays beside it with the reason, so that a correction of figures,
    /// which takes ties apart, leaves the rest as it is; one that names nobody of this
    /// standing is about another. A tie without a record stays, and waits as before.
    ///
    /// # Errors
    ///
    /// Every fault, placed by the position of the record: it names somebody of this standing
    /// and somebody who is not in it; a tie was settled by something else than what it waits for.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_scoring::{
    ///     Position, SettledBy, Standing, TieAwaits, TieSettlement, TieSettlements, UnresolvedTie,
    /// };
    /// use thidua_values::{Basis, SubjectId};
    ///
    /// let tied: Vec<SubjectId> = vec!["front-a".parse()?, "front-b".parse()?];
    /// let position = |subject: &SubjectId| Position {
    ///     subject: subject.clone(), rank: 1, tied: 2, total: 90.into(),
    ///     best_total: None, provisional: None,
    /// };
    /// let standing = Standing {
    ///     positions: tied.iter().map(position).collect(),
    ///     unresolved: vec![UnresolvedTie { rank: 1, subjects: tied.clone(), awaits: TieAwaits::Lots }],
    ///     ..Standing::default()
    /// };
    /// let lots = TieSettlement {
    ///     by: SettledBy::Lots,
    ///     order: tied.iter().rev().cloned().collect(),
    ///     tied,
    ///     on: "2022-12-01".parse()?,
    ///     basis: Basis::Illustrative { note: "made up".parse()? },
    /// };
    /// let settlements = TieSettlements::try_new(vec![lots])?;
    ///
    /// let settled = standing.settle(&settlements, "2022-12-15".parse()?)?;
    /// let first = &settled.positions[0];
    /// assert_eq!((first.rank, first.subject.as_str()), (1, "front-b"));
    /// assert!(settled.unresolved.is_empty());
    ///
    /// let before = standing.settle(&settlements, "2022-11-08".parse()?)?;
    /// assert_eq!((before.unresolved.len(), before.unused.len()), (1, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn settle(
        &self,
        settlements: &TieSettlements,
        as_of: Day,
    ) -> Result<Self, Faults<SettlementFault>> {
        let mut settled = self.clone();
        let mut faults = Vec::new();
        for (position, record) in settlements.records().iter().enumerate() {
            let place = Place::whole().index(position);
            let strangers = self.strangers(record);
            if strangers.len() == record.tied.len() {
                continue;
            }
            faults.extend(strangers.into_iter().map(|(at, subject)| Placed {
                place: place.field("tied").index(at),
                fault: SettlementFault::Stranger(subject.clone()),
            }));
            match self.tie_of(record, as_of) {
                Ok(tie) if record.by.ends(tie.awaits) => settled.put_in_order(tie, record),
                Ok(UnresolvedTie { awaits, .. }) => {
                    let fault = SettlementFault::Otherwise { awaits: *awaits, found: record.by };
                    faults.push(Placed { place: place.field("by"), fault });
                }
                Err(reason) => {
                    let settlement = record.clone().canonical();
                    settled.unused.push(UnusedSettlement { settlement, reason });
                }
            }
        }
        settled.list_in_order();
        Faults::check(settled, faults)
    }

    /// Who of those that a record names is not here, with its position.
    fn strangers<'s>(&self, record: &'s TieSettlement) -> Vec<(usize, &'s SubjectId)> {
        let placed = self.positions.iter().map(|position| &position.subject);
        let here: BTreeSet<&SubjectId> =
            placed.chain(self.unranked.iter().map(|unranked| &unranked.subject)).collect();
        let tied = record.tied.iter().enumerate();
        tied.filter(|(_, subject)| !here.contains(subject)).collect()
    }

    /// The tie that a record is about, or why it settles none.
    fn tie_of(
        &self,
        record: &TieSettlement,
        as_of: Day,
    ) -> Result<&UnresolvedTie, UnusedSettlementReason> {
        if as_of < record.on {
            return Err(UnusedSettlementReason::Later {});
        }
        let stated: BTreeSet<&SubjectId> = record.tied.iter().collect();
        // Of several ties the one of most of them, and of as many the best.
        let shared = |tie: &&UnresolvedTie| {
            tie.subjects.iter().filter(|subject| stated.contains(subject)).count()
        };
        let about = self.unresolved.iter().rev().filter(|tie| 0 < shared(tie));
        let tie = about.max_by_key(shared).ok_or(UnusedSettlementReason::NoTie {})?;
        let found: BTreeSet<&SubjectId> = tie.subjects.iter().collect();
        if !stated.is_subset(&found) {
            return Err(UnusedSettlementReason::Apart { subjects: beyond(&stated, &found) });
        }
        if !found.is_subset(&stated) {
            return Err(UnusedSettlementReason::WithoutOthers {
                subjects: beyond(&found, &stated),
            });
        }
        let mut positions = self.positions.iter().filter(|at| found.contains(&at.subject));
        let provisional = positions.any(|position| position.provisional.is_some());
        if provisional { Err(UnusedSettlementReason::Provisional {}) } else { Ok(tie) }
    }

    /// Puts those who are tied in the recorded order, and nobody else.
    fn put_in_order(&mut self, tie: &UnresolvedTie, record: &TieSettlement) {
        for (ahead, subject) in record.order.iter().enumerate() {
            let position = self.positions.iter_mut().find(|at| at.subject == *subject);
            if let Some(position) = position {
                // INVARIANT: a rank plus the number of those tied at it is at most all there are.
                (position.rank, position.tied) = (tie.rank + ahead, 1);
            }
        }
        self.unresolved.retain(|other| other != tie);
        self.settled.push(record.clone().canonical());
    }

    /// Restores the order of every list.
    fn list_in_order(&mut self) {
        self.positions.sort_by(|a, b| (a.rank, &a.subject).cmp(&(b.rank, &b.subject)));
        let place = |record: &TieSettlement| {
            self.positions.iter().position(|at| record.order.first() == Some(&at.subject))
        };
        self.settled.sort_by_key(place);
        self.unused.sort_by(|a, b| a.settlement.tied.cmp(&b.settlement.tied));
    }
}

/// Who is in one set and not in the other.
fn beyond(all: &BTreeSet<&SubjectId>, some: &BTreeSet<&SubjectId>) -> Vec<SubjectId> {
    all.difference(some).map(|subject| (*subject).clone()).collect()
}

#[cfg(test)]
mod tests;
