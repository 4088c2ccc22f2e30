//! What is doubtful about the list that breaks ties: codes and words.

use thidua_values::{CriterionId, GroupId, RoundingStep};

use crate::TieBreak;
use crate::lint_code::lints;

lints! {
/// What is legal but doubtful about the list that breaks ties.
TieBreakLint {
    /// The list ends without a ballot, lots or a decision, so that a tie may stay.
    ///
    /// Source: the table of five provinces of Tây Nguyên (2019), where all five have full
    /// marks in two of three items: ties are the normal case. Kế hoạch 157/KH-UBND of
    /// Cần Thơ (2025) ends with a ballot.
    TieMayStay {} = "tie_may_stay",
    vi: "danh sách phân định không kết thúc bằng bỏ phiếu, bốc thăm hoặc quyết định của cấp có thẩm quyền: đồng hạng có thể vẫn còn",
    en: "the list ends without a ballot, lots or an authority: a tie may stay",
    mend_vi: "thêm bước cuối: bỏ phiếu, bốc thăm hoặc cấp có thẩm quyền quyết định",
    mend_en: "end it with a ballot, with lots or with the authority";

    /// A step looks at the same thing as an earlier one: whoever is still tied is equal in it.
    ///
    /// Source: the form of Kế hoạch 157/KH-UBND of Cần Thơ (2025), whose four steps all differ.
    RepeatedStep {
        /// The step.
        step: TieBreak,
    } = "repeated_step",
    vi: "bước này xét lại {step} như một bước trước nên không phân định thêm được gì",
    en: "the step looks at {step} as an earlier one did, and decides nothing new",
    mend_vi: "bỏ bước này, hoặc chọn nội dung khác để xét",
    mend_en: "leave the step out, or choose something else to look at";

    /// A step compares points of a criterion that is worth none.
    ///
    /// Source: Kế hoạch 157/KH-UBND of Cần Thơ (2025), group II, ranks by counts without points.
    NoPointsToCompare {
        /// The criterion.
        criterion: CriterionId,
    } = "no_points_to_compare",
    vi: "bước này so điểm của `{criterion}` nhưng tiêu chí này không có điểm",
    en: "the step compares points of `{criterion}`, which is worth none",
    mend_vi: "xét theo số lượng hoặc theo đạt hay không đạt",
    mend_en: "compare the number, or whether it is met";

    /// A step compares points of a group that is worth none.
    ///
    /// Source: none read; follows from Kế hoạch 157/KH-UBND of Cần Thơ (2025), group II,
    /// which ranks by counts without points.
    NoGroupPointsToCompare {
        /// The group.
        group: GroupId,
    } = "no_group_points_to_compare",
    vi: "bước này so điểm của nhóm `{group}` nhưng nhóm này không có điểm",
    en: "the step compares points of group `{group}`, which is worth none",
    mend_vi: "xét theo số lượng của một tiêu chí trong nhóm",
    mend_en: "compare the number of one of its criteria";

    /// A step compares what the deductions take, and nothing is deducted. Nobody stands
    /// ahead of anybody by it.
    ///
    /// Source: none read; follows from rulebooks without deductions.
    NoDeductionsToCompare {} = "no_deductions_to_compare",
    vi: "bước này so tổng điểm trừ nhưng bảng tiêu chí không có điểm trừ nên không phân định được gì",
    en: "the step compares what is deducted, which is nothing, and decides nothing",
    mend_vi: "bỏ bước này, hoặc xét theo điểm của một tiêu chí hay một nhóm",
    mend_en: "leave the step out, or compare the points of a criterion or a group";

    /// A step compares the number of a criterion that reports none: it is met or not,
    /// judged, or handed in on a day. Nobody stands ahead of anybody by it.
    ///
    /// Source: none read; follows from what formulas are answered by.
    NoNumberToCompare {
        /// The criterion.
        criterion: CriterionId,
    } = "no_number_to_compare",
    vi: "bước này so số lượng của `{criterion}` nhưng tiêu chí này không báo cáo số lượng nên không phân định được gì",
    en: "the step compares the number of `{criterion}`, which reports none, and decides nothing",
    mend_vi: "xét theo điểm, hoặc theo đạt hay không đạt",
    mend_en: "compare the points, or whether it is met";

    /// A step compares the share of a criterion that reports none, such as a count or a
    /// mark. Nobody stands ahead of anybody by it.
    ///
    /// Source: none read; follows from what formulas are answered by.
    NoShareToCompare {
        /// The criterion.
        criterion: CriterionId,
    } = "no_share_to_compare",
    vi: "bước này so tỷ lệ của `{criterion}` nhưng tiêu chí này không báo cáo tỷ lệ nên không phân định được gì",
    en: "the step compares the share of `{criterion}`, which reports none, and decides nothing",
    mend_vi: "xét theo điểm, hoặc theo số lượng nếu tiêu chí có báo cáo",
    mend_en: "compare the points, or the number if it reports one";

    /// A step compares the day on which a criterion was handed in, which is none of
    /// lateness and reports no day. Nobody stands ahead of anybody by it.
    ///
    /// Source: none read; follows from what formulas are answered by.
    NoDayToCompare {
        /// The criterion.
        criterion: CriterionId,
    } = "no_day_to_compare",
    vi: "bước này so ngày nộp của `{criterion}` nhưng tiêu chí này không báo cáo ngày nộp nên không phân định được gì",
    en: "the step compares the day of `{criterion}`, which reports none, and decides nothing",
    mend_vi: "xét theo điểm, hoặc chọn tiêu chí tính điểm theo hạn nộp",
    mend_en: "compare the points, or choose a criterion of lateness";

    /// A step asks who has all of a criterion that nobody can have all of: it is only
    /// recorded, or its formula ends below its points.
    ///
    /// Source: none read; follows from formulas whose best result earns less than the
    /// points that are printed.
    NeverMet {
        /// The criterion.
        criterion: CriterionId,
    } = "never_met",
    vi: "bước này xét ai đạt trọn `{criterion}` nhưng không ai có thể đạt trọn nên không phân định được gì",
    en: "the step asks who meets `{criterion}` in full, which nobody can, and decides nothing",
    mend_vi: "xét theo điểm, số lượng hoặc tỷ lệ",
    mend_en: "compare the points, the number or the share";

    /// A step looks at a deduction and puts ahead who has more of it taken. Only a step by
    /// points counts what is taken as below zero.
    ///
    /// Source: none read; follows from deductions for each case, such as each complaint.
    MoreTakenAhead {
        /// The criterion.
        criterion: CriterionId,
    } = "more_taken_ahead",
    vi: "`{criterion}` thuộc phần điểm trừ, mà bước này xếp số lớn hơn lên trước: ai bị trừ nhiều hơn lại đứng trước",
    en: "`{criterion}` is a deduction, and the step puts more ahead: who has more taken stands ahead",
    mend_vi: "xét theo điểm: bị trừ ít hơn thì xếp trước",
    mend_en: "compare the points: who has less taken stands ahead";

    /// A count breaks the tie, so that a large unit stands ahead for being large.
    ///
    /// Source: Kế hoạch 157/KH-UBND of Cần Thơ (2025): new accounts and cards, then transfers, are counted.
    CountFavoursLarge {
        /// The criterion.
        criterion: CriterionId,
    } = "count_favours_large",
    vi: "phân định theo số lượng của `{criterion}` có lợi cho đơn vị lớn",
    en: "the number of `{criterion}` favours large units",
    mend_vi: "nếu không chủ ý, phân định theo tỷ lệ",
    mend_en: "unless it is meant, compare the share";

    /// The tie is broken by points that were rounded: what was earned may differ and the step does not see it.
    ///
    /// Source: a software for emulation clusters rounds each item to 2 decimals, then sums.
    RoundedStep {
        /// The criterion.
        criterion: CriterionId,
        /// The step of the rounding.
        step: RoundingStep,
    } = "rounded_step",
    vi: "điểm của `{criterion}` đã làm tròn đến {step} trước khi dùng để phân định",
    en: "the points of `{criterion}` are rounded to {step} before they break a tie",
    mend_vi: "phân định theo tỷ lệ hoặc số lượng đã báo cáo",
    mend_en: "compare the share or the number that was reported";

    /// The tie is broken by points of a group that were rounded, its own or those of its
    /// criteria: what was earned may differ and the step does not see it.
    ///
    /// Source: a software for emulation clusters rounds each item to 2 decimals, then sums.
    RoundedGroupStep {
        /// The group.
        group: GroupId,
        /// The step of the rounding.
        step: RoundingStep,
    } = "rounded_group_step",
    vi: "điểm trong nhóm `{group}` đã làm tròn đến {step} trước khi dùng để phân định",
    en: "points in group `{group}` are rounded to {step} before they break a tie",
    mend_vi: "chỉ làm tròn khi trình bày, hoặc làm tròn một lần ở tổng điểm",
    mend_en: "round only what is shown, or once, on the total";
}
}
