//! What checks found.

use thidua_values::{CatalogueId, IndicatorId, Period};
use thiserror::Error;

use crate::run::Run;
use crate::{
    About, Catalogue, Check, CheckList, Computed, CountedBy, FiguresOn, Observation, Stage, Verdict,
};

/// Which figures are checked: nothing else is ever compared with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checking {
    /// Of which period.
    pub period: Period,
    /// The period before, such as the same half of the year before; none where nothing is compared
    /// with it.
    pub before: Option<Period>,
    /// Planned or done.
    pub stage: Stage,
    /// By doer or by place.
    pub counted_by: CountedBy,
}

/// What a check found of one unit or cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked<'r> {
    /// The check.
    pub check: &'r Check,
    /// The indicator: the ratio, the later of a chain, the whole of parts, or the one that was
    /// checked by itself.
    pub indicator: &'r IndicatorId,
    /// Of which unit or cluster.
    pub about: About,
    /// Whether its figures follow the rule.
    pub verdict: Verdict,
    /// What was compared: the numerator before the denominator, the earlier of a chain before the
    /// later, parts before their whole, a figure before those below it and before that of the
    /// period before.
    pub terms: Vec<&'r Observation>,
    /// What was computed.
    pub computed: Computed,
}

/// Figures of another catalogue than the one that checks or feeds were made for.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "expected figures of the catalogue `{at_hand}` as it is at hand, found figures of `{reported}`"
)]
pub struct OtherCatalogue {
    /// The catalogue of the checks or the feeds.
    pub at_hand: CatalogueId,
    /// The catalogue of the figures.
    pub reported: CatalogueId,
}

impl OtherCatalogue {
    /// Whether figures are of the catalogue at hand.
    pub(crate) fn check(at_hand: &Catalogue, on: &FiguresOn<'_>) -> Result<(), Self> {
        let reported = on.figures().catalogue();
        let (named, found) = (at_hand.id().clone(), reported.id().clone());
        if reported == at_hand { Ok(()) } else { Err(Self { at_hand: named, reported: found }) }
    }
}

impl CheckList<'_> {
    /// Runs all checks over the figures of one day: check by check, by indicator in the order of
    /// its rule, by unit or cluster.
    ///
    /// # Errors
    ///
    /// The figures are of another catalogue.
    pub fn run<'r>(
        &'r self,
        on: &'r FiguresOn<'r>,
        checking: &Checking,
    ) -> Result<Vec<Checked<'r>>, OtherCatalogue> {
        self.run_for(on, checking, |_| true)
    }

    /// The same without what follows its rule: what fails or cannot be told.
    ///
    /// # Errors
    ///
    /// The figures are of another catalogue.
    pub fn doubts<'r>(
        &'r self,
        on: &'r FiguresOn<'r>,
        checking: &Checking,
    ) -> Result<Vec<Checked<'r>>, OtherCatalogue> {
        self.run_for(on, checking, |verdict| verdict != Verdict::Holds)
    }

    fn run_for<'r>(
        &'r self,
        on: &'r FiguresOn<'r>,
        checking: &Checking,
        keeps: fn(Verdict) -> bool,
    ) -> Result<Vec<Checked<'r>>, OtherCatalogue> {
        OtherCatalogue::check(self.catalogue(), on)?;
        let mut run = Run::new(on, *checking, keeps);
        for check in self.checks() {
            run.check(check);
        }
        Ok(run.into_found())
    }
}

#[cfg(test)]
mod tests;
