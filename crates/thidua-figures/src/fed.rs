//! Figures as evidence (minh chứng) for a rulebook, with where each piece comes from.

use thidua_scoring::{Column, EvidenceParts, EvidenceRecord, EvidenceValue, Needed};
use thidua_values::{
    Basis, Bounds, Coded, CriterionId, Exact, Figure, Period, SubjectId, UnitId, Words,
};

use crate::{
    Asked, AskedFault, Feed, Feeds, FiguresOn, Missing, Observation, OtherCatalogue, Shares, Stage,
    Tallies, Total, Totals,
};

/// Evidence that figures came to.
#[derive(Clone, Debug)]
pub struct Fed {
    /// The evidence, to be [bound](thidua_scoring::Evidence::try_new) to the rulebook.
    pub evidence: EvidenceParts,
    /// Where each record comes from, in the order of the records.
    pub trail: Vec<Trail>,
    /// What could not be answered: those criteria have no record, and so are missing.
    pub unfed: Vec<Unfed>,
}

/// Where a record comes from.
#[derive(Clone, Debug)]
pub struct Trail {
    /// The unit whose figures were taken.
    pub unit: UnitId,
    /// The feed.
    pub feed: Feed,
    /// The observations that the value was computed from.
    pub terms: Vec<Observation>,
}

/// A criterion that figures could not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfed {
    /// Of whom.
    pub subject: SubjectId,
    /// The criterion, condition or fact.
    pub criterion: CriterionId,
    /// Why.
    pub because: WhyUnfed,
}

/// Why figures could not answer a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyUnfed {
    /// The unit does not live on the day.
    NotLiving(UnitId),
    /// Nothing was reported, or these units were obliged to report and did not.
    NotReported(Vec<UnitId>),
    /// The figure is known within bounds alone, and evidence is exact.
    NotExact(Bounds),
    /// The number has more digits than a figure of evidence.
    TooLong(Exact),
}

impl Coded for WhyUnfed {
    fn code(&self) -> &'static str {
        match self {
            Self::NotLiving(_) => "not_living",
            Self::NotReported(_) => "not_reported",
            Self::NotExact(_) => "not_exact",
            Self::TooLong(_) => "too_long",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::NotLiving(unit) => Words::new(
                format!("đơn vị `{unit}` không tồn tại vào ngày đó"),
                format!("the unit `{unit}` does not live on the day"),
            ),
            Self::NotReported(units) if units.is_empty() => {
                Words::new("chưa có báo cáo", "nothing was reported")
            }
            Self::NotReported(units) => {
                let units: Vec<_> = units.iter().map(|unit| format!("`{unit}`")).collect();
                let units = units.join(", ");
                Words::new(format!("thiếu báo cáo của {units}"), format!("no report of {units}"))
            }
            Self::NotExact(bounds) => Words::new(
                format!("số liệu chỉ biết trong khoảng {bounds}"),
                format!("the figure is known within {bounds} alone"),
            ),
            Self::TooLong(number) => Words::new(
                format!("số liệu {number} có quá nhiều chữ số"),
                format!("the figure {number} has too many digits"),
            ),
        }
    }
}

impl Fed {
    /// Where the record of a subject and a criterion comes from, if there is one.
    #[must_use]
    pub fn trail_of(&self, subject: &SubjectId, criterion: &CriterionId) -> Option<&Trail> {
        let mut pairs = self.evidence.records.iter().zip(&self.trail);
        let is_it =
            |record: &EvidenceRecord| record.subject == *subject && record.criterion == *criterion;
        pairs.find_map(|(record, trail)| is_it(record).then_some(trail))
    }
}

impl FiguresOn<'_> {
    /// Answers criteria by what units report of a period: of each subject and each feed a record,
    /// or why there is none. Nothing is guessed: of a total of which a part is missing, or that is
    /// not known exactly, no record is made.
    ///
    /// Each subject comes with the unit whose figures are its own: of a Front committee that of
    /// which it is the committee.
    ///
    /// # Errors
    ///
    /// The feeds are of another catalogue than the figures.
    pub fn feed(
        &self,
        feeds: &Feeds<'_>,
        period: Period,
        subjects: impl IntoIterator<Item = (SubjectId, UnitId)>,
    ) -> Result<Fed, OtherCatalogue> {
        OtherCatalogue::check(feeds.catalogue(), self)?;
        let subjects: Vec<_> = subjects.into_iter().collect();
        let (title, answers) = (feeds.title().clone(), feeds.answers().clone());
        let evidence = EvidenceParts { title, answers, records: Vec::new() };
        let mut fed = Fed { evidence, trail: Vec::new(), unfed: Vec::new() };
        for (feed, needed) in feeds.feeds() {
            // The feeds fit the catalogue, so that each of their indicators can be asked for.
            let Ok(reported) = Reported::of(self, feed, needed, period) else { continue };
            for (subject, unit) in &subjects {
                fed.take(subject, unit, feed, reported.by(unit));
            }
        }
        Ok(fed)
    }
}

