//! Outcomes of votes: approved, refused or not decided, and why.

use thidua_values::{Coded, Words};

use crate::{BallotResult, BallotVerdict, ConsensusForm, Decider, VoteCount};

impl Coded for Decider {
    fn code(&self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::HeadAndDeputy => "head_and_deputy",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Authority => Words::new("cấp có thẩm quyền", "the competent authority"),
            Self::HeadAndDeputy => Words::new(
                "cụm trưởng và cụm phó",
                "the head and the deputy of the cluster together",
            ),
        }
    }
}

/// What became of a vote, and why.
///
/// vi: Kết quả xét và lý do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum VoteOutcome {
    /// Approved: enough votes.
    ///
    /// vi: Thông qua: đủ tỷ lệ đồng ý.
    #[cfg_attr(feature = "schemars", schemars(title = "ApprovedByBallot"))]
    Approved {
        /// Which of the ballots that count, from 1.
        ///
        /// vi: Lần bỏ phiếu được tính thứ mấy, từ 1.
        ballot: u32,
        /// Its votes.
        ///
        /// vi: Số phiếu đồng ý.
        votes: VoteCount,
    },
    /// Approved: by consensus, of which there are no numbers.
    ///
    /// vi: Thông qua: nhất trí, không kiểm phiếu.
    #[cfg_attr(feature = "schemars", schemars(title = "ApprovedByConsensus"))]
    ApprovedByConsensus {
        /// How it was found.
        ///
        /// vi: Hình thức nhất trí.
        form: ConsensusForm,
    },
    /// Approved: by whoever decides after the last ballot.
    ///
    /// vi: Thông qua: theo quyết định sau lần bỏ phiếu cuối.
    #[cfg_attr(feature = "schemars", schemars(title = "ApprovedByRuling"))]
    ApprovedByRuling {
        /// Who decided.
        ///
        /// vi: Người quyết định.
        by: Decider,
    },
    /// Refused: too few votes in the last ballot, and nobody decides after it.
    ///
    /// vi: Không thông qua: không đủ tỷ lệ đồng ý ở lần bỏ phiếu cuối.
    #[cfg_attr(feature = "schemars", schemars(title = "NotApproved"))]
    NotApproved {
        /// How many ballots were held.
        ///
        /// vi: Số lần bỏ phiếu.
        ballots: u32,
        /// The votes of the last.
        ///
        /// vi: Số phiếu đồng ý của lần cuối.
        votes: VoteCount,
    },
    /// Refused: by whoever decides after the last ballot.
    ///
    /// vi: Không thông qua: theo quyết định sau lần bỏ phiếu cuối.
    #[cfg_attr(feature = "schemars", schemars(title = "RefusedByRuling"))]
    RefusedByRuling {
        /// Who decided.
        ///
        /// vi: Người quyết định.
        by: Decider,
    },
    /// Not decided: consensus does not replace a ballot.
    ///
    /// vi: Chưa quyết định: nhất trí không thay cho bỏ phiếu.
    #[cfg_attr(feature = "schemars", schemars(title = "BallotRequired"))]
    BallotRequired {
        /// How consensus was found.
        ///
        /// vi: Hình thức nhất trí.
        form: ConsensusForm,
    },
    /// Not decided: too few took part in the last ballot.
    ///
    /// vi: Chưa quyết định: lần bỏ phiếu cuối không đủ điều kiện họp.
    #[cfg_attr(feature = "schemars", schemars(title = "NoQuorum"))]
    NoQuorum {
        /// Who took part.
        ///
        /// vi: Số thành viên tham gia.
        quorum: VoteCount,
    },
    /// Not decided: a ballot is left.
    ///
    /// vi: Chưa quyết định: còn lần bỏ phiếu.
    #[cfg_attr(feature = "schemars", schemars(title = "AwaitsBallot"))]
    AwaitsBallot {
        /// How many that count were held.
        ///
        /// vi: Số lần bỏ phiếu đã được tính.
        held: u32,
        /// How many a round may have.
        ///
        /// vi: Số lần bỏ phiếu nhiều nhất.
        most: u32,
    },
    /// Not decided: whoever decides after the last ballot has not.
    ///
    /// vi: Chưa quyết định: chờ quyết định sau lần bỏ phiếu cuối.
    #[cfg_attr(feature = "schemars", schemars(title = "AwaitsRuling"))]
    AwaitsRuling {
        /// Who decides.
        ///
        /// vi: Người quyết định.
        by: Decider,
        /// How many ballots have not approved.
        ///
        /// vi: Số lần bỏ phiếu không đạt.
        ballots: u32,
    },
    /// Not decided: the head and the deputy of the cluster disagree.
    ///
    /// vi: Chưa quyết định: cụm trưởng và cụm phó không cùng ý kiến.
    #[cfg_attr(feature = "schemars", schemars(title = "HeadAndDeputyDisagree"))]
    HeadAndDeputyDisagree {},
}

