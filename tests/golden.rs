//! Golden cases: the shapes of rules, each scored by hand first.
//!
//! A case is a folder of `golden`. It holds `rulebook.json` and
//! `evidence.json`; `roster.txt` where the rulebook tells kinds or clusters
//! apart (a line `subject kind cluster` each, `-` for none; else the subjects of
//! the evidence are scored); `note.md`, which names the shapes that the case
//! shows, its source, and works every number out; and `expected.txt`, which is
//! written from the note. No variable rewrites it: a case that differs is wrong
//! in the note or in the code, and a reader has to find out which.
//!
//! `expected.txt` has a section for each day and column, which a line
//! `as of DAY` or `as of DAY, up to COLUMN` begins: the sheets, then the
//! standing of each cluster. On a sheet a line shows `earned -> contribution`
//! (`unrounded ~ earned` where criteria are rounded), `+` an adjustment and `=` a group.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};
use std::fs;
use std::path::PathBuf;

use thidua_criteria::{Each, PartKind, Requirement, Rulebook, TieBreak};
use thidua_documents::{Document, Limits, read};
use thidua_scoring::{
    AdjustedAt, Column, Evidence, EvidenceParts, GradeOutcome, Line, Member, MissedGrade, Roster,
    ScoreSheet, Scores, Span, Standing, Unranked, UnrankedReason, score,
};
use thidua_values::{ClusterId, Coded, Day, Exact, SubjectId};

use crate::repository::root;

/// The shapes that have a case or are refused, by number.
const SHAPES: [u8; 37] = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
    27, 28, 29, 30, 31, 32, 35, 45, 46, 47, 48,
];

/// A folder of `golden`.
pub(crate) struct Case {
    pub(crate) name: String,
    folder: PathBuf,
}

/// What a section of `expected.txt` asks for.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) as_of: Day,
    pub(crate) up_to: Column,
}

pub(crate) fn cases() -> Vec<Case> {
    let folders = fs::read_dir(root().join("tests/golden")).unwrap();
    let folders: BTreeSet<PathBuf> = folders.map(|entry| entry.unwrap().path()).collect();
    let name = |folder: &PathBuf| folder.file_name().unwrap().to_str().unwrap().to_owned();
    folders.into_iter().map(|folder| Case { name: name(&folder), folder }).collect()
}

impl Case {
    fn text(&self, file: &str) -> String {
        let text = fs::read_to_string(self.folder.join(file));
        text.unwrap_or_else(|error| panic!("{}/{file}: {error}", self.name))
    }

    fn document<D: Document>(&self, file: &str) -> D {
        read(self.text(file).as_bytes(), &Limits::default())
            .unwrap_or_else(|problems| panic!("{}/{file}\n{problems}", self.name))
    }

    /// The shapes that the note names in its first line.
    fn shapes(&self) -> BTreeSet<String> {
        let note = self.text("note.md");
        let named = note.lines().next().and_then(|line| line.strip_prefix("shapes: "));
        let named = named.unwrap_or_else(|| panic!("{}: the note names no shapes", self.name));
        named.split(' ').map(str::to_owned).collect()
    }

    fn roster(&self, evidence: &EvidenceParts) -> Roster {
        if !self.folder.join("roster.txt").exists() {
            return evidence.records.iter().map(|record| record.subject.clone()).collect();
        }
        let text = self.text("roster.txt");
        let members = text.lines().map(|line| {
            let [subject, kind, cluster] = line.split(' ').collect::<Vec<_>>()[..] else {
                panic!("{}: expected `subject kind cluster`, found `{line}`", self.name)
            };
            let kind = (kind != "-").then(|| kind.parse().unwrap());
            let cluster = (cluster != "-").then(|| cluster.parse().unwrap());
            (subject.parse().unwrap(), Member { kind, cluster })
        });
        members.collect()
    }

    pub(crate) fn documents(&self) -> (Rulebook, EvidenceParts, Roster) {
        let evidence = self.document("evidence.json");
        let roster = self.roster(&evidence);
        (self.document("rulebook.json"), evidence, roster)
    }

    /// What the sections of `expected.txt` ask for.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        let expected = self.text("expected.txt");
        expected.lines().filter(|line| line.starts_with("as of ")).map(asked).collect()
    }

    /// What the case comes to, in the sections that `expected` has.
    fn found(&self, expected: &str) -> String {
        let (rulebook, evidence, roster) = self.documents();
        let headers = expected.lines().filter(|line| line.starts_with("as of "));
        let sections = headers.map(|header| {
            let asked = asked(header);
            let bound = Evidence::up_to(&rulebook, &roster, &evidence, asked.up_to);
            let bound = bound.unwrap_or_else(|faults| panic!("{}: {faults}", self.name));
            section(header, &score(&bound), asked.as_of)
        });
        sections.collect::<Vec<_>>().join("\n")
    }
}

