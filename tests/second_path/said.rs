//! What is said of a criterion, in numbers: what is reported, its share, and
//! whether it is met.

use std::fmt::Display;

use num_rational::BigRational;
use num_traits::Zero;
use thidua_criteria::{Formula, NothingOfNothing};
use thidua_scoring::EvidenceValue;
use thidua_values::{Day, Exact};

/// A number of the second path.
pub(super) type Number = BigRational;

/// The number that a text says: `43`, `-0.25` or `4375/5121`.
pub(super) fn number(said: impl Display) -> Number {
    let text = said.to_string();
    let fraction = match text.split_once('.') {
        Some((whole, places)) => format!("{whole}{places}/1{}", "0".repeat(places.len())),
        None => text,
    };
    fraction.parse().unwrap()
}

/// The same number as a standing holds it.
pub(super) fn exact(said: impl Display) -> Exact {
    number(said).to_string().parse().unwrap()
}

/// The number that is reported.
pub(super) fn figure(said: &EvidenceValue) -> Option<Exact> {
    match said {
        EvidenceValue::Share { part: number, .. }
        | EvidenceValue::Number { number }
        | EvidenceValue::Target { actual: number, .. } => Some(exact(number)),
        EvidenceValue::Count { count } => Some(exact(count)),
        _ => None,
    }
}

/// The days from that of handing in to the due day, counted one by one.
pub(super) fn days_before(said: &EvidenceValue, formula: &Formula) -> Option<Exact> {
    let (EvidenceValue::HandedIn { day }, Formula::Lateness { due, .. }) = (said, formula) else {
        return None;
    };
    let between = |first: Day, last: Day| {
        let mut days = std::iter::successors(Some(last), |day| day.previous());
        days.position(|day| day <= first).unwrap()
    };
    let (early, late) = (between(*day, *due), between(*due, *day));
    Some(exact(number(early) - number(late)))
}

/// What a formula says of nothing of nothing.
fn nothing_of_nothing(formula: &Formula) -> NothingOfNothing {
    match formula {
        Formula::Proportional { nothing_of_nothing, .. }
        | Formula::Threshold { nothing_of_nothing, .. }
        | Formula::Bands { nothing_of_nothing, .. }
        | Formula::Shortfall { nothing_of_nothing, .. } => *nothing_of_nothing,
        _ => NothingOfNothing::NotAssigned,
    }
}

/// The share that is reported: of a whole, of a sample or of a list.
pub(super) fn share(said: &EvidenceValue, formula: &Formula) -> Option<Exact> {
    match (said, formula) {
        (EvidenceValue::Share { whole, .. }, _) if number(whole).is_zero() => {
            match nothing_of_nothing(formula) {
                NothingOfNothing::Zero => Some(exact(0)),
                NothingOfNothing::FullMarks => Some(exact(1)),
                NothingOfNothing::NotAssigned => None,
            }
        }
        (EvidenceValue::Share { part, whole }, _) => Some(exact(number(part) / number(whole))),
        (
            EvidenceValue::Count { count },
            Formula::Sampled { size: of, .. } | Formula::Checklist { of, .. },
        ) => Some(exact(number(count) / number(of))),
        _ => None,
    }
}

/// Whether what is said meets a criterion without points; what is only recorded meets nothing.
pub(super) fn meets(said: &EvidenceValue, formula: &Formula) -> bool {
    match (said, formula) {
        (EvidenceValue::Met { met }, Formula::Met {}) => *met,
        (EvidenceValue::Number { number: said }, Formula::NumberReached { at_least }) => {
            number(at_least) <= number(said)
        }
        (EvidenceValue::Share { whole, .. }, Formula::Threshold { nothing_of_nothing, .. })
            if number(whole).is_zero() =>
        {
            *nothing_of_nothing == NothingOfNothing::FullMarks
        }
        (EvidenceValue::Share { part, whole }, Formula::Threshold { at_least_percent, .. }) => {
            number(at_least_percent) <= number(100) * number(part) / number(whole)
        }
        _ => false,
    }
}