impl VoteOutcome {
    /// Whether it is approved.
    #[must_use]
    pub const fn is_approved(self) -> bool {
        match self {
            Self::Approved { .. }
            | Self::ApprovedByConsensus { .. }
            | Self::ApprovedByRuling { .. } => true,
            Self::NotApproved { .. }
            | Self::RefusedByRuling { .. }
            | Self::BallotRequired { .. }
            | Self::NoQuorum { .. }
            | Self::AwaitsBallot { .. }
            | Self::AwaitsRuling { .. }
            | Self::HeadAndDeputyDisagree {} => false,
        }
    }

    /// Whether it is refused. What is neither approved nor refused is not decided.
    #[must_use]
    pub const fn is_refused(self) -> bool {
        matches!(self, Self::NotApproved { .. } | Self::RefusedByRuling { .. })
    }

    /// Whether a ballot is to come.
    pub(crate) const fn awaits_votes(self) -> bool {
        matches!(
            self,
            Self::BallotRequired { .. } | Self::NoQuorum { .. } | Self::AwaitsBallot { .. }
        )
    }

    fn vietnamese(self) -> String {
        match self {
            Self::Approved { ballot, votes } => {
                format!("thông qua: lần bỏ phiếu {ballot}, {}", votes.vietnamese("phiếu đồng ý"))
            }
            Self::ApprovedByConsensus { form } => {
                format!("thông qua: {}, không kiểm phiếu", form.words().vi)
            }
            Self::ApprovedByRuling { by } => format!("thông qua: {} quyết định", by.words().vi),
            Self::NotApproved { ballots, votes } => format!(
                "không thông qua: sau {ballots} lần bỏ phiếu, {}",
                votes.vietnamese("phiếu đồng ý")
            ),
            Self::RefusedByRuling { by } => {
                format!("không thông qua: {} quyết định", by.words().vi)
            }
            Self::BallotRequired { form } => {
                format!("chưa quyết định: phải bỏ phiếu, {} không thay thế", form.words().vi)
            }
            Self::NoQuorum { quorum } => format!(
                "chưa quyết định: không đủ điều kiện họp, {}",
                quorum.vietnamese("thành viên")
            ),
            Self::AwaitsBallot { held, most } => {
                format!("chưa quyết định: đã bỏ phiếu {held} trong nhiều nhất {most} lần")
            }
            Self::AwaitsRuling { by, ballots } => format!(
                "chưa quyết định: {ballots} lần bỏ phiếu không đạt, chờ {} quyết định",
                by.words().vi
            ),
            Self::HeadAndDeputyDisagree {} => {
                "chưa quyết định: cụm trưởng và cụm phó không cùng ý kiến".into()
            }
        }
    }

