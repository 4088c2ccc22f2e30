//! Values that are decided by their own parsers and not by their schemas.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use schemars::JsonSchema;
use thidua_notation::DocumentNumber;
use thidua_organisation::UnitCode;
use thidua_values::{
    ActId, AwardId, AwardRulesId, BodyId, CampaignId, CandidaciesId, CatalogueId, CheckId,
    CheckListId, ClaimId, ClusterId, CriterionId, Day, DocumentId, Exact, Figure, GradeId, GroupId,
    IndicatorId, KindId, MoneyScheduleId, OrganisationId, Period, Phrase, PillarId, Points,
    ReportId, RoundingStep, RulebookId, SeasonId, SubjectId, UnitId, Vnd,
};

use crate::tree::{Kind, Value};

/// Refuses a string, in the words of its type.
pub(crate) type Parser = fn(&str) -> Result<(), String>;

/// Refuses an object whose fields are right each by itself.
pub(crate) type Whole = fn(Value<'_>) -> Result<(), String>;

/// The parsers of types, by the names of their schemas.
macro_rules! parsers {
    ($($type:ty),+) => {
        [$((<$type>::schema_name(), parse::<$type> as Parser)),+]
    };
}

/// The parser of the strings that a schema defines under that name.
pub(crate) fn parser(name: &str) -> Option<Parser> {
    let values: [(Cow<'static, str>, Parser); 9] =
        parsers![Day, DocumentNumber, Exact, Figure, Phrase, Points, RoundingStep, UnitCode, Vnd];
    let mut parsers = ids().into_iter().chain(values);
    parsers.find_map(|(own, parser)| (own == name).then_some(parser))
}

/// The parsers of ids.
fn ids() -> [(Cow<'static, str>, Parser); 25] {
    parsers![
        ActId,
        AwardId,
        AwardRulesId,
        BodyId,
        CampaignId,
        CandidaciesId,
        CatalogueId,
        CheckId,
        CheckListId,
        ClaimId,
        ClusterId,
        CriterionId,
        DocumentId,
        GradeId,
        GroupId,
        IndicatorId,
        KindId,
        MoneyScheduleId,
        OrganisationId,
        PillarId,
        ReportId,
        RulebookId,
        SeasonId,
        SubjectId,
        UnitId
    ]
}

fn parse<T: FromStr<Err: Display>>(text: &str) -> Result<(), String> {
    text.parse::<T>().map(drop).map_err(|error| error.to_string())
}

/// What the fields of an object that a schema defines under that name must be
/// together.
pub(crate) fn whole(name: &str) -> Option<Whole> {
    (name == Period::schema_name()).then_some(period)
}

fn period(object: Value<'_>) -> Result<(), String> {
    let day = |field| {
        let value = object.member(field).filter(|value| value.kind() == Kind::Text)?;
        value.text().parse::<Day>().ok()
    };
    let Some(start) = day("start") else { return Ok(()) };
    Period::try_new(start, day("until")).map(drop).map_err(|error| error.to_string())
}
