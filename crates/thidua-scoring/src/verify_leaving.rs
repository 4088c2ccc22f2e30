//! Who leaves at the greater end, found among all that can be chosen.

use std::collections::BTreeSet;

use num_traits::{One, Zero};
use thidua_criteria::{Combine, Item, NotAssignedPolicy, Part, PartKind, RoundingRule};
use thidua_values::{CriterionId, Points};

use crate::verify_line::leaves;
use crate::verify_number::{Number, number, part_of};
use crate::verify_papers::Papers;
use crate::verify_sheet::{PlainLine, greater};

/// Who leaves.
pub(crate) type Gone<'d> = BTreeSet<&'d CriterionId>;

/// What something comes to if some leave it.
#[derive(Clone, Debug)]
pub(crate) struct Chosen<'d> {
    pub(crate) earned: Number,
    pub(crate) attainable: Number,
    pub(crate) gone: Gone<'d>,
}

/// All that is worth choosing: where more can be earned more is, and each point that
/// can be earned beside brings less than the one before.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices<'d> {
    /// Where something of it is assigned, the least that can be earned first.
    pub(crate) some: Vec<Chosen<'d>>,
    /// Who is gone where nothing is; none where something has to stay.
    pub(crate) none: Option<Gone<'d>>,
}

/// The lines of a subject, to choose who of them leaves.
#[derive(Clone, Copy)]
pub(crate) struct Leaving<'l, 'd> {
    pub(crate) papers: &'l Papers<'d>,
    pub(crate) lines: &'l [PlainLine<'d>],
}

impl<'d> Leaving<'_, 'd> {
    /// Whether shares are taken of items that are rounded.
    pub(crate) fn is_of_rounded(self, kind: PartKind, part: &Part) -> bool {
        let policy = self.papers.parts.not_assigned;
        let rescales = kind == PartKind::Scale
            && matches!(policy, NotAssignedPolicy::RescaleGroup | NotAssignedPolicy::RescaleScale);
        let sums = matches!(part.combine, Combine::Sum {} | Combine::SumUpTo {});
        let rounds = matches!(self.papers.parts.rounding, RoundingRule::PerGroup { .. });
        rounds && leaves(policy) && (rescales || !sums)
    }

    pub(crate) fn part(self, kind: PartKind, part: &'d Part) -> Choices<'d> {
        let choices = self.combined(kind, part.combine, part.points, &part.items);
        let choices = choices.unwrap_or_default();
        let policy = self.papers.parts.not_assigned;
        if kind == PartKind::Scale && policy == NotAssignedPolicy::RescaleScale {
            return choices.worth(&number(part.points));
        }
        choices
    }

    /// What an item can come to; none where it is not for the subject.
    pub(crate) fn item(self, part: PartKind, item: &'d Item) -> Option<Choices<'d>> {
        let criterion = match item {
            Item::Group(group) => {
                return self.combined(part, group.combine, group.points, &group.items);
            }
            Item::Criterion(criterion) => criterion,
        };
        let line = self.lines.iter().find(|line| line.criterion.id == criterion.id)?;
        let may_leave = leaves(self.papers.parts.not_assigned);
        let assigned = if may_leave { line.worth.assigned } else { Some(true) };
        let attainable = number(criterion.points);
        if assigned == Some(false) || attainable.is_zero() {
            return Some(Choices { some: Vec::new(), none: Some(Gone::new()) });
        }
        let earned = greater(part, &line.earned).clone();
        let stays = Chosen { earned, attainable, gone: Gone::new() };
        let none = assigned.is_none().then(|| Gone::from([&criterion.id]));
        Some(Choices { some: vec![stays], none })
    }

    fn combined(
        self,
        part: PartKind,
        combine: Combine,
        points: Points,
        items: &'d [Item],
    ) -> Option<Choices<'d>> {
        let own = items.iter().filter_map(|item| Some((item, self.item(part, item)?)));
        let own: Vec<(&Item, Choices<'d>)> = own.collect();
        let all: Number = own.iter().map(|(item, _)| number(item.points())).sum();
        if own.is_empty() {
            return None;
        }
        let (points, items) = (number(points), own.iter().map(|(_, choices)| choices));
        let (choices, all) = match combine {
            Combine::Sum {} => (items.fold(Choices::nothing(), Choices::and), all),
            Combine::SumUpTo {} => {
                let sum = items.fold(Choices::nothing(), Choices::and);
                (sum.up_to(&points), all.min(points))
            }
            Combine::WeightedMean {} => {
                let weight = |item: &Item| item.weight().map_or_else(Number::zero, number);
                let shares = own.iter().map(|(item, choices)| choices.worth(&weight(item)));
                let sum = shares.fold(Choices::nothing(), |sum, share| sum.and(&share));
                return Some(sum.worth(&points));
            }
            Combine::Least {} => {
                let shares: Vec<_> = items.map(|item| item.worth(&Number::one())).collect();
                return Some(of_shares(&shares, least).worth(&points));
            }
            Combine::Best { count } => {
                let even = part_of(&points, &number(count));
                let shares: Vec<_> = items.map(|item| item.worth(&even)).collect();
                (of_shares(&shares, |staying| best(staying, count as usize)), points)
            }
        };
        let rescales = part == PartKind::Scale
            && self.papers.parts.not_assigned == NotAssignedPolicy::RescaleGroup;
        Some(if rescales { choices.worth(&all) } else { choices })
    }
}

impl<'d> Choices<'d> {
    fn nothing() -> Self {
        Self { some: Vec::new(), none: Some(Gone::new()) }
    }

    /// The choices that no other beats, nor any two together: seen from above, the corners.
    /// Of those that come to the same the one that lets the fewest go.
    fn corners(mut some: Vec<Chosen<'d>>, none: Option<Gone<'d>>) -> Self {
        some.sort_by(|a, b| {
            let by_points = a.attainable.cmp(&b.attainable).then(b.earned.cmp(&a.earned));
            by_points.then(a.gone.len().cmp(&b.gone.len()))
        });
        some.dedup_by(|next, kept| next.attainable == kept.attainable);
        let mut corners: Vec<Chosen<'d>> = Vec::new();
        for next in some {
            while let [.., a, b] = corners.as_slice() {
                let rise = |from: &Chosen<'_>, to: &Chosen<'_>| {
                    (&to.earned - &from.earned) / (&to.attainable - &from.attainable)
                };
                if rise(b, &next) < rise(a, b) {
                    break;
                }
                corners.pop();
            }
            corners.push(next);
        }
        Self { some: corners, none }
    }

    /// Both together: something of each, or of one of them.
    fn and(self, other: &Self) -> Self {
        let with =
            |one: &Chosen<'d>, gone: &Gone<'d>| Chosen { gone: &one.gone | gone, ..one.clone() };
        let mut some = Vec::new();
        for one in &self.some {
            some.extend(other.some.iter().map(|two| Chosen {
                earned: &one.earned + &two.earned,
                attainable: &one.attainable + &two.attainable,
                gone: &one.gone | &two.gone,
            }));
            some.extend(other.none.iter().map(|gone| with(one, gone)));
        }
        let alone = self.none.iter().flat_map(|gone| other.some.iter().map(|two| with(two, gone)));
        some.extend(alone);
        let none = self.none.as_ref().zip(other.none.as_ref()).map(|(one, two)| one | two);
        Self::corners(some, none)
    }

    fn up_to(self, most: &Number) -> Self {
        let cut = |points: Number| points.min(most.clone());
        let some = self.some.into_iter().map(|one| Chosen {
            earned: cut(one.earned),
            attainable: cut(one.attainable),
            gone: one.gone,
        });
        Self::corners(some.collect(), self.none)
    }

    /// So many points by the greatest share.
    fn worth(&self, points: &Number) -> Self {
        let some = self.greatest_share(&Number::zero()).map(|(share, one)| Chosen {
            earned: share * points,
            attainable: points.clone(),
            gone: one.gone.clone(),
        });
        Self { some: some.into_iter().collect(), none: self.none.clone() }
    }

    /// The greatest share of what can be earned that it has together with so many points
    /// beside it, and the choice for that; of several the one where most stay.
    pub(crate) fn greatest_share(&self, beside: &Number) -> Option<(Number, &Chosen<'d>)> {
        let shares = self.some.iter().map(|one| ((&one.earned + beside) / &one.attainable, one));
        // They stand in the order of what can be earned, and of equals the last is taken.
        shares.max_by(|(a, _), (b, _)| a.cmp(b))
    }

    /// The choice that earns the most, where most stay.
    pub(crate) fn greatest(&self) -> Option<&Chosen<'d>> {
        self.some.iter().max_by(|a, b| a.earned.cmp(&b.earned))
    }
}

