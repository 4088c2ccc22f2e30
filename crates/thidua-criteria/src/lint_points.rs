//! What lint asks of points: groups, ordinals, limits and rounding.

use std::collections::BTreeSet;

use thidua_values::{Exact, KindId, Phrase, Place, Points, RoundingStep};

use crate::attainable::{self, Reach, Scope, is_multiple};
use crate::by_kind::tallied;
use crate::lint::Doubts;
use crate::tree::walk;
use crate::{
    Combine, Criterion, Group, Item, PartKind, PointsLint, Requirement, RoundingRule, Rulebook,
    RulebookParts,
};

/// What items are in: a part or a group.
struct Holder<'p> {
    place: Place,
    part: PartKind,
    points: Points,
    combine: Combine,
    items: &'p [Item],
}

/// Parts and groups, outermost first.
fn holders(parts: &RulebookParts) -> Vec<Holder<'_>> {
    let mut holders = Vec::new();
    for (part, of) in parts.by_part() {
        let place = Place::whole().field(part.field());
        let (points, combine, items) = (of.points, of.combine, of.items.as_slice());
        holders.push(Holder { place: place.clone(), part, points, combine, items });
        walk(&place.field("items"), items, &mut |place, item| {
            if let Item::Group(Group { points, combine, items, .. }) = item {
                let (place, points, combine) = (place.clone(), *points, *combine);
                holders.push(Holder { place, part, points, combine, items });
            }
        });
    }
    holders
}

/// The kinds of subject that are told apart; nobody in particular if none are.
pub(crate) fn kinds_of(parts: &RulebookParts) -> Vec<Option<&KindId>> {
    if parts.kinds.is_empty() { vec![None] } else { parts.kinds.iter().map(Some).collect() }
}

pub(crate) fn capped_sums(rulebook: &Rulebook, doubts: &mut Doubts) {
    let parts = rulebook.parts();
    for holder in holders(parts) {
        if holder.combine != (Combine::SumUpTo {}) {
            continue;
        }
        let place = holder.place.field("points");
        let short = |kind: Option<&KindId>| {
            let items = holder.items.iter().filter(|item| item.is_for(kind));
            let sum = Points::checked_sum(items.map(Item::points))?;
            (sum < holder.points && sum != Points::ZERO).then_some(sum)
        };
        if kinds_of(parts).into_iter().any(|kind| short(kind).is_some()) {
            doubts.for_each_kind(parts, |kind, named, doubts| {
                if let Some(sum) = short(kind) {
                    let (points, kind) = (holder.points, named);
                    let code = PointsLint::GroupOutOfReach { points, sum, kind };
                    doubts.warning(place.clone(), code);
                }
            });
        } else if let Some(most) = most_of_sum(parts, &holder)
            && most <= Exact::from(holder.points)
        {
            doubts.note(place, PointsLint::IdleCap { cap: holder.points, most });
        }
    }
}

/// The most that items make together without a cap, for any kind of subject.
fn most_of_sum(parts: &RulebookParts, holder: &Holder<'_>) -> Option<Exact> {
    let of_kind = |kind: Option<&KindId>| {
        let scope = Scope { parts, part: holder.part, kind };
        let items = holder.items.iter().filter(|item| item.is_for(kind));
        items.map(|item| scope.item(item).most).sum::<Exact>()
    };
    kinds_of(parts).into_iter().map(of_kind).max()
}

pub(crate) fn counted(rulebook: &Rulebook, doubts: &mut Doubts) {
    let parts = rulebook.parts();
    tallied(parts, &parts.kinds.iter().collect(), &mut |tallied| {
        let Combine::Best { count } = tallied.combine else { return };
        for (kind, items) in tallied.by_kind(|own| own.items) {
            if items == count as usize {
                let (place, kind) = (tallied.place.field("combine").field("count"), kind.cloned());
                doubts.note(place, PointsLint::AllCount { count, kind });
            }
        }
    });
}

pub(crate) fn ordinals(rulebook: &Rulebook, doubts: &mut Doubts) {
    for holder in holders(rulebook.parts()) {
        let place = |position: usize| holder.place.field("items").index(position).field("ordinal");
        let mut before = BTreeSet::new();
        for (position, item) in holder.items.iter().enumerate() {
            let ordinal = item.ordinal();
            if !before.insert(ordinal) {
                let code = PointsLint::RepeatedOrdinal { ordinal: ordinal.clone() };
                doubts.note(place(position), code);
            }
        }
        for (position, (item, next)) in
            holder.items.iter().zip(holder.items.iter().skip(1)).enumerate()
        {
            let (after, found) = (item.ordinal().clone(), next.ordinal().clone());
            if skips(&after, &found) {
                let place = place(position.saturating_add(1));
                doubts.note(place, PointsLint::SkippedOrdinal { after, found });
            }
        }
    }
}

