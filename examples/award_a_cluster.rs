//! Awards one illustrative cluster: from scores to a standing, a tie at the edge
//! of a quota under each of the five policies, all awards with what they pay, and
//! what a correction cancels.
//!
//! ```text
//! cargo run --example award_a_cluster [-- vi|en]
//! ```

mod language;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use thidua::awards::{
    AwardInputs, AwardOutcome, AwardRules, Candidacies, Conferral, DecidedBy, EdgeDecision,
    MoneySchedule, PaidMoney, Selection, Verdict, VerdictKind, confer, correct,
};
use thidua::criteria::Rulebook;
use thidua::documents::{Document, Limits, problems_across, problems_of, read};
use thidua::ranking::EdgePolicy;
use thidua::scoring::{
    Evidence, EvidenceParts, EvidenceValue, Roster, ScoreSheet, Standing, score,
};
use thidua::values::{AwardId, Basis, Coded, Day, Period, Text, Words};

use language::Language;

/// What is read, and the language of what is printed.
struct Cluster {
    rulebook: Rulebook,
    evidence: EvidenceParts,
    rules: AwardRules,
    candidacies: Candidacies,
    schedules: [MoneySchedule; 1],
    day: Day,
    language: Language,
}

fn main() -> Result<(), Box<dyn Error>> {
    let language: Language = std::env::args().nth(1).as_deref().unwrap_or("en").parse()?;
    let cluster = Cluster {
        rulebook: document("rulebook.json")?,
        evidence: document("evidence.json")?,
        rules: document("award-rules.json")?,
        candidacies: document("candidacies.json")?,
        schedules: [document("money-schedule.json")?],
        day: "2025-12-20".parse()?,
        language,
    };
    cluster.heading()?;
    let certificate: AwardId = "certificate-of-merit".parse()?;
    for (edge, settled) in POLICIES {
        cluster.edge(&certificate, edge, None)?;
        if settled.is_some() {
            cluster.edge(&certificate, edge, settled)?;
        }
    }
    let drawn = cluster.with(&certificate, EdgePolicy::DrawLots {}, Some(LOTS))?;
    let before = drawn.confer(&drawn.evidence)?;
    drawn.awards(&before);
    drawn.correction(&before)
}

/// Who settled a tie, and the order of those who were equal.
type Settled = (DecidedBy, &'static [&'static str]);

/// The lots that were drawn.
const LOTS: Settled = (DecidedBy::Lots, &["front-e", "front-c", "front-d"]);

/// What the authority decided.
const AUTHORITY: Settled = (DecidedBy::Authority, &["front-d", "front-c", "front-e"]);

/// The five policies, with what settles those that leave a tie open.
const POLICIES: [(EdgePolicy, Option<Settled>); 5] = [
    (EdgePolicy::IncludeAll {}, None),
    (EdgePolicy::ExcludeAll {}, None),
    (EdgePolicy::IncludeUpTo { cap: 4 }, None),
    (EdgePolicy::DrawLots {}, Some(LOTS)),
    (EdgePolicy::Refer {}, Some(AUTHORITY)),
];

impl Cluster {
    fn heading(&self) -> Result<(), Box<dyn Error>> {
        for (title, basis) in [
            (&self.rulebook.parts().title, &self.rulebook.parts().basis),
            (&self.rules.parts().title, &self.rules.parts().basis),
        ] {
            println!("{}", self.text(title));
            let (Basis::Illustrative { note } | Basis::PartPublished { note, .. }) = basis else {
                continue;
            };
            println!("  {}: {note}", self.pick("Minh họa", "Illustrative"));
        }
        let (standing, sheets) = self.placed(&self.evidence)?;
        println!("\n{}", self.pick("Xếp hạng", "Standing"));
        for sheet in &sheets {
            let rank = standing.position(&sheet.subject).map(|position| position.rank);
            let rank = rank.map_or("-".to_owned(), |rank| format!("{rank}."));
            let grade = sheet.grade.as_ref().map(|grade| self.words(&grade.words()));
            let total = self.language.span(&sheet.total);
            println!("  {rank} {} {total}: {}", sheet.subject, grade.unwrap_or_default());
        }
        Ok(())
    }

    /// The standing and the sheets by this evidence.
    fn placed(
        &self,
        evidence: &EvidenceParts,
    ) -> Result<(Standing, Vec<ScoreSheet>), Box<dyn Error>> {
        let candidates = self.candidacies.parts().candidates.iter();
        let members = candidates.filter(|candidate| candidate.nominated_by.is_none());
        let roster: Roster = members.map(|candidate| candidate.subject.clone()).collect();
        let evidence = Evidence::try_new(&self.rulebook, &roster, evidence)
            .map_err(|faults| problems_of::<EvidenceParts, _>(&faults))?;
        let scores = score(&evidence);
        let standing = scores.place(&roster.subjects().cloned().collect(), self.day)?;
        Ok((standing, scores.sheets().cloned().collect()))
    }

