//! The codes of problems that any document can have.
//!
//! The set is closed. A document that is right in form can still break a rule
//! of its own; such a problem has the code of the rule's
//! [`Fault`](thidua_values::Fault).

/// The document has more bytes than the limit.
pub const TOO_LARGE: &str = "too_large";
/// The document has no content.
pub const EMPTY: &str = "empty";
/// The bytes are no UTF-8.
pub const NOT_UTF8: &str = "not_utf8";
/// The text is no JSON: a mistake, an end too early, or something after the end.
pub const NOT_JSON: &str = "not_json";
/// Lists and objects are inside each other more often than the limit.
pub const TOO_DEEP: &str = "too_deep";
/// There are more values than the limit.
pub const TOO_MANY_VALUES: &str = "too_many_values";
/// There are more problems than the limit; the rest is left out.
pub const TOO_MANY_PROBLEMS: &str = "too_many_problems";
/// The document is of another kind.
pub const WRONG_FORMAT: &str = "wrong_format";
/// The document is of the right kind and of another version.
pub const WRONG_VERSION: &str = "wrong_version";
/// An object has a key twice.
pub const DUPLICATE_KEY: &str = "duplicate_key";
/// An object has a field that it may not have.
pub const UNKNOWN_FIELD: &str = "unknown_field";
/// An object lacks a field that it must have.
pub const MISSING_FIELD: &str = "missing_field";
/// A value is of another type, such as a number instead of a string.
pub const WRONG_TYPE: &str = "wrong_type";
/// A `kind`, or another string out of a closed set, is not in the set.
pub const UNKNOWN_KIND: &str = "unknown_kind";
/// A string, or a small object such as a period, is not what it should say.
pub const BAD_VALUE: &str = "bad_value";
/// An integer is below or above what is allowed.
pub const OUT_OF_RANGE: &str = "out_of_range";

/// All of them.
pub const ALL: [&str; 16] = [
    TOO_LARGE,
    EMPTY,
    NOT_UTF8,
    NOT_JSON,
    TOO_DEEP,
    TOO_MANY_VALUES,
    TOO_MANY_PROBLEMS,
    WRONG_FORMAT,
    WRONG_VERSION,
    DUPLICATE_KEY,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    UNKNOWN_KIND,
    BAD_VALUE,
    OUT_OF_RANGE,
];
