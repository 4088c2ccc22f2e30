//! Comparing clusters among each other: each by one number of its members.

use std::collections::BTreeMap;

use thidua_criteria::{Leaf, Rulebook};
use thidua_values::{ClusterId, CriterionId, Exact};

use crate::comparable::{Comparable, Scored, Taken, Term};
use crate::known::{Needs, needs_of};
use crate::open_rank::{Contender, OpenRank, open_ranks};
use crate::{
    ClusterComparison, ClusterCoverage, ClusterMeasure, ClusterPosition, ClusterStanding,
    ClusterUnranked, CompareFault, LeftOut, LeftOutReason, MemberRule, MemberTerm, Scores, Span,
    UnrankedCluster,
};

impl Scores<'_, '_> {
    /// Ranks the clusters of the roster among each other, by a stated number of their members.
    ///
    /// Clusters that come to the same are tied, and nothing breaks the tie. Who is not
    /// assigned what is looked at, or of whom it is nothing of nothing, is always left out;
    /// that is never zero. What is left out stays out of the number even if later evidence
    /// would bring it in, so a rank among those who are left may still change.
    ///
    /// # Errors
    ///
    /// The criterion of a ratio is not of the rulebook, or not answered by shares.
    ///
    /// # Examples
    ///
    /// The ratio of sums and the mean of ratios may order clusters differently:
    ///
    /// ```
    /// use thidua_scoring::{
    ///     ClusterComparison, ClusterMeasure, Evidence, Member, MemberRule, Roster, Row, score,
    /// };
    /// # use thidua_criteria::{
    /// #     Combine, Criterion, Figures, Formula, Item, MissingPolicy, NotAssignedPolicy,
    /// #     NothingOfNothing, Part, RoundingRule, Rulebook, RulebookParts, Serves, TotalLimits,
    /// # };
    /// # use thidua_values::{Basis, Period, Points, SubjectId, Text};
    /// # let title = Text { vi: "Hỏa táng".parse()?, en: "Cremations".parse()? };
    /// # let criterion = Criterion {
    /// #     id: "cremation".parse()?, ordinal: "1".parse()?, title: title.clone(), points: Points::whole(20),
    /// #     weight: None, minimum: None, only_for: Vec::new(),
    /// #     serves: Serves { campaign: "unite".parse()?, pillar: "culture".parse()? },
    /// #     conditions: Vec::new(), figures: Figures::Whole,
    /// #     formula: Formula::Proportional {
    /// #         cap_percent: "100".parse()?, nothing_of_nothing: NothingOfNothing::FullMarks,
    /// #     },
    /// # };
    /// # let scale = Part {
    /// #     points: Points::whole(20), combine: Combine::Sum {}, items: vec![Item::Criterion(criterion)],
    /// # };
    /// # let rulebook = Rulebook::try_new(RulebookParts {
    /// #     id: "example".parse()?, title, basis: Basis::Illustrative { note: "made up".parse()? },
    /// #     during: Period::starting("2022-01-01".parse()?), replaces: Vec::new(), kinds: Vec::new(),
    /// #     readings: Vec::new(), scale, bonus: None, deductions: None, total: TotalLimits::default(),
    /// #     rounding: RoundingRule::Never {}, missing: MissingPolicy::Refuse {},
    /// #     not_assigned: NotAssignedPolicy::Zero, facts: Vec::new(), disqualifiers: Vec::new(),
    /// #     grading: None, tie_breaks: Vec::new(),
    /// # })?;
    /// # let basis = Basis::Illustrative { note: "made up".parse()? };
    /// // Cluster 1 has a large member at 90 % and a small one at 50 %, cluster 2 two at 80 %.
    /// let member = |id: &str, cluster: &str| -> Result<_, thidua_values::IdError> {
    ///     Ok((id.parse()?, Member { cluster: Some(cluster.parse()?), ..Member::default() }))
    /// };
    /// let roster: Roster =
    ///     [member("a", "cluster-1")?, member("b", "cluster-1")?, member("c", "cluster-2")?, member("d", "cluster-2")?]
    ///         .into_iter()
    ///         .collect();
    /// let row = |subject, text| Row { subject, criterion: "cremation", text };
    /// let rows = [row("a", "900/1000"), row("b", "5/10"), row("c", "80/100"), row("d", "80/100")];
    /// let evidence = Evidence::from_rows(&rulebook, &roster, &rulebook.edition(), &rows, &basis)?;
    /// let scores = score(&evidence);
    ///
    /// let first = |by| -> Result<_, Box<dyn std::error::Error>> {
    ///     let (disqualified, missing) = (MemberRule::LeaveOut, MemberRule::Refuse);
    ///     let standing = scores.compare_clusters(&ClusterComparison { by, disqualified, missing })?;
    ///     let first = standing.positions.first().ok_or("no cluster")?;
    ///     Ok((first.cluster.clone().ok_or("no id")?.to_string(), first.value.worst.to_string()))
    /// };
    /// let criterion = "cremation".parse()?;
    /// let sums = first(ClusterMeasure::RatioOfSums { criterion })?;
    /// assert_eq!(sums, ("cluster-1".into(), "181/202".into()));
    /// let criterion = "cremation".parse()?;
    /// let ratios = first(ClusterMeasure::MeanOfRatios { criterion })?;
    /// assert_eq!(ratios, ("cluster-2".into(), "0.8".into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn compare_clusters(
        &self,
        compared: &ClusterComparison,
    ) -> Result<ClusterStanding, CompareFault> {
        let evidence = self.evidence();
        let look = Look::of(evidence.rulebook(), &compared.by)?;
        let mut clusters: BTreeMap<Option<ClusterId>, Gathered> = BTreeMap::new();
        for (subject, member) in evidence.roster().members() {
            let sheet =
                self.sheet(subject).ok_or_else(|| CompareFault::NotScored(subject.clone()))?;
            let gathered = clusters.entry(member.cluster.clone()).or_default();
            gathered.add(compared, Scored { evidence, sheet }, look);
        }
        Ok(standing(compared.clone(), clusters))
    }
}

