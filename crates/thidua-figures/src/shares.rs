//! Shares: of each unit a numerator and a denominator, both with their terms.

use thidua_values::{Bounds, ClusterId, End, Exact, UnitId};

use crate::row::Series;
use crate::sum::Sum;
use crate::{
    Asked, AskedFault, ClusterShare, FiguresOn, Indicator, Measured, Missing, Total, Totals,
};

/// The shares of all units that live on a day.
///
/// A share is the total of the numerator in that of the denominator: never the mean of the shares
/// below.
#[derive(Debug)]
pub struct Shares<'n> {
    on: &'n FiguresOn<'n>,
    indicator: &'n Indicator,
    series: Series,
    asked: Asked,
    part: Totals<'n>,
    whole: Totals<'n>,
}

impl<'n> Shares<'n> {
    pub(crate) fn of(
        on: &'n FiguresOn<'n>,
        asked: &Asked,
        missing: Missing,
    ) -> Result<Self, AskedFault> {
        let parts = |measured: &'n Measured| match measured {
            Measured::Ratio { part, whole } => Some((part, whole)),
            _ => None,
        };
        let (indicator, series, (part, whole)) =
            asked.find(on.figures().catalogue(), "a ratio", parts)?;
        let part = on.totals(&asked.of(part), missing)?;
        let whole = on.totals(&asked.of(whole), missing)?;
        Ok(Self { on, indicator, series, asked: asked.clone(), part, whole })
    }

    /// The indicator.
    #[must_use]
    pub const fn indicator(&self) -> &'n Indicator {
        self.indicator
    }

    /// The totals of the numerator.
    #[must_use]
    pub const fn part(&self) -> &Totals<'n> {
        &self.part
    }

    /// The totals of the denominator.
    #[must_use]
    pub const fn whole(&self) -> &Totals<'n> {
        &self.whole
    }

    /// The share of a cluster, of its members on the day.
    #[must_use]
    pub fn of_cluster(&self, cluster: &ClusterId) -> Option<ClusterShare<'_>> {
        let (part, whole) = (self.part.of_cluster(cluster)?, self.whole.of_cluster(cluster)?);
        Some(ClusterShare::new(self, part, whole))
    }

    /// The share of a unit, if it lives on the day.
    #[must_use]
    pub fn of_unit(&self, unit: &UnitId) -> Option<Share<'_>> {
        let (part, whole) = (self.part.of_unit(unit)?, self.whole.of_unit(unit)?);
        Some(Share { shares: self, part, whole })
    }

    /// The percentage that was stated of a unit or a cluster, by its position.
    pub(crate) fn stated(&self, about: usize) -> Option<Bounds> {
        let Self { on, indicator, series, asked, .. } = self;
        let stated = on.own(*series, &indicator.measured, asked.period, about);
        let mut sum = Sum::default();
        stated.first().map(|row| sum.say(&row.known))?;
        Some(sum.bounds())
    }

    pub(crate) const fn on(&self) -> &'n FiguresOn<'n> {
        self.on
    }
}

/// The share of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Share<'s> {
    shares: &'s Shares<'s>,
    part: Total<'s>,
    whole: Total<'s>,
}

impl<'s> Share<'s> {
    /// The total of the numerator.
    #[must_use]
    pub const fn part(self) -> Total<'s> {
        self.part
    }

    /// The total of the denominator.
    #[must_use]
    pub const fn whole(self) -> Total<'s> {
        self.whole
    }

    /// What is known of the quotient, a share of one; none where one of the totals is, or where
    /// the denominator is 0.
    #[must_use]
    pub fn quotient(self) -> Option<Bounds> {
        quotient(&self.part.bounds()?, &self.whole.bounds()?)
    }

    /// The percentage that the unit itself stated, which nothing is computed with.
    #[must_use]
    pub fn stated_percent(self) -> Option<Bounds> {
        self.shares.stated(self.part.unit().position())
    }
}

/// What is known of a quotient of two numbers that are not below 0; none if the second is 0.
pub(crate) fn quotient(part: &Bounds, whole: &Bounds) -> Option<Bounds> {
    let by_zero = whole.number().is_some_and(Exact::is_zero);
    if by_zero {
        return None;
    }
    // The least is as little as there may be of as much as there may be.
    let least = part.low().map(|low| match whole.high() {
        Some(high) => over(low, high),
        // Of a denominator without an end it comes as near to 0 as one likes.
        None => Some(End { at: Exact::zero(), included: low.included && low.at.is_zero() }),
    });
    let most = part.high().zip(whole.low()).and_then(|(high, low)| over(high, low));
    Bounds::between(least.flatten(), most)
}

fn over(part: &End, whole: &End) -> Option<End> {
    let at = part.at.checked_div(&whole.at)?;
    // 0 of what it cannot be is still 0.
    let included = part.included && (whole.included || part.at.is_zero());
    Some(End { at, included })
}

#[cfg(test)]
mod tests;
