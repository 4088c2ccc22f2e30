//! Each verdict on claims, and what it rests on.

use proptest::prelude::*;
use thidua_values::{Coded, Day};

use crate::sample::{bound_catalogue, day, days, organisation};
use crate::sample_report::{claim, cluster, count, date, district, figure, parts, report, share};
use crate::{Claim, Course, Post, Relation, Report, ReportParts, Stated, When};

/// The verdicts on all claims, a line each: the claim, the code, the verdict and the words.
fn told(texts: &[ReportParts]) -> Vec<String> {
    let (catalogue, organisation) = (bound_catalogue(), organisation());
    let reports: Vec<Report> =
        texts.iter().map(|parts| Report::try_new(parts.clone()).unwrap()).collect();
    let texts: Vec<_> =
        reports.iter().map(|it| it.read(&catalogue, &organisation).unwrap()).collect();
    let judged = texts.iter().flat_map(|text| text.judge(&texts));
    let lines = judged.flat_map(|judged| {
        let id = judged.claim.id.clone();
        judged.judgements.into_iter().map(move |it| {
            let words = it.told.words();
            assert!(!words.vi.is_empty() && !words.en.is_empty());
            format!("{id} {} {}: {}", it.told.code(), it.verdict.code(), words.en)
        })
    });
    lines.collect()
}

fn told_of(claims: Vec<Claim>) -> Vec<String> {
    told(&[parts(claims)])
}

fn at_most(claim: &str) -> Relation {
    Relation::AtMost { claim: claim.parse().unwrap() }
}

fn after(claim: &str) -> Relation {
    Relation::After { claim: claim.parse().unwrap() }
}

proptest! {
    /// Law: a date is after another one exactly if it is not the same and the other is not after
    /// it, as far as days go.
    #[test]
    fn days_come_after_each_other(a in 1_u32..=28, b in 1_u32..=28) {
        let on = |id: &str, at: u32| claim(id, &format!("{at}/3"), date(When::On));
        let lines = told_of(vec![on("a", a).held_to(after("b")), on("b", b)]);
        let verdict = if b < a { "holds" } else { "fails" };
        prop_assert!(lines[0].starts_with(&format!("a after {verdict}")), "{:?}", lines);
    }

    /// Law: what is at most another is told by the numbers.
    #[test]
    fn figures_are_at_most_others(a in 0_u32..9, b in 0_u32..9) {
        let on = |id: &str, number: u32| claim(id, &number.to_string(), figure("cremations"));
        let lines = told_of(vec![on("a", a).held_to(at_most("b")), on("b", b)]);
        let verdict = if a <= b { "holds" } else { "fails" };
        prop_assert!(lines[0].starts_with(&format!("a at_most {verdict}")), "{:?}", lines);
    }
}

#[test]
fn what_is_not_read_fails_and_leaves_open_what_rests_on_it() {
    let found = told_of(vec![
        claim("a", "ngày 05 tháng 15 năm 2020", date(When::Before)),
        claim("b", "15/12", date(When::Before)).held_to(after("a")),
    ]);
    assert_eq!(
        found,
        [
            "a refused fails: not read: at character 15: expected a month from 1 to 12, found `15`",
            "b not_read open: nothing to compare with: `a` was not read",
        ]
    );
}

#[test]
fn percentages_are_held_to_their_share() {
    let of = || Relation::PercentageOf { share: "a".parse().unwrap() };
    let of_things = Stated::Percentage { of: crate::sample::text("hộ", "households") };
    let found = told_of(vec![
        claim("a", "4.375/5.121", share()),
        claim("b", "85%", figure("cremated")).held_to(of()),
        claim("c", "86%", figure("cremated")).held_to(of()),
        claim("d", "85,44%", figure("cremated")).held_to(of()),
        claim("e", "100%", of_things),
        claim("f", "trên 80%", figure("cremated")),
        claim("g", "5/4", share()),
    ]);
    assert_eq!(
        found,
        [
            "a part_of_whole holds: 4,375 of 5,121 is about 85.43 %",
            "b percentage holds: computed about 85.43 %: it fits by half-up and by cutting off",
            "c percentage fails: computed about 85.43 %: it fits neither by half-up nor by cutting off",
            "d percentage fails: computed about 85.43 %: it fits neither by half-up nor by cutting off",
            "e no_share open: neither numerator nor denominator is stated, so nobody can compute it again",
            "f no_share open: neither numerator nor denominator is stated, so nobody can compute it again",
            "g part_of_whole fails: 5 of 4 is 125 %",
        ]
    );
}

