//! What a slot of a rulebook is answered by, and checked values.

use std::sync::Arc;

use thidua_criteria::{Fact, FactAnswer, Figures, Formula, Leaf, MeanOf, Panel};
use thidua_values::{Coded, Day, Figure, Points, Ratio, RoundingStep};

use crate::{EvidenceFault, EvidenceValue, Needed};

/// A checked [`EvidenceValue`].
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Known {
    #[default]
    Missing,
    NotAssigned,
    NoProof,
    Share(Ratio),
    Count(u32),
    Number(Figure),
    Target {
        actual: Figure,
        target: Figure,
    },
    Met(bool),
    /// Ascending.
    Marks(Arc<[Points]>),
    HandedIn(Day),
}

impl Known {
    /// The same as it is handed in.
    pub(crate) fn value(&self) -> EvidenceValue {
        match self {
            Self::Missing => EvidenceValue::Missing {},
            Self::NotAssigned => EvidenceValue::NotAssigned {},
            Self::NoProof => EvidenceValue::NoProof {},
            Self::Share(share) => EvidenceValue::Share { part: share.part(), whole: share.whole() },
            Self::Count(count) => EvidenceValue::Count { count: *count },
            Self::Number(number) => EvidenceValue::Number { number: *number },
            Self::Target { actual, target } => {
                EvidenceValue::Target { actual: *actual, target: *target }
            }
            Self::Met(met) => EvidenceValue::Met { met: *met },
            Self::Marks(marks) => EvidenceValue::Marks { marks: marks.to_vec() },
            Self::HandedIn(day) => EvidenceValue::HandedIn { day: *day },
        }
    }
}

/// What a slot of the rulebook is answered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    Share(Figures),
    Count,
    CountUpTo(u32),
    Number(Figures),
    /// From 0 to that.
    NumberUpTo(Figures, Figure),
    /// A number and its target, or a number alone.
    Target(Figures),
    Marks {
        most: Points,
        step: RoundingStep,
        panel: Panel,
    },
    HandedIn,
    Met,
    /// As above, of a condition or a fact, which nobody can be without.
    Fact(FactNeeds),
}

/// What a condition or a fact is answered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FactNeeds {
    Met,
    Share,
}

/// What the slots of a criterion and its conditions are answered by.
pub(crate) fn needs_of(leaf: &Leaf) -> impl Iterator<Item = Needs> {
    let criterion = &leaf.criterion;
    let figures = criterion.figures;
    let own = match criterion.formula {
        Formula::Met {} => Needs::Met,
        Formula::Proportional { .. }
        | Formula::Threshold { .. }
        | Formula::Bands { .. }
        | Formula::Shortfall { .. }
        | Formula::GroupMean { mean: MeanOf::Shares | MeanOf::Sums } => Needs::Share(figures),
        Formula::NumberReached { .. }
        | Formula::NumberBands { .. }
        | Formula::GroupMean { mean: MeanOf::Numbers }
        | Formula::Recorded {} => Needs::Number(figures),
        Formula::PerItem { .. } => Needs::Count,
        Formula::Sampled { size, .. } => Needs::CountUpTo(size),
        Formula::Checklist { of, .. } => Needs::CountUpTo(of),
        Formula::Judged { step, panel } => Needs::Marks { most: criterion.points, step, panel },
        Formula::Scaled { out_of } => Needs::NumberUpTo(figures, out_of),
        Formula::Leader { .. } => Needs::Target(figures),
        Formula::Lateness { .. } => Needs::HandedIn,
    };
    let conditions = criterion.conditions.iter().map(|_| Needs::Fact(FactNeeds::Met));
    std::iter::once(own).chain(conditions)
}

/// What a fact is answered by.
pub(crate) const fn needs_of_fact(fact: &Fact) -> Needs {
    Needs::Fact(match fact.answer {
        FactAnswer::YesOrNo { .. } => FactNeeds::Met,
        FactAnswer::Share {} => FactNeeds::Share,
    })
}

impl Needs {
    /// The value, if it is of the kind that is needed and possible.
    pub(crate) fn check(self, value: &EvidenceValue) -> Result<Known, EvidenceFault> {
        match (value, self) {
            (EvidenceValue::Missing {}, _) => Ok(Known::Missing),
            (EvidenceValue::NoProof {}, _) => Ok(Known::NoProof),
            (EvidenceValue::NotAssigned {}, needs) if !needs.is_of_fact() => Ok(Known::NotAssigned),
            (EvidenceValue::Share { part, whole }, Self::Share(figures)) => {
                share(figures, *part, *whole)
            }
            (EvidenceValue::Share { part, whole }, Self::Fact(FactNeeds::Share)) => {
                share(Figures::Whole, *part, *whole)
            }
            (EvidenceValue::Count { count }, Self::Count) => Ok(Known::Count(*count)),
            (EvidenceValue::Count { count }, Self::CountUpTo(most)) => count_of(*count, most),
            (EvidenceValue::Number { number }, Self::Number(figures)) => {
                whole(figures, *number).map(Known::Number)
            }
            (EvidenceValue::Number { number }, Self::NumberUpTo(figures, most)) => {
                let number = whole(figures, *number)?;
                within(number, most).map(Known::Number)
            }
            (EvidenceValue::Number { number }, Self::Target(figures)) => {
                at_least_zero(whole(figures, *number)?).map(Known::Number)
            }
            (EvidenceValue::Target { actual, target }, Self::Target(figures)) => {
                target_of(figures, *actual, *target)
            }
            (EvidenceValue::Marks { marks }, Self::Marks { most, step, panel }) => {
                marks_of(marks, most, step, panel)
            }
            (EvidenceValue::HandedIn { day }, Self::HandedIn) => Ok(Known::HandedIn(*day)),
            (EvidenceValue::Met { met }, Self::Met | Self::Fact(FactNeeds::Met)) => {
                Ok(Known::Met(*met))
            }
            (value, needs) => {
                Err(EvidenceFault::WrongKind { needed: needs.needed().code(), found: value.kind() })
            }
        }
    }

