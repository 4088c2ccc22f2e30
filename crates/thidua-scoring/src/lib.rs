//! Evidence about subjects and a rulebook make score sheets, each point with
//! its reason, and standings.
//!
//! [`Evidence::try_new`] binds records to a rulebook and a [`Roster`] and reports
//! every fault. [`score`] gives each subject a [`ScoreSheet`] whose
//! contributions add up exactly to its total, with its grade and what
//! disqualifies it. [`Scores::place`] ranks the members of a cluster and tells
//! what decided each tie, and [`Standing::settle`] settles those that are left, as recorded.
//! [`Scores::compare_clusters`] ranks clusters among each other, [`Scores::compare_members`]
//! the members of all of them by one criterion, group or pillar. [`Scores::why`] tells why one
//! stands ahead of another,
//! [`Scores::to_reach`] what would have lifted a total, and [`verify()`] checks a
//! sheet by a second path.
//!
//! Missing is not zero: a sheet with missing evidence has a total from the
//! worst it can mean to the best, and new evidence only narrows it. The rulebook
//! says what that does to a place.
//!
//! Several columns may say something of the same criterion: the subject itself,
//! another member, the appraising body, the deciding authority. The last
//! counts, none overwrites another, and who differs says why.
//!
//! # Examples
//!
//! Evidence often arrives as rows of a spreadsheet; all faulty rows are
//! reported at once:
//!
//! ```
//! use thidua_criteria::{
//!     Combine, Criterion, Figures, Formula, Item, MissingPolicy, NotAssignedPolicy,
//!     NothingOfNothing, Part, RoundingRule, Rulebook, RulebookParts, Serves, TotalLimits,
//! };
//! use thidua_scoring::{Evidence, Roster, Row, score};
//! use thidua_values::{Basis, Coded, Period, Points, SubjectId, Text};
//!
//! # let title = Text { vi: "Hỏa táng".parse()?, en: "Cremations".parse()? };
//! # let criterion = Criterion {
//! #     id: "cremation".parse()?, ordinal: "1".parse()?, title: title.clone(), points: Points::whole(20),
//! #     weight: None, minimum: None, only_for: Vec::new(),
//! #     serves: Serves { campaign: "unite".parse()?, pillar: "culture".parse()? },
//! #     conditions: Vec::new(), figures: Figures::Whole,
//! #     formula: Formula::Proportional {
//! #         cap_percent: "100".parse()?, nothing_of_nothing: NothingOfNothing::FullMarks,
//! #     },
//! # };
//! # let scale = Part {
//! #     points: Points::whole(20), combine: Combine::Sum {}, items: vec![Item::Criterion(criterion)],
//! # };
//! # let rulebook = Rulebook::try_new(RulebookParts {
//! #     id: "example".parse()?, title, basis: Basis::Illustrative { note: "made up".parse()? },
//! #     during: Period::starting("2022-01-01".parse()?), replaces: Vec::new(), kinds: Vec::new(),
//! #     readings: Vec::new(), scale, bonus: None, deductions: None, total: TotalLimits::default(),
//! #     rounding: RoundingRule::Never {}, missing: MissingPolicy::Refuse {},
//! #     not_assigned: NotAssignedPolicy::Zero, facts: Vec::new(), disqualifiers: Vec::new(),
//! #     grading: None, tie_breaks: Vec::new(),
//! # })?;
//! # let basis = Basis::Illustrative { note: "made up".parse()? };
//! // `rulebook` has one criterion, `cremation`: the share of cremations times 20 points.
//! let (soc_son, dong_anh): (SubjectId, SubjectId) =
//!     ("front-soc-son".parse()?, "front-dong-anh".parse()?);
//! let roster: Roster = [soc_son.clone(), dong_anh.clone()].into_iter().collect();
//! let answers = rulebook.edition();
//!
//! let rows = [Row { subject: "front-soc-son", criterion: "cremation", text: "85 %" }];
//! let faults = Evidence::from_rows(&rulebook, &roster, &answers, &rows, &basis).unwrap_err();
//! assert_eq!(faults.to_string(), "rows[0].text: expected a share such as `4375/5121`, \
//!      `not_assigned`, `no_proof` or `missing`, found `85 %`");
//!
//! let rows = [Row { subject: "front-soc-son", criterion: "cremation", text: "880/1040" }];
//! let evidence = Evidence::from_rows(&rulebook, &roster, &answers, &rows, &basis)?;
//! let scores = score(&evidence);
//! let sheet = scores.sheet(&soc_son).ok_or("not on the roster")?;
//! assert_eq!(sheet.total.worst.to_string(), "220/13");
//! let line = sheet.lines.first().ok_or("no line")?;
//! assert_eq!(line.criterion.id, "cremation".parse()?);
//! assert_eq!(line.reason.words().vi, "đạt 880/1040");
//!
//! // Nobody reported for the other: its total may still be anything.
//! let sheet = scores.sheet(&dong_anh).ok_or("not on the roster")?;
//! assert_eq!((sheet.total.worst.to_string(), sheet.total.best.to_string()), ("0".into(), "20".into()));
//! assert!(sheet.missing().eq(["cremation".parse()?].iter()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
#![doc = include_str!("shapes.md")]

