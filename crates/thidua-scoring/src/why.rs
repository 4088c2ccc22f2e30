//! Why one subject stands ahead of another, by differences that add up to the gap.

use std::cmp::Ordering;

use thidua_criteria::TieBreak;
use thidua_values::{Exact, SubjectId};
use thiserror::Error;

use crate::difference::differences;
use crate::head::Heads;
use crate::head_to_head::won;
use crate::{Difference, ScoreSheet, Scores, Standing, TieAwaits, TieKey, TieSettlement, Unranked};

/// Why one subject stands where it stands beside another: what it has more, and
/// what it has less.
///
/// Every number is at the worst end, by which subjects are placed. The
/// differences add up exactly to the gap.
///
/// vi: Vì sao một đối tượng xếp trên, hoặc dưới, một đối tượng khác. Mọi con số lấy ở đầu
/// kém nhất của khoảng điểm, là số dùng để xếp hạng. Các chênh lệch cộng lại đúng bằng
/// chênh lệch tổng điểm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Why {
    /// Whose place is explained.
    ///
    /// vi: Đối tượng được giải thích.
    pub subject: SubjectId,
    /// Beside whom.
    ///
    /// vi: Đối tượng được so sánh.
    pub other: SubjectId,
    /// The total of the subject minus that of the other; below zero where it is less.
    ///
    /// vi: Chênh lệch tổng điểm: của đối tượng trừ của đối tượng được so sánh; âm nếu ít hơn.
    pub gap: Exact,
    /// What makes the gap; what contributes the same to both is left out. Ordered:
    /// the largest difference first, of equal ones as in the rulebook.
    ///
    /// vi: Các chênh lệch tạo thành; không ghi phần bằng nhau. Có thứ tự: từ lớn đến nhỏ,
    /// bằng nhau thì như trong bảng tiêu chí.
    pub differences: Vec<Difference>,
    /// What decides who of them stands ahead.
    ///
    /// vi: Điều quyết định ai xếp trên.
    pub decided_by: DecidedBy,
}

/// What decides which of two subjects stands ahead.
///
/// vi: Điều quyết định ai trong hai đối tượng xếp trên.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum DecidedBy {
    /// The totals.
    ///
    /// vi: Tổng điểm.
    #[cfg_attr(feature = "schemars", schemars(title = "DecidedByPoints"))]
    Points {
        /// Who stands ahead.
        ///
        /// vi: Đối tượng xếp trên.
        ahead: SubjectId,
    },
    /// The totals are equal, and a step of the list of tie-breaks decides.
    ///
    /// vi: Bằng điểm, một bước phân định quyết định.
    #[cfg_attr(feature = "schemars", schemars(title = "DecidedByTieBreak"))]
    TieBreak {
        /// The step.
        ///
        /// vi: Bước phân định.
        step: TieBreak,
        /// Who stands ahead, with what the step saw of it: head to head, on how many
        /// criteria it has more points than the other.
        ///
        /// vi: Đối tượng xếp trên, kèm con số mà bước đã xét; khi đối đầu là số tiêu chí hơn điểm.
        ahead: TieKey,
        /// Who stands behind, with what the step saw of it.
        ///
        /// vi: Đối tượng xếp dưới, kèm con số mà bước đã xét.
        behind: TieKey,
    },
    /// The totals are equal, and the tie that the list left was settled.
    ///
    /// vi: Bằng điểm, phân định theo biên bản.
    #[cfg_attr(feature = "schemars", schemars(title = "DecidedBySettlement"))]
    Settlement {
        /// Who stands ahead.
        ///
        /// vi: Đối tượng xếp trên.
        ahead: SubjectId,
        /// How it was settled.
        ///
        /// vi: Kết quả phân định.
        settlement: TieSettlement,
    },
    /// Nothing: the totals are equal, and the list leaves the tie.
    ///
    /// vi: Chưa phân định: bằng điểm và còn đồng hạng sau mọi bước.
    #[cfg_attr(feature = "schemars", schemars(title = "StillTied"))]
    Tied {
        /// The rank that they share.
        ///
        /// vi: Thứ hạng chung.
        rank: usize,
        /// What the tie waits for.
        ///
        /// vi: Trường hợp này còn chờ gì.
        awaits: TieAwaits,
    },
    /// Nothing: one of them has no place, or both.
    ///
    /// vi: Không so được: một hoặc cả hai đối tượng không được xếp hạng.
    #[cfg_attr(feature = "schemars", schemars(title = "SomebodyUnranked"))]
    Unranked {
        /// Who has none, and why. Ordered: the subject before the other.
        ///
        /// vi: Đối tượng không được xếp hạng và lý do. Có thứ tự: đối tượng được giải thích trước.
        unranked: Vec<Unranked>,
    },
}

