//! Comparing the totals of two days across mergers.

use thidua_organisation::{Comparability, ComparableGroup, Side};
use thidua_values::{
    Bounds, CatalogueId, Coded, Day, Fault, Faults, OrganisationId, Place, Placed,
};
use thiserror::Error;

use crate::{Asked, Source, Totals, UnitsTotal};

/// What the units of a comparable group had together on the earlier day, and what they have on the
/// later one.
#[derive(Clone, Debug)]
pub struct ComparedGroup<'t> {
    /// The group.
    pub group: &'t ComparableGroup,
    /// The total of its earlier units.
    pub before: UnitsTotal<'t>,
    /// The total of its later units.
    pub after: UnitsTotal<'t>,
}

impl ComparedGroup<'_> {
    /// Whether the totals are of the same people or land: both are whole, and nothing leaves the
    /// group or comes into it.
    #[must_use]
    pub fn compares(&self) -> bool {
        let is_whole =
            |total: &UnitsTotal<'_>| matches!(total.source(), Some(Source::Below | Source::Own));
        self.group.is_closed() && is_whole(&self.before) && is_whole(&self.after)
    }

    /// What is known of by how much the later total is more than the earlier one; none where they
    /// do not compare.
    #[must_use]
    pub fn change(&self) -> Option<Bounds> {
        let (before, after) = (self.before.bounds()?, self.after.bounds()?);
        self.compares().then(|| after - before)
    }
}

/// Why the totals of two days cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum CompareFault {
    /// The totals are of units of another organisation than the groups.
    OtherOrganisation {
        /// The organisation of the groups.
        of_groups: OrganisationId,
        /// That of the totals; it may be called alike.
        of_totals: OrganisationId,
    },
    /// The later totals are of indicators of another catalogue, which may mean something else by
    /// the same id.
    OtherCatalogue {
        /// The catalogue of the earlier totals.
        before: CatalogueId,
        /// That of the later ones; it may be called alike.
        after: CatalogueId,
    },
    /// The totals are of another day than the groups.
    OtherDay {
        /// The day of the groups.
        of_groups: Day,
        /// That of the totals.
        of_totals: Day,
    },
    /// The later totals are of something else, or planned where the earlier are done.
    OtherFigures {
        /// What was asked of the earlier totals.
        before: Asked,
        /// What was asked of the later ones.
        after: Asked,
    },
}

impl Fault for CompareFault {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherOrganisation { .. } => "other_organisation",
            Self::OtherCatalogue { .. } => "other_catalogue",
            Self::OtherDay { .. } => "other_day",
            Self::OtherFigures { .. } => "other_figures",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::OtherOrganisation { of_groups, .. } => {
                format!("totals of the organisation of the groups, `{of_groups}`")
            }
            Self::OtherCatalogue { before, .. } => format!("totals of the catalogue `{before}`"),
            Self::OtherDay { of_groups, .. } => format!("totals of {of_groups}"),
            Self::OtherFigures { before, .. } => format!("totals of {}", in_words(before)),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::OtherOrganisation { of_totals, .. } => format!("those of another, `{of_totals}`"),
            Self::OtherCatalogue { after, .. } => format!("those of another, `{after}`"),
            Self::OtherDay { of_totals, .. } => format!("those of {of_totals}"),
            Self::OtherFigures { after, .. } => format!("those of {}", in_words(after)),
        }
    }
}

fn in_words(asked: &Asked) -> String {
    let Asked { indicator, stage, counted_by, .. } = asked;
    format!("`{indicator}`, {}, {}", stage.words().en, counted_by.words().en)
}

impl Totals<'_> {
    /// The totals of comparable groups of units, beside the later ones.
    ///
    /// Both are of the days that the groups compare, each of a period of its own. The groups are
    /// those by [population](thidua_organisation::Measure::Population) of people and what they do,
    /// and those by area of land; [at](Comparability::at) a level they are those that have its
    /// units.
    ///
    /// # Errors
    ///
    /// Every fault, at the totals `before` or `after` that have it: see [`CompareFault`].
    pub fn compare<'t>(
        &'t self,
        later: &'t Totals<'t>,
        groups: &'t Comparability<'_>,
    ) -> Result<Vec<ComparedGroup<'t>>, Faults<CompareFault>> {
        let mut faults = self.faults_beside(groups, Side::Before);
        faults.extend(later.faults_beside(groups, Side::After));
        let [one, other] = [self, later].map(|totals| totals.on().figures().catalogue());
        if one != other {
            let (before, after) = (one.id().clone(), other.id().clone());
            let fault = CompareFault::OtherCatalogue { before, after };
            faults.push(Placed { place: Place::whole().field("after"), fault });
        }
        let (before, after) = (self.asked(), later.asked());
        if before.of_period(after.period) != *after {
            let (before, after) = (before.clone(), after.clone());
            let fault = CompareFault::OtherFigures { before, after };
            faults.push(Placed { place: Place::whole().field("after"), fault });
        }
        let compared = groups.groups().iter().filter_map(|group| {
            let (before, after) = (self.of_units(&group.before)?, later.of_units(&group.after)?);
            Some(ComparedGroup { group, before, after })
        });
        Faults::check((), faults).map(|()| compared.collect())
    }

    /// What keeps the totals from being those of one side of the groups.
    fn faults_beside(&self, groups: &Comparability<'_>, side: Side) -> Vec<Placed<CompareFault>> {
        let (day, field) = match side {
            Side::Before => (groups.from(), "before"),
            Side::After => (groups.to(), "after"),
        };
        let organisation = self.on().figures().organisation();
        let is_other = !std::ptr::eq(organisation, groups.organisation())
            && organisation != groups.organisation();
        let other = is_other.then(|| CompareFault::OtherOrganisation {
            of_groups: groups.organisation().parts().id.clone(),
            of_totals: organisation.parts().id.clone(),
        });
        let of_totals = self.on().hierarchy().day();
        let other_day =
            (of_totals != day).then_some(CompareFault::OtherDay { of_groups: day, of_totals });
        let faults = other.into_iter().chain(other_day);
        faults.map(|fault| Placed { place: Place::whole().field(field), fault }).collect()
    }
}

#[cfg(test)]
mod tests;
