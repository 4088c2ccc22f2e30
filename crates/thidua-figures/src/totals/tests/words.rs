//! What totals and what cannot be asked of them are called.

use super::*;

#[test]
fn what_cannot_be_asked_for_says_why() {
    let (catalogue, organisation) = (sample::bound_catalogue(), sample::organisation());
    let parts = sample::parts(Vec::new());
    let figures = Figures::try_new(&catalogue, &organisation, parts).unwrap();
    assert!(figures.as_of(sample::day("2021-12-31")).is_err());
    let on = figures.as_of(sample::day("2024-12-31")).unwrap();
    let asked = sample::asked;
    let refused = |fault: AskedFault| format!("{}: {fault}", thidua_values::Fault::code(&fault));
    let messages = [
        on.totals(&asked("houses"), Missing::Refuse).map_err(refused).unwrap_err(),
        on.totals(&asked("cremated"), Missing::Refuse).map_err(refused).unwrap_err(),
        on.shares(&asked("groups"), Missing::Refuse).map_err(refused).unwrap_err(),
        on.tallies(&asked("groups")).map_err(refused).unwrap_err(),
    ];
    assert_eq!(
        messages,
        [
            "unknown_indicator: expected an indicator of the catalogue, found `houses`",
            "other_kind_of_indicator: expected a stock, a flow or a cumulative figure, found `cremated`, ratio",
            "other_kind_of_indicator: expected a ratio, found `groups`, stock",
            "other_kind_of_indicator: expected a question, found `groups`, stock",
        ]
    );
    let indicator: IndicatorId = "groups".parse().unwrap();
    let totals = on.totals(&asked("groups"), Missing::AtLeast).unwrap();
    assert_eq!((&totals.indicator().id, totals.missing()), (&indicator, Missing::AtLeast));
    assert_eq!(totals.asked(), &asked("groups"));
}

#[test]
fn each_source_and_way_to_miss_has_its_code_and_words() {
    let sources = [
        (Source::Below, "below", "the sum of the units below"),
        (Source::Own, "own", "what the unit itself reported"),
        (Source::Reported, "reported", "what of the units below was reported"),
    ];
    for (source, code, en) in sources {
        assert_eq!((source.code(), source.words().en.as_str()), (code, en));
    }
    let ways = [
        (Missing::Refuse, "refuse", "no total"),
        (Missing::AtLeast, "at_least", "at least what was reported"),
    ];
    for (way, code, en) in ways {
        assert_eq!((way.code(), way.words().en.as_str()), (code, en));
    }
}
