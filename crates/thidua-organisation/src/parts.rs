//! What an organisation is made from.

use thidua_values::{Basis, OrganisationId, Period, Text};

use crate::{Body, BodyKind, Cluster, Unit, UnitKind};

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
    /// The units. A set.
    ///
    /// vi: Các đơn vị. Tập hợp, thứ tự không có nghĩa.
    pub units: Vec<Unit>,
    /// The kinds of body. A set.
    ///
    /// vi: Các loại tổ chức. Tập hợp, thứ tự không có nghĩa.
    pub body_kinds: Vec<BodyKind>,
    /// The bodies. A set.
    ///
    /// vi: Các tổ chức. Tập hợp, thứ tự không có nghĩa.
    pub bodies: Vec<Body>,
    /// The clusters. A set.
    ///
    /// vi: Các cụm thi đua. Tập hợp, thứ tự không có nghĩa.
    pub clusters: Vec<Cluster>,
}

impl OrganisationParts {
    /// The same parts with every set in one order, so that equal statements are
    /// equal values.
    pub(crate) fn into_canonical(mut self) -> Self {
        self.unit_kinds.sort_by(|a, b| a.id.cmp(&b.id));
        self.units.sort_by(|a, b| a.id.cmp(&b.id));
        for unit in &mut self.units {
            unit.codes.sort();
            unit.parents.sort_by(|a, b| (a.during, &a.unit).cmp(&(b.during, &b.unit)));
        }
        self.body_kinds.sort_by(|a, b| a.id.cmp(&b.id));
        self.bodies.sort_by(|a, b| a.id.cmp(&b.id));
        self.clusters.sort_by(|a, b| a.id.cmp(&b.id));
        for cluster in &mut self.clusters {
            cluster.members.sort_by(|a, b| (a.during, &a.body).cmp(&(b.during, &b.body)));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "serde")]
    mod written {
        use proptest::prelude::*;

        use crate::{OrganisationParts, Unit, strategies};

        const TAY_HO: &str = r#"{"id":"tay-ho","kind":"urban-district","name":{"vi":"Tây Hồ","en":"Tay Ho"},"codes":[{"scheme":"gso","code":"003"}],"parents":[{"unit":"ha-noi","during":{"start":"2022-01-01"}}]}"#;

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

    #[cfg(feature = "schemars")]
    #[test]
    fn each_list_says_whether_its_order_means_something() {
        let schema = schemars::schema_for!(crate::OrganisationParts);
        let mut open = vec![schema.as_value()];
        let mut lists = 0;
        while let Some(value) = open.pop() {
            open.extend(value.as_object().into_iter().flat_map(serde_json::Map::values));
            if value["type"] == "array" {
                let description = value["description"].as_str().unwrap();
                let english = description.split("\n\n").next().unwrap();
                assert!(english.ends_with("A set.") || english.ends_with("Ordered."));
                lists += 1;
            }
        }
        assert_eq!(lists, 8);
    }
}
