//! What checks find doubtful about figures.

use std::collections::BTreeMap;

use thidua::figures::{Checked, Verdict};
use thidua::organisation::Hierarchy;
use thidua::values::{Coded, Severity};

use crate::printed::called;
use crate::{DISPUTES, FUND, RATE};

/// The indicators that are reported; what is missing of others is no news.
const REPORTED: [&str; 4] = [FUND, DISPUTES, "mediations-succeeded", RATE];

/// The errors that `make_figures.py` put into the figures: the check that is to find each, the
/// unit, and what is wrong with it.
const PLANTED: [(&str, &str, &str); 2] = [
    ("million-for-billion", "phường Thượng Cát", "its fund is in thousands of đồng"),
    ("reports-add-up", "huyện Thường Tín", "it reports fewer disputes than its communes do"),
];

/// What is doubtful about some indicators: how much each check finds, and what fails a grave one.
pub(crate) fn print(doubts: &[Checked<'_>], hierarchy: &Hierarchy<'_>) {
    let is_reported = |it: &&Checked<'_>| REPORTED.contains(&it.indicator.as_str());
    let doubts: Vec<_> = doubts.iter().filter(is_reported).collect();
    let mut counts: BTreeMap<_, [usize; 2]> = BTreeMap::new();
    for doubt in &doubts {
        let [fail, open] = counts.entry(&doubt.check.id).or_insert([0; 2]);
        *if doubt.verdict == Verdict::Fails { fail } else { open } += 1;
    }
    for (check, [fail, open]) in counts {
        println!("  {check}: {fail} fail, {open} cannot be told from what is known");
    }
    println!("Those that fail a grave one, as reported and as computed:");
    let grave =
        |it: &&&Checked<'_>| it.verdict == Verdict::Fails && it.check.severity == Severity::Grave;
    let mut found = Vec::new();
    for doubt in doubts.iter().filter(grave) {
        let Checked { check, indicator, about, computed, .. } = doubt;
        let unit = about.unit().and_then(|unit| hierarchy.unit(unit)).map(called);
        let unit = unit.unwrap_or_else(|| about.as_str().to_owned());
        println!("  {}: {unit}, {indicator}: {}", check.id, computed.words().en);
        found.push((check.id.as_str(), unit));
    }
    println!("Of the errors that were put into the figures:");
    for (check, unit, what) in PLANTED {
        let is_found = found.iter().any(|(by, of)| (*by, of.as_str()) == (check, unit));
        println!("  {unit}, {what}: {}", if is_found { "found" } else { "not found" });
    }
}
