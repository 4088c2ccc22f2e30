//! Evidence about subjects and a rulebook make score sheets, each point with
//! its reason, and standings.
//!
//! [`Evidence::try_new`] binds records to a rulebook and a roster and reports
//! every fault. [`score`] gives each subject a [`ScoreSheet`] whose
//! contributions add up exactly to its total. [`Scores::place`] ranks the
//! members of a cluster and tells what decided each tie.
//!
//! Missing is not zero: a sheet with missing evidence has a total from the
//! worst it can mean to the best, and the rulebook says what that does to a
//! place.
//!
//! # Examples
//!
//! Evidence often arrives as rows of a spreadsheet; all faulty rows are
//! reported at once:
//!
//! ```
//! use thidua_criteria::{
//!     Criterion, Figures, Formula, Item, MissingPolicy, NotAssignedPolicy, RoundingRule, Rulebook, RulebookParts, Section,
//!     SectionPart,
//! };
//! use thidua_scoring::{Evidence, Row, score};
//! use thidua_values::{Basis, Period, Points, SubjectId, Text};
//!
//! # let title = Text { vi: "Hỏa táng".parse()?, en: "Cremations".parse()? };
//! # let criterion = Criterion {
//! #     id: "cremation".parse()?, ordinal: "1".parse()?, title: title.clone(), points: Points::whole(20),
//! #     serves: "culture".parse()?, conditions: Vec::new(), figures: Figures::Whole,
//! #     formula: Formula::Proportional {
//! #         cap_percent: "100".parse()?, nothing_of_nothing: NotAssignedPolicy::FullMarks,
//! #     },
//! # };
//! # let section = Section {
//! #     id: "main".parse()?, ordinal: "I".parse()?, title: title.clone(), part: SectionPart::Scale,
//! #     points: Points::whole(20), items: vec![Item::Criterion(criterion)],
//! # };
//! # let rulebook = Rulebook::try_new(RulebookParts {
//! #     id: "example".parse()?, title, basis: Basis::Illustrative { note: "made up".parse()? },
//! #     campaign: "unite".parse()?, during: Period::starting("2022-01-01".parse()?),
//! #     points: Points::whole(20), bonus_points: Points::ZERO, rounding: RoundingRule::Never {},
//! #     missing: MissingPolicy::Refuse {}, not_assigned: NotAssignedPolicy::Zero,
//! #     sections: vec![section], tie_breaks: Vec::new(),
//! # })?;
//! # let basis = Basis::Illustrative { note: "made up".parse()? };
//! // `rulebook` has one criterion, `cremation`: the share of cremations times 20 points.
//! let soc_son: SubjectId = "front-soc-son".parse()?;
//! let roster = [soc_son.clone()].into();
//!
//! let rows = [Row { subject: "front-soc-son", criterion: "cremation", text: "85 %" }];
//! let faults = Evidence::from_rows(&rulebook, &roster, &rows, &basis).unwrap_err();
//! assert_eq!(faults.to_string(), "rows[0].text: expected a share such as `4375/5121`, \
//!      `not_assigned`, `no_proof` or `missing`, found `85 %`");
//!
//! let rows = [Row { subject: "front-soc-son", criterion: "cremation", text: "880/1040" }];
//! let evidence = Evidence::from_rows(&rulebook, &roster, &rows, &basis)?;
//! let scores = score(&evidence);
//! let sheet = scores.sheet(&soc_son).ok_or("not on the roster")?;
//! assert_eq!(sheet.total.worst.to_string(), "220/13");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod record;

mod evidence;
mod fault;
mod rows;

mod span;

mod reason;

mod evaluate;
mod sheet;

mod place;
mod standing;

#[cfg(any(test, feature = "proptest"))]
pub mod strategies;

pub use crate::{
    evidence::Evidence,
    fault::EvidenceFault,
    reason::Reason,
    record::{EvidenceParts, EvidenceRecord, EvidenceValue, RulebookEdition},
    rows::Row,
    sheet::{Adjustment, AdjustmentKind, Coverage, Line, ScoreSheet, Scores, score},
    span::Span,
    standing::{
        DecidedTie, NotScored, Position, PossibleRanks, Standing, TieAwaits, TieKey, Unranked,
        UnrankedReason, UnresolvedTie,
    },
};
