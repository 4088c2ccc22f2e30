//! Reads five published texts claim by claim: what was read of each, what was computed, what
//! holds, what does not, and what cannot be told.
//!
//! ```text
//! cargo run --release --example check_report [-- vi|en]
//! ```

use std::error::Error;
use std::fs;
use std::path::Path;

use thidua::documents::{Document, Limits, problems_across, problems_of, read};
use thidua::figures::{
    Catalogue, Figures, FiguresParts, Judged, Judgement, ReadReport, Report, Verdict,
};
use thidua::organisation::Organisation;
use thidua::values::{Coded, Text};

/// The texts, in the order of their days.
const TEXTS: [&str; 5] = [
    "thanh-xuan-models-2020",
    "tay-ho-five-years-2020",
    "cluster-2-half-year-2022",
    "cluster-3-year-2022",
    "thanh-xuan-congress-2024",
];

/// Vietnamese or English, whichever is printed.
type Pick = for<'t> fn(vi: &'t str, en: &'t str) -> &'t str;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let pick: Pick = match std::env::args().nth(1).as_deref().unwrap_or("en") {
        "en" => |_, en| en,
        "vi" => |vi, _| vi,
        other => return Err(format!("expected the language `vi` or `en`, found `{other}`").into()),
    };
    let organisation: Organisation = document("hanoi-2022", "organisation")?;
    let catalogue: Catalogue = document("indicators", "indicator-catalogue")?;
    let reports = TEXTS.iter().map(|name| document::<Report>("reports", name));
    let reports = reports.collect::<Result<Vec<Report>>>()?;
    let texts = reports.iter().map(|report| {
        let read = report.read(&catalogue, &organisation);
        read.map_err(|faults| problems_of::<Report, _>(&faults).into())
    });
    let texts = texts.collect::<Result<Vec<ReadReport<'_>>>>()?;
    for text in &texts {
        print_text(pick, text, &text.judge(&texts));
    }
    for verdict in [Verdict::Fails, Verdict::Open] {
        print_all(pick, &texts, verdict);
    }
    print_observations(pick, &texts, &catalogue, &organisation)
}

fn document<D: Document>(folder: &str, name: &str) -> Result<D> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(folder);
    let bytes = fs::read(folder.join(format!("{name}.json")))?;
    read(&bytes, &Limits::default()).map_err(|problems| format!("{name}\n{problems}").into())
}

/// A text, and each of its claims.
fn print_text(pick: Pick, text: &ReadReport<'_>, judged: &[Judged<'_>]) {
    let parts = text.report().parts();
    println!("{}", text_of(pick, &parts.title));
    println!("  {}, {}", text_of(pick, &parts.publisher), parts.day);
    for Judged { claim, read, judgements } in judged {
        println!("  {}: “{}”", claim.id, claim.quote);
        match read {
            Ok(reading) => {
                println!("    {} {}", pick("đọc:", "read:"), words(pick, reading));
            }
            Err(_) => println!("    {}", pick("không đọc được", "not read")),
        }
        for judgement in judgements {
            println!("    {}", judged_so(pick, judgement));
        }
        if let Some(note) = &claim.note {
            println!("    {} {}", pick("ghi chú:", "note:"), text_of(pick, note));
        }
    }
    println!();
}

/// Everything of one verdict in all texts.
fn print_all(pick: Pick, texts: &[ReadReport<'_>], verdict: Verdict) {
    let heading = match verdict {
        Verdict::Fails => pick("Những điều không đúng:", "What does not hold:"),
        _ => pick("Những điều chưa kết luận được:", "What cannot be told:"),
    };
    println!("{heading}");
    for text in texts {
        // What is told alike of several claims is printed once.
        let mut told_of: Vec<(String, Vec<&str>)> = Vec::new();
        for Judged { claim, judgements, .. } in text.judge(texts) {
            for judgement in judgements.iter().filter(|judgement| judgement.verdict == verdict) {
                let told = words(pick, &judgement.told);
                match told_of.iter_mut().find(|(other, _)| *other == told) {
                    Some((_, claims)) => claims.push(claim.id.as_str()),
                    None => told_of.push((told, vec![claim.id.as_str()])),
                }
            }
        }
        for (told, claims) in told_of {
            println!("  {}, {}: {told}", text.report().id(), claims.join(", "));
        }
    }
    println!();
}

/// That the figures of all texts are observations of one catalogue and one organisation.
fn print_observations(
    pick: Pick,
    texts: &[ReadReport<'_>],
    catalogue: &Catalogue,
    organisation: &Organisation,
) -> Result<()> {
    let observations = texts.iter().flat_map(ReadReport::observations).collect();
    let title = Text { vi: "Năm văn bản".parse()?, en: "Five texts".parse()? };
    let parts = FiguresParts { title, catalogue: catalogue.id().clone(), observations };
    let figures = Figures::try_new(catalogue, organisation, parts);
    let figures = figures.map_err(|faults| problems_across(&faults))?;
    let claims: usize = texts.iter().map(|text| text.report().claims().len()).sum();
    let count = figures.observations().len();
    let [claimed, observed] =
        [pick("điều được nêu", "claims"), pick("số liệu", "observations of the catalogue")];
    println!("{claims} {claimed}, {count} {observed}.");
    Ok(())
}

fn judged_so(pick: Pick, Judgement { verdict, told }: &Judgement) -> String {
    format!("{}: {}", words(pick, verdict), words(pick, told))
}

fn words(pick: Pick, coded: &impl Coded) -> String {
    let words = coded.words();
    pick(&words.vi, &words.en).to_owned()
}

fn text_of(pick: Pick, text: &Text) -> &str {
    pick(text.vi.as_str(), text.en.as_str())
}
