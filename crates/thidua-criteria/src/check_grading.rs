//! The checks of what looks at facts, grades and criteria: disqualifiers,
//! grades, grade caps and tie-breaks.

use std::collections::{BTreeMap, BTreeSet};

use thidua_values::{CriterionId, Figure, GradeId, KindId, Place, Placed};

use crate::tree::walk;
use crate::{
    FactAnswer, Grade, Grading, GradingFault, Interval, Item, Requirement, RulebookFault,
    RulebookParts,
};

/// Every fault of the parts, at its place.
pub(crate) fn faults_of(parts: &RulebookParts) -> Vec<Placed<RulebookFault>> {
    let grades = parts.grading.iter().flat_map(|grading| &grading.grades);
    let mut check = Check {
        parts,
        kinds: parts.kinds.iter().collect(),
        // Of facts that share an id, which is a fault, the first.
        facts: parts.facts.iter().rev().map(|fact| (&fact.id, fact.answer)).collect(),
        grades: grades.map(|grade| &grade.id).collect(),
        faults: Vec::new(),
    };
    check.disqualifiers();
    if let Some(grading) = &parts.grading {
        check.grading(&Place::whole().field("grading"), grading);
    }
    check.tie_breaks();
    check.faults
}

struct Check<'p> {
    parts: &'p RulebookParts,
    kinds: BTreeSet<&'p KindId>,
    facts: BTreeMap<&'p CriterionId, FactAnswer>,
    grades: BTreeSet<&'p GradeId>,
    faults: Vec<Placed<RulebookFault>>,
}

