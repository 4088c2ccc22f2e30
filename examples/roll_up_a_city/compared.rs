//! Totals of two years, group by comparable group.

use thidua::figures::ComparedGroup;
use thidua::values::Bounds;

use crate::printed::{called, number, reported};

/// How many groups compare, and what those come to together.
pub(crate) fn print_together(groups: &[ComparedGroup<'_>]) {
    let compare: Vec<_> = groups.iter().filter(|group| group.compares()).collect();
    let units = |count: fn(&ComparedGroup<'_>) -> usize| -> usize {
        compare.iter().map(|group| count(group)).sum()
    };
    println!(
        "    {} of {} groups compare, with {} communes of 2022 and {} of 2025:",
        compare.len(),
        groups.len(),
        units(|group| group.group.before.len()),
        units(|group| group.group.after.len()),
    );
    let before: Option<Bounds> = compare.iter().map(|group| group.before.bounds()).sum();
    let after: Option<Bounds> = compare.iter().map(|group| group.after.bounds()).sum();
    let change: Option<Bounds> = compare.iter().map(|group| group.change()).sum();
    let [before, after, change] = [before, after, change].map(|it| number(it.as_ref()));
    println!("    {before} before, {after} after, change {change}");
}

/// Each group: its communes, its totals, and why it does not compare.
pub(crate) fn print_each(groups: &[ComparedGroup<'_>]) {
    for group in groups {
        let sizes = format!("{} -> {}", group.group.before.len(), group.group.after.len());
        let totals = [group.before.bounds(), group.after.bounds()];
        let [before, after] = totals.map(|total| number(total.as_ref()));
        let end = match group.change() {
            Some(change) => format!(", change {}", number(Some(&change))),
            None => format!("; not compared: {}", why_not(group)),
        };
        println!("    {sizes:>9} ({}): {before} before, {after} after{end}", names(group));
    }
}

/// The first two of the later communes.
fn names(group: &ComparedGroup<'_>) -> String {
    let units = group.after.units();
    let names: Vec<_> = units.iter().take(2).map(|total| called(total.unit())).collect();
    let more = if units.len() <= 2 { "" } else { ", …" };
    format!("{}{more}", names.join(", "))
}

/// Why a group does not compare.
fn why_not(group: &ComparedGroup<'_>) -> String {
    let mut why = Vec::new();
    for (year, coverage) in [(2022, group.before.coverage()), (2025, group.after.coverage())] {
        if coverage.reported < coverage.obliged {
            why.push(format!("{} in {year}", reported(coverage)));
        }
    }
    if !group.group.is_closed() {
        why.push("it is not told that all of it stayed within".to_owned());
    }
    why.join(", ")
}
