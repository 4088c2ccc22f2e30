//! Catalogues of indicators.

use std::collections::BTreeMap;

use thidua_notation::NameKey;
use thidua_values::{CatalogueId, Faults, IndicatorId, Text};

use crate::catalogue_check::check;
use crate::{CatalogueFault, Indicator};

/// What a catalogue of indicators is made from.
///
/// vi: Hệ thống chỉ tiêu.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Catalogue"))]
pub struct CatalogueParts {
    /// The id of the catalogue.
    ///
    /// vi: Mã định danh của hệ thống chỉ tiêu.
    pub id: CatalogueId,
    /// What it is a catalogue of.
    ///
    /// vi: Tên hệ thống chỉ tiêu.
    pub title: Text,
    /// The indicators. A set.
    ///
    /// vi: Các chỉ tiêu. Tập hợp, thứ tự không có nghĩa.
    pub indicators: Vec<Indicator>,
}

/// A catalogue of indicators (hệ thống chỉ tiêu).
///
/// Two catalogues that were stated alike are equal, in whatever order their parts came.
///
/// # Examples
///
/// ```
/// use thidua_figures::{Catalogue, CatalogueParts, Direction, Indicator, Measured, OverUnits, Quantity};
/// use thidua_values::{Basis, Text};
///
/// let catalogue = Catalogue::try_new(CatalogueParts {
///     id: "funds".parse()?,
///     title: Text { vi: "Các quỹ".parse()?, en: "Funds".parse()? },
///     indicators: vec![Indicator {
///         id: "sea-fund".parse()?,
///         code: None,
///         name: Text {
///             vi: "Quỹ “Vì biển, đảo Việt Nam”".parse()?,
///             en: "Sea and Islands Fund".parse()?,
///         },
///         aliases: vec!["Quỹ biển, đảo Việt Nam".parse()?],
///         measured: Measured::Flow { of: Quantity::Dong {}, over_units: OverUnits::Sum },
///         direction: Direction::MoreIsBetter,
///         reporters: vec!["rural-district".parse()?],
///         serves: vec![],
///         basis: Basis::Illustrative { note: "An example.".parse()? },
///     }],
/// })?;
/// let found = catalogue.named("quỹ biển,  đảo Việt Nam").ok_or("no such fund")?;
/// assert_eq!(found.id.as_str(), "sea-fund");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// INVARIANT: `check` finds no fault in `parts`, which are canonical: every set in order, the
// indicators by id; `by_name` leads each name of each indicator to its position.
#[derive(Clone, Debug)]
pub struct Catalogue {
    parts: CatalogueParts,
    by_name: BTreeMap<NameKey, usize>,
}

impl Catalogue {
    /// The catalogue with these parts, in whatever order they come.
    ///
    /// # Errors
    ///
    /// Every fault of the parts, each at its place in the parts as given: see [`CatalogueFault`].
    pub fn try_new(parts: CatalogueParts) -> Result<Self, Faults<CatalogueFault>> {
        let faults = check(&parts);
        let parts = Faults::check(parts, faults)?.into_canonical();
        let names = parts.indicators.iter().zip(0..);
        let by_name =
            names.flat_map(|(it, at)| it.names().map(move |name| (NameKey::of(name), at)));
        Ok(Self { by_name: by_name.collect(), parts })
    }

    /// The parts in canonical order: every set by id, or in its own order where its members have
    /// none.
    #[must_use]
    pub const fn parts(&self) -> &CatalogueParts {
        &self.parts
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> &CatalogueId {
        &self.parts.id
    }

    /// The indicators, by id.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.parts.indicators
    }

    /// The indicator with that id.
    #[must_use]
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.parts.indicators.get(self.position(id)?)
    }

    /// The indicator of that name or alias, in Vietnamese or in English, however it is spelt:
    /// case, blanks and the placement of tone marks mean nothing ([`NameKey`]).
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Indicator> {
        self.parts.indicators.get(*self.by_name.get(&NameKey::of(name))?)
    }

    /// The position of an indicator among all, which are by id.
    pub(crate) fn position(&self, id: &IndicatorId) -> Option<usize> {
        self.parts.indicators.binary_search_by(|indicator| indicator.id.cmp(id)).ok()
    }
}

impl PartialEq for Catalogue {
    fn eq(&self, other: &Self) -> bool {
        // The names are made from the parts.
        self.parts == other.parts
    }
}

impl Eq for Catalogue {}

impl CatalogueParts {
    /// The same parts with every set in one order, so that equal statements are equal values.
    fn into_canonical(mut self) -> Self {
        self.indicators.sort_by(|a, b| a.id.cmp(&b.id));
        for indicator in &mut self.indicators {
            indicator.aliases.sort();
            indicator.reporters.sort();
            indicator.serves.sort();
        }
        self
    }
}

impl Indicator {
    /// All that it is called, in Vietnamese, in English, and by aliases.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let names = [&self.name.vi, &self.name.en].into_iter().chain(&self.aliases);
        names.map(thidua_values::Phrase::as_str)
    }
}

#[cfg(test)]
mod tests;
