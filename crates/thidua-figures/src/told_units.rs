//! What is told of the units of an organisation, and of who leads a cluster, in words.

use thidua_values::{BodyId, Bounds, Coded, Day, Period, Text, Words};

use crate::reading::in_words;
use crate::told_words::days;
use crate::{Counted, Post};

pub(crate) fn units(stated: &Bounds, counted: &[Counted], day: Day) -> Words {
    let list = |is_asked: bool, words: fn(&Text) -> &str| {
        let counted = counted.iter().filter(|counted| counted.is_asked == is_asked);
        let each = counted.map(|it| format!("{} {}", it.number, words(&it.kind)));
        each.collect::<Vec<_>>().join(", ")
    };
    let total: usize = counted.iter().filter(|it| it.is_asked).map(|it| it.number).sum();
    let stated = in_words(stated, ["", ""]);
    let [others_vi, others_en] = [list(false, vi_of), list(false, en_of)];
    let [beside_vi, beside_en] = if others_vi.is_empty() {
        [String::new(), String::new()]
    } else {
        [format!("; ngoài ra {others_vi}"), format!("; beside them {others_en}")]
    };
    Words::new(
        format!(
            "nêu {}; ngày {day} có {total}: {}{beside_vi}",
            stated.vi,
            list(true, vi_of),
            day = day.in_vietnamese()
        ),
        format!(
            "stated {}; on {day} there are {total}: {}{beside_en}",
            stated.en,
            list(true, en_of)
        ),
    )
}

fn vi_of(text: &Text) -> &str {
    text.vi.as_str()
}

fn en_of(text: &Text) -> &str {
    text.en.as_str()
}

pub(crate) fn nobody_on(day: Day) -> Words {
    Words::new(
        format!("cơ cấu tổ chức không nêu đơn vị nào vào ngày {}", day.in_vietnamese()),
        format!("the organisation tells of no unit there on {day}"),
    )
}

pub(crate) fn a_member(
    member: &BodyId,
    day: Day,
    is_member: bool,
    other_post: Option<Post>,
) -> Words {
    let [vi, en] = if is_member {
        ["là thành viên", "is a member"]
    } else {
        ["không là thành viên", "is no member"]
    };
    let (also_vi, also_en) = other_post.map_or_else(Default::default, |post| {
        let post = post.words();
        (format!(", đồng thời là {}", post.vi), format!(", and {} at once", post.en))
    });
    Words::new(
        format!("`{member}` {vi} vào ngày {}{also_vi}", day.in_vietnamese()),
        format!("`{member}` {en} on {day}{also_en}"),
    )
}

pub(crate) fn leads(year: Period, post: &Words, holders: &[BodyId]) -> Words {
    let year = days(year);
    if holders.is_empty() {
        return Words::new(
            format!("cơ cấu tổ chức không nêu {} {}", post.vi, year.vi),
            format!("the organisation does not tell the {} of {}", post.en, year.en),
        );
    }
    let holders = thidua_values::in_ticks(holders);
    Words::new(
        format!("{} {}: {holders}", post.vi, year.vi),
        format!("{} of {}: {holders}", post.en, year.en),
    )
}
