//! Every reason that differs from a reason in one place.

use super::*;

/// Another reason, and the same with another number.
pub(super) fn reasons(reason: &Reason) -> Vec<Reason> {
    let another = match reason {
        Reason::Met {} => Reason::NotMet {},
        _ => Reason::Met {},
    };
    let condition = || "other".parse().unwrap();
    let mut all = vec![another];
    match reason.clone() {
        Reason::Met {}
        | Reason::NotMet {}
        | Reason::OnTime {}
        | Reason::ClusterOpen {}
        | Reason::Missing {}
        | Reason::NoProof {} => {}
        Reason::Share { part, whole, outcome } => {
            all.push(Reason::Share { part: more(part), whole, outcome: outcome.clone() });
            all.push(Reason::Share { part, whole: more(whole), outcome: outcome.clone() });
            let outcomes = shares(&outcome).into_iter();
            all.extend(outcomes.map(|outcome| Reason::Share { part, whole, outcome }));
        }
        Reason::NothingOfNothing { worth } => {
            let worth = match worth {
                NothingOfNothing::Zero => NothingOfNothing::FullMarks,
                _ => NothingOfNothing::Zero,
            };
            all.push(Reason::NothingOfNothing { worth });
        }
        Reason::Number { number, outcome } => {
            all.push(Reason::Number { number: more(number), outcome: outcome.clone() });
            let outcomes = numbers(&outcome).into_iter();
            all.extend(outcomes.map(|outcome| Reason::Number { number, outcome }));
        }
        Reason::Count { count, outcome } => {
            all.push(Reason::Count { count: count.wrapping_add(1), outcome: outcome.clone() });
            let outcomes = counts(&outcome).into_iter();
            all.extend(outcomes.map(|outcome| Reason::Count { count, outcome }));
        }
        Reason::Judged { mark } => all.push(Reason::Judged { mark: dearer(mark) }),
        Reason::Panel { marks, left_out } => {
            all.push(Reason::Panel { marks: marks.clone(), left_out: left_out + 1 });
            let marks = list(&marks, |mark| vec![dearer(*mark)]).into_iter();
            all.extend(marks.map(|marks| Reason::Panel { marks: marks.into(), left_out }));
        }
        Reason::Compared { comparison } => {
            let comparisons = comparisons(&comparison).into_iter();
            all.extend(
                comparisons.map(|comparison| Reason::Compared { comparison: Box::new(comparison) }),
            );
        }
        Reason::Late { days, each_day } => {
            all.push(Reason::Late { days: days + 1, each_day });
            all.push(Reason::Late { days, each_day: dearer(each_day) });
        }
        Reason::AchievedBefore { condition: _ } => {
            all.push(Reason::AchievedBefore { condition: condition() });
        }
        Reason::HeldBack { condition: id, at_most, reason } => {
            let held = |condition, at_most, reason| Reason::HeldBack { condition, at_most, reason };
            all.push(held(condition(), at_most, reason.clone()));
            all.push(held(id.clone(), dearer(at_most), reason.clone()));
            let inner = reasons(&reason).into_iter();
            all.extend(inner.map(|inner| held(id.clone(), at_most, Box::new(inner))));
        }
        Reason::GateClosed { gate: _ } => all.push(Reason::GateClosed { gate: condition() }),
        Reason::ConditionUnanswered { condition: _ } => {
            all.push(Reason::ConditionUnanswered { condition: condition() });
        }
        Reason::NotAssigned { policy } => {
            let policy = match policy {
                NotAssignedPolicy::Zero => NotAssignedPolicy::Exclude,
                _ => NotAssignedPolicy::Zero,
            };
            all.push(Reason::NotAssigned { policy });
        }
    }
    all
}

