//! A small catalogue for tests.

use thidua_values::{Basis, Text};

use crate::{CatalogueParts, Direction, Indicator, Measured, OverUnits, Quantity};

pub(crate) fn text(vi: &str, en: &str) -> Text {
    Text { vi: vi.parse().unwrap(), en: en.parse().unwrap() }
}

pub(crate) fn basis() -> Basis {
    Basis::Illustrative { note: "A test.".parse().unwrap() }
}

fn indicator(id: &str, name: Text, measured: Measured) -> Indicator {
    Indicator {
        id: id.parse().unwrap(),
        code: None,
        name,
        aliases: Vec::new(),
        measured,
        direction: Direction::MoreIsBetter,
        reporters: vec!["ward".parse().unwrap()],
        serves: Vec::new(),
        basis: basis(),
    }
}

fn count(vi: &str, en: &str) -> Quantity {
    Quantity::Count { of: text(vi, en) }
}

/// Cremations and deaths with their ratio, a fund, groups, donors, and a conference.
pub(crate) fn catalogue() -> CatalogueParts {
    let flow = |of| Measured::Flow { of, over_units: OverUnits::Sum };
    let cremations = flow(count("ca", "cases"));
    let groups = Measured::Stock { of: count("tổ", "groups"), over_units: OverUnits::Sum };
    let donors = Measured::Flow { of: count("người", "people"), over_units: OverUnits::Never };
    let fund = Measured::Cumulative { of: Quantity::Dong {}, over_units: OverUnits::Sum };
    let (part, whole) = ("cremations".parse().unwrap(), "deaths".parse().unwrap());
    CatalogueParts {
        id: "small".parse().unwrap(),
        title: text("Chỉ tiêu nhỏ", "A few indicators"),
        indicators: vec![
            indicator("cremations", text("Số ca hỏa táng", "Cremations"), cremations.clone()),
            indicator("deaths", text("Số người mất", "Deaths"), cremations),
            indicator(
                "cremated",
                text("Tỷ lệ hỏa táng", "Share of cremations"),
                Measured::Ratio { part, whole },
            ),
            indicator("groups", text("Tổ tự quản", "Self-managed groups"), groups),
            indicator("donors", text("Người ủng hộ", "Donors"), donors),
            Indicator {
                code: Some("Q1".parse().unwrap()),
                aliases: vec!["Quỹ biển, đảo".parse().unwrap()],
                ..indicator(
                    "sea-fund",
                    text("Quỹ “Vì biển, đảo Việt Nam”", "Sea and Islands Fund"),
                    fund,
                )
            },
            indicator(
                "land",
                text("Đất hiến", "Land given"),
                flow(Quantity::Amount { of: text("m²", "m²") }),
            ),
            indicator(
                "conference",
                text("Đã tổ chức hội nghị", "Conference held"),
                Measured::YesNo {},
            ),
        ],
    }
}
