//! Vote rules: how many must take part, how many must approve, and who decides then.

use thidua_values::{Fault, Faults, Place, Placed};
use thiserror::Error;

/// What a vote rule is made from.
///
/// Two shares with two denominators: the quorum asks how many take part, the
/// approval how many say yes.
///
/// vi: Các thành phần của quy định biểu quyết: điều kiện họp và tỷ lệ đồng ý là
/// hai tỷ lệ khác nhau.
///
/// Source: Thông tư 01/2024/TT-TANDTC, article 29; Nghị định 98/2023/NĐ-CP, article 30.7.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "VoteRule"))]
pub struct VoteRuleParts {
    /// How many must take part; left out where the rule does not say.
    ///
    /// vi: Điều kiện họp: số thành viên phải tham gia; không ghi nếu không quy định.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub quorum: Option<Quorum>,
    /// How many must approve.
    ///
    /// vi: Tỷ lệ đồng ý cần đạt.
    pub approval: Approval,
    /// What consensus without numbers is worth.
    ///
    /// vi: Giá trị của việc nhất trí, suy tôn không kiểm phiếu.
    pub consensus: ConsensusPolicy,
    /// How many ballots one round may have, at least 1.
    ///
    /// vi: Số lần bỏ phiếu nhiều nhất trong một đợt xét, ít nhất 1.
    #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
    pub max_ballots: u32,
    /// Who decides when the last ballot has not approved; left out where nobody
    /// does, and it is not approved.
    ///
    /// vi: Người quyết định sau lần bỏ phiếu cuối không đạt; không ghi nếu
    /// không có, khi đó là không thông qua.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub then_decides: Option<Decider>,
}

/// How many must take part for a ballot to count (điều kiện họp).
///
/// vi: Điều kiện họp: tỷ lệ trên tổng số thành viên.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Quorum {
    /// The share of all members.
    ///
    /// vi: Tỷ lệ trên tổng số thành viên.
    pub share: VoteShare,
    /// Who is counted.
    ///
    /// vi: Ai được tính vào điều kiện họp.
    pub counts: Attendance,
}

/// Who is counted toward a quorum.
///
/// vi: Ai được tính vào điều kiện họp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Attendance {
    /// Only who is present.
    ///
    /// vi: Chỉ thành viên có mặt.
    Present,
    /// Who is present, and who is absent but heard in writing.
    ///
    /// vi: Thành viên có mặt và thành viên vắng mặt đã cho ý kiến bằng văn bản.
    PresentOrInWriting,
}

/// How many must approve (tỷ lệ phiếu đồng ý).
///
/// vi: Tỷ lệ phiếu đồng ý cần đạt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Approval {
    /// The share that must say yes.
    ///
    /// vi: Tỷ lệ phải đồng ý.
    pub share: VoteShare,
    /// Of whom.
    ///
    /// vi: Mẫu số của tỷ lệ.
    pub of: VoteBase,
}

/// Whose approval is counted against.
///
/// vi: Mẫu số của tỷ lệ đồng ý.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum VoteBase {
    /// All members: who is absent and silent counts as not approving.
    ///
    /// vi: Tổng số thành viên: vắng mặt, không cho ý kiến là không đồng ý.
    ///
    /// Source: Nghị định 98/2023/NĐ-CP, article 30.7.
    AllMembers,
    /// The members who take part: present, or absent but heard in writing.
    ///
    /// vi: Số thành viên tham gia: có mặt, hoặc vắng mặt nhưng đã cho ý kiến
    /// bằng văn bản.
    TakingPart,
}

/// A share of voters, in whole numbers.
///
/// vi: Tỷ lệ, viết bằng hai số nguyên.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum VoteShare {
    /// At least so much (từ … trở lên): 80 of 100, 2 of 3.
    ///
    /// vi: Ít nhất bằng tỷ lệ: 80/100, 2/3.
    #[cfg_attr(feature = "schemars", schemars(title = "AtLeastShare"))]
    AtLeast {
        /// The numerator, at least 1 and at most the denominator.
        ///
        /// vi: Tử số, ít nhất 1, nhiều nhất bằng mẫu số.
        #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
        part: u32,
        /// The denominator, at least 1.
        ///
        /// vi: Mẫu số, ít nhất 1.
        #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
        whole: u32,
    },
    /// More than so much (quá): more than 1 of 2 is the simple majority (quá bán).
    ///
    /// vi: Lớn hơn tỷ lệ: lớn hơn 1/2 là quá bán.
    #[cfg_attr(feature = "schemars", schemars(title = "MoreThanShare"))]
    MoreThan {
        /// The numerator, less than the denominator.
        ///
        /// vi: Tử số, nhỏ hơn mẫu số.
        part: u32,
        /// The denominator, at least 1.
        ///
        /// vi: Mẫu số, ít nhất 1.
        #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
        whole: u32,
    },
}

