//! Laws of shares.

use proptest::prelude::*;
use thidua_values::{Qualifier, strategies};

use super::*;
use crate::{Figures, Observation, ObservedValue, sample};

/// Bounds of a number that is not below 0, and one within them.
fn bounds_and_member() -> impl Strategy<Value = (Bounds, Exact)> {
    strategies::bounds_and_member().prop_filter_map("not below 0", |(bounds, member)| {
        let bounds = bounds.meet(&Bounds::at_least(Exact::zero()))?;
        bounds.contains(&member).then_some((bounds, member))
    })
}

proptest! {
    /// Law: a quotient of what is known allows every quotient of what it may be.
    #[test]
    fn quotients_never_tighten((part, a) in bounds_and_member(), (whole, b) in bounds_and_member()) {
        match (quotient(&part, &whole), a.checked_div(&b)) {
            (Some(bounds), Some(member)) => prop_assert!(bounds.contains(&member), "{bounds} {member}"),
            (None, member) => prop_assert_eq!(member, None),
            (_, None) => {}
        }
    }

    /// Law: of two numbers the quotient is known.
    #[test]
    fn quotients_of_numbers_are_exact(a in 0_i64..9, b in 1_i64..9) {
        let exactly = |number: i64| Bounds::exactly(number.into());
        let expected = Exact::fraction(a, b).map(Bounds::exactly);
        prop_assert_eq!(quotient(&exactly(a), &exactly(b)), expected);
    }
}

#[test]
fn quotients_of_bounds_are_what_is_known() {
    let exactly = |number: i64| Bounds::exactly(number.into());
    let words = |part: Bounds, whole: Bounds| quotient(&part, &whole).map(|it| it.to_string());
    assert_eq!(words(exactly(3), exactly(0)), None);
    assert_eq!(words(Bounds::above(3.into()), exactly(4)).unwrap(), "(0.75; …)");
    assert_eq!(words(exactly(3), Bounds::at_least(4.into())).unwrap(), "(0; 0.75]");
    assert_eq!(words(exactly(0), Bounds::above(4.into())).unwrap(), "0");
    assert_eq!(words(exactly(3), Bounds::at_least(0.into())).unwrap(), "(0; …)");
}

/// Cremations and deaths of two wards, and what a district states.
fn observations() -> Vec<Observation> {
    let of = |unit: &str, indicator: &str, figure| sample::observation(unit, indicator, figure);
    let stated =
        ObservedValue::Figure { figure: "85".parse().unwrap(), qualifier: Qualifier::AtLeast };
    vec![
        of("buoi", "cremations", 9),
        of("buoi", "deaths", 10),
        of("xuan-la", "cremations", 20),
        of("xuan-la", "deaths", 40),
        Observation { value: stated, ..of("tay-ho", "cremated", 0) },
    ]
}

#[test]
fn a_share_is_the_ratio_of_sums_and_never_the_mean_of_ratios() {
    let (catalogue, organisation) = (sample::bound_catalogue(), sample::organisation());
    let parts = sample::parts(observations());
    let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
    let on = figures.as_of(sample::day("2024-12-31")).unwrap();
    let shares = on.shares(&sample::asked("cremated"), Missing::Refuse).unwrap();
    let share = |unit: &str| shares.of_unit(&unit.parse().unwrap()).unwrap();
    let tay_ho = share("tay-ho");
    assert_eq!(tay_ho.quotient(), Exact::fraction(29, 50).map(Bounds::exactly));
    assert_eq!(tay_ho.part().bounds(), Some(Bounds::exactly(29.into())));
    assert_eq!(tay_ho.whole().terms().len(), 2);
    assert_eq!(tay_ho.stated_percent(), Some(Bounds::at_least(85.into())));
    assert_eq!(share("buoi").stated_percent(), None);
    assert_eq!(share("ha-noi").quotient(), None);
    assert_eq!(shares.part().indicator().id.as_str(), "cremations");
    assert_eq!(shares.whole().indicator().id.as_str(), "deaths");
    assert!(shares.of_unit(&"nowhere".parse().unwrap()).is_none());
}