fn shares(outcome: &ShareOutcome) -> Vec<ShareOutcome> {
    use ShareOutcome as Of;
    match outcome.clone() {
        Of::Proportion {} => vec![Of::OutsideBands {}],
        Of::OutsideBands {} => vec![Of::Proportion {}],
        Of::Capped { cap_percent } => vec![Of::Capped { cap_percent: more(cap_percent) }],
        Of::ThresholdReached { at_least_percent: at } => vec![
            Of::ThresholdReached { at_least_percent: more(at) },
            Of::ThresholdMissed { at_least_percent: at },
        ],
        Of::ThresholdMissed { at_least_percent: at } => {
            vec![Of::ThresholdMissed { at_least_percent: more(at) }]
        }
        Of::InBand { band } => {
            vec![Of::InBand { band: Arc::new(Band { points: dearer(band.points), ..*band }) }]
        }
        Of::TargetReached { target_percent: at } => {
            vec![Of::TargetReached { target_percent: more(at) }, Of::Short { target_percent: at }]
        }
        Of::Short { target_percent } => vec![Of::Short { target_percent: more(target_percent) }],
    }
}

fn numbers(outcome: &NumberOutcome) -> Vec<NumberOutcome> {
    use NumberOutcome as Of;
    match outcome.clone() {
        Of::Reached { at_least } => {
            vec![Of::Reached { at_least: more(at_least) }, Of::Missed { at_least }]
        }
        Of::Missed { at_least } => vec![Of::Missed { at_least: more(at_least) }],
        Of::InBand { band } => {
            let low = Some(Bound { at: 77.into(), included: true });
            let within = Interval { low, ..band.within };
            vec![Of::InBand { band: Arc::new(Band { within, ..*band }) }]
        }
        Of::OutsideBands {} => vec![Of::Recorded {}],
        Of::Scaled { out_of } => vec![Of::Scaled { out_of: more(out_of) }],
        Of::Recorded {} => vec![Of::OutsideBands {}],
    }
}

fn counts(outcome: &CountOutcome) -> Vec<CountOutcome> {
    use CountOutcome as Of;
    match *outcome {
        Of::PerItem { each } => vec![Of::PerItem { each: dearer(each) }],
        Of::PerItemCapped { each, most } => vec![
            Of::PerItemCapped { each: dearer(each), most },
            Of::PerItemCapped { each, most: dearer(most) },
        ],
        Of::Sample { size, each } => {
            vec![Of::Sample { size: size + 1, each }, Of::Sample { size, each: dearer(each) }]
        }
        Of::Checklist { of } => vec![Of::Checklist { of: of + 1 }],
        Of::ChecklistFailed { of, pass_mark } => vec![
            Of::ChecklistFailed { of: of + 1, pass_mark },
            Of::ChecklistFailed { of, pass_mark: pass_mark + 1 },
        ],
    }
}

fn comparisons(comparison: &Comparison) -> Vec<Comparison> {
    use Comparison as Of;
    match comparison.clone() {
        Of::MeanReached { own, mean } => vec![
            Of::MeanReached { own: other(&own), mean: mean.clone() },
            Of::MeanReached { own: own.clone(), mean: other(&mean) },
            Of::BelowMean { own, mean },
        ],
        Of::BelowMean { own, mean } => vec![
            Of::BelowMean { own: other(&own), mean: mean.clone() },
            Of::BelowMean { own, mean: other(&mean) },
        ],
        Of::BelowTarget { actual, target } => vec![
            Of::BelowTarget { actual: more(actual), target },
            Of::BelowTarget { actual, target: more(target) },
        ],
        Of::AboveTarget { actual, target, excess, leading } => {
            let above = |actual, target, excess: &Exact, leading: &Exact| {
                let (excess, leading) = (excess.clone(), leading.clone());
                Of::AboveTarget { actual, target, excess, leading }
            };
            vec![
                above(more(actual), target, &excess, &leading),
                above(actual, more(target), &excess, &leading),
                above(actual, target, &other(&excess), &leading),
                above(actual, target, &excess, &other(&leading)),
            ]
        }
        Of::WithoutTarget { actual, leading } => vec![
            Of::WithoutTarget { actual: more(actual), leading: leading.clone() },
            Of::WithoutTarget { actual, leading: other(&leading) },
        ],
    }
}
