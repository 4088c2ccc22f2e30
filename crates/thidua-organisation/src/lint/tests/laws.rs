//! Laws of lint over random organisations.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use thidua_values::{BodyId, Coded, Day, KindId, UnitId};

use crate::{
    Change, GroupLint, Organisation, OrganisationLintCode, UnitCode, UnitLint, strategies,
};

/// A code that a unit has on a day after another had it: the list, the code, both units, the day.
type Reused = (KindId, UnitCode, UnitId, UnitId, Day);

fn stated_days(organisation: &Organisation) -> impl Iterator<Item = Day> {
    let stated = organisation.parts().stated;
    (0..20)
        .filter_map(move |day| stated.start().days_later(day).filter(|day| stated.contains(*day)))
}

/// The definition: of each code of each day, the last to have it on an earlier day is another.
fn reused_by_definition(organisation: &Organisation) -> BTreeSet<Reused> {
    let mut reused = BTreeSet::new();
    for day in stated_days(organisation) {
        let today = organisation.as_of(day).unwrap();
        for unit in today.units() {
            for (scheme, code) in unit.codes() {
                let earlier = stated_days(organisation).filter(|earlier| *earlier < day);
                let mut holders =
                    earlier.filter_map(|it| organisation.by_code(scheme, code, it).unwrap());
                if let Some(before) = holders.by_ref().last().filter(|last| last.id() != unit.id())
                {
                    let (before, after) = (before.id().clone(), unit.id().clone());
                    reused.insert((scheme.clone(), code.clone(), before, after, day));
                }
            }
        }
    }
    reused
}

proptest! {
    /// Law: linting anything gives findings in the order of their places, and all of them have
    /// words in both languages.
    #[test]
    fn findings_are_sorted_and_have_words(organisation in strategies::organisation()) {
        let findings = organisation.lint();
        prop_assert!(findings.is_sorted_by(|a, b| a.place <= b.place));
        for finding in findings {
            prop_assert_eq!(finding.severity, finding.code.severity());
            let words = [finding.words(), finding.mend];
            for text in words.iter().flat_map(|words| [&words.vi, &words.en]) {
                prop_assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
            }
        }
    }

    /// Law: the order in which parts are given changes no finding.
    #[test]
    fn findings_ignore_the_order_of_parts(
        organisation in strategies::organisation(),
        turn in any::<prop::sample::Index>(),
    ) {
        let mut parts = organisation.parts().clone();
        macro_rules! stir {
            ($($list:ident),+) => {
                $(if !parts.$list.is_empty() {
                    let turn = turn.index(parts.$list.len());
                    parts.$list.rotate_left(turn);
                    parts.$list.reverse();
                })+
            };
        }
        stir!(unit_kinds, units, acts, events, body_kinds, bodies, cluster_kinds, clusters);
        parts.clusters.iter_mut().for_each(|cluster| cluster.members.reverse());
        parts.units.iter_mut().for_each(|unit| unit.codes.reverse());
        let stirred = Organisation::try_new(parts).unwrap();
        prop_assert_eq!(stirred.lint(), organisation.lint());
    }

    /// Law: a code is reused exactly where the last to have it was another.
    #[test]
    fn reused_codes_equal_their_definition(organisation in strategies::organisation()) {
        let reused: Vec<Reused> = organisation.lint().into_iter().filter_map(|finding| match finding.code {
            OrganisationLintCode::Unit(UnitLint::ReusedCode { scheme, code, before, after, day }) => {
                Some((scheme, code, before, after, day))
            }
            _ => None,
        }).collect();
        let found: BTreeSet<Reused> = reused.iter().cloned().collect();
        prop_assert_eq!(found.len(), reused.len());
        prop_assert_eq!(found, reused_by_definition(&organisation));
    }

    /// Law: a unit is said to have the name of another once, exactly if on some day one that began
    /// before it has its kind, the key of its name and its parent: on the first such day, of the
    /// first begun.
    #[test]
    fn same_names_equal_their_definition(organisation in strategies::organisation()) {
        let said: Vec<(UnitId, (Day, UnitId))> = organisation.lint().into_iter().filter_map(|finding| match finding.code {
            OrganisationLintCode::Unit(UnitLint::SameName { first, second, day }) => Some((second, (day, first))),
            _ => None,
        }).collect();
        let found: BTreeMap<UnitId, (Day, UnitId)> = said.iter().cloned().collect();
        prop_assert_eq!(found.len(), said.len());
        let mut expected = BTreeMap::new();
        for day in stated_days(&organisation) {
            let today = organisation.as_of(day).unwrap();
            let called = |unit: &crate::UnitOn<'_>| {
                let parent = today.parent(unit.id()).map(|parent| parent.id().clone());
                let placed = parent.is_some() || crate::Level::Province <= unit.level();
                let key = thidua_notation::NameKey::of(unit.name().vi.as_str());
                placed.then(|| (unit.kind().id.clone(), key, parent))
            };
            let begins = |unit: &crate::UnitOn<'_>| (unit.life().start(), unit.id().clone());
            for second in today.units().filter(|second| called(second).is_some()) {
                let earlier = today.units().filter(|first| begins(first) < begins(&second));
                let alike = earlier.filter(|first| called(first) == called(&second));
                if let Some((_, first)) = alike.map(|first| begins(&first)).min() {
                    expected.entry(second.id().clone()).or_insert((day, first));
                }
            }
        }
        prop_assert_eq!(found, expected);
    }

    /// Law: a unit is an orphan exactly if on some day it has no parent, and one of its kind has.
    #[test]
    fn orphans_equal_their_definition(organisation in strategies::organisation()) {
        let found: BTreeSet<(UnitId, Day)> = organisation.lint().into_iter().filter_map(|finding| match finding.code {
            OrganisationLintCode::Unit(UnitLint::Orphan { unit, day }) => Some((unit, day)),
            _ => None,
        }).collect();
        let mut expected = BTreeMap::new();
        for day in stated_days(&organisation) {
            let today = organisation.as_of(day).unwrap();
            for unit in today.units().filter(|unit| unit.level() < crate::Level::Province) {
                let mut others = today.units().filter(|other| other.kind() == unit.kind());
                let has_parent = |other: &UnitId| today.parent(other).is_some();
                if !has_parent(unit.id()) && others.any(|other| has_parent(other.id())) {
                    expected.entry(unit.id().clone()).or_insert(day);
                }
            }
        }
        prop_assert_eq!(found, expected.into_iter().collect::<BTreeSet<_>>());
    }

    /// Law: a body is in two clusters exactly if it is on some day on which its unit lives; a
    /// member is outside the scope from the first day on which neither its unit nor one above is
    /// the leader's.
    #[test]
    fn doubts_about_members_equal_their_definitions(organisation in strategies::organisation()) {
        let (mut twice, mut outside) = (BTreeSet::new(), BTreeSet::new());
        for finding in organisation.lint() {
            match finding.code {
                OrganisationLintCode::Group(GroupLint::InTwoClusters { body, .. }) => {
                    twice.insert(body);
                }
                OrganisationLintCode::Group(GroupLint::OutsideScope { body, day, .. }) => {
                    outside.insert((finding.place.to_string(), body, day));
                }
                _ => {}
            }
        }
        prop_assert_eq!(twice, in_two_by_definition(&organisation));
        prop_assert_eq!(outside, outside_by_definition(&organisation));
    }

    /// Law: who ends and is not said to be without a successor has one, unless its level ends.
    #[test]
    fn who_ends_has_successors_or_a_finding(organisation in strategies::organisation()) {
        let lost: BTreeSet<UnitId> = organisation.lint().into_iter().filter_map(|finding| match finding.code {
            OrganisationLintCode::Unit(UnitLint::NoSuccessor { unit, .. }) => Some(unit),
            _ => None,
        }).collect();
        let first = organisation.as_of(organisation.parts().stated.start()).unwrap();
        for unit in first.units() {
            let Some(day) = unit.life().until() else { continue };
            let eve = day.previous().unwrap();
            let level = organisation.unit_on(unit.id(), eve).unwrap().unwrap().level();
            let abolished = organisation.parts().events.iter().any(|event| {
                event.effective == day && event.change == Change::LevelAbolished { level }
            });
            let succession = organisation.succession(eve, day).unwrap();
            // What it gave may have gone to one that ended on that day too.
            let gave = organisation.history().flows.iter().any(|flow| {
                flow.day == day && organisation.history().registry.id(flow.from) == Some(unit.id())
            });
            let succeeded = !succession.successors(unit.id()).is_empty();
            prop_assert!(gave || !succeeded);
            prop_assert_eq!(lost.contains(unit.id()), !gave && !abolished);
        }
    }
}

