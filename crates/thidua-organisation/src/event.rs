//! Events: what happens to units, on which day, and by which act.

use thidua_values::{ActId, Coded, Day, KindId, Text, UnitId, Words};

use crate::{Level, Measure, Share, Unit, UnitCode};

/// Something that happened to units on a day.
///
/// The events of one day happen together: each meets the state of the day
/// before and makes that of the day itself, in whatever order they are listed.
///
/// vi: Sự kiện thay đổi đơn vị. Các sự kiện của cùng một ngày xảy ra đồng thời.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Event {
    /// The first day on which what it brings holds: new units work, a name is used.
    ///
    /// vi: Ngày bắt đầu thực hiện: đơn vị mới hoạt động, tên mới được dùng.
    pub effective: Day,
    /// The act that it rests on.
    ///
    /// vi: Văn bản làm căn cứ.
    pub act: ActId,
    /// What happened.
    ///
    /// vi: Nội dung thay đổi.
    pub change: Change,
}

/// What happens to units.
///
/// vi: Nội dung thay đổi của đơn vị.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Change {
    /// A unit begins (thành lập). What it is made of, if anything, is told by
    /// what merges into it or is split into it on the same day.
    ///
    /// vi: Thành lập đơn vị. Đơn vị được hình thành từ đâu thì ghi ở việc nhập, chia tách cùng ngày.
    #[cfg_attr(feature = "schemars", schemars(title = "UnitFounded"))]
    Founded {
        /// The unit.
        ///
        /// vi: Đơn vị mới.
        unit: Unit,
    },
    /// A unit gets another name (đổi tên).
    ///
    /// vi: Đổi tên.
    #[cfg_attr(feature = "schemars", schemars(title = "UnitRenamed"))]
    Renamed {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// Its name from that day on.
        ///
        /// vi: Tên mới.
        name: Text,
    },
    /// A list gives a unit another code, its first, or none any more.
    ///
    /// vi: Đổi mã, cấp mã hoặc bỏ mã trong một danh mục.
    #[cfg_attr(feature = "schemars", schemars(title = "UnitRecoded"))]
    Recoded {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// The list.
        ///
        /// vi: Danh mục.
        scheme: KindId,
        /// Its code from that day on; left out where it has none any more.
        ///
        /// vi: Mã mới; không ghi nếu không còn mã.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        code: Option<UnitCode>,
    },
    /// A unit becomes one of another kind (đổi loại hình), such as a huyện that becomes a quận.
    ///
    /// vi: Đổi loại hình, ví dụ huyện thành quận.
    #[cfg_attr(feature = "schemars", schemars(title = "UnitChangedKind"))]
    ChangedKind {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// Its kind from that day on.
        ///
        /// vi: Loại đơn vị mới.
        new_kind: KindId,
    },
    /// A unit answers to another unit above it.
    ///
    /// vi: Chuyển về trực thuộc đơn vị cấp trên khác.
    #[cfg_attr(feature = "schemars", schemars(title = "UnitMoved"))]
    Moved {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
        /// The unit directly above from that day on; left out where there is none any more.
        ///
        /// vi: Đơn vị cấp trên mới; không ghi nếu không còn.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        parent: Option<UnitId>,
    },
    /// Units, or parts of them, are merged into one (sáp nhập, nhập một phần). Who gives all of
    /// its population and all of its area ends; who gives less lives on unless another event
    /// of the day ends it.
    ///
    /// vi: Nhập toàn bộ hoặc một phần các đơn vị vào một đơn vị. Đơn vị nhập toàn bộ dân số và
    /// toàn bộ diện tích thì chấm dứt; đơn vị nhập một phần thì tiếp tục tồn tại, trừ khi có sự
    /// kiện khác cùng ngày chấm dứt đơn vị đó.
    #[cfg_attr(feature = "schemars", schemars(title = "UnitsMerged"))]
    Merged {
        /// The unit that they become part of: one that lived before, or is founded that day.
        ///
        /// vi: Đơn vị nhận: đã có từ trước hoặc thành lập cùng ngày.
        into: UnitId,
        /// Who gives what. A set.
        ///
        /// vi: Các đơn vị được nhập và phần được nhập. Tập hợp, thứ tự không có nghĩa.
        from: Vec<Part>,
    },
    /// A unit ends and becomes parts of others (chia tách); together they have all of it.
    ///
    /// vi: Chia một đơn vị vào nhiều đơn vị; đơn vị bị chia chấm dứt, các phần gộp lại là toàn bộ
    /// đơn vị đó.
    #[cfg_attr(feature = "schemars", schemars(title = "UnitSplit"))]
    Split {
        /// The unit that ends.
        ///
        /// vi: Đơn vị bị chia.
        unit: UnitId,
        /// Who gets what. A set.
        ///
        /// vi: Các đơn vị nhận và phần nhận. Tập hợp, thứ tự không có nghĩa.
        into: Vec<Part>,
    },
    /// A part of a unit becomes part of another (điều chỉnh địa giới); both live on.
    ///
    /// vi: Điều chỉnh địa giới: một phần của đơn vị chuyển sang đơn vị khác; cả hai tiếp tục tồn tại.
    #[cfg_attr(feature = "schemars", schemars(title = "BoundaryTransferred"))]
    Transferred {
        /// Who gives.
        ///
        /// vi: Đơn vị giao.
        from: UnitId,
        /// Who gets it.
        ///
        /// vi: Đơn vị nhận.
        to: UnitId,
        /// How much of the giver's population.
        ///
        /// vi: Phần dân số của đơn vị giao.
        population: Share,
        /// How much of the giver's area.
        ///
        /// vi: Phần diện tích của đơn vị giao.
        area: Share,
    },
    /// A unit ends (giải thể). What it gave to others on that day, if anything, is told by what
    /// is merged.
    ///
    /// vi: Đơn vị chấm dứt. Các phần đã nhập vào đơn vị khác cùng ngày, nếu có, ghi ở việc nhập.
    #[cfg_attr(feature = "schemars", schemars(title = "UnitDissolved"))]
    Dissolved {
        /// The unit.
        ///
        /// vi: Đơn vị.
        unit: UnitId,
    },
    /// A level ends (bỏ một cấp): every unit that stands at it, and the units below answer to the
    /// nearest unit above that lives on, unless they are moved otherwise that day.
    ///
    /// vi: Bỏ một cấp: mọi đơn vị của cấp đó chấm dứt; các đơn vị bên dưới trực thuộc đơn vị cấp
    /// trên gần nhất còn tồn tại, trừ khi được chuyển khác cùng ngày.
    #[cfg_attr(feature = "schemars", schemars(title = "LevelAbolished"))]
    LevelAbolished {
        /// The level.
        ///
        /// vi: Cấp bị bỏ.
        level: Level,
    },
}

