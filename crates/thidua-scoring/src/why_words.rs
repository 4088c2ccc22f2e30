//! The codes and the words of why one stands ahead of another.

use thidua_criteria::TieBreak;
use thidua_values::{Coded, Exact, GroupId, Words};

use crate::reason_words::n;
use crate::{AdjustedAt, DecidedBy, Difference, DifferencePart, TieKey, Unranked};

impl Coded for DecidedBy {
    fn code(&self) -> &'static str {
        match self {
            Self::Points { .. } => "points",
            Self::TieBreak { .. } => "tie_break",
            Self::Settlement { .. } => "settlement",
            Self::Tied { .. } => "tied",
            Self::Unranked { .. } => "unranked",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Points { ahead } => Words::new(
                format!("`{ahead}` xếp trên do tổng điểm cao hơn"),
                format!("`{ahead}` stands ahead by its total"),
            ),
            Self::TieBreak { step, ahead, behind } => {
                let (by, first, second) = (by(step), seen(ahead), seen(behind));
                let subject = &ahead.subject;
                Words::new(
                    format!(
                        "bằng điểm; `{subject}` xếp trên {}: {} so với {}",
                        by.vi, first.vi, second.vi
                    ),
                    format!(
                        "level on points; `{subject}` stands ahead {}: {} against {}",
                        by.en, first.en, second.en
                    ),
                )
            }
            Self::Settlement { ahead, settlement } => {
                let settled = settlement.words();
                Words::new(
                    format!("bằng điểm; `{ahead}` xếp trên theo {}", settled.vi),
                    format!("level on points; `{ahead}` stands ahead by {}", settled.en),
                )
            }
            Self::Tied { rank, awaits } => {
                let awaits = awaits.words();
                Words::new(
                    format!("bằng điểm, cùng thứ hạng {rank}: {}", awaits.vi),
                    format!("level on points, both at rank {rank}: {}", awaits.en),
                )
            }
            Self::Unranked { unranked } => without_place(unranked),
        }
    }
}

/// Who has no place, and why.
fn without_place(unranked: &[Unranked]) -> Words {
    let words = unranked.iter().map(|one| (&one.subject, one.reason.words()));
    let (vi, en): (Vec<_>, Vec<_>) = words
        .map(|(subject, why)| {
            let vi = format!("`{subject}` không được xếp hạng: {}", why.vi);
            (vi, format!("`{subject}` has no place: {}", why.en))
        })
        .unzip();
    Words::new(vi.join("; "), en.join("; "))
}

impl Coded for Difference {
    /// `line`, or the code of the adjustment.
    fn code(&self) -> &'static str {
        match &self.part {
            DifferencePart::Line { .. } => "line",
            DifferencePart::Adjustment { adjustment, .. } => adjustment.code(),
        }
    }

    fn words(&self) -> Words {
        let what = self.part.words();
        let (more, less) = if self.difference.is_negative() {
            (("kém", "less"), -self.difference.clone())
        } else {
            (("hơn", "more"), self.difference.clone())
        };
        let (own, other) = (&self.of_subject.points, &self.of_other.points);
        Words::new(
            format!("{}: {} {} điểm ({} so với {})", what.vi, more.0, n(&less), n(own), n(other)),
            format!("{}: {less} points {} ({own} against {other})", what.en, more.1),
        )
    }
}

impl DifferencePart {
    fn words(&self) -> Words {
        match self {
            Self::Line { criterion } => {
                let (ordinal, title) = (&criterion.ordinal, &criterion.title);
                Words::new(
                    format!("tiêu chí {ordinal} ({})", title.vi),
                    format!("criterion {ordinal} ({})", title.en),
                )
            }
            Self::Adjustment { adjustment, at } => {
                let words = adjustment.words();
                match at {
                    AdjustedAt::Criterion { criterion: id } => {
                        of(&words, "tiêu chí", "criterion", id)
                    }
                    AdjustedAt::Group { group: id } => of(&words, "nhóm", "group", id),
                    AdjustedAt::Part { .. } | AdjustedAt::Total {} => words,
                }
            }
        }
    }
}