    /// The same cluster under another policy for one award, and with a decision by it.
    fn with(
        &self,
        award: &AwardId,
        policy: EdgePolicy,
        decision: Option<Settled>,
    ) -> Result<Self, Box<dyn Error>> {
        let mut rules = self.rules.parts().clone();
        for rule in rules.awards.iter_mut().filter(|rule| rule.id == *award) {
            if let Selection::BestPlaced { edge, .. } = &mut rule.selection {
                *edge = policy;
            }
        }
        let mut record = self.candidacies.parts().clone();
        if let Some((by, order)) = decision {
            let order = order.iter().map(|id| id.parse()).collect::<Result<_, _>>()?;
            let basis = Basis::Illustrative { note: "made up for the example".parse()? };
            record.decisions.push(EdgeDecision { award: award.clone(), by, order, basis });
        }
        Ok(Self {
            rulebook: self.rulebook.clone(),
            evidence: self.evidence.clone(),
            rules: AwardRules::try_new(rules)?,
            candidacies: Candidacies::try_new(record)?,
            schedules: self.schedules.clone(),
            ..*self
        })
    }

    fn confer(&self, evidence: &EvidenceParts) -> Result<Conferral, Box<dyn Error>> {
        let (standing, sheets) = self.placed(evidence)?;
        let graded = |sheet: &ScoreSheet| Some((sheet.subject.clone(), sheet.grade.clone()?));
        let inputs = AwardInputs {
            rules: &self.rules,
            standing: &standing,
            grades: &sheets.iter().filter_map(graded).collect(),
            elsewhere: &BTreeSet::new(),
            during: Period::try_new("2025-01-01".parse()?, Some("2026-01-01".parse()?))?,
            candidacies: Some(&self.candidacies),
            schedules: &self.schedules,
        };
        Ok(confer(&inputs, self.day).map_err(|faults| problems_across(&faults))?)
    }

    /// What becomes of one award under a policy.
    fn edge(
        &self,
        award: &AwardId,
        policy: EdgePolicy,
        decision: Option<Settled>,
    ) -> Result<(), Box<dyn Error>> {
        let conferral = self.with(award, policy, decision)?.confer(&self.evidence)?;
        let settled = decision.map(|(_, order)| format!(": {}", order.join(", ")));
        println!("\n{}{}", self.policy(policy), settled.unwrap_or_default());
        conferral.award(award).into_iter().for_each(|outcome| self.verdicts(outcome));
        Ok(())
    }

    fn policy(&self, policy: EdgePolicy) -> String {
        match policy {
            EdgePolicy::IncludeAll {} => self.pick("Lấy tất cả", "All who are equal are taken"),
            EdgePolicy::ExcludeAll {} => self.pick("Không lấy ai", "None who is equal is taken"),
            EdgePolicy::IncludeUpTo { cap } => {
                let text = self.pick("Lấy tất cả nếu không quá", "All are taken up to");
                return format!("{text} {cap}");
            }
            EdgePolicy::DrawLots {} => self.pick("Bốc thăm", "Lots decide"),
            EdgePolicy::Refer {} => {
                self.pick("Cấp có thẩm quyền quyết định", "The authority decides")
            }
        }
        .to_owned()
    }

    fn awards(&self, conferral: &Conferral) {
        for outcome in &conferral.awards {
            let mut rules = self.rules.parts().awards.iter();
            let title = rules.find(|rule| rule.id == outcome.award).map(|rule| &rule.title);
            println!("\n{}", title.map_or("", |title| self.text(title)));
            match &outcome.money {
                Some(PaidMoney::Paid { money }) => println!("  {}", self.words(&money.words())),
                Some(PaidMoney::NotPaid { reason }) => {
                    println!("  {}", self.words(&reason.words()));
                }
                None => {}
            }
            self.verdicts(outcome);
        }
    }

    /// The verdicts, without those whom the award is not for.
    fn verdicts(&self, outcome: &AwardOutcome) {
        for Verdict { subject, verdict, .. } in &outcome.verdicts {
            if !matches!(verdict, VerdictKind::OtherRecipient { .. }) {
                println!("  {subject}: {}", self.words(&verdict.words()));
            }
        }
    }

    /// What falls and who moves up when a mark turns out to be wrong.
    fn correction(&self, before: &Conferral) -> Result<(), Box<dyn Error>> {
        let mut corrected = self.evidence.clone();
        for record in &mut corrected.records {
            if record.subject.as_str() == "front-a" {
                record.value = EvidenceValue::Marks { marks: vec!["94".parse()?] };
            }
        }
        let after = self.confer(&corrected)?;
        let correction = correct(before, &after);
        let title =
            self.pick("Đính chính: front-a được 94 điểm", "Corrected: front-a has 94 points");
        println!("\n{title}");
        for one in &correction.cancelled {
            println!("  {} {}: {}", one.award, one.subject, self.words(&one.words()));
        }
        for one in &correction.reopened {
            println!("  {} {}: {}", one.award, one.subject, self.words(&one.words()));
        }
        for outcome in &after.awards {
            for one in &outcome.unused {
                println!("  {}: {}", outcome.award, self.words(&one.words()));
            }
        }
        for one in &correction.granted {
            println!(
                "  {} {}: {}",
                one.award,
                one.subject,
                self.pick("được đề nghị", "proposed now")
            );
        }
        Ok(())
    }

    fn pick<'t>(&self, vi: &'t str, en: &'t str) -> &'t str {
        self.language.pick(vi, en)
    }

    fn text<'t>(&self, text: &'t Text) -> &'t str {
        self.language.text(text)
    }

    fn words(&self, words: &Words) -> String {
        self.language.words(words)
    }
}

/// Reads a document; its problems are reported with the name of the file.
fn document<D: Document>(name: &str) -> Result<D, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/award-a-cluster");
    let bytes = fs::read(folder.join(name))?;
    read(&bytes, &Limits::default()).map_err(|problems| format!("{name}:\n{problems}").into())
}
