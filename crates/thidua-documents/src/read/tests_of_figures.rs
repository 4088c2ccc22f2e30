//! Documents of figures: what is read is right, and what does not fit has its place.

use proptest::prelude::*;
use thidua_figures::{Figures, FiguresParts};

use super::tests::{agree, change, parts, reads_back};
use crate::{problems_of, write};

const PUBLISHED: &str = include_str!("../../../../examples/data/hanoi-figures/figures.json");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Law: reading what was written gives the same figures, in canonical order.
    #[test]
    fn reading_undoes_writing_of_figures((_, _, figures) in thidua_figures::strategies::figures()) {
        reads_back(&figures.canonical());
    }

    /// Law: the shape accepts what derived code accepts.
    #[test]
    fn the_shape_agrees_with_derived_code_on_figures(
        (_, _, figures) in thidua_figures::strategies::figures(),
        changes in prop::collection::vec(change(), 1..3),
    ) {
        agree::<FiguresParts>(&write(&figures), &changes)?;
    }

    /// Law: what does not fit has its place in the document as it was given.
    #[test]
    fn faults_are_placed((catalogue, organisation, figures) in thidua_figures::strategies::figures()) {
        let unknown = figures.observations.iter().map(|it| {
            thidua_figures::Observation { indicator: "nothing".parse().unwrap(), ..it.clone() }
        });
        let unknown = FiguresParts { observations: unknown.collect(), ..figures.clone() };
        let refused = Figures::try_new(&catalogue, &organisation, unknown).err();
        let problems = refused.map(|faults| problems_of::<FiguresParts, _>(&faults).to_string());
        let expected = (0..figures.observations.len()).map(|at| {
            format!("/figures/observations/{at}/indicator: expected an indicator of the catalogue, found `nothing` [unknown_indicator]")
        });
        let expected = expected.collect::<Vec<_>>().join("\n");
        prop_assert_eq!(problems.unwrap_or_default(), expected);
    }
}

#[test]
fn reading_undoes_writing_of_the_figures_of_the_examples() {
    reads_back(&parts::<FiguresParts>(PUBLISHED).canonical());
}
