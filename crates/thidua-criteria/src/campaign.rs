//! Campaigns (cuộc vận động) and their pillars (nội dung).

use std::collections::BTreeSet;

use thidua_notation::DocumentNumber;
use thidua_values::{Basis, CampaignId, Fault, Faults, Period, PillarId, Place, Placed, Text};
use thiserror::Error;

use crate::Reference;

/// What a campaign is made from.
///
/// vi: Các thành phần của cuộc vận động.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Campaign"))]
pub struct CampaignParts {
    /// Its id.
    ///
    /// vi: Mã định danh của cuộc vận động.
    pub id: CampaignId,
    /// Its name.
    ///
    /// vi: Tên cuộc vận động.
    pub name: Text,
    /// Where its pillars and tasks are published.
    ///
    /// vi: Căn cứ: nơi công bố các nội dung và nhiệm vụ.
    pub basis: Basis,
    /// The document that set it going; its issuer is the launching body.
    ///
    /// vi: Văn bản phát động; cơ quan ban hành là cơ quan phát động.
    pub launch: Reference,
    /// The documents it carries out. A set: their order has no meaning.
    ///
    /// vi: Các văn bản mà cuộc vận động triển khai thực hiện. Tập hợp, thứ tự không có nghĩa.
    pub carries_out: Vec<Reference>,
    /// When it runs.
    ///
    /// vi: Thời gian thực hiện cuộc vận động.
    pub during: Period,
    /// Its pillars. Ordered, as the campaign counts them.
    ///
    /// vi: Các nội dung của cuộc vận động. Có thứ tự: như cuộc vận động đánh số.
    pub pillars: Vec<Pillar>,
}

/// One of a campaign's ordered contents (nội dung).
///
/// vi: Một trong các nội dung có thứ tự của cuộc vận động.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Pillar {
    /// Its id.
    ///
    /// vi: Mã định danh của nội dung.
    pub id: PillarId,
    /// Its number as printed.
    ///
    /// vi: Số thứ tự như trong văn bản.
    pub ordinal: thidua_values::Phrase,
    /// Its name.
    ///
    /// vi: Tên nội dung.
    pub name: Text,
    /// What is to be done (nhiệm vụ). Ordered, as the source lists it.
    ///
    /// vi: Các nhiệm vụ. Có thứ tự: như nguồn liệt kê.
    pub tasks: Vec<Text>,
}

/// A campaign (cuộc vận động): who launched it, what it carries out, and its
/// pillars.
// INVARIANT: there is a pillar, pillar ids differ, each pillar has a task, the documents
// carried out differ and are sorted by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    parts: CampaignParts,
}

impl Campaign {
    /// The campaign of these parts.
    ///
    /// # Errors
    ///
    /// Every fault: no pillar, a pillar id twice, a pillar without a task, a
    /// document carried out twice.
    pub fn try_new(mut parts: CampaignParts) -> Result<Self, Faults<CampaignFault>> {
        let faults = faults_of(&parts);
        parts.carries_out.sort();
        Faults::check(Self { parts }, faults)
    }

    /// The parts, in canonical order.
    #[must_use]
    pub const fn parts(&self) -> &CampaignParts {
        &self.parts
    }

    /// The pillar of that id.
    #[must_use]
    pub fn pillar(&self, id: &PillarId) -> Option<&Pillar> {
        self.parts.pillars.iter().find(|pillar| pillar.id == *id)
    }
}

