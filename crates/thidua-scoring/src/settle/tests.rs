//! Laws of settled ties.

use std::collections::BTreeMap;

use proptest::prelude::*;
use thidua_criteria::strategies::rulebook;
use thidua_ranking::Partition;
use thidua_values::Basis;

use super::*;
use crate::strategies::{evidence_parts, fewer, roster_for};
use crate::{Evidence, Position, PossibleRanks, SettledBy, TieAwaits, score};

fn today() -> Day {
    "2022-12-15".parse().unwrap()
}

fn subject(number: usize) -> SubjectId {
    format!("s-{number}").parse().unwrap()
}

fn record(by: SettledBy, order: &[SubjectId]) -> TieSettlement {
    let basis = Basis::Illustrative { note: "made up".parse().unwrap() };
    let (tied, on) = (order.to_vec(), "2022-12-01".parse().unwrap());
    TieSettlement { by, tied, order: order.to_vec(), on, basis }.canonical()
}

fn all(records: Vec<TieSettlement>) -> TieSettlements {
    TieSettlements::try_new(records).unwrap()
}

/// The standing by these points, in which ties wait for lots.
fn standing(points: &BTreeMap<SubjectId, u8>) -> Standing {
    let order = Partition::by_key(points.clone());
    let positions = order.ranks().map(|(subject, rank)| Position {
        subject: subject.clone(),
        rank: rank.competition(),
        tied: rank.tied(),
        total: i64::from(points[subject]).into(),
        best_total: None,
        provisional: None,
    });
    let positions: Vec<Position> = positions.collect();
    let rank = |tie: &[SubjectId]| positions.iter().find(|at| at.subject == tie[0]).unwrap().rank;
    let unresolved = order.ties().map(|tie| UnresolvedTie {
        rank: rank(tie),
        subjects: tie.to_vec(),
        awaits: TieAwaits::Lots,
    });
    let unresolved = unresolved.collect();
    Standing { positions, unresolved, ..Standing::default() }
}

/// Few points, so that ties are common; and what is drawn for everybody, which differs.
fn drawn() -> impl Strategy<Value = (BTreeMap<SubjectId, u8>, Vec<SubjectId>)> {
    drawn_of(8)
}

/// The same, of at most so many.
fn drawn_of(most: usize) -> impl Strategy<Value = (BTreeMap<SubjectId, u8>, Vec<SubjectId>)> {
    prop::collection::vec(0_u8..4, 2..=most).prop_flat_map(|points| {
        let subjects: Vec<SubjectId> = (0..points.len()).map(subject).collect();
        let points = subjects.iter().cloned().zip(points).collect();
        (Just(points), Just(subjects).prop_shuffle())
    })
}

/// The lots of every tie, in the order of what was drawn.
fn lots(standing: &Standing, drawn: &[SubjectId]) -> Vec<TieSettlement> {
    let of_tie = |tie: &UnresolvedTie| -> Vec<SubjectId> {
        drawn.iter().filter(|one| tie.subjects.contains(one)).cloned().collect()
    };
    standing.unresolved.iter().map(|tie| record(SettledBy::Lots, &of_tie(tie))).collect()
}

/// All orders of so many.
fn orders(many: usize) -> Vec<Vec<usize>> {
    let Some(last) = many.checked_sub(1) else { return vec![Vec::new()] };
    let with_last = |order: Vec<usize>| {
        (0..many).map(move |at| {
            let mut order = order.clone();
            order.insert(at, last);
            order
        })
    };
    orders(last).into_iter().flat_map(with_last).collect()
}

/// Whether a record settles a tie, by definition: by that day it names all who share a rank, and
/// nobody else, and nothing is open about their places.
fn is_used_by_definition(standing: &Standing, record: &TieSettlement) -> bool {
    let named = |one: &Position| record.tied.contains(&one.subject);
    let ranks: BTreeSet<usize> =
        standing.positions.iter().filter(|one| named(one)).map(|one| one.rank).collect();
    let mut there = standing.positions.iter().filter(|one| ranks.contains(&one.rank));
    ranks.len() == 1
        && record.on <= today()
        && there.all(|one| named(one) && one.provisional.is_none())
}

