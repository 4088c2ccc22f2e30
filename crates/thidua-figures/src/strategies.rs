//! Strategies that make catalogues and observations, for laws here and in upper crates.
//!
//! They draw few units and few periods, so that parents and children, parts and wholes, and
//! revisions meet.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use thidua_organisation::{Change, Organisation, strategies as organisations};
use thidua_values::{Basis, Day, KindId, Period, Qualifier, Text, strategies as values};

use crate::bind::knows_reporter;
use crate::{
    About, Catalogue, CatalogueParts, CountedBy, Direction, FiguresParts, Indicator, Measured,
    Observation, ObservedValue, OverUnits, Quantity, Stage,
};

/// A catalogue, an organisation, and observations that fit both.
pub fn figures() -> impl Strategy<Value = (Catalogue, Organisation, FiguresParts)> {
    let seeds = prop::collection::vec(seed(), 0..60);
    (catalogue(), organisations::organisation(), seeds).prop_filter_map(
        "figures",
        |(catalogue, organisation, seeds)| {
            let abouts = abouts(&organisation);
            let basis = Basis::Illustrative { note: "drawn at random".parse().ok()? };
            let mut seen = BTreeSet::new();
            let seeds = seeds.iter().filter_map(|seed| {
                let observation = seed.observation(&catalogue, &abouts, &basis)?;
                let life = observation.about.unit().and_then(|unit| organisation.life(unit));
                let lives = life.is_none_or(|life| life.overlaps(observation.period));
                let indicator = catalogue.indicator(&observation.indicator)?;
                (lives && knows_reporter(&organisation, indicator)).then_some(observation)
            });
            let observations = seeds.filter(|it| seen.insert(key(it))).collect();
            let parts = FiguresParts {
                title: named("small")?,
                catalogue: catalogue.id().clone(),
                observations,
            };
            Some((catalogue, organisation, parts))
        },
    )
}

/// A catalogue of one indicator of each kind, whose reporters are any.
pub fn catalogue() -> impl Strategy<Value = Catalogue> {
    prop::collection::vec(subsequence(&REPORTERS[..], 0..=2), INDICATORS.len()).prop_filter_map(
        "a catalogue",
        |reporters| {
            let indicators = INDICATORS.into_iter().zip(reporters);
            let indicators = indicators.map(|(id, reporters)| indicator(id, &reporters));
            Catalogue::try_new(CatalogueParts {
                id: "small".parse().ok()?,
                title: named("small")?,
                indicators: indicators.collect::<Option<_>>()?,
            })
            .ok()
        },
    )
}

const INDICATORS: [&str; 7] =
    ["cremations", "deaths", "cremated", "groups", "donors", "fund", "conference"];

const REPORTERS: [&str; 5] = ["province", "urban-district", "ward", "hamlet", "front-committee"];

fn named(name: &str) -> Option<Text> {
    Some(Text { vi: name.parse().ok()?, en: name.parse().ok()? })
}

fn indicator(id: &str, reporters: &[&str]) -> Option<Indicator> {
    // A part and its whole are counted in one unit.
    let counted = if id == "cremations" || id == "deaths" { "cases" } else { id };
    let of = || Some(Quantity::Count { of: named(counted)? });
    let over_units = OverUnits::Sum;
    let measured = match id {
        "cremated" => {
            Measured::Ratio { part: "cremations".parse().ok()?, whole: "deaths".parse().ok()? }
        }
        "groups" => Measured::Stock { of: of()?, over_units },
        "donors" => Measured::Flow { of: of()?, over_units: OverUnits::Never },
        "fund" => Measured::Cumulative { of: Quantity::Dong {}, over_units },
        "conference" => Measured::YesNo {},
        _ => Measured::Flow { of: of()?, over_units },
    };
    let reporters = reporters.iter().map(|kind| kind.parse::<KindId>().ok());
    Some(Indicator {
        id: id.parse().ok()?,
        code: None,
        name: named(id)?,
        aliases: Vec::new(),
        measured,
        direction: Direction::Neither,
        reporters: reporters.collect::<Option<_>>()?,
        serves: Vec::new(),
        basis: Basis::Illustrative { note: "drawn at random".parse().ok()? },
    })
}

