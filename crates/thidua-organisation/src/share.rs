//! Shares of a unit that pass to another, of population and of area.

use thidua_values::{Coded, Words};

/// How much of a unit is meant. Who gives and lives on keeps some of its population and some of
/// its area, unless it is told to give all of them: no unknown share of it is all.
///
/// vi: Phần của một đơn vị. Đơn vị giao mà vẫn tồn tại thì còn giữ một phần dân số và một phần
/// diện tích, trừ khi ghi rõ là giao toàn bộ: phần chưa rõ của đơn vị đó không phải là toàn bộ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Share {
    /// All of it.
    ///
    /// vi: Toàn bộ.
    All,
    /// Some of it, and not all.
    ///
    /// vi: Một phần.
    Part,
    /// Nothing of it.
    ///
    /// vi: Không có phần nào.
    None,
    /// Nobody says how much; it may be all or nothing.
    ///
    /// vi: Chưa rõ; có thể là toàn bộ hoặc không có phần nào.
    Unknown,
}

/// What a share is a share of.
///
/// vi: Đại lượng được chia: dân số hoặc diện tích.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Measure {
    /// The people (quy mô dân số).
    ///
    /// vi: Quy mô dân số.
    Population,
    /// The land (diện tích tự nhiên).
    ///
    /// vi: Diện tích tự nhiên.
    Area,
}

impl Measure {
    /// Both measures.
    pub const ALL: [Self; 2] = [Self::Population, Self::Area];

    /// What is said of this measure.
    pub(crate) const fn of<T: Copy>(self, population: T, area: T) -> T {
        match self {
            Self::Population => population,
            Self::Area => area,
        }
    }
}

/// Something by population, and by area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ByMeasure<T> {
    pub(crate) population: T,
    pub(crate) area: T,
}

impl<T: Copy> ByMeasure<T> {
    /// What that function says of each measure.
    pub(crate) fn each(of: impl Fn(Measure) -> T) -> Self {
        Self { population: of(Measure::Population), area: of(Measure::Area) }
    }

    pub(crate) const fn of(&self, measure: Measure) -> T {
        measure.of(self.population, self.area)
    }

    pub(crate) const fn of_mut(&mut self, measure: Measure) -> &mut T {
        match measure {
            Measure::Population => &mut self.population,
            Measure::Area => &mut self.area,
        }
    }
}

impl Coded for Share {
    fn code(&self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Part => "part",
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::All => Words::new("toàn bộ", "all"),
            Self::Part => Words::new("một phần", "a part"),
            Self::None => Words::new("không có phần nào", "nothing"),
            Self::Unknown => Words::new("chưa rõ", "not known how much"),
        }
    }
}

impl Coded for Measure {
    fn code(&self) -> &'static str {
        match self {
            Self::Population => "population",
            Self::Area => "area",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Population => Words::new("dân số", "population"),
            Self::Area => Words::new("diện tích", "area"),
        }
    }
}
