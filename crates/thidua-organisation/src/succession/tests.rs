//! Laws of succession, and chains of events.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestRng, TestRunner};

use super::*;
use crate::atoms::{self, People};
use crate::sample::{self, day, event, text, unit};
use crate::{Change, OrganisationParts, Part, Unit, strategies};

fn span() -> impl Strategy<Value = (Day, Day)> {
    (1_u32..10, 1_u32..10).prop_map(|(a, b)| {
        let day = |number| Day::from_ymd(2022, 1, number).unwrap();
        (day(a.min(b)), day(a.max(b)))
    })
}

/// How much of the atoms of a unit is in another.
fn true_share(people: &People, before: &UnitId, after: &UnitId) -> Share {
    let is_of = |(origin, _): &&atoms::Atom| origin == before;
    match people.get(after).map_or(0, |atoms| atoms.iter().filter(is_of).count()) {
        0 => Share::None,
        atoms::ATOMS => Share::All,
        _ => Share::Part,
    }
}

proptest! {
    /// Law: however people and land moved, in ways that the events allow, what is told of their
    /// shares is so.
    #[test]
    fn what_is_told_of_shares_is_true(
        (organisation, (from, to), mut rng) in (strategies::organisation(), span())
            .prop_perturb(|(organisation, span), rng| (organisation, span, rng))
    ) {
        let succession = organisation.succession(from, to).unwrap();
        for measure in Measure::ALL {
            let Some(people) = atoms::moved(&organisation, (from, to), measure, &mut rng) else { continue };
            for before in organisation.as_of(from).unwrap().units() {
                for after in organisation.as_of(to).unwrap().units() {
                    let passages = succession.successors(before.id());
                    let passage = passages.iter().find(|passage| passage.after == *after.id());
                    let told = passage.map_or(Share::None, |passage| passage.of(measure));
                    let share = true_share(&people, before.id(), after.id());
                    prop_assert!(told == Share::Unknown || told == share, "{before:?} {after:?} {told:?} {share:?}");
                }
            }
        }
    }

    /// Law: however what is below moves, what is told of the shares of units above is so.
    #[test]
    fn what_is_told_of_units_above_is_true(
        (organisation, (from, to), mut rng) in (strategies::organisation(), span())
            .prop_perturb(|(organisation, span), rng| (organisation, span, rng))
    ) {
        prop_assume!(atoms::only_below(&organisation));
        let succession = organisation.succession(from, to).unwrap();
        let (earlier, later) = (organisation.as_of(from).unwrap(), organisation.as_of(to).unwrap());
        for measure in Measure::ALL {
            let Some(people) = atoms::moved_below(&organisation, (from, to), measure, &mut rng) else { continue };
            let (before, after) = (atoms::within(&earlier, &atoms::at_first(&earlier)), atoms::within(&later, &people));
            for unit in earlier.units() {
                for other in later.units().filter(|other| other.level() == unit.level()) {
                    let passages = succession.successors(unit.id());
                    let passage = passages.iter().find(|passage| passage.after == *other.id());
                    let told = passage.map_or(Share::None, |passage| passage.of(measure));
                    let (all, there) = (&before[unit.id()], &after[other.id()]);
                    let share = match all.intersection(there).count() {
                        0 => Share::None,
                        count if count == all.len() => Share::All,
                        _ => Share::Part,
                    };
                    prop_assert!(told == Share::Unknown || told == share, "{unit:?} {other:?} {told:?} {share:?}");
                }
            }
            for group in succession.comparable_by(measure).groups().iter().filter(|group| group.is_closed()) {
                let atoms_of = |people: &People, units: &[UnitId]| {
                    units.iter().flat_map(|unit| people[unit].clone()).filter(|(of, _)| earlier.unit(of).is_some()).collect::<BTreeSet<_>>()
                };
                prop_assert_eq!(atoms_of(&before, &group.before), atoms_of(&after, &group.after));
            }
        }
    }

    /// Law: what a unit became came from it, and there and back is the same passage.
    #[test]
    fn there_and_back_contains_the_start((organisation, (from, to)) in (strategies::organisation(), span())) {
        let succession = organisation.succession(from, to).unwrap();
        let mut forth = Vec::new();
        for unit in organisation.as_of(from).unwrap().units() {
            for passage in succession.successors(unit.id()) {
                prop_assert!(succession.predecessors(&passage.after).any(|back| back == passage));
                forth.push(passage.clone());
            }
        }
        prop_assert_eq!(succession.passages(), &forth[..]);
        let mut back: Vec<_> = organisation.as_of(to).unwrap().units()
            .flat_map(|unit| succession.predecessors(unit.id()).cloned().collect::<Vec<_>>()).collect();
        back.sort();
        prop_assert_eq!(back, forth);
        let turned = organisation.succession(to, from).unwrap();
        prop_assert_eq!(turned.passages(), succession.passages());
    }

    /// Law: of a day to itself, each unit is its own successor and there are no others.
    #[test]
    fn on_one_day_each_succeeds_itself((organisation, (day, _)) in (strategies::organisation(), span())) {
        let succession = organisation.succession(day, day).unwrap();
        let units: Vec<_> = organisation.as_of(day).unwrap().units().map(|unit| unit.id().clone()).collect();
        let own = |unit: &UnitId| Passage { before: unit.clone(), after: unit.clone(), population: Share::All, area: Share::All, acts: vec![] };
        prop_assert_eq!(succession.passages(), &units.iter().map(own).collect::<Vec<_>>()[..]);
    }
}

