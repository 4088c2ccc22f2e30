//! Laws of the ends: complete evidence reaches each of them, and nothing beyond.

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use thidua_criteria::strategies::rulebook_parts;
use thidua_criteria::{
    Band, Combine, Condition, Criterion, Formula, GradedBy, Leaf, NothingOfNothing, Part, Rulebook,
};
use thidua_values::{Day, SubjectId};

use super::*;
use crate::evaluate::excludes;
use crate::evidence::Cell;
use crate::graded_measure::{Measured, measured};
use crate::known::{Known, needs_of};
use crate::score::each;
use crate::strategies::{conditions, evidence_parts, roster_for, without_contradictions};
use crate::worth::{earned, ends};
use crate::{
    Column, Evidence, EvidenceParts, EvidenceRecord, EvidenceValue, Roster, ScoreSheet, Span,
    samples, score, verify,
};

mod ends;
mod of_rounded;

/// How many complete answers are tried at most.
const TRIED: usize = 300;

/// Rulebooks that look at one subject, in which what is not assigned mostly leaves, and often
/// may do so to its advantage.
fn books() -> impl Strategy<Value = Rulebook> {
    let policy = prop::sample::select(vec![
        NotAssignedPolicy::Zero,
        NotAssignedPolicy::FullMarks,
        NotAssignedPolicy::Exclude,
        NotAssignedPolicy::Exclude,
        NotAssignedPolicy::Exclude,
        NotAssignedPolicy::RescaleGroup,
        NotAssignedPolicy::RescaleGroup,
        NotAssignedPolicy::RescaleGroup,
        NotAssignedPolicy::RescaleScale,
        NotAssignedPolicy::RescaleScale,
    ]);
    let combines = prop::collection::vec(0_u8..8, 3);
    let caps = prop::collection::vec((0_u8..4, 0_u32..4, 0_u8..3), 20);
    (rulebook_parts(), policy, caps, combines).prop_filter_map(
        "a rulebook",
        |(mut parts, not_assigned, caps, combines)| {
            parts.not_assigned = not_assigned;
            let mut caps = caps.into_iter().cycle();
            let all = [Some(&mut parts.scale), parts.bonus.as_mut(), parts.deductions.as_mut()];
            for (part, combine) in all.into_iter().flatten().zip(combines) {
                change(&mut part.items, &mut |own| {
                    let (kind, percent, nothing) = caps.next().unwrap();
                    capped(own, kind, percent, nothing);
                });
                recombine(part, combine);
            }
            Rulebook::try_new(parts).ok()
        },
    )
}

fn change(items: &mut [Item], own: &mut impl FnMut(&mut Criterion)) {
    for item in items {
        match item {
            Item::Group(group) => change(&mut group.items, own),
            Item::Criterion(criterion) => own(criterion),
        }
    }
}

/// Often the part becomes a mean, a best or a least of its items.
fn recombine(part: &mut Part, combine: u8) {
    let combine = match combine {
        0 => Combine::Least {},
        1 => Combine::Best { count: 1 },
        2 => Combine::SumUpTo {},
        _ => return,
    };
    if part.combine.is_sum() && part.points != Points::ZERO {
        part.combine = combine;
    }
}

/// Most criteria give a share of their points, but not all. No figure has to be whole, since
/// whole ones may miss the best band, and no band is below a share of nothing.
fn capped(own: &mut Criterion, kind: u8, percent: u32, nothing: u8) {
    own.figures = thidua_criteria::Figures::Decimal;
    let zero = Exact::zero();
    let is_below = |band: &Band| {
        !band.within.contains(&zero)
            && band.within.high.is_some_and(|high| Exact::from(high.at) <= zero)
    };
    let unreachable =
        matches!(&own.formula, Formula::Bands { bands, .. } if bands.iter().any(is_below));
    if own.formula.looks_at_cluster() || unreachable {
        own.formula = Formula::Met {};
    }
    if kind != 0 && own.points != Points::ZERO {
        let nothing_of_nothing = match nothing {
            0 => NothingOfNothing::Zero,
            1 => NothingOfNothing::FullMarks,
            _ => NothingOfNothing::NotAssigned,
        };
        let cap_percent = [20, 50, 75, 100][percent as usize].into();
        own.formula = Formula::Proportional { cap_percent, nothing_of_nothing };
    }
}

/// A rulebook, one subject, and evidence of it with gaps.
#[derive(Debug)]
struct Case {
    rulebook: Rulebook,
    roster: Roster,
    parts: EvidenceParts,
}

