//! Which unit has which code on which day.

use thidua_values::{Day, Period};

use crate::attributes::Attributes;
use crate::check::overlapping;
use crate::replay::{Found, Origin, Replay};
use crate::rows::Grouped;
use crate::{HistoryFault, UnitCode};

/// The units that ever had a code, by the position of its list.
// INVARIANT: the periods of a code are by day, and no two share one.
#[derive(Clone, Debug)]
pub(crate) struct Holders {
    by_code: Grouped<(usize, UnitCode), (Period, usize)>,
}

impl Holders {
    /// Who has which code when; notes codes that two units have on one day.
    pub(crate) fn of(replay: &Replay<'_>, attributes: &Attributes, found: &mut Found) -> Self {
        let held = (0..replay.registry.len()).flat_map(|unit| held_by(replay, attributes, unit));
        let by_code = Grouped::of(held.map(|held| ((held.scheme, held.code.clone()), held)));
        let by_code = by_code.sorted_by_key(|held| (held.during, held.unit));
        for holders in by_code.lists() {
            note_shared(holders, replay, attributes, found);
        }
        Self { by_code: by_code.map(|held| (held.during, held.unit)) }
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
        self.by_code.list(&(scheme, code.clone()))
    }
}

/// A code while a unit has it.
struct Held<'a> {
    unit: usize,
    during: Period,
    scheme: usize,
    code: &'a UnitCode,
    origin: Origin,
}

/// The codes of a unit while it lives.
fn held_by<'a>(
    replay: &Replay<'_>,
    attributes: &'a Attributes,
    unit: usize,
) -> impl Iterator<Item = Held<'a>> + use<'a> {
    let values = attributes.codes.of_unit(unit);
    let until = replay.life(unit).and_then(|life| life.period().until());
    values.iter().enumerate().filter_map(move |(at, (day, ((scheme, code), origin)))| {
        let next = values.iter().skip(at + 1).find(|(_, ((other, _), _))| other == scheme);
        let ends = [next.map(|(day, _)| *day), until];
        let during = Period::try_new(*day, ends.into_iter().flatten().min()).ok()?;
        Some(Held { unit, during, scheme: *scheme, code: code.as_ref()?, origin: *origin })
    })
}

fn note_shared(
    holders: &[Held<'_>],
    replay: &Replay<'_>,
    attributes: &Attributes,
    found: &mut Found,
) {
    if holders.len() < 2 {
        return;
    }
    let dated = holders.iter().enumerate().map(|(at, held)| (held.during, at, held));
    for (first, _, second) in overlapping(dated) {
        let ids = replay.registry.id(first.unit).zip(replay.registry.id(second.unit));
        let scheme = attributes.schemes.get(second.scheme);
        if first.unit != second.unit
            && let Some((scheme, (first, other))) = scheme.zip(ids)
        {
            let fault = HistoryFault::DuplicateCode {
                scheme: scheme.clone(),
                code: second.code.clone(),
                first: first.clone(),
                second: other.clone(),
                day: second.during.start(),
            };
            found.note(replay.place(second.origin, "codes", "code"), fault);
        }
    }
}
