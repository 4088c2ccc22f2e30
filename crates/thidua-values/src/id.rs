//! Ids: names of things, typed by what they name.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::Arc;

use thiserror::Error;

use crate::Fault;
use mark::Mark;

/// The name of a thing of kind `M`, such as `front-tay-ho`.
///
/// Groups of lower-case ASCII letters and digits joined by single hyphens, at
/// most [`Id::MAX_LEN`] bytes long. An id is chosen once and never read: codes
/// and names of the thing may change, its id does not. Cloning is cheap.
///
/// # Examples
///
/// ```
/// use thidua_values::{BodyId, SubjectId};
///
/// let committee: BodyId = "front-tay-ho".parse()?;
/// let subject: SubjectId = committee.as_subject();
/// assert_eq!(subject.as_str(), "front-tay-ho");
/// # Ok::<(), thidua_values::IdError>(())
/// ```
// INVARIANT: the text matches `Id::PATTERN`; only `FromStr` and `as_subject` build one.
pub struct Id<M> {
    text: Arc<str>,
    mark: PhantomData<fn() -> M>,
}

/// What an id can name.
pub mod mark {
    /// A kind of thing that has ids.
    pub trait Mark {
        /// The name of its ids in schemas.
        const ID: &'static str;
        /// The thing, in error messages.
        const NOUN: &'static str;
    }

