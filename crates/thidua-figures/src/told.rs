//! What is told of a claim: what was computed, and from what.

use thidua_notation::{Date, DocumentKind, DocumentNumber, Share};
use thidua_values::{
    BodyId, Bounds, ClaimId, Coded, Day, Exact, Period, Phrase, Ratio, ReportId, Text, Words,
};

use crate::{
    About, ChangeOf, CountedBy, Course, PartsInWhole, Post, Refusal, Stage, StatedPercent, Verdict,
    When, told_words,
};

/// A verdict on a claim, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Whether the claim holds in this respect.
    pub verdict: Verdict,
    /// What was computed, and from what.
    pub told: Told,
}

/// What was computed of a claim, and from what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Its words are no numeral, no date, or no number of a document.
    Refused {
        /// The words.
        printed: Phrase,
        /// Why.
        refusal: Refusal,
    },
    /// Another claim that it is held against was not read.
    NotRead {
        /// The other.
        claim: ClaimId,
    },
    /// A share: its numerator is to be within its denominator.
    PartOfWhole {
        /// Both.
        ratio: Ratio,
    },
    /// A share that is qualified, such as "hơn 2/3", which says nothing of numerator or denominator
    /// alone.
    QualifiedShare {
        /// The share.
        share: Share,
    },
    /// A percentage beside the share that it is of.
    Percentage {
        /// Both, and what the share comes to.
        found: StatedPercent,
    },
    /// A percentage of which neither numerator nor denominator is stated.
    NoShare,
    /// Another word stands where the text should say whether something rose or fell.
    OtherWord {
        /// What it should say.
        course: Course,
        /// What it says.
        found: String,
    },
    /// What the earlier figure was, by each way to read a stated change of a share.
    Change {
        /// What was stated, in percent, below 0 for a fall, as far as rounding to its last digit tells.
        change: Bounds,
        /// Of each reading the earlier rate in percent, or the earlier number; none where there
        /// could have been none.
        readings: Vec<(ChangeOf, Option<Bounds>)>,
    },
    /// Parts beside the whole that they are of.
    Parts {
        /// Whether they fit, and what is left.
        found: PartsInWhole,
        /// What is known of the whole.
        whole: Bounds,
        /// What the figures leave as they are printed, without their qualifiers.
        as_printed: Exact,
        /// What is counted, with the blank before it.
        of: Words,
    },
    /// A figure beside one that it is not to exceed.
    AtMost {
        /// What is known of the figure.
        this: Bounds,
        /// What is known of the other.
        other: Bounds,
        /// What is counted, with the blank before it.
        of: Words,
    },
    /// A later figure that replaces another; both are known, and are never added.
    Replaced {
        /// What is known of the other.
        earlier: Bounds,
        /// What is known of this one.
        later: Bounds,
    },
    /// What is said again in other words.
    Restated {
        /// What is known of it here.
        here: Bounds,
        /// What is known of it there.
        there: Bounds,
    },
    /// Two dates, of which this one is to be the later.
    After {
        /// This one, and how it is bounded.
        this: (When, Date),
        /// The other.
        other: (When, Date),
    },
    /// The years from a day to its anniversary.
    YearsBetween {
        /// The number that is stated.
        stated: Bounds,
        /// The first day.
        from: Day,
        /// The other.
        to: Day,
        /// How many years are between; none if the other is no anniversary.
        years: Option<u16>,
    },
    /// Years, of which each follows the one before.
    YearsInARow {
        /// The number that is stated.
        stated: Bounds,
        /// The years.
        years: Vec<u16>,
    },
    /// Dates of which one is a day and the other a year, or the like, so that no years are counted.
    OtherSpans {
        /// The first.
        from: Date,
        /// The other.
        to: Date,
    },
    /// The units of some kinds on a day.
    Units {
        /// The number that is stated.
        stated: Bounds,
        /// How many there are of each kind, the kinds that are asked for among them.
        counted: Vec<Counted>,
        /// The day.
        day: Day,
    },
    /// On that day the unit does not live, or the cluster has no members, as far as the organisation
    /// tells.
    NobodyOn {
        /// The day.
        day: Day,
    },
    /// The organisation says nothing of the day.
    DayOutside {
        /// The day.
        day: Day,
        /// What it says something of.
        stated: Period,
    },
    /// Figures of two texts that are of the same.
    Same {
        /// The other text.
        report: ReportId,
        /// What is known of the figure here.
        here: Bounds,
        /// What is known of it there.
        there: Bounds,
    },
    /// Figures of two texts that are not of the same, so that no change can be told.
    NotTheSame {
        /// The other text.
        report: ReportId,
        /// The figure here.
        here: Thing,
        /// The figure there.
        there: Thing,
    },
    /// Figures of different things, such as cases and works.
    OtherThings {
        /// What the figure counts.
        here: Words,
        /// What the other counts.
        there: Words,
    },
    /// Figures of which one does not stand for the other: of what each is, planned or done, and by
    /// doer or by place.
    OtherFigure {
        /// The figure.
        here: (About, Stage, CountedBy),
        /// The other.
        there: (About, Stage, CountedBy),
    },
    /// A text that is at hand, and has no such figure that was read.
    NoFigureThere {
        /// The text.
        report: ReportId,
        /// The claim that it would be.
        claim: ClaimId,
    },
    /// A text that is not at hand.
    NotAtHand {
        /// The text.
        report: ReportId,
    },
    /// The period had not ended on the day of the text, so that the figure is one to date.
    ToDate {
        /// The period.
        period: Period,
        /// The day of the text.
        day: Day,
    },
    /// The period is not within the one that the text reports on.
    BeyondText {
        /// The period.
        period: Period,
        /// That of the text.
        covers: Period,
    },
    /// Whether who leads a cluster is a member of it, and has no other post.
    Member {
        /// Who leads.
        member: BodyId,
        /// On which day.
        day: Day,
        /// Whether it is a member on that day.
        is_member: bool,
        /// The other post that the text gives it.
        other_post: Option<Post>,
    },
    /// Who leads the cluster by the organisation.
    Leads {
        /// The year.
        year: Period,
        /// The post.
        post: Words,
        /// Who has it; nobody if the organisation does not tell.
        holders: Vec<BodyId>,
    },
    /// The number of a document that is printed otherwise than such numbers are written.
    Printed {
        /// As it is printed.
        printed: Phrase,
        /// As it is written.
        number: DocumentNumber,
    },
    /// What a document is called, and the kinds that its number stands for.
    Called {
        /// What it is called.
        called: Phrase,
        /// The kinds.
        kinds: Vec<DocumentKind>,
    },
    /// What an indicator is called.
    Alias {
        /// What it is called.
        called: Phrase,
        /// Its own name.
        name: Text,
    },
}