mod record;
mod roster;

mod bind;
mod evidence;
mod fault;
mod known;
mod needed;
mod rows;

mod span;
mod three_valued;

mod outcome;
mod outcome_words;
mod reason;
mod reason_words;

mod cluster;
mod evaluate;
mod formula;

mod grade;
mod graded_measure;
mod grading;
mod head;
mod head_to_head;
mod leaving;
mod roll;
mod score;
mod sheet;
mod tally;
mod tally_total;

mod place;
mod settle;
mod settlement;
mod standing;

mod compare;
mod compare_words;
mod compared;

mod comparable;
mod compare_clusters;
mod compare_members;
mod open_rank;

mod difference;
mod why;
mod why_words;
mod worth;

mod other_answers;
mod path_to_total;
mod what_if;
mod what_if_search;

mod reach;
mod reach_words;

mod verify;
mod verify_cluster;
mod verify_compare;
mod verify_fault;
mod verify_formula;
mod verify_grade;
mod verify_leaving;
mod verify_line;
mod verify_number;
mod verify_papers;
mod verify_percent;
mod verify_sheet;
mod verify_stretch;
mod verify_tree;
mod verify_words;
mod verify_write;

#[cfg(test)]
mod samples;
#[cfg(any(test, feature = "proptest"))]
pub mod strategies;
#[cfg(any(test, feature = "proptest"))]
mod strategies_value;

pub use crate::{
    compare::{
        ClusterComparison, ClusterMeasure, CompareFault, ComparedPart, MemberComparison,
        MemberRule, PartMeasure, PlaceRule,
    },
    compared::{
        ClusterCoverage, ClusterPosition, ClusterStanding, ClusterUnranked, LeftOut, LeftOutReason,
        MemberPosition, MemberStanding, MemberTerm, UnrankedCluster, UnrankedMember,
    },
    difference::{Contribution, Difference, DifferencePart},
    evidence::{Answer, Evidence},
    fault::EvidenceFault,
    grade::{GradeOutcome, Limited, MissedGrade},
    head::{CriterionHead, GroupHead},
    needed::Needed,
    outcome::{Comparison, CountOutcome, NumberOutcome, ShareOutcome},
    reach::{Lift, Reach},
    reason::Reason,
    record::{Column, EvidenceParts, EvidenceRecord, EvidenceValue},
    roster::{Member, Roster},
    rows::Row,
    score::{Scores, score},
    settle::{UnusedSettlement, UnusedSettlementReason},
    settlement::{SettledBy, SettlementFault, TieSettlement, TieSettlements},
    sheet::{AdjustedAt, Adjustment, AdjustmentKind, Coverage, GroupLine, Line, ScoreSheet},
    span::Span,
    standing::{
        DecidedTie, NotScored, Position, PossibleRanks, Standing, TieAwaits, TieKey, Unranked,
        UnrankedReason, UnresolvedTie,
    },
    tally::{Tallies, Tally, TallyOrder, tally},
    verify::verify,
    verify_fault::VerifyFault,
    why::{DecidedBy, Why, WhyFault},
};