/// Why the places of two subjects cannot be explained.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WhyFault {
    /// One of them was not scored.
    #[error("expected a subject that was scored, found `{0}`")]
    NotScored(SubjectId),
    /// One of them is not in the standing, neither placed nor unranked.
    #[error("expected a subject of the standing, found `{0}`")]
    NotInStanding(SubjectId),
    /// They are one and the same.
    #[error("expected two subjects, found `{0}` twice")]
    Twice(SubjectId),
    /// The standing is that of other scores.
    #[error("expected `{subject}` to be placed by its total of {total}, found {placed_by}")]
    OtherStanding {
        /// Whose places differ.
        subject: SubjectId,
        /// Its total.
        total: Exact,
        /// What it is placed by.
        placed_by: Exact,
    },
}

impl Scores<'_, '_> {
    /// Why a subject stands where it stands beside another, ahead of it or behind.
    ///
    /// # Errors
    ///
    /// The two are the same; one of them was not scored, or is not in the standing;
    /// or the standing places one by another total.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_scoring::{Difference, Evidence, Row, DecidedBy, score};
    /// use thidua_values::{Basis, SubjectId};
    ///
    /// # use thidua_criteria::{
    /// #     Combine, Criterion, Figures, Formula, Item, MissingPolicy, NotAssignedPolicy,
    /// #     NothingOfNothing, Part, RoundingRule, Rulebook, RulebookParts, Serves, TotalLimits,
    /// # };
    /// # use thidua_values::{Period, Points, Text};
    /// # let title = Text { vi: "Tiêu chí".parse()?, en: "A criterion".parse()? };
    /// # let share = Formula::Proportional {
    /// #     cap_percent: "100".parse()?, nothing_of_nothing: NothingOfNothing::FullMarks,
    /// # };
    /// # let criterion = |id: &str, points| -> Result<_, Box<dyn std::error::Error>> {
    /// #     Ok(Item::Criterion(Criterion {
    /// #         id: id.parse()?, ordinal: "1".parse()?, title: title.clone(),
    /// #         points: Points::whole(points), weight: None, minimum: None, only_for: Vec::new(),
    /// #         serves: Serves { campaign: "unite".parse()?, pillar: "culture".parse()? },
    /// #         conditions: Vec::new(), figures: Figures::Whole, formula: share.clone(),
    /// #     }))
    /// # };
    /// # let items = vec![criterion("cremation", 20)?, criterion("houses", 10)?];
    /// # let rulebook = Rulebook::try_new(RulebookParts {
    /// #     id: "example".parse()?, title: title.clone(),
    /// #     basis: Basis::Illustrative { note: "made up".parse()? },
    /// #     during: Period::starting("2022-01-01".parse()?), replaces: Vec::new(),
    /// #     kinds: Vec::new(), readings: Vec::new(),
    /// #     scale: Part { points: Points::whole(30), combine: Combine::Sum {}, items },
    /// #     bonus: None, deductions: None, total: TotalLimits::default(),
    /// #     rounding: RoundingRule::Never {}, missing: MissingPolicy::Refuse {},
    /// #     not_assigned: NotAssignedPolicy::Zero, facts: Vec::new(), disqualifiers: Vec::new(),
    /// #     grading: None, tie_breaks: Vec::new(),
    /// # })?;
    /// # let (a, b): (SubjectId, SubjectId) = ("front-a".parse()?, "front-b".parse()?);
    /// # let roster = [a.clone(), b.clone()].into_iter().collect();
    /// // Two criteria of shares: `cremation`, worth 20 points, and `houses`, worth 10.
    /// let row = |subject, criterion, text| Row { subject, criterion, text };
    /// let rows = [
    ///     row("front-a", "cremation", "90/100"),
    ///     row("front-a", "houses", "1/2"),
    ///     row("front-b", "cremation", "80/100"),
    ///     row("front-b", "houses", "3/5"),
    /// ];
    /// # let basis = Basis::Illustrative { note: "made up".parse()? };
    /// let evidence = Evidence::from_rows(&rulebook, &roster, &rulebook.edition(), &rows, &basis)?;
    /// let scores = score(&evidence);
    /// let standing = scores.place(&[a.clone(), b.clone()].into(), "2022-12-31".parse()?)?;
    ///
    /// let why = scores.why(&a, &b, &standing)?;
    /// assert_eq!(why.decided_by, DecidedBy::Points { ahead: a });
    /// let differences: Vec<String> =
    ///     why.differences.iter().map(|one: &Difference| one.difference.to_string()).collect();
    /// assert_eq!(differences, ["2", "-1"]);
    /// assert_eq!(why.gap.to_string(), "1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn why(
        &self,
        subject: &SubjectId,
        other: &SubjectId,
        standing: &Standing,
    ) -> Result<Why, WhyFault> {
        if subject == other {
            return Err(WhyFault::Twice(subject.clone()));
        }
        let sheet = |of: &SubjectId| self.sheet(of).ok_or_else(|| WhyFault::NotScored(of.clone()));
        let pair = [sheet(subject)?, sheet(other)?];
        let decided_by = decided_by(self.evidence().heads(), pair, standing)?;
        let differences = differences(self.evidence(), pair);
        let [of_subject, of_other] = pair.map(|sheet| &sheet.total.worst);
        let gap = of_subject - of_other;
        Ok(Why { subject: subject.clone(), other: other.clone(), gap, differences, decided_by })
    }
}

