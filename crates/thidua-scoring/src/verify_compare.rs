//! Comparing a sheet with the one that is expected, field by field.
//!
//! Each type is taken apart in full: a new field that is not compared does not
//! compile.

use thidua_criteria::{PartKind, Requirement};
use thidua_values::{Basis, Coded, CriterionId, Exact, GradeId, Phrase, Place, Placed, Text};

use crate::verify_words::{part, requirement};
use crate::{
    AdjustedAt, Adjustment, AdjustmentKind, Answer, Column, Coverage, CriterionHead, GradeOutcome,
    GroupHead, GroupLine, Limited, Line, MissedGrade, Reason, ScoreSheet, Span, VerifyFault,
};

/// Every place where a sheet differs from the one that is expected.
pub(crate) fn compared(expected: &ScoreSheet, found: &ScoreSheet) -> Vec<Placed<VerifyFault>> {
    let mut differences = Differences::default();
    differences.sheet(expected, found);
    differences.faults
}

#[derive(Default)]
struct Differences {
    faults: Vec<Placed<VerifyFault>>,
}

impl Differences {
    fn fault(&mut self, place: &Place, fault: VerifyFault) {
        self.faults.push(Placed { place: place.clone(), fault });
    }

    /// What is the same exactly if it is equal, and how it is named if it is not.
    fn same<T: PartialEq>(
        &mut self,
        place: &Place,
        (expected, found): (&T, &T),
        name: impl Fn(&T) -> String,
    ) {
        if expected != found {
            let (expected, found) = (name(expected), name(found));
            self.fault(place, VerifyFault::Other { expected, found });
        }
    }

    fn number(&mut self, place: &Place, expected: &Exact, found: &Exact) {
        if expected != found {
            let (expected, found) = (expected.clone(), found.clone());
            self.fault(place, VerifyFault::OtherNumber { expected, found });
        }
    }

    /// Position by position; one list may be longer.
    fn list<T>(
        &mut self,
        place: &Place,
        (expected, found): (&[T], &[T]),
        name: impl Fn(&T) -> String,
        mut compare: impl FnMut(&mut Self, &Place, &T, &T),
    ) {
        for position in 0..expected.len().max(found.len()) {
            let place = place.index(position);
            match (expected.get(position), found.get(position)) {
                (Some(expected), Some(found)) => compare(self, &place, expected, found),
                (expected, found) => self.one_of_two(&place, expected, found, &name),
            }
        }
    }

    /// What may be left out.
    fn optional<T>(
        &mut self,
        place: &Place,
        (expected, found): (Option<&T>, Option<&T>),
        name: impl Fn(&T) -> String,
        compare: impl FnOnce(&mut Self, &Place, &T, &T),
    ) {
        match (expected, found) {
            (Some(expected), Some(found)) => compare(self, place, expected, found),
            (expected, found) => self.one_of_two(place, expected, found, &name),
        }
    }

    /// What only one of the two sheets has.
    fn one_of_two<T>(
        &mut self,
        place: &Place,
        expected: Option<&T>,
        found: Option<&T>,
        name: &impl Fn(&T) -> String,
    ) {
        if let Some(expected) = expected.map(name) {
            self.fault(place, VerifyFault::LeftOut { expected });
        }
        if let Some(found) = found.map(name) {
            self.fault(place, VerifyFault::MadeUp { found });
        }
    }

    /// A list of what is named by its text.
    fn names<T: PartialEq + ToString>(&mut self, place: &Place, expected: &[T], found: &[T]) {
        self.list(place, (expected, found), T::to_string, |to, place, expected, found| {
            to.same(place, (expected, found), T::to_string);
        });
    }

    /// What is named by its text and may be left out.
    fn name<T: PartialEq + ToString>(
        &mut self,
        place: &Place,
        expected: Option<&T>,
        found: Option<&T>,
    ) {
        self.optional(place, (expected, found), T::to_string, |to, place, expected, found| {
            to.same(place, (expected, found), T::to_string);
        });
    }

