//! Codes that lists of units give to units.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use thidua_values::Fault;
use thiserror::Error;

/// The code of a unit in some list, such as `003` for Tây Hồ in the list of the
/// General Statistics Office: 1 to 20 ASCII digits and letters.
///
/// A code is a text and not a number, so leading zeros stay: `003` is a
/// district where `3` is nothing. It is an attribute of the unit and not its
/// identity: on one day no two units of a list share one, and later it may be
/// given to another.
///
/// # Examples
///
/// ```
/// use thidua_organisation::UnitCode;
///
/// let code: UnitCode = "003".parse()?;
/// assert_eq!(code.to_string(), "003");
/// assert!("3 ".parse::<UnitCode>().is_err());
/// # Ok::<(), thidua_organisation::UnitCodeError>(())
/// ```
// INVARIANT: the text matches `UnitCode::PATTERN`; only `FromStr` builds one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitCode(Arc<str>);

impl UnitCode {
    /// The pattern of the text form.
    pub const PATTERN: &'static str = "^[0-9A-Za-z]{1,20}$";
    /// The longest code, in bytes.
    pub const MAX_LEN: usize = 20;

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for UnitCode {
    type Err = UnitCodeError;

    fn from_str(text: &str) -> Result<Self, UnitCodeError> {
        let well_formed = (1..=Self::MAX_LEN).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if well_formed { Ok(Self(text.into())) } else { Err(UnitCodeError(text.to_owned())) }
    }
}

/// A text that is no code of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub struct UnitCodeError(String);

impl Fault for UnitCodeError {
    fn code(&self) -> &'static str {
        "no_unit_code"
    }

    fn expected(&self) -> String {
        "a code such as `003` (0-9, A-Z, a-z, at most 20)".to_owned()
    }

    fn found(&self) -> String {
        format!("`{}`", self.0)
    }
}

thidua_values::text_form!(
    UnitCode,
    name: "UnitCode",
    pattern: UnitCode::PATTERN,
    max_len: UnitCode::MAX_LEN,
    examples: ["003"],
    about: "Mã đơn vị trong một danh mục, giữ nguyên các số 0 ở đầu.\n\nThe code of a unit in some list; leading zeros are kept."
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Law: the parser accepts what the published pattern accepts.
        #[test]
        fn parser_agrees_with_pattern(text in "[0-9A-Za-z]{0,22}|\\PC{0,4}") {
            let pattern = regex_lite::Regex::new(UnitCode::PATTERN).unwrap();
            prop_assert_eq!(text.parse::<UnitCode>().is_ok(), pattern.is_match(&text));
        }
    }

    #[test]
    fn what_is_no_code_is_shown() {
        for text in ["", "0-3", "００３", "123456789012345678901"] {
            assert_eq!(
                text.parse::<UnitCode>().unwrap_err().to_string(),
                format!(
                    "expected a code such as `003` (0-9, A-Z, a-z, at most 20), found `{text}`"
                )
            );
        }
    }
}
