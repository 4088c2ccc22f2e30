//! What units report: indicators, and figures added up with their terms.

mod quantity;

mod measured;

mod indicator;

mod catalogue_fault;

mod catalogue_check;

mod catalogue;

#[cfg(test)]
mod sample;

pub use crate::{
    catalogue::{Catalogue, CatalogueParts},
    catalogue_fault::CatalogueFault,
    indicator::{Direction, Indicator, Purpose},
    measured::{Measured, OverUnits},
    quantity::Quantity,
};
