//! Tests of the import.

mod faults;

use std::collections::BTreeSet;

use proptest::prelude::*;
use thidua_notation::NameKey;
use thidua_values::{Coded, Fault, Finding, Step};

use crate::sample::{day, text};
use crate::strategies_lists::{spoilt_unit_lists, unit_lists};
use crate::{
    Change, EventLint, GroupLint, ImportCode, ImportFault, ListChange, ListedUnit, Measure,
    Organisation, Share, SuccessionPair, UnitKind, UnitLint, UnitList, UnitLists, sample,
};

fn organisation(lists: &UnitLists) -> Organisation {
    lists.import().unwrap().organisation
}

fn lists_by_day(lists: &UnitLists) -> Vec<(thidua_values::Day, BTreeSet<ListedUnit>)> {
    let later = lists.changes.iter().map(|change| (change.day, &change.units));
    let all = [(lists.opening.day, &lists.opening.units)].into_iter().chain(later);
    all.map(|(day, units)| (day, units.iter().cloned().collect())).collect()
}

proptest! {
    /// Law: on the day of each list there are exactly its units, with code, kind, name and parent.
    #[test]
    fn a_list_is_the_units_of_its_day(lists in unit_lists()) {
        let organisation = organisation(&lists);
        for (day, listed) in lists_by_day(&lists) {
            let hierarchy = organisation.as_of(day).unwrap();
            let code = |unit: crate::UnitOn<'_>| unit.code(&lists.scheme).unwrap().clone();
            let units = hierarchy.units().map(|unit| ListedUnit {
                code: code(unit),
                kind: unit.kind().id.clone(),
                name: unit.name().clone(),
                parent: hierarchy.parent(unit.id()).map(code),
            });
            prop_assert_eq!(units.collect::<BTreeSet<_>>(), listed);
        }
    }

    /// Law: the order of sets means nothing.
    #[test]
    fn the_order_of_rows_means_nothing(lists in unit_lists()) {
        let mut turned = lists.clone();
        turned.unit_kinds.reverse();
        turned.acts.reverse();
        turned.opening.units.reverse();
        for change in &mut turned.changes {
            change.units.reverse();
            change.pairs.reverse();
        }
        prop_assert_eq!(organisation(&turned), organisation(&lists));
        prop_assert_eq!(turned.canonical(), lists.canonical());
    }

    /// Law: whatever the lists, they make an organisation or every fault is of the lists.
    #[test]
    fn faults_are_told_of_the_lists(lists in spoilt_unit_lists()) {
        if let Err(faults) = lists.import() {
            for fault in faults.as_slice() {
                let at = fault.place.steps().first();
                let fields = ["unit_kinds", "acts", "opening", "changes"].map(Step::Field);
                prop_assert!(at.is_some_and(|step| fields.contains(step)), "{}", faults);
                let known = ["no_level", "parent_not_above", "two_levels", "duplicate_unit_kind",
                    "duplicate_act", "unknown_act", "unknown_unit_kind"];
                let of_organisation = matches!(fault.fault, ImportFault::Organisation(_));
                prop_assert!(!of_organisation || known.contains(&fault.fault.code()), "{}", faults);
            }
        }
    }

    /// Law: what a unit keeps is as its own pair says, or there is a finding at that pair.
    #[test]
    fn what_is_kept_is_as_told_or_found(lists in unit_lists()) {
        let imported = lists.import().unwrap();
        let organisation = &imported.organisation;
        let found: BTreeSet<String> = imported.findings.iter()
            .filter(|finding| finding.code == ImportCode::KeptOtherwise)
            .map(|finding| finding.place.to_string())
            .collect();
        let mut expected = BTreeSet::new();
        for (at, change) in lists.changes.iter().enumerate() {
            let eve = change.day.previous().unwrap();
            let unit = |code, day| organisation.by_code(&lists.scheme, code, day).unwrap().unwrap().id();
            for (number, own) in change.pairs.iter().enumerate() {
                let others = || change.pairs.iter().filter(|it| it.old == own.old && it.new != own.new);
                let given = |measure| others().map(|it| it.of(measure)).collect::<Vec<_>>();
                let told = Measure::ALL.iter().all(|it| kept_by_definition(&given(*it)) == own.of(*it));
                if !told && unit(&own.old, eve) == unit(&own.new, change.day) {
                    expected.insert(format!("changes[{at}].pairs[{number}]"));
                }
            }
        }
        prop_assert_eq!(found, expected);
    }

    /// Law: a unit that goes on under its code does so by the rule, said plainly.
    #[test]
    fn who_keeps_a_code_equals_its_definition(lists in unit_lists()) {
        let organisation = organisation(&lists);
        let all = lists_by_day(&lists);
        for (days, change) in all.windows(2).zip(&lists.changes) {
            for (old, new) in days[0].1.iter().flat_map(|old| days[1].1.iter().map(move |new| (old, new))) {
                if old.code != new.code {
                    continue;
                }
                let by = |listed: &ListedUnit, day| organisation.by_code(&lists.scheme, &listed.code, day).unwrap().unwrap().id().clone();
                let given: Vec<_> = change.pairs.iter().filter(|pair| pair.old == old.code).collect();
                let got: Vec<_> = change.pairs.iter().filter(|pair| pair.new == new.code).collect();
                let name = |listed: &ListedUnit| NameKey::of(listed.name.vi.as_str());
                let alike = old.kind == new.kind && name(old) == name(new);
                let stays = given.is_empty() || given.iter().any(|pair| pair.new == old.code);
                let whole = |pairs: &[&SuccessionPair]| pairs.len() == 1 && pairs[0].is_whole() && pairs[0].old == pairs[0].new;
                let goes_on = (alike && stays) || (whole(&given) && whole(&got));
                prop_assert_eq!(by(old, days[0].0) == by(new, days[1].0), goes_on);
            }
        }
    }
}