fn decided_by(
    heads: &Heads,
    pair: [&ScoreSheet; 2],
    standing: &Standing,
) -> Result<DecidedBy, WhyFault> {
    let without_place = pair.iter().filter_map(|sheet| {
        standing.unranked.iter().find(|unranked| unranked.subject == sheet.subject)
    });
    let unranked: Vec<Unranked> = without_place.cloned().collect();
    let mut rank = 0;
    for sheet in pair {
        let (subject, total) = (sheet.subject.clone(), &sheet.total.worst);
        match standing.position(&subject) {
            None if unranked.iter().any(|unranked| unranked.subject == subject) => {}
            None => return Err(WhyFault::NotInStanding(subject)),
            Some(position) if position.total != *total => {
                let (total, placed_by) = (total.clone(), position.total.clone());
                return Err(WhyFault::OtherStanding { subject, total, placed_by });
            }
            Some(position) => rank = position.rank,
        }
    }
    if !unranked.is_empty() {
        return Ok(DecidedBy::Unranked { unranked });
    }
    let [subject, other] = pair;
    Ok(match subject.total.worst.cmp(&other.total.worst) {
        Ordering::Greater => DecidedBy::Points { ahead: subject.subject.clone() },
        Ordering::Less => DecidedBy::Points { ahead: other.subject.clone() },
        Ordering::Equal => tie(heads, pair, rank, standing),
    })
}

/// The first step that saw different things of the two; the later ones never saw them tied,
/// and what is on record only settles what all of them left.
fn tie(heads: &Heads, pair: [&ScoreSheet; 2], rank: usize, standing: &Standing) -> DecidedBy {
    let [subject, other] = pair.map(|sheet| &sheet.subject);
    for tie in &standing.decided {
        let key = |of: &SubjectId| tie.order.iter().find(|key| key.subject == *of);
        let Some((own, others)) = key(subject).zip(key(other)) else { continue };
        let order = own.value.cmp(&others.value);
        let (mut own, mut others) = (own.clone(), others.clone());
        if let TieBreak::HeadToHead { group } = &tie.step {
            let criteria = won(heads, group.as_ref(), pair).map(|won| i64::try_from(won).ok());
            [own.value, others.value] = criteria.map(|won| won.map(Exact::from));
        }
        let (ahead, behind) = match order {
            Ordering::Equal => continue,
            Ordering::Greater => (own, others),
            Ordering::Less => (others, own),
        };
        return DecidedBy::TieBreak { step: tie.step.clone(), ahead, behind };
    }
    for settlement in &standing.settled {
        let mut pair = settlement.order.iter().filter(|one| [subject, other].contains(one));
        if let (Some(ahead), Some(_)) = (pair.next(), pair.next()) {
            let (ahead, settlement) = (ahead.clone(), settlement.clone());
            return DecidedBy::Settlement { ahead, settlement };
        }
    }
    let left = standing.unresolved.iter().find(|tie| tie.subjects.contains(subject));
    DecidedBy::Tied { rank, awaits: left.map_or(TieAwaits::Nothing, |tie| tie.awaits) }
}

#[cfg(test)]
mod tests;
