//! Claims: what a published text states, in its own words.

use thidua_values::{BodyId, ClaimId, ClusterId, Coded, IndicatorId, Period, Phrase, Text, Words};

use crate::{About, CountedBy, Relation, Stage};

/// One thing that a text states, with the words in which it does.
///
/// vi: Một điều nêu trong văn bản, kèm nguyên văn.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Claim {
    /// The id of the claim, in its text.
    ///
    /// vi: Mã định danh của điều được nêu, trong phạm vi văn bản.
    pub id: ClaimId,
    /// The exact wording.
    ///
    /// vi: Nguyên văn.
    pub quote: Phrase,
    /// The part of the quote that is read; left out where all of it is.
    ///
    /// vi: Phần của nguyên văn được đọc; không ghi nếu là toàn bộ.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub numeral: Option<Phrase>,
    /// What it states.
    ///
    /// vi: Nội dung được nêu.
    pub states: Stated,
    /// What it is held against; left out where there is nothing. A set.
    ///
    /// vi: Được đối chiếu với những gì; không ghi nếu không có. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub relations: Vec<Relation>,
    /// What a reader should know; left out where there is nothing.
    ///
    /// vi: Điều cần lưu ý; không ghi nếu không có.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

impl Claim {
    /// The words that are read.
    #[must_use]
    pub fn read_words(&self) -> &Phrase {
        self.numeral.as_ref().unwrap_or(&self.quote)
    }
}

/// What a claim states.
///
/// vi: Nội dung được nêu.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Stated {
    /// A figure of an indicator; of a ratio its percentage.
    ///
    /// vi: Số liệu của một chỉ tiêu; với tỷ lệ là số phần trăm.
    #[cfg_attr(feature = "schemars", schemars(title = "StatedFigure"))]
    Figure {
        /// Of what.
        ///
        /// vi: Số liệu của đơn vị hay của cụm thi đua nào.
        about: About,
        /// The indicator.
        ///
        /// vi: Chỉ tiêu.
        indicator: IndicatorId,
        /// The period, which ends; of a stock one day.
        ///
        /// vi: Kỳ số liệu, có ngày kết thúc; với số tồn là một ngày.
        period: Period,
        /// Planned or done.
        ///
        /// vi: Kế hoạch hay thực hiện.
        stage: Stage,
        /// By doer or by place.
        ///
        /// vi: Tính theo đơn vị thực hiện hay theo địa bàn.
        counted_by: CountedBy,
        /// What the text calls the indicator; left out where that is not quoted.
        ///
        /// vi: Tên chỉ tiêu trong văn bản; không ghi nếu không trích.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        called: Option<Phrase>,
    },
    /// So many of so many, of an indicator that is a ratio.
    ///
    /// vi: Tử số trên mẫu số của một chỉ tiêu tỷ lệ.
    #[cfg_attr(feature = "schemars", schemars(title = "StatedShare"))]
    Share {
        /// Of what.
        ///
        /// vi: Số liệu của đơn vị hay của cụm thi đua nào.
        about: About,
        /// The ratio.
        ///
        /// vi: Chỉ tiêu tỷ lệ.
        indicator: IndicatorId,
        /// The period, which ends. A stock among the two is of the day of the text.
        ///
        /// vi: Kỳ số liệu, có ngày kết thúc. Số tồn trong tỷ lệ tính vào ngày của văn bản.
        period: Period,
        /// Planned or done.
        ///
        /// vi: Kế hoạch hay thực hiện.
        stage: Stage,
        /// By doer or by place.
        ///
        /// vi: Tính theo đơn vị thực hiện hay theo địa bàn.
        counted_by: CountedBy,
    },
    /// A percentage of something that no indicator tells.
    ///
    /// vi: Số phần trăm của nội dung không có trong hệ thống chỉ tiêu.
    #[cfg_attr(feature = "schemars", schemars(title = "StatedPercentage"))]
    Percentage {
        /// Of what.
        ///
        /// vi: Của nội dung gì.
        of: Text,
    },
    /// By how much a share rose or fell: in percentage points; or in percent, where the text does
    /// not tell whether in points or of the earlier value.
    ///
    /// vi: Mức tăng hoặc giảm của một tỷ lệ: tính bằng điểm phần trăm; hoặc tính bằng % mà văn bản
    /// không nói rõ là điểm phần trăm hay là tỷ lệ so với trước.
    #[cfg_attr(feature = "schemars", schemars(title = "StatedChange"))]
    Change {
        /// The claim of the share as it is now.
        ///
        /// vi: Điều được nêu về tỷ lệ hiện nay.
        of: ClaimId,
        /// Whether it rose or fell.
        ///
        /// vi: Tăng hay giảm.
        course: Course,
    },
    /// A number of things that no indicator tells.
    ///
    /// vi: Số lượng của nội dung không có trong hệ thống chỉ tiêu.
    #[cfg_attr(feature = "schemars", schemars(title = "StatedCount"))]
    Count {
        /// Of what.
        ///
        /// vi: Của nội dung gì.
        of: Text,
    },
    /// A day, a month or years.
    ///
    /// vi: Ngày, tháng hoặc các năm.
    #[cfg_attr(feature = "schemars", schemars(title = "StatedDate"))]
    Date {
        /// Of what.
        ///
        /// vi: Của việc gì.
        of: Text,
        /// How the text bounds it; `on` if left out.
        ///
        /// vi: Văn bản giới hạn thế nào; không ghi nếu là đúng thời gian đó.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "When::is_on"))]
        when: When,
    },
    /// The number of a document.
    ///
    /// vi: Số ký hiệu văn bản.
    #[cfg_attr(feature = "schemars", schemars(title = "StatedNumber"))]
    Number {
        /// The kind of document that the text calls it, such as Kế hoạch.
        ///
        /// vi: Loại văn bản nêu kèm, như Kế hoạch.
        called: Phrase,
    },
    /// That a member leads a cluster in a year.
    ///
    /// vi: Thành viên làm cụm trưởng hoặc cụm phó trong một năm.
    #[cfg_attr(feature = "schemars", schemars(title = "StatedLead"))]
    Lead {
        /// The cluster.
        ///
        /// vi: Cụm thi đua.
        cluster: ClusterId,
        /// The member.
        ///
        /// vi: Thành viên.
        member: BodyId,
        /// As what.
        ///
        /// vi: Vai trò.
        post: Post,
        /// In which year.
        ///
        /// vi: Năm.
        during: Period,
    },
}