fn faults_of(parts: &CampaignParts) -> Vec<Placed<CampaignFault>> {
    let mut faults = Vec::new();
    let pillars = Place::whole().field("pillars");
    if parts.pillars.is_empty() {
        faults.push(Placed { place: pillars.clone(), fault: CampaignFault::NoPillar });
    }
    let mut ids = BTreeSet::new();
    for (position, pillar) in parts.pillars.iter().enumerate() {
        let place = pillars.index(position);
        if !ids.insert(&pillar.id) {
            faults.push(Placed {
                place: place.field("id"),
                fault: CampaignFault::DuplicatePillar(pillar.id.clone()),
            });
        }
        if pillar.tasks.is_empty() {
            faults.push(Placed {
                place: place.field("tasks"),
                fault: CampaignFault::NoTask(pillar.id.clone()),
            });
        }
    }
    let mut numbers = BTreeSet::new();
    for (position, reference) in parts.carries_out.iter().enumerate() {
        if !numbers.insert((&reference.number, reference.issued, &reference.issuer)) {
            let place = Place::whole().field("carries_out").index(position).field("number");
            faults.push(Placed {
                place,
                fault: CampaignFault::DuplicateReference(reference.number.clone()),
            });
        }
    }
    faults
}

/// Why parts make no campaign.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected {}, found {}", self.expected(), self.found())]
pub enum CampaignFault {
    /// A campaign has no pillar, so no criterion could serve it.
    NoPillar,
    /// Two pillars share an id.
    DuplicatePillar(PillarId),
    /// A pillar asks nothing of anybody.
    NoTask(PillarId),
    /// The same document is carried out twice.
    DuplicateReference(DocumentNumber),
}

impl Fault for CampaignFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoPillar => "no_pillar",
            Self::DuplicatePillar(_) => "duplicate_pillar",
            Self::NoTask(_) => "no_task",
            Self::DuplicateReference(_) => "duplicate_reference",
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::NoPillar => "at least one pillar".into(),
            Self::DuplicatePillar(_) => "pillar ids that differ".into(),
            Self::NoTask(_) => "at least one task".into(),
            Self::DuplicateReference(_) => "documents that differ".into(),
        }
    }

    fn found(&self) -> String {
        match self {
            Self::NoPillar => "none".into(),
            Self::DuplicatePillar(id) => format!("`{id}` again"),
            Self::NoTask(id) => format!("none in `{id}`"),
            Self::DuplicateReference(number) => format!("`{number}` again"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(word: &str) -> Text {
        Text { vi: word.parse().unwrap(), en: word.parse().unwrap() }
    }

    fn reference(number: &str) -> Reference {
        Reference {
            number: number.parse().unwrap(),
            issued: "2016-07-08".parse().unwrap(),
            issuer: text("Trung ương"),
            title: text("Hướng dẫn"),
        }
    }

    fn parts() -> CampaignParts {
        CampaignParts {
            id: "unite".parse().unwrap(),
            name: text("Toàn dân đoàn kết"),
            basis: Basis::Illustrative { note: "a test".parse().unwrap() },
            launch: reference("10/TTr-MTTW-BTT"),
            carries_out: vec![reference("17-CT/TU"), reference("10-CT/TW")],
            during: Period::starting("2016-07-08".parse().unwrap()),
            pillars: vec![Pillar {
                id: "economy".parse().unwrap(),
                ordinal: "1".parse().unwrap(),
                name: text("Kinh tế"),
                tasks: vec![text("Giảm nghèo")],
            }],
        }
    }

    #[test]
    fn the_order_of_carried_out_documents_has_no_meaning() {
        let mut other = parts();
        other.carries_out.reverse();
        assert_eq!(Campaign::try_new(parts()), Campaign::try_new(other));
    }

    #[test]
    fn all_faults_are_reported_at_once() {
        let mut faulty = parts();
        faulty.pillars.push(Pillar { tasks: Vec::new(), ..faulty.pillars[0].clone() });
        faulty.carries_out.push(reference("17-CT/TU"));
        assert_eq!(
            Campaign::try_new(faulty).unwrap_err().to_string(),
            "carries_out[2].number: expected documents that differ, found `17-CT/TU` again\n\
             pillars[1].id: expected pillar ids that differ, found `economy` again\n\
             pillars[1].tasks: expected at least one task, found none in `economy`"
        );
        let empty = CampaignParts { pillars: Vec::new(), ..parts() };
        assert_eq!(
            Campaign::try_new(empty).unwrap_err().to_string(),
            "pillars: expected at least one pillar, found none"
        );
    }
}
