//! Which unit has which code on which day.

use thidua_values::{Day, Period};

use crate::attributes::Attributes;
use crate::registry::Lookup;
use crate::replay::{Found, Origin, Replay};
use crate::{HistoryFault, UnitCode};

/// The units that ever had a code, by the position of its list.
// INVARIANT: the periods of a code are by day, and no two share one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Holders {
    by_code: Lookup<(usize, UnitCode), Vec<(Period, usize)>>,
}

impl Holders {
    /// Who has which code when; notes codes that two units have on one day.
    pub(crate) fn of(replay: &Replay<'_>, attributes: &Attributes, found: &mut Found) -> Self {
        let mut held = Vec::new();
        for unit in 0..replay.registry.len() {
            let Some(life) = replay.life(unit) else { continue };
            for (during, scheme, code, origin) in held_by(attributes, unit, life.period()) {
                held.push(((scheme, code), (during, unit, origin)));
            }
        }
        held.sort_by(|(a, (a_during, a_unit, _)), (b, (b_during, b_unit, _))| {
            (a, a_during, a_unit).cmp(&(b, b_during, b_unit))
        });
        for holders in held.chunk_by(|(a, _), (b, _)| a == b) {
            note_shared(holders, replay, attributes, found);
        }
        let mut by_code: Lookup<_, Vec<_>> = Lookup::default();
        for (code, (during, unit, _)) in held {
            by_code.entry(code).or_default().push((during, unit));
        }
        Self { by_code }
    }

    /// The unit that has a code on a day.
    pub(crate) fn on(&self, scheme: usize, code: &UnitCode, day: Day) -> Option<usize> {
        let holders = self.all(scheme, code);
        let after = holders.partition_point(|(during, _)| during.start() <= day);
        let (during, unit) = holders.get(after.checked_sub(1)?)?;
        during.contains(day).then_some(*unit)
    }

    /// Who had a code when, by day.
    pub(crate) fn all(&self, scheme: usize, code: &UnitCode) -> &[(Period, usize)] {
        self.by_code.get(&(scheme, code.clone())).map_or(&[], Vec::as_slice)
    }
}

/// The codes of a unit, with their periods and lists.
pub(crate) fn held_by(
    attributes: &Attributes,
    unit: usize,
    life: Period,
) -> Vec<(Period, usize, UnitCode, Origin)> {
    let mut held = Vec::new();
    let values = attributes.codes.of_unit(unit);
    for (at, (day, ((scheme, code), origin))) in values.iter().enumerate() {
        let next = values.iter().skip(at + 1).find(|(_, ((other, _), _))| other == scheme);
        let ends = [next.map(|(day, _)| *day), life.until()];
        let during = Period::try_new(*day, ends.into_iter().flatten().min());
        if let (Ok(during), Some(code)) = (during, code) {
            held.push((during, *scheme, code.clone(), *origin));
        }
    }
    held
}

type Held = ((usize, UnitCode), (Period, usize, Origin));

fn note_shared(holders: &[Held], replay: &Replay<'_>, attributes: &Attributes, found: &mut Found) {
    for pair in holders.windows(2) {
        let [((scheme, code), (earlier, first, _)), (_, (later, second, origin))] = pair else {
            continue;
        };
        if !earlier.overlaps(*later) || first == second {
            continue;
        }
        let ids = replay.registry.id(*first).zip(replay.registry.id(*second));
        if let Some((scheme, (first, second))) = attributes.schemes.get(*scheme).zip(ids) {
            let fault = HistoryFault::DuplicateCode {
                scheme: scheme.clone(),
                code: code.clone(),
                first: first.clone(),
                second: second.clone(),
                day: later.start(),
            };
            found.note(replay.place(*origin, "codes", "code"), fault);
        }
    }
}
