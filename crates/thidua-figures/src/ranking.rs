//! Places: whose figures lead, and whose lag behind.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use thidua_organisation::Hierarchy;
use thidua_values::{Bounds, Day, End, Fault, IndicatorId, UnitId};
use thiserror::Error;

use crate::{Direction, Indicator, Shares, Totals};

/// Figures beside each other, by the places (thứ hạng) that each may have.
///
/// Equal figures share a place, and the next one is as many places further down: 1, 2, 2, 4. Of
/// figures that are not known exactly only the places are known that are possible, and one that is
/// not known at all may have any.
///
/// # Examples
///
/// ```
/// use thidua_figures::{Direction, Ranking};
/// use thidua_values::Bounds;
///
/// let funds = [
///     ("Đông Anh", Some(Bounds::exactly(2_280.into()))),
///     ("Thanh Trì", Some(Bounds::above(1_600.into()))),
///     ("Gia Lâm", Some(Bounds::exactly(900.into()))),
/// ];
/// let ranking = Ranking::of(Direction::MoreIsBetter, funds).ok_or("no direction")?;
/// let places: Vec<_> = ranking.places().iter().map(|it| (it.item, it.best, it.worst)).collect();
/// assert_eq!(places, [("Thanh Trì", 1, 2), ("Đông Anh", 1, 2), ("Gia Lâm", 3, 3)]);
/// assert_eq!(ranking.laggards().count(), 1);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking<T> {
    places: Vec<Ranked<T>>,
}

/// A figure and its place among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked<T> {
    /// Whose figure.
    pub item: T,
    /// What is known of it; none if nothing is.
    pub figure: Option<Bounds>,
    /// The best place that it may have, from 1.
    pub best: usize,
    /// The worst.
    pub worst: usize,
    /// How many are surely worse.
    surely_behind: usize,
}

impl<T> Ranked<T> {
    /// The place, if no other is possible.
    #[must_use]
    pub fn place(&self) -> Option<usize> {
        (self.best == self.worst).then_some(self.best)
    }
}

impl<T: Ord> Ranking<T> {
    /// The places of figures by what is better; none if neither more nor less is. Of one that comes
    /// twice the last figure counts, as in any map.
    pub fn of(
        direction: Direction,
        figures: impl IntoIterator<Item = (T, Option<Bounds>)>,
    ) -> Option<Self> {
        let sign: fn(Bounds) -> Bounds = match direction {
            Direction::MoreIsBetter => |figure| figure,
            Direction::LessIsBetter => |figure| -figure,
            Direction::Neither => return None,
        };
        let figures: BTreeMap<T, Option<Bounds>> = figures.into_iter().collect();
        let worth = |figure: &Option<Bounds>| sign(figure.clone().unwrap_or(Bounds::unknown()));
        let worths: Vec<Bounds> = figures.values().map(worth).collect();
        let field = Field::of(&worths);
        let places = figures.into_iter().zip(&worths);
        let mut places: Vec<_> =
            places.map(|((item, figure), worth)| field.place(item, figure, worth)).collect();
        places.sort_by(|a, b| (a.best, a.worst, &a.item).cmp(&(b.best, b.worst, &b.item)));
        Some(Self { places })
    }

    /// All places: by the best that is possible, then by the worst.
    #[must_use]
    pub fn places(&self) -> &[Ranked<T>] {
        &self.places
    }

    /// The place of one.
    #[must_use]
    pub fn of_item(&self, item: &T) -> Option<&Ranked<T>> {
        self.places.iter().find(|ranked| ranked.item == *item)
    }

    /// The leaders: nobody is surely better.
    pub fn leaders(&self) -> impl Iterator<Item = &Ranked<T>> {
        self.places.iter().take_while(|ranked| ranked.best == 1)
    }

    /// The laggards: nobody is surely worse.
    pub fn laggards(&self) -> impl Iterator<Item = &Ranked<T>> {
        self.places.iter().filter(|ranked| ranked.surely_behind == 0)
    }
}

/// All that is ranked, in the order of either end.
struct Field<'w> {
    by_low: Vec<&'w Bounds>,
    by_high: Vec<&'w Bounds>,
}

impl<'w> Field<'w> {
    fn of(worths: &'w [Bounds]) -> Self {
        let (mut by_low, mut by_high): (Vec<_>, Vec<_>) = worths.iter().map(|it| (it, it)).unzip();
        by_low.sort_by(|a, b| ends(a.low(), b.low(), Ordering::Less));
        by_high.sort_by(|a, b| ends(a.high(), b.high(), Ordering::Greater));
        Self { by_low, by_high }
    }

