//! A sheet recomputed from the documents, from its lines to its total.

use thidua_criteria::{Criterion, Group, Item, PartKind, RoundingRule};
use thidua_values::GroupId;

use crate::verify_leaving::{Choices, Gone, Leaving};
use crate::verify_line::{Asked, Worth, leaves, worth};
use crate::verify_number::{Number, number, rounded};
use crate::verify_papers::Papers;
use crate::verify_tree::{Leaf, Piece, Total, Tree};

/// What something is, from the worst to the best.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Ends {
    pub(crate) worst: Number,
    pub(crate) best: Number,
}

/// A criterion on the sheet.
pub(crate) struct PlainLine<'d> {
    pub(crate) criterion: &'d Criterion,
    pub(crate) part: PartKind,
    pub(crate) under: Option<&'d GroupId>,
    pub(crate) worth: Worth,
    /// What it is worth, rounded where the rulebook rounds each criterion.
    pub(crate) earned: Ends,
}

/// A group on the sheet.
pub(crate) struct PlainGroup<'d> {
    pub(crate) group: &'d Group,
    pub(crate) part: PartKind,
    pub(crate) under: Option<&'d GroupId>,
    /// What it came to; rounded where the rulebook rounds each item at the top.
    pub(crate) earned: Ends,
    pub(crate) attainable: Number,
    /// The most that it can be of what can then be earned, if anything can.
    pub(crate) share: Option<Number>,
    /// Whether nothing of it may be assigned.
    pub(crate) may_leave: bool,
}

/// A sheet before it is graded and written.
pub(crate) struct PlainSheet<'d> {
    pub(crate) lines: Vec<PlainLine<'d>>,
    pub(crate) groups: Vec<PlainGroup<'d>>,
    /// Everything that adds to the total, in its order.
    pub(crate) pieces: Vec<(Piece<'d>, Ends)>,
    pub(crate) total: Ends,
    /// What can be earned on the scale if anything of it is assigned.
    pub(crate) attainable: Ends,
    /// Whether nothing of the scale may be assigned.
    pub(crate) or_nothing: bool,
    /// The most that all parts are together of what can be earned on the scale, before the
    /// limits of the total; none where that is nothing.
    pub(crate) share: Option<Number>,
}

impl Ends {
    pub(crate) fn each(&self, change: impl Fn(&Number) -> Number) -> Self {
        Self { worst: change(&self.worst), best: change(&self.best) }
    }

    fn of(worst: &Number, best: &Number) -> Self {
        Self { worst: worst.clone(), best: best.clone() }
    }
}

/// The end at which a part comes to the most: deductions to the most that they take.
pub(crate) fn greater(part: PartKind, ends: &Ends) -> &Number {
    if part == PartKind::Deduction { &ends.worst } else { &ends.best }
}

/// The sheet of a subject: each line is worth what its evidence makes it, and the tree is
/// rolled up twice, with all lines at their worst and at their best. Of what may turn out
/// not assigned all stays where a part comes to the least, and where it comes to the most
/// only what does not lower it.
pub(crate) fn recomputed<'d>(papers: &Papers<'d>) -> PlainSheet<'d> {
    let lines = lines(papers);
    let (worst, best) = (roll(papers, &lines, End::Worst), roll(papers, &lines, End::Best));
    let pieces = worst.all.pieces.iter().zip(&best.all.pieces);
    let pieces = pieces.map(|((piece, worst), (_, best))| (piece.clone(), Ends::of(worst, best)));
    let leaving = Leaving { papers, lines: &lines };
    let scale = leaving.part(PartKind::Scale, &papers.parts.scale);
    let least = scale.some.first().map(|one| one.attainable.clone()).unwrap_or_default();
    PlainSheet {
        groups: groups(leaving, &worst, &best),
        pieces: pieces.collect(),
        total: Ends::of(&worst.all.earned, &best.all.earned),
        attainable: Ends { worst: least, best: worst.attainable },
        or_nothing: scale.none.is_some(),
        share: scale.greatest_share(&best.beside).map(|(share, _)| share),
        lines,
    }
}

/// The criteria that are for the subject, in the order of the rulebook.
fn lines<'d>(papers: &Papers<'d>) -> Vec<PlainLine<'d>> {
    let mut lines = Vec::new();
    for Placed { part, under, item } in items(papers) {
        let Item::Criterion(criterion) = item else { continue };
        if !papers.concerns(criterion) {
            continue;
        }
        let worth = worth(Asked { papers, criterion, part });
        let unrounded = Ends::of(&worth.worst, &worth.best);
        let earned = match papers.parts.rounding {
            RoundingRule::PerItem { rounding } => unrounded.each(|end| rounded(end, rounding)),
            _ => unrounded,
        };
        lines.push(PlainLine { criterion, part, under, worth, earned });
    }
    lines
}

