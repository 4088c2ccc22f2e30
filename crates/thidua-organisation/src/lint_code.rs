//! What lint finds about an organisation: codes, what belongs to them, and how to mend it.

use thidua_values::{Coded, Severity, Words};

use crate::{EventLint, GroupLint, UnitLint};

/// What is legal but doubtful about an organisation.
///
/// What cannot be said at all, or is refused as a fault, has no code here: stray or repeated
/// blanks and text that is not NFC (a [`Phrase`](thidua_values::Phrase) refuses them), a code that
/// two units have on one day (`duplicate_code`), a unit that is founded again after it was
/// dissolved (`founded_twice`) or that something happens to before or after its life
/// (`not_living`), a cycle of parents (`parent_not_above`: levels rise), a unit of no kind
/// (`unknown_unit_kind`, `no_level`), and a split without parts (`no_parts`).
///
/// vi: Điểm hợp lệ nhưng đáng ngờ của cơ cấu tổ chức. Những lỗi sau không có ở đây vì đã bị từ chối
/// ngay khi đọc: thừa khoảng trắng, không phải NFC, hai đơn vị cùng mã trong một ngày, thành lập lại
/// sau khi chấm dứt, cấp trên vòng quanh, không có loại đơn vị, chia tách không có phần nào.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganisationLintCode {
    /// About a unit: its name, code, parent, beginning or end.
    ///
    /// vi: Về đơn vị: tên, mã, cấp trên, việc bắt đầu hoặc chấm dứt.
    Unit(UnitLint),
    /// About an event or an act.
    ///
    /// vi: Về sự kiện hoặc văn bản.
    Event(EventLint),
    /// About a body or a cluster.
    ///
    /// vi: Về tổ chức hoặc cụm thi đua.
    Group(GroupLint),
}

impl OrganisationLintCode {
    /// How to mend it.
    #[must_use]
    pub fn mend(&self) -> Words {
        match self {
            Self::Unit(lint) => lint.mend(),
            Self::Event(lint) => lint.mend(),
            Self::Group(lint) => lint.mend(),
        }
    }

    /// How much it matters: by what it may cost.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Unit(lint) => lint.severity(),
            Self::Event(lint) => lint.severity(),
            Self::Group(lint) => lint.severity(),
        }
    }
}

impl Coded for OrganisationLintCode {
    fn code(&self) -> &'static str {
        match self {
            Self::Unit(lint) => lint.code(),
            Self::Event(lint) => lint.code(),
            Self::Group(lint) => lint.code(),
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Unit(lint) => lint.words(),
            Self::Event(lint) => lint.words(),
            Self::Group(lint) => lint.words(),
        }
    }
}

impl From<UnitLint> for OrganisationLintCode {
    fn from(lint: UnitLint) -> Self {
        Self::Unit(lint)
    }
}

impl From<EventLint> for OrganisationLintCode {
    fn from(lint: EventLint) -> Self {
        Self::Event(lint)
    }
}

impl From<GroupLint> for OrganisationLintCode {
    fn from(lint: GroupLint) -> Self {
        Self::Group(lint)
    }
}

/// An enum of codes as one table: each variant with what belongs to it, its severity and code, its
/// words, and how to mend it.
macro_rules! lints {
    ($(#[$about:meta])+ $lints:ident {
        $($(#[$doc:meta])+
        $lint:ident { $($(#[$field_doc:meta])+ $field:ident: $type:ty,)* } = $severity:ident $code:literal,
        vi: $vi:literal, en: $en:literal, mend_vi: $mend_vi:literal, mend_en: $mend_en:literal;)+
    }) => {
        $(#[$about])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $lints {
            $($(#[$doc])+ $lint { $($(#[$field_doc])+ $field: $type,)* },)+
        }

        impl $lints {
            /// Every code.
            #[cfg(test)]
            pub(crate) const CODES: &[&'static str] = &[$($code),+];

            /// How to mend it.
            #[must_use]
            pub fn mend(&self) -> thidua_values::Words {
                match self {
                    $(Self::$lint { $($field,)* } => $crate::lint_code::in_both!([$($field),*] $mend_vi, $mend_en),)+
                }
            }

            /// How much it matters: by what it may cost.
            #[must_use]
            pub const fn severity(&self) -> thidua_values::Severity {
                match self {
                    $(Self::$lint { .. } => thidua_values::Severity::$severity,)+
                }
            }
        }

        impl thidua_values::Coded for $lints {
            fn code(&self) -> &'static str {
                match self {
                    $(Self::$lint { .. } => $code,)+
                }
            }

            fn words(&self) -> thidua_values::Words {
                match self {
                    $(Self::$lint { $($field,)* } => $crate::lint_code::in_both!([$($field),*] $vi, $en),)+
                }
            }
        }
    };
}

/// A sentence in both languages, with the parts of a code that it names.
macro_rules! in_both {
    ([$($field:ident),*] $vi:literal, $en:literal) => {{
        let vi = {
            $(let $field = $crate::in_words::Said::in_vietnamese($field);)*
            let _ = ($(&$field,)*);
            std::fmt::format(format_args!($vi))
        };
        let en = {
            $(let $field = $crate::in_words::Said::in_english($field);)*
            let _ = ($(&$field,)*);
            std::fmt::format(format_args!($en))
        };
        thidua_values::Words::new(vi, en)
    }};
}

pub(crate) use {in_both, lints};