    macro_rules! marks {
        ($($(#[$doc:meta])+ $mark:ident, $id:literal, $noun:literal;)+) => {
            $(
                $(#[$doc])+
                #[derive(Debug)]
                pub enum $mark {}

                impl Mark for $mark {
                    const ID: &'static str = $id;
                    const NOUN: &'static str = $noun;
                }
            )+
        };
    }

    marks! {
        /// An act (văn bản) that events of an organisation rest on, such as a resolution.
        Act, "ActId", "an act";
        /// An award that award rules offer.
        Award, "AwardId", "an award";
        /// The rules of a commending authority.
        AwardRules, "AwardRulesId", "award rules";
        /// A body of a unit, such as its Front committee.
        Body, "BodyId", "a body";
        /// A campaign (cuộc vận động).
        Campaign, "CampaignId", "a campaign";
        /// What is on record of the candidates of one year.
        Candidacies, "CandidaciesId", "candidacies";
        /// A catalogue of indicators.
        Catalogue, "CatalogueId", "a catalogue";
        /// A check of figures.
        Check, "CheckId", "a check";
        /// A list of checks of figures.
        CheckList, "CheckListId", "a list of checks";
        /// A claim of a published text.
        Claim, "ClaimId", "a claim";
        /// An emulation cluster (cụm thi đua).
        Cluster, "ClusterId", "a cluster";
        /// A criterion (tiêu chí), or a condition or fact that evidence answers.
        Criterion, "CriterionId", "a criterion, condition or fact";
        /// A document (văn bản) that a campaign rests on.
        Document, "DocumentId", "a document";
        /// A grade (mức xếp loại).
        Grade, "GradeId", "a grade";
        /// A group of a rulebook.
        Group, "GroupId", "a group";
        /// An indicator (chỉ tiêu) that units report figures of.
        Indicator, "IndicatorId", "an indicator";
        /// A kind of unit, of body or of subject.
        Kind, "KindId", "a kind";
        /// A schedule of award money.
        MoneySchedule, "MoneyScheduleId", "a money schedule";
        /// A statement of an organisation.
        Organisation, "OrganisationId", "an organisation";
        /// A pillar (nội dung) of a campaign.
        Pillar, "PillarId", "a pillar";
        /// A published text that claims something.
        Report, "ReportId", "a report";
        /// A rulebook.
        Rulebook, "RulebookId", "a rulebook";
        /// A season: one cluster year.
        Season, "SeasonId", "a season";
        /// Whatever is scored: a body, a unit, a model, a household.
        Subject, "SubjectId", "a subject";
        /// A unit (đơn vị).
        Unit, "UnitId", "a unit";
    }
}

/// The id of an act that events of an organisation rest on.
pub type ActId = Id<mark::Act>;
/// The id of an award.
pub type AwardId = Id<mark::Award>;
/// The id of award rules.
pub type AwardRulesId = Id<mark::AwardRules>;
/// The id of a body.
pub type BodyId = Id<mark::Body>;
/// The id of a campaign.
pub type CampaignId = Id<mark::Campaign>;
/// The id of candidacies.
pub type CandidaciesId = Id<mark::Candidacies>;
/// The id of a catalogue of indicators.
pub type CatalogueId = Id<mark::Catalogue>;
/// The id of a check of figures.
pub type CheckId = Id<mark::Check>;
/// The id of a list of checks.
pub type CheckListId = Id<mark::CheckList>;
/// The id of a claim of a published text.
pub type ClaimId = Id<mark::Claim>;
/// The id of a cluster.
pub type ClusterId = Id<mark::Cluster>;
/// The id of a criterion, of a condition or of a fact.
pub type CriterionId = Id<mark::Criterion>;
/// The id of a document of a campaign.
pub type DocumentId = Id<mark::Document>;
/// The id of a grade.
pub type GradeId = Id<mark::Grade>;
/// The id of a group of a rulebook.
pub type GroupId = Id<mark::Group>;
/// The id of an indicator.
pub type IndicatorId = Id<mark::Indicator>;
/// The id of a kind of unit, of body or of subject.
pub type KindId = Id<mark::Kind>;
/// The id of a schedule of award money.
pub type MoneyScheduleId = Id<mark::MoneySchedule>;
/// The id of a statement of an organisation.
pub type OrganisationId = Id<mark::Organisation>;
/// The id of a pillar.
pub type PillarId = Id<mark::Pillar>;
/// The id of a published text.
pub type ReportId = Id<mark::Report>;
/// The id of a rulebook.
pub type RulebookId = Id<mark::Rulebook>;
/// The id of a season.
pub type SeasonId = Id<mark::Season>;
/// The id of a subject.
pub type SubjectId = Id<mark::Subject>;
/// The id of a unit.
pub type UnitId = Id<mark::Unit>;

impl<M> Id<M> {
    /// The pattern of the text form.
    pub const PATTERN: &'static str = "^[a-z0-9]+(-[a-z0-9]+)*$";
    /// The longest id, in bytes.
    pub const MAX_LEN: usize = 64;

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn reread<N>(&self) -> Id<N> {
        Id { text: Arc::clone(&self.text), mark: PhantomData }
    }
}

impl Id<mark::Body> {
    /// The subject that this body is when it is scored.
    #[must_use]
    pub fn as_subject(&self) -> SubjectId {
        self.reread()
    }
}

impl Id<mark::Unit> {
    /// The subject that this unit is when it is scored.
    #[must_use]
    pub fn as_subject(&self) -> SubjectId {
        self.reread()
    }
}

impl<M: Mark> FromStr for Id<M> {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let well_formed = text.split('-').all(|group| {
            !group.is_empty()
                && group.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if Self::MAX_LEN < text.len() || !well_formed {
            return Err(IdError { noun: M::NOUN, found: text.to_owned() });
        }
        Ok(Self { text: text.into(), mark: PhantomData })
    }
}

impl<M> Clone for Id<M> {
    fn clone(&self) -> Self {
        self.reread()
    }
}

impl<M> fmt::Debug for Id<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl<M> fmt::Display for Id<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<M> PartialEq for Id<M> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<M> Eq for Id<M> {}

impl<M> Ord for Id<M> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<M> PartialOrd for Id<M> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<M> Hash for Id<M> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<M> Borrow<str> for Id<M> {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

/// Ids as a sentence lists them: each in ticks, in the order given.
///
/// # Examples
///
/// ```
/// use thidua_values::{GradeId, in_ticks};
///
/// let grades: [GradeId; 2] = ["good".parse()?, "fair".parse()?];
/// assert_eq!(in_ticks(&grades), "`good`, `fair`");
/// # Ok::<(), thidua_values::IdError>(())
/// ```
#[must_use]
pub fn in_ticks<M>(ids: &[Id<M>]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

/// A text that is no id.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub struct IdError {
    noun: &'static str,
    found: String,
}

impl Fault for IdError {
    fn code(&self) -> &'static str {
        "no_id"
    }

    fn expected(&self) -> String {
        format!(
            "the id of {}, such as `tay-ho-2` (a-z, 0-9, single hyphens, at most 64)",
            self.noun
        )
    }

    fn found(&self) -> String {
        if self.found.is_empty() { "an empty text".into() } else { format!("`{}`", self.found) }
    }
}

#[cfg(feature = "serde")]
impl<M> serde::Serialize for Id<M> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de, M: Mark> serde::Deserialize<'de> for Id<M> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schemars")]
impl<M: Mark> schemars::JsonSchema for Id<M> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        M::ID.into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": Self::PATTERN,
            "maxLength": Self::MAX_LEN,
            "description": "Mã định danh, không đổi.\n\nAn id, which never changes.",
            "examples": ["tay-ho"],
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Law: the parser accepts what the published pattern and length accept.
        #[test]
        fn parser_agrees_with_pattern(text in "[a-z0-9-]{0,70}|\\PC{0,6}") {
            let pattern = regex_lite::Regex::new(UnitId::PATTERN).unwrap();
            let published = pattern.is_match(&text) && text.len() <= UnitId::MAX_LEN;
            prop_assert_eq!(text.parse::<UnitId>().is_ok(), published);
        }
    }

    #[test]
    fn ids_of_bodies_and_units_name_subjects() {
        let body: BodyId = "front-tay-ho".parse().unwrap();
        let unit: UnitId = "tay-ho".parse().unwrap();
        assert_eq!(
            [body.as_subject().as_str(), unit.as_subject().as_str()],
            ["front-tay-ho", "tay-ho"]
        );
    }

    #[test]
    fn what_is_no_id_says_which_was_expected() {
        assert_eq!(
            "Tây Hồ".parse::<UnitId>().unwrap_err().to_string(),
            "expected the id of a unit, such as `tay-ho-2` (a-z, 0-9, single hyphens, at most 64), found `Tây Hồ`"
        );
    }
}
