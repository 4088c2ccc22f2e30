//! Money schedules: what a decree pays with an award, as data, checked when made.

use std::collections::BTreeSet;

use thidua_notation::DocumentNumber;
use thidua_values::{
    AwardId, Basis, Coded, Fault, Faults, Figure, MoneyScheduleId, Period, Place, Placed, Points,
    Rounding, Text, Vnd,
};
use thiserror::Error;

use crate::Recipient;

/// What a money schedule is made from.
///
/// An award comes with so many times the base salary (mức lương cơ sở) of the
/// day of the decision.
///
/// vi: Các thành phần của bảng mức tiền thưởng: hệ số nhân với mức lương cơ sở
/// tại ngày ban hành quyết định.
///
/// Source: Nghị định 152/2025/NĐ-CP, articles 49, 50 and 54.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "MoneySchedule"))]
pub struct MoneyScheduleParts {
    /// Its id.
    ///
    /// vi: Mã định danh của bảng mức tiền thưởng.
    pub id: MoneyScheduleId,
    /// What it is called.
    ///
    /// vi: Tên bảng mức tiền thưởng.
    pub title: Text,
    /// The decree that it is part of.
    ///
    /// vi: Số ký hiệu của nghị định.
    pub decree: DocumentNumber,
    /// Whether it is published or made up.
    ///
    /// vi: Bảng đã công bố hay chỉ để minh họa.
    pub basis: Basis,
    /// When it is in force; it pays for no decision of another day.
    ///
    /// vi: Thời gian có hiệu lực; không áp dụng cho quyết định của ngày nào khác.
    pub during: Period,
    /// The base salaries, at least one, a day at most one. A set.
    ///
    /// vi: Các mức lương cơ sở: ít nhất một, mỗi ngày nhiều nhất một. Tập hợp,
    /// thứ tự không có nghĩa.
    pub base_salaries: Vec<BaseSalary>,
    /// How an amount is rounded, to a step of whole đồng.
    ///
    /// vi: Cách làm tròn số tiền; bước làm tròn là số nguyên đồng.
    pub rounding: Rounding,
    /// What each award pays to whom, at least one. A set.
    ///
    /// vi: Mức tiền của từng danh hiệu, hình thức khen thưởng cho từng đối
    /// tượng: ít nhất một. Tập hợp, thứ tự không có nghĩa.
    pub rows: Vec<MoneyRow>,
}

/// The base salary (mức lương cơ sở) of a period.
///
/// vi: Mức lương cơ sở trong một khoảng thời gian.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct BaseSalary {
    /// How much, above 0.
    ///
    /// vi: Mức lương cơ sở, lớn hơn 0.
    pub amount: Vnd,
    /// The decree that sets it.
    ///
    /// vi: Số ký hiệu của nghị định quy định mức lương.
    pub decree: DocumentNumber,
    /// When it holds.
    ///
    /// vi: Thời gian áp dụng.
    pub during: Period,
}

/// What one award pays to one kind of recipient.
///
/// vi: Mức tiền của một danh hiệu, hình thức khen thưởng cho một loại đối tượng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct MoneyRow {
    /// What this schedule calls the award: `pays` in award rules names it.
    ///
    /// vi: Mã của danh hiệu, hình thức trong bảng này; mục `pays` của quy định khen thưởng
    /// ghi mã này.
    pub award: AwardId,
    /// What it is called.
    ///
    /// vi: Tên danh hiệu, hình thức khen thưởng.
    pub title: Text,
    /// To whom it pays.
    ///
    /// vi: Loại đối tượng được thưởng.
    pub recipient: Recipient,
    /// How much.
    ///
    /// vi: Mức tiền.
    pub rate: MoneyRate,
}

