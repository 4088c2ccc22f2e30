//! Reports: published texts and what they claim.

use std::collections::BTreeMap;

use thidua_values::{Basis, CatalogueId, ClaimId, Day, Faults, Period, ReportId, Text};

use crate::report_check::check;
use crate::{Claim, Relation, ReportFault};

/// What a report is made from: a published text and what it claims.
///
/// vi: Một văn bản đã công bố và những điều được nêu trong đó.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Report"))]
pub struct ReportParts {
    /// The id of the report.
    ///
    /// vi: Mã định danh của văn bản.
    pub id: ReportId,
    /// Its title.
    ///
    /// vi: Tiêu đề.
    pub title: Text,
    /// Who published it.
    ///
    /// vi: Nơi công bố.
    pub publisher: Text,
    /// Where it is found.
    ///
    /// vi: Nguồn.
    pub basis: Basis,
    /// The day as of which it speaks: when it was published, or held the meeting that it tells of.
    ///
    /// vi: Ngày của văn bản: ngày công bố, hoặc ngày hội nghị mà văn bản đưa tin.
    pub day: Day,
    /// The year of its dates that are printed without one; left out where there are none.
    ///
    /// vi: Năm của những ngày tháng in không kèm năm; không ghi nếu không có.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub year: Option<u16>,
    /// The period that it reports on; left out where it is no report of one.
    ///
    /// vi: Kỳ được báo cáo; không ghi nếu không phải báo cáo theo kỳ.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub covers: Option<Period>,
    /// The catalogue of the indicators that it speaks of.
    ///
    /// vi: Hệ thống chỉ tiêu được dùng.
    pub catalogue: CatalogueId,
    /// What it claims. Ordered: as it stands in the text.
    ///
    /// vi: Những điều được nêu. Có thứ tự: theo văn bản.
    pub claims: Vec<Claim>,
}

/// A published text and what it claims.
///
/// Each claim is quoted, so that what was read of it can be held against the text. That a claim can
/// be read, or is true, is not asked here: a text is kept with its misprints.
// INVARIANT: `check` finds no fault in `parts`, of which every set is in order; `positions` has each
// claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    parts: ReportParts,
    positions: BTreeMap<ClaimId, usize>,
}

impl Report {
    /// The report with these parts.
    ///
    /// # Errors
    ///
    /// Every fault of the parts, each at its place in the parts as given: see [`ReportFault`].
    pub fn try_new(parts: ReportParts) -> Result<Self, Faults<ReportFault>> {
        let faults = check(&parts);
        let parts = Faults::check(parts, faults)?.into_canonical();
        let positions = parts.claims.iter().map(|claim| claim.id.clone()).zip(0..).collect();
        Ok(Self { parts, positions })
    }

    /// The parts in canonical order: claims as they stand in the text, sets in their own order.
    #[must_use]
    pub const fn parts(&self) -> &ReportParts {
        &self.parts
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> &ReportId {
        &self.parts.id
    }

    /// What it claims, as it stands in the text.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.parts.claims
    }

    /// The position of a claim among all.
    pub(crate) fn position(&self, claim: &ClaimId) -> Option<usize> {
        self.positions.get(claim).copied()
    }
}

impl ReportParts {
    /// The same parts with every set in one order, so that equal statements are equal values.
    fn into_canonical(mut self) -> Self {
        for claim in &mut self.claims {
            for relation in &mut claim.relations {
                match relation {
                    Relation::WholeOf { parts } => parts.sort(),
                    Relation::Units { kinds, .. } => kinds.sort(),
                    _ => {}
                }
            }
            claim.relations.sort();
        }
        self
    }
}

#[cfg(test)]
mod tests;
