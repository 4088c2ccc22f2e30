//! Prints a concluded season for a terminal.

use std::error::Error;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use thidua::awards::AwardOutcome;
use thidua::criteria::TieBreak;
use thidua::organisation::Hierarchy;
use thidua::scoring::{DecidedTie, Line, ScoreSheet, Span, Standing, TieSettlement};
use thidua::season::{ClusterOutcome, Inputs, Outcome};
use thidua::values::{Basis, Coded, Day, Exact, Points, SubjectId};

use crate::language::Language;

/// A concluded season and what it was concluded from.
pub(crate) struct Report<'r> {
    pub(crate) inputs: &'r Inputs<'r>,
    pub(crate) hierarchy: &'r Hierarchy<'r>,
    pub(crate) outcome: &'r Outcome,
    pub(crate) language: Language,
}

impl Report<'_> {
    /// Prints everything, with the full sheet of one subject.
    pub(crate) fn print(&self, shown: &SubjectId) -> Result<(), Box<dyn Error>> {
        self.heading();
        for cluster in &self.outcome.clusters {
            self.cluster(cluster);
        }
        let mut sheets = self.outcome.clusters.iter().flat_map(|cluster| &cluster.sheets);
        let sheet = sheets.find(|sheet| sheet.subject == *shown);
        self.sheet(
            sheet.ok_or_else(|| format!("expected a member of a cluster, found `{shown}`"))?,
        );
        Ok(())
    }

    fn heading(&self) {
        let (season, rulebook) = (self.inputs.season.parts(), self.inputs.rulebook.parts());
        println!("{}", self.language.text(&season.title));
        let as_of = self.day(self.outcome.as_of);
        println!("{} {as_of}", self.language.pick("Tính đến ngày", "As of"));
        println!("{}", self.language.text(&rulebook.title));
        self.basis(&rulebook.basis);
        let award_rules = self.inputs.award_rules.parts();
        println!("{}", self.language.text(&award_rules.title));
        self.basis(&award_rules.basis);
        let records = &self.inputs.evidence.records;
        let count = |wanted: fn(&Basis) -> bool| {
            records.iter().filter(|record| wanted(&record.basis)).count()
        };
        println!(
            "{}: {} {}, {} {}, {} {}",
            self.language.pick("Số liệu", "Evidence"),
            count(|basis| matches!(basis, Basis::Published { .. })),
            self.language.pick("đã công bố", "published"),
            count(|basis| matches!(basis, Basis::PartPublished { .. })),
            self.language.pick("công bố một phần", "published in part"),
            count(|basis| matches!(basis, Basis::Illustrative { .. })),
            self.language.pick("minh họa", "illustrative"),
        );
    }

    fn basis(&self, basis: &Basis) {
        println!("  {}", self.language.words(&basis.words()));
    }

    fn cluster(&self, cluster: &ClusterOutcome) {
        let named = self.hierarchy.cluster(&cluster.cluster);
        println!("\n{}", named.map_or("", |named| self.language.text(named.name())));
        self.standing(cluster);
        for award in &cluster.awards.awards {
            self.award(award);
        }
    }

    fn standing(&self, cluster: &ClusterOutcome) {
        let standing = &cluster.standing;
        let mut table = table(&[
            self.language.pick("Hạng", "Rank"),
            self.language.pick("Đơn vị", "Member"),
            self.language.pick("Tổng điểm", "Total"),
        ]);
        for position in &standing.positions {
            let rank = match position.provisional {
                Some(possible) => {
                    format!("{} ({}-{})", position.rank, possible.best, possible.worst)
                }
                None => position.rank.to_string(),
            };
            table.add_row([rank, self.name(&position.subject), self.number(&position.total)]);
        }
        for unranked in &standing.unranked {
            let sheet = cluster.sheets.iter().find(|sheet| sheet.subject == unranked.subject);
            let total = sheet.map_or(String::new(), |sheet| self.span(&sheet.total));
            let reason = self.language.words(&unranked.reason.words());
            table.add_row([
                "-".to_owned(),
                self.name(&unranked.subject),
                format!("{total}: {reason}"),
            ]);
        }
        println!("{table}");
        self.ties(standing);
    }

    fn ties(&self, standing: &Standing) {
        for tie in &standing.decided {
            self.decided(tie);
        }
        for record in &standing.settled {
            let by = self.language.pick(
                "Không bước nào phân định được, phân định bằng",
                "No step separates them, settled by",
            );
            println!("{by} {}", self.settlement(record));
        }
        for unused in &standing.unused {
            let not = self.language.pick("Không được dùng", "Not used");
            let reason = self.language.words(&unused.reason.words());
            println!("{not}: {}: {reason}", self.settlement(&unused.settlement));
        }
        for tie in &standing.unresolved {
            let names: Vec<String> =
                tie.subjects.iter().map(|subject| self.name(subject)).collect();
            println!(
                "{} {}: {}",
                names.join(", "),
                tie.rank,
                self.language.words(&tie.awaits.words())
            );
        }
    }

    /// What is on record of a tie that no step of the list broke.
    fn settlement(&self, record: &TieSettlement) -> String {
        let names: Vec<String> = record.order.iter().map(|subject| self.name(subject)).collect();
        format!(
            "{} {} {}: {} ({})",
            self.language.words(&record.by.words()),
            self.language.pick("ngày", "of"),
            self.day(record.on),
            names.join(" > "),
            self.language.words(&record.basis.words())
        )
    }

    fn decided(&self, tie: &DecidedTie) {
        let by = self.step(&tie.step);
        let mut keys: Vec<String> = Vec::new();
        for (position, key) in tie.order.iter().enumerate() {
            let before = position.checked_sub(1).and_then(|before| tie.order.get(before));
            let sign = match before {
                None => "",
                Some(before) if before.value == key.value => "= ",
                Some(_) => "> ",
            };
            let value = key.value.as_ref().map_or("-".to_owned(), |value| self.number(value));
            keys.push(format!("{sign}{} {value}", self.name(&key.subject)));
        }
        let keys = keys.join(" ");
        println!(
            "{} {by}: {keys}",
            self.language.pick("Bằng điểm, xét", "Equal totals, decided by")
        );
    }

    /// What a step looks at.
    fn step(&self, step: &TieBreak) -> String {
        let (vi, en) = match step {
            TieBreak::Points { .. } => ("điểm", "points"),
            TieBreak::GroupPoints { .. } => ("điểm của nhóm", "points of group"),
            TieBreak::FewerDeductions {} => ("bị trừ ít điểm hơn", "fewer deductions"),
            TieBreak::Figure { .. } => ("số lượng", "the number"),
            TieBreak::Share { .. } => ("tỷ lệ", "the share"),
            TieBreak::Earlier { .. } => ("số ngày nộp trước hạn", "days before the due day"),
            TieBreak::Met { .. } => ("đạt", "meeting"),
            TieBreak::HeadToHead { group: None } => ("thắng đối đầu", "beaten head to head"),
            TieBreak::HeadToHead { group: Some(_) } => {
                ("thắng đối đầu trong nhóm", "beaten head to head in group")
            }
            TieBreak::Authority {} => ("cấp có thẩm quyền", "the authority"),
            TieBreak::Ballot {} => ("bỏ phiếu", "ballot"),
            TieBreak::Lots {} => ("bốc thăm", "lots"),
        };
        let by = self.language.pick(vi, en);
        match (step.criterion(), step.group()) {
            (Some(criterion), _) => {
                let leaf = self.inputs.rulebook.leaf(criterion);
                let title = leaf.map_or("", |leaf| self.language.text(&leaf.criterion.title));
                format!("{by}: {title}")
            }
            (None, Some(group)) => format!("{by} {group}"),
            (None, None) => by.to_owned(),
        }
    }

    fn award(&self, award: &AwardOutcome) {
        let rules =
            self.inputs.award_rules.parts().awards.iter().find(|rule| rule.id == award.award);
        let title = rules.map_or("", |rule| self.language.text(&rule.title));
        println!(
            "{title}: {} {} {} {}",
            self.language.pick("chỉ tiêu", "quota"),
            count(award.seats),
            self.language.pick("trong số", "of"),
            count(award.rest)
        );
        for verdict in &award.verdicts {
            let words = self.language.words(&verdict.verdict.words());
            println!("  {}: {words}", self.name(&verdict.subject));
        }
    }

    fn sheet(&self, sheet: &ScoreSheet) {
        println!(
            "\n{}: {}",
            self.language.pick("Bảng điểm", "Score sheet"),
            self.name(&sheet.subject)
        );
        let mut table = table(&[
            "",
            self.language.pick("Tiêu chí", "Criterion"),
            self.language.pick("Tối đa", "At most"),
            self.language.pick("Trước làm tròn", "Unrounded"),
            self.language.pick("Điểm", "Points"),
            self.language.pick("Vì sao", "Why"),
            self.language.pick("Nguồn", "Basis"),
        ]);
        for line in &sheet.lines {
            table.add_row(self.line(line));
        }
        for adjustment in &sheet.adjustments {
            let done = self.language.words(&adjustment.kind.words());
            table.add_row(["", &done, "", "", &self.span(&adjustment.contribution), "", ""]);
        }
        let rules = self.inputs.rulebook.parts();
        let bonus = rules.bonus.as_ref().map_or(Points::ZERO, |bonus| bonus.points);
        let total = self.language.pick("Tổng điểm", "Total");
        table.add_row([
            "",
            total,
            &format!("{}+{bonus}", rules.scale.points),
            "",
            &self.span(&sheet.total),
            "",
            "",
        ]);
        println!("{table}");
    }

    fn line(&self, line: &Line) -> [String; 7] {
        let basis = match line.answer.as_ref().map(|answer| &answer.basis) {
            Some(Basis::Published { .. }) => self.language.pick("đã công bố", "published"),
            Some(Basis::PartPublished { .. }) => {
                self.language.pick("công bố một phần", "published in part")
            }
            Some(Basis::Illustrative { .. }) => self.language.pick("minh họa", "illustrative"),
            None => "-",
        };
        [
            line.criterion.ordinal.to_string(),
            self.language.text(&line.criterion.title).to_owned(),
            line.criterion.maximum.to_string(),
            self.span(&line.unrounded),
            self.span(&line.contribution),
            self.language.words(&line.reason.words()),
            basis.to_owned(),
        ]
    }

    fn day(&self, day: Day) -> String {
        self.language.pick(&day.in_vietnamese(), &day.to_string()).to_owned()
    }

    fn span(&self, span: &Span) -> String {
        self.language.span(span)
    }

    fn number(&self, number: &Exact) -> String {
        self.language.number(number)
    }

    /// What a subject is called; here every subject is a body.
    fn name(&self, subject: &SubjectId) -> String {
        let body = subject.as_str().parse().ok().and_then(|id| self.hierarchy.body(&id));
        body.map_or_else(|| subject.to_string(), |body| self.language.text(&body.name).to_owned())
    }
}

/// A number that may not be known yet.
fn count(number: Option<usize>) -> String {
    number.map_or("?".to_owned(), |number| number.to_string())
}

fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header(header);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(140);
    for (position, column) in table.column_iter_mut().enumerate() {
        if [2, 3, 4].contains(&position) && 3 < header.len() {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}
