//! Follows the wards and communes of Hà Nội through the mergers of 2025: what became of them, what
//! the new ones came from, and which figures can be compared across.
//!
//! ```text
//! cargo run --release --example follow_a_merger
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use thidua::documents::{Limits, problems_of, read};
use thidua::organisation::{
    Certainty, Comparability, ComparableGroup, Hierarchy, Imported, Level, Measure, Organisation,
    Passage, Share, Side, Succession, UnitLists, UnitOn,
};
use thidua::values::{Coded, Day, Exact, UnitId};

/// The three days: before, between and after the two rearrangements.
const DAYS: [&str; 3] = ["2022-10-01", "2025-01-01", "2025-07-01"];

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/hanoi-history/unit-lists.json");
    let lists: UnitLists = read(&fs::read(file)?, &Limits::default())?;
    let imported = lists.import().map_err(|faults| problems_of::<UnitLists, _>(&faults))?;
    print_findings(&imported);
    let organisation = imported.organisation;
    let [first, second, third] = DAYS.map(str::parse::<Day>);
    let days = [first?, second?, third?];
    print_counts(&organisation, days)?;
    print_successors(&organisation, days)?;
    print_predecessors(&organisation, days)?;
    let succession = organisation.succession(days[0], days[2])?;
    for measure in Measure::ALL {
        print_groups(&organisation, &succession.comparable_by(measure).at(Level::Commune));
    }
    print_why_alike(&succession);
    carry(&organisation, days)
}

/// What the importer inferred by rule, and what the lists do not say.
fn print_findings(Imported { organisation, findings }: &Imported) {
    println!("What the importer inferred by rule:");
    print_counted(findings.iter().map(|finding| finding.words().en));
    println!("What is doubtful about the organisation, by code:");
    print_counted(organisation.lint().iter().map(|finding| finding.code().to_owned()));
}

/// How many there are of each.
fn print_counted(found: impl Iterator<Item = String>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for one in found {
        *counts.entry(one).or_default() += 1;
    }
    for (one, count) in counts {
        println!("  {count:4} {one}");
    }
}

fn print_counts(organisation: &Organisation, days: [Day; 3]) -> Result<()> {
    println!("\nUnits of Hà Nội:");
    for day in days {
        let hierarchy = organisation.as_of(day)?;
        let city = one(&hierarchy, "Hà Nội")?;
        let communes = hierarchy.descendants_at(city.id(), Level::Commune).count();
        let districts = hierarchy.descendants_at(city.id(), Level::District).count();
        println!("  {day}: {districts:2} districts, {communes} communes, wards and townships");
    }
    Ok(())
}

/// What became of the eleven wards of quận Thanh Xuân.
fn print_successors(organisation: &Organisation, [first, second, third]: [Day; 3]) -> Result<()> {
    let before = organisation.as_of(first)?;
    let district = one(&before, "quận Thanh Xuân")?;
    let wards: Vec<_> = before.children(district.id()).collect();
    println!("\nWhat became of the {} wards of {}:", wards.len(), called(district));
    for ward in wards {
        println!("  {}", called(ward));
        for day in [second, third] {
            let succession = organisation.succession(first, day)?;
            let passages = succession.successors(ward.id()).iter();
            let told = passages.map(|passage| after(organisation, day, passage));
            println!("    {day}: {}", told.collect::<Vec<_>>().join("; "));
        }
    }
    Ok(())
}

/// Which wards phường Khương Đình came from.
fn print_predecessors(organisation: &Organisation, [first, _, third]: [Day; 3]) -> Result<()> {
    let ward = one(&organisation.as_of(third)?, "phường Khương Đình")?;
    let succession = organisation.succession(first, third)?;
    println!("\nWhat {} of {third} came from:", called(ward));
    for passage in succession.predecessors(ward.id()) {
        let unit = organisation.unit_on(&passage.before, first)?.ok_or("an unknown unit")?;
        println!("  {} ({})", called(unit), shares(passage));
    }
    Ok(())
}

