//! What facts, grades and tie-breaks have to name.

use super::*;

#[test]
fn facts_are_known_and_looked_at_as_they_are_answered() {
    let unknown = "expected a fact of this rulebook, found `praised`";
    let not_yes_or_no =
        "expected a fact that is answered by yes or no, found `satisfied`, which is not";
    for (id, expected) in [("praised", unknown), ("satisfied", not_yes_or_no)] {
        let fact = || id.parse().unwrap();
        check(
            |parts| parts.disqualifiers = vec![Disqualifier { fact: fact(), grade: None }],
            &format!("disqualifiers[0].fact: {expected}"),
        );
        check(
            |parts| {
                let at_most = "weak".parse().unwrap();
                grading(parts).caps = vec![GradeCap { fact: fact(), at_most }];
            },
            &format!("grading.caps[0].fact: {expected}"),
        );
        check_requirement(Requirement::FactHolds { fact: fact() }, &format!("fact: {expected}"));
    }
    check_requirement(
        Requirement::FactWithin { fact: "praised".parse().unwrap(), within: from(90) },
        &format!("fact: {unknown}"),
    );
    check_requirement(
        Requirement::FactWithin { fact: "fined".parse().unwrap(), within: from(90) },
        "fact: expected a fact that is answered by a share, found `fined`, which is not",
    );
}

#[test]
fn a_fact_disqualifies_or_limits_once() {
    let fact = || "fined".parse().unwrap();
    let differ = "expected facts that differ, found `fined` again";
    check(
        |parts| parts.disqualifiers = vec![Disqualifier { fact: fact(), grade: None }; 2],
        &format!("disqualifiers[1].fact: {differ}"),
    );
    check(
        |parts| {
            let cap = GradeCap { fact: fact(), at_most: "weak".parse().unwrap() };
            grading(parts).caps = vec![cap; 2];
        },
        &format!("grading.caps[1].fact: {differ}"),
    );
}

#[test]
fn grades_are_known_and_differ() {
    let fact = || "fined".parse().unwrap();
    let unknown = "expected a grade of this rulebook, found `best`";
    let disqualifier = || Disqualifier { fact: fact(), grade: Some("best".parse().unwrap()) };
    check(
        |parts| parts.disqualifiers = vec![disqualifier()],
        &format!("disqualifiers[0].grade: {unknown}"),
    );
    check(
        |parts| {
            parts.disqualifiers = vec![disqualifier()];
            parts.grading = None;
        },
        &format!("disqualifiers[0].grade: {unknown}"),
    );
    check(
        |parts| {
            let at_most = "best".parse().unwrap();
            grading(parts).caps = vec![GradeCap { fact: fact(), at_most }];
        },
        &format!("grading.caps[0].at_most: {unknown}"),
    );
    check(
        |parts| grading(parts).grades.clear(),
        "grading.grades: expected at least one grade, found none",
    );
    check(
        |parts| grading(parts).grades[1].id = "good".parse().unwrap(),
        "grading.grades[1].id: expected grade ids that differ, found `good` again",
    );
}

#[test]
fn each_grade_has_one_band_for_each_kind_of_subject() {
    let bands = |kinds: &[&[&str]]| -> Vec<GradeBand> {
        let only_for = |kinds: &[&str]| kinds.iter().map(|id| id.parse().unwrap()).collect();
        kinds
            .iter()
            .map(|kinds| GradeBand { only_for: only_for(kinds), within: from(50) })
            .collect()
    };
    let at = "grading.grades[0].bands";
    check(
        |parts| grading(parts).grades[0].bands.clear(),
        &format!("{at}: expected at least one band, found none in `good`"),
    );
    let one = "expected one band for a kind of subject, and one for all others, found another for";
    check(
        |parts| grading(parts).grades[0].bands = bands(&[&[], &["rural"], &[]]),
        &format!("{at}[2]: {one} all others"),
    );
    check(
        |parts| grading(parts).grades[0].bands = bands(&[&["rural"], &["urban", "rural"]]),
        &format!("{at}[1].only_for[1]: {one} `rural`"),
    );
    check(
        |parts| grading(parts).grades[0].bands[0].within = between(90, 90),
        &format!(
            "{at}[0].within: expected a low end below the high end, found [90; 90), which holds nothing"
        ),
    );
}