/// What shares come to that are worth the same points each, if those leave that may and are
/// below some share: each of them is tried, and that all leave who may.
fn of_shares<'d>(
    items: &[Choices<'d>],
    combine: impl Fn(&[&Chosen<'d>]) -> Option<(Number, Number)>,
) -> Choices<'d> {
    let assigned: Vec<(&Chosen<'d>, &Option<Gone<'d>>)> =
        items.iter().filter_map(|item| Some((item.some.first()?, &item.none))).collect();
    let tried = assigned.iter().map(|(share, _)| Some(&share.earned)).chain([None]);
    let some = tried.filter_map(|least| {
        let stays = |share: &Chosen<'d>| least.is_some_and(|least| *least <= share.earned);
        let (mut staying, mut gone) = (Vec::new(), Gone::new());
        for (share, none) in &assigned {
            match none {
                Some(none) if !stays(share) => gone.extend(none),
                _ => {
                    gone.extend(&share.gone);
                    staying.push(*share);
                }
            }
        }
        staying.sort_by(|a, b| b.earned.cmp(&a.earned));
        let (earned, attainable) = combine(&staying)?;
        Some(Chosen { earned, attainable, gone })
    });
    let none = items.iter().map(|item| item.none.clone()).reduce(|all, one| Some(&all? | &one?));
    Choices::corners(some.collect(), none.flatten())
}

/// The last of some shares, the greatest first.
fn least(shares: &[&Chosen<'_>]) -> Option<(Number, Number)> {
    shares.last().map(|least| (least.earned.clone(), least.attainable.clone()))
}

/// The first of some shares.
fn best(shares: &[&Chosen<'_>], count: usize) -> Option<(Number, Number)> {
    let best = shares.get(..count.min(shares.len())).filter(|best| !best.is_empty())?;
    let earned = best.iter().map(|share| &share.earned).sum();
    Some((earned, best.iter().map(|share| &share.attainable).sum()))
}