#[test]
fn a_change_of_a_share_is_read_in_three_ways() {
    let change = |course| Stated::Change { of: "a".parse().unwrap(), course };
    let found = told_of(vec![
        claim("a", "4.375/5.121", share()),
        claim("b", "tặng 5,4%", change(Course::Rise)).read_as("5,4%"),
        claim("c", "tăng 5,4%", change(Course::Rise)).read_as("5,4%"),
    ]);
    let readings = "from 5.35 % to 5.45 % may mean three things. a change of the rate, in percentage points: before \
                    from about 79.98 % to about 80.08 %; a change of the rate, in percent of the earlier rate: before \
                    from about 81.02 % to about 81.09 %; a change of the part, in percent of the earlier number: before \
                    from 4,149 to 4,152";
    assert_eq!(found[1], format!("b change open: {readings}"));
    assert_eq!(found[2], "b other_word fails: expected the word “tăng” (rise), found “tặng”");
    assert_eq!(found[3..], [format!("c change open: {readings}")]);
}

#[test]
fn parts_are_held_to_their_whole_and_chains_to_what_comes_before() {
    let whole = Relation::WholeOf { parts: vec!["b".parse().unwrap(), "c".parse().unwrap()] };
    let found = told_of(vec![
        claim("a", "trên 7.690 triệu", figure("sea-fund")).held_to(whole.clone()),
        claim("b", "2,280 tỷ", figure("sea-fund")),
        claim("c", "trên 1,6 tỷ", figure("sea-fund")),
        claim("d", "3 tỷ", figure("sea-fund")).held_to(whole),
        claim("e", "56", figure("cremations")).held_to(at_most("f")),
        claim("f", "59", figure("cremations")).held_to(at_most("b")),
    ]);
    assert_eq!(
        found,
        [
            "a parts open: the parts are more than 3,880,000,000 đồng of more than 7,690,000,000 đồng; left is at least 0 đồng; of the numbers as printed 3,810,000,000 đồng",
            "d parts fails: the parts are more than 3,880,000,000 đồng of 3,000,000,000 đồng; left is none; of the numbers as printed -880,000,000 đồng",
            "e at_most holds: 56 cases of 59 cases (about 94.92 %), 3 cases left",
            "f other_things open: cannot be compared: one counts cases, the other đồng",
        ]
    );
}

#[test]
fn later_figures_replace_and_vague_ones_say_again() {
    let later = |id: &str, quote: &str, start: &str, until: &str| {
        let Stated::Figure { about, indicator, stage, counted_by, .. } = figure("groups") else {
            panic!()
        };
        let period = days(start, Some(until));
        claim(
            id,
            quote,
            Stated::Figure { about, indicator, period, stage, counted_by, called: None },
        )
    };
    let replaces = || Relation::Replaces { claim: "a".parse().unwrap() };
    let restates = || Relation::Restates { claim: "b".parse().unwrap() };
    let found = told_of(vec![
        later("a", "122", "2024-03-01", "2024-03-02"),
        later("b", "78", "2024-06-01", "2024-06-02").held_to(replaces()),
        later("c", "hàng chục", "2024-09-01", "2024-09-02").held_to(restates()),
        later("d", "hàng trăm", "2024-02-01", "2024-02-02").held_to(restates()).held_to(replaces()),
    ]);
    assert_eq!(
        found,
        [
            "b replaced holds: 78 in place of 122, never added: net -44, left is about 63.93 % of it",
            "c restated holds: at least 10 here, 78 in other words",
            "d replaced fails: at least 100 in place of 122, never added: net at least -22",
            "d restated fails: at least 100 here, 78 in other words",
        ]
    );
}

