//! Every sheet that differs from a sheet in one place.

use super::reasons::reasons;
use super::*;

/// The sheet with one field changed, in every field that it has.
pub(super) fn mutations(sheet: &ScoreSheet) -> Vec<ScoreSheet> {
    let ScoreSheet {
        subject: _,
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
    } = sheet;
    let mut all = vec![
        ScoreSheet { subject: "nobody".parse().unwrap(), ..sheet.clone() },
        ScoreSheet { attainable: other(attainable), ..sheet.clone() },
        ScoreSheet {
            coverage: Coverage { settled: coverage.settled + 1, ..*coverage },
            ..sheet.clone()
        },
        ScoreSheet {
            coverage: Coverage { criteria: coverage.criteria + 1, ..*coverage },
            ..sheet.clone()
        },
    ];
    all.extend(
        option(kind.as_ref(), "other").into_iter().map(|kind| ScoreSheet { kind, ..sheet.clone() }),
    );
    all.extend(spans(total).into_iter().map(|total| ScoreSheet { total, ..sheet.clone() }));
    let lines = list(lines, line).into_iter();
    all.extend(lines.map(|lines| ScoreSheet { lines, ..sheet.clone() }));
    let groups = list(groups, group).into_iter();
    all.extend(groups.map(|groups| ScoreSheet { groups, ..sheet.clone() }));
    let adjustments = list(adjustments, adjustment).into_iter();
    all.extend(adjustments.map(|adjustments| ScoreSheet { adjustments, ..sheet.clone() }));
    let facts = list(disqualified_by, |_| vec!["other".parse().unwrap()]).into_iter();
    all.extend(facts.map(|disqualified_by| ScoreSheet { disqualified_by, ..sheet.clone() }));
    let facts = list(open_facts, |_| vec!["other".parse().unwrap()]).into_iter();
    all.extend(facts.map(|open_facts| ScoreSheet { open_facts, ..sheet.clone() }));
    let more = ["other".parse().unwrap()];
    all.push(ScoreSheet {
        disqualified_by: [disqualified_by.as_slice(), &more].concat(),
        ..sheet.clone()
    });
    all.push(ScoreSheet { open_facts: [open_facts.as_slice(), &more].concat(), ..sheet.clone() });
    let grades = match grade {
        Some(grade) => self::grade(grade).into_iter().map(Some).chain([None]).collect(),
        None => vec![Some(GradeOutcome::NoneFits { missed: Vec::new() })],
    };
    all.extend(grades.into_iter().map(|grade| ScoreSheet { grade, ..sheet.clone() }));
    all
}

const fn elsewhere(part: PartKind) -> PartKind {
    match part {
        PartKind::Scale => PartKind::Bonus,
        PartKind::Bonus => PartKind::Deduction,
        PartKind::Deduction => PartKind::Scale,
    }
}

fn line(line: &Line) -> Vec<Line> {
    let Line { criterion, unrounded, earned, contribution, reason, answer } = line;
    let CriterionHead { id: _, ordinal, title, part, under, maximum } = &**criterion;
    let head = |head: CriterionHead| Line { criterion: Arc::new(head), ..line.clone() };
    let own = || (**criterion).clone();
    let mut all = vec![
        head(CriterionHead { id: "other".parse().unwrap(), ..own() }),
        head(CriterionHead { ordinal: phrase(ordinal), ..own() }),
        head(CriterionHead { part: elsewhere(*part), ..own() }),
        head(CriterionHead { maximum: dearer(*maximum), ..own() }),
    ];
    all.extend(texts(title).into_iter().map(|title| head(CriterionHead { title, ..own() })));
    let unders = option(under.as_ref(), "other").into_iter();
    all.extend(unders.map(|under| head(CriterionHead { under, ..own() })));
    all.extend(spans(unrounded).into_iter().map(|unrounded| Line { unrounded, ..line.clone() }));
    all.extend(spans(earned).into_iter().map(|earned| Line { earned, ..line.clone() }));
    let contributions = spans(contribution).into_iter();
    all.extend(contributions.map(|contribution| Line { contribution, ..line.clone() }));
    all.extend(reasons(reason).into_iter().map(|reason| Line { reason, ..line.clone() }));
    all.extend(
        answers(answer.as_deref())
            .into_iter()
            .map(|answer| Line { answer: answer.map(Arc::new), ..line.clone() }),
    );
    all
}

fn answers(answer: Option<&Answer>) -> Vec<Option<Answer>> {
    let basis = Basis::Published { source: "somewhere".parse().unwrap() };
    let Some(answer) = answer else {
        return vec![Some(Answer { column: Column::SelfScored, because: None, basis })];
    };
    let column =
        if answer.column == Column::Decided { Column::SelfScored } else { Column::Decided };
    let mut all = vec![
        None,
        Some(Answer { column, ..answer.clone() }),
        Some(Answer { basis, ..answer.clone() }),
    ];
    let because = option(answer.because.as_ref(), "for another reason").into_iter();
    all.extend(because.map(|because| Some(Answer { because, ..answer.clone() })));
    all
}

