//! What units report: indicators, observations, and totals with their terms and coverage.
//!
//! An [`Indicator`] (chỉ tiêu) says what is reported and how it is measured; a [`Catalogue`] of
//! them is data. An [`Observation`] is one thing that was reported of a unit or a cluster, an
//! indicator and a period, with the qualifier that the text gave it; [`Figures`] binds observations to a catalogue
//! and an organisation, and keeps every revision of which the last counts. [`FiguresOn`] adds them
//! up over the units of one day: each [`Total`] tells what is known of it, where it comes from,
//! who of those obliged reported, and the observations it is the sum of.
//!
//! A [`Report`] is a published text and what it claims, each [`Claim`] in the words of the text;
//! read, its figures become observations, and what cannot be read is kept with the reason; each
//! claim is [judged](ReadReport::judge) by what it is held against.
//!
//! # Examples
//!
//! Two of three districts report a fund, one of them as "more than"; the third is missing, so the
//! city's total is more than the sum:
//!
//! ```
//! use thidua_figures::{
//!     About, Asked, Catalogue, CatalogueParts, CountedBy, Coverage, Direction, Figures, FiguresParts,
//!     Indicator, Measured, Missing, Observation, ObservedValue, OverUnits, Quantity, Stage,
//! };
//! use thidua_organisation::{DatedLevel, Level, Organisation, OrganisationParts, Unit, UnitKind};
//! use thidua_values::{Basis, Bounds, Period, Qualifier, Text};
//!
//! type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
//!
//! fn text(vi: &str, en: &str) -> Result<Text> {
//!     Ok(Text { vi: vi.parse()?, en: en.parse()? })
//! }
//!
//! fn basis() -> Result<Basis> {
//!     Ok(Basis::Illustrative { note: "An example.".parse()? })
//! }
//!
//! let year = Period::try_new("2022-01-01".parse()?, Some("2023-01-01".parse()?))?;
//! let kind = |id: &str, vi: &str, level| {
//!     let levels = vec![DatedLevel { during: year, level }];
//!     Result::Ok(UnitKind { id: id.parse()?, name: text(vi, id)?, levels })
//! };
//! let unit = |id: &str, kind: &str, name: &str, parent: Option<&str>| {
//!     let parent = parent.map(str::parse).transpose()?;
//!     let (name, codes) = (text(name, id)?, vec![]);
//!     Result::Ok(Unit { id: id.parse()?, kind: kind.parse()?, name, codes, parent })
//! };
//! let organisation = Organisation::try_new(OrganisationParts {
//!     id: "three-districts".parse()?,
//!     title: text("Ba huyện", "Three districts")?,
//!     basis: basis()?,
//!     stated: year,
//!     unit_kinds: vec![
//!         kind("city", "thành phố", Level::Province)?,
//!         kind("rural-district", "huyện", Level::District)?,
//!     ],
//!     units: vec![
//!         unit("ha-noi", "city", "Hà Nội", None)?,
//!         unit("dong-anh", "rural-district", "Đông Anh", Some("ha-noi"))?,
//!         unit("gia-lam", "rural-district", "Gia Lâm", Some("ha-noi"))?,
//!         unit("thanh-tri", "rural-district", "Thanh Trì", Some("ha-noi"))?,
//!     ],
//!     acts: vec![],
//!     events: vec![],
//!     body_kinds: vec![],
//!     bodies: vec![],
//!     cluster_kinds: vec![],
//!     clusters: vec![],
//! })?;
//!
//! let catalogue = Catalogue::try_new(CatalogueParts {
//!     id: "funds".parse()?,
//!     title: text("Các quỹ", "Funds")?,
//!     indicators: vec![Indicator {
//!         id: "sea-fund".parse()?,
//!         code: None,
//!         name: text("Quỹ “Vì biển, đảo Việt Nam”", "Sea and Islands Fund")?,
//!         aliases: vec!["Quỹ biển, đảo Việt Nam".parse()?],
//!         measured: Measured::Flow { of: Quantity::Dong {}, over_units: OverUnits::Sum },
//!         direction: Direction::MoreIsBetter,
//!         reporters: vec!["rural-district".parse()?],
//!         serves: vec![],
//!         basis: basis()?,
//!     }],
//! })?;
//!
//! let observed = |unit: &str, qualifier, dong: &str| {
//!     Result::Ok(Observation {
//!         about: About::Unit { unit: unit.parse()? },
//!         indicator: "sea-fund".parse()?,
//!         period: year,
//!         stage: Stage::Done,
//!         counted_by: CountedBy::Doer,
//!         value: ObservedValue::Figure { figure: dong.parse()?, qualifier },
//!         basis: basis()?,
//!         reporter: None,
//!         received: "2022-11-08".parse()?,
//!         revision: 0,
//!     })
//! };
//! let figures = Figures::try_new(&catalogue, &organisation, FiguresParts {
//!     title: text("Quỹ biển, đảo năm 2022", "The sea fund in 2022")?,
//!     catalogue: "funds".parse()?,
//!     observations: vec![
//!         observed("dong-anh", Qualifier::Exactly, "2280000000")?,
//!         observed("thanh-tri", Qualifier::Above, "1600000000")?,
//!     ],
//! })?;
//!
//! let asked = Asked {
//!     indicator: "sea-fund".parse()?,
//!     period: year,
//!     stage: Stage::Done,
//!     counted_by: CountedBy::Doer,
//! };
//! let on = figures.as_of("2022-12-31".parse()?)?;
//! let totals = on.totals(&asked, Missing::AtLeast)?;
//! let city = totals.of_unit(&"ha-noi".parse()?).ok_or("no such unit")?;
//! assert_eq!(city.bounds(), Some(Bounds::above(3_880_000_000.into())));
//! assert_eq!(city.coverage(), Coverage { obliged: 3, reported: 2 });
//! assert_eq!(city.missing()[0].id().as_str(), "gia-lam");
//! assert_eq!(city.terms().len(), 2);
//!
//! let refused = on.totals(&asked, Missing::Refuse)?;
//! assert_eq!(refused.of_unit(&"ha-noi".parse()?).and_then(|city| city.bounds()), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What to ask for
//!
//! | to know | ask |
//! |---|---|
//! | a total, its terms, who is missing | [`FiguresOn::totals`], [`Total::terms`], [`Total::missing`] |
//! | a share, as a ratio of sums | [`FiguresOn::shares`] |
//! | how many answered yes | [`FiguresOn::tallies`] |
//! | the total of a cluster (cụm thi đua), or of several units | [`Totals::of_cluster`], [`Totals::of_units`] |
//! | who leads, who lags behind, with ties and what is not known | [`Totals::ranking`], [`Shares::ranking`], [`Ranking::of`] |
//! | growth from one figure to another, in percent or in points | [`ChangeBy::of`] |
//! | how much of a target is done | [`percent`] of the total that is done in the one that is planned |
//! | growth across a merger of units | [`Totals::compare`] |
//! | what is doubtful | [`CheckList::run`], [`CheckList::doubts`] |
//! | what a published text claims, and whether it holds | [`Report::read`], [`ReadReport::judge`] |
//! | evidence for a rulebook, with where it comes from | [`FiguresOn::feed`] |
//!
//! # What this crate does not do
//!
//! It mends nothing: a parent's own figure that does not fit that of its children, or a stated
//! percentage its parts, is told and judged ([`CheckList::run`]), and stays as it is. It carries no
//! figure across a merger: units that tell a figure and do not live on the day are
//! [left out](Totals::left_out) and named, and the totals of two days [compare](Totals::compare)
//! within groups of units.
//!
//! # Features
//!
//! `serde` and `schemars` (which implies `serde`) give the parts their written form and its schema;
//! `proptest` gives strategies in `strategies`.

