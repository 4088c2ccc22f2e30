//! How what a sheet says is named where it differs.

use thidua_criteria::{Each, PartKind, Requirement};

/// A part, as documents name it.
pub(crate) const fn part(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Scale => "scale",
        PartKind::Bonus => "bonus",
        PartKind::Deduction => "deduction",
    }
}

/// What a grade asks besides, in one line.
pub(crate) fn requirement(requirement: &Requirement) -> String {
    match requirement {
        Requirement::NoneAtZero {} => "none at zero".into(),
        Requirement::EachAtLeast { of: Each::Group, percent } => {
            format!("each group at least {percent} %")
        }
        Requirement::EachAtLeast { of: Each::Criterion, percent } => {
            format!("each criterion at least {percent} %")
        }
        Requirement::EveryMinimum {} => "every minimum".into(),
        Requirement::EnoughCriteria { percent_of_criteria, reaching_percent } => {
            format!("{percent_of_criteria} % of criteria at least {reaching_percent} %")
        }
        Requirement::FactHolds { fact } => format!("fact {fact}"),
        Requirement::FactWithin { fact, within } => format!("fact {fact} in {within} %"),
    }
}
