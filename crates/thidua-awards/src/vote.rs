//! Votes: what a council said about one candidate.

use thidua_values::{Coded, Exact, Faults, Place, Words};

use crate::ballot::faults_of;
use crate::{Ballot, BallotFault, BallotParts, Decider, VoteOutcome};

/// What a vote is made from.
///
/// vi: Kết quả xét của hội đồng về một trường hợp, trong một đợt xét.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Vote"))]
pub enum VoteParts {
    /// Consensus, of which there are no numbers.
    ///
    /// vi: Nhất trí, không kiểm phiếu.
    #[cfg_attr(feature = "schemars", schemars(title = "ConsensusVote"))]
    Consensus {
        /// How it was found.
        ///
        /// vi: Hình thức nhất trí.
        form: ConsensusForm,
    },
    /// Ballots, and who decided after them.
    ///
    /// vi: Bỏ phiếu, và quyết định sau bỏ phiếu nếu có.
    #[cfg_attr(feature = "schemars", schemars(title = "BallotVote"))]
    Ballots {
        /// The ballots. Ordered: the first first.
        ///
        /// vi: Các lần bỏ phiếu. Có thứ tự: lần đầu đứng trước.
        ballots: Vec<BallotParts>,
        /// What whoever decides after the last ballot said; left out while nobody did.
        ///
        /// vi: Quyết định sau lần bỏ phiếu cuối; không ghi nếu chưa có.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        ruling: Option<Ruling>,
    },
}

/// How consensus was found.
///
/// vi: Hình thức nhất trí.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum ConsensusForm {
    /// By acclamation (suy tôn).
    ///
    /// vi: Suy tôn.
    Acclaimed,
    /// By agreement of those asked (hiệp y).
    ///
    /// vi: Hiệp y.
    Concurred,
    /// By agreement of all in the meeting (nhất trí, thống nhất).
    ///
    /// vi: Nhất trí.
    Agreed,
}

impl Coded for ConsensusForm {
    fn code(&self) -> &'static str {
        match self {
            Self::Acclaimed => "acclaimed",
            Self::Concurred => "concurred",
            Self::Agreed => "agreed",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Acclaimed => Words::new("suy tôn", "by acclamation"),
            Self::Concurred => Words::new("hiệp y", "by agreement of those asked"),
            Self::Agreed => Words::new("nhất trí", "by agreement of all"),
        }
    }
}

/// What whoever decides after the last ballot said.
///
/// vi: Quyết định sau lần bỏ phiếu cuối.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Ruling {
    /// The competent authority decided.
    ///
    /// vi: Cấp có thẩm quyền quyết định.
    #[cfg_attr(feature = "schemars", schemars(title = "AuthorityRuling"))]
    Authority {
        /// Whether it approves.
        ///
        /// vi: Có đồng ý hay không.
        approves: bool,
    },
    /// The head and the deputy of the cluster decided; only together.
    ///
    /// vi: Cụm trưởng và cụm phó quyết định; phải cùng ý kiến.
    #[cfg_attr(feature = "schemars", schemars(title = "HeadAndDeputyRuling"))]
    HeadAndDeputy {
        /// Whether the head approves.
        ///
        /// vi: Cụm trưởng có đồng ý hay không.
        head_approves: bool,
        /// Whether the deputy approves.
        ///
        /// vi: Cụm phó có đồng ý hay không.
        deputy_approves: bool,
    },
}

impl Ruling {
    /// Who decided.
    #[must_use]
    pub const fn by(self) -> Decider {
        match self {
            Self::Authority { .. } => Decider::Authority,
            Self::HeadAndDeputy { .. } => Decider::HeadAndDeputy,
        }
    }

    /// What the matter comes to by it.
    pub(crate) const fn outcome(self) -> VoteOutcome {
        let by = self.by();
        match self {
            Self::Authority { approves: true }
            | Self::HeadAndDeputy { head_approves: true, deputy_approves: true } => {
                VoteOutcome::ApprovedByRuling { by }
            }
            Self::Authority { approves: false }
            | Self::HeadAndDeputy { head_approves: false, deputy_approves: false } => {
                VoteOutcome::RefusedByRuling { by }
            }
            Self::HeadAndDeputy { .. } => VoteOutcome::HeadAndDeputyDisagree {},
        }
    }
}

/// What a council said about one candidate, in one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vote {
    /// Consensus, of which there are no numbers.
    Consensus {
        /// How it was found.
        form: ConsensusForm,
    },
    /// Ballots, the first first, and who decided after them.
    Ballots {
        /// The ballots.
        ballots: Vec<Ballot>,
        /// What whoever decides after the last ballot said.
        ruling: Option<Ruling>,
    },
}

impl Vote {
    /// The vote of these parts.
    ///
    /// # Errors
    ///
    /// Every fault of every ballot, as [`Ballot::try_new`] finds them.
    pub fn try_new(parts: VoteParts) -> Result<Self, Faults<BallotFault>> {
        let (ballots, ruling) = match parts {
            VoteParts::Consensus { form } => return Ok(Self::Consensus { form }),
            VoteParts::Ballots { ballots, ruling } => (ballots, ruling),
        };
        let (mut checked, mut faults) = (Vec::new(), Vec::new());
        for (position, parts) in ballots.into_iter().enumerate() {
            let place = Place::whole().field("ballots").index(position);
            match Ballot::try_new(parts) {
                Ok(ballot) => checked.push(ballot),
                Err(_) => faults.extend(faults_of(parts, &place)),
            }
        }
        Faults::check(Self::Ballots { ballots: checked, ruling }, faults)
    }
}