/// Whether an ordinal leaves one out after another of the same form.
fn skips(after: &Phrase, found: &Phrase) -> bool {
    let (Some(after), Some(found)) = (Ordinal::read(after), Ordinal::read(found)) else {
        return false;
    };
    after.before == found.before
        && after.form == found.form
        && 1 < found.number.saturating_sub(after.number)
}

/// An ordinal as printed: what stands before its last part, such as `5.` of
/// `5.2`, and how many it counts.
struct Ordinal<'t> {
    before: &'t str,
    form: Form,
    number: usize,
}

#[derive(PartialEq, Eq)]
enum Form {
    Digits,
    Roman,
    Letter,
}

/// The letters of Vietnamese lists, in their order.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

impl<'t> Ordinal<'t> {
    fn read(ordinal: &'t Phrase) -> Option<Self> {
        let text = ordinal.as_str().trim_end_matches(['.', ')', ':']);
        let (before, last) = text.rsplit_once('.').unwrap_or(("", text));
        if let Ok(number) = last.parse() {
            return Some(Self { before, form: Form::Digits, number });
        }
        if let Some(number) = roman(last) {
            return Some(Self { before, form: Form::Roman, number });
        }
        let mut letters = last.chars();
        let letter = letters.next().filter(|_| letters.next().is_none())?;
        let letter = letter.to_lowercase().next()?;
        let number = LETTERS.chars().position(|known| known == letter)?;
        Some(Self { before, form: Form::Letter, number })
    }
}

/// The number of a Roman numeral up to 39: tables have no longer lists.
fn roman(text: &str) -> Option<usize> {
    let tens = text.chars().take_while(|c| *c == 'X').count();
    let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let unit = units.iter().position(|unit| text.strip_prefix(&"X".repeat(tens)) == Some(*unit))?;
    let number = tens.checked_mul(10)?.checked_add(unit)?;
    (number != 0).then_some(number)
}

pub(crate) fn kinds(rulebook: &Rulebook, doubts: &mut Doubts) {
    let parts = rulebook.parts();
    let mut named = BTreeSet::new();
    let mut for_all = false;
    walk(&Place::whole(), &parts.scale.items, &mut |_, item| {
        if let Item::Criterion(Criterion { only_for, .. }) = item {
            for_all |= only_for.is_empty();
            named.extend(only_for);
        }
    });
    for kind in &parts.kinds {
        if !for_all && !named.contains(kind) {
            let place = Place::whole().field("scale").field("items");
            doubts.warning(place, PointsLint::NothingForKind { kind: kind.clone() });
        }
    }
}

pub(crate) fn minima(rulebook: &Rulebook, doubts: &mut Doubts) {
    let parts = rulebook.parts();
    let grades = parts.grading.iter().flat_map(|grading| &grading.grades);
    let mut requirements = grades.flat_map(|grade| &grade.requires);
    let asked = requirements.any(|asked| matches!(asked, Requirement::EveryMinimum {}));
    for (part, of) in parts.by_part() {
        let asked = asked && part == PartKind::Scale;
        walk(&Place::whole().field(part.field()).field("items"), &of.items, &mut |place, item| {
            let Some(minimum) = item.minimum() else { return };
            let scopes = kinds_of(parts).into_iter().map(|kind| Scope { parts, part, kind });
            let most = scopes.map(|scope| scope.item(item).most).max();
            let place = place.field("minimum");
            if !asked {
                doubts.note(place, PointsLint::IdleMinimum { minimum });
            } else if let Some(most) = most.filter(|most| *most < Exact::from(minimum)) {
                doubts.grave(place, PointsLint::MinimumOutOfReach { minimum, most });
            }
        });
    }
}

pub(crate) fn limits(rulebook: &Rulebook, doubts: &mut Doubts) {
    let parts = rulebook.parts();
    let most_of = |part| {
        kinds_of(parts).into_iter().map(move |kind| attainable::of_part(parts, part, kind).most)
    };
    let place = Place::whole().field("total");
    let lowest = most_of(PartKind::Deduction).max().map(|most| -most);
    if let Some((at_least, least)) = parts.total.at_least.zip(lowest)
        && Exact::from(at_least) <= least
    {
        doubts.note(place.field("at_least"), PointsLint::IdleTotalFloor { at_least, least });
    }
    if let Some((at_most, most)) = parts.total.at_most.zip(highest(parts))
        && most <= Exact::from(at_most)
    {
        doubts.note(place.field("at_most"), PointsLint::IdleTotalCap { at_most, most });
    }
}

