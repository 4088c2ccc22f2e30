//! The codes and the words of award money.

use thidua_notation::{in_english, in_vietnamese};
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
        let vi =
            format!("{} × {} = {}", in_vietnamese(first), vi_dong(&second), vi_dong(&self.exact));
        let en = format!("{} × {} = {}", in_english(first), en_dong(&second), en_dong(&self.exact));
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
    format!("{} đồng", in_vietnamese(amount))
}

/// An amount as English texts write it: `2,340,000 đồng`.
pub(crate) fn en_dong(amount: &Exact) -> String {
    format!("{} đồng", in_english(amount))
}

fn rounded(mode: RoundingMode) -> (&'static str, &'static str) {
    match mode {
        RoundingMode::HalfUp => ("làm tròn", "rounded"),
        RoundingMode::HalfEven => ("làm tròn về số chẵn", "rounded half to even"),
        RoundingMode::Down => ("làm tròn xuống", "rounded down"),
        RoundingMode::Up => ("làm tròn lên", "rounded up"),
    }
}
