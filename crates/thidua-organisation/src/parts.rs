//! What an organisation is made from.

use std::collections::BTreeSet;

use thidua_values::{Basis, Day, OrganisationId, Period, Text};

use crate::rows::in_order;
use crate::{Act, Body, BodyKind, Change, Cluster, ClusterKind, Event, Unit, UnitKind};

/// What an organisation is made from, as somebody states it.
///
/// vi: Cơ cấu tổ chức: đơn vị, tổ chức và cụm thi đua.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Organisation"))]
pub struct OrganisationParts {
    /// The id of the statement.
    ///
    /// vi: Mã định danh của bản cơ cấu tổ chức.
    pub id: OrganisationId,
    /// What it is a statement of.
    ///
    /// vi: Cơ cấu tổ chức được trình bày là gì.
    pub title: Text,
    /// What it rests on.
    ///
    /// vi: Căn cứ của dữ liệu.
    pub basis: Basis,
    /// The days it speaks of; of other days it says nothing.
    ///
    /// vi: Khoảng thời gian được trình bày; ngoài khoảng này thì không có thông tin.
    pub stated: Period,
    /// The kinds of unit. A set.
    ///
    /// vi: Các loại đơn vị. Tập hợp, thứ tự không có nghĩa.
    pub unit_kinds: Vec<UnitKind>,
    /// The units that there are on the first of these days. A set.
    ///
    /// vi: Các đơn vị có vào ngày đầu của khoảng thời gian đó. Tập hợp, thứ tự không có nghĩa.
    pub units: Vec<Unit>,
    /// The acts that events and clusters rest on; left out where there are none. A set.
    ///
    /// vi: Các văn bản làm căn cứ; không ghi nếu không có. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub acts: Vec<Act>,
    /// What happens to units after the first day; left out where nothing does. Days decide what
    /// comes first, and the events of one day happen together. A set.
    ///
    /// vi: Các thay đổi của đơn vị sau ngày đầu; không ghi nếu không có. Ngày quyết định trước sau,
    /// các sự kiện cùng ngày xảy ra đồng thời. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub events: Vec<Event>,
    /// The kinds of body; left out where there are none. A set.
    ///
    /// vi: Các loại tổ chức; không ghi nếu không có. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub body_kinds: Vec<BodyKind>,
    /// The bodies; left out where there are none. A set.
    ///
    /// vi: Các tổ chức; không ghi nếu không có. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub bodies: Vec<Body>,
    /// The kinds of cluster; left out where there are none. A set.
    ///
    /// vi: Các loại cụm thi đua; không ghi nếu không có. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub cluster_kinds: Vec<ClusterKind>,
    /// The clusters; left out where there are none. A set.
    ///
    /// vi: Các cụm thi đua; không ghi nếu không có. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub clusters: Vec<Cluster>,
}

impl OrganisationParts {
    /// The same parts with every set in one order, so that equal statements are
    /// equal values; `about` has the unit that each event is about, by position.
    pub(crate) fn into_canonical(mut self, about: &[Option<usize>]) -> Self {
        self.unit_kinds.sort();
        for kind in &mut self.unit_kinds {
            kind.levels.sort();
        }
        self.units.sort_by(|a, b| a.id.cmp(&b.id));
        for unit in &mut self.units {
            unit.codes.sort();
        }
        self.acts.sort();
        self.sort_events(about);
        self.body_kinds.sort();
        for kind in &mut self.body_kinds {
            kind.roles.sort();
        }
        self.bodies.sort_by(|a, b| a.id.cmp(&b.id));
        for body in &mut self.bodies {
            body.terms.sort();
            body.terms.iter_mut().for_each(|term| term.offices.sort());
        }
        self.cluster_kinds.sort();
        self.clusters.sort_by(|a, b| a.id.cmp(&b.id));
        for cluster in &mut self.clusters {
            cluster.members.sort_by(|a, b| (a.during, &a.body).cmp(&(b.during, &b.body)));
            cluster.years.sort();
            cluster.years.iter_mut().for_each(|year| year.deputies.sort());
        }
        self
    }

    /// Puts events in the order of their days, acts and units. Positions, which are in the order
    /// of ids, are compared in their place, since there may be millions of events.
    fn sort_events(&mut self, about: &[Option<usize>]) {
        let acts = &self.acts;
        let act = |event: &Event| acts.partition_point(|act| act.id < event.act);
        let key = |((event, unit), at): ((&Event, &Option<usize>), usize)| {
            (event.effective, act(event), *unit, at)
        };
        let mut keys: Vec<_> = self.events.iter().zip(about).zip(0..).map(key).collect();
        keys.sort_unstable();
        let events = std::mem::take(&mut self.events);
        self.events = in_order(events, keys.into_iter().map(|(.., at)| at));
        let are_alike = |a: &Event, b: &Event| {
            a.effective == b.effective && a.act == b.act && a.change.unit() == b.change.unit()
        };
        for alike in self.events.chunk_by_mut(are_alike) {
            for event in &mut *alike {
                event.change.sort();
            }
            alike.sort();
        }
    }

