//! A season: one year of emulation clusters (cụm thi đua), from what was
//! agreed and reported to who is proposed for which award.
//!
//! A [`Season`] names the year, the clusters, the edition of the rulebook, the
//! award rules, what is on record of the candidates, and how ties were settled. [`conclude`] checks
//! that they fit together, scores every member, places the members of each cluster, settles its
//! ties as recorded, and takes the award rules to each standing. It is a pure function: the day is an
//! argument, and the order of what it is given changes nothing.
//!
//! # Examples
//!
//! A season names what it is concluded from; what is wrong with the naming is
//! reported at its place:
//!
//! ```
//! use thidua_criteria::RulebookEdition;
//! use thidua_season::{Season, SeasonParts};
//! use thidua_values::{Period, Text};
//!
//! let parts = SeasonParts {
//!     id: "year-2022".parse()?,
//!     title: Text { vi: "Năm thi đua 2022".parse()?, en: "The emulation year 2022".parse()? },
//!     during: Period::try_new("2022-01-01".parse()?, Some("2023-01-01".parse()?))?,
//!     organisation: "ha-noi-2022".parse()?,
//!     clusters: vec!["cluster-2".parse()?, "cluster-3".parse()?, "cluster-2".parse()?],
//!     rulebook: RulebookEdition { rulebook: "table".parse()?, edition: "2022-01-01".parse()? },
//!     award_rules: "awards".parse()?,
//!     candidacies: None,
//!     settlements: Vec::new(),
//! };
//! assert_eq!(
//!     Season::try_new(parts).unwrap_err().to_string(),
//!     "clusters[2]: expected clusters that differ, found `cluster-2` again"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod season;

mod conclude;
mod fault;
mod grades;
mod outcome;

pub use crate::{
    conclude::{Inputs, conclude},
    fault::ConcludeFault,
    outcome::{ClusterOutcome, Outcome},
    season::{Season, SeasonFault, SeasonParts},
};
