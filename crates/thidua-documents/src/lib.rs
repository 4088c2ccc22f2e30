//! JSON documents: the only crate that knows them.
//!
//! [`read`] turns bytes into a value and reports every problem, each with its
//! place, what was expected, what was found and a stable code. [`write()`] turns
//! a value into its one document. [`schemas`] are the JSON Schemas of all
//! documents, for partners who never see Rust.
//!
//! # Examples
//!
//! A document that breaks in every line, and all that is wrong with it:
//!
//! ```
//! use thidua_documents::{Limits, read};
//! use thidua_scoring::EvidenceParts;
//!
//! let document = r#"{
//!     "format": "evidence/1",
//!     "evidence": {
//!         "title": { "vi": "Số liệu", "en": "Figures", "en": "Evidence" },
//!         "answers": { "rulebook": "Cần Thơ", "edition": "2025-02-30" },
//!         "record": []
//!     }
//! }"#;
//! let problems = read::<EvidenceParts>(document.as_bytes(), &Limits::default()).unwrap_err();
//! let lines: Vec<String> = problems.as_slice().iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     lines,
//!     [
//!         "/evidence: expected a field `records`, found none [missing_field]",
//!         "/evidence/title/en: expected each key once, found `en` again [duplicate_key]",
//!         "/evidence/answers/rulebook: expected the id of a rulebook, such as `tay-ho-2` \
//!          (a-z, 0-9, single hyphens, at most 64), found `Cần Thơ` [bad_value]",
//!         "/evidence/answers/edition: expected a day that exists, written year-month-day such as `2022-11-08`, \
//!          found `2025-02-30` [bad_value]",
//!         "/evidence/record: expected one of `answers`, `records`, `title`, found `record` \
//!          [unknown_field]",
//!     ]
//! );
//! ```
//!
//! An organisation by hand: three units, of which one gives a part to a new one
//! (tách) and lives on. Lists that would be empty are left out:
//!
//! ```
//! use thidua_documents::{Limits, read};
//! use thidua_organisation::Organisation;
//!
//! let document = r#"{
//!     "format": "organisation/1",
//!     "organisation": {
//!         "id": "a-district",
//!         "title": { "vi": "Một huyện", "en": "A district" },
//!         "basis": { "kind": "illustrative", "note": "An example." },
//!         "stated": { "start": "2022-01-01" },
//!         "unit_kinds": [
//!             { "id": "district", "name": { "vi": "huyện", "en": "district" },
//!               "levels": [{ "level": "district", "during": { "start": "2022-01-01" } }] },
//!             { "id": "commune", "name": { "vi": "xã", "en": "commune" },
//!               "levels": [{ "level": "commune", "during": { "start": "2022-01-01" } }] }
//!         ],
//!         "units": [
//!             { "id": "gia-lam", "kind": "district", "name": { "vi": "Gia Lâm", "en": "Gia Lam" } },
//!             { "id": "yen-vien", "kind": "commune", "name": { "vi": "Yên Viên", "en": "Yen Vien" },
//!               "codes": [{ "scheme": "gso", "code": "00568" }], "parent": "gia-lam" }
//!         ],
//!         "acts": [
//!             { "id": "nq-1", "title": { "vi": "Tách xã", "en": "A commune is set apart" },
//!               "published": "2022-12-01" }
//!         ],
//!         "events": [
//!             { "effective": "2023-01-01", "act": "nq-1", "change": {
//!                 "kind": "founded",
//!                 "unit": { "id": "moi", "kind": "commune", "name": { "vi": "Mới", "en": "New" },
//!                           "parent": "gia-lam" } } },
//!             { "effective": "2023-01-01", "act": "nq-1", "change": {
//!                 "kind": "merged", "into": "moi",
//!                 "from": [{ "unit": "yen-vien", "population": "part", "area": "part" }] } }
//!         ]
//!     }
//! }"#;
//! let organisation = read::<Organisation>(document.as_bytes(), &Limits::default())?;
//! let district = "gia-lam".parse()?;
//! let communes = |day: &str| -> Result<usize, Box<dyn std::error::Error>> {
//!     Ok(organisation.as_of(day.parse()?)?.children(&district).count())
//! };
//! assert_eq!((communes("2022-12-31")?, communes("2023-01-01")?), (1, 2));
//!
//! let succession = organisation.succession("2022-12-31".parse()?, "2023-01-01".parse()?)?;
//! let after = succession.successors(&"yen-vien".parse()?).iter();
//! assert_eq!(after.map(|it| it.after.as_str()).collect::<Vec<_>>(), ["moi", "yen-vien"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Statistics offices publish no events, but a list of units for each day and the
//! pairs of old and new units between them. The events are inferred, and what was
//! taken for granted is told: here that the large commune, which took in the
//! other, is still the unit that it was.
//!
//! ```
//! use thidua_documents::{Limits, read};
//! use thidua_organisation::UnitLists;
//! use thidua_values::Coded;
//!
//! let document = r#"{
//!     "format": "unit-lists/1",
//!     "unit_lists": {
//!         "id": "two-communes",
//!         "title": { "vi": "Hai xã", "en": "Two communes" },
//!         "basis": { "kind": "illustrative", "note": "An example." },
//!         "scheme": "gso",
//!         "unit_kinds": [
//!             { "id": "commune", "name": { "vi": "xã", "en": "commune" },
//!               "levels": [{ "level": "commune", "during": { "start": "2022-01-01" } }] }
//!         ],
//!         "acts": [
//!             { "id": "nq-1", "title": { "vi": "Nhập xã", "en": "A commune is merged" },
//!               "published": "2022-12-01" }
//!         ],
//!         "opening": {
//!             "day": "2022-01-01",
//!             "units": [
//!                 { "code": "00001", "kind": "commune", "name": { "vi": "Cũ", "en": "Old" } },
//!                 { "code": "00002", "kind": "commune", "name": { "vi": "Lớn", "en": "Large" } }
//!             ]
//!         },
//!         "changes": [
//!             {
//!                 "day": "2023-01-01",
//!                 "act": "nq-1",
//!                 "units": [
//!                     { "code": "00002", "kind": "commune", "name": { "vi": "Lớn", "en": "Large" } }
//!                 ],
//!                 "pairs": [
//!                     { "old": "00001", "new": "00002", "population": "all", "area": "all" },
//!                     { "old": "00002", "new": "00002", "population": "all", "area": "all" }
//!                 ]
//!             }
//!         ]
//!     }
//! }"#;
//! let lists = read::<UnitLists>(document.as_bytes(), &Limits::default())?;
//! let imported = lists.import()?;
//! let findings: Vec<_> = imported.findings.iter().map(|finding| finding.code.code()).collect();
//! assert_eq!(findings, ["taken_as_same"]);
//! let merged = imported.organisation.succession("2022-01-01".parse()?, "2023-01-01".parse()?)?;
//! let [passage] = merged.successors(&"gso-00001-2022-01-01".parse()?) else { panic!("one successor") };
//! assert_eq!(passage.after.as_str(), "gso-00002-2022-01-01");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Documents
//!
//! The root of a document has two fields: its `format`, and one that holds
//! everything.
//!
//! | format | field | type | |
//! |---|---|---|---|
//! | `organisation/1` | `organisation` | [`Organisation`](thidua_organisation::Organisation) | read, written |
//! | `unit-lists/1` | `unit_lists` | [`UnitLists`](thidua_organisation::UnitLists) | read, written |
//! | `indicator-catalogue/1` | `indicator_catalogue` | [`Catalogue`](thidua_figures::Catalogue) | read, written |
//! | `figures/1` | `figures` | [`FiguresParts`](thidua_figures::FiguresParts) | read, written |
//! | `checks/1` | `checks` | [`CheckListParts`](thidua_figures::CheckListParts) | read, written |
//! | `feeds/1` | `feeds` | [`FeedsParts`](thidua_figures::FeedsParts) | read, written |
//! | `report/1` | `report` | [`Report`](thidua_figures::Report) | read, written |
//! | `campaign/1` | `campaign` | [`Campaign`](thidua_criteria::Campaign) | read, written |
//! | `rulebook/1` | `rulebook` | [`Rulebook`](thidua_criteria::Rulebook) | read, written |
//! | `evidence/1` | `evidence` | [`EvidenceParts`](thidua_scoring::EvidenceParts) | read, written |
//! | `award-rules/1` | `award_rules` | [`AwardRules`](thidua_awards::AwardRules) | read, written |
//! | `candidacies/1` | `candidacies` | [`Candidacies`](thidua_awards::Candidacies) | read, written |
//! | `money-schedule/1` | `money_schedule` | [`MoneySchedule`](thidua_awards::MoneySchedule) | read, written |
//! | `season/1` | `season` | [`Season`](thidua_season::Season) | read, written |
//! | `outcome/1` | `outcome` | [`Outcome`](thidua_season::Outcome) | written |
//! | `award-correction/1` | `award_correction` | [`AwardCorrection`](thidua_awards::AwardCorrection) | written |
//! | `why/1` | `why` | [`Why`](thidua_scoring::Why) | written |
//! | `reach/1` | `reach` | [`ReachAnswer`] | written |
//! | `rulebook-findings/1` | `rulebook_findings` | [`RulebookFindings`] | written |
//! | `rulebook-differences/1` | `rulebook_differences` | [`RulebookDifferences`] | written |
//!
//! What is only written explains something that was read, and is made anew rather
//! than read back.
//!
//! The schemas are in the folder `schemas`, where a test keeps them fresh;
//! `UPDATE_EXPECT=1 cargo test -p thidua-documents` rewrites them.

mod limits;

pub mod codes;
mod problem;

mod scan;
mod tree;

mod scalar;
mod shape;

mod check;

mod root;
mod schema;

mod differences;
mod findings;
mod reach_answer;

mod document;
mod read;
mod write;

pub use crate::{
    differences::RulebookDifferences,
    document::{Document, Written, problems_across, problems_of},
    findings::{RulebookFinding, RulebookFindings},
    limits::Limits,
    problem::{Problem, Problems},
    reach_answer::ReachAnswer,
    read::read,
    schema::{SchemaFile, schemas},
    write::write,
};