    /// The parts without what was published after a day and without what needs it: see
    /// [`Organisation::known_on`](crate::Organisation::known_on).
    pub(crate) fn known_on(mut self, day: Day) -> Self {
        self.acts.retain(|act| act.published <= day);
        let acts: BTreeSet<_> = self.acts.iter().map(|act| act.id.clone()).collect();
        self.events.retain(|event| acts.contains(&event.act));
        self.unit_kinds.iter_mut().for_each(|kind| kind.lasts_beyond(day));
        let founded = self.events.iter().filter_map(|event| match &event.change {
            Change::Founded { unit } => Some(&unit.id),
            _ => None,
        });
        let units: BTreeSet<_> = self.units.iter().map(|unit| &unit.id).chain(founded).collect();
        self.bodies.retain(|body| units.contains(&body.unit));
        for body in &mut self.bodies {
            body.terms.retain(|term| term.congress.day <= day);
        }
        let bodies: BTreeSet<_> = self.bodies.iter().map(|body| body.id.clone()).collect();
        self.clusters.retain(|cluster| {
            cluster.decision.as_ref().is_none_or(|act| acts.contains(act))
                && bodies.contains(&cluster.led_by)
        });
        for cluster in &mut self.clusters {
            cluster.members.retain(|member| bodies.contains(&member.body));
            cluster.years.retain(|year| {
                year.decision.as_ref().is_none_or(|act| acts.contains(act))
                    && [&year.head]
                        .into_iter()
                        .chain(&year.deputies)
                        .all(|body| bodies.contains(body))
            });
        }
        self.clusters.retain(|cluster| !cluster.members.is_empty());
        self
    }
}

impl Change {
    /// Puts its sets in order.
    fn sort(&mut self) {
        match self {
            Self::Founded { unit } => unit.codes.sort(),
            Self::Merged { from: parts, .. } | Self::Split { into: parts, .. } => parts.sort(),
            Self::Renamed { .. }
            | Self::Recoded { .. }
            | Self::ChangedKind { .. }
            | Self::Moved { .. }
            | Self::Transferred { .. }
            | Self::Dissolved { .. }
            | Self::LevelAbolished { .. } => {}
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    #[cfg(feature = "serde")]
    mod written {
        use proptest::prelude::*;

        use crate::{OrganisationParts, Unit, strategies};

        const TAY_HO: &str = r#"{"id":"tay-ho","kind":"urban-district","name":{"vi":"Tây Hồ","en":"Tay Ho"},"codes":[{"scheme":"gso","code":"003"}],"parent":"ha-noi"}"#;

        proptest! {
            /// Law: reading what was written gives the same parts.
            #[test]
            fn reading_undoes_writing(parts in strategies::parts()) {
                let text = serde_json::to_string(&parts).unwrap();
                prop_assert_eq!(serde_json::from_str::<OrganisationParts>(&text).unwrap(), parts);
            }
        }

        #[test]
        fn a_unit_is_written_as_partners_write_it() {
            let unit: Unit = serde_json::from_str(TAY_HO).unwrap();
            assert_eq!(serde_json::to_string(&unit).unwrap(), TAY_HO);
        }

        #[test]
        fn unknown_fields_are_refused() {
            let text = TAY_HO.replace("codes", "code");
            let message = serde_json::from_str::<Unit>(&text).unwrap_err().to_string();
            assert!(message.starts_with("unknown field `code`"), "{message}");
        }
    }

    /// Asserts that every list of a schema says whether its order means something; how many there are.
    #[cfg(feature = "schemars")]
    #[track_caller]
    pub(crate) fn lists_with_a_word_on_order(schema: &schemars::Schema) -> usize {
        let mut open = vec![schema.as_value()];
        let mut lists = 0;
        while let Some(value) = open.pop() {
            open.extend(value.as_object().into_iter().flat_map(serde_json::Map::values));
            open.extend(value.as_array().into_iter().flatten());
            if value["type"] == "array" {
                let description = value["description"].as_str().unwrap();
                let english = description.split("\n\n").next().unwrap();
                assert!(english.ends_with("A set.") || english.ends_with("Ordered."));
                lists += 1;
            }
        }
        lists
    }

    #[cfg(feature = "schemars")]
    #[test]
    fn each_list_says_whether_its_order_means_something() {
        let schema = schemars::schema_for!(crate::OrganisationParts);
        assert_eq!(lists_with_a_word_on_order(&schema), 18);
    }
}