#[test]
fn requirements_are_percentages_that_ask_something() {
    for percent in ["0", "-5", "100.5"] {
        let asked: Figure = percent.parse().unwrap();
        let expected = format!("expected a percentage above 0 and at most 100, found {percent}");
        check_requirement(
            Requirement::EachAtLeast { of: Each::Group, percent: asked },
            &format!("percent: {expected}"),
        );
        check_requirement(
            Requirement::EnoughCriteria { percent_of_criteria: asked, reaching_percent: 50.into() },
            &format!("percent_of_criteria: {expected}"),
        );
        check_requirement(
            Requirement::EnoughCriteria { percent_of_criteria: 80.into(), reaching_percent: asked },
            &format!("reaching_percent: {expected}"),
        );
    }
    let fact = "satisfied".parse().unwrap();
    check_requirement(
        Requirement::FactWithin { fact, within: between(95, 90) },
        "within: expected a low end below the high end, found [95; 90), which holds nothing",
    );
}

#[test]
fn tie_breaks_look_at_criteria_and_groups_and_end_with_what_decides() {
    let burials = || "burials".parse().unwrap();
    for step in [
        TieBreak::Points { criterion: burials() },
        TieBreak::Figure { criterion: burials() },
        TieBreak::Share { criterion: burials() },
        TieBreak::Earlier { criterion: burials() },
        TieBreak::Met { criterion: burials() },
    ] {
        check(
            |parts| parts.tie_breaks = vec![step],
            "tie_breaks[0].criterion: expected a criterion of this rulebook, found `burials`",
        );
    }
    check(
        |parts| {
            let group = "burials".parse().unwrap();
            parts.tie_breaks = vec![TieBreak::GroupPoints { group }, TieBreak::FewerDeductions {}];
        },
        "tie_breaks[0].group: expected a group of this rulebook, found `burials`",
    );
    check(
        |parts| {
            let group = Some("burials".parse().unwrap());
            parts.tie_breaks =
                vec![TieBreak::HeadToHead { group: None }, TieBreak::HeadToHead { group }];
        },
        "tie_breaks[1].group: expected a group of this rulebook, found `burials`",
    );
    for last in [TieBreak::Ballot {}, TieBreak::Lots {}, TieBreak::Authority {}] {
        check(
            |parts| {
                let step = TieBreak::Met { criterion: "cremation".parse().unwrap() };
                parts.tie_breaks = vec![last, step];
            },
            "tie_breaks[1]: expected the ballot, the lots or the decision as the last step, found a further step",
        );
    }
}

#[test]
fn criteria_serve_pillars_of_campaigns_at_hand() {
    let campaign = |id: &str, pillar: &str| {
        let task = Task { name: text("Việc tang"), added_by: None };
        let pillar = Pillar {
            id: pillar.parse().unwrap(),
            ordinal: "1".parse().unwrap(),
            name: text("Văn hóa"),
            added_by: None,
            tasks: vec![task],
        };
        Campaign::try_new(CampaignParts {
            id: id.parse().unwrap(),
            name: text("Toàn dân đoàn kết"),
            kind: CampaignKind::Campaign,
            basis: parts().basis,
            launch: Launch { by: text("Trung ương"), document: None },
            documents: Vec::new(),
            carries_out: Vec::new(),
            during: parts().during,
            occasions: Vec::new(),
            annual_themes: Vec::new(),
            pillars: vec![pillar],
        })
        .unwrap()
    };
    let rulebook = Rulebook::try_new(parts()).unwrap();
    let served_by = |campaigns: &[(&str, &str)]| {
        let campaigns = campaigns.iter().map(|(id, pillar)| campaign(id, pillar));
        let campaigns = Campaigns::try_new(campaigns).unwrap();
        rulebook.check_pillars(&campaigns).map_err(|faults| faults.to_string())
    };
    assert_eq!(served_by(&[("goods", "economy"), ("unite", "culture")]), Ok(()));
    assert_eq!(
        served_by(&[("goods", "economy")]).unwrap_err(),
        format!("{AT}.serves.campaign: expected one of the campaigns at hand, found `unite`")
    );
    assert_eq!(
        served_by(&[("unite", "economy")]).unwrap_err(),
        format!("{AT}.serves.pillar: expected a pillar of campaign `unite`, found `culture`")
    );
}