/// What is looked at of each member.
#[derive(Clone, Copy)]
enum Look<'r> {
    Totals,
    Shares,
    Sums(&'r Leaf),
    Ratios(&'r Leaf),
}

impl<'r> Look<'r> {
    fn of(rulebook: &'r Rulebook, by: &ClusterMeasure) -> Result<Self, CompareFault> {
        match by {
            ClusterMeasure::MeanOfTotals {} => Ok(Self::Totals),
            ClusterMeasure::MeanOfShares {} => Ok(Self::Shares),
            ClusterMeasure::RatioOfSums { criterion } => {
                shares_of(rulebook, criterion).map(Self::Sums)
            }
            ClusterMeasure::MeanOfRatios { criterion } => {
                shares_of(rulebook, criterion).map(Self::Ratios)
            }
        }
    }

    fn at(self, scored: Scored<'_, '_>) -> Comparable {
        match self {
            Self::Totals => Ok(scored.total()),
            Self::Shares => scored.share_of_scale(),
            Self::Sums(leaf) => scored.ratio_as_reported(leaf),
            Self::Ratios(leaf) => scored.ratio_of_one(leaf),
        }
    }
}

/// The criterion, if it is answered by shares.
fn shares_of<'r>(rulebook: &'r Rulebook, id: &CriterionId) -> Result<&'r Leaf, CompareFault> {
    let leaf = rulebook.leaf(id).ok_or_else(|| CompareFault::UnknownCriterion(id.clone()))?;
    match needs_of(leaf).next() {
        Some(Needs::Share(_)) => Ok(leaf),
        _ => Err(CompareFault::NotAShare(id.clone())),
    }
}

/// The members of a cluster, by what becomes of them.
#[derive(Default)]
struct Gathered {
    coverage: ClusterCoverage,
    refused: Vec<LeftOut>,
    unbounded: Vec<LeftOut>,
    is_open: bool,
}

