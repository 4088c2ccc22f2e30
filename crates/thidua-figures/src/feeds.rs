//! Feeds: which figures answer which criteria of a rulebook.

use std::collections::BTreeSet;

use thidua_criteria::{Rulebook, RulebookEdition};
use thidua_scoring::Needed;
use thidua_values::{CatalogueId, Coded, CriterionId, Faults, IndicatorId, Place, Placed, Text};

use crate::{Catalogue, CountedBy, FeedsFault, Indicator, Measured};

/// What feeds are made from: for one edition of a rulebook, which indicator answers which criterion.
///
/// vi: Chỉ tiêu nào dùng để chấm tiêu chí nào của một phiên bản bảng tiêu chí.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Feeds"))]
pub struct FeedsParts {
    /// What the evidence that comes of it is called.
    ///
    /// vi: Tên gọi của số liệu, minh chứng được lập.
    pub title: Text,
    /// The edition of the rulebook whose criteria are answered.
    ///
    /// vi: Phiên bản bảng tiêu chí có tiêu chí được trả lời.
    pub answers: RulebookEdition,
    /// The catalogue of the indicators.
    ///
    /// vi: Hệ thống chỉ tiêu.
    pub catalogue: CatalogueId,
    /// Which indicator answers which criterion. A set.
    ///
    /// vi: Chỉ tiêu nào trả lời tiêu chí nào. Tập hợp, thứ tự không có nghĩa.
    pub feeds: Vec<Feed>,
}

impl FeedsParts {
    /// The same with the feeds in canonical order, by criterion.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.feeds.sort();
        self
    }
}

/// An indicator that answers a criterion.
///
/// The criterion says what it needs, and the indicator has to have it: a share is answered by a
/// ratio, or by what was done of a quantity in what was planned; a target by the two beside each
/// other; a count or a number by what was done of a quantity; a question by a question.
///
/// vi: Một chỉ tiêu trả lời một tiêu chí.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Feed {
    /// The criterion, or the condition or fact.
    ///
    /// vi: Tiêu chí, điều kiện hoặc sự việc.
    pub criterion: CriterionId,
    /// The indicator.
    ///
    /// vi: Chỉ tiêu.
    pub indicator: IndicatorId,
    /// Whether figures count by who did it or by where it was done.
    ///
    /// vi: Tính theo đơn vị thực hiện hay theo địa bàn.
    pub counted_by: CountedBy,
}

/// Feeds that fit a rulebook and a catalogue.
// INVARIANT: `faults_of` finds none in the parts; `needed` has each feed with what its criterion
// needs, by criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feeds<'c> {
    catalogue: &'c Catalogue,
    title: Text,
    answers: RulebookEdition,
    needed: Vec<(Feed, Needed)>,
}

impl<'c> Feeds<'c> {
    /// The feeds with these parts, in whatever order they come.
    ///
    /// # Errors
    ///
    /// Every fault, at its place in the parts as given: see [`FeedsFault`].
    pub fn try_new(
        catalogue: &'c Catalogue,
        rulebook: &Rulebook,
        parts: FeedsParts,
    ) -> Result<Self, Faults<FeedsFault>> {
        let faults = faults_of(&parts, catalogue, rulebook);
        let FeedsParts { title, answers, feeds, .. } = Faults::check(parts, faults)?;
        let needed = feeds.into_iter().filter_map(|feed| {
            let needed = Needed::of(rulebook, &feed.criterion)?;
            Some((feed, needed))
        });
        let mut needed: Vec<_> = needed.collect();
        needed.sort();
        Ok(Self { catalogue, title, answers, needed })
    }

    /// The catalogue of the indicators.
    #[must_use]
    pub const fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    /// What the evidence is called.
    #[must_use]
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// The edition of the rulebook that is answered.
    #[must_use]
    pub const fn answers(&self) -> &RulebookEdition {
        &self.answers
    }

    /// The feeds with what their criteria need, by criterion.
    pub fn feeds(&self) -> impl Iterator<Item = (&Feed, Needed)> {
        self.needed.iter().map(|(feed, needed)| (feed, *needed))
    }
}

fn faults_of(
    parts: &FeedsParts,
    catalogue: &Catalogue,
    rulebook: &Rulebook,
) -> Vec<Placed<FeedsFault>> {
    let mut faults = Vec::new();
    let mut note = |place, fault| faults.push(Placed { place, fault });
    if parts.answers != rulebook.edition() {
        let (at_hand, answered) = (rulebook.edition(), parts.answers.clone());
        let fault = FeedsFault::OtherRulebook { at_hand, answered };
        note(Place::whole().field("answers"), fault);
    }
    if parts.catalogue != *catalogue.id() {
        let (at_hand, named) = (catalogue.id().clone(), parts.catalogue.clone());
        note(Place::whole().field("catalogue"), FeedsFault::OtherCatalogue { at_hand, named });
    }
    let mut fed = BTreeSet::new();
    for (feed, at) in parts.feeds.iter().zip(0..) {
        let place = |field| Place::whole().field("feeds").index(at).field(field);
        if !fed.insert(&feed.criterion) {
            note(place("criterion"), FeedsFault::FedTwice(feed.criterion.clone()));
        }
        let needed = Needed::of(rulebook, &feed.criterion);
        if needed.is_none() {
            note(place("criterion"), FeedsFault::UnknownCriterion(feed.criterion.clone()));
        }
        let indicator = catalogue.indicator(&feed.indicator);
        if indicator.is_none() {
            note(place("indicator"), FeedsFault::UnknownIndicator(feed.indicator.clone()));
        }
        if let Some(fault) = needed.zip(indicator).and_then(|(it, of)| misfit(feed, it, of)) {
            note(place("indicator"), fault);
        }
    }
    faults
}

/// Why an indicator does not answer what a criterion needs.
fn misfit(feed: &Feed, needed: Needed, indicator: &Indicator) -> Option<FeedsFault> {
    let measured = &indicator.measured;
    let fits = match needed {
        Needed::Share => !matches!(measured, Measured::YesNo {}),
        Needed::Count => measured.quantity().is_some_and(|(of, _)| of.is_whole()),
        Needed::Number | Needed::Target => measured.quantity().is_some(),
        Needed::Met => matches!(measured, Measured::YesNo {}),
        Needed::Marks | Needed::HandedIn => false,
    };
    let Feed { criterion, indicator, .. } = feed.clone();
    let measured = measured.words().en;
    (!fits).then_some(FeedsFault::OtherKind { criterion, needed, indicator, measured })
}

#[cfg(test)]
pub(crate) mod tests;
