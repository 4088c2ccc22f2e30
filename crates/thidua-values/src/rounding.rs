//! How a rule rounds: a named mode, to a stated step.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::Points;

/// How a rule rounds (làm tròn).
///
/// Real rules round to hundredths or tenths of a point, and to halves.
///
/// vi: Cách làm tròn. Quy định thực tế làm tròn đến 0,01 điểm, 0,1 điểm hoặc 0,5 điểm.
///
/// Source: Thông tư 10/2021/TT-BTP (once, on the total, to one decimal); Công
/// văn 5155/SGDĐT-GDTXNNĐH of 2025 (steps of 0.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Rounding {
    /// Where a number between two steps goes.
    ///
    /// vi: Hướng làm tròn của số nằm giữa hai bước.
    pub mode: RoundingMode,
    /// What results are multiples of.
    ///
    /// vi: Bước làm tròn: kết quả là bội số của bước này.
    pub step: RoundingStep,
}

/// Where a number between two steps goes.
///
/// vi: Hướng làm tròn của số nằm giữa hai bước.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum RoundingMode {
    /// To the nearest step, a half away from zero: 0.125 to 0.13.
    ///
    /// vi: Đến bước gần nhất, đúng nửa bước thì ra xa số 0: 0,125 thành 0,13.
    HalfUp,
    /// To the nearest step, a half to the even one: 0.125 to 0.12.
    ///
    /// vi: Đến bước gần nhất, đúng nửa bước thì về bội số chẵn: 0,125 thành 0,12.
    HalfEven,
    /// Toward zero, cutting off: 0.129 to 0.12.
    ///
    /// vi: Về phía số 0, cắt bỏ phần dư: 0,129 thành 0,12.
    Down,
    /// Away from zero: 0.121 to 0.13.
    ///
    /// vi: Ra xa số 0: 0,121 thành 0,13.
    Up,
}

/// What rounded numbers are multiples of: more than no points.
// INVARIANT: the points are above zero; only `FromStr` and `ONE` build one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundingStep(Points);

impl RoundingStep {
    /// The pattern of the text form.
    pub const PATTERN: &'static str = r"^([1-9][0-9]{0,11}(\.[0-9]{1,6})?|0\.([1-9][0-9]{0,5}|0[1-9][0-9]{0,4}|00[1-9][0-9]{0,3}|000[1-9][0-9]{0,2}|0000[1-9][0-9]?|00000[1-9]))$";

    /// Whole points.
    pub const ONE: Self = Self(Points::whole(1));

    /// The step in points.
    #[must_use]
    pub const fn points(self) -> Points {
        self.0
    }
}

impl fmt::Display for RoundingStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for RoundingStep {
    type Err = RoundingStepError;

    fn from_str(text: &str) -> Result<Self, RoundingStepError> {
        match text.parse::<Points>() {
            Ok(points) if Points::ZERO < points => Ok(Self(points)),
            _ => Err(RoundingStepError(text.to_owned())),
        }
    }
}

/// A text that is no step to round to.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a rounding step above 0 such as `0.01` or `0.5`, found `{0}`")]
pub struct RoundingStepError(String);

crate::text_form!(
    RoundingStep,
    name: "RoundingStep",
    pattern: RoundingStep::PATTERN,
    max_len: Points::MAX_LEN,
    examples: ["0.01", "0.5"],
    about: "Bước làm tròn, lớn hơn 0.\n\nThe step to round to, above 0."
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Law: the parser accepts what the published pattern accepts.
        #[test]
        fn parser_agrees_with_pattern(text in "-?[0-9]{0,3}(\\.[0-9]{0,8})?|0\\.0{0,6}[0-9]?") {
            let pattern = regex_lite::Regex::new(RoundingStep::PATTERN).unwrap();
            prop_assert_eq!(text.parse::<RoundingStep>().is_ok(), pattern.is_match(&text));
        }
    }

    #[test]
    fn a_step_of_nothing_is_refused() {
        assert_eq!(
            "0.00".parse::<RoundingStep>().unwrap_err().to_string(),
            "expected a rounding step above 0 such as `0.01` or `0.5`, found `0.00`"
        );
    }
}