impl Check<'_> {
    fn fault(&mut self, place: Place, fault: GradingFault) {
        self.faults.push(Placed { place, fault: RulebookFault::Grading(fault) });
    }

    fn disqualifiers(&mut self) {
        let place = Place::whole().field("disqualifiers");
        let mut facts = BTreeSet::new();
        for (position, disqualifier) in self.parts.disqualifiers.iter().enumerate() {
            let place = place.index(position);
            self.yes_or_no(place.field("fact"), &disqualifier.fact);
            if !facts.insert(&disqualifier.fact) {
                self.fault(place.field("fact"), GradingFault::FactTwice(disqualifier.fact.clone()));
            }
            if let Some(grade) = &disqualifier.grade {
                self.grade(place.field("grade"), grade);
            }
        }
    }

    fn grading(&mut self, place: &Place, grading: &Grading) {
        let grades = place.field("grades");
        if grading.grades.is_empty() {
            self.fault(grades.clone(), GradingFault::NoGrade);
        }
        let mut ids = BTreeSet::new();
        for (position, grade) in grading.grades.iter().enumerate() {
            let place = grades.index(position);
            if !ids.insert(&grade.id) {
                self.fault(place.field("id"), GradingFault::DuplicateGrade(grade.id.clone()));
            }
            self.bands(&place.field("bands"), grade);
            for (position, requirement) in grade.requires.iter().enumerate() {
                self.requirement(&place.field("requires").index(position), requirement);
            }
        }
        self.order(&grades, grading);
        let mut facts = BTreeSet::new();
        for (position, cap) in grading.caps.iter().enumerate() {
            let place = place.field("caps").index(position);
            self.yes_or_no(place.field("fact"), &cap.fact);
            if !facts.insert(&cap.fact) {
                self.fault(place.field("fact"), GradingFault::FactTwice(cap.fact.clone()));
            }
            self.grade(place.field("at_most"), &cap.at_most);
        }
    }

    /// Of the bands of one kind of subject, and of those for all, none is wholly above
    /// that of the grade before it.
    fn order(&mut self, grades: &Place, grading: &Grading) {
        let mut before: BTreeMap<Option<&KindId>, (&GradeId, Interval)> = BTreeMap::new();
        for (position, grade) in grading.grades.iter().enumerate() {
            for (at, band) in grade.bands.iter().enumerate() {
                let for_all = band.only_for.is_empty().then_some(None);
                for kind in band.only_for.iter().map(Some).chain(for_all) {
                    let place = || grades.index(position).field("bands").index(at);
                    if let Some((worse, within)) = before.insert(kind, (&grade.id, band.within))
                        && within.is_below(&band.within)
                    {
                        let (grade, before) = (grade.id.clone(), worse.clone());
                        self.fault(place(), GradingFault::BetterBehind { grade, before });
                    }
                }
            }
        }
    }

    fn bands(&mut self, place: &Place, grade: &Grade) {
        if grade.bands.is_empty() {
            self.fault(place.clone(), GradingFault::NoBand(grade.id.clone()));
        }
        let (mut kinds, mut for_all) = (BTreeSet::new(), false);
        for (position, band) in grade.bands.iter().enumerate() {
            let place = place.index(position);
            if band.within.is_empty() {
                self.fault(place.field("within"), GradingFault::EmptyInterval(band.within));
            }
            if band.only_for.is_empty() && std::mem::replace(&mut for_all, true) {
                self.fault(place.clone(), GradingFault::BandTwice(None));
            }
            for (position, kind) in band.only_for.iter().enumerate() {
                let place = place.field("only_for").index(position);
                if !self.kinds.contains(kind) {
                    let fault = RulebookFault::UnknownKind(kind.clone());
                    self.faults.push(Placed { place, fault });
                } else if !kinds.insert(kind) {
                    self.fault(place, GradingFault::BandTwice(Some(kind.clone())));
                }
            }
        }
    }

    fn requirement(&mut self, place: &Place, requirement: &Requirement) {
        match requirement {
            Requirement::NoneAtZero {} | Requirement::EveryMinimum {} => {}
            Requirement::EachAtLeast { percent, .. } => {
                self.percent(place.field("percent"), *percent);
            }
            Requirement::EnoughCriteria { percent_of_criteria, reaching_percent } => {
                self.percent(place.field("percent_of_criteria"), *percent_of_criteria);
                self.percent(place.field("reaching_percent"), *reaching_percent);
            }
            Requirement::FactHolds { fact } => self.yes_or_no(place.field("fact"), fact),
            Requirement::FactWithin { fact, within } => {
                let answer = self.facts.get(fact);
                let asked = answer.map(|answer| matches!(answer, FactAnswer::Share {}));
                self.asked(place.field("fact"), fact, asked, "a share");
                if within.is_empty() {
                    self.fault(place.field("within"), GradingFault::EmptyInterval(*within));
                }
            }
        }
    }

    fn percent(&mut self, place: Place, percent: Figure) {
        if percent.is_negative() || percent.is_zero() || Figure::from(100) < percent {
            self.fault(place, GradingFault::Percent(percent));
        }
    }

    fn yes_or_no(&mut self, place: Place, fact: &CriterionId) {
        let answer = self.facts.get(fact);
        let asked = answer.map(|answer| matches!(answer, FactAnswer::YesOrNo { .. }));
        self.asked(place, fact, asked, "yes or no");
    }

    /// Whether a fact is known, and answered as it is looked at.
    fn asked(&mut self, place: Place, fact: &CriterionId, asked: Option<bool>, by: &'static str) {
        match asked {
            None => self.fault(place, GradingFault::UnknownFact(fact.clone())),
            Some(false) => self.fault(place, GradingFault::OtherAnswer { fact: fact.clone(), by }),
            Some(true) => {}
        }
    }

    fn grade(&mut self, place: Place, grade: &GradeId) {
        if !self.grades.contains(grade) {
            self.fault(place, GradingFault::UnknownGrade(grade.clone()));
        }
    }

    fn tie_breaks(&mut self) {
        let place = Place::whole().field("tie_breaks");
        let (mut criteria, mut groups) = (BTreeSet::new(), BTreeSet::new());
        for (kind, part) in self.parts.by_part() {
            walk(&Place::whole().field(kind.field()), &part.items, &mut |_, item| match item {
                Item::Criterion(criterion) => {
                    criteria.insert(&criterion.id);
                }
                Item::Group(group) => {
                    groups.insert(&group.id);
                }
            });
        }
        for (position, step) in self.parts.tie_breaks.iter().enumerate() {
            if let Some(criterion) = step.criterion()
                && !criteria.contains(criterion)
            {
                let fault = GradingFault::UnknownTieBreak(criterion.clone());
                self.fault(place.index(position).field("criterion"), fault);
            }
            if let Some(group) = step.group()
                && !groups.contains(group)
            {
                let fault = GradingFault::UnknownTieBreakGroup(group.clone());
                self.fault(place.index(position).field("group"), fault);
            }
            if step.is_last() && position + 1 < self.parts.tie_breaks.len() {
                self.fault(place.index(position + 1), GradingFault::StepAfterTheLast);
            }
        }
    }
}