    fn sheet(&mut self, expected: &ScoreSheet, found: &ScoreSheet) {
        let ScoreSheet {
            subject,
            kind,
            lines,
            groups,
            adjustments,
            total,
            attainable,
            disqualified_by,
            grade,
            open_facts,
            coverage,
        } = expected;
        let at = |field| Place::whole().field(field);
        self.same(&at("subject"), (subject, &found.subject), ToString::to_string);
        self.name(&at("kind"), kind.as_ref(), found.kind.as_ref());
        let criterion = |line: &Line| line.criterion.id.to_string();
        self.list(&at("lines"), (lines, &found.lines), criterion, Self::line);
        let group = |line: &GroupLine| line.group.id.to_string();
        self.list(&at("groups"), (groups, &found.groups), group, Self::group);
        let adjustment = |adjustment: &Adjustment| adjustment.kind.code().to_owned();
        let of_both = (adjustments.as_slice(), found.adjustments.as_slice());
        self.list(&at("adjustments"), of_both, adjustment, Self::adjustment);
        self.span(&at("total"), total, &found.total);
        self.number(&at("attainable"), attainable, &found.attainable);
        self.names(&at("disqualified_by"), disqualified_by, &found.disqualified_by);
        let code = |grade: &GradeOutcome| grade.code().to_owned();
        self.optional(&at("grade"), (grade.as_ref(), found.grade.as_ref()), code, Self::grade);
        self.names(&at("open_facts"), open_facts, &found.open_facts);
        self.coverage(&at("coverage"), *coverage, found.coverage);
    }

    fn coverage(&mut self, place: &Place, expected: Coverage, found: Coverage) {
        let Coverage { settled, criteria } = expected;
        self.same(&place.field("settled"), (&settled, &found.settled), usize::to_string);
        self.same(&place.field("criteria"), (&criteria, &found.criteria), usize::to_string);
    }

    fn span(&mut self, place: &Place, expected: &Span, found: &Span) {
        let Span { worst, best } = expected;
        self.number(&place.field("worst"), worst, &found.worst);
        self.number(&place.field("best"), best, &found.best);
    }

    fn line(&mut self, place: &Place, expected: &Line, found: &Line) {
        let Line { criterion, unrounded, earned, contribution, reason, answer } = expected;
        let CriterionHead { id, ordinal, title, part: kind, under, maximum } = &**criterion;
        let (head, at) = (&found.criterion, place.field("criterion"));
        self.same(&at.field("id"), (id, &head.id), CriterionId::to_string);
        self.same(&at.field("ordinal"), (ordinal, &head.ordinal), Phrase::to_string);
        self.text(&at.field("title"), title, &head.title);
        self.same(&at.field("part"), (kind, &head.part), |kind: &PartKind| part(*kind).into());
        self.name(&at.field("under"), under.as_ref(), head.under.as_ref());
        self.same(&at.field("maximum"), (maximum, &head.maximum), ToString::to_string);
        self.span(&place.field("unrounded"), unrounded, &found.unrounded);
        self.span(&place.field("earned"), earned, &found.earned);
        self.span(&place.field("contribution"), contribution, &found.contribution);
        self.reason(&place.field("reason"), reason, &found.reason);
        let answers = (answer.as_deref(), found.answer.as_deref());
        let column = |answer: &Answer| answer.column.code().to_owned();
        self.optional(&place.field("answer"), answers, column, Self::answer);
    }

    fn text(&mut self, place: &Place, expected: &Text, found: &Text) {
        let Text { vi, en } = expected;
        self.same(&place.field("vi"), (vi, &found.vi), Phrase::to_string);
        self.same(&place.field("en"), (en, &found.en), Phrase::to_string);
    }

    fn reason(&mut self, place: &Place, expected: &Reason, found: &Reason) {
        if expected != found {
            let (expected, found) = (Box::new(expected.clone()), Box::new(found.clone()));
            self.fault(place, VerifyFault::OtherReason { expected, found });
        }
    }

    fn answer(&mut self, place: &Place, expected: &Answer, found: &Answer) {
        let Answer { column, because, basis: rests_on } = expected;
        let code = |column: &Column| column.code().to_owned();
        self.same(&place.field("column"), (column, &found.column), code);
        self.name(&place.field("because"), because.as_ref(), found.because.as_ref());
        self.same(&place.field("basis"), (rests_on, &found.basis), |of: &Basis| of.words().en);
    }