/// The ranks and how many share each, by definition: what a standing says is which orders of
/// all are left, and a record leaves those in which its own order holds. Who can be first of
/// some and last of them in these orders is tied with them.
fn places_by_definition(
    standing: &Standing,
    used: &[TieSettlement],
) -> BTreeMap<SubjectId, (usize, usize)> {
    let members = &standing.positions;
    let place_in = |record: &TieSettlement, one: usize| {
        record.order.iter().position(|other| *other == members[one].subject)
    };
    let may_stand_ahead = |one: usize, other: usize| {
        let in_order = |record| place_in(record, one).zip(place_in(record, other));
        let holds = |(one, other)| one < other;
        members[one].rank <= members[other].rank && used.iter().filter_map(in_order).all(holds)
    };
    let mut left = orders(members.len());
    left.retain(|order| {
        let behind = |at: usize| &order[at + 1..];
        (0..order.len()).all(|at| behind(at).iter().all(|other| may_stand_ahead(order[at], *other)))
    });
    let place = |one: usize| {
        let places = || left.iter().map(|order| order.iter().position(|at| *at == one).unwrap());
        let (best, worst) = (places().min().unwrap(), places().max().unwrap());
        (1 + best, worst - best + 1)
    };
    (0..members.len()).map(|one| (members[one].subject.clone(), place(one))).collect()
}

/// Records of whole ties, of some of one and of those of several, each by today or later; no two
/// of the same.
fn records() -> impl Strategy<Value = (Standing, Vec<TieSettlement>)> {
    let named = || (prop::collection::vec(any::<bool>(), 6), prop::bool::weighted(0.2));
    let open = prop::collection::vec(prop::bool::weighted(0.1), 6);
    let drawn = (drawn_of(6), open, prop::collection::vec(named(), 0..3), named());
    drawn.prop_map(|((points, drawn), open, some, whole)| {
        let mut before = standing(&points);
        for (position, _) in before.positions.iter_mut().zip(open).filter(|(_, open)| *open) {
            position.provisional = Some(PossibleRanks { best: 1, worst: 6 });
        }
        let mut records = lots(&before, &drawn);
        let mut kept = whole.0.into_iter();
        records.retain(|_| kept.next().unwrap());
        for (named, is_later) in some {
            let order = drawn.iter().zip(named).filter(|(_, named)| *named);
            let order: Vec<SubjectId> = order.map(|(one, _)| one.clone()).collect();
            let mut one = record(SettledBy::Lots, &order);
            if is_later {
                one.on = "2022-12-16".parse().unwrap();
            }
            if 2 <= order.len() && records.iter().all(|other| other.tied != one.tied) {
                records.push(one);
            }
        }
        (before, records)
    })
}

