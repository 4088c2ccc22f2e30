//! A recomputed sheet as it is handed out.

use std::sync::Arc;

use thidua_criteria::{Criterion, Group};

use crate::verify_grade::Graded;
use crate::verify_line::is_open;
use crate::verify_number::exact;
use crate::verify_papers::Papers;
use crate::verify_sheet::{Ends, PlainGroup, PlainLine, PlainSheet};
use crate::verify_tree::Piece;
use crate::{
    Adjustment, Answer, Coverage, CriterionHead, GroupHead, GroupLine, Line, Reason, ScoreSheet,
    Span,
};

/// The sheet, graded and written. Kinds are told where the rulebook tells them apart.
pub(crate) fn written(papers: &Papers<'_>, sheet: &PlainSheet<'_>) -> ScoreSheet {
    let graded = Graded { papers, sheet };
    let settled = sheet.lines.iter().filter(|line| !is_open(&line.worth.reason)).count();
    ScoreSheet {
        subject: papers.subject.clone(),
        kind: papers.kind().filter(|_| !papers.parts.kinds.is_empty()).cloned(),
        lines: sheet.lines.iter().map(|line| line_of(papers, sheet, line)).collect(),
        groups: sheet.groups.iter().map(group_of).collect(),
        adjustments: adjustments_of(sheet),
        total: span(&sheet.total),
        attainable: exact(&sheet.attainable.best),
        disqualified_by: graded.disqualified_by(),
        grade: graded.grade(),
        open_facts: graded.open_facts(),
        coverage: Coverage { settled, criteria: sheet.lines.len() },
    }
}

fn span(ends: &Ends) -> Span {
    Span { worst: exact(&ends.worst), best: exact(&ends.best) }
}

fn line_of(papers: &Papers<'_>, sheet: &PlainSheet<'_>, line: &PlainLine<'_>) -> Line {
    let Criterion { id, ordinal, title, points, .. } = line.criterion;
    let head = CriterionHead {
        id: id.clone(),
        ordinal: ordinal.clone(),
        title: title.clone(),
        part: line.part,
        under: line.under.cloned(),
        maximum: *points,
    };
    let own = sheet.pieces.iter().find(|(piece, _)| *piece == Piece::Line(id));
    let contribution = own.map(|(_, contribution)| contribution.clone()).unwrap_or_default();
    Line {
        criterion: head.into(),
        unrounded: Span { worst: exact(&line.worth.worst), best: exact(&line.worth.best) },
        earned: span(&line.earned),
        contribution: span(&contribution),
        reason: line.worth.reason.clone(),
        answer: answer_of(papers, line).map(Arc::new),
    }
}

/// Who said what decided: the condition that keeps the criterion from being
/// scored by its own evidence, else that evidence.
fn answer_of(papers: &Papers<'_>, line: &PlainLine<'_>) -> Option<Answer> {
    match &line.worth.reason {
        Reason::GateClosed { gate: id } | Reason::AchievedBefore { condition: id } => {
            papers.answer(id)
        }
        _ => papers.answer(&line.criterion.id),
    }
}

fn group_of(line: &PlainGroup<'_>) -> GroupLine {
    let Group { id, ordinal, title, points, .. } = line.group;
    let head = GroupHead {
        id: id.clone(),
        ordinal: ordinal.clone(),
        title: title.clone(),
        part: line.part,
        under: line.under.cloned(),
        maximum: *points,
    };
    GroupLine {
        group: head.into(),
        earned: span(&line.earned),
        attainable: exact(&line.attainable),
    }
}

/// What was done to the lines, where it adds anything at one of the ends.
fn adjustments_of(sheet: &PlainSheet<'_>) -> Vec<Adjustment> {
    let done = sheet.pieces.iter().filter_map(|(piece, contribution)| match piece {
        Piece::Done(kind, at) if *contribution != Ends::default() => {
            let (kind, at, contribution) = (*kind, at.clone(), span(contribution));
            Some(Adjustment { kind, at, contribution })
        }
        _ => None,
    });
    done.collect()
}
