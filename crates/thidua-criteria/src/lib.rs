//! What emulation work is measured by: campaigns with their pillars, and
//! rulebooks (bảng tiêu chí) with their criteria and formulas.
//!
//! Nothing of a table of criteria is in code; it is all in a [`Rulebook`]:
//!
//! - **Parts.** A scale (thang điểm), and perhaps a bonus on top and deductions
//!   ([`Part`]); the total is scale and bonus without deductions, within its
//!   [`TotalLimits`].
//! - **Tree.** A part consists of criteria and of groups of them, which may hold
//!   further groups. How items make the points of what they are in is its
//!   [`Combine`]: their sum, a capped sum, a weighted mean, the least or the best.
//! - **Formulas.** A [`Formula`] makes points of the evidence about one
//!   [`Criterion`]. Most look at one subject, two at its whole cluster.
//! - **Conditions.** A [`Condition`] is asked before the formula counts: a gate, a
//!   cap, or what was achieved before.
//! - **Facts.** A [`Fact`] is asked of each subject beside the criteria, earns
//!   nothing, and may disqualify ([`Disqualifier`]) or limit the grade ([`GradeCap`]).
//! - **Grades.** A [`Grading`] gives the first [`Grade`] whose band the total is in
//!   and whose [`Requirement`]s are met.
//! - **Policies.** Rounding, missing evidence, what is not assigned, and the list
//!   that breaks ties.
//! - **Editions.** A rulebook is in force for a period, whose first day names its
//!   [`RulebookEdition`].
//!
//! A [`Rulebook`] that exists is consistent: [`Rulebook::try_new`] checks every
//! part and reports every fault at its place.
//!
//! # Examples
//!
//! A rulebook whose one group promises more points than its criterion is worth
//! is refused, with the place and both numbers:
//!
//! ```
//! use thidua_criteria::{
//!     Combine, Criterion, Figures, Formula, Group, Item, MissingPolicy, NotAssignedPolicy,
//!     NothingOfNothing, Part, RoundingRule, Rulebook, RulebookParts, Serves, TieBreak, TotalLimits,
//! };
//! use thidua_values::{Basis, Period, Points, Text};
//!
//! let text = |vi: &str, en: &str| -> Result<Text, thidua_values::PhraseError> {
//!     Ok(Text { vi: vi.parse()?, en: en.parse()? })
//! };
//! let cremation = Criterion {
//!     id: "cremation".parse()?,
//!     ordinal: "1.1".parse()?,
//!     title: text("Tỷ lệ hỏa táng", "Share of cremations")?,
//!     points: Points::whole(20),
//!     weight: None,
//!     minimum: None,
//!     only_for: Vec::new(),
//!     serves: Serves { campaign: "toan-dan-doan-ket".parse()?, pillar: "culture".parse()? },
//!     conditions: Vec::new(),
//!     figures: Figures::Whole,
//!     formula: Formula::Proportional {
//!         cap_percent: "100".parse()?,
//!         nothing_of_nothing: NothingOfNothing::FullMarks,
//!     },
//! };
//! let culture = Group {
//!     id: "culture".parse()?,
//!     ordinal: "I".parse()?,
//!     title: text("Văn hóa", "Culture")?,
//!     points: Points::whole(25),
//!     weight: None,
//!     minimum: None,
//!     combine: Combine::Sum {},
//!     items: vec![Item::Criterion(cremation)],
//! };
//! let mut parts = RulebookParts {
//!     id: "example".parse()?,
//!     title: text("Ví dụ", "An example")?,
//!     basis: Basis::Illustrative { note: "made up for the docs".parse()? },
//!     during: Period::starting("2022-01-01".parse()?),
//!     replaces: Vec::new(),
//!     kinds: Vec::new(),
//!     readings: Vec::new(),
//!     scale: Part {
//!         points: Points::whole(20),
//!         combine: Combine::Sum {},
//!         items: vec![Item::Group(culture.clone())],
//!     },
//!     bonus: None,
//!     deductions: None,
//!     total: TotalLimits::default(),
//!     rounding: RoundingRule::Never {},
//!     missing: MissingPolicy::Refuse {},
//!     not_assigned: NotAssignedPolicy::Zero,
//!     facts: Vec::new(),
//!     disqualifiers: Vec::new(),
//!     grading: None,
//!     tie_breaks: vec![TieBreak::Ballot {}],
//! };
//! let faults = Rulebook::try_new(parts.clone()).unwrap_err();
//! assert_eq!(
//!     faults.to_string(),
//!     "scale.items[0].points: expected 20 points, the sum of its criteria, found 25"
//! );
//!
//! let mended = Group { points: Points::whole(20), ..culture.clone() };
//! parts.scale.items = vec![Item::Group(mended)];
//! assert!(Rulebook::try_new(parts.clone()).is_ok());
//!
//! // The points of a weighted mean need not add up, but each item needs its weight.
//! let mean = Group { combine: Combine::WeightedMean {}, ..culture };
//! parts.scale = Part { points: Points::whole(25), items: vec![Item::Group(mean)], ..parts.scale };
//! assert_eq!(
//!     Rulebook::try_new(parts).unwrap_err().to_string(),
//!     "scale.items[0].items[0].weight: \
//!      expected a weight, since the mean around it is weighted, found none"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod campaign;
mod campaign_fault;
mod campaigns;
mod pillar;
mod reference;

