//! Laws of carrying figures, and a row for each fault.

use proptest::prelude::*;

use super::*;
use crate::sample::{self, day, event};
use crate::{Change, Level, Measure, Organisation, Share, strategies};

proptest! {
    /// Law: the totals of all groups are the total of all figures, from either side, and what is
    /// allotted of a total is the total.
    #[test]
    fn nothing_is_lost_on_the_way(
        (organisation, from, to) in (strategies::organisation(), 1_u32..10, 1_u32..10),
        weights in prop::collection::vec(0_i64..4, 30),
    ) {
        let day = |number| Day::from_ymd(2022, 1, number).unwrap();
        let succession = organisation.succession(day(from), day(to)).unwrap();
        let comparability = succession.comparable_by(Measure::Population);
        for side in [Side::Before, Side::After] {
            let units = |side| comparability.groups().iter().flat_map(move |group| group.units(side));
            let figures: BTreeMap<UnitId, Exact> =
                units(side).cloned().zip((1_i64..).map(Exact::from)).collect();
            let weights: BTreeMap<UnitId, Exact> =
                units(side.other()).cloned().zip(weights.iter().copied().map(Exact::from)).collect();
            let carried = comparability.carry(&figures, side).unwrap();
            let total: Exact = carried.iter().map(|carried| &carried.total).sum();
            prop_assert_eq!(total, figures.values().sum::<Exact>());
            for carried in &carried {
                prop_assert!(carried.missing.is_empty());
                let Ok(allotted) = carried.allot(&weights) else { continue };
                prop_assert_eq!(allotted.iter().map(|part| &part.value).sum::<Exact>(), carried.total.clone());
                let exact = allotted.iter().filter(|part| part.certainty == Certainty::Exact).count();
                prop_assert_eq!(exact == 1, carried.group.units(side.other()).len() == 1);
            }
        }
    }
}

/// Two wards, parts of which become one another's, after the districts.
fn exchanged() -> Organisation {
    let mut parts = sample::parts();
    let (buoi, yen_hoa) = ("buoi".parse().unwrap(), "yen-hoa".parse().unwrap());
    let (population, area) = (Share::Part, Share::Part);
    let change = Change::Transferred { from: buoi, to: yen_hoa, population, area };
    parts.events.push(event("2025-07-01", change));
    Organisation::try_new(parts).unwrap()
}

fn figures(figures: &[(&str, i64)]) -> BTreeMap<UnitId, Exact> {
    figures.iter().map(|(unit, figure)| (unit.parse().unwrap(), (*figure).into())).collect()
}

#[test]
fn a_total_is_of_a_group_and_its_parts_are_estimates() {
    let organisation = exchanged();
    let succession = organisation.succession(day("2022-01-01"), day("2025-07-01")).unwrap();
    let comparability = succession.comparable_by(Measure::Population).at(Level::Commune);
    assert_eq!(comparability.groups().len(), 1);
    let carried = comparability.carry(&figures(&[("buoi", 10), ("yen-hoa", 20)]), Side::Before);
    let carried = carried.unwrap();
    assert_eq!(carried[0].total, Exact::from(30));
    let allotted = carried[0].allot(&figures(&[("buoi", 1), ("yen-hoa", 3)])).unwrap();
    let allotted: Vec<_> = allotted
        .iter()
        .map(|part| (part.unit.as_str(), part.value.to_string(), part.certainty))
        .collect();
    assert_eq!(
        allotted,
        [
            ("buoi", "7.5".to_owned(), Certainty::Estimate),
            ("yen-hoa", "22.5".to_owned(), Certainty::Estimate),
        ]
    );
    let part = comparability.carry(&figures(&[("buoi", 10)]), Side::Before).unwrap();
    assert_eq!(part[0].missing, ["yen-hoa".parse().unwrap()]);
    assert!(comparability.carry(&figures(&[]), Side::After).unwrap().is_empty());
    let glue: Vec<_> = comparability.groups()[0].glue.iter().collect();
    assert_eq!((glue.len(), glue[0].units_before, glue[0].units_after), (1, 1, 1));
}

#[test]
fn figures_and_weights_that_do_not_fit_are_refused() {
    let organisation = exchanged();
    let succession = organisation.succession(day("2022-01-01"), day("2025-07-01")).unwrap();
    let comparability = succession.comparable_by(Measure::Population).at(Level::Commune);
    let lines = |faults: Faults<CarryFault>| {
        let line = |placed: &Placed<CarryFault>| {
            format!("{}: {} [{}]", placed.place, placed.fault, placed.fault.code())
        };
        faults.as_slice().iter().map(line).collect::<Vec<_>>()
    };
    let unknown = comparability.carry(&figures(&[("buoi", 1), ("tay-ho", 10)]), Side::Before);
    assert_eq!(
        lines(unknown.unwrap_err()),
        ["figures[1]: expected a unit of the groups on 2022-01-01, found `tay-ho` [not_then]"]
    );
    let carried = comparability.carry(&figures(&[("buoi", 10)]), Side::Before).unwrap();
    let allotted = |weights| lines(carried[0].allot(&figures(weights)).unwrap_err());
    assert_eq!(
        allotted(&[("buoi", -3)]),
        [
            "weights[0]: expected a weight of `buoi` of at least 0, found -3 [negative_weight]",
            "weights[1]: expected a weight of `yen-hoa`, found none [no_weight]",
        ]
    );
    assert_eq!(
        allotted(&[("buoi", 0), ("yen-hoa", 0)]),
        ["weights: expected weights of more than 0 together, found 0 [weights_of_nothing]"]
    );
}
