//! The made-up rulebooks and evidence that are measured; the same on every run.

use std::collections::{BTreeMap, BTreeSet};

use thidua::criteria::{
    Band, Bound, Criterion, Figures, Formula, Item, MissingPolicy, NotAssignedPolicy, RoundingRule,
    Rulebook, RulebookParts, Section, SectionPart, TieBreak,
};
use thidua::scoring::{EvidenceParts, EvidenceRecord, EvidenceValue, RulebookEdition};
use thidua::values::{Basis, Figure, Period, Points, Rounding, RoundingMode, SubjectId, Text};

/// How many criteria a rulebook has.
const CRITERIA: usize = 60;

/// Points rounded to hundredths for each criterion, as in the example of Hanoi.
pub(crate) fn rounded_per_item() -> RoundingRule {
    RoundingRule::PerItem {
        rounding: Rounding { mode: RoundingMode::HalfUp, step: "0.01".parse().unwrap() },
    }
}

/// A rulebook of 60 criteria of 2 points each, in ten sections, over every formula.
pub(crate) fn rulebook(rounding: RoundingRule) -> Rulebook {
    let criterion = |number: usize| {
        Item::Criterion(Criterion {
            id: format!("c-{number:02}").parse().unwrap(),
            ordinal: number.to_string().parse().unwrap(),
            title: title(),
            points: Points::whole(2),
            serves: "any".parse().unwrap(),
            conditions: Vec::new(),
            figures: Figures::Whole,
            formula: formula(number),
        })
    };
    let section = |number: usize| Section {
        id: format!("s-{number}").parse().unwrap(),
        ordinal: number.to_string().parse().unwrap(),
        title: title(),
        part: SectionPart::Scale,
        points: Points::whole(12),
        items: (number * 6..number * 6 + 6).map(criterion).collect(),
    };
    Rulebook::try_new(RulebookParts {
        id: "workload".parse().unwrap(),
        title: title(),
        basis: made_up(),
        campaign: "any".parse().unwrap(),
        during: Period::starting("2022-01-01".parse().unwrap()),
        points: Points::whole(120),
        bonus_points: Points::ZERO,
        rounding,
        missing: MissingPolicy::Refuse {},
        not_assigned: NotAssignedPolicy::Zero,
        sections: (0..CRITERIA / 6).map(section).collect(),
        tie_breaks: vec![
            TieBreak::Figure { criterion: "c-00".parse().unwrap() },
            TieBreak::Ballot {},
        ],
    })
    .unwrap()
}

/// Of six criteria three are proportional, and one each by threshold, bands and sample.
fn formula(number: usize) -> Formula {
    let nothing_of_nothing = NotAssignedPolicy::FullMarks;
    let bound = |percent: u32, included| Bound { percent: percent.into(), included };
    let band = |low, high, points: &str| Band {
        low: bound(low, true),
        high: Some(bound(high, false)),
        points: points.parse().unwrap(),
    };
    match number % 6 {
        3 => Formula::Threshold { at_least_percent: 85.into(), nothing_of_nothing },
        4 => Formula::Bands {
            bands: vec![
                band(50, 80, "0.5"),
                band(80, 95, "1"),
                Band { low: bound(95, true), high: None, points: Points::whole(2) },
            ],
            nothing_of_nothing,
        },
        5 => Formula::Sampled { size: 50, each: "0.04".parse().unwrap() },
        _ => Formula::Proportional { cap_percent: 100.into(), nothing_of_nothing },
    }
}

/// That many subjects.
pub(crate) fn roster(subjects: usize) -> BTreeSet<SubjectId> {
    (0..subjects).map(|number| format!("subject-{number:04}").parse().unwrap()).collect()
}

/// Complete evidence about a roster, from a fixed sequence of numbers.
pub(crate) fn evidence(rulebook: &Rulebook, roster: &BTreeSet<SubjectId>) -> EvidenceParts {
    let mut numbers = Numbers(1);
    let mut records = Vec::with_capacity(roster.len() * CRITERIA);
    for subject in roster {
        for leaf in rulebook.leaves() {
            let value = if let Formula::Sampled { size, .. } = leaf.criterion.formula {
                EvidenceValue::Count { count: numbers.below(size + 1) }
            } else {
                let whole = 1 + numbers.below(900);
                EvidenceValue::Share { part: numbers.below(whole + 1).into(), whole: whole.into() }
            };
            let (subject, criterion) = (subject.clone(), leaf.criterion.id.clone());
            records.push(EvidenceRecord {
                subject,
                criterion,
                value,
                basis: made_up(),
                note: None,
            });
        }
    }
    let answers =
        RulebookEdition { rulebook: rulebook.parts().id.clone(), edition: rulebook.edition() };
    EvidenceParts { title: title(), answers, records }
}

/// The totals in hundredths of a point, rounded per item, by integers alone: what
/// the measured answers are checked against.
pub(crate) fn plain_totals(parts: &EvidenceParts) -> BTreeMap<SubjectId, i64> {
    let mut totals = BTreeMap::new();
    for record in &parts.records {
        let number: usize = record.criterion.as_str()[2..].parse().unwrap();
        let earned = match record.value {
            EvidenceValue::Count { count } => i64::from(count) * 4,
            EvidenceValue::Share { part, whole } => {
                let integer = |figure: Figure| figure.to_string().parse::<i64>().unwrap();
                plain_share(number, integer(part), integer(whole))
            }
            _ => unreachable!("the evidence is complete"),
        };
        *totals.entry(record.subject.clone()).or_default() += earned;
    }
    totals
}

fn plain_share(number: usize, part: i64, whole: i64) -> i64 {
    match number % 6 {
        3 if 85 * whole <= 100 * part => 200,
        4 if 95 * whole <= 100 * part => 200,
        4 if 80 * whole <= 100 * part => 100,
        4 if 50 * whole <= 100 * part => 50,
        3 | 4 => 0,
        _ => (2 * 200 * part + whole) / (2 * whole),
    }
}

/// The roster in clusters of 5 to 15, in turn.
pub(crate) fn clusters(roster: &BTreeSet<SubjectId>) -> Vec<BTreeSet<SubjectId>> {
    let mut left: Vec<SubjectId> = roster.iter().cloned().collect();
    let mut clusters = Vec::new();
    for size in (5..=15).cycle() {
        let rest = left.split_off(size.min(left.len()));
        let mut cluster: BTreeSet<SubjectId> =
            std::mem::replace(&mut left, rest).into_iter().collect();
        if left.len() < 5 {
            cluster.append(&mut left.drain(..).collect());
            clusters.push(cluster);
            return clusters;
        }
        clusters.push(cluster);
    }
    unreachable!("the sizes repeat for ever")
}

fn title() -> Text {
    Text { vi: "Số liệu đo tốc độ".parse().unwrap(), en: "A workload".parse().unwrap() }
}

fn made_up() -> Basis {
    Basis::Illustrative { note: "a workload".parse().unwrap() }
}

/// A linear congruential sequence.
///
/// Source: D. Knuth, The Art of Computer Programming, volume 2, section 3.3.4 (MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(bound)).unwrap()
    }
}