/// What a unit that lives on keeps of a measure beside what it gives.
fn kept_by_definition(given: &[Share]) -> Share {
    let first = [Share::All, Share::Part, Share::Unknown].into_iter().find(|it| given.contains(it));
    match first {
        None => Share::All,
        Some(Share::All) => Share::None,
        Some(share) => share,
    }
}

fn row(code: &str, kind: &str, name: &str, parent: Option<&str>) -> ListedUnit {
    ListedUnit {
        code: code.parse().unwrap(),
        kind: kind.parse().unwrap(),
        name: text(name, name),
        parent: parent.map(|parent| parent.parse().unwrap()),
    }
}

fn ward(code: &str, name: &str) -> ListedUnit {
    row(code, "ward", name, Some("9"))
}

fn pair(old: &str, new: &str, population: Share, area: Share) -> SuccessionPair {
    SuccessionPair { old: old.parse().unwrap(), new: new.parse().unwrap(), population, area }
}

fn whole(old: &str, new: &str) -> SuccessionPair {
    pair(old, new, Share::All, Share::All)
}

/// The kinds of unit, without districts from that day on.
fn kinds(end_of_districts: Option<&str>) -> Vec<UnitKind> {
    let mut kinds = sample::parts().unit_kinds;
    let districts = kinds.iter_mut().filter(|kind| kind.id.as_str() == "urban-district");
    districts.for_each(|kind| kind.levels[0].during = sample::days("2022-01-01", end_of_districts));
    kinds
}

/// A city, a district and these wards, before and from 2025-01-01.
fn two(old: Vec<ListedUnit>, new: Vec<ListedUnit>, pairs: Vec<SuccessionPair>) -> UnitLists {
    let parts = sample::parts();
    let above = || {
        let district = row("9", "urban-district", "Quận", Some("1"));
        vec![row("1", "central-city", "Phố", None), district]
    };
    let units = |wards| [above(), wards].concat();
    let act = parts.acts[0].id.clone();
    UnitLists {
        id: parts.id,
        title: parts.title,
        basis: parts.basis,
        scheme: "gso".parse().unwrap(),
        unit_kinds: kinds(None),
        acts: parts.acts,
        opening: UnitList { day: day("2022-01-01"), units: units(old) },
        changes: vec![ListChange { day: day("2025-01-01"), act, units: units(new), pairs }],
    }
}

/// The events, each by its code and the units it is about.
fn told(lists: &UnitLists) -> Vec<String> {
    let parts = organisation(lists).parts().clone();
    let mut told: Vec<String> = parts.events.iter().map(|event| summary(&event.change)).collect();
    told.sort();
    told
}

fn summary(change: &Change) -> String {
    let about = match change {
        Change::Founded { unit } => unit.id.to_string(),
        Change::Renamed { unit, name } => format!("{unit} {}", name.vi),
        Change::Recoded { unit, code, .. } => format!("{unit} {}", code.as_ref().unwrap()),
        Change::ChangedKind { unit, new_kind } => format!("{unit} {new_kind}"),
        Change::Moved { unit, parent } => format!("{unit} {}", parent.as_ref().unwrap()),
        Change::Merged { into, from } => {
            let from: Vec<_> = from.iter().map(|part| part.unit.as_str()).collect();
            format!("{} {into}", from.join(" "))
        }
        Change::Transferred { from, to, .. } => format!("{from} {to}"),
        Change::Dissolved { unit } => unit.to_string(),
        Change::Split { .. } => unreachable!("never inferred"),
        Change::LevelAbolished { level } => level.code().to_owned(),
    };
    format!("{} {}", change.code(), about.replace("gso-", "").replace("-01-01", ""))
}

