//! Changes: against an earlier figure, and what a stated change may be a change of.

use thidua_values::{Bounds, Coded, End, Exact, Rounding, RoundingMode, RoundingStep, Words};

use crate::percent;
use crate::shares::quotient;

/// How a change is measured.
///
/// vi: Cách tính mức thay đổi.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum ChangeBy {
    /// In percent of the earlier figure: from 80 % to 84 % are 5 percent.
    ///
    /// vi: Theo phần trăm của số liệu kỳ trước: từ 80% lên 84% là tăng 5%.
    Percent,
    /// In percentage points, of percentages only: from 80 % to 84 % are 4 points.
    ///
    /// vi: Theo điểm phần trăm, chỉ với tỷ lệ: từ 80% lên 84% là tăng 4 điểm phần trăm.
    Points,
}

impl ChangeBy {
    /// What is known of the change from an earlier figure to another, neither of which is below 0;
    /// none in percent of 0. Points are the difference: they are of percentages.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_figures::ChangeBy;
    /// use thidua_values::Bounds;
    ///
    /// let (earlier, now) = (Bounds::exactly(80.into()), Bounds::exactly(84.into()));
    /// assert_eq!(ChangeBy::Percent.of(&earlier, &now), Some(Bounds::exactly(5.into())));
    /// assert_eq!(ChangeBy::Points.of(&earlier, &now), Some(Bounds::exactly(4.into())));
    /// ```
    #[must_use]
    pub fn of(self, earlier: &Bounds, now: &Bounds) -> Option<Bounds> {
        match self {
            Self::Percent => Some(percent(now, earlier)? - Bounds::exactly(100.into())),
            Self::Points => Some(now.clone() - earlier.clone()),
        }
    }
}

impl Coded for ChangeBy {
    fn code(&self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Points => "points",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Percent => Words::new("phần trăm", "percent"),
            Self::Points => Words::new("điểm phần trăm", "percentage points"),
        }
    }
}

/// What a stated change of a rate may be a change of. "Tăng 5,4%" beside 4.375/5.121 does not say.
///
/// vi: Mức thay đổi nêu bên cạnh một tỷ lệ có thể là thay đổi của đại lượng nào.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeOf {
    /// Of the rate, in percentage points.
    RateInPoints,
    /// Of the rate, in percent of the earlier rate.
    RateInPercent,
    /// Of the part, such as the number of cremations, in percent of the earlier number.
    PartInPercent,
}

impl ChangeOf {
    /// All readings.
    pub const ALL: [Self; 3] = [Self::RateInPoints, Self::RateInPercent, Self::PartInPercent];

    /// What the earlier figure then was: the rate in percent, or the part; none where no figure
    /// that is not below 0 could have changed so.
    ///
    /// `change` is what is known of the number that was stated, above 0 for a rise. A printed
    /// number is known to its last digit: [`Printed::half_up`](crate::Printed::half_up) gives what
    /// it is if it was rounded, [`Printed::either`](crate::Printed::either) also what it is if its
    /// further digits were cut off.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_figures::{ChangeOf, Printed, whole_numbers};
    /// use thidua_values::Bounds;
    ///
    /// let change = Printed::of("5.4".parse()?).half_up();
    /// let (part, whole) = (Bounds::exactly(4_375.into()), Bounds::exactly(5_121.into()));
    /// let cremations = ChangeOf::PartInPercent.earlier(&change, &part, &whole).ok_or("none")?;
    /// let from_to = whole_numbers(&cremations).ok_or("none")?;
    /// assert_eq!(from_to.to_string(), "[4149; 4152]");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn earlier(self, change: &Bounds, part: &Bounds, whole: &Bounds) -> Option<Bounds> {
        let not_below_zero = Bounds::at_least(0.into());
        // What the earlier figure was multiplied with.
        let factor =
            || (change.clone() + Bounds::exactly(100.into())).times(&Exact::percent(1.into()));
        let before = |now: &Bounds| quotient(now, &factor().meet(&not_below_zero)?);
        match self {
            Self::RateInPoints => (percent(part, whole)? - change.clone()).meet(&not_below_zero),
            Self::RateInPercent => before(&percent(part, whole)?),
            Self::PartInPercent => before(part),
        }
    }
}