/// A part of a unit that passes on, and the unit at its other end: who gives it
/// to a merger, who gets it of a split. The shares are always of the giver.
///
/// vi: Phần của đơn vị giao và đơn vị ở đầu kia: bên giao khi nhập, bên nhận khi chia. Tỷ phần
/// luôn tính theo đơn vị giao.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Part {
    /// The unit that gives, or that gets.
    ///
    /// vi: Đơn vị giao hoặc nhận.
    pub unit: UnitId,
    /// How much of the giver's population.
    ///
    /// vi: Phần dân số của đơn vị giao.
    pub population: Share,
    /// How much of the giver's area.
    ///
    /// vi: Phần diện tích của đơn vị giao.
    pub area: Share,
}

impl Part {
    /// How much of the giver, by that measure.
    #[must_use]
    pub const fn of(&self, measure: Measure) -> Share {
        measure.of(self.population, self.area)
    }

    /// Whether the giver gives all that it is.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        (self.population, self.area) == (Share::All, Share::All)
    }
}

impl Change {
    /// The unit that it is about: who begins, changes or ends, who receives what is merged, who
    /// gives what is split or transferred; none of a level.
    #[must_use]
    pub const fn unit(&self) -> Option<&UnitId> {
        match self {
            Self::Founded { unit } => Some(&unit.id),
            Self::Renamed { unit, .. }
            | Self::Recoded { unit, .. }
            | Self::ChangedKind { unit, .. }
            | Self::Moved { unit, .. }
            | Self::Merged { into: unit, .. }
            | Self::Split { unit, .. }
            | Self::Transferred { from: unit, .. }
            | Self::Dissolved { unit } => Some(unit),
            Self::LevelAbolished { .. } => None,
        }
    }
}

impl Coded for Change {
    fn code(&self) -> &'static str {
        match self {
            Self::Founded { .. } => "founded",
            Self::Renamed { .. } => "renamed",
            Self::Recoded { .. } => "recoded",
            Self::ChangedKind { .. } => "changed_kind",
            Self::Moved { .. } => "moved",
            Self::Merged { .. } => "merged",
            Self::Split { .. } => "split",
            Self::Transferred { .. } => "transferred",
            Self::Dissolved { .. } => "dissolved",
            Self::LevelAbolished { .. } => "level_abolished",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Founded { .. } => Words::new("thành lập", "founded"),
            Self::Renamed { .. } => Words::new("đổi tên", "renamed"),
            Self::Recoded { .. } => Words::new("đổi mã", "recoded"),
            Self::ChangedKind { .. } => Words::new("đổi loại hình", "changed kind"),
            Self::Moved { .. } => Words::new("chuyển cấp trên trực tiếp", "moved"),
            Self::Merged { .. } => Words::new("nhập", "merged"),
            Self::Split { .. } => Words::new("chia tách", "split"),
            Self::Transferred { .. } => Words::new("điều chỉnh địa giới", "boundary transferred"),
            Self::Dissolved { .. } => Words::new("chấm dứt", "dissolved"),
            Self::LevelAbolished { .. } => Words::new("bỏ cấp", "level abolished"),
        }
    }
}