fn found(lists: &UnitLists) -> Vec<String> {
    let findings = lists.import().unwrap().findings;
    findings.iter().map(|Finding { place, code, .. }| format!("{place} {}", code.code())).collect()
}

/// The codes of what is doubtful about the organisation, without what its one act has.
fn doubts(lists: &UnitLists) -> Vec<String> {
    let doubts = organisation(lists).lint();
    let mut codes: Vec<_> = doubts.iter().map(|finding| finding.code().to_owned()).collect();
    codes.retain(|code| code != "effective_before_published");
    codes.sort();
    codes
}

#[test]
fn a_code_used_again_is_of_another_unit() {
    let old = vec![ward("361", "Hạ"), ward("373", "Kim")];
    let pairs = vec![whole("361", "373"), whole("373", "373")];
    let lists = two(old, vec![ward("373", "Hạ")], pairs);
    assert_eq!(told(&lists), ["founded 373-2025", "merged 361-2022 373-2022 373-2025"]);
    assert_eq!(found(&lists), Vec::<String>::new());
    assert_eq!(doubts(&lists), ["reused_code"]);
    let organisation = organisation(&lists);
    let holders: Vec<_> = organisation
        .holders(&lists.scheme, &"373".parse().unwrap())
        .map(|(_, unit)| unit.as_str())
        .collect();
    assert_eq!(holders, ["gso-373-2022-01-01", "gso-373-2025-01-01"]);
}

#[test]
fn a_unit_that_goes_on_absorbs_others() {
    let lists = two(
        vec![ward("1a", "An"), ward("2", "Bình")],
        vec![ward("1a", "An")],
        vec![whole("1a", "1a"), whole("2", "1a")],
    );
    assert_eq!(told(&lists), ["merged 2-2022 1a-2022"]);
    assert_eq!(found(&lists), ["changes[0].units[2] taken_as_same"]);
}

#[test]
fn a_unit_given_away_ends_though_its_name_and_code_stay() {
    let part = |new| pair("2", new, Share::Unknown, Share::Part);
    let wards = || vec![ward("2", "An"), ward("3", "Bình"), ward("4", "Chi")];
    let lists = two(wards(), wards(), vec![part("3"), part("4")]);
    let expected =
        ["dissolved 2-2022", "founded 2-2025", "merged 2-2022 3-2022", "merged 2-2022 4-2022"];
    assert_eq!(told(&lists), expected);
    let expected = ["changes[0].units[3] taken_as_same", "changes[0].units[4] taken_as_same"];
    assert_eq!(found(&lists), expected);
}

#[test]
fn parts_between_units_that_go_on_are_boundary_transfers() {
    let part = |new| pair("2", new, Share::Part, Share::Part);
    let wards = || vec![ward("2", "An"), ward("3", "Bình")];
    assert_eq!(
        told(&two(wards(), wards(), vec![part("2"), part("3")])),
        ["transferred 2-2022 3-2022"]
    );
}

#[test]
fn what_a_unit_is_said_to_keep_is_held_against_what_its_other_pairs_leave() {
    let kept = |own: [Share; 2], others: &[[Share; 2]]| {
        let names = ["Bình", "Chi"];
        let codes = ["3", "4"];
        let wards = || [ward("2", "An"), ward("3", names[0]), ward("4", names[1])].to_vec();
        let to =
            |(code, [population, area]): (&str, &[Share; 2])| pair("2", code, *population, *area);
        let others = codes.into_iter().zip(others).map(to);
        let pairs = [pair("2", "2", own[0], own[1])].into_iter().chain(others).collect();
        let found = found(&two(wards(), wards(), pairs));
        found.iter().any(|it| it == "changes[0].pairs[0] kept_otherwise")
    };
    let (all, part, none, unknown) = (Share::All, Share::Part, Share::None, Share::Unknown);
    // All of the people are told to have gone to two others, and the unit goes on.
    assert!(kept([none, part], &[[part, part], [part, none]]));
    assert!(!kept([part, part], &[[part, part], [part, none]]));
    // What did not stay went nowhere.
    assert!(kept([part, part], &[]));
    assert!(kept([part, part], &[[part, none]]));
    assert!(!kept([all, all], &[]));
    // Who lives on and gave a part kept a part; who gave nobody knows what kept nobody knows what.
    assert!(kept([unknown, part], &[[part, part]]));
    assert!(!kept([unknown, part], &[[unknown, part]]));
    assert!(kept([part, part], &[[unknown, part]]));
}