/// How many units of a kind there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The name of the kind.
    pub kind: Text,
    /// How many there are.
    pub number: usize,
    /// Whether the claim is one of this kind.
    pub is_asked: bool,
}

/// What a figure is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// The figure, as far as it is known.
    pub bounds: Bounds,
    /// The name of its indicator.
    pub indicator: Text,
    /// How it is measured.
    pub measured: Words,
    /// Its period.
    pub period: Period,
}

impl Coded for Told {
    fn code(&self) -> &'static str {
        match self {
            Self::Refused { .. } => "refused",
            Self::NotRead { .. } => "not_read",
            Self::PartOfWhole { .. } => "part_of_whole",
            Self::QualifiedShare { .. } => "qualified_share",
            Self::Percentage { .. } => "percentage",
            Self::NoShare => "no_share",
            Self::OtherWord { .. } => "other_word",
            Self::Change { .. } => "change",
            Self::Parts { .. } => "parts",
            Self::AtMost { .. } => "at_most",
            Self::Replaced { .. } => "replaced",
            Self::Restated { .. } => "restated",
            Self::After { .. } => "after",
            Self::YearsBetween { .. } => "years_between",
            Self::YearsInARow { .. } => "years_in_a_row",
            Self::OtherSpans { .. } => "other_spans",
            Self::Units { .. } => "units",
            Self::NobodyOn { .. } => "nobody_on",
            Self::DayOutside { .. } => "day_outside",
            Self::Same { .. } => "same",
            Self::NotTheSame { .. } => "not_the_same",
            Self::OtherThings { .. } => "other_things",
            Self::OtherFigure { .. } => "other_figure",
            Self::NoFigureThere { .. } => "no_figure_there",
            Self::NotAtHand { .. } => "not_at_hand",
            Self::ToDate { .. } => "to_date",
            Self::BeyondText { .. } => "beyond_text",
            Self::Member { .. } => "member",
            Self::Leads { .. } => "leads",
            Self::Printed { .. } => "printed",
            Self::Called { .. } => "called",
            Self::Alias { .. } => "alias",
        }
    }

    fn words(&self) -> Words {
        told_words::of(self)
    }
}
