//! Each verdict on claims, and what it rests on.

use proptest::prelude::*;
use thidua_organisation::Organisation;
use thidua_values::Coded;

use crate::sample::{bound_catalogue, day, days, organisation};
use crate::sample_report::{claim, cluster, count, date, figure, parts, report, share};
use crate::{Claim, Course, Relation, Report, ReportParts, Stage, Stated, When};

/// The verdicts on all claims, a line each: the claim, the code, the verdict and the words.
fn told(texts: &[ReportParts]) -> Vec<String> {
    told_with(&organisation(), texts)
}

pub(crate) fn told_with(organisation: &Organisation, texts: &[ReportParts]) -> Vec<String> {
    let catalogue = bound_catalogue();
    let reports: Vec<Report> =
        texts.iter().map(|parts| Report::try_new(parts.clone()).unwrap()).collect();
    let texts: Vec<_> =
        reports.iter().map(|it| it.read(&catalogue, organisation).unwrap()).collect();
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

pub(crate) fn told_of(claims: Vec<Claim>) -> Vec<String> {
    told(&[parts(claims)])
}

fn at_most(claim: &str) -> Relation {
    Relation::AtMost { claim: claim.parse().unwrap() }
}

pub(crate) fn after(claim: &str) -> Relation {
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
fn what_is_not_read_leaves_open_what_rests_on_it_and_fails_if_it_cannot_be() {
    let found = told_of(vec![
        claim("a", "ngày 05 tháng 15 năm 2020", date(When::Before)),
        claim("b", "15/12", date(When::Before)).held_to(after("a")),
        claim("c", "1.234%", figure("cremated")),
        claim("d", "mười", count()),
        claim("e", "5/0", share()),
        claim("f", "Nghị quyết", Stated::Number { called: "Nghị quyết".parse().unwrap() }),
    ]);
    assert_eq!(
        found,
        [
            "a refused fails: not read: at character 15: expected a month from 1 to 12, found `15`",
            "b not_read open: nothing to compare with: `a` was not read",
            "c refused open: not read: at character 1: expected a numeral with one reading, found `1.234%`: `1234%` or `1,234%`",
            "d refused open: not read: at character 1: expected digits, since numerals in words are not read, found `mười`",
            "e refused fails: not read: at character 1: expected a whole above 0, or `0/0` where nothing was to be done, found `5/0`",
            "f refused open: not read: expected a document number such as `30/KH-MTTQ` or `10-CT/TW`, found `Nghị quyết`",
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
        claim("d", "tăng trên 5,4%", change(Course::Rise)).read_as("trên 5,4%"),
        claim("e", "giảm 5,4 điểm phần trăm", change(Course::Fall)).read_as("5,4 điểm phần trăm"),
    ]);
    let readings = "from 5.35 % to 5.45 % may mean three things. a change of the rate, in percentage points: before \
                    from about 79.98 % to about 80.08 %; a change of the rate, in percent of the earlier rate: before \
                    from about 81.02 % to about 81.09 %; a change of the part, in percent of the earlier number: before \
                    from 4,149 to 4,152";
    assert_eq!(found[1], format!("b change open: {readings}"));
    assert_eq!(found[2], "b other_word fails: expected the word “tăng” (rise), found “tặng”");
    assert_eq!(found[3], format!("c change open: {readings}"));
    assert_eq!(
        found[4..],
        [
            "d change open: more than 5.4 % may mean three things. a change of the rate, in percentage points: before from 0 % to about 80.03 %; a change of the rate, in percent of the earlier rate: before from 0 % to about 81.06 %; a change of the part, in percent of the earlier number: before from 1 to 4,150",
            "e change open: from -5.45 percentage points to -5.35 percentage points. a change of the rate, in percentage points: before from about 90.78 % to about 90.88 %",
        ]
    );
}

#[test]
fn the_word_for_a_change_is_found_among_marks_and_other_numbers() {
    let change = Stated::Change { of: "a".parse().unwrap(), course: Course::Rise };
    let found = told_of(vec![
        claim("a", "4.375/5.121", share()),
        claim("b", "85% (tăng 5,4%)", change.clone()).read_as("5,4%"),
        claim("c", "đạt 85%, tăng 5%", change).read_as("5%"),
    ]);
    assert!(found.iter().all(|line| !line.contains("other_word")), "{found:?}");
}

#[test]
fn nothing_rests_on_the_counts_of_a_qualified_share() {
    let of = || Relation::PercentageOf { share: "a".parse().unwrap() };
    let units = Relation::Units {
        about: cluster(),
        kinds: vec!["ward".parse().unwrap()],
        day: day("2024-03-01"),
    };
    let change = Stated::Change { of: "a".parse().unwrap(), course: Course::Rise };
    let found = told_of(vec![
        claim("a", "hơn 4.375/5.121", share()).held_to(units),
        claim("b", "85%", figure("cremated")).held_to(of()),
        claim("c", "tăng 5%", change).read_as("5%"),
    ]);
    let open = "qualified_share open: more than 4,375 of 5,121: nobody knows which of the two is qualified";
    assert_eq!(found, ["a", "a", "b", "c"].map(|id| format!("{id} {open}")));
}

#[test]
fn words_on_percentages_say_what_the_verdict_says() {
    let of = |share: &str| Relation::PercentageOf { share: share.parse().unwrap() };
    let found = told_of(vec![
        claim("a", "4.375/5.121", share()),
        claim("b", "0/0", share()),
        claim("c", "khoảng 85%", figure("cremated")).held_to(of("a")),
        claim("d", "trên 80%", figure("cremated")).held_to(of("a")),
        claim("e", "trên 90%", figure("cremated")).held_to(of("a")),
        claim("f", "100%", figure("cremated")).held_to(of("b")),
    ]);
    assert_eq!(
        found[2..],
        [
            "c percentage open: computed about 85.43 %: nobody knows whether it fits",
            "d percentage holds: computed about 85.43 %: it fits",
            "e percentage fails: computed about 85.43 %: it does not fit",
            "f percentage open: 0 of 0, which has no quotient",
        ]
    );
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
fn figures_of_other_things_neither_replace_nor_say_again() {
    let replaces = || Relation::Replaces { claim: "a".parse().unwrap() };
    let restates = || Relation::Restates { claim: "a".parse().unwrap() };
    let Stated::Figure { about, indicator, period, counted_by, .. } = figure("cremations") else {
        panic!()
    };
    let stage = Stage::Planned;
    let planned = Stated::Figure { about, indicator, period, stage, counted_by, called: None };
    let found = told_of(vec![
        claim("a", "120", figure("cremations")),
        claim("b", "6 tỷ", figure("sea-fund")).held_to(replaces()).held_to(restates()),
        claim("c", "120", planned).held_to(replaces()).held_to(restates()),
    ]);
    let things = "other_things open: cannot be compared: one counts đồng, the other cases";
    let figures = "other_figure open: cannot be compared: `tay-ho`, planned, by where it was done here; `tay-ho`, done, by where it was done there";
    assert_eq!(
        found,
        [
            format!("b {things}"),
            format!("b {things}"),
            format!("c {figures}"),
            format!("c {figures}"),
        ]
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
        claim("d", "9", figure("deaths")).held_to(beside("earlier", "b")),
    ]);
    let id = "earlier".parse().unwrap();
    let there = ReportParts { id, ..parts(vec![claim("a", "8", figure("cremations"))]) };
    assert_eq!(
        told(&[here, there]),
        [
            "a same fails: 9 here, 8 in `earlier`",
            "b not_the_same open: cannot be compared: 9 (Deaths, a flow, 2024-01-01 to 2024-06-30) here; 8 (Cremations, a flow, 2024-01-01 to 2024-06-30) in `earlier`",
            "c not_at_hand open: `later` is not at hand",
            "d no_figure_there open: `earlier` has no figure `b` that was read",
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
fn what_has_a_period_of_its_own_is_not_beyond_the_text() {
    let of = |indicator: &str, [start, until]: [&str; 2], stage| {
        let Stated::Figure { about, indicator, counted_by, .. } = figure(indicator) else {
            panic!()
        };
        let period = days(start, Some(until));
        let states = Stated::Figure { about, indicator, period, stage, counted_by, called: None };
        claim("a", "9", states)
    };
    let covers = Some(days("2024-01-01", Some("2024-04-01")));
    let sticks_out = ["2024-01-01", "2024-07-01"];
    let cases = [
        (of("cremations", sticks_out, Stage::Done), 1),
        (of("cremations", sticks_out, Stage::Planned), 0),
        (of("cremations", ["2023-01-01", "2024-01-01"], Stage::Done), 0),
        (of("groups", ["2024-03-31", "2024-04-02"], Stage::Done), 0),
    ];
    for (claim, expected) in cases {
        let parts = ReportParts { covers, ..parts(vec![claim.clone()]) };
        assert_eq!(told(&[parts]).len(), expected, "{claim:?}");
    }
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
        number("g", "Luật", "06/2022/QH15"),
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
            "g called open: called “Luật”, its number has the symbol of no known kind",
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
