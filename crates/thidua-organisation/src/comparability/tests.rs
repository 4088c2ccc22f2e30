//! Laws of comparable groups.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::sample::{self, day, event, text, unit};
use crate::{Change, Part, atoms, strategies};

fn span() -> impl Strategy<Value = (Day, Day)> {
    (1_u32..10, 1_u32..10).prop_map(|(a, b)| {
        let day = |number| Day::from_ymd(2022, 1, number).unwrap();
        (day(a.min(b)), day(a.max(b)))
    })
}

/// The groups of units that passages of certain shares bind.
fn groups_by_definition(
    organisation: &Organisation,
    succession: &Succession<'_>,
    binds: impl Fn(&Passage) -> bool,
) -> BTreeSet<(BTreeSet<UnitId>, BTreeSet<UnitId>)> {
    let ids = |day| {
        let hierarchy = organisation.as_of(day).unwrap();
        hierarchy.units().map(|unit| unit.id().clone()).collect::<Vec<_>>()
    };
    let alone = |unit| BTreeSet::from([unit]);
    let mut groups: Vec<(BTreeSet<UnitId>, BTreeSet<UnitId>)> =
        ids(succession.from()).into_iter().map(|unit| (alone(unit), BTreeSet::new())).collect();
    groups.extend(ids(succession.to()).into_iter().map(|unit| (BTreeSet::new(), alone(unit))));
    for passage in succession.passages() {
        if !binds(passage) {
            continue;
        }
        let (bound, mut others): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(before, after)| {
                before.contains(&passage.before) || after.contains(&passage.after)
            });
        let (before, after): (Vec<_>, Vec<_>) = bound.into_iter().unzip();
        others.push((before.concat_all(), after.concat_all()));
        groups = others;
    }
    groups.into_iter().collect()
}

/// All members of several sets.
trait ConcatAll {
    fn concat_all(self) -> BTreeSet<UnitId>;
}

impl ConcatAll for Vec<BTreeSet<UnitId>> {
    fn concat_all(self) -> BTreeSet<UnitId> {
        self.into_iter().flatten().collect()
    }
}

/// How many pieces with earlier units a group falls into without one of its passages.
fn pieces_without(group: &ComparableGroup, binding: &[&Passage], left_out: &Passage) -> usize {
    let mut sets: Vec<BTreeSet<(bool, &UnitId)>> = Vec::new();
    sets.extend(group.before.iter().map(|unit| BTreeSet::from([(false, unit)])));
    sets.extend(group.after.iter().map(|unit| BTreeSet::from([(true, unit)])));
    for passage in binding.iter().filter(|passage| **passage != left_out) {
        let ends = [(false, &passage.before), (true, &passage.after)];
        let (bound, mut others): (Vec<_>, Vec<_>) =
            sets.into_iter().partition(|set| ends.iter().any(|end| set.contains(end)));
        others.push(bound.into_iter().flatten().collect());
        sets = others;
    }
    sets.iter().filter(|set| set.iter().any(|(is_later, _)| !is_later)).count()
}

