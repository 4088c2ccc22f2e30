//! Tallies: how many units answered yes and no.

use thidua_values::{ClusterId, Period, UnitId};

use crate::about::cluster_position;
use crate::known::Known;
use crate::row::Series;
use crate::{Asked, AskedFault, FiguresOn, Indicator, Measured};

/// How many units answered a question by yes and by no, of each unit and those below it.
///
/// Where the indicator obliges somebody, only those whom it obliges are counted; else all who
/// answered are.
#[derive(Debug)]
pub struct Tallies<'n> {
    on: &'n FiguresOn<'n>,
    series: Series,
    period: Period,
    of_units: Vec<Tally>,
}

/// How many of a unit, or of the members of a cluster, and those below answered yes and no.
///
/// vi: Số đơn vị trả lời có và không.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Tally {
    /// What the unit or the cluster itself answered; left out where it did not.
    ///
    /// vi: Trả lời của chính đơn vị hoặc cụm; không ghi nếu không trả lời.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub own: Option<bool>,
    /// How many were obliged to answer.
    ///
    /// vi: Số đơn vị có trách nhiệm trả lời.
    pub obliged: usize,
    /// How many answered yes.
    ///
    /// vi: Số đơn vị trả lời có.
    pub yes: usize,
    /// How many answered no.
    ///
    /// vi: Số đơn vị trả lời không.
    pub no: usize,
}

impl<'n> Tallies<'n> {
    pub(crate) fn of(on: &'n FiguresOn<'n>, asked: &Asked) -> Result<Self, AskedFault> {
        let is_question = |measured| matches!(measured, &Measured::YesNo {}).then_some(());
        let catalogue = on.figures().catalogue();
        let (indicator, series, ()) = asked.find(catalogue, "a question", is_question)?;
        let Indicator { measured, reporters, .. } = indicator;
        let mut answers = vec![None; on.size()];
        on.visit_own(series, measured, asked.period, |unit, first, _| {
            if let (Some(place), Known::Answer(yes)) = (answers.get_mut(unit), &first.known) {
                *place = Some(*yes);
            }
        });
        let obliged = on.obliged(reporters);
        let tally = |(own, is_obliged): (Option<bool>, bool)| {
            let counted = own.filter(|_| is_obliged || reporters.is_empty());
            let is = |answer| usize::from(counted == Some(answer));
            Tally { own, obliged: is_obliged.into(), yes: is(true), no: is(false) }
        };
        let mut tallies: Vec<Tally> = answers.into_iter().zip(obliged).map(tally).collect();
        for member in on.upwards() {
            let Some(tally) = tallies.get(member.unit).copied() else { continue };
            if let Some(parent) = member.above.and_then(|above| tallies.get_mut(above)) {
                parent.obliged += tally.obliged;
                parent.yes += tally.yes;
                parent.no += tally.no;
            }
        }
        Ok(Self { on, series, period: asked.period, of_units: tallies })
    }

    /// The tally of a unit and those below it, if it lives on the day.
    #[must_use]
    pub fn of_unit(&self, unit: &UnitId) -> Option<Tally> {
        let unit = self.on.hierarchy().unit(unit)?;
        self.of_units.get(unit.position()).copied()
    }

    /// The tally of the units of the members of a cluster on the day, each once, and those below
    /// them. What the cluster itself answered is told, and not counted.
    #[must_use]
    pub fn of_cluster(&self, cluster: &ClusterId) -> Option<Tally> {
        let position = cluster_position(cluster, self.on.figures().organisation())?;
        let cluster = self.on.hierarchy().cluster(cluster)?;
        let own = self.on.own(self.series, &Measured::YesNo {}, self.period, position);
        let own = own.first().and_then(|row| match row.known {
            Known::Answer(yes) => Some(yes),
            _ => None,
        });
        let mut sum = Tally { own, ..Tally::default() };
        for unit in self.on.top_units(cluster.members().iter().map(|body| &body.unit))? {
            let tally = self.of_units.get(unit.position())?;
            sum.obliged += tally.obliged;
            sum.yes += tally.yes;
            sum.no += tally.no;
        }
        Some(sum)
    }
}

#[cfg(test)]
mod tests;
