//! How much of a document is read before it is refused.

/// How large a document may be, and how many of its problems are reported.
///
/// Finding out that the form of a document is bad takes at most ten times
/// [`Limits::bytes`] of memory, whatever the other limits are: the problems that
/// are reported take no more than the document may. The memory in which rules
/// are checked grows with [`Limits::values`]; with the usual limits it stays
/// within the same bound.
///
/// # Examples
///
/// ```
/// use thidua_documents::Limits;
///
/// let small = Limits { bytes: 1024 * 1024, ..Limits::default() };
/// assert_eq!((small.depth, small.values, small.problems), (128, 500_000, 1_000));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes. No document is longer than `u32::MAX` bytes.
    pub bytes: usize,
    /// The most lists and objects inside each other.
    pub depth: u8,
    /// The most values: lists, objects and whatever stands in them.
    pub values: usize,
    /// The most problems that are reported, and no more than fit in `bytes`; one
    /// more says how many were left out.
    pub problems: usize,
}

impl Default for Limits {
    /// 16 MiB, 128 deep, 500,000 values, 1,000 problems.
    fn default() -> Self {
        Self { bytes: 16 * 1024 * 1024, depth: 128, values: 500_000, problems: 1_000 }
    }
}
