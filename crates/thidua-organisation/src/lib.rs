//! Who belongs to whom on which day: units, bodies and clusters through time.
//!
//! A unit (đơn vị) such as a district has a kind, and the kind a level (cấp). A
//! body, such as a Fatherland Front committee (Ủy ban Mặt trận Tổ quốc), is
//! one of a unit; bodies compete in emulation clusters (cụm thi đua).
//!
//! Nothing is ever rewritten: an [`Organisation`] is the units of a first day
//! and the [`Event`]s after it, each resting on an [`Act`].
//! [`Organisation::as_of`] gives the [`Hierarchy`] of one day, a forest in
//! which levels may be skipped; [`Organisation::succession`] says what became
//! of whom between two days, and [`Succession::comparable_by`] within which
//! groups of units their figures compare. [`UnitLists::import`] makes an
//! organisation of the lists and pairs that statistics offices publish.
//!
//! # Examples
//!
//! Two wards (phường) of Hà Nội become one, which answers to the city itself, as there are no
//! districts any more:
//!
//! ```
//! use thidua_organisation::{
//!     Act, Change, DatedLevel, Event, Level, Organisation, OrganisationParts, Part, Share, Unit,
//!     UnitKind,
//! };
//! use thidua_values::{Basis, Day, Period, Text};
//!
//! type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
//!
//! fn text(vi: &str, en: &str) -> Result<Text> {
//!     Ok(Text { vi: vi.parse()?, en: en.parse()? })
//! }
//!
//! fn kind(id: &str, vi: &str, level: Level, during: Period) -> Result<UnitKind> {
//!     let levels = vec![DatedLevel { during, level }];
//!     Ok(UnitKind { id: id.parse()?, name: text(vi, id)?, levels })
//! }
//!
//! fn unit(id: &str, kind: &str, name: &str, parent: Option<&str>) -> Result<Unit> {
//!     let (name, codes) = (text(name, id)?, vec![]);
//!     let parent = parent.map(str::parse).transpose()?;
//!     Ok(Unit { id: id.parse()?, kind: kind.parse()?, name, codes, parent })
//! }
//!
//! let (start, reform): (Day, Day) = ("2025-01-01".parse()?, "2025-07-01".parse()?);
//! let districts = Period::try_new(start, Some(reform))?;
//! let event = |change| Result::Ok(Event { effective: reform, act: "nq-1656".parse()?, change });
//! let all = |unit: &str| {
//!     Result::Ok(Part { unit: unit.parse()?, population: Share::All, area: Share::All })
//! };
//!
//! let organisation = Organisation::try_new(OrganisationParts {
//!     id: "tay-ho-and-above".parse()?,
//!     title: text("Tây Hồ và cấp trên", "Tay Ho and above")?,
//!     basis: Basis::Illustrative { note: "An example.".parse()? },
//!     stated: Period::starting(start),
//!     unit_kinds: vec![
//!         kind("city", "thành phố", Level::Province, Period::starting(start))?,
//!         kind("urban-district", "quận", Level::District, districts)?,
//!         kind("ward", "phường", Level::Commune, Period::starting(start))?,
//!     ],
//!     units: vec![
//!         unit("ha-noi", "city", "Hà Nội", None)?,
//!         unit("tay-ho", "urban-district", "Tây Hồ", Some("ha-noi"))?,
//!         unit("buoi", "ward", "Bưởi", Some("tay-ho"))?,
//!         unit("xuan-la", "ward", "Xuân La", Some("tay-ho"))?,
//!     ],
//!     acts: vec![Act {
//!         id: "nq-1656".parse()?,
//!         number: Some("1656/NQ-UBTVQH15".parse()?),
//!         title: text("Sắp xếp cấp xã của Hà Nội", "Rearranging the communes of Ha Noi")?,
//!         published: "2025-06-16".parse()?,
//!         in_force: Some("2025-06-16".parse()?),
//!     }],
//!     events: vec![
//!         event(Change::LevelAbolished { level: Level::District })?,
//!         event(Change::Founded { unit: unit("tay-ho-2025", "ward", "Tây Hồ", Some("ha-noi"))? })?,
//!         event(Change::Merged {
//!             into: "tay-ho-2025".parse()?,
//!             from: vec![all("buoi")?, all("xuan-la")?],
//!         })?,
//!     ],
//!     body_kinds: vec![],
//!     bodies: vec![],
//!     cluster_kinds: vec![],
//!     clusters: vec![],
//! })?;
//!
//! let kind_of = |day: &str| -> Result<Vec<&str>> {
//!     let hierarchy = organisation.as_of(day.parse()?)?;
//!     Ok(hierarchy.named("tây hồ").iter().map(|unit| unit.kind().name.vi.as_str()).collect())
//! };
//! assert_eq!(kind_of("2025-06-30")?, ["quận"]);
//! assert_eq!(kind_of("2025-07-01")?, ["phường"]);
//!
//! let succession = organisation.succession(start, reform)?;
//! let [passage] = succession.successors(&"buoi".parse()?) else { panic!("one successor") };
//! assert_eq!((passage.after.as_str(), passage.is_whole()), ("tay-ho-2025", true));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What happened, and which events tell it
//!
//! The events of one day happen together, so that most changes are told by several of one day.
//! A share is all, a part, none or unknown, and never a percentage: statistics offices publish
//! none, so a split into halves and one of a hundred to one are told alike.
//!
//! | what happened | events |
//! |---|---|
//! | a unit gets another name (đổi tên) | `renamed` |
//! | a huyện becomes a quận (đổi loại hình) | `changed_kind`; `renamed` and `recoded` where it is also called otherwise |
//! | A is merged into B, which lives on (nhập vào) | `merged` into B from A, all |
//! | A and B become C (nhập thành đơn vị mới) | `founded` C; `merged` into C from A and from B, all |
//! | parts of A go to B and to C, and A ends | `merged` into B from A and `merged` into C from A, a part each; `dissolved` A |
//! | A is divided into B and C (chia) | `founded` B; `founded` C; `split` A into both |
//! | a part of A becomes B, and A lives on (tách) | `founded` B; `merged` into B from A, a part |
//! | a part of A becomes one of B, and both live on (điều chỉnh địa giới) | `transferred` from A to B |
//! | a commune answers to another district | `moved` |
//! | a district is merged, and its communes with it | `merged`; `moved` for each unit that was directly below it |
//! | there are no districts any more (bỏ cấp huyện) | `level_abolished`; who was below answers to whoever was above without an event of its own |
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
mod rows;

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

mod above;
mod passing;
mod possible;
mod succession;

mod carry;
mod comparability;
mod glue;

mod ended_member;

mod in_words;

mod codes_of_events;
mod codes_of_groups;
mod codes_of_units;
mod lint_code;

mod lint_event;
mod lint_group;
mod lint_naming;
mod lint_unit;

mod lint;

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
    codes_of_events::{EventLint, Unchanged},
    codes_of_groups::GroupLint,
    codes_of_units::UnitLint,
    comparability::{Coarseness, Comparability, ComparableGroup, Glue},
    ended_member::{ClusterPost, EndedFault, EndedMembership, Successor},
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
    lint_code::OrganisationLintCode,
    organisation::{Organisation, OutsideStatement},
    parts::OrganisationParts,
    share::{Measure, Share},
    succession::{Passage, Succession},
    unit::{Code, Unit},
    unit_lists::{ListChange, ListedUnit, SuccessionPair, UnitList, UnitLists},
    unit_on::UnitOn,
};
