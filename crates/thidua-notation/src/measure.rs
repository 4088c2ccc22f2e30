//! What quantities measure, and the words that scale them.

/// What a quantity measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// A number with no unit of its own: things counted, or a plain decimal.
    Plain,
    /// A percentage (`%`, phần trăm), 85 for 85 %.
    Percent,
    /// Percentage points (điểm phần trăm, `điểm %`): what lies between two
    /// percentages.
    PercentagePoint,
    /// Money (`đồng`, `đ`, `VNĐ`, `VND`), in whole đồng.
    Dong,
}

impl Measure {
    /// All measures.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Percent, Self::PercentagePoint, Self::Dong];

    pub(crate) const fn suffix(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Percent => "%",
            Self::PercentagePoint => " điểm phần trăm",
            Self::Dong => " đồng",
        }
    }

    /// Whether the number may be scaled, and is grouped.
    pub(crate) const fn is_scaled(self) -> bool {
        matches!(self, Self::Plain | Self::Dong)
    }
}

/// The word that scales a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// No word: ones.
    One,
    /// Nghìn (ngàn): 10^3.
    Thousand,
    /// Triệu: 10^6.
    Million,
    /// Tỷ (tỉ): 10^9.
    Billion,
    /// Nghìn tỷ: 10^12.
    Trillion,
    /// Triệu tỷ: 10^15.
    Quadrillion,
}

impl Scale {
    /// All scales, lowest first.
    pub const ALL: [Self; 6] = [
        Self::One,
        Self::Thousand,
        Self::Million,
        Self::Billion,
        Self::Trillion,
        Self::Quadrillion,
    ];

    /// How many ones it is.
    #[must_use]
    pub const fn ones(self) -> i64 {
        match self {
            Self::One => 1,
            Self::Thousand => 1_000,
            Self::Million => 1_000_000,
            Self::Billion => 1_000_000_000,
            Self::Trillion => 1_000_000_000_000,
            Self::Quadrillion => 1_000_000_000_000_000,
        }
    }

    /// The words, in the order they are printed.
    pub(crate) const fn words(self) -> &'static [&'static str] {
        match self {
            Self::One => &[],
            Self::Thousand => &["nghìn"],
            Self::Million => &["triệu"],
            Self::Billion => &["tỷ"],
            Self::Trillion => &["nghìn", "tỷ"],
            Self::Quadrillion => &["triệu", "tỷ"],
        }
    }
}
