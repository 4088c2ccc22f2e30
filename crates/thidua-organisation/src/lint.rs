//! Lint: what is legal but doubtful about an organisation.

use thidua_values::{Finding, Place};

use crate::{Organisation, OrganisationLintCode, lint_event, lint_group, lint_naming, lint_unit};

/// A rule looks at an organisation for one doubt, or for a few that go together.
type Rule = fn(&Organisation, &mut Doubts);

/// The rules. Their order decides only between findings at one place.
const RULES: [Rule; 9] = [
    lint_unit::all,
    lint_event::acts,
    lint_event::all,
    lint_group::exclusive_clusters,
    lint_group::scope,
    lint_group::congresses,
    lint_naming::codes,
    lint_naming::spellings,
    lint_naming::kinds_in_names,
];

impl Organisation {
    /// What is legal but doubtful about the organisation, in the order of places, which are those
    /// of [`Organisation::parts`].
    ///
    /// Real lists have most of these. Whether to go on is the caller's choice; a finding that is
    /// [`Severity::Grave`](thidua_values::Severity::Grave) may cost somebody figures or a place.
    ///
    /// # Examples
    ///
    /// A ward whose name is spelt otherwise, which somebody took for another name:
    ///
    /// ```
    /// use thidua_organisation::{
    ///     Act, Change, DatedLevel, Event, Level, Organisation, OrganisationParts, Unit, UnitKind,
    /// };
    /// use thidua_values::{Basis, Coded, Period, Text};
    ///
    /// let text = |vi: &str, en: &str| -> Result<Text, Box<dyn std::error::Error>> {
    ///     Ok(Text { vi: vi.parse()?, en: en.parse()? })
    /// };
    /// let stated = Period::starting("2022-01-01".parse()?);
    /// let organisation = Organisation::try_new(OrganisationParts {
    ///     id: "yen-hoa".parse()?,
    ///     title: text("Yên Hòa", "Yen Hoa")?,
    ///     basis: Basis::Illustrative { note: "An example.".parse()? },
    ///     stated,
    ///     unit_kinds: vec![UnitKind {
    ///         id: "ward".parse()?,
    ///         name: text("phường", "ward")?,
    ///         levels: vec![DatedLevel { during: stated, level: Level::Commune }],
    ///     }],
    ///     units: vec![Unit {
    ///         id: "yen-hoa".parse()?,
    ///         kind: "ward".parse()?,
    ///         name: text("Yên Hòa", "Yen Hoa")?,
    ///         codes: vec![],
    ///         parent: None,
    ///     }],
    ///     acts: vec![Act {
    ///         id: "list".parse()?,
    ///         number: Some("12/QĐ-UBND".parse()?),
    ///         title: text("Danh mục", "A list")?,
    ///         published: "2023-01-01".parse()?,
    ///         in_force: None,
    ///     }],
    ///     events: vec![Event {
    ///         effective: "2023-01-01".parse()?,
    ///         act: "list".parse()?,
    ///         change: Change::Renamed {
    ///             unit: "yen-hoa".parse()?,
    ///             name: text("Yên Hoà", "Yen Hoa")?,
    ///         },
    ///     }],
    ///     body_kinds: vec![],
    ///     bodies: vec![],
    ///     cluster_kinds: vec![],
    ///     clusters: vec![],
    /// })?;
    /// let findings = organisation.lint();
    /// assert_eq!(findings[0].code(), "spelt_otherwise");
    /// assert_eq!(findings[0].place.to_string(), "events[0].change.name");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn lint(&self) -> Vec<Finding<OrganisationLintCode>> {
        let mut doubts = Doubts::default();
        for rule in RULES {
            rule(self, &mut doubts);
        }
        doubts.0.sort_by(|a, b| a.place.cmp(&b.place));
        doubts.0
    }
}

/// What has been found so far.
#[derive(Default)]
pub(crate) struct Doubts(Vec<Finding<OrganisationLintCode>>);

impl Doubts {
    pub(crate) fn add(&mut self, place: Place, code: impl Into<OrganisationLintCode>) {
        let code = code.into();
        let (severity, mend) = (code.severity(), code.mend());
        self.0.push(Finding { code, place, severity, mend });
    }

    /// Adds what there may be.
    pub(crate) fn extend(&mut self, place: Place, code: Option<impl Into<OrganisationLintCode>>) {
        if let Some(code) = code {
            self.add(place, code);
        }
    }
}

#[cfg(test)]
mod tests;
