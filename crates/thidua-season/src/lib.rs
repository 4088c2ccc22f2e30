//! A season: one year of emulation clusters (cụm thi đua), from what was
//! agreed and reported to who is proposed for which award.
//!
//! A [`Season`] names the year, the clusters, the campaign, the edition of the
//! rulebook and the award rules. [`conclude`] checks that they fit together,
//! scores every member, places the members of each cluster, and takes the
//! award rules to each standing. It is a pure function: the day is an
//! argument, and the order of what it is given changes nothing.

mod season;

mod conclude;
mod fault;
mod outcome;

pub use crate::{
    conclude::{Inputs, conclude},
    fault::ConcludeFault,
    outcome::{ClusterOutcome, Outcome},
    season::{Season, SeasonFault, SeasonParts},
};