/// How many histories are drawn to see what differs from world to world.
const HISTORIES: usize = 400;

/// In how many ways each of them is let go.
const WORLDS: usize = 24;

/// What is seen in the worlds of many histories, of units that never have units below them: of
/// those above, worlds of atoms that move one by one do not show what may be.
#[derive(Debug, Default)]
struct Seen {
    /// Histories of which no world was found that is as the events say.
    skipped: usize,
    /// Shares that are told to be unknown, and those of them that differ from world to world.
    unknown: usize,
    differing: usize,
    /// Units of which something may be lost or come from nowhere, and those of which something
    /// is in some world.
    loose: usize,
    losing: usize,
}

impl Seen {
    fn see(&mut self, succession: &Succession<'_>, measure: Measure, rng: &mut TestRng) {
        let (organisation, from) = (succession.organisation(), succession.from());
        let world = |_| atoms::moved(organisation, (from, succession.to()), measure, rng);
        let worlds: Vec<People> = (0..WORLDS).filter_map(world).collect();
        self.skipped += usize::from(worlds.is_empty());
        if worlds.is_empty() {
            return;
        }
        let above = atoms::above(organisation);
        let is_below = |unit: &&UnitId| !above.contains(*unit);
        let is_unknown = |passage: &&Passage| {
            passage.of(measure) == Share::Unknown
                && is_below(&&passage.before)
                && is_below(&&passage.after)
        };
        for passage in succession.passages().iter().filter(is_unknown) {
            let shares = worlds.iter().map(|it| true_share(it, &passage.before, &passage.after));
            self.unknown += 1;
            self.differing += usize::from(1 < shares.collect::<BTreeSet<_>>().len());
        }
        for group in succession.comparable_by(measure).groups() {
            let here = |people: &People, unit: &UnitId| {
                people.values().flatten().filter(|(of, _)| of == unit).count()
            };
            let loses =
                |unit: &&UnitId| worlds.iter().any(|world| here(world, unit) < atoms::ATOMS);
            let is_strange = |(of, _): &atoms::Atom| organisation.unit_on(of, from).is_none();
            let gains =
                |unit: &&UnitId| worlds.iter().any(|world| world[*unit].iter().any(is_strange));
            let (lost, foreign) = (
                group.lost.iter().filter(is_below).collect::<Vec<_>>(),
                group.foreign.iter().filter(is_below).collect::<Vec<_>>(),
            );
            self.loose += lost.len() + foreign.len();
            self.losing += lost.iter().filter(|unit| loses(unit)).count()
                + foreign.iter().filter(|unit| gains(unit)).count();
        }
    }
}