/// What consensus without numbers (nhất trí, hiệp y, suy tôn) is worth.
///
/// vi: Giá trị của việc nhất trí, hiệp y, suy tôn không kiểm phiếu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum ConsensusPolicy {
    /// It approves.
    ///
    /// vi: Được coi là thông qua.
    Suffices,
    /// It approves nothing: there must be a ballot.
    ///
    /// vi: Không thay cho bỏ phiếu.
    BallotRequired,
}

/// Who decides when the last ballot has not approved.
///
/// vi: Người quyết định khi lần bỏ phiếu cuối không đạt.
///
/// Source: Thông tư 01/2024/TT-TANDTC, article 29.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Decider {
    /// The competent authority.
    ///
    /// vi: Cấp có thẩm quyền.
    Authority,
    /// For a flag of a cluster: its head and its deputy together.
    ///
    /// vi: Đối với cờ thi đua của cụm: cụm trưởng và cụm phó thống nhất.
    HeadAndDeputy,
}

/// A rule by which a council votes about an award.
// INVARIANT: both shares are above nothing and within all, and a round may have a ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteRule {
    parts: VoteRuleParts,
}

impl VoteRule {
    /// The vote rule of these parts.
    ///
    /// # Errors
    ///
    /// Every fault: a share of nothing or that not even all members reach, a
    /// round without a ballot.
    pub fn try_new(parts: VoteRuleParts) -> Result<Self, Faults<VoteRuleFault>> {
        let mut faults = Vec::new();
        let quorum = parts.quorum.map(|quorum| ("quorum", quorum.share));
        for (field, share) in quorum.into_iter().chain([("approval", parts.approval.share)]) {
            if !share.can_be_reached() {
                let place = Place::whole().field(field).field("share");
                faults.push(Placed { place, fault: VoteRuleFault::Share(share) });
            }
        }
        if parts.max_ballots == 0 {
            let place = Place::whole().field("max_ballots");
            faults.push(Placed { place, fault: VoteRuleFault::NoBallot });
        }
        Faults::check(Self { parts }, faults)
    }

    /// The parts.
    #[must_use]
    pub const fn parts(&self) -> &VoteRuleParts {
        &self.parts
    }
}

impl VoteShare {
    /// Whether so many of so many reach the share, in whole numbers: 80 % is
    /// `100 * count >= 80 * of`. Nobody reaches nothing, not even of nobody.
    ///
    /// # Examples
    ///
    /// ```
    /// use thidua_awards::VoteShare;
    ///
    /// let four_fifths = VoteShare::AtLeast { part: 80, whole: 100 };
    /// assert!(!four_fifths.is_reached_by(5, 7));
    /// assert!(four_fifths.is_reached_by(6, 7));
    ///
    /// let majority = VoteShare::MoreThan { part: 1, whole: 2 };
    /// assert!(!majority.is_reached_by(4, 8));
    /// ```
    #[must_use]
    pub fn is_reached_by(self, count: u32, of: u32) -> bool {
        let scaled = |share: u32, number: u32| u64::from(share) * u64::from(number);
        let reaches = match self {
            Self::AtLeast { part, whole } => scaled(whole, count) >= scaled(part, of),
            Self::MoreThan { part, whole } => scaled(whole, count) > scaled(part, of),
        };
        count != 0 && reaches
    }

    /// The least count that reaches a share that can be reached; at least 1.
    pub(crate) fn least_of(self, of: u32) -> u32 {
        // PROOF: two 32-bit numbers multiply to at most 2^64 - 2^33 + 1, so 32 bits more fit; and
        // the denominator of a share that can be reached is above zero.
        let (product, whole) = match self {
            Self::AtLeast { part, whole } => {
                (u64::from(part) * u64::from(of) + u64::from(whole.saturating_sub(1)), whole)
            }
            Self::MoreThan { part, whole } => {
                (u64::from(part) * u64::from(of) + u64::from(whole), whole)
            }
        };
        let least = product.checked_div(whole.into()).unwrap_or(u64::MAX);
        u32::try_from(least).unwrap_or(u32::MAX).max(1)
    }

