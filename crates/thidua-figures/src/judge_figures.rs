//! Judging figures, shares and percentages.

use thidua_notation::{Measure, Quantity as Amount, Share};
use thidua_values::{
    Bounds, ClaimId, Coded, Exact, IndicatorId, Period, Qualifier, Ratio, ReportId, Words,
};

use crate::judge::{Judge, qualified, unqualified};
use crate::{
    ChangeOf, Claim, Course, Indicator, Judgement, Measured, PartsInWhole, Printed, Quantity,
    ReadReport, Reading, Stage, Stated, StatedPercent, Thing, Told, Verdict, at_most,
    report_check::stands_at, stands, whole_numbers,
};

impl<'r> Judge<'r> {
    /// Another claim of the text, if it was read.
    pub(crate) fn read(&self, claim: &ClaimId) -> Option<(&'r Claim, &'r Reading)> {
        read(self.text, claim)
    }

    /// Whether the period of a figure fits the day and the period of the text.
    pub(crate) fn period(&self, claim: &Claim) -> Vec<Judgement> {
        let (Stated::Figure { indicator, period, stage, .. }
        | Stated::Share { indicator, period, stage, .. }) = &claim.states
        else {
            return Vec::new();
        };
        let parts = self.text.report().parts();
        let (day, period, is_done) = (parts.day, *period, *stage == Stage::Done);
        let is_running = is_done && period.last().is_none_or(|last| day < last);
        let to_date = is_running
            .then_some(Judgement { verdict: Verdict::Open, told: Told::ToDate { period, day } });
        // A plan looks ahead, a figure of an earlier year is set beside one of this, and figures of
        // a term, or of a day, have periods of their own.
        let sticks_out = |covers: &Period| covers.overlaps(period) && !covers.covers(period);
        let covers = parts.covers.filter(|it| is_done && sticks_out(it) && self.is_flow(indicator));
        let beyond = covers.map(|covers| Judgement {
            verdict: Verdict::Fails,
            told: Told::BeyondText { period, covers },
        });
        to_date.into_iter().chain(beyond).collect()
    }

    /// Whether an indicator, or the numerator of a ratio, tells what was done in a period.
    fn is_flow(&self, indicator: &IndicatorId) -> bool {
        let measured = |id| self.text.catalogue().indicator(id).map(|it| &it.measured);
        match measured(indicator) {
            Some(Measured::Ratio { part, .. }) => {
                matches!(measured(part), Some(Measured::Flow { .. }))
            }
            other => matches!(other, Some(Measured::Flow { .. })),
        }
    }

    /// Whether parts fit in their whole.
    pub(crate) fn whole_of(
        &self,
        claim: &Claim,
        reading: &Reading,
        parts: &[ClaimId],
    ) -> Option<Judgement> {
        let whole = reading.quantity()?;
        let read = parts.iter().map(|part| self.read(part)).collect::<Option<Vec<_>>>()?;
        if let Some((other, _)) = read.iter().find(|(part, _)| !self.is_alike(claim, part)) {
            return self.other_things(claim, other);
        }
        let amounts = read.iter().map(|(_, it)| it.quantity()).collect::<Option<Vec<_>>>()?;
        let printed = amounts.iter().fold(whole.amount(), |left, part| left - part.amount());
        let found = PartsInWhole::of(amounts.iter().map(|part| part.bounds()), &whole.bounds());
        let (verdict, of) = (found.verdict, self.unit_of(claim)?);
        let told = Told::Parts { found, whole: whole.bounds(), as_printed: printed, of };
        Some(Judgement { verdict, told })
    }

    /// Whether a figure is at most another one.
    pub(crate) fn at_most(
        &self,
        claim: &Claim,
        reading: &Reading,
        other: &ClaimId,
    ) -> Option<Judgement> {
        let (other_claim, other_reading) = self.read(other)?;
        if !self.is_alike(claim, other_claim) {
            return self.other_things(claim, other_claim);
        }
        let this = reading.quantity()?.bounds();
        let other = other_reading.quantity()?.bounds();
        let verdict = at_most(&this, &other);
        Some(Judgement { verdict, told: Told::AtMost { this, other, of: self.unit_of(claim)? } })
    }