#[test]
fn what_changes_of_a_unit_that_goes_on_is_told() {
    let change = |new: ListedUnit, pairs| told(&two(vec![ward("2", "An")], vec![new], pairs));
    let own = || vec![whole("2", "2")];
    assert_eq!(change(ward("2", "Bình"), own()), ["renamed 2-2022 Bình"]);
    let town = row("2", "ward", "An", Some("1"));
    assert_eq!(change(town, vec![]), ["moved 2-2022 1-2022"]);
    assert_eq!(change(ward("3", "An"), vec![whole("2", "3")]), ["recoded 2-2022 3"]);
    let mut english = ward("2", "An");
    english.name.en = "Peace".parse().unwrap();
    assert_eq!(change(english, vec![]), ["renamed 2-2022 An"]);
    // Without a pair, and with two changes at once, it is another unit.
    assert_eq!(change(ward("2", "Bình"), vec![]), ["dissolved 2-2022", "founded 2-2025"]);
    let other = change(ward("3", "Bình"), vec![whole("2", "3")]);
    assert_eq!(other, ["founded 3-2025", "merged 2-2022 3-2025"]);
}

#[test]
fn another_spelling_of_its_name_makes_no_other_unit() {
    let lists = two(vec![ward("172", "Yên Hoà")], vec![ward("172", "Yên Hòa")], vec![]);
    assert_eq!(told(&lists), ["renamed 172-2022 Yên Hòa"]);
    assert_eq!(found(&lists), Vec::<String>::new());
    let other = vec![ward("173", "YÊN HOÀ")];
    let lists = two(vec![ward("172", "Yên Hòa")], other, vec![whole("172", "173")]);
    assert_eq!(told(&lists), ["recoded 172-2022 173", "renamed 172-2022 YÊN HOÀ"]);
}

#[test]
fn a_level_whose_kinds_end_is_abolished() {
    let mut lists = two(vec![ward("2", "An")], vec![], vec![]);
    lists.unit_kinds = kinds(Some("2025-01-01"));
    lists.changes[0].units =
        vec![row("1", "central-city", "Phố", None), row("2", "ward", "An", Some("1"))];
    assert_eq!(told(&lists), ["level_abolished district"]);
    assert_eq!(found(&lists), Vec::<String>::new());
    // Pairs of a district change nothing about its level; its ward is not moved by itself.
    let island = row("8", "urban-district", "Đảo", Some("1"));
    lists.opening.units.push(island);
    lists.changes[0].units.push(row("80", "ward", "Đảo", Some("1")));
    lists.changes[0].pairs = vec![whole("8", "80")];
    let expected = ["founded 80-2025", "level_abolished district", "merged 8-2022 80-2025"];
    assert_eq!(told(&lists), expected);
    lists.changes[0].pairs = vec![pair("9", "80", Share::Part, Share::None), whole("8", "80")];
    let expected = ["founded 80-2025", "level_abolished district", "merged 8-2022 9-2022 80-2025"];
    assert_eq!(told(&lists), expected);
}

#[test]
fn what_lists_leave_open_is_doubtful_about_the_organisation() {
    let pairs = vec![pair("3", "4", Share::None, Share::Part)];
    let lists = two(
        vec![ward("2", "An"), ward("3", "Bình")],
        vec![ward("4", "Chi"), ward("5", "Du")],
        pairs,
    );
    assert_eq!(found(&lists), Vec::<String>::new());
    assert_eq!(doubts(&lists), ["no_predecessor", "no_successor", "not_covered", "not_covered"]);
}

#[test]
fn every_code_has_words_of_its_own() {
    let codes: BTreeSet<&str> = ImportCode::ALL.iter().map(Coded::code).collect();
    assert_eq!(codes.len(), ImportCode::ALL.len());
    let lints = [UnitLint::CODES, EventLint::CODES, GroupLint::CODES].concat();
    assert!(lints.into_iter().all(|lint| !codes.contains(lint)));
    for code in ImportCode::ALL {
        assert!(!code.words().vi.is_empty() && !code.mend().en.is_empty());
    }
}
