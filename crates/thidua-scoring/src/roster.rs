//! Who is scored: subjects, each with its kind and its cluster.

use std::collections::BTreeMap;

use thidua_values::{ClusterId, KindId, SubjectId};

/// Who is scored together.
///
/// A set of subjects becomes a roster by `collect`; then nobody has a kind, and
/// all are in one cluster. Of a subject that is collected twice the last counts,
/// as in any map.
///
/// # Examples
///
/// ```
/// use thidua_scoring::{Member, Roster};
/// use thidua_values::SubjectId;
///
/// let household: SubjectId = "household-17".parse()?;
/// let member = Member { kind: Some("mountain".parse()?), ..Member::default() };
/// let roster: Roster = [(household.clone(), member)].into_iter().collect();
/// assert_eq!(roster.kind(&household).map(|kind| kind.as_str()), Some("mountain"));
/// # Ok::<(), thidua_values::IdError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    members: BTreeMap<SubjectId, Member>,
}

/// What a roster says of a subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Its kind, where the rulebook tells kinds apart.
    pub kind: Option<KindId>,
    /// Its cluster (cụm thi đua), which formulas that look at others look at; all
    /// without one are together.
    pub cluster: Option<ClusterId>,
}

impl Roster {
    /// The subjects, by id.
    pub fn subjects(&self) -> impl Iterator<Item = &SubjectId> {
        self.members.keys()
    }

    /// The subjects with what is said of them, by id.
    pub fn members(&self) -> impl Iterator<Item = (&SubjectId, &Member)> {
        self.members.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// What is said of a subject.
    #[must_use]
    pub fn member(&self, subject: &SubjectId) -> Option<&Member> {
        self.members.get(subject)
    }

    /// The kind of a subject.
    #[must_use]
    pub fn kind(&self, subject: &SubjectId) -> Option<&KindId> {
        self.member(subject)?.kind.as_ref()
    }
}

impl FromIterator<SubjectId> for Roster {
    fn from_iter<I: IntoIterator<Item = SubjectId>>(subjects: I) -> Self {
        subjects.into_iter().map(|subject| (subject, Member::default())).collect()
    }
}

impl FromIterator<(SubjectId, Member)> for Roster {
    fn from_iter<I: IntoIterator<Item = (SubjectId, Member)>>(members: I) -> Self {
        Self { members: members.into_iter().collect() }
    }
}