impl Vote {
    /// The share of all members who approved in the last ballot, if one was held.
    pub(crate) fn approval(&self) -> Option<Exact> {
        match self {
            Self::Consensus { .. } => None,
            Self::Ballots { ballots, .. } => {
                let BallotParts { yes, members, .. } = ballots.last()?.parts();
                Exact::fraction((*yes).into(), (*members).into())
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    #[test]
    fn every_fault_of_every_ballot_is_reported() {
        let right = BallotParts { members: 5, present: 4, written: 1, yes: 4, no: 0, blank: 1 };
        let wrong = BallotParts { written: 2, yes: 9, ..right };
        let parts = VoteParts::Ballots { ballots: vec![wrong, right, wrong], ruling: None };
        assert_eq!(
            Vote::try_new(parts).unwrap_err().to_string(),
            "ballots[0]: expected at most 6 in `yes`, `no` and `blank`, as many as take part, found 10\n\
             ballots[0].written: expected written opinions of at most the 1 absent members, found 2\n\
             ballots[2]: expected at most 6 in `yes`, `no` and `blank`, as many as take part, found 10\n\
             ballots[2].written: expected written opinions of at most the 1 absent members, found 2"
        );
    }

    #[test]
    fn head_and_deputy_decide_only_together() {
        let by = Decider::HeadAndDeputy;
        let ruling = |head_approves, deputy_approves| {
            Ruling::HeadAndDeputy { head_approves, deputy_approves }.outcome()
        };
        assert_eq!(ruling(true, true), VoteOutcome::ApprovedByRuling { by });
        assert_eq!(ruling(false, false), VoteOutcome::RefusedByRuling { by });
        assert_eq!(ruling(true, false), VoteOutcome::HeadAndDeputyDisagree {});
        assert_eq!(ruling(false, true), VoteOutcome::HeadAndDeputyDisagree {});
    }

    #[cfg(feature = "serde")]
    mod written {
        use crate::{VoteParts, VoteRuleParts};

        const RULE: &str = r#"{"quorum":{"share":{"kind":"at_least","part":2,"whole":3},"counts":"present"},"approval":{"share":{"kind":"at_least","part":80,"whole":100},"of":"all_members"},"consensus":"ballot_required","max_ballots":2,"then_decides":"head_and_deputy"}"#;
        const LEAST: &str = r#"{"approval":{"share":{"kind":"more_than","part":1,"whole":2},"of":"taking_part"},"consensus":"suffices","max_ballots":1}"#;
        const VOTE: &str = r#"{"kind":"ballots","ballots":[{"members":7,"present":6,"written":1,"yes":5,"no":1,"blank":1}],"ruling":{"kind":"head_and_deputy","head_approves":true,"deputy_approves":true}}"#;
        const CONSENSUS: &str = r#"{"kind":"consensus","form":"acclaimed"}"#;

        #[test]
        fn rules_and_votes_are_written_as_partners_write_them() {
            for text in [RULE, LEAST] {
                let rule: VoteRuleParts = serde_json::from_str(text).unwrap();
                assert_eq!(serde_json::to_string(&rule).unwrap(), text);
            }
            for text in [VOTE, CONSENSUS] {
                let vote: VoteParts = serde_json::from_str(text).unwrap();
                assert_eq!(serde_json::to_string(&vote).unwrap(), text);
            }
        }

        #[test]
        fn unknown_fields_are_refused() {
            let rule = RULE.replace("max_ballots", "ballots");
            let message = serde_json::from_str::<VoteRuleParts>(&rule).unwrap_err().to_string();
            assert!(message.starts_with("unknown field `ballots`"), "{message}");
            let vote = VOTE.replace("written", "in_writing");
            let message = serde_json::from_str::<VoteParts>(&vote).unwrap_err().to_string();
            assert!(message.starts_with("unknown field `in_writing`"), "{message}");
        }
    }

    /// Asserts that each description of a schema has one paragraph in Vietnamese.
    #[cfg(feature = "schemars")]
    #[track_caller]
    pub(crate) fn assert_both_languages(schemas: &[schemars::Schema]) {
        let mut open: Vec<_> = schemas.iter().map(schemars::Schema::as_value).collect();
        let mut described = 0;
        while let Some(value) = open.pop() {
            open.extend(value.as_object().into_iter().flat_map(serde_json::Map::values));
            open.extend(value.as_array().into_iter().flatten());
            if let Some(description) = value["description"].as_str() {
                let vietnamese = description.split("\n\n").filter(|part| part.starts_with("vi: "));
                // Ids and other texts, and periods, describe themselves, the Vietnamese first.
                let by_itself =
                    value.get("maxLength").is_some() || description.starts_with("Khoảng");
                assert!(vietnamese.count() == 1 || by_itself, "{description}");
                described += 1;
            }
        }
        assert!(30 < described, "{described}");
    }

    #[cfg(feature = "schemars")]
    #[test]
    fn every_description_of_the_schemas_is_in_both_languages() {
        assert_both_languages(&[
            schemars::schema_for!(VoteParts),
            schemars::schema_for!(crate::VoteRuleParts),
            schemars::schema_for!(crate::VoteResult),
        ]);
    }
}
