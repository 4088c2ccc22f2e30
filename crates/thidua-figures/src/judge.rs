//! Judging: what holds of the claims of a text, what does not, and what cannot be told.

use thidua_notation::{NameKey, Share};
use thidua_values::{ClaimId, Coded, Phrase, Qualifier, Ratio};

use crate::{Claim, Judgement, ReadReport, Reading, Refusal, Relation, Stated, Told, Verdict};

/// A claim, what was read of it, and what was computed.
#[derive(Clone, Debug)]
pub struct Judged<'r> {
    /// The claim.
    pub claim: &'r Claim,
    /// What was read of it, or why nothing was.
    pub read: &'r Result<Reading, Refusal>,
    /// What was computed: of the claim by itself, then of each relation. Nothing where there is
    /// nothing that it could be held against.
    pub judgements: Vec<Judgement>,
}

impl ReadReport<'_> {
    /// Judges the claims as they stand in the text.
    ///
    /// A claim that is set beside one of another text finds that text among `others`.
    #[must_use]
    pub fn judge<'r>(&'r self, others: &'r [ReadReport<'_>]) -> Vec<Judged<'r>> {
        let judge = Judge { text: self, others };
        let judged = |(claim, read): (&'r Claim, &'r Result<Reading, Refusal>)| {
            let judgements = match read {
                Ok(reading) => judge.claim(claim, reading),
                Err(refusal) => {
                    let verdict =
                        if refusal.is_impossible() { Verdict::Fails } else { Verdict::Open };
                    let (printed, refusal) = (claim.read_words().clone(), refusal.clone());
                    vec![Judgement { verdict, told: Told::Refused { printed, refusal } }]
                }
            };
            Judged { claim, read, judgements }
        };
        self.claims().map(judged).collect()
    }
}

/// A text whose claims are judged.
#[derive(Clone, Copy)]
pub(crate) struct Judge<'r> {
    pub(crate) text: &'r ReadReport<'r>,
    pub(crate) others: &'r [ReadReport<'r>],
}

impl Judge<'_> {
    fn claim(&self, claim: &Claim, reading: &Reading) -> Vec<Judgement> {
        let mut judgements = self.alone(claim, reading);
        judgements.extend(claim.relations.iter().map(|relation| {
            // A relation to what was not read is open.
            self.relation(claim, reading, relation).unwrap_or_else(|| {
                let unread = |other: &&ClaimId| self.text.reading(other).is_none();
                let claim = relation.claims().into_iter().find(unread).unwrap_or(&claim.id);
                Judgement { verdict: Verdict::Open, told: Told::NotRead { claim: claim.clone() } }
            })
        }));
        judgements
    }

    /// What can be told of a claim by itself.
    fn alone(&self, claim: &Claim, reading: &Reading) -> Vec<Judgement> {
        match (&claim.states, reading) {
            (Stated::Figure { called, .. }, _) => {
                let named = called.as_ref().and_then(|called| self.named(&claim.states, called));
                named
                    .into_iter()
                    .chain(self.without_share(claim))
                    .chain(self.period(claim))
                    .collect()
            }
            (Stated::Share { .. }, Reading::Share(share)) => {
                let within = unqualified(*share).map_or_else(qualified, |ratio| {
                    let verdict = Verdict::of(Some(ratio.part() <= ratio.whole()));
                    Judgement { verdict, told: Told::PartOfWhole { ratio } }
                });
                [within].into_iter().chain(self.period(claim)).collect()
            }
            (Stated::Percentage { .. }, _) => self.without_share(claim).into_iter().collect(),
            (Stated::Change { of, course }, Reading::Quantity(change)) => {
                self.change(claim, of, *course, change)
            }
            (Stated::Number { called }, Reading::Number(number)) => {
                number_of(claim, called, number)
            }
            (Stated::Lead { .. }, _) => self.lead(&claim.states),
            _ => Vec::new(),
        }
    }

    fn relation(&self, claim: &Claim, reading: &Reading, relation: &Relation) -> Option<Judgement> {
        match relation {
            Relation::WholeOf { parts } => self.whole_of(claim, reading, parts),
            Relation::AtMost { claim: other } => self.at_most(claim, reading, other),
            Relation::PercentageOf { share } => self.percentage_of(reading, share),
            Relation::Replaces { claim: other } => self.replaces(claim, reading, other),
            Relation::Restates { claim: other } => self.restates(claim, reading, other),
            Relation::After { claim: other } => self.after(claim, reading, other),
            Relation::YearsBetween { first, anniversary } => {
                self.years_between(reading, first, anniversary)
            }
            Relation::YearsInARow { years } => self.years_in_a_row(reading, years),
            Relation::Units { about, kinds, day } => self.units(reading, about, kinds, *day),
            Relation::Beside { report, claim: other } => {
                Some(self.beside(claim, reading, report, other))
            }
        }
    }

    /// A percentage that nobody can compute again.
    fn without_share(&self, claim: &Claim) -> Option<Judgement> {
        let has_share = |relation: &Relation| matches!(relation, Relation::PercentageOf { .. });
        let is_ratio = claim.states.indicator().is_none_or(|indicator| {
            let indicator = self.text.catalogue().indicator(indicator);
            indicator.is_some_and(|indicator| indicator.measured.quantity().is_none())
        });
        (is_ratio && !claim.relations.iter().any(has_share))
            .then_some(Judgement { verdict: Verdict::Open, told: Told::NoShare })
    }

    /// What the text calls an indicator, where that is not its own name.
    fn named(&self, states: &Stated, called: &Phrase) -> Option<Judgement> {
        let indicator = self.text.catalogue().indicator(states.indicator()?)?;
        if NameKey::of(called.as_str()) == NameKey::of(indicator.name.vi.as_str()) {
            return None;
        }
        let found = self.text.catalogue().named(called.as_str());
        let verdict = Verdict::of(Some(found == Some(indicator)));
        let told = Told::Alias { called: called.clone(), name: indicator.name.clone() };
        Some(Judgement { verdict, told })
    }
}

/// The two counts of a share; the share again if it is qualified, such as "hơn 2/3", since nobody
/// knows which of the two the qualifier is meant of.
pub(crate) fn unqualified(share: Share) -> Result<Ratio, Share> {
    if share.qualifier() == Qualifier::Exactly { Ok(share.ratio()) } else { Err(share) }
}

/// What rests on the counts of a qualified share is open.
pub(crate) const fn qualified(share: Share) -> Judgement {
    Judgement { verdict: Verdict::Open, told: Told::QualifiedShare { share } }
}

/// How the number of a document is printed, and what the document is called.
fn number_of(
    claim: &Claim,
    called: &Phrase,
    number: &thidua_notation::DocumentNumber,
) -> Vec<Judgement> {
    let printed = claim.read_words();
    let mut judgements = Vec::new();
    if printed.as_str() != number.as_str() {
        let told = Told::Printed { printed: printed.clone(), number: number.clone() };
        judgements.push(Judgement { verdict: Verdict::Fails, told });
    }
    let kinds = number.kinds().to_vec();
    let key = NameKey::of(called.as_str());
    let is_called = kinds.iter().filter(|kind| NameKey::of(&kind.words().vi) == key).count();
    let verdict = match is_called {
        // A symbol of no known kind is of whatever kind the text says.
        0 if kinds.is_empty() => Verdict::Open,
        0 => Verdict::Fails,
        some if some < kinds.len() => Verdict::Open,
        _ => Verdict::Holds,
    };
    judgements.push(Judgement { verdict, told: Told::Called { called: called.clone(), kinds } });
    judgements
}

#[cfg(test)]
pub(crate) mod tests;
