//! The kinds of documents.

use std::borrow::Cow;
use std::sync::LazyLock;

use thidua_awards::{
    AwardCorrection, AwardRules, AwardRulesParts, Candidacies, CandidaciesParts, MoneySchedule,
    MoneyScheduleParts,
};
use thidua_criteria::{Campaign, CampaignParts, Rulebook, RulebookParts};
use thidua_figures::{
    Catalogue, CatalogueParts, CheckListFault, CheckListParts, FeedsFault, FeedsParts,
    FiguresFault, FiguresParts, Report, ReportParts,
};
use thidua_organisation::{ImportFault, Organisation, OrganisationParts, UnitLists};
use thidua_scoring::{EvidenceFault, EvidenceParts, Why};
use thidua_season::{Outcome, Season, SeasonParts};
use thidua_values::{Fault, Faults};

use crate::schema::{Contract, schema};
use crate::shape::Shapes;
use crate::{Problems, ReachAnswer, RulebookDifferences, RulebookFindings};

/// What is written as a document: `{ "format": …, FIELD: … }`.
///
/// The set of these types is closed.
pub trait Written: sealed::Wire {
    /// The format and its version, such as `rulebook/1`.
    const FORMAT: &'static str;
    /// The field beside `format`, which holds everything.
    const FIELD: &'static str;
}

/// What is read from a document, too.
///
/// The set of these types is closed.
pub trait Document: Written + sealed::Read {}

/// The problems that faults of a later step are, placed in the document that
/// they are about.
///
/// Evidence, for one, is bound to a rulebook and a roster long after it was
/// read.
///
/// # Examples
///
/// ```
/// use thidua_documents::problems_of;
/// use thidua_scoring::{EvidenceFault, EvidenceParts};
/// use thidua_values::{Faults, Place};
///
/// let place = Place::whole().field("records").index(3).field("subject");
/// let faults = Faults::one(place, EvidenceFault::UnknownSubject("front-da-nang".parse()?));
/// assert_eq!(
///     problems_of::<EvidenceParts, _>(&faults).to_string(),
///     "/evidence/records/3/subject: expected one of the subjects that are scored, found `front-da-nang` [unknown_subject]"
/// );
/// # Ok::<(), thidua_values::IdError>(())
/// ```
#[must_use]
pub fn problems_of<D: Document, F: Fault>(faults: &Faults<F>) -> Problems {
    Problems::of(&format!("/{}", D::FIELD), faults, usize::MAX)
}

/// The problems that faults of several documents are.
///
/// The first step of a place is the field of a document, as in the faults of
/// [`thidua_season::conclude`]; what is no document, such as the day, is named
/// in the same way. A position is one in the parts of a value, hence in the
/// document that [`write`](crate::write()) makes of it: sets are in canonical
/// order there.
///
/// # Examples
///
/// ```
/// use thidua_documents::problems_across;
/// use thidua_season::ConcludeFault;
/// use thidua_values::{Faults, Place};
///
/// let place = Place::whole().field("season").field("clusters").index(0);
/// let faults = Faults::one(place, ConcludeFault::UnknownCluster("cluster-9".parse()?));
/// assert_eq!(
///     problems_across(&faults).to_string(),
///     "/season/clusters/0: expected a cluster of the organisation, found `cluster-9` [unknown_cluster]"
/// );
/// # Ok::<(), thidua_values::IdError>(())
/// ```
#[must_use]
pub fn problems_across<F: Fault>(faults: &Faults<F>) -> Problems {
    Problems::of("", faults, usize::MAX)
}

mod sealed {
    use std::borrow::Cow;

    use schemars::JsonSchema;
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    use crate::Problems;
    use crate::shape::Shapes;

    pub trait Wire {
        /// What stands in the field of the root.
        type Parts: Clone + Serialize + JsonSchema;

        /// What the document is, in Vietnamese and in English.
        const ABOUT: &'static str;

        /// The parts, in canonical order.
        fn parts(&self) -> Cow<'_, Self::Parts>;
    }

    pub trait Read: Wire<Parts: DeserializeOwned> + Sized {
        /// The shape of the document, from its input schema.
        fn shapes() -> &'static Shapes;

