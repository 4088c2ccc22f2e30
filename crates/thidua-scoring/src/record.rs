//! Evidence (minh chứng) as it is handed in: a value for a subject and a criterion.

use thidua_values::{Basis, CriterionId, Day, Figure, Phrase, RulebookId, SubjectId, Text};

/// Evidence for one edition of a rulebook, as it is handed in.
///
/// vi: Số liệu, minh chứng theo một phiên bản bảng tiêu chí, như khi nộp.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Evidence"))]
pub struct EvidenceParts {
    /// What it is called.
    ///
    /// vi: Tên gọi của số liệu, minh chứng.
    pub title: Text,
    /// The rulebook that it answers.
    ///
    /// vi: Phiên bản bảng tiêu chí mà số liệu, minh chứng trả lời.
    pub answers: RulebookEdition,
    /// The records. A set: their order has no meaning.
    ///
    /// vi: Các bản ghi. Tập hợp, thứ tự không có nghĩa.
    pub records: Vec<EvidenceRecord>,
}

impl EvidenceParts {
    /// The same evidence with its records in canonical order.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.records.sort_by(|a, b| (&a.subject, &a.criterion).cmp(&(&b.subject, &b.criterion)));
        self
    }
}

/// One edition of a rulebook, named by its first day in force.
///
/// vi: Một phiên bản bảng tiêu chí, gọi theo ngày đầu tiên có hiệu lực.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct RulebookEdition {
    /// The rulebook.
    ///
    /// vi: Bảng tiêu chí.
    pub rulebook: RulebookId,
    /// The first day on which the edition is in force.
    ///
    /// vi: Ngày đầu tiên phiên bản có hiệu lực.
    pub edition: Day,
}

/// What is known about a subject and a criterion.
///
/// vi: Số liệu, minh chứng của một đối tượng về một tiêu chí.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct EvidenceRecord {
    /// Whose it is.
    ///
    /// vi: Đối tượng có số liệu, minh chứng.
    pub subject: SubjectId,
    /// The criterion, or the condition of one, that it answers.
    ///
    /// vi: Tiêu chí, hoặc điều kiện của tiêu chí, được trả lời.
    pub criterion: CriterionId,
    /// What is known.
    ///
    /// vi: Giá trị, hoặc lý do không có giá trị.
    pub value: EvidenceValue,
    /// Whether it is published or made up.
    ///
    /// vi: Số liệu đã công bố hay chỉ để minh họa.
    pub basis: Basis,
    /// Anything a reader should know about it.
    ///
    /// vi: Điều người đọc cần biết thêm.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Phrase>,
}

/// What is known: a value, or which kind of nothing. A record that is not
/// there is missing too.
///
/// vi: Giá trị, hoặc lý do không có giá trị. Không có bản ghi cũng là chưa có số liệu.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum EvidenceValue {
    /// A share (tỷ lệ): `4375` of `5121`.
    ///
    /// vi: Tỷ lệ.
    #[cfg_attr(feature = "schemars", schemars(title = "ShareValue"))]
    Share {
        /// The numerator; it may exceed the whole.
        ///
        /// vi: Tử số; có thể lớn hơn mẫu số.
        part: Figure,
        /// The denominator.
        ///
        /// vi: Mẫu số.
        whole: Figure,
    },
    /// How many of a sample are confirmed.
    ///
    /// vi: Số trường hợp được xác nhận.
    #[cfg_attr(feature = "schemars", schemars(title = "CountValue"))]
    Count {
        /// How many.
        ///
        /// vi: Số trường hợp.
        count: u32,
    },
    /// Whether a condition holds.
    ///
    /// vi: Đạt hoặc không đạt điều kiện.
    #[cfg_attr(feature = "schemars", schemars(title = "MetValue"))]
    Met {
        /// Whether it holds.
        ///
        /// vi: Đạt hay không đạt điều kiện.
        met: bool,
    },
    /// Not reported (yet).
    ///
    /// vi: Chưa có số liệu.
    #[cfg_attr(feature = "schemars", schemars(title = "MissingValue"))]
    Missing {},
    /// The criterion does not apply to the subject.
    ///
    /// vi: Không được giao.
    #[cfg_attr(feature = "schemars", schemars(title = "NotAssignedValue"))]
    NotAssigned {},
    /// Reported without proof: scored 0.
    ///
    /// vi: Không có minh chứng: 0 điểm.
    ///
    /// Source: Công văn 5155/SGDĐT-GDTXNNĐH of Hồ Chí Minh City (2025), guide 2.
    #[cfg_attr(feature = "schemars", schemars(title = "NoProofValue"))]
    NoProof {},
}

impl EvidenceValue {
    /// Its kind, as documents write it.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Share { .. } => "share",
            Self::Count { .. } => "count",
            Self::Met { .. } => "met",
            Self::Missing {} => "missing",
            Self::NotAssigned {} => "not_assigned",
            Self::NoProof {} => "no_proof",
        }
    }
}
