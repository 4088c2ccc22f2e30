//! The values that every other crate of `thidua` speaks in.
//!
//! A value that exists is right: each has one grammar, which its parser, its
//! `serde` form and its JSON Schema share. Numbers are exact: [`Points`] and
//! [`Figure`] are decimals, [`Exact`] is a fraction that never rounds,
//! [`ExactSum`] adds such fractions only where somebody must know the sum, and
//! [`Rounding`] happens only where somebody names it. A figure that is stated
//! with a [`Qualifier`] is computed with as its [`Bounds`].
//!
//! # Examples
//!
//! 4,375 of 5,121 is not 85 %, and what it is worth of 20 points is known
//! exactly until a rule says how to round it:
//!
//! ```
//! use thidua_values::{Exact, Points, Ratio, Rounding, RoundingMode};
//!
//! let cremated = Ratio::try_new("4375".parse()?, "5121".parse()?)?;
//! let share = cremated.quotient().ok_or("nobody died")?;
//! assert_eq!(share.to_string(), "4375/5121");
//!
//! let earned = share * Exact::from("20".parse::<Points>()?);
//! let hundredths = Rounding { mode: RoundingMode::HalfUp, step: "0.01".parse()? };
//! assert_eq!(earned.round(hundredths).to_string(), "17.09");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! `serde` and `schemars` (which implies `serde`) give each value its text
//! form and its schema; `proptest` gives strategies in `strategies`.

mod basis;
mod bounds;
mod coded;
mod day;
mod exact;
mod exact_operations;
mod exact_sum;
mod exact_text;
mod fault;
mod figure;
mod finding;
mod grammar;
mod id;
mod period;
mod place;
mod points;
mod qualifier;
mod ratio;
mod rounding;
mod text;
mod text_form;
mod timeline;
mod vnd;

#[cfg(any(test, feature = "proptest"))]
pub mod strategies;

pub use crate::{
    basis::Basis,
    bounds::{Bounds, End},
    coded::{Coded, Words},
    day::{Day, DayError},
    exact::Exact,
    exact_sum::ExactSum,
    exact_text::ExactError,
    fault::{Fault, Faults, Placed},
    figure::{Figure, FigureError},
    finding::{Finding, Severity},
    id::{
        ActId, AwardId, AwardRulesId, BodyId, CampaignId, CandidaciesId, CatalogueId, CheckId,
        CheckListId, ClaimId, ClusterId, CriterionId, DocumentId, GradeId, GroupId, Id, IdError,
        IndicatorId, KindId, MoneyScheduleId, OrganisationId, PillarId, ReportId, RulebookId,
        SeasonId, SubjectId, UnitId, in_ticks, mark,
    },
    period::{Period, PeriodError},
    place::{Place, Step},
    points::{Points, PointsError},
    qualifier::Qualifier,
    ratio::{Ratio, RatioError},
    rounding::{Rounding, RoundingMode, RoundingStep, RoundingStepError},
    text::{Phrase, PhraseError, Text, is_invisible},
    timeline::{Timeline, TimelineError},
    vnd::{Vnd, VndError},
};
