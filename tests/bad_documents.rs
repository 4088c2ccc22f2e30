//! Documents that are wrong, and the words in which they are refused.
//!
//! A case is a folder of `bad`. It holds documents, each named by its kind;
//! `expected.txt`, which says what is wrong with them, as a user reads it; and
//! `step.txt` where the step is another than reading within the usual limits:
//! `read at most N bytes`, or `conclude as of DAY`, for which the documents of
//! Hà Nội stand in for those that the case does not have.
//!
//! `UPDATE_EXPECT=1` writes what is found to `expected.txt`.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::path::PathBuf;

use expect_test::expect_file;
use thidua_awards::{AwardRules, Candidacies, MoneySchedule};
use thidua_criteria::{Campaign, Campaigns, Rulebook};
use thidua_documents::{Document, Limits, Problems, problems_across, problems_of, read};
use thidua_figures::{
    Catalogue, CheckList, CheckListParts, Feeds, FeedsParts, Figures, FiguresParts, Report,
};
use thidua_organisation::{Organisation, UnitLists};
use thidua_scoring::EvidenceParts;
use thidua_season::{Season, conclude};
use thidua_values::Day;

use crate::hanoi::{Documents, bytes};
use crate::repository::root;

/// A folder of `bad`.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) name: String,
    folder: PathBuf,
    /// The documents by their kinds.
    pub(crate) documents: BTreeMap<String, Vec<u8>>,
    pub(crate) step: Step,
}

/// What is done with the documents of a case.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    Read(Limits),
    Conclude(Day),
}

/// Every case, by name.
pub(crate) fn cases() -> Vec<Case> {
    let folders = fs::read_dir(root().join("tests/bad")).unwrap();
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders.into_iter().map(case).collect()
}

fn case(folder: PathBuf) -> Case {
    let mut documents = BTreeMap::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension != "txt") {
            documents.insert(text_of(path.file_stem().unwrap()), fs::read(&path).unwrap());
        }
    }
    let step = match fs::read_to_string(folder.join("step.txt")) {
        Ok(step) => step_of(step.trim_end()),
        Err(_) => Step::Read(Limits::default()),
    };
    Case { name: text_of(folder.file_name().unwrap()), folder, documents, step }
}

fn text_of(name: &std::ffi::OsStr) -> String {
    name.to_str().unwrap().to_owned()
}

fn step_of(text: &str) -> Step {
    if let Some(day) = text.strip_prefix("conclude as of ") {
        return Step::Conclude(day.parse().unwrap());
    }
    let bytes = text.strip_prefix("read at most ").and_then(|rest| rest.strip_suffix(" bytes"));
    Step::Read(Limits { bytes: bytes.unwrap().parse().unwrap(), ..Limits::default() })
}

/// What is wrong with a document of that kind; nothing, if it is read.
pub(crate) fn problems(kind: &str, bytes: &[u8], limits: &Limits) -> Option<Problems> {
    match kind {
        "organisation" => read::<Organisation>(bytes, limits).err(),
        "unit-lists" => read::<UnitLists>(bytes, limits).err(),
        "indicator-catalogue" => read::<Catalogue>(bytes, limits).err(),
        "figures" => problems_of_figures(bytes, limits),
        "checks" => problems_of_checks(bytes, limits),
        "feeds" => problems_of_feeds(bytes, limits),
        "report" => read::<Report>(bytes, limits).err(),
        "campaign" => read::<Campaign>(bytes, limits).err(),
        "rulebook" => read::<Rulebook>(bytes, limits).err(),
        "evidence" => read::<EvidenceParts>(bytes, limits).err(),
        "award-rules" => read::<AwardRules>(bytes, limits).err(),
        "candidacies" => read::<Candidacies>(bytes, limits).err(),
        "money-schedule" => read::<MoneySchedule>(bytes, limits).err(),
        "season" => read::<Season>(bytes, limits).err(),
        _ => panic!("expected a kind of document, found `{kind}`"),
    }
}

