//! The schedule of Nghị định 152/2025/NĐ-CP as data, and what is no schedule.

use thidua_values::RoundingMode;

use super::*;
use crate::check_faults::check;

/// A row of the published table: the award, its title, who is paid, the
/// coefficient, coefficient times base salary, and that rounded up.
pub(crate) type Published = (&'static str, [&'static str; 2], Recipient, &'static str, i64, i64);

/// Every row of the published table for collectives and individuals.
///
/// Source: Nghị định 152/2025/NĐ-CP, articles 49, 50 and 54: individuals by article 49, collectives
/// as told at
/// <https://thuvienphapluat.vn/phap-luat/tong-hop-muc-tien-thuong-danh-cho-cac-danh-hieu-tap-the-nam-2025-theo-nghi-dinh-152-nhu-the-nao-261359-246901.html>.
#[rustfmt::skip]
pub(crate) const PUBLISHED: [Published; 13] = [
    ("government-flag", ["Cờ thi đua của Chính phủ", "Emulation flag of the Government"], Recipient::Collective, "12", 28_080_000, 28_080_000),
    ("province-flag", ["Cờ thi đua của bộ, ban, ngành, tỉnh", "Emulation flag of a ministry or province"], Recipient::Collective, "8", 18_720_000, 18_720_000),
    ("excellent-labour-collective", ["Tập thể lao động xuất sắc", "Excellent labour collective"], Recipient::Collective, "1.5", 3_510_000, 3_510_000),
    ("advanced-labour-collective", ["Tập thể lao động tiên tiến", "Advanced labour collective"], Recipient::Collective, "0.8", 1_872_000, 1_880_000),
    ("cultured-residential-area", ["Thôn, tổ dân phố văn hóa", "Cultured residential area"], Recipient::Collective, "1.5", 3_510_000, 3_510_000),
    ("outstanding-commune", ["Xã, phường, đặc khu tiêu biểu", "Outstanding commune"], Recipient::Collective, "2", 4_680_000, 4_680_000),
    ("prime-minister-certificate", ["Bằng khen của Thủ tướng", "Certificate of merit of the Prime Minister"], Recipient::Collective, "7", 16_380_000, 16_380_000),
    ("province-certificate", ["Bằng khen của bộ, ban, ngành, tỉnh", "Certificate of merit of a ministry or province"], Recipient::Collective, "3", 7_020_000, 7_020_000),
    ("letter-of-commendation", ["Giấy khen các cấp", "Letter of commendation of any level"], Recipient::Collective, "0.6", 1_404_000, 1_410_000),
    ("national-emulation-fighter", ["Chiến sĩ thi đua toàn quốc", "National emulation fighter"], Recipient::Individual, "4.5", 10_530_000, 10_530_000),
    ("province-emulation-fighter", ["Chiến sĩ thi đua bộ, ban, ngành, tỉnh", "Emulation fighter of a ministry or province"], Recipient::Individual, "3", 7_020_000, 7_020_000),
    ("grassroots-emulation-fighter", ["Chiến sĩ thi đua cơ sở", "Grassroots emulation fighter"], Recipient::Individual, "1", 2_340_000, 2_340_000),
    ("advanced-worker", ["Lao động tiên tiến", "Advanced worker"], Recipient::Individual, "0.3", 702_000, 710_000),
];

pub(crate) fn text([vi, en]: [&str; 2]) -> Text {
    Text { vi: vi.parse().unwrap(), en: en.parse().unwrap() }
}

fn published_row((award, title, recipient, coefficient, ..): Published) -> MoneyRow {
    MoneyRow {
        award: award.parse().unwrap(),
        title: text(title),
        recipient,
        rate: MoneyRate::Coefficient { coefficient: coefficient.parse().unwrap() },
    }
}

/// The schedule of Nghị định 152/2025/NĐ-CP: base salary of 2,340,000 đồng from
/// 2024-07-01 (Nghị định 73/2024/NĐ-CP), amounts rounded up to 10,000 đồng.
pub(crate) fn decree_152() -> MoneyScheduleParts {
    MoneyScheduleParts {
        id: "decree-152-2025".parse().unwrap(),
        title: text(["Mức tiền thưởng", "Award money"]),
        decree: "152/2025/NĐ-CP".parse().unwrap(),
        basis: Basis::Published { source: "Nghị định 152/2025/NĐ-CP".parse().unwrap() },
        during: Period::starting("2025-07-01".parse().unwrap()),
        base_salaries: vec![BaseSalary {
            amount: Vnd::new(2_340_000).unwrap(),
            decree: "73/2024/NĐ-CP".parse().unwrap(),
            during: Period::starting("2024-07-01".parse().unwrap()),
        }],
        rounding: Rounding { mode: RoundingMode::Up, step: "10000".parse().unwrap() },
        rows: PUBLISHED.map(published_row).to_vec(),
    }
}