fn of(words: &Words, vi: &str, en: &str, id: impl std::fmt::Display) -> Words {
    Words::new(format!("{vi} `{id}`: {}", words.vi), format!("{en} `{id}`: {}", words.en))
}

/// By what a step looks at.
fn by(step: &TieBreak) -> Words {
    let (vi, en, criterion) = match step {
        TieBreak::Points { criterion } => ("theo điểm của", "by the points of", criterion),
        TieBreak::GroupPoints { group } => {
            return Words::new(
                format!("theo điểm của nhóm `{group}`"),
                format!("by the points of group `{group}`"),
            );
        }
        TieBreak::FewerDeductions {} => {
            return Words::new("do bị trừ ít điểm hơn", "by fewer deductions");
        }
        TieBreak::Figure { criterion } => ("theo số lượng của", "by the figure of", criterion),
        TieBreak::Share { criterion } => ("theo tỷ lệ của", "by the share of", criterion),
        TieBreak::Earlier { criterion } => {
            ("theo số ngày nộp trước hạn của", "by the days before the due day of", criterion)
        }
        TieBreak::Met { criterion } => ("do đạt", "by who meets", criterion),
        TieBreak::HeadToHead { group } => return by_pairs(group.as_ref()),
        TieBreak::Authority {} => {
            return Words::new(
                "theo quyết định của cấp có thẩm quyền",
                "by decision of the authority",
            );
        }
        TieBreak::Ballot {} => return Words::new("theo kết quả bỏ phiếu", "by ballot"),
        TieBreak::Lots {} => return Words::new("theo kết quả bốc thăm", "by lots"),
    };
    Words::new(format!("{vi} `{criterion}`"), format!("{en} `{criterion}`"))
}

fn by_pairs(group: Option<&GroupId>) -> Words {
    let (vi, en) = ("do hơn điểm ở nhiều tiêu chí hơn", "head to head, by more criteria");
    match group {
        Some(group) => {
            Words::new(format!("{vi} của nhóm `{group}`"), format!("{en} of group `{group}`"))
        }
        None => Words::new(vi, en),
    }
}

fn seen(key: &TieKey) -> Words {
    key.value.as_ref().map_or_else(
        || Words::new("không có số liệu", "no figure"),
        |value: &Exact| Words::new(n(value), value.to_string()),
    )
}

#[cfg(test)]
mod tests {
    use thidua_values::Basis;

    use super::*;
    use crate::{SettledBy, TieAwaits, TieSettlement, UnrankedReason};

    fn key(subject: &str, value: Option<i64>) -> TieKey {
        TieKey { subject: subject.parse().unwrap(), value: value.map(Exact::from) }
    }

    #[track_caller]
    fn check(decided_by: &DecidedBy, code: &str, vi: &str, en: &str) {
        let words = decided_by.words();
        assert_eq!((decided_by.code(), words.vi.as_str(), words.en.as_str()), (code, vi, en));
    }

    #[test]
    fn all_that_decides_has_its_words() {
        check(
            &DecidedBy::Points { ahead: "a".parse().unwrap() },
            "points",
            "`a` xếp trên do tổng điểm cao hơn",
            "`a` stands ahead by its total",
        );
        let order = vec!["b".parse().unwrap(), "a".parse().unwrap()];
        let settlement = TieSettlement {
            by: SettledBy::Lots,
            tied: order.clone(),
            order,
            on: "2022-12-01".parse().unwrap(),
            basis: Basis::Illustrative { note: "made up".parse().unwrap() },
        };
        check(
            &DecidedBy::Settlement { ahead: "b".parse().unwrap(), settlement },
            "settlement",
            "bằng điểm; `b` xếp trên theo bốc thăm ngày 01/12/2022: `b`, `a` (minh họa: made up)",
            "level on points; `b` stands ahead by lots of 2022-12-01: `b`, `a` \
             (illustrative: made up)",
        );
        let awaits = TieAwaits::Nothing;
        check(
            &DecidedBy::Tied { rank: 3, awaits },
            "tied",
            "bằng điểm, cùng thứ hạng 3: đồng hạng",
            "level on points, both at rank 3: stays tied",
        );
        let criteria = vec!["c".parse().unwrap()];
        let reason = UnrankedReason::MissingEvidence { criteria };
        let unranked = ["a", "b"]
            .map(|id| Unranked { subject: id.parse().unwrap(), reason: reason.clone() })
            .into();
        check(
            &DecidedBy::Unranked { unranked },
            "unranked",
            "`a` không được xếp hạng: chưa có số liệu `c`; \
             `b` không được xếp hạng: chưa có số liệu `c`",
            "`a` has no place: evidence is missing for `c`; \
             `b` has no place: evidence is missing for `c`",
        );
    }

