//! Why parts make no report.

use thidua_notation::Date;
use thidua_values::{ClaimId, Fault, KindId, Period, Phrase};
use thiserror::Error;

/// Why parts make no report.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum ReportFault {
    /// Two claims share an id.
    DuplicateClaim(ClaimId),
    /// What is to be read does not stand in the quote.
    NotInQuote {
        /// What is to be read.
        numeral: Phrase,
        /// The quote.
        quote: Phrase,
    },
    /// What is to be read stands in the quote more than once, so that nobody knows which is meant.
    TwiceInQuote {
        /// What is to be read.
        numeral: Phrase,
        /// The quote.
        quote: Phrase,
    },
    /// A year that dates of these texts do not have, such as 22.
    NoSuchYear(u16),
    /// A figure of a period that has not ended.
    NoEnd(Period),
    /// A relation to no claim of the text, such as to a misspelt one.
    UnknownClaim(ClaimId),
    /// A relation of a claim to itself.
    Itself(ClaimId),
    /// A relation names a claim twice.
    RepeatedClaim(ClaimId),
    /// A relation names a kind twice.
    RepeatedKind(KindId),
    /// A relation of a claim that states something else, such as a date that is at most another.
    NotFor {
        /// What the claim would have to state.
        needed: &'static [&'static str],
        /// What it states.
        states: &'static str,
    },
    /// A relation to a claim that states something else, such as a percentage of a date.
    OtherSort {
        /// The claim.
        claim: ClaimId,
        /// What it would have to state.
        needed: &'static str,
        /// What it states.
        states: &'static str,
    },
    /// A relation that names nothing.
    NothingNamed,
}

impl Fault for ReportFault {
    fn code(&self) -> &'static str {
        match self {
            Self::DuplicateClaim(_) => "duplicate_claim",
            Self::NotInQuote { .. } => "not_in_quote",
            Self::TwiceInQuote { .. } => "twice_in_quote",
            Self::NoSuchYear(_) => "no_such_year",
            Self::NoEnd(_) => "period_without_end",
            Self::UnknownClaim(_) => "unknown_claim",
            Self::Itself(_) => "relation_to_itself",
            Self::RepeatedClaim(_) => "repeated_claim",
            Self::RepeatedKind(_) => "repeated_kind",
            Self::NotFor { .. } => "relation_of_another_sort",
            Self::OtherSort { .. } => "claim_of_another_sort",
            Self::NothingNamed => "nothing_named",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::DuplicateClaim(_) => "each claim once".into(),
            Self::NotInQuote { quote, .. } => format!("words of the quote `{quote}`"),
            Self::TwiceInQuote { quote, .. } => format!("words that the quote `{quote}` has once"),
            Self::NoSuchYear(_) => {
                format!("a year from {} to {}", Date::YEARS.start(), Date::YEARS.end())
            }
            Self::NoEnd(_) => "a period that ends".into(),
            Self::UnknownClaim(_) => "a claim of this text".into(),
            Self::Itself(_) => "another claim".into(),
            Self::RepeatedClaim(_) | Self::RepeatedKind(_) => "each once".into(),
            Self::NotFor { needed, .. } => {
                format!("a relation for a claim that states a {}", needed.join(" or a "))
            }
            Self::OtherSort { needed, .. } => format!("a claim that states a {needed}"),
            Self::NothingNamed => "at least one".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::DuplicateClaim(claim) | Self::RepeatedClaim(claim) => {
                format!("`{claim}` again")
            }
            Self::NotInQuote { numeral, .. } => format!("`{numeral}`"),
            Self::TwiceInQuote { numeral, .. } => format!("`{numeral}` more than once"),
            Self::NoSuchYear(year) => year.to_string(),
            Self::NoEnd(period) => period.to_string(),
            Self::UnknownClaim(claim) => format!("`{claim}`"),
            Self::Itself(claim) => format!("`{claim}` itself"),
            Self::RepeatedKind(kind) => format!("`{kind}` again"),
            Self::NotFor { states, .. } => format!("one that states a {states}"),
            Self::OtherSort { claim, states, .. } => format!("`{claim}`, a {states}"),
            Self::NothingNamed => "none".into(),
        }
    }
}
