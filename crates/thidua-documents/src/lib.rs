//! JSON documents: the only crate that knows them.
//!
//! [`read`] turns bytes into a value and reports every problem, each with its
//! place, what was expected, what was found and a stable code. [`write`] turns
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
//!         "/evidence/answers/rulebook: expected a RulebookId such as `front-tay-ho` \
//!          (a-z, 0-9, single hyphens, at most 64), found `Cần Thơ` [bad_value]",
//!         "/evidence/answers/edition: expected a day that exists, such as `2022-11-08`, \
//!          found `2025-02-30` [bad_value]",
//!         "/evidence/record: expected one of `answers`, `records`, `title`, found `record` \
//!          [unknown_field]",
//!     ]
//! );
//! ```

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

mod document;
mod read;
mod write;

pub use crate::{
    document::{Document, Written, problems_across, problems_of},
    limits::Limits,
    problem::{Problem, Problems},
    read::read,
    schema::{SchemaFile, schemas},
    write::write,
};
