//! What is doubtful about events and acts: codes and words.

use thidua_values::{ActId, Coded, Day, KindId, UnitId};

use crate::in_words::Said;
use crate::lint_code::lints;
use crate::{Attribute, Level, Measure};

lints! {
/// What is legal but doubtful about an event or an act.
///
/// vi: Điểm đáng ngờ về một sự kiện hoặc văn bản.
EventLint {
    /// An act has no number, such as a resolution known only by its title: nobody can look it up.
    ///
    /// vi: Văn bản không có số ký hiệu, như nghị quyết chỉ ghi tên: không tra cứu được.
    ActWithoutNumber {
        /// The act.
        ///
        /// vi: Văn bản.
        act: ActId,
    } = Note "act_without_number",
    vi: "văn bản `{act}` không có số ký hiệu",
    en: "the act `{act}` has no number",
    mend_vi: "ghi số ký hiệu khi đã biết",
    mend_en: "state its number once it is known";

    /// Nothing rests on an act, such as a resolution whose mergers were not entered.
    ///
    /// vi: Không sự kiện hay cụm nào căn cứ vào văn bản, như nghị quyết mà việc sáp nhập chưa được
    /// ghi.
    UnusedAct {
        /// The act.
        ///
        /// vi: Văn bản.
        act: ActId,
    } = Warning "unused_act",
    vi: "không có gì căn cứ vào văn bản `{act}`",
    en: "nothing rests on the act `{act}`",
    mend_vi: "ghi các sự kiện của văn bản, hoặc bỏ văn bản",
    mend_en: "enter the events that rest on it, or leave it out";

    /// A unit is split into one unit only, such as a ward split into the ward that it joins: that
    /// is a merger, or the other parts were forgotten.
    ///
    /// vi: Chia một đơn vị vào một đơn vị duy nhất, như chia phường vào phường mà nó nhập vào: đó là
    /// nhập, hoặc còn thiếu các phần khác.
    SinglePart {
        /// The unit that is split.
        ///
        /// vi: Đơn vị bị chia.
        unit: UnitId,
        /// Who gets it.
        ///
        /// vi: Đơn vị nhận.
        into: UnitId,
    } = Warning "single_part",
    vi: "`{unit}` chỉ được chia vào `{into}`",
    en: "`{unit}` is split into `{into}` only",
    mend_vi: "ghi là nhập, hoặc thêm các phần còn thiếu",
    mend_en: "tell it as a merger, or add the other parts";

    /// Nobody says how much of a unit passes, such as "a part or all of the area" of a ward:
    /// figures cannot be carried across for sure.
    ///
    /// vi: Chưa rõ phần được giao là bao nhiêu, như "một phần hoặc toàn bộ diện tích" của phường:
    /// không chuyển số liệu được chắc chắn.
    UnknownShare {
        /// Who gives.
        ///
        /// vi: Đơn vị giao.
        from: UnitId,
        /// Who gets it.
        ///
        /// vi: Đơn vị nhận.
        to: UnitId,
        /// Of what.
        ///
        /// vi: Đại lượng.
        measure: Measure,
    } = Note "unknown_share",
    vi: "chưa rõ phần {measure} của `{from}` chuyển sang `{to}`",
    en: "how much of the {measure} of `{from}` passes to `{to}` is not known",
    mend_vi: "ghi là toàn bộ, một phần hay không có phần nào",
    mend_en: "say whether it is all, a part or nothing";

    /// What passes goes to a unit of another level, such as a commune that is merged into a
    /// district: figures of the two levels are no longer told apart, and a unit may be counted
    /// with one that is above it.
    ///
    /// vi: Phần được giao chuyển sang đơn vị khác cấp, như xã nhập vào huyện: số liệu của hai cấp
    /// không còn tách được, đơn vị có thể bị tính hai lần cùng đơn vị cấp trên.
    AcrossLevels {
        /// Who gives.
        ///
        /// vi: Đơn vị giao.
        from: UnitId,
        /// The level at which it stood on the day before.
        ///
        /// vi: Cấp của đơn vị giao vào ngày trước đó.
        from_level: Level,
        /// Who gets it.
        ///
        /// vi: Đơn vị nhận.
        to: UnitId,
        /// The level at which it stands.
        ///
        /// vi: Cấp của đơn vị nhận.
        to_level: Level,
    } = Warning "across_levels",
    vi: "`{from}` ở {from_level} nhưng phần giao chuyển sang `{to}` ở {to_level}",
    en: "what passes of `{from}`, of the {from_level}, is in `{to}`, of the {to_level}",
    mend_vi: "kiểm tra đơn vị nhận; chỉ giữ nếu văn bản quy định như vậy",
    mend_en: "check who gets it, and keep it only where the act says so";

    /// An event holds from a day before its act was published, such as a merger from 1 January by
    /// a resolution of 10 January: who looked on the days between did not know of it.
    ///
    /// vi: Sự kiện có hiệu lực trước ngày công bố văn bản, như sáp nhập từ ngày 1 tháng 1 theo nghị
    /// quyết ngày 10 tháng 1: trong khoảng giữa chưa ai biết.
    EffectiveBeforePublished {
        /// The act.
        ///
        /// vi: Văn bản.
        act: ActId,
        /// The day from which the event holds.
        ///
        /// vi: Ngày thực hiện của sự kiện.
        effective: Day,
        /// The day from which everybody could know of it.
        ///
        /// vi: Ngày công bố văn bản.
        published: Day,
    } = Note "effective_before_published",
    vi: "thực hiện từ {effective}, trước ngày công bố {published} của văn bản `{act}`",
    en: "it holds from {effective}, before the act `{act}` was published on {published}",
    mend_vi: "kiểm tra lại hai ngày",
    mend_en: "check both days";

    /// An event holds from a day before its act is in force, though the act was published by then,
    /// such as a merger from 1 June by a resolution in force from 1 July: one of the days is
    /// probably wrong.
    ///
    /// vi: Sự kiện được thực hiện trước ngày văn bản có hiệu lực, dù văn bản đã công bố, như sáp
    /// nhập từ ngày 1 tháng 6 theo nghị quyết có hiệu lực từ ngày 1 tháng 7: có lẽ một trong hai
    /// ngày ghi sai.
    EffectiveBeforeInForce {
        /// The act.
        ///
        /// vi: Văn bản.
        act: ActId,
        /// The day from which the event holds.
        ///
        /// vi: Ngày thực hiện của sự kiện.
        effective: Day,
        /// The day from which the act is in force.
        ///
        /// vi: Ngày có hiệu lực của văn bản.
        in_force: Day,
    } = Warning "effective_before_in_force",
    vi: "thực hiện từ {effective}, trước ngày có hiệu lực {in_force} của văn bản `{act}`",
    en: "it holds from {effective}, before the act `{act}` is in force on {in_force}",
    mend_vi: "kiểm tra lại hai ngày",
    mend_en: "check both days";

    /// A level is abolished, and a kind of unit still stands at it on that day, such as the
    /// district level while urban districts do not end: units can still be founded at it.
    ///
    /// vi: Bỏ một cấp nhưng vào ngày đó vẫn còn loại đơn vị thuộc cấp này, như bỏ cấp huyện mà loại
    /// quận chưa kết thúc: vẫn thành lập được đơn vị ở cấp đó.
    LevelStays {
        /// The level.
        ///
        /// vi: Cấp bị bỏ.
        level: Level,
        /// The kind.
        ///
        /// vi: Loại đơn vị.
        kind: KindId,
        /// The day.
        ///
        /// vi: Ngày.
        day: Day,
    } = Warning "level_stays",
    vi: "{level} bị bỏ từ {day} nhưng vẫn còn loại đơn vị `{kind}` thuộc cấp này",
    en: "the {level} is abolished on {day}, and units of the kind `{kind}` still stand at it",
    mend_vi: "cho loại đơn vị kết thúc ở cấp này vào ngày đó, hoặc xem lại việc bỏ cấp",
    mend_en: "end the kind at that level on the day, or check whether the level ends";

    /// An event changes nothing, such as a renaming to the same name, a move to the same parent, or
    /// the abolition of a level at which no unit stands: it was perhaps meant for another unit.
    ///
    /// vi: Sự kiện không làm thay đổi gì, như đổi tên thành chính tên đó, chuyển về chính cấp trên
    /// đó, hoặc bỏ một cấp không có đơn vị nào: có thể ghi nhầm đơn vị.
    ChangesNothing {
        /// What stays as it was.
        ///
        /// vi: Nội dung vẫn như cũ.
        same: Unchanged,
    } = Warning "changes_nothing",
    vi: "sự kiện không làm thay đổi gì: {same}",
    en: "the event changes nothing: {same}",
    mend_vi: "bỏ sự kiện, hoặc sửa đơn vị hay nội dung thay đổi",
    mend_en: "leave the event out, or mend whom or what it changes";
}
}

/// What an event leaves as it was.
///
/// vi: Nội dung mà sự kiện để nguyên như cũ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unchanged {
    /// Something of a unit.
    ///
    /// vi: Một nội dung của đơn vị.
    Unit {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// What of it.
        ///
        /// vi: Nội dung.
        attribute: Attribute,
    },
    /// A level without units.
    ///
    /// vi: Một cấp không có đơn vị nào.
    Level(Level),
}

impl Said for Unchanged {
    fn in_vietnamese(&self) -> String {
        match self {
            Self::Unit { unit, attribute } => {
                format!("{} của `{unit}` vẫn như cũ", attribute.words().vi)
            }
            Self::Level(level) => format!("{} không có đơn vị nào", level.in_vietnamese()),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::Unit { unit, attribute } => {
                format!("the {} of `{unit}` stays as it was", attribute.words().en)
            }
            Self::Level(level) => format!("no unit stands at the {}", level.in_english()),
        }
    }
}
