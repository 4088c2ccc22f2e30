//! Writes documents in one form.

use serde::Serialize;

use crate::Written;
use crate::root::Root;

/// The document of a value: indented JSON, lists without a meaningful order in
/// canonical order, a line end last.
///
/// Equal values give equal documents. What is read back is what was written,
/// its sets in canonical order.
#[must_use]
pub fn write<W: Written>(value: &W) -> String {
    pretty(&Root::<W> { parts: value.parts() })
}

/// Indented JSON with a line end.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    // PROOF: only a map with keys that are no strings, or an error of the value's own, fails;
    // neither documents nor schemas have them, so the fallback is never taken.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use thidua_criteria::RulebookEdition;
    use thidua_season::Outcome;
    use thidua_values::Basis;

    use super::*;

    #[test]
    fn a_document_has_one_form() {
        let basis = Basis::Published { source: "a decision".parse().unwrap() };
        let outcome = Outcome {
            season: "year".parse().unwrap(),
            as_of: "2022-11-30".parse().unwrap(),
            organisation: "city".parse().unwrap(),
            campaigns: vec!["unite".parse().unwrap()],
            rulebook: RulebookEdition {
                rulebook: "table".parse().unwrap(),
                edition: "2022-01-01".parse().unwrap(),
            },
            award_rules: "rules".parse().unwrap(),
            award_rules_basis: basis.clone(),
            candidacies: None,
            rulebook_basis: basis,
            clusters: Vec::new(),
        };
        let expected = r#"{
  "format": "outcome/1",
  "outcome": {
    "season": "year",
    "as_of": "2022-11-30",
    "organisation": "city",
    "campaigns": [
      "unite"
    ],
    "rulebook": {
      "rulebook": "table",
      "edition": "2022-01-01"
    },
    "rulebook_basis": {
      "kind": "published",
      "source": "a decision"
    },
    "award_rules": "rules",
    "award_rules_basis": {
      "kind": "published",
      "source": "a decision"
    },
    "clusters": []
  }
}
"#;
        assert_eq!(write(&outcome), expected);
    }
}