fn print_groups(organisation: &Organisation, groups: &Comparability<'_>) {
    let coarse = groups.coarseness();
    println!(
        "\nBy {}, the {} communes of {} and those of {} share {} groups; {} communes compare by \
         themselves, {} have no successors, the largest group has {}.",
        groups.measure().words().en,
        coarse.units,
        groups.from(),
        groups.to(),
        coarse.groups,
        coarse.alone,
        coarse.gone,
        coarse.largest,
    );
    let largest = groups.groups().iter().max_by_key(|group| group.before.len());
    let Some(largest) = largest else { return };
    let whole = largest.wholes.len();
    println!("  Without parts and unknown shares it would fall into {whole}.");
    let mut glue: Vec<_> = largest.glue.iter().collect();
    glue.sort_by_key(|glue| std::cmp::Reverse(glue.units_before.min(glue.units_after)));
    println!(
        "  Of the {} passages that each alone hold it together, those that hold most:",
        glue.len()
    );
    for glue in glue.into_iter().take(5) {
        let Passage { before, .. } = &glue.passage;
        let unit = organisation.unit_on(before, groups.from()).ok().flatten();
        println!(
            "    {} -> {}: else {} and {}",
            unit.map(called).unwrap_or_default(),
            after(organisation, groups.to(), &glue.passage),
            glue.units_before,
            glue.units_after,
        );
    }
}

/// Why the groups are the same by both measures.
fn print_why_alike(succession: &Succession<'_>) {
    println!("\nWhat binds them, by how much of the earlier unit passed:");
    for measure in Measure::ALL {
        let how_many = |share: &Share| {
            let passages = succession.passages().iter();
            let count = passages.filter(|passage| passage.of(measure) == *share).count();
            format!("{count} {}", share.words().en)
        };
        let counts: Vec<_> =
            [Share::All, Share::Part, Share::Unknown].iter().map(how_many).collect();
        println!("  by {}: {}", measure.words().en, counts.join(", "));
    }
    let [people, land] = Measure::ALL.map(|measure| {
        let groups = succession.comparable_by(measure);
        groups.groups().iter().map(|group| group.before.clone()).collect::<Vec<_>>()
    });
    if people == land {
        println!("  The groups are the same by both: an unknown share binds as a part does.");
    }
}

/// Carries a figure across the mergers in a group that is small enough to say something.
fn carry(organisation: &Organisation, [first, _, third]: [Day; 3]) -> Result<()> {
    let groups = organisation.succession(first, third)?.comparable_by(Measure::Population);
    let groups = groups.at(Level::Commune);
    let works = |group: &&ComparableGroup| group.before.len() > 2 && group.after.len() == 2;
    let group = groups.groups().iter().find(works).ok_or("no group of that size")?;
    println!("\nIllustrative: models registered in 2022, carried to {third} in one group:");
    let figures: BTreeMap<UnitId, Exact> =
        group.before.iter().cloned().zip((3..).map(Exact::from)).collect();
    for (unit, figure) in &figures {
        let unit = organisation.unit_on(unit, first)?.map(called).unwrap_or_default();
        println!("  {unit}: {figure}");
    }
    let weights: BTreeMap<UnitId, Exact> =
        group.after.iter().cloned().zip([4_000, 6_000].map(Exact::from)).collect();
    for carried in groups.carry(&figures, Side::Before)? {
        println!("  together, before and after: {}", carried.total);
        for part in carried.allot(&weights)? {
            let unit = organisation.unit_on(&part.unit, third)?.map(called).unwrap_or_default();
            let certainty = match part.certainty {
                Certainty::Exact => "exact",
                Certainty::Estimate => "an estimate by made-up households",
            };
            println!("  {unit}: {} ({certainty})", part.value);
        }
    }
    Ok(())
}

/// The one unit of that name.
fn one<'o>(hierarchy: &Hierarchy<'o>, name: &str) -> Result<UnitOn<'o>> {
    match hierarchy.named(name).as_slice() {
        [unit] => Ok(*unit),
        found => Err(format!("expected one {name}, found {}", found.len()).into()),
    }
}

/// The kind and the name of a unit.
fn called(unit: UnitOn<'_>) -> String {
    format!("{} {}", unit.kind().name.vi, unit.name().vi)
}

/// The later unit of a passage, and how much passed.
fn after(organisation: &Organisation, day: Day, passage: &Passage) -> String {
    let unit = organisation.unit_on(&passage.after, day).ok().flatten();
    let unit = unit.map(called).unwrap_or_default();
    format!("{unit} ({})", shares(passage))
}

fn shares(passage: &Passage) -> String {
    match (passage.population, passage.area) {
        (Share::All, Share::All) => "all".to_owned(),
        (population, area) => {
            format!("people: {}, land: {}", population.words().en, area.words().en)
        }
    }
}