    #[test]
    fn every_step_says_what_it_saw() {
        let criterion = || "c".parse().unwrap();
        let cases = [
            (
                TieBreak::Points { criterion: criterion() },
                "theo điểm của `c`",
                "by the points of `c`",
            ),
            (
                TieBreak::Figure { criterion: criterion() },
                "theo số lượng của `c`",
                "by the figure of `c`",
            ),
            (
                TieBreak::Share { criterion: criterion() },
                "theo tỷ lệ của `c`",
                "by the share of `c`",
            ),
            (TieBreak::Met { criterion: criterion() }, "do đạt `c`", "by who meets `c`"),
            (
                TieBreak::Authority {},
                "theo quyết định của cấp có thẩm quyền",
                "by decision of the authority",
            ),
            (TieBreak::Ballot {}, "theo kết quả bỏ phiếu", "by ballot"),
            (TieBreak::Lots {}, "theo kết quả bốc thăm", "by lots"),
            (
                TieBreak::GroupPoints { group: "g".parse().unwrap() },
                "theo điểm của nhóm `g`",
                "by the points of group `g`",
            ),
            (
                TieBreak::HeadToHead { group: None },
                "do hơn điểm ở nhiều tiêu chí hơn",
                "head to head, by more criteria",
            ),
            (
                TieBreak::HeadToHead { group: Some("g".parse().unwrap()) },
                "do hơn điểm ở nhiều tiêu chí hơn của nhóm `g`",
                "head to head, by more criteria of group `g`",
            ),
            (TieBreak::FewerDeductions {}, "do bị trừ ít điểm hơn", "by fewer deductions"),
            (
                TieBreak::Earlier { criterion: criterion() },
                "theo số ngày nộp trước hạn của `c`",
                "by the days before the due day of `c`",
            ),
        ];
        for (step, vi, en) in cases {
            let (ahead, behind) = (key("a", Some(2)), key("b", None));
            check(
                &DecidedBy::TieBreak { step, ahead, behind },
                "tie_break",
                &format!("bằng điểm; `a` xếp trên {vi}: 2 so với không có số liệu"),
                &format!("level on points; `a` stands ahead {en}: 2 against no figure"),
            );
        }
    }

    #[test]
    fn a_difference_says_where_it_is() {
        use crate::{AdjustmentKind, Contribution};
        let points = |points: i64| Contribution { points: points.into(), reason: None };
        let words = |adjustment: AdjustmentKind, at| {
            let part = DifferencePart::Adjustment { adjustment, at };
            let (of_subject, of_other) = (points(-3), points(0));
            let one = Difference { part, of_subject, of_other, difference: (-3).into() };
            (one.code(), one.words().vi, one.words().en)
        };
        let group = "g".parse().unwrap();
        assert_eq!(
            words(AdjustmentKind::Capped {}, AdjustedAt::Group { group }),
            (
                "capped",
                "nhóm `g`: vượt mức trần: kém 3 điểm (-3 so với 0)".into(),
                "group `g`: above the cap: 3 points less (-3 against 0)".into()
            )
        );
        let criterion = "c".parse().unwrap();
        assert_eq!(
            words(AdjustmentKind::Dropped {}, AdjustedAt::Criterion { criterion }).1,
            "tiêu chí `c`: không được tính: kém 3 điểm (-3 so với 0)"
        );
        assert_eq!(
            words(AdjustmentKind::TotalCapped {}, AdjustedAt::Total {}).2,
            "the total is above its cap: 3 points less (-3 against 0)"
        );
    }
}
