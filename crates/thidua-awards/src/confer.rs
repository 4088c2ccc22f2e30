//! From a standing to verdicts, award by award.

use std::collections::{BTreeMap, BTreeSet};

use thidua_scoring::{GradeOutcome, Standing};
use thidua_values::{AwardId, Day, Faults, Period, Place, Placed, SubjectId};

use crate::assess::{Contender, State, assess};
use crate::candidate_view::{CandidateView, candidates};
use crate::condition_check::{Checks, Holders};
use crate::confer_fit::fit;
use crate::select::{Field, Selected};
use crate::{
    AwardCondition, AwardMoney, AwardRule, AwardRules, Candidacies, ConferFault, MoneyRefusal,
    MoneySchedule, UncountedResult, UnusedDecision, Verdict, VerdictKind, VerdictStatus,
    award_money,
};

/// What award rules are taken to.
#[derive(Clone, Copy, Debug)]
pub struct AwardInputs<'i> {
    /// The rules.
    pub rules: &'i AwardRules,
    /// Who stands where.
    pub standing: &'i Standing,
    /// The grades of this year, of those who have one.
    pub grades: &'i BTreeMap<SubjectId, GradeOutcome>,
    /// Who stands in other standings beside this one, where the candidacies are of several.
    pub elsewhere: &'i BTreeSet<SubjectId>,
    /// The year that is rewarded. The rules apply by it: see [`AwardInputs::rules_day`].
    pub during: Period,
    /// What is on record of the candidates. Without it whoever stands in the
    /// standing is a collective of which nothing is on record.
    pub candidacies: Option<&'i Candidacies>,
    /// The money schedules that the rules name.
    pub schedules: &'i [MoneySchedule],
}

impl AwardInputs<'_> {
    /// The day on which the rules must be in force for what is decided on a day: the last of
    /// the year that is rewarded, or the day of the decision where that is earlier. Rules
    /// apply by the year, money by the decision.
    #[must_use]
    pub fn rules_day(&self, decided: Day) -> Day {
        self.during.up_to_last(decided)
    }
}

/// What the rules make of the candidates.
///
/// vi: Kết quả áp dụng quy định khen thưởng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Conferral {
    /// An outcome for each award. Ordered as in the rules.
    ///
    /// vi: Kết quả xét từng danh hiệu, hình thức khen thưởng. Có thứ tự: như trong quy định.
    pub awards: Vec<AwardOutcome>,
    /// What is on record of the candidates and does not count; left out where all of it does.
    /// Ordered by whose it is, then by year.
    ///
    /// vi: Những kết quả trong hồ sơ không được tính; không ghi nếu tất cả đều được tính. Có thứ
    /// tự: theo mã định danh, rồi theo năm.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub uncounted: Vec<UncountedResult>,
}

/// What became of one award.
///
/// vi: Kết quả xét một danh hiệu, hình thức khen thưởng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct AwardOutcome {
    /// The award.
    ///
    /// vi: Danh hiệu, hình thức khen thưởng.
    pub award: AwardId,
    /// How many are left to consider: those whom it is for, without those who have
    /// an award that excludes it; left out while such an award is undecided.
    ///
    /// vi: Số trường hợp còn lại để xét; không ghi khi còn chờ danh hiệu, hình thức khác.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub rest: Option<usize>,
    /// How many may have it; left out where there is no quota, or where it is still open.
    ///
    /// vi: Chỉ tiêu; không ghi nếu không có chỉ tiêu hoặc chưa xác định được.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub seats: Option<usize>,
    /// What it pays to each; left out where the rules say nothing of money.
    ///
    /// vi: Tiền thưởng; không ghi nếu quy định không nêu.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub money: Option<PaidMoney>,
    /// A verdict for each candidate. Ordered by place; who has none last, by id.
    ///
    /// vi: Kết quả xét từng trường hợp. Có thứ tự: theo thứ hạng; không được
    /// xếp hạng thì ở cuối, theo mã định danh.
    pub verdicts: Vec<Verdict>,
    /// The lots and decisions on record that settle nothing now; left out where there are none.
    /// Ordered as on record.
    ///
    /// vi: Các kết quả bốc thăm, quyết định trong hồ sơ nay không dùng đến; không ghi nếu không
    /// có. Có thứ tự: như trong hồ sơ.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub unused: Vec<UnusedDecision>,
}

/// What an award pays to each, or why nothing.
///
/// vi: Tiền thưởng, hoặc lý do không có.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum PaidMoney {
    /// An amount.
    ///
    /// vi: Có tiền thưởng.
    #[cfg_attr(feature = "schemars", schemars(title = "Paid"))]
    Paid {
        /// How much.
        ///
        /// vi: Mức tiền và cách tính.
        money: AwardMoney,
    },
    /// None.
    ///
    /// vi: Không có tiền thưởng.
    #[cfg_attr(feature = "schemars", schemars(title = "NotPaid"))]
    NotPaid {
        /// Why.
        ///
        /// vi: Lý do.
        reason: MoneyRefusal,
    },
}

impl AwardOutcome {
    /// Who is proposed, best first.
    pub fn proposed(&self) -> impl Iterator<Item = &SubjectId> {
        let proposed = |verdict: &&Verdict| verdict.verdict.status() == VerdictStatus::Proposed;
        self.verdicts.iter().filter(proposed).map(|verdict| &verdict.subject)
    }

    /// What was decided about a candidate.
    #[must_use]
    pub fn verdict(&self, subject: &SubjectId) -> Option<&Verdict> {
        self.verdicts.iter().find(|verdict| verdict.subject == *subject)
    }
}

impl Conferral {
    /// What became of an award.
    #[must_use]
    pub fn award(&self, award: &AwardId) -> Option<&AwardOutcome> {
        self.awards.iter().find(|outcome| outcome.award == *award)
    }
}

