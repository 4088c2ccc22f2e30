//! Laws and cases of numerals.

mod cases;
mod counts;
mod dates;
mod laws;
mod money;
mod percentages;
mod qualifiers;
mod readings;
