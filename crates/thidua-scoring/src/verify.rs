//! Verifying a sheet without trusting what made it: a second path to the same
//! numbers.

use thidua_criteria::Rulebook;
use thidua_values::{Faults, Place};

use crate::verify_compare::compared;
use crate::verify_papers::Papers;
use crate::verify_sheet::recomputed;
use crate::verify_write::written;
use crate::{Column, EvidenceParts, Roster, ScoreSheet, VerifyFault};

/// Recomputes one sheet from the documents and compares all that it says.
///
/// It reads the parts of the rulebook and of the evidence, as it stood in a
/// column, and shares no computing with [`score`](crate::score): it takes big
/// fractions only, looks everything up from the start, and follows the
/// definitions. So it says plainly what a sheet means:
///
/// - **Evidence.** Of several columns the last counts. Without a record the
///   evidence is missing.
/// - **A line** is worth what the formula makes of its evidence, under its
///   conditions, of which the first decides over the others: behind a gate that
///   is not met nothing is earned, under a cap that is not met at most so much,
///   and what was achieved before earns all points.
/// - **Both ends.** Missing evidence may make anything of a line that evidence
///   can make, or what it is worth unassigned; an unanswered condition leaves
///   anything between what it leaves met and not met. Of a deduction the worst
///   is the most. Where others in the cluster are silent, a line that looks at
///   the cluster is worth anything from nothing to all its points.
/// - **The tree** is rolled up twice, with all lines at their worst and at their
///   best. A sum adds up, a capped sum is cut at the points. The other nodes work
///   on shares, which are what was earned of what could be: a weighted mean by
///   the weights, the least of them, or the mean of so many of the best.
/// - **Not assigned** criteria of the scale are worth nothing or all, or leave
///   what can be earned: then they have no share, and their points are nobody's.
///   Where the rulebook rescales, a sum or a best of its groups, or the scale,
///   is brought to its points by its share of what can be earned.
/// - **What may turn out not assigned** stays where a part comes to the least. Where
///   it comes to the most it leaves if it would lower a share by staying: of all
///   that can leave together, those do with whom the most is reached, and of equals
///   the fewest. A group is told at the most that it can come to by itself. Where
///   shares are taken of rounded items, it stays and earns all its points.
/// - **The total** is scale and bonus without deductions, cut at its cap, raised
///   to its floor. Rounding happens once: each line, each item at the top, or
///   the total.
/// - **Contributions** are what is left of a line on its way up, in proportion;
///   what is done on the way is an adjustment at its place.
/// - **The grade** is the first whose band holds the total, or its percentage of
///   what could be earned, and whose requirements are met; what is open stays
///   open.
///
/// The documents shall be such that [`Evidence::up_to`](crate::Evidence::up_to)
/// takes them: that the evidence fits is checked there and not again.
///
/// # Errors
///
/// Every place of the sheet that differs: see [`VerifyFault`].
///
/// # Examples
///
/// ```
/// use thidua_criteria::{
///     Combine, Criterion, Figures, Formula, Item, MissingPolicy, NotAssignedPolicy,
///     NothingOfNothing, Part, RoundingRule, Rulebook, RulebookParts, Serves, TotalLimits,
/// };
/// use thidua_scoring::{
///     Column, Evidence, EvidenceParts, EvidenceRecord, EvidenceValue, Roster, score, verify,
/// };
/// use thidua_values::{Basis, Exact, Period, Points, SubjectId, Text};
///
/// # let title = Text { vi: "Hỏa táng".parse()?, en: "Cremations".parse()? };
/// # let basis = Basis::Illustrative { note: "made up".parse()? };
/// # let criterion = Criterion {
/// #     id: "cremation".parse()?, ordinal: "1".parse()?, title: title.clone(), points: Points::whole(20),
/// #     weight: None, minimum: None, only_for: Vec::new(),
/// #     serves: Serves { campaign: "unite".parse()?, pillar: "culture".parse()? },
/// #     conditions: Vec::new(), figures: Figures::Whole,
/// #     formula: Formula::Proportional {
/// #         cap_percent: "100".parse()?, nothing_of_nothing: NothingOfNothing::FullMarks,
/// #     },
/// # };
/// # let rulebook = Rulebook::try_new(RulebookParts {
/// #     id: "example".parse()?, title: title.clone(), basis: basis.clone(),
/// #     during: Period::starting("2022-01-01".parse()?), replaces: Vec::new(), kinds: Vec::new(),
/// #     readings: Vec::new(), bonus: None, deductions: None, total: TotalLimits::default(),
/// #     scale: Part {
/// #         points: Points::whole(20), combine: Combine::default(),
/// #         items: vec![Item::Criterion(criterion)],
/// #     },
/// #     rounding: RoundingRule::Never {}, missing: MissingPolicy::Refuse {},
/// #     not_assigned: NotAssignedPolicy::Zero, facts: Vec::new(), disqualifiers: Vec::new(),
/// #     grading: None, tie_breaks: Vec::new(),
/// # })?;
/// # let soc_son: SubjectId = "front-soc-son".parse()?;
/// # let roster: Roster = [soc_son.clone()].into_iter().collect();
/// # let parts = EvidenceParts {
/// #     title, answers: rulebook.edition(),
/// #     records: vec![EvidenceRecord {
/// #         subject: soc_son.clone(), criterion: "cremation".parse()?, column: Column::SelfScored,
/// #         value: EvidenceValue::Share { part: "880".parse()?, whole: "1040".parse()? },
/// #         because: None, basis, note: None,
/// #     }],
/// # };
/// // `rulebook` has one criterion, the share of cremations times 20 points; of 1040 there were 880.
/// let evidence = Evidence::try_new(&rulebook, &roster, &parts)?;
/// let mut sheet = score(&evidence).sheet(&soc_son).ok_or("not on the roster")?.clone();
/// let column = Column::Decided;
/// assert_eq!(verify(&rulebook, &roster, &parts, column, &sheet), Ok(()));
///
/// sheet.total.best = Exact::from(17);
/// let faults = verify(&rulebook, &roster, &parts, column, &sheet).unwrap_err();
/// assert_eq!(faults.to_string(), "total.best: expected 220/13, found 17");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify(
    rulebook: &Rulebook,
    roster: &Roster,
    evidence: &EvidenceParts,
    column: Column,
    sheet: &ScoreSheet,
) -> Result<(), Faults<VerifyFault>> {
    let at_hand = rulebook.edition();
    if at_hand != evidence.answers {
        let answered = evidence.answers.clone();
        let fault = VerifyFault::OtherRulebook { at_hand, answered };
        return Err(Faults::one(Place::whole(), fault));
    }
    let of = Papers::of(rulebook.parts(), roster, evidence, column, &sheet.subject);
    let Some(papers) = of else {
        let fault = VerifyFault::UnknownSubject(sheet.subject.clone());
        return Err(Faults::one(Place::whole().field("subject"), fault));
    };
    let expected = written(&papers, &recomputed(&papers));
    Faults::check((), compared(&expected, sheet))
}

#[cfg(test)]
mod tests;