/// What is wrong with figures of the indicators of the examples and of the units of Hà Nội.
fn problems_of_figures(data: &[u8], limits: &Limits) -> Option<Problems> {
    let parts = match read::<FiguresParts>(data, limits) {
        Ok(parts) => parts,
        Err(problems) => return Some(problems),
    };
    let organisation: Organisation = read(&bytes("organisation.json"), &Limits::default()).unwrap();
    let faults = Figures::try_new(&catalogue(), &organisation, parts).err()?;
    Some(problems_of::<FiguresParts, _>(&faults))
}

/// What is wrong with checks of the indicators of the examples.
fn problems_of_checks(data: &[u8], limits: &Limits) -> Option<Problems> {
    let parts = match read::<CheckListParts>(data, limits) {
        Ok(parts) => parts,
        Err(problems) => return Some(problems),
    };
    let faults = CheckList::try_new(&catalogue(), parts).err()?;
    Some(problems_of::<CheckListParts, _>(&faults))
}

/// What is wrong with feeds of the rulebook of the examples.
fn problems_of_feeds(data: &[u8], limits: &Limits) -> Option<Problems> {
    let parts = match read::<FeedsParts>(data, limits) {
        Ok(parts) => parts,
        Err(problems) => return Some(problems),
    };
    let rulebook: Rulebook = read(&bytes("rulebook.json"), &Limits::default()).unwrap();
    let faults = Feeds::try_new(&catalogue(), &rulebook, parts).err()?;
    Some(problems_of::<FeedsParts, _>(&faults))
}

fn catalogue() -> Catalogue {
    read(&bytes("indicator-catalogue.json"), &Limits::default()).unwrap()
}

impl Case {
    /// What is wrong, a line each.
    fn found(&self) -> String {
        match self.step {
            Step::Read(limits) => {
                let [(kind, bytes)] = Vec::from_iter(&self.documents)[..] else {
                    panic!("{}: expected one document", self.name);
                };
                let problems = problems(kind, bytes, &limits);
                lines(problems.unwrap_or_else(|| panic!("{}: nothing is wrong", self.name)))
            }
            Step::Conclude(day) => {
                let documents = self.with_the_rest_of_hanoi();
                let faults = conclude(&documents.inputs(), day).expect_err(&self.name);
                lines(problems_across(&faults))
            }
        }
    }

    fn with_the_rest_of_hanoi(&self) -> Documents {
        let hanoi = Documents::read();
        Documents {
            organisation: self.document("organisation").unwrap_or(hanoi.organisation),
            campaigns: self.document("campaign").map_or(hanoi.campaigns, |campaign: Campaign| {
                Campaigns::try_new([campaign]).unwrap()
            }),
            rulebook: self.document("rulebook").unwrap_or(hanoi.rulebook),
            evidence: self.document("evidence").unwrap_or(hanoi.evidence),
            award_rules: self.document("award-rules").unwrap_or(hanoi.award_rules),
            season: self.document("season").unwrap_or(hanoi.season),
            candidacies: self.document("candidacies"),
            money_schedules: self.document("money-schedule").into_iter().collect(),
        }
    }

    fn document<D: Document>(&self, kind: &str) -> Option<D> {
        let bytes = self.documents.get(kind)?;
        Some(
            read(bytes, &Limits::default())
                .unwrap_or_else(|problems| panic!("{}\n{problems}", self.name)),
        )
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

fn lines(problems: impl Display) -> String {
    format!("{problems}\n")
}

#[test]
fn each_bad_document_is_refused_in_the_expected_words() {
    let cases = cases();
    assert!(30 <= cases.len());
    for case in cases {
        expect_file![case.file("expected.txt")].assert_eq(&case.found());
    }
}

#[test]
fn each_problem_says_what_was_expected_and_what_was_found_on_one_line() {
    for case in cases() {
        for line in case.found().lines() {
            let (place, rest) = line.split_once(": expected ").unwrap_or_else(|| panic!("{line}"));
            let (expected, found) = rest.split_once(", found ").unwrap_or_else(|| panic!("{line}"));
            assert!(!place.is_empty() && !expected.is_empty() && !found.is_empty(), "{line}");
            assert!(line.chars().count() < 500, "{line}");
        }
    }
}