    /// Whether it is of a condition or a fact, which nobody can be without.
    pub(crate) const fn is_of_fact(self) -> bool {
        matches!(self, Self::Fact(_))
    }

    /// The kind of value.
    pub(crate) const fn needed(self) -> Needed {
        match self {
            Self::Share(_) | Self::Fact(FactNeeds::Share) => Needed::Share,
            Self::Count | Self::CountUpTo(_) => Needed::Count,
            Self::Number(_) | Self::NumberUpTo(..) => Needed::Number,
            Self::Target(_) => Needed::Target,
            Self::Marks { .. } => Needed::Marks,
            Self::HandedIn => Needed::HandedIn,
            Self::Met | Self::Fact(FactNeeds::Met) => Needed::Met,
        }
    }

    /// What a text of a spreadsheet has to be, but for the kinds of nothing.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Share(_) | Self::Fact(FactNeeds::Share) => "a share such as `4375/5121`",
            Self::Count | Self::CountUpTo(_) => "a count such as `43`",
            Self::Number(_) | Self::NumberUpTo(..) => "a number such as `43`",
            Self::Target(_) => {
                "what was done and the target, such as `120 of 100`, or a number such as `120`"
            }
            Self::Marks { .. } => "marks such as `4.5` or `4.5; 5`",
            Self::HandedIn => "a day such as `2022-12-15`",
            Self::Met | Self::Fact(FactNeeds::Met) => "`met`, `not_met`",
        }
    }
}

fn whole(figures: Figures, figure: Figure) -> Result<Figure, EvidenceFault> {
    if figures.is_whole() && !figure.is_whole() {
        return Err(EvidenceFault::NotWhole(figure));
    }
    Ok(figure)
}

fn at_least_zero(figure: Figure) -> Result<Figure, EvidenceFault> {
    if figure.is_negative() { Err(EvidenceFault::Negative(figure)) } else { Ok(figure) }
}

fn within(figure: Figure, most: Figure) -> Result<Figure, EvidenceFault> {
    if figure.is_negative() || most < figure {
        return Err(EvidenceFault::BeyondScale { most, number: figure });
    }
    Ok(figure)
}

fn count_of(count: u32, size: u32) -> Result<Known, EvidenceFault> {
    if size < count {
        Err(EvidenceFault::BeyondSample { size, count })
    } else {
        Ok(Known::Count(count))
    }
}

fn share(figures: Figures, part: Figure, of: Figure) -> Result<Known, EvidenceFault> {
    let (part, of) = (whole(figures, part)?, whole(figures, of)?);
    Ratio::try_new(part, of).map(Known::Share).map_err(EvidenceFault::Share)
}

fn target_of(figures: Figures, actual: Figure, target: Figure) -> Result<Known, EvidenceFault> {
    let (actual, target) = (at_least_zero(whole(figures, actual)?)?, whole(figures, target)?);
    if target.is_negative() || target.is_zero() {
        return Err(EvidenceFault::NoTarget(target));
    }
    Ok(Known::Target { actual, target })
}

/// The most marks of a panel, far above the largest council.
const MOST_MARKS: usize = 1_000;

fn marks_of(
    marks: &[Points],
    most: Points,
    step: RoundingStep,
    panel: Panel,
) -> Result<Known, EvidenceFault> {
    let (least, most_marks) = match panel {
        Panel::Single {} => (1, 1),
        Panel::Mean {} => (1, MOST_MARKS),
        Panel::TrimmedMean { each_end } => {
            ((each_end as usize).saturating_mul(2).saturating_add(1), MOST_MARKS)
        }
    };
    if !(least..=most_marks).contains(&marks.len()) {
        return Err(EvidenceFault::HowManyMarks { least, most: most_marks, found: marks.len() });
    }
    let off = |mark: &&Points| {
        let on_step = mark.millionths().checked_rem(step.points().millionths()) == Some(0);
        mark.is_negative() || most < **mark || !on_step
    };
    if let Some(mark) = marks.iter().find(off) {
        return Err(EvidenceFault::Mark { most, step: step.points(), mark: *mark });
    }
    let mut marks = marks.to_vec();
    marks.sort_unstable();
    Ok(Known::Marks(marks.into()))
}
