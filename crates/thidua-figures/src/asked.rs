//! What is asked of figures.

use thidua_values::{Coded, Fault, IndicatorId, Period, Words};
use thiserror::Error;

use crate::row::Series;
use crate::{Catalogue, CountedBy, Indicator, Measured, Stage};

/// Which figures are asked for: nothing else is ever added to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// Of which period.
    pub period: Period,
    /// Planned or done.
    pub stage: Stage,
    /// By doer or by place.
    pub counted_by: CountedBy,
}

/// What becomes of a total where a unit that is obliged to report did not, and no unit above it
/// reported for it either; or where nobody is obliged, and only some told a figure.
///
/// There is no way to count what is missing as zero: who is not obliged and tells nothing may have
/// something too, unless others beside it are. That the figure of a unit stands in where
/// those below it are not whole is no choice: it is a statement about all of them.
///
/// vi: Cách xử lý khi thiếu báo cáo, hoặc khi không đơn vị nào có trách nhiệm báo cáo mà chỉ một số
/// đơn vị có số liệu; số liệu thiếu không bao giờ được coi là 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Missing {
    /// There is no total.
    ///
    /// vi: Không tính tổng.
    Refuse,
    /// The total is at least what was reported.
    ///
    /// vi: Tổng ít nhất bằng phần đã báo cáo.
    AtLeast,
}

impl Coded for Missing {
    fn code(&self) -> &'static str {
        match self {
            Self::Refuse => "refuse",
            Self::AtLeast => "at_least",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Refuse => Words::new("không tính tổng", "no total"),
            Self::AtLeast => {
                Words::new("ít nhất bằng phần đã báo cáo", "at least what was reported")
            }
        }
    }
}

/// Why figures cannot be asked for.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum AskedFault {
    /// There is no such indicator in the catalogue.
    UnknownIndicator(IndicatorId),
    /// The indicator is measured in another way: totals are of quantities, shares of ratios,
    /// tallies of answers.
    OtherKind {
        /// The indicator.
        indicator: IndicatorId,
        /// How it would have to be measured.
        needed: &'static str,
        /// How it is measured.
        measured: &'static str,
    },
}

impl Fault for AskedFault {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownIndicator(_) => "unknown_indicator",
            Self::OtherKind { .. } => "other_kind_of_indicator",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::UnknownIndicator(_) => "an indicator of the catalogue".into(),
            Self::OtherKind { needed, .. } => (*needed).into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::UnknownIndicator(indicator) => format!("`{indicator}`"),
            Self::OtherKind { indicator, measured, .. } => format!("`{indicator}`, {measured}"),
        }
    }
}

impl Asked {
    /// The same of another indicator.
    pub(crate) fn of(&self, indicator: &IndicatorId) -> Self {
        Self { indicator: indicator.clone(), ..*self }
    }

    /// The same of another period.
    pub(crate) fn of_period(&self, period: Period) -> Self {
        Self { period, ..self.clone() }
    }

    /// The indicator and the series that is asked for, if it is measured as needed.
    pub(crate) fn find<'c, T>(
        &self,
        catalogue: &'c Catalogue,
        needed: &'static str,
        is_so: impl Fn(&'c Measured) -> Option<T>,
    ) -> Result<(&'c Indicator, Series, T), AskedFault> {
        let unknown = || AskedFault::UnknownIndicator(self.indicator.clone());
        let position = catalogue.position(&self.indicator).ok_or_else(unknown)?;
        let indicator = catalogue.indicators().get(position).ok_or_else(unknown)?;
        let other = || AskedFault::OtherKind {
            indicator: self.indicator.clone(),
            needed,
            measured: indicator.measured.code(),
        };
        let fits = is_so(&indicator.measured).ok_or_else(other)?;
        let Self { stage, counted_by, .. } = *self;
        Ok((indicator, Series { indicator: position, stage, counted_by }, fits))
    }
}
