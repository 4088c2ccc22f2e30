//! Lists of units by day, and what became what between them: as statistics offices publish units.

use thidua_values::{ActId, Basis, Day, KindId, OrganisationId, Text};

use crate::{Act, Measure, Share, UnitCode, UnitKind};

/// The full list of units on some days, and what became what between them.
///
/// A list names units by code, and does not say who is still the same unit: that is inferred when
/// an organisation is made of the lists.
///
/// vi: Danh mục đơn vị theo từng ngày và các cặp đơn vị cũ, đơn vị mới giữa các ngày đó, theo cách
/// cơ quan thống kê công bố.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct UnitLists {
    /// The id of the statement, which the organisation made from it has too.
    ///
    /// vi: Mã định danh, dùng chung cho cơ cấu tổ chức được lập từ các danh mục này.
    pub id: OrganisationId,
    /// What the lists are of.
    ///
    /// vi: Các danh mục này là của đâu, khi nào.
    pub title: Text,
    /// What they rest on.
    ///
    /// vi: Căn cứ của dữ liệu.
    pub basis: Basis,
    /// The list that the codes are of, such as `gso`.
    ///
    /// vi: Danh mục cấp mã, ví dụ `gso`.
    pub scheme: KindId,
    /// The kinds of unit. A set.
    ///
    /// vi: Các loại đơn vị. Tập hợp, thứ tự không có nghĩa.
    pub unit_kinds: Vec<UnitKind>,
    /// The acts that the changes rest on; left out where there are none. A set.
    ///
    /// vi: Các văn bản làm căn cứ cho các thay đổi; không ghi nếu không có. Tập hợp, thứ tự không
    /// có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub acts: Vec<Act>,
    /// The units of the first day.
    ///
    /// vi: Các đơn vị vào ngày đầu.
    pub opening: UnitList,
    /// The later lists, by day; left out where there are none. Ordered.
    ///
    /// vi: Các danh mục về sau, theo ngày; không ghi nếu không có. Có thứ tự.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub changes: Vec<ListChange>,
}

/// All units of a day.
///
/// vi: Toàn bộ đơn vị vào một ngày.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct UnitList {
    /// The day.
    ///
    /// vi: Ngày.
    pub day: Day,
    /// The units. A set.
    ///
    /// vi: Các đơn vị. Tập hợp, thứ tự không có nghĩa.
    pub units: Vec<ListedUnit>,
}

/// A unit in a list.
///
/// vi: Một đơn vị trong danh mục.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ListedUnit {
    /// Its code in the list.
    ///
    /// vi: Mã trong danh mục.
    pub code: UnitCode,
    /// Its kind.
    ///
    /// vi: Loại đơn vị.
    pub kind: KindId,
    /// Its name without the kind.
    ///
    /// vi: Tên không kèm loại đơn vị.
    pub name: Text,
    /// The code of the unit directly above; left out where there is none.
    ///
    /// vi: Mã của đơn vị cấp trên trực tiếp; không ghi nếu không có.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub parent: Option<UnitCode>,
}

/// The units from a day on, and what became of those of the list before.
///
/// vi: Danh mục áp dụng từ một ngày và các cặp đơn vị cũ, đơn vị mới so với danh mục trước.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ListChange {
    /// The first day on which the list holds.
    ///
    /// vi: Ngày bắt đầu áp dụng danh mục.
    pub day: Day,
    /// The act that the change rests on.
    ///
    /// vi: Văn bản làm căn cứ.
    pub act: ActId,
    /// All units of that day, those that did not change too. A set.
    ///
    /// vi: Toàn bộ đơn vị vào ngày đó, kể cả đơn vị không thay đổi. Tập hợp, thứ tự không có nghĩa.
    pub units: Vec<ListedUnit>,
    /// What became what; left out where nothing is told. A set.
    ///
    /// vi: Các cặp đơn vị cũ, đơn vị mới; không ghi nếu không có. Tập hợp, thứ tự không có nghĩa.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub pairs: Vec<SuccessionPair>,
}

/// A unit of the list before that became a unit of the new list, in whole or in part. The shares
/// are of the old unit. A unit that is in any pair and goes on has a pair with itself: without one
/// it ends.
///
/// vi: Một cặp đơn vị cũ, đơn vị mới. Tỷ phần tính theo đơn vị cũ. Đơn vị có trong một cặp nào đó mà
/// vẫn tiếp tục tồn tại thì phải có cặp với chính nó; nếu không thì coi như chấm dứt.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct SuccessionPair {
    /// The code of the old unit in the list before.
    ///
    /// vi: Mã của đơn vị cũ trong danh mục trước.
    pub old: UnitCode,
    /// The code of the new unit in the list of the day; it may be that of the old unit.
    ///
    /// vi: Mã của đơn vị mới trong danh mục của ngày đó; có thể trùng mã của đơn vị cũ.
    pub new: UnitCode,
    /// How much of the old unit's population.
    ///
    /// vi: Phần dân số của đơn vị cũ.
    pub population: Share,
    /// How much of the old unit's area.
    ///
    /// vi: Phần diện tích của đơn vị cũ.
    pub area: Share,
}

impl UnitLists {
    /// The same lists with every set in one order, so that equal statements are equal values.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.unit_kinds.sort();
        for kind in &mut self.unit_kinds {
            kind.levels.sort();
        }
        self.acts.sort();
        self.opening.units.sort();
        for change in &mut self.changes {
            change.units.sort();
            change.pairs.sort();
        }
        self
    }
}

impl SuccessionPair {
    /// How much of the old unit, by that measure.
    #[must_use]
    pub const fn of(&self, measure: Measure) -> Share {
        measure.of(self.population, self.area)
    }

    /// Whether all of the old unit became the new one.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.shares() == [Share::All; 2]
    }

    /// Both shares.
    pub(crate) const fn shares(&self) -> [Share; 2] {
        [self.population, self.area]
    }
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "serde")]
    mod written {
        use proptest::prelude::*;

        use crate::strategies_lists::unit_lists;
        use crate::{ListedUnit, UnitLists};

        const TAY_HO: &str = r#"{"code":"003","kind":"urban-district","name":{"vi":"Tây Hồ","en":"Tay Ho"},"parent":"01"}"#;

        proptest! {
            /// Law: reading what was written gives the same lists.
            #[test]
            fn reading_undoes_writing(lists in unit_lists()) {
                let text = serde_json::to_string(&lists).unwrap();
                prop_assert_eq!(serde_json::from_str::<UnitLists>(&text).unwrap(), lists);
            }
        }

        #[test]
        fn a_listed_unit_is_written_as_partners_write_it() {
            let unit: ListedUnit = serde_json::from_str(TAY_HO).unwrap();
            assert_eq!(serde_json::to_string(&unit).unwrap(), TAY_HO);
        }

        #[test]
        fn unknown_fields_are_refused() {
            let text = TAY_HO.replace("parent", "above");
            let message = serde_json::from_str::<ListedUnit>(&text).unwrap_err().to_string();
            assert!(message.starts_with("unknown field `above`"), "{message}");
        }
    }

    #[cfg(feature = "schemars")]
    #[test]
    fn each_list_says_whether_its_order_means_something() {
        let schema = schemars::schema_for!(crate::UnitLists);
        assert_eq!(crate::parts::tests::lists_with_a_word_on_order(&schema), 7);
    }
}
