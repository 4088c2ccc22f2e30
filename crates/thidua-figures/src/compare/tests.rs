//! Laws of compared groups.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::Index;
use thidua_organisation::{
    Change, Event, Level, Measure, Organisation, OrganisationParts, Part, Share, Unit,
    strategies as organisations,
};
use thidua_values::{Exact, Period, UnitId};

use super::*;
use crate::totals::by_definition::Given;
use crate::totals::tests::asked;
use crate::{
    About, Catalogue, CatalogueParts, Figures, Missing, Observation, Stage, sample, strategies,
};

/// A period of one day.
fn only(day: Day) -> Period {
    Period::try_new(day, day.days_later(1)).unwrap()
}

/// What each unit had on a day, as its observations.
fn reported(had: &BTreeMap<UnitId, u32>, day: Day) -> Vec<Observation> {
    let observation = |(unit, number): (&UnitId, &u32)| Observation {
        about: About::Unit { unit: unit.clone() },
        period: only(day),
        received: day,
        ..sample::observation("buoi", "deaths", *number)
    };
    had.iter().map(observation).collect()
}

/// What each unit without units below it has on two days: things are counted in such units of the
/// earlier day, and each is then in one of those that have something of its unit.
fn moved(
    organisation: &Organisation,
    (from, to): (Day, Day),
    seeds: &[(u32, Index)],
) -> [BTreeMap<UnitId, u32>; 2] {
    let leaves = |day| {
        let hierarchy = organisation.as_of(day).unwrap();
        let leaves =
            hierarchy.units().filter(|unit| hierarchy.children(unit.id()).next().is_none());
        leaves.map(|unit| unit.id().clone()).collect::<Vec<_>>()
    };
    let zero = |unit: UnitId| (unit, 0);
    let mut before: BTreeMap<UnitId, u32> = leaves(from).into_iter().map(zero).collect();
    let mut after: BTreeMap<UnitId, u32> = leaves(to).into_iter().map(zero).collect();
    let succession = organisation.succession(from, to).unwrap();
    let units: Vec<UnitId> = before.keys().cloned().collect();
    for (unit, (number, index)) in units.iter().cycle().zip(seeds) {
        *before.get_mut(unit).unwrap() += number;
        let passages = succession.successors(unit).iter();
        let places: Vec<_> = passages.filter(|it| it.population != Share::None).collect();
        if !places.is_empty() {
            *after.entry(index.get(&places).after.clone()).or_default() += number;
        }
    }
    after.retain(|unit, _| leaves(to).contains(unit));
    [before, after]
}

fn span() -> impl Strategy<Value = (Day, Day)> {
    (1_u32..10, 1_u32..10).prop_map(|(a, b)| {
        let day = |number| Day::from_ymd(2022, 1, number).unwrap();
        (day(a.min(b)), day(a.max(b)))
    })
}

fn id(id: &str) -> UnitId {
    id.parse().unwrap()
}

fn part(unit: &UnitId, share: Share) -> Part {
    Part { unit: unit.clone(), population: share, area: share }
}

/// That a ward is founded.
fn founded(unit: &UnitId) -> Change {
    let (kind, name) = ("ward".parse().unwrap(), sample::text("Mới", "New"));
    let unit = Unit { id: unit.clone(), kind, name, codes: Vec::new(), parent: Some(id("ha-noi")) };
    Change::Founded { unit }
}

/// The sample with more events, each on its day.
fn with_events(events: Vec<(Day, Change)>) -> Organisation {
    let parts = sample::organisation().parts().clone();
    let act = &parts.acts[0].id;
    let event = |(effective, change)| Event { effective, act: act.clone(), change };
    let events = parts.events.iter().cloned().chain(events.into_iter().map(event)).collect();
    Organisation::try_new(OrganisationParts { events, ..parts }).unwrap()
}

/// Histories in which wards are merged, split and rearranged, from day to day.
fn mergers() -> impl Strategy<Value = Organisation> {
    prop::collection::vec((0_u32..4, any::<[Index; 2]>()), 0..7).prop_map(|seeds| {
        let mut wards = ["buoi", "xuan-la", "yen-hoa", "dich-vong"].map(id).to_vec();
        let mut events = Vec::new();
        for ((what, picks), day) in seeds.iter().zip(2..) {
            let [one, other] = picks.map(|pick| pick.get(&wards).clone());
            let (new, day) = (id(&format!("new-{day}")), Day::from_ymd(2022, 1, day).unwrap());
            let all = |unit: &UnitId| part(unit, Share::All);
            let (changes, gone) = match what {
                _ if one == other => continue,
                0 => (vec![Change::Merged { into: other, from: vec![all(&one)] }], vec![one]),
                1 => {
                    let from = vec![all(&one), all(&other)];
                    (vec![founded(&new), Change::Merged { into: new, from }], vec![one, other])
                }
                2 => {
                    let (population, area) = (Share::Part, Share::Part);
                    let passed = Change::Transferred { from: one, to: other, population, area };
                    (vec![passed], Vec::new())
                }
                _ => {
                    let into = [&new, &other].map(|unit| part(unit, Share::Part)).to_vec();
                    (vec![founded(&new), Change::Split { unit: one.clone(), into }], vec![one])
                }
            };
            wards.retain(|ward| !gone.contains(ward));
            wards.extend(changes.iter().filter_map(|change| match change {
                Change::Founded { unit } => Some(unit.id.clone()),
                _ => None,
            }));
            events.extend(changes.into_iter().map(|change| (day, change)));
        }
        with_events(events)
    })
}

