//! Why what is told of a body or of a cluster does not fit together.

use std::num::{NonZeroU16, NonZeroU32};

use thidua_values::{BodyId, Day, Fault, KindId, Period};
use thiserror::Error;

/// Why what is told of a body or of a cluster does not fit together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum BodyFault {
    /// Two roles of a kind of body share an id, such as two roles `chair`.
    DuplicateRole(KindId),
    /// An office is of no role of the body's kind, such as of a misspelt one.
    UnknownRole(KindId),
    /// A term tells an office twice, such as two lines for `vice-chair`.
    DuplicateOffice(KindId),
    /// A term is named by years of which the last is no later than the first, such as 2024–2024.
    YearsOfTerm {
        /// The first year.
        first: NonZeroU16,
        /// The last.
        last: NonZeroU16,
    },
    /// Congresses of a body are numbered otherwise than their days follow, such as a 16th before
    /// the 15th; two of one number or day are, too.
    CongressOrder {
        /// The number of the congress.
        ordinal: NonZeroU32,
        /// Its day.
        day: Day,
        /// The number of the one before it.
        previous: NonZeroU32,
        /// The day of that one.
        previous_day: Day,
    },
    /// A cluster has no members, so nobody would ever compete in it.
    NoMembers,
    /// A body is twice in a cluster on one day, such as by two overlapping memberships.
    TwiceMember {
        /// The body.
        body: BodyId,
        /// The period that starts first.
        first: Period,
        /// The other.
        second: Period,
    },
    /// A period has no day of those that the organisation speaks of, such as a membership of 2019
    /// in a statement from 2022.
    OutsideStated {
        /// The period.
        during: Period,
        /// The days that the organisation speaks of.
        stated: Period,
    },
    /// A membership, or a year of a head or deputy, begins when the unit of the body does not
    /// live, such as after its merger.
    MemberNotLiving {
        /// The body.
        body: BodyId,
        /// The first stated day of the membership or year.
        day: Day,
        /// When its unit lives.
        life: Period,
    },
    /// Two years of a cluster share a day, so it would have two heads.
    TwoHeads {
        /// The year that starts first.
        first: Period,
        /// The other.
        second: Period,
    },
    /// A head or a deputy is no member on the first day of the year, such as one of another cluster.
    LeaderNoMember {
        /// The head or deputy.
        body: BodyId,
        /// The day.
        day: Day,
    },
    /// A body leads a cluster twice in a year, such as its head among the deputies.
    TwiceLeader(BodyId),
}

impl Fault for BodyFault {
    fn code(&self) -> &'static str {
        match self {
            Self::DuplicateRole(_) => "duplicate_role",
            Self::UnknownRole(_) => "unknown_role",
            Self::DuplicateOffice(_) => "duplicate_office",
            Self::YearsOfTerm { .. } => "years_of_term",
            Self::CongressOrder { .. } => "congress_order",
            Self::NoMembers => "no_members",
            Self::TwiceMember { .. } => "twice_member",
            Self::OutsideStated { .. } => "outside_stated",
            Self::MemberNotLiving { .. } => "member_not_living",
            Self::TwoHeads { .. } => "two_heads",
            Self::LeaderNoMember { .. } => "leader_no_member",
            Self::TwiceLeader(_) => "twice_leader",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::DuplicateRole(_) => "each role once".into(),
            Self::UnknownRole(_) => "a role of the kind of the body".into(),
            Self::DuplicateOffice(_) => "each office once".into(),
            Self::YearsOfTerm { first, .. } => format!("a last year after {first}"),
            Self::CongressOrder { previous, previous_day, .. } => {
                format!("a congress after no. {previous} of {previous_day}, by number and by day")
            }
            Self::NoMembers => "at least one member".into(),
            Self::TwiceMember { .. } => "each member at most once a day".into(),
            Self::OutsideStated { stated, .. } => {
                format!("a period that shares a day with the time from {stated}")
            }
            Self::MemberNotLiving { day, .. } => {
                format!("a member whose unit lives on {day}")
            }
            Self::TwoHeads { .. } => "at most one head a day".into(),
            Self::LeaderNoMember { day, .. } => format!("a member of the cluster on {day}"),
            Self::TwiceLeader(_) => "each leader of the year once".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::DuplicateRole(id) | Self::DuplicateOffice(id) => format!("`{id}` again"),
            Self::UnknownRole(id) => format!("`{id}`"),
            Self::YearsOfTerm { last, .. } => last.to_string(),
            Self::CongressOrder { ordinal, day, .. } => format!("no. {ordinal} of {day}"),
            Self::NoMembers => "none".into(),
            Self::TwiceMember { body, first, second } => {
                format!("`{body}` from {first} and from {second}")
            }
            Self::OutsideStated { during, .. } => format!("one from {during}"),
            Self::MemberNotLiving { body, life, .. } => {
                format!("`{body}`, whose unit lives from {life}")
            }
            Self::TwoHeads { first, second } => format!("one from {first} and one from {second}"),
            Self::LeaderNoMember { body, .. } => format!("`{body}`"),
            Self::TwiceLeader(body) => format!("`{body}` again"),
        }
    }
}