#[test]
fn all_faults_are_reported_at_once() {
    let mut parts = decree_152();
    let salary = parts.base_salaries[0].clone();
    parts.base_salaries.push(BaseSalary { amount: Vnd::new(0).unwrap(), ..salary });
    parts.rounding.step = "0.5".parse().unwrap();
    let mut first = parts.rows[0].clone();
    first.rate = MoneyRate::Coefficient { coefficient: 0.into() };
    let taken = AmountTaken::AfterRounding;
    let of_none = MoneyRow {
        recipient: Recipient::Household,
        rate: MoneyRate::Multiple {
            factor: "-1.5".parse().unwrap(),
            of: Recipient::Individual,
            taken,
        },
        ..first.clone()
    };
    let of_itself = MoneyRow {
        recipient: Recipient::Individual,
        rate: MoneyRate::Multiple { factor: 2.into(), of: Recipient::Individual, taken },
        ..first.clone()
    };
    parts.rows = vec![parts.rows[0].clone(), first, of_none, of_itself];
    check(
        MoneySchedule::try_new(parts),
        "base_salaries[1].amount: expected a base salary above 0, found 0 [base_salary]\n\
         base_salaries[1].during: expected no second base salary for a day from 2024-07-01 on, found one from 2024-07-01 on [second_base_salary]\n\
         rounding.step: expected a step of whole đồng, found 0.5 [part_of_dong]\n\
         rows[1]: expected at most one row for an award and a recipient, found `government-flag` for a collective again [second_money_row]\n\
         rows[1].rate.coefficient: expected a number above 0, found 0 [not_above_zero]\n\
         rows[2].rate.factor: expected a number above 0, found -1.5 [not_above_zero]\n\
         rows[2].rate.of: expected a row of `government-flag` for an individual with a coefficient, found none [multiple_of_none]\n\
         rows[3].rate.of: expected a row of `government-flag` for an individual with a coefficient, found none [multiple_of_none]",
    );
}

#[test]
fn a_schedule_of_nothing_is_none() {
    let nothing =
        MoneyScheduleParts { base_salaries: Vec::new(), rows: Vec::new(), ..decree_152() };
    check(
        MoneySchedule::try_new(nothing),
        "base_salaries: expected at least one base salary, found none [no_base_salary]\n\
         rows: expected at least one row, found none [no_money_row]",
    );
}

#[cfg(feature = "serde")]
#[test]
fn a_schedule_is_written_as_partners_write_it() {
    let row = r#"{"award":"letter-of-commendation","title":{"vi":"Giấy khen","en":"Letter of commendation"},"recipient":"household","rate":{"kind":"multiple","factor":"1.5","of":"individual","taken":"after_rounding"}}"#;
    let read: MoneyRow = serde_json::from_str(row).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), row);

    let written = serde_json::to_string(&decree_152()).unwrap();
    assert_eq!(serde_json::from_str::<MoneyScheduleParts>(&written).unwrap(), decree_152());
    for said in [
        r#""decree":"152/2025/NĐ-CP""#,
        r#""base_salaries":[{"amount":"2340000","decree":"73/2024/NĐ-CP","during":{"start":"2024-07-01"}}]"#,
        r#""rounding":{"mode":"up","step":"10000"}"#,
        r#""recipient":"individual","rate":{"kind":"coefficient","coefficient":"0.3"}"#,
    ] {
        assert!(written.contains(said), "{said}");
    }
    let unknown = written.replace("base_salaries", "salaries");
    assert!(serde_json::from_str::<MoneyScheduleParts>(&unknown).is_err());
}

#[cfg(feature = "schemars")]
#[test]
fn every_description_of_the_schemas_is_in_both_languages() {
    crate::vote::tests::assert_both_languages(&[
        schemars::schema_for!(MoneyScheduleParts),
        schemars::schema_for!(crate::AwardMoney),
        schemars::schema_for!(crate::MoneyRefusal),
        schemars::schema_for!(crate::PrintedMoney),
    ]);
}
