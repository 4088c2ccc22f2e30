//! Emulation and commendation work (thi đua, khen thưởng) of the Vietnam
//! Fatherland Front: who belongs to whom on which day, what is measured, what
//! it is worth, who stands where, who is awarded, and why.
//!
//! This crate re-exports the crates of the workspace as modules, lowest layer
//! first: [`values`], [`notation`], [`ranking`], [`criteria`], [`scoring`],
//! [`organisation`], [`figures`], [`awards`], [`season`] and `documents`.
//!
//! # Examples
//!
//! A rulebook is a document. Evidence, here rows of a spreadsheet, is bound to
//! it and to a roster; scoring gives every point its reason; placing says what
//! decided a tie.
//!
#![cfg_attr(feature = "documents", doc = "```")]
#![cfg_attr(not(feature = "documents"), doc = "```text")]
//! use thidua::criteria::Rulebook;
//! use thidua::documents::{Limits, read};
//! use thidua::scoring::{Evidence, Roster, Row, score};
//! use thidua::values::{Basis, Coded, SubjectId};
//!
//! let rulebook: Rulebook = read(
//!     r#"{
//!       "format": "rulebook/1",
//!       "rulebook": {
//!         "id": "small",
//!         "title": { "vi": "Bảng điểm nhỏ", "en": "A small table" },
//!         "basis": { "kind": "illustrative", "note": "made up for the docs" },
//!         "during": { "start": "2022-01-01" },
//!         "scale": {
//!           "points": "20",
//!           "items": [{
//!             "kind": "criterion", "id": "cremation", "ordinal": "1",
//!             "title": { "vi": "Tỷ lệ hỏa táng", "en": "Share of cremations" },
//!             "points": "20", "serves": { "campaign": "unite", "pillar": "culture" },
//!             "formula": { "kind": "proportional", "cap_percent": "100", "nothing_of_nothing": "full_marks" }
//!           }]
//!         },
//!         "rounding": { "kind": "per_item", "rounding": { "mode": "half_up", "step": "0.01" } },
//!         "missing": { "kind": "refuse" },
//!         "not_assigned": "zero",
//!         "tie_breaks": [{ "kind": "figure", "criterion": "cremation" }, { "kind": "ballot" }]
//!       }
//!     }"#
//!     .as_bytes(),
//!     &Limits::default(),
//! )?;
//!
//! let [soc_son, gia_lam]: [SubjectId; 2] = ["soc-son".parse()?, "gia-lam".parse()?];
//! let members = [soc_son.clone(), gia_lam.clone()].into();
//! let roster: Roster = [soc_son.clone(), gia_lam].into_iter().collect();
//! let row = |subject, text| Row { subject, criterion: "cremation", text };
//! let rows = [row("soc-son", "850/1000"), row("gia-lam", "1700/2000")];
//! let basis = Basis::Illustrative { note: "made up for the docs".parse()? };
//! let evidence = Evidence::from_rows(&rulebook, &roster, &rulebook.edition(), &rows, &basis)?;
//!
//! let scores = score(&evidence);
//! let sheet = scores.sheet(&soc_son).ok_or("not on the roster")?;
//! assert_eq!(sheet.total.worst.to_string(), "17");
//! assert_eq!(sheet.lines[0].reason.words().en, "850 of 1000");
//!
//! let standing = scores.place(&members, "2022-11-08".parse()?)?;
//! let ranks: Vec<_> = standing.positions.iter().map(|at| (at.rank, at.subject.as_str())).collect();
//! assert_eq!(ranks, [(1, "gia-lam"), (2, "soc-son")]);
//! assert_eq!(standing.decided.len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A whole season is six documents and, where candidates registered, were voted
//! on or have a history, two more, each read and checked by itself, and then
//! concluded together as of a day. A subject is the id of a member body; a gate
//! is answered under its own id; an edition is named by its first day. Complete
//! documents of a season are in `examples/data/hanoi-2022/`, candidacies and money schedules in
//! `examples/data/award-a-cluster/`.
//!
#![cfg_attr(feature = "documents", doc = "```no_run")]
#![cfg_attr(not(feature = "documents"), doc = "```text")]
//! use thidua::criteria::Campaigns;
//! use thidua::documents::{Limits, problems_across, read, write};
//! use thidua::season::{Inputs, conclude};
//!
//! let limits = Limits::default();
//! let bytes = |name: &str| std::fs::read(format!("season/{name}.json"));
//! let outcome = conclude(
//!     &Inputs {
//!         season: &read(&bytes("season")?, &limits)?,
//!         organisation: &read(&bytes("organisation")?, &limits)?,
//!         campaigns: &Campaigns::try_new([read(&bytes("campaign")?, &limits)?])?,
//!         rulebook: &read(&bytes("rulebook")?, &limits)?,
//!         evidence: &read(&bytes("evidence")?, &limits)?,
//!         award_rules: &read(&bytes("award-rules")?, &limits)?,
//!         candidacies: Some(&read(&bytes("candidacies")?, &limits)?),
//!         money_schedules: &[read(&bytes("money-schedule")?, &limits)?],
//!     },
//!     "2022-11-08".parse()?,
//! )
//! .map_err(|faults| problems_across(&faults))?;
//! for cluster in &outcome.clusters {
//!     for position in &cluster.standing.positions {
//!         println!("{} {} {}", position.rank, position.subject, position.total);
//!     }
//! }
//! println!("{}", write(&outcome));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! `documents` (on by default) adds JSON documents and their schemas;
//! `proptest` adds strategies for laws of your own.

pub use thidua_awards as awards;
pub use thidua_criteria as criteria;
#[cfg(feature = "documents")]
pub use thidua_documents as documents;
pub use thidua_figures as figures;
pub use thidua_notation as notation;
pub use thidua_organisation as organisation;
pub use thidua_ranking as ranking;
pub use thidua_scoring as scoring;
pub use thidua_season as season;
pub use thidua_values as values;

#[cfg(all(doctest, feature = "documents"))]
#[doc = include_str!("../../../README.md")]
struct Readme;
