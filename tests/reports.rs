//! The published texts of `examples/data/reports`: what does not hold of what they claim, what
//! cannot be told, and what does hold.

use std::collections::BTreeSet;
use std::fs;

use thidua_documents::{Document, Limits, read};
use thidua_figures::{Catalogue, Figures, FiguresParts, ReadReport, Report, Verdict};
use thidua_organisation::Organisation;
use thidua_values::Coded;

use crate::repository::root;

/// A claim, what was computed of it, and the verdict.
type Line = (String, String, Verdict);

fn document<D: Document>(path: &str) -> D {
    let bytes = fs::read(root().join("examples/data").join(path)).unwrap();
    read(&bytes, &Limits::default()).unwrap_or_else(|problems| panic!("{path}\n{problems}"))
}

/// What is asked of all texts, in the order of their names.
fn of_texts<T>(ask: impl Fn(&[ReadReport<'_>]) -> T) -> T {
    let mut names: Vec<String> = fs::read_dir(root().join("examples/data/reports"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "NOTICE")
        .collect();
    names.sort();
    let reports: Vec<Report> =
        names.iter().map(|name| document(&format!("reports/{name}"))).collect();
    let ids = reports.iter().map(|report| format!("{}.json", report.id()));
    assert_eq!(ids.collect::<Vec<_>>(), names);
    let catalogue: Catalogue = document("indicators/indicator-catalogue.json");
    let organisation: Organisation = document("hanoi-2022/organisation.json");
    let texts: Vec<ReadReport<'_>> =
        reports.iter().map(|it| it.read(&catalogue, &organisation).unwrap()).collect();
    ask(&texts)
}

/// All that was computed of the claims of all texts.
fn lines() -> Vec<Line> {
    of_texts(|texts| {
        let mut lines = Vec::new();
        for text in texts {
            for judged in text.judge(texts) {
                let claim = format!("{} {}", text.report().id(), judged.claim.id);
                lines.extend(
                    judged
                        .judgements
                        .iter()
                        .map(|it| (claim.clone(), it.told.code().to_owned(), it.verdict)),
                );
            }
        }
        lines
    })
}

fn with(verdict: Verdict, leave_out: &str) -> Vec<(String, String)> {
    let lines = lines().into_iter().filter(|line| line.2 == verdict && line.1 != leave_out);
    lines.map(|(claim, code, _)| (claim, code)).collect()
}

#[track_caller]
fn assert_lines(found: &[(String, String)], expected: &[(&str, &str)]) {
    let found: Vec<(&str, &str)> =
        found.iter().map(|(claim, code)| (claim.as_str(), code.as_str())).collect();
    assert_eq!(found, expected);
}

/// What arithmetic, a calendar, a catalogue or the organisation can show to be wrong, and nothing
/// else: a term of the Party's congress, or the day of a resolution, is not held against what
/// somebody knows.
#[test]
fn what_does_not_hold_is_found_and_nothing_is_invented() {
    assert_lines(
        &with(Verdict::Fails, ""),
        &[
            ("cluster-2-half-year-2022 sea-fund", "beyond_text"),
            ("cluster-3-year-2022 cremation-rate-change", "other_word"),
            ("tay-ho-five-years-2020 plan", "printed"),
            ("tay-ho-five-years-2020 plan-16", "printed"),
            ("tay-ho-five-years-2020 member-reports", "refused"),
            ("tay-ho-five-years-2020 report-to-city", "after"),
            ("thanh-xuan-models-2020 party-anniversary-day", "after"),
        ],
    );
}

#[test]
fn what_cannot_be_told_is_named() {
    assert_lines(
        &with(Verdict::Open, "to_date"),
        &[
            ("cluster-2-half-year-2022 cremation-rate", "no_share"),
            ("cluster-2-half-year-2022 cremation-rate-tay-ho", "no_share"),
            ("cluster-2-half-year-2022 cremation-rate-cau-giay", "no_share"),
            ("cluster-2-half-year-2022 cremation-rate-ha-dong", "no_share"),
            ("cluster-2-half-year-2022 works-mended", "other_things"),
            ("cluster-3-year-2022 sea-fund", "parts"),
            ("cluster-3-year-2022 cremation-rate-change", "change"),
            ("cluster-3-year-2022 head", "leads"),
            ("cluster-3-year-2022 deputy", "leads"),
            ("tay-ho-five-years-2020 circular-letter", "called"),
            ("tay-ho-five-years-2020 ward-reviews", "not_read"),
            ("thanh-xuan-congress-2024 models", "not_the_same"),
            ("thanh-xuan-congress-2024 models", "not_the_same"),
            ("thanh-xuan-models-2020 households-lit", "no_share"),
        ],
    );
}

/// "In the year" on 8 November, and the year's fund in July.
#[test]
fn figures_of_years_that_have_not_ended_are_figures_to_date() {
    let to_date = lines().into_iter().filter(|line| line.1 == "to_date");
    let claims: BTreeSet<String> = to_date.map(|line| line.0).collect();
    let of = |text: &str| claims.iter().filter(|claim| claim.starts_with(text)).count();
    assert_eq!(of("cluster-2-half-year-2022 sea-fund"), 1);
    assert_eq!((claims.len(), of("cluster-3-year-2022")), (16, 15));
}

#[test]
fn what_holds_is_computed_again() {
    assert_lines(
        &with(Verdict::Holds, ""),
        &[
            ("cluster-2-half-year-2022 districts", "units"),
            ("cluster-2-half-year-2022 violations-referred", "at_most"),
            ("cluster-2-half-year-2022 violations-resolved", "at_most"),
            ("cluster-2-half-year-2022 works-mended", "at_most"),
            ("cluster-3-year-2022 sea-fund", "alias"),
            ("cluster-3-year-2022 hamlet-conferences", "part_of_whole"),
            ("cluster-3-year-2022 commune-conferences", "part_of_whole"),
            ("cluster-3-year-2022 commune-conferences", "units"),
            ("cluster-3-year-2022 cremations", "part_of_whole"),
            ("cluster-3-year-2022 cremation-rate", "percentage"),
            ("cluster-3-year-2022 mediations", "part_of_whole"),
            ("cluster-3-year-2022 mediation-rate", "percentage"),
            ("cluster-3-year-2022 head", "member"),
            ("cluster-3-year-2022 deputy", "member"),
            ("tay-ho-five-years-2020 plan", "called"),
            ("tay-ho-five-years-2020 directive-10", "called"),
            ("tay-ho-five-years-2020 plan-16", "called"),
            ("tay-ho-five-years-2020 directive-17", "called"),
            ("tay-ho-five-years-2020 report-to-city", "after"),
            ("thanh-xuan-congress-2024 awards-in-a-row", "years_in_a_row"),
            ("thanh-xuan-models-2020 party-plan", "called"),
            ("thanh-xuan-models-2020 plan-day", "after"),
            ("thanh-xuan-models-2020 plan", "called"),
            ("thanh-xuan-models-2020 party-anniversary", "years_between"),
            ("thanh-xuan-models-2020 front-anniversary", "years_between"),
            ("thanh-xuan-models-2020 front-anniversary-day", "after"),
            ("thanh-xuan-models-2020 wards", "units"),
            ("thanh-xuan-models-2020 first-inspection", "after"),
            ("thanh-xuan-models-2020 models-registered-anew", "replaced"),
            ("thanh-xuan-models-2020 second-inspection", "after"),
            ("thanh-xuan-models-2020 acceptance", "after"),
            ("thanh-xuan-models-2020 models-vague", "restated"),
        ],
    );
}

/// Law: a claim is read or refused with the reason, and its figures are observations that fit the
/// catalogue and the organisation.
#[test]
fn every_claim_is_judged_and_every_figure_is_an_observation() {
    of_texts(|texts| {
        for text in texts {
            let refused = text.claims().filter(|(_, read)| read.is_err());
            let refused: Vec<&str> = refused.map(|(claim, _)| claim.id.as_str()).collect();
            let is_plan = text.report().id().as_str() == "tay-ho-five-years-2020";
            let expected: &[&str] = if is_plan { &["member-reports"] } else { &[] };
            assert_eq!(refused, expected);
            assert_eq!(text.judge(texts).len(), text.report().claims().len());
        }
        let observations: Vec<_> = texts.iter().flat_map(ReadReport::observations).collect();
        assert_eq!(observations.len(), 44);
        let catalogue = texts[0].catalogue();
        let title = texts[0].report().parts().title.clone();
        let parts = FiguresParts { title, catalogue: catalogue.id().clone(), observations };
        assert!(Figures::try_new(catalogue, texts[0].organisation(), parts).is_ok());
    });
}
