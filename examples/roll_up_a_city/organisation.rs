//! The units of Hà Nội with their Front committees and clusters.

use std::collections::BTreeMap;

use thidua::organisation::{Body, Change, Cluster, Organisation, OrganisationParts, Unit};
use thidua::values::{BodyId, Period, Phrase, Text, UnitId};

use crate::Result;

/// The units, each with its Front committee, and the clusters of an organisation that names its
/// units otherwise: its bodies are those of the units that have the same code.
pub(crate) fn with_committees(
    units: &Organisation,
    clusters: &Organisation,
) -> Result<Organisation> {
    let parts = units.parts().clone();
    let founded = parts.events.iter().filter_map(|event| match &event.change {
        Change::Founded { unit } => Some(unit),
        _ => None,
    });
    let all = parts.units.iter().chain(founded);
    let bodies = all.map(|unit| committee(unit, &parts)).collect::<Result<Vec<_>>>()?;
    let of_codes: BTreeMap<_, _> = parts.units.iter().map(|unit| (code(unit), &unit.id)).collect();
    let known = clusters.parts().units.iter();
    let same = known.filter_map(|unit| Some((&unit.id, *of_codes.get(&code(unit))?))).collect();
    let ids = Ids { same, clusters };
    let clusters = ids.clusters.parts().clusters.iter();
    let clusters = clusters.map(|cluster| ids.renamed(cluster, &parts)).collect::<Result<_>>()?;
    let body_kinds = ids.clusters.parts().body_kinds.clone();
    let cluster_kinds = ids.clusters.parts().cluster_kinds.clone();
    let parts = OrganisationParts { body_kinds, bodies, cluster_kinds, clusters, ..parts };
    Ok(Organisation::try_new(parts)?)
}

/// The first code of a unit, as text.
fn code(unit: &Unit) -> Option<String> {
    Some(unit.codes.first()?.code.to_string())
}

/// The id of the Front committee of a unit.
fn committee_id(unit: &UnitId) -> Result<BodyId> {
    Ok(format!("front-{unit}").parse()?)
}

fn committee(unit: &Unit, parts: &OrganisationParts) -> Result<Body> {
    let kind = parts.unit_kinds.iter().find(|kind| kind.id == unit.kind);
    let kind = &kind.ok_or("a unit of no kind")?.name;
    let name = Text {
        vi: phrase(&format!("Ủy ban MTTQ Việt Nam {} {}", kind.vi, unit.name.vi))?,
        en: phrase(&format!("Fatherland Front committee of {} {}", unit.name.en, kind.en))?,
    };
    Ok(Body {
        id: committee_id(&unit.id)?,
        kind: "front-committee".parse()?,
        unit: unit.id.clone(),
        name,
        terms: Vec::new(),
    })
}

fn phrase(text: &str) -> Result<Phrase> {
    Ok(text.parse()?)
}

/// What the units of an organisation are called in another one.
struct Ids<'i> {
    same: BTreeMap<&'i UnitId, &'i UnitId>,
    clusters: &'i Organisation,
}

impl Ids<'_> {
    /// The Front committee of the unit that a body is of.
    fn body(&self, body: &BodyId) -> Result<BodyId> {
        let mut bodies = self.clusters.parts().bodies.iter();
        let body = bodies.find(|known| known.id == *body).ok_or("an unknown body")?;
        committee_id(self.same.get(&body.unit).ok_or("a unit of another code")?)
    }

    /// A cluster, as far as the units are told of its days.
    fn renamed(&self, cluster: &Cluster, parts: &OrganisationParts) -> Result<Cluster> {
        let mut renamed = cluster.clone();
        renamed.led_by = self.body(&cluster.led_by)?;
        for member in &mut renamed.members {
            member.body = self.body(&member.body)?;
            let start = member.during.start().max(parts.stated.start());
            member.during = Period::try_new(start, member.during.until())?;
        }
        renamed.years.clear();
        Ok(renamed)
    }
}