/// Every unit that the organisation begins with or founds, and every cluster.
fn abouts(organisation: &Organisation) -> Vec<About> {
    let founded = organisation.parts().events.iter().filter_map(|event| match &event.change {
        Change::Founded { unit } => Some(&unit.id),
        _ => None,
    });
    let first = organisation.parts().units.iter().map(|unit| &unit.id);
    let clusters = organisation.parts().clusters.iter().map(|cluster| cluster.id.clone().into());
    first.chain(founded).map(|unit| unit.clone().into()).chain(clusters).collect()
}

/// What makes two observations the same revision of the same thing.
fn key(observation: &Observation) -> impl Ord + use<> {
    let Observation { about, indicator, period, stage, counted_by, revision, .. } = observation;
    (about.clone(), indicator.clone(), *period, *stage, *counted_by, *revision)
}

/// What an observation is drawn from.
#[derive(Clone, Debug)]
struct Seed {
    about: Index,
    indicator: Index,
    start: u32,
    days: u32,
    stage: Stage,
    counted_by: CountedBy,
    number: u32,
    qualifier: Qualifier,
    revision: u32,
}

fn seed() -> impl Strategy<Value = Seed> {
    let what = (any::<Index>(), any::<Index>());
    let when = (select(&[1_u32, 1, 1, 2, 3][..]), select(&[1_u32, 1, 2, 4][..]));
    let how = (
        prop_oneof![6 => Just(Stage::Done), 1 => Just(Stage::Planned)],
        prop_oneof![6 => Just(CountedBy::Place), 1 => Just(CountedBy::Doer)],
    );
    let qualifier = prop_oneof![3 => Just(Qualifier::Exactly), 1 => values::qualifier()];
    (what, when, how, 0_u32..6, qualifier, select(&[0_u32, 0, 0, 1, 2][..])).prop_map(
        |((about, indicator), (start, days), (stage, counted_by), number, qualifier, revision)| {
            Seed { about, indicator, start, days, stage, counted_by, number, qualifier, revision }
        },
    )
}

impl Seed {
    fn observation(
        &self,
        catalogue: &Catalogue,
        abouts: &[About],
        basis: &Basis,
    ) -> Option<Observation> {
        let indicator = self.indicator.get(catalogue.indicators());
        let days = if matches!(indicator.measured, Measured::Stock { .. }) { 1 } else { self.days };
        let day = |day| Day::from_ymd(2022, 1, day);
        let period = Period::try_new(day(self.start)?, Some(day(self.start + days)?)).ok()?;
        Some(Observation {
            about: (!abouts.is_empty()).then(|| self.about.get(abouts).clone())?,
            indicator: indicator.id.clone(),
            period,
            stage: self.stage,
            counted_by: self.counted_by,
            value: self.value(&indicator.measured),
            basis: basis.clone(),
            reporter: None,
            received: Day::from_ymd(2022, 2, 1)?,
            revision: self.revision,
        })
    }

    /// A value of the sort that the indicator needs: the target is met now and then by what is
    /// done, and nothing is less than 0.
    fn value(&self, measured: &Measured) -> ObservedValue {
        match (measured, self.qualifier, self.number) {
            (Measured::YesNo {}, _, number) => {
                ObservedValue::Answer { yes: number.is_multiple_of(2) }
            }
            (_, Qualifier::About, 5) if self.stage == Stage::Done => ObservedValue::TargetMet {},
            (_, Qualifier::Below | Qualifier::Nearly, 0) => {
                ObservedValue::Figure { figure: 0.into(), qualifier: Qualifier::AtMost }
            }
            (_, Qualifier::Several, number) => {
                let figure = if number.is_multiple_of(2) { 10 } else { 100 };
                ObservedValue::Figure { figure: figure.into(), qualifier: Qualifier::Several }
            }
            (_, qualifier, number) => ObservedValue::Figure { figure: number.into(), qualifier },
        }
    }
}
