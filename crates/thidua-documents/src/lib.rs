//! JSON documents: the only crate that knows them.
//!
//! [`read`] turns bytes into a value and reports every problem, each with its
//! place, what was expected, what was found and a stable code. [`write()`] turns
//! a value into its one document. [`schemas`] are the JSON Schemas of all
//! documents, for partners who never see Rust.
//!
//! # Examples
//!
//! A document that breaks in every line, and all that is wrong with it:
//!
//! ```
//! use thidua_documents::{Limits, read};
//! use thidua_scoring::EvidenceParts;
//!
//! let document = r#"{
//!     "format": "evidence/1",
//!     "evidence": {
//!         "title": { "vi": "Số liệu", "en": "Figures", "en": "Evidence" },
//!         "answers": { "rulebook": "Cần Thơ", "edition": "2025-02-30" },
//!         "record": []
//!     }
//! }"#;
//! let problems = read::<EvidenceParts>(document.as_bytes(), &Limits::default()).unwrap_err();
//! let lines: Vec<String> = problems.as_slice().iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     lines,
//!     [
//!         "/evidence: expected a field `records`, found none [missing_field]",
//!         "/evidence/title/en: expected each key once, found `en` again [duplicate_key]",
//!         "/evidence/answers/rulebook: expected the id of a rulebook, such as `tay-ho-2` \
//!          (a-z, 0-9, single hyphens, at most 64), found `Cần Thơ` [bad_value]",
//!         "/evidence/answers/edition: expected a day that exists, written year-month-day such as `2022-11-08`, \
//!          found `2025-02-30` [bad_value]",
//!         "/evidence/record: expected one of `answers`, `records`, `title`, found `record` \
//!          [unknown_field]",
//!     ]
//! );
//! ```
//!
//! # Documents
//!
//! The root of a document has two fields: its `format`, and one that holds
//! everything.
//!
//! | format | field | type | |
//! |---|---|---|---|
//! | `organisation/1` | `organisation` | [`Organisation`](thidua_organisation::Organisation) | read, written |
//! | `unit-lists/1` | `unit_lists` | [`UnitLists`](thidua_organisation::UnitLists) | read, written |
//! | `campaign/1` | `campaign` | [`Campaign`](thidua_criteria::Campaign) | read, written |
//! | `rulebook/1` | `rulebook` | [`Rulebook`](thidua_criteria::Rulebook) | read, written |
//! | `evidence/1` | `evidence` | [`EvidenceParts`](thidua_scoring::EvidenceParts) | read, written |
//! | `award-rules/1` | `award_rules` | [`AwardRules`](thidua_awards::AwardRules) | read, written |
//! | `candidacies/1` | `candidacies` | [`Candidacies`](thidua_awards::Candidacies) | read, written |
//! | `money-schedule/1` | `money_schedule` | [`MoneySchedule`](thidua_awards::MoneySchedule) | read, written |
//! | `season/1` | `season` | [`Season`](thidua_season::Season) | read, written |
//! | `outcome/1` | `outcome` | [`Outcome`](thidua_season::Outcome) | written |
//! | `award-correction/1` | `award_correction` | [`AwardCorrection`](thidua_awards::AwardCorrection) | written |
//! | `why/1` | `why` | [`Why`](thidua_scoring::Why) | written |
//! | `reach/1` | `reach` | [`ReachAnswer`] | written |
//! | `rulebook-findings/1` | `rulebook_findings` | [`RulebookFindings`] | written |
//! | `rulebook-differences/1` | `rulebook_differences` | [`RulebookDifferences`] | written |
//!
//! What is only written explains something that was read, and is made anew rather
//! than read back.
//!
//! The schemas are in the folder `schemas`, where a test keeps them fresh;
//! `UPDATE_EXPECT=1 cargo test -p thidua-documents` rewrites them.

mod limits;

pub mod codes;
mod problem;

mod scan;
mod tree;

mod scalar;
mod shape;

mod check;

mod root;
mod schema;

mod differences;
mod findings;
mod reach_answer;

mod document;
mod read;
mod write;

pub use crate::{
    differences::RulebookDifferences,
    document::{Document, Written, problems_across, problems_of},
    findings::{RulebookFinding, RulebookFindings},
    limits::Limits,
    problem::{Problem, Problems},
    reach_answer::ReachAnswer,
    read::read,
    schema::{SchemaFile, schemas},
    write::write,
};
