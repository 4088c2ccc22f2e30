//! Award rules: data, checked when made.

use std::collections::BTreeMap;

use thidua_values::{AwardId, AwardRulesId, Basis, Faults, MoneyScheduleId, Period, Text};

use crate::rules_fault::check;
use crate::{
    AwardCondition, AwardForm, AwardRulesFault, IssuerLevel, Occasion, Recipient, Selection,
    VoteRule, VoteRuleParts,
};

/// What award rules are made from.
///
/// vi: Các thành phần của quy định khen thưởng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "AwardRules"))]
pub struct AwardRulesParts {
    /// Their id.
    ///
    /// vi: Mã định danh của quy định khen thưởng.
    pub id: AwardRulesId,
    /// What they are called.
    ///
    /// vi: Tên quy định khen thưởng.
    pub title: Text,
    /// Who issued them.
    ///
    /// vi: Cơ quan ban hành.
    pub issuer: Text,
    /// Whether they are published or made up.
    ///
    /// vi: Quy định đã công bố hay chỉ để minh họa.
    pub basis: Basis,
    /// When they are in force; they apply on no other day.
    ///
    /// vi: Thời gian có hiệu lực; không áp dụng vào ngày nào khác.
    pub during: Period,
    /// The awards, at least one. Ordered: one may look at those before it.
    ///
    /// vi: Các danh hiệu, hình thức khen thưởng, ít nhất một. Có thứ tự: mục sau
    /// có thể căn cứ vào kết quả của mục trước.
    pub awards: Vec<AwardRule>,
    /// Awards of other rules that conditions look at, as history names them. A set.
    ///
    /// vi: Các danh hiệu, hình thức của quy định khác mà điều kiện căn cứ vào, như ghi trong
    /// thành tích các năm. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub other_awards: Vec<AwardId>,
}

/// One award: what it is, who may have it, who of them has it, who decides, and
/// what it pays.
///
/// vi: Một danh hiệu, hình thức khen thưởng: là gì, ai đủ điều kiện, ai được chọn, ai quyết
/// định, mức tiền thưởng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct AwardRule {
    /// Its id.
    ///
    /// vi: Mã định danh của danh hiệu, hình thức khen thưởng.
    pub id: AwardId,
    /// What it is called.
    ///
    /// vi: Tên danh hiệu, hình thức khen thưởng.
    pub title: Text,
    /// Which title or form it is.
    ///
    /// vi: Loại danh hiệu, hình thức khen thưởng.
    pub form: AwardForm,
    /// Which level decides on it.
    ///
    /// vi: Cấp quyết định khen thưởng.
    pub issued_by: IssuerLevel,
    /// Whom it is for.
    ///
    /// vi: Loại đối tượng được khen thưởng.
    pub recipient: Recipient,
    /// On what occasion it is given.
    ///
    /// vi: Loại khen thưởng.
    pub occasion: Occasion,
    /// Who may have it: whoever meets all of these. Ordered: a refusal names them so.
    ///
    /// vi: Các điều kiện, tiêu chuẩn, phải đạt tất cả. Có thứ tự: lý do không đề nghị được nêu
    /// theo thứ tự này.
    pub requires: Vec<AwardCondition>,
    /// Who of them has it.
    ///
    /// vi: Cách chọn trong số những trường hợp đủ điều kiện.
    pub selection: Selection,
    /// How a council votes about each of them; left out where none does.
    ///
    /// vi: Quy định biểu quyết về từng trường hợp; không ghi nếu không biểu quyết.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub vote: Option<VoteRuleParts>,
    /// What it pays; left out where it pays nothing.
    ///
    /// vi: Mức tiền thưởng; không ghi nếu không có tiền thưởng.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub pays: Option<AwardPay>,
}

/// What an award pays: a row of a money schedule.
///
/// vi: Mức tiền thưởng theo một dòng của bảng mức tiền thưởng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct AwardPay {
    /// The schedule.
    ///
    /// vi: Bảng mức tiền thưởng.
    pub schedule: MoneyScheduleId,
    /// What the schedule calls the award; its row is the one for the same kind of recipient.
    ///
    /// vi: Mã của danh hiệu, hình thức trong bảng; dòng áp dụng là dòng cho cùng loại đối tượng.
    pub award: AwardId,
}

/// The rules by which a commending authority awards.
// INVARIANT: as `rules_fault::check` says; sets are in canonical order; `votes` has the vote rule of each award that has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardRules {
    parts: AwardRulesParts,
    votes: BTreeMap<AwardId, VoteRule>,
}

impl AwardRules {
    /// The award rules of these parts.
    ///
    /// # Errors
    ///
    /// Every fault of every award: an id twice, a form that is not for such
    /// recipients, a condition that nobody or everybody meets, one that looks at
    /// an award neither before it nor of other rules, a prompt award that waits for the result of
    /// the year or for an award that does, a quota of nothing, a cap below the quota, a
    /// selection by votes without ballots, a vote rule that is none.
    pub fn try_new(mut parts: AwardRulesParts) -> Result<Self, Faults<AwardRulesFault>> {
        let faults = check(&parts);
        parts.other_awards.sort();
        for rule in &mut parts.awards {
            rule.requires.iter_mut().for_each(AwardCondition::sort);
            rule.selection.sort();
        }
        let vote =
            |rule: &AwardRule| Some((rule.id.clone(), VoteRule::try_new(rule.vote.clone()?).ok()?));
        let votes = parts.awards.iter().filter_map(vote).collect();
        Faults::check(Self { parts, votes }, faults)
    }

    /// The parts, every set in canonical order.
    #[must_use]
    pub const fn parts(&self) -> &AwardRulesParts {
        &self.parts
    }

    /// Where an award stands among the others, if it is one of these rules.
    #[must_use]
    pub fn position(&self, award: &AwardId) -> Option<usize> {
        self.parts.awards.iter().position(|rule| rule.id == *award)
    }

    /// How a council votes about an award, if one does.
    #[must_use]
    pub fn vote(&self, award: &AwardId) -> Option<&VoteRule> {
        self.votes.get(award)
    }
}

#[cfg(test)]
pub(crate) mod tests;