    const fn can_be_reached(self) -> bool {
        match self {
            Self::AtLeast { part, whole } => 0 < part && part <= whole,
            Self::MoreThan { part, whole } => part < whole,
        }
    }
}

/// Why parts make no vote rule.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum VoteRuleFault {
    /// A share of nothing, or one that not even all members reach.
    Share(VoteShare),
    /// A round that may have no ballot.
    NoBallot,
}

impl Fault for VoteRuleFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Share(_) => "vote_share",
            Self::NoBallot => "no_ballot",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::Share(_) => "a share above 0 that all members together reach".into(),
            Self::NoBallot => "at least 1 ballot".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::Share(VoteShare::AtLeast { part, whole }) => format!("at least {part}/{whole}"),
            Self::Share(VoteShare::MoreThan { part, whole }) => format!("more than {part}/{whole}"),
            Self::NoBallot => "0".into(),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) const TWO_THIRDS: VoteShare = VoteShare::AtLeast { part: 2, whole: 3 };
    pub(crate) const MAJORITY: VoteShare = VoteShare::MoreThan { part: 1, whole: 2 };

    pub(crate) const fn percent(part: u32) -> VoteShare {
        VoteShare::AtLeast { part, whole: 100 }
    }

    /// Two thirds present, a share of all members, two ballots, then the authority.
    pub(crate) fn parts(share: VoteShare) -> VoteRuleParts {
        VoteRuleParts {
            quorum: Some(Quorum { share: TWO_THIRDS, counts: Attendance::Present }),
            approval: Approval { share, of: VoteBase::AllMembers },
            consensus: ConsensusPolicy::BallotRequired,
            max_ballots: 2,
            then_decides: Some(Decider::Authority),
        }
    }

    /// The integer definition: the first count for which the inequality holds.
    fn least_by_definition(members: u32, holds: impl Fn(u32) -> bool) -> u32 {
        (0..=members).find(|yes| holds(*yes)).unwrap()
    }

    #[test]
    fn least_counts_equal_their_integer_definition() {
        for n in 1..=200 {
            let definition = |holds: &dyn Fn(u32) -> bool| least_by_definition(n, holds);
            assert_eq!(percent(80).least_of(n), definition(&|yes| 100 * yes >= 80 * n), "{n}");
            assert_eq!(percent(90).least_of(n), definition(&|yes| 100 * yes >= 90 * n), "{n}");
            assert_eq!(TWO_THIRDS.least_of(n), definition(&|yes| 3 * yes >= 2 * n), "{n}");
            assert_eq!(MAJORITY.least_of(n), definition(&|yes| 2 * yes > n), "{n}");
        }
    }

    #[test]
    fn a_share_is_reached_exactly_from_its_least_count_on() {
        let mut shares = vec![TWO_THIRDS, MAJORITY];
        shares.extend((1..=100).map(percent));
        for share in shares {
            for of in 0..=200 {
                let least = share.least_of(of);
                let reached = (0..=of).filter(|count| share.is_reached_by(*count, of));
                assert!(reached.eq(least..=of), "{share:?} of {of}");
            }
        }
    }

    #[test]
    fn the_largest_counts_do_not_overflow() {
        let all = u32::MAX;
        assert_eq!(VoteShare::AtLeast { part: all, whole: all }.least_of(all), all);
        assert_eq!(VoteShare::MoreThan { part: all - 1, whole: all }.least_of(all), all);
        assert!(VoteShare::AtLeast { part: all, whole: all }.is_reached_by(all, all));
    }

    #[test]
    fn all_faults_are_reported_at_once() {
        let wrong = VoteRuleParts {
            quorum: Some(Quorum { share: percent(101), counts: Attendance::Present }),
            max_ballots: 0,
            ..parts(VoteShare::MoreThan { part: 1, whole: 1 })
        };
        let faults = VoteRule::try_new(wrong).unwrap_err();
        assert_eq!(
            faults.to_string(),
            "approval.share: expected a share above 0 that all members together reach, found more than 1/1\n\
             max_ballots: expected at least 1 ballot, found 0\n\
             quorum.share: expected a share above 0 that all members together reach, found at least 101/100"
        );
        let codes: Vec<_> = faults.as_slice().iter().map(|placed| placed.fault.code()).collect();
        assert_eq!(codes, ["vote_share", "no_ballot", "vote_share"]);
        for nothing in [percent(0), VoteShare::AtLeast { part: 0, whole: 0 }] {
            assert!(VoteRule::try_new(parts(nothing)).is_err());
        }
    }
}
