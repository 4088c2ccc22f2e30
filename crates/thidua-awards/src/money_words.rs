//! The codes and the words of award money.

use std::fmt::Display;

use thidua_values::{Coded, Exact, RoundingMode, Words, in_ticks};

use crate::{AwardMoney, MoneyProduct, MoneyRefusal};

impl Coded for AwardMoney {
    fn code(&self) -> &'static str {
        match self.product {
            MoneyProduct::Coefficient { .. } => "coefficient_of_base_salary",
            MoneyProduct::Multiple { .. } => "multiple_of_amount",
        }
    }

    fn words(&self) -> Words {
        let (first, second) = match &self.product {
            MoneyProduct::Coefficient { coefficient } => {
                (*coefficient, Exact::from(self.base_salary.dong()))
            }
            MoneyProduct::Multiple { factor, amount, .. } => (*factor, amount.clone()),
        };
        let vi = format!("{} × {} = {}", vietnamese(first), vi_dong(&second), vi_dong(&self.exact));
        let en = format!("{} × {} = {}", english(first), en_dong(&second), en_dong(&self.exact));
        let amount = Exact::from(self.amount.dong());
        if amount == self.exact {
            return Words::new(vi, en);
        }
        let step = Exact::from(self.rounding.step.points());
        let (mode_vi, mode_en) = rounded(self.rounding.mode);
        Words::new(
            format!("{vi}, {mode_vi} đến {}: {}", vi_dong(&step), vi_dong(&amount)),
            format!("{en}, {mode_en} to {}: {}", en_dong(&step), en_dong(&amount)),
        )
    }
}

impl Coded for MoneyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSchedule { .. } => "no_money_schedule",
            Self::SeveralSchedules { .. } => "several_money_schedules",
            Self::NoRow { .. } => "no_money_row",
            Self::NoBaseSalary { .. } => "no_base_salary",
            Self::TooLarge { .. } => "money_too_large",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::NoSchedule { day } => Words::new(
                format!(
                    "không có bảng mức tiền thưởng nào có hiệu lực vào ngày {}",
                    day.in_vietnamese()
                ),
                format!("no money schedule is in force on {day}"),
            ),
            Self::SeveralSchedules { day, schedules } => {
                let named = in_ticks(schedules);
                Words::new(
                    format!(
                        "nhiều bảng mức tiền thưởng cùng có hiệu lực vào ngày {}: {named}",
                        day.in_vietnamese()
                    ),
                    format!("several money schedules are in force on {day}: {named}"),
                )
            }
            Self::NoRow { schedule, award, recipient } => {
                let Words { vi, en } = recipient.words();
                Words::new(
                    format!("bảng `{schedule}` không có mức tiền của `{award}` cho {vi}"),
                    format!("`{schedule}` has no amount of `{award}` for {en}"),
                )
            }
            Self::NoBaseSalary { schedule, day } => Words::new(
                format!(
                    "bảng `{schedule}` không có mức lương cơ sở của ngày {}",
                    day.in_vietnamese()
                ),
                format!("`{schedule}` has no base salary of {day}"),
            ),
            Self::TooLarge { exact } => Words::new(
                format!("số tiền quá lớn: {}", vi_dong(exact)),
                format!("the amount is too large: {}", en_dong(exact)),
            ),
        }
    }
}

/// An amount as Vietnamese texts write it: `2.340.000 đồng`.
pub(crate) fn vi_dong(amount: &Exact) -> String {
    format!("{} đồng", vietnamese(amount))
}

/// An amount as English texts write it: `2,340,000 đồng`.
pub(crate) fn en_dong(amount: &Exact) -> String {
    format!("{} đồng", english(amount))
}

/// A number as Vietnamese texts write it, with a decimal comma.
fn vietnamese(number: impl Display) -> String {
    grouped(&number.to_string(), '.', ',')
}

fn english(number: impl Display) -> String {
    grouped(&number.to_string(), ',', '.')
}

/// A number with its digits in groups of three; a fraction `n/d` stays as it is.
fn grouped(number: &str, separator: char, point: char) -> String {
    if number.contains('/') {
        return number.to_owned();
    }
    let (whole, places) = match number.split_once('.') {
        Some((whole, places)) => (whole, Some(places)),
        None => (number, None),
    };
    let mut text = String::new();
    for (position, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(position);
        if 0 < position && left % 3 == 0 && !text.ends_with('-') {
            text.push(separator);
        }
        text.push(digit);
    }
    if let Some(places) = places {
        text.push(point);
        text.push_str(places);
    }
    text
}

fn rounded(mode: RoundingMode) -> (&'static str, &'static str) {
    match mode {
        RoundingMode::HalfUp => ("làm tròn", "rounded"),
        RoundingMode::HalfEven => ("làm tròn về số chẵn", "rounded half to even"),
        RoundingMode::Down => ("làm tròn xuống", "rounded down"),
        RoundingMode::Up => ("làm tròn lên", "rounded up"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_in_both_languages() {
        let check = |number: &str, vi: &str, en: &str| {
            assert_eq!((vietnamese(number), english(number)), (vi.to_owned(), en.to_owned()));
        };
        check("0.3", "0,3", "0.3");
        check("710000", "710.000", "710,000");
        check("2340000", "2.340.000", "2,340,000");
        check("-100", "-100", "-100");
        check("-1234.5678", "-1.234,5678", "-1,234.5678");
        check("12345/7", "12345/7", "12345/7");
    }
}
