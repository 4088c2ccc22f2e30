//! What emulation work is measured by: campaigns with their pillars, and
//! rulebooks of criteria with their formulas.
//!
//! Totals, groups, points, formulas, bands, rounding and the list that breaks
//! ties are all in the rulebook; nothing of them is in code. A [`Rulebook`]
//! that exists is consistent: [`Rulebook::try_new`] checks every part and
//! reports every fault at its place.
//!
//! # Examples
//!
//! A rulebook whose one section promises more points than its criterion is
//! worth is refused, with the place and both numbers:
//!
//! ```
//! use thidua_criteria::{
//!     Criterion, Figures, Formula, Item, MissingPolicy, NotAssignedPolicy, Rulebook, RulebookParts, RoundingRule, Section,
//!     SectionPart, TieBreak,
//! };
//! use thidua_values::{Basis, Period, Points, Text};
//!
//! let text = |vi: &str, en: &str| -> Result<Text, thidua_values::PhraseError> {
//!     Ok(Text { vi: vi.parse()?, en: en.parse()? })
//! };
//! let criterion = Criterion {
//!     id: "cremation".parse()?,
//!     ordinal: "1.1".parse()?,
//!     title: text("Tỷ lệ hỏa táng", "Share of cremations")?,
//!     points: Points::whole(20),
//!     serves: "environment-climate".parse()?,
//!     conditions: Vec::new(),
//!     figures: Figures::Whole,
//!     formula: Formula::Proportional { cap_percent: "100".parse()?, nothing_of_nothing: NotAssignedPolicy::FullMarks },
//! };
//! let mut parts = RulebookParts {
//!     id: "example".parse()?,
//!     title: text("Ví dụ", "An example")?,
//!     basis: Basis::Illustrative { note: "made up for the docs".parse()? },
//!     campaign: "toan-dan-doan-ket".parse()?,
//!     during: Period::starting("2022-01-01".parse()?),
//!     points: Points::whole(25),
//!     bonus_points: Points::ZERO,
//!     rounding: RoundingRule::Never {},
//!     missing: MissingPolicy::Refuse {},
//!     not_assigned: NotAssignedPolicy::Zero,
//!     sections: vec![Section {
//!         id: "environment".parse()?,
//!         ordinal: "I".parse()?,
//!         title: text("Môi trường", "Environment")?,
//!         part: SectionPart::Scale,
//!         points: Points::whole(25),
//!         items: vec![Item::Criterion(criterion)],
//!     }],
//!     tie_breaks: vec![TieBreak::Ballot {}],
//! };
//! let faults = Rulebook::try_new(parts.clone()).unwrap_err();
//! assert_eq!(
//!     faults.to_string(),
//!     "points: expected 20 points, the sum of the criteria of the scale, found 25\n\
//!      sections[0].points: expected 20 points, the sum of its criteria, found 25"
//! );
//!
//! parts.points = Points::whole(20);
//! parts.sections[0].points = Points::whole(20);
//! assert!(Rulebook::try_new(parts).is_ok());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod campaign;
mod reference;

mod criterion;
mod formula;
mod policy;
mod rulebook;

mod check;
mod fault;

#[cfg(any(test, feature = "proptest"))]
pub mod strategies;

pub use crate::{
    campaign::{Campaign, CampaignFault, CampaignParts, Pillar},
    criterion::{Condition, Criterion, Figures, Group, Item, Section, SectionPart},
    fault::{PillarFault, RulebookFault},
    formula::{Band, Bound, Formula},
    policy::{MissingPolicy, NotAssignedPolicy, RoundingRule, TieBreak},
    reference::Reference,
    rulebook::{Leaf, Rulebook, RulebookParts},
};