mod quantity;

mod measured;

mod indicator;

mod catalogue_fault;

mod catalogue_check;

mod catalogue;

mod about;
mod observation;

mod figures_fault;

mod known;

mod row;

mod bind;

mod figures;

mod asked;

mod own;
mod roll;
mod sum;

mod figures_on;

mod cluster_share;
mod cluster_total;
mod compare;
mod shares;
mod tallies;
mod totals;
mod units_total;

mod verdict;

mod printed;
mod stated_percent;

mod change;
mod spread;

mod check;

mod check_list_fault;

mod check_list_check;

mod check_list;

mod computed;
mod ranking;

mod feeds_fault;

mod feeds;

mod fed;

mod checked;
mod claim;
mod relation;
mod run;
mod run_group;
mod run_time;
mod run_within;

mod report_fault;

mod report_check;

mod report;

mod reading;

mod read_report;

mod percent_words;
mod told;
mod told_units;
mod told_words;

mod judge;
mod judge_dates;
mod judge_figures;
mod judge_units;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod sample_report;
#[cfg(any(test, feature = "proptest"))]
pub mod strategies;

pub use crate::{
    about::About,
    asked::{Asked, AskedFault, Missing},
    catalogue::{Catalogue, CatalogueParts},
    catalogue_fault::CatalogueFault,
    change::{ChangeBy, ChangeOf, whole_numbers},
    check::{Check, Rule},
    check_list::{CheckList, CheckListParts},
    check_list_fault::CheckListFault,
    checked::{Checked, Checking, OtherCatalogue},
    claim::{Claim, Course, Post, Stated, When},
    cluster_share::ClusterShare,
    cluster_total::ClusterTotal,
    compare::{CompareFault, ComparedGroup},
    computed::Computed,
    fed::{Fed, Trail, Unfed, WhyUnfed},
    feeds::{Feed, Feeds, FeedsParts},
    feeds_fault::FeedsFault,
    figures::Figures,
    figures_fault::FiguresFault,
    figures_on::FiguresOn,
    indicator::{Direction, Indicator, Purpose},
    judge::Judged,
    measured::{Measured, OverUnits},
    observation::{CountedBy, FiguresParts, Observation, ObservedValue, Stage},
    printed::Printed,
    quantity::Quantity,
    ranking::{Ranked, Ranking, RankingFault},
    read_report::{ReadFault, ReadReport},
    reading::{Reading, Refusal},
    relation::Relation,
    report::{Report, ReportParts},
    report_fault::ReportFault,
    shares::{Share, Shares},
    spread::{Fences, Spread, median, not_thousandfold},
    stated_percent::{StatedPercent, percent},
    tallies::{Tallies, Tally},
    told::{Counted, Judgement, Thing, Told},
    totals::{Coverage, Source, Total, Totals},
    units_total::UnitsTotal,
    verdict::{PartsInWhole, Verdict, at_most, stands},
};