fn in_two_by_definition(organisation: &Organisation) -> BTreeSet<BodyId> {
    let parts = organisation.parts();
    let mut found = BTreeSet::new();
    for day in stated_days(organisation) {
        let today = organisation.as_of(day).unwrap();
        for body in &parts.bodies {
            let of = |cluster: &&crate::Cluster| {
                let cluster = today.cluster(&cluster.id).unwrap();
                cluster.members().iter().any(|member| member.id == body.id)
            };
            // All random clusters are of one exclusive kind.
            if parts.clusters.iter().filter(of).nth(1).is_some() {
                found.insert(body.id.clone());
            }
        }
    }
    found
}

fn outside_by_definition(organisation: &Organisation) -> BTreeSet<(String, BodyId, Day)> {
    let parts = organisation.parts();
    let mut found = BTreeSet::new();
    for (at, cluster) in parts.clusters.iter().enumerate() {
        let leading = &organisation.body(&cluster.led_by).unwrap().unit;
        for (number, member) in cluster.members.iter().enumerate() {
            let unit = &organisation.body(&member.body).unwrap().unit;
            let mut there = stated_days(organisation)
                .filter(|day| member.during.contains(*day))
                .filter(|day| organisation.unit_on(unit, *day).unwrap().is_some());
            let first = there.find(|day| {
                let today = organisation.as_of(*day).unwrap();
                today.path(unit).iter().all(|above| above.id() != leading)
            });
            if let Some(day) = first {
                let place = format!("clusters[{at}].members[{number}]");
                found.insert((place, member.body.clone(), day));
            }
        }
    }
    found
}

#[cfg(feature = "serde")]
mod places {
    use thidua_values::Step;

    use super::*;

    proptest! {
        /// Law: the place of a finding leads to something in the canonical parts.
        #[test]
        fn places_lead_somewhere(organisation in strategies::organisation()) {
            let parts = serde_json::to_value(organisation.parts()).unwrap();
            for finding in organisation.lint() {
                let found = finding.place.steps().iter().try_fold(&parts, |value, step| match step {
                    Step::Field(name) => value.get(name),
                    Step::Index(position) => value.get(position),
                });
                prop_assert!(found.is_some_and(|value| !value.is_null()), "{}", finding.place);
            }
        }
    }
}