/// The most that scale and bonus make together, for any kind of subject.
fn highest(parts: &RulebookParts) -> Option<Exact> {
    let of_kind = |kind| {
        let of = |part| attainable::of_part(parts, part, kind).most;
        of(PartKind::Scale) + of(PartKind::Bonus)
    };
    kinds_of(parts).into_iter().map(of_kind).max()
}

pub(crate) fn bonus(rulebook: &Rulebook, doubts: &mut Doubts) {
    let parts = rulebook.parts();
    let (scale, capped) = (parts.scale.points, parts.total.at_most.map(Exact::from));
    let most = highest(parts).map(|most| capped.map_or(most.clone(), |cap| most.min(cap)));
    if let Some(most) = most.filter(|most| parts.bonus.is_some() && Exact::from(scale) < *most) {
        let place = Place::whole().field("bonus").field("points");
        doubts.note(place, PointsLint::BonusAboveScale { scale, most });
    }
}

/// What a rulebook rounds, each with its place and what it can be before, for the
/// kind of subject that rounding changes most.
fn rounded(parts: &RulebookParts, to: &Exact) -> Vec<(Place, Points, Reach)> {
    // The steps before rounding do not depend on it.
    let mut plain = parts.clone();
    let rule = std::mem::replace(&mut plain.rounding, RoundingRule::Never {});
    let of_kinds = |reach_of: &dyn Fn(Option<&KindId>) -> Reach| {
        let reaches = kinds_of(parts).into_iter().map(reach_of);
        reaches.min_by_key(|reach| is_kept(reach, to))
    };
    let mut rounded = Vec::new();
    for (part, of) in parts.by_part() {
        let place = Place::whole().field(part.field());
        let parts = &plain;
        let mut add = |place: &Place, item: &Item| {
            let reach = of_kinds(&|kind| Scope { parts, part, kind }.item(item));
            rounded.extend(reach.map(|reach| (place.field("points"), item.points(), reach)));
        };
        match rule {
            RoundingRule::Never {} => {}
            RoundingRule::PerItem { .. } => {
                walk(&place.field("items"), &of.items, &mut |place, item| {
                    if matches!(item, Item::Criterion(_)) {
                        add(place, item);
                    }
                });
            }
            RoundingRule::PerGroup { .. } => {
                for (position, item) in of.items.iter().enumerate() {
                    add(&place.field("items").index(position), item);
                }
            }
            RoundingRule::OnTotal { .. } => {
                let reach = of_kinds(&|kind| attainable::of_part(parts, part, kind));
                rounded.extend(reach.map(|reach| (place.field("points"), of.points, reach)));
            }
        }
    }
    rounded
}

/// Whether rounding to that step changes nothing.
fn is_kept(reach: &Reach, to: &Exact) -> bool {
    reach.step.as_ref().is_some_and(|own| is_multiple(own, to))
}

pub(crate) fn rounding(rulebook: &Rulebook, doubts: &mut Doubts) {
    let place = Place::whole().field("rounding");
    let step = match rulebook.parts().rounding {
        RoundingRule::Never {} => return,
        RoundingRule::PerItem { rounding }
        | RoundingRule::PerGroup { rounding }
        | RoundingRule::OnTotal { rounding } => rounding.step,
    };
    let to = Exact::from(step.points());
    let all = rounded(rulebook.parts(), &to);
    if all.iter().all(|(_, _, reach)| is_kept(reach, &to)) {
        return doubts.note(place, PointsLint::IdleRounding { step });
    }
    match rulebook.parts().rounding {
        RoundingRule::PerItem { .. } => doubts.warning(place, PointsLint::RoundedCriteria { step }),
        RoundingRule::PerGroup { .. } => doubts.warning(place, PointsLint::RoundedGroups { step }),
        _ => doubts.note(place, PointsLint::RoundedTotal { step }),
    }
    for (place, points, reach) in all.into_iter().filter(|(_, _, reach)| !is_kept(reach, &to)) {
        coarse(doubts, place, step, points, reach);
    }
}

fn coarse(doubts: &mut Doubts, place: Place, step: RoundingStep, points: Points, reach: Reach) {
    let ten_steps = Exact::from(step.points()) * Exact::from(10);
    match reach.step {
        Some(own) => doubts.warning(place, PointsLint::SwallowedStep { step, own }),
        None if Exact::from(points) < ten_steps => {
            doubts.warning(place, PointsLint::CoarseStep { step, points });
        }
        None => {}
    }
}