proptest! {
    /// Law: settling is its definition.
    #[test]
    fn settling_equals_its_definition((before, records) in records()) {
        let is_used = |record: &&TieSettlement| is_used_by_definition(&before, record);
        let used: Vec<TieSettlement> = records.iter().filter(is_used).cloned().collect();
        let after = before.settle(&all(records.clone()), today()).unwrap();
        let places = after.positions.iter().map(|at| (at.subject.clone(), (at.rank, at.tied)));
        prop_assert_eq!(places.collect::<BTreeMap<_, _>>(), places_by_definition(&before, &used));
        let by_tie = |records: &[TieSettlement]| -> BTreeMap<Vec<SubjectId>, TieSettlement> {
            records.iter().map(|record| (record.tied.clone(), record.clone())).collect()
        };
        prop_assert_eq!(by_tie(&after.settled), by_tie(&used));
        let unused = after.unused.iter().map(|unused| unused.settlement.clone());
        let unused: Vec<TieSettlement> = unused.chain(used.clone()).collect();
        prop_assert_eq!(by_tie(&unused), by_tie(&records));
        let mut waits = before.unresolved.clone();
        waits.retain(|tie| used.iter().all(|record| record.tied != tie.subjects));
        prop_assert_eq!(&after.unresolved, &waits);
    }

    /// Law: lots replay. Each recorded order settles its tie as a partition is settled by it,
    /// and touches nobody else: rank, total and reasons of all others stay.
    #[test]
    fn recorded_lots_give_the_recorded_order_and_touch_nobody_else(
        (points, drawn) in drawn(),
        used in prop::collection::vec(any::<bool>(), 4),
    ) {
        let before = standing(&points);
        let mut used = used.into_iter();
        let mut records = lots(&before, &drawn);
        records.retain(|_| used.next().unwrap());
        let after = before.settle(&all(records.clone()), today()).unwrap();
        let settle = |order: Partition<SubjectId>, one: &TieSettlement| order.settle(&one.order).unwrap().partition;
        prop_assert_eq!(after.partition(), records.iter().fold(before.partition(), settle));
        prop_assert_eq!(&after.settled, &records);
        prop_assert_eq!(after.unresolved.len() + records.len(), before.unresolved.len());
        prop_assert!(after.unused.is_empty());
        let is_settled = |one: &SubjectId| records.iter().any(|record| record.tied.contains(one));
        let others = |of: &Standing| -> Vec<Position> {
            of.positions.iter().filter(|at| !is_settled(&at.subject)).cloned().collect()
        };
        prop_assert_eq!(others(&after), others(&before));
        for position in &after.positions {
            prop_assert_eq!(&position.total, &before.position(&position.subject).unwrap().total);
        }
    }

    /// Law: the order of the records changes nothing, and once used they settle nothing more.
    #[test]
    fn the_order_of_records_changes_nothing((points, drawn) in drawn()) {
        let before = standing(&points);
        let mut records = lots(&before, &drawn);
        let after = before.settle(&all(records.clone()), today()).unwrap();
        records.reverse();
        prop_assert_eq!(&before.settle(&all(records.clone()), today()).unwrap(), &after);
        let again = after.settle(&all(records), today()).unwrap();
        prop_assert_eq!(&again.positions, &after.positions);
        let idle = |unused: &UnusedSettlement| unused.reason == UnusedSettlementReason::NoTie {};
        prop_assert!(again.unused.iter().all(idle));
    }

    /// Law: a record is used exactly if it names a tie, no more and no less; else the
    /// standing is as it was, and says which record was not used.
    #[test]
    fn a_record_is_used_exactly_if_it_names_a_tie(
        (points, drawn) in drawn(),
        named in prop::collection::vec(any::<bool>(), 9),
    ) {
        let before = standing(&points);
        let named = drawn.iter().zip(named).filter(|(_, named)| *named);
        let order: Vec<SubjectId> = named.map(|(subject, _)| subject.clone()).collect();
        prop_assume!(2 <= order.len());
        let one = record(SettledBy::Lots, &order);
        let is_a_tie = before.unresolved.iter().any(|tie| tie.subjects == one.tied);
        let after = before.settle(&all(vec![one.clone()]), today()).unwrap();
        prop_assert_eq!(after.settled.len(), usize::from(is_a_tie));
        if !is_a_tie {
            let [unused] = &after.unused[..] else { panic!("{:?}", after.unused) };
            prop_assert_eq!(&unused.settlement, &one);
            prop_assert_eq!(Standing { unused: Vec::new(), ..after.clone() }, before);
        }
    }

    /// Law: settling never crosses groups: who stood ahead still does.
    #[test]
    fn who_stood_ahead_still_does((points, drawn) in drawn()) {
        let before = standing(&points);
        let after = before.settle(&all(lots(&before, &drawn)), today()).unwrap();
        let rank = |of: &Standing, one: &SubjectId| of.position(one).unwrap().rank;
        for one in points.keys() {
            for other in points.keys().filter(|other| rank(&before, one) < rank(&before, other)) {
                prop_assert!(rank(&after, one) < rank(&after, other));
            }
        }
    }

    /// Law: renaming permutes the result, and nothing else.
    #[test]
    fn nobody_is_preferred_for_a_name((points, drawn) in drawn()) {
        let rename = |one: &SubjectId| {
            let number: usize = one.as_str()[2..].parse().unwrap();
            subject(points.len() - 1 - number)
        };
        let renamed: BTreeMap<_, _> = points.iter().map(|(one, at)| (rename(one), *at)).collect();
        let others: Vec<SubjectId> = drawn.iter().map(rename).collect();
        let (here, there) = (standing(&points), standing(&renamed));
        let here = here.settle(&all(lots(&here, &drawn)), today()).unwrap();
        let there = there.settle(&all(lots(&there, &others)), today()).unwrap();
        for one in points.keys() {
            prop_assert_eq!(here.position(one).unwrap().rank, there.position(&rename(one)).unwrap().rank);
        }
    }

    /// Law: of what was scored, a tie is settled exactly if no evidence that is missing could
    /// change it, by exactly what the list ends with; and nobody else's place changes.
    #[test]
    fn scored_ties_are_settled_by_what_ends_the_list(
        ((rulebook, parts), keep) in rulebook().prop_flat_map(|rulebook| {
            let parts = evidence_parts(&rulebook);
            ((Just(rulebook), parts), prop::collection::vec(prop::bool::weighted(0.97), 97))
        }),
    ) {
        let roster = roster_for(&rulebook);
        let parts = fewer(&rulebook, &parts, &keep);
        let evidence = Evidence::try_new(&rulebook, &roster, &parts).unwrap();
        let before = score(&evidence).place(&roster.subjects().cloned().collect(), today()).unwrap();
        for tie in &before.unresolved {
            let is_open = before.positions.iter().any(|at| {
                tie.subjects.contains(&at.subject) && at.provisional.is_some()
            });
            for by in [SettledBy::Ballot, SettledBy::Authority, SettledBy::Lots] {
                let order: Vec<SubjectId> = tie.subjects.iter().rev().cloned().collect();
                let settled = before.settle(&all(vec![record(by, &order)]), today());
                if is_open {
                    prop_assert_eq!(&settled.unwrap().unused[0].reason, &UnusedSettlementReason::Provisional {});
                } else if by.code() == tie.awaits.code() {
                    let settled = settled.unwrap();
                    let ranks: Vec<usize> = order.iter().map(|one| settled.position(one).unwrap().rank).collect();
                    prop_assert_eq!(ranks, (tie.rank..).take(order.len()).collect::<Vec<_>>());
                    let others = |of: &Standing| -> Vec<Position> {
                        of.positions.iter().filter(|at| !order.contains(&at.subject)).cloned().collect()
                    };
                    prop_assert_eq!(others(&settled), others(&before));
                } else {
                    prop_assert!(settled.is_err());
                }
            }
        }
    }
}