fn figures<'f>(
    catalogue: &'f Catalogue,
    organisation: &'f Organisation,
    observations: Vec<Observation>,
) -> Figures<'f> {
    let parts = sample::parts(observations);
    Figures::try_new(catalogue, organisation, parts).unwrap()
}

proptest! {
    /// Law: a merger changes no total of a closed group: however units were merged, split and
    /// renamed, those of the later day have together what those of the earlier one had.
    #[test]
    fn a_merger_changes_no_group_total(
        catalogue in strategies::catalogue(),
        organisation in prop_oneof![3 => mergers(), 1 => organisations::organisation()],
        (from, to) in span(),
        seeds in prop::collection::vec((0_u32..9, any::<Index>()), 40),
    ) {
        let deaths = catalogue.indicator(&"deaths".parse().unwrap()).unwrap();
        prop_assume!(crate::bind::knows_reporter(&organisation, deaths));
        let [had, has] = moved(&organisation, (from, to), &seeds);
        let before = figures(&catalogue, &organisation, reported(&had, from));
        let after = figures(&catalogue, &organisation, reported(&has, to));
        let asked = |day| Asked { indicator: "deaths".parse().unwrap(), period: only(day), ..sample::asked("deaths") };
        let (before, after) = (before.as_of(from).unwrap(), after.as_of(to).unwrap());
        let before = before.totals(&asked(from), Missing::Refuse).unwrap();
        let after = after.totals(&asked(to), Missing::Refuse).unwrap();
        let groups = organisation.succession(from, to).unwrap().comparable_by(Measure::Population);
        let of_leaves = |it: &ComparedGroup<'_>| {
            it.group.before.iter().all(|unit| had.contains_key(unit))
                && it.group.after.iter().all(|unit| has.contains_key(unit))
        };
        for compared in before.compare(&after, &groups).unwrap().iter().filter(|it| of_leaves(it)) {
            let numbers = compared.group.before.iter().map(|unit| had[unit]);
            let sum = Bounds::exactly(numbers.map(|number| Exact::from(i64::from(number))).sum());
            if compared.group.is_closed() && !compared.group.before.is_empty() {
                prop_assert_eq!(compared.before.bounds(), Some(sum.clone()));
                prop_assert_eq!(compared.after.bounds(), Some(sum));
                prop_assert_eq!(compared.change(), Some(Bounds::exactly(Exact::zero())));
            }
        }
    }

    /// Law: the totals of groups are those of their units by definition, in whatever order rows
    /// come.
    #[test]
    fn group_totals_equal_their_definition(
        (((catalogue, organisation, parts), day, asked, missing), later, shuffled) in asked().prop_flat_map(|asked| {
            let shuffled = Just(asked.0.2.observations.clone()).prop_shuffle();
            (Just(asked), 1_u32..10, shuffled)
        }),
    ) {
        let later = Day::from_ymd(2022, 1, later).unwrap();
        let (from, to) = (day.min(later), day.max(later));
        let Ok(succession) = organisation.succession(from, to) else { return Ok(()) };
        let groups = succession.comparable_by(Measure::Population);
        let [rows, shuffled] = [parts.observations.clone(), shuffled].map(|rows| figures(&catalogue, &organisation, rows));
        let (before, after) = (rows.as_of(from).unwrap(), shuffled.as_of(to).unwrap());
        let sides = [&before, &after].map(|on| on.totals(&asked, missing).unwrap());
        let [before, after] = &sides;
        let compared = before.compare(after, &groups).unwrap();
        prop_assert_eq!(compared.len(), groups.groups().len());
        for compared in &compared {
            let sides = [(before, &compared.before, &compared.group.before), (after, &compared.after, &compared.group.after)];
            let mut compares = compared.group.is_closed();
            for (totals, total, units) in sides {
                let given = Given {
                    catalogue: &catalogue,
                    hierarchy: totals.on().hierarchy(),
                    observations: &parts.observations,
                    asked: &asked,
                    missing,
                };
                let units = units.iter().collect::<BTreeSet<_>>();
                let defined = given.of_units(&units);
                compares &= given.is_told(&units);
                prop_assert_eq!((total.source(), total.bounds(), total.below()), (defined.source, defined.bounds, defined.below));
                prop_assert_eq!((total.coverage(), total.terms()), (defined.coverage, defined.terms));
                let missing: Vec<_> = total.missing().into_iter().map(|unit| unit.id().clone()).collect();
                prop_assert_eq!(missing, defined.missing);
            }
            prop_assert_eq!(compared.compares(), compares);
            prop_assert_eq!(compared.change().is_some(), compares);
        }
    }
}

