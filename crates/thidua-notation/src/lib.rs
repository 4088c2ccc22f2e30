//! How official Vietnamese texts write what the other crates compute with.
//!
//! A plan, a guideline or a decision is known by its number (số ký hiệu).
//! [`DocumentNumber`] holds it in one spelling; its `read_printed` reads what
//! real texts print, with their stray blanks and dashes, and never guesses.
//! A place or a body is known by its name, which hands spell in several ways;
//! [`NameKey`] is what these spellings have in common.
//!
//! A figure is printed with dots between thousands and a decimal comma, scaled
//! by nghìn, triệu or tỷ, with a unit and often with a word that makes it less
//! than exact. [`Numeral`] reads what stands there, or [`Quantity`],
//! [`QuantityRange`], [`Share`] or [`Date`] for who knows which it is. What
//! could be read in two ways is refused with both readings, and numerals in
//! words are not read.
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
//! Two parts of a fund, one of them "trên", are "trên" as a sum:
//!
//! ```
//! use thidua_notation::{Measure, Numeral, Quantity};
//!
//! let first = Quantity::read("2,280 tỷ", Measure::Dong)?;
//! let second = Quantity::read("trên 1,6 tỷ", Measure::Dong)?;
//! assert_eq!((first.bounds() + second.bounds()).to_string(), "(3880000000; …)");
//!
//! assert!(Numeral::read("740/740").is_ok());
//! let error = Numeral::read("1.5 tỷ đồng").unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "at character 1: expected dots between groups of three digits (`1.500`), \
//!      or a comma before decimals (`1,5`), found `1.5`"
//! );
//! # Ok::<(), thidua_notation::NumeralError>(())
//! ```
//!
//! # Features
//!
//! `serde` and `schemars` (which implies `serde`) give each value its text
//! form and its schema; `proptest` gives strategies in [`strategies`].

mod cursor;
mod date;
mod digits;
mod document_kind;
mod document_number;
mod measure;
mod name_key;
mod numeral;
mod numeral_error;
mod quantity;
mod quantity_range;
mod read_date;
mod read_quantity;
mod share;
mod signs;
mod tokens;

#[cfg(any(test, feature = "proptest"))]
pub mod strategies;

pub use crate::{
    date::{Date, Span},
    digits::{in_english, in_vietnamese},
    document_kind::DocumentKind,
    document_number::{DocumentNumber, DocumentNumberError},
    measure::{Measure, Scale},
    name_key::NameKey,
    numeral::Numeral,
    numeral_error::{NumeralError, NumeralFault},
    quantity::{Quantity, QuantityFault},
    quantity_range::{QuantityRange, RangeFault},
    share::Share,
};