fn asked(header: &str) -> Asked {
    let asked = header.strip_prefix("as of ").unwrap();
    let (day, column) = asked.split_once(", up to ").unwrap_or((asked, "decided"));
    let columns = [Column::SelfScored, Column::CrossScored, Column::Appraised, Column::Decided];
    let up_to = columns.into_iter().find(|known| known.code() == column).unwrap();
    Asked { as_of: day.parse().unwrap(), up_to }
}

fn section(header: &str, scores: &Scores<'_, '_>, as_of: Day) -> String {
    let mut text = format!("{header}\n");
    for sheet in scores.sheets() {
        write_sheet(&mut text, sheet, scores.evidence().rulebook()).unwrap();
    }
    for (cluster, members) in clusters(scores.evidence().roster()) {
        text.push('\n');
        if let Some(cluster) = cluster {
            writeln!(text, "cluster {cluster}").unwrap();
        }
        write_standing(&mut text, &scores.place(&members, as_of).unwrap()).unwrap();
    }
    text
}

/// Who is in each cluster.
pub(crate) fn clusters(roster: &Roster) -> BTreeMap<Option<&ClusterId>, BTreeSet<SubjectId>> {
    let mut clusters: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (subject, member) in roster.members() {
        clusters.entry(member.cluster.as_ref()).or_default().insert(subject.clone());
    }
    clusters
}

fn write_sheet(text: &mut String, sheet: &ScoreSheet, rulebook: &Rulebook) -> fmt::Result {
    write!(text, "\n{}: {}", sheet.subject, span(&sheet.total))?;
    if sheet.attainable != Exact::from(rulebook.parts().scale.points) {
        write!(text, " of {}", sheet.attainable)?;
    }
    text.push('\n');
    for line in &sheet.lines {
        write_line(text, line)?;
    }
    for adjustment in &sheet.adjustments {
        let (kind, at) = (adjustment.kind.code(), at(&adjustment.at));
        writeln!(text, "  + {kind} at {at}: {}", span(&adjustment.contribution))?;
    }
    for line in &sheet.groups {
        writeln!(text, "  = {}: {} of {}", line.group.id, span(&line.earned), line.attainable)?;
    }
    if !sheet.disqualified_by.is_empty() {
        writeln!(text, "  disqualified by {}", list(&sheet.disqualified_by))?;
    }
    let missing: Vec<_> = sheet.missing().collect();
    if !missing.is_empty() {
        writeln!(text, "  missing {}", list(missing))?;
    }
    sheet.grade.as_ref().map_or(Ok(()), |grade| write_grade(text, grade))
}

fn write_line(text: &mut String, line: &Line) -> fmt::Result {
    write!(text, "  {}: {}", line.criterion.id, span(&line.unrounded))?;
    if line.earned != line.unrounded {
        write!(text, " ~ {}", span(&line.earned))?;
    }
    if line.contribution != line.earned {
        write!(text, " -> {}", span(&line.contribution))?;
    }
    write!(text, " ({}", line.reason.code())?;
    if let Some(answer) = line.answer.as_ref().filter(|answer| !answer.column.is_self_scored()) {
        write!(text, ", {}", answer.column.code())?;
        if let Some(because) = &answer.because {
            write!(text, ": {because}")?;
        }
    }
    writeln!(text, ")")
}

fn write_grade(text: &mut String, grade: &GradeOutcome) -> fmt::Result {
    let missed: &[MissedGrade] = match grade {
        GradeOutcome::Given { grade, limited, missed } => {
            write!(text, "  grade {grade}")?;
            if let Some(limited) = limited {
                write!(text, " instead of {}, limited by {}", limited.from, limited.by)?;
            }
            text.push('\n');
            missed
        }
        GradeOutcome::NoneFits { missed } => {
            writeln!(text, "  no grade")?;
            missed
        }
        GradeOutcome::Disqualified { grade: Some(grade) } => {
            writeln!(text, "  grade {grade}, disqualified")?;
            &[]
        }
        GradeOutcome::Disqualified { grade: None } => {
            writeln!(text, "  no grade, disqualified")?;
            &[]
        }
        GradeOutcome::Open { possible, or_none } => {
            let none = if *or_none { " or none" } else { "" };
            writeln!(text, "  grade open: {}{none}", list(possible))?;
            &[]
        }
    };
    for missed in missed {
        let requires = list(missed.requires.iter().map(requirement));
        writeln!(text, "  missed {}: {requires}", missed.grade)?;
    }
    Ok(())
}

fn requirement(requirement: &Requirement) -> String {
    match requirement {
        Requirement::NoneAtZero {} => "none at zero".to_owned(),
        Requirement::EachAtLeast { of: Each::Group, percent } => format!("each group {percent} %"),
        Requirement::EachAtLeast { of: Each::Criterion, percent } => {
            format!("each criterion {percent} %")
        }
        Requirement::EveryMinimum {} => "every minimum".to_owned(),
        Requirement::EnoughCriteria { percent_of_criteria, reaching_percent } => {
            format!("{percent_of_criteria} % of criteria at {reaching_percent} %")
        }
        Requirement::FactHolds { fact } => fact.to_string(),
        Requirement::FactWithin { fact, within } => format!("{fact} in {within}"),
    }
}