impl Coded for ChangeOf {
    fn code(&self) -> &'static str {
        match self {
            Self::RateInPoints => "rate_in_points",
            Self::RateInPercent => "rate_in_percent",
            Self::PartInPercent => "part_in_percent",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::RateInPoints => Words::new(
                "thay đổi của tỷ lệ, tính bằng điểm phần trăm",
                "a change of the rate, in percentage points",
            ),
            Self::RateInPercent => Words::new(
                "thay đổi của tỷ lệ, tính bằng phần trăm của tỷ lệ kỳ trước",
                "a change of the rate, in percent of the earlier rate",
            ),
            Self::PartInPercent => Words::new(
                "thay đổi của tử số, tính bằng phần trăm của số kỳ trước",
                "a change of the part, in percent of the earlier number",
            ),
        }
    }
}

/// The whole numbers within bounds: of things that are counted no others are possible. None where
/// there is none.
#[must_use]
pub fn whole_numbers(bounds: &Bounds) -> Option<Bounds> {
    let whole = |at: &Exact, up: bool| {
        let away = up != at.is_negative();
        let mode = if away { RoundingMode::Up } else { RoundingMode::Down };
        at.round(Rounding { mode, step: RoundingStep::ONE })
    };
    let end = |at: Exact| Some(End { at, included: true });
    let low = bounds.low().and_then(|low| {
        let at = whole(&low.at, true);
        end(if at == low.at && !low.included { at + Exact::one() } else { at })
    });
    let high = bounds.high().and_then(|high| {
        let at = whole(&high.at, false);
        end(if at == high.at && !high.included { at - Exact::one() } else { at })
    });
    Bounds::between(low, high)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use thidua_values::strategies::bounds;

    use super::*;
    use crate::Printed;

    fn exactly(number: i64) -> Bounds {
        Bounds::exactly(number.into())
    }

    proptest! {
        /// Law: what a figure changes by, added to it again, gives the figure that it became.
        #[test]
        fn changes_lead_from_the_earlier_figure_to_the_later(earlier in 1_i64..50, now in 0_i64..50) {
            let percent = ChangeBy::Percent.of(&exactly(earlier), &exactly(now)).unwrap();
            let grown = percent.times(&Exact::fraction(earlier, 100).unwrap()) + exactly(earlier);
            prop_assert_eq!(grown, exactly(now));
            let points = ChangeBy::Points.of(&exactly(earlier), &exactly(now)).unwrap();
            prop_assert_eq!(points + exactly(earlier), exactly(now));
        }

        /// Law: each reading of a change leads back to the figure that changed so.
        #[test]
        fn readings_lead_back((part, whole) in (0_i64..50, 1_i64..50), (before, of) in (1_i64..50, 1_i64..50)) {
            let (rate, earlier) = (Exact::fraction(100 * part, whole).unwrap(), Exact::fraction(100 * before, of).unwrap());
            let [rate, earlier] = [rate, earlier].map(Bounds::exactly);
            let (now, all) = (exactly(part), exactly(whole));
            let back = |reading: ChangeOf, change: Option<Bounds>| reading.earlier(&change.unwrap(), &now, &all);
            let points = ChangeBy::Points.of(&earlier, &rate);
            prop_assert_eq!(back(ChangeOf::RateInPoints, points), Some(earlier.clone()));
            // What shrank to nothing may have been anything.
            let (of_rate, of_part) = (ChangeBy::Percent.of(&earlier, &rate), ChangeBy::Percent.of(&exactly(before), &now));
            let (rates, parts) = (Some(earlier), Some(exactly(before)));
            prop_assert_eq!(back(ChangeOf::RateInPercent, of_rate), rates.filter(|_| 0 < part));
            prop_assert_eq!(back(ChangeOf::PartInPercent, of_part), parts.filter(|_| 0 < part));
        }

        /// Law: the whole numbers within bounds are those that the bounds contain.
        #[test]
        fn whole_numbers_are_those_within(bounds in bounds(), thirds in 1_i64..4) {
            let bounds = bounds.times(&Exact::fraction(thirds, 3).unwrap());
            let within = whole_numbers(&bounds);
            for number in -8_i64..=8 {
                let number = Exact::from(number);
                prop_assert_eq!(within.as_ref().is_some_and(|it| it.contains(&number)), bounds.contains(&number));
            }
            prop_assert!(within.is_none_or(|it| bounds.covers(&it)));
        }
    }

    #[test]
    fn a_stated_change_has_three_readings() {
        // "4.375/5.121 ca = 85%, tặng 5,4%" of the year 2022 of cluster 3 of Hà Nội.
        let (part, whole) = (exactly(4_375), exactly(5_121));
        let hundredths = |at: &Exact| {
            let step = "0.01".parse().unwrap();
            at.round(Rounding { mode: RoundingMode::HalfUp, step }).to_string()
        };
        let read = |change: &Bounds, reading: ChangeOf| {
            let earlier = reading.earlier(change, &part, &whole).unwrap();
            [earlier.low(), earlier.high()].map(|end| hundredths(&end.unwrap().at))
        };
        let stated = exactly(54).times(&Exact::percent(10.into()));
        let half_up = Printed::of("5.4".parse().unwrap()).half_up();
        let either = Printed::of("5.4".parse().unwrap()).either();
        let cases = [
            (ChangeOf::RateInPoints, "80.03", ["79.98", "80.08"], ["79.93", "80.08"]),
            (ChangeOf::RateInPercent, "81.06", ["81.02", "81.09"], ["80.98", "81.09"]),
            (ChangeOf::PartInPercent, "4150.85", ["4148.89", "4152.82"], ["4146.92", "4152.82"]),
        ];
        assert_eq!(cases.each_ref().map(|case| case.0), ChangeOf::ALL);
        for (reading, as_printed, rounded, rounded_or_cut) in cases {
            assert_eq!(read(&stated, reading), [as_printed, as_printed]);
            assert_eq!(read(&half_up, reading), rounded);
            assert_eq!(read(&either, reading), rounded_or_cut);
        }
        let cremations = ChangeOf::PartInPercent.earlier(&either, &part, &whole).unwrap();
        assert_eq!(whole_numbers(&cremations).unwrap().to_string(), "[4147; 4152]");
    }

    #[test]
    fn a_change_that_cannot_be_has_no_earlier_figure() {
        let earlier = |reading: ChangeOf, change: i64| {
            reading.earlier(&exactly(change), &exactly(3), &exactly(4))
        };
        assert_eq!(earlier(ChangeOf::RateInPoints, 76), None);
        assert_eq!(earlier(ChangeOf::PartInPercent, -101), None);
        assert_eq!(earlier(ChangeOf::RateInPercent, -100), None);
        assert_eq!(earlier(ChangeOf::PartInPercent, -50), Some(exactly(6)));
        assert_eq!(ChangeBy::Percent.of(&exactly(0), &exactly(3)), None);
    }

    #[test]
    fn each_change_has_its_code_and_words() {
        let bys = [
            (ChangeBy::Percent, "percent", "percent"),
            (ChangeBy::Points, "points", "percentage points"),
        ];
        for (by, code, en) in bys {
            assert_eq!((by.code(), by.words().en.as_str()), (code, en));
        }
        let words = ChangeOf::ALL.map(|it| (it.code(), it.words().en));
        let expected = [
            ("rate_in_points", "a change of the rate, in percentage points"),
            ("rate_in_percent", "a change of the rate, in percent of the earlier rate"),
            ("part_in_percent", "a change of the part, in percent of the earlier number"),
        ];
        assert_eq!(words, expected.map(|(code, en)| (code, en.to_owned())));
    }
}