/// The sample, two of whose wards become one, and one ends.
fn merged() -> Organisation {
    let reform = sample::day("2025-07-01");
    let all = |unit: &str| part(&id(unit), Share::All);
    let new = id("tay-ho-2025");
    let from = vec![all("buoi"), all("xuan-la")];
    let changes = [
        founded(&new),
        Change::Merged { into: new, from },
        Change::Dissolved { unit: id("dich-vong") },
    ];
    with_events(changes.map(|change| (reform, change)).to_vec())
}

/// Of each group its earlier and its later total, and by how much it grew.
fn compared(observations: &[(&str, &str, u32)], missing: Missing) -> Vec<String> {
    let (catalogue, organisation) = (sample::bound_catalogue(), merged());
    let observation = |(unit, year, figure): &(&str, &str, u32)| Observation {
        period: year_of(year),
        received: sample::day("2026-01-10"),
        ..sample::observation(unit, "cremations", *figure)
    };
    let figures =
        figures(&catalogue, &organisation, observations.iter().map(observation).collect());
    let (from, to) = (sample::day("2024-12-31"), sample::day("2025-12-31"));
    let on = [from, to].map(|day| figures.as_of(day).unwrap());
    let asked = |year| Asked { period: year_of(year), ..sample::asked("cremations") };
    let before = on[0].totals(&asked("2024"), missing).unwrap();
    let after = on[1].totals(&asked("2025"), missing).unwrap();
    let groups = organisation.succession(from, to).unwrap().comparable_by(Measure::Population);
    let groups = groups.at(Level::Commune);
    let words = |bounds: Option<Bounds>| bounds.map_or("none".to_owned(), |it| it.to_string());
    let told = |it: &ComparedGroup<'_>| {
        let [before, after] = [it.before.bounds(), it.after.bounds()].map(words);
        let units: Vec<_> = it.group.before.iter().map(UnitId::as_str).collect();
        let units = units.join(" + ");
        format!("{units}: {before}, {after}, {}", words(it.change()))
    };
    before.compare(&after, &groups).unwrap().iter().map(told).collect()
}

fn year_of(year: &str) -> Period {
    let next: u32 = year.parse::<u32>().unwrap() + 1;
    sample::days(&format!("{year}-01-01"), Some(&format!("{next}-01-01")))
}

#[test]
fn groups_compare_where_nothing_is_missing_and_nothing_leaves() {
    let reported = [
        ("buoi", "2024", 3),
        ("xuan-la", "2024", 4),
        ("yen-hoa", "2024", 5),
        ("dich-vong", "2024", 6),
        ("tay-ho-2025", "2025", 9),
        ("yen-hoa", "2025", 4),
    ];
    assert_eq!(
        compared(&reported, Missing::Refuse),
        ["buoi + xuan-la: 7, 9, 2", "dich-vong: 6, none, none", "yen-hoa: 5, 4, -1"]
    );
    assert_eq!(
        compared(&reported[1..], Missing::AtLeast),
        ["buoi + xuan-la: [4; …), 9, none", "dich-vong: 6, none, none", "yen-hoa: 5, 4, -1"]
    );
}

#[test]
fn totals_of_something_else_do_not_compare() {
    let (catalogue, organisation, other) =
        (sample::bound_catalogue(), sample::organisation(), merged());
    // Called alike, and not the same.
    let title = sample::text("Khác", "Another");
    let renamed = CatalogueParts { title, ..catalogue.parts().clone() };
    let renamed = Catalogue::try_new(renamed).unwrap();
    let (here, there) =
        (figures(&catalogue, &organisation, Vec::new()), figures(&renamed, &other, Vec::new()));
    let (from, to) = (sample::day("2024-12-31"), sample::day("2025-12-31"));
    let planned = Asked { stage: Stage::Planned, ..sample::asked("deaths") };
    let (before, after) = (here.as_of(to).unwrap(), there.as_of(to).unwrap());
    let before = before.totals(&sample::asked("deaths"), Missing::Refuse).unwrap();
    let after = after.totals(&planned, Missing::Refuse).unwrap();
    let groups = organisation.succession(from, to).unwrap().comparable_by(Measure::Population);
    let refused = before.compare(&after, &groups).unwrap_err();
    let refused = refused.as_slice().iter();
    let found: Vec<_> =
        refused.map(|it| format!("{} {}: {}", it.fault.code(), it.place, it.fault)).collect();
    assert_eq!(
        found,
        [
            "other_organisation after: expected totals of the organisation of the groups, `ha-noi-west`, found those of another, `ha-noi-west`",
            "other_catalogue after: expected totals of the catalogue `small`, found those of another, `small`",
            "other_figures after: expected totals of `deaths`, done, by where it was done, found those of `deaths`, planned, by where it was done",
            "other_day before: expected totals of 2024-12-31, found those of 2025-12-31",
        ]
    );
    let unknown = before.of_units([&"ha-noi".parse().unwrap(), &"nowhere".parse().unwrap()]);
    assert!(unknown.is_none());
}
