//! Kinds of unit, and the levels at which they stand.

use thidua_values::{Day, KindId, Period, Text};

use crate::Level;

/// A kind of unit, such as quận (urban district) or phường (ward).
///
/// Kinds are data, for they come and go: thị trấn (township) is gone since
/// 2025-07-01, đặc khu (special zone) is new.
///
/// vi: Loại đơn vị.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct UnitKind {
    /// The id of the kind.
    ///
    /// vi: Mã định danh của loại đơn vị.
    pub id: KindId,
    /// What units of the kind are called.
    ///
    /// vi: Tên gọi của loại đơn vị.
    pub name: Text,
    /// The levels at which units of the kind stand, at most one a day; on other
    /// days there is no unit of the kind. A set.
    ///
    /// vi: Cấp của các đơn vị thuộc loại này qua từng thời gian, mỗi ngày nhiều nhất một cấp;
    /// ngoài các khoảng này thì không có đơn vị loại này. Tập hợp, thứ tự không có nghĩa.
    pub levels: Vec<DatedLevel>,
}

impl UnitKind {
    /// The level at which units of the kind stand on that day.
    #[must_use]
    pub fn level_on(&self, day: Day) -> Option<Level> {
        self.levels.iter().find(|dated| dated.during.contains(day)).map(|dated| dated.level)
    }

    /// Makes each level that ends after a day last until the next begins, if one does.
    pub(crate) fn lasts_beyond(&mut self, day: Day) {
        self.levels.sort();
        let next = self.levels.iter().skip(1).map(|dated| Some(dated.during.start()));
        let next: Vec<_> = next.chain([None]).collect();
        for (dated, next) in self.levels.iter_mut().zip(next) {
            let ends_later = dated.during.until().is_some_and(|until| day < until);
            if let Some(during) = Period::try_new(dated.during.start(), next).ok()
                && ends_later
            {
                dated.during = during;
            }
        }
    }
}

/// A level, for a period.
///
/// vi: Cấp trong một khoảng thời gian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct DatedLevel {
    /// When units of the kind stand at it.
    ///
    /// vi: Khoảng thời gian.
    pub during: Period,
    /// The level.
    ///
    /// vi: Cấp.
    pub level: Level,
}
