//! Laws of comparable groups.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::{atoms, strategies};

fn span() -> impl Strategy<Value = (Day, Day)> {
    (1_u32..10, 1_u32..10).prop_map(|(a, b)| {
        let day = |number| Day::from_ymd(2022, 1, number).unwrap();
        (day(a.min(b)), day(a.max(b)))
    })
}

fn groups_by_definition(
    organisation: &Organisation,
    succession: &Succession<'_>,
    measure: Measure,
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
        if passage.of(measure) == Share::None {
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
            let expected = groups_by_definition(&organisation, &succession, measure);
            prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
            let hierarchy = organisation.as_of(from).unwrap();
            prop_assert_eq!(comparability.coarseness().units, hierarchy.units().count());
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
                for origin in atoms.iter().filter_map(|(origin, _)| origin.as_ref()) {
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