/// What was reported of an indicator, as its criterion needs it.
enum Reported<'n> {
    Share(Shares<'n>),
    Count(Totals<'n>),
    Number(Totals<'n>),
    /// What was done, and what was planned.
    Target(Totals<'n>, Totals<'n>),
    /// What was done in what was planned.
    OfPlan(Totals<'n>, Totals<'n>),
    Answer(&'n FiguresOn<'n>, Tallies<'n>, Asked),
}

/// The value of a criterion with its terms.
type Value<'t> = (EvidenceValue, Vec<&'t Observation>);

impl<'n> Reported<'n> {
    fn of(
        on: &'n FiguresOn<'n>,
        feed: &Feed,
        needed: Needed,
        period: Period,
    ) -> Result<Self, AskedFault> {
        let Feed { indicator, counted_by, .. } = feed.clone();
        let asked = Asked { indicator, period, stage: Stage::Done, counted_by };
        let planned = || Asked { stage: Stage::Planned, ..asked.clone() };
        let totals = |asked: &Asked| on.totals(asked, Missing::Refuse);
        Ok(match needed {
            Needed::Share => match on.shares(&asked, Missing::Refuse) {
                Ok(shares) => Self::Share(shares),
                Err(_) => Self::OfPlan(totals(&asked)?, totals(&planned())?),
            },
            Needed::Count => Self::Count(totals(&asked)?),
            Needed::Target => Self::Target(totals(&asked)?, totals(&planned())?),
            Needed::Met => Self::Answer(on, on.tallies(&asked)?, asked),
            // Marks and days are fed by nothing.
            Needed::Number | Needed::Marks | Needed::HandedIn => Self::Number(totals(&asked)?),
        })
    }

    fn by(&self, unit: &UnitId) -> Result<Value<'_>, WhyUnfed> {
        let not_living = || WhyUnfed::NotLiving(unit.clone());
        match self {
            Self::Share(shares) => {
                let share = shares.of_unit(unit).ok_or_else(not_living)?;
                let (part, mut terms) = exact(share.part())?;
                let (whole, of_whole) = exact(share.whole())?;
                terms.extend(of_whole);
                Ok((EvidenceValue::Share { part, whole }, terms))
            }
            Self::Count(totals) => {
                let (figure, terms) = exact(totals.of_unit(unit).ok_or_else(not_living)?)?;
                let count = figure.to_string().parse();
                let too_long = |_| WhyUnfed::TooLong(Exact::from(figure));
                Ok((EvidenceValue::Count { count: count.map_err(too_long)? }, terms))
            }
            Self::Number(totals) => {
                let (number, terms) = exact(totals.of_unit(unit).ok_or_else(not_living)?)?;
                Ok((EvidenceValue::Number { number }, terms))
            }
            Self::Target(done, planned) | Self::OfPlan(done, planned) => {
                let (actual, mut terms) = exact(done.of_unit(unit).ok_or_else(not_living)?)?;
                let (target, of_plan) = exact(planned.of_unit(unit).ok_or_else(not_living)?)?;
                terms.extend(of_plan);
                let value = match self {
                    Self::OfPlan(..) => EvidenceValue::Share { part: actual, whole: target },
                    _ => EvidenceValue::Target { actual, target },
                };
                Ok((value, terms))
            }
            Self::Answer(on, tallies, asked) => {
                let tally = tallies.of_unit(unit).ok_or_else(not_living)?;
                let met = tally.own.ok_or_else(|| WhyUnfed::NotReported(vec![unit.clone()]))?;
                let position = on.figures().organisation().position(unit);
                let terms = position.map(|unit| on.told_by(unit, asked)).unwrap_or_default();
                Ok((EvidenceValue::Met { met }, terms))
            }
        }
    }
}

/// A total that is known exactly, with its terms.
fn exact(total: Total<'_>) -> Result<(Figure, Vec<&Observation>), WhyUnfed> {
    let missing = || total.missing().iter().map(|unit| unit.id().clone()).collect();
    let bounds = total.bounds().ok_or_else(|| WhyUnfed::NotReported(missing()))?;
    let number = bounds.number().ok_or_else(|| WhyUnfed::NotExact(bounds.clone()))?;
    let figure = number.to_string().parse();
    Ok((figure.map_err(|_| WhyUnfed::TooLong(number.clone()))?, total.terms()))
}

impl Fed {
    fn take(
        &mut self,
        subject: &SubjectId,
        unit: &UnitId,
        feed: &Feed,
        value: Result<Value<'_>, WhyUnfed>,
    ) {
        let (subject, criterion) = (subject.clone(), feed.criterion.clone());
        // A value that rests on nothing would be a guess.
        let nothing = || WhyUnfed::NotReported(Vec::new());
        let rests = value.and_then(|(value, terms)| {
            let basis = Basis::together(terms.iter().map(|term| &term.basis));
            Ok((value, basis.ok_or_else(nothing)?, terms))
        });
        match rests {
            Ok((value, basis, terms)) => {
                let (column, because, note) = (Column::SelfScored, None, None);
                let record =
                    EvidenceRecord { subject, criterion, column, value, because, basis, note };
                self.evidence.records.push(record);
                let (feed, terms) = (feed.clone(), terms.into_iter().cloned().collect());
                self.trail.push(Trail { unit: unit.clone(), feed, terms });
            }
            Err(because) => self.unfed.push(Unfed { subject, criterion, because }),
        }
    }
}

#[cfg(test)]
mod tests;