/// Law: what is not told is not known: worlds that are as the events say differ in it.
#[test]
fn what_is_unknown_differs_from_world_to_world() {
    let mut runner = TestRunner::deterministic();
    let mut seen = Seen::default();
    for _ in 0..HISTORIES {
        let organisation = strategies::organisation().new_tree(&mut runner).unwrap().current();
        let succession = organisation.succession(day("2022-01-01"), day("2022-01-09")).unwrap();
        for measure in Measure::ALL {
            seen.see(&succession, measure, runner.rng());
        }
    }
    let Seen { skipped, unknown, differing, loose, losing } = seen;
    assert!(100 * skipped < HISTORIES && HISTORIES < 5 * unknown, "{seen:?}");
    // Few worlds of few atoms each do not show everything; and what passes between units of two
    // levels passes above them too.
    assert!(9 * unknown <= 10 * differing && 49 * loose <= 50 * losing, "{seen:?}");
}

fn ward(id: &str, code: &str) -> Unit {
    unit(id, "ward", text(id, id), code, Some("tay-ho"))
}

fn part(unit: &str, population: Share, area: Share) -> Part {
    Part { unit: unit.parse().unwrap(), population, area }
}

fn merged(into: &str, from: Vec<Part>) -> Change {
    Change::Merged { into: into.parse().unwrap(), from }
}

fn founded(id: &str, code: &str) -> Change {
    Change::Founded { unit: ward(id, code) }
}

/// The sample with wards `a`, `b` and `c`, and these changes.
fn with(changes: Vec<(&str, Change)>) -> OrganisationParts {
    let mut parts = sample::parts();
    parts.units.extend([ward("a", "a"), ward("b", "b"), ward("c", "c")]);
    parts.events.extend(changes.into_iter().map(|(day, change)| event(day, change)));
    parts
}