impl Stated {
    /// The indicator that it speaks of, if it does.
    #[must_use]
    pub const fn indicator(&self) -> Option<&IndicatorId> {
        match self {
            Self::Figure { indicator, .. } | Self::Share { indicator, .. } => Some(indicator),
            _ => None,
        }
    }
}

impl Coded for Stated {
    fn code(&self) -> &'static str {
        match self {
            Self::Figure { .. } => "figure",
            Self::Share { .. } => "share",
            Self::Percentage { .. } => "percentage",
            Self::Change { .. } => "change",
            Self::Count { .. } => "count",
            Self::Date { .. } => "date",
            Self::Number { .. } => "number",
            Self::Lead { .. } => "lead",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Figure { .. } => Words::new("số liệu", "a figure"),
            Self::Share { .. } => Words::new("tỷ lệ", "a share"),
            Self::Percentage { .. } => Words::new("số phần trăm", "a percentage"),
            Self::Change { .. } => Words::new("mức tăng giảm", "a change"),
            Self::Count { .. } => Words::new("số lượng", "a count"),
            Self::Date { .. } => Words::new("thời gian", "a date"),
            Self::Number { .. } => Words::new("số ký hiệu văn bản", "the number of a document"),
            Self::Lead { .. } => Words::new("cụm trưởng, cụm phó", "who leads a cluster"),
        }
    }
}

/// Whether something rose or fell.
///
/// vi: Tăng hay giảm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Course {
    /// It rose.
    ///
    /// vi: Tăng.
    Rise,
    /// It fell.
    ///
    /// vi: Giảm.
    Fall,
}

impl Coded for Course {
    fn code(&self) -> &'static str {
        match self {
            Self::Rise => "rise",
            Self::Fall => "fall",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Rise => Words::new("tăng", "rise"),
            Self::Fall => Words::new("giảm", "fall"),
        }
    }
}

/// How a text bounds a date.
///
/// vi: Cách văn bản giới hạn thời gian.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum When {
    /// On the day, within the month or the years.
    ///
    /// vi: Trong ngày, tháng hoặc các năm đó.
    #[default]
    On,
    /// Before it: a deadline. Whether the day itself is still in time, such texts do not tell.
    ///
    /// vi: Trước thời gian đó: thời hạn; văn bản không nói rõ có tính ngày đó hay không.
    Before,
    /// At the end of it (cuối tháng): of a month the days from the 21st on, its last third.
    ///
    /// vi: Cuối thời gian đó: với tháng là hạ tuần, từ ngày 21.
    EndOf,
}

impl When {
    #[cfg(feature = "serde")]
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
    fn is_on(&self) -> bool {
        *self == Self::On
    }
}

impl Coded for When {
    fn code(&self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Before => "before",
            Self::EndOf => "end_of",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::On => Words::new("", ""),
            Self::Before => Words::new("trước ", "before "),
            Self::EndOf => Words::new("cuối ", "the end of "),
        }
    }
}

/// As what a member leads a cluster.
///
/// vi: Vai trò trong cụm thi đua.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Post {
    /// Its head (cụm trưởng).
    ///
    /// vi: Cụm trưởng.
    Head,
    /// A deputy (cụm phó).
    ///
    /// vi: Cụm phó.
    Deputy,
}

impl Coded for Post {
    fn code(&self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Deputy => "deputy",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Head => Words::new("cụm trưởng", "head"),
            Self::Deputy => Words::new("cụm phó", "deputy"),
        }
    }
}