fn cases() -> impl Strategy<Value = Case> {
    let keep = prop::collection::vec(prop::bool::weighted(0.6), 30);
    (books(), 0_usize..6, keep).prop_flat_map(|(rulebook, member, keep)| {
        let parts = evidence_parts(&rulebook);
        (Just(rulebook), Just(member), parts, Just(keep)).prop_map(
            |(rulebook, member, mut parts, keep)| {
                let roster: Roster = roster_for(&rulebook)
                    .members()
                    .skip(member)
                    .take(1)
                    .map(|(subject, member)| (subject.clone(), member.clone()))
                    .collect();
                let subject = roster.subjects().next().unwrap();
                let mut keep = keep.into_iter().cycle();
                let is_fact = |record: &EvidenceRecord| {
                    rulebook.parts().facts.iter().any(|fact| fact.id == record.criterion)
                };
                parts.records.retain(|record| {
                    // One column is enough.
                    record.subject == *subject
                        && record.column == Column::SelfScored
                        && (is_fact(record) || keep.next().unwrap())
                });
                Case { rulebook, roster, parts }
            },
        )
    })
}

impl Case {
    fn subject(&self) -> SubjectId {
        self.roster.subjects().next().unwrap().clone()
    }

    fn sheet(&self, parts: &EvidenceParts) -> ScoreSheet {
        let evidence = Evidence::try_new(&self.rulebook, &self.roster, parts).unwrap();
        score(&evidence).sheets().next().unwrap().clone()
    }

    fn record(&self, of: &thidua_values::CriterionId, value: EvidenceValue) -> EvidenceRecord {
        EvidenceRecord {
            subject: self.subject(),
            criterion: of.clone(),
            column: Column::Decided,
            value,
            because: None,
            basis: samples::basis(),
            note: None,
        }
    }

    /// The ways to complete the evidence of each criterion that is open: what is said of it
    /// and of its conditions.
    fn choices(&self) -> Vec<Vec<Vec<EvidenceRecord>>> {
        let evidence = Evidence::try_new(&self.rulebook, &self.roster, &self.parts).unwrap();
        let (_, scoring) = each(&evidence).next().unwrap();
        let leaves = self.rulebook.leaves().iter();
        let kind = scoring.member.kind.as_ref();
        let concerned = leaves.filter(|leaf| leaf.criterion.is_for(kind));
        let choices = concerned.map(|leaf| self.choices_of(leaf, scoring.cells));
        choices.filter(|choices| 1 < choices.len()).collect()
    }

    fn choices_of(&self, leaf: &Leaf, cells: &[Cell]) -> Vec<Vec<EvidenceRecord>> {
        let known = |slot: usize| &cells[slot].known;
        let id = &leaf.criterion.id;
        let open: Vec<_> = leaf
            .criterion
            .conditions
            .iter()
            .enumerate()
            .filter(|(at, _)| *known(leaf.slot + 1 + at) == Known::Missing)
            .map(|(_, condition)| condition.id())
            .collect();
        let mut own = vec![Vec::new()];
        let mut all = Vec::new();
        if *known(leaf.slot) == Known::Missing {
            own =
                self.extremes(leaf).into_iter().map(|value| vec![self.record(id, value)]).collect();
            if open.len() == leaf.criterion.conditions.len() {
                all.push(vec![self.record(id, EvidenceValue::NotAssigned {})]);
            }
        } else if *known(leaf.slot) == Known::NotAssigned {
            return vec![Vec::new()];
        }
        for condition in open {
            own = own
                .into_iter()
                .flat_map(|records| {
                    [true, false].map(|met| {
                        let answer = self.record(condition, EvidenceValue::Met { met });
                        records.iter().cloned().chain([answer]).collect()
                    })
                })
                .collect();
        }
        all.extend(own);
        all
    }

    /// The answers to a criterion that earn, or take, the most and the least, and nothing of
    /// nothing.
    fn extremes(&self, leaf: &Leaf) -> Vec<EvidenceValue> {
        let needs = needs_of(leaf).next().unwrap();
        let worth = |value: &EvidenceValue| {
            let known = needs.check(value).ok()?;
            let cell = Cell { known, answer: None };
            Some(earned(&self.rulebook, leaf, &[cell], None).span.worst)
        };
        let values = values(leaf).into_iter().filter_map(|value| Some((worth(&value)?, value)));
        let mut values: Vec<_> = values.collect();
        values.sort_by(|(a, _), (b, _)| a.cmp(b));
        let least = values.first().unwrap().1.clone();
        let mut all = vec![values.last().unwrap().1.clone()];
        all.push(if leaf.part == PartKind::Deduction { least } else { EvidenceValue::NoProof {} });
        if leaf.criterion.formula.nothing_of_nothing().is_some() {
            all.push(EvidenceValue::Share { part: 0.into(), whole: 0.into() });
        }
        all
    }

