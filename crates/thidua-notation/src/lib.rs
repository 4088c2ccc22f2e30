//! How official Vietnamese texts write what the other crates compute with.
//!
//! A plan, a guideline or a decision is known by its number (số ký hiệu).
//! [`DocumentNumber`] holds it in one spelling; its `read_printed` reads what
//! real texts print, with their stray blanks and dashes, and never guesses.
//! A place or a body is known by its name, which hands spell in several ways;
//! [`NameKey`] is what these spellings have in common.
//!
//! # Examples
//!
//! ```
//! use thidua_notation::{DocumentKind, DocumentNumber, NameKey};
//!
//! let plan = DocumentNumber::read_printed("16/KH – MTTQ - BTT")?;
//! assert_eq!(plan.as_str(), "16/KH-MTTQ-BTT");
//! assert_eq!(plan.kinds(), [DocumentKind::Plan]);
//!
//! let law: DocumentNumber = "06/2022/QH15".parse()?;
//! assert_eq!((law.ordinal(), law.year(), law.symbol()), ("06", Some(2022), "QH15"));
//!
//! assert_eq!(NameKey::of("Uỷ ban  MTTQ"), NameKey::of("ủy ban MTTQ"));
//! assert_ne!(NameKey::of("Quỳ Hợp"), NameKey::of("Quý Hợp"));
//! # Ok::<(), thidua_notation::DocumentNumberError>(())
//! ```
//!
//! # Features
//!
//! `serde` and `schemars` (which implies `serde`) give each value its text
//! form and its schema; `proptest` gives strategies in [`strategies`].

mod document_kind;
mod document_number;
mod name_key;
mod signs;

#[cfg(any(test, feature = "proptest"))]
pub mod strategies;

pub use crate::{
    document_kind::DocumentKind,
    document_number::{DocumentNumber, DocumentNumberError},
    name_key::NameKey,
};