proptest! {
    /// Law: groups are what passages bind, and part the units of both days.
    #[test]
    fn groups_equal_their_definition((organisation, (from, to)) in (strategies::organisation(), span())) {
        let succession = organisation.succession(from, to).unwrap();
        for measure in Measure::ALL {
            let comparability = succession.comparable_by(measure);
            let set = |units: &[UnitId]| units.iter().cloned().collect::<BTreeSet<_>>();
            let found: Vec<_> = comparability.groups().iter().map(|group| (set(&group.before), set(&group.after))).collect();
            prop_assert_eq!(found.len(), found.iter().collect::<BTreeSet<_>>().len());
            let binds = |passage: &Passage| passage.of(measure) != Share::None;
            let expected = groups_by_definition(&organisation, &succession, binds);
            prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
            let hierarchy = organisation.as_of(from).unwrap();
            prop_assert_eq!(comparability.coarseness().units, hierarchy.units().count());
        }
    }

    /// Law: the wholes of a group are what the groups would be if only what is whole bound.
    #[test]
    fn wholes_equal_their_definition((organisation, (from, to)) in (strategies::organisation(), span())) {
        let succession = organisation.succession(from, to).unwrap();
        for measure in Measure::ALL {
            let whole = |passage: &Passage| passage.of(measure) == Share::All;
            let wholes = groups_by_definition(&organisation, &succession, whole).into_iter();
            let expected: BTreeSet<BTreeSet<UnitId>> =
                wholes.map(|(before, _)| before).filter(|before| !before.is_empty()).collect();
            let comparability = succession.comparable_by(measure);
            let mut found = BTreeSet::new();
            for group in comparability.groups() {
                let wholes = group.wholes.iter().map(|whole| whole.iter().cloned().collect());
                found.extend(wholes);
                let all: BTreeSet<_> = group.wholes.concat().into_iter().collect();
                prop_assert_eq!(all.into_iter().collect::<Vec<_>>(), group.before.clone());
            }
            prop_assert_eq!(found, expected);
        }
    }

    /// Law: the group of a unit is the one that has it, of those that are left at a level too.
    #[test]
    fn groups_have_their_units((organisation, (from, to)) in (strategies::organisation(), span())) {
        let succession = organisation.succession(from, to).unwrap();
        let all = succession.comparable_by(Measure::Population);
        for comparability in [all.clone(), all.at(Level::Commune)] {
            let groups = || comparability.groups().iter();
            for unit in succession.organisation().parts().units.iter().map(|unit| &unit.id) {
                let group = groups().find(|group| group.before.contains(unit));
                let group = group.or_else(|| groups().find(|group| group.after.contains(unit)));
                prop_assert_eq!(comparability.group_of(unit), group);
            }
            let coarse = comparability.coarseness();
            prop_assert_eq!(coarse.groups + coarse.gone + coarse.new, groups().count());
            prop_assert!(coarse.alone <= coarse.groups);
        }
    }

    /// Law: however people and land moved, those of the earlier units of a group are in its later
    /// units, or nowhere any more.
    #[test]
    fn nobody_leaves_a_group(
        (organisation, (from, to), mut rng) in (strategies::organisation(), span())
            .prop_perturb(|(organisation, span), rng| (organisation, span, rng))
    ) {
        let succession = organisation.succession(from, to).unwrap();
        for measure in Measure::ALL {
            let Some(people) = atoms::moved(&organisation, (from, to), measure, &mut rng) else { continue };
            let comparability = succession.comparable_by(measure);
            for (unit, atoms) in &people {
                let group = comparability.groups().iter().find(|group| group.after.contains(unit)).unwrap();
                let told = |(origin, _): &&atoms::Atom| organisation.unit_on(origin, from).unwrap().is_some();
                for (origin, _) in atoms.iter().filter(told) {
                    prop_assert!(group.before.contains(origin));
                }
            }
        }
    }

    /// Law: glue is what is not whole and without which the earlier units would be in two groups.
    #[test]
    fn glue_equals_its_definition((organisation, (from, to)) in (strategies::organisation(), span())) {
        let succession = organisation.succession(from, to).unwrap();
        for measure in Measure::ALL {
            for group in succession.comparable_by(measure).groups() {
                let binds = |passage: &&Passage| passage.of(measure) != Share::None && group.before.contains(&passage.before);
                let binding: Vec<&Passage> = succession.passages().iter().filter(binds).collect();
                let glues = |passage: &&&Passage| {
                    1 < group.before.len() && passage.of(measure) != Share::All
                        && pieces_without(group, &binding, passage) == 2
                };
                let expected: Vec<_> = binding.iter().filter(glues).copied().collect();
                let found: Vec<_> = group.glue.iter().map(|glue| &glue.passage).collect();
                prop_assert_eq!(found, expected);
                for glue in &group.glue {
                    prop_assert_eq!(glue.units_before + glue.units_after, group.before.len());
                }
            }
        }
    }
}

/// The sample with two new wards, into which both of its wards are split so.
fn crossed(shares: &[(&str, Share)]) -> Organisation {
    let mut parts = sample::parts();
    let new = ["x", "y"].map(|id| unit(id, "ward", text(id, id), id, Some("ha-noi")));
    let founded = new.map(|unit| event("2025-07-01", Change::Founded { unit }));
    let split = ["buoi", "yen-hoa"].map(|ward| {
        let part = |(unit, share): &(&str, Share)| {
            let unit = unit.parse().unwrap();
            Part { unit, population: *share, area: *share }
        };
        let into = shares.iter().map(part).collect();
        event("2025-07-01", Change::Split { unit: ward.parse().unwrap(), into })
    });
    parts.events.extend(founded.into_iter().chain(split));
    Organisation::try_new(parts).unwrap()
}

#[test]
fn parts_that_hold_a_group_together_show_in_its_wholes() {
    let succeeded = |organisation: &Organisation| {
        let days = (day("2025-06-30"), day("2025-07-01"));
        let succession = organisation.succession(days.0, days.1).unwrap();
        let comparability = succession.comparable_by(Measure::Population);
        let group = comparability.group_of(&"buoi".parse().unwrap()).unwrap();
        (group.wholes.len(), group.before.len(), group.glue.len())
    };
    assert_eq!(succeeded(&crossed(&[("x", Share::Part), ("y", Share::Part)])), (2, 2, 0));
    assert_eq!(succeeded(&crossed(&[("x", Share::All)])), (1, 2, 0));
}

#[test]
fn who_has_no_successors_is_not_alone() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    let succession = organisation.succession(day("2025-06-30"), day("2025-07-01")).unwrap();
    let found = succession.comparable_by(Measure::Population).coarseness();
    let expected = Coarseness { units: 5, groups: 3, alone: 3, gone: 2, new: 0, largest: 1 };
    assert_eq!(found, expected);
    let organisation = crossed(&[("x", Share::All)]);
    let succession = organisation.succession(day("2025-06-30"), day("2025-07-01")).unwrap();
    let found = succession.comparable_by(Measure::Population).coarseness();
    let expected = Coarseness { units: 5, groups: 2, alone: 1, gone: 2, new: 1, largest: 2 };
    assert_eq!(found, expected);
}
