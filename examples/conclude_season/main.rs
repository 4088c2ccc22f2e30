//! Concludes the year 2022 of two emulation clusters of Hà Nội's Front: reads
//! the documents of a season, scores, ranks, proposes awards, says why, and
//! writes `outcome.json`.
//!
//! ```text
//! cargo run --release --example conclude_season [-- vi|en [SUBJECT]]
//! ```

#[path = "../language.rs"]
mod language;
mod print;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use thidua::awards::AwardRules;
use thidua::criteria::{Campaigns, Rulebook};
use thidua::documents::{Document, Limits, problems_across, read, write};
use thidua::organisation::Organisation;
use thidua::scoring::EvidenceParts;
use thidua::season::{Inputs, Season, conclude};
use thidua::values::{Day, SubjectId};

use language::Language;
use print::Report;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let language: Language = arguments.next().as_deref().unwrap_or("en").parse()?;
    let shown: SubjectId = arguments.next().as_deref().unwrap_or("front-gia-lam").parse()?;
    let as_of: Day = "2022-11-08".parse()?;

    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/hanoi-2022");
    let season: Season = document(&folder, "season.json")?;
    let organisation: Organisation = document(&folder, "organisation.json")?;
    let campaigns = Campaigns::try_new([document(&folder, "campaign.json")?])?;
    let rulebook: Rulebook = document(&folder, "rulebook.json")?;
    let evidence: EvidenceParts = document(&folder, "evidence.json")?;
    let award_rules: AwardRules = document(&folder, "award-rules.json")?;
    let inputs = Inputs {
        season: &season,
        organisation: &organisation,
        campaigns: &campaigns,
        rulebook: &rulebook,
        evidence: &evidence,
        award_rules: &award_rules,
        candidacies: None,
        money_schedules: &[],
    };
    let outcome = conclude(&inputs, as_of).map_err(|faults| problems_across(&faults))?;

    let hierarchy = organisation.as_of(as_of)?;
    let report = Report { inputs: &inputs, hierarchy: &hierarchy, outcome: &outcome, language };
    report.print(&shown)?;

    let path = PathBuf::from("outcome.json");
    fs::write(&path, write(&outcome))?;
    println!("\n{}: {}", language.pick("Đã ghi", "Written"), path.display());
    Ok(())
}

/// Reads a document; its problems are reported with the name of the file.
fn document<D: Document>(folder: &Path, name: &str) -> Result<D, Box<dyn Error>> {
    let bytes = fs::read(folder.join(name))?;
    read(&bytes, &Limits::default()).map_err(|problems| format!("{name}:\n{problems}").into())
}