        /// The value of these parts, or at most that many of their problems.
        fn from_parts(parts: Self::Parts, most: usize) -> Result<Self, Problems>;
    }
}

pub(crate) use sealed::{Read, Wire};

/// Makes a type one that is written as a document.
macro_rules! written {
    ($type:ty, $format:literal, $field:literal: $parts:ty, |$this:ident| $own:expr, $about:literal) => {
        impl Wire for $type {
            type Parts = $parts;

            const ABOUT: &'static str = $about;

            fn parts(&self) -> Cow<'_, $parts> {
                let $this = self;
                $own
            }
        }

        impl Written for $type {
            const FORMAT: &'static str = $format;
            const FIELD: &'static str = $field;
        }
    };
}

/// Makes it one that is read from a document, too.
macro_rules! read {
    ($type:ty, $from_parts:expr) => {
        impl Read for $type {
            fn shapes() -> &'static Shapes {
                static SHAPES: LazyLock<Shapes> =
                    LazyLock::new(|| Shapes::of(schema::<$type>(Contract::Input).as_value()));
                &SHAPES
            }

            fn from_parts(parts: Self::Parts, most: usize) -> Result<Self, Problems> {
                let root = format!("/{}", Self::FIELD);
                $from_parts(parts).map_err(|faults| Problems::of(&root, &faults, most))
            }
        }

        impl Document for $type {}
    };
}

written!(
    Organisation,
    "organisation/1",
    "organisation": OrganisationParts,
    |organisation| Cow::Borrowed(organisation.parts()),
    "Tài liệu cơ cấu tổ chức: đơn vị, tổ chức và cụm thi đua theo thời gian.\n\nAn organisation: units, bodies and clusters through time."
);
read!(Organisation, Organisation::try_new);

written!(
    UnitLists,
    "unit-lists/1",
    "unit_lists": UnitLists,
    |lists| Cow::Owned(lists.clone().canonical()),
    "Tài liệu danh mục đơn vị theo từng ngày và các cặp đơn vị cũ, đơn vị mới.\n\nLists of units by day, and what became what between them."
);
read!(UnitLists, Ok::<_, Faults<ImportFault>>);

written!(
    Catalogue,
    "indicator-catalogue/1",
    "indicator_catalogue": CatalogueParts,
    |catalogue| Cow::Borrowed(catalogue.parts()),
    "Tài liệu hệ thống chỉ tiêu: tên gọi, đại lượng, cách đo, nơi báo cáo.\n\nA catalogue of indicators: what they are called, of what, how they are measured, who reports them."
);
read!(Catalogue, Catalogue::try_new);

written!(
    FiguresParts,
    "figures/1",
    "figures": FiguresParts,
    |figures| Cow::Owned(figures.clone().canonical()),
    "Tài liệu số liệu báo cáo theo hệ thống chỉ tiêu.\n\nFigures: what was reported of the indicators of a catalogue."
);
read!(FiguresParts, Ok::<_, Faults<FiguresFault>>);

written!(
    CheckListParts,
    "checks/1",
    "checks": CheckListParts,
    |list| Cow::Owned(list.clone().canonical()),
    "Tài liệu danh mục phép kiểm tra số liệu báo cáo.\n\nA list of checks of reported figures."
);
read!(CheckListParts, Ok::<_, Faults<CheckListFault>>);

written!(
    FeedsParts,
    "feeds/1",
    "feeds": FeedsParts,
    |feeds| Cow::Owned(feeds.clone().canonical()),
    "Tài liệu nêu chỉ tiêu nào trả lời tiêu chí nào của bảng tiêu chí.\n\nWhich indicators answer which criteria of a rulebook."
);
read!(FeedsParts, Ok::<_, Faults<FeedsFault>>);

written!(
    Report,
    "report/1",
    "report": ReportParts,
    |report| Cow::Borrowed(report.parts()),
    "Tài liệu trích một văn bản đã công bố: những điều được nêu, kèm nguyên văn và những gì cần đối chiếu.\n\nA published text: what it claims, in its own words, and what that is held against."
);
read!(Report, Report::try_new);

