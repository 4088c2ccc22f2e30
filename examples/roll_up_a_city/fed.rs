//! What the figures of the members of a cluster are as evidence for a rulebook.

use std::collections::BTreeMap;

use thidua::criteria::Rulebook;
use thidua::documents::problems_of;
use thidua::figures::{Feeds, FeedsParts, FiguresOn};
use thidua::scoring::{Evidence, EvidenceParts, Roster, score};
use thidua::values::{Coded, Period};

use crate::printed::{called, hundredths};
use crate::{Result, document};

/// The records that figures of a period come to, the points that they earn, and what is not known.
pub(crate) fn print(on: &FiguresOn<'_>, period: Period, cluster: &str) -> Result<()> {
    let rulebook: Rulebook = document("hanoi-2022/rulebook.json")?;
    let parts = document("hanoi-2022/feeds.json")?;
    let feeds = Feeds::try_new(on.figures().catalogue(), &rulebook, parts);
    let feeds = feeds.map_err(|faults| problems_of::<FeedsParts, _>(&faults))?;
    let cluster = on.hierarchy().cluster(&cluster.parse()?).ok_or("a cluster that is gone")?;
    let members = || cluster.members().iter().map(|body| body.id.as_subject());
    let units = cluster.members().iter().map(|body| body.unit.clone());
    let fed = on.feed(&feeds, period, members().zip(units))?;

    let roster: Roster = members().collect();
    let evidence = Evidence::try_new(&rulebook, &roster, &fed.evidence);
    let evidence = evidence.map_err(|faults| problems_of::<EvidenceParts, _>(&faults))?;
    let scores = score(&evidence);
    println!("\nAs evidence for “{}”, {}:", rulebook.parts().title.en, cluster.name().en);
    for (record, trail) in fed.evidence.records.iter().zip(&fed.trail) {
        let sheet = scores.sheet(&record.subject).ok_or("a member that is not scored")?;
        let line = sheet.lines.iter().find(|line| line.criterion.id == record.criterion);
        let line = line.ok_or("a criterion that is not scored")?;
        let unit = on.hierarchy().unit(&trail.unit).map(called).unwrap_or_default();
        let points = hundredths(&line.earned.worst)?;
        let (criterion, terms) = (&record.criterion, trail.terms.len());
        let reason = line.reason.words().en;
        println!("  {unit}, {criterion}: {reason}; {points} points; from {terms} observations");
    }
    let mut unfed: BTreeMap<_, usize> = BTreeMap::new();
    for unfed_one in &fed.unfed {
        *unfed.entry((&unfed_one.criterion, unfed_one.because.code())).or_default() += 1;
    }
    for ((criterion, because), members) in unfed {
        println!("  {criterion}: {because} by {members} of {}", cluster.members().len());
    }
    Ok(())
}