fn group(line: &GroupLine) -> Vec<GroupLine> {
    let GroupLine { group, earned, attainable } = line;
    let GroupHead { id: _, ordinal, title, part, under, maximum } = &**group;
    let head = |head: GroupHead| GroupLine { group: Arc::new(head), ..line.clone() };
    let own = || (**group).clone();
    let mut all = vec![
        head(GroupHead { id: "other".parse().unwrap(), ..own() }),
        head(GroupHead { ordinal: phrase(ordinal), ..own() }),
        head(GroupHead { part: elsewhere(*part), ..own() }),
        head(GroupHead { maximum: dearer(*maximum), ..own() }),
        GroupLine { attainable: other(attainable), ..line.clone() },
    ];
    all.extend(texts(title).into_iter().map(|title| head(GroupHead { title, ..own() })));
    let unders = option(under.as_ref(), "other").into_iter();
    all.extend(unders.map(|under| head(GroupHead { under, ..own() })));
    all.extend(spans(earned).into_iter().map(|earned| GroupLine { earned, ..line.clone() }));
    all
}

fn adjustment(adjustment: &Adjustment) -> Vec<Adjustment> {
    let Adjustment { kind, at, contribution } = adjustment;
    let kind = match kind {
        AdjustmentKind::Capped {} => AdjustmentKind::Dropped {},
        _ => AdjustmentKind::Capped {},
    };
    let places = match at {
        AdjustedAt::Total {} => vec![AdjustedAt::Part { part: PartKind::Scale }],
        AdjustedAt::Part { part } => vec![AdjustedAt::Part { part: elsewhere(*part) }],
        AdjustedAt::Group { group: _ } => {
            vec![AdjustedAt::Group { group: "other".parse().unwrap() }, AdjustedAt::Total {}]
        }
        AdjustedAt::Criterion { criterion: _ } => {
            vec![AdjustedAt::Criterion { criterion: "other".parse().unwrap() }]
        }
    };
    let mut all = vec![Adjustment { kind, ..adjustment.clone() }];
    if let AdjustmentKind::Rounded { rounding } = adjustment.kind {
        let step = dearer(rounding.step.points()).to_string().parse().unwrap();
        let rounding = Rounding { step, ..rounding };
        all.push(Adjustment { kind: AdjustmentKind::Rounded { rounding }, ..adjustment.clone() });
    }
    all.extend(places.into_iter().map(|at| Adjustment { at, ..adjustment.clone() }));
    let contributions = spans(contribution).into_iter();
    all.extend(contributions.map(|contribution| Adjustment { contribution, ..adjustment.clone() }));
    all
}

fn grade(outcome: &GradeOutcome) -> Vec<GradeOutcome> {
    let elsewhere = || "other".parse().unwrap();
    let mut all = Vec::new();
    match outcome {
        GradeOutcome::Given { grade, limited, missed } => {
            let given = |grade, limited, missed| GradeOutcome::Given { grade, limited, missed };
            all.push(given(elsewhere(), limited.clone(), missed.clone()));
            all.push(GradeOutcome::NoneFits { missed: missed.clone() });
            let limits = match limited {
                Some(Limited { from, by }) => vec![
                    None,
                    Some(Limited { from: elsewhere(), by: by.clone() }),
                    Some(Limited { from: from.clone(), by: "other".parse().unwrap() }),
                ],
                None => vec![Some(Limited { from: elsewhere(), by: "other".parse().unwrap() })],
            };
            let (grade, missed) = (grade.clone(), missed.clone());
            all.extend(limits.into_iter().map(|limit| given(grade.clone(), limit, missed.clone())));
            all.extend(
                misses(&missed).into_iter().map(|m| given(grade.clone(), limited.clone(), m)),
            );
        }
        GradeOutcome::NoneFits { missed } => {
            all.extend(misses(missed).into_iter().map(|missed| GradeOutcome::NoneFits { missed }));
            all.push(GradeOutcome::Disqualified { grade: None });
        }
        GradeOutcome::Disqualified { grade } => {
            let grades = option(grade.as_ref(), "other").into_iter();
            all.extend(grades.map(|grade| GradeOutcome::Disqualified { grade }));
            all.push(GradeOutcome::Open { possible: Vec::new(), or_none: true });
        }
        GradeOutcome::Open { possible, or_none } => {
            let or_none = *or_none;
            all.push(GradeOutcome::Open { possible: possible.clone(), or_none: !or_none });
            all.push(GradeOutcome::NoneFits { missed: Vec::new() });
            let lists = list(possible, |_| vec!["other".parse().unwrap()]).into_iter();
            all.extend(lists.map(|possible| GradeOutcome::Open { possible, or_none }));
        }
    }
    all
}

fn misses(missed: &[MissedGrade]) -> Vec<Vec<MissedGrade>> {
    let mut all = list(missed, |one: &MissedGrade| {
        let MissedGrade { grade: _, requires } = one;
        let replaced =
            |_: &Requirement| vec![Requirement::FactHolds { fact: "other".parse().unwrap() }];
        let lists = list(requires, replaced).into_iter();
        let lists = lists.map(|requires| MissedGrade { requires, ..one.clone() });
        lists.chain([MissedGrade { grade: "other".parse().unwrap(), ..one.clone() }]).collect()
    });
    let requires = Vec::new();
    let one = MissedGrade { grade: "other".parse().unwrap(), requires };
    all.push(missed.iter().cloned().chain([one]).collect());
    all
}
