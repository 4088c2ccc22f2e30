//! Ballots: how many members there are, who took part, and what they said.

use thidua_values::{Fault, Faults, Place, Placed};
use thiserror::Error;

/// What a ballot is made from: the counts of its minutes.
///
/// vi: Kết quả một lần bỏ phiếu, theo biên bản.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Ballot"))]
pub struct BallotParts {
    /// How many members the council has, at least 1. Who is invited is no member.
    ///
    /// vi: Tổng số thành viên, ít nhất 1. Người được mời dự không phải là thành viên.
    #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
    pub members: u32,
    /// How many of them are present, themselves or by the substitute whom a
    /// writing appoints.
    ///
    /// vi: Số thành viên có mặt, trực tiếp hoặc qua người dự họp thay được cử
    /// bằng văn bản.
    pub present: u32,
    /// How many of the absent are heard in writing; each counts as the member.
    ///
    /// vi: Số thành viên vắng mặt đã cho ý kiến bằng văn bản; mỗi ý kiến tính
    /// như phiếu của thành viên.
    pub written: u32,
    /// How many approve, in writing or not.
    ///
    /// vi: Số phiếu đồng ý, kể cả bằng văn bản.
    pub yes: u32,
    /// How many do not, in writing or not.
    ///
    /// vi: Số phiếu không đồng ý, kể cả bằng văn bản.
    pub no: u32,
    /// How many votes are blank or void.
    ///
    /// vi: Số phiếu trắng, phiếu không hợp lệ.
    pub blank: u32,
}

/// One ballot about one candidate.
///
/// Who takes part need not vote, so the votes may be fewer than the voters.
///
/// # Examples
///
/// Of nine members seven are present and one writes.
///
/// ```
/// use thidua_awards::{Ballot, BallotParts};
///
/// let ballot = Ballot::try_new(BallotParts {
///     members: 9, present: 7, written: 1, yes: 7, no: 0, blank: 1,
/// })?;
/// assert_eq!((ballot.taking_part(), ballot.absent()), (8, 2));
///
/// let more_votes_than_voters = BallotParts { yes: 9, ..*ballot.parts() };
/// assert!(Ballot::try_new(more_votes_than_voters).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// INVARIANT: there is a member, the present are members, the written are absent, and no more
// votes are cast than members take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballot {
    parts: BallotParts,
}

impl Ballot {
    /// The ballot of these counts.
    ///
    /// # Errors
    ///
    /// Every fault: no member, more present than members, more written opinions
    /// than absent members, more votes than members who take part.
    pub fn try_new(parts: BallotParts) -> Result<Self, Faults<BallotFault>> {
        Faults::check(Self { parts }, faults_of(parts, &Place::whole()))
    }

    /// The counts.
    #[must_use]
    pub const fn parts(&self) -> &BallotParts {
        &self.parts
    }

    /// How many members take part: present, or absent but heard in writing.
    #[must_use]
    pub const fn taking_part(&self) -> u32 {
        // PROOF: both together are at most all members.
        self.parts.present.saturating_add(self.parts.written)
    }

    /// How many members are absent, heard in writing or not.
    #[must_use]
    pub const fn absent(&self) -> u32 {
        self.parts.members.saturating_sub(self.parts.present)
    }
}

/// The faults of the counts of a ballot that stands at a place.
pub(crate) fn faults_of(parts: BallotParts, place: &Place) -> Vec<Placed<BallotFault>> {
    let BallotParts { members, present, written, yes, no, blank } = parts;
    let mut faults = Vec::new();
    if members == 0 {
        faults.push(Placed { place: place.field("members"), fault: BallotFault::NoMember });
    }
    if members < present {
        let fault = BallotFault::PresentBeyondMembers { present, members };
        faults.push(Placed { place: place.field("present"), fault });
    }
    let absent = members.saturating_sub(present);
    if absent < written {
        let fault = BallotFault::WrittenBeyondAbsent { written, absent };
        faults.push(Placed { place: place.field("written"), fault });
    }
    let voters = u64::from(present) + u64::from(written);
    let cast = u64::from(yes) + u64::from(no) + u64::from(blank);
    if voters < cast {
        let fault = BallotFault::VotesBeyondVoters { votes: cast, voters };
        faults.push(Placed { place: place.clone(), fault });
    }
    faults
}

/// Why counts make no ballot.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum BallotFault {
    /// The council has no member.
    NoMember,
    /// More are present than are members.
    PresentBeyondMembers {
        /// How many are said to be present.
        present: u32,
        /// How many members there are.
        members: u32,
    },
    /// More are heard in writing than are absent.
    WrittenBeyondAbsent {
        /// How many are said to be heard in writing.
        written: u32,
        /// How many members are absent.
        absent: u32,
    },
    /// More votes than members who take part.
    VotesBeyondVoters {
        /// How many votes there are said to be: yes, no and blank.
        votes: u64,
        /// How many members take part.
        voters: u64,
    },
}

impl Fault for BallotFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoMember => "no_member",
            Self::PresentBeyondMembers { .. } => "present_beyond_members",
            Self::WrittenBeyondAbsent { .. } => "written_beyond_absent",
            Self::VotesBeyondVoters { .. } => "votes_beyond_voters",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::NoMember => "at least 1 member".into(),
            Self::PresentBeyondMembers { members, .. } => {
                format!("at most all {members} members to be present")
            }
            Self::WrittenBeyondAbsent { absent, .. } => {
                format!("written opinions of at most the {absent} absent members")
            }
            Self::VotesBeyondVoters { voters, .. } => {
                format!("at most {voters} in `yes`, `no` and `blank`, as many as take part")
            }
        }
    }

    fn found(&self) -> String {
        match self {
            Self::NoMember => "0".into(),
            Self::PresentBeyondMembers { present, .. } => present.to_string(),
            Self::WrittenBeyondAbsent { written, .. } => written.to_string(),
            Self::VotesBeyondVoters { votes, .. } => votes.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_faults_are_reported_at_once() {
        let parts =
            BallotParts { members: 0, present: 9, written: 1, yes: 8, no: 2, blank: u32::MAX };
        let faults = Ballot::try_new(parts).unwrap_err();
        assert_eq!(
            faults.to_string(),
            "the whole: expected at most 10 in `yes`, `no` and `blank`, as many as take part, found 4294967305\n\
             members: expected at least 1 member, found 0\n\
             present: expected at most all 0 members to be present, found 9\n\
             written: expected written opinions of at most the 0 absent members, found 1"
        );
        let codes: Vec<_> = faults.as_slice().iter().map(|placed| placed.fault.code()).collect();
        let expected =
            ["votes_beyond_voters", "no_member", "present_beyond_members", "written_beyond_absent"];
        assert_eq!(codes, expected);
    }

    /// Law: a ballot exists exactly if voters and votes can be told apart one by one.
    #[test]
    fn a_ballot_exists_exactly_if_its_counts_are_possible() {
        for members in 0..5 {
            for (present, written) in (0..6).flat_map(|p| (0..6).map(move |w| (p, w))) {
                for (yes, no) in (0..6).flat_map(|y| (0..6).map(move |n| (y, n))) {
                    let parts = BallotParts { members, present, written, yes, no, blank: 1 };
                    let possible =
                        0 < members && present + written <= members && yes + no < present + written;
                    assert_eq!(Ballot::try_new(parts).is_ok(), possible, "{parts:?}");
                }
            }
        }
    }
}
