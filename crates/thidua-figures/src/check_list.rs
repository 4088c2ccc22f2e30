//! Lists of checks.

use thidua_values::{CatalogueId, CheckId, CheckListId, Faults, Text};

use crate::check_list_check::check;
use crate::{Catalogue, Check, CheckListFault, Rule};

/// What a list of checks is made from.
///
/// vi: Danh mục phép kiểm tra số liệu.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "CheckList"))]
pub struct CheckListParts {
    /// The id of the list.
    ///
    /// vi: Mã định danh của danh mục.
    pub id: CheckListId,
    /// What it is a list of.
    ///
    /// vi: Tên danh mục.
    pub title: Text,
    /// The catalogue whose indicators are checked.
    ///
    /// vi: Hệ thống chỉ tiêu được kiểm tra.
    pub catalogue: CatalogueId,
    /// The checks. A set.
    ///
    /// vi: Các phép kiểm tra. Tập hợp, thứ tự không có nghĩa.
    pub checks: Vec<Check>,
}

/// A list of checks that fit a catalogue of indicators.
///
/// Two lists that were stated alike for one catalogue are equal, in whatever order their parts
/// came.
// INVARIANT: `check` finds no fault in `parts`, which are canonical: every set in order, the
// checks by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckList<'c> {
    catalogue: &'c Catalogue,
    parts: CheckListParts,
}

impl<'c> CheckList<'c> {
    /// The list with these parts, in whatever order they come.
    ///
    /// # Errors
    ///
    /// Every fault of the parts, each at its place in the parts as given: see [`CheckListFault`].
    pub fn try_new(
        catalogue: &'c Catalogue,
        parts: CheckListParts,
    ) -> Result<Self, Faults<CheckListFault>> {
        let faults = check(catalogue, &parts);
        let parts = Faults::check(parts, faults)?.canonical();
        Ok(Self { catalogue, parts })
    }

    /// The parts in canonical order: every set by id.
    #[must_use]
    pub const fn parts(&self) -> &CheckListParts {
        &self.parts
    }

    /// The catalogue whose indicators are checked.
    #[must_use]
    pub const fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    /// The checks, by id.
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        &self.parts.checks
    }

    /// The check with that id.
    #[must_use]
    pub fn check(&self, id: &CheckId) -> Option<&Check> {
        let position = self.parts.checks.binary_search_by(|check| check.id.cmp(id)).ok()?;
        self.parts.checks.get(position)
    }
}

impl CheckListParts {
    /// The same parts with every set in one order, so that equal statements are equal values: what
    /// is listed by id, a chain as it is.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.checks.sort_by(|a, b| a.id.cmp(&b.id));
        for check in &mut self.checks {
            match &mut check.rule {
                // The order of a chain has meaning.
                Rule::Chain { .. } => {}
                Rule::PartInWhole { ratios: set }
                | Rule::StatedPercent { ratios: set }
                | Rule::PartsInWhole { parts: set, .. }
                | Rule::ParentAndChildren { indicators: set }
                | Rule::Change { indicators: set, .. }
                | Rule::Outlier { indicators: set, .. }
                | Rule::SameAsBefore { indicators: set }
                | Rule::SameAsSiblings { indicators: set, .. }
                | Rule::Thousandfold { indicators: set, .. }
                | Rule::OtherPeriod { indicators: set }
                | Rule::Late { indicators: set, .. }
                | Rule::Missing { indicators: set } => set.sort(),
            }
        }
        self
    }
}

#[cfg(test)]
mod tests;
