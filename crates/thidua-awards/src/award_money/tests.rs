//! The published amounts as golden cases, and laws of money.

use proptest::prelude::*;
use thidua_values::{Period, RoundingMode};

use super::*;
use crate::money_schedule::tests::{PUBLISHED, decree_152, text};
use crate::{BaseSalary, MoneyScheduleParts, PrintedMoney};

fn schedule(parts: MoneyScheduleParts) -> MoneySchedule {
    MoneySchedule::try_new(parts).unwrap()
}

fn vnd(dong: i64) -> Vnd {
    Vnd::new(dong).unwrap()
}

#[track_caller]
fn paid(parts: MoneyScheduleParts, day: &str, award: &str, to: Recipient) -> AwardMoney {
    award_money(&[schedule(parts)], day.parse().unwrap(), &award.parse().unwrap(), to).unwrap()
}

#[track_caller]
fn refused(schedules: &[MoneySchedule], day: &str, award: &str, to: Recipient) -> MoneyRefusal {
    let (day, award) = (day.parse().unwrap(), award.parse().unwrap());
    award_money(schedules, day, &award, to).unwrap_err()
}

/// Golden: every row of the published table, with its source there.
#[test]
fn every_published_row_follows_from_its_coefficient() {
    for (award, _, recipient, coefficient, exact, rounded) in PUBLISHED {
        let money = paid(decree_152(), "2025-12-20", award, recipient);
        let coefficient = coefficient.parse().unwrap();
        assert_eq!(money.product, MoneyProduct::Coefficient { coefficient }, "{award}");
        assert_eq!(money.base_salary, vnd(2_340_000));
        assert_eq!(money.exact, Exact::from(exact), "{award}");
        assert_eq!(money.amount, vnd(rounded), "{award}");
    }
}

/// Golden: the page that quotes the rule of rounding up to ten thousand prints
/// 0.3 times 2,340,000 as 702.000 all the same; by the rule it is 710,000.
///
/// Source: the page named beside the published table; Nghị định 152/2025/NĐ-CP, article 49 (2).
#[test]
fn the_702_000_that_a_page_prints_is_not_rounded() {
    let money = paid(decree_152(), "2025-12-20", "advanced-worker", Recipient::Individual);
    let found = money.compare(vnd(702_000));
    let (computed, printed) = (vnd(710_000), vnd(702_000));
    assert_eq!(found, PrintedMoney::NotRounded { computed, printed });
    assert_eq!(found.words().vi, "in ra 702.000 đồng chưa làm tròn, tính được 710.000 đồng");
    assert_eq!(found.words().en, "printed 702,000 đồng without rounding, computed 710,000 đồng");
    assert_eq!(money.compare(computed), PrintedMoney::Agrees { amount: computed });
    let printed = vnd(720_000);
    assert_eq!(money.compare(printed), PrintedMoney::Differs { computed, printed });
}

/// A letter of commendation for an individual and for a household. The factor
/// of 1.5 is published; the coefficient of 0.3 is illustrative.
fn with_household(taken: AmountTaken) -> MoneyScheduleParts {
    let award = "letter-of-commendation".parse().unwrap();
    let title = text(["Giấy khen", "Letter of commendation"]);
    let rate = MoneyRate::Coefficient { coefficient: "0.3".parse().unwrap() };
    let individual = MoneyRow { award, title, recipient: Recipient::Individual, rate };
    let (factor, of) = ("1.5".parse().unwrap(), Recipient::Individual);
    let rate = MoneyRate::Multiple { factor, of, taken };
    let household = MoneyRow { recipient: Recipient::Household, rate, ..individual.clone() };
    let mut parts = decree_152();
    // A multiple may stand before what it is of.
    parts.rows.extend([household, individual]);
    parts
}

/// Golden: a household gets 1.5 times the individual amount. Which amount is
/// not said, before or after rounding, and that makes a difference.
///
/// Source: Nghị định 152/2025/NĐ-CP, articles 49, 50 and 54; which of them was not noted.
#[test]
fn a_household_gets_one_and_a_half_times_the_individual_amount() {
    let pays = |taken| {
        let award = "letter-of-commendation";
        paid(with_household(taken), "2025-12-20", award, Recipient::Household)
    };
    let (before, after) = (pays(AmountTaken::BeforeRounding), pays(AmountTaken::AfterRounding));
    assert_eq!((before.exact, before.amount), (Exact::from(1_053_000), vnd(1_060_000)));
    assert_eq!((after.exact.clone(), after.amount), (Exact::from(1_065_000), vnd(1_070_000)));
    assert_eq!(
        after.words().vi,
        "1,5 × 710.000 đồng = 1.065.000 đồng, làm tròn lên đến 10.000 đồng: 1.070.000 đồng"
    );
    assert_eq!(after.code(), "multiple_of_amount");
}

#[test]
fn a_derivation_without_rounding_does_not_speak_of_it() {
    let money = paid(decree_152(), "2025-12-20", "government-flag", Recipient::Collective);
    assert_eq!(money.words().vi, "12 × 2.340.000 đồng = 28.080.000 đồng");
    assert_eq!(money.words().en, "12 × 2,340,000 đồng = 28,080,000 đồng");
}

#[test]
fn no_schedule_pays_before_its_law() {
    let decree = [schedule(decree_152())];
    let refusal = refused(&decree, "2025-06-30", "province-flag", Recipient::Collective);
    assert_eq!(refusal, MoneyRefusal::NoSchedule { day: "2025-06-30".parse().unwrap() });
    assert!(
        award_money(
            &decree,
            "2025-07-01".parse().unwrap(),
            &"province-flag".parse().unwrap(),
            Recipient::Collective
        )
        .is_ok()
    );
}