#[test]
fn months_may_overlap_and_ends_of_months_come_after_their_twentieth() {
    let found = told_of(vec![
        claim("a", "tháng 12", date(When::On)),
        claim("b", "tháng 12", date(When::EndOf)),
        claim("c", "20/12", date(When::Before)).held_to(after("a")).held_to(after("b")),
        claim("d", "31/12", date(When::On)).held_to(after("b")),
    ]);
    assert_eq!(
        found,
        [
            "c after open: before 2024-12-20 is to come after 2024-12-01 to 2024-12-31",
            "c after fails: before 2024-12-20 is to come after the end of 2024-12-01 to 2024-12-31",
            "d after open: 2024-12-31 is to come after the end of 2024-12-01 to 2024-12-31",
        ]
    );
}

#[test]
fn years_of_anniversaries_and_years_in_a_row_are_counted() {
    let between = |to: &str| Relation::YearsBetween {
        first: "a".parse().unwrap(),
        anniversary: to.parse().unwrap(),
    };
    let years = |ids: [&str; 2]| Relation::YearsInARow {
        years: ids.iter().map(|id| id.parse().unwrap()).collect(),
    };
    let found = told_of(vec![
        claim("a", "03/02/1930", date(When::On)),
        claim("b", "03/02/2020", date(When::On)),
        claim("c", "90", count()).held_to(between("b")),
        claim("d", "91", count()).held_to(between("b")),
        claim("e", "04/02/2020", date(When::On)),
        claim("f", "90", count()).held_to(between("e")),
        claim("g", "2019", date(When::On)),
        claim("h", "2020", date(When::On)),
        claim("i", "2", count()).held_to(years(["g", "h"])),
        claim("j", "2", count()).held_to(years(["h", "g"])),
        claim("k", "3", count()).held_to(years(["g", "h"])),
    ]);
    let verdicts: Vec<&str> = found.iter().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(
        verdicts,
        [
            "c years_between holds",
            "d years_between fails",
            "f years_between fails",
            "i years_in_a_row holds",
            "j years_in_a_row fails",
            "k years_in_a_row fails",
        ]
    );
    assert_eq!(
        found[0],
        "c years_between holds: stated 90 years; from 1930-02-03 to 2020-02-03: 90 years"
    );
}

#[test]
fn units_are_counted_on_the_day() {
    let units = |about, kind: &str, on: Day| Relation::Units {
        about,
        kinds: vec![kind.parse().unwrap()],
        day: on,
    };
    let then = day("2024-03-01");
    let found = told_of(vec![
        claim("a", "2 phường", count()).read_as("2").held_to(units(district(), "ward", then)),
        claim("b", "3", count()).held_to(units(cluster(), "urban-district", then)),
        claim("c", "4/4", share()).held_to(units(cluster(), "ward", then)),
        claim("d", "2", count()).held_to(units(district(), "ward", day("2021-12-31"))),
    ]);
    assert_eq!(
        found,
        [
            "a units holds: stated 2; on 2024-03-01 there are 2: 2 ward",
            "b units fails: stated 3; on 2024-03-01 there are 2: 2 urban-district; beside them 4 ward",
            "c part_of_whole holds: 4 of 4 is 100 %",
            "c units holds: stated 4; on 2024-03-01 there are 4: 4 ward; beside them 2 urban-district",
            "d day_outside open: the organisation tells of 2022-01-01 on, and nothing of 2021-12-31",
        ]
    );
}

#[test]
fn who_leads_is_a_member_and_has_one_post() {
    let lead = |id: &str, member: &str, post| {
        let during = days("2025-01-01", Some("2026-01-01"));
        let (cluster, member) = ("cluster-1".parse().unwrap(), member.parse().unwrap());
        claim(id, "làm cụm trưởng", Stated::Lead { cluster, member, post, during })
    };
    let found = told_of(vec![
        lead("a", "mttq-tay-ho", Post::Head),
        lead("b", "mttq-tay-ho", Post::Deputy),
        lead("c", "mttq-ha-noi", Post::Deputy),
        lead("d", "mttq-cau-giay", Post::Deputy),
    ]);
    let of_members: Vec<_> = found.iter().filter(|line| line.contains(" member ")).collect();
    assert_eq!(
        of_members,
        [
            "a member fails: `mttq-tay-ho` is a member on 2024-11-08, and deputy at once",
            "b member fails: `mttq-tay-ho` is a member on 2024-11-08, and head at once",
            "c member fails: `mttq-ha-noi` is no member on 2024-11-08",
            "d member holds: `mttq-cau-giay` is a member on 2024-11-08",
        ]
    );
    assert_eq!(
        found[1],
        "a leads open: the organisation does not tell the head of 2025-01-01 to 2025-12-31"
    );
}