    fn english(self) -> String {
        match self {
            Self::Approved { ballot, votes } => {
                format!("approved: in ballot {ballot}, {}", votes.english("votes"))
            }
            Self::ApprovedByConsensus { form } => {
                format!("approved: {}, without numbers", form.words().en)
            }
            Self::ApprovedByRuling { by } => format!("approved: by {}", by.words().en),
            Self::NotApproved { ballots, votes } => {
                format!("refused: not approved after {}, {}", held(ballots), votes.english("votes"))
            }
            Self::RefusedByRuling { by } => format!("refused: by {}", by.words().en),
            Self::BallotRequired { form } => {
                format!("not decided: a ballot is required, found consensus {}", form.words().en)
            }
            Self::NoQuorum { quorum } => {
                format!("not decided: no quorum, {}", quorum.english("members"))
            }
            Self::AwaitsBallot { held, most } => {
                let ballots = if most == 1 { "ballot" } else { "ballots" };
                format!("not decided: {held} of at most {most} {ballots} held")
            }
            Self::AwaitsRuling { by, ballots } => format!(
                "not decided: not approved after {}, {} must decide",
                held(ballots),
                by.words().en
            ),
            Self::HeadAndDeputyDisagree {} => {
                "not decided: the head and the deputy of the cluster disagree".into()
            }
        }
    }
}

/// So many ballots, in English.
fn held(ballots: u32) -> String {
    match ballots {
        1 => "1 ballot".to_owned(),
        ballots => format!("{ballots} ballots"),
    }
}

impl Coded for VoteOutcome {
    fn code(&self) -> &'static str {
        match self {
            Self::Approved { .. } => "approved",
            Self::ApprovedByConsensus { .. } => "approved_by_consensus",
            Self::ApprovedByRuling { .. } => "approved_by_ruling",
            Self::NotApproved { .. } => "not_approved",
            Self::RefusedByRuling { .. } => "refused_by_ruling",
            Self::BallotRequired { .. } => "ballot_required",
            Self::NoQuorum { .. } => "no_quorum",
            Self::AwaitsBallot { .. } => "awaits_ballot",
            Self::AwaitsRuling { .. } => "awaits_ruling",
            Self::HeadAndDeputyDisagree {} => "head_and_deputy_disagree",
        }
    }

    fn words(&self) -> Words {
        Words::new(self.vietnamese(), self.english())
    }
}

impl Coded for BallotResult {
    fn code(&self) -> &'static str {
        match self.verdict {
            BallotVerdict::Approved => "approved",
            BallotVerdict::NotApproved => "not_approved",
            BallotVerdict::NoQuorum => "no_quorum",
        }
    }

    fn words(&self) -> Words {
        let (vi, en) = match self.verdict {
            BallotVerdict::Approved => ("đạt", "approved"),
            BallotVerdict::NotApproved => ("không đạt", "not approved"),
            BallotVerdict::NoQuorum => ("không tính, không đủ điều kiện họp", "void, no quorum"),
        };
        let present = self.quorum.map(|quorum| {
            (
                format!("; {}", quorum.vietnamese("thành viên")),
                format!("; {}", quorum.english("members")),
            )
        });
        let (present_vi, present_en) = present.unwrap_or_default();
        Words::new(
            format!("{vi}: {}{present_vi}", self.approval.vietnamese("phiếu đồng ý")),
            format!("{en}: {}{present_en}", self.approval.english("votes")),
        )
    }
}

impl VoteCount {
    fn vietnamese(self, what: &str) -> String {
        let Self { count, of, needed } = self;
        format!("{count}/{of} {what}, cần {needed}")
    }

