//! What is doubtful about units: codes and words.

use thidua_values::{Day, KindId, Phrase, UnitId};

use crate::lint_code::lints;
use crate::{Measure, UnitCode};

lints! {
/// What is legal but doubtful about a unit.
///
/// vi: Điểm đáng ngờ về một đơn vị.
UnitLint {
    /// Two units of one kind and name below one parent on one day, such as two wards Phúc Xá of
    /// Ba Đình: probably one that is listed twice. Spelling does not tell names apart. The later
    /// one is told, once, with the first that began.
    ///
    /// vi: Hai đơn vị cùng loại, cùng tên trong một đơn vị cấp trên, như hai phường Phúc Xá của Ba
    /// Đình: có lẽ một đơn vị được ghi hai lần. Cách viết khác nhau không làm thành hai tên. Chỉ
    /// nêu đơn vị có sau, một lần, cùng đơn vị có trước nhất.
    SameName {
        /// The unit that began first.
        ///
        /// vi: Đơn vị có trước.
        first: UnitId,
        /// The other.
        ///
        /// vi: Đơn vị kia.
        second: UnitId,
        /// The first day on which both bear the name.
        ///
        /// vi: Ngày đầu tiên cả hai cùng mang tên.
        day: Day,
    } = Warning "same_name",
    vi: "`{second}` cùng loại, cùng tên, cùng cấp trên với `{first}` từ {day}",
    en: "`{second}` has the kind, name and parent of `{first}` from {day}",
    mend_vi: "nếu là một đơn vị, chỉ ghi một lần",
    mend_en: "if they are one unit, state it once";

    /// A unit is renamed to a name that it had, in another spelling, such as from Yên Hòa to Yên
    /// Hoà: nobody renamed it.
    ///
    /// vi: Đổi tên chỉ khác cách viết với tên đã có, như từ Yên Hòa thành Yên Hoà: thực ra không
    /// đổi tên.
    SpeltOtherwise {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// The name as it was spelt.
        ///
        /// vi: Cách viết trước.
        before: Phrase,
        /// The name as it is spelt now.
        ///
        /// vi: Cách viết sau.
        after: Phrase,
    } = Warning "spelt_otherwise",
    vi: "tên mới {after} của `{unit}` chỉ khác cách viết với tên {before} đã có",
    en: "the new name {after} of `{unit}` is its name {before} in another spelling",
    mend_vi: "giữ một cách viết; bỏ việc đổi tên nếu chỉ khác cách viết",
    mend_en: "keep one spelling, and leave the renaming out if it changes nothing else";

    /// A name begins with the name of the unit's kind, such as Xã Hòa An of a xã: a name is stated
    /// without the kind, and whoever looks for Hòa An does not find it. A few real names are so,
    /// such as phường Phường Đúc of Huế.
    ///
    /// vi: Tên bắt đầu bằng tên loại đơn vị, như tên Xã Hòa An của một xã: tên được ghi không kèm
    /// loại, tìm Hòa An sẽ không thấy. Có ít tên thật như vậy, như phường Phường Đúc ở Huế.
    KindInName {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// The name.
        ///
        /// vi: Tên.
        name: Phrase,
    } = Note "kind_in_name",
    vi: "tên {name} của `{unit}` bắt đầu bằng tên loại đơn vị",
    en: "the name {name} of `{unit}` begins with the name of its kind",
    mend_vi: "ghi tên không kèm loại, trừ khi tên đúng là như vậy",
    mend_en: "state the name without the kind, unless it is really so";

    /// A unit gets a code that another unit had last, such as a new ward with the number of one
    /// that ended: legal, but whoever looks up the code without a day finds the wrong unit.
    ///
    /// vi: Đơn vị được cấp mã mà đơn vị khác vừa dùng trước đó, như phường mới dùng lại mã của
    /// phường đã chấm dứt: được phép, nhưng tra mã mà không kèm ngày sẽ nhầm đơn vị.
    ReusedCode {
        /// The list.
        ///
        /// vi: Danh mục.
        scheme: KindId,
        /// The code.
        ///
        /// vi: Mã.
        code: UnitCode,
        /// The unit that had it before.
        ///
        /// vi: Đơn vị dùng mã trước đó.
        before: UnitId,
        /// The unit that has it from the day on.
        ///
        /// vi: Đơn vị dùng mã từ ngày này.
        after: UnitId,
        /// The day.
        ///
        /// vi: Ngày.
        day: Day,
    } = Note "reused_code",
    vi: "mã `{code}` của danh mục `{scheme}` thuộc `{after}` từ {day}, trước đó thuộc `{before}`",
    en: "the code `{code}` of `{scheme}` is that of `{after}` from {day}, and was that of `{before}`",
    mend_vi: "không cần sửa nếu danh mục ghi như vậy; khi tra mã luôn kèm ngày",
    mend_en: "nothing, if the list says so; look the code up with its day";

    /// A unit ends and later another of its kind and name begins below the same parent, with
    /// nothing that passes from the one to the other, such as a ward Bưởi that is dissolved in May
    /// and founded in July: what was between is not told, and its past is lost.
    ///
    /// vi: Một đơn vị chấm dứt, sau đó đơn vị cùng loại, cùng tên, cùng cấp trên được thành lập mà
    /// không kế thừa gì, như phường Bưởi chấm dứt tháng 5 và thành lập lại tháng 7: khoảng giữa
    /// không được nêu nên mất phần lịch sử trước.
    GapInLife {
        /// The unit that ended.
        ///
        /// vi: Đơn vị đã chấm dứt.
        before: UnitId,
        /// The day on which it lived no more.
        ///
        /// vi: Ngày chấm dứt.
        ended: Day,
        /// The unit that begins.
        ///
        /// vi: Đơn vị mới.
        after: UnitId,
        /// Its first day.
        ///
        /// vi: Ngày thành lập.
        founded: Day,
    } = Warning "gap_in_life",
    vi: "`{after}` thành lập ngày {founded}, cùng loại, cùng tên, cùng cấp trên với `{before}` đã chấm dứt ngày {ended}, nhưng không kế thừa gì",
    en: "`{after}`, founded on {founded}, has the kind, name and parent of `{before}`, which ended on {ended}, and nothing of it",
    mend_vi: "nêu đơn vị nào quản lý trong khoảng giữa, hoặc để đơn vị tồn tại liên tục",
    mend_en: "tell which unit it was part of in between, or let it live on";

    /// A unit below the province level has no parent while others of its kind have one, such as a
    /// ward that is listed without its district: no sum of a higher unit counts it.
    ///
    /// vi: Đơn vị dưới cấp tỉnh không ghi cấp trên trong khi đơn vị cùng loại có ghi, như phường
    /// không ghi quận: không được tính vào đơn vị cấp trên nào.
    Orphan {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// The first day on which that is so.
        ///
        /// vi: Ngày đầu tiên như vậy.
        day: Day,
    } = Warning "orphan",
    vi: "`{unit}` không có cấp trên vào {day}, trong khi đơn vị cùng loại có",
    en: "`{unit}` has no parent on {day}, while others of its kind have one",
    mend_vi: "ghi đơn vị cấp trên trực tiếp",
    mend_en: "state the unit directly above";

    /// A unit ends, and what is told of its parts does not come to all of it, such as a merger of
    /// a part of a ward that is dissolved that day: figures of the rest are lost.
    ///
    /// vi: Đơn vị chấm dứt mà các phần được nêu không đủ toàn bộ, như nhập một phần phường và phường
    /// đó chấm dứt cùng ngày: số liệu của phần còn lại bị mất.
    NotCovered {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// Of what something is nowhere.
        ///
        /// vi: Đại lượng còn thiếu.
        measure: Measure,
    } = Grave "not_covered",
    vi: "`{unit}` chấm dứt nhưng một phần {measure} không thuộc đơn vị nào kế thừa",
    en: "`{unit}` ends, and some of its {measure} is in no unit that succeeds it",
    mend_vi: "nêu đơn vị nhận phần còn lại",
    mend_en: "tell which unit got the rest";

    /// A unit is dissolved without giving anything to any other, though its level lives on, such
    /// as a ward that is only crossed out: its people are in no ward any more.
    ///
    /// vi: Đơn vị chấm dứt mà không giao gì cho đơn vị nào, dù cấp đó vẫn còn, như phường chỉ bị
    /// xoá tên: người dân không thuộc phường nào nữa.
    NoSuccessor {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// The day on which it lives no more.
        ///
        /// vi: Ngày chấm dứt.
        day: Day,
    } = Grave "no_successor",
    vi: "`{unit}` chấm dứt ngày {day} mà không có đơn vị kế thừa",
    en: "`{unit}` ends on {day}, and nothing succeeds it",
    mend_vi: "ghi việc nhập hoặc chia vào đơn vị nào",
    mend_en: "tell into which units it was merged or split";

    /// A unit is founded out of nothing that is told, such as a new ward with no word of whose
    /// people live there: there is nothing to compare its first year with.
    ///
    /// vi: Đơn vị mới thành lập mà không nêu hình thành từ đâu, như phường mới không rõ từ địa bàn
    /// nào: không có số liệu năm trước để so sánh.
    NoPredecessor {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// Its first day.
        ///
        /// vi: Ngày thành lập.
        day: Day,
    } = Note "no_predecessor",
    vi: "`{unit}` thành lập ngày {day} mà không nêu hình thành từ đơn vị nào",
    en: "`{unit}` is founded on {day} out of nothing that is told",
    mend_vi: "ghi các đơn vị đã nhập hoặc chia vào đơn vị này",
    mend_en: "tell which units were merged or split into it";
}
}