#[test]
fn texts_are_set_beside_each_other_only_of_the_same() {
    let beside = |report: &str, claim: &str| Relation::Beside {
        report: report.parse().unwrap(),
        claim: claim.parse().unwrap(),
    };
    let here = parts(vec![
        claim("a", "9", figure("cremations")).held_to(beside("earlier", "a")),
        claim("b", "9", figure("deaths")).held_to(beside("earlier", "a")),
        claim("c", "9", figure("deaths")).held_to(beside("later", "a")),
    ]);
    let id = "earlier".parse().unwrap();
    let there = ReportParts { id, ..parts(vec![claim("a", "8", figure("cremations"))]) };
    assert_eq!(
        told(&[here, there]),
        [
            "a same fails: 9 here, 8 in `earlier`",
            "b not_the_same open: cannot be compared: 9 (Deaths, a flow, 2024-01-01 to 2024-06-30) here; 8 (Cremations, a flow, 2024-01-01 to 2024-06-30) in `earlier`",
            "c not_at_hand open: `later` is not at hand",
        ]
    );
}

#[test]
fn periods_end_before_the_text_and_are_what_it_reports_on() {
    let claims = vec![claim("a", "9", figure("cremations"))];
    let early = ReportParts { day: day("2024-05-01"), ..parts(claims.clone()) };
    assert_eq!(
        told(&[early]),
        ["a to_date open: 2024-01-01 to 2024-06-30 had not ended on 2024-05-01: a figure to date"]
    );
    let covers = Some(days("2024-01-01", Some("2024-04-01")));
    assert_eq!(
        told(&[ReportParts { covers, ..parts(claims) }]),
        [
            "a beyond_text fails: 2024-01-01 to 2024-06-30 is not within 2024-01-01 to 2024-03-31, on which the text reports"
        ]
    );
}

#[test]
fn numbers_of_documents_and_names_of_indicators_are_held_to_how_they_are_written() {
    let number = |id: &str, called: &str, quote: &str| {
        claim(id, quote, Stated::Number { called: called.parse().unwrap() })
    };
    let called = |id: &str, name: &str| {
        let Stated::Figure { about, indicator, period, stage, counted_by, .. } = figure("sea-fund")
        else {
            panic!()
        };
        let called = Some(name.parse().unwrap());
        let states = Stated::Figure { about, indicator, period, stage, counted_by, called };
        claim(id, "3 tỷ", states)
    };
    let found = told_of(vec![
        number("a", "Kế hoạch", "30/KH- MTTQ"),
        number("b", "Thông tri", "10/TTr-MTTW-BTT"),
        number("c", "Quyết định", "10-CT/TW"),
        called("d", "Quỹ biển, đảo"),
        called("e", "Quỹ “Vì biển, đảo Việt Nam”"),
        called("f", "Quỹ khác"),
    ]);
    assert_eq!(
        found,
        [
            "a printed fails: printed “30/KH- MTTQ”, written 30/KH-MTTQ",
            "a called holds: called “Kế hoạch”, its number is that of a plan",
            "b called open: called “Thông tri”, its number is that of a submission letter / circular letter",
            "c called fails: called “Quyết định”, its number is that of a directive",
            "d alias holds: called “Quỹ biển, đảo”, which is: Sea and Islands Fund",
            "f alias fails: called “Quỹ khác”, which is: Sea and Islands Fund",
        ]
    );
}

#[test]
fn what_nothing_is_held_against_has_no_verdict() {
    let report = report(vec![claim("a", "9", figure("cremations")), claim("b", "5", count())]);
    let (catalogue, organisation) = (bound_catalogue(), organisation());
    let read = report.read(&catalogue, &organisation).unwrap();
    let judged = read.judge(&[]);
    assert!(judged.iter().all(|it| it.read.is_ok() && it.judgements.is_empty()));
}
