//! What is told of a claim, in words.

use thidua_notation::{
    Date, DocumentKind, DocumentNumber, Measure, Share, in_english, in_vietnamese,
};
use thidua_values::{
    Bounds, ClaimId, Coded, Day, Exact, Period, Phrase, Ratio, ReportId, Text, Words,
};

use crate::percent_words::{hundredths, percentage, percents, share_of};
use crate::reading::{in_words, of_date, unit};
use crate::told_units::{a_member, leads, nobody_on, units};
use crate::{About, ChangeOf, CountedBy, PartsInWhole, Reading, Refusal, Stage, Thing, Told, When};

/// Of what a figure is, planned or done, and by doer or by place.
type OfWhat = (About, Stage, CountedBy);

pub(crate) fn of(told: &Told) -> Words {
    match told {
        Told::Refused { printed, refusal } => refused(printed, refusal),
        Told::NotRead { claim } => not_read(claim),
        Told::PartOfWhole { ratio } => part_of_whole(*ratio),
        Told::QualifiedShare { share } => qualified_share(*share),
        Told::Percentage { found } => percentage(found),
        Told::NoShare => no_share(),
        Told::Change { change, readings } => change_of(change, readings),
        Told::Parts { found, whole, as_printed, of } => parts(found, whole, as_printed, of),
        Told::AtMost { this, other, of } => at_most(this, other, of),
        Told::OtherWord { course, found } => other_word(&course.words(), found),
        Told::Replaced { earlier, later } => replaced(earlier, later),
        Told::Restated { here, there } => beside("bằng lời khác", "in other words", here, there),
        Told::After { this, other } => after(*this, *other),
        Told::YearsBetween { stated, from, to, years } => years_between(stated, *from, *to, *years),
        Told::YearsInARow { stated, years } => in_a_row(stated, years),
        Told::OtherSpans { from, to } => other_spans(*from, *to),
        Told::NobodyOn { day } => nobody_on(*day),
        Told::Units { stated, counted, day } => units(stated, counted, *day),
        Told::DayOutside { day, stated } => outside(*day, *stated),
        Told::Same { report, here, there } => same(report, here, there),
        Told::NotTheSame { report, here, there } => not_the_same(report, here, there),
        Told::OtherThings { here, there } => other_things(here, there),
        Told::OtherFigure { here, there } => other_figure(here, there),
        Told::NoFigureThere { report, claim } => no_figure_there(report, claim),
        Told::NotAtHand { report } => not_at_hand(report),
        Told::ToDate { period, day } => to_date(*period, *day),
        Told::BeyondText { period, covers } => beyond_text(*period, *covers),
        Told::Member { member, day, is_member, other_post } => {
            a_member(member, *day, *is_member, *other_post)
        }
        Told::Leads { year, post, holders } => leads(*year, post, holders),
        Told::Printed { printed, number } => printed_so(printed, number),
        Told::Called { called, kinds } => called_kind(called, kinds),
        Told::Alias { called, name } => alias(called, name),
    }
}

fn refused(printed: &Phrase, refusal: &Refusal) -> Words {
    let vi = if refusal.is_impossible() { "không thể có" } else { "không đọc được" };
    Words::new(format!("{vi}: “{printed}”"), format!("not read: {refusal}"))
}

fn not_read(claim: &ClaimId) -> Words {
    Words::new(
        format!("không đối chiếu được: không đọc được `{claim}`"),
        format!("nothing to compare with: `{claim}` was not read"),
    )
}

fn no_share() -> Words {
    Words::new(
        "không nêu tử số và mẫu số nên không tính lại được",
        "neither numerator nor denominator is stated, so nobody can compute it again",
    )
}

fn qualified_share(share: Share) -> Words {
    let share = Reading::Share(share).words();
    Words::new(
        format!("{}: không rõ từ hạn định đi với tử số hay mẫu số", share.vi),
        format!("{}: nobody knows which of the two is qualified", share.en),
    )
}

fn part_of_whole(ratio: Ratio) -> Words {
    let [part, whole] = [ratio.part(), ratio.whole()];
    match ratio.quotient() {
        Some(quotient) => {
            let percent = hundredths(&(quotient * Exact::from(100)));
            Words::new(
                format!("{}/{} = {}", in_vietnamese(part), in_vietnamese(whole), percent.vi),
                format!("{} of {} is {}", in_english(part), in_english(whole), percent.en),
            )
        }
        None => Words::new("0 trên 0, không có tỷ lệ", "0 of 0, which has no quotient"),
    }
}