    /// Whether a percentage is that of a share.
    pub(crate) fn percentage_of(&self, reading: &Reading, share: &ClaimId) -> Option<Judgement> {
        let stated = reading.quantity()?;
        let (part, whole) = match self.share(share)? {
            Ok(ratio) => bounds_of(ratio),
            Err(share) => return Some(qualified(share)),
        };
        let found = StatedPercent::of(stated.number(), stated.qualifier(), &part, &whole);
        Some(Judgement { verdict: found.verdict, told: Told::Percentage { found } })
    }

    /// The two counts of the share that a claim states, if it was read.
    fn share(&self, claim: &ClaimId) -> Option<Result<Ratio, Share>> {
        Some(unqualified(self.read(claim)?.1.share()?))
    }

    /// By how much a share changed: by each way to read it, and whether the text says so.
    ///
    /// Percentage points have one reading.
    pub(crate) fn change(
        &self,
        claim: &Claim,
        of: &ClaimId,
        course: Course,
        change: &Amount,
    ) -> Vec<Judgement> {
        let told = match self.share(of) {
            Some(Ok(ratio)) => readings_of(ratio, course, change),
            Some(Err(share)) => Told::QualifiedShare { share },
            None => Told::NotRead { claim: of.clone() },
        };
        let word = other_word(claim, course).map(|found| Judgement {
            verdict: Verdict::Fails,
            told: Told::OtherWord { course, found },
        });
        [Judgement { verdict: Verdict::Open, told }].into_iter().chain(word).collect()
    }

    /// Whether a figure is later than the one that it replaces.
    pub(crate) fn replaces(
        &self,
        claim: &Claim,
        reading: &Reading,
        other: &ClaimId,
    ) -> Option<Judgement> {
        let (other_claim, other_reading) = self.read(other)?;
        if let Some(open) = self.unlike(claim, other_claim) {
            return Some(open);
        }
        let is_later = period_of(other_claim)?.start() < period_of(claim)?.start();
        let (earlier, later) = (other_reading.quantity()?.bounds(), reading.quantity()?.bounds());
        let verdict = Verdict::of(Some(is_later));
        Some(Judgement { verdict, told: Told::Replaced { earlier, later } })
    }

    /// Whether what a figure says again is what the other said.
    pub(crate) fn restates(
        &self,
        claim: &Claim,
        reading: &Reading,
        other: &ClaimId,
    ) -> Option<Judgement> {
        let (other_claim, other_reading) = self.read(other)?;
        if let Some(open) = self.unlike(claim, other_claim) {
            return Some(open);
        }
        let (here, there) = (reading.quantity()?.bounds(), other_reading.quantity()?.bounds());
        let verdict = stands(&here, &there);
        Some(Judgement { verdict, told: Told::Restated { here, there } })
    }

    /// A figure beside one of another text: equal if both are of the same, else not to be compared.
    pub(crate) fn beside(
        &self,
        claim: &Claim,
        reading: &Reading,
        report: &ReportId,
        other: &ClaimId,
    ) -> Judgement {
        let open = |told| Judgement { verdict: Verdict::Open, told };
        let report = report.clone();
        let Some(text) = self.others.iter().find(|text| *text.report().id() == report) else {
            return open(Told::NotAtHand { report });
        };
        let found = read(text, other).and_then(|(other, other_reading)| {
            let here = thing(self.text, claim, reading)?;
            Some((other, here, thing(text, other, other_reading)?))
        });
        let Some((other, here, there)) = found else {
            return open(Told::NoFigureThere { report, claim: other.clone() });
        };
        if is_same(&claim.states, &other.states) {
            let verdict = Verdict::of(here.bounds.equals(&there.bounds));
            let (here, there) = (here.bounds, there.bounds);
            return Judgement { verdict, told: Told::Same { report, here, there } };
        }
        open(Told::NotTheSame { report, here, there })
    }

