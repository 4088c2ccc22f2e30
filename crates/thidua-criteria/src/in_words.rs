//! How values are said in a sentence: in Vietnamese and in English.

use thidua_values::{
    CriterionId, Exact, Figure, GradeId, GroupId, KindId, Period, Phrase, Points, RoundingStep,
    RulebookId, Text, in_ticks,
};

use crate::{Range, TieBreak};

/// How something is said in a sentence of either language.
pub(crate) trait Said {
    fn in_vietnamese(&self) -> String;
    fn in_english(&self) -> String;
}

/// Numbers, with a comma for the decimals in Vietnamese.
macro_rules! said_with_a_comma {
    ($($number:ty),+) => {
        $(
            impl Said for $number {
                fn in_vietnamese(&self) -> String {
                    self.to_string().replace('.', ",")
                }

                fn in_english(&self) -> String {
                    self.to_string()
                }
            }
        )+
    };
}

said_with_a_comma!(Exact, Figure, Points, Range, RoundingStep, u32);

/// Names, which are said as they are.
macro_rules! said_as_is {
    ($($name:ty),+) => {
        $(
            impl Said for $name {
                fn in_vietnamese(&self) -> String {
                    self.to_string()
                }

                fn in_english(&self) -> String {
                    self.to_string()
                }
            }
        )+
    };
}

said_as_is!(CriterionId, GradeId, GroupId, KindId, Phrase, RulebookId);

/// Whom something concerns, if it does not concern all: said after a noun.
impl Said for Option<KindId> {
    fn in_vietnamese(&self) -> String {
        self.as_ref().map_or_else(String::new, |kind| format!(" đối với `{kind}`"))
    }

    fn in_english(&self) -> String {
        self.as_ref().map_or_else(String::new, |kind| format!(" for `{kind}`"))
    }
}

/// What a step that breaks ties looks at.
impl Said for TieBreak {
    fn in_vietnamese(&self) -> String {
        self.looked_at(
            "nhóm",
            ["tổng điểm trừ", "đối đầu từng cặp", "cấp có thẩm quyền", "bỏ phiếu", "bốc thăm"],
        )
    }

    fn in_english(&self) -> String {
        self.looked_at(
            "group",
            ["the deductions", "pairs head to head", "the authority", "the ballot", "the lots"],
        )
    }
}

impl TieBreak {
    fn looked_at(&self, noun: &str, others: [&str; 5]) -> String {
        let [deductions, pairs, authority, ballot, lots] = others;
        match self {
            Self::Points { criterion }
            | Self::Figure { criterion }
            | Self::Share { criterion }
            | Self::Earlier { criterion }
            | Self::Met { criterion } => format!("`{criterion}`"),
            Self::GroupPoints { group } => format!("{noun} `{group}`"),
            Self::FewerDeductions {} => deductions.into(),
            Self::HeadToHead { group: None } => pairs.into(),
            Self::HeadToHead { group: Some(group) } => format!("{pairs}, {noun} `{group}`"),
            Self::Authority {} => authority.into(),
            Self::Ballot {} => ballot.into(),
            Self::Lots {} => lots.into(),
        }
    }
}

impl Said for Text {
    fn in_vietnamese(&self) -> String {
        format!("“{}”", self.vi)
    }

    fn in_english(&self) -> String {
        format!("“{}”", self.en)
    }
}

impl Said for Period {
    fn in_vietnamese(&self) -> String {
        match self.until() {
            Some(until) => format!("{} đến trước {until}", self.start()),
            None => format!("{} trở đi", self.start()),
        }
    }

    fn in_english(&self) -> String {
        self.to_string()
    }
}

impl Said for Vec<KindId> {
    fn in_vietnamese(&self) -> String {
        if self.is_empty() { "mọi đối tượng".into() } else { in_ticks(self) }
    }

    fn in_english(&self) -> String {
        if self.is_empty() { "all".into() } else { in_ticks(self) }
    }
}

/// Numbers that may not be stated.
macro_rules! said_if_stated {
    ($($number:ty),+) => {
        $(
            impl Said for Option<$number> {
                fn in_vietnamese(&self) -> String {
                    self.as_ref().map_or_else(|| "không quy định".into(), Said::in_vietnamese)
                }

                fn in_english(&self) -> String {
                    self.as_ref().map_or_else(|| "none".into(), Said::in_english)
                }
            }
        )+
    };
}

said_if_stated!(Figure, Points);
