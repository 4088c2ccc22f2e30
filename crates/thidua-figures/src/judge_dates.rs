//! Judging dates and counts of years.

use thidua_notation::{Date, Span};
use thidua_values::{Bounds, ClaimId, Day};

use crate::judge::Judge;
use crate::{Claim, Judgement, Reading, Stated, Told, Verdict, When, stands};

impl Judge<'_> {
    /// Whether a date comes after another one.
    pub(crate) fn after(
        &self,
        claim: &Claim,
        reading: &Reading,
        other: &ClaimId,
    ) -> Option<Judgement> {
        let (other_claim, other_reading) = self.read(other)?;
        let this = (when(claim)?, reading.date()?);
        let other = (when(other_claim)?, other_reading.date()?);
        let [(first, last), (other_first, other_last)] = [days(this)?, days(other)?];
        let verdict = if other_last < first {
            Verdict::Holds
        } else if last <= other_first {
            Verdict::Fails
        } else {
            Verdict::Open
        };
        Some(Judgement { verdict, told: Told::After { this, other } })
    }

    /// Whether a count is that of the years from a day to its anniversary.
    pub(crate) fn years_between(
        &self,
        reading: &Reading,
        first: &ClaimId,
        anniversary: &ClaimId,
    ) -> Option<Judgement> {
        let stated = reading.quantity()?.bounds();
        let [from, to] = [first, anniversary].map(|claim| self.read(claim)?.1.date());
        let (from, to) = (from?, to?);
        if from.span() != to.span() {
            let told = Told::OtherSpans { from, to };
            return Some(Judgement { verdict: Verdict::Open, told });
        }
        let (from, to) = (from.period().start(), to.period().start());
        let years = to.year().checked_sub(from.year()).filter(|_| to.is_anniversary_of(from));
        let holds = |years: u16| stands(&stated, &Bounds::exactly(i64::from(years).into()));
        let verdict = years.map_or(Verdict::Fails, holds);
        Some(Judgement { verdict, told: Told::YearsBetween { stated, from, to, years } })
    }

    /// Whether a count is that of years, each of which follows the one before.
    pub(crate) fn years_in_a_row(&self, reading: &Reading, years: &[ClaimId]) -> Option<Judgement> {
        let stated = reading.quantity()?.bounds();
        let year = |claim| {
            let date = self.read(claim)?.1.date()?;
            (date.span() == Span::Year).then_some(date.period().start().year())
        };
        let years = years.iter().map(year).collect::<Option<Vec<u16>>>()?;
        let followed = years.iter().zip(years.iter().skip(1));
        let in_a_row = followed.into_iter().all(|(a, b)| a.checked_add(1) == Some(*b));
        let count = i64::try_from(years.len()).ok()?;
        let verdict =
            if in_a_row { stands(&stated, &Bounds::exactly(count.into())) } else { Verdict::Fails };
        Some(Judgement { verdict, told: Told::YearsInARow { stated, years } })
    }
}

/// How a claim bounds its date.
const fn when(claim: &Claim) -> Option<When> {
    if let Stated::Date { when, .. } = claim.states { Some(when) } else { None }
}

/// The first and the last day that a date may be. Of a deadline that is the deadline itself, since
/// deadlines are set beside each other; of the end of a month its last third.
fn days((when, date): (When, Date)) -> Option<(Day, Day)> {
    const LAST_THIRD: u32 = 21;
    let (first, last) = (date.period().start(), date.period().last()?);
    let first = match (when, date.span()) {
        (When::EndOf, Span::Month) => Day::from_ymd(first.year(), first.month(), LAST_THIRD)?,
        _ => first,
    };
    Some((first, last))
}

#[cfg(test)]
mod tests;