/// Four subjects, of whom `s-0` and `s-1` are tied ahead of `s-2` and `s-3`, who are too.
fn two_ties() -> Standing {
    standing(&(0..4).map(|number| (subject(number), if number < 2 { 9 } else { 7 })).collect())
}

#[test]
fn a_record_that_settles_nothing_says_why() {
    let check = |standing: &Standing, numbers: &[usize], code: &str, vi: &str, en: &str| {
        let order: Vec<SubjectId> = numbers.iter().copied().map(subject).collect();
        let records = all(vec![record(SettledBy::Lots, &order)]);
        let settled = standing.settle(&records, today()).unwrap();
        let reason = &settled.unused[0].reason;
        assert_eq!((reason.code(), reason.words()), (code, Words::new(vi, en)));
        assert_eq!(settled.unresolved, standing.unresolved);
    };
    let standing = two_ties();
    check(
        &standing,
        &[0, 1, 2],
        "apart",
        "không cùng đồng hạng: `s-2`",
        "not tied with the others: `s-2`",
    );
    let mut points: BTreeMap<_, _> = (0..3).map(|number| (subject(number), 9)).collect();
    points.insert(subject(3), 7);
    let three = self::standing(&points);
    let (vi, en) = ("còn đồng hạng với `s-1`", "tied with others too: `s-1`");
    check(&three, &[2, 0], "without_others", vi, en);
    let apart = self::standing(&(0_u8..4).map(|at| (subject(usize::from(at)), at)).collect());
    let (vi, en) = ("không ai trong số đó còn đồng hạng", "none of them is tied with anybody");
    check(&apart, &[2, 0], "no_tie", vi, en);
    let mut open = two_ties();
    open.positions[1].provisional = Some(PossibleRanks { best: 1, worst: 3 });
    let (vi, en) = (
        "mới đồng hạng tạm thời, còn thiếu số liệu",
        "the tie is provisional, as evidence is missing",
    );
    check(&open, &[0, 1], "provisional", vi, en);
    let records = all(vec![record(SettledBy::Lots, &[subject(1), subject(0)])]);
    let early = standing.settle(&records, "2022-11-30".parse().unwrap()).unwrap();
    assert_eq!(early.unused[0].reason.code(), "later");
    assert_eq!(early.unused[0].reason.words().en, "it is after the day of the standing");
    assert!(standing.settle(&records, "2022-12-01".parse().unwrap()).unwrap().unused.is_empty());
}

#[test]
fn a_record_of_others_or_of_another_way_is_refused() {
    let ids = |ids: &[&str]| ids.iter().map(|id| id.parse().unwrap()).collect::<Vec<SubjectId>>();
    let records = vec![
        record(SettledBy::Lots, &ids(&["elsewhere", "nowhere"])),
        record(SettledBy::Lots, &ids(&["s-0", "elsewhere"])),
        record(SettledBy::Ballot, &ids(&["s-3", "s-2"])),
    ];
    let mut standing = two_ties();
    assert_eq!(
        standing.settle(&all(records.clone()), today()).unwrap_err().to_string(),
        "[1].tied[0]: expected members of one standing, found `elsewhere`, who is not in it\n\
         [2].by: expected lots, with which the list of tie-breaks ends, found ballot"
    );
    let wanted = [
        (
            TieAwaits::Authority,
            "a decision of the authority, with which the list of tie-breaks ends",
        ),
        (TieAwaits::Nothing, "no settlement, as the list of tie-breaks ends without one"),
    ];
    for (awaits, wanted) in wanted {
        standing.unresolved[1].awaits = awaits;
        assert_eq!(
            standing.settle(&all(records[2..].to_vec()), today()).unwrap_err().to_string(),
            format!("[0].by: expected {wanted}, found ballot")
        );
    }
    standing.unresolved[1].awaits = TieAwaits::Ballot;
    assert!(standing.settle(&all(records[2..].to_vec()), today()).is_ok());
    let codes = standing.settle(&all(records[..2].to_vec()), today()).unwrap_err();
    assert_eq!(thidua_values::Fault::code(&codes.as_slice()[0].fault), "settled_stranger");
}