    fn indicator(&self, claim: &Claim) -> Option<&'r Indicator> {
        self.text.catalogue().indicator(claim.states.indicator()?)
    }

    /// Whether two figures count the same things.
    fn is_alike(&self, a: &Claim, b: &Claim) -> bool {
        let quantity = |claim| Some(self.indicator(claim)?.measured.quantity()?.0);
        quantity(a) == quantity(b)
    }

    /// That two figures cannot stand for each other: they count different things, or are of
    /// different units, planned and done, or counted otherwise.
    fn unlike(&self, here: &Claim, there: &Claim) -> Option<Judgement> {
        if !self.is_alike(here, there) {
            return self.other_things(here, there);
        }
        let of = |claim: &Claim| match &claim.states {
            Stated::Figure { about, stage, counted_by, .. } => {
                Some((about.clone(), *stage, *counted_by))
            }
            _ => None,
        };
        let told = Told::OtherFigure { here: of(here)?, there: of(there)? };
        (of(here) != of(there)).then_some(Judgement { verdict: Verdict::Open, told })
    }

    fn other_things(&self, here: &Claim, there: &Claim) -> Option<Judgement> {
        let (here, there) = (self.unit_of(here)?, self.unit_of(there)?);
        Some(Judgement { verdict: Verdict::Open, told: Told::OtherThings { here, there } })
    }

    /// What the figure of a claim counts, with the blank before it.
    fn unit_of(&self, claim: &Claim) -> Option<Words> {
        let words = match self.indicator(claim)?.measured.quantity() {
            Some((of, _)) => Quantity::words(of),
            None => return Some(Words::new("%", " %")),
        };
        Some(Words::new(format!(" {}", words.vi), format!(" {}", words.en)))
    }
}

fn read<'r>(text: &'r ReadReport<'_>, claim: &ClaimId) -> Option<(&'r Claim, &'r Reading)> {
    let at = text.report().position(claim)?;
    text.report().claims().get(at).zip(text.reading(claim))
}

fn bounds_of(ratio: Ratio) -> (Bounds, Bounds) {
    let exactly = |figure| Bounds::exactly(Exact::from(figure));
    (exactly(ratio.part()), exactly(ratio.whole()))
}

/// What the earlier figure was, by each way to read a change.
fn readings_of(ratio: Ratio, course: Course, stated: &Amount) -> Told {
    let size = match stated.qualifier() {
        Qualifier::Exactly => Printed::of(stated.number()).half_up(),
        _ => stated.bounds(),
    };
    let change = if course == Course::Fall { -size } else { size };
    let (part, whole) = bounds_of(ratio);
    let earlier = |reading: ChangeOf| {
        let earlier = reading.earlier(&change, &part, &whole);
        let is_part = reading == ChangeOf::PartInPercent;
        let earlier = earlier.and_then(|it| if is_part { whole_numbers(&it) } else { Some(it) });
        (reading, earlier)
    };
    let readings = match stated.measure() {
        Measure::PercentagePoint => vec![earlier(ChangeOf::RateInPoints)],
        _ => ChangeOf::ALL.map(earlier).to_vec(),
    };
    Told::Change { change, readings }
}

const fn period_of(claim: &Claim) -> Option<Period> {
    if let Stated::Figure { period, .. } = claim.states { Some(period) } else { None }
}

/// What the figure of a claim is of.
fn thing(text: &ReadReport<'_>, claim: &Claim, reading: &Reading) -> Option<Thing> {
    let indicator = text.catalogue().indicator(claim.states.indicator()?)?;
    Some(Thing {
        bounds: reading.quantity()?.bounds(),
        indicator: indicator.name.clone(),
        measured: indicator.measured.words(),
        period: period_of(claim)?,
    })
}

/// Whether two figures are of the same: nothing else than the values may differ.
fn is_same(a: &Stated, b: &Stated) -> bool {
    let key = |stated: &Stated| match stated {
        Stated::Figure { about, indicator, period, stage, counted_by, .. } => {
            Some((about.clone(), indicator.clone(), *period, *stage, *counted_by))
        }
        _ => None,
    };
    key(a) == key(b)
}

/// The words before the number of a change, if they do not say whether it rose or fell.
fn other_word(claim: &Claim, course: Course) -> Option<String> {
    let numeral = claim.numeral.as_ref()?;
    let quote = claim.quote.as_str();
    let before = quote.get(..*stands_at(quote, numeral.as_str()).first()?)?;
    let words = before.split(|c: char| !c.is_alphabetic());
    let said = words.into_iter().any(|word| word.to_lowercase() == course.words().vi);
    (!said).then(|| before.trim().to_owned())
}