fn write_standing(text: &mut String, standing: &Standing) -> fmt::Result {
    for position in &standing.positions {
        let shared = if 1 < position.tied { "=" } else { "" };
        write!(text, "{}{shared} {} {}", position.rank, position.subject, position.total)?;
        if let Some(ranks) = position.provisional {
            write!(text, ", possibly {} to {}", ranks.best, ranks.worst)?;
        }
        text.push('\n');
    }
    for Unranked { subject, reason } in &standing.unranked {
        let (what, until) = match reason {
            UnrankedReason::Disqualified { facts } | UnrankedReason::DisqualifierOpen { facts } => {
                (facts, None)
            }
            UnrankedReason::MissingEvidence { criteria } => (criteria, None),
            UnrankedReason::AwaitedEvidence { criteria, until } => (criteria, Some(until)),
        };
        let until = until.map(|day| format!(" until {day}")).unwrap_or_default();
        let what = if what.is_empty() { "of others".to_owned() } else { list(what) };
        writeln!(text, "- {subject} {}: {what}{until}", reason.code())?;
    }
    for tie in &standing.decided {
        let keys = tie.order.iter().map(|key| match &key.value {
            Some(value) => format!("{} {value}", key.subject),
            None => format!("{} none", key.subject),
        });
        writeln!(text, "tie broken by {}: {}", step(&tie.step), list(keys))?;
    }
    for tie in &standing.unresolved {
        writeln!(text, "tie at {}: {} await {}", tie.rank, list(&tie.subjects), tie.awaits.code())?;
    }
    Ok(())
}

fn step(step: &TieBreak) -> String {
    let by = match step {
        TieBreak::Points { .. } => "points",
        TieBreak::GroupPoints { group } => return format!("points of {group}"),
        TieBreak::FewerDeductions {} => "fewer deductions",
        TieBreak::Figure { .. } => "figure",
        TieBreak::Share { .. } => "share",
        TieBreak::Earlier { .. } => "earlier",
        TieBreak::Met { .. } => "met",
        TieBreak::HeadToHead { group: Some(group) } => return format!("head to head in {group}"),
        TieBreak::HeadToHead { group: None } => "head to head",
        TieBreak::Authority {} => "authority",
        TieBreak::Ballot {} => "ballot",
        TieBreak::Lots {} => "lots",
    };
    step.criterion().map_or_else(|| by.to_owned(), |criterion| format!("{by} {criterion}"))
}

fn at(at: &AdjustedAt) -> String {
    match at {
        AdjustedAt::Criterion { criterion } => criterion.to_string(),
        AdjustedAt::Group { group } => group.to_string(),
        AdjustedAt::Part { part: PartKind::Scale } => "the scale".to_owned(),
        AdjustedAt::Part { part: PartKind::Bonus } => "the bonus".to_owned(),
        AdjustedAt::Part { part: PartKind::Deduction } => "the deductions".to_owned(),
        AdjustedAt::Total {} => "the total".to_owned(),
    }
}

fn span(span: &Span) -> String {
    if span.is_exact() {
        span.worst.to_string()
    } else {
        format!("{} … {}", span.worst, span.best)
    }
}

fn list<T: fmt::Display>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

#[test]
fn each_case_comes_to_what_was_worked_out_by_hand() {
    let mut differences = String::new();
    for case in cases() {
        let expected = case.text("expected.txt");
        let found = case.found(&expected);
        if found != expected {
            write!(differences, "\n{}: expected\n\n{expected}\nfound\n\n{found}", case.name)
                .unwrap();
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

#[test]
fn the_table_of_the_docs_names_the_cases_of_each_shape() {
    let table = fs::read_to_string(root().join("crates/thidua-scoring/src/shapes.md")).unwrap();
    let mut by_shape: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for case in cases() {
        for shape in case.shapes() {
            by_shape.entry(shape).or_default().insert(case.name.clone());
        }
    }
    let rows = table.lines().filter(|line| line.starts_with("| R") || line.starts_with("| none"));
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows {
        let [_, shape, _, shown_by, _] = row.split('|').map(str::trim).collect::<Vec<_>>()[..]
        else {
            panic!("expected three columns, found `{row}`")
        };
        let cases: BTreeSet<_> =
            shown_by.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        assert!(!cases.is_empty() || shown_by.starts_with("refused: "), "{row}");
        named.entry(shape.to_owned()).or_default().extend(cases);
    }
    let shapes = SHAPES.iter().map(|number| format!("R{number}"));
    let all: BTreeSet<String> = shapes.chain(["none".to_owned()]).collect();
    assert_eq!(named.keys().cloned().collect::<BTreeSet<_>>(), all);
    named.retain(|_, cases| !cases.is_empty());
    assert_eq!(named, by_shape);
}