written!(
    Campaign,
    "campaign/1",
    "campaign": CampaignParts,
    |campaign| Cow::Borrowed(campaign.parts()),
    "Tài liệu cuộc vận động hoặc phong trào thi đua: văn bản, thời gian, các nội dung.\n\nA campaign or movement: its documents, its period, its pillars."
);
read!(Campaign, Campaign::try_new);

written!(
    Rulebook,
    "rulebook/1",
    "rulebook": RulebookParts,
    |rulebook| Cow::Borrowed(rulebook.parts()),
    "Tài liệu bảng tiêu chí chấm điểm.\n\nOne edition of a rulebook."
);
read!(Rulebook, Rulebook::try_new);

written!(
    EvidenceParts,
    "evidence/1",
    "evidence": EvidenceParts,
    |evidence| Cow::Owned(evidence.clone().canonical()),
    "Tài liệu số liệu, minh chứng theo bảng tiêu chí.\n\nEvidence for one edition of a rulebook."
);
read!(EvidenceParts, Ok::<_, Faults<EvidenceFault>>);

written!(
    AwardRules,
    "award-rules/1",
    "award_rules": AwardRulesParts,
    |award_rules| Cow::Borrowed(award_rules.parts()),
    "Tài liệu quy định khen thưởng và chỉ tiêu.\n\nAward rules and their quotas."
);
read!(AwardRules, AwardRules::try_new);

written!(
    Candidacies,
    "candidacies/1",
    "candidacies": CandidaciesParts,
    |candidacies| Cow::Owned(candidacies.parts().clone().canonical()),
    "Tài liệu hồ sơ xét khen thưởng của một năm.\n\nWhat is on record of the candidates of a year."
);
read!(Candidacies, Candidacies::try_new);

written!(
    MoneySchedule,
    "money-schedule/1",
    "money_schedule": MoneyScheduleParts,
    |schedule| Cow::Borrowed(schedule.parts()),
    "Tài liệu bảng mức tiền thưởng.\n\nA schedule of award money."
);
read!(MoneySchedule, MoneySchedule::try_new);

written!(
    Season,
    "season/1",
    "season": SeasonParts,
    |season| Cow::Owned(season.parts().clone().canonical()),
    "Tài liệu năm thi đua của các cụm.\n\nA season: one year of clusters."
);
read!(Season, Season::try_new);

written!(
    Outcome,
    "outcome/1",
    "outcome": Outcome,
    |outcome| Cow::Borrowed(outcome),
    "Tài liệu kết quả năm thi đua: bảng điểm, xếp hạng, đề nghị khen thưởng.\n\nThe outcome of a season: sheets, standings and verdicts."
);

written!(
    AwardCorrection,
    "award-correction/1",
    "award_correction": AwardCorrection,
    |correction| Cow::Borrowed(correction),
    "Tài liệu những thay đổi về khen thưởng sau khi số liệu được đính chính.\n\nWhat a correction changes of the awards."
);

written!(
    Why,
    "why/1",
    "why": Why,
    |why| Cow::Borrowed(why),
    "Tài liệu giải thích vì sao một đối tượng xếp trên hoặc dưới một đối tượng khác.\n\nWhy one subject stands ahead of another, or behind."
);

written!(
    ReachAnswer,
    "reach/1",
    "reach": ReachAnswer,
    |answer| Cow::Borrowed(answer),
    "Tài liệu cho biết thay đổi nào đủ để một đối tượng đạt một mức điểm.\n\nWhat would have lifted a subject to a total."
);

written!(
    RulebookFindings,
    "rulebook-findings/1",
    "rulebook_findings": RulebookFindings,
    |findings| Cow::Borrowed(findings),
    "Tài liệu những chỗ đúng quy cách nhưng đáng ngờ của một bảng tiêu chí.\n\nWhat is legal but doubtful about a rulebook."
);

written!(
    RulebookDifferences,
    "rulebook-differences/1",
    "rulebook_differences": RulebookDifferences,
    |differences| Cow::Borrowed(differences),
    "Tài liệu những điểm khác nhau giữa hai phiên bản bảng tiêu chí.\n\nWhat differs between two editions of a rulebook."
);
