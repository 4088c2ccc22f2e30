//! Rolls made-up figures of the 579 communes of Hà Nội up to districts, clusters and the city for
//! 2022, and compares them with those of the 126 communes of 2025, after both reorganisations.
//!
//! The units are real, all figures are made up.
//!
//! ```text
//! cargo run --release --example roll_up_a_city
//! ```

mod checked;
mod compared;
mod fed;
mod organisation;
mod printed;
mod rolled_up;

use std::error::Error;
use std::fs;
use std::path::Path;

use thidua::documents::{Document, Limits, problems_of, read};
use thidua::figures::{
    Asked, Catalogue, CheckList, CheckListParts, Checking, CountedBy, Figures, FiguresOn,
    FiguresParts, Missing, Stage,
};
use thidua::organisation::{Level, Measure, Organisation, UnitLists};
use thidua::values::{Day, Period};

use crate::organisation::with_committees;

/// The fund, whose totals are told in full.
const FUND: &str = "fund-for-the-poor";

const DISPUTES: &str = "disputes-mediated";

/// The share of disputes that were mediated.
const RATE: &str = "mediation-success-rate";

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let catalogue: Catalogue = document("indicators/indicator-catalogue.json")?;
    let organisation = organisation()?;
    let first = figures(&catalogue, &organisation, "hanoi-figures/figures.json")?;
    let second = figures(&catalogue, &organisation, "hanoi-figures/figures-2025.json")?;
    for figures in [&first, &second] {
        let rows = figures.observations().len();
        println!("{}: {rows} observations, all of them illustrative", figures.title().en.as_str());
    }
    let (before, after) = (first.as_of(last_day(2022)?)?, second.as_of(last_day(2025)?)?);
    roll_up(&before)?;
    check(&before)?;
    fed::print(&before, asked(RATE, 2022)?.period, "ha-noi-front-cluster-3")?;
    compare(&before, &after)
}

/// The totals of 2022.
fn roll_up(on: &FiguresOn<'_>) -> Result<()> {
    let hierarchy = on.hierarchy();
    let totals = on.totals(&asked(FUND, 2022)?, Missing::AtLeast)?;
    println!("\nWhat the districts come to in 2022, {}:", printed::of(&totals));
    rolled_up::print_districts(&totals);
    println!("\nWhat the clusters come to:");
    rolled_up::print_clusters(&totals, hierarchy);
    println!("\nWhat the city comes to:");
    for indicator in [FUND, DISPUTES] {
        let totals = on.totals(&asked(indicator, 2022)?, Missing::AtLeast)?;
        rolled_up::print_city(&totals, hierarchy)?;
    }
    println!("\nShares are ratios of sums, and never means of shares:");
    let shares = on.shares(&asked(RATE, 2022)?, Missing::AtLeast)?;
    rolled_up::print_shares(&shares, hierarchy)?;
    println!("\nOne total with its terms:");
    rolled_up::print_terms(&totals, hierarchy, "quận Cầu Giấy")
}

/// What is doubtful about the figures of 2022, by the checks that come with the indicators.
fn check(on: &FiguresOn<'_>) -> Result<()> {
    let parts = document("indicators/checks.json")?;
    let list = CheckList::try_new(on.figures().catalogue(), parts);
    let list = list.map_err(|faults| problems_of::<CheckListParts, _>(&faults))?;
    let Asked { period, stage, counted_by, .. } = asked(FUND, 2022)?;
    let doubts = list.doubts(on, &Checking { period, before: None, stage, counted_by })?;
    println!("\nWhat checks find doubtful, of what was reported in 2022:");
    checked::print(&doubts, on.hierarchy());
    Ok(())
}

/// The totals of 2022 beside those of 2025.
fn compare(before: &FiguresOn<'_>, after: &FiguresOn<'_>) -> Result<()> {
    let (earlier, later) = (before.hierarchy().day(), after.hierarchy().day());
    let succession = before.hierarchy().organisation().succession(earlier, later)?;
    let groups = succession.comparable_by(Measure::Population).at(Level::Commune);
    println!("\nFrom the communes of 2022 to those of 2025, within comparable groups:");
    for indicator in [DISPUTES, FUND] {
        let before = before.totals(&asked(indicator, 2022)?, Missing::AtLeast)?;
        let after = after.totals(&asked(indicator, 2025)?, Missing::AtLeast)?;
        println!("  {}:", printed::of(&before));
        let compared = before.compare(&after, &groups)?;
        compared::print_together(&compared);
        if indicator == FUND {
            compared::print_each(&compared);
        }
    }
    Ok(())
}

/// What was done in a year, counted by who did it.
fn asked(indicator: &str, year: u16) -> Result<Asked> {
    let period = Period::try_new(first_day(year)?, Some(first_day(year + 1)?))?;
    let indicator = indicator.parse()?;
    Ok(Asked { indicator, period, stage: Stage::Done, counted_by: CountedBy::Doer })
}

fn first_day(year: u16) -> Result<Day> {
    Ok(Day::from_ymd(year, 1, 1).ok_or("a year that is none")?)
}

fn last_day(year: u16) -> Result<Day> {
    Ok(Day::from_ymd(year, 12, 31).ok_or("a year that is none")?)
}

/// The units of Hà Nội through both reorganisations, with the Front committee of each and the
/// clusters of 2022.
fn organisation() -> Result<Organisation> {
    let lists: UnitLists = document("hanoi-history/unit-lists.json")?;
    let imported = lists.import().map_err(|faults| problems_of::<UnitLists, _>(&faults))?;
    let clusters: Organisation = document("hanoi-2022/organisation.json")?;
    with_committees(&imported.organisation, &clusters)
}

fn figures<'f>(
    catalogue: &'f Catalogue,
    organisation: &'f Organisation,
    file: &str,
) -> Result<Figures<'f>> {
    let figures = Figures::try_new(catalogue, organisation, document(file)?);
    Ok(figures.map_err(|faults| problems_of::<FiguresParts, _>(&faults))?)
}

pub(crate) fn document<D: Document>(file: &str) -> Result<D> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
    Ok(read(&fs::read(data)?, &Limits::default())?)
}
