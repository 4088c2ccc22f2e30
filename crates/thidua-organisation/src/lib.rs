//! Who belongs to whom on which day: units, bodies and clusters through time.
//!
//! A unit (đơn vị) such as a district has a kind, and the kind a level (cấp). A
//! body, such as a Fatherland Front committee (Ủy ban Mặt trận Tổ quốc), is
//! one of a unit; bodies compete in emulation clusters (cụm thi đua). Parents
//! and memberships are dated: an [`Organisation`] says all of it for a stated
//! period, and [`Organisation::as_of`] gives the [`Hierarchy`] of one day, a
//! forest in which levels may be skipped.
//!
//! # Examples
//!
//! A ward (phường) of Hà Nội that answers to its district (quận) until there
//! are no districts any more, and then to the city itself:
//!
//! ```
//! use thidua_organisation::{Level, Organisation, OrganisationParts, Parent, Unit, UnitKind};
//! use thidua_values::{Basis, Day, Period, Text};
//!
//! type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
//!
//! fn text(vi: &str, en: &str) -> Result<Text> {
//!     Ok(Text { vi: vi.parse()?, en: en.parse()? })
//! }
//!
//! fn kind(id: &str, name: Text, level: Level) -> Result<UnitKind> {
//!     Ok(UnitKind { id: id.parse()?, name, level })
//! }
//!
//! fn unit(id: &str, kind: &str, name: Text, parents: Vec<Parent>) -> Result<Unit> {
//!     Ok(Unit { id: id.parse()?, kind: kind.parse()?, name, codes: vec![], parents })
//! }
//!
//! let (start, change): (Day, Day) = ("2022-01-01".parse()?, "2025-07-01".parse()?);
//! let before = Period::try_new(start, Some(change))?;
//! let in_city = vec![Parent { unit: "ha-noi".parse()?, during: before }];
//! let in_district_then_city = vec![
//!     Parent { unit: "tay-ho".parse()?, during: before },
//!     Parent { unit: "ha-noi".parse()?, during: Period::starting(change) },
//! ];
//!
//! let organisation = Organisation::try_new(OrganisationParts {
//!     id: "tay-ho-and-above".parse()?,
//!     title: text("Tây Hồ và cấp trên", "Tay Ho and above")?,
//!     basis: Basis::Illustrative { note: "An example.".parse()? },
//!     stated: Period::starting(start),
//!     unit_kinds: vec![
//!         kind("central-city", text("thành phố", "city")?, Level::Province)?,
//!         kind("urban-district", text("quận", "urban district")?, Level::District)?,
//!         kind("ward", text("phường", "ward")?, Level::Commune)?,
//!     ],
//!     units: vec![
//!         unit("ha-noi", "central-city", text("Hà Nội", "Ha Noi")?, vec![])?,
//!         unit("tay-ho", "urban-district", text("Tây Hồ", "Tay Ho")?, in_city)?,
//!         unit("buoi", "ward", text("Bưởi", "Buoi")?, in_district_then_city)?,
//!     ],
//!     body_kinds: vec![],
//!     bodies: vec![],
//!     clusters: vec![],
//! })?;
//!
//! let above = |day: &str| -> Result<Vec<&str>> {
//!     let hierarchy = organisation.as_of(day.parse()?)?;
//!     Ok(hierarchy.ancestors(&"buoi".parse()?).map(|unit| unit.name.vi.as_str()).collect())
//! };
//! assert_eq!(above("2025-06-30")?, ["Tây Hồ", "Hà Nội"]);
//! assert_eq!(above("2025-07-01")?, ["Hà Nội"]);
//! assert!(above("2021-12-31").is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! `serde` and `schemars` (which implies `serde`) give the parts their written
//! form and its schema; `proptest` gives strategies in `strategies`.

mod level;

mod kind;

mod code;
mod unit;

mod act;
mod share;

mod event;

mod body;
mod cluster;

mod parts;

mod attribute;
mod body_fault;
mod fault;
mod history_fault;

mod dated;
mod registry;
mod replay;

mod attributes;
mod check;
mod check_body;
mod check_cluster;
mod event_check;
mod fit;
mod flow;
mod history;
mod holders;
mod names;

mod organisation;

mod cluster_on;
mod hierarchy;
mod unit_on;

mod passing;
mod possible;
mod succession;

mod carry;
mod comparability;
mod glue;

mod unit_lists;

mod import_fault;
mod import_finding;

mod import_check;
mod import_step;

mod import_events;
mod import_findings;

mod import;

mod export_fault;

mod export_check;

mod export;

#[cfg(test)]
mod atoms;
#[cfg(test)]
mod sample;
#[cfg(any(test, feature = "proptest"))]
pub mod strategies;
#[cfg(any(test, feature = "proptest"))]
pub mod strategies_lists;

pub use crate::{
    act::Act,
    attribute::{Attribute, LivesWhen},
    body::{Body, BodyKind, Congress, Office, Role, Term},
    body_fault::BodyFault,
    carry::{Allotted, Carried, CarryFault, Certainty, Side},
    cluster::{Cluster, ClusterKind, ClusterYear, EndedMember, Membership},
    cluster_on::ClusterOn,
    code::{UnitCode, UnitCodeError},
    comparability::{Coarseness, Comparability, ComparableGroup, Glue},
    event::{Change, Event, Part},
    export_fault::ExportFault,
    fault::OrganisationFault,
    hierarchy::Hierarchy,
    history_fault::HistoryFault,
    import::Imported,
    import_fault::ImportFault,
    import_finding::ImportCode,
    kind::{DatedLevel, UnitKind},
    level::Level,
    organisation::{Organisation, OutsideStatement},
    parts::OrganisationParts,
    share::{Measure, Share},
    succession::{Passage, Succession},
    unit::{Code, Unit},
    unit_lists::{ListChange, ListedUnit, SuccessionPair, UnitList, UnitLists},
    unit_on::UnitOn,
};