fn change_of(change: &Bounds, readings: &[(ChangeOf, Option<Bounds>)]) -> Words {
    let told = readings.iter().map(|(reading, earlier)| {
        let Words { vi, en } = reading.words();
        let earlier = match earlier {
            None => Words::new("không thể có", "none is possible"),
            Some(earlier) if *reading == ChangeOf::PartInPercent => in_words(earlier, ["", ""]),
            Some(earlier) => percents(earlier),
        };
        (format!("{vi}: trước đó {}", earlier.vi), format!("{en}: before {}", earlier.en))
    });
    let (vi, en): (Vec<_>, Vec<_>) = told.unzip();
    let (vi, en) = (vi.join("; "), en.join("; "));
    if let [_] = readings {
        let change = in_words(change, unit(Measure::PercentagePoint));
        return Words::new(format!("{}. {vi}", change.vi), format!("{}. {en}", change.en));
    }
    let change = percents(change);
    Words::new(
        format!("không rõ {} là gì. {vi}", change.vi),
        format!("{} may mean three things. {en}", change.en),
    )
}

fn parts(found: &PartsInWhole, whole: &Bounds, as_printed: &Exact, of: &Words) -> Words {
    let with = |bounds: &Bounds| in_words(bounds, [&of.vi, &of.en]);
    let (sum, whole) = (with(&found.sum), with(whole));
    let printed = with(&Bounds::exactly(as_printed.clone()));
    let rest = found.rest.as_ref().map_or_else(|| Words::new("không", "none"), with);
    Words::new(
        format!(
            "các phần cộng lại {} trong {}; còn lại {}; tính theo số in, bỏ từ hạn định: {}",
            sum.vi, whole.vi, rest.vi, printed.vi
        ),
        format!(
            "the parts are {} of {}; left is {}; of the numbers as printed {}",
            sum.en, whole.en, rest.en, printed.en
        ),
    )
}

fn at_most(this: &Bounds, other: &Bounds, of: &Words) -> Words {
    let with = |bounds: &Bounds| in_words(bounds, [&of.vi, &of.en]);
    let left = with(&(other.clone() - this.clone()));
    let share = share_of(this, other, [Words::new(" (", " ("), Words::new(")", ")")]);
    let (this, other) = (with(this), with(other));
    Words::new(
        format!("{} trong {}{}, còn {}", this.vi, other.vi, share.vi, left.vi),
        format!("{} of {}{}, {} left", this.en, other.en, share.en, left.en),
    )
}

fn other_word(expected: &Words, found: &str) -> Words {
    Words::new(
        format!("cần từ “{}”, văn bản in “{found}”", expected.vi),
        format!("expected the word “{}” ({}), found “{found}”", expected.vi, expected.en),
    )
}

fn replaced(earlier: &Bounds, later: &Bounds) -> Words {
    let net = in_words(&(later.clone() - earlier.clone()), ["", ""]);
    let around = [Words::new(", bằng ", ", left is "), Words::new(" số trước", " of it")];
    let share = share_of(later, earlier, around);
    let (earlier, later) = (in_words(earlier, ["", ""]), in_words(later, ["", ""]));
    Words::new(
        format!("{} thay {}, không cộng: chênh {}{}", later.vi, earlier.vi, net.vi, share.vi),
        format!("{} in place of {}, never added: net {}{}", later.en, earlier.en, net.en, share.en),
    )
}

fn beside(vi: &str, en: &str, here: &Bounds, there: &Bounds) -> Words {
    let (here, there) = (in_words(here, ["", ""]), in_words(there, ["", ""]));
    Words::new(
        format!("ở đây {}, {vi} {}", here.vi, there.vi),
        format!("{} here, {} {en}", here.en, there.en),
    )
}

/// A date with the word that bounds it.
pub(crate) fn bounded((when, date): (When, Date)) -> Words {
    let (when, date) = (when.words(), of_date(date));
    Words::new(when.vi + &date.vi, when.en + &date.en)
}

fn after(this: (When, Date), other: (When, Date)) -> Words {
    let (this, other) = (bounded(this), bounded(other));
    Words::new(
        format!("{} cần sau {}", this.vi, other.vi),
        format!("{} is to come after {}", this.en, other.en),
    )
}

fn years_between(stated: &Bounds, from: Day, to: Day, years: Option<u16>) -> Words {
    let stated = in_words(stated, [" năm", " years"]);
    let (vi, en) = years.map_or_else(
        || ("không phải ngày kỷ niệm".to_owned(), "no anniversary".to_owned()),
        |years| (format!("{years} năm"), format!("{years} years")),
    );
    Words::new(
        format!("nêu {}; từ {} đến {}: {vi}", stated.vi, from.in_vietnamese(), to.in_vietnamese()),
        format!("stated {}; from {from} to {to}: {en}", stated.en),
    )
}

fn other_spans(from: Date, to: Date) -> Words {
    let (from, to) = (of_date(from), of_date(to));
    Words::new(
        format!("không đếm được số năm: từ {} đến {}", from.vi, to.vi),
        format!("no years can be counted: from {} to {}", from.en, to.en),
    )
}

fn in_a_row(stated: &Bounds, years: &[u16]) -> Words {
    let stated = in_words(stated, [" năm", " years"]);
    let listed = years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    Words::new(
        format!("nêu {} liền; các năm {listed}", stated.vi),
        format!("stated {} in a row; the years {listed}", stated.en),
    )
}