    fn group(&mut self, place: &Place, expected: &GroupLine, found: &GroupLine) {
        let GroupLine { group, earned, attainable } = expected;
        let GroupHead { id, ordinal, title, part: kind, under, maximum } = &**group;
        let (head, at) = (&found.group, place.field("group"));
        self.same(&at.field("id"), (id, &head.id), ToString::to_string);
        self.same(&at.field("ordinal"), (ordinal, &head.ordinal), Phrase::to_string);
        self.text(&at.field("title"), title, &head.title);
        self.same(&at.field("part"), (kind, &head.part), |kind: &PartKind| part(*kind).into());
        self.name(&at.field("under"), under.as_ref(), head.under.as_ref());
        self.same(&at.field("maximum"), (maximum, &head.maximum), ToString::to_string);
        self.span(&place.field("earned"), earned, &found.earned);
        self.number(&place.field("attainable"), attainable, &found.attainable);
    }

    fn adjustment(&mut self, place: &Place, expected: &Adjustment, found: &Adjustment) {
        let Adjustment { kind, at, contribution } = expected;
        let kind_in_words = |kind: &AdjustmentKind| match kind {
            AdjustmentKind::Rounded { rounding } => {
                format!("{} {:?} {}", kind.code(), rounding.mode, rounding.step)
            }
            _ => kind.code().to_owned(),
        };
        self.same(&place.field("kind"), (kind, &found.kind), kind_in_words);
        self.same(&place.field("at"), (at, &found.at), |at: &AdjustedAt| match at {
            AdjustedAt::Criterion { criterion } => format!("criterion {criterion}"),
            AdjustedAt::Group { group } => format!("group {group}"),
            AdjustedAt::Part { part: kind } => format!("part {}", part(*kind)),
            AdjustedAt::Total {} => "total".into(),
        });
        self.span(&place.field("contribution"), contribution, &found.contribution);
    }

    fn grade(&mut self, place: &Place, expected: &GradeOutcome, found: &GradeOutcome) {
        match (expected, found) {
            (
                GradeOutcome::Given { grade, limited, missed },
                GradeOutcome::Given { grade: other, limited: other_limit, missed: other_missed },
            ) => {
                self.same(&place.field("grade"), (grade, other), GradeId::to_string);
                let limits = (limited.as_ref(), other_limit.as_ref());
                let by = |limit: &Limited| limit.by.to_string();
                self.optional(&place.field("limited"), limits, by, Self::limited);
                self.missed(&place.field("missed"), missed, other_missed);
            }
            (GradeOutcome::NoneFits { missed }, GradeOutcome::NoneFits { missed: other }) => {
                self.missed(&place.field("missed"), missed, other);
            }
            (GradeOutcome::Disqualified { grade }, GradeOutcome::Disqualified { grade: other }) => {
                self.name(&place.field("grade"), grade.as_ref(), other.as_ref());
            }
            (
                GradeOutcome::Open { possible, or_none },
                GradeOutcome::Open { possible: other, or_none: or_other },
            ) => {
                self.names(&place.field("possible"), possible, other);
                self.same(&place.field("or_none"), (or_none, or_other), bool::to_string);
            }
            _ => self.same(place, (expected, found), |grade| grade.code().to_owned()),
        }
    }

    fn limited(&mut self, place: &Place, expected: &Limited, found: &Limited) {
        let Limited { from, by } = expected;
        self.same(&place.field("from"), (from, &found.from), GradeId::to_string);
        self.same(&place.field("by"), (by, &found.by), CriterionId::to_string);
    }

    fn missed(&mut self, place: &Place, expected: &[MissedGrade], found: &[MissedGrade]) {
        let name = |missed: &MissedGrade| missed.grade.to_string();
        self.list(place, (expected, found), name, |to, place, expected, found| {
            let MissedGrade { grade, requires } = expected;
            to.same(&place.field("grade"), (grade, &found.grade), GradeId::to_string);
            let of_both = (requires.as_slice(), found.requires.as_slice());
            let place = place.field("requires");
            to.list(&place, of_both, requirement, |to, place, expected: &Requirement, found| {
                to.same(place, (expected, found), requirement);
            });
        });
    }
}