    fn english(self, what: &str) -> String {
        let Self { count, of, needed } = self;
        format!("{count} of {of} {what}, {needed} needed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ballot_has_its_code_and_its_words() {
        let quorum = Some(VoteCount { count: 6, of: 7, needed: 5 });
        let approval = VoteCount { count: 5, of: 7, needed: 6 };
        let enough = VoteCount { count: 6, ..approval };
        let few = Some(VoteCount { count: 4, of: 7, needed: 5 });
        let ballots = [
            BallotResult { quorum: None, approval: enough, verdict: BallotVerdict::Approved },
            BallotResult { quorum, approval, verdict: BallotVerdict::NotApproved },
            BallotResult { quorum: few, approval, verdict: BallotVerdict::NoQuorum },
        ];
        let said =
            ballots.map(|one| format!("{} | {} | {}", one.code(), one.words().vi, one.words().en));
        assert_eq!(
            said.join("\n"),
            "approved | đạt: 6/7 phiếu đồng ý, cần 6 | approved: 6 of 7 votes, 6 needed\n\
             not_approved | không đạt: 5/7 phiếu đồng ý, cần 6; 6/7 thành viên, cần 5 | not approved: 5 of 7 votes, 6 needed; 6 of 7 members, 5 needed\n\
             no_quorum | không tính, không đủ điều kiện họp: 5/7 phiếu đồng ý, cần 6; 4/7 thành viên, cần 5 | void, no quorum: 5 of 7 votes, 6 needed; 4 of 7 members, 5 needed"
        );
    }

    #[test]
    fn each_outcome_has_its_code_and_its_words() {
        let votes = VoteCount { count: 5, of: 7, needed: 6 };
        let (form, by) = (ConsensusForm::Acclaimed, Decider::HeadAndDeputy);
        let outcomes = [
            VoteOutcome::Approved { ballot: 2, votes: VoteCount { count: 6, ..votes } },
            VoteOutcome::ApprovedByConsensus { form },
            VoteOutcome::ApprovedByRuling { by },
            VoteOutcome::NotApproved { ballots: 2, votes },
            VoteOutcome::NotApproved { ballots: 1, votes },
            VoteOutcome::RefusedByRuling { by: Decider::Authority },
            VoteOutcome::BallotRequired { form: ConsensusForm::Concurred },
            VoteOutcome::NoQuorum { quorum: VoteCount { count: 4, of: 7, needed: 5 } },
            VoteOutcome::AwaitsBallot { held: 1, most: 2 },
            VoteOutcome::AwaitsRuling { by, ballots: 2 },
            VoteOutcome::HeadAndDeputyDisagree {},
        ];
        let said: Vec<String> = outcomes
            .iter()
            .map(|outcome| {
                format!("{} | {} | {}", outcome.code(), outcome.words().vi, outcome.words().en)
            })
            .collect();
        assert_eq!(
            said.join("\n"),
            "approved | thông qua: lần bỏ phiếu 2, 6/7 phiếu đồng ý, cần 6 | approved: in ballot 2, 6 of 7 votes, 6 needed\n\
             approved_by_consensus | thông qua: suy tôn, không kiểm phiếu | approved: by acclamation, without numbers\n\
             approved_by_ruling | thông qua: cụm trưởng và cụm phó quyết định | approved: by the head and the deputy of the cluster together\n\
             not_approved | không thông qua: sau 2 lần bỏ phiếu, 5/7 phiếu đồng ý, cần 6 | refused: not approved after 2 ballots, 5 of 7 votes, 6 needed\n\
             not_approved | không thông qua: sau 1 lần bỏ phiếu, 5/7 phiếu đồng ý, cần 6 | refused: not approved after 1 ballot, 5 of 7 votes, 6 needed\n\
             refused_by_ruling | không thông qua: cấp có thẩm quyền quyết định | refused: by the competent authority\n\
             ballot_required | chưa quyết định: phải bỏ phiếu, hiệp y không thay thế | not decided: a ballot is required, found consensus by agreement of those asked\n\
             no_quorum | chưa quyết định: không đủ điều kiện họp, 4/7 thành viên, cần 5 | not decided: no quorum, 4 of 7 members, 5 needed\n\
             awaits_ballot | chưa quyết định: đã bỏ phiếu 1 trong nhiều nhất 2 lần | not decided: 1 of at most 2 ballots held\n\
             awaits_ruling | chưa quyết định: 2 lần bỏ phiếu không đạt, chờ cụm trưởng và cụm phó quyết định | not decided: not approved after 2 ballots, the head and the deputy of the cluster together must decide\n\
             head_and_deputy_disagree | chưa quyết định: cụm trưởng và cụm phó không cùng ý kiến | not decided: the head and the deputy of the cluster disagree"
        );
        for outcome in outcomes {
            let words = outcome.words().vi;
            assert_eq!(outcome.is_approved(), words.starts_with("thông qua"));
            assert_eq!(outcome.is_refused(), words.starts_with("không thông qua"));
        }
    }
}
