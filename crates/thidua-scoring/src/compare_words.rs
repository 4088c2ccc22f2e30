//! The codes and the words of comparisons across clusters.

use thidua_values::{Coded, Words};

use crate::{
    ClusterMeasure, ClusterUnranked, ComparedPart, LeftOut, LeftOutReason, MemberRule, PartMeasure,
    PlaceRule, UnrankedReason,
};

impl Coded for ClusterMeasure {
    fn code(&self) -> &'static str {
        match self {
            Self::MeanOfTotals {} => "mean_of_totals",
            Self::MeanOfShares {} => "mean_of_shares",
            Self::RatioOfSums { .. } => "ratio_of_sums",
            Self::MeanOfRatios { .. } => "mean_of_ratios",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::MeanOfTotals {} => {
                Words::new("bình quân điểm của các thành viên", "the mean of the members' totals")
            }
            Self::MeanOfShares {} => Words::new(
                "bình quân tỷ lệ điểm đạt được trên điểm tối đa của các thành viên",
                "the mean of what the members' totals are of what they could earn",
            ),
            Self::RatioOfSums { criterion } => Words::new(
                format!("tỷ lệ chung của `{criterion}` (tổng tử số trên tổng mẫu số)"),
                format!("the ratio of sums of `{criterion}`"),
            ),
            Self::MeanOfRatios { criterion } => Words::new(
                format!("bình quân các tỷ lệ của `{criterion}`"),
                format!("the mean of the ratios of `{criterion}`"),
            ),
        }
    }
}

impl Coded for MemberRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::LeaveOut => "leave_out",
            Self::Refuse => "refuse",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Count => Words::new("vẫn tính", "counts"),
            Self::LeaveOut => Words::new("không tính", "is left out"),
            Self::Refuse => Words::new("không xếp hạng cụm", "leaves the cluster unranked"),
        }
    }
}

impl Coded for ComparedPart {
    fn code(&self) -> &'static str {
        match self {
            Self::Criterion { .. } => "criterion",
            Self::Group { .. } => "group",
            Self::Pillar { .. } => "pillar",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Criterion { criterion } => {
                Words::new(format!("tiêu chí `{criterion}`"), format!("criterion `{criterion}`"))
            }
            Self::Group { group } => {
                Words::new(format!("nhóm `{group}`"), format!("group `{group}`"))
            }
            Self::Pillar { serves } => Words::new(
                format!("nội dung `{}` của cuộc vận động `{}`", serves.pillar, serves.campaign),
                format!("pillar `{}` of campaign `{}`", serves.pillar, serves.campaign),
            ),
        }
    }
}

impl Coded for PartMeasure {
    fn code(&self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Share => "share",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Points => Words::new("theo số điểm", "by points"),
            Self::Share => Words::new(
                "theo tỷ lệ điểm đạt được trên điểm tối đa",
                "by the share of what could be earned",
            ),
        }
    }
}

impl Coded for PlaceRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::LeaveOut => "leave_out",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Place => Words::new("có xếp hạng", "has a place"),
            Self::LeaveOut => Words::new("không xếp hạng", "has no place"),
        }
    }
}

impl Coded for LeftOutReason {
    fn code(&self) -> &'static str {
        match self {
            Self::Disqualified { .. } => "disqualified",
            Self::MissingEvidence { .. } => "missing_evidence",
            Self::NoProof {} => "no_proof",
            Self::NotAssigned {} => "not_assigned",
            Self::NothingOfNothing {} => "nothing_of_nothing",
            Self::NotConcerned {} => "not_concerned",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Disqualified { facts } => {
                UnrankedReason::Disqualified { facts: facts.clone() }.words()
            }
            Self::MissingEvidence { criteria } => {
                UnrankedReason::MissingEvidence { criteria: criteria.clone() }.words()
            }
            Self::NoProof {} => Words::new("không có minh chứng", "no proof"),
            Self::NotAssigned {} => Words::new("không được giao", "not assigned"),
            Self::NothingOfNothing {} => {
                Words::new("không có gì để tính tỷ lệ (0/0)", "nothing to take a share of (0 of 0)")
            }
            Self::NotConcerned {} => {
                Words::new("không áp dụng cho loại đối tượng này", "is for other kinds of subject")
            }
        }
    }
}

impl Coded for ClusterUnranked {
    fn code(&self) -> &'static str {
        match self {
            Self::Refused { .. } => "refused",
            Self::Unbounded { .. } => "unbounded",
            Self::Nothing { .. } => "nothing",
        }
    }

    fn words(&self) -> Words {
        let (vi, en, members) = match self {
            Self::Refused { members } => {
                ("không xếp hạng cụm có thành viên", "not ranked because of members", members)
            }
            Self::Unbounded { members } => {
                ("chưa xếp hạng được vì thành viên", "nothing bounds what members come to", members)
            }
            Self::Nothing { left_out } => {
                ("không có thành viên nào được tính", "no member counts", left_out)
            }
        };
        if members.is_empty() {
            return Words::new(vi, en);
        }
        let list = |words: fn(&Words) -> &str| {
            let one = |LeftOut { subject, reason }: &LeftOut| {
                format!("`{subject}` ({})", words(&reason.words()))
            };
            members.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        Words::new(
            format!("{vi}: {}", list(|words| &words.vi)),
            format!("{en}: {}", list(|words| &words.en)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of something, Vietnamese before English.
    fn words(of: &impl Coded) -> [String; 2] {
        let Words { vi, en } = of.words();
        [vi, en]
    }

    #[test]
    fn the_two_ratios_have_names_of_their_own() {
        let criterion = || "cremation".parse().unwrap();
        assert_eq!(
            words(&ClusterMeasure::RatioOfSums { criterion: criterion() }),
            [
                "tỷ lệ chung của `cremation` (tổng tử số trên tổng mẫu số)",
                "the ratio of sums of `cremation`"
            ]
        );
        assert_eq!(
            words(&ClusterMeasure::MeanOfRatios { criterion: criterion() }),
            ["bình quân các tỷ lệ của `cremation`", "the mean of the ratios of `cremation`"]
        );
    }

    #[test]
    fn a_cluster_without_a_place_names_its_members_and_why() {
        let member = |subject: &str, reason| LeftOut { subject: subject.parse().unwrap(), reason };
        let fact = || vec!["fire".parse().unwrap()];
        let members = vec![
            member("front-a", LeftOutReason::Disqualified { facts: fact() }),
            member("front-b", LeftOutReason::MissingEvidence { criteria: fact() }),
        ];
        assert_eq!(
            words(&ClusterUnranked::Refused { members }),
            [
                "không xếp hạng cụm có thành viên: `front-a` (bị loại trừ do `fire`), \
                    `front-b` (chưa có số liệu `fire`)",
                "not ranked because of members: `front-a` (disqualified by `fire`), \
                    `front-b` (evidence is missing for `fire`)"
            ]
        );
        let left_out = vec![member("front-a", LeftOutReason::NothingOfNothing {})];
        assert_eq!(
            words(&ClusterUnranked::Nothing { left_out }),
            [
                "không có thành viên nào được tính: `front-a` (không có gì để tính tỷ lệ (0/0))",
                "no member counts: `front-a` (nothing to take a share of (0 of 0))"
            ]
        );
        assert_eq!(
            words(&ClusterUnranked::Nothing { left_out: Vec::new() })[1],
            "no member counts"
        );
    }
}
