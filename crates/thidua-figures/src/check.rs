//! Checks: what is asked of figures to tell which of them are doubtful.

use thidua_values::{Basis, CheckId, Coded, Figure, IndicatorId, Severity, Text, Words};

use crate::{ChangeBy, Spread};

/// A check (kiểm tra): a rule that figures follow, and why they should.
///
/// What does not follow it is doubtful, and perhaps right: a check changes no figure.
///
/// vi: Phép kiểm tra số liệu. Số liệu không đạt là đáng ngờ chứ chưa chắc sai; kiểm tra không sửa
/// số liệu.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Check {
    /// The id of the check.
    ///
    /// vi: Mã định danh của phép kiểm tra.
    pub id: CheckId,
    /// What it is called.
    ///
    /// vi: Tên phép kiểm tra.
    pub title: Text,
    /// Why figures follow the rule, and what it may mean if some do not.
    ///
    /// vi: Vì sao số liệu phải theo quy tắc, và không theo thì có thể do đâu.
    pub why: Text,
    /// How much it matters if figures do not follow the rule.
    ///
    /// vi: Mức độ quan trọng khi số liệu không đạt.
    pub severity: Severity,
    /// The rule.
    ///
    /// vi: Quy tắc.
    pub rule: Rule,
    /// Where the rule comes from.
    ///
    /// vi: Căn cứ của quy tắc.
    pub basis: Basis,
}

