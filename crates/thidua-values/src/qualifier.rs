//! Qualifiers: the words that make a figure less than exact.

use crate::{Bounds, Coded, Exact, Words};

/// How a text qualifies the figure it states (từ hạn định số liệu), such as
/// "trên" in "trên 6 tỷ đồng".
///
/// A figure stays with its qualifier. In arithmetic it counts as its
/// bounds, which promise only what the word says.
///
/// vi: Từ hạn định đi kèm số liệu, như “trên” trong “trên 6 tỷ đồng”; số liệu có từ hạn định
/// không bao giờ được tính như con số đúng bằng nó.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Qualifier {
    /// The figure itself: there is no qualifier.
    ///
    /// vi: Đúng bằng con số nêu ra (không có từ hạn định).
    #[default]
    Exactly,
    /// More than the figure.
    ///
    /// vi: Trên, hơn, quá: lớn hơn con số nêu ra.
    Above,
    /// The figure or more.
    ///
    /// vi: Ít nhất, tối thiểu, từ … trở lên: bằng hoặc lớn hơn con số nêu ra.
    AtLeast,
    /// Less than the figure.
    ///
    /// vi: Dưới, chưa đến: nhỏ hơn con số nêu ra.
    Below,
    /// The figure or less.
    ///
    /// vi: Nhiều nhất, tối đa, không quá, từ … trở xuống: bằng hoặc nhỏ hơn con số nêu ra.
    AtMost,
    /// A little less than the figure; how much less is not told, so nothing
    /// more is known than that it is less.
    ///
    /// vi: Gần, ngót: nhỏ hơn con số nêu ra, không rõ kém bao nhiêu.
    Nearly,
    /// Near the figure, on either side; how near is not told, so nothing is
    /// known that could be computed with.
    ///
    /// vi: Khoảng, chừng, xấp xỉ, ước, trên dưới: gần con số nêu ra, không rõ hơn hay kém.
    About,
    /// The figure, which is a power of ten, or several times as much ("hàng
    /// chục" with a figure of 10); how many times is not told. Reports say "hàng
    /// chục" even of more than a hundred, so nothing more is known than that it
    /// is not less than the figure.
    ///
    /// vi: Hàng chục, hàng trăm, hàng nghìn…: một hoặc nhiều lần con số nêu ra (10, 100, 1.000…), không rõ bao nhiêu lần.
    Several,
}

impl Qualifier {
    /// All qualifiers.
    pub const ALL: [Self; 8] = [
        Self::Exactly,
        Self::Above,
        Self::AtLeast,
        Self::Below,
        Self::AtMost,
        Self::Nearly,
        Self::About,
        Self::Several,
    ];

    /// What is known of the number that a text states as this figure.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_values::{Bounds, Qualifier};
    ///
    /// assert_eq!(Qualifier::Above.bounds(6.into()), Bounds::above(6.into()));
    /// assert_eq!(Qualifier::About.bounds(50.into()), Bounds::unknown());
    /// ```
    #[must_use]
    pub fn bounds(self, figure: Exact) -> Bounds {
        match self {
            Self::Exactly => Bounds::exactly(figure),
            Self::Above => Bounds::above(figure),
            Self::AtLeast | Self::Several => Bounds::at_least(figure),
            Self::Below | Self::Nearly => Bounds::below(figure),
            Self::AtMost => Bounds::at_most(figure),
            Self::About => Bounds::unknown(),
        }
    }
}

impl Coded for Qualifier {
    fn code(&self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::Above => "above",
            Self::AtLeast => "at_least",
            Self::Below => "below",
            Self::AtMost => "at_most",
            Self::Nearly => "nearly",
            Self::About => "about",
            Self::Several => "several",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Exactly => Words::new("đúng", "exactly"),
            Self::Above => Words::new("trên", "more than"),
            Self::AtLeast => Words::new("ít nhất", "at least"),
            Self::Below => Words::new("dưới", "less than"),
            Self::AtMost => Words::new("nhiều nhất", "at most"),
            Self::Nearly => Words::new("gần", "nearly"),
            Self::About => Words::new("khoảng", "about"),
            Self::Several => Words::new("hàng", "several times"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_qualifier_has_its_words_and_its_bounds() {
        let cases = [
            (Qualifier::Exactly, "exactly", "đúng", "exactly", "50"),
            (Qualifier::Above, "above", "trên", "more than", "(50; …)"),
            (Qualifier::AtLeast, "at_least", "ít nhất", "at least", "[50; …)"),
            (Qualifier::Below, "below", "dưới", "less than", "(…; 50)"),
            (Qualifier::AtMost, "at_most", "nhiều nhất", "at most", "(…; 50]"),
            (Qualifier::Nearly, "nearly", "gần", "nearly", "(…; 50)"),
            (Qualifier::About, "about", "khoảng", "about", "(…; …)"),
            (Qualifier::Several, "several", "hàng", "several times", "[50; …)"),
        ];
        assert_eq!(cases.map(|case| case.0), Qualifier::ALL);
        for (qualifier, code, vi, en, bounds) in cases {
            assert_eq!((qualifier.code(), qualifier.words()), (code, Words::new(vi, en)));
            assert_eq!(qualifier.bounds(50.into()).to_string(), bounds);
        }
    }

    #[test]
    fn no_qualifier_but_exactly_gives_a_number() {
        for qualifier in Qualifier::ALL {
            let known = qualifier.bounds(50.into()).number().is_some();
            assert_eq!(known, qualifier == Qualifier::Exactly, "{qualifier:?}");
        }
    }

    #[test]
    fn a_sum_keeps_its_qualifier() {
        let sum = Qualifier::Above.bounds(6.into()) + Bounds::exactly(3.into());
        assert_eq!(sum.qualified(), Some((Qualifier::Above, &Exact::from(9))));
    }
}