/// Takes award rules to the standing of a cluster and to what is on record; it is
/// `decided` on that day.
///
/// The rules are those of the year, the money that of the day of the decision. Of what is on
/// record only past awards have a day, and count if they were decided by then; votes, lots and
/// decisions among equals have none and count always.
///
/// Award by award, each candidate has one verdict. Who is of another kind, has no
/// place, misses a condition or is not approved is out, and those behind move up.
/// Of those left the quota takes the first. What is open (a vote, a grade, a
/// provisional place, a tie that waits for lots or a decision) holds its seat:
/// a proposal is one however that comes out, and so is a refusal. Nothing is open of somebody to
/// whom the rulebook refuses a place for lack of evidence. An award waits for
/// those before it that it looks at. A prompt award looks at no place of the year.
///
/// # Errors
///
/// Every fault, at its place; its first step is `award_rules` or `candidacies`:
/// rules that are not in force on [`AwardInputs::rules_day`], candidacies of other rules, of
/// another year, without a member of the standing or with somebody who is neither in a
/// standing nor nominated, members of several kinds, what is registered or voted on for an award
/// of others, awards and schedules that are not there, a schedule without a row for an award that
/// pays by it, votes that the rules did not ask for or that were not held under them, decisions
/// that nobody or somebody else takes; a cap below the quota. A decision whose tie is not there,
/// not yet, or is one of others too is no fault: the outcome names it as unused.
pub fn confer(inputs: &AwardInputs<'_>, decided: Day) -> Result<Conferral, Faults<ConferFault>> {
    Faults::check((), fit(inputs, inputs.rules_day(decided)))?;
    let mut so_far = SoFar {
        inputs,
        decided,
        candidates: candidates(inputs),
        holders: Holders::new(),
        open: Holders::new(),
        failed: BTreeSet::new(),
    };
    let (mut awards, mut faults) = (Vec::new(), Vec::new());
    for (position, rule) in inputs.rules.parts().awards.iter().enumerate() {
        let place = Place::whole().field("award_rules").field("awards").index(position);
        if so_far.looks_at_a_failed_one(rule) {
            so_far.failed.insert(&rule.id);
            continue;
        }
        match so_far.award(rule, &place) {
            Ok(outcome) => awards.push(outcome),
            Err(found) => {
                so_far.failed.insert(&rule.id);
                faults.extend(found);
            }
        }
    }
    let uncounted = so_far.checks().all_uncounted(&so_far.candidates);
    Faults::check(Conferral { awards, uncounted }, faults)
}

/// Who is proposed for what so far, who is not decided about, and the awards that
/// cannot be conferred.
struct SoFar<'i> {
    inputs: &'i AwardInputs<'i>,
    decided: Day,
    candidates: Vec<CandidateView<'i>>,
    holders: Holders,
    open: Holders,
    failed: BTreeSet<&'i AwardId>,
}

impl SoFar<'_> {
    fn checks(&self) -> Checks<'_> {
        Checks {
            inputs: self.inputs,
            holders: &self.holders,
            open: &self.open,
            decided: self.decided,
        }
    }

    /// Whether nothing can be said of an award, since nobody knows who has one before it.
    fn looks_at_a_failed_one(&self, rule: &AwardRule) -> bool {
        let mut looked_at = rule.requires.iter().flat_map(AwardCondition::awards);
        looked_at.any(|award| self.failed.contains(award))
    }

    /// Whether somebody is not decided about.
    fn is_undecided(&self, award: &AwardId) -> bool {
        self.open.values().any(|awards| awards.contains(award))
    }

    fn award(
        &mut self,
        rule: &AwardRule,
        place: &Place,
    ) -> Result<AwardOutcome, Vec<Placed<ConferFault>>> {
        let checks = self.checks();
        let mut contenders = assess(&checks, rule, &self.candidates);
        let looked_at = rule.requires.iter().flat_map(AwardCondition::awards);
        let awaited = looked_at.filter(|award| self.is_undecided(award)).min();
        if let Some(award) = awaited {
            wait(&mut contenders, award);
        }
        let field = Field { inputs: self.inputs, rule, contenders: &contenders, place };
        let Selected { rest, seats, unused, verdicts } = field.select()?;
        let decidable = awaited.is_none();
        let outcome = AwardOutcome {
            award: rule.id.clone(),
            rest: decidable.then_some(rest),
            seats: seats.filter(|_| decidable),
            money: self.money(rule),
            verdicts,
            unused,
        };
        for Verdict { subject, verdict, .. } in &outcome.verdicts {
            let to = match verdict.status() {
                VerdictStatus::Proposed => &mut self.holders,
                VerdictStatus::NotDecided => &mut self.open,
                VerdictStatus::Refused => continue,
            };
            to.entry(subject.clone()).or_default().push(rule.id.clone());
        }
        Ok(outcome)
    }

    fn money(&self, rule: &AwardRule) -> Option<PaidMoney> {
        let pays = rule.pays.as_ref()?;
        let schedules = self.inputs.schedules.iter();
        let named: Vec<MoneySchedule> =
            schedules.filter(|one| one.parts().id == pays.schedule).cloned().collect();
        Some(match award_money(&named, self.decided, &pays.award, rule.recipient) {
            Ok(money) => PaidMoney::Paid { money },
            Err(reason) => PaidMoney::NotPaid { reason },
        })
    }
}

/// Lets all who are not out wait for an award.
fn wait(contenders: &mut [Contender<'_>], award: &AwardId) {
    for contender in contenders {
        if !matches!(contender.state, State::Out(_)) {
            contender.state = State::Out(VerdictKind::AwaitsAward { award: award.clone() });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
