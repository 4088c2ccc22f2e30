//! For tests: what is wrong with something, a line for each fault.

use std::fmt::Debug;

use thidua_values::{Fault, Faults};

/// Asserts that something is refused for these faults, each at its place and with its code.
#[track_caller]
pub(crate) fn check<T: Debug, F: Fault>(made: Result<T, Faults<F>>, expected: &str) {
    let faults = made.unwrap_err();
    let lines = faults.as_slice().iter();
    let said: Vec<String> = lines
        .map(|placed| format!("{}: {} [{}]", placed.place, placed.fault, placed.fault.code()))
        .collect();
    assert_eq!(said.join("\n"), expected);
}
