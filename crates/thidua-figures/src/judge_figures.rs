//! Judging figures, shares and percentages.

use thidua_notation::Quantity as Amount;
use thidua_values::{Bounds, ClaimId, Coded, Exact, Period, ReportId, Words};

use crate::judge::Judge;
use crate::{
    ChangeOf, Claim, Course, Indicator, Judgement, PartsInWhole, Printed, Quantity, ReadReport,
    Reading, Stage, Stated, StatedPercent, Thing, Told, Verdict, at_most, stands, whole_numbers,
};

impl<'r> Judge<'r> {
    /// Another claim of the text, if it was read.
    pub(crate) fn read(&self, claim: &ClaimId) -> Option<(&'r Claim, &'r Reading)> {
        read(self.text, claim)
    }

    /// Whether the period of a figure fits the day and the period of the text.
    pub(crate) fn period(&self, claim: &Claim) -> Vec<Judgement> {
        let (Stated::Figure { period, stage, .. } | Stated::Share { period, stage, .. }) =
            claim.states
        else {
            return Vec::new();
        };
        let parts = self.text.report().parts();
        let (day, covers) = (parts.day, parts.covers.filter(|covers| !covers.covers(period)));
        let is_running = stage == Stage::Done && period.last().is_none_or(|last| day < last);
        let to_date = is_running
            .then_some(Judgement { verdict: Verdict::Open, told: Told::ToDate { period, day } });
        let beyond = covers.map(|covers| Judgement {
            verdict: Verdict::Fails,
            told: Told::BeyondText { period, covers },
        });
        to_date.into_iter().chain(beyond).collect()
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
        let (part, whole) = self.share(share)?;
        let found = StatedPercent::of(stated.number(), stated.qualifier(), &part, &whole);
        Some(Judgement { verdict: found.verdict, told: Told::Percentage { found } })
    }

    /// What is known of the numerator and the denominator of a share that has no qualifier.
    fn share(&self, claim: &ClaimId) -> Option<(Bounds, Bounds)> {
        let ratio = self.read(claim)?.1.share()?.ratio();
        let exactly = |figure| Bounds::exactly(Exact::from(figure));
        Some((exactly(ratio.part()), exactly(ratio.whole())))
    }

    /// By how much a share changed: by each way to read it, and whether the text says so.
    pub(crate) fn change(
        &self,
        claim: &Claim,
        of: &ClaimId,
        course: Course,
        change: &Amount,
    ) -> Vec<Judgement> {
        let printed = Printed::of(change.number()).half_up();
        let change = if course == Course::Fall { -printed } else { printed };
        let readings = self.share(of).map(|(part, whole)| {
            let earlier = |reading: ChangeOf| {
                let earlier = reading.earlier(&change, &part, &whole);
                let is_part = reading == ChangeOf::PartInPercent;
                let earlier =
                    earlier.and_then(|it| if is_part { whole_numbers(&it) } else { Some(it) });
                (reading, earlier)
            };
            ChangeOf::ALL.map(earlier).to_vec()
        });
        let told = match readings {
            Some(readings) => Told::Change { change, readings },
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
        let is_later = period_of(other_claim)?.start() < period_of(claim)?.start();
        let (earlier, later) = (other_reading.quantity()?.bounds(), reading.quantity()?.bounds());
        let verdict = Verdict::of(Some(is_later));
        Some(Judgement { verdict, told: Told::Replaced { earlier, later } })
    }

    /// Whether what a figure says again is what the other said.
    pub(crate) fn restates(&self, reading: &Reading, other: &ClaimId) -> Option<Judgement> {
        let (here, there) =
            (reading.quantity()?.bounds(), self.read(other)?.1.quantity()?.bounds());
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
        let there = self.others.iter().find(|text| text.report().id() == report);
        let found = there.and_then(|text| Some((text, read(text, other)?)));
        let Some((text, (other, other_reading))) = found else {
            let told = Told::NotAtHand { report: report.clone() };
            return Judgement { verdict: Verdict::Open, told };
        };
        let report = report.clone();
        let things = thing(self.text, claim, reading).zip(thing(text, other, other_reading));
        let Some((here, there)) = things else {
            return Judgement { verdict: Verdict::Open, told: Told::NotAtHand { report } };
        };
        if is_same(&claim.states, &other.states) {
            let verdict = Verdict::of(here.bounds.equals(&there.bounds));
            let (here, there) = (here.bounds, there.bounds);
            return Judgement { verdict, told: Told::Same { report, here, there } };
        }
        Judgement { verdict: Verdict::Open, told: Told::NotTheSame { report, here, there } }
    }

    fn indicator(&self, claim: &Claim) -> Option<&'r Indicator> {
        self.text.catalogue().indicator(claim.states.indicator()?)
    }

    /// Whether two figures count the same things.
    fn is_alike(&self, a: &Claim, b: &Claim) -> bool {
        let quantity = |claim| Some(self.indicator(claim)?.measured.quantity()?.0);
        quantity(a) == quantity(b)
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
    let reading = text.reading(claim)?;
    let claim = text.report().claims().iter().find(|other| other.id == *claim)?;
    Some((claim, reading))
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
    let (before, _) = claim.quote.as_str().split_once(numeral.as_str())?;
    let said = before.split_whitespace().any(|word| word.to_lowercase() == course.words().vi);
    (!said).then(|| before.trim().to_owned())
}
