//! Laws of lint over random organisations.

use std::collections::BTreeSet;

use proptest::prelude::*;
use thidua_values::{Coded, Day, KindId, UnitId};

use crate::{Organisation, OrganisationLintCode, UnitCode, UnitLint, strategies};

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
                let mut holders = earlier.filter_map(|it| organisation.by_code(scheme, code, it));
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

    /// Law: two units are said to have one name exactly if they have on some day: their kind, the
    /// key of their names and their parent.
    #[test]
    fn same_names_equal_their_definition(organisation in strategies::organisation()) {
        let found: BTreeSet<(UnitId, UnitId)> = organisation.lint().into_iter().filter_map(|finding| match finding.code {
            OrganisationLintCode::Unit(UnitLint::SameName { first, second, .. }) => {
                Some((first.clone().min(second.clone()), first.max(second)))
            }
            _ => None,
        }).collect();
        let mut expected = BTreeSet::new();
        for day in stated_days(&organisation) {
            let today = organisation.as_of(day).unwrap();
            let called = |unit: &crate::UnitOn<'_>| {
                let parent = today.parent(unit.id()).map(|parent| parent.id().clone());
                let placed = parent.is_some() || crate::Level::Province <= unit.level();
                let key = thidua_notation::NameKey::of(unit.name().vi.as_str());
                placed.then(|| (unit.kind().id.clone(), key, parent))
            };
            for first in today.units() {
                for second in today.units().filter(|second| first.id() < second.id()) {
                    if called(&first).is_some() && called(&first) == called(&second) {
                        expected.insert((first.id().clone(), second.id().clone()));
                    }
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
        let mut expected = std::collections::BTreeMap::new();
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