    /// Whether something is all its points or not assigned, but not nothing: see [`Span`].
    fn achieved_or_unassigned(&self) -> bool {
        let evidence = Evidence::try_new(&self.rulebook, &self.roster, &self.parts).unwrap();
        let (_, scoring) = each(&evidence).next().unwrap();
        self.rulebook.leaves().iter().zip(scoring.worths).any(|(leaf, worth)| {
            worth.earned.assigned == Sure::Maybe
                && scoring.cells[leaf.slot].known != Known::Missing
                && leaf
                    .criterion
                    .conditions
                    .iter()
                    .any(|condition| matches!(condition, Condition::AchievedBefore { .. }))
        })
    }
}

/// Values of every kind, at the ends that random formulas have and between them.
fn values(leaf: &Leaf) -> Vec<EvidenceValue> {
    let mut all: Vec<EvidenceValue> = [0_u32, 20, 25, 50, 65, 75, 80, 85, 90, 95, 100, 150]
        .map(|part| EvidenceValue::Share { part: part.into(), whole: 100.into() })
        .into();
    let numbers = ["-1", "0", "0.5", "1", "3", "5", "7", "10", "15", "20", "30", "100"];
    all.extend(numbers.map(|number| EvidenceValue::Number { number: number.parse().unwrap() }));
    all.extend([0, 1, 2, 3, 4, 5, 10, 1000].map(|count| EvidenceValue::Count { count }));
    all.extend([true, false].map(|met| EvidenceValue::Met { met }));
    all.extend(
        [leaf.criterion.points, Points::ZERO]
            .into_iter()
            .flat_map(|mark| [1, 3].map(|marks| EvidenceValue::Marks { marks: vec![mark; marks] })),
    );
    let days = [Day::from_ymd(2022, 11, 1), Day::from_ymd(2024, 11, 1)];
    all.extend(days.into_iter().flatten().map(|day| EvidenceValue::HandedIn { day }));
    all
}

/// The least and the greatest of all that came up.
fn ends_of(found: impl Iterator<Item = Exact>) -> Option<(Exact, Exact)> {
    let mut found: Vec<Exact> = found.collect();
    found.sort();
    Some((found.first()?.clone(), found.last()?.clone()))
}

impl Case {
    /// The sheets of all that completes the evidence; none where that is too much.
    fn completed(&self) -> Option<Vec<ScoreSheet>> {
        let choices = self.choices();
        let count = choices.iter().try_fold(1_usize, |count, one| count.checked_mul(one.len()))?;
        if TRIED < count {
            return None;
        }
        let mut all = vec![Vec::new()];
        for choice in choices {
            all = all
                .into_iter()
                .flat_map(|records: Vec<EvidenceRecord>| {
                    choice.iter().map(move |more| [records.as_slice(), more].concat())
                })
                .collect();
        }
        let of_conditions = conditions(&self.rulebook);
        let sheets = all.into_iter().map(|more| {
            let mut parts = self.parts.clone();
            parts.records.retain(|one| more.iter().all(|more| more.criterion != one.criterion));
            parts.records.extend(more);
            parts.records = without_contradictions(parts.records, &of_conditions);
            self.sheet(&parts)
        });
        Some(sheets.collect())
    }

    /// The percentage of what can be earned, as grades look at it.
    fn percent(&self) -> Measured {
        let parts = self.rulebook.parts();
        let evidence = Evidence::try_new(&self.rulebook, &self.roster, &self.parts).unwrap();
        let (_, scoring) = each(&evidence).next().unwrap();
        let (worst, best) = (scoring.roll(End::Worst), scoring.roll(End::Best));
        let most = excludes(parts.not_assigned)
            .then(|| most(parts, scoring.member.kind.as_ref(), scoring.worths));
        let possible = scoring.possible(&worst, &best, most.as_ref());
        let total = Span { worst: worst.total, best: best.total };
        measured(GradedBy::Percent, parts, &total, &possible)
    }

    /// Whether shares are taken of rounded items, of which the greater end is but a bound.
    fn takes_shares_of_rounded(&self) -> bool {
        let parts = self.rulebook.parts();
        let mut of_parts = parts.by_part();
        matches!(parts.rounding, RoundingRule::PerGroup { .. })
            && excludes(parts.not_assigned)
            && of_parts
                .any(|(kind, part)| is_mean(part.combine) || takes_share(parts.not_assigned, kind))
    }
}

/// The percentages of what can be earned, where anything can.
fn percents(sheets: &[ScoreSheet]) -> impl Iterator<Item = Exact> {
    sheets.iter().filter_map(|sheet| {
        Some(Exact::from(100) * sheet.total.worst.checked_div(&sheet.attainable)?)
    })
}

/// What points of a part come to in complete sheets, the worst first.
fn found(
    part: PartKind,
    sheets: &[ScoreSheet],
    points: impl Fn(&ScoreSheet) -> Exact,
) -> Option<Span> {
    let (least, most) = ends_of(sheets.iter().map(points))?;
    let (worst, best) = if part == PartKind::Deduction { (most, least) } else { (least, most) };
    Some(Span { worst, best })
}
