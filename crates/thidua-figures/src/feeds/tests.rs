//! Feeds that fit and feeds that do not.

use proptest::prelude::*;
use thidua_criteria::{
    Combine, Criterion, Excess, Figures, Formula, Item, MeanOf, MissingPolicy, NotAssignedPolicy,
    NothingOfNothing, Panel, Part, RoundingRule, RulebookParts, Serves, TotalLimits,
};
use thidua_values::{Fault, Points};

use super::*;
use crate::sample::{basis, bound_catalogue, days, text};

fn criterion(id: &str, formula: Formula) -> Item {
    Item::Criterion(Criterion {
        id: id.parse().unwrap(),
        ordinal: "1".parse().unwrap(),
        title: text("Thử", "A test"),
        points: Points::whole(10),
        weight: None,
        minimum: None,
        only_for: Vec::new(),
        serves: Serves { campaign: "any".parse().unwrap(), pillar: "any".parse().unwrap() },
        conditions: Vec::new(),
        figures: Figures::Whole,
        formula,
    })
}

/// A rulebook with a criterion for each kind of evidence that figures may answer, and two that they
/// may not.
pub(crate) fn rulebook() -> Rulebook {
    let cap_percent = 100.into();
    let share =
        Formula::Proportional { cap_percent, nothing_of_nothing: NothingOfNothing::NotAssigned };
    let items = vec![
        criterion("cremated", share.clone()),
        criterion("houses", share),
        criterion("groups", Formula::PerItem { each: Points::whole(1) }),
        criterion("fund", Formula::GroupMean { mean: MeanOf::Numbers }),
        criterion("land", Formula::Leader { excess: Excess::Relative }),
        criterion("conference", Formula::Met {}),
        criterion(
            "report",
            Formula::Lateness { due: "2025-01-15".parse().unwrap(), each_day: Points::whole(1) },
        ),
        criterion(
            "judged",
            Formula::Judged { step: "0.5".parse().unwrap(), panel: Panel::Single {} },
        ),
    ];
    Rulebook::try_new(RulebookParts {
        id: "small".parse().unwrap(),
        title: text("Thử", "A test"),
        basis: basis(),
        during: days("2024-01-01", None),
        replaces: Vec::new(),
        kinds: Vec::new(),
        readings: Vec::new(),
        scale: Part { points: Points::whole(80), combine: Combine::Sum {}, items },
        bonus: None,
        deductions: None,
        total: TotalLimits::default(),
        rounding: RoundingRule::Never {},
        missing: MissingPolicy::Refuse {},
        not_assigned: NotAssignedPolicy::Zero,
        facts: Vec::new(),
        disqualifiers: Vec::new(),
        grading: None,
        tie_breaks: Vec::new(),
    })
    .unwrap()
}

pub(crate) fn feed(criterion: &str, indicator: &str) -> Feed {
    let (criterion, indicator) = (criterion.parse().unwrap(), indicator.parse().unwrap());
    Feed { criterion, indicator, counted_by: CountedBy::Place }
}

/// A feed for each criterion that figures may answer.
pub(crate) fn parts() -> FeedsParts {
    FeedsParts {
        title: text("Số liệu 2024", "Figures of 2024"),
        answers: rulebook().edition(),
        catalogue: bound_catalogue().id().clone(),
        feeds: vec![
            feed("cremated", "cremated"),
            feed("groups", "groups"),
            feed("fund", "sea-fund"),
            feed("land", "land"),
            feed("conference", "conference"),
            feed("houses", "donors"),
        ],
    }
}

fn faults(parts: FeedsParts) -> Vec<(String, &'static str, String)> {
    let catalogue = bound_catalogue();
    let faults = Feeds::try_new(&catalogue, &rulebook(), parts).unwrap_err();
    let told = |placed: &Placed<FeedsFault>| {
        (placed.place.to_string(), placed.fault.code(), placed.fault.to_string())
    };
    faults.as_slice().iter().map(told).collect()
}

#[test]
fn each_criterion_says_what_it_needs() {
    let catalogue = bound_catalogue();
    let feeds = Feeds::try_new(&catalogue, &rulebook(), parts()).unwrap();
    let needed = feeds.feeds().map(|(feed, needed)| (feed.criterion.as_str(), needed));
    let expected = [
        ("conference", Needed::Met),
        ("cremated", Needed::Share),
        ("fund", Needed::Number),
        ("groups", Needed::Count),
        ("houses", Needed::Share),
        ("land", Needed::Target),
    ];
    assert!(needed.eq(expected));
    assert_eq!((feeds.title(), feeds.answers()), (&parts().title, &parts().answers));
    assert_eq!(feeds.catalogue(), &catalogue);
}

proptest! {
    /// Law: the order in which feeds come means nothing.
    #[test]
    fn the_order_of_feeds_means_nothing(feeds in Just(parts().feeds).prop_shuffle()) {
        let (catalogue, rulebook) = (bound_catalogue(), rulebook());
        let shuffled = Feeds::try_new(&catalogue, &rulebook, FeedsParts { feeds, ..parts() });
        prop_assert_eq!(shuffled.unwrap(), Feeds::try_new(&catalogue, &rulebook, parts()).unwrap());
    }
}

#[test]
fn all_that_does_not_fit_is_told() {
    let mut wrong = parts();
    wrong.answers.edition = "2023-01-01".parse().unwrap();
    wrong.catalogue = "other".parse().unwrap();
    wrong.feeds = vec![
        feed("no-such", "groups"),
        feed("groups", "no-such"),
        feed("groups", "land"),
        feed("cremated", "conference"),
        feed("judged", "groups"),
        feed("report", "groups"),
    ];
    let found = faults(wrong);
    let expected = [
        (
            "answers",
            "other_rulebook",
            "expected `small` of 2024-01-01, found `small` of 2023-01-01",
        ),
        ("catalogue", "other_catalogue", "expected the catalogue at hand, `small`, found `other`"),
        (
            "feeds[0].criterion",
            "unknown_criterion",
            "expected a criterion, condition or fact of the rulebook, found `no-such`",
        ),
        (
            "feeds[1].indicator",
            "unknown_indicator",
            "expected an indicator of the catalogue, found `no-such`",
        ),
        (
            "feeds[2].criterion",
            "fed_twice",
            "expected one indicator for each criterion, found a second for `groups`",
        ),
        (
            "feeds[2].indicator",
            "other_kind_of_indicator",
            "expected an indicator for `groups`, which needs a count, found `land`, a flow",
        ),
        (
            "feeds[3].indicator",
            "other_kind_of_indicator",
            "expected an indicator for `cremated`, which needs a share, found `conference`, an answer",
        ),
        (
            "feeds[4].indicator",
            "other_kind_of_indicator",
            "expected no feed for `judged`, which needs marks: no figure is that, found `groups`, a stock",
        ),
        (
            "feeds[5].indicator",
            "other_kind_of_indicator",
            "expected no feed for `report`, which needs a day: no figure is that, found `groups`, a stock",
        ),
    ];
    let expected =
        expected.map(|(place, code, message)| (place.to_owned(), code, message.to_owned()));
    assert_eq!(found, expected);
}
