//! Whether award rules ask for grades that the rulebook gives.

use std::collections::BTreeSet;

use thidua_awards::{AwardCondition, LastYear, Merit, PastMerit};
use thidua_values::{GradeId, Place, Placed};

use crate::{ConcludeFault, Inputs};

/// Every condition that nobody could meet, since neither a sheet nor the record says such a grade.
pub(crate) fn unknown_grades(inputs: &Inputs<'_>) -> Vec<Placed<ConcludeFault>> {
    let grading = inputs.rulebook.parts().grading.iter();
    let by_rulebook = grading.flat_map(|grading| &grading.grades).map(|grade| &grade.id);
    let record = inputs.candidacies.iter().flat_map(|all| &all.parts().history);
    let on_record = record.filter_map(|past| match &past.result {
        PastMerit::Graded { grade } => Some(grade),
        PastMerit::Awarded { .. } => None,
    });
    let given: BTreeSet<GradeId> = by_rulebook.chain(on_record).cloned().collect();
    let given = Vec::from_iter(given);
    let mut faults = Vec::new();
    let awards = Place::whole().field("award_rules").field("awards");
    for (position, rule) in inputs.award_rules.parts().awards.iter().enumerate() {
        let requires = awards.index(position).field("requires");
        for (position, condition) in rule.requires.iter().enumerate() {
            for (place, asked) in unknown(&requires.index(position), condition, &given) {
                let fault = ConcludeFault::UnknownGrades { asked, given: given.clone() };
                faults.push(Placed { place, fault });
            }
        }
    }
    faults
}

/// A grade of the year is one of the rulebook. A run may reach back to rulebooks that named
/// theirs otherwise, but its last year is judged by this one.
fn unknown(
    place: &Place,
    condition: &AwardCondition,
    given: &[GradeId],
) -> Vec<(Place, Vec<GradeId>)> {
    match condition {
        AwardCondition::Graded { grades } => {
            let unknown = grades.iter().enumerate().filter(|(_, grade)| !given.contains(grade));
            let place = place.field("grades");
            unknown.map(|(at, grade)| (place.index(at), vec![grade.clone()])).collect()
        }
        AwardCondition::YearsRunning {
            of: Merit::Graded { grades },
            last: LastYear::ThisYear,
            ..
        } if !grades.iter().any(|grade| given.contains(grade)) => {
            vec![(place.field("of").field("grades"), grades.clone())]
        }
        _ => Vec::new(),
    }
}
