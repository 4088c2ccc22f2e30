//! Quantities: what figures are figures of.

use thidua_values::{Coded, Text, Words};

/// What a figure is a figure of: things that are counted, money, or an amount of something.
///
/// None of them is ever below zero.
///
/// vi: Đại lượng của số liệu: đếm được, tiền, hoặc đo được. Không bao giờ âm.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Quantity {
    /// Things are counted, such as houses, sessions or opinions: whole numbers.
    ///
    /// vi: Đếm được, như nhà, cuộc, ý kiến: số nguyên.
    #[cfg_attr(feature = "schemars", schemars(title = "CountedQuantity"))]
    Count {
        /// What is counted.
        ///
        /// vi: Đơn vị đếm, như nhà, cuộc, ý kiến.
        of: Text,
    },
    /// Money, in whole đồng.
    ///
    /// vi: Tiền, tính bằng đồng, số nguyên.
    #[cfg_attr(feature = "schemars", schemars(title = "MoneyQuantity"))]
    Dong {},
    /// Something that is measured, such as square metres of land: fractions are possible.
    ///
    /// vi: Đo được, như mét vuông đất; có thể có phần lẻ.
    #[cfg_attr(feature = "schemars", schemars(title = "MeasuredQuantity"))]
    Amount {
        /// The unit of measure, and of what.
        ///
        /// vi: Đơn vị đo.
        of: Text,
    },
}

impl Quantity {
    /// Whether there is no part of one: half a house, half a đồng.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        match self {
            Self::Count { .. } | Self::Dong {} => true,
            Self::Amount { .. } => false,
        }
    }
}

impl Coded for Quantity {
    fn code(&self) -> &'static str {
        match self {
            Self::Count { .. } => "count",
            Self::Dong {} => "dong",
            Self::Amount { .. } => "amount",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Count { of } | Self::Amount { of } => Words::new(of.vi.as_str(), of.en.as_str()),
            Self::Dong {} => Words::new("đồng", "đồng"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::text;

    #[test]
    fn each_quantity_has_its_code_and_words() {
        let cases = [
            (Quantity::Count { of: text("nhà", "houses") }, "count", "nhà", "houses", true),
            (Quantity::Dong {}, "dong", "đồng", "đồng", true),
            (Quantity::Amount { of: text("m²", "m²") }, "amount", "m²", "m²", false),
        ];
        for (quantity, code, vi, en, whole) in cases {
            assert_eq!((quantity.code(), quantity.words()), (code, Words::new(vi, en)));
            assert_eq!(quantity.is_whole(), whole);
        }
    }
}
