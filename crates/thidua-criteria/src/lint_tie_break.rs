//! What lint asks of the list that breaks ties.

use std::collections::BTreeSet;

use thidua_values::{Exact, Figure, GroupId, Place, Points, Rounding, Severity};

use crate::attainable::{Scope, achieved_before, is_multiple};
use crate::lint::Doubts;
use crate::lint_points::kinds_of;
use crate::tree::walk;
use crate::{
    Band, Formula, Group, Item, Leaf, MeanOf, PartKind, RoundingRule, Rulebook, RulebookParts,
    TieBreak, TieBreakLint,
};

/// A step that looks at a criterion.
struct Seen<'p> {
    step: &'p TieBreak,
    /// The criterion that it looks at.
    leaf: &'p Leaf,
    /// The rounding of each criterion, and the same rulebook without it.
    rounding: Option<(Rounding, &'p RulebookParts)>,
}

/// What is asked of such a step.
const RULES: [fn(&Seen<'_>) -> Option<TieBreakLint>; 5] =
    [no_points, blind, turned, count, rounded];

pub(crate) fn all(rulebook: &Rulebook, doubts: &mut Doubts) {
    let steps = &rulebook.parts().tie_breaks;
    let place = Place::whole().field("tie_breaks");
    if !steps.last().is_some_and(TieBreak::is_last) {
        // A table that grades may rank nobody, and then needs no list.
        let ranks = !steps.is_empty() || rulebook.parts().grading.is_none();
        let severity = if ranks { Severity::Warning } else { Severity::Note };
        doubts.add(severity, place.clone(), TieBreakLint::TieMayStay {});
    }
    let plain = match rulebook.parts().rounding {
        RoundingRule::PerItem { rounding } => {
            let never = RoundingRule::Never {};
            Some((rounding, RulebookParts { rounding: never, ..rulebook.parts().clone() }))
        }
        _ => None,
    };
    let rounding = plain.as_ref().map(|(rounding, plain)| (*rounding, plain));
    let mut before = BTreeSet::new();
    for (position, step) in steps.iter().enumerate() {
        let again = !before.insert(step);
        let repeated = again.then(|| TieBreakLint::RepeatedStep { step: step.clone() });
        let leaf = step.criterion().and_then(|criterion| rulebook.leaf(criterion));
        let seen = leaf.map(|leaf| Seen { step, leaf, rounding });
        let own = seen.iter().flat_map(|seen| RULES.iter().filter_map(|rule| rule(seen)));
        for code in repeated.into_iter().chain(own).chain(beside(step, rulebook.parts())) {
            doubts.add(severity(&code), place.index(position), code);
        }
    }
}

/// What is doubtful about a step that looks at something else than a criterion.
fn beside(step: &TieBreak, parts: &RulebookParts) -> Vec<TieBreakLint> {
    match step {
        TieBreak::GroupPoints { group } => of_group(group, parts),
        TieBreak::HeadToHead { group: Some(group) } => {
            let mut codes = of_group(group, parts);
            // Pairs look at criteria, which a rounded group leaves as they are.
            if matches!(parts.rounding, RoundingRule::PerGroup { .. }) {
                codes.retain(|code| !matches!(code, TieBreakLint::RoundedGroupStep { .. }));
            }
            codes
        }
        TieBreak::FewerDeductions {} => {
            let none = parts.deductions.as_ref().is_none_or(|part| part.points == Points::ZERO);
            none.then_some(TieBreakLint::NoDeductionsToCompare {}).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn of_group(id: &GroupId, parts: &RulebookParts) -> Vec<TieBreakLint> {
    let mut codes = Vec::new();
    for (kind, part) in parts.by_part() {
        walk(&Place::whole(), &part.items, &mut |_, item| {
            let Item::Group(group) = item else { return };
            if group.id == *id {
                let none = group.points == Points::ZERO;
                let code = TieBreakLint::NoGroupPointsToCompare { group: id.clone() };
                codes.extend(none.then_some(code));
                codes.extend(rounded_group(parts, kind, group, item));
            }
        });
    }
    codes
}

/// Whether anything of what a group earns is rounded: each criterion, or the group itself
/// where it is at the top.
fn rounded_group(
    parts: &RulebookParts,
    part: PartKind,
    group: &Group,
    item: &Item,
) -> Option<TieBreakLint> {
    let mut own = Vec::new();
    let rounding = match parts.rounding {
        RoundingRule::PerItem { rounding } => {
            walk(&Place::whole(), &group.items, &mut |_, item| {
                own.extend(matches!(item, Item::Criterion(_)).then_some(item));
            });
            rounding
        }
        RoundingRule::PerGroup { rounding } => {
            let mut parts = parts.by_part();
            own.extend(parts.any(|(_, part)| part.items.contains(item)).then_some(item));
            rounding
        }
        RoundingRule::Never {} | RoundingRule::OnTotal { .. } => return None,
    };
    let plain = RulebookParts { rounding: RoundingRule::Never {}, ..parts.clone() };
    let to = Exact::from(rounding.step.points());
    let is_kept = |item: &Item| {
        let mut kinds = kinds_of(&plain).into_iter().filter(|kind| item.is_for(*kind));
        kinds.all(|kind| {
            let own = Scope { parts: &plain, part, kind }.item(item).step;
            own.is_some_and(|own| is_multiple(&own, &to))
        })
    };
    let (group, step) = (group.id.clone(), rounding.step);
    (!own.into_iter().all(is_kept)).then_some(TieBreakLint::RoundedGroupStep { group, step })
}

const fn severity(code: &TieBreakLint) -> Severity {
    match code {
        TieBreakLint::MoreTakenAhead { .. } => Severity::Grave,
        TieBreakLint::TieMayStay {}
        | TieBreakLint::RepeatedStep { .. }
        | TieBreakLint::NoPointsToCompare { .. }
        | TieBreakLint::NoGroupPointsToCompare { .. }
        | TieBreakLint::NoDeductionsToCompare {}
        | TieBreakLint::NoNumberToCompare { .. }
        | TieBreakLint::NoShareToCompare { .. }
        | TieBreakLint::NoDayToCompare { .. }
        | TieBreakLint::NeverMet { .. } => Severity::Warning,
        TieBreakLint::CountFavoursLarge { .. }
        | TieBreakLint::RoundedStep { .. }
        | TieBreakLint::RoundedGroupStep { .. } => Severity::Note,
    }
}

fn no_points(seen: &Seen<'_>) -> Option<TieBreakLint> {
    let idle =
        matches!(seen.step, TieBreak::Points { .. }) && seen.leaf.criterion.points == Points::ZERO;
    let criterion = seen.leaf.criterion.id.clone();
    idle.then_some(TieBreakLint::NoPointsToCompare { criterion })
}

/// A step to which all look the same, whatever they report.
fn blind(seen: &Seen<'_>) -> Option<TieBreakLint> {
    let (criterion, formula) = (seen.leaf.criterion.id.clone(), &seen.leaf.criterion.formula);
    match seen.step {
        TieBreak::Figure { .. } if !reports_number(formula) => {
            Some(TieBreakLint::NoNumberToCompare { criterion })
        }
        TieBreak::Share { .. } if !reports_share(formula) => {
            Some(TieBreakLint::NoShareToCompare { criterion })
        }
        TieBreak::Earlier { .. } if !matches!(formula, Formula::Lateness { .. }) => {
            Some(TieBreakLint::NoDayToCompare { criterion })
        }
        TieBreak::Met { .. } if !can_be_met(seen) => Some(TieBreakLint::NeverMet { criterion }),
        _ => None,
    }
}

/// Whether a criterion of that formula is answered by a number; the part of a share is one.
const fn reports_number(formula: &Formula) -> bool {
    match formula {
        Formula::Met {} | Formula::Judged { .. } | Formula::Lateness { .. } => false,
        Formula::Proportional { .. }
        | Formula::Threshold { .. }
        | Formula::Bands { .. }
        | Formula::Shortfall { .. }
        | Formula::NumberReached { .. }
        | Formula::NumberBands { .. }
        | Formula::PerItem { .. }
        | Formula::Sampled { .. }
        | Formula::Checklist { .. }
        | Formula::Scaled { .. }
        | Formula::GroupMean { .. }
        | Formula::Leader { .. }
        | Formula::Recorded {} => true,
    }
}

/// Whether a criterion of that formula is answered by a share, or by a part of a stated whole.
const fn reports_share(formula: &Formula) -> bool {
    match formula {
        Formula::Proportional { .. }
        | Formula::Threshold { .. }
        | Formula::Bands { .. }
        | Formula::Shortfall { .. }
        | Formula::Sampled { .. }
        | Formula::Checklist { .. }
        | Formula::GroupMean { mean: MeanOf::Shares | MeanOf::Sums } => true,
        Formula::Met {}
        | Formula::NumberReached { .. }
        | Formula::NumberBands { .. }
        | Formula::PerItem { .. }
        | Formula::Judged { .. }
        | Formula::Scaled { .. }
        | Formula::GroupMean { mean: MeanOf::Numbers }
        | Formula::Leader { .. }
        | Formula::Lateness { .. }
        | Formula::Recorded {} => false,
    }
}

/// Whether anybody can have all of the criterion: all its points, or be said to meet it.
fn can_be_met(seen: &Seen<'_>) -> bool {
    let criterion = &seen.leaf.criterion;
    if achieved_before(criterion) {
        return true;
    }
    let most = criterion.formula.most(criterion.points, seen.leaf.part);
    let most = seen.rounding.map_or(most.clone(), |(rounding, _)| most.round(rounding));
    criterion.formula != Formula::Recorded {} && Exact::from(criterion.points) <= most
}

/// A step that puts ahead who has more taken.
fn turned(seen: &Seen<'_>) -> Option<TieBreakLint> {
    let criterion = &seen.leaf.criterion;
    let more_ahead = match seen.step {
        TieBreak::Met { .. } => true,
        TieBreak::Figure { .. } | TieBreak::Share { .. } => more_takes_more(&criterion.formula),
        TieBreak::Points { .. }
        | TieBreak::GroupPoints { .. }
        | TieBreak::FewerDeductions {}
        | TieBreak::Earlier { .. }
        | TieBreak::HeadToHead { .. }
        | TieBreak::Authority {}
        | TieBreak::Ballot {}
        | TieBreak::Lots {} => false,
    };
    let takes = seen.leaf.part == PartKind::Deduction && criterion.points != Points::ZERO;
    (takes && more_ahead && blind(seen).is_none())
        .then(|| TieBreakLint::MoreTakenAhead { criterion: criterion.id.clone() })
}

/// Whether a larger figure can take more: bands may fall, where more is better, and
/// what is below a target is taken for falling short of it.
fn more_takes_more(formula: &Formula) -> bool {
    match formula {
        Formula::Shortfall { .. } | Formula::Recorded {} => false,
        Formula::Bands { bands, .. } | Formula::NumberBands { bands } => rise(bands),
        _ => true,
    }
}

/// Whether any band is worth more than what is below it; below the first is nothing.
fn rise(bands: &[Band]) -> bool {
    let spares_nothing = |band: &Band| {
        let zero = Figure::default();
        let low = band.within.low;
        low.is_some_and(|low| zero < low.at || (zero == low.at && !low.included))
    };
    let above_nothing = |band: &Band| spares_nothing(band) && Points::ZERO < band.points;
    let pairs = bands.iter().zip(bands.iter().skip(1));
    bands.first().is_some_and(above_nothing)
        || pairs.into_iter().any(|(lower, upper)| lower.points < upper.points)
}

fn count(seen: &Seen<'_>) -> Option<TieBreakLint> {
    let counts = matches!(seen.step, TieBreak::Figure { .. });
    let doubtful = blind(seen).is_some() || turned(seen).is_some();
    let criterion = seen.leaf.criterion.id.clone();
    (counts && !doubtful).then_some(TieBreakLint::CountFavoursLarge { criterion })
}

fn rounded(seen: &Seen<'_>) -> Option<TieBreakLint> {
    let (rounding, parts) = seen.rounding?;
    if !matches!(seen.step, TieBreak::Points { .. }) {
        return None;
    }
    let scope = Scope { parts, part: seen.leaf.part, kind: None };
    let own = scope.criterion(&seen.leaf.criterion).step;
    let step = rounding.step;
    let kept = own.is_some_and(|own| is_multiple(&own, &Exact::from(step.points())));
    let criterion = seen.leaf.criterion.id.clone();
    (!kept).then_some(TieBreakLint::RoundedStep { criterion, step })
}
