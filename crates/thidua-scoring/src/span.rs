//! What something can be, from the worst to the best.

use thidua_values::Exact;

/// What points can be while evidence is missing: from the worst to the best,
/// both included. Complete evidence makes the two ends equal.
///
/// No evidence leads outside, and some leads to each end: at the one where a part comes
/// to the most, what may turn out not assigned leaves if it would lower a share by
/// staying. In four cases an end is no more than a bound. What formulas that look at the
/// cluster come to is bounded one criterion at a time. Where shares are taken of rounded
/// groups, what may turn out not assigned is taken to stay and to earn all its points, and
/// halves beside it to go up.
/// What is nothing of nothing, and so not assigned unless it was achieved before, is
/// taken to earn nothing at the worst, as if it were assigned. A band counts as if it
/// could be reached even where it lies between two whole numbers and figures are whole,
/// or below a share of nothing, and so does the end of a scale that is not whole.
///
/// vi: Khoảng điểm có thể đạt khi còn thiếu số liệu: từ kém nhất đến tốt nhất,
/// gồm cả hai đầu. Đủ số liệu thì hai đầu bằng nhau.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Span {
    /// If all that is missing turns out as bad as it can.
    ///
    /// vi: Nếu mọi số liệu còn thiếu đều cho kết quả kém nhất.
    pub worst: Exact,
    /// If all that is missing turns out as good as it can.
    ///
    /// vi: Nếu mọi số liệu còn thiếu đều cho kết quả tốt nhất.
    pub best: Exact,
}

impl Span {
    /// Both ends at one number.
    #[inline]
    #[must_use]
    pub fn exactly(number: Exact) -> Self {
        Self { worst: number.clone(), best: number }
    }

    /// Whether nothing is open.
    #[inline]
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.worst == self.best
    }

    /// Both ends changed in the same way.
    #[inline]
    pub(crate) fn each(&self, change: impl Fn(&Exact) -> Exact) -> Self {
        if self.is_exact() {
            return Self::exactly(change(&self.worst));
        }
        Self { worst: change(&self.worst), best: change(&self.best) }
    }
}