impl Gathered {
    fn add(&mut self, compared: &ClusterComparison, scored: Scored<'_, '_>, look: Look<'_>) {
        self.coverage.members += 1;
        let subject = &scored.sheet.subject;
        let because = |reason| LeftOut { subject: subject.clone(), reason };
        let facts = &scored.sheet.disqualified_by;
        let disqualified = || LeftOutReason::Disqualified { facts: facts.clone() };
        match compared.disqualified {
            MemberRule::LeaveOut if !facts.is_empty() => {
                return self.coverage.left_out.push(because(disqualified()));
            }
            MemberRule::Refuse if !facts.is_empty() => {
                return self.refused.push(because(disqualified()));
            }
            _ => {}
        }
        let taken = match look.at(scored) {
            Ok(taken) if compared.disqualified == MemberRule::Count => taken,
            Ok(taken) => unless_disqualified(taken, scored.open_disqualifiers()),
            Err(reason) => return self.coverage.left_out.push(because(reason)),
        };
        match (compared.missing, taken) {
            (MemberRule::LeaveOut, Taken { doubt: Some(doubt), .. }) => {
                self.coverage.left_out.push(because(doubt));
            }
            (MemberRule::Refuse, Taken { doubt: Some(doubt), .. }) => {
                self.refused.push(because(doubt));
            }
            (_, Taken { term: Some(Term { part, whole }), doubt }) => {
                self.is_open |= doubt.is_some();
                self.coverage.counted.push(MemberTerm { subject: subject.clone(), part, whole });
            }
            (_, Taken { doubt, .. }) => self.unbounded.extend(doubt.map(because)),
        }
    }

    /// Whether a number may still come.
    fn is_awaited(&self) -> bool {
        let may_come = |one: &LeftOut| matches!(one.reason, LeftOutReason::MissingEvidence { .. });
        self.refused.is_empty() && !self.unbounded.is_empty() && self.unbounded.iter().all(may_come)
    }

    fn number(self) -> Result<Number, ClusterUnranked> {
        let Self { coverage, refused, unbounded, is_open } = self;
        if !refused.is_empty() {
            return Err(ClusterUnranked::Refused { members: refused });
        }
        if !unbounded.is_empty() {
            return Err(ClusterUnranked::Unbounded { members: unbounded });
        }
        let parts = || coverage.counted.iter().map(|term| &term.part);
        let sum = Span {
            worst: parts().map(|part| &part.worst).sum(),
            best: parts().map(|part| &part.best).sum(),
        };
        let of: Exact = coverage.counted.iter().map(|term| &term.whole).sum();
        match (sum.worst.checked_div(&of), sum.best.checked_div(&of)) {
            (Some(worst), Some(best)) => {
                Ok(Number { value: Span { worst, best }, sum, of, coverage, is_open })
            }
            _ => Err(ClusterUnranked::Nothing { left_out: coverage.left_out }),
        }
    }
}

/// The same of a member that these facts may disqualify: then it would not count as it does.
fn unless_disqualified(taken: Taken, facts: Vec<CriterionId>) -> Taken {
    if facts.is_empty() {
        return taken;
    }
    let mut criteria = match taken.doubt {
        Some(LeftOutReason::MissingEvidence { criteria }) => criteria,
        _ => Vec::new(),
    };
    criteria.extend(facts);
    Taken { term: None, doubt: Some(LeftOutReason::MissingEvidence { criteria }) }
}

/// The number of a cluster, with what it comes from.
struct Number {
    value: Span,
    sum: Span,
    of: Exact,
    coverage: ClusterCoverage,
    is_open: bool,
}

fn standing(
    compared: ClusterComparison,
    clusters: BTreeMap<Option<ClusterId>, Gathered>,
) -> ClusterStanding {
    let awaited = clusters.values().filter(|gathered| gathered.is_awaited()).count();
    let (mut numbers, mut unranked) = (BTreeMap::new(), Vec::new());
    for (cluster, gathered) in clusters {
        match gathered.number() {
            Ok(number) => {
                numbers.insert(cluster, number);
            }
            Err(reason) => unranked.push(UnrankedCluster { cluster, reason }),
        }
    }
    let contenders = numbers.iter().map(|(cluster, number)| {
        (cluster.clone(), Contender { span: &number.value, is_open: number.is_open })
    });
    let ranks = open_ranks(&contenders.collect(), awaited);
    let positions = ranks.into_iter().filter_map(|(cluster, OpenRank { rank, provisional })| {
        let Number { value, sum, of, coverage, .. } = numbers.remove(&cluster)?;
        let (rank, tied) = (rank.competition(), rank.tied());
        Some(ClusterPosition { cluster, rank, tied, value, sum, of, coverage, provisional })
    });
    ClusterStanding { positions: positions.collect(), compared, unranked }
}

#[cfg(test)]
mod tests;