/// How much an award pays.
///
/// vi: Mức tiền.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum MoneyRate {
    /// So many times the base salary.
    ///
    /// vi: Hệ số nhân với mức lương cơ sở.
    #[cfg_attr(feature = "schemars", schemars(title = "CoefficientRate"))]
    Coefficient {
        /// The coefficient (hệ số), above 0.
        ///
        /// vi: Hệ số, lớn hơn 0.
        coefficient: Figure,
    },
    /// So many times what the same award pays to another kind of recipient, by
    /// a coefficient.
    ///
    /// vi: Số lần mức tiền của cùng danh hiệu, hình thức cho loại đối tượng khác.
    #[cfg_attr(feature = "schemars", schemars(title = "MultipleRate"))]
    Multiple {
        /// How many times, above 0.
        ///
        /// vi: Số lần, lớn hơn 0.
        factor: Figure,
        /// The other kind of recipient.
        ///
        /// vi: Loại đối tượng khác đó.
        of: Recipient,
        /// Which of its amounts.
        ///
        /// vi: Lấy mức tiền trước hay sau khi làm tròn.
        taken: AmountTaken,
    },
}

/// Which amount a multiple is of.
///
/// vi: Mức tiền trước hay sau khi làm tròn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum AmountTaken {
    /// The product, before it is rounded.
    ///
    /// vi: Trước khi làm tròn.
    BeforeRounding,
    /// What is paid, after it is rounded.
    ///
    /// vi: Sau khi làm tròn.
    AfterRounding,
}

/// What a decree pays with each award.
// INVARIANT: there are base salaries above 0, a day has at most one; there are rows, an award
// and a recipient have at most one; coefficients and factors are above 0; a multiple is of a
// row with a coefficient; the rounding step is whole đồng; sets are in canonical order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneySchedule {
    parts: MoneyScheduleParts,
}

impl MoneySchedule {
    /// The money schedule of these parts.
    ///
    /// # Errors
    ///
    /// Every fault: no base salary, one that is none, two for a day; no row, two
    /// for an award and a recipient; a coefficient or a factor that is not above
    /// 0; a multiple of what has no coefficient; rounding to parts of a đồng.
    pub fn try_new(mut parts: MoneyScheduleParts) -> Result<Self, Faults<MoneyScheduleFault>> {
        let mut faults = faults_of_salaries(&parts.base_salaries);
        faults.extend(faults_of_rows(&parts.rows));
        let step = parts.rounding.step.points();
        if step.millionths() % Points::whole(1).millionths() != 0 {
            let place = Place::whole().field("rounding").field("step");
            faults.push(Placed { place, fault: MoneyScheduleFault::PartOfDong(step) });
        }
        parts.base_salaries.sort_by_key(|salary| salary.during);
        parts.rows.sort_by_cached_key(|row| (row.award.clone(), row.recipient));
        Faults::check(Self { parts }, faults)
    }

    /// The parts, every set in canonical order.
    #[must_use]
    pub const fn parts(&self) -> &MoneyScheduleParts {
        &self.parts
    }

    /// What an award pays to a recipient, if the schedule says.
    #[must_use]
    pub fn row(&self, award: &AwardId, recipient: Recipient) -> Option<&MoneyRow> {
        row(&self.parts.rows, award, recipient)
    }
}

fn row<'r>(rows: &'r [MoneyRow], award: &AwardId, recipient: Recipient) -> Option<&'r MoneyRow> {
    rows.iter().find(|row| row.award == *award && row.recipient == recipient)
}

fn faults_of_salaries(salaries: &[BaseSalary]) -> Vec<Placed<MoneyScheduleFault>> {
    let mut faults = Vec::new();
    let list = Place::whole().field("base_salaries");
    if salaries.is_empty() {
        faults.push(Placed { place: list.clone(), fault: MoneyScheduleFault::NoBaseSalary });
    }
    for (position, salary) in salaries.iter().enumerate() {
        let place = list.index(position);
        if salary.amount <= Vnd::default() {
            let fault = MoneyScheduleFault::BaseSalary(salary.amount);
            faults.push(Placed { place: place.field("amount"), fault });
        }
        let mut before = salaries.iter().take(position);
        if let Some(first) = before.find(|first| first.during.overlaps(salary.during)) {
            let fault =
                MoneyScheduleFault::SecondBaseSalary { first: first.during, second: salary.during };
            faults.push(Placed { place: place.field("during"), fault });
        }
    }
    faults
}

