//! What districts, clusters and the city come to.

use thidua::figures::{Shares, Source, Totals};
use thidua::organisation::{Hierarchy, Level, UnitOn};
use thidua::values::{Coded, Exact};

use crate::Result;
use crate::printed::{called, hundredths, number, of, reported};

/// Every district: where its total comes from, who reported, and what it says itself.
pub(crate) fn print_districts(totals: &Totals<'_>) {
    for total in totals.all().filter(|total| total.unit().level() == Level::District) {
        let source = total.source().map(|source| source.words().en).unwrap_or_default();
        let own = match (total.source(), total.own()) {
            (_, None) => ", itself silent".to_owned(),
            (Some(Source::Own), Some(_)) => {
                format!(", those below {}", number(total.below().as_ref()))
            }
            (_, own) if own == total.bounds() => String::new(),
            (_, own) => format!(", itself {}", number(own.as_ref())),
        };
        println!(
            "  {:21} {:>24}: {source}, {}{own}",
            called(total.unit()),
            number(total.bounds().as_ref()),
            reported(total.coverage()),
        );
    }
}

/// Every cluster of the organisation, with its members.
pub(crate) fn print_clusters(totals: &Totals<'_>, hierarchy: &Hierarchy<'_>) {
    for cluster in &hierarchy.organisation().parts().clusters {
        let Some(total) = totals.of_cluster(&cluster.id) else { continue };
        println!("  {}: {}", cluster.name.vi, number(total.bounds().as_ref()));
        println!(
            "    {}, {}; itself {}",
            total.source().map(|source| source.words().en).unwrap_or_default(),
            reported(total.coverage()),
            total.own().map_or("silent".to_owned(), |own| number(Some(&own))),
        );
        for member in total.members() {
            println!("    {:20} {}", called(member.unit()), number(member.bounds().as_ref()));
        }
    }
}

/// The city, and who is missing.
pub(crate) fn print_city(totals: &Totals<'_>, hierarchy: &Hierarchy<'_>) -> Result<()> {
    let city = totals.of_unit(one(hierarchy, "Hà Nội")?.id()).ok_or("a city that is gone")?;
    println!("  {}: {}", of(totals), number(city.bounds().as_ref()));
    let coverage = reported(city.coverage());
    println!("    {coverage}, {} terms; missing:", city.terms().len());
    let missing: Vec<_> = city.missing().into_iter().map(called).collect();
    println!("    {}", missing.join(", "));
    Ok(())
}

/// Of some districts the share that is computed beside what they state.
pub(crate) fn print_shares(shares: &Shares<'_>, hierarchy: &Hierarchy<'_>) -> Result<()> {
    let computed = |unit: UnitOn<'_>| {
        let share = shares.of_unit(unit.id()).ok_or("a unit that is gone")?;
        let quotient = share.quotient().map(|it| it.times(&Exact::from(100)));
        let words = match quotient.as_ref().and_then(|it| it.number()) {
            Some(percent) => hundredths(percent)?,
            None => number(quotient.as_ref()),
        };
        Result::Ok((words, share.stated_percent()))
    };
    for name in ["quận Hoàn Kiếm", "quận Tây Hồ", "huyện Thường Tín", "huyện Ba Vì"]
    {
        let (words, stated) = computed(one(hierarchy, name)?)?;
        let stated = stated.map_or("nothing".to_owned(), |it| format!("{} %", number(Some(&it))));
        println!("  {name}: computed {words} %, stated {stated}");
    }
    Ok(())
}

/// A total with its terms, and who is missing of those below.
pub(crate) fn print_terms(
    totals: &Totals<'_>,
    hierarchy: &Hierarchy<'_>,
    name: &str,
) -> Result<()> {
    let total = totals.of_unit(one(hierarchy, name)?.id()).ok_or("a unit that is gone")?;
    println!("  {name}, {}: {}", of(totals), number(total.bounds().as_ref()));
    for term in total.terms() {
        let unit = term.about.unit().and_then(|unit| hierarchy.unit(unit)).map(called);
        let value = term.value.words().en;
        println!("    {:24} {value:>10}, received {}", unit.unwrap_or_default(), term.received);
    }
    let missing: Vec<_> = total.missing().into_iter().map(called).collect();
    println!("    missing: {}", missing.join(", "));
    Ok(())
}

/// The one unit of that name.
fn one<'o>(hierarchy: &Hierarchy<'o>, name: &str) -> Result<UnitOn<'o>> {
    match hierarchy.named(name).as_slice() {
        [unit] => Ok(*unit),
        found => Err(format!("expected one {name}, found {}", found.len()).into()),
    }
}