/// A rule that figures follow.
///
/// What is checked is what units and clusters themselves reported of a period. A unit that did not
/// report all that a rule speaks of is passed over by it: only the rule `missing` asks who did not,
/// and `stated_percent` takes what those below it come to. Siblings are the units of one kind
/// directly under one unit.
///
/// vi: Quy tắc kiểm tra số liệu do chính đơn vị, cụm thi đua báo cáo; nơi chưa báo cáo đủ thì bỏ qua, chỉ
/// quy tắc `missing` xét việc thiếu báo cáo, và quy tắc `stated_percent` lấy tổng của cấp dưới.
/// “Cùng nhóm” là các đơn vị cùng loại, trực thuộc cùng một đơn vị.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Rule {
    /// The numerator is not more than the denominator, such as cremations among deaths.
    ///
    /// vi: Tử số không lớn hơn mẫu số, như số ca hỏa táng trong số người qua đời.
    #[cfg_attr(feature = "schemars", schemars(title = "PartInWholeRule"))]
    PartInWhole {
        /// The ratios, whose numerators are parts of their denominators. A set.
        ///
        /// vi: Các tỷ lệ có tử số là một phần của mẫu số. Tập hợp, thứ tự không có nghĩa.
        ratios: Vec<IndicatorId>,
    },
    /// Each of several figures is not more than the one before, such as violations found, referred
    /// and resolved.
    ///
    /// vi: Mỗi số liệu không lớn hơn số liệu đứng trước, như số vụ phát hiện, kiến nghị, giải quyết.
    #[cfg_attr(feature = "schemars", schemars(title = "ChainRule"))]
    Chain {
        /// The indicators, of one unit of measure. Ordered, the largest first.
        ///
        /// vi: Các chỉ tiêu cùng đơn vị tính. Có thứ tự, lớn nhất trước.
        indicators: Vec<IndicatorId>,
    },
    /// Parts that do not overlap are together not more than their whole.
    ///
    /// vi: Tổng các phần không chồng lên nhau không lớn hơn toàn bộ.
    #[cfg_attr(feature = "schemars", schemars(title = "PartsInWholeRule"))]
    PartsInWhole {
        /// The parts, of one unit of measure with the whole. A set.
        ///
        /// vi: Các phần, cùng đơn vị tính với toàn bộ. Tập hợp, thứ tự không có nghĩa.
        parts: Vec<IndicatorId>,
        /// The whole.
        ///
        /// vi: Toàn bộ.
        whole: IndicatorId,
    },
    /// What a unit or a cluster reports is what those below it, or its members, add up to.
    ///
    /// vi: Số liệu của đơn vị hoặc cụm thi đua bằng tổng của cấp dưới hoặc của các thành viên.
    #[cfg_attr(feature = "schemars", schemars(title = "ParentAndChildrenRule"))]
    ParentAndChildren {
        /// The indicators, which add up over units. A set.
        ///
        /// vi: Các chỉ tiêu cộng được qua các đơn vị. Tập hợp, thứ tự không có nghĩa.
        indicators: Vec<IndicatorId>,
    },
    /// A stated percentage is that of its numerator in its denominator, to the decimals it was
    /// stated with, by half-up or by cutting off.
    ///
    /// vi: Số phần trăm nêu trong báo cáo đúng với tử số và mẫu số, đến số lẻ đã nêu, làm tròn hoặc
    /// cắt bỏ.
    #[cfg_attr(feature = "schemars", schemars(title = "StatedPercentRule"))]
    StatedPercent {
        /// The ratios. A set.
        ///
        /// vi: Các tỷ lệ. Tập hợp, thứ tự không có nghĩa.
        ratios: Vec<IndicatorId>,
    },
    /// A figure differs from that of the period before by no more than so much.
    ///
    /// vi: Số liệu thay đổi so với kỳ trước không quá mức nêu ra.
    #[cfg_attr(feature = "schemars", schemars(title = "ChangeRule"))]
    Change {
        /// The indicators; for percentage points, ratios. A set.
        ///
        /// vi: Các chỉ tiêu; nếu tính bằng điểm phần trăm thì là các tỷ lệ. Tập hợp, thứ tự không có
        /// nghĩa.
        indicators: Vec<IndicatorId>,
        /// How the change is measured.
        ///
        /// vi: Cách tính mức thay đổi.
        by: ChangeBy,
        /// The most it may be, up or down.
        ///
        /// vi: Mức thay đổi nhiều nhất, tăng hoặc giảm.
        most: Figure,
    },
    /// A figure is no outlier among those of its siblings that are stated exactly.
    ///
    /// vi: Số liệu không bất thường so với số liệu nêu đúng bằng con số của các đơn vị cùng nhóm.
    #[cfg_attr(feature = "schemars", schemars(title = "OutlierRule"))]
    Outlier {
        /// The indicators; of a ratio its percentage is compared. A set.
        ///
        /// vi: Các chỉ tiêu; với tỷ lệ thì so sánh số phần trăm tính được. Tập hợp, thứ tự không có
        /// nghĩa.
        indicators: Vec<IndicatorId>,
        /// The measure of how far apart figures lie.
        ///
        /// vi: Thước đo độ phân tán.
        spread: Spread,
        /// How many times the measure a figure may lie off.
        ///
        /// vi: Số lần độ phân tán mà số liệu được phép lệch.
        times: Figure,
        /// The fewest figures of a group by which that can be told.
        ///
        /// vi: Số lượng số liệu ít nhất của nhóm để kết luận được.
        fewest: u32,
    },
    /// A figure above 0 is not that of the period before again, as if it had been copied.
    ///
    /// vi: Số liệu lớn hơn 0 không lặp lại đúng số của kỳ trước, như thể sao chép.
    #[cfg_attr(feature = "schemars", schemars(title = "SameAsBeforeRule"))]
    SameAsBefore {
        /// The indicators. A set.
        ///
        /// vi: Các chỉ tiêu. Tập hợp, thứ tự không có nghĩa.
        indicators: Vec<IndicatorId>,
    },
    /// Not many siblings report the same figure above 0.
    ///
    /// vi: Không có nhiều đơn vị cùng nhóm báo cáo cùng một số lớn hơn 0.
    #[cfg_attr(feature = "schemars", schemars(title = "SameAsSiblingsRule"))]
    SameAsSiblings {
        /// The indicators. A set.
        ///
        /// vi: Các chỉ tiêu. Tập hợp, thứ tự không có nghĩa.
        indicators: Vec<IndicatorId>,
        /// How many with the same figure are many.
        ///
        /// vi: Từ bao nhiêu đơn vị có cùng số thì là nhiều.
        fewest: u32,
    },
    /// A figure is not about a thousand times the median of its siblings, nor about a thousandth
    /// of it, as if somebody had taken triệu for tỷ or a decimal comma for a separator.
    ///
    /// vi: Số liệu không gấp hoặc kém khoảng một nghìn lần trung vị của các đơn vị cùng nhóm, như
    /// khi nhầm triệu với tỷ, nhầm dấu phẩy thập phân với dấu phân cách.
    #[cfg_attr(feature = "schemars", schemars(title = "ThousandfoldRule"))]
    Thousandfold {
        /// The indicators. A set.
        ///
        /// vi: Các chỉ tiêu. Tập hợp, thứ tự không có nghĩa.
        indicators: Vec<IndicatorId>,
        /// How near a thousand is meant: from a thousand divided by it to a thousand times it;
        /// at least 1 and less than 1000.
        ///
        /// vi: Độ gần với một nghìn lần: từ 1000 chia cho số này đến 1000 nhân với số này; từ 1 đến
        /// dưới 1000.
        factor: Figure,
        /// The fewest figures of a group by which that can be told.
        ///
        /// vi: Số lượng số liệu ít nhất của nhóm để kết luận được.
        fewest: u32,
    },
    /// A unit reports the period that is asked for, and not another that overlaps it, such as a
    /// year in place of its first half.
    ///
    /// vi: Đơn vị báo cáo đúng kỳ được hỏi, không phải kỳ khác chồng lên, như số cả năm thay cho sáu
    /// tháng đầu năm.
    #[cfg_attr(feature = "schemars", schemars(title = "OtherPeriodRule"))]
    OtherPeriod {
        /// The indicators, of which none is a stock. A set.
        ///
        /// vi: Các chỉ tiêu, không phải số tồn. Tập hợp, thứ tự không có nghĩa.
        indicators: Vec<IndicatorId>,
    },
    /// A figure is first received at most so many days after the last day of its period.
    ///
    /// vi: Số liệu được nhận lần đầu chậm nhất sau ngày cuối kỳ số ngày nêu ra.
    #[cfg_attr(feature = "schemars", schemars(title = "LateRule"))]
    Late {
        /// The indicators. A set.
        ///
        /// vi: Các chỉ tiêu. Tập hợp, thứ tự không có nghĩa.
        indicators: Vec<IndicatorId>,
        /// How many days; 0 for the last day itself.
        ///
        /// vi: Số ngày; 0 là chính ngày cuối kỳ.
        days: u32,
    },
    /// Who is obliged to report does.
    ///
    /// vi: Đơn vị có trách nhiệm báo cáo đã báo cáo.
    #[cfg_attr(feature = "schemars", schemars(title = "MissingRule"))]
    Missing {
        /// The indicators, which oblige somebody. A set.
        ///
        /// vi: Các chỉ tiêu có đơn vị phải báo cáo. Tập hợp, thứ tự không có nghĩa.
        indicators: Vec<IndicatorId>,
    },
}