fn faults_of_rows(rows: &[MoneyRow]) -> Vec<Placed<MoneyScheduleFault>> {
    let mut faults = Vec::new();
    let list = Place::whole().field("rows");
    if rows.is_empty() {
        faults.push(Placed { place: list.clone(), fault: MoneyScheduleFault::NoRow });
    }
    let mut seen = BTreeSet::new();
    for (position, found) in rows.iter().enumerate() {
        let place = list.index(position);
        let (award, recipient) = (&found.award, found.recipient);
        if !seen.insert((award, recipient)) {
            let fault = MoneyScheduleFault::SecondRow { award: award.clone(), recipient };
            faults.push(Placed { place: place.clone(), fault });
        }
        let rate = place.field("rate");
        let (number, field) = match found.rate {
            MoneyRate::Coefficient { coefficient } => (coefficient, "coefficient"),
            MoneyRate::Multiple { factor, of, .. } => {
                let base = row(rows, award, of).map(|row| row.rate);
                if !matches!(base, Some(MoneyRate::Coefficient { .. })) {
                    let fault = MoneyScheduleFault::MultipleOfNone { award: award.clone(), of };
                    faults.push(Placed { place: rate.field("of"), fault });
                }
                (factor, "factor")
            }
        };
        if number.is_zero() || number.is_negative() {
            let fault = MoneyScheduleFault::NotAboveZero(number);
            faults.push(Placed { place: rate.field(field), fault });
        }
    }
    faults
}

/// Why parts make no money schedule.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum MoneyScheduleFault {
    /// There is no base salary.
    NoBaseSalary,
    /// A base salary of nothing.
    BaseSalary(Vnd),
    /// A day has two base salaries.
    SecondBaseSalary {
        /// When the one holds.
        first: Period,
        /// When the other does.
        second: Period,
    },
    /// There is nothing to pay.
    NoRow,
    /// An award pays a recipient twice.
    SecondRow {
        /// The award.
        award: AwardId,
        /// The recipient.
        recipient: Recipient,
    },
    /// A coefficient or a factor of nothing.
    NotAboveZero(Figure),
    /// A multiple of what has no coefficient.
    MultipleOfNone {
        /// The award.
        award: AwardId,
        /// The recipient whose amount is multiplied.
        of: Recipient,
    },
    /// A rounding step with a part of a đồng.
    PartOfDong(Points),
}

impl Fault for MoneyScheduleFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoBaseSalary => "no_base_salary",
            Self::BaseSalary(_) => "base_salary",
            Self::SecondBaseSalary { .. } => "second_base_salary",
            Self::NoRow => "no_money_row",
            Self::SecondRow { .. } => "second_money_row",
            Self::NotAboveZero(_) => "not_above_zero",
            Self::MultipleOfNone { .. } => "multiple_of_none",
            Self::PartOfDong(_) => "part_of_dong",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::NoBaseSalary => "at least one base salary".into(),
            Self::BaseSalary(_) => "a base salary above 0".into(),
            Self::SecondBaseSalary { first, .. } => {
                format!("no second base salary for a day from {first}")
            }
            Self::NoRow => "at least one row".into(),
            Self::SecondRow { .. } => "at most one row for an award and a recipient".into(),
            Self::NotAboveZero(_) => "a number above 0".into(),
            Self::MultipleOfNone { award, of } => {
                format!("a row of `{award}` for {} with a coefficient", of.words().en)
            }
            Self::PartOfDong(_) => "a step of whole đồng".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::NoBaseSalary | Self::NoRow | Self::MultipleOfNone { .. } => "none".into(),
            Self::BaseSalary(amount) => amount.to_string(),
            Self::SecondBaseSalary { second, .. } => format!("one from {second}"),
            Self::SecondRow { award, recipient } => {
                format!("`{award}` for {} again", recipient.words().en)
            }
            Self::NotAboveZero(number) => number.to_string(),
            Self::PartOfDong(step) => step.to_string(),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
