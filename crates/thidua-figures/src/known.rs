//! What an observation says, as it is added up.

use thidua_values::{Bounds, Exact, Figure, Qualifier};

use crate::{FiguresFault, Measured, ObservedValue, Stage};

/// What an observation says.
#[derive(Clone, Debug)]
pub(crate) enum Known {
    /// The number, which most are.
    Whole(i64),
    /// What is known of the number, which has a fraction or is not stated exactly.
    Within(Box<Bounds>),
    /// The answer.
    Answer(bool),
}

impl Known {
    /// What a value says of an indicator.
    pub(crate) fn of(
        measured: &Measured,
        stage: Stage,
        value: &ObservedValue,
    ) -> Result<Self, FiguresFault> {
        let wrong_sort = |needed| FiguresFault::WrongSort { needed, value: in_words(value) };
        match (measured, value) {
            (Measured::YesNo {}, ObservedValue::Answer { yes }) => Ok(Self::Answer(*yes)),
            (Measured::YesNo {}, _) => Err(wrong_sort("an answer, yes or no")),
            (_, ObservedValue::Answer { .. }) => {
                Err(wrong_sort("a figure, or that a target is met"))
            }
            (_, ObservedValue::TargetMet {}) if stage == Stage::Planned => {
                Err(FiguresFault::PlanMet)
            }
            (_, ObservedValue::TargetMet {}) => Ok(Self::Within(Box::new(at_least_zero()))),
            (_, ObservedValue::Figure { figure, qualifier }) => {
                let is_whole = measured.quantity().is_some_and(|(of, _)| of.is_whole());
                Self::figure(*figure, *qualifier, is_whole)
            }
        }
    }

    /// What a figure says of something that is not below zero.
    fn figure(figure: Figure, qualifier: Qualifier, is_whole: bool) -> Result<Self, FiguresFault> {
        if is_whole && !figure.is_whole() {
            return Err(FiguresFault::PartOfOne(figure));
        }
        if figure.is_negative() {
            return Err(FiguresFault::BelowZero(figure));
        }
        let whole = i64::try_from(figure.decimal().mantissa()).ok().filter(|_| figure.is_whole());
        let is_ten = (1..=18).any(|zeros| whole == 10_i64.checked_pow(zeros));
        if qualifier == Qualifier::Several && !is_ten {
            return Err(FiguresFault::NotSeveral(figure));
        }
        if let (Qualifier::Exactly, Some(whole)) = (qualifier, whole) {
            return Ok(Self::Whole(whole));
        }
        let bounds = qualifier.bounds(Exact::from(figure)).meet(&at_least_zero());
        bounds.map(Box::new).map(Self::Within).ok_or(FiguresFault::BelowZero(figure))
    }
}

fn at_least_zero() -> Bounds {
    Bounds::at_least(Exact::zero())
}

fn in_words(value: &ObservedValue) -> &'static str {
    match value {
        ObservedValue::Figure { .. } => "a figure",
        ObservedValue::Answer { .. } => "an answer",
        ObservedValue::TargetMet {} => "a target met",
    }
}
