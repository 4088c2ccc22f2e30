//! Laws of the ends where shares are taken of rounded groups.

use thidua_criteria::Group;
use thidua_values::{CriterionId, Rounding, RoundingMode, RoundingStep};

use super::*;
use crate::tally;

/// A group of few points.
#[derive(Clone, Debug)]
struct Small {
    combine: Combine,
    criteria: Vec<Own>,
}

/// A criterion, and what was done of it.
#[derive(Clone, Copy, Debug)]
struct Own {
    half_points: i64,
    /// The most that it gives.
    cap_percent: u32,
    /// Of six; missing where that is more.
    done: u32,
}

fn combine() -> impl Strategy<Value = Combine> {
    prop::sample::select(vec![
        Combine::Sum {},
        Combine::SumUpTo {},
        Combine::WeightedMean {},
        Combine::Least {},
        Combine::Best { count: 1 },
        Combine::Best { count: 2 },
    ])
}

fn small() -> impl Strategy<Value = Small> {
    let own = (1_i64..=6, prop::sample::select(vec![50_u32, 100, 100]), 0_u32..10)
        .prop_map(|(half_points, cap_percent, done)| Own { half_points, cap_percent, done });
    let criteria = prop::collection::vec(own, 1..=3);
    (combine(), criteria).prop_map(|(combine, criteria)| Small { combine, criteria })
}

impl Small {
    fn group(&self, at: usize, weight: Option<u32>) -> Group {
        let (combine, own_weight) = (self.combine, weight_in(self.combine));
        let items = self.criteria.iter().enumerate().map(|(number, own)| {
            let formula = Formula::Proportional {
                cap_percent: own.cap_percent.into(),
                nothing_of_nothing: NothingOfNothing::Zero,
            };
            let criterion = samples::criterion(&format!("c-{at}-{number}"), 1, formula);
            let points = Points::from_millionths(own.half_points * 500_000).unwrap();
            let weight = own_weight.map(Into::into);
            Item::Criterion(Criterion { points, weight, ..criterion })
        });
        let items: Vec<Item> = items.collect();
        let points = points_of(combine, &items);
        let group = samples::group(&format!("g-{at}"), 1, combine, items);
        Group { points, weight: weight.map(Into::into), ..group }
    }

    fn answers(&self, at: usize) -> impl Iterator<Item = (CriterionId, EvidenceValue)> {
        let answered = self.criteria.iter().enumerate().filter(|(_, own)| own.done <= 6);
        answered.map(move |(number, own)| {
            let value = EvidenceValue::Share { part: own.done.into(), whole: 6.into() };
            (format!("c-{at}-{number}").parse().unwrap(), value)
        })
    }
}

fn weight_in(combine: Combine) -> Option<u32> {
    matches!(combine, Combine::WeightedMean {}).then_some(1)
}

/// The points that items make together.
fn points_of(combine: Combine, items: &[Item]) -> Points {
    let all = Points::checked_sum(items.iter().map(Item::points)).unwrap();
    if combine.is_sum() { all } else { Points::whole(4) }
}

/// Groups that are rounded to whole points, halves mostly to the even one, before shares are
/// taken of them, and what one subject did, with gaps.
fn of_rounded() -> impl Strategy<Value = Case> {
    let mode = prop::sample::select(vec![
        RoundingMode::HalfEven,
        RoundingMode::HalfEven,
        RoundingMode::HalfUp,
        RoundingMode::Down,
        RoundingMode::Up,
    ]);
    let policy = prop::sample::select(vec![
        NotAssignedPolicy::Exclude,
        NotAssignedPolicy::RescaleGroup,
        NotAssignedPolicy::RescaleScale,
    ]);
    let groups = prop::collection::vec(small(), 1..=2);
    (groups, combine(), policy, mode, any::<bool>()).prop_filter_map(
        "a rulebook",
        |(groups, combine, not_assigned, mode, deducts)| {
            let groups_of = groups.iter().enumerate();
            let items =
                groups_of.map(|(at, small)| Item::Group(small.group(at, weight_in(combine))));
            let items: Vec<Item> = items.collect();
            let part = Part { points: points_of(combine, &items), combine, items };
            let mut parts = samples::parts(10, vec![samples::met("met", 10)]);
            if deducts {
                parts.deductions = Some(part);
            } else {
                parts.scale = part;
            }
            parts.rounding =
                RoundingRule::PerGroup { rounding: Rounding { mode, step: RoundingStep::ONE } };
            parts.not_assigned = not_assigned;
            let rulebook = Rulebook::try_new(parts).ok()?;
            Some(Case::of(
                rulebook,
                groups.iter().enumerate().flat_map(|(at, small)| small.answers(at)),
            ))
        },
    )
}

impl Case {
    /// One subject, of which that is said.
    fn of(rulebook: Rulebook, answers: impl Iterator<Item = (CriterionId, EvidenceValue)>) -> Self {
        let roster: Roster = std::iter::once("s-0".parse::<SubjectId>().unwrap()).collect();
        let answered = rulebook.edition();
        let parts =
            EvidenceParts { title: samples::title(), answers: answered, records: Vec::new() };
        let mut case = Self { rulebook, roster, parts };
        case.parts.records = answers.map(|(id, value)| case.record(&id, value)).collect();
        case
    }
}

proptest! {
    /// Law: no complete evidence comes to more or less than the ends, which the second path
    /// comes to as well, and nothing rounded to more than can be earned.
    #[test]
    fn complete_evidence_stays_within_the_ends(case in of_rounded()) {
        let open = case.sheet(&case.parts);
        let verified = verify(&case.rulebook, &case.roster, &case.parts, Column::Decided, &open);
        prop_assert!(verified.is_ok(), "{}", verified.unwrap_err());
        let evidence = Evidence::try_new(&case.rulebook, &case.roster, &case.parts).unwrap();
        let tallies = tally(&evidence);
        let tally = tallies.total(&case.subject()).unwrap();
        prop_assert_eq!(
            Span { worst: tally.worst.total(), best: tally.best.total() },
            open.total.clone()
        );
        let sheets = case.completed().unwrap_or_default();
        for percent in percents(&sheets) {
            let within = case.percent();
            let Measured::Within { span, .. } = &within else { panic!("{within:?}") };
            prop_assert!(span.worst <= percent && percent <= span.best, "{percent} of {span:?}");
        }
        for sheet in &sheets {
            let total = &sheet.total.worst;
            prop_assert!(open.total.worst <= *total && *total <= open.total.best, "{total} of {:?}", open.total);
            for group in &sheet.groups {
                prop_assert!(group.earned.worst <= group.attainable, "{group:?}");
            }
        }
    }
}