    /// The place of one of those that are ranked.
    fn place<T>(&self, item: T, figure: Option<Bounds>, worth: &Bounds) -> Ranked<T> {
        let all = self.by_low.len();
        // Whether others are surely ahead depends on their low end, the rest on their high end.
        let not_ahead = self.by_low.partition_point(|other| worth.is_below(other) != Some(true));
        let never_ahead =
            self.by_high.partition_point(|other| worth.is_below(other) == Some(false));
        let surely_behind =
            self.by_high.partition_point(|other| other.is_below(worth) == Some(true));
        let itself = usize::from(worth.is_below(worth).is_none());
        let (best, worst) = (1 + all - not_ahead, 1 + all - never_ahead - itself);
        Ranked { item, figure, best, worst, surely_behind }
    }
}

/// The order of two ends, of which one that is not there is less or greater than all others.
fn ends(a: Option<&End>, b: Option<&End>, none: Ordering) -> Ordering {
    // Of ends at one number the one with it reaches further out.
    let reach = |end: &End| end.included == (none == Ordering::Greater);
    match (a, b) {
        (Some(a), Some(b)) => (&a.at, reach(a)).cmp(&(&b.at, reach(b))),
        (None, None) => Ordering::Equal,
        (None, Some(_)) => none,
        (Some(_), None) => none.reverse(),
    }
}

/// Why figures have no places.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum RankingFault {
    /// Of the indicator neither more nor less is better.
    NoDirection(IndicatorId),
    /// A unit does not live on the day of the totals.
    NotLiving {
        /// The unit.
        unit: UnitId,
        /// The day.
        day: Day,
    },
}

impl Fault for RankingFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoDirection(_) => "no_direction",
            Self::NotLiving { .. } => "not_living",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::NoDirection(_) => "an indicator of which more or less is better".to_owned(),
            Self::NotLiving { day, .. } => format!("a unit that lives on {day}"),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::NoDirection(indicator) => format!("`{indicator}`, of which neither is"),
            Self::NotLiving { unit, .. } => format!("`{unit}`"),
        }
    }
}

/// The places of units, of each of which a figure is known or not.
fn ranking<'u>(
    indicator: &Indicator,
    hierarchy: &Hierarchy<'_>,
    units: impl IntoIterator<Item = &'u UnitId>,
    figure: impl Fn(&UnitId) -> Option<Bounds>,
) -> Result<Ranking<UnitId>, RankingFault> {
    let figure = |unit: &UnitId| {
        let not_living = || RankingFault::NotLiving { unit: unit.clone(), day: hierarchy.day() };
        hierarchy.unit(unit).ok_or_else(not_living)?;
        Ok((unit.clone(), figure(unit)))
    };
    let figures = units.into_iter().map(figure).collect::<Result<Vec<_>, _>>()?;
    let no_direction = || RankingFault::NoDirection(indicator.id.clone());
    Ranking::of(indicator.direction, figures).ok_or_else(no_direction)
}

impl Totals<'_> {
    /// The places of units among each other, such as those [of the members](crate::ClusterTotal::members)
    /// of a cluster (cụm thi đua), by the direction of the indicator.
    ///
    /// # Errors
    ///
    /// The first unit that does not live on the day, or that the indicator has no direction.
    pub fn ranking<'u>(
        &self,
        units: impl IntoIterator<Item = &'u UnitId>,
    ) -> Result<Ranking<UnitId>, RankingFault> {
        let figure = |unit: &UnitId| self.of_unit(unit)?.bounds();
        ranking(self.indicator(), self.on().hierarchy(), units, figure)
    }
}

impl Shares<'_> {
    /// The places of units among each other by their shares, as those [of totals](Totals::ranking).
    ///
    /// # Errors
    ///
    /// The first unit that does not live on the day, or that the indicator has no direction.
    pub fn ranking<'u>(
        &self,
        units: impl IntoIterator<Item = &'u UnitId>,
    ) -> Result<Ranking<UnitId>, RankingFault> {
        let figure = |unit: &UnitId| self.of_unit(unit)?.quotient();
        ranking(self.indicator(), self.on().hierarchy(), units, figure)
    }
}

#[cfg(test)]
mod tests;