/// A period by its days.
pub(crate) fn days(period: Period) -> Words {
    let start = period.start();
    match period.last() {
        Some(last) if last == start => Words::new(start.in_vietnamese(), start.to_string()),
        Some(last) => Words::new(
            format!("{} đến {}", start.in_vietnamese(), last.in_vietnamese()),
            format!("{start} to {last}"),
        ),
        None => Words::new(format!("từ {}", start.in_vietnamese()), format!("{start} on")),
    }
}

fn outside(day: Day, stated: Period) -> Words {
    let stated = days(stated);
    Words::new(
        format!("cơ cấu tổ chức chỉ nêu {}, không nêu ngày {}", stated.vi, day.in_vietnamese()),
        format!("the organisation tells of {}, and nothing of {day}", stated.en),
    )
}

fn same(report: &ReportId, here: &Bounds, there: &Bounds) -> Words {
    beside(&format!("trong văn bản `{report}`"), &format!("in `{report}`"), here, there)
}

fn other_things(here: &Words, there: &Words) -> Words {
    Words::new(
        format!("không so sánh được: đếm{} và{}", here.vi, there.vi),
        format!("cannot be compared: one counts{}, the other{}", here.en, there.en),
    )
}

fn other_figure(here: &OfWhat, there: &OfWhat) -> Words {
    let of = |(about, stage, counted_by): &OfWhat| {
        let (stage, counted_by) = (stage.words(), counted_by.words());
        Words::new(
            format!("`{}`, {}, {}", about.as_str(), stage.vi, counted_by.vi),
            format!("`{}`, {}, {}", about.as_str(), stage.en, counted_by.en),
        )
    };
    let (here, there) = (of(here), of(there));
    Words::new(
        format!("không so sánh được: ở đây {}; kia {}", here.vi, there.vi),
        format!("cannot be compared: {} here; {} there", here.en, there.en),
    )
}

fn no_figure_there(report: &ReportId, claim: &ClaimId) -> Words {
    Words::new(
        format!("văn bản `{report}` không có số liệu `{claim}` đọc được"),
        format!("`{report}` has no figure `{claim}` that was read"),
    )
}

fn not_at_hand(report: &ReportId) -> Words {
    Words::new(format!("chưa có văn bản `{report}`"), format!("`{report}` is not at hand"))
}

fn printed_so(printed: &Phrase, number: &DocumentNumber) -> Words {
    Words::new(
        format!("in là “{printed}”, viết đúng là {number}"),
        format!("printed “{printed}”, written {number}"),
    )
}

fn not_the_same(report: &ReportId, here: &Thing, there: &Thing) -> Words {
    let told = |thing: &Thing| {
        let (number, period) = (in_words(&thing.bounds, ["", ""]), days(thing.period));
        let Text { vi, en } = &thing.indicator;
        Words::new(
            format!("{} ({vi}, {}, {})", number.vi, thing.measured.vi, period.vi),
            format!("{} ({en}, {}, {})", number.en, thing.measured.en, period.en),
        )
    };
    let (here, there) = (told(here), told(there));
    Words::new(
        format!("không so sánh được: ở đây {}; trong `{report}` {}", here.vi, there.vi),
        format!("cannot be compared: {} here; {} in `{report}`", here.en, there.en),
    )
}

fn to_date(period: Period, day: Day) -> Words {
    let period = days(period);
    Words::new(
        format!(
            "kỳ {} chưa hết vào ngày {}: chỉ là số đến ngày đó",
            period.vi,
            day.in_vietnamese()
        ),
        format!("{} had not ended on {day}: a figure to date", period.en),
    )
}

fn beyond_text(period: Period, covers: Period) -> Words {
    let (period, covers) = (days(period), days(covers));
    Words::new(
        format!("kỳ {} vượt ra ngoài kỳ của văn bản {}", period.vi, covers.vi),
        format!("{} is not within {}, on which the text reports", period.en, covers.en),
    )
}

fn called_kind(called: &Phrase, kinds: &[DocumentKind]) -> Words {
    if kinds.is_empty() {
        return Words::new(
            format!("gọi là “{called}”, ký hiệu không thuộc loại nào đã biết"),
            format!("called “{called}”, its number has the symbol of no known kind"),
        );
    }
    let list = |words: fn(Words) -> String| {
        kinds.iter().map(|kind| words(kind.words())).collect::<Vec<_>>().join(" / ")
    };
    let (vi, en) = (list(|words| words.vi), list(|words| words.en));
    Words::new(
        format!("gọi là “{called}”, ký hiệu là {vi}"),
        format!("called “{called}”, its number is that of a {en}"),
    )
}

fn alias(called: &Phrase, name: &Text) -> Words {
    Words::new(
        format!("gọi là “{called}”, tên đầy đủ: {}", name.vi),
        format!("called “{called}”, which is: {}", name.en),
    )
}
