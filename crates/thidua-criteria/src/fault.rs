//! Why parts make no rulebook: faults of its tree.

use thidua_values::{CriterionId, Fault, Figure, GroupId, KindId, Points};
use thiserror::Error;

use crate::{FormulaFault, GradingFault, RulebookEdition};

/// Why parts make no rulebook.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum RulebookFault {
    /// Two groups share an id.
    DuplicateGroup(GroupId),
    /// Two criteria, conditions or facts share an id, so that evidence would be ambiguous.
    DuplicateCriterion(CriterionId),
    /// A kind of subject is listed twice.
    DuplicateKind(KindId),
    /// An edition is replaced twice.
    ReplacedTwice(RulebookEdition),
    /// An edition of the same rulebook is replaced: its editions follow by their days.
    ReplacesOwn(RulebookEdition),
    /// Something is for a kind of subject that the rulebook does not list.
    UnknownKind(KindId),
    /// A part or a group has no items.
    NothingToScore,
    /// The points of a part or of a group are not the sum of its criteria.
    Total {
        /// The sum of the criteria; none where it passes what points can hold.
        sum: Option<Points>,
        /// The points that are stated.
        stated: Points,
        /// The kind of subject that they are added up for, where it makes a difference:
        /// of the kinds that no criterion there names the first.
        kind: Option<KindId>,
    },
    /// A part or a group that is no sum is worth nothing, or less.
    Worthless(Points),
    /// An item in a mean, a least or a best has no points to be a share of.
    ShareOfNothing,
    /// An item in a weighted mean has no weight.
    NoWeight,
    /// A weight is not above 0.
    Weight(Figure),
    /// A weight stands where nothing is weighed.
    IdleWeight(Figure),
    /// Of the best more count than there are, or none.
    BestCount {
        /// How many items there are.
        items: usize,
        /// How many are to count.
        count: u32,
        /// The kind of subject that the items are for, where it makes a difference: of the
        /// kinds that no criterion there names the first.
        kind: Option<KindId>,
    },
    /// A deduction has a condition other than a gate.
    ConditionOfDeduction,
    /// Rounding could give more than can be earned: the step is no divisor.
    RoundingStep {
        /// The points that are rounded.
        points: Points,
        /// The step.
        step: Points,
    },
    /// Rounding could give more than can be earned of so many of the best: the step does not
    /// divide what each of them is worth.
    RoundingStepOfBest {
        /// The points that are rounded.
        points: Points,
        /// The step.
        step: Points,
        /// How many of the best count.
        count: u32,
    },
    /// The cap of the total is below its floor.
    TotalLimits {
        /// The floor.
        floor: Points,
        /// The cap.
        cap: Points,
    },
    /// A criterion is at fault.
    Formula(FormulaFault),
    /// A grade, a disqualifier, a grade cap or a tie-break is at fault.
    Grading(GradingFault),
}

impl Fault for RulebookFault {
    fn code(&self) -> &'static str {
        match self {
            Self::DuplicateGroup(_) => "duplicate_group",
            Self::DuplicateCriterion(_) => "duplicate_criterion",
            Self::DuplicateKind(_) => "duplicate_kind",
            Self::ReplacedTwice(_) => "replaced_twice",
            Self::ReplacesOwn(_) => "replaces_own",
            Self::UnknownKind(_) => "unknown_subject_kind",
            Self::NothingToScore => "nothing_to_score",
            Self::Total { .. } => "points_total",
            Self::Worthless(_) => "worthless_group",
            Self::ShareOfNothing => "share_of_nothing",
            Self::NoWeight => "no_weight",
            Self::Weight(_) => "weight",
            Self::IdleWeight(_) => "idle_weight",
            Self::BestCount { .. } => "best_count",
            Self::ConditionOfDeduction => "condition_of_deduction",
            Self::RoundingStep { .. } | Self::RoundingStepOfBest { .. } => "rounding_step",
            Self::TotalLimits { .. } => "total_limits",
            Self::Formula(fault) => fault.code(),
            Self::Grading(fault) => fault.code(),
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::DuplicateGroup(_) => "ids of groups that differ".into(),
            Self::DuplicateCriterion(_) => {
                "ids of criteria, conditions and facts that differ".into()
            }
            Self::DuplicateKind(_) => "kinds of subject that differ".into(),
            Self::ReplacedTwice(_) => "editions that differ".into(),
            Self::ReplacesOwn(_) => "an edition of another rulebook".into(),
            Self::UnknownKind(_) => "one of the kinds of subject that the rulebook lists".into(),
            Self::NothingToScore => "at least one item to score".into(),
            Self::Total { sum, kind, .. } => total(*sum, kind.as_ref()),
            Self::Worthless(_) | Self::ShareOfNothing => "points above 0".into(),
            Self::NoWeight => "a weight, since the mean around it is weighted".into(),
            Self::Weight(_) => "a weight above 0".into(),
            Self::IdleWeight(_) => "no weight outside a weighted mean".into(),
            Self::BestCount { items, kind, .. } => {
                format!("1 to {items}, the number of items{}", for_kind(kind.as_ref()))
            }
            Self::ConditionOfDeduction => "no condition of a deduction but gates".into(),
            Self::RoundingStep { step, .. } => {
                format!("points that are a multiple of the rounding step {step}")
            }
            Self::RoundingStepOfBest { step, count, .. } => {
                format!(
                    "points of which each of the best {count} gets a multiple of the rounding step {step}"
                )
            }
            Self::TotalLimits { floor, .. } => format!("a cap of at least {floor}, the floor"),
            Self::Formula(fault) => fault.expected(),
            Self::Grading(fault) => fault.expected(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::DuplicateGroup(id) => format!("`{id}` again"),
            Self::DuplicateCriterion(id) => format!("`{id}` again"),
            Self::DuplicateKind(id) => format!("`{id}` again"),
            Self::ReplacedTwice(RulebookEdition { rulebook, edition }) => {
                format!("`{rulebook}` of {edition} again")
            }
            Self::ReplacesOwn(own) => format!("`{}`, the rulebook itself", own.rulebook),
            Self::UnknownKind(id) => format!("`{id}`"),
            Self::NothingToScore | Self::NoWeight => "none".into(),
            Self::ShareOfNothing => "0, of which there is no share".into(),
            Self::Total { stated, .. } | Self::Worthless(stated) => stated.to_string(),
            Self::Weight(weight) | Self::IdleWeight(weight) => weight.to_string(),
            Self::BestCount { count, .. } => count.to_string(),
            Self::ConditionOfDeduction => "another".into(),
            Self::RoundingStep { points, .. } | Self::RoundingStepOfBest { points, .. } => {
                points.to_string()
            }
            Self::TotalLimits { cap, .. } => cap.to_string(),
            Self::Formula(fault) => fault.found(),
            Self::Grading(fault) => fault.found(),
        }
    }
}

fn total(sum: Option<Points>, kind: Option<&KindId>) -> String {
    let of = for_kind(kind);
    match sum {
        Some(sum) => format!("{sum} points, the sum of its criteria{of}"),
        None => format!("a sum of its criteria{of} below 10^12 points"),
    }
}

fn for_kind(kind: Option<&KindId>) -> String {
    kind.map_or(String::new(), |kind| format!(" for `{kind}`"))
}

impl From<FormulaFault> for RulebookFault {
    fn from(fault: FormulaFault) -> Self {
        Self::Formula(fault)
    }
}

impl From<GradingFault> for RulebookFault {
    fn from(fault: GradingFault) -> Self {
        Self::Grading(fault)
    }
}