impl Rule {
    /// The indicators that it speaks of, the whole of several parts among them.
    pub fn indicators(&self) -> impl Iterator<Item = &IndicatorId> {
        let (listed, whole) = match self {
            Self::PartsInWhole { parts, whole } => (parts, Some(whole)),
            Self::PartInWhole { ratios: ids }
            | Self::StatedPercent { ratios: ids }
            | Self::Chain { indicators: ids }
            | Self::ParentAndChildren { indicators: ids }
            | Self::Change { indicators: ids, .. }
            | Self::Outlier { indicators: ids, .. }
            | Self::SameAsBefore { indicators: ids }
            | Self::SameAsSiblings { indicators: ids, .. }
            | Self::Thousandfold { indicators: ids, .. }
            | Self::OtherPeriod { indicators: ids }
            | Self::Late { indicators: ids, .. }
            | Self::Missing { indicators: ids } => (ids, None),
        };
        listed.iter().chain(whole)
    }
}

impl Coded for Rule {
    fn code(&self) -> &'static str {
        match self {
            Self::PartInWhole { .. } => "part_in_whole",
            Self::Chain { .. } => "chain",
            Self::PartsInWhole { .. } => "parts_in_whole",
            Self::ParentAndChildren { .. } => "parent_and_children",
            Self::StatedPercent { .. } => "stated_percent",
            Self::Change { .. } => "change",
            Self::Outlier { .. } => "outlier",
            Self::SameAsBefore { .. } => "same_as_before",
            Self::SameAsSiblings { .. } => "same_as_siblings",
            Self::Thousandfold { .. } => "thousandfold",
            Self::OtherPeriod { .. } => "other_period",
            Self::Late { .. } => "late",
            Self::Missing { .. } => "missing",
        }
    }

    fn words(&self) -> Words {
        let (vi, en) = match self {
            Self::PartInWhole { .. } => {
                ("tử số không lớn hơn mẫu số", "a numerator within its denominator")
            }
            Self::Chain { .. } => {
                ("mỗi số không lớn hơn số đứng trước", "each figure at most the one before")
            }
            Self::PartsInWhole { .. } => {
                ("các phần không vượt toàn bộ", "parts within their whole")
            }
            Self::ParentAndChildren { .. } => {
                ("bằng tổng của cấp dưới", "what those below add up to")
            }
            Self::StatedPercent { .. } => {
                ("số phần trăm đúng với tử số và mẫu số", "a percentage as its parts come to")
            }
            Self::Change { .. } => ("thay đổi không quá mức", "a change within bounds"),
            Self::Outlier { .. } => ("không bất thường", "no outlier"),
            Self::SameAsBefore { .. } => ("không lặp lại số kỳ trước", "not as the period before"),
            Self::SameAsSiblings { .. } => {
                ("không trùng số của nhiều đơn vị", "not as many siblings")
            }
            Self::Thousandfold { .. } => {
                ("không nhầm đơn vị tính một nghìn lần", "not mixed up a thousandfold")
            }
            Self::OtherPeriod { .. } => ("đúng kỳ báo cáo", "of the period that is asked for"),
            Self::Late { .. } => ("đúng hạn", "in time"),
            Self::Missing { .. } => ("đã báo cáo", "reported"),
        };
        Words::new(vi, en)
    }
}