mod condition;
mod formula;
mod formula_points;
mod grade;
mod interval;
mod policy;
mod tie_break;
mod tree;

mod rulebook;

mod editions;

mod diff;
mod difference;

mod attainable;
mod by_kind;
mod in_words;
mod range;

mod check;
mod check_formula;
mod check_grading;
mod fault;
mod formula_fault;
mod grading_fault;

mod codes_of_criterion;
mod codes_of_grading;
mod codes_of_points;
mod codes_of_tie_breaks;
mod lint;
mod lint_code;
mod lint_criterion;
mod lint_grading;
mod lint_points;
mod lint_tie_break;

#[cfg(test)]
mod samples;
#[cfg(any(test, feature = "proptest"))]
pub mod strategies;
#[cfg(any(test, feature = "proptest"))]
mod strategies_formula;
#[cfg(any(test, feature = "proptest"))]
mod strategies_grading;
#[cfg(any(test, feature = "proptest"))]
mod strategies_tree;

pub use crate::{
    campaign::{AnnualTheme, Campaign, CampaignKind, CampaignParts, Launch},
    campaign_fault::CampaignFault,
    campaigns::{Campaigns, CampaignsFault, ServesFault},
    codes_of_criterion::CriterionLint,
    codes_of_grading::GradingLint,
    codes_of_points::PointsLint,
    codes_of_tie_breaks::TieBreakLint,
    condition::Condition,
    diff::diff,
    difference::{Change, Difference, Element},
    editions::{EditionFault, Editions},
    fault::RulebookFault,
    formula::{Excess, Formula, MeanOf, Panel, Steps},
    formula_fault::FormulaFault,
    grade::{
        Disqualifier, Each, Fact, FactAnswer, Grade, GradeBand, GradeCap, GradedBy, Grading,
        Requirement, Unanswered,
    },
    grading_fault::GradingFault,
    interval::{Band, Bound, Interval},
    lint_code::{LintCode, Measure},
    pillar::{LocalAddition, Pillar, Task},
    policy::{MissingPolicy, NotAssignedPolicy, NothingOfNothing, RoundingRule, TotalLimits},
    range::Range,
    reference::{CarriesOut, CitedDocument, Reference},
    rulebook::{Leaf, Reading, Rulebook, RulebookEdition, RulebookParts},
    tie_break::TieBreak,
    tree::{Combine, Criterion, Figures, Group, Item, Part, PartKind, Serves},
};
