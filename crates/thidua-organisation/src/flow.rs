//! What passes from unit to unit on which day.

use thidua_values::{ActId, Day};

use crate::replay::{Found, Happened, Origin, Replay};
use crate::share::ByMeasure;
use crate::{Change, HistoryFault, Measure, Share};

/// A part of a unit that passes to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flow {
    pub(crate) day: Day,
    /// The giver, by position, as are the other two.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) act: usize,
    pub(crate) shares: ByMeasure<Share>,
}

/// What passes, by day and giver, and what is wrong with it.
pub(crate) fn flows(replay: &Replay<'_>, found: &mut Found) -> Vec<Flow> {
    let mut flows = told(replay);
    flows.sort_by_key(|(origin, flow)| (flow.day, flow.from, flow.to, *origin));
    for given in flows.chunk_by(|(_, a), (_, b)| (a.day, a.from) == (b.day, b.from)) {
        check(given, replay, found);
    }
    flows.into_iter().map(|(_, flow)| flow).collect()
}

fn told(replay: &Replay<'_>) -> Vec<(usize, Flow)> {
    let mut acts: Vec<&ActId> = replay.parts.acts.iter().map(|act| &act.id).collect();
    acts.sort();
    let unit = |id| replay.registry.position(id);
    let mut flows = Vec::new();
    for Happened { day, position, event, .. } in &replay.events {
        let day = *day;
        let mut pass = |from, to, population, area| {
            let act = acts.binary_search(&&event.act).ok();
            let flow = |((from, to), act)| {
                let shares = ByMeasure { population, area };
                (*position, Flow { day, from, to, act, shares })
            };
            flows.extend(unit(from).zip(unit(to)).zip(act).map(flow));
        };
        match &event.change {
            Change::Merged { into, from } => {
                for part in from {
                    pass(&part.unit, into, part.population, part.area);
                }
            }
            Change::Split { unit, into } => {
                for part in into {
                    pass(unit, &part.unit, part.population, part.area);
                }
            }
            Change::Transferred { from, to, population, area } => {
                pass(from, to, *population, *area);
            }
            _ => {}
        }
    }
    flows
}

/// Checks what one unit gives on one day.
fn check(given: &[(usize, Flow)], replay: &Replay<'_>, found: &mut Found) {
    let id = |unit| replay.registry.id(unit).cloned();
    for pair in given.windows(2) {
        let [(_, first), (event, second)] = pair else { continue };
        if first.to == second.to
            && let (Some(from), Some(to)) = (id(second.from), id(second.to))
        {
            let fault = HistoryFault::GivenTwice { from, to, day: second.day };
            found.note(Origin::Event(*event).place(), fault);
        }
    }
    for measure in Measure::ALL {
        let some = || given.iter().filter(|(_, flow)| flow.shares.of(measure) != Share::None);
        let all = some().any(|(_, flow)| flow.shares.of(measure) == Share::All);
        let too_many = some().nth(1).filter(|_| all);
        if let Some((event, flow)) = too_many
            && let Some(unit) = id(flow.from)
        {
            let fault = HistoryFault::MoreThanAll { unit, measure, day: flow.day };
            found.note(Origin::Event(*event).place(), fault);
        }
    }
}