/// What became of whom until 2024, as `before>after: population, area`.
#[track_caller]
fn check(changes: Vec<(&str, Change)>, expected: &[&str]) {
    let organisation = Organisation::try_new(with(changes)).unwrap();
    let succession = organisation.succession(day("2022-01-01"), day("2024-01-01")).unwrap();
    let wards = ["a", "b", "c"];
    let passages = succession.passages().iter();
    let passages = passages.filter(|passage| wards.contains(&passage.before.as_str()));
    let found: Vec<_> = passages
        .map(|passage| {
            let Passage { before, after, population, area, .. } = passage;
            format!("{before}>{after}: {population:?}, {area:?}")
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn chains_of_mergers_pass_all_on() {
    use Share::All;
    check(
        vec![
            ("2022-02-01", merged("b", vec![part("a", All, All)])),
            ("2022-03-01", merged("c", vec![part("b", All, All)])),
        ],
        &["a>c: All, All", "b>c: All, All", "c>c: All, All"],
    );
}

#[test]
fn a_split_that_is_merged_again_is_all() {
    use Share::{All, Part};
    check(
        vec![
            (
                "2022-02-01",
                Change::Split {
                    unit: "a".parse().unwrap(),
                    into: vec![part("b", Part, Part), part("c", Part, Part)],
                },
            ),
            ("2022-03-01", merged("c", vec![part("b", All, All)])),
        ],
        &["a>c: All, All", "b>c: All, All", "c>c: All, All"],
    );
}

#[test]
fn of_a_part_of_what_was_merged_the_origin_is_not_known() {
    use Share::{All, Part};
    check(
        vec![
            ("2022-02-01", merged("b", vec![part("a", All, All)])),
            ("2022-03-01", merged("c", vec![part("b", Part, Part)])),
        ],
        &[
            "a>b: Unknown, Unknown",
            "a>c: Unknown, Unknown",
            "b>b: Unknown, Unknown",
            "b>c: Unknown, Unknown",
            "c>c: All, All",
        ],
    );
}

#[test]
fn land_without_people_does_not_take_people_along() {
    use Share::{None, Part};
    check(
        vec![("2022-02-01", merged("b", vec![part("a", None, Part)]))],
        &["a>a: All, Part", "a>b: None, Part", "b>b: All, All", "c>c: All, All"],
    );
}

#[test]
fn a_part_of_what_ends_leaves_the_rest_nowhere() {
    use Share::Part;
    check(
        vec![
            ("2022-02-01", merged("b", vec![part("a", Part, Part)])),
            ("2022-02-01", Change::Dissolved { unit: "a".parse().unwrap() }),
        ],
        &["a>b: Part, Part", "b>b: All, All", "c>c: All, All"],
    );
}

#[test]
fn an_unknown_share_of_what_ends_may_be_all() {
    use Share::Unknown;
    check(
        vec![
            ("2022-02-01", founded("d", "d")),
            (
                "2022-02-01",
                merged("d", vec![part("a", Unknown, Unknown), part("b", Unknown, Unknown)]),
            ),
            ("2022-02-01", merged("c", vec![part("b", Unknown, Unknown)])),
            ("2022-02-01", Change::Dissolved { unit: "a".parse().unwrap() }),
            ("2022-02-01", Change::Dissolved { unit: "b".parse().unwrap() }),
        ],
        &[
            "a>d: Unknown, Unknown",
            "b>c: Unknown, Unknown",
            "b>d: Unknown, Unknown",
            "c>c: All, All",
        ],
    );
}

#[test]
fn acts_of_a_chain_are_told() {
    let organisation = Organisation::try_new(with(vec![(
        "2022-02-01",
        merged("b", vec![part("a", Share::All, Share::All)]),
    )]))
    .unwrap();
    let succession = organisation.succession(day("2022-01-01"), day("2024-01-01")).unwrap();
    let acts = |unit: &str| {
        let acts = succession.successors(&unit.parse().unwrap())[0].acts.iter();
        acts.map(ActId::as_str).collect::<Vec<_>>()
    };
    assert_eq!((acts("a"), acts("c")), (vec!["nq-1656"], vec![]));
    assert_eq!((succession.from(), succession.to()), (day("2022-01-01"), day("2024-01-01")));
    assert!(organisation.succession(day("2021-01-01"), day("2024-01-01")).is_err());
}

#[test]
fn units_of_an_abolished_level_have_no_successors() {
    let organisation = Organisation::try_new(sample::parts()).unwrap();
    let succession = organisation.succession(day("2025-06-30"), day("2025-07-01")).unwrap();
    let counts: BTreeMap<&str, usize> = ["ha-noi", "tay-ho", "buoi"]
        .map(|unit| (unit, succession.successors(&unit.parse().unwrap()).len()))
        .into();
    assert_eq!(counts, BTreeMap::from([("ha-noi", 1), ("tay-ho", 0), ("buoi", 1)]));
}

/// Nobody says who lived in `f`, which becomes part of `b`: of a part of `b` that passes on it is
/// not known whether it is of them.
#[test]
fn who_came_from_nowhere_travels_too() {
    use Share::{All, Part};
    let transferred = Change::Transferred {
        from: "b".parse().unwrap(),
        to: "c".parse().unwrap(),
        population: Part,
        area: Part,
    };
    check(
        vec![
            ("2022-02-01", founded("f", "f")),
            ("2022-03-01", merged("b", vec![part("f", All, All)])),
            ("2022-04-01", transferred),
        ],
        &["a>a: All, All", "b>b: Unknown, Unknown", "b>c: Unknown, Unknown", "c>c: All, All"],
    );
}

/// Who is founded on land alone has people from nowhere that is told.
#[test]
fn who_came_from_nowhere_is_told_by_measure() {
    use Share::{All, None, Part};
    check(
        vec![
            ("2022-02-01", founded("d", "d")),
            ("2022-02-01", merged("d", vec![part("a", None, Part)])),
            ("2022-03-01", merged("d", vec![part("b", All, All)])),
            ("2022-04-01", merged("c", vec![part("d", Part, None)])),
        ],
        &[
            "a>a: All, Part",
            "a>d: None, Part",
            "b>c: Unknown, None",
            "b>d: Unknown, All",
            "c>c: All, All",
        ],
    );
}

#[test]
fn what_no_other_can_be_is_something() {
    use Share::{All, Part};
    check(
        vec![
            ("2022-02-01", merged("b", vec![part("a", Part, Part)])),
            ("2022-03-01", founded("d", "d")),
            (
                "2022-03-01",
                Change::Split {
                    unit: "b".parse().unwrap(),
                    into: vec![part("c", Part, Part), part("d", Part, Part)],
                },
            ),
            ("2022-04-01", merged("d", vec![part("c", All, All)])),
        ],
        &["a>a: Part, Part", "a>d: Part, Part", "b>d: All, All", "c>d: All, All"],
    );
}

#[test]
fn land_that_is_lost_loses_no_people() {
    use Share::{All, None, Part};
    let into = vec![part("b", Part, Part), part("c", Part, None), part("d", None, Part)];
    check(
        vec![
            ("2022-02-01", founded("d", "d")),
            ("2022-02-01", Change::Split { unit: "a".parse().unwrap(), into }),
            ("2022-03-01", merged("c", vec![part("b", All, All)])),
            ("2022-04-01", Change::Dissolved { unit: "d".parse().unwrap() }),
        ],
        &["a>c: All, Part", "b>c: All, All", "c>c: All, All"],
    );
}

/// What became of the districts of the sample until 2024.
#[track_caller]
fn check_districts(changes: Vec<(&str, Change)>, expected: &[&str]) {
    let mut parts = sample::parts();
    parts.events.extend(changes.into_iter().map(|(day, change)| event(day, change)));
    let organisation = Organisation::try_new(parts).unwrap();
    let succession = organisation.succession(day("2022-01-01"), day("2024-01-01")).unwrap();
    let is_above = |passage: &&Passage| {
        let before = organisation.unit_on(&passage.before, day("2022-01-01")).unwrap();
        before.level() != crate::Level::Commune
    };
    let found: Vec<_> = succession
        .passages()
        .iter()
        .filter(is_above)
        .map(|Passage { before, after, population, area, .. }| {
            format!("{before}>{after}: {population:?}, {area:?}")
        })
        .collect();
    assert_eq!(found, expected);
}

fn moved(unit: &str, parent: &str) -> Change {
    Change::Moved { unit: unit.parse().unwrap(), parent: Some(parent.parse().unwrap()) }
}

#[test]
fn a_ward_that_moves_takes_a_part_of_its_district_along() {
    check_districts(
        vec![("2023-05-01", moved("buoi", "cau-giay"))],
        &[
            "cau-giay>cau-giay: All, All",
            "ha-noi>ha-noi: All, All",
            "tay-ho>cau-giay: Unknown, Unknown",
            "tay-ho>tay-ho: Unknown, Unknown",
        ],
    );
    let mut parts = sample::parts();
    parts.events.push(event("2023-05-01", moved("buoi", "ha-noi")));
    let organisation = Organisation::try_new(parts).unwrap();
    let succession = organisation.succession(day("2022-01-01"), day("2024-01-01")).unwrap();
    let comparability = succession.comparable_by(Measure::Population);
    let tay_ho: UnitId = "tay-ho".parse().unwrap();
    assert_eq!(comparability.group_of(&tay_ho).unwrap().lost, [tay_ho]);
}

#[test]
fn what_passes_between_wards_passes_between_their_districts() {
    use Share::{None, Part};
    let transferred = Change::Transferred {
        from: "buoi".parse().unwrap(),
        to: "yen-hoa".parse().unwrap(),
        population: None,
        area: Part,
    };
    check_districts(
        vec![("2023-05-01", transferred)],
        &[
            "cau-giay>cau-giay: All, All",
            "ha-noi>ha-noi: All, All",
            "tay-ho>cau-giay: None, Unknown",
            "tay-ho>tay-ho: All, Unknown",
        ],
    );
}

#[test]
fn what_is_told_of_districts_is_not_guessed_from_their_wards() {
    use Share::Part;
    let transferred = Change::Transferred {
        from: "tay-ho".parse().unwrap(),
        to: "cau-giay".parse().unwrap(),
        population: Part,
        area: Part,
    };
    check_districts(
        vec![("2023-05-01", moved("buoi", "cau-giay")), ("2023-05-01", transferred)],
        &[
            "cau-giay>cau-giay: All, All",
            "ha-noi>ha-noi: All, All",
            "tay-ho>cau-giay: Part, Part",
            "tay-ho>tay-ho: Part, Part",
        ],
    );
    check_districts(
        vec![
            ("2023-05-01", moved("buoi", "cau-giay")),
            ("2023-05-01", merged("cau-giay", vec![part("tay-ho", Share::All, Share::All)])),
        ],
        &["cau-giay>cau-giay: All, All", "ha-noi>ha-noi: All, All", "tay-ho>cau-giay: All, All"],
    );
}