/// The base salary is that of the day of the decision. The second one here is illustrative.
#[test]
fn the_day_of_the_decision_decides_the_base_salary() {
    let mut parts = decree_152();
    let day = |text: &str| text.parse().unwrap();
    let first = Period::try_new(day("2024-07-01"), Some(day("2026-07-01"))).unwrap();
    parts.base_salaries[0].during = first;
    let second = BaseSalary {
        amount: vnd(2_500_000),
        during: Period::starting(day("2026-07-01")),
        ..parts.base_salaries[0].clone()
    };
    parts.base_salaries.insert(0, second);
    let pays = |day| paid(parts.clone(), day, "advanced-worker", Recipient::Individual).amount;
    assert_eq!(pays("2026-06-30"), vnd(710_000));
    assert_eq!(pays("2026-07-01"), vnd(750_000));
}

#[test]
fn each_refusal_has_its_code_and_its_words() {
    let until = |parts: MoneyScheduleParts, until: &str| {
        let start = parts.base_salaries[0].during.start();
        let during = Period::try_new(start, Some(until.parse().unwrap())).unwrap();
        let salary = BaseSalary { during, ..parts.base_salaries[0].clone() };
        MoneyScheduleParts { base_salaries: vec![salary], ..parts }
    };
    let decree = schedule(until(decree_152(), "2026-01-01"));
    let other = schedule(MoneyScheduleParts { id: "another".parse().unwrap(), ..decree_152() });
    let mut large = decree_152();
    large.rows[0].rate = MoneyRate::Coefficient { coefficient: "500000000000".parse().unwrap() };
    let one = std::slice::from_ref(&decree);
    let flag = "government-flag";
    let refusals = [
        refused(&[], "2025-12-20", flag, Recipient::Collective),
        refused(&[decree.clone(), other], "2025-12-20", flag, Recipient::Collective),
        refused(one, "2025-12-20", flag, Recipient::Household),
        refused(one, "2026-01-01", flag, Recipient::Collective),
        refused(&[schedule(large)], "2025-12-20", flag, Recipient::Collective),
    ];
    let said = refusals.map(|refusal| {
        assert_eq!(refusal.to_string(), refusal.words().en);
        format!("{} | {} | {refusal}", refusal.code(), refusal.words().vi)
    });
    assert_eq!(
        said.join("\n"),
        "no_money_schedule | không có bảng mức tiền thưởng nào có hiệu lực vào ngày 20/12/2025 | no money schedule is in force on 2025-12-20\n\
         several_money_schedules | nhiều bảng mức tiền thưởng cùng có hiệu lực vào ngày 20/12/2025: `another`, `decree-152-2025` | several money schedules are in force on 2025-12-20: `another`, `decree-152-2025`\n\
         no_money_row | bảng `decree-152-2025` không có mức tiền của `government-flag` cho hộ gia đình | `decree-152-2025` has no amount of `government-flag` for a household\n\
         no_base_salary | bảng `decree-152-2025` không có mức lương cơ sở của ngày 01/01/2026 | `decree-152-2025` has no base salary of 2026-01-01\n\
         money_too_large | số tiền quá lớn: 1.170.000.000.000.000.000 đồng | the amount is too large: 1,170,000,000,000,000,000 đồng"
    );
}

/// The integer definition of rounding a product of thousandths up to steps.
fn rounded_up_by_definition(thousandths: i64, salary: i64, step: i64) -> i64 {
    let mut dong = 0;
    while dong * 1_000 < thousandths * salary {
        dong += step;
    }
    dong
}

proptest! {
    /// Law: an amount is the least multiple of the step that is not below the
    /// product of the coefficient and the base salary.
    #[test]
    fn amounts_equal_their_integer_definition(
        thousandths in 1_i64..13_000,
        salary in 1_i64..3_000_000,
        step in prop::sample::select(vec![1_000_i64, 10_000, 7_000]),
    ) {
        let mut parts = decree_152();
        parts.base_salaries[0].amount = vnd(salary);
        parts.rounding = Rounding { mode: RoundingMode::Up, step: step.to_string().parse().unwrap() };
        let coefficient = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
        parts.rows[0].rate = MoneyRate::Coefficient { coefficient: coefficient.parse().unwrap() };
        let money = paid(parts, "2025-12-20", "government-flag", Recipient::Collective);
        prop_assert_eq!(money.amount, vnd(rounded_up_by_definition(thousandths, salary, step)));
    }

    /// Law: the order of schedules, of base salaries and of rows changes nothing.
    #[test]
    fn amounts_ignore_the_order_of_sets(
        rows in Just(decree_152().rows).prop_shuffle(),
        position in 0..PUBLISHED.len(),
        first in any::<bool>(),
    ) {
        let earlier = MoneyScheduleParts {
            id: "earlier".parse().unwrap(),
            during: Period::try_new("2024-01-01".parse().unwrap(), Some("2025-07-01".parse().unwrap())).unwrap(),
            ..decree_152()
        };
        let mut schedules = vec![schedule(MoneyScheduleParts { rows, ..decree_152() })];
        schedules.insert(usize::from(first), schedule(earlier));
        let (award, _, recipient, ..) = PUBLISHED[position];
        let day = "2025-12-20".parse().unwrap();
        let found = award_money(&schedules, day, &award.parse().unwrap(), recipient).unwrap();
        prop_assert_eq!(found, paid(decree_152(), "2025-12-20", award, recipient));
    }
}