/// The groups that hold a criterion for the subject, outer ones first. What makes the most
/// of a part need not make the most of a group in it, so that is found by itself.
fn groups<'d>(
    leaving: Leaving<'_, 'd>,
    worst: &Total<'d>,
    best: &Total<'d>,
) -> Vec<PlainGroup<'d>> {
    let groups = items(leaving.papers).into_iter().filter_map(|Placed { part, under, item }| {
        let Item::Group(group) = item else { return None };
        let choices = leaving.item(part, item)?;
        let most = choices.greatest().map(|most| most.earned.clone()).unwrap_or_default();
        let rounding = leaving.papers.parts.rounding;
        let (most, share) = match rounding {
            RoundingRule::PerGroup { rounding } if under.is_none() => {
                let most = rounded(&most, rounding);
                let share = choices.some.first().map(|least| &most / &least.attainable);
                (most, share)
            }
            _ => (most, choices.greatest_share(&Number::default()).map(|(share, _)| share)),
        };
        let came_to =
            |total: &Total<'d>| total.all.groups.iter().find(|(id, ..)| **id == group.id).cloned();
        let ((_, worst, taken_of), (_, best, earned_of)) = came_to(worst).zip(came_to(best))?;
        let deducts = part == PartKind::Deduction;
        let earned = if deducts { Ends { worst: most, best } } else { Ends { worst, best: most } };
        let attainable = if deducts { earned_of } else { taken_of };
        let may_leave = choices.none.is_some();
        Some(PlainGroup { group, part, under, earned, attainable, share, may_leave })
    });
    groups.collect()
}

/// An item and what it is in.
#[derive(Clone, Copy)]
struct Placed<'d> {
    part: PartKind,
    under: Option<&'d GroupId>,
    item: &'d Item,
}

/// All items, outer ones first.
fn items<'d>(papers: &Papers<'d>) -> Vec<Placed<'d>> {
    let mut all = Vec::new();
    for (part, of_part) in papers.parts() {
        let at_top = of_part.items.iter();
        let mut to_visit: Vec<Placed<'d>> =
            at_top.rev().map(|item| Placed { part, under: None, item }).collect();
        while let Some(placed) = to_visit.pop() {
            all.push(placed);
            let Item::Group(group) = placed.item else { continue };
            let under = Some(&group.id);
            let inside = group.items.iter().rev();
            to_visit.extend(inside.map(|item| Placed { part, under, item }));
        }
    }
    all
}

/// An end of the total.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Worst,
    Best,
}

/// The tree rolled up with all lines at one end.
fn roll<'d>(papers: &Papers<'d>, lines: &[PlainLine<'d>], end: End) -> Total<'d> {
    let gone = gone(papers, lines, end);
    let leaves = lines.iter().map(|line| {
        let id = &line.criterion.id;
        let left = line.worth.assigned == Some(false) && leaves(papers.parts.not_assigned);
        let bound = is_bounded(papers, line, end);
        let (earned, counts) = match end {
            _ if gone.contains(id) => (Number::default(), false),
            _ if bound => (number(line.criterion.points), true),
            End::Worst => (line.earned.worst.clone(), !left),
            End::Best => (line.earned.best.clone(), !left),
        };
        Leaf { id, earned, counts, bound }
    });
    let leaves: Vec<Leaf<'d>> = leaves.collect();
    Tree { parts: papers.parts, kind: papers.kind(), leaves: &leaves }.total(papers.parts())
}

fn comes_to_the_most(part: PartKind, end: End) -> bool {
    (part == PartKind::Deduction) == (end == End::Worst)
}

/// Who leaves the parts that come to the most at that end.
fn gone<'d>(papers: &Papers<'d>, lines: &[PlainLine<'d>], end: End) -> Gone<'d> {
    let leaving = Leaving { papers, lines };
    let parts = papers.parts().filter(|(kind, part)| {
        comes_to_the_most(*kind, end) && !leaving.is_of_rounded(*kind, part)
    });
    let choices: Vec<Choices<'d>> = parts.map(|(kind, part)| leaving.part(kind, part)).collect();
    choices.iter().filter_map(Choices::greatest).flat_map(|most| most.gone.clone()).collect()
}

/// Whether a line may leave a part of which shares are taken of rounded items. Who leaves
/// best is then not looked for: it stays and earns all its points, which is no less.
fn is_bounded(papers: &Papers<'_>, line: &PlainLine<'_>, end: End) -> bool {
    let leaving = Leaving { papers, lines: &[] };
    let mut own = papers.parts().filter(|(kind, _)| *kind == line.part);
    line.worth.assigned.is_none()
        && comes_to_the_most(line.part, end)
        && own.any(|(kind, part)| leaving.is_of_rounded(kind, part))
}
